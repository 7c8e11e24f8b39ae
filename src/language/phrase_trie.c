#include "language/phrase_trie.h"

#include <string.h>

#include "base/interner.h"
#include "language/word_table.h"

enum {
  MAX_STEPS = 60000,    /* of a registry of parties that somebody else wrote */
  MAX_WORD_BYTES = 120, /* longer ones are in no table */
  SHAPES = 1 << 16,
  SHORT = 32, /* letters of most words */
};

/* Phrases share their beginnings: a step leads from one word to the next. */
struct AdrefPhrases {
  guint8 shapes[SHAPES]; /* which words there may be, by shape_of: most words of a text are none */
  AdrefLexicon *vocabulary; /* folded words; the number of a token counts them from 1 */
  GArray *begins;           /* by word: guint32, 1 << AdrefRole for the phrases that it begins */
  GHashTable *steps;        /* step before << 16 | word -> step, from 1 */
  GPtrArray *meanings;      /* by step: AdrefMeaning or NULL */
  GPtrArray *owned;         /* of AdrefMeaning */
  GStringChunk *strings;
  GString *folded; /* scratch */
};

/* The place of an ASCII word in the shapes: its first two letters and its length; -1 for another
 * word. */
static gssize shape_of(const char *word, gsize length)
{
  if (length < 2)
    return -1;
  for (gsize i = 0; i < length; i++)
    if ((guchar)word[i] >= 0x80)
      return -1;
  guint first = (guchar)word[0] | 0x20, second = (guchar)word[1] | 0x20;
  return (gssize)((first << 11 ^ second << 5 ^ MIN(length, 31)) & (SHAPES - 1));
}

/* The length of a word without "'s". */
static gsize without_possessive(const char *word, gsize length)
{
  if (length < 4 || (word[length - 1] | 0x20) != 's')
    return length;
  if (word[length - 2] == '\'')
    return length - 2;
  return length > 5 && g_ascii_strncasecmp(word + length - 4, "\342\200\231s", 4) == 0 ? length - 4
                                                                                       : length;
}

static guint number_of_folded(AdrefPhrases *self, const char *word, gsize length, gboolean add)
{
  if (!add || adref_lexicon_size(self->vocabulary) >= MAX_STEPS)
    return adref_lexicon_find(self->vocabulary, 0, word, length) + 1;
  return adref_lexicon_number(self->vocabulary, 0, word, length) + 1;
}

