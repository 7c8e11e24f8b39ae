#include "work/edit/dated_words.h"

#include <string.h>

#include "base/pattern.h"
#include "language/meeting_place.h"
#include "language/occasion_line.h"
#include "language/phrase_scanner.h"
#include "language/tables/occasion_words.h"
#include "language/text_token.h"
#include "language/token_reader.h"

/* A part of a paragraph's words. */
typedef struct {
  gsize start, end;
  const char *kind;
} Found;

typedef struct {
  AdrefPhraseScanner scanner;
  AdrefPattern *year, *ordinal, *time, *counted; /* time: NULL where there are no such words */
  AdrefPattern *met;                             /* where people met; likewise */
  GPtrArray *places;                             /* names, each once */
  const AdrefDatedWordsOptions *options;
  GArray *tokens, *matches, *found;
  GByteArray *taken; /* by byte of the block: whether it is found already */
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
static const char years[] = "(?<![0-9.,/])(?:19|20|21|25)[0-9]{2}(?:[/–-][0-9]{2,4})?"
                            "(?![0-9.,/]?[0-9])|(?:令和|平成)[0-9一二三四五六七八九十元]+年|"
                            "[๒][๐-๙]{3}|[٠-٩]{4}";

/* "45th", "3e", "XXVIe", "26.ª", 第26回 and 50周年; those in words are phrases of the language. */
static const char ordinals[] =
    "\\b[0-9]{1,3}(?:st|nd|rd|th|er|re|ère|e|ème|ste|de|-?[йяе]|-(?:го|ой|ая|ый|ий))\\b|"
    "\\b[0-9]{1,3}\\.?[ºª]|\\bL?[IVX]+(?:e|ème|º|ª)\\b|"
    "第[0-9０-９一二三四五六七八九十百]+[回次届屆]|제[0-9]+[차회]|"
    "[0-9０-９一二三四五六七八九十百半]+(?:周年|週年|주년)|"
    "(?:ครั้งที่|ຄັ້ງທີ|លើកទី|ครบรอบ|ຄົບຮອບ|ខួប) ?[0-9๐-๙໐-໙០-៩]+|[0-9၀-၉]+ ?ကြိမ်မြောက်|"
    "\\b(?i:ke-[0-9]+|ika-[0-9]+|lần thứ [0-9a-zà-ỹ]+|kỷ niệm [0-9]+ năm)|"
    "\\b(?i:cent|cinquant|bicent)enaires?\\b|\\b(?i:cent|sesquicent|bicent)ena(?:ry|rio)\\b";

/* Adds words of which none was found before. */
static void add(DatedWords *self, gsize start, gsize end, const char *kind)
{
  Found found = {start, end, kind};
  if (memchr(self->taken->data + start, TRUE, end - start))
    return;
  memset(self->taken->data + start, TRUE, end - start);
  g_array_append_val(self->found, found);
}

static void find_pattern(DatedWords *self, const AdrefPattern *pattern, const char *words,
                         const char *kind)
{
  gsize length = strlen(words), start, end;
  for (gsize at = 0;
       pattern &&
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

/* Whether a match is an ordinal in words that tells how often something was: from "thirteenth" on
 * any, of smaller ones those beside a meeting or a year. "A second thought" is none. */
static gboolean is_ordinal(const DatedWords *self, const AdrefPhraseMatch *match, const char *words)
{
  enum {
    SMALL = 12,
    BEFORE = 30, /* bytes in which the meeting may stand */
    BEHIND = 40
  };
  const AdrefTokenReader reader = {self->scanner.phrases, words, self->tokens};
  const AdrefPhraseMeaning *meaning;
  gsize length = strlen(match->key);
  if (match->class == ADREF_CHANGE_CLASS_NUMBER && length > 3 && /* "fifty-first" */
      g_str_has_suffix(match->key, "th") && g_ascii_isdigit(match->key[length - 3]))
    return TRUE;
  if (match->class != ADREF_CHANGE_CLASS_NUMBER ||
      !adref_token_reader_match_role(&reader, match->first, ADREF_PHRASE_ROLE_ORDINAL, &meaning))
    return FALSE;
  if (meaning->rank > SMALL)
    return TRUE;
  gsize from = match->start > BEFORE ? match->start - BEFORE : 0,
        to = MIN(match->end + BEHIND, strlen(words));
  while (from > 0 && ((guchar)words[from] & 0xC0) == 0x80)
    from--;
  while (((guchar)words[to] & 0xC0) == 0x80)
    to--;
  return adref_pattern_find(self->counted, words + from, to - from, 0, NULL, NULL) ==
         ADREF_PATTERN_MATCH_YES;
}

static gboolean has_figure(const char *words, const AdrefPhraseMatch *match)
{
  for (const char *at = words + match->start; at < words + match->end; at = g_utf8_next_char(at))
    if (g_unichar_isdigit(g_utf8_get_char(at)))
      return TRUE;
  return FALSE;
}

/* Dates and deadlines as the redline knows them, those with a figure in them or with a year; and
 * ordinals. */
static void find_phrases(DatedWords *self, const char *words)
{
  g_array_set_size(self->tokens, 0);
  g_array_set_size(self->matches, 0);
  adref_phrase_scanner_scan(&self->scanner, words, 0, strlen(words), self->tokens, self->matches);
  for (guint i = 0; i < self->matches->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(self->matches, AdrefPhraseMatch, i);
    if (match->class == ADREF_CHANGE_CLASS_DATE &&
        (has_figure(words, match) || has_year(match->key)))
      add(self, match->start, match->end, "date");
    else if (is_ordinal(self, match, words))
      add(self, match->start, match->end, "ordinal");
  }
  adref_phrase_scanner_clear_keys(&self->scanner);
}

static void find_words(DatedWords *self, const char *words, const char *wanted, const char *kind)
{
  if (!wanted || !*wanted)
    return;
  for (const char *at = strstr(words, wanted); at; at = strstr(at + 1, wanted))
    add(self, (gsize)(at - words), (gsize)(at - words) + strlen(wanted), kind);
}

static int compare_found(gconstpointer a, gconstpointer b)
{
  const Found *first = a, *second = b;
  return first->start < second->start ? -1 : first->start > second->start;
}

static void find_in_block(DatedWords *self, const AdrefNode *block, const char *clause,
                          GPtrArray *all)
{
  g_autofree char *words = adref_node_words(block);
  g_array_set_size(self->found, 0);
  g_byte_array_set_size(self->taken, (guint)strlen(words) + 1);
  memset(self->taken->data, FALSE, self->taken->len);
  find_words(self, words, self->options->title, "title");
  find_phrases(self, words);
  find_pattern(self, self->year, words, "year");
  find_pattern(self, self->ordinal, words, "ordinal");
  find_pattern(self, self->time, words, "time");
  for (guint i = 0; i < self->places->len; i++)
    find_words(self, words, self->places->pdata[i], "place");
  g_array_sort(self->found, compare_found);
  for (guint i = 0; i < self->found->len; i++) {
    const Found *found = &g_array_index(self->found, Found, i);
    AdrefDatedWords *dated = g_new0(AdrefDatedWords, 1);
    dated->language = g_strdup(self->options->language);
    dated->clause = g_strdup(clause ? clause : "");
    dated->kind = found->kind;
    dated->words = g_strndup(words + found->start, found->end - found->start);
    g_ptr_array_add(all, dated);
  }
}

/* Takes the name over. */
static void add_place(DatedWords *self, char *name)
{
  if (!*name || g_ptr_array_find_with_equal_func(self->places, name, g_str_equal, NULL))
    g_free(name);
  else
    g_ptr_array_add(self->places, name);
}

/* The place of the line "Manila, 4 July 2025", and where a paragraph says that people met. */
static void note_places(DatedWords *self, const AdrefNode *block, const char *clause,
                        GPtrArray *all)
{
  enum {
    LINE = 80, /* bytes of a line of place and date */
    MOST = 20  /* places */
  };
  g_autofree char *words = adref_node_words(block);
  gsize start = 0, end = 0, length = strlen(words);
  (void)clause;
  (void)all;
  if (self->places->len >= MOST)
    return;
  g_autofree char *day = block->type == ADREF_PARAGRAPH && length <= LINE
                             ? adref_occasion_date(words, self->options->language, &start, &end)
                             : NULL;
  char *place = day ? adref_occasion_place(words, start, end) : NULL;
  if (place)
    add_place(self, place);
  else if (self->met &&
           adref_pattern_find(self->met, words, length, 0, &start, &end) == ADREF_PATTERN_MATCH_YES)
    add_place(self, g_strndup(words + start, end - start));
}

static void each_block(DatedWords *self, const AdrefNode *document, GPtrArray *all,
                       void (*visit)(DatedWords *self, const AdrefNode *block, const char *clause,
                                     GPtrArray *all))
{
  AdrefWalk walk = adref_walk(document);
  const char *clause = NULL;
  while (adref_walk_next(&walk)) {
    if (walk.entering && walk.node->type == ADREF_CLAUSE)
      clause = walk.node->as.clause->id;
    if (!walk.entering || !adref_node_holds_inlines(walk.node))
      continue;
    visit(self, walk.node, clause, all);
    adref_walk_skip(&walk);
  }
}

void adref_dated_words_find(const AdrefNode *document, const AdrefDatedWordsOptions *options,
                            GPtrArray *found)
{
  const char *times = adref_occasion_words_times(options->language);
  DatedWords dated = {.options = options,
                      .year = adref_pattern_new(years, FALSE, NULL),
                      .ordinal = adref_pattern_new(ordinals, FALSE, NULL),
                      .counted = adref_pattern_new(adref_occasion_words_counted(), TRUE, NULL),
                      .time = times ? adref_pattern_new(times, TRUE, NULL) : NULL,
                      .met = adref_meeting_place_pattern(options->language),
                      .places = g_ptr_array_new_with_free_func(g_free),
                      .tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken)),
                      .matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch)),
                      .found = g_array_new(FALSE, FALSE, sizeof(Found)),
                      .taken = g_byte_array_new()};
  adref_phrase_scanner_init(&dated.scanner, options->language, NULL, NULL);
  if (options->place)
    add_place(&dated, g_strdup(options->place));
  each_block(&dated, document, found, note_places);
  each_block(&dated, document, found, find_in_block);
  adref_phrase_scanner_clear(&dated.scanner);
  adref_pattern_free(dated.year);
  adref_pattern_free(dated.ordinal);
  adref_pattern_free(dated.counted);
  adref_pattern_free(dated.time);
  adref_pattern_free(dated.met);
  g_ptr_array_unref(dated.places);
  g_array_unref(dated.tokens);
  g_array_unref(dated.matches);
  g_array_unref(dated.found);
  g_byte_array_unref(dated.taken);
}
