#include "view/ruby.h"

#include <string.h>

#include "print/font_face.h"

static const char bar[] = "｜", opening[] = "《", closing[] = "》";

gboolean adref_ruby_is_used(const char *language)
{
  static const char *const languages[] = {"ja", "zh", "ko"};
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (adref_script_language_is(language, languages[i]))
      return TRUE;
  return FALSE;
}

static gboolean stands(const char *text, gsize length, gsize at, const char *sign)
{
  return length - at >= strlen(sign) && memcmp(text + at, sign, strlen(sign)) == 0;
}

/* The number of bytes from `from` to a ruby character, without another one between; 0 when there
 * are none, or too many characters. */
static gsize span(const char *text, gsize length, gsize from, const char *sign, guint most)
{
  guint count = 0;
  for (gsize at = from; at < length; at += (gsize)g_utf8_skip[(guchar)text[at]]) {
    if (stands(text, length, at, sign))
      return at - from;
    if (++count > most || stands(text, length, at, bar) || stands(text, length, at, opening) ||
        stands(text, length, at, closing))
      return 0;
  }
  return 0;
}

gboolean adref_ruby_find(const char *text, gsize length, gsize from, AdrefRuby *ruby)
{
  gsize sign = strlen(bar);
  for (const char *at; (at = g_strstr_len(text + from, (gssize)(length - from), bar));
       from = (gsize)(at - text) + sign) {
    AdrefRuby found = {.start = (gsize)(at - text)};
    found.base = found.start + sign;
    found.base_length = span(text, length, found.base, opening, ADREF_RUBY_BASE);
    if (found.base_length == 0)
      continue;
    found.reading = found.base + found.base_length + strlen(opening);
    found.reading_length = span(text, length, found.reading, closing, ADREF_RUBY_READING);
    if (found.reading_length == 0)
      continue;
    found.end = found.reading + found.reading_length + strlen(closing);
    *ruby = found;
    return TRUE;
  }
  return FALSE;
}

char *adref_ruby_strip(char *words, const char *language)
{
  AdrefRuby ruby;
  gsize length = strlen(words), from = 0;
  if (!adref_ruby_is_used(language) || !adref_ruby_find(words, length, 0, &ruby))
    return words;
  GString *plain = g_string_new(NULL);
  for (; adref_ruby_find(words, length, from, &ruby); from = ruby.end) {
    g_string_append_len(plain, words + from, (gssize)(ruby.start - from));
    g_string_append_len(plain, words + ruby.base, (gssize)ruby.base_length);
  }
  g_string_append(plain, words + from);
  g_free(words);
  return g_string_free(plain, FALSE);
}
