#include "work/starter_library.h"

#include "base/error.h"

char *adref_starter_library_find(GError **error)
{
  const char *given = g_getenv("ADREF_LIBRARY");
  if (given && *given)
    return g_canonicalize_filename(given, NULL);
  g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname(program) : NULL;
  g_autofree char *beside = folder ? g_build_filename(folder, "..", NULL) : NULL;
  g_autofree char *share = folder ? g_build_filename(folder, "..", "share", "adref", NULL) : NULL;
  const char *places[] = {share, beside, ADREF_LIBRARY};
  for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
    g_autofree char *parties =
        places[i] ? g_build_filename(places[i], "templates", "parties.yaml", NULL) : NULL;
    if (parties && g_file_test(parties, G_FILE_TEST_IS_REGULAR))
      return g_canonicalize_filename(places[i], NULL);
  }
  adref_error(error, ADREF_ERROR_NOT_FOUND,
              "the starter library is missing; looked in %s. Set ADREF_LIBRARY to a folder with "
              "templates/ and statements/",
              ADREF_LIBRARY);
  return NULL;
}
