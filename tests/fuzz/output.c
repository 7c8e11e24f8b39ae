/* Outputs: every output accepts every tree, in every view. HTML gets no tag or link from a text, a
 * terminal gets no control character, JSON is valid. */
#include <jansson.h>
#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "view/akn/akn.h"
#include "view/docx/docx.h"
#include "view/html/html.h"
#include "view/json/json.h"
#include "view/pdf/pdf.h"
#include "view/terminal/terminal.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static void fail(const char *what, const char *text)
{
  g_printerr("--- %s\n%s\n---\n", what, text);
  abort();
}

static void check_links(const char *page)
{
  static const char *const safe[] = {"#", "http://", "https://", "mailto:", NULL};
  for (const char *p = page; (p = strstr(p, "href=\"")); p++) {
    gboolean found = FALSE;
    for (gsize i = 0; safe[i]; i++)
      found |= g_ascii_strncasecmp(p + strlen("href=\""), safe[i], strlen(safe[i])) == 0;
    if (!found)
      fail("a link that is not safe", p);
  }
}

static void check_html(const AdrefNode *document, const AdrefViewOptions *options)
{
  static const char *const never[] = {"<script", "<iframe", "<img",    "<object", "<form",
                                      "<input",  "<svg",    "<embed",  "<base",   " onclick=\"",
                                      "<link",   "<video",  "<button", NULL};
  g_autoptr(GString) page = adref_html_write(document, options);
  if (!g_utf8_validate(page->str, (gssize)page->len, NULL))
    fail("HTML is not UTF-8", page->str);
  for (gsize i = 0; never[i]; i++)
    if (strstr(page->str, never[i]))
      fail("HTML has what it must never have", never[i]);
  check_links(page->str);
}

/* Only short texts, in one view, because fonts are slow. */
static void check_pdf(const AdrefNode *document, const AdrefViewOptions *options, gsize size)
{
  enum {
    MOST = 2000,
    STEP = 8
  };
  if (size > MOST || size % STEP != 0 || options->view != ADREF_VIEW_NEGOTIATING)
    return;
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4,
                                   .line_numbering = ADREF_LINE_NUMBERING_PARAGRAPH};
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) pdf = adref_pdf_write(document, options, &page_options,
                                           &(AdrefSourceText){.name = "text"}, NULL, NULL, &error);
  if (pdf && !g_str_has_prefix(pdf->str, "%PDF-1.7\n"))
    fail("a PDF does not begin as one", pdf->str);
  if (!pdf && !strstr(error->message, "no installed font has") &&
      !strstr(error->message, "control character"))
    fail("a PDF is refused", error->message);
}

/* Every file of the package is read by an XML parser in tests/view/docx.c; here the writer must
 * only come to an end. */
static void check_docx(const AdrefNode *document, const AdrefViewOptions *options)
{
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  g_autoptr(GString) docx = adref_docx_write(document, options, &page_options, "fuzz", NULL);
  if (docx && memcmp(docx->str, "PK", 2) != 0)
    fail("a Word file does not begin as one", docx->str);
}

static void check_akn(const AdrefNode *document, const AdrefViewOptions *options)
{
  g_autoptr(AdrefAknWork) work = adref_akn_work_new();
  work->statement = g_strdup("fuzz");
  work->day = g_strdup("2023-12-17");
  work->version_day = g_strdup("2023-12-17");
  g_autoptr(GString) file = adref_akn_write(document, options, work);
  if (!g_str_has_suffix(file->str, "</akomaNtoso>\n"))
    fail("an Akoma Ntoso file does not end as one", file->str);
}

static void check_terminal(const AdrefNode *document, const AdrefViewOptions *options)
{
  static const guint widths[] = {0, 20, 80};
  for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
    g_autoptr(GString) plain = adref_terminal_write(document, options, widths[i], FALSE);
    if (!g_utf8_validate(plain->str, (gssize)plain->len, NULL))
      fail("the text for a terminal is not UTF-8", plain->str);
    for (const char *p = plain->str; *p; p = g_utf8_next_char(p))
      if (*p != '\n' && g_unichar_iscntrl(g_utf8_get_char(p)))
        fail("a control character for a terminal", p);
    g_autoptr(GString) color = adref_terminal_write(document, options, widths[i], TRUE);
    for (const char *p = color->str; (p = strchr(p, '\033')); p++)
      if (p[1] != '[' || p[2 + strspn(p + 2, "0123456789;")] != 'm')
        fail("an escape sequence that is no colour", p + 1);
  }
}

static void check_json(const AdrefNode *document, const AdrefViewOptions *options)
{
  g_autoptr(GString) text = adref_json_write(document, options);
  json_error_t problem;
  json_t *json = json_loadb(text->str, text->len, 0, &problem);
  if (!json)
    fail(problem.text, text->str);
  json_decref(json);
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefNode) document = adref_markdown_read((const char *)data, size, NULL, NULL, &error);
  if (!document)
    return 0;
  for (AdrefView view = ADREF_VIEW_NEGOTIATING; view <= ADREF_VIEW_CLEAN; view++) {
    AdrefViewOptions options = {.view = view, .language = size % 2 ? "ja" : NULL};
    check_html(document, &options);
    check_terminal(document, &options);
    check_pdf(document, &options, size);
    check_docx(document, &options);
    check_akn(document, &options);
    check_json(document, &options);
  }
  return 0;
}
