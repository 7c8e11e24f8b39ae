#include "review/check/check_words.h"

#include <string.h>

#include "base/pattern.h"
#include "language/language_tag.h"
#include "review/quote.h"

enum {
  MIN_DUPLICATE = 60 /* bytes of a paragraph that is looked for again */
};

/* --- placeholders --- */

/* In capitals, since "tba" and "xx" may be words or names. XX behind another Roman number is one:
 * "siglos XIX y XX". What begins at the border of a word
 * looks at its first letter first: whether there is a border takes PCRE2 longest. */
static const char placeholder_pattern[] =
    "(?=T)(?<![A-Za-z0-9])TB[ACD](?![A-Za-z0-9/])|(?=[TXYNL])\\b(?:TBC/TBD|"
    "(?<![IVX] [ye] )(?<![IVX] et )(?<![IVX] and )(?<![IVX], )(?<!siglo )(?<!século )XX+|"
    "YY+|NN|LOREM)\\b|\\{\\{[^{}]*\\}\\}|_{3,}|\\?{3,}|"
    "<<[^<>]*>>|"
    "(?=[LlTtIi])\\b(?i:lorem ipsum|to be (?:confirmed|inserted|determined|completed|added|filled "
    "in)(?= later| "
    "here|[.)\\]\\x1D]|$)|insert "
    "(?:text|date|name|place|title|here|number)\\b)|未定稿|要確認|追って挿入|(?=[(NDT]| \\.)(?:"
    "\\(sic\\)|\\bNB: |^DRAFT\\b|\\bTODO\\b|\\bDD(?:[./ -]MM\\b| Month\\b)|(?<=\\w) \\.\\.\\.(?= "
    "\\p{Ll}))|"
    "\\((?:please )?(?:(?:check|double-check|confirm|verify|ask|clear|discuss|reword|rephrase)"
    "(?: (?:with|by|if|whether|that|again|against)\\b[^()]{0,80})?|(?i:note to "
    "(?:self|drafter|drafters|editor))\\b[^()]{0,80}|(?i:note|comment|drafting "
    "note|legal|remark)(?=:)"
    "[^()]{0,120}|[^()?]{1,80}(?<=\\p{Ll})\\?)\\)|"
    "(?=X)\\bX(?:st|nd|rd|th)\\b|(?=2)\\b20XX\\b|(?=2)\\b20[0-9]?[Xx_]{1,2}\\b";

/* Notes to oneself in square brackets, which may be those of a party: all that they hold. */
static const char note_pattern[] =
    "(?<=[\\[\\x1D])(?:(?:please )?(?:check|double-check|verify|ask|clear|confirm) (?:with|by|if|"
    "whether|again|against)\\b[^\\[\\]\\x1D]{0,80}|please (?:check|confirm|verify|advise)|"
    "(?:[\\p{L}./&’'-]+ ){1,3}to (?:check|double-check|confirm|verify|revert|advise|clarify)"
    "(?: (?:the |this |its |exact )*(?:dates?|names?|numbers?|figures?|places?|venue|spelling|"
    "wording|titles?|whether|if|with)\\b[^\\[\\]\\x1D]{0,60})?|"
    "to be (?:checked|double-checked|verified|clarified|cleared|updated|supplied|drafted)"
    "(?: (?:by|with|against|later)\\b[^\\[\\]\\x1D]{0,60})?|\\?|[^\\[\\]\\x1D\\?]{1,40}\\w\\?)"
    "(?=[\\]\\x1D])";

/* Whether the words stand in a bracket for text to come: it is open, and counted so. */
static gboolean is_open(const AdrefCheckBlock *block, gsize at)
{
  for (const AdrefNode *node = adref_check_block_node(block, at); node && node != block->node;
       node = node->parent)
    if (node->type == ADREF_BRACKET)
      return TRUE;
  return FALSE;
}

static void check_placeholders(AdrefCheckText *text, const AdrefPattern *pattern,
                               const AdrefCheckBlock *block)
{
  gsize start, end;
  for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end) {
    AdrefCheckFinding *finding = adref_check_add(text, "integrity/placeholder", block, start,
                                                 "\"%.*s\" is still to be filled",
                                                 (int)(end - start), block->words->str + start);
    if (is_open(block, start))
      finding->severity = ADREF_CHECK_NOTE;
  }
}

