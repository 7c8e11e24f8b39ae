#include "view/pdf_parallel.h"

#include <string.h>

#include "print/parallel_columns.h"
#include "print/signature_block.h"
#include "view/pdf_summary.h"
#include "view/pdf_text.h"
#include "view/redline.h"

/* What both columns are filled from. */
typedef struct {
  AdrefFlow *flow;
  const AdrefBeside *beside;
  AdrefSheet sheets[ADREF_BESIDE_SIDES];
  AdrefWriting how[ADREF_BESIDE_SIDES];
  AdrefGalley *galleys[ADREF_BESIDE_SIDES];
  AdrefSpread *spread;
} Filling;

static AdrefComposing *composing_of(const Filling *filling, guint side)
{
  return adref_galley_composing(filling->galleys[side]);
}

static const AdrefNode *title_of(const Filling *filling, guint side)
{
  return composing_of(filling, side)->contents->title;
}

static AdrefComposing *begin_part(const Filling *filling, AdrefSpreadPart part)
{
  AdrefComposing *composing = composing_of(filling, part == ADREF_SPREAD_RIGHT ? 1 : 0);
  composing->root = adref_spread_part(filling->spread, part);
  return composing;
}

static guint new_paragraph(const Filling *filling, guint parent)
{
  return adref_flow_element(filling->flow, "P", parent);
}

static guint new_english(const Filling *filling, guint parent)
{
  guint element = new_paragraph(filling, parent);
  adref_flow_language(filling->flow, element, "en");
  return element;
}

/* Words that are not of the texts, in a part of the row, as the paragraph `element`. */
static void put_words(const Filling *filling, AdrefSpreadPart part, guint element,
                      const char *words, gboolean is_bold)
{
  AdrefComposing *composing = composing_of(filling, part == ADREF_SPREAD_RIGHT ? 1 : 0);
  AdrefLook look = adref_compose_small(composing, ADREF_INK_SOFT, is_bold);
  adref_compose_add(composing, &look, words);
  AdrefBlock block = adref_compose_block(composing, NULL);
  block.element = element;
  block.align = ADREF_ALIGN_START;
  block.is_uncounted = TRUE;
  block.keeps_next = part == ADREF_SPREAD_ACROSS;
  adref_compose_end(composing, &block);
}

static void put_heads(const Filling *filling)
{
  adref_spread_row(filling->spread, TRUE);
  for (guint i = 0; i < ADREF_BESIDE_SIDES; i++) {
    guint element = new_paragraph(filling, begin_part(filling, i)->root);
    put_words(filling, i, element, filling->beside->texts[i].head, TRUE);
  }
}

/* Titles of two languages, with what stands below them. */
static void put_titles(const Filling *filling)
{
  adref_spread_row(filling->spread, FALSE);
  for (guint i = 0; i < ADREF_BESIDE_SIDES; i++) {
    g_autoptr(AdrefTally) tally = adref_tally_new(filling->beside->texts[i].document);
    begin_part(filling, i)->is_unmarked = i > 0;
    adref_galley_head(filling->galleys[i], tally);
  }
}

/* What happened to a clause; that its number is another one is seen. */
static void put_notice(const Filling *filling, const AdrefNode *clause)
{
  if (!adref_redline_is_changed(clause))
    return;
  g_autofree char *words = adref_redline_what(clause);
  guint element = new_english(filling, begin_part(filling, ADREF_SPREAD_ACROSS)->root);
  put_words(filling, ADREF_SPREAD_ACROSS, element, words, FALSE);
  for (guint i = 0; i < ADREF_BESIDE_SIDES; i++)
    composing_of(filling, i)->is_close = TRUE;
}

/* The paragraph of a cell that says why it has no words. */
static guint new_missing(const Filling *filling, guint side)
{
  return new_english(filling, adref_spread_cell(filling->spread, side));
}

static void put_missing(const Filling *filling, guint side, guint element)
{
  g_autofree char *words = adref_beside_missing(filling->beside, side);
  begin_part(filling, side);
  put_words(filling, side, element, words, FALSE);
}

/* The clause is there. */
static void put_empty(const Filling *filling, guint side, guint element)
{
  begin_part(filling, side);
  put_words(filling, side, element, "no words", FALSE);
}

/* Of a clause that shows nothing to these readers; a row of such clauses is none. `left` was made
 * before what is in the right cell, so that it is read before that. */
static void fill_cells(const Filling *filling, guint left)
{
  gboolean is_left = adref_spread_is_empty(filling->spread, ADREF_SPREAD_LEFT),
           is_right = adref_spread_is_empty(filling->spread, ADREF_SPREAD_RIGHT);
  if (is_left && !is_right)
    put_empty(filling, 0, left);
  if (is_right && !is_left)
    put_empty(filling, 1, new_missing(filling, 1));
}

