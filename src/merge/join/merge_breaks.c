#include "merge/join/merge_breaks.h"

#include "clause/node_copy.h"
#include "merge/join/merge_block.h"
#include "merge/join/merge_events.h"

/* --- parts to one paragraph --- */

/* A break is a LINE_BREAK that has a text, the number of the part that begins there. */
static AdrefNode *break_new(guint part)
{
  g_autofree char *number = g_strdup_printf("%u", part);
  return adref_node_new_text(ADREF_LINE_BREAK, number, -1);
}

static gboolean is_break(const AdrefNode *node)
{
  return node->type == ADREF_LINE_BREAK && node->text;
}

static const AdrefMergePart *part_at(const GArray *parts, guint i)
{
  return &g_array_index(parts, AdrefMergePart, i);
}

/* Whether a script has no spaces between its sentences. */
static gboolean is_close(gunichar c)
{
  return g_unichar_iswide(c) && g_unichar_get_script(c) != G_UNICODE_SCRIPT_HANGUL;
}

/* Whether two paragraphs are joined with a space between them. */
static gboolean has_space_between(const AdrefNode *left, const AdrefNode *right)
{
  const AdrefNode *end = left->last, *start = right->first;
  if (!end || !start || end->type != ADREF_TEXT || start->type != ADREF_TEXT || end->length == 0)
    return TRUE;
  return !is_close(g_utf8_get_char(g_utf8_prev_char(end->text + end->length))) ||
         !is_close(g_utf8_get_char(start->text));
}

static AdrefNode *join(const GArray *parts)
{
  AdrefNode *whole = adref_node_new(ADREF_PARAGRAPH);
  for (guint i = 0; i < parts->len; i++) {
    const AdrefMergePart *part = part_at(parts, i);
    adref_node_append(whole, break_new(part->part));
    if (i > 0 && has_space_between(part_at(parts, i - 1)->paragraph, part->paragraph))
      adref_node_append(whole, adref_node_new_text(ADREF_TEXT, " ", 1));
    for (const AdrefNode *node = part->paragraph->first; node; node = node->next)
      adref_node_append(whole, adref_node_copy_tree(node, ADREF_KEPT));
  }
  adref_node_pair_bracket_edges(whole);
  return whole;
}

/* --- one paragraph to parts --- */

typedef struct {
  AdrefMergeContext *context;
  GArray *const *sides;
  GHashTable *holders; /* part + 1 -> how many texts have it, of `texts` */
  guint texts;
} Parts;

static void count_parts(Parts *self, const GArray *parts)
{
  self->texts++;
  for (guint i = 0; i < parts->len; i++) {
    gpointer key = GUINT_TO_POINTER(part_at(parts, i)->part + 1);
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(self->holders, key));
    g_hash_table_insert(self->holders, key, GUINT_TO_POINTER(count + 1));
  }
}

static guint part_of(const AdrefNode *line_break)
{
  return (guint)g_ascii_strtoull(line_break->text, NULL, 10);
}

/* Whether some text has no break there. */
static gboolean is_open(const Parts *self, const AdrefNode *line_break)
{
  gpointer key = GUINT_TO_POINTER(part_of(line_break) + 1);
  return GPOINTER_TO_UINT(g_hash_table_lookup(self->holders, key)) < self->texts;
}

static void report_break(const Parts *self)
{
  AdrefMergeEvent *event =
      adref_merge_event_add(self->context, ADREF_MERGE_UNPLACED, "where a paragraph ends");
  for (guint s = 0; s < self->context->count; s++)
    if (self->sides[s])
      adref_merge_event_add_side(self->context, event, s);
}

/* Takes off the space with which the words behind a break begin. */
static gboolean trim(AdrefNode *parent)
{
  AdrefNode *text = parent->first;
  if (!text || text->type != ADREF_TEXT || *text->text != ' ')
    return FALSE;
  if (text->length == 1)
    adref_node_free(text);
  else
    adref_node_take_text(text, g_strdup(text->text + 1), text->length - 1);
  return TRUE;
}

/* A break in a bracket becomes the space behind it, which stands before the bracket where the break
 * begins an alternative. */
static void close_break(AdrefNode *line_break)
{
  AdrefNode *alternative = line_break->parent, *bracket = alternative->parent;
  gboolean begins = alternative->first == line_break;
  adref_node_free(line_break);
  if (!begins || !trim(alternative))
    return;
  const AdrefNode *before = bracket->prev;
  if (before && (before->type != ADREF_TEXT || !g_str_has_suffix(before->text, " ")))
    adref_node_insert_before(bracket, adref_node_new_text(ADREF_TEXT, " ", 1));
}

