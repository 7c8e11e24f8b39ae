#include "view/docx.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "boxes.h"
#include "cases.h"
#include "merge/diff.h"

typedef struct {
  GString *file;
  char *path;
} WordFile;

static WordFile word_file(const char *markdown, const AdrefViewOptions *options)
{
  GError *error = NULL;
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4, .marking = "RESTRICTED"};
  WordFile word = {.file = adref_docx_write(tree, options, &page_options, "demo", &error)};
  ck_assert_no_error(error);
  int handle = g_file_open_tmp("adref-XXXXXX.docx", &word.path, NULL);
  ck_assert_int_ge(handle, 0);
  ck_assert_int_eq(write(handle, word.file->str, word.file->len), (gssize)word.file->len);
  close(handle);
  return word;
}

static void word_file_clear(WordFile *word)
{
  g_unlink(word->path);
  g_free(word->path);
  g_string_free(word->file, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(WordFile, word_file_clear)

/* A file of the package, by another program. */
static char *part_of(const WordFile *word, const char *name)
{
  const char *const command[] = {"unzip", "-p", word->path, name, NULL};
  g_autoptr(GString) nothing = g_string_new(NULL);
  return witness(nothing, command);
}

static char *part(const char *markdown, AdrefView view, const char *language, const char *name)
{
  AdrefViewOptions options = {.view = view, .language = language};
  g_auto(WordFile) word = word_file(markdown, &options);
  return part_of(&word, name);
}

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
  g_autofree char *xml = part(markdown, view, "en", "word/document.xml");
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
  g_autofree char *xml = part("<!-- op x -->\n| A | B |\n|:-:|--:|\n| 1 | 2 |\n| 3 |\n",
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
  g_auto(WordFile) word = word_file(text, &options);
  g_autofree char *document = part_of(&word, "word/document.xml"),
                  *notes = part_of(&word, "word/footnotes.xml");
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
      word_file("<!-- op x -->\nWe act.\n\n<!-- note JPN: not yet -->\n", &options);
  g_autofree char *comments = part_of(&word, "word/comments.xml"),
                  *document = part_of(&word, "word/document.xml");
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
  g_auto(WordFile) word = word_file(text, &options);
  g_autofree char *document = part_of(&word, "word/document.xml"),
                  *relations = part_of(&word, "word/_rels/document.xml.rels");
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
      part(rows[_i].text, ADREF_VIEW_CLEAN, rows[_i].language, "word/document.xml");
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
    g_auto(WordFile) word = word_file(EVERYTHING, &options);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
      g_autofree char *xml = part_of(&word, parts[i]);
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
      word_file("# T\uFFFEtle\n\nW\uFFFFrds.\n\n<!-- note JPN: n\uFFFFte -->\n", &options);
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    g_autofree char *xml = part_of(&word, parts[i]);
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
  g_auto(WordFile) word = word_file("# T\n\nText.\n", &options);
  g_auto(WordFile) again = word_file("# T\n\nText.\n", &options);
  g_autofree char *properties = part_of(&word, "docProps/custom.xml"),
                  *settings = part_of(&word, "word/settings.xml"),
                  *header = part_of(&word, "word/header2.xml");
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
  g_auto(WordFile) word = word_file("We act.\n", &options);
  g_autofree char *document = part_of(&word, "word/document.xml"),
                  *styles = part_of(&word, "word/styles.xml");
  g_autofree char *lines = lines_of(document);
  ck_assert_str_eq(lines, "-: We act.\nAdrefSignature: \nAdrefSignatory: For Japan\n"
                          "AdrefSignature: \nAdrefSignatory: For ASEAN\n");
  const char *signatory = strstr(styles, "\"AdrefSignatory\"");
  g_autofree char *style =
      g_strndup(signatory, (gsize)(strstr(signatory, "</w:style>") - signatory));
  ck_assert_ptr_null(strstr(style, "pBdr"));
}
END_TEST

/* The gap behind the last item of a tight list is that of a paragraph. */
START_TEST(items_of_a_tight_list_stand_close)
{
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN, .language = "en"};
  g_auto(WordFile) word = word_file("- one\n- two\n", &options);
  g_autofree char *styles = part_of(&word, "word/styles.xml");
  const char *item = strstr(styles, "\"ListParagraph\"");
  g_autofree char *style = g_strndup(item, (gsize)(strstr(item, "</w:style>") - item));
  ck_assert_ptr_nonnull(strstr(style, "<w:contextualSpacing/>"));
  ck_assert_ptr_null(strstr(style, "<w:spacing"));
}
END_TEST

/* "1 bracket open" is English on an Arabic page too. */
START_TEST(status_and_agreement_look_as_on_paper)
{
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .language = "ar"};
  g_auto(WordFile) word = word_file("<!-- pp x -->\nWe act. [Agreed ad ref]\n", &options);
  g_autofree char *document = part_of(&word, "word/document.xml"),
                  *styles = part_of(&word, "word/styles.xml");
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
  g_auto(WordFile) word = word_file(title, &options);
  g_autofree char *header = part_of(&word, "word/header2.xml");
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
  g_auto(WordFile) word = word_file(text->str, &options);
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
  g_autofree char *xml = part(text->str, ADREF_VIEW_CLEAN, "en", "word/document.xml");
  ck_assert_ptr_nonnull(strstr(xml, "item 59"));
  ck_assert_ptr_null(strstr(xml, "<w:ilvl w:val=\"9\"/>"));
}
END_TEST

