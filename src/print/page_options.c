#include "print/page_options.h"

static const struct {
  float width, height;
} papers[] = {
    [ADREF_PAPER_A4] = {595.276F, 841.89F},
    [ADREF_PAPER_LETTER] = {612, 792},
};

enum {
  BESIDE = 50,     /* both margins of a page with two texts */
  NARROW = 60,     /* the start margin of a page with notes */
  WITH_NOTES = 158 /* its end margin */
};

static const float latin = 1.38F; /* the leading of Latin letters where a style says nothing */
static const float large = 17 / 10.5F;

static AdrefPaper paper_of(const AdrefSheet *sheet, const AdrefHouse *house)
{
  if (sheet->paper != ADREF_PAPER_HOUSE)
    return sheet->paper;
  return house->is_letter ? ADREF_PAPER_LETTER : ADREF_PAPER_A4;
}

static void set_margins(AdrefMeasures *measures, const AdrefSheet *sheet, const AdrefHouse *house,
                        gboolean has_notes)
{
  measures->top = house->margins[0];
  measures->bottom = house->margins[2];
  measures->start = has_notes || sheet->is_large ? NARROW : house->margins[3];
  measures->end = has_notes ? WITH_NOTES : sheet->is_large ? NARROW : house->margins[1];
  if (sheet->is_beside)
    measures->start = measures->end = BESIDE;
  measures->measure = measures->width - measures->start - measures->end;
  measures->aside = 14;
  measures->notes = has_notes ? measures->end - measures->aside - 22 : 0;
}

AdrefMeasures adref_sheet_measures(const AdrefSheet *sheet, const AdrefScript *script,
                                   gboolean has_notes)
{
  g_autoptr(AdrefHouse) none = sheet->house ? NULL : adref_house_new();
  const AdrefHouse *house = sheet->house ? sheet->house : none;
  AdrefPaper paper = paper_of(sheet, house);
  AdrefMeasures measures = {.width = papers[paper].width,
                            .height = papers[paper].height,
                            .size = house->size * (sheet->is_large ? large : 1),
                            .small = sheet->is_large ? 12 : 8,
                            .family = house->is_sans ? ADREF_SANS : ADREF_SERIF,
                            .is_ragged = house->is_ragged,
                            .is_run_in = house->is_run_in && !sheet->is_beside,
                            .has_centered = house->has_centered && !sheet->is_beside};
  if (sheet->is_beside)
    measures.size *= 0.88F;
  set_margins(&measures, sheet, house, has_notes);
  measures.leading = measures.size * script->leading * house->leading / latin;
  measures.indent = measures.size * 2.9F;
  measures.gap = measures.size * house->gap;
  return measures;
}
