#include <string.h>

#include "base/markup.h"
#include "clause/change.h"
#include "view/docx/docx_private.h"
#include "view/docx/docx_rows.h"

void adref_docx_put_author(AdrefDocx *out, GString *xml)
{
  enum {
    FIRST = 1000000 /* far from the ids of bookmarks: some programs have one series for all */
  };
  g_string_append_printf(xml, " w:id=\"%u\" w:author=\"", FIRST + out->change_count++);
  adref_markup_escape_string(xml, out->author->name);
  if (out->author->date) {
    g_string_append(xml, "\" w:date=\"");
    adref_markup_escape_string(xml, out->author->date);
  }
  g_string_append_c(xml, '"');
}

/* One of the three trees whose clauses are written: the redline, the old text, the new text. */
typedef struct {
  AdrefContents *contents;
  GHashTable *levels;
  AdrefRenderer renderer;
  const AdrefNode *next; /* its clause that is written next */
} Tree;

typedef struct {
  AdrefDocx *out;
  Tree redline, old, new;
  AdrefDocxPlace place; /* of the clause that is written next */
} TrackedText;

static Tree new_tree(AdrefDocx *out, const AdrefNode *document)
{
  Tree tree = {.contents = adref_contents_new(document, TRUE), .next = document->first};
  tree.levels = adref_docx_heading_levels(tree.contents);
  tree.renderer = adref_renderer(document, out->options, &out->hooks, out);
  return tree;
}

static void clear_tree(Tree *tree)
{
  adref_renderer_clear(&tree->renderer);
  adref_contents_free(tree->contents);
  g_hash_table_unref(tree->levels);
}

/* Writes a clause of a tree. What is of one text only is DELETED or INSERTED. `clause` is the
 * clause of the redline that it is, or that stands in its place. */
static void put_clause(TrackedText *text, const Tree *tree, const AdrefNode *node,
                       const AdrefNode *clause, AdrefChangeMark mark)
{
  AdrefDocx *out = text->out;
  AdrefContents *contents = out->contents;
  GHashTable *levels = out->levels;
  g_autofree char *number = mark == ADREF_DELETED
                                ? adref_view_old_number(clause, ADREF_VIEW_NEGOTIATING)
                                : adref_view_number(clause, ADREF_VIEW_NEGOTIATING);
  out->contents = tree->contents;
  out->levels = tree->levels;
  out->number = mark == ADREF_KEPT ? NULL : number ? number : "";
  out->mark = mark;
  out->bookmark = adref_contents_anchor(text->redline.contents, clause);
  adref_renderer_run(&tree->renderer, node);
  out->mark = ADREF_KEPT;
  out->bookmark = out->number = NULL;
  out->contents = contents;
  out->levels = levels;
}

static gboolean is_whole(AdrefChangeMark mark)
{
  return mark == ADREF_KEPT || mark == ADREF_DELETED || mark == ADREF_INSERTED;
}

/* The number of a clause or item stands in its first paragraph, which both texts have then. */
static gboolean begins_alike(const AdrefNode *node)
{
  return node->mark != ADREF_KEPT || !node->first || node->first->mark == ADREF_KEPT;
}

/* Whether a block is one that Word can mark inside a clause that both texts have. A cell that is of
 * one text alone is one of a column that came or went, or is in such a row. */
static gboolean is_trackable(const AdrefNode *block)
{
  gboolean is_moved = adref_change_move_of(block) && !adref_docx_rows_is_beside_old_place(block);
  if (!is_whole(block->mark) || is_moved || (block->type == ADREF_ITEM && !begins_alike(block)))
    return FALSE;
  return block->type != ADREF_TABLE_CELL || block->parent->mark == ADREF_KEPT ||
         block->mark == block->parent->mark;
}

/* Whether a sentence moved out of a block with inlines, or into it. */
static gboolean holds_passage(const AdrefNode *block)
{
  for (const AdrefNode *node = block->first; node; node = node->next)
    if (node->type == ADREF_PASSAGE)
      return TRUE;
  return FALSE;
}

/* Whether the change of a clause is one of words and of whole blocks. */
static gboolean is_simple(const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  if (clause->mark != ADREF_KEPT || (change && change->type == ADREF_CHANGE_MOVED) ||
      !begins_alike(clause) || (clause->next && !is_whole(clause->next->mark)))
    return FALSE;
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering || node == clause)
      continue;
    if (adref_node_is_block(node) && (!is_trackable(node) || holds_passage(node)))
      return FALSE;
    if (adref_node_holds_inlines(node) || node->type == ADREF_CODE_BLOCK)
      adref_walk_skip(&walk);
  }
  return TRUE;
}

