#include "view/akn/akn.h"

#include "cases.h"

static AdrefAknWork *new_work(void)
{
  AdrefAknWork *work = adref_akn_work_new();
  work->statement = g_strdup("demo");
  work->day = g_strdup("2023-12-17");
  work->has_date = TRUE;
  work->version = g_strdup("rev1");
  work->version_day = g_strdup("2023-12-01");
  adref_akn_work_add_party(work, "JPN", "Japan & others");
  adref_akn_work_add_event(work, "zero", g_strdup("2023-11-01T09:00:00+09:00"), NULL, NULL);
  adref_akn_work_add_event(work, "rev1", g_strdup("2023-12-01T09:00:00+09:00"), NULL, NULL);
  adref_akn_work_add_event(work, "rev1", g_strdup("2023-12-02T09:00:00+09:00"), "LAO", "signed");
  return work;
}

static GString *write_view(const char *markdown, AdrefView view)
{
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  g_autoptr(AdrefAknWork) work = new_work();
  AdrefViewOptions options = {.view = view, .version = "1a2b3c4d", .hash = "ab12"};
  return adref_akn_write(tree, &options, work);
}

/* What stands behind the metadata of the statement. */
static const char *text_of(const GString *file)
{
  const char *end = strstr(file->str, "</meta>\n");
  ck_assert_ptr_nonnull(end);
  return end + strlen("</meta>\n");
}

/* All values that a pattern finds, once each; `twice` gets the first that comes again. */
static GHashTable *values_of(const char *xml, const char *pattern, char **twice)
{
  GHashTable *values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  for (g_regex_match(regex, xml, 0, &match); g_match_info_matches(match);
       g_match_info_next(match, NULL)) {
    g_autofree char *value = g_match_info_fetch(match, 1);
    g_auto(GStrv) words = g_strsplit(value, " ", -1);
    for (char **word = words; *word; word++)
      if (!g_hash_table_add(values, g_strdup(*word)) && twice && !*twice)
        *twice = g_strdup(*word);
  }
  return values;
}

/* Each eId is that of one element, each reference inside of the file leads to one, and the
 * elements nest. */
static void check_references(const char *xml)
{
  g_autofree char *twice = NULL;
  g_autoptr(GHashTable) ids = values_of(xml, " eId=\"([^\"]*)\"", &twice);
  g_autoptr(GHashTable) references = values_of(
      xml, " (?:href|refersTo|source|by|outcome|alternativeTo|from|upTo)=\"(#[^\"]*)\"", NULL);
  ck_assert_msg(!twice, "the eId %s comes twice in: %.300s", twice, xml);
  GHashTableIter iter;
  gpointer reference;
  g_hash_table_iter_init(&iter, references);
  while (g_hash_table_iter_next(&iter, &reference, NULL))
    ck_assert_msg(g_hash_table_contains(ids, (char *)reference + 1), "%s leads nowhere in: %.300s",
                  (char *)reference, xml);
}

static void check_nesting(const char *xml)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GRegex) tag = g_regex_new("<(/?)([A-Za-z]+)[^>]*?(/?)>", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  for (g_regex_match(tag, xml, 0, &match); g_match_info_matches(match);
       g_match_info_next(match, NULL)) {
    g_autofree char *end = g_match_info_fetch(match, 1), *name = g_match_info_fetch(match, 2);
    g_autofree char *empty = g_match_info_fetch(match, 3);
    if (*end) {
      ck_assert_msg(open->len > 0 && g_str_equal(name, open->pdata[open->len - 1]),
                    "</%s> closes nothing in: %.300s", name, xml);
      g_ptr_array_set_size(open, (gint)open->len - 1);
    } else if (!*empty) {
      g_ptr_array_add(open, g_steal_pointer(&name));
    }
    ck_assert_uint_lt(open->len, 250); /* libxml2 reads 256 elements in each other */
  }
  ck_assert_uint_eq(open->len, 0);
}

static void check(const char *markdown)
{
  for (AdrefView view = ADREF_VIEW_NEGOTIATING; view <= ADREF_VIEW_CLEAN; view++) {
    g_autoptr(GString) file = write_view(markdown, view);
    check_references(file->str);
    check_nesting(file->str);
  }
}

static char *without(char *xml, const char *pattern)
{
  g_autofree char *old = xml;
  g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_DOTALL, 0, NULL);
  return g_regex_replace_literal(regex, old, -1, 0, "", 0, NULL);
}

