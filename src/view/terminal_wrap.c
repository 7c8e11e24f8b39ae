#include "view/terminal_wrap.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/error.h"
#include "base/string_append.h"
#include "clause/words.h"
#include "view/terminal_cells.h"

struct AdrefFill {
  GString *out;
  guint width;
  gboolean color;
  const char *language;
  guint indent;
  guint column;    /* of the line in `out`, with its indent */
  guint longest;   /* of the lines of this paragraph, without indent */
  guint line_look; /* open at the end of `out` */
  gboolean is_new; /* nothing stands in the line but its indent */
  gboolean space;  /* one is due before the chunk */
  GString *chunk;  /* what no line may divide */
  guint chunk_cells;
  guint chunk_first; /* look at its start */
  guint chunk_last;  /* and at its end */
  gunichar before;   /* the character before, or 0 */
};

AdrefFill *adref_fill_new(GString *out, guint width, gboolean color, const char *language)
{
  AdrefFill *fill = g_new0(AdrefFill, 1);
  fill->out = out;
  fill->width = width;
  fill->color = color;
  fill->language = language;
  fill->chunk = g_string_new(NULL);
  return fill;
}

void adref_fill_free(AdrefFill *fill)
{
  if (!fill)
    return;
  g_string_free(fill->chunk, TRUE);
  g_free(fill);
}

static void put_look(const AdrefFill *fill, GString *text, guint look)
{
  if (!fill->color)
    return;
  guint color = look / ADREF_LOOK_COLOR;
  g_string_append(text, "\033[0");
  g_string_append(text, look & ADREF_LOOK_BOLD ? ";1" : "");
  g_string_append(text, look & ADREF_LOOK_DIM ? ";2" : "");
  g_string_append(text, look & ADREF_LOOK_ITALIC ? ";3" : "");
  g_string_append(text, look & ADREF_LOOK_UNDERLINE ? ";4" : "");
  g_string_append(text, look & ADREF_LOOK_STRIKE ? ";9" : "");
  if (color > 0)
    g_string_append_printf(text, ";%u", color < 8 ? 30 + color : 82 + color);
  g_string_append_c(text, 'm');
}

static void put_spaces(AdrefFill *fill, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c(fill->out, ' ');
}

static void close_line(AdrefFill *fill)
{
  if (fill->line_look != 0)
    put_look(fill, fill->out, 0);
  fill->line_look = 0;
  fill->longest = MAX(fill->longest, fill->column - fill->indent);
  g_string_append_c(fill->out, '\n');
}

static void open_line(AdrefFill *fill)
{
  put_spaces(fill, fill->indent);
  fill->column = fill->indent;
  fill->is_new = TRUE;
  fill->space = FALSE;
}

/* Moves to the next line when so many cells have no room in this one. */
static void make_room(AdrefFill *fill, guint cells)
{
  guint space = fill->space && !fill->is_new;
  if (fill->width > 0 && !fill->is_new && fill->column + space + cells > fill->width) {
    close_line(fill);
    open_line(fill);
  }
}

/* Puts into the line what no line may divide. */
static void put_whole(AdrefFill *fill, const char *text, gsize length, guint cells, guint look)
{
  make_room(fill, cells);
  if (fill->space && !fill->is_new) {
    g_string_append_c(fill->out, ' ');
    fill->column++;
  }
  if (fill->line_look != look)
    put_look(fill, fill->out, look);
  adref_append(fill->out, text, length);
  fill->column += cells;
  fill->line_look = look;
  fill->space = fill->is_new = FALSE;
}

static void flush(AdrefFill *fill)
{
  if (fill->chunk->len == 0)
    return;
  put_whole(fill, fill->chunk->str, fill->chunk->len, fill->chunk_cells, fill->chunk_first);
  fill->line_look = fill->chunk_last;
  g_string_truncate(fill->chunk, 0);
  fill->chunk_cells = 0;
}

/* A chunk that is wider than a whole line is cut. */
static gboolean is_full(const AdrefFill *fill, guint cells)
{
  if (fill->width == 0 || fill->chunk_cells + cells <= 1)
    return FALSE;
  return fill->chunk_cells + cells > fill->width - MIN(fill->indent, fill->width - 1);
}

static void add_piece(AdrefFill *fill, const char *at, gsize length, guint cells, guint look)
{
  if (fill->chunk->len == 0)
    fill->chunk_first = look;
  else if (fill->chunk_last != look)
    put_look(fill, fill->chunk, look);
  fill->chunk_last = look;
  adref_append(fill->chunk, at, length);
  fill->chunk_cells += cells;
}

static void put_space(AdrefFill *fill)
{
  flush(fill);
  fill->space = TRUE;
  fill->before = 0;
}

/* Words of plain ASCII go as many at once as the line has room for. Returns `at` when they must go
 * one by one. */
static const char *put_words(AdrefFill *fill, const char *at, const char *end, guint look)
{
  enum {
    WORTHWHILE = 16
  };
  guint column = fill->column + (fill->space && !fill->is_new ? 1 : 0);
  if (fill->chunk->len > 0 || fill->width < column + WORTHWHILE)
    return at;
  gsize length = MIN((gsize)(end - at), (gsize)(fill->width - column) + 1);
  const char *stop = memrchr(at, ' ', adref_span_ascii(at, length));
  if (!stop || adref_span_has_twice(at, (gsize)(stop - at) + 1, ' '))
    return at;
  put_whole(fill, at, (gsize)(stop - at), (guint)(stop - at), look);
  return stop;
}

