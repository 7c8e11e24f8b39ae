#include "clause/canonical.h"

#include <string.h>

#include "base/digest.h"
#include "clause/marker.h"
#include "clause/spell.h"

typedef struct {
  GString *out;
  GString *prefix;            /* of every further line */
  GString *first;             /* of the next line alone; empty: as the others */
  GString *lines;             /* of the block under way, before the prefix */
  const AdrefNode *last_list; /* the list left last */
  gboolean last_twin;         /* it was spelt with the other marker */
  GArray *twins;              /* of gboolean: for each list under way */
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

static void write_heading(Writer *self, const AdrefNode *node)
{
  begin_line(self);
  g_string_append_len(self->out, "######", (gssize)node->as.level);
  g_string_append_c(self->out, ' ');
  write_inlines(self, node);
}

static gsize fence_length(const char *text, char c)
{
  gsize longest = 2, run = 0;
  for (; *text; text++) {
    run = *text == c ? run + 1 : 0;
    longest = MAX(longest, run);
  }
  return longest + 1;
}

static void write_fence(Writer *self, char c, gsize length)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_c(self->out, c);
}

static void write_code(Writer *self, const AdrefNode *node)
{
  char c = strchr(node->as.info, '`') ? '~' : '`';
  gsize length = fence_length(node->text, c);
  begin_line(self);
  write_fence(self, c, length);
  if (c == '~')
    g_string_append_c(self->out, ' ');
  adref_spell_info(self->out, node->as.info);
  end_line(self);
  raw_lines(self, node->text);
  begin_line(self);
  write_fence(self, c, length);
  g_string_append_c(self->out, '\n');
}

static void write_comment(Writer *self, const AdrefNode *node)
{
  g_autofree char *text =
      node->type == ADREF_NOTE
          ? g_strdup_printf("<!-- note %s: %s -->", node->as.party, node->text)
          : g_strdup_printf("<!-- %s%s-->", node->text, node->length ? " " : "");
  raw_lines(self, text);
}

