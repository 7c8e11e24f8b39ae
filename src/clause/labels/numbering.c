#include "clause/labels/numbering.h"

#include <string.h>

#include "base/error.h"
#include "base/pattern.h"
#include "clause/labels/item_reference.h"
#include "clause/link_target.h"

const AdrefNumbering adref_numbering_default = {.operative = TRUE, .preambular = TRUE};

enum {
  MAX_SUFFIX = 1000000 /* "12n1000000" */
};

static const char *const suffixes[] = {"bis",     "ter",    "quater", "quinquies", "sexies",
                                       "septies", "octies", "novies", "decies"};

const char *adref_numbering_suffix(guint n)
{
  return n >= 2 && n - 2 < G_N_ELEMENTS(suffixes) ? suffixes[n - 2] : NULL;
}

gboolean adref_numbering_begins_with_suffix(const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS(suffixes); i++)
    if (g_str_has_prefix(words, suffixes[i]))
      return !g_unichar_isalpha(g_utf8_get_char(words + strlen(suffixes[i])));
  return FALSE;
}

char *adref_numbering_roman(guint n, gboolean capital)
{
  static const struct {
    guint value;
    const char *alphabetic;
  } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
               {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  GString *number = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
    for (; n >= steps[i].value; n -= steps[i].value)
      g_string_append(number, steps[i].alphabetic);
  if (capital)
    g_string_ascii_up(number);
  return g_string_free(number, FALSE);
}

guint adref_numbering_roman_value(const char *letters, gsize length)
{
  static const char digits[] = "ivxlcdm";
  static const guint values[] = {1, 5, 10, 50, 100, 500, 1000};
  guint number = 0, before = 0;
  for (gsize i = length; i-- > 0;) {
    const char *digit = strchr(digits, g_ascii_tolower(letters[i]));
    guint value = digit ? values[digit - digits] : 0;
    if (value == 0)
      return 0;
    number = value < before ? number - value : number + value;
    before = MAX(before, value);
  }
  g_autofree char *spelled = adref_numbering_roman(number, FALSE);
  return strlen(spelled) == length && g_ascii_strncasecmp(spelled, letters, length) == 0 ? number
                                                                                         : 0;
}

char *adref_numbering_letters(guint n)
{
  char reversed[8];
  guint length = 0;
  for (; n > 0; n = (n - 1) / 26)
    reversed[length++] = (char)('a' + (n - 1) % 26);
  GString *number = g_string_new(NULL);
  while (length > 0)
    g_string_append_c(number, reversed[--length]);
  return g_string_free(number, FALSE);
}

static gboolean is_operative(const AdrefNode *clause)
{
  return clause->as.clause->kind == ADREF_OP && !clause->as.clause->alt;
}

/* Whether another operative paragraph is in the same part of the text. */
static gboolean has_another_operative(const AdrefNode *clause)
{
  const AdrefNode *before = clause->prev, *after = clause->next;
  while (before && before->as.clause->kind != ADREF_ANNEX && !is_operative(before))
    before = before->prev;
  if (before && is_operative(before))
    return TRUE;
  while (after && after->as.clause->kind != ADREF_ANNEX && !is_operative(after))
    after = after->next;
  return after && is_operative(after);
}

static gboolean is_one_of_several(const AdrefNode *clause)
{
  return clause->as.clause->is_one_of_several || has_another_operative(clause);
}

void adref_numbering_keep_depths(AdrefNode *document)
{
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->kind == ADREF_OP)
      clause->as.clause->is_one_of_several = is_one_of_several(clause);
}

guint adref_numbering_list_depth(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  switch (facts->kind) {
  case ADREF_OP: return facts->number || !is_one_of_several(clause) ? 1 : 0;
  case ADREF_PP:
  case ADREF_PLAN_ITEM: return 1;
  case ADREF_PLAIN:
  case ADREF_TITLE:
  case ADREF_CHAPEAU:
  case ADREF_CLOSING:
  case ADREF_ANNEX: break;
  }
  return 0;
}

guint adref_numbering_lists_around(const AdrefNode *node)
{
  guint count = 0;
  for (node = node->parent; node; node = node->parent)
    count += node->type == ADREF_LIST && (node->as.list.ordered || node->as.list.labelled);
  return count;
}

