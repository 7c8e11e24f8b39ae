#include "merge/join/merge_children.h"

#include <string.h>

#include "clause/labels/label_lists.h"
#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "clause/text/missing_items.h"
#include "merge/compare/block_matching.h"
#include "merge/content_key.h"
#include "merge/join/merge_block.h"
#include "merge/join/merge_clauses.h"
#include "merge/join/merge_columns.h"
#include "merge/join/merge_events.h"
#include "merge/join/merge_rows.h"
#include "merge/join/merge_wrap.h"

enum {
  MAX_COMPARED = 64 /* new blocks at one place with which a new block is compared */
};

/* --- the merge --- */

/* A node whose children are still to be merged. */
typedef struct {
  const AdrefNode *base;
  const AdrefNode **sides;
  guint8 *holders; /* as in AdrefMergeChildren */
  AdrefNode *out;
  guint **matches; /* by side: by child of the base; NULL: they are still to be found. Borrowed */
} Task;

/* A bracket that is put around a block when its words are merged. */
typedef struct {
  AdrefNode *block;
  GArray *support, *delete; /* of guint */
} Wrap;

/* A table of the result that is made of tables with other columns. */
typedef struct {
  AdrefMergeColumns *columns;
  AdrefNode *out;
} Table;

typedef struct {
  AdrefMergeChildren *children;
  AdrefMergeContext *context;
  GArray *tasks; /* of Task, in the order of the text; those before `done` are done */
  guint done;
  GArray *wraps;    /* of Wrap, the outer ones first */
  GArray *tables;   /* of Table */
  GPtrArray *lists; /* of AdrefNode: lists of the result that are of another kind in some text */
  AdrefInterner *contents;
} ChildMerge;

/* One task at work. */
typedef struct {
  Task task;
  GPtrArray *olds;    /* of const AdrefNode * */
  GPtrArray **news;   /* by side; NULL: unchanged */
  guint **matches;    /* by side: by child of the base */
  guint *next;        /* by side: the first child that is not yet placed */
  guint8 *some_items; /* by side: it has only some of the items, and the others stay */
} Level;

static void task_clear(gpointer task)
{
  g_free(((Task *)task)->sides);
  g_free(((Task *)task)->holders);
}

static void table_clear(gpointer table)
{
  adref_merge_columns_free(((Table *)table)->columns);
}

static void wrap_clear(gpointer data)
{
  Wrap *wrap = data;
  g_array_unref(wrap->support);
  g_array_unref(wrap->delete);
}

static gboolean is_of_two(const ChildMerge *self)
{
  return self->children->base_side != ADREF_MERGE_NO_SIDE;
}

static gboolean brackets_all(const ChildMerge *self)
{
  return self->context->options->compile || is_of_two(self);
}

static guint content_of(const ChildMerge *self, const AdrefNode *node, guint side)
{
  g_autoptr(GString) key = g_string_new(NULL);
  adref_content_key_append(key, node, &self->context->references[side]);
  return adref_interner_intern(self->contents, 0, key->str, key->len);
}

static guint base_references(const ChildMerge *self)
{
  return is_of_two(self) ? self->children->base_side : self->context->count;
}

static AdrefNode *put_copy(AdrefNode *out, const AdrefNode *node)
{
  AdrefNode *copy = adref_node_copy_tree(node, ADREF_KEPT);
  adref_node_append(out, copy);
  return copy;
}

static void add_wrap(ChildMerge *self, AdrefNode *block, const GArray *support,
                     const GArray *delete)
{
  Wrap wrap = {block, g_array_new(FALSE, FALSE, sizeof(guint)),
               g_array_new(FALSE, FALSE, sizeof(guint))};
  if (support && support->len > 0)
    g_array_append_vals(wrap.support, support->data, support->len);
  if (delete &&delete->len > 0)
    g_array_append_vals(wrap.delete, delete->data, delete->len);
  g_array_append_val(self->wraps, wrap);
}

/* --- new blocks --- */

static gint compare_keys(gconstpointer a, gconstpointer b)
{
  const GBytes *const *x = a, *const *y = b;
  return g_bytes_compare(*x, *y);
}

