#include "clause/markdown/canonical.h"

#include <string.h>

#include "base/digest.h"
#include "clause/labels/item_label.h"
#include "clause/markdown/label_escape.h"
#include "clause/markdown/markdown_inline.h"
#include "clause/marker.h"

/* A list that is being written. */
typedef struct {
  gboolean twin; /* it has the second marker, "*" or ")" for ".", since the list right before it has
                    the first */
  guint next;    /* the number of the next item */
} ListState;

typedef struct {
  GString *out;
  GString *prefix;            /* of every line */
  GString *first;             /* the prefix of the next line only, */
  gboolean first_is_set;      /* when it is another one */
  GString *lines;             /* the lines of the current block without prefixes */
  const AdrefNode *last_list; /* the list that was ended last */
  gboolean last_twin;         /* `twin` of that list */
  GArray *lists;              /* of ListState: the open lists, innermost last */
  GArray *widths;             /* of guint: the length of the prefix outside of each container */
  guint labelled;             /* how many of the open lists have labels */
  gsize labelled_words;       /* the offset of the words of the outermost of these, */
  GArray *labelled_items;     /* and those of the lines of its items (of gsize) */
  gboolean markers;
  AdrefMarkdownInlineOptions options;
} CanonicalWriter;

static void begin_line(CanonicalWriter *self)
{
  const GString *prefix = self->first_is_set ? self->first : self->prefix;
  g_string_append_len(self->out, prefix->str, (gssize)prefix->len);
  g_string_truncate(self->first, 0);
  self->first_is_set = FALSE;
}

static void end_line(CanonicalWriter *self)
{
  while (self->out->len > 0 && self->out->str[self->out->len - 1] == ' ')
    g_string_truncate(self->out, self->out->len - 1);
  g_string_append_c(self->out, '\n');
}

static void blank_line(CanonicalWriter *self)
{
  begin_line(self);
  end_line(self);
}

/* Writes lines without removing white space at their ends, such as code. */
static void raw_lines(CanonicalWriter *self, const char *text)
{
  for (const char *line = text; *line;) {
    gsize length = strcspn(line, "\n");
    begin_line(self);
    g_string_append_len(self->out, line, (gssize)length);
    if (length == 0)
      end_line(self);
    else
      g_string_append_c(self->out, '\n');
    line += length + (line[length] == '\n');
  }
}

static gboolean in_tight_list(const AdrefNode *node)
{
  const AdrefNode *list = node->type == ADREF_ITEM ? node->parent : NULL;
  if (node->parent && node->parent->type == ADREF_ITEM)
    list = node->parent->parent;
  return list && list->type == ADREF_LIST && list->as.list.tight;
}

/* Whether a block is not part of the hash that is computed. */
static gboolean is_left_out(const CanonicalWriter *self, const AdrefNode *node)
{
  return self->options.without_unprinted &&
         (node->type == ADREF_COMMENT || node->type == ADREF_NOTE);
}

static gboolean has_marker(const CanonicalWriter *self, const AdrefNode *clause)
{
  return self->markers && adref_clause_has_marker(clause->as.clause);
}

/* Writes the blank line between a block and the block before it, if there must be one. */
static void separate(CanonicalWriter *self, const AdrefNode *node)
{
  if (self->out->len == 0)
    return;
  const AdrefNode *parent = node->parent;
  gboolean apart = node->prev != NULL && !in_tight_list(node);
  if (!node->prev && parent && parent->type == ADREF_CLAUSE)
    apart = !has_marker(self, parent);
  if (apart)
    blank_line(self);
}

/* Escapes the lines of a paragraph that would be items with labels. */
static void escape_labels(GString *lines)
{
  g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  for (gsize at = 0; at <= lines->len; at++) {
    g_array_append_val(starts, at);
    at += strcspn(lines->str + at, "\n");
  }
  adref_label_escape(lines, starts, NULL);
}

static gboolean is_in_labelled_list(const AdrefNode *block)
{
  return block->parent && block->parent->type == ADREF_ITEM && block->parent->text;
}

/* What stands between a label and the words of its item. */
static const char *label_space(const AdrefNode *item)
{
  const AdrefNode *words = item->first ? item->first->first : NULL;
  gboolean begins = words && words->type == ADREF_TEXT;
  return adref_item_label_space(item->text, begins ? words->text : "");
}

