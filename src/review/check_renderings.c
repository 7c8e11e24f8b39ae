#include "review/check_renderings.h"

#include <string.h>

#include "language/language_tag.h"

/* Words of a language, divided by "|", which stand for the same. */
typedef struct {
  const char *language, *key, *words;
} WordRow;

/* Whether a word stands in a text: whole where its first byte is a Latin letter. Spaces at its ends
 * are part of it. */
static const char *find_word(const char *text, const char *word, gsize length)
{
  g_autofree char *wanted = g_strndup(word, length);
  for (const char *at = strcasestr(text, wanted); at; at = strcasestr(at + 1, wanted)) {
    const char *end = at + length;
    gboolean latin = (guchar)*word < 0x80 || (guchar)*word == 0xC3;
    gboolean inside = (at > text && (g_ascii_isalnum(at[-1]) || (at[-1] & 0x80))) ||
                      g_ascii_isalnum(*end) || (*end & 0x80);
    if (!latin || !inside || g_str_has_prefix(end, "’"))
      return at;
  }
  return NULL;
}

/* The first of the words of a row that stands in a text; NULL: none does. Caller frees. */
static char *word_of_row(const WordRow *row, const char *text)
{
  for (const char *word = row->words; *word;) {
    gsize length = strcspn(word, "|");
    if (find_word(text, word, length))
      return g_strndup(word, length);
    word += length + (word[length] == '|' ? 1 : 0);
  }
  return NULL;
}

/* --- how often --- */

static const WordRow frequencies[] = {
    {"en", "day", "each day|every day|per day|once a day|twice a day|times a day"},
    {"en", "week", "each week|every week|per week|once a week|twice a week|times a week|weekly"},
    {"en", "month",
     "each month|every month|per month|once a month|twice a month|times a month|monthly"},
    {"en", "quarter", "each quarter|every quarter|per quarter|quarterly"},
    {"en", "half", "every six months|every half-year|semi-annual|semi-annually|half-yearly"},
    {"en", "year",
     "each year|every year|per year|once a year|twice a year|times a year|annual|annually|yearly"},
    {"ja", "day", "毎日|1日に|一日に"},
    {"ja", "week", "毎週|週次|1週間に|週に"},
    {"ja", "month", "毎月|月次|月例|1か月に|1箇月に|一か月に|月に1回|月に2回|月1回|月2回"},
    {"ja", "quarter", "四半期ごと|四半期毎|四半期に|毎四半期"},
    {"ja", "half", "半年ごと|半年に|6か月ごと"},
    {"ja", "year", "毎年|年次|例年|1年に|一年に|年に1回|年に2回|年1回|年2回|年1度|年2度|1年ごと"},
    {"fr", "day", "par jour|chaque jour|tous les jours|quotidien|quotidienne|quotidiennement"},
    {"fr", "week",
     "par semaine|chaque semaine|toutes les semaines|hebdomadaire|hebdomadaires|"
     "hebdomadairement"},
    {"fr", "month", "par mois|chaque mois|tous les mois|mensuel|mensuelle|mensuellement"},
    {"fr", "quarter",
     "par trimestre|chaque trimestre|tous les trimestres|trimestriel|trimestrielle"},
    {"fr", "half", "par semestre|chaque semestre|tous les six mois|semestriel|semestrielle"},
    {"fr", "year",
     "par an|chaque année|tous les ans|annuel|annuelle|annuels|annuelles|annuellement"},
    {"de", "month", "pro Monat|jeden Monat|im Monat|monatlich|monatliche|monatlichen"},
    {"de", "quarter", "pro Quartal|jedes Quartal|vierteljährlich"},
    {"de", "year", "pro Jahr|jedes Jahr|im Jahr|jährlich|jährliche|jährlichen"},
    {"es", "month", "al mes|por mes|cada mes|mensual|mensuales|mensualmente"},
    {"es", "quarter", "por trimestre|cada trimestre|trimestral|trimestralmente"},
    {"es", "year", "al año|por año|cada año|anual|anuales|anualmente"},
    {"id", "month", "setiap bulan|per bulan|tiap bulan|bulanan|sebulan"},
    {"id", "quarter", "triwulan|setiap triwulan|triwulanan|per kuartal"},
    {"id", "year", "setiap tahun|per tahun|tiap tahun|tahunan|setahun"},
    {"th", "month", "ทุกเดือน|รายเดือน|เดือนละ|ต่อเดือน|ประจำเดือน"},
    {"th", "quarter", "ทุกไตรมาส|รายไตรมาส|ไตรมาสละ"},
    {"th", "year", "ทุกปี|รายปี|ปีละ|ต่อปี|ประจำปี"},
    {"vi", "month", "hằng tháng|hàng tháng|mỗi tháng"},
    {"vi", "quarter", "hằng quý|hàng quý|mỗi quý"},
    {"vi", "year", "hằng năm|hàng năm|mỗi năm|thường niên"},
    {"zh", "month", "每月|每个月"},
    {"zh", "quarter", "每季度"},
    {"zh", "year", "每年|年度"},
};

