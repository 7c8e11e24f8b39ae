#include "view/three_way.h"

#include "clause/change.h"
#include "view/redline.h"

static void row_free(gpointer data)
{
  AdrefThreeWayRow *row = data;
  for (guint i = 0; i < ADREF_THREE_WAY_SIDES; i++)
    g_ptr_array_unref(row->clauses[i]);
  g_free(row);
}

static AdrefThreeWayRow *add_row(GPtrArray *rows, const AdrefNode *base)
{
  AdrefThreeWayRow *row = g_new0(AdrefThreeWayRow, 1);
  row->base = base;
  for (guint i = 0; i < ADREF_THREE_WAY_SIDES; i++)
    row->clauses[i] = g_ptr_array_new();
  g_ptr_array_add(rows, row);
  return row;
}

/* A clause that moved is shown at its old place. */
static const AdrefNode *shown_clause(const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  gboolean left = change && change->type == ADREF_CHANGE_MOVED_FROM && change->other;
  return left ? change->other : clause;
}

static gboolean is_shown_elsewhere(const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  return change && change->type == ADREF_CHANGE_MOVED && change->other;
}

static void add_clause(AdrefThreeWayRow *row, guint side, const AdrefNode *clause)
{
  g_ptr_array_add(row->clauses[side], (gpointer)(guintptr)clause);
}

/* Takes the clauses that a side added before the next clause of the base. */
static void take_added(AdrefThreeWayRow *row, guint side, const AdrefNode **at)
{
  while (*at && (!adref_change_in_old(*at) || is_shown_elsewhere(*at))) {
    if (!is_shown_elsewhere(*at))
      add_clause(row, side, *at);
    *at = (*at)->next;
  }
}

static void take_same(AdrefThreeWayRow *row, guint side, const AdrefNode **at)
{
  if (!*at)
    return;
  add_clause(row, side, shown_clause(*at));
  *at = (*at)->next;
}

static void add_added(GPtrArray *rows, const AdrefNode **at)
{
  AdrefThreeWayRow *row = add_row(rows, NULL);
  guint count = 0;
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++) {
    take_added(row, side, &at[side]);
    count += row->clauses[side]->len;
  }
  if (count == 0)
    g_ptr_array_set_size(rows, (gint)rows->len - 1);
}

GPtrArray *adref_three_way_rows(const AdrefThreeWay *three)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
  const AdrefNode *at[ADREF_THREE_WAY_SIDES];
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++)
    at[side] = three->redlines[side]->first;
  add_added(rows, at);
  for (const AdrefNode *base = three->base->first; base; base = base->next) {
    AdrefThreeWayRow *row = add_row(rows, base);
    for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++)
      take_same(row, side, &at[side]);
    add_added(rows, at);
  }
  return rows;
}

static gboolean is_shown(const AdrefThreeWayRow *row, const AdrefReviewOptions *review)
{
  if (review->full)
    return TRUE;
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++)
    for (guint i = 0; i < row->clauses[side]->len; i++)
      if (adref_summary_filter_shows(&review->only, row->clauses[side]->pdata[i]))
        return TRUE;
  return FALSE;
}

static gboolean is_changed(const AdrefThreeWayRow *row)
{
  for (guint side = 0; side < ADREF_THREE_WAY_SIDES; side++)
    for (guint i = 0; i < row->clauses[side]->len; i++)
      if (adref_redline_is_changed(row->clauses[side]->pdata[i]))
        return TRUE;
  return FALSE;
}

/* "3 paragraphs unchanged on both sides", else of headings; NULL: there are none. Caller frees. */
static char *unchanged_words(guint same, guint headings, const AdrefPageWords *words)
{
  if (same > 0)
    return adref_page_words_count(
        words, same == 1 ? ADREF_PAGE_WORD_SIDES_ONE : ADREF_PAGE_WORD_SIDES, same);
  return headings > 0 ? adref_page_words_count(words,
                                               headings == 1 ? ADREF_PAGE_WORD_SIDES_HEADING
                                                             : ADREF_PAGE_WORD_SIDES_HEADINGS,
                                               headings)
                      : NULL;
}

char *adref_three_way_fold_words(const GPtrArray *rows, guint from, guint to,
                                 const AdrefPageWords *words)
{
  guint other = 0, headings = 0;
  for (guint i = from; i < to; i++) {
    const AdrefThreeWayRow *row = rows->pdata[i];
    gboolean is_heading = row->base && row->base->as.clause->kind == ADREF_TITLE;
    other += is_changed(row) ? 1 : 0;
    headings += !is_changed(row) && is_heading ? 1 : 0;
  }
  guint same = to - from - other - headings;
  if (to == from)
    return NULL;
  g_autofree char *unchanged = unchanged_words(same, headings, words);
  g_autofree char *others =
      other > 0 ? adref_page_words_count(words, ADREF_PAGE_WORD_FOLD_OTHER, other) : NULL;
  if (unchanged && others)
    return adref_page_words_fill(words, ADREF_PAGE_WORD_THEN, "one", unchanged, "two", others,
                                 NULL);
  return unchanged ? g_steal_pointer(&unchanged) : g_steal_pointer(&others);
}

static void put_fold(const AdrefThreeWayTable *table, gconstpointer out, const GPtrArray *rows,
                     guint from, guint to, const AdrefPageWords *words)
{
  g_autofree char *fold = adref_three_way_fold_words(rows, from, to, words);
  if (fold)
    table->fold(out, rows, from, to, fold);
}

void adref_three_way_run(const AdrefThreeWay *three, const AdrefReviewOptions *review,
                         const AdrefThreeWayTable *table, gconstpointer out)
{
  g_autoptr(GPtrArray) rows = adref_three_way_rows(three);
  guint from = 0;
  for (guint i = 0; i < rows->len; i++) {
    const AdrefThreeWayRow *row = rows->pdata[i];
    if (!is_shown(row, review))
      continue;
    put_fold(table, out, rows, from, i, review->options->words);
    table->row(out, row);
    from = i + 1;
  }
  put_fold(table, out, rows, from, rows->len, review->options->words);
}
