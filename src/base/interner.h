/* A number for each string: comparing two words is then comparing two numbers. */
#ifndef ADREF_BASE_INTERNER_H
#define ADREF_BASE_INTERNER_H

#include <glib.h>

typedef struct AdrefInterner AdrefInterner;

AdrefInterner *adref_interner_new(void);
void adref_interner_free(AdrefInterner *interner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefInterner, adref_interner_free)

/* The number of a string, the same for the same bytes; 0, 1, 2 ... as they are first met. `kind`
 * tells strings apart that have the same bytes. */
guint adref_interner_intern(AdrefInterner *interner, guint8 kind, const char *bytes, gsize length);

/* The number of a string that has one, else G_MAXUINT. */
guint adref_interner_find(const AdrefInterner *interner, guint8 kind, const char *bytes,
                          gsize length);

/* Takes in the strings of another lexicon, and gives the number here for each number there. The
 * caller frees. So two threads can number strings apart, each in its own lexicon. */
guint *adref_interner_merge(AdrefInterner *interner, const AdrefInterner *other);

/* How many numbers there are. */
guint adref_interner_size(const AdrefInterner *interner);

#endif
