#include "review/check_english.h"

#include <string.h>

#include "language/english_words.h"
#include "language/language_tag.h"

enum {
  LONGEST = 40,       /* bytes of a word that is looked up */
  MAX_MODIFIERS = 2,  /* words between "each" and its noun */
  MAX_CORRELATED = 8, /* words between "both" and "and" */
  MAX_SUBJECT = 8     /* words between a subject and its verb */
};

typedef struct {
  gsize at, length;
  const AdrefEnglishWord *word; /* NULL: nothing is known of it */
  guint roles;
  gboolean capital;
  gboolean joined;     /* one space stands between it and the word before */
  char small[LONGEST]; /* in small letters; "": it is longer */
} Token;

typedef struct {
  AdrefCheckText *text;
  const AdrefEnglishWords *words;
  const AdrefCheckBlock *block;
  GArray *tokens; /* of Token: the words of the block */
  guint british, american;
} EnglishCheck;

/* --- the words of a block --- */

static gboolean is_letter(const char *at)
{
  return g_ascii_isalpha(*at) || (*at & 0x80);
}

/* The length of the word at the start of a text, with hyphens and apostrophes inside. */
static gsize word_length(const char *text)
{
  gsize length = 0;
  while (is_letter(text + length) || (length > 0 && (text[length] == '-' || text[length] == '\'') &&
                                      is_letter(text + length + 1)))
    length++;
  return length;
}

static void read_token(EnglishCheck *self, gsize at, gsize length, gsize end_before)
{
  const char *words = self->block->own->str;
  g_array_set_size(self->tokens, self->tokens->len + 1);
  Token *token = &g_array_index(self->tokens, Token, self->tokens->len - 1);
  *token = (Token){.at = at, .length = length, .capital = g_ascii_isupper(words[at])};
  token->joined = self->tokens->len > 1 && end_before + 1 == at && words[at - 1] == ' ';
  if (length < LONGEST) {
    for (gsize i = 0; i < length; i++)
      token->small[i] = g_ascii_tolower(words[at + i]);
    token->word = adref_english_words_find(self->words, token->small);
    token->roles = token->word ? token->word->roles : 0;
  }
}

static void read_tokens(EnglishCheck *self)
{
  const GString *words = self->block->own;
  gsize before = 0;
  g_array_set_size(self->tokens, 0);
  for (gsize at = 0; at < words->len;) {
    gsize length = word_length(words->str + at);
    gboolean beside_digit = length > 0 && at > 0 && g_ascii_isdigit(words->str[at - 1]);
    if (length > 0 && !beside_digit) {
      read_token(self, at, length, before);
      before = at + length;
    }
    at += MAX(length, 1);
  }
}

/* NULL: there are not so many. */
static const Token *token_at(const EnglishCheck *self, guint index)
{
  return index < self->tokens->len ? &g_array_index(self->tokens, Token, index) : NULL;
}

/* The token behind, when nothing but a space stands between. */
static const Token *next_of(const EnglishCheck *self, guint index)
{
  const Token *next = token_at(self, index + 1);
  return next && next->joined ? next : NULL;
}

static gboolean is_word(const Token *token, const char *word)
{
  return token && strcmp(token->small, word) == 0;
}

/* Whether a sentence begins with the token. */
static gboolean begins_sentence(const EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index);
  const char *words = self->block->own->str;
  return token->at == 0 ||
         (token->at > 1 && words[token->at - 1] == ' ' && strchr(".:;", words[token->at - 2]));
}

static void report(EnglishCheck *self, const char *rule, guint first, guint last, const char *why,
                   const char *suggestion)
{
  const Token *from = token_at(self, first), *to = token_at(self, last);
  AdrefCheckFinding *finding =
      adref_check_add(self->text, rule, self->block, from->at, "\"%.*s\"%s%s",
                      (int)(to->at + to->length - from->at), self->block->words->str + from->at,
                      why ? ": " : "", why ? why : "");
  finding->suggestion = g_strdup(suggestion);
}

/* --- spelling and slips --- */

