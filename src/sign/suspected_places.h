/* The places of a statement that look like positions of parties and are read as words
 * (clause/brackets/suspected_position.h), with what the records say of them (sign/settled_words.h).
 */
#ifndef ADREF_SIGN_SUSPECTED_PLACES_H
#define ADREF_SIGN_SUSPECTED_PLACES_H

#include "draft/data/party.h"
#include "draft/statement/statement.h"
#include "sign/language_versions.h"

typedef struct {
  char *place;      /* "statements/demo/en.md:14:13" */
  char *part;       /* "op ferries", "the title in en"; NULL: a clause without a name */
  char *clause;     /* its id; NULL: the place can only be written otherwise */
  char *words;      /* "shall - JPN" */
  const char *kind; /* "in a link" */
  char **parties;   /* the codes that it names, NULL-terminated */
  char **missing;   /* those that still have to say that it is words; empty: any party */
  gboolean settled; /* all have said so */
} AdrefSuspectedPlace;

/* A list of AdrefSuspectedPlace of the texts, and of title and place in statement.yaml. `records`
 * are those of adref_records_read() with these texts. `comments`: in comments too. Caller unrefs.
 */
GPtrArray *adref_suspected_places_new(const AdrefLanguageVersions *language_versions,
                                      const AdrefStatement *statement, const AdrefParties *parties,
                                      GHashTable *records, gboolean comments);

/* The same of a file that belongs to no statement, or whose records are not asked. */
GPtrArray *adref_suspected_places_of_text(const AdrefNode *document, const char *source,
                                          gsize length, const char *name,
                                          const AdrefParties *parties);

/* Whether the place is in the file with that path. */
gboolean adref_suspected_place_is_in(const AdrefSuspectedPlace *place, const char *path);

/* How many are not settled. */
guint adref_suspected_places_count(const GPtrArray *places);

/* "statements/demo/en.md:14:13: op ferries: "shall - JPN" in a link looks like a position". Caller
 * frees. */
char *adref_suspected_place_line(const AdrefSuspectedPlace *place);

/* "; JPN has to say that it is words", "; JPN says that it is words"; or "". Caller frees. */
char *adref_suspected_place_state(const AdrefSuspectedPlace *place);

/* All that are not settled, at most 20 of them named, and what can be done; NULL: there are none.
 * Caller frees. */
char *adref_suspected_places_refusal(const GPtrArray *places);

/* Parties that stand in brackets, and are neither in these talks nor members of a group that is,
 * in one line, or in none: "XYZ stands in a bracket of op ferries (en), and is no party of these
 * talks"; several without their places. Caller frees with g_strfreev. */
char **adref_suspected_places_strangers(const AdrefLanguageVersions *language_versions,
                                        const AdrefStatement *statement,
                                        const AdrefParties *parties);

#endif