/* The words of a tracked text after all changes were accepted, or all rejected: a line for each
 * paragraph, labels with a bar. The mark of a paragraph that goes joins it to the next one. */
static char *side_of(const char *xml, gboolean accepted)
{
  GString *lines = g_string_new(NULL);
  const char *out = accepted ? "del" : "ins";
  gboolean is_gone = FALSE, joins = FALSE;
  g_autoptr(GRegex) piece =
      g_regex_new("<w:rPr><w:(ins|del) [^>]*/></w:rPr></w:pPr>|<(/?)w:(ins|del)( [^>]*[^/])?>|"
                  "<w:(?:t|delText) [^>]*>([^<]*)<|<w:tab/>|</w:p>|<w:trPr>(.*?)</w:trPr>|</w:tr>",
                  0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  for (g_regex_match(piece, xml, 0, &match); g_match_info_matches(match);
       g_match_info_next(match, NULL)) {
    g_autofree char *whole = g_match_info_fetch(match, 0), *mark = g_match_info_fetch(match, 1),
                    *ends = g_match_info_fetch(match, 2), *run = g_match_info_fetch(match, 3),
                    *words = g_match_info_fetch(match, 5);
    if (mark && *mark)
      joins = strcmp(mark, out) == 0;
    else if (run && *run)
      is_gone = strcmp(run, out) == 0 ? !*ends : is_gone;
    else if (strcmp(whole, "</w:p>") == 0) {
      if (!joins && lines->len > 0 && lines->str[lines->len - 1] != '\n')
        g_string_append_c(lines, '\n');
      joins = FALSE;
    } else if (!is_gone && !g_str_has_prefix(whole, "<w:trPr>") && strcmp(whole, "</w:tr>") != 0)
      g_string_append(lines, strcmp(whole, "<w:tab/>") == 0 ? "|" : words);
  }
  return g_string_free(lines, FALSE);
}

static char *tracked_by(const char *old, const char *new, const AdrefDocxAuthors *authors)
{
  GError *error = NULL;
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  g_autoptr(AdrefNode) before = read_tree(old);
  g_autoptr(AdrefNode) after = read_tree(new);
  g_autoptr(AdrefNode) redline = adref_diff(before, after, "en");
  WordFile word = {
      .file = adref_docx_tracked_write(redline, &options, &page_options, authors, NULL, &error)};
  ck_assert_no_error(error);
  int handle = g_file_open_tmp("adref-XXXXXX.docx", &word.path, NULL);
  ck_assert_int_eq(write(handle, word.file->str, word.file->len), (gssize)word.file->len);
  close(handle);
  char *xml = part_of(&word, "word/document.xml");
  word_file_clear(&word);
  return xml;
}

static char *tracked(const char *old, const char *new)
{
  AdrefDocxAuthors authors = {.whole = {"Japan & Co", "2023-12-01T09:00:00Z"}};
  return tracked_by(old, new, &authors);
}

/* "ins B: should ", a line for each tracked run; "mark ins B" for each tracked mark. */
static char *authors_in(const char *xml)
{
  GString *lines = g_string_new(NULL);
  g_autoptr(GRegex) change =
      g_regex_new("<w:(ins|del) [^>]*w:author=\"([^\"]*)\"[^>]*(/?)>", 0, 0, NULL);
  g_autoptr(GRegex) tag = g_regex_new("<[^>]*>", 0, 0, NULL);
  g_autoptr(GMatchInfo) found = NULL;
  for (g_regex_match(change, xml, 0, &found); g_match_info_matches(found);
       g_match_info_next(found, NULL)) {
    g_autofree char *what = g_match_info_fetch(found, 1), *who = g_match_info_fetch(found, 2),
                    *whole = g_match_info_fetch(found, 0);
    int end;
    g_match_info_fetch_pos(found, 0, NULL, &end);
    g_autofree char *closing = g_strdup_printf("</w:%s>", what);
    g_autofree char *run = g_strndup(xml + end, (gsize)(strstr(xml + end, closing) - xml - end));
    g_autofree char *words = g_regex_replace(tag, run, -1, 0, "", 0, NULL);
    if (g_str_has_suffix(whole, "/>"))
      g_string_append_printf(lines, "mark %s %s\n", what, who);
    else
      g_string_append_printf(lines, "%s %s: %s\n", what, who, words);
  }
  return g_string_free(lines, FALSE);
}

/* The author of each character, by a letter: "AAB" -> 0, 0, 1. */
static guint8 *numbers_of(const char *letters)
{
  guint8 *numbers = g_new0(guint8, strlen(letters) + 1);
  for (gsize i = 0; letters[i]; i++)
    numbers[i] = (guint8)(letters[i] - 'A');
  return numbers;
}

#define ACT "<!-- op a -->\n"

static const struct {
  const char *old, *new, *old_authors, *new_authors, *lines;
} authored[] = {
    /* a word in a paragraph, and words of two at its end */
    {ACT "We shall act.\n", ACT "We should act now, all of us.\n", "AABBBBBAAAA",
     "AACCCCCCAAAAAAABBBBBCCC",
     "del B: shall\nins C: should\nins A:  now, \nins B: all of \nins C: us\n"},
    /* a clause of two; its number and its paragraph's mark are the first one's */
    {ACT "We act.\n", ACT "We act.\n\n<!-- op b -->\nThey rest now.\n", "AAAAAA",
     "AAAAAABBBBCCCCBBBB",
     "ins all: 1.\nmark ins B\nins B: 2.\nins B: They \nins C: rest \nins B: now.\n"},
    /* brackets and positions in new words are theirs; a position added to words is nobody's own */
    {ACT "We act.\n\nOr [we - JPN] rest.\n",
     ACT "We act [now - JPN].\n\nOr [we - JPN, THA] rest.\n", "AAAAAAAAAAAAAA",
     "AAAAABBBAAAAAAAAAA",
     "ins B:  \nins B: [\nins B: now\nins B:  - \nins B: JPN\nins B: ]\n"
     "del all:  - \ndel all: JPN\nins all:  - \nins all: JPN, THA\n"},
};

START_TEST(each_word_has_its_author)
{
  static const AdrefDocxAuthor all[] = {{"A", NULL}, {"B", NULL}, {"C", NULL}};
  g_autofree guint8 *before = numbers_of(authored[_i].old_authors),
                    *after = numbers_of(authored[_i].new_authors);
  AdrefDocxAuthors authors = {{"all", NULL}, all, before, after};
  g_autofree char *xml = tracked_by(authored[_i].old, authored[_i].new, &authors);
  g_autofree char *lines = authors_in(xml);
  ck_assert_str_eq(lines, authored[_i].lines);
}
END_TEST

/* The words of a text in its own Word file, in the same form. */
static char *words_of(const char *markdown)
{
  g_autofree char *xml = part(markdown, ADREF_VIEW_NEGOTIATING, "en", "word/document.xml");
  char *lines = side_of(xml, TRUE);
  char *status = strstr(lines, "open");
  char *end = status ? strchr(status, '\n') : NULL, *start = status;
  while (start && start > lines && start[-1] != '\n')
    start--;
  if (end)
    memmove(start, end + 1, strlen(end + 1) + 1);
  return lines;
}

#define OP "<!-- op a -->\n"

static const struct {
  const char *name, *old, *new;
} pairs_to_track[] = {
    {"a word", OP "We shall act.\n", OP "We should act.\n"},
    {"emphasis", OP "We *shall* act.\n", OP "We shall act **now**.\n"},
    {"a paragraph", OP "We act.\n\nSoon.\n", OP "We act.\n\nNow.\n\nLater.\n"},
    {"its first paragraph", OP "We act.\n", OP "Now and here it begins.\n\nWe act.\n"},
    {"a clause, and numbers", OP "We act.\n\n<!-- op b -->\nWe meet.\n",
     "<!-- op n -->\nIt is new.\n\n" OP "We act.\n\n<!-- op b -->\nWe meet.\n"},
    {"the only number", OP "We act.\n\n<!-- op b -->\nWe meet.\n", OP "We act.\n"},
    {"a move", OP "We act with all partners.\n\n<!-- op b -->\nWe meet in the region soon.\n",
     "<!-- op b -->\nWe meet in the region late.\n\n" OP "We act with all partners.\n"},
    {"a split", OP "We act at once. We meet in the region soon.\n",
     OP "We act at once.\n\nWe meet in the region soon.\n"},
    {"a join", OP "We act at once.\n\n<!-- op b -->\nWe meet in the region soon.\n",
     OP "We act at once. We meet in the region soon.\n"},
    {"items", OP "We:\n\n- act\n- meet\n", OP "We:\n\n- act\n- stay\n- meet\n- go\n"},
    {"a list becomes words", OP "1. meet; and\n2. report soon.\n", OP "meet; and report soon.\n"},
    {"labels", OP "(a) we act\n\n(b) we meet\n", OP "(a) we act\n\n(c) we meet\n"},
    {"rows", OP "| A | B |\n|---|---|\n| 1 | 2 |\n",
     OP "| A | B |\n|---|---|\n| 9 | 8 |\n| 1 | 3 |\n"},
    {"columns", OP "| A | B |\n|---|---|\n| 1 | 2 |\n",
     OP "| A | N | B |\n|---|---|---|\n| 1 | x | 2 |\n"},
    {"brackets", OP "We [shall - JPN / should - THA] act.\n",
     OP "We [shall - JPN, USA / must - AUS] act.\n"},
    {"a bracket that goes", OP "We [shall - JPN / should] [soon] act.\n",
     OP "We should soon act.\n"},
    {"a bracket that begins a word earlier", OP "a b [b - JPN / b - THA] c.\n",
     OP "a [b - JPN / b d - THA] c.\n"},
    {"a bracket around a sign between alternatives", OP "a [b - JPN / c - THA / d] e.\n",
     OP "a [b - JPN [/ c] - THA / d] e.\n"},
    {"a bracket in an alternative", OP "a [b - JPN / - THA / d] e.\n",
     OP "a [b - JPN / [ - THA] / d] e.\n"},
    {"a bracket in brackets",
     OP "k [w - THA / a b [c [d - THA / e - JPN] - JPN / i - THA] / k] z.\n",
     OP "k [w - THA / a [b [c [d - JPN] - THA / e - JPN] - JPN / i - THA] / k] z.\n"},
    {"a sign before a bracket", OP "a [t / [k - THA / s - JPN] - JPN / h - THA] w.\n",
     OP "a [t / [k - THA / s - JPN] - JPN s h - THA] w.\n"},
    {"another kind", OP "We act at once.\n\n<!-- op b -->\nWe meet.\n",
     "<!-- pp c -->\nWe act at once.\n\n<!-- op b -->\nWe meet.\n"},
    {"words at the end, and a new paragraph", OP "We act.\n\nWe meet.\n",
     OP "We act. At once.\n\nWe stay.\n\nWe go.\n\nWe meet.\n"},
    {"words at the end, and a new clause", OP "We act.\n\n<!-- op b -->\nWe meet.\n",
     OP "We act. At once.\n\n<!-- op n -->\nIt is new.\n\n<!-- op b -->\nWe meet.\n"},
    {"words at the end, and a new item", OP "We:\n\n- act\n- meet\n",
     OP "We:\n\n- act at once\n- stay\n- meet\n"},
    {"words at the end, and another style", OP "We:\n\nmeet.\n",
     OP "We all:\n\n> Stay.\n\nmeet.\n"},
    {"a link in new words", OP "We act.\n", OP "We act in [Tokyo](https://example.org).\n"},
    {"a heading", "## Old words\n\n" OP "We act.\n", "# New words\n\n" OP "We act.\n"},
    {"code", OP "```\na\nb\n```\n", OP "```\na\nc\n```\n"},
    {"nothing", OP "We act.\n", OP "We act.\n"},
};

START_TEST(tracked_changes_are_exact)
{
  const char *old = pairs_to_track[_i].old, *new = pairs_to_track[_i].new;
  g_autofree char *xml = tracked(old, new);
  g_autofree char *rejected = side_of(xml, FALSE), *accepted = side_of(xml, TRUE);
  g_autofree char *old_words = words_of(old), *new_words = words_of(new);
  ck_assert_msg(strcmp(rejected, old_words) == 0, "%s, rejected:\n%s\n%s\n%s",
                pairs_to_track[_i].name, rejected, old_words, xml);
  ck_assert_msg(strcmp(accepted, new_words) == 0, "%s, accepted:\n%s\n%s\n%s",
                pairs_to_track[_i].name, accepted, new_words, xml);
  ck_assert_int_eq(!strstr(xml, "<w:ins ") && !strstr(xml, "<w:del "), strcmp(old, new) == 0);
}
END_TEST

/* The mark between words that were added and a new paragraph is the one that was inserted; else
 * LibreOffice rejects one mark too many. */
START_TEST(the_mark_before_a_new_paragraph_is_the_inserted_one)
{
  g_autofree char *xml =
      tracked(OP "We act.\n\nWe meet.\n", OP "We act. At once.\n\nWe stay.\n\nWe meet.\n");
  const char *first = strstr(xml, "<w:p>"), *second = strstr(first + 1, "<w:p>"),
             *third = strstr(second + 1, "<w:p>");
  g_autofree char *old = g_strndup(first, (gsize)(second - first)),
                  *new = g_strndup(second, (gsize)(third - second));
  ck_assert_ptr_nonnull(strstr(old, "<w:rPr><w:ins "));
  ck_assert_ptr_null(strstr(new, "<w:rPr><w:ins "));
}
END_TEST

/* Then the mark behind the new paragraph is that of the old one, and has its style when the change
 * is refused. */
START_TEST(a_mark_that_was_shifted_says_what_it_was)
{
  g_autofree char *xml = tracked(OP "We act.\n\nWe meet.\n",
                                 OP "We act. At once.\n\n- We stay.\n\n> We go.\n\nWe meet.\n");
  const char *quote = strstr(xml, "\"Quote\""), *change = strstr(xml, "<w:pPrChange ");
  ck_assert(quote && change && quote < change && change < strstr(quote, "</w:pPr>"));
  ck_assert_ptr_null(strstr(change + 1, "<w:pPrChange "));
  const char *former = strstr(change, "<w:pPr>");
  ck_assert(!strstr(former, "Quote") && !strstr(former, "<w:numPr>"));
}
END_TEST

/* What Word refuses, or reads otherwise than it was meant, and the validator of Microsoft's SDK
 * lets pass: text of a deletion that is not deleted text, a change in a change, moves, a link in an
 * insertion (LibreOffice drops it), a cell whose last block is no paragraph, ids that bookmarks and
 * changes share. */
static void lint(const char *xml)
{
  g_autoptr(GRegex) bad = g_regex_new("<w:del [^>]*[^/]>(?:(?!</w:del>).)*<w:t[ >]"
                                      "|<w:ins [^>]*[^/]>(?:(?!</w:ins>).)*<w:delText"
                                      "|<w:(ins|del) [^>]*[^/]>(?:(?!</w:\\1>).)*<w:(?:ins|del) "
                                      "|<w:(ins|del) [^>]*[^/]>(?:(?!</w:\\2>).)*<w:hyperlink"
                                      "|<w:move|<w:tc>(<w:tcPr>.*?</w:tcPr>)?</w:tc>"
                                      "|</w:tbl>\\s*(<w:bookmarkEnd [^>]*>\\s*)?</w:tc>",
                                      G_REGEX_DOTALL, 0, NULL);
  ck_assert_msg(!g_regex_match(bad, xml, 0, NULL), "%s", xml);
  g_autoptr(GRegex) id = g_regex_new("<w:(?:ins|del|bookmarkStart) w:id=\"(\\d+)\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (g_regex_match(id, xml, 0, &match); g_match_info_matches(match);
       g_match_info_next(match, NULL))
    ck_assert(g_hash_table_add(seen, g_match_info_fetch(match, 1)));
}

START_TEST(tracked_changes_are_well_formed)
{
  g_autofree char *xml = tracked(pairs_to_track[_i].old, pairs_to_track[_i].new);
  lint(xml);
  g_autoptr(GRegex) id =
      g_regex_new("w:id=\"(\\d+)\" w:author=\"([^\"]*)\" w:date=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (g_regex_match(id, xml, 0, &match); g_match_info_matches(match);
       g_match_info_next(match, NULL)) {
    g_autofree char *name = g_match_info_fetch(match, 2), *date = g_match_info_fetch(match, 3);
    ck_assert(g_hash_table_add(seen, g_match_info_fetch(match, 1)));
    ck_assert_str_eq(name, "Japan &amp; Co");
    ck_assert_str_eq(date, "2023-12-01T09:00:00Z");
  }
}
END_TEST

START_TEST(ids_of_changes_are_none_of_bookmarks)
{
  enum {
    CLAUSES = 1200
  };
  g_autoptr(GString) old = g_string_new(NULL), new = g_string_new(NULL);
  for (guint i = 0; i < CLAUSES; i++) {
    g_string_append_printf(old, "<!-- op a%u -->\nWe act.\n\n", i);
    g_string_append_printf(new, "<!-- op a%u -->\nWe all act.\n\n", i);
  }
  g_autofree char *xml = tracked(old->str, new->str);
  lint(xml);
}
END_TEST

#define NOTED "\n\nMore[^1] words.\n\n[^1]: At the foot.\n"

START_TEST(texts_beside_each_other_are_well_formed)
{
  const char *const languages[] = {"en", "ar"};
  g_autoptr(AdrefNode) first = read_tree(EVERYTHING NOTED), second = read_tree(EVERYTHING NOTED);
  const AdrefNode *const documents[] = {first, second};
  AdrefViewOptions options[ADREF_PARALLEL_TEXTS];
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  AdrefParallelTexts parallel = {.notes = NULL};
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    options[i] = (AdrefViewOptions){.view = ADREF_VIEW_NEGOTIATING, .language = languages[i]};
    parallel.texts[i] =
        (AdrefParallelText){.document = documents[i], .options = &options[i], .head = languages[i]};
  }
  GError *error = NULL;
  g_autoptr(GString) file = adref_docx_parallel_write(&parallel, &page_options, "s", FALSE, &error);
  ck_assert_no_error(error);
  WordFile word = {.file = g_steal_pointer(&file)};
  int handle = g_file_open_tmp("adref-XXXXXX.docx", &word.path, NULL);
  ck_assert_int_eq(write(handle, word.file->str, word.file->len), (gssize)word.file->len);
  close(handle);
  g_autofree char *xml = part_of(&word, "word/document.xml"),
                  *notes = part_of(&word, "word/footnotes.xml"),
                  *custom = part_of(&word, "docProps/custom.xml");
  word_file_clear(&word);
  lint(xml);
  ck_assert_ptr_nonnull(strstr(custom, "\"adref.beside\"><vt:lpwstr>ar<"));
  ck_assert_ptr_nonnull(strstr(xml, "<w:bidi/>"));
  const char *row = strstr(xml, "<w:cantSplit/>"), *note = strstr(xml, "<w:footnoteReference ");
  ck_assert(row && row < note && strstr(xml, "<w:tr><w:tc>"));
  guint references = 0, texts = 0;
  for (const char *at = xml; (at = strstr(at, "<w:footnoteReference ")); at++)
    references++;
  for (const char *at = notes; (at = strstr(at, "<w:footnote w:id=")); at++)
    texts++;
  ck_assert_uint_gt(references, 0);
  ck_assert_uint_eq(references, texts);
}
END_TEST

