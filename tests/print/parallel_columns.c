#include "print/parallel_columns.h"

#include "print/cases.h"
#include "print/page_flow_private.h"
#include "view/cases.h"
#include "view/pdf/pdf_parallel.h"

/* A page flow with two texts in columns. */
typedef struct {
  AdrefNode *documents[ADREF_PARALLEL_TEXTS];
  AdrefShaper *shapers[ADREF_PARALLEL_TEXTS];
  AdrefLineBreaker *breakers[ADREF_PARALLEL_TEXTS];
  AdrefPageFlow *flow;
} Filled;

static Filled fill(const char *left, const char *right, const char *first, const char *second)
{
  GError *error = NULL;
  Filled filled = {.documents = {read_tree(left), read_tree(right)}};
  const char *languages[] = {first, second};
  AdrefViewOptions options[ADREF_PARALLEL_TEXTS];
  AdrefParallelTexts parallel = {.review = NULL};
  AdrefPageGeometry geometry[ADREF_PARALLEL_TEXTS];
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4, .is_parallel = TRUE};
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    filled.shapers[i] = adref_shaper_new(languages[i], &error);
    ck_assert_no_error(error);
    filled.breakers[i] = adref_line_breaker_new(filled.shapers[i], languages[i], &error);
    ck_assert_no_error(error);
    geometry[i] = adref_page_options_geometry(&page_options, adref_script_of(languages[i]), FALSE);
    options[i] = (AdrefViewOptions){.view = ADREF_VIEW_CLEAN, .language = languages[i]};
    parallel.texts[i] =
        (AdrefParallelText){filled.documents[i], &options[i], {.name = "t.md"}, languages[i]};
  }
  filled.flow = adref_page_flow_new(filled.breakers[0], filled.breakers[1], &geometry[0]);
  adref_pdf_parallel_typeset(filled.flow, &parallel, &page_options, geometry);
  return filled;
}

static void filled_clear(Filled *filled)
{
  adref_page_flow_free(filled->flow);
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    adref_line_breaker_free(filled->breakers[i]);
    adref_shaper_free(filled->shapers[i]);
    adref_node_free(filled->documents[i]);
  }
}

static void check_segments(const AdrefPageFlow *flow, const AdrefLineBox *box)
{
  float width = (flow->geometry.measure - ADREF_PARALLEL_COLUMNS_GUTTER) / 2;
  float x = box->column == 2 ? width + ADREF_PARALLEL_COLUMNS_GUTTER : 0;
  for (guint s = box->first_segment; s < box->first_segment + box->segments; s++) {
    const AdrefLineSegment *segment = &g_array_index(flow->segments, AdrefLineSegment, s);
    const GArray *pieces = flow->breakers[segment->side]->pieces;
    ck_assert_uint_eq(segment->side, box->column - 1);
    ck_assert(segment->x >= x - 0.1F && segment->x + segment->width <= x + width + 0.1F);
    for (guint i = segment->first; i < segment->first + segment->pieces; i++) {
      const AdrefLinePiece *piece = &g_array_index(pieces, AdrefLinePiece, i);
      ck_assert(piece->x >= -0.1F && piece->x + piece->shape->width <= segment->width + 0.1F);
    }
  }
}

/* The boxes of a column do not overlap and stand on the paper. */
static void check_columns(const AdrefPageFlow *flow)
{
  for (guint page = 0; page < flow->contents->len; page++) {
    const AdrefPageContent *content = &g_array_index(flow->contents, AdrefPageContent, page);
    float bottoms[] = {0, flow->geometry.top, flow->geometry.top};
    for (guint i = content->first; i < content->first + content->boxes; i++) {
      const AdrefLineBox *box = &g_array_index(flow->boxes, AdrefLineBox, i);
      ck_assert(box->column == 1 || box->column == 2);
      ck_assert(box->y - box->above >= bottoms[box->column] - 0.01F);
      bottoms[box->column] = box->y + box->below;
      ck_assert(box->y + box->below <= flow->geometry.height - flow->geometry.bottom + 0.1F);
      check_segments(flow, box);
    }
  }
}

/* The place where a clause begins, as page and base line: links lead there. */
static float start_of(const AdrefPageFlow *flow, guint clause)
{
  for (guint page = 0; page < flow->contents->len; page++) {
    const AdrefPageContent *content = &g_array_index(flow->contents, AdrefPageContent, page);
    for (guint i = content->first; i < content->first + content->boxes; i++)
      if (g_array_index(flow->boxes, AdrefLineBox, i).target == clause + 1)
        return (float)page * 10000 + g_array_index(flow->boxes, AdrefLineBox, i).y;
  }
  return -1;
}