char *adref_numbering_list_item(const AdrefNode *list, guint depth, guint n)
{
  enum {
    MAX_ROMAN = 4999
  };
  g_autofree char *word = NULL;
  if (list->as.list.parenthesis)
    return g_strdup_printf("%u)", n);
  if (depth % 3 == 0 || (depth % 3 == 2 && n > MAX_ROMAN))
    return g_strdup_printf("%u.", n);
  if (n == 0)
    return g_strdup("(0)");
  word = depth % 3 == 1 ? adref_numbering_letters(n) : adref_numbering_roman(n, FALSE);
  return g_strdup_printf("(%s)", word);
}

/* The same with what may be a suffix, "12 (11)". */
static gboolean find_whole(const char *words, gsize length, gsize *start, gsize *end)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new("[0-9]+(?:\\.[0-9]+)*(?: " ADREF_NUMBERING_SUFFIX_PATTERN
                                "\\b)*(?: \\([0-9]+\\))?",
                                FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  return adref_pattern_find(pattern, words, length, 0, start, end) == ADREF_PATTERN_MATCH_YES;
}

gboolean adref_numbering_find(const char *words, gsize length, gsize *start, gsize *end)
{
  if (!find_whole(words, length, start, end))
    return FALSE;
  const char *suffix = memchr(words + *start, '(', *end - *start);
  if (suffix)
    *end = (gsize)(suffix - words) - 1;
  return TRUE;
}

/* One series of numbers: of operative paragraphs, preambular paragraphs or items. */
typedef struct {
  guint count;       /* the last number, if no number of the series is frozen */
  char *base;        /* the last frozen number without its suffix, or NULL */
  guint suffix;      /* the last suffix behind `base`; 1: none */
  gboolean frozen;   /* a number of the series is frozen */
  GHashTable *taken; /* of char *: the numbers in use, as shown; NULL: none is frozen */
} Series;

typedef struct {
  const AdrefNumbering *numbering;
  Series operative, preambular, items;
  guint sections, headings;
  gboolean in_annex;
} NumberCounter;

static void series_clear(Series *series)
{
  g_free(series->base);
  g_clear_pointer(&series->taken, g_hash_table_unref);
  *series = (Series){0};
}

/* 2 for "bis", 11 for "n11"; 1 for no suffix or other letters. */
static guint read_suffix(const char *word)
{
  guint64 n;
  for (guint i = 0; i < G_N_ELEMENTS(suffixes); i++)
    if (strcmp(word, suffixes[i]) == 0)
      return i + 2;
  return *word == 'n' && g_ascii_string_to_unsigned(word + 1, 10, G_N_ELEMENTS(suffixes) + 2,
                                                    MAX_SUFFIX, &n, NULL)
             ? (guint)n
             : 1;
}

/* Splits "12bis" into the base "12" and the suffix 2; other letters are part of the base. */
static char *split_frozen(const char *frozen, guint *suffix)
{
  gsize digits = strspn(frozen, "0123456789.");
  *suffix = read_suffix(frozen + digits);
  return *suffix > 1 ? g_strndup(frozen, digits) : g_strdup(frozen);
}

static char *with_suffix(const char *base, guint suffix)
{
  if (suffix <= 1)
    return g_strdup(base);
  const char *word = adref_numbering_suffix(suffix);
  return word ? g_strdup_printf("%s %s", base, word) : g_strdup_printf("%s (%u)", base, suffix);
}

static char *frozen_number(const char *frozen)
{
  guint suffix;
  g_autofree char *base = split_frozen(frozen, &suffix);
  return with_suffix(base, suffix);
}

char *adref_numbering_frozen_form(const char *number)
{
  GString *frozen = g_string_new(g_str_has_prefix(number, "PP") ? number + 2 : number);
  g_string_replace(frozen, " (", "n", 0);
  g_string_replace(frozen, ")", "", 0);
  g_string_replace(frozen, " ", "", 0);
  return g_string_free(frozen, FALSE);
}

/* The base with the next suffix that no frozen clause has. */
static char *next_suffix(Series *series)
{
  char *number = with_suffix(series->base, ++series->suffix);
  while (g_hash_table_contains(series->taken, number)) {
    g_free(number);
    number = with_suffix(series->base, ++series->suffix);
  }
  g_hash_table_add(series->taken, g_strdup(number));
  return number;
}

/* A text has thousands of them, and printf is slow. */
static char *decimal(guint n)
{
  char digits[] = "4294967295", *first = digits + strlen(digits);
  do
    *--first = (char)('0' + n % 10);
  while ((n /= 10) > 0);
  return g_strdup(first);
}

