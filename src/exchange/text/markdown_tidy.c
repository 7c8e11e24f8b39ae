#include "exchange/text/markdown_tidy.h"

#include <string.h>

#include "clause/labels/item_label.h"
#include "clause/markdown/front_matter.h"
#include "exchange/paragraphs/eastern_items.h"
#include "exchange/paragraphs/head_lines.h"
#include "exchange/paragraphs/opening_words.h"

/* The length in bytes of white space at `at`, also of U+00A0, U+3000 and U+200B; 0: none. */
static gsize space_at(const char *at)
{
  if (*at == ' ' || *at == '\t' || *at == '\r')
    return 1;
  if (strncmp(at, "\xC2\xA0", 2) == 0)
    return 2;
  return strncmp(at, "\xE3\x80\x80", 3) == 0 || strncmp(at, "\xE2\x80\x8B", 3) == 0 ? 3 : 0;
}

/* The length of white space and line ends at `at`. */
static gsize blanks_at(const char *at)
{
  gsize length = 0, more;
  while ((more = at[length] == '\n' ? 1 : space_at(at + length)) > 0)
    length += more;
  return length;
}

/* The length of white space and line ends at the end of what was written. */
static gsize blanks_before(const GString *out)
{
  gsize length = 0;
  for (;;) {
    const char *end = out->str + out->len - length;
    gsize left = out->len - length;
    if (left >= 1 && strchr(" \t\r\n", end[-1]))
      length += 1;
    else if (left >= 2 && space_at(end - 2) == 2)
      length += 2;
    else if (left >= 3 && space_at(end - 3) == 3)
      length += 3;
    else
      return length;
  }
}

static gboolean is_blank_line(const char *line, const char *end)
{
  gsize more;
  while (line < end && (more = space_at(line)) > 0)
    line += more;
  return line >= end;
}

/* Takes out the front matter. Its lines become empty. */
static const char *take_front(const char *text, GString *out, AdrefIncomingText *incoming)
{
  gsize size, length = adref_front_matter_length(text, strlen(text));
  if (length == 0)
    return text;
  const char *lines = adref_front_matter_lines(text, length, &size);
  incoming->front = g_strndup(lines, size);
  incoming->front_line = 2;
  g_autoptr(GString) blank = adref_front_matter_blank(text, length, length);
  g_string_append_len(out, blank->str, (gssize)blank->len);
  return text + length;
}

enum {
  CODE = 4 /* spaces, which make a line code */
};

/* How many lines of Markdown are code between fences is unknown to a tidier that works by lines;
 * so what it does to them is kept small. */
typedef struct {
  const char *at;
  GString *out;
  GArray *added;          /* of guint: lines of `out`, from 0, that are not in the source */
  GArray *joined;         /* of guint: lines of `out` that go on with a line more of the source */
  const char *line_start; /* of the source; it has the number `line`, from 0 */
  guint line;
  char *const *all;    /* the lines of the source, */
  guint first;         /* and that behind its front matter */
  const guint8 *items; /* of AdrefEasternKind, by line of the source */
  guint lines;         /* line ends in `out`, up to `counted` */
  gsize counted;
  gboolean in_bold; /* a run of ** is open in this paragraph */
  gboolean in_fence;
  gsize content; /* where the words of the item of the outermost list begin; 0: in none */
} Tidier;

/* "##Word": a heading whose space is missing. */
static void add_heading_space(Tidier *self)
{
  gsize marks = strspn(self->at, "#");
  if (marks < 2 || marks > 6 || strchr(" \t\r\n#", self->at[marks]))
    return;
  g_string_append_len(self->out, self->at, (gssize)marks);
  g_string_append_c(self->out, ' ');
  self->at += marks;
}

static gboolean starts_line(const Tidier *self)
{
  return self->out->len == 0 || self->out->str[self->out->len - 1] == '\n';
}

/* Closes bold: white space before the mark goes behind it. */
static void close_bold(Tidier *self)
{
  gsize blanks = blanks_before(self->out);
  g_autofree char *moved = g_strdup(self->out->str + self->out->len - blanks);
  g_string_truncate(self->out, self->out->len - blanks);
  g_string_append(self->out, "**");
  g_string_append(self->out, moved);
  self->in_bold = FALSE;
}

