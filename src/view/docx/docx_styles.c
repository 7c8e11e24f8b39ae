#include "base/markup.h"
#include "view/docx/docx_private.h"

/* The fonts that Office takes for a script where nobody chose others (the script fonts of its
 * themes, ECMA-376 20.1.4.1.33); every reader of the file has them or something like them. */
static const struct {
  const char *language, *serif, *sans;
} script_fonts[] = {
    {"ja", "MS Mincho", "MS Gothic"},       {"zh", "SimSun", "SimHei"},
    {"ko", "Batang", "Malgun Gothic"},      {"th", "Angsana New", "Cordia New"},
    {"lo", "DokChampa", "DokChampa"},       {"km", "DaunPenh", "DaunPenh"},
    {"my", "Myanmar Text", "Myanmar Text"}, {"ta", "Latha", "Latha"},
    {"ar", "Times New Roman", "Arial"},
};

enum {
  EAST_ASIAN = 3 /* of the fonts above; the others are of complex scripts */
};

typedef struct {
  const char *latin, *east_asian, *complex;
} Fonts;

static Fonts fonts_of(const AdrefDocx *out, gboolean is_sans)
{
  Fonts fonts = {is_sans ? "Arial" : "Times New Roman", is_sans ? "MS Gothic" : "MS Mincho",
                 is_sans ? "Arial" : "Times New Roman"};
  const char *language = out->options->language;
  const char *own = adref_house_style_font(out->page_options->house, language);
  for (gsize i = 0; i < G_N_ELEMENTS(script_fonts); i++) {
    if (!adref_script_language_is(language, script_fonts[i].language))
      continue;
    const char *font = own ? own : is_sans ? script_fonts[i].sans : script_fonts[i].serif;
    *(i < EAST_ASIAN ? &fonts.east_asian : &fonts.complex) = font;
    return fonts;
  }
  fonts.latin = own ? own : fonts.latin;
  return fonts;
}

static void put_fonts(GString *xml, Fonts fonts)
{
  const char *const names[] = {"ascii",    fonts.latin,      "hAnsi", fonts.latin,
                               "eastAsia", fonts.east_asian, "cs",    fonts.complex};
  g_string_append(xml, "<w:rFonts");
  for (gsize i = 0; i < G_N_ELEMENTS(names); i += 2) {
    g_string_append_printf(xml, " w:%s=\"", names[i]);
    adref_markup_escape_string(xml, names[i + 1]);
    g_string_append_c(xml, '"');
  }
  g_string_append(xml, "/>");
}

/* In half points. */
static void put_size(GString *xml, float points)
{
  int size = (int)(points * 2 + 0.5F);
  g_string_append_printf(xml, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>", size, size);
}

static void put_language(const AdrefDocx *out, GString *xml)
{
  const char *language = out->options->language;
  gboolean is_east_asian = FALSE, is_complex = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(script_fonts); i++)
    if (adref_script_language_is(language, script_fonts[i].language))
      *(i < EAST_ASIAN ? &is_east_asian : &is_complex) = TRUE;
  g_string_append_printf(xml, "<w:lang w:val=\"%s\" w:eastAsia=\"%s\" w:bidi=\"%s\"/>",
                         is_east_asian || is_complex ? "en" : language,
                         is_east_asian ? language : "ja", is_complex ? language : "ar");
}

void adref_docx_set_run_language(AdrefDocx *out)
{
  GString *fonts = g_string_new(NULL), *language = g_string_new(NULL);
  put_fonts(fonts, fonts_of(out, out->geometry.family == ADREF_FONT_FAMILY_SANS));
  put_language(out, language);
  out->run_fonts = g_string_free(fonts, FALSE);
  out->run_language = g_string_free(language, FALSE);
}

