#include "view/json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "clause/inline_format.h"
#include "view/open_counts.h"
#include "view/renderer.h"

enum {
  MAX_DEPTH = 100 /* maximum depth of nodes; jansson recurses two levels for each */
};

typedef struct {
  GHashTable *places; /* CLAUSE -> its index in the document, from 0 */
  json_t *clauses;    /* receives finished clauses */
  GPtrArray *objects; /* json_t of the open nodes, borrowed; the innermost is the last */
  guint below;        /* number of open nodes that are too deep: they are left out */
} Json;

/* Names of node types; NULL: the type is not written. */
static const char *const names[ADREF_NODE_TYPES] = {
    [ADREF_HEADING] = "heading",
    [ADREF_PARAGRAPH] = "paragraph",
    [ADREF_LIST] = "list",
    [ADREF_ITEM] = "item",
    [ADREF_QUOTE] = "quote",
    [ADREF_CODE_BLOCK] = "code_block",
    [ADREF_RULE] = "rule",
    [ADREF_TABLE] = "table",
    [ADREF_TABLE_ROW] = "row",
    [ADREF_TABLE_CELL] = "cell",
    [ADREF_HTML] = "html",
    [ADREF_NOTE] = "note",
    [ADREF_TEXT] = "text",
    [ADREF_LINE_BREAK] = "line_break",
    [ADREF_CODE] = "code",
    [ADREF_EMPH] = "emph",
    [ADREF_STRONG] = "strong",
    [ADREF_LINK] = "link",
    [ADREF_IMAGE] = "image",
    [ADREF_FOOTNOTE] = "footnote",
    [ADREF_BRACKET] = "bracket",
    [ADREF_BRACKET_EDGE] = "edge",
    [ADREF_FOOTNOTE_TEXT] = "footnote_text",
    [ADREF_FORMAT] = "format",
    [ADREF_AD_REF] = "agreed",
};

/* The member that holds the children. */
static const char *const members[ADREF_NODE_TYPES] = {
    [ADREF_CLAUSE] = "blocks",        [ADREF_HEADING] = "children",
    [ADREF_PARAGRAPH] = "children",   [ADREF_LIST] = "children",
    [ADREF_ITEM] = "children",        [ADREF_QUOTE] = "children",
    [ADREF_EMPH] = "children",        [ADREF_STRONG] = "children",
    [ADREF_LINK] = "children",        [ADREF_TABLE] = "rows",
    [ADREF_TABLE_ROW] = "cells",      [ADREF_TABLE_CELL] = "children",
    [ADREF_IMAGE] = "children",       [ADREF_BRACKET] = "alternatives",
    [ADREF_ALTERNATIVE] = "children", [ADREF_FOOTNOTE_TEXT] = "children",
    [ADREF_FORMAT] = "children",
};

static json_t *innermost(const Json *out)
{
  return out->objects->len > 0 ? out->objects->pdata[out->objects->len - 1] : NULL;
}

static void set_string(json_t *object, const char *name, const char *string)
{
  if (string)
    json_object_set_new(object, name, json_string(string));
}

static void set_flag(json_t *object, const char *name, gboolean flag)
{
  json_object_set_new(object, name, json_boolean(flag));
}

static void set_count(json_t *object, const char *name, guint count)
{
  json_object_set_new(object, name, json_integer(count));
}

static json_t *new_object(const AdrefNode *node)
{
  json_t *object = json_object();
  set_string(object, "type", names[node->type]);
  if (node->text && node->type != ADREF_ITEM)
    json_object_set_new(object, "text", json_stringn(node->text, node->length));
  if (members[node->type] && node->type != ADREF_CLAUSE)
    json_object_set_new(object, members[node->type], json_array());
  return object;
}

static json_t *new_words(const AdrefNode *node)
{
  g_autofree char *words = adref_node_words(node);
  json_t *object = json_object();
  set_string(object, "type", "text");
  set_string(object, "text", words);
  return object;
}

/* Adds an object to the children of the innermost open node. */
static void add_object(const Json *out, const AdrefNode *parent, json_t *object)
{
  json_t *above = innermost(out);
  json_array_append_new(above ? json_object_get(above, members[parent->type]) : out->clauses,
                        object);
}

