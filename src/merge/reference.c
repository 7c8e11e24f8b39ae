#include "merge/reference.h"

#include "clause/number.h"

void adref_references_init(AdrefReferences *references, const AdrefNode *document)
{
  *references = (AdrefReferences){.document = document};
}

void adref_references_clear(AdrefReferences *references)
{
  g_clear_pointer(&references->clauses, g_hash_table_unref);
}

static void index_clauses(AdrefReferences *self)
{
  self->clauses = g_hash_table_new(g_str_hash, g_str_equal);
  for (AdrefNode *clause = self->document->first; clause; clause = clause->next) {
    char *id = clause->as.clause->id;
    if (id && !g_hash_table_contains(self->clauses, id))
      g_hash_table_insert(self->clauses, id, clause);
  }
}

static gboolean is_numbered(AdrefReferences *self, const char *id)
{
  if (!self->document)
    return FALSE;
  if (!self->clauses)
    index_clauses(self);
  const AdrefNode *clause = g_hash_table_lookup(self->clauses, id);
  return clause && adref_number_spoken(clause->as.clause->number);
}

void adref_references_meet(AdrefReferences *self, const AdrefNode *node, gboolean entering)
{
  if (node->type != ADREF_LINK || node->as.link.url[0] != '#')
    return;
  self->waiting = entering && is_numbered(self, node->as.link.url + 1);
}

gboolean adref_references_find(AdrefReferences *self, const AdrefNode *text, gsize *start,
                               gsize *end)
{
  if (!self->waiting || !adref_number_find(text->text, text->length, start, end))
    return FALSE;
  self->waiting = FALSE;
  return TRUE;
}
