#include "review/change/clause_phrases.h"

#include <string.h>

#include "language/language_tag.h"
#include "review/quote.h"

enum {
  CONTEXT = 64, /* bytes before and behind a changed run that a phrase of it may reach */
};

void adref_clause_phrases_init(AdrefClausePhrases *self, AdrefPhraseScanner *scanner)
{
  *self = (AdrefClausePhrases){.scanner = scanner};
  for (guint side = 0; side < 2; side++) {
    self->tokens[side] = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
    self->matches[side] = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  }
}

void adref_clause_phrases_clear(AdrefClausePhrases *self)
{
  for (guint side = 0; side < 2; side++) {
    g_array_unref(self->tokens[side]);
    g_array_unref(self->matches[side]);
  }
}

/* Questions */

AdrefTokenReader adref_clause_phrases_reader(const AdrefClausePhrases *self, AdrefTextSide side)
{
  return (AdrefTokenReader){self->scanner->phrases, self->text->words[side]->str,
                            self->tokens[side]};
}

const AdrefTextToken *adref_clause_phrases_token(const AdrefClausePhrases *self, AdrefTextSide side,
                                                 guint i)
{
  return &g_array_index(self->tokens[side], AdrefTextToken, i);
}

const AdrefPhraseMatch *adref_clause_phrases_match(const AdrefClausePhrases *self,
                                                   AdrefTextSide side, guint i)
{
  return &g_array_index(self->matches[side], AdrefPhraseMatch, i);
}

