#include "view/docx/docx.h"

#include "boxes.h"
#include "cases.h"
#include "word_file.h"

/* What stands in the text of a part: a line for each paragraph with its style and words; labels end
 * with a bar. */
static char *lines_of(const char *xml)
{
  GString *lines = g_string_new(NULL);
  g_autoptr(GRegex) piece = g_regex_new("<w:p>(?:<w:pPr><w:pStyle w:val=\"(\\w+)\"/>)?"
                                        "|<w:t [^>]*>([^<]*)</w:t>|<w:tab/>|<w:br/>|</w:p>"
                                        "|<w:footnoteReference [^>]*w:id=\"(\\d+)\"/>"
                                        "|<w:ilvl w:val=\"(\\d)\"/><w:numId w:val=\"(\\d+)\"/>",
                                        0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  for (g_regex_match(piece, xml, 0, &match); g_match_info_matches(match);
       g_match_info_next(match, NULL)) {
    g_autofree char *whole = g_match_info_fetch(match, 0), *style = g_match_info_fetch(match, 1),
                    *words = g_match_info_fetch(match, 2), *note = g_match_info_fetch(match, 3),
                    *level = g_match_info_fetch(match, 4), *list = g_match_info_fetch(match, 5);
    if (g_str_has_prefix(whole, "<w:p>"))
      g_string_append_printf(lines, "%s: ", style && *style ? style : "-");
    else if (g_str_has_prefix(whole, "<w:t "))
      g_string_append(lines, words);
    else if (g_str_has_prefix(whole, "<w:footnoteReference"))
      g_string_append_printf(lines, "^%s", note);
    else if (g_str_has_prefix(whole, "<w:ilvl"))
      g_string_append_printf(lines, "(list %s level %s) ", list, level);
    else
      g_string_append(lines, strcmp(whole, "</w:p>") == 0     ? "\n"
                             : strcmp(whole, "<w:tab/>") == 0 ? "|"
                                                              : "/");
  }
  return g_string_free(lines, FALSE);
}

static void check_lines(const char *markdown, AdrefView view, const char *expected)
{
  g_autofree char *xml = word_part(markdown, view, "en", "word/document.xml");
  g_autofree char *lines = lines_of(xml);
  ck_assert_str_eq(lines, expected);
}

START_TEST(clauses_and_headings_are_paragraphs)
{
  check_lines("# A title\n\n<!-- pp p -->\nRECALLING *much*;\n\n## Section\n\n"
              "<!-- op x no=12bis -->\nWe act.\n\nMore.\n\n<!-- op y -->\n> Words.\n\n"
              "```\na\n b\n```\n\n***\n",
              ADREF_VIEW_NEGOTIATING,
              "Title: A title\nAdrefStatus: no open bracket\n-: PP1|RECALLING much;\n"
              "Heading1: Section\n-: 12 bis.|We act.\n-: More.\n-: 12 ter.|\nQuote: Words.\n"
              "AdrefCodeBlock: a/ b\nAdrefRule: \n");
  check_lines("# A title\n\n<!-- pp p -->\nRECALLING *much*;\n", ADREF_VIEW_CLEAN,
              "Title: A title\n-: RECALLING much;\n");
}
END_TEST

/* Word counts the items of a list; a number that does not follow begins another one. */
START_TEST(lists_are_those_of_word)
{
  check_lines("<!-- op x -->\nWe:\n\n- one\n- two\n  1. deep\n\n     again\n\n1. first\n4. fourth\n"
              "5. fifth\n\n(a) label\n(b) other\n",
              ADREF_VIEW_CLEAN,
              "-: We:\nListParagraph: (list 1 level 0) one\nListParagraph: (list 1 level 0) two\n"
              "-: (list 5 level 1) deep\n-: again\nListParagraph: (list 6 level 0) first\n"
              "ListParagraph: (list 7 level 0) fourth\nListParagraph: (list 7 level 0) fifth\n"
              "ListParagraph: (a)|label\nListParagraph: (b)|other\n");
  g_autofree char *numbering = word_part("<!-- op x -->\nWe:\n\n1) one\n2) two\n", ADREF_VIEW_CLEAN,
                                         "en", "word/numbering.xml");
  ck_assert_ptr_nonnull(strstr(numbering, "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"4\"/>"));
  ck_assert_ptr_nonnull(strstr(numbering, "<w:lvlText w:val=\"%1)\"/>"));
}
END_TEST

START_TEST(brackets_are_text)
{
  static const char text[] = "<!-- op x -->\nWe [shall - JPN / should - ASEAN; AUS delete] act.\n";
  check_lines(text, ADREF_VIEW_NEGOTIATING,
              "AdrefStatus: 1 bracket open\n"
              "-: We [shall - JPN / should - ASEAN; AUS delete] act.\n");
  check_lines(text, ADREF_VIEW_PUBLIC,
              "AdrefStatus: 1 bracket open\n-: We [shall / should] act.\n");
}
END_TEST

START_TEST(tables_have_all_cells)
{
  g_autofree char *xml = word_part("<!-- op x -->\n| A | B |\n|:-:|--:|\n| 1 | 2 |\n| 3 |\n",
                                   ADREF_VIEW_CLEAN, "en", "word/document.xml");
  g_autofree char *lines = lines_of(xml);
  ck_assert_str_eq(lines, "AdrefCell: A\nAdrefCell: B\nAdrefCell: 1\nAdrefCell: 2\n"
                          "AdrefCell: 3\nAdrefCell: \nAdrefGap: \n");
  ck_assert_ptr_nonnull(strstr(xml, "<w:tblHeader/>"));
  ck_assert_ptr_nonnull(strstr(xml, "<w:jc w:val=\"center\"/>"));
}
END_TEST

/* A footnote that is called in another one has no reference in Word: it stands below that one. */
START_TEST(footnotes_are_footnotes)
{
  static const char text[] = "One[^a], two[^b] and one again[^a].\n\n[^a]: First, see[^c].\n\n"
                             "[^b]: Second.\n\n    - item\n\n[^c]: Third.\n";
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN, .language = "en"};
  g_auto(WordFile) word = word_file_of(text, &options);
  g_autofree char *document = word_file_part(&word, "word/document.xml"),
                  *notes = word_file_part(&word, "word/footnotes.xml");
  g_autofree char *lines = lines_of(document), *words = lines_of(notes);
  ck_assert_str_eq(lines, "-: One^1, two^2 and one again1.\n");
  ck_assert_str_eq(strstr(words, "FootnoteText"),
                   "FootnoteText: \302\240First, see3.\nFootnoteText: \302\240Second.\n"
                   "FootnoteText: (list 1 level 0) item\nFootnoteText: \302\240Third.\n");
  ck_assert_ptr_nonnull(strstr(notes, "<w:t>3</w:t>"));
}
END_TEST

