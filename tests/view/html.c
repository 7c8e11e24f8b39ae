#include "view/html/html.h"

#include <gio/gio.h>

#include "cases.h"
#include "view/html/html_page.h"
#include "view/parallel_texts.h"
#include "word_file.h"

static GString *page_of(const char *markdown, AdrefView view)
{
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefViewOptions options = {
      .view = view, .version = "rev1", .date = "2023-12-17", .hash = "0123456789abcdef"};
  return adref_html_write(tree, &options);
}

/* Between <main> and </main>. */
static char *main_of(const char *markdown, AdrefView view)
{
  g_autoptr(GString) page = page_of(markdown, view);
  const char *start = strstr(page->str, "<main"), *end = strstr(page->str, "</main>");
  start = strchr(start, '\n') + 1;
  return g_strndup(start, (gsize)(end - start));
}

static void check_main(const char *markdown, AdrefView view, const char *expected)
{
  g_autofree char *text = main_of(markdown, view);
  ck_assert_str_eq(text, expected);
}

#define SCROLL "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">"

START_TEST(a_clause_has_its_number_and_anchor)
{
  const char *text = "<!-- op one -->\nFirst.\n\n<!-- op two -->\nSee [paragraph 9](#one).\n";
  check_main(text, ADREF_VIEW_NEGOTIATING,
             "<div class=\"op\" id=\"one\"><a class=\"n\" href=\"#one\">1.</a>"
             "<span class=\"id\">one</span><p>First.</p>\n</div>\n"
             "<div class=\"op\" id=\"two\"><a class=\"n\" href=\"#two\">2.</a>"
             "<span class=\"id\">two</span><p>See <a href=\"#one\">paragraph 1</a>.</p>\n</div>\n");
  check_main(text, ADREF_VIEW_CLEAN,
             "<div class=\"op\" id=\"c1\"><a class=\"n\" href=\"#c1\">1.</a><p>First.</p>\n</div>\n"
             "<div class=\"op\" id=\"c2\"><a class=\"n\" href=\"#c2\">2.</a>"
             "<p>See <a href=\"#c1\">paragraph 1</a>.</p>\n</div>\n");
}
END_TEST

static void check_style(const char *markdown, AdrefView view, const char *rule, gboolean has)
{
  g_autoptr(GString) page = page_of(markdown, view);
  ck_assert_msg((strstr(page->str, rule) != NULL) == has, "%s: %s", markdown, rule);
}

START_TEST(the_column_of_numbers_is_as_wide_as_its_widest)
{
  static const char rule[] = "html:root{--no:", above[] = ".n{float:none;display:block}";
  check_style("<!-- op a no=112 -->\nWords.\n", ADREF_VIEW_CLEAN, rule, FALSE);
  check_style("<!-- op a no=12bis -->\nWords.\n", ADREF_VIEW_CLEAN, "html:root{--no:4.1rem}", TRUE);
  check_style("<!-- op a no=12bis -->\nWords.\n", ADREF_VIEW_CLEAN, above, FALSE);
  check_style("<!-- op a no=12quinquies -->\nWords.\n", ADREF_VIEW_CLEAN, above, TRUE);
  check_style("<!-- pp a no=1bis -->\nWords;\n", ADREF_VIEW_NEGOTIATING, rule, TRUE);
  check_style("<!-- pp a no=1bis -->\nWords;\n", ADREF_VIEW_CLEAN, rule, FALSE);
}
END_TEST

START_TEST(a_clause_without_a_number_has_no_gutter)
{
  const char *text = "<!-- pp a -->\nRecalling;\n\n<!-- op b -->\nWe agree.\n";
  check_style(text, ADREF_VIEW_CLEAN, "<div class=\"pp un\" id", TRUE);
  check_style(text, ADREF_VIEW_NEGOTIATING, "<div class=\"pp\" id", TRUE);
}
END_TEST

