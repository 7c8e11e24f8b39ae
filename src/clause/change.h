/* Change marks: two texts, the old one and the new one, in one tree.
 *
 * A redline is a statement tree with a mark on each node, so every output can show it. The mark
 * says in which text the node stands (AdrefChangeMark in clause/node.h). Accepting removes the
 * DELETED nodes and gives exactly the new text; rejecting removes the INSERTED nodes and gives
 * exactly the old text. The rules:
 *
 * - All nodes below a DELETED or INSERTED node have the same mark. DELETED siblings come before
 *   INSERTED ones.
 * - UNWRAPPED and WRAPPED: only the node itself was removed or added, its words stayed. Emphasis
 * put around a word is a WRAPPED EMPH with a KEPT TEXT. A resolved bracket is an UNWRAPPED BRACKET
 * in which one ALTERNATIVE is UNWRAPPED and the others are DELETED. When such a node is removed,
 * its children take its place.
 * - A node whose attribute changed (level of a heading, URL of a link, positions of an alternative,
 *   start of a list, typed number of an item) is a WRAPPED node with the new attribute. Its only
 * child is an UNWRAPPED node of the same type with the old attribute.
 * - If a block (PARAGRAPH, ITEM, CLAUSE, ...) was split, its second part is WRAPPED and follows the
 *   first part; rejecting joins it to the sibling before it. If a block was joined to the sibling
 *   before it, it is UNWRAPPED. A space between the two parts, which only the joined text has, is a
 *   DELETED or INSERTED TEXT: not every script uses spaces.
 * - A clause that moved stands at its new place, KEPT, with marks on its words. At its old place
 *   stands a DELETED clause without blocks, and each of the two refers to the other. Rejecting puts
 *   the old words at the old place.
 * - A block (paragraph, item, row, quote ...) that moved within the text, or is a block of another
 *   kind or depth now, stands at its new place, KEPT, with marks on its words. At its old place
 *   stands a DELETED block without children, of the old kind; both have the same AdrefBlockMove.
 *   Rejecting puts the old words into the block at the old place. If it was divided, its later
 * parts have that move too. Blocks that were joined are one block and UNWRAPPED ones behind it,
 * each with a move of its own. What only the new text has around such blocks is WRAPPED, also a
 * clause.
 * - A sentence that moved is the same with inlines: a KEPT PASSAGE at its new place with marks on
 *   its words, and a DELETED PASSAGE without children at its old place. A text has no PASSAGE: its
 *   children take its place. Passages do not nest, and are in no block that moved.
 * - Numbers have no marks. Cross references have the numbers of the new text; if the number of a
 *   clause changed, its AdrefChange has the old one.
 * - Markers of clauses have no marks. If a marker changed, the AdrefChange has the old one. */
#ifndef ADREF_CLAUSE_CHANGE_H
#define ADREF_CLAUSE_CHANGE_H

#include <glib.h>

#include "clause/node.h"

/* What happened to a clause. A clause in which nothing changed has no AdrefChange. */
typedef enum {
  ADREF_CHANGE_NONE,       /* no word changed, but the number, id, kind or template */
  ADREF_CHANGE_ADDED,      /* the clause is INSERTED; or KEPT, and was "[deleted]" (freeze.h) */
  ADREF_CHANGE_DELETED,    /* the clause is DELETED; or KEPT, and is "[deleted]" now */
  ADREF_CHANGE_MODIFIED,   /* words changed */
  ADREF_CHANGE_EDITORIAL,  /* the words are the same: only case, punctuation, emphasis or layout */
  ADREF_CHANGE_MOVED,      /* the clause is at another place; `modified`: words changed too */
  ADREF_CHANGE_MOVED_FROM, /* the empty DELETED clause at the old place of a MOVED one; or a DELETED
                              clause in which only old places of blocks are left */
  ADREF_CHANGE_SPLIT,      /* the clause is WRAPPED: it was the end of the clause before it */
  ADREF_CHANGE_JOINED,     /* the clause is UNWRAPPED: it is the end of the clause before it now */
} AdrefChangeType;

