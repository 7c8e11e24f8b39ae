#define ADREF_PANGO_LOADER
#include "write/pango.h"

#include "base/error.h"
#include "base/late.h"

typedef struct {
  AdrefPango functions;
  const char *missing; /* what could not be loaded, or NULL */
} Library;

/* Pango's part for Cairo brings both with it. */
static gpointer load(gpointer nothing)
{
#define NAME(name) #name,
  static const char *const names[] = {ADREF_PANGO(NAME) NULL};
  static Library self;
  (void)nothing;
  self.missing = adref_late_load("libpangocairo-1.0.so.0", names, &self.functions);
  return &self;
}

static const Library *library(void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once(&once, load, NULL);
}

gboolean adref_pango_load(GError **error)
{
  const char *missing = library()->missing;
  if (missing)
    adref_error(error, ADREF_ERROR_SYSTEM,
                "%s cannot be loaded; install the package libpangocairo-1.0-0, which sets pages",
                missing);
  return missing == NULL;
}

const AdrefPango *adref_pango(void)
{
  return &library()->functions;
}