/* The words of a text of one unnumbered clause. */
static void check_words(const char *markdown, AdrefView view, const char *expected)
{
  g_autofree char *text = main_of(markdown, view);
  const char *start = strstr(text, "</a>");
  ck_assert_ptr_nonnull(start);
  g_autofree char *words = g_strndup(start + 4, strlen(start + 4) - strlen("</div>\n"));
  ck_assert_str_eq(words, expected);
}

#define CHIP(n, code) "<abbr class=\"who p" n "\">" code "</abbr>"

START_TEST(words_that_stay_together)
{
  check_style("We act. [JPN reserve]\n", ADREF_VIEW_NEGOTIATING,
              "<span class=\"br nb\"><b>[</b>JPN reserve<b>]</b></span>", TRUE);
  check_style("[We act as was said before.]\n", ADREF_VIEW_NEGOTIATING, "class=\"br nb\"", FALSE);
  check_style("# T\n\n## The Indo-Pacific at last\n", ADREF_VIEW_CLEAN,
              "The <span class=\"nb\">Indo-Pacific</span> at last", TRUE);
  check_style("# T\n\n## Co-operation-of-more-than-two and 2024-25 - both\n", ADREF_VIEW_CLEAN,
              "Co-operation-of-more-than-two and <span class=\"nb\">2024-25</span> - both", TRUE);
  check_style("# T\n\nThe Indo-Pacific.\n", ADREF_VIEW_CLEAN, "class=\"nb\"", FALSE);
}
END_TEST

START_TEST(brackets_carry_their_parties)
{
  const char *text = "We [shall - JPN / should - THA, LAO retain; JPN delete / may].\n";
  static const char japan[] = CHIP("0", "JPN"), thailand[] = CHIP("5", "THA");
  static const char laos[] = CHIP("5 q2", "LAO");
  g_autofree char *expected =
      g_strconcat("<p>We <span class=\"br\"><b>[</b>shall<span class=\"by\"><span> - ", japan,
                  "</span></span><b> / </b>should<span class=\"by\"><span> - ", thailand,
                  "</span>, <span>", laos, " retain</span>; <span>", japan,
                  " delete</span></span><b> / </b>may<b>]</b></span>.</p>\n", NULL);
  check_words(text, ADREF_VIEW_NEGOTIATING, expected);
  check_words(text, ADREF_VIEW_PUBLIC,
              "<p>We <span class=\"br\"><b>[</b>shall<b> / </b>should<b> / </b>may<b>]</b></span>."
              "</p>\n");
}
END_TEST