/* Opens bold: white space behind the mark goes before it. */
static void open_bold(Tidier *self)
{
  gsize blanks = blanks_at(self->at);
  g_string_append_len(self->out, self->at, (gssize)blanks);
  self->at += blanks;
  g_string_append(self->out, "**");
  self->in_bold = TRUE;
}

/* The next run of ** in this paragraph; NULL: there is none. */
static const char *find_partner(const char *at)
{
  for (; *at; at++) {
    if (*at == '\n' && is_blank_line(at + 1, at + 1 + strcspn(at + 1, "\n")))
      return NULL;
    if (*at == '\\' && at[1])
      at++;
    else if (at[0] == '*' && at[1] == '*')
      return at;
  }
  return NULL;
}

static gboolean has_words(const char *at, const char *end)
{
  for (; at < end; at = g_utf8_next_char(at))
    if (g_unichar_isalnum(g_utf8_get_char(at)))
      return TRUE;
  return FALSE;
}

/* A run of ** that no other closes, and one of another length, stay as they are. */
static void tidy_bold(Tidier *self)
{
  const char *partner = self->in_bold ? NULL : find_partner(self->at + 2);
  self->at += 2;
  if (self->in_bold) {
    close_bold(self);
  } else if (!partner) {
    g_string_append(self->out, "**");
  } else if (has_words(self->at, partner)) {
    open_bold(self);
  } else {
    g_string_append_len(self->out, self->at, partner - self->at);
    self->at = partner + 2;
  }
}

/* "*Words *" at the start of a line: white space before the closing mark goes behind it. */
static gboolean tidy_italics(Tidier *self)
{
  const char *words = self->at + 1, *end = words;
  while (*end && *end != '*' && *end != '\\' &&
         !(*end == '\n' && is_blank_line(end + 1, end + 1 + strcspn(end + 1, "\n"))))
    end++;
  if (!starts_line(self) || blanks_at(words) > 0 || *end != '*' || end[1] == '*')
    return FALSE;
  g_autoptr(GString) inner = g_string_new_len(words, end - words);
  gsize blanks = blanks_before(inner);
  if (blanks == 0 || blanks == inner->len)
    return FALSE;
  g_string_append_printf(self->out, "*%.*s*%s", (int)(inner->len - blanks), inner->str,
                         inner->str + inner->len - blanks);
  self->at = end + 1;
  return TRUE;
}

static void tidy_stars(Tidier *self)
{
  gsize length = strspn(self->at, "*");
  if (length == 1 && tidy_italics(self))
    return;
  gboolean alone =
      starts_line(self) && is_blank_line(self->at + length, self->at + strcspn(self->at, "\n"));
  if (length == 2) {
    tidy_bold(self);
    return;
  }
  if (length < 4 || length % 2 != 0 || alone)
    g_string_append_len(self->out, self->at, (gssize)length);
  self->at += length;
}

static gboolean is_lone_pipe(const char *line)
{
  return *line == '|' && is_blank_line(line + 1, line + strcspn(line, "\n"));
}

static const char *next_line(const char *line)
{
  line += strcspn(line, "\n");
  return *line ? line + 1 : line;
}

/* The cells of a row that begins with a pipe. */
static guint count_cells(const char *row)
{
  guint cells = 0;
  gboolean open = FALSE;
  for (const char *at = row + 1; *at && *at != '\n'; at++) {
    if (*at == '\\' && at[1] && at[1] != '\n')
      at++;
    cells += *at == '|' ? 1 : 0;
    open = *at == '|' ? FALSE : open || space_at(at) == 0;
  }
  return cells + (open ? 1 : 0);
}

