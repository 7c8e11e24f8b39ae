/* Assembly: an outline, templates and values in, canonical text out. Same inputs, same bytes. */
#ifndef ADREF_DRAFT_ASSEMBLE_H
#define ADREF_DRAFT_ASSEMBLE_H

#include <glib.h>

#include "draft/assembly_lock.h"
#include "draft/library.h"
#include "draft/outline.h"
#include "draft/statement.h"

typedef struct {
  GHashTable *texts; /* language -> GString, canonical Markdown */
  GString *lock; /* assembly.lock: YAML; the outline's and each clause's template blob and values,
                    and the SHA-256 of each text as assembled */
  GPtrArray *untranslated; /* of char *, "file:line:column: warning: ...": values that had no words
                      in a language, so that those of another language stand in its text */
} AdrefAssembly;

/* Assembles every language of the statement. Errors carry the place in the template, outline or
 * statement.yaml: a value that is missing, unknown, of the wrong type or out of bounds; a template
 * without the language; a template whose text is not one clause. */
AdrefAssembly *adref_assemble(AdrefLibrary *library, const AdrefOutline *outline,
                              const AdrefStatement *statement, GError **error);
void adref_assembly_free(AdrefAssembly *assembly);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefAssembly, adref_assembly_free)

/* Every parameter the outline needs and that has neither a fixed value nor a default nor a value in
 * `values` (may be NULL), once per name, in the order of the text (of const AdrefParam *, owned by
 * library and outline). For `new`, which asks for them. With `all` also those with a default. What
 * stands under a `when` that does not hold is left out; one not yet answered is taken in. */
GPtrArray *adref_assembly_questions(AdrefLibrary *library, const AdrefOutline *outline,
                                    const AdrefYaml *values, gboolean all, GError **error);

/* Renders one template alone, in its language: values by name (GHashTable of AdrefValue, may be
 * NULL), defaults for the rest; a parameter without either is an error. Facts of a statement are
 * the example's: statement "example", place Tokyo, date 2023-12-17, parties JPN and ASEAN where the
 * registry has them. The result is canonical Markdown without a marker. */
GString *adref_render_template(AdrefLibrary *library, const AdrefTemplate *template,
                               GHashTable *values, GError **error);

#endif
