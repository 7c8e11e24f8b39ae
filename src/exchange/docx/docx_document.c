#include "exchange/docx/docx_document.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "clause/node_copy.h"
#include "exchange/docx/docx_inlines.h"
#include "exchange/docx/docx_table.h"

/* A list that is open. */
typedef struct {
  AdrefNode *list;
  int left;    /* the indent of its items */
  guint count; /* of Word's list: its numId; 0: it is none */
  guint level; /* of Word's list */
  guint next;  /* number of the next item */
  gboolean is_labelled;
} OpenList;

typedef struct {
  const AdrefDocxReading *reading;
  const AdrefDocxDocumentOptions *options;
  AdrefNode *document;
  AdrefNode *clause; /* a PLAIN clause, to which blocks are added */
  guint line;        /* the first paragraph of the clause */
  GArray *lists;     /* of OpenList */
  AdrefDocxTable table;
  GPtrArray *comments; /* of AdrefNode: NOTE or COMMENT, behind the block */
  GArray *called;      /* of guint: notes that were called in the clause */
  gboolean has_title;  /* the file has a paragraph of the style Title */
} Builder;

/* --- blocks --- */

static gboolean has_two_blocks(const AdrefNode *item)
{
  guint blocks = 0;
  for (const AdrefNode *block = item->first; block; block = block->next)
    blocks += block->type == ADREF_LIST ? 0 : 1;
  return blocks > 1;
}

/* An item of several paragraphs has space between them. */
static void set_space(AdrefNode *list)
{
  for (const AdrefNode *item = list->first; item && !list->as.list.labelled; item = item->next)
    if (has_two_blocks(item))
      list->as.list.tight = FALSE;
}

static void close_lists(Builder *self, guint count)
{
  for (guint i = count; i < self->lists->len; i++)
    set_space(g_array_index(self->lists, OpenList, i).list);
  g_array_set_size(self->lists, count);
}

static OpenList *innermost(const Builder *self)
{
  return self->lists->len > 0 ? &g_array_index(self->lists, OpenList, self->lists->len - 1) : NULL;
}

static AdrefNode *container(const Builder *self)
{
  const OpenList *open = innermost(self);
  return open ? open->list->last : self->clause;
}

static AdrefDocxInlines inlines_of(const Builder *self)
{
  return (AdrefDocxInlines){.file = self->reading->file,
                            .sent = self->options->sent,
                            .keeps_references = self->options->keeps_references,
                            .labels = self->options->labels,
                            .called = self->called};
}

static void put_inlines(Builder *self, AdrefNode *block, const AdrefDocxReadParagraph *paragraph,
                        guint from)
{
  AdrefDocxInlines inlines = inlines_of(self);
  inlines.is_head = paragraph->place->table > 0 && paragraph->place->is_head;
  adref_docx_inlines_append(&inlines, block, paragraph->runs, from);
}

static char *note_words(const char *words)
{
  GString *safe = g_string_new(words);
  g_string_replace(safe, "--", "\342\200\223", 0);
  if (g_str_has_suffix(safe->str, "-"))
    g_string_append_c(safe, ' ');
  return g_string_free(safe, FALSE);
}

/* Whose note a comment is; NULL: nobody's. */
static const char *party_of(const Builder *self, const AdrefDocxComment *comment)
{
  const AdrefDocxDocumentOptions *options = self->options;
  const char *code =
      options->authors ? g_hash_table_lookup(options->authors, comment->author) : NULL;
  return code ? code : options->party;
}

static gboolean is_pending(const Builder *self, const AdrefDocxComment *comment)
{
  const char *party = self->options->pending ? party_of(self, comment) : NULL;
  return party && g_hash_table_contains(self->options->pending, party);
}

/* A comment of Word as a note of its party. */
static AdrefNode *make_note(const Builder *self, const AdrefDocxComment *comment)
{
  const char *party = party_of(self, comment);
  g_autofree char *words = note_words(comment->words);
  if (party) {
    AdrefNode *note = adref_node_new_text(ADREF_NOTE, words, -1);
    note->as.party = g_strdup(party);
    return note;
  }
  g_autofree char *signed_words = g_strdup_printf("%s: %s", comment->author, words);
  g_autofree char *safe = note_words(signed_words);
  return adref_node_new_text(ADREF_COMMENT, *comment->author ? safe : words, -1);
}

