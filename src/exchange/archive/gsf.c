#include "exchange/archive/gsf.h"

/* It brings GObject as its dependency. */
static AdrefDynamicLibrary library = {.file = "libgsf-1.so.114",
                                      .package = "libgsf-1-114",
                                      .needed = "Word files need it",
                                      .once = G_ONCE_INIT};

gboolean adref_gsf_load(GError **error)
{
  return adref_dynamic_library_load(&library, error);
}

AdrefDynamicFunction adref_gsf_function(const char *name)
{
  return adref_dynamic_library_get(&library, name);
}

/* print/pango.h has the name of this function for its own library. */
void adref_gsf_unref(gpointer object)
{
  if (object)
    ADREF_GSF_CALL(g_object_unref)(object);
}
