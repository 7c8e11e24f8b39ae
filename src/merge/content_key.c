#include "merge/content_key.h"

#include <string.h>

#include "base/string_append.h"
#include "clause/labels/enumerator.h"
#include "clause/proposals/translation_to_come.h"

static void add_byte(GString *key, guint byte)
{
  g_string_append_c(key, (char)byte);
}

static void add_string(GString *key, const char *string)
{
  g_string_append_len(key, string, (gssize)strlen(string) + 1);
}

static void add_number(GString *key, guint number)
{
  g_string_append_len(key, (const char *)&number, sizeof number);
}

static void add_positions(GString *key, const GPtrArray *groups, gboolean stop)
{
  g_autofree char *text = adref_positions_text(groups);
  add_string(key, text);
  add_byte(key, (groups != NULL) + 2u * (stop != 0));
}

/* Words that are to come may be any: such a clause is the one with its id, and no other. */
static void add_clause(GString *key, const AdrefNode *clause)
{
  if (clause->as.clause->id && adref_translation_to_come_is_all(clause))
    g_string_append(key, clause->as.clause->id);
}

static void add_attributes(GString *key, const AdrefNode *node)
{
  switch (node->type) {
  case ADREF_HEADING: add_number(key, node->as.level); return;
  case ADREF_LIST:
    add_byte(key, (node->as.list.ordered != 0) + 2u * (node->as.list.tight != 0) +
                      4u * (node->as.list.labelled != 0) + 8u * (node->as.list.parenthesis != 0));
    add_number(key, node->as.list.start);
    return;
  case ADREF_ITEM:
    add_byte(key, node->as.item.typed != 0);
    add_number(key, node->as.item.number);
    return;
  case ADREF_CODE_BLOCK: add_string(key, node->as.info); return;
  case ADREF_TABLE: add_string(key, node->as.table.alignments); return;
  case ADREF_NOTE: add_string(key, node->as.party); return;
  case ADREF_LINK:
  case ADREF_IMAGE:
    add_string(key, node->as.link.url);
    add_string(key, node->as.link.title);
    return;
  case ADREF_TEXT: add_byte(key, node->as.literal != 0); return;
  case ADREF_FORMAT: add_byte(key, node->as.format); return;
  case ADREF_BRACKET: add_byte(key, node->as.placeholder != 0); return;
  case ADREF_ALTERNATIVE:
    add_positions(key, node->as.positions.groups, node->as.positions.stop);
    return;
  case ADREF_BRACKET_EDGE:
    add_byte(key, node->as.edge.opens != 0);
    add_positions(key, node->as.edge.groups, node->as.edge.stop);
    return;
  case ADREF_CLAUSE: add_clause(key, node); return;
  case ADREF_DOCUMENT:
  case ADREF_PARAGRAPH:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT:
  case ADREF_RULE:
  case ADREF_TABLE_ROW:
  case ADREF_TABLE_CELL:
  case ADREF_HTML:
  case ADREF_COMMENT:
  case ADREF_LINE_BREAK:
  case ADREF_CODE:
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_PASSAGE:
  case ADREF_FOOTNOTE:
  case ADREF_AD_REF: return;
  }
}

static void add_text(GString *key, const AdrefNode *node, AdrefReferenceNumbers *references)
{
  gsize start, end;
  if (node->type == ADREF_TEXT && references &&
      adref_reference_numbers_find(references, node, &start, &end)) {
    g_string_append_len(key, node->text, (gssize)start);
    add_byte(key, 0xFE); /* a byte that occurs in no text */
    g_string_append_len(key, node->text + end, (gssize)(node->length - end));
  } else {
    adref_string_append(key, node->text, node->length);
  }
  add_byte(key, 0);
}

static void add_node(GString *key, const AdrefNode *node, AdrefReferenceNumbers *references)
{
  add_byte(key, node->type + 1);
  add_attributes(key, node);
  if (node->text)
    add_text(key, node, references);
}

void adref_content_key_append(GString *key, const AdrefNode *root,
                              AdrefReferenceNumbers *references)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    if (references)
      adref_reference_numbers_visit(references, walk.node, walk.entering);
    if (walk.entering)
      add_node(key, walk.node, references);
    else
      add_byte(key, 0xFF);
  }
}

GBytes *adref_content_key_new(const AdrefNode *root, AdrefReferenceNumbers *references)
{
  GString *key = g_string_new(NULL);
  adref_content_key_append(key, root, references);
  return g_string_free_to_bytes(key);
}

/* An item as if it had neither a typed number nor a label. */
static void add_unnumbered_item(GString *key, const AdrefNode *item)
{
  add_byte(key, item->type + 1);
  add_byte(key, item->text != NULL);
  add_number(key, 0);
}

gboolean adref_content_key_append_unnumbered(GString *key, const AdrefNode *root,
                                             AdrefReferenceNumbers *references)
{
  gboolean numbered = FALSE;
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    adref_reference_numbers_visit(references, node, walk.entering);
    gsize before = key->len;
    gboolean typed = node->type == ADREF_ITEM && (node->text || node->as.item.typed);
    numbered |= typed;
    if (walk.entering && typed)
      add_unnumbered_item(key, node);
    else if (walk.entering)
      add_node(key, node, references);
    else
      add_byte(key, 0xFF);
    gsize number = walk.entering && node->type == ADREF_TEXT && !node->prev
                       ? adref_enumerator_of(node->parent)
                       : 0;
    if (number > 0)
      g_string_erase(key, (gssize)before + 2,
                     (gssize)number); /* after the type and the flag "literal" */
    numbered |= number > 0;
  }
  return numbered;
}

gboolean adref_content_key_equal_nodes(const AdrefNode *first, const AdrefNode *second)
{
  if (first->type != second->type)
    return FALSE;
  g_autoptr(GString) one = g_string_new(NULL), two = g_string_new(NULL);
  add_node(one, first, NULL);
  add_node(two, second, NULL);
  return g_string_equal(one, two);
}