static void collect_comments(Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  const AdrefDocxDocumentOptions *options = self->options;
  for (guint i = 0; i < paragraph->runs->len && !options->without_notes; i++) {
    const AdrefDocxRun *run = paragraph->runs->pdata[i];
    if (!run->comment)
      continue;
    const AdrefDocxComment *comment =
        &g_array_index(self->reading->file->comments, AdrefDocxComment, run->comment - 1);
    gboolean is_known =
        options->known_notes && g_hash_table_contains(options->known_notes, comment->words);
    if (!comment->is_resolved && !is_known && *comment->words && !is_pending(self, comment))
      g_ptr_array_add(self->comments, make_note(self, comment));
  }
}

static AdrefNode *add_block(Builder *self, AdrefNodeType type)
{
  AdrefNode *block = adref_node_new(type);
  adref_node_append(container(self), block);
  return block;
}

static void add_heading(Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  const AdrefDocxParagraph *place = paragraph->place;
  close_lists(self, 0);
  AdrefNode *heading = add_block(self, ADREF_HEADING);
  gboolean is_title = place->style->role == ADREF_DOCX_ROLE_TITLE;
  guint first = self->has_title ? 2 : 1;
  heading->as.level = is_title ? 1 : MIN(place->outline + first, 6);
  if (paragraph->label.label && *paragraph->label.label) {
    g_autofree char *label = g_strconcat(paragraph->label.label, " ", NULL);
    adref_node_append(heading, adref_node_new_text(ADREF_TEXT, label, -1));
  }
  put_inlines(self, heading, paragraph, paragraph->skipped);
}

static void add_code(Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = paragraph->skipped; i < paragraph->runs->len; i++)
    g_string_append(text, ((const AdrefDocxRun *)paragraph->runs->pdata[i])->text);
  g_string_append_c(text, '\n');
  AdrefNode *block = adref_node_new_text(ADREF_CODE_BLOCK, text->str, (gssize)text->len);
  block->as.info = g_strdup("");
  adref_node_append(container(self), block);
}

static void add_quote(Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  AdrefNode *parent = container(self);
  AdrefNode *quote = parent->last && parent->last->type == ADREF_QUOTE
                         ? parent->last
                         : add_block(self, ADREF_QUOTE);
  AdrefNode *block = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(quote, block);
  put_inlines(self, block, paragraph, paragraph->skipped);
}

/* --- lists --- */

/* What stands before the words of an item. */
typedef struct {
  gboolean is_ordered, is_labelled;
  gboolean has_parenthesis; /* "3)" */
  guint number;             /* of an ordered one */
} ItemMark;

/* "12." or "12)" at the start of the words, with the label in *length bytes; 0: no number. */
static guint typed_number(const char *words, gsize *length)
{
  enum {
    LARGEST = 999999
  };
  char *end;
  guint64 number = g_ascii_isdigit(*words) && *words != '0' ? g_ascii_strtoull(words, &end, 10) : 0;
  if (number == 0 || number > LARGEST || (*end != '.' && *end != ')') ||
      (end[1] != ' ' && end[1] != '\t' && end[1] != '\0'))
    return 0;
  *length = (gsize)(end + 1 - words);
  return (guint)number;
}

static AdrefNode *new_list(Builder *self, const ItemMark *mark, const AdrefDocxParagraph *place)
{
  AdrefNode *list = add_block(self, ADREF_LIST);
  list->as.list.ordered = mark->is_ordered;
  list->as.list.parenthesis = mark->is_ordered && mark->has_parenthesis;
  list->as.list.labelled = mark->is_labelled;
  list->as.list.tight = mark->is_labelled || place->is_close;
  list->as.list.start = mark->is_ordered ? mark->number : 1;
  OpenList open = {.list = list,
                   .left = place->left,
                   .count = place->list,
                   .level = place->list > 0 ? place->list_level : 0,
                   .next = mark->number,
                   .is_labelled = mark->is_labelled};
  g_array_append_val(self->lists, open);
  return list;
}

/* Where neither paragraph has an indent of its own, two lists of Word have those of their levels:
 * "List Bullet 2" is such a list beside "List Bullet". How much deeper an item stands than the list
 * that is open; 0: as deep, or nobody says. */
static int deeper_by_list(const Builder *self, const OpenList *open,
                          const AdrefDocxParagraph *place)
{
  const AdrefDocxLists *lists = self->reading->file->lists;
  if (place->list == 0 || open->count == 0 || open->count == place->list || place->left != 0 ||
      open->left != 0)
    return 0;
  int own = adref_docx_lists_left(lists, place->list, place->list_level);
  int outer = adref_docx_lists_left(lists, open->count, open->level);
  return own > 0 && outer > 0 ? own - outer : 0;
}

