/* The plan of an assembly: the entries of the outline whose `when` is true, each with its templates
 * in every language and its values. All errors in names and values are found here, before
 * rendering. */
#ifndef ADREF_DRAFT_STATEMENT_ASSEMBLY_PLAN_H
#define ADREF_DRAFT_STATEMENT_ASSEMBLY_PLAN_H

#include <glib.h>

#include "clause/labels/numbering.h"
#include "draft/library/binding.h"
#include "draft/library/library.h"
#include "draft/library/outline.h"
#include "draft/statement/statement.h"

typedef struct {
  const AdrefOutlineEntry *entry;
  GPtrArray *closures;  /* adref_library_include_closure() for each language of the statement, in
                           their  order; NULL for a heading */
  AdrefBinding *values; /* NULL for a heading */
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

/* The answers that nobody gave, "days: 30": names and values of defaults that the text has, each
 * once, as lines of YAML. "" for none. Caller frees. */
GString *adref_assembly_plan_defaults(const AdrefAssemblyPlan *plan);

/* The same in words, "days 30; host Thailand", in lines of at most 76 characters that begin with
 * two spaces; a long answer is cut. "" for none. Caller frees. */
char *adref_assembly_plan_defaults_words(const AdrefAssemblyPlan *plan);

/* The template of an entry in a language and all templates that it includes
 * (adref_library_include_closure). A template that does not exist is an error with the position of
 * the entry. */
GPtrArray *adref_outline_entry_closure(AdrefLibrary *library, const AdrefOutlineEntry *entry,
                                       const char *language, GError **error);

/* Checks that each key of `with` is a parameter of the templates in `closure`. Appends a message
 * for each wrong key to `findings`; with `findings` NULL the first wrong key is an error. */
gboolean adref_outline_entry_check_with(const AdrefOutlineEntry *entry, const GPtrArray *closure,
                                        GPtrArray *findings, GError **error);

#endif
