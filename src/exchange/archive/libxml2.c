#include "exchange/archive/libxml2.h"

static AdrefDynamicLibrary library = {.file = "libxml2.so.2",
                                      .package = "libxml2",
                                      .needed = "Word files and pages of HTML need it",
                                      .once = G_ONCE_INIT};

gboolean adref_libxml2_load(GError **error)
{
  return adref_dynamic_library_load(&library, error);
}

AdrefDynamicFunction adref_libxml2_function(const char *name)
{
  return adref_dynamic_library_get(&library, name);
}
