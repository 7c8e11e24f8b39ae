#include "view/terminal_wrap.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/error.h"
#include "base/string_append.h"
#include "clause/words.h"
#include "view/terminal_cells.h"

struct AdrefTerminalWrap {
  GString *out;
  guint width;
  gboolean color;
  const char *language;
  guint indent;
  guint column;     /* of the line in `out`, its indent included */
  guint longest;    /* longest line of this paragraph, without its indent */
  guint line_style; /* open at the end of `out` */
  gboolean is_new;  /* the line is empty except for its indent */
  gboolean space;   /* a space is pending before the chunk */
  GString *chunk;   /* characters between which the line cannot be broken */
  guint chunk_cells;
  guint chunk_first; /* style at its start */
  guint chunk_last;  /* style at its end */
  gunichar before;   /* the previous character, or 0 */
};

AdrefTerminalWrap *adref_terminal_wrap_new(GString *out, guint width, gboolean color,
                                           const char *language)
{
  AdrefTerminalWrap *wrap = g_new0(AdrefTerminalWrap, 1);
  wrap->out = out;
  wrap->width = width;
  wrap->color = color;
  wrap->language = language;
  wrap->chunk = g_string_new(NULL);
  return wrap;
}

void adref_terminal_wrap_free(AdrefTerminalWrap *wrap)
{
  if (!wrap)
    return;
  g_string_free(wrap->chunk, TRUE);
  g_free(wrap);
}

static void put_style(const AdrefTerminalWrap *wrap, GString *text, guint style)
{
  if (!wrap->color)
    return;
  guint color = style / ADREF_TERMINAL_STYLE_COLOR;
  g_string_append(text, "\033[0");
  g_string_append(text, style & ADREF_TERMINAL_STYLE_BOLD ? ";1" : "");
  g_string_append(text, style & ADREF_TERMINAL_STYLE_DIM ? ";2" : "");
  g_string_append(text, style & ADREF_TERMINAL_STYLE_ITALIC ? ";3" : "");
  g_string_append(text, style & ADREF_TERMINAL_STYLE_UNDERLINE ? ";4" : "");
  g_string_append(text, style & ADREF_TERMINAL_STYLE_STRIKE ? ";9" : "");
  if (color >= 16)
    g_string_append_printf(text, ";38;5;%u", color);
  else if (color > 0)
    g_string_append_printf(text, ";%u", color < 8 ? 30 + color : 82 + color);
  g_string_append_c(text, 'm');
}

static void put_spaces(AdrefTerminalWrap *wrap, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c(wrap->out, ' ');
}

static void close_line(AdrefTerminalWrap *wrap)
{
  if (wrap->line_style != 0)
    put_style(wrap, wrap->out, 0);
  wrap->line_style = 0;
  wrap->longest = MAX(wrap->longest, wrap->column - wrap->indent);
  g_string_append_c(wrap->out, '\n');
}

static void open_line(AdrefTerminalWrap *wrap)
{
  put_spaces(wrap, wrap->indent);
  wrap->column = wrap->indent;
  wrap->is_new = TRUE;
  wrap->space = FALSE;
}

/* Starts a new line when this one has too few cells left. */
static void make_room(AdrefTerminalWrap *wrap, guint cells)
{
  guint space = wrap->space && !wrap->is_new;
  if (wrap->width > 0 && !wrap->is_new && wrap->column + space + cells > wrap->width) {
    close_line(wrap);
    open_line(wrap);
  }
}

/* Adds a text in which the line cannot be broken. */
static void put_whole(AdrefTerminalWrap *wrap, const char *text, gsize length, guint cells,
                      guint style)
{
  make_room(wrap, cells);
  if (wrap->space && !wrap->is_new) {
    g_string_append_c(wrap->out, ' ');
    wrap->column++;
  }
  if (wrap->line_style != style)
    put_style(wrap, wrap->out, style);
  adref_string_append(wrap->out, text, length);
  wrap->column += cells;
  wrap->line_style = style;
  wrap->space = wrap->is_new = FALSE;
}

