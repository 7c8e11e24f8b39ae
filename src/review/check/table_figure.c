#include "review/check/table_figure.h"

#include <string.h>

#include "language/language_tag.h"

enum {
  MAX_DIGITS = 12
};

gboolean adref_table_figure_has_comma(const char *language)
{
  static const char *const tags[] = {"de", "fr", "es", "pt", "it", "nl", "id", "vi", "ru", "tr"};
  for (guint i = 0; i < G_N_ELEMENTS(tags); i++)
    if (adref_language_tag_matches(language, tags[i]))
      return TRUE;
  return FALSE;
}

/* Whether three digits and no more stand at a place: a group of thousands. */
static gboolean is_group(const char *words)
{
  return strspn(words, "0123456789") == 3;
}

/* The length of what may separate groups of thousands; 0: it is something else. */
static gsize group_length(const char *words, gboolean comma)
{
  static const char *const spaces[] = {"\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89"};
  if (*words == (comma ? '.' : ','))
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS(spaces); i++)
    if (g_str_has_prefix(words, spaces[i]))
      return strlen(spaces[i]);
  return comma && *words == ' ' ? 1 : 0;
}

gboolean adref_table_figure_read_number(const char *words, gboolean comma, AdrefTableFigure *figure,
                                        gsize *length)
{
  const char *at = words;
  gint64 value = 0;
  guint digits = 0, decimals = 0;
  for (gsize group = 0; g_ascii_isdigit(*at); at += group) {
    for (; g_ascii_isdigit(*at); at++, digits++)
      value = digits < MAX_DIGITS ? value * 10 + (*at - '0') : value;
    group = group_length(at, comma);
    if (group == 0 || !is_group(at + group))
      break;
  }
  if (digits > 0 && *at == (comma ? ',' : '.') && g_ascii_isdigit(at[1]))
    for (at++; g_ascii_isdigit(*at); at++, decimals++)
      value = decimals < ADREF_TABLE_FIGURE_DECIMALS ? value * 10 + (*at - '0') : value;
  if (digits == 0 || digits > MAX_DIGITS || decimals > ADREF_TABLE_FIGURE_DECIMALS)
    return FALSE;
  figure->state = ADREF_TABLE_FIGURE_VALUE;
  figure->decimals = decimals;
  for (guint i = decimals; i < ADREF_TABLE_FIGURE_DECIMALS; i++)
    value *= 10;
  figure->value = value;
  *length = (gsize)(at - words);
  return TRUE;
}

static gboolean is_nothing(const char *words)
{
  static const char *const nothing[] = {"", "-", "–", "—", "―", "‐", "−"};
  for (guint i = 0; i < G_N_ELEMENTS(nothing); i++)
    if (strcmp(words, nothing[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The words without spaces at their ends, and without the border of a footnote mark behind them.
 * Caller frees. */
static char *bare_words(const char *words)
{
  char *bare = g_strstrip(g_strdup(words));
  gsize length = strlen(bare);
  while (length > 1 && (bare[length - 1] == 0x1D || bare[length - 1] == ' '))
    bare[--length] = '\0';
  return bare;
}

AdrefTableFigure adref_table_figure_read(const char *words, gboolean comma)
{
  AdrefTableFigure figure = {.state = ADREF_TABLE_FIGURE_OTHER};
  g_autofree char *bare = bare_words(words);
  gsize before = strcspn(bare, "0123456789"), length = 0;
  if (is_nothing(bare))
    figure.state = ADREF_TABLE_FIGURE_NONE;
  gboolean is_number = bare[before] && !memchr(bare, '-', before) && !memchr(bare, 0x1D, before) &&
                       adref_table_figure_read_number(bare + before, comma, &figure, &length);
  if (!is_number)
    return figure;
  const char *behind = bare + before + length;
  g_autofree char *unit = g_strdup_printf("%.*s%s", (int)before, bare, behind);
  g_auto(GStrv) parts = g_strsplit(unit, " ", -1);
  g_autofree char *joined = g_strjoinv("", parts);
  if (behind[strcspn(behind, "0123456789()\x1d/:")] || strlen(joined) >= sizeof(figure.unit))
    figure.state = ADREF_TABLE_FIGURE_OTHER;
  else
    g_strlcpy(figure.unit, joined, sizeof(figure.unit));
  return figure;
}

char *adref_table_figure_print(gint64 value, guint decimals, gboolean comma)
{
  gint64 whole = ABS(value) / ADREF_TABLE_FIGURE_SCALE;
  g_autofree char *digits = g_strdup_printf("%" G_GINT64_FORMAT, whole);
  gsize length = strlen(digits);
  GString *out = g_string_new(value < 0 ? "-" : "");
  for (gsize i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0)
      g_string_append_c(out, comma ? '.' : ',');
    g_string_append_c(out, digits[i]);
  }
  if (decimals > 0) {
    g_autofree char *rest = g_strdup_printf("%04d", (int)(ABS(value) % ADREF_TABLE_FIGURE_SCALE));
    g_string_append_c(out, comma ? ',' : '.');
    g_string_append_len(out, rest, MIN(decimals, ADREF_TABLE_FIGURE_DECIMALS));
  }
  return g_string_free(out, FALSE);
}
