#include "exchange/pasted/html_reader.h"

#include <string.h>

#include "clause/labels/item_label.h"
#include "clause/labels/numbering.h"
#include "exchange/pasted/html_notes.h"

enum {
  NAMED = 60,     /* bytes of the words that are left out, in a message */
  DIGITS = 9,     /* of the number of an item of Markdown */
  MOST_MARKS = 16 /* of bold and the like that are open */
};

/* --- blocks --- */

void adref_html_reader_end_line(AdrefHtmlReader *self)
{
  g_string_append_c(self->out, '\n');
  g_array_append_val(self->lines, self->line);
}

AdrefHtmlList *adref_html_reader_innermost(AdrefHtmlReader *self)
{
  return self->lists->len > 0 ? &g_array_index(self->lists, AdrefHtmlList, self->lists->len - 1)
                              : NULL;
}

/* "b", "B", "ii" or "II" for 2. Caller frees. */
static char *label_of(char letters, guint number)
{
  enum {
    LARGEST = 3999 /* as a Roman numeral */
  };
  if (number == 0 || (letters != 'a' && letters != 'A' && number > LARGEST))
    return g_strdup_printf("%u", number);
  if (g_ascii_tolower(letters) == 'i')
    return adref_numbering_roman(number, letters == 'I');
  g_autofree char *small = adref_numbering_letters(number);
  return letters == 'A' ? g_ascii_strup(small, -1) : g_steal_pointer(&small);
}

/* Whether words begin with a number as it is escaped, "1\. "; *length is that of it with its space.
 */
gboolean adref_html_reader_begins_with_number(const char *words, gsize *length)
{
  gsize digits = strspn(words, "0123456789");
  *length = digits + 3;
  return digits > 0 && digits <= DIGITS && words[digits] == '\\' && words[digits + 1] &&
         strchr(".)", words[digits + 1]) && words[digits + 2] == ' ';
}

/* Whether an item begins with a mark that its author typed, so that the list has none of its own:
 * any where nobody sees marks of the list; "(a) " not behind "1.", which may be "1. (a)"; no "A. ",
 * which may be a name. *number: it is "1. ". */
static gboolean has_typed_mark(const AdrefHtmlList *list, const char *words, gboolean *number)
{
  gsize length;
  *number = adref_html_reader_begins_with_number(words, &length);
  if (*number)
    return TRUE;
  g_autofree char *plain = g_strdup(words);
  gsize digits = strspn(plain, "0123456789");
  if (plain[digits] == '\\')
    memmove(plain + digits, plain + digits + 1, strlen(plain + digits));
  gsize figures = strspn(plain, "0123456789.");
  if (list->unseen && figures > 0 && plain[figures] == ' ')
    return TRUE;
  AdrefItemLabel label = adref_item_label_read(plain, strlen(plain));
  gboolean counts = label.kind == ADREF_ITEM_LABEL_DECIMAL || label.kind == ADREF_ITEM_LABEL_WORD;
  gboolean letter = label.end == '.' && !counts;
  return label.length > 0 && plain[label.length] == ' ' &&
         (list->unseen || counts || (!list->ordered && !letter));
}

/* `typed`: the mark of the item stands in its words. */
static void put_prefix(AdrefHtmlReader *self, gboolean typed)
{
  AdrefHtmlList *list = adref_html_reader_innermost(self);
  for (guint i = 0; i < self->quotes; i++)
    g_string_append(self->out, "> ");
  for (guint i = 0; i + 1 < self->lists->len; i++)
    g_string_append_printf(self->out, "%*s",
                           (int)g_array_index(self->lists, AdrefHtmlList, i).width, "");
  if (!list)
    return;
  if (!self->begins_item) {
    g_string_append_printf(self->out, "%*s", (int)list->width, "");
    return;
  }
  gsize before = self->out->len;
  if (typed) {
    list->number++;
    list->width = 0;
    return;
  }
  if (list->letters) {
    g_autofree char *label = label_of(list->letters, list->number++);
    g_string_append_printf(self->out, "%s. ", label);
    list->width = 0;
    return;
  }
  if (list->ordered)
    g_string_append_printf(self->out, "%u. ", list->number++);
  else
    g_string_append(self->out, "- ");
  list->width = self->out->len - before;
}

static void put_block(AdrefHtmlReader *self, const char *words)
{
  gboolean follows = self->begins_item && self->in_item;
  gboolean number = FALSE;
  gboolean typed =
      self->begins_item && has_typed_mark(adref_html_reader_innermost(self), words, &number);
  gboolean labelled =
      self->begins_item && !number && (typed || adref_html_reader_innermost(self)->letters);
  if (labelled && follows && self->labelled) /* a line of the paragraph with the label before */
    g_string_insert_c(self->out, (gssize)self->out->len - 1, '\\');
  else if (self->out->len > 0 && (!follows || labelled))
    adref_html_reader_end_line(self);
  self->labelled = labelled;
  put_prefix(self, typed);
  if (number) { /* a list of Markdown */
    gsize digits = strspn(words, "0123456789");
    g_string_append_len(self->out, words, (gssize)digits);
    words += digits + 1;
    adref_html_reader_innermost(self)->width = digits + 2;
  }
  for (guint i = 0; i < self->heading; i++)
    g_string_append_c(self->out, '#');
  g_string_append(self->out, self->heading > 0 ? " " : "");
  g_auto(GStrv) lines = g_strsplit(words, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_string_append(self->out, *line);
    adref_html_reader_end_line(self);
  }
  self->in_item = self->lists->len > 0;
  self->begins_item = FALSE;
}