static void put_defaults(const AdrefDocx *out, GString *xml)
{
  const AdrefPageGeometry *geometry = &out->geometry;
  g_string_append(xml, "<w:docDefaults><w:rPrDefault><w:rPr>");
  put_fonts(xml, fonts_of(out, geometry->family == ADREF_FONT_FAMILY_SANS));
  put_size(xml, geometry->size);
  put_language(out, xml);
  g_string_append(xml, "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\n");
}

/* A style of paragraphs; `properties` and `run` are elements. */
static void put_style(GString *xml, const char *id, const char *name, const char *base,
                      const char *properties, const char *run)
{
  g_string_append_printf(xml,
                         "<w:style w:type=\"paragraph\" w:styleId=\"%s\"%s><w:name w:val=\"%s\"/>",
                         id, g_str_has_prefix(id, "Adref") ? " w:customStyle=\"1\"" : "", name);
  if (base)
    g_string_append_printf(xml, "<w:basedOn w:val=\"%s\"/>", base);
  g_string_append_printf(xml, "<w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>\n",
                         properties, run);
}

static void put_character_style(GString *xml, const char *id, const char *name, const char *run)
{
  g_string_append_printf(xml,
                         "<w:style w:type=\"character\" w:styleId=\"%s\"%s><w:name w:val=\"%s\"/>"
                         "<w:rPr>%s</w:rPr></w:style>\n",
                         id, g_str_has_prefix(id, "Adref") ? " w:customStyle=\"1\"" : "", name,
                         run);
}

static const char *alignment(const AdrefDocx *out)
{
  if (out->geometry.is_ragged)
    return "left";
  return adref_script_language_is(out->options->language, "th") ? "thaiDistribute" : "both";
}

/* The size stands in the style too: where only the defaults have it, LibreOffice sets all letters
 * of tables in it, those of a smaller style too. */
static void put_normal(const AdrefDocx *out, GString *xml)
{
  const AdrefPageGeometry *geometry = &out->geometry;
  g_autoptr(GString) size = g_string_new(NULL);
  put_size(size, geometry->size);
  g_string_append_printf(xml,
                         "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                         "<w:name w:val=\"Normal\"/><w:qFormat/><w:pPr>%s"
                         "<w:spacing w:after=\"%d\" w:line=\"%d\" w:lineRule=\"atLeast\"/>"
                         "<w:jc w:val=\"%s\"/></w:pPr><w:rPr>%s</w:rPr></w:style>\n",
                         out->script->is_rtl ? "<w:bidi/>" : "", adref_docx_twips(geometry->gap),
                         adref_docx_twips(geometry->leading), alignment(out), size->str);
}

/* A heading of a level below the title, 1 to 5: "heading 1". */
static void put_heading(const AdrefDocx *out, GString *xml, guint level)
{
  const AdrefPageGeometry *geometry = &out->geometry;
  g_autofree char *id = g_strdup_printf("Heading%u", level);
  g_autofree char *name = g_strdup_printf("heading %u", level);
  g_autofree char *properties =
      g_strdup_printf("<w:keepNext/><w:spacing w:before=\"%d\" w:after=\"%d\"/><w:jc w:val=\"%s\"/>"
                      "<w:outlineLvl w:val=\"%u\"/>",
                      adref_docx_twips(geometry->size * (level == 1 ? 1.9F : 1.4F)),
                      adref_docx_twips(geometry->gap),
                      level == 1 && geometry->has_centered ? "center" : "left", level - 1);
  g_autoptr(GString) run = g_string_new("<w:b/><w:bCs/>");
  put_size(run, geometry->size * (level == 1 ? 1.16F : 1));
  put_style(xml, id, name, "Normal", properties, run->str);
}

static void put_headings(const AdrefDocx *out, GString *xml)
{
  enum {
    DEEPEST = 5
  };
  const AdrefPageGeometry *geometry = &out->geometry;
  g_autoptr(GString) title = g_string_new("<w:b/><w:bCs/>");
  put_size(title, geometry->size * 1.5F);
  put_style(xml, "Title", "Title", "Normal", "<w:keepNext/><w:jc w:val=\"center\"/>", title->str);
  for (guint level = 1; level <= DEEPEST; level++)
    put_heading(out, xml, level);
  put_style(xml, "Subtitle", "Subtitle", "Normal", "<w:jc w:val=\"center\"/>",
            out->script->is_upright ? "" : "<w:i/><w:iCs/>");
}

