#include <string.h>

#include "base/string_list.h"
#include "draft/party_color.h"
#include "print/pdf_writer.h"
#include "print/table_layout.h"
#include "sign/progress_words.h"
#include "view/redline.h"
#include "view/status_table.h"

enum {
  INK = 0x111111,
  SOFT = 0x4A4A4A,
  MARGIN = 46,
};

/* The colour repeats what the words of the state say. */
static const guint colors[ADREF_CLAUSE_STATES] = {
    [ADREF_CLAUSE_STATE_CHANGED] = 0x9B1C1C,
    [ADREF_CLAUSE_STATE_PLACEHOLDER] = 0x8A5200,
    [ADREF_CLAUSE_STATE_OPTION] = 0x8A5200,
    [ADREF_CLAUSE_STATE_BRACKETED] = 0x8A5200,
    [ADREF_CLAUSE_STATE_RESERVED] = 0x7A1F6B,
    [ADREF_CLAUSE_STATE_AGREED] = 0x1E6B3A,
    [ADREF_CLAUSE_STATE_WORKING_GROUP] = 0x6B5B00,
    [ADREF_CLAUSE_STATE_PARTLY_AGREED] = INK,
    [ADREF_CLAUSE_STATE_OPEN] = INK,
};

typedef struct {
  const AdrefStatusTable *table;
  AdrefPageFlow *flow;
  AdrefTableLayout *table_layout;
} StatusPage;

static AdrefTextStyle style_of(const StatusPage *page, float scale, guint color, gboolean is_bold)
{
  float size = adref_page_flow_geometry(page->flow)->size * scale;
  return (AdrefTextStyle){.face = {ADREF_FONT_FAMILY_SANS, is_bold, FALSE, size}, .color = color};
}

static void add(const StatusPage *page, AdrefStyledText *styled_text, const AdrefTextStyle *style,
                const char *words)
{
  adref_styled_text_add(styled_text, adref_page_flow_style(page->flow, style), NULL, words,
                        strlen(words));
}

static const char *word(const StatusPage *page, AdrefPageWord word)
{
  return adref_page_words_get(page->table->words, word);
}

static void put_line(const StatusPage *page, const char *words, const char *tag, float scale,
                     guint color, float gap)
{
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(page->flow);
  g_autoptr(AdrefStyledText) styled_text = adref_styled_text_new();
  AdrefTextStyle style = style_of(page, scale, color, strcmp(tag, "H1") == 0);
  add(page, styled_text, &style, words);
  AdrefBlockFormat block = {.element = adref_page_flow_add_element(page->flow, tag, 0),
                            .width = geometry->measure,
                            .gap = gap,
                            .leading = geometry->leading * scale,
                            .align = ADREF_TEXT_ALIGN_START,
                            .keeps_next = TRUE};
  adref_page_flow_add_block(page->flow, styled_text, &block);
}

static void put_cell(const StatusPage *page, const char *words, guint color, gboolean is_bold)
{
  AdrefStyledText *cell = adref_table_layout_add_cell(page->table_layout, ADREF_TEXT_ALIGN_START);
  AdrefTextStyle style = style_of(page, 1, color, is_bold);
  add(page, cell, &style, words);
}

/* A cell in which the codes of parties have their colours. */
static void put_codes(const StatusPage *page, const char *words)
{
  AdrefStyledText *cell = adref_table_layout_add_cell(page->table_layout, ADREF_TEXT_ALIGN_START);
  const AdrefParties *parties = page->table->parties;
  AdrefTextStyle plain = style_of(page, 1, INK, FALSE);
  gsize from = 0, start = 0, end;
  for (; adref_party_code_next(parties, words, &start, &end); from = start = end) {
    g_autofree char *before = g_strndup(words + from, start - from);
    g_autofree char *code = g_strndup(words + start, end - start);
    AdrefTextStyle style = style_of(page, 1, adref_party_color(parties, code)->light, TRUE);
    add(page, cell, &plain, before);
    add(page, cell, &style, code);
  }
  add(page, cell, &plain, words + from);
}

/* "2: JPN, VNM" */
static char *brackets_of(const AdrefClauseProgress *clause)
{
  if (clause->brackets == 0)
    return g_strdup("");
  g_autofree char *codes = adref_string_list_join(clause->bracketed, 0);
  return g_strdup_printf("%u%s%s", clause->brackets, *codes ? ": " : "", codes);
}