/* Two lines "|" above rows: a table whose head is empty, and whose delimiters have been lost. */
static void mend_table(Tidier *self)
{
  enum {
    MOST = 1000 /* columns that are mended */
  };
  const char *rows = next_line(next_line(self->at));
  guint columns = 0;
  if (!is_lone_pipe(self->at) || !is_lone_pipe(next_line(self->at)) || is_lone_pipe(rows))
    return;
  for (const char *row = rows; *row == '|'; row = next_line(row))
    columns = MAX(columns, count_cells(row));
  if (columns == 0 || columns > MOST)
    return;
  for (guint line = 0; line < 2; line++) {
    for (guint i = 0; i < columns; i++)
      g_string_append(self->out, line == 0 ? "|   " : "|---");
    g_string_append(self->out, "|\n");
  }
  self->at = rows;
}

/* The start of the line before, in what was written; NULL: there is none, or it is empty. */
static const char *line_before(const GString *out)
{
  gsize end = out->len > 0 ? out->len - 1 : 0, start = end;
  while (start > 0 && out->str[start - 1] != '\n')
    start--;
  return end > start && !is_blank_line(out->str + start, out->str + end) ? out->str + start : NULL;
}

static gsize number_length(const char *line)
{
  enum {
    MOST = 6 /* letters of a Roman numeral */
  };
  gsize open = *line == '(' ? 1 : 0;
  gsize digits = strspn(line + open, "0123456789");
  gsize letters = open ? strspn(line + 1, "ivxl") : 0;
  letters = letters > 0 ? letters : open && g_ascii_isalpha(line[1]) ? 1 : 0;
  gsize mark = open + (digits > 0 ? digits : letters);
  gsize close = strspn(line + mark, ".)");
  gboolean number = mark > open && digits <= 3 && mark <= open + MOST && close > 0 && close <= 2;
  return number && space_at(line + mark + close) > 0 ? mark + close : 0;
}

/* Whether a line ends as a sentence, an item or an introduction does, or with "; and". */
static gboolean is_ended(const GString *out)
{
  enum {
    LONGEST = 12 /* bytes of a sign and a word behind it */
  };
  gsize end = out->len - blanks_before(out), start = end > LONGEST ? end - LONGEST : 0;
  while (start < end && ((guchar)out->str[start] & 0xC0) == 0x80)
    start++;
  g_autofree char *line = g_strndup(out->str + start, end - start);
  return end > 0 &&
         (strchr(".;:,", out->str[end - 1]) || adref_opening_is(ADREF_OPENING_OPEN_END, line));
}

static guint count_lines(Tidier *self)
{
  for (; self->counted < self->out->len; self->counted++)
    self->lines += self->out->str[self->counted] == '\n' ? 1 : 0;
  return self->lines;
}

static void add_empty_line(Tidier *self)
{
  guint line = count_lines(self);
  g_array_append_val(self->added, line);
  g_string_append_c(self->out, '\n');
}

/* Whether the paragraph of the line before, which begins at `line` in what was written, is that of
 * an item with a number or a bullet. */
static gboolean is_in_item(const Tidier *self, const char *line)
{
  enum {
    MOST = 20 /* lines that are looked at */
  };
  for (guint i = 0; i < MOST; i++) {
    if (number_length(line) > 0 || (strchr("-*+", *line) && space_at(line + 1) > 0))
      return TRUE;
    const char *end = line - 1;
    if (line == self->out->str || end == self->out->str || end[-1] == '\n')
      return FALSE;
    for (line = end; line > self->out->str && line[-1] != '\n';)
      line--;
  }
  return FALSE;
}

/* "Article 5 Scope" directly below an item that ends as a sentence does: it is no part of it. */
static gboolean begins_part(const Tidier *self, const char *before)
{
  AdrefItemLabel label = adref_item_label_read(self->at, strcspn(self->at, "\n"));
  return label.length > 0 && label.kind == ADREF_ITEM_LABEL_WORD && is_ended(self->out) &&
         is_in_item(self, before);
}

/* "2. Words" below words, "(2) Words" below "(1) Words;" and a part below an item, which CommonMark
 * joins to the line before. An item of a list below another one stays. */
static void separate_number(Tidier *self)
{
  const char *before = line_before(self->out);
  if (before && begins_part(self, before)) {
    add_empty_line(self);
    return;
  }
  if (!before || number_length(self->at) == 0 || !is_ended(self->out))
    return;
  gboolean item = *self->at != '(' && *before != '(' && number_length(before) > 0;
  if (item || *before == '|' || *before == ' ')
    return;
  add_empty_line(self);
}

