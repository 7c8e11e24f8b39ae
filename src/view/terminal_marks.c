#include "view/terminal_marks.h"

#include <string.h>

enum {
  RED = 1,
  GREEN = 2,
};

const char *adref_ink_sign(AdrefMark mark, gboolean opens)
{
  if (mark == ADREF_DELETED)
    return opens ? "{-" : "-}";
  if (mark == ADREF_INSERTED)
    return opens ? "{+" : "+}";
  return "";
}

static guint color_of(AdrefMark mark)
{
  if (mark == ADREF_DELETED)
    return RED * ADREF_LOOK_COLOR;
  return mark == ADREF_INSERTED ? GREEN * ADREF_LOOK_COLOR : 0;
}

guint adref_ink_look(AdrefMark mark, guint look)
{
  if (mark == ADREF_DELETED)
    look |= ADREF_LOOK_STRIKE;
  if (mark == ADREF_INSERTED)
    look |= ADREF_LOOK_UNDERLINE;
  return look < ADREF_LOOK_COLOR ? look + color_of(mark) : look;
}

void adref_ink_close(AdrefInk *ink)
{
  if (ink->drawn != ADREF_KEPT)
    adref_fill_sign(ink->fill, adref_ink_sign(ink->drawn, FALSE), color_of(ink->drawn));
  ink->drawn = ADREF_KEPT;
}

static void open_mark(AdrefInk *ink)
{
  if (ink->mark == ink->drawn)
    return;
  adref_fill_sign(ink->fill, adref_ink_sign(ink->mark, TRUE), color_of(ink->mark));
  ink->drawn = ink->mark;
}

static void put_space(AdrefInk *ink)
{
  if (ink->space)
    adref_fill_text(ink->fill, " ", 1, 0);
  ink->space = FALSE;
}

/* A deletion or insertion of nothing but a space. */
static void put_marked_space(AdrefInk *ink)
{
  open_mark(ink);
  adref_fill_sign(ink->fill, " ", adref_ink_look(ink->mark, 0));
  adref_ink_close(ink);
}

static void put_marked(AdrefInk *ink, const char *text, gsize length, guint look)
{
  gsize start = 0, end = length;
  while (start < end && text[start] == ' ')
    start++;
  while (end > start && text[end - 1] == ' ')
    end--;
  if (ink->mark != ink->drawn)
    adref_ink_close(ink);
  ink->space = ink->space || start > 0;
  if (start == end && ink->mark != ink->drawn && length > 0) {
    ink->space = FALSE;
    put_marked_space(ink);
    return;
  }
  if (start == end)
    return;
  put_space(ink);
  gboolean opens = ink->mark != ink->drawn;
  open_mark(ink);
  if (opens && (text[start] == '-' || text[start] == '+'))
    adref_fill_sign(ink->fill, " ", 0);
  adref_fill_text(ink->fill, text + start, end - start, adref_ink_look(ink->mark, look));
  ink->space = end < length;
}

void adref_ink_text(AdrefInk *ink, const char *text, gsize length, guint look)
{
  if (length == 0)
    return;
  if (G_UNLIKELY(ink->mark != ADREF_KEPT)) {
    put_marked(ink, text, length, look);
    return;
  }
  adref_ink_close(ink);
  put_space(ink);
  adref_fill_text(ink->fill, text, length, look);
}

void adref_ink_string(AdrefInk *ink, const char *text, guint look)
{
  if (text)
    adref_ink_text(ink, text, strlen(text), look);
}
