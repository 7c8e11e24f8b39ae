#include "view/proposal_columns.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/proposals/bracket_build.h"
#include "clause/proposals/clause_proposals.h"
#include "merge/compare/diff.h"
#include "view/open_counts.h"

static void row_free(gpointer data)
{
  AdrefProposalRow *row = data;
  g_free(row->number);
  g_free(row->id);
  g_ptr_array_unref(row->base);
  g_free(row->cells);
  g_free(row->remarks);
  g_free(row);
}

/* --- which clauses are one row --- */

static gboolean is_option_of(const AdrefNode *option, const AdrefNode *first, guint count)
{
  const char *alt = option->as.clause->alt;
  for (const AdrefNode *clause = first; alt && count > 0; clause = clause->next, count--)
    if (g_strcmp0(clause->as.clause->id, alt) == 0)
      return TRUE;
  return FALSE;
}

/* The clauses from `first` on that one row holds. */
static guint row_length(const AdrefNode *first)
{
  guint count = 1;
  int open = adref_clause_proposals_open(first);
  for (const AdrefNode *next = first->next; next && (open > 0 || is_option_of(next, first, count));
       next = next->next, count++)
    open += adref_clause_proposals_open(next);
  return count;
}

/* --- rows --- */

/* Moves clauses to the end of a document; their numbers stand at the row. */
static GPtrArray *take_clauses(AdrefNode *from, AdrefNode *to)
{
  GPtrArray *taken = g_ptr_array_new();
  while (from->first) {
    AdrefNode *clause = from->first;
    g_clear_pointer(&clause->as.clause->number, g_free);
    adref_node_unlink(clause);
    adref_node_append(to, clause);
    g_ptr_array_add(taken, clause);
  }
  return taken;
}

/* The verb of a party that keeps words and says so; NULL: none. */
static const AdrefPageWord *remark_of(const AdrefNode *first, guint count, const char *party)
{
  static const AdrefPageWord retain = ADREF_PAGE_WORD_RETAIN, reserve = ADREF_PAGE_WORD_RESERVE;
  const AdrefPageWord *remark = NULL;
  for (const AdrefNode *clause = first; count > 0; clause = clause->next, count--) {
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk)) {
      AdrefPositionVerb verb;
      gboolean has_positions = walk.node->type == ADREF_ALTERNATIVE ||
                               (walk.node->type == ADREF_BRACKET_EDGE && !walk.node->as.edge.opens);
      if (walk.entering && has_positions && adref_alternative_find_party(walk.node, party, &verb) &&
          (verb == ADREF_POSITION_RESERVE || (verb == ADREF_POSITION_RETAIN && !remark)))
        remark = verb == ADREF_POSITION_RESERVE ? &reserve : &retain;
    }
  }
  return remark;
}

static gboolean is_kept(const AdrefNode *root)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk))
    if (walk.node->mark != ADREF_KEPT)
      return FALSE;
  return TRUE;
}

/* Footnotes that the party does not change stand in the base. */
static void drop_kept_footnotes(const AdrefNode *redline)
{
  g_autoptr(GPtrArray) texts = adref_node_find_all(redline, ADREF_FOOTNOTE_TEXT);
  for (guint i = 0; i < texts->len; i++)
    if (is_kept(texts->pdata[i]))
      adref_node_free(texts->pdata[i]);
}

/* What one party makes of the clauses of a row. */
static void fill_cell(AdrefProposalColumns *columns, AdrefProposalRow *row, const AdrefNode *first,
                      guint count, const AdrefNode *base, guint party, const char *language)
{
  const char *code = columns->parties->pdata[party];
  g_autoptr(AdrefNode) text = adref_clause_proposals_text(first, count, code);
  g_autoptr(GString) was = adref_canonical(base), is = adref_canonical(text);
  if (g_string_equal(was, is)) {
    row->remarks[party] = remark_of(first, count, code);
    return;
  }
  g_autoptr(AdrefNode) redline = adref_diff(base, text, language);
  drop_kept_footnotes(redline);
  row->cells[party] = take_clauses(redline, columns->redlines[party]);
}

static gboolean has_notes_only(const AdrefNode *clause)
{
  const AdrefNode *block = clause->first;
  while (block && block->type == ADREF_NOTE)
    block = block->next;
  return clause->first && !block;
}

static AdrefProposalRow *new_row(const AdrefProposalColumns *columns, const AdrefNode *first)
{
  AdrefProposalRow *row = g_new0(AdrefProposalRow, 1);
  row->number = adref_view_number(first, ADREF_VIEW_NEGOTIATING);
  row->id = g_strdup(first->as.clause->id);
  row->cells = g_new0(GPtrArray *, columns->parties->len + 1);
  row->remarks = g_new0(const AdrefPageWord *, columns->parties->len + 1);
  g_ptr_array_add(columns->rows, row);
  return row;
}

