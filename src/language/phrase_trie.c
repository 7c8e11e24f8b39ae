#include "language/phrase_trie.h"

#include <string.h>

#include "language/language_tag.h"

#include "base/interner.h"
#include "language/word_table.h"

enum {
  MAX_STATES =
      60000, /* of words and of states: a limit for a register of parties that a stranger wrote */
  MAX_WORD_BYTES = 120, /* longer words are in no table */
  SIGNATURES = 1 << 16,
  SHORT = 32,         /* most words have no more letters */
  MAX_FOLDED = 20000, /* written words whose folded form is looked up once */
  LETTERS = 1 << 16,  /* characters of at most three bytes */
  BATCH = 64          /* tokens that are added to an array at once */
};

/* A trie: phrases with the same first words share states; a transition leads from one word to the
 * next. */
struct AdrefPhraseTrie {
  guint8 signatures[SIGNATURES]; /* by word_signature: whether a table may have such a word. Most
                                    words of a text are in no table */
  AdrefInterner *vocabulary;     /* folded words; the number of a word is its place here + 1 */
  GArray *begins; /* by word: guint32, 1 << AdrefPhraseRole for the phrases that it begins */
  GHashTable *transitions; /* state << 16 | word -> next state, from 1 */
  GPtrArray *meanings;     /* by state: AdrefPhraseMeaning or NULL */
  GPtrArray *owned;        /* of AdrefPhraseMeaning */
  GStringChunk *strings;
  GString *folded;        /* scratch */
  AdrefInterner *written; /* words as the text has them, which folding may change in more than the
                             case of ASCII letters */
  GArray *numbers;        /* of guint: the number in `vocabulary` of each word of `written` */
  guint16 *letters;       /* by character: the number, plus 1, of a letter that is a word by itself;
                             0: not looked up yet */
  const char *language;
};

/* The place of an ASCII word in `signatures`, by its first two letters and its length; -1 for
 * another word. */