/* Blocks without words need no bracket. */
static gboolean has_words(const AdrefNode *block)
{
  return block->type != ADREF_NOTE && block->type != ADREF_COMMENT && block->type != ADREF_RULE;
}

/* The new blocks of one side in a gap. */
typedef struct {
  GBytes *key; /* first, for compare_keys */
  guint side, from, to;
} Run;

static GBytes *key_of_run(const ChildMerge *self, const Level *level, const Run *run)
{
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint j = run->from; j < run->to; j++)
    adref_content_key_append(key, level->news[run->side]->pdata[j],
                             &self->context->references[run->side]);
  return g_bytes_new(key->str, key->len);
}

static void run_clear(gpointer run)
{
  g_bytes_unref(((Run *)run)->key);
}

/* The runs of new blocks before the child of the base at `i`, in an order that does not depend on
 * the order of the sides. */
static GArray *runs_before(const ChildMerge *self, Level *level, guint i)
{
  GArray *runs = g_array_new(FALSE, FALSE, sizeof(Run));
  g_array_set_clear_func(runs, run_clear);
  for (guint s = 0; s < self->context->count; s++) {
    if (!level->news[s])
      continue;
    guint end = i == level->olds->len ? level->news[s]->len : level->matches[s][i];
    if (end == ADREF_NO_MATCH)
      continue;
    Run run = {.side = s, .from = level->next[s], .to = end};
    level->next[s] = i == level->olds->len ? end : end + 1;
    if (run.from >= run.to)
      continue;
    run.key = key_of_run(self, level, &run);
    g_array_append_val(runs, run);
  }
  g_array_sort(runs, compare_keys);
  return runs;
}

/* Whether two new blocks would say one thing in two ways: alike, or rows with one first cell. */
static gboolean are_rivals(const AdrefNode *a, const AdrefNode *b)
{
  if (!has_words(a) || !has_words(b))
    return FALSE;
  if (a->type == ADREF_TABLE_ROW && b->type == ADREF_TABLE_ROW && a->first && b->first &&
      adref_merge_are_alike(a->first, b->first))
    return TRUE;
  return adref_merge_are_alike(a, b);
}

/* Whether other sides put a rival of a new block into the same gap. */
static gboolean has_rival(const Level *level, const GArray *runs, const Run *own,
                          const AdrefNode *block)
{
  guint compared = 0;
  for (guint r = 0; r < runs->len; r++) {
    const Run *run = &g_array_index(runs, Run, r);
    if (g_bytes_equal(run->key, own->key))
      continue;
    for (guint j = run->from; j < run->to && compared < MAX_COMPARED; j++, compared++)
      if (are_rivals(block, level->news[run->side]->pdata[j]))
        return TRUE;
  }
  return FALSE;
}

static void report_rival(const ChildMerge *self, const GArray *sides)
{
  AdrefMergeEvent *event =
      adref_merge_event_add(self->context, ADREF_MERGE_BRACKETED, "two forms of something new");
  for (guint i = 0; i < sides->len; i++)
    adref_merge_event_add_side(self->context, event, g_array_index(sides, guint, i));
  self->context->report->brackets++;
}

/* A new block of a clause that stands in a bracket. */
static void report_new(const ChildMerge *self, const GArray *sides)
{
  AdrefMergeEvent *event = adref_merge_event_add(self->context, ADREF_MERGE_BRACKETED, NULL);
  for (guint i = 0; i < sides->len; i++)
    adref_merge_event_add_side(self->context, event, g_array_index(sides, guint, i));
}

static void put_run(ChildMerge *self, const Level *level, const GArray *runs, const Run *run,
                    const GArray *sides)
{
  for (guint j = run->from; j < run->to; j++) {
    const AdrefNode *block = level->news[run->side]->pdata[j];
    gboolean rival = !brackets_all(self) && has_rival(level, runs, run, block);
    AdrefNode *copy = put_copy(level->task.out, block);
    self->context->block = block;
    if (rival)
      report_rival(self, sides);
    else if (self->context->options->compile && !is_of_two(self) && has_words(copy))
      report_new(self, sides);
    if (rival || (brackets_all(self) && has_words(copy)))
      add_wrap(self, copy, sides, NULL);
  }
}

