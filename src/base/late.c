#include "base/late.h"

#include <dlfcn.h>
#include <string.h>

const char *adref_late_load(const char *file, const char *const *names, void *table)
{
  void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!library)
    return file;
  const char *missing = NULL;
  for (gsize i = 0; names[i]; i++) {
    void *address = dlsym(library, names[i]);
    memcpy((char *)table + i * sizeof address, &address, sizeof address);
    if (!address && !missing)
      missing = names[i];
  }
  return missing;
}
