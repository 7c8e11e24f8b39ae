#include "review/check/check_instruments.h"

#include <string.h>

#include "base/pattern.h"
#include "language/language_tag.h"

enum {
  MAX_NAME = 160 /* bytes of the name of an instrument */
};

#define MONTH                                                                                      \
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)"

/* The words between a name and its date. A range of years, "(2016-2025)", is no date. */
static const char tail_pattern[] =
    "(?:,? (?:signed|adopted|concluded|done)(?: (?:at|in) [A-Z][\\p{L}-]+)? on | of | \\()"
    "(?=(?:[0-9]{1,2} )?(?:" MONTH " )?(?:[0-9]{1,2}, )?(?:19|20)[0-9]{2}(?![\\w-]|[–/.]\\w))";
static const char date_pattern[] =
    "\\G(?:[0-9]{1,2} )?(?:" MONTH " )?(?:[0-9]{1,2}, )?(?:19|20)[0-9]{2}";

/* A date as it is said: 0 is what is not said. */
typedef struct {
  guint year, month, day;
} SaidDate;

/* Where an instrument stands first. */
typedef struct {
  SaidDate date;
  char *words; /* of the date */
  const AdrefCheckBlock *block;
  gsize at; /* of the date in it */
} Citation;

static void citation_free(gpointer data)
{
  Citation *citation = data;
  g_free(citation->words);
  g_free(citation);
}

static SaidDate read_date(const char *words, gsize length)
{
  static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  SaidDate date = {0, 0, 0};
  for (gsize at = 0; at < length;) {
    if (g_ascii_isdigit(words[at])) {
      guint number = 0;
      for (; at < length && g_ascii_isdigit(words[at]); at++)
        number = number * 10 + (guint)(words[at] - '0');
      *(number > 31 ? &date.year : &date.day) = number;
      continue;
    }
    for (guint i = 0; i < G_N_ELEMENTS(months); i++)
      if (strncmp(words + at, months[i], strlen(months[i])) == 0)
        date.month = i + 1;
    at += MAX(strcspn(words + at, " "), 1);
  }
  return date;
}

static gboolean agree(const SaidDate *one, const SaidDate *other)
{
  return one->year == other->year &&
         (one->month == other->month || one->month == 0 || other->month == 0) &&
         (one->day == other->day || one->day == 0 || other->day == 0);
}

