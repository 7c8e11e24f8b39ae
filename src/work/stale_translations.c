#include "work/stale_translations.h"

#include <string.h>

#include "base/name.h"
#include "clause/marker.h"
#include "history/log.h"

enum {
  MAX_VERSIONS = 1000, /* whose files are looked at; what was touched earlier counts as touched in
                          the oldest one */
  MAX_SOURCES = 200,   /* whose source is read for the version that changed it */
  MAX_LISTED = 5,      /* clauses that a message names */
};

/* Clauses of one text */

/* The id of the clause that a line begins, NULL for another line. Caller frees. */
static char *id_of_line(const char *line, gsize length)
{
  static const char open[] = "<!--", close[] = "-->";
  gsize opening = strlen(open), closing = strlen(close);
  if (length < opening + closing || strncmp(line, open, opening) != 0)
    return NULL;
  g_autofree char *text = g_strndup(line + opening, length - opening);
  char *end = g_strrstr(text, close);
  char *wrong = NULL;
  if (!end)
    return NULL;
  *end = '\0';
  g_autoptr(AdrefNode) clause = adref_marker_read(g_strstrip(text), &wrong);
  g_free(wrong);
  return clause && clause->type == ADREF_CLAUSE ? g_strdup(clause->as.clause->id) : NULL;
}

static void add_words(GChecksum *digest, const char *line, gsize length)
{
  for (gsize at = 0; at < length;) {
    gsize word = 0;
    while (at + word < length && !g_ascii_isspace(line[at + word]))
      word++;
    if (word > 0) {
      g_checksum_update(digest, (const guchar *)line + at, (gssize)word);
      g_checksum_update(digest, (const guchar *)" ", 1);
    }
    at += word + 1;
  }
}

/* id -> digest of the words of a clause. Caller unrefs. */
static GHashTable *digest_clauses(GBytes *bytes)
{
  GHashTable *clauses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA256);
  g_autofree char *id = NULL;
  gsize size = 0;
  const char *line = bytes ? g_bytes_get_data(bytes, &size) : NULL;
  for (const char *end = line + size; line && line < end;) {
    const char *stop = memchr(line, '\n', (gsize)(end - line));
    gsize length = (gsize)((stop ? stop : end) - line);
    char *next = id_of_line(line, length);
    if (next) {
      if (id)
        g_hash_table_insert(clauses, id, g_strdup(g_checksum_get_string(digest)));
      g_checksum_reset(digest);
      id = next;
    } else {
      add_words(digest, line, length);
    }
    line += length + 1;
  }
  if (id)
    g_hash_table_insert(clauses, g_steal_pointer(&id), g_strdup(g_checksum_get_string(digest)));
  return clauses;
}

/* Versions */

/* A version, and git's ids of its texts. */
typedef struct {
  AdrefVersion version;
  char **ids; /* by language, as `languages`; "": no text */
} Step;

typedef struct {
  AdrefRepo *repo;
  const AdrefLanguageVersions *versions;
  GHashTable *records;
  AdrefClauseHashes *hashes;
  GArray *steps;       /* of Step, the newest first */
  GHashTable *clauses; /* id of a file -> digests of its clauses */
  GHashTable *sources; /* digests of the source now */
  GHashTable *targets; /* digests of the translation now */
  guint language;      /* its place in `versions` */
  GPtrArray *pending;  /* ids of clauses of which it is not known yet whether they are behind */
  GPtrArray *behind;   /* of AdrefBehindClause */
} StaleSearch;

static void step_clear(gpointer data)
{
  g_strfreev(((Step *)data)->ids);
}

static const Step *step_at(const StaleSearch *self, guint at)
{
  return &g_array_index(self->steps, Step, at);
}