/* The small words around the text: status (in English in each language), header, footer, comments.
 */
static void put_small_styles(const AdrefDocx *out, GString *xml)
{
  const AdrefPageGeometry *geometry = &out->geometry;
  g_autoptr(GString) small = g_string_new(NULL);
  put_fonts(small, fonts_of(out, TRUE));
  g_string_append(small, "<w:color w:val=\"4A4A4A\"/>");
  put_size(small, geometry->small);
  g_autofree char *lines =
      g_strdup_printf("<w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>"
                      "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>"
                      "<w:jc w:val=\"left\"/>",
                      adref_docx_twips(geometry->measure));
  put_style(xml, "Header", "header", "Normal", lines, small->str);
  put_style(xml, "Footer", "footer", "Normal", lines, small->str);
  put_style(xml, "AdrefStatus", "Status of the text", "Normal",
            "<w:bidi w:val=\"0\"/><w:jc w:val=\"center\"/>", small->str);
  put_style(xml, "AdrefColumn", "Head of a column", "Normal",
            "<w:keepNext/><w:bidi w:val=\"0\"/><w:jc w:val=\"left\"/>", small->str);
  put_style(xml, "CommentText", "annotation text", "Normal", "<w:jc w:val=\"left\"/>", small->str);
}

static void put_text_styles(const AdrefDocx *out, GString *xml)
{
  const AdrefPageGeometry *geometry = &out->geometry;
  int gap = adref_docx_twips(geometry->gap), tight = adref_docx_twips(geometry->gap * 0.3F);
  g_autofree char *signature = g_strdup_printf(
      "<w:keepNext/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/>"
      "</w:pBdr><w:spacing w:before=\"%d\" w:after=\"%d\"/><w:ind w:right=\"%d\"/>",
      adref_docx_twips(geometry->size * 3), tight, adref_docx_twips(geometry->measure / 2));
  g_autofree char *rule = g_strdup_printf(
      "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
      "<w:spacing w:after=\"%d\"/><w:ind w:left=\"%d\" w:right=\"%d\"/>",
      gap, adref_docx_twips(geometry->measure * 0.38F),
      adref_docx_twips(geometry->measure * 0.38F));
  g_autoptr(GString) note = g_string_new(NULL);
  put_size(note, geometry->size * 0.82F);
  put_style(xml, "ListParagraph", "List Paragraph", "Normal", "<w:contextualSpacing/>", "");
  put_style(xml, "Quote", "Quote", "Normal", "", "");
  put_style(xml, "FootnoteText", "footnote text", "Normal",
            "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", note->str);
  put_style(xml, "AdrefCell", "Table cell", "Normal",
            "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"left\"/>",
            "");
  put_style(xml, "AdrefGap", "Below a table", "Normal",
            "<w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>", "");
  put_style(xml, "AdrefCodeBlock", "Code block", "Normal", "<w:jc w:val=\"left\"/>", "");
  put_style(xml, "AdrefRule", "Rule", "Normal", rule, "");
  put_style(xml, "AdrefSignature", "Signature line", "Normal", signature, "");
  put_style(xml, "AdrefSignatory", "Name of who signs", "Normal",
            "<w:spacing w:after=\"0\"/><w:jc w:val=\"left\"/>", "");
}