/* "①" below words, which CommonMark joins to the line before; "・" is the mark of a list. Labels
 * that are known as such keep their lines. */
static void begin_item(Tidier *self, AdrefEasternKind kind)
{
  enum {
    MOST = 3 /* spaces: more would make it code */
  };
  const char *words = self->at + adref_eastern_indent(self->at);
  gsize spaces = strspn(self->at, " ");
  AdrefItemLabel label = adref_item_label_read(words, strcspn(words, "\n"));
  if (kind != ADREF_EASTERN_BULLET && label.length > 0 && label.end != 0x3000)
    return;
  if (kind != ADREF_EASTERN_BULLET && line_before(self->out))
    add_empty_line(self);
  g_string_append_printf(self->out, "%*s", (int)MIN(spaces, MOST), "");
  self->at = words;
  if (kind != ADREF_EASTERN_BULLET)
    return;
  g_string_append(self->out, "- ");
  self->at += adref_eastern_item_read(words).length;
}

/* A line of Chinese or Japanese goes on without the space that a line end is. */
static gboolean join_line(Tidier *self)
{
  const char *before = line_before(self->out), *words = self->at + strspn(self->at, " ");
  const char *end = self->out->str + self->out->len - 1;
  if (!before || !adref_eastern_line_goes_on(before, end, words))
    return FALSE;
  g_string_truncate(self->out, self->out->len - 1);
  guint line = count_lines(self);
  g_array_append_val(self->joined, line);
  self->at = words;
  return TRUE;
}

/* The item that begins in this line of the source. */
static AdrefEasternKind find_item(Tidier *self)
{
  for (; self->line_start < self->at; self->line_start++)
    self->line += *self->line_start == '\n' ? 1 : 0;
  gboolean begins = self->line == 0 || self->at[-1] == '\n';
  return begins ? (AdrefEasternKind)self->items[self->line] : ADREF_EASTERN_NONE;
}

/* The bytes before the words of an item of the outermost list, "  1. "; 0: it begins none. */
static gsize content_of(const char *line)
{
  gsize indent = strspn(line, " "), mark = strspn(line + indent, "0123456789");
  gboolean is_number = mark > 0 && line[indent + mark] && strchr(".)", line[indent + mark]);
  mark = is_number ? mark + 1 : mark == 0 && line[indent] && strchr("-*+", line[indent]) ? 1 : 0;
  gsize space = mark > 0 ? strspn(line + indent + mark, " ") : 0;
  return indent < CODE && space > 0 && space <= CODE ? indent + mark + space : 0;
}

/* "       (i) ports" below "(c) to act on:", set in so far that it would be code. */
static void begin_inner_label(Tidier *self)
{
  gsize indent = strspn(self->at, " ");
  const char *words = self->at + indent;
  gsize own = content_of(self->at);
  if (own > 0 || (indent == 0 && *words && *words != '\n'))
    self->content = own;
  if (indent < self->content + CODE || *words != '(' ||
      adref_item_label_read(words, strcspn(words, "\n")).length == 0)
    return;
  g_string_append_printf(self->out, "%*s", (int)self->content, "");
  self->at = words;
}

/* A line of white space ends a paragraph, also when it is of no-break spaces. */
static void begin_line(Tidier *self)
{
  const char *end = self->at + strcspn(self->at, "\n");
  if (g_str_has_prefix(self->at, "```") || g_str_has_prefix(self->at, "~~~"))
    self->in_fence = !self->in_fence;
  if (self->in_fence)
    return;
  AdrefEasternKind item = find_item(self);
  if (is_blank_line(self->at, end)) {
    self->at = end;
    self->in_bold = FALSE;
  } else if (*self->at == '#') {
    add_heading_space(self);
  } else if (*self->at == '|') {
    mend_table(self);
  } else if (item != ADREF_EASTERN_NONE) {
    begin_item(self, item);
  } else if (adref_head_line_begins(self->all, self->first, self->line)) {
    add_empty_line(self);
  } else if (!join_line(self)) {
    separate_number(self);
    begin_inner_label(self);
  }
}

