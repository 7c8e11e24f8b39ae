#include "work/changes/stale_search.h"

#include <string.h>

#include "history/log.h"
#include "merge/join/marked_text.h"
#include "work/changes/kept_clauses.h"

enum {
  MAX_VERSIONS = 1000, /* whose files are looked at; what was touched earlier counts as touched in
                          the oldest one */
  MAX_SOURCES = 200,   /* whose source is read for the version that changed it */
  MAX_RETURNED = 200,  /* versions in which words are looked for that came back */
  MAX_DEPTH = 20,      /* acts that follow, one before the other, of a clause that was behind */
};

/* Versions */

/* What a version is for a translation. */
typedef enum {
  STEP_UNKNOWN = 0, /* its message was not read yet */
  STEP_ACT,         /* somebody wrote the words of its texts */
  STEP_FOLLOWS,     /* a command changed them, in all languages alike or as they were before */
  STEP_CONFIRMS,    /* a party recorded that a translation needs no change */
} StepType;

/* A version, and git's ids of its texts. */
typedef struct {
  AdrefVersion version;
  char **ids; /* by language, as `languages`; "": no text */
  StepType type;
  char *clauses; /* of one that confirms: " id id " */
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
  GArray *touched;   /* of Touched: those that were pending, the last touched first */
  GPtrArray *behind; /* of AdrefBehindClause */
} Text;

/* A clause, and the version that touched it last. */
typedef struct {
  Pending clause;
  guint step;
} Touched;

typedef struct {
  AdrefRepo *repo;
  GPtrArray *kept; /* of AdrefKeptClauses, by language; NULL: nothing is taken from the cache */
  const AdrefLanguageVersions *versions;
  GArray *steps;    /* of Step, the newest first */
  Text *source;     /* the first of `texts` */
  GPtrArray *texts; /* of Text */
} StaleSearch;

static void step_clear(gpointer data)
{
  g_strfreev(((Step *)data)->ids);
  g_free(((Step *)data)->clauses);
}

static const Step *step_at(const StaleSearch *self, guint at)
{
  return &g_array_index(self->steps, Step, at);
}

static gboolean add_step(StaleSearch *self, AdrefLog *log, char **names, GError **error)
{
  g_autofree char *folder = g_strdup(adref_log_object_id(log));
  Step step = {
      .version = adref_log_version(log),
      .type = adref_log_parent_count(log) > 1 ? STEP_FOLLOWS : STEP_UNKNOWN,
      .ids = adref_repo_tree_entry_ids(self->repo, folder, (const char *const *)names, error)};
  if (!step.ids)
    return FALSE;
  g_array_append_val(self->steps, step);
  return TRUE;
}

/* The names of the texts in their folder, by language. Caller frees. */
static char **text_names(const StaleSearch *self)
{
  const GPtrArray *items = self->versions->items;
  char **names = g_new0(char *, items->len + 1);
  for (guint i = 0; i < items->len; i++)
    names[i] = g_path_get_basename(((const AdrefLanguageVersion *)items->pdata[i])->path);
  return names;
}

static gboolean read_steps(StaleSearch *self, const char *folder, const AdrefVersion *from,
                           GError **error)
{
  g_autoptr(AdrefLog) log = adref_log_new(self->repo, folder, from, error);
  g_auto(GStrv) names = text_names(self);
  gboolean found = log != NULL;
  while (found && self->steps->len < MAX_VERSIONS) {
    if (!adref_log_next(log, &found, error) || (found && !add_step(self, log, names, error)))
      return FALSE;
  }
  return log != NULL;
}

/* Which clauses of a text are as now in the file with this id, by the digests that were kept, or by
 * the file; without a file none. */
