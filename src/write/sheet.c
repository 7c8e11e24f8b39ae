#include "write/sheet.h"

static const struct {
  float width, height;
} papers[] = {
    [ADREF_PAPER_A4] = {595.276F, 841.89F},
    [ADREF_PAPER_LETTER] = {612, 792},
};

enum {
  MARGIN = 82,
  BESIDE = 50,     /* both margins of a page with two texts */
  NARROW = 60,     /* the start margin of a page with notes */
  WITH_NOTES = 158 /* its end margin */
};

AdrefMeasures adref_sheet_measures(const AdrefSheet *sheet, const AdrefScript *script,
                                   gboolean has_notes)
{
  gboolean is_large = sheet->is_large;
  AdrefMeasures measures = {
      .width = papers[sheet->paper].width,
      .height = papers[sheet->paper].height,
      .start = has_notes || is_large ? NARROW : MARGIN,
      .end = has_notes  ? WITH_NOTES
             : is_large ? NARROW
                        : MARGIN,
      .top = 84,
      .bottom = 80,
      .size = is_large ? 17 : 10.5F,
      .small = is_large ? 12 : 8,
      .aside = 14,
  };
  if (sheet->is_beside) {
    measures.start = measures.end = BESIDE;
    measures.size *= 0.88F;
  }
  measures.measure = measures.width - measures.start - measures.end;
  measures.leading = measures.size * script->leading;
  measures.indent = measures.size * 2.9F;
  measures.gap = measures.size * 0.72F;
  measures.notes = has_notes ? measures.end - measures.aside - 22 : 0;
  return measures;
}