/* Closes the lists that do not hold an item at this place. */
static void find_list(Builder *self, const AdrefDocxParagraph *place, gboolean is_counted)
{
  while (self->lists->len > 0) {
    const OpenList *open = innermost(self);
    gboolean is_deeper = is_counted && place->list > 0 && open->level > place->list_level;
    gboolean is_left = place->left > 0 && open->left > place->left;
    gboolean is_inner = is_counted && self->lists->len > 1 && deeper_by_list(self, open, place) < 0;
    if (!is_deeper && !is_left && !is_inner)
      return;
    close_lists(self, self->lists->len - 1);
  }
}

/* Whether an item goes on with the list. */
static gboolean goes_on(const OpenList *open, const ItemMark *mark)
{
  return open->list->as.list.ordered == mark->is_ordered &&
         open->is_labelled == mark->is_labelled &&
         (!mark->is_ordered ||
          (mark->number == open->next && open->list->as.list.parenthesis == mark->has_parenthesis));
}

static AdrefNode *add_item(Builder *self, const ItemMark *mark, const AdrefDocxParagraph *place)
{
  gboolean is_counted = place->list > 0;
  find_list(self, place, is_counted);
  const OpenList *open = innermost(self);
  gboolean is_nested = open && ((is_counted && place->list_level > open->level) ||
                                (place->left > 0 && open->left > 0 && place->left > open->left) ||
                                (is_counted && deeper_by_list(self, open, place) > 0));
  gboolean is_next = open && !is_nested && goes_on(open, mark);
  if (open && !is_nested && !is_next)
    close_lists(self, self->lists->len - 1);
  AdrefNode *list = is_next ? open->list : new_list(self, mark, place);
  AdrefNode *item = adref_node_new(ADREF_ITEM);
  adref_node_append(list, item);
  if (!mark->is_labelled && !place->is_close)
    list->as.list.tight = FALSE;
  innermost(self)->next = mark->number + 1;
  return item;
}

static void add_item_words(Builder *self, AdrefNode *item, const AdrefDocxReadParagraph *paragraph,
                           guint from)
{
  AdrefNode *block = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(item, block);
  put_inlines(self, block, paragraph, from);
}

/* A paragraph with a label in words before it: "(a)", "1.1". */
static void add_labelled(Builder *self, const AdrefDocxReadParagraph *paragraph, const char *label,
                         guint from)
{
  AdrefNode *block = add_block(self, ADREF_PARAGRAPH);
  if (*label) {
    g_autofree char *words = g_strconcat(label, " ", NULL);
    adref_node_append(block, adref_node_new_text(ADREF_TEXT, words, -1));
  }
  put_inlines(self, block, paragraph, from);
}

static gboolean is_adref(const Builder *self)
{
  return self->options->sent != NULL;
}

/* "3)", but not "(3)" or "c)". */
static gboolean is_number_with_parenthesis(const char *label)
{
  gsize digits = strspn(label, "0123456789");
  return digits > 0 && label[digits] == ')';
}

/* An item that Word counts. Lists of adref are lists in each form of numbers. */
static void add_counted(Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  const AdrefDocxListLabel *label = &paragraph->label;
  if (label->is_bullet || label->is_plain || is_adref(self)) {
    ItemMark mark = {!label->is_bullet, FALSE, is_number_with_parenthesis(label->label),
                     label->number};
    AdrefNode *item = add_item(self, &mark, paragraph->place);
    add_item_words(self, item, paragraph, paragraph->skipped);
    return;
  }
  close_lists(self, 0);
  add_labelled(self, paragraph, label->label, paragraph->skipped);
}

/* The label that stands in a run of its own at the start, "(a)" and a tab; NULL: none. *from is the
 * first run behind it. */
static char *written_label(const AdrefDocxReadParagraph *paragraph, guint *from)
{
  g_autoptr(GString) label = g_string_new(NULL);
  for (guint i = paragraph->skipped; i < paragraph->runs->len; i++) {
    const AdrefDocxRun *run = paragraph->runs->pdata[i];
    if (run->role != ADREF_DOCX_ROLE_NUMBER)
      return NULL;
    g_string_append(label, run->text);
    *from = i + 1;
    if (strchr(run->text, '\t'))
      return g_strstrip(g_strdup(label->str));
  }
  return NULL;
}

