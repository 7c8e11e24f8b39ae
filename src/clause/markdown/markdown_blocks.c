#include "clause/markdown/markdown_read_private.h"

#include <string.h>

#include "clause/brackets/word_bracket.h"
#include "clause/inline_normalize.h"
#include "clause/marker.h"
#include "clause/nfc.h"
#include "clause/node_copy.h"

enum {
  MAX_LEVELS = 100 /* nested quotes and items */
};

/* The number that follows in an open list, and the one that CommonMark counts. */
typedef struct {
  guint next, counted;
  gboolean is_uncounted; /* its author leaves the counting to the program: each item is typed 1 */
} ListNumbers;

static gboolean is_blank(const char *start, const char *end)
{
  for (; start < end; start++)
    if (*start != ' ' && *start != '\t')
      return FALSE;
  return TRUE;
}

/* Makes lines of white space empty: cmark does not keep their white space inside a list. */
static void empty_blank_lines(char *text)
{
  char *to = text;
  for (const char *from = text; *from;) {
    const char *end = from + strcspn(from, "\n");
    if (!is_blank(from, end)) {
      memmove(to, from, (gsize)(end - from));
      to += end - from;
    }
    if (*end == '\n')
      *to++ = *end++;
    from = end;
  }
  *to = '\0';
}

static char *block_text(AdrefMarkdownReader *self, cmark_node *from, gsize *length)
{
  char *text = adref_preprocessed_restore(&self->source, cmark_node_get_literal(from), FALSE);
  empty_blank_lines(text);
  *length = strlen(text);
  return adref_nfc(text, length);
}

static void chomp(char *text)
{
  gsize length = strlen(text);
  while (length > 0 && text[length - 1] == '\n')
    text[--length] = '\0';
}

/* Clauses do not nest. A marker in a list or a quote stays a comment and is reported. */
static void report_nested_marker(AdrefMarkdownReader *self, const AdrefNode *comment,
                                 cmark_node *from)
{
  if (self->at->type == ADREF_DOCUMENT || comment->type != ADREF_COMMENT)
    return;
  g_autofree char *wrong = NULL;
  g_autoptr(AdrefNode) clause = adref_marker_read(comment->text, &wrong);
  if (!clause)
    return;
  adref_problem(self->brackets.problems, (guint)cmark_node_get_start_line(from),
                (guint)cmark_node_get_start_column(from),
                "a marker in a list or a quote begins no clause; put it outside of them");
  adref_problems_set_rule(self->brackets.problems, "marker");
}

/* Reports a comment without "-->": it hides the following words from every Markdown viewer. */
static void report_open_comment(AdrefMarkdownReader *self, const char *html, cmark_node *from)
{
  if (!g_str_has_prefix(html, "<!--"))
    return;
  const char *end = strstr(html, "-->"), *next = strstr(html + 4, "<!--");
  if (end && (!next || next >= end))
    return;
  adref_problem_serious(self->brackets.problems, (guint)cmark_node_get_start_line(from),
                        (guint)cmark_node_get_start_column(from),
                        "a comment without its end; --> is missing");
  adref_problems_set_rule(self->brackets.problems, "comment");
}

static AdrefNode *html_block(AdrefMarkdownReader *self, cmark_node *from)
{
  gsize length;
  g_autofree char *html = block_text(self, from, &length);
  chomp(html);
  char *start = html + strspn(html, " ");
  gsize trailing = strlen(start);
  while (trailing > 0 && (start[trailing - 1] == ' ' || start[trailing - 1] == '\t'))
    start[--trailing] = '\0';
  report_open_comment(self, start, from);
  AdrefNode *comment = adref_comment_read(start);
  if (comment) {
    report_nested_marker(self, comment, from);
    return comment;
  }
  if (g_str_has_prefix(start, "<!--") && strstr(start, "-->")) {
    adref_problem(self->brackets.problems, (guint)cmark_node_get_start_line(from), 1,
                  "words on the line of a comment; put them on a line of their own");
    adref_problems_set_rule(self->brackets.problems, "comment");
  }
  return adref_node_new_text(ADREF_HTML, start, -1);
}