START_TEST(notes_are_comments_of_their_party)
{
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_insert(names, (gpointer)(guintptr) "JPN", (gpointer)(guintptr) "Japan");
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .names = names};
  g_auto(WordFile) word =
      word_file_of("<!-- op x -->\nWe act.\n\n<!-- note JPN: not yet -->\n", &options);
  g_autofree char *comments = word_file_part(&word, "word/comments.xml"),
                  *document = word_file_part(&word, "word/document.xml");
  ck_assert_ptr_nonnull(strstr(comments, "w:author=\"Japan\" w:initials=\"JPN\""));
  ck_assert_ptr_nonnull(strstr(comments, "not yet"));
  ck_assert_ptr_nonnull(strstr(document, "<w:commentReference w:id=\"0\"/></w:r></w:p>"));
}
END_TEST

START_TEST(links_lead_to_addresses_and_clauses)
{
  static const char text[] = "<!-- op training -->\nSee [it](https://example.org/?a=1&b=2) and "
                             "[paragraph 1](#training).\n";
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING};
  g_auto(WordFile) word = word_file_of(text, &options);
  g_autofree char *document = word_file_part(&word, "word/document.xml"),
                  *relations = word_file_part(&word, "word/_rels/document.xml.rels");
  ck_assert_ptr_nonnull(strstr(document, "w:name=\"_adref_training\"/>"));
  ck_assert_ptr_nonnull(strstr(document, "<w:hyperlink w:anchor=\"_adref_training\">"));
  ck_assert_ptr_nonnull(strstr(document, "<w:hyperlink r:id=\"rL1\">"));
  ck_assert_ptr_nonnull(strstr(relations, "Target=\"https://example.org/?a=1&amp;b=2\""));
}
END_TEST