/* "[date]": a slot that nobody has said what is to come for. */
static void check_slot(AdrefCheckText *text, const AdrefNode *clause, const AdrefNode *bracket,
                       const char *words)
{
  static const char *const slots[] = {"date",   "day",    "month",   "year",   "time",  "place",
                                      "venue",  "city",   "country", "name",   "names", "title",
                                      "number", "amount", "figure",  "x",      "xx",    "xxx",
                                      "party",  "office", "address", "insert", NULL};
  g_autofree char *small = g_ascii_strdown(words, -1);
  const AdrefNode *placed = adref_node_placed(bracket);
  if (g_strv_contains(slots, g_strstrip(small)))
    adref_check_add_at(text, "integrity/placeholder", clause, placed->line, placed->column,
                       "\"[%s]\" is still to be filled", words);
}

/* --- doubled words --- */

/* Words that may stand twice: "nous nous réunirons", and Vietnamese ones that are said twice. */
static gboolean may_double(const char *word, gsize length)
{
  static const char *const words[] = {"that", "had",  "so",     "very", "sia",  "masing",
                                      "xx",   "nous", "vous",   "song", "luôn", "dần",
                                      "từ",   "mãi",  "thường", "ngày"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strlen(words[i]) == length && g_ascii_strncasecmp(words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* The length of the word of letters and apostrophes at the start of a text. */
static gsize word_length(const char *text)
{
  static const char apostrophe[] = "’";
  const char *at = text;
  while (g_ascii_isalpha(*at))
    at++;
  while ((*at & 0x80 && g_unichar_isalpha(g_utf8_get_char(at))) || g_ascii_isalpha(*at) ||
         (*at == '\'' && at > text) ||
         (*at == *apostrophe && at > text && g_str_has_prefix(at, apostrophe)))
    at = g_utf8_next_char(at);
  return (gsize)(at - text);
}

/* Whether a word goes on behind a character that shows nothing, or a mark. */
static gboolean is_joined(const char *end)
{
  gunichar c = g_utf8_get_char(end);
  return c >= 0x80 && !g_unichar_ispunct(c) && !g_unichar_isspace(c);
}

/* Where the second one of two equal words begins, and how long it is, from `from` on. FALSE: there
 * is none. */
static gboolean doubled_word(const char *words, gsize from, gsize *at, gsize *length)
{
  const char *start = words + from;
  while (*start) {
    gsize size = word_length(start);
    if (size == 0) {
      start = g_utf8_next_char(start);
      continue;
    }
    const char *next = start + size;
    if (*next == ' ' && word_length(next + 1) == size &&
        g_ascii_strncasecmp(start, next + 1, size) == 0 && !may_double(start, size) &&
        next[1 + size] != '-' && !is_joined(next + 1 + size)) {
      *at = (gsize)(next + 1 - words);
      *length = size;
      return TRUE;
    }
    start = next + strspn(next, "-0123456789");
    while (*next == '-' && start == next + 1 && word_length(start) > 0)
      next = start += word_length(start);
  }
  return FALSE;
}

/* Whether a person decides which one goes: a name may be "Bora Bora", and two negations are none or
 * one. */
static gboolean needs_a_person(const char *word, gsize length)
{
  static const char *const negations[] = {"no", "not", "never", "nor", "without"};
  gboolean is_negation = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(negations); i++)
    is_negation |= strlen(negations[i]) == length && strncmp(negations[i], word, length) == 0;
  return is_negation || g_unichar_isupper(g_utf8_get_char(word));
}

static void check_doubled(AdrefCheckText *text, const AdrefCheckBlock *block)
{
  gsize at = 0, length = 0;
  for (gsize from = 0; doubled_word(block->own->str, from, &at, &length); from = at + length) {
    AdrefCheckFinding *finding =
        adref_check_add(text, "integrity/doubled-word", block, at, "\"%.*s\" stands twice",
                        (int)length, block->words->str + at);
    if (!needs_a_person(block->own->str + at, length))
      adref_check_fix(text, finding, block, at - 1, length + 1, "");
  }
}

/* The last words of a paragraph, with one space between any two of them. */
typedef struct {
  const char *words[8]; /* twice a phrase of four */
  gsize lengths[8];
  guint count;
} WordRow;

static gboolean is_same_word(const WordRow *row, guint a, guint b)
{
  return row->lengths[a] == row->lengths[b] &&
         g_ascii_strncasecmp(row->words[a], row->words[b], row->lengths[a]) == 0;
}

/* "more and more and more", "day by day by day" */
static gboolean is_joint(const WordRow *row, guint at)
{
  static const char *const joints[] = {"and", "by", "after", "or", "upon"};
  for (guint i = 0; i < G_N_ELEMENTS(joints); i++)
    if (strlen(joints[i]) == row->lengths[at] &&
        g_ascii_strncasecmp(joints[i], row->words[at], row->lengths[at]) == 0)
      return TRUE;
  return FALSE;
}

/* How many words at the end of the row, two to four, stand before it too; 0: none. One word alone,
 * or a joint at an end of the phrase, is none. */
static guint doubled_length(const WordRow *row)
{
  for (guint k = 2; k <= 4 && 2 * k <= row->count; k++) {
    guint first = row->count - k, same = 0;
    while (same < k && is_same_word(row, first + same, first - k + same))
      same++;
    if (same == k && !is_same_word(row, first, first + 1) && !is_joint(row, first) &&
        !is_joint(row, row->count - 1))
      return k;
  }
  return 0;
}

static void take_word(WordRow *row, const char *word, gsize length)
{
  if (row->count == G_N_ELEMENTS(row->words)) {
    row->count--;
    memmove(row->words, row->words + 1, row->count * sizeof *row->words);
    memmove(row->lengths, row->lengths + 1, row->count * sizeof *row->lengths);
  }
  row->words[row->count] = word;
  row->lengths[row->count++] = length;
}

static void report_phrase(AdrefCheckText *text, const AdrefCheckBlock *block, const WordRow *row,
                          guint words)
{
  const char *start = row->words[row->count - words];
  gsize at = (gsize)(start - block->own->str);
  gsize length = (gsize)(row->words[row->count - 1] - start) + row->lengths[row->count - 1];
  AdrefCheckFinding *finding =
      adref_check_add(text, "integrity/doubled-word", block, at, "\"%.*s\" stands twice",
                      (int)length, block->words->str + at);
  if (!g_unichar_isupper(g_utf8_get_char(start)))
    adref_check_fix(text, finding, block, at - 1, length + 1, "");
}

/* Two to four words that stand twice: "in accordance with in accordance with". */
static void check_doubled_phrases(AdrefCheckText *text, const AdrefCheckBlock *block)
{
  WordRow row = {.count = 0};
  for (const char *at = block->own->str; *at;) {
    gsize length = word_length(at);
    while (length > 0 && at[length] == '-')
      length += 1 + word_length(at + length + 1);
    if (length > 0)
      take_word(&row, at, length);
    guint words = length > 0 ? doubled_length(&row) : 0;
    if (words > 0)
      report_phrase(text, block, &row, words);
    at = length > 0 ? at + length : g_utf8_next_char(at);
    gboolean goes_on = length > 0 && words == 0 && *at == ' ';
    row.count = goes_on ? row.count : 0;
    at += goes_on ? 1 : 0;
  }
}

/* --- spaces --- */

static gboolean is_plain_space_language(const char *language)
{
  return adref_check_is_latin(language) && !adref_language_tag_matches(language, "fr");
}

/* How many bytes of the words at `at` are a space that should be an ordinary one; 0: it is one, or
 * the language and the words around it call for it. */
static gsize unusual_space(const char *words, gsize length, gsize at, const char *language)
{
  gunichar c = g_utf8_get_char(words + at);
  gsize size = (gsize)(g_utf8_next_char(words + at) - (words + at));
  gboolean at_edge =
      at == 0 || at + size == length || words[at - 1] == ' ' || words[at + size] == ' ';
  gboolean by_digit =
      !at_edge && (g_ascii_isdigit(words[at - 1]) || g_ascii_isdigit(words[at + size]));
  if (c == 0xA0)
    return at_edge || (is_plain_space_language(language) && !by_digit) ? size : 0;
  if (c == 0x2009 || c == 0x202F)
    return at_edge || (is_plain_space_language(language) && !by_digit) ? size : 0;
  if ((c >= 0x2000 && c <= 0x200A) || c == 0x205F || c == 0x1680)
    return size;
  return c == 0x3000 && adref_check_is_latin(language) ? size : 0;
}

/* One finding for all of a block: words from a word processor may have hundreds. A no-break space
 * is often meant. */
static void check_spaces(AdrefCheckText *text, const AdrefCheckBlock *block)
{
  static const char unusual[] = "\xC2\xE1\xE2\xE3"; /* their first bytes */
  const char *words = block->words->str;
  gsize first = 0;
  guint count = 0;
  gboolean wide = FALSE;
  for (gsize at = 0; (at += strcspn(words + at, unusual)) < block->words->len; at++) {
    gsize size = unusual_space(words, block->words->len, at, text->source.language);
    gunichar c = size > 0 ? g_utf8_get_char(words + at) : 0;
    if (size > 0 && (count++ == 0 || (!wide && size > 2)))
      first = at;
    wide = wide || (size > 0 && c != 0xA0);
  }
  if (count == 0)
    return;
  AdrefCheckFinding *finding = adref_check_add(
      text, "integrity/unusual-space", block, first, "U+%04X stands for a space%s",
      g_utf8_get_char(words + first), count > 1 ? ", not only here in this paragraph" : "");
  if (!wide)
    finding->severity = ADREF_CHECK_NOTE;
  const char *next = g_utf8_next_char(words + first);
  gboolean at_edge = first == 0 || words[first - 1] == ' ' || *next == ' ' || *next == '\0';
  adref_check_fix(text, finding, block, first, (gsize)(next - (words + first)), at_edge ? "" : " ");
}

/* --- paragraphs that stand twice --- */

/* The words with ordinary spaces between them. Caller frees. */
static char *with_plain_spaces(const GString *words)
{
  static const char no_break[] = "\u00A0";
  GString *plain = g_string_sized_new(words->len);
  for (const char *at = words->str; *at;) {
    gsize length = strcspn(at, " \xC2");
    gsize space = at[length] == ' '                         ? 1
                  : g_str_has_prefix(at + length, no_break) ? strlen(no_break)
                                                            : 0;
    length += space == 0 && at[length] ? 1 : 0; /* another letter that begins so */
    g_string_append_len(plain, at, (gssize)length);
    if (space > 0 && plain->len > 0 && plain->str[plain->len - 1] != ' ')
      g_string_append_c(plain, ' ');
    at += length + space;
  }
  return g_strchomp(g_string_free(plain, FALSE));
}

/* Whether a paragraph of a few words, as a subheading is, has the words of the one before it. A
 * line of signs may divide the text twice. */
static gboolean is_repeated(const AdrefCheckBlock *before, const AdrefCheckBlock *block)
{
  return before && block->words->len < MIN_DUPLICATE && before->words->len == block->words->len &&
         block->node->type == ADREF_PARAGRAPH && before->node->type == ADREF_PARAGRAPH &&
         block->node->parent->type == ADREF_CLAUSE && before->node->parent->type == ADREF_CLAUSE &&
         g_unichar_isalpha(g_utf8_get_char(block->own->str)) &&
         strcmp(before->own->str, block->own->str) == 0;
}

static void check_duplicate(AdrefCheckText *text, GHashTable *seen, const AdrefCheckBlock *block)
{
  if (block->words->len < MIN_DUPLICATE || block->node->type != ADREF_PARAGRAPH)
    return;
  g_autofree char *words = with_plain_spaces(block->words);
  const AdrefCheckBlock *first = g_hash_table_lookup(seen, words);
  if (!first) {
    g_hash_table_insert(seen, g_steal_pointer(&words), (gpointer)(guintptr)block);
    return;
  }
  const char *id = first->clause->as.clause->id;
  adref_check_add(text, "integrity/duplicate-paragraph", block, 0,
                  "the same paragraph stands on line %u already%s%s%s", first->node->line,
                  id ? " (" : "", id ? id : "", id ? ")" : "");
}

/* A longer sentence that stands in an earlier paragraph too. */
typedef struct {
  const AdrefCheckBlock *block, *first;
  gsize at;
} Repetition;

/* The full stop that ends a sentence, before a space and a capital; NULL: none is left. That of
 * "U.S. Center" ends none. */
static const char *sentence_stop(const char *start)
{
  for (const char *stop = strstr(start, ". "); stop; stop = strstr(stop + 1, ". ")) {
    guchar last = stop > start ? (guchar)stop[-1] : 0;
    if ((last >= 0x80 || g_ascii_islower(last) || strchr("0123456789)%", last)) &&
        g_unichar_isupper(g_utf8_get_char(stop + 2)))
      return stop;
  }
  return NULL;
}

/* Sentences that stand twice in one paragraph, which are reported, and those of two, which are
 * added to `found`. `seen` has the paragraph of each. */
static void check_sentences(AdrefCheckText *text, GHashTable *seen, GArray *found,
                            const AdrefCheckBlock *block)
{
  enum {
    SHORTEST_SENTENCE = 30, /* bytes */
    SHORTEST_ELSEWHERE = 60
  };
  const char *words = block->own->str, *start = words, *stop = sentence_stop(words);
  if (!stop)
    return;
  while (*start) {
    gsize length = stop ? (gsize)(stop - start) + 1 : strlen(start);
    gboolean whole = length >= SHORTEST_SENTENCE && !memchr(start, ADREF_CHECK_OTHERS, length);
    g_autofree char *sentence = whole ? g_strndup(start, length) : NULL;
    const AdrefCheckBlock *first = whole ? g_hash_table_lookup(seen, sentence) : NULL;
    Repetition repetition = {block, first, (gsize)(start - words)};
    if (first == block)
      adref_check_add(text, "integrity/doubled-word", block, repetition.at,
                      "the sentence stands twice in the paragraph");
    else if (first && length >= SHORTEST_ELSEWHERE && strcmp(first->own->str, words) != 0)
      g_array_append_val(found, repetition);
    if (whole && !first)
      g_hash_table_insert(seen, g_steal_pointer(&sentence), (gpointer)(guintptr)block);
    start += length + strspn(start + length, " ");
    stop = sentence_stop(start);
  }
}

/* A text in which many sentences stand twice means it. */
static void report_repetitions(AdrefCheckText *text, const GArray *found)
{
  enum {
    MOST = 5
  };
  for (guint i = 0; i < found->len && found->len <= MOST; i++) {
    const Repetition *repetition = &g_array_index(found, Repetition, i);
    adref_check_add(text, "integrity/duplicate-paragraph", repetition->block, repetition->at,
                    "the same sentence stands in the paragraph on line %u already",
                    repetition->first->node->line);
  }
}

/* --- brackets --- */

static gboolean has_parties(const AdrefNode *bracket)
{
  if (bracket->type == ADREF_BRACKET_EDGE)
    return bracket->as.edge.groups ||
           (bracket->as.edge.partner && bracket->as.edge.partner->as.edge.groups);
  for (const AdrefNode *child = bracket->first; child; child = child->next)
    if (child->type == ADREF_ALTERNATIVE && child->as.positions.groups)
      return TRUE;
  return FALSE;
}

static void check_brackets(AdrefCheckText *text)
{
  g_autoptr(GPtrArray) brackets = adref_node_find_all(text->source.document, ADREF_BRACKET);
  gboolean any = FALSE;
  for (guint i = 0; i < brackets->len; i++)
    any = any || has_parties(brackets->pdata[i]);
  for (guint i = 0; i < brackets->len; i++) {
    const AdrefNode *bracket = brackets->pdata[i], *clause = bracket;
    while (clause->type != ADREF_CLAUSE)
      clause = clause->parent;
    g_autofree char *words = adref_node_words(bracket);
    g_autofree char *quote = adref_quote(words, strlen(words));
    const AdrefNode *placed = adref_node_placed(bracket);
    check_slot(text, clause, bracket, words);
    if (any && !bracket->as.placeholder && !has_parties(bracket))
      adref_check_add_at(text, "integrity/unattributed-bracket", clause, placed->line,
                         placed->column, "nobody stands in the bracket \"%s\"", quote);
  }
}

void adref_check_words(AdrefCheckText *text)
{
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(placeholder_pattern, FALSE, NULL);
  g_autoptr(AdrefPattern) notes = adref_pattern_new(note_pattern, FALSE, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) sentences = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) repetitions = g_array_new(FALSE, FALSE, sizeof(Repetition));
  const AdrefCheckBlock *before = NULL;
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    check_placeholders(text, pattern, block);
    if (strpbrk(block->own->str, "[\x1D"))
      check_placeholders(text, notes, block);
    check_doubled(text, block);
    check_doubled_phrases(text, block);
    check_sentences(text, sentences, repetitions, block);
    check_spaces(text, block);
    check_duplicate(text, seen, block);
    if (is_repeated(before, block))
      adref_check_add(text, "integrity/duplicate-paragraph", block, 0,
                      "the paragraph before it has the same words");
    before = block;
  }
  report_repetitions(text, repetitions);
  check_brackets(text);
}
