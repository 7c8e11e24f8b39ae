/* What the galley composes: the state of its walk, and how words become passages and blocks. For
 * the files of the galley alone: compose.c, compose_blocks.c, compose_words.c, galley.c. */
#ifndef ADREF_VIEW_PDF_COMPOSER_H
#define ADREF_VIEW_PDF_COMPOSER_H

#include "print/page_flow.h"
#include "print/table_layout.h"
#include "view/contents.h"
#include "view/renderer.h"

enum {
  ADREF_PDF_COLOR_TEXT = 0x111111,
  ADREF_PDF_COLOR_MUTED = 0x4A4A4A,
  ADREF_PDF_COLOR_PARTY = 0x1F3A6E,
  ADREF_PDF_COLOR_TINT = 0xF4F4F2,
};

/* The size of notes at the foot of the page, in sizes of the text. */
#define ADREF_PDF_FOOTNOTE_SCALE 0.82F

typedef struct {
  gboolean ordered;
  guint depth, next;
  guint label; /* element of the label of the item */
} AdrefPdfList;

typedef struct {
  AdrefStyledText *styled_text; /* NULL: it has not been read yet */
  guint number;                 /* of the note */
  guint caller;                 /* the note in the flow in which it is called, or 0 */
} AdrefPdfFootnote;

typedef struct {
  AdrefPageFlow *flow;
  const AdrefViewOptions *options;
  const AdrefPageOptions *page_options;
  AdrefContents *contents;
  GHashTable *places;           /* CLAUSE -> its place among the clauses */
  AdrefStyledText *styled_text; /* what is collected */
  AdrefStyledText *cell;        /* of the table that is open, or NULL */
  AdrefTableLayout *grid;
  const AdrefNode *table;
  gboolean is_table_rule;
  AdrefStyledText *label; /* waits for the next paragraph when it is not empty */
  const AdrefNode *clause;
  guint root;       /* element in which the clauses stand; 0: the document */
  GArray *parents;  /* of guint: elements that are open in it */
  GArray *lists;    /* of AdrefPdfList */
  GPtrArray *notes; /* of AdrefStyledText: they wait for the end of their paragraph */
  const AdrefRenderer *driver;
  AdrefFootnotes *footnotes; /* those of the text, which stand at the foot of the page; or NULL */
  GArray *pending_footnotes; /* of AdrefPdfFootnote: they wait likewise */
  guint *footnote_numbers;   /* by number of the note: its number in the flow, or 0 */
  guint foot;                /* the note whose words are collected, in the flow; or 0 */
  guint bold, italic, mono, quotes, indents, heading;
  guint link;
  const AdrefNode *linked;
  AdrefChangeMark mark;
  float gap_below_title;                   /* more white above the first block below the title */
  gboolean has_number;                     /* the clause's words hang beside one */
  gboolean is_footnote_text;               /* the words of a note are written where they stand */
  gboolean has_small_gap;                  /* the next paragraph stands close to what is above it */
  gboolean has_ruby;                       /* the language has it */
  gboolean hides_notices;                  /* what happened to clauses is not said */
  gboolean has_no_bookmarks, is_no_target; /* the clause has no bookmarks, no link leads to it */
} AdrefPdfComposer;

/* The page, or the column that is being set. */
const AdrefPageGeometry *adref_pdf_composer_geometry(const AdrefPdfComposer *composer);

/* How words look where the walk is; and small, as what is not the text. A link of the text keeps
 * its own colour, a stretch of a redline its own marks. */
AdrefTextStyle adref_pdf_composer_style(const AdrefPdfComposer *composer);
AdrefTextStyle adref_pdf_composer_small_style(const AdrefPdfComposer *composer, guint color,
                                              gboolean is_bold);

/* Adds words to the passage, or to the cell of the table, that is collected. `node`: where they
 * come from, for messages. */
void adref_pdf_composer_add(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                            const char *text);
void adref_pdf_composer_add_from(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                 const AdrefNode *node, const char *text, gsize length);

/* The same for text with its own line ends; other control characters show themselves. */
void adref_pdf_composer_add_lines(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                  const AdrefNode *node, const char *text, gsize length);

/* The text of a node from a byte on, with its ruby. */
void adref_pdf_composer_add_node(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                 const AdrefNode *node, gsize from);

/* The element that is open, and opening and closing one. */
guint adref_pdf_composer_parent(const AdrefPdfComposer *composer);
void adref_pdf_composer_open_element(AdrefPdfComposer *composer, const char *tag);
void adref_pdf_composer_close_element(AdrefPdfComposer *composer);

/* The innermost list, or NULL. */
AdrefPdfList *adref_pdf_composer_list(const AdrefPdfComposer *composer);

/* Where the lines of a block begin, from the start of the lines of the page. */
float adref_pdf_composer_indent(const AdrefPdfComposer *composer);

/* A block where the walk is, as a new element (`tag` NULL: none). */
AdrefBlockFormat adref_pdf_composer_block(const AdrefPdfComposer *composer, const char *tag);

/* A number or bullet: it waits for the next block, and hangs before it. The number of a clause is a
 * part of its paragraph, that of an item has an element of its own. */
void adref_pdf_composer_set_label(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                                  const AdrefNode *node, const char *words);
void adref_pdf_composer_hang_label(AdrefPdfComposer *composer, AdrefBlockFormat *block);

/* Lets the passage run into the flow as that block, with the notes that belong to it. */
void adref_pdf_composer_end_block(AdrefPdfComposer *composer, const AdrefBlockFormat *block);
void adref_pdf_composer_add_notes(AdrefPdfComposer *composer);

/* The notes for the foot of the page that the passage calls; before it runs into the flow. */
void adref_pdf_composer_add_footnotes(AdrefPdfComposer *composer);

/* Enter what is written for blocks and for inlines into the table of the galley. */
void adref_pdf_blocks(AdrefRendererTable *table);
void adref_pdf_inlines(AdrefRendererTable *table);

#endif
