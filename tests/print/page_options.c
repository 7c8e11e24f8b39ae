#include "print/page_options.h"

#include "print/cases.h"

/* What the geometry of a page follows from, and the geometry: paper; margins at start, end, top and
 * bottom; measure; size, leading and small size; indent and gap; margin notes and their gap. */
typedef struct {
  AdrefPageOptions options;
  const char *language;
  gboolean has_notes;
  const char *geometry;
} Row;

static const Row rows[] = {
    {{.paper = ADREF_PAPER_SIZE_A4},
     "en",
     FALSE,
     "595.28 x 841.89, 82 82 84 80, 431.28, 10.50 14.49 8, 30.45 7.56, 0 14"},
    {{.paper = ADREF_PAPER_SIZE_LETTER},
     "en",
     FALSE,
     "612.00 x 792.00, 82 82 84 80, 448.00, 10.50 14.49 8, 30.45 7.56, 0 14"},
    {{.paper = ADREF_PAPER_SIZE_A4},
     "en",
     TRUE,
     "595.28 x 841.89, 60 158 84 80, 377.28, 10.50 14.49 8, 30.45 7.56, 122 14"},
    {{.paper = ADREF_PAPER_SIZE_A4, .is_large = TRUE},
     "en",
     FALSE,
     "595.28 x 841.89, 60 60 84 80, 475.28, 17.00 23.46 12, 49.30 12.24, 0 14"},
    {{.paper = ADREF_PAPER_SIZE_A4, .is_parallel = TRUE},
     "en",
     FALSE,
     "595.28 x 841.89, 50 50 84 80, 495.28, 9.24 12.75 8, 26.80 6.65, 0 14"},
    {{.paper = ADREF_PAPER_SIZE_LETTER, .is_landscape = TRUE},
     "en",
     FALSE,
     "792.00 x 612.00, 82 82 84 80, 628.00, 10.50 14.49 8, 30.45 7.56, 0 14"},
};

static char *geometry_of(const Row *row)
{
  AdrefPageGeometry g =
      adref_page_options_geometry(&row->options, adref_script_of(row->language), row->has_notes);
  return g_strdup_printf("%.2f x %.2f, %.0f %.0f %.0f %.0f, %.2f, %.2f %.2f %.0f, %.2f %.2f, "
                         "%.0f %.0f",
                         (double)g.width, (double)g.height, (double)g.start, (double)g.end,
                         (double)g.top, (double)g.bottom, (double)g.measure, (double)g.size,
                         (double)g.leading, (double)g.small, (double)g.indent, (double)g.gap,
                         (double)g.notes, (double)g.note_gap);
}

START_TEST(geometry_follows_from_the_options)
{
  g_autofree char *geometry = geometry_of(&rows[_i]);
  ck_assert_str_eq(geometry, rows[_i].geometry);
}
END_TEST

/* Even spaces read better in large type than even ends of lines. */
START_TEST(large_print_is_ragged)
{
  AdrefPageOptions options = {.paper = ADREF_PAPER_SIZE_A4};
  ck_assert(!adref_page_options_geometry(&options, adref_script_of("en"), FALSE).is_ragged);
  options.is_large = TRUE;
  ck_assert(adref_page_options_geometry(&options, adref_script_of("en"), FALSE).is_ragged);
}
END_TEST

/* From base line to base line, in font sizes. */
START_TEST(each_language_has_its_leading)
{
  static const struct {
    const char *language;
    float leading;
  } leadings[] = {{"en", 1.38F}, {"ja", 1.72F}, {"zh-Hant", 1.72F}, {"ko", 1.72F},
                  {"th", 1.6F},  {"lo", 1.65F}, {"km", 1.85F},      {"my", 1.95F},
                  {"ta", 1.6F},  {"ar", 1.75F}, {"vi", 1.48F},      {"qqq", 1.38F}};
  AdrefPageOptions options = {.paper = ADREF_PAPER_SIZE_A4};
  for (gsize i = 0; i < G_N_ELEMENTS(leadings); i++) {
    const AdrefScript *script = adref_script_of(leadings[i].language);
    AdrefPageGeometry geometry = adref_page_options_geometry(&options, script, FALSE);
    ck_assert_float_eq_tol(geometry.leading / geometry.size, leadings[i].leading, 0.001F);
  }
}
END_TEST

TCase *tcase_page_options(void)
{
  TCase *tcase = tcase_create("page_options");
  tcase_add_loop_test(tcase, geometry_follows_from_the_options, 0, G_N_ELEMENTS(rows));
  tcase_add_test(tcase, large_print_is_ragged);
  tcase_add_test(tcase, each_language_has_its_leading);
  return tcase;
}
