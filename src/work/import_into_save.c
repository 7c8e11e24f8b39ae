#include <string.h>

#include "base/file.h"
#include "clause/canonical.h"
#include "work/import_into.h"
#include "work/kept_files.h"
#include "work/rewrite.h"
#include "work/save_statement.h"

static gboolean write_text(AdrefSession *session, const AdrefStatement *statement,
                           const AdrefImportInto *into, GError **error)
{
  if (into->current)
    return adref_rewrite_write(into->current, into->document, error);
  g_autofree char *name = adref_statement_text_path(statement, into->file->language);
  g_autofree char *path = adref_session_path(session, name);
  g_autoptr(GString) canonical = adref_canonical(into->document);
  return adref_file_write(path, canonical->str, canonical->len, error);
}

/* "tokyo: ja imported from ja.md" of new languages; NULL: made from what changed. */
static char *make_subject(const AdrefStatement *statement, const GPtrArray *all)
{
  g_autoptr(GString) languages = g_string_new(NULL);
  for (guint i = 0; i < all->len; i++) {
    const AdrefImportInto *into = all->pdata[i];
    if (into->current)
      return NULL;
    g_string_append_printf(languages, "%s%s", i > 0 ? ", " : "", into->file->language);
  }
  g_autofree char *file = g_path_get_basename(((const AdrefImportInto *)all->pdata[0])->file->name);
  return g_strdup_printf("%s: %s imported from %s", statement->id, languages->str, file);
}

static gboolean write_facts(AdrefSession *session, const AdrefStatement *statement,
                            const char *facts, GError **error)
{
  g_autofree char *path = adref_session_path(session, statement->path);
  return adref_file_write(path, facts, strlen(facts), error) &&
         adref_session_facts_again(session->files, statement->id, error);
}

static gboolean write_files(AdrefSession *session, const AdrefStatement *statement,
                            const GPtrArray *all, GError **error)
{
  for (guint i = 0; i < all->len; i++) {
    const AdrefImportInto *into = all->pdata[i];
    if ((into->facts && !write_facts(session, statement, into->facts, error)) ||
        !write_text(session, statement, into, error))
      return FALSE;
  }
  return TRUE;
}

gboolean adref_import_into_save(AdrefSession *session, const AdrefStatement *statement,
                                const GPtrArray *all, const AdrefImportOptions *options,
                                GError **error)
{
  g_autofree char *subject = make_subject(statement, all);
  AdrefSaveStatementOptions save = {.subject = subject,
                                    .party = options->party,
                                    .action = "import",
                                    .heading_ids = TRUE,
                                    .compare_clauses = TRUE};
  g_autoptr(AdrefKeptFiles) kept = adref_kept_files_new(session, statement, error);
  if (!kept)
    return FALSE;
  gboolean written = write_files(session, statement, all, error);
  adref_kept_files_written(kept);
  const AdrefStatement *now =
      written ? adref_session_facts(session->files, statement->id, error) : NULL;
  if (now && adref_save_statement(session, now, &save, error))
    return TRUE;
  adref_kept_files_put_back(kept);
  return FALSE;
}
