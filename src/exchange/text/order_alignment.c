#include "exchange/text/order_alignment.h"

#include <string.h>

/* Costs in hundredths of a paragraph; measured on texts whose paragraphs are split, merged, added
 * and left out. */
enum {
  ALONE = 200,         /* a paragraph or clause without a partner */
  HEADING_ALONE = 150, /* the same of a heading */
  SPLIT = 100,         /* two paragraphs for one clause */
  MERGED = 120,        /* one paragraph for two clauses */
  GOES_ON = 150,       /* a paragraph that goes on with the one above */
  GOES_ON_LONG = 40,   /* the same in a clause of several paragraphs */
  OTHER_KIND = 70,
  OTHER_DATE = 200,
  OTHER_ANNEX = 300,
  OTHER_HEADING = 150, /* a heading for a paragraph */
  OTHER_LEVEL = 30,
  BEGINS = 80,       /* what goes on in this text begins a clause in the other */
  SAME_MARKER = 800, /* is taken off */
  SAME_NUMBER = 400, /* is taken off */
  OTHER_NUMBER = 300,
  NO_NUMBER = 390,  /* where the other has one */
  SAME_FIGURE = 40, /* is taken off for each number in the words of both */
  LONE_FIGURE = 20, /* for one that only one of them has */
  MOST_FIGURES = 3, /* that count */
  LENGTH = 60,      /* for twice the length that is expected */
  FEW = 10,         /* characters that are added to both lengths */
  MOST_LENGTH = 100,
  FORBIDDEN = 1000 * 1000,
  SHORT = 80,    /* characters of a paragraph that may be a heading in the other text */
  NARROWEST = 64 /* cells of a row that are looked at */
};

typedef enum {
  STEP_NONE,
  STEP_PAIR,
  STEP_SPLIT,  /* two paragraphs, one clause */
  STEP_MERGED, /* one paragraph, two clauses */
  STEP_GOES_ON,
  STEP_PARAGRAPH, /* alone */
  STEP_CLAUSE,    /* alone */
} Step;

typedef struct {
  const AdrefOrderItem *paragraphs, *clauses;
  guint n, m, width;    /* cells of a row */
  gboolean is_numbered; /* where the clauses have numbers, most paragraphs have, too */
  gboolean is_shifted;  /* both are counted, and to different ends: equal numbers say nothing */
  double ratio;         /* characters of the paragraphs for one of the clauses */
  guint8 *steps;        /* n + 1 rows */
  int *rows[3];         /* costs of this row and the two before, by number of the row modulo 3 */
} Alignment;

static gboolean is_heading(const AdrefOrderItem *item)
{
  return item->kind == ADREF_INCOMING_HEADING || item->kind == ADREF_INCOMING_TITLE;
}

/* The first clause that a row looks at. */
static guint row_start(const Alignment *self, guint i)
{
  guint center = self->n > 0 ? (guint)((guint64)i * self->m / self->n) : 0;
  guint last = self->m + 1 > self->width ? self->m + 1 - self->width : 0;
  return MIN(center > self->width / 2 ? center - self->width / 2 : 0, last);
}

static int cost_at(const Alignment *self, guint i, guint j)
{
  guint start = row_start(self, i);
  return j < start || j >= start + self->width ? FORBIDDEN : self->rows[i % 3][j - start];
}

static int length_cost(const Alignment *self, guint paragraph, guint clause)
{
  double here = paragraph + FEW, there = self->ratio * clause + FEW;
  double times = MAX(here, there) / MIN(here, there);
  return (int)MIN(LENGTH * (times - 1), MOST_LENGTH);
}

static int number_cost(const Alignment *self, const AdrefOrderItem *paragraph,
                       const AdrefOrderItem *clause)
{
  if (paragraph->kind == ADREF_INCOMING_MORE || (!paragraph->number && !clause->number))
    return 0;
  if (!paragraph->number || !clause->number)
    return self->is_numbered ? NO_NUMBER : 0;
  if (self->is_shifted)
    return 0;
  return strcmp(paragraph->number, clause->number) == 0 ? -SAME_NUMBER : OTHER_NUMBER;
}

/* Compares the numbers in words, which are the same in all languages. */
static int figure_cost(const AdrefOrderItem *paragraph, const AdrefOrderItem *clause)
{
  const GArray *here = paragraph->figures, *there = clause->figures;
  guint shared = 0, lone = 0, i = 0, j = 0;
  if (!here || !there)
    return 0;
  while (i < here->len && j < there->len) {
    guint64 a = g_array_index(here, guint64, i), b = g_array_index(there, guint64, j);
    shared += a == b ? 1 : 0;
    lone += a == b ? 0 : 1;
    i += a <= b ? 1 : 0;
    j += b <= a ? 1 : 0;
  }
  lone += here->len - i + (there->len - j);
  return LONE_FIGURE * (int)MIN(lone, MOST_FIGURES) - SAME_FIGURE * (int)MIN(shared, MOST_FIGURES);
}

