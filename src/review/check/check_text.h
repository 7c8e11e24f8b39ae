/* A text that is checked: its blocks as plain words, with the place of each in the source, and the
 * findings. */
#ifndef ADREF_REVIEW_CHECK_CHECK_TEXT_H
#define ADREF_REVIEW_CHECK_CHECK_TEXT_H

#include <glib.h>

#include "base/pattern.h"
#include "clause/node.h"
#include "review/check/check_rule.h"

typedef struct {
  const AdrefCheckRule *rule; /* built in, or that of the rules of the style */
  AdrefCheckSeverity severity;
  char *file;
  guint line, column; /* columns in characters; 0: unknown */
  char *language;     /* of the text; NULL: of no text */
  char *id;           /* of the clause; NULL: it has none */
  char *part;         /* "op 12 (private-sector)"; NULL: of no clause */
  guint order;        /* of the clause in its text, from 1 */
  char *message;
  char *suggestion;         /* NULL: none */
  char *reason;             /* why it is ignored; NULL: it is not */
  gsize fix_start, fix_end; /* of a finding that --fix can mend: bytes of the source, and what */
  char *fix;                /* takes their place; NULL: it cannot */
} AdrefCheckFinding;

/* A list of AdrefCheckFinding that frees them. */
GPtrArray *adref_check_findings_new(void);

/* A paragraph, heading or cell. In `words` each border of a bracket, alternative, footnote mark and
 * image is a byte ADREF_CHECK_BORDER. `own` has the same length: there quotations, code, addresses
 * and titles in italics are bytes ADREF_CHECK_OTHERS; they are words of other texts. */
typedef struct {
  const AdrefNode *clause, *node;
  guint order; /* of the clause in the document, from 1 */
  GString *words, *own;
  AdrefTextGrams grams; /* of the words; what stands in `own` stands there, too */
  GArray *pieces;       /* private: which TEXT each part of the words is */
} AdrefCheckBlock;

enum {
  ADREF_CHECK_BORDER = 0x1D,
  ADREF_CHECK_OTHERS = 0x1A,
};

/* What is known of the text. It outlives the AdrefCheckText, and may leave out all but the first
 * three. */
typedef struct {
  const char *name, *language;
  const AdrefNode *document;
  const char *source; /* from which the document was read */
  gsize length;
  const GPtrArray *problems; /* of AdrefProblem, those of the reader */
  GHashTable *parties;       /* as in AdrefMarkdownReadOptions */
} AdrefCheckSource;

/* A place of the source; the next one on its line is counted from there, so that the findings of a
 * long line take time in proportion to it. Line 0: none yet. */
typedef struct {
  guint line, column;
  gsize offset;
} AdrefCheckColumn;

/* The same for a byte of the words of a node, and of the source. */
typedef struct {
  const AdrefNode *node;
  gsize at, from;
} AdrefCheckStep;

typedef struct {
  AdrefCheckSource source;
  GPtrArray *blocks;                       /* of AdrefCheckBlock, in the order of the text */
  GPtrArray *findings;                     /* of AdrefCheckFinding */
  GHashTable *orders;                      /* private: clause -> order */
  GArray *lines;                           /* private: offsets of the lines of the source */
  AdrefCheckColumn last_start, last_place; /* private: the last piece and finding */
  AdrefCheckStep steps[2];                 /* private: the last one first */
} AdrefCheckText;

/* Findings are appended to `findings`, which outlives the text. */
AdrefCheckText *adref_check_text_new(const AdrefCheckSource *source, GPtrArray *findings);
void adref_check_text_free(AdrefCheckText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefCheckText, adref_check_text_free)

/* Adds a finding in the words of a block from the byte `at` on. The result may be changed (its
 * `suggestion`, which it frees). */
AdrefCheckFinding *adref_check_add(AdrefCheckText *text, const char *rule,
                                   const AdrefCheckBlock *block, gsize at, const char *format, ...)
    G_GNUC_PRINTF(5, 6);

/* The same for a rule that is not built in, which outlives the findings. */
AdrefCheckFinding *adref_check_add_rule(AdrefCheckText *text, const AdrefCheckRule *rule,
                                        const AdrefCheckBlock *block, gsize at, const char *format,
                                        ...) G_GNUC_PRINTF(5, 6);

/* Adds a finding at a place of the source; the clause (NULL: the last one that begins there or
 * before) is named. */
AdrefCheckFinding *adref_check_add_at(AdrefCheckText *text, const char *rule,
                                      const AdrefNode *clause, guint line, guint column,
                                      const char *format, ...) G_GNUC_PRINTF(6, 7);

/* The line of the byte `at` of the words of a block; that of the block where it has no place. */
guint adref_check_block_line(AdrefCheckText *text, const AdrefCheckBlock *block, gsize at);

/* Notes that `fix` can take the place of the words of a block from the byte `at` on. Does nothing
 * where the words are written otherwise in the source, as with an escape. */
void adref_check_fix(AdrefCheckText *text, AdrefCheckFinding *finding, const AdrefCheckBlock *block,
                     gsize at, gsize length, const char *fix);

/* The next place of a pattern in the own words of a block, from `from` on; FALSE: there is none.
 * `start` and `end` may be NULL. */
gboolean adref_check_find(const AdrefCheckBlock *block, const AdrefPattern *pattern, gsize from,
                          gsize *start, gsize *end);

/* The same in all words of the block. */
gboolean adref_check_find_in_all(const AdrefCheckBlock *block, const AdrefPattern *pattern,
                                 gsize from, gsize *start, gsize *end);

/* The TEXT, CODE or HTML that holds the byte `at` of the words; NULL: a border does. */
const AdrefNode *adref_check_block_node(const AdrefCheckBlock *block, gsize at);

/* The offset in the source of a line and column. */
gsize adref_check_text_offset(AdrefCheckText *text, guint line, guint column);

/* Whether the primary language is one of those written in Latin letters. */
gboolean adref_check_is_latin(const char *language);

/* Sorts by file, place and rule. */
void adref_check_findings_sort(GPtrArray *findings);

#endif
