#include "draft/data/locale_format.h"

#include <string.h>

#include "clause/icu.h"

enum {
  BUFFER = 1024, /* UTF-16 units; the longest number in words has about 300 */
  NUMBER_FORMS = ADREF_NUMBER_ORDINAL_WORDS + 1,
  DATE_FORMS = ADREF_DATE_YEAR + 1,
  MS_PER_DAY = 24 * 60 * 60 * 1000,
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC(UListFormatter, ulistfmt_close)

typedef struct {
  const char *language;
  const char *locale;
  const UChar *date[DATE_FORMS];
} LocalePatterns;

static const LocalePatterns locale_patterns[] = {
    {"en", "en_GB", {u"d MMMM y", u"MMMM y", u"y"}},
    {"ja", "ja_JP", {u"y年M月d日", u"y年M月", u"y"}},
    {"zh", "zh_CN", {u"y年M月d日", u"y年M月", u"y"}},
    {"vi", "vi_VN", {u"'ngày' d 'tháng' M 'năm' y", u"'tháng' M 'năm' y", u"y"}},
    {"th", "th_TH@calendar=buddhist", {u"d MMMM y", u"MMMM y", u"y"}},
    {"ko", "ko_KR", {u"y년 M월 d일", u"y년 M월", u"y"}},
    {"km", "km_KH", {u"'ថ្ងៃទី'd 'ខែ'MMMM 'ឆ្នាំ'y", u"'ខែ'MMMM 'ឆ្នាំ'y", u"y"}},
    {"my", "my_MM@numbers=latn", {u"y 'ခုနှစ်၊' MMMM'လ' d 'ရက်'", u"y 'ခုနှစ်၊' MMMM'လ'", u"y"}},
};

static const LocalePatterns *patterns_of(const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS(locale_patterns); i++) {
    if (strcmp(locale_patterns[i].language, language) == 0)
      return &locale_patterns[i];
  }
  return NULL;
}

/* Figures are 0 to 9 in every language, as those of paragraphs, pages and references are: a text
 * does not mix them with others. */
char *adref_locale_of(const char *language)
{
  const LocalePatterns *patterns = patterns_of(language);
  if (patterns)
    return g_strdup(patterns->locale);
  char locale[ULOC_FULLNAME_CAPACITY];
  int32_t parsed = 0;
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(language, locale, sizeof(locale), &parsed, &status);
  if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
    return g_strdup("en_GB");
  return strchr(locale, '@') ? g_strdup(locale) : g_strconcat(locale, "@numbers=latn", NULL);
}

/* Opening a formatter takes many times as long as using it, so each thread keeps the formatters of
 * the language that it used last. */
typedef struct {
  char *language;
  UNumberFormat *numbers[NUMBER_FORMS]; /* NULL: not opened yet */
  UDateFormat *dates[DATE_FORMS];
} Formatters;

static void formatters_free(gpointer data)
{
  Formatters *formatters = data;
  for (gsize i = 0; i < NUMBER_FORMS; i++)
    if (formatters->numbers[i])
      unum_close(formatters->numbers[i]);
  for (gsize i = 0; i < DATE_FORMS; i++)
    if (formatters->dates[i])
      udat_close(formatters->dates[i]);
  g_free(formatters->language);
  g_free(formatters);
}

static Formatters *formatters_of(const char *language)
{
  static GPrivate kept = G_PRIVATE_INIT(formatters_free);
  Formatters *formatters = g_private_get(&kept);
  if (formatters && strcmp(formatters->language, language) == 0)
    return formatters;
  formatters = g_new0(Formatters, 1);
  formatters->language = g_strdup(language);
  g_private_replace(&kept, formatters);
  return formatters;
}

char *adref_locale_text(const gunichar2 *text, glong length)
{
  static const UChar hidden[] = u"\u00AD\u061C\u200B\u200E\u200F";
  g_autofree gunichar2 *seen = g_new(gunichar2, (gsize)length + 1);
  glong kept = 0;
  for (glong i = 0; i < length; i++) {
    if (!u_strchr(hidden, text[i]))
      seen[kept++] = text[i];
  }
  return g_utf16_to_utf8(seen, kept, NULL, NULL, NULL);
}

