#include "review/search/text_search.h"

#include <string.h>

#include "base/error.h"
#include "base/pattern.h"
#include "clause/markdown/markdown_read.h"
#include "review/search/folded_words.h"
#include "review/search/passage_table.h"

enum {
  QUOTED = 40 /* characters of a line in an error */
};

struct AdrefTextSearch {
  AdrefPattern *pattern;
  gboolean words;
  GHashTable *parties;
};

static void hit_free(gpointer data)
{
  AdrefTextHit *hit = data;
  g_free(hit->words);
  g_array_unref(hit->matches);
  g_free(hit);
}

AdrefTextSearch *adref_text_search_new(const char *pattern, gboolean caseless, gboolean words,
                                       GHashTable *parties, GError **error)
{
  if (!*pattern) {
    adref_error(error, ADREF_ERROR_USAGE,
                "the pattern is empty, and stands everywhere; allowed is a word or a pattern");
    return NULL;
  }
  g_autoptr(AdrefPattern) typed = adref_pattern_new(pattern, caseless || words, error);
  g_autofree char *folded = typed && words ? adref_folded_words_pattern(pattern) : NULL;
  AdrefPattern *used = folded ? adref_pattern_new(folded, TRUE, error) : g_steal_pointer(&typed);
  if (!used)
    return NULL;
  AdrefTextSearch *self = g_new0(AdrefTextSearch, 1);
  self->pattern = used;
  self->words = words;
  self->parties = parties;
  return self;
}

void adref_text_search_free(AdrefTextSearch *self)
{
  if (!self)
    return;
  adref_pattern_free(self->pattern);
  g_free(self);
}

static gboolean fail_steps(const char *name, const char *words, gsize length, GError **error)
{
  g_autofree char *line = g_strndup(words, length);
  g_autofree char *begin = g_utf8_substring(line, 0, MIN(g_utf8_strlen(line, -1), QUOTED));
  adref_error(error, ADREF_ERROR_USAGE,
              "%s: the pattern takes too many steps at \"%s%s\"; write it without repetitions "
              "inside repetitions",
              name, begin, strlen(begin) < length ? "..." : "");
  return FALSE;
}

static AdrefTextHit *new_hit(guint line, const char *words, gsize length)
{
  AdrefTextHit *hit = g_new0(AdrefTextHit, 1);
  hit->line = line;
  hit->words = g_strndup(words, length);
  hit->matches = g_array_new(FALSE, FALSE, sizeof(AdrefTextMatch));
  return hit;
}

/* All matches in a line, from the first one on. FALSE: too many steps. */
static gboolean find_all(const AdrefPattern *pattern, const char *line, gsize length,
                         AdrefTextMatch match, GArray *matches)
{
  AdrefPatternMatch found = ADREF_PATTERN_MATCH_YES;
  while (found == ADREF_PATTERN_MATCH_YES && matches->len < ADREF_TEXT_SEARCH_MAX_MATCHES) {
    if (match.end > match.start)
      g_array_append_val(matches, match);
    gsize from = match.end;
    if (match.end <= match.start && from < length)
      from += (gsize)(g_utf8_next_char(line + from) - (line + from));
    else if (match.end <= match.start)
      return TRUE;
    found = adref_pattern_find(pattern, line, length, from, &match.start, &match.end);
  }
  return found != ADREF_PATTERN_MATCH_LIMIT;
}

/* --- by lines --- */

static guint count_lines(const char *text, gsize from, gsize to)
{
  guint count = 0;
  for (const char *at = text + from; (at = memchr(at, '\n', (gsize)(text + to - at))); at++)
    count++;
  return count;
}

static gboolean search_lines(const AdrefTextSearch *self, const char *name, const char *text,
                             gsize length, GPtrArray *hits, GError **error)
{
  AdrefPatternLine at;
  AdrefPatternMatch found;
  guint line = 1;
  gsize counted = 0, id_length;
  const char *id;
  for (gsize from = 0; (found = adref_pattern_find_line(self->pattern, text, length, from, &at)) !=
                       ADREF_PATTERN_MATCH_NO;
       from = at.line_end + 1) {
    gsize size = at.line_end - at.line;
    line += count_lines(text, counted, at.line);
    counted = at.line;
    if (found == ADREF_PATTERN_MATCH_LIMIT)
      return fail_steps(name, text + at.line, size, error);
    if (adref_passage_is_marker(text + at.line, size, &id, &id_length))
      continue;
    AdrefTextHit *hit = new_hit(line, text + at.line, size);
    g_ptr_array_add(hits, hit);
    AdrefTextMatch first = {at.start - at.line, at.end - at.line};
    if (!find_all(self->pattern, hit->words, size, first, hit->matches))
      return fail_steps(name, hit->words, size, error);
  }
  return TRUE;
}

