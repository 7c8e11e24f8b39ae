#include "review/language_differences.h"

#include <stdlib.h>
#include <string.h>

#include "language/language_tag.h"
#include "language/phrase_scanner.h"
#include "language/token_reader.h"
#include "language/word_table.h"

/* What is compared of one clause. */
typedef struct {
  const AdrefNode *node;
  const char *name;
  guint order;           /* among the clauses of its text */
  GPtrArray *brackets;   /* of char *: "[JPN / ASEAN]", "[text to come]" */
  GPtrArray *values;     /* of char *: numbers that must stand in the other text */
  GPtrArray *weak;       /* of char *: numbers that may stand there: "first", "one" */
  GPtrArray *references; /* of char *: ids */
  guint footnotes, rows;
} ClauseFacts;

/* One text, read. */
struct AdrefLanguageFacts {
  GPtrArray *clauses;  /* of ClauseFacts, without headings */
  GHashTable *index;   /* name -> ClauseFacts */
  GPtrArray *unnamed;  /* of ClauseFacts: those without a name, which are compared by their order */
  GPtrArray *headings; /* of char *: "heading 2" */
  gboolean has_words;  /* numbers in words are read in its language */
};

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
    [ADREF_LANGUAGE_DIFFERENCE_HEADING] = "heading",
    [ADREF_LANGUAGE_DIFFERENCE_UNREAD] = "unread",
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

/* Reading a text */

static void clause_facts_free(gpointer data)
{
  ClauseFacts *facts = data;
  g_ptr_array_unref(facts->brackets);
  g_ptr_array_unref(facts->values);
  g_ptr_array_unref(facts->weak);
  g_ptr_array_unref(facts->references);
  g_free(facts);
}

void adref_language_facts_free(AdrefLanguageFacts *facts)
{
  if (!facts)
    return;
  g_ptr_array_unref(facts->clauses);
  g_hash_table_unref(facts->index);
  g_ptr_array_unref(facts->unnamed);
  g_ptr_array_unref(facts->headings);
  g_free(facts);
}

static gint compare_strings(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "[JPN / ASEAN, USA retain]": how many alternatives a bracket has, and whose they are. */
static char *describe_bracket(const AdrefNode *bracket)
{
  if (bracket->as.placeholder)
    return g_strdup("[text to come]");
  GString *out = g_string_new("[");
  for (const AdrefNode *child = bracket->first; child; child = child->next) {
    if (child->type != ADREF_ALTERNATIVE)
      continue;
    g_autofree char *positions = adref_positions_text(child->as.positions.groups);
    g_string_append_printf(out, "%s%s", child == bracket->first ? "" : " / ",
                           *positions ? positions : "no party");
  }
  g_string_append_c(out, ']');
  return g_string_free(out, FALSE);
}

static gboolean is_left_out(const AdrefNode *node)
{
  return node->type == ADREF_NOTE || node->type == ADREF_COMMENT || node->type == ADREF_HTML ||
         node->type == ADREF_FOOTNOTE || adref_node_is_cross_reference(node);
}

/* The words of a clause without references, whose numbers are those of paragraphs. */
static void read_nodes(ClauseFacts *facts, GString *text)
{
  AdrefWalk walk = adref_walk(facts->node);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering) {
      if (adref_node_is_block(node))
        g_string_append_c(text, '\n');
      else if (node->type == ADREF_ALTERNATIVE)
        g_string_append(text, " | ");
      continue;
    }
    if (node->type == ADREF_BRACKET)
      g_string_append_c(text, ' ');
    if (adref_node_is_cross_reference(node))
      g_ptr_array_add(facts->references, g_strdup(node->as.link.url + 1));
    if (node->type == ADREF_BRACKET)
      g_ptr_array_add(facts->brackets, describe_bracket(node));
    else if (node->type == ADREF_BRACKET_EDGE && node->as.edge.opens)
      g_ptr_array_add(facts->brackets, g_strdup("[over several blocks]"));
    facts->footnotes +=
        node->type == ADREF_FOOTNOTE && node->prev; /* a note begins with its mark */
    facts->rows += node->type == ADREF_ROW_BREAK;
    if (node->type == ADREF_TEXT || node->type == ADREF_CODE)
      g_string_append_len(text, node->text, (gssize)node->length);
    else if (node->type == ADREF_LINE_BREAK || node->type == ADREF_ROW_BREAK)
      g_string_append_c(text, '\n');
    if (is_left_out(node))
      adref_walk_skip(&walk);
  }
}

/* The numbers of a key such as "within 2023-12-17", "30 day", "us$ 5000000", "10..20 %"; a part of
 * a date that is not said is -1 there. */