static void flush(AdrefTerminalWrap *wrap)
{
  if (wrap->chunk->len == 0)
    return;
  put_whole(wrap, wrap->chunk->str, wrap->chunk->len, wrap->chunk_cells, wrap->chunk_first);
  wrap->line_style = wrap->chunk_last;
  g_string_truncate(wrap->chunk, 0);
  wrap->chunk_cells = 0;
}

/* Whether a chunk is wider than a whole line, and must be divided. */
static gboolean is_full(const AdrefTerminalWrap *wrap, guint cells)
{
  if (wrap->width == 0 || wrap->chunk_cells + cells <= 1)
    return FALSE;
  return wrap->chunk_cells + cells > wrap->width - MIN(wrap->indent, wrap->width - 1);
}

static void add_piece(AdrefTerminalWrap *wrap, const char *at, gsize length, guint cells,
                      guint style)
{
  if (wrap->chunk->len == 0)
    wrap->chunk_first = style;
  else if (wrap->chunk_last != style)
    put_style(wrap, wrap->chunk, style);
  wrap->chunk_last = style;
  adref_string_append(wrap->chunk, at, length);
  wrap->chunk_cells += cells;
}

static void put_space(AdrefTerminalWrap *wrap)
{
  flush(wrap);
  wrap->space = TRUE;
  wrap->before = 0;
}

/* Adds plain ASCII words, as many at once as the line has room for. Returns `at` when they must be
 * added one by one. */
static const char *put_words(AdrefTerminalWrap *wrap, const char *at, const char *end, guint style)
{
  enum {
    WORTHWHILE = 16
  };
  guint column = wrap->column + (wrap->space && !wrap->is_new ? 1 : 0);
  if (wrap->chunk->len > 0 || wrap->width < column + WORTHWHILE)
    return at;
  gsize length = MIN((gsize)(end - at), (gsize)(wrap->width - column) + 1);
  const char *stop = memrchr(at, ' ', adref_byte_scan_ascii(at, length));
  if (!stop || adref_byte_scan_has_double(at, (gsize)(stop - at) + 1, ' '))
    return at;
  put_whole(wrap, at, (gsize)(stop - at), (guint)(stop - at), style);
  return stop;
}

/* Adds plain ASCII by runs, because most text is ASCII. Returns `at` when characters must be added
 * one by one. */
static const char *put_run(AdrefTerminalWrap *wrap, const char *at, const char *end, guint style)
{
  const char *limit = wrap->width > 0 && end - at > wrap->width ? at + wrap->width : end;
  gsize length = adref_byte_scan_ascii_nonspace(at, (gsize)(limit - at));
  const char *stop = at + length;
  if (length == 0 || is_full(wrap, (guint)length) || (stop == limit && limit < end))
    return at;
  if (wrap->before >= 0x80 && adref_terminal_cells_may_break(wrap->before, (guchar)*at))
    flush(wrap);
  if (wrap->chunk->len == 0 && stop < end && *stop == ' ') {
    put_whole(wrap, at, length, (guint)length, style);
    return stop;
  }
  add_piece(wrap, at, length, (guint)length, style);
  wrap->before = (guchar)stop[-1];
  return stop;
}

static const char *put_char(AdrefTerminalWrap *wrap, const char *at, gboolean begins_word,
                            guint style)
{
  gunichar c = g_utf8_get_char(at), before = wrap->before;
  guint cells = adref_terminal_cells(c);
  const char *next = g_utf8_next_char(at);
  gboolean may_break = begins_word && adref_terminal_cells_needs_words(c) &&
                       adref_terminal_cells_needs_words(before);
  if (may_break || (before != 0 && adref_terminal_cells_may_break(before, c)) ||
      (is_full(wrap, cells) && !adref_terminal_cells_is_joined(before, c)))
    flush(wrap);
  add_piece(wrap, at, (gsize)(next - at), cells, style);
  wrap->before = c;
  return next;
}

/* Offsets at which words begin, for scripts without spaces; NULL for others. */
static GArray *find_words(const AdrefTerminalWrap *wrap, const char *text, gsize length)
{
  if (wrap->width == 0)
    return NULL;
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p))
    if ((guchar)*p >= 0xE0 && adref_terminal_cells_needs_words(g_utf8_get_char(p)))
      return adref_words(text, length, wrap->language);
  return NULL;
}

