#include "review/languages/language_differences.h"

#include <stdio.h>
#include <string.h>

#include "base/string_list.h"
#include "base/string_order.h"
#include "review/languages/number_differences.h"

static const char *const words[] = {
    [ADREF_LANGUAGE_DIFFERENCE_CLAUSE] = "clause",
    [ADREF_LANGUAGE_DIFFERENCE_ORDER] = "order",
    [ADREF_LANGUAGE_DIFFERENCE_KIND] = "kind",
    [ADREF_LANGUAGE_DIFFERENCE_NUMBER] = "number",
    [ADREF_LANGUAGE_DIFFERENCE_BRACKET] = "bracket",
    [ADREF_LANGUAGE_DIFFERENCE_VALUE] = "value",
    [ADREF_LANGUAGE_DIFFERENCE_REFERENCE] = "reference",
    [ADREF_LANGUAGE_DIFFERENCE_FOOTNOTE] = "footnote",
    [ADREF_LANGUAGE_DIFFERENCE_TABLE] = "table",
    [ADREF_LANGUAGE_DIFFERENCE_LIST] = "list",
    [ADREF_LANGUAGE_DIFFERENCE_LINK] = "link",
    [ADREF_LANGUAGE_DIFFERENCE_HEADING] = "heading",
    [ADREF_LANGUAGE_DIFFERENCE_BELOW] = "below",
    [ADREF_LANGUAGE_DIFFERENCE_TITLE] = "title",
    [ADREF_LANGUAGE_DIFFERENCE_STRENGTH] = "strength",
    [ADREF_LANGUAGE_DIFFERENCE_UNREAD] = "unread",
    [ADREF_LANGUAGE_DIFFERENCE_SEQUENCE] = "sequence",
};

const char *adref_language_difference_word(AdrefLanguageDifferenceType type)
{
  return words[type];
}

void adref_language_difference_free(AdrefLanguageDifference *difference)
{
  g_free(difference->clause);
  g_free(difference->first);
  g_free(difference->second);
  g_free(difference);
}

/* Comparing */

static void add(GPtrArray *out, AdrefLanguageDifferenceType type, const char *clause,
                const char *first, const char *second)
{
  AdrefLanguageDifference *difference = g_new0(AdrefLanguageDifference, 1);
  *difference =
      (AdrefLanguageDifference){type, g_strdup(clause), g_strdup(first), g_strdup(second)};
  g_ptr_array_add(out, difference);
}

/* Takes out of both lists what stands in both, each as often as in the shorter one. */
static void remove_common(GPtrArray *a, GPtrArray *b)
{
  g_ptr_array_sort(a, adref_string_order);
  g_ptr_array_sort(b, adref_string_order);
  guint i = 0, j = 0;
  while (i < a->len && j < b->len) {
    gint order = strcmp(a->pdata[i], b->pdata[j]);
    if (order == 0) {
      g_ptr_array_remove_index(a, i);
      g_ptr_array_remove_index(b, j);
    } else if (order < 0) {
      i++;
    } else {
      j++;
    }
  }
}

static char *join(const GPtrArray *strings)
{
  if (strings->len == 0)
    return NULL;
  return adref_string_list_join(strings, 0);
}

/* The same strings in a list of its own, which can be used up. */
static GPtrArray *copy(const GPtrArray *strings)
{
  GPtrArray *list = g_ptr_array_sized_new(strings->len);
  for (guint i = 0; i < strings->len; i++)
    g_ptr_array_add(list, strings->pdata[i]);
  return list;
}

/* Compares two lists without regard to their order. */
static void compare_lists(GPtrArray *out, AdrefLanguageDifferenceType type, const char *clause,
                          const GPtrArray *a, const GPtrArray *b)
{
  if (a->len + b->len == 0)
    return;
  g_autoptr(GPtrArray) ours = copy(a), theirs = copy(b);
  remove_common(ours, theirs);
  g_autofree char *first = join(ours), *second = join(theirs);
  if (first || second)
    add(out, type, clause, first, second);
}

