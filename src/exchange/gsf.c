#include "exchange/gsf.h"

#include "base/error.h"

#define FILE_NAME "libgsf-1.so.114"
#define PACKAGE   "libgsf-1-114"

/* libgsf brings GObject as its dependency. */
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

gboolean adref_gsf_load(GError **error)
{
  if (!library())
    adref_error(error, ADREF_ERROR_SYSTEM,
                FILE_NAME " cannot be loaded; Word files need it: install the package " PACKAGE);
  return library() != NULL;
}

AdrefDynamicFunction adref_gsf_function(const char *name)
{
  AdrefDynamicFunction function = adref_dynamic_library_find(library(), name);
  if (!function)
    g_error(FILE_NAME " of the package " PACKAGE " has no function %s", name);
  return function;
}
