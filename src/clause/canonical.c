#include "clause/canonical.h"

#include <string.h>

#include "base/digest.h"
#include "clause/markdown_inline.h"
#include "clause/marker.h"

/* A list under way. */
typedef struct {
  gboolean twin; /* spelt with the other marker than the list before it */
  guint count;   /* items so far */
} List;

typedef struct {
  GString *out;
  GString *prefix;            /* of every further line */
  GString *first;             /* of the next line alone; empty: as the others */
  GString *lines;             /* of the block under way, before the prefix */
  const AdrefNode *last_list; /* the list left last */
  gboolean last_twin;         /* it was spelt with the other marker */
  GArray *lists;              /* of List, innermost last */
  GArray *widths;             /* of guint: length of the prefix outside of each container */
  gboolean markers;
  const AdrefSpelling *how;
} Writer;

static void begin_line(Writer *self)
{
  const GString *prefix = self->first->len > 0 ? self->first : self->prefix;
  g_string_append_len(self->out, prefix->str, (gssize)prefix->len);
  g_string_truncate(self->first, 0);
}

static void end_line(Writer *self)
{
  while (self->out->len > 0 && self->out->str[self->out->len - 1] == ' ')
    g_string_truncate(self->out, self->out->len - 1);
  g_string_append_c(self->out, '\n');
}

static void blank_line(Writer *self)
{
  begin_line(self);
  end_line(self);
}

/* Lines that keep what stands at their end, such as code. */
static void raw_lines(Writer *self, const char *text)
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

/* Whether a block is left out of hashes. */
static gboolean is_left_out(const Writer *self, const AdrefNode *node)
{
  return self->how->without_unprinted && (node->type == ADREF_COMMENT || node->type == ADREF_NOTE);
}

static gboolean has_marker(const Writer *self, const AdrefNode *clause)
{
  return self->markers && clause->as.clause->kind != ADREF_PLAIN &&
         clause->as.clause->kind != ADREF_TITLE;
}

/* The blank line between a block and what stands before it. */
static void separate(Writer *self, const AdrefNode *node)
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

