#define ADREF_LIBGIT2_LOADER
#include "history/libgit2.h"

#include <dlfcn.h>
#include <string.h>

#include "base/error.h"

typedef struct {
  AdrefLibgit2 functions;
  const char *missing; /* what could not be loaded, or NULL */
} Library;

static void find(Library *self, void *library, const char *name, void *function)
{
  void *address = library ? dlsym(library, name) : NULL;
  memcpy(function, &address, sizeof address);
  if (!address && !self->missing)
    self->missing = name;
}

static gpointer load(gpointer nothing)
{
  static const char file[] = "libgit2.so." LIBGIT2_SOVERSION;
  static Library self;
  (void)nothing;
  void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!library)
    self.missing = file;
#define FIND(name) find(&self, library, #name, &self.functions.name);
  ADREF_LIBGIT2(FIND)
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