/* New rows with one first cell are one row with brackets. FALSE: they are others. */
static gboolean put_one_row(ChildMerge *self, const Level *level, const GArray *runs)
{
  g_autofree const AdrefNode **rows = g_new0(const AdrefNode *, self->context->count + 1);
  g_autoptr(GArray) sides = g_array_new(FALSE, FALSE, sizeof(guint));
  gboolean differ = FALSE;
  for (guint r = 0; r < runs->len; r++) {
    const Run *run = &g_array_index(runs, Run, r);
    const AdrefNode *row = level->news[run->side]->pdata[run->from];
    if (run->to - run->from != 1 || row->type != ADREF_TABLE_ROW)
      return FALSE;
    differ = differ || !g_bytes_equal(run->key, g_array_index(runs, Run, 0).key);
    rows[run->side] = row;
    g_array_append_val(sides, run->side);
  }
  AdrefNode *row =
      differ && !is_of_two(self) ? adref_merge_rows(self->context, rows, brackets_all(self)) : NULL;
  if (!row)
    return FALSE;
  adref_node_append(level->task.out, row);
  self->context->block = row;
  report_rival(self, sides);
  return TRUE;
}

/* Equal runs stand once. */
static void put_runs(ChildMerge *self, Level *level, guint i)
{
  g_autoptr(GArray) runs = runs_before(self, level, i);
  if (runs->len > 1 && put_one_row(self, level, runs))
    return;
  for (guint r = 0, end; r < runs->len; r = end) {
    const Run *run = &g_array_index(runs, Run, r);
    g_autoptr(GArray) sides = g_array_new(FALSE, FALSE, sizeof(guint));
    for (end = r; end < runs->len; end++) {
      const Run *other = &g_array_index(runs, Run, end);
      if (!g_bytes_equal(other->key, run->key))
        break;
      g_array_append_val(sides, other->side);
    }
    put_run(self, level, runs, run, sides);
  }
}

/* --- blocks of the base --- */

/* What the sides did to one child of the base. */
typedef struct {
  const AdrefNode *base;
  const AdrefNode **forms;    /* by side; NULL: unchanged or deleted */
  GArray *editors, *deleters; /* of guint */
  guint different;            /* results among the editors */
  guint8 *holders;            /* as in AdrefMergeChildren */
} Fate;

/* Whether a side that sent a part of the text sent some items of a clause only: "(b)" is still
 * "(b)" where "(a)" is missing. */
static gboolean has_some_items(const ChildMerge *self, const Level *level, guint side)
{
  gboolean missing = FALSE;
  if (!self->context->parts || !self->context->parts[side] || is_of_two(self))
    return FALSE;
  for (guint i = 0; i < level->olds->len; i++) {
    guint match = level->matches[side][i];
    AdrefItemLabel label = adref_block_label(level->olds->pdata[i]);
    if (match == ADREF_NO_MATCH) {
      missing = missing || label.length > 0;
      continue;
    }
    AdrefItemLabel own = adref_block_label(level->news[side]->pdata[match]);
    if (missing && adref_block_label_is_same(&label, &own))
      return TRUE;
  }
  return FALSE;
}

static void report_items(const ChildMerge *self, guint side)
{
  AdrefMergeEvent *event = adref_merge_event_add(
      self->context, ADREF_MERGE_PART, "the items that it leaves out stay, and are not deleted");
  adref_merge_event_add_side(self->context, event, side);
}

