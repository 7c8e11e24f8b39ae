#include "merge/myers.h"

/* Diagonal k holds the places with old - new = k. For each number of edits the furthest place on
 * each diagonal is kept: 2 edits + 1 of them in row `edits`. */
enum {
  WIDTH = 2 * ADREF_SNAKE_EDITS + 3,
  CENTRE = ADREF_SNAKE_EDITS + 1
};

typedef struct {
  AdrefSequence old, new;
  gint64 *work;
  gint (*rows)[WIDTH]; /* the furthest place in `old`, by edits and diagonal */
} Snake;

/* Whether the furthest place on a diagonal is reached from the diagonal above: an element came. */
static gboolean comes_from_above(const gint *row, gint edits, gint k)
{
  return k == -edits || (k != edits && row[CENTRE + k - 1] < row[CENTRE + k + 1]);
}

/* Where a diagonal is entered after one edit more than `row` has. */
static gint entry(const gint *row, gint edits, gint k)
{
  return comes_from_above(row, edits, k) ? row[CENTRE + k + 1] : row[CENTRE + k - 1] + 1;
}

static gint slide(Snake *self, gint x, gint k)
{
  gint start = x, y = x - k;
  while (x < (gint)self->old.length && y < (gint)self->new.length &&y >= 0 &&
         self->old.elements[x].id == self->new.elements[y].id) {
    x++;
    y++;
  }
  *self->work -= 1 + x - start;
  return x;
}

/* Fills one row; whether the end was reached. */
static gboolean fill_row(Snake *self, gint edits)
{
  gint last = (gint)self->old.length - (gint)self->new.length;
  gint *row = self->rows[edits];
  for (gint k = -edits; k <= edits; k += 2) {
    gint x = edits == 0 ? 0 : entry(self->rows[edits - 1], edits, k);
    row[CENTRE + k] = slide(self, x, k);
    if (k == last && row[CENTRE + k] >= (gint)self->old.length)
      return TRUE;
  }
  return FALSE;
}

/* Walks back from the end, which so many edits reach. */
static void read_back(const Snake *self, gint edits, guint *mates)
{
  gint x = (gint)self->old.length, k = x - (gint)self->new.length;
  for (guint i = 0; i < self->old.length; i++)
    mates[i] = ADREF_NO_MATE;
  for (; edits >= 0; edits--) {
    const gint *before = edits > 0 ? self->rows[edits - 1] : NULL;
    gint start = before ? entry(before, edits, k) : 0;
    for (; x > start; x--)
      mates[x - 1] = (guint)(x - 1 - k);
    if (!before)
      return;
    gboolean above = comes_from_above(before, edits, k);
    k += above ? 1 : -1;
    x = start - (above ? 0 : 1);
  }
}

gboolean adref_snake_align(AdrefSequence old, AdrefSequence new, gint64 *work, guint *mates)
{
  guint apart = old.length > new.length ? old.length - new.length : new.length - old.length;
  if (apart > ADREF_SNAKE_EDITS)
    return FALSE;
  Snake snake = {old, new, work, g_malloc(sizeof(gint[ADREF_SNAKE_EDITS + 1][WIDTH]))};
  gboolean reached = FALSE;
  gint edits = 0;
  for (; edits <= ADREF_SNAKE_EDITS && *work > 0; edits++)
    if ((reached = fill_row(&snake, edits)))
      break;
  if (reached)
    read_back(&snake, edits, mates);
  g_free(snake.rows);
  return reached;
}