START_TEST(words)
{
  static const struct {
    const char *markdown, *html;
  } rows[] = {
      {"a < b & \"c\" > d", "<p>a &lt; b &amp; &quot;c&quot; &gt; d</p>\n"},
      {"x <script>alert(1)</script>", "<p>x &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
      {"<div onclick=x>\n", "<p class=\"raw\">&lt;div onclick=x&gt;</p>\n"},
      {"*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"},
      {"[x](javascript:alert) y", "<p>x y</p>\n"},
      {"[y](https://e.org/ä<?b&c \"a <t>\")",
       "<p><a href=\"https://e.org/%C3%A4%3C?b&amp;c\" rel=\"noreferrer\" title=\"a &lt;t&gt;\">y"
       "</a></p>\n"},
      {"![a map](https://e.org/m.png)",
       "<p><a href=\"https://e.org/m.png\" rel=\"noreferrer\">a map</a></p>\n"},
      {"[![a map](https://e.org/m.png)](https://e.org)",
       "<p><a href=\"https://e.org\" rel=\"noreferrer\">a map</a></p>\n"},
      {"[Text to be inserted here.]", "<p><span class=\"br slot\"><b>[</b>Text to be inserted here."
                                      "<b>]</b></span></p>\n"},
      {"Done. [Agreed ad ref]", "<p>Done. <span class=\"ok\">agreed ad ref</span></p>\n"},
      {"| A | B |\n|---|---|\n| *1* x | |\n",
       SCROLL "<table>\n<thead>\n<tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr>\n"
              "</thead>\n<tbody>\n<tr><td><em>1</em> x</td><td></td></tr>\n</tbody>\n"
              "</table></div>\n"},
      {"| A | B | C |\n|:--|:-:|--:|\n",
       SCROLL "<table>\n<thead>\n<tr><th scope=\"col\" class=\"al\">A</th><th scope=\"col\" "
              "class=\"ac\">B</th><th scope=\"col\" class=\"ar\">C</th></tr>\n</thead>\n"
              "</table></div>\n"},
      {"| A |\n|---|\n",
       SCROLL "<table>\n<thead>\n<tr><th scope=\"col\">A</th></tr>\n</thead>\n</table></div>\n"},
      {"| A | B |\n| 1 | 2 |\n", "<p>| A | B | | 1 | 2 |</p>\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    check_words(rows[i].markdown, ADREF_VIEW_PUBLIC, rows[i].html);
}
END_TEST

START_TEST(lists_in_numbered_clauses_have_letters)
{
  g_autofree char *text =
      main_of("<!-- op a -->\nWe:\n\n3. one\n   1. nested\n4. two\n", ADREF_VIEW_CLEAN);
  ck_assert_ptr_nonnull(strstr(text,
                               "<ol class=\"letters\" type=\"a\" start=\"3\">\n<li>one"
                               "<ol class=\"romans\" type=\"i\">\n<li>nested</li>\n</ol>\n</li>\n"
                               "<li>two</li>\n</ol>\n"));
}
END_TEST

START_TEST(typed_numbers_stay)
{
  g_autofree char *text = main_of("0. a\n1. b\n5. c\n6. d\n", ADREF_VIEW_CLEAN);
  ck_assert_ptr_nonnull(strstr(text, "<ol start=\"0\">\n<li>a</li>\n<li>b</li>\n"
                                     "<li value=\"5\">c</li>\n<li>d</li>\n</ol>\n"));
  g_autofree char *signs =
      main_of("<!-- op a -->\nWe:\n\n3) a\n   1. in\n4) b\n", ADREF_VIEW_CLEAN);
  ck_assert_ptr_nonnull(strstr(signs,
                               "<ol class=\"paren\" start=\"3\">\n<li>a<ol class=\"romans\" "
                               "type=\"i\">\n<li>in</li>\n</ol>\n</li>\n<li>b</li>\n</ol>\n"));
}
END_TEST

START_TEST(notes_are_for_negotiators)
{
  const char *text = "A <!-- note JPN: why & how -->\n\n<!-- note LAO: later -->\n";
  g_autofree char *negotiating = main_of(text, ADREF_VIEW_NEGOTIATING);
  ck_assert_ptr_nonnull(strstr(
      negotiating, "<span class=\"note\" role=\"note\">" CHIP("0", "JPN") " why &amp; how</span>"));
  ck_assert_ptr_nonnull(
      strstr(negotiating, "<div class=\"note\" role=\"note\">" CHIP("5 q2", "LAO") " later</div>"));
  g_autofree char *public = main_of(text, ADREF_VIEW_PUBLIC);
  ck_assert_ptr_null(strstr(public, "note"));
}
END_TEST

/* Levels never jump: the title is the only h1. */
START_TEST(place_and_date_stand_below_the_title)
{
  static const char occasion[] = "</h1>\n<p class=\"occasion\">Tokyo &amp; Hanoi, 2023</p>";
  for (AdrefView view = ADREF_VIEW_NEGOTIATING; view <= ADREF_VIEW_CLEAN; view++) {
    g_autoptr(AdrefNode) tree = read_tree("# T\n\nWords.\n");
    AdrefViewOptions options = {.view = view, .language = "en", .occasion = "Tokyo & Hanoi, 2023"};
    g_autoptr(GString) page = adref_html_write(tree, &options);
    ck_assert_ptr_nonnull(strstr(page->str, occasion));
    options.role = "仮訳 / Provisional translation";
    g_autoptr(GString) translated = adref_html_write(tree, &options);
    const char *role = strstr(translated->str, "<p class=\"role\">仮訳");
    ck_assert(role && strstr(role, occasion + strlen("</h1>\n")));
    options.role = NULL;
    AdrefParallelTexts both = {.texts = {{.document = tree, .options = &options, .head = "en"},
                                         {.document = tree, .options = &options, .head = "en"}}};
    g_autoptr(GString) beside = adref_html_parallel_write(&both);
    const char *first = strstr(beside->str, occasion);
    ck_assert(first && strstr(first + 1, occasion));
  }
}
END_TEST

/* So do Word files and PDF pages. */
START_TEST(words_before_the_title_stay_before_it)
{
  static const char text[] = "First words.\n\n# Title\n\nLast words.\n";
  g_autoptr(GString) page = page_of(text, ADREF_VIEW_CLEAN);
  const char *body = strstr(page->str, "<body>"), *first = strstr(body, "First words."),
             *title = strstr(body, "<h1>Title");
  ck_assert(first && title && first < title && title < strstr(page->str, "Last words."));
  ck_assert_ptr_null(strstr(title, "First words."));
  g_autofree char *word = word_part(text, ADREF_VIEW_CLEAN, "en", "word/document.xml");
  first = strstr(word, "First words.");
  title = strstr(word, ">Title<");
  ck_assert(first && title && first < title && title < strstr(word, "Last words."));
  ck_assert_ptr_null(strstr(title, "First words."));
}
END_TEST

START_TEST(headings_stand_in_order)
{
  g_autoptr(GString) page = page_of("# Title\n\n### Deep\n\n## Second\n\n#### Below\n\n# Annex\n\n"
                                    "## In it\n",
                                    ADREF_VIEW_CLEAN);
  static const char *const expected[] = {"<h1>Title</h1>", "<h2>Deep</h2>",  "<h2>Second</h2>",
                                         "<h3>Below</h3>", "<h2>Annex</h2>", "<h3>In it</h3>"};
  const char *at = page->str;
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
    at = strstr(at, expected[i]);
    ck_assert_msg(at, "%s", expected[i]);
  }
  ck_assert_ptr_nonnull(strstr(page->str, "<nav aria-label=\"Contents\">"));
  ck_assert_ptr_nonnull(strstr(page->str, "<li class=\"l3\"><a href=\"#c4\">Below</a></li>"));
}
END_TEST

START_TEST(few_headings_need_no_contents)
{
  g_autoptr(GString) page = page_of("# Title\n\n## A\n\n## B\n\n## C\n\n## D\n", ADREF_VIEW_CLEAN);
  ck_assert_ptr_null(strstr(page->str, "<nav"));
}
END_TEST

START_TEST(links_lead_to_headings)
{
  g_autoptr(GString) page = page_of("## Data Flow\n\nSee [Section 1](#data-flow), [2](#t).\n\n"
                                    "<!-- heading t -->\n## Trade\n",
                                    ADREF_VIEW_CLEAN);
  static const char *const expected[] = {
      "id=\"c1\"", "id=\"c3\"", "See <a href=\"#c1\">Section 1</a>", "<a href=\"#c3\">2</a>"};
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
    ck_assert_msg(strstr(page->str, expected[i]), "%s", expected[i]);
}
END_TEST

START_TEST(anchors_stand_once)
{
  AdrefNode *paragraph = new_paragraph();
  g_autoptr(AdrefNode) tree = document_of(paragraph);
  add_text(paragraph, "x");
  static const char *const ids[] = {"first", NULL, "c4", NULL, "c2"};
  for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
    adref_node_append(tree, adref_node_new_clause(ADREF_OP, ids[i]));
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING};
  g_autoptr(GString) page = adref_html_write(tree, &options);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const char *at = page->str; (at = strstr(at, " id=\"")); at++) {
    const char *start = at + strlen(" id=\"");
    ck_assert(g_hash_table_add(seen, g_strndup(start, (gsize)(strchr(start, '"') - start))));
  }
  ck_assert_uint_eq(g_hash_table_size(seen), 1 + G_N_ELEMENTS(ids) + 1);
}
END_TEST

