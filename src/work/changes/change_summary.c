#include "work/changes/change_summary.h"

/* What happened to a clause, in the order of a subject. */
typedef enum {
  GROUP_CHANGED,
  GROUP_NEW,
  GROUP_DELETED,
} ChangeGroup;

typedef struct {
  ChangeGroup group;
  char *name;            /* "op private-sector" */
  char *what;            /* ": 2 words", " moved"; "" for nothing more to say */
  gboolean is_editorial; /* spelling alone */
} ClauseChange;

struct AdrefChangeSummary {
  GPtrArray *all;        /* of Change */
  GHashTable *names;     /* name -> its first change */
  GPtrArray *ids;        /* of char * */
  GHashTable *known_ids; /* the same */
  GPtrArray *headings;   /* ids of those that changed; of char * */
  guint heading_ids;     /* that headings got */
  gboolean markers;      /* a number or a marker changed, perhaps nothing else */
};

static void change_free(gpointer data)
{
  ClauseChange *change = data;
  g_free(change->name);
  g_free(change->what);
  g_free(change);
}

AdrefChangeSummary *adref_change_summary_new(void)
{
  AdrefChangeSummary *changes = g_new0(AdrefChangeSummary, 1);
  changes->all = g_ptr_array_new_with_free_func(change_free);
  changes->names = g_hash_table_new(g_str_hash, g_str_equal);
  changes->ids = g_ptr_array_new_with_free_func(g_free);
  changes->known_ids = g_hash_table_new(g_str_hash, g_str_equal);
  changes->headings = g_ptr_array_new_with_free_func(g_free);
  return changes;
}

void adref_change_summary_free(AdrefChangeSummary *changes)
{
  if (!changes)
    return;
  g_hash_table_unref(changes->names);
  g_hash_table_unref(changes->known_ids);
  g_ptr_array_unref(changes->all);
  g_ptr_array_unref(changes->ids);
  g_ptr_array_unref(changes->headings);
  g_free(changes);
}

GPtrArray *adref_change_summary_ids(const AdrefChangeSummary *changes)
{
  return changes->ids;
}

GPtrArray *adref_change_summary_headings(const AdrefChangeSummary *changes)
{
  return changes->headings;
}

static void add_heading(AdrefChangeSummary *changes, const char *id)
{
  if (!g_ptr_array_find_with_equal_func(changes->headings, id, g_str_equal, NULL))
    g_ptr_array_add(changes->headings, g_strdup(id));
}

static char *counted(guint count, const char *what)
{
  return g_strdup_printf("%u %s%s", count, what, count == 1 ? "" : "s");
}

/* A clause as it is called in its marker; one without id by its number, else by its first words. */
static char *name_of(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  const char *number = facts->number;
  if (!number && facts->change)
    number = facts->change->number;
  const char *called = facts->id ? facts->id : number;
  if (called && facts->kind != ADREF_TITLE)
    return g_strdup_printf("%s %s", adref_clause_kind_word(facts->kind), called);
  g_autofree char *words = adref_redline_first_words(clause, NULL);
  return facts->kind == ADREF_TITLE ? g_strdup_printf("heading %s", words) : g_strdup(words);
}

/* The kind that a clause had before; NULL: the same. */
static const char *old_kind_of(const AdrefNode *clause)
{
  const AdrefNode *marker = clause->as.clause->change->marker;
  return marker && marker->as.clause->kind != clause->as.clause->kind
             ? adref_clause_kind_word(marker->as.clause->kind)
             : NULL;
}

/* What changed where no word did. */
static const char *mark_of(const AdrefNode *clause)
{
  const char *found = "layout";
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    AdrefNodeType type = walk.node->type;
    if (!walk.entering || walk.node->mark == ADREF_KEPT)
      continue;
    if (type == ADREF_BRACKET || type == ADREF_ALTERNATIVE || type == ADREF_BRACKET_EDGE)
      return "brackets";
    if (type == ADREF_NOTE)
      found = "note";
    if (type == ADREF_AD_REF)
      found = "ad ref";
    if (type == ADREF_LINK)
      found = "reference";
  }
  return found;
}

