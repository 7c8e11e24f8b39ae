/* Regular expressions (PCRE2 with JIT). Every search ends: it has limits on steps, depth and
 * memory.
 */
#ifndef ADREF_BASE_PATTERN_H
#define ADREF_BASE_PATTERN_H

#include <glib.h>

#include "base/pattern_needs.h"

typedef struct AdrefPattern AdrefPattern;

/* Compiles a UTF-8 pattern of at most 10,000 bytes. `\C` is not allowed. An error says at which
 * character the pattern is wrong. */
AdrefPattern *adref_pattern_new(const char *pattern, gboolean caseless, GError **error);
void adref_pattern_free(AdrefPattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPattern, adref_pattern_free)

typedef enum {
  ADREF_PATTERN_MATCH_NO,
  ADREF_PATTERN_MATCH_YES,
  ADREF_PATTERN_MATCH_LIMIT, /* a limit was exceeded: it is not known whether there is a match */
} AdrefPatternMatch;

/* Searches for the pattern in `text` (valid UTF-8), beginning at byte `from`. On
 * ADREF_PATTERN_MATCH_YES *start and *end, if not NULL, are the byte offsets of the match. */
AdrefPatternMatch adref_pattern_find(const AdrefPattern *pattern, const char *text, gsize length,
                                     gsize from, gsize *start, gsize *end);

/* FALSE: the pattern matches nowhere in the text with these grams. It takes a hundredth of the time
 * of a search, so it is for those who look for many patterns in one text. */
gboolean adref_pattern_may_match(const AdrefPattern *pattern, const AdrefTextGrams *grams);

/* A line of a text, without its end, and the first match in it: byte offsets. */
typedef struct {
  gsize line, line_end;
  gsize start, end;
} AdrefPatternLine;

/* Searches the lines of `text` one after another, from byte `from` on, which begins a line: to the
 * pattern each line is a text of its own, so no match goes on in the next one. On
 * ADREF_PATTERN_MATCH_YES, and on ADREF_PATTERN_MATCH_LIMIT with its line alone, *found is set. */
AdrefPatternMatch adref_pattern_find_line(const AdrefPattern *pattern, const char *text,
                                          gsize length, gsize from, AdrefPatternLine *found);

#endif