/* How many tokens, from `index` on, are the words of a slip; 0: they are not. */
static guint slip_length(const EnglishCheck *self, guint index, const char *slip)
{
  guint count = 0;
  while (*slip) {
    gsize length = strcspn(slip, " ");
    const Token *token = token_at(self, index + count);
    gboolean same = token && (count == 0 || token->joined) && token->length == length &&
                    strncmp(token->small, slip, length) == 0;
    if (!same)
      return 0;
    count++;
    slip += length + strspn(slip + length, " ");
  }
  return count;
}

static gboolean is_excused(const Token *next, const char *unless)
{
  if (!next || !unless)
    return FALSE;
  g_auto(GStrv) words = g_strsplit(unless, " ", -1);
  return g_strv_contains((const char *const *)words, next->small);
}

/* Whether the word behind a slip is one before which it is none that is right. */
static gboolean is_shown(const Token *next, AdrefEnglishSlipPlace place)
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

static void check_slips(EnglishCheck *self, guint index)
{
  const GArray *slips = token_at(self, index)->word->slips;
  for (guint i = 0; slips && i < slips->len; i++) {
    const AdrefEnglishSlip *slip = &g_array_index(slips, AdrefEnglishSlip, i);
    guint count = slip_length(self, index, slip->wrong);
    const Token *last = count > 0 ? token_at(self, index + count - 1) : NULL;
    gboolean goes_on = last && self->block->own->str[last->at + last->length] == '-';
    const Token *next = last ? next_of(self, index + count - 1) : NULL;
    if (count == 0 || goes_on || is_excused(next, slip->unless) || !is_shown(next, slip->place))
      continue;
    report(self, "integrity/wrong-word", index, index + count - 1, NULL, slip->right);
    return;
  }
}

/* --- one and many --- */

/* Whether a noun ends here: a sign, or a word that no noun can be joined with, follows. */
static gboolean is_complete(const EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index), *next = next_of(self, index);
  char behind = self->block->own->str[token->at + token->length];
  if (next)
    return next->roles & ADREF_ENGLISH_FUNCTION && !is_word(next, "and") && !is_word(next, "or") &&
           !is_word(next, "a");
  return behind == '\0' || strchr(".;:", behind);
}

/* The noun that "each" or "these" belongs to, behind a few adjectives; 0: none is seen. Behind a
 * number or "both" a noun may stand before it: "four priority areas". */
static guint noun_behind(const EnglishCheck *self, guint index)
{
  gboolean many = token_at(self, index)->roles & ADREF_ENGLISH_MANY;
  for (guint i = 1; i <= MAX_MODIFIERS + 1; i++) {
    const Token *token = token_at(self, index + i);
    if (!token || !token->joined)
      return 0;
    guint noun = token->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PLURAL);
    const Token *next = next_of(self, index + i);
    gboolean is_first = many && token->roles == ADREF_ENGLISH_SINGULAR && next &&
                        next->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PLURAL);
    gboolean joins = is_first || is_word(token, "member") || is_word(token, "partner");
    if (noun && !(joins && next && next->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PLURAL)))
      return index + i;
    if (!joins &&
        (token->roles != 0 || is_word(token, "few") || is_word(token, "such") ||
         is_word(token, "other") || is_word(token, "united") || strchr(token->small, '\'') ||
         g_str_has_suffix(token->small, "s") || g_str_has_suffix(token->small, "ly")))
      return 0;
  }
  return 0;
}

/* Whether a verb behind ends the sentence, or its object follows: "leader condemned the", "forum
 * strengthen it". */
static gboolean is_followed_by_verb(const EnglishCheck *self, guint index)
{
  const Token *verb = next_of(self, index);
  gboolean is_verb = verb && verb->roles & (ADREF_ENGLISH_PAST | ADREF_ENGLISH_BASE) &&
                     !(verb->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PLURAL));
  const Token *object = is_verb ? next_of(self, index + 1) : NULL;
  return is_verb && (is_complete(self, index + 1) || is_word(object, "it") ||
                     is_word(object, "them") || is_word(object, "us") || is_word(object, "a"));
}

/* A determiner and its noun of which one stands for one and the other for several. */
static void report_number(EnglishCheck *self, guint index, guint at, gboolean is_many)
{
  const Token *token = token_at(self, index), *noun = token_at(self, at);
  g_autofree char *plural = is_many ? adref_english_with_s(noun->small) : NULL;
  g_autofree char *why =
      plural ? g_strdup_printf("\"%s\" takes a plural: \"%s\"", token->small, plural)
             : g_strdup_printf("\"%s\" takes a singular, and \"%s\" is a plural", token->small,
                               noun->small);
  report(self, "integrity/agreement", index, at, why, NULL);
}

