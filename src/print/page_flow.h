/* A page flow: blocks and table rows, set into lines, on as many pages as they need.
 *
 * A page never ends below a heading, after the first line of a paragraph or before its last line,
 * as long as the page has room for that.
 *
 * A full page is given to the callback (adref_page_flow_on_page) and then forgotten: the memory of
 * a flow grows with the page, and only a little with the text (one element for a paragraph, one
 * bookmark for a heading). "Page 3 of 12" must stand on the third page already, so a text is set in
 * two passes: the first counts the pages, the second draws them. Setting is the smaller part of the
 * work.
 *
 * All lengths are in points (1/72 inch). The order of calls: adref_page_flow_new(); blocks, rows,
 * rules, notes; adref_page_flow_end(); adref_page_flow_check(); then adref_page_flow_rewind() and
 * the same blocks once more. */
#ifndef ADREF_PRINT_PAGE_FLOW_H
#define ADREF_PRINT_PAGE_FLOW_H

#include <glib.h>

#include "print/line_breaker.h"
#include "print/page_options.h"
#include "print/source_text.h"

enum {
  ADREF_PAGE_FLOW_MAX_PAGES = 10000, /* what would stand behind them is not set */
  ADREF_PAGE_FLOW_SIDES = 2 /* at most two texts in two languages, each with its line breaker */
};

typedef struct AdrefPageFlow AdrefPageFlow;

/* What stands on one page (print/page_flow_private.h). */
typedef struct AdrefPageContent AdrefPageContent;

/* Receives a full page. `content`, and all that it refers to, is valid until it returns. `page`
 * counts from 0. */
typedef void (*AdrefPageFlowCallback)(gpointer data, const AdrefPageContent *content, guint page);

/* `second` is the line breaker of a parallel text in another language, or NULL. Both have to live
 * longer than the flow. The flow is right to left when the first one is. */
AdrefPageFlow *adref_page_flow_new(AdrefLineBreaker *breaker, AdrefLineBreaker *second,
                                   const AdrefPageGeometry *geometry);
void adref_page_flow_free(AdrefPageFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPageFlow, adref_page_flow_free)

/* Who receives the pages. Without this call the flow keeps all pages. */
void adref_page_flow_on_page(AdrefPageFlow *flow, AdrefPageFlowCallback callback, gpointer data);

/* The page, or the column while a cell of parallel columns is being set: its measure is narrower.
 */
const AdrefPageGeometry *adref_page_flow_geometry(const AdrefPageFlow *flow);
gboolean adref_page_flow_is_in_column(const AdrefPageFlow *flow);

/* The line breaker of the text that is being set; and the index of a style in it, for
 * adref_styled_text_add(). */
AdrefLineBreaker *adref_page_flow_line_breaker(const AdrefPageFlow *flow);
guint adref_page_flow_style(AdrefPageFlow *flow, const AdrefTextStyle *style);

/* Adds an element to the structure tree of the PDF, which readers for the blind use. `tag` is a
 * structure type of PDF and is kept by reference; `parent` is an element, 0 is the document. The
 * return value is the element's number. */
guint adref_page_flow_add_element(AdrefPageFlow *flow, const char *tag, guint parent);

/* Sets the language of the words of an element, where it can differ from that of its parent. Kept
 * by reference. */
void adref_page_flow_set_language(AdrefPageFlow *flow, guint element, const char *language);

/* Says that the items of a list, which is this element, are numbered. */
void adref_page_flow_set_numbered(AdrefPageFlow *flow, guint element, gboolean is_numbered);

/* How a block stands on the page. */
typedef struct {
  guint element;
  float x, width; /* of its lines */
  float gap, leading;
  AdrefTextAlign align;
  gboolean keeps_next;          /* the next block begins on the same page */
  gboolean is_uncounted;        /* its lines have no numbers */
  const AdrefStyledText *label; /* hangs before the first line, or NULL */
  guint label_element;
  float label_x, label_width;
  guint tint;  /* colour of its background; 0: none */
  guint bar;   /* colour of a vertical rule along it; 0: none */
  float bar_x; /* where that rule stands */
} AdrefBlockFormat;

