#include "exchange/pasted/html_page.h"

#include "base/error.h"
#include "exchange/cases.h"
#include "exchange/pasted/html_language.h"

static void becomes(const char *html, const char *expected)
{
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) markdown =
      adref_html_page_to_markdown(html, strlen(html), "page.html", lines, NULL, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(markdown->str, expected);
  guint ends = 0;
  for (const char *at = markdown->str; (at = strchr(at, '\n')); at++)
    ends++;
  ck_assert_uint_eq(lines->len, ends);
}

START_TEST(blocks)
{
  becomes("<h1>A <b>pact</b></h1><p>One\n two.</p><div>Three</div>",
          "# A **pact**\n\nOne two.\n\nThree\n");
  becomes("<p>One<p>Two<blockquote><p>Three</blockquote>", "One\n\nTwo\n\n> Three\n");
  becomes("<p>One<br>two<br/><br/>three<br></p>", "One\\\ntwo\n\nthree\n");
  becomes("<pre>One\ntwo.\n \nThree</pre>", "One two.\n\nThree\n");
  becomes("<form><p>One</p><label>Search</label></form>", "One\n");
  becomes("<!-- <main> --><p>One</p>", "One\n");
  becomes("loose words <p>and a paragraph", "loose words\n\nand a paragraph\n");
}
END_TEST

START_TEST(lists)
{
  becomes("<ul><li>one<li>two</ul><p>end", "- one\n- two\n\nend\n");
  becomes("<ol start=9><li><p>one</p><p>more</p></li><li>two<ul><li>in</ul></li></ol>",
          "9. one\n\n   more\n10. two\n    - in\n");
  becomes("<ol><li value=7>seven<li>eight</ol>", "7. seven\n8. eight\n");
  becomes("<li>alone", "alone\n");
}
END_TEST

/* The letters and Roman numerals that a browser shows. */
START_TEST(lists_of_letters)
{
  becomes("<ol type=a><li>one;<li>two.</ol><p>end", "a. one;\\\nb. two.\n\nend\n");
  becomes("<ol type=A start=26><li>z<li>aa", "Z. z\\\nAA. aa\n");
  becomes("<ol style='list-style-type: lower-roman'><li value=3>c<li>d", "iii. c\\\niv. d\n");
  becomes("<ol type=i start=4000><li>x", "4000. x\n");
  becomes("<ol><li>one<ol type=a><li>in<li>it</ol><li>two</ol>",
          "1. one\n\n   a. in\\\n   b. it\n2. two\n");
  becomes("<ol type=a><li><p>one</p><p>more</p><li>two</ol>", "a. one\n\nmore\n\nb. two\n");
}
END_TEST

START_TEST(words)
{
  becomes("<p>a*b_c &lt;d&gt; &amp; 5 &#8364; \\ `e`",
          "a\\*b\\_c \\<d\\> \\& 5 \342\202\254 \\\\ \\`e\\`\n");
  becomes("<p>1. One<br>- two [may] [shall](x)", "1\\. One\\\n\\- two [may] [shall]\\(x)\n");
  becomes("<p><b>So </b><i> it</i><b></b> is<sup>2</sup>.", "**So** *it* is<sup>2</sup>.\n");
  becomes("<b>bold<br><br>still</b> not", "**bold**\n\n**still** not\n");
  becomes("<p><b><i>both</b> one</i>", "***both*** one\n");
}
END_TEST

START_TEST(tables)
{
  becomes("<p>a<table><tr><th>P<th>Q|R<tr><td>x<td></table><p>b",
          "a\n\n| P | Q\\|R |\n|---|---|\n| x |  |\n\nb\n");
  becomes("<table><tr><td><p>One</p><p>Two</p><td>Three</table>", "One\n\nTwo\n\nThree\n");
  becomes("<table><tr><td><table><tr><td>In<td>it</table></table>", "In\n\nit\n");
}
END_TEST