START_TEST(the_page_allows_only_its_own_style)
{
  g_autoptr(GString) page = page_of(EVERYTHING, ADREF_VIEW_NEGOTIATING);
  const char *start = strstr(page->str, "<style>") + strlen("<style>");
  const char *end = strstr(start, "</style>");
  g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
  g_checksum_update(checksum, (const guchar *)start, end - start);
  guint8 digest[32];
  gsize size = sizeof digest;
  g_checksum_get_digest(checksum, digest, &size);
  g_autofree char *base64 = g_base64_encode(digest, size);
  g_autofree char *policy = g_strdup_printf("default-src 'none'; style-src 'sha256-%s'", base64);
  ck_assert_ptr_nonnull(strstr(page->str, policy));
  static const char *const never[] = {"<script", "<img", "<link", "url(", "@import", " style=\""};
  for (gsize i = 0; i < G_N_ELEMENTS(never); i++)
    ck_assert_msg(!strstr(page->str, never[i]), "%s", never[i]);
}
END_TEST

START_TEST(the_frame_is_escaped)
{
  g_autoptr(AdrefNode) tree = read_tree("[x - JPN]\n");
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_insert(names, (gpointer)(guintptr) "JPN", (gpointer)(guintptr) "\"><b>");
  AdrefViewOptions options = {.title = "<&>",
                              .language = "ja\"",
                              .version = "'}</style>",
                              .date = "<d>",
                              .hash = "<h>",
                              .names = names};
  g_autoptr(GString) page = adref_html_write(tree, &options);
  static const char *const expected[] = {
      "<title>&lt;&amp;&gt;</title>",  "<h1>&lt;&amp;&gt;</h1>",   "lang=\"ja&quot;\"",
      "title=\"&quot;&gt;&lt;b&gt;\"", "Version '}&lt;/style&gt;", "<time>&lt;d&gt;</time>"};
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
    ck_assert_msg(strstr(page->str, expected[i]), "%s", expected[i]);
  ck_assert_ptr_nonnull(strstr(page->str, "\\000027\\00007D\\00003C\\00002Fstyle\\00003E"));
}
END_TEST