/* Ends the formatting that is open, which goes on in the next block. */
static void close_marks(AdrefHtmlReader *self)
{
  for (guint i = self->marks->len; i > 0; i--) {
    AdrefHtmlMark *mark = &g_array_index(self->marks, AdrefHtmlMark, i - 1);
    g_string_append(self->block, mark->written ? mark->close : "");
    mark->written = FALSE;
  }
}

static void leave_out(AdrefHtmlReader *self, const char *text, gsize length)
{
  static const char spaces[] = " \t\n\r\f";
  g_autofree char *words = g_strndup(text, length);
  for (char *at = words; *(at += strspn(at, spaces)); self->words++) {
    self->words_named += self->is_named ? 1 : 0;
    gsize word = strcspn(at, spaces);
    if (self->words == self->named_words && self->named->len + word < NAMED) {
      g_string_append(self->named, self->named->len > 0 ? " " : "");
      g_string_append_len(self->named, at, (gssize)word);
      self->named_words++;
    }
    at += word;
  }
}

/* Whether a block has nothing but links to other pages: an item of a menu, or several links. What
 * <main> holds is of the text. */
static gboolean is_menu(const AdrefHtmlReader *self)
{
  return !self->keeps_all && !self->own_words && self->heading == 0 && self->main == 0 &&
         self->links >= (self->begins_item ? 1 : 2);
}

/* A menu before the text is left out, and one behind it when nothing follows. */
static void put_menu(AdrefHtmlReader *self, const char *words)
{
  if (self->has_text && self->announces) {
    put_block(self, words);
    return;
  }
  if (self->has_text) {
    put_block(self, words);
    g_string_append_printf(self->menu, "%s ", words);
    return;
  }
  leave_out(self, words, strlen(words));
  self->begins_item = FALSE;
}

/* "[^1]: words", and further blocks below. */
static void put_note(AdrefHtmlReader *self, const char *words)
{
  g_autofree char *rest =
      self->in_note ? g_strdup(words) : adref_html_note_words(words, self->note);
  if (self->out->len > 0)
    adref_html_reader_end_line(self);
  if (self->in_note)
    g_string_append(self->out, "    ");
  else
    g_string_append_printf(self->out, "[^%s]: ", self->note);
  g_hash_table_add(self->texts, (gpointer)(guintptr)self->note);
  g_auto(GStrv) lines = g_strsplit(rest, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_string_append(self->out, *line);
    adref_html_reader_end_line(self);
  }
  self->in_note = TRUE;
  self->note = self->note_depth > 0 ? self->note : NULL;
  self->begins_item = self->in_item = self->labelled = FALSE;
}

void adref_html_reader_put_text(AdrefHtmlReader *self, const char *words)
{
  gboolean colon = g_str_has_suffix(words, ":") || g_str_has_suffix(words, "：");
  gboolean bold = g_str_has_prefix(words, "**") && g_str_has_suffix(words, "**");
  self->announces = self->heading > 0 || colon || bold;
  self->has_text = TRUE;
  if (self->note && self->heading == 0)
    put_note(self, words);
  else
    put_block(self, words);
  g_string_truncate(self->menu, 0);
  self->text_end = self->out->len;
  self->text_lines = self->lines->len;
}

/* Takes away the menus with which the page ends. */
void adref_html_reader_take_menus(AdrefHtmlReader *self)
{
  if (self->menu->len == 0)
    return;
  leave_out(self, self->menu->str, self->menu->len);
  g_string_truncate(self->out, self->text_end);
  g_array_set_size(self->lines, self->text_lines);
}

void adref_html_reader_end_block(AdrefHtmlReader *self)
{
  close_marks(self);
  g_autofree char *words = g_strdup(self->block->str);
  g_string_truncate(self->block, 0);
  self->space = FALSE;
  self->start = TRUE;
  while (g_str_has_suffix(words, "\\\n"))
    words[strlen(words) - 2] = '\0';
  gboolean menu = is_menu(self);
  self->links = 0;
  self->own_words = FALSE;
  if (!*words)
    return;
  if (self->cell)
    g_string_append_printf(self->cell, "%s%s", self->cell->len > 0 ? "\n\n" : "", words);
  else if (menu)
    put_menu(self, words);
  else
    adref_html_reader_put_text(self, words);
}

/* --- words --- */

