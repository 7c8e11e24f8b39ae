#include "view/pdf/pdf.h"

#include "boxes.h"
#include "cases.h"
#include "pdf_standard.h"

static GString *pdf_in(const char *markdown, AdrefView view, const char *language)
{
  GError *error = NULL;
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefViewOptions options = {
      .view = view, .language = language, .version = "rev1", .date = "2023-12-17"};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  GString *pdf = adref_pdf_write(tree, &options, &page_options, &(AdrefSourceText){.name = "en.md"},
                                 NULL, NULL, &error);
  ck_assert_no_error(error);
  return pdf;
}

/* The area between header and footer of an A4 page. */
static const char *const body[] = {"pdftotext", "-raw", "-x",  "0", "-y", "70", "-W",
                                   "596",       "-H",   "705", "-", "-",  NULL};

static void check_words(const char *markdown, const char *language, const char *words)
{
  g_autoptr(GString) pdf = pdf_in(markdown, ADREF_VIEW_CLEAN, language);
  g_autofree char *text = witness(pdf, body);
  g_autofree char *letters = letters_of(text), *expected = letters_of(words);
  ck_assert_str_eq(letters, expected);
}

START_TEST(words_copy_in_every_script)
{
  static const struct {
    const char *language, *words;
  } rows[] = {
      {"en", "We affirm that the official office of the fifth flight, in difficulty, \"fits\"."},
      {"ja",
       "我々は、安全保障上の問題（サイバー空間に係るものを含む。）に関する率直な対話を支持する。"},
      {"th", "ผู้นำแห่งอาเซียนและญี่ปุ่นยืนยันความร่วมมือด้านความมั่นคงทางไซเบอร์และการฝึกอบรมบุคลากร"},
      {"lo", "ຜູ້ນຳຂອງອາຊຽນແລະຍີ່ປຸ່ນຢືນຢັນການຮ່ວມມືດ້ານຄວາມໝັ້ນຄົງ"},
      {"km", "មេដឹកនាំអាស៊ាននិងជប៉ុនបញ្ជាក់ពីកិច្ចសហប្រតិបត្តិការ"},
      {"my", "အာဆီယံနှင့်ဂျပန်ခေါင်းဆောင်များသည်ပူးပေါင်းဆောင်ရွက်မှုကိုအတည်ပြုသည်။"},
      {"vi", "Các nhà lãnh đạo ASEAN và Nhật Bản tái khẳng định hợp tác về an ninh mạng."},
      {"id", "Para pemimpin ASEAN dan Jepang menegaskan kembali kerja sama keamanan siber."},
      {"fil", "Muling pinagtibay ng mga pinuno ng ASEAN at Hapon ang pagtutulungan."},
      {"ar",
       "نؤكد من جديد التزامنا بالتعاون بين القطاعين، بما يشمل تدريب الأعضاء على مدى ثلاث سنوات."},
      {"zh", "东盟与日本领导人重申在网络安全领域的合作，并欢迎培训五千人。"},
      {"ta", "ஆசியான் மற்றும் ஜப்பான் தலைவர்கள் இணையப் பாதுகாப்பில் ஒத்துழைப்பை உறுதிப்படுத்துகின்றனர்."},
  };
  const char *words = rows[_i].words;
  g_autofree char *markdown = g_strconcat(words, " ", words, " ", words, "\n", NULL);
  check_words(markdown, rows[_i].language, markdown);
}
END_TEST

/* The words of all lines together are the words of the text. */
START_TEST(no_word_is_lost)
{
  GString *markdown = g_string_new(NULL), *words = g_string_new(NULL);
  for (guint i = 0; i < 400; i++) {
    g_autofree char *word = g_strnfill(i % 37 == 36 ? 2000 : i % 11 + 1, (char)('a' + i % 26));
    g_string_append_printf(markdown, "w%u%s%s", i, word, i % 40 == 39 ? "\n\n" : " ");
    g_string_append_printf(words, "w%u%s", i, word);
  }
  check_words(markdown->str, "en", words->str);
  g_string_free(markdown, TRUE);
  g_string_free(words, TRUE);
}
END_TEST