/* Labels that count otherwise. Where one text has none, those in figures are numbers that it lacks.
 */
static void compare_labels(GPtrArray *out, const AdrefClauseStructure *a,
                           const AdrefClauseStructure *b)
{
  const AdrefClauseLabels *ours = &a->labels, *theirs = &b->labels;
  if ((ours->values->len > 0 && theirs->values->len > 0) ||
      (ours->values->len > 0 ? ours->has_figures : theirs->has_figures))
    compare_lists(out, ADREF_LANGUAGE_DIFFERENCE_VALUE, a->name, ours->values, theirs->values);
}

static void compare_counts(GPtrArray *out, AdrefLanguageDifferenceType type, const char *clause,
                           guint a, guint b)
{
  g_autofree char *first = g_strdup_printf("%u", a), *second = g_strdup_printf("%u", b);
  if (a != b)
    add(out, type, clause, first, second);
}

static void compare_strings_of(GPtrArray *out, AdrefLanguageDifferenceType type, const char *clause,
                               const char *a, const char *b)
{
  if (g_strcmp0(a, b) != 0)
    add(out, type, clause, a, b);
}

/* Two texts while they are compared. */
typedef struct {
  const AdrefLanguageStructure *first, *second;
  const AdrefKnownValues *known; /* NULL: all is read */
  GByteArray *found;             /* pairs that do not differ; NULL without `known` */
} Comparison;

/* Two clauses of them. */
typedef struct {
  const Comparison *of;
  const AdrefClauseStructure *a, *b;
} StructurePair;

/* The clause of the second text that belongs to one of the first; NULL: none. `*unnamed` counts
 * those without a name. */
static AdrefClauseStructure *partner_of(const AdrefLanguageStructure *second,
                                        const AdrefClauseStructure *clause, guint *unnamed)
{
  if (clause->name)
    return g_hash_table_lookup(second->index, clause->name);
  guint at = (*unnamed)++;
  return at < second->unnamed->len ? second->unnamed->pdata[at] : NULL;
}

static AdrefLanguageDifferenceType type_of(AdrefNumberDifferenceType type)
{
  switch (type) {
  case ADREF_NUMBER_DIFFERENCE_VALUE: return ADREF_LANGUAGE_DIFFERENCE_VALUE;
  case ADREF_NUMBER_DIFFERENCE_STRENGTH: return ADREF_LANGUAGE_DIFFERENCE_STRENGTH;
  case ADREF_NUMBER_DIFFERENCE_UNREAD: return ADREF_LANGUAGE_DIFFERENCE_UNREAD;
  case ADREF_NUMBER_DIFFERENCE_SEQUENCE: return ADREF_LANGUAGE_DIFFERENCE_SEQUENCE;
  }
  return ADREF_LANGUAGE_DIFFERENCE_VALUE;
}

static gboolean is_heading(const AdrefClauseStructure *clause)
{
  return clause->node->as.clause->kind == ADREF_TITLE;
}

/* Whether a pair is known not to differ. */
static gboolean is_known(const AdrefKnownValues *known, const guint8 *first, const guint8 *second,
                         gboolean heading, guint8 pair[ADREF_KNOWN_VALUES_PAIR])
{
  adref_known_values_pair(first, second, heading, pair);
  return adref_known_values_has(known, pair);
}

static void compare_values(GPtrArray *out, const StructurePair *pair)
{
  const Comparison *of = pair->of;
  gboolean heading = is_heading(pair->a);
  guint8 key[ADREF_KNOWN_VALUES_PAIR];
  const AdrefNumberSide first = {pair->a->numbers, of->first->language},
                        second = {pair->b->numbers, of->second->language};
  gboolean known = of->known && is_known(of->known, pair->a->digest, pair->b->digest, heading, key);
  g_autoptr(GPtrArray) found =
      known ? NULL : adref_number_differences_new(&first, &second, heading);
  if (of->known && (known || found->len == 0))
    g_byte_array_append(of->found, key, sizeof key);
  for (guint i = 0; found && i < found->len; i++) {
    const AdrefNumberDifference *difference = found->pdata[i];
    add(out, type_of(difference->type), pair->a->name, difference->first, difference->second);
  }
}

