/* A Word file in a temporary folder, whose parts another program reads. */
#ifndef ADREF_TESTS_VIEW_WORD_FILE_H
#define ADREF_TESTS_VIEW_WORD_FILE_H

#include "view/docx/docx.h"

typedef struct {
  GString *file;
  char *path;
} WordFile;

/* Takes the bytes of a file. */
WordFile word_file_keep(GString *file);

/* The file of a text. */
WordFile word_file_of(const char *markdown, const AdrefViewOptions *options);

void word_file_clear(WordFile *word);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(WordFile, word_file_clear)

/* A part of it, "word/document.xml". Caller frees. */
char *word_file_part(const WordFile *word, const char *name);

/* A part of the file of a text. Caller frees. */
char *word_part(const char *markdown, AdrefView view, const char *language, const char *name);

#endif