/* Ends the line behind a label that could not be read before the words: "Article 5" and "of". */
static void break_behind_label(CanonicalWriter *self, const AdrefNode *item)
{
  gsize length = strlen(item->text), line = strcspn(self->lines->str, "\n");
  g_autofree char *words = g_strndup(self->lines->str, line);
  g_autofree char *whole = g_strconcat(item->text, label_space(item), words, NULL);
  if (adref_item_mark_read(whole, strlen(whole)).length == length)
    return;
  end_line(self);
  g_string_insert_c(self->out, (gssize)self->out->len - 1, '\\');
  begin_line(self);
}

static void write_inlines(CanonicalWriter *self, const AdrefNode *block)
{
  g_string_truncate(self->lines, 0);
  adref_markdown_inline_write(self->lines, block, &self->options);
  if (block->type == ADREF_PARAGRAPH && strchr(self->lines->str, '\n') &&
      !is_in_labelled_list(block))
    escape_labels(self->lines);
  if (is_in_labelled_list(block) && !block->prev)
    break_behind_label(self, block->parent);
  char *line = self->lines->str;
  for (char *end; (end = strchr(line, '\n')); line = end + 1) {
    *end = '\0';
    g_string_append(self->out, line);
    g_string_append_c(self->out, '\n');
    begin_line(self);
  }
  g_string_append(self->out, line);
  end_line(self);
}

static void enter_paragraph(CanonicalWriter *self, const AdrefNode *node)
{
  begin_line(self);
  write_inlines(self, node);
}

static void enter_heading(CanonicalWriter *self, const AdrefNode *node)
{
  begin_line(self);
  g_string_append_len(self->out, "######", (gssize)node->as.level);
  g_string_append_c(self->out, ' ');
  write_inlines(self, node);
}

static void enter_code(CanonicalWriter *self, const AdrefNode *node)
{
  char c = strchr(node->as.info, '`') ? '~' : '`';
  gsize length = MAX(adref_markdown_inline_longest_run(node->text, c) + 1, 3);
  begin_line(self);
  adref_markdown_inline_write_run(self->out, c, length);
  if (c == '~')
    g_string_append_c(self->out, ' ');
  adref_markdown_inline_write_info(self->out, node->as.info);
  end_line(self);
  raw_lines(self, node->text);
  begin_line(self);
  adref_markdown_inline_write_run(self->out, c, length);
  g_string_append_c(self->out, '\n');
}

static void enter_rule(CanonicalWriter *self, G_GNUC_UNUSED const AdrefNode *node)
{
  begin_line(self);
  g_string_append(self->out, "___\n");
}

static void enter_html(CanonicalWriter *self, const AdrefNode *node)
{
  raw_lines(self, node->text);
}

static void enter_comment(CanonicalWriter *self, const AdrefNode *node)
{
  g_autofree char *text =
      node->type == ADREF_NOTE
          ? g_strdup_printf("<!-- note %s: %s -->", node->as.party, node->text)
          : g_strdup_printf("<!-- %s%s-->", node->text, node->length ? " " : "");
  raw_lines(self, text);
}

/* "|:-:|" for a centred column. */
static void write_delimiter(CanonicalWriter *self, const AdrefNode *table)
{
  static const char *const marks[] = {
      ['-'] = "---|", ['l'] = ":--|", ['c'] = ":-:|", ['r'] = "--:|"};
  begin_line(self);
  g_string_append_c(self->out, '|');
  for (const char *p = table->as.table.alignments; *p; p++)
    g_string_append(self->out, marks[(guchar)*p]);
  end_line(self);
}

/* Cells are not padded to one width, so that a change of one cell changes one line. */
static void enter_row(CanonicalWriter *self, const AdrefNode *row)
{
  begin_line(self);
  g_string_append_c(self->out, '|');
  for (const AdrefNode *cell = row->first; cell; cell = cell->next) {
    g_string_append_c(self->out, ' ');
    gsize before = self->out->len;
    adref_markdown_inline_write(self->out, cell, &self->options);
    g_string_append(self->out, self->out->len > before ? " |" : "|");
  }
  end_line(self);
  if (!row->prev)
    write_delimiter(self, row->parent);
}

static void enter_clause(CanonicalWriter *self, const AdrefNode *clause)
{
  if (!has_marker(self, clause))
    return;
  g_autofree char *marker = adref_marker_write(clause->as.clause);
  if (clause->prev)
    blank_line(self);
  g_string_append(self->out, marker);
  g_string_append_c(self->out, '\n');
}

/* The block right before a list. It may be in the previous clause if this one has no marker. */
static const AdrefNode *block_before(const CanonicalWriter *self, const AdrefNode *list)
{
  if (list->prev || list->parent->type != ADREF_CLAUSE || has_marker(self, list->parent))
    return list->prev;
  const AdrefNode *clause = list->parent->prev;
  return clause ? clause->last : NULL;
}

