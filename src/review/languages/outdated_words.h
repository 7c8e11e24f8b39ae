/* Words of a text that say a fact as it was before it changed: a date, the place, the name of a
 * party, a party that takes part no more, the number of parties, the value of a parameter, the
 * title; and where a party that was added is not named: in a clause whose template names them, or,
 * in a text that was not assembled, in one that names all who took part before.
 *
 * Only a fact that differs between the two versions is looked for, so a text that never said it
 * gives nothing. A date is found by its value, however it is written; a place and a name as words
 * of the language. In a clause from a template only the facts that its template prints are looked
 * for: "Tokyo" in a paragraph on a centre in Tokyo is not the place of the meeting. A name is
 * looked for everywhere, and every fact but a number in the title and in headings. Of a value words
 * are looked for that have four letters, and numbers where the clause does not have the new one. */
#ifndef ADREF_REVIEW_LANGUAGES_OUTDATED_WORDS_H
#define ADREF_REVIEW_LANGUAGES_OUTDATED_WORDS_H

#include <glib.h>

#include "draft/library/library.h"
#include "review/fact_changes.h"
#include "review/languages/language_structure.h"

typedef struct {
  const char *fact; /* "title", "date", "place", "parties", "names", "values" */
  char *language;   /* of the text */
  char *clause;     /* its id, or its number where it has none; NULL: neither */
  char *said;       /* what the text says; NULL: it does not name a party that was added */
  char *now;        /* what the facts say; NULL: no such thing any more */
} AdrefOutdatedWords;

void adref_outdated_words_free(AdrefOutdatedWords *words);

/* Two versions of the facts, and the library of the first one. */
typedef struct {
  AdrefFacts was, is;
  AdrefLibrary *library;
  gboolean is_assembled; /* the text was assembled: words without a template were written by hand,
                            and are searched for names alone */
} AdrefOutdatedWordsOptions;

/* Appends what `text` says otherwise (AdrefOutdatedWords), in the order of the text, fact by
 * fact. */
void adref_outdated_words_find(const AdrefOutdatedWordsOptions *options,
                               const AdrefLanguageText *text, GPtrArray *found);

/* "date: the en text says 17 December 2023 in chapeau; now 18 December 2023", a line for each fact
 * and its words, with all their clauses. `found` may hold several languages. NULL-terminated; freed
 * with g_strfreev. */
char **adref_outdated_words_lines(const GPtrArray *found);

#endif
