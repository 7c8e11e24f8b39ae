#include "clause/plain_paragraphs.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/item_label.h"

typedef struct {
  guint line, lines; /* the first line, from 1, and the number of lines */
  gboolean follows;  /* only blank lines separate it from the plain paragraph before it */
  gsize start, end;
} Paragraph;

typedef enum {
  LINE_BLANK,
  LINE_COMMENT, /* a complete comment */
  LINE_PLAIN,
  LINE_OTHER,
  LINE_MAY_OPEN_BLOCK, /* may begin a block that a blank line does not end */
} LineType;

typedef struct {
  const AdrefPreprocessed *source;
  guint8 stops[256]; /* bytes that may have a meaning, and line ends */
  gsize at, end;     /* the current line */
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

/* Whether the line has a label, and may begin an item (clause/label_lines.h). */
static gboolean has_label(const LineScanner *self)
{
  const char *line = self->source->text + self->at;
  return adref_item_label_read(line, self->end - self->at).length > 0;
}

/* Finds the end of the line that begins at self->at. */
static LineType read_line(LineScanner *self)
{
  const char *text = self->source->text;
  gsize length = self->source->length, at = self->at;
  if (may_begin(self)) {
    at = plain_end(self, at);
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

static GArray *find_paragraphs(const AdrefPreprocessed *source)
{
  GArray *paragraphs = g_array_new(FALSE, FALSE, sizeof(Paragraph));
  LineScanner scanner = {.source = source};
  init_stops(&scanner);
  Paragraph open = {0};
  gboolean follows = FALSE;
  LineType before = LINE_BLANK, type = LINE_BLANK;
  for (guint line = 1; scanner.at < source->length && type != LINE_MAY_OPEN_BLOCK; line++) {
    type = read_line(&scanner);
    if (type == LINE_PLAIN && open.line > 0 && has_label(&scanner))
      type = LINE_OTHER;
    if (type == LINE_PLAIN && is_border(before))
      open = (Paragraph){.line = line, .follows = follows, .start = scanner.at};
    if (type == LINE_PLAIN && open.line > 0)
      open = (Paragraph){open.line, open.lines + 1, open.follows, open.start, scanner.end};
    else if (open.line > 0 && is_border(type))
      g_array_append_val(paragraphs, open);
    if (type != LINE_BLANK)
      follows = type == LINE_PLAIN && open.line > 0;
    if (type != LINE_PLAIN)
      open = (Paragraph){0};
    before = type;
    scanner.at = scanner.end + 1;
  }
  if (open.line > 0)
    g_array_append_val(paragraphs, open);
  return paragraphs;
}

static const Paragraph *paragraph_at(const AdrefPlainParagraphs *self, guint i)
{
  return &g_array_index(self->paragraphs, Paragraph, i);
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
    const Paragraph *paragraph = paragraph_at(self, i);
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

static AdrefNode *take(AdrefPlainParagraphs *self)
{
  const Paragraph *paragraph = paragraph_at(self, self->next++);
  AdrefNode *words = adref_node_new_text(ADREF_TEXT, self->source->text + paragraph->start,
                                         (gssize)(paragraph->end - paragraph->start));
  for (char *p = words->text; paragraph->lines > 1 && (p = strchr(p, '\n'));)
    *p = ' ';
  words->line = paragraph->line;
  return words;
}

AdrefNode *adref_plain_paragraphs_take(AdrefPlainParagraphs *self, guint line)
{
  while (self->next < self->paragraphs->len && paragraph_at(self, self->next)->line < line)
    self->next++;
  gboolean begins =
      self->next < self->paragraphs->len && paragraph_at(self, self->next)->line == line;
  return begins ? take(self) : NULL;
}

AdrefNode *adref_plain_paragraphs_take_next(AdrefPlainParagraphs *self)
{
  gboolean follows = self->next < self->paragraphs->len && paragraph_at(self, self->next)->follows;
  return follows ? take(self) : NULL;
}
