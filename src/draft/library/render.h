/* Renders a Mustache text with the values of parameters and the facts of the statement. */
#ifndef ADREF_DRAFT_LIBRARY_RENDER_H
#define ADREF_DRAFT_LIBRARY_RENDER_H

#include <glib.h>

#include "draft/library/binding.h"
#include "draft/library/library.h"
#include "draft/library/mustache.h"

typedef struct {
  AdrefLibrary *library; /* for partials */
  const char *language;
  GHashTable *facts;       /* title, id, place, date, parties, language -> AdrefValue; a fact that
                              is missing is false in a section and an error when it is printed */
  const AdrefBinding *own; /* of the clause, or NULL */
  const AdrefBinding *shared; /* of the outline, or NULL */
  const char *rolling; /* the first language of the statement, whose words a value has that is given
                          without a language; NULL: not known */
  AdrefLocation place_location;            /* of the fact "place", for warnings */
  const AdrefAbbreviations *abbreviations; /* or NULL: none are known */
  GHashTable *introduced;  /* in and out: the keys of abbreviations that the text has introduced;
                              NULL: full names are printed (titles and headings) */
  GPtrArray *untranslated; /* output: a warning (char *) for each value that has no words in the
                              language, once; or NULL */
} AdrefRenderContext;

/* An empty table for `facts`. It owns its values, but not its names. */
GHashTable *adref_render_facts_new(void);

/* Renders; values are escaped as Markdown. `place` is the position of the text, for errors that
 * have no position of their own. */
GString *adref_render(const AdrefMustache *text, AdrefLocation place,
                      const AdrefRenderContext *context, GError **error);

#endif
