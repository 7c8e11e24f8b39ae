#include "draft/data/party_color.h"

#include <string.h>

const AdrefPartyColor adref_party_colors[ADREF_PARTY_COLORS] = {
    {"blue", 0x000088, 0x6898F8, 63},  {"orange", 0x985810, 0xF8A010, 202},
    {"teal", 0x287068, 0xB0F8E8, 30},  {"purple", 0x9808F8, 0xE0C0F8, 92},
    {"olive", 0x484800, 0xF8F860, 58}, {"rose", 0x481018, 0xD88088, 199},
    {"grey", 0x304050, 0xC8C0A8, 59},  {"cyan", 0x005888, 0x60B0D0, 32},
};

static const char *const frames[ADREF_PARTY_FRAMES] = {"", " dashed", " dotted"};

/* FNV-1a with a start that gives Japan, ASEAN and its members 13 different looks, and the six of
 * them that speak most often different colours. It is for good: another start is another colour for
 * every party. */
static guint32 hash(const char *code)
{
  guint32 value = 11278306;
  for (const char *p = code; *p; p++)
    value = (value ^ (guint8)*p) * 16777619U;
  value ^= value >> 15;
  value *= 0x85EBCA6BU;
  return value ^ value >> 13;
}

AdrefPartyLook adref_party_look(const AdrefParties *parties, const char *code)
{
  const AdrefParty *party = parties ? adref_parties_get(parties, code) : NULL;
  guint place = party && party->look > 0 ? party->look - 1
                                         : hash(code) % (ADREF_PARTY_COLORS * ADREF_PARTY_FRAMES);
  return (AdrefPartyLook){place % ADREF_PARTY_COLORS, place / ADREF_PARTY_COLORS};
}

const AdrefPartyColor *adref_party_color(const AdrefParties *parties, const char *code)
{
  return &adref_party_colors[adref_party_look(parties, code).color];
}

gboolean adref_party_look_parse(const char *words, AdrefPartyLook *look)
{
  for (guint color = 0; color < ADREF_PARTY_COLORS; color++)
    for (guint frame = 0; frame < ADREF_PARTY_FRAMES; frame++) {
      g_autofree char *name = g_strconcat(adref_party_colors[color].name, frames[frame], NULL);
      if (strcmp(name, words) == 0) {
        *look = (AdrefPartyLook){color, frame};
        return TRUE;
      }
    }
  return FALSE;
}

char *adref_party_color_names(void)
{
  GString *names = g_string_new(adref_party_colors[0].name);
  for (guint i = 1; i < ADREF_PARTY_COLORS; i++)
    g_string_append_printf(names, ", %s", adref_party_colors[i].name);
  return g_string_free(names, FALSE);
}

static gboolean is_code_character(char c)
{
  return g_ascii_isupper(c) || g_ascii_isdigit(c) || c == '-';
}

gboolean adref_party_code_next(const AdrefParties *parties, const char *words, gsize *start,
                               gsize *end)
{
  gsize at = *start;
  while (parties && words[at]) {
    gsize size = 0;
    while (is_code_character(words[at + size]))
      size++;
    gboolean whole = size > 0 && (at == 0 || !g_ascii_isalpha(words[at - 1])) &&
                     !g_ascii_isalpha(words[at + size]);
    g_autofree char *code = whole ? g_strndup(words + at, size) : NULL;
    if (code && adref_parties_get(parties, code)) {
      *start = at;
      *end = at + size;
      return TRUE;
    }
    at += MAX(size, 1);
  }
  return FALSE;
}
