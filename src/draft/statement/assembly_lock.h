/* The file assembly.lock: what the texts of a statement were assembled from. A later assembly uses
 * it as the base of a three-way merge with the negotiated text. */
#ifndef ADREF_DRAFT_STATEMENT_ASSEMBLY_LOCK_H
#define ADREF_DRAFT_STATEMENT_ASSEMBLY_LOCK_H

#include <glib.h>

#include "draft/statement/assembly_plan.h"

/* The content of the file: name, blob, style and values of the outline; for each clause its
 * template, the blobs of the template by language, the blobs of its partials, and its values; the
 * SHA-256 of each assembled text. `texts`: language -> GString. */
GString *adref_assembly_lock_write(const AdrefAssemblyPlan *plan, GHashTable *texts);

/* The SHA-256 of the text in a language, as recorded in the lock file `lock` (`name` is its path,
 * for messages). NULL without an error when none is recorded. Caller frees. */
char *adref_assembly_lock_text_hash(const char *lock, gsize length, const char *name,
                                    const char *language, GError **error);

/* The paths of the templates that the lock file names, each with git's id of the file that the text
 * was assembled from (path -> char *). Caller unrefs. */
GHashTable *adref_assembly_lock_templates(const char *lock, gsize length, const char *name,
                                          GError **error);

/* The style that the outline named when the text was assembled. NULL without an error when none is
 * recorded. Caller frees. */
char *adref_assembly_lock_style(const char *lock, gsize length, const char *name, GError **error);

#endif
