/* The state of the PDF output: turns the words of nodes into styled texts and blocks. Only for
 * pdf_composer.c, pdf_blocks.c (block nodes), pdf_inlines.c (inline nodes), pdf_text.c,
 * pdf_parallel.c and pdf_proposals.c. */
#ifndef ADREF_VIEW_PDF_PDF_COMPOSER_H
#define ADREF_VIEW_PDF_PDF_COMPOSER_H

#include "print/page_flow.h"
#include "print/table_layout.h"
#include "view/contents.h"
#include "view/renderer.h"
#include "view/table_columns.h"

enum {
  ADREF_PDF_COLOR_TEXT = 0x111111,
  ADREF_PDF_COLOR_MUTED = 0x4A4A4A,
  ADREF_PDF_COLOR_TINT = 0xF4F4F2,
};

/* The font size of footnotes, in font sizes of the text. */
#define ADREF_PDF_FOOTNOTE_SCALE 0.82F

typedef struct {
  gboolean ordered;
  guint depth, next;
  guint label; /* element of the item's label */
} AdrefPdfList;

typedef struct {
  AdrefStyledText *styled_text; /* NULL: not read yet */
  guint number;                 /* of the footnote */
  guint caller;                 /* number in the flow of the footnote that calls it, or 0 */
} AdrefPdfFootnote;

typedef struct {
  AdrefPageFlow *flow;
  const AdrefViewOptions *options;
  const AdrefPageOptions *page_options;
  AdrefContents *contents;
  GHashTable *places;           /* CLAUSE -> its index among the clauses; of those that are shown */
  AdrefStyledText *styled_text; /* the paragraph that is being collected */
  AdrefStyledText *cell;        /* the table cell that is being collected, or NULL */
  AdrefTableLayout *table_layout;
  const AdrefNode *table;
  AdrefTableColumns columns; /* of its current row */
  AdrefStyledText *label;    /* of the next paragraph, when it is not empty */
  const AdrefNode *document, *clause;
  guint root;       /* element that contains the clauses; 0: the document */
  GArray *parents;  /* of guint: open elements inside `root` */
  GArray *lists;    /* of AdrefPdfList */
  GPtrArray *notes; /* of AdrefStyledText: margin notes, added when their paragraph ends */
  const AdrefRenderer *renderer;
  AdrefFootnotes *footnotes; /* of the document; or NULL */
  AdrefFootnotes *counted;   /* where footnotes stay in their places: what numbers them; or NULL */
  GArray *pending_footnotes; /* of AdrefPdfFootnote: added when their paragraph ends */
  guint *footnote_numbers;   /* by footnote: its number in the flow, or 0 */
  guint footnote; /* number in the flow of the footnote whose text is being collected; or 0 */
  guint formats[ADREF_FORMAT_STRIKE + 1]; /* how many of each are open */
  guint bold, italic, mono, quotes, indents, heading;
  guint link;
  const AdrefNode *linked;
  AdrefChangeMark mark;
  float gap_below_title;     /* additional white above the first block below the title */
  float number_width;        /* of the widest number; negative: not measured yet */
  gboolean has_number;       /* the clause's words are indented to the right of its number */
  gboolean is_footnote_text; /* the paragraph is the text of a footnote that stays in its place */
  gboolean has_small_gap;    /* the next paragraph has a small gap above it */
  gboolean has_ruby;         /* the language uses ruby */
  gboolean hides_notices;    /* notices of changed clauses are not written */
  gboolean has_no_bars;      /* changed clauses have no bar beside them */
  gboolean has_no_bookmarks, is_no_target; /* the clause adds no bookmarks; no link leads to it */
} AdrefPdfComposer;

/* The page, or the column that is being set. */
const AdrefPageGeometry *adref_pdf_composer_geometry(const AdrefPdfComposer *composer);

/* The style of the words of the current node; and a small sans-serif style for what is not the
 * text. A link of the text keeps its colour, a change run its own marks. */
AdrefTextStyle adref_pdf_composer_style(const AdrefPdfComposer *composer);
AdrefTextStyle adref_pdf_composer_small_style(const AdrefPdfComposer *composer, guint color,
                                              gboolean is_bold);

/* The style of a party's code: also a code that came or went has the colour of the party. */
AdrefTextStyle adref_pdf_composer_party_style(const AdrefPdfComposer *composer, const char *code);

/* Adds words to the open paragraph or table cell. `node`: where they come from, for messages. */
void adref_pdf_composer_add(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                            const char *text);
void adref_pdf_composer_add_from(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                 const AdrefNode *node, const char *text, gsize length);

/* The same for text with its own line ends; other control characters become visible. */
void adref_pdf_composer_add_lines(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                  const AdrefNode *node, const char *text, gsize length);

/* Adds the text of a node from a byte on, with its ruby. */
void adref_pdf_composer_add_node(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                 const AdrefNode *node, gsize from);

/* The innermost open element; opening and closing one. */
guint adref_pdf_composer_parent(const AdrefPdfComposer *composer);
void adref_pdf_composer_open_element(AdrefPdfComposer *composer, const char *tag);
void adref_pdf_composer_close_element(AdrefPdfComposer *composer);

/* The innermost list, or NULL. */
AdrefPdfList *adref_pdf_composer_list(const AdrefPdfComposer *composer);

/* The x at which the lines of a block begin, from the start of the lines of the page. */
float adref_pdf_composer_indent(const AdrefPdfComposer *composer);

/* A block in the format of the current node, as a new element (`tag` NULL: none). */
AdrefBlockFormat adref_pdf_composer_block(const AdrefPdfComposer *composer, const char *tag);

/* Sets the number or bullet of the next block, and hangs it before that block. The number of a
 * clause belongs to its paragraph; that of an item has an element of its own. */
void adref_pdf_composer_set_label(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                  const AdrefNode *node, const char *words);
void adref_pdf_composer_hang_label(AdrefPdfComposer *composer, AdrefBlockFormat *block);

/* Adds the open paragraph to the flow as that block; and its margin notes. */
void adref_pdf_composer_end_block(AdrefPdfComposer *composer, const AdrefBlockFormat *block);
void adref_pdf_composer_add_notes(AdrefPdfComposer *composer);

/* Adds the footnotes that the open paragraph calls. They have to be in the flow before the
 * paragraph. */
void adref_pdf_composer_add_footnotes(AdrefPdfComposer *composer);

/* Enter the functions for block and inline node types into the table. */
void adref_pdf_blocks(AdrefRendererTable *table);
void adref_pdf_inlines(AdrefRendererTable *table);

#endif
