#include "review/check/check_terms.h"

#include <string.h>

#include "base/pattern.h"
#include "language/language_tag.h"

/* A term or an abbreviation, and where it stands. */
typedef struct {
  char *name;
  guint block; /* in which it is defined, or stands first */
  gsize start, end;
  gboolean is_said; /* "hereinafter", or "the": not only a name in quotation marks */
} Definition;

static void definition_free(gpointer data)
{
  Definition *definition = data;
  g_free(definition->name);
  g_free(definition);
}

static Definition *definition_new(const char *words, gsize start, gsize end, guint block)
{
  Definition *definition = g_new0(Definition, 1);
  definition->name = g_strndup(words + start, end - start);
  definition->block = block;
  definition->start = start;
  definition->end = end;
  return definition;
}

/* The spaces that French sets inside of its marks are none of the term. */
static void trim_spaces(const char *words, gsize *start, gsize *end)
{
  while (*start < *end && g_unichar_isspace(g_utf8_get_char(words + *start)))
    *start = (gsize)(g_utf8_next_char(words + *start) - words);
  while (*start < *end && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(words + *end))))
    *end = (gsize)(g_utf8_prev_char(words + *end) - words);
}

/* The first and last byte between the marks of a quotation in words[start..end). */
static gboolean quoted(const char *words, gsize *start, gsize *end)
{
  static const char *const marks[][2] = {{"“", "”"}, {"\"", "\""}, {"「", "」"}, {"«", "»"},
                                         {"„", "“"}, {"‘", "’"},   {"'", "'"}};
  for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
    const char *open = g_strstr_len(words + *start, (gssize)(*end - *start), marks[i][0]);
    const char *inside = open ? open + strlen(marks[i][0]) : NULL;
    const char *close = open ? g_strstr_len(inside, words + *end - inside, marks[i][1]) : NULL;
    if (!close)
      continue;
    *start = (gsize)(inside - words);
    *end = (gsize)(close - words);
    trim_spaces(words, start, end);
    return *end > *start;
  }
  return FALSE;
}

static const char term_pattern[] =
    "\\((?:[^()\"“”«»]{0,60}\\b(?:hereinafter|hereafter|herein|henceforth|referred to as|ci-après|"
    "selanjutnya disebut|sau đây gọi là|en adelante|im Folgenden)\\b[^()\"“”«»]{0,40}|the )?"
    "(?:[\"“«„][^\"“”«»()]{2,60}[\"”»“]|‘[^‘’()]{2,60}’|'[^'()]{2,60}'),?\\)|"
    "以下[、,]?(?:単に)?「[^「」]{1,40}」(?:という|と言う|といい|と称する|とする)|"
    "以下[简簡][称稱]为?(?:“[^“”]{1,40}”|「[^「」]{1,40}」)|"
    "이하 ?(?:“[^“”]{1,40}”|‘[^‘’]{1,40}’|「[^「」]{1,40}」)|"
    "ต่อไปนี้เรียกว่า ?(?:“[^“”]{1,60}”|\"[^\"]{1,60}\")";

/* Whether a parenthesis behind words[start..end) spells the name out by the first letters of its
 * words: TRUST (“Transforming the Relationship Utilizing Strategic Technology”). */
static gboolean is_spelled_behind(const char *words, gsize start, gsize end)
{
  if (end - start < 2 || !g_str_has_prefix(words + end, " ("))
    return FALSE;
  gsize letter = start;
  for (gsize at = end + strlen(" ("); words[at] && words[at] != ')' && letter < end; at++)
    if (words[at] == words[letter] && !g_ascii_isalnum(words[at - 1]))
      letter++;
  return letter == end;
}

/* Whether what stands in the parenthesis at `start` spells out the capitals before it. */
static gboolean spells_out(const char *words, gsize start)
{
  gsize end = start > 0 && words[start - 1] == ' ' ? start - 1 : 0, first = end;
  while (first > 0 && g_ascii_isupper(words[first - 1]))
    first--;
  return is_spelled_behind(words, first, end);
}

