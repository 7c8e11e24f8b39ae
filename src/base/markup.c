#include "base/markup.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/error.h"
#include "base/string_append.h"

enum {
  C1_LEAD = 0xC2 /* the first byte of U+0080 to U+009F, the control characters of 8 bits */
};

/* HTML does not allow control characters, and a terminal would execute them. */
static const guint8 stops[256] = {
    1,          1,
    1,          1,
    1,          1,
    1,          1,
    1,          0,
    0,          1,
    1,          1,
    1,          1,
    1,          1,
    1,          1,
    1,          1,
    1,          1,
    1,          1,
    1,          1,
    1,          1,
    1,          1,
    [0x7F] = 1, ['&'] = 1,
    ['<'] = 1,  ['>'] = 1,
    ['"'] = 1,  [C1_LEAD] = 1,
};

static const char *escape_of(guchar letter)
{
  switch (letter) {
  case '&': return "&amp;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '"': return "&quot;";
  default: return "\uFFFD";
  }
}

void adref_markup_escape_text(GString *page, const char *text, gsize length)
{
  const char *end = text + length;
  for (;;) {
    gsize plain = adref_byte_scan_until(stops, text, (gsize)(end - text));
    adref_string_append(page, text, plain);
    text += plain;
    if (text == end)
      return;
    if ((guchar)*text == C1_LEAD) {
      gboolean is_control = text + 1 < end && (guchar)text[1] < 0xA0;
      gsize taken = text + 1 < end ? 2 : 1;
      g_string_append_len(page, is_control ? "\uFFFD" : text, is_control ? 3 : (gssize)taken);
      text += taken;
    } else {
      g_string_append(page, escape_of((guchar)*text++));
    }
  }
}

void adref_markup_escape_string(GString *page, const char *text)
{
  if (text)
    adref_markup_escape_text(page, text, strlen(text));
}

void adref_markup_escape_visible(GString *page, const char *text)
{
  g_autofree char *visible = adref_escape_controls(text, -1, FALSE);
  adref_markup_escape_string(page, visible);
}

void adref_markup_escape_url(GString *page, const char *url)
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
