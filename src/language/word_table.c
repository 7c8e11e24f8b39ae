#include "language/word_table.h"

#include <string.h>

#include "language/language_tag.h"

/* Signs and codes of all languages. */
static const char *const everywhere[] = {
    "currency: USD = $ = US$ | EUR = € | JPY = ¥ = ￥ | GBP = £ | PHP = ₱ | THB = ฿ |"
    "    VND = ₫ | LAK = ₭ | KHR = ៛ | KRW = ₩ | SGD = S$ | AUD = A$ | IDR = Rp |"
    "    MYR = RM | CNY = RMB | INR = ₹ | NZD = NZ$",
    "percent: %",
    "measure: km | m | cm | mm | nm | kg | g | mg | t | kt | Mt | Gt | mW | kW | GW | W | TW |"
    "    kWh | MWh | GWh | TWh | Hz | kHz | MHz | GHz | Mbps | Gbps | ha | km² | m² | m³ | °C |"
    "    ℃ | °F | ppm | kV | V | GJ | EJ | PJ | ml | dB",
    "paragraph: op = OP = OPs | pp = PP = PPs",
    NULL,
};

/* Words of treaties, and the words that a text which is not binding has instead (src/FIELD.md,
 * section 3). */
static const char *const non_binding[] = {
    "strength 90 weak: agreement | agreements | parties | party | enter into force |"
    "    enters into force | obligation | obligations",
    "strength 20 weak: arrangement | arrangements | participants | participant |"
    "    come into effect | comes into effect | commitment | commitments",
    NULL,
};

static const char *const none[] = {NULL};

static const struct {
  const char *language;
  const char *const *words;
} languages[] = {
    {"en", adref_word_table_en}, {"ja", adref_word_table_ja},   {"zh", adref_word_table_zh},
    {"th", adref_word_table_th}, {"vi", adref_word_table_vi},   {"id", adref_word_table_id},
    {"ms", adref_word_table_ms}, {"fil", adref_word_table_fil}, {"tl", adref_word_table_fil},
    {"lo", adref_word_table_lo}, {"km", adref_word_table_km},   {"my", adref_word_table_my},
    {"ar", adref_word_table_ar}, {"fr", adref_word_table_fr},   {"de", adref_word_table_de},
    {"nl", adref_word_table_nl}, {"es", adref_word_table_es},   {"pt", adref_word_table_pt},
    {"ru", adref_word_table_ru}, {"ko", adref_word_table_ko},
};

const char *const *adref_word_table_common(void)
{
  return everywhere;
}

const char *const *adref_word_table_of_language(const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (adref_language_tag_matches(language, languages[i].language))
      return languages[i].words;
  return none;
}

const char *const *adref_word_table_of_style(const char *style, const char *language)
{
  gboolean is_non_binding = style && (strcmp(style, "asean") == 0 || strcmp(style, "g7") == 0);
  return is_non_binding && adref_language_tag_matches(language, "en") ? non_binding : none;
}

static gboolean has_role(const char *const *lines, const char *role)
{
  gsize length = strlen(role);
  for (; *lines; lines++)
    if (strncmp(*lines, role, length) == 0 && strchr(" :", (*lines)[length]))
      return TRUE;
  return FALSE;
}

char *adref_word_table_gaps(const char *language)
{
  static const struct {
    const char *role, *word;
  } roles[] = {{"strength", "strength"},
               {"negation", "negation"},
               {"qualifier", "qualifier"},
               {"unit", "date"},
               {"conjunction", "conjunction"}};
  const char *const *lines = adref_word_table_of_language(language);
  g_autoptr(GPtrArray) missing = g_ptr_array_new();
  for (gsize i = 0; i < G_N_ELEMENTS(roles); i++)
    if (!has_role(lines, roles[i].role))
      g_ptr_array_add(missing, (gpointer)(guintptr)roles[i].word);
  if (missing->len == 0)
    return NULL;
  g_ptr_array_add(missing, NULL);
  return g_strjoinv(", ", (char **)missing->pdata);
}