/* Figures stay in their columns below a cell that takes two rows. */
START_TEST(cells_that_span)
{
  becomes("<table><tr><th>P<th>Y<th>N<tr><td rowspan=2>JPN<td>2026<td>5<tr><td>2027<td>6"
          "<tr><td colspan=2>All<td>11</table>",
          "| P | Y | N |\n|---|---|---|\n| JPN | 2026 | 5 |\n|  | 2027 | 6 |\n| All |  | 11 |\n");
  becomes("<table><tr><td>a<td rowspan=3>b<tr><td>c<tr><td>d<tr><td>e</table>",
          "| a | b |\n|---|---|\n| c |  |\n| d |  |\n| e |\n");
  becomes("<table><tr><td>a<td>b<tr><td>c</table>", "| a | b |\n|---|---|\n| c |\n");
}
END_TEST

/* A row of many cells makes no other row long, and none of its words is lost. */
START_TEST(wide_rows)
{
  g_autoptr(GString) html = g_string_new("<table><tr>");
  for (guint i = 0; i < 300; i++)
    g_string_append_printf(html, "<td>c%u", i);
  for (guint i = 0; i < 1000; i++)
    g_string_append(html, "<tr><td>x");
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GString) markdown =
      adref_html_page_to_markdown(html->str, html->len, "page.html", lines, NULL, NULL);
  ck_assert_ptr_nonnull(strstr(markdown->str, "| c198 | c199 c200 c201 "));
  ck_assert_ptr_nonnull(strstr(markdown->str, " c299 |\n"));
  ck_assert_uint_lt(markdown->len, html->len * 3);
}
END_TEST

START_TEST(a_page_of_adref)
{
  static const char head[] = "<head><meta name=\"generator\" content=\"adref 1\"></head><body>",
                    clauses[] =
                        "<header><h1>A pact</h1><p class=ui>Negotiating text</p></header><main>"
                        "<div><a class=\"n h\" href=\"#x\">\302\266</a><span class=id>x</span><p>"
                        "We met.</p></div><div><a class=n href=\"#y\">12 bis.</a><span class=id>y"
                        "</span><p>We act.</p><div class=note>JPN Ask Tokyo.</div></div></main>";
  g_autofree char *ours = g_strconcat(head, clauses, NULL);
  becomes(ours, "# A pact\n\nWe met.\n\n12 bis. We act.\n");
  becomes(clauses, "\302\266x\n\nWe met.\n\n12 bis.y\n\nWe act.\n\nJPN Ask Tokyo.\n");
}
END_TEST

START_TEST(what_is_beside_the_text)
{
  static const char page[] =
      "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><nav>Home News"
      "</nav><main><p>We met.</p><p hidden>Not <i>this</i></p><script>var a;</script></main>"
      "<p>Follow us</p><footer>Foot</footer></body></html>";
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(GString) markdown =
      adref_html_page_to_markdown(page, strlen(page), "page.html", lines, problems, NULL);
  ck_assert_str_eq(markdown->str, "We met.\n");
  ck_assert_uint_eq(problems->len, 1);
  ck_assert_str_eq(((AdrefProblem *)problems->pdata[0])->message,
                   "7 words beside the text of the page are left out (menus, its head and foot, "
                   "what is hidden): \"Home News Not this Follow us Foot\"");
}
END_TEST

/* Menus stand before or behind the text; a list of links in it is of the text. */
START_TEST(menus)
{
  becomes("<ul><li><a href=/>Home</a><li><a href=/n>News</a></ul><p><a href=a>A</a> | <a "
          "href=b>B</a></p><h1><a href=/t>Pact</a></h1><p>One</p><p><a href=x>X</a> · <a "
          "href=y>Y</a>",
          "# Pact\n\nOne\n");
  becomes("<p>One</p><ul><li><a href=/a>A</a></ul><p>Two</p>", "One\n\n- A\n\nTwo\n");
  becomes("<p>One</p><h2>Annexes</h2><ul><li><a href=/a>A</a></ul>", "One\n\n## Annexes\n\n- A\n");
  becomes("<p>The annexes:</p><ul><li><a href=/a>A</a></ul>", "The annexes:\n\n- A\n");
  becomes("<p><b>Annexes</b></p><ul><li><a href=/a>A</a></ul>", "**Annexes**\n\n- A\n");
  becomes("<main><p>These join</p><ul><li><a href=/a>A</a><li><a href=/b>B</a></ul></main>",
          "These join\n\n- A\n- B\n");
  becomes("<p><a href=/t>Joint Statement</a></p><p>One <a href=/u>two</a></p>",
          "Joint Statement\n\nOne two\n");
  becomes("<p>One</p><ul><li><a href=#n1>note</a></ul>", "One\n\n- note\n");
  becomes("<ul><li><a href=/a>A</a><li><a href=/b>B</a></ul>", "- A\n- B\n");
}
END_TEST

