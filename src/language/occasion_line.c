#include "language/occasion_line.h"

#include <stdio.h>
#include <string.h>

#include "base/pattern.h"
#include "base/plain_spaces.h"
#include "draft/data/locale_format.h"
#include "draft/data/value.h"
#include "language/phrase_scanner.h"
#include "language/text_token.h"

enum {
  MAX_PLACE_WORDS = 5,
  FIRST_BLOCKS = 8, /* of a text, in which its line is looked for */
  MAX_LINE = 200,   /* bytes of such a line */
  LATIN_END = 0x80,
  FULL_WIDTH_ZERO = 0xFF10
};

typedef struct {
  const char *place, *day, *language;
  const char *words; /* of the page's line */
} Occasion;

/* The first day of several, "15-" of "15-16 May 2030", "30 May - " of "30 May - 2 June 2030". */
static gboolean find_first_day(const char *words, gsize *start, gsize *end)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new("(?<![0-9./-])(?:\\b(?:from|on|les|du|los|del|vom|am) "
                                ")?[0-9]{1,2}(?:st|nd|rd|th|er|[.])?(?:(?: "
                                "\\p{L}{3,12}| de \\p{L}{3,12})? ?[-–—] ?|"
                                " (?:and|to|et|au|y|al|e|a|und|bis|en|tot|dan|sampai|đến|và) "
                                ")(?=[0-9]{1,2}(?![0-9./-]*[0-9]))",
                                FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  return adref_pattern_find(pattern, words, strlen(words), 0, start, end) ==
         ADREF_PATTERN_MATCH_YES;
}

static char *first_date(const char *words, const char *language, gsize *start, gsize *end)
{
  AdrefPhraseScanner scanner;
  char *found = NULL;
  gint64 days;
  adref_phrase_scanner_init(&scanner, language, NULL, NULL);
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  adref_phrase_scanner_scan(&scanner, words, 0, strlen(words), tokens, matches);
  for (guint i = 0; i < matches->len && !found; i++) {
    const AdrefPhraseMatch *match = &g_array_index(matches, AdrefPhraseMatch, i);
    int year, month, day;
    const char *digits =
        match->class == ADREF_CHANGE_CLASS_DATE ? strpbrk(match->key, "0123456789") : NULL;
    if (!digits || sscanf(digits, "%d-%d-%d", &year, &month, &day) != 3)
      continue;
    g_autofree char *text = g_strdup_printf("%04d-%02d-%02d", year, month, day);
    if (adref_date_parse(text, &days))
      found = g_steal_pointer(&text);
    *start = match->start;
    *end = match->end;
  }
  adref_phrase_scanner_clear(&scanner);
  return found;
}

char *adref_occasion_date(const char *words, const char *language, gsize *start, gsize *end)
{
  gsize first = 0, behind = 0;
  if (!find_first_day(words, &first, &behind))
    return first_date(words, language, start, end);
  g_autofree char *before = g_strndup(words, first);
  g_autofree char *last_day = g_strconcat(before, words + behind, NULL);
  char *date = first_date(last_day, language, start, end);
  *start += *start > first ? behind - first : 0;
  *end += *end > first ? behind - first : 0;
  return date;
}

static gboolean is_introduction(const char *word)
{
  static const char *const words[] = {
      "on",  "the", "this", "dated",   "le",          "les",      "du",  "el", "al",  "del",
      "den", "der", "am",   "vom",     "il",          "dne",      "em",  "a",  "dia", "d\303\255a",
      "de",  "op",  "pada", "tanggal", "ng\303\240y", "\303\240", "ika", NULL};
  return !*word || g_strv_contains(words, word);
}

/* Cuts ", den" and ", le" off, which introduced the date. */
static void cut_small_words(char *place)
{
  for (;;) {
    gsize length = strlen(place);
    char *comma = strrchr(place, ',');
    g_auto(GStrv) words = comma ? g_strsplit(comma + 1, " ", -1) : NULL;
    char **word = words;
    while (word && *word && is_introduction(*word))
      word++;
    if (word && !*word)
      *comma = '\0';
    g_strchomp(place);
    if (strlen(place) == length)
      return;
  }
}

/* A name of a place has no words of four letters or more that begin small, and does not end with a
 * small word: "Draft of". */
static gboolean is_sentence(char **words)
{
  enum {
    SMALL = 4
  };
  for (char **word = words; *word; word++) {
    gboolean ends = !word[1] && word > words && !g_str_has_suffix(word[-1], ",");
    if (g_unichar_islower(g_utf8_get_char(*word)) && (ends || g_utf8_strlen(*word, -1) >= SMALL))
      return TRUE;
  }
  return FALSE;
}

char *adref_occasion_place(const char *words, gsize start, gsize end)
{
  if (strlen(words) - (end - start) > MAX_LINE)
    return NULL;
  g_autofree char *before = g_strndup(words, start);
  g_autofree char *joined = g_strconcat(before, " ", words + end, NULL);
  static const char *const marks[] = {",",  ";",  "(",  ")", "（", "）",
                                      "、", "，", "　", "।", "،",  NULL};
  g_autoptr(GString) place = g_string_new(joined);
  for (const char *const *mark = marks; *mark; mark++)
    g_string_replace(place, *mark, strcmp(*mark, ",") == 0 ? "," : " ", 0);
  g_autofree char *trimmed = g_strstrip(g_strdup(place->str));
  cut_small_words(trimmed);
  const char *begin = trimmed + strspn(trimmed, ", ");
  g_auto(GStrv) parts = g_strsplit(begin, " ", -1);
  gboolean other = strpbrk(begin, ":0123456789") != NULL || is_sentence(parts);
  return *begin && !other && g_strv_length(parts) <= MAX_PLACE_WORDS ? g_strdup(begin) : NULL;
}

