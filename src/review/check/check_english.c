#include "review/check/check_english.h"

#include <string.h>

#include "language/language_tag.h"
#include "review/check/english_agreement.h"

enum {
  MAX_CORRELATED = 8 /* words between "both" and "and" */
};

/* --- spelling and slips --- */

/* How many tokens, from `index` on, are the words of a slip; 0: they are not. */
static guint slip_length(const AdrefEnglishCheck *self, guint index, const char *slip)
{
  guint count = 0;
  while (*slip) {
    gsize length = strcspn(slip, " ");
    const AdrefEnglishToken *token = adref_english_token_at(self, index + count);
    gboolean same = token && (count == 0 || token->joined) && token->length == length &&
                    strncmp(token->small, slip, length) == 0;
    if (!same)
      return 0;
    count++;
    slip += length + strspn(slip + length, " ");
  }
  return count;
}

static gboolean is_excused(const AdrefEnglishToken *next, const char *unless)
{
  if (!next || !unless)
    return FALSE;
  g_auto(GStrv) words = g_strsplit(unless, " ", -1);
  return g_strv_contains((const char *const *)words, next->small);
}

/* Whether the word behind a slip is one before which it is none that is right. */
static gboolean is_shown(const AdrefEnglishToken *next, AdrefEnglishSlipPlace place)
{
  static const char *const articles[] = {"the", "a",   "an",   "our",   "its", "their",
                                         "his", "her", "this", "these", NULL};
  switch (place) {
  case ADREF_ENGLISH_ANYWHERE: return TRUE;
  case ADREF_ENGLISH_BEFORE_WORD: return next != NULL;
  case ADREF_ENGLISH_BEFORE_ARTICLE: return next && g_strv_contains(articles, next->small);
  case ADREF_ENGLISH_BEFORE_VERB:
    return next && next->roles & ADREF_ENGLISH_BASE && !(next->roles & ADREF_ENGLISH_SINGULAR);
  }
  return FALSE;
}

static void check_slips(AdrefEnglishCheck *self, guint index)
{
  const GArray *slips = adref_english_token_at(self, index)->word->slips;
  for (guint i = 0; slips && i < slips->len; i++) {
    const AdrefEnglishSlip *slip = &g_array_index(slips, AdrefEnglishSlip, i);
    guint count = slip_length(self, index, slip->wrong);
    const AdrefEnglishToken *last =
        count > 0 ? adref_english_token_at(self, index + count - 1) : NULL;
    gboolean goes_on = last && self->block->own->str[last->at + last->length] == '-';
    const AdrefEnglishToken *next =
        last ? adref_english_token_behind(self, index + count - 1) : NULL;
    if (count == 0 || goes_on || is_excused(next, slip->unless) || !is_shown(next, slip->place))
      continue;
    adref_english_report(self, "integrity/wrong-word", index, index + count - 1, NULL, slip->right);
    return;
  }
}

/* --- both ... and, either ... or --- */

/* Whether a word stands among the next ones of the sentence. */
static gboolean comes_soon(const AdrefEnglishCheck *self, guint index, const char *word,
                           guint count)
{
  for (guint i = index + 1; i <= index + count; i++) {
    const AdrefEnglishToken *token = adref_english_token_at(self, i);
    if (!token || !token->joined || adref_english_token_is(token, word))
      return token && token->joined;
  }
  return FALSE;
}

static void check_correlation(AdrefEnglishCheck *self, guint index)
{
  static const char *const pairs[][3] = {
      {"both", "and", "or"}, {"either", "or", "nor"}, {"neither", "nor", "or"}};
  const AdrefEnglishToken *token = adref_english_token_at(self, index);
  guint kind = 0;
  while (kind < G_N_ELEMENTS(pairs) && !adref_english_token_is(token, pairs[kind][0]))
    kind++;
  const AdrefEnglishToken *next =
      kind < G_N_ELEMENTS(pairs) ? adref_english_token_behind(self, index) : NULL;
  if (!next || adref_english_token_is(next, "of") ||
      (kind == 0 && next->roles & ADREF_ENGLISH_PLURAL))
    return;
  for (guint i = index + 1; i <= index + MAX_CORRELATED; i++) {
    const AdrefEnglishToken *between = adref_english_token_at(self, i);
    if (!between || !between->joined || adref_english_token_is(between, pairs[kind][1]))
      return;
    if (!adref_english_token_is(between, pairs[kind][2]))
      continue;
    if (kind == 1 || !comes_soon(self, i, pairs[kind][1], kind == 0 ? 4 : 2 * MAX_CORRELATED))
      adref_english_report(self, "integrity/wrong-word", index, i, NULL, pairs[kind][1]);
    return;
  }
}