/* Within one second of processor time, so that the load of the machine does not matter. */
START_TEST(tens_of_thousands_of_brackets)
{
  enum {
    BRACKETS = 50000,
    PARTIES = 40
  };
  AdrefNode *paragraph = new_paragraph();
  g_autoptr(AdrefNode) tree = document_of(paragraph);
  for (guint i = 0; i < BRACKETS; i++) {
    AdrefNode *bracket = adref_node_new(ADREF_BRACKET);
    AdrefNode *alternative = adref_node_new(ADREF_ALTERNATIVE);
    AdrefPosition *position = adref_position_new();
    position->parties = g_new0(char *, 2);
    position->parties[0] = g_strdup_printf("P%u", i % PARTIES);
    alternative->as.positions.groups =
        g_ptr_array_new_with_free_func((GDestroyNotify)adref_position_free);
    g_ptr_array_add(alternative->as.positions.groups, position);
    adref_node_append(paragraph, bracket);
    adref_node_append(bracket, alternative);
  }
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING};
  clock_t start = clock();
  g_autoptr(GString) page = adref_html_write(tree, &options);
  ck_assert_int_lt(clock() - start, CLOCKS_PER_SEC);
  ck_assert_ptr_nonnull(strstr(page->str, "50000 brackets open"));
  ck_assert_ptr_nonnull(strstr(page->str, ">P39</abbr>"));
}
END_TEST