static guint word_number(AdrefPhrases *self, const char *text, const AdrefMatterToken *token,
                         gboolean add)
{
  gsize length = without_possessive(text + token->start, token->end - token->start);
  if (length > MAX_WORD_BYTES || token->type == ADREF_PIECE_FIGURE)
    return 0;
  gssize shape = shape_of(text + token->start, length);
  if (add && shape >= 0)
    self->shapes[shape] = 1;
  if (shape >= 0 && !self->shapes[shape])
    return 0;
  char lower[SHORT];
  if (shape >= 0 && length <= SHORT) {
    for (gsize i = 0; i < length; i++) {
      char c = text[token->start + i];
      lower[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    return number_of_folded(self, lower, length, add);
  }
  g_string_truncate(self->folded, 0);
  adref_matter_fold(self->folded, text + token->start, length);
  return number_of_folded(self, self->folded->str, self->folded->len, add);
}

static guint next_step(const AdrefPhrases *self, guint step, guint word)
{
  gpointer key = GUINT_TO_POINTER(step << 16 | word);
  return GPOINTER_TO_UINT(g_hash_table_lookup(self->steps, key));
}

static guint add_step(AdrefPhrases *self, guint step, guint word)
{
  guint next = next_step(self, step, word);
  if (next || word == 0 || self->meanings->len >= MAX_STEPS)
    return next;
  next = self->meanings->len;
  g_ptr_array_add(self->meanings, NULL);
  g_hash_table_insert(self->steps, GUINT_TO_POINTER(step << 16 | word), GUINT_TO_POINTER(next));
  return next;
}

static void add_phrase(AdrefPhrases *self, const char *words, gsize length,
                       const AdrefMeaning *meaning)
{
  AdrefMatterToken token;
  guint step = 0, first = 0;
  for (gsize at = 0; adref_matter_token_next(words, at, length, &token); at = token.end) {
    guint word = word_number(self, words, &token, TRUE);
    first = first ? first : word;
    step = add_step(self, step, word);
    if (!step)
      return;
  }
  const AdrefMeaning *known = step ? self->meanings->pdata[step] : NULL;
  if (!step || adref_meaning_get(known, meaning->role))
    return;
  if (self->begins->len <= first)
    g_array_set_size(self->begins, first + 1);
  g_array_index(self->begins, guint32, first) |= 1U << meaning->role;
  AdrefMeaning *added = g_new(AdrefMeaning, 1);
  *added = *meaning;
  added->next = known;
  g_ptr_array_add(self->owned, added);
  self->meanings->pdata[step] = added;
}

/* Tables */

static const char *const role_words[ADREF_ROLES] = {
    [ADREF_ROLE_PLAIN] = "plain",
    [ADREF_ROLE_SMALL] = "small",
    [ADREF_ROLE_COMMON] = "common",
    [ADREF_ROLE_STRENGTH] = "strength",
    [ADREF_ROLE_INTENSITY] = "intensity",
    [ADREF_ROLE_NEGATION] = "negation",
    [ADREF_ROLE_CONJUNCTION] = "conjunction",
    [ADREF_ROLE_NAME] = "name",
    [ADREF_ROLE_NUMERAL] = "numeral",
    [ADREF_ROLE_SCALE] = "scale",
    [ADREF_ROLE_ORDINAL] = "ordinal",
    [ADREF_ROLE_PERCENT] = "percent",
    [ADREF_ROLE_CURRENCY] = "currency",
    [ADREF_ROLE_MONTH] = "month",
    [ADREF_ROLE_WEEKDAY] = "weekday",
    [ADREF_ROLE_UNIT] = "unit",
    [ADREF_ROLE_COUNTER] = "counter",
    [ADREF_ROLE_LIMIT] = "limit",
    [ADREF_ROLE_BOUND] = "bound",
    [ADREF_ROLE_TIME] = "time",
    [ADREF_ROLE_ERA] = "era",
    [ADREF_ROLE_PARAGRAPH] = "paragraph",
    [ADREF_ROLE_SPELLING] = "spelling",
};

/* What the head of a line says, "strength 80 noun". */
typedef struct {
  AdrefMeaning meaning;
  gboolean verb, stem;
} Head;

static void read_head_word(Head *head, const char *word)
{
  if (g_ascii_isdigit(word[0])) {
    const char *slash = strchr(word, '/');
    head->meaning.rank = (guint)g_ascii_strtoull(word, NULL, 10);
    head->meaning.act = slash ? (guint)g_ascii_strtoull(slash + 1, NULL, 10) : 0;
  } else if (strcmp(word, "noun") == 0) {
    head->meaning.flags |= ADREF_PHRASE_NOUN;
  } else if (strcmp(word, "weak") == 0) {
    head->meaning.flags |= ADREF_PHRASE_WEAK;
  } else if (strcmp(word, "counted") == 0) {
    head->meaning.flags |= ADREF_PHRASE_COUNTED;
  }
  head->verb |= strcmp(word, "verb") == 0;
  head->stem |= strcmp(word, "stem") == 0;
}

static Head read_head(const char *line, gsize length)
{
  Head head = {0};
  g_autofree char *words = g_strndup(line, length);
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  for (guint i = 0; parts[0] && i < ADREF_ROLES; i++)
    if (strcmp(parts[0], role_words[i]) == 0)
      head.meaning.role = (AdrefRole)i;
  for (guint i = 1; parts[0] && parts[i]; i++)
    read_head_word(&head, parts[i]);
  return head;
}

/* The regular forms of an English verb: -s, -ed, -ing. */
static void add_verb(AdrefPhrases *self, const char *words, const AdrefMeaning *meaning)
{
  static const char *const endings[] = {"s", "ed", "ing"};
  gsize length = strcspn(words, " ");
  char last = words[length - 1];
  gboolean y = last == 'y' && length > 1 && !strchr("aeiou", words[length - 2]);
  gboolean hissing = last == 's' || g_str_has_suffix(words, "sh") || g_str_has_suffix(words, "ch");
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
    gboolean drops_e = last == 'e' && i > 0, es = i == 0 && hissing, ies = y && i < 2;
    GString *form = g_string_new_len(words, (gssize)length - drops_e - ies);
    g_string_append(form, ies ? (i == 0 ? "ies" : "ied") : es ? "es" : endings[i]);
    g_string_append(form, words + length);
    add_phrase(self, form->str, form->len, meaning);
    g_string_free(form, TRUE);
  }
}

/* The forms of a Japanese stem. */
static void add_stem(AdrefPhrases *self, const char *stem, const AdrefMeaning *meaning)
{
  static const char *const endings[] = {"する", "し", "した", "して", "しつつ", "される", "され"};
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
    g_autofree char *form = g_strconcat(stem, endings[i], NULL);
    add_phrase(self, form, strlen(form), meaning);
  }
}

/* "endeavour to = endeavor to": all get the key of the first. */
static void add_synonyms(AdrefPhrases *self, const char *alternative, const Head *head, guint n)
{
  g_auto(GStrv) words = g_strsplit(alternative, " = ", -1);
  AdrefMeaning meaning = head->meaning;
  if (meaning.role == ADREF_ROLE_NUMERAL || meaning.role == ADREF_ROLE_ORDINAL ||
      meaning.role == ADREF_ROLE_MONTH)
    meaning.rank += n;
  meaning.key = g_string_chunk_insert_const(self->strings, words[0]);
  for (guint i = 0; words[i]; i++) {
    if (!head->stem)
      add_phrase(self, words[i], strlen(words[i]), &meaning);
    if (head->verb)
      add_verb(self, words[i], &meaning);
    if (head->stem)
      add_stem(self, words[i], &meaning);
  }
}

