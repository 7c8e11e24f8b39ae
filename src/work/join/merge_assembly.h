/* The text that a statement's templates, values, facts and outline make now, joined with the text
 * that was negotiated since it was assembled: a three-way merge (merge/join/merge.h) by the engine
 * that joins versions. */
#ifndef ADREF_WORK_JOIN_MERGE_ASSEMBLY_H
#define ADREF_WORK_JOIN_MERGE_ASSEMBLY_H

#include "work/text.h"

typedef struct {
  const GPtrArray *take_template; /* of char *: clauses (id or number) that become as assembled */
  const GPtrArray *keep_text;     /* clauses that stay as they were negotiated */
  gboolean dry_run; /* the redline is wanted also where a text is as it was assembled */
} AdrefMergeAssemblyOptions;

/* The version that wrote assembly.lock: what was assembled then is the base. */
typedef struct AdrefAssemblyBase AdrefAssemblyBase;

/* Refused when the lock is in no version. */
AdrefAssemblyBase *adref_assembly_base_find(AdrefSession *session, const AdrefStatement *statement,
                                            GError **error);
void adref_assembly_base_free(AdrefAssemblyBase *base);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefAssemblyBase, adref_assembly_base_free)

/* The joined text in canonical form. `text` is that of the work folder; `assembled` has the numbers
 * that were frozen in it; `locked` is the hash of the text that was assembled then. Words of both
 * that do not fit together stand in brackets, which is said. Refused when the text is not saved,
 * and when what was assembled then can neither be read nor assembled again. Caller frees. */
GString *adref_merge_assembly(AdrefAssemblyBase *base, const AdrefText *text,
                              const GString *assembled, const char *locked,
                              const AdrefMergeAssemblyOptions *options, GError **error);

/* The redline from the text to other words. Caller frees. */
GString *adref_merge_assembly_redline(const AdrefText *text, const GString *words, GError **error);

#endif
