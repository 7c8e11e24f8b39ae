#define ADREF_LIBGIT2_LOADER
#include "history/libgit2.h"

#include "base/error.h"
#include "base/late.h"

typedef struct {
  AdrefLibgit2 functions;
  const char *missing; /* what could not be loaded, or NULL */
} Library;

static gpointer load(gpointer nothing)
{
#define NAME(name) #name,
  static const char *const names[] = {ADREF_LIBGIT2(NAME) NULL};
  static Library self;
  (void)nothing;
  self.missing = adref_late_load("libgit2.so." LIBGIT2_SOVERSION, names, &self.functions);
  return &self;
}

static const Library *library(void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once(&once, load, NULL);
}

gboolean adref_libgit2_load(GError **error)
{
  const char *missing = library()->missing;
  if (missing)
    adref_error(error, ADREF_ERROR_SYSTEM,
                "%s cannot be loaded; install the package libgit2-%s, which works with git's files",
                missing, LIBGIT2_SOVERSION);
  return missing == NULL;
}

const AdrefLibgit2 *adref_libgit2(void)
{
  return &library()->functions;
}
