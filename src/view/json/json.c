#include "view/json/json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "clause/inline_format.h"
#include "view/json/json_writer.h"
#include "view/open_counts.h"
#include "view/renderer.h"

enum {
  MAX_DEPTH = 100 /* of nodes; readers of JSON recurse two levels for each */
};

/* A node that is open, and what is written behind its children. */
typedef struct {
  gboolean has_list;       /* its children stand in a list */
  const char *url;         /* of a link; NULL: none */
  const AdrefNode *clause; /* to which a link leads; NULL: none */
  const GPtrArray *groups; /* positions; NULL: none */
} OpenNode;

typedef struct {
  AdrefJsonWriter writer;
  GHashTable *places; /* CLAUSE -> its index in the document, from 0 */
  GArray *open;       /* of OpenNode; the innermost is the last */
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

static OpenNode *innermost(const Json *out)
{
  return &g_array_index(out->open, OpenNode, out->open->len - 1);
}

static void put_flag(Json *out, const char *name, gboolean flag)
{
  adref_json_writer_name(&out->writer, name);
  adref_json_writer_flag(&out->writer, flag);
}

static void put_count(Json *out, const char *name, guint count)
{
  adref_json_writer_name(&out->writer, name);
  adref_json_writer_count(&out->writer, count);
}

static void put_alignments(Json *out, const char *alignments)
{
  static const char *const words[] = {['l'] = "left", ['c'] = "center", ['r'] = "right"};
  adref_json_writer_name(&out->writer, "alignments");
  adref_json_writer_begin_list(&out->writer);
  for (const char *p = alignments; *p; p++) {
    const char *word = *p == '-' ? NULL : words[(guchar)*p];
    if (word)
      adref_json_writer_string(&out->writer, word, strlen(word));
    else
      adref_json_writer_null(&out->writer);
  }
  adref_json_writer_end(&out->writer);
}

static void put_facts(Json *out, const AdrefNode *node)
{
  if (node->type == ADREF_HEADING) {
    put_count(out, "level", node->as.level);
  } else if (node->type == ADREF_LIST) {
    put_flag(out, "ordered", node->as.list.ordered);
    if (node->as.list.ordered)
      put_count(out, "start", node->as.list.start);
    if (node->as.list.parenthesis)
      put_flag(out, "parenthesis", TRUE);
  } else if (node->type == ADREF_ITEM && node->text) {
    adref_json_writer_member(&out->writer, "label", node->text);
  } else if (node->type == ADREF_ITEM && node->as.item.typed) {
    put_count(out, "number", node->as.item.number);
  } else if (node->type == ADREF_TABLE) {
    put_alignments(out, node->as.table.alignments);
  } else if (node->type == ADREF_CODE_BLOCK) {
    adref_json_writer_member(&out->writer, "info", node->as.info);
  } else if (node->type == ADREF_FORMAT) {
    adref_json_writer_member(&out->writer, "tag", adref_inline_format_tag(node->as.format));
  } else if (node->type == ADREF_NOTE) {
    adref_json_writer_member(&out->writer, "party", node->as.party);
  } else if (node->type == ADREF_BRACKET) {
    put_flag(out, "placeholder", node->as.placeholder);
  } else if (node->type == ADREF_BRACKET_EDGE) {
    adref_json_writer_member(&out->writer, "end", node->as.edge.opens ? "open" : "close");
  }
}

static void put_positions(Json *out, const GPtrArray *groups)
{
  AdrefJsonWriter *writer = &out->writer;
  adref_json_writer_name(writer, "positions");
  adref_json_writer_begin_list(writer);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    adref_json_writer_begin_object(writer);
    adref_json_writer_name(writer, "parties");
    adref_json_writer_begin_list(writer);
    for (char **code = position->parties; *code; code++)
      adref_json_writer_string(writer, *code, strlen(*code));
    adref_json_writer_end(writer);
    adref_json_writer_member(writer, "verb", adref_position_verb_word(position->verb));
    adref_json_writer_end(writer);
  }
  adref_json_writer_end(writer);
}

static void begin_children(Json *out, const char *name)
{
  adref_json_writer_name(&out->writer, name);
  adref_json_writer_begin_list(&out->writer);
  innermost(out)->has_list = TRUE;
}

/* Writes the words of a node that is too deep. */
static void put_words(Json *out, const AdrefNode *node)
{
  g_autofree char *words = adref_node_words(node);
  adref_json_writer_begin_object(&out->writer);
  adref_json_writer_member(&out->writer, "type", "text");
  adref_json_writer_member(&out->writer, "text", words);
  adref_json_writer_end(&out->writer);
}

static void enter(gpointer data, const AdrefNode *node)
{
  Json *out = data;
  if (out->below > 0 || out->open->len >= MAX_DEPTH) {
    if (out->below++ == 0)
      put_words(out, node);
    return;
  }
  OpenNode open = {0};
  adref_json_writer_begin_object(&out->writer);
  g_array_append_val(out->open, open);
  adref_json_writer_member(&out->writer, "type", names[node->type]);
  if (node->text && node->type != ADREF_ITEM) {
    adref_json_writer_name(&out->writer, "text");
    adref_json_writer_string(&out->writer, node->text, node->length);
  }
  if (members[node->type] && node->type != ADREF_CLAUSE)
    begin_children(out, members[node->type]);
}

