#include "review/check/style_search.h"

#include <string.h>

#include "base/error.h"
#include "language/language_tag.h"
#include "review/check/style_rule.h"

/* --- blocks --- */

/* Words that a rule found. */
typedef struct {
  const AdrefCheckBlock *block;
  gsize start, end;
  const AdrefStyleSwap *swap; /* what they should be; NULL: the rule says nothing of it */
} StylePlace;

/* A rule while it looks at a text. */
typedef struct {
  AdrefStyleRule *rule;
  const AdrefCheckText *text;
  const guint *scopes;         /* by block: scope_of() */
  const AdrefCheckBlock *last; /* of the scope; NULL: there is none, or nobody asks */
  GArray *places;              /* of StylePlace: what it found */
  gboolean took_too_long;
} StyleCheck;

static gboolean is_in_footnote(const AdrefCheckBlock *block)
{
  for (const AdrefNode *node = block->node; node && node != block->clause; node = node->parent)
    if (node->type == ADREF_FOOTNOTE_TEXT)
      return TRUE;
  return FALSE;
}

enum {
  IN_ITEM = ADREF_STYLE_CELLS << 1
};

/* The bit of a rule's scope in which a block is, and IN_ITEM; 0: it has no words. The words of a
 * footnote are of no kind: they begin and end as they like. */
static guint scope_of(const AdrefCheckBlock *block)
{
  AdrefClauseKind kind = is_in_footnote(block) ? ADREF_PLAIN : block->clause->as.clause->kind;
  guint bit = block->node->type == ADREF_TABLE_CELL ? (guint)ADREF_STYLE_CELLS
              : block->node->type == ADREF_HEADING  ? 1U << ADREF_TITLE
                                                    : 1U << kind;
  guint item = block->node->parent->type == ADREF_ITEM ? IN_ITEM : 0;
  return block->words->len > 0 ? bit | item : 0;
}

/* Whether a block of the text is one that the rule looks at. */
static gboolean is_in_scope(const StyleCheck *self, guint index)
{
  guint scope = self->scopes[index];
  return (self->rule->scope & scope) != 0 && !(self->rule->no_lists && scope & IN_ITEM);
}

static gboolean is_language(const AdrefStyleRule *rule, const char *language)
{
  if (!rule->languages)
    return adref_language_tag_matches(language, "en");
  for (char **tag = rule->languages; *tag; tag++)
    if (strcmp(*tag, "any") == 0 || adref_language_tag_matches(language, *tag))
      return TRUE;
  return FALSE;
}

/* Whether a block of the scope stands where the rule looks. */
static gboolean is_in_position(const StyleCheck *self, const AdrefCheckBlock *block)
{
  switch (self->rule->position) {
  case ADREF_STYLE_EVERYWHERE: return TRUE;
  case ADREF_STYLE_LAST: return block == self->last;
  case ADREF_STYLE_NOT_LAST: return block->clause != self->last->clause;
  }
  g_return_val_if_reached(TRUE);
}

/* The next match that is not empty, from *end on. A pattern that takes too long breaks the rule. */
static gboolean next_match_in(StyleCheck *self, const AdrefPattern *pattern,
                              const AdrefCheckBlock *block, const GString *words, gsize *start,
                              gsize *end)
{
  if (self->rule->is_broken || !adref_pattern_may_match(pattern, &block->grams))
    return FALSE;
  AdrefPatternMatch match = adref_pattern_find(pattern, words->str, words->len, *end, start, end);
  if (match == ADREF_PATTERN_MATCH_LIMIT)
    self->rule->is_broken = self->took_too_long = TRUE;
  return match == ADREF_PATTERN_MATCH_YES && *end > *start;
}

/* The same in the words of which the rule is. */
static gboolean next_match(StyleCheck *self, const AdrefPattern *pattern,
                           const AdrefCheckBlock *block, gsize *start, gsize *end)
{
  return next_match_in(self, pattern, block, self->rule->others ? block->words : block->own, start,
                       end);
}

static void note(StyleCheck *self, const AdrefCheckBlock *block, gsize start, gsize end,
                 const AdrefStyleSwap *swap)
{
  StylePlace place = {block, start, end, swap};
  g_array_append_val(self->places, place);
}

static void check_existence(StyleCheck *self, const AdrefCheckBlock *block)
{
  gsize start = 0, end = 0;
  while (next_match(self, self->rule->patterns[0], block, &start, &end))
    note(self, block, start, end, NULL);
}

static void check_occurrence(StyleCheck *self, const AdrefCheckBlock *block)
{
  gsize start = 0, end = 0;
  guint count = 0;
  while (next_match(self, self->rule->patterns[0], block, &start, &end))
    if (++count == self->rule->most + 1)
      note(self, block, start, end, NULL);
}

