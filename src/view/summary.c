#include "view/summary.h"

#include <string.h>

#include "view/redline.h"

/* page_words.h has a title for each class, in the same order, but for MOVED, which stands with the
 * clauses that moved. */
G_STATIC_ASSERT(ADREF_PAGE_WORD_CLASS_EDITORIAL - ADREF_PAGE_WORD_CLASS_HIDDEN + 1 ==
                (int)ADREF_CHANGE_CLASS_EDITORIAL);

/* Change types with a group of their own; "modified" and "editorial" only for clauses without
 * findings. */
static const AdrefChangeType own_types[] = {
    ADREF_CHANGE_ADDED, ADREF_CHANGE_DELETED, ADREF_CHANGE_MODIFIED,  ADREF_CHANGE_MOVED,
    ADREF_CHANGE_SPLIT, ADREF_CHANGE_JOINED,  ADREF_CHANGE_EDITORIAL,
};

/* Likewise for each of them. */
G_STATIC_ASSERT(ADREF_PAGE_WORD_EDITORIAL - ADREF_PAGE_WORD_ADDED + 1 == G_N_ELEMENTS(own_types));

const char adref_summary_filter_words[] =
    "facts|hidden|agreed|strength|negation|qualifier|number|date|name|conjunction|bracket|"
    "reference|substance|link|editorial|added|deleted|modified|moved|split|joined";

gboolean adref_summary_filter_add(AdrefSummaryFilter *only, const char *word)
{
  gboolean found = strcmp(word, "facts") == 0;
  only->facts = only->facts || found;
  for (guint i = 0; i < ADREF_CHANGE_CLASSES; i++)
    if (strcmp(word, adref_change_class_word((AdrefChangeClass)i)) == 0) {
      only->findings |= 1U << i;
      found = TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS(own_types); i++)
    if (strcmp(word, adref_change_word(own_types[i])) == 0) {
      only->types |= 1U << own_types[i];
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
  for (gsize i = 0; i < G_N_ELEMENTS(own_types); i++)
    if (has_type(change, own_types[i]) && shows_type(only, own_types[i]))
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

static AdrefSummaryGroup *group_new(const char *word, AdrefPageWord name, AdrefChangeType type)
{
  AdrefSummaryGroup *group = g_new0(AdrefSummaryGroup, 1);
  group->word = word;
  group->title = adref_page_words_get(NULL, name);
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

AdrefPageWord adref_summary_class_title(AdrefChangeClass class)
{
  if (class == ADREF_CHANGE_CLASS_MOVED)
    return ADREF_PAGE_WORD_MOVED;
  guint passed = class > ADREF_CHANGE_CLASS_MOVED ? 1 : 0;
  return (AdrefPageWord)(ADREF_PAGE_WORD_CLASS_HIDDEN + class - passed);
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
  for (gsize i = 0; i < G_N_ELEMENTS(own_types); i++) {
    AdrefChangeType type = own_types[i];
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
  AdrefSummaryGroup *findings[ADREF_CHANGE_CLASSES], *types[G_N_ELEMENTS(own_types)];
  for (guint i = 0; i < ADREF_CHANGE_CLASSES; i++)
    findings[i] = group_new(adref_change_class_word((AdrefChangeClass)i),
                            adref_summary_class_title((AdrefChangeClass)i), ADREF_CHANGE_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS(own_types); i++)
    types[i] = group_new(adref_change_word(own_types[i]),
                         (AdrefPageWord)(ADREF_PAGE_WORD_ADDED + i), own_types[i]);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (clause->as.clause->change)
      add_clause(findings, types, clause, only);
  GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
  for (guint i = 0; i < ADREF_CHANGE_CLASSES; i++)
    keep_filled(groups, findings[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(own_types); i++)
    keep_filled(groups, types[i]);
  return groups;
}
