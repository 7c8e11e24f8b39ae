#include "merge/reference_numbers.h"

#include "clause/labels/numbering.h"

void adref_reference_numbers_init(AdrefReferenceNumbers *references, const AdrefNode *document,
                                  const AdrefNode *other)
{
  *references = (AdrefReferenceNumbers){.documents = {document, other}};
}

void adref_reference_numbers_clear(AdrefReferenceNumbers *references)
{
  g_clear_pointer(&references->clauses[0], g_hash_table_unref);
  g_clear_pointer(&references->clauses[1], g_hash_table_unref);
}

static GHashTable *index_clauses(const AdrefNode *document)
{
  GHashTable *clauses = g_hash_table_new(g_str_hash, g_str_equal);
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    char *id = clause->as.clause->id;
    if (id && !g_hash_table_contains(clauses, id))
      g_hash_table_insert(clauses, id, clause);
  }
  return clauses;
}

static gboolean is_numbered_in(AdrefReferenceNumbers *self, guint i, const char *id)
{
  if (!self->clauses[i])
    self->clauses[i] = index_clauses(self->documents[i]);
  const AdrefNode *clause = g_hash_table_lookup(self->clauses[i], id);
  return clause && adref_numbering_digits(clause->as.clause->number);
}

static gboolean is_numbered(AdrefReferenceNumbers *self, const char *id)
{
  return self->documents[0] && is_numbered_in(self, 0, id) &&
         (!self->documents[1] || is_numbered_in(self, 1, id));
}

void adref_reference_numbers_visit(AdrefReferenceNumbers *self, const AdrefNode *node,
                                   gboolean entering)
{
  if (!adref_node_is_cross_reference(node))
    return;
  self->expects_number = entering && is_numbered(self, node->as.link.url + 1);
}

gboolean adref_reference_numbers_find(AdrefReferenceNumbers *self, const AdrefNode *text,
                                      gsize *start, gsize *end)
{
  if (!self->expects_number || !adref_numbering_find(text->text, text->length, start, end))
    return FALSE;
  self->expects_number = FALSE;
  return TRUE;
}
