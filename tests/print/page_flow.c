#include "print/cases.h"
#include "print/page_flow_private.h"
#include "print/signature_block.h"
#include "view/cases.h"
#include "view/pdf/pdf_text.h"

/* A page flow with a whole text. */
typedef struct {
  AdrefShaper *shaper;
  AdrefLineBreaker *breaker;
  AdrefPageFlow *flow;
} Filled;

static Filled fill_signed(const char *markdown, gboolean has_notes, const char *const *signatories)
{
  GError *error = NULL;
  Filled filled = {.shaper = adref_shaper_new("en", &error)};
  ck_assert_no_error(error);
  filled.breaker = adref_line_breaker_new(filled.shaper, "en", &error);
  ck_assert_no_error(error);
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .signatories = signatories};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_LETTER};
  AdrefPageGeometry geometry =
      adref_page_options_geometry(&page_options, adref_shaper_script(filled.shaper), has_notes);
  filled.flow = adref_page_flow_new(filled.breaker, NULL, &geometry);
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(tree);
  adref_pdf_text_typeset(filled.flow, tree, &options, &page_options, counts, NULL);
  return filled;
}

static Filled fill(const char *markdown, gboolean has_notes)
{
  return fill_signed(markdown, has_notes, NULL);
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

/* Boxes do not overlap and stand on the paper; words do not overlap and stand in their line. */
static void check_pages(const AdrefPageFlow *flow)
{
  guint next = 0;
  for (guint page = 0; page < flow->contents->len; page++) {
    const AdrefPageContent *content = &g_array_index(flow->contents, AdrefPageContent, page);
    float bottom = flow->geometry.top;
    ck_assert_uint_eq(content->first, next);
    next += content->boxes;
    for (guint i = content->first; i < next; i++) {
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

static void check_margin_notes(const AdrefPageFlow *flow)
{
  for (guint page = 0; page < flow->contents->len; page++) {
    const AdrefPageContent *content = &g_array_index(flow->contents, AdrefPageContent, page);
    float bottom = flow->geometry.top;
    for (guint i = content->first; i < content->first + content->boxes; i++)
      for (guint n = 0; n < box_at(flow, i)->notes; n++) {
        const AdrefMarginNote *note =
            &g_array_index(flow->margin_notes, AdrefMarginNote, box_at(flow, i)->first_note + n);
        ck_assert(note->y >= bottom - 0.01F);
        bottom = note->y + note->height;
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

START_TEST(boxes_do_not_overlap_and_stay_on_the_page)
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
  check_margin_notes(filled.flow);
  filled_clear(&filled);
  g_string_free(text, TRUE);
}
END_TEST

/* Each link has a style of its own. */
START_TEST(many_styles_are_found)
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

START_TEST(a_thousand_signatories)
{
  Filled filled = fill("# Title\n\nDone.\n", FALSE);
  AdrefPageFlow *flow = adref_page_flow_new(filled.breaker, NULL, &filled.flow->geometry);
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
    const AdrefPageContent *content = &g_array_index(flow->contents, AdrefPageContent, page);
    ck_assert_uint_gt(box_at(flow, content->first)->rects, 0);
    ck_assert_uint_eq(box_at(flow, content->first + content->boxes - 1)->rects, 0);
  }
  adref_page_flow_free(flow);
  filled_clear(&filled);
}
END_TEST

START_TEST(no_page_has_signatures_alone)
{
  static const char *const names[] = {"For Japan", "For Norway", "For Thailand", NULL};
  for (guint lines = 20; lines < 60; lines++) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lines; i++)
      g_string_append_printf(text, "Line %u.  \n", i);
    g_string_append(text, "\n<!-- closing closing -->\nDone in one line.\n");
    Filled filled = fill_signed(text->str, FALSE, names);
    const AdrefPageFlow *flow = filled.flow;
    const AdrefPageContent *last =
        &g_array_index(flow->contents, AdrefPageContent, flow->contents->len - 1);
    ck_assert_msg(flow->contents->len == 1 || box_at(flow, last->first)->is_line, "%u lines",
                  lines);
    check_pages(flow);
    filled_clear(&filled);
    g_string_free(text, TRUE);
  }
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

START_TEST(no_page_has_a_single_line_of_a_paragraph)
{
  for (guint lines = 30; lines < 60; lines++) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lines; i++)
      g_string_append_printf(text, "Line %u.  \n", i);
    Filled filled = fill(text->str, FALSE);
    const AdrefPageFlow *flow = filled.flow;
    for (guint page = 0; page < flow->contents->len; page++) {
      const AdrefPageContent *content = &g_array_index(flow->contents, AdrefPageContent, page);
      guint words = 0;
      for (guint i = content->first; i < content->first + content->boxes; i++)
        words += box_at(flow, i)->is_line ? 1 : 0;
      ck_assert_uint_ge(words, 2);
    }
    filled_clear(&filled);
    g_string_free(text, TRUE);
  }
}
END_TEST

/* Of a list of three-line items, no page has one item alone: neither the first nor the last. */
START_TEST(no_page_has_one_item_alone)
{
  for (guint lines = 20; lines < 60; lines++) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lines; i++)
      g_string_append_printf(text, "Line %u.  \n", i);
    g_string_append(text, "\n");
    for (guint i = 0; i < 4; i++)
      g_string_append(text, "1. one  \n   two  \n   three\n");
    Filled filled = fill(text->str, FALSE);
    const AdrefPageFlow *flow = filled.flow;
    const AdrefPageContent *last =
        &g_array_index(flow->contents, AdrefPageContent, flow->contents->len - 1);
    guint boxes = last->boxes;
    ck_assert_msg(boxes >= 6 && (boxes <= 6 || boxes >= 12), "%u lines: %u", lines, boxes);
    filled_clear(&filled);
    g_string_free(text, TRUE);
  }
}
END_TEST