/* Whether a label is the number of a clause that went out without one: the page was made of a text
 * that numbers its clauses. */
static gboolean is_new_number(const AdrefDocxSent *sent, const char *label)
{
  gsize length;
  const AdrefNode *block = sent->clause->first;
  return !sent->number && block && block->type != ADREF_LIST && typed_number(label, &length) > 0;
}

/* The label of an item that follows the number of the clause: "1.(a)". */
static char *label_behind_number(const Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  gboolean is_known = paragraph->skipped > 0 && paragraph->anchor && is_adref(self);
  const AdrefDocxSent *sent =
      is_known ? g_hash_table_lookup(self->options->sent, paragraph->anchor) : NULL;
  g_autoptr(GString) label = g_string_new(NULL);
  for (guint i = 0; i < paragraph->skipped; i++)
    g_string_append(label, ((const AdrefDocxRun *)paragraph->runs->pdata[i])->text);
  const char *number = sent && sent->number ? sent->number : "";
  g_autofree char *words = g_strstrip(g_strdup(label->str));
  if (!sent || !g_str_has_prefix(words, number) || strlen(words) == strlen(number) ||
      is_new_number(sent, words))
    return NULL;
  return g_strdup(words + strlen(number));
}

static gboolean add_written(Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  guint from = paragraph->skipped;
  g_autofree char *label = label_behind_number(self, paragraph);
  if (!label)
    label = written_label(paragraph, &from);
  gsize length;
  if (!label || !*label || !is_adref(self))
    return FALSE;
  guint number = typed_number(label, &length);
  ItemMark mark = {number > 0, number == 0, is_number_with_parenthesis(label), number};
  AdrefNode *item = add_item(self, &mark, paragraph->place);
  if (number == 0)
    adref_node_take_text(item, g_strdup(label), strlen(label));
  add_item_words(self, item, paragraph, from);
  return TRUE;
}

/* A number that a person has typed begins a paragraph: "12. The Parties". */
static gboolean add_typed(Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  gsize length;
  if (paragraph->skipped > 0)
    return FALSE;
  g_autofree char *words = g_strchug(g_strdup(paragraph->words));
  guint number = typed_number(words, &length);
  if (number == 0 || self->lists->len > 1)
    return FALSE;
  ItemMark mark = {TRUE, FALSE, is_number_with_parenthesis(words), number};
  AdrefNode *item = add_item(self, &mark, paragraph->place);
  add_item_words(self, item, paragraph, 0);
  adref_docx_inlines_cut(item->first, length);
  return TRUE;
}

static void add_paragraph(Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  const AdrefDocxParagraph *place = paragraph->place;
  if (add_written(self, paragraph) || add_typed(self, paragraph))
    return;
  find_list(self, place, FALSE);
  const OpenList *open = innermost(self);
  if (open && (open->left != place->left || place->left == 0 || open->is_labelled))
    close_lists(self, 0);
  if (place->style->role == ADREF_DOCX_ROLE_QUOTE)
    add_quote(self, paragraph);
  else
    add_labelled(self, paragraph, "", paragraph->skipped);
}

/* --- tables --- */

static void add_to_table(Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  const AdrefDocxParagraph *place = paragraph->place;
  if (!adref_docx_table_holds(&self->table, place)) {
    adref_docx_table_close(&self->table);
    close_lists(self, 0);
    adref_docx_table_begin(&self->table, add_block(self, ADREF_TABLE), place->table);
  }
  AdrefNode *cell = adref_docx_table_cell(&self->table, place);
  if (paragraph->label.label) {
    g_autofree char *label = g_strconcat(
        paragraph->label.is_bullet ? "\342\200\242" : paragraph->label.label, " ", NULL);
    adref_node_append(cell, adref_node_new_text(ADREF_TEXT, label, -1));
  }
  put_inlines(self, cell, paragraph, paragraph->skipped);
}