TCase *tcase_docx(void)
{
  TCase *tcase = tcase_create("docx");
  tcase_add_loop_test(tcase, each_word_has_its_author, 0, G_N_ELEMENTS(authored));
  tcase_add_test(tcase, clauses_and_headings_are_paragraphs);
  tcase_add_test(tcase, lists_are_those_of_word);
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
  tcase_add_test(tcase, status_and_agreement_look_as_on_paper);
  tcase_add_test(tcase, the_header_fits_its_line);
  tcase_add_test(tcase, too_many_columns_are_named);
  tcase_add_test(tcase, bookmarks_fit_word);
  tcase_add_test(tcase, depth_is_no_matter);
  tcase_add_loop_test(tcase, tracked_changes_are_exact, 0, (int)G_N_ELEMENTS(pairs_to_track));
  tcase_add_loop_test(tcase, tracked_changes_are_well_formed, 0, (int)G_N_ELEMENTS(pairs_to_track));
  tcase_add_test(tcase, the_mark_before_a_new_paragraph_is_the_inserted_one);
  tcase_add_test(tcase, a_mark_that_was_shifted_says_what_it_was);
  tcase_add_test(tcase, ids_of_changes_are_none_of_bookmarks);
  tcase_add_test(tcase, texts_beside_each_other_are_well_formed);
  return tcase;
}
