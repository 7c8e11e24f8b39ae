#include "work/git_drivers.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "history/config.h"
#include "history/tag.h"

/* Texts, and the files that are joined by their entries (work/join/merge_file.h). adref reads and
 * writes the bytes of a version as they are, so git converts no line ends of them (core.autocrlf).
 */
static const char *const lines[] = {
    "/statements/*/*.md merge=adref diff=adref",
    "/statements/*/statement.yaml merge=adref",
    "/statements/*/assembly.lock merge=adref",
    "/statements/*/record/*.yaml merge=adref",
    "/templates/parties.yaml merge=adref",
    "/signers merge=adref",
    "/signers.gpg merge=adref",
    "/signers.revoked merge=adref",
    "/statements/** -text",
    "/templates/** -text",
    "/signers* -text",
};

static gboolean has_line(const GString *text, const char *line)
{
  g_auto(GStrv) each = g_strsplit(text->str, "\n", -1);
  for (char **at = each; *at; at++)
    if (strcmp(g_strchomp(*at), line) == 0)
      return TRUE;
  return FALSE;
}

gboolean adref_git_drivers_add_attributes(const char *root, gboolean *changed, GError **error)
{
  g_autofree char *path = g_build_filename(root, ADREF_GIT_ATTRIBUTES, NULL);
  g_autoptr(GString) text = g_string_new(NULL);
  *changed = FALSE;
  if (g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_autoptr(GBytes) bytes = adref_file_read(path, ADREF_GIT_ATTRIBUTES, ADREF_YAML_LIMIT, error);
    if (!bytes)
      return FALSE;
    g_string_append(text, g_bytes_get_data(bytes, NULL));
  }
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    if (has_line(text, lines[i]))
      continue;
    if (text->len > 0 && text->str[text->len - 1] != '\n')
      g_string_append_c(text, '\n');
    g_string_append_printf(text, "%s\n", lines[i]);
    *changed = TRUE;
  }
  return !*changed || adref_file_write(path, text->str, text->len, error);
}

/* How a shell calls this program. Caller frees. */
static char *program_word(void)
{
  g_autofree char *own = g_file_read_link("/proc/self/exe", NULL);
  g_autofree char *found = g_find_program_in_path("adref");
  g_autofree char *real = found ? realpath(found, NULL) : NULL;
  return !own || (real && strcmp(real, own) == 0) ? g_strdup("adref") : g_shell_quote(own);
}

static gboolean set(AdrefRepo *repo, const char *key, const char *value, gboolean all,
                    gboolean *changed, GError **error)
{
  g_autofree char *now = adref_repo_local_config(repo, key);
  if (now && (!all || strcmp(now, value) == 0))
    return TRUE;
  *changed = TRUE;
  return adref_repo_set_local_config(repo, key, value, error);
}

gboolean adref_git_drivers_configure(AdrefRepo *repo, gboolean all, gboolean *changed,
                                     GError **error)
{
  g_autofree char *program = program_word();
  g_autofree char *merge = g_strdup_printf("%s merge-driver %%O %%A %%B %%P", program);
  g_autofree char *diff = g_strdup_printf("%s diff-driver", program);
  *changed = FALSE;
  return set(repo, "merge.adref.name", "adref: words, not lines", all, changed, error) &&
         set(repo, "merge.adref.driver", merge, all, changed, error) &&
         set(repo, "merge.adref.recursive", "adref", all, changed, error) &&
         set(repo, "diff.adref.command", diff, all, changed, error);
}

void adref_git_drivers_complete(AdrefSession *session)
{
  gboolean changed = FALSE;
  if (adref_git_drivers_configure(session->repo, FALSE, &changed, NULL) && changed)
    adref_session_say(session, ADREF_GIT_DRIVERS_CHANGED);
}
