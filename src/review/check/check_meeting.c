#include "review/check/check_meeting.h"

#include <string.h>

#include "base/pattern.h"
#include "language/language_tag.h"

#define MEETING                                                                                    \
  "(?:Meeting|Summit|Conference|Session|Dialogue|Forum|Consultations?|Assembly|Congress|Round)"

#define ORDINAL                                                                                    \
  "(?:[0-9]{1,3}(?:st|nd|rd|th)|(?:[Tt]wenty-|[Tt]hirty-|[Ff]orty-|[Ff]ifty-|[Ss]ixty-|[Ss]"       \
  "eventy-|"                                                                                       \
  "[Ee]ighty-|[Nn]inety-)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|"  \
  "[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth|[Tt]hirteenth|[Ff]ourteenth|[Ff]ifteenth|"   \
  "[Ss]ixteenth|[Ss]eventeenth|[Ee]ighteenth|[Nn]ineteenth|[Tt]wentieth|[Tt]hirtieth|[Ff]ortieth|" \
  "[Ff]iftieth))"

/* "the 29th ASEAN-Japan Summit", "the Eighth Ministerial Meeting" */
static const char ordinal_pattern[] =
    "\\b" ORDINAL "(?= (?:[\\p{Lu}“][\\p{L}’'+-]*,? |of |and |the |on |for |in ){0,8}" MEETING
    "\\b)";

static const char coming_pattern[] =
    "\\b(?:will be held|to be held|will meet|will take place|to take place|[Ll]ook(?:s|ed|ing)? "
    "forward to|[Aa]gree(?:d|s)? to (?:hold|meet|convene|reconvene)|[Dd]ecided to (?:hold|meet|"
    "convene|reconvene)|[Nn]ext (?:[\\p{L}’'-]+ ){0,4}(?:[Mm]eeting|[Ss]ummit|[Ss]ession))\\b"
    "[^.;]{0,120}? \\K(?:in|on|from|by|during) (?:(?:early|mid|late|the) )?(?:[0-9]{1,2} )?"
    "(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) "
    ")?"
    "(?:19|20)[0-9]{2}\\b(?![-–/])";

static const char done_pattern[] =
    "\\b(?:was|were|had been|has been|have been) (?:\\p{Ll}+ly "
    ")?(?:signed|held|adopted|established|"
    "launched|concluded|issued|announced|convened|opened|created|founded|agreed|elected|"
    "inaugurated|"
    "completed|ratified|published)\\b[^.,;:()]{0,60}? \\K(?:in|on) (?:[0-9]{1,2} )?(?:(?:January|"
    "February|March|April|May|June|July|August|September|October|November|December) )?"
    "(?:19|20)[0-9]{2}\\b(?![-–/])";

/* --- ordinals --- */

static guint value_of(const char *words)
{
  static const char *const tens[] = {"twenty", "thirty",  "forty",  "fifty",
                                     "sixty",  "seventy", "eighty", "ninety"};
  static const char *const tens_alone[] = {"twentieth", "thirtieth", "fortieth", "fiftieth"};
  static const char *const units[] = {"first",       "second",     "third",     "fourth",
                                      "fifth",       "sixth",      "seventh",   "eighth",
                                      "ninth",       "tenth",      "eleventh",  "twelfth",
                                      "thirteenth",  "fourteenth", "fifteenth", "sixteenth",
                                      "seventeenth", "eighteenth", "nineteenth"};
  guint value = 0;
  if (g_ascii_isdigit(*words))
    return (guint)g_ascii_strtoull(words, NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS(tens); i++)
    if (g_ascii_strncasecmp(words, tens[i], strlen(tens[i])) == 0) {
      value = 10 * (i + 2);
      words += strlen(tens[i]) + 1;
      break;
    }
  for (guint i = 0; i < G_N_ELEMENTS(tens_alone) && value == 0; i++)
    if (g_ascii_strncasecmp(words, tens_alone[i], strlen(tens_alone[i])) == 0)
      return 10 * (i + 2);
  for (guint i = G_N_ELEMENTS(units); i > 0; i--)
    if (g_ascii_strncasecmp(words, units[i - 1], strlen(units[i - 1])) == 0)
      return value + i;
  return value;
}

/* The words of a meeting behind its ordinal, "ASEAN-Japan Summit". Caller frees. */
static char *name_behind(const char *words, gsize end)
{
  g_autoptr(AdrefPattern) noun = adref_pattern_new("\\b" MEETING "\\b", FALSE, NULL);
  gsize start, stop;
  words += end + 1;
  return adref_pattern_find(noun, words, strlen(words), 0, &start, &stop) == ADREF_PATTERN_MATCH_YES
             ? g_strndup(words, stop)
             : g_strdup("");
}

/* Whether both are the same meeting: one name ends as the other. "Foreign Ministers' Meeting" is
 * that of the "Australia-Indonesia Foreign Ministers' Meeting". */
static gboolean is_same_meeting(const char *first, const char *second)
{
  gsize m = strlen(first), n = strlen(second);
  const char *longer = m > n ? first : second, *shorter = m > n ? second : first;
  gsize rest = strlen(longer) - strlen(shorter);
  return strchr(shorter, ' ') && strcmp(longer + rest, shorter) == 0 &&
         (rest == 0 || longer[rest - 1] == ' ');
}

/* Whether it is the first paragraph of words below the title; a line of place and date is none. */
static gboolean is_opening(const AdrefCheckBlock *block)
{
  enum {
    SHORTEST = 60
  };
  return block->node->type == ADREF_PARAGRAPH && block->words->len > SHORTEST;
}