START_TEST(letters_have_the_properties_of_their_script)
{
  static const struct {
    const char *language, *text, *xml;
  } rows[] = {
      {"en", "Words ภาษา", "<w:r><w:rPr><w:cs/></w:rPr><w:t xml:space=\"preserve\">ภาษา</w:t>"},
      {"en", "Words كلمة", "<w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">كلمة</w:t>"},
      {"ar", "كلمة, 12 كلمة",
       "<w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">كلمة, 12 كلمة</w:t>"},
      {"ar", "كلمة ABC", "<w:r><w:t xml:space=\"preserve\">ABC</w:t></w:r>"},
      {"ja", "｜漢字《かんじ》",
       "<w:rt><w:r><w:t xml:space=\"preserve\">かんじ</w:t></w:r></w:rt>"},
      {"en", "a\tb *c*", "<w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space=\"preserve\">c</w:t>"},
  };
  g_autofree char *xml =
      word_part(rows[_i].text, ADREF_VIEW_CLEAN, rows[_i].language, "word/document.xml");
  ck_assert_msg(strstr(xml, rows[_i].xml) != NULL, "%s", xml);
}
END_TEST

/* Every file of the package is XML, and shows nothing that its readers must not see. */
START_TEST(the_package_is_whole)
{
  static const char *const parts[] = {"\\[Content_Types\\].xml", "_rels/.rels",
                                      "word/document.xml",       "word/styles.xml",
                                      "word/numbering.xml",      "word/settings.xml",
                                      "word/footnotes.xml",      "word/comments.xml",
                                      "word/header1.xml",        "word/header2.xml",
                                      "word/footer1.xml",        "docProps/core.xml",
                                      "docProps/custom.xml",     "word/_rels/document.xml.rels"};
  const char *const lint[] = {"xmllint", "--noout", "-", NULL};
  for (AdrefView view = ADREF_VIEW_NEGOTIATING; view <= ADREF_VIEW_CLEAN; view++) {
    AdrefViewOptions options = {.view = view, .version = "1234abcd", .hash = "abcdef"};
    g_auto(WordFile) word = word_file_of(EVERYTHING, &options);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
      g_autofree char *xml = word_file_part(&word, parts[i]);
      g_autoptr(GString) input = g_string_new(xml);
      g_autofree char *said = witness(input, lint), *small = g_ascii_strdown(xml, -1);
      ck_assert(view == ADREF_VIEW_NEGOTIATING || !strstr(small, "secret"));
    }
  }
}
END_TEST

/* A file with letters that XML does not have is one that Word does not open. */
START_TEST(letters_that_xml_lacks_are_replaced)
{
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_insert(names, (gpointer)(guintptr) "JPN", (gpointer)(guintptr) "J\uFFFFpan");
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .names = names};
  static const char *const parts[] = {"word/document.xml", "word/comments.xml", "word/header2.xml",
                                      "docProps/core.xml"};
  const char *const lint[] = {"xmllint", "--noout", "-", NULL};
  g_auto(WordFile) word =
      word_file_of("# T\uFFFEtle\n\nW\uFFFFrds.\n\n<!-- note JPN: n\uFFFFte -->\n", &options);
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    g_autofree char *xml = word_file_part(&word, parts[i]);
    g_autoptr(GString) input = g_string_new(xml);
    g_autofree char *said = witness(input, lint);
    ck_assert_ptr_nonnull(strstr(xml, "\uFFFD"));
  }
}
END_TEST

START_TEST(the_file_says_where_it_comes_from)
{
  AdrefViewOptions options = {
      .view = ADREF_VIEW_NEGOTIATING, .language = "ja", .version = "1234abcd", .hash = "abcdef"};
  g_auto(WordFile) word = word_file_of("# T\n\nText.\n", &options);
  g_auto(WordFile) again = word_file_of("# T\n\nText.\n", &options);
  g_autofree char *properties = word_file_part(&word, "docProps/custom.xml"),
                  *settings = word_file_part(&word, "word/settings.xml"),
                  *header = word_file_part(&word, "word/header2.xml");
  static const char *const rows[][2] = {{"statement", "demo"},
                                        {"version", "1234abcd"},
                                        {"content", "abcdef"},
                                        {"language", "ja"},
                                        {"view", "negotiating"}};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *expected =
        g_strdup_printf("name=\"adref.%s\"><vt:lpwstr>%s<", rows[i][0], rows[i][1]);
    ck_assert_msg(strstr(properties, expected) != NULL, "%s", properties);
  }
  ck_assert_ptr_nonnull(strstr(settings, "<w:trackRevisions/>"));
  ck_assert_ptr_nonnull(strstr(header, "RESTRICTED"));
  ck_assert(g_string_equal(word.file, again.file));
}
END_TEST