/* What stands before the closing paragraph: a list, and a table of which the last row is not alone
 * either. */
START_TEST(no_page_has_the_end_alone)
{
  static const struct {
    const char *markdown;
    guint least; /* lines on the last page: the end, and what stays with it */
  } befores[] = {{"1. one\n2. two\n3. three\n", 3},
                 {"| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", 3}};
  for (guint before = 0; before < G_N_ELEMENTS(befores); before++)
    for (guint lines = 20; lines < 60; lines++) {
      GString *text = g_string_new("<!-- op first -->\n");
      for (guint i = 0; i < lines; i++)
        g_string_append_printf(text, "Line %u.  \n", i);
      g_string_append_printf(text, "\n%s\n<!-- closing end -->\nDone in one line.\n",
                             befores[before].markdown);
      Filled filled = fill(text->str, FALSE);
      const AdrefPageFlow *flow = filled.flow;
      const AdrefPageContent *last =
          &g_array_index(flow->contents, AdrefPageContent, flow->contents->len - 1);
      guint words = 0;
      for (guint i = last->first; i < last->first + last->boxes; i++)
        words += box_at(flow, i)->is_line ? 1 : 0;
      ck_assert_msg(words >= befores[before].least, "%u, %u lines: %u", before, lines, words);
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

/* A table with that many columns, and with lines in the first cell of its header; then rows. */
static char *new_table(guint columns, guint header_lines, guint rows)
{
  g_autofree char *word = g_strnfill(60, 'x');
  GString *text = g_string_new("|");
  for (guint i = 0; i < header_lines; i++)
    g_string_append_printf(text, " %s", word);
  for (guint i = 1; i < columns; i++)
    g_string_append(text, " | a");
  g_string_append(text, " |\n|");
  for (guint i = 0; i < columns; i++)
    g_string_append(text, "---|");
  for (guint r = 0; r < rows; r++) {
    g_string_append(text, "\n|");
    for (guint i = 0; i < columns; i++)
      g_string_append(text, " b |");
  }
  g_string_append_c(text, '\n');
  return g_string_free(text, FALSE);
}

static gboolean has_element(const AdrefPageFlow *flow, const char *tag)
{
  for (guint i = 0; i < flow->elements->len; i++)
    if (strcmp(g_array_index(flow->elements, AdrefStructElement, i).tag, tag) == 0)
      return TRUE;
  return FALSE;
}

/* The size of the last words of a table with so many columns. */
static float size_of(guint columns)
{
  g_autofree char *markdown = new_table(columns, 0, 1);
  Filled filled = fill(markdown, FALSE);
  ck_assert(has_element(filled.flow, "Table"));
  const GArray *pieces = filled.breaker->pieces;
  guint style = g_array_index(pieces, AdrefLinePiece, pieces->len - 1).style;
  float size = g_array_index(filled.breaker->styles, AdrefTextStyle, style).face.size;
  filled_clear(&filled);
  return size;
}

START_TEST(a_wide_table_has_smaller_letters)
{
  float size = size_of(2);
  ck_assert_float_gt(size, 9);
  ck_assert_float_lt(size_of(60), size);
  ck_assert_float_ge(size_of(60), 6);
  ck_assert_float_eq_tol(size_of(200), 6, 0.01F);
}
END_TEST

static gboolean repeats_header(guint header_lines)
{
  g_autofree char *markdown = new_table(2, header_lines, 100);
  Filled filled = fill(markdown, FALSE);
  ck_assert_uint_ge(filled.flow->contents->len, 2);
  const AdrefPageContent *second = &g_array_index(filled.flow->contents, AdrefPageContent, 1);
  gboolean repeats = second->table_header > 0;
  filled_clear(&filled);
  return repeats;
}

/* A header of 30 % of the page or more is not printed again. */
START_TEST(a_high_table_header_is_not_repeated)
{
  ck_assert(repeats_header(1));
  ck_assert(repeats_header(13));
  ck_assert(!repeats_header(14));
}
END_TEST

/* How many lines of a long footnote stand on the page that calls it, below that text. */
static guint footnote_lines(guint paragraphs, guint lines)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < paragraphs; i++)
    g_string_append(text, "Short.\n\n");
  for (guint i = 0; i < lines; i++)
    g_string_append_printf(text, "Line %u.  \n", i);
  g_string_append(text, "\nWords[^a].\n\n[^a]: ");
  for (guint i = 0; i < 100; i++)
    g_string_append(text, "said and done ");
  g_string_append_c(text, '\n');
  Filled filled = fill(text->str, FALSE);
  guint found = 0;
  for (guint page = 0; page < filled.flow->contents->len && found == 0; page++)
    found = g_array_index(filled.flow->contents, AdrefPageContent, page).footnotes;
  filled_clear(&filled);
  g_string_free(text, TRUE);
  return found;
}

