#include "exchange/clause_order.h"

/* Paragraphs and clauses between two headings, by index. */
typedef struct {
  GPtrArray *paragraphs; /* of AdrefIncomingParagraph: those that begin a clause */
  GPtrArray *clauses;    /* of const AdrefNode */
  guint unmatched;
} OrderMatcher;

static gboolean begins_clause(const AdrefIncomingParagraph *paragraph)
{
  return paragraph->kind >= ADREF_INCOMING_CHAPEAU && paragraph->kind != ADREF_INCOMING_MORE &&
         paragraph->kind != ADREF_INCOMING_SKIP;
}

static gboolean is_heading(const AdrefIncomingParagraph *paragraph)
{
  return paragraph->kind == ADREF_INCOMING_HEADING || paragraph->kind == ADREF_INCOMING_TITLE;
}

static AdrefIncomingKind kind_of(const AdrefNode *clause)
{
  return adref_incoming_kind_of_clause(clause->as.clause->kind);
}

static void pair(AdrefIncomingParagraph *paragraph, const AdrefNode *clause)
{
  paragraph->kind = kind_of(clause);
  g_free(paragraph->id);
  paragraph->id = g_strdup(clause->as.clause->id);
}

static void leave(OrderMatcher *self, AdrefIncomingParagraph *paragraph)
{
  self->unmatched++;
  if (!paragraph->is_marked)
    g_clear_pointer(&paragraph->id, g_free);
}

/* The paragraphs first to end of one part, and its clauses. */
static void match_part(OrderMatcher *self)
{
  gboolean equal = self->paragraphs->len == self->clauses->len;
  guint next = 0;
  for (guint i = 0; i < self->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = self->paragraphs->pdata[i];
    guint at = next;
    while (!equal && at < self->clauses->len &&
           kind_of(self->clauses->pdata[at]) != paragraph->kind)
      at++;
    if (at < self->clauses->len) {
      pair(paragraph, self->clauses->pdata[at]);
      next = at + 1;
    } else {
      leave(self, paragraph);
    }
  }
  g_ptr_array_set_size(self->paragraphs, 0);
  g_ptr_array_set_size(self->clauses, 0);
}

static guint count_headings(const AdrefIncomingText *incoming)
{
  guint n = 0;
  for (guint i = 0; i < incoming->paragraphs->len; i++)
    n += is_heading(incoming->paragraphs->pdata[i]) ? 1 : 0;
  return n;
}

static guint count_titles(const AdrefNode *document)
{
  guint n = 0;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    n += clause->as.clause->kind == ADREF_TITLE;
  return n;
}

/* Collects the clauses up to the next heading, and passes it. */
static const AdrefNode *collect_clauses(OrderMatcher *self, const AdrefNode *clause, gboolean parts,
                                        GHashTable *marked, const AdrefNode **heading)
{
  for (; clause; clause = clause->next) {
    gboolean title = clause->as.clause->kind == ADREF_TITLE;
    if (title && parts) {
      *heading = clause;
      return clause->next;
    }
    if (!title && !(clause->as.clause->id && g_hash_table_contains(marked, clause->as.clause->id)))
      g_ptr_array_add(self->clauses, (gpointer)(guintptr)clause);
  }
  return NULL;
}

static const AdrefNode *next_title(const AdrefNode *clause)
{
  while (clause && clause->as.clause->kind != ADREF_TITLE)
    clause = clause->next;
  return clause;
}

guint adref_clause_order_match(AdrefIncomingText *incoming, const AdrefNode *document)
{
  OrderMatcher matcher = {g_ptr_array_new(), g_ptr_array_new(), 0};
  g_autoptr(GHashTable) marked = g_hash_table_new(g_str_hash, g_str_equal);
  gboolean parts = count_headings(incoming) == count_titles(document);
  const AdrefNode *clause = document->first, *title = NULL;
  gboolean headings_seen = FALSE;
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->is_marked && paragraph->id && adref_clause_find(document, paragraph->id))
      g_hash_table_add(marked, paragraph->id);
  }
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (is_heading(paragraph) && parts) {
      const AdrefNode *heading = NULL;
      clause = collect_clauses(&matcher, clause, TRUE, marked, &heading);
      if (heading && !paragraph->id)
        paragraph->id = g_strdup(heading->as.clause->id);
      match_part(&matcher);
    } else if (is_heading(paragraph)) {
      title = next_title(title ? title->next : headings_seen ? NULL : document->first);
      headings_seen = TRUE;
      if (title && !paragraph->id)
        paragraph->id = g_strdup(title->as.clause->id);
    } else if (begins_clause(paragraph) &&
               !(paragraph->id && g_hash_table_contains(marked, paragraph->id))) {
      g_ptr_array_add(matcher.paragraphs, paragraph);
    }
  }
  collect_clauses(&matcher, clause, FALSE, marked, NULL);
  match_part(&matcher);
  g_ptr_array_unref(matcher.paragraphs);
  g_ptr_array_unref(matcher.clauses);
  return matcher.unmatched;
}
