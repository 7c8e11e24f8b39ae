/* The least that a page can take: a loop over paragraphs with Pango and Cairo, justified lines one
 * below the other, no headings, numbers, tags, links or footers: page TEXT PDF. For comparison. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

enum {
  WIDTH = 595,
  HEIGHT = 842,
  MARGIN = 82,
  LEADING = 15,
  GAP = 8
};

static void put_paragraph(PangoLayout *layout, cairo_t *cairo, const char *words, double *y)
{
  pango_layout_set_text(layout, words, -1);
  PangoLayoutIter *lines = pango_layout_get_iter(layout);
  do {
    if (*y > HEIGHT - MARGIN) {
      cairo_show_page(cairo);
      *y = MARGIN;
    }
    cairo_move_to(cairo, MARGIN, *y);
    pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(lines));
    *y += LEADING;
  } while (pango_layout_iter_next_line(lines));
  pango_layout_iter_free(lines);
  *y += GAP;
}

int main(int argc, char **argv)
{
  g_autofree char *text = NULL;
  if (argc != 3 || !g_file_get_contents(argv[1], &text, NULL, NULL)) {
    fputs("usage: page TEXT PDF\n", stderr);
    return 2;
  }
  cairo_surface_t *surface = cairo_pdf_surface_create(argv[2], WIDTH, HEIGHT);
  cairo_t *cairo = cairo_create(surface);
  PangoLayout *layout = pango_cairo_create_layout(cairo);
  PangoFontDescription *font = pango_font_description_from_string("Noto Serif 10.5");
  pango_layout_set_font_description(layout, font);
  pango_layout_set_width(layout, (WIDTH - 2 * MARGIN) * PANGO_SCALE);
  pango_layout_set_justify(layout, TRUE);
  g_auto(GStrv) paragraphs = g_strsplit(text, "\n", -1);
  double y = MARGIN;
  for (char **words = paragraphs; *words; words++)
    if (**words && !g_str_has_prefix(*words, "<!--"))
      put_paragraph(layout, cairo, *words, &y);
  cairo_show_page(cairo);
  pango_font_description_free(font);
  g_object_unref(layout);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  cairo_status_t status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
