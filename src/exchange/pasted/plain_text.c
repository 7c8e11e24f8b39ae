#include "exchange/pasted/plain_text.h"

#include <string.h>

#include "clause/labels/item_label.h"
#include "clause/markdown/table_row.h"
#include "exchange/paragraphs/divided_words.h"
#include "exchange/paragraphs/eastern_items.h"
#include "exchange/paragraphs/head_lines.h"
#include "exchange/paragraphs/opening_words.h"
#include "exchange/pasted/plain_columns.h"
#include "exchange/pasted/plain_grid.h"
#include "exchange/pasted/plain_labels.h"
#include "exchange/pasted/plain_pages.h"
#include "exchange/pasted/plain_tabs.h"
#include "exchange/pasted/plain_wrap.h"
#include "exchange/pasted/prose_columns.h"
#include "exchange/pasted/typed_notes.h"

enum {
  MOST_NOTES = 500, /* of a text */
  FEWEST_LINES = 8  /* of a text in which no empty line divides paragraphs */
};

/* The length of a bullet with its space; 0: none. */
static gsize bullet_length(const char *line)
{
  AdrefItemLabel label = adref_item_mark_read(line, strlen(line));
  gsize mark = label.kind == ADREF_ITEM_LABEL_BULLET ? label.length : 0;
  if (*line == '-' || *line == '*')
    mark = 1;
  gsize space = mark > 0 ? adref_eastern_indent(line + mark) : 0;
  return space > 0 && line[mark + space] ? mark + space : 0;
}

/* Whether a bullet may be a dash. */
static gboolean may_be_dash(const char *bullet)
{
  AdrefItemLabel label = adref_item_mark_read(bullet, strlen(bullet));
  return *bullet == '-' || (*bullet != '*' && adref_item_label_may_be_dash(&label));
}

/* Whether a line is made of one mark again and again: "=====", "-----", "* * *". */
static gboolean is_line_of(const char *line, const char *marks)
{
  gsize n = strspn(line, marks);
  return n >= 3 && line[n + adref_eastern_indent(line + n)] == '\0';
}

static gboolean is_underline(const char *line)
{
  return is_line_of(line, "=") || is_line_of(line, "-") || is_line_of(line, "~");
}

/* The numbers that notes have: "[1] See the annex" below, and "[1]" in the text. */
typedef struct {
  gboolean known[MOST_NOTES + 1];
} PlainNotes;

/* The length of "[1]" or "^1", whose number goes to *number; 0: words begin otherwise. */
static gsize note_length(const char *words, guint *number)
{
  gboolean raised = *words == '^';
  gsize digits = raised || *words == '[' ? strspn(words + 1, "0123456789") : 0;
  if (digits == 0 || digits > 3 || (!raised && words[1 + digits] != ']'))
    return 0;
  *number = (guint)g_ascii_strtoull(words + 1, NULL, 10);
  return digits + (raised ? 1 : 2);
}

/* A line with the words of a note. */
static gboolean is_note(const char *words, guint *number)
{
  gsize length = note_length(words, number);
  return length > 0 && adref_eastern_indent(words + length) > 0 &&
         words[length + adref_eastern_indent(words + length)];
}

/* Notes are numbered 1, 2, 3 below the text, and each is called in it; else none is known. On a
 * page of adref, which may be a part of a text, others may lack. */
static void find_notes(PlainNotes *notes, char **lines, gboolean is_own_page)
{
  guint last = 0, number;
  gboolean calls[MOST_NOTES + 1] = {FALSE}, texts[MOST_NOTES + 1] = {FALSE};
  for (char **line = lines; *line; line++) {
    const char *words = *line + adref_eastern_indent(*line);
    gboolean note = is_note(words, &number);
    gboolean is_next = is_own_page ? number > last : number == last + 1;
    if (note && (!is_next || number > MOST_NOTES))
      return;
    last = note ? number : last;
    texts[last] = TRUE;
    for (const char *at = note ? words + 1 : words; (at = strpbrk(at, "[^")); at++)
      if (note_length(at, &number) > 0 && number <= MOST_NOTES)
        calls[number] = TRUE;
  }
  for (guint i = 1; i <= last; i++)
    if (texts[i] && !calls[i])
      return;
  for (guint i = 1; i <= last; i++)
    notes->known[i] = texts[i];
}

