#include "exchange/docx/docx_ink.h"

#include <string.h>

enum {
  WHITE = 0xFFFFFF,
  RGB = 0xFFFFFF,
  TINY = 8 /* half points */
};

/* Colors by name: those of a marker pen. */
static const struct {
  const char *name;
  guint color;
} names[] = {{"black", 0x000000},    {"blue", 0x0000FF},       {"cyan", 0x00FFFF},
             {"green", 0x00FF00},    {"magenta", 0xFF00FF},    {"red", 0xFF0000},
             {"yellow", 0xFFFF00},   {"white", WHITE},         {"darkBlue", 0x000080},
             {"darkCyan", 0x008080}, {"darkGreen", 0x008000},  {"darkMagenta", 0x800080},
             {"darkRed", 0x800000},  {"darkYellow", 0x808000}, {"darkGray", 0x808080},
             {"lightGray", 0xC0C0C0}};

static guint parse_color(const char *value)
{
  guint64 color;
  if (value && strlen(value) == 6 && g_ascii_string_to_unsigned(value, 16, 0, RGB, &color, NULL))
    return ADREF_DOCX_COLOR_GIVEN | (guint)color;
  for (gsize i = 0; value && i < G_N_ELEMENTS(names); i++)
    if (strcmp(value, names[i].name) == 0)
      return ADREF_DOCX_COLOR_GIVEN | names[i].color;
  return ADREF_DOCX_COLOR_AUTOMATIC;
}

/* Word takes the color of the theme before the other one; that of the page is white. */
static gboolean is_page_color(const char *theme, const char *shade)
{
  static const char *const page[] = {"background1", "light1", "bg1", "lt1", NULL};
  return theme && !shade && g_strv_contains(page, theme);
}

static guint color_of(const AdrefXmlNode *element, const char *value, const char *theme,
                      const char *shade)
{
  if (is_page_color(adref_xml_attribute(element, theme), adref_xml_attribute(element, shade)))
    return ADREF_DOCX_COLOR_GIVEN | WHITE;
  return parse_color(adref_xml_attribute(element, value));
}

/* <w14:textFill>, which newer programs take before <w:color>. */
static guint fill_of(const AdrefXmlNode *fill)
{
  enum {
    MOSTLY_CLEAR = 80000 /* of 100000 */
  };
  const AdrefXmlNode *solid = adref_xml_child(fill, "w14:solidFill");
  const AdrefXmlNode *plain = adref_xml_child(solid, "w14:srgbClr"),
                     *theme = adref_xml_child(solid, "w14:schemeClr");
  const AdrefXmlNode *color = plain ? plain : theme;
  const char *clear = adref_xml_attribute(adref_xml_child(color, "w14:alpha"), "w14:val");
  if (adref_xml_child(fill, "w14:noFill") ||
      (clear && g_ascii_strtoll(clear, NULL, 10) >= MOSTLY_CLEAR))
    return ADREF_DOCX_COLOR_CLEAR;
  if (theme && !theme->first && is_page_color(adref_xml_attribute(theme, "w14:val"), NULL))
    return ADREF_DOCX_COLOR_GIVEN | WHITE;
  return plain ? parse_color(adref_xml_attribute(plain, "w14:val")) : ADREF_DOCX_COLOR_NONE;
}

void adref_docx_ink_put(AdrefDocxInk *ink, const AdrefDocxInk *over)
{
  ink->color = over->color ? over->color : ink->color;
  ink->behind = over->behind ? over->behind : ink->behind;
  ink->size = over->size ? over->size : ink->size;
}

void adref_docx_ink_read(AdrefDocxInk *ink, const AdrefXmlNode *properties)
{
  AdrefDocxInk own = {0};
  for (const AdrefXmlNode *child = properties ? properties->first : NULL; child;
       child = child->next) {
    if (adref_xml_is(child, "w:color"))
      own.color = color_of(child, "w:val", "w:themeColor", "w:themeShade");
    else if (adref_xml_is(child, "w:shd") && own.behind == ADREF_DOCX_COLOR_NONE)
      own.behind = color_of(child, "w:fill", "w:themeFill", "w:themeFillShade");
    else if (adref_xml_is(child, "w:highlight"))
      own.behind = parse_color(adref_xml_attribute(child, "w:val"));
    else if (adref_xml_is(child, "w:sz") && adref_xml_attribute(child, "w:val"))
      own.size =
          (guint)CLAMP(g_ascii_strtoll(adref_xml_attribute(child, "w:val"), NULL, 10), 1, 10000);
  }
  guint fill = fill_of(adref_xml_child(properties, "w14:textFill"));
  own.color = fill ? fill : own.color;
  adref_docx_ink_put(ink, &own);
}

/* Between 0 and 1, near enough to what an eye sees. */
static double brightness(guint color)
{
  double red = (color >> 16 & 0xFF) / 255.0, green = (color >> 8 & 0xFF) / 255.0,
         blue = (color & 0xFF) / 255.0;
  return 0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue;
}

gboolean adref_docx_ink_is_pale(const AdrefDocxInk *ink)
{
  const double least = 1.3; /* contrast, as web pages measure it: 21 is black on white */
  if (ink->color == ADREF_DOCX_COLOR_CLEAR)
    return TRUE;
  if (!(ink->color & ADREF_DOCX_COLOR_GIVEN))
    return FALSE;
  guint behind = ink->behind & ADREF_DOCX_COLOR_GIVEN ? ink->behind & RGB : WHITE;
  double one = brightness(ink->color & RGB) + 0.05, other = brightness(behind) + 0.05;
  return MAX(one, other) / MIN(one, other) < least;
}

gboolean adref_docx_ink_is_tiny(const AdrefDocxInk *ink)
{
  return ink->size > 0 && ink->size < TINY;
}
