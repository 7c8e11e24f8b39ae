/* What words say of parties, also where they are not written as the notation asks: "shall - JPN",
 * "shall (JPN)", with signs of other scripts. */
#ifndef ADREF_CLAUSE_BRACKETS_ATTRIBUTION_H
#define ADREF_CLAUSE_BRACKETS_ATTRIBUTION_H

#include <glib.h>

/* What the words of a bracket, or all words of a link, say of parties. */
typedef struct {
  GHashTable *parties;
  GPtrArray *codes;   /* of char * */
  guint alternatives; /* how many stand between " / " */
  guint attributed;   /* how many have positions */
  guint by_code;      /* of them: by codes, or with verbs */
  guint small;        /* of them: behind words that do not begin with a capital */
} AdrefAttribution;

/* Reads words, of long ones the last 2,000 bytes. `parties` is a table of names
 * (adref_parties_names()), which must outlive the result. The caller unrefs `codes`. */
void adref_attribution_read(AdrefAttribution *self, GHashTable *parties, const char *words,
                            gsize length);

/* Whether words without brackets hold a position: alternatives, or "shall - JPN". A single one
 * behind a capital is a title: "Joint Statement - ASEAN". */
gboolean adref_attribution_is_position(const AdrefAttribution *self);

/* The last dash that has white space before it, or NULL. */
const char *adref_attribution_last_dash(const char *text, gsize length);

#endif