static gboolean *compare_with(const StaleSearch *self, const Text *text, const char *id)
{
  AdrefKeptClauses *kept = self->kept && *id ? self->kept->pdata[text->language] : NULL;
  g_autoptr(GBytes) digests = kept ? adref_kept_clauses_find(kept, id) : NULL;
  if (digests)
    return adref_marked_text_compare_digests(text->marked, digests);
  g_autoptr(GBytes) bytes = *id ? adref_repo_read_blob(self->repo, id, NULL) : NULL;
  if (!bytes || !kept)
    return adref_marked_text_compare(text->marked, bytes);
  gboolean *same = adref_marked_text_digest(text->marked, bytes, &digests);
  adref_kept_clauses_add(kept, id, digests);
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

static void add_behind(const StaleSearch *self, const Text *text, guint place, guint touched)
{
  AdrefBehindClause *behind = g_new0(AdrefBehindClause, 1);
  behind->clause = g_strdup(adref_marked_text_id(text->marked, place));
  behind->touched = g_strdup(step_at(self, touched)->version.id);
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

/* Takes the clauses out of `pending` that are otherwise in `step`, or without one (-1) all: they
 * were touched last in `touched`, the version after it in which the language changed; -1: in the
 * work folder, which touches them for the source of now. */
static void take_touched(const StaleSearch *self, const Text *text, gint step, gint touched)
{
  const gboolean *target = step >= 0 ? same_at(self, text, (guint)step) : NULL;
  for (guint i = text->pending->len; i-- > 0;) {
    Touched found = {*pending_at(text, i), (guint)touched};
    if (target && target[found.clause.target])
      continue;
    if (touched >= 0)
      g_array_append_val(text->touched, found);
    g_array_remove_index_fast(text->pending, i);
  }
}

/* Whether a language with pending clauses changed in a version. */
static gboolean has_changed(const StaleSearch *self, const Text *text, guint step)
{
  const char *id = step_at(self, step)->ids[text->language];
  return text->pending->len > 0 && (step + 1 == self->steps->len ||
                                    strcmp(id, step_at(self, step + 1)->ids[text->language]) != 0);
}

static void text_free(gpointer data)
{
  Text *text = data;
  adref_marked_text_free(text->marked);
  g_hash_table_unref(text->same);
  g_array_unref(text->pending);
  g_array_unref(text->touched);
  g_ptr_array_unref(text->behind);
  g_free(text);
}

static Text *add_text(StaleSearch *self, guint language, GBytes *bytes, GPtrArray *behind)
{
  Text *text = g_new0(Text, 1);
  text->language = language;
  text->marked = adref_marked_text_new(bytes);
  text->same = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  text->pending = g_array_new(FALSE, FALSE, sizeof(Pending));
  text->touched = g_array_new(FALSE, FALSE, sizeof(Touched));
  text->behind = g_ptr_array_ref(behind);
  g_ptr_array_add(self->texts, text);
  return text;
}

static void find_behind(StaleSearch *self, guint first, guint depth);

/* Acts that follow */

/* "propose" brackets both languages, "resolve" settles both, "undo" and a merge bring words back:
 * none of them translates what changed in the source before. */
static const char *const following[] = {"propose", "support", "oppose", "withdraw", "resolve",
                                        "undo",    "restore", "merge",  "pick",     NULL};

static void read_type(const StaleSearch *self, Step *step)
{
  g_autoptr(AdrefLogEntry) entry = adref_repo_log_entry(self->repo, &step->version, NULL);
  const char *action = entry ? adref_log_entry_trailer(entry, "Action") : NULL;
  step->type = STEP_ACT;
  if (action && g_strv_contains(following, action))
    step->type = STEP_FOLLOWS;
  else if (g_strcmp0(action, "translation") == 0)
    step->type = STEP_CONFIRMS;
  if (step->type != STEP_CONFIRMS)
    return;
  GString *clauses = g_string_new(" ");
  for (guint i = 0; i < entry->trailers->len; i++) {
    const char *trailer = entry->trailers->pdata[i];
    if (g_str_has_prefix(trailer, "Clause: "))
      g_string_append_printf(clauses, "%s ", trailer + strlen("Clause: "));
  }
  step->clauses = g_string_free(clauses, FALSE);
}

static StepType type_of(const StaleSearch *self, guint at)
{
  Step *step = &g_array_index(self->steps, Step, at);
  if (step->type == STEP_UNKNOWN)
    read_type(self, step);
  return step->type;
}

/* The oldest of the versions before `step` that has the words of now in the language; `step` where
 * none has. */
static guint oldest_with(const StaleSearch *self, const Text *text, const Touched *touched)
{
  guint oldest = touched->step, end = MIN(self->steps->len, touched->step + MAX_RETURNED);
  for (guint i = touched->step + 1; i < end; i++)
    if (same_at(self, text, i)[touched->clause.target])
      oldest = i;
  return oldest;
}

/* Whether a party confirmed the translation of a clause while its words were those of the texts of
 * now. */
static gboolean was_confirmed(const StaleSearch *self, const Text *text, const Pending *clause,
                              const char *id, guint first)
{
  g_autofree char *word = g_strdup_printf(" %s ", id);
  for (guint i = first; i < self->steps->len; i++) {
    if (!same_at(self, self->source, i)[clause->source] || !same_at(self, text, i)[clause->target])
      return FALSE;
    if (type_of(self, i) == STEP_CONFIRMS && strstr(step_at(self, i)->clauses, word))
      return TRUE;
  }
  return FALSE;
}

static GBytes *read_text(const StaleSearch *self, guint language, guint step)
{
  const char *id = step_at(self, step)->ids[language];
  return *id ? adref_repo_read_blob(self->repo, id, NULL) : NULL;
}

/* The version in which the words of a clause were written that were behind already in the version
 * `step`; -1: they were in step there. */
static gint behind_before(const StaleSearch *self, const Text *text, const char *id, guint step,
                          guint depth)
{
  g_autoptr(GBytes) source = read_text(self, 0, step);
  g_autoptr(GBytes) target = read_text(self, text->language, step);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(text_free);
  g_autoptr(GPtrArray) behind = g_ptr_array_new_with_free_func(adref_behind_clause_free);
  StaleSearch then = {.repo = self->repo, .kept = self->kept, .steps = self->steps, .texts = texts};
  Pending clause;
  if (!source || !target)
    return -1;
  then.source = add_text(&then, 0, source, behind);
  Text *same = add_text(&then, text->language, target, behind);
  if (!adref_marked_text_find(then.source->marked, id, &clause.source) ||
      !adref_marked_text_find(same->marked, id, &clause.target) ||
      was_confirmed(&then, same, &clause, id, step))
    return -1;
  g_array_append_val(same->pending, clause);
  find_behind(&then, step, depth + 1);
  if (behind->len == 0)
    return -1;
  for (guint i = step; i < self->steps->len; i++)
    if (strcmp(step_at(self, i)->version.id,
               ((const AdrefBehindClause *)behind->pdata[0])->touched) == 0)
      return (gint)i;
  return -1;
}

/* The version for whose source the words of a clause were written that an act which follows touched
 * last: those that came back, or those that waited for a translation before the act. -1: the act
 * itself. */
static gint written_for(const StaleSearch *self, const Text *text, const Touched *touched,
                        guint depth)
{
  if (type_of(self, touched->step) != STEP_FOLLOWS)
    return -1;
  guint oldest = oldest_with(self, text, touched), before = touched->step + 1;
  if (oldest > touched->step)
    return same_at(self, self->source, oldest)[touched->clause.source] ? -1 : (gint)oldest;
  if (before >= self->steps->len || depth >= MAX_DEPTH ||
      same_at(self, self->source, before)[touched->clause.source])
    return -1; /* an act on the translation alone */
  const char *id = adref_marked_text_id(text->marked, touched->clause.target);
  return behind_before(self, text, id, before, depth);
}

/* Finds the version that touched each pending clause last, but for those that are as now, in both
 * languages, in the oldest one. */
static void find_touched(const StaleSearch *self, const Text *text, guint first)
{
  gint touched = -1;
  if (first < self->steps->len)
    drop_unchanged(self, text, self->steps->len - 1);
  for (guint i = first; i < self->steps->len; i++) {
    if (!has_changed(self, text, i))
      continue;
    take_touched(self, text, (gint)i, touched);
    touched = (gint)i;
  }
  take_touched(self, text, -1, touched);
}

/* A clause is behind when its source is not what it was in the version that touched it, or in that
 * for whose source it was written. */
static void judge(const StaleSearch *self, const Text *text, guint depth)
{
  for (guint i = 0; i < text->touched->len; i++) {
    const Touched *touched = &g_array_index(text->touched, Touched, i);
    gboolean as_now = same_at(self, self->source, touched->step)[touched->clause.source];
    gint written = as_now ? written_for(self, text, touched, depth) : (gint)touched->step;
    if (written >= 0)
      add_behind(self, text, touched->clause.target, (guint)written);
  }
}

/* Goes through one language after the other, the source last: most older texts of a language are
 * kept by git as what differs from each other, and libgit2 remembers but a few of them. */
static void find_behind(StaleSearch *self, guint first, guint depth)
{
  for (guint j = 1; j < self->texts->len; j++)
    find_touched(self, self->texts->pdata[j], first);
  for (guint j = 1; j < self->texts->len; j++)
    judge(self, self->texts->pdata[j], depth);
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

static void add_texts(StaleSearch *self, const GPtrArray *states)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new();
  const AdrefLanguageVersion *rolling = self->versions->items->pdata[0];
  self->source = add_text(self, 0, rolling->bytes, none);
  for (guint i = 1; i < self->versions->items->len; i++) {
    const AdrefLanguageVersion *item = self->versions->items->pdata[i];
    const AdrefLanguageState *state = adref_language_states_find(states, item->language);
    if (state)
      add_pending(self, add_text(self, i, item->bytes, state->behind));
  }
}

static GPtrArray *read_kept(AdrefRepo *repo, const AdrefLanguageVersions *versions)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func(adref_kept_clauses_free);
  for (guint i = 0; i < versions->items->len; i++)
    g_ptr_array_add(kept, adref_kept_clauses_read(
                              repo, ((AdrefLanguageVersion *)versions->items->pdata[i])->path));
  return kept;
}

static void write_kept(const StaleSearch *self)
{
  for (guint i = 0; self->kept && i < self->kept->len; i++)
    adref_kept_clauses_write(self->kept->pdata[i], self->repo);
}

gboolean adref_stale_search(AdrefRepo *repo, const AdrefStatement *statement,
                            const AdrefVersion *from, const AdrefLanguageVersions *versions,
                            const GPtrArray *states, gboolean fresh, GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(text_free);
  g_autoptr(GPtrArray) kept = fresh ? NULL : read_kept(repo, versions);
  g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(Step));
  g_array_set_clear_func(steps, step_clear);
  StaleSearch self = {
      .repo = repo, .kept = kept, .versions = versions, .steps = steps, .texts = texts};
  if (!read_steps(&self, statement->folder, from, error))
    return FALSE;
  add_texts(&self, states);
  find_behind(&self, 0, 0);
  for (guint i = 1; i < texts->len; i++) {
    sort_behind(&self, texts->pdata[i]);
    find_changes(&self, texts->pdata[i]);
  }
  write_kept(&self);
  return TRUE;
}