static void check_determiner(EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index);
  gboolean is_a = is_word(token, "a") || is_word(token, "an") || is_word(token, "this");
  gboolean one = is_a || token->roles & ADREF_ENGLISH_ONE;
  gboolean many = token->roles & ADREF_ENGLISH_MANY;
  guint at = one || many ? noun_behind(self, index) : 0;
  const Token *noun = at > 0 ? token_at(self, at) : NULL;
  if (!noun || noun->roles & ADREF_ENGLISH_AMBIGUOUS || (is_a && token->capital && noun->capital))
    return;
  gboolean is_singular = noun->roles & ADREF_ENGLISH_SINGULAR;
  if (is_singular && noun->roles & ADREF_ENGLISH_PLURAL)
    return;
  gboolean ends = is_complete(self, at) || is_followed_by_verb(self, at);
  if (one && !is_singular && (!is_a || ends))
    report_number(self, index, at, FALSE);
  else if (many && is_singular && ends)
    report_number(self, index, at, TRUE);
}

/* "1.5 degree Celsius"; "a 1.5 degree Celsius goal" is right. */
static void check_degree(EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index);
  const char *words = self->block->own->str;
  if (!is_word(token, "degree") || !is_word(next_of(self, index), "celsius") || token->at < 2 ||
      !g_ascii_isdigit(words[token->at - 2]))
    return;
  gboolean is_one = words[token->at - 2] == '1' &&
                    (token->at == 2 || !strchr("0123456789.,", words[token->at - 3]));
  const Token *celsius = token_at(self, index + 1), *behind = next_of(self, index + 1);
  char sign = words[celsius->at + celsius->length];
  if (!is_one && (is_complete(self, index + 1) || is_word(behind, "above") || strchr(",)", sign)))
    report(self, "integrity/agreement", index, index, "a plural stands behind the number",
           "degrees");
}

/* "one of the country". */
static void check_one_of(EnglishCheck *self, guint index)
{
  const Token *the = token_at(self, index + 2);
  if (!is_word(token_at(self, index), "one") || !is_word(next_of(self, index), "of") ||
      !next_of(self, index + 1) || !(is_word(the, "the") || is_word(the, "our")))
    return;
  guint at = noun_behind(self, index + 2);
  const Token *noun = at > 0 ? token_at(self, at) : NULL;
  if (noun && noun->roles & ADREF_ENGLISH_SINGULAR && is_complete(self, at) &&
      !(noun->roles & ADREF_ENGLISH_AMBIGUOUS))
    report(self, "integrity/agreement", index, at, "a plural stands behind \"one of\"", NULL);
}

/* --- subject and verb --- */

static gboolean is_adverb(const Token *token)
{
  static const char *const adverbs[] = {"also", "further", "hereby", "both",
                                        "all",  "again",   "now",    NULL};
  return token && (g_strv_contains(adverbs, token->small) || g_str_has_suffix(token->small, "ly"));
}

/* The verb behind, with an adverb between at most; 0: none. */
static guint verb_behind(const EnglishCheck *self, guint index)
{
  const Token *next = next_of(self, index);
  if (!is_adverb(next))
    return next ? index + 1 : 0;
  return next_of(self, index + 1) ? index + 2 : 0;
}

static gboolean is_clear(const Token *token, guint role)
{
  return token && token->roles & role && !(token->roles & ADREF_ENGLISH_AMBIGUOUS);
}

/* "we welcomes", "we is". */
static void check_we(EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index);
  if (!is_word(token, "we") && !is_word(token, "they"))
    return;
  guint at = verb_behind(self, index);
  const Token *verb = at > 0 ? token_at(self, at) : NULL;
  if (verb &&
      (verb->roles & ADREF_ENGLISH_THIRD || is_word(verb, "is") || is_word(verb, "was") ||
       is_word(verb, "has") || is_word(verb, "does")) &&
      !(verb->roles & ADREF_ENGLISH_PLURAL))
    report(self, "integrity/agreement", index, at,
           "behind we and they the verb is a plural: we welcome, they are", NULL);
}