static void add_numbers(GPtrArray *values, const char *key)
{
  for (const char *p = key; *p;) {
    gboolean is_missing = p[0] == '-' && p[1] == '1' && !g_ascii_isdigit(p[2]) &&
                          (p == key || p[-1] == ' ' || p[-1] == '-');
    if (is_missing) {
      p += 2;
      continue;
    }
    gsize digits = strspn(p, "0123456789");
    if (digits == 0) {
      p++;
      continue;
    }
    gsize length = digits;
    while ((p[length] == '.' || p[length] == ',') && g_ascii_isdigit(p[length + 1]))
      length += 1 + strspn(p + length + 1, "0123456789");
    while (*p == '0' && length > 1 && g_ascii_isdigit(p[1])) {
      p++;
      length--;
    }
    g_ptr_array_add(values, g_strdelimit(g_strndup(p, length), ",", '.'));
    p += length;
  }
}

/* A year of the Buddhist calendar, as Thai texts have it, in the common one. Takes over `value`. */
static char *common_year(const char *language, char *value)
{
  guint64 year = strlen(value) == 4 ? g_ascii_strtoull(value, NULL, 10) : 0;
  if (!adref_language_tag_matches(language, "th") || year < 2443 || year > 2742)
    return value;
  g_free(value);
  return g_strdup_printf("%" G_GUINT64_FORMAT, year - 543);
}

/* One thing may be said as "a", "a single" or "one": 1 may stand in the other text, but need not.
 */
static void add_match(ClauseFacts *facts, const AdrefTokenReader *reader, const char *language,
                      const AdrefPhraseMatch *match)
{
  const AdrefPhraseMeaning *meaning;
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
  if (adref_token_reader_match_role(reader, match->first, ADREF_PHRASE_ROLE_ORDINAL, &meaning))
    g_ptr_array_add(values, g_strdup_printf("%u", meaning->rank));
  else
    add_numbers(values, match->key);
  for (guint i = 0; i < values->len; i++) {
    char *value = common_year(language, g_steal_pointer(&values->pdata[i]));
    gboolean is_weak = match->weak || match->doubtful || strcmp(value, "1") == 0;
    g_ptr_array_add(is_weak ? facts->weak : facts->values, value);
  }
}

static void read_values(ClauseFacts *facts, AdrefPhraseScanner *scanner, const char *language,
                        GArray *tokens, const GString *text)
{
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  g_array_set_size(tokens, 0);
  adref_phrase_scanner_scan(scanner, text->str, 0, text->len, tokens, found);
  const AdrefTokenReader reader = {scanner->phrases, text->str, tokens};
  for (guint i = 0; i < found->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(found, AdrefPhraseMatch, i);
    if (match->class == ADREF_CHANGE_CLASS_NUMBER || match->class == ADREF_CHANGE_CLASS_DATE)
      add_match(facts, &reader, language, match);
  }
  adref_phrase_scanner_clear_keys(scanner);
}

static ClauseFacts *clause_facts_new(const AdrefNode *clause, guint order)
{
  ClauseFacts *facts = g_new0(ClauseFacts, 1);
  facts->node = clause;
  facts->name = clause->as.clause->id ? clause->as.clause->id : clause->as.clause->number;
  facts->order = order;
  facts->brackets = g_ptr_array_new_with_free_func(g_free);
  facts->values = g_ptr_array_new_with_free_func(g_free);
  facts->weak = g_ptr_array_new_with_free_func(g_free);
  facts->references = g_ptr_array_new_with_free_func(g_free);
  return facts;
}

static void add_heading(AdrefLanguageFacts *facts, const AdrefNode *clause)
{
  guint level = clause->first && clause->first->type == ADREF_HEADING ? clause->first->as.level : 0;
  g_ptr_array_add(facts->headings, g_strdup_printf("heading of level %u", level));
}