START_TEST(names_of_what_is_beside)
{
  becomes("<div class='top-menu x'>Menu<p>more</p></div><p>One two three four five</p><div "
          "id=social_share>Share: <a>X</a></div>",
          "One two three four five\n");
  becomes("<div class=has-sidebar><p>One</p></div><p class=footer-note>Two</p>", "One\n\nTwo\n");
  becomes("<div class=search><p>Words of the text in a box of that name</p></div><p>End</p>",
          "Words of the text in a box of that name\n\nEnd\n");
  becomes("<header class=entry-header><h1>Pact</h1><div class=entry-meta>3 May</div></header>"
          "<p>One two three</p>",
          "# Pact\n\nOne two three\n");
  becomes("<header class=masthead><h1>Pact</h1></header><p>One two three</p>",
          "# Pact\n\nOne two three\n");
  becomes("<p class=footer>Done at Tokyo</p>", "Done at Tokyo\n");
  becomes("<p>The <span class=search>ports</span> of <a class=link-list href=x>Fiji</a> are</p>",
          "The ports of Fiji are\n");
  becomes("<p>One two three four</p><section id=navigation class=level2><h2>Navigation</h2><p>Two"
          "</p></section><div class=section id=social><p>Three</p></div>",
          "One two three four\n\n## Navigation\n\nTwo\n\nThree\n");
  becomes("<a class=skip-link href=#t>Skip</a><p>One two three</p>", "One two three\n");
  becomes("<body class=menu><p>One</p><div role=navigation>Two</div>", "One\n");
}
END_TEST

/* A number or letter that its author typed is the mark of an item: none is put before it. */
START_TEST(typed_marks_of_items)
{
  becomes("<ol style='list-style-type: none'><li>1.1 to go;<li>1.2 to come.</ol>",
          "1\\.1 to go;\\\n1\\.2 to come.\n");
  becomes("<ol style=list-style:none><li>(a) go;<li>(b) come.</ol>", "(a) go;\\\n(b) come.\n");
  becomes("<ol style=list-style:none><li>go;<li>come.</ol>", "- go;\n- come.\n");
  becomes("<ol><li>1. go;<li>2. come;<ul><li>x</ul></ol>", "1. go;\n2. come;\n   - x\n");
  becomes("<ul><li>(i) go;<li>(ii) come.</ul>", "(i) go;\\\n(ii) come.\n");
  becomes("<ol><li>(a) both<li>A. Smith, Law</ol><ul><li>A. Smith</ul>",
          "1. (a) both\n2. A. Smith, Law\n\n- A. Smith\n");
  becomes("<ol><li>1.5 million people<li>2030</ol>", "1. 1\\.5 million people\n2. 2030\n");
}
END_TEST

/* Tables that set labels beside their words are lists; one with a head is a table. */
START_TEST(tables_of_labels)
{
  becomes("<table><tr><td>1.<td>One:<table><tr><td>(a)<td>in</table><tr><td>2.<td>Two</table>",
          "1\\. One:\n\n(a) in\n\n2\\. Two\n");
  becomes("<table><tr><td>(a)<td>One;<tr><td>(b)<td>two.</table>", "(a) One;\n\n(b) two.\n");
  becomes("<table><tr><td>No.<td>Text<tr><td>1.<td>One</table>",
          "| No. | Text |\n|---|---|\n| 1\\. | One |\n");
  becomes("<table><tr><td>(a)<td>(b)<tr><td>(c)<td>(d)</table>",
          "| (a) | (b) |\n|---|---|\n| (c) | (d) |\n");
  becomes("<table><tr><td>1.5<td>300<tr><td>2.5<td>400</table>",
          "| 1\\.5 | 300 |\n|---|---|\n| 2\\.5 | 400 |\n");
  becomes("<table><tr><td>Article 1<td>Goods<tr><td>Article 2<td>Ships</table>",
          "| Article 1 | Goods |\n|---|---|\n| Article 2 | Ships |\n");
  becomes("<table><tr><td><p>Article 1</p><p>The Parties act.</p><p>第二条</p><p>範囲</table>",
          "Article 1\n\nThe Parties act.\n\n第二条\n\n範囲\n");
}
END_TEST