#define TO_COME "translation to come"
#define LEVEL   "heading of level %u"

/* Where words are still to come, nothing else is compared: they would be what differs. */
static gboolean compare_to_come(GPtrArray *out, const AdrefClauseStructure *a,
                                const AdrefClauseStructure *b)
{
  g_autofree char *first = a->to_come ? g_strdup_printf(TO_COME " (%s)", a->to_come) : NULL;
  g_autofree char *second = b->to_come ? g_strdup_printf(TO_COME " (%s)", b->to_come) : NULL;
  if (first || second)
    add(out, ADREF_LANGUAGE_DIFFERENCE_BRACKET, a->name, first, second);
  return first || second;
}

/* What is compared of clauses and of headings. */
static void compare_content(GPtrArray *out, const StructurePair *pair)
{
  const AdrefClauseStructure *a = pair->a, *b = pair->b;
  if (compare_to_come(out, a, b))
    return;
  compare_lists(out, ADREF_LANGUAGE_DIFFERENCE_BRACKET, a->name, a->brackets, b->brackets);
  compare_values(out, pair);
  compare_lists(out, ADREF_LANGUAGE_DIFFERENCE_REFERENCE, a->name, a->references, b->references);
  compare_lists(out, ADREF_LANGUAGE_DIFFERENCE_LINK, a->name, a->links, b->links);
  compare_counts(out, ADREF_LANGUAGE_DIFFERENCE_FOOTNOTE, a->name, a->footnotes, b->footnotes);
}

/* "below heading 2": a clause that stands below another heading in each text. */
static void add_heading(GPtrArray *out, const AdrefClauseStructure *a,
                        const AdrefClauseStructure *b)
{
  g_autofree char *first = a->heading > 0 ? g_strdup_printf("%u", a->heading) : NULL;
  g_autofree char *second = b->heading > 0 ? g_strdup_printf("%u", b->heading) : NULL;
  add(out, ADREF_LANGUAGE_DIFFERENCE_BELOW, a->name, first, second);
}

/* A paragraph that one text has more, or a clause without a word. Where lists differ, their items
 * may be paragraphs of the other text; where words are to come, there is nothing to compare, nor in
 * files that are no statement's, whose paragraphs were put together by their likeness. */
static void compare_paragraphs(GPtrArray *out, const AdrefClauseStructure *a,
                               const AdrefClauseStructure *b)
{
  if (a->to_come || b->to_come || a->node->parent->as.outside_statement)
    return;
  if (!a->has_words != !b->has_words)
    add(out, ADREF_LANGUAGE_DIFFERENCE_LIST, a->name, a->has_words ? "words" : NULL,
        b->has_words ? "words" : NULL);
  else if (a->lists->len == b->lists->len && a->tables->len == b->tables->len)
    compare_strings_of(out, ADREF_LANGUAGE_DIFFERENCE_LIST, a->name, a->blocks, b->blocks);
}

static void compare_clauses(GPtrArray *out, const Comparison *of, const AdrefClauseStructure *a,
                            const AdrefClauseStructure *b)
{
  const AdrefClause *one = a->node->as.clause, *other = b->node->as.clause;
  compare_strings_of(out, ADREF_LANGUAGE_DIFFERENCE_KIND, a->name,
                     adref_clause_kind_word(one->kind), adref_clause_kind_word(other->kind));
  if (!one->frozen == !other->frozen)
    compare_strings_of(out, ADREF_LANGUAGE_DIFFERENCE_NUMBER, a->name, one->number, other->number);
  compare_labels(out, a, b);
  compare_content(out, &(StructurePair){of, a, b});
  compare_lists(out, ADREF_LANGUAGE_DIFFERENCE_TABLE, a->name, a->tables, b->tables);
  compare_lists(out, ADREF_LANGUAGE_DIFFERENCE_LIST, a->name, a->lists, b->lists);
  compare_paragraphs(out, a, b);
  if (of->first->headings->len == of->second->headings->len && a->heading != b->heading)
    add_heading(out, a, b);
}

