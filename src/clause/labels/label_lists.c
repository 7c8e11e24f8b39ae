#include "clause/labels/label_lists.h"

#include <string.h>

#include "base/error.h"
#include "clause/labels/item_label.h"
#include "clause/labels/numbering.h"

void adref_label_lists_init(AdrefLabelLists *self)
{
  *self = (AdrefLabelLists){.open = g_ptr_array_new()};
  self->margins = g_array_new(FALSE, FALSE, sizeof(gsize));
  self->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  self->ends = g_array_new(FALSE, FALSE, sizeof(gsize));
}

void adref_label_lists_clear(AdrefLabelLists *self)
{
  g_clear_pointer(&self->items, g_array_unref);
  g_clear_pointer(&self->joined, g_array_unref);
  g_ptr_array_unref(self->open);
  g_array_unref(self->margins);
  g_array_unref(self->starts);
  g_array_unref(self->ends);
}

/* Marks the lines of a paragraph as outside where a break of the paragraph itself precedes words.
 */
static void mark_outside(guint8 *inside, guint count, AdrefSourceLocator *locator,
                         cmark_node *paragraph)
{
  guint first = (guint)cmark_node_get_start_line(paragraph), line = first, uncounted = 0;
  cmark_iter *iter = cmark_iter_new(paragraph);
  cmark_event_type event;
  while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node(iter), *words = cmark_node_next(node);
    cmark_node_type type = cmark_node_get_type(node);
    gboolean breaks = type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_SOFTBREAK;
    if (breaks)
      adref_source_locator_pass_break(locator, node, &line, &uncounted);
    else if (node != paragraph && cmark_node_get_start_line(node) > 0)
      line = (guint)cmark_node_get_start_line(node) + uncounted;
    if (!breaks || cmark_node_parent(node) != paragraph || !words ||
        cmark_node_get_type(words) != CMARK_NODE_TEXT)
      continue;
    guint next = (guint)cmark_node_get_start_line(words) + uncounted - first;
    if (next < count)
      inside[next] = FALSE;
  }
  cmark_iter_free(iter);
}

static GArray *find_items(const AdrefLabelLists *self, const AdrefSourceLocator *locator,
                          const guint8 *inside)
{
  return adref_label_lines_find(
      locator->source->text, (const gsize *)(gconstpointer)self->margins->data,
      (const gsize *)(gconstpointer)self->starts->data,
      (const gsize *)(gconstpointer)self->ends->data, inside, self->starts->len);
}

/* Finds the items again without those that begin inside of emphasis or the like. */
static void leave_out_inside(AdrefLabelLists *self, AdrefSourceLocator *locator, cmark_node *from)
{
  guint count = self->starts->len;
  g_autofree guint8 *inside = g_malloc(count);
  memset(inside, TRUE, count);
  inside[0] = cmark_node_get_type(cmark_node_first_child(from)) != CMARK_NODE_TEXT;
  mark_outside(inside, count, locator, from);
  g_array_unref(self->items);
  self->items = find_items(self, locator, inside);
}

static GArray *find_joined(const AdrefLabelLists *self, const AdrefSourceLocator *locator)
{
  return adref_label_lines_find_joined(
      locator->source->text, (const gsize *)(gconstpointer)self->margins->data,
      (const gsize *)(gconstpointer)self->starts->data,
      (const gsize *)(gconstpointer)self->ends->data, self->starts->len, self->items,
      self->container->type == ADREF_ITEM);
}

void adref_label_lists_begin(AdrefLabelLists *self, AdrefNode *container,
                             AdrefSourceLocator *locator, const AdrefSourceLine *first,
                             cmark_node *from)
{
  GArray *const lines[] = {self->margins, self->starts, self->ends};
  guint last = (guint)cmark_node_get_end_line(from);
  if (last <= first->line)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
    g_array_set_size(lines[i], 0);
  adref_source_locator_lines(locator, first, last, self->margins, self->starts, self->ends);
  self->container = container;
  self->line = first->line;
  self->next = 0;
  self->items = find_items(self, locator, NULL);
  if (self->items)
    leave_out_inside(self, locator, from);
  self->joined = find_joined(self, locator);
}

