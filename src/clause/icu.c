#include "clause/icu.h"

#define PACKAGE "libicu" U_ICU_VERSION_SHORT

/* Loads ICU's library for languages, which loads its library for characters. */
static gpointer load(gpointer nothing)
{
  static const char file[] = "libicui18n.so." U_ICU_VERSION_SHORT;
  gpointer library = adref_dynamic_library_open(file);
  (void)nothing;
  if (!library)
    g_error("%s cannot be loaded; install the package " PACKAGE, file);
  return library;
}

AdrefDynamicFunction adref_icu_function(const char *name)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *versioned = g_strconcat(name, "_" U_ICU_VERSION_SHORT, NULL);
  AdrefDynamicFunction function = adref_dynamic_library_find(g_once(&once, load, NULL), versioned);
  if (!function)
    g_error("the library of the package " PACKAGE " has no function %s", versioned);
  return function;
}