/* Escapes what Markdown would read as more than a letter. */
static void add_words(GString *out, const char *words, const PlainNotes *notes)
{
  gboolean first = TRUE;
  for (const char *at = words; *at; at++) {
    gboolean mark = strchr("\\`*_<>|~&#", *at) != NULL;
    gboolean begins = first && strchr("+-=:", *at);
    gboolean image = *at == '!' && at[1] == '[';
    gboolean target = *at == '(' && at > words && at[-1] == ']';
    gboolean number = (*at == '.' || *at == ')') && at > words && at - words <= 9 &&
                      strspn(words, "0123456789") == (gsize)(at - words);
    guint note;
    gsize length = note_length(at, &note);
    gboolean is_known = length > 0 && note <= MOST_NOTES && notes->known[note];
    if (is_known && *at == '^') {
      g_string_append_printf(out, "[^%u]", note);
      at += length - 1;
      continue;
    }
    if (mark || begins || image || target || number)
      g_string_append_c(out, '\\');
    g_string_append_c(out, *at);
    if (is_known)
      g_string_append_c(out, '^');
    first = FALSE;
  }
}

/* A row of a table: its bars stay, also those behind a backslash. */
static void add_row(GString *out, const char *line, const PlainNotes *notes)
{
  g_auto(GStrv) cells = g_strsplit(line, "|", -1);
  for (char **cell = cells; *cell; cell++) {
    gsize length = strlen(*cell);
    gboolean escaped = cell[1] && length > 0 && (*cell)[length - 1] == '\\';
    (*cell)[escaped ? length - 1 : length] = '\0';
    gsize space = adref_eastern_indent(*cell);
    g_string_append_len(out, *cell, (gssize)space);
    add_words(out, *cell + space, notes);
    if (cell[1])
      g_string_append(out, escaped ? "\\|" : "|");
  }
}

/* Whether the line is the head of a table: below it stands its row of dashes. */
static gboolean is_table_head(const char *line, const char *below)
{
  guint columns;
  return below && adref_table_row_has_bar(line, strlen(line)) &&
         adref_table_row_is_delimiter(below, strlen(below), &columns) && strchr(below, '|') &&
         columns == adref_table_row_count(line, strlen(line));
}

/* Whether each line is a paragraph: as lines tell, or where no empty line and no broken one divides
 * anything else, as in what an office program writes. */
static gboolean is_paragraph_a_line(char **lines, glong width)
{
  guint count = 0, empty = 0;
  for (char **line = lines; *line; line++) {
    count += **line != '\0';
    empty += **line == '\0' && line[1] != NULL;
  }
  return adref_plain_wrap_is_none(lines) || (empty == 0 && width == 0 && count >= FEWEST_LINES);
}

typedef struct {
  GString *out;
  GArray *lines; /* of guint: by line of `out` */
  guint line;    /* of the text */
  guint at;      /* its index among those that are read */
  guint first;   /* that of the first one that does not stand beside the text */
  const AdrefPlainPages *pages;
  const AdrefDividedWords *divided;
  gboolean by_line, open, in_list;
  guint columns; /* lines that are still to be passed over */
  PlainNotes notes;
  guint rows;     /* of a table that were read; 0: the line before is in none */
  gboolean hangs; /* the line before begins with a number or bullet: what is indented goes on */
  gsize indent;   /* of the line before */
  guint brackets; /* of negotiation that are open in the paragraph: "[will" */
  gboolean has_labels; /* adref has printed the text (exchange/pasted/plain_labels.h) */
  gboolean is_eastern; /* its words are Chinese or Japanese, without spaces between them */
  gboolean is_begun;   /* a numbered clause stands before */
  char *kind;          /* of the clause before, whose words are indented; NULL: they are not */
  const guint8 *items; /* of AdrefEasternKind, by line */
  gsize bullet;        /* bytes of the bullet of the line; 0: it has none */
  gboolean in_quote;   /* the line before is quoted */
  glong width; /* at which lines were broken (exchange/pasted/plain_wrap.h); 0: they were not */
} PlainText;

static gboolean is_known_note(const PlainText *self, const char *words, guint *number)
{
  return is_note(words, number) && *number <= MOST_NOTES && self->notes.known[*number];
}

static AdrefEasternKind item_kind(const PlainText *self)
{
  return (AdrefEasternKind)self->items[self->at];
}

/* Whether a line may go on with the sentence before it: that line is full, or only long, since some
 * editors do not fill each line. For a mark that is seldom one of an item. */
static gboolean may_go_on(const PlainText *self, char **lines, guint at, const char *words,
                          gsize length)
{
  return adref_plain_wrap_goes_on(self->width, lines, at, words, length) ||
         adref_plain_wrap_goes_on(0, lines, at, words, length);
}

