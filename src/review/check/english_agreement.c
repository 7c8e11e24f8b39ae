#include "review/check/english_agreement.h"

#include <string.h>

enum {
  MAX_MODIFIERS = 2, /* words between "each" and its noun */
  MAX_SUBJECT = 8    /* words between a subject and its verb */
};

/* --- one and many --- */

/* Whether a noun ends here: a sign, or a word that no noun can be joined with, follows. */
static gboolean is_complete(const AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index),
                          *next = adref_english_token_behind(self, index);
  char behind = self->block->own->str[token->at + token->length];
  if (next)
    return next->roles & ADREF_ENGLISH_FUNCTION && !adref_english_token_is(next, "and") &&
           !adref_english_token_is(next, "or") && !adref_english_token_is(next, "a");
  return behind == '\0' || strchr(".;:", behind);
}

/* The noun that "each" or "these" belongs to, behind a few adjectives; 0: none is seen. Behind a
 * number or "both" a noun may stand before it: "four priority areas". */
static guint noun_behind(const AdrefEnglishCheck *self, guint index)
{
  gboolean many = adref_english_token_at(self, index)->roles & ADREF_ENGLISH_MANY;
  for (guint i = 1; i <= MAX_MODIFIERS + 1; i++) {
    const AdrefEnglishToken *token = adref_english_token_at(self, index + i);
    if (!token || !token->joined)
      return 0;
    guint noun = token->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PLURAL);
    const AdrefEnglishToken *next = adref_english_token_behind(self, index + i);
    gboolean is_first = many && token->roles == ADREF_ENGLISH_SINGULAR && next &&
                        next->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PLURAL);
    gboolean joins = is_first || adref_english_token_is(token, "member") ||
                     adref_english_token_is(token, "partner");
    if (noun && !(joins && next && next->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PLURAL)))
      return index + i;
    if (!joins &&
        (token->roles != 0 || adref_english_token_is(token, "few") ||
         adref_english_token_is(token, "such") || adref_english_token_is(token, "other") ||
         adref_english_token_is(token, "united") || strchr(token->small, '\'') ||
         g_str_has_suffix(token->small, "s") || g_str_has_suffix(token->small, "ly")))
      return 0;
  }
  return 0;
}

/* Whether a verb behind ends the sentence, or its object follows: "leader condemned the", "forum
 * strengthen it". */
static gboolean is_followed_by_verb(const AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *verb = adref_english_token_behind(self, index);
  gboolean is_verb = verb && verb->roles & (ADREF_ENGLISH_PAST | ADREF_ENGLISH_BASE) &&
                     !(verb->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PLURAL));
  const AdrefEnglishToken *object = is_verb ? adref_english_token_behind(self, index + 1) : NULL;
  return is_verb && (is_complete(self, index + 1) || adref_english_token_is(object, "it") ||
                     adref_english_token_is(object, "them") ||
                     adref_english_token_is(object, "us") || adref_english_token_is(object, "a"));
}

/* A determiner and its noun of which one stands for one and the other for several. */
static void report_number(AdrefEnglishCheck *self, guint index, guint at, gboolean is_many)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index),
                          *noun = adref_english_token_at(self, at);
  g_autofree char *plural = is_many ? adref_english_with_s(noun->small) : NULL;
  g_autofree char *why =
      plural ? g_strdup_printf("\"%s\" takes a plural: \"%s\"", token->small, plural)
             : g_strdup_printf("\"%s\" takes a singular, and \"%s\" is a plural", token->small,
                               noun->small);
  adref_english_report(self, "integrity/agreement", index, at, why, NULL);
}

static void check_determiner(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index);
  gboolean is_a = adref_english_token_is(token, "a") || adref_english_token_is(token, "an") ||
                  adref_english_token_is(token, "this");
  gboolean one = is_a || token->roles & ADREF_ENGLISH_ONE;
  gboolean many = token->roles & ADREF_ENGLISH_MANY;
  guint at = one || many ? noun_behind(self, index) : 0;
  const AdrefEnglishToken *noun = at > 0 ? adref_english_token_at(self, at) : NULL;
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
static void check_degree(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index);
  const char *words = self->block->own->str;
  if (!adref_english_token_is(token, "degree") ||
      !adref_english_token_is(adref_english_token_behind(self, index), "celsius") ||
      token->at < 2 || !g_ascii_isdigit(words[token->at - 2]))
    return;
  gboolean is_one = words[token->at - 2] == '1' &&
                    (token->at == 2 || !strchr("0123456789.,", words[token->at - 3]));
  const AdrefEnglishToken *celsius = adref_english_token_at(self, index + 1),
                          *behind = adref_english_token_behind(self, index + 1);
  char sign = words[celsius->at + celsius->length];
  if (!is_one && (is_complete(self, index + 1) || adref_english_token_is(behind, "above") ||
                  strchr(",)", sign)))
    adref_english_report(self, "integrity/agreement", index, index,
                         "a plural stands behind the number", "degrees");
}

