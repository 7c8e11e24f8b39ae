#include <string.h>

#include "base/markup.h"
#include "exchange/archive/zip_writer.h"
#include "print/header_footer.h"
#include "view/docx/docx_private.h"

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORD     "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE   "http://schemas.openxmlformats.org/officeDocument/2006"
#define PACKAGE  "http://schemas.openxmlformats.org/package/2006"
#define SPACES   " xmlns:w=\"" WORD "\" xmlns:r=\"" OFFICE "/relationships\""

/* The files that the document refers to, with their relations. */
static const struct {
  const char *name, *root, *relation, *type; /* of content */
} parts[] = {
    {"styles", "styles", "styles", "wordprocessingml.styles"},
    {"numbering", "numbering", "numbering", "wordprocessingml.numbering"},
    {"settings", "settings", "settings", "wordprocessingml.settings"},
    {"footnotes", "footnotes", "footnotes", "wordprocessingml.footnotes"},
    {"comments", "comments", "comments", "wordprocessingml.comments"},
    {"header1", "hdr", "header", "wordprocessingml.header"},
    {"header2", "hdr", "header", "wordprocessingml.header"},
    {"footer1", "ftr", "footer", "wordprocessingml.footer"},
};

enum {
  STYLES,
  NUMBERING,
  SETTINGS,
  FOOTNOTES,
  COMMENTS,
  FIRST_HEADER,
  HEADER,
  FOOTER,
  PARTS
};

/* XML has no U+FFFE and U+FFFF: U+FFFD stands in their places. */
static void replace_noncharacters(GString *xml)
{
  char *end = xml->str + xml->len;
  for (char *at = xml->str; (at = memmem(at, (gsize)(end - at), "\xEF\xBF", 2)); at += 2)
    if (at + 2 < end && ((guchar)at[2] == 0xBE || (guchar)at[2] == 0xBF))
      at[2] = (char)0xBD;
}

static void add(AdrefZipWriter *zip, const char *name, GString *content)
{
  replace_noncharacters(content);
  adref_zip_writer_add(zip, name, content->str, content->len);
}

/* Adds a file of Word's: its root element around the content. */
static void add_part(AdrefZipWriter *zip, guint part, const char *content)
{
  g_autofree char *name = g_strdup_printf("word/%s.xml", parts[part].name);
  g_autoptr(GString) xml = g_string_new(XML_HEAD);
  g_string_append_printf(xml, "<w:%s" SPACES ">\n%s</w:%s>\n", parts[part].root, content,
                         parts[part].root);
  add(zip, name, xml);
}

static void add_relations(AdrefZipWriter *zip, const char *name, const char *relations)
{
  g_autoptr(GString) xml = g_string_new(XML_HEAD);
  g_string_append_printf(xml,
                         "<Relationships xmlns=\"" PACKAGE "/relationships\">\n%s"
                         "</Relationships>\n",
                         relations);
  add(zip, name, xml);
}

static void add_types(AdrefZipWriter *zip)
{
  g_autoptr(GString) xml = g_string_new(
      XML_HEAD "<Types xmlns=\"" PACKAGE "/content-types\">\n"
               "<Default Extension=\"rels\" "
               "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
               "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"
               "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
               "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\n"
               "<Override PartName=\"/docProps/core.xml\" "
               "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\n"
               "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/"
               "vnd.openxmlformats-officedocument.custom-properties+xml\"/>\n");
  for (guint i = 0; i < PARTS; i++)
    g_string_append_printf(xml,
                           "<Override PartName=\"/word/%s.xml\" ContentType=\"application/"
                           "vnd.openxmlformats-officedocument.%s+xml\"/>\n",
                           parts[i].name, parts[i].type);
  g_string_append(xml, "</Types>\n");
  add(zip, "[Content_Types].xml", xml);
}

static void add_root_relations(AdrefZipWriter *zip)
{
  add_relations(zip, "_rels/.rels",
                "<Relationship Id=\"r1\" Type=\"" OFFICE "/relationships/officeDocument\" "
                "Target=\"word/document.xml\"/>\n"
                "<Relationship Id=\"r2\" Type=\"" PACKAGE
                "/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\n"
                "<Relationship Id=\"r3\" Type=\"" OFFICE "/relationships/custom-properties\" "
                "Target=\"docProps/custom.xml\"/>\n");
}

static void add_document_relations(AdrefZipWriter *zip, const AdrefDocx *out)
{
  g_autoptr(GString) relations = g_string_new(NULL);
  for (guint i = 0; i < PARTS; i++)
    g_string_append_printf(relations,
                           "<Relationship Id=\"r%u\" Type=\"" OFFICE "/relationships/%s\" "
                           "Target=\"%s.xml\"/>\n",
                           i + 1, parts[i].relation, parts[i].name);
  g_string_append(relations, out->document.relations->str);
  add_relations(zip, "word/_rels/document.xml.rels", relations->str);
  if (out->notes.count > 0)
    add_relations(zip, "word/_rels/footnotes.xml.rels", out->notes.relations->str);
}