/* The definitions of terms, in the order of the text. */
static GPtrArray *find_terms(const AdrefCheckText *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func(definition_free);
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(term_pattern, FALSE, NULL);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    const GString *words = block->words;
    gsize start, end;
    for (gsize from = 0; adref_check_find_in_all(block, pattern, from, &start, &end); from = end) {
      gsize first = start, last = end;
      if (spells_out(words->str, start) || !quoted(words->str, &first, &last))
        continue;
      Definition *term = definition_new(words->str, first, last, i);
      term->is_said = first > start + strlen("(“") || strncmp(term->name, "the ", 4) == 0;
      g_ptr_array_add(found, term);
    }
  }
  return found;
}

/* Whether a word of letters goes on before or behind words[at..end). */
static gboolean is_part_of_word(const GString *words, gsize at, gsize end)
{
  if ((guchar)words->str[end - 1] >= 0x80) /* a script without spaces, perhaps */
    return FALSE;
  return (at > 0 && (g_ascii_isalnum(words->str[at - 1]) || words->str[at - 1] == '-')) ||
         g_ascii_isalnum(words->str[end]);
}

/* Where a term stands in a block from a byte on; NULL: nowhere. The first letter may be another
 * case: "The Plan". */
static const char *find_use(const GString *words, const char *term, gsize from)
{
  const char *rest = g_utf8_next_char(term);
  for (const char *at = words->str + MIN(from, words->len); (at = strstr(at, rest)); at++) {
    if (at == words->str)
      continue;
    const char *start = g_utf8_prev_char(at);
    gsize first = (gsize)(start - words->str), end = first + strlen(term);
    if (first >= from &&
        g_unichar_tolower(g_utf8_get_char(start)) == g_unichar_tolower(g_utf8_get_char(term)) &&
        !is_part_of_word(words, first, end))
      return start;
  }
  return NULL;
}

static const GString *words_of(const AdrefCheckText *text, guint block)
{
  return ((const AdrefCheckBlock *)text->blocks->pdata[block])->words;
}

/* The name with which a term is looked for: French, Spanish, Portuguese and German join or bend the
 * article, « du Réseau », so it is left out. */
static const char *searched_name(const AdrefCheckText *text, const char *name)
{
  static const char *const languages[] = {"fr", "es", "pt", "de", "it", "nl"};
  static const char *const articles[] = {
      "le ",  "la ",  "les ", "l'",   "l’",   "el ",  "los ", "las ", "o ", "a ",   "os ", "as ",
      "der ", "die ", "das ", "den ", "dem ", "des ", "il ",  "lo ",  "i ", "gli ", "de ", "het "};
  for (guint i = 0; i < G_N_ELEMENTS(languages); i++)
    for (guint j = 0; adref_language_tag_matches(text->source.language, languages[i]) &&
                      j < G_N_ELEMENTS(articles);
         j++)
      if (g_ascii_strncasecmp(name, articles[j], strlen(articles[j])) == 0)
        return name + strlen(articles[j]);
  return name;
}

/* Whether a word with a capital stands directly before: "the Capacity Building Centre" is a name of
 * its own, and no use of "Centre". */
static gboolean is_end_of_name(const GString *words, gsize at)
{
  gsize start = at;
  if (!g_ascii_isupper(words->str[at]) || at < 2 || words->str[at - 1] != ' ')
    return FALSE;
  for (start = at - 1;
       start > 0 && (g_ascii_isalnum(words->str[start - 1]) || words->str[start - 1] == '-');)
    start--;
  gboolean begins = start == 0 || (start > 1 && strchr(".:;", words->str[start - 2]));
  return g_ascii_isupper(words->str[start]) && !begins;
}

/* Where a term stands in a block before its definition; NULL: nowhere, or only as the end of longer
 * names. */
static const char *find_earlier_use(const GString *words, const char *term)
{
  const char *found = find_use(words, term, 0);
  while (found && is_end_of_name(words, (gsize)(found - words->str)))
    found = find_use(words, term, (gsize)(found - words->str) + 1);
  return found;
}

/* Whether the term stands in a block before or behind its definition. */
static gboolean is_used(const AdrefCheckText *text, const Definition *term, gboolean before,
                        guint *block, gsize *at)
{
  const char *name = searched_name(text, term->name);
  guint first = before ? 0 : term->block, last = before ? term->block : text->blocks->len;
  for (guint i = first; i < last; i++) {
    const GString *words = words_of(text, i);
    const char *found = before ? find_earlier_use(words, name)
                               : find_use(words, name, i == term->block ? term->end : 0);
    if (!found)
      continue;
    *block = i;
    *at = (gsize)(found - words->str);
    return TRUE;
  }
  return FALSE;
}

