#include <string.h>

#include "view/docx/docx_private.h"

typedef struct {
  const AdrefParallelTexts *parallel;
  AdrefViewOptions options[ADREF_PARALLEL_TEXTS];
  AdrefDocx columns[ADREF_PARALLEL_TEXTS];
  char *titles[ADREF_PARALLEL_TEXTS];
  AdrefPageGeometry page; /* of the file, which is wider than a column */
  guint writing;          /* the column that has the parts of the file */
  gboolean is_to_be_written;
} DocxParallel;

/* --- the parts of the file, which both columns write --- */

static void exchange(GString **a, GString **b)
{
  GString *kept = *a;
  *a = *b;
  *b = kept;
}

static void hand_over_part(AdrefDocxPart *from, AdrefDocxPart *to)
{
  exchange(&from->xml, &to->xml);
  exchange(&from->relations, &to->relations);
  to->count = from->count;
}

static void hand_over(AdrefDocx *from, AdrefDocx *to)
{
  hand_over_part(&from->document, &to->document);
  hand_over_part(&from->notes, &to->notes);
  exchange(&from->comments, &to->comments);
  exchange(&from->lists, &to->lists);
  to->comment_count = from->comment_count;
  to->list_count = from->list_count;
  to->bookmark_count = from->bookmark_count;
  to->reference_count = from->reference_count;
}

static AdrefDocx *column(DocxParallel *self, guint side)
{
  if (self->writing != side)
    hand_over(&self->columns[self->writing], &self->columns[side]);
  self->writing = side;
  return &self->columns[side];
}

static GString *xml_of(const DocxParallel *self)
{
  return self->columns[self->writing].document.xml;
}

/* --- rows --- */

static int column_width(const DocxParallel *self)
{
  return adref_docx_twips(self->page.measure / ADREF_PARALLEL_TEXTS);
}

/* Without a style of its own: LibreOffice takes what the style of a table says of the letters of
 * its cells for changes of formatting where changes are tracked. */
static void begin_table(const DocxParallel *self)
{
  int width = column_width(self);
  GString *xml = xml_of(self);
  g_string_append_printf(xml, "<w:tbl><w:tblPr>%s<w:tblW w:w=\"%d\" w:type=\"dxa\"/>",
                         self->columns[0].script->is_rtl ? "<w:bidiVisual/>" : "", width * 2);
  adref_docx_put_table_lines(xml);
  g_string_append(xml, "<w:tblLayout w:type=\"fixed\"/>");
  adref_docx_put_table_margins(xml);
  g_string_append_printf(xml,
                         "</w:tblPr><w:tblGrid><w:gridCol w:w=\"%d\"/>"
                         "<w:gridCol w:w=\"%d\"/></w:tblGrid>\n",
                         width, width);
}

static void end_table(const DocxParallel *self)
{
  g_string_append(xml_of(self), "</w:tbl>\n");
}

static void begin_row(const DocxParallel *self, const char *properties)
{
  g_string_append_printf(xml_of(self), "<w:tr>%s", properties);
}

static void end_row(const DocxParallel *self)
{
  g_string_append(xml_of(self), "</w:tr>\n");
}

static AdrefDocx *begin_cell(DocxParallel *self, guint side)
{
  AdrefDocx *out = column(self, side);
  g_string_append_printf(xml_of(self), "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>",
                         column_width(self));
  return out;
}

/* A cell has a paragraph, whatever stands in it. */
static void end_cell(AdrefDocx *out, gsize from)
{
  adref_docx_flush_label(out);
  adref_docx_flush_pending(out);
  adref_docx_close(out);
  if (!strstr(out->document.xml->str + from, "<w:p>"))
    adref_docx_begin(out, NULL, NULL);
  adref_docx_close(out);
  g_string_append(out->document.xml, "</w:tc>");
}

/* The direction of the words of the page. */
static const char *direction_of_first(const DocxParallel *self)
{
  const char *language = self->parallel->texts[0].options->language;
  return language && adref_script_of(language)->is_rtl ? "<w:bidi/>" : "";
}