/* "We the importance of trade": the verb is lost. "We the Leaders", "we the peoples" are right. */
static void check_lost_verb(EnglishCheck *self, guint index)
{
  static const char *const articles[] = {"the", "our", "their", "its", "this", "these", NULL};
  static const char *const people[] = {
      "leaders",     "ministers", "heads",       "members",      "peoples",         "people",
      "governments", "states",    "parties",     "participants", "representatives", "countries",
      "nations",     "delegates", "delegations", "undersigned",  "signatories",     NULL};
  const Token *article = next_of(self, index);
  if (!is_word(token_at(self, index), "we") || !article || article->capital ||
      !g_strv_contains(articles, article->small))
    return;
  for (guint i = index + 2; i <= index + 5; i++) {
    const Token *noun = token_at(self, i);
    if (noun && g_strv_contains(people, noun->small))
      return;
  }
  report(self, "integrity/wrong-word", index, index + 1, "a verb is missing", NULL);
}

/* "is longer needed": the "no" is lost. "is longer than" compares. */
static void check_longer(EnglishCheck *self, guint index)
{
  static const char *const before[] = {"is",  "are",  "was",   "were",  "be",     "will",
                                       "can", "may",  "shall", "could", "should", "would",
                                       "has", "have", "do",    "does",  "did",    NULL};
  static const char *const behind[] = {"be",         "needed", "necessary", "possible",  "required",
                                       "applicable", "exist",  "exists",    "valid",     "divided",
                                       "justified",  "used",   "subject",   "permitted", "allowed",
                                       "acceptable", NULL};
  const Token *longer = next_of(self, index), *verb = longer ? next_of(self, index + 1) : NULL;
  if (!is_word(longer, "longer") || !verb || !g_strv_contains(before, token_at(self, index)->small))
    return;
  if (g_strv_contains(behind, verb->small) ||
      (verb->roles & ADREF_ENGLISH_PAST && !(verb->roles & ADREF_ENGLISH_SINGULAR)))
    report(self, "integrity/wrong-word", index, index + 2, "\"no\" is missing", "no longer");
}

/* Whether an unknown word is a verb of the third person, by its last letter: "draws". */
static gboolean looks_third(const Token *token)
{
  static const char *const ends[] = {"ss", "us", "is", "as", "ays", "aps", "des", "rds", "times"};
  gboolean looks = token->length > 4 && !token->capital && token->roles == 0 &&
                   g_str_has_suffix(token->small, "s") && !strpbrk(token->small, "-'") &&
                   !g_str_has_suffix(token->small, "selves");
  for (guint i = 0; i < G_N_ELEMENTS(ends) && looks; i++)
    looks = !g_str_has_suffix(token->small, ends[i]);
  return looks;
}

/* "will strengthens", "will agreed". */
static void check_modal(EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index),
              *before = index > 0 ? token_at(self, index - 1) : NULL;
  gboolean is_noun =
      before && token->joined &&
      (is_word(before, "the") || is_word(before, "political") || is_word(before, "their") ||
       is_word(before, "our") || is_word(before, "free") || is_word(before, "of"));
  guint at = token->roles & ADREF_ENGLISH_MODAL && !is_noun ? verb_behind(self, index) : 0;
  const Token *verb = at > 0 ? token_at(self, at) : NULL;
  gboolean is_form =
      verb && verb->roles & (ADREF_ENGLISH_THIRD | ADREF_ENGLISH_PAST | ADREF_ENGLISH_GERUND) &&
      !(verb->roles & (ADREF_ENGLISH_BASE | ADREF_ENGLISH_PLURAL)) && !verb->capital;
  if (verb && (is_form || looks_third(verb)))
    report(self, "integrity/agreement", index, at,
           "the plain form of the verb stands here: will strengthen", NULL);
}

/* "have bring", "has decide". */
static void check_have(EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index);
  if (!is_word(token, "have") && !is_word(token, "has") && !is_word(token, "had"))
    return;
  guint at = verb_behind(self, index);
  const Token *verb = at > 0 ? token_at(self, at) : NULL;
  if (verb && !verb->capital &&
      (verb->roles & ADREF_ENGLISH_IRREGULAR ||
       (is_clear(verb, ADREF_ENGLISH_BASE) &&
        !(verb->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PAST)))))
    report(self, "integrity/agreement", index, at,
           "the participle of the verb stands here: have agreed", NULL);
}

