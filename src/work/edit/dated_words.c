#include "work/edit/dated_words.h"

#include <string.h>

#include "base/pattern.h"
#include "language/phrase_scanner.h"
#include "language/text_token.h"

/* A part of a paragraph's words. */
typedef struct {
  gsize start, end;
  const char *kind;
} Found;

typedef struct {
  AdrefPhraseScanner scanner;
  AdrefPattern *year, *ordinal;
  GArray *tokens, *matches, *found;
} DatedWords;

void adref_dated_words_free(gpointer data)
{
  AdrefDatedWords *words = data;
  g_free(words->language);
  g_free(words->clause);
  g_free(words->words);
  g_free(words);
}

/* Years of the western and the Buddhist era, and of the Japanese one. */
static const char years[] = "(?<![0-9.,/])(?:19|20|21|25)[0-9]{2}(?![0-9.,/"
                            "]?[0-9])|(?:令和|平成)[0-9一二三四五六七八九十元]+年|"
                            "[๒][๐-๙]{3}|[٠-٩]{4}";

/* "45th", "3e", "第26回", and words of ordinals before what is counted. */
static const char ordinals[] =
    "\\b[0-9]{1,3}(?:st|nd|rd|th|er|re|ère|e|ème|º|ª)\\b|第[0-9０-９一二三四五六七八九十百]+["
    "回次届]|"
    "ครั้งที่ ?[0-9๐-๙]+|\\b(?:ke-[0-9]+|lần thứ [0-9a-zà-ỹ]+)|"
    "\\b(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|"
    "fourth|fifth|sixth|seventh|eighth|ninth)|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)"
    "ieth|(?:thir|four|fif|six|seven|eigh|nine)teenth|hundredth|"
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
    "(?= (?:[\\p{L}-]+ ){0,2}(?:summit|meeting|session|anniversary|round|conference|dialogue|"
    "year)))\\b";

static gboolean overlaps(const DatedWords *self, gsize start, gsize end)
{
  for (guint i = 0; i < self->found->len; i++) {
    const Found *found = &g_array_index(self->found, Found, i);
    if (start < found->end && found->start < end)
      return TRUE;
  }
  return FALSE;
}

static void add(DatedWords *self, gsize start, gsize end, const char *kind)
{
  Found found = {start, end, kind};
  if (!overlaps(self, start, end))
    g_array_append_val(self->found, found);
}

static void find_pattern(DatedWords *self, const AdrefPattern *pattern, const char *words,
                         const char *kind)
{
  gsize length = strlen(words), start, end;
  for (gsize at = 0;
       adref_pattern_find(pattern, words, length, at, &start, &end) == ADREF_PATTERN_MATCH_YES &&
       end > at;
       at = end)
    add(self, start, end, kind);
}

/* Whether the key of a date, "on2023-12-17", says its year, which words may have written out. */
static gboolean has_year(const char *key)
{
  for (const char *digit = strpbrk(key, "0123456789"); digit;) {
    gsize length = strspn(digit, "0123456789");
    if (length == 4 && digit[length] == '-')
      return TRUE;
    digit = strpbrk(digit + length, "0123456789");
  }
  return FALSE;
}

/* Dates and deadlines as the redline knows them, those with a figure in them or with a year. */
static void find_dates(DatedWords *self, const char *words)
{
  g_array_set_size(self->tokens, 0);
  g_array_set_size(self->matches, 0);
  adref_phrase_scanner_scan(&self->scanner, words, 0, strlen(words), self->tokens, self->matches);
  for (guint i = 0; i < self->matches->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(self->matches, AdrefPhraseMatch, i);
    gboolean figure = FALSE;
    for (const char *at = words + match->start; at < words + match->end; at = g_utf8_next_char(at))
      figure |= g_unichar_isdigit(g_utf8_get_char(at)) != FALSE;
    if (match->class == ADREF_CHANGE_CLASS_DATE && (figure || has_year(match->key)))
      add(self, match->start, match->end, "date");
  }
  adref_phrase_scanner_clear_keys(&self->scanner);
}

static void find_place(DatedWords *self, const char *words, const char *place)
{
  if (!place || !*place)
    return;
  for (const char *at = strstr(words, place); at; at = strstr(at + 1, place))
    add(self, (gsize)(at - words), (gsize)(at - words) + strlen(place), "place");
}

static int compare_found(gconstpointer a, gconstpointer b)
{
  const Found *first = a, *second = b;
  return first->start < second->start ? -1 : first->start > second->start;
}

static void find_in_block(DatedWords *self, const AdrefNode *block, const char *place,
                          const char *language, const char *clause, GPtrArray *all)
{
  g_autofree char *words = adref_node_words(block);
  g_array_set_size(self->found, 0);
  find_dates(self, words);
  find_pattern(self, self->year, words, "year");
  find_pattern(self, self->ordinal, words, "ordinal");
  find_place(self, words, place);
  g_array_sort(self->found, compare_found);
  for (guint i = 0; i < self->found->len; i++) {
    const Found *found = &g_array_index(self->found, Found, i);
    AdrefDatedWords *dated = g_new0(AdrefDatedWords, 1);
    dated->language = g_strdup(language);
    dated->clause = g_strdup(clause ? clause : "");
    dated->kind = found->kind;
    dated->words = g_strndup(words + found->start, found->end - found->start);
    g_ptr_array_add(all, dated);
  }
}

void adref_dated_words_find(const AdrefNode *document, const char *language, const char *place,
                            GPtrArray *found)
{
  DatedWords dated = {.year = adref_pattern_new(years, FALSE, NULL),
                      .ordinal = adref_pattern_new(ordinals, FALSE, NULL),
                      .tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken)),
                      .matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch)),
                      .found = g_array_new(FALSE, FALSE, sizeof(Found))};
  adref_phrase_scanner_init(&dated.scanner, language, NULL, NULL);
  AdrefWalk walk = adref_walk(document);
  const char *clause = NULL;
  while (adref_walk_next(&walk)) {
    if (walk.entering && walk.node->type == ADREF_CLAUSE)
      clause = walk.node->as.clause->id;
    if (!walk.entering || !adref_node_holds_inlines(walk.node))
      continue;
    find_in_block(&dated, walk.node, place, language, clause, found);
    adref_walk_skip(&walk);
  }
  adref_phrase_scanner_clear(&dated.scanner);
  adref_pattern_free(dated.year);
  adref_pattern_free(dated.ordinal);
  g_array_unref(dated.tokens);
  g_array_unref(dated.matches);
  g_array_unref(dated.found);
}