static void open_marks(AdrefHtmlReader *self)
{
  for (guint i = 0; i < self->marks->len; i++) {
    AdrefHtmlMark *mark = &g_array_index(self->marks, AdrefHtmlMark, i);
    g_string_append(self->block, mark->written ? "" : mark->open);
    mark->written = TRUE;
  }
}

/* Whether a sign would be read as one of Markdown. */
static gboolean is_mark(const AdrefHtmlReader *self, const char *at)
{
  const GString *block = self->block;
  char before = block->len > 0 ? block->str[block->len - 1] : '\0';
  gsize line = 0;
  while (line <= DIGITS && line < block->len && block->str[block->len - 1 - line] != '\n')
    line++;
  gboolean number = (*at == '.' || *at == ')') && line > 0 && line <= DIGITS &&
                    strspn(block->str + block->len - line, "0123456789") == line;
  return strchr("\\`*_<>|~&#", *at) || (self->start && strchr("+-=:", *at)) ||
         (*at == '!' && at[1] == '[') || (*at == '(' && before == ']') || number;
}

/* Whether words of the block stand in a link to another page. */
static void see_word(AdrefHtmlReader *self, const char *at, const char *end)
{
  gunichar c = (guchar)*at < 0x80 ? (guchar)*at : g_utf8_get_char_validated(at, end - at);
  gboolean word = c < 0x110000 && g_unichar_isalnum(c);
  self->own_words |= word && !self->in_link;
}

static void add_words(AdrefHtmlReader *self, const char *text, gsize length)
{
  for (const char *at = text, *end = text + length; at < end; at++) {
    if (strchr(" \t\n\r\f", *at)) {
      const char *next = at + 1 + strspn(at + 1, " \t\r\f");
      if (self->preformatted > 0 && *at == '\n' && next < end && *next == '\n')
        adref_html_reader_end_block(self);
      self->space = TRUE;
      continue;
    }
    if (self->block->len == 0)
      self->line = (guint)MAX(self->parser->input ? self->parser->input->line : 1, 1);
    if (self->space && !self->start)
      g_string_append_c(self->block, ' ');
    self->space = FALSE;
    open_marks(self);
    see_word(self, at, end);
    if (is_mark(self, at))
      g_string_append_c(self->block, '\\');
    g_string_append_c(self->block, *at);
    self->start = FALSE;
  }
}

/* Ends a link: a mark calls its note, other words stay. */
void adref_html_reader_end_link(AdrefHtmlReader *self)
{
  const char *label = self->call;
  self->in_link = FALSE;
  self->call = NULL;
  if (!label)
    return;
  if (!adref_html_note_is_mark(self->called->str)) {
    add_words(self, self->called->str, self->called->len);
  } else {
    if (self->block->len == 0)
      self->line = (guint)MAX(self->parser->input ? self->parser->input->line : 1, 1);
    if (self->space && !self->start)
      g_string_append_c(self->block, ' ');
    g_string_append_printf(self->block, "[^%s]", label);
    g_hash_table_add(self->calls, (gpointer)(guintptr)label);
    self->own_words = TRUE;
    self->space = self->start = FALSE;
  }
}

void adref_html_reader_characters(void *data, const xmlChar *text, int length)
{
  AdrefHtmlReader *self = data;
  if (self->call && self->left_out == 0)
    g_string_append_len(self->called, (const char *)text, length);
  else if (self->left_out == 0 && (!self->has_main || self->main > 0))
    add_words(self, (const char *)text, (gsize)length);
  else if (self->silent == 0)
    leave_out(self, (const char *)text, (gsize)length);
}

static gboolean ends_in_break(const GString *block)
{
  return block->len >= 2 && memcmp(block->str + block->len - 2, "\\\n", 2) == 0;
}

void adref_html_reader_put_break(AdrefHtmlReader *self)
{
  if (ends_in_break(self->block)) {
    adref_html_reader_end_block(self); /* two of them divide paragraphs */
  } else if (self->block->len > 0 && self->heading == 0 && !self->cell) {
    close_marks(self);
    g_string_append(self->block, "\\\n");
    self->start = TRUE;
  }
  self->space = TRUE;
}

void adref_html_reader_begin_mark(AdrefHtmlReader *self, const char *open, const char *close)
{
  AdrefHtmlMark mark = {open, close, FALSE};
  if (self->marks->len < MOST_MARKS)
    g_array_append_val(self->marks, mark);
}

void adref_html_reader_end_mark(AdrefHtmlReader *self, const char *close)
{
  for (guint i = self->marks->len; i > 0; i--) {
    AdrefHtmlMark *mark = &g_array_index(self->marks, AdrefHtmlMark, i - 1);
    if (strcmp(mark->close, close) != 0)
      continue;
    for (guint inner = self->marks->len; inner >= i; inner--) {
      AdrefHtmlMark *open = &g_array_index(self->marks, AdrefHtmlMark, inner - 1);
      g_string_append(self->block, open->written ? open->close : "");
      open->written = FALSE;
    }
    g_array_remove_index(self->marks, i - 1);
    return;
  }
}
