#include "work/changes/stray_texts.h"

#include <string.h>

#include "base/name.h"
#include "base/string_order.h"

static const char ending[] = ".md";

/* The language of a file that is a text of no language of the statement. Caller frees. */
static char *stray_language(const AdrefStatement *statement, const char *name)
{
  if (!g_str_has_suffix(name, ending))
    return NULL;
  g_autofree char *language = g_strndup(name, strlen(name) - strlen(ending));
  gboolean strays = adref_name_is(ADREF_NAME_LANGUAGE, language) &&
                    !g_strv_contains((const char *const *)statement->languages, language);
  return strays ? g_steal_pointer(&language) : NULL;
}

void adref_stray_texts_say(const AdrefSession *session, const AdrefStatement *statement)
{
  if (!session->workspace)
    return;
  g_autofree char *path = adref_session_path(session, statement->folder);
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  g_autoptr(GPtrArray) strays = g_ptr_array_new_with_free_func(g_free);
  for (const char *name; folder && (name = g_dir_read_name(folder));) {
    char *language = stray_language(statement, name);
    if (language)
      g_ptr_array_add(strays, language);
  }
  g_ptr_array_sort(strays, adref_string_order);
  for (guint i = 0; i < strays->len; i++) {
    const char *language = strays->pdata[i];
    adref_session_say(
        session,
        "%s/%s.md: \"languages:\" in statement.yaml does not name %s, so nobody agrees "
        "or signs this text",
        statement->folder, language, language);
  }
}
