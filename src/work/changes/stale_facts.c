#include "work/changes/stale_facts.h"

#include <string.h>

#include "base/file.h"
#include "history/label.h"
#include "history/save.h"
#include "history/version_source.h"

enum {
  MAX_DRAFTS = 10 /* the newest ones, whose facts are looked at */
};

/* Adds the versions whose facts the texts may have been written with, the newest first: of an
 * assembled text that which assembled it; else those of the drafts, since a text that was
 * circulated with other facts than it says still says them, and the last change of the text. */
static gboolean find_versions(AdrefSession *session, const AdrefStatement *statement,
                              gboolean *is_assembled, GArray *versions, GError **error)
{
  g_autofree char *lock = g_strconcat(statement->folder, "/assembly.lock", NULL);
  g_autofree char *text = adref_statement_text_path(statement, statement->languages[0]);
  const char *const lock_paths[] = {lock, NULL}, *const text_paths[] = {text, NULL};
  g_autofree char *file = adref_session_path(session, lock);
  AdrefVersion version;
  gboolean changed = FALSE;
  *is_assembled = g_file_test(file, G_FILE_TEST_EXISTS);
  if (*is_assembled) {
    if (!adref_repo_changed(session->repo, lock_paths, &changed, error))
      return FALSE;
    if (!changed && adref_repo_last_change(session->repo, lock_paths, &version, NULL))
      g_array_append_val(versions, version);
    return TRUE;
  }
  const GPtrArray *labels = adref_session_labels(session, statement->id, error);
  if (!labels)
    return FALSE;
  for (guint i = labels->len; i-- > 0 && versions->len < MAX_DRAFTS;)
    g_array_append_val(versions, ((const AdrefLabel *)labels->pdata[i])->version);
  if (labels->len < MAX_DRAFTS && adref_repo_last_change(session->repo, text_paths, &version, NULL))
    g_array_append_val(versions, version);
  return TRUE;
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

/* Whether the words of a clause were found already, in an older version of the facts. */
static gboolean is_known(const GPtrArray *found, guint count, const AdrefOutdatedWords *words)
{
  for (guint i = 0; i < count; i++) {
    const AdrefOutdatedWords *each = found->pdata[i];
    if (strcmp(each->fact, words->fact) == 0 && strcmp(each->language, words->language) == 0 &&
        g_strcmp0(each->clause, words->clause) == 0 && g_strcmp0(each->said, words->said) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Adds what the texts say as the statement `id` of those files said it. */
static void find_in(AdrefSession *session, const AdrefStatement *statement,
                    AdrefSessionFiles *files, const char *id, gboolean is_assembled,
                    const AdrefLanguageText *texts, guint count, GPtrArray *found)
{
  const AdrefStatement *was = files ? adref_session_facts(files, id, NULL) : NULL;
  if (!was)
    return;
  const AdrefOutdatedWordsOptions options = {
      .was = {was, adref_library_parties(files->library)},
      .is = {statement, adref_library_parties(session->files->library)},
      .library = files->library,
      .is_assembled = is_assembled};
  guint before = found->len;
  for (guint i = 0; i < count; i++)
    adref_outdated_words_find(&options, &texts[i], found);
  for (guint i = found->len; i-- > before;)
    if (is_known(found, before, found->pdata[i]))
      g_ptr_array_remove_index(found, i);
}

/* --- a text that was begun from another one --- */

/* The statement of from=STATEMENT/CLAUSE; NULL: none. Caller frees. */
static char *precedent_of(const AdrefNode *clause)
{
  const char *from = clause->as.clause->from, *end = from ? strchr(from, '/') : NULL;
  return end ? g_strndup(from, (gsize)(end - from)) : NULL;
}

/* The statement whose words the title or the first clauses are; NULL: none. Caller frees. */
static char *find_precedent(AdrefSession *session, const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_autofree char *id = precedent_of(clause);
    if (id)
      return adref_session_facts(session->files, id, NULL) ? g_steal_pointer(&id) : NULL;
  }
  return NULL;
}

/* Whether a paragraph says when and where people met; another one may name the same city, and a day
 * that stays true. */
static gboolean says_occasion(const AdrefNode *clause)
{
  AdrefClauseKind kind = clause->as.clause->kind;
  return kind == ADREF_TITLE || kind == ADREF_CHAPEAU || kind == ADREF_CLOSING;
}

/* Whether the words stand in a clause that was taken over from the statement `id`, and say its fact
 * there. */
static gboolean is_of_precedent(const AdrefLanguageText *text, const AdrefOutdatedWords *words,
                                const char *id)
{
  const AdrefNode *clause = words->clause ? adref_clause_find(text->document, words->clause) : NULL;
  g_autofree char *precedent = clause ? precedent_of(clause) : NULL;
  gboolean is_occasion = strcmp(words->fact, "date") == 0 || strcmp(words->fact, "place") == 0;
  return g_strcmp0(precedent, id) == 0 && (!is_occasion || says_occasion(clause));
}

/* Words that were taken over say the facts of the other statement; the clauses that were written
 * since may name its place and day on purpose. */
static void find_of_precedent(AdrefSession *session, const AdrefStatement *statement,
                              const AdrefLanguageText *texts, guint count, GPtrArray *found)
{
  g_autofree char *id = count > 0 ? find_precedent(session, texts[0].document) : NULL;
  for (guint i = 0; id && i < count; i++) {
    guint before = found->len;
    find_in(session, statement, session->files, id, FALSE, &texts[i], 1, found);
    for (guint k = found->len; k-- > before;)
      if (!is_of_precedent(&texts[i], found->pdata[k], id))
        g_ptr_array_remove_index(found, k);
  }
}

GPtrArray *adref_stale_facts_find(AdrefSession *session, const AdrefStatement *statement,
                                  const AdrefLanguageText *texts, guint count, GError **error)
{
  gboolean is_assembled;
  g_autoptr(GArray) versions = g_array_new(FALSE, FALSE, sizeof(AdrefVersion));
  if (!find_versions(session, statement, &is_assembled, versions, error))
    return NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func((GDestroyNotify)adref_outdated_words_free);
  for (guint i = 0; i < versions->len; i++) {
    const AdrefVersion *version = &g_array_index(versions, AdrefVersion, i);
    if (!is_unchanged(session, statement, version))
      find_in(session, statement, adref_session_files_of_version(session, version, NULL),
              statement->id, is_assembled, texts, count, found);
  }
  if (!is_assembled)
    find_of_precedent(session, statement, texts, count, found);
  return found;
}

gboolean adref_stale_facts_say(AdrefSession *session, const AdrefStatement *statement,
                               const AdrefLanguageText *texts, guint count, GError **error)
{
  g_autoptr(GPtrArray) outdated = adref_stale_facts_find(session, statement, texts, count, error);
  g_auto(GStrv) lines = outdated ? adref_outdated_words_lines(outdated) : NULL;
  for (char **line = lines; line && *line; line++)
    adref_session_say(session, "%s: %s", statement->id, *line);
  return outdated != NULL;
}

gboolean adref_stale_facts_say_snapshot(AdrefSession *session,
                                        const AdrefStatementSnapshot *snapshot, GError **error)
{
  const GPtrArray *versions = snapshot->language_versions->items;
  g_autofree AdrefLanguageText *texts = g_new0(AdrefLanguageText, versions->len);
  for (guint i = 0; i < versions->len; i++) {
    const AdrefLanguageVersion *version = versions->pdata[i];
    texts[i] = (AdrefLanguageText){version->language, version->document};
  }
  return adref_stale_facts_say(session, snapshot->statement, texts, versions->len, error);
}