static gboolean add_step(StaleSearch *self, AdrefLog *log, GError **error)
{
  g_autofree char *folder = g_strdup(adref_log_object_id(log));
  const GPtrArray *items = self->versions->items;
  Step step = {.version = adref_log_version(log), .ids = g_new0(char *, items->len + 1)};
  for (guint i = 0; i < items->len; i++) {
    const AdrefLanguageVersion *item = items->pdata[i];
    g_autofree char *name = g_path_get_basename(item->path);
    step.ids[i] =
        *folder ? adref_repo_tree_entry_id(self->repo, folder, name, error) : g_strdup("");
    if (!step.ids[i]) {
      g_strfreev(step.ids);
      return FALSE;
    }
  }
  g_array_append_val(self->steps, step);
  return TRUE;
}

static gboolean read_steps(StaleSearch *self, const char *folder, const AdrefVersion *from,
                           GError **error)
{
  g_autoptr(AdrefLog) log = adref_log_new(self->repo, folder, from, error);
  gboolean found = log != NULL;
  while (found && self->steps->len < MAX_VERSIONS) {
    if (!adref_log_next(log, &found, error) || (found && !add_step(self, log, error)))
      return FALSE;
  }
  return log != NULL;
}

/* The clauses of a text in a version; a text that cannot be read has none. */
static GHashTable *clauses_at(StaleSearch *self, guint step, guint language)
{
  const char *id = step_at(self, step)->ids[language];
  GHashTable *clauses = g_hash_table_lookup(self->clauses, id);
  if (clauses)
    return clauses;
  g_autoptr(GBytes) bytes = *id ? adref_repo_read_blob(self->repo, id, NULL) : NULL;
  clauses = digest_clauses(bytes);
  g_hash_table_insert(self->clauses, g_strdup(id), clauses);
  return clauses;
}

/* Behind or not */

static gboolean is_as_now(GHashTable *clauses, GHashTable *now, const char *id)
{
  return g_strcmp0(g_hash_table_lookup(clauses, id), g_hash_table_lookup(now, id)) == 0;
}

static void add_behind(StaleSearch *self, const char *id, guint touched)
{
  AdrefBehindClause *behind = g_new0(AdrefBehindClause, 1);
  behind->clause = g_strdup(id);
  behind->touched = g_strdup(step_at(self, touched)->version.id);
  g_ptr_array_add(self->behind, behind);
}

/* Takes the clauses out of `pending` that are as now, in both languages, in a version. */
static void drop_unchanged(StaleSearch *self, guint step)
{
  GHashTable *source = clauses_at(self, step, 0);
  GHashTable *target = clauses_at(self, step, self->language);
  for (guint i = self->pending->len; i-- > 0;) {
    const char *id = self->pending->pdata[i];
    if (is_as_now(source, self->sources, id) && is_as_now(target, self->targets, id))
      g_ptr_array_remove_index(self->pending, i);
  }
}

/* Judges the clauses that were touched last in the version `touched`: those that are otherwise in
 * `step`, the version before in which the language changed; without one (-1) all. */
static void judge(StaleSearch *self, gint touched, gint step)
{
  GHashTable *target = step >= 0 ? clauses_at(self, (guint)step, self->language) : NULL;
  for (guint i = self->pending->len; i-- > 0;) {
    const char *id = self->pending->pdata[i];
    if (target && is_as_now(target, self->targets, id))
      continue;
    if (touched >= 0 && !is_as_now(clauses_at(self, (guint)touched, 0), self->sources, id))
      add_behind(self, id, (guint)touched);
    g_ptr_array_remove_index(self->pending, i);
  }
}

/* Whether the language changed in a version. */
static gboolean has_changed(const StaleSearch *self, guint step)
{
  const char *id = step_at(self, step)->ids[self->language];
  return step + 1 == self->steps->len ||
         strcmp(id, step_at(self, step + 1)->ids[self->language]) != 0;
}

static void find_behind(StaleSearch *self)
{
  gint touched = -1; /* the work folder */
  if (self->steps->len == 0)
    return;
  drop_unchanged(self, self->steps->len - 1);
  for (guint i = 0; i < self->steps->len && self->pending->len > 0; i++) {
    if (!has_changed(self, i))
      continue;
    judge(self, touched, (gint)i);
    touched = (gint)i;
  }
  judge(self, touched, -1);
}

