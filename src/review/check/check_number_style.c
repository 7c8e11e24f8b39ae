#include "review/check/check_number_style.h"

#include <string.h>

#include "base/pattern.h"
#include "language/language_tag.h"
#include "language/quantity.h"

/* Groups between points, or a decimal comma. Nobody writes three zeros behind a decimal point. */
static const char pointed[] =
    "(?<![A-Za-z0-9.,])[0-9]{1,3}(?:\\.[0-9]{3}){2,}(?:,[0-9]+)?(?![A-Za-z0-9]|\\.[0-9])|"
    "(?<![A-Za-z0-9.,])[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+(?![A-Za-z0-9,])|"
    "(?<![A-Za-z0-9.,])[1-9][0-9]{0,2}\\.000(?= \\p{Ll}{4})|"
    "(?:(?<=\\b[A-Z]{3} )|(?<=[$€£¥]))[1-9][0-9]{0,2}\\.000(?![0-9.]*[0-9])|"
    "(?<![A-Za-z0-9.,])[0-9]+,[0-9]{1,2}(?= ?(?:%|per "
    "cent|percent|million|billion|trillion|degrees|°|"
    "kilomet|hectares|tonnes|億|万|兆|パーセント))";

/* Groups between commas, or a decimal point. */
static const char with_commas[] =
    "(?<![A-Za-z0-9.,])[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\\.[0-9]+)?(?![A-Za-z0-9]|,[0-9])|"
    "(?<![A-Za-z0-9.,])[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]+(?![A-Za-z0-9.])";

/* Groups of two digits, as India writes them; numbers of paragraphs in a row are none. */
static const char in_twos[] =
    "(?<![A-Za-z0-9.,])(?<!aragraphs )(?<!rticles )(?<!ections )(?<!Nos\\. )"
    "[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![A-Za-z0-9]|,[0-9])";
static const char of_india[] = "₹|\\b(?i:lakhs?|crores?|rupees?|taka|INR|Rs)\\b";

/* Whether the text groups all numbers so, or counts in lakh: one alone is a slip. */
static gboolean groups_in_twos(const AdrefCheckText *text, const AdrefPattern *pattern)
{
  g_autoptr(AdrefPattern) threes = adref_pattern_new(with_commas, FALSE, NULL);
  g_autoptr(AdrefPattern) india = adref_pattern_new(of_india, FALSE, NULL);
  guint count = 0;
  gboolean any_threes = FALSE;
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gsize end = 0;
    if (adref_check_find(block, india, 0, NULL, NULL))
      return TRUE;
    any_threes = any_threes || adref_check_find(block, threes, 0, NULL, NULL);
    while (adref_check_find(block, pattern, end, NULL, &end))
      count++;
  }
  return count > 1 && !any_threes;
}

/* Whether two digits stand between two commas: few paragraphs have such a number. */
static gboolean may_have_twos(const char *words)
{
  for (const char *at = strchr(words, ','); at; at = strchr(at + 1, ','))
    if (g_ascii_isdigit(at[1]) && g_ascii_isdigit(at[2]) && at[3] == ',')
      return TRUE;
  return FALSE;
}

/* "16,00,000" in a text that groups digits by threes. */
static void check_twos(AdrefCheckText *text)
{
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(in_twos, FALSE, NULL);
  gint is_indian = -1; /* not known yet: most texts have no such number */
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gsize start, end;
    if (!may_have_twos(block->own->str))
      continue;
    for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end) {
      if (is_indian < 0)
        is_indian = groups_in_twos(text, pattern);
      if (is_indian)
        return;
      adref_check_add(text, "integrity/number-style", block, start,
                      "the digits of \"%.*s\" do not come in groups of three", (int)(end - start),
                      block->words->str + start);
    }
  }
}

void adref_check_number_style(AdrefCheckText *text)
{
  if (adref_language_tag_matches(text->source.language, "en"))
    check_twos(text);
  static const char *const others[] = {"es", "ar"}; /* both styles are used */
  for (guint i = 0; i < G_N_ELEMENTS(others); i++)
    if (adref_language_tag_matches(text->source.language, others[i]))
      return;
  gboolean comma = adref_quantity_has_decimal_comma(text->source.language);
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(comma ? with_commas : pointed, FALSE, NULL);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gsize start, end;
    for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end)
      adref_check_add(text, "integrity/number-style", block, start,
                      "\"%.*s\" is written as in another language", (int)(end - start),
                      block->words->str + start);
  }
}
