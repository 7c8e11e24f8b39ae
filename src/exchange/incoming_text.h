/* A text that comes in from elsewhere: its paragraphs, and what each of them is taken for.
 *
 * The reader proposes kinds and ids; a person may correct them
 * (exchange/paragraphs/paragraph_table.h) before they become a document
 * (exchange/text/clause_tree.h). Every word of the file is in one paragraph. */
#ifndef ADREF_EXCHANGE_INCOMING_TEXT_H
#define ADREF_EXCHANGE_INCOMING_TEXT_H

#include <glib.h>

#include "base/error.h"
#include "clause/node.h"

typedef enum {
  ADREF_INCOMING_TITLE,
  ADREF_INCOMING_HEADING,
  ADREF_INCOMING_CHAPEAU,
  ADREF_INCOMING_PP,
  ADREF_INCOMING_OP,
  ADREF_INCOMING_PLAN_ITEM,
  ADREF_INCOMING_CLOSING,
  ADREF_INCOMING_ANNEX, /* the heading of an annex, or its first paragraph */
  ADREF_INCOMING_MORE,  /* belongs to the clause before: a list, a table, a second paragraph */
  ADREF_INCOMING_DATE,  /* a line of place and date */
  ADREF_INCOMING_SKIP,  /* is left out: "###", "* * *", tags without words */
} AdrefIncomingKind;

typedef struct {
  AdrefIncomingKind kind;
  guint level;         /* of a title or heading, 1-6 */
  guint line;          /* in the file; 0: it was made from the front matter */
  char *id;            /* NULL: none */
  char *words;         /* plain words with the label of an item, for people and for decisions */
  char *number;        /* the typed number of a paragraph, "12" or "1.1"; NULL: none */
  AdrefNode *content;  /* a CLAUSE with the blocks; a marked one has its attributes */
  AdrefNode *list;     /* of an item: its LIST and ITEM without children; else NULL */
  AdrefNode *item;     /* likewise */
  guint list_index;    /* the same for all items of a list; 0: no item */
  gboolean is_heading; /* Markdown's own heading */
  gboolean is_marked;  /* a marker of adref said what it is */
  gboolean is_coded;   /* its number said it, "PP3", "OP3 bis", which is no part of the words */
  gboolean is_counted; /* its typed number is what counting gives: it is left out of the words */
} AdrefIncomingParagraph;

/* What the typed numbers of the operative paragraphs are. */
typedef enum {
  ADREF_TYPED_NUMBERS_NONE,
  ADREF_TYPED_NUMBERS_COUNTED,   /* 1, 2, 3 in each part, as they would be counted */
  ADREF_TYPED_NUMBERS_ASCENDING, /* with gaps or suffixes, none twice */
  ADREF_TYPED_NUMBERS_OTHER,     /* they begin again, or only some paragraphs have one */
} AdrefTypedNumbers;

typedef struct {
  GPtrArray *paragraphs; /* of AdrefIncomingParagraph, in the order of the file */
  char *front;           /* the lines of the front matter (YAML), or NULL */
  char *front_title;     /* the title in it, or NULL */
  guint front_line;      /* on which they begin */
  gboolean is_part;      /* a page of plain text that says so, or a mail that answers paragraph by
                            paragraph: other clauses are not meant as gone */
} AdrefIncomingText;

AdrefIncomingText *adref_incoming_text_new(void);
void adref_incoming_text_free(AdrefIncomingText *incoming);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefIncomingText, adref_incoming_text_free)

AdrefIncomingParagraph *adref_incoming_paragraph_new(guint line);
void adref_incoming_paragraph_free(AdrefIncomingParagraph *paragraph);

/* Removes the first bytes of the words of a block, in which a line break is one, and what is empty
 * then. */
void adref_incoming_cut_words(AdrefNode *block, gsize length);

/* Reads the words of the content anew. */
void adref_incoming_paragraph_set_words(AdrefIncomingParagraph *paragraph);

/* The label of an item that has one, with the space behind it: "(a) ", "一、"; NULL: none. The
 * caller frees it. */
char *adref_incoming_label(const AdrefIncomingParagraph *paragraph);

/* The same with the number of an item of an ordered list, "3. " or "3) ". */
char *adref_incoming_item_number(const AdrefIncomingParagraph *paragraph);

/* Puts a title before the paragraphs, where the text has none; `words` are plain. */
void adref_incoming_set_title(AdrefIncomingText *incoming, const char *words);

/* The title, or NULL. */
const AdrefIncomingParagraph *adref_incoming_title(const AdrefIncomingText *incoming);

/* "title", "heading", "chapeau", "pp", "op", "item", "closing", "annex", "more", "date", "skip". */
const char *adref_incoming_kind_word(AdrefIncomingKind kind);

/* FALSE: no kind has this word. */
gboolean adref_incoming_kind_read(const char *word, AdrefIncomingKind *kind);

/* The kind of paragraph that a clause of this kind is read as. */
AdrefIncomingKind adref_incoming_kind_of_clause(AdrefClauseKind kind);

#endif