/* Whether a paragraph, an item or a row stands at another place. */
static gboolean has_moved_block(const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefBlockMove *move = walk.entering ? adref_change_move_of(walk.node) : NULL;
    if (move && move->far)
      return TRUE;
  }
  return FALSE;
}

/* A word in place of another is one word. */
static char *words_of(const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  guint count = MAX(change->deleted, change->inserted);
  const char *kind = old_kind_of(clause);
  if (kind && count == 0)
    return g_strdup_printf("was %s", kind);
  if (count == 0 && has_moved_block(clause))
    return g_strdup("order");
  if (change->type == ADREF_CHANGE_EDITORIAL)
    return g_strdup("spelling");
  return count > 0 ? counted(count, "word") : g_strdup(mark_of(clause));
}

static char *what_of(const AdrefNode *clause, const char *language)
{
  const AdrefChange *change = clause->as.clause->change;
  g_autofree char *words = words_of(clause);
  GString *what = g_string_new(NULL);
  switch (change->type) {
  case ADREF_CHANGE_MODIFIED:
  case ADREF_CHANGE_EDITORIAL: g_string_printf(what, ": %s", words); break;
  case ADREF_CHANGE_MOVED:
    g_string_printf(what, " moved%s%s", change->modified ? ", " : "",
                    change->modified ? words : "");
    break;
  case ADREF_CHANGE_SPLIT: g_string_assign(what, " split off"); break;
  case ADREF_CHANGE_JOINED: g_string_assign(what, " joined"); break;
  case ADREF_CHANGE_NONE:
    if (change->id)
      g_string_printf(what, ": was %s", change->id);
    break;
  case ADREF_CHANGE_ADDED:
  case ADREF_CHANGE_DELETED:
  case ADREF_CHANGE_MOVED_FROM: break;
  }
  if (language)
    g_string_append_printf(what, " (%s)", language);
  return g_string_free(what, FALSE);
}

static ChangeGroup group_of(AdrefChangeType type)
{
  if (type == ADREF_CHANGE_ADDED)
    return GROUP_NEW;
  return type == ADREF_CHANGE_DELETED ? GROUP_DELETED : GROUP_CHANGED;
}

void adref_change_summary_add_id(AdrefChangeSummary *changes, const char *id)
{
  if (g_hash_table_contains(changes->known_ids, id))
    return;
  g_ptr_array_add(changes->ids, g_strdup(id));
  g_hash_table_add(changes->known_ids, changes->ids->pdata[changes->ids->len - 1]);
}

void adref_change_summary_add_heading_ids(AdrefChangeSummary *changes, guint count)
{
  changes->heading_ids += count;
}

/* A clause is named once: by what changed in the first language of which words changed, else in the
 * first of all. */
static void add_change(AdrefChangeSummary *changes, const AdrefNode *clause, const char *language)
{
  g_autofree char *name = name_of(clause);
  const AdrefChange *change = clause->as.clause->change;
  gboolean is_editorial = change->type == ADREF_CHANGE_EDITORIAL;
  ClauseChange *before = language ? g_hash_table_lookup(changes->names, name) : NULL;
  if (before && before->is_editorial && !is_editorial && change->inserted + change->deleted > 0) {
    g_free(before->what);
    before->what = what_of(clause, language);
    before->is_editorial = FALSE;
  }
  if (before)
    return;
  ClauseChange *found = g_new0(ClauseChange, 1);
  *found = (ClauseChange){group_of(change->type), g_steal_pointer(&name), what_of(clause, language),
                          is_editorial};
  g_ptr_array_add(changes->all, found);
  g_hash_table_insert(changes->names, found->name, found);
}

void adref_change_summary_add(AdrefChangeSummary *changes, const AdrefNode *redline,
                              const char *language)
{
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = clause->as.clause->change;
    changes->markers = changes->markers || change;
    if (!change || change->type == ADREF_CHANGE_MOVED_FROM ||
        (change->type == ADREF_CHANGE_NONE && !(change->id && clause->as.clause->id)))
      continue;
    if (clause->as.clause->kind == ADREF_TITLE && clause->as.clause->id)
      add_heading(changes, clause->as.clause->id);
    else if (clause->as.clause->id)
      adref_change_summary_add_id(changes, clause->as.clause->id);
    add_change(changes, clause, language);
  }
}

/* --- a subject --- */