char *adref_stale_translations_hashes(const AdrefLanguageVersions *versions,
                                      AdrefClauseHashes *hashes, const char *clause,
                                      const char *language)
{
  const char *rolling = ((AdrefLanguageVersion *)versions->items->pdata[0])->language;
  g_autofree char *all = adref_clause_hashes_text(hashes, clause);
  g_auto(GStrv) words = g_strsplit(all, " ", -1);
  GString *two = g_string_new(NULL);
  for (char **word = words; word[0] && word[1]; word += 2)
    if (strcmp(word[0], rolling) == 0 || strcmp(word[0], language) == 0)
      g_string_append_printf(two, "%s%s %s", two->len > 0 ? " " : "", word[0], word[1]);
  return g_string_free(two, FALSE);
}

/* Takes out the clauses of which a party has said that they need no change. */
static void drop_confirmed(StaleSearch *self, const char *language)
{
  for (guint i = self->behind->len; i-- > 0;) {
    const AdrefBehindClause *behind = self->behind->pdata[i];
    g_autofree char *now =
        adref_stale_translations_hashes(self->versions, self->hashes, behind->clause, language);
    GHashTableIter iter;
    gpointer record;
    gboolean confirmed = FALSE;
    g_hash_table_iter_init(&iter, self->records);
    while (!confirmed && g_hash_table_iter_next(&iter, NULL, &record))
      confirmed = adref_party_record_needs_no_change(record, behind->clause, language, now);
    if (confirmed)
      g_ptr_array_remove_index(self->behind, i);
  }
}

static gint compare_behind(gconstpointer a, gconstpointer b, gpointer data)
{
  GHashTable *order = data;
  const AdrefBehindClause *const *first = a, *const *second = b;
  return GPOINTER_TO_INT(g_hash_table_lookup(order, (*first)->clause)) -
         GPOINTER_TO_INT(g_hash_table_lookup(order, (*second)->clause));
}

/* Sorts them in the order of the text. */
static void sort_behind(const StaleSearch *self)
{
  g_autoptr(GHashTable) order = g_hash_table_new(g_str_hash, g_str_equal);
  gint at = 0;
  for (const AdrefNode *clause = adref_language_versions_rolling(self->versions)->first; clause;
       clause = clause->next)
    if (clause->as.clause->id)
      g_hash_table_insert(order, clause->as.clause->id, GINT_TO_POINTER(++at));
  g_ptr_array_sort_with_data(self->behind, compare_behind, order);
}

/* Finds the versions that changed the source of the clauses that are behind; "": not saved yet, or
 * longer ago. */
static void find_changes(StaleSearch *self)
{
  guint missing = self->behind->len;
  for (guint i = 0; i < MIN(self->steps->len, MAX_SOURCES) && missing > 0; i++) {
    GHashTable *source = clauses_at(self, i, 0);
    for (guint j = 0; j < self->behind->len; j++) {
      AdrefBehindClause *behind = self->behind->pdata[j];
      if (behind->changed || is_as_now(source, self->sources, behind->clause))
        continue;
      behind->changed = g_strdup(i > 0 ? step_at(self, i - 1)->version.id : "");
      missing--;
    }
  }
  for (guint j = 0; j < self->behind->len; j++) {
    AdrefBehindClause *behind = self->behind->pdata[j];
    if (!behind->changed)
      behind->changed = g_strdup("");
  }
}

static void search_language(StaleSearch *self, AdrefLanguageState *state, guint language)
{
  const AdrefLanguageVersion *item = self->versions->items->pdata[language];
  g_autoptr(GHashTable) targets = digest_clauses(item->bytes);
  g_autoptr(GPtrArray) pending = g_ptr_array_new_with_free_func(g_free);
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init(&iter, targets);
  while (g_hash_table_iter_next(&iter, &id, NULL))
    if (g_hash_table_contains(self->sources, id))
      g_ptr_array_add(pending, g_strdup(id));
  self->language = language;
  self->targets = targets;
  self->pending = pending;
  self->behind = state->behind;
  find_behind(self);
  drop_confirmed(self, item->language);
  sort_behind(self);
  find_changes(self);
}

