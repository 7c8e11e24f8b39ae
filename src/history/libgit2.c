#include "history/libgit2.h"

#include "base/error.h"

#define FILE_NAME "libgit2.so." LIBGIT2_SOVERSION
#define PACKAGE   "libgit2-" LIBGIT2_SOVERSION

/* libgit2 parses the certificates of the machine when it starts, 56 million instructions, for
 * connections that adref never opens: git fetches and pushes. The program exports this function
 * (Makefile), so libgit2 finds it before that of Mbed TLS; it reads nothing. A libgit2 with another
 * TLS library does not ask for it. */
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

int mbedtls_x509_crt_parse_file(void *chain, const char *path)
{
  (void)chain;
  (void)path;
  return 0;
}

static gpointer load(gpointer nothing)
{
  (void)nothing;
  return adref_dynamic_library_open(FILE_NAME);
}

/* libgit2; NULL when it cannot be loaded. */
static gpointer library(void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once(&once, load, NULL);
}

gboolean adref_libgit2_load(GError **error)
{
  if (!library())
    adref_error(error, ADREF_ERROR_SYSTEM,
                FILE_NAME " cannot be loaded; install the package " PACKAGE
                          ", which reads git repositories");
  return library() != NULL;
}

AdrefDynamicFunction adref_libgit2_function(const char *name)
{
  AdrefDynamicFunction function = adref_dynamic_library_find(library(), name);
  if (!function)
    g_error(FILE_NAME " of the package " PACKAGE " has no function %s", name);
  return function;
}
