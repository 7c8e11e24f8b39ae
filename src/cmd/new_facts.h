/* The facts of a statement as `adref new` gathers them, from options and on a terminal from a
 * person, and the statement.yaml that it writes of them. */
#ifndef ADREF_CMD_NEW_FACTS_H
#define ADREF_CMD_NEW_FACTS_H

#include "cmd/command.h"
#include "draft/library/outline.h"

typedef struct {
  AdrefSession *session;
  AdrefOutline *outline;
  AdrefValue *title, *place; /* texts; NULL: none */
  char *date;                /* NULL: none */
  char **parties, **languages;
  GPtrArray *answers; /* of char *: what a person answered, as options, "--parties JPN,THA" */
  GPtrArray *params;  /* all that the outline asks for; of const AdrefParam */
  GHashTable *values; /* name -> AdrefValue */
} AdrefNewFacts;

/* Frees what the facts hold. */
void adref_new_facts_clear(AdrefNewFacts *facts);

/* Takes outline, parties, languages, title, place, date and values from the options, and on a
 * terminal asks for the first, the second and place and date where they are not given; a wrong
 * answer is asked for again. Refuses an outline that is made for other parties, and a language in
 * which the outline has no words. */
gboolean adref_new_facts_gather(const AdrefRun *run, AdrefNewFacts *facts, GError **error);

/* Keeps an answer, which is the value of an option, "parties", or of a parameter, "set days". */
void adref_new_facts_keep(AdrefNewFacts *facts, const char *option, const char *answer);

/* An error of usage at the end of input, with the options that give the answers before. */
void adref_new_facts_no_answer(const AdrefNewFacts *facts, GError **error);

/* Whether the option has a date or NULL; a wrong one is an error of usage. */
gboolean adref_new_check_date(const char *option, const char *date, GError **error);

/* Reads the words of an option, or words by language, {en: Hanoi, ja: ...}; *words stays NULL where
 * there are none. Anything else is an error of usage. */
gboolean adref_new_read_words(AdrefValue **words, const char *option, const char *answer,
                              GError **error);

/* Asks for the values that are missing; where nobody can be asked they are an error that names them
 * all. (new_write.c) */
gboolean adref_new_facts_complete(AdrefNewFacts *facts, GError **error);

/* Writes statements/ID/statement.yaml; says which words a language lacks and which values are
 * defaults. (new_write.c) */
gboolean adref_new_facts_write(const AdrefNewFacts *facts, const char *id, GError **error);

#endif