/* Letters and digits alone, without difference of case. */
static char *bare(const char *words)
{
  g_autofree char *folded = g_utf8_casefold(words, -1);
  GString *out = g_string_new(NULL);
  for (const char *p = folded; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (g_unichar_isalnum(c) || g_unichar_ismark(c))
      g_string_append_unichar(out, c);
  }
  return g_string_free(out, FALSE);
}

static gboolean is_same(const char *a, const char *b)
{
  g_autofree char *bare_a = bare(a), *bare_b = bare(b);
  return strcmp(bare_a, bare_b) == 0;
}

static gboolean is_place(const Occasion *occasion, const char *words)
{
  if (!occasion->place || !words)
    return !occasion->place && !words;
  return is_same(occasion->place, words);
}

static gboolean says(const Occasion *occasion, const char *words)
{
  gsize start = 0, end = 0;
  if (!*words || strlen(words) > MAX_LINE)
    return FALSE;
  if (is_same(occasion->words, words))
    return TRUE;
  g_autofree char *day =
      occasion->day ? adref_occasion_date(words, occasion->language, &start, &end) : NULL;
  g_autofree char *place = day ? adref_occasion_place(words, start, end) : NULL;
  return day && strcmp(day, occasion->day) == 0 && is_place(occasion, place);
}

static gboolean has_strike(const AdrefNode *block)
{
  g_autoptr(GPtrArray) formats = adref_node_find_all(block, ADREF_FORMAT);
  for (guint i = 0; i < formats->len; i++)
    if (((const AdrefNode *)formats->pdata[i])->as.format == ADREF_FORMAT_STRIKE)
      return TRUE;
  return FALSE;
}

/* The words of a paragraph or heading; NULL for another block, and for one with a bracket, which is
 * not agreed, with a footnote, or with words that are struck. Caller frees. */
static char *words_of(const AdrefNode *block)
{
  if (!block || (block->type != ADREF_PARAGRAPH && block->type != ADREF_HEADING))
    return NULL;
  static const AdrefNodeType others[] = {ADREF_BRACKET, ADREF_BRACKET_EDGE, ADREF_AD_REF,
                                         ADREF_FOOTNOTE, ADREF_IMAGE};
  for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
    g_autoptr(GPtrArray) found = adref_node_find_all(block, others[i]);
    if (found->len > 0)
      return NULL;
  }
  if (has_strike(block))
    return NULL;
  g_autofree char *words = adref_node_words(block);
  return adref_plain_spaces(words);
}

static gboolean may_stand_in(const AdrefNode *clause)
{
  AdrefClauseKind kind = clause->as.clause->kind;
  return kind == ADREF_PLAIN || kind == ADREF_TITLE || kind == ADREF_CHAPEAU;
}

/* The line may be two paragraphs, one for the place and one for the date. */
static gboolean has_line(const AdrefNode *document, const Occasion *occasion)
{
  g_autofree char *last = NULL;
  guint count = 0;
  for (const AdrefNode *clause = document->first; clause && may_stand_in(clause);
       clause = clause->next)
    for (const AdrefNode *block = clause->first; block; block = block->next) {
      g_autofree char *words = words_of(block);
      g_autofree char *both = last && words ? g_strconcat(last, " ", words, NULL) : NULL;
      if (count++ == FIRST_BLOCKS)
        return FALSE;
      if (words && (says(occasion, words) || (both && says(occasion, both))))
        return TRUE;
      g_free(last);
      last = g_steal_pointer(&words);
    }
  return FALSE;
}

/* The zero of the digits that the text writes, U+0660 or '0', in more of its figures than the
 * others; '0' where it has none. */
static gunichar zero_of(const AdrefNode *document)
{
  gunichar native = '0';
  gsize others = 0, latin = 0;
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || walk.node->type != ADREF_TEXT)
      continue;
    const char *end = walk.node->text + walk.node->length;
    for (const char *p = walk.node->text; p < end; p = g_utf8_next_char(p)) {
      gunichar c = g_utf8_get_char(p);
      latin += g_ascii_isdigit(*p) ? 1 : 0;
      if (c < LATIN_END || !g_unichar_isdigit(c))
        continue;
      others++;
      native = c - (gunichar)g_unichar_digit_value(c);
    }
  }
  return others > latin && native != FULL_WIDTH_ZERO ? native : '0';
}

/* The date in the digits of the text: one page does not mix those of two scripts. */
static char *with_digits(const char *date, gunichar zero)
{
  GString *out = g_string_new(NULL);
  for (const char *p = date; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    g_string_append_unichar(out,
                            g_unichar_isdigit(c) ? zero + (gunichar)g_unichar_digit_value(c) : c);
  }
  return g_string_free(out, FALSE);
}

char *adref_occasion_line(const char *place, const char *day, const char *language,
                          const AdrefNode *document)
{
  gint64 days;
  g_autofree char *usual = day && adref_date_parse(day, &days)
                               ? adref_locale_format_date(days, ADREF_DATE_LONG, language)
                               : NULL;
  g_autofree char *date = usual ? with_digits(usual, zero_of(document)) : NULL;
  g_autofree char *line = adref_locale_format_occasion(place, date, language);
  Occasion occasion = {place, date ? day : NULL, language, line};
  return line && !has_line(document, &occasion) ? g_steal_pointer(&line) : NULL;
}
