#include "review/change/change_class.h"

#include "base/parallel_for.h"
#include "review/change/clause_comparer.h"
#include "review/change/reference_check.h"

enum {
  CLAUSES_AT_ONCE = 16 /* clauses that a thread compares at a time */
};

/* The findings of one clause. */
typedef struct {
  GPtrArray *findings; /* of AdrefFinding */
  guint compared;      /* the number of these that come from changed words */
} ClauseFindings;

/* The working memory of one thread. */
typedef struct {
  AdrefPhraseScanner scanner;
  AdrefClauseComparer *comparer; /* NULL: the thread has not begun */
} Worker;

/* Two threads compare the clauses, each clause by itself; the findings are stored in the tree when
 * both are done. */
typedef struct {
  const AdrefChangeClassOptions *options;
  AdrefReferenceTargets *targets;
  GPtrArray *clauses;      /* of AdrefNode: those that are compared or checked */
  ClauseFindings *results; /* by clause */
  Worker workers[ADREF_PARALLEL_WORKERS];
} ClassAssigner;

static gboolean is_whole(const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  return clause->mark == ADREF_DELETED || clause->mark == ADREF_INSERTED ||
         (change && (change->type == ADREF_CHANGE_DELETED || change->type == ADREF_CHANGE_ADDED));
}

/* Sets whether a clause changed only as an editor may change it. */
static void set_type(AdrefChange *change, const ClauseFindings *results)
{
  gboolean editorial = TRUE;
  for (guint i = 0; i < results->compared; i++) {
    const AdrefFinding *finding = results->findings->pdata[i];
    editorial = editorial && finding->class == ADREF_CHANGE_CLASS_EDITORIAL;
  }
  if (results->compared > 0 &&
      (change->type == ADREF_CHANGE_MODIFIED || change->type == ADREF_CHANGE_EDITORIAL))
    change->type = editorial ? ADREF_CHANGE_EDITORIAL : ADREF_CHANGE_MODIFIED;
}

static AdrefChange *ensure_change(AdrefClause *clause)
{
  if (!clause->change) {
    clause->change = adref_change_new(ADREF_CHANGE_NONE);
    clause->change->number = g_strdup(clause->number);
    clause->change->kind = clause->kind;
  }
  return clause->change;
}

/* Keeps the findings of the classes that were asked for. */
static GPtrArray *filter_classes(GPtrArray *findings, guint classes)
{
  if (!classes)
    return findings;
  GPtrArray *kept = g_ptr_array_new_with_free_func((GDestroyNotify)adref_finding_free);
  for (guint i = 0; i < findings->len; i++)
    if (classes & 1U << ((AdrefFinding *)findings->pdata[i])->class)
      g_ptr_array_add(kept, g_steal_pointer(&findings->pdata[i]));
  g_ptr_array_unref(findings);
  return kept;
}

static gboolean is_compared(const AdrefChange *change)
{
  return change && change->type != ADREF_CHANGE_NONE && change->type != ADREF_CHANGE_MOVED_FROM;
}

static gboolean is_checked(const ClassAssigner *self, const AdrefNode *clause)
{
  return !is_whole(clause) && adref_reference_targets_differ(self->targets);
}

static ClauseFindings find_in_clause(const ClassAssigner *self, Worker *worker,
                                     const AdrefNode *clause)
{
  ClauseFindings results = {0};
  gboolean compared = is_compared(clause->as.clause->change);
  results.findings = g_ptr_array_new_with_free_func((GDestroyNotify)adref_finding_free);
  if (compared && is_whole(clause))
    adref_clause_comparer_find_hidden(worker->comparer, clause, results.findings);
  else if (compared)
    adref_clause_comparer_compare(worker->comparer, clause, results.findings);
  results.compared = results.findings->len;
  if (is_checked(self, clause))
    adref_reference_check(self->targets, &worker->scanner, clause, results.findings);
  return results;
}

static void worker_init(Worker *worker, const AdrefChangeClassOptions *options,
                        AdrefReferenceTargets *targets)
{
  adref_phrase_scanner_init(&worker->scanner, options->language ? options->language : "en",
                            options->style, options->parties);
  worker->comparer = adref_clause_comparer_new(&worker->scanner, targets);
}

static void find_in_clauses(gpointer data, guint number, guint from, guint to)
{
  ClassAssigner *self = data;
  Worker *worker = &self->workers[number];
  if (!worker->comparer)
    worker_init(worker, self->options, self->targets);
  for (guint i = from; i < to; i++)
    self->results[i] = find_in_clause(self, worker, self->clauses->pdata[i]);
}

/* Stores the findings in their clause, and takes them over. */
static void store_findings(const ClassAssigner *self, AdrefClause *clause, ClauseFindings *results)
{
  gboolean compared = is_compared(clause->change);
  if (compared)
    set_type(clause->change, results);
  g_autoptr(GPtrArray) findings = filter_classes(results->findings, self->options->classes);
  if (!compared && findings->len == 0)
    return;
  AdrefChange *change = ensure_change(clause);
  g_clear_pointer(&change->findings, g_ptr_array_unref);
  change->findings = g_steal_pointer(&findings);
}

static void assigner_clear(ClassAssigner *self)
{
  for (Worker *worker = self->workers; worker < self->workers + ADREF_PARALLEL_WORKERS; worker++) {
    if (!worker->comparer)
      continue;
    adref_clause_comparer_free(worker->comparer);
    adref_phrase_scanner_clear(&worker->scanner);
  }
  g_ptr_array_unref(self->clauses);
  g_free(self->results);
}

void adref_change_class_assign(AdrefNode *redline, const AdrefChangeClassOptions *options)
{
  g_autoptr(AdrefReferenceTargets) targets = adref_reference_targets_new(redline);
  ClassAssigner assigner = {.options = options, .targets = targets, .clauses = g_ptr_array_new()};
  for (AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (is_compared(clause->as.clause->change) || is_checked(&assigner, clause))
      g_ptr_array_add(assigner.clauses, clause);
  assigner.results = g_new0(ClauseFindings, assigner.clauses->len + 1);
  adref_parallel_for(assigner.clauses->len, CLAUSES_AT_ONCE, find_in_clauses, &assigner);
  for (guint i = 0; i < assigner.clauses->len; i++)
    store_findings(&assigner, ((AdrefNode *)assigner.clauses->pdata[i])->as.clause,
                   &assigner.results[i]);
  assigner_clear(&assigner);
}
