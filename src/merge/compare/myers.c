#include "merge/compare/myers.h"

/* Diagonal k has the places with old - new = k. For each number of edits, the furthest place on
 * each diagonal is stored: 2 edits + 1 of them, in row `edits`. */
enum {
  WIDTH = 2 * ADREF_MYERS_MAX_EDITS + 3,
  CENTRE = ADREF_MYERS_MAX_EDITS + 1
};

typedef struct {
  AdrefSequence old, new;
  gint64 *budget;
  gint (*rows)[WIDTH]; /* the furthest place in `old`, by edits and diagonal */
} Myers;

/* Whether the furthest place on a diagonal is reached from the diagonal above, by an insertion. */
static gboolean comes_from_above(const gint *row, gint edits, gint k)
{
  return k == -edits || (k != edits && row[CENTRE + k - 1] < row[CENTRE + k + 1]);
}

/* The place where a diagonal is entered, after one edit more than `row` has. */
static gint entry(const gint *row, gint edits, gint k)
{
  return comes_from_above(row, edits, k) ? row[CENTRE + k + 1] : row[CENTRE + k - 1] + 1;
}

static gint follow_diagonal(Myers *self, gint x, gint k)
{
  gint start = x, y = x - k;
  while (x < (gint)self->old.length && y < (gint)self->new.length &&y >= 0 &&
         self->old.elements[x].id == self->new.elements[y].id) {
    x++;
    y++;
  }
  *self->budget -= 1 + x - start;
  return x;
}

/* Fills one row; returns whether the end was reached. */
static gboolean fill_row(Myers *self, gint edits)
{
  gint last = (gint)self->old.length - (gint)self->new.length;
  gint *row = self->rows[edits];
  for (gint k = -edits; k <= edits; k += 2) {
    gint x = edits == 0 ? 0 : entry(self->rows[edits - 1], edits, k);
    row[CENTRE + k] = follow_diagonal(self, x, k);
    if (k == last && row[CENTRE + k] >= (gint)self->old.length)
      return TRUE;
  }
  return FALSE;
}

/* Reads the matches by walking back from the end, which is reached after that many edits. */
static void trace_back(const Myers *self, gint edits, guint *matches)
{
  gint x = (gint)self->old.length, k = x - (gint)self->new.length;
  for (guint i = 0; i < self->old.length; i++)
    matches[i] = ADREF_NO_MATCH;
  for (; edits >= 0; edits--) {
    const gint *before = edits > 0 ? self->rows[edits - 1] : NULL;
    gint start = before ? entry(before, edits, k) : 0;
    for (; x > start; x--)
      matches[x - 1] = (guint)(x - 1 - k);
    if (!before)
      return;
    gboolean above = comes_from_above(before, edits, k);
    k += above ? 1 : -1;
    x = start - (above ? 0 : 1);
  }
}

gboolean adref_myers_align(AdrefSequence old, AdrefSequence new, gint64 *budget, guint *matches)
{
  guint difference = old.length > new.length ? old.length - new.length : new.length - old.length;
  if (difference > ADREF_MYERS_MAX_EDITS)
    return FALSE;
  Myers myers = {old, new, budget, g_malloc(sizeof(gint[ADREF_MYERS_MAX_EDITS + 1][WIDTH]))};
  gboolean reached = FALSE;
  gint edits = 0;
  for (; edits <= ADREF_MYERS_MAX_EDITS && *budget > 0; edits++)
    if ((reached = fill_row(&myers, edits)))
      break;
  if (reached)
    trace_back(&myers, edits, matches);
  g_free(myers.rows);
  return reached;
}
