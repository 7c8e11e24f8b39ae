#include "language/item_form.h"

#include <string.h>

#include "language/language_tag.h"

/* Lists of words and endings, with a space before and behind each. Where two rules give forms to a
 * word, the first one counts: exceptions, `nouns`, `verbs`, then endings. */
typedef struct {
  const char *language;
  const char *either;       /* words that are verbs and nouns, or nothing of both */
  const char *before_verbs; /* "to" */
  const char *before_nouns; /* "the" */
  const char *nouns, *verbs;
  const char *noun_ends, *verb_ends;
} FormWords;

static const FormWords tables[] = {
    {"en",
     " supplement complement document augment cement comment experiment advance finance "
     "influence balance evidence experience reference silence sentence position condition "
     "function transition question mention exercise enterprise expertise otherwise likewise "
     "promise compromise surprise size prize franchise unison measure capture venture "
     "structure feature during bring according regarding including concerning following "
     "outstanding ongoing upcoming existing leading emerging something nothing anything "
     "remaining pending supply reply ally rally ",
     " to ",
     " the a an this these all each every any such its their our his no both several many more ",
     " access agreement agreements action actions approach assistance capacity climate "
     "assembly anomaly family monopoly "
     "dialogue education efforts energy health information knowledge peace people security "
     "skills technology trade transparency ",
     " accelerate accede achieve adapt adhere adjust adopt align allocate analyse analyze "
     "apply appoint assess assist attract avoid become broaden build coordinate co-operate "
     "co-ordinate collaborate collect combine communicate compile comply conclude conduct "
     "connect conserve consider consolidate consult continue contribute convene cooperate "
     "create cultivate declare deepen define deliver demonstrate deploy detect determine "
     "develop diversify discuss disseminate educate elevate eliminate empower enable "
     "encourage enforce engage enhance enlarge enrich ensure equip eradicate establish "
     "evaluate examine expand expedite explore extend facilitate foster fulfil fulfill "
     "generate give harness help identify implement improve incorporate include inform "
     "initiate inspire integrate intensify introduce invest investigate join keep learn "
     "maintain make manage meet mitigate multiply negotiate notify nurture observe obtain oppose "
     "organise organize overcome participate prepare preserve prevent produce prohibit "
     "promote propose prosecute protect provide publish pursue reaffirm realise realize "
     "rebuild recognise recognize recover reduce refrain regulate reinforce reiterate reject "
     "rely "
     "remain remove renew replace require resist restore revise revitalise revitalize "
     "safeguard send settle simplify solve stimulate streamline strengthen submit sustain "
     "take terminate transform translate undertake unite unlock uphold utilise utilize verify "
     "withdraw ",
     " tion tions sion sions ment ments ance ances ence ences ity ities ship ships ness ism "
     "ional ical tive sive ous ",
     " ify ise ize "},
    {"fr",
     " premier dernier papier chantier atelier courrier particulier pouvoir avenir désir "
     "loisir plaisir devoir savoir hier hiver entier ",
     " ", " le la les l un une des du ce cette ces son sa ses leur leurs ", " ",
     " promouvoir mettre prendre faire maintenir soutenir réduire permettre ",
     " tion tions sion sions ment ments ance ances ence ences té tés ", " er ir oir uire "},
    {"es", " lugar hogar bienestar poder deber mar militar familiar popular ", " para a ",
     " el la los las un una unos unas este esta su sus ", " ", " ",
     " ción ciones sión siones miento mientos dad dades ", " ar er ir "},
    {"pt", " lugar lar bem-estar poder dever mar militar familiar popular ", " para ",
     " o a os as um uma este esta seu sua ", " ", " ",
     " ção ções são sões mento mentos dade dades ", " ar er ir "},
    {"id", " ", " untuk ", " para suatu setiap semua ", " kerja kerjasama ", " ", " ", " "},
    {"ms", " ", " untuk bagi ", " para suatu setiap semua ", " kerjasama ", " ", " ", " "},
};

/* Words in -ing that are nouns as well: "training of officials". */
static const char nominal[] =
    " training funding building meeting sharing planning banking shipping farming fishing "
    "manufacturing engineering marketing monitoring financing testing housing learning "
    "understanding computing processing mining reporting trafficking smuggling laundering "
    "lending spending ";

static gboolean is_among(const char *list, const char *word)
{
  g_autofree char *whole = g_strdup_printf(" %s ", word);
  return strstr(list, whole) != NULL;
}

/* Whether a word has one of the endings behind at least three letters. */
static gboolean ends_as(const char *list, const char *word)
{
  gsize length = strlen(word);
  for (const char *at = list + 1; *at; at = strchr(at, ' ') + 1) {
    gsize size = strcspn(at, " ");
    if (length >= size + 3 && strncmp(word + length - size, at, size) == 0)
      return TRUE;
  }
  return FALSE;
}

/* The next word in small letters, or NULL; *at stands behind it. Caller frees. */
static char *next_word(const char **at)
{
  const char *start = *at;
  while (*start && !g_unichar_isalpha(g_utf8_get_char(start)))
    start = g_utf8_next_char(start);
  const char *end = start;
  while (g_unichar_isalpha(g_utf8_get_char(end)) || g_unichar_ismark(g_utf8_get_char(end)) ||
         (*end == '-' && end > start))
    end = g_utf8_next_char(end);
  *at = end;
  return end > start ? g_utf8_strdown(start, end - start) : NULL;
}

