#include "review/check/check_facts.h"

#include <stdio.h>
#include <string.h>

#include "base/pattern.h"
#include "draft/data/region_name.h"
#include "language/language_tag.h"
#include "language/meeting_place.h"
#include "language/occasion_line.h"
#include "language/party_mention.h"
#include "language/phrase_scanner.h"

enum {
  OPENING = 8 /* blocks among which the first paragraph is */
};

/* --- the day --- */

/* Whether it is a line of place and date, "Tokyo, 17 December 2023". */
static gboolean is_occasion(const AdrefCheckBlock *block, const char *language)
{
  enum {
    LONGEST = 80
  };
  gsize start = 0, end = 0;
  if (block->node->type != ADREF_PARAGRAPH || block->own->len > LONGEST || block->order > 4)
    return FALSE;
  g_autofree char *date = adref_occasion_date(block->own->str, language, &start, &end);
  g_autofree char *place = date ? adref_occasion_place(block->own->str, start, end) : NULL;
  return place != NULL;
}

/* Whether a paragraph is one that says when and where the text was made. */
static gboolean says_meeting(const AdrefCheckBlock *block)
{
  static const char *const verbs[] = {
      "Adopted",  "ADOPTED",  "Done ", "DONE ", "Issued", "Signed", "SIGNED", "met in",  "met on",
      "gathered", "convened", "採択",  "発出",  "署名",   "adopté", "Fait ",  "Diadopsi"};
  AdrefClauseKind kind = block->clause->as.clause->kind;
  if (kind == ADREF_CLOSING)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(verbs); i++) {
    const char *found = strstr(block->own->str, verbs[i]);
    if (found && (kind == ADREF_CHAPEAU || found == block->own->str))
      return TRUE;
  }
  return FALSE;
}

/* "2023-12-17" of the key " on2023-12-17" is a whole date, "2023-12--1" and the like are not. NULL:
 * the match has none. */
static const char *whole_date(const AdrefPhraseMatch *match)
{
  const char *date = match->class == ADREF_CHANGE_CLASS_DATE && match->key
                         ? strpbrk(match->key, "0123456789")
                         : NULL;
  return date && strlen(date) >= 8 && !strstr(date, "--") && strchr(date, '-') ? date : NULL;
}

static gboolean is_day(const char *key, const char *date)
{
  guint year, month, day, y, m, d;
  return sscanf(key, "%u-%u-%u", &year, &month, &day) == 3 &&
         sscanf(date, "%u-%u-%u", &y, &m, &d) == 3 && year == y && month == m && day == d;
}

static gboolean is_other_day(const char *key, const char *date)
{
  guint year, month, day;
  return sscanf(key, "%u-%u-%u", &year, &month, &day) == 3 && !is_day(key, date);
}

/* A block that has the right day may have others too: of earlier meetings. */
static void check_day(AdrefCheckText *text, AdrefPhraseScanner *scanner,
                      const AdrefCheckBlock *block, const char *date)
{
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  const AdrefPhraseMatch *other = NULL;
  gboolean right = FALSE;
  adref_phrase_scanner_scan(scanner, block->own->str, 0, block->own->len, tokens, matches);
  for (guint i = 0; i < matches->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(matches, AdrefPhraseMatch, i);
    const char *said = whole_date(match);
    if (!said)
      continue;
    right = right || is_day(said, date);
    other = !other && is_other_day(said, date) ? match : other;
  }
  if (!right && other)
    adref_check_add(text, "integrity/fact-date", block, other->start,
                    "the text says %.*s, and statement.yaml %s", (int)(other->end - other->start),
                    block->words->str + other->start, date);
}

/* --- the place --- */

/* NULL: in this language no place is looked for, or the facts have no words in it. Caller frees. */
static AdrefPattern *pattern_of_places(const AdrefStatement *statement, const char *language)
{
  gboolean has_words = statement->place && (adref_check_is_latin(language) ||
                                            !adref_value_given_fallback(statement->place, language,
                                                                        statement->languages[0]));
  return has_words ? adref_meeting_place_pattern(language) : NULL;
}