static void check_substitution(StyleCheck *self, const AdrefCheckBlock *block)
{
  for (guint i = 0; i < self->rule->swaps->len; i++) {
    const AdrefStyleSwap *swap = self->rule->swaps->pdata[i];
    gsize start = 0, end = 0;
    while (next_match(self, swap->pattern, block, &start, &end))
      note(self, block, start, end, swap);
  }
}

/* Whether words have letters in that case. */
static gboolean has_case(const char *words, const char *letters)
{
  gboolean first = TRUE, upper = FALSE, lower = FALSE, begins = FALSE;
  for (const char *at = words; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (first && g_unichar_isalpha(c))
      begins = g_unichar_isupper(c);
    first = first && !g_unichar_isalpha(c);
    upper = upper || (g_unichar_isupper(c) && !(at == words));
    lower = lower || g_unichar_islower(c);
  }
  if (strcmp(letters, "upper") == 0)
    return !lower;
  if (strcmp(letters, "lower") == 0)
    return !upper && !begins;
  return strcmp(letters, "sentence") == 0 ? begins && !upper : begins;
}

static void check_capitalization(StyleCheck *self, const AdrefCheckBlock *block)
{
  gsize start = 0, end = 0;
  while (next_match(self, self->rule->patterns[0], block, &start, &end)) {
    g_autofree char *found = g_strndup(block->words->str + start, end - start);
    if (!has_case(found, self->rule->letters))
      note(self, block, start, end, NULL);
  }
}

/* --- rules over several blocks --- */

static const AdrefCheckBlock *block_at(const StyleCheck *self, guint index)
{
  return self->text->blocks->pdata[index];
}

static void check_repetition(StyleCheck *self)
{
  g_autofree char *before = NULL;
  for (guint i = 0; i < self->text->blocks->len; i++) {
    const AdrefCheckBlock *block = block_at(self, i);
    gsize start = 0, end = 0;
    if (!is_in_scope(self, i))
      continue;
    gboolean found = next_match(self, self->rule->patterns[0], block, &start, &end);
    g_autofree char *match = found ? g_strndup(block->own->str + start, end - start) : NULL;
    if (match && g_strcmp0(match, before) == 0)
      note(self, block, start, end, NULL);
    g_free(before);
    before = g_steal_pointer(&match);
  }
}

/* Where a pattern stands in the text (of StylePlace). Caller unrefs. */
static GArray *places_of(StyleCheck *self, const AdrefPattern *pattern)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(StylePlace));
  for (guint i = 0; i < self->text->blocks->len; i++) {
    StylePlace place = {.block = block_at(self, i)};
    while (is_in_scope(self, i) && next_match(self, pattern, place.block, &place.start, &place.end))
      g_array_append_val(places, place);
  }
  return places;
}

static gboolean stands(StyleCheck *self, const AdrefPattern *pattern)
{
  for (guint i = 0; i < self->text->blocks->len; i++) {
    const AdrefCheckBlock *block = block_at(self, i);
    gsize start = 0, end = 0;
    if (is_in_scope(self, i) && next_match(self, pattern, block, &start, &end))
      return TRUE;
  }
  return FALSE;
}

/* The form that stands less often is the odd one; most texts have one form alone. */
static void check_consistency(StyleCheck *self)
{
  AdrefPattern *const *patterns = self->rule->patterns;
  if (!stands(self, patterns[0]) || !stands(self, patterns[1]))
    return;
  g_autoptr(GArray) first = places_of(self, patterns[0]), second = places_of(self, patterns[1]);
  const GArray *odd = first->len < second->len ? first : second;
  g_array_append_vals(self->places, odd->data, odd->len);
}

static void check_conditional(StyleCheck *self)
{
  if (stands(self, self->rule->patterns[1]))
    return;
  for (guint i = 0; i < self->text->blocks->len; i++) {
    const AdrefCheckBlock *block = block_at(self, i);
    gsize start = 0, end = 0;
    if (is_in_scope(self, i) && next_match(self, self->rule->patterns[0], block, &start, &end)) {
      note(self, block, start, end, NULL);
      return;
    }
  }
}

static void each_block(StyleCheck *self,
                       void (*check)(StyleCheck *self, const AdrefCheckBlock *block))
{
  for (guint i = 0; i < self->text->blocks->len; i++)
    if (is_in_scope(self, i) && is_in_position(self, block_at(self, i)))
      check(self, block_at(self, i));
}

/* The last block that the rule may look at; NULL: there is none. */
static const AdrefCheckBlock *last_in_scope(const StyleCheck *self)
{
  for (guint i = self->text->blocks->len; i > 0; i--)
    if (is_in_scope(self, i - 1))
      return block_at(self, i - 1);
  return NULL;
}