/* The first clause that both texts have and that stands elsewhere in the second; one is enough: all
 * behind it stand elsewhere too. */
static void compare_order(GPtrArray *out, const AdrefLanguageStructure *first,
                          const AdrefLanguageStructure *second)
{
  guint next = 0;
  for (guint i = 0; i < first->clauses->len; i++) {
    const AdrefClauseStructure *clause = first->clauses->pdata[i];
    const AdrefClauseStructure *other =
        clause->name ? g_hash_table_lookup(second->index, clause->name) : NULL;
    if (!other)
      continue;
    while (next < second->clauses->len) {
      const AdrefClauseStructure *at = second->clauses->pdata[next++];
      if (at->name && g_hash_table_contains(first->index, at->name)) {
        if (at == other)
          break;
        add(out, ADREF_LANGUAGE_DIFFERENCE_ORDER, clause->name, clause->name, at->name);
        return;
      }
    }
  }
}

static guint level_of(const AdrefClauseStructure *heading)
{
  const AdrefNode *block = heading->node->first;
  return block && block->type == ADREF_HEADING ? block->as.level : 0;
}

/* Headings are compared in their order: where their levels or their number differ, their content is
 * not. */
static void compare_headings(GPtrArray *out, const Comparison *of)
{
  const GPtrArray *ours = of->first->headings, *theirs = of->second->headings;
  for (guint i = 0; i < MIN(ours->len, theirs->len); i++) {
    guint level = level_of(ours->pdata[i]), other = level_of(theirs->pdata[i]);
    g_autofree char *here = g_strdup_printf(LEVEL, level);
    g_autofree char *there = g_strdup_printf(LEVEL, other);
    if (level == other)
      continue;
    add(out, ADREF_LANGUAGE_DIFFERENCE_HEADING, NULL, here, there);
    return;
  }
  compare_counts(out, ADREF_LANGUAGE_DIFFERENCE_HEADING, NULL, ours->len, theirs->len);
  for (guint i = 0; ours->len == theirs->len && i < ours->len; i++)
    compare_content(out, &(StructurePair){of, ours->pdata[i], theirs->pdata[i]});
}

static GPtrArray *compare(const Comparison *of)
{
  const AdrefLanguageStructure *first = of->first, *second = of->second;
  GPtrArray *out = g_ptr_array_new_with_free_func((GDestroyNotify)adref_language_difference_free);
  compare_headings(out, of);
  compare_order(out, first, second);
  guint unnamed = 0;
  for (guint i = 0; i < first->clauses->len; i++) {
    const AdrefClauseStructure *clause = first->clauses->pdata[i];
    const AdrefClauseStructure *match = partner_of(second, clause, &unnamed);
    if (match)
      compare_clauses(out, of, clause, match);
    else
      add(out, ADREF_LANGUAGE_DIFFERENCE_CLAUSE, clause->name, "", NULL);
  }
  for (guint i = 0; i < second->clauses->len; i++) {
    const AdrefClauseStructure *clause = second->clauses->pdata[i];
    if (clause->name && !g_hash_table_contains(first->index, clause->name))
      add(out, ADREF_LANGUAGE_DIFFERENCE_CLAUSE, clause->name, NULL, "");
  }
  for (guint i = first->unnamed->len; i < second->unnamed->len; i++)
    add(out, ADREF_LANGUAGE_DIFFERENCE_CLAUSE, NULL, NULL, "");
  return out;
}