static AdrefNode *code_block(AdrefMarkdownReader *self, cmark_node *from)
{
  AdrefNode *code = adref_node_new(ADREF_CODE_BLOCK);
  gsize length;
  char *text = block_text(self, from, &length);
  adref_node_take_text(code, text, length);
  const char *info = cmark_node_get_fence_info(from);
  code->as.info = adref_inline_normalize_spaces(
      adref_preprocessed_restore(&self->source, info ? info : "", TRUE));
  gsize info_length = strlen(code->as.info);
  code->as.info = adref_nfc(code->as.info, &info_length);
  return code;
}

static AdrefNode *list(cmark_node *from)
{
  AdrefNode *node = adref_node_new(ADREF_LIST);
  node->as.list.ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
  node->as.list.parenthesis = cmark_node_get_list_delim(from) == CMARK_PAREN_DELIM;
  node->as.list.tight = cmark_node_get_list_tight(from) != 0;
  node->as.list.start = node->as.list.ordered ? (guint)cmark_node_get_list_start(from) : 0;
  return node;
}

/* Reports a number that other Markdown viewers show otherwise. Where they count on, the numbers of
 * the items behind it differ in the same way. */
static void report_typed_number(AdrefMarkdownReader *self, const AdrefNode *item, guint counted)
{
  if (item->as.item.number == counted)
    return;
  adref_problem(self->brackets.problems, item->line, item->column,
                "the number %u is typed here and stays; another Markdown viewer counts on and "
                "shows %u; a heading or a comment between two lists prevents that",
                item->as.item.number, counted);
  adref_problems_set_rule(self->brackets.problems, "typed-number");
}

/* Keeps the number of an item where it does not follow the number before it. */
static void read_item_number(AdrefMarkdownReader *self, AdrefNode *item)
{
  if (!item->parent->as.list.ordered)
    return;
  ListNumbers *numbers = &g_array_index(self->numbers, ListNumbers, self->numbers->len - 1);
  guint typed = numbers->is_uncounted
                    ? numbers->next
                    : adref_source_locator_number(&self->locator, item->line, item->column);
  if (typed != numbers->next) {
    item->as.item.typed = TRUE;
    item->as.item.number = typed;
    report_typed_number(self, item, numbers->counted);
  }
  numbers->next = typed + 1;
  numbers->counted++;
}

static AdrefNode *heading(cmark_node *from)
{
  AdrefNode *node = adref_node_new(ADREF_HEADING);
  node->as.level = (guint)cmark_node_get_heading_level(from);
  return node;
}

/* Footnotes are items of a list for cmark (clause/preprocess.h). */
static gboolean is_footnote_item(const AdrefMarkdownReader *self, cmark_node *item)
{
  cmark_node *paragraph = cmark_node_first_child(item);
  cmark_node *text = paragraph ? cmark_node_first_child(paragraph) : NULL;
  return text && cmark_node_get_type(text) == CMARK_NODE_TEXT &&
         adref_preprocessed_sentinel(&self->source, cmark_node_get_literal(text)) ==
             ADREF_SENTINEL_FOOTNOTE;
}

/* A node for a block of cmark; NULL for the document itself and for inlines. */
static AdrefNode *new_block(AdrefMarkdownReader *self, cmark_node *from)
{
  cmark_node_type type = cmark_node_get_type(from);
  if (type == CMARK_NODE_PARAGRAPH)
    return adref_node_new(ADREF_PARAGRAPH);
  if (type == CMARK_NODE_HEADING)
    return heading(from);
  if (type == CMARK_NODE_LIST)
    return list(from);
  if (type == CMARK_NODE_ITEM)
    return adref_node_new(is_footnote_item(self, from) ? ADREF_FOOTNOTE_TEXT : ADREF_ITEM);
  if (type == CMARK_NODE_BLOCK_QUOTE)
    return adref_node_new(ADREF_QUOTE);
  if (type == CMARK_NODE_CODE_BLOCK)
    return code_block(self, from);
  if (type == CMARK_NODE_HTML_BLOCK)
    return html_block(self, from);
  if (type == CMARK_NODE_THEMATIC_BREAK)
    return adref_node_new(ADREF_RULE);
  return NULL;
}