/* Words that are not of the texts, in the language of the first one, or in English. */
static void put_words(DocxParallel *self, AdrefDocx *out, const char *words)
{
  const AdrefPageWords *table = self->parallel->texts[0].options->words;
  gboolean is_own = adref_page_words_has(table, ADREF_PAGE_WORD_NOT_IN_LANGUAGE);
  const char *direction = out->direction;
  out->direction = is_own ? direction_of_first(self) : "";
  adref_docx_put_paragraph(out, "AdrefColumn", words);
  adref_docx_close(out);
  out->direction = direction;
}

/* A paragraph of one space, in which the clause is to be written: LibreOffice drops a bookmark in
 * an empty paragraph at the end of a table. */
static void put_place(AdrefDocx *out, const char *anchor)
{
  g_autofree char *name = adref_docx_own_bookmark(out, anchor);
  g_string_append_printf(out->document.xml, "<w:bookmarkStart w:id=\"%u\" w:name=\"%s\"/>",
                         out->bookmark_count, name);
  adref_docx_put_paragraph(out, NULL, " ");
  adref_docx_close(out);
  g_string_append_printf(out->document.xml, "<w:bookmarkEnd w:id=\"%u\"/>", out->bookmark_count++);
}

static void put_missing(DocxParallel *self, AdrefDocx *out, guint side, const AdrefNode *other)
{
  if (side > 0 && self->is_to_be_written && other->as.clause->id) {
    put_place(out, other->as.clause->id);
    return;
  }
  g_autofree char *words = adref_parallel_texts_missing(self->parallel, side);
  put_words(self, out, words);
}

static const char whole_row[] = "<w:trPr><w:cantSplit/></w:trPr>";

/* Whether it calls a footnote; *length grows by the bytes of its words. */
static gboolean calls_footnote(const AdrefNode *clause, gsize *length)
{
  gboolean calls = FALSE;
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    calls = calls || walk.node->type == ADREF_FOOTNOTE;
    *length += walk.entering && walk.node->type == ADREF_TEXT ? walk.node->length : 0;
  }
  return calls;
}

/* A short row is not divided, nor is one that calls footnotes: in document order, which decides on
 * which page a footnote stands, all of the first column comes before the second one. */
static const char *row_properties(const AdrefClausePair *pair)
{
  enum {
    SHORT = 900 /* bytes of a column: about a third of a page */
  };
  gsize longest = 0;
  for (guint side = 0; side < ADREF_PARALLEL_TEXTS; side++) {
    gsize length = 0;
    if (pair->clauses[side] && calls_footnote(pair->clauses[side], &length))
      return whole_row;
    longest = MAX(longest, length);
  }
  return longest <= SHORT ? whole_row : "";
}

static void put_pair(DocxParallel *self, const AdrefClausePair *pair)
{
  begin_row(self, row_properties(pair));
  for (guint side = 0; side < ADREF_PARALLEL_TEXTS; side++) {
    AdrefDocx *out = begin_cell(self, side);
    gsize from = out->document.xml->len;
    if (pair->clauses[side])
      adref_renderer_run(&out->renderer, pair->clauses[side]);
    else
      put_missing(self, out, side, pair->clauses[1 - side]);
    end_cell(out, from);
  }
  end_row(self);
}

static void put_heads(DocxParallel *self)
{
  begin_row(self, "<w:trPr><w:tblHeader/></w:trPr>");
  for (guint side = 0; side < ADREF_PARALLEL_TEXTS; side++) {
    AdrefDocx *out = begin_cell(self, side);
    put_words(self, out, self->parallel->texts[side].head);
    g_string_append(out->document.xml, "</w:tc>");
  }
  end_row(self);
  begin_row(self, whole_row);
  for (guint side = 0; side < ADREF_PARALLEL_TEXTS; side++) {
    AdrefDocx *out = begin_cell(self, side);
    gsize from = out->document.xml->len;
    adref_docx_put_head(out, self->titles[side]);
    end_cell(out, from);
  }
  end_row(self);
}

