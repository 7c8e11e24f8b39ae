#include "view/terminal/terminal_marks.h"

#include <string.h>

enum {
  RED = 1,
  GREEN = 2,
};

const char *adref_terminal_marks_symbol(AdrefChangeMark mark, gboolean opens)
{
  if (mark == ADREF_DELETED)
    return opens ? "{-" : "-}";
  if (mark == ADREF_INSERTED)
    return opens ? "{+" : "+}";
  return "";
}

static guint color_of(AdrefChangeMark mark)
{
  if (mark == ADREF_DELETED)
    return RED * ADREF_TERMINAL_STYLE_COLOR;
  return mark == ADREF_INSERTED ? GREEN * ADREF_TERMINAL_STYLE_COLOR : 0;
}

guint adref_terminal_marks_style(AdrefChangeMark mark, guint style)
{
  if (mark == ADREF_DELETED)
    style |= ADREF_TERMINAL_STYLE_STRIKE;
  if (mark == ADREF_INSERTED)
    style |= ADREF_TERMINAL_STYLE_UNDERLINE;
  return style < ADREF_TERMINAL_STYLE_COLOR ? style + color_of(mark) : style;
}

void adref_terminal_marks_close(AdrefTerminalMarks *marks)
{
  if (marks->drawn != ADREF_KEPT)
    adref_terminal_wrap_symbol(marks->wrap, adref_terminal_marks_symbol(marks->drawn, FALSE),
                               color_of(marks->drawn));
  marks->drawn = ADREF_KEPT;
}

static void open_mark(AdrefTerminalMarks *marks)
{
  if (marks->mark == marks->drawn)
    return;
  adref_terminal_wrap_symbol(marks->wrap, adref_terminal_marks_symbol(marks->mark, TRUE),
                             color_of(marks->mark));
  marks->drawn = marks->mark;
}

static void put_space(AdrefTerminalMarks *marks)
{
  if (marks->space)
    adref_terminal_wrap_text(marks->wrap, " ", 1, 0);
  marks->space = FALSE;
}

/* A changed space becomes visible. */
static void put_marked_space(AdrefTerminalMarks *marks)
{
  open_mark(marks);
  adref_terminal_wrap_symbol(marks->wrap, " ", adref_terminal_marks_style(marks->mark, 0));
  adref_terminal_marks_close(marks);
}

static void put_marked(AdrefTerminalMarks *marks, const char *text, gsize length, guint style)
{
  gsize start = 0, end = length;
  while (start < end && text[start] == ' ')
    start++;
  while (end > start && text[end - 1] == ' ')
    end--;
  if (marks->mark != marks->drawn)
    adref_terminal_marks_close(marks);
  marks->space = marks->space || start > 0;
  if (start == end && marks->mark != marks->drawn && length > 0) {
    marks->space = FALSE;
    put_marked_space(marks);
    return;
  }
  if (start == end)
    return;
  put_space(marks);
  gboolean opens = marks->mark != marks->drawn;
  open_mark(marks);
  if (opens && (text[start] == '-' || text[start] == '+'))
    adref_terminal_wrap_symbol(marks->wrap, " ", 0);
  adref_terminal_wrap_text(marks->wrap, text + start, end - start,
                           adref_terminal_marks_style(marks->mark, style));
  marks->space = end < length;
}

static void put_text(AdrefTerminalMarks *marks, const char *text, gsize length, guint style)
{
  if (G_UNLIKELY(marks->mark != ADREF_KEPT)) {
    put_marked(marks, text, length, style);
    return;
  }
  adref_terminal_marks_close(marks);
  put_space(marks);
  adref_terminal_wrap_text(marks->wrap, text, length, style);
}

static gboolean is_sign(char letter)
{
  return letter == '-' || letter == '+';
}

/* The text with a backslash before each brace that would be read as one of a mark; NULL: none. */
static GString *escape_marks(const char *text, gsize length)
{
  GString *out = NULL;
  for (gsize i = 0; i < length; i++) {
    gboolean opens = text[i] == '{' && i + 1 < length && is_sign(text[i + 1]);
    gboolean closes = text[i] == '}' && i > 0 && is_sign(text[i - 1]);
    if ((opens || closes) && !out)
      out = g_string_new_len(text, (gssize)i);
    if (opens || closes)
      g_string_append_c(out, '\\');
    if (out)
      g_string_append_c(out, text[i]);
  }
  return out;
}

void adref_terminal_marks_text(AdrefTerminalMarks *marks, const char *text, gsize length,
                               guint style)
{
  gboolean may_look_so =
      marks->is_redline && (memchr(text, '{', length) || memchr(text, '}', length));
  GString *escaped = may_look_so ? escape_marks(text, length) : NULL;
  if (escaped) {
    put_text(marks, escaped->str, escaped->len, style);
    g_string_free(escaped, TRUE);
  } else if (length > 0) {
    put_text(marks, text, length, style);
  }
}

void adref_terminal_marks_string(AdrefTerminalMarks *marks, const char *text, guint style)
{
  if (text)
    adref_terminal_marks_text(marks, text, strlen(text), style);
}
