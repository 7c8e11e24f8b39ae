#include "clause/nfc.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/icu.h"

enum {
  FIRST_COMBINING = 0xCC /* the first byte of U+0300; all characters before it are NFC */
};

/* Dashes and quotation marks, U+2002 to U+203F, are NFC too. */
static gboolean is_punctuation(const char *character, gsize length)
{
  return length >= 3 && memcmp(character, "\342\200", 2) == 0 && (guchar)character[2] >= 0x82;
}

static gboolean may_need_nfc(const char *text, gsize length)
{
  for (gsize i = adref_byte_scan_ascii(text, length); i < length; i++)
    if ((guchar)text[i] >= FIRST_COMBINING) {
      if (!is_punctuation(text + i, length - i))
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

char *adref_nfc(char *text, gsize *length)
{
  if (!may_need_nfc(text, *length))
    return text;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  int32_t size = 0;
  g_autofree UChar *wide = g_new(UChar, *length + 1);
  u_strFromUTF8(wide, (int32_t)*length + 1, &size, text, (int32_t)*length, &status);
  if (U_FAILURE(status) || unorm2_isNormalized(nfc, wide, size, &status))
    return text;
  int32_t room = size * 3 + 1;
  g_autofree UChar *normal = g_new(UChar, room);
  int32_t normal_size = unorm2_normalize(nfc, wide, size, normal, room, &status);
  if (U_FAILURE(status))
    return text;
  g_free(text);
  return from_utf16(normal, normal_size, length);
}

void adref_nfc_node(AdrefNode *node)
{
  if (!may_need_nfc(node->text, node->length))
    return;
  gsize length = node->length;
  char *text = adref_nfc(g_strndup(node->text, length), &length);
  adref_node_take_text(node, text, length);
}
