#include "clause/markdown/table_read.h"

#include <string.h>

#include "base/byte_scan.h"

/* Before the first of the words below a table: it makes them a paragraph, as they were. */
static const char guard[] = "x ";

/* A paragraph of cmark. */
typedef struct {
  guint first, last; /* lines */
  guint column;      /* in bytes, of its first line */
  guint quotes;
} Paragraph;

/* --- lines --- */

/* The offset behind the marks of quotes before the words of a line. */
static gsize quotes_length(const char *line, gsize length, guint quotes)
{
  gsize end = 0;
  for (gsize i = 0; i < length && quotes > 0; i++) {
    if (line[i] == '>') {
      end = i + 1;
      quotes--;
    } else if (line[i] != ' ' && line[i] != '\t') {
      break;
    }
  }
  return end;
}

/* The words of a line of a paragraph; they may begin with white space. */
static const char *words_of(const AdrefTables *self, guint line, guint column, guint quotes,
                            gsize *length)
{
  const char *text = adref_source_locator_line(self->locator, line, length);
  gsize skip = column > 0 ? MIN(column - 1, *length) : quotes_length(text, *length, quotes);
  if (line == 1 && column > 0 && *length >= skip + 3 && memcmp(text, "\357\273\277", 3) == 0)
    skip += 3; /* a byte order mark, which cmark does not count */
  *length -= skip;
  return text + skip;
}

static const char *paragraph_line(const AdrefTables *self, const Paragraph *paragraph, guint line,
                                  gsize *length)
{
  return words_of(self, line, line == paragraph->first ? paragraph->column : 0, paragraph->quotes,
                  length);
}

/* Whether a line of a text can be the one below the head of a table. */
static gboolean may_delimit(const char *line, gsize length)
{
  gsize i = 0;
  while (i < length && (line[i] == ' ' || line[i] == '\t' || line[i] == '>'))
    i++;
  if (i == length || !strchr("|:-", line[i]))
    return FALSE;
  gboolean dash = FALSE, other = FALSE;
  for (; i < length && strchr("|:- \t", line[i]); i++) {
    dash = dash || line[i] == '-';
    other = other || line[i] == '|' || line[i] == ':';
  }
  return i == length && dash && other;
}

/* The numbers of all such lines. */
static GArray *find_delimiters(const char *text, gsize length)
{
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(guint));
  const char *at = text, *end = text + length;
  for (guint line = 1; at < end; line++) {
    const char *newline = memchr(at, '\n', (gsize)(end - at));
    const char *stop = newline ? newline : end;
    if (may_delimit(at, (gsize)(stop - at)))
      g_array_append_val(lines, line);
    at = stop + 1;
  }
  return lines;
}

/* --- Markdown that cmark reads again --- */

gboolean adref_tables_is_plain(const AdrefTables *self, const AdrefRowCell *cell)
{
  const guint8 *kinds = self->locator->source->kinds;
  for (gsize i = 0; i < cell->length; i++) {
    guchar c = (guchar)cell->text[i];
    if (kinds[c] > ADREF_BYTE_CLASS_SPACE || c < ' ' || c == 0x7F || strchr("\\`*_<&~", c) ||
        (kinds[c] == ADREF_BYTE_CLASS_SPACE && cell->text[i + 1] == ' '))
      return FALSE;
  }
  return TRUE;
}

/* A heading has inlines only, and the "#" at its end is not part of it. */
static void add_cell(AdrefTables *self, const AdrefRowCell *cell)
{
  g_string_append(self->words, "# ");
  for (gsize i = 0; i < cell->length; i++)
    if (!(cell->text[i] == '\\' && i + 1 < cell->length && cell->text[i + 1] == '|'))
      g_string_append_c(self->words, cell->text[i]);
  g_string_append(self->words, " #\n");
}

static void add_row(AdrefTables *self, const Paragraph *paragraph, guint line, guint columns)
{
  gsize length;
  const char *text = paragraph_line(self, paragraph, line, &length);
  guint count = 0;
  AdrefTableRow row = adref_table_row(text, length);
  for (AdrefRowCell cell; adref_table_row_next(&row, &cell); count++)
    if (!adref_tables_is_plain(self, &cell))
      add_cell(self, &cell);
  self->missing += columns > count ? columns - count : 0;
}

/* Whether a line begins like an item of a list or like raw HTML, which can stand in a paragraph,
 * but would begin a block behind a quote. */
static gboolean begins_like_block(const char *text, gsize length)
{
  gsize at = 0;
  while (at < length && (text[at] == ' ' || text[at] == '\t'))
    at++;
  return at < length && (g_ascii_isdigit(text[at]) || strchr("-+*<", text[at]));
}