/* The verb of a subject that ends at `index`, perhaps with "of Japan and ASEAN"; 0: not seen. */
static guint verb_of(const EnglishCheck *self, guint index)
{
  const Token *next = next_of(self, index);
  if (!is_word(next, "of"))
    return next ? index + 1 : 0;
  for (guint i = index + 1; i <= index + MAX_SUBJECT; i++) {
    const Token *token = token_at(self, i);
    if (!token || !token->joined)
      return 0;
    gboolean goes_on = token->capital || is_word(token, "of") || is_word(token, "the") ||
                       is_word(token, "and") || is_word(token, "both") || is_word(token, "our");
    if (!goes_on)
      return i;
  }
  return 0;
}

static gboolean is_of_one(const Token *verb)
{
  return is_clear(verb, ADREF_ENGLISH_THIRD) || is_word(verb, "is") || is_word(verb, "was") ||
         is_word(verb, "has") || is_word(verb, "does");
}

/* Bodies of many people take either form. */
static gboolean is_collective(const Token *noun)
{
  static const char *const words[] = {"government", "group",   "committee",  "council",
                                      "delegation", "company", "community",  "country",
                                      "party",      "side",    "parliament", NULL};
  return g_strv_contains(words, noun->small);
}

/* A verb without its s that is nothing else, as in "the crisis pose". */
static gboolean is_plain_verb(const Token *verb)
{
  return is_clear(verb, ADREF_ENGLISH_BASE) &&
         !(verb->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PLURAL | ADREF_ENGLISH_PAST));
}

/* "The Leaders welcomes", "The Minister are". */
static void check_subject(EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index);
  gboolean determines = is_word(token, "the") || is_word(token, "our") || is_word(token, "each") ||
                        token->roles & (ADREF_ENGLISH_MANY | ADREF_ENGLISH_ONE);
  if (!determines || !token->capital || !begins_sentence(self, index))
    return;
  guint at = noun_behind(self, index);
  const Token *noun = at > 0 ? token_at(self, at) : NULL;
  guint to = noun ? verb_of(self, at) : 0;
  const Token *verb = to > 0 ? token_at(self, to) : NULL;
  if (!verb || (noun->roles & ADREF_ENGLISH_SINGULAR && noun->roles & ADREF_ENGLISH_PLURAL))
    return;
  gboolean is_plural = noun->roles & ADREF_ENGLISH_PLURAL;
  if (!is_plural && token->roles & ADREF_ENGLISH_MANY)
    return; /* said of the noun */
  if (is_plural && is_of_one(verb))
    report(self, "integrity/agreement", index, to,
           "the subject is a plural, and the verb is a singular", NULL);
  if (!is_plural && to == at + 1 && !is_collective(noun) &&
      (is_word(verb, "are") || is_word(verb, "were") || is_word(verb, "have") ||
       is_word(verb, "do") || (is_plain_verb(verb) && is_followed_by_verb(self, at))))
    report(self, "integrity/agreement", index, to,
           "the subject is a singular, and the verb is a plural", NULL);
}

static gboolean is_plural_word(const Token *token)
{
  static const char *const singular[] = {
      "news",    "politics", "economics", "series",    "means", "always", "perhaps", "species",
      "towards", "besides",  "overseas",  "sometimes", "this",  "its",    "whereas", NULL};
  if (token->roles & ADREF_ENGLISH_PLURAL)
    return !(token->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_THIRD));
  return is_word(token, "women") || is_word(token, "people") || is_word(token, "children") ||
         (token->roles == 0 && token->length > 4 && g_str_has_suffix(token->small, "s") &&
          !g_str_has_suffix(token->small, "ss") && !g_str_has_suffix(token->small, "us") &&
          !g_str_has_suffix(token->small, "is") && !strpbrk(token->small, "-'\xE2") &&
          !g_strv_contains(singular, token->small));
}

/* A verb for one thing. Some are nouns, too, but not directly behind another plural. */
static gboolean is_verb_of_one(const Token *verb)
{
  static const char *const verbs[] = {"stores", "helps",  "plays", "needs",  "causes", "offers",
                                      "shows",  "brings", "faces", "serves", "drives", "supports",
                                      "makes",  "takes",  "gives", "keeps",  "comes",  "leads",
                                      "holds",  "grows",  NULL};
  return (is_of_one(verb) && !(verb->roles & ADREF_ENGLISH_PLURAL)) ||
         g_strv_contains(verbs, verb->small);
}

