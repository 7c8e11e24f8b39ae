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

/* What both ways to a PDF bring. */
typedef struct {
  const AdrefNode *document;
  const AdrefWriting *how;
  const AdrefReview *review; /* NULL: not a redline */
  const AdrefSheet *sheet;
  const char *name;
  AdrefPrinting progress;
  gpointer data;
} Wanted;

static GString *print(const Wanted *wanted, AdrefFlow *flow, const AdrefTally *tally,
                      GError **error)
{
  const AdrefWriting *how = wanted->how;
  const AdrefSheet *sheet = wanted->sheet;
  g_autofree char *title = adref_write_title(wanted->document, how);
  AdrefImprint imprint = {.title = title,
                          .language = how->language,
                          .version = how->version,
                          .hash = how->hash,
                          .role = how->role,
                          .copy = how->copy,
                          .date = how->date,
                          .marking = sheet->marking,
                          .is_draft = how->view == ADREF_VIEW_NEGOTIATING ||
                                      tally->brackets + tally->placeholders > 0,
                          .count = sheet->count,
                          .file = sheet->attached,
                          .bytes = sheet->bytes,
                          .length = sheet->length,
                          .progress = wanted->progress,
                          .data = wanted->data};
  return adref_press_print(flow, &imprint, error);
}

static GString *make(const Wanted *wanted, GError **error)
{
  const AdrefWriting *how = wanted->how;
  g_autoptr(AdrefTally) tally = adref_tally_new(wanted->document);
  g_autoptr(AdrefShaper) shaper = adref_shaper_new(how->language, error);
  g_autoptr(AdrefSetter) setter = shaper ? adref_setter_new(shaper, how->language, error) : NULL;
  if (!setter)
    return NULL;
  AdrefMeasures measures =
      adref_sheet_measures(wanted->sheet, adref_shaper_script(shaper),
                           how->view == ADREF_VIEW_NEGOTIATING && tally->notes > 0);
  g_autoptr(AdrefFlow) flow = adref_flow_new(setter, &measures);
  adref_galley_fill(flow, wanted->document, how, wanted->sheet, tally, wanted->review);
  return refuse_missing(flow, wanted->name, error) ? NULL : print(wanted, flow, tally, error);
}

GString *adref_write_pdf(const AdrefNode *document, const AdrefWriting *how,
                         const AdrefSheet *sheet, const char *name, AdrefPrinting progress,
                         gpointer data, GError **error)
{
  Wanted wanted = {document, how, NULL, sheet, name, progress, data};
  return make(&wanted, error);
}

GString *adref_review_pdf(const AdrefNode *redline, const AdrefReview *review,
                          const AdrefSheet *sheet, const char *name, AdrefPrinting progress,
                          gpointer data, GError **error)
{
  Wanted wanted = {redline, review->how, review, sheet, name, progress, data};
  return make(&wanted, error);
}
