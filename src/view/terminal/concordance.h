/* A statement's text in several languages side by side, clause by clause, and what differs. */
#ifndef ADREF_VIEW_TERMINAL_CONCORDANCE_H
#define ADREF_VIEW_TERMINAL_CONCORDANCE_H

#include "review/languages/language_differences.h"
#include "view/view.h"

enum {
  ADREF_CONCORDANCE_MIN_COLUMN = 24 /* terminal columns of a language; narrower ones stand one below
                                       another */
};

/* What differs between the first language and another one. */
typedef struct {
  guint language;       /* index of the other one */
  const char *type;     /* review/languages/language_differences.h */
  char *first, *second; /* NULL: nothing */
  char *line;           /* both in words */
  gboolean proven;      /* FALSE: it could not be compared */
  AdrefLanguageDifferenceType kind;
  char *clause; /* its id or its number; NULL: neither */
} AdrefConcordanceDifference;

typedef struct {
  const AdrefNode **clauses; /* of each language; NULL: it has none */
  GPtrArray *differences;    /* of AdrefConcordanceDifference */
} AdrefConcordanceRow;

typedef struct {
  const char *title;
  guint count;                  /* languages */
  const char *const *languages; /* the first is the one with which others are compared */
  const AdrefNode *const *documents;
  const AdrefViewOptions *options; /* of each language */
  GPtrArray *rows;                 /* of AdrefConcordanceRow */
  GPtrArray *differences; /* of AdrefConcordanceDifference: of no clause, such as headings */
  guint proven;           /* how many differences are proven */
} AdrefConcordance;

GString *adref_concordance_terminal(const AdrefConcordance *concordance, guint width,
                                    gboolean color);

/* {"languages": [], "rows": [{"clause", "number", "kind", "texts": {"en": "words"}, "differences":
 * [{"language", "type", "first", "second", "proven"}]}], "differences": []} */
GString *adref_concordance_json(const AdrefConcordance *concordance);

/* TMX 1.4: a unit for each row that all languages, or at least two, have; `tool` is the version of
 * the program. Segments are words: brackets as they are written, links as their words. */
GString *adref_concordance_tmx(const AdrefConcordance *concordance, const char *tool);

/* The differences of the rows in words of a page (NULL: English), by the clause (AdrefNode) that
 * stands first in the row: for AdrefParallelTexts. Caller unrefs. */
GHashTable *adref_concordance_notes(const AdrefConcordance *concordance,
                                    const AdrefPageWords *words);

#endif