/* Halves of a year. */
static const WordRow halves[] = {
    {"en", "first", "first half of|first semester|first six months of"},
    {"en", "second", "second half of|second semester|last six months of"},
    {"ja", "first", "上半期|前期|上期|年前半"},
    {"ja", "second", "下半期|後期|下期|年後半"},
    {"fr", "first", "premier semestre|première moitié|1er semestre"},
    {"fr", "second", "second semestre|deuxième semestre|seconde moitié|deuxième moitié"},
    {"de", "first", "erstes Halbjahr|ersten Halbjahr|erste Hälfte|ersten Hälfte"},
    {"de", "second", "zweites Halbjahr|zweiten Halbjahr|zweite Hälfte|zweiten Hälfte"},
    {"es", "first", "primer semestre|primera mitad"},
    {"es", "second", "segundo semestre|segunda mitad"},
    {"id", "first", "semester pertama|paruh pertama"},
    {"id", "second", "semester kedua|paruh kedua"},
    {"zh", "first", "上半年"},
    {"zh", "second", "下半年"},
};

/* The words of `one` whose key `two` has no word for; NULL: there are none. Caller frees. */
static char *words_without(const WordRow *rows, gsize count, const AdrefRendering *one,
                           const AdrefRendering *two)
{
  for (gsize i = 0; i < count; i++) {
    if (!adref_language_tag_matches(one->language, rows[i].language))
      continue;
    g_autofree char *word = word_of_row(&rows[i], one->words->str);
    gboolean shared = FALSE;
    for (gsize j = 0; word && j < count && !shared; j++) {
      gboolean same = strcmp(rows[i].key, rows[j].key) == 0 &&
                      adref_language_tag_matches(two->language, rows[j].language);
      g_autofree char *other = same ? word_of_row(&rows[j], two->words->str) : NULL;
      shared = other != NULL;
    }
    if (word && !shared)
      return g_steal_pointer(&word);
  }
  return NULL;
}

/* Words of one time in one language, and of another one in the other. */
static void check_rows(AdrefCheckText *translation, const WordRow *rows, gsize count,
                       const AdrefRendering *source, const AdrefRendering *other)
{
  g_autofree char *there = words_without(rows, count, source, other);
  g_autofree char *here = there ? words_without(rows, count, other, source) : NULL;
  if (!here)
    return;
  const char *at = find_word(other->first->own->str, here, strlen(here));
  adref_check_add(translation, "language/value", other->first,
                  at ? (gsize)(at - other->first->own->str) : 0, "%s has \"%s\", %s has \"%s\"",
                  source->language, there, other->language, here);
}

/* --- how binding --- */

typedef enum {
  WEAK_MAY = 1 << 0,    /* may, can: ことができる */
  WEAK_TRY = 1 << 1,    /* endeavour, intend: 努める */
  WEAK_SHOULD = 1 << 2, /* should: べき */
  STRONG_MUST = 1 << 3  /* shall, must: なければならない */
} Bond;

/* The modals of a clause, and the first of the weak and of the strong ones. */
typedef struct {
  guint bonds; /* Bond */
  AdrefPhraseMatch weak, strong;
} Bonds;

static guint bond_of(const AdrefPhraseMatch *match)
{
  if (match->class != ADREF_CHANGE_CLASS_STRENGTH || match->act > 0)
    return 0;
  return match->rank >= 24 && match->rank <= 32   ? WEAK_MAY
         : match->rank >= 33 && match->rank <= 50 ? WEAK_TRY
         : match->rank >= 55 && match->rank <= 70 ? WEAK_SHOULD
         : match->rank >= 95                      ? STRONG_MUST
                                                  : 0;
}

/* ことができるよう is "so that they can". */
static gboolean is_purpose(const AdrefRendering *clause, const AdrefPhraseMatch *match)
{
  return g_str_has_prefix(clause->words->str + match->end, "よう");
}

static Bonds read_bonds(const AdrefRendering *clause)
{
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  Bonds found = {0};
  adref_phrase_scanner_scan(clause->scanner, clause->words->str, 0, clause->words->len, tokens,
                            matches);
  for (guint i = matches->len; i > 0; i--) {
    const AdrefPhraseMatch *match = &g_array_index(matches, AdrefPhraseMatch, i - 1);
    guint bond = is_purpose(clause, match) ? 0 : bond_of(match);
    found.bonds |= bond;
    if (bond == STRONG_MUST)
      found.strong = *match;
    else if (bond)
      found.weak = *match;
  }
  adref_phrase_scanner_clear_keys(clause->scanner);
  return found;
}