static char *to_utf8(const UChar *text, int32_t length)
{
  return g_utf16_to_utf8(text, length, NULL, NULL, NULL);
}

/* ICU's rules for numbers in words, the first that the language has: the verbose rules give "one
 * hundred and five" in English. */
static const UChar *const cardinals[] = {u"%spellout-cardinal-verbose", NULL};
static const UChar *const ordinals[] = {u"%spellout-ordinal-verbose", u"%spellout-ordinal",
                                        u"%spellout-ordinal-masculine", NULL};

static gboolean choose_rules(UNumberFormat *format, const UChar *const *names)
{
  for (; *names; names++) {
    UErrorCode status = U_ZERO_ERROR;
    unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, *names, -1, &status);
    if (U_SUCCESS(status))
      return TRUE;
  }
  return FALSE;
}

static UNumberFormat *open_number(AdrefNumberForm form, const char *language)
{
  static const UNumberFormatStyle styles[] = {
      [ADREF_NUMBER_DIGITS] = UNUM_DECIMAL,
      [ADREF_NUMBER_ORDINAL] = UNUM_ORDINAL,
      [ADREF_NUMBER_WORDS] = UNUM_SPELLOUT,
      [ADREF_NUMBER_ORDINAL_WORDS] = UNUM_SPELLOUT,
  };
  g_autofree char *locale = adref_locale_of(language);
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(styles[form], NULL, 0, locale, NULL, &status);
  if (form == ADREF_NUMBER_WORDS)
    choose_rules(format, cardinals);
  if (form == ADREF_NUMBER_ORDINAL_WORDS && !choose_rules(format, ordinals)) {
    unum_close(format);
    format = unum_open(UNUM_ORDINAL, NULL, 0, locale, NULL, &status);
  }
  return format;
}

/* ICU writes Lao hundreds, thousands and ordinals with Thai letters, Filipino words with the
 * accents and in the pieces of a dictionary, and the ordinals of some languages as a figure with a
 * point. */
typedef struct {
  const char *language;
  const char *from;
  const char *to;
} NumberWord;

static const NumberWord number_words[] = {
    {"lo", "ศูนย์", "ສູນ"},
    {"lo", "ล้าน", "ລ້ານ"},
    {"lo", "แสน", "ແສນ"},
    {"lo", "หมื่น", "ໝື່ນ"},
    {"lo", "พัน", "ພັນ"},
    {"lo", "ร้อย", "ຮ້ອຍ"},
    {"lo", "ที่", "ທີ"},
    {"fil", "á", "a"},
    {"fil", "â", "a"},
    {"fil", "í", "i"},
    {"fil", "ó", "o"},
    {"fil", "ô", "o"},
    {"fil", "ú", "u"},
    {"fil", "û", "u"},
    {"fil", "dalawang pu", "dalawampu"},
    {"fil", "tatlong pu", "tatlumpu"},
    {"fil", "apat na pu", "apatnapu"},
    {"fil", "limang pu", "limampu"},
    {"fil", "anim na pu", "animnapu"},
    {"fil", "pitong pu", "pitumpu"},
    {"fil", "walong pu", "walumpu"},
    {"fil", "siyam na pu", "siyamnapu"},
};

static char *mend_words(char *words, const char *language)
{
  g_autofree char *old = words;
  GString *text = g_string_new(old);
  for (gsize i = 0; i < G_N_ELEMENTS(number_words); i++)
    if (strcmp(number_words[i].language, language) == 0)
      g_string_replace(text, number_words[i].from, number_words[i].to, 0);
  return g_string_free(text, FALSE);
}

