/* Mustache (the public specification, version 1.4: interpolation, sections, inverted sections,
 * comments, partials, delimiters, dotted names; no lambdas, no inheritance), over any data.
 *
 * The data is seen through AdrefMustacheCallbacks only, so the engine knows nothing of values or
 * parties. */
#ifndef ADREF_DRAFT_MUSTACHE_H
#define ADREF_DRAFT_MUSTACHE_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_MUSTACHE_MAX_PARTIALS = 16,            /* partials in partials */
  ADREF_MUSTACHE_MAX_SECTIONS = 64,            /* sections in sections */
  ADREF_MUSTACHE_MAX_OUTPUT = 8 * 1024 * 1024, /* bytes that one rendering may give */
  ADREF_MUSTACHE_MAX_STEPS = 1000000,          /* tags, look-ups and items in one rendering */
};

typedef struct AdrefMustache AdrefMustache; /* a parsed template */

/* Parses. Errors (an unclosed tag or section, a wrong delimiter) carry line and column;
 * `first_line` is the line of the file on which the text begins. */
AdrefMustache *adref_mustache_parse(const char *text, gsize length, const char *name,
                                    guint first_line, GError **error);
void adref_mustache_free(AdrefMustache *template);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefMustache, adref_mustache_free)

typedef gconstpointer AdrefMustacheItem; /* a thing of the data: opaque to the engine */

/* How the engine asks for data. All calls get `data`. */
typedef struct {
  gpointer data;
  /* The member `name` (one step of a dotted name) of `item`; FALSE: has none. */
  gboolean (*member)(gpointer data, AdrefMustacheItem item, const char *name,
                     AdrefMustacheItem *out);
  /* Text to print, unescaped; NULL prints nothing. Caller frees. */
  char *(*print)(gpointer data, AdrefMustacheItem item);
  gboolean (*is_true)(gpointer data, AdrefMustacheItem item);
  /* The items of a list, in order (freed by the engine with g_ptr_array_unref), or NULL when the
   * item is not a list. */
  GPtrArray *(*items)(gpointer data, AdrefMustacheItem item);
  /* How {{name}} escapes what was printed of an item. Caller frees. */
  char *(*escape)(gpointer data, AdrefMustacheItem item, const char *text);
  /* The template of a partial, owned by the scope. NULL without an error renders nothing. */
  const AdrefMustache *(*partial)(gpointer data, const char *name, GError **error);
  /* A name that nothing has: return TRUE to print nothing, FALSE with an error set to stop. */
  gboolean (*missing)(gpointer data, const char *name, AdrefLocation place, GError **error);
} AdrefMustacheCallbacks;

/* Renders with `root` as the outermost context. Too deep partials (a circle), too long results and
 * too many steps are errors with the place of the tag. */
GString *adref_mustache_render(const AdrefMustache *template, AdrefMustacheItem root,
                               const AdrefMustacheCallbacks *callbacks, GError **error);

/* Every tag with a name, for checks: called in the order of the text. `kind` is the sigil: 0 for
 * {{name}}, '&' also for {{{name}}}, '#', '^', '>', '/'. */
typedef void (*AdrefMustacheTagFunc)(char kind, const char *name, AdrefLocation place,
                                     gpointer data);
void adref_mustache_each_tag(const AdrefMustache *template, AdrefMustacheTagFunc func,
                             gpointer data);

#endif
