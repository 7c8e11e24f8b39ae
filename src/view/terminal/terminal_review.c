
#include "base/parallel_for.h"
#include "view/fact_list.h"
#include "view/redline.h"
#include "view/review.h"
#include "view/terminal/terminal.h"
#include "view/terminal/terminal_columns.h"
#include "view/terminal_wrap.h"

enum {
  NAME_CELLS = 26, /* width of the column with the names of clauses in the summary */
  NAME_INDENT = 2,
  RED = ADREF_TERMINAL_STYLE_COLOR,
  GREEN = 2 * ADREF_TERMINAL_STYLE_COLOR,
  YELLOW = 3 * ADREF_TERMINAL_STYLE_COLOR,
  ITEMS_AT_ONCE = 16, /* items that a thread writes at once */
};

/* The output of one thread. */
typedef struct {
  const AdrefReviewOptions *review;
  GString *text;
  AdrefTerminalWrap *wrap;  /* for the frame; writes to `text` */
  AdrefTerminal *words;     /* for the inline redline */
  AdrefTerminal *old, *new; /* for side by side; NULL: inline */
  AdrefViewOptions inline_how, old_how, new_how;
  guint column; /* width of each of them */
} ReviewScreen;

static void put_line(const ReviewScreen *page, const char *text, guint style)
{
  adref_terminal_wrap_begin(page->wrap, 0, 0, NULL);
  adref_terminal_wrap_string(page->wrap, text, style);
  adref_terminal_wrap_end(page->wrap);
}

/* No blank line above the header. */
static void put_gap(const ReviewScreen *page)
{
  g_string_append_c(page->text, '\n');
}

/* --- the summary --- */

static void put_pair(const ReviewScreen *page, const AdrefFinding *finding)
{
  AdrefTerminalWrap *wrap = page->wrap;
  if (finding->old[0])
    adref_terminal_wrap_string(wrap, finding->old, RED | ADREF_TERMINAL_STYLE_STRIKE);
  adref_terminal_wrap_string(wrap, finding->old[0] ? " \342\206\222 " : "+ ",
                             ADREF_TERMINAL_STYLE_DIM);
  if (finding->new[0])
    adref_terminal_wrap_string(wrap, finding->new, GREEN | ADREF_TERMINAL_STYLE_UNDERLINE);
  else
    adref_terminal_wrap_string(wrap, "nothing", ADREF_TERMINAL_STYLE_DIM);
  if (finding->shift == ADREF_SHIFT_NONE)
    return;
  adref_terminal_wrap_string(wrap, ", ", 0);
  adref_terminal_wrap_string(wrap, adref_shift_word(finding->shift), ADREF_TERMINAL_STYLE_BOLD);
}

static void put_findings(const ReviewScreen *page, const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len && i < ADREF_REVIEW_MAX_FINDINGS; i++) {
    if (i > 0)
      adref_terminal_wrap_string(page->wrap, "; ", ADREF_TERMINAL_STYLE_DIM);
    put_pair(page, findings->pdata[i]);
  }
  if (findings->len <= ADREF_REVIEW_MAX_FINDINGS)
    return;
  g_autofree char *more =
      g_strdup_printf("; and %u more", findings->len - ADREF_REVIEW_MAX_FINDINGS);
  adref_terminal_wrap_string(page->wrap, more, ADREF_TERMINAL_STYLE_DIM);
}

static void put_entry(const ReviewScreen *page, const AdrefSummaryGroup *group,
                      const AdrefSummaryEntry *entry)
{
  g_autofree char *name = adref_redline_name(entry->clause, NULL);
  g_autofree char *words =
      entry->findings->len > 0 ? NULL : adref_review_entry_words(group, entry, NULL);
  if (words && !*words) {
    adref_terminal_wrap_begin(page->wrap, NAME_INDENT, 0, NULL);
    adref_terminal_wrap_string(page->wrap, name, 0);
  } else {
    adref_terminal_wrap_begin(page->wrap, NAME_CELLS, NAME_CELLS - NAME_INDENT, name);
    adref_terminal_wrap_string(page->wrap, words, 0);
    put_findings(page, entry->findings);
  }
  adref_terminal_wrap_end(page->wrap);
}

