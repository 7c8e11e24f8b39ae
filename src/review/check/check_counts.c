#include "review/check/check_counts.h"

#include <string.h>

#include "base/pattern.h"
#include "language/language_tag.h"
#include "review/check/sentence_list.h"

static const char *const numerals[] = {"two",   "three", "four", "five",   "six",   "seven",
                                       "eight", "nine",  "ten",  "eleven", "twelve"};

#define NUMERAL "(?:[2-9]|1[0-2]|(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"

/* These may act in the list as well; they are counted where it has names alone. */
static const char names_pattern[] =
    "\\b(?:[2-9]|[1-4][0-9]|(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
    "(?= (?:[\\p{L}-]+ ){0,2}(?:countries|economies|States|[Mm]embers|[Pp]arties|[Ll]eaders|"
    "[Pp]articipants|[Pp]artners|delegations|institutions|organi[sz]ations|agencies|centres|"
    "centers)\\b"
    "[^.;]{0,200}:$)";

static const char written_pattern[] =
    "\\b(?i:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|"
    "five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?: (?:hundred|thousand))?) "
    "\\([0-9]{1,6}\\)|(?<![\\w.,])[0-9]{1,6} \\((?i:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|"
    "eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|"
    "six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen)(?: (?:hundred|thousand))?)\\)";

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
    "\\b(?:[Ff]or|[Dd]uring|[Oo]ver|[Pp]eriod|[Pp]lan|[Pp]rogramme|[Pp]hase|[Yy]ears) "
    "(?:19|20)[0-9]{2} "
    "to (?:19|20)[0-9]{2}\\b|"
    "(?<![\\w/.–-])(?:19|20)[0-9]{2}[–-](?:19|20)[0-9]{2}(?![\\w/–-])|"
    "(?:19|20)[0-9]{2}年から(?:19|20)[0-9]{2}年|"
    "\\b(?:academic|school|fiscal|financial|budget) years? 20[0-9]{2}[–/-][0-9]{2}(?![\\w/–-])";

/* "52 of the 340 islands"; a year and the number of a resolution are no count. */
static const char part_pattern[] =
    "(?<![\\w.,/$€£¥-])(?<!rticle )(?<!rticles )(?<!raph )(?<!raphs )(?<!solution )(?<!Annex )"
    "[0-9][0-9,]{0,8}(?: countries| people| states| members)?(?: out)? of (?:the|its|our|their) "
    "(?!(?:19|20)[0-9]{2}\\b)[0-9][0-9,]{0,8}(?= [\\p{L}-]+(?: [\\p{L}-]+)?s\\b| people\\b)";

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

/* Whether the words of an item are a name: capitals, and small words between them. */
static gboolean is_name(const AdrefNode *item)
{
  enum {
    MOST_WORDS = 12
  };
  static const char *const small[] = {"the", "of", "and", "for", "in", "on", "de", NULL};
  g_autofree char *text = adref_node_words(item);
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  if (!*words || g_strv_length(words) > MOST_WORDS)
    return FALSE;
  for (char **word = words; *word; word++) {
    const char *at = *word + strspn(*word, "([“\"");
    if (*at && !g_unichar_isupper(g_utf8_get_char(at)) && !g_strv_contains(small, at))
      return FALSE;
  }
  return TRUE;
}

static gboolean has_names(const AdrefNode *list)
{
  for (const AdrefNode *item = list->first; item; item = item->next)
    if (!is_name(item))
      return FALSE;
  return TRUE;
}

static gboolean find(const AdrefPattern *pattern, const AdrefCheckBlock *block, gsize from,
                     gsize *start, gsize *end)
{
  return adref_check_find(block, pattern, from, start, end);
}

static void check_list(AdrefCheckText *text, const AdrefPattern *pattern, const AdrefPattern *names,
                       const AdrefCheckBlock *block)
{
  const AdrefNode *list = list_behind(block);
  gsize start, end;
  if (!list || !g_str_has_suffix(block->own->str, ":") ||
      (!find(pattern, block, 0, &start, &end) &&
       (!find(names, block, 0, &start, &end) || !has_names(list))))
    return;
  guint said = value_of(block->own->str + start), items = adref_node_count_children(list);
  if (said > 0 && said != items && items > 1)
    adref_check_add(text, "integrity/list-count", block, start,
                    "the text says %.*s, and the list has %u items", (int)(end - start),
                    block->words->str + start, items);
}