static gssize word_signature(const char *word, gsize length)
{
  guchar all = 0;
  for (gsize i = 0; i < length; i++)
    all |= (guchar)word[i];
  if (length < 2 || all >= 0x80)
    return -1;
  guint first = (guchar)word[0] | 0x20, second = (guchar)word[1] | 0x20;
  return (gssize)((first << 11 ^ second << 5 ^ MIN(length, 31)) & (SIGNATURES - 1));
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

static guint number_of_folded(AdrefPhraseTrie *self, const char *word, gsize length, gboolean add)
{
  if (!add || adref_interner_size(self->vocabulary) >= MAX_STATES)
    return adref_interner_find(self->vocabulary, 0, word, length) + 1;
  return adref_interner_intern(self->vocabulary, 0, word, length) + 1;
}

static guint fold_and_number(AdrefPhraseTrie *self, const char *word, gsize length, gboolean add)
{
  g_string_truncate(self->folded, 0);
  adref_text_token_fold(self->folded, word, length);
  return number_of_folded(self, self->folded->str, self->folded->len, add);
}

/* The same for a word of a text; a text repeats its words. */
static guint number_of_written(AdrefPhraseTrie *self, const char *word, gsize length)
{
  guint known = adref_interner_find(self->written, 0, word, length);
  if (known != G_MAXUINT)
    return g_array_index(self->numbers, guint, known);
  guint number = fold_and_number(self, word, length, FALSE);
  if (self->numbers->len < MAX_FOLDED) {
    adref_interner_intern(self->written, 0, word, length);
    g_array_append_val(self->numbers, number);
  }
  return number;
}

/* The same for a letter that is a word by itself, with its marks. */
static guint number_of_letter(AdrefPhraseTrie *self, const char *letter, gsize length)
{
  static const gsize usual = 3; /* bytes */
  if (length != usual)
    return number_of_written(self, letter, length);
  guint16 *known = &self->letters[g_utf8_get_char(letter) & (LETTERS - 1)];
  if (!*known)
    *known = (guint16)(fold_and_number(self, letter, length, FALSE) + 1);
  return *known - 1u;
}

static guint word_number(AdrefPhraseTrie *self, const char *text, const AdrefTextToken *token,
                         gboolean add)
{
  if (token->type == ADREF_TEXT_TOKEN_LETTER && !add)
    return number_of_letter(self, text + token->start, token->end - token->start);
  gsize length = without_possessive(text + token->start, token->end - token->start);
  if (token->type == ADREF_TEXT_TOKEN_NUMBER) /* "Group of 77" */
    return length <= 3 ? number_of_folded(self, text + token->start, length, add) : 0;
  if (length > MAX_WORD_BYTES)
    return 0;
  gssize signature = word_signature(text + token->start, length);
  if (add && signature >= 0)
    self->signatures[signature] = 1;
  if (signature >= 0 && !self->signatures[signature])
    return 0;
  char lower[SHORT];
  if (signature >= 0 && length <= SHORT) {
    for (gsize i = 0; i < length; i++) {
      char c = text[token->start + i];
      lower[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    return number_of_folded(self, lower, length, add);
  }
  return add ? fold_and_number(self, text + token->start, length, TRUE)
             : number_of_written(self, text + token->start, length);
}

static guint next_state(const AdrefPhraseTrie *self, guint state, guint word)
{
  gpointer key = GUINT_TO_POINTER(state << 16 | word);
  return GPOINTER_TO_UINT(g_hash_table_lookup(self->transitions, key));
}

static guint add_state(AdrefPhraseTrie *self, guint state, guint word)
{
  guint next = next_state(self, state, word);
  if (next || word == 0 || self->meanings->len >= MAX_STATES)
    return next;
  next = self->meanings->len;
  g_ptr_array_add(self->meanings, NULL);
  g_hash_table_insert(self->transitions, GUINT_TO_POINTER(state << 16 | word),
                      GUINT_TO_POINTER(next));
  return next;
}

/* The meaning of that role among those of a phrase, or NULL. */
static AdrefPhraseMeaning *meaning_of_role(AdrefPhraseMeaning *meaning, AdrefPhraseRole role)
{
  while (meaning && meaning->role != role)
    meaning = meaning->next;
  return meaning;
}

static void add_phrase(AdrefPhraseTrie *self, const char *words, gsize length,
                       const AdrefPhraseMeaning *meaning)
{
  AdrefTextToken token;
  guint state = 0, first = 0;
  for (gsize at = 0; adref_text_token_next(words, at, length, &token); at = token.end) {
    guint word = word_number(self, words, &token, TRUE);
    first = first ? first : word;
    state = add_state(self, state, word);
    if (!state)
      return;
  }
  AdrefPhraseMeaning *known = state ? self->meanings->pdata[state] : NULL;
  AdrefPhraseMeaning *same = meaning_of_role(known, meaning->role);
  if (same && same->role == ADREF_PHRASE_ROLE_NAME) /* parties come last: their keys count */
    same->key = meaning->key;
  if (!state || same)
    return;
  if (self->begins->len <= first)
    g_array_set_size(self->begins, first + 1);
  g_array_index(self->begins, guint32, first) |= 1U << meaning->role;
  AdrefPhraseMeaning *added = g_new(AdrefPhraseMeaning, 1);
  *added = *meaning;
  added->next = known;
  g_ptr_array_add(self->owned, added);
  self->meanings->pdata[state] = added;
}

/* Tables */

static const char *const role_words[ADREF_PHRASE_ROLES] = {
    [ADREF_PHRASE_ROLE_PLAIN] = "plain",
    [ADREF_PHRASE_ROLE_SMALL] = "small",
    [ADREF_PHRASE_ROLE_COMMON] = "common",
    [ADREF_PHRASE_ROLE_STRENGTH] = "strength",
    [ADREF_PHRASE_ROLE_INTENSITY] = "intensity",
    [ADREF_PHRASE_ROLE_NEGATION] = "negation",
    [ADREF_PHRASE_ROLE_QUALIFIER] = "qualifier",
    [ADREF_PHRASE_ROLE_CONJUNCTION] = "conjunction",
    [ADREF_PHRASE_ROLE_NAME] = "name",
    [ADREF_PHRASE_ROLE_NUMERAL] = "numeral",
    [ADREF_PHRASE_ROLE_SCALE] = "scale",
    [ADREF_PHRASE_ROLE_FRACTION] = "fraction",
    [ADREF_PHRASE_ROLE_MULTIPLE] = "multiple",
    [ADREF_PHRASE_ROLE_MEASURE] = "measure",
    [ADREF_PHRASE_ROLE_ORDINAL] = "ordinal",
    [ADREF_PHRASE_ROLE_PERCENT] = "percent",
    [ADREF_PHRASE_ROLE_CURRENCY] = "currency",
    [ADREF_PHRASE_ROLE_MONTH] = "month",
    [ADREF_PHRASE_ROLE_WEEKDAY] = "weekday",
    [ADREF_PHRASE_ROLE_UNIT] = "unit",
    [ADREF_PHRASE_ROLE_COUNTER] = "counter",
    [ADREF_PHRASE_ROLE_LIMIT] = "limit",
    [ADREF_PHRASE_ROLE_BOUND] = "bound",
    [ADREF_PHRASE_ROLE_TIME] = "time",
    [ADREF_PHRASE_ROLE_ERA] = "era",
    [ADREF_PHRASE_ROLE_PROVISION] = "provision",
    [ADREF_PHRASE_ROLE_PARAGRAPH] = "paragraph",
    [ADREF_PHRASE_ROLE_SPELLING] = "spelling",
};

/* The head of a line: "strength 80 noun". */
typedef struct {
  AdrefPhraseMeaning meaning;
  gboolean verb, stem;
} LineHead;

static void read_head_word(LineHead *head, const char *word)
{
  if (g_ascii_isdigit(word[0])) {
    const char *slash = strchr(word, '/');
    head->meaning.rank = (guint)g_ascii_strtoull(word, NULL, 10);
    head->meaning.act = slash ? (guint)g_ascii_strtoull(slash + 1, NULL, 10) : 0;
  } else if (strcmp(word, "noun") == 0) {
    head->meaning.flags |= ADREF_PHRASE_FLAG_NOUN;
  } else if (strcmp(word, "weak") == 0) {
    head->meaning.flags |= ADREF_PHRASE_FLAG_WEAK;
  } else if (strcmp(word, "counted") == 0) {
    head->meaning.flags |= ADREF_PHRASE_FLAG_COUNTED;
  } else if (strcmp(word, "times") == 0) {
    head->meaning.flags |= ADREF_PHRASE_FLAG_TIMES;
  } else if (strcmp(word, "whole") == 0) {
    head->meaning.flags |= ADREF_PHRASE_FLAG_WHOLE;
  } else if (strcmp(word, "governs") == 0) {
    head->meaning.flags |= ADREF_PHRASE_FLAG_GOVERNS;
  }
  head->verb |= strcmp(word, "verb") == 0;
  head->stem |= strcmp(word, "stem") == 0;
}

static LineHead read_head(const char *line, gsize length)
{
  LineHead head = {0};
  g_autofree char *words = g_strndup(line, length);
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  for (guint i = 0; parts[0] && i < ADREF_PHRASE_ROLES; i++)
    if (strcmp(parts[0], role_words[i]) == 0)
      head.meaning.role = (AdrefPhraseRole)i;
  for (guint i = 1; parts[0] && parts[i]; i++)
    read_head_word(&head, parts[i]);
  return head;
}

/* The regular forms of an English verb: -s, -ed, -ing. */
static void add_verb(AdrefPhraseTrie *self, const char *words, const AdrefPhraseMeaning *meaning)
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
static void add_stem(AdrefPhraseTrie *self, const char *stem, const AdrefPhraseMeaning *meaning)
{
  static const char *const endings[] = {"する", "し", "した", "して", "しつつ", "される", "され"};
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
    g_autofree char *form = g_strconcat(stem, endings[i], NULL);
    add_phrase(self, form, strlen(form), meaning);
  }
}

/* Whether Korean writes particles behind such words: 엔을, 일본은. */
static gboolean takes_particles(const AdrefPhraseTrie *self, const AdrefPhraseMeaning *meaning)
{
  static const guint32 roles = 1U << ADREF_PHRASE_ROLE_NAME | 1U << ADREF_PHRASE_ROLE_CURRENCY |
                               1U << ADREF_PHRASE_ROLE_MEASURE | 1U << ADREF_PHRASE_ROLE_PERCENT |
                               1U << ADREF_PHRASE_ROLE_WEEKDAY | 1U << ADREF_PHRASE_ROLE_UNIT;
  return adref_language_tag_matches(self->language, "ko") && roles & 1U << meaning->role;
}

static void add_particles(AdrefPhraseTrie *self, const char *word,
                          const AdrefPhraseMeaning *meaning)
{
  static const char *const particles[] = {"은", "는", "이",   "가",   "을",  "를",
                                          "의", "에", "에서", "로",   "과",  "으로",
                                          "와", "도", "까지", "부터", "에게"};
  const char *last = g_utf8_find_prev_char(word, word + strlen(word));
  gunichar c = last ? g_utf8_get_char(last) : 0;
  for (gsize i = 0; c >= 0xAC00 && c <= 0xD7A3 && i < G_N_ELEMENTS(particles); i++) {
    g_autofree char *form = g_strconcat(word, particles[i], NULL);
    add_phrase(self, form, strlen(form), meaning);
  }
}

/* Arabic writes "and", "to" and "by" at the beginning of a name: وتايلند, لليابان. */
static void add_prefixes(AdrefPhraseTrie *self, const char *word, const AdrefPhraseMeaning *meaning)
{
  static const char *const prefixes[] = {"و", "ل", "ب", "ول", "وب"};
  static const char article[] = "ال";
  const char *rest = g_str_has_prefix(word, article) ? word + strlen(article) : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++) {
    gboolean joined = rest && g_str_has_suffix(prefixes[i], "ل");
    g_autofree char *form =
        joined ? g_strconcat(prefixes[i], "ل", rest, NULL) : g_strconcat(prefixes[i], word, NULL);
    add_phrase(self, form, strlen(form), meaning);
  }
}

/* The forms of a word that a language writes together with the small words beside it. */
static void add_joined_forms(AdrefPhraseTrie *self, const char *word,
                             const AdrefPhraseMeaning *meaning)
{
  if (takes_particles(self, meaning))
    add_particles(self, word, meaning);
  if (meaning->role == ADREF_PHRASE_ROLE_NAME && adref_language_tag_matches(self->language, "ar"))
    add_prefixes(self, word, meaning);
}

/* Whether each alternative of a line has the next value. */
static gboolean counts_up(AdrefPhraseRole role)
{
  return role == ADREF_PHRASE_ROLE_NUMERAL || role == ADREF_PHRASE_ROLE_ORDINAL ||
         role == ADREF_PHRASE_ROLE_FRACTION || role == ADREF_PHRASE_ROLE_MULTIPLE ||
         role == ADREF_PHRASE_ROLE_MONTH;
}

/* "endeavour to = endeavor to": all have the key of the first. */
static void add_synonyms(AdrefPhraseTrie *self, const char *alternative, const LineHead *head,
                         guint n)
{
  g_auto(GStrv) words = g_strsplit(alternative, " = ", -1);
  AdrefPhraseMeaning meaning = head->meaning;
  if (counts_up(meaning.role))
    meaning.rank += n;
  gboolean is_name = meaning.role == ADREF_PHRASE_ROLE_NAME; /* as the names of parties are */
  g_autofree char *key = is_name ? g_utf8_casefold(words[0], -1) : g_strdup(words[0]);
  meaning.key = g_string_chunk_insert_const(self->strings, key);
  for (guint i = 0; words[i]; i++) {
    if (!head->stem)
      add_phrase(self, words[i], strlen(words[i]), &meaning);
    add_joined_forms(self, words[i], &meaning);
    if (head->verb)
      add_verb(self, words[i], &meaning);
    if (head->stem)
      add_stem(self, words[i], &meaning);
  }
}

static void add_line(AdrefPhraseTrie *self, const char *line)
{
  const char *colon = strchr(line, ':');
  if (!colon)
    return;
  LineHead head = read_head(line, (gsize)(colon - line));
  g_auto(GStrv) alternatives = g_strsplit(colon + 1, "|", -1);
  for (guint i = 0; alternatives[i]; i++)
    add_synonyms(self, g_strstrip(alternatives[i]), &head, i);
}

static void add_table(AdrefPhraseTrie *self, const char *const *lines)
{
  for (guint i = 0; lines[i]; i++)
    add_line(self, lines[i]);
}

/* The key is the name itself, so that another name of the same party is a change. */
static void add_parties(AdrefPhraseTrie *self, GHashTable *parties)
{
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init(&iter, parties);
  while (g_hash_table_iter_next(&iter, &name, NULL)) {
    AdrefPhraseMeaning meaning = {.role = ADREF_PHRASE_ROLE_NAME,
                                  .key = g_string_chunk_insert_const(self->strings, name)};
    add_phrase(self, name, strlen(name), &meaning);
    add_joined_forms(self, name, &meaning);
  }
}

AdrefPhraseTrie *adref_phrase_trie_new(const char *language, const char *style, GHashTable *parties)
{
  AdrefPhraseTrie *self = g_new0(AdrefPhraseTrie, 1);
  self->language = language;
  self->vocabulary = adref_interner_new();
  self->begins = g_array_new(FALSE, TRUE, sizeof(guint32));
  self->transitions = g_hash_table_new(g_direct_hash, g_direct_equal);
  self->meanings = g_ptr_array_new();
  g_ptr_array_add(self->meanings, NULL);
  self->owned = g_ptr_array_new_with_free_func(g_free);
  self->strings = g_string_chunk_new(4096);
  self->folded = g_string_new(NULL);
  self->written = adref_interner_new();
  self->numbers = g_array_new(FALSE, FALSE, sizeof(guint));
  self->letters = g_new0(guint16, LETTERS);
  add_table(self, adref_word_table_common());
  add_table(self, adref_word_table_of_language(language));
  add_table(self, adref_word_table_of_style(style, language));
  if (parties)
    add_parties(self, parties);
  return self;
}

void adref_phrase_trie_free(AdrefPhraseTrie *self)
{
  if (!self)
    return;
  adref_interner_free(self->vocabulary);
  g_array_unref(self->begins);
  g_hash_table_unref(self->transitions);
  g_ptr_array_unref(self->meanings);
  g_ptr_array_unref(self->owned);
  g_string_chunk_free(self->strings);
  g_string_free(self->folded, TRUE);
  adref_interner_free(self->written);
  g_array_unref(self->numbers);
  g_free(self->letters);
  g_free(self);
}

const char *adref_phrase_trie_language(const AdrefPhraseTrie *self)
{
  return self->language;
}

/* Finding */

void adref_phrase_trie_tokenize(AdrefPhraseTrie *self, const char *text, gsize start, gsize end,
                                GArray *tokens)
{
  AdrefTextToken batch[BATCH];
  guint count = 0;
  for (gsize at = start; adref_text_token_next(text, at, end, &batch[count]);) {
    AdrefTextToken *token = &batch[count++];
    at = token->end;
    token->word = (guint16)word_number(self, text, token, FALSE);
    if (token->word && token->word < self->begins->len)
      token->begins = g_array_index(self->begins, guint32, token->word);
    if (count < BATCH)
      continue;
    g_array_append_vals(tokens, batch, count);
    count = 0;
  }
  g_array_append_vals(tokens, batch, count);
}

gboolean adref_phrase_trie_may_contain(const AdrefPhraseTrie *self, const char *run, gsize length)
{
  while (length > 0 && g_ascii_ispunct(run[length - 1]))
    length--;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower(run[i]))
      return TRUE;
  gssize signature = word_signature(run, length);
  return signature < 0 || self->signatures[signature];
}

