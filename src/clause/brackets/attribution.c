#include "clause/brackets/attribution.h"

#include <string.h>

#include "clause/brackets/position.h"

enum {
  MAX_LOOKED_AT = 2000 /* bytes at the end of a bracket that are looked at */
};

/* Signs of other scripts that mean what these mean, and full-width letters. A full-width dash or
 * slash needs no spaces. */
static GString *plain_signs(const char *words, gsize length)
{
  GString *plain = g_string_sized_new(length);
  for (const char *p = words; p < words + length; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (c == 0xFF0D || c == 0xFF0F)
      g_string_append(plain, c == 0xFF0D ? " - " : " / ");
    else if (c == 0xFF08)
      g_string_append(plain, " (");
    else if (c == 0x3000 || c == 0x00A0 || c == '\n')
      g_string_append_c(plain, ' ');
    else if (c > 0xFF00 && c < 0xFF5F)
      g_string_append_c(plain, (char)(c - 0xFF00 + ' '));
    else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC)
      g_string_append_c(plain, '-');
    else if (c == 0x060C || c == 0x3001)
      g_string_append_c(plain, ',');
    else if (c == 0x061B)
      g_string_append_c(plain, ';');
    else
      g_string_append_unichar(plain, c);
  }
  return plain;
}

static void add_groups(AdrefAttribution *self, const GPtrArray *groups, gboolean *verbs)
{
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    *verbs |= position->verb != ADREF_POSITION_SUPPORT;
    for (char **code = position->parties; *code; code++)
      g_ptr_array_add(self->codes, g_strdup(*code));
  }
}

static gboolean is_party(const AdrefAttribution *self, const char *words, gsize length)
{
  g_autofree char *name = g_strndup(words, length);
  g_autofree char *folded = g_utf8_casefold(g_strstrip(name), -1);
  return g_hash_table_contains(self->parties, folded);
}

/* Notes that `length` bytes of words have the positions in `text`. FALSE: they are none. */
static gboolean attribute(AdrefAttribution *self, const char *words, gsize length, const char *text,
                          gsize size)
{
  gboolean stop, verbs = FALSE;
  g_autoptr(GPtrArray) groups = adref_positions_read(text, size, self->parties, &stop);
  if (!groups)
    return FALSE;
  if (is_party(self, words, length))
    return TRUE;
  add_groups(self, groups, &verbs);
  self->attributed++;
  self->by_code += verbs || adref_position_is_codes(text, size - (stop ? 1 : 0), TRUE);
  words += strspn(words, " ");
  gunichar first = length > 0 ? g_utf8_get_char(words) : 0;
  self->small +=
      first != 0 && first != '-' && g_unichar_isalpha(first) && !g_unichar_isupper(first);
  return TRUE;
}

const char *adref_attribution_last_dash(const char *text, gsize length)
{
  for (const char *p = text + length; p-- > text;)
    if (*p == '-' && (p == text || p[-1] == ' '))
      return p;
  return NULL;
}

static void read_alternative(AdrefAttribution *self, const char *text, gsize length)
{
  AdrefPositionEnd end;
  const char *dash = adref_attribution_last_dash(text, length), *colon = memchr(text, ':', length);
  self->alternatives++;
  if (dash &&
      attribute(self, text, (gsize)(dash - text), dash + 1, length - (gsize)(dash + 1 - text)))
    return;
  guint small = self->small;
  if (adref_position_find_end(text, length, '(', ':', &end) &&
      attribute(self, text, end.words, text + end.start, end.end - end.start)) {
    if (text[end.mark] == ':') /* "short: JPN" is a setting */
      self->small = small;
    return;
  }
  if (colon && adref_position_is_codes(text, (gsize)(colon - text), TRUE))
    attribute(self, colon + 1, length - (gsize)(colon + 1 - text), text, (gsize)(colon - text));
}

void adref_attribution_read(AdrefAttribution *self, GHashTable *parties, const char *words,
                            gsize length)
{
  *self = (AdrefAttribution){.parties = parties, .codes = g_ptr_array_new_with_free_func(g_free)};
  if (length > MAX_LOOKED_AT) {
    words += length - MAX_LOOKED_AT;
    length = MAX_LOOKED_AT;
    while (((guchar)*words & 0xC0) == 0x80 && length > 0) {
      words++;
      length--;
    }
  }
  g_autoptr(GString) plain = plain_signs(words, length);
  g_auto(GStrv) parts = g_strsplit(plain->str, " / ", -1);
  for (char **part = parts; *part; part++)
    read_alternative(self, *part, strlen(*part));
}

gboolean adref_attribution_is_position(const AdrefAttribution *self)
{
  return self->attributed > 0 && (self->alternatives > 1 || (self->by_code > 0 && self->small > 0));
}