static int heading_cost(const AdrefOrderItem *paragraph, const AdrefOrderItem *clause)
{
  if (is_heading(paragraph) && is_heading(clause))
    return paragraph->level == clause->level ? 0 : OTHER_LEVEL;
  if (is_heading(paragraph) && clause->kind == ADREF_INCOMING_ANNEX && clause->level > 0)
    return OTHER_LEVEL;
  if (is_heading(paragraph) && paragraph->is_label)
    return 0;
  if (is_heading(paragraph))
    return paragraph->is_firm ? FORBIDDEN : OTHER_HEADING;
  return paragraph->kind == ADREF_INCOMING_MORE || paragraph->length > SHORT ? FORBIDDEN
                                                                             : OTHER_HEADING;
}

static int kind_cost(const AdrefOrderItem *paragraph, const AdrefOrderItem *clause)
{
  if (is_heading(paragraph) || is_heading(clause))
    return heading_cost(paragraph, clause);
  if (paragraph->kind == clause->kind)
    return 0;
  if (paragraph->kind == ADREF_INCOMING_MORE)
    return BEGINS;
  if (paragraph->kind == ADREF_INCOMING_ANNEX || clause->kind == ADREF_INCOMING_ANNEX)
    return OTHER_ANNEX;
  if (paragraph->kind == ADREF_INCOMING_DATE || clause->kind == ADREF_INCOMING_DATE)
    return OTHER_DATE;
  return OTHER_KIND;
}

static int marker_cost(const AdrefOrderItem *paragraph, const AdrefOrderItem *clause)
{
  if (!paragraph->marker && !clause->marker)
    return 0;
  return g_strcmp0(paragraph->marker, clause->marker) == 0 ? -SAME_MARKER : FORBIDDEN;
}

static int pair_cost(const Alignment *self, const AdrefOrderItem *paragraph,
                     const AdrefOrderItem *clause)
{
  if (paragraph->is_note)
    return FORBIDDEN;
  return marker_cost(paragraph, clause) + kind_cost(paragraph, clause) +
         number_cost(self, paragraph, clause) + figure_cost(paragraph, clause);
}

/* A paragraph that may belong to the clause of the paragraph before it. */
static gboolean may_go_on(const AdrefOrderItem *paragraph)
{
  return paragraph->kind == ADREF_INCOMING_MORE ||
         (!is_heading(paragraph) && !paragraph->number && !paragraph->marker &&
          paragraph->kind != ADREF_INCOMING_ANNEX && paragraph->kind != ADREF_INCOMING_DATE);
}

static int alone_cost(const AdrefOrderItem *item)
{
  return is_heading(item) ? HEADING_ALONE : ALONE;
}

static int goes_on_cost(const Alignment *self, guint i, guint j)
{
  const AdrefOrderItem *paragraph = &self->paragraphs[i - 1];
  if (paragraph->is_note)
    return 0;
  if (!may_go_on(paragraph) || (j > 0 && is_heading(&self->clauses[j - 1])))
    return FORBIDDEN;
  if (paragraph->kind == ADREF_INCOMING_MORE)
    return 0;
  if (j == 0)
    return FORBIDDEN;
  return self->clauses[j - 1].blocks > 1 ? GOES_ON_LONG : GOES_ON;
}

static int split_cost(const Alignment *self, guint i, guint j)
{
  const AdrefOrderItem *first = &self->paragraphs[i - 2], *second = &self->paragraphs[i - 1];
  const AdrefOrderItem *clause = &self->clauses[j - 1];
  if ((is_heading(first) && !first->is_label) || is_heading(clause) || !may_go_on(second) ||
      second->is_note)
    return FORBIDDEN;
  return SPLIT + pair_cost(self, first, clause) +
         length_cost(self, first->length + second->length, clause->length);
}

static int merged_cost(const Alignment *self, guint i, guint j)
{
  const AdrefOrderItem *paragraph = &self->paragraphs[i - 1];
  const AdrefOrderItem *first = &self->clauses[j - 2], *second = &self->clauses[j - 1];
  if (is_heading(paragraph) || is_heading(first) || is_heading(second) || second->marker)
    return FORBIDDEN;
  return MERGED + pair_cost(self, paragraph, first) +
         length_cost(self, paragraph->length, first->length + second->length);
}

static void try_step(int *best, guint8 *step, int before, int cost, Step what)
{
  if (before < FORBIDDEN && cost < FORBIDDEN && before + cost < *best) {
    *best = before + cost;
    *step = (guint8)what;
  }
}

