#include "exchange/text/clause_order.h"

#include <string.h>

#include "base/error.h"
#include "clause/labels/item_label.h"
#include "exchange/paragraphs/opening_words.h"
#include "exchange/paragraphs/paragraph_face.h"
#include "exchange/text/order_alignment.h"

enum {
  LONGEST_DATE = 80 /* characters of a line of place and date */
};

typedef struct {
  GArray *paragraphs, *clauses; /* of AdrefOrderItem */
  GPtrArray *from;              /* of AdrefIncomingParagraph, by paragraph */
  GPtrArray *nodes;             /* of const AdrefNode, by clause */
  GHashTable *shared;           /* ids of markers that stand in both */
  GPtrArray *numbers;           /* of char *: those that were made here */
  GPtrArray *figures;           /* of GArray: likewise */
  GPtrArray *problems;
  guint unmatched;
} OrderMatcher;

static gboolean is_heading(const AdrefIncomingParagraph *paragraph)
{
  return paragraph->kind == ADREF_INCOMING_HEADING || paragraph->kind == ADREF_INCOMING_TITLE;
}

/* Ids that stand in markers of both. */
static GHashTable *shared_markers(const AdrefIncomingText *incoming, const AdrefNode *document)
{
  g_autoptr(GHashTable) known = adref_clause_ids(document);
  GHashTable *shared = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if ((paragraph->is_marked || is_heading(paragraph)) && paragraph->id &&
        g_hash_table_contains(known, paragraph->id))
      g_hash_table_add(shared, g_strdup(paragraph->id));
  }
  return shared;
}

/* --- what is compared --- */

/* Of the first block, or of the first item of a list. Caller frees. */
static char *first_words(const AdrefNode *clause)
{
  const AdrefNode *block = clause->first;
  while (block && (block->type == ADREF_LIST || block->type == ADREF_ITEM))
    block = block->first;
  return block ? adref_node_words(block) : g_strdup("");
}

static guint length_of(const AdrefNode *clause)
{
  g_autofree char *words = first_words(clause);
  return (guint)g_utf8_strlen(words, -1);
}

static int order_of_figures(gconstpointer a, gconstpointer b)
{
  guint64 first = *(const guint64 *)a, second = *(const guint64 *)b;
  return first < second ? -1 : first > second ? 1 : 0;
}

/* A sign between figures, "1,250" or "1 250": the number goes on with three of them. */
static gsize separator_length(const char *at)
{
  gsize length = *at && strchr(" ,.'", *at)             ? 1
                 : g_str_has_prefix(at, "\xC2\xA0")     ? 2
                 : g_str_has_prefix(at, "\xE2\x80\xAF") ? 3
                                                        : 0;
  const char *more = at + length;
  return length > 0 && strspn(more, "0123456789") == 3 ? length : 0;
}

/* The numbers in words, without the one that is typed before them; a decimal fraction is two. */
static GArray *figures_of(OrderMatcher *self, const char *words)
{
  GArray *figures = g_array_new(FALSE, FALSE, sizeof(guint64));
  g_ptr_array_add(self->figures, figures);
  gsize length = 0;
  g_autofree char *typed = adref_opening_number(words, &length);
  const char *at = typed ? words + length : words;
  while (*at) {
    guint64 number = 0;
    gint digit = g_unichar_digit_value(g_utf8_get_char(at));
    for (; digit >= 0; digit = g_unichar_digit_value(g_utf8_get_char(at))) {
      number = number * 10 + (guint64)digit;
      at = g_utf8_next_char(at);
      at += separator_length(at);
    }
    if (number > 0)
      g_array_append_val(figures, number);
    at = *at ? g_utf8_next_char(at) : at;
  }
  g_array_sort(figures, order_of_figures);
  return figures;
}

static guint count_blocks(const AdrefNode *clause)
{
  guint count = 0;
  for (const AdrefNode *block = clause->first; block; block = block->next)
    for (const AdrefNode *item = block->type == ADREF_LIST ? block->first : block; item;
         item = block->type == ADREF_LIST ? item->next : NULL)
      count++;
  return count;
}

/* A line of place and date stands in a clause as a chapeau or closing. */
static gboolean is_date(const AdrefNode *clause)
{
  AdrefClauseKind kind = clause->as.clause->kind;
  if (kind != ADREF_CHAPEAU || !clause->first || clause->first->next ||
      length_of(clause) > LONGEST_DATE)
    return FALSE;
  g_autofree char *words = adref_node_words(clause);
  const char *last = *words ? g_utf8_prev_char(words + strlen(words)) : words;
  return adref_opening_is(ADREF_OPENING_DATE, words) && !strstr(".;:!?,", last) &&
         !g_utf8_strchr("。；：、", -1, g_utf8_get_char(last));
}