static void add_alignments(json_t *object, const char *alignments)
{
  static const char *const words[] = {['l'] = "left", ['c'] = "center", ['r'] = "right"};
  json_t *list = json_array();
  for (const char *p = alignments; *p; p++)
    json_array_append_new(list, *p == '-' ? json_null() : json_string(words[(guchar)*p]));
  json_object_set_new(object, "alignments", list);
}

static void add_facts(json_t *object, const AdrefNode *node)
{
  if (node->type == ADREF_HEADING) {
    set_count(object, "level", node->as.level);
  } else if (node->type == ADREF_LIST) {
    set_flag(object, "ordered", node->as.list.ordered);
    if (node->as.list.ordered)
      set_count(object, "start", node->as.list.start);
  } else if (node->type == ADREF_ITEM && node->text) {
    set_string(object, "label", node->text);
  } else if (node->type == ADREF_ITEM && node->as.item.typed) {
    set_count(object, "number", node->as.item.number);
  } else if (node->type == ADREF_TABLE) {
    add_alignments(object, node->as.table.alignments);
  } else if (node->type == ADREF_CODE_BLOCK) {
    set_string(object, "info", node->as.info);
  } else if (node->type == ADREF_FORMAT) {
    set_string(object, "tag", adref_inline_format_tag(node->as.format));
  } else if (node->type == ADREF_NOTE) {
    set_string(object, "party", node->as.party);
  } else if (node->type == ADREF_BRACKET) {
    set_flag(object, "placeholder", node->as.placeholder);
  } else if (node->type == ADREF_BRACKET_EDGE) {
    set_string(object, "end", node->as.edge.opens ? "open" : "close");
  }
}

static void enter(gpointer data, const AdrefNode *node)
{
  Json *out = data;
  if (out->below > 0 || out->objects->len >= MAX_DEPTH) {
    if (out->below++ == 0)
      add_object(out, node->parent, new_words(node));
    return;
  }
  json_t *object = new_object(node);
  add_facts(object, node);
  add_object(out, node->parent, object);
  g_ptr_array_add(out->objects, object);
}

static void leave(gpointer data, const AdrefNode *node)
{
  (void)node;
  Json *out = data;
  if (out->below > 0)
    out->below--;
  else
    g_ptr_array_set_size(out->objects, (gint)out->objects->len - 1);
}

static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  json_t *object = innermost(data);
  g_autofree char *words = adref_node_words(clause);
  set_string(object, "kind", adref_clause_kind_word(clause->as.clause->kind));
  set_string(object, "number", number ? clause->as.clause->number : NULL);
  set_string(object, "text", words);
  set_string(object, "id", facts ? facts->id : NULL);
  set_string(object, "from", facts ? facts->from : NULL);
  set_string(object, "alt", facts ? facts->alt : NULL);
  json_object_set_new(object, "blocks", json_array());
}

static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  (void)node;
  Json *out = data;
  if (out->below > 0)
    return;
  set_string(innermost(out), "url", url);
  if (clause)
    set_count(innermost(out), "clause", GPOINTER_TO_UINT(g_hash_table_lookup(out->places, clause)));
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  (void)node;
  Json *out = data;
  if (out->below > 0)
    return;
  json_t *list = json_array();
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    json_t *parties = json_array();
    for (char **code = position->parties; *code; code++)
      json_array_append_new(parties, json_string(*code));
    json_t *group = json_object();
    json_object_set_new(group, "parties", parties);
    set_string(group, "verb", adref_position_verb_word(position->verb));
    json_array_append_new(list, group);
  }
  json_object_set_new(innermost(out), "positions", list);
}

