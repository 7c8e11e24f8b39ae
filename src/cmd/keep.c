#include "cmd/keep.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "clause/canonical.h"
#include "history/person.h"
#include "history/save.h"
#include "history/source.h"

enum {
  MAX_SUBJECT = 72
};

typedef struct {
  GPtrArray *changed, *added, *removed; /* of char *: "op private-sector" */
  GPtrArray *ids;                       /* of char *: ids of all of these, for trailers */
} Changes;

static void changes_init(Changes *changes)
{
  changes->changed = g_ptr_array_new_with_free_func(g_free);
  changes->added = g_ptr_array_new_with_free_func(g_free);
  changes->removed = g_ptr_array_new_with_free_func(g_free);
  changes->ids = g_ptr_array_new_with_free_func(g_free);
}

static void changes_clear(Changes *changes)
{
  g_ptr_array_unref(changes->changed);
  g_ptr_array_unref(changes->added);
  g_ptr_array_unref(changes->removed);
  g_ptr_array_unref(changes->ids);
}

static void note_change(Changes *changes, GPtrArray *list, const AdrefClause *clause)
{
  g_ptr_array_add(list, g_strdup_printf("%s %s", adref_kind_word(clause->kind), clause->id));
  if (!g_ptr_array_find_with_equal_func(changes->ids, clause->id, g_str_equal, NULL))
    g_ptr_array_add(changes->ids, g_strdup(clause->id));
}

static GHashTable *clauses_by_id(const AdrefNode *document)
{
  GHashTable *clauses = g_hash_table_new(g_str_hash, g_str_equal);
  for (AdrefNode *node = document ? document->first : NULL; node; node = node->next)
    if (node->as.clause->id)
      g_hash_table_insert(clauses, node->as.clause->id, node);
  return clauses;
}

static gboolean same_clause(const AdrefNode *a, const AdrefNode *b)
{
  g_autofree char *first = adref_clause_hash(a), *second = adref_clause_hash(b);
  return strcmp(first, second) == 0;
}

static void compare_texts(Changes *changes, const AdrefNode *old, const AdrefNode *new)
{
  g_autoptr(GHashTable) before = clauses_by_id(old), after = clauses_by_id(new);
  for (const AdrefNode *node = new->first; node; node = node->next) {
    const char *id = node->as.clause->id;
    const AdrefNode *was = id ? g_hash_table_lookup(before, id) : NULL;
    if (id && !was)
      note_change(changes, changes->added, node->as.clause);
    else if (was && !same_clause(was, node))
      note_change(changes, changes->changed, node->as.clause);
  }
  for (const AdrefNode *node = old ? old->first : NULL; node; node = node->next)
    if (node->as.clause->id && !g_hash_table_contains(after, node->as.clause->id))
      note_change(changes, changes->removed, node->as.clause);
}

static AdrefNode *read_old(AdrefRepo *repo, const AdrefText *text)
{
  AdrefVersion head;
  if (!adref_repo_resolve(repo, NULL, "HEAD", &head, NULL))
    return NULL;
  g_autoptr(AdrefSource) source = adref_repo_source(repo, &head, NULL);
  g_autoptr(GBytes) bytes =
      source ? source->read(source, text->path, ADREF_TEXT_LIMIT, NULL) : NULL;
  if (!bytes)
    return NULL;
  gsize length;
  const char *old = g_bytes_get_data(bytes, &length);
  return adref_text_reread(text, old, length, NULL, NULL);
}

/* Reads each text of the statement: it must read without a serious problem; what changed in it
 * since the last version goes to `changes`. */
