#include "merge/nonspace.h"

#include "clause/labels/numbering.h"

static gboolean has_nonspace(const AdrefNode *node)
{
  return node->type == ADREF_TEXT || node->type == ADREF_CODE || node->type == ADREF_HTML ||
         (node->type == ADREF_CODE_BLOCK && node->text);
}

AdrefNonspaceWalk adref_nonspace_walk(const AdrefNode *root)
{
  return (AdrefNonspaceWalk){.walk = adref_walk(root)};
}

gboolean adref_nonspace_next(AdrefNonspaceWalk *self, AdrefNonspaceNode *nonspace)
{
  while (adref_walk_next(&self->walk)) {
    const AdrefNode *node = self->walk.node;
    if (node->type == ADREF_LINK)
      self->expects_number = self->walk.entering && adref_node_is_cross_reference(node);
    if (!self->walk.entering || !has_nonspace(node))
      continue;
    *nonspace = (AdrefNonspaceNode){.node = node};
    gsize start, end;
    if (self->expects_number && node->type == ADREF_TEXT &&
        adref_numbering_find(node->text, node->length, &start, &end)) {
      self->expects_number = FALSE;
      nonspace->start = start;
      nonspace->end = end;
    }
    return TRUE;
  }
  return FALSE;
}

static guint count_bytes(const char *text, gsize length)
{
  guint count = 0;
  for (gsize i = 0; i < length; i++)
    count += text[i] != ' ';
  return count;
}

guint adref_nonspace_count(const AdrefNonspaceNode *nonspace, gsize start, gsize length)
{
  const char *text = nonspace->node->text;
  gsize end = start + length;
  if (nonspace->end == 0 || nonspace->end <= start || nonspace->start >= end)
    return count_bytes(text + start, length);
  return count_bytes(text + start, nonspace->start - start) + 1 +
         count_bytes(text + nonspace->end, end - nonspace->end);
}

static void add_bytes(GString *out, const char *text, gsize length)
{
  gsize end = out->len;
  g_string_set_size(out, end + length);
  for (gsize i = 0; i < length; i++) {
    out->str[end] = text[i];
    end += text[i] != ' ';
  }
  g_string_truncate(out, end);
}

GString *adref_nonspace_text(const AdrefNode *root)
{
  GString *out = g_string_new(NULL);
  AdrefNonspaceNode nonspace;
  AdrefNonspaceWalk walk = adref_nonspace_walk(root);
  while (adref_nonspace_next(&walk, &nonspace)) {
    const AdrefNode *node = nonspace.node;
    add_bytes(out, node->text, nonspace.start);
    if (nonspace.end > 0)
      g_string_append_c(out, '0');
    add_bytes(out, node->text + nonspace.end, node->length - nonspace.end);
  }
  return out;
}

void adref_nonspace_mask_numbers(AdrefNode *root)
{
  AdrefNonspaceNode nonspace;
  AdrefNonspaceWalk walk = adref_nonspace_walk(root);
  while (adref_nonspace_next(&walk, &nonspace)) {
    if (nonspace.end == 0)
      continue;
    AdrefNode *node = walk.walk.node;
    char *masked =
        g_strdup_printf("%.*s0%s", (int)nonspace.start, node->text, node->text + nonspace.end);
    adref_node_take_text(node, masked, nonspace.start + 1 + node->length - nonspace.end);
  }
}
