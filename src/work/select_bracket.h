/* Which bracket of a clause a person means, "12", "12:2" or "12:2.1", and the same clause in the
 * other languages. */
#ifndef ADREF_WORK_SELECT_BRACKET_H
#define ADREF_WORK_SELECT_BRACKET_H

#include "clause/proposals/bracket_list.h"
#include "work/text.h"

/* CLAUSE[:N][.ALTERNATIVE], divided; the numbers are 0 where they are not given. */
typedef struct {
  char *clause; /* an id, number or address; "" for none */
  guint bracket, alternative;
} AdrefBracketName;

void adref_bracket_name_read(const char *words, AdrefBracketName *name);
void adref_bracket_name_clear(AdrefBracketName *name);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefBracketName, adref_bracket_name_clear)

/* A bracket that was found, or NULL. Its nodes belong to the text. */
typedef struct {
  AdrefNode *clause;
  AdrefNode *bracket;
  guint number; /* in its clause */
} AdrefSelectedBracket;

/* The bracket of a text. Where no number is given, the clause has only one; "12.2" is its second
 * alternative then, unless a clause is called so. Errors name those that there are. */
gboolean adref_select_bracket(const AdrefText *text, AdrefBracketName *name,
                              AdrefSelectedBracket *selected, GError **error);

/* The alternative of a bracket that a number means; 0: the only one that is not base text, else an
 * error that lists them. */
AdrefNode *adref_select_alternative(const AdrefSelectedBracket *selected, guint number,
                                    GError **error);

/* "op training", or the kind with the number. Caller frees. */
char *adref_select_clause_name(const AdrefNode *clause);

/* The clause in a text of another language: with the same id, else the same number; a heading
 * without either by its place among as many headings. NULL: there is none. */
AdrefNode *adref_select_same_clause(const AdrefNode *document, const AdrefNode *clause);

/* "[shall / should - JPN]": a bracket as it is written, shortened to about `width` characters.
 * Caller frees. */
char *adref_select_bracket_words(const AdrefNode *bracket, guint width);

#endif