/* Notes as Word, LibreOffice and the web make them. */
START_TEST(notes)
{
  becomes("<p>One.<a href=#_ftn1 name=_ftnref1><span>[1]</span></a></p><hr><div id=ftn1><p><a "
          "href=#_ftnref1 name=_ftn1>[1]</a> A <i>note</i>.</p></div>",
          "One.[^1]\n\n[^1]: A *note*.\n");
  becomes("<p>One<sup><a href=\"#fn1\" id=r1>1</a></sup>, two<sup><a href='#fn2'>2</a></sup></p><p "
          "id=fn1><sup>1</sup> A.</p><p id=fn2>2. B.</p><p>End</p>",
          "One[^1], two[^2]\n\n[^1]: A.\n\n[^2]: B.\n\nEnd\n");
  becomes("<p>One<a href=#footnote-1>1</a></p><ol><li id=footnote-1><p>A. <a "
          "href=#footnote-ref-1>↩</a></p><p>More</p></li></ol><p>End</p>",
          "One[^1]\n\n[^1]: A.\n\n    More\n\nEnd\n");
  becomes("<p>One<a href=#fn1>1</a> and <a href=#fn2>1</a></p><p id=fn1>A</p><p id=fn2>B</p>",
          "One[^1] and [^1-2]\n\n[^1]: A\n\n[^1-2]: B\n");
  becomes("<p>One<a href=#cite_note-1>[1]</a></p><ol><li id=cite_note-1><b><a "
          "href=#cite_ref-1>^</a></b> 5 years.</ol>",
          "One[^1]\n\n[^1]: 5 years.\n");
  becomes(
      "<p>One<a href=#fn1>1</a></p><aside class=footnotes role=doc-endnotes><ol><li id=fn1><p>A. "
      "<a href=#fnref1>↩</a></p></ol></aside><footer>Foot</footer>",
      "One[^1]\n\n[^1]: A.\n");
  becomes("<p>One<a href=#n1><sup>1</sup></a>, two<sup><a href=#n2>2</a></sup>, three<a "
          "href=#en-3>[3]</a>.</p><p id=n1>1. A.</p><p id=n2>2 B.</p><p id=en-3>[3] C.</p>",
          "One[^1], two[^2], three[^3].\n\n[^1]: A.\n\n[^2]: B.\n\n[^3]: C.\n");
  becomes("<p>See <a href=#fn1>note 1</a><a href=#fn1>1</a></p><p id=fn1>1 A</p>",
          "See note 1[^1]\n\n[^1]: A\n");
}
END_TEST

/* Links to parts of the text, back to it, and to nothing. */
START_TEST(no_notes)
{
  becomes("<p><a href=#s1>1</a> x</p><p id=s1>1. One</p>", "1 x\n\n1\\. One\n");
  becomes("<p>paragraph <a href=#n1>1</a> x</p><p id=n1>1. One</p>", "paragraph 1 x\n\n1\\. One\n");
  becomes("<p><a href=#note1>1</a> x</p><h2 id=note1>1 One</h2>", "1 x\n\n## 1 One\n");
  becomes("<p id=fn1>1 One</p><p>x <a href=#fn1>1</a></p>", "1 One\n\nx 1\n");
  becomes("<p>x<a href=#fn9>1</a></p>", "x1\n");
  becomes("<p>x<a href=#fn1>the note</a></p><p id=fn1>1 One</p>", "xthe note\n\n1 One\n");
  becomes("<p>x<a href=#fn1>1</a>, y<a href=#fn2>2</a></p><p id=fn2>2 Two</p><footer><p id=fn1>1 "
          "One</p></footer>",
          "x1, y[^2]\n\n[^2]: Two\n");
  becomes("<p>x<a href=#fn1>1</a></p><table><tr><td id=fn1>1 One<td>a<tr><td>b<td>c</table>",
          "x1\n\n| 1 One | a |\n|---|---|\n| b | c |\n");
  becomes("<p><a href=#fn1>1</a></p><main>x<p id=fn1>1 One</p></main>", "x\n\n1 One\n");
}
END_TEST

