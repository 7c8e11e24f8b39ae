#define ADREF_ICU_LOADER
#include "clause/icu.h"

#include "base/late.h"

static AdrefIcu functions;

/* The part for languages brings the part for characters with it. */
static gpointer load(gpointer nothing)
{
#define NAME(name) #name "_" U_ICU_VERSION_SHORT,
  static const char *const names[] = {ADREF_ICU(NAME) NULL};
  const char *missing = adref_late_load("libicui18n.so." U_ICU_VERSION_SHORT, names, &functions);
  (void)nothing;
  if (missing)
    g_error("%s cannot be loaded; install the package libicu" U_ICU_VERSION_SHORT, missing);
  return &functions;
}

const AdrefIcu *adref_icu(void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once(&once, load, NULL);
}