static void add_line(AdrefPhrases *self, const char *line)
{
  const char *colon = strchr(line, ':');
  if (!colon)
    return;
  Head head = read_head(line, (gsize)(colon - line));
  g_auto(GStrv) alternatives = g_strsplit(colon + 1, "|", -1);
  for (guint i = 0; alternatives[i]; i++)
    add_synonyms(self, g_strstrip(alternatives[i]), &head, i);
}

static void add_table(AdrefPhrases *self, const char *const *lines)
{
  for (guint i = 0; lines[i]; i++)
    add_line(self, lines[i]);
}

/* The key is the name itself: another name of the same party is a change. */
static void add_parties(AdrefPhrases *self, GHashTable *parties)
{
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init(&iter, parties);
  while (g_hash_table_iter_next(&iter, &name, NULL)) {
    AdrefMeaning meaning = {.role = ADREF_ROLE_NAME,
                            .key = g_string_chunk_insert_const(self->strings, name)};
    add_phrase(self, name, strlen(name), &meaning);
  }
}

AdrefPhrases *adref_phrases_new(const char *language, const char *style, GHashTable *parties)
{
  AdrefPhrases *self = g_new0(AdrefPhrases, 1);
  self->vocabulary = adref_lexicon_new();
  self->begins = g_array_new(FALSE, TRUE, sizeof(guint32));
  self->steps = g_hash_table_new(g_direct_hash, g_direct_equal);
  self->meanings = g_ptr_array_new();
  g_ptr_array_add(self->meanings, NULL);
  self->owned = g_ptr_array_new_with_free_func(g_free);
  self->strings = g_string_chunk_new(4096);
  self->folded = g_string_new(NULL);
  add_table(self, adref_matter_words_everywhere());
  add_table(self, adref_matter_words(language));
  add_table(self, adref_matter_style_words(style, language));
  if (parties)
    add_parties(self, parties);
  return self;
}

void adref_phrases_free(AdrefPhrases *self)
{
  if (!self)
    return;
  adref_lexicon_free(self->vocabulary);
  g_array_unref(self->begins);
  g_hash_table_unref(self->steps);
  g_ptr_array_unref(self->meanings);
  g_ptr_array_unref(self->owned);
  g_string_chunk_free(self->strings);
  g_string_free(self->folded, TRUE);
  g_free(self);
}

/* Finding */

void adref_phrases_tokens(AdrefPhrases *self, const char *text, gsize start, gsize end,
                          GArray *tokens)
{
  AdrefMatterToken token;
  for (gsize at = start; adref_matter_token_next(text, at, end, &token); at = token.end) {
    token.word = (guint16)word_number(self, text, &token, FALSE);
    if (token.word && token.word < self->begins->len)
      token.begins = g_array_index(self->begins, guint32, token.word);
    g_array_append_val(tokens, token);
  }
}

gboolean adref_phrases_may_have(const AdrefPhrases *self, const char *run, gsize length)
{
  while (length > 0 && g_ascii_ispunct(run[length - 1]))
    length--;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower(run[i]))
      return TRUE;
  gssize shape = shape_of(run, length);
  return shape < 0 || self->shapes[shape];
}

const AdrefMeaning *adref_meaning_get(const AdrefMeaning *meaning, AdrefRole role)
{
  while (meaning && meaning->role != role)
    meaning = meaning->next;
  return meaning;
}

/* The longest phrase, of any role when `any`. */
static const AdrefMeaning *find(const AdrefPhrases *self, const GArray *tokens, guint at,
                                gboolean any, AdrefRole role, guint *count)
{
  const AdrefMeaning *found = NULL;
  guint step = 0;
  guint32 begins = at < tokens->len ? g_array_index(tokens, AdrefMatterToken, at).begins : 0;
  if (!begins || (!any && !(begins & 1U << role)))
    return NULL;
  for (guint i = at; i < tokens->len; i++) {
    guint word = g_array_index(tokens, AdrefMatterToken, i).word;
    step = word ? next_step(self, step, word) : 0;
    if (!step)
      break;
    const AdrefMeaning *meaning = self->meanings->pdata[step];
    meaning = any ? meaning : adref_meaning_get(meaning, role);
    if (meaning) {
      found = meaning;
      *count = i + 1 - at;
    }
  }
  return found;
}

const AdrefMeaning *adref_phrases_longest(const AdrefPhrases *self, const GArray *tokens, guint at,
                                          guint *count)
{
  return find(self, tokens, at, TRUE, ADREF_ROLE_PLAIN, count);
}

const AdrefMeaning *adref_phrases_role(const AdrefPhrases *self, const GArray *tokens, guint at,
                                       AdrefRole role, guint *count)
{
  return find(self, tokens, at, FALSE, role, count);
}
