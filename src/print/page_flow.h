/* The flow: lines one below the other, onto as many pages as they need.
 *
 * A block is set into boxes, each one line high (a row of a table has a box for each line of its
 * highest cell). Pages break between boxes: never below a heading, nor behind the first or before
 * the last line of a paragraph, as long as a page has room for that.
 *
 * A page that is full is given to whoever takes it, and then forgotten: what a flow holds grows
 * with the page, and by little with the text (an element for a paragraph, a bookmark for a
 * heading). Since "page 3 of 12" stands on the third page already, a text is set twice: the first
 * time its pages are counted, the second time printed. Setting is the smaller part of the work. */
#ifndef ADREF_PRINT_PAGE_FLOW_H
#define ADREF_PRINT_PAGE_FLOW_H

#include <glib.h>

#include "print/line_breaker.h"
#include "print/page_options.h"
#include "print/source_text.h"

/* What a reader's program is told about the structure: the names are those of PDF. */
typedef struct {
  const char *tag;
  guint parent; /* place in the elements; 0: the document, which is the element 0 itself */
  guint first_page, last_page; /* from 0 */
  gboolean has_link, is_drawn;
  gboolean is_numbered; /* of a list */
  const char *language; /* of its words; NULL: that of what it stands in */
} AdrefStructElement;

enum {
  ADREF_PAGE_FLOW_SIDES = 2 /* texts of two languages, each with its setter */
};

/* A line, or a cell's part of one, in its box. */
typedef struct {
  guint element : 31;
  guint side : 1;       /* whose pieces they are: place in the flow's setters */
  float x;              /* of its measure, from the start of the lines of the page */
  float width;          /* of its measure */
  float letter_spacing; /* as in AdrefTextLine */
  guint first, pieces;  /* in that setter's pieces */
} AdrefLineSegment;

/* A rectangle without words: a rule, a tint. */
typedef struct {
  float x, y, width, height; /* from the start of the lines and the top of the box */
  guint color;
} AdrefFilledRect;

typedef enum {
  ADREF_PAGE_BREAK_ALLOWED, /* a page may end above the box */
  ADREF_PAGE_BREAK_AVOID,   /* it stays with the box above it */
  ADREF_PAGE_BREAK_FORCED,
} AdrefPageBreak;

typedef struct {
  float gap;          /* white above it, dropped at the top of a page */
  float above, below; /* of its base line */
  float y;            /* of its base line, from the top of the paper */
  guint first_segment, segments;
  guint first_rect, rects;
  guint first_note, notes; /* asides that stand beside it */
  guint foot_end; /* lines of notes that have been called when it ends, of the whole text */
  guint target;   /* place of the clause that begins here, + 1; or 0 */
  guint heads;    /* of its table: place in the flow's heads, + 1; or 0 */
  AdrefPageBreak break_before;
  gboolean is_first; /* of a paragraph */
  gboolean is_line;  /* has words that are counted where lines are */
  guint column;      /* from 1, of two texts side by side; 0: across the page */
} AdrefLineBox;

/* The row of heads of a table, which is printed once more at the top of each page on which the
 * table goes on: boxes one below the other, from the first one's top. */
typedef struct {
  guint first, boxes; /* in the flow's head_boxes */
} AdrefTableHeader;

/* A note in the margin: boxes of their own. */
typedef struct {
  guint first, boxes;
  float height;
  float y; /* of its top, once its page is full */
} AdrefMarginNote;

typedef struct {
  guint first, boxes;
  guint first_foot, foots;           /* lines at its foot */
  guint heads;                       /* printed once more: place in the flow's heads, + 1; or 0 */
  float divider_top, divider_bottom; /* of the rule between two columns; both 0: there are none */
} AdrefPageContent;

typedef struct {
  guint page; /* from 0 */
  float y;
  guint level; /* from 1 */
  char *words;
} AdrefBookmark;

typedef struct {
  char *url;    /* NULL: a clause */
  guint target; /* the clause's number */
} AdrefPageFlowLink;

/* Takes a page that is full: its boxes, segments and pieces are there until it returns. `page`
 * counts from 0. */
typedef void (*AdrefPageFlowCallback)(gpointer data, const AdrefPageContent *content, guint page);

typedef struct {
  AdrefLineBreaker *breaker; /* of what is being set */
  AdrefLineBreaker *breakers[ADREF_PAGE_FLOW_SIDES];
  AdrefPageGeometry geometry;
  AdrefPageFlowCallback take; /* NULL: all pages are kept, in the leaves */
  gpointer data;              /* for it */
  guint pages;                /* that have been taken */
  guint total;                /* of the whole text; 0 until it has been set once */
  guint targets;              /* numbers of clauses that have begun are below it */
  GArray *elements, *segments, *rects, *boxes, *margin_notes, *contents, *bookmarks, *links;
  GArray *note_boxes; /* of AdrefLineBox: those of asides */
  GArray *foot_boxes; /* of AdrefLineBox: lines of notes, in the order in which they are called */
  GArray *head_boxes; /* of AdrefLineBox: those of heads */
  GArray *heads;      /* of AdrefTableHeader */
  GArray *foots;      /* private: of guint: where each note ends in the foot_boxes */
  gunichar missing;   /* the first character without a glyph, or 0 */
  guint missing_line, missing_column, missing_side;
  gboolean is_missing_deleted; /* it stands in what the old text says */
  guint page_first;            /* private: first box of the page that is being filled */
  float bottom;                /* private: of the last box on it */
  AdrefPageBreak break_before; /* private: of the next block */
  guint target;                /* private: waits for the next box */
  guint in_heads;              /* private: of the table whose rows are being set, + 1; or 0 */
  gboolean heads_due;          /* private: the heads themselves are being set */
  guint margin_notes_due;      /* private: the first that waits for the next box */
  guint foots_due;             /* private: lines of notes that have been called */
  guint foot_first;            /* private: the first that has no page yet */
  guint bookmarks_due;         /* private: the first that has no page yet */
  float notes_height;          /* private: height of the notes on the page that is being filled */
  guint next_element;          /* private: as often as the text is set, the same elements */
  guint next_link;             /* private: and the same links */
  GArray *lines;               /* private: of AdrefTextLine */
  GArray *column;           /* private: of AdrefLineBox: while a column is collected, else NULL */
  AdrefPageContent content; /* private: the divider of the page that is being filled */
} AdrefPageFlow;

