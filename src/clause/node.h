/* The statement tree: the form of a text in all of adref.
 *
 * A document has clauses, a clause has blocks, a paragraph or heading has inlines. Every child of
 * the document is a clause: a heading outside a marked clause is one of kind TITLE, a block of a
 * text without markers one of kind PLAIN. A square bracket is a node with alternatives.
 *
 * Invariants: Adjacent TEXT siblings have different marks. White space inside TEXT is single U+0020
 * (U+00A0 and the like are letters). Strings are NFC and valid UTF-8 without NUL, and belong to
 * their node. Lines and columns count from 1 in the source, columns in characters; 0: the node has
 * no source. Code that only reads a tree has it as `const`. No function recurses, so a deep tree
 * needs no stack. */
#ifndef ADREF_CLAUSE_NODE_H
#define ADREF_CLAUSE_NODE_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
  /* blocks */
  ADREF_DOCUMENT,  /* children: CLAUSE; text: the front matter (clause/markdown/front_matter.h) */
  ADREF_CLAUSE,    /* children: blocks; as.clause */
  ADREF_HEADING,   /* children: inlines; as.level 1-6 */
  ADREF_PARAGRAPH, /* children: inlines */
  ADREF_LIST,      /* children: ITEM; as.list */
  ADREF_ITEM,      /* children: blocks; as.item; text: of a labelled list the label, "(a)" */
  ADREF_QUOTE,     /* children: blocks */
  ADREF_FOOTNOTE_TEXT, /* children: blocks; the first is a PARAGRAPH that begins with the mark and
                          ": " */
  ADREF_CODE_BLOCK,    /* text: the lines, each ended by a newline; as.info. In a redline its words
                          may have marks: then it has no text, and inlines as children, TEXT with
                          all its spaces and LINE_BREAK between lines */
  ADREF_RULE,          /* a thematic break */
  ADREF_TABLE,         /* children: TABLE_ROW, at least one, of which the first is the head;
                          as.table */
  ADREF_TABLE_ROW,  /* children: TABLE_CELL, as many as the table has columns; more or fewer where
                       clause/markdown/table_read.h says so */
  ADREF_TABLE_CELL, /* children: inlines, perhaps none */
  /* blocks or inlines: below a paragraph, heading or inline they are inlines */
  ADREF_HTML,    /* text: raw HTML as written; outputs show it as text, never as HTML */
  ADREF_COMMENT, /* text: of the comment, trimmed; only Markdown output prints it */
  ADREF_NOTE,    /* text: a delegation's note; as.party; never in a final text */
  /* inlines */
  ADREF_TEXT,         /* text: words */
  ADREF_LINE_BREAK,   /* a hard line break */
  ADREF_CODE,         /* text */
  ADREF_EMPH,         /* children: inlines */
  ADREF_STRONG,       /* children: inlines */
  ADREF_FORMAT,       /* children: inlines; as.format */
  ADREF_PASSAGE,      /* children: inlines; only in a redline: a sentence that moved */
  ADREF_LINK,         /* children: inlines; as.link; url "#id": a clause, "#JPN": a party */
  ADREF_IMAGE,        /* children: inlines (the description); as.link */
  ADREF_FOOTNOTE,     /* text: the label of a mark [^label] */
  ADREF_BRACKET,      /* children: ALTERNATIVE, at least one; as.placeholder */
  ADREF_ALTERNATIVE,  /* children: inlines, perhaps none; as.positions */
  ADREF_BRACKET_EDGE, /* a [ or ] whose partner has another parent or is missing; as.edge */
  ADREF_AD_REF,       /* [Agreed ad ref] at the end of a paragraph */
} AdrefNodeType;

/* Kinds of clauses, with their word in the marker. */
typedef enum {
  ADREF_PLAIN,     /* a block of a text without markers */
  ADREF_TITLE,     /* a heading outside a marked clause */
  ADREF_CHAPEAU,   /* "chapeau": the introductory words */
  ADREF_PP,        /* "pp": preambular paragraph */
  ADREF_OP,        /* "op": operative paragraph */
  ADREF_PLAN_ITEM, /* "item": item of a plan, numbered 1.1 */
  ADREF_CLOSING,   /* "closing" */
  ADREF_ANNEX,     /* "annex": begins an annex; may begin with its heading */
} AdrefClauseKind;

typedef struct AdrefChange AdrefChange;       /* clause/change.h */
typedef struct AdrefBlockMove AdrefBlockMove; /* clause/change.h */

typedef struct {
  AdrefClauseKind kind;
  char *id;            /* NULL: none given */
  char *frozen;        /* no=: the frozen number, "12", "12bis"; NULL: not frozen */
  char *from;          /* from=: the template; NULL: written by hand */
  char *alt;           /* alt=: the id of the clause that this one would replace; NULL: none */
  char *number;        /* the computed number, "12", "12 bis", "PP3", "1.1"; NULL: not numbered */
  AdrefChange *change; /* in a redline: what happened to the clause; NULL: nothing */
  gboolean is_one_of_several; /* of operative paragraphs, which may have been left out since */
} AdrefClause;