/* Whether a bullet list is the first block of an item of another bullet list. It needs another
 * marker, since "- - -" would be a thematic break. */
static gboolean begins_item(const AdrefNode *list)
{
  const AdrefNode *item = list->parent;
  return !list->prev && !list->as.list.ordered && item->type == ADREF_ITEM &&
         !item->parent->as.list.ordered;
}

static ListState *innermost(const CanonicalWriter *self)
{
  return &g_array_index(self->lists, ListState, self->lists->len - 1);
}

static void enter_labelled_list(CanonicalWriter *self)
{
  if (self->labelled++ > 0)
    return;
  const GString *prefix = self->first_is_set ? self->first : self->prefix;
  self->labelled_words = self->out->len + prefix->len;
  g_array_set_size(self->labelled_items, 0);
}

/* Escapes the lines of the outermost list with labels that are no items, but would be. */
static void leave_labelled_list(CanonicalWriter *self)
{
  if (--self->labelled > 0)
    return;
  g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  g_autoptr(GByteArray) items = g_byte_array_new();
  const GArray *begun = self->labelled_items;
  guint next = 0;
  for (gsize at = self->labelled_words; at < self->out->len;) {
    gsize end = at + strcspn(self->out->str + at, "\n");
    guint8 is_item = FALSE;
    for (; next < begun->len && g_array_index(begun, gsize, next) < end; next++)
      is_item = TRUE;
    g_array_append_val(starts, at);
    g_byte_array_append(items, &is_item, 1);
    at = end + 1 + self->prefix->len;
  }
  if (begun->len < starts->len)
    adref_label_escape(self->out, starts, items->data);
}

static void enter_list(CanonicalWriter *self, const AdrefNode *list)
{
  if (list->as.list.labelled)
    enter_labelled_list(self);
  const AdrefNode *before = block_before(self, list);
  ListState entered = {.next = list->as.list.start};
  gboolean is_like_last =
      before && before == self->last_list && before->as.list.ordered == list->as.list.ordered;
  if (list->as.list.ordered)
    entered.twin = list->as.list.parenthesis;
  if (is_like_last && self->last_twin == entered.twin)
    entered.twin = !entered.twin;
  if (begins_item(list))
    entered.twin = !innermost(self)->twin;
  g_array_append_val(self->lists, entered);
}

static void leave_list(CanonicalWriter *self, const AdrefNode *list)
{
  if (list->as.list.labelled)
    leave_labelled_list(self);
  self->last_list = list;
  self->last_twin = innermost(self)->twin;
  g_array_set_size(self->lists, self->lists->len - 1);
}

/* Ends the line before an item with a label by a hard break, so that each viewer shows the item on
 * a line of its own. */
static void break_hard(CanonicalWriter *self, const AdrefNode *item)
{
  gboolean first = !item->prev && item->parent->parent->type != ADREF_ITEM;
  const AdrefNode *outer = item->parent->parent;
  if (!item->prev && outer->type == ADREF_ITEM)
    first = !outer->parent->as.list.labelled;
  if (!first && self->out->len > 0)
    g_string_insert_c(self->out, (gssize)self->out->len - 1, '\\');
}

static char *item_marker(const AdrefNode *item, ListState *state)
{
  enum {
    MAX_NUMBER = 999999999
  };
  if (item->parent->as.list.labelled)
    return g_strconcat(item->text, label_space(item), NULL);
  if (!item->parent->as.list.ordered)
    return g_strdup(state->twin ? "* " : "- ");
  guint number = MIN(adref_item_number(item, state->next), MAX_NUMBER);
  state->next = number + 1;
  return g_strdup_printf("%u%s ", number, state->twin ? ")" : ".");
}

/* Begins a container (item or quote): `mark` is the prefix of its first line, `rest` of the others.
 */
static void push_prefix(CanonicalWriter *self, const char *mark, const char *rest)
{
  guint width = (guint)self->prefix->len;
  g_array_append_val(self->widths, width);
  if (!self->first_is_set)
    g_string_append_len(self->first, self->prefix->str, (gssize)self->prefix->len);
  self->first_is_set = TRUE;
  g_string_append(self->first, mark);
  g_string_append(self->prefix, rest);
}

