/* The statement tree: the one shape in which a text travels through adref.
 *
 * A document holds clauses; a clause holds blocks; a paragraph or heading holds inlines. Every
 * top-level thing of a text is a clause: a heading is one of kind HEADING, a block of a text
 * without markers one of kind PLAIN. A square bracket is a node that holds alternatives.
 *
 * Invariants. Two TEXT siblings of one mark are never adjacent; white space inside TEXT is single
 * U+0020 (and real letters such as U+00A0); strings are NFC and valid UTF-8 without NUL. Strings
 * belong to their node. Lines and columns count from 1 in the source, columns in characters; 0: not
 * from a source. Readers take the tree `const`. Nothing here recurses, so depth costs no stack. */
#ifndef ADREF_CLAUSE_NODE_H
#define ADREF_CLAUSE_NODE_H

#include <glib.h>

typedef enum {
  /* blocks */
  ADREF_DOCUMENT,   /* children: CLAUSE */
  ADREF_CLAUSE,     /* children: blocks; as.clause */
  ADREF_HEADING,    /* children: inlines; as.level 1-6 */
  ADREF_PARAGRAPH,  /* children: inlines */
  ADREF_LIST,       /* children: ITEM; as.list */
  ADREF_ITEM,       /* children: blocks */
  ADREF_QUOTE,      /* children: blocks */
  ADREF_CODE_BLOCK, /* text: the lines, each ended by a newline; as.info */
  ADREF_RULE,       /* a thematic break */
  /* blocks or inlines: a child of a paragraph, heading or inline is an inline */
  ADREF_HTML,    /* text: raw HTML as written; outputs show it as text, never as HTML */
  ADREF_COMMENT, /* text: between the comment's marks, trimmed; printed by no output but Markdown */
  ADREF_NOTE,    /* text: a delegation's note; as.party; never in a final text */
  /* inlines */
  ADREF_TEXT,         /* text: words */
  ADREF_LINE_BREAK,   /* a hard line break */
  ADREF_ROW_BREAK,    /* the end of a row in a table written with | */
  ADREF_CODE,         /* text */
  ADREF_EMPH,         /* children: inlines */
  ADREF_STRONG,       /* children: inlines */
  ADREF_LINK,         /* children: inlines; as.link; url "#id": to a clause; "#JPN": a party */
  ADREF_IMAGE,        /* children: inlines (the description); as.link */
  ADREF_FOOTNOTE,     /* text: the label of a mark [^label] */
  ADREF_BRACKET,      /* children: ALTERNATIVE, at least one; as.placeholder */
  ADREF_ALTERNATIVE,  /* children: inlines, perhaps none; as.positions */
  ADREF_BRACKET_EDGE, /* a [ or ] whose other end is in another block or missing; as.edge */
  ADREF_AD_REF,       /* [Agreed ad ref] at the end of a paragraph */
} AdrefNodeType;

/* Kinds of clauses, with the word that stands in the marker. */
typedef enum {
  ADREF_PLAIN,     /* a block of a text without markers */
  ADREF_TITLE,     /* a heading outside a marked clause */
  ADREF_CHAPEAU,   /* "chapeau": introductory words that govern what follows */
  ADREF_PP,        /* "pp": preambular paragraph */
  ADREF_OP,        /* "op": operative paragraph */
  ADREF_PLAN_ITEM, /* "item": item of a plan, numbered 1.1 */
  ADREF_CLOSING,   /* "closing" */
  ADREF_ANNEX,     /* "annex": begins an annex; may begin with its heading */
} AdrefClauseKind;

typedef struct AdrefChange AdrefChange; /* clause/change.h */

typedef struct {
  AdrefClauseKind kind;
  char *id;     /* NULL: none given */
  char *frozen; /* no=: the number that stays, "12", "12bis"; NULL: not frozen */
  char *from;   /* from=: the template; NULL: written by hand */
  char *alt;    /* alt=: id of the clause that this one would replace; NULL: none */
  char *
      number; /* as a reader sees it: "12", "12 bis", "PP3", "1.1"; NULL: not numbered. Computed. */
  AdrefChange *change; /* in a marked tree, what happened to the clause; NULL: nothing */
} AdrefClause;

typedef enum {
  ADREF_POSITION_SUPPORT, /* proposes or supports: no verb is written */
  ADREF_POSITION_RETAIN,
  ADREF_POSITION_DELETE,
  ADREF_POSITION_RESERVE,
  ADREF_POSITION_OPPOSE,
} AdrefPositionVerb;

/* One group of "JPN, AUS retain; EU delete": parties that say the same. */
typedef struct {
  char **parties; /* codes, NULL-terminated, at least one, in the order written */
  AdrefPositionVerb verb;
} AdrefPosition;

