#include "exchange/docx/docx_style_sheet.h"

#include <string.h>

struct AdrefDocxStyleSheet {
  GHashTable *elements; /* id -> <w:style> */
  GHashTable *styles;   /* id -> AdrefDocxStyle */
  const AdrefDocxStyle *normal;
  AdrefDocxStyle none;
  AdrefDocxInk ink;
};

/* By the name of a style, in small letters; those of adref as view/docx/docx_styles.c writes them.
 */
static const struct {
  const char *name;
  AdrefDocxRole role;
} roles[] = {
    {"title", ADREF_DOCX_ROLE_TITLE},
    {"quote", ADREF_DOCX_ROLE_QUOTE},
    {"block text", ADREF_DOCX_ROLE_QUOTE},
    {"code block", ADREF_DOCX_ROLE_CODE_BLOCK},
    {"rule", ADREF_DOCX_ROLE_RULE},
    {"subtitle", ADREF_DOCX_ROLE_AROUND},
    {"status of the text", ADREF_DOCX_ROLE_AROUND},
    {"head of a column", ADREF_DOCX_ROLE_AROUND},
    {"signature line", ADREF_DOCX_ROLE_AROUND},
    {"name of who signs", ADREF_DOCX_ROLE_AROUND},
    {"number of a clause", ADREF_DOCX_ROLE_NUMBER},
    {"position of parties", ADREF_DOCX_ROLE_SIGN},
    {"bracket", ADREF_DOCX_ROLE_SIGN},
    {"agreed ad ref", ADREF_DOCX_ROLE_SIGN},
    {"hyperlink", ADREF_DOCX_ROLE_SIGN},
    {"internet link", ADREF_DOCX_ROLE_SIGN},
    {"footnote reference", ADREF_DOCX_ROLE_SIGN},
    {"footnote anchor", ADREF_DOCX_ROLE_SIGN},
    {"footnote characters", ADREF_DOCX_ROLE_SIGN},
    {"endnote reference", ADREF_DOCX_ROLE_SIGN},
    {"annotation reference", ADREF_DOCX_ROLE_SIGN},
    {"code", ADREF_DOCX_ROLE_CODE},
};

/* "toc 1", of Word, "Contents 1", of LibreOffice, and the lines above these. */
static gboolean is_contents(const char *lower)
{
  static const char *const names[] = {"toc ", "contents "};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    const char *rest = g_str_has_prefix(lower, names[i]) ? lower + strlen(names[i]) : "";
    if (strcmp(rest, "heading") == 0 || (*rest && strspn(rest, "0123456789") == strlen(rest)))
      return TRUE;
  }
  return FALSE;
}

static AdrefDocxRole role_of(const char *name)
{
  g_autofree char *lower = g_ascii_strdown(name, -1);
  if (is_contents(lower))
    return ADREF_DOCX_ROLE_CONTENTS;
  for (gsize i = 0; i < G_N_ELEMENTS(roles); i++)
    if (strcmp(lower, roles[i].name) == 0)
      return roles[i].role;
  return ADREF_DOCX_ROLE_NONE;
}

static gboolean is_no(const char *value)
{
  return strcmp(value, "0") == 0 || g_ascii_strcasecmp(value, "false") == 0 ||
         g_ascii_strcasecmp(value, "off") == 0;
}

gboolean adref_docx_is_on(const AdrefXmlNode *parent, const char *name, gboolean otherwise)
{
  const AdrefXmlNode *element = adref_xml_child(parent, name);
  const char *value = adref_xml_attribute(element, "w:val");
  return !element ? otherwise : !value || !is_no(value);
}

guint adref_docx_number(const AdrefXmlNode *parent, const char *name, guint otherwise)
{
  const char *value = adref_xml_attribute(adref_xml_child(parent, name), "w:val");
  guint64 number;
  return value && g_ascii_string_to_unsigned(value, 10, 0, 1000000, &number, NULL) ? (guint)number
                                                                                   : otherwise;
}

static guint set(guint letters, guint bit, gboolean is_on)
{
  return is_on ? letters | bit : letters & ~bit;
}

guint adref_docx_letters_read(const AdrefXmlNode *properties, guint letters)
{
  static const struct {
    const char *name;
    guint bit;
  } toggles[] = {{"w:b", ADREF_DOCX_BOLD},        {"w:i", ADREF_DOCX_ITALIC},
                 {"w:strike", ADREF_DOCX_STRIKE}, {"w:dstrike", ADREF_DOCX_STRIKE},
                 {"w:caps", ADREF_DOCX_CAPITALS}, {"w:vanish", ADREF_DOCX_HIDDEN}};
  if (!properties)
    return letters;
  for (gsize i = 0; i < G_N_ELEMENTS(toggles); i++)
    letters = set(letters, toggles[i].bit,
                  adref_docx_is_on(properties, toggles[i].name, (letters & toggles[i].bit) != 0));
  const char *line = adref_xml_attribute(adref_xml_child(properties, "w:u"), "w:val");
  if (line)
    letters = set(letters, ADREF_DOCX_UNDERLINE, strcmp(line, "none") != 0);
  const char *place = adref_xml_attribute(adref_xml_child(properties, "w:vertAlign"), "w:val");
  if (place) {
    letters = set(letters, ADREF_DOCX_SUPERSCRIPT, strcmp(place, "superscript") == 0);
    letters = set(letters, ADREF_DOCX_SUBSCRIPT, strcmp(place, "subscript") == 0);
  }
  return letters;
}

