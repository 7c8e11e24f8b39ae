#include <string.h>

#include "base/file.h"
#include "clause/markdown/canonical.h"
#include "work/edit/save_statement.h"
#include "work/import/import_into.h"
#include "work/kept_files.h"
#include "work/rewrite.h"

/* References have followed already. Between the steps the file is what the step before wrote. */
static gboolean write_step(const AdrefImportInto *into, GError **error)
{
  const AdrefText *current = into->current;
  g_autoptr(GString) canonical = adref_canonical(into->document);
  return adref_text_check_serious(current, current->problems, error) &&
         (into->is_later || adref_rewrite_check_unchanged(current, error)) &&
         adref_file_write(current->file, canonical->str, canonical->len, error);
}

static gboolean write_text(AdrefSession *session, const AdrefStatement *statement,
                           const AdrefImportInto *into, GError **error)
{
  if (into->later || into->is_later)
    return write_step(into, error);
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

static gboolean save_step(AdrefSession *session, const AdrefStatement *statement,
                          const GPtrArray *all, const char *party, GError **error)
{
  g_autofree char *subject = make_subject(statement, all);
  AdrefSaveStatementOptions save = {.subject = subject,
                                    .party = party,
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

static gboolean changes_text(const GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++) {
    const AdrefImportInto *into = all->pdata[i];
    g_autoptr(GString) now = adref_canonical(into->document);
    g_autoptr(GBytes) bytes = g_bytes_new_static(now->str, now->len);
    if (!into->current || !g_bytes_equal(bytes, into->current->source))
      return TRUE;
  }
  return FALSE;
}

/* What a party has marked in the files. */
static GPtrArray *steps_of(const GPtrArray *all, const char *party)
{
  GPtrArray *steps = g_ptr_array_new();
  for (guint i = 0; i < all->len; i++) {
    const GPtrArray *later = ((const AdrefImportInto *)all->pdata[i])->later;
    for (guint k = 0; later && k < later->len; k++)
      if (strcmp(((const AdrefImportInto *)later->pdata[k])->party, party) == 0)
        g_ptr_array_add(steps, later->pdata[k]);
  }
  return steps;
}

/* The versions of those whose changes make one: else the first alone, which says that none does. */
gboolean adref_import_into_save(AdrefSession *session, const AdrefStatement *statement,
                                const GPtrArray *all, const AdrefImportOptions *options,
                                GError **error)
{
  guint saved = 0, others = options->parties ? options->parties->len : 0;
  gboolean is_good = TRUE;
  for (guint i = 0; i < others; i++) {
    const char *party = options->parties->pdata[i];
    g_autoptr(GPtrArray) steps = steps_of(all, party);
    if (steps->len == 0 || !changes_text(steps))
      continue;
    if (saved++ == 0 && changes_text(all))
      is_good = save_step(session, statement, all, options->party, error);
    is_good = is_good && save_step(session, statement, steps, party, error);
  }
  return saved > 0 ? is_good : save_step(session, statement, all, options->party, error);
}
