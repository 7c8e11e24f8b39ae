#include "review/check/check_sums.h"

#include <stdlib.h>
#include <string.h>

#include "language/word_place.h"
#include "review/check/table_figure.h"

enum {
  MAX_CELLS = 20000,
  MAX_COLUMNS = 64,
  FEWEST = 2 /* figures that are added up */
};

/* A table as rows of as many cells. */
typedef struct {
  AdrefCheckText *text;
  GPtrArray *cells; /* of AdrefCheckBlock, row by row */
  GArray *figures;  /* of AdrefTableFigure, of the same cells */
  guint rows, columns;
  gboolean comma;
  gint64 off; /* the difference of the row that was reported first; 0: none was */
} Table;

static const AdrefCheckBlock *cell(const Table *self, guint row, guint column)
{
  return self->cells->pdata[row * self->columns + column];
}

static const AdrefTableFigure *figure(const Table *self, guint row, guint column)
{
  return &g_array_index(self->figures, AdrefTableFigure, row * self->columns + column);
}

/* --- what is a total --- */

static gboolean says_total(const AdrefCheckBlock *block)
{
  static const char *const words[] = {"total",  "totals", "grand total", "sum",    "overall",
                                      "gesamt", "summe",  "totaal",      "jumlah", "tổng",
                                      "合計",   "計",     "総計",        "总计",   "合计",
                                      "รวม",    "합계",   "tổng cộng",   "итого",  "المجموع"};
  g_autofree char *bare = g_strstrip(g_strdup(block->words->str));
  g_autofree char *small = g_utf8_strdown(bare, -1);
  gsize length = strlen(small);
  while (length > 0 && (small[length - 1] == ':' || (guchar)small[length - 1] <= ' ' ||
                        small[length - 1] == ADREF_CHECK_BORDER))
    small[--length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(small, words[i]) == 0)
      return TRUE;
  return g_str_has_prefix(small, "total (") || g_str_has_prefix(small, "total, ");
}

static gboolean has_subtotals(const Table *self)
{
  for (guint row = 1; row + 1 < self->rows; row++) {
    const char *words = cell(self, row, 0)->words->str;
    g_autofree char *small = g_utf8_strdown(words, -1);
    if (says_total(cell(self, row, 0)) || strstr(small, "total") || strstr(small, "小計") ||
        strstr(small, "of which"))
      return TRUE;
  }
  return FALSE;
}

static gboolean has_total_row(const Table *self)
{
  return self->rows > FEWEST + 1 && says_total(cell(self, self->rows - 1, 0)) &&
         !has_subtotals(self);
}

static gboolean has_total_column(const Table *self)
{
  return self->columns > FEWEST + 1 && says_total(cell(self, 0, self->columns - 1));
}

/* --- sums --- */

typedef enum {
  SUM_UNKNOWN, /* nothing can be added up */
  SUM_RIGHT,
  SUM_WRONG
} SumState;

typedef struct {
  gint64 sum;
  guint count, decimals;
  const char *unit; /* NULL: none is known yet */
  gboolean mixed;
} Sum;

static void add(Sum *sum, const AdrefTableFigure *figure)
{
  if (figure->state == ADREF_TABLE_FIGURE_OTHER)
    sum->mixed = TRUE;
  if (figure->state != ADREF_TABLE_FIGURE_VALUE)
    return;
  if (*figure->unit && sum->unit && strcmp(figure->unit, sum->unit) != 0)
    sum->mixed = TRUE;
  sum->unit = *figure->unit ? figure->unit : sum->unit;
  sum->sum += figure->value;
  sum->decimals = MAX(sum->decimals, figure->decimals);
  sum->count++;
}

/* Figures with decimals, and shares, may be rounded. */
static SumState compare(Sum *sum, const AdrefTableFigure *total)
{
  static const gint64 last_place[] = {10000, 1000, 100, 10, 1};
  guint count = sum->count;
  gint64 value = sum->sum;
  if (total->state != ADREF_TABLE_FIGURE_VALUE || count < FEWEST)
    return SUM_UNKNOWN;
  add(sum, total);
  sum->sum = value;
  if (sum->mixed)
    return SUM_UNKNOWN;
  gboolean is_exact = sum->decimals == 0 && (!sum->unit || !strchr(sum->unit, '%'));
  gint64 allowed = is_exact ? 0 : (gint64)count * last_place[sum->decimals] / 2;
  return labs((long)(value - total->value)) > allowed ? SUM_WRONG : SUM_RIGHT;
}

static SumState add_row(const Table *self, guint row, Sum *sum)
{
  *sum = (Sum){0};
  for (guint i = 1; i + 1 < self->columns; i++)
    add(sum, figure(self, row, i));
  return compare(sum, figure(self, row, self->columns - 1));
}

