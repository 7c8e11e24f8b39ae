#include "view/terminal_cells.h"

guint adref_terminal_cells(gunichar c)
{
  if (G_LIKELY(c < 0x300))
    return c == 0xAD ? 0 : 1;
  if (g_unichar_iszerowidth(c))
    return 0;
  return g_unichar_iswide(c) ? 2 : 1;
}

guint adref_terminal_cells_of(const char *text, gsize length)
{
  guint cells = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p))
    cells += adref_terminal_cells(g_utf8_get_char(p));
  return cells;
}

static gboolean may_not_begin(gunichar c)
{
  switch (g_unichar_break_type(c)) {
  case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
  case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
  case G_UNICODE_BREAK_NON_STARTER:
  case G_UNICODE_BREAK_CONDITIONAL_JAPANESE_STARTER:
  case G_UNICODE_BREAK_EXCLAMATION:
  case G_UNICODE_BREAK_INFIX_SEPARATOR:
  case G_UNICODE_BREAK_INSEPARABLE:
  case G_UNICODE_BREAK_SYMBOL:
  case G_UNICODE_BREAK_QUOTATION:
  case G_UNICODE_BREAK_POSTFIX:
  case G_UNICODE_BREAK_NON_BREAKING_GLUE:
  case G_UNICODE_BREAK_WORD_JOINER:
  case G_UNICODE_BREAK_COMBINING_MARK:
  case G_UNICODE_BREAK_ZERO_WIDTH_JOINER: return TRUE;
  default: return adref_terminal_cells(c) == 0;
  }
}

static gboolean may_not_end(gunichar c)
{
  switch (g_unichar_break_type(c)) {
  case G_UNICODE_BREAK_OPEN_PUNCTUATION:
  case G_UNICODE_BREAK_QUOTATION:
  case G_UNICODE_BREAK_PREFIX:
  case G_UNICODE_BREAK_NON_BREAKING_GLUE:
  case G_UNICODE_BREAK_WORD_JOINER:
  case G_UNICODE_BREAK_ZERO_WIDTH_JOINER: return TRUE;
  default: return FALSE;
  }
}

gboolean adref_terminal_cells_may_break(gunichar before, gunichar after)
{
  if (before < 0x1100 && after < 0x1100)
    return FALSE;
  if (before == 0x200B)
    return TRUE;
  if (adref_terminal_cells(before) < 2 && adref_terminal_cells(after) < 2)
    return FALSE;
  return !may_not_end(before) && !may_not_begin(after);
}

static gboolean is_virama(gunichar c)
{
  return c == 0x1039 || c == 0x17D2;
}

/* Thai and Lao write some vowels before the consonant that is spoken first. */
static gboolean is_leading_vowel(gunichar c)
{
  return (c >= 0x0E40 && c <= 0x0E44) || (c >= 0x0EC0 && c <= 0x0EC4);
}

gboolean adref_terminal_cells_is_joined(gunichar before, gunichar after)
{
  if (after < 0x300)
    return FALSE;
  if (adref_terminal_cells(after) == 0 || g_unichar_type(after) == G_UNICODE_SPACING_MARK)
    return TRUE;
  if ((after >= 0x0E30 && after <= 0x0E33) || (after >= 0x0EB0 && after <= 0x0EB3))
    return TRUE;
  return is_virama(before) || is_leading_vowel(before);
}

gboolean adref_terminal_cells_needs_words(gunichar c)
{
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF);
}