/* A heading has one bookmark, a clause of a redline one place to which links lead. */
static void put_pair(const Filling *filling, const AdrefPair *pair)
{
  const AdrefNode *left = pair->clauses[0], *right = pair->clauses[1];
  gboolean is_redline = filling->beside->review != NULL;
  adref_spread_row(filling->spread, FALSE);
  if (is_redline)
    put_notice(filling, left ? left : right);
  guint missing = new_missing(filling, 0);
  for (guint i = 0; i < ADREF_BESIDE_SIDES; i++) {
    AdrefComposing *composing = begin_part(filling, i);
    composing->is_unmarked = i > 0 && left;
    composing->is_untargeted = is_redline && i > 0 && left;
    if (pair->clauses[i])
      adref_galley_put(filling->galleys[i], pair->clauses[i]);
    else
      put_missing(filling, i, i > 0 ? new_missing(filling, i) : missing);
  }
  fill_cells(filling, missing);
}

static GArray *find_pairs(const Filling *filling)
{
  const AdrefBeside *beside = filling->beside;
  if (beside->review)
    return adref_pairs_of_redline(beside->texts[0].document, title_of(filling, 0));
  const AdrefNode *documents[] = {beside->texts[0].document, beside->texts[1].document};
  const AdrefNode *titles[] = {title_of(filling, 0), title_of(filling, 1)};
  return adref_pairs_new(documents, titles);
}

static void begin_galley(Filling *filling, const AdrefSheet *sheet, guint side, guint first)
{
  const AdrefBesideText *text = &filling->beside->texts[side];
  filling->sheets[side] = *sheet;
  filling->sheets[side].occasion = text->occasion;
  filling->how[side] = *text->how;
  if (filling->beside->review)
    filling->how[side].side = side == 0 ? ADREF_SIDE_OLD : ADREF_SIDE_NEW;
  filling->galleys[side] = adref_galley_new(filling->flow, text->document, &filling->how[side],
                                            &filling->sheets[side], first);
  composing_of(filling, side)->is_bare = TRUE;
}

/* Of two versions the title stands above both, with what matters in the changes. */
static void put_redline_head(const Filling *filling, const AdrefSheet *sheet)
{
  const AdrefBeside *beside = filling->beside;
  const AdrefNode *redline = beside->texts[0].document;
  AdrefSheet own = *sheet;
  own.occasion = beside->texts[1].occasion;
  g_autoptr(AdrefTally) tally = adref_tally_new(redline);
  g_autoptr(AdrefGalley) galley =
      adref_galley_new(filling->flow, redline, beside->review->how, &own, 0);
  adref_galley_head(galley, tally);
  adref_preface_set(filling->flow, redline, beside->review);
}

static guint count_clauses(const AdrefNode *document)
{
  guint count = 0;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    count++;
  return count;
}

static void put_pairs(const Filling *filling, const char *const *signatories)
{
  g_autoptr(GArray) pairs = find_pairs(filling);
  put_heads(filling);
  if (!filling->beside->review)
    put_titles(filling);
  for (guint i = 0; i < pairs->len; i++) {
    const AdrefPair *pair = &g_array_index(pairs, AdrefPair, i);
    if (signatories && adref_pair_is_annex(pair)) {
      adref_spread_end(filling->spread);
      adref_signatures_set(filling->flow, g_steal_pointer(&signatories));
    }
    put_pair(filling, pair);
  }
  adref_spread_end(filling->spread);
  if (signatories)
    adref_signatures_set(filling->flow, signatories);
}

void adref_beside_fill(AdrefFlow *flow, const AdrefBeside *beside, const AdrefSheet *sheet,
                       const AdrefMeasures *measures)
{
  Filling filling = {.flow = flow, .beside = beside};
  gboolean is_one = !flow->setters[1];
  AdrefSetter *setters[] = {flow->setters[0], flow->setters[is_one ? 0 : 1]};
  begin_galley(&filling, sheet, 0, 0);
  begin_galley(&filling, sheet, 1, beside->review ? 0 : count_clauses(beside->texts[0].document));
  if (beside->review)
    put_redline_head(&filling, sheet);
  const char *other = is_one ? NULL : beside->texts[1].how->language;
  filling.spread = adref_spread_new(flow, measures, setters, other);
  put_pairs(&filling, beside->texts[0].how->signatories);
  adref_spread_free(filling.spread);
  for (guint i = 0; i < ADREF_BESIDE_SIDES; i++)
    adref_galley_free(filling.galleys[i]);
  adref_flow_end(flow);
}
