/* Regular expressions that always end: PCRE2 with JIT, a match limit and a heap limit on every
 * call.
 */
#ifndef ADREF_BASE_PATTERN_H
#define ADREF_BASE_PATTERN_H

#include <glib.h>

typedef struct AdrefPattern AdrefPattern;

/* Compiles a UTF-8 pattern of at most 10,000 bytes. `\C` is not allowed; an error names the column.
 */
AdrefPattern *adref_pattern_new(const char *pattern, gboolean caseless, GError **error);
void adref_pattern_free(AdrefPattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPattern, adref_pattern_free)

typedef enum {
  ADREF_PATTERN_MATCH_NO,
  ADREF_PATTERN_MATCH_YES,
  ADREF_PATTERN_MATCH_LIMIT, /* gave up: the pattern is too costly for this text */
} AdrefPatternMatch;

/* Looks for the pattern in `text` (valid UTF-8) from byte `from` on. On ADREF_PATTERN_MATCH_YES
 * *start and *end, where not NULL, are the byte offsets of the match. */
AdrefPatternMatch adref_pattern_find(const AdrefPattern *pattern, const char *text, gsize length,
                                     gsize from, gsize *start, gsize *end);

#endif
