#include "work/export/pdf_options.h"

AdrefPageOptions adref_pdf_options_page(const AdrefPdfOptions *options, const AdrefText *text)
{
  return (AdrefPageOptions){.house = text->house,
                            .paper = options->paper,
                            .line_numbering = options->line_numbering,
                            .is_large = options->is_large,
                            .marking = options->marking};
}
