#include "view/pdf.h"

#include <gio/gio.h>

#include "boxes.h"
#include "cases.h"
#include "pdf_standard.h"
#include "print/pdf_artifact.h"
#include "print/signature_block.h"
#include "view/pdf_text.h"

static GString *pdf_in(const char *markdown, AdrefView view, const char *language)
{
  GError *error = NULL;
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefViewOptions how = {
      .view = view, .language = language, .version = "rev1", .date = "2023-12-17"};
  AdrefPageOptions sheet = {.paper = ADREF_PAPER_SIZE_A4};
  GString *pdf =
      adref_pdf_write(tree, &how, &sheet, &(AdrefSourceText){.name = "en.md"}, NULL, NULL, &error);
  ck_assert_no_error(error);
  return pdf;
}

/* Between header and footer of an A4 page. */
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

/* The words of all lines one below the other are those of the text, whatever stands in it. */
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
  AdrefViewOptions how = {.view = ADREF_VIEW_CLEAN};
  AdrefPageOptions sheet = {.paper = ADREF_PAPER_SIZE_A4};
  ck_assert_ptr_null(
      adref_pdf_write(tree, &how, &sheet, &(AdrefSourceText){.name = "en.md"}, NULL, NULL, &error));
  ck_assert_error(error, "en.md:3: no installed font has the character U+E000, which cannot be "
                         "printed");
}
END_TEST

/* What adref says itself is English. */
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

/* Language, title in the window and order of tabs; Cairo has none of them. */
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

/* What becomes of a page. */
static void is_marked_as(const char *page, const char *marked)
{
  GError *error = NULL;
  g_autoptr(GConverter) pack =
      G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  char packed[512], object[1024], plain[1024];
  gsize read, written;
  g_converter_convert(pack, page, strlen(page), packed, sizeof packed, G_CONVERTER_INPUT_AT_END,
                      &read, &written, &error);
  ck_assert_no_error(error);
  gsize head = (gsize)g_snprintf(object, sizeof object, "%s",
                                 "<< /Length 9 0 R\n   /Filter /FlateDecode\n>>\nstream\n");
  memcpy(object + head, packed, written);
  g_autoptr(GByteArray) made = adref_pdf_artifact_mark(object, head + written);
  ck_assert_ptr_nonnull(made);
  g_autoptr(GConverter) unpack =
      G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_converter_convert(unpack, made->data, made->len, plain, sizeof plain - 1,
                      G_CONVERTER_INPUT_AT_END, &read, &written, &error);
  ck_assert_no_error(error);
  plain[written] = '\0';
  ck_assert_str_eq(plain, marked);
}

START_TEST(what_is_no_text_is_an_artifact)
{
  is_marked_as("q\n0 g\nBT\n(EMC\\\nEMC) Tj\nET\n"
               "/P << /MCID 0 >> BDC\nBT\n/Span << /ActualText <FEFF> >> BDC\n"
               "(x) Tj\nEMC\nET\nEMC\n/P << /MCID 1 >> BDC\nEMC\nQ\n",
               "/Artifact BMC\nq\n0 g\nBT\n(EMC\\\nEMC) Tj\nET\nEMC\n"
               "/P << /MCID 0 >> BDC\nBT\n/Span << /ActualText <FEFF> >> BDC\n"
               "(x) Tj\nEMC\nET\nEMC\n/P << /MCID 1 >> BDC\nEMC\n/Artifact BMC\nQ\nEMC\n");
  ck_assert_ptr_null(adref_pdf_artifact_mark("<< >>\nstream\n", 14));
}
END_TEST