/* The number that is typed before the words, else the counted one: nobody types that of a
 * preambular paragraph, "PP1". */
static const char *number_of(OrderMatcher *self, const AdrefNode *clause)
{
  const AdrefNode *block = clause->first;
  gsize length;
  char *typed = NULL;
  if (block && block->type == ADREF_LIST && block->as.list.ordered) {
    typed = g_strdup_printf("%u", adref_item_number(block->first, block->as.list.start));
  } else if (block && block->type == ADREF_PARAGRAPH) {
    g_autofree char *words = adref_node_words(block);
    typed = adref_opening_number(words, &length);
  }
  if (typed)
    g_ptr_array_add(self->numbers, typed);
  return typed || clause->as.clause->kind == ADREF_PP ? typed : clause->as.clause->number;
}

static void add_clause(OrderMatcher *self, const AdrefNode *clause)
{
  const char *id = clause->as.clause->id;
  AdrefOrderItem item = {.kind = adref_incoming_kind_of_clause(clause->as.clause->kind),
                         .length = length_of(clause)};
  g_autofree char *words = first_words(clause);
  item.figures = figures_of(self, words);
  item.blocks = count_blocks(clause);
  item.marker = id && g_hash_table_contains(self->shared, id) ? id : NULL;
  if (clause->first && clause->first->type == ADREF_HEADING)
    item.level = clause->first->as.level;
  if (is_date(clause))
    item.kind = ADREF_INCOMING_DATE;
  else if (clause->as.clause->kind != ADREF_TITLE)
    item.number = number_of(self, clause);
  g_array_append_val(self->clauses, item);
  g_ptr_array_add(self->nodes, (gpointer)(guintptr)clause);
}

static gboolean is_shared(const OrderMatcher *self, const AdrefIncomingParagraph *paragraph)
{
  return (paragraph->is_marked || is_heading(paragraph)) && paragraph->id &&
         g_hash_table_contains(self->shared, paragraph->id);
}

/* "第一条", "Article 5": words that are a label and no more. */
static gboolean is_lone_label(const char *words)
{
  g_autofree char *with_words = g_strconcat(words, " x", NULL);
  return adref_opening_number_length(with_words) == strlen(words) + 1;
}

/* "1" of 第一条; NULL: it has more numbers than one. */
static const char *number_of_label(OrderMatcher *self, const char *words)
{
  AdrefItemLabel label = adref_item_label_read(words, strlen(words));
  if (label.length == 0 || label.count != 1)
    return NULL;
  g_ptr_array_add(self->numbers, g_strdup_printf("%u", label.numbers[0]));
  return self->numbers->pdata[self->numbers->len - 1];
}

static void add_paragraph(OrderMatcher *self, AdrefIncomingParagraph *paragraph)
{
  AdrefOrderItem item = {.kind = paragraph->kind,
                         .is_firm = paragraph->is_heading,
                         .is_label = !paragraph->is_heading && is_lone_label(paragraph->words),
                         .level = paragraph->level,
                         .marker = is_shared(self, paragraph) ? paragraph->id : NULL,
                         .number = paragraph->number,
                         .length = length_of(paragraph->content)};
  g_autofree char *words = first_words(paragraph->content);
  item.figures = figures_of(self, words);
  item.is_note = adref_paragraph_is_note(paragraph->content);
  if (item.is_label)
    item.number = number_of_label(self, paragraph->words);
  g_array_append_val(self->paragraphs, item);
  g_ptr_array_add(self->from, paragraph);
}

static void collect(OrderMatcher *self, const AdrefIncomingText *incoming,
                    const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    add_clause(self, clause);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->kind != ADREF_INCOMING_SKIP)
      add_paragraph(self, paragraph);
  }
}

/* --- what was found --- */

/* "op ports (paragraph 4)", "heading \"Ports\"". Caller frees. */
static char *name_of(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  if (facts->kind != ADREF_TITLE)
    return g_strdup_printf("%s %s", adref_clause_kind_word(facts->kind),
                           facts->id ? facts->id : "without id");
  g_autofree char *words = adref_node_words(clause);
  return g_strdup_printf("heading \"%s\"", words);
}

