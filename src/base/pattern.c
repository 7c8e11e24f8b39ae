#include "base/pattern.h"

#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/error.h"
#include "base/file.h"

enum {
  MAX_PATTERN = 10000, /* bytes */
  MATCH_LIMIT = 1000000,
  DEPTH_LIMIT = 10000,    /* of the interpreter, which runs where JIT cannot */
  HEAP_LIMIT_KIB = 20000, /* likewise */
};

struct AdrefPattern {
  pcre2_code *code;
  pcre2_match_context *context;
  GArray *needs; /* of base/pattern_needs.h */
};

AdrefPattern *adref_pattern_new(const char *pattern, gboolean caseless, GError **error)
{
  gsize length = strlen(pattern);
  if (length > MAX_PATTERN) {
    adref_error(error, ADREF_ERROR_USAGE, "the pattern is longer than %d bytes", MAX_PATTERN);
    return NULL;
  }
  guint32 options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | (caseless ? PCRE2_CASELESS : 0);
  int number;
  PCRE2_SIZE offset;
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, length, options, &number, &offset, NULL);
  if (!code) {
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(number, message, sizeof message);
    guint line, column;
    adref_utf8_locate(pattern, MIN(offset, length), &line, &column);
    adref_error(error, ADREF_ERROR_USAGE, "the pattern \"%s\" is wrong at character %u: %s",
                pattern, column, (const char *)message);
    return NULL;
  }
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  AdrefPattern *self = g_new0(AdrefPattern, 1);
  self->code = code;
  self->context = pcre2_match_context_create(NULL);
  pcre2_set_match_limit(self->context, MATCH_LIMIT);
  pcre2_set_depth_limit(self->context, DEPTH_LIMIT);
  pcre2_set_heap_limit(self->context, HEAP_LIMIT_KIB);
  self->needs = adref_pattern_needs_new(pattern, caseless);
  return self;
}

void adref_pattern_free(AdrefPattern *pattern)
{
  if (!pattern)
    return;
  pcre2_match_context_free(pattern->context);
  pcre2_code_free(pattern->code);
  g_clear_pointer(&pattern->needs, g_array_unref);
  g_free(pattern);
}

gboolean adref_pattern_may_match(const AdrefPattern *pattern, const AdrefTextGrams *grams)
{
  return adref_pattern_needs_met(pattern->needs, grams);
}

static AdrefPatternMatch match(const AdrefPattern *pattern, pcre2_match_data *data,
                               const char *text, gsize length, gsize from)
{
  int count = pcre2_match(pattern->code, (PCRE2_SPTR)text, length, from, PCRE2_NO_UTF_CHECK, data,
                          pattern->context);
  if (count == PCRE2_ERROR_NOMATCH)
    return ADREF_PATTERN_MATCH_NO;
  return count >= 0 ? ADREF_PATTERN_MATCH_YES : ADREF_PATTERN_MATCH_LIMIT;
}

AdrefPatternMatch adref_pattern_find(const AdrefPattern *pattern, const char *text, gsize length,
                                     gsize from, gsize *start, gsize *end)
{
  pcre2_match_data *data = pcre2_match_data_create(1, NULL);
  AdrefPatternMatch result = match(pattern, data, text, length, from);
  const PCRE2_SIZE *at = pcre2_get_ovector_pointer(data);
  if (result == ADREF_PATTERN_MATCH_YES && start)
    *start = at[0];
  if (result == ADREF_PATTERN_MATCH_YES && end)
    *end = at[1];
  pcre2_match_data_free(data);
  return result;
}

AdrefPatternMatch adref_pattern_find_line(const AdrefPattern *pattern, const char *text,
                                          gsize length, gsize from, AdrefPatternLine *found)
{
  pcre2_match_data *data = pcre2_match_data_create(1, NULL);
  const PCRE2_SIZE *at = pcre2_get_ovector_pointer(data);
  AdrefPatternMatch result = ADREF_PATTERN_MATCH_NO;
  while (from < length && result == ADREF_PATTERN_MATCH_NO) {
    const char *end = memchr(text + from, '\n', length - from);
    gsize stop = end ? (gsize)(end - text) : length;
    result = match(pattern, data, text + from, stop - from, 0);
    if (result != ADREF_PATTERN_MATCH_NO)
      *found = (AdrefPatternLine){.line = from, .line_end = stop};
    if (result == ADREF_PATTERN_MATCH_YES) {
      found->start = from + at[0];
      found->end = from + at[1];
    }
    from = stop + 1;
  }
  pcre2_match_data_free(data);
  return result;
}
