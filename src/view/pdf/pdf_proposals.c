#include "view/pdf/pdf_proposals.h"

#include "draft/data/party_color.h"
#include "print/parallel_columns.h"
#include "view/pdf/pdf_text.h"

enum {
  MARGIN = 38,
  TOP = 66,
  BOTTOM = 60,
  FIXED = 2, /* columns of the base and of the compromise */
  MANY = 5,  /* columns from which letters are smaller */
  MOST = ADREF_PARALLEL_COLUMNS_MAX - FIXED
};

/* The parties of one set of pages: from `from` to before `to`. */
typedef struct {
  AdrefPageFlow *flow;
  const AdrefProposalColumns *columns;
  const AdrefViewOptions *options;
  AdrefPdfText *base;
  GPtrArray *texts; /* of AdrefPdfText: of all parties */
  AdrefParallelColumns *layout;
  guint from, to;
} ProposalPages;

/* Sets with about as many parties each. */
static guint set_size(guint parties)
{
  guint sets = MAX((parties + MOST - 1) / MOST, 1);
  return MAX((parties + sets - 1) / sets, 1);
}

static char **titles_of(const AdrefProposalColumns *columns, const AdrefViewOptions *options,
                        guint from, guint to)
{
  GPtrArray *titles = g_ptr_array_new();
  g_ptr_array_add(titles, g_strdup(adref_proposal_columns_head(options, FALSE)));
  for (guint i = from; i < to; i++)
    g_ptr_array_add(titles, g_strdup(columns->parties->pdata[i]));
  g_ptr_array_add(titles, g_strdup(adref_proposal_columns_head(options, TRUE)));
  g_ptr_array_add(titles, NULL);
  return (char **)g_ptr_array_free(titles, FALSE);
}

static void free_titles(gpointer titles)
{
  g_strfreev(titles);
}

GPtrArray *adref_pdf_proposals_titles(const AdrefProposalColumns *columns,
                                      const AdrefViewOptions *options)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func(free_titles);
  guint parties = columns->parties->len, size = set_size(parties);
  for (guint from = 0; from == 0 || from < parties; from += size)
    g_ptr_array_add(titles, titles_of(columns, options, from, MIN(from + size, parties)));
  return titles;
}

AdrefPageGeometry adref_pdf_proposals_geometry(const AdrefProposalColumns *columns,
                                               const AdrefPageOptions *page_options,
                                               const AdrefScript *script)
{
  AdrefPageGeometry geometry = adref_page_options_geometry(page_options, script, FALSE);
  float scale = set_size(columns->parties->len) + FIXED >= MANY ? 0.86F : 1;
  geometry.start = geometry.end = MARGIN;
  geometry.top = TOP;
  geometry.bottom = BOTTOM;
  geometry.measure = geometry.width - 2 * MARGIN;
  geometry.size *= scale;
  geometry.leading *= scale;
  geometry.gap *= scale;
  geometry.indent = geometry.size * 1.7F;
  return geometry;
}

/* --- cells --- */

static AdrefPdfComposer *begin_cell(const ProposalPages *self, AdrefPdfText *text, guint part)
{
  AdrefPdfComposer *composer = adref_pdf_text_composer(text);
  composer->root = adref_parallel_columns_begin_part(self->layout, part);
  return composer;
}

/* Words that are not of the texts, as a paragraph of the cell; a name stays with what follows. */
static void put_small(AdrefPdfComposer *composer, const char *words, guint color, gboolean is_name)
{
  if (!*words)
    return;
  AdrefTextStyle style = adref_pdf_composer_small_style(composer, color, is_name);
  adref_pdf_composer_add(composer, &style, words);
  AdrefBlockFormat block = adref_pdf_composer_block(composer, "P");
  block.align = ADREF_TEXT_ALIGN_START;
  block.is_uncounted = TRUE;
  block.keeps_next = is_name;
  adref_pdf_composer_end_block(composer, &block);
  composer->has_small_gap = TRUE;
}

static void put_clauses(AdrefPdfText *text, const GPtrArray *clauses)
{
  for (guint i = 0; i < clauses->len; i++)
    adref_pdf_text_put(text, clauses->pdata[i]);
}

/* Above all cells: a rule, and the number and id of the row. */
static void put_name(const ProposalPages *self, const AdrefProposalRow *row)
{
  AdrefPdfComposer *composer = begin_cell(self, self->base, ADREF_PARALLEL_COLUMNS_ACROSS);
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(self->flow);
  g_autofree char *name =
      g_strdup_printf("%s%s%s", row->number ? row->number : "", row->number && row->id ? "  " : "",
                      row->id ? row->id : "");
  adref_page_flow_add_rule(self->flow, 0, geometry->measure, geometry->gap * 0.6F, 0.35F);
  adref_page_flow_add_rule(self->flow, 0, 0, geometry->gap * 0.5F, 0); /* white below the rule */
  composer->has_small_gap = TRUE;
  put_small(composer, name, ADREF_PDF_COLOR_MUTED, TRUE);
}

static void put_base(const ProposalPages *self, const AdrefProposalRow *row)
{
  begin_cell(self, self->base, 0);
  put_clauses(self->base, row->base);
}

static void put_party(const ProposalPages *self, const AdrefProposalRow *row, guint party)
{
  AdrefPdfText *text = self->texts->pdata[party];
  AdrefPdfComposer *composer = begin_cell(self, text, party - self->from + 1);
  g_autofree char *unchanged = adref_proposal_columns_unchanged(self->options, row, party);
  if (row->cells[party])
    put_clauses(text, row->cells[party]);
  else
    put_small(composer, unchanged, ADREF_PDF_COLOR_MUTED, FALSE);
}

