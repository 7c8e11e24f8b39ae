#include "merge/join/merge_words.h"

#include <string.h>

#include "language/token_reader.h"
#include "merge/content_key.h"

/* Kinds of the interner, beside those of the tokenizer. */
enum {
  KIND_NODE = 100,
  KIND_OPEN,
  KIND_CLOSE,
};

void adref_merge_word_reader_init(AdrefMergeWordReader *self, const char *language,
                                  GHashTable *parties)
{
  adref_tokenizer_init(&self->tokenizer, language);
  adref_phrase_scanner_init(&self->scanner, language ? language : "en", NULL, parties);
  self->text = g_string_new(NULL);
  self->key = g_string_new(NULL);
  self->tokens = adref_token_array_new();
}

void adref_merge_word_reader_clear(AdrefMergeWordReader *self)
{
  adref_tokenizer_clear(&self->tokenizer);
  adref_phrase_scanner_clear(&self->scanner);
  g_string_free(self->text, TRUE);
  g_string_free(self->key, TRUE);
  g_array_unref(self->tokens);
}

/* --- words --- */

/* Whether a node is one word with all that is below it. */
static gboolean is_whole(const AdrefNode *node)
{
  return node->type == ADREF_BRACKET || node->type == ADREF_LINK || node->type == ADREF_IMAGE;
}

static guint id_of_whole(AdrefMergeWordReader *self, const AdrefNode *node,
                         AdrefReferenceNumbers *references)
{
  g_string_truncate(self->key, 0);
  adref_content_key_append(self->key, node, references);
  return adref_interner_intern(self->tokenizer.interner, KIND_NODE, self->key->str, self->key->len);
}

static guint id_of_edge(AdrefMergeWordReader *self, const AdrefNode *node, AdrefTokenType type)
{
  guint bytes[2] = {node->type, node->type == ADREF_FORMAT ? node->as.format : 0};
  return adref_interner_intern(self->tokenizer.interner,
                               type == ADREF_TOKEN_OPEN ? KIND_OPEN : KIND_CLOSE,
                               (const char *)bytes, sizeof bytes);
}

/* The words of the tokens, with the place of each token's word for the pairs. */
static GArray *words_of_tokens(AdrefMergeWordReader *self, AdrefReferenceNumbers *references,
                               const AdrefNode **ad_ref)
{
  const GArray *tokens = self->tokens;
  GArray *words = g_array_new(FALSE, FALSE, sizeof(AdrefMergeWord));
  g_autofree guint *places = g_new0(guint, tokens->len + 1);
  gboolean spaced = TRUE;
  for (guint i = 0; i < tokens->len; i++) {
    const AdrefToken *token = &g_array_index(tokens, AdrefToken, i);
    if (token->type == ADREF_TOKEN_SPACE) {
      spaced = TRUE;
      continue;
    }
    if (token->type == ADREF_TOKEN_ATOM && token->node->type == ADREF_AD_REF) {
      *ad_ref = token->node;
      continue;
    }
    AdrefMergeWord word = {
        .node = token->node, .id = token->id, .type = token->type, .spaced = spaced};
    spaced = FALSE;
    places[i] = words->len;
    if (token->type == ADREF_TOKEN_OPEN && is_whole(token->node)) {
      i = token->pair;
      word.id = id_of_whole(self, token->node, references);
      word.type = ADREF_TOKEN_ATOM;
    } else if (token->type == ADREF_TOKEN_OPEN) {
      word.id = id_of_edge(self, token->node, ADREF_TOKEN_OPEN);
    } else if (token->type == ADREF_TOKEN_CLOSE) {
      word.id = id_of_edge(self, token->node, ADREF_TOKEN_CLOSE);
      word.pair = places[token->pair];
      g_array_index(words, AdrefMergeWord, word.pair).pair = words->len;
    } else if (token->type != ADREF_TOKEN_ATOM) {
      word.start = token->start;
      word.length = token->length;
    }
    g_array_append_val(words, word);
  }
  return words;
}