/* A name without its article: (the "Plan") and ("the Plan") define one term. */
static const char *bare_name(const Definition *term)
{
  return term->name + (g_ascii_strncasecmp(term->name, "the ", 4) == 0 ? 4 : 0);
}

static gboolean is_defined_before(const GPtrArray *terms, guint index)
{
  for (guint i = 0; i < index; i++)
    if (strcmp(bare_name(terms->pdata[i]), bare_name(terms->pdata[index])) == 0)
      return TRUE;
  return FALSE;
}

void adref_check_terms(AdrefCheckText *text)
{
  enum {
    MAX_TERMS = 200 /* the whole text is searched for each */
  };
  g_autoptr(GPtrArray) terms = find_terms(text);
  for (guint i = 0; i < terms->len && i < MAX_TERMS; i++) {
    const Definition *term = terms->pdata[i];
    const AdrefCheckBlock *block = text->blocks->pdata[term->block];
    guint other;
    gsize at;
    if (is_defined_before(terms, i)) {
      adref_check_add(text, "integrity/term-defined-twice", block, term->start,
                      "\"%s\" is defined already", term->name);
      continue;
    }
    if (is_used(text, term, TRUE, &other, &at))
      adref_check_add(text, "integrity/term-used-before", text->blocks->pdata[other], at,
                      "\"%s\" is defined only on line %u", term->name,
                      adref_check_block_line(text, block, term->start));
    if (is_used(text, term, FALSE, &other, &at))
      continue;
    AdrefCheckFinding *finding =
        adref_check_add(text, "integrity/term-not-used", block, term->start,
                        "\"%s\" is defined here and never used", term->name);
    if (!term->is_said)
      finding->severity = ADREF_CHECK_NOTE;
  }
}

/* --- abbreviations --- */

/* What needs no explanation. */
static const char *const well_known[] = {
    "ASEAN",  "UN",  "EU",   "US",   "USA",    "UK",      "AI",    "ICT",   "ICTs",     "G7",
    "G20",    "G77", "WTO",  "WHO",  "IMF",    "NATO",    "OECD",  "COVID", "COVID-19", "HIV",
    "AIDS",   "GDP", "CO2",  "PDF",  "ID",     "IT",      "TV",    "DNA",   "RNA",      "UNESCO",
    "UNICEF", "SMS", "USD",  "EUR",  "JPY",    "A/RES",   "S/RES", "MHz",   "GHz",      "GW",
    "MW",     "kW",  "GWh",  "UNGA", "LGBTQI", "LGBTQI+", "NGO",   "NGOs",  "CEO",      "PhD",
    "USAID",  "DC",  "D.C.", "APEC", "IAEA",   "UNFCCC",  "UNHCR", "ILO",   "STEM",     "5G",
    "6G",     "4G",  "LNG",  "SMEs", "MSMEs",  "R&D",
};

static GHashTable *new_known(const AdrefCheckText *text)
{
  GHashTable *set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer code;
  for (guint i = 0; i < G_N_ELEMENTS(well_known); i++)
    g_hash_table_add(set, g_strdup(well_known[i]));
  if (!text->source.parties)
    return set;
  g_hash_table_iter_init(&iter, text->source.parties);
  while (g_hash_table_iter_next(&iter, NULL, &code))
    g_hash_table_add(set, g_strdup(code));
  return set;
}

static gboolean is_known(GHashTable *set, const AdrefCheckText *text, const char *name)
{
  g_autofree char *folded = g_utf8_casefold(name, -1);
  return g_hash_table_contains(set, name) ||
         (text->source.parties && g_hash_table_contains(text->source.parties, folded));
}

/* Whether the letters and the word before them are the name of a party: "Lao PDR". */
static gboolean is_in_party_name(const AdrefCheckText *text, const char *words, gsize start,
                                 gsize end)
{
  gsize from = start > 0 ? start - 1 : 0;
  while (from > 0 && g_ascii_isalpha(words[from - 1]))
    from--;
  if (start == 0 || words[start - 1] != ' ' || !text->source.parties)
    return FALSE;
  g_autofree char *name = g_strndup(words + from, end - from);
  g_autofree char *folded = g_utf8_casefold(name, -1);
  return g_hash_table_contains(text->source.parties, folded);
}