/* The letters of the words of clauses, without signs of brackets, spaces and all that is no word of
 * a clause. */
static char *letters_of_file(const GString *file)
{
  static const char *const rest[] = {"<num>[^<]*</num>",
                                     "<inline name=\"positions\">.*?</inline></inline>",
                                     "<inline name=\"agreed\">[^<]*</inline>",
                                     "<authorialNote class=\"note\".*?</authorialNote>",
                                     "<p class=\"(open|role|occasion)\">.*?</p>",
                                     "<[^>]*>",
                                     "[][/\\s]"};
  static const char *const names[] = {"&lt;", "<", "&gt;", ">", "&quot;", "\"", "&amp;", "&"};
  char *letters = g_strdup(strstr(file->str, "<references"));
  letters = without(letters, "^.*?</meta>|<meta>.*?</meta>");
  for (gsize i = 0; i < G_N_ELEMENTS(rest); i++)
    letters = without(letters, rest[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i += 2) {
    g_autofree char *old = letters;
    g_auto(GStrv) parts = g_strsplit(old, names[i], -1);
    letters = g_strjoinv(names[i + 1], parts);
  }
  return letters;
}

/* Footnotes stand at other places; those are looked at in the golden files. */
static void check_words(const char *markdown)
{
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  g_autofree char *expected = without(adref_node_words(tree), "[][/\\s]");
  for (AdrefView view = ADREF_VIEW_NEGOTIATING; view <= ADREF_VIEW_CLEAN; view++) {
    g_autoptr(GString) file = write_view(markdown, view);
    g_autofree char *letters = letters_of_file(file);
    ck_assert_msg(g_str_equal(letters, expected), "%.300s\ninstead of\n%.300s", letters, expected);
  }
}

#define FOLDER "tests/golden/akn/"

/* ADREF_UPDATE=1 writes the files anew; read the difference before you commit them. */
START_TEST(golden_files)
{
  static const char *const views[] = {"negotiating", "public", "clean"};
  GError *error = NULL;
  g_autofree char *text = NULL, *expected = NULL;
  g_autofree char *path = g_strconcat(FOLDER "everything.", views[_i], ".xml", NULL);
  g_file_get_contents(FOLDER "everything.md", &text, NULL, &error);
  ck_assert_no_error(error);
  check(text);
  g_autoptr(GString) file = write_view(text, (AdrefView)_i);
  if (g_getenv("ADREF_UPDATE"))
    g_file_set_contents(path, file->str, (gssize)file->len, &error);
  ck_assert_no_error(error);
  g_file_get_contents(path, &expected, NULL, &error);
  ck_assert_no_error(error);
  gsize same = 0;
  while (expected[same] && expected[same] == file->str[same])
    same++;
  ck_assert_msg(g_str_equal(expected, file->str), "%s differs from here on: %.200s", path,
                file->str + same);
}
END_TEST

START_TEST(words_are_those_of_the_text)
{
  check(EVERYTHING);
  check_words("# T <&> \"x\"\n\n<!-- op a -->\nW [b - JPN / c] d [e [f] g].\n\n- x\n- y\n\n"
              "| a | b |\n|---|---|\n| c | |\n\n> q\n\n<!-- pp late -->\nP\n\n"
              "<!-- annex n -->\n## A\n\nz `k<l` *m* <!-- note JPN: secret -->\n");
  check_words("Plain words.\n\n# Late title\n\nMore.\n");
  check_words("<!-- closing c -->\nEnd.\n");
  check_words("");
}
END_TEST

/* The text in one view, behind the metadata. */
static void assert_text(const char *markdown, AdrefView view, const char *expected)
{
  g_autoptr(GString) file = write_view(markdown, view);
  check(markdown);
  g_autofree char *text = g_strdup(text_of(file));
  char *end = strstr(text, "</statement>\n</akomaNtoso>\n");
  ck_assert_ptr_nonnull(end);
  *end = '\0';
  ck_assert_str_eq(text, expected);
}

#define BODY(words) "<mainBody xml:lang=\"en\">\n" words "</mainBody>\n"

START_TEST(every_document_has_a_body)
{
  assert_text("", ADREF_VIEW_CLEAN, BODY("<p/>"));
  assert_text("# T\n", ADREF_VIEW_CLEAN,
              "<preface xml:lang=\"en\">\n<p class=\"title\"><docTitle "
              "eId=\"docTitle_1\">T</docTitle></p>\n</preface>\n" BODY("<p/>"));
  assert_text("<!-- closing c -->\nEnd.\n", ADREF_VIEW_CLEAN,
              BODY("<p/>") "<conclusions xml:lang=\"en\">\n<container name=\"closing\" "
                           "eId=\"container_1\"><p>End.</p>\n</container>\n</conclusions>\n");
}
END_TEST

/* A closing before the last operative paragraph, and a chapeau behind the first, are in the body.
 */
START_TEST(the_body_is_what_stands_between)
{
  g_autoptr(GString) file = write_view("<!-- op a -->\nA\n\n<!-- closing b -->\nB\n\n"
                                       "<!-- chapeau c -->\nC\n\n<!-- op d -->\nD\n\n"
                                       "<!-- closing e -->\nE\n\nF\n",
                                       ADREF_VIEW_NEGOTIATING);
  const char *text = text_of(file), *end = strstr(text, "</mainBody>");
  ck_assert(g_str_has_prefix(text, "<mainBody "));
  ck_assert_ptr_nonnull(end);
  const char *closing = strstr(text, "<hcontainer name=\"closing\" eId=\"hcontainer_1\"");
  const char *chapeau = strstr(text, "<hcontainer name=\"chapeau\" eId=\"hcontainer_2\"");
  const char *last = strstr(text, "<container name=\"closing\" eId=\"container_1\"");
  ck_assert(closing && closing < end);
  ck_assert(chapeau && chapeau < end);
  ck_assert(last && last > end);
}
END_TEST

#define PARAGRAPH(id, number, words)                                                               \
  "<paragraph eId=\"" id "\"><num>" number "</num><content eId=\"" id "__content\">\n<p>" words    \
  "</p>\n</content></paragraph>\n"

/* A number that comes twice gets a suffix, and one in an annex the prefix of the annex. */
START_TEST(numbers_make_ids)
{
  assert_text("<!-- op a no=12bis -->\nA\n\n<!-- op b no=12bis -->\nB\n\n<!-- item c no=1.1 -->\n"
              "C\n",
              ADREF_VIEW_CLEAN,
              BODY(PARAGRAPH("para_12bis", "12 bis.", "A") PARAGRAPH("para_12bis_2", "12 bis.", "B")
                       PARAGRAPH("para_1-1", "1.1", "C")));
}
END_TEST

/* A clause keeps its wId when it gets another number or another place. */
START_TEST(work_ids_stay)
{
  g_autoptr(GString) before =
      write_view("<!-- op a -->\nA\n\n<!-- op b -->\nB\n", ADREF_VIEW_NEGOTIATING);
  g_autoptr(GString) after = write_view(
      "<!-- op new -->\nN\n\n<!-- op b -->\nB\n\n<!-- op a -->\nA\n", ADREF_VIEW_NEGOTIATING);
  ck_assert_ptr_nonnull(strstr(before->str, "<paragraph eId=\"para_1\" wId=\"elm_a\">"));
  ck_assert_ptr_nonnull(strstr(before->str, "<paragraph eId=\"para_2\" wId=\"elm_b\">"));
  ck_assert_ptr_nonnull(strstr(after->str, "<paragraph eId=\"para_3\" wId=\"elm_a\">"));
  ck_assert_ptr_nonnull(strstr(after->str, "<paragraph eId=\"para_2\" wId=\"elm_b\">"));
}
END_TEST

START_TEST(translations_say_so)
{
  static const struct {
    AdrefLanguageRole role;
    const char *binds;
    gboolean is_translation;
  } rows[] = {
      {ADREF_LANGUAGE_ROLE_AUTHENTIC, "true", FALSE},
      {ADREF_LANGUAGE_ROLE_TRANSLATION, "true", TRUE},
      {ADREF_LANGUAGE_ROLE_PROVISIONAL, "false", TRUE},
      {ADREF_LANGUAGE_ROLE_WORKING, "false", FALSE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(AdrefNode) tree = read_tree("文。\n");
    g_autoptr(AdrefAknWork) work = new_work();
    work->has_role = TRUE;
    work->role = rows[i].role;
    work->languages = g_strsplit("en ja", " ", -1);
    AdrefViewOptions options = {.language = "ja", .role = "仮訳"};
    g_autoptr(GString) file = adref_akn_write(tree, &options, work);
    g_autofree char *binds = g_strdup_printf("<FRBRauthoritative value=\"%s\"/>", rows[i].binds);
    g_autofree char *from = g_strdup_printf(
        "<FRBRtranslation href=\"/akn/zz/statement/jointStatement/2023-12-17/demo/eng@rev1\" "
        "fromLanguage=\"eng\" authoritative=\"%s\" by=\"#parties\"/>",
        rows[i].binds);
    check_references(file->str);
    ck_assert_ptr_nonnull(strstr(file->str, binds));
    ck_assert_int_eq(strstr(file->str, from) != NULL, rows[i].is_translation);
    ck_assert_ptr_nonnull(strstr(file->str, "<p class=\"role\"><docStatus>仮訳</docStatus></p>"));
    ck_assert_ptr_nonnull(strstr(file->str, "eId=\"expression_en\""));
    ck_assert_ptr_null(strstr(file->str, "eId=\"expression_ja\""));
  }
}
END_TEST

START_TEST(ruby_and_letters_that_xml_lacks)
{
  g_autoptr(AdrefNode) tree = read_tree("｜志《こころざし》 a\uFFFEb\uFFFFc \uFFFE\n");
  g_autoptr(AdrefAknWork) work = new_work();
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN, .language = "ja"};
  g_autoptr(GString) file = adref_akn_write(tree, &options, work);
  ck_assert_ptr_nonnull(strstr(file->str,
                               "<p><inline name=\"ruby\">志<inline name=\"reading\">"
                               "こころざし</inline></inline> a\uFFFDb\uFFFDc \uFFFD</p>"));
}
END_TEST

/* Readers of XML read 256 elements in each other at most. */
START_TEST(depth_has_a_limit)
{
  enum {
    LISTS = 45, /* the reader allows 100 levels of lists and items */
    BRACKETS = 300
  };
  GString *lists = g_string_new("[^1]\n\n"), *marks = g_string_new(NULL);
  for (guint i = 0; i < LISTS; i++)
    g_string_append_printf(lists, "%*s- x\n", (int)i * 2, "");
  for (guint i = 0; i < BRACKETS; i++)
    g_string_append(marks, "[a ");
  g_string_append(lists, "\n[^1]: note\n");
  for (guint i = 0; i < BRACKETS; i++)
    g_string_append_c(marks, ']');
  check(lists->str);
  check(marks->str);
  check_words(marks->str);
  g_string_free(lists, TRUE);
  g_string_free(marks, TRUE);
}
END_TEST

START_TEST(the_place_and_the_date_are_marked)
{
  g_autoptr(AdrefNode) tree = read_tree("# T\n\nWords.\n");
  g_autoptr(AdrefAknWork) work = new_work();
  work->place = g_strdup("Ha Noi");
  work->date = g_strdup("17 December 2023");
  static const char *const names[] = {"For <Japan>", NULL};
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN,
                              .occasion = "Ha Noi, 17 December 2023",
                              .signatories = names,
                              .part = "1-2"};
  g_autoptr(GString) file = adref_akn_write(tree, &options, work);
  check_references(file->str);
  ck_assert_ptr_nonnull(strstr(file->str, "<TLCLocation eId=\"place\" "
                                          "href=\"/akn/ontology/location/ha.noi\" "
                                          "showAs=\"Ha Noi\"/>"));
  ck_assert_ptr_nonnull(
      strstr(file->str, "<p class=\"occasion\"><location refersTo=\"#place\" "
                        "eId=\"location_1\">Ha Noi</location>, <docDate date=\"2023-12-17\">17 "
                        "December 2023</docDate></p>"));
  ck_assert_ptr_nonnull(strstr(file->str, "<p><signature>For &lt;Japan&gt;</signature></p>"));
  ck_assert_ptr_nonnull(strstr(file->str, "<FRBRportion showAs=\"1-2\" from=\"#docTitle_1\" "
                                          "upTo=\"#hcontainer_1\"/>"));
}
END_TEST

TCase *tcase_akn(void)
{
  TCase *tcase = tcase_create("akn");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, golden_files, 0, 3);
  tcase_add_test(tcase, words_are_those_of_the_text);
  tcase_add_test(tcase, every_document_has_a_body);
  tcase_add_test(tcase, the_body_is_what_stands_between);
  tcase_add_test(tcase, numbers_make_ids);
  tcase_add_test(tcase, work_ids_stay);
  tcase_add_test(tcase, translations_say_so);
  tcase_add_test(tcase, ruby_and_letters_that_xml_lacks);
  tcase_add_test(tcase, depth_has_a_limit);
  tcase_add_test(tcase, the_place_and_the_date_are_marked);
  return tcase;
}
