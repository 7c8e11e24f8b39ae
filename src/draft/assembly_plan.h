/* What an assembly will put together: the entries of the outline that hold, each with its templates
 * in every language and its values; all that can be wrong with names and values is found here. */
#ifndef ADREF_DRAFT_ASSEMBLY_PLAN_H
#define ADREF_DRAFT_ASSEMBLY_PLAN_H

#include <glib.h>

#include "clause/numbering.h"
#include "draft/binding.h"
#include "draft/library.h"
#include "draft/outline.h"
#include "draft/statement.h"

typedef struct {
  const AdrefOutlineEntry *entry;
  GPtrArray
      *closures; /* by language of the statement: adref_library_include_closure; NULL: a heading */
  AdrefBinding *values; /* NULL: a heading */
} AdrefAssemblyPart;

typedef struct {
  AdrefLibrary *library;
  const AdrefOutline *outline;
  const AdrefStatement *statement;
  AdrefNumbering numbering;
  AdrefBinding *shared; /* values of the outline's parameters */
  GPtrArray *parts;     /* of AdrefAssemblyPart, in the order of the text */
} AdrefAssemblyPlan;

AdrefAssemblyPlan *adref_assembly_plan_new(AdrefLibrary *library, const AdrefOutline *outline,
                                           const AdrefStatement *statement, GError **error);
void adref_assembly_plan_free(AdrefAssemblyPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefAssemblyPlan, adref_assembly_plan_free)

/* The template of an entry in a language with all that it includes (adref_library_include_closure);
 * one that does not exist is an error with the place of the entry. */
GPtrArray *adref_outline_entry_closure(AdrefLibrary *library, const AdrefOutlineEntry *entry,
                                       const char *language, GError **error);

/* Appends to `findings` each key of `with` that is no parameter of the templates in `closure`; with
 * `findings` NULL the first is an error and FALSE is returned. */
gboolean adref_outline_entry_check_with(const AdrefOutlineEntry *entry, const GPtrArray *closure,
                                        GPtrArray *findings, GError **error);

#endif