/* Letters, digits, "&", "/" and "-" of which at least two are capitals; an "s" may end it. */
#define SHORT "[A-Z](?:[A-Za-z0-9&]|[-/](?=[A-Z0-9])){0,12}[A-Z0-9]s?"

/* A name of which at least one word has a capital, and its abbreviation in parentheses. */
static const char definition_pattern[] =
    "(?<=[\\p{L}\\p{N}\"”’]) \\((?:the |or )?[\"“]?(?=[^()]*[A-Z][^()]*[A-Z])(" SHORT
    ")(?: [A-Z][a-z]+)?[\"”]?\\)";
static const char use_pattern[] =
    "(?<![\\w&/.-])(?=\\w*[A-Z]\\w*[A-Z])" SHORT "(?![\\w&]|[-/.‑]\\w)";

/* The abbreviation in parentheses of a match " (ABC)" or " (ABC Centre)". */
static void inner(const char *words, gsize *start, gsize *end)
{
  *start += 2;
  if (strncmp(words + *start, "the ", 4) == 0)
    *start += 4;
  else if (strncmp(words + *start, "or ", 3) == 0)
    *start += 3;
  while (!g_ascii_isalnum(words[*start]))
    ++*start;
  const char *space = memchr(words + *start, ' ', *end - *start);
  *end = space ? (gsize)(space - words) : *end;
  while (!g_ascii_isalnum(words[*end - 1]))
    --*end;
}

/* A name of a place or a person in parentheses is none: "Osaka (JAPAN)" is written so too. The
 * letters of an abbreviation are in the words before it. */
static gboolean is_spelled_out(const char *words, gsize start, gsize name, gsize end)
{
  gsize from = start > 160 ? start - 160 : 0, matched = 0, letters = 0;
  for (gsize i = name; i < end; i++)
    letters += g_ascii_isupper(words[i]) ? 1 : 0;
  for (gsize i = name, at = from; i < end; i++) {
    char letter = g_ascii_tolower(words[i]);
    if (!g_ascii_isupper(words[i]))
      continue;
    gsize here = at;
    while (here < start && !(g_ascii_tolower(words[here]) == letter))
      here++;
    if (here == start)
      break;
    at = here + 1;
    matched++;
  }
  return letters >= 2 && matched + 1 >= letters;
}

/* Whether two abbreviations differ in one slip: two neighbours are exchanged, or one of six letters
 * or more has lost one. With another letter they are often two bodies: UNEP, UNDP. */
static gboolean are_near(const char *name, const char *other)
{
  enum {
    SHORTEST_EXCHANGED = 4,
    SHORTEST_LOST = 6
  };
  gsize m = strlen(name), n = strlen(other), at = 0;
  if (*name != *other || m > n + 1 || n > m + 1)
    return FALSE;
  while (name[at] && name[at] == other[at])
    at++;
  if (m == n)
    return m >= SHORTEST_EXCHANGED && at + 1 < m && name[at] == other[at + 1] &&
           name[at + 1] == other[at] && strcmp(name + at + 2, other + at + 2) == 0;
  const char *longer = m > n ? name : other, *shorter = m > n ? other : name;
  return MAX(m, n) >= SHORTEST_LOST && shorter[at] && strcmp(longer + at + 1, shorter + at) == 0;
}

/* The capitals at the starts of the last words before a byte, as many as there is room for. */
static void read_initials(const char *words, gsize end, char *initials, gsize count)
{
  gsize left = count;
  for (gsize at = end; at > 0 && left > 0; at--) {
    gboolean is_inside = at > 1 && words[at - 2] != ' ';
    gboolean is_sign = !g_ascii_isalpha(words[at - 1]) && !strchr(" ,'", words[at - 1]);
    if (is_sign)
      break;
    if (g_ascii_isupper(words[at - 1]) && !is_inside)
      initials[--left] = words[at - 1];
  }
  initials[left > 0 ? 0 : count] = '\0';
}