static void pair(OrderMatcher *self, AdrefIncomingParagraph *paragraph, guint at)
{
  const AdrefNode *clause = self->nodes->pdata[at];
  const char *number = g_array_index(self->clauses, AdrefOrderItem, at).number;
  AdrefIncomingKind kind = adref_incoming_kind_of_clause(clause->as.clause->kind);
  gboolean headed = kind == ADREF_INCOMING_ANNEX &&
                    (is_heading(paragraph) || paragraph->kind == ADREF_INCOMING_ANNEX);
  if (kind == ADREF_INCOMING_HEADING && !paragraph->is_heading)
    paragraph->level = clause->first ? clause->first->as.level : 2;
  else if (kind != ADREF_INCOMING_HEADING && !headed)
    paragraph->level = 0;
  if (paragraph->kind != ADREF_INCOMING_TITLE)
    paragraph->kind = kind;
  g_free(paragraph->id);
  paragraph->id = g_strdup(clause->as.clause->id);
  if (number && paragraph->number && strcmp(number, paragraph->number) != 0) {
    g_autofree char *name = name_of(clause);
    adref_problem(self->problems, paragraph->line, 1,
                  "the number %s is typed here, and %s for the same clause in the first language, "
                  "%s",
                  paragraph->number, number, name);
  }
}

static void leave(OrderMatcher *self, AdrefIncomingParagraph *paragraph)
{
  if (is_shared(self, paragraph))
    return; /* its clause stands elsewhere */
  self->unmatched++;
  if (!paragraph->is_marked)
    g_clear_pointer(&paragraph->id, g_free);
  adref_problem(self->problems, paragraph->line, 1, "%s stands for no %s of the first language",
                is_heading(paragraph) ? "this heading" : "this paragraph",
                is_heading(paragraph) ? "heading" : "clause");
}

/* `surplus`: the clause has fewer paragraphs in the first language. */
static void join(OrderMatcher *self, AdrefIncomingParagraph *paragraph, gboolean surplus)
{
  if (paragraph->kind != ADREF_INCOMING_MORE && surplus)
    adref_problem_hint(
        self->problems, paragraph->line, 1,
        "this paragraph goes on with the clause above, which has fewer paragraphs in the first "
        "language");
  paragraph->kind = ADREF_INCOMING_MORE;
  paragraph->level = 0;
  g_clear_pointer(&paragraph->id, g_free);
}

/* Clauses for which no paragraph stands, up to the clause `until`. */
static void report_missing(OrderMatcher *self, guint *next, guint until, guint line)
{
  for (; *next < until; (*next)++) {
    if (g_array_index(self->clauses, AdrefOrderItem, *next).marker)
      continue;
    g_autofree char *name = name_of(self->nodes->pdata[*next]);
    adref_problem(self->problems, line, 1,
                  "before this line nothing stands for the %s of the first language", name);
  }
}

static void take_matches(OrderMatcher *self, const guint *matches)
{
  guint next = 0, line = 1, joined = 0;
  for (guint i = 0; i < self->from->len; i++) {
    AdrefIncomingParagraph *paragraph = self->from->pdata[i];
    line = MAX(paragraph->line, 1);
    if (matches[i] == ADREF_ORDER_GOES_ON) {
      joined++;
      join(self, paragraph,
           next == 0 || joined >= g_array_index(self->clauses, AdrefOrderItem, next - 1).blocks);
    } else if (matches[i] == ADREF_ORDER_NONE) {
      leave(self, paragraph);
    } else {
      report_missing(self, &next, matches[i], line);
      pair(self, paragraph, matches[i]);
      next = matches[i] + 1;
      joined = 0;
    }
  }
  report_missing(self, &next, self->nodes->len, line + 1);
}

static void free_figures(gpointer figures)
{
  g_array_unref(figures);
}

guint adref_clause_order_match(AdrefIncomingText *incoming, const AdrefNode *document,
                               GPtrArray *problems)
{
  OrderMatcher matcher = {.paragraphs = g_array_new(FALSE, FALSE, sizeof(AdrefOrderItem)),
                          .clauses = g_array_new(FALSE, FALSE, sizeof(AdrefOrderItem)),
                          .from = g_ptr_array_new(),
                          .nodes = g_ptr_array_new(),
                          .shared = shared_markers(incoming, document),
                          .numbers = g_ptr_array_new_with_free_func(g_free),
                          .figures = g_ptr_array_new_with_free_func(free_figures),
                          .problems = problems};
  collect(&matcher, incoming, document);
  g_autofree guint *matches = g_new(guint, matcher.from->len + 1);
  adref_order_align((const AdrefOrderItem *)matcher.paragraphs->data, matcher.paragraphs->len,
                    (const AdrefOrderItem *)matcher.clauses->data, matcher.clauses->len, matches);
  take_matches(&matcher, matches);
  g_array_unref(matcher.paragraphs);
  g_array_unref(matcher.clauses);
  g_ptr_array_unref(matcher.from);
  g_ptr_array_unref(matcher.nodes);
  g_hash_table_unref(matcher.shared);
  g_ptr_array_unref(matcher.numbers);
  g_ptr_array_unref(matcher.figures);
  return matcher.unmatched;
}