/* In which of two texts a node stands (clause/change.h); KEPT everywhere in a tree of one text. */
typedef enum {
  ADREF_KEPT,      /* in both */
  ADREF_DELETED,   /* in the old one only, with all below it */
  ADREF_INSERTED,  /* in the new one only, with all below it */
  ADREF_UNWRAPPED, /* in the old one only; what is below it has marks of its own */
  ADREF_WRAPPED,   /* in the new one only; what is below it has marks of its own */
} AdrefChangeMark;

typedef struct AdrefNode AdrefNode;

struct AdrefNode {
  AdrefNodeType type;
  AdrefChangeMark mark;
  guint line, column;
  AdrefNode *parent, *prev, *next, *first, *last;
  char *text; /* by type, see above; NULL where the type has none; changed in place or by
                 adref_node_take_text */
  gsize length;
  union {
    AdrefClause *clause;
    gboolean literal; /* TEXT in a bracket: what looks like positions in it is words */
    guint level;
    struct {
      gboolean ordered;
      gboolean tight;
      guint start; /* number of the first item of an ordered list */
    } list;
    char *info;  /* info string of a code block, "" for none */
    char *party; /* code of the delegation whose note it is */
    struct {
      char *url;
      char *title; /* "" for none */
    } link;
    gboolean placeholder; /* a slot kept for text to come: "[... to be inserted ...]" */
    struct {
      GPtrArray *groups; /* of AdrefPosition; NULL: base text */
      gboolean stop;     /* a full stop stood behind the positions */
    } positions;
    struct {
      AdrefNode *partner; /* the other EDGE, or NULL when the bracket has only one end */
      GPtrArray *groups;  /* of AdrefPosition, on a closing edge; NULL: none */
      gboolean opens;
      gboolean stop;
    } edge;
  } as;
};

AdrefNode *adref_node_new(AdrefNodeType type);

/* A TEXT node (or another type with text) holding a copy of `text`; length -1: up to the NUL. */
AdrefNode *adref_node_new_text(AdrefNodeType type, const char *text, gssize length);

/* A CLAUSE node of a kind, with a copy of `id` (may be NULL). */
AdrefNode *adref_node_new_clause(AdrefClauseKind kind, const char *id);

/* Frees the node with all below it, after taking it out of its tree. NULL is fine. */
void adref_node_free(AdrefNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefNode, adref_node_free)

void adref_node_append(AdrefNode *parent, AdrefNode *child);
void adref_node_insert_before(AdrefNode *sibling, AdrefNode *node);
void adref_node_unlink(AdrefNode *node);

/* Takes over `text` (g_malloc) as the node's text. */
void adref_node_take_text(AdrefNode *node, char *text, gsize length);

/* Whether the node stands among blocks (a child of a document, clause, list, item or quote). */
gboolean adref_node_is_block(const AdrefNode *node);

/* Whether a node is a LINK to a clause, "#id"; or one whose words name a party, "#JPN"
 * (clause/alternat.h). */
gboolean adref_node_is_cross_reference(const AdrefNode *node);
gboolean adref_node_is_party_name(const AdrefNode *node);

/* Whether the node is EMPH or STRONG; NULL is not. */
gboolean adref_node_is_emphasis(const AdrefNode *node);

/* All positions as canonical words, "JPN, AUS retain; EU delete"; "" for none. Caller frees. */
char *adref_positions_text(const GPtrArray *groups);
AdrefPosition *adref_position_new(void);
void adref_position_free(AdrefPosition *position);

/* "retain", "delete", "reserve", "oppose", or "" for support. */
const char *adref_position_verb_word(AdrefPositionVerb verb);

/* "chapeau", "pp", ... as in a marker; "heading" and "plain" for the two that have none. */
const char *adref_clause_kind_word(AdrefClauseKind kind);

/* A walk over a subtree in document order. Each node is met twice, entering and leaving, also a
 * node without children:
 *     AdrefWalk walk = adref_walk(root);
 *     while (adref_walk_next(&walk)) use walk.node, walk.entering
 * The node that was just left may be freed by the walker; nothing else may change. */
typedef struct {
  const AdrefNode *root;
  AdrefNode *node;
  gboolean entering;
  AdrefNode *upcoming; /* private */
  gboolean upcoming_entering;
} AdrefWalk;

AdrefWalk adref_walk(const AdrefNode *root);
gboolean adref_walk_next(AdrefWalk *walk);

/* Leaves the node just entered without visiting what is below it. */
void adref_walk_skip(AdrefWalk *walk);

/* The words of all TEXT and CODE below the node, blocks and breaks separated by one space; notes,
 * comments and positions left out, all alternatives included. Caller frees. */
char *adref_node_words(const AdrefNode *node);

/* The clause with that id, or NULL. */
const AdrefNode *adref_clause_find(const AdrefNode *document, const char *id);

/* The text of the first level-1 heading, or NULL. Caller frees. */
char *adref_document_title(const AdrefNode *document);

#endif
