#include "base/dynamic_library.h"

#include <dlfcn.h>
#include <string.h>

gpointer adref_late_open(const char *file)
{
  return dlopen(file, RTLD_NOW | RTLD_LOCAL);
}

AdrefLateFunction adref_late_find(gpointer library, const char *name)
{
  void *address = dlsym(library, name);
  AdrefLateFunction function;
  memcpy(&function, &address, sizeof function);
  return function;
}
