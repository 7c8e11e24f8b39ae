#include "base/dynamic_library.h"

#include <dlfcn.h>
#include <string.h>

gpointer adref_dynamic_library_open(const char *file)
{
  return dlopen(file, RTLD_NOW | RTLD_LOCAL);
}

AdrefDynamicFunction adref_dynamic_library_find(gpointer library, const char *name)
{
  void *address = dlsym(library, name);
  AdrefDynamicFunction function;
  memcpy(&function, &address, sizeof function);
  return function;
}
