/* What "adref new --from --json" says. */
#ifndef ADREF_VIEW_JSON_JSON_NEXT_H
#define ADREF_VIEW_JSON_JSON_NEXT_H

#include <glib.h>

/* Words that may hold only for last year. */
typedef struct {
  const char *language, *clause, *kind, *words;
} AdrefJsonDatedWords;

/* {"statement": "", "from": "", "missing": ["date"], "review": [{"language", "clause": "" | null,
 * "kind": "date" | "year" | "ordinal" | "place", "words"}]}; `missing` of const char *, `dated` of
 * AdrefJsonDatedWords. */
GString *adref_json_next_write(const char *statement, const char *from, const GPtrArray *missing,
                               const GArray *dated);

#endif
