#include "cmd/shared/redline_arguments.h"

#include <string.h>

#include "cmd/shared/pdf_arguments.h"

enum {
  MIN_SIDE_BY_SIDE_WIDTH = 140, /* columns from which a window shows two texts side by side */
  MAX_TEXT_WIDTH = 100          /* columns of words that are easy to read */
};

AdrefComparisonOptions adref_redline_arguments_read(const AdrefRun *run, const char *format,
                                                    gint64 *start)
{
  AdrefComparisonOptions options = {.format = format,
                                    .review = {.full = adref_run_flag(run, "full"),
                                               .changed_only = adref_run_flag(run, "changed-only"),
                                               .side_by_side = adref_run_flag(run, "side-by-side")},
                                    .is_stat = adref_run_flag(run, "stat"),
                                    .pdf = adref_pdf_arguments_read(run, start)};
  const GPtrArray *words = adref_run_values(run, "only");
  for (guint i = 0; words && i < words->len; i++)
    adref_summary_filter_add(&options.review.only, words->pdata[i]);
  if (strcmp(format, "terminal") != 0)
    return options;
  guint window = adref_window_width();
  options.review.side_by_side =
      options.review.side_by_side || (window >= MIN_SIDE_BY_SIDE_WIDTH && adref_on_terminal());
  options.width = options.review.side_by_side ? window : MIN(window, MAX_TEXT_WIDTH);
  options.color = adref_in_color(run);
  return options;
}
