#include "write/pdf.h"

#include "write/galley.h"
#include "write/press.h"
#include "write/tally.h"

static gboolean refuse_missing(const AdrefFlow *flow, const char *name, GError **error)
{
  gunichar c = flow->missing;
  if (!c)
    return FALSE;
  char letter[8] = "";
  letter[g_unichar_to_utf8(c, letter)] = '\0';
  const char *package = adref_face_package(c);
  AdrefPlace place = {name, flow->missing_line, flow->missing_column};
  if (package)
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "no installed font has \"%s\" (U+%04X); the package %s has one", letter, c,
                   package);
  else
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "no installed font has the character U+%04X, which cannot be printed", c);
  return TRUE;
}

GString *adref_write_pdf(const AdrefNode *document, const AdrefWriting *how,
                         const AdrefSheet *sheet, const char *name, AdrefProgress progress,
                         gpointer data, GError **error)
{
  g_autoptr(AdrefTally) tally = adref_tally_new(document);
  gboolean is_negotiating = how->view == ADREF_VIEW_NEGOTIATING;
  g_autoptr(AdrefShaper) shaper = adref_shaper_new(how->language, error);
  g_autoptr(AdrefSetter) setter = shaper ? adref_setter_new(shaper, how->language, error) : NULL;
  if (!setter)
    return NULL;
  AdrefMeasures measures =
      adref_sheet_measures(sheet, adref_shaper_script(shaper), is_negotiating && tally->notes > 0);
  g_autoptr(AdrefFlow) flow = adref_flow_new(setter, &measures);
  adref_galley_fill(flow, document, how, sheet, tally);
  if (refuse_missing(flow, name, error))
    return NULL;
  g_autofree char *title = adref_write_title(document, how);
  AdrefImprint imprint = {.title = title,
                          .language = how->language,
                          .version = how->version,
                          .hash = how->hash,
                          .date = how->date,
                          .marking = sheet->marking,
                          .is_draft = is_negotiating || tally->brackets + tally->placeholders > 0,
                          .count = sheet->count,
                          .file = sheet->attached,
                          .bytes = sheet->bytes,
                          .length = sheet->length,
                          .progress = progress,
                          .data = data};
  return adref_press_print(flow, &imprint, error);
}