/* --- a list in the same sentence --- */

#define PART_OF                                                                                    \
  "\\b(?:" NUMERAL "|(?i:one|some|most|many|several|few|half|any|each|all|members?))(?: out)? of " \
  "(?:the |these |those |our |its |their )?(?:[\\p{L}-]+ ){0,2}" NUMERAL "\\b(*SKIP)(*FAIL)|"

/* What is counted, up to the sign before the list. Parts are of something: "three of the five
 * areas". */
static const char areas_pattern[] = PART_OF
    "(?<![\\w.,$-])" NUMERAL
    "(?= (?:[\\p{L}-]+ ){0,3}(?:areas|pillars|priorities|principles|points|steps|measures|"
    "goals|objectives|elements|actions|commitments|fields|themes|conditions|purposes|tracks|"
    "tasks|aims|reasons|ways|categories|components|instruments|topics|issues|initiatives|"
    "projects|programmes|programs|sectors|outcomes)\\b[^.;:,()]{0,60}: )";
static const char countries_pattern[] = PART_OF
    "(?<![\\w.,$-])" NUMERAL "(?= (?:[\\p{L}-]+ ){0,2}(?:countries|economies|States|nations|"
    "[Pp]arties|[Pp]artners|[Mm]embers|[Dd]elegations|governments|Governments)"
    "(?:(?: [\\p{L}-]+){0,4}: |, (?:namely )?| \\((?=\\p{Lu})))";

/* The list behind what is counted. */
static const char *list_at(const char *words)
{
  const char *list = words + strcspn(words, ":,(");
  list += *list ? 1 : 0;
  list += strspn(list, " ");
  return g_str_has_prefix(list, "namely ") ? list + strlen("namely ") : list;
}

/* Whether countries stand before a sign: most paragraphs have none, and are not searched. */
static gboolean has_members(const char *words)
{
  static const char *const nouns[] = {"untries", "onomies", "tates",     "nations", "arties",
                                      "artners", "embers",  "legations", "ernments"};
  if (!strstr(words, "s, ") && !strstr(words, "s (") && !strstr(words, ": "))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(nouns); i++)
    if (strstr(words, nouns[i]))
      return TRUE;
  return FALSE;
}

static void check_sentence(AdrefCheckText *text, const AdrefPattern *pattern,
                           const AdrefCheckBlock *block,
                           gboolean (*count)(const char *words, AdrefSentenceList *list))
{
  const char *words = block->own->str;
  gsize start, end;
  for (gsize from = 0; find(pattern, block, from, &start, &end); from = end) {
    AdrefSentenceList list;
    guint said = value_of(words + start);
    g_autofree char *between = g_strndup(words + end, strcspn(words + end, ":,("));
    if (!strstr(between, "includ") && !strstr(between, "such as") &&
        count(list_at(words + end), &list) && (said < list.least || said > list.most))
      adref_check_add(text, "integrity/list-count", block, start,
                      "the text says %.*s, and the sentence lists %u", (int)(end - start),
                      block->words->str + start, list.most);
  }
}

/* --- "ninety (60) days" --- */

/* The value of "ninety-five", "two hundred"; 0: it is none. */
static guint written_value(const char *words, gsize length)
{
  static const char *const tens[] = {"twenty", "thirty",  "forty",  "fifty",
                                     "sixty",  "seventy", "eighty", "ninety"};
  static const char *const units[] = {"one",     "two",       "three",    "four",     "five",
                                      "six",     "seven",     "eight",    "nine",     "ten",
                                      "eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
                                      "sixteen", "seventeen", "eighteen", "nineteen"};
  guint value = 0;
  g_autofree char *small = g_ascii_strdown(words, (gssize)length);
  g_auto(GStrv) parts = g_strsplit_set(small, " -", -1);
  for (char **part = parts; *part; part++) {
    for (guint i = 0; i < G_N_ELEMENTS(tens); i++)
      value += strcmp(*part, tens[i]) == 0 ? 10 * (i + 2) : 0;
    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
      value += strcmp(*part, units[i]) == 0 ? i + 1 : 0;
    value *= strcmp(*part, "hundred") == 0 ? 100 : strcmp(*part, "thousand") == 0 ? 1000 : 1;
  }
  return value;
}

