#include "print/page_options.h"

static const struct {
  float width, height;
} papers[] = {
    [ADREF_PAPER_SIZE_A4] = {595.276F, 841.89F},
    [ADREF_PAPER_SIZE_LETTER] = {612, 792},
};

enum {
  PARALLEL_MARGIN = 50, /* both margins of a page with parallel columns */
  NARROW_MARGIN = 60,   /* start margin of a page with margin notes */
  NOTES_MARGIN = 158    /* end margin of that page */
};

/* The leading of Latin script; the leading of a house style is meant for Latin script. */
static const float latin_leading = 1.38F;
static const float large_scale = 17 / 10.5F;

static AdrefPaperSize paper_of(const AdrefPageOptions *options, const AdrefHouseStyle *house)
{
  if (options->paper != ADREF_PAPER_SIZE_HOUSE_STYLE)
    return options->paper;
  return house->is_letter ? ADREF_PAPER_SIZE_LETTER : ADREF_PAPER_SIZE_A4;
}

static void set_margins(AdrefPageGeometry *geometry, const AdrefPageOptions *options,
                        const AdrefHouseStyle *house, gboolean has_notes)
{
  geometry->top = house->margins[0];
  geometry->bottom = house->margins[2];
  geometry->start = has_notes || options->is_large ? NARROW_MARGIN : house->margins[3];
  geometry->end = has_notes ? NOTES_MARGIN : options->is_large ? NARROW_MARGIN : house->margins[1];
  if (options->is_parallel)
    geometry->start = geometry->end = PARALLEL_MARGIN;
  geometry->measure = geometry->width - geometry->start - geometry->end;
  geometry->note_gap = 14;
  geometry->notes = has_notes ? geometry->end - geometry->note_gap - 22 : 0;
}

AdrefPageGeometry adref_page_options_geometry(const AdrefPageOptions *options,
                                              const AdrefScript *script, gboolean has_notes)
{
  g_autoptr(AdrefHouseStyle) none = options->house ? NULL : adref_house_style_new();
  const AdrefHouseStyle *house = options->house ? options->house : none;
  AdrefPaperSize paper = paper_of(options, house);
  AdrefPageGeometry geometry = {.width = papers[paper].width,
                                .height = papers[paper].height,
                                .size = house->size * (options->is_large ? large_scale : 1),
                                .small = options->is_large ? 12 : 8,
                                .family = house->is_sans ? ADREF_FONT_FAMILY_SANS
                                                         : ADREF_FONT_FAMILY_SERIF,
                                .is_ragged = house->is_ragged || options->is_large,
                                .is_run_in = house->is_run_in && !options->is_parallel,
                                .has_centered = house->has_centered && !options->is_parallel};
  if (options->is_landscape) {
    geometry.width = papers[paper].height;
    geometry.height = papers[paper].width;
  }
  if (options->is_parallel)
    geometry.size *= 0.88F;
  set_margins(&geometry, options, house, has_notes);
  geometry.leading = geometry.size * script->leading * house->leading / latin_leading;
  geometry.indent = geometry.size * 2.9F;
  geometry.gap = geometry.size * house->gap;
  return geometry;
}
