#include "view/pdf.h"

#include "print/pdf_writer.h"
#include "view/open_counts.h"
#include "view/pdf_parallel.h"
#include "view/pdf_text.h"

/* What all ways to a PDF bring. */
typedef struct {
  const AdrefNode *document;
  const AdrefWriting *how;
  const AdrefReview *review; /* NULL: not a redline */
  const AdrefBeside *beside; /* NULL: not side by side */
  const AdrefSheet *sheet;
  AdrefManuscript manuscripts[ADREF_BESIDE_SIDES]; /* of a redline: the old one, the new one */
  AdrefPrinting progress;
  gpointer data;
  const AdrefTally *tally; /* of the document */
  AdrefMeasures measures[ADREF_BESIDE_SIDES];
} Wanted;

static gboolean is_draft(const AdrefNode *document, const AdrefWriting *how)
{
  g_autoptr(AdrefTally) tally = adref_tally_new(document);
  return how->view == ADREF_VIEW_NEGOTIATING || tally->brackets + tally->placeholders > 0;
}

static void count_page(gpointer data, const AdrefLeaf *leaf, guint page)
{
  (void)leaf;
  const Wanted *wanted = data;
  if (wanted->progress)
    wanted->progress(wanted->data, page + 1, 0);
}

static void fill(gconstpointer data, AdrefFlow *flow)
{
  const Wanted *wanted = data;
  if (wanted->beside)
    adref_beside_fill(flow, wanted->beside, wanted->sheet, wanted->measures);
  else
    adref_galley_fill(flow, wanted->document, wanted->how, wanted->sheet, wanted->tally,
                      wanted->review);
}

/* Whatever side of a redline words stand on: those that are deleted are in the old manuscript. */
static gboolean check(const Wanted *wanted, const AdrefFlow *flow, GError **error)
{
  const AdrefManuscript *manuscript = &wanted->manuscripts[flow->is_missing_deleted ? 0 : 1];
  const AdrefManuscript both[] = {*manuscript, *manuscript};
  return adref_flow_check(flow, wanted->review ? both : wanted->manuscripts, error);
}

/* Counts the pages, and prints them. */
static GString *print(Wanted *wanted, AdrefFlow *flow, GError **error)
{
  flow->take = count_page;
  flow->data = wanted;
  fill(wanted, flow);
  if (!check(wanted, flow, error))
    return NULL;
  const AdrefWriting *how = wanted->how;
  const AdrefSheet *sheet = wanted->sheet;
  const AdrefBesideText *texts = wanted->beside ? wanted->beside->texts : NULL;
  g_autofree char *title = adref_write_title(wanted->document, how);
  AdrefImprint imprint = {.title = title,
                          .language = how->language,
                          .heads = {texts ? texts[0].head : NULL, texts ? texts[1].head : NULL},
                          .version = how->version,
                          .hash = how->hash,
                          .role = texts ? NULL : how->role,
                          .copy = how->copy,
                          .beside_hash = how->beside_hash,
                          .date = how->date,
                          .marking = sheet->marking,
                          .is_draft = is_draft(wanted->document, how) ||
                                      (texts && is_draft(texts[1].document, texts[1].how)),
                          .count = sheet->count,
                          .file = sheet->attached,
                          .bytes = sheet->bytes,
                          .length = sheet->length,
                          .progress = wanted->progress,
                          .data = wanted->data};
  return adref_press_print(flow, &imprint, fill, wanted, error);
}

/* With the font of the house style, which has to be there. */
static AdrefShaper *new_shaper(const AdrefHouse *house, const char *language, GError **error)
{
  g_autoptr(AdrefShaper) shaper = adref_shaper_new(language, error);
  const char *font = adref_house_font(house, language);
  if (!shaper || !font ||
      adref_shaper_prefer(shaper, house->is_sans ? ADREF_SANS : ADREF_SERIF, font))
    return g_steal_pointer(&shaper);
  adref_error_at(error, ADREF_ERROR_INPUT, house->fonts_place,
                 "the font \"%s\" is not installed; install it, or leave the font out: Noto's of "
                 "the package fonts-noto-core is taken then",
                 font);
  return NULL;
}