void adref_label_lists_report_joined(const AdrefLabelLists *self, GPtrArray *problems)
{
  for (guint i = 0; self->joined && i < self->joined->len; i++) {
    const AdrefLabelLine *line = &g_array_index(self->joined, AdrefLabelLine, i);
    adref_problem(problems, self->line + line->line, 1,
                  "%s begins this line and is read as words of the line before; where it begins a "
                  "paragraph, put an empty line above it",
                  line->label);
    adref_problems_set_rule(problems, "joined-label");
  }
}

void adref_label_lists_end(AdrefLabelLists *self)
{
  g_clear_pointer(&self->items, g_array_unref);
  g_clear_pointer(&self->joined, g_array_unref);
  g_ptr_array_set_size(self->open, 0);
}

static AdrefNode *append(AdrefNode *parent, AdrefNodeType type, guint line)
{
  AdrefNode *node = adref_node_new(type);
  node->line = line;
  node->column = 1;
  adref_node_append(parent, node);
  return node;
}

/* The list that an item belongs to: an open one, or a new one in the item that is open. */
static AdrefNode *list_for(AdrefLabelLists *self, const AdrefLabelLine *item, guint line)
{
  guint level = MIN(item->level, self->open->len);
  AdrefNode *before = level < self->open->len ? self->open->pdata[level] : NULL;
  g_ptr_array_set_size(self->open, (int)level);
  if (before && !item->begins)
    return before->parent;
  AdrefNode *parent = level > 0 ? self->open->pdata[level - 1] : self->container;
  AdrefNode *list = append(parent, ADREF_LIST, line);
  list->as.list.labelled = list->as.list.tight = TRUE;
  return list;
}

AdrefNode *adref_label_lists_take(AdrefLabelLists *self, guint line, gsize *skip)
{
  while (self->items && self->next < self->items->len) {
    const AdrefLabelLine *found = &g_array_index(self->items, AdrefLabelLine, self->next);
    if (self->line + found->line > line)
      return NULL;
    self->next++;
    if (self->line + found->line < line)
      continue;
    AdrefNode *item = append(list_for(self, found, line), ADREF_ITEM, line);
    adref_node_take_text(item, g_strdup(found->label), strlen(found->label));
    g_ptr_array_add(self->open, item);
    *skip = found->length;
    return item;
  }
  return NULL;
}

gboolean adref_list_is_counted(const AdrefNode *list)
{
  const AdrefNode *item = list->first;
  return list->as.list.ordered || (list->as.list.labelled &&
                                   !(item && item->text && adref_item_label_is_bullet(item->text)));
}

/* --- lists of several texts --- */

/* The bullet that an item of the list has; NULL: none has any. */
static const char *bullet_of(const AdrefNode *list)
{
  for (const AdrefNode *item = list->first; item; item = item->next)
    if (item->text && adref_item_label_is_bullet(item->text))
      return item->text;
  return NULL;
}

static void mend_bullets(AdrefNode *list)
{
  const char *bullet = bullet_of(list);
  g_autofree char *sign = g_strdup(bullet);
  for (AdrefNode *item = list->first; item && sign; item = item->next) {
    if (list->as.list.labelled && !item->text)
      adref_node_take_text(item, g_strdup(sign), strlen(sign));
    else if (!list->as.list.labelled && item->text && adref_item_label_is_bullet(item->text))
      adref_node_take_text(item, NULL, 0);
  }
}

/* A list for the items behind `list` that have a label, or have none. */
static AdrefNode *begin_list(AdrefNode *list, gboolean labelled, guint start)
{
  AdrefNode *other = adref_node_new(ADREF_LIST);
  other->line = list->line;
  other->column = list->column;
  other->as.list = list->as.list;
  if (labelled || list->as.list.labelled)
    other->as.list.ordered = other->as.list.parenthesis = false;
  other->as.list.tight = labelled || list->as.list.labelled || list->as.list.tight;
  other->as.list.labelled = labelled;
  other->as.list.start = other->as.list.ordered ? start : 0;
  return other;
}