/* "one of the country". */
static void check_one_of(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *the = adref_english_token_at(self, index + 2);
  if (!adref_english_token_is(adref_english_token_at(self, index), "one") ||
      !adref_english_token_is(adref_english_token_behind(self, index), "of") ||
      !adref_english_token_behind(self, index + 1) ||
      !(adref_english_token_is(the, "the") || adref_english_token_is(the, "our")))
    return;
  guint at = noun_behind(self, index + 2);
  const AdrefEnglishToken *noun = at > 0 ? adref_english_token_at(self, at) : NULL;
  if (noun && noun->roles & ADREF_ENGLISH_SINGULAR && is_complete(self, at) &&
      !(noun->roles & ADREF_ENGLISH_AMBIGUOUS))
    adref_english_report(self, "integrity/agreement", index, at,
                         "a plural stands behind \"one of\"", NULL);
}

/* --- subject and verb --- */

static gboolean is_adverb(const AdrefEnglishToken *token)
{
  static const char *const adverbs[] = {"also", "further", "hereby", "both",
                                        "all",  "again",   "now",    NULL};
  return token && (g_strv_contains(adverbs, token->small) || g_str_has_suffix(token->small, "ly"));
}

/* The verb behind, with an adverb between at most; 0: none. */
static guint verb_behind(const AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *next = adref_english_token_behind(self, index);
  if (!is_adverb(next))
    return next ? index + 1 : 0;
  return adref_english_token_behind(self, index + 1) ? index + 2 : 0;
}

static gboolean is_clear(const AdrefEnglishToken *token, guint role)
{
  return token && token->roles & role && !(token->roles & ADREF_ENGLISH_AMBIGUOUS);
}

/* "we welcomes", "we is". */
static void check_we(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index);
  if (!adref_english_token_is(token, "we") && !adref_english_token_is(token, "they"))
    return;
  guint at = verb_behind(self, index);
  const AdrefEnglishToken *verb = at > 0 ? adref_english_token_at(self, at) : NULL;
  if (verb &&
      (verb->roles & ADREF_ENGLISH_THIRD || adref_english_token_is(verb, "is") ||
       adref_english_token_is(verb, "was") || adref_english_token_is(verb, "has") ||
       adref_english_token_is(verb, "does")) &&
      !(verb->roles & ADREF_ENGLISH_PLURAL))
    adref_english_report(self, "integrity/agreement", index, at,
                         "behind we and they the verb is a plural: we welcome, they are", NULL);
}

/* "We the importance of trade": the verb is lost. "We the Leaders", "we the peoples" are right. */
static void check_lost_verb(AdrefEnglishCheck *self, guint index)
{
  static const char *const articles[] = {"the", "our", "their", "its", "this", "these", NULL};
  static const char *const people[] = {
      "leaders",     "ministers", "heads",       "members",      "peoples",         "people",
      "governments", "states",    "parties",     "participants", "representatives", "countries",
      "nations",     "delegates", "delegations", "undersigned",  "signatories",     NULL};
  const AdrefEnglishToken *article = adref_english_token_behind(self, index);
  if (!adref_english_token_is(adref_english_token_at(self, index), "we") || !article ||
      article->capital || !g_strv_contains(articles, article->small))
    return;
  for (guint i = index + 2; i <= index + 5; i++) {
    const AdrefEnglishToken *noun = adref_english_token_at(self, i);
    if (noun && g_strv_contains(people, noun->small))
      return;
  }
  adref_english_report(self, "integrity/wrong-word", index, index + 1, "a verb is missing", NULL);
}