static void leave(gpointer data, const AdrefNode *node)
{
  Json *out = data;
  if (out->below > 0) {
    out->below--;
    return;
  }
  OpenNode open = *innermost(out);
  if (open.has_list)
    adref_json_writer_end(&out->writer);
  put_facts(out, node);
  adref_json_writer_member(&out->writer, "url", open.url);
  if (open.clause)
    put_count(out, "clause", GPOINTER_TO_UINT(g_hash_table_lookup(out->places, open.clause)));
  if (open.groups)
    put_positions(out, open.groups);
  adref_json_writer_end(&out->writer);
  g_array_set_size(out->open, out->open->len - 1);
}

static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  Json *out = data;
  AdrefJsonWriter *writer = &out->writer;
  g_autofree char *words = adref_node_words(clause);
  adref_json_writer_member(writer, "kind", adref_clause_kind_word(clause->as.clause->kind));
  adref_json_writer_member(writer, "number", number ? clause->as.clause->number : NULL);
  adref_json_writer_member(writer, "text", words);
  adref_json_writer_member(writer, "id", facts ? facts->id : NULL);
  adref_json_writer_member(writer, "from", facts ? facts->from : NULL);
  adref_json_writer_member(writer, "alt", facts ? facts->alt : NULL);
  begin_children(out, "blocks");
}

static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  (void)node;
  Json *out = data;
  if (out->below > 0)
    return;
  innermost(out)->url = url;
  innermost(out)->clause = clause;
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  (void)node;
  Json *out = data;
  if (out->below == 0)
    innermost(out)->groups = groups;
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

static void put_clauses(Json *out, const AdrefNode *document, const AdrefViewOptions *options)
{
  guint n = 0;
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    g_hash_table_insert(out->places, clause, GUINT_TO_POINTER(n++));
  adref_json_writer_name(&out->writer, "clauses");
  adref_json_writer_begin_list(&out->writer);
  g_auto(AdrefRenderer) renderer = adref_renderer(document, options, &table, out);
  adref_renderer_run(&renderer, document);
  adref_json_writer_end(&out->writer);
}

void adref_json_set_string(json_t *object, const char *name, const char *string)
{
  if (string)
    json_object_set_new(object, name, json_string(string));
}

static void set_count(json_t *object, const char *name, guint count)
{
  json_object_set_new(object, name, json_integer(count));
}

static json_t *parties_of(const AdrefOpenCounts *counts, GHashTable *party_names)
{
  json_t *list = json_array();
  for (guint i = 0; i < counts->parties->len; i++) {
    const AdrefOpenCountsParty *party = adref_open_counts_party(counts, i);
    json_t *object = json_object();
    adref_json_set_string(object, "code", party->code);
    adref_json_set_string(object, "name",
                          party_names ? g_hash_table_lookup(party_names, party->code) : NULL);
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

static void put_head(AdrefJsonWriter *writer, const AdrefNode *document,
                     const AdrefViewOptions *options)
{
  static const char *const views[] = {"negotiating", "public", "clean"};
  g_autofree char *title = adref_view_title(document, options);
  adref_json_writer_member(writer, "title", title);
  adref_json_writer_member(writer, "language", options->language ? options->language : "en");
  adref_json_writer_member(writer, "view", views[options->view]);
  adref_json_writer_member(writer, "role", options->role);
  adref_json_writer_member(writer, "alternat", options->copy);
  adref_json_writer_member(writer, "part", options->part);
  adref_json_writer_member(writer, "version", options->version);
  adref_json_writer_member(writer, "date", options->date);
  adref_json_writer_member(writer, "hash", options->hash);
}

GString *adref_json_text(json_t *root)
{
  char *text = json_dumps(root, JSON_INDENT(2));
  GString *safe = g_string_sized_new(strlen(text) + 1);
  adref_json_writer_append_safe(safe, text, strlen(text));
  g_string_append_c(safe, '\n');
  free(text);
  json_decref(root);
  return safe;
}

GString *adref_json_write(const AdrefNode *document, const AdrefViewOptions *options)
{
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(document);
  g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(OpenNode));
  Json out = {.places = places, .open = open};
  adref_json_writer_init(&out.writer);
  adref_json_writer_begin_object(&out.writer);
  put_head(&out.writer, document, options);
  adref_json_writer_name(&out.writer, "open");
  adref_json_writer_value(&out.writer, open_of(counts));
  if (options->view == ADREF_VIEW_NEGOTIATING) {
    adref_json_writer_name(&out.writer, "parties");
    adref_json_writer_value(&out.writer, parties_of(counts, options->names));
  }
  put_clauses(&out, document, options);
  adref_json_writer_end(&out.writer);
  return adref_json_writer_finish(&out.writer);
}
