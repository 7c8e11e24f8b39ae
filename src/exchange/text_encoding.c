#include "exchange/text_encoding.h"

#include <string.h>

#include "base/file.h"
#include "base/foreign_file.h"

enum {
  LETTERS = 3 /* with accents in a row: no western language has words like that */
};

/* Whether each second byte of some at the start is NUL, as in Latin letters of UTF-16. */
static const char *utf16_of(const char *bytes, gsize length)
{
  if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
    return "UTF-16BE";
  const char *binary = adref_foreign_file_binary(bytes, length);
  if (binary && strstr(binary, "UTF-16LE"))
    return "UTF-16LE";
  return binary && strstr(binary, "UTF-16BE") ? "UTF-16BE" : NULL;
}

/* A letter of Windows-1252 that no other western encoding writes with the same byte: those of
 * Icelandic are letters of Turkish and Czech there. */
static gboolean is_doubtful(gunichar c)
{
  return g_utf8_strchr("ÐðÞþÝý", -1, c) != NULL;
}

/* Whether words are made of Latin letters, with signs around them and not within. */
static gboolean is_western(const char *text)
{
  guint accents = 0;
  gunichar before = 0;
  for (const char *at = text; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at), next = g_utf8_get_char(g_utf8_next_char(at));
    gboolean letter = c >= 0x80 && g_unichar_isalpha(c) && c != 0xAA && c != 0xBA;
    accents = letter ? accents + 1 : 0;
    gboolean sign = c > 0xA0 && !letter && c != 0x2019 && c != 0xB7 && c != 0xAD;
    if (accents >= LETTERS || is_doubtful(c) || (c >= 0x80 && c < 0xA0) ||
        (sign && g_unichar_isalpha(before) && g_unichar_islower(next)))
      return FALSE;
    before = c;
  }
  return TRUE;
}

GBytes *adref_text_encoding_convert(GBytes *bytes, const char **encoding)
{
  gsize length, written;
  const char *text = adref_bytes_start(bytes, &length);
  const char *utf16 = utf16_of(text, length);
  if (!utf16 && (g_utf8_validate_len(text, length, NULL) || memchr(text, '\0', length) ||
                 adref_foreign_file_binary(text, length)))
    return NULL;
  const char *from = utf16 ? utf16 : adref_foreign_file_encoding(text, length);
  g_autofree char *converted = g_convert(text, (gssize)length, "UTF-8", from, NULL, &written, NULL);
  if (!converted || strlen(converted) != written ||
      (strcmp(from, "WINDOWS-1252") == 0 && !is_western(converted)))
    return NULL;
  *encoding = from;
  gsize mark = g_str_has_prefix(converted, "\xEF\xBB\xBF") ? 3 : 0;
  return g_bytes_new(converted + mark, written - mark);
}