static void add_row(AdrefProposalColumns *columns, const AdrefNode *first, guint count,
                    const char *language)
{
  AdrefProposalRow *row = new_row(columns, first);
  g_autoptr(GPtrArray) parties = adref_clause_proposals_parties(first, count);
  g_autoptr(AdrefNode) base = adref_clause_proposals_text(first, count, NULL);
  for (guint i = 0; parties && i < columns->parties->len; i++)
    if (g_ptr_array_find_with_equal_func(parties, columns->parties->pdata[i], g_str_equal, NULL))
      fill_cell(columns, row, first, count, base, i, language);
  row->base = take_clauses(base, columns->base);
  row->is_across = count == 1 && (!parties || parties->len == 0) &&
                   (first->as.clause->kind == ADREF_TITLE || has_notes_only(first));
}

/* --- all of them --- */

static void add_party(GPtrArray *parties, const char *code)
{
  if (!g_ptr_array_find_with_equal_func(parties, code, g_str_equal, NULL))
    g_ptr_array_add(parties, (gpointer)(guintptr)code);
}

static GPtrArray *all_parties(const AdrefNode *document, const GPtrArray *first)
{
  GPtrArray *parties = g_ptr_array_new();
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(document);
  for (guint i = 0; i < first->len; i++)
    add_party(parties, first->pdata[i]);
  for (guint i = 0; i < counts->parties->len; i++)
    if (adref_open_counts_party(counts, i)->brackets > 0)
      add_party(parties, adref_open_counts_party(counts, i)->code);
  return parties;
}

AdrefProposalColumns *adref_proposal_columns_new(const AdrefNode *document,
                                                 const GPtrArray *parties, const char *language,
                                                 GError **error)
{
  g_autoptr(GPtrArray) all = all_parties(document, parties);
  if (all->len > ADREF_PROPOSAL_COLUMNS_MAX) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "the text has proposals of %u parties; allowed are %d in columns, and any number "
                "with --layout inline or by-paragraph",
                all->len, ADREF_PROPOSAL_COLUMNS_MAX);
    return NULL;
  }
  AdrefProposalColumns *columns = g_new0(AdrefProposalColumns, 1);
  columns->document = document;
  columns->parties = g_steal_pointer(&all);
  columns->base = adref_node_new(ADREF_DOCUMENT);
  columns->redlines = g_new0(AdrefNode *, columns->parties->len + 1);
  columns->rows = g_ptr_array_new_with_free_func(row_free);
  for (guint i = 0; i < columns->parties->len; i++)
    columns->redlines[i] = adref_node_new(ADREF_DOCUMENT);
  for (const AdrefNode *clause = document->first; clause;) {
    guint count = row_length(clause);
    add_row(columns, clause, count, language);
    for (; count > 0; count--)
      clause = clause->next;
  }
  return columns;
}

void adref_proposal_columns_free(AdrefProposalColumns *columns)
{
  if (!columns)
    return;
  for (guint r = 0; r < columns->rows->len; r++)
    for (guint i = 0; i < columns->parties->len; i++)
      g_clear_pointer(&((AdrefProposalRow *)columns->rows->pdata[r])->cells[i], g_ptr_array_unref);
  for (guint i = 0; i < columns->parties->len; i++)
    adref_node_free(columns->redlines[i]);
  g_ptr_array_unref(columns->rows);
  g_ptr_array_unref(columns->parties);
  adref_node_free(columns->base);
  g_free(columns->redlines);
  g_free(columns);
}

/* --- words --- */

const char *adref_proposal_columns_head(const AdrefViewOptions *options, gboolean is_compromise)
{
  return adref_page_words_get(options->words,
                              is_compromise ? ADREF_PAGE_WORD_COMPROMISE : ADREF_PAGE_WORD_BASE);
}

char *adref_proposal_columns_unchanged(const AdrefViewOptions *options, const AdrefProposalRow *row,
                                       guint party)
{
  const AdrefPageWord *word = row->remarks[party];
  const char *remark = word ? adref_page_words_get(options->words, *word) : NULL;
  if (row->base->len == 0)
    return g_strdup(remark ? remark : "");
  const char *words = adref_page_words_get(options->words, ADREF_PAGE_WORD_UNCHANGED);
  return remark ? g_strdup_printf("%s (%s)", words, remark) : g_strdup(words);
}