/* --- rows --- */

static void put_head(const ProposalPages *self, const char *const *titles)
{
  GHashTable *names = self->options->names;
  adref_parallel_columns_begin_row(self->layout, TRUE);
  for (guint i = 0; titles[i]; i++) {
    gboolean is_party = i > 0 && titles[i + 1];
    AdrefPdfComposer *composer = begin_cell(self, self->base, i);
    put_small(composer, titles[i],
              is_party ? adref_party_color(self->options->parties, titles[i])->light
                       : ADREF_PDF_COLOR_TEXT,
              TRUE);
    const char *name = is_party && names ? g_hash_table_lookup(names, titles[i]) : NULL;
    if (name)
      put_small(composer, name, ADREF_PDF_COLOR_MUTED, FALSE);
  }
}

static void put_row(const ProposalPages *self, const AdrefProposalRow *row)
{
  adref_parallel_columns_begin_row(self->layout, FALSE);
  if (row->is_across) {
    begin_cell(self, self->base, ADREF_PARALLEL_COLUMNS_ACROSS);
    put_clauses(self->base, row->base);
    adref_parallel_columns_keep_row(self->layout);
    return;
  }
  put_name(self, row);
  put_base(self, row);
  for (guint i = self->from; i < self->to; i++)
    put_party(self, row, i);
}

/* The title of the page is no row, unless a party changes it. */
static gboolean is_title(const ProposalPages *self, const AdrefProposalRow *row)
{
  const AdrefNode *title = adref_pdf_text_composer(self->base)->contents->title;
  return row->is_across && row->base->len == 1 && row->base->pdata[0] == title;
}

/* Whether a party of the set says something in the row. */
static gboolean says_something(const ProposalPages *self, const AdrefProposalRow *row)
{
  for (guint i = self->from; i < self->to; i++)
    if (row->cells[i] || row->remarks[i])
      return TRUE;
  return FALSE;
}

/* The first set has all rows; the others those in which their parties say something, each with the
 * heading above it. */
static void put_rows(const ProposalPages *self)
{
  const AdrefProposalRow *heading = NULL;
  for (guint i = 0; i < self->columns->rows->len; i++) {
    const AdrefProposalRow *row = self->columns->rows->pdata[i];
    gboolean is_shown = self->from == 0 || says_something(self, row);
    if (is_title(self, row))
      continue;
    if (!is_shown && row->is_across)
      heading = row;
    if (!is_shown)
      continue;
    if (heading)
      put_row(self, heading);
    heading = NULL;
    put_row(self, row);
  }
}

static void put_set(ProposalPages *self, const AdrefPageGeometry *geometry,
                    const char *const *titles)
{
  self->layout =
      adref_parallel_columns_new_many(self->flow, geometry, self->to - self->from + FIXED, titles);
  if (self->from > 0)
    adref_page_flow_new_page(self->flow);
  put_head(self, titles);
  put_rows(self);
  adref_parallel_columns_end(self->layout);
  g_clear_pointer(&self->layout, adref_parallel_columns_free);
  AdrefPdfComposer *composer = adref_pdf_text_composer(self->base);
  composer->root = 0;
  composer->has_no_bookmarks = composer->is_no_target = TRUE;
}

static void text_free(gpointer text)
{
  adref_pdf_text_free(text);
}

/* Links lead to the base. */
static GPtrArray *new_texts(AdrefPageFlow *flow, const AdrefProposalColumns *columns,
                            const AdrefViewOptions *options, const AdrefPageOptions *page_options)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func(text_free);
  for (guint i = 0; i < columns->parties->len; i++) {
    AdrefPdfText *text =
        adref_pdf_text_new(flow, columns->redlines[i], options, page_options, NULL, 0);
    AdrefPdfComposer *composer = adref_pdf_text_composer(text);
    composer->has_no_bookmarks = composer->is_no_target = TRUE;
    composer->hides_notices = composer->has_no_bars = TRUE;
    g_hash_table_remove_all(composer->places);
    g_ptr_array_add(texts, text);
  }
  return texts;
}

void adref_pdf_proposals_typeset(AdrefPageFlow *flow, const AdrefProposalColumns *columns,
                                 const AdrefViewOptions *options,
                                 const AdrefPageOptions *page_options, const GPtrArray *titles)
{
  AdrefViewOptions own = *options;
  if (!adref_page_flow_is_first_pass(flow))
    own.problems = NULL; /* each problem is reported once */
  AdrefPageGeometry geometry = *adref_page_flow_geometry(flow);
  g_autoptr(AdrefPdfText) base =
      adref_pdf_text_new(flow, columns->base, &own, page_options, NULL, 0);
  g_autoptr(GPtrArray) texts = new_texts(flow, columns, &own, page_options);
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(columns->document);
  ProposalPages self = {
      .flow = flow, .columns = columns, .options = options, .base = base, .texts = texts};
  guint size = set_size(columns->parties->len);
  adref_pdf_text_head(base, counts);
  for (guint set = 0; set < titles->len; set++) {
    self.from = set * size;
    self.to = MIN(self.from + size, columns->parties->len);
    put_set(&self, &geometry, titles->pdata[set]);
  }
  adref_page_flow_end(flow);
}
