#include "merge/matter.h"

#include "merge/matter_compare.h"
#include "merge/matter_reference.h"
#include "merge/matter_text.h"

typedef struct {
  const AdrefMatters *how;
  AdrefComparer comparer;
  GPtrArray *matters; /* of the clause at hand */
} Finder;

static void add(GPtrArray *matters, AdrefMatterClass class, char *old, char *new)
{
  AdrefMatter *matter = g_new0(AdrefMatter, 1);
  matter->class = class;
  matter->old = old;
  matter->new = new;
  g_ptr_array_add(matters, matter);
}

/* An agreed paragraph was touched: its mark came or went, or words changed under it. */
static void add_agreed(Finder *self)
{
  static const char mark[] = "[Agreed ad ref]";
  const AdrefClauseText *text = self->comparer.text;
  gboolean before = text->agreed[ADREF_TEXT_OLD], now = text->agreed[ADREF_TEXT_NEW];
  if (before != now)
    add(self->matters, ADREF_MATTER_AGREED, g_strdup(before ? mark : ""),
        g_strdup(now ? mark : ""));
  const GArray *told = self->comparer.told;
  if (!before || told->len == 0)
    return;
  const AdrefMatter *first = g_array_index(told, AdrefTold, 0).matter;
  add(self->matters, ADREF_MATTER_AGREED, g_strdup(first->old), g_strdup(first->new));
}

static void take_told(Finder *self)
{
  const GArray *told = self->comparer.told;
  for (guint i = 0; i < told->len; i++)
    g_ptr_array_add(self->matters, g_array_index(told, AdrefTold, i).matter);
}

static gboolean is_whole(const AdrefNode *clause)
{
  return clause->mark == ADREF_DELETED || clause->mark == ADREF_INSERTED;
}

static void compare(Finder *self, const AdrefNode *clause)
{
  adref_clause_text_read(self->comparer.text, clause);
  if (is_whole(clause))
    adref_comparer_reveal(&self->comparer, clause);
  else
    adref_comparer_compare(&self->comparer, clause);
  if (clause->mark != ADREF_INSERTED)
    add_agreed(self);
  take_told(self);
}

static void tell_reference(gpointer data, char *old, char *new)
{
  add(data, ADREF_MATTER_REFERENCE, old, new);
}

/* Whether a clause is changed by nothing but what an editor may do. */
static void set_type(AdrefChange *change, const GPtrArray *matters)
{
  gboolean editorial = TRUE;
  for (guint i = 0; i < matters->len; i++)
    editorial = editorial && ((AdrefMatter *)matters->pdata[i])->class == ADREF_MATTER_EDITORIAL;
  if (matters->len > 0 &&
      (change->type == ADREF_CHANGE_MODIFIED || change->type == ADREF_CHANGE_EDITORIAL))
    change->type = editorial ? ADREF_CHANGE_EDITORIAL : ADREF_CHANGE_MODIFIED;
}

static AdrefChange *need_change(AdrefClause *clause)
{
  if (!clause->change) {
    clause->change = adref_change_new(ADREF_CHANGE_NONE);
    clause->change->number = g_strdup(clause->number);
    clause->change->kind = clause->kind;
  }
  return clause->change;
}

/* The matters of the classes that are looked for. */
static GPtrArray *keep_wanted(GPtrArray *matters, guint classes)
{
  if (!classes)
    return matters;
  GPtrArray *kept = g_ptr_array_new_with_free_func((GDestroyNotify)adref_matter_free);
  for (guint i = 0; i < matters->len; i++)
    if (classes & 1U << ((AdrefMatter *)matters->pdata[i])->class)
      g_ptr_array_add(kept, g_steal_pointer(&matters->pdata[i]));
  g_ptr_array_unref(matters);
  return kept;
}

static gboolean is_compared(const AdrefChange *change)
{
  return change && change->type != ADREF_CHANGE_NONE && change->type != ADREF_CHANGE_LEFT;
}

static void find_in_clause(Finder *self, AdrefNode *node)
{
  AdrefClause *clause = node->as.clause;
  gboolean compared = is_compared(clause->change);
  gboolean checked = !is_whole(node) && adref_targets_differ(self->comparer.targets);
  self->matters = g_ptr_array_new_with_free_func((GDestroyNotify)adref_matter_free);
  if (compared)
    compare(self, node);
  if (compared)
    set_type(clause->change, self->matters);
  if (checked)
    adref_targets_check(self->comparer.targets, &self->comparer.scanner, node, tell_reference,
                        self->matters);
  self->matters = keep_wanted(self->matters, self->how->classes);
  if (compared || self->matters->len > 0) {
    AdrefChange *change = need_change(clause);
    g_clear_pointer(&change->matters, g_ptr_array_unref);
    change->matters = g_steal_pointer(&self->matters);
  } else {
    g_clear_pointer(&self->matters, g_ptr_array_unref);
  }
}

void adref_matters_find(AdrefNode *redline, const AdrefMatters *how)
{
  g_autoptr(AdrefTargets) targets = adref_targets_new(redline);
  Finder finder = {.how = how};
  adref_comparer_init(&finder.comparer, how->language ? how->language : "en", how->style,
                      how->parties, targets);
  for (AdrefNode *clause = redline->first; clause; clause = clause->next)
    find_in_clause(&finder, clause);
  adref_comparer_clear(&finder.comparer);
}
