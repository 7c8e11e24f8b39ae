#include "exchange/docx/docx_symbols.h"

#include <glib.h>

typedef struct {
  guint code; /* without the F000 of the private letters */
  const char *letter;
} Sign;

static const Sign symbol[] = {{0x2D, "−"}, {0xA3, "≤"}, {0xAE, "→"}, {0xB0, "°"}, {0xB1, "±"},
                              {0xB3, "≥"}, {0xB4, "×"}, {0xB7, "•"}, {0xB9, "≠"}, {0xD2, "®"},
                              {0xD3, "©"}, {0xD4, "™"}, {0x6D, "µ"}, {0xBC, "…"}, {0x61, "α"},
                              {0x62, "β"}, {0xAC, "←"}, {0xDE, "⇒"}, {0xBB, "≈"}, {0, NULL}};
static const Sign wingdings[] = {{0x6C, "●"}, {0x6E, "■"}, {0x6F, "□"}, {0x71, "❑"}, {0x76, "❖"},
                                 {0xA7, "▪"}, {0xA8, "◻"}, {0xD8, "➢"}, {0xE0, "→"}, {0xFC, "✓"},
                                 {0xFB, "✗"}, {0xFE, "☑"}, {0xFD, "☒"}, {0x9F, "•"}, {0, NULL}};

static const char *find(const Sign *signs, guint code)
{
  while (signs->letter && signs->code != code)
    signs++;
  return signs->letter;
}

char *adref_docx_symbol(const char *font, const char *code)
{
  enum {
    PRIVATE = 0xF000, /* where fonts have their own signs */
    PRIVATE_END = 0xF0FF,
    FIRST_LETTER = 0x20
  };
  guint64 number;
  if (!code || !g_ascii_string_to_unsigned(code, 16, FIRST_LETTER, 0xFFFF, &number, NULL))
    return NULL;
  guint low = number >= PRIVATE ? (guint)number - PRIVATE : (guint)number;
  if (font && g_ascii_strcasecmp(font, "Symbol") == 0)
    return g_strdup(find(symbol, low));
  if (font && g_ascii_strcasecmp(font, "Wingdings") == 0)
    return g_strdup(find(wingdings, low));
  if ((number >= PRIVATE && number <= PRIVATE_END) || !g_unichar_isgraph((gunichar)number))
    return NULL;
  return g_ucs4_to_utf8(&(gunichar){(gunichar)number}, 1, NULL, NULL, NULL);
}
