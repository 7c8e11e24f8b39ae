#include <jansson.h>
#include <string.h>

#include "language/word_table.h"
#include "view/json/json.h"
#include "view/json/json_list.h"
#include "view/redline.h"
#include "view/renderer.h"
#include "view/review.h"

/* The state of the output. */
typedef struct {
  json_t *blocks; /* of the open clause, borrowed */
  json_t *block;  /* the open block, borrowed; NULL: none */
  json_t *runs;   /* of the open block, borrowed; NULL: none */
  GString *run;
  AdrefChangeMark run_mark; /* of `run` */
  AdrefChangeMark mark;     /* of the words that follow */
} ReviewJson;

static const char *const mark_words[] = {
    [ADREF_KEPT] = "kept",           [ADREF_DELETED] = "deleted", [ADREF_INSERTED] = "inserted",
    [ADREF_UNWRAPPED] = "unwrapped", [ADREF_WRAPPED] = "wrapped",
};

/* Leaf blocks; NULL: other types. */
static const char *const block_words[ADREF_NODE_TYPES] = {
    [ADREF_HEADING] = "heading", [ADREF_PARAGRAPH] = "paragraph", [ADREF_CODE_BLOCK] = "code_block",
    [ADREF_RULE] = "rule",       [ADREF_HTML] = "html",           [ADREF_COMMENT] = "comment",
    [ADREF_NOTE] = "note",       [ADREF_TABLE_CELL] = "cell",
};

static void set_count(json_t *object, const char *name, guint count)
{
  json_object_set_new(object, name, json_integer(count));
}

/* --- words --- */

static void end_run(ReviewJson *out)
{
  if (out->run->len == 0 || !out->runs)
    return;
  json_t *run = json_object();
  adref_json_set_string(run, "mark", mark_words[out->run_mark]);
  json_object_set_new(run, "text", json_stringn(out->run->str, out->run->len));
  json_array_append_new(out->runs, run);
  g_string_truncate(out->run, 0);
}

static void add_text(ReviewJson *out, const char *text, gsize length)
{
  if (out->mark != out->run_mark)
    end_run(out);
  out->run_mark = out->mark;
  g_string_append_len(out->run, text, (gssize)length);
}

static void put_symbol(gpointer data, const char *text)
{
  add_text(data, text, strlen(text));
}

/* What an output shows of layout that changed is no word of a text. */
static void put_layout(gpointer data, const char *text)
{
  ReviewJson *out = data;
  if (!out->block)
    return;
  json_t *list = json_object_get(out->block, "layout"), *symbol = json_object();
  if (!list)
    json_object_set_new(out->block, "layout", list = json_array());
  g_autofree char *words = g_strstrip(g_strdup(text));
  adref_json_set_string(symbol, "mark", mark_words[out->mark]);
  adref_json_set_string(symbol, "text", words);
  json_array_append_new(list, symbol);
}

static void begin_change(gpointer data, AdrefChangeMark mark)
{
  ((ReviewJson *)data)->mark = mark;
}

static void end_change(gpointer data, AdrefChangeMark mark)
{
  (void)mark;
  ((ReviewJson *)data)->mark = ADREF_KEPT;
}

static void enter_block(gpointer data, const AdrefNode *node)
{
  ReviewJson *out = data;
  json_t *block = json_object(), *runs = json_array();
  end_run(out);
  adref_json_set_string(block, "type", block_words[node->type]);
  adref_json_set_string(block, "mark", mark_words[node->mark]);
  if (node->type == ADREF_HEADING)
    set_count(block, "level", node->as.level);
  json_object_set_new(block, "runs", runs);
  json_array_append_new(out->blocks, block);
  out->block = block;
  out->runs = runs;
}

static void leave_block(gpointer data, const AdrefNode *node)
{
  (void)node;
  ReviewJson *out = data;
  end_run(out);
  out->runs = NULL;
  out->block = NULL;
}

/* Notes, comments and raw HTML can be blocks or inlines. */
static void enter_text(gpointer data, const AdrefNode *node)
{
  gboolean is_block = adref_node_is_block(node) && block_words[node->type];
  if (is_block)
    enter_block(data, node);
  if (node->text)
    add_text(data, node->text, node->length);
  if (is_block)
    leave_block(data, node);
}

static void enter_break(gpointer data, const AdrefNode *node)
{
  (void)node;
  add_text(data, "\n", 1);
}

static void enter_agreed(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_symbol(data, " [Agreed ad ref]");
}