static GString *make(Wanted *wanted, GError **error)
{
  const AdrefWriting *how = wanted->how;
  g_autoptr(AdrefTally) tally = adref_tally_new(wanted->document);
  g_autoptr(AdrefShaper) shaper = new_shaper(wanted->sheet->house, how->language, error);
  g_autoptr(AdrefSetter) setter = shaper ? adref_setter_new(shaper, how->language, error) : NULL;
  if (!setter)
    return NULL;
  wanted->tally = tally;
  wanted->measures[0] =
      adref_sheet_measures(wanted->sheet, adref_shaper_script(shaper),
                           how->view == ADREF_VIEW_NEGOTIATING && tally->notes > 0);
  g_autoptr(AdrefFlow) flow = adref_flow_new(setter, wanted->measures);
  return print(wanted, flow, error);
}

static GString *make_beside(Wanted *wanted, GError **error)
{
  const AdrefBesideText *texts = wanted->beside->texts;
  const char *left = texts[0].how->language, *right = texts[1].how->language;
  gboolean is_one = wanted->review || g_strcmp0(left, right) == 0;
  g_autoptr(AdrefShaper) first = new_shaper(wanted->sheet->house, left, error);
  g_autoptr(AdrefShaper) second =
      first && !is_one ? new_shaper(wanted->sheet->house, right, error) : NULL;
  g_autoptr(AdrefSetter) setter = first ? adref_setter_new(first, left, error) : NULL;
  g_autoptr(AdrefSetter) other = second ? adref_setter_new(second, right, error) : NULL;
  if (!setter || (!is_one && !other))
    return NULL;
  AdrefSheet sheet = *wanted->sheet;
  sheet.is_beside = TRUE;
  wanted->sheet = &sheet;
  wanted->measures[0] = adref_sheet_measures(&sheet, adref_script_of(left), FALSE);
  wanted->measures[1] = adref_sheet_measures(&sheet, adref_script_of(right), FALSE);
  g_autoptr(AdrefFlow) flow = adref_flow_new(setter, wanted->measures);
  flow->setters[1] = other;
  return print(wanted, flow, error);
}

GString *adref_write_pdf(const AdrefNode *document, const AdrefWriting *how,
                         const AdrefSheet *sheet, const AdrefManuscript *manuscript,
                         AdrefPrinting progress, gpointer data, GError **error)
{
  Wanted wanted = {.document = document,
                   .how = how,
                   .sheet = sheet,
                   .manuscripts = {*manuscript},
                   .progress = progress,
                   .data = data};
  return make(&wanted, error);
}

GString *adref_review_pdf(const AdrefNode *redline, const AdrefReview *review,
                          const AdrefSheet *sheet, const AdrefManuscript *manuscripts,
                          AdrefPrinting progress, gpointer data, GError **error)
{
  AdrefBeside beside = {
      .texts = {{redline, review->how, manuscripts[0], review->old, NULL},
                {redline, review->how, manuscripts[1], review->new, sheet->occasion}},
      .review = review};
  Wanted wanted = {.document = redline,
                   .how = review->how,
                   .review = review,
                   .sheet = sheet,
                   .manuscripts = {manuscripts[0], manuscripts[1]},
                   .progress = progress,
                   .data = data};
  if (!review->side_by_side)
    return make(&wanted, error);
  wanted.beside = &beside;
  return make_beside(&wanted, error);
}

GString *adref_beside_pdf(const AdrefBeside *beside, const AdrefSheet *sheet,
                          AdrefPrinting progress, gpointer data, GError **error)
{
  const AdrefBesideText *texts = beside->texts;
  Wanted wanted = {.document = texts[0].document,
                   .how = texts[0].how,
                   .beside = beside,
                   .sheet = sheet,
                   .manuscripts = {texts[0].manuscript, texts[1].manuscript},
                   .progress = progress,
                   .data = data};
  return make_beside(&wanted, error);
}