static const char *prefix_of(ChangeGroup group)
{
  static const char *const intros[] = {
      [GROUP_CHANGED] = "", [GROUP_NEW] = "new ", [GROUP_DELETED] = "without "};
  return intros[group];
}

/* The names of one group; after a name with details stands a semicolon. */
static void add_group(const AdrefChangeSummary *changes, ChangeGroup group, gboolean full,
                      GString *out)
{
  const ClauseChange *last = NULL;
  for (guint i = 0; i < changes->all->len; i++) {
    const ClauseChange *change = changes->all->pdata[i];
    if (change->group != group)
      continue;
    gboolean list = last && !(full && (*last->what || *change->what));
    g_string_append(out, list ? ", " : (out->len > 0 ? "; " : ""));
    g_string_append_printf(out, "%s%s%s", list ? "" : prefix_of(group), change->name,
                           full ? change->what : "");
    last = change;
  }
}

static char *name_all(const AdrefChangeSummary *changes, gboolean full)
{
  GString *out = g_string_new(NULL);
  for (ChangeGroup group = GROUP_CHANGED; group <= GROUP_DELETED; group++)
    add_group(changes, group, full, out);
  return g_string_free(out, FALSE);
}

static char *count_all(const AdrefChangeSummary *changes)
{
  static const char *const words[] = {
      [GROUP_CHANGED] = "changed", [GROUP_NEW] = "new", [GROUP_DELETED] = "removed"};
  GString *out = g_string_new(NULL);
  guint counts[GROUP_DELETED + 1] = {0};
  for (guint i = 0; i < changes->all->len; i++)
    counts[((const ClauseChange *)changes->all->pdata[i])->group]++;
  for (ChangeGroup group = GROUP_CHANGED; group <= GROUP_DELETED; group++) {
    g_autofree char *clauses = counted(counts[group], "clause");
    if (counts[group] > 0)
      g_string_append_printf(out, "%s%s %s", out->len > 0 ? ", " : "", clauses, words[group]);
  }
  return g_string_free(out, FALSE);
}

char *adref_change_summary_subject(const AdrefChangeSummary *changes, guint max_length)
{
  if (changes->all->len == 0 && changes->markers)
    return g_strdup("numbers and markers");
  if (changes->all->len == 0 && changes->heading_ids > 0)
    return g_strdup_printf("id%s of %u heading%s", changes->heading_ids == 1 ? "" : "s",
                           changes->heading_ids, changes->heading_ids == 1 ? "" : "s");
  if (changes->all->len == 0)
    return NULL;
  for (guint full = 2; full-- > 0;) {
    char *names = changes->all->len <= max_length ? name_all(changes, full > 0) : NULL;
    if (names && g_utf8_strlen(names, -1) <= (glong)max_length)
      return names;
    g_free(names);
  }
  return count_all(changes);
}

/* --- numbers --- */

static void add_number(GString *out, guint count, const char *what, const char *how)
{
  g_autofree char *words = counted(count, what);
  if (count > 0)
    g_string_append_printf(out, "%s%s %s", out->len > 0 ? ", " : "", words, how);
}

char *adref_change_summary_counts(const AdrefRedlineCounts *counts)
{
  guint came = counts->words_inserted, went = counts->words_deleted;
  guint old = counts->brackets_old, new = counts->brackets_new;
  g_autoptr(GString) out = g_string_new(NULL);
  if (came > 0)
    g_string_append_printf(out, "+%u", came);
  if (went > 0)
    g_string_append_printf(out, "%s-%u", came > 0 ? " " : "", went);
  if (came + went > 0)
    g_string_append(out, came + went == 1 ? " word" : " words");
  add_number(out, counts->modified + counts->editorial, "clause", "changed");
  add_number(out, counts->added, "clause", "added");
  add_number(out, counts->deleted, "clause", "deleted");
  add_number(out, counts->moved, "clause", "moved");
  add_number(out, counts->split + counts->joined, "clause", "divided or joined");
  add_number(out, new > old ? new - old : 0, "bracket", "opened");
  add_number(out, old > new ? old - new : 0, "bracket", "closed");
  return out->len > 0 ? g_string_free(g_steal_pointer(&out), FALSE) : NULL;
}