/* Whether an item with these blocks can be part of a tight list: it has one paragraph, and perhaps
 * a list that begins with words, since an empty item cannot interrupt a paragraph, and neither can
 * a list with labels. */
static gboolean is_tight_item(const AdrefNode *first)
{
  if (!first)
    return TRUE;
  const AdrefNode *below = first->next;
  if (below && below->type == ADREF_LIST && below->as.list.labelled)
    return FALSE;
  if (first->type != ADREF_PARAGRAPH || (below && below->next))
    return FALSE;
  return !below || (below->type == ADREF_LIST && below->first && below->first->first);
}

static void set_tightness(AdrefNode *node)
{
  for (const AdrefNode *item = node->first; item; item = item->next)
    if (!is_tight_item(item->first))
      node->as.list.tight = FALSE;
}

/* Whether the words of an item end with a colon, and no list follows in it. Marks behind it may end
 * emphasis; one that is escaped is passed over likewise, as it was before it got its escape. */
static gboolean announces_list(AdrefMarkdownReader *self, cmark_node *item)
{
  cmark_node *last = cmark_node_last_child(item);
  gsize length = 0;
  const char *line =
      last && cmark_node_get_type(last) == CMARK_NODE_PARAGRAPH
          ? adref_source_locator_line(&self->locator, (guint)cmark_node_get_end_line(last), &length)
          : NULL;
  while (length > 0 && strchr(" \t*_\\", line[length - 1]))
    length--;
  return length > 0 && line[length - 1] == ':';
}

/* "1." before every item, which Markdown files have so that nobody has to count. One item alone, or
 * another number anywhere, is counted by its author, and so is the second of two behind one that
 * announces a list: its 1 begins that list. */
static gboolean is_uncounted(AdrefMarkdownReader *self, cmark_node *list)
{
  cmark_node *first = cmark_node_first_child(list);
  cmark_node *second = first ? cmark_node_next(first) : NULL;
  if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST || !second)
    return FALSE;
  for (cmark_node *item = first; item; item = cmark_node_next(item))
    if (adref_source_locator_number(&self->locator, (guint)cmark_node_get_start_line(item),
                                    (guint)cmark_node_get_start_column(item)) != 1)
      return FALSE;
  return cmark_node_next(second) || !announces_list(self, first);
}

static void enter_container(AdrefMarkdownReader *self, cmark_node *from, const AdrefNode *node)
{
  self->quotes += node->type == ADREF_QUOTE;
  self->levels += node->type != ADREF_LIST;
  if (node->type == ADREF_LIST) {
    ListNumbers numbers = {node->as.list.start, node->as.list.start, is_uncounted(self, from)};
    g_array_append_val(self->numbers, numbers);
    g_ptr_array_add(self->lists, (gpointer)(guintptr)node);
  }
  AdrefLocation place = {self->name, node->line, node->column};
  if (self->levels > MAX_LEVELS)
    adref_error_at(&self->error, ADREF_ERROR_INPUT, place,
                   "quotes and lists stand in each other too deep; allowed are %d levels",
                   MAX_LEVELS);
}

static AdrefNode *open_list(const AdrefMarkdownReader *self)
{
  return self->lists->pdata[self->lists->len - 1];
}

/* Ends a list. One that had only footnotes in it is none. */
static void leave_list(AdrefMarkdownReader *self)
{
  AdrefNode *list = self->at;
  set_tightness(list);
  g_array_set_size(self->numbers, self->numbers->len - 1);
  g_ptr_array_set_size(self->lists, (int)self->lists->len - 1);
  self->at = list->parent;
  if (!list->first)
    adref_node_free(list);
}

