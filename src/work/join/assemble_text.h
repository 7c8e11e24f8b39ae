/* The text of a statement is assembled from its clause templates, in every language. */
#ifndef ADREF_WORK_JOIN_ASSEMBLE_TEXT_H
#define ADREF_WORK_JOIN_ASSEMBLE_TEXT_H

#include "draft/statement/assemble.h"
#include "work/join/merge_assembly.h"

/* What is to be written. */
typedef struct {
  AdrefAssembly *assembly;
  GPtrArray *texts;  /* of GString: in each language of the statement */
  GString *redlines; /* of the texts that were joined with what was negotiated; "" for none */
} AdrefAssembledTexts;

/* Assembles the texts. One that was edited since it was assembled is never overwritten: what
 * changed in templates, values, facts and outline is joined with it (work/join/merge_assembly.h).
 * Nothing is written. Values without a translation are said. */
AdrefAssembledTexts *adref_assemble_text(AdrefSession *session, const AdrefStatement *statement,
                                         const AdrefMergeAssemblyOptions *options, GError **error);
void adref_assembled_texts_free(AdrefAssembledTexts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefAssembledTexts, adref_assembled_texts_free)

/* Writes the texts and assembly.lock, and saves a version. */
gboolean adref_assembled_texts_save(AdrefSession *session, const AdrefStatement *statement,
                                    const AdrefAssembledTexts *texts, GError **error);

#endif
