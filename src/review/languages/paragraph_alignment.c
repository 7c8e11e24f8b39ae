#include "review/languages/paragraph_alignment.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/string_order.h"
#include "clause/node_copy.h"

/* What is compared of a paragraph. */
typedef struct {
  double length;    /* characters */
  guint level;      /* of a heading; else 0 */
  GPtrArray *marks; /* of char *: numbers, dates and links, sorted */
} Paragraph;

typedef struct {
  Paragraph *paragraphs;
  guint count;
} Side;

/* Kinds of beads, with what they cost before the paragraphs are looked at (Gale and Church's
 * probabilities, times -100 log). */
static const struct {
  guint8 counts[2];
  double cost;
} beads[] = {{{1, 1}, 12},  {{1, 0}, 450}, {{0, 1}, 450},
             {{2, 1}, 230}, {{1, 2}, 230}, {{2, 2}, 440}};

static const double variance = 6.8; /* of the length, per character: as measured by them */
static const double shared_mark = 120, lone_mark = 150, most_marks = 450, other_level = 500;

/* --- paragraphs --- */

static void add_mark(Paragraph *paragraph, char *mark)
{
  g_ptr_array_add(paragraph->marks, mark);
}

static void read_marks(Paragraph *paragraph, const AdrefClauseStructure *structure)
{
  const GArray *numbers = structure->numbers ? structure->numbers->numbers : NULL;
  const GArray *dates = structure->numbers ? structure->numbers->dates : NULL;
  for (guint i = 0; numbers && i < numbers->len; i++) {
    const AdrefLanguageNumber *number = &g_array_index(numbers, AdrefLanguageNumber, i);
    if (!number->weak)
      add_mark(paragraph, g_strdup(number->value));
  }
  for (guint i = 0; dates && i < dates->len; i++) {
    const AdrefLanguageDate *date = &g_array_index(dates, AdrefLanguageDate, i);
    add_mark(paragraph, g_strdup_printf("%d-%d-%d", date->year, date->month, date->day));
  }
  for (guint i = 0; i < structure->links->len; i++)
    add_mark(paragraph, g_strdup(structure->links->pdata[i]));
  g_ptr_array_sort(paragraph->marks, adref_string_order);
}

static void index_structures(GHashTable *index, const GPtrArray *structures)
{
  for (guint i = 0; i < structures->len; i++) {
    const AdrefClauseStructure *structure = structures->pdata[i];
    g_hash_table_insert(index, (gpointer)(guintptr)structure->node, structures->pdata[i]);
  }
}

static guint level_of(const AdrefNode *clause)
{
  const AdrefNode *first = clause->first;
  return first && first->type == ADREF_HEADING ? first->as.level : 0;
}

static Side read_side(const AdrefLanguageText *text, GHashTable *parties)
{
  g_autoptr(AdrefLanguageStructure) structure = adref_language_structure_new(text, NULL, parties);
  g_autoptr(GHashTable) index = g_hash_table_new(NULL, NULL);
  index_structures(index, structure->clauses);
  index_structures(index, structure->headings);
  Side side = {.count = adref_node_count_children(text->document)};
  side.paragraphs = g_new0(Paragraph, side.count);
  guint at = 0;
  for (const AdrefNode *clause = text->document->first; clause; clause = clause->next) {
    Paragraph *paragraph = &side.paragraphs[at++];
    g_autofree char *words = adref_node_words(clause);
    const AdrefClauseStructure *found = g_hash_table_lookup(index, clause);
    paragraph->length = (double)g_utf8_strlen(words, -1);
    paragraph->level = level_of(clause);
    paragraph->marks = g_ptr_array_new_with_free_func(g_free);
    if (found)
      read_marks(paragraph, found);
  }
  return side;
}

