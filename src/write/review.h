/* A redline for its readers: the summary above, then the clauses that changed, the others folded to
 * a line that counts them. For the words themselves see write/driver.h; nothing here is computed
 * anew by an output. */
#ifndef ADREF_WRITE_REVIEW_H
#define ADREF_WRITE_REVIEW_H

#include "write/summary.h"
#include "write/write.h"

typedef struct {
  const AdrefWriting *how;
  AdrefOnly only;
  gboolean full;         /* show what did not change, too */
  gboolean side_by_side; /* the old text on the left, the new one on the right */
  const char *old, *new; /* what the two texts are called */
} AdrefReview;

/* Filled to `width` columns (0: one line per paragraph), as in write/terminal.h. */
GString *adref_review_terminal(const AdrefNode *redline, const AdrefReview *review, guint width,
                               gboolean color);

/* A page as in write/html.h, with the summary above. Keys n and p go from change to change, s puts
 * the two texts side by side where they are inline; all else works without the script. */
GString *adref_review_html(const AdrefNode *redline, const AdrefReview *review);

/* JSON (jansson). The form is stable; unknown members are to be ignored by readers. All clauses of
 * both texts stand in it, also those that `only` leaves out of the summary:
 *
 *   {"old": "rev1", "new": "work", "title": "", "language": "en",
 *    "differs": true,                                         anything, markers and numbers
 * included "counts": {"added": 1, "deleted": 0, "modified": 2, "moved": 1, "split": 0, "joined": 0,
 *               "editorial": 0, "renumbered": 3, "unchanged": 12},
 *    "words": {"deleted": 4, "inserted": 6},
 *    "brackets": {"old": 4, "new": 5},                        open ones, placeholders left out
 *    "summary": [{"class": "strength", "title": "Strength of commitment",
 *                 "entries": [{"clause": 3, "matters": [MATTER]}]}],
 *    "clauses": [{"change": "modified",                       "none", "added", "deleted",
 * "modified", "editorial", "moved", "left", "split", "joined" "what": "modified: 1 word deleted, 2
 * inserted", "modified": true,                           whether words of it changed "kind": "op",
 * "id": "", "number": "4",      as they are now; as they were, of one that is gone "old": {"kind":
 * "op", "id": "", "number": "3"},       of one that stands in both "other": 7, moved, left: the
 * place in "clauses" of the other end, from 0 "deleted": 1, "inserted": 2,                words
 *                 "matters": [MATTER],
 *                 "blocks": [{"type": "paragraph", "mark": "kept", "level": 2,     heading: its
 * level "runs": [{"mark": "kept" | "deleted" | "inserted", "text": ""}]}]}]}
 *
 *   MATTER is {"class": "strength", "old": "shall", "new": "should", "shift": "weakened"}; "shift"
 *   only where it is known; of a bracket "opened", "resolved", "alternative added" and
 * so on. A member without a value is left out. Blocks are paragraphs, headings, code, rules, notes
 * and so on, whatever list or quote they stand in; the mark of a block that was split off is
 * "wrapped", of one that was joined "unwrapped". Runs hold the words with brackets, slashes and
 * positions. */
GString *adref_review_json(const AdrefNode *redline, const AdrefReview *review);

/* One line for each clause that changed, and the totals. */
GString *adref_review_stat(const AdrefNode *redline, const AdrefReview *review, guint width,
                           gboolean color);

/* Clauses in a row that are not shown. */
typedef struct {
  guint unchanged;
  guint other; /* changed, but left out by `only` */
  guint renumbered;
  guint inside;               /* only numbers of items in them changed */
  const AdrefNode *from, *to; /* the first and the last that are renumbered */
  const AdrefNode *heading;   /* the last heading among them, or NULL */
} AdrefFold;

void adref_fold_add(AdrefFold *fold, const AdrefNode *clause);

/* Counts the clauses from `clause` on that are not shown, and returns the first that is, or NULL.
 */
const AdrefNode *adref_fold(const AdrefNode *clause, const AdrefReview *review, AdrefFold *fold);

/* "12 paragraphs unchanged; 5 to 9 were 4 to 8". Caller frees. */
char *adref_fold_words(const AdrefFold *fold);

enum {
  ADREF_REVIEW_PAIRS = 4, /* matters of one entry that the summary shows */
};

/* What an entry of the summary says when it has no matters: from where the clause moved, how many
 * of its words changed, or its first words. Caller frees. */
char *adref_review_entry_words(const AdrefSummaryGroup *group, const AdrefSummaryEntry *entry);

/* "brackets open: 3, now 2; words: 12 deleted, 40 inserted". Caller frees. */
char *adref_review_totals(const AdrefNode *redline);

#endif
