/* The tables of templates/languages/ in the program. The Makefile makes builtin_words.c of them. */
#ifndef ADREF_DRAFT_LIBRARY_BUILTIN_WORDS_H
#define ADREF_DRAFT_LIBRARY_BUILTIN_WORDS_H

typedef struct {
  const char *language; /* "ja" */
  const char *text;     /* the YAML */
} AdrefBuiltinWords;

/* Ended by a language NULL. */
extern const AdrefBuiltinWords adref_builtin_words[];

#endif