/* A cell for each language; one that is not in step is red. */
static void put_languages(const StatusPage *page, const char *clause)
{
  for (guint i = 0; i < adref_status_table_languages(page->table); i++) {
    gboolean is_good = TRUE;
    g_autofree char *word =
        clause ? adref_status_table_language(page->table, i, clause, &is_good) : g_strdup("");
    put_cell(page, word, is_good ? INK : colors[ADREF_CLAUSE_STATE_CHANGED], FALSE);
  }
}

static void put_row(const StatusPage *page, const AdrefClauseProgress *clause)
{
  const char *number = clause->clause->as.clause->number;
  gboolean is_all =
      page->table->progress->parties > 1 && clause->agreed->len == page->table->progress->parties;
  g_autofree char *words = adref_redline_first_words(clause->clause, page->table->words);
  g_autofree char *state =
      adref_progress_clause_words(page->table->progress, clause, page->table->words);
  g_autofree char *agreed = is_all ? g_strdup(word(page, ADREF_PAGE_WORD_STATUS_ALL))
                                   : adref_string_list_join(clause->agreed, 0);
  g_autofree char *awaited = adref_status_table_waits_for(page->table, clause);
  g_autofree char *brackets = brackets_of(clause);
  adref_table_layout_add_row(page->table_layout, FALSE);
  put_cell(page, number ? number : "", INK, FALSE);
  put_cell(page, words, INK, FALSE);
  put_cell(page, state, colors[clause->state],
           clause->state == ADREF_CLAUSE_STATE_CHANGED || clause->is_confirmed);
  put_codes(page, agreed);
  put_codes(page, awaited);
  put_codes(page, brackets);
  put_languages(page, clause->clause->as.clause->id);
}

static void put_removed(const StatusPage *page, const AdrefRemovedClause *removed)
{
  g_autofree char *state = adref_progress_removed_words(removed, page->table->words);
  adref_table_layout_add_row(page->table_layout, FALSE);
  put_cell(page, "\342\200\223", INK, FALSE);
  put_cell(page, removed->id, INK, FALSE);
  put_cell(page, state, colors[ADREF_CLAUSE_STATE_CHANGED], TRUE);
  for (guint i = 0; i < 3; i++)
    put_cell(page, "", INK, FALSE);
  put_languages(page, NULL);
}

static void put_table(StatusPage *page)
{
  static const AdrefPageWord heads[] = {
      ADREF_PAGE_WORD_STATUS_NUMBER, ADREF_PAGE_WORD_STATUS_CLAUSE,
      ADREF_PAGE_WORD_STATUS_STATE,  ADREF_PAGE_WORD_STATUS_AGREED_BY,
      ADREF_PAGE_WORD_STATUS_MOVE,   ADREF_PAGE_WORD_STATUS_BRACKETS};
  const AdrefProgress *progress = page->table->progress;
  AdrefPageFlow *flow = page->flow;
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(flow);
  guint languages = adref_status_table_languages(page->table);
  page->table_layout = adref_table_layout_new((guint)G_N_ELEMENTS(heads) + languages);
  adref_table_layout_add_row(page->table_layout, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
    put_cell(page, word(page, heads[i]), INK, TRUE);
  for (guint i = 0; i < languages; i++) {
    g_autofree char *head = adref_status_table_language(page->table, i, NULL, NULL);
    put_cell(page, head, INK, TRUE);
  }
  for (guint i = 0; i < progress->clauses->len; i++)
    if (adref_status_table_shows(page->table, progress->clauses->pdata[i]))
      put_row(page, progress->clauses->pdata[i]);
  for (guint i = 0; i < progress->removed->len && !page->table->party; i++)
    put_removed(page, progress->removed->pdata[i]);
  adref_table_layout_set(page->table_layout, flow, adref_page_flow_add_element(flow, "Table", 0), 0,
                         geometry->measure, geometry->gap, geometry->leading);
  adref_table_layout_free(page->table_layout);
}

static void count_codes(GHashTable *counts, GPtrArray *order, const GPtrArray *codes)
{
  for (guint i = 0; i < codes->len; i++) {
    gpointer code = codes->pdata[i];
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, code));
    if (count == 0)
      g_ptr_array_add(order, code);
    g_hash_table_insert(counts, code, GUINT_TO_POINTER(count + 1));
  }
}

