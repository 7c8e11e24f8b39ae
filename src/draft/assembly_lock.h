/* assembly.lock: what a text was assembled from (DESIGN.md section 2). */
#ifndef ADREF_DRAFT_ASSEMBLY_LOCK_H
#define ADREF_DRAFT_ASSEMBLY_LOCK_H

#include <glib.h>

#include "draft/assembly_plan.h"

/* The lock of an assembly: the outline's blob and values, each clause's template blobs by language,
 * its partials' likewise, its values, and the SHA-256 of each text (language -> GString). */
GString *adref_assembly_lock_write(const AdrefAssemblyPlan *plan, GHashTable *texts);

/* The SHA-256 that a lock file records for a text, or NULL when it has none: `draft` refuses when
 * the text differs from it; an error is told from that by *error. `name` is the path of the lock
 * for messages. Caller frees. */
char *adref_assembly_lock_text_hash(const char *lock, gsize length, const char *name,
                                    const char *language, GError **error);

#endif
