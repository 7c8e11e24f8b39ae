/* Inside AdrefPageFlow. Only for the files of print/ that build pages or draw them.
 *
 * A box is one line high. It refers to segments (its words) and rectangles (its rules and tints),
 * and a segment refers to the pieces of the line breaker of its side. All of them stand in arrays,
 * which are cut off at the front when a page was given to on_page (pagination.c). So an index into
 * an array is valid only until the next call of adref_page_flow_emit_pages(). */
#ifndef ADREF_PRINT_PAGE_FLOW_PRIVATE_H
#define ADREF_PRINT_PAGE_FLOW_PRIVATE_H

#include "print/page_flow.h"

/* An element of the structure tree of the PDF (ISO 32000-1, 14.7). */
typedef struct {
  const char *tag; /* a structure type of PDF: "P", "H1", "Table" */
  guint parent;    /* index in the elements; 0: the document, which is element 0 itself */
  guint first_page, last_page; /* from 0 */
  gboolean has_link, is_drawn;
  gboolean is_numbered; /* of a list */
  const char *language; /* of its words; NULL: that of its parent */
} AdrefStructElement;

/* The words of a line, or of one cell in a line of a table row. */
typedef struct {
  guint element : 31;
  guint side : 1;       /* index in the breakers: whose pieces these are */
  float x;              /* of its measure, from the start of the lines of the page */
  float width;          /* of its measure */
  float letter_spacing; /* as in AdrefTextLine */
  guint first, pieces;  /* in the pieces of that line breaker */
} AdrefLineSegment;

/* A rectangle without words: a rule, a tint. */
typedef struct {
  float x, y, width, height; /* from the start of the lines and the top of the box */
  guint color;
} AdrefFilledRect;

typedef enum {
  ADREF_PAGE_BREAK_ALLOWED, /* a page may end above the box */
  ADREF_PAGE_BREAK_AVOID,   /* the box stays on the page of the box above it */
  ADREF_PAGE_BREAK_FORCED,
} AdrefPageBreak;

typedef struct {
  float gap;          /* white above it, dropped at the top of a page */
  float above, below; /* height above and below the base line */
  float y;            /* of its base line, from the top of the paper */
  guint first_segment, segments;
  guint first_rect, rects;
  guint first_note, notes; /* margin notes of this line */
  guint
      footnote_end; /* number of footnote lines called up to its end, from the start of the text */
  guint target;     /* number of the clause that begins here, + 1; or 0 */
  guint table_header; /* of its table: index in the table headers, + 1; or 0 */
  AdrefPageBreak break_before;
  gboolean is_first; /* of a paragraph */
  gboolean is_line;  /* counts when lines are numbered */
  guint column;      /* from 1, of parallel columns; 0: across the page */
} AdrefLineBox;

/* The header row of a table. It is printed again at the top of each page on which the table
 * continues. Its boxes stand one below the other, from the top of the first. */
typedef struct {
  guint first, boxes; /* in the header boxes */
} AdrefTableHeader;

/* A note in the margin: boxes of its own. */
typedef struct {
  guint first, boxes; /* in the note boxes */
  float height;
  float y; /* of its top; known when its page is full */
} AdrefMarginNote;

struct AdrefPageContent {
  guint first, boxes;
  guint first_footnote, footnotes;   /* footnote lines at the bottom */
  guint table_header;                /* printed again: index in the table headers, + 1; or 0 */
  float divider_top, divider_bottom; /* of the rules between columns; both 0: no columns */
  guint columns;                     /* how many there are */
  const char *const *titles;         /* of many columns; NULL: those of the writer's options */
  gboolean has_titles;               /* a row of column titles stands on the page */
};

typedef struct {
  guint page; /* from 0; until the page is known, the index of its box */
  float y;
  guint level; /* from 1 */
  char *words;
} AdrefBookmark;

typedef struct {
  char *url;    /* NULL: the link leads to a clause */
  guint target; /* the clause's number */
} AdrefPageFlowLink;

struct AdrefPageFlow {
  AdrefLineBreaker *breaker; /* of the text that is being set */
  AdrefLineBreaker *breakers[ADREF_PAGE_FLOW_SIDES];
  AdrefPageGeometry geometry;
  AdrefPageFlowCallback on_page; /* NULL: all pages are kept, in the contents */
  gpointer on_page_data;
  guint pages;   /* that are finished */
  guint total;   /* pages of the whole text; 0 in the first pass */
  guint targets; /* above the numbers of all clauses that have begun */
  GArray *elements, *segments, *rects, *boxes, *margin_notes, *contents, *bookmarks, *links;
  GArray *lines;          /* of AdrefTextLine: those of the block that is being set */
  GArray *note_boxes;     /* of AdrefLineBox: of margin notes */
  GArray *footnote_boxes; /* of AdrefLineBox: lines of footnotes, in the order of their calls */
  GArray *footnote_ends;  /* of guint: of each footnote, its end in the footnote boxes */
  GArray *header_boxes;   /* of AdrefLineBox: of table headers */
  GArray *table_headers;  /* of AdrefTableHeader */
  GArray *column;         /* of AdrefLineBox: boxes are collected here; NULL: they go on the page */

  /* The page that is being filled. */
  guint page_first;         /* its first box */
  float bottom;             /* of the last box on it */
  float notes_height;       /* sum of its margin notes */
  AdrefPageContent content; /* its column rule and table header */

  /* Pending: what the next box, block or page receives. */
  AdrefPageBreak break_before; /* of the next block */
  guint target;                /* of the next box */
  guint open_table_header;     /* of the table whose rows are being set, + 1; or 0 */
  gboolean is_in_table_header; /* the header row itself is being set */
  guint next_margin_note;      /* the first margin note without a box */
  guint footnotes_called;      /* footnote lines that were called */
  guint next_footnote;         /* the first footnote line without a page */
  guint next_bookmark;         /* the first bookmark without a page */
  guint next_element;          /* the second pass adds the same elements again */
  guint next_link;             /* and the same links */

  /* The first character without a glyph, or 0, and its place in the source text. */
  gunichar missing;
  guint missing_line, missing_column, missing_side;
  gboolean is_missing_deleted; /* it stands in deleted words of a redline */
};

/* Whether element `at` is a cell of the row. `at` may be the number of elements. The cells of a row
 * follow it directly in the elements, since they are added together. */
gboolean adref_page_flow_is_cell(const AdrefPageFlow *flow, guint at, guint row);

/* Adds a box whose heights, break, segments and rectangles are set; the rest is filled in. */
void adref_page_flow_add_box(AdrefPageFlow *flow, AdrefLineBox *box);

/* For columns (print/parallel_columns.h): ends the page above the next box; whether the page is
 * empty; where the top of a box with that gap would stand on it; and adds a box whose place on the
 * page is set. */
void adref_page_flow_end_page(AdrefPageFlow *flow);
gboolean adref_page_flow_is_empty(const AdrefPageFlow *flow);
float adref_page_flow_next_top(const AdrefPageFlow *flow, float gap);
void adref_page_flow_put_box(AdrefPageFlow *flow, const AdrefLineBox *box);

/* Gives the full pages to on_page and forgets them. Blocks and rows do so themselves, but not while
 * a column is collected. */
void adref_page_flow_emit_pages(AdrefPageFlow *flow);

#endif
