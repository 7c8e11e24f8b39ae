#include "exchange/pasted/html_page.h"

#include <string.h>

#include "base/error.h"
#include "clause/labels/item_label.h"
#include "clause/labels/numbering.h"
#include "exchange/archive/libxml2.h"
#include "exchange/pasted/html_beside.h"
#include "exchange/pasted/html_notes.h"

enum {
  MOST_CELLS = 200, /* of a row */
  MOST_ROWS = 1000, /* that a cell takes */
  MOST_LISTS = 16,  /* in each other */
  NAMED = 60,       /* bytes of the words that are left out, in a message */
  DIGITS = 9,       /* of the number of an item of Markdown */
  MOST_MARKS = 16   /* of bold and the like that are open */
};

typedef struct {
  gboolean ordered;
  gboolean unseen; /* no page shows its marks */
  char letters;    /* 'a', 'A', 'i', 'I': of the items, letters or Roman numerals; 0: none */
  guint number;    /* of the next item */
  gsize width;     /* of the mark of the item before */
} HtmlList;

/* Formatting whose mark is written before the first word that has it. */
typedef struct {
  const char *open, *close;
  gboolean written;
} HtmlMark;

typedef struct {
  GString *out;
  GArray *lines;
  htmlParserCtxtPtr parser;
  GString *block; /* the inlines of the open block */
  guint line;     /* in which it begins */
  gboolean space; /* one stands before the next word */
  gboolean start; /* of the block, or of a line in it */
  guint heading;  /* its level; 0: none */
  guint quotes;
  GArray *lists; /* of HtmlList */
  gboolean begins_item, in_item;
  gboolean labelled;  /* the block before is that of an item with a letter */
  GArray *marks;      /* of HtmlMark */
  GPtrArray *rows;    /* of GPtrArray of char *; NULL: no table is open */
  GString *cell;      /* NULL: none is open */
  guint across, down; /* columns and rows that it takes */
  GArray *taken;      /* of guint, by column: rows that a cell above still takes */
  guint tables;       /* that are open */
  guint depth, left_out, main;
  gboolean has_main, is_too_deep;
  guint preformatted; /* elements that are open, in which an empty line divides paragraphs */
  gboolean is_ours;   /* adref has made the page */
  gboolean joins;     /* the next paragraph goes on behind its number */
  gboolean keeps_all; /* also what only its name or its links tell to be beside the text */
  gboolean in_link;   /* to another page */
  gboolean is_named;  /* what is left out now is by its name */
  guint links;        /* in the open block */
  gboolean own_words; /* the open block has words outside of links */
  gboolean has_text;  /* a block that is no menu is written */
  gboolean announces; /* the last one is a heading, bold, or ends with a colon */
  gsize text_end;     /* of what was written, behind that block; */
  guint text_lines;   /* its lines */
  GString *menu;      /* the words of the menus behind it */
  GHashTable *notes;  /* the labels of notes, by the names of their elements */
  const char *note;   /* the label of the note in which words stand; NULL: in none */
  guint note_depth;   /* of its element; 0: it is one block */
  gboolean in_note;   /* its first block is written */
  GHashTable *calls;  /* the labels of notes whose call is written, */
  GHashTable *texts;  /* and whose words are */
  const char *call;   /* the label of the note that the open link may call; NULL: none */
  GString *called;    /* the words of this link */
  guint silent;       /* elements that are open, of which nobody sees words: scripts */
  guint words;        /* that were left out, */
  guint words_named;  /* and of them by the name of an element */
  GString *named;     /* the first of them */
  guint named_words;  /* how many these are */
} HtmlPage;

static gboolean is_one_of(const char *name, const char *const *names)
{
  for (; *names; names++)
    if (strcmp(name, *names) == 0)
      return TRUE;
  return FALSE;
}

static const char *attribute(const xmlChar **attributes, const char *name)
{
  for (; attributes && attributes[0]; attributes += 2)
    if (strcmp((const char *)attributes[0], name) == 0)
      return attributes[1] ? (const char *)attributes[1] : "";
  return NULL;
}

/* --- blocks --- */

static void end_line(HtmlPage *self)
{
  g_string_append_c(self->out, '\n');
  g_array_append_val(self->lines, self->line);
}