static Fate fate_of(const ChildMerge *self, const Level *level, guint i)
{
  Fate fate = {.base = level->olds->pdata[i],
               .forms = g_new0(const AdrefNode *, self->context->count + 1),
               .editors = g_array_new(FALSE, FALSE, sizeof(guint)),
               .deleters = g_array_new(FALSE, FALSE, sizeof(guint)),
               .holders = g_memdup2(level->task.holders, self->context->count)};
  guint content = content_of(self, fate.base, base_references(self));
  g_autoptr(GHashTable) contents = g_hash_table_new(NULL, NULL);
  for (guint s = 0; s < self->context->count; s++) {
    if (!level->news[s])
      continue;
    guint match = level->matches[s][i];
    if (match == ADREF_NO_MATCH && level->some_items[s] && adref_block_label(fate.base).length > 0)
      continue;
    if (match == ADREF_NO_MATCH) {
      g_array_append_val(fate.deleters, s);
      if (fate.holders)
        fate.holders[s] = 0;
      continue;
    }
    const AdrefNode *form = level->news[s]->pdata[match];
    guint own = content_of(self, form, s);
    if (own == content)
      continue;
    fate.forms[s] = form;
    g_array_append_val(fate.editors, s);
    g_hash_table_add(contents, GUINT_TO_POINTER(own + 1));
  }
  fate.different = g_hash_table_size(contents);
  return fate;
}

static void fate_clear(Fate *fate)
{
  g_free(fate->forms);
  g_array_unref(fate->editors);
  g_array_unref(fate->deleters);
  g_free(fate->holders);
}

/* The sides that have a block of a new clause (of guint). */
static GArray *holders_of(const ChildMerge *self, const Fate *fate)
{
  GArray *sides = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint s = 0; s < self->context->count; s++)
    if (fate->holders[s])
      g_array_append_val(sides, s);
  return sides;
}

/* A copy of a block of the base, without children, with the attributes that a side changed. */
static AdrefNode *merge_attributes(const ChildMerge *self, const Fate *fate)
{
  const AdrefNode *chosen = fate->base;
  for (guint i = 0; i < fate->editors->len && !brackets_all(self); i++) {
    const AdrefNode *form = fate->forms[g_array_index(fate->editors, guint, i)];
    if (adref_content_key_equal_nodes(form, fate->base) ||
        adref_content_key_equal_nodes(form, chosen))
      continue;
    if (chosen != fate->base) {
      chosen = fate->base;
      if (form->type == ADREF_HEADING || form->type == ADREF_TABLE)
        adref_merge_event_add(self->context, ADREF_MERGE_UNPLACED,
                              form->type == ADREF_HEADING ? "the level of a heading"
                                                          : "the columns of a table");
      break;
    }
    chosen = form;
  }
  return adref_node_copy(chosen);
}

/* Whether a row has other columns in some side. */
static gboolean has_other_columns(const Fate *fate)
{
  guint columns = 0;
  if (fate->base->type != ADREF_TABLE_ROW)
    return FALSE;
  for (const AdrefNode *cell = fate->base->first; cell; cell = cell->next)
    columns++;
  for (guint i = 0; i < fate->editors->len; i++) {
    guint own = 0;
    const AdrefNode *form = fate->forms[g_array_index(fate->editors, guint, i)];
    for (const AdrefNode *cell = form->first; cell; cell = cell->next)
      own++;
    if (own != columns)
      return TRUE;
  }
  return FALSE;
}

/* Whether a list has labels in some texts, and none in others. */
static gboolean has_other_labels(const Fate *fate)
{
  gboolean found = FALSE;
  for (guint i = 0; fate->base->type == ADREF_LIST && i < fate->editors->len; i++) {
    const AdrefNode *form = fate->forms[g_array_index(fate->editors, guint, i)];
    found = found || !form->as.list.labelled != !fate->base->as.list.labelled;
  }
  return found;
}

static void push(ChildMerge *self, const AdrefNode *base, const AdrefNode *const *sides,
                 const guint8 *holders, AdrefNode *out)
{
  Task task = {.base = base,
               .sides = g_memdup2(sides, (self->context->count + 1) * sizeof *sides),
               .holders = g_memdup2(holders, self->context->count),
               .out = out};
  g_array_append_val(self->tasks, task);
}