GPtrArray *adref_language_structures_compare(const AdrefLanguageStructure *first,
                                             const AdrefLanguageStructure *second)
{
  return compare(&(Comparison){first, second, NULL, NULL});
}

static gboolean have_other_titles(const AdrefLanguageStructure *first,
                                  const AdrefLanguageStructure *second)
{
  return first->title && second->title && strcmp(first->title, second->title) != 0;
}

/* Whether nothing was found to differ. */
static gboolean compare_titles(GPtrArray *differences, const AdrefLanguageStructure *first,
                               const AdrefLanguageStructure *second)
{
  const AdrefNumberSide sides[] = {{first->numbers, first->language},
                                   {second->numbers, second->language}};
  g_autoptr(GPtrArray) found = adref_number_differences_new(&sides[0], &sides[1], TRUE);
  for (guint i = 0; i < found->len; i++) {
    const AdrefNumberDifference *difference = found->pdata[i];
    if (difference->type == ADREF_NUMBER_DIFFERENCE_VALUE)
      add(differences, ADREF_LANGUAGE_DIFFERENCE_TITLE, NULL, difference->first,
          difference->second);
  }
  return found->len == 0;
}

void adref_language_structures_add_titles(GPtrArray *differences,
                                          const AdrefLanguageStructure *first,
                                          const AdrefLanguageStructure *second)
{
  if (have_other_titles(first, second))
    compare_titles(differences, first, second);
}

/* Known pairs */

static void want(AdrefClauseStructure *a, AdrefClauseStructure *b, const AdrefKnownValues *known)
{
  guint8 pair[ADREF_KNOWN_VALUES_PAIR];
  if (a->to_come || b->to_come || is_known(known, a->digest, b->digest, is_heading(a), pair))
    return;
  a->is_wanted = TRUE;
  b->is_wanted = TRUE;
}

void adref_language_structures_want(AdrefLanguageStructure *first, AdrefLanguageStructure *second,
                                    const AdrefKnownValues *known)
{
  guint8 pair[ADREF_KNOWN_VALUES_PAIR];
  guint unnamed = 0;
  for (guint i = 0; i < MIN(first->headings->len, second->headings->len); i++)
    want(first->headings->pdata[i], second->headings->pdata[i], known);
  for (guint i = 0; i < first->clauses->len; i++) {
    AdrefClauseStructure *clause = first->clauses->pdata[i];
    AdrefClauseStructure *match = partner_of(second, clause, &unnamed);
    if (match)
      want(clause, match, known);
  }
  if (have_other_titles(first, second) &&
      !is_known(known, first->title_digest, second->title_digest, TRUE, pair))
    first->wants_title = second->wants_title = TRUE;
}

GPtrArray *adref_language_structures_compare_wanted(const AdrefLanguageStructure *first,
                                                    const AdrefLanguageStructure *second,
                                                    const AdrefKnownValues *known,
                                                    GByteArray *found)
{
  GPtrArray *differences = compare(&(Comparison){first, second, known, found});
  guint8 pair[ADREF_KNOWN_VALUES_PAIR];
  if (have_other_titles(first, second) &&
      (is_known(known, first->title_digest, second->title_digest, TRUE, pair) ||
       compare_titles(differences, first, second)))
    g_byte_array_append(found, pair, sizeof pair);
  return differences;
}

GPtrArray *adref_language_differences_new(const AdrefLanguageText *first,
                                          const AdrefLanguageText *second, GHashTable *parties)
{
  g_autoptr(AdrefLanguageStructure) one = adref_language_structure_new(first, NULL, parties);
  g_autoptr(AdrefLanguageStructure) other = adref_language_structure_new(second, NULL, parties);
  return adref_language_structures_compare(one, other);
}

gboolean adref_language_difference_is_proven(const AdrefLanguageDifference *difference)
{
  return difference->type != ADREF_LANGUAGE_DIFFERENCE_UNREAD &&
         difference->type != ADREF_LANGUAGE_DIFFERENCE_SEQUENCE;
}