/* Whether the text is one for which the rule is. */
static gboolean is_for_text(StyleCheck *self)
{
  for (guint i = 0; self->rule->where && i < self->text->blocks->len; i++) {
    const AdrefCheckBlock *block = block_at(self, i);
    gsize start = 0, end = 0;
    if (next_match_in(self, self->rule->where, block, block->own, &start, &end))
      return TRUE;
  }
  return !self->rule->where;
}

/* Finds all places of a rule. */
static void find_places(StyleCheck *self)
{
  if (self->rule->is_broken || !is_language(self->rule, self->text->source.language) ||
      !is_for_text(self))
    return;
  if (self->rule->position != ADREF_STYLE_EVERYWHERE)
    self->last = last_in_scope(self);
  switch (self->rule->shape) {
  case ADREF_STYLE_EXISTENCE: each_block(self, check_existence); return;
  case ADREF_STYLE_SUBSTITUTION: each_block(self, check_substitution); return;
  case ADREF_STYLE_OCCURRENCE: each_block(self, check_occurrence); return;
  case ADREF_STYLE_CAPITALIZATION: each_block(self, check_capitalization); return;
  case ADREF_STYLE_REPETITION: check_repetition(self); return;
  case ADREF_STYLE_CONSISTENCY: check_consistency(self); return;
  case ADREF_STYLE_CONDITIONAL: check_conditional(self); return;
  }
}

/* --- findings --- */

/* The replacement, with a capital where the words have one. Caller frees. */
static char *replacement_for(const AdrefStyleSwap *swap, const char *found)
{
  gunichar first = g_utf8_get_char(swap->replacement);
  if (!g_unichar_isupper(g_utf8_get_char(found)) || !g_unichar_islower(first))
    return g_strdup(swap->replacement);
  GString *words = g_string_new(NULL);
  g_string_append_unichar(words, g_unichar_toupper(first));
  g_string_append(words, g_utf8_next_char(swap->replacement));
  return g_string_free(words, FALSE);
}

static void report(const AdrefStyleRule *rule, AdrefCheckText *text, const StylePlace *place)
{
  const char *words = place->block->words->str + place->start;
  g_autofree char *found = g_strndup(words, place->end - place->start);
  g_strdelimit(found, "\x1a\x1d", ' ');
  const char *at = strstr(rule->message, "%s");
  gsize before = at ? (gsize)(at - rule->message) : strlen(rule->message);
  AdrefCheckFinding *finding =
      adref_check_add_rule(text, &rule->rule, place->block, place->start, "%.*s%s%s", (int)before,
                           rule->message, at ? found : "", at ? at + 2 : "");
  if (place->swap)
    finding->suggestion = replacement_for(place->swap, words);
  if (place->swap && rule->rule.fixes)
    adref_check_fix(text, finding, place->block, place->start, place->end - place->start,
                    finding->suggestion);
}

/* Adds the findings, and that the rule took too long; frees what was found. */
static void end_check(StyleCheck *self, AdrefCheckText *text, GPtrArray *problems)
{
  for (guint i = 0; i < self->places->len; i++)
    report(self->rule, text, &g_array_index(self->places, StylePlace, i));
  if (self->took_too_long) {
    g_autoptr(GError) cause = NULL;
    adref_error_at(&cause, ADREF_ERROR_INPUT, self->rule->place,
                   "%s: the pattern takes too many steps, and the rule is left out",
                   self->rule->rule.id);
    g_ptr_array_add(problems, g_strdup(cause->message));
  }
  g_array_unref(self->places);
}

struct AdrefStyleSearch {
  guint *scopes;
  guint count;
  StyleCheck checks[]; /* by rule */
};

AdrefStyleSearch *adref_style_search_new(const GPtrArray *rules, const AdrefCheckText *text)
{
  AdrefStyleSearch *self = g_malloc(sizeof *self + rules->len * sizeof *self->checks);
  self->count = rules->len;
  self->scopes = g_new(guint, text->blocks->len + 1);
  for (guint i = 0; i < text->blocks->len; i++)
    self->scopes[i] = scope_of(text->blocks->pdata[i]);
  for (guint i = 0; i < rules->len; i++) {
    self->checks[i] = (StyleCheck){.rule = rules->pdata[i],
                                   .text = text,
                                   .scopes = self->scopes,
                                   .places = g_array_new(FALSE, FALSE, sizeof(StylePlace))};
    find_places(&self->checks[i]);
  }
  return self;
}

void adref_style_search_report(AdrefStyleSearch *self, AdrefCheckText *text, GPtrArray *problems)
{
  for (guint i = 0; i < self->count; i++)
    end_check(&self->checks[i], text, problems);
  g_free(self->scopes);
  g_free(self);
}