static void enter_footnote(gpointer data, const AdrefNode *node)
{
  ReviewJson *out = data;
  const AdrefNode *was = adref_change_old_node(node);
  g_autofree char *mark = g_strdup_printf("[^%s]", node->text);
  if (was) {
    g_autofree char *before = g_strdup_printf("[^%s]", was->text);
    out->mark = ADREF_DELETED;
    put_symbol(out, before);
    out->mark = ADREF_INSERTED;
  }
  put_symbol(out, mark);
  out->mark = was ? ADREF_KEPT : out->mark;
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_symbol(data, "[");
}

static void slash(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_symbol(data, " / ");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_symbol(data, "]");
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  (void)node;
  g_autofree char *text = adref_positions_text(groups);
  g_autofree char *words = g_strconcat(" - ", text, NULL);
  put_symbol(data, words);
}

static const AdrefRendererTable table = {
    .nodes =
        {
            [ADREF_HEADING] = {enter_block, leave_block},
            [ADREF_PARAGRAPH] = {enter_block, leave_block},
            [ADREF_TABLE_CELL] = {enter_block, leave_block},
            [ADREF_CODE_BLOCK] = {enter_text, NULL},
            [ADREF_RULE] = {enter_text, NULL},
            [ADREF_HTML] = {enter_text, NULL},
            [ADREF_COMMENT] = {enter_text, NULL},
            [ADREF_NOTE] = {enter_text, NULL},
            [ADREF_TEXT] = {enter_text, NULL},
            [ADREF_CODE] = {enter_text, NULL},
            [ADREF_LINE_BREAK] = {enter_break, NULL},
            [ADREF_FOOTNOTE] = {enter_footnote, NULL},
            [ADREF_AD_REF] = {enter_agreed, NULL},
        },
    .open = open_bracket,
    .slash = slash,
    .close = close_bracket,
    .positions = positions,
    .begin = begin_change,
    .end = end_change,
    .symbol = put_layout,
    .piece = put_symbol,
};

/* --- facts --- */

static json_t *findings_of(const GPtrArray *findings)
{
  json_t *list = json_array();
  for (guint i = 0; findings && i < findings->len; i++) {
    const AdrefFinding *finding = findings->pdata[i];
    json_t *object = json_object();
    adref_json_set_string(object, "class", adref_change_class_word(finding->class));
    adref_json_set_string(object, "old", finding->old);
    adref_json_set_string(object, "new", finding->new);
    adref_json_set_string(object, "shift", adref_shift_word(finding->shift));
    json_array_append_new(list, object);
  }
  return list;
}

static void set_facts(json_t *object, AdrefClauseKind kind, const char *id, const char *number)
{
  adref_json_set_string(object, "kind", adref_clause_kind_word(kind));
  adref_json_set_string(object, "id", id);
  adref_json_set_string(object, "number", number);
}

static void set_old_facts(json_t *object, const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  const AdrefChange *change = facts->change;
  const AdrefClause *old = change && change->marker ? change->marker->as.clause : facts;
  json_t *was = json_object();
  set_facts(was, old->kind, old->id, change ? change->number : facts->number);
  json_object_set_new(object, "old", was);
}

static void set_change(json_t *object, const AdrefNode *clause, GHashTable *places)
{
  const AdrefChange *change = clause->as.clause->change;
  g_autofree char *what = adref_redline_describe(clause, NULL);
  AdrefChangeType type = change ? change->type : ADREF_CHANGE_NONE;
  adref_json_set_string(object, "change", adref_change_word(type));
  adref_json_set_string(object, "what", what);
  gboolean modified = type == ADREF_CHANGE_MODIFIED || (change && change->modified);
  json_object_set_new(object, "modified", json_boolean(modified));
  set_count(object, "deleted", change ? change->deleted : 0);
  set_count(object, "inserted", change ? change->inserted : 0);
  if (change && change->other)
    set_count(object, "other", GPOINTER_TO_UINT(g_hash_table_lookup(places, change->other)));
  json_object_set_new(object, "matters", findings_of(change ? change->findings : NULL));
}

static json_t *clause_of(const AdrefRenderer *renderer, const AdrefNode *clause, GHashTable *places)
{
  ReviewJson *out = renderer->out;
  const AdrefClause *facts = clause->as.clause;
  json_t *object = json_object(), *blocks = json_array();
  gboolean is_gone = clause->mark == ADREF_DELETED && !facts->number && facts->change;
  set_change(object, clause, places);
  set_facts(object, facts->kind, facts->id, is_gone ? facts->change->number : facts->number);
  if (clause->mark == ADREF_KEPT)
    set_old_facts(object, clause);
  json_object_set_new(object, "blocks", blocks);
  out->blocks = blocks;
  adref_renderer_run(renderer, clause);
  return object;
}

