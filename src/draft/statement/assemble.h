/* Assembly: makes the canonical texts of a statement from an outline, templates and values. The
 * same inputs give the same bytes. */
#ifndef ADREF_DRAFT_STATEMENT_ASSEMBLE_H
#define ADREF_DRAFT_STATEMENT_ASSEMBLE_H

#include <glib.h>

#include "draft/library/library.h"
#include "draft/library/outline.h"
#include "draft/statement/assembly_lock.h"
#include "draft/statement/statement.h"

typedef struct {
  GHashTable *texts;       /* language -> GString, canonical Markdown */
  GString *lock;           /* content of assembly.lock (draft/statement/assembly_lock.h) */
  char *defaults;          /* adref_assembly_plan_defaults_words() */
  GPtrArray *untranslated; /* of char *, "file:line:column: warning: ...": values that have no words
                              in a language, so that its text has the words of another language */
} AdrefAssembly;

/* Assembles every language of the statement. Errors give the position in the template, the outline
 * or statement.yaml: a value that is missing, unknown, of the wrong type or out of bounds; a
 * template without one of the languages; a template whose text is not one clause. */
AdrefAssembly *adref_assemble(AdrefLibrary *library, const AdrefOutline *outline,
                              const AdrefStatement *statement, GError **error);
void adref_assembly_free(AdrefAssembly *assembly);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefAssembly, adref_assembly_free)

/* The parameters that `adref new` asks for (of const AdrefParam *, owned by library and outline;
 * each name once, in the order of the text): those of the outline and its templates that have no
 * value in `with`, no value in `values` (may be NULL), no default and no value that is derived from
 * `date` (of the statement, may be NULL); with `all` also those with a default or a derived value.
 * Entries whose `when` is false are left out; those whose `when` has no value yet are included. */
GPtrArray *adref_assembly_questions(AdrefLibrary *library, const AdrefOutline *outline,
                                    const AdrefYaml *values, const AdrefValue *date, gboolean all,
                                    GError **error);

/* Renders one template alone, in its language. `values` (GHashTable name -> AdrefValue, may be
 * NULL) gives values; other parameters have their defaults, and one without a default is an error.
 * The facts of the statement are an example: id "example", place Tokyo, date 2023-12-17, parties
 * JPN and ASEAN when the registry has them, as it was on that date. The result is canonical
 * Markdown without a marker. */
GString *adref_render_template(AdrefLibrary *library, const AdrefTemplate *template,
                               GHashTable *values, GError **error);

#endif