/* Word draws one border around paragraphs that have the same: each line is apart from the next. */
START_TEST(each_party_has_a_line_to_sign_on)
{
  static const char *const names[] = {"For Japan", "For ASEAN", NULL};
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN, .language = "en", .signatories = names};
  g_auto(WordFile) word = word_file_of("We act.\n", &options);
  g_autofree char *document = word_file_part(&word, "word/document.xml"),
                  *styles = word_file_part(&word, "word/styles.xml");
  g_autofree char *lines = lines_of(document);
  ck_assert_str_eq(lines, "-: We act.\nAdrefSignature: \nAdrefSignatory: For Japan\n"
                          "AdrefSignature: \nAdrefSignatory: For ASEAN\n");
  const char *signatory = strstr(styles, "\"AdrefSignatory\"");
  g_autofree char *style =
      g_strndup(signatory, (gsize)(strstr(signatory, "</w:style>") - signatory));
  ck_assert_ptr_null(strstr(style, "pBdr"));
}
END_TEST

/* In an indented first line a number has a column of its own; the words come back to the margin. */
START_TEST(a_number_in_the_first_line_has_its_column)
{
  GError *error = NULL;
  g_autoptr(AdrefHouseStyle) house = adref_house_style_new();
  house->is_run_in = TRUE;
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .language = "en"};
  AdrefPageOptions page_options = {.house = house, .paper = ADREF_PAPER_SIZE_A4};
  g_autoptr(AdrefNode) tree = read_tree("<!-- pp p -->\nRECALLING much;\n");
  g_auto(WordFile) word =
      word_file_keep(adref_docx_write(tree, &options, &page_options, "demo", &error));
  ck_assert_no_error(error);
  g_autofree char *xml = word_file_part(&word, "word/document.xml");
  g_autofree char *tab = g_strdup_printf("<w:tab w:val=\"left\" w:pos=\"%d\"/></w:tabs>",
                                         (int)(20 * (2 + 2.9) * house->size + 0.5));
  g_autofree char *first =
      g_strdup_printf("<w:ind w:left=\"0\" w:firstLine=\"%d\"/>", (int)(40 * house->size + 0.5));
  ck_assert_ptr_nonnull(strstr(xml, tab));
  ck_assert_ptr_nonnull(strstr(strstr(xml, tab), first));
}
END_TEST

/* The gap behind the last item of a tight list is that of a paragraph. */
START_TEST(items_of_a_tight_list_stand_close)
{
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN, .language = "en"};
  g_auto(WordFile) word = word_file_of("- one\n- two\n", &options);
  g_autofree char *styles = word_file_part(&word, "word/styles.xml");
  const char *item = strstr(styles, "\"ListParagraph\"");
  g_autofree char *style = g_strndup(item, (gsize)(strstr(item, "</w:style>") - item));
  ck_assert_ptr_nonnull(strstr(style, "<w:contextualSpacing/>"));
  ck_assert_ptr_null(strstr(style, "<w:spacing"));
}
END_TEST

/* LibreOffice lets the defaults win over a style of letters within tables. */
START_TEST(the_size_of_letters_is_that_of_a_style)
{
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .language = "en"};
  g_auto(WordFile) word = word_file_of("| a |\n|---|\n| [b - JPN] |\n", &options);
  g_autofree char *styles = word_file_part(&word, "word/styles.xml");
  const char *normal = strstr(styles, "\"Normal\"");
  g_autofree char *style = g_strndup(normal, (gsize)(strstr(normal, "</w:style>") - normal));
  ck_assert_ptr_nonnull(strstr(style, "<w:rPr><w:sz "));
}
END_TEST

/* "1 bracket open" is English on an Arabic page too. */
START_TEST(status_and_agreement_look_as_on_paper)
{
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .language = "ar"};
  g_auto(WordFile) word = word_file_of("<!-- pp x -->\nWe act. [Agreed ad ref]\n", &options);
  g_autofree char *document = word_file_part(&word, "word/document.xml"),
                  *styles = word_file_part(&word, "word/styles.xml");
  const char *status = strstr(styles, "\"Status of the text\"");
  g_autofree char *style = g_strndup(status, (gsize)(strstr(status, "</w:style>") - status));
  ck_assert_ptr_nonnull(strstr(style, "<w:bidi w:val=\"0\"/>"));
  ck_assert_ptr_nonnull(strstr(document, "<w:rStyle w:val=\"AdrefAgreed\"/></w:rPr>"
                                         "<w:t xml:space=\"preserve\">[Agreed ad ref]</w:t>"));
}
END_TEST

