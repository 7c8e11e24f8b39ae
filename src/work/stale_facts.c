#include "work/stale_facts.h"

#include "base/file.h"
#include "history/label.h"
#include "history/save.h"
#include "history/version_source.h"

/* The version whose facts the texts were written with. FALSE without an error: there is none. */
static gboolean find_version(AdrefSession *session, const AdrefStatement *statement,
                             gboolean *is_assembled, AdrefVersion *version, GError **error)
{
  g_autofree char *lock = g_strconcat(statement->folder, "/assembly.lock", NULL);
  g_autofree char *text = adref_statement_text_path(statement, statement->languages[0]);
  const char *const lock_paths[] = {lock, NULL}, *const text_paths[] = {text, NULL};
  g_autofree char *file = adref_session_path(session, lock);
  gboolean changed = FALSE;
  *is_assembled = g_file_test(file, G_FILE_TEST_EXISTS);
  if (*is_assembled)
    return adref_repo_changed(session->repo, lock_paths, &changed, error) && !changed &&
           adref_repo_last_change(session->repo, lock_paths, version, NULL);
  const GPtrArray *labels = adref_session_labels(session, statement->id, error);
  const AdrefLabel *last = labels ? adref_repo_last_label(session->repo, labels) : NULL;
  if (last)
    *version = last->version;
  return last || (labels && adref_repo_last_change(session->repo, text_paths, version, NULL));
}

/* Whether a file is the same in both; one that is in neither is. */
static gboolean is_same(AdrefFileSource *one, AdrefFileSource *other, const char *path)
{
  g_autoptr(GBytes) a = one->read(one, path, ADREF_TEXT_LIMIT, NULL);
  g_autoptr(GBytes) b = other->read(other, path, ADREF_TEXT_LIMIT, NULL);
  return a && b ? g_bytes_equal(a, b) : a == b;
}

static gboolean is_unchanged(AdrefSession *session, const AdrefStatement *statement,
                             const AdrefVersion *version)
{
  g_autoptr(AdrefFileSource) source = adref_version_source_new(session->repo, version, NULL);
  AdrefFileSource *now = session->files->source;
  return !source ||
         (is_same(source, now, statement->path) && is_same(source, now, "templates/parties.yaml"));
}

GPtrArray *adref_stale_facts_find(AdrefSession *session, const AdrefStatement *statement,
                                  const AdrefLanguageText *texts, guint count, GError **error)
{
  GError *cause = NULL;
  AdrefVersion version;
  gboolean is_assembled;
  GPtrArray *found = g_ptr_array_new_with_free_func((GDestroyNotify)adref_outdated_words_free);
  gboolean has_version = find_version(session, statement, &is_assembled, &version, &cause);
  if (cause) {
    g_ptr_array_unref(found);
    g_propagate_error(error, cause);
    return NULL;
  }
  if (!has_version || is_unchanged(session, statement, &version))
    return found;
  AdrefSessionFiles *files = adref_session_files_of_version(session, &version, NULL);
  const AdrefStatement *was = files ? adref_session_facts(files, statement->id, NULL) : NULL;
  if (!was)
    return found;
  const AdrefOutdatedWordsOptions options = {
      .was = {was, adref_library_parties(files->library)},
      .is = {statement, adref_library_parties(session->files->library)},
      .library = files->library,
      .is_assembled = is_assembled};
  for (guint i = 0; i < count; i++)
    adref_outdated_words_find(&options, &texts[i], found);
  return found;
}
