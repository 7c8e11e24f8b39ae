#include "review/change_class.h"

#include "base/parallel_for.h"
#include "review/clause_comparer.h"
#include "review/clause_text.h"
#include "review/reference_targets.h"

enum {
  CLAUSES_AT_ONCE = 16 /* that one of two threads takes */
};

/* What was found in a clause. */
typedef struct {
  GPtrArray *matters; /* of AdrefMatter; NULL: nothing was looked for */
  guint compared;     /* of these come from words that changed */
} Findings;

/* The clauses are looked at apart from each other, by two threads; the tree gets what was found
 * when all of it is. */
typedef struct {
  const AdrefMatters *how;
  AdrefTargets *targets;
  GPtrArray *clauses; /* of AdrefNode */
  Findings *findings; /* by clause */
  gboolean ready[ADREF_WORKERS];
  AdrefComparer comparers[ADREF_WORKERS];
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
static void add_agreed(const AdrefComparer *comparer, GPtrArray *matters)
{
  static const char mark[] = "[Agreed ad ref]";
  const AdrefClauseText *text = comparer->text;
  gboolean before = text->agreed[ADREF_TEXT_OLD], now = text->agreed[ADREF_TEXT_NEW];
  if (before != now)
    add(matters, ADREF_MATTER_AGREED, g_strdup(before ? mark : ""), g_strdup(now ? mark : ""));
  const GArray *told = comparer->told;
  if (!before || told->len == 0)
    return;
  const AdrefMatter *first = g_array_index(told, AdrefTold, 0).matter;
  add(matters, ADREF_MATTER_AGREED, g_strdup(first->old), g_strdup(first->new));
}

static void take_told(const AdrefComparer *comparer, GPtrArray *matters)
{
  const GArray *told = comparer->told;
  for (guint i = 0; i < told->len; i++)
    g_ptr_array_add(matters, g_array_index(told, AdrefTold, i).matter);
}

static gboolean is_whole(const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  return clause->mark == ADREF_DELETED || clause->mark == ADREF_INSERTED ||
         (change && (change->type == ADREF_CHANGE_DELETED || change->type == ADREF_CHANGE_ADDED));
}

static void compare(AdrefComparer *comparer, const AdrefNode *clause, GPtrArray *matters)
{
  adref_clause_text_read(comparer->text, clause);
  if (is_whole(clause))
    adref_comparer_reveal(comparer, clause);
  else
    adref_comparer_compare(comparer, clause);
  if (clause->mark != ADREF_INSERTED)
    add_agreed(comparer, matters);
  take_told(comparer, matters);
}

static void tell_reference(gpointer data, char *old, char *new)
{
  add(data, ADREF_MATTER_REFERENCE, old, new);
}

/* Whether a clause is changed by nothing but what an editor may do. */
static void set_type(AdrefChange *change, const Findings *findings)
{
  gboolean editorial = TRUE;
  for (guint i = 0; i < findings->compared; i++) {
    const AdrefMatter *matter = findings->matters->pdata[i];
    editorial = editorial && matter->class == ADREF_MATTER_EDITORIAL;
  }
  if (findings->compared > 0 &&
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

static Findings find_in_clause(AdrefComparer *comparer, const AdrefNode *clause)
{
  Findings findings = {0};
  gboolean compared = is_compared(clause->as.clause->change);
  gboolean checked = !is_whole(clause) && adref_targets_differ(comparer->targets);
  if (!compared && !checked)
    return findings;
  findings.matters = g_ptr_array_new_with_free_func((GDestroyNotify)adref_matter_free);
  if (compared)
    compare(comparer, clause, findings.matters);
  findings.compared = findings.matters->len;
  if (checked)
    adref_targets_check(comparer->targets, &comparer->scanner, clause, tell_reference,
                        findings.matters);
  return findings;
}

static void find_in_clauses(gpointer data, guint worker, guint from, guint to)
{
  Finder *self = data;
  const AdrefMatters *how = self->how;
  AdrefComparer *comparer = &self->comparers[worker];
  if (!self->ready[worker])
    adref_comparer_init(comparer, how->language ? how->language : "en", how->style, how->parties,
                        self->targets);
  self->ready[worker] = TRUE;
  for (guint i = from; i < to; i++)
    self->findings[i] = find_in_clause(comparer, self->clauses->pdata[i]);
}

/* Puts into a clause what was found in it, which is given up. */
static void settle(const Finder *self, AdrefClause *clause, Findings *findings)
{
  gboolean compared = is_compared(clause->change);
  if (!findings->matters)
    return;
  if (compared)
    set_type(clause->change, findings);
  g_autoptr(GPtrArray) matters = keep_wanted(findings->matters, self->how->classes);
  if (!compared && matters->len == 0)
    return;
  AdrefChange *change = need_change(clause);
  g_clear_pointer(&change->matters, g_ptr_array_unref);
  change->matters = g_steal_pointer(&matters);
}

static void finder_clear(Finder *self)
{
  for (guint worker = 0; worker < ADREF_WORKERS; worker++)
    if (self->ready[worker])
      adref_comparer_clear(&self->comparers[worker]);
  g_ptr_array_unref(self->clauses);
  g_free(self->findings);
}

void adref_matters_find(AdrefNode *redline, const AdrefMatters *how)
{
  g_autoptr(AdrefTargets) targets = adref_targets_new(redline);
  Finder finder = {.how = how, .targets = targets, .clauses = g_ptr_array_new()};
  for (AdrefNode *clause = redline->first; clause; clause = clause->next)
    g_ptr_array_add(finder.clauses, clause);
  finder.findings = g_new0(Findings, finder.clauses->len + 1);
  adref_share(finder.clauses->len, CLAUSES_AT_ONCE, find_in_clauses, &finder);
  for (guint i = 0; i < finder.clauses->len; i++)
    settle(&finder, ((AdrefNode *)finder.clauses->pdata[i])->as.clause, &finder.findings[i]);
  finder_clear(&finder);
}