/* "Just Energy Transition Partnership (JEPT)": two neighbours are exchanged. */
static void check_initials(AdrefCheckText *text, const AdrefCheckBlock *block, gsize start,
                           const char *name)
{
  enum {
    MOST = 8
  };
  char initials[MOST + 1];
  gsize length = strlen(name);
  if (length > MOST || !adref_language_tag_matches(text->source.language, "en"))
    return;
  read_initials(block->words->str, start, initials, length);
  if (!are_near(name, initials) || strlen(initials) != length)
    return;
  AdrefCheckFinding *finding =
      adref_check_add(text, "integrity/abbreviation", block, start + 2,
                      "%s stands behind words with the initials %s", name, initials);
  finding->severity = ADREF_CHECK_WARNING;
  finding->suggestion = g_strdup(initials);
}

/* name -> its first definition; each later one is reported. In a translation the letters need not
 * be in the words: "tim tanggap darurat komputer (CERT)". */
static GHashTable *find_definitions(AdrefCheckText *text, const AdrefPattern *pattern)
{
  GHashTable *found = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, definition_free);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    const GString *words = block->words;
    gsize start, end;
    for (gsize from = 0; adref_check_find_in_all(block, pattern, from, &start, &end); from = end) {
      gsize first = start, last = end;
      inner(words->str, &first, &last);
      gboolean is_spelled = is_spelled_out(words->str, start, first, last);
      if (!is_spelled && adref_language_tag_matches(text->source.language, "en"))
        continue;
      Definition *definition = definition_new(words->str, first, last, i);
      const Definition *before = g_hash_table_lookup(found, definition->name);
      check_initials(text, block, start, definition->name);
      if (before && is_spelled && words->str[last] != ' ')
        adref_check_add(
            text, "integrity/abbreviation-twice", block, first,
            "%s is spelled out on line %u already", before->name,
            adref_check_block_line(text, text->blocks->pdata[before->block], before->start));
      if (before)
        definition_free(definition);
      else
        g_hash_table_insert(found, definition->name, definition);
    }
  }
  return found;
}

/* Whether the word before or behind has only capitals: words in capitals tell nothing. */
static gboolean is_among_capitals(const GString *words, gsize start, gsize end)
{
  gsize before = start, behind = end;
  while (before > 0 && !g_ascii_isalnum(words->str[before - 1]) && words->str[before - 1] != '.' &&
         words->str[before - 1] != '(')
    before--;
  while (words->str[behind] && strchr(" ,:;", words->str[behind]))
    behind++;
  gboolean begins = before == 0;
  gsize letters = 0, next = 0;
  while (before > 0 && g_ascii_isalpha(words->str[before - 1])) {
    letters = g_ascii_isupper(words->str[before - 1]) ? letters + 1 : 1000;
    before--;
  }
  while (next < 1000 && g_ascii_isalpha(words->str[behind + next]))
    next = g_ascii_isupper(words->str[behind + next]) ? next + 1 : 1000;
  return begins || (letters > 1 && letters < 1000) || (next > 1 && next < 1000);
}

/* A Roman number, an amount of money, or a long or small word in capitals. */
static gboolean is_no_abbreviation(const char *name)
{
  static const char *const words[] = {"TBA",    "TBC",  "TBD", "WE", "AND", "THE", "OF", "DO",
                                      "HEREBY", "HAVE", "AS",  "IN", "TO",  "ON",  "OR", "NOT"};
  gsize capitals = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(words[i], name) == 0)
      return TRUE;
  return name[strspn(name, "IVXLC")] == '\0' ||
         ((capitals > 6 || g_str_has_suffix(name, "ING")) && name[capitals] == '\0') ||
         (strlen(name) > capitals &&
          name[capitals + strspn(name + capitals, "0123456789")] == '\0');
}

/* An abbreviation as it is used: how often, and where first. */
typedef struct {
  guint count, line;
  gboolean is_clear;          /* it is well known, or spelled out */
  AdrefCheckFinding *finding; /* that it is spelled out nowhere; NULL: none */
} AbbreviationUse;

static AbbreviationUse *note_use(GHashTable *uses, const char *name, const AdrefCheckBlock *block)
{
  AbbreviationUse *use = g_hash_table_lookup(uses, name);
  if (!use) {
    const AdrefNode *placed = adref_node_placed(block->node);
    use = g_new0(AbbreviationUse, 1);
    use->line = placed ? placed->line : 1;
    g_hash_table_insert(uses, g_strdup(name), use);
  }
  use->count++;
  return use;
}

