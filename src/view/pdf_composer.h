/* What the galley composes: the state of its walk, and how words become passages and blocks. For
 * the files of the galley alone: compose.c, compose_blocks.c, compose_words.c, galley.c. */
#ifndef ADREF_VIEW_PDF_COMPOSER_H
#define ADREF_VIEW_PDF_COMPOSER_H

#include "print/page_flow.h"
#include "print/table_layout.h"
#include "view/contents.h"
#include "view/renderer.h"

enum {
  ADREF_INK = 0x111111,
  ADREF_INK_SOFT = 0x4A4A4A,
  ADREF_INK_PARTY = 0x1F3A6E,
  ADREF_INK_TINT = 0xF4F4F2,
};

/* The size of notes at the foot of the page, in sizes of the text. */
#define ADREF_COMPOSE_FOOT 0.82F

typedef struct {
  gboolean ordered;
  guint depth, next;
  guint label; /* element of the label of the item */
} AdrefComposedList;

typedef struct {
  AdrefPassage *passage; /* NULL: it has not been read yet */
  guint number;          /* of the note */
  guint caller;          /* the note in the flow in which it is called, or 0 */
} AdrefComposedFoot;

typedef struct {
  AdrefFlow *flow;
  const AdrefWriting *how;
  const AdrefSheet *sheet;
  AdrefContents *contents;
  GHashTable *places;    /* CLAUSE -> its place among the clauses */
  AdrefPassage *passage; /* what is collected */
  AdrefPassage *cell;    /* of the table that is open, or NULL */
  AdrefGrid *grid;
  const AdrefNode *table;
  gboolean is_table_rule;
  AdrefPassage *label; /* waits for the next paragraph when it is not empty */
  const AdrefNode *clause;
  guint root;       /* element in which the clauses stand; 0: the document */
  GArray *parents;  /* of guint: elements that are open in it */
  GArray *lists;    /* of AdrefComposedList */
  GPtrArray *notes; /* of AdrefPassage: they wait for the end of their paragraph */
  const AdrefDriver *driver;
  AdrefFootnotes *footnotes; /* those of the text, which stand at the foot of the page; or NULL */
  GArray *foots;             /* of AdrefComposedFoot: they wait likewise */
  guint *foot_of;            /* by number of the note: its number in the flow, or 0 */
  guint foot;                /* the note whose words are collected, in the flow; or 0 */
  guint bold, italic, mono, quotes, indents, heading;
  guint link;
  const AdrefNode *linked;
  AdrefMark mark;
  float below_head;                    /* more white above the first block below the title */
  gboolean has_number;                 /* the clause's words hang beside one */
  gboolean is_foot;                    /* the words of a note are written where they stand */
  gboolean is_close;                   /* the next paragraph stands close to what is above it */
  gboolean has_ruby;                   /* the language has it */
  gboolean is_bare;                    /* what happened to clauses is not said */
  gboolean is_unmarked, is_untargeted; /* the clause has no bookmarks, no link leads to it */
} AdrefComposing;

/* How words look where the walk is; and small, as what is not the text. A link of the text keeps
 * its own colour, a stretch of a redline its own marks. */
AdrefLook adref_compose_look(const AdrefComposing *composing);
AdrefLook adref_compose_small(const AdrefComposing *composing, guint color, gboolean is_bold);

/* Adds words to the passage, or to the cell of the table, that is collected. `node`: where they
 * come from, for messages. */
void adref_compose_add(AdrefComposing *composing, const AdrefLook *look, const char *text);
void adref_compose_add_in(AdrefComposing *composing, const AdrefLook *look, const AdrefNode *node,
                          const char *text, gsize length);

/* The same for text with its own line ends; other control characters show themselves. */
void adref_compose_text(AdrefComposing *composing, const AdrefLook *look, const AdrefNode *node,
                        const char *text, gsize length);

/* The text of a node from a byte on, with its ruby. */
void adref_compose_read(AdrefComposing *composing, const AdrefLook *look, const AdrefNode *node,
                        gsize from);

/* The element that is open, and opening and closing one. */
guint adref_compose_parent(const AdrefComposing *composing);
void adref_compose_open(AdrefComposing *composing, const char *tag);
void adref_compose_close(AdrefComposing *composing);

/* The innermost list, or NULL. */
AdrefComposedList *adref_compose_list(const AdrefComposing *composing);

/* Where the lines of a block begin, from the start of the lines of the page. */
float adref_compose_start(const AdrefComposing *composing);

/* A block where the walk is, as a new element (`tag` NULL: none). */
AdrefBlock adref_compose_block(const AdrefComposing *composing, const char *tag);

/* A number or bullet: it waits for the next block, and hangs before it. The number of a clause is a
 * part of its paragraph, that of an item has an element of its own. */
void adref_compose_label(AdrefComposing *composing, const AdrefLook *look, const AdrefNode *node,
                         const char *words);
void adref_compose_hang(AdrefComposing *composing, AdrefBlock *block);

/* Lets the passage run into the flow as that block, with the notes that belong to it. */
void adref_compose_end(AdrefComposing *composing, const AdrefBlock *block);
void adref_compose_notes(AdrefComposing *composing);

/* The notes for the foot of the page that the passage calls; before it runs into the flow. */
void adref_compose_foots(AdrefComposing *composing);

/* Enter what is written for blocks and for inlines into the table of the galley. */
void adref_compose_blocks(AdrefWriteTable *table);
void adref_compose_words(AdrefWriteTable *table);

#endif