/* Checked by tidy, when it is installed. */
START_TEST(tidy_finds_no_fault)
{
  g_autofree char *tidy = g_find_program_in_path("tidy");
  if (!tidy)
    return;
  g_autoptr(GString) page = page_of(EVERYTHING, (AdrefView)_i);
  g_autoptr(GSubprocess) process =
      g_subprocess_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                           G_SUBPROCESS_FLAGS_STDERR_MERGE,
                       NULL, tidy, "-e", "-q", NULL);
  g_autofree char *found = NULL;
  ck_assert(g_subprocess_communicate_utf8(process, page->str, NULL, &found, NULL, NULL));
  ck_assert_str_eq(found, "");
}
END_TEST

START_TEST(arabic_is_written_from_right_to_left)
{
  static const struct {
    const char *language, *tag;
  } rows[] = {{"ar", "<html lang=\"ar\" dir=\"rtl\">"}, {"ja", "<html lang=\"ja\">"}};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(AdrefNode) tree = read_tree("# T\n");
    AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN, .language = rows[i].language};
    g_autoptr(GString) page = adref_html_write(tree, &options);
    ck_assert_ptr_nonnull(strstr(page->str, rows[i].tag));
  }
}
END_TEST

/* What tests/view/axe.py and a look at the pages in Chromium have found: words for screen readers,
 * placed absolutely, made a page wider than a phone, and the contents stood on the first column of
 * two. */
START_TEST(what_is_placed_absolutely_covers_nothing)
{
  g_autoptr(AdrefNode) tree = read_tree("# T\n\n| a | b |\n|--|--|\n| 1 | 2 |\n");
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN};
  g_autoptr(GString) page = adref_html_write(tree, &options);
  const char *scroll = strstr(page->str, "\n.scroll{");
  ck_assert_ptr_nonnull(scroll);
  ck_assert_ptr_nonnull(g_strstr_len(scroll, strchr(scroll, '}') - scroll, "position:relative"));
  const char *fixed = strstr(page->str, "position:fixed");
  ck_assert_ptr_nonnull(fixed);
  const char *rule = "body:not(.wide,.two) nav{";
  ck_assert(g_str_has_prefix(fixed - strlen(rule), rule));
  ck_assert_ptr_null(strstr(fixed + 1, "position:fixed"));
}
END_TEST

/* A table that is wider than the paper was cut at its edge: nothing scrolls there. */
START_TEST(nothing_scrolls_on_paper)
{
  g_autoptr(AdrefNode) tree = read_tree("# T\n\n| a | b |\n|--|--|\n| 1 | 2 |\n");
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN};
  g_autoptr(GString) page = adref_html_write(tree, &options);
  const char *paper = strstr(page->str, "@media print{\n:root{");
  ck_assert_ptr_nonnull(paper);
  ck_assert_ptr_nonnull(strstr(paper, ".scroll,pre{overflow:visible}"));
}
END_TEST

/* One number of a million digits, and a list of a quarter of a million numbers, take time in
 * proportion to their length. */
START_TEST(many_digits)
{
  enum {
    DIGITS = 1000000
  };
  g_autofree char *one = g_strnfill(DIGITS, '1'), *list = g_strnfill(DIGITS, '1');
  for (gsize i = 3; i < DIGITS; i += 4)
    list[i] = ' ';
  g_autofree char *text = g_strdup_printf("%s.\n\n%s.\n", one, list);
  gint64 before = g_get_monotonic_time();
  g_autoptr(GString) page = page_of(text, ADREF_VIEW_CLEAN);
  ck_assert_int_lt(g_get_monotonic_time() - before, 20 * G_USEC_PER_SEC);
  ck_assert_uint_gt(page->len, 2 * DIGITS);
}
END_TEST

