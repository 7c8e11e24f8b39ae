#include "print/pango.h"

#include "base/error.h"

#define FILE_NAME "libpangocairo-1.0.so.0"
#define PACKAGE   "libpangocairo-1.0-0"

/* libpangocairo brings Pango and Cairo as its dependencies. */
static gpointer load(gpointer nothing)
{
  (void)nothing;
  return adref_dynamic_library_open(FILE_NAME);
}

/* NULL: the library cannot be loaded. */
static gpointer library(void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once(&once, load, NULL);
}

gboolean adref_pango_load(GError **error)
{
  if (!library())
    adref_error(error, ADREF_ERROR_SYSTEM,
                FILE_NAME " cannot be loaded; PDF needs it: install the package " PACKAGE);
  return library() != NULL;
}

AdrefDynamicFunction adref_pango_function(const char *name)
{
  AdrefDynamicFunction function = adref_dynamic_library_find(library(), name);
  if (!function)
    g_error(FILE_NAME " of the package " PACKAGE " has no function %s", name);
  return function;
}