/* The lines are a quote of which only the first has a mark: so they are the lines of one paragraph,
 * whatever they are. A line that would begin a block of its own then has a mark, too. */
static void add_words(AdrefTables *self, const Paragraph *paragraph, guint from, guint to)
{
  g_string_append(self->words, "> ");
  if (from > paragraph->first)
    g_string_append(self->words, guard);
  for (guint line = from; line < to; line++) {
    gsize length;
    const char *text = paragraph_line(self, paragraph, line, &length);
    for (; line == from && length > 0 && (text[0] == ' ' || text[0] == '\t'); length--)
      text++;
    if (line > from && begins_like_block(text, length))
      g_string_append(self->words, "> ");
    g_string_append_len(self->words, text, (gssize)length);
    g_string_append_c(self->words, '\n');
  }
  g_string_append_c(self->words, '\n');
}

/* --- tables in a paragraph --- */

static void add_part(AdrefTables *self, const Paragraph *paragraph, gboolean is_table, guint from,
                     guint to)
{
  if (from == to)
    return;
  AdrefTablePart part = {is_table,
                         to > paragraph->last,
                         from,
                         to - from,
                         from == paragraph->first ? paragraph->column : 0,
                         paragraph->quotes};
  g_array_append_val(self->parts, part);
  if (!is_table)
    add_words(self, paragraph, from, to);
}

/* The number of columns if the lines `head` and `head` + 1 begin a table, else 0. */
static guint columns_at(const AdrefTables *self, const Paragraph *paragraph, guint head)
{
  gsize length;
  guint columns;
  const char *below = paragraph_line(self, paragraph, head + 1, &length);
  if (!may_delimit(below, length) || !adref_table_row_is_delimiter(below, length, &columns))
    return 0;
  const char *text = paragraph_line(self, paragraph, head, &length);
  return adref_table_row_count(text, length) == columns ? columns : 0;
}

static gboolean is_row(const AdrefTables *self, const Paragraph *paragraph, guint line)
{
  gsize length;
  const char *text = paragraph_line(self, paragraph, line, &length);
  return adref_table_row_has_bar(text, length);
}

/* Adds the table that begins at `head`; returns the line behind it. */
static guint add_table(AdrefTables *self, const Paragraph *paragraph, guint head, guint columns)
{
  guint line = head + 2;
  add_row(self, paragraph, head, columns);
  for (; line <= paragraph->last && is_row(self, paragraph, line); line++)
    add_row(self, paragraph, line, columns);
  add_part(self, paragraph, TRUE, head, line);
  return line;
}

static void divide(AdrefTables *self, const Paragraph *paragraph)
{
  guint from = paragraph->first, line = from, before = self->parts->len;
  while (line < paragraph->last) {
    guint columns = columns_at(self, paragraph, line);
    if (columns == 0) {
      line++;
      continue;
    }
    add_part(self, paragraph, FALSE, from, line);
    from = line = add_table(self, paragraph, line, columns);
  }
  if (self->parts->len > before)
    add_part(self, paragraph, FALSE, from, paragraph->last + 1);
}

static gboolean holds_blocks(cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST ||
         type == CMARK_NODE_ITEM;
}

/* The next block in document order. *quotes: how many quotes are around it. */
static cmark_node *next_block(cmark_node *node, guint *quotes)
{
  cmark_node *child = holds_blocks(node) ? cmark_node_first_child(node) : NULL;
  if (child) {
    *quotes += cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
    return child;
  }
  while (node && !cmark_node_next(node)) {
    node = cmark_node_parent(node);
    *quotes -= node && cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
  }
  return node ? cmark_node_next(node) : NULL;
}

/* The paragraph with the mark of a footnote is one of words; a table may stand below it. */
static gboolean begins_footnote(const AdrefTables *self, cmark_node *paragraph)
{
  cmark_node *text = cmark_node_first_child(paragraph);
  return text && cmark_node_get_type(text) == CMARK_NODE_TEXT &&
         adref_preprocessed_sentinel(self->locator->source, cmark_node_get_literal(text)) ==
             ADREF_SENTINEL_FOOTNOTE;
}

static void find_tables(AdrefTables *self, cmark_node *root, const GArray *delimiters)
{
  guint next = 0, quotes = 0;
  for (cmark_node *node = root; node && next < delimiters->len; node = next_block(node, &quotes)) {
    if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
      continue;
    Paragraph paragraph = {(guint)cmark_node_get_start_line(node),
                           (guint)cmark_node_get_end_line(node),
                           (guint)cmark_node_get_start_column(node), quotes};
    while (next < delimiters->len && g_array_index(delimiters, guint, next) <= paragraph.first)
      next++;
    if (next < delimiters->len && g_array_index(delimiters, guint, next) <= paragraph.last &&
        !begins_footnote(self, node))
      divide(self, &paragraph);
  }
}