AdrefLanguageFacts *adref_language_facts_new(const AdrefLanguageText *text, GHashTable *parties)
{
  AdrefLanguageFacts *facts = g_new0(AdrefLanguageFacts, 1);
  facts->clauses = g_ptr_array_new_with_free_func(clause_facts_free);
  facts->index = g_hash_table_new(g_str_hash, g_str_equal);
  facts->unnamed = g_ptr_array_new();
  facts->headings = g_ptr_array_new_with_free_func(g_free);
  facts->has_words = *adref_word_table_of_language(text->language) != NULL;
  AdrefPhraseScanner scanner;
  adref_phrase_scanner_init(&scanner, text->language, NULL, parties);
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  g_autoptr(GString) all = g_string_new(NULL);
  for (const AdrefNode *node = text->document->first; node; node = node->next) {
    if (node->as.clause->kind == ADREF_TITLE) {
      add_heading(facts, node);
      continue;
    }
    ClauseFacts *clause = clause_facts_new(node, facts->clauses->len);
    g_string_truncate(all, 0);
    read_nodes(clause, all);
    read_values(clause, &scanner, text->language, tokens, all);
    g_ptr_array_add(facts->clauses, clause);
    if (clause->name)
      g_hash_table_insert(facts->index, (gpointer)(guintptr)clause->name, clause);
    else
      g_ptr_array_add(facts->unnamed, clause);
  }
  adref_phrase_scanner_clear(&scanner);
  return facts;
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
  g_ptr_array_sort(a, compare_strings);
  g_ptr_array_sort(b, compare_strings);
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
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", (const char *)strings->pdata[i]);
  return g_string_free(out, FALSE);
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

/* A value that one text has and the other may have in words that cannot be read proves nothing; one
 * that only the readable text lacks is a difference. */
static void compare_values(GPtrArray *out, const AdrefLanguageFacts *first,
                           const AdrefLanguageFacts *second, const ClauseFacts *a,
                           const ClauseFacts *b)
{
  if (a->values->len + b->values->len == 0)
    return;
  g_autoptr(GPtrArray) values = copy(a->values), other_values = copy(b->values);
  g_autoptr(GPtrArray) weak = copy(a->weak), other_weak = copy(b->weak);
  remove_common(values, other_values);
  remove_common(values, other_weak);
  remove_common(weak, other_values);
  g_autofree char *ours = join(values), *theirs = join(other_values);
  gboolean ours_counts = ours && second->has_words, theirs_counts = theirs && first->has_words;
  if (ours_counts || theirs_counts)
    add(out, ADREF_LANGUAGE_DIFFERENCE_VALUE, a->name, ours, theirs);
  else if (ours || theirs)
    add(out, ADREF_LANGUAGE_DIFFERENCE_UNREAD, a->name, ours, theirs);
}

static void compare_clauses(GPtrArray *out, const AdrefLanguageFacts *first,
                            const AdrefLanguageFacts *second, const ClauseFacts *a,
                            const ClauseFacts *b)
{
  const AdrefClause *one = a->node->as.clause, *other = b->node->as.clause;
  compare_strings_of(out, ADREF_LANGUAGE_DIFFERENCE_KIND, a->name,
                     adref_clause_kind_word(one->kind), adref_clause_kind_word(other->kind));
  if (!one->frozen == !other->frozen)
    compare_strings_of(out, ADREF_LANGUAGE_DIFFERENCE_NUMBER, a->name, one->number, other->number);
  compare_lists(out, ADREF_LANGUAGE_DIFFERENCE_BRACKET, a->name, a->brackets, b->brackets);
  compare_values(out, first, second, a, b);
  compare_lists(out, ADREF_LANGUAGE_DIFFERENCE_REFERENCE, a->name, a->references, b->references);
  compare_counts(out, ADREF_LANGUAGE_DIFFERENCE_FOOTNOTE, a->name, a->footnotes, b->footnotes);
  compare_counts(out, ADREF_LANGUAGE_DIFFERENCE_TABLE, a->name, a->rows, b->rows);
}

/* The first clause that both texts have and that stands elsewhere in the second; one is enough: all
 * behind it stand elsewhere too. */
static void compare_order(GPtrArray *out, const AdrefLanguageFacts *first,
                          const AdrefLanguageFacts *second)
{
  guint next = 0;
  for (guint i = 0; i < first->clauses->len; i++) {
    const ClauseFacts *clause = first->clauses->pdata[i];
    const ClauseFacts *other =
        clause->name ? g_hash_table_lookup(second->index, clause->name) : NULL;
    if (!other)
      continue;
    while (next < second->clauses->len) {
      const ClauseFacts *at = second->clauses->pdata[next++];
      if (at->name && g_hash_table_contains(first->index, at->name)) {
        if (at == other)
          break;
        add(out, ADREF_LANGUAGE_DIFFERENCE_ORDER, clause->name, clause->name, at->name);
        return;
      }
    }
  }
}

static void compare_headings(GPtrArray *out, const AdrefLanguageFacts *first,
                             const AdrefLanguageFacts *second)
{
  guint common = MIN(first->headings->len, second->headings->len);
  for (guint i = 0; i < common; i++)
    if (strcmp(first->headings->pdata[i], second->headings->pdata[i]) != 0) {
      add(out, ADREF_LANGUAGE_DIFFERENCE_HEADING, NULL, first->headings->pdata[i],
          second->headings->pdata[i]);
      return;
    }
  compare_counts(out, ADREF_LANGUAGE_DIFFERENCE_HEADING, NULL, first->headings->len,
                 second->headings->len);
}

GPtrArray *adref_language_facts_compare(const AdrefLanguageFacts *first,
                                        const AdrefLanguageFacts *second)
{
  GPtrArray *out = g_ptr_array_new_with_free_func((GDestroyNotify)adref_language_difference_free);
  compare_headings(out, first, second);
  compare_order(out, first, second);
  guint unnamed = 0;
  for (guint i = 0; i < first->clauses->len; i++) {
    const ClauseFacts *clause = first->clauses->pdata[i];
    const ClauseFacts *match = clause->name ? g_hash_table_lookup(second->index, clause->name)
                               : unnamed < second->unnamed->len ? second->unnamed->pdata[unnamed]
                                                                : NULL;
    unnamed += !clause->name;
    if (match)
      compare_clauses(out, first, second, clause, match);
    else
      add(out, ADREF_LANGUAGE_DIFFERENCE_CLAUSE, clause->name, "", NULL);
  }
  for (guint i = 0; i < second->clauses->len; i++) {
    const ClauseFacts *clause = second->clauses->pdata[i];
    if (clause->name && !g_hash_table_contains(first->index, clause->name))
      add(out, ADREF_LANGUAGE_DIFFERENCE_CLAUSE, clause->name, NULL, "");
  }
  for (guint i = first->unnamed->len; i < second->unnamed->len; i++)
    add(out, ADREF_LANGUAGE_DIFFERENCE_CLAUSE, NULL, NULL, "");
  return out;
}

GPtrArray *adref_language_differences_new(const AdrefLanguageText *first,
                                          const AdrefLanguageText *second, GHashTable *parties)
{
  g_autoptr(AdrefLanguageFacts) one = adref_language_facts_new(first, parties);
  g_autoptr(AdrefLanguageFacts) other = adref_language_facts_new(second, parties);
  return adref_language_facts_compare(one, other);
}

guint adref_language_differences_count(const GPtrArray *differences)
{
  guint count = 0;
  for (guint i = 0; i < differences->len; i++) {
    const AdrefLanguageDifference *difference = differences->pdata[i];
    count += difference->type != ADREF_LANGUAGE_DIFFERENCE_UNREAD;
  }
  return count;
}

/* What stands in front of the two sides: "number 12", "13 rows". */
static const char *noun_of(const AdrefLanguageDifference *difference)
{
  switch (difference->type) {
  case ADREF_LANGUAGE_DIFFERENCE_KIND: return "kind ";
  case ADREF_LANGUAGE_DIFFERENCE_NUMBER: return "number ";
  case ADREF_LANGUAGE_DIFFERENCE_REFERENCE: return "reference to ";
  case ADREF_LANGUAGE_DIFFERENCE_FOOTNOTE: return "footnotes: ";
  case ADREF_LANGUAGE_DIFFERENCE_TABLE: return "rows: ";
  case ADREF_LANGUAGE_DIFFERENCE_CLAUSE:
  case ADREF_LANGUAGE_DIFFERENCE_ORDER:
  case ADREF_LANGUAGE_DIFFERENCE_BRACKET:
  case ADREF_LANGUAGE_DIFFERENCE_VALUE:
  case ADREF_LANGUAGE_DIFFERENCE_UNREAD: return "";
  case ADREF_LANGUAGE_DIFFERENCE_HEADING:
    return g_ascii_isdigit(*difference->first) ? "headings: " : "";
  }
  return "";
}

char *adref_language_difference_line(const AdrefLanguageDifference *difference,
                                     const char *first_language, const char *second_language)
{
  const char *clause = difference->clause ? difference->clause
                       : difference->type == ADREF_LANGUAGE_DIFFERENCE_HEADING
                           ? "the whole text"
                           : "a clause without an id or a number";
  if (difference->type == ADREF_LANGUAGE_DIFFERENCE_CLAUSE)
    return g_strdup_printf("%s: only in %s", clause,
                           difference->first ? first_language : second_language);
  if (difference->type == ADREF_LANGUAGE_DIFFERENCE_ORDER)
    return g_strdup_printf("%s: %s has another clause there, %s", clause, second_language,
                           difference->second);
  const char *noun = noun_of(difference);
  return g_strdup_printf(
      "%s: %s has %s%s, %s has %s%s%s", clause, first_language, difference->first ? noun : "",
      difference->first ? difference->first : "nothing", second_language,
      difference->second ? noun : "", difference->second ? difference->second : "nothing",
      difference->type == ADREF_LANGUAGE_DIFFERENCE_UNREAD
          ? "; it may stand there in words, which are not read in that language"
          : "");
}
