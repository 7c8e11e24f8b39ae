/* Texts that come in from elsewhere: read, shown as a table, and saved as a new statement. */
#ifndef ADREF_WORK_IMPORT_IMPORT_TEXT_H
#define ADREF_WORK_IMPORT_IMPORT_TEXT_H

#include "clause/markdown/markdown_read.h"
#include "exchange/docx/docx_read.h"
#include "exchange/text/clause_tree.h"
#include "exchange/text/incoming_read.h"
#include "work/import/import_facts.h"

/* The house style that is made where none leaves paragraphs without numbers. */
#define ADREF_IMPORT_NEW_STYLE    "templates/styles/as-typed.yaml"
#define ADREF_IMPORT_NEW_PP_STYLE "templates/styles/as-typed-pp.yaml" /* numbers the preamble */

typedef struct {
  const GPtrArray *files; /* of const char *: paths, relative to the session's folder, or "-" */
  const char *name;       /* id of the new statement; NULL: from its title */
  const char *party;      /* whose text it is, or NULL */
  const char *language;   /* of the only file; NULL: by its name, else by its words */
  const char *map;        /* corrected tables, in the order of the files, or NULL */
  const char *base; /* the version that a file came from, with `into`; NULL: it is looked for */
  gboolean
      takes_hand_marks;     /* words struck out are deletions, underlined or bold ones insertions */
  GHashTable *authors;      /* name of an author of a Word file -> code of a party; or NULL */
  const GPtrArray *parties; /* of const char *: the codes in `authors`, each once, in the order in
                               which they were named; NULL: none */
  GHashTable *persons; /* filled with the names of those whose changes or comments a file has -> the
                          same when they have marked changes, else NULL; or NULL */
} AdrefImportOptions;

/* A file that was read. */
typedef struct {
  char *name, *language;
  AdrefIncomingFormat format;
  AdrefDocxFile *docx;     /* of a Word file; else NULL */
  AdrefIncomingText *text; /* NULL: not read yet (adref_import_file_open()) */
  AdrefNode *document;     /* with markers */
  char *place;         /* that its line of place and date names, or NULL; not of the first file */
  GPtrArray *problems; /* of the file, of AdrefProblem */
  guint unmatched;     /* paragraphs of another language that have found no clause */
} AdrefImportFile;

typedef struct {
  GPtrArray *files; /* of AdrefImportFile; the first is the rolling text */
  AdrefImportFacts *facts;
  char *id;
  char *style;           /* name of the house style that suits the numbers; NULL: none was found */
  const char *new_style; /* its file, which is made: no style leaves paragraphs without numbers;
                            or NULL */
} AdrefImport;

/* Whether --lang is a language and goes with the number of files. */
gboolean adref_import_check_language(const AdrefImportOptions *options, GError **error);

/* Reads the files and decides; nothing is written. */
AdrefImport *adref_import_read(AdrefSession *session, const AdrefImportOptions *options,
                               GError **error);

/* Makes the statement, and saves its first version. */
gboolean adref_import_save(AdrefSession *session, const AdrefImport *import,
                           const AdrefImportOptions *options, GError **error);

/* A file that is not read yet. The caller frees it. */
AdrefImportFile *adref_import_file_new(const char *name);

/* Reads one file, without deciding about its statement; `language` NULL: by its name, else by its
 * words. The caller frees it. */
AdrefImportFile *adref_import_file_read(AdrefSession *session, const char *name,
                                        const char *language, GError **error);
void adref_import_file_free(AdrefImportFile *file);

/* The same, but the words of a Word file that adref exported are not read by themselves: it will be
 * read beside what went out. adref_import_file_need_text() reads them after all. Of a file that is
 * no Word file the mail around the text `known` (NULL: none) is left out
 * (work/import/mail_around.h). */
AdrefImportFile *adref_import_file_open(AdrefSession *session, const char *name,
                                        const char *language, GBytes *known, GError **error);
gboolean adref_import_file_need_text(const AdrefSession *session, AdrefImportFile *file,
                                     GError **error);

/* Whether a file whose text was read has a paragraph. */
gboolean adref_import_file_check_words(const AdrefImportFile *file, GError **error);

/* Takes the kinds and ids of a corrected table: the nth, from 0, of those in the file `map`. Where
 * it has fewer, nothing is changed. */
gboolean adref_import_file_read_map(AdrefSession *session, AdrefImportFile *file, const char *map,
                                    guint nth, GError **error);

/* Gives the paragraphs of another language the kinds and ids of the clauses of `rolling`, whose
 * numbers are known (exchange/text/clause_order.h). */
void adref_import_file_match(AdrefImportFile *file, const AdrefNode *rolling);

/* Clauses by their ids; both belong to the document. The caller frees the table. */
GHashTable *adref_import_clauses_by_id(const AdrefNode *document);

/* Gives the clauses of a document the frozen numbers and templates that those of the same ids have
 * in `base`: they are no part of what a file says. */
void adref_import_take_attributes(AdrefNode *document, const AdrefNode *base);

void adref_import_free(AdrefImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefImport, adref_import_free)

#endif
