/* Mustache (the public specification, version 1.4: interpolation, sections, inverted sections,
 * comments, partials, delimiters, dotted names; no lambdas, no inheritance), over any data.
 *
 * The engine gets data only through AdrefMustacheCallbacks, so it does not depend on values or
 * parties. */
#ifndef ADREF_DRAFT_LIBRARY_MUSTACHE_H
#define ADREF_DRAFT_LIBRARY_MUSTACHE_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_MUSTACHE_MAX_PARTIALS = 16,            /* nested partials */
  ADREF_MUSTACHE_MAX_SECTIONS = 64,            /* nested sections */
  ADREF_MUSTACHE_MAX_OUTPUT = 8 * 1024 * 1024, /* bytes of the result of one rendering */
  ADREF_MUSTACHE_MAX_STEPS = 1000000,          /* tags, look-ups and items in one rendering */
};

typedef struct AdrefMustache AdrefMustache; /* a parsed template */

/* Parses a template. Errors (an unclosed tag or section, a wrong delimiter) have line and column.
 * `name` is the file in messages; `first_line` is the line of the file on which the text begins. */
AdrefMustache *adref_mustache_parse(const char *text, gsize length, const char *name,
                                    guint first_line, GError **error);
void adref_mustache_free(AdrefMustache *template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefMustache, adref_mustache_free)

typedef gconstpointer AdrefMustacheItem; /* an item of the data; opaque to the engine */

/* The functions by which the engine gets data. `data` is passed to each. */
typedef struct {
  gpointer data;
  /* Sets *out to the member `name` (one step of a dotted name) of `item`; FALSE when it has none.
   */
  gboolean (*member)(gpointer data, AdrefMustacheItem item, const char *name,
                     AdrefMustacheItem *out);
  /* The text of an item, not escaped; NULL prints nothing. The engine frees it. */
  char *(*print)(gpointer data, AdrefMustacheItem item);
  gboolean (*is_true)(gpointer data, AdrefMustacheItem item);
  /* The items of a list, in order (freed by the engine with g_ptr_array_unref), or NULL when the
   * item is not a list. */
  GPtrArray *(*items)(gpointer data, AdrefMustacheItem item);
  /* Escapes the text of an item for {{name}}. The engine frees the result. */
  char *(*escape)(gpointer data, AdrefMustacheItem item, const char *text);
  /* The template of a partial; it must live until rendering ends. NULL without an error renders
   * nothing. */
  const AdrefMustache *(*partial)(gpointer data, const char *name, GError **error);
  /* Called for a name that was not found. TRUE: print nothing; FALSE with an error set: stop. */
  gboolean (*missing)(gpointer data, const char *name, AdrefLocation place, GError **error);
} AdrefMustacheCallbacks;

/* Renders with `root` as the outermost context. Exceeding MAX_PARTIALS (partials that include each
 * other), MAX_OUTPUT or MAX_STEPS is an error with the position of the tag. */
GString *adref_mustache_render(const AdrefMustache *template, AdrefMustacheItem root,
                               const AdrefMustacheCallbacks *callbacks, GError **error);

/* Calls `func` for every tag with a name, in the order of the text. `kind` is the sigil: 0 for
 * {{name}}, '&' for {{&name}} and {{{name}}}, '#', '^', '>', '/'. */
typedef void (*AdrefMustacheTagFunc)(char kind, const char *name, AdrefLocation place,
                                     gpointer data);
void adref_mustache_each_tag(const AdrefMustache *template, AdrefMustacheTagFunc func,
                             gpointer data);

#endif
