#include "view/reports/html_progress_curve.h"

#include <string.h>

#include "base/markup.h"
#include "view/html/html_page.h"
#include "view/reports/svg_progress_curve.h"

static const char style[] =
    "body{font:15px/1.4 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1b1b;background:#fff}h1{font-size:1.3rem;margin:0 0 1rem}.ph{display:inline-block}"
    "svg{display:block;direction:ltr;width:100%;min-width:34rem;max-width:45rem;height:auto}."
    "scroll{overflow-x:auto}table{border-collapse:collapse;min-width:34rem}"
    "th{word-break:keep-all}td{white-space:nowrap}"
    "th,td{text-align:start;padding:.2rem 0;padding-inline-end:1.2rem;border-bottom:1px solid "
    "#ddd;font-variant-numeric:tabular-nums}th{font-weight:600}td:nth-child(n+3),"
    "th:nth-child(n+3){text-align:end}"
    "@media screen and (prefers-color-scheme:dark){body{color:#e6e6e6;background:#161616}"
    "th,td{border-color:#444}}"
    "@media print{@page{size:A4;margin:12mm}body{margin:0;max-width:none}tr{break-inside:avoid}}";

static void put_cell(GString *page, const char *open, const char *words, const char *close)
{
  g_string_append(page, open);
  adref_markup_escape_string(page, words);
  g_string_append(page, close);
}

static void put_count(GString *page, guint count)
{
  g_string_append_printf(page, "<td>%u</td>", count);
}

static void put_heads(GString *page, const AdrefPageWords *words)
{
  static const AdrefPageWord heads[] = {
      ADREF_PAGE_WORD_BLAME_DRAFT,  ADREF_PAGE_WORD_BLAME_DAY,  ADREF_PAGE_WORD_CURVE_PARAGRAPHS,
      ADREF_PAGE_WORD_STATE_AGREED, ADREF_PAGE_WORD_STATE_OPEN, ADREF_PAGE_WORD_CURVE_BRACKETS,
      ADREF_PAGE_WORD_CURVE_WORDS,
  };
  g_string_append(page, "<thead><tr>");
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
    put_cell(page, "<th scope=\"col\">", adref_page_words_get(words, heads[i]), "</th>");
  g_string_append(page, "</tr></thead>\n<tbody>\n");
}

static void put_row(GString *page, const AdrefProgressPoint *point, const AdrefPageWords *words)
{
  g_autofree char *part = g_strdup_printf("%u", point->words_bracketed),
                  *all = g_strdup_printf("%u", point->words);
  g_autofree char *share =
      adref_page_words_fill(words, ADREF_PAGE_WORD_CURVE_SHARE, "n", part, "all", all, NULL);
  put_cell(page, "<tr><th scope=\"row\">", point->name, "</th>");
  put_cell(page, "<td>",
           point->day ? point->day : adref_page_words_get(words, ADREF_PAGE_WORD_CURVE_NOW),
           "</td>");
  put_count(page, point->paragraphs);
  put_count(page, point->agreed);
  put_count(page, point->open);
  put_count(page, point->brackets);
  put_cell(page, "<td>", share, "</td></tr>\n");
}

GString *adref_html_progress_curve_write(const GPtrArray *points, const char *title,
                                         const char *name, const AdrefPageWords *words,
                                         const char *language)
{
  GString *page = g_string_new(NULL);
  const char *own = adref_page_words_language(words, language);
  g_autofree char *whole =
      adref_page_words_fill(words, ADREF_PAGE_WORD_CURVE, "title", title, NULL);
  g_autoptr(GString) picture = adref_svg_progress_curve_write(points, name, words, language);
  adref_html_page_begin(page, own);
  adref_markup_escape_string(page, whole);
  g_string_append_printf(page, "</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n<h1>", style);
  adref_html_page_heading(page, whole, strlen(whole), own);
  put_cell(page, "</h1>\n<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"", whole,
           "\">\n");
  g_string_append_printf(page, "%s<table>\n", picture->str);
  put_heads(page, words);
  for (guint i = 0; i < points->len; i++)
    put_row(page, points->pdata[i], words);
  g_string_append(page, "</tbody>\n</table>\n</div>\n</main>\n</body>\n</html>\n");
  return page;
}