static void compare_ordinals(AdrefCheckText *text, const AdrefPattern *pattern,
                             const AdrefCheckBlock *title, const AdrefCheckBlock *opening)
{
  const char *words = opening->own->str;
  gsize start, end, from, to;
  if (!adref_check_find(title, pattern, 0, &start, &end))
    return;
  guint right = value_of(title->own->str + start);
  g_autofree char *name = name_behind(title->own->str, end);
  for (gsize at = 0; adref_check_find(opening, pattern, at, &from, &to); at = to) {
    g_autofree char *other = name_behind(words, to);
    if (!is_same_meeting(name, other))
      continue;
    if (value_of(words + from) != right)
      adref_check_add(text, "integrity/meeting-ordinal", opening, from,
                      "the text says %.*s, and the title %.*s", (int)(to - from), words + from,
                      (int)(end - start), title->own->str + start);
    return; /* later ones may be of other years */
  }
}

static void check_ordinals(AdrefCheckText *text)
{
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(ordinal_pattern, FALSE, NULL);
  const AdrefCheckBlock *title = NULL;
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    if (!title && block->node->type == ADREF_HEADING)
      title = block;
    if (!is_opening(block))
      continue;
    if (title)
      compare_ordinals(text, pattern, title, block);
    return;
  }
}

/* --- past and future --- */

/* The day of words such as "on 15 May 2025", of which month and day may lack, as a number:
 * 20250515. What lacks is 0, or with `last` more than any. */
static guint day_of(const char *words, gsize length, gboolean last)
{
  static const char *const months[] = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
  g_autofree char *date = g_strndup(words, length);
  guint year = (guint)g_ascii_strtoull(date + length - 4, NULL, 10), month = 0, day = 0;
  for (guint i = 0; i < G_N_ELEMENTS(months) && month == 0; i++)
    month = strstr(date, months[i]) ? i + 1 : 0;
  const char *digits = strpbrk(date, "0123456789");
  if (month > 0 && digits && digits < date + length - 4)
    day = (guint)g_ascii_strtoull(digits, NULL, 10);
  month = month == 0 && last ? 99 : month;
  day = day == 0 && last ? 99 : day;
  return year * 10000 + month * 100 + day;
}

static guint today_of(const AdrefStatement *statement)
{
  g_autofree char *date =
      statement && statement->date ? adref_value_print(statement->date, "iso", "en") : NULL;
  g_auto(GStrv) parts = date ? g_strsplit(date, "-", 3) : NULL;
  return parts && g_strv_length(parts) == 3 ? (guint)(g_ascii_strtoull(parts[0], NULL, 10) * 10000 +
                                                      g_ascii_strtoull(parts[1], NULL, 10) * 100 +
                                                      g_ascii_strtoull(parts[2], NULL, 10))
                                            : 0;
}

/* Whether the day of the block is reported as another one than that of the facts already. */
static gboolean is_reported(const AdrefCheckText *text, const AdrefCheckBlock *block)
{
  for (guint i = 0; i < text->findings->len; i++) {
    const AdrefCheckFinding *finding = text->findings->pdata[i];
    if (finding->order == block->order && strcmp(finding->rule->id, "integrity/fact-date") == 0)
      return TRUE;
  }
  return FALSE;
}

static void check_days(AdrefCheckText *text, const AdrefPattern *pattern, gboolean done,
                       guint today)
{
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    const char *words = block->own->str;
    gsize start, end;
    if (!strpbrk(words, "0123456789"))
      continue;
    for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end) {
      guint day = day_of(words + start, end - start, !done);
      if ((done ? day > today : day < today) && !is_reported(text, block))
        adref_check_add(text, "integrity/past-and-future", block, start,
                        done ? "something was done %.*s, which is after the date of the statement"
                             : "something is to come %.*s, which is before the date of the "
                               "statement",
                        (int)(end - start), words + start);
    }
  }
}

/* "Adopted on the fifteenth of May two thousand and thirty" in the closing of a statement of the
 * fourteenth; with a year in figures it is a date as others. */
static void check_spoken_days(AdrefCheckText *text, guint today)
{
  static const char *const months[] = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
  g_autofree char *source =
      g_strdup_printf("\\b" ORDINAL "(?= (?:day )?of (?:%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s)\\b)",
                      months[0], months[1], months[2], months[3], months[4], months[5], months[6],
                      months[7], months[8], months[9], months[10], months[11]);
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(source, FALSE, NULL);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    const char *words = block->own->str, *right = months[(today / 100 % 100 + 11) % 12];
    gsize start, end;
    if (block->clause->as.clause->kind != ADREF_CLOSING ||
        !adref_check_find(block, pattern, 0, &start, &end))
      continue;
    const char *month = strstr(words + end, "of ") + strlen("of ");
    gboolean is_right = value_of(words + start) == today % 100 && g_str_has_prefix(month, right);
    if (!is_right && !is_reported(text, block))
      adref_check_add(text, "integrity/fact-date", block, start,
                      "the text says %.*s of %.*s, and statement.yaml %u %s", (int)(end - start),
                      words + start, (int)strcspn(month, " .,;"), month, today % 100, right);
  }
}

void adref_check_meeting(AdrefCheckText *text, const AdrefStatement *statement)
{
  if (!adref_language_tag_matches(text->source.language, "en"))
    return;
  check_ordinals(text);
  guint today = today_of(statement);
  if (today == 0)
    return;
  g_autoptr(AdrefPattern) coming = adref_pattern_new(coming_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) done = adref_pattern_new(done_pattern, FALSE, NULL);
  check_days(text, coming, FALSE, today);
  check_days(text, done, TRUE, today);
  check_spoken_days(text, today);
}