/* Whether the first paragraph below title and date says that a meeting was held. */
static gboolean says_held(const AdrefCheckText *text, const AdrefCheckBlock *block)
{
  enum {
    SHORTEST = 60
  };
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *first = text->blocks->pdata[i];
    if (first->node->type == ADREF_PARAGRAPH && first->words->len > SHORTEST)
      return first == block && strstr(block->own->str, " held ") &&
             adref_language_tag_matches(text->source.language, "en");
  }
  return FALSE;
}

/* Whether words name a year, and not that of a date, "2031-07-04". */
static gboolean has_other_year(const char *words, const char *date)
{
  gboolean found = FALSE;
  for (const char *at = words; *at; at += MAX(strspn(at, "0123456789"), 1)) {
    gboolean is_year =
        strspn(at, "0123456789") == 4 && strncmp(at, "1900", 4) >= 0 && strncmp(at, "2199", 4) <= 0;
    if (is_year && strncmp(at, date, 4) == 0)
      return FALSE;
    found = found || is_year;
  }
  return found;
}

/* Whether a paragraph speaks of another meeting: of another year, or one that is to come; and so
 * does a footnote. */
static gboolean is_other_meeting(const AdrefCheckBlock *block, const char *date)
{
  static const char *const futures[] = {" akan ", " sẽ ", "将", "將"};
  for (const AdrefNode *node = block->node; node; node = node->parent)
    if (node->type == ADREF_FOOTNOTE_TEXT)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(futures); i++)
    if (strstr(block->own->str, futures[i]))
      return TRUE;
  return date && has_other_year(block->own->str, date);
}

static void check_place(AdrefCheckText *text, const AdrefPattern *pattern,
                        const AdrefCheckBlock *block, const char *place, const char *date)
{
  gsize start, end;
  if (is_other_meeting(block, date) || !adref_check_find(block, pattern, 0, &start, &end) ||
      strstr(block->words->str, place))
    return;
  g_autofree char *said = g_strndup(block->words->str + start, end - start);
  if (!strstr(place, said))
    adref_check_add(text, "integrity/fact-place", block, start,
                    "the text says %s, and statement.yaml %s", said, place);
}

/* --- parties --- */

static gboolean names(const GString *all, const AdrefParty *party, const char *language)
{
  const char *words[] = {adref_party_short(party, "en"), party->code};
  g_auto(GStrv) printed = adref_party_printed_names(party, language);
  for (char **name = printed; *name; name++)
    if (strstr(all->str, *name))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strstr(all->str, words[i]))
      return TRUE;
  for (guint i = 0; i < party->aliases->len; i++)
    if (strstr(all->str, party->aliases->pdata[i]))
      return TRUE;
  g_autofree char *region = adref_region_name(party->code, language);
  return region && strstr(all->str, region) != NULL;
}

/* Whether the text names a group of which the party is a member. */
static gboolean names_group(const GString *all, const AdrefParties *parties, const char *code,
                            const char *language)
{
  const GPtrArray *every = adref_parties_all(parties);
  for (guint i = 0; i < every->len; i++) {
    const AdrefParty *group = every->pdata[i];
    if (group->members && g_strv_contains((const char *const *)group->members, code) &&
        names(all, group, language))
      return TRUE;
  }
  return FALSE;
}

/* Whether the text may mean the party by another spelling of its name. In English and the languages
 * of the registry the names are as they should be. */
static gboolean may_mean(const GString *all, const AdrefParties *parties, const AdrefParty *party,
                         const char *language)
{
  return !adref_party_has_name(party, FALSE, language) &&
         adref_party_mention_is_possible(all->str, adref_parties_names(parties), party->code);
}