/* The line has room for the title, the role and the marking. */
START_TEST(the_header_fits_its_line)
{
  static const char title[] =
      "# Joint Statement on Fifty Years of Friendship and of Cooperation in "
      "the Region and Beyond It\n\nText.\n";
  AdrefViewOptions options = {
      .view = ADREF_VIEW_NEGOTIATING, .language = "en", .role = "Provisional translation"};
  g_auto(WordFile) word = word_file_of(title, &options);
  g_autofree char *header = word_file_part(&word, "word/header2.xml");
  g_autofree char *lines = lines_of(header);
  ck_assert_str_eq(lines, "Header: Joint Statement on Fifty Years of Friendship and\342\200\246  "
                          "\302\267  Provisional translation|DRAFT  \302\267  RESTRICTED\n");
}
END_TEST

/* Word refuses a file that has a table with more. */
START_TEST(too_many_columns_are_named)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN, .language = "en", .problems = problems};
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint line = 0; line < 2; line++) {
    for (guint column = 0; column < 64; column++)
      g_string_append(text, line == 0 ? "| a " : "|---");
    g_string_append(text, "|\n");
  }
  g_auto(WordFile) word = word_file_of(text->str, &options);
  ck_assert_uint_eq(problems->len, 1);
  const AdrefProblem *problem = problems->pdata[0];
  ck_assert_str_eq(problem->message, "a table of 64 columns; Word opens a file with at most 63");
  ck_assert_uint_eq(problem->line, 1);
}
END_TEST

START_TEST(bookmarks_fit_word)
{
  static const struct {
    const char *anchor, *bookmark;
  } rows[] = {
      {"training", "_adref_training"},
      {"private-sector", "_adref_private_sector"},
      {"a23456789-123456789-123456789-123", "_adref_a23456789_123456789_123456789_123"},
      {"a23456789-123456789-123456789-1234", "_adref_a23456789_123456789_1234_5764b0e0"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *bookmark = adref_docx_bookmark(rows[i].anchor);
    ck_assert_str_eq(bookmark, rows[i].bookmark);
    ck_assert_uint_le(strlen(bookmark), 40);
  }
}
END_TEST

START_TEST(depth_is_no_matter)
{
  g_autoptr(GString) text = g_string_new("<!-- op x -->\n");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf(text, "%*s- item %u\n", (int)(2 * i), "", i);
  g_autofree char *xml = word_part(text->str, ADREF_VIEW_CLEAN, "en", "word/document.xml");
  ck_assert_ptr_nonnull(strstr(xml, "item 59"));
  ck_assert_ptr_null(strstr(xml, "<w:ilvl w:val=\"9\"/>"));
}
END_TEST

TCase *tcase_docx(void)
{
  TCase *tcase = tcase_create("docx");
  tcase_add_test(tcase, clauses_and_headings_are_paragraphs);
  tcase_add_test(tcase, lists_are_those_of_word);
  tcase_add_test(tcase, a_number_in_the_first_line_has_its_column);
  tcase_add_test(tcase, items_of_a_tight_list_stand_close);
  tcase_add_test(tcase, brackets_are_text);
  tcase_add_test(tcase, tables_have_all_cells);
  tcase_add_test(tcase, footnotes_are_footnotes);
  tcase_add_test(tcase, notes_are_comments_of_their_party);
  tcase_add_test(tcase, links_lead_to_addresses_and_clauses);
  tcase_add_loop_test(tcase, letters_have_the_properties_of_their_script, 0, 6);
  tcase_add_test(tcase, the_package_is_whole);
  tcase_add_test(tcase, letters_that_xml_lacks_are_replaced);
  tcase_add_test(tcase, the_file_says_where_it_comes_from);
  tcase_add_test(tcase, each_party_has_a_line_to_sign_on);
  tcase_add_test(tcase, the_size_of_letters_is_that_of_a_style);
  tcase_add_test(tcase, status_and_agreement_look_as_on_paper);
  tcase_add_test(tcase, the_header_fits_its_line);
  tcase_add_test(tcase, too_many_columns_are_named);
  tcase_add_test(tcase, bookmarks_fit_word);
  tcase_add_test(tcase, depth_is_no_matter);
  return tcase;
}