static void put_summary(const ReviewScreen *page, const AdrefNode *redline)
{
  const AdrefReviewOptions *review = page->review;
  g_autoptr(GPtrArray) groups = adref_summary_new(redline, &review->only);
  gsize empty = page->text->len;
  adref_fact_list_put_terminal(page->wrap, "Facts", review->facts, review->facts_problem,
                               NAME_CELLS);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefSummaryGroup *group = groups->pdata[i];
    put_line(page, group->title, ADREF_TERMINAL_STYLE_BOLD);
    for (guint j = 0; j < group->entries->len; j++)
      put_entry(page, group, group->entries->pdata[j]);
  }
  g_autofree char *totals = adref_review_totals(redline, NULL);
  if (page->text->len > empty)
    put_gap(page);
  put_line(page, totals, 0);
}

static void put_head(const ReviewScreen *page)
{
  adref_terminal_wrap_begin(page->wrap, 0, 0, NULL);
  g_autofree char *title = adref_review_title(page->review, NULL);
  adref_terminal_wrap_string(page->wrap, title, ADREF_TERMINAL_STYLE_BOLD);
  adref_terminal_wrap_end(page->wrap);
}

/* --- the clauses --- */

static void put_taken(const ReviewScreen *page, AdrefTerminal *from)
{
  g_autoptr(GString) taken = adref_terminal_take(from);
  put_gap(page);
  g_string_append_len(page->text, taken->str, (gssize)taken->len);
}

static void put_side_by_side(const ReviewScreen *page, const AdrefNode *clause)
{
  g_autofree char *name = adref_redline_name(clause, NULL);
  g_autofree char *what = adref_redline_describe(clause, NULL);
  put_gap(page);
  adref_terminal_wrap_begin(page->wrap, 0, 0, NULL);
  adref_terminal_wrap_string(page->wrap, name, ADREF_TERMINAL_STYLE_BOLD);
  adref_terminal_wrap_string(page->wrap, what && *what ? "  -- " : NULL, YELLOW);
  adref_terminal_wrap_string(page->wrap, what, YELLOW | ADREF_TERMINAL_STYLE_BOLD);
  adref_terminal_wrap_end(page->wrap);
  if (clause->mark != ADREF_INSERTED)
    adref_terminal_put_words(page->old, clause);
  if (clause->mark != ADREF_DELETED)
    adref_terminal_put_words(page->new, clause);
  g_autoptr(GString) old = adref_terminal_take(page->old);
  g_autoptr(GString) new = adref_terminal_take(page->new);
  const GString *texts[] = {old, new};
  adref_terminal_columns_put(page->text, texts, G_N_ELEMENTS(texts), page->column);
}

static void put_clause(const ReviewScreen *page, const AdrefNode *clause)
{
  if (page->old && adref_redline_is_changed(clause)) {
    put_side_by_side(page, clause);
    return;
  }
  adref_terminal_put(page->words, clause);
  put_taken(page, page->words);
}

/* A folded heading is shown above the next clause of its section. */
static void put_fold(const ReviewScreen *page, const AdrefReviewFold *fold, gboolean has_next)
{
  if (adref_review_fold_is_empty(fold))
    return;
  gboolean shown = fold->heading && has_next;
  put_gap(page);
  if (!shown || fold->unchanged + fold->other > 0 || fold->headings > 1) {
    g_autofree char *words = adref_review_fold_words(fold, NULL);
    g_autofree char *line = g_strconcat("... ", words, NULL);
    put_line(page, line, ADREF_TERMINAL_STYLE_DIM);
  }
  if (!shown)
    return;
  adref_terminal_put(page->words, fold->heading);
  put_taken(page, page->words);
}

/* A shown clause, with the clauses folded before it; the first item is the header with the
 * summary. */
typedef struct {
  gboolean is_head;
  AdrefReviewFold fold;
  const AdrefNode *clause; /* NULL: only folded clauses */
} ReviewItem;

/* Items are written independently of each other. */
typedef struct {
  const AdrefNode *redline;
  const AdrefReviewOptions *review;
  guint width;
  gboolean color;
  GArray *items;
  GString **written; /* by the first item of a batch: what was written */
  ReviewScreen pages[ADREF_PARALLEL_WORKERS];
} ReviewBody;

static GArray *list_items(const AdrefNode *redline, const AdrefReviewOptions *review)
{
  GArray *items = g_array_new(FALSE, FALSE, sizeof(ReviewItem));
  ReviewItem head = {.is_head = TRUE};
  g_array_append_val(items, head);
  for (const AdrefNode *clause = redline->first; clause;) {
    ReviewItem item = {.clause = clause};
    if (!review->full)
      item.clause = adref_review_fold(clause, review, &item.fold);
    g_array_append_val(items, item);
    clause = item.clause ? item.clause->next : NULL;
  }
  return items;
}