/* The longest phrase that begins at a token; of any role when `any`. */
static const AdrefPhraseMeaning *find(const AdrefPhraseTrie *self, const GArray *tokens, guint at,
                                      gboolean any, AdrefPhraseRole role, guint *count)
{
  const AdrefPhraseMeaning *found = NULL;
  guint state = 0;
  guint32 begins = at < tokens->len ? g_array_index(tokens, AdrefTextToken, at).begins : 0;
  if (!begins || (!any && !(begins & 1U << role)))
    return NULL;
  for (guint i = at; i < tokens->len; i++) {
    guint word = g_array_index(tokens, AdrefTextToken, i).word;
    state = word ? next_state(self, state, word) : 0;
    if (!state)
      break;
    AdrefPhraseMeaning *meaning = self->meanings->pdata[state];
    meaning = any ? meaning : meaning_of_role(meaning, role);
    if (meaning) {
      found = meaning;
      *count = i + 1 - at;
    }
  }
  return found;
}

const AdrefPhraseMeaning *adref_phrase_trie_find_longest(const AdrefPhraseTrie *self,
                                                         const GArray *tokens, guint at,
                                                         guint *count)
{
  return find(self, tokens, at, TRUE, ADREF_PHRASE_ROLE_PLAIN, count);
}

const AdrefPhraseMeaning *adref_phrase_trie_find_role(const AdrefPhraseTrie *self,
                                                      const GArray *tokens, guint at,
                                                      AdrefPhraseRole role, guint *count)
{
  return find(self, tokens, at, FALSE, role, count);
}