typedef enum {
  ADREF_POSITION_SUPPORT, /* proposes or supports: written without a verb */
  ADREF_POSITION_RETAIN,
  ADREF_POSITION_DELETE,
  ADREF_POSITION_RESERVE,
  ADREF_POSITION_OPPOSE,
} AdrefPositionVerb;

/* Formatting that Markdown writes as HTML. */
typedef enum {
  ADREF_FORMAT_SUPERSCRIPT,
  ADREF_FORMAT_SUBSCRIPT,
  ADREF_FORMAT_UNDERLINE, /* also what was written as inserted */
  ADREF_FORMAT_STRIKE,    /* also what was written as deleted */
} AdrefFormat;

/* One group of "JPN, AUS retain; EU delete": parties with the same position. */
typedef struct {
  char **parties; /* codes, NULL-terminated, at least one, in the order written */
  AdrefPositionVerb verb;
} AdrefPosition;

/* In which of two texts a node stands (clause/change.h). In a tree of one text every node is KEPT.
 */
typedef enum {
  ADREF_KEPT,      /* in both */
  ADREF_DELETED,   /* only in the old one, with all nodes below it */
  ADREF_INSERTED,  /* only in the new one, with all nodes below it */
  ADREF_UNWRAPPED, /* only in the old one; the nodes below it have their own marks */
  ADREF_WRAPPED,   /* only in the new one; the nodes below it have their own marks */
} AdrefChangeMark;

typedef struct AdrefNode AdrefNode;

struct AdrefNode {
  AdrefNodeType type;
  AdrefChangeMark mark;
  guint line, column;
  AdrefNode *parent, *prev, *next, *first, *last;
  char *text; /* its meaning depends on the type, see above; NULL: the type has no text. It may be
                 changed in place, or replaced by adref_node_take_text */
  gsize length;
  union {
    gboolean outside_statement; /* of a DOCUMENT: read from a file that is no statement's text */
    AdrefClause *clause;
    gboolean literal; /* of a TEXT in a bracket: what looks like positions is words */
    guint level;
    guint footnote; /* of a FOOTNOTE in a part of a text: its number in the whole text; else 0 */
    struct {
      bool ordered;
      bool parenthesis; /* of an ordered list: "1)" was typed, not "1." */
      bool labelled;    /* each item has a label; it is neither ordered nor loose */
      bool tight;
      guint start; /* number of the first item of an ordered list */
    } list;
    struct {
      gboolean typed; /* its number does not follow that of the item before it */
      guint number;   /* the number of a typed item; else 0 */
    } item;
    struct {
      char *alignments; /* of each column: l (left), c (centre), r (right) or - (none given) */
    } table;
    struct {
      guint attributes[2];  /* those of the type, above or below */
      AdrefBlockMove *move; /* in a redline: its words stand at another place; NULL: they do not */
    } block;                /* of the types from HEADING to TABLE_CELL, and of PASSAGE */
    AdrefFormat format;
    char *info;  /* the info string of a code block, "" for none */
    char *party; /* the code of the party that wrote the note */
    struct {
      char *url;
      char *title; /* "" for none */
    } link;
    struct {
      gboolean placeholder; /* the bracket stands for text that is not written yet: "[TBD]" */
      gboolean settled; /* parties have recorded that it is words (sign/settled_words.h); only of a
                           tree that was compared with records */
    };
    struct {
      GPtrArray *groups; /* of AdrefPosition; NULL: base text */
      gboolean stop;     /* a full stop follows the positions */
    } positions;
    struct {
      AdrefNode *partner; /* the other EDGE of the bracket; NULL: missing */
      GPtrArray *groups;  /* of AdrefPosition, on a closing edge; NULL: none */
      gboolean opens;
      gboolean stop;
    } edge;
  } as;
};

AdrefNode *adref_node_new(AdrefNodeType type);

/* A TEXT node (or another type with text) with a copy of `text`; length -1: up to the NUL. */
AdrefNode *adref_node_new_text(AdrefNodeType type, const char *text, gssize length);

/* A CLAUSE node of a kind, with a copy of `id` (may be NULL). */
AdrefNode *adref_node_new_clause(AdrefClauseKind kind, const char *id);

/* Removes the node from its tree and frees it with all nodes below it. NULL: does nothing. */
void adref_node_free(AdrefNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefNode, adref_node_free)

void adref_node_append(AdrefNode *parent, AdrefNode *child);
guint adref_node_count_children(const AdrefNode *parent);
void adref_node_insert_before(AdrefNode *sibling, AdrefNode *node);
void adref_node_unlink(AdrefNode *node);

/* Appends all children of a node to those of another, in their order. */
void adref_node_move_children(AdrefNode *from, AdrefNode *to);

/* Frees a node and leaves its children in its place. */
void adref_node_unwrap(AdrefNode *node);