/* The ordinal as documents write it, of the words of ICU. */
static char *mend_ordinal(char *words, AdrefNumberForm form, const char *language)
{
  static const char *const filipino[] = {"ika isa", "una",       "ika dalawa",
                                         "ikalawa", "ika tatlo", "ikatlo"};
  /* What stands behind a figure, where ICU has a full stop. */
  static const struct {
    const char *language, *words;
  } endings[] = {{"ru", "-й"}, {"ta", "-ஆவது"}, {"ar", ""}, {"my", ""}};
  g_autofree char *old = words;
  const char *ika =
      strcmp(language, "fil") == 0 && g_str_has_prefix(old, "ika") ? old + strlen("ika") : NULL;
  for (gsize i = 0; ika && i < G_N_ELEMENTS(filipino); i += 2)
    if (strcmp(old, filipino[i]) == 0)
      return g_strdup(filipino[i + 1]);
  if (ika)
    return g_strconcat(form == ADREF_NUMBER_ORDINAL ? "ika-" : "ika", ika + strspn(ika, " "), NULL);
  if (strcmp(language, "ms") == 0 && form == ADREF_NUMBER_ORDINAL && g_str_has_prefix(old, "No. "))
    return g_strconcat("ke-", old + strlen("No. "), NULL);
  for (gsize i = 0; form == ADREF_NUMBER_ORDINAL && i < G_N_ELEMENTS(endings); i++)
    if (strcmp(language, endings[i].language) == 0 && g_str_has_suffix(old, "."))
      return g_strdup_printf("%.*s%s", (int)strlen(old) - 1, old, endings[i].words);
  return g_steal_pointer(&old);
}

char *adref_locale_format_number(gint64 number, AdrefNumberForm form, const char *language)
{
  UNumberFormat **format = &formatters_of(language)->numbers[form];
  UChar buffer[BUFFER];
  UErrorCode status = U_ZERO_ERROR;
  *format = *format ? *format : open_number(form, language);
  int32_t length = unum_formatInt64(*format, number, buffer, BUFFER, NULL, &status);
  if (U_FAILURE(status) || length > BUFFER)
    return g_strdup_printf("%" G_GINT64_FORMAT, number);
  char *text = mend_words(adref_locale_text(buffer, length), language);
  gboolean is_ordinal = form == ADREF_NUMBER_ORDINAL || form == ADREF_NUMBER_ORDINAL_WORDS;
  return is_ordinal ? mend_ordinal(text, form, language) : text;
}

/* ICU's pattern for the fields of a form, in UTF-16; returns its length, 0 on failure. */
static int32_t best_pattern(AdrefDateForm form, const char *locale, UChar *pattern)
{
  static const UChar *const skeletons[] = {u"dMMMMy", u"MMMMy", u"y"};
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open(locale, &status);
  int32_t length = udatpg_getBestPattern(generator, skeletons[form], -1, pattern, BUFFER, &status);
  udatpg_close(generator);
  return U_SUCCESS(status) ? length : 0;
}

static UDateFormat *open_date(AdrefDateForm form, const char *language)
{
  const LocalePatterns *patterns = patterns_of(language);
  g_autofree char *locale = adref_locale_of(language);
  UErrorCode status = U_ZERO_ERROR;
  if (patterns)
    return udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", -1, patterns->date[form], -1,
                     &status);
  if (form == ADREF_DATE_LONG)
    return udat_open(UDAT_NONE, UDAT_LONG, locale, u"UTC", -1, NULL, 0, &status);
  UChar pattern[BUFFER];
  int32_t length = best_pattern(form, locale, pattern);
  return udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", -1, pattern, length, &status);
}

/* French writes the first day of a month as an ordinal: 1er janvier 2023. */
static char *first_of_month(char *date, AdrefDateForm form, const char *language)
{
  if (form != ADREF_DATE_LONG || strcmp(language, "fr") != 0 || !g_str_has_prefix(date, "1 "))
    return date;
  char *ordinal = g_strconcat("1er ", date + strlen("1 "), NULL);
  g_free(date);
  return ordinal;
}