/* "recognise that mangroves stores carbon": behind "that" stand two words at most and a plural. */
static void check_that(EnglishCheck *self, guint index)
{
  enum {
    MAX_BEFORE = 4
  };
  if (!is_word(token_at(self, index), "that"))
    return;
  for (guint i = index + 1; i <= index + MAX_BEFORE; i++) {
    const Token *token = token_at(self, i), *before = token_at(self, i - 1);
    gboolean joins = is_word(token, "and");
    if (!token || !token->joined || token->capital ||
        (token->roles & (ADREF_ENGLISH_FUNCTION | ADREF_ENGLISH_MODAL | ADREF_ENGLISH_ONE) &&
         !joins))
      return;
    if (g_str_has_suffix(token->small, "ing"))
      return; /* "that meeting these challenges requires" */
    if (i == index + 1 && !joins && !is_plural_word(token) &&
        token->roles & (ADREF_ENGLISH_THIRD | ADREF_ENGLISH_PAST))
      return;
    if (!is_verb_of_one(token))
      continue;
    if (i > index + 1 && is_plural_word(before))
      report(self, "integrity/agreement", index + 1, i,
             "the subject is a plural, and the verb is a singular", NULL);
    return;
  }
}

/* "Growth remain", "The WHO play a part": a sentence begins with one thing. */
static void check_bare_subject(EnglishCheck *self, guint index)
{
  static const char *const things[] = {
      "growth",     "trade",       "cooperation", "progress",     "peace",
      "stability",  "security",    "access",      "investment",   "inflation",
      "terrorism",  "development", "education",   "innovation",   "energy",
      "tourism",    "poverty",     "inequality",  "connectivity", "violence",
      "corruption", "agriculture", "democracy",   "diplomacy",    NULL};
  const Token *token = token_at(self, index), *name = next_of(self, index);
  gboolean is_name = is_word(token, "the") && name && name->length >= 3 && name->capital;
  for (gsize i = 0; is_name && i < name->length; i++)
    is_name = g_ascii_isupper(self->block->own->str[name->at + i]);
  if (!token->capital || !begins_sentence(self, index) ||
      (!is_name && !g_strv_contains(things, token->small)))
    return;
  guint at = is_name ? index + 2 : index + 1;
  const Token *verb = token_at(self, at), *behind = next_of(self, at);
  if (!verb || !verb->joined || verb->capital)
    return;
  gboolean plays = is_word(verb, "play") || is_word(verb, "need") || is_word(verb, "help");
  gboolean is_many = is_plain_verb(verb) || (plays && is_word(behind, "a")) ||
                     is_word(verb, "have") || is_word(verb, "are") || is_word(verb, "were") ||
                     (verb->roles & ADREF_ENGLISH_BASE && !(verb->roles & ADREF_ENGLISH_PAST) &&
                      is_word(behind, "a"));
  if (is_many)
    report(self, "integrity/agreement", index, at,
           "the subject is a singular, and the verb is a plural", NULL);
}

/* "will be settle". */
static void check_be(EnglishCheck *self, guint index)
{
  const Token *verb = is_word(token_at(self, index), "be") ? next_of(self, index) : NULL;
  if (verb && !verb->capital && is_plain_verb(verb))
    report(self, "integrity/agreement", index, index + 1,
           "the participle of the verb stands here: be agreed", NULL);
}

/* "each of us protect", "each of the parties have". */
static void check_each_of(EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index);
  if ((!is_word(token, "each") && !is_word(token, "neither")) ||
      !is_word(next_of(self, index), "of"))
    return;
  const Token *whom = next_of(self, index + 1);
  guint at = is_word(whom, "us") || is_word(whom, "them") ? index + 2 : 0;
  if (is_word(whom, "the") || is_word(whom, "our"))
    at = noun_behind(self, index + 2);
  const Token *verb = at > 0 ? next_of(self, at) : NULL;
  if (verb && (is_clear(verb, ADREF_ENGLISH_BASE) || is_word(verb, "are") ||
               is_word(verb, "were") || is_word(verb, "have") || is_word(verb, "do")))
    report(self, "integrity/agreement", index, at + 1,
           "each and neither take the verb in the singular: each of us has", NULL);
}