/* Merges a table that has other columns in some side. FALSE: it is none. */
static gboolean put_table(ChildMerge *self, Fate *fate, AdrefNode *out)
{
  guint count = self->context->count;
  if (fate->base->type != ADREF_TABLE || is_of_two(self) ||
      !adref_merge_columns_differ(self->context, fate->base, fate->forms))
    return FALSE;
  guint **rows = g_new0(guint *, count + 1);
  for (guint s = 0; s < count; s++)
    if (fate->forms[s])
      rows[s] = self->children->match(self->children->data, s, fate->base, fate->forms[s]);
  AdrefMergeColumns *columns =
      adref_merge_columns_new(self->context, fate->base, fate->forms, rows);
  if (!columns)
    return FALSE;
  fate->base = columns->base;
  memcpy(fate->forms, columns->sides, count * sizeof *fate->forms);
  Table table = {columns, merge_attributes(self, fate)};
  g_array_append_val(self->tables, table);
  adref_node_append(out, table.out);
  push(self, fate->base, fate->forms, fate->holders, table.out);
  g_array_index(self->tasks, Task, self->tasks->len - 1).matches = rows;
  return TRUE;
}

/* Merges the forms of a block, which is appended to `out`. NULL: no bracket can hold them. */
static AdrefNode *merge_forms(ChildMerge *self, Fate *fate, AdrefNode *out)
{
  if (fate->editors->len == 0)
    return put_copy(out, fate->base);
  guint first = g_array_index(fate->editors, guint, 0);
  if (fate->different == 1 && !brackets_all(self))
    return put_copy(out, fate->forms[first]);
  if (!has_words(fate->base)) {
    for (guint i = 0; i < fate->editors->len; i++)
      put_copy(out, fate->forms[g_array_index(fate->editors, guint, i)]);
    return out->last;
  }
  if (!adref_node_holds_blocks(fate->base) && !adref_node_holds_inlines(fate->base))
    return NULL;
  if (has_other_columns(fate))
    return NULL;
  if (put_table(self, fate, out))
    return out->last;
  AdrefNode *copy = merge_attributes(self, fate);
  adref_node_append(out, copy);
  if (has_other_labels(fate))
    g_ptr_array_add(self->lists, copy);
  if (adref_node_holds_blocks(fate->base)) {
    push(self, fate->base, fate->forms, fate->holders, copy);
    return copy;
  }
  self->context->holders = fate->holders;
  return adref_merge_block(self->context, fate->base, fate->forms, self->children->base_side, copy)
             ? copy
             : NULL;
}

static void report_wrap(const ChildMerge *self, const Fate *fate)
{
  AdrefMergeEvent *event = adref_merge_event_add(self->context, ADREF_MERGE_BRACKETED, NULL);
  for (guint i = 0; i < fate->editors->len; i++)
    adref_merge_event_add_side(self->context, event, g_array_index(fate->editors, guint, i));
  for (guint i = 0; i < fate->deleters->len; i++)
    adref_merge_event_add_side(self->context, event, g_array_index(fate->deleters, guint, i));
  self->context->report->brackets++;
}

/* FALSE: no bracket can hold what the sides did. */
static gboolean put_child(ChildMerge *self, const Level *level, guint i)
{
  Fate fate = fate_of(self, level, i);
  self->context->block = fate.base;
  gboolean possible = TRUE;
  gboolean gone = fate.deleters->len > 0 && fate.editors->len == 0 && !brackets_all(self);
  if (!gone) {
    AdrefNode *copy = merge_forms(self, &fate, level->task.out);
    possible = copy != NULL;
    if (possible && fate.deleters->len > 0 && has_words(copy)) {
      g_autoptr(GArray) own = is_of_two(self) ? holders_of(self, &fate) : NULL;
      gboolean edited = !brackets_all(self);
      add_wrap(self, copy, own ? own : (edited ? fate.editors : NULL), own ? NULL : fate.deleters);
      report_wrap(self, &fate);
    }
  }
  fate_clear(&fate);
  return possible;
}

/* --- levels --- */