static void divide(AdrefNode *list)
{
  AdrefNode *to = NULL;
  guint next = list->as.list.start;
  for (AdrefNode *item = list->first, *behind; item; item = behind) {
    behind = item->next;
    gboolean labelled = item->text != NULL;
    if (!to || to->as.list.labelled != labelled) {
      to = begin_list(list, labelled, next);
      adref_node_insert_before(list, to);
    }
    if (!labelled)
      next = adref_item_number(item, next) + 1;
    adref_node_unlink(item);
    adref_node_append(to, item);
  }
}

static gboolean is_mixed(const AdrefNode *list)
{
  for (const AdrefNode *item = list->first; item; item = item->next)
    if ((item->text != NULL) != (list->as.list.labelled != false))
      return TRUE;
  return FALSE;
}

/* "(c)" after "(b)"; NULL: nothing follows. Caller frees. */
static char *label_after(const char *label)
{
  gsize length = label ? strlen(label) : 0;
  gboolean is_letter = length == 3 && label[0] == '(' && label[2] == ')';
  if (!is_letter || !g_ascii_isalpha(label[1]) || label[1] == 'z' || label[1] == 'Z')
    return NULL;
  return g_strdup_printf("(%c)", label[1] + 1);
}

void adref_label_list_set_kind(AdrefNode *list)
{
  for (AdrefNode *item = list->first; item; item = item->next) {
    if (!list->as.list.labelled && item->text) {
      adref_node_take_text(item, NULL, 0);
    } else if (list->as.list.labelled && !item->text) {
      char *label = label_after(item->prev ? item->prev->text : NULL);
      if (label)
        adref_node_take_text(item, label, strlen(label));
    }
  }
}

/* --- labels of several texts --- */

/* How the labels of a list are written: "(a)", "iv.", "2)". */
typedef struct {
  AdrefItemLabelKind kind;
  gsize before, length; /* of the sign before the first label, and of its letters or digits */
} LabelForm;

static gboolean is_roman(AdrefItemLabelKind kind)
{
  return kind == ADREF_ITEM_LABEL_ROMAN || kind == ADREF_ITEM_LABEL_ROMAN_CAPITAL;
}

static LabelForm form_of(const AdrefNode *list)
{
  const char *first = list->first->text;
  LabelForm form = {.before = *first == '(' ? 1 : 0};
  while (g_ascii_isalnum(first[form.before + form.length]))
    form.length++;
  for (const AdrefNode *item = list->first; item && !is_roman(form.kind); item = item->next)
    form.kind = adref_item_label_read(item->text, strlen(item->text)).kind;
  return form;
}

/* What a label counts in such a list; 0: it is written in another way, or has a suffix. */
static guint value_of(const char *label, const LabelForm *form, const char *first)
{
  AdrefItemLabel read = adref_item_label_read(label, strlen(label));
  gboolean figure = form->kind == ADREF_ITEM_LABEL_FIGURE, roman = is_roman(form->kind);
  gsize length = 0;
  while (g_ascii_isalnum(label[form->before + length]))
    length++;
  if (length == 0 || read.length != strlen(label) || read.suffix > 0 ||
      strncmp(label, first, form->before) != 0 ||
      strcmp(label + form->before + length, first + form->before + form->length) != 0 ||
      figure != (read.kind == ADREF_ITEM_LABEL_FIGURE) ||
      !g_ascii_isupper(label[form->before]) != !g_ascii_isupper(first[form->before]))
    return 0;
  return roman ? adref_numbering_roman_value(label + form->before, length)
               : (!figure && length > 1 ? 0 : read.numbers[0]);
}

static void write_label(AdrefNode *item, const LabelForm *form, const char *first, guint number)
{
  gboolean capital = g_ascii_isupper(first[form->before]);
  g_autofree char *roman = is_roman(form->kind) ? adref_numbering_roman(number, capital) : NULL;
  g_autofree char *middle = roman ? g_steal_pointer(&roman)
                            : form->kind == ADREF_ITEM_LABEL_FIGURE
                                ? g_strdup_printf("%u", number)
                                : g_strdup_printf("%c", (capital ? 'A' : 'a') + (int)number - 1);
  char *label = g_strdup_printf("%.*s%s%s", (int)form->before, first, middle,
                                first + form->before + form->length);
  adref_node_take_text(item, label, strlen(label));
}