char *adref_locale_format_date(gint64 days, AdrefDateForm form, const char *language)
{
  UDateFormat **format = &formatters_of(language)->dates[form];
  UChar buffer[BUFFER];
  UErrorCode status = U_ZERO_ERROR;
  *format = *format ? *format : open_date(form, language);
  int32_t length = udat_format(*format, (UDate)days * MS_PER_DAY, buffer, BUFFER, NULL, &status);
  return U_SUCCESS(status) ? first_of_month(adref_locale_text(buffer, length), form, language)
                           : g_strdup("");
}

typedef struct {
  const UChar **texts;
  int32_t *lengths;
  int32_t count;
  int32_t total;
} Utf16List;

static Utf16List utf16_list_new(char *const *items, gsize count)
{
  Utf16List list = {g_new0(const UChar *, count), g_new0(int32_t, count), (int32_t)count, 0};
  for (gsize i = 0; i < count; i++) {
    g_autofree char *valid = g_utf8_make_valid(items[i], -1);
    glong length = 0;
    list.texts[i] = g_utf8_to_utf16(valid, -1, NULL, &length, NULL);
    list.lengths[i] = (int32_t)length;
    list.total += (int32_t)length;
  }
  return list;
}

static void utf16_list_clear(Utf16List *list)
{
  for (int32_t i = 0; i < list->count; i++)
    g_free((gpointer)(guintptr)list->texts[i]);
  g_free(list->texts);
  g_free(list->lengths);
}

/* How documents write a list where ICU writes it otherwise: A、B及びC, A、B又はC. */
typedef struct {
  const char *language;
  const char *comma;
  const char *and;
  const char * or ;
} ListWords;

static const ListWords list_words[] = {
    {"ja", "、", "及び", "又は"},
    {"lo", ", ", " ແລະ ", " ຫຼື "},
    {"ms", ", ", " dan ", " atau "},
    {"my", "၊ ", "နှင့် ", " သို့မဟုတ် "},
};

static const ListWords *list_words_of(const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS(list_words); i++)
    if (strcmp(list_words[i].language, language) == 0)
      return &list_words[i];
  return NULL;
}

static char *join_list(char *const *items, gsize count, gboolean alternatives,
                       const ListWords *words)
{
  GString *list = g_string_new(items[0]);
  for (gsize i = 1; i < count; i++) {
    g_string_append(list, i + 1 < count ? words->comma : alternatives ? words->or : words->and);
    g_string_append(list, items[i]);
  }
  return g_string_free(list, FALSE);
}

char *adref_locale_format_list(char *const *items, gsize count, gboolean alternatives,
                               const char *language)
{
  if (count == 0)
    return g_strdup("");
  const ListWords *words = list_words_of(language);
  if (words)
    return join_list(items, count, alternatives, words);
  g_autofree char *locale = adref_locale_of(language);
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr(UListFormatter) format = ulistfmt_openForType(
      locale, alternatives ? ULISTFMT_TYPE_OR : ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, &status);
  Utf16List list = utf16_list_new(items, count);
  int32_t size = list.total + list.count * 32 + 1;
  g_autofree UChar *buffer = g_new(UChar, size);
  int32_t length =
      ulistfmt_format(format, list.texts, list.lengths, list.count, buffer, size, &status);
  utf16_list_clear(&list);
  return U_SUCCESS(status) ? to_utf8(buffer, length) : g_strjoinv(", ", (char **)(guintptr)items);
}

/* What stands between place and date. */
static const char *comma_in(const char *language)
{
  if (g_str_has_prefix(language, "ja") || g_str_has_prefix(language, "zh"))
    return "\343\200\201";
  if (g_str_has_prefix(language, "th"))
    return " ";
  return g_str_has_prefix(language, "ar") ? "\330\214 " : ", ";
}

char *adref_locale_format_occasion(const char *place, const char *date, const char *language)
{
  if (place && date)
    return g_strconcat(place, comma_in(language), date, NULL);
  return g_strdup(place ? place : date);
}