START_TEST(a_character_that_no_font_has_is_an_error_with_its_place)
{
  GError *error = NULL;
  g_autoptr(AdrefNode) tree = read_tree("# T\n\nWe *agree* on \356\200\200 this.\n");
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  ck_assert_ptr_null(adref_pdf_write(tree, &options, &page_options,
                                     &(AdrefSourceText){.name = "en.md"}, NULL, NULL, &error));
  ck_assert_error(error, "en.md:3: no installed font has the character U+E000, which cannot be "
                         "printed");
}
END_TEST

/* adref's own words are English. */
START_TEST(words_say_their_language)
{
  static const char text[] = "# \350\241\250\n\n1. \346\226\260 [a - JPN / b - LAO]\n";
  g_autoptr(GString) japanese = pdf_in(text, ADREF_VIEW_NEGOTIATING, "ja");
  g_autofree char *other = languages_of(japanese);
  ck_assert_str_eq(other, "P en");
  g_autoptr(GString) english = pdf_in(text, ADREF_VIEW_NEGOTIATING, "en");
  g_autofree char *own = languages_of(english);
  ck_assert_str_eq(own, "");
}
END_TEST

START_TEST(packages_of_characters)
{
  ck_assert_str_eq(adref_font_face_package(0x6587), "fonts-noto-cjk");
  ck_assert_str_eq(adref_font_face_package(0x0E01), "fonts-noto-core");
  ck_assert_str_eq(adref_font_face_package(0x1F600), "fonts-noto-color-emoji");
  ck_assert_ptr_null(adref_font_face_package(0xE000));
}
END_TEST

START_TEST(the_same_text_gives_the_same_bytes)
{
  g_autoptr(GString) one = pdf_in(EVERYTHING, ADREF_VIEW_NEGOTIATING, "en");
  g_autoptr(GString) two = pdf_in(EVERYTHING, ADREF_VIEW_NEGOTIATING, "en");
  ck_assert_uint_eq(one->len, two->len);
  ck_assert_mem_eq(one->str, two->str, one->len);
}
END_TEST

/* Language, title of the window and tab order, which Cairo does not write. */
START_TEST(the_document_says_what_it_is)
{
  static const char *const expected[] = {
      "/Lang <FEFF00610072>", "/DisplayDocTitle true", "/Direction /R2L",        "/Tabs /S",
      "/Scope /Column",       "/Type /Metadata",       "/CIDToGIDMap /Identity", "/ID [<"};
  g_autoptr(GString) pdf = pdf_in(EVERYTHING, ADREF_VIEW_NEGOTIATING, "ar");
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
    ck_assert_msg(memmem(pdf->str, pdf->len, expected[i], strlen(expected[i])), "no %s",
                  expected[i]);
}
END_TEST