/* --- phrases --- */

static gboolean is_text(const AdrefMergeWord *word)
{
  return word->type <= ADREF_TOKEN_NUMBER;
}

/* Writes the words as one text; offsets[i] is where word i begins. Formatting divides nothing. */
static guint *write_words(GString *text, const AdrefMergeWords *words)
{
  guint *offsets = g_new(guint, words->length + 1);
  gboolean space = FALSE;
  g_string_truncate(text, 0);
  for (guint i = 0; i < words->length; i++) {
    const AdrefMergeWord *word = &words->words[i];
    space = space || word->spaced;
    if (space && text->len > 0 && (is_text(word) || word->type == ADREF_TOKEN_ATOM)) {
      g_string_append_c(text, ' ');
      space = FALSE;
    }
    offsets[i] = (guint)text->len;
    if (is_text(word)) {
      g_string_append_len(text, word->node->text + word->start, word->length);
      space = FALSE;
    } else if (word->type == ADREF_TOKEN_ATOM) {
      g_string_append(text, "\uFFFC");
    }
  }
  offsets[words->length] = (guint)text->len;
  return offsets;
}

/* Classes whose phrases must stand whole. */
static gboolean is_phrase(const AdrefPhraseMatch *match)
{
  switch (match->class) {
  case ADREF_CHANGE_CLASS_STRENGTH:
  case ADREF_CHANGE_CLASS_NEGATION:
  case ADREF_CHANGE_CLASS_QUALIFIER:
  case ADREF_CHANGE_CLASS_NUMBER:
  case ADREF_CHANGE_CLASS_DATE:
  case ADREF_CHANGE_CLASS_NAME:
  case ADREF_CHANGE_CLASS_REFERENCE: return TRUE;
  case ADREF_CHANGE_CLASS_HIDDEN:
  case ADREF_CHANGE_CLASS_AGREED:
  case ADREF_CHANGE_CLASS_CONJUNCTION:
  case ADREF_CHANGE_CLASS_BRACKET:
  case ADREF_CHANGE_CLASS_SUBSTANCE:
  case ADREF_CHANGE_CLASS_LINK:
  case ADREF_CHANGE_CLASS_MOVED:
  case ADREF_CHANGE_CLASS_EDITORIAL: return FALSE;
  }
  return FALSE;
}

static gboolean is_modal(const AdrefPhraseMatch *match)
{
  return match->class == ADREF_CHANGE_CLASS_STRENGTH ||
         match->class == ADREF_CHANGE_CLASS_NEGATION ||
         match->class == ADREF_CHANGE_CLASS_QUALIFIER;
}

/* Whether a phrase continues the one before it: "may" and "not", but not "the request" and "in
 * accordance with". */
static gboolean continues(const GString *text, const AdrefPhraseMatch *before,
                          const AdrefPhraseMatch *match)
{
  if (!is_modal(before) || !is_modal(match) || before->doubtful ||
      (before->class == ADREF_CHANGE_CLASS_STRENGTH && match->class == ADREF_CHANGE_CLASS_STRENGTH))
    return FALSE;
  for (guint i = before->end; i < match->start; i++)
    if (text->str[i] != ' ')
      return FALSE;
  return TRUE;
}

static guint place_of(const guint *offsets, guint length, guint at, guint byte)
{
  while (at < length && offsets[at] < byte)
    at++;
  return at;
}

/* Whether formatting begins with a phrase: "*Recalling*" is no name. */
static gboolean begins_formatting(const AdrefMergeWords *words, guint i)
{
  return words->words[i].type == ADREF_TOKEN_OPEN ||
         (i > 0 && words->words[i - 1].type == ADREF_TOKEN_OPEN);
}

/* A word with a digit, "G20", is a name of its own beside other capitals. */
static gboolean has_digit(const AdrefMergeWord *word)
{
  for (guint i = 0; is_text(word) && i < word->length; i++)
    if (g_ascii_isdigit(word->node->text[word->start + i]))
      return TRUE;
  return FALSE;
}

