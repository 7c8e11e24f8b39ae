/* Marks: two texts in one tree.
 *
 * A redline is the statement tree with marks on it, so that every output shows it. Each node says
 * in which text it stands (AdrefChangeMark in clause/node.h). Taking away what is DELETED gives
 * exactly the new text, taking away what is INSERTED exactly the old one. The rules:
 *
 * - What is below a DELETED or INSERTED node stands in the same text; its nodes carry that mark
 * too. Deletion stands before insertion, always.
 * - UNWRAPPED and WRAPPED: only the node itself went or came, its words stayed. Emphasis put around
 *   a word is a WRAPPED EMPH with a KEPT TEXT; a bracket resolved is an UNWRAPPED BRACKET in which
 *   one ALTERNATIVE is UNWRAPPED and the others are DELETED. Taking such a node away leaves what is
 *   below it in its place.
 * - An attribute that changed (level of a heading, address of a link, positions of an alternative,
 *   start of a list) is a WRAPPED node as it is now, whose only child is the UNWRAPPED node of the
 *   same type as it was.
 * - A block (PARAGRAPH, ITEM, CLAUSE, ...) that begins in the middle of what was one before is
 *   WRAPPED and follows the rest of it: taking it away joins what it holds to the sibling before
 *   it. One that was joined to the sibling before it is UNWRAPPED. A space that stands between the
 *   two only where they are one is marked itself, as DELETED or INSERTED words: not every script
 *   has it.
 * - A clause that moved stands at its new place, KEPT, with the marks of its words. A copy of its
 *   facts without blocks stands at its old place, DELETED, and each knows the other. Taking away
 *   what is INSERTED puts the old words back at the old place.
 * - Numbers of clauses are never marked, nor are they in the words of cross references, where the
 * redline has those of the new text; a clause whose number changed keeps the old one in its change.
 * - The marker of a clause is not words: what it said before is in the clause's change. */
#ifndef ADREF_CLAUSE_CHANGE_H
#define ADREF_CLAUSE_CHANGE_H

#include <glib.h>

#include "clause/node.h"

/* What happened to a clause. Each clause of a redline has one, or none when nothing happened. */
typedef enum {
  ADREF_CHANGE_NONE,      /* nothing in the words: another number, id or template */
  ADREF_CHANGE_ADDED,     /* the clause is INSERTED; or KEPT, and had only a number (freeze.h) */
  ADREF_CHANGE_DELETED,   /* the clause is DELETED; or KEPT, and left only its number */
  ADREF_CHANGE_MODIFIED,  /* words changed */
  ADREF_CHANGE_EDITORIAL, /* only spelling of the same words: case, punctuation, emphasis, layout */
  ADREF_CHANGE_MOVED,     /* stands elsewhere now; its words may have changed: `modified` */
  ADREF_CHANGE_MOVED_FROM, /* the empty DELETED clause at the old place of one that moved */
  ADREF_CHANGE_SPLIT,      /* the clause is WRAPPED: it was the end of the clause before it */
  ADREF_CHANGE_JOINED,     /* the clause is UNWRAPPED: it is the end of the clause before it now */
} AdrefChangeType;

/* What matters in a change, most serious first; the order in which a summary lists it. */
typedef enum {
  ADREF_CHANGE_CLASS_HIDDEN,      /* invisible characters, look-alike letters, direction controls */
  ADREF_CHANGE_CLASS_AGREED,      /* a paragraph that was agreed ad ref was touched */
  ADREF_CHANGE_CLASS_STRENGTH,    /* shall, should, may, decide, encourage */
  ADREF_CHANGE_CLASS_NEGATION,    /* not, no, without */
  ADREF_CHANGE_CLASS_NUMBER,      /* numbers and amounts */
  ADREF_CHANGE_CLASS_DATE,        /* dates and deadlines */
  ADREF_CHANGE_CLASS_NAME,        /* names and parties */
  ADREF_CHANGE_CLASS_CONJUNCTION, /* and, or */
  ADREF_CHANGE_CLASS_BRACKET,     /* brackets opened, closed, positions changed */
  ADREF_CHANGE_CLASS_REFERENCE,   /* a cross reference that points elsewhere now */
  ADREF_CHANGE_CLASS_SUBSTANCE,   /* other words */
  ADREF_CHANGE_CLASS_EDITORIAL,   /* nothing that a reader would call another meaning */
} AdrefChangeClass;

enum {
  ADREF_CHANGE_CLASSES = ADREF_CHANGE_CLASS_EDITORIAL + 1
};

/* Where a matter went. A commitment, of STRENGTH, when both wordings stand in one ranking; and what
 * happened to a bracket when it was one thing. */
typedef enum {
  ADREF_SHIFT_NONE, /* not known, or neither weaker nor stronger, or several of these */
  ADREF_SHIFT_WEAKER,
  ADREF_SHIFT_STRONGER,
  ADREF_SHIFT_OPENED,
  ADREF_SHIFT_RESOLVED, /* one of its wordings stands there without it */
  ADREF_SHIFT_ALTERNATIVE_ADDED,
  ADREF_SHIFT_ALTERNATIVE_DROPPED,
  ADREF_SHIFT_POSITION_ADDED, /* more parties stand in it */
  ADREF_SHIFT_POSITION_DROPPED,
} AdrefShift;

typedef struct {
  AdrefChangeClass class;
  AdrefShift shift;
  char *old, *new; /* the words in question, "shall" and "should"; "" where there are none */
} AdrefFinding;

struct AdrefChange {
  AdrefChangeType type;
  gboolean modified; /* of a MOVED clause: its words changed too */
  AdrefNode *other;  /* of MOVED: its LEFT; of LEFT: its MOVED; else NULL. In the same document */
  char *number;      /* the number in the old text; NULL: had none */
  char *id;          /* the id in the old text where it differs, or NULL */
  AdrefClauseKind kind; /* the kind in the old text */
  AdrefNode *marker; /* a CLAUSE without blocks: the facts in the old text (kind, id, frozen, from,
                        alt), where any of them differs; else NULL */
  guint deleted, inserted; /* words marked in it, as clause/words.h counts */
  GPtrArray *findings;     /* of AdrefFinding, in the order of the words; NULL until classified */
};

AdrefChange *adref_change_new(AdrefChangeType type);
void adref_change_free(AdrefChange *change);
void adref_finding_free(AdrefFinding *finding);

/* "added", "deleted", "modified", "editorial", "moved", ...: as in JSON and summaries. */
const char *adref_change_word(AdrefChangeType type);

/* "strength", "number", ...: as in JSON and --only. */
const char *adref_change_class_word(AdrefChangeClass class);

/* "weakened", "strengthened", "alternative added" ...; NULL for NONE. */
const char *adref_shift_word(AdrefShift shift);

/* Whether the node is a list that only begins with another number now, or what it was: a change of
 * numbers, not of words. How the only item of a list is spaced is of no account either. */
gboolean adref_change_is_renumbering(const AdrefNode *node);

/* The new or the old text of a redline as a tree of its own, without marks: its canonical form is
 * that of the text which the redline was made of. The caller frees it. */
AdrefNode *adref_accept_changes(const AdrefNode *redline);
AdrefNode *adref_reject_changes(const AdrefNode *redline);

#endif
