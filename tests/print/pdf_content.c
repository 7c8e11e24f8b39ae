#include "print/pdf_content.h"

#include <string.h>

#include "print/cases.h"
#include "print/page_painter.h"
#include "print/pango.h"
#include "print/pdf_object.h"
#include "print/pdf_postprocess.h"

enum {
  WIDTH = 595,
  HEIGHT = 842,
  PAGES = 3
};

static cairo_status_t append(void *data, const unsigned char *bytes, unsigned int length)
{
  adref_pdf_postprocess_add(data, (const char *)bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

typedef struct {
  const char *language;
  const char *words[6];
  float x; /* where they stand */
} Sample;

/* What makes a difference to Cairo: two fonts, sizes and colours, lines below and through words,
 * letters and signs with codes of both kinds, ligatures, glyphs that stand for several characters,
 * more glyphs than one operator takes, words from right to left, far moves. */
static const Sample samples[] = {
    {"en",
     {"Office (1) of \\ efficient fjords", "35 °C – “naïve” … a\u0308 \U0001F600",
      "Tag wartet auf Vögel: AVAVAVAV To, Ty; ŁódźŁódź ĐđƠơ Ω ≥ 5",
      "one two three four five six seven eight nine ten one two three four five six seven eight "
      "nine ten one two three four five six seven eight nine ten one two three four five six seven "
      "eight nine ten one two three four five six seven",
      " ", "f"},
     82},
    {"ja",
     {"日本とASEANは、（第１２項）において、協力する。", "ガギグ 令和５年", "か゚", "㎡", " ", "、"},
     82.25F},
    {"th", {"ความร่วมมือ กำหนด น้ำ", "ที่ประชุม ๑๒", "ปิ่น", "ฤๅ", "กี้", "ๆ"}, 82},
    {"ar", {"لا لأ لإ لآ الله", "التعاون (٣) في Tokyo", "بِسْمِ", "١٢٣", "ﷲ", "ّ"}, 82},
    {"my", {"မြန်မာနိုင်ငံ", "ကျွန်ုပ်", "က္ခ", "၁၂", "သြ", "။"}, 82},
    {"hi", {"सहयोग और विकास", "क्षेत्र", "र्कि", "१२", "श्री", "।"}, 82},
    {"en", {"far outside", "outside", "out", "o", "in", "at the edge"}, 600},
};

static const AdrefTextStyle styles[] = {
    {.face = {ADREF_FONT_FAMILY_SERIF, FALSE, FALSE, 10.5F}, .color = 0x111111},
    {.face = {ADREF_FONT_FAMILY_SERIF, FALSE, FALSE, 10.5F}, .color = 0x9B1C1C},
    {.face = {ADREF_FONT_FAMILY_SERIF, FALSE, FALSE, 7.98F}, .color = 0x9B1C1C, .rise = 3},
    {.face = {ADREF_FONT_FAMILY_SANS, TRUE, FALSE, 12},
     .color = 0x005888,
     .decoration = ADREF_TEXT_DECORATION_UNDERLINE},
    {.face = {ADREF_FONT_FAMILY_SERIF, FALSE, TRUE, 10.5F},
     .color = 0x005888,
     .decoration = ADREF_TEXT_DECORATION_STRIKE | ADREF_TEXT_DECORATION_DOUBLE},
};

typedef struct {
  AdrefPagePainter *painter;
  AdrefPdfContent *content;
  cairo_t *cairo;
  gboolean is_direct;
} Drawing;

static void draw_tag(Drawing *drawing, const Sample *sample, const AdrefTextStyle *style, float y)
{
  adref_pdf_content_cut(drawing->content);
  cairo_tag_begin(drawing->cairo, "P", NULL);
  adref_page_painter_set_direct(drawing->painter, drawing->is_direct);
  for (gsize i = 0; i < G_N_ELEMENTS(sample->words); i++)
    adref_page_painter_draw_text(drawing->painter, &style[i % 2], sample->words[i],
                                 sample->x + 40 * (float)i, y + 14 * (float)(i / 2),
                                 ADREF_TEXT_ALIGN_START, 4000);
  static const float moves[] = {0, 103, 114, 330};
  for (gsize i = 0; i < G_N_ELEMENTS(moves); i++)
    adref_page_painter_draw_text(drawing->painter, style, "i", 82 + moves[i], y + 42.3F,
                                 ADREF_TEXT_ALIGN_START, 400);
  static const AdrefTextStyle tiny = {.face = {ADREF_FONT_FAMILY_SANS, FALSE, FALSE, 2}};
  g_autofree char *many = g_strnfill(250, 'i');
  adref_page_painter_draw_text(drawing->painter, &tiny, many, 82, y + 50, ADREF_TEXT_ALIGN_START,
                               4000);
  adref_page_painter_set_direct(drawing->painter, TRUE);
  adref_pdf_content_cut(drawing->content);
  cairo_tag_end(drawing->cairo, "P");
}

/* Words that stand in no tag, between two. */
static void draw_untagged(Drawing *drawing, const AdrefTextStyle *style, float y)
{
  adref_pdf_content_leave_tags(drawing->content);
  adref_page_painter_draw_text(drawing->painter, style, "12.", 60, y, ADREF_TEXT_ALIGN_START, 400);
  adref_pdf_content_cut(drawing->content);
}

/* On the second page Cairo draws nothing outside the tags first; on the third, a font is new. */
static void draw_page(Drawing *drawing, const Sample *sample, guint page)
{
  static const AdrefTextStyle header = {.face = {ADREF_FONT_FAMILY_SANS, FALSE, FALSE, 8},
                                        .color = 0x4A4A4A};
  adref_pdf_content_begin_page(drawing->content);
  if (page != 1)
    adref_page_painter_draw_text(drawing->painter, &header, "Page", 82, 50, ADREF_TEXT_ALIGN_START,
                                 400);
  adref_pdf_content_begin_tags(drawing->content);
  for (guint i = 0; i + 2 < G_N_ELEMENTS(styles) + page; i++) {
    if (i == page || i == 2)
      draw_untagged(drawing, &styles[i], 80 + 60 * (float)i);
    draw_tag(drawing, sample, &styles[MIN(i, G_N_ELEMENTS(styles) - 2)], 80 + 60 * (float)i);
  }
  adref_pdf_content_end_page(drawing->content);
  cairo_show_page(drawing->cairo);
}

/* The file with the sample on each page. */
static GString *print(const Sample *sample, gboolean is_direct)
{
  GError *error = NULL;
  g_autoptr(AdrefShaper) shaper = adref_shaper_new(sample->language, &error);
  ck_assert_no_error(error);
  g_autoptr(AdrefLineBreaker) breaker = adref_line_breaker_new(shaper, sample->language, &error);
  ck_assert_no_error(error);
  AdrefPdfProperties properties = {.title = "T", .language = sample->language, .creator = "test"};
  g_autoptr(AdrefPdfPostprocess) postprocess = adref_pdf_postprocess_new(&properties, 0);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream(append, postprocess, WIDTH, HEIGHT);
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  Drawing drawing = {.cairo = cairo_create(surface), .is_direct = is_direct};
  drawing.content = adref_pdf_content_new(drawing.cairo, WIDTH, HEIGHT);
  properties.content = is_direct ? NULL : drawing.content;
  drawing.painter = adref_page_painter_new(breaker, drawing.cairo, drawing.content);
  cairo_tag_begin(drawing.cairo, "Document", NULL);
  for (guint page = 0; page < PAGES; page++) {
    draw_page(&drawing, sample, page);
  }
  cairo_tag_end(drawing.cairo, "Document");
  cairo_destroy(drawing.cairo);
  cairo_surface_finish(surface);
  GString *file = adref_pdf_postprocess_end(postprocess, &error);
  ck_assert_no_error(error);
  adref_page_painter_free(drawing.painter);
  adref_pdf_content_free(drawing.content);
  cairo_surface_destroy(surface);
  return file;
}

/* The length of a stream that was replaced, which nothing refers to. */
static gboolean is_number(const char *body)
{
  return body[strspn(body, " 0123456789\n")] == 'e';
}

static void is_same_file(const GString *a, const GString *b, const char *language)
{
  AdrefPdfObjects *x = adref_pdf_objects_new(), *y = adref_pdf_objects_new();
  g_string_append_len(x->raw, a->str, (gssize)a->len);
  g_string_append_len(y->raw, b->str, (gssize)b->len);
  AdrefPdfObject of_x, of_y;
  guint objects = 0;
  for (; adref_pdf_objects_next(x, &of_x); objects++) {
    ck_assert(adref_pdf_objects_next(y, &of_y));
    const char *body_x = x->raw->str + of_x.body, *body_y = y->raw->str + of_y.body;
    gsize length = of_x.end - of_x.body;
    if (is_number(body_x) && is_number(body_y))
      continue;
    ck_assert_msg(length == of_y.end - of_y.body && memcmp(body_x, body_y, length) == 0,
                  "%s: object %u is another one", language, of_x.number);
  }
  ck_assert(!adref_pdf_objects_next(y, &of_y));
  ck_assert_uint_gt(objects, 10);
  adref_pdf_objects_free(x);
  adref_pdf_objects_free(y);
}

START_TEST(words_are_written_as_cairo_writes_them)
{
  for (gsize i = 0; i < G_N_ELEMENTS(samples); i++) {
    g_autoptr(GString) cairos = print(&samples[i], TRUE);
    g_autoptr(GString) ours = print(&samples[i], FALSE);
    is_same_file(cairos, ours, samples[i].language);
  }
}
END_TEST

TCase *tcase_pdf_content(void)
{
  TCase *tcase = tcase_create("pdf_content");
  tcase_add_test(tcase, words_are_written_as_cairo_writes_them);
  return tcase;
}
