#include <string.h>

#include "print/pdf_writer.h"
#include "print/table_layout.h"
#include "view/redline.h"
#include "view/status_table.h"

enum {
  INK = 0x111111,
  SOFT = 0x4A4A4A,
  MARGIN = 46,
};

/* State in colour too; the words say the same. */
static const guint colors[ADREF_STATES] = {
    [ADREF_STATE_CHANGED] = 0x9B1C1C,   [ADREF_STATE_PLACEHOLDER] = 0x8A5200,
    [ADREF_STATE_BRACKETED] = 0x8A5200, [ADREF_STATE_RESERVED] = 0x7A1F6B,
    [ADREF_STATE_AGREED] = 0x1E6B3A,    [ADREF_STATE_PARTLY] = INK,
    [ADREF_STATE_OPEN] = INK,
};

typedef struct {
  const AdrefBoard *board;
  AdrefFlow *flow;
  AdrefGrid *grid;
} Sheet;

static AdrefLook look_of(const Sheet *sheet, float scale, guint color, gboolean is_bold)
{
  return (AdrefLook){.face = {ADREF_SANS, is_bold, FALSE, sheet->flow->measures.size * scale},
                     .color = color};
}

static void add(const Sheet *sheet, AdrefPassage *passage, const AdrefLook *look, const char *words)
{
  adref_passage_add(passage, adref_setter_look(sheet->flow->setter, look), NULL, words,
                    strlen(words));
}

static void put_line(const Sheet *sheet, const char *words, const char *tag, float scale,
                     guint color, float gap)
{
  const AdrefMeasures *measures = &sheet->flow->measures;
  g_autoptr(AdrefPassage) passage = adref_passage_new();
  AdrefLook look = look_of(sheet, scale, color, strcmp(tag, "H1") == 0);
  add(sheet, passage, &look, words);
  AdrefBlock block = {.element = adref_flow_element(sheet->flow, tag, 0),
                      .width = measures->measure,
                      .gap = gap,
                      .leading = measures->leading * scale,
                      .align = ADREF_ALIGN_START,
                      .keeps_next = TRUE};
  adref_flow_block(sheet->flow, passage, &block);
}

static void put_cell(const Sheet *sheet, const char *words, guint color, gboolean is_bold)
{
  AdrefPassage *cell = adref_grid_cell(sheet->grid);
  AdrefLook look = look_of(sheet, 1, color, is_bold);
  add(sheet, cell, &look, words);
}

static char *join(const GPtrArray *codes)
{
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < codes->len; i++)
    g_string_append_printf(words, "%s%s", i > 0 ? ", " : "", (const char *)codes->pdata[i]);
  return g_string_free(words, FALSE);
}

/* "2: JPN, VNM" */
static char *brackets_of(const AdrefClauseHeadway *clause)
{
  if (clause->brackets == 0)
    return g_strdup("");
  g_autofree char *codes = join(clause->bracketed);
  return g_strdup_printf("%u%s%s", clause->brackets, *codes ? ": " : "", codes);
}

static void put_row(const Sheet *sheet, const AdrefClauseHeadway *clause)
{
  const char *number = clause->clause->as.clause->number;
  gboolean is_all =
      sheet->board->headway->parties > 1 && clause->agreed->len == sheet->board->headway->parties;
  g_autofree char *words = adref_redline_first_words(clause->clause);
  g_autofree char *state = adref_headway_words(sheet->board->headway, clause);
  g_autofree char *agreed = is_all ? g_strdup("all") : join(clause->agreed);
  g_autofree char *moves = adref_board_moves(sheet->board, clause);
  g_autofree char *brackets = brackets_of(clause);
  adref_grid_row(sheet->grid);
  put_cell(sheet, number ? number : "", INK, FALSE);
  put_cell(sheet, words, INK, FALSE);
  put_cell(sheet, state, colors[clause->state], clause->state == ADREF_STATE_CHANGED);
  put_cell(sheet, agreed, INK, FALSE);
  put_cell(sheet, moves, INK, FALSE);
  put_cell(sheet, brackets, INK, FALSE);
}

static void put_gone(const Sheet *sheet, const AdrefGone *gone)
{
  g_autofree char *codes = join(gone->agreed);
  g_autofree char *state = g_strconcat("taken out since agreed by ", codes, NULL);
  adref_grid_row(sheet->grid);
  put_cell(sheet, "\342\200\223", INK, FALSE);
  put_cell(sheet, gone->id, INK, FALSE);
  put_cell(sheet, state, colors[ADREF_STATE_CHANGED], TRUE);
  for (guint i = 0; i < 3; i++)
    put_cell(sheet, "", INK, FALSE);
}

