#define ADREF_PANGO_LOADER
#include "write/pango.h"

#include <dlfcn.h>
#include <string.h>

#include "base/error.h"

typedef struct {
  AdrefPango functions;
  const char *missing; /* what could not be loaded, or NULL */
} Library;

static void find(Library *self, void *library, const char *name, void *function)
{
  void *address = library ? dlsym(library, name) : NULL;
  memcpy(function, &address, sizeof address);
  if (!address && !self->missing)
    self->missing = name;
}

/* Pango's part for Cairo brings both with it. */
static gpointer load(gpointer nothing)
{
  static const char file[] = "libpangocairo-1.0.so.0";
  static Library self;
  (void)nothing;
  void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!library)
    self.missing = file;
#define FIND(name) find(&self, library, #name, &self.functions.name);
  ADREF_PANGO(FIND)
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