/* A paragraph that goes on is open when the page begins; its words stand behind the seam. */
START_TEST(a_page_that_goes_on_has_a_seam)
{
  is_marked_as("q\n/P << /MCID 0 >> BDC\n/Span << /ActualText <FEFF> >> BDC\n(header) Tj\nEMC\n"
               "1 1 1 rg 0 0 0.016 0.008 re f\n0 g\n(words) Tj\nEMC\nQ\n",
               "/Artifact BMC\nq\n/Span << /ActualText <FEFF> >> BDC\n(header) Tj\nEMC\nEMC\n"
               "/P << /MCID 0 >> BDC\n1 1 1 rg\n0 g\n(words) Tj\nEMC\n/Artifact BMC\nQ\nEMC\n");
  is_marked_as("q\n(header) Tj\n 0 0 0.016 0.008 re f\n/P << /MCID 0 >> BDC\n(words) Tj\nEMC\nQ\n",
               "/Artifact BMC\nq\n(header) Tj\nEMC\n/P << /MCID 0 >> BDC\n(words) Tj\nEMC\n"
               "/Artifact BMC\nQ\nEMC\n");
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

/* A flow that is filled, with all it needs. */
typedef struct {
  AdrefShaper *shaper;
  AdrefLineBreaker *breaker;
  AdrefPageFlow *flow;
} Filled;

static Filled fill(const char *markdown, gboolean has_notes)
{
  GError *error = NULL;
  Filled filled = {.shaper = adref_shaper_new("en", &error)};
  ck_assert_no_error(error);
  filled.breaker = adref_line_breaker_new(filled.shaper, "en", &error);
  ck_assert_no_error(error);
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefViewOptions how = {.view = ADREF_VIEW_NEGOTIATING};
  AdrefPageOptions sheet = {.paper = ADREF_PAPER_SIZE_LETTER};
  AdrefPageGeometry geometry =
      adref_page_options_geometry(&sheet, adref_shaper_script(filled.shaper), has_notes);
  filled.flow = adref_page_flow_new(filled.breaker, &geometry);
  g_autoptr(AdrefOpenCounts) tally = adref_open_counts_new(tree);
  adref_pdf_text_typeset(filled.flow, tree, &how, &sheet, tally, NULL);
  return filled;
}

static void filled_clear(Filled *filled)
{
  adref_page_flow_free(filled->flow);
  adref_line_breaker_free(filled->breaker);
  adref_shaper_free(filled->shaper);
}

static const AdrefLineBox *box_at(const AdrefPageFlow *flow, guint at)
{
  return &g_array_index(flow->boxes, AdrefLineBox, at);
}

static void check_segment(const AdrefPageFlow *flow, guint at)
{
  const AdrefLineSegment *segment = &g_array_index(flow->segments, AdrefLineSegment, at);
  float end = -1;
  for (guint i = segment->first; i < segment->first + segment->pieces; i++) {
    const AdrefLinePiece *piece = &g_array_index(flow->breaker->pieces, AdrefLinePiece, i);
    ck_assert(piece->x >= end - 0.01F);
    end = piece->x + piece->shape->width;
  }
  ck_assert(segment->x >= 0);
  ck_assert_msg(
      end <= segment->width + 0.1F, "%f in %f at %u, %u pieces, %s", (double)end,
      (double)segment->width, at, segment->pieces,
      segment->pieces
          ? g_array_index(flow->breaker->pieces, AdrefLinePiece, segment->first).shape->text
          : "");
  ck_assert(segment->x + segment->width <=
            flow->geometry.measure + flow->geometry.note_gap + flow->geometry.notes + 0.1F);
}

/* Boxes stand below one another and on the paper; words in a line beside one another and in it. */
static void check_pages(const AdrefPageFlow *flow)
{
  guint next = 0;
  for (guint page = 0; page < flow->contents->len; page++) {
    const AdrefPageContent *leaf = &g_array_index(flow->contents, AdrefPageContent, page);
    float bottom = flow->geometry.top;
    ck_assert_uint_eq(leaf->first, next);
    next += leaf->boxes;
    for (guint i = leaf->first; i < next; i++) {
      const AdrefLineBox *box = box_at(flow, i);
      ck_assert(box->y - box->above >= bottom - 0.01F);
      bottom = box->y + box->below;
      for (guint s = 0; s < box->segments; s++)
        check_segment(flow, box->first_segment + s);
    }
    ck_assert(bottom <= flow->geometry.height - flow->geometry.bottom + 0.1F);
  }
  ck_assert_uint_eq(next, flow->boxes->len);
}

static void check_asides(const AdrefPageFlow *flow)
{
  for (guint page = 0; page < flow->contents->len; page++) {
    const AdrefPageContent *leaf = &g_array_index(flow->contents, AdrefPageContent, page);
    float bottom = flow->geometry.top;
    for (guint i = leaf->first; i < leaf->first + leaf->boxes; i++)
      for (guint n = 0; n < box_at(flow, i)->notes; n++) {
        const AdrefMarginNote *note_gap =
            &g_array_index(flow->margin_notes, AdrefMarginNote, box_at(flow, i)->first_note + n);
        ck_assert(note_gap->y >= bottom - 0.01F);
        bottom = note_gap->y + note_gap->height;
      }
    ck_assert(bottom <= flow->geometry.height - flow->geometry.bottom + 0.1F);
  }
}

static char *repeat(const char *words, guint times)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < times; i++)
    g_string_append(text, words);
  return g_string_free(text, FALSE);
}

START_TEST(nothing_overlaps_and_nothing_falls_off)
{
  g_autofree char *word = g_strnfill(10000, 'x');
  g_autofree char *lines = repeat("All the words of one line and more. ", 4000);
  g_autofree char *quotes = repeat("> ", 90);
  g_autofree char *note = repeat("said and done ", 30);
  GString *text = g_string_new("# Title\n\n");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf(text, "## Heading %u\n\nShort.\n\n<!-- note JPN: %.*s -->\n\n", i,
                           (int)(i * 9), note);
  g_string_append_printf(text, "%s\n\n%s\n\n%sdeep\n\n", word, lines, quotes);
  for (guint depth = 0; depth < 40; depth++)
    g_string_append_printf(text, "%*s- %s\n", (int)depth * 2, "", depth == 39 ? word : "deeper");
  g_string_append_printf(text, "\n| a | %s |\n|---|---|\n| %s | c |\n", word, lines);
  Filled filled = fill(text->str, TRUE);
  check_pages(filled.flow);
  check_asides(filled.flow);
  filled_clear(&filled);
  g_string_free(text, TRUE);
}
END_TEST