static gboolean is_one_of(const char *word, gsize length, const char *list)
{
  for (const char *at = list; at; at = strchr(at, ' ')) {
    at += *at == ' ' ? 1 : 0;
    if (strncmp(at, word, length) == 0 && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  }
  return FALSE;
}

/* The start of the word that ends at `end`. */
static gsize word_start(const char *words, gsize end)
{
  while (end > 0 && !strchr(" \x1A\x1D(),;", words[end - 1]))
    end--;
  return end;
}

static gboolean is_capital(const char *word)
{
  return g_unichar_isupper(g_utf8_get_char(word));
}

/* Where the name begins that ends at `end`: words with a capital, and small words inside of it.
 * "the" belongs to it only behind one of these: "Treaty on the Prohibition of Mines". */
static gsize name_start(const char *words, gsize end)
{
  static const char inner[] = "of on for to in and against";
  gsize first = end;
  for (gsize behind = end; behind > 0 && end - behind < MAX_NAME;) {
    gsize start = word_start(words, behind), length = behind - start;
    gsize before = start > 1 ? word_start(words, start - 1) : 0;
    gboolean is_the = length == 3 && strncmp(words + start, "the", 3) == 0 && start > 1 &&
                      is_one_of(words + before, start - 1 - before, inner);
    if (length == 0 ||
        !(is_capital(words + start) || is_the || is_one_of(words + start, length, inner)))
      break;
    if (is_one_of(words + start, length, "The This That These A An"))
      break;
    if (is_capital(words + start))
      first = start;
    if (start == 0 || words[start - 1] != ' ')
      break;
    behind = start - 1;
  }
  return first;
}

/* Whether a name is that of one instrument: it has the noun of one, and a word of its own. */
static gboolean names_one(const char *words, gsize start, gsize end)
{
  static const char nouns[] = "Treaty Convention Agreement Protocol Charter Declaration Framework "
                              "Accord Pact Compact Covenant Act";
  static const char common[] =
      "Joint Leaders Leaders’ Ministerial Ministers Ministers’ Summit Political Final Bilateral "
      "Multilateral Additional Supplementary Optional Implementing Annual Vision New of on for to "
      "in and the against Trade Free Economic Security Cooperation Partnership Strategic Action "
      "Amending Interim Special First Second Third";
  gboolean has_noun = FALSE, has_own = FALSE;
  for (gsize at = start; at < end;) {
    gsize length = strcspn(words + at, " ");
    length = MIN(length, end - at);
    gboolean is_noun = is_one_of(words + at, length, nouns);
    has_noun = has_noun || is_noun;
    has_own = has_own || (!is_noun && !is_one_of(words + at, length, common));
    at += length + 1;
  }
  return has_noun && has_own;
}

/* "resolution 1325" before " (2000)". */
static gsize resolution_start(const char *words, gsize end)
{
  gsize number = word_start(words, end), start = number > 1 ? word_start(words, number - 1) : end;
  gboolean is_resolution = start < end && g_ascii_isdigit(words[number]) &&
                           g_ascii_strncasecmp(words + start, "resolution ", 11) == 0;
  return is_resolution ? start : end;
}

/* The instrument whose name ends at `end`, with the verb of its date; NULL: there is none, or its
 * name may be that of several. Caller frees. */
static char *instrument(const char *words, gsize end, gsize date)
{
  gsize start = resolution_start(words, end);
  if (start < end && words[end + 1] == '(')
    return g_ascii_strdown(words + start, (gssize)(end - start));
  start = name_start(words, end);
  if (!names_one(words, start, end))
    return NULL;
  gboolean is_signed = g_strstr_len(words + end, (gssize)(date - end), "signed") != NULL;
  gboolean has_verb = words[date - 2] == 'n'; /* " on " */
  return g_strdup_printf("%.*s%s", (int)(end - start), words + start,
                         !has_verb   ? ""
                         : is_signed ? " signed"
                                     : " adopted");
}

static void check_citation(AdrefCheckText *text, GHashTable *seen, const AdrefCheckBlock *block,
                           gsize end, gsize date, gsize date_end)
{
  const char *words = block->own->str;
  char *name = instrument(words, end, date);
  if (!name)
    return;
  SaidDate said = read_date(words + date, date_end - date);
  const Citation *first = g_hash_table_lookup(seen, name);
  if (first && !agree(&first->date, &said))
    adref_check_add(text, "integrity/instrument-date", block, date,
                    "the date is %.*s, and on line %u the same instrument has %s",
                    (int)(date_end - date), words + date,
                    adref_check_block_line(text, first->block, first->at), first->words);
  if (first) {
    g_free(name);
    return;
  }
  Citation *citation = g_new0(Citation, 1);
  *citation = (Citation){said, g_strndup(words + date, date_end - date), block, date};
  g_hash_table_insert(seen, name, citation);
}

void adref_check_instruments(AdrefCheckText *text)
{
  if (!adref_language_tag_matches(text->source.language, "en"))
    return;
  g_autoptr(AdrefPattern) tail = adref_pattern_new(tail_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) dates = adref_pattern_new(date_pattern, FALSE, NULL);
  g_autoptr(GHashTable) seen =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, citation_free);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gsize start, end, date, date_end;
    for (gsize from = 0; adref_check_find(block, tail, from, &start, &end); from = end)
      if (adref_check_find(block, dates, end, &date, &date_end))
        check_citation(text, seen, block, start, date, date_end);
  }
}