static HtmlList *innermost(HtmlPage *self)
{
  return self->lists->len > 0 ? &g_array_index(self->lists, HtmlList, self->lists->len - 1) : NULL;
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
static gboolean begins_with_number(const char *words, gsize *length)
{
  gsize digits = strspn(words, "0123456789");
  *length = digits + 3;
  return digits > 0 && digits <= DIGITS && words[digits] == '\\' && words[digits + 1] &&
         strchr(".)", words[digits + 1]) && words[digits + 2] == ' ';
}

/* Whether an item begins with a mark that its author typed, so that the list has none of its own:
 * any where nobody sees marks of the list; "(a) " not behind "1.", which may be "1. (a)"; no "A. ",
 * which may be a name. *number: it is "1. ". */
static gboolean has_typed_mark(const HtmlList *list, const char *words, gboolean *number)
{
  gsize length;
  *number = begins_with_number(words, &length);
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
static void put_prefix(HtmlPage *self, gboolean typed)
{
  HtmlList *list = innermost(self);
  for (guint i = 0; i < self->quotes; i++)
    g_string_append(self->out, "> ");
  for (guint i = 0; i + 1 < self->lists->len; i++)
    g_string_append_printf(self->out, "%*s", (int)g_array_index(self->lists, HtmlList, i).width,
                           "");
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

static void put_block(HtmlPage *self, const char *words)
{
  gboolean follows = self->begins_item && self->in_item;
  gboolean number = FALSE;
  gboolean typed = self->begins_item && has_typed_mark(innermost(self), words, &number);
  gboolean labelled = self->begins_item && !number && (typed || innermost(self)->letters);
  if (labelled && follows && self->labelled) /* a line of the paragraph with the label before */
    g_string_insert_c(self->out, (gssize)self->out->len - 1, '\\');
  else if (self->out->len > 0 && (!follows || labelled))
    end_line(self);
  self->labelled = labelled;
  put_prefix(self, typed);
  if (number) { /* a list of Markdown */
    gsize digits = strspn(words, "0123456789");
    g_string_append_len(self->out, words, (gssize)digits);
    words += digits + 1;
    innermost(self)->width = digits + 2;
  }
  for (guint i = 0; i < self->heading; i++)
    g_string_append_c(self->out, '#');
  g_string_append(self->out, self->heading > 0 ? " " : "");
  g_auto(GStrv) lines = g_strsplit(words, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_string_append(self->out, *line);
    end_line(self);
  }
  self->in_item = self->lists->len > 0;
  self->begins_item = FALSE;
}

/* Ends the formatting that is open, which goes on in the next block. */
static void close_marks(HtmlPage *self)
{
  for (guint i = self->marks->len; i > 0; i--) {
    HtmlMark *mark = &g_array_index(self->marks, HtmlMark, i - 1);
    g_string_append(self->block, mark->written ? mark->close : "");
    mark->written = FALSE;
  }
}

static void leave_out(HtmlPage *self, const char *text, gsize length)
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
static gboolean is_menu(const HtmlPage *self)
{
  return !self->keeps_all && !self->own_words && self->heading == 0 && self->main == 0 &&
         self->links >= (self->begins_item ? 1 : 2);
}

/* A menu before the text is left out, and one behind it when nothing follows. */
static void put_menu(HtmlPage *self, const char *words)
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
static void put_note(HtmlPage *self, const char *words)
{
  g_autofree char *rest =
      self->in_note ? g_strdup(words) : adref_html_note_words(words, self->note);
  if (self->out->len > 0)
    end_line(self);
  if (self->in_note)
    g_string_append(self->out, "    ");
  else
    g_string_append_printf(self->out, "[^%s]: ", self->note);
  g_hash_table_add(self->texts, (gpointer)(guintptr)self->note);
  g_auto(GStrv) lines = g_strsplit(rest, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_string_append(self->out, *line);
    end_line(self);
  }
  self->in_note = TRUE;
  self->note = self->note_depth > 0 ? self->note : NULL;
  self->begins_item = self->in_item = self->labelled = FALSE;
}

static void put_text(HtmlPage *self, const char *words)
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
static void take_menus(HtmlPage *self)
{
  if (self->menu->len == 0)
    return;
  leave_out(self, self->menu->str, self->menu->len);
  g_string_truncate(self->out, self->text_end);
  g_array_set_size(self->lines, self->text_lines);
}

static void end_block(HtmlPage *self)
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
    put_text(self, words);
}

/* --- words --- */

static void open_marks(HtmlPage *self)
{
  for (guint i = 0; i < self->marks->len; i++) {
    HtmlMark *mark = &g_array_index(self->marks, HtmlMark, i);
    g_string_append(self->block, mark->written ? "" : mark->open);
    mark->written = TRUE;
  }
}

/* Whether a sign would be read as one of Markdown. */
static gboolean is_mark(const HtmlPage *self, const char *at)
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
static void see_word(HtmlPage *self, const char *at, const char *end)
{
  gunichar c = (guchar)*at < 0x80 ? (guchar)*at : g_utf8_get_char_validated(at, end - at);
  gboolean word = c < 0x110000 && g_unichar_isalnum(c);
  self->own_words |= word && !self->in_link;
}

static void add_words(HtmlPage *self, const char *text, gsize length)
{
  for (const char *at = text, *end = text + length; at < end; at++) {
    if (strchr(" \t\n\r\f", *at)) {
      const char *next = at + 1 + strspn(at + 1, " \t\r\f");
      if (self->preformatted > 0 && *at == '\n' && next < end && *next == '\n')
        end_block(self);
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
static void end_link(HtmlPage *self)
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

static void characters(void *data, const xmlChar *text, int length)
{
  HtmlPage *self = data;
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

static void put_break(HtmlPage *self)
{
  if (ends_in_break(self->block)) {
    end_block(self); /* two of them divide paragraphs */
  } else if (self->block->len > 0 && self->heading == 0 && !self->cell) {
    close_marks(self);
    g_string_append(self->block, "\\\n");
    self->start = TRUE;
  }
  self->space = TRUE;
}

static void begin_mark(HtmlPage *self, const char *open, const char *close)
{
  HtmlMark mark = {open, close, FALSE};
  if (self->marks->len < MOST_MARKS)
    g_array_append_val(self->marks, mark);
}

static void end_mark(HtmlPage *self, const char *close)
{
  for (guint i = self->marks->len; i > 0; i--) {
    HtmlMark *mark = &g_array_index(self->marks, HtmlMark, i - 1);
    if (strcmp(mark->close, close) != 0)
      continue;
    for (guint inner = self->marks->len; inner >= i; inner--) {
      HtmlMark *open = &g_array_index(self->marks, HtmlMark, inner - 1);
      g_string_append(self->block, open->written ? open->close : "");
      open->written = FALSE;
    }
    g_array_remove_index(self->marks, i - 1);
    return;
  }
}

/* --- tables --- */

static void row_free(gpointer row)
{
  g_ptr_array_unref(row);
}

static guint *taken_at(HtmlPage *self, guint column)
{
  if (self->taken->len <= column)
    g_array_set_size(self->taken, column + 1);
  return &g_array_index(self->taken, guint, column);
}

/* Columns from `row->len` to `end` that a cell above takes are empty in this row. */
static void skip_taken(HtmlPage *self, GPtrArray *row, guint end)
{
  for (; row->len < end; g_ptr_array_add(row, g_strdup("")))
    *taken_at(self, row->len) -= *taken_at(self, row->len) > 0 ? 1 : 0;
}

/* Behind the columns from `column` on that a cell above takes: the next ones, or, where `all`, also
 * those behind others. */
static guint behind_taken(HtmlPage *self, guint column, gboolean all)
{
  guint end = column;
  for (; column < self->taken->len; column++)
    if (g_array_index(self->taken, guint, column) > 0)
      end = column + 1;
    else if (!all)
      break;
  return end;
}

static void begin_row(HtmlPage *self)
{
  if (self->tables != 1)
    return;
  if (self->rows->len > 0) {
    GPtrArray *row = self->rows->pdata[self->rows->len - 1];
    skip_taken(self, row, behind_taken(self, row->len, TRUE));
  }
  g_ptr_array_add(self->rows, g_ptr_array_new_with_free_func(g_free));
}

/* Adds the words of the open cell, with empty ones for more columns that it takes. Those of too
 * many cells stand in the last one. */
static void add_cell(HtmlPage *self, GPtrArray *row)
{
  skip_taken(self, row, behind_taken(self, row->len, FALSE));
  if (row->len >= MOST_CELLS) {
    char *last = row->pdata[row->len - 1];
    row->pdata[row->len - 1] = g_strdup_printf("%s %s", last, self->cell->str);
    g_free(last);
    return;
  }
  for (guint i = 0; i < self->across && row->len < MOST_CELLS; i++) {
    *taken_at(self, row->len) = self->down - 1;
    g_ptr_array_add(row, g_strdup(i == 0 ? self->cell->str : ""));
  }
}

static void end_cell(HtmlPage *self)
{
  end_block(self);
  if (!self->cell || self->tables != 1)
    return;
  if (self->rows->len == 0)
    begin_row(self);
  add_cell(self, self->rows->pdata[self->rows->len - 1]);
  g_string_free(self->cell, TRUE);
  self->cell = NULL;
}

static guint span_of(const xmlChar **attributes, const char *name, guint most)
{
  const char *span = attribute(attributes, name);
  guint64 number = span ? g_ascii_strtoull(span, NULL, 10) : 1;
  return (guint)CLAMP(number, 1, most);
}

static void begin_cell(HtmlPage *self, const xmlChar **attributes)
{
  if (self->tables != 1)
    return;
  end_cell(self);
  self->cell = g_string_new(NULL);
  self->across = span_of(attributes, "colspan", MOST_CELLS);
  self->down = span_of(attributes, "rowspan", MOST_ROWS);
}

/* Whether words are a label without more, "(a)", "1." as it is escaped; "Article 1" is a heading,
 * or a cell. */
static gboolean is_label(const char *words)
{
  gsize length = strlen(words), number;
  g_autofree char *item = g_strconcat(words, " ", NULL);
  AdrefItemLabel label = adref_item_label_read(words, length);
  return (begins_with_number(item, &number) && number == length + 1) ||
         (length > 0 && label.length == length && label.kind != ADREF_ITEM_LABEL_WORD);
}

/* "1.5" beside "300" are two figures of a table, and no label with its words. */
static gboolean has_letters(const char *words)
{
  while (*words && !g_unichar_isalpha(g_utf8_get_char(words)))
    words = g_utf8_next_char(words);
  return *words;
}

/* Whether each row is a label and its words: no head stands above them. */
static gboolean is_list(const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    const GPtrArray *row = rows->pdata[i];
    if (row->len != 2 || !is_label(row->pdata[0]) || is_label(row->pdata[1]) ||
        !has_letters(row->pdata[1]))
      return FALSE;
  }
  return rows->len > 1;
}

/* Whether a table lays out a page: it has a single column, paragraphs in a cell, or is a list. */
static gboolean is_layout(const GPtrArray *rows, guint *columns)
{
  gboolean paragraphs = FALSE;
  *columns = 0;
  for (guint i = 0; i < rows->len; i++) {
    const GPtrArray *row = rows->pdata[i];
    *columns = MAX(*columns, row->len);
    for (guint j = 0; j < row->len; j++)
      paragraphs = paragraphs || strstr(row->pdata[j], "\n\n");
  }
  return *columns < 2 || paragraphs || is_list(rows);
}

/* A label in a cell or paragraph of its own stands before the words behind it. */
static void put_cells(HtmlPage *self, const GPtrArray *row)
{
  g_autoptr(GString) label = g_string_new(NULL);
  for (guint j = 0; j < row->len; j++) {
    g_auto(GStrv) blocks = g_strsplit(row->pdata[j], "\n\n", -1);
    for (char **block = blocks; *block; block++) {
      if (is_label(*block) && label->len == 0) {
        g_string_assign(label, *block);
      } else if (**block) {
        g_autofree char *words = g_strconcat(label->str, label->len > 0 ? " " : "", *block, NULL);
        put_text(self, words);
        g_string_truncate(label, 0);
      }
    }
  }
  if (label->len > 0)
    put_text(self, label->str);
}

/* With `columns` cells at least. */
static void put_row(HtmlPage *self, const GPtrArray *row, guint columns)
{
  for (guint j = 0; j < MAX(columns, row->len); j++)
    g_string_append_printf(self->out, "| %s ", j < row->len ? (char *)row->pdata[j] : "");
  g_string_append(self->out, "|");
  end_line(self);
}

static void end_table(HtmlPage *self)
{
  end_cell(self);
  if (self->tables == 0 || --self->tables > 0)
    return;
  guint columns;
  gboolean layout = is_layout(self->rows, &columns);
  if (!layout && self->out->len > 0)
    end_line(self);
  gboolean any = !layout && self->rows->len > 0;
  for (guint i = 0; i < self->rows->len; i++) {
    if (layout)
      put_cells(self, self->rows->pdata[i]);
    else
      put_row(self, self->rows->pdata[i], i == 0 ? columns : 0);
    for (guint j = 0; !layout && i == 0 && j < columns; j++)
      g_string_append(self->out, j + 1 < columns ? "|---" : "|---|");
    if (!layout && i == 0)
      end_line(self);
  }
  if (any) {
    self->has_text = TRUE;
    self->announces = FALSE;
    g_string_truncate(self->menu, 0);
    self->text_end = self->out->len;
    self->text_lines = self->lines->len;
  }
  self->in_item = FALSE;
  g_ptr_array_set_size(self->rows, 0);
  g_array_set_size(self->taken, 0);
}

/* --- elements --- */

static const char *const blocks[] = {
    "p",       "div",    "section",    "article", "main",  "header",  "h1",
    "h2",      "h3",     "h4",         "h5",      "h6",    "ul",      "ol",
    "li",      "dl",     "dt",         "dd",      "table", "caption", "tr",
    "pre",     "hr",     "blockquote", "figure",  "body",  "address", "details",
    "summary", "center", "fieldset",   "legend",  NULL};
static const char *const outside[] = {
    "head",   "script",   "style",    "nav", "aside",    "footer", "label",  "button",
    "select", "noscript", "template", "svg", "textarea", "iframe", "object", NULL};

static const char *const unseen[] = {"head",     "script", "style", "noscript",
                                     "template", "svg",    NULL};

/* What stands before each clause of a page of adref: a link to it, with the number where it has
 * one, and its id. */
static gboolean is_of_clause(const HtmlPage *self, const xmlChar **attributes, const char *class)
{
  return self->is_ours && g_strcmp0(attribute(attributes, "class"), class) == 0;
}

/* Elements whose name may say that they stand beside the text; a paragraph is of it. */
static const char *const boxes[] = {"div",  "section", "ul", "ol",   "dl",
                                    "form", "header",  "a",  "span", NULL};

/* Whether a program has named a section by its heading: "navigation" is one about ships then. */
static gboolean is_section(const char *name, const char *class)
{
  return strcmp(name, "section") == 0 || (class && strstr(class, "section"));
}

/* Words inside of a sentence are of it. */
static gboolean is_inside(const HtmlPage *self, const char *name)
{
  return self->block->len > 0 && !is_one_of(name, blocks) && strcmp(name, "form") != 0;
}

static gboolean is_named_beside(const HtmlPage *self, const char *name, const xmlChar **attributes)
{
  const char *class = attribute(attributes, "class"), *id = attribute(attributes, "id");
  return !self->is_ours && !self->keeps_all && is_one_of(name, boxes) && !is_inside(self, name) &&
         (adref_html_name_is_beside(class) ||
          (!is_section(name, class) && adref_html_name_is_beside(id)) ||
          adref_html_name_is_beside(attribute(attributes, "role")));
}

/* Whether an element that is beside the text holds its notes. */
static gboolean holds_notes(const char *name, const xmlChar **attributes)
{
  static const char *const holders[] = {"aside", "footer", NULL};
  static const char *const said_by[] = {"id", "class", "role"};
  gboolean notes = FALSE;
  for (gsize i = 0; is_one_of(name, holders) && i < G_N_ELEMENTS(said_by); i++) {
    const char *said = attribute(attributes, said_by[i]);
    notes = notes || (said && (strstr(said, "footnote") || strstr(said, "endnote")));
  }
  return notes;
}

static gboolean is_left_out(const HtmlPage *self, const char *name, const xmlChar **attributes)
{
  if (is_of_clause(self, attributes, "n h") || is_of_clause(self, attributes, "id") ||
      is_of_clause(self, attributes, "note"))
    return TRUE;
  const char *style = attribute(attributes, "style"), *aria = attribute(attributes, "aria-hidden");
  return (is_one_of(name, outside) && !holds_notes(name, attributes)) ||
         attribute(attributes, "hidden") || (aria && strcmp(aria, "true") == 0) ||
         (style && (strstr(style, "display:none") || strstr(style, "display: none")));
}

static const char *const formats[][3] = {
    {"b", "**", "**"},          {"strong", "**", "**"},       {"i", "*", "*"},
    {"em", "*", "*"},           {"sup", "<sup>", "</sup>"},   {"sub", "<sub>", "</sub>"},
    {"u", "<u>", "</u>"},       {"s", "<del>", "</del>"},     {"del", "<del>", "</del>"},
    {"ins", "<ins>", "</ins>"}, {"strike", "<del>", "</del>"}};

static const char *const *format_of(const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
    if (strcmp(formats[i][0], name) == 0)
      return formats[i];
  return NULL;
}

static guint level_of(const char *name)
{
  return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2] ? (guint)(name[1] - '0')
                                                                        : 0;
}

/* What the items of an ordered list have: by its type, or its style. */
static char letters_of(const xmlChar **attributes)
{
  static const struct {
    const char *style;
    char letters;
  } styles[] = {{"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"upper-alpha", 'A'},
                {"upper-latin", 'A'}, {"lower-roman", 'i'}, {"upper-roman", 'I'}};
  const char *type = attribute(attributes, "type"), *style = attribute(attributes, "style");
  if (type && type[0] && strchr("aAiI", type[0]) && !type[1])
    return type[0];
  for (gsize i = 0; style && i < G_N_ELEMENTS(styles); i++)
    if (strstr(style, styles[i].style))
      return styles[i].letters;
  return 0;
}

/* Whether the items of a list are shown without marks. */
static gboolean has_no_marks(const xmlChar **attributes)
{
  const char *type = attribute(attributes, "type"), *style = attribute(attributes, "style");
  const char *marks = style ? strstr(style, "list-style") : NULL;
  const char *none = marks ? strstr(marks, "none") : NULL;
  return (type && strcmp(type, "none") == 0) || (none && none < marks + strcspn(marks, ";"));
}

static void begin_list(HtmlPage *self, gboolean ordered, const xmlChar **attributes)
{
  const char *start = attribute(attributes, "start");
  guint first = start ? (guint)g_ascii_strtoull(start, NULL, 10) : 1;
  gboolean hidden = has_no_marks(attributes);
  HtmlList list = {.ordered = ordered && !hidden,
                   .unseen = hidden,
                   .letters = ordered ? letters_of(attributes) : 0,
                   .number = MIN(first, 100000),
                   .width = 2};
  if (self->lists->len < MOST_LISTS)
    g_array_append_val(self->lists, list);
}

static void begin_item(HtmlPage *self, const xmlChar **attributes)
{
  const char *value = attribute(attributes, "value");
  self->begins_item = self->lists->len > 0;
  if (value && self->begins_item)
    innermost(self)->number = MIN((guint)g_ascii_strtoull(value, NULL, 10), 100000);
}

/* An element with the name of a note begins it: a block is all of it, an anchor is in it. */
static void begin_note(HtmlPage *self, const char *name, const xmlChar **attributes)
{
  const char *id = attribute(attributes, "id"), *anchor = attribute(attributes, "name");
  const char *label = id ? g_hash_table_lookup(self->notes, id) : NULL;
  label = !label && anchor ? g_hash_table_lookup(self->notes, anchor) : label;
  if (!label || self->cell || self->block->len > 0)
    return;
  self->note = label;
  self->in_note = FALSE;
  if (self->note_depth == 0 && is_one_of(name, blocks))
    self->note_depth = self->depth;
}

/* "#note" leads to a place of the page. */
static void begin_link(HtmlPage *self, const xmlChar **attributes)
{
  const char *to = attribute(attributes, "href");
  gboolean is_read = !self->has_main || self->main > 0;
  self->call = is_read && to && *to == '#' ? g_hash_table_lookup(self->notes, to + 1) : NULL;
  g_string_truncate(self->called, 0);
  self->in_link = to && (*to != '#' || !to[1]);
  self->links += self->in_link ? 1 : 0;
}

static void begin_element(HtmlPage *self, const char *name, const xmlChar **attributes)
{
  const char *const *format = format_of(name);
  if (self->call && is_one_of(name, blocks))
    end_link(self);
  if (is_one_of(name, blocks) && !self->joins)
    end_block(self);
  begin_note(self, name, attributes);
  self->space = self->space || self->joins;
  self->joins = is_of_clause(self, attributes, "n");
  if (format)
    begin_mark(self, format[1], format[2]);
  else if (strcmp(name, "a") == 0)
    begin_link(self, attributes);
  else if (strcmp(name, "br") == 0)
    put_break(self);
  else if (level_of(name) > 0)
    self->heading = level_of(name);
  else if (strcmp(name, "blockquote") == 0)
    self->quotes = MIN(self->quotes + 1, MOST_LISTS);
  else if (strcmp(name, "ul") == 0 || strcmp(name, "ol") == 0)
    begin_list(self, name[0] == 'o', attributes);
  else if (strcmp(name, "li") == 0)
    begin_item(self, attributes);
  else if (strcmp(name, "table") == 0)
    self->tables++;
  else if (strcmp(name, "tr") == 0)
    begin_row(self);
  else if (strcmp(name, "td") == 0 || strcmp(name, "th") == 0)
    begin_cell(self, attributes);
  else if (strcmp(name, "pre") == 0)
    self->preformatted++;
  else if (strcmp(name, "main") == 0)
    self->main++;
  if (self->is_ours && level_of(name) == 1) /* the title stands before the text */
    self->main++;
}

static void end_element(HtmlPage *self, const char *name)
{
  const char *const *format = format_of(name);
  if (format)
    end_mark(self, format[2]);
  if (strcmp(name, "a") == 0 || (self->call && is_one_of(name, blocks)))
    end_link(self);
  if (strcmp(name, "td") == 0 || strcmp(name, "th") == 0)
    end_cell(self);
  if (is_one_of(name, blocks))
    end_block(self);
  if (self->is_ours && level_of(name) == 1 && self->main > 0)
    self->main--;
  if (level_of(name) > 0)
    self->heading = 0;
  else if (strcmp(name, "blockquote") == 0 && self->quotes > 0)
    self->quotes--;
  else if ((strcmp(name, "ul") == 0 || strcmp(name, "ol") == 0) && self->lists->len > 0) {
    g_array_set_size(self->lists, self->lists->len - 1);
    self->in_item = self->lists->len > 0;
    self->begins_item = FALSE;
  } else if (strcmp(name, "table") == 0)
    end_table(self);
  else if (strcmp(name, "pre") == 0 && self->preformatted > 0)
    self->preformatted--;
  else if (strcmp(name, "main") == 0 && self->main > 0)
    self->main--;
}

/* The words before a box are a block of their own, whatever is in it. */
static void begin_left_out(HtmlPage *self, const char *name, const xmlChar **attributes)
{
  self->is_named = !is_left_out(self, name, attributes);
  if (self->is_named && is_one_of(name, blocks))
    end_block(self);
}

static void start(void *data, const xmlChar *name, const xmlChar **attributes)
{
  HtmlPage *self = data;
  if (++self->depth > ADREF_HTML_PAGE_DEPTH) {
    self->is_too_deep = TRUE;
    xmlStopParser(self->parser);
  } else if (self->left_out > 0 || is_left_out(self, (const char *)name, attributes) ||
             is_named_beside(self, (const char *)name, attributes)) {
    if (self->left_out == 0)
      begin_left_out(self, (const char *)name, attributes);
    self->left_out++;
    self->silent += self->silent > 0 || is_one_of((const char *)name, unseen) ? 1 : 0;
  } else {
    begin_element(self, (const char *)name, attributes);
  }
}

static void end(void *data, const xmlChar *name)
{
  HtmlPage *self = data;
  gboolean ends_note = self->note_depth > 0 && self->depth == self->note_depth;
  self->depth -= self->depth > 0 ? 1 : 0;
  self->silent -= self->silent > 0 ? 1 : 0;
  if (self->left_out > 0)
    self->left_out--;
  else
    end_element(self, (const char *)name);
  if (ends_note) {
    end_block(self);
    self->note_depth = 0;
    self->note = NULL;
  }
}

static gboolean has_main(const char *html, gsize length)
{
  for (gsize i = 0; i + 5 < length; i++)
    if (html[i] == '<' && g_ascii_strncasecmp(html + i + 1, "main", 4) == 0 &&
        !g_ascii_isalnum(html[i + 5]))
      return TRUE;
  return FALSE;
}

static gboolean is_ours(const char *html, gsize length)
{
  static const char generator[] = "<meta name=\"generator\" content=\"adref ";
  enum {
    LOOKED_AT = 4096 /* bytes at the start */
  };
  return memmem(html, MIN(length, (gsize)LOOKED_AT), generator, strlen(generator)) != NULL;
}

static void parse(HtmlPage *self, const char *html, gsize length)
{
  self->parser = htmlNewParserCtxt();
  memset(self->parser->sax, 0, sizeof *self->parser->sax);
  self->parser->sax->startElement = start;
  self->parser->sax->endElement = end;
  self->parser->sax->characters = characters;
  self->parser->sax->ignorableWhitespace = characters;
  self->parser->userData = self;
  htmlCtxtReadMemory(self->parser, html, (int)length, NULL, "UTF-8",
                     HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                         HTML_PARSE_RECOVER);
  htmlFreeParserCtxt(self->parser);
  self->parser = NULL;
}

static void read_page(HtmlPage *self, const char *html, gsize length)
{
  GArray *const arrays[] = {self->lines, self->lists, self->marks, self->taken};
  GString *const strings[] = {self->out, self->block, self->named, self->menu};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_set_size(arrays[i], 0);
  for (gsize i = 0; i < G_N_ELEMENTS(strings); i++)
    g_string_truncate(strings[i], 0);
  g_ptr_array_set_size(self->rows, 0);
  g_hash_table_remove_all(self->calls);
  g_hash_table_remove_all(self->texts);
  self->words = self->words_named = self->named_words = self->silent = self->left_out = 0;
  self->depth = self->main = self->quotes = self->heading = self->tables = self->preformatted = 0;
  self->text_lines = self->links = self->note_depth = 0;
  self->note = self->call = NULL;
  self->text_end = 0;
  self->has_text = self->announces = self->own_words = self->in_link = FALSE;
  self->begins_item = self->in_item = self->labelled = self->joins = self->space = FALSE;
  self->start = TRUE;
  parse(self, html, length);
  end_block(self);
  take_menus(self);
}

/* Whether the names of elements and links took as many words as are left, or all. */
static gboolean is_most_left_out(const HtmlPage *self)
{
  guint kept = 0;
  for (gsize i = 0; i < self->out->len; i++)
    kept += self->out->str[i] == ' ' || self->out->str[i] == '\n' ? 1 : 0;
  return !self->keeps_all && self->words > 0 && (self->out->len == 0 || self->words_named > kept);
}

static gboolean is_lone_note(gpointer name, gpointer label, gpointer data)
{
  const HtmlPage *self = data;
  (void)name;
  return !g_hash_table_contains(self->calls, label) || !g_hash_table_contains(self->texts, label);
}

/* Forgets the notes of which the call or the words were left out, or stand in a table: their marks
 * stay as they are. Whether there are any. */
static gboolean forget_lone_notes(HtmlPage *self)
{
  return g_hash_table_foreach_remove(self->notes, is_lone_note, self) > 0;
}

static void say_left_out(const HtmlPage *page, GPtrArray *problems)
{
  const char *more = page->named_words < page->words ? " ..." : "";
  if (page->words > 0)
    adref_problem_hint(problems, 1, 1,
                       "%u word%s beside the text of the page %s left out (menus, its head and "
                       "foot, what is hidden): \"%s%s\"",
                       page->words, page->words == 1 ? "" : "s", page->words == 1 ? "is" : "are",
                       page->named->str, more);
}

GString *adref_html_page_to_markdown(const char *html, gsize length, const char *name,
                                     GArray *lines, GPtrArray *problems, GError **error)
{
  if (!adref_libxml2_load(error))
    return NULL;
  HtmlPage page = {.out = g_string_new(NULL),
                   .lines = lines,
                   .block = g_string_new(NULL),
                   .named = g_string_new(NULL),
                   .menu = g_string_new(NULL),
                   .called = g_string_new(NULL),
                   .notes = adref_html_notes_find(html, length),
                   .calls = g_hash_table_new(g_str_hash, g_str_equal),
                   .texts = g_hash_table_new(g_str_hash, g_str_equal),
                   .line = 1,
                   .start = TRUE,
                   .has_main = has_main(html, length),
                   .is_ours = is_ours(html, length),
                   .lists = g_array_new(FALSE, FALSE, sizeof(HtmlList)),
                   .marks = g_array_new(FALSE, FALSE, sizeof(HtmlMark)),
                   .rows = g_ptr_array_new_with_free_func(row_free),
                   .taken = g_array_new(FALSE, TRUE, sizeof(guint))};
  if (length > 0 && length < G_MAXINT)
    read_page(&page, html, length);
  if (page.has_main && page.out->len == 0 && !page.is_too_deep) { /* "<main>" of a comment */
    page.has_main = FALSE;
    read_page(&page, html, length);
  }
  if (!page.is_too_deep && is_most_left_out(&page)) { /* the names say something else here */
    page.keeps_all = TRUE;
    read_page(&page, html, length);
  }
  if (!page.is_too_deep && forget_lone_notes(&page))
    read_page(&page, html, length);
  say_left_out(&page, problems);
  if (page.cell)
    g_string_free(page.cell, TRUE);
  g_string_free(page.block, TRUE);
  g_string_free(page.named, TRUE);
  g_string_free(page.menu, TRUE);
  g_string_free(page.called, TRUE);
  g_hash_table_unref(page.calls);
  g_hash_table_unref(page.texts);
  g_hash_table_unref(page.notes);
  g_array_unref(page.lists);
  g_array_unref(page.marks);
  g_ptr_array_unref(page.rows);
  g_array_unref(page.taken);
  if (!page.is_too_deep)
    return page.out;
  g_string_free(page.out, TRUE);
  adref_error(error, ADREF_ERROR_INPUT, "%s: its elements are nested more than %d deep", name,
              ADREF_HTML_PAGE_DEPTH);
  return NULL;
}