static void put_table(Sheet *sheet)
{
  static const char *const heads[] = {"No.",       "Clause",     "State",
                                      "Agreed by", "Whose move", "In brackets"};
  const AdrefHeadway *headway = sheet->board->headway;
  AdrefFlow *flow = sheet->flow;
  sheet->grid = adref_grid_new(G_N_ELEMENTS(heads));
  adref_grid_row(sheet->grid);
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
    put_cell(sheet, heads[i], INK, TRUE);
  for (guint i = 0; i < headway->clauses->len; i++)
    if (adref_board_shows(sheet->board, headway->clauses->pdata[i]))
      put_row(sheet, headway->clauses->pdata[i]);
  for (guint i = 0; i < headway->gone->len && !sheet->board->party; i++)
    put_gone(sheet, headway->gone->pdata[i]);
  adref_grid_set(sheet->grid, flow, adref_flow_element(flow, "Table", 0), 0, flow->measures.measure,
                 flow->measures.gap, flow->measures.leading);
  adref_grid_free(sheet->grid);
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

/* "Waits for JPN (12), ASEAN (3)", of the clauses that wait for somebody; NULL when none does. */
static char *waits(const AdrefHeadway *headway)
{
  g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) order = g_ptr_array_new();
  for (guint i = 0; i < headway->clauses->len; i++)
    count_codes(counts, order, ((const AdrefClauseHeadway *)headway->clauses->pdata[i])->moves);
  if (order->len == 0)
    return NULL;
  GString *words = g_string_new("Whose move: ");
  for (guint i = 0; i < order->len; i++)
    g_string_append_printf(words, "%s%s in %u", i > 0 ? ", " : "", (char *)order->pdata[i],
                           GPOINTER_TO_UINT(g_hash_table_lookup(counts, order->pdata[i])));
  return g_string_free(words, FALSE);
}

static void put_head(const Sheet *sheet)
{
  const AdrefBoard *board = sheet->board;
  const AdrefHeadway *headway = board->headway;
  g_autofree char *agreed = adref_headway_total(headway);
  g_autofree char *placeholders = headway->placeholders > 0
                                      ? g_strdup_printf(", %u placeholder%s", headway->placeholders,
                                                        headway->placeholders == 1 ? "" : "s")
                                      : NULL;
  g_autofree char *total =
      g_strdup_printf("%s; %u bracket%s open%s", agreed, headway->brackets,
                      headway->brackets == 1 ? "" : "s", placeholders ? placeholders : "");
  g_autofree char *moves = waits(headway);
  put_line(sheet, board->title, "H1", 1.7F, INK, 0);
  if (board->draft)
    put_line(sheet, board->draft, "P", 1.1F, SOFT, 3);
  put_line(sheet, total, "P", 1.25F, INK, 7);
  if (moves)
    put_line(sheet, moves, "P", 1, INK, 3);
  for (char *const *note = board->notes; note && *note; note++)
    put_line(sheet, *note, "P", 1, INK, 3);
}

static AdrefMeasures measures_of(AdrefPaper paper)
{
  AdrefSheet plain = {.paper = paper};
  AdrefMeasures measures = adref_sheet_measures(&plain, adref_script_of("en"), FALSE);
  measures.start = measures.end = MARGIN;
  measures.top = 64;
  measures.bottom = 58;
  measures.measure = measures.width - 2 * MARGIN;
  measures.size = 7.6F;
  measures.leading = measures.size * 1.28F;
  measures.gap = measures.size;
  return measures;
}

static void fill(gconstpointer board, AdrefFlow *flow)
{
  Sheet sheet = {.board = board, .flow = flow};
  put_head(&sheet);
  put_table(&sheet);
  adref_flow_end(flow);
}

GString *adref_board_pdf(const AdrefBoard *board, AdrefPaper paper, const char *name,
                         GError **error)
{
  AdrefMeasures measures = measures_of(paper);
  g_autoptr(AdrefShaper) shaper = adref_shaper_new("en", error);
  g_autoptr(AdrefSetter) setter = shaper ? adref_setter_new(shaper, "en", error) : NULL;
  if (!setter)
    return NULL;
  g_autoptr(AdrefFlow) flow = adref_flow_new(setter, &measures);
  fill(board, flow);
  g_autofree char *title = g_strconcat("Status: ", board->title, NULL);
  AdrefImprint imprint = {
      .title = title, .language = "en", .version = board->commit, .date = board->date};
  AdrefManuscript manuscript = {.name = name};
  return adref_flow_check(flow, &manuscript, error)
             ? adref_press_print(flow, &imprint, fill, board, error)
             : NULL;
}
