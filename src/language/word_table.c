#include "language/word_table.h"

#include <string.h>

/* Signs and codes of every language. */
static const char *const everywhere[] = {
    "currency: USD = $ = US$ | EUR = € | JPY = ¥ = ￥ | GBP = £ | PHP = ₱ | THB = ฿ |"
    "    VND = ₫ | LAK = ₭ | KHR = ៛ | KRW = ₩ | SGD = S$ | AUD = A$ | IDR = Rp |"
    "    MYR = RM | CNY = RMB",
    "percent: %",
    "paragraph: op = OP = OPs | pp = PP = PPs",
    NULL,
};

/* Words of a treaty beside those of a text that does not bind (DOMAIN.md section 3). */
static const char *const unbinding[] = {
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
    {"en", adref_matter_words_en}, {"ja", adref_matter_words_ja},   {"zh", adref_matter_words_zh},
    {"th", adref_matter_words_th}, {"vi", adref_matter_words_vi},   {"id", adref_matter_words_id},
    {"ms", adref_matter_words_ms}, {"fil", adref_matter_words_fil}, {"tl", adref_matter_words_fil},
    {"lo", adref_matter_words_lo}, {"km", adref_matter_words_km},   {"my", adref_matter_words_my},
    {"ar", adref_matter_words_ar},
};

gboolean adref_language_is(const char *language, const char *sought)
{
  gsize length = strcspn(language, "-_");
  return strlen(sought) == length && g_ascii_strncasecmp(language, sought, length) == 0;
}

const char *const *adref_matter_words_everywhere(void)
{
  return everywhere;
}

const char *const *adref_matter_words(const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (adref_language_is(language, languages[i].language))
      return languages[i].words;
  return none;
}

const char *const *adref_matter_style_words(const char *style, const char *language)
{
  gboolean binds_not = style && (strcmp(style, "asean") == 0 || strcmp(style, "g7") == 0);
  return binds_not && adref_language_is(language, "en") ? unbinding : none;
}