/* Plain ASCII goes by runs: most text is. Returns `at` when it must go by characters. */
static const char *put_run(AdrefFill *fill, const char *at, const char *end, guint look)
{
  const char *limit = fill->width > 0 && end - at > fill->width ? at + fill->width : end;
  gsize length = adref_span_word(at, (gsize)(limit - at));
  const char *stop = at + length;
  if (length == 0 || is_full(fill, (guint)length) || (stop == limit && limit < end))
    return at;
  if (fill->before >= 0x80 && adref_cells_may_break(fill->before, (guchar)*at))
    flush(fill);
  if (fill->chunk->len == 0 && stop < end && *stop == ' ') {
    put_whole(fill, at, length, (guint)length, look);
    return stop;
  }
  add_piece(fill, at, length, (guint)length, look);
  fill->before = (guchar)stop[-1];
  return stop;
}

static const char *put_char(AdrefFill *fill, const char *at, gboolean begins_word, guint look)
{
  gunichar c = g_utf8_get_char(at), before = fill->before;
  guint cells = adref_cells(c);
  const char *next = g_utf8_next_char(at);
  gboolean may_break = begins_word && adref_cells_needs_words(c) && adref_cells_needs_words(before);
  if (may_break || (before != 0 && adref_cells_may_break(before, c)) ||
      (is_full(fill, cells) && !adref_cells_is_joined(before, c)))
    flush(fill);
  add_piece(fill, at, (gsize)(next - at), cells, look);
  fill->before = c;
  return next;
}

/* Offsets at which words begin, for scripts that have no spaces; NULL for others. */
static GArray *find_words(const AdrefFill *fill, const char *text, gsize length)
{
  if (fill->width == 0)
    return NULL;
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p))
    if ((guchar)*p >= 0xE0 && adref_cells_needs_words(g_utf8_get_char(p)))
      return adref_words(text, length, fill->language);
  return NULL;
}

static gboolean begins_word(const GArray *words, guint *next, gsize offset)
{
  while (words && *next < words->len && g_array_index(words, AdrefWord, *next).start < offset)
    ++*next;
  return words && *next < words->len && g_array_index(words, AdrefWord, *next).start == offset;
}

static void put_visible(AdrefFill *fill, const char *text, gsize length, guint look)
{
  g_autoptr(GArray) words = find_words(fill, text, length);
  guint next = 0;
  for (const char *at = text, *end = text + length; at < end;) {
    if (*at == ' ') {
      put_space(fill);
      at++;
      continue;
    }
    const char *stop = put_words(fill, at, end, look);
    if (stop == at)
      stop = put_run(fill, at, end, look);
    if (stop == at)
      stop = put_char(fill, at, begins_word(words, &next, (gsize)(at - text)), look);
    at = stop;
  }
}

/* Bytes that what adref_visible changes may begin with. */
static const guint8 suspects[256] = {
    1,          1,          1,          1,         1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1,          1,          1,          1,         1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, /* controls */
    [0x7F] = 1, [0xC2] = 1, [0xD8] = 1, [0xE2] = 1};

/* Whether the text may hold what adref_visible changes: told from the bytes. */
static gboolean is_suspicious(const char *text, gsize length)
{
  const guchar *p = (const guchar *)text, *end = p + length;
  for (; (p += adref_span(suspects, (const char *)p, (gsize)(end - p))) < end; p++) {
    if (*p < 0x20 || *p == 0x7F || *p == 0xD8 || (*p == 0xC2 && p[1] < 0xA0))
      return TRUE;
    if (*p == 0xE2 && end - p > 2 && (p[1] == 0x80 || p[1] == 0x81) &&
        (p[2] == 0x8E || p[2] == 0x8F || p[2] >= 0xA6))
      return TRUE;
  }
  return FALSE;
}

void adref_fill_text(AdrefFill *fill, const char *text, gsize length, guint look)
{
  if (!is_suspicious(text, length)) {
    put_visible(fill, text, length, look);
    return;
  }
  g_autofree char *visible = adref_visible(text, (gssize)length, FALSE);
  put_visible(fill, visible, strlen(visible), look);
}

void adref_fill_string(AdrefFill *fill, const char *text, guint look)
{
  if (text)
    adref_fill_text(fill, text, strlen(text), look);
}

void adref_fill_sign(AdrefFill *fill, const char *sign, guint look)
{
  add_piece(fill, sign, strlen(sign), adref_cells_of(sign, strlen(sign)), look);
  fill->before = 0;
}

void adref_fill_glue(AdrefFill *fill)
{
  add_piece(fill, " ", 1, 1, fill->chunk_last);
  fill->before = ' ';
}

void adref_fill_begin(AdrefFill *fill, guint indent, guint hang, const char *mark)
{
  fill->indent = indent;
  fill->longest = 0;
  fill->before = 0;
  if (!mark) {
    open_line(fill);
    return;
  }
  g_autofree char *made = is_suspicious(mark, strlen(mark)) ? adref_visible(mark, -1, FALSE) : NULL;
  const char *visible = made ? made : mark;
  guint start = indent - MIN(hang, indent), cells = adref_cells_of(visible, strlen(visible));
  put_spaces(fill, start);
  g_string_append(fill->out, visible);
  put_spaces(fill, start + cells < indent ? indent - start - cells : 1);
  fill->column = MAX(indent, start + cells + 1);
  fill->is_new = TRUE;
  fill->space = FALSE;
}

void adref_fill_break(AdrefFill *fill)
{
  flush(fill);
  close_line(fill);
  open_line(fill);
  fill->before = 0;
}

guint adref_fill_end(AdrefFill *fill)
{
  flush(fill);
  close_line(fill);
  return fill->longest;
}