static void level_init(ChildMerge *self, Level *level, Task task)
{
  guint count = self->context->count;
  *level = (Level){.task = task,
                   .olds = adref_merge_child_list(task.base),
                   .news = g_new0(GPtrArray *, count + 1),
                   .matches = g_new0(guint *, count + 1),
                   .next = g_new0(guint, count + 1),
                   .some_items = g_new0(guint8, count + 1)};
  for (guint s = 0; s < count; s++) {
    if (!task.sides[s])
      continue;
    level->news[s] = adref_merge_child_list(task.sides[s]);
    level->matches[s] =
        task.matches ? g_memdup2(task.matches[s], (level->olds->len + 1) * sizeof(guint))
                     : self->children->match(self->children->data, s, task.base, task.sides[s]);
    level->some_items[s] = has_some_items(self, level, s) ? 1 : 0;
    if (level->some_items[s])
      report_items(self, s);
  }
}

static void level_clear(const ChildMerge *self, Level *level)
{
  for (guint s = 0; s < self->context->count; s++) {
    g_clear_pointer(&level->news[s], g_ptr_array_unref);
    g_free(level->matches[s]);
  }
  g_free(level->news);
  g_free(level->matches);
  g_free(level->next);
  g_free(level->some_items);
  g_ptr_array_unref(level->olds);
  task_clear(&level->task);
}

static gboolean merge_level(ChildMerge *self, Task task)
{
  Level level;
  level_init(self, &level, task);
  gboolean possible = TRUE;
  for (guint i = 0; i <= level.olds->len && possible; i++) {
    put_runs(self, &level, i);
    if (i < level.olds->len)
      possible = put_child(self, &level, i);
  }
  level_clear(self, &level);
  return possible;
}

static gboolean wrap_all(const ChildMerge *self)
{
  for (guint i = self->wraps->len; i > 0; i--) {
    const Wrap *wrap = &g_array_index(self->wraps, Wrap, i - 1);
    if (!adref_merge_wrap(self->context, wrap->block, wrap->support, wrap->delete))
      return FALSE;
  }
  return TRUE;
}

/* Removes containers of which the sides together took out all children. */
static void remove_empty(AdrefNode *out)
{
  g_autoptr(GPtrArray) containers = g_ptr_array_new();
  AdrefWalk walk = adref_walk(out);
  while (adref_walk_next(&walk)) {
    if (!walk.entering && walk.node != out && adref_node_holds_blocks(walk.node))
      g_ptr_array_add(containers, walk.node);
    if (walk.entering && adref_node_holds_inlines(walk.node))
      adref_walk_skip(&walk);
  }
  for (guint i = 0; i < containers->len; i++) {
    AdrefNode *container = containers->pdata[i];
    if (!container->first && container->type != ADREF_ITEM)
      adref_node_free(container);
  }
}

gboolean adref_merge_children(AdrefMergeChildren *children, const AdrefNode *base,
                              const AdrefNode *const *sides, AdrefNode *out)
{
  ChildMerge self = {.children = children, .context = children->context};
  self.tasks = g_array_new(FALSE, FALSE, sizeof(Task));
  self.wraps = g_array_new(FALSE, FALSE, sizeof(Wrap));
  g_array_set_clear_func(self.wraps, wrap_clear);
  self.tables = g_array_new(FALSE, FALSE, sizeof(Table));
  g_array_set_clear_func(self.tables, table_clear);
  self.lists = g_ptr_array_new();
  self.contents = adref_interner_new();
  push(&self, base, sides, children->holders, out);
  gboolean possible = TRUE;
  while (self.done < self.tasks->len && possible)
    possible = merge_level(&self, g_array_index(self.tasks, Task, self.done++));
  for (guint i = 0; possible && i < self.lists->len; i++)
    adref_label_list_set_kind(self.lists->pdata[i]);
  possible = possible && wrap_all(&self);
  for (guint i = 0; possible && i < self.tables->len; i++) {
    const Table *table = &g_array_index(self.tables, Table, i);
    adref_merge_columns_finish(table->columns, self.context, table->out);
  }
  self.context->block = NULL;
  if (possible)
    remove_empty(out);
  g_array_remove_range(self.tasks, 0, self.done);
  g_array_set_clear_func(self.tasks, task_clear);
  g_array_unref(self.tasks);
  g_array_unref(self.wraps);
  g_array_unref(self.tables);
  g_ptr_array_unref(self.lists);
  adref_interner_free(self.contents);
  return possible;
}