/* Threads do not share the list of problems. */
static AdrefTerminal *new_words(const ReviewBody *body, AdrefViewSide side, guint width,
                                AdrefViewOptions *options)
{
  *options = *body->review->options;
  options->problems = NULL;
  options->side = side;
  AdrefTerminal *words = adref_terminal_new(body->redline, options, width, body->color);
  adref_terminal_set_redline(words);
  return words;
}

static void screen_init(ReviewScreen *page, const ReviewBody *body)
{
  const AdrefReviewOptions *review = page->review = body->review;
  page->text = g_string_new(NULL);
  page->wrap =
      adref_terminal_wrap_new(page->text, body->width, body->color, review->options->language);
  page->words = new_words(body, review->options->side, body->width, &page->inline_how);
  if (!review->side_by_side || body->width == 0)
    return;
  page->column = adref_terminal_columns_width(body->width, 2);
  page->old = new_words(body, ADREF_VIEW_SIDE_OLD, page->column, &page->old_how);
  page->new = new_words(body, ADREF_VIEW_SIDE_NEW, page->column, &page->new_how);
}

static void screen_clear(ReviewScreen *page)
{
  if (!page->text)
    return;
  g_string_free(page->text, TRUE);
  adref_terminal_wrap_free(page->wrap);
  adref_terminal_free(page->words);
  adref_terminal_free(page->old);
  adref_terminal_free(page->new);
}

/* Takes what was written; the page is empty then. */
static GString *take_text(ReviewScreen *page)
{
  GString *text = g_string_new_len(page->text->str, (gssize)page->text->len);
  g_string_truncate(page->text, 0);
  return text;
}

static void put_item(const ReviewBody *self, ReviewScreen *page, const ReviewItem *item)
{
  if (item->is_head) {
    put_head(page);
    put_gap(page);
    put_summary(page, self->redline);
    return;
  }
  put_fold(page, &item->fold, item->clause != NULL);
  if (item->clause)
    put_clause(page, item->clause);
}

static void put_items(gpointer data, guint worker, guint from, guint to)
{
  ReviewBody *self = data;
  ReviewScreen *page = &self->pages[worker];
  if (!page->text)
    screen_init(page, self);
  for (guint i = from; i < to; i++)
    put_item(self, page, &g_array_index(self->items, ReviewItem, i));
  self->written[from] = take_text(page);
}

GString *adref_terminal_review_write(const AdrefNode *redline, const AdrefReviewOptions *review,
                                     guint width, gboolean color)
{
  ReviewBody body = {.redline = redline, .review = review, .width = width, .color = color};
  GString *text = g_string_new(NULL);
  body.items = list_items(redline, review);
  body.written = g_new0(GString *, body.items->len);
  adref_parallel_for(body.items->len, ITEMS_AT_ONCE, put_items, &body);
  for (guint i = 0; i < body.items->len; i++) {
    if (!body.written[i])
      continue;
    g_string_append_len(text, body.written[i]->str, (gssize)body.written[i]->len);
    g_string_free(body.written[i], TRUE);
  }
  for (guint worker = 0; worker < ADREF_PARALLEL_WORKERS; worker++)
    screen_clear(&body.pages[worker]);
  g_free(body.written);
  g_array_unref(body.items);
  return text;
}

/* --- one line for each clause --- */

static void put_stat(const ReviewScreen *page, const AdrefNode *clause)
{
  g_autofree char *name = adref_redline_name(clause, NULL);
  g_autofree char *what = adref_redline_describe(clause, NULL);
  adref_terminal_wrap_begin(page->wrap, NAME_CELLS, NAME_CELLS, name);
  adref_terminal_wrap_string(page->wrap, what, 0);
  adref_terminal_wrap_end(page->wrap);
}

GString *adref_terminal_review_stat(const AdrefNode *redline, const AdrefReviewOptions *review,
                                    guint width, gboolean color)
{
  GString *text = g_string_new(NULL);
  g_autoptr(AdrefTerminalWrap) wrap =
      adref_terminal_wrap_new(text, width, color, review->options->language);
  ReviewScreen page = {.review = review, .text = text, .wrap = wrap};
  adref_fact_list_put_terminal(wrap, NULL, review->facts, review->facts_problem, NAME_CELLS);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (adref_summary_filter_shows(&review->only, clause) &&
        clause->as.clause->change->type != ADREF_CHANGE_MOVED_FROM)
      put_stat(&page, clause);
  g_autofree char *totals = adref_review_totals(redline, NULL);
  put_line(&page, totals, ADREF_TERMINAL_STYLE_BOLD);
  return text;
}