/* A resolution names no party; a text that names one names all. */
static void check_parties(AdrefCheckText *text, const AdrefStatement *statement,
                          const AdrefParties *parties)
{
  g_autoptr(GString) all = g_string_new(NULL);
  for (guint i = 0; i < text->blocks->len; i++) {
    g_string_append(all, ((const AdrefCheckBlock *)text->blocks->pdata[i])->words->str);
    g_string_append_c(all, '\n');
  }
  const char *language = text->source.language;
  gboolean any = FALSE;
  for (char **code = statement->parties; code && *code && !any; code++) {
    const AdrefParty *party = adref_parties_get(parties, *code);
    any = party && names(all, party, language);
  }
  for (char **code = statement->parties; code && *code && any; code++) {
    const AdrefParty *party = adref_parties_get(parties, *code);
    if (party && !names(all, party, language) && !names_group(all, parties, *code, language) &&
        !may_mean(all, parties, party, language))
      adref_check_add_at(text, "integrity/fact-party", text->source.document->first, 1, 1,
                         "%s (%s) is a party of the statement, and the text does not name it",
                         adref_party_short(party, language), *code);
  }
}

void adref_check_facts(AdrefCheckText *text, const AdrefStatement *statement,
                       const AdrefParties *parties)
{
  const char *language = text->source.language;
  g_autofree char *date = statement->date ? adref_value_print(statement->date, "iso", "en") : NULL;
  g_autofree char *place =
      statement->place ? adref_value_print(statement->place, "", language) : NULL;
  g_autoptr(AdrefPattern) pattern = pattern_of_places(statement, language);
  AdrefPhraseScanner scanner;
  g_autoptr(AdrefPattern) held = adref_meeting_place_held_pattern();
  adref_phrase_scanner_init(&scanner, language, NULL, NULL);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gboolean is_held = i < OPENING && says_held(text, block);
    if (date && (is_held || says_meeting(block) || is_occasion(block, language)))
      check_day(text, &scanner, block, date);
    if (pattern)
      check_place(text, is_held ? held : pattern, block, place, date);
  }
  adref_phrase_scanner_clear(&scanner);
  check_parties(text, statement, parties);
}

/* --- members --- */

static const char *const numerals[] = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

static gint numeral_value(const char *word)
{
  if (g_ascii_isdigit(*word))
    return (gint)g_ascii_strtoull(word, NULL, 10);
  for (guint i = 0; i < G_N_ELEMENTS(numerals); i++)
    if (g_ascii_strcasecmp(numerals[i], word) == 0)
      return (gint)i;
  return -1;
}

/* Whether the number behind is that of the whole group: "the ten", "all ten". "Nine ASEAN Member
 * States take part" may be said of some of them. */
static gboolean is_whole(const char *words, gsize start)
{
  static const char *const before[] = {"the ", "The ", "all ",   "All ",
                                       "its ", "our ", "these ", "of "};
  for (guint i = 0; i < G_N_ELEMENTS(before); i++) {
    gsize length = strlen(before[i]);
    if (start >= length && strncmp(words + start - length, before[i], length) == 0)
      return TRUE;
  }
  return FALSE;
}

static void check_group(AdrefCheckText *text, const AdrefParty *group, const AdrefPattern *pattern)
{
  guint members = g_strv_length(group->members);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gsize start, end;
    for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end) {
      g_autofree char *words = g_strndup(block->own->str + start, end - start);
      words[strcspn(words, " ")] = '\0';
      gint value = numeral_value(words);
      gboolean is_part = (guint)value < members && !is_whole(block->own->str, start);
      if (value >= 0 && (guint)value != members && !is_part)
        adref_check_add(text, "integrity/fact-members", block, start,
                        "the text says %s members of %s, and the registry has %u", words,
                        group->code, members);
    }
  }
}

void adref_check_members(AdrefCheckText *text, const AdrefParties *parties)
{
  const GPtrArray *all = adref_parties_all(parties);
  if (!adref_language_tag_matches(text->source.language, "en"))
    return;
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *group = all->pdata[i];
    if (!group->members)
      continue;
    g_autofree char *name = g_regex_escape_string(adref_party_short(group, "en"), -1);
    g_autofree char *source = g_strdup_printf(
        "\\b(?:[0-9]{1,3}|(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
        "fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)) (?:%s (?i:member (?:states|"
        "countries)|members|nations)\\b|(?i:member (?:states|countries)|members|nations) of "
        "(?:the )?%s\\b)",
        name, name);
    g_autoptr(AdrefPattern) pattern = adref_pattern_new(source, FALSE, NULL);
    if (pattern)
      check_group(text, group, pattern);
  }
}
