/* The state of the Word output. Only for docx.c, docx_blocks.c (block nodes), docx_inlines.c
 * (inline nodes), docx_tracked.c, docx_parallel.c, docx_authors.c, docx_paragraph.c (paragraphs and
 * runs), docx_styles.c and docx_package.c (the other files of the package). */
#ifndef ADREF_VIEW_DOCX_DOCX_PRIVATE_H
#define ADREF_VIEW_DOCX_DOCX_PRIVATE_H

#include "exchange/docx/docx_read.h"
#include "view/contents.h"
#include "view/docx/docx.h"
#include "view/open_counts.h"
#include "view/renderer.h"
#include "view/table_columns.h"

enum {
  ADREF_DOCX_LEVELS = 9,     /* of a list in Word; deeper ones stay at the last */
  ADREF_DOCX_LIST_KINDS = 5, /* bullets, "1.", "(a)", "(i)", "1)" */
  ADREF_DOCX_TWIPS = 20,     /* in a point: the unit of lengths in a Word file */
  ADREF_DOCX_FIRST_LIST = 5, /* number of the first list that counts; below are the bullets */
};

/* Text that refers to addresses outside of the file: the document, or its footnotes. */
typedef struct {
  GString *xml;
  GString *relations; /* elements of its .rels */
  guint count;        /* of relations */
} AdrefDocxPart;

typedef enum {
  ADREF_DOCX_UNREFERENCED, /* only called in another footnote: Word has no footnote in a footnote */
  ADREF_DOCX_COUNTED,      /* Word gives it its number */
  ADREF_DOCX_NUMBERED,     /* its number is written, since Word would give it another one */
} AdrefDocxReference;

typedef struct {
  gboolean counts; /* ordered: Word counts its items */
  guint depth;     /* of ordered lists: 0 "1.", 1 "(a)", 2 "(i)" */
  guint number;    /* of the list in numbering.xml */
  guint next;      /* number of the next item */
} AdrefDocxList;

/* The paragraph that was written last, for tracked changes: places in the XML. */
typedef struct {
  gsize start;         /* of its properties */
  gsize end;           /* of them, where its mark may be put; 0: not any more */
  gsize former;        /* bytes behind its end that say what the old text has as properties */
  AdrefChangeMark run; /* of its last run */
  gboolean is_shifted; /* it was inserted, and its own mark is that of the old text */
} AdrefDocxLastParagraph;

typedef struct {
  const AdrefViewOptions *options;
  const AdrefPageOptions *page_options;
  AdrefPageGeometry geometry;
  const AdrefScript *script;
  AdrefRenderer renderer;
  AdrefRendererTable hooks;
  AdrefFootnotes *footnotes; /* or NULL */
  AdrefContents *contents;
  AdrefOpenCounts *counts;
  GHashTable *levels; /* HEADING -> its level in the page */

  AdrefDocxPart document, notes;
  AdrefDocxPart *part; /* that is being written */
  GString *comments;   /* elements of comments.xml */
  GString *lists;      /* elements of numbering.xml: the lists that count */
  guint comment_count, list_count, bookmark_count;
  guint reference_count; /* footnotes that Word has counted */
  GArray *references;    /* of AdrefDocxReference: of each footnote, from 1 */
  GArray *footnote_ids;  /* of guint: the same, where they are not their numbers; or NULL */

  gboolean is_open;        /* a paragraph is open; it is closed when the next block begins */
  GString *label;          /* number or label of the next paragraph; empty: none */
  gboolean is_small_label; /* a preambular number, which only the negotiating view has */
  guint list_item;         /* number of the list whose item the next paragraph begins; 0: none */
  GString *pending;        /* comments before the first paragraph */
  GArray *list_stack;      /* of AdrefDocxList */
  guint indents;           /* levels of lists and quotations that are open */
  guint quotes;
  float number_indent; /* width of the column of numbers, in points */
  gboolean has_number; /* the words of the clause are indented to the right of its number */
  gboolean begins_page, is_indented; /* the next paragraph begins a page; its first line is
                                        indented */
  const AdrefNode *clause;
  const AdrefNode *table;
  AdrefTableColumns columns; /* of its current row */
  gboolean is_head;          /* the row is the head of the table */

  guint bold, italic, mono, bracket_signs, position_words, agreed_words;
  guint formats[ADREF_FORMAT_STRIKE + 1]; /* how many of each are open */
  const AdrefNode *linked;                /* the LINK whose <w:hyperlink> is open */
  AdrefChangeMark mark;            /* of what is being written: DELETED and INSERTED are tracked */
  const AdrefDocxAuthors *authors; /* of a redline; NULL: the text of one version */
  const AdrefDocxAuthor *author;   /* of what is written */
  GHashTable *placed;              /* docx_authors.c: of the clause that is written; or NULL */
  const AdrefNode *words;          /* the node whose words are written */
  AdrefDocxLastParagraph last;
  char *shifted;          /* properties of the paragraph whose mark was shifted last, or NULL */
  guint change_count;     /* tracked changes */
  const char *bookmark;   /* the anchor of the clause, when its tree has another one; or NULL */
  GString *old_label;     /* of the next paragraph: its number in the old text; empty: none */
  gboolean is_renumbered; /* that number is another one than the new one */
  const char *number;     /* of the clause, when its tree has another one; "" for none; or NULL */
  gboolean is_footnote;   /* the text of a footnote is being written */
  /* of a column beside another one: */
  gboolean is_column;             /* Word counts the footnotes of both, its annexes begin no page */
  const char *bookmarks;          /* what the bookmarks of its clauses begin with */
  char *run_fonts, *run_language; /* elements of its runs; NULL: those of the file */
  const char *direction;          /* an element of its paragraphs; "": that of the file */
  gboolean has_ruby;
} AdrefDocx;