/* The cheapest way to the first i paragraphs and the first j clauses. */
static int best_at(const Alignment *self, guint i, guint j, guint8 *step)
{
  int best = FORBIDDEN;
  *step = STEP_NONE;
  if (i == 0 && j == 0)
    return 0;
  if (i > 0 && j > 0)
    try_step(&best, step, cost_at(self, i - 1, j - 1),
             pair_cost(self, &self->paragraphs[i - 1], &self->clauses[j - 1]) +
                 length_cost(self, self->paragraphs[i - 1].length, self->clauses[j - 1].length),
             STEP_PAIR);
  if (i > 1 && j > 0)
    try_step(&best, step, cost_at(self, i - 2, j - 1), split_cost(self, i, j), STEP_SPLIT);
  if (i > 0 && j > 1)
    try_step(&best, step, cost_at(self, i - 1, j - 2), merged_cost(self, i, j), STEP_MERGED);
  if (i > 0)
    try_step(&best, step, cost_at(self, i - 1, j), goes_on_cost(self, i, j), STEP_GOES_ON);
  if (i > 0)
    try_step(&best, step, cost_at(self, i - 1, j), alone_cost(&self->paragraphs[i - 1]),
             STEP_PARAGRAPH);
  if (j > 0)
    try_step(&best, step, cost_at(self, i, j - 1), alone_cost(&self->clauses[j - 1]), STEP_CLAUSE);
  return best;
}

static void fill_row(Alignment *self, guint i)
{
  guint start = row_start(self, i);
  int *row = self->rows[i % 3];
  for (guint at = 0; at < self->width; at++)
    row[at] = FORBIDDEN;
  for (guint j = start; j <= self->m && j < start + self->width; j++)
    row[j - start] = best_at(self, i, j, &self->steps[(gsize)i * self->width + (j - start)]);
}

static void follow_steps(const Alignment *self, guint *matches)
{
  guint i = self->n, j = self->m;
  while (i > 0 || j > 0) {
    Step step = self->steps[(gsize)i * self->width + (j - row_start(self, i))];
    if (step == STEP_PAIR || step == STEP_MERGED)
      matches[i - 1] = step == STEP_PAIR ? j - 1 : j - 2;
    if (step == STEP_SPLIT)
      matches[i - 2] = j - 1;
    if (step == STEP_SPLIT || step == STEP_GOES_ON)
      matches[i - 1] = ADREF_ORDER_GOES_ON;
    if (step == STEP_NONE)
      return;
    i -= step == STEP_CLAUSE ? 0 : step == STEP_SPLIT ? 2 : 1;
    j -= step == STEP_GOES_ON || step == STEP_PARAGRAPH ? 0 : step == STEP_MERGED ? 2 : 1;
  }
}

static double sum_lengths(const AdrefOrderItem *items, guint n)
{
  double sum = 1;
  for (guint i = 0; i < n; i++)
    sum += items[i].length;
  return sum;
}

static guint count_numbers(const AdrefOrderItem *items, guint n)
{
  guint count = 0;
  for (guint i = 0; i < n; i++)
    count += items[i].number && items[i].kind != ADREF_INCOMING_MORE ? 1 : 0;
  return count;
}

/* The last number where they are 1, 2, 3 without a gap; 0: they are not. */
static guint count_series(const AdrefOrderItem *items, guint n)
{
  guint last = 0;
  for (guint i = 0; i < n; i++) {
    if (!items[i].number || items[i].kind == ADREF_INCOMING_MORE)
      continue;
    char *end;
    guint64 number = g_ascii_strtoull(items[i].number, &end, 10);
    if (*end || number != last + 1)
      return 0;
    last++;
  }
  return last;
}

void adref_order_align(const AdrefOrderItem *paragraphs, guint n, const AdrefOrderItem *clauses,
                       guint m, guint *matches)
{
  guint narrow = MAX(NARROWEST, 4 * (m / MAX(n, 1) + 2));
  Alignment self = {.paragraphs = paragraphs, .clauses = clauses, .n = n, .m = m};
  self.width = MIN(m + 1, MAX(narrow, ADREF_ORDER_CELLS / (n + 1)));
  self.ratio = sum_lengths(paragraphs, n) / sum_lengths(clauses, m);
  guint numbers = count_numbers(clauses, m);
  self.is_numbered = numbers > 0 && count_numbers(paragraphs, n) * 2 >= numbers;
  guint here = count_series(paragraphs, n), there = count_series(clauses, m);
  self.is_shifted = here > 0 && there > 0 && here != there;
  self.steps = g_malloc0((gsize)(n + 1) * self.width);
  for (guint row = 0; row < G_N_ELEMENTS(self.rows); row++)
    self.rows[row] = g_new(int, self.width);
  for (guint i = 0; i < n; i++)
    matches[i] = ADREF_ORDER_NONE;
  for (guint i = 0; i <= n; i++)
    fill_row(&self, i);
  follow_steps(&self, matches);
  for (guint row = 0; row < G_N_ELEMENTS(self.rows); row++)
    g_free(self.rows[row]);
  g_free(self.steps);
}