guint adref_language_differences_count(const GPtrArray *differences)
{
  guint count = 0;
  for (guint i = 0; i < differences->len; i++) {
    const AdrefLanguageDifference *difference = differences->pdata[i];
    count += adref_language_difference_is_proven(difference) ? 1 : 0;
  }
  return count;
}

/* The word around a side: "number 12"; ADREF_PAGE_WORDS: none. */
static AdrefPageWord noun_of(const AdrefLanguageDifference *difference)
{
  switch (difference->type) {
  case ADREF_LANGUAGE_DIFFERENCE_KIND: return ADREF_PAGE_WORD_DIFFER_KIND;
  case ADREF_LANGUAGE_DIFFERENCE_NUMBER: return ADREF_PAGE_WORD_DIFFER_NUMBER;
  case ADREF_LANGUAGE_DIFFERENCE_REFERENCE: return ADREF_PAGE_WORD_DIFFER_REFERENCE;
  case ADREF_LANGUAGE_DIFFERENCE_FOOTNOTE: return ADREF_PAGE_WORD_DIFFER_FOOTNOTES;
  case ADREF_LANGUAGE_DIFFERENCE_LINK: return ADREF_PAGE_WORD_DIFFER_LINK;
  case ADREF_LANGUAGE_DIFFERENCE_BELOW: return ADREF_PAGE_WORD_DIFFER_BELOW;
  case ADREF_LANGUAGE_DIFFERENCE_HEADING:
    return g_ascii_isdigit(*difference->first) ? ADREF_PAGE_WORD_DIFFER_HEADINGS : ADREF_PAGE_WORDS;
  case ADREF_LANGUAGE_DIFFERENCE_CLAUSE:
  case ADREF_LANGUAGE_DIFFERENCE_ORDER:
  case ADREF_LANGUAGE_DIFFERENCE_BRACKET:
  case ADREF_LANGUAGE_DIFFERENCE_VALUE:
  case ADREF_LANGUAGE_DIFFERENCE_TABLE:
  case ADREF_LANGUAGE_DIFFERENCE_LIST:
  case ADREF_LANGUAGE_DIFFERENCE_TITLE:
  case ADREF_LANGUAGE_DIFFERENCE_STRENGTH:
  case ADREF_LANGUAGE_DIFFERENCE_UNREAD:
  case ADREF_LANGUAGE_DIFFERENCE_SEQUENCE: break;
  }
  return ADREF_PAGE_WORDS;
}

/* What is said of a side without a number of the text, in the words of a page. Caller frees. */
static char *own_side(const char *side, const AdrefPageWords *table)
{
  guint first, second;
  char *own = NULL;
  g_autofree char *n = NULL, *columns = NULL;
  if (sscanf(side, LEVEL, &first) == 1) {
    n = g_strdup_printf("%u", first);
    own = adref_page_words_fill(table, ADREF_PAGE_WORD_SIDE_LEVEL, "n", n, NULL);
  } else if (sscanf(side, "list of %u item", &first) == 1) {
    n = g_strdup_printf("%u", first);
    own = adref_page_words_fill(table, ADREF_PAGE_WORD_SIDE_LIST, "n", n, NULL);
  } else if (sscanf(side, "table of %u row%*[s,] %u column", &first, &second) == 2) {
    n = g_strdup_printf("%u", first);
    columns = g_strdup_printf("%u", second);
    own = adref_page_words_fill(table, ADREF_PAGE_WORD_SIDE_TABLE, "rows", n, "columns", columns,
                                NULL);
  }
  return own ? own : g_strdup(side);
}