static void leave_container(AdrefMarkdownReader *self)
{
  const AdrefNode *container = self->at;
  if (container->type == ADREF_LIST) {
    leave_list(self);
    return;
  }
  self->quotes -= container->type == ADREF_QUOTE;
  self->levels--;
  self->at = container->type == ADREF_FOOTNOTE_TEXT ? open_list(self) : container->parent;
}

/* A footnote stands behind the list in which cmark has it. */
static void add_footnote_text(AdrefMarkdownReader *self, AdrefNode *text)
{
  adref_node_append(self->at->parent, text);
}

/* An item behind a footnote begins a list of its own. */
static void add_item(AdrefMarkdownReader *self, AdrefNode *item)
{
  AdrefNode *list = self->at;
  if (list->next) {
    set_tightness(list);
    self->at = adref_node_copy(list);
    adref_node_append(list->parent, self->at);
    self->lists->pdata[self->lists->len - 1] = self->at;
    if (!list->first)
      adref_node_free(list);
  }
  adref_node_append(self->at, item);
  read_item_number(self, item);
}

static void report_flattened_table(AdrefMarkdownReader *self, const AdrefNode *paragraph)
{
  if (!adref_table_is_flattened(paragraph))
    return;
  adref_problem(self->brackets.problems, paragraph->line, paragraph->column,
                "\"|---|\" that makes no table; put each row of a table on a line of its own, and "
                "below the first as many \"---\" as it has cells");
  adref_problems_set_rule(self->brackets.problems, "table");
}

/* Writes the space between the colon and the words of a footnote, if it is missing. */
static void space_footnote(AdrefNode *block)
{
  const AdrefNode *mark = block->first;
  AdrefNode *text = mark ? mark->next : NULL;
  if (!block->parent || block->parent->type != ADREF_FOOTNOTE_TEXT || block->prev || !text ||
      text->type != ADREF_TEXT || text->text[1] == ' ' ||
      (!text->text[1] && (!text->next || text->next->type == ADREF_AD_REF)))
    return;
  text->text[0] = ':';
  char *spaced = g_strconcat(": ", text->text + 1, NULL);
  adref_node_take_text(text, spaced, text->length + 1);
}

static gboolean is_mark_of_text(const AdrefNode *mark)
{
  return mark && mark->type == ADREF_FOOTNOTE && mark->next && mark->next->type == ADREF_TEXT &&
         mark->next->text[0] == ':';
}

/* The mark of a second footnote directly behind that of the first, "[^1]: [^2]: words"; or NULL. */
static AdrefNode *second_footnote(const AdrefMarkdownReader *self, const AdrefNode *block)
{
  AdrefNode *mark = block->first, *second = is_mark_of_text(mark) ? mark->next->next : NULL;
  gboolean begins = self->at->type == ADREF_FOOTNOTE_TEXT && block->parent == self->at;
  return begins && !block->prev && is_mark_of_text(second) &&
                 strspn(mark->next->text + 1, " ") + 1 == mark->next->length
             ? second
             : NULL;
}

/* The first of two such footnotes has no words; what follows belongs to the second. */
static void split_footnote(AdrefMarkdownReader *self, AdrefNode *block)
{
  for (AdrefNode *second; (second = second_footnote(self, block));) {
    AdrefNode *footnote = adref_node_copy(self->at), *paragraph = adref_node_copy(block);
    while (second) {
      AdrefNode *node = second;
      second = second->next;
      adref_node_unlink(node);
      adref_node_append(paragraph, node);
    }
    adref_node_append(footnote, paragraph);
    adref_node_append(self->at->parent, footnote);
    self->at = footnote;
    space_footnote(paragraph);
    block = paragraph;
  }
}