static char *next_number(Series *series, const AdrefClause *clause)
{
  if (clause->frozen) {
    g_free(series->base);
    series->base = split_frozen(clause->frozen, &series->suffix);
    return with_suffix(series->base, series->suffix);
  }
  if (!series->frozen)
    return decimal(++series->count);
  if (!series->base) {
    series->base = g_strdup("0");
    series->suffix = 1;
  }
  return next_suffix(series);
}

static Series *series_of(NumberCounter *counter, AdrefClauseKind kind)
{
  if (kind == ADREF_OP)
    return &counter->operative;
  if (kind == ADREF_PP)
    return &counter->preambular;
  return kind == ADREF_PLAN_ITEM ? &counter->items : NULL;
}

static void take_number(Series *series, const char *frozen)
{
  if (!series->taken)
    series->taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add(series->taken, frozen_number(frozen));
  series->frozen = TRUE;
}

/* Examines the clauses up to the next annex: collects their frozen numbers and returns how many
 * operative paragraphs there are. */
static guint look_ahead(NumberCounter *counter, const AdrefNode *clause)
{
  guint operative = 0;
  for (; clause && clause->as.clause->kind != ADREF_ANNEX; clause = clause->next) {
    operative += clause->as.clause->kind == ADREF_OP && !clause->as.clause->alt;
    Series *series = series_of(counter, clause->as.clause->kind);
    if (series && clause->as.clause->frozen)
      take_number(series, clause->as.clause->frozen);
  }
  return operative;
}

/* Items are counted from 1 below each heading. A frozen number includes the heading's number. */
static char *item_number(NumberCounter *counter, const AdrefClause *clause)
{
  Series *items = &counter->items;
  if (items->frozen && !items->base && !clause->frozen && counter->headings > 0) {
    items->base = g_strdup_printf("%u.0", counter->headings);
    items->suffix = 1;
  }
  g_autofree char *number = next_number(items, clause);
  if (items->frozen || counter->headings == 0)
    return g_steal_pointer(&number);
  return g_strdup_printf("%u.%s", counter->headings, number);
}

static void count_heading(NumberCounter *counter, AdrefNode *node)
{
  gboolean section = node->first && node->first->as.level == 2;
  if (counter->numbering->sections && section)
    node->as.clause->number = adref_numbering_roman(++counter->sections, TRUE);
  counter->headings++;
  counter->items.count = 0;
  g_clear_pointer(&counter->items.base, g_free);
}

static void number_clause(NumberCounter *counter, AdrefNode *node, guint operative)
{
  AdrefClause *clause = node->as.clause;
  if (clause->kind == ADREF_TITLE) {
    count_heading(counter, node);
  } else if (clause->alt) {
    return;
  } else if (clause->kind == ADREF_OP) {
    gboolean wanted = counter->numbering->operative &&
                      (operative > 1 || counter->numbering->single_operative || clause->frozen);
    if (wanted)
      clause->number = next_number(&counter->operative, clause);
  } else if (clause->kind == ADREF_PP && counter->numbering->preambular) {
    g_autofree char *number = next_number(&counter->preambular, clause);
    clause->number = g_strconcat("PP", number, NULL);
  } else if (clause->kind == ADREF_PLAN_ITEM) {
    clause->number = item_number(counter, clause);
  }
}

static void counter_clear(NumberCounter *counter)
{
  series_clear(&counter->operative);
  series_clear(&counter->preambular);
  series_clear(&counter->items);
  counter->headings = 0;
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(NumberCounter, counter_clear)

static void number_clauses(AdrefNode *document, const AdrefNumbering *numbering)
{
  g_auto(NumberCounter) counter = {.numbering = numbering};
  guint operative = look_ahead(&counter, document->first);
  for (AdrefNode *node = document->first; node; node = node->next) {
    g_clear_pointer(&node->as.clause->number, g_free);
    if (node->as.clause->kind == ADREF_ANNEX) {
      counter_clear(&counter);
      operative = look_ahead(&counter, node->next);
    }
    number_clause(&counter, node, operative);
  }
}

static void number_alternatives(AdrefNode *document, const AdrefLinkTargets *targets,
                                GPtrArray *problems)
{
  g_autoptr(GHashTable) counts = g_hash_table_new(g_direct_hash, g_direct_equal);
  for (AdrefNode *node = document->first; node; node = node->next) {
    AdrefClause *clause = node->as.clause;
    if (!clause->alt)
      continue;
    const AdrefNode *named = adref_link_targets_clause(targets, clause->alt);
    const AdrefClause *replaced = named ? named->as.clause : NULL;
    if (!replaced || replaced->alt) {
      adref_problem(problems, node->line, node->column,
                    "alt=%s: no such clause; alt names the clause that this one would replace",
                    clause->alt);
      continue;
    }
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, replaced)) + 1;
    g_hash_table_insert(counts, (gpointer)(guintptr)replaced, GUINT_TO_POINTER(n));
    if (replaced->number && n == 1)
      clause->number = g_strdup_printf("%s alt", replaced->number);
    else if (replaced->number)
      clause->number = g_strdup_printf("%s alt (%u)", replaced->number, n);
  }
}