/* Goes up from two nodes of one tree to the siblings that hold them. */
void adref_node_meet(AdrefNode **first, AdrefNode **last);

/* Makes `text` (from g_malloc) the node's text; the node frees it. */
void adref_node_take_text(AdrefNode *node, char *text, gsize length);

/* Makes a BRACKET_EDGE the TEXT "[" or "]". */
void adref_node_edge_to_text(AdrefNode *edge);

/* Whether the node is a block: a child of a document, clause, list, item, quote, text of a
 * footnote, table or row, or a root. */
gboolean adref_node_is_block(const AdrefNode *node);

/* Whether the node is a LIST, ITEM, QUOTE, TABLE, TABLE_ROW or FOOTNOTE_TEXT: the blocks whose
 * children are blocks. */
gboolean adref_node_holds_blocks(const AdrefNode *node);

/* Whether the node is a PARAGRAPH, HEADING or TABLE_CELL, the blocks whose children are inlines; or
 * a CODE_BLOCK of a redline that has no text. */
gboolean adref_node_holds_inlines(const AdrefNode *node);

/* The number of an item of an ordered list, where `next` follows the number of the item before it.
 */
guint adref_item_number(const AdrefNode *item, guint next);

/* Whether a TABLE_ROW is the head of its table: the first row; in a redline the first one of the
 * old or the new text. */
gboolean adref_table_row_is_head(const AdrefNode *row);

/* Takes a column, counted from 0, out of a table of which all rows have it. */
void adref_table_drop_column(AdrefNode *table, guint column);

/* Removes the row around a cell when no cell of it has any words left and it is no head; and its
 * column when no other cell of that has any, the head with it. `cell` may be any node; whether it
 * was removed. */
gboolean adref_table_remove_empty(AdrefNode *cell);

/* Whether a node is a LINK to a clause, "#id"; or a party mark, a LINK to "#JPN"
 * (clause/proposals/alternat.h). */
gboolean adref_node_is_cross_reference(const AdrefNode *node);
gboolean adref_node_is_party_name(const AdrefNode *node);

/* Whether the node is EMPH or STRONG, which are written with * and _. `node` may be NULL. */
gboolean adref_node_is_emphasis(const AdrefNode *node);

/* Whether the node is EMPH, STRONG or FORMAT. `node` may be NULL. */
gboolean adref_node_is_formatting(const AdrefNode *node);

/* Positions in canonical form, "JPN, AUS retain; EU delete"; "" for none. The caller frees it. */
char *adref_positions_text(const GPtrArray *groups);
AdrefPosition *adref_position_new(void);
void adref_position_free(AdrefPosition *position);

/* "retain", "delete", "reserve", "oppose", or "" for support. */
const char *adref_position_verb_word(AdrefPositionVerb verb);

/* "chapeau", "pp", ... as in a marker; "heading" and "plain" for the two kinds without marker. */
const char *adref_clause_kind_word(AdrefClauseKind kind);

/* An iterator over a subtree in document order. It returns each node twice, entering and leaving,
 * also a node without children: AdrefWalk walk = adref_walk(root); while (adref_walk_next(&walk))
 * use walk.node, walk.entering The caller may free the node that was just left, and must not change
 * the tree otherwise. */
typedef struct {
  const AdrefNode *root;
  AdrefNode *node;
  gboolean entering;
  AdrefNode *upcoming; /* private */
  gboolean upcoming_entering;
} AdrefWalk;

AdrefWalk adref_walk(const AdrefNode *root);
gboolean adref_walk_next(AdrefWalk *walk);

/* Skips the nodes below the node that was just entered. */
void adref_walk_skip(AdrefWalk *walk);

/* The nodes of a type, `root` and those below it, in their order. Caller frees the array. */
GPtrArray *adref_node_find_all(const AdrefNode *root, AdrefNodeType type);

/* The words of all TEXT and CODE below the node, with one space between blocks, breaks and
 * alternatives; without notes, comments and positions. The caller frees it. */
char *adref_node_words(const AdrefNode *node);

/* The same up to the node with which they are longer than `enough` bytes; those of the first 1,000
 * nodes at most, so that it may be asked again and again of one long text. */
char *adref_node_first_words(const AdrefNode *node, gsize enough);

/* The node, or the nearest parent that has a place in the source (`line` is not 0); where none has,
 * the outermost one; NULL for NULL. */
const AdrefNode *adref_node_placed(const AdrefNode *node);

/* The ids of the clauses of a document, a set of strings that belong to it. The caller frees it. */
GHashTable *adref_clause_ids(const AdrefNode *document);

/* The same with the first clause of each id: id -> CLAUSE. */
GHashTable *adref_clause_index(const AdrefNode *document);

/* The clause with that id, or NULL. Who looks for many of them makes an index. */
const AdrefNode *adref_clause_find(const AdrefNode *document, const char *id);

/* The words of the first heading of level 1, or NULL. The caller frees it. */
char *adref_document_title(const AdrefNode *document);

#endif
