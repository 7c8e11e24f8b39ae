/* Next year's statement from last year's text. */
#ifndef ADREF_WORK_EDIT_NEXT_STATEMENT_H
#define ADREF_WORK_EDIT_NEXT_STATEMENT_H

#include "work/text.h"

typedef struct {
  const char *id;                        /* of the new statement */
  const char *source;                    /* STATEMENT or STATEMENT@VERSION */
  const AdrefValue *title;               /* words, perhaps by language; NULL: that of the source */
  const AdrefValue *place;               /* likewise; NULL: not known yet */
  const char *date, *meeting, *deadline; /* NULL: not known yet */
} AdrefNextStatementOptions;

/* Words that may hold only for last year. */
typedef struct {
  char *language, *clause; /* id; "" in a heading */
  const char *kind;        /* "date", "year", "ordinal", "time", "place", "title" */
  char *words;
} AdrefDatedWords;

typedef struct {
  char *source;       /* as it was named, with the version */
  GPtrArray *dated;   /* of AdrefDatedWords, in the order of the texts */
  GPtrArray *missing; /* of const char *: "date", "place", "meeting", "deadline" */
} AdrefNextStatement;

/* Writes the files of the new statement and saves its first version: every language, the parties,
 * the style and the roles of the source; no records, labels, signatures, notes or frozen numbers.
 * Each clause has the precedent in from=, "SOURCE/CLAUSE". Refused when the id is taken. */
AdrefNextStatement *adref_next_statement_make(AdrefSession *session,
                                              const AdrefNextStatementOptions *options,
                                              GError **error);
void adref_next_statement_free(AdrefNextStatement *next);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefNextStatement, adref_next_statement_free)

#endif