static gboolean read_texts(const AdrefDesk *desk, const AdrefStatement *statement, AdrefRepo *repo,
                           Changes *changes, GError **error)
{
  AdrefRun here = {.folder = desk->workspace->root};
  for (char **language = statement->languages; *language; language++) {
    g_autofree char *name = adref_statement_text_path(statement, *language);
    g_autofree char *file = g_build_filename(desk->workspace->root, name, NULL);
    if (!g_file_test(file, G_FILE_TEST_EXISTS))
      continue;
    g_autoptr(AdrefText) text = adref_text_open(&here, statement->id, *language, error);
    if (!text || !adref_text_check_serious(text, text->problems, error))
      return FALSE;
    adref_say_problems(text->name, text->problems);
    g_autoptr(AdrefNode) old = read_old(repo, text);
    compare_texts(changes, old, text->document);
  }
  return TRUE;
}

static void add_part(GString *subject, const char *what, const GPtrArray *list)
{
  if (list->len == 0)
    return;
  if (subject->len > 0)
    g_string_append(subject, "; ");
  g_string_append(subject, what);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf(subject, "%s%s", i > 0 ? ", " : "", (const char *)list->pdata[i]);
}

static void add_count(GString *subject, guint count, const char *what)
{
  if (count > 0)
    g_string_append_printf(subject, "%s %u clause%s %s",
                           g_str_has_suffix(subject->str, ":") ? "" : ",", count,
                           count == 1 ? "" : "s", what);
}

static char *make_subject(const AdrefStatement *statement, const Changes *changes)
{
  g_autoptr(GString) parts = g_string_new(NULL);
  add_part(parts, "", changes->changed);
  add_part(parts, "new ", changes->added);
  add_part(parts, "without ", changes->removed);
  if (parts->len == 0)
    g_string_append(parts, "facts and files");
  g_string_prepend(parts, ": ");
  g_string_prepend(parts, statement->id);
  if (parts->len <= MAX_SUBJECT)
    return g_string_free(g_steal_pointer(&parts), FALSE);
  g_string_printf(parts, "%s:", statement->id);
  add_count(parts, changes->changed->len, "changed");
  add_count(parts, changes->added->len, "new");
  add_count(parts, changes->removed->len, "removed");
  return g_string_free(g_steal_pointer(&parts), FALSE);
}

static char **make_trailers(const AdrefStatement *statement, const AdrefKeep *keep,
                            const Changes *changes)
{
  GPtrArray *trailers = g_ptr_array_new();
  g_ptr_array_add(trailers, g_strdup_printf("Statement: %s", statement->id));
  if (keep->party)
    g_ptr_array_add(trailers, g_strdup_printf("Party: %s", keep->party));
  g_ptr_array_add(trailers, g_strdup_printf("Action: %s", keep->action));
  for (guint i = 0; i < changes->ids->len; i++)
    g_ptr_array_add(trailers, g_strdup_printf("Clause: %s", (const char *)changes->ids->pdata[i]));
  g_ptr_array_add(trailers, NULL);
  return (char **)g_ptr_array_free(trailers, FALSE);
}

static gboolean save(const AdrefDesk *desk, const AdrefStatement *statement, AdrefRepo *repo,
                     const AdrefKeep *keep, const Changes *changes, GError **error)
{
  g_auto(GStrv) files = adref_statement_files(desk, statement, repo, error);
  if (!files)
    return FALSE;
  g_autofree char *made = make_subject(statement, changes);
  g_auto(GStrv) trailers = make_trailers(statement, keep, changes);
  g_auto(GStrv) message = g_strsplit(keep->subject ? keep->subject : made, "\n", 2);
  g_autoptr(AdrefPerson) author = keep->author ? adref_person_read(keep->author, error) : NULL;
  if (keep->author && !author)
    return FALSE;
  AdrefSave what = {.subject = message[0],
                    .body = message[0] ? message[1] : NULL,
                    .author = author,
                    .trailers = (const char *const *)trailers,
                    .paths = (const char *const *)files};
  AdrefVersion version;
  gboolean saved = FALSE;
  if (!adref_repo_save(repo, &what, &version, &saved, error))
    return FALSE;
  if (saved)
    adref_say("saved version %.8s: %s", version.id, message[0]);
  else
    adref_say("%s: nothing to save; the files are as in version %.8s", statement->id, version.id);
  return TRUE;
}

