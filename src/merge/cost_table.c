#include "merge/cost_table.h"

enum {
  COST_SIGN = 2, /* gone or come */
  COST_WORD = 4,
  COST_OTHER = 6, /* a word in place of another */
  COST_STRETCH = 2,
  COST_NEVER = 1 << 28
};

/* How a cell was reached. */
typedef enum {
  STEP_GONE,
  STEP_COME,
  STEP_OTHER, /* one in place of another */
} Step;

/* In a cell two things are known: the least cost when the last element is kept, and when it is
 * changed; and for each how it was reached. */
typedef struct {
  guint8 step;
  guint8 changed_after_kept; /* the change begins a stretch */
  guint8 kept_after_kept;
} Cell;

typedef struct {
  gint kept, changed;
} Cost;

struct AdrefTable {
  Cell cells[ADREF_TABLE_CELLS];
  Cost rows[2][ADREF_TABLE_CELLS + 1];
};

AdrefTable *adref_table_new(void)
{
  return g_new(AdrefTable, 1);
}

void adref_table_free(AdrefTable *table)
{
  g_free(table);
}

static gint cost_alone(const AdrefElement *element)
{
  return element->type == ADREF_ELEMENT_SIGN ? COST_SIGN : COST_WORD;
}

static gint cost_other(const AdrefElement *old, const AdrefElement *new)
{
  if (old->type != new->type)
    return COST_NEVER;
  return old->type == ADREF_ELEMENT_SIGN ? 2 * COST_SIGN : COST_OTHER;
}

/* Takes a step when it is cheaper than what the cell has. */
static void step(Cell *cell, Cost *cost, Step how, const Cost *from, gint price)
{
  gboolean after_kept = from->kept + COST_STRETCH < from->changed;
  gint total = price + (after_kept ? from->kept + COST_STRETCH : from->changed);
  if (total >= cost->changed)
    return;
  cost->changed = total;
  cell->step = (guint8)how;
  cell->changed_after_kept = (guint8)after_kept;
}

static void fill_row(AdrefTable *self, const AdrefElement *old, AdrefSequence new, guint row)
{
  const Cost *above = self->rows[(row - 1) & 1];
  Cost *costs = self->rows[row & 1];
  Cell *cells = self->cells + (gsize)(row - 1) * new.length;
  gint gone = cost_alone(old);
  costs[0].kept = COST_NEVER;
  costs[0].changed = MIN(above[0].kept + COST_STRETCH, above[0].changed) + gone;
  for (guint j = 1; j <= new.length; j++) {
    const AdrefElement *with = new.elements + j - 1;
    Cell *cell = cells + j - 1;
    Cost *cost = costs + j;
    cost->changed = COST_NEVER;
    step(cell, cost, STEP_OTHER, above + j - 1, cost_other(old, with));
    step(cell, cost, STEP_GONE, above + j, gone);
    step(cell, cost, STEP_COME, cost - 1, cost_alone(with));
    cost->kept = COST_NEVER;
    if (old->id != with->id)
      continue;
    cell->kept_after_kept = (guint8)(above[j - 1].kept <= above[j - 1].changed);
    cost->kept = MIN(above[j - 1].kept, above[j - 1].changed);
  }
}

static void fill_first_row(AdrefTable *self, AdrefSequence new)
{
  Cost *costs = self->rows[0];
  costs[0] = (Cost){0, COST_NEVER};
  for (guint j = 1; j <= new.length; j++) {
    gint before = MIN(costs[j - 1].kept + COST_STRETCH, costs[j - 1].changed);
    costs[j] = (Cost){COST_NEVER, before + cost_alone(new.elements + j - 1)};
  }
}

/* Walks back from the last cell. */
static void read_back(const AdrefTable *self, guint rows, guint columns, gboolean kept,
                      guint *mates)
{
  guint width = columns;
  while (rows > 0 && columns > 0) {
    const Cell *cell = self->cells + (gsize)(rows - 1) * width + columns - 1;
    if (kept) {
      mates[--rows] = --columns;
      kept = cell->kept_after_kept;
      continue;
    }
    rows -= cell->step != STEP_COME;
    columns -= cell->step != STEP_GONE;
    kept = cell->changed_after_kept;
  }
}

void adref_table_align(AdrefTable *self, AdrefSequence old, AdrefSequence new, guint *mates)
{
  fill_first_row(self, new);
  for (guint i = 0; i < old.length; i++) {
    mates[i] = ADREF_NO_MATE;
    fill_row(self, old.elements + i, new, i + 1);
  }
  const Cost *last = self->rows[old.length & 1] + new.length;
  read_back(self, old.length, new.length, last->kept <= last->changed, mates);
}