/* --- by words --- */

/* The words of a block, where each bracket has its alternative number `choice`, or its last one.
 * *most becomes the largest number of alternatives. */
static char *read_through(const AdrefNode *block, guint choice, guint *most)
{
  GString *words = g_string_new(NULL);
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    if (node->type == ADREF_TEXT || node->type == ADREF_CODE)
      g_string_append_len(words, node->text, (gssize)node->length);
    else if (node->type == ADREF_LINE_BREAK)
      g_string_append_c(words, ' ');
    else if (node->type == ADREF_NOTE || node->type == ADREF_COMMENT)
      adref_walk_skip(&walk);
    if (node->type != ADREF_ALTERNATIVE)
      continue;
    guint count = adref_node_count_children(node->parent), index = 0;
    for (const AdrefNode *other = node->prev; other; other = other->prev)
      index++;
    *most = MAX(*most, count);
    if (index != MIN(choice, count - 1))
      adref_walk_skip(&walk);
  }
  return g_string_free(words, FALSE);
}

static gsize offset_at(const GArray *offsets, gsize byte, gsize length)
{
  return byte < offsets->len ? g_array_index(offsets, guint32, byte) : length;
}

/* FALSE: too many steps. */
static gboolean search_words(const AdrefTextSearch *self, guint line, const char *words,
                             GPtrArray *hits)
{
  gsize length = strlen(words);
  AdrefTextMatch first;
  g_autoptr(GString) folded = g_string_new(NULL);
  g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(guint32));
  adref_folded_words_append(folded, offsets, words, length);
  AdrefPatternMatch found =
      adref_pattern_find(self->pattern, folded->str, folded->len, 0, &first.start, &first.end);
  if (found != ADREF_PATTERN_MATCH_YES)
    return found == ADREF_PATTERN_MATCH_NO;
  AdrefTextHit *hit = new_hit(line, words, length);
  g_ptr_array_add(hits, hit);
  gboolean done = find_all(self->pattern, folded->str, folded->len, first, hit->matches);
  for (guint i = 0; i < hit->matches->len; i++) {
    AdrefTextMatch *match = &g_array_index(hit->matches, AdrefTextMatch, i);
    match->start = offset_at(offsets, match->start, length);
    match->end = offset_at(offsets, match->end, length);
  }
  return done;
}

/* One hit at most: the first way through its brackets that matches. */
static gboolean search_block(const AdrefTextSearch *self, const AdrefNode *block, GPtrArray *hits)
{
  guint most = 1, before = hits->len;
  gboolean done = TRUE;
  for (guint choice = 0;
       done && choice < MIN(most, ADREF_TEXT_SEARCH_MAX_ALTERNATIVES) && hits->len == before;
       choice++) {
    g_autofree char *words = read_through(block, choice, &most);
    done = search_words(self, adref_node_placed(block)->line, words, hits);
  }
  return done;
}

static gboolean search_blocks(const AdrefTextSearch *self, const char *name, const char *text,
                              gsize length, GPtrArray *hits, GError **error)
{
  AdrefMarkdownReadOptions options = {.name = name, .parties = self->parties, .is_part = TRUE};
  g_autoptr(AdrefNode) document = adref_markdown_read(text, length, &options, NULL, error);
  if (!document)
    return FALSE;
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || !adref_node_holds_inlines(walk.node))
      continue;
    if (!search_block(self, walk.node, hits)) {
      g_autofree char *words = adref_node_words(walk.node);
      return fail_steps(name, words, strlen(words), error);
    }
    adref_walk_skip(&walk);
  }
  return TRUE;
}

GPtrArray *adref_text_search_run(const AdrefTextSearch *self, const char *name, const char *text,
                                 gsize length, GError **error)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func(hit_free);
  gboolean done = self->words ? search_blocks(self, name, text, length, hits, error)
                              : search_lines(self, name, text, length, hits, error);
  return done ? g_steal_pointer(&hits) : NULL;
}