/* Cells may refer to link definitions anywhere in the text. */
static void read_words(AdrefTables *self, const char *text, gsize length)
{
  if (adref_byte_scan_pair(text, text + length, "]:")) {
    g_string_append_c(self->words, '\n');
    g_string_append_len(self->words, text, (gssize)length);
  }
  self->root = cmark_parse_document(self->words->str, self->words->len, CMARK_OPT_SOURCEPOS);
  self->reread = cmark_node_first_child(self->root);
}

void adref_tables_init(AdrefTables *self, AdrefSourceLocator *locator, const char *text,
                       gsize length, cmark_node *root)
{
  *self = (AdrefTables){.locator = locator};
  g_autoptr(GArray) delimiters = find_delimiters(text, length);
  if (delimiters->len == 0)
    return;
  self->parts = g_array_new(FALSE, FALSE, sizeof(AdrefTablePart));
  self->words = g_string_new(NULL);
  find_tables(self, root, delimiters);
  if (self->words->len > 0)
    read_words(self, text, length);
}

void adref_tables_clear(AdrefTables *self)
{
  if (!self->parts)
    return;
  g_array_unref(self->parts);
  g_string_free(self->words, TRUE);
  if (self->root)
    cmark_node_free(self->root);
}

/* --- taking them --- */

gboolean adref_tables_begin(AdrefTables *self, guint line)
{
  return self->parts && self->next < self->parts->len &&
         g_array_index(self->parts, AdrefTablePart, self->next).line == line;
}

const AdrefTablePart *adref_tables_next(AdrefTables *self)
{
  return &g_array_index(self->parts, AdrefTablePart, self->next++);
}

const char *adref_tables_line(AdrefTables *self, const AdrefTablePart *part, guint line,
                              gsize *length, guint *column)
{
  gsize whole;
  const char *start = adref_source_locator_line(self->locator, part->line + line, &whole);
  const char *text =
      words_of(self, part->line + line, line == 0 ? part->column : 0, part->quotes, length);
  *column = (guint)(text - start) + 1;
  return text;
}

cmark_node *adref_tables_take_cell(AdrefTables *self)
{
  cmark_node *cell = self->reread;
  self->reread = cmark_node_next(cell);
  return cell;
}

cmark_node *adref_tables_take_words(AdrefTables *self, guint *above)
{
  cmark_node *paragraph = cmark_node_first_child(adref_tables_take_cell(self));
  const AdrefTablePart *part = &g_array_index(self->parts, AdrefTablePart, self->next - 1);
  *above = part->column == 0 ? (guint)strlen(guard) : 0;
  return paragraph;
}

gboolean adref_tables_are_filled(const AdrefTables *self)
{
  return self->missing <= ADREF_TABLE_FILL_LIMIT;
}

gboolean adref_tables_is_first(const AdrefTables *self)
{
  for (guint i = 0; i + 1 < self->next; i++)
    if (g_array_index(self->parts, AdrefTablePart, i).is_table)
      return FALSE;
  return TRUE;
}

static gboolean ends_cell(char c)
{
  return c == '\0' || c == ' ' || c == '|';
}

/* The end of a cell such as "---" or ":-:" that begins behind a bar, or NULL. */
static const char *delimiter_behind(const char *bar)
{
  const char *p = bar + 1 + strspn(bar + 1, " ");
  p += *p == ':';
  gsize dashes = strspn(p, "-");
  p += dashes;
  p += *p == ':';
  return dashes >= 3 && ends_cell(*p) ? p + strspn(p, " ") : NULL;
}

/* Whether such a cell ends before a bar. */
static gboolean has_delimiter_before(const char *words, const char *bar)
{
  const char *p = bar;
  while (p > words && p[-1] == ' ')
    p--;
  p -= p > words && p[-1] == ':';
  const char *end = p;
  while (p > words && p[-1] == '-')
    p--;
  gsize dashes = (gsize)(end - p);
  p -= p > words && p[-1] == ':';
  return dashes >= 3 && (p == words || ends_cell(p[-1]));
}

/* Whether words have "|---|" or "--- | ---". */
static gboolean has_delimiter_row(const char *words)
{
  for (const char *bar = words; (bar = strchr(bar, '|')); bar++) {
    const char *end = delimiter_behind(bar);
    if (end && (*end == '|' || has_delimiter_before(words, bar)))
      return TRUE;
  }
  return FALSE;
}

gboolean adref_table_is_flattened(const AdrefNode *paragraph)
{
  for (const AdrefNode *text = paragraph->first; text; text = text->next)
    if (text->type == ADREF_TEXT && memchr(text->text, '|', text->length) &&
        has_delimiter_row(text->text))
      return TRUE;
  return FALSE;
}
