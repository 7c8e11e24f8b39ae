#include "print/font_face.h"

#include <string.h>

/* Debian's Noto Serif Myanmar does not declare its bold fonts as bold, so Burmese uses Noto Sans
 * Myanmar. */
static const AdrefScript scripts[] = {
    {"en", "", "", 1.38F, FALSE, FALSE},
    {"ja", "Noto Serif CJK JP", "Noto Sans CJK JP", 1.72F, FALSE, TRUE},
    {"zh", "Noto Serif CJK SC", "Noto Sans CJK SC", 1.72F, FALSE, TRUE},
    {"ko", "Noto Serif CJK KR", "Noto Sans CJK KR", 1.72F, FALSE, TRUE},
    {"th", "Noto Serif Thai", "Noto Sans Thai", 1.6F, FALSE, TRUE},
    {"lo", "Noto Serif Lao", "Noto Sans Lao", 1.65F, FALSE, TRUE},
    {"km", "Noto Serif Khmer", "Noto Sans Khmer", 1.85F, FALSE, TRUE},
    {"my", "Noto Sans Myanmar", "Noto Sans Myanmar", 1.95F, FALSE, TRUE},
    {"ta", "Noto Serif Tamil", "Noto Sans Tamil", 1.6F, FALSE, TRUE},
    {"ar", "Noto Naskh Arabic", "Noto Sans Arabic", 1.75F, TRUE, TRUE},
    {"vi", "", "", 1.48F, FALSE, FALSE},
};

gboolean adref_script_language_is(const char *language, const char *code)
{
  gsize length = strlen(code);
  return language && g_ascii_strncasecmp(language, code, length) == 0 &&
         !g_ascii_isalpha(language[length]);
}

const AdrefScript *adref_script_of(const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++)
    if (adref_script_language_is(language, scripts[i].code))
      return &scripts[i];
  return &scripts[0];
}

gboolean adref_script_breaks_at_letters(const AdrefScript *script)
{
  return strcmp(script->code, "ja") == 0 || strcmp(script->code, "zh") == 0;
}

char *adref_font_face_families(const AdrefScript *script, AdrefFontFamily family)
{
  const char *own = family == ADREF_FONT_FAMILY_SERIF ? script->families : script->sans;
  const char *all = family == ADREF_FONT_FAMILY_SERIF  ? "Noto Serif"
                    : family == ADREF_FONT_FAMILY_SANS ? "Noto Sans"
                                                       : "Noto Sans Mono";
  const char *first = family == ADREF_FONT_FAMILY_MONO ? all : own,
             *second = family == ADREF_FONT_FAMILY_MONO ? own : all;
  g_autofree char *both =
      g_strconcat(first, *first && *second ? "," : "", second, *own ? "," : "", NULL);
  g_autofree char *trimmed = g_strndup(both, strlen(both) - (g_str_has_suffix(both, ",") ? 1 : 0));
  return g_strconcat(
      trimmed, family == ADREF_FONT_FAMILY_SERIF ? ",Noto Serif CJK JP,serif" : ",sans", NULL);
}

float adref_font_face_estimate_letter(gunichar c)
{
  return g_unichar_iswide(c)    ? 1
         : g_unichar_isupper(c) ? 0.66F
         : g_unichar_isdigit(c) ? 0.57F
                                : 0.48F;
}

float adref_font_face_estimate(const char *words)
{
  float width = 0;
  for (const char *p = words; *p; p = g_utf8_next_char(p))
    width += adref_font_face_estimate_letter(g_utf8_get_char(p));
  return width;
}

const char *adref_font_face_package(gunichar c)
{
  GUnicodeScript script = g_unichar_get_script(c);
  switch ((int)script) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_HANGUL:
  case G_UNICODE_SCRIPT_BOPOMOFO: return "fonts-noto-cjk";
  case G_UNICODE_SCRIPT_UNKNOWN: return NULL;
  default: break;
  }
  if (c >= 0x1F000 && c < 0x1FB00)
    return "fonts-noto-color-emoji";
  if (c >= 0x3000 && c < 0x3400)
    return "fonts-noto-cjk";
  return script == G_UNICODE_SCRIPT_COMMON && c > 0x2FFF ? "fonts-noto-extra" : "fonts-noto-core";
}

gboolean adref_font_face_is_boxed(gunichar c)
{
  switch (g_unichar_type(c)) {
  case G_UNICODE_OTHER_SYMBOL:
  case G_UNICODE_MATH_SYMBOL:
  case G_UNICODE_MODIFIER_SYMBOL:
  case G_UNICODE_CURRENCY_SYMBOL: return TRUE;
  case G_UNICODE_UNASSIGNED: return c >= 0x1F000 && c < 0x1FB00; /* emoji that GLib is older than */
  default: return FALSE;
  }
}

void adref_font_face_missing(GError **error, AdrefLocation place, gunichar c)
{
  char letter[8] = "";
  letter[g_unichar_to_utf8(c, letter)] = '\0';
  const char *package = adref_font_face_package(c);
  const char *where =
      place.file ? "" : " (in a title, a name, a place or a marking, not in the text itself)";
  if (g_unichar_iscntrl(c))
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "the control character U+%04X%s cannot be printed; remove it", c, where);
  else if (package)
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "no installed font has \"%s\" (U+%04X)%s; the package %s has one", letter, c,
                   where, package);
  else
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "no installed font has the character U+%04X%s, which cannot be printed", c,
                   where);
}