static void enter_item(CanonicalWriter *self, const AdrefNode *item)
{
  g_autofree char *mark = item_marker(item, innermost(self));
  gboolean labelled = item->parent->as.list.labelled;
  g_autofree char *rest = g_strnfill(labelled ? 0 : strlen(mark), ' ');
  if (labelled) {
    if (!item->prev && !item->parent->prev && is_in_labelled_list(item->parent))
      blank_line(self); /* the outer item has no words */
    break_hard(self, item);
    g_array_append_val(self->labelled_items, self->out->len);
  }
  push_prefix(self, mark, rest);
}

/* The text of a footnote begins with its mark, so that only its other lines are indented. */
static void enter_footnote_text(CanonicalWriter *self, G_GNUC_UNUSED const AdrefNode *node)
{
  push_prefix(self, "", "    ");
}

static void enter_quote(CanonicalWriter *self, G_GNUC_UNUSED const AdrefNode *node)
{
  push_prefix(self, "> ", "> ");
}

/* Ends a container. One without blocks is a line with its mark. */
static void leave_container(CanonicalWriter *self, const AdrefNode *node)
{
  guint width = g_array_index(self->widths, guint, self->widths->len - 1);
  g_array_set_size(self->widths, self->widths->len - 1);
  if (!node->first)
    blank_line(self);
  g_string_truncate(self->prefix, width);
}

typedef void (*Enter)(CanonicalWriter *self, const AdrefNode *node);

static void enter_block(CanonicalWriter *self, const AdrefNode *node)
{
  static const Enter enter[] = {
      [ADREF_CLAUSE] = enter_clause,
      [ADREF_LIST] = enter_list,
      [ADREF_ITEM] = enter_item,
      [ADREF_QUOTE] = enter_quote,
      [ADREF_HEADING] = enter_heading,
      [ADREF_PARAGRAPH] = enter_paragraph,
      [ADREF_CODE_BLOCK] = enter_code,
      [ADREF_RULE] = enter_rule,
      [ADREF_HTML] = enter_html,
      [ADREF_COMMENT] = enter_comment,
      [ADREF_NOTE] = enter_comment,
      [ADREF_TABLE_ROW] = enter_row,
      [ADREF_FOOTNOTE_TEXT] = enter_footnote_text,
  };
  if (node->type == ADREF_DOCUMENT || node->type >= G_N_ELEMENTS(enter))
    return;
  if (node->type != ADREF_CLAUSE && node->type != ADREF_TABLE_ROW)
    separate(self, node);
  if (enter[node->type])
    enter[node->type](self, node);
}

static void leave_block(CanonicalWriter *self, const AdrefNode *node)
{
  if (node->type == ADREF_LIST)
    leave_list(self, node);
  if (node->type == ADREF_ITEM || node->type == ADREF_QUOTE || node->type == ADREF_FOOTNOTE_TEXT)
    leave_container(self, node);
}

static gboolean is_outside_statement(const AdrefNode *node)
{
  while (node->parent)
    node = node->parent;
  return node->type == ADREF_DOCUMENT && node->as.outside_statement;
}

static void writer_init(CanonicalWriter *self, const AdrefNode *root, gboolean markers,
                        const AdrefMarkdownInlineOptions *options)
{
  *self = (CanonicalWriter){.out = g_string_new(NULL), .markers = markers, .options = *options};
  self->options.outside_statement = is_outside_statement(root);
  self->prefix = g_string_new(NULL);
  self->first = g_string_new(NULL);
  self->lines = g_string_new(NULL);
  self->lists = g_array_new(FALSE, FALSE, sizeof(ListState));
  self->widths = g_array_new(FALSE, FALSE, sizeof(guint));
  self->labelled_items = g_array_new(FALSE, FALSE, sizeof(gsize));
}

/* Frees the buffers of the writer and returns its output. */
static GString *writer_end(CanonicalWriter *self)
{
  g_string_free(self->prefix, TRUE);
  g_string_free(self->first, TRUE);
  g_string_free(self->lines, TRUE);
  g_array_unref(self->lists);
  g_array_unref(self->widths);
  g_array_unref(self->labelled_items);
  return self->out;
}

static void write_below(CanonicalWriter *self, const AdrefNode *root)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    if (!walk.entering)
      leave_block(self, walk.node);
    else if (!is_left_out(self, walk.node))
      enter_block(self, walk.node);
    gboolean is_written = adref_node_holds_inlines(walk.node) || walk.node->type == ADREF_TABLE_ROW;
    if (walk.entering && is_written)
      adref_walk_skip(&walk);
  }
}

static GString *write_tree(const AdrefNode *root, gboolean markers,
                           const AdrefMarkdownInlineOptions *options)
{
  CanonicalWriter writer;
  writer_init(&writer, root, markers, options);
  write_below(&writer, root);
  return writer_end(&writer);
}