static void add(Builder *self, const AdrefDocxReadParagraph *paragraph)
{
  const AdrefDocxParagraph *place = paragraph->place;
  AdrefDocxRole role = place->style->role;
  if (place->table > 0) {
    add_to_table(self, paragraph);
    collect_comments(self, paragraph);
    return;
  }
  adref_docx_table_close(&self->table);
  if (role == ADREF_DOCX_ROLE_RULE)
    add_block(self, ADREF_RULE);
  else if (role == ADREF_DOCX_ROLE_CODE_BLOCK)
    add_code(self, paragraph);
  else if (role == ADREF_DOCX_ROLE_TITLE || place->outline < ADREF_DOCX_NO_LEVEL)
    add_heading(self, paragraph);
  else if (paragraph->label.label)
    add_counted(self, paragraph);
  else
    add_paragraph(self, paragraph);
  collect_comments(self, paragraph);
}

/* --- clauses --- */

static void put_comments(Builder *self, AdrefNode *clause)
{
  for (guint i = 0; i < self->comments->len; i++)
    adref_node_append(clause, self->comments->pdata[i]);
  g_ptr_array_set_size(self->comments, 0);
}

static void add_footnote_texts(Builder *self)
{
  for (guint i = 0; i < self->called->len; i++) {
    guint note = g_array_index(self->called, guint, i);
    g_autoptr(GPtrArray) words =
        adref_docx_note_runs(self->reading->file, note, self->reading->rejects);
    AdrefNode *text = adref_node_new(ADREF_FOOTNOTE_TEXT);
    adref_node_append(self->clause, text);
    AdrefDocxInlines inlines = inlines_of(self);
    adref_docx_inlines_put_note(&inlines, text, note, words);
  }
}

static void begin_clause(Builder *self, guint line)
{
  self->clause = adref_node_new_clause(ADREF_PLAIN, NULL);
  self->line = line;
  g_array_set_size(self->called, 0);
}

static void set_lines(AdrefNode *clause, guint line)
{
  clause->line = line;
  for (AdrefNode *block = clause->first; block; block = block->next) {
    block->line = line;
    for (AdrefNode *item = block->type == ADREF_LIST ? block->first : NULL; item;
         item = item->next) {
      item->line = line;
      if (item->first)
        item->first->line = line;
    }
  }
}

/* The clause with the brackets of the notation: it is written, and read again. */
static AdrefNode *read_again(const Builder *self, GError **error)
{
  g_autoptr(AdrefNode) whole = adref_node_new(ADREF_DOCUMENT);
  adref_node_append(whole, adref_node_copy_tree(self->clause, ADREF_KEPT));
  g_autoptr(GString) text = adref_canonical(whole);
  AdrefMarkdownReadOptions options = {
      .name = self->options->name, .parties = self->options->parties, .is_part = TRUE};
  return adref_markdown_read(text->str, text->len, &options, NULL, error);
}

/* The words of the file with the attributes of the clause, and the level of its heading. */
static AdrefNode *with_marker(const AdrefDocxSent *sent, AdrefNode *read)
{
  AdrefNode *clause = adref_node_copy(sent->clause);
  while (read->first) {
    AdrefNode *part = read->first;
    adref_node_move_children(part, clause);
    adref_node_free(part);
  }
  const AdrefNode *old = sent->clause->first;
  if (old && old->type == ADREF_HEADING && clause->first && clause->first->type == ADREF_HEADING)
    clause->first->as.level = old->as.level;
  return clause;
}

static gboolean end_clause(Builder *self, const AdrefDocxSent *sent, GError **error)
{
  close_lists(self, 0);
  g_autoptr(AdrefNode) built = self->clause;
  adref_docx_table_close(&self->table);
  add_footnote_texts(self);
  g_autoptr(AdrefNode) read = read_again(self, error);
  self->clause = NULL;
  if (!read)
    return FALSE;
  if (sent) {
    AdrefNode *clause = with_marker(sent, read);
    put_comments(self, clause);
    set_lines(clause, self->line);
    adref_node_append(self->document, clause);
    return TRUE;
  }
  if (read->last)
    put_comments(self, read->last);
  for (AdrefNode *clause = read->first; clause; clause = clause->next)
    set_lines(clause, self->line);
  adref_node_move_children(read, self->document);
  return TRUE;
}

static void add_unchanged(Builder *self, const AdrefDocxSent *sent, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    collect_comments(self, self->reading->paragraphs->pdata[i]);
  AdrefNode *clause = adref_node_copy_tree(sent->clause, ADREF_KEPT);
  const AdrefDocxReadParagraph *first = self->reading->paragraphs->pdata[from];
  put_comments(self, clause);
  set_lines(clause, first->place->number);
  adref_node_append(self->document, clause);
}