AdrefPageFlow *adref_page_flow_new(AdrefLineBreaker *breaker, const AdrefPageGeometry *geometry);
void adref_page_flow_free(AdrefPageFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPageFlow, adref_page_flow_free)

guint adref_page_flow_add_element(AdrefPageFlow *flow, const char *tag, guint parent);

/* Says in which language its words are, where it may be another one than that of what it stands in.
 * Kept by reference. */
void adref_page_flow_set_language(AdrefPageFlow *flow, guint element, const char *language);

/* Whether `at`, which may be behind the last one, is a cell of the row: its cells stand right
 * behind it among the elements, as they are made with it. */
gboolean adref_page_flow_is_cell(const AdrefPageFlow *flow, guint at, guint row);

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
  guint tint;  /* behind it; 0: none */
  guint bar;   /* a rule along it; 0: none */
  float bar_x; /* where */
} AdrefBlockFormat;

void adref_page_flow_add_block(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                               const AdrefBlockFormat *block);

/* A row of a table. */
typedef struct {
  const AdrefStyledText *styled_text;
  guint element;
  float x, width;
} AdrefTableCell;
void adref_page_flow_add_row(AdrefPageFlow *flow, const AdrefTableCell *cells, guint count,
                             float gap, float leading, gboolean keeps_next);

/* The heads of a table follow, in a column without effect; then its rows; and it is over. */
void adref_page_flow_begin_table_header(AdrefPageFlow *flow);
void adref_page_flow_end_table_header(AdrefPageFlow *flow);
void adref_page_flow_end_table(AdrefPageFlow *flow);

/* A box that the caller has filled: with its heights, keep, segments and blots. */
void adref_page_flow_add_box(AdrefPageFlow *flow, AdrefLineBox *box);

/* A rule across: from the box before, `below` further down. */
void adref_page_flow_add_rule(AdrefPageFlow *flow, float x, float width, float gap, float thick);

/* The next block begins a new page. */
void adref_page_flow_new_page(AdrefPageFlow *flow);

/* What follows begins the clause of that number (from 0): links lead there. */
void adref_page_flow_set_target(AdrefPageFlow *flow, guint clause);

/* A note beside the last paragraph, or beside the first one when there is none. FALSE, and nothing
 * is done, when the margin of the page has no room for it. */
gboolean adref_page_flow_add_margin_note(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                                         guint element, float leading);

/* A note for the foot of the page, of which `block` has the element, the width and the leading: its
 * number, from 1, for AdrefTextStyle.foot of what calls it, which comes after it; and the number
 * that the next note will have. */
guint adref_page_flow_add_footnote(AdrefPageFlow *flow, const AdrefStyledText *styled_text,
                                   const AdrefBlockFormat *block);
guint adref_page_flow_next_footnote(const AdrefPageFlow *flow);

/* What calls a note calls this later one too, for that is called in it. */
void adref_page_flow_nest_footnote(AdrefPageFlow *flow, guint foot, guint other);

/* A line of the outline that leads to what follows. Takes over `words`. */
void adref_page_flow_add_bookmark(AdrefPageFlow *flow, guint level, char *words);

/* The place of a link, + 1, for AdrefTextStyle.link. Takes over `url`. */
guint adref_page_flow_add_link(AdrefPageFlow *flow, char *url, guint target);

/* For columns (print/parallel_columns.h): ends the page above the next box; room on the page that
 * is being filled, from the top of a box with that gap above it; and a box with its place. */
void adref_page_flow_end_page(AdrefPageFlow *flow);
float adref_page_flow_next_top(const AdrefPageFlow *flow, float gap);
gboolean adref_page_flow_is_empty(const AdrefPageFlow *flow);
void adref_page_flow_put_box(AdrefPageFlow *flow, const AdrefLineBox *box);

/* Gives away the pages that are full. Blocks and rows do so by themselves, but not in a column. */
void adref_page_flow_emit_pages(AdrefPageFlow *flow);

/* Fails for a character that no installed font has, with its place in the file of its side. */
gboolean adref_page_flow_check(const AdrefPageFlow *flow, const AdrefSourceText *source_texts,
                               GError **error);

/* Ends the last page: how many there are is known from then on, and what is on which of them. */
void adref_page_flow_end(AdrefPageFlow *flow);

/* Begins at the first page again: the same has to be set once more. Elements, bookmarks and links
 * are those of the first time. */
void adref_page_flow_rewind(AdrefPageFlow *flow);

#endif