/* Behind the end of the element `<span>` whose words begin at `at`, in this paragraph; NULL: none,
 * or another one stands in it. */
static const char *find_span_end(const char *at)
{
  for (; *at; at++) {
    if (*at == '\n' && is_blank_line(at + 1, at + 1 + strcspn(at + 1, "\n")))
      return NULL;
    if (g_str_has_prefix(at, "<span"))
      return NULL;
    if (g_str_has_prefix(at, "</span>"))
      return at + strlen("</span>");
  }
  return NULL;
}

/* A span that underlines or strikes out is written as `<u>` or `<s>`, which pages know; one
 * without words is left out. Others stay as they are. FALSE: it is none of these. */
static gboolean tidy_span(Tidier *self)
{
  enum {
    MOST = 200 /* bytes of the tag */
  };
  const char *mark = memchr(self->at, '>', strnlen(self->at, MOST));
  const char *words = mark ? mark + 1 : NULL, *end = mark ? find_span_end(words) : NULL;
  if (!end)
    return FALSE;
  g_autofree char *tag = g_strndup(self->at, (gsize)(mark - self->at));
  const char *letter = strstr(tag, "underline") ? "u" : strstr(tag, "line-through") ? "s" : NULL;
  g_autoptr(GString) inner = g_string_new_len(words, end - (gssize)strlen("</span>") - words);
  gboolean empty = !has_words(inner->str, inner->str + inner->len);
  if (!empty && !letter)
    return FALSE;
  gsize blanks = empty ? inner->len : blanks_before(inner);
  if (!empty)
    g_string_append_printf(self->out, "<%s>%.*s</%s>", letter, (int)(inner->len - blanks),
                           inner->str, letter);
  g_string_append(self->out, inner->str + inner->len - blanks);
  self->at = end;
  return TRUE;
}

static void tidy_next(Tidier *self)
{
  if (!self->in_fence && *self->at == '*') {
    tidy_stars(self);
    return;
  }
  if (!self->in_fence && g_str_has_prefix(self->at, "<span") && tidy_span(self))
    return;
  gsize length = *self->at == '\\' && self->at[1] && self->at[1] != '\n' ? 2 : 1;
  g_string_append_len(self->out, self->at, (gssize)length);
  self->at += length;
}

/* The line of the source for each line, where some were added or joined. */
static void list_lines(const Tidier *self, GArray *lines)
{
  const GString *out = self->out;
  guint source = 1, added = 0, joined = 0, line = 0;
  if (self->added->len + self->joined->len == 0)
    return;
  for (gsize i = 0; i <= out->len; i++) {
    if (i < out->len && out->str[i] != '\n')
      continue;
    g_array_append_val(lines, source);
    if (added < self->added->len && g_array_index(self->added, guint, added) == line)
      added++;
    else
      source++;
    for (; joined < self->joined->len && g_array_index(self->joined, guint, joined) == line;
         joined++)
      source++;
    line++;
  }
}

GString *adref_markdown_tidy(const char *text, gsize length, AdrefIncomingText *incoming,
                             GArray *lines)
{
  g_autofree char *source = g_strndup(text, length);
  g_auto(GStrv) all = g_strsplit(source, "\n", -1);
  for (char **line = all; *line; line++)
    g_strchomp(*line);
  g_autofree guint8 *items = adref_eastern_items_find(all);
  g_autoptr(GArray) added = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GArray) joined = g_array_new(FALSE, FALSE, sizeof(guint));
  GString *out = g_string_sized_new(length + 1);
  Tidier tidier = {.at = take_front(source, out, incoming),
                   .out = out,
                   .added = added,
                   .joined = joined,
                   .line_start = source,
                   .all = all,
                   .items = items};
  for (const char *at = source; at < tidier.at; at++)
    tidier.first += *at == '\n' ? 1 : 0;
  while (*tidier.at) {
    if (starts_line(&tidier))
      begin_line(&tidier);
    if (*tidier.at)
      tidy_next(&tidier);
  }
  list_lines(&tidier, lines);
  return out;
}
