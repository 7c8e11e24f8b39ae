#include "view/reports/progress_curve.h"

#include "view/cases.h"
#include "view/reports/svg_progress_curve.h"

typedef struct {
  const char *text;
  guint brackets, alternatives, words, bracketed;
} Count;

static const Count counts[] = {
    {"", 0, 0, 0, 0},
    {"We act now.", 0, 0, 3, 0},
    {"We [shall - JPN / should - ASEAN] act.", 1, 2, 4, 2},
    {"We [act [now] or / wait] [here].", 2, 4, 6, 5},
    {"[**b**oth] ways", 1, 1, 2, 1},
    {"We [act.\n\nThey wait] here.", 1, 0, 5, 3},
    {"We [act.", 1, 0, 2, 0},
    {"[... to be inserted ...]", 0, 0, 3, 3},
};

START_TEST(counts_brackets)
{
  const Count *count = &counts[_i];
  g_autoptr(AdrefNode) document = read_tree(count->text);
  AdrefProgressPoint draft = {0};
  adref_progress_point_count(&draft, document, NULL);
  ck_assert_uint_eq(draft.brackets, count->brackets);
  ck_assert_uint_eq(draft.alternatives, count->alternatives);
  ck_assert_uint_eq(draft.words, count->words);
  ck_assert_uint_eq(draft.words_bracketed, count->bracketed);
}
END_TEST

static GPtrArray *make_drafts(guint count, guint most)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func((GDestroyNotify)adref_progress_point_free);
  for (guint i = 0; i < count; i++) {
    AdrefProgressPoint *draft = g_new0(AdrefProgressPoint, 1);
    draft->name = g_strdup_printf("<rev&%u>", i);
    draft->day = i + 1 < count ? g_strdup("2023-12-01") : NULL;
    draft->paragraphs = most;
    draft->agreed = most / 3;
    draft->open = most - most / 3;
    draft->brackets = most == 0 ? 0 : i % most;
    g_ptr_array_add(drafts, draft);
  }
  return drafts;
}

/* The picture is well-formed XML, and all shapes stand inside it. */
START_TEST(pictures_are_valid)
{
  static const guint sizes[][2] = {{1, 0},     {1, 1},    {2, 7},        {9, 429},
                                   {60, 5000}, {1000, 5}, {3, G_MAXUINT}};
  g_autoptr(GPtrArray) drafts = make_drafts(sizes[_i][0], sizes[_i][1]);
  g_autoptr(GString) svg = adref_svg_progress_curve_write(drafts, "a < b & c", NULL, "en");
  g_autoptr(GError) error = NULL;
  GMarkupParser parser = {0};
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, NULL, NULL);
  gboolean sound = g_markup_parse_context_parse(context, svg->str, (gssize)svg->len, &error) &&
                   g_markup_parse_context_end_parse(context, &error);
  ck_assert_no_error(error);
  ck_assert(sound);
  ck_assert_ptr_nonnull(
      strstr(svg->str, "<title id=\"t\">a &lt; b &amp; c, draft by draft</title>"));
  ck_assert_ptr_null(strstr(svg->str, "=\"-"));
  g_auto(GStrv) parts = g_strsplit(svg->str, " y=\"", -1);
  for (guint i = 1; parts[i]; i++)
    ck_assert_uint_lt(g_ascii_strtoull(parts[i], NULL, 10), 450);
}
END_TEST

TCase *tcase_progress_curve(void)
{
  TCase *tcase = tcase_create("progress_curve");
  tcase_add_loop_test(tcase, counts_brackets, 0, G_N_ELEMENTS(counts));
  tcase_add_loop_test(tcase, pictures_are_valid, 0, 7);
  return tcase;
}