static inline int adref_docx_twips(float points)
{
  return (int)(points * ADREF_DOCX_TWIPS + 0.5F);
}

/* docx_tracked.c */

/* The attributes of a tracked change, each with an id of its own: "<w:ins" + these + ">". */
void adref_docx_put_author(AdrefDocx *out, GString *xml);

/* docx_authors.c: whose the words of a redline are. */

/* How far the authors of both texts are read, in characters. */
typedef struct {
  guint old, new;
} AdrefDocxPlace;

/* Finds the authors of the words of a clause of a tree, from `place` on. `mark` as for out->mark:
 * DELETED in a tree of the old text, INSERTED in one of the new text, KEPT in the redline. Returns
 * the place behind the clause. */
AdrefDocxPlace adref_docx_place_authors(AdrefDocx *out, const AdrefNode *clause,
                                        AdrefChangeMark mark, AdrefDocxPlace place);

/* The author of what is no word is that of the first word below the node; `whole` if there is none.
 */
void adref_docx_choose_author(AdrefDocx *out, const AdrefNode *node);

/* The bytes from the start of words of out->words that have one author, which becomes out->author.
 */
gsize adref_docx_take_author(AdrefDocx *out, const char *text, gsize length);

/* docx_paragraph.c */

/* Writes the element that says that the mark of a paragraph or a row is tracked; nothing for
 * KEPT. */
void adref_docx_put_mark(AdrefDocx *out, GString *xml, AdrefChangeMark mark);

/* Begins a paragraph of a style (NULL: that of the text) at the indent of the current node, with
 * the label that is pending. `extra`: elements of its properties behind the indent, or NULL. */
void adref_docx_begin(AdrefDocx *out, const char *style, const char *extra);

/* Closes the open paragraph, if there is one. A paragraph that has ended stays open until the next
 * block begins, so that a comment behind it can be added to it. */
void adref_docx_close(AdrefDocx *out);

/* A paragraph of its own for a label that no paragraph took: above a table or a nested list. */
void adref_docx_flush_label(AdrefDocx *out);

/* Adds words, with the style of the current node, to the open paragraph. Line ends become breaks.
 */
void adref_docx_put(AdrefDocx *out, const char *text, gsize length);
void adref_docx_put_string(AdrefDocx *out, const char *text);

/* Adds a run with these elements instead of words. */
void adref_docx_put_run(AdrefDocx *out, const char *elements);

/* Adds a word with its reading above. */
void adref_docx_put_ruby(AdrefDocx *out, const char *base, gsize base_length, const char *reading,
                         gsize reading_length);

/* Adds a comment at this place. */
void adref_docx_put_comment(AdrefDocx *out, const char *party, const char *text, gsize length);

/* Begins a list of Word's for the items of an ordered list, which are counted from `start`; returns
 * its number. */
guint adref_docx_new_list(AdrefDocx *out, const AdrefNode *list, guint depth, guint start);

/* docx.c: for a document, with everything but its text; and what stands around the text. */
void adref_docx_open(AdrefDocx *out, const AdrefNode *document, const AdrefViewOptions *options,
                     const AdrefPageOptions *page_options);
void adref_docx_clear(AdrefDocx *out);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefDocx, adref_docx_clear)

/* The table HEADING -> its level in the page. Caller unrefs. */
GHashTable *adref_docx_heading_levels(const AdrefContents *contents);

void adref_docx_put_paragraph(AdrefDocx *out, const char *style, const char *words);

/* The title, and what stands below it on paper too. `title`: of a text without a heading. */
void adref_docx_put_head(AdrefDocx *out, const char *title);

/* What waits for the next paragraph of the text gets one of its own. */
void adref_docx_flush_pending(AdrefDocx *out);

/* Lines to sign on. */
void adref_docx_put_signatures(AdrefDocx *out, const char *const *names);

/* Writes a footnote that the text calls, with those that only other footnotes call; the number
 * behind it. */
guint adref_docx_put_footnote(AdrefDocx *out, guint number);

/* The id of a footnote; 0: there is none. */
guint adref_docx_footnote_id(const AdrefDocx *out, guint number);

/* The bookmark of a clause with that anchor in the text that is written. Caller frees. */
char *adref_docx_own_bookmark(const AdrefDocx *out, const char *anchor);

/* docx_blocks.c, docx_inlines.c: enter their functions for node types into the table. */
void adref_docx_blocks(AdrefRendererTable *table);
void adref_docx_inlines(AdrefRendererTable *table);

/* docx_styles.c: the content of styles.xml and numbering.xml. */

/* The elements of runs in the language of a text beside another one: fonts, language. */
void adref_docx_set_run_language(AdrefDocx *out);
GString *adref_docx_styles(const AdrefDocx *out);
GString *adref_docx_numbering(const AdrefDocx *out);

/* Elements of the properties of a table, in this order with its layout between them: lines around
 * its cells, and the space inside of them. */
void adref_docx_put_table_lines(GString *xml);
void adref_docx_put_table_margins(GString *xml);

/* docx_package.c: all files as one archive. `beside`: the language of a second column, or NULL. */
GString *adref_docx_package(const AdrefDocx *out, const char *title, const char *statement,
                            const char *beside, GError **error);

#endif
