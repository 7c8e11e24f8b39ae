#include "clause/link_target.h"

#include "clause/heading_slug.h"

struct AdrefLinkTargets {
  const AdrefNode *root;
  GHashTable *clauses;  /* id -> CLAUSE */
  GHashTable *headings; /* slug -> CLAUSE; NULL until one is looked up */
  GHashTable *former;   /* the same of the old text of a redline */
};

static void add_clauses(AdrefLinkTargets *self)
{
  for (AdrefNode *node = self->root->first; node; node = node->next) {
    char *id = node->as.clause->id;
    if (id && node->mark != ADREF_DELETED && !g_hash_table_contains(self->clauses, id))
      g_hash_table_insert(self->clauses, id, node);
  }
}

AdrefLinkTargets *adref_link_targets_new(const AdrefNode *root)
{
  AdrefLinkTargets *self = g_new0(AdrefLinkTargets, 1);
  self->root = root;
  self->clauses = g_hash_table_new(g_str_hash, g_str_equal);
  if (root->type == ADREF_DOCUMENT)
    add_clauses(self);
  return self;
}

void adref_link_targets_free(AdrefLinkTargets *self)
{
  if (!self)
    return;
  g_hash_table_unref(self->clauses);
  g_clear_pointer(&self->headings, g_hash_table_unref);
  g_clear_pointer(&self->former, g_hash_table_unref);
  g_free(self);
}

const AdrefNode *adref_link_targets_clause(const AdrefLinkTargets *self, const char *id)
{
  return g_hash_table_lookup(self->clauses, id);
}

static void read_headings(AdrefLinkTargets *self)
{
  if (self->headings || self->root->type != ADREF_DOCUMENT)
    return;
  self->headings = adref_heading_slugs(self->root, ADREF_DELETED);
  self->former = adref_heading_slugs(self->root, ADREF_INSERTED);
}

const AdrefNode *adref_link_targets_find(AdrefLinkTargets *self, const char *name)
{
  const AdrefNode *clause = adref_link_targets_clause(self, name);
  if (clause || self->root->type != ADREF_DOCUMENT)
    return clause;
  read_headings(self);
  clause = adref_heading_slugs_find(self->headings, name);
  return clause ? clause : adref_heading_slugs_find(self->former, name);
}

gboolean adref_link_targets_exist(AdrefLinkTargets *self)
{
  if (g_hash_table_size(self->clauses) > 0)
    return TRUE;
  if (self->root->type != ADREF_DOCUMENT || !self->root->as.outside_statement)
    return FALSE;
  read_headings(self);
  return g_hash_table_size(self->headings) > 0;
}