/* "strengthening of ties" is a noun, "strengthening the ties" none. */
static AdrefItemForms form_of_gerund(const char *word, const char *rest)
{
  g_autofree char *next = next_word(&rest);
  if (next && strcmp(next, "of") == 0)
    return ADREF_ITEM_GERUND | ADREF_ITEM_NOUN;
  return is_among(nominal, word) ? ADREF_ITEM_GERUND | ADREF_ITEM_NOUN : ADREF_ITEM_GERUND;
}

/* meN- and ber- make verbs, ke-an and pe-an nouns. */
static AdrefItemForms form_of_affixes(const char *word)
{
  if (strlen(word) > 6 && (g_str_has_prefix(word, "me") || g_str_has_prefix(word, "ber")) &&
      !g_str_has_suffix(word, "an"))
    return ADREF_ITEM_VERB;
  if (strlen(word) > 6 && (g_str_has_prefix(word, "pe") || g_str_has_prefix(word, "ke")) &&
      g_str_has_suffix(word, "an"))
    return ADREF_ITEM_NOUN;
  return ADREF_ITEM_ANY;
}

/* An English word that no rule knows: without -ing it is no gerund. A small word may begin
 * anything, and so may one in -ed, "united in", "based on". */
static AdrefItemForms form_of_unknown(const char *word)
{
  static const char small[] =
      " about above across after against along among around before behind below beneath beside "
      "between beyond both each either else even every first from hence here how into like "
      "moreover near neither once only onto over same second since some than that then there "
      "thereby "
      "third through throughout thus toward towards under unless until upon what when where "
      "whereas whether which while who whose with within without ";
  return strlen(word) < 4 || is_among(small, word) || ends_as(" ing ed ", word)
             ? ADREF_ITEM_ANY
             : ADREF_ITEM_VERB | ADREF_ITEM_NOUN;
}

static AdrefItemForms form_of_word(const FormWords *table, const char *word, const char *rest)
{
  gboolean is_english = strcmp(table->language, "en") == 0;
  if (is_among(table->either, word))
    return is_english ? form_of_unknown(word) : ADREF_ITEM_ANY;
  if (is_among(table->before_verbs, word) && is_among(table->before_nouns, word))
    return ADREF_ITEM_ANY;
  if (is_among(table->before_verbs, word))
    return ADREF_ITEM_TO;
  if (is_among(table->before_nouns, word) || is_among(table->nouns, word))
    return ADREF_ITEM_NOUN;
  if (is_among(table->verbs, word))
    return ADREF_ITEM_VERB;
  if (is_english && ends_as(" ing ", word))
    return form_of_gerund(word, rest);
  if (ends_as(table->noun_ends, word))
    return ADREF_ITEM_NOUN;
  if (ends_as(table->verb_ends, word))
    return ADREF_ITEM_VERB;
  if (is_english)
    return form_of_unknown(word);
  return strcmp(table->language, "id") == 0 || strcmp(table->language, "ms") == 0
             ? form_of_affixes(word)
             : ADREF_ITEM_ANY;
}

/* Whether an English word is an adverb, "jointly", which stands before the word that counts:
 * "apply" is a verb, and "family" a noun. */
static gboolean is_adverb(const FormWords *table, const char *word)
{
  return strcmp(table->language, "en") == 0 && g_str_has_suffix(word, "ly") &&
         !is_among(table->verbs, word) && !is_among(table->nouns, word) &&
         !is_among(table->either, word);
}

/* Japanese says it at the end: 促進する, 促進すること, 促進. */
static AdrefItemForms form_of_japanese(const char *words)
{
  gsize length = strlen(words);
  while (length > 0) {
    const char *last = g_utf8_prev_char(words + length);
    if (!g_unichar_ispunct(g_utf8_get_char(last)) && !g_unichar_isspace(g_utf8_get_char(last)))
      break;
    length = (gsize)(last - words);
  }
  g_autofree char *own = g_strndup(words, length);
  if (g_str_has_suffix(own, "こと"))
    return ADREF_ITEM_GERUND;
  if (g_str_has_suffix(own, "する") || g_str_has_suffix(own, "図る") ||
      g_str_has_suffix(own, "行う"))
    return ADREF_ITEM_VERB;
  gunichar last = length > 0 ? g_utf8_get_char(g_utf8_prev_char(own + length)) : 0;
  return g_unichar_get_script(last) == G_UNICODE_SCRIPT_HAN ? ADREF_ITEM_NOUN : ADREF_ITEM_ANY;
}

AdrefItemForms adref_item_forms(const char *words, const char *language)
{
  static const char skipped[] = " not also jointly further ne pas no não tidak ";
  if (adref_language_tag_matches(language, "ja"))
    return form_of_japanese(words);
  for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
    if (!adref_language_tag_matches(language, tables[i].language))
      continue;
    const char *at = words;
    g_autofree char *word = next_word(&at);
    if (word && *at != '\0' && (is_among(skipped, word) || is_adverb(&tables[i], word))) {
      g_free(word);
      word = next_word(&at);
    }
    return word ? form_of_word(&tables[i], word, at) : ADREF_ITEM_ANY;
  }
  return ADREF_ITEM_ANY;
}