/* "is longer needed": the "no" is lost. "is longer than" compares. */
static void check_longer(AdrefEnglishCheck *self, guint index)
{
  static const char *const before[] = {"is",  "are",  "was",   "were",  "be",     "will",
                                       "can", "may",  "shall", "could", "should", "would",
                                       "has", "have", "do",    "does",  "did",    NULL};
  static const char *const behind[] = {"be",         "needed", "necessary", "possible",  "required",
                                       "applicable", "exist",  "exists",    "valid",     "divided",
                                       "justified",  "used",   "subject",   "permitted", "allowed",
                                       "acceptable", NULL};
  const AdrefEnglishToken *longer = adref_english_token_behind(self, index),
                          *verb = longer ? adref_english_token_behind(self, index + 1) : NULL;
  if (!adref_english_token_is(longer, "longer") || !verb ||
      !g_strv_contains(before, adref_english_token_at(self, index)->small))
    return;
  if (g_strv_contains(behind, verb->small) ||
      (verb->roles & ADREF_ENGLISH_PAST && !(verb->roles & ADREF_ENGLISH_SINGULAR)))
    adref_english_report(self, "integrity/wrong-word", index, index + 2, "\"no\" is missing",
                         "no longer");
}

/* Whether an unknown word is a verb of the third person, by its last letter: "draws". */
static gboolean looks_third(const AdrefEnglishToken *token)
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
static void check_modal(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index),
                          *before = index > 0 ? adref_english_token_at(self, index - 1) : NULL;
  gboolean is_noun =
      before && token->joined &&
      (adref_english_token_is(before, "the") || adref_english_token_is(before, "political") ||
       adref_english_token_is(before, "their") || adref_english_token_is(before, "our") ||
       adref_english_token_is(before, "free") || adref_english_token_is(before, "of"));
  guint at = token->roles & ADREF_ENGLISH_MODAL && !is_noun ? verb_behind(self, index) : 0;
  const AdrefEnglishToken *verb = at > 0 ? adref_english_token_at(self, at) : NULL;
  gboolean is_form =
      verb && verb->roles & (ADREF_ENGLISH_THIRD | ADREF_ENGLISH_PAST | ADREF_ENGLISH_GERUND) &&
      !(verb->roles & (ADREF_ENGLISH_BASE | ADREF_ENGLISH_PLURAL)) && !verb->capital;
  if (verb && (is_form || looks_third(verb)))
    adref_english_report(self, "integrity/agreement", index, at,
                         "the plain form of the verb stands here: will strengthen", NULL);
}

/* "have bring", "has decide". */
static void check_have(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index);
  if (!adref_english_token_is(token, "have") && !adref_english_token_is(token, "has") &&
      !adref_english_token_is(token, "had"))
    return;
  guint at = verb_behind(self, index);
  const AdrefEnglishToken *verb = at > 0 ? adref_english_token_at(self, at) : NULL;
  if (verb && !verb->capital &&
      (verb->roles & ADREF_ENGLISH_IRREGULAR ||
       (is_clear(verb, ADREF_ENGLISH_BASE) &&
        !(verb->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PAST)))))
    adref_english_report(self, "integrity/agreement", index, at,
                         "the participle of the verb stands here: have agreed", NULL);
}

/* The verb of a subject that ends at `index`, perhaps with "of Japan and ASEAN"; 0: not seen. */
static guint verb_of(const AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *next = adref_english_token_behind(self, index);
  if (!adref_english_token_is(next, "of"))
    return next ? index + 1 : 0;
  for (guint i = index + 1; i <= index + MAX_SUBJECT; i++) {
    const AdrefEnglishToken *token = adref_english_token_at(self, i);
    if (!token || !token->joined)
      return 0;
    gboolean goes_on =
        token->capital || adref_english_token_is(token, "of") ||
        adref_english_token_is(token, "the") || adref_english_token_is(token, "and") ||
        adref_english_token_is(token, "both") || adref_english_token_is(token, "our");
    if (!goes_on)
      return i;
  }
  return 0;
}

static gboolean is_of_one(const AdrefEnglishToken *verb)
{
  return is_clear(verb, ADREF_ENGLISH_THIRD) || adref_english_token_is(verb, "is") ||
         adref_english_token_is(verb, "was") || adref_english_token_is(verb, "has") ||
         adref_english_token_is(verb, "does");
}

/* Bodies of many people take either form. */
static gboolean is_collective(const AdrefEnglishToken *noun)
{
  static const char *const words[] = {"government", "group",   "committee",  "council",
                                      "delegation", "company", "community",  "country",
                                      "party",      "side",    "parliament", NULL};
  return g_strv_contains(words, noun->small);
}

