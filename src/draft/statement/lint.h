/* The checks of adref_library_check() (draft/library/library.h): lint.c checks templates,
 * lint_outline.c outlines, lint_words.c the words of pages. Private to these. */
#ifndef ADREF_DRAFT_STATEMENT_LINT_H
#define ADREF_DRAFT_STATEMENT_LINT_H

#include <glib.h>

#include "draft/library/library.h"
#include "draft/library/outline.h"
#include "draft/library/symbol_table.h"

#define ADREF_LINT_NO_SUMMARY "has no summary: one line for lists"

/* A cross reference of a template, in the outlines that use it. */
typedef struct {
  gboolean is_known;    /* some of them has the clause */
  gboolean is_optional; /* it stands in a section */
  GPtrArray *lacking;   /* of const char *: names of those that have not */
} AdrefLintReference;

/* The state of a check. */
typedef struct {
  AdrefLibrary *library;
  const AdrefAbbreviations *abbreviations; /* NULL: not read, or they have an error */
  GPtrArray *findings;
  GHashTable *found;     /* the messages in `findings`, so that each is given once */
  GHashTable *params;    /* name -> the first const AdrefParam with it in the library */
  GHashTable *used;      /* names of templates that an outline or another template uses */
  GHashTable *resolved;  /* "file:line:column: id" of a cross reference -> AdrefLintReference */
  GPtrArray *references; /* the keys of `resolved`, in the order of reading */
  GPtrArray *outlines;   /* of AdrefOutline: they own parameters in `params` */
} AdrefLint;

/* Adds the message of an error to the findings and clears the error. Does nothing when there is no
 * error. */
void adref_lint_add(AdrefLint *lint, GError **cause);
void adref_lint_add_at(AdrefLint *lint, AdrefLocation place, const char *what, const char *name,
                       const char *why);

/* The state while the tags of one text are checked; adref_lint_tag() is called for each. */
typedef struct {
  AdrefLint *lint;
  AdrefSymbolTable *names; /* the names known in the text; NULL: names are not checked */
  const char *language; /* of the text: printed values must have words in it; NULL: not checked */
  const GPtrArray *shared; /* parameters of the outline, or NULL */
  GHashTable *named;       /* output: the first steps of all names ("date" of date.long); or NULL */
} AdrefLintTags;

void adref_lint_tag(char kind, const char *name, AdrefLocation place, gpointer tags);

/* Notes in `named` that some names are not known, since a template cannot be read. */
void adref_lint_unknown(GHashTable *named);

/* Adds the names in a template and in all that it includes to `named`. Returns
 * adref_library_include_closure(), NULL when a template is missing. */
GPtrArray *adref_lint_collect(AdrefLint *lint, const AdrefTemplate *template, GHashTable *named);

/* Checks the names in a template and all that it includes; `shared` (may be NULL) are parameters of
 * the outline. */
void adref_lint_names(AdrefLint *lint, const GPtrArray *closure, const GPtrArray *shared);

/* Adds a finding for each parameter whose name is not in `named`; none when some names are not
 * known. */
void adref_lint_unused(AdrefLint *lint, const GPtrArray *params, GHashTable *named);

void adref_lint_style(AdrefLint *lint, const char *style, AdrefLocation place);

/* Checks the words of pages of all languages (draft/library/page_words.h). */
gboolean adref_lint_words(AdrefLint *lint, GError **error);
void adref_lint_outline(AdrefLint *lint, const AdrefOutline *outline);

#endif
