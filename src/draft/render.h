/* Rendering: a Mustache text over the values of parameters and the facts of the statement. */
#ifndef ADREF_DRAFT_RENDER_H
#define ADREF_DRAFT_RENDER_H

#include <glib.h>

#include "draft/binding.h"
#include "draft/library.h"
#include "draft/mustache.h"

typedef struct {
  AdrefLibrary *library; /* for partials */
  const char *language;
  GHashTable *facts;            /* title, id, place, date, parties, language -> AdrefValue; one that
                                   is not in it may be asked for by sections and may not be printed */
  const AdrefBinding *own;      /* of the clause, or NULL */
  const AdrefBinding *shared;   /* of the outline, or NULL */
  AdrefLocation place_location; /* where the fact "place" stands */
  GPtrArray *untranslated;      /* gets each value that has no words in the language, as a message
                           with its place (char *, once); NULL: not wanted */
} AdrefRenderContext;

/* A table for `facts` that owns its values; the names are not copied. */
GHashTable *adref_render_facts_new(void);

/* Values are escaped as Markdown. `place` is of the text, for errors that know no better one. */
GString *adref_render(const AdrefMustache *text, AdrefLocation place,
                      const AdrefRenderContext *context, GError **error);

#endif