static void has_language(const char *name, const char *html, const char *expected)
{
  g_autofree char *language = adref_html_language(name, html, strlen(html));
  ck_assert_msg(strcmp(language, expected) == 0, "%s: %s", language, html);
}

/* The words of a page know its language better than its template; tags are no words. */
START_TEST(languages_of_pages)
{
  has_language("p.html", "<html lang=fr><p>Water.", "fr");
  has_language("p.html", "<body lang='pt-BR'>Porto", "pt");
  has_language("p.html", "<html lang=fr><p>The Leaders of the ports met in Tokyo.", "en");
  has_language("p.html", "<html lang=en><p>日本国政府及びASEANは協力する。", "ja");
  has_language("p.html", "<html lang=da><p>Parterne mødes i byen om en plan i en sag", "da");
  has_language("p.html", "<html lang=cs><p>日本国政府及びASEANは協力する。", "ja");
  has_language("p.ja.html", "<html lang=fr><p>Les parties et les ports des villes", "ja");
  has_language("p.html",
               "<p class=o title='o os as'>The port of<style>o os as e do</style> the sea", "en");
  has_language("p.html", "<script>o os as e do </scr", "en");
}
END_TEST

static GString *repeat(const char *before, const char *behind, guint count)
{
  GString *html = g_string_new(NULL);
  for (guint i = 0; i < count; i++)
    g_string_append(html, before);
  for (guint i = 0; i < count; i++)
    g_string_append(html, behind);
  return html;
}

/* FALSE: it was refused. */
static gboolean is_read(const GString *html)
{
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) markdown =
      adref_html_page_to_markdown(html->str, html->len, "page.html", lines, NULL, &error);
  if (!markdown)
    ck_assert_str_eq(error->message, "page.html: its elements are nested more than 300 deep");
  return markdown != NULL;
}

START_TEST(hostile_pages)
{
  static const struct {
    const char *before, *behind;
    gboolean read;
  } pages[] = {{"<i>", "</b>", FALSE},
               {"<div>", "", FALSE},
               {"</div>", "<p>", TRUE},
               {"<table><tr><td>", "x", FALSE},
               {"<br>", "<hr>", TRUE},
               {"<li>x", "</ul>", TRUE},
               {"<tr><td>x", "</table>", TRUE},
               {"<b>x</b>", "&#0;", TRUE},
               {"<", ">", TRUE},
               {"some words ", ".", TRUE},
               {"x<br>", "", TRUE},
               {"<p><a href=x>x</a><a href=y>y</a>", "", TRUE},
               {"<a href=#fn1>1", "<p id=fn1>1", TRUE}};
  for (gsize i = 0; i < G_N_ELEMENTS(pages); i++) {
    g_autoptr(GString) html = repeat(pages[i].before, pages[i].behind, 20000);
    ck_assert_msg(is_read(html) == pages[i].read, "%s", pages[i].before);
  }
}
END_TEST

TCase *tcase_html_page(void)
{
  TCase *tcase = tcase_create("html_page");
  tcase_add_test(tcase, blocks);
  tcase_add_test(tcase, lists);
  tcase_add_test(tcase, lists_of_letters);
  tcase_add_test(tcase, words);
  tcase_add_test(tcase, tables);
  tcase_add_test(tcase, cells_that_span);
  tcase_add_test(tcase, wide_rows);
  tcase_add_test(tcase, a_page_of_adref);
  tcase_add_test(tcase, what_is_beside_the_text);
  tcase_add_test(tcase, menus);
  tcase_add_test(tcase, names_of_what_is_beside);
  tcase_add_test(tcase, typed_marks_of_items);
  tcase_add_test(tcase, tables_of_labels);
  tcase_add_test(tcase, notes);
  tcase_add_test(tcase, no_notes);
  tcase_add_test(tcase, languages_of_pages);
  tcase_add_test(tcase, hostile_pages);
  return tcase;
}
