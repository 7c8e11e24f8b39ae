#include "review/languages/number_figure.h"

#include <string.h>

#include "language/language_tag.h"
#include "language/quantity.h"

char *adref_number_figure_shift(char *value, guint64 places)
{
  char *point = strchr(value, '.');
  GString *out = g_string_new_len(value, point ? (gssize)(point - value) : -1);
  const char *rest = point ? point + 1 : "";
  for (guint64 i = 0; i < MIN(places, 18); i++)
    g_string_append_c(out, *rest ? *rest++ : '0');
  if (*rest)
    g_string_append_printf(out, ".%s", rest);
  g_free(value);
  return g_string_free(out, FALSE);
}

char *adref_number_figure_trim(char *value)
{
  char *point = strchr(value, '.');
  if (point && !strchr(point + 1, '.')) {
    gsize length = strlen(value);
    while (value[length - 1] == '0')
      length--;
    value[value[length - 1] == '.' ? length - 1 : length] = '\0';
  }
  gsize zeros = strspn(value, "0");
  if (zeros > 0 && !g_ascii_isdigit(value[zeros]))
    zeros--;
  memmove(value, value + zeros, strlen(value + zeros) + 1);
  return value;
}

char *adref_number_figure_other(const char *language, const char *value)
{
  static const char *const with_point[] = {"en", "ja", "zh", "ko", "th", "my", "ms", "hi", "ta"};
  const char *point = strchr(value, '.');
  if (adref_quantity_has_decimal_comma(language) || !point ||
      strspn(point + 1, "0123456789") != 3 || point[4] || point - value > 3)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(with_point); i++)
    if (adref_language_tag_matches(language, with_point[i]))
      return NULL;
  return g_strdup_printf("%.*s%s", (int)(point - value), value, point + 1);
}

char *adref_number_figure_time(const char *value)
{
  const char *point = strchr(value, '.');
  gsize hours = strspn(value, "0123456789");
  gboolean is = point && hours <= 2 && value + hours == point &&
                strspn(point + 1, "0123456789") == 2 && !point[3] && point[1] < '6';
  guint64 hour = g_ascii_strtoull(value, NULL, 10);
  return is && hour <= 24 ? g_strdup_printf("%02u:%s", (guint)hour, point + 1) : NULL;
}

char *adref_number_figure_common_year(const char *language, const char *value)
{
  guint64 year = strlen(value) == 4 ? g_ascii_strtoull(value, NULL, 10) : 0;
  gboolean is_thai = adref_language_tag_matches(language, "th");
  return is_thai && year >= 2443 && year <= 2742 ? g_strdup_printf("%" G_GUINT64_FORMAT, year - 543)
                                                 : NULL;
}

gboolean adref_number_figure_is_year(const char *value)
{
  return strlen(value) == 4 && strcmp(value, "1900") >= 0 && strcmp(value, "2199") <= 0;
}
