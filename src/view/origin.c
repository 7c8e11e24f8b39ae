#include "view/origin.h"

#include <string.h>

#include "clause/labels/numbering.h"
#include "view/renderer.h"

typedef struct {
  const AdrefOrigins *origins;
  GPtrArray *parts;
  const AdrefNode *clause, *block;
  GString *words;  /* of the open run */
  guint origin;    /* of the open run */
  GString *before; /* symbols that belong to the words after them */
  GArray *lists;   /* of guint: number of the next item of each open list */
} OriginWriter;

void adref_origin_free(AdrefOrigin *origin)
{
  if (!origin)
    return;
  g_free(origin->version);
  g_free(origin->day);
  g_free(origin->time);
  g_free(origin->author);
  g_free(origin->email);
  g_free(origin->party);
  g_free(origin->label);
  g_free(origin->subject);
  g_free(origin);
}

const char *adref_origin_who(const AdrefOrigin *origin)
{
  if (origin->party)
    return origin->party;
  return origin->author ? origin->author : "";
}

static void part_free(gpointer data)
{
  AdrefOriginWords *part = data;
  g_free(part->text);
  g_free(part);
}

static void end_part(OriginWriter *out)
{
  if (out->words->len > 0) {
    AdrefOriginWords *part = g_new0(AdrefOriginWords, 1);
    *part = (AdrefOriginWords){out->clause, out->block, g_strdup(out->words->str), out->origin};
    g_ptr_array_add(out->parts, part);
  }
  g_string_truncate(out->words, 0);
  out->origin = ADREF_NO_ORIGIN;
}

static void add_words(OriginWriter *out, const char *text, gsize length, guint origin)
{
  if (out->origin != ADREF_NO_ORIGIN && origin != out->origin)
    end_part(out);
  out->origin = origin;
  g_string_append_len(out->words, out->before->str, (gssize)out->before->len);
  g_string_append_len(out->words, text, (gssize)length);
  g_string_truncate(out->before, 0);
}

/* A symbol that belongs to the words before it. */
static void add_behind(OriginWriter *out, const char *symbol)
{
  g_string_append(out->before->len > 0 || out->words->len == 0 ? out->before : out->words, symbol);
}

static void add_before(OriginWriter *out, const char *symbol)
{
  g_string_append(out->before, symbol);
}

static void put_text(gpointer data, const AdrefNode *node)
{
  OriginWriter *out = data;
  const GArray *runs = g_hash_table_lookup(out->origins->runs, node);
  for (guint i = 0; runs && i < runs->len; i++) {
    const AdrefOriginRun *run = &g_array_index(runs, AdrefOriginRun, i);
    add_words(out, node->text + run->start, run->length, run->origin);
  }
  if (!runs)
    add_behind(out, node->text);
}

static void enter_block(gpointer data, const AdrefNode *node)
{
  ((OriginWriter *)data)->block = node;
}

static void leave_block(gpointer data, const AdrefNode *node)
{
  OriginWriter *out = data;
  (void)node;
  g_string_append_len(out->words, out->before->str, (gssize)out->before->len);
  g_string_truncate(out->before, 0);
  end_part(out);
}

static void put_raw(gpointer data, const AdrefNode *node)
{
  gboolean is_block = adref_node_is_block(node);
  if (is_block)
    enter_block(data, node);
  put_text(data, node);
  if (is_block)
    leave_block(data, node);
}

static void enter_clause(gpointer data, const AdrefNode *node)
{
  ((OriginWriter *)data)->clause = node;
}

static void enter_list(gpointer data, const AdrefNode *node)
{
  OriginWriter *out = data;
  guint first = node->as.list.start;
  g_array_append_val(out->lists, first);
}

static void leave_list(gpointer data, const AdrefNode *node)
{
  OriginWriter *out = data;
  (void)node;
  g_array_set_size(out->lists, out->lists->len - 1);
}

static void enter_item(gpointer data, const AdrefNode *node)
{
  OriginWriter *out = data;
  guint depth = out->clause ? adref_numbering_list_depth(out->clause) : 0;
  depth += adref_numbering_lists_around(node->parent);
  guint *number = &g_array_index(out->lists, guint, out->lists->len - 1);
  if (!node->parent->as.list.ordered) {
    add_before(out, node->text ? node->text : "-");
    add_before(out, " ");
    return;
  }
  *number = adref_item_number(node, *number);
  g_autofree char *mark = adref_numbering_list_item(node->parent, depth, (*number)++);
  add_before(out, mark);
  add_before(out, " ");
}

static void put_break(gpointer data, const AdrefNode *node)
{
  (void)node;
  add_behind(data, " ");
}

static void enter_cell(gpointer data, const AdrefNode *node)
{
  if (node->prev)
    add_behind(data, " | ");
}

static void put_footnote(gpointer data, const AdrefNode *node)
{
  add_behind(data, "^");
  add_behind(data, node->text);
}

static void put_ad_ref(gpointer data, const AdrefNode *node)
{
  (void)node;
  add_behind(data, " [Agreed ad ref]");
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  add_before(data, "[");
}

static void slash(gpointer data, const AdrefNode *node)
{
  (void)node;
  add_behind(data, " / ");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  add_behind(data, "]");
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  g_autofree char *words = adref_positions_text(groups);
  (void)node;
  add_behind(data, " - ");
  add_behind(data, words);
}

static const AdrefRendererTable table = {
    .nodes =
        {
            [ADREF_CLAUSE] = {enter_clause, NULL},
            [ADREF_HEADING] = {enter_block, leave_block},
            [ADREF_PARAGRAPH] = {enter_block, leave_block},
            [ADREF_TABLE_ROW] = {enter_block, leave_block},
            [ADREF_TABLE_CELL] = {enter_cell, NULL},
            [ADREF_LIST] = {enter_list, leave_list},
            [ADREF_ITEM] = {enter_item, NULL},
            [ADREF_CODE_BLOCK] = {put_raw, NULL},
            [ADREF_HTML] = {put_raw, NULL},
            [ADREF_TEXT] = {put_text, NULL},
            [ADREF_CODE] = {put_text, NULL},
            [ADREF_LINE_BREAK] = {put_break, NULL},
            [ADREF_FOOTNOTE] = {put_footnote, NULL},
            [ADREF_AD_REF] = {put_ad_ref, NULL},
        },
    .open = open_bracket,
    .slash = slash,
    .close = close_bracket,
    .positions = positions,
};

GPtrArray *adref_origin_words(const AdrefNode *root, const AdrefOrigins *origins,
                              const AdrefViewOptions *options)
{
  OriginWriter writer = {.origins = origins,
                         .parts = g_ptr_array_new_with_free_func(part_free),
                         .words = g_string_new(NULL),
                         .origin = ADREF_NO_ORIGIN,
                         .before = g_string_new(NULL),
                         .lists = g_array_new(FALSE, FALSE, sizeof(guint))};
  g_auto(AdrefRenderer) renderer = adref_renderer(root, options, &table, &writer);
  adref_renderer_run(&renderer, root);
  leave_block(&writer, NULL);
  g_string_free(writer.words, TRUE);
  g_string_free(writer.before, TRUE);
  g_array_unref(writer.lists);
  return writer.parts;
}
