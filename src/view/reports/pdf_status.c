#include "base/string_list.h"
#include "draft/data/party_color.h"
#include "sign/progress_words.h"
#include "view/pdf/pdf_sheet.h"
#include "view/redline.h"
#include "view/reports/status_table.h"

enum {
  INK = ADREF_PDF_SHEET_INK,
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
  AdrefPdfSheet sheet;
} StatusPage;

static const char *word(const StatusPage *page, AdrefPageWord word)
{
  return adref_page_words_get(page->table->words, word);
}

/* A cell in which the codes of parties have their colours. */
static void put_codes(const StatusPage *page, const char *words)
{
  AdrefStyledText *cell = adref_table_layout_add_cell(page->sheet.table, ADREF_TEXT_ALIGN_START);
  const AdrefParties *parties = page->table->parties;
  AdrefTextStyle plain = adref_pdf_sheet_style(&page->sheet, 1, INK, FALSE);
  gsize from = 0, start = 0, end;
  for (; adref_party_code_next(parties, words, &start, &end); from = start = end) {
    g_autofree char *before = g_strndup(words + from, start - from);
    g_autofree char *code = g_strndup(words + start, end - start);
    AdrefTextStyle style =
        adref_pdf_sheet_style(&page->sheet, 1, adref_party_color(parties, code)->light, TRUE);
    adref_pdf_sheet_add_words(&page->sheet, cell, &plain, before);
    adref_pdf_sheet_add_words(&page->sheet, cell, &style, code);
  }
  adref_pdf_sheet_add_words(&page->sheet, cell, &plain, words + from);
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
    adref_pdf_sheet_put_cell(&page->sheet, word, is_good ? INK : colors[ADREF_CLAUSE_STATE_CHANGED],
                             FALSE);
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
  adref_table_layout_add_row(page->sheet.table, FALSE);
  adref_pdf_sheet_put_cell(&page->sheet, number ? number : "", INK, FALSE);
  adref_pdf_sheet_put_cell(&page->sheet, words, INK, FALSE);
  adref_pdf_sheet_put_cell(&page->sheet, state, colors[clause->state],
                           clause->state == ADREF_CLAUSE_STATE_CHANGED || clause->is_confirmed);
  put_codes(page, agreed);
  put_codes(page, awaited);
  put_codes(page, brackets);
  put_languages(page, clause->clause->as.clause->id);
}

static void put_removed(const StatusPage *page, const AdrefRemovedClause *removed)
{
  g_autofree char *state = adref_progress_removed_words(removed, page->table->words);
  adref_table_layout_add_row(page->sheet.table, FALSE);
  adref_pdf_sheet_put_cell(&page->sheet, "\342\200\223", INK, FALSE);
  adref_pdf_sheet_put_cell(&page->sheet, removed->id, INK, FALSE);
  adref_pdf_sheet_put_cell(&page->sheet, state, colors[ADREF_CLAUSE_STATE_CHANGED], TRUE);
  for (guint i = 0; i < 3; i++)
    adref_pdf_sheet_put_cell(&page->sheet, "", INK, FALSE);
  put_languages(page, NULL);
}

static void put_table(StatusPage *page)
{
  static const AdrefPageWord heads[] = {
      ADREF_PAGE_WORD_STATUS_NUMBER, ADREF_PAGE_WORD_STATUS_CLAUSE,
      ADREF_PAGE_WORD_STATUS_STATE,  ADREF_PAGE_WORD_STATUS_AGREED_BY,
      ADREF_PAGE_WORD_STATUS_MOVE,   ADREF_PAGE_WORD_STATUS_BRACKETS};
  const AdrefProgress *progress = page->table->progress;
  guint languages = adref_status_table_languages(page->table);
  adref_pdf_sheet_begin_table(&page->sheet, (guint)G_N_ELEMENTS(heads) + languages);
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
    adref_pdf_sheet_put_cell(&page->sheet, word(page, heads[i]), INK, TRUE);
  for (guint i = 0; i < languages; i++) {
    g_autofree char *head = adref_status_table_language(page->table, i, NULL, NULL);
    adref_pdf_sheet_put_cell(&page->sheet, head, INK, TRUE);
  }
  for (guint i = 0; i < progress->clauses->len; i++)
    if (adref_status_table_shows(page->table, progress->clauses->pdata[i]))
      put_row(page, progress->clauses->pdata[i]);
  for (guint i = 0; i < progress->removed->len && !page->table->party; i++)
    put_removed(page, progress->removed->pdata[i]);
  adref_pdf_sheet_end_table(&page->sheet);
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
  adref_pdf_sheet_put_line(&page->sheet, table->title, "H1", 1.7F, INK, 0);
  if (table->draft)
    adref_pdf_sheet_put_line(&page->sheet, table->draft, "P", 1.1F, SOFT, 3);
  adref_pdf_sheet_put_line(&page->sheet, total, "P", 1.25F, INK, 7);
  if (awaited)
    adref_pdf_sheet_put_line(&page->sheet, awaited, "P", 1, INK, 3);
  for (char *const *note = table->notes; note && *note; note++)
    adref_pdf_sheet_put_line(&page->sheet, *note, "P", 1, INK, 3);
}

static void fill(gconstpointer table, AdrefPageFlow *flow)
{
  StatusPage page = {.table = table, .sheet = {.flow = flow}};
  put_head(&page);
  put_table(&page);
  adref_page_flow_end(flow);
}

GString *adref_pdf_status_write(const AdrefStatusTable *table, AdrefPaperSize paper,
                                const char *name, GError **error)
{
  g_autofree char *title = adref_page_words_fill(table->words, ADREF_PAGE_WORD_STATUS_TITLE,
                                                 "title", table->title, NULL);
  AdrefPdfWriterOptions options = {.title = title,
                                   .language = table->language,
                                   .words = table->words,
                                   .version = table->commit,
                                   .date = table->date};
  return adref_pdf_sheet_write(paper, MARGIN, &options, name, fill, table, error);
}
