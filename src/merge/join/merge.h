/* One base and several texts that were made from it, joined into one text.
 *
 * Clauses are matched as the redline does, then blocks, then words in the places of the base. What
 * sides changed at different places is taken; what they changed at one place differently becomes a
 * bracket with an alternative for each of them. Phrases that must stand whole
 * (merge/join/merge_words.h) are never put together from two sides. A party has one position in a
 * bracket: of two sides of one party the later counts (by `time`; where none is known both stand),
 * the bracket has the words of the base beside it, and the report names the other. With `compile`
 * nothing is taken: each change stands in a bracket with its party. The laws are in README.md. */
#ifndef ADREF_MERGE_JOIN_MERGE_H
#define ADREF_MERGE_JOIN_MERGE_H

#include "clause/node.h"

typedef struct {
  const AdrefNode *document;
  const char *party;   /* its code; NULL: unknown, its alternatives have no positions */
  const char *name;    /* how the report names it: "JPN", "theirs" */
  GHashTable *parties; /* id of a clause -> the code of the party whose change it is in this clause;
                          else `party`. NULL: none */
  gint64 time;         /* when it was written, in seconds since 1970; 0: not known */
  gboolean is_part;    /* it says nothing about paragraphs that it does not have */
  gboolean is_sent;    /* a file that the party sent: compiled, one with at most a third of the
                          paragraphs of a text is a part, and takes out no other paragraph */
} AdrefMergeSide;

typedef struct {
  const char *language; /* NULL: "en" */
  GHashTable *parties;  /* as in AdrefMarkdownReadOptions; may be NULL */
  gboolean compile;
} AdrefMergeOptions;

typedef enum {
  ADREF_MERGE_TAKEN,       /* a clause was changed, and the change was taken */
  ADREF_MERGE_ADDED,       /* a new clause was taken */
  ADREF_MERGE_DELETED,     /* a clause was taken out */
  ADREF_MERGE_MOVED,       /* a clause moved */
  ADREF_MERGE_BRACKETED,   /* a bracket was made */
  ADREF_MERGE_MOVED_TWICE, /* sides moved a clause to different places */
  ADREF_MERGE_REOPENED,    /* a bracket that one side resolved is a bracket again */
  ADREF_MERGE_SUPERSEDED,  /* two sides of one party have other words: the later ones count */
  ADREF_MERGE_AGREEMENT,   /* an agreement mark was taken off, since words changed */
  ADREF_MERGE_UNPLACED,    /* not words: markers, levels, facts; the base's stand */
  ADREF_MERGE_PART,        /* a side has only a part of the text: the rest stays */
} AdrefMergeEventType;

typedef struct {
  AdrefMergeEventType type;
  char *clause;     /* its id, or its first words in quotation marks; "" for the whole text */
  GPtrArray *sides; /* of const char *: the names of those who did it */
  char *detail;     /* more about it, or NULL */
} AdrefMergeEvent;

typedef struct {
  GPtrArray *events;    /* of AdrefMergeEvent */
  guint brackets;       /* how many were made */
  GHashTable *nameless; /* the set of sides (GUINT_TO_POINTER) whose words stand in brackets without
                           a party, for it is not known */
} AdrefMergeReport;

AdrefMergeReport *adref_merge_report_new(void);
void adref_merge_report_free(AdrefMergeReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefMergeReport, adref_merge_report_free)

/* "merged silently", "deleted" ...: the heading of a type of events in a report. */
const char *adref_merge_event_word(AdrefMergeEventType type);

/* Whether nothing is left for a person to decide. */
gboolean adref_merge_report_is_clean(const AdrefMergeReport *report);

/* The joined text, a document of copies; write it in canonical form and read it again before it is
 * used otherwise. The order of the sides decides nothing but the order within brackets. Events are
 * added to `report`. The caller frees the result. */
AdrefNode *adref_merge(const AdrefNode *base, const AdrefMergeSide *sides, guint count,
                       const AdrefMergeOptions *options, AdrefMergeReport *report);

/* Whether a node is a note that a compilation puts at one of the ends of a move. */
gboolean adref_merge_is_move_note(const AdrefNode *node);

#endif
