#include "work/edit/text_changes.h"

#include <string.h>

#include "base/name.h"
#include "clause/markdown/canonical.h"
#include "work/kept_files.h"
#include "work/needs.h"
#include "work/rewrite.h"

static gboolean open_texts(AdrefTextChanges *changes, GError **error)
{
  const AdrefStatement *statement = changes->statement;
  for (char **language = statement->languages; *language; language++) {
    g_autofree char *name = adref_statement_text_path(statement, *language);
    g_autofree char *file = adref_session_path(changes->session, name);
    gboolean is_rolling = language == statement->languages;
    if (!is_rolling && !g_file_test(file, G_FILE_TEST_EXISTS))
      continue;
    AdrefText *text = adref_text_open_statement(changes->session, statement, *language, error);
    if (!text)
      return FALSE;
    g_ptr_array_add(changes->texts, text);
  }
  return TRUE;
}

AdrefTextChanges *adref_text_changes_begin(AdrefSession *session, const AdrefStatement *statement,
                                           const char *party, GError **error)
{
  if (!adref_session_lock(session, error) ||
      !adref_session_check_party(session, statement, party, error) ||
      !adref_session_check_identity(session, error) ||
      !adref_repo_check_state(session->repo, error) ||
      !adref_session_check_clean(session, statement, error))
    return NULL;
  g_autoptr(AdrefTextChanges) changes = g_new0(AdrefTextChanges, 1);
  changes->session = session;
  changes->statement = statement;
  changes->texts = g_ptr_array_new_with_free_func((GDestroyNotify)adref_text_free);
  changes->changed = g_ptr_array_new();
  return open_texts(changes, error) ? g_steal_pointer(&changes) : NULL;
}

void adref_text_changes_free(AdrefTextChanges *changes)
{
  if (!changes)
    return;
  g_ptr_array_unref(changes->texts);
  g_ptr_array_unref(changes->changed);
  g_free(changes);
}

AdrefText *adref_text_changes_find(const AdrefTextChanges *changes, const char *language,
                                   GError **error)
{
  for (guint i = 0; i < changes->texts->len; i++) {
    AdrefText *text = changes->texts->pdata[i];
    if (!language || strcmp(text->language, language) == 0)
      return text;
  }
  g_autofree char *languages = g_strjoinv(", ", changes->statement->languages);
  adref_error(error, ADREF_ERROR_USAGE, "%s has no text in %s; its languages are %s",
              changes->statement->id, language, languages);
  return NULL;
}

void adref_text_changes_mark(AdrefTextChanges *changes, AdrefText *text)
{
  if (!g_ptr_array_find(changes->changed, text, NULL))
    g_ptr_array_add(changes->changed, text);
}

/* Reads the changed document again, so that brackets and numbers are those of its words. */
static gboolean write_text(AdrefText *text, GError **error)
{
  g_autoptr(GString) whole = adref_canonical(text->document);
  g_ptr_array_set_size(text->problems, 0);
  g_autoptr(AdrefNode) document =
      adref_text_parse(text, whole->str, whole->len, text->problems, error);
  return document && adref_rewrite_write(text, document, error);
}

static gboolean write_all(const AdrefTextChanges *changes, GError **error)
{
  for (guint i = 0; i < changes->changed->len; i++)
    if (!write_text(changes->changed->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean adref_text_changes_save(AdrefTextChanges *changes,
                                 const AdrefSaveStatementOptions *options, GError **error)
{
  g_autoptr(AdrefKeptFiles) kept =
      adref_kept_files_new(changes->session, changes->statement, error);
  if (!kept)
    return FALSE;
  gboolean written = write_all(changes, error);
  adref_kept_files_written(kept);
  if (written && adref_save_statement(changes->session, changes->statement, options, error))
    return TRUE;
  adref_kept_files_put_back(kept);
  return FALSE;
}
