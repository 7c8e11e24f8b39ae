#include "language/dollar_kind.h"

#include <string.h>

/* The kind, and how it is named; case does not count. */
static const char *const kinds[][2] = {
    {"US dollars",
     "US dollar|U.S. dollar|US$|USD|United States dollar|米ドル|アメリカドル|美元|"
     "dollars des États-Unis|dollars américains|dólares de los Estados Unidos|"
     "dólares estadounidenses|dólares dos Estados Unidos|dólares americanos|US-Dollar|"
     "долларов США|доллара США|доллар США|미국 달러|미화|미달러|ดอลลาร์สหรัฐ|đô la Mỹ|dolar AS|"
     "dolar Amerika|دولار أمريكي|دولارات أمريكية|دولارا أمريكيا|دولارات الولايات المتحدة"},
    {"Australian dollars",
     "Australian dollar|A$|AUD|豪ドル|オーストラリアドル|オーストラリア・ドル|澳元|"
     "dollars australiens|dólares australianos|australische Dollar|австралийских доллар|"
     "호주 달러|호주달러|ดอลลาร์ออสเตรเลีย|đô la Úc|dolar Australia|دولار أسترالي|"
     "دولارات أسترالية"},
    {"Canadian dollars",
     "Canadian dollar|C$|CAD|加ドル|カナダドル|カナダ・ドル|加元|dollars canadiens|"
     "dólares canadienses|kanadische Dollar|канадских доллар|캐나다 달러|캐나다달러|"
     "ดอลลาร์แคนาดา|đô la Canada|dolar Kanada|دولار كندي|دولارات كندية"},
    {"New Zealand dollars",
     "New Zealand dollar|NZ$|NZD|NZドル|ニュージーランドドル|ニュージーランド・ドル|新西兰元|"
     "dollars néo-zélandais|dólares neozelandeses|neuseeländische Dollar|новозеландских доллар|"
     "뉴질랜드 달러|뉴질랜드달러|ดอลลาร์นิวซีแลนด์|đô la New Zealand|dolar Selandia Baru|"
     "دولار نيوزيلندي"},
    {"Singapore dollars",
     "Singapore dollar|S$|SGD|星ドル|シンガポールドル|シンガポール・ドル|新加坡元|"
     "dollars de Singapour|dólares de Singapur|Singapur-Dollar|сингапурских доллар|"
     "싱가포르 달러|싱가포르달러|ดอลลาร์สิงคโปร์|đô la Singapore|dolar Singapura|"
     "دولار سنغافوري"},
    {"Hong Kong dollars",
     "Hong Kong dollar|HK$|HKD|香港ドル|港元|dollars de Hong Kong|dólares de Hong Kong|"
     "Hongkong-Dollar|гонконгских доллар|홍콩 달러|홍콩달러|ดอลลาร์ฮ่องกง|đô la Hồng Kông|"
     "dolar Hong Kong|دولار هونغ كونغ"},
};

/* Whether the byte before a name is a letter of ASCII: US$ is no S$. */
static gboolean is_within_word(const char *text, const char *at)
{
  return at > text && g_ascii_isalpha(at[-1]) && g_ascii_isalpha(*at);
}

static gboolean stands_in(const char *text, const char *name)
{
  for (const char *at = strstr(text, name); at; at = strstr(at + 1, name))
    if (!is_within_word(text, at))
      return TRUE;
  return FALSE;
}

static gboolean has_name(const char *text, const char *names)
{
  g_auto(GStrv) list = g_strsplit(names, "|", -1);
  for (char **name = list; *name; name++) {
    g_autofree char *folded = g_utf8_casefold(*name, -1);
    if (stands_in(text, folded))
      return TRUE;
  }
  return FALSE;
}

/* Whether a text may name dollars at all: most do not. */
static gboolean may_name_dollars(const char *folded)
{
  static const char *const signs[] = {"dol",  "dól",  "đô",   "$",      "usd",  "aud",
                                      "cad",  "nzd",  "sgd",  "hkd",    "ドル", "元",
                                      "долл", "달러", "미화", "ดอลลาร์", "دولار"};
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
    if (strstr(folded, signs[i]))
      return TRUE;
  return FALSE;
}

guint32 adref_dollar_kinds(const char *text)
{
  guint32 found = 0;
  g_autofree char *folded =
      g_str_is_ascii(text) ? g_ascii_strdown(text, -1) : g_utf8_casefold(text, -1);
  if (!may_name_dollars(folded))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (has_name(folded, kinds[i][1]))
      found |= 1U << i;
  return found;
}

char *adref_dollar_kinds_words(guint32 bits)
{
  GString *out = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (bits & 1U << i)
      g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", kinds[i][0]);
  return g_string_free(out, FALSE);
}
