#include "work/pdf_options.h"

#include <string.h>

/* What stands between place and date. */
static const char *comma_in(const char *language)
{
  if (g_str_has_prefix(language, "ja") || g_str_has_prefix(language, "zh"))
    return "\343\200\201";
  return g_str_has_prefix(language, "ar") ? "\330\214 " : ", ";
}

char *adref_pdf_options_place_and_date(const AdrefText *text)
{
  const AdrefStatement *statement = text->statement;
  if (!statement)
    return NULL;
  g_autofree char *place =
      statement->place ? adref_value_print(statement->place, "", text->language) : NULL;
  g_autofree char *date =
      statement->date ? adref_value_print(statement->date, "long", text->language) : NULL;
  if (place && date)
    return g_strconcat(place, comma_in(text->language), date, NULL);
  return place ? g_steal_pointer(&place) : g_steal_pointer(&date);
}

AdrefPageOptions adref_pdf_options_page(const AdrefPdfOptions *options, const AdrefText *text,
                                        char **occasion)
{
  *occasion = adref_pdf_options_place_and_date(text);
  return (AdrefPageOptions){.house = text->house,
                            .paper = options->paper,
                            .line_numbering = options->line_numbering,
                            .is_large = options->is_large,
                            .marking = options->marking,
                            .occasion = *occasion};
}