static char *side_of(const AdrefLanguageDifference *difference, const char *side,
                     const AdrefPageWords *table)
{
  AdrefPageWord noun = noun_of(difference);
  if (!side)
    return g_strdup(adref_page_words_get(table, difference->type == ADREF_LANGUAGE_DIFFERENCE_BELOW
                                                    ? ADREF_PAGE_WORD_DIFFER_BEFORE
                                                    : ADREF_PAGE_WORD_NOTHING));
  if (noun == ADREF_PAGE_WORDS && difference->type != ADREF_LANGUAGE_DIFFERENCE_VALUE)
    return table ? own_side(side, table) : g_strdup(side);
  return noun == ADREF_PAGE_WORDS ? g_strdup(side)
                                  : adref_page_words_fill(table, noun, "what", side, NULL);
}

/* With the reason why it proves nothing, where it does not. Frees `line`. */
static char *with_reason(char *line, AdrefLanguageDifferenceType type, const AdrefPageWords *table)
{
  if (type != ADREF_LANGUAGE_DIFFERENCE_UNREAD && type != ADREF_LANGUAGE_DIFFERENCE_SEQUENCE)
    return line;
  g_autofree char *plain = line;
  return adref_page_words_fill(table,
                               type == ADREF_LANGUAGE_DIFFERENCE_UNREAD
                                   ? ADREF_PAGE_WORD_DIFFER_UNREAD
                                   : ADREF_PAGE_WORD_DIFFER_SEQUENCE,
                               "line", plain, NULL);
}

static gboolean is_to_come(const char *side)
{
  return side && g_str_has_prefix(side, TO_COME);
}

/* "later: translation to come (ja) in vi". */
static char *to_come_line(const AdrefLanguageDifference *difference, const char *clause,
                          const char *first_language, const char *second_language,
                          const AdrefPageWords *table)
{
  gboolean in_first = is_to_come(difference->first);
  const char *side = in_first ? difference->first : difference->second;
  const char *from = side + strlen(TO_COME " (");
  g_autofree char *what = g_strndup(from, strlen(from) - 1);
  return adref_page_words_fill(table, ADREF_PAGE_WORD_DIFFER_COME, "clause", clause, "words", what,
                               "language", in_first ? first_language : second_language, NULL);
}

/* The clause, or what is meant where it is none. */
static const char *place_of(const AdrefLanguageDifference *difference, const AdrefPageWords *table)
{
  if (difference->clause)
    return difference->clause;
  return adref_page_words_get(
      table, difference->type == ADREF_LANGUAGE_DIFFERENCE_HEADING ? ADREF_PAGE_WORD_WHOLE_TEXT
             : difference->type == ADREF_LANGUAGE_DIFFERENCE_TITLE ? ADREF_PAGE_WORD_TITLE_FACT
                                                                   : ADREF_PAGE_WORD_NAMELESS);
}

char *adref_language_difference_line(const AdrefLanguageDifference *difference,
                                     const char *first_language, const char *second_language,
                                     const AdrefPageWords *table)
{
  const char *clause = place_of(difference, table);
  if (difference->type == ADREF_LANGUAGE_DIFFERENCE_CLAUSE)
    return adref_page_words_fill(table, ADREF_PAGE_WORD_DIFFER_ONLY, "clause", clause, "language",
                                 difference->first ? first_language : second_language, NULL);
  if (difference->type == ADREF_LANGUAGE_DIFFERENCE_ORDER)
    return adref_page_words_fill(table, ADREF_PAGE_WORD_DIFFER_ORDER, "clause", clause, "language",
                                 second_language, "other", difference->second, NULL);
  if (is_to_come(difference->first) || is_to_come(difference->second))
    return to_come_line(difference, clause, first_language, second_language, table);
  g_autofree char *first = side_of(difference, difference->first, table),
                  *second = side_of(difference, difference->second, table);
  char *line =
      adref_page_words_fill(table, ADREF_PAGE_WORD_DIFFER, "clause", clause, "one", first_language,
                            "first", first, "two", second_language, "second", second, NULL);
  return with_reason(line, difference->type, table);
}