/* --- both ... and, either ... or --- */

/* Whether a word stands among the next ones of the sentence. */
static gboolean comes_soon(const EnglishCheck *self, guint index, const char *word, guint count)
{
  for (guint i = index + 1; i <= index + count; i++) {
    const Token *token = token_at(self, i);
    if (!token || !token->joined || is_word(token, word))
      return token && token->joined;
  }
  return FALSE;
}

static void check_correlation(EnglishCheck *self, guint index)
{
  static const char *const pairs[][3] = {
      {"both", "and", "or"}, {"either", "or", "nor"}, {"neither", "nor", "or"}};
  const Token *token = token_at(self, index);
  guint kind = 0;
  while (kind < G_N_ELEMENTS(pairs) && !is_word(token, pairs[kind][0]))
    kind++;
  const Token *next = kind < G_N_ELEMENTS(pairs) ? next_of(self, index) : NULL;
  if (!next || is_word(next, "of") || (kind == 0 && next->roles & ADREF_ENGLISH_PLURAL))
    return;
  for (guint i = index + 1; i <= index + MAX_CORRELATED; i++) {
    const Token *between = token_at(self, i);
    if (!between || !between->joined || is_word(between, pairs[kind][1]))
      return;
    if (!is_word(between, pairs[kind][2]))
      continue;
    if (kind == 1 || !comes_soon(self, i, pairs[kind][1], kind == 0 ? 4 : 2 * MAX_CORRELATED))
      report(self, "integrity/wrong-word", index, i, NULL, pairs[kind][1]);
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

/* Each word once. */
static void report_spelling(EnglishCheck *self, guint role)
{
  g_autoptr(GHashTable) reported = reported_words(self->text->findings);
  const char *why = role == ADREF_ENGLISH_AMERICAN
                        ? "American, and other words of the text are British"
                        : "British, and other words of the text are American";
  for (guint i = 0; i < self->text->blocks->len; i++) {
    self->block = self->text->blocks->pdata[i];
    read_tokens(self);
    for (guint j = 0; j < self->tokens->len; j++) {
      const Token *token = token_at(self, j);
      if (token->roles & role && !token->capital &&
          g_hash_table_add(reported, g_strdup(token->small)))
        report(self, "integrity/mixed-spelling", j, j, why, NULL);
    }
  }
}

/* --- a text --- */

/* "both nation's leaders", with either apostrophe. */
static void check_possessive(EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index), *owner = next_of(self, index);
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
  report(self, "integrity/agreement", index, index + 1, "the owner is a plural", right);
}

/* What a word asks of those behind it. */
static void check_word(EnglishCheck *self, guint index)
{
  const Token *token = token_at(self, index);
  if (token->word->spelled)
    report(self, "integrity/misspelling", index, index, NULL, token->word->spelled);
  check_slips(self, index);
  if (token->roles & ADREF_ENGLISH_MODAL)
    check_modal(self, index);
  check_degree(self, index);
  check_longer(self, index);
  if (!(token->roles & ADREF_ENGLISH_OPENS))
    return;
  check_possessive(self, index);
  check_determiner(self, index);
  check_one_of(self, index);
  check_we(self, index);
  check_lost_verb(self, index);
  check_have(self, index);
  check_subject(self, index);
  check_each_of(self, index);
  check_correlation(self, index);
}

static void check_block(EnglishCheck *self)
{
  read_tokens(self);
  for (guint i = 0; i < self->tokens->len; i++) {
    const Token *token = token_at(self, i);
    check_that(self, i);
    check_bare_subject(self, i);
    check_be(self, i);
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
  EnglishCheck self = {
      .text = text, .words = words, .tokens = g_array_new(FALSE, FALSE, sizeof(Token))};
  for (guint i = 0; i < text->blocks->len; i++) {
    self.block = text->blocks->pdata[i];
    check_block(&self);
  }
  if (self.british > 0 && self.american > 0)
    report_spelling(&self,
                    self.american <= self.british ? ADREF_ENGLISH_AMERICAN : ADREF_ENGLISH_BRITISH);
  g_array_unref(self.tokens);
}
