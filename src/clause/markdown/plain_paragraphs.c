#include "clause/markdown/plain_paragraphs.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/labels/item_label.h"

typedef enum {
  LINE_BLANK,
  LINE_COMMENT, /* a complete comment */
  LINE_PLAIN,
  LINE_OTHER,
  LINE_MAY_OPEN_BLOCK, /* may begin a block that a blank line does not end */
} LineType;

typedef struct {
  const AdrefPreprocessed *source;
  guint8 stops[256];    /* bytes that may have a meaning, and line ends */
  gboolean definitions; /* a bracket may be a link by its definition */
  gsize at, end;        /* the current line */
  gboolean marked;      /* it has simple marks */
} LineScanner;

static void init_stops(LineScanner *self)
{
  static const char markup[] = "\\`*_<&|~\x7F";
  for (guint byte = 0; byte < 256; byte++)
    self->stops[byte] = byte < ' ' || self->source->kinds[byte] != ADREF_BYTE_CLASS_PLAIN;
  for (const char *p = markup; *p; p++)
    self->stops[(guchar)*p] = TRUE;
}

/* The end of a run of letters with single spaces between them. */
static gsize plain_end(const LineScanner *self, gsize at)
{
  const char *text = self->source->text;
  gsize length = self->source->length;
  at += adref_byte_scan_until(self->stops, text + at, length - at);
  while (at + 1 < length && text[at] == ' ' && text[at + 1] != ' ') {
    at++;
    at += adref_byte_scan_until(self->stops, text + at, length - at);
  }
  return at;
}

static gboolean is_one_of(char c, const char *characters)
{
  return c != '\0' && strchr(characters, c) != NULL;
}

/* The end of "](#id)" at `at`, or 0. */
static gsize link_end(const LineScanner *self, gsize at)
{
  const char *text = self->source->text;
  gsize length = self->source->length, id = at + strlen("](#"), end = id;
  if (id >= length || memcmp(text + at, "](#", 3) != 0)
    return 0;
  while (end < length && (g_ascii_isalnum(text[end]) || text[end] == '-'))
    end++;
  return end > id && end < length && text[end] == ')' ? end + 1 : 0;
}

/* The end of "*words*" at `at`, or 0. */
static gsize emphasis_end(const LineScanner *self, gsize at)
{
  const char *text = self->source->text;
  gsize length = self->source->length, words = at + 1;
  if (text[at - 1] != ' ' || words >= length || !g_ascii_isalnum(text[words]))
    return 0;
  gsize end = plain_end(self, words);
  if (end >= length || text[end] != '*' || !g_ascii_isalnum(text[end - 1]))
    return 0;
  return end + 1 == length || is_one_of(text[end + 1], "\n .,;)]") ? end + 1 : 0;
}

/* The end of the square bracket at `at`, or of the link whose words end there; 0: it is no simple
 * mark. *open: the bracket that may begin a link in this line; 0: none. */
static gsize bracket_end(const LineScanner *self, gsize at, gsize *open)
{
  const char *text = self->source->text;
  char next = at + 1 < self->source->length ? text[at + 1] : '\0';
  gsize before = *open;
  *open = text[at] == '[' ? at : 0;
  if (self->definitions)
    return 0;
  if (text[at] == '[')
    return next == '^' || text[at - 1] == '!' ? 0 : at + 1;
  if (next != '(')
    return at + 1;
  return before > 0 ? link_end(self, at) : 0;
}

/* The end of words with simple marks; self->marked is set if there are any. */
static gsize marked_end(LineScanner *self, gsize at)
{
  gsize open = 0;
  for (;;) {
    at = plain_end(self, at);
    char c = at < self->source->length ? self->source->text[at] : '\0';
    gsize end = 0;
    if (c == '[' || c == ']')
      end = bracket_end(self, at, &open);
    else if (c == '*')
      end = emphasis_end(self, at);
    if (end == 0)
      return at;
    if (c == '*')
      open = 0;
    self->marked = TRUE;
    at = end;
  }
}

/* Whether a plain line can begin here. The first character of a text must be ASCII, since it may be
 * a byte order mark otherwise. */
static gboolean may_begin(const LineScanner *self)
{
  char first = self->source->text[self->at];
  return g_ascii_isalpha(first) || ((guchar)first >= 0x80 && self->at > 0);
}

static gboolean begins_with(const LineScanner *self, gsize at, const char *word)
{
  gsize length = strlen(word);
  return self->end - at >= length && memcmp(self->source->text + at, word, length) == 0;
}