static gboolean is_in_old(const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  return clause->mark != ADREF_INSERTED && clause->mark != ADREF_WRAPPED &&
         !(change && change->type == ADREF_CHANGE_MOVED);
}

static gboolean is_in_new(const AdrefNode *clause)
{
  return clause->mark != ADREF_DELETED && clause->mark != ADREF_UNWRAPPED;
}

static const AdrefNode *take(Tree *tree)
{
  const AdrefNode *clause = tree->next;
  tree->next = clause ? clause->next : NULL;
  return clause;
}

/* The clauses of the old and of the new text come in the order of the redline. */
static void put_change(TrackedText *text, const AdrefNode *clause)
{
  const AdrefNode *old = is_in_old(clause) ? take(&text->old) : NULL,
                  *new = is_in_new(clause) ? take(&text->new) : NULL;
  AdrefDocx *out = text->out;
  AdrefDocxPlace place = text->place;
  if (is_in_old(clause) && is_in_new(clause) && is_simple(clause)) {
    text->place.old = adref_docx_place_authors(out, old, ADREF_DELETED, place).old;
    text->place.new = adref_docx_place_authors(out, new, ADREF_INSERTED, place).new;
    AdrefDocxPlace end = adref_docx_place_authors(out, clause, ADREF_KEPT, place);
    if (end.old != text->place.old || end.new != text->place.new)
      g_clear_pointer(&out->placed, g_hash_table_unref);
    put_clause(text, &text->redline, clause, clause, ADREF_KEPT);
    return;
  }
  if (old) {
    text->place.old = adref_docx_place_authors(out, old, ADREF_DELETED, place).old;
    put_clause(text, &text->old, old, clause, ADREF_DELETED);
  }
  if (new) {
    text->place.new = adref_docx_place_authors(out, new, ADREF_INSERTED, place).new;
    put_clause(text, &text->new, new, clause, ADREF_INSERTED);
  }
}

static void put_marked(AdrefDocx *out, const char *words, AdrefChangeMark mark)
{
  out->author = &out->authors->whole;
  out->mark = mark;
  if (words)
    adref_docx_put_paragraph(out, "Subtitle", words);
  out->mark = ADREF_KEPT;
}

/* Place and date, which are facts of the texts. */
static void put_occasion(AdrefDocx *out, const char *old)
{
  const char *new = out->options->occasion;
  gboolean is_same = g_strcmp0(old, new) == 0;
  if (!is_same)
    put_marked(out, old, ADREF_DELETED);
  put_marked(out, new, is_same ? ADREF_KEPT : ADREF_INSERTED);
}

static void put_all(AdrefDocx *out, const AdrefNode *redline, const AdrefNode *old,
                    const AdrefNode *new, const char *old_occasion)
{
  TrackedText text = {out, new_tree(out, redline), new_tree(out, old), new_tree(out, new), {0}};
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    put_change(&text, clause);
    if (clause == text.redline.contents->title)
      put_occasion(out, old_occasion);
  }
  adref_docx_close(out);
  clear_tree(&text.redline);
  clear_tree(&text.old);
  clear_tree(&text.new);
}

GString *adref_docx_tracked_write(AdrefNode *redline, const AdrefViewOptions *options,
                                  const AdrefPageOptions *page_options,
                                  const AdrefDocxAuthors *authors, const char *statement,
                                  const char *old_occasion, GError **error)
{
  g_auto(AdrefDocx) out;
  AdrefViewOptions own = *options;
  own.language = own.language ? own.language : "en";
  adref_docx_rows_divide(redline);
  g_autoptr(AdrefNode) old = adref_reject_changes(redline);
  g_autoptr(AdrefNode) new = adref_accept_changes(redline);
  adref_docx_tables_join(redline);
  adref_docx_open(&out, new, &own, page_options);
  out.authors = authors;
  out.author = &authors->whole;
  g_clear_pointer(&out.footnotes, adref_footnotes_free);
  put_all(&out, redline, old, new, old_occasion);
  g_autofree char *title = adref_view_title(new, &own);
  return adref_docx_package(&out, title, statement, NULL, error);
}