/* The letters of a column on all pages, without its title. */
static char *letters_in(const AdrefPageFlow *flow, guint column)
{
  GString *letters = g_string_new(NULL);
  gboolean is_head = TRUE;
  for (guint i = 0; i < flow->boxes->len; i++) {
    const AdrefLineBox *box = &g_array_index(flow->boxes, AdrefLineBox, i);
    for (guint s = box->first_segment; s < box->first_segment + box->segments; s++) {
      const AdrefLineSegment *segment = &g_array_index(flow->segments, AdrefLineSegment, s);
      for (guint p = segment->first;
           box->column == column && !is_head && p < segment->first + segment->pieces; p++)
        g_string_append(
            letters,
            g_array_index(flow->breakers[segment->side]->pieces, AdrefLinePiece, p).shape->text);
    }
    is_head = is_head && box->column != column;
  }
  return g_string_free(letters, FALSE);
}

static char *without_space(const char *text)
{
  GString *letters = g_string_new(NULL);
  for (const char *p = text; *p; p++)
    if (!g_ascii_isspace(*p) && *p != '#')
      g_string_append_c(letters, *p);
  return g_string_free(letters, FALSE);
}

/* Paragraphs of any length, some headings, and one paragraph of several pages. */
static char *generate(GRand *rand, guint paragraphs, const char *word)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < paragraphs; i++) {
    guint words = i == paragraphs / 2 ? 3000 : (guint)g_rand_int_range(rand, 1, 120);
    gboolean is_heading = i % 7 == 3;
    g_string_append(text, is_heading ? "## " : "");
    for (guint w = 0; w < (is_heading ? 3 : words); w++)
      g_string_append_printf(text, "%s%u ", word, w);
    g_string_append(text, "\n\n");
  }
  return g_string_free(text, FALSE);
}

/* Each row has two cells, also a row that was divided. */
static void check_cells(const AdrefPageFlow *flow)
{
  for (guint i = 0; i < flow->elements->len; i++) {
    if (strcmp(g_array_index(flow->elements, AdrefStructElement, i).tag, "TR") != 0)
      continue;
    guint cells = 0;
    for (guint at = i + 1; adref_page_flow_is_cell(flow, at, i); at++)
      cells++;
    ck_assert_uint_eq(cells, 2);
  }
}

static void check_generated(guint32 seed, const char *first, const char *second)
{
  enum {
    PARAGRAPHS = 60
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
  g_autofree char *left = generate(rand, PARAGRAPHS, "left");
  g_autofree char *right = generate(rand, PARAGRAPHS, "right");
  Filled filled = fill(left, right, first, second);
  check_columns(filled.flow);
  check_cells(filled.flow);
  for (guint i = 0; i < PARAGRAPHS; i++)
    ck_assert_float_eq_tol(start_of(filled.flow, i), start_of(filled.flow, PARAGRAPHS + i), 0.01F);
  const char *texts[] = {left, right};
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++) {
    g_autofree char *found = letters_in(filled.flow, i + 1);
    g_autofree char *expected = without_space(texts[i]);
    ck_assert_str_eq(found, expected);
  }
  filled_clear(&filled);
}

START_TEST(each_pair_begins_at_one_height_and_nothing_is_lost)
{
  for (guint32 seed = 1; seed <= 6; seed++)
    check_generated(seed, "en", "vi");
  check_generated(7, "en", "ar");
  check_generated(8, "ar", "en");
}
END_TEST

/* Headings, and the first lines below them, stay together. */
START_TEST(headings_stay_with_what_follows)
{
  for (guint lines = 1; lines < 60; lines++) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lines; i++)
      g_string_append_printf(text, "Line %u.  \n", i);
    g_string_append(text, "\n## Heading\n\n### Another\n\nFollows it closely.\n");
    Filled filled = fill(text->str, text->str, "en", "ja");
    guint heading = (guint)start_of(filled.flow, 1) / 10000;
    ck_assert_uint_eq((guint)start_of(filled.flow, 2) / 10000, heading);
    ck_assert_uint_eq((guint)start_of(filled.flow, 3) / 10000, heading);
    filled_clear(&filled);
    g_string_free(text, TRUE);
  }
}
END_TEST

/* Whether a paragraph of that many lines is divided by a page break at some place of the page. */
static gboolean is_divided(guint row_lines)
{
  gboolean divided = FALSE;
  for (guint lines = 20; lines < 60 && !divided; lines++) {
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lines + row_lines; i++)
      g_string_append_printf(text, "%sLine %u.%s", i == lines ? "\n\n" : "", i,
                             i + 1 == lines ? "" : "  \n");
    Filled filled = fill(text->str, text->str, "en", "en");
    const AdrefPageContent *last =
        &g_array_index(filled.flow->contents, AdrefPageContent, filled.flow->contents->len - 1);
    guint boxes = last->boxes / ADREF_PARALLEL_TEXTS;
    divided = filled.flow->contents->len > 1 && boxes < row_lines;
    filled_clear(&filled);
    g_string_free(text, TRUE);
  }
  return divided;
}

/* A third of a page has 17 lines. */
START_TEST(a_row_of_a_third_of_a_page_is_not_divided)
{
  ck_assert(!is_divided(17));
  ck_assert(is_divided(18));
}
END_TEST