/* A verb without its s that is nothing else, as in "the crisis pose". */
static gboolean is_plain_verb(const AdrefEnglishToken *verb)
{
  return is_clear(verb, ADREF_ENGLISH_BASE) &&
         !(verb->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_PLURAL | ADREF_ENGLISH_PAST));
}

/* "The Leaders welcomes", "The Minister are". */
static void check_subject(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index);
  gboolean determines = adref_english_token_is(token, "the") ||
                        adref_english_token_is(token, "our") ||
                        adref_english_token_is(token, "each") ||
                        token->roles & (ADREF_ENGLISH_MANY | ADREF_ENGLISH_ONE);
  if (!determines || !token->capital || !adref_english_begins_sentence(self, index))
    return;
  guint at = noun_behind(self, index);
  const AdrefEnglishToken *noun = at > 0 ? adref_english_token_at(self, at) : NULL;
  guint to = noun ? verb_of(self, at) : 0;
  const AdrefEnglishToken *verb = to > 0 ? adref_english_token_at(self, to) : NULL;
  if (!verb || (noun->roles & ADREF_ENGLISH_SINGULAR && noun->roles & ADREF_ENGLISH_PLURAL))
    return;
  gboolean is_plural = noun->roles & ADREF_ENGLISH_PLURAL;
  if (!is_plural && token->roles & ADREF_ENGLISH_MANY)
    return; /* said of the noun */
  if (is_plural && is_of_one(verb))
    adref_english_report(self, "integrity/agreement", index, to,
                         "the subject is a plural, and the verb is a singular", NULL);
  if (!is_plural && to == at + 1 && !is_collective(noun) &&
      (adref_english_token_is(verb, "are") || adref_english_token_is(verb, "were") ||
       adref_english_token_is(verb, "have") || adref_english_token_is(verb, "do") ||
       (is_plain_verb(verb) && is_followed_by_verb(self, at))))
    adref_english_report(self, "integrity/agreement", index, to,
                         "the subject is a singular, and the verb is a plural", NULL);
}

static gboolean is_plural_word(const AdrefEnglishToken *token)
{
  static const char *const singular[] = {
      "news",    "politics", "economics", "series",    "means", "always", "perhaps", "species",
      "towards", "besides",  "overseas",  "sometimes", "this",  "its",    "whereas", NULL};
  if (token->roles & ADREF_ENGLISH_PLURAL)
    return !(token->roles & (ADREF_ENGLISH_SINGULAR | ADREF_ENGLISH_THIRD));
  return adref_english_token_is(token, "women") || adref_english_token_is(token, "people") ||
         adref_english_token_is(token, "children") ||
         (token->roles == 0 && token->length > 4 && g_str_has_suffix(token->small, "s") &&
          !g_str_has_suffix(token->small, "ss") && !g_str_has_suffix(token->small, "us") &&
          !g_str_has_suffix(token->small, "is") && !strpbrk(token->small, "-'\xE2") &&
          !g_strv_contains(singular, token->small));
}

/* A verb for one thing. Some are nouns, too, but not directly behind another plural. */
static gboolean is_verb_of_one(const AdrefEnglishToken *verb)
{
  static const char *const verbs[] = {"stores", "helps",  "plays", "needs",  "causes", "offers",
                                      "shows",  "brings", "faces", "serves", "drives", "supports",
                                      "makes",  "takes",  "gives", "keeps",  "comes",  "leads",
                                      "holds",  "grows",  NULL};
  return (is_of_one(verb) && !(verb->roles & ADREF_ENGLISH_PLURAL)) ||
         g_strv_contains(verbs, verb->small);
}

/* "recognise that mangroves stores carbon": behind "that" stand two words at most and a plural. */
static void check_that(AdrefEnglishCheck *self, guint index)
{
  enum {
    MAX_BEFORE = 4
  };
  if (!adref_english_token_is(adref_english_token_at(self, index), "that"))
    return;
  for (guint i = index + 1; i <= index + MAX_BEFORE; i++) {
    const AdrefEnglishToken *token = adref_english_token_at(self, i),
                            *before = adref_english_token_at(self, i - 1);
    gboolean joins = adref_english_token_is(token, "and");
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
      adref_english_report(self, "integrity/agreement", index + 1, i,
                           "the subject is a plural, and the verb is a singular", NULL);
    return;
  }
}

