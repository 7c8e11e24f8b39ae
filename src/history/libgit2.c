#include "history/libgit2.h"

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

static AdrefDynamicLibrary library = {.file = "libgit2.so." LIBGIT2_SOVERSION,
                                      .package = "libgit2-" LIBGIT2_SOVERSION,
                                      .needed = "git repositories need it",
                                      .once = G_ONCE_INIT};

gboolean adref_libgit2_load(GError **error)
{
  return adref_dynamic_library_load(&library, error);
}

AdrefDynamicFunction adref_libgit2_function(const char *name)
{
  return adref_dynamic_library_get(&library, name);
}
