#include "review/check_counts.h"

#include <string.h>

#include "base/pattern.h"
#include "language/language_tag.h"

static const char *const numerals[] = {"two",   "three", "four", "five",   "six",   "seven",
                                       "eight", "nine",  "ten",  "eleven", "twelve"};

#define NUMERAL "(?:[2-9]|1[0-2]|(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"

/* What a list may have a number of; "the three countries will act as follows:" counts something
 * else. */
static const char count_pattern[] =
    "\\b[Ff]ollowing \\K" NUMERAL "(?= )|\\b" NUMERAL "(?= following )|"
    "\\b" NUMERAL "(?= (?:[\\p{L}-]+ ){0,2}(?:areas|pillars|priorities|principles|points|steps|"
    "measures|goals|objectives|elements|actions|commitments|fields|themes|conditions|purposes|"
    "tracks|tasks|aims|parts|reasons|ways|categories|components|instruments)\\b[^.;:]{0,60}:$)";

static const char years_pattern[] =
    "\\b(?:[Ff]rom|[Bb]etween) (?:19|20)[0-9]{2} (?:to|until|till|through|and) "
    "(?:19|20)[0-9]{2}\\b|"
    "(?<![\\w/.–-])(?:19|20)[0-9]{2}[–-](?:19|20)[0-9]{2}(?![\\w/–-])|"
    "(?:19|20)[0-9]{2}年から(?:19|20)[0-9]{2}年";

static guint value_of(const char *words)
{
  if (g_ascii_isdigit(*words))
    return (guint)g_ascii_strtoull(words, NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS(numerals); i++)
    if (g_ascii_strncasecmp(words, numerals[i], strlen(numerals[i])) == 0 &&
        !g_ascii_isalpha(words[strlen(numerals[i])]))
      return i + 2;
  return 0;
}

/* The list behind a paragraph; NULL: none follows. */
static const AdrefNode *list_behind(const AdrefCheckBlock *block)
{
  const AdrefNode *next = block->node->next;
  if (!next && block->node->parent == block->clause && block->clause->next &&
      block->clause->as.clause->kind == ADREF_PLAIN)
    next = block->clause->next->first;
  return next && next->type == ADREF_LIST ? next : NULL;
}

static void check_list(AdrefCheckText *text, const AdrefPattern *pattern,
                       const AdrefCheckBlock *block)
{
  const AdrefNode *list = list_behind(block);
  gsize start, end;
  if (!list || !g_str_has_suffix(block->own->str, ":") ||
      adref_pattern_find(pattern, block->own->str, block->own->len, 0, &start, &end) !=
          ADREF_PATTERN_MATCH_YES)
    return;
  guint said = value_of(block->own->str + start), items = adref_node_count_children(list);
  if (said > 0 && said != items && items > 1)
    adref_check_add(text, "integrity/list-count", block, start,
                    "the text says %.*s, and the list has %u items", (int)(end - start),
                    block->words->str + start, items);
}

/* The first and the last year of a range. */
static void check_years(AdrefCheckText *text, const AdrefPattern *pattern,
                        const AdrefCheckBlock *block)
{
  const char *words = block->own->str;
  gsize start, end;
  for (gsize from = 0; adref_pattern_find(pattern, words, block->own->len, from, &start, &end) ==
                       ADREF_PATTERN_MATCH_YES;
       from = end) {
    const char *first = strpbrk(words + start, "0123456789");
    guint64 year = first ? g_ascii_strtoull(first, NULL, 10) : 0;
    const char *last = first ? strpbrk(first + 4, "0123456789") : NULL;
    if (last && year > g_ascii_strtoull(last, NULL, 10))
      adref_check_add(text, "integrity/years-backwards", block, start,
                      "\"%.*s\" ends before it begins", (int)(end - start),
                      block->words->str + start);
  }
}

void adref_check_counts(AdrefCheckText *text)
{
  g_autoptr(AdrefPattern) counts = adref_pattern_new(count_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) years = adref_pattern_new(years_pattern, FALSE, NULL);
  gboolean is_english = adref_language_tag_matches(text->source.language, "en");
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    if (is_english)
      check_list(text, counts, block);
    check_years(text, years, block);
  }
}