/* "Growth remain", "The WHO play a part": a sentence begins with one thing. */
static void check_bare_subject(AdrefEnglishCheck *self, guint index)
{
  static const char *const things[] = {
      "growth",     "trade",       "cooperation", "progress",     "peace",
      "stability",  "security",    "access",      "investment",   "inflation",
      "terrorism",  "development", "education",   "innovation",   "energy",
      "tourism",    "poverty",     "inequality",  "connectivity", "violence",
      "corruption", "agriculture", "democracy",   "diplomacy",    NULL};
  const AdrefEnglishToken *token = adref_english_token_at(self, index),
                          *name = adref_english_token_behind(self, index);
  gboolean is_name =
      adref_english_token_is(token, "the") && name && name->length >= 3 && name->capital;
  for (gsize i = 0; is_name && i < name->length; i++)
    is_name = g_ascii_isupper(self->block->own->str[name->at + i]);
  if (!token->capital || !adref_english_begins_sentence(self, index) ||
      (!is_name && !g_strv_contains(things, token->small)))
    return;
  guint at = is_name ? index + 2 : index + 1;
  const AdrefEnglishToken *verb = adref_english_token_at(self, at),
                          *behind = adref_english_token_behind(self, at);
  if (!verb || !verb->joined || verb->capital)
    return;
  gboolean plays = adref_english_token_is(verb, "play") || adref_english_token_is(verb, "need") ||
                   adref_english_token_is(verb, "help");
  gboolean is_many = is_plain_verb(verb) || (plays && adref_english_token_is(behind, "a")) ||
                     adref_english_token_is(verb, "have") || adref_english_token_is(verb, "are") ||
                     adref_english_token_is(verb, "were") ||
                     (verb->roles & ADREF_ENGLISH_BASE && !(verb->roles & ADREF_ENGLISH_PAST) &&
                      adref_english_token_is(behind, "a"));
  if (is_many)
    adref_english_report(self, "integrity/agreement", index, at,
                         "the subject is a singular, and the verb is a plural", NULL);
}

/* "will be settle". */
static void check_be(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *verb = adref_english_token_is(adref_english_token_at(self, index), "be")
                                      ? adref_english_token_behind(self, index)
                                      : NULL;
  if (verb && !verb->capital && is_plain_verb(verb))
    adref_english_report(self, "integrity/agreement", index, index + 1,
                         "the participle of the verb stands here: be agreed", NULL);
}

/* "each of us protect", "each of the parties have". */
static void check_each_of(AdrefEnglishCheck *self, guint index)
{
  const AdrefEnglishToken *token = adref_english_token_at(self, index);
  if ((!adref_english_token_is(token, "each") && !adref_english_token_is(token, "neither")) ||
      !adref_english_token_is(adref_english_token_behind(self, index), "of"))
    return;
  const AdrefEnglishToken *whom = adref_english_token_behind(self, index + 1);
  guint at =
      adref_english_token_is(whom, "us") || adref_english_token_is(whom, "them") ? index + 2 : 0;
  if (adref_english_token_is(whom, "the") || adref_english_token_is(whom, "our"))
    at = noun_behind(self, index + 2);
  const AdrefEnglishToken *verb = at > 0 ? adref_english_token_behind(self, at) : NULL;
  if (verb && (is_clear(verb, ADREF_ENGLISH_BASE) || adref_english_token_is(verb, "are") ||
               adref_english_token_is(verb, "were") || adref_english_token_is(verb, "have") ||
               adref_english_token_is(verb, "do")))
    adref_english_report(self, "integrity/agreement", index, at + 1,
                         "each and neither take the verb in the singular: each of us has", NULL);
}

/* --- a word --- */

static void check_known(AdrefEnglishCheck *self, guint index, guint roles)
{
  if (roles & ADREF_ENGLISH_MODAL)
    check_modal(self, index);
  check_degree(self, index);
  check_longer(self, index);
  if (!(roles & ADREF_ENGLISH_OPENS))
    return;
  check_determiner(self, index);
  check_one_of(self, index);
  check_we(self, index);
  check_lost_verb(self, index);
  check_have(self, index);
  check_subject(self, index);
  check_each_of(self, index);
}

void adref_english_agreement_check(AdrefEnglishCheck *self, guint index)
{
  check_that(self, index);
  check_bare_subject(self, index);
  check_be(self, index);
  const AdrefEnglishToken *token = adref_english_token_at(self, index);
  if (token->word)
    check_known(self, index, token->roles);
}