static char *lines_of(const AdrefDocxReading *reading, guint from, guint to)
{
  GString *lines = g_string_new(NULL);
  for (guint i = from; i < to; i++) {
    g_string_append(lines, ((const AdrefDocxReadParagraph *)reading->paragraphs->pdata[i])->words);
    g_string_append_c(lines, '\n');
  }
  return g_string_free(lines, FALSE);
}

/* The clause of a bookmark. A heading may have had another one before it got an id: it is known by
 * its words. */
static const AdrefDocxSent *find_sent(const Builder *self, const char *anchor, const char *words)
{
  GHashTableIter iter;
  gpointer value;
  const AdrefDocxSent *sent =
      anchor && is_adref(self) ? g_hash_table_lookup(self->options->sent, anchor) : NULL;
  if (sent || !anchor || !is_adref(self))
    return sent;
  g_hash_table_iter_init(&iter, self->options->sent);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    sent = value;
    if (sent->clause->as.clause->kind == ADREF_TITLE && strcmp(sent->words, words) == 0)
      return sent;
  }
  return NULL;
}

static gboolean is_blank(const char *words)
{
  return words[strspn(words, "\n")] == '\0';
}

/* A clause that went out with words, and of which only its number is left: who took its words out
 * did not see that the number is one. */
static gboolean is_number_alone(const AdrefDocxSent *sent, const char *words)
{
  return sent && is_blank(words) && !is_blank(sent->words);
}

static gboolean add_group(Builder *self, guint from, guint to, GError **error)
{
  const GPtrArray *all = self->reading->paragraphs;
  const AdrefDocxReadParagraph *first = all->pdata[from];
  g_autofree char *words = lines_of(self->reading, from, to);
  const AdrefDocxSent *sent = find_sent(self, first->anchor, words);
  if (sent && !sent->is_parsed && strcmp(words, sent->words) == 0) {
    add_unchanged(self, sent, from, to);
    return TRUE;
  }
  if (is_number_alone(sent, words)) {
    for (guint i = from; i < to; i++)
      collect_comments(self, all->pdata[i]);
    return TRUE;
  }
  begin_clause(self, first->place->number);
  for (guint i = from; i < to; i++)
    add(self, all->pdata[i]);
  return end_clause(self, sent, error);
}

/* Paragraphs of one clause; of those without one, each block by itself, and lists and tables whole.
 */
static guint group_end(const Builder *self, guint from)
{
  const GPtrArray *all = self->reading->paragraphs;
  const AdrefDocxReadParagraph *first = all->pdata[from];
  guint to = from + 1;
  for (; to < all->len; to++) {
    const AdrefDocxReadParagraph *next = all->pdata[to], *before = all->pdata[to - 1];
    gboolean is_table = next->place->table > 0 && next->place->table == before->place->table;
    gboolean is_list = next->label.label && before->label.label;
    if (g_strcmp0(next->anchor, first->anchor) != 0 || (!first->anchor && !is_table && !is_list))
      break;
  }
  return to;
}

AdrefNode *adref_docx_document_make(const AdrefDocxReading *reading,
                                    const AdrefDocxDocumentOptions *options, GError **error)
{
  Builder builder = {.reading = reading,
                     .options = options,
                     .document = adref_node_new(ADREF_DOCUMENT),
                     .lists = g_array_new(FALSE, FALSE, sizeof(OpenList)),
                     .comments = g_ptr_array_new(),
                     .called = g_array_new(FALSE, FALSE, sizeof(guint))};
  const GPtrArray *all = reading->paragraphs;
  adref_docx_table_init(&builder.table, options->sent != NULL);
  for (guint i = 0; i < all->len; i++)
    builder.has_title |= ((const AdrefDocxReadParagraph *)all->pdata[i])->place->style->role ==
                         ADREF_DOCX_ROLE_TITLE;
  gboolean is_good = TRUE;
  for (guint from = 0, to; from < all->len && is_good; from = to) {
    to = group_end(&builder, from);
    is_good = add_group(&builder, from, to, error);
  }
  if (is_good && builder.document->last)
    put_comments(&builder, builder.document->last);
  g_array_unref(builder.lists);
  g_array_unref(builder.called);
  adref_docx_table_clear(&builder.table);
  g_ptr_array_set_free_func(builder.comments, (GDestroyNotify)adref_node_free);
  g_ptr_array_unref(builder.comments);
  if (is_good)
    return builder.document;
  adref_node_free(builder.document);
  return NULL;
}
