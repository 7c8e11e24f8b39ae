/* A redline for its readers: the summary at the top, then the clauses that changed. Each run of
 * unchanged clauses is folded to one line that counts them. See view/renderer.h for the words
 * themselves. Outputs compute nothing of this themselves. */
#ifndef ADREF_VIEW_REVIEW_H
#define ADREF_VIEW_REVIEW_H

#include "review/fact_changes.h"
#include "view/summary.h"
#include "view/view.h"

typedef struct {
  const AdrefViewOptions *options;
  AdrefSummaryFilter only;
  gboolean full;                       /* show unchanged clauses too, where they are folded */
  gboolean changed_only;               /* fold them on paper, too */
  gboolean side_by_side;               /* the old text on the left, the new one on the right */
  const char *old, *new;               /* names of the two texts */
  const char *old_origin, *new_origin; /* "f9bc0b18, 2023-12-17, Ai Sato, rev1"; NULL: no version */
  const GPtrArray *facts; /* of AdrefFactChange: what `only` shows of them; NULL or empty: none */
  const char *facts_problem; /* why the facts are not compared; NULL: they are, or there are none */
} AdrefReviewOptions;

/* Wrapped to `width` columns (0: one line per paragraph), as in view/terminal/terminal.h. */
GString *adref_terminal_review_write(const AdrefNode *redline, const AdrefReviewOptions *review,
                                     guint width, gboolean color);

/* A page as in view/html/html.h, with the summary at the top. Keys n and p go to the next and the
 * previous change, s shows the two texts side by side where they are inline. Without the script
 * everything else works. */
GString *adref_html_review_write(const AdrefNode *redline, const AdrefReviewOptions *review);

/* clang-format off */
/* JSON (jansson). The form is stable; readers must ignore unknown members. A member without
 * a value is left out.
 *
 *   old, new          names of the versions: "rev1", "work"
 *   title, language
 *   not_judged        classes of changes for which the language has no words: "strength, date"
 *   facts             of two versions of a statement, the facts that changed, the most serious
 *                     first, and of two texts what changed in their front matter: a list of
 *                     objects with
 *     key               "signing.who", "place.ja", "parties.yaml:THA.long.en", "front-matter.date"
 *     words             the same in words: "who must sign"
 *     old, new          the values; a fact that was not stated has no old one, one that is not
 *                       stated any more has no new one
 *   facts_problem     why the facts were not compared
 *   differs           true also when only a fact, a marker or a number differs
 *   counts            added, deleted, modified, moved, split, joined, editorial, renumbered and
 *                     unchanged paragraphs
 *   words             deleted, inserted
 *   brackets          old, new: open ones, placeholders left out
 *   summary           a list with an object for each class of findings:
 *     class, title      "strength", "Strength of commitment"
 *     entries           each with clause, its index in `clauses` from 0, and matters
 *   clauses           all of both texts, also those that `only` does not select:
 *     change            none, added, deleted, modified, editorial, moved, left, split or joined
 *     what              the same in words: "modified: 1 word deleted, 2 inserted"
 *     modified          whether words of it changed
 *     kind, id, number  in the new text; of a deleted clause in the old text
 *     old               kind, id, number in the old text, of a clause in both
 *     other             of a moved clause: the index in `clauses` of its other place
 *     deleted, inserted words
 *     matters           the findings, each with class, old and new words ("shall", "should"), and
 *                       shift when it is known: "weakened"; of a bracket "opened", ...
 *     blocks            paragraphs, headings, code, rules, notes and so on, also inside lists and
 *                       quotes, each with type, mark, the level of a heading, and runs:
 *                       mark (kept, deleted, inserted) and text, the words with brackets, slashes
 *                       and positions; and `layout`, which is no text: a list of mark and text,
 *                       "*", "(list)", "(was a list item)", "(moved)". The mark of a block that was split off is "wrapped", of one
 *                       that was joined "unwrapped". */
/* clang-format on */
GString *adref_json_review_write(const AdrefNode *redline, const AdrefReviewOptions *review);

/* One line for each clause that changed, and the totals. */
GString *adref_terminal_review_stat(const AdrefNode *redline, const AdrefReviewOptions *review,
                                    guint width, gboolean color);

/* A run of clauses that are not shown. */
typedef struct {
  guint unchanged; /* paragraphs */
  guint headings;  /* unchanged headings */
  guint other;     /* changed, but not selected by `only` */
  guint renumbered;
  guint inside;               /* only the numbers of items in them changed */
  const AdrefNode *from, *to; /* the first and the last renumbered one */
  const AdrefNode *heading;   /* the last heading among them, or NULL */
} AdrefReviewFold;

void adref_review_fold_add(AdrefReviewFold *fold, const AdrefNode *clause);

/* Counts the clauses from `clause` on that are not shown, and returns the first shown one, or
 * NULL. */
const AdrefNode *adref_review_fold(const AdrefNode *clause, const AdrefReviewOptions *review,
                                   AdrefReviewFold *fold);

gboolean adref_review_fold_is_empty(const AdrefReviewFold *fold);

/* "12 paragraphs unchanged; 5 to 9 were 4 to 8", "2 headings unchanged". Caller frees. */
char *adref_review_fold_words(const AdrefReviewFold *fold, const AdrefPageWords *words);

/* Whether that is in the language of the page. */
gboolean adref_review_fold_is_own(const AdrefPageWords *words);

enum {
  ADREF_REVIEW_MAX_FINDINGS = 4, /* findings of one entry that the summary shows */
};

/* The words of a summary entry without findings: where the clause moved from, how many of its words
 * changed, or its first words. Caller frees. */
char *adref_review_entry_words(const AdrefSummaryGroup *group, const AdrefSummaryEntry *entry,
                               const AdrefPageWords *words);

/* "brackets open: 3, now 2; words: 12 deleted, 40 inserted". Caller frees. */
char *adref_review_totals(const AdrefNode *redline, const AdrefPageWords *words);

/* "weakened": in the language of the page where *is_own is set. */
const char *adref_review_shift(AdrefShift shift, const AdrefPageWords *words, gboolean *is_own);

/* "Redline: a1 -> a2", with the classes of changes that are not judged in the language of the text,
 * where there are any. Caller frees. */
char *adref_review_title(const AdrefReviewOptions *review, const AdrefPageWords *words);

/* "New: rev1 (f9bc0b18, 2023-12-17, Ai Sato, rev1)"; NULL: from no version. Caller frees. */
char *adref_review_origin(const AdrefReviewOptions *review, gboolean old,
                          const AdrefPageWords *words);

#endif
