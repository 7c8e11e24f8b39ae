#include "view/summary.h"

#include <string.h>

static const char *const matter_titles[ADREF_MATTERS] = {
    [ADREF_MATTER_HIDDEN] = "Hidden characters",
    [ADREF_MATTER_AGREED] = "Agreed paragraphs touched",
    [ADREF_MATTER_STRENGTH] = "Strength of commitment",
    [ADREF_MATTER_NEGATION] = "Negation",
    [ADREF_MATTER_NUMBER] = "Numbers and amounts",
    [ADREF_MATTER_DATE] = "Dates and deadlines",
    [ADREF_MATTER_NAME] = "Names and parties",
    [ADREF_MATTER_CONJUNCTION] = "And, or",
    [ADREF_MATTER_BRACKET] = "Brackets",
    [ADREF_MATTER_REFERENCE] = "Cross references",
    [ADREF_MATTER_SUBSTANCE] = "Other words",
    [ADREF_MATTER_EDITORIAL] = "Editorial",
};

/* Types that stand in the summary by themselves; "modified" and "editorial" only where nobody has
 * said what matters in the clause. */
static const struct {
  AdrefChangeType type;
  const char *title;
} type_titles[] = {
    {ADREF_CHANGE_ADDED, "Added"},         {ADREF_CHANGE_DELETED, "Deleted"},
    {ADREF_CHANGE_MODIFIED, "Modified"},   {ADREF_CHANGE_MOVED, "Moved"},
    {ADREF_CHANGE_SPLIT, "Split"},         {ADREF_CHANGE_JOINED, "Joined"},
    {ADREF_CHANGE_EDITORIAL, "Editorial"},
};

gboolean adref_only_add(AdrefOnly *only, const char *word)
{
  gboolean found = FALSE;
  for (guint i = 0; i < ADREF_MATTERS; i++)
    if (strcmp(word, adref_matter_word((AdrefMatterClass)i)) == 0) {
      only->matters |= 1U << i;
      found = TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS(type_titles); i++)
    if (strcmp(word, adref_change_word(type_titles[i].type)) == 0) {
      only->types |= 1U << type_titles[i].type;
      found = TRUE;
    }
  return found;
}

static gboolean is_everything(const AdrefOnly *only)
{
  return only->matters == 0 && only->types == 0;
}

static gboolean shows_matter(const AdrefOnly *only, const AdrefMatter *matter)
{
  return is_everything(only) || (only->matters & 1U << matter->class);
}

static gboolean has_type(const AdrefChange *change, AdrefChangeType type)
{
  return change->type == type || (type == ADREF_CHANGE_MODIFIED && change->modified);
}

static gboolean shows_type(const AdrefOnly *only, AdrefChangeType type)
{
  return is_everything(only) || (only->types & 1U << type);
}

gboolean adref_only_shows(const AdrefOnly *only, const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  if (!change)
    return FALSE;
  if (is_everything(only) && change->type != ADREF_CHANGE_NONE)
    return TRUE;
  for (guint i = 0; change->matters && i < change->matters->len; i++)
    if (shows_matter(only, change->matters->pdata[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(type_titles); i++)
    if (has_type(change, type_titles[i].type) && shows_type(only, type_titles[i].type))
      return TRUE;
  return change->type == ADREF_CHANGE_LEFT && shows_type(only, ADREF_CHANGE_MOVED);
}

static void entry_free(gpointer data)
{
  AdrefSummaryEntry *entry = data;
  g_ptr_array_unref(entry->matters);
  g_free(entry);
}

static void group_free(gpointer data)
{
  AdrefSummaryGroup *group = data;
  g_ptr_array_unref(group->entries);
  g_free(group);
}

static AdrefSummaryGroup *group_new(const char *word, const char *title, AdrefChangeType type)
{
  AdrefSummaryGroup *group = g_new0(AdrefSummaryGroup, 1);
  group->word = word;
  group->title = title;
  group->type = type;
  group->entries = g_ptr_array_new_with_free_func(entry_free);
  return group;
}

/* The entry of a clause, which is the last one when there is one. */
static AdrefSummaryEntry *entry_of(AdrefSummaryGroup *group, const AdrefNode *clause)
{
  GPtrArray *entries = group->entries;
  AdrefSummaryEntry *last = entries->len > 0 ? entries->pdata[entries->len - 1] : NULL;
  if (last && last->clause == clause)
    return last;
  AdrefSummaryEntry *entry = g_new0(AdrefSummaryEntry, 1);
  entry->clause = clause;
  entry->matters = g_ptr_array_new();
  g_ptr_array_add(entries, entry);
  return entry;
}

static void add_clause(AdrefSummaryGroup **matters, AdrefSummaryGroup **types,
                       const AdrefNode *clause, const AdrefOnly *only)
{
  const AdrefChange *change = clause->as.clause->change;
  for (guint i = 0; change->matters && i < change->matters->len; i++) {
    AdrefMatter *matter = change->matters->pdata[i];
    if (shows_matter(only, matter))
      g_ptr_array_add(entry_of(matters[matter->class], clause)->matters, matter);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(type_titles); i++) {
    AdrefChangeType type = type_titles[i].type;
    gboolean is_told = (type == ADREF_CHANGE_MODIFIED || type == ADREF_CHANGE_EDITORIAL) &&
                       change->matters && change->matters->len > 0;
    if (has_type(change, type) && shows_type(only, type) && !is_told)
      entry_of(types[i], clause);
  }
}

static void keep_filled(GPtrArray *groups, AdrefSummaryGroup *group)
{
  if (group->entries->len > 0)
    g_ptr_array_add(groups, group);
  else
    group_free(group);
}

GPtrArray *adref_summary_new(const AdrefNode *redline, const AdrefOnly *only)
{
  AdrefSummaryGroup *matters[ADREF_MATTERS], *types[G_N_ELEMENTS(type_titles)];
  for (guint i = 0; i < ADREF_MATTERS; i++)
    matters[i] =
        group_new(adref_matter_word((AdrefMatterClass)i), matter_titles[i], ADREF_CHANGE_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS(type_titles); i++)
    types[i] = group_new(adref_change_word(type_titles[i].type), type_titles[i].title,
                         type_titles[i].type);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (clause->as.clause->change)
      add_clause(matters, types, clause, only);
  GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
  for (guint i = 0; i < ADREF_MATTERS; i++)
    keep_filled(groups, matters[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(type_titles); i++)
    keep_filled(groups, types[i]);
  return groups;
}