/* The two labels as one word of a set. Caller frees. */
static char *gap_between(const AdrefNode *before, const AdrefNode *item)
{
  return g_strconcat(before->text, "\n", item->text, NULL);
}

/* What each label of a list counts (of guint); NULL: it is no list with labels that count, or one
 * is written in another way. The caller frees it. */
static GArray *values_of(const AdrefNode *list, const LabelForm *form)
{
  g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(guint));
  for (const AdrefNode *item = list->first; item; item = item->next) {
    guint value = value_of(item->text, form, list->first->text);
    if (value == 0)
      return NULL;
    g_array_append_val(values, value);
  }
  return g_steal_pointer(&values);
}

static gboolean has_labels(const AdrefNode *list)
{
  gboolean labelled = list->type == ADREF_LIST && list->as.list.labelled && list->first;
  for (const AdrefNode *item = labelled ? list->first : NULL; item; item = item->next)
    if (!item->text)
      return FALSE;
  return labelled;
}

void adref_label_gaps_add(GHashTable *gaps, const AdrefNode *root)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    const AdrefNode *list = walk.node;
    if (!walk.entering || !has_labels(list))
      continue;
    LabelForm form = form_of(list);
    g_autoptr(GArray) values = values_of(list, &form);
    const AdrefNode *item = values ? list->first->next : NULL;
    for (guint i = 1; item; item = item->next, i++)
      if (g_array_index(values, guint, i) > g_array_index(values, guint, i - 1) + 1)
        g_hash_table_add(gaps, gap_between(item->prev, item));
  }
}

/* Whether the labels of a list are those of one text: each follows the one before it, or the gap
 * between them was typed. */
static gboolean follow(const AdrefNode *list, const GArray *values, GHashTable *gaps)
{
  const AdrefNode *item = list->first->next;
  for (guint i = 1; item; item = item->next, i++) {
    guint now = g_array_index(values, guint, i), before = g_array_index(values, guint, i - 1);
    g_autofree char *gap = gap_between(item->prev, item);
    if (now != before + 1 && !(now > before && g_hash_table_contains(gaps, gap)))
      return FALSE;
  }
  return TRUE;
}

/* Counts the items of a list anew where its labels of several texts do not follow one another:
 * "(a)", "(b)", "(b)" would be read as words. */
static void recount(AdrefNode *list, GHashTable *gaps)
{
  enum {
    LETTERS = 26
  };
  if (!has_labels(list))
    return;
  LabelForm form = form_of(list);
  g_autoptr(GArray) values = values_of(list, &form);
  if (!values || follow(list, values, gaps))
    return;
  g_autofree char *first = g_strdup(list->first->text);
  guint start = G_MAXUINT;
  for (guint i = 0; i < values->len; i++)
    start = MIN(start, g_array_index(values, guint, i));
  gboolean few = is_roman(form.kind) || form.kind == ADREF_ITEM_LABEL_FIGURE ||
                 start + values->len - 1 <= LETTERS;
  for (AdrefNode *item = list->first; item && few; item = item->next)
    write_label(item, &form, first, start++);
}

/* Whether a list stands in an item that has a label itself: there "(i)" alone is an item. */
static gboolean is_in_labelled(const AdrefNode *list)
{
  return list->parent->type == ADREF_ITEM && list->parent->text;
}

/* Whether one item with a counted label is left of a list, which is read as words. */
static gboolean is_alone(const AdrefNode *list)
{
  const AdrefNode *item = list->first;
  return list->as.list.labelled && item && !item->next && item->text && item->first &&
         item->first->type == ADREF_PARAGRAPH && item->first->first &&
         !adref_item_label_is_bullet(item->text) && !is_in_labelled(list);
}

