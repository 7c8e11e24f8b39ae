#include "review/check/libhunspell.h"

static AdrefDynamicLibrary library = {.file = "libhunspell-1.7.so.0",
                                      .package = "libhunspell-1.7-0",
                                      .needed = "dictionaries need it",
                                      .once = G_ONCE_INIT};

gboolean adref_hunspell_load(void)
{
  return adref_dynamic_library_load(&library, NULL);
}

AdrefDynamicFunction adref_hunspell_function(const char *name)
{
  return adref_dynamic_library_get(&library, name);
}