static void put_property(GString *xml, guint id, const char *name, const char *value)
{
  g_string_append_printf(xml,
                         "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"%u\" "
                         "name=\"adref.%s\"><vt:lpwstr>",
                         id, name);
  adref_markup_escape_string(xml, value);
  g_string_append(xml, "</vt:lpwstr></property>\n");
}

static const char *footer_word(AdrefFooter footer)
{
  return footer == ADREF_FOOTER_NONE ? "none" : footer == ADREF_FOOTER_PAGE ? "page" : NULL;
}

static const char *view_word(AdrefView view)
{
  return view == ADREF_VIEW_CLEAN ? "clean" : view == ADREF_VIEW_PUBLIC ? "public" : "negotiating";
}

/* By these a file that comes back finds the version from which it was made. */
static void add_properties(AdrefZipWriter *zip, const AdrefDocx *out, const char *title,
                           const char *statement, const char *beside)
{
  const AdrefViewOptions *options = out->options;
  const char *const properties[] = {"statement",      statement,
                                    "version",        options->version,
                                    "content",        options->hash,
                                    "language",       options->language,
                                    "beside",         beside,
                                    "beside-content", options->parallel_hash,
                                    "view",           view_word(options->view),
                                    "part",           options->part,
                                    "clauses",        options->clauses,
                                    "alternat",       options->copy,
                                    "signatures",     options->signatories ? "yes" : NULL,
                                    "footer",         footer_word(options->footer),
                                    "marking",        out->page_options->marking,
                                    "preferred",      options->preferred,
                                    "role",           options->preferred ? options->role : NULL};
  g_autoptr(GString) custom =
      g_string_new(XML_HEAD "<Properties xmlns=\"" OFFICE "/custom-properties\" xmlns:vt=\"" OFFICE
                            "/docPropsVTypes\">\n");
  guint id = 2;
  for (gsize i = 0; i < G_N_ELEMENTS(properties); i += 2)
    if (properties[i + 1])
      put_property(custom, id++, properties[i], properties[i + 1]);
  g_string_append(custom, "</Properties>\n");
  add(zip, "docProps/custom.xml", custom);
  g_autoptr(GString) core =
      g_string_new(XML_HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE "/metadata/core-properties\" "
                            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
  adref_markup_escape_string(core, title);
  g_string_append(core, "</dc:title><dc:language>");
  adref_markup_escape_string(core, options->language);
  g_string_append(core, "</dc:language></cp:coreProperties>\n");
  add(zip, "docProps/core.xml", core);
}

/* A delegation that writes into the negotiating text writes its changes as such. */
static void add_settings(AdrefZipWriter *zip, const AdrefDocx *out)
{
  g_autofree char *settings = g_strdup_printf(
      "%s<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>\n"
      "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
      "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\n",
      out->options->view == ADREF_VIEW_NEGOTIATING ? "<w:trackRevisions/>" : "");
  add_part(zip, SETTINGS, settings);
}

static void add_footnotes(AdrefZipWriter *zip, const AdrefDocx *out)
{
  g_autofree char *notes = g_strconcat(
      "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p>"
      "</w:footnote>\n<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>"
      "<w:continuationSeparator/></w:r></w:p></w:footnote>\n",
      out->notes.xml->str, NULL);
  add_part(zip, FOOTNOTES, notes);
}

/* A run of header or footer; nothing for no words. */
static void put_words(GString *xml, const char *words)
{
  if (!words || !*words)
    return;
  g_string_append(xml, "<w:r><w:t xml:space=\"preserve\">");
  adref_markup_escape_string(xml, words);
  g_string_append(xml, "</w:t></w:r>");
}

/* What the pages show besides the text, as on paper. */
static AdrefPdfWriterOptions page_words(const AdrefDocx *out, const char *title)
{
  const AdrefViewOptions *options = out->options;
  const AdrefOpenCounts *counts = out->counts;
  return (AdrefPdfWriterOptions){.title = title,
                                 .language = options->language,
                                 .words = options->words,
                                 .footer = options->footer,
                                 .version = options->version,
                                 .hash = options->hash,
                                 .parallel_hash = options->parallel_hash,
                                 .role = options->role,
                                 .copy = options->copy,
                                 .part = options->part,
                                 .marking = out->page_options->marking,
                                 .is_draft = options->view == ADREF_VIEW_NEGOTIATING ||
                                             options->is_not_agreed ||
                                             counts->brackets + counts->placeholders > 0};
}

/* The marking at the end of the line; on all pages but the first the title at its start. */
static void add_header(AdrefZipWriter *zip, const AdrefDocx *out, const char *title, guint part)
{
  AdrefPdfWriterOptions words = page_words(out, title);
  g_autofree char *running = adref_header_footer_title(&out->geometry, &words);
  g_autofree char *marking = adref_header_footer_marking(&words);
  g_autoptr(GString) xml = g_string_new("<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>");
  put_words(xml, part == HEADER ? running : NULL);
  g_string_append(xml, "<w:r><w:tab/></w:r>");
  put_words(xml, marking);
  g_string_append(xml, "</w:p>\n");
  add_part(zip, part, xml->str);
}

static void put_field(GString *xml, const char *name)
{
  g_string_append_printf(xml, "<w:fldSimple w:instr=\" %s \"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
                         name);
}

/* "Page 3 of 12", with fields for the two numbers; no words have the characters that stand for
 * them.
 */
static void put_page(GString *xml, const AdrefPdfWriterOptions *words)
{
  g_autofree char *line = adref_header_footer_page(words, "\001", "\002");
  char *from = line;
  for (char *at = strpbrk(from, "\001\002"); at; at = strpbrk(from, "\001\002")) {
    gboolean is_page = *at == '\001';
    *at = '\0';
    put_words(xml, from);
    put_field(xml, is_page ? "PAGE" : "NUMPAGES");
    from = at + 1;
  }
  put_words(xml, from);
}

static void add_footer(AdrefZipWriter *zip, const AdrefDocx *out)
{
  const AdrefViewOptions *options = out->options;
  AdrefPdfWriterOptions words = page_words(out, NULL);
  g_autofree char *facts = adref_header_footer_version(&words);
  g_autoptr(GString) xml = g_string_new("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>");
  put_words(xml, facts);
  g_string_append(xml, "<w:r><w:tab/></w:r>");
  if (options->footer != ADREF_FOOTER_NONE)
    put_page(xml, &words);
  g_string_append(xml, "</w:p>\n");
  add_part(zip, FOOTER, xml->str);
}

static void put_section(const AdrefDocx *out, GString *xml)
{
  const AdrefPageGeometry *page = &out->geometry;
  g_string_append_printf(xml,
                         "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"r%d\"/>"
                         "<w:headerReference w:type=\"default\" r:id=\"r%d\"/>"
                         "<w:footerReference w:type=\"first\" r:id=\"r%d\"/>"
                         "<w:footerReference w:type=\"default\" r:id=\"r%d\"/>",
                         FIRST_HEADER + 1, HEADER + 1, FOOTER + 1, FOOTER + 1);
  g_string_append_printf(xml,
                         "<w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" "
                         "w:bottom=\"%d\" w:left=\"%d\" w:header=\"567\" w:footer=\"567\" "
                         "w:gutter=\"0\"/>",
                         adref_docx_twips(page->width), adref_docx_twips(page->height),
                         adref_docx_twips(page->top), adref_docx_twips(page->end),
                         adref_docx_twips(page->bottom), adref_docx_twips(page->start));
  if (out->page_options->line_numbering == ADREF_LINE_NUMBERING_PAGE)
    g_string_append(xml, "<w:lnNumType w:countBy=\"1\" w:restart=\"newPage\"/>");
  g_string_append_printf(xml, "<w:titlePg/>%s</w:sectPr>\n",
                         out->script->is_rtl ? "<w:bidi/>" : "");
}

static void add_document(AdrefZipWriter *zip, const AdrefDocx *out)
{
  g_autoptr(GString) xml = g_string_new(XML_HEAD "<w:document" SPACES "><w:body>\n");
  g_string_append_len(xml, out->document.xml->str, (gssize)out->document.xml->len);
  put_section(out, xml);
  g_string_append(xml, "</w:body></w:document>\n");
  add(zip, "word/document.xml", xml);
}

GString *adref_docx_package(const AdrefDocx *out, const char *title, const char *statement,
                            const char *beside, GError **error)
{
  g_autoptr(AdrefZipWriter) zip = adref_zip_writer_new(error);
  if (!zip)
    return NULL;
  if (out->options->is_read_at_once)
    adref_zip_writer_store(zip);
  g_autoptr(GString) styles = adref_docx_styles(out);
  g_autoptr(GString) numbering = adref_docx_numbering(out);
  add_types(zip);
  add_root_relations(zip);
  add_document(zip, out);
  add_document_relations(zip, out);
  add_part(zip, STYLES, styles->str);
  add_part(zip, NUMBERING, numbering->str);
  add_settings(zip, out);
  add_footnotes(zip, out);
  add_part(zip, COMMENTS, out->comments->str);
  add_header(zip, out, title, FIRST_HEADER);
  add_header(zip, out, title, HEADER);
  add_footer(zip, out);
  add_properties(zip, out, title, statement, beside);
  return adref_zip_writer_finish(zip, error);
}