/* Words of English that other languages say by "can", "try" or "should". */
static gboolean has_soft_word(const char *words)
{
  static const char *const stems[] = {
      "able",  "abilit", "enabl",  "ible",   "capab",  "could",  "may",     "might",
      "would", "should", "effort", "endeav", "striv",  "seek",   "aim",     "attempt",
      "inten", "plan",   "ready",  "need",   "expect", "hope",   "ought",   "entitled",
      "can ",  "cannot", "access", "allow",  "right",  "permit", "explore", "necessary"};
  for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
    if (strcasestr(words, stems[i]))
      return TRUE;
  return FALSE;
}

static void report_bond(AdrefCheckText *translation, const AdrefRendering *other,
                        const AdrefPhraseMatch *modal, const char *what, const char *language)
{
  g_autofree char *words = g_strndup(other->words->str + modal->start, modal->end - modal->start);
  const char *found = strstr(other->first->own->str, words);
  adref_check_add(translation, "language/strength", other->first,
                  found ? (gsize)(found - other->first->own->str) : 0, "\"%s\" binds %s than %s",
                  words, what, language);
}

/* Only sources whose words are known in full are compared: those in English. Thai สามารถ is as
 * often a capacity as "can". */
static void check_strength(AdrefCheckText *translation, const AdrefRendering *source,
                           const AdrefRendering *other)
{
  if (!adref_language_tag_matches(source->language, "en") ||
      adref_language_tag_matches(other->language, "th"))
    return;
  Bonds there = read_bonds(source), here = read_bonds(other);
  guint weak = WEAK_MAY | WEAK_TRY | WEAK_SHOULD;
  if (here.bonds & weak && !(there.bonds & weak) && !has_soft_word(source->words->str)) {
    report_bond(translation, other, &here.weak, "less", source->language);
  } else if (here.bonds & STRONG_MUST && !(there.bonds & STRONG_MUST) && there.bonds & weak &&
             !(here.bonds & weak)) {
    report_bond(translation, other, &here.strong, "more", source->language);
  }
}

/* --- only --- */

static const WordRow exclusions[] = {
    {"en", "only", "only|solely|exclusively"},
    {"ja", "only", "のみ|だけ|に限|もっぱら|専ら|限定|以外|初めて|しか|唯一|限り"},
    {"fr", "only",
     "uniquement|seulement|exclusivement|que|qu|seul|seule|seuls|seules|unique|limite|limité"},
    {"id", "only", "hanya|semata|satu-satunya|saja"},
};

/* An "only" of the source that the translation has lost; "not only" is said otherwise. */
static void check_only(AdrefCheckText *translation, const AdrefRendering *source,
                       const AdrefRendering *other)
{
  gboolean is_known = FALSE;
  if (!adref_language_tag_matches(source->language, "en") ||
      strcasestr(source->words->str, "not only") || strcasestr(source->words->str, "only if"))
    return;
  g_autofree char *word = word_of_row(&exclusions[0], source->words->str);
  for (guint i = 1; word && i < G_N_ELEMENTS(exclusions); i++) {
    if (!adref_language_tag_matches(other->language, exclusions[i].language))
      continue;
    g_autofree char *here = word_of_row(&exclusions[i], other->words->str);
    is_known = !here;
  }
  if (is_known)
    adref_check_add(translation, "language/qualifier", other->first, 0,
                    "%s has \"%s\", which is said by no word here", source->language, word);
}

/* --- words that were left in English --- */

