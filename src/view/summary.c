#include "view/summary.h"

#include <string.h>

#include "view/redline.h"

static const char *const class_titles[ADREF_CHANGE_CLASSES] = {
    [ADREF_CHANGE_CLASS_HIDDEN] = "Hidden characters",
    [ADREF_CHANGE_CLASS_AGREED] = "Agreed paragraphs touched",
    [ADREF_CHANGE_CLASS_STRENGTH] = "Strength of commitment",
    [ADREF_CHANGE_CLASS_NEGATION] = "Negation",
    [ADREF_CHANGE_CLASS_QUALIFIER] = "Qualifiers and limits",
    [ADREF_CHANGE_CLASS_NUMBER] = "Numbers and amounts",
    [ADREF_CHANGE_CLASS_DATE] = "Dates and deadlines",
    [ADREF_CHANGE_CLASS_NAME] = "Names and parties",
    [ADREF_CHANGE_CLASS_CONJUNCTION] = "And, or",
    [ADREF_CHANGE_CLASS_BRACKET] = "Brackets",
    [ADREF_CHANGE_CLASS_REFERENCE] = "References",
    [ADREF_CHANGE_CLASS_SUBSTANCE] = "Other words",
    [ADREF_CHANGE_CLASS_LINK] = "Links",
    [ADREF_CHANGE_CLASS_EDITORIAL] = "Editorial",
};

/* Change types with a group of their own; "modified" and "editorial" only for clauses without
 * findings. */
static const struct {
  AdrefChangeType type;
  const char *title;
} type_titles[] = {
    {ADREF_CHANGE_ADDED, "Added"},         {ADREF_CHANGE_DELETED, "Deleted"},
    {ADREF_CHANGE_MODIFIED, "Modified"},   {ADREF_CHANGE_MOVED, "Moved"},
    {ADREF_CHANGE_SPLIT, "Split"},         {ADREF_CHANGE_JOINED, "Joined"},
    {ADREF_CHANGE_EDITORIAL, "Editorial"},
};

gboolean adref_summary_filter_add(AdrefSummaryFilter *only, const char *word)
{
  gboolean found = strcmp(word, "facts") == 0;
  only->facts = only->facts || found;
  for (guint i = 0; i < ADREF_CHANGE_CLASSES; i++)
    if (strcmp(word, adref_change_class_word((AdrefChangeClass)i)) == 0) {
      only->findings |= 1U << i;
      found = TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS(type_titles); i++)
    if (strcmp(word, adref_change_word(type_titles[i].type)) == 0) {
      only->types |= 1U << type_titles[i].type;
      found = TRUE;
    }
  return found;
}

gboolean adref_summary_filter_is_everything(const AdrefSummaryFilter *only)
{
  return only->findings == 0 && only->types == 0 && !only->facts;
}

gboolean adref_summary_filter_shows_facts(const AdrefSummaryFilter *only)
{
  return only->facts || adref_summary_filter_is_everything(only);
}

static gboolean shows_finding(const AdrefSummaryFilter *only, const AdrefFinding *finding)
{
  return adref_summary_filter_is_everything(only) || (only->findings & 1U << finding->class);
}

static gboolean has_type(const AdrefChange *change, AdrefChangeType type)
{
  return change->type == type || (type == ADREF_CHANGE_MODIFIED && change->modified);
}

static gboolean shows_type(const AdrefSummaryFilter *only, AdrefChangeType type)
{
  return adref_summary_filter_is_everything(only) || (only->types & 1U << type);
}

gboolean adref_summary_filter_shows(const AdrefSummaryFilter *only, const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  if (!change || adref_redline_is_left_out(clause))
    return FALSE;
  if (adref_summary_filter_is_everything(only) && change->type != ADREF_CHANGE_NONE)
    return TRUE;
  for (guint i = 0; change->findings && i < change->findings->len; i++)
    if (shows_finding(only, change->findings->pdata[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(type_titles); i++)
    if (has_type(change, type_titles[i].type) && shows_type(only, type_titles[i].type))
      return TRUE;
  return change->type == ADREF_CHANGE_MOVED_FROM && shows_type(only, ADREF_CHANGE_MOVED);
}

static void entry_free(gpointer data)
{
  AdrefSummaryEntry *entry = data;
  g_ptr_array_unref(entry->findings);
  g_free(entry);
}

static void group_free(gpointer data)
{
  AdrefSummaryGroup *group = data;
  g_ptr_array_unref(group->entries);
  g_free(group);
}

static AdrefSummaryGroup *group_new(const char *word, const char *title, AdrefPageWord name,
                                    AdrefChangeType type)
{
  AdrefSummaryGroup *group = g_new0(AdrefSummaryGroup, 1);
  group->word = word;
  group->title = title;
  group->name = name;
  group->type = type;
  group->entries = g_ptr_array_new_with_free_func(entry_free);
  return group;
}

/* The entry of a clause, which can only be the last one. */
static AdrefSummaryEntry *entry_of(AdrefSummaryGroup *group, const AdrefNode *clause)
{
  GPtrArray *entries = group->entries;
  AdrefSummaryEntry *last = entries->len > 0 ? entries->pdata[entries->len - 1] : NULL;
  if (last && last->clause == clause)
    return last;
  AdrefSummaryEntry *entry = g_new0(AdrefSummaryEntry, 1);
  entry->clause = clause;
  entry->findings = g_ptr_array_new();
  g_ptr_array_add(entries, entry);
  return entry;
}

static void add_clause(AdrefSummaryGroup **findings, AdrefSummaryGroup **types,
                       const AdrefNode *clause, const AdrefSummaryFilter *only)
{
  const AdrefChange *change = clause->as.clause->change;
  for (guint i = 0; change->findings && i < change->findings->len; i++) {
    AdrefFinding *finding = change->findings->pdata[i];
    if (shows_finding(only, finding))
      g_ptr_array_add(entry_of(findings[finding->class], clause)->findings, finding);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(type_titles); i++) {
    AdrefChangeType type = type_titles[i].type;
    gboolean is_told = (type == ADREF_CHANGE_MODIFIED || type == ADREF_CHANGE_EDITORIAL) &&
                       change->findings && change->findings->len > 0;
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

GPtrArray *adref_summary_new(const AdrefNode *redline, const AdrefSummaryFilter *only)
{
  AdrefSummaryGroup *findings[ADREF_CHANGE_CLASSES], *types[G_N_ELEMENTS(type_titles)];
  for (guint i = 0; i < ADREF_CHANGE_CLASSES; i++)
    findings[i] = group_new(adref_change_class_word((AdrefChangeClass)i), class_titles[i],
                            (AdrefPageWord)(ADREF_PAGE_WORD_CLASS_HIDDEN + i), ADREF_CHANGE_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS(type_titles); i++)
    types[i] = group_new(adref_change_word(type_titles[i].type), type_titles[i].title,
                         (AdrefPageWord)(ADREF_PAGE_WORD_ADDED + i), type_titles[i].type);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (clause->as.clause->change)
      add_clause(findings, types, clause, only);
  GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
  for (guint i = 0; i < ADREF_CHANGE_CLASSES; i++)
    keep_filled(groups, findings[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(type_titles); i++)
    keep_filled(groups, types[i]);
  return groups;
}
