#include "print/pango.h"

/* It brings Pango and Cairo as its dependencies. */
static AdrefDynamicLibrary library = {.file = "libpangocairo-1.0.so.0",
                                      .package = "libpangocairo-1.0-0",
                                      .needed = "PDF needs it",
                                      .once = G_ONCE_INIT};

gboolean adref_pango_load(GError **error)
{
  return adref_dynamic_library_load(&library, error);
}

AdrefDynamicFunction adref_pango_function(const char *name)
{
  return adref_dynamic_library_get(&library, name);
}
