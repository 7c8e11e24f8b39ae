#include "clause/nfc.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/icu.h"

enum {
  FIRST_COMBINING = 0xCC /* the first byte of U+0300; all characters before it are NFC */
};

/* Whether a character of three bytes is NFC whatever stands beside it, unless that may change: a
 * dash or quotation mark from U+2002 on, a sign or letter of Japanese without its combining marks,
 * or an ideograph from U+4E00 on. */
static gboolean is_stable(const guchar *bytes, gsize length)
{
  if (length < 3)
    return FALSE;
  switch (bytes[0]) {
  case 0xE2: return bytes[1] == 0x80 && bytes[2] >= 0x82;
  case 0xE3:
    return (bytes[1] == 0x80 && bytes[2] <= 0xA9) || bytes[1] == 0x81 ||
           (bytes[1] == 0x82 && (bytes[2] <= 0x96 || bytes[2] >= 0x9D)) || bytes[1] == 0x83;
  case 0xE4: return bytes[1] >= 0xB8;
  case 0xE5:
  case 0xE6:
  case 0xE7:
  case 0xE8:
  case 0xE9: return TRUE;
  default: return FALSE;
  }
}

gboolean adref_nfc_may_change(const char *text, gsize length)
{
  for (gsize i = 0; (i += adref_byte_scan_ascii(text + i, length - i)) < length; i++)
    if ((guchar)text[i] >= FIRST_COMBINING) {
      if (!is_stable((const guchar *)text + i, length - i))
        return TRUE;
      i += 2;
    }
  return FALSE;
}

static char *from_utf16(const UChar *text, int32_t length, gsize *bytes)
{
  char *utf8 = g_malloc((gsize)length * 3 + 1);
  int32_t size = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8(utf8, length * 3 + 1, &size, text, length, &status);
  *bytes = (gsize)size;
  return utf8;
}

/* The first letter at or behind `from` with more marks than ADREF_NFC_MAX_MARKS, and these marks.
 * FALSE: there is none. */
static gboolean find_pile(const char *text, gsize length, gsize from, gsize *start, gsize *end)
{
  guint marks = 0;
  *start = from;
  for (gsize at = from; at < length;) {
    gsize next = at + (gsize)(g_utf8_next_char(text + at) - (text + at));
    gboolean is_mark =
        (guchar)text[at] >= FIRST_COMBINING && g_unichar_ismark(g_utf8_get_char(text + at));
    if (!is_mark && marks > ADREF_NFC_MAX_MARKS)
      break;
    if (!is_mark)
      *start = at;
    marks = is_mark ? marks + 1 : 0;
    *end = at = next;
  }
  return marks > ADREF_NFC_MAX_MARKS;
}

/* Adds the NFC of some text; the text itself where ICU fails. */
static void add_nfc(GString *out, const char *text, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  int32_t size = 0, room = (int32_t)length * 3 + 1;
  g_autofree UChar *wide = g_new(UChar, length + 1);
  u_strFromUTF8(wide, (int32_t)length + 1, &size, text, (int32_t)length, &status);
  g_autofree UChar *normal = g_new(UChar, room);
  int32_t normal_size = unorm2_normalize(nfc, wide, size, normal, room, &status);
  if (U_FAILURE(status)) {
    g_string_append_len(out, text, (gssize)length);
    return;
  }
  gsize bytes;
  g_autofree char *utf8 = from_utf16(normal, normal_size, &bytes);
  g_string_append_len(out, utf8, (gssize)bytes);
}

static void add_normal(GString *out, const char *text, gsize length, GNormalizeMode mode)
{
  g_autofree char *normal = g_utf8_normalize(text, (gssize)length, mode);
  g_string_append(out, normal ? normal : "");
}

static gboolean is_nfc(const char *text, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  int32_t size = 0;
  g_autofree UChar *wide = g_new(UChar, length + 1);
  u_strFromUTF8(wide, (int32_t)length + 1, &size, text, (int32_t)length, &status);
  return U_FAILURE(status) || unorm2_isNormalized(nfc, wide, size, &status);
}

char *adref_nfc(char *text, gsize *length)
{
  gsize from = 0, start, end;
  if (!adref_nfc_may_change(text, *length) ||
      (!find_pile(text, *length, 0, &start, &end) && is_nfc(text, *length)))
    return text;
  GString *out = g_string_sized_new(*length);
  for (; find_pile(text, *length, from, &start, &end); from = end) {
    add_nfc(out, text + from, start - from);
    g_string_append_len(out, text + start, (gssize)(end - start));
  }
  add_nfc(out, text + from, *length - from);
  g_free(text);
  *length = out->len;
  return g_string_free(out, FALSE);
}

char *adref_nfc_normalize(const char *text, gsize length, GNormalizeMode mode)
{
  GString *out = g_string_sized_new(length);
  gsize from = 0, start, end;
  for (; find_pile(text, length, from, &start, &end); from = end) {
    add_normal(out, text + from, start - from, mode);
    g_string_append_len(out, text + start, (gssize)(end - start));
  }
  add_normal(out, text + from, length - from, mode);
  return g_string_free(out, FALSE);
}

void adref_nfc_node(AdrefNode *node)
{
  if (!adref_nfc_may_change(node->text, node->length))
    return;
  gsize length = node->length;
  char *text = adref_nfc(g_strndup(node->text, length), &length);
  adref_node_take_text(node, text, length);
}
