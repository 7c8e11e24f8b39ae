#include "base/dynamic_library.h"

#include <dlfcn.h>
#include <string.h>

#include "base/error.h"

static gpointer load(gpointer data)
{
  const AdrefDynamicLibrary *library = data;
  return dlopen(library->file, RTLD_LAZY | RTLD_LOCAL);
}

gboolean adref_dynamic_library_load(AdrefDynamicLibrary *library, GError **error)
{
  if (g_once(&library->once, load, library))
    return TRUE;
  adref_error(error, ADREF_ERROR_SYSTEM, "%s cannot be loaded; %s: install the package %s",
              library->file, library->needed, library->package);
  return FALSE;
}

AdrefDynamicFunction adref_dynamic_library_find(AdrefDynamicLibrary *library, const char *name)
{
  void *address =
      adref_dynamic_library_load(library, NULL) ? dlsym(library->once.retval, name) : NULL;
  AdrefDynamicFunction function;
  memcpy(&function, &address, sizeof function);
  return function;
}

AdrefDynamicFunction adref_dynamic_library_get(AdrefDynamicLibrary *library, const char *name)
{
  g_autoptr(GError) error = NULL;
  if (!adref_dynamic_library_load(library, &error))
    g_error("%s", error->message);
  AdrefDynamicFunction function = adref_dynamic_library_find(library, name);
  if (!function)
    g_error("%s of the package %s has no function %s", library->file, library->package, name);
  return function;
}