guint adref_clause_phrases_token_behind(const AdrefClausePhrases *self, AdrefTextSide side,
                                        guint place)
{
  guint low = 0, high = self->tokens[side]->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (adref_clause_phrases_token(self, side, middle)->end <= place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

guint adref_clause_phrases_match_behind(const AdrefClausePhrases *self, AdrefTextSide side,
                                        guint place)
{
  guint low = 0, high = self->matches[side]->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (adref_clause_phrases_match(self, side, middle)->end <= place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

gboolean adref_clause_phrases_follows(const AdrefClausePhrases *self, AdrefTextSide side,
                                      const AdrefPhraseMatch *match, const AdrefPhraseMatch *before)
{
  return before->after == match->first &&
         !memchr(self->text->words[side]->str + before->end, '\n', match->start - before->end);
}

char *adref_clause_phrases_quote(const AdrefClausePhrases *self, AdrefTextSide side, guint start,
                                 guint end)
{
  return adref_quote(self->text->words[side]->str + start, end - start);
}

/* Scanning */

static gboolean is_space(char c)
{
  return c == ' ' || c == '\n';
}

static gboolean continues(const GString *words, guint at)
{
  return at < words->len && ((guchar)words->str[at] & 0xC0) == 0x80;
}

/* Whether the limit of a window cuts a long row of letters, as a text without spaces is. */
static gboolean is_cut_in_letters(const GString *words, guint at)
{
  return at > 0 && at < words->len && (guchar)words->str[at] >= 0x80 &&
         (guchar)words->str[at - 1] >= 0x80;
}

/* Where a phrase that reaches to `from` may begin: before the words that may be in a phrase. */
static guint window_start(const AdrefPhraseTrie *phrases, const GString *words, guint from)
{
  guint limit = from > CONTEXT ? from - CONTEXT : 0, at = from;
  while (at > limit && !is_space(words->str[at - 1]))
    at--;
  while (at > limit && words->str[at - 1] == ' ') {
    guint start = at - 1;
    while (start > limit && !is_space(words->str[start - 1]))
      start--;
    if (is_cut_in_letters(words, start)) {
      at = start;
      break;
    }
    if ((start > 0 && !is_space(words->str[start - 1])) ||
        !adref_phrase_trie_may_contain(phrases, words->str + start, at - 1 - start))
      break;
    at = start;
  }
  while (continues(words, at))
    at--;
  return at;
}

/* Where a phrase that begins before `from` may end. */
static guint window_end(const AdrefPhraseTrie *phrases, const GString *words, guint from)
{
  guint limit = MIN(from + CONTEXT, (guint)words->len), at = from;
  while (at < limit && !is_space(words->str[at]))
    at++;
  while (at < limit && words->str[at] == ' ') {
    guint end = at + 1;
    while (end < limit && !is_space(words->str[end]))
      end++;
    if (!adref_phrase_trie_may_contain(phrases, words->str + at + 1, end - at - 1))
      break;
    at = end;
  }
  while (continues(words, at))
    at++;
  return at;
}

/* No phrase goes on in the next line: a newline ends a block, and stands between alternatives. */
static void scan_lines(AdrefClausePhrases *self, AdrefTextSide side, guint start, guint end)
{
  const char *words = self->text->words[side]->str;
  while (start < end) {
    const char *newline = memchr(words + start, '\n', end - start);
    guint stop = newline ? (guint)(newline - words) : end;
    adref_phrase_scanner_scan(self->scanner, words, start, stop, self->tokens[side],
                              self->matches[side]);
    start = newline ? stop + 1 : end;
  }
}

/* Windows around neighbouring runs that meet are one. */
static void scan_around_runs(AdrefClausePhrases *self, AdrefTextSide side)
{
  const GString *words = self->text->words[side];
  const GArray *runs = self->text->runs;
  guint start = 0, end = 0; /* of the window that is open */
  for (guint i = 0; i < runs->len; i++) {
    const AdrefChangeRun *run = &g_array_index(runs, AdrefChangeRun, i);
    guint next = window_start(self->scanner->phrases, words, run->start[side]);
    guint next_end = window_end(self->scanner->phrases, words, run->end[side]);
    if (i > 0 && next > end)
      scan_lines(self, side, start, end);
    if (i == 0 || next > end)
      start = next;
    end = MAX(end, next_end);
  }
  if (runs->len > 0)
    scan_lines(self, side, start, end);
}

/* Cross references by id */

static gboolean is_figure(const AdrefPhraseMatch *found)
{
  return found->class == ADREF_CHANGE_CLASS_NUMBER || found->class == ADREF_CHANGE_CLASS_REFERENCE;
}

/* Sets *phrase to the words of a link; FALSE when they have no tokens. */
static gboolean link_phrase(const AdrefClausePhrases *self, AdrefTextSide side,
                            const AdrefWordRange *range, AdrefPhraseMatch *phrase)
{
  guint first = adref_clause_phrases_token_behind(self, side, range->start),
        after = adref_clause_phrases_token_behind(self, side, range->end);
  if (after < self->tokens[side]->len &&
      adref_clause_phrases_token(self, side, after)->start < range->end)
    after++;
  *phrase = (AdrefPhraseMatch){.start = range->start,
                               .end = range->end,
                               .first = first,
                               .after = after,
                               .class = ADREF_CHANGE_CLASS_REFERENCE,
                               .key = range->node->as.link.url};
  return after > first && adref_clause_phrases_token(self, side, first)->start < range->end;
}

/* Copies the phrases before a link, then the link as one phrase or those of its phrases that are no
 * numbers. */
static void apply_link(const AdrefClausePhrases *self, AdrefTextSide side,
                       const AdrefWordRange *range, GArray *out, guint *at)
{
  const GArray *all = self->matches[side];
  for (; *at < all->len && g_array_index(all, AdrefPhraseMatch, *at).end <= range->start; (*at)++)
    g_array_append_val(out, g_array_index(all, AdrefPhraseMatch, *at));
  AdrefPhraseMatch phrase;
  gboolean whole = range->node->mark == ADREF_DELETED || range->node->mark == ADREF_INSERTED;
  whole = whole && link_phrase(self, side, range, &phrase);
  if (whole)
    g_array_append_val(out, phrase);
  for (; *at < all->len && g_array_index(all, AdrefPhraseMatch, *at).start < range->end; (*at)++)
    if (!whole && !is_figure(&g_array_index(all, AdrefPhraseMatch, *at)))
      g_array_append_val(out, g_array_index(all, AdrefPhraseMatch, *at));
}

static void apply_links(AdrefClausePhrases *self, AdrefTextSide side)
{
  const GArray *links = self->text->links[side];
  if (links->len == 0)
    return;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  guint at = 0;
  for (guint i = 0; i < links->len; i++) {
    const AdrefWordRange *range = &g_array_index(links, AdrefWordRange, i);
    if (range->end > range->start)
      apply_link(self, side, range, out, &at);
  }
  for (; at < self->matches[side]->len; at++)
    g_array_append_val(out, g_array_index(self->matches[side], AdrefPhraseMatch, at));
  g_array_unref(self->matches[side]);
  self->matches[side] = out;
}

/* Whether a name was only guessed where each word may have a capital: in a heading, in German, or
 * among words in capitals. */
static gboolean is_bad_guess(const AdrefClausePhrases *self, AdrefTextSide side,
                             const AdrefPhraseMatch *match, guint *heading)
{
  const GArray *headings = self->text->headings[side];
  if (!match->guessed)
    return FALSE;
  while (*heading < headings->len &&
         g_array_index(headings, AdrefWordRange, *heading).end <= match->start)
    (*heading)++;
  return adref_language_tag_matches(adref_phrase_trie_language(self->scanner->phrases), "de") ||
         (*heading < headings->len &&
          g_array_index(headings, AdrefWordRange, *heading).start <= match->start);
}

/* Whether a phrase stands in an address that is words, which is no name and no number. */
static gboolean is_in_address(const char *words, const AdrefPhraseMatch *match)
{
  const char *start = words + match->start;
  while (start > words && !is_space(start[-1]))
    start--;
  const char *sign = g_strstr_len(start, match->start - (start - words), "://");
  return sign || g_str_has_prefix(start, "www.") || g_str_has_prefix(start, "(www.");
}

static void drop_bad_guesses(AdrefClausePhrases *self, AdrefTextSide side)
{
  GArray *matches = self->matches[side];
  const char *words = self->text->words[side]->str;
  gboolean addresses = matches->len > 0 && (strstr(words, "://") || strstr(words, "www."));
  guint kept = 0, heading = 0;
  for (guint i = 0; i < matches->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(matches, AdrefPhraseMatch, i);
    if (!is_bad_guess(self, side, match, &heading) && !(addresses && is_in_address(words, match)))
      g_array_index(matches, AdrefPhraseMatch, kept++) = *match;
  }
  g_array_set_size(matches, kept);
}

void adref_clause_phrases_scan(AdrefClausePhrases *self, const AdrefNode *clause,
                               const AdrefClauseText *text)
{
  self->clause = clause;
  self->text = text;
  adref_phrase_scanner_clear_keys(self->scanner);
  for (AdrefTextSide side = ADREF_TEXT_SIDE_OLD; side <= ADREF_TEXT_SIDE_NEW; side++) {
    g_array_set_size(self->tokens[side], 0);
    g_array_set_size(self->matches[side], 0);
    scan_around_runs(self, side);
    apply_links(self, side);
    drop_bad_guesses(self, side);
  }
}