/* The header of the second page and the footer: 80 characters of the title, 12 of the hash. */
START_TEST(header_and_footer_are_short)
{
  static const char *const header[] = {"pdftotext", "-raw", "-f", "2",  "-x", "0", "-y", "0",
                                       "-W",        "420",  "-H", "70", "-",  "-", NULL};
  static const char *const footer[] = {"pdftotext", "-raw", "-f", "2",  "-x", "0", "-y", "780",
                                       "-W",        "420",  "-H", "60", "-",  "-", NULL};
  GError *error = NULL;
  GString *markdown = g_string_new(NULL);
  for (guint i = 0; i < 90; i++)
    g_string_append(markdown, "Words.\n\n");
  g_autoptr(AdrefNode) tree = read_tree(markdown->str);
  for (guint length = 80; length <= 81; length++) {
    g_autofree char *title = g_strnfill(length, 'i');
    AdrefViewOptions options = {
        .view = ADREF_VIEW_CLEAN, .title = title, .hash = "0123456789abcdef", .version = "rev1"};
    AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
    g_autoptr(GString) pdf = adref_pdf_write(
        tree, &options, &page_options, &(AdrefSourceText){.name = "en.md"}, NULL, NULL, &error);
    ck_assert_no_error(error);
    g_autofree char *above = witness(pdf, header), *below = witness(pdf, footer);
    g_autofree char *expected = g_strdup_printf("%.*s%s\n", length == 80 ? 80 : 79, title,
                                                length == 80 ? "" : "\342\200\246");
    ck_assert_msg(g_str_has_prefix(above, expected), "%s", above);
    ck_assert_msg(strstr(below, "Version rev1 \302\267 Content 0123456789ab\n") ||
                      strstr(below, "Version rev1  \302\267  Content 0123456789ab\n"),
                  "%s", below);
  }
  g_string_free(markdown, TRUE);
}
END_TEST

/* Cairo writes a clause as a link destination only when a link leads there; also when that is the
 * first link. */
START_TEST(the_first_link_leads_to_its_clause)
{
  g_autoptr(GString) pdf = pdf_in("See [it](#b).\n\n<!-- op b -->\nIt.\n", ADREF_VIEW_CLEAN, "en");
  ck_assert_ptr_nonnull(memmem(pdf->str, pdf->len, "/Dests", strlen("/Dests")));
  ck_assert_ptr_nonnull(memmem(pdf->str, pdf->len, "(c1)", strlen("(c1)")));
}
END_TEST

START_TEST(a_link_leads_to_a_heading)
{
  g_autoptr(GString) pdf =
      pdf_in("See [Section 1](#data-flow).\n\n## Data Flow\n", ADREF_VIEW_CLEAN, "en");
  ck_assert_ptr_nonnull(memmem(pdf->str, pdf->len, "/Dests", strlen("/Dests")));
  ck_assert_ptr_nonnull(memmem(pdf->str, pdf->len, "(c1)", strlen("(c1)")));
}
END_TEST

START_TEST(a_view_shows_no_more_than_it_may)
{
  static const char *const command[] = {"pdftotext", "-", "-", NULL};
  g_autoptr(GString) all = pdf_in(EVERYTHING, ADREF_VIEW_NEGOTIATING, "en");
  g_autofree char *everything = witness(all, command);
  ck_assert_ptr_nonnull(strstr(everything, "SECRETA"));
  ck_assert_ptr_nonnull(strstr(everything, "secret note"));
  for (AdrefView view = ADREF_VIEW_PUBLIC; view <= ADREF_VIEW_CLEAN; view++) {
    g_autoptr(GString) some = pdf_in(EVERYTHING, view, "en");
    g_autofree char *text = witness(some, command);
    g_autofree char *lower = g_ascii_strdown(text, -1);
    ck_assert_ptr_null(strstr(lower, "secret"));
  }
}
END_TEST

TCase *tcase_pdf(void)
{
  TCase *tcase = tcase_create("pdf");
  tcase_set_timeout(tcase, 120);
  tcase_add_loop_test(tcase, words_copy_in_every_script, 0, 12);
  tcase_add_test(tcase, no_word_is_lost);
  tcase_add_test(tcase, a_character_that_no_font_has_is_an_error_with_its_place);
  tcase_add_test(tcase, words_say_their_language);
  tcase_add_test(tcase, packages_of_characters);
  tcase_add_test(tcase, the_same_text_gives_the_same_bytes);
  tcase_add_test(tcase, the_document_says_what_it_is);
  tcase_add_test(tcase, header_and_footer_are_short);
  tcase_add_test(tcase, the_first_link_leads_to_its_clause);
  tcase_add_test(tcase, a_link_leads_to_a_heading);
  tcase_add_test(tcase, a_view_shows_no_more_than_it_may);
  return tcase;
}
