#include "clause/hidden.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/icu.h"

gboolean adref_hidden_is(gunichar c)
{
  static const gunichar ranges[][2] = {
      {0x0000, 0x0008}, {0x000B, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD},   {0x034F, 0x034F},
      {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},   {0x200B, 0x200F},
      {0x202A, 0x202E}, {0x2060, 0x206F}, {0x2800, 0x2800}, {0x3164, 0x3164},   {0xFE00, 0xFE0F},
      {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(ranges) && c >= ranges[i][0]; i++)
    if (c <= ranges[i][1])
      return TRUE;
  return FALSE;
}

static gboolean is_joiner(gunichar c)
{
  return c == 0x200C || c == 0x200D;
}

/* Scripts whose correct spelling uses joiners (Arabic, Indic scripts), and emoji. */
static gboolean uses_joiners(gunichar c)
{
  return (c >= 0x0600 && c <= 0x10FF) || (c >= 0x1700 && c <= 0x18AF) ||
         (c >= 0xFB50 && c <= 0xFEFC) || c >= 0x1F000;
}

static gboolean uses_zero_width_spaces(gunichar c)
{
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF);
}

/* Symbols, ideographs, emoji and South-East Asian letters have variants. */
static gboolean has_variants(gunichar c)
{
  return (c >= 0x2100 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x9FFF) || c >= 0x1F000 ||
         (c >= 0x1000 && c <= 0x18AF);
}

static gboolean is_allowed(gunichar before, gunichar c)
{
  if (is_joiner(c))
    return uses_joiners(before);
  if (c == 0x200B)
    return uses_zero_width_spaces(before);
  if ((c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0100)
    return has_variants(before);
  return FALSE;
}

/* The script of a letter, for scripts whose letters look alike: 1 Latin, 2 Greek, 4 Cyrillic, 8
 * Armenian or Cherokee; 0: another character. */
static guint script_of(gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha((char)c) ? 1 : 0;
  if (!g_unichar_isalpha(c))
    return 0;
  if ((c >= 0xC0 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1EFF))
    return 1;
  if (c < 0x370 || c > 0x1FFF)
    return 0;
  if (c <= 0x3FF || c >= 0x1F00)
    return 2;
  if (c <= 0x52F)
    return 4;
  return c <= 0x58F || (c >= 0x13A0 && c <= 0x13FF) ? 8 : 0;
}

static gboolean is_mixed(guint scripts)
{
  return (scripts & (scripts - 1)) != 0;
}

typedef struct {
  gsize start;
  guint scripts;
  gboolean hidden;
} WordScripts;

static gboolean is_border(gunichar c)
{
  return c < 0x80 ? !g_ascii_isalnum((char)c) : g_unichar_isspace(c) || g_unichar_ispunct(c);
}

/* Whether a text has printable ASCII characters, tabs and newlines only, as most texts do. */
static gboolean is_plain(const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    guchar c = (guchar)text[i];
    if (c >= 0x7F || (c < ' ' && c != '\n' && c != '\t'))
      return FALSE;
  }
  return TRUE;
}

gboolean adref_hidden_find(const char *text, gsize length, const char *language, gsize *start,
                           gsize *end)
{
  if (is_plain(text, length))
    return FALSE;
  gunichar before = language && strcmp(language, "km") == 0 ? 0x1780 : ' ';
  WordScripts word = {0};
  for (gsize at = 0; at <= length;) {
    gunichar c = at < length ? g_utf8_get_char(text + at) : ' ';
    if (adref_hidden_is(c)) {
      word.hidden |= !is_allowed(before, c);
    } else if (is_border(c)) {
      if (word.hidden || is_mixed(word.scripts)) {
        *start = word.start;
        *end = at;
        return TRUE;
      }
      word = (WordScripts){.start = at + 1};
    } else {
      word.scripts |= script_of(c);
    }
    before = c;
    gsize next = at < length ? (gsize)(g_utf8_next_char(text + at) - text) : at + 1;
    if (word.start == at + 1)
      word.start = next;
    at = next;
  }
  return FALSE;
}

/* The scripts of the word that begins at p. */
static guint scripts_of_word(const char *p, const char *end)
{
  guint scripts = 0;
  for (; p < end && !is_border(g_utf8_get_char(p)); p = g_utf8_next_char(p))
    scripts |= script_of(g_utf8_get_char(p));
  return scripts;
}

static gboolean is_odd_space(gunichar c)
{
  return c != ' ' && g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR && c != 0x3000;
}

char *adref_hidden_escape(const char *text, gsize length, gboolean spaces)
{
  GString *out = g_string_sized_new(length);
  guint scripts = 0;
  gboolean begins = TRUE;
  for (const char *p = text, *end = text + length; p < end; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    gboolean border = is_border(c);
    if (begins && !border)
      scripts = scripts_of_word(p, end);
    begins = border;
    gboolean foreign = is_mixed(scripts) && !border && script_of(c) > 1;
    if (adref_hidden_is(c) || foreign || (spaces && is_odd_space(c)))
      g_string_append_printf(out, "<U+%04X>", c);
    else
      g_string_append_len(out, p, g_utf8_next_char(p) - p);
  }
  return g_string_free(out, FALSE);
}

struct AdrefConfusables {
  USpoofChecker *checker;
};

AdrefConfusables *adref_confusables_new(void)
{
  AdrefConfusables *confusables = g_new0(AdrefConfusables, 1);
  UErrorCode status = U_ZERO_ERROR;
  confusables->checker = uspoof_open(&status);
  return confusables;
}

void adref_confusables_free(AdrefConfusables *confusables)
{
  if (!confusables)
    return;
  uspoof_close(confusables->checker);
  g_free(confusables);
}

gboolean adref_confusables_match(AdrefConfusables *confusables, const char *first,
                                 const char *second)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t found = uspoof_areConfusableUTF8(confusables->checker, first, -1, second, -1, &status);
  return U_SUCCESS(status) && found != 0;
}