GString *adref_canonical(const AdrefNode *document)
{
  static const AdrefMarkdownInlineOptions whole = {0};
  GString *text = write_tree(document, TRUE, &whole);
  if (!document->text)
    return text;
  if (text->len > 0)
    g_string_prepend_c(text, '\n');
  return g_string_prepend_len(text, document->text, (gssize)document->length);
}

GString *adref_canonical_with_offsets(const AdrefNode *document, GArray *starts)
{
  static const AdrefMarkdownInlineOptions whole = {0};
  CanonicalWriter writer;
  writer_init(&writer, document, TRUE, &whole);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_array_append_val(starts, writer.out->len);
    write_below(&writer, clause);
  }
  return writer_end(&writer);
}

GString *adref_canonical_clause(const AdrefNode *clause)
{
  static const AdrefMarkdownInlineOptions whole = {0};
  return write_tree(clause, FALSE, &whole);
}

/* What the hash of a clause is made of. */
static GString *hashed_text(const AdrefNode *clause)
{
  static const AdrefMarkdownInlineOptions words = {.without_unprinted = TRUE,
                                                   .without_numbers = TRUE};
  GString *text = write_tree(clause, FALSE, &words);
  g_string_prepend_c(text, '\n');
  if (clause->as.clause->alt) {
    g_string_prepend(text, clause->as.clause->alt);
    g_string_prepend(text, " alt=");
  }
  return g_string_prepend(text, adref_clause_kind_word(clause->as.clause->kind));
}

char *adref_clause_hash(const AdrefNode *clause)
{
  g_autoptr(GString) text = hashed_text(clause);
  return adref_digest_of(text->str, text->len);
}

/* Whether two nodes are written alike, those below them left aside. FALSE for the types whose
 * facts are not compared here. */
static gboolean is_alike(const AdrefNode *a, const AdrefNode *b)
{
  if (a->type != b->type || a->length != b->length ||
      (a->length > 0 && memcmp(a->text, b->text, a->length) != 0))
    return FALSE;
  switch ((int)a->type) {
  case ADREF_CLAUSE:
    return a->as.clause->kind == b->as.clause->kind &&
           g_strcmp0(a->as.clause->alt, b->as.clause->alt) == 0;
  case ADREF_HEADING: return a->as.level == b->as.level;
  case ADREF_TEXT: return a->as.literal == b->as.literal;
  case ADREF_PARAGRAPH:
  case ADREF_LINE_BREAK:
  case ADREF_EMPH:
  case ADREF_STRONG: return TRUE;
  default: return FALSE;
  }
}

/* Whether two clauses are the same node by node, which is quicker than writing them; FALSE: they
 * may be the same all the same. Both walks enter and leave together, so they end together. */
static gboolean has_same_nodes(const AdrefNode *a, const AdrefNode *b)
{
  AdrefWalk left = adref_walk(a), right = adref_walk(b);
  while (adref_walk_next(&left) && adref_walk_next(&right))
    if (left.entering != right.entering || (left.entering && !is_alike(left.node, right.node)))
      return FALSE;
  return TRUE;
}

gboolean adref_clause_is_same(const AdrefNode *a, const AdrefNode *b)
{
  if (has_same_nodes(a, b))
    return TRUE;
  g_autoptr(GString) first = hashed_text(a), second = hashed_text(b);
  return g_string_equal(first, second);
}

static void hash_clause(AdrefDigest *sum, CanonicalWriter *writer, const AdrefNode *clause)
{
  GString *out = writer->out;
  const AdrefClause *facts = clause->as.clause;
  g_string_truncate(out, 0);
  write_below(writer, clause);
  const char *kind = adref_clause_kind_word(facts->kind), *number = facts->number;
  g_string_append_c(out, '\n');
  adref_digest_add(sum, kind, strlen(kind));
  adref_digest_add(sum, " ", 1);
  adref_digest_add(sum, number ? number : "", number ? strlen(number) : 0);
  adref_digest_add(sum, "\n", 1);
  adref_digest_add(sum, out->str, out->len);
}

char *adref_text_hash(const AdrefNode *document)
{
  static const AdrefMarkdownInlineOptions printed = {.without_unprinted = TRUE};
  AdrefDigest *sum = adref_digest_new();
  CanonicalWriter writer;
  writer_init(&writer, document, FALSE, &printed);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    hash_clause(sum, &writer, clause);
  g_string_free(writer_end(&writer), TRUE);
  return adref_digest_end_hex(sum);
}
