#include "work/library_files.h"

#include <string.h>

#include "base/file.h"
#include "base/string_order.h"
#include "draft/data/yaml_folder.h"
#include "draft/library/abbreviations.h"
#include "draft/library/page_words.h"
#include "draft/statement/assembly_lock.h"
#include "history/save.h"
#include "review/check/check_translation.h"
#include "review/check/style_rules.h"
#include "work/starter_library.h"

enum {
  MAX_NAMED = 5 /* files that a message names */
};

char **adref_session_reading_paths(AdrefSession *session, const AdrefStatement *statement)
{
  GPtrArray *paths = g_ptr_array_new();
  g_ptr_array_add(paths, g_strdup(statement->folder));
  g_ptr_array_add(paths, g_strdup("templates/parties.yaml"));
  if (statement->outline)
    g_ptr_array_add(paths, adref_yaml_folder_path(&adref_yaml_folder_outlines, statement->outline));
  const AdrefHouseStyle *style = adref_session_house_style(session->files, statement, NULL);
  if (style && style->file)
    g_ptr_array_add(paths, g_strdup(style->file));
  for (char **language = statement->languages; language && *language; language++)
    g_ptr_array_add(paths, adref_page_words_path(*language));
  g_ptr_array_add(paths, NULL);
  return (char **)g_ptr_array_free(paths, FALSE);
}

/* Whether a version can hold the file: it exists, and no folder above it is a symbolic link or has
 * a repository of its own. */
static gboolean can_be_saved(const AdrefSession *session, const char *path)
{
  g_autoptr(GString) at = g_string_new(session->workspace->root);
  g_auto(GStrv) names = g_strsplit(path, "/", -1);
  for (char **name = names; *name; name++) {
    g_string_append_printf(at, "/%s", *name);
    g_autofree char *git = g_build_filename(at->str, ".git", NULL);
    if (g_file_test(at->str, G_FILE_TEST_IS_SYMLINK) || g_file_test(git, G_FILE_TEST_EXISTS))
      return FALSE;
  }
  return g_file_test(at->str, G_FILE_TEST_IS_REGULAR);
}

/* Whether the template is still as it was when the text was assembled. */
static gboolean is_as_assembled(const AdrefSession *session, const char *path, const char *blob)
{
  AdrefFileSource *source = session->files->source;
  g_autoptr(GBytes) bytes = source->read(source, path, ADREF_TEXT_LIMIT, NULL);
  g_autofree char *id = bytes ? adref_blob_id(bytes) : NULL;
  return g_strcmp0(id, blob) == 0;
}

/* The templates of the text, and the abbreviations that they may print. They were saved with the
 * lock file: one that is saved is not read. */
static gboolean add_templates(AdrefSession *session, const AdrefStatement *statement,
                              GStrvBuilder *paths, GError **error)
{
  g_autofree char *name = g_strconcat(statement->folder, "/assembly.lock", NULL);
  const char *const lock_path[] = {name, NULL};
  AdrefFileSource *source = session->files->source;
  gboolean changed;
  g_autoptr(GBytes) lock = source->read(source, name, ADREF_YAML_LIMIT, NULL);
  if (!lock)
    return TRUE;
  if (!adref_repo_changed(session->repo, lock_path, &changed, error))
    return FALSE;
  gsize length;
  const char *text = g_bytes_get_data(lock, &length);
  g_autoptr(GHashTable) templates =
      changed ? adref_assembly_lock_templates(text, length, name, NULL) : NULL;
  GHashTableIter iter;
  gpointer path, blob;
  if (!templates)
    return TRUE;
  g_hash_table_iter_init(&iter, templates);
  while (g_hash_table_iter_next(&iter, &path, &blob))
    if (can_be_saved(session, path) && is_as_assembled(session, path, blob))
      g_strv_builder_add(paths, path);
  if (can_be_saved(session, ADREF_ABBREVIATIONS_PATH))
    g_strv_builder_add(paths, ADREF_ABBREVIATIONS_PATH);
  return TRUE;
}

/* What adref check looks for: the rules of the style, or of "plain", with the files that they
 * include, and the glossary. The starter library has what the workspace has not. */
static void add_check_files(AdrefSession *session, const AdrefStatement *statement,
                            GStrvBuilder *paths)
{
  const AdrefHouseStyle *style = adref_session_house_style(session->files, statement, NULL);
  g_autofree char *name = style && style->file ? g_path_get_basename(style->file) : NULL;
  g_autofree char *folder = adref_starter_library_find(NULL);
  g_autoptr(AdrefFileSource) starter = folder ? adref_file_source_new_folder(folder) : NULL;
  AdrefFileSource *const sources[2] = {session->files->source, starter};
  if (name)
    name[strcspn(name, ".")] = '\0';
  g_auto(GStrv) files = adref_style_rules_files(sources, name ? name : "plain");
  g_auto(GStrv) plain = *files ? NULL : adref_style_rules_files(sources, "plain");
  for (char **file = plain ? plain : files; *file; file++)
    if (can_be_saved(session, *file))
      g_strv_builder_add(paths, *file);
  if (can_be_saved(session, ADREF_GLOSSARY_PATH))
    g_strv_builder_add(paths, ADREF_GLOSSARY_PATH);
}

char **adref_session_library_unsaved(AdrefSession *session, const AdrefStatement *statement,
                                     GError **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
  if (!adref_session_repo(session, error) || !add_templates(session, statement, builder, error))
    return NULL;
  g_auto(GStrv) reading = adref_session_reading_paths(session, statement);
  for (char **path = reading + 1; *path; path++)
    if (can_be_saved(session, *path))
      g_strv_builder_add(builder, *path);
  add_check_files(session, statement, builder);
  g_auto(GStrv) paths = g_strv_builder_end(builder);
  char **changed = adref_repo_changed_files(session->repo, (const char *const *)paths, error);
  if (changed)
    qsort(changed, g_strv_length(changed), sizeof *changed, adref_string_order);
  return changed;
}

char *adref_library_files_words(char *const *files)
{
  GString *words = g_string_new(NULL);
  guint count = g_strv_length((char **)(guintptr)files);
  for (guint i = 0; i < MIN(count, MAX_NAMED); i++)
    g_string_append_printf(words, "%s%s", i > 0 ? ", " : "", files[i]);
  if (count > MAX_NAMED)
    g_string_append_printf(words, " and %u more", count - MAX_NAMED);
  return g_string_free(words, FALSE);
}