/* Signatures stand across both columns, before the first annex. */
static void put_signatures(DocxParallel *self, const char *const *signatories)
{
  end_table(self);
  AdrefDocx *out = column(self, 0);
  adref_docx_put_signatures(out, signatories);
  adref_docx_close(out);
}

static void put_all(DocxParallel *self)
{
  const char *const *signatories = self->options[0].signatories;
  const AdrefNode *documents[] = {self->parallel->texts[0].document,
                                  self->parallel->texts[1].document};
  const AdrefNode *titles[] = {self->columns[0].contents->title, self->columns[1].contents->title};
  g_autoptr(GArray) pairs = adref_clause_pairs_new(documents, titles);
  begin_table(self);
  put_heads(self);
  for (guint i = 0; i < pairs->len; i++) {
    const AdrefClausePair *pair = &g_array_index(pairs, AdrefClausePair, i);
    if (signatories && adref_clause_pair_is_annex(pair)) {
      put_signatures(self, g_steal_pointer(&signatories));
      begin_table(self);
    }
    put_pair(self, pair);
  }
  if (signatories)
    put_signatures(self, signatories);
  else
    end_table(self);
}

/* The footnotes stand in the order in which both columns call them, as Word writes them. */
static void put_footnotes(DocxParallel *self)
{
  guint next[ADREF_PARALLEL_TEXTS] = {1, 1};
  for (guint id = 1; id <= self->columns[self->writing].reference_count; id++)
    for (guint side = 0; side < ADREF_PARALLEL_TEXTS; side++)
      if (adref_docx_footnote_id(&self->columns[side], next[side]) == id)
        next[side] = adref_docx_put_footnote(column(self, side), next[side]);
}

/* --- the file --- */

enum {
  CELL_MARGINS = 8 /* points, of both sides of a cell */
};

static void open_column(DocxParallel *self, guint side, const AdrefPageOptions *page_options)
{
  const AdrefParallelText *text = &self->parallel->texts[side];
  AdrefDocx *out = &self->columns[side];
  self->options[side] = *text->options;
  adref_docx_open(out, text->document, &self->options[side], page_options);
  self->titles[side] = adref_view_title(text->document, &self->options[side]);
  out->is_column = TRUE;
  out->footnote_ids = g_array_new(FALSE, TRUE, sizeof(guint));
  g_array_set_size(out->footnote_ids, out->references->len);
  if (side == 0)
    self->page = out->geometry;
  self->page.is_ragged = TRUE; /* lines are short */
  out->geometry.measure = self->page.measure / ADREF_PARALLEL_TEXTS - CELL_MARGINS;
}

/* What of the second column is otherwise than the file says of all its paragraphs. */
static void set_second(DocxParallel *self)
{
  AdrefDocx *first = &self->columns[0], *second = &self->columns[1];
  second->bookmarks = ADREF_DOCX_BOOKMARKS_BESIDE;
  adref_docx_set_run_language(second);
  if (second->script->is_rtl != first->script->is_rtl)
    second->direction = second->script->is_rtl ? "<w:bidi/>" : "<w:bidi w:val=\"0\"/>";
}

GString *adref_docx_parallel_write(const AdrefParallelTexts *parallel,
                                   const AdrefPageOptions *page_options, const char *statement,
                                   gboolean is_to_be_written, GError **error)
{
  DocxParallel self = {.parallel = parallel, .is_to_be_written = is_to_be_written};
  AdrefPageOptions own = *page_options;
  own.is_parallel = TRUE;
  for (guint side = 0; side < ADREF_PARALLEL_TEXTS; side++)
    open_column(&self, side, &own);
  set_second(&self);
  put_all(&self);
  put_footnotes(&self);
  AdrefDocx *out = column(&self, 0);
  out->geometry = self.page;
  GString *made =
      adref_docx_package(out, self.titles[0], statement, self.options[1].language, error);
  for (guint side = 0; side < ADREF_PARALLEL_TEXTS; side++) {
    adref_docx_clear(&self.columns[side]);
    g_free(self.titles[side]);
  }
  return made;
}