static LineType type_by_start(const LineScanner *self)
{
  gsize at = self->at;
  while (at < self->end && (self->source->text[at] == ' ' || self->source->text[at] == '\t'))
    at++;
  if (at == self->end)
    return LINE_BLANK;
  if (at == self->at && begins_with(self, at, "<!--") &&
      memmem(self->source->text + at + 4, self->end - at - 4, "-->", 3))
    return LINE_COMMENT;
  gboolean opens =
      begins_with(self, at, "<") || begins_with(self, at, "```") || begins_with(self, at, "~~~");
  return opens ? LINE_MAY_OPEN_BLOCK : LINE_OTHER;
}

/* Whether the line has a label, and may begin an item (clause/labels/label_lines.h). */
static gboolean has_label(const LineScanner *self)
{
  const char *line = self->source->text + self->at;
  return adref_item_mark_read(line, self->end - self->at).length > 0;
}

/* Finds the end of the line that begins at self->at. */
static LineType read_line(LineScanner *self)
{
  const char *text = self->source->text;
  gsize length = self->source->length, at = self->at;
  self->marked = FALSE;
  if (may_begin(self)) {
    at = marked_end(self, at);
    if ((at == length || text[at] == '\n') && text[at - 1] != ' ') {
      self->end = at;
      return LINE_PLAIN;
    }
  }
  const char *end = memchr(text + at, '\n', length - at);
  self->end = end ? (gsize)(end - text) : length;
  return type_by_start(self);
}

static gboolean is_border(LineType type)
{
  return type == LINE_BLANK || type == LINE_COMMENT;
}

static gboolean may_define_links(const AdrefPreprocessed *source)
{
  return adref_byte_scan_pair(source->text, source->text + source->length, "]:") != NULL;
}

static void extend(AdrefPlainParagraph *paragraph, const LineScanner *scanner)
{
  paragraph->lines++;
  paragraph->end = scanner->end;
  paragraph->marked = paragraph->marked || scanner->marked;
}

static GArray *find_paragraphs(const AdrefPreprocessed *source)
{
  GArray *paragraphs = g_array_new(FALSE, FALSE, sizeof(AdrefPlainParagraph));
  LineScanner scanner = {.source = source, .definitions = may_define_links(source)};
  init_stops(&scanner);
  AdrefPlainParagraph open = {0};
  gboolean follows = FALSE;
  LineType before = LINE_BLANK, type = LINE_BLANK;
  for (guint line = 1; scanner.at < source->length && type != LINE_MAY_OPEN_BLOCK; line++) {
    type = read_line(&scanner);
    if (type == LINE_PLAIN && open.line > 0 && has_label(&scanner))
      type = LINE_OTHER;
    if (type == LINE_PLAIN && is_border(before))
      open = (AdrefPlainParagraph){.line = line, .follows = follows, .start = scanner.at};
    if (type == LINE_PLAIN && open.line > 0)
      extend(&open, &scanner);
    else if (open.line > 0 && is_border(type))
      g_array_append_val(paragraphs, open);
    if (type != LINE_BLANK)
      follows = type == LINE_PLAIN && open.line > 0;
    if (type != LINE_PLAIN)
      open = (AdrefPlainParagraph){0};
    before = type;
    scanner.at = scanner.end + 1;
  }
  if (open.line > 0)
    g_array_append_val(paragraphs, open);
  return paragraphs;
}

static const AdrefPlainParagraph *paragraph_at(const AdrefPlainParagraphs *self, guint i)
{
  return &g_array_index(self->paragraphs, AdrefPlainParagraph, i);
}

static gsize append_bytes(char *text, gsize length, const char *bytes, gsize count)
{
  memcpy(text + length, bytes, count);
  return length + count;
}

/* Makes `text`: the source with "***" in place of each plain paragraph that does not follow another
 * one, and nothing in place of the others. */
static void replace_with_rules(AdrefPlainParagraphs *self)
{
  static const char rule[] = "***";
  const AdrefPreprocessed *source = self->source;
  gsize at = 0, length = 0, room = source->length + self->paragraphs->len * strlen(rule);
  guint line = 0; /* the current line of the output */
  self->text = g_malloc(room + 1);
  for (guint i = 0; i < self->paragraphs->len; i++) {
    const AdrefPlainParagraph *paragraph = paragraph_at(self, i);
    if (!paragraph->follows) {
      length = append_bytes(self->text, length, source->text + at, paragraph->start - at);
      length = append_bytes(self->text, length, rule, strlen(rule));
      line = paragraph->line;
    }
    for (guint last = paragraph->line + paragraph->lines - 1; line < last; line++)
      self->text[length++] = '\n';
    at = paragraph->end;
  }
  self->length = append_bytes(self->text, length, source->text + at, source->length - at);
}

void adref_plain_paragraphs_init(AdrefPlainParagraphs *self, const AdrefPreprocessed *source)
{
  *self = (AdrefPlainParagraphs){.source = source, .paragraphs = find_paragraphs(source)};
  replace_with_rules(self);
}