static json_t *clauses_of(const AdrefNode *redline, const AdrefViewOptions *options)
{
  g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
  guint n = 0;
  for (AdrefNode *clause = redline->first; clause; clause = clause->next)
    g_hash_table_insert(places, clause, GUINT_TO_POINTER(n++));
  ReviewJson out = {.run = g_string_new(NULL)};
  g_auto(AdrefRenderer) renderer = adref_renderer(redline, options, &table, &out);
  json_t *list = json_array();
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    json_array_append_new(list, clause_of(&renderer, clause, places));
  g_string_free(out.run, TRUE);
  return list;
}

static json_t *counts_of(const AdrefRedlineCounts *counts)
{
  json_t *object = json_object();
  set_count(object, "added", counts->added);
  set_count(object, "deleted", counts->deleted);
  set_count(object, "modified", counts->modified);
  set_count(object, "moved", counts->moved);
  set_count(object, "split", counts->split);
  set_count(object, "joined", counts->joined);
  set_count(object, "editorial", counts->editorial);
  set_count(object, "renumbered", counts->renumbered);
  set_count(object, "unchanged", counts->unchanged);
  return object;
}

static json_t *pair_of(const char *first, guint a, const char *second, guint b)
{
  json_t *object = json_object();
  set_count(object, first, a);
  set_count(object, second, b);
  return object;
}

static json_t *entries_of(const AdrefSummaryGroup *group, GHashTable *places)
{
  json_t *list = json_array();
  for (guint i = 0; i < group->entries->len; i++) {
    const AdrefSummaryEntry *entry = group->entries->pdata[i];
    json_t *object = json_object();
    set_count(object, "clause", GPOINTER_TO_UINT(g_hash_table_lookup(places, entry->clause)));
    json_object_set_new(object, "matters", findings_of(entry->findings));
    json_array_append_new(list, object);
  }
  return list;
}

static json_t *summary_of(const AdrefNode *redline, const AdrefSummaryFilter *only)
{
  g_autoptr(GPtrArray) groups = adref_summary_new(redline, only);
  g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
  guint n = 0;
  for (AdrefNode *clause = redline->first; clause; clause = clause->next)
    g_hash_table_insert(places, clause, GUINT_TO_POINTER(n++));
  json_t *list = json_array();
  for (guint i = 0; i < groups->len; i++) {
    const AdrefSummaryGroup *group = groups->pdata[i];
    json_t *object = json_object();
    adref_json_set_string(object, "class", group->word);
    adref_json_set_string(object, "title", group->title);
    json_object_set_new(object, "entries", entries_of(group, places));
    json_array_append_new(list, object);
  }
  return list;
}

GString *adref_json_review_write(const AdrefNode *redline, const AdrefReviewOptions *review)
{
  AdrefRedlineCounts counts = adref_redline_count(redline);
  g_autofree char *title = adref_view_title(redline, review->options);
  json_t *root = json_object();
  adref_json_set_string(root, "old", review->old);
  adref_json_set_string(root, "new", review->new);
  adref_json_set_string(root, "title", title);
  const char *language = review->options->language ? review->options->language : "en";
  g_autofree char *gaps = adref_word_table_gaps(language);
  adref_json_set_string(root, "language", language);
  adref_json_set_string(root, "not_judged", gaps);
  gboolean has_facts = review->facts && review->facts->len > 0;
  if (has_facts)
    json_object_set_new(root, "facts", adref_json_facts(review->facts));
  adref_json_set_string(root, "facts_problem", review->facts_problem);
  json_object_set_new(root, "differs", json_boolean(has_facts || !adref_redline_is_empty(redline)));
  json_object_set_new(root, "counts", counts_of(&counts));
  json_object_set_new(root, "words",
                      pair_of("deleted", counts.words_deleted, "inserted", counts.words_inserted));
  json_object_set_new(root, "brackets",
                      pair_of("old", counts.brackets_old, "new", counts.brackets_new));
  json_object_set_new(root, "summary", summary_of(redline, &review->only));
  json_object_set_new(root, "clauses", clauses_of(redline, review->options));
  return adref_json_text(root);
}
