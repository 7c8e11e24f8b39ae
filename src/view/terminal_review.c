#include <string.h>

#include "base/parallel_for.h"
#include "view/redline.h"
#include "view/review.h"
#include "view/terminal.h"
#include "view/terminal_columns.h"
#include "view/terminal_wrap.h"

enum {
  NAME_CELLS = 26, /* of the column that names clauses in the summary */
  NAME_INDENT = 2,
  RED = ADREF_LOOK_COLOR,
  GREEN = 2 * ADREF_LOOK_COLOR,
  YELLOW = 3 * ADREF_LOOK_COLOR,
  ITEMS_AT_ONCE = 16, /* that one of two threads writes */
};

/* What one thread writes with. */
typedef struct {
  const AdrefReview *review;
  GString *text;
  AdrefFill *fill;          /* of the frame, to `text` */
  AdrefTerminal *words;     /* inline */
  AdrefTerminal *old, *new; /* side by side; NULL: inline */
  AdrefWriting inline_how, old_how, new_how;
  guint column; /* how wide each of them is */
} Page;

static void put_line(const Page *page, const char *text, guint look)
{
  adref_fill_begin(page->fill, 0, 0, NULL);
  adref_fill_string(page->fill, text, look);
  adref_fill_end(page->fill);
}

/* The head stands above everything. */
static void put_gap(const Page *page)
{
  g_string_append_c(page->text, '\n');
}

/* --- the summary --- */

static void put_pair(const Page *page, const AdrefMatter *matter)
{
  AdrefFill *fill = page->fill;
  if (matter->old[0])
    adref_fill_string(fill, matter->old, RED | ADREF_LOOK_STRIKE);
  adref_fill_string(fill, matter->old[0] ? " \342\206\222 " : "+ ", ADREF_LOOK_DIM);
  if (matter->new[0])
    adref_fill_string(fill, matter->new, GREEN | ADREF_LOOK_UNDERLINE);
  else
    adref_fill_string(fill, "nothing", ADREF_LOOK_DIM);
  if (matter->shift == ADREF_SHIFT_NONE)
    return;
  adref_fill_string(fill, ", ", 0);
  adref_fill_string(fill, adref_shift_word(matter->shift), ADREF_LOOK_BOLD);
}

static void put_matters(const Page *page, const GPtrArray *matters)
{
  for (guint i = 0; i < matters->len && i < ADREF_REVIEW_PAIRS; i++) {
    if (i > 0)
      adref_fill_string(page->fill, "; ", ADREF_LOOK_DIM);
    put_pair(page, matters->pdata[i]);
  }
  if (matters->len <= ADREF_REVIEW_PAIRS)
    return;
  g_autofree char *more = g_strdup_printf("; and %u more", matters->len - ADREF_REVIEW_PAIRS);
  adref_fill_string(page->fill, more, ADREF_LOOK_DIM);
}

static void put_entry(const Page *page, const AdrefSummaryGroup *group,
                      const AdrefSummaryEntry *entry)
{
  g_autofree char *name = adref_redline_name(entry->clause);
  g_autofree char *words = entry->matters->len > 0 ? NULL : adref_review_entry_words(group, entry);
  if (words && !*words) {
    adref_fill_begin(page->fill, NAME_INDENT, 0, NULL);
    adref_fill_string(page->fill, name, 0);
  } else {
    adref_fill_begin(page->fill, NAME_CELLS, NAME_CELLS - NAME_INDENT, name);
    adref_fill_string(page->fill, words, 0);
    put_matters(page, entry->matters);
  }
  adref_fill_end(page->fill);
}

static void put_summary(const Page *page, const AdrefNode *redline)
{
  g_autoptr(GPtrArray) groups = adref_summary_new(redline, &page->review->only);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefSummaryGroup *group = groups->pdata[i];
    put_line(page, group->title, ADREF_LOOK_BOLD);
    for (guint j = 0; j < group->entries->len; j++)
      put_entry(page, group, group->entries->pdata[j]);
  }
  g_autofree char *totals = adref_review_totals(redline);
  if (groups->len > 0)
    put_gap(page);
  put_line(page, totals, 0);
}

static void put_head(const Page *page)
{
  adref_fill_begin(page->fill, 0, 0, NULL);
  adref_fill_string(page->fill, "Redline: ", ADREF_LOOK_BOLD);
  adref_fill_string(page->fill, page->review->old, ADREF_LOOK_BOLD);
  adref_fill_string(page->fill, " \342\206\222 ", ADREF_LOOK_BOLD);
  adref_fill_string(page->fill, page->review->new, ADREF_LOOK_BOLD);
  adref_fill_end(page->fill);
}

/* --- the clauses --- */

static void put_taken(const Page *page, AdrefTerminal *from)
{
  g_autoptr(GString) taken = adref_terminal_take(from);
  put_gap(page);
  g_string_append_len(page->text, taken->str, (gssize)taken->len);
}

static void put_side_by_side(const Page *page, const AdrefNode *clause)
{
  g_autofree char *name = adref_redline_name(clause);
  g_autofree char *what = adref_redline_what(clause);
  put_gap(page);
  adref_fill_begin(page->fill, 0, 0, NULL);
  adref_fill_string(page->fill, name, ADREF_LOOK_BOLD);
  adref_fill_string(page->fill, what && *what ? "  -- " : NULL, YELLOW);
  adref_fill_string(page->fill, what, YELLOW | ADREF_LOOK_BOLD);
  adref_fill_end(page->fill);
  if (clause->mark != ADREF_INSERTED)
    adref_terminal_put_words(page->old, clause);
  if (clause->mark != ADREF_DELETED)
    adref_terminal_put_words(page->new, clause);
  g_autoptr(GString) old = adref_terminal_take(page->old);
  g_autoptr(GString) new = adref_terminal_take(page->new);
  const GString *texts[] = {old, new};
  adref_columns_put(page->text, texts, G_N_ELEMENTS(texts), page->column);
}