static SumState add_column(const Table *self, guint column, Sum *sum)
{
  *sum = (Sum){0};
  for (guint i = 1; i + 1 < self->rows; i++)
    add(sum, figure(self, i, column));
  return compare(sum, figure(self, self->rows - 1, column));
}

static void report(const Table *self, guint row, guint column, const Sum *sum, const char *where)
{
  const AdrefCheckBlock *block = cell(self, row, column);
  g_autofree char *right = adref_table_figure_print(sum->sum, sum->decimals, self->comma);
  adref_check_add(self->text, "integrity/table-sum", block, 0,
                  "the figures %s add up to %s, and the total says %s", where, right,
                  block->words->str);
}

/* Rows of which most do not add up are no sums: they have other figures, too. */
static void check_rows(Table *self)
{
  guint right = 0, wrong = 0;
  Sum sum;
  for (guint row = 1; row < self->rows; row++) {
    SumState state = add_row(self, row, &sum);
    right += state == SUM_RIGHT ? 1 : 0;
    wrong += state == SUM_WRONG ? 1 : 0;
  }
  for (guint row = 1; row < self->rows && wrong < right; row++) {
    if (add_row(self, row, &sum) != SUM_WRONG)
      continue;
    report(self, row, self->columns - 1, &sum, "before it");
    if (self->off == 0)
      self->off = sum.sum - figure(self, row, self->columns - 1)->value;
  }
}

/* A column that is wrong by as much as a row shares its figure. Where none is right, a row is
 * missing, and the first column says so. */
static void check_columns(Table *self)
{
  guint right = 0;
  Sum sum;
  for (guint column = 1; column < self->columns; column++)
    right += add_column(self, column, &sum) == SUM_RIGHT ? 1 : 0;
  for (guint column = 1; column < self->columns; column++) {
    if (add_column(self, column, &sum) != SUM_WRONG)
      continue;
    gint64 off = sum.sum - figure(self, self->rows - 1, column)->value;
    if (off == self->off || off == -self->off)
      continue;
    report(self, self->rows - 1, column, &sum, "above it");
    if (right == 0)
      return;
  }
}

/* --- the sentence before the table --- */

/* The total of all; NULL: there is none, or it is wrong itself. */
static const AdrefTableFigure *grand_total(const Table *self, guint *column)
{
  guint last = self->columns - 1, found = 0;
  Sum sum;
  for (guint i = 1; i < self->columns; i++)
    if (figure(self, self->rows - 1, i)->state == ADREF_TABLE_FIGURE_VALUE) {
      if (found > 0 && !has_total_column(self))
        return NULL;
      found = i;
    }
  *column = has_total_column(self) ? last : found;
  return *column > 0 && add_column(self, *column, &sum) == SUM_RIGHT
             ? figure(self, self->rows - 1, *column)
             : NULL;
}

/* The paragraph before the table, of the same clause or of a text without markers; NULL: none. */
static const AdrefCheckBlock *block_before(const AdrefCheckText *text, const AdrefCheckBlock *first)
{
  for (guint i = 1; i < text->blocks->len; i++) {
    const AdrefCheckBlock *before = text->blocks->pdata[i - 1];
    if (text->blocks->pdata[i] != first)
      continue;
    gboolean joined =
        before->clause == first->clause || first->clause->as.clause->kind == ADREF_PLAIN;
    return joined && before->node->type == ADREF_PARAGRAPH ? before : NULL;
  }
  return NULL;
}

/* Whether two figures differ by a slip: in one digit, or by two neighbours that are exchanged. */
static gboolean is_slip(const char *first, const char *second)
{
  guint differ = 0;
  gsize length = strlen(first), at = 0;
  if (length != strlen(second) || length < 2)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (first[i] != second[i]) {
      at = differ++ == 0 ? i : at;
    }
  return differ == 1 || (differ == 2 && first[at] == second[at + 1] && first[at + 1] == second[at]);
}

/* A number that counts nothing: a year, a paragraph, a share. */
static gboolean is_no_amount(const char *words, gsize at, gsize length)
{
  const char *behind = words + at + length;
  gboolean is_year = length == 4 && (words[at] == '1' || words[at] == '2') && words[at + 1] != ',';
  return is_year || (at > 0 && (g_ascii_isalnum(words[at - 1]) || strchr("/-.,", words[at - 1]))) ||
         g_str_has_prefix(behind, " per") || g_str_has_prefix(behind, "%") ||
         g_str_has_prefix(behind, " %") || g_ascii_isalpha(*behind) || *behind == '/';
}

