#include "work/stale_translations.h"

#include <string.h>

#include "base/name.h"
#include "history/log.h"
#include "history/result_cache.h"
#include "merge/marked_text.h"
#include "work/kept_results.h"

enum {
  MAX_VERSIONS = 1000, /* whose files are looked at; what was touched earlier counts as touched in
                          the oldest one */
  MAX_SOURCES = 200,   /* whose source is read for the version that changed it */
  MAX_LISTED = 5,      /* clauses that a message names */
};

/* Versions */

/* A version, and git's ids of its texts. */
typedef struct {
  AdrefVersion version;
  char **ids; /* by language, as `languages`; "": no text */
} Step;

/* A clause of which it is not known yet whether it is behind. */
typedef struct {
  guint source, target; /* its places in the two texts */
} Pending;

/* The text of now in one language. */
typedef struct {
  guint language; /* its place in `versions` */
  AdrefMarkedText *marked;
  GHashTable *same;  /* id of an older file -> which clauses are as now in it */
  GArray *pending;   /* of Pending */
  gint touched;      /* the oldest version looked at in which the language changed; -1: the work
                        folder */
  GPtrArray *behind; /* of AdrefBehindClause */
} Text;

typedef struct {
  AdrefRepo *repo;
  const AdrefLanguageVersions *versions;
  GArray *steps;    /* of Step, the newest first */
  Text *source;     /* the first of `texts` */
  GPtrArray *texts; /* of Text */
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

/* Which clauses of a text are as now in the file with this id, by the digests that were kept, or by
 * the file; without a file none. */
static gboolean *compare_with(const StaleSearch *self, const Text *text, const char *id)
{
  const char *parts[] = {"clauses", id, NULL};
  if (!*id)
    return adref_marked_text_compare(text->marked, NULL);
  g_autoptr(GVariant) kept = adref_result_cache_read(self->repo, parts, "ay");
  g_autoptr(GBytes) digests = kept ? g_variant_get_data_as_bytes(kept) : NULL;
  if (digests)
    return adref_marked_text_compare_digests(text->marked, digests);
  g_autoptr(GBytes) bytes = adref_repo_read_blob(self->repo, id, NULL);
  if (!bytes)
    return adref_marked_text_compare(text->marked, NULL);
  gboolean *same = adref_marked_text_digest(text->marked, bytes, &digests);
  adref_result_cache_write(self->repo, parts,
                           g_variant_new_from_bytes(G_VARIANT_TYPE("ay"), digests, TRUE));
  return same;
}

/* Which clauses of a text are as now in a version; a text that cannot be read has none. */
static const gboolean *same_at(const StaleSearch *self, const Text *text, guint step)
{
  const char *id = step_at(self, step)->ids[text->language];
  gboolean *same = g_hash_table_lookup(text->same, id);
  if (same)
    return same;
  same = compare_with(self, text, id);
  g_hash_table_insert(text->same, g_strdup(id), same);
  return same;
}

/* Behind or not */

static const Pending *pending_at(const Text *text, guint i)
{
  return &g_array_index(text->pending, Pending, i);
}

static void add_behind(const StaleSearch *self, const Text *text, guint place)
{
  AdrefBehindClause *behind = g_new0(AdrefBehindClause, 1);
  behind->clause = g_strdup(adref_marked_text_id(text->marked, place));
  behind->touched = g_strdup(step_at(self, (guint)text->touched)->version.id);
  g_ptr_array_add(text->behind, behind);
}

/* Takes the clauses out of `pending` that are as now, in both languages, in a version. */
static void drop_unchanged(const StaleSearch *self, const Text *text, guint step)
{
  const gboolean *source = same_at(self, self->source, step);
  const gboolean *target = same_at(self, text, step);
  for (guint i = text->pending->len; i-- > 0;) {
    const Pending *clause = pending_at(text, i);
    if (source[clause->source] && target[clause->target])
      g_array_remove_index_fast(text->pending, i);
  }
}

/* Judges the clauses that were touched last in the version `touched`: those that are otherwise in
 * `step`, the version before in which the language changed; without one (-1) all. */
static void judge(const StaleSearch *self, Text *text, gint step)
{
  const gboolean *target = step >= 0 ? same_at(self, text, (guint)step) : NULL;
  for (guint i = text->pending->len; i-- > 0;) {
    const Pending *clause = pending_at(text, i);
    if (target && target[clause->target])
      continue;
    if (text->touched >= 0 && !same_at(self, self->source, (guint)text->touched)[clause->source])
      add_behind(self, text, clause->target);
    g_array_remove_index_fast(text->pending, i);
  }
  text->touched = step;
}

/* Whether a language with clauses to be judged changed in a version. */
static gboolean has_changed(const StaleSearch *self, const Text *text, guint step)
{
  const char *id = step_at(self, step)->ids[text->language];
  return text->pending->len > 0 && (step + 1 == self->steps->len ||
                                    strcmp(id, step_at(self, step + 1)->ids[text->language]) != 0);
}

/* Goes through all languages version by version: git keeps texts of one version together. */
static void find_behind(StaleSearch *self)
{
  for (guint j = 1; self->steps->len > 0 && j < self->texts->len; j++)
    drop_unchanged(self, self->texts->pdata[j], self->steps->len - 1);
  for (guint i = 0; i < self->steps->len; i++)
    for (guint j = 1; j < self->texts->len; j++)
      if (has_changed(self, self->texts->pdata[j], i))
        judge(self, self->texts->pdata[j], (gint)i);
  for (guint j = 1; j < self->texts->len; j++)
    judge(self, self->texts->pdata[j], -1);
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

static gint compare_behind(gconstpointer a, gconstpointer b, gpointer data)
{
  GHashTable *order = data;
  const AdrefBehindClause *const *first = a, *const *second = b;
  return GPOINTER_TO_INT(g_hash_table_lookup(order, (*first)->clause)) -
         GPOINTER_TO_INT(g_hash_table_lookup(order, (*second)->clause));
}

/* Sorts them in the order of the text. */
static void sort_behind(const StaleSearch *self, const Text *text)
{
  g_autoptr(GHashTable) order = g_hash_table_new(g_str_hash, g_str_equal);
  gint at = 0;
  for (const AdrefNode *clause = adref_language_versions_rolling(self->versions)->first; clause;
       clause = clause->next)
    if (clause->as.clause->id)
      g_hash_table_insert(order, clause->as.clause->id, GINT_TO_POINTER(++at));
  g_ptr_array_sort_with_data(text->behind, compare_behind, order);
}

static gboolean is_as_now(const StaleSearch *self, const gboolean *source, const char *clause)
{
  guint place;
  return adref_marked_text_find(self->source->marked, clause, &place) && source[place];
}

/* Finds the versions that changed the source of the clauses that are behind; "": not saved yet, or
 * longer ago. */
static void find_changes(const StaleSearch *self, const Text *text)
{
  guint missing = text->behind->len;
  for (guint i = 0; i < MIN(self->steps->len, MAX_SOURCES) && missing > 0; i++) {
    const gboolean *source = same_at(self, self->source, i);
    for (guint j = 0; j < text->behind->len; j++) {
      AdrefBehindClause *behind = text->behind->pdata[j];
      if (behind->changed || is_as_now(self, source, behind->clause))
        continue;
      behind->changed = g_strdup(i > 0 ? step_at(self, i - 1)->version.id : "");
      missing--;
    }
  }
  for (guint j = 0; j < text->behind->len; j++) {
    AdrefBehindClause *behind = text->behind->pdata[j];
    if (!behind->changed)
      behind->changed = g_strdup("");
  }
}

/* Texts of now */

static void text_free(gpointer data)
{
  Text *text = data;
  adref_marked_text_free(text->marked);
  g_hash_table_unref(text->same);
  g_array_unref(text->pending);
  g_ptr_array_unref(text->behind);
  g_free(text);
}

/* The clauses that both texts have are to be judged. */
static void add_pending(const StaleSearch *self, Text *text)
{
  for (guint i = 0; i < adref_marked_text_count(text->marked); i++) {
    Pending clause = {0};
    const char *id = adref_marked_text_id(text->marked, i);
    gboolean found = adref_marked_text_find(text->marked, id, &clause.target);
    if (found && clause.target == i &&
        adref_marked_text_find(self->source->marked, id, &clause.source))
      g_array_append_val(text->pending, clause);
  }
}

static Text *add_text(StaleSearch *self, guint language, GPtrArray *behind)
{
  const AdrefLanguageVersion *item = self->versions->items->pdata[language];
  Text *text = g_new0(Text, 1);
  text->language = language;
  text->marked = adref_marked_text_new(item->bytes);
  text->same = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  text->pending = g_array_new(FALSE, FALSE, sizeof(Pending));
  text->touched = -1;
  text->behind = g_ptr_array_ref(behind);
  g_ptr_array_add(self->texts, text);
  return text;
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

static void add_texts(StaleSearch *self, const GPtrArray *states)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new();
  self->source = add_text(self, 0, none);
  for (guint i = 1; i < self->versions->items->len; i++) {
    const AdrefLanguageVersion *item = self->versions->items->pdata[i];
    const AdrefLanguageState *state = state_of(states, item->language);
    if (state)
      add_pending(self, add_text(self, i, state->behind));
  }
}

/* Finds the clauses that are behind, whatever the records say of them. */
static gboolean search(AdrefRepo *repo, const AdrefStatement *statement, const AdrefVersion *from,
                       const AdrefLanguageVersions *versions, const GPtrArray *states,
                       GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(text_free);
  g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(Step));
  g_array_set_clear_func(steps, step_clear);
  StaleSearch self = {.repo = repo, .versions = versions, .steps = steps, .texts = texts};
  if (!read_steps(&self, statement->folder, from, error))
    return FALSE;
  add_texts(&self, states);
  find_behind(&self);
  for (guint i = 1; i < texts->len; i++) {
    sort_behind(&self, texts->pdata[i]);
    find_changes(&self, texts->pdata[i]);
  }
  return TRUE;
}

/* Confirmations */

/* Takes out the clauses of which a party has said that they need no change. */
static void drop_confirmed(const AdrefLanguageVersions *versions, const AdrefLanguageState *state,
                           AdrefClauseHashes *hashes, GHashTable *records)
{
  for (guint i = state->behind->len; i-- > 0;) {
    const AdrefBehindClause *behind = state->behind->pdata[i];
    g_autofree char *now =
        adref_stale_translations_hashes(versions, hashes, behind->clause, state->language);
    GHashTableIter iter;
    gpointer record;
    gboolean confirmed = FALSE;
    g_hash_table_iter_init(&iter, records);
    while (!confirmed && g_hash_table_iter_next(&iter, NULL, &record))
      confirmed = adref_party_record_needs_no_change(record, behind->clause, state->language, now);
    if (confirmed)
      g_ptr_array_remove_index(state->behind, i);
  }
}

static gboolean has_behind(const GPtrArray *states)
{
  for (guint i = 0; i < states->len; i++)
    if (((const AdrefLanguageState *)states->pdata[i])->behind->len > 0)
      return TRUE;
  return FALSE;
}

gboolean adref_stale_translations_find(AdrefSession *session, const AdrefStatement *statement,
                                       const AdrefVersion *from,
                                       const AdrefLanguageVersions *versions, GHashTable *records,
                                       GPtrArray *states, GError **error)
{
  if (versions->items->len < 2)
    return TRUE;
  AdrefRepo *repo = adref_session_repo(session, error);
  if (!repo)
    return FALSE;
  g_auto(GStrv) key = adref_kept_behind_key(session, statement, from, versions);
  if (!adref_kept_behind_read(session, key, states)) {
    if (!search(repo, statement, from, versions, states, error))
      return FALSE;
    adref_kept_behind_write(session, key, states);
  }
  if (!has_behind(states))
    return TRUE;
  g_autoptr(GHashTable) read =
      records ? g_hash_table_ref(records)
              : adref_party_records_read(session->files->source, statement->folder, error);
  if (!read)
    return FALSE;
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(versions);
  for (guint i = 0; i < states->len; i++)
    drop_confirmed(versions, states->pdata[i], hashes, read);
  return TRUE;
}

const GPtrArray *adref_stale_translations_of(AdrefSession *session, const AdrefStatement *statement,
                                             const char *language, GPtrArray **states,
                                             GError **error)
{
  AdrefFileSource *source = session->files->source;
  const AdrefParties *parties = adref_library_parties(session->library);
  g_autoptr(AdrefSigningRule) rule = adref_signing_rule_read_begun(statement, parties, error);
  g_autoptr(AdrefLanguageVersions) versions =
      rule ? adref_language_versions_read(source, session->library, statement, rule, error) : NULL;
  g_autoptr(GHashTable) records =
      versions ? adref_party_records_read(source, statement->folder, error) : NULL;
  if (!records)
    return NULL;
  *states = adref_language_states_of_versions(versions, statement, rule, parties);
  if (!adref_stale_translations_find(session, statement, NULL, versions, records, *states, error))
    return NULL;
  const AdrefLanguageState *state = state_of(*states, language);
  if (!state)
    adref_error(error, ADREF_ERROR_USAGE,
                "--lang %s: --stale goes with a translation, another language of the statement "
                "than the first",
                language);
  return state ? state->behind : NULL;
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
  if (g_strv_length(statement->languages) < 2)
    return TRUE;
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
  if (!adref_stale_translations_find(session, statement, NULL, versions, NULL, states, error))
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
