/* The facts of a statement compared: who must sign, in which capacity, parties and their names,
 * languages and their roles, title, place, date, outline, style, values.
 *
 * Facts stand in statement.yaml and templates/parties.yaml, not in the text; a redline of the words
 * alone does not show that Tokyo became Bonn or that one party less must sign. They are compared as
 * they are written: the order of a list counts, quotes and layout do not. */
#ifndef ADREF_REVIEW_FACT_CHANGES_H
#define ADREF_REVIEW_FACT_CHANGES_H

#include <glib.h>

#include "clause/node.h"
#include "draft/data/party.h"
#include "draft/statement/statement.h"

/* The facts of one version. */
typedef struct {
  const AdrefStatement *statement; /* NULL: the version has no such statement */
  const AdrefParties *parties;     /* the registry of that version */
} AdrefFacts;

typedef struct {
  char *key;   /* "signing.who", "place.ja", "parties.yaml:THA.long.en" */
  char *words; /* "who must sign", "place (ja)", "long name of THA (en)" */
  char *old;   /* NULL: it was not stated */
  char *new;   /* NULL: it is not stated any more */
} AdrefFactChange;

void adref_fact_change_free(AdrefFactChange *change);

/* What differs (of AdrefFactChange), most serious first: signing, parties, languages, roles, title,
 * place, date, then the rest in the order of the file. Caller unrefs. */
GPtrArray *adref_fact_changes_new(const AdrefFacts *old, const AdrefFacts *new);

/* What differs in the front matter of two documents (clause/markdown/front_matter.h), key by key in
 * the order of the file: "front-matter.date", "front matter: date". Where one of them is no YAML
 * that draft/data/yaml.h reads, both are one fact, "front matter", from the first line that
 * differs; its values are shortened. Caller unrefs. */
GPtrArray *adref_front_matter_changes_new(const AdrefNode *old, const AdrefNode *new);

/* Whether it is one of these. */
gboolean adref_fact_change_is_front_matter(const AdrefFactChange *change);

/* "who must sign: all -> JPN"; "place (ja): Tokyo, not stated before". Caller frees. */
char *adref_fact_change_line(const AdrefFactChange *change);

/* What changed in a few words, for a subject or a list: "facts: who must sign, place"; "3 facts
 * changed" where that is longer than `max_length` characters; NULL when nothing changed. Control
 * characters are visible. Caller frees. */
char *adref_fact_changes_words(const GPtrArray *changes, guint max_length);

#endif