/* A heading with many lines below it in its clause: a bookmark once led to one of the lines. */
START_TEST(a_bookmark_leads_to_its_heading)
{
  GString *text = g_string_new("# Title\n\n<!-- annex a -->\n# Annex\n\n");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf(text, "Line %u.\n\n", i);
  Filled filled = fill(text->str, text->str, "en", "en");
  const AdrefPageFlow *flow = filled.flow;
  const AdrefBookmark *mark = &g_array_index(flow->bookmarks, AdrefBookmark, 1);
  ck_assert_str_eq(mark->words, "Annex");
  float above = start_of(flow, 1) - ((float)mark->page * 10000 + mark->y);
  ck_assert(above > 0 && above < 2 * flow->geometry.size);
  filled_clear(&filled);
  g_string_free(text, TRUE);
}
END_TEST

/* A column of a page as boxes of 10 points: 'c' stands in a column, '-' and '.' across the columns,
 * with a word up to 90 and up to 40 points. The rule stands at 80. */
static GArray *rules_of(const char *page, float top, float bottom, gboolean is_rtl)
{
  AdrefLineBreaker breaker = {.is_rtl = is_rtl,
                              .pieces = g_array_new(FALSE, FALSE, sizeof(AdrefLinePiece))};
  AdrefPageFlow flow = {.boxes = g_array_new(FALSE, FALSE, sizeof(AdrefLineBox)),
                        .segments = g_array_new(FALSE, FALSE, sizeof(AdrefLineSegment)),
                        .breakers = {&breaker}};
  AdrefShapedWord long_word = {.width = 90}, short_word = {.width = 40};
  for (guint i = 0; page[i]; i++) {
    const AdrefShapedWord *shape = page[i] == '.' ? &short_word : &long_word;
    AdrefLineBox box = {.y = 7 + 10 * (float)i,
                        .above = 7,
                        .below = 3,
                        .column = page[i] == 'c',
                        .first_segment = i,
                        .segments = 1};
    AdrefLineSegment segment = {.width = 200, .first = i, .pieces = 1};
    AdrefLinePiece piece = {.shape = shape, .x = is_rtl ? 200 - shape->width : 0};
    g_array_append_val(flow.boxes, box);
    g_array_append_val(flow.segments, segment);
    g_array_append_val(breaker.pieces, piece);
  }
  AdrefPageContent content = {
      .boxes = flow.boxes->len, .divider_top = top, .divider_bottom = bottom};
  GArray *rules = adref_parallel_columns_rules(&flow, &content, 80);
  g_array_unref(flow.boxes);
  g_array_unref(flow.segments);
  g_array_unref(breaker.pieces);
  return rules;
}

START_TEST(no_rule_runs_through_words_across_the_columns)
{
  static const struct {
    const char *page;
    float top, bottom;
    AdrefColumnRule rules[4];
  } cases[] = {
      {"ccc", 0, 30, {{0, 30}}},
      {"-cc", 0, 30, {{10, 30}}},
      {"cc-cc", 0, 50, {{0, 20}, {30, 50}}},
      {"c--c-c", 0, 60, {{0, 10}, {30, 40}, {50, 60}}},
      {"--cc--", 20, 40, {{20, 40}}}, /* the title above the columns, a closing below them */
      {"cc-", 0, 30, {{0, 20}}},
      {"c.c-c", 0, 50, {{0, 30}, {40, 50}}}, /* a number that ends before the rule */
  };
  for (guint n = 0; n < 2 * G_N_ELEMENTS(cases); n++) {
    guint i = n / 2;
    g_autoptr(GArray) rules = rules_of(cases[i].page, cases[i].top, cases[i].bottom, n % 2 == 1);
    for (guint r = 0; r < G_N_ELEMENTS(cases[i].rules) && cases[i].rules[r].bottom > 0; r++) {
      ck_assert_uint_gt(rules->len, r);
      const AdrefColumnRule *rule = &g_array_index(rules, AdrefColumnRule, r);
      ck_assert_float_eq_tol(rule->top, cases[i].rules[r].top, 0.01F);
      ck_assert_float_eq_tol(rule->bottom, cases[i].rules[r].bottom, 0.01F);
      ck_assert(r + 1 < rules->len || !(cases[i].rules[r + 1].bottom > 0));
    }
  }
}
END_TEST

TCase *tcase_parallel_columns(void)
{
  TCase *tcase = tcase_create("parallel_columns");
  tcase_set_timeout(tcase, 120);
  tcase_add_test(tcase, each_pair_begins_at_one_height_and_nothing_is_lost);
  tcase_add_test(tcase, headings_stay_with_what_follows);
  tcase_add_test(tcase, a_row_of_a_third_of_a_page_is_not_divided);
  tcase_add_test(tcase, a_bookmark_leads_to_its_heading);
  tcase_add_test(tcase, no_rule_runs_through_words_across_the_columns);
  return tcase;
}