static void put_clause(const Page *page, const AdrefNode *clause)
{
  if (page->old && adref_redline_is_changed(clause)) {
    put_side_by_side(page, clause);
    return;
  }
  adref_terminal_put(page->words, clause);
  put_taken(page, page->words);
}

/* A heading among what is folded stands above what follows in its section. */
static void put_fold(const Page *page, const AdrefFold *fold, gboolean has_next)
{
  if (adref_fold_is_empty(fold))
    return;
  gboolean shown = fold->heading && has_next;
  put_gap(page);
  if (!shown || fold->unchanged + fold->other > 0 || fold->headings > 1) {
    g_autofree char *words = adref_fold_words(fold);
    g_autofree char *line = g_strconcat("... ", words, NULL);
    put_line(page, line, ADREF_LOOK_DIM);
  }
  if (!shown)
    return;
  adref_terminal_put(page->words, fold->heading);
  put_taken(page, page->words);
}

/* A clause that is shown, and what is folded before it; the first of all is the head with the
 * summary. */
typedef struct {
  gboolean is_head;
  AdrefFold fold;
  const AdrefNode *clause; /* NULL: none follows */
} Item;

/* All items are written apart from each other. */
typedef struct {
  const AdrefNode *redline;
  const AdrefReview *review;
  guint width;
  gboolean color;
  GArray *items;
  GString **written; /* by the first of the items that were written together */
  Page pages[ADREF_WORKERS];
} Body;

static GArray *list_items(const AdrefNode *redline, const AdrefReview *review)
{
  GArray *items = g_array_new(FALSE, FALSE, sizeof(Item));
  Item head = {.is_head = TRUE};
  g_array_append_val(items, head);
  for (const AdrefNode *clause = redline->first; clause;) {
    Item item = {.clause = clause};
    if (!review->full)
      item.clause = adref_fold(clause, review, &item.fold);
    g_array_append_val(items, item);
    clause = item.clause ? item.clause->next : NULL;
  }
  return items;
}

/* Threads share no list of problems. */
static AdrefTerminal *new_words(const Body *body, AdrefSide side, guint width, AdrefWriting *how)
{
  *how = *body->review->how;
  how->problems = NULL;
  how->side = side;
  return adref_terminal_new(body->redline, how, width, body->color);
}

static void page_init(Page *page, const Body *body)
{
  const AdrefReview *review = page->review = body->review;
  page->text = g_string_new(NULL);
  page->fill = adref_fill_new(page->text, body->width, body->color, review->how->language);
  page->words = new_words(body, review->how->side, body->width, &page->inline_how);
  if (!review->side_by_side || body->width == 0)
    return;
  page->column = adref_columns_width(body->width, 2);
  page->old = new_words(body, ADREF_SIDE_OLD, page->column, &page->old_how);
  page->new = new_words(body, ADREF_SIDE_NEW, page->column, &page->new_how);
}

static void page_clear(Page *page)
{
  if (!page->text)
    return;
  g_string_free(page->text, TRUE);
  adref_fill_free(page->fill);
  adref_terminal_free(page->words);
  adref_terminal_free(page->old);
  adref_terminal_free(page->new);
}

/* What was written on a page, which is empty then. */
static GString *take_text(Page *page)
{
  GString *text = g_string_new_len(page->text->str, (gssize)page->text->len);
  g_string_truncate(page->text, 0);
  return text;
}

static void put_item(const Body *self, Page *page, const Item *item)
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
  Body *self = data;
  Page *page = &self->pages[worker];
  if (!page->text)
    page_init(page, self);
  for (guint i = from; i < to; i++)
    put_item(self, page, &g_array_index(self->items, Item, i));
  self->written[from] = take_text(page);
}

GString *adref_review_terminal(const AdrefNode *redline, const AdrefReview *review, guint width,
                               gboolean color)
{
  Body body = {.redline = redline, .review = review, .width = width, .color = color};
  GString *text = g_string_new(NULL);
  body.items = list_items(redline, review);
  body.written = g_new0(GString *, body.items->len);
  adref_share(body.items->len, ITEMS_AT_ONCE, put_items, &body);
  for (guint i = 0; i < body.items->len; i++) {
    if (!body.written[i])
      continue;
    g_string_append_len(text, body.written[i]->str, (gssize)body.written[i]->len);
    g_string_free(body.written[i], TRUE);
  }
  for (guint worker = 0; worker < ADREF_WORKERS; worker++)
    page_clear(&body.pages[worker]);
  g_free(body.written);
  g_array_unref(body.items);
  return text;
}

/* --- one line for each clause --- */

static void put_stat(const Page *page, const AdrefNode *clause)
{
  g_autofree char *name = adref_redline_name(clause);
  g_autofree char *what = adref_redline_what(clause);
  adref_fill_begin(page->fill, NAME_CELLS, NAME_CELLS, name);
  adref_fill_string(page->fill, what, 0);
  adref_fill_end(page->fill);
}

GString *adref_review_stat(const AdrefNode *redline, const AdrefReview *review, guint width,
                           gboolean color)
{
  GString *text = g_string_new(NULL);
  g_autoptr(AdrefFill) fill = adref_fill_new(text, width, color, review->how->language);
  Page page = {.review = review, .text = text, .fill = fill};
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (adref_only_shows(&review->only, clause) &&
        clause->as.clause->change->type != ADREF_CHANGE_LEFT)
      put_stat(&page, clause);
  g_autofree char *totals = adref_review_totals(redline);
  put_line(&page, totals, ADREF_LOOK_BOLD);
  return text;
}