static void write_marker(Writer *self, const AdrefNode *clause)
{
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

static void enter_list(Writer *self, const AdrefNode *list)
{
  const AdrefNode *before = block_before(self, list);
  gboolean twin = before && before == self->last_list &&
                  before->as.list.ordered == list->as.list.ordered && !self->last_twin;
  if (begins_item(list))
    twin = !g_array_index(self->twins, gboolean, self->twins->len - 1);
  g_array_append_val(self->twins, twin);
}

static void leave_list(Writer *self, const AdrefNode *list)
{
  self->last_list = list;
  self->last_twin = g_array_index(self->twins, gboolean, self->twins->len - 1);
  g_array_set_size(self->twins, self->twins->len - 1);
}

static char *item_marker(const Writer *self, const AdrefNode *item, guint index)
{
  enum {
    MAX_START = 999999999
  };
  const AdrefNode *list = item->parent;
  gboolean twin = g_array_index(self->twins, gboolean, self->twins->len - 1);
  if (!list->as.list.ordered)
    return g_strdup(twin ? "* " : "- ");
  guint64 number = (guint64)list->as.list.start + index;
  return g_strdup_printf("%u%s ", (guint)MIN(number, MAX_START), twin ? ")" : ".");
}

static void push_prefix(Writer *self, const char *first, gsize width, const char *rest)
{
  if (self->first->len == 0)
    g_string_append_len(self->first, self->prefix->str, (gssize)self->prefix->len);
  g_string_append(self->first, first);
  if (rest)
    g_string_append(self->prefix, rest);
  else
    for (gsize i = 0; i < width; i++)
      g_string_append_c(self->prefix, ' ');
}

static void enter_item(Writer *self, const AdrefNode *item, GArray *counts)
{
  guint *index = &g_array_index(counts, guint, counts->len - 1);
  g_autofree char *marker = item_marker(self, item, (*index)++);
  push_prefix(self, marker, strlen(marker), NULL);
}

/* A container without blocks is its mark alone. */
static void write_if_empty(Writer *self, const AdrefNode *node)
{
  if (!node->first)
    blank_line(self);
}

static void leave_container(Writer *self, const AdrefNode *node, GArray *widths)
{
  guint width = g_array_index(widths, guint, widths->len - 1);
  g_array_set_size(widths, widths->len - 1);
  write_if_empty(self, node);
  g_string_truncate(self->prefix, width);
}

typedef struct {
  Writer writer;
  GArray *counts; /* of guint: items so far, for each list under way */
  GArray *widths; /* of guint: length of the prefix outside of each container */
} State;

static void enter_block(State *state, const AdrefNode *node)
{
  Writer *self = &state->writer;
  guint zero = 0, width = (guint)self->prefix->len;
  switch (node->type) {
  case ADREF_CLAUSE:
    if (has_marker(self, node))
      write_marker(self, node);
    return;
  case ADREF_LIST:
    separate(self, node);
    enter_list(self, node);
    g_array_append_val(state->counts, zero);
    return;
  case ADREF_ITEM:
    separate(self, node);
    g_array_append_val(state->widths, width);
    enter_item(self, node, state->counts);
    return;
  case ADREF_QUOTE:
    separate(self, node);
    g_array_append_val(state->widths, width);
    push_prefix(self, "> ", 2, "> ");
    return;
  case ADREF_HEADING:
    separate(self, node);
    write_heading(self, node);
    return;
  case ADREF_PARAGRAPH:
    separate(self, node);
    begin_line(self);
    write_inlines(self, node);
    return;
  case ADREF_CODE_BLOCK:
    separate(self, node);
    write_code(self, node);
    return;
  case ADREF_RULE:
    separate(self, node);
    begin_line(self);
    g_string_append(self->out, "___\n");
    return;
  case ADREF_HTML:
    separate(self, node);
    raw_lines(self, node->text);
    return;
  case ADREF_COMMENT:
  case ADREF_NOTE:
    separate(self, node);
    write_comment(self, node);
    return;
  case ADREF_DOCUMENT:
  case ADREF_TEXT:
  case ADREF_LINE_BREAK:
  case ADREF_ROW_BREAK:
  case ADREF_CODE:
  case ADREF_EMPH:
  case ADREF_STRONG:
  case ADREF_LINK:
  case ADREF_IMAGE:
  case ADREF_FOOTNOTE:
  case ADREF_BRACKET:
  case ADREF_ALTERNATIVE:
  case ADREF_EDGE:
  case ADREF_AD_REF: return;
  }
}

static void leave_block(State *state, const AdrefNode *node)
{
  if (node->type == ADREF_LIST) {
    leave_list(&state->writer, node);
    g_array_set_size(state->counts, state->counts->len - 1);
  }
  if (node->type == ADREF_ITEM || node->type == ADREF_QUOTE)
    leave_container(&state->writer, node, state->widths);
}

static gboolean is_leaf(const AdrefNode *node)
{
  return node->type == ADREF_HEADING || node->type == ADREF_PARAGRAPH;
}

static void state_init(State *state, gboolean markers, const AdrefSpelling *how)
{
  *state = (State){.writer = {.out = g_string_new(NULL), .markers = markers, .how = how}};
  state->writer.prefix = g_string_new(NULL);
  state->writer.first = g_string_new(NULL);
  state->writer.lines = g_string_new(NULL);
  state->writer.twins = g_array_new(FALSE, FALSE, sizeof(gboolean));
  state->counts = g_array_new(FALSE, FALSE, sizeof(guint));
  state->widths = g_array_new(FALSE, FALSE, sizeof(guint));
}

/* Frees the state and gives what was written. */
static GString *state_end(State *state)
{
  g_string_free(state->writer.prefix, TRUE);
  g_string_free(state->writer.first, TRUE);
  g_string_free(state->writer.lines, TRUE);
  g_array_unref(state->writer.twins);
  g_array_unref(state->counts);
  g_array_unref(state->widths);
  return state->writer.out;
}

static void write_below(State *state, const AdrefNode *root)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    if (!walk.entering)
      leave_block(state, walk.node);
    else if (!is_left_out(&state->writer, walk.node))
      enter_block(state, walk.node);
    if (walk.entering && is_leaf(walk.node))
      adref_walk_skip(&walk);
  }
}

static GString *write_tree(const AdrefNode *root, gboolean markers, const AdrefSpelling *how)
{
  State state;
  state_init(&state, markers, how);
  write_below(&state, root);
  return state_end(&state);
}

GString *adref_canonical(const AdrefNode *document)
{
  static const AdrefSpelling whole = {FALSE, FALSE};
  return write_tree(document, TRUE, &whole);
}

GString *adref_canonical_starts(const AdrefNode *document, GArray *starts)
{
  static const AdrefSpelling whole = {FALSE, FALSE};
  State state;
  state_init(&state, TRUE, &whole);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_array_append_val(starts, state.writer.out->len);
    write_below(&state, clause);
  }
  return state_end(&state);
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

static void hash_clause(AdrefDigest *sum, State *state, const AdrefNode *clause)
{
  GString *out = state->writer.out;
  const AdrefClause *facts = clause->as.clause;
  g_string_truncate(out, 0);
  write_below(state, clause);
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
  State state;
  state_init(&state, FALSE, &printed);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    hash_clause(sum, &state, clause);
  g_string_free(state_end(&state), TRUE);
  return adref_digest_end_hex(sum);
}