/* Whether a line begins with a dash of its sentence, not with that of an item: the line before it
 * goes on, where a long one is enough, since a dash would often have had room. */
static gboolean is_dash(const PlainText *self, char **lines, guint at, const char *words)
{
  gsize length = bullet_length(words);
  if (length == 0 || !self->open || self->in_list || at == 0 || !*lines[at - 1] ||
      !may_be_dash(words))
    return FALSE;
  return may_go_on(self, lines, at, words, length);
}

/* Whether words begin with the day of a date: "5 May 2030", where "May 2030" is none. */
static gboolean is_day(const char *words, gsize length)
{
  return adref_opening_is(ADREF_OPENING_DATE, words) &&
         !adref_opening_is(ADREF_OPENING_DATE, words + length);
}

/* Whether a line begins with a number; one behind a full line may be a word of its sentence. */
static gboolean is_numbered(const PlainText *self, char **lines, guint at, const char *words)
{
  gsize length = adref_opening_number_length(words);
  return length > 0 && !is_day(words, length) &&
         !(self->open && self->width > 0 &&
           adref_plain_wrap_goes_on(self->width, lines, at, words, length));
}

/* Whether a line begins with a figure of its sentence, which a full line before it goes on with, or
 * of a bracket that is open. */
static gboolean is_figure(const PlainText *self, char **lines, guint at, const char *words)
{
  if (self->open && self->brackets > 0 && adref_plain_wrap_is_bare_figure(words))
    return TRUE;
  return self->open && !self->by_line && adref_plain_wrap_is_figure(words) &&
         may_go_on(self, lines, at, words, adref_opening_number_length(words));
}

/* Whether a line begins with the letter that stands for a bullet of the second level, "o ": with
 * room behind it, or in a list behind the end of an item. */
static gboolean is_letter_bullet(const PlainText *self, char **lines, guint at, const char *words)
{
  if (words[0] != 'o' || !strchr(" \t", words[1]) || !words[1])
    return FALSE;
  gsize length = at > 0 ? strlen(lines[at - 1]) : 0;
  gboolean item =
      self->in_list && length > 0 &&
      (strchr(";:", lines[at - 1][length - 1]) || g_str_has_suffix(lines[at - 1], "; and"));
  return words[1] == '\t' || (words[2] == ' ' && self->in_list) || item;
}

static gsize find_bullet(const PlainText *self, char **lines, guint at, const char *words)
{
  if (is_letter_bullet(self, lines, at, words))
    return 1 + adref_eastern_indent(words + 1);
  return item_kind(self) == ADREF_EASTERN_BULLET ? adref_eastern_item_read(words).length
                                                 : bullet_length(words);
}

/* Writes a line that is no part of a heading. */
static void add_line(PlainText *self, const char *line, gboolean begins)
{
  if (self->bullet > 0)
    g_string_append(self->out, "- ");
  else if (!begins)
    g_string_append(self->out, "  "); /* goes on: also in an item */
  guint number;
  gsize note = begins && is_known_note(self, line, &number) ? note_length(line, &number) : 0;
  if (note > 0)
    g_string_append_printf(self->out, "[^%u]:", number);
  add_words(self->out, line + self->bullet + note, &self->notes);
}

static void end_line(PlainText *self)
{
  g_string_append_c(self->out, '\n');
  g_array_append_val(self->lines, self->line);
}

/* Markdown needs an empty line between paragraphs. */
static void begin_block(PlainText *self)
{
  gboolean bullet = self->bullet > 0;
  if (self->open && !(bullet && self->in_list))
    end_line(self);
  self->in_list = bullet;
}

static guint open_brackets(guint open, const char *words)
{
  for (; *words; words++)
    open = *words == '[' ? open + 1 : *words == ']' && open > 0 ? open - 1 : open;
  return open;
}

/* Takes back the end of the line before. */
static void go_back(PlainText *self)
{
  self->line = g_array_index(self->lines, guint, self->lines->len - 1);
  g_string_truncate(self->out, self->out->len - 1);
  g_array_set_size(self->lines, self->lines->len - 1);
}

static gboolean has_eastern_letter(const char *words)
{
  for (; *words; words = g_utf8_next_char(words))
    if (adref_eastern_is_letter(g_utf8_get_char(words)))
      return TRUE;
  return FALSE;
}