/* The classes of changes, the most serious first, EDITORIAL last. Summaries list them in this
 * order; it does not decide which class a change has (review/README.md). Phrases have the classes
 * from STRENGTH to REFERENCE. */
typedef enum {
  ADREF_CHANGE_CLASS_HIDDEN,      /* invisible characters, look-alike letters, direction controls */
  ADREF_CHANGE_CLASS_AGREED,      /* a paragraph that was agreed ad ref was touched */
  ADREF_CHANGE_CLASS_STRENGTH,    /* shall, should, may, decide, encourage */
  ADREF_CHANGE_CLASS_NEGATION,    /* not, no, without */
  ADREF_CHANGE_CLASS_QUALIFIER,   /* as appropriate, only, all, right */
  ADREF_CHANGE_CLASS_NUMBER,      /* numbers and amounts */
  ADREF_CHANGE_CLASS_DATE,        /* dates and deadlines */
  ADREF_CHANGE_CLASS_NAME,        /* names and parties */
  ADREF_CHANGE_CLASS_CONJUNCTION, /* and, or */
  ADREF_CHANGE_CLASS_BRACKET,     /* brackets opened, closed, positions changed */
  ADREF_CHANGE_CLASS_REFERENCE,   /* a cross reference that points elsewhere now */
  ADREF_CHANGE_CLASS_SUBSTANCE,   /* other words */
  ADREF_CHANGE_CLASS_LINK,        /* the address of a link or picture outside of the text */
  ADREF_CHANGE_CLASS_MOVED,       /* a row or column that moved within its table */
  ADREF_CHANGE_CLASS_EDITORIAL,   /* nothing that a reader would call another meaning */
} AdrefChangeClass;

enum {
  ADREF_CHANGE_CLASSES = ADREF_CHANGE_CLASS_EDITORIAL + 1
};

/* The direction of a change: for the class STRENGTH if both words have a rank in the same list, and
 * for the class BRACKET if one thing happened to the bracket. */
typedef enum {
  ADREF_SHIFT_NONE, /* unknown, neither weaker nor stronger, or several of these */
  ADREF_SHIFT_WEAKER,
  ADREF_SHIFT_STRONGER,
  ADREF_SHIFT_OPENED,
  ADREF_SHIFT_RESOLVED, /* the bracket was removed, one of its alternatives stayed */
  ADREF_SHIFT_ALTERNATIVE_ADDED,
  ADREF_SHIFT_ALTERNATIVE_DROPPED,
  ADREF_SHIFT_POSITION_ADDED, /* more parties have a position in it */
  ADREF_SHIFT_POSITION_DROPPED,
  ADREF_SHIFT_POSITION_CHANGED, /* another party, or another verb */
  ADREF_SHIFT_POSITION_MOVED,   /* from one alternative to another */
  ADREF_SHIFT_ALTERNATIVE_SPLIT,
  ADREF_SHIFT_ALTERNATIVES_JOINED,
  ADREF_SHIFT_ALTERNATIVES_REORDERED,
  ADREF_SHIFT_SPLIT,          /* one bracket became several */
  ADREF_SHIFT_JOINED,         /* several became one */
  ADREF_SHIFT_EXTENT_CHANGED, /* it begins or ends elsewhere */
  ADREF_SHIFT_NESTED,         /* a second pair of brackets around the same words */
  ADREF_SHIFT_UNNESTED,
} AdrefShift;

typedef struct {
  AdrefChangeClass class;
  AdrefShift shift;
  char *old, *new; /* the words that changed, "shall" and "should"; "" for none */
} AdrefFinding;

struct AdrefChange {
  AdrefChangeType type;
  gboolean modified;    /* of a MOVED clause: its words changed too */
  gboolean near;        /* of a MOVED_FROM clause of which only old places of blocks are left: their
                           words are near, so that outputs leave the clause out */
  AdrefNode *other;     /* of MOVED: the MOVED_FROM clause in the same document, and the reverse, if
                           the clause moved as a whole; else NULL */
  char *number;         /* the number in the old text; NULL: none */
  char *id;             /* the id in the old text where it differs, or NULL */
  AdrefClauseKind kind; /* the kind in the old text */
  AdrefNode *marker; /* a CLAUSE without blocks that has the old kind, id, frozen, from and alt, if
                        any of them changed; else NULL */
  guint deleted, inserted; /* the number of DELETED and INSERTED words (clause/words.h) */
  GPtrArray *findings;     /* of AdrefFinding, in the order of the words; NULL until classified */
};