/* When a footnote continues on the next page, two lines of it stand on the page that calls it. */
START_TEST(a_footnote_begins_with_two_lines)
{
  guint least = G_MAXUINT;
  for (guint paragraphs = 0; paragraphs < 3; paragraphs++)
    for (guint lines = 30; lines < 45; lines++)
      least = MIN(least, footnote_lines(paragraphs, lines));
  ck_assert_uint_eq(least, 2);
}
END_TEST

/* How many lines a table of three columns has, with a long last one. */
static guint count_lines(const char *head, const char *name)
{
  g_autofree char *words = repeat("all the words of one cell ", 60);
  g_autofree char *text = g_strdup_printf("| %s | %s | Words |\n|---|---|---|\n| %s | b | %s |\n",
                                          head, head, name, words);
  Filled filled = fill(text, FALSE);
  guint lines = filled.flow->boxes->len;
  filled_clear(&filled);
  return lines;
}

START_TEST(a_short_head_stays_in_one_line)
{
  ck_assert_uint_eq(count_lines("Lead party", "a"), count_lines("Lead\u00a0party", "a"));
}
END_TEST

START_TEST(a_name_stays_in_one_line_beside_a_long_cell)
{
  ck_assert_uint_eq(count_lines("Party", "Democratic and Popular"),
                    count_lines("Party", "Democratic\u00a0and\u00a0Popular"));
}
END_TEST

static void count_page(gpointer data, const AdrefPageContent *content, guint page)
{
  (void)content;
  (void)page;
  (*(guint *)data)++;
}

/* A flow with so many pages of one word. */
static guint fill_pages(guint count, GError **error)
{
  Filled filled = fill("x", FALSE);
  AdrefPageGeometry geometry = filled.flow->geometry;
  g_autoptr(AdrefPageFlow) flow = adref_page_flow_new(filled.breaker, NULL, &geometry);
  guint pages = 0;
  adref_page_flow_on_page(flow, count_page, &pages);
  g_autoptr(AdrefStyledText) words = adref_styled_text_new();
  AdrefTextStyle style = {.face = {ADREF_FONT_FAMILY_SERIF, FALSE, FALSE, 10}};
  adref_styled_text_add(words, adref_page_flow_style(flow, &style), NULL, "word", 4);
  AdrefBlockFormat block = {.width = geometry.measure, .leading = 12};
  for (guint i = 0; i < count; i++) {
    adref_page_flow_new_page(flow);
    adref_page_flow_add_block(flow, words, &block);
  }
  adref_page_flow_end(flow);
  AdrefSourceText source_text = {.name = "t.md"};
  adref_page_flow_check(flow, &source_text, FALSE, TRUE, NULL, error);
  filled_clear(&filled);
  return pages;
}

START_TEST(a_pdf_has_fewer_than_ten_thousand_pages)
{
  g_autoptr(GError) error = NULL;
  ck_assert_uint_eq(fill_pages(9999, &error), 9999);
  ck_assert_no_error(error);
  ck_assert_uint_le(fill_pages(10500, &error), 10001); /* of 10500 */
  ck_assert_str_eq(error->message, "t.md: it has 10000 pages or more; a PDF has fewer; export some "
                                   "of the clauses with --clauses, or HTML");
}
END_TEST

TCase *tcase_page_flow(void)
{
  TCase *tcase = tcase_create("page_flow");
  tcase_set_timeout(tcase, 120);
  tcase_add_test(tcase, boxes_do_not_overlap_and_stay_on_the_page);
  tcase_add_test(tcase, many_styles_are_found);
  tcase_add_test(tcase, a_thousand_signatories);
  tcase_add_test(tcase, no_page_has_signatures_alone);
  tcase_add_test(tcase, a_heading_stays_with_what_follows);
  tcase_add_test(tcase, no_page_has_one_item_alone);
  tcase_add_test(tcase, no_page_has_the_end_alone);
  tcase_add_test(tcase, no_page_has_a_single_line_of_a_paragraph);
  tcase_add_test(tcase, lines_are_justified);
  tcase_add_test(tcase, a_wide_table_has_smaller_letters);
  tcase_add_test(tcase, a_high_table_header_is_not_repeated);
  tcase_add_test(tcase, a_footnote_begins_with_two_lines);
  tcase_add_test(tcase, a_short_head_stays_in_one_line);
  tcase_add_test(tcase, a_name_stays_in_one_line_beside_a_long_cell);
  tcase_add_test(tcase, a_pdf_has_fewer_than_ten_thousand_pages);
  return tcase;
}