static void leave_inlines(AdrefMarkdownReader *self)
{
  AdrefNode *block = self->inlines.at;
  GPtrArray *edges = self->inlines.edges;
  adref_cmark_inlines_end(&self->inlines);
  self->in_inlines = FALSE;
  if (edges->len > 0 &&
      adref_word_brackets_take(block, edges, self->outside_statement, self->brackets.readings))
    adref_inline_normalize_join(block);
  if (edges->len > 0)
    adref_brackets_pair(&self->brackets, block, edges);
  space_footnote(block);
  if (!self->has_escapes)
    adref_cmark_inlines_finish(block, FALSE);
  if (block->type != ADREF_PARAGRAPH)
    return;
  report_flattened_table(self, block);
  split_footnote(self, block);
  if (!block->first)
    adref_node_free(block);
}

static void add_plain_paragraph(AdrefMarkdownReader *self, const AdrefPlainParagraph *plain)
{
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH);
  paragraph->line = plain->line;
  paragraph->column = 1;
  adref_node_append(self->at, paragraph);
  if (plain->marked)
    adref_cmark_inlines_begin(&self->inlines, paragraph, NULL, 0);
  adref_plain_paragraph_read(plain, self->source.text, paragraph, self->inlines.edges);
  if (plain->marked)
    leave_inlines(self);
  else
    adref_nfc_node(paragraph->first);
}

/* Adds the plain paragraphs that a thematic break replaces (clause/markdown/plain_paragraphs.h).
 * FALSE: `from` is another block. */
static gboolean add_plain_paragraphs(AdrefMarkdownReader *self, cmark_node *from)
{
  gboolean rule = cmark_node_get_type(from) == CMARK_NODE_THEMATIC_BREAK;
  guint line = (guint)cmark_node_get_start_line(from);
  const AdrefPlainParagraph *plain = rule ? adref_plain_paragraphs_take(&self->plain, line) : NULL;
  if (!plain)
    return FALSE;
  for (; plain; plain = adref_plain_paragraphs_take_next(&self->plain))
    add_plain_paragraph(self, plain);
  return TRUE;
}

void adref_markdown_reader_read_inlines(AdrefMarkdownReader *self, cmark_node *from)
{
  cmark_iter *iter = cmark_iter_new(from);
  cmark_iter_next(iter);
  cmark_event_type event;
  while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
    if (cmark_iter_get_node(iter) != from)
      adref_cmark_inlines_handle_event(&self->inlines, event, cmark_iter_get_node(iter));
  cmark_iter_free(iter);
  leave_inlines(self);
}

/* FALSE: the paragraph holds no tables. */
static gboolean add_paragraph_tables(AdrefMarkdownReader *self, cmark_iter *iter, cmark_node *from)
{
  if (cmark_node_get_type(from) != CMARK_NODE_PARAGRAPH ||
      !adref_tables_begin(&self->tables, (guint)cmark_node_get_start_line(from)))
    return FALSE;
  adref_markdown_reader_add_tables(self);
  cmark_iter_reset(iter, from, CMARK_EVENT_EXIT);
  return TRUE;
}

/* Finds the labels of a paragraph; returns the item that begins in its first line, or NULL. */
static AdrefNode *begin_labels(AdrefMarkdownReader *self, const AdrefNode *paragraph,
                               cmark_node *from, gsize *skip)
{
  AdrefSourceLine first = {
      .line = paragraph->line, .column = paragraph->column, .quotes = self->quotes};
  adref_label_lists_begin(&self->labels, self->at, &self->locator, &first, from);
  adref_label_lists_report_joined(&self->labels, self->brackets.problems);
  return adref_label_lists_take(&self->labels, paragraph->line, skip);
}

