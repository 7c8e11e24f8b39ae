#include "review/check/check_sections.h"

#include <string.h>

#include "base/pattern.h"
#include "clause/labels/numbering.h"
#include "language/language_tag.h"

#define NOUN   "(?:[Ss]ection|[Pp]art|[Cc]hapter)"
#define NUMBER "(?:[IVXLC]+|[A-Z]|[0-9]{1,3})"

/* A number that cannot be that of a paragraph, a table or a year follows the noun. */
static const char reference_pattern[] =
    "\\b" NOUN " " NUMBER "(?= (?:(?:above|below)\\b(?!-)|of (?:this|the present|our) "
    "(?:[Jj]oint )?(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqué|[Dd]ocument|[Aa]greement|[Pp]lan|"
    "[Mm]emorandum)\\b))";

/* An annex in small letters; one of a resolution stands behind its number. */
static const char annex_pattern[] =
    "(?<![0-9] )(?<![0-9], )(?<!-)\\bannex [A-HJ-UWYZ](?![\\w/-])(?! (?:[A-Z]|countries|parties|"
    "of (?!this|the present|our)|to (?!this|the present)|thereof|thereto))(?! ?\\()";

/* The number at the start of a heading or paragraph, and those of provisions of other texts, to
 * which "above" may lead as well. */
static const char number_pattern[] = "^(?i:section |part |chapter |annex )?(?:[IVXLC]+|[A-Z]|"
                                     "[0-9]{1,3})(?=[.):]|$| )|\\b(?i:section|part|chapter) " NUMBER
                                     "(?= (?:of|to|in) (?!this|the present|our))";

/* The last word of a range, "IV" of "part IV". Caller frees. */
static char *last_word(const char *words, gsize start, gsize end)
{
  gsize at = end;
  while (at > start && g_ascii_isalnum(words[at - 1]))
    at--;
  return g_ascii_strup(words + at, (gssize)(end - at));
}

static void note_numbers(const AdrefPattern *pattern, const AdrefCheckBlock *block,
                         GHashTable *known)
{
  const char *digits = adref_numbering_digits(block->clause->as.clause->number);
  gsize start, end;
  if (digits)
    g_hash_table_add(known, g_strdup(digits));
  for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end)
    g_hash_table_add(known, last_word(block->own->str, start, end));
}

static void note_items(const AdrefNode *list, GHashTable *known)
{
  guint next = list->as.list.start;
  for (const AdrefNode *item = list->first; item; item = item->next) {
    guint number = adref_item_number(item, next);
    g_hash_table_add(known, g_strdup_printf("%u", number));
    next = number + 1;
  }
}

/* The numbers that the text has; of ordered lists too. */
static GHashTable *known_numbers(const AdrefCheckText *text)
{
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(number_pattern, FALSE, NULL);
  GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    note_numbers(pattern, block, known);
  }
  AdrefWalk walk = adref_walk(text->source.document);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_LIST && walk.node->as.list.ordered)
      note_items(walk.node, known);
  return known;
}

static void check_block(AdrefCheckText *text, const AdrefPattern *pattern, GHashTable **known,
                        const AdrefCheckBlock *block)
{
  const GString *own = block->own;
  gsize start, end;
  for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end) {
    if (!*known)
      *known = known_numbers(text);
    g_autofree char *number = last_word(own->str, start, end);
    if (!g_hash_table_contains(*known, number))
      adref_check_add(text, "integrity/dead-reference", block, start, "the text has no %.*s",
                      (int)(end - start), own->str + start);
  }
}

/* Most blocks do not, and are not searched. */
static gboolean may_refer(const char *words)
{
  static const char *const places[] = {" above", " below", " of this ", " of the present ",
                                       " of our "};
  for (guint i = 0; i < G_N_ELEMENTS(places); i++)
    if (strstr(words, places[i]))
      return strstr(words, "ection ") || strstr(words, "art ") || strstr(words, "hapter ");
  return FALSE;
}

void adref_check_sections(AdrefCheckText *text)
{
  if (!adref_language_tag_matches(text->source.language, "en"))
    return;
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(reference_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) annexes = adref_pattern_new(annex_pattern, FALSE, NULL);
  GHashTable *known = NULL; /* most texts refer to no section */
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    const char *words = block->own->str;
    if (may_refer(words))
      check_block(text, pattern, &known, block);
    if (strstr(words, "annex "))
      check_block(text, annexes, &known, block);
  }
  g_clear_pointer(&known, g_hash_table_unref);
}