/* Words in a bracket are not divided into paragraphs. FALSE: a break stands where none can be. */
static gboolean leave_breaks_in_brackets(const Parts *self, AdrefNode *whole)
{
  g_autoptr(GPtrArray) breaks = adref_node_find_all(whole, ADREF_LINE_BREAK);
  gboolean found = FALSE;
  for (guint i = 0; i < breaks->len; i++) {
    AdrefNode *each = breaks->pdata[i];
    if (!is_break(each) || each->parent == whole)
      continue;
    if (each->parent->type != ADREF_ALTERNATIVE || !is_open(self, each))
      return FALSE;
    close_break(each);
    found = TRUE;
  }
  if (found)
    report_break(self);
  return TRUE;
}

static void free_parts(GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    adref_node_free((AdrefNode *)(guintptr)part_at(parts, i)->paragraph);
  g_array_unref(parts);
}

/* Whether each part stands once and has words. */
static gboolean are_whole(const GArray *parts)
{
  g_autoptr(GHashTable) found = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < parts->len; i++)
    if (!part_at(parts, i)->paragraph->first ||
        !g_hash_table_add(found, GUINT_TO_POINTER(part_at(parts, i)->part)))
      return FALSE;
  return parts->len > 0;
}

/* The part that words before the first break are of: of those of the base before it, which all were
 * taken out, the last one. ADREF_NO_MATCH: there is none. */
static guint first_part(const GArray *base, const AdrefNode *whole)
{
  const AdrefNode *node = whole->first;
  guint part = ADREF_NO_MATCH;
  while (node && !is_break(node))
    node = node->next;
  for (guint i = 0; i < base->len; i++) {
    if (node && part_at(base, i)->part == part_of(node))
      return part;
    part = part_at(base, i)->part;
  }
  return node ? ADREF_NO_MATCH : part;
}

static AdrefNode *add_part(GArray *parts, guint number)
{
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH);
  AdrefMergePart part = {paragraph, number};
  g_array_append_val(parts, part);
  return paragraph;
}

/* NULL: a part without words would be left, or it is not known of which part words are. */
static GArray *divide(const GArray *base, AdrefNode *whole)
{
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(AdrefMergePart));
  guint first = first_part(base, whole);
  AdrefNode *paragraph = NULL;
  if (first != ADREF_NO_MATCH && whole->first && !is_break(whole->first))
    paragraph = add_part(parts, first);
  while (whole->first && (paragraph || is_break(whole->first))) {
    AdrefNode *node = whole->first;
    if (is_break(node)) {
      paragraph = add_part(parts, part_of(node));
      adref_node_free(node);
    } else {
      adref_node_unlink(node);
      adref_node_append(paragraph, node);
      trim(paragraph);
    }
  }
  if (!whole->first && are_whole(parts))
    return parts;
  free_parts(parts);
  return NULL;
}

/* --- the whole --- */

/* The parts of a text as one paragraph. NULL: the text is unchanged. */
static AdrefNode *add_text(Parts *self, const GArray *parts)
{
  if (!parts)
    return NULL;
  count_parts(self, parts);
  return join(parts);
}

/* Whether a text has an agreement mark, which stands at the end of a paragraph. */
static gboolean is_agreed(const AdrefNode *whole)
{
  g_autoptr(GPtrArray) marks = whole ? adref_node_find_all(whole, ADREF_AD_REF) : NULL;
  return marks && marks->len > 0;
}

GArray *adref_merge_parts(AdrefMergeContext *context, const GArray *base, GArray *const *sides)
{
  g_autoptr(GHashTable) holders = g_hash_table_new(NULL, NULL);
  Parts self = {context, sides, holders, 0};
  g_autoptr(AdrefNode) whole = add_text(&self, base), out = adref_node_new(ADREF_PARAGRAPH);
  g_autofree AdrefNode **forms = g_new0(AdrefNode *, context->count + 1);
  gboolean possible = !is_agreed(whole);
  for (guint s = 0; s < context->count; s++) {
    forms[s] = add_text(&self, sides[s]);
    possible = possible && !is_agreed(forms[s]);
  }
  guint events = context->report->events->len, brackets = context->report->brackets;
  possible = possible &&
             adref_merge_block(context, whole, (const AdrefNode *const *)forms, ADREF_MERGE_NO_SIDE,
                               out) &&
             leave_breaks_in_brackets(&self, out);
  GArray *parts = possible ? divide(base, out) : NULL;
  if (!parts) {
    g_ptr_array_set_size(context->report->events, (int)events);
    context->report->brackets = brackets;
  }
  for (guint s = 0; s < context->count; s++)
    adref_node_free(forms[s]);
  return parts;
}
