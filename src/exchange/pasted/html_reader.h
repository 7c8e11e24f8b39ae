/* The state of the reader of HTML pages (html_page.h), for the files that it is made of: elements
 * (html_page.c), blocks and words as Markdown (html_markdown.c), tables (html_tables.c). */
#ifndef ADREF_EXCHANGE_PASTED_HTML_READER_H
#define ADREF_EXCHANGE_PASTED_HTML_READER_H

#include "exchange/archive/libxml2.h"

typedef struct {
  gboolean ordered;
  gboolean unseen; /* no page shows its marks */
  char letters;    /* 'a', 'A', 'i', 'I': of the items, letters or Roman numerals; 0: none */
  guint number;    /* of the next item */
  gsize width;     /* of the mark of the item before */
} AdrefHtmlList;

/* Formatting whose mark is written before the first word that has it. */
typedef struct {
  const char *open, *close;
  gboolean written;
} AdrefHtmlMark;

typedef struct {
  GString *out;
  GArray *lines;
  htmlParserCtxtPtr parser;
  GString *block; /* the inlines of the open block */
  guint line;     /* in which it begins */
  gboolean space; /* one stands before the next word */
  gboolean start; /* of the block, or of a line in it */
  guint heading;  /* its level; 0: none */
  guint quotes;
  GArray *lists; /* of AdrefHtmlList */
  gboolean begins_item, in_item;
  gboolean labelled;  /* the block before is that of an item with a letter */
  GArray *marks;      /* of AdrefHtmlMark */
  GPtrArray *rows;    /* of GPtrArray of char *; NULL: no table is open */
  GString *cell;      /* NULL: none is open */
  guint across, down; /* columns and rows that it takes */
  GArray *taken;      /* of guint, by column: rows that a cell above still takes */
  guint tables;       /* that are open */
  guint depth, left_out, main;
  gboolean has_main, is_too_deep;
  guint preformatted; /* elements that are open, in which an empty line divides paragraphs */
  gboolean is_ours;   /* adref has made the page */
  gboolean joins;     /* the next paragraph goes on behind its number */
  gboolean keeps_all; /* also what only its name or its links tell to be beside the text */
  gboolean in_link;   /* to another page */
  gboolean is_named;  /* what is left out now is by its name */
  guint links;        /* in the open block */
  gboolean own_words; /* the open block has words outside of links */
  gboolean has_text;  /* a block that is no menu is written */
  gboolean announces; /* the last one is a heading, bold, or ends with a colon */
  gsize text_end;     /* of what was written, behind that block; */
  guint text_lines;   /* its lines */
  GString *menu;      /* the words of the menus behind it */
  GHashTable *notes;  /* the labels of notes, by the names of their elements */
  const char *note;   /* the label of the note in which words stand; NULL: in none */
  guint note_depth;   /* of its element; 0: it is one block */
  gboolean in_note;   /* its first block is written */
  GHashTable *calls;  /* the labels of notes whose call is written, */
  GHashTable *texts;  /* and whose words are */
  const char *call;   /* the label of the note that the open link may call; NULL: none */
  GString *called;    /* the words of this link */
  guint silent;       /* elements that are open, of which nobody sees words: scripts */
  guint words;        /* that were left out, */
  guint words_named;  /* and of them by the name of an element */
  GString *named;     /* the first of them */
  guint named_words;  /* how many these are */
} AdrefHtmlReader;

/* --- html_page.c --- */

/* The value of an attribute, "" where it has none; NULL: there is no such attribute. */
const char *adref_html_reader_attribute(const xmlChar **attributes, const char *name);

/* --- html_markdown.c --- */

/* Ends the line that is written. */
void adref_html_reader_end_line(AdrefHtmlReader *self);

/* The innermost open list, or NULL. */
AdrefHtmlList *adref_html_reader_innermost(AdrefHtmlReader *self);

/* Whether words begin with a number as it is escaped, "1\. "; *length is that of it with its
 * space. */
gboolean adref_html_reader_begins_with_number(const char *words, gsize *length);

/* Writes words as a block that is no menu. */
void adref_html_reader_put_text(AdrefHtmlReader *self, const char *words);

/* Takes away the menus with which the page ends. */
void adref_html_reader_take_menus(AdrefHtmlReader *self);

/* Writes the open block, if it has words. */
void adref_html_reader_end_block(AdrefHtmlReader *self);

/* Ends a link; one that calls a note becomes the call. */
void adref_html_reader_end_link(AdrefHtmlReader *self);

/* The words of the page, for libxml2. */
void adref_html_reader_characters(void *data, const xmlChar *text, int length);

/* A line break in the open block. */
void adref_html_reader_put_break(AdrefHtmlReader *self);

/* Bold and the like begin; their marks are written with the first word. */
void adref_html_reader_begin_mark(AdrefHtmlReader *self, const char *open, const char *close);

void adref_html_reader_end_mark(AdrefHtmlReader *self, const char *close);

/* --- html_tables.c --- */

/* Frees a row. */
void adref_html_reader_row_free(gpointer row);

/* Rows and cells, as their elements begin and end. */
void adref_html_reader_begin_row(AdrefHtmlReader *self);

void adref_html_reader_begin_cell(AdrefHtmlReader *self, const xmlChar **attributes);

void adref_html_reader_end_cell(AdrefHtmlReader *self);

/* Writes the table, or its paragraphs where it only lays out a page. */
void adref_html_reader_end_table(AdrefHtmlReader *self);

#endif