/* "heading 2" has the level 1 even where the style does not say so. */
static guint outline_of(const char *name, guint inherited)
{
  if (g_ascii_strncasecmp(name, "heading ", 8) == 0 && g_ascii_isdigit(name[8]) && name[8] != '0' &&
      !name[9])
    return (guint)(name[8] - '1');
  return inherited;
}

static void add_properties(AdrefDocxStyle *style, const AdrefXmlNode *element)
{
  const AdrefXmlNode *paragraph = adref_xml_child(element, "w:pPr");
  const AdrefXmlNode *numbers = adref_xml_child(paragraph, "w:numPr");
  const char *name = adref_xml_attribute(adref_xml_child(element, "w:name"), "w:val");
  AdrefDocxRole role = name ? role_of(name) : ADREF_DOCX_ROLE_NONE;
  if (role != ADREF_DOCX_ROLE_NONE)
    style->role = role;
  style->outline = outline_of(name ? name : "", style->outline);
  style->outline = adref_docx_number(paragraph, "w:outlineLvl", style->outline);
  style->is_close = adref_docx_is_on(paragraph, "w:contextualSpacing", style->is_close);
  style->list = adref_docx_number(numbers, "w:numId", style->list);
  style->list_level = adref_docx_number(numbers, "w:ilvl", style->list_level);
  style->letters = adref_docx_letters_read(adref_xml_child(element, "w:rPr"), style->letters);
  adref_docx_ink_read(&style->ink, paragraph);
  adref_docx_ink_read(&style->ink, adref_xml_child(element, "w:tcPr"));
  adref_docx_ink_read(&style->ink, adref_xml_child(element, "w:rPr"));
  if (style->role == ADREF_DOCX_ROLE_SIGN || style->role == ADREF_DOCX_ROLE_NUMBER)
    style->letters = 0;
  else if (style->role == ADREF_DOCX_ROLE_CODE)
    style->letters = ADREF_DOCX_CODE;
}

/* The style with all that it is based on. */
static AdrefDocxStyle *make_style(const AdrefDocxStyleSheet *sheet, const AdrefXmlNode *element)
{
  enum {
    DEEPEST = 20 /* of styles that are based on each other */
  };
  const AdrefXmlNode *chain[DEEPEST];
  guint count = 0;
  while (element && count < DEEPEST) {
    chain[count++] = element;
    const char *base = adref_xml_attribute(adref_xml_child(element, "w:basedOn"), "w:val");
    element = base ? g_hash_table_lookup(sheet->elements, base) : NULL;
  }
  AdrefDocxStyle *style = g_new0(AdrefDocxStyle, 1);
  style->outline = ADREF_DOCX_NO_LEVEL;
  while (count > 0)
    add_properties(style, chain[--count]);
  return style;
}

AdrefDocxStyleSheet *adref_docx_style_sheet_new(const AdrefXmlNode *root)
{
  AdrefDocxStyleSheet *sheet = g_new0(AdrefDocxStyleSheet, 1);
  sheet->elements = g_hash_table_new(g_str_hash, g_str_equal);
  sheet->styles = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  sheet->none.outline = ADREF_DOCX_NO_LEVEL;
  sheet->normal = &sheet->none;
  for (const AdrefXmlNode *node = root ? root->first : NULL; node; node = node->next) {
    const char *id = adref_xml_is(node, "w:style") ? adref_xml_attribute(node, "w:styleId") : NULL;
    if (adref_xml_is(node, "w:docDefaults"))
      adref_docx_ink_read(&sheet->ink,
                          adref_xml_child(adref_xml_child(node, "w:rPrDefault"), "w:rPr"));
    if (id)
      g_hash_table_insert(sheet->elements, (gpointer)(guintptr)id, (gpointer)(guintptr)node);
  }
  GHashTableIter iter;
  gpointer id, element;
  g_hash_table_iter_init(&iter, sheet->elements);
  while (g_hash_table_iter_next(&iter, &id, &element)) {
    AdrefDocxStyle *style = make_style(sheet, element);
    const char *type = adref_xml_attribute(element, "w:type");
    const char *is_default = adref_xml_attribute(element, "w:default");
    g_hash_table_insert(sheet->styles, id, style);
    if (is_default && !is_no(is_default) && g_strcmp0(type, "paragraph") == 0)
      sheet->normal = style;
  }
  return sheet;
}

void adref_docx_style_sheet_free(AdrefDocxStyleSheet *sheet)
{
  if (!sheet)
    return;
  g_hash_table_unref(sheet->elements);
  g_hash_table_unref(sheet->styles);
  g_free(sheet);
}

const AdrefDocxInk *adref_docx_style_sheet_ink(const AdrefDocxStyleSheet *sheet)
{
  return &sheet->ink;
}

const AdrefDocxStyle *adref_docx_style_sheet_get(const AdrefDocxStyleSheet *sheet, const char *id)
{
  const AdrefDocxStyle *style = id ? g_hash_table_lookup(sheet->styles, id) : NULL;
  return style ? style : sheet->normal;
}