/* Names the abbreviation of the text that one that stands once was meant to be. */
static void name_near_ones(GHashTable *uses)
{
  enum {
    MAX_COMPARED = 500 /* different abbreviations */
  };
  GHashTableIter iter, inner;
  gpointer name, value, other, other_value;
  if (g_hash_table_size(uses) > MAX_COMPARED)
    return;
  g_hash_table_iter_init(&iter, uses);
  while (g_hash_table_iter_next(&iter, &name, &value)) {
    AbbreviationUse *use = value;
    const char *near = NULL;
    guint line = 0;
    g_hash_table_iter_init(&inner, uses);
    while (use->finding && g_hash_table_iter_next(&inner, &other, &other_value)) {
      const AbbreviationUse *with = other_value;
      gboolean is_usual = with->is_clear || with->count > use->count;
      if (is_usual && are_near(name, other) && (!near || strcmp(other, near) < 0)) {
        near = other;
        line = with->line;
      }
    }
    if (!near)
      continue;
    g_free(use->finding->message);
    use->finding->message =
        g_strdup_printf("%s is spelled out nowhere; nearly %s, which stands on line %u",
                        (const char *)name, near, line);
    use->finding->severity = ADREF_CHECK_WARNING;
    use->finding->suggestion = g_strdup(near);
  }
}

static void check_use(AdrefCheckText *text, GHashTable *definitions, GHashTable *seen,
                      GHashTable *uses, guint index, gsize start, gsize end)
{
  const AdrefCheckBlock *block = text->blocks->pdata[index];
  g_autofree char *name = g_strndup(block->words->str + start, end - start);
  gsize length = strlen(name);
  const Definition *definition = g_hash_table_lookup(definitions, name);
  if (!definition && name[length - 1] == 's') {
    name[length - 1] = '\0';
    definition = g_hash_table_lookup(definitions, name);
  }
  gboolean is_before = definition && (definition->block > index ||
                                      (definition->block == index && definition->start > start));
  AbbreviationUse *use = note_use(uses, name, block);
  use->is_clear = use->is_clear || definition;
  if (g_hash_table_contains(seen, name) || is_no_abbreviation(name) || (definition && !is_before) ||
      is_among_capitals(block->words, start, end))
    return;
  g_hash_table_add(seen, g_strdup(name));
  if (is_spelled_behind(block->words->str, start, end))
    return;
  if (definition)
    adref_check_add(
        text, "integrity/abbreviation", block, start, "%s is spelled out only on line %u", name,
        adref_check_block_line(text, text->blocks->pdata[definition->block], definition->start));
  else
    use->finding = adref_check_add(text, "integrity/abbreviation", block, start,
                                   "%s is spelled out nowhere", name);
}

/* Where the next word with two capitals begins, from `from` on: an abbreviation stands in no word
 * before. The end: there is none. */
static gsize next_capitals(const GString *words, gsize from)
{
  guint capitals = 0;
  gsize start = from;
  for (gsize at = from; at < words->len && capitals < 2; at++) {
    capitals += g_ascii_isupper(words->str[at]) ? 1 : 0;
    if (words->str[at] == ' ') {
      start = at + 1;
      capitals = 0;
    }
  }
  return capitals < 2 ? words->len : start;
}

void adref_check_abbreviations(AdrefCheckText *text)
{
  if (!adref_check_is_latin(text->source.language))
    return;
  g_autoptr(AdrefPattern) definition = adref_pattern_new(definition_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) use = adref_pattern_new(use_pattern, FALSE, NULL);
  g_autoptr(GHashTable) definitions = find_definitions(text, definition);
  g_autoptr(GHashTable) known = new_known(text);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) uses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gsize start, end;
    if (block->node->type == ADREF_HEADING)
      continue;
    for (gsize from = next_capitals(block->own, 0);
         from < block->own->len && adref_check_find(block, use, from, &start, &end);
         from = next_capitals(block->own, end)) {
      g_autofree char *name = g_strndup(block->own->str + start, end - start);
      if (is_known(known, text, name) || is_in_party_name(text, block->own->str, start, end))
        note_use(uses, name, block)->is_clear = TRUE;
      else
        check_use(text, definitions, seen, uses, i, start, end);
    }
  }
  name_near_ones(uses);
}
