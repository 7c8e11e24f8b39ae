#include "print/header_footer.h"

#include <string.h>

#include "print/parallel_columns.h"

enum {
  SOFT = 0x4A4A4A,
  HAIR = 0x9A9A9A,
  STRONG = 0x9B1C1C,
  SHORT_HASH = 12,
  SHORT_TITLE = 80 /* characters */
};

static AdrefLook look(const AdrefMeasures *measures, guint color, gboolean is_bold)
{
  return (AdrefLook){.face = {ADREF_SANS, is_bold, FALSE, measures->small}, .color = color};
}

/* Words at the start or the end of the lines of the page. */
static void put(AdrefPen *pen, const AdrefMeasures *measures, const AdrefLook *how,
                const char *words, gboolean at_end, float y)
{
  gboolean is_rtl = adref_pen_setter(pen)->is_rtl, to_right = at_end != is_rtl;
  float start = is_rtl ? measures->end : measures->start;
  float x = to_right ? start + measures->measure : start;
  adref_pen_letter(pen, how, words, x, y, to_right ? ADREF_ALIGN_END : ADREF_ALIGN_START, 10000);
}

static char *short_title(const char *title)
{
  if (g_utf8_strlen(title, -1) <= SHORT_TITLE)
    return g_strdup(title);
  g_autofree char *start = g_utf8_substring(title, 0, SHORT_TITLE - 1);
  char *space = strrchr(start, ' ');
  if (space && (gsize)(space - start) > strlen(start) / 2)
    *space = '\0';
  return g_strconcat(start, "\342\200\246", NULL);
}

/* "Joint Statement on ..., Provisional translation". */
static char *running_title(const AdrefImprint *imprint)
{
  g_autofree char *title = short_title(imprint->title);
  return g_strconcat(title, *title && imprint->role ? "  \302\267  " : "", imprint->role, NULL);
}

/* "DRAFT", "RESTRICTED", or both. */
static char *marking(const AdrefImprint *imprint)
{
  const char *draft = imprint->is_draft ? "DRAFT" : NULL;
  if (draft && imprint->marking)
    return g_strconcat(draft, "  \302\267  ", imprint->marking, NULL);
  return g_strdup(draft ? draft : imprint->marking);
}

static void put_header(AdrefPen *pen, const AdrefMeasures *measures, const AdrefImprint *imprint,
                       guint page)
{
  float y = measures->top - 34;
  AdrefLook soft = look(measures, SOFT, FALSE), strong = look(measures, STRONG, TRUE);
  g_autofree char *title = running_title(imprint);
  g_autofree char *mark = marking(imprint);
  if (page > 0 && *title)
    put(pen, measures, &soft, title, FALSE, y);
  if (mark)
    put(pen, measures, &strong, mark, TRUE, y);
  if (page > 0 && (*title || mark)) {
    float x = adref_pen_setter(pen)->is_rtl ? measures->end : measures->start;
    adref_pen_fill(pen, x, y + 6, measures->measure, 0.4F, HAIR);
  }
}

static char *version_words(const AdrefImprint *imprint)
{
  g_autofree char *hash = imprint->hash ? g_strndup(imprint->hash, SHORT_HASH) : NULL;
  char *facts[] = {
      imprint->copy ? g_strconcat("Alternat of ", imprint->copy, NULL) : NULL,
      imprint->version ? g_strconcat("Version ", imprint->version, NULL) : NULL,
      hash ? g_strconcat("Content ", hash, NULL) : NULL,
  };
  GString *words = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(facts); i++) {
    if (facts[i])
      g_string_append_printf(words, "%s%s", words->len > 0 ? "  \302\267  " : "", facts[i]);
    g_free(facts[i]);
  }
  if (imprint->beside_hash)
    g_string_append_printf(words, ", %.*s", SHORT_HASH, imprint->beside_hash);
  return g_string_free(words, FALSE);
}

static void put_footer(AdrefPen *pen, const AdrefFlow *flow, const AdrefImprint *imprint,
                       guint page)
{
  const AdrefMeasures *measures = &flow->measures;
  float y = measures->height - measures->bottom + 38;
  AdrefLook soft = look(measures, SOFT, FALSE);
  gboolean is_english = !imprint->language || g_str_has_prefix(imprint->language, "en");
  g_autofree char *number =
      g_strdup_printf(is_english ? "Page %u of %u" : "%u / %u", page + 1, flow->total);
  g_autofree char *version = version_words(imprint);
  if (*version)
    put(pen, measures, &soft, version, FALSE, y);
  put(pen, measures, &soft, number, TRUE, y);
}

void adref_furniture_print(AdrefPen *pen, const AdrefFlow *flow, const AdrefImprint *imprint,
                           guint page)
{
  const AdrefMeasures *measures = &flow->measures;
  if (imprint->is_draft)
    adref_pen_watermark(pen, "DRAFT", measures->width, measures->height);
  put_header(pen, measures, imprint, page);
  put_footer(pen, flow, imprint, page);
}

void adref_furniture_number(AdrefPen *pen, const AdrefMeasures *measures, guint number,
                            gboolean is_behind, float y)
{
  enum {
    AWAY = 18
  };
  AdrefLook hair = {.face = {ADREF_SANS, FALSE, FALSE, measures->small * 0.85F}, .color = 0x707070};
  g_autofree char *digits = g_strdup_printf("%u", number);
  gboolean is_rtl = adref_pen_setter(pen)->is_rtl, is_right = is_rtl != is_behind;
  float margin = is_behind ? measures->end : measures->start;
  float x = is_right ? measures->width - margin + AWAY : margin - AWAY;
  adref_pen_letter(pen, &hair, digits, x, y, is_right ? ADREF_ALIGN_START : ADREF_ALIGN_END, 10000);
}

void adref_furniture_divide(AdrefPen *pen, const AdrefMeasures *measures, const AdrefLeaf *leaf)
{
  float middle = (measures->start + measures->width - measures->end) / 2;
  adref_pen_fill(pen, middle, leaf->divider_top, 0.4F, leaf->divider_bottom - leaf->divider_top,
                 HAIR);
}

void adref_furniture_head(AdrefPen *pen, const AdrefMeasures *measures, const char *words,
                          guint column, gboolean is_rtl)
{
  AdrefLook soft = look(measures, SOFT, TRUE);
  gboolean is_right = (column == 1) != is_rtl, to_right = adref_pen_setter(pen)->is_rtl;
  float left = is_rtl ? measures->end : measures->start;
  float width = (measures->measure - ADREF_SPREAD_GUTTER) / 2;
  float x = left + (is_right ? width + ADREF_SPREAD_GUTTER : 0) + (to_right ? width : 0);
  adref_pen_letter(pen, &soft, words, x, measures->top - 10,
                   to_right ? ADREF_ALIGN_END : ADREF_ALIGN_START, 10000);
}