/* Each link has a look of its own. */
START_TEST(looks_are_found_among_many)
{
  enum {
    MANY = 100000
  };
  Filled filled = fill("Words.\n", FALSE);
  guint first = filled.breaker->styles->len;
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < MANY; i++) {
      AdrefTextStyle style = {.face = {ADREF_FONT_FAMILY_SERIF, FALSE, FALSE, 10}, .link = i + 1};
      ck_assert_uint_eq(adref_line_breaker_style(filled.breaker, &style), first + i);
    }
  AdrefLinePiece piece = {.style = (first + MANY - 1) & 0xFFFFFF, .spaces = 1};
  ck_assert_uint_eq(piece.style, first + MANY - 1);
  filled_clear(&filled);
}
END_TEST

START_TEST(a_thousand_sign)
{
  Filled filled = fill("# Title\n\nDone.\n", FALSE);
  AdrefPageFlow *flow = adref_page_flow_new(filled.breaker, &filled.flow->geometry);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < 1001; i++)
    g_ptr_array_add(names,
                    g_strdup_printf("For the %u%s Republic of Somewhere that has a long name", i,
                                    i % 3 == 0 ? "rd and by far the most serene" : "th"));
  g_ptr_array_add(names, NULL);
  adref_signature_block_set(flow, (const char *const *)names->pdata);
  adref_page_flow_end(flow);
  check_pages(flow);
  for (guint page = 0; page < flow->contents->len; page++) {
    const AdrefPageContent *leaf = &g_array_index(flow->contents, AdrefPageContent, page);
    ck_assert_uint_gt(box_at(flow, leaf->first)->rects, 0);
    ck_assert_uint_eq(box_at(flow, leaf->first + leaf->boxes - 1)->rects, 0);
  }
  adref_page_flow_free(flow);
  filled_clear(&filled);
}
END_TEST

START_TEST(a_heading_stays_with_what_follows)
{
  for (guint lines = 30; lines < 60; lines++) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lines; i++)
      g_string_append_printf(text, "Line %u.  \n", i);
    g_string_append(text, "\n## Heading\n\nFollows it closely.\n");
    Filled filled = fill(text->str, FALSE);
    const AdrefPageFlow *flow = filled.flow;
    const AdrefPageContent *last =
        &g_array_index(flow->contents, AdrefPageContent, flow->contents->len - 1);
    ck_assert_uint_ge(last->boxes, 2);
    filled_clear(&filled);
    g_string_free(text, TRUE);
  }
}
END_TEST

START_TEST(a_paragraph_leaves_no_line_alone)
{
  for (guint lines = 30; lines < 60; lines++) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lines; i++)
      g_string_append_printf(text, "Line %u.  \n", i);
    Filled filled = fill(text->str, FALSE);
    const AdrefPageFlow *flow = filled.flow;
    for (guint page = 0; page < flow->contents->len; page++) {
      const AdrefPageContent *leaf = &g_array_index(flow->contents, AdrefPageContent, page);
      guint words = 0;
      for (guint i = leaf->first; i < leaf->first + leaf->boxes; i++)
        words += box_at(flow, i)->is_line ? 1 : 0;
      ck_assert_uint_ge(words, 2);
    }
    filled_clear(&filled);
    g_string_free(text, TRUE);
  }
}
END_TEST

START_TEST(lines_are_justified)
{
  Filled filled =
      fill("We place cooperation between our private sectors at the centre of our common "
           "work on cybersecurity and encourage companies, industry associations and "
           "other stakeholders on both sides to share their experience together.\n",
           FALSE);
  const AdrefPageFlow *flow = filled.flow;
  ck_assert_uint_gt(flow->boxes->len, 3);
  for (guint i = 1; i < flow->boxes->len - 1; i++) {
    const AdrefLineSegment *segment =
        &g_array_index(flow->segments, AdrefLineSegment, box_at(flow, i)->first_segment);
    const AdrefLinePiece *last =
        &g_array_index(flow->breaker->pieces, AdrefLinePiece, segment->first + segment->pieces - 1);
    ck_assert_float_eq_tol(last->x + last->shape->width, segment->width, 0.05F);
  }
  filled_clear(&filled);
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
  tcase_add_test(tcase, what_is_no_text_is_an_artifact);
  tcase_add_test(tcase, a_page_that_goes_on_has_a_seam);
  tcase_add_test(tcase, a_view_shows_no_more_than_it_may);
  tcase_add_test(tcase, nothing_overlaps_and_nothing_falls_off);
  tcase_add_test(tcase, looks_are_found_among_many);
  tcase_add_test(tcase, a_thousand_sign);
  tcase_add_test(tcase, a_heading_stays_with_what_follows);
  tcase_add_test(tcase, a_paragraph_leaves_no_line_alone);
  tcase_add_test(tcase, lines_are_justified);
  return tcase;
}