static void note_clauses(Changes *changes, const GPtrArray *clauses)
{
  for (guint i = 0; clauses && i < clauses->len; i++)
    if (!g_ptr_array_find_with_equal_func(changes->ids, clauses->pdata[i], g_str_equal, NULL))
      g_ptr_array_add(changes->ids, g_strdup(clauses->pdata[i]));
}

int adref_keep(const AdrefDesk *desk, const AdrefStatement *statement, const AdrefKeep *keep,
               GError **error)
{
  return adref_keep_about(desk, statement, keep, NULL, error);
}

int adref_keep_about(const AdrefDesk *desk, const AdrefStatement *statement, const AdrefKeep *keep,
                     const GPtrArray *clauses, GError **error)
{
  g_autoptr(AdrefRepo) repo = adref_repo_open(desk->workspace->root, error);
  if (!repo)
    return ADREF_FAILURE;
  Changes changes;
  changes_init(&changes);
  note_clauses(&changes, clauses);
  gboolean done = read_texts(desk, statement, repo, &changes, error) &&
                  save(desk, statement, repo, keep, &changes, error);
  changes_clear(&changes);
  return done ? ADREF_YES : ADREF_FAILURE;
}

gboolean adref_keep_check(const AdrefDesk *desk, GError **error)
{
  g_autoptr(AdrefRepo) repo = adref_repo_open(desk->workspace->root, error);
  g_autoptr(AdrefPerson) person = repo ? adref_person_new(repo, ADREF_ROLE_AUTHOR, error) : NULL;
  return person != NULL;
}

gboolean adref_keep_check_saved(const AdrefDesk *desk, const AdrefStatement *statement,
                                GError **error)
{
  gboolean changed;
  g_autoptr(AdrefRepo) repo = adref_repo_open(desk->workspace->root, error);
  g_auto(GStrv) files = repo ? adref_statement_files(desk, statement, repo, error) : NULL;
  if (!files || !adref_repo_changed(repo, (const char *const *)files, &changed, error))
    return FALSE;
  if (changed)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s has changes that are not saved; `adref save` keeps them, then try again",
                statement->id);
  return !changed;
}

static gboolean stands_for(const AdrefParties *parties, const char *code, const char *party)
{
  if (strcmp(code, party) == 0)
    return TRUE;
  const AdrefParty *group = adref_parties_get(parties, code);
  const AdrefParty *speaker = adref_parties_get(parties, party);
  return (group && group->members && g_strv_contains((const char *const *)group->members, party)) ||
         (speaker && speaker->speaks &&
          g_strv_contains((const char *const *)speaker->members, code));
}

static gboolean may_speak(const AdrefParties *parties, const AdrefStatement *statement,
                          const char *party)
{
  for (char **code = statement->parties; code && *code; code++)
    if (stands_for(parties, *code, party))
      return TRUE;
  return FALSE;
}

gboolean adref_keep_check_party(const AdrefDesk *desk, const AdrefStatement *statement,
                                const char *party, GError **error)
{
  const AdrefParties *parties = adref_library_parties(desk->library);
  if (!party || may_speak(parties, statement, party))
    return TRUE;
  const char *near = adref_parties_near(parties, party);
  if (near && strcmp(near, party) != 0 && may_speak(parties, statement, near)) {
    adref_error(error, ADREF_ERROR_USAGE, "--as %s: not a party of %s; did you mean %s?", party,
                statement->id, near);
    return FALSE;
  }
  g_autofree char *codes = g_strjoinv(", ", statement->parties);
  if (adref_name_check(ADREF_NAME_PARTY, party, error))
    adref_error(
        error, ADREF_ERROR_USAGE,
        "--as %s: not a party of %s; its parties are %s and the members of groups among them",
        party, statement->id, codes);
  return FALSE;
}
