#include "write/markup.h"

#include <string.h>

static const char *const escapes[256] = {
    ['&'] = "&amp;",
    ['<'] = "&lt;",
    ['>'] = "&gt;",
    ['"'] = "&quot;",
};

/* Control characters are not allowed in HTML, and a terminal would obey them. */
static const char *escape_of(guchar letter)
{
  if (letter >= ' ' && letter != 0x7F)
    return escapes[letter];
  return letter == '\n' || letter == '\t' ? NULL : "\uFFFD";
}

void adref_markup_text(GString *page, const char *text, gsize length)
{
  gsize from = 0;
  for (gsize at = 0; at < length; at++) {
    const char *escape = escape_of((guchar)text[at]);
    if (G_LIKELY(!escape))
      continue;
    g_string_append_len(page, text + from, (gssize)(at - from));
    g_string_append(page, escape);
    from = at + 1;
  }
  g_string_append_len(page, text + from, (gssize)(length - from));
}

void adref_markup_string(GString *page, const char *text)
{
  if (text)
    adref_markup_text(page, text, strlen(text));
}

void adref_markup_url(GString *page, const char *url)
{
  static const char allowed[] = "-._~:/?#[]@!$()*+,;=%";
  for (const char *p = url; *p; p++) {
    if (g_ascii_isalnum(*p) || strchr(allowed, *p))
      g_string_append_c(page, *p);
    else if (*p == '&')
      g_string_append(page, "&amp;");
    else
      g_string_append_printf(page, "%%%02X", (guchar)*p);
  }
}
