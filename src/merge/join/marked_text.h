/* The clauses of a text by the lines of their markers, without parsing it: whether another version
 * of the text has the same words in a clause.
 *
 * A clause is the lines below its marker, up to the next marker with an id. Where an id stands
 * twice, the last clause counts. Line breaks, spaces and the marker itself are no words. */
#ifndef ADREF_MERGE_JOIN_MARKED_TEXT_H
#define ADREF_MERGE_JOIN_MARKED_TEXT_H

#include <glib.h>

enum {
  ADREF_MARKED_TEXT_DIGEST = 16 /* bytes of the digest of a clause */
};

typedef struct AdrefMarkedText AdrefMarkedText;

/* Keeps a reference to the bytes; NULL: a text without clauses. */
AdrefMarkedText *adref_marked_text_new(GBytes *bytes);
void adref_marked_text_free(AdrefMarkedText *marked_text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefMarkedText, adref_marked_text_free)

/* The markers with an id, in the order of the text; and the id of one. */
guint adref_marked_text_count(const AdrefMarkedText *marked_text);
const char *adref_marked_text_id(const AdrefMarkedText *marked_text, guint place);

/* Finds the place of the clause with this id. */
gboolean adref_marked_text_find(const AdrefMarkedText *marked_text, const char *id, guint *place);

/* For the place of each clause (as adref_marked_text_find() gives it) whether it has the same words
 * in another version; NULL: a version without a text. Clauses with the same bytes are compared as a
 * whole. Cost: in proportion to the texts. The caller frees it. */
gboolean *adref_marked_text_compare(const AdrefMarkedText *marked_text, GBytes *other);

/* The same, which also gives *digests of the words of each clause of the other version, so that it
 * need not be read again. The caller unrefs them. */
gboolean *adref_marked_text_digest(const AdrefMarkedText *marked_text, GBytes *other,
                                   GBytes **digests);

/* The same from these digests. */
gboolean *adref_marked_text_compare_digests(const AdrefMarkedText *marked_text, GBytes *digests);

#endif