/* Whether a page has divided a word with a sign that shows there alone. */
static gboolean ends_with_soft_hyphen(const PlainText *self)
{
  return self->out->len > 3 && memcmp(self->out->str + self->out->len - 3, "\302\255\n", 3) == 0;
}

/* Whether no space stands between the line before and these words. A line without Chinese or
 * Japanese letters is of another language than one that has nothing else. */
static gboolean is_joined(const PlainText *self, char **lines, guint at, const char *words)
{
  const char *end = self->out->str + self->out->len - 1; /* the line's end */
  if (self->out->len < 2 || end[-1] == '\n')
    return FALSE;
  if (at > 0 && has_eastern_letter(lines[at - 1]) != has_eastern_letter(words))
    return FALSE;
  gboolean before = adref_eastern_is_letter(g_utf8_get_char(g_utf8_prev_char(end))),
           behind = adref_eastern_is_letter(g_utf8_get_char(words));
  return adref_divided_words_may_divide(self->out->str, self->out->len - 1, words) ||
         (before && behind) || (self->is_eastern && (before || behind));
}

/* Words that go on with the line before: "- JPN / should]" is no item. */
static void add_more(PlainText *self, char **lines, guint at, const char *words, gboolean position)
{
  gboolean soft = ends_with_soft_hyphen(self);
  gboolean hyphen =
      adref_divided_words_join(self->divided, self->out->str, self->out->len - 1, words);
  if (position || soft || is_joined(self, lines, at, words))
    go_back(self);
  if (!position && (soft || hyphen) && self->out->str[self->out->len - 1] != '\n')
    g_string_truncate(self->out, self->out->len - (soft ? 2 : 1));
  if (position)
    g_string_append(self->out, " - ");
  if (position || self->out->str[self->out->len - 1] != '\n')
    add_words(self->out, words + (position ? 2 : 0), &self->notes);
  else
    add_line(self, words, FALSE);
}

static void add_block(PlainText *self, const char *markdown)
{
  if (self->open)
    end_line(self);
  g_string_append(self->out, markdown);
  end_line(self);
  end_line(self);
  self->open = self->in_list = self->hangs = FALSE;
  self->rows = 0;
}

/* A line that divides the notes of a page from its text: "____" before "1 See the annex". */
static gboolean is_rule_of_notes(char **lines, guint at)
{
  const char *line = lines[at] + adref_eastern_indent(lines[at]);
  if (!is_line_of(line, "_") && !is_line_of(line, "-"))
    return FALSE;
  guint below = at + 1;
  while (lines[below] && !*lines[below])
    below++;
  const char *words = lines[below] ? lines[below] + adref_eastern_indent(lines[below]) : "";
  gsize open = *words == '[' || *words == '^' ? 1 : 0, digits = strspn(words + open, "0123456789");
  return digits > 0 && digits <= 3 && words[open + digits] && strchr("]. \t", words[open + digits]);
}

/* A numbered paragraph without a label, which is not indented as the words of the clause before
 * are, was put in by somebody: it is a new clause of this kind. The words behind its number. */
static const char *begin_clause(PlainText *self, const char *line, gboolean is_heading)
{
  gsize length;
  g_autofree char *number = adref_opening_number(line, &length);
  if (!self->kind || self->open || is_heading || *line == ' ' || !number)
    return line;
  g_autofree char *marker = g_strdup_printf("<!-- %s -->", self->kind);
  add_block(self, marker);
  return line + length;
}

static void add_text_line(PlainText *self, char **lines, guint at)
{
  const char *below = lines[at + 1];
  gboolean heading = below && !self->open && is_underline(below + adref_eastern_indent(below));
  const char *line = begin_clause(self, lines[at], heading);
  gsize indent = adref_eastern_indent(line);
  const char *words = line + indent;
  guint number;
  gboolean note = is_known_note(self, words, &number);
  gboolean position = self->open && self->brackets > 0 && g_str_has_prefix(words, "- ");
  self->bullet = is_dash(self, lines, at, words) ? 0 : find_bullet(self, lines, at, words);
  gboolean mark = !position && !is_figure(self, lines, at, words) &&
                  (self->bullet > 0 || item_kind(self) != ADREF_EASTERN_NONE ||
                   is_numbered(self, lines, at, words));
  gboolean rule = is_rule_of_notes(lines, at);
  gboolean begins = !self->open || self->by_line || heading || mark || note || rule ||
                    adref_head_line_begins(lines, self->first, at) ||
                    (indent > self->indent + 1 && !self->hangs);
  if (begins)
    begin_block(self);
  if (heading)
    g_string_append(self->out, below[adref_eastern_indent(below)] == '=' ? "# " : "## ");
  self->brackets = open_brackets(begins ? 0 : self->brackets, words);
  if (begins)
    add_line(self, words, TRUE);
  else
    add_more(self, lines, at, words, position);
  end_line(self);
  if (rule)
    end_line(self);
  self->open = !rule;
  self->hangs = mark || note;
  self->indent = indent;
}