static const AdrefRendererTable table = {
    .nodes =
        {
            [ADREF_CLAUSE] = {enter, leave},      [ADREF_HEADING] = {enter, leave},
            [ADREF_PARAGRAPH] = {enter, leave},   [ADREF_LIST] = {enter, leave},
            [ADREF_ITEM] = {enter, leave},        [ADREF_QUOTE] = {enter, leave},
            [ADREF_CODE_BLOCK] = {enter, leave},  [ADREF_RULE] = {enter, leave},
            [ADREF_HTML] = {enter, leave},        [ADREF_NOTE] = {enter, leave},
            [ADREF_TEXT] = {enter, leave},        [ADREF_LINE_BREAK] = {enter, leave},
            [ADREF_TABLE] = {enter, leave},       [ADREF_TABLE_ROW] = {enter, leave},
            [ADREF_TABLE_CELL] = {enter, leave},  [ADREF_CODE] = {enter, leave},
            [ADREF_EMPH] = {enter, leave},        [ADREF_STRONG] = {enter, leave},
            [ADREF_LINK] = {enter, leave},        [ADREF_IMAGE] = {enter, leave},
            [ADREF_FOOTNOTE] = {enter, leave},    [ADREF_BRACKET] = {enter, leave},
            [ADREF_ALTERNATIVE] = {enter, leave}, [ADREF_BRACKET_EDGE] = {enter, leave},
            [ADREF_AD_REF] = {enter, leave},      [ADREF_FOOTNOTE_TEXT] = {enter, leave},
            [ADREF_FORMAT] = {enter, leave},
        },
    .label = label,
    .link = link_target,
    .positions = positions,
};

static json_t *clauses_of(const AdrefNode *document, const AdrefViewOptions *options)
{
  g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
  g_autoptr(GPtrArray) objects = g_ptr_array_new();
  guint n = 0;
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    g_hash_table_insert(places, clause, GUINT_TO_POINTER(n++));
  Json out = {.places = places, .clauses = json_array(), .objects = objects};
  g_auto(AdrefRenderer) renderer = adref_renderer(document, options, &table, &out);
  adref_renderer_run(&renderer, document);
  return out.clauses;
}

static json_t *parties_of(const AdrefOpenCounts *counts, GHashTable *party_names)
{
  json_t *list = json_array();
  for (guint i = 0; i < counts->parties->len; i++) {
    const AdrefOpenCountsParty *party = adref_open_counts_party(counts, i);
    json_t *object = json_object();
    set_string(object, "code", party->code);
    set_string(object, "name", party_names ? g_hash_table_lookup(party_names, party->code) : NULL);
    set_count(object, "brackets", party->brackets);
    set_count(object, "notes", party->notes);
    json_array_append_new(list, object);
  }
  return list;
}

static json_t *open_of(const AdrefOpenCounts *counts)
{
  json_t *object = json_object();
  set_count(object, "brackets", counts->brackets);
  set_count(object, "placeholders", counts->placeholders);
  set_count(object, "agreed", counts->agreed);
  return object;
}

static void add_head(json_t *root, const AdrefNode *document, const AdrefViewOptions *options)
{
  static const char *const views[] = {"negotiating", "public", "clean"};
  g_autofree char *title = adref_view_title(document, options);
  set_string(root, "title", title);
  set_string(root, "language", options->language ? options->language : "en");
  set_string(root, "view", views[options->view]);
  if (options->role)
    set_string(root, "role", options->role);
  if (options->copy)
    set_string(root, "alternat", options->copy);
  set_string(root, "part", options->part);
  set_string(root, "version", options->version);
  set_string(root, "date", options->date);
  set_string(root, "hash", options->hash);
}

/* Characters that a terminal may interpret and that jansson does not escape. They occur only in
 * strings, where an escape means the same. */
static gboolean is_dangerous(gunichar c)
{
  return (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

GString *adref_json_text(json_t *root)
{
  char *text = json_dumps(root, JSON_INDENT(2));
  GString *safe = g_string_sized_new(strlen(text) + 1);
  const char *from = text;
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    if (G_LIKELY((guchar)*at < 0x7F) || !is_dangerous(g_utf8_get_char(at)))
      continue;
    g_string_append_len(safe, from, at - from);
    g_string_append_printf(safe, "\\u%04X", g_utf8_get_char(at));
    from = g_utf8_next_char(at);
  }
  g_string_append(safe, from);
  g_string_append_c(safe, '\n');
  free(text);
  json_decref(root);
  return safe;
}

GString *adref_json_write(const AdrefNode *document, const AdrefViewOptions *options)
{
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(document);
  json_t *root = json_object();
  add_head(root, document, options);
  json_object_set_new(root, "open", open_of(counts));
  if (options->view == ADREF_VIEW_NEGOTIATING)
    json_object_set_new(root, "parties", parties_of(counts, options->names));
  json_object_set_new(root, "clauses", clauses_of(document, options));
  return adref_json_text(root);
}