static void enter_block(AdrefMarkdownReader *self, cmark_iter *iter, cmark_node *from)
{
  gsize skip = 0;
  if (add_plain_paragraphs(self, from) || add_paragraph_tables(self, iter, from))
    return;
  AdrefNode *node = new_block(self, from);
  if (!node)
    return;
  node->line = (guint)cmark_node_get_start_line(from);
  node->column = (guint)cmark_node_get_start_column(from);
  AdrefNode *item = node->type == ADREF_PARAGRAPH ? begin_labels(self, node, from, &skip) : NULL;
  if (node->type == ADREF_FOOTNOTE_TEXT)
    add_footnote_text(self, node);
  else if (node->type == ADREF_ITEM)
    add_item(self, node);
  else
    adref_node_append(item ? item : self->at, node);
  if (adref_node_holds_blocks(node)) {
    enter_container(self, from, node);
    self->at = node;
  }
  if (adref_node_holds_inlines(node)) {
    self->in_inlines = TRUE;
    adref_cmark_inlines_begin(&self->inlines, node, from, self->quotes);
    self->inlines.skip = skip;
  }
}

static void leave_last_inlines(AdrefMarkdownReader *self)
{
  leave_inlines(self);
  adref_label_lists_end(&self->labels);
}

/* Begins an item where a line of a paragraph has a label. FALSE: there is none. */
static gboolean begin_labelled_item(AdrefMarkdownReader *self, cmark_node *from)
{
  guint line = self->labels.items ? adref_cmark_inlines_line_behind(&self->inlines, from) : 0;
  gsize skip;
  AdrefNode *item = line > 0 ? adref_label_lists_take(&self->labels, line, &skip) : NULL;
  if (!item)
    return FALSE;
  leave_inlines(self);
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH);
  paragraph->line = line;
  paragraph->column = 1;
  adref_node_append(item, paragraph);
  adref_cmark_inlines_go_on(&self->inlines, paragraph, from, skip);
  self->in_inlines = TRUE;
  return TRUE;
}

static void leave_block(AdrefMarkdownReader *self, cmark_node *from)
{
  cmark_node_type type = cmark_node_get_type(from);
  if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
    leave_last_inlines(self);
  else if (type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE)
    leave_container(self);
}

void adref_markdown_reader_read(AdrefMarkdownReader *self, cmark_node *root)
{
  cmark_iter *iter = cmark_iter_new(root);
  cmark_event_type event;
  while (!self->error && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
    cmark_node *from = cmark_iter_get_node(iter);
    gboolean ends = event == CMARK_EVENT_EXIT && cmark_node_get_type(from) <= CMARK_NODE_LAST_BLOCK;
    if (ends)
      leave_block(self, from);
    else if (!self->in_inlines)
      enter_block(self, iter, from);
    else if (!begin_labelled_item(self, from))
      adref_cmark_inlines_handle_event(&self->inlines, event, from);
  }
  cmark_iter_free(iter);
}

void adref_markdown_reader_init(AdrefMarkdownReader *self, const AdrefMarkdownReadOptions *options,
                                GPtrArray *problems)
{
  adref_source_locator_init(&self->locator, &self->source);
  adref_brackets_init(&self->brackets, options->parties, problems);
  self->brackets.readings = options->readings;
  self->outside_statement = options->outside_statement;
  self->name = options->name;
  adref_label_lists_init(&self->labels);
  self->numbers = g_array_new(FALSE, FALSE, sizeof(ListNumbers));
  self->lists = g_ptr_array_new();
  self->has_escapes = self->source.sentinels[0][0] != '\0';
  self->inlines = (AdrefCmarkInlines){.source = &self->source,
                                      .locator = &self->locator,
                                      .run = g_string_new(NULL),
                                      .edges = g_ptr_array_new()};
}

void adref_markdown_reader_clear(AdrefMarkdownReader *self)
{
  adref_brackets_end(&self->brackets);
  adref_label_lists_clear(&self->labels);
  g_array_unref(self->numbers);
  g_ptr_array_unref(self->lists);
  g_string_free(self->inlines.run, TRUE);
  g_ptr_array_unref(self->inlines.edges);
  adref_source_locator_clear(&self->locator);
  adref_tables_clear(&self->tables);
  adref_plain_paragraphs_clear(&self->plain);
  adref_preprocessed_clear(&self->source);
}