/* "Whose move: JPN in 12, ASEAN in 3"; NULL when no clause waits for anyone. */
static char *awaited_words(const StatusPage *page)
{
  const AdrefProgress *progress = page->table->progress;
  g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) order = g_ptr_array_new();
  for (guint i = 0; i < progress->clauses->len; i++)
    count_codes(counts, order, ((const AdrefClauseProgress *)progress->clauses->pdata[i])->awaited);
  if (order->len == 0)
    return NULL;
  GString *words = g_string_new(word(page, ADREF_PAGE_WORD_STATUS_MOVE));
  g_autofree char *comma = adref_page_words_between(page->table->words, ADREF_PAGE_WORD_BOTH);
  for (guint i = 0; i < order->len; i++) {
    g_autofree char *n =
        g_strdup_printf("%u", GPOINTER_TO_UINT(g_hash_table_lookup(counts, order->pdata[i])));
    g_autofree char *one = adref_page_words_fill(page->table->words, ADREF_PAGE_WORD_STATUS_IN,
                                                 "party", order->pdata[i], "n", n, NULL);
    g_string_append_printf(words, "%s%s", i > 0 ? comma : ": ", one);
  }
  return g_string_free(words, FALSE);
}

static void put_head(const StatusPage *page)
{
  const AdrefStatusTable *table = page->table;
  g_autofree char *agreed = adref_progress_total(table->progress, table->words);
  g_autofree char *semicolon = adref_page_words_between(table->words, ADREF_PAGE_WORD_THEN);
  g_autofree char *total = g_strconcat(agreed, semicolon, table->open_words, NULL);
  g_autofree char *awaited = awaited_words(page);
  put_line(page, table->title, "H1", 1.7F, INK, 0);
  if (table->draft)
    put_line(page, table->draft, "P", 1.1F, SOFT, 3);
  put_line(page, total, "P", 1.25F, INK, 7);
  if (awaited)
    put_line(page, awaited, "P", 1, INK, 3);
  for (char *const *note = table->notes; note && *note; note++)
    put_line(page, *note, "P", 1, INK, 3);
}

static AdrefPageGeometry geometry_of(AdrefPaperSize paper)
{
  AdrefPageOptions plain = {.paper = paper};
  AdrefPageGeometry geometry = adref_page_options_geometry(&plain, adref_script_of("en"), FALSE);
  geometry.start = geometry.end = MARGIN;
  geometry.top = 64;
  geometry.bottom = 58;
  geometry.measure = geometry.width - 2 * MARGIN;
  geometry.size = 7.6F;
  geometry.leading = geometry.size * 1.28F;
  geometry.gap = geometry.size;
  return geometry;
}

static void fill(gconstpointer table, AdrefPageFlow *flow)
{
  StatusPage page = {.table = table, .flow = flow};
  put_head(&page);
  put_table(&page);
  adref_page_flow_end(flow);
}

GString *adref_pdf_status_write(const AdrefStatusTable *table, AdrefPaperSize paper,
                                const char *name, GError **error)
{
  AdrefPageGeometry geometry = geometry_of(paper);
  const char *language = table->language ? table->language : "en";
  g_autoptr(AdrefShaper) shaper = adref_shaper_new(language, error);
  g_autoptr(AdrefLineBreaker) breaker =
      shaper ? adref_line_breaker_new(shaper, language, error) : NULL;
  if (!breaker)
    return NULL;
  g_autoptr(AdrefPageFlow) flow = adref_page_flow_new(breaker, NULL, &geometry);
  fill(table, flow);
  g_autofree char *title = adref_page_words_fill(table->words, ADREF_PAGE_WORD_STATUS_TITLE,
                                                 "title", table->title, NULL);
  AdrefPdfWriterOptions writer_options = {.title = title,
                                          .language = language,
                                          .words = table->words,
                                          .version = table->commit,
                                          .date = table->date};
  AdrefSourceText source_text = {.name = name};
  return adref_page_flow_check(flow, &source_text, FALSE, FALSE, NULL, error)
             ? adref_pdf_writer_print(flow, &writer_options, fill, table, error)
             : NULL;
}