AdrefChange *adref_change_new(AdrefChangeType type);
void adref_change_free(AdrefChange *change);
void adref_finding_free(AdrefFinding *finding);

/* A block whose words stand at another place, or in a block of another kind. */
struct AdrefBlockMove {
  AdrefNode *from; /* the DELETED block at the old place, without words; it owns this */
  GPtrArray *to;   /* of AdrefNode: the blocks in which its words stand now, in their order; empty:
                      the block is a container in which only old places are left */
  gboolean far;    /* words that both texts have stand between the two places */
};

/* The move that a block is part of, at its old or at its new place; else NULL. */
static inline const AdrefBlockMove *adref_change_move_of(const AdrefNode *node)
{
  return node->type <= ADREF_TABLE_CELL || node->type == ADREF_PASSAGE ? node->as.block.move : NULL;
}

/* Makes an empty DELETED block the old place of some blocks. */
void adref_change_set_move(AdrefNode *from, AdrefNode *const *to, guint count, gboolean far);

/* Frees the move of a DELETED block. */
void adref_change_clear_move(AdrefNode *from);

/* What a block at its new place was: "was a list item", "was at level 2"; NULL: nothing else, or
 * the block before it says so. Caller frees. */
char *adref_change_former_kind(const AdrefNode *block);

/* "added", "deleted", "modified", "editorial", "moved", ...: the words of JSON and summaries. */
const char *adref_change_word(AdrefChangeType type);

/* "strength", "number", ...: the words of JSON and --only. */
const char *adref_change_class_word(AdrefChangeClass class);

/* "weakened", "strengthened", "alternative added" ...; NULL for NONE. */
const char *adref_shift_word(AdrefShift shift);

/* The UNWRAPPED node with the old attribute below a WRAPPED node of the same type whose attribute
 * changed; NULL: the node is no such pair. */
const AdrefNode *adref_change_old_node(const AdrefNode *node);

/* The WRAPPED node of such a pair for its UNWRAPPED node; any other node, and NULL, for itself. */
const AdrefNode *adref_change_outer_node(const AdrefNode *node);

/* Whether the node itself stands in the old text, in the new text, as its own mark says. */
gboolean adref_change_in_old(const AdrefNode *node);
gboolean adref_change_in_new(const AdrefNode *node);

/* The items of a list without those that have the mark `other`. */
guint adref_change_count_items(const AdrefNode *list, AdrefChangeMark other);

/* Whether the node is a list of which only the first number changed, an item of which only the
 * number changed, or a footnote mark with another label (its WRAPPED or its UNWRAPPED node). For a
 * list that has one item in a text, `tight` may have changed too. */
gboolean adref_change_is_renumbering(const AdrefNode *node);

/* The new text (accept) or the old text (reject) of a redline as a tree without marks. Its
 * canonical form is exactly that of the text from which the redline was made. The caller frees it.
 */
AdrefNode *adref_accept_changes(const AdrefNode *redline);
AdrefNode *adref_reject_changes(const AdrefNode *redline);

/* Which changes of a redline are refused; the others are taken. clause/proposals/change_units.h
 * says which nodes go together: a text is made only where they do. */
typedef struct {
  GHashTable *refused;     /* set of nodes, with all nodes that are marked below them */
  GHashTable *other_words; /* node -> AdrefNode whose children stand in its place, or NULL: none */
  GHashTable *only;        /* set of clauses that the text has; NULL: all */
} AdrefChangeDecisions;

/* The text in which some changes are taken and some refused. The caller frees it. */
AdrefNode *adref_decide_changes(const AdrefNode *redline, const AdrefChangeDecisions *decisions);

/* The same of one block of a redline that has inlines, without moves. */
AdrefNode *adref_accept_block(const AdrefNode *block);
AdrefNode *adref_reject_block(const AdrefNode *block);

#endif