/* Whether the whole number would be found in words: "12", "12 bis" and "12 (11)", but not "12a" and
 * "12." */
static gboolean is_found_whole(const char *number)
{
  gsize start, end, length = strlen(number);
  if (strspn(number, "0123456789") == length)
    return length > 0;
  return find_whole(number, length, &start, &end) && start == 0 && end == length;
}

const char *adref_numbering_digits(const char *number)
{
  if (number && g_str_has_prefix(number, "PP"))
    number += 2;
  return number && is_found_whole(number) ? number : NULL;
}

/* "(2)" behind the number is an item, "paragraph 1 (2)", where the clause has no such suffix. */
static gboolean replace_number(AdrefNode *text, const char *number)
{
  gsize start, end;
  gboolean found = strchr(number, '(')
                       ? find_whole(text->text, text->length, &start, &end)
                       : adref_numbering_find(text->text, text->length, &start, &end);
  if (!found)
    return FALSE;
  GString *words = g_string_new_len(text->text, (gssize)start);
  g_string_append(words, number);
  g_string_append_len(words, text->text + end, (gssize)(text->length - end));
  gsize length = words->len;
  adref_node_take_text(text, g_string_free(words, FALSE), length);
  return TRUE;
}

static void write_reference(AdrefNode *link, const char *number)
{
  AdrefWalk walk = adref_walk(link);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_TEXT && replace_number(walk.node, number))
      return;
}

/* A link that names a heading by its words keeps its own: "Section 2" is no number of a clause. */
static void write_references(AdrefNode *document, AdrefLinkTargets *targets, GPtrArray *problems)
{
  g_autoptr(AdrefItemIndex) items = adref_item_index_new();
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    AdrefNode *link = walk.node;
    if (!walk.entering || !adref_node_is_cross_reference(link))
      continue;
    const char *name = link->as.link.url + 1;
    const AdrefNode *named = adref_link_targets_clause(targets, name);
    if (named && problems)
      adref_item_reference_check(items, link, named, problems);
    if (named && adref_numbering_digits(named->as.clause->number))
      write_reference(link, adref_numbering_digits(named->as.clause->number));
    else if (!named && !adref_link_targets_find(targets, name) && adref_link_targets_exist(targets))
      adref_problem(problems, link->line, link->column,
                    "the reference to #%s leads nowhere; no clause or heading has this id", name);
  }
  adref_problems_set_rule(problems, "cross-reference");
}

void adref_numbering_update_references(AdrefNode *document)
{
  g_autoptr(AdrefLinkTargets) targets = adref_link_targets_new(document);
  write_references(document, targets, NULL);
}

static void report_duplicates(const AdrefNode *document, GPtrArray *problems)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *node = document->first; node; node = node->next) {
    const AdrefClause *clause = node->as.clause;
    if (clause->kind == ADREF_ANNEX)
      g_hash_table_remove_all(seen);
    if (!clause->frozen || clause->alt)
      continue;
    char *key = g_strdup_printf("%s %s", adref_clause_kind_word(clause->kind), clause->frozen);
    if (!g_hash_table_add(seen, key))
      adref_problem(problems, node->line, node->column,
                    "the frozen number %s stands twice; a number names one clause", clause->frozen);
  }
}

void adref_numbering_apply(AdrefNode *document, const AdrefNumbering *numbering,
                           GPtrArray *problems)
{
  number_clauses(document, numbering);
  g_autoptr(AdrefLinkTargets) targets = adref_link_targets_new(document);
  number_alternatives(document, targets, problems);
  adref_problems_set_rule(problems, "marker");
  write_references(document, targets, problems);
  report_duplicates(document, problems);
  adref_problems_set_rule(problems, "frozen-number");
}