/* A line of a table, which begins with its head and goes on while lines have bars. FALSE: the line
 * is in none. */
static gboolean add_table_line(PlainText *self, const char *line, const char *below)
{
  const char *words = line + adref_eastern_indent(line);
  gboolean head = self->rows == 0 && is_table_head(words, below);
  if (!head && (self->rows == 0 || !strchr(words, '|'))) {
    self->open = self->open && self->rows == 0;
    self->rows = 0;
    return FALSE;
  }
  if (head && self->open)
    end_line(self);
  if (self->rows == 1)
    g_string_append(self->out, words);
  else
    add_row(self->out, words, &self->notes);
  end_line(self);
  self->rows++;
  self->open = TRUE;
  self->in_list = self->hangs = FALSE;
  return TRUE;
}

/* A table that is drawn with signs, or whose columns stand below each other. FALSE: none begins
 * here. */
static gboolean add_columns(PlainText *self, char **lines, guint at)
{
  gboolean has_rule;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
  guint n = adref_plain_grid_read(lines + at, rows);
  gboolean grid = n > 0;
  if (!grid) {
    g_ptr_array_set_size(rows, 0);
    n = adref_plain_columns_read(lines + at, rows, &has_rule);
  }
  if (n == 0) {
    g_ptr_array_set_size(rows, 0);
    has_rule = FALSE;
    n = adref_plain_tabs_read(lines + at, rows);
  }
  if (n == 0)
    return FALSE;
  if (self->open)
    end_line(self);
  for (guint i = 0; i < rows->len; i++) {
    self->line = self->pages->numbers[at + (grid || has_rule || i == 0 ? i : i - 1)];
    if (i == 1)
      g_string_append(self->out, rows->pdata[i]);
    else
      add_row(self->out, rows->pdata[i], &self->notes);
    end_line(self);
  }
  end_line(self);
  self->columns = n - 1;
  self->open = self->in_list = self->hangs = FALSE;
  return TRUE;
}

/* Remembers the kind of a clause, "<!-- op ports -->", whose words are indented. */
static void set_kind(PlainText *self, const char *marker, const char *below)
{
  static const char begin[] = "<!-- ";
  const char *kind = marker + strlen(begin);
  g_free(self->kind);
  self->kind = below && *below == ' ' ? g_strndup(kind, strcspn(kind, " ")) : NULL;
}

/* What adref prints beside the words of clauses. FALSE: the line is nothing of that. */
static gboolean add_label(PlainText *self, char **lines, guint at)
{
  guint count = 1;
  g_autofree char *marker = adref_plain_label_marker(lines, at, self->is_begun);
  g_autofree char *note = marker ? NULL : adref_plain_label_note(lines, at, &count);
  self->line = self->pages->numbers[at];
  if (marker || note) {
    self->is_begun = self->is_begun || (marker && *lines[at] != '#');
    self->columns = count - 1;
    add_block(self, marker ? marker : note);
    if (marker)
      set_kind(self, marker, lines[at + 1]);
  } else if (!self->open && adref_plain_label_footer(lines, at)) {
    while (lines[at + 1] && *lines[++at])
      self->columns++;
  } else if (!self->open && adref_plain_label_heading(lines, at)) {
    g_autoptr(GString) heading = g_string_new("### ");
    add_words(heading, lines[at], &self->notes);
    add_block(self, heading->str);
  } else {
    return FALSE;
  }
  return TRUE;
}

/* The length of the marks with which a mail quotes a line: "> ", ">> ", "> > ". */
static gsize quote_length(const char *line)
{
  gsize length = 0;
  while (line[length] == '>')
    length += line[length + 1] == ' ' && line[length + 2] == '>' ? 2 : 1;
  return length > 0 && line[length] == ' ' ? length + 1 : length;
}

/* A line of a mail that is quoted where others are not is part of a quotation. */
static void add_quoted(PlainText *self, const char *words)
{
  if (self->open && !self->in_quote)
    end_line(self);
  g_string_append(self->out, "> ");
  add_words(self->out, words + adref_eastern_indent(words), &self->notes);
  end_line(self);
  self->open = self->in_quote = TRUE;
  self->in_list = self->hangs = FALSE;
  self->rows = 0;
}