void adref_page_flow_add_block(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                               const AdrefBlockFormat *block);

/* A cell in a row of a table. */
typedef struct {
  const AdrefStyledText *styled_text;
  guint element;
  float x, width;
  AdrefTextAlign align;
} AdrefTableCell;
void adref_page_flow_add_row(AdrefPageFlow *flow, const AdrefTableCell *cells, guint count,
                             float gap, float leading, gboolean keeps_next);

/* Rows between begin and end of the header are printed again on each page on which the table
 * continues. Both have no effect in a column. */
void adref_page_flow_begin_table_header(AdrefPageFlow *flow);
void adref_page_flow_end_table_header(AdrefPageFlow *flow);
void adref_page_flow_end_table(AdrefPageFlow *flow);

/* A horizontal rule, `gap` below what stands above it. */
void adref_page_flow_add_rule(AdrefPageFlow *flow, float x, float width, float gap, float thick);

/* The next block begins on the same page as the last line. */
void adref_page_flow_keep_next(AdrefPageFlow *flow);

/* The next block begins a new page. */
void adref_page_flow_new_page(AdrefPageFlow *flow);

/* The next block begins the clause of that number (from 0): links to the clause lead there. */
void adref_page_flow_set_target(AdrefPageFlow *flow, guint clause);

/* A margin note, level with the last paragraph, or with the first one when there is none yet.
 * FALSE, and nothing is added, when the margin of the page has no room for it. */
gboolean adref_page_flow_add_margin_note(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                                         guint element, float leading);

/* Adds a footnote; element, width and leading are taken from `block`. It has to be added before the
 * words that call it. The return value is its number, from 1, for AdrefTextStyle.footnote of those
 * words; next_footnote is the number that the next one will have. */
guint adref_page_flow_add_footnote(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                                   const AdrefBlockFormat *block);
guint adref_page_flow_next_footnote(const AdrefPageFlow *flow);

/* Words that call the footnote `footnote` also call the later footnote `other`, because the text of
 * the first calls it. */
void adref_page_flow_nest_footnote(AdrefPageFlow *flow, guint footnote, guint other);

/* An entry of the outline that leads to the next block. Takes ownership of `words`. */
void adref_page_flow_add_bookmark(AdrefPageFlow *flow, guint level, char *words);

/* Adds a link to an address, or to a clause when `url` is NULL. Takes ownership of `url`. The
 * return value is for AdrefTextStyle.link. */
guint adref_page_flow_add_link(AdrefPageFlow *flow, char *url, guint target);

/* Whether that link leads to an address, not to a clause. */
gboolean adref_page_flow_link_has_url(const AdrefPageFlow *flow, guint link);

/* Fails for a character that no installed font has, with its place in the source text: that of its
 * side; of a redline (`is_redline`) the first text when the character was deleted, else the second.
 * A sign or picture that has a box on the page (adref_font_face_is_boxed()) is a problem of
 * `problems` instead, unless `is_strict`. Fails also for more than ADREF_PAGE_FLOW_MAX_PAGES. */
gboolean adref_page_flow_check(const AdrefPageFlow *flow, const AdrefSourceText *source_texts,
                               gboolean is_redline, gboolean is_strict, GPtrArray *problems,
                               GError **error);

/* Ends the last page: from now on the number of pages is known, and the pages of each element. */
void adref_page_flow_end(AdrefPageFlow *flow);

/* Whether this is the first pass. */
gboolean adref_page_flow_is_first_pass(const AdrefPageFlow *flow);

/* Starts the second pass at the first page. The caller has to add the same blocks again. Elements,
 * bookmarks and links of the first pass stay. */
void adref_page_flow_rewind(AdrefPageFlow *flow);

#endif