static void write_inlines(Writer *self, const AdrefNode *block)
{
  g_string_truncate(self->lines, 0);
  adref_spell_inlines(self->lines, block, self->how);
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

static void enter_paragraph(Writer *self, const AdrefNode *node)
{
  begin_line(self);
  write_inlines(self, node);
}

static void enter_heading(Writer *self, const AdrefNode *node)
{
  begin_line(self);
  g_string_append_len(self->out, "######", (gssize)node->as.level);
  g_string_append_c(self->out, ' ');
  write_inlines(self, node);
}

static void enter_code(Writer *self, const AdrefNode *node)
{
  char c = strchr(node->as.info, '`') ? '~' : '`';
  gsize length = MAX(adref_spell_longest_run(node->text, c) + 1, 3);
  begin_line(self);
  adref_spell_run(self->out, c, length);
  if (c == '~')
    g_string_append_c(self->out, ' ');
  adref_spell_info(self->out, node->as.info);
  end_line(self);
  raw_lines(self, node->text);
  begin_line(self);
  adref_spell_run(self->out, c, length);
  g_string_append_c(self->out, '\n');
}

static void enter_rule(Writer *self, G_GNUC_UNUSED const AdrefNode *node)
{
  begin_line(self);
  g_string_append(self->out, "___\n");
}

static void enter_html(Writer *self, const AdrefNode *node)
{
  raw_lines(self, node->text);
}

static void enter_comment(Writer *self, const AdrefNode *node)
{
  g_autofree char *text =
      node->type == ADREF_NOTE
          ? g_strdup_printf("<!-- note %s: %s -->", node->as.party, node->text)
          : g_strdup_printf("<!-- %s%s-->", node->text, node->length ? " " : "");
  raw_lines(self, text);
}

static void enter_clause(Writer *self, const AdrefNode *clause)
{
  if (!has_marker(self, clause))
    return;
  g_autofree char *marker = adref_marker_write(clause->as.clause);
  if (clause->prev)
    blank_line(self);
  g_string_append(self->out, marker);
  g_string_append_c(self->out, '\n');
}

/* The block right before a list, also across the border of a clause without marker. */
static const AdrefNode *block_before(const Writer *self, const AdrefNode *list)
{
  if (list->prev || list->parent->type != ADREF_CLAUSE || has_marker(self, list->parent))
    return list->prev;
  const AdrefNode *clause = list->parent->prev;
  return clause ? clause->last : NULL;
}

/* Whether a list of bullets begins an item of another one: with the same bullet, "- - -" could be a
 * thematic break. */
static gboolean begins_item(const AdrefNode *list)
{
  const AdrefNode *item = list->parent;
  return !list->prev && !list->as.list.ordered && item->type == ADREF_ITEM &&
         !item->parent->as.list.ordered;
}

static List *innermost(const Writer *self)
{
  return &g_array_index(self->lists, List, self->lists->len - 1);
}

static void enter_list(Writer *self, const AdrefNode *list)
{
  const AdrefNode *before = block_before(self, list);
  List entered = {0};
  entered.twin = before && before == self->last_list &&
                 before->as.list.ordered == list->as.list.ordered && !self->last_twin;
  if (begins_item(list))
    entered.twin = !innermost(self)->twin;
  g_array_append_val(self->lists, entered);
}

static void leave_list(Writer *self, const AdrefNode *list)
{
  self->last_list = list;
  self->last_twin = innermost(self)->twin;
  g_array_set_size(self->lists, self->lists->len - 1);
}

static char *item_marker(const AdrefNode *list, const List *state)
{
  enum {
    MAX_START = 999999999
  };
  if (!list->as.list.ordered)
    return g_strdup(state->twin ? "* " : "- ");
  guint64 number = (guint64)list->as.list.start + state->count;
  return g_strdup_printf("%u%s ", (guint)MIN(number, MAX_START), state->twin ? ")" : ".");
}

/* Begins a container: its mark stands before its first line, `rest` before the others. */
static void push_prefix(Writer *self, const char *mark, const char *rest)
{
  guint width = (guint)self->prefix->len;
  g_array_append_val(self->widths, width);
  if (self->first->len == 0)
    g_string_append_len(self->first, self->prefix->str, (gssize)self->prefix->len);
  g_string_append(self->first, mark);
  g_string_append(self->prefix, rest);
}

static void enter_item(Writer *self, const AdrefNode *item)
{
  List *list = innermost(self);
  g_autofree char *mark = item_marker(item->parent, list);
  g_autofree char *rest = g_strnfill(strlen(mark), ' ');
  push_prefix(self, mark, rest);
  list->count++;
}

static void enter_quote(Writer *self, G_GNUC_UNUSED const AdrefNode *node)
{
  push_prefix(self, "> ", "> ");
}

/* A container without blocks is its mark alone. */
static void leave_container(Writer *self, const AdrefNode *node)
{
  guint width = g_array_index(self->widths, guint, self->widths->len - 1);
  g_array_set_size(self->widths, self->widths->len - 1);
  if (!node->first)
    blank_line(self);
  g_string_truncate(self->prefix, width);
}

typedef void (*Enter)(Writer *self, const AdrefNode *node);

static void enter_block(Writer *self, const AdrefNode *node)
{
  static const Enter enter[] = {
      [ADREF_CLAUSE] = enter_clause,   [ADREF_LIST] = enter_list,
      [ADREF_ITEM] = enter_item,       [ADREF_QUOTE] = enter_quote,
      [ADREF_HEADING] = enter_heading, [ADREF_PARAGRAPH] = enter_paragraph,
      [ADREF_CODE_BLOCK] = enter_code, [ADREF_RULE] = enter_rule,
      [ADREF_HTML] = enter_html,       [ADREF_COMMENT] = enter_comment,
      [ADREF_NOTE] = enter_comment,
  };
  if (node->type == ADREF_DOCUMENT || node->type >= G_N_ELEMENTS(enter))
    return;
  if (node->type != ADREF_CLAUSE)
    separate(self, node);
  enter[node->type](self, node);
}

static void leave_block(Writer *self, const AdrefNode *node)
{
  if (node->type == ADREF_LIST)
    leave_list(self, node);
  if (node->type == ADREF_ITEM || node->type == ADREF_QUOTE)
    leave_container(self, node);
}

static gboolean is_leaf(const AdrefNode *node)
{
  return node->type == ADREF_HEADING || node->type == ADREF_PARAGRAPH;
}

static void writer_init(Writer *self, gboolean markers, const AdrefSpelling *how)
{
  *self = (Writer){.out = g_string_new(NULL), .markers = markers, .how = how};
  self->prefix = g_string_new(NULL);
  self->first = g_string_new(NULL);
  self->lines = g_string_new(NULL);
  self->lists = g_array_new(FALSE, FALSE, sizeof(List));
  self->widths = g_array_new(FALSE, FALSE, sizeof(guint));
}

/* Frees what the writer holds and gives what was written. */
static GString *writer_end(Writer *self)
{
  g_string_free(self->prefix, TRUE);
  g_string_free(self->first, TRUE);
  g_string_free(self->lines, TRUE);
  g_array_unref(self->lists);
  g_array_unref(self->widths);
  return self->out;
}

static void write_below(Writer *self, const AdrefNode *root)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    if (!walk.entering)
      leave_block(self, walk.node);
    else if (!is_left_out(self, walk.node))
      enter_block(self, walk.node);
    if (walk.entering && is_leaf(walk.node))
      adref_walk_skip(&walk);
  }
}