/* Whether a page of a PDF file begins here behind the end of a sentence. */
static gboolean begins_page(char **lines, guint at)
{
  const char *before = at > 0 ? lines[at - 1] : "";
  gsize length = strlen(before);
  return *lines[at] == '\f' && length > 0 && strchr(".:;!?", before[length - 1]) != NULL;
}

/* Page numbers and running heads, each a paragraph of its own. */
static void add_beside(PlainText *self, const char *line)
{
  if (self->open)
    end_line(self);
  add_words(self->out, line + adref_eastern_indent(line), &self->notes);
  end_line(self);
  self->open = self->in_list = self->hangs = FALSE;
}

static void add(PlainText *self, char **lines, guint at)
{
  self->at = at;
  if (self->columns > 0) {
    self->columns--;
    return;
  }
  if (self->pages->beside[at]) {
    self->line = self->pages->numbers[at];
    add_beside(self, lines[at]);
    return;
  }
  if (self->has_labels && add_label(self, lines, at))
    return;
  const char *words = lines[at] + adref_eastern_indent(lines[at]);
  gsize quote = quote_length(lines[at]);
  self->line = self->pages->numbers[at];
  if (quote > 0) {
    add_quoted(self, lines[at] + quote);
    return;
  }
  if ((self->in_quote || begins_page(lines, at)) && self->open) {
    end_line(self);
    self->open = self->in_list = FALSE;
  }
  self->in_quote = FALSE;
  if (*words && add_table_line(self, lines[at], lines[at + 1]))
    return;
  if (*words && self->rows == 0 && add_columns(self, lines, at))
    return;
  self->rows = 0;
  gboolean empty = !*words || (at > 0 && is_underline(words) && self->open);
  if (empty) {
    self->open = self->in_list = FALSE;
    end_line(self);
    return;
  }
  add_text_line(self, lines, at);
}

/* A mail program quotes the whole text that somebody answers; most lines are so then. */
static void remove_quotes(char **lines)
{
  guint quoted = 0, all = 0;
  for (char **line = lines; *line; line++) {
    all += **line != '\0';
    quoted += **line == '>';
  }
  for (char **line = lines; *line && quoted * 2 > all; line++)
    memmove(*line, *line + quote_length(*line), strlen(*line + quote_length(*line)) + 1);
}

/* The lines of a text, without white space at their ends. */
static AdrefPlainPages *read_pages(const char *text, gsize length)
{
  g_autofree char *source = g_strndup(text, length);
  char **lines = g_strsplit(source, "\n", -1);
  g_autofree guint8 *breaks = g_new0(guint8, g_strv_length(lines) + 1);
  for (guint i = 0; lines[i]; i++) {
    breaks[i] = strchr(lines[i], '\f') != NULL;
    g_strchomp(lines[i]);
  }
  remove_quotes(lines);
  return adref_plain_pages_read(lines, breaks);
}

GString *adref_plain_text_to_markdown(const char *text, gsize length, const char *language,
                                      GArray *lines, GArray *beside, GPtrArray *problems)
{
  g_autofree char *noted = adref_typed_notes_raise(text, length);
  g_autoptr(AdrefPlainPages) pages =
      read_pages(noted ? noted : text, noted ? strlen(noted) : length);
  adref_prose_columns_divide(pages, language, problems);
  char **all = pages->lines;
  g_autofree guint8 *items = adref_eastern_items_find(all);
  PlainText plain = {.out = g_string_sized_new(length * 2), .lines = lines, .items = items};
  g_autoptr(AdrefDividedWords) divided = adref_divided_words_new(all);
  plain.pages = pages;
  while (all[plain.first] && (pages->beside[plain.first] || !*all[plain.first]))
    plain.first++;
  plain.divided = divided;
  plain.is_eastern = adref_eastern_is_text(text, length);
  plain.has_labels = adref_plain_labels_are_there(all);
  find_notes(&plain.notes, all, plain.has_labels);
  plain.width = adref_plain_wrap_width(all);
  plain.by_line = !plain.has_labels && is_paragraph_a_line(all, plain.width);
  for (guint i = 0; all[i]; i++) {
    add(&plain, all, i);
    if (beside && pages->beside[i])
      g_array_append_val(beside, pages->numbers[i]);
  }
  g_free(plain.kind);
  return plain.out;
}