static gboolean is_fact(const AdrefMergeWords *words, const AdrefPhraseMatch *match,
                        const AdrefMergePhrase *phrase)
{
  if (match->guessed)
    return !has_digit(&words->words[phrase->first]) && !begins_formatting(words, phrase->first);
  return match->class == ADREF_CHANGE_CLASS_NUMBER || match->class == ADREF_CHANGE_CLASS_DATE ||
         match->class == ADREF_CHANGE_CLASS_NAME;
}

/* "may" becomes "may not". */
static void lengthen(AdrefMergePhrase *phrase, const AdrefMergePhrase *more)
{
  phrase->after = more->after;
  phrase->negates = phrase->negates || more->negates;
}

static void find_small_words(const AdrefMergeWordReader *self, const GArray *tokens,
                             AdrefMergeWords *words, const guint *offsets)
{
  const AdrefTokenReader reader = {self->scanner.phrases, self->text->str, tokens};
  guint at = 0;
  for (guint i = 0; i < tokens->len; i++) {
    if (adref_token_reader_match_role(&reader, i, ADREF_PHRASE_ROLE_SMALL, NULL) == 0)
      continue;
    at = place_of(offsets, words->length, at, g_array_index(tokens, AdrefTextToken, i).start);
    if (at < words->length)
      words->words[at].small = TRUE;
  }
}

static void find_phrases(AdrefMergeWordReader *self, AdrefMergeWords *words)
{
  g_autofree guint *offsets = write_words(self->text, words);
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  adref_phrase_scanner_scan(&self->scanner, self->text->str, 0, self->text->len, tokens, matches);
  find_small_words(self, tokens, words, offsets);
  const AdrefPhraseMatch *before = NULL;
  guint at = 0;
  for (guint i = 0; i < matches->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(matches, AdrefPhraseMatch, i);
    if (!is_phrase(match))
      continue;
    at = place_of(offsets, words->length, at, match->start);
    AdrefMergePhrase phrase = {
        .first = at,
        .after = place_of(offsets, words->length, at, match->end),
        .modal = match->class == ADREF_CHANGE_CLASS_STRENGTH && match->act == 0,
        .negates = match->class == ADREF_CHANGE_CLASS_NEGATION,
        .guessed = match->guessed,
    };
    phrase.fact = is_fact(words, match, &phrase);
    phrase.several = phrase.guessed && phrase.after > phrase.first + 1 &&
                     has_digit(&words->words[phrase.first]) &&
                     has_digit(&words->words[phrase.after - 1]);
    if (before && continues(self->text, before, match) && words->phrases->len > 0)
      lengthen(&g_array_index(words->phrases, AdrefMergePhrase, words->phrases->len - 1), &phrase);
    else if (phrase.after > phrase.first)
      g_array_append_val(words->phrases, phrase);
    before = match;
  }
  adref_phrase_scanner_clear_keys(&self->scanner);
}

/* --- borders --- */