static void put_character_styles(const AdrefDocx *out, GString *xml)
{
  g_autoptr(GString) small = g_string_new("<w:color w:val=\"1F3A6E\"/>");
  put_size(small, out->geometry.small);
  put_character_style(xml, "AdrefNumber", "Number of a clause", "");
  put_character_style(xml, "AdrefBracket", "Bracket", "<w:b/><w:bCs/><w:color w:val=\"9B1C1C\"/>");
  put_character_style(xml, "AdrefAgreed", "Agreed ad ref",
                      "<w:b/><w:bCs/><w:color w:val=\"1E6B3A\"/>");
  put_character_style(xml, "AdrefPosition", "Position of parties", small->str);
  put_character_style(xml, "AdrefCode", "Code",
                      "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" "
                      "w:cs=\"Courier New\"/>");
  put_character_style(xml, "Hyperlink", "Hyperlink", "<w:color w:val=\"1F3A6E\"/>");
  put_character_style(xml, "FootnoteReference", "footnote reference",
                      "<w:vertAlign w:val=\"superscript\"/>");
  put_character_style(xml, "CommentReference", "annotation reference",
                      "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>");
}

void adref_docx_put_table_lines(GString *xml)
{
  static const char *const sides[] = {"top", "left", "bottom", "right", "insideH", "insideV"};
  g_string_append(xml, "<w:tblBorders>");
  for (gsize i = 0; i < G_N_ELEMENTS(sides); i++)
    g_string_append_printf(
        xml, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"9A9A9A\"/>", sides[i]);
  g_string_append(xml, "</w:tblBorders>");
}

void adref_docx_put_table_margins(GString *xml)
{
  g_string_append(xml, "<w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/>"
                       "<w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/>"
                       "<w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar>");
}

static void put_table_style(GString *xml)
{
  g_string_append(xml, "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"AdrefTable\">"
                       "<w:name w:val=\"Table of the text\"/><w:tblPr>");
  adref_docx_put_table_lines(xml);
  adref_docx_put_table_margins(xml);
  g_string_append(xml, "</w:tblPr></w:style>\n");
}

GString *adref_docx_styles(const AdrefDocx *out)
{
  GString *xml = g_string_new(NULL);
  put_defaults(out, xml);
  put_normal(out, xml);
  put_headings(out, xml);
  put_small_styles(out, xml);
  put_text_styles(out, xml);
  put_character_styles(out, xml);
  put_table_style(xml);
  return xml;
}

/* The lists of a kind, with all levels alike: each paragraph has its own indent. */
static void put_list_kind(const AdrefDocx *out, GString *xml, guint kind)
{
  static const struct {
    const char *format, *before, *behind; /* of its number */
  } kinds[ADREF_DOCX_LIST_KINDS] = {{"bullet", "\342\200\242", NULL},
                                    {"decimal", "", "."},
                                    {"lowerLetter", "(", ")"},
                                    {"lowerRoman", "(", ")"},
                                    {"decimal", "", ")"}};
  int step = adref_docx_twips(out->geometry.indent);
  g_string_append_printf(xml,
                         "<w:abstractNum w:abstractNumId=\"%u\">"
                         "<w:multiLevelType w:val=\"multilevel\"/>",
                         kind);
  for (guint level = 0; level < ADREF_DOCX_LEVELS; level++) {
    g_autofree char *text = kinds[kind].behind ? g_strdup_printf("%s%%%u%s", kinds[kind].before,
                                                                 level + 1, kinds[kind].behind)
                                               : g_strdup(kinds[kind].before);
    g_string_append_printf(xml,
                           "<w:lvl w:ilvl=\"%u\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>"
                           "<w:lvlText w:val=\"%s\"/><w:lvlJc w:val=\"left\"/><w:pPr>"
                           "<w:ind w:left=\"%d\" w:hanging=\"%d\"/></w:pPr></w:lvl>",
                           level, kinds[kind].format, text, step * ((int)level + 1), step);
  }
  g_string_append(xml, "</w:abstractNum>\n");
}

GString *adref_docx_numbering(const AdrefDocx *out)
{
  GString *xml = g_string_new(NULL);
  for (guint kind = 0; kind < ADREF_DOCX_LIST_KINDS; kind++)
    put_list_kind(out, xml, kind);
  g_string_append(xml, "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n");
  g_string_append(xml, out->lists->str);
  return xml;
}
