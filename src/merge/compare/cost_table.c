#include "merge/compare/cost_table.h"

enum {
  COST_SIGN = 2, /* deleted or inserted */
  COST_WORD = 4,
  COST_REPLACE = 6, /* a word replaced by another */
  COST_RUN_START = 2,
  COST_INFINITE = 1 << 28
};

/* How a cell was reached. */
typedef enum {
  EDIT_DELETE,
  EDIT_INSERT,
  EDIT_REPLACE, /* one element replaced by another of its type */
} Edit;

/* For each cell: the least cost when the last element is kept, the least cost when it is changed,
 * and for each how the cell was reached. */
typedef struct {
  guint8 edit;
  guint8 changed_after_kept; /* the change begins a new run of changes */
  guint8 kept_after_kept;
} Cell;

typedef struct {
  gint kept, changed;
} Cost;

struct AdrefCostTable {
  Cell cells[ADREF_COST_TABLE_MAX_CELLS];
  Cost rows[2][ADREF_COST_TABLE_MAX_CELLS + 1];
};

AdrefCostTable *adref_cost_table_new(void)
{
  return g_new(AdrefCostTable, 1);
}

void adref_cost_table_free(AdrefCostTable *table)
{
  g_free(table);
}

static gint edit_cost(const AdrefElement *element)
{
  return element->type == ADREF_ELEMENT_PUNCTUATION ? COST_SIGN : COST_WORD;
}

static gint replace_cost(const AdrefElement *old, const AdrefElement *new)
{
  if (old->type != new->type)
    return COST_INFINITE;
  return old->type == ADREF_ELEMENT_PUNCTUATION ? 2 * COST_SIGN : COST_REPLACE;
}

/* Stores a step when it costs less than the one that the cell has. */
static void try_edit(Cell *cell, Cost *cost, Edit edit, const Cost *from, gint price)
{
  gboolean after_kept = from->kept + COST_RUN_START < from->changed;
  gint total = price + (after_kept ? from->kept + COST_RUN_START : from->changed);
  if (total >= cost->changed)
    return;
  cost->changed = total;
  cell->edit = (guint8)edit;
  cell->changed_after_kept = (guint8)after_kept;
}

/* Of two that cost the same, what is deleted comes first: the first of two words that changed
 * places goes behind the other one. */
static void fill_row(AdrefCostTable *self, const AdrefElement *old, AdrefSequence new, guint row)
{
  const Cost *above = self->rows[(row - 1) & 1];
  Cost *costs = self->rows[row & 1];
  Cell *cells = self->cells + (gsize)(row - 1) * new.length;
  gint delete_cost = edit_cost(old);
  costs[0].kept = COST_INFINITE;
  costs[0].changed = MIN(above[0].kept + COST_RUN_START, above[0].changed) + delete_cost;
  for (guint j = 1; j <= new.length; j++) {
    const AdrefElement *other = new.elements + j - 1;
    Cell *cell = cells + j - 1;
    Cost *cost = costs + j;
    cost->changed = COST_INFINITE;
    try_edit(cell, cost, EDIT_REPLACE, above + j - 1, replace_cost(old, other));
    try_edit(cell, cost, EDIT_INSERT, cost - 1, edit_cost(other));
    try_edit(cell, cost, EDIT_DELETE, above + j, delete_cost);
    cost->kept = COST_INFINITE;
    if (old->id != other->id)
      continue;
    cell->kept_after_kept = (guint8)(above[j - 1].kept <= above[j - 1].changed);
    cost->kept = MIN(above[j - 1].kept, above[j - 1].changed);
  }
}

static void fill_first_row(AdrefCostTable *self, AdrefSequence new)
{
  Cost *costs = self->rows[0];
  costs[0] = (Cost){0, COST_INFINITE};
  for (guint j = 1; j <= new.length; j++) {
    gint before = MIN(costs[j - 1].kept + COST_RUN_START, costs[j - 1].changed);
    costs[j] = (Cost){COST_INFINITE, before + edit_cost(new.elements + j - 1)};
  }
}

/* Reads the matches by walking back from the last cell. */
static void trace_back(const AdrefCostTable *self, guint rows, guint columns, gboolean kept,
                       guint *matches)
{
  guint width = columns;
  while (rows > 0 && columns > 0) {
    const Cell *cell = self->cells + (gsize)(rows - 1) * width + columns - 1;
    if (kept) {
      matches[--rows] = --columns;
      kept = cell->kept_after_kept;
      continue;
    }
    rows -= cell->edit != EDIT_INSERT;
    columns -= cell->edit != EDIT_DELETE;
    kept = cell->changed_after_kept;
  }
}

void adref_cost_table_align(AdrefCostTable *self, AdrefSequence old, AdrefSequence new,
                            guint *matches)
{
  fill_first_row(self, new);
  for (guint i = 0; i < old.length; i++) {
    matches[i] = ADREF_NO_MATCH;
    fill_row(self, old.elements + i, new, i + 1);
  }
  const Cost *last = self->rows[old.length & 1] + new.length;
  trace_back(self, old.length, new.length, last->kept <= last->changed, matches);
}