static void check_written(AdrefCheckText *text, const AdrefPattern *pattern,
                          const AdrefCheckBlock *block)
{
  const char *words = block->own->str;
  gsize start, end;
  for (gsize from = 0; find(pattern, block, from, &start, &end); from = end) {
    gsize open = start + strcspn(words + start, "(");
    const char *first = words + start, *second = words + open + 1;
    gboolean digits = g_ascii_isdigit(*first);
    guint64 figure = g_ascii_strtoull(digits ? first : second, NULL, 10);
    guint said =
        digits ? written_value(second, end - open - 2) : written_value(first, open - start - 1);
    if (figure != said)
      adref_check_add(text, "integrity/number-twice", block, start,
                      "the number in words and that in figures differ: \"%.*s\"",
                      (int)(end - start), block->words->str + start);
  }
}

/* --- years --- */

/* The first and the last year of a range. */
static void check_years(AdrefCheckText *text, const AdrefPattern *pattern,
                        const AdrefCheckBlock *block)
{
  const char *words = block->own->str;
  gsize start, end;
  for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end) {
    const char *first = strpbrk(words + start, "0123456789");
    guint64 year = first ? g_ascii_strtoull(first, NULL, 10) : 0;
    const char *last = first ? strpbrk(first + 4, "0123456789") : NULL;
    guint64 to = last ? g_ascii_strtoull(last, NULL, 10) : 0;
    gboolean is_short = last && strspn(last, "0123456789") == 2; /* "2025-26", and 1999-00 */
    if (last && (is_short ? to != (year + 1) % 100 && to <= year % 100 : year > to))
      adref_check_add(text, "integrity/years-backwards", block, start,
                      "\"%.*s\" ends before it begins", (int)(end - start),
                      block->words->str + start);
  }
}

/* --- "352 of the 340 islands" --- */

/* A whole number with commas between its thousands; *end is behind it. */
static guint64 grouped_value(const char *words, const char **end)
{
  guint64 value = 0;
  for (; g_ascii_isdigit(*words) || (*words == ',' && g_ascii_isdigit(words[1])); words++)
    value = *words == ',' ? value : value * 10 + (guint64)(*words - '0');
  *end = words;
  return value;
}

static void check_part(AdrefCheckText *text, const AdrefPattern *pattern,
                       const AdrefCheckBlock *block)
{
  const char *words = block->own->str;
  gsize start, end;
  for (gsize from = 0; find(pattern, block, from, &start, &end); from = end) {
    const char *at;
    guint64 part = grouped_value(words + start, &at);
    gboolean is_year = part >= 1900 && part < 2100 && at == words + start + 4;
    guint64 whole = grouped_value(strpbrk(at, "0123456789"), &at);
    if (part > whole && !is_year)
      adref_check_add(text, "integrity/number-twice", block, start,
                      "the part is more than the whole: \"%.*s\"", (int)(end - start),
                      block->words->str + start);
  }
}

void adref_check_counts(AdrefCheckText *text)
{
  g_autoptr(AdrefPattern) counts = adref_pattern_new(count_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) names = adref_pattern_new(names_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) areas = adref_pattern_new(areas_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) countries = adref_pattern_new(countries_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) written = adref_pattern_new(written_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) years = adref_pattern_new(years_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) parts = adref_pattern_new(part_pattern, FALSE, NULL);
  gboolean is_english = adref_language_tag_matches(text->source.language, "en");
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    if (is_english)
      check_list(text, counts, names, block);
    if (is_english && strstr(block->own->str, ": "))
      check_sentence(text, areas, block, adref_sentence_list_count);
    if (is_english && has_members(block->own->str))
      check_sentence(text, countries, block, adref_sentence_list_count_names);
    if (is_english && strchr(block->own->str, '('))
      check_written(text, written, block);
    if (is_english && strstr(block->own->str, " of "))
      check_part(text, parts, block);
    check_years(text, years, block);
  }
}