static void side_clear(Side *side)
{
  for (guint i = 0; i < side->count; i++)
    g_ptr_array_unref(side->paragraphs[i].marks);
  g_free(side->paragraphs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Side, side_clear)

static double length_of(const Side *side)
{
  double length = 0;
  for (guint i = 0; i < side->count; i++)
    length += side->paragraphs[i].length;
  return MAX(length, 1);
}

/* --- costs --- */

typedef struct {
  const Side *sides[2];
  double ratio; /* characters of the second text for one of the first */
} Cost;

/* -100 log of the probability that lengths differ as much by chance. */
static double length_cost(const Cost *self, double first, double second)
{
  double mean = (first + second / self->ratio) / 2;
  if (mean <= 0)
    return 0;
  double delta = (second / self->ratio - first) / sqrt(mean * variance);
  double chance = erfc(fabs(delta) / sqrt(2));
  return chance > 1e-10 ? -100 * log(chance) : 2300;
}

/* Counts the marks that two paragraphs share, and those that only one has. */
static void compare_marks(const GPtrArray *a, const GPtrArray *b, guint *shared, guint *lone)
{
  guint i = 0, j = 0;
  while (i < a->len && j < b->len) {
    int order = strcmp(a->pdata[i], b->pdata[j]);
    *shared += order == 0 ? 1 : 0;
    *lone += order == 0 ? 0 : 1;
    i += order <= 0 ? 1 : 0;
    j += order >= 0 ? 1 : 0;
  }
  *lone += a->len - i + (b->len - j);
}

static GPtrArray *marks_of(const Side *side, guint from, guint count, double *length)
{
  GPtrArray *marks = g_ptr_array_new();
  for (guint i = from; i < from + count; i++) {
    *length += side->paragraphs[i].length;
    g_ptr_array_extend(marks, side->paragraphs[i].marks, NULL, NULL);
  }
  if (count > 1)
    g_ptr_array_sort(marks, adref_string_order);
  return marks;
}

/* A heading is translated by a heading of its level. */
static double level_cost(const Cost *self, const guint *from, const guint8 *counts)
{
  guint first = self->sides[0]->paragraphs[from[0]].level;
  guint second = self->sides[1]->paragraphs[from[1]].level;
  gboolean is_joined = counts[0] + counts[1] > 2 && (first > 0 || second > 0);
  return first != second || is_joined ? other_level : 0;
}

/* The cost of a bead that begins at these paragraphs. */
static double bead_cost(const Cost *self, const guint *from, guint kind)
{
  const guint8 *counts = beads[kind].counts;
  if (counts[0] == 0 || counts[1] == 0)
    return beads[kind].cost;
  double lengths[2] = {0, 0};
  guint shared = 0, lone = 0;
  g_autoptr(GPtrArray) first = marks_of(self->sides[0], from[0], counts[0], &lengths[0]);
  g_autoptr(GPtrArray) second = marks_of(self->sides[1], from[1], counts[1], &lengths[1]);
  compare_marks(first, second, &shared, &lone);
  return beads[kind].cost + length_cost(self, lengths[0], lengths[1]) +
         MIN(lone_mark * lone, most_marks) - MIN(shared_mark * shared, most_marks) +
         level_cost(self, from, counts);
}

/* --- the path --- */

typedef struct {
  float cost;
  gint8 kind; /* of the bead that ends here; -1: not reached */
} Cell;

typedef struct {
  guint counts[2];
  guint width; /* cells of a row */
  Cell *cells;
} Table;

/* The first place of the second text that is tried beside a place of the first one. */
static guint row_start(const Table *self, guint row)
{
  double diagonal = (double)row * self->counts[1] / MAX(self->counts[0], 1);
  double start = diagonal - self->width / 2.0;
  guint last = self->counts[1] + 1 > self->width ? self->counts[1] + 1 - self->width : 0;
  return start > 0 ? MIN((guint)start, last) : 0;
}

static Cell *cell_at(const Table *self, guint row, guint column)
{
  guint start = row_start(self, row);
  return column < start || column >= start + self->width
             ? NULL
             : &self->cells[(gsize)row * self->width + (column - start)];
}

static void fill_cell(const Table *self, const Cost *cost, guint row, guint column)
{
  Cell *cell = cell_at(self, row, column);
  *cell = (Cell){row + column == 0 ? 0 : INFINITY, -1};
  for (guint kind = 0; kind < G_N_ELEMENTS(beads); kind++) {
    const guint8 *counts = beads[kind].counts;
    if (counts[0] > row || counts[1] > column)
      continue;
    guint from[2] = {row - counts[0], column - counts[1]};
    const Cell *before = cell_at(self, from[0], from[1]);
    if (!before || isinf(before->cost))
      continue;
    float sum = before->cost + (float)bead_cost(cost, from, kind);
    if (sum < cell->cost)
      *cell = (Cell){sum, (gint8)kind};
  }
}

/* The beads of the cheapest path, from its end. Where the band has none, the rest stands alone. */
static GArray *trace(const Table *self)
{
  GArray *path = g_array_new(FALSE, FALSE, sizeof(AdrefParagraphBead));
  guint row = self->counts[0], column = self->counts[1];
  while (row + column > 0) {
    const Cell *cell = cell_at(self, row, column);
    AdrefParagraphBead bead = {{row > 0, row == 0}};
    if (cell && cell->kind >= 0)
      bead = (AdrefParagraphBead){{beads[cell->kind].counts[0], beads[cell->kind].counts[1]}};
    g_array_prepend_val(path, bead);
    row -= bead.counts[0];
    column -= bead.counts[1];
  }
  return path;
}

static GArray *align(const Cost *cost)
{
  Table table = {.counts = {cost->sides[0]->count, cost->sides[1]->count}};
  guint rows = table.counts[0] + 1, columns = table.counts[1] + 1;
  guint band = MAX(ADREF_PARAGRAPH_ALIGNMENT_MAX_CELLS / rows,
                   2 * ADREF_PARAGRAPH_ALIGNMENT_MIN_BAND + columns / rows * 2 + 2);
  table.width = MIN(columns, band);
  table.cells = g_new(Cell, (gsize)rows * table.width);
  for (guint row = 0; row < rows; row++) {
    guint start = row_start(&table, row);
    for (guint column = start; column < start + table.width; column++)
      fill_cell(&table, cost, row, column);
  }
  GArray *path = trace(&table);
  g_free(table.cells);
  return path;
}

GArray *adref_paragraph_alignment_new(const AdrefLanguageText *first,
                                      const AdrefLanguageText *second, GHashTable *parties,
                                      GError **error)
{
  g_auto(Side) one = read_side(first, parties), other = read_side(second, parties);
  if (MAX(one.count, other.count) > ADREF_PARAGRAPH_ALIGNMENT_MAX_PARAGRAPHS) {
    adref_error(error, ADREF_ERROR_INPUT,
                "a text of %u paragraphs is too long to be aligned; at most %d are",
                MAX(one.count, other.count), ADREF_PARAGRAPH_ALIGNMENT_MAX_PARAGRAPHS);
    return NULL;
  }
  Cost cost = {{&one, &other}, length_of(&other) / length_of(&one)};
  return align(&cost);
}

AdrefNode *adref_paragraph_alignment_document(const GArray *path, const AdrefNode *document,
                                              guint side)
{
  AdrefNode *copy = adref_node_copy(document);
  const AdrefNode *next = document->first;
  for (guint i = 0; i < path->len; i++) {
    guint count = g_array_index(path, AdrefParagraphBead, i).counts[side];
    AdrefNode *clause = NULL;
    for (; count > 0 && next; count--, next = next->next) {
      if (!clause) {
        g_autofree char *id = g_strdup_printf("p%u", i + 1);
        clause = adref_node_new_clause(next->as.clause->kind, id);
        clause->line = next->line;
        clause->column = next->column;
        adref_node_append(copy, clause);
      }
      for (const AdrefNode *block = next->first; block; block = block->next)
        adref_node_append(clause, adref_node_copy_tree(block, ADREF_KEPT));
    }
  }
  adref_node_pair_bracket_edges(copy);
  return copy;
}
