/* The checks of a library: what lint.c (templates) and lint_outline.c (outlines) share. The door is
 * adref_library_check in library.h. */
#ifndef ADREF_DRAFT_LINT_H
#define ADREF_DRAFT_LINT_H

#include <glib.h>

#include "draft/library.h"
#include "draft/outline.h"
#include "draft/symbol_table.h"

/* A check under way. */
typedef struct {
  AdrefLibrary *library;
  GPtrArray *findings;
  GHashTable *found;     /* the messages in `findings`: each is given once */
  GHashTable *params;    /* name -> const AdrefParam that first had it, of the whole library */
  GHashTable *used;      /* names of templates that an outline or another template uses */
  GHashTable *resolved;  /* "file:line:column: id" -> whether an outline has the clause */
  GPtrArray *references; /* the keys of `resolved` in their order */
  GPtrArray *outlines;   /* of AdrefOutline: they own parameters that `params` holds */
} AdrefLint;

/* Makes an error a finding and clears it; none changes nothing. */
void adref_lint_add(AdrefLint *lint, GError **cause);
void adref_lint_add_at(AdrefLint *lint, AdrefLocation place, const char *what, const char *name,
                       const char *why);

/* The tags of one text, taken in one by one by adref_lint_tag (an AdrefMustacheTagFunc). */
typedef struct {
  AdrefLint *lint;
  AdrefSymbolTable *names; /* that hold there; NULL: not checked */
  const char *language;    /* of the text: what is printed must have words in it; NULL: any */
  const GPtrArray *shared; /* parameters of the outline, or NULL */
  GHashTable *named;       /* gets the first steps of all names; NULL: not wanted */
} AdrefLintTags;

void adref_lint_tag(char kind, const char *name, AdrefLocation place, gpointer tags);

/* Adds to `named` the names in a template and all that it includes (adref_library_include_closure,
 * which is returned; NULL when one is missing). */
GPtrArray *adref_lint_collect(AdrefLint *lint, const AdrefTemplate *template, GHashTable *named);

/* Checks the names in a template and all that it includes; `shared` (may be NULL) are parameters of
 * the outline. */
void adref_lint_names(AdrefLint *lint, const GPtrArray *closure, const GPtrArray *shared);

/* Parameters whose name is not in `named`. */
void adref_lint_unused(AdrefLint *lint, const GPtrArray *params, GHashTable *named);

void adref_lint_style(AdrefLint *lint, const char *style, AdrefLocation place);
void adref_lint_outline(AdrefLint *lint, const AdrefOutline *outline);

#endif
