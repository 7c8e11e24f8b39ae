#include "review/other_words.h"

#include <string.h>

#include "language/spelling.h"
#include "review/same_words.h"

/* The first phrase that ends behind a place. */
static guint found_behind(const AdrefClauseComparer *self, AdrefTextSide side, guint place)
{
  guint low = 0, high = self->found[side]->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(self->found[side], AdrefPhraseMatch, middle).end <= place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Whether a phrase counts by its meaning, however it is written. */
static gboolean is_value(const AdrefPhraseMatch *found)
{
  return found->class == ADREF_CHANGE_CLASS_NUMBER || found->class == ADREF_CHANGE_CLASS_DATE ||
         found->class == ADREF_CHANGE_CLASS_CONJUNCTION;
}

/* Appends the word without regard to spelling; returns how many tokens it has. */
static guint append_spelling(const AdrefClauseComparer *self, AdrefTextSide side, guint i,
                             guint after, GString *out)
{
  const AdrefPhraseMeaning *meaning;
  const AdrefTextToken *token = adref_clause_comparer_token(self, side, i);
  guint n = token->word ? adref_phrase_scanner_match_role(&self->scanner, i,
                                                          ADREF_PHRASE_ROLE_SPELLING, &meaning)
                        : 0;
  if (n && i + n <= after) {
    adref_text_token_fold(out, meaning->key, strlen(meaning->key));
    return n;
  }
  adref_spelling_append(out, self->text->words[side]->str + token->start,
                        token->end - token->start);
  return 1;
}

/* Returns how many tokens the word has. */
static guint add_word(const AdrefClauseComparer *self, AdrefTextSide side, guint i, guint after,
                      AdrefOtherWords *rest, GString *out)
{
  const AdrefTextToken *token = adref_clause_comparer_token(self, side, i);
  if (token->type == ADREF_TEXT_TOKEN_PUNCTUATION &&
      !(token->word &&
        adref_phrase_scanner_match_role(&self->scanner, i, ADREF_PHRASE_ROLE_PERCENT, NULL)))
    return 1;
  guint length = append_spelling(self, side, i, after, out);
  guint n = token->word
                ? adref_phrase_scanner_match_role(&self->scanner, i, ADREF_PHRASE_ROLE_SMALL, NULL)
                : 0;
  rest->small_until = MAX(rest->small_until, i + n);
  gboolean joins = token->word && adref_phrase_scanner_match_role(
                                      &self->scanner, i, ADREF_PHRASE_ROLE_CONJUNCTION, NULL);
  rest->small = rest->small && (joins || i < rest->small_until);
  rest->conjunctive = rest->conjunctive && joins;
  rest->first = MIN(rest->first, i);
  rest->last = i + length - 1;
  rest->count += length;
  return length;
}

/* Passes over a phrase that begins at or before token i: one that was told says no more, and of a
 * number or date its value. Returns the token to go on with. */
static guint add_phrase(const AdrefPhraseMatch *found, guint i, guint after, AdrefOtherWords *rest,
                        GString *out)
{
  if (!found->reported && !is_value(found))
    return i;
  if (!found->reported) {
    g_string_append_printf(out, "#%s#", found->key);
    rest->first = MIN(rest->first, i);
    rest->last = MIN(found->after, after) - 1;
    rest->count++;
    rest->small = rest->small && found->class == ADREF_CHANGE_CLASS_CONJUNCTION;
    rest->conjunctive = rest->conjunctive && found->class == ADREF_CHANGE_CLASS_CONJUNCTION;
  }
  return MAX(found->after, i + 1);
}

/* Reads the words of one side of a group that no told phrase has, without regard to spelling. */
static AdrefOtherWords read_rest(AdrefClauseComparer *self, const AdrefChangeGroup *group,
                                 AdrefTextSide side)
{
  AdrefOtherWords rest = {.first = G_MAXUINT, .small = TRUE, .conjunctive = TRUE};
  GString *out = self->scratch[side];
  const GArray *all = self->found[side];
  guint i = group->first[side], at = found_behind(self, side, group->start[side]);
  g_string_truncate(out, 0);
  self->scanner.tokens = self->tokens[side];
  self->scanner.text = self->text->words[side]->str;
  while (i < group->after[side]) {
    while (at < all->len && g_array_index(all, AdrefPhraseMatch, at).after <= i)
      at++;
    const AdrefPhraseMatch *found =
        at < all->len ? &g_array_index(all, AdrefPhraseMatch, at) : NULL;
    guint next = i;
    if (found && found->first <= i)
      next = add_phrase(found, i, group->after[side], &rest, out);
    if (next == i)
      next += add_word(self, side, next, group->after[side], &rest, out);
    i = next;
  }
  return rest;
}

static char *quote_rest(const AdrefClauseComparer *self, AdrefTextSide side,
                        const AdrefOtherWords *rest)
{
  if (rest->count == 0)
    return g_strdup("");
  return adref_clause_comparer_quote(self, side,
                                     adref_clause_comparer_token(self, side, rest->first)->start,
                                     adref_clause_comparer_token(self, side, rest->last)->end);
}

static AdrefChangeClass class_of_rest(const AdrefClauseComparer *self, const AdrefOtherWords *old,
                                      const AdrefOtherWords *new)
{
  if (old->conjunctive && new->conjunctive)
    return ADREF_CHANGE_CLASS_CONJUNCTION;
  const char *before = self->scratch[0]->str, *after = self->scratch[1]->str;
  if ((old->count == 1 && new->count == 1 && adref_spelling_negates(before, after)) ||
      adref_spelling_negates_letters(before, after))
    return ADREF_CHANGE_CLASS_NEGATION;
  return ADREF_CHANGE_CLASS_SUBSTANCE;
}

static gboolean is_hiragana(gunichar c)
{
  return c >= 0x3041 && c <= 0x309F;
}

/* What is left of one side without words of no account and without the endings of verbs, which
 * Japanese writes in hiragana. */
static char *stems_of_rest(AdrefClauseComparer *self, AdrefTextSide side,
                           const AdrefOtherWords *rest)
{
  GString *stems = g_string_new(NULL);
  for (guint i = rest->first; rest->count > 0 && i <= rest->last; i++) {
    const AdrefTextToken *token = adref_clause_comparer_token(self, side, i);
    self->scanner.tokens = self->tokens[side];
    const char *word = self->text->words[side]->str + token->start;
    if (is_hiragana(g_utf8_get_char(word)))
      continue;
    gsize length = token->end - token->start;
    gboolean plain =
        !token->word ||
        (!adref_phrase_scanner_match_role(&self->scanner, i, ADREF_PHRASE_ROLE_SMALL, NULL) &&
         !adref_phrase_scanner_match_role(&self->scanner, i, ADREF_PHRASE_ROLE_NEGATION, NULL));
    if (token->type == ADREF_TEXT_TOKEN_PUNCTUATION || !plain)
      continue;
    if (length > 3 && word[length - 1] == 's')
      length -= length > 4 && strncmp(word + length - 3, "ies", 3) != 0 && word[length - 2] == 'e'
                    ? 2
                    : 1;
    else if (length > 3 && word[length - 1] == 'e')
      length--;
    adref_text_token_fold(stems, word, length);
  }
  return g_string_free(stems, FALSE);
}

/* "does not create" and "creates": the negation says it all. */
static gboolean differ_in_form(AdrefClauseComparer *self, const AdrefOtherWords *old,
                               const AdrefOtherWords *new)
{
  enum {
    MOST = 6
  };
  if (old->count > MOST || new->count > MOST)
    return FALSE;
  g_autofree char *before = stems_of_rest(self, ADREF_TEXT_SIDE_OLD, old);
  g_autofree char *after = stems_of_rest(self, ADREF_TEXT_SIDE_NEW, new);
  return strcmp(before, after) == 0;
}

/* A single matter of a short group that came or went is quoted with what stood for it: "without"
 * and "with". */
static void widen_quote(AdrefClauseComparer *self, const AdrefChangeGroup *group,
                        const AdrefOtherWords *old, const AdrefOtherWords *new)
{
  enum {
    MOST = 6
  };
  AdrefPlacedFinding *last =
      &g_array_index(self->reported, AdrefPlacedFinding, self->reported->len - 1);
  AdrefFinding *finding = last->finding;
  gboolean came = !finding->old[0] && old->count > 0, went = !finding->new[0] && new->count > 0;
  if ((!came && !went) || group->after[0] - group->first[0] > MOST ||
      group->after[1] - group->first[1] > MOST)
    return;
  g_free(finding->old);
  g_free(finding->new);
  finding->old =
      adref_clause_comparer_quote(self, ADREF_TEXT_SIDE_OLD, group->start[0], group->end[0]);
  finding->new =
      adref_clause_comparer_quote(self, ADREF_TEXT_SIDE_NEW, group->start[1], group->end[1]);
}

/* "Leaders" and the name that stands there now; "without consent" and "with it": a single matter
 * that came or went, and a few words that stood for it. FALSE when there are none. */
static gboolean complete_finding(const AdrefClauseComparer *self, const AdrefOtherWords *old,
                                 const AdrefOtherWords *new)
{
  enum {
    MOST = 6
  };
  AdrefFinding *finding =
      g_array_index(self->reported, AdrefPlacedFinding, self->reported->len - 1).finding;
  gboolean came = !finding->old[0] && old->count > 0 && new->count == 0;
  gboolean went = !finding->new[0] && new->count > 0 && old->count == 0;
  if ((!came && !went) || old->count + new->count > MOST)
    return FALSE;
  char **words = came ? &finding->old : &finding->new;
  g_free(*words);
  *words = quote_rest(self, came ? ADREF_TEXT_SIDE_OLD : ADREF_TEXT_SIDE_NEW, came ? old : new);
  return TRUE;
}

void adref_other_words_read(AdrefClauseComparer *self, const AdrefChangeGroup *group)
{
  self->other_words[ADREF_TEXT_SIDE_OLD] = read_rest(self, group, ADREF_TEXT_SIDE_OLD);
  self->other_words[ADREF_TEXT_SIDE_NEW] = read_rest(self, group, ADREF_TEXT_SIDE_NEW);
}

gboolean adref_other_words_equal(const AdrefClauseComparer *self)
{
  return strcmp(self->scratch[0]->str, self->scratch[1]->str) == 0;
}

void adref_other_words_report(AdrefClauseComparer *self, AdrefChangeGroup *group, guint reported)
{
  AdrefOtherWords old = self->other_words[ADREF_TEXT_SIDE_OLD],
                  new = self->other_words[ADREF_TEXT_SIDE_NEW];
  if (adref_other_words_equal(self)) {
    if (!reported)
      adref_same_words_report(self, group);
    return;
  }
  AdrefChangeClass class = class_of_rest(self, &old, &new);
  if (reported && ((old.small && new.small) || differ_in_form(self, &old, &new))) {
    if (reported == 1)
      widen_quote(self, group, &old, &new);
    return;
  }
  if (reported == 1 && complete_finding(self, &old, &new))
    return;
  guint place = group->start[1];
  if (new.count > 0)
    place = adref_clause_comparer_token(self, ADREF_TEXT_SIDE_NEW, new.first)->start;
  adref_clause_comparer_report(self, class, group->number, place,
                               quote_rest(self, ADREF_TEXT_SIDE_OLD, &old),
                               quote_rest(self, ADREF_TEXT_SIDE_NEW, &new));
}
