#include "print/cases.h"
#include "print/page_flow_private.h"
#include "view/cases.h"
#include "view/pdf/pdf_parallel.h"
#include "view/pdf/pdf_text.h"

/* One text, or two parallel ones. */
typedef struct {
  AdrefNode *documents[ADREF_PARALLEL_TEXTS];
  gboolean is_parallel;
  AdrefShaper *shaper;
  AdrefLineBreaker *breaker;
  AdrefPageFlow *flow;
  AdrefPageGeometry geometry[ADREF_PARALLEL_TEXTS];
  GString *pages; /* what the pages show, in words */
  guint most; /* largest number of boxes, segments, pieces and rectangles of the flow when a page
                 was full */
} Text;

static Text text_new(const char *markdown, gboolean is_parallel)
{
  GError *error = NULL;
  Text text = {.documents = {read_tree(markdown), read_tree(markdown)},
               .is_parallel = is_parallel,
               .shaper = adref_shaper_new("en", &error),
               .pages = g_string_new(NULL)};
  text.breaker = adref_line_breaker_new(text.shaper, "en", &error);
  ck_assert_no_error(error);
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4, .is_parallel = is_parallel};
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++)
    text.geometry[i] =
        adref_page_options_geometry(&page_options, adref_script_of("en"), !is_parallel);
  text.flow = adref_page_flow_new(text.breaker, NULL, text.geometry);
  return text;
}

static void text_clear(Text *text)
{
  adref_page_flow_free(text->flow);
  adref_line_breaker_free(text->breaker);
  adref_shaper_free(text->shaper);
  for (guint i = 0; i < ADREF_PARALLEL_TEXTS; i++)
    adref_node_free(text->documents[i]);
  g_string_free(text->pages, TRUE);
}

static void fill(Text *text)
{
  AdrefViewOptions options = {.view = text->is_parallel ? ADREF_VIEW_CLEAN : ADREF_VIEW_NEGOTIATING,
                              .language = "en"};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4, .is_parallel = text->is_parallel};
  AdrefParallelTexts parallel = {.texts = {{text->documents[0], &options, {.name = "a.md"}, "A"},
                                           {text->documents[1], &options, {.name = "b.md"}, "B"}}};
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(text->documents[0]);
  if (text->is_parallel)
    adref_pdf_parallel_typeset(text->flow, &parallel, &page_options, text->geometry);
  else
    adref_pdf_text_typeset(text->flow, text->documents[0], &options, &page_options, counts, NULL);
}

static void describe_box(Text *text, const AdrefLineBox *box, float y)
{
  g_string_append_printf(text->pages, "%.2f t%u:", (double)y, box->target);
  for (guint s = box->first_segment; s < box->first_segment + box->segments; s++) {
    const AdrefLineSegment *segment = &g_array_index(text->flow->segments, AdrefLineSegment, s);
    g_string_append_printf(text->pages, " %.2f e%u", (double)segment->x, segment->element);
    for (guint i = segment->first; i < segment->first + segment->pieces; i++)
      g_string_append_printf(text->pages, " %s",
                             g_array_index(text->breaker->pieces, AdrefLinePiece, i).shape->text);
  }
  for (guint b = box->first_rect; b < box->first_rect + box->rects; b++)
    g_string_append_printf(text->pages, " rect %.2f",
                           (double)g_array_index(text->flow->rects, AdrefFilledRect, b).width);
  g_string_append_c(text->pages, '\n');
}

static void describe_boxes(Text *text, const GArray *boxes, guint first, guint count,
                           const char *kind)
{
  for (guint i = first; i < first + count; i++) {
    const AdrefLineBox *box = &g_array_index(boxes, AdrefLineBox, i);
    g_string_append_printf(text->pages, "%s ", kind);
    describe_box(text, box, strcmp(kind, "foot") == 0 || *kind == '\0' ? box->y : 0);
    for (guint n = box->first_note; *kind == '\0' && n < box->first_note + box->notes; n++) {
      const AdrefMarginNote *note = &g_array_index(text->flow->margin_notes, AdrefMarginNote, n);
      g_string_append_printf(text->pages, "note %.2f\n", (double)note->y);
      describe_boxes(text, text->flow->note_boxes, note->first, note->boxes, "note");
    }
  }
}

static void take(gpointer data, const AdrefPageContent *content, guint page)
{
  Text *text = data;
  const AdrefPageFlow *flow = text->flow;
  g_string_append_printf(text->pages, "page %u\n", page);
  if (content->table_header > 0) {
    const AdrefTableHeader *heads =
        &g_array_index(flow->table_headers, AdrefTableHeader, content->table_header - 1);
    describe_boxes(text, flow->header_boxes, heads->first, heads->boxes, "head");
  }
  describe_boxes(text, flow->boxes, content->first, content->boxes, "");
  describe_boxes(text, flow->footnote_boxes, content->first_footnote, content->footnotes, "foot");
  text->most = MAX(text->most, flow->boxes->len + flow->segments->len + flow->rects->len +
                                   text->breaker->pieces->len);
}