/* Whether the word behind the number stands in the head of the table, or says how large it is. */
static gboolean is_counted_alike(const Table *self, const char *behind)
{
  gsize start = strspn(behind, " "), length = strcspn(behind + start, " .,;:()");
  g_autofree char *word = g_utf8_strdown(behind + start, (gssize)length);
  for (guint i = 0; i < self->columns && length > 3; i++) {
    g_autofree char *head = g_utf8_strdown(cell(self, 0, i)->words->str, -1);
    if (strstr(head, word))
      return TRUE;
  }
  return FALSE;
}

static void check_sentence(const Table *self)
{
  guint column = 0;
  const AdrefTableFigure *total = grand_total(self, &column);
  const AdrefCheckBlock *before = total ? block_before(self->text, cell(self, 0, 0)) : NULL;
  if (!before)
    return;
  g_autofree char *right = adref_table_figure_print(total->value, total->decimals, self->comma);
  const char *words = before->own->str;
  gsize found = 0, found_length = 0, length;
  guint slips = 0;
  for (gsize at = 0; at < before->own->len; at += length) {
    AdrefTableFigure number;
    length = 1;
    if (!adref_table_figure_read_number(words + at, self->comma, &number, &length))
      continue;
    if (number.value == total->value)
      return;
    g_autofree char *said = adref_table_figure_print(number.value, number.decimals, self->comma);
    if (is_no_amount(words, at, length) || !is_slip(said, right))
      continue;
    slips++;
    found = at;
    found_length = length;
  }
  if (slips != 1)
    return;
  AdrefCheckFinding *finding =
      adref_check_add(self->text, "integrity/table-sum", before, found,
                      "the sentence says %.*s, and the total of its table is %s", (int)found_length,
                      words + found, right);
  if (!is_counted_alike(self, words + found + found_length))
    finding->severity = ADREF_CHECK_NOTE;
}

/* --- a table --- */

/* Whether a row ends before the column of totals: a cell is lost, and the others moved. */
static gboolean has_short_row(const Table *self)
{
  for (guint row = 1; row < self->rows; row++)
    if (figure(self, row, self->columns - 1)->state == ADREF_TABLE_FIGURE_NONE)
      return TRUE;
  return FALSE;
}

/* Whether the clause says that figures are rounded. */
static gboolean is_rounded(const AdrefCheckText *text, const AdrefNode *clause)
{
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    if (block->clause == clause && strstr(block->words->str, "ound") &&
        adref_word_place_has(block->words->str, "rounded|rounding|Rounded|Rounding"))
      return TRUE;
  }
  return FALSE;
}

static void check_table(Table *self)
{
  const AdrefNode *table = cell(self, 0, 0)->node->parent->parent;
  guint columns = 0, cells = self->cells->len;
  for (const AdrefNode *row = table->first; row; row = row->next) {
    guint count = 0;
    for (const AdrefNode *node = row->first; node; node = node->next)
      count++;
    columns = columns == 0 ? count : columns;
    if (count != columns)
      return;
  }
  if (columns < 2 || columns > MAX_COLUMNS || cells > MAX_CELLS || cells % columns != 0)
    return;
  self->columns = columns;
  self->rows = cells / columns;
  self->off = 0;
  gboolean has_row = has_total_row(self), has_column = has_total_column(self);
  if ((!has_row && !has_column) || is_rounded(self->text, cell(self, 0, 0)->clause))
    return;
  g_array_set_size(self->figures, 0);
  for (guint i = 0; i < cells; i++) {
    const AdrefCheckBlock *block = self->cells->pdata[i];
    AdrefTableFigure read = adref_table_figure_read(block->words->str, self->comma);
    g_array_append_val(self->figures, read);
  }
  if (has_column && has_short_row(self))
    return;
  if (has_column)
    check_rows(self);
  if (has_row)
    check_columns(self);
  if (has_row)
    check_sentence(self);
}

void adref_check_sums(AdrefCheckText *text)
{
  Table self = {.text = text,
                .cells = g_ptr_array_new(),
                .figures = g_array_new(FALSE, FALSE, sizeof(AdrefTableFigure)),
                .comma = adref_table_figure_has_comma(text->source.language)};
  const AdrefNode *table = NULL;
  for (guint i = 0; i <= text->blocks->len; i++) {
    AdrefCheckBlock *block = i < text->blocks->len ? text->blocks->pdata[i] : NULL;
    const AdrefNode *of =
        block && block->node->type == ADREF_TABLE_CELL ? block->node->parent->parent : NULL;
    if (of != table && self.cells->len > 0) {
      check_table(&self);
      g_ptr_array_set_size(self.cells, 0);
    }
    table = of;
    if (of)
      g_ptr_array_add(self.cells, block);
  }
  g_ptr_array_unref(self.cells);
  g_array_unref(self.figures);
}
