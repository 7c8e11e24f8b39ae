/* String interning: each different string gets a number, so that two words are compared by
 * comparing two numbers. The bytes decide; a collision of hashes never gives two strings one
 * number. */
#ifndef ADREF_BASE_INTERNER_H
#define ADREF_BASE_INTERNER_H

#include <glib.h>

typedef struct AdrefInterner AdrefInterner;

AdrefInterner *adref_interner_new(void);
void adref_interner_free(AdrefInterner *interner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefInterner, adref_interner_free)

/* The number of a string: 0, 1, 2 ... in the order in which strings are added. Strings of the same
 * bytes but another `kind` have different numbers. */
guint adref_interner_intern(AdrefInterner *interner, guint8 kind, const char *bytes, gsize length);

/* The number of a string, or G_MAXUINT if it was not added. */
guint adref_interner_find(const AdrefInterner *interner, guint8 kind, const char *bytes,
                          gsize length);

/* Adds the strings of `other`. The result has, for each number of `other`, the number in
 * `interner`; the caller frees it. Two threads use this: each fills an interner of its own. */
guint *adref_interner_merge(AdrefInterner *interner, const AdrefInterner *other);

/* How many strings were added. */
guint adref_interner_size(const AdrefInterner *interner);

#endif
