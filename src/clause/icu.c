#include "clause/icu.h"

/* ICU's library for languages, which loads its library for characters. */
static AdrefDynamicLibrary library = {.file = "libicui18n.so." U_ICU_VERSION_SHORT,
                                      .package = "libicu" U_ICU_VERSION_SHORT,
                                      .needed = "words and languages need it",
                                      .once = G_ONCE_INIT};

/* ICU has its version at the end of each name. */
AdrefDynamicFunction adref_icu_function(const char *name)
{
  g_autofree char *versioned = g_strconcat(name, "_" U_ICU_VERSION_SHORT, NULL);
  return adref_dynamic_library_get(&library, versioned);
}