/* --- British and American --- */

/* The words that the check of spelling reported: the text has both spellings of them. */
static GHashTable *reported_words(const GPtrArray *findings)
{
  GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < findings->len; i++) {
    const AdrefCheckFinding *finding = findings->pdata[i];
    const char *end = strchr(finding->message + 1, '"');
    if (strcmp(finding->rule->id, "integrity/mixed-spelling") == 0 && end)
      g_hash_table_add(words, g_ascii_strdown(finding->message + 1, end - finding->message - 1));
  }
  return words;
}

/* Each word of the blocks `spelled` once. */
static void report_spelling(AdrefEnglishCheck *self, const GPtrArray *spelled, guint role)
{
  g_autoptr(GHashTable) reported = reported_words(self->text->findings);
  const char *why = role == ADREF_ENGLISH_AMERICAN
                        ? "American, and other words of the text are British"
                        : "British, and other words of the text are American";
  for (guint i = 0; i < spelled->len; i++) {
    self->block = spelled->pdata[i];
    adref_english_read_block(self);
    for (guint j = 0; j < self->tokens->len; j++) {
      const AdrefEnglishToken *token = adref_english_token_at(self, j);
      if (token->roles & role && !token->capital &&
          g_hash_table_add(reported, g_strdup(token->small)))
        adref_english_report(self, "integrity/mixed-spelling", j, j, why, NULL);
    }
  }
}

/* --- a text --- */

/* "both nation's leaders", with either apostrophe. */
static void check_possessive(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index),
                          *owner = adref_english_token_behind(self, index);
  const char *end =
      owner && token->roles & ADREF_ENGLISH_MANY ? strpbrk(owner->small, "'\xE2") : NULL;
  if (!end || owner->capital || (strcmp(end, "'s") != 0 && strcmp(end, "’s") != 0) ||
      comes_soon(self, index + 1, "and", 3))
    return;
  g_autofree char *name = g_strndup(owner->small, (gsize)(end - owner->small));
  const AdrefEnglishWord *noun = adref_english_words_find(self->words, name);
  if (!noun || !(noun->roles & ADREF_ENGLISH_SINGULAR) || noun->roles & ADREF_ENGLISH_AMBIGUOUS)
    return;
  g_autofree char *plural = adref_english_with_s(name);
  g_autofree char *right = g_strconcat(plural, g_str_has_prefix(end, "'") ? "'" : "’", NULL);
  adref_english_report(self, "integrity/agreement", index, index + 1, "the owner is a plural",
                       right);
}

static void check_word(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index);
  if (token->word->spelled)
    adref_english_report(self, "integrity/misspelling", index, index, NULL, token->word->spelled);
  check_slips(self, index);
  if (!(token->roles & ADREF_ENGLISH_OPENS))
    return;
  check_possessive(self, index);
  check_correlation(self, index);
}

static void check_block(AdrefEnglishCheck *self)
{
  adref_english_read_block(self);
  for (guint i = 0; i < self->tokens->len; i++) {
    const AdrefEnglishToken *token = adref_english_token_at(self, i);
    adref_english_agreement_check(self, i);
    if (!token->word)
      continue;
    self->british += token->roles & ADREF_ENGLISH_BRITISH && !token->capital ? 1 : 0;
    self->american += token->roles & ADREF_ENGLISH_AMERICAN && !token->capital ? 1 : 0;
    check_word(self, i);
  }
}

void adref_check_english(AdrefCheckText *text)
{
  if (!adref_language_tag_matches(text->source.language, "en"))
    return;
  g_autoptr(AdrefEnglishWords) words = adref_english_words_new();
  g_autoptr(GPtrArray) spelled = g_ptr_array_new(); /* blocks with British or American words */
  AdrefEnglishCheck self = {
      .text = text, .words = words, .tokens = g_array_new(FALSE, FALSE, sizeof(AdrefEnglishToken))};
  for (guint i = 0; i < text->blocks->len; i++) {
    guint before = self.british + self.american;
    self.block = text->blocks->pdata[i];
    check_block(&self);
    if (self.british + self.american > before)
      g_ptr_array_add(spelled, text->blocks->pdata[i]);
  }
  if (self.british > 0 && self.american > 0)
    report_spelling(&self, spelled,
                    self.american <= self.british ? ADREF_ENGLISH_AMERICAN : ADREF_ENGLISH_BRITISH);
  g_array_unref(self.tokens);
}
