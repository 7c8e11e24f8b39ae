#include "review/change/reference_check.h"

#include <string.h>

#include "base/byte_scan.h"
#include "language/paragraph_reference.h"
#include "review/change/finding_list.h"
#include "review/quote.h"

typedef struct {
  AdrefReferenceTargets *targets;
  AdrefPhraseScanner *scanner;
  const AdrefNode *clause;
  GArray *tokens; /* scratch */
  GPtrArray *findings;
} ReferenceChecker;

static void add_finding(const ReferenceChecker *self, char *old, char *new)
{
  g_ptr_array_add(self->findings, adref_finding_new(ADREF_CHANGE_CLASS_REFERENCE, old, new));
}

static void check_reference(const ReferenceChecker *self, const AdrefNode *text,
                            const AdrefPhraseMatch *found)
{
  if (!adref_reference_targets_moved(self->targets, self->clause, found->key))
    return;
  const char *words = text->text + found->start;
  gsize length = found->end - found->start;
  add_finding(self,
              adref_reference_targets_quote(self->targets, self->clause, words, length, found->key,
                                            ADREF_TEXT_SIDE_OLD),
              adref_reference_targets_quote(self->targets, self->clause, words, length, found->key,
                                            ADREF_TEXT_SIDE_NEW));
}

static void check_link(const ReferenceChecker *self, const AdrefNode *link)
{
  if (!adref_reference_targets_is_broken(self->targets, self->clause, link))
    return;
  add_finding(
      self,
      adref_reference_targets_quote_link(self->targets, self->clause, link, ADREF_TEXT_SIDE_OLD),
      adref_reference_targets_quote_link(self->targets, self->clause, link, ADREF_TEXT_SIDE_NEW));
}

/* Looks for a reference around a digit; returns the place to continue at. */
static gsize check_digit(const ReferenceChecker *self, const AdrefNode *text, gsize at)
{
  enum {
    BEFORE = 40,
    BEHIND = 80
  };
  gsize start = at > BEFORE ? at - BEFORE : 0, end = MIN(at + BEHIND, text->length);
  while (start > 0 && ((guchar)text->text[start] & 0xC0) == 0x80)
    start--;
  while (start > 0 && start < at && g_ascii_isalnum(text->text[start]))
    start++;
  while (end < text->length && ((guchar)text->text[end] & 0xC0) == 0x80)
    end++;
  g_array_set_size(self->tokens, 0);
  adref_phrase_trie_tokenize(self->scanner->phrases, text->text, start, end, self->tokens);
  AdrefTokenReader reader = {self->scanner->phrases, text->text, self->tokens};
  for (guint i = 0; i < self->tokens->len; i++) {
    AdrefPhraseMatch found = {0};
    guint n = adref_paragraph_reference_read(&reader, i, self->scanner->keys, &found);
    if (n) {
      found.start = adref_token_reader_token(&reader, i)->start;
      found.end = adref_token_reader_token(&reader, i + n - 1)->end;
      if (found.start <= at && found.end > at) {
        check_reference(self, text, &found);
        return found.end;
      }
    }
  }
  return at + 1;
}

static gsize figure_end(const char *text, gsize at)
{
  while (g_ascii_isdigit(text[at]))
    at++;
  return at;
}

static void check_text(const ReferenceChecker *self, const AdrefNode *text)
{
  static const guint8 digits[256] = {['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1,
                                     ['5'] = 1, ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1};
  gsize at = adref_byte_scan_until(digits, text->text, text->length);
  while (at < text->length) {
    gsize next = check_digit(self, text, at);
    at = figure_end(text->text, next);
    at += adref_byte_scan_until(digits, text->text + at, text->length - at);
  }
}

void adref_reference_check(AdrefReferenceTargets *targets, AdrefPhraseScanner *scanner,
                           const AdrefNode *clause, GPtrArray *findings)
{
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  ReferenceChecker checker = {targets, scanner, clause, tokens, findings};
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering)
      continue;
    if (adref_node_is_cross_reference(node)) {
      check_link(&checker, node);
      adref_walk_skip(&walk);
    } else if (node->type == ADREF_TEXT && node->mark == ADREF_KEPT) {
      check_text(&checker, node);
    }
  }
}