/* The first node of the words of a paragraph; of words that stand or go as a whole, "[report - JPN
 * delete]", the first one in the bracket: the label stands or goes with them. */
static AdrefNode *first_of_words(const AdrefNode *paragraph)
{
  AdrefNode *first = paragraph->first;
  gboolean is_bracketed = first == paragraph->last && first->type == ADREF_BRACKET &&
                          first->first && first->first == first->last && first->first->first;
  return is_bracketed ? first->first->first : first;
}

/* The paragraph of the item with its label as words, and what follows it, in the place of the list.
 */
static void unwrap(AdrefNode *list)
{
  AdrefNode *item = list->first;
  g_autofree char *label = g_strconcat(item->text, " ", NULL);
  adref_node_insert_before(first_of_words(item->first), adref_node_new_text(ADREF_TEXT, label, -1));
  while (item->first) {
    AdrefNode *block = item->first;
    adref_node_unlink(block);
    adref_node_insert_before(list, block);
  }
  adref_node_free(list);
}

void adref_label_lists_mend(AdrefNode *root, GHashTable *gaps)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    AdrefNode *list = walk.node;
    if (list->type != ADREF_LIST || walk.entering || list == root)
      continue;
    if (is_alone(list)) {
      unwrap(list);
      continue;
    }
    if (!is_mixed(list)) {
      recount(list, gaps);
      continue;
    }
    mend_bullets(list);
    if (!is_mixed(list))
      continue;
    divide(list);
    adref_node_free(list);
  }
}

/* Whether a paragraph stands behind another block, which may be that of another clause in a text
 * without markers. */
static gboolean is_behind_block(const AdrefNode *paragraph)
{
  const AdrefNode *parent = paragraph->parent;
  if (parent->type == ADREF_CLAUSE)
    return paragraph->prev || (parent->as.clause->kind == ADREF_PLAIN && parent->prev);
  return paragraph->prev && parent->type == ADREF_ITEM && !parent->text;
}

/* The label of a paragraph that stands behind another block; its length is 0 where it has none. */
static AdrefItemLabel label_alone(const AdrefNode *paragraph)
{
  const AdrefNode *text = paragraph->first;
  gboolean is_behind = paragraph->type == ADREF_PARAGRAPH && text && text->type == ADREF_TEXT &&
                       text->text && is_behind_block(paragraph);
  AdrefItemLabel label =
      is_behind ? adref_item_label_read(text->text, text->length) : (AdrefItemLabel){0};
  gboolean has_words = label.length > 0 && label.length + 1 < text->length &&
                       text->text[label.length] == ' ' && label.kind <= ADREF_ITEM_LABEL_CAPITAL;
  return has_words ? label : (AdrefItemLabel){0};
}

void adref_label_lists_wrap_alone(AdrefNode *root)
{
  g_autoptr(GPtrArray) paragraphs = adref_node_find_all(root, ADREF_PARAGRAPH);
  for (guint i = 0; i < paragraphs->len; i++) {
    AdrefNode *paragraph = paragraphs->pdata[i];
    AdrefItemLabel label = label_alone(paragraph);
    if (label.length == 0)
      continue;
    AdrefNode *list = adref_node_new(ADREF_LIST), *text = paragraph->first;
    AdrefNode *item = adref_node_new_text(ADREF_ITEM, text->text, (gssize)label.length);
    list->as.list.labelled = list->as.list.tight = TRUE;
    gsize start = label.length + 1;
    adref_node_take_text(text, g_strdup(text->text + start), text->length - start);
    adref_node_insert_before(paragraph, list);
    adref_node_append(list, item);
    adref_node_unlink(paragraph);
    adref_node_append(item, paragraph);
  }
}

gboolean adref_label_lists_exist(const AdrefNode *root)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (walk.entering && node->type == ADREF_LIST && node->as.list.labelled && node->first &&
        node->first->text && !adref_item_label_is_bullet(node->first->text))
      return TRUE;
    if (walk.entering && adref_node_holds_inlines(node))
      adref_walk_skip(&walk);
  }
  return FALSE;
}