void adref_plain_paragraphs_clear(AdrefPlainParagraphs *self)
{
  g_free(self->text);
  g_array_unref(self->paragraphs);
}

const AdrefPlainParagraph *adref_plain_paragraphs_take(AdrefPlainParagraphs *self, guint line)
{
  while (self->next < self->paragraphs->len && paragraph_at(self, self->next)->line < line)
    self->next++;
  gboolean begins =
      self->next < self->paragraphs->len && paragraph_at(self, self->next)->line == line;
  return begins ? paragraph_at(self, self->next++) : NULL;
}

const AdrefPlainParagraph *adref_plain_paragraphs_take_next(AdrefPlainParagraphs *self)
{
  gboolean follows = self->next < self->paragraphs->len && paragraph_at(self, self->next)->follows;
  return follows ? paragraph_at(self, self->next++) : NULL;
}

/* --- the inlines of a plain paragraph --- */

typedef struct {
  const char *at, *end;
  guint line;
  const char *counted; /* up to here characters of the line are counted */
  guint column;        /* of the character there */
  gboolean wrapped;    /* the paragraph may have more lines */
} InlineScanner;

/* Goes on to p, and counts the lines. */
static void advance(InlineScanner *self, const char *p)
{
  const char *newline;
  while (self->wrapped && (newline = memchr(self->at, '\n', (gsize)(p - self->at)))) {
    self->line++;
    self->at = self->counted = newline + 1;
    self->column = 1;
  }
  self->at = p;
}

static AdrefNode *append_here(const InlineScanner *self, AdrefNode *parent, AdrefNode *node)
{
  node->line = self->line;
  adref_node_append(parent, node);
  return node;
}

static void set_column(InlineScanner *self, AdrefNode *node)
{
  gsize bytes = (gsize)(self->at - self->counted);
  self->column += (guint)adref_byte_scan_count_characters(self->counted, bytes);
  self->counted = self->at;
  node->column = self->column;
}

/* Appends the words up to p; a line end is a space. */
static void append_words(InlineScanner *self, AdrefNode *parent, const char *p)
{
  if (p == self->at)
    return;
  AdrefNode *words =
      append_here(self, parent, adref_node_new_text(ADREF_TEXT, self->at, (gssize)(p - self->at)));
  for (char *end = words->text; self->wrapped && (end = strchr(end, '\n'));)
    *end = ' ';
  advance(self, p);
}

static const char *next_mark(const char *p, const char *end)
{
  static const char marks[3] = {'[', ']', '*'};
  return p + adref_byte_scan_until_three(marks, p, (gsize)(end - p));
}

static void append_edge(InlineScanner *self, AdrefNode *parent, GPtrArray *edges)
{
  AdrefNode *edge = append_here(self, parent, adref_node_new(ADREF_BRACKET_EDGE));
  edge->as.edge.opens = *self->at == '[';
  set_column(self, edge);
  g_ptr_array_add(edges, edge);
  advance(self, self->at + 1);
}

/* `close` is the "](#id)" of a link that begins here. */
static void append_link(InlineScanner *self, AdrefNode *parent, const char *close)
{
  const char *url = close + strlen("]("), *end = memchr(url, ')', (gsize)(self->end - url));
  AdrefNode *link = append_here(self, parent, adref_node_new(ADREF_LINK));
  link->as.link.url = g_strndup(url, (gsize)(end - url));
  link->as.link.title = g_strdup("");
  set_column(self, link);
  advance(self, self->at + 1);
  append_words(self, link, close);
  advance(self, end + 1);
}

static void append_emphasis(InlineScanner *self, AdrefNode *parent)
{
  AdrefNode *emphasis = append_here(self, parent, adref_node_new(ADREF_EMPH));
  advance(self, self->at + 1);
  append_words(self, emphasis, memchr(self->at, '*', (gsize)(self->end - self->at)));
  advance(self, self->at + 1);
}

void adref_plain_paragraph_read(const AdrefPlainParagraph *paragraph, const char *text,
                                AdrefNode *node, GPtrArray *edges)
{
  InlineScanner scanner = {.at = text + paragraph->start,
                           .end = text + paragraph->end,
                           .line = paragraph->line,
                           .counted = text + paragraph->start,
                           .column = 1,
                           .wrapped = paragraph->lines > 1};
  for (;;) {
    const char *mark = paragraph->marked ? next_mark(scanner.at, scanner.end) : scanner.end;
    append_words(&scanner, node, mark);
    if (mark == scanner.end)
      return;
    const char *next = next_mark(mark + 1, scanner.end);
    gboolean links = *mark == '[' && scanner.end - next >= 2 && next[0] == ']' && next[1] == '(';
    if (*mark == '*')
      append_emphasis(&scanner, node);
    else if (links)
      append_link(&scanner, node, next);
    else
      append_edge(&scanner, node, edges);
  }
}