static GString *write_tree(const AdrefNode *root, gboolean markers, const AdrefSpelling *how)
{
  Writer writer;
  writer_init(&writer, markers, how);
  write_below(&writer, root);
  return writer_end(&writer);
}

GString *adref_canonical(const AdrefNode *document)
{
  static const AdrefSpelling whole = {FALSE, FALSE};
  return write_tree(document, TRUE, &whole);
}

GString *adref_canonical_starts(const AdrefNode *document, GArray *starts)
{
  static const AdrefSpelling whole = {FALSE, FALSE};
  Writer writer;
  writer_init(&writer, TRUE, &whole);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_array_append_val(starts, writer.out->len);
    write_below(&writer, clause);
  }
  return writer_end(&writer);
}

GString *adref_canonical_clause(const AdrefNode *clause)
{
  static const AdrefSpelling whole = {FALSE, FALSE};
  return write_tree(clause, FALSE, &whole);
}

char *adref_clause_hash(const AdrefNode *clause)
{
  static const AdrefSpelling words = {TRUE, TRUE};
  g_autoptr(GString) text = write_tree(clause, FALSE, &words);
  g_string_prepend_c(text, '\n');
  g_string_prepend(text, adref_kind_word(clause->as.clause->kind));
  return adref_digest_of(text->str, text->len);
}

static void hash_clause(AdrefDigest *sum, Writer *writer, const AdrefNode *clause)
{
  GString *out = writer->out;
  const AdrefClause *facts = clause->as.clause;
  g_string_truncate(out, 0);
  write_below(writer, clause);
  g_autofree char *head =
      g_strdup_printf("%s %s\n", adref_kind_word(facts->kind), facts->number ? facts->number : "");
  g_string_append_c(out, '\n');
  adref_digest_add(sum, head, strlen(head));
  adref_digest_add(sum, out->str, out->len);
}

char *adref_text_hash(const AdrefNode *document)
{
  static const AdrefSpelling printed = {TRUE, FALSE};
  AdrefDigest *sum = adref_digest_new();
  Writer writer;
  writer_init(&writer, FALSE, &printed);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    hash_clause(sum, &writer, clause);
  g_string_free(writer_end(&writer), TRUE);
  return adref_digest_end_hex(sum);
}