static gboolean is_connector(const AdrefMergeWord *word)
{
  static const char *const connectors[] = {
      "-",      "\u2010", "\u2011", "/", "'",      "\u2019", "%", "$", "\u20AC", "\u00A3",
      "\u00A5", "&",      "@",      "_", "\u00B0", "\\",     "#", "+", "="};
  if (word->type != ADREF_TOKEN_PUNCTUATION)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(connectors); i++)
    if (strlen(connectors[i]) == word->length &&
        memcmp(connectors[i], word->node->text + word->start, word->length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a script has spaces between its words, so that letters without one are one word. */
static gboolean is_spaced_script(const AdrefMergeWord *word)
{
  return (guchar)word->node->text[word->start] < 0x80;
}

static gboolean are_one_word(const AdrefMergeWord *left, const AdrefMergeWord *right)
{
  if (right->spaced || !is_text(left) || !is_text(right))
    return FALSE;
  if (is_connector(left) || is_connector(right))
    return TRUE;
  return left->type != ADREF_TOKEN_PUNCTUATION && right->type != ADREF_TOKEN_PUNCTUATION &&
         is_spaced_script(left) && is_spaced_script(right);
}

/* A word in small letters that is no scale: "days" in "30 days", not "million". */
static gboolean is_plain(const AdrefMergeWord *word)
{
  static const char *const scales[] = {"hundred", "thousand", "million",
                                       "billion", "trillion", "per"};
  if (word->type != ADREF_TOKEN_WORD || !g_ascii_islower(word->node->text[word->start]))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(scales); i++)
    if (strlen(scales[i]) == word->length &&
        memcmp(scales[i], word->node->text + word->start, word->length) == 0)
      return FALSE;
  return TRUE;
}

/* Whether a bracket may divide a phrase there: "within [30 / 60] days". */
static gboolean may_open(const AdrefMergeWord *left, const AdrefMergeWord *right)
{
  return right->spaced && ((left->type == ADREF_TOKEN_NUMBER && is_plain(right)) ||
                           (right->type == ADREF_TOKEN_NUMBER && is_plain(left)));
}

static guint8 glue_inside(const AdrefMergePhrase *phrase, const AdrefMergeWord *left,
                          const AdrefMergeWord *right)
{
  if (phrase->guessed && (has_digit(left) || has_digit(right)))
    return 0;
  return may_open(left, right) ? ADREF_MERGE_GLUED_AROUND_NUMBER : ADREF_MERGE_GLUED;
}

static void glue(AdrefMergeWords *words)
{
  words->glued = g_new0(guint8, words->length + 1);
  for (guint i = 0; i < words->phrases->len; i++) {
    const AdrefMergePhrase *phrase = &g_array_index(words->phrases, AdrefMergePhrase, i);
    for (guint j = phrase->first + 1; j < phrase->after; j++)
      words->glued[j] = glue_inside(phrase, &words->words[j - 1], &words->words[j]);
  }
  for (guint i = 1; i < words->length; i++)
    if (are_one_word(&words->words[i - 1], &words->words[i]))
      words->glued[i] = ADREF_MERGE_GLUED;
}

static AdrefMergeWords *finish(AdrefMergeWordReader *self, GArray *array)
{
  AdrefMergeWords *words = g_new0(AdrefMergeWords, 1);
  words->length = array->len;
  words->words = (AdrefMergeWord *)(gpointer)g_array_free(array, FALSE);
  words->phrases = g_array_new(FALSE, FALSE, sizeof(AdrefMergePhrase));
  find_phrases(self, words);
  glue(words);
  return words;
}

AdrefMergeWords *adref_merge_words_read(AdrefMergeWordReader *self, const AdrefNode *block,
                                        AdrefReferenceNumbers *references)
{
  const AdrefNode *ad_ref = NULL;
  g_array_set_size(self->tokens, 0);
  adref_tokenizer_add_block(&self->tokenizer, block, references, self->tokens);
  GArray *array = words_of_tokens(self, references, &ad_ref);
  AdrefMergeWords *words = finish(self, array);
  words->ad_ref = ad_ref;
  return words;
}

AdrefMergeWords *adref_merge_words_join(AdrefMergeWordReader *self, const GArray *words)
{
  GArray *copy = g_array_sized_new(FALSE, FALSE, sizeof(AdrefMergeWord), words->len);
  if (words->len > 0)
    g_array_append_vals(copy, words->data, words->len);
  return finish(self, copy);
}

gint adref_merge_word_depth(const AdrefMergeWord *word)
{
  if (word->type != ADREF_TOKEN_PUNCTUATION)
    return 0;
  switch (g_unichar_type(g_utf8_get_char(word->node->text + word->start))) {
  case G_UNICODE_OPEN_PUNCTUATION: return 1;
  case G_UNICODE_CLOSE_PUNCTUATION: return -1;
  default: return 0;
  }
}

void adref_merge_words_free(AdrefMergeWords *words)
{
  if (!words)
    return;
  g_free(words->words);
  g_free(words->glued);
  g_array_unref(words->phrases);
  g_free(words);
}