/* In a text from right to left "bis" would stand before its figure. */
START_TEST(numbers_from_right_to_left)
{
  static const struct {
    const char *number, *language, *expected;
  } cases[] = {
      {"12 bis.", "ar", "<bdi>12 bis</bdi>."},
      {"0 (11).", "ar", "<bdi>0 (11)</bdi>."},
      {"12.", "ar", "12."},
      {"12 bis.", "en", "12 bis."},
      {"12 bis.", NULL, "12 bis."},
      {"<&", "ar", "&lt;&amp;"},
      {"", "ar", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GString) html = g_string_new(NULL);
    adref_html_page_number(html, cases[i].number, cases[i].language);
    ck_assert_str_eq(html->str, cases[i].expected);
  }
}
END_TEST

/* A browser would break a Thai title at any word. Spaces stand between the phrases. */
START_TEST(titles_in_phrases)
{
  static const struct {
    const char *words, *language, *expected;
  } cases[] = {
      {"แถลงการณ์ร่วมว่าด้วยความร่วมมือ", "th",
       "<span class=\"ph\">แถลงการณ์ร่วม</span><span class=\"ph\">ว่าด้วยความร่วมมือ</span>"},
      {"ความเชื่อมโยง และสันติภาพ", "th",
       "<span class=\"ph\">ความเชื่อมโยง</span> <span class=\"ph\">และสันติภาพ</span>"},
      {"คำนำ", "th", "คำนำ"},
      {"Joint <Statement>", "th",
       "<span class=\"ph\">Joint</span> <span class=\"ph\">&lt;Statement&gt;</span>"},
      {"ความร่วมมือ และสันติภาพ", "en", "ความร่วมมือ และสันติภาพ"},
      {"", "th", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GString) html = g_string_new(NULL);
    adref_html_page_heading(html, cases[i].words, strlen(cases[i].words), cases[i].language);
    ck_assert_str_eq(html->str, cases[i].expected);
  }
}
END_TEST

TCase *tcase_html(void)
{
  TCase *tcase = tcase_create("html");
  tcase_add_test(tcase, what_is_placed_absolutely_covers_nothing);
  tcase_add_test(tcase, nothing_scrolls_on_paper);
  tcase_add_test(tcase, arabic_is_written_from_right_to_left);
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, a_clause_has_its_number_and_anchor);
  tcase_add_test(tcase, the_column_of_numbers_is_as_wide_as_its_widest);
  tcase_add_test(tcase, a_clause_without_a_number_has_no_gutter);
  tcase_add_test(tcase, words_that_stay_together);
  tcase_add_test(tcase, brackets_carry_their_parties);
  tcase_add_test(tcase, words);
  tcase_add_test(tcase, lists_in_numbered_clauses_have_letters);
  tcase_add_test(tcase, typed_numbers_stay);
  tcase_add_test(tcase, notes_are_for_negotiators);
  tcase_add_test(tcase, place_and_date_stand_below_the_title);
  tcase_add_test(tcase, words_before_the_title_stay_before_it);
  tcase_add_test(tcase, headings_stand_in_order);
  tcase_add_test(tcase, few_headings_need_no_contents);
  tcase_add_test(tcase, links_lead_to_headings);
  tcase_add_test(tcase, anchors_stand_once);
  tcase_add_test(tcase, the_page_allows_only_its_own_style);
  tcase_add_test(tcase, the_frame_is_escaped);
  tcase_add_test(tcase, tens_of_thousands_of_brackets);
  tcase_add_loop_test(tcase, tidy_finds_no_fault, ADREF_VIEW_NEGOTIATING, ADREF_VIEW_CLEAN + 1);
  tcase_add_test(tcase, many_digits);
  tcase_add_test(tcase, numbers_from_right_to_left);
  tcase_add_test(tcase, titles_in_phrases);
  return tcase;
}