static gboolean is_function_word(const char *word, gsize length)
{
  static const char *const words[] = {"the", "of", "and", "for", "to",   "in",
                                      "an",  "on", "by",  "or",  "with", "a"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strlen(words[i]) == length && strncmp(words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether two words in small letters are English: of a text in another script one is a small word
 * of the language; in Latin letters both are long. */
static gboolean is_pair(const char *first, gsize first_length, const char *second,
                        gsize second_length, gboolean latin)
{
  enum {
    SHORTEST = 5 /* letters of a word that another language need not have */
  };
  if (latin)
    return first_length >= SHORTEST && second_length >= SHORTEST;
  return is_function_word(first, first_length) || is_function_word(second, second_length);
}

/* The length of a word in small Latin letters alone at the start of words. */
static gsize small_word(const char *words)
{
  gsize length = 0;
  while (g_ascii_islower(words[length]))
    length++;
  return words[length] & 0x80 && g_unichar_isalpha(g_utf8_get_char(words + length)) &&
                 g_utf8_get_char(words + length) < 0x250
             ? 0
             : length;
}

/* Two words in succession that stand in the source as well. */
static void check_left(AdrefCheckText *translation, const AdrefRendering *source,
                       const AdrefRendering *other)
{
  const char *words = other->first->own->str;
  gboolean latin = adref_check_is_latin(other->language);
  if (!adref_language_tag_matches(source->language, "en"))
    return;
  for (gsize at = 0; words[at]; at++) {
    gboolean begins =
        at == 0 || !(g_ascii_isalnum(words[at - 1]) || strchr("-.'@/", words[at - 1]));
    gsize first = begins && !(at > 0 && latin && words[at - 1] & 0x80) ? small_word(words + at) : 0;
    gsize second = first > 0 && words[at + first] == ' ' ? small_word(words + at + first + 1) : 0;
    gsize length = first + 1 + second;
    if (second > 0 && !strchr("-@/", words[at + length] ? words[at + length] : 'x') &&
        is_pair(words + at, first, words + at + first + 1, second, latin) &&
        find_word(source->words->str, words + at, length)) {
      adref_check_add(translation, "language/untranslated", other->first, at,
                      "\"%.*s\" stands here as in %s", (int)length, words + at, source->language);
      return;
    }
  }
}

/* --- a name that was left out of a list --- */

/* The length of the word with a capital at the start of words; 0: there is none. */
static gsize capital_word(const char *words)
{
  const char *at = words;
  if (!g_unichar_isupper(g_utf8_get_char(words)))
    return 0;
  while (g_unichar_isalpha(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return (gsize)(at - words);
}

/* "Koror, Yokohama and Nouméa": three names of one word. */
typedef struct {
  const char *names[3];
  gsize lengths[3];
} NameList;

static gboolean read_list(const char *words, NameList *list)
{
  static const char *const signs[][2] = {{", ", ", "}, {" and ", ", and "}};
  for (gsize i = 0; i < G_N_ELEMENTS(list->names); i++) {
    list->names[i] = words;
    list->lengths[i] = capital_word(words);
    words += list->lengths[i];
    if (list->lengths[i] == 0)
      return FALSE;
    for (gsize j = 0; i < G_N_ELEMENTS(signs); j++) {
      if (j == G_N_ELEMENTS(signs[i]))
        return FALSE;
      if (!g_str_has_prefix(words, signs[i][j]))
        continue;
      words += strlen(signs[i][j]);
      break;
    }
  }
  return TRUE;
}

/* Where the first and the third name stand in a translation with nothing but "and" between them;
 * NULL: nowhere. */
static const char *find_rest(const char *words, const NameList *list)
{
  static const char *const joints[] = {"et", "dan", "und", "y", "e", "và", "serta"};
  for (gsize i = 0; i < G_N_ELEMENTS(joints); i++) {
    g_autofree char *rest = g_strdup_printf("%.*s %s %.*s", (int)list->lengths[0], list->names[0],
                                            joints[i], (int)list->lengths[2], list->names[2]);
    const char *at = strstr(words, rest);
    if (at && !g_unichar_isalpha(g_utf8_get_char(at + strlen(rest))))
      return at;
  }
  return NULL;
}

/* Names that both languages write alike show where the list stands; the name between them is said
 * nowhere in the translation. */
static void check_names(AdrefCheckText *translation, const AdrefRendering *source,
                        const AdrefRendering *other)
{
  NameList list;
  const char *words = source->words->str;
  if (!adref_language_tag_matches(source->language, "en") || !adref_check_is_latin(other->language))
    return;
  for (const char *at = words; *at; at = g_utf8_next_char(at)) {
    if ((at > words && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(at)))) ||
        !read_list(at, &list))
      continue;
    g_autofree char *name = g_strndup(list.names[1], list.lengths[1]);
    const char *found = find_rest(other->first->own->str, &list);
    if (!found || strstr(other->words->str, name))
      continue;
    adref_check_add(translation, "language/name", other->first,
                    (gsize)(found - other->first->own->str), "the list lacks %s, which %s has",
                    name, source->language);
    return;
  }
}

void adref_check_rendering(AdrefCheckText *translation, const AdrefRendering *source,
                           const AdrefRendering *other)
{
  check_rows(translation, frequencies, G_N_ELEMENTS(frequencies), source, other);
  check_rows(translation, halves, G_N_ELEMENTS(halves), source, other);
  check_strength(translation, source, other);
  check_only(translation, source, other);
  check_names(translation, source, other);
  if (!other->is_reported)
    check_left(translation, source, other);
}