static gboolean begins_word(const GArray *words, guint *next, gsize offset)
{
  while (words && *next < words->len && g_array_index(words, AdrefWord, *next).start < offset)
    ++*next;
  return words && *next < words->len && g_array_index(words, AdrefWord, *next).start == offset;
}

static void put_visible(AdrefTerminalWrap *wrap, const char *text, gsize length, guint style)
{
  g_autoptr(GArray) words = find_words(wrap, text, length);
  guint next = 0;
  for (const char *at = text, *end = text + length; at < end;) {
    if (*at == ' ') {
      put_space(wrap);
      at++;
      continue;
    }
    const char *stop = put_words(wrap, at, end, style);
    if (stop == at)
      stop = put_run(wrap, at, end, style);
    if (stop == at)
      stop = put_char(wrap, at, begins_word(words, &next, (gsize)(at - text)), style);
    at = stop;
  }
}

/* First bytes of characters that adref_escape_controls() changes. */
static const guint8 suspects[256] = {
    1,          1,          1,          1,         1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1,          1,          1,          1,         1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, /* control
                                                                                       characters */
    [0x7F] = 1, [0xC2] = 1, [0xD8] = 1, [0xE2] = 1};

/* Whether the text may contain characters that adref_escape_controls() changes, judged by its
 * bytes. */
static gboolean is_suspicious(const char *text, gsize length)
{
  const guchar *p = (const guchar *)text, *end = p + length;
  for (; (p += adref_byte_scan_until(suspects, (const char *)p, (gsize)(end - p))) < end; p++) {
    if (*p < 0x20 || *p == 0x7F || *p == 0xD8 || (*p == 0xC2 && p[1] < 0xA0))
      return TRUE;
    if (*p == 0xE2 && end - p > 2 && (p[1] == 0x80 || p[1] == 0x81) &&
        (p[2] == 0x8E || p[2] == 0x8F || p[2] >= 0xA6))
      return TRUE;
  }
  return FALSE;
}

void adref_terminal_wrap_text(AdrefTerminalWrap *wrap, const char *text, gsize length, guint style)
{
  if (!is_suspicious(text, length)) {
    put_visible(wrap, text, length, style);
    return;
  }
  g_autofree char *visible = adref_escape_controls(text, (gssize)length, FALSE);
  put_visible(wrap, visible, strlen(visible), style);
}

void adref_terminal_wrap_string(AdrefTerminalWrap *wrap, const char *text, guint style)
{
  if (text)
    adref_terminal_wrap_text(wrap, text, strlen(text), style);
}

void adref_terminal_wrap_symbol(AdrefTerminalWrap *wrap, const char *symbol, guint style)
{
  add_piece(wrap, symbol, strlen(symbol), adref_terminal_cells_of(symbol, strlen(symbol)), style);
  wrap->before = 0;
}

void adref_terminal_wrap_nbsp(AdrefTerminalWrap *wrap)
{
  add_piece(wrap, " ", 1, 1, wrap->chunk_last);
  wrap->before = ' ';
}

void adref_terminal_wrap_begin(AdrefTerminalWrap *wrap, guint indent, guint hang, const char *mark)
{
  wrap->indent = indent;
  wrap->longest = 0;
  wrap->before = 0;
  if (!mark) {
    open_line(wrap);
    return;
  }
  g_autofree char *made =
      is_suspicious(mark, strlen(mark)) ? adref_escape_controls(mark, -1, FALSE) : NULL;
  const char *visible = made ? made : mark;
  guint start = indent - MIN(hang, indent),
        cells = adref_terminal_cells_of(visible, strlen(visible));
  put_spaces(wrap, start);
  g_string_append(wrap->out, visible);
  put_spaces(wrap, start + cells < indent ? indent - start - cells : 1);
  wrap->column = MAX(indent, start + cells + 1);
  wrap->is_new = TRUE;
  wrap->space = FALSE;
}

void adref_terminal_wrap_break(AdrefTerminalWrap *wrap)
{
  flush(wrap);
  close_line(wrap);
  open_line(wrap);
  wrap->before = 0;
}

guint adref_terminal_wrap_end(AdrefTerminalWrap *wrap)
{
  flush(wrap);
  close_line(wrap);
  return wrap->longest;
}