static void fill_and_take(Text *text)
{
  adref_page_flow_on_page(text->flow, take, text);
  g_string_set_size(text->pages, 0);
  fill(text);
}

/* What the pages show when the flow keeps all of them. */
static char *kept_pages(const char *markdown, gboolean is_parallel)
{
  Text text = text_new(markdown, is_parallel);
  fill(&text);
  for (guint i = 0; i < text.flow->contents->len; i++)
    take(&text, &g_array_index(text.flow->contents, AdrefPageContent, i), i);
  char *pages = g_strdup(text.pages->str);
  text_clear(&text);
  return pages;
}

static char *many_paragraphs(guint count)
{
  GString *text = g_string_new("# Title\n\n");
  for (guint i = 0; i < count; i++) {
    if (i % 9 == 0)
      g_string_append_printf(text, "## Heading %u\n\n", i);
    g_string_append_printf(text, "<!-- op p%u -->\n", i);
    for (guint w = 0; w < 10 + i % 70; w++)
      g_string_append_printf(text, "word%u ", w * i);
    g_string_append_printf(text, "end%s.\n\n", i % 5 == 0 ? "[^n]" : "");
    if (i % 5 == 0)
      g_string_append_printf(text, "<!-- note JPN: a note of this delegation on %u -->\n\n", i);
  }
  g_string_append(text, "[^n]: The words of the note.\n");
  return g_string_free(text, FALSE);
}

static char *long_table(guint rows)
{
  GString *text = g_string_new("Before.\n\n| Number | Square |\n|---|---|\n");
  for (guint i = 0; i < rows; i++)
    g_string_append_printf(text, "| %u | %u |\n", i, i * i);
  g_string_append(text, "\nBehind.\n\n| Other |\n|---|\n| cell |\n");
  return g_string_free(text, FALSE);
}

static char *long_paragraph(guint words)
{
  GString *text = g_string_new("First.\n\n");
  for (guint i = 0; i < words; i++)
    g_string_append_printf(text, "word%u ", i);
  g_string_append(text, "\n\n## Heading\n\nLast.\n");
  return g_string_free(text, FALSE);
}

static char *sample(guint at)
{
  return at == 0   ? many_paragraphs(120)
         : at == 1 ? long_table(150)
         : at == 2 ? long_paragraph(3000)
         : at == 3 ? g_strdup("<!-- note JPN: no clause has words -->\n\n<!-- op a -->\n")
                   : g_strdup(EVERYTHING);
}

START_TEST(emitted_pages_are_the_same_as_kept_pages)
{
  g_autofree char *markdown = sample((guint)_i / 2);
  gboolean is_parallel = _i % 2 == 1;
  g_autofree char *kept = kept_pages(markdown, is_parallel);
  Text text = text_new(markdown, is_parallel);
  fill_and_take(&text);
  ck_assert(strcmp(text.pages->str, kept) == 0); /* long */
  guint elements = text.flow->elements->len, links = text.flow->links->len,
        bookmarks = text.flow->bookmarks->len, pages = text.flow->total;
  adref_page_flow_rewind(text.flow);
  fill_and_take(&text);
  ck_assert(strcmp(text.pages->str, kept) == 0); /* long */
  ck_assert_uint_eq(text.flow->elements->len, elements);
  ck_assert_uint_eq(text.flow->links->len, links);
  ck_assert_uint_eq(text.flow->bookmarks->len, bookmarks);
  ck_assert_uint_eq(text.flow->total, pages);
  text_clear(&text);
}
END_TEST

static guint most_of(char *markdown, gboolean is_parallel)
{
  Text text = text_new(markdown, is_parallel);
  fill_and_take(&text);
  guint most = text.most;
  text_clear(&text);
  g_free(markdown);
  return most;
}

/* Ten times as many pages need less than twice as much memory. (In parallel columns a clause is
 * kept whole, and so would a table be.) */
START_TEST(memory_grows_with_the_page_only)
{
  gboolean is_parallel = _i == 1, is_table = _i == 2;
  guint few = most_of(is_table ? long_table(100) : many_paragraphs(100), is_parallel);
  guint many = most_of(is_table ? long_table(1000) : many_paragraphs(1000), is_parallel);
  ck_assert_uint_lt(many, few * 2);
}
END_TEST

TCase *tcase_pagination(void)
{
  TCase *tcase = tcase_create("pagination");
  tcase_set_timeout(tcase, 120);
  tcase_add_loop_test(tcase, emitted_pages_are_the_same_as_kept_pages, 0, 10);
  tcase_add_loop_test(tcase, memory_grows_with_the_page_only, 0, 3);
  return tcase;
}