static AdrefLanguageState *state_of(const GPtrArray *states, const char *language)
{
  for (guint i = 0; i < states->len; i++) {
    AdrefLanguageState *state = states->pdata[i];
    if (strcmp(state->language, language) == 0)
      return state;
  }
  return NULL;
}

gboolean adref_stale_translations_find(AdrefSession *session, const AdrefStatement *statement,
                                       const AdrefVersion *from,
                                       const AdrefLanguageVersions *versions, GHashTable *records,
                                       GPtrArray *states, GError **error)
{
  if (versions->items->len < 2)
    return TRUE;
  const AdrefLanguageVersion *rolling = versions->items->pdata[0];
  AdrefRepo *repo = adref_session_repo(session, error);
  if (!repo)
    return FALSE;
  g_autoptr(GHashTable) sources = digest_clauses(rolling->bytes);
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(versions);
  StaleSearch self = {
      .repo = repo, .versions = versions, .records = records, .hashes = hashes, .sources = sources};
  self.steps = g_array_new(FALSE, FALSE, sizeof(Step));
  g_array_set_clear_func(self.steps, step_clear);
  self.clauses =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  gboolean read = read_steps(&self, statement->folder, from, error);
  for (guint i = 1; read && i < versions->items->len; i++) {
    const AdrefLanguageVersion *item = versions->items->pdata[i];
    AdrefLanguageState *state = state_of(states, item->language);
    if (state)
      search_language(&self, state, i);
  }
  g_hash_table_unref(self.clauses);
  g_array_unref(self.steps);
  return read;
}

/* "ja was not touched since en changed: training, ice and 3 more". Caller frees. */
static char *behind_words(const AdrefLanguageState *state)
{
  GString *words = g_string_new(NULL);
  g_string_printf(words, "%s was not touched since %s changed: ", state->language, state->rolling);
  for (guint i = 0; i < MIN(state->behind->len, MAX_LISTED); i++)
    g_string_append_printf(words, "%s%s", i > 0 ? ", " : "",
                           ((AdrefBehindClause *)state->behind->pdata[i])->clause);
  if (state->behind->len > MAX_LISTED)
    g_string_append_printf(words, " and %u more", state->behind->len - MAX_LISTED);
  return g_string_free(words, FALSE);
}

gboolean adref_stale_translations_say(AdrefSession *session, const AdrefStatement *statement,
                                      GError **error)
{
  const AdrefParties *parties = adref_library_parties(session->library);
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(statement, parties, error);
  g_autoptr(AdrefLanguageVersions) versions =
      rule ? adref_language_versions_share(session->files->source, session->library, statement,
                                           rule, session->readings, error)
           : NULL;
  if (!versions)
    return FALSE;
  const AdrefLanguageVersion *first = versions->items->pdata[0];
  const AdrefLanguageText rolling = {first->language, first->document}; /* others not compared */
  g_autoptr(GPtrArray) states = adref_language_states_new(&rolling, 1, statement, rule, parties);
  g_autoptr(GHashTable) records =
      adref_party_records_read(session->files->source, statement->folder, error);
  if (!records ||
      !adref_stale_translations_find(session, statement, NULL, versions, records, states, error))
    return FALSE;
  for (guint i = 0; i < states->len; i++) {
    const AdrefLanguageState *state = states->pdata[i];
    g_autofree char *words = state->behind->len > 0 ? behind_words(state) : NULL;
    if (words)
      adref_session_say(session, "%s: %s (adref edit --lang %s --stale)", statement->id, words,
                        state->language);
  }
  return TRUE;
}
