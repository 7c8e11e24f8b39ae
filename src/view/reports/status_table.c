#include "view/reports/status_table.h"

#include <string.h>

#include "base/markup.h"
#include "base/string_list.h"
#include "draft/data/party_color.h"
#include "sign/progress_words.h"
#include "view/html/html_page.h"
#include "view/html/html_style.h"
#include "view/redline.h"
#include "view/terminal_cells.h"

enum {
  INDENT = 2,
  GAP = 2,
  FEWEST_ALIKE = 3, /* fewest neighbours that share a line */
  MAX_NAME = 24,
  MAX_STATE = 30,
  LANGUAGE_WIDTH = 7, /* "in step" */
};

/* One row: a clause, or neighbours with the same state. */
typedef struct {
  char *number, *name, *state, *awaited;
  char **languages;   /* a cell for each */
  const char *change; /* date and version of the last change; "" for none */
  AdrefClauseState type;
  gboolean is_confirmed;
} StatusRow;

static void row_free(gpointer data)
{
  StatusRow *row = data;
  g_free(row->number);
  g_free(row->name);
  g_free(row->state);
  g_free(row->awaited);
  g_strfreev(row->languages);
  g_free(row);
}

gboolean adref_status_table_shows(const AdrefStatusTable *table, const AdrefClauseProgress *clause)
{
  if ((table->open || table->party) && clause->state == ADREF_CLAUSE_STATE_AGREED)
    return FALSE;
  return !table->party || adref_progress_waits_for(clause, table->party, table->parties);
}

char *adref_status_table_waits_for(const AdrefStatusTable *table, const AdrefClauseProgress *clause)
{
  if (clause->state == ADREF_CLAUSE_STATE_PLACEHOLDER)
    return g_strdup(adref_page_words_get(table->words, ADREF_PAGE_WORD_STATUS_COME));
  if (table->progress->parties > 1 && clause->state != ADREF_CLAUSE_STATE_BRACKETED &&
      clause->awaited->len == table->progress->parties)
    return g_strdup(adref_page_words_get(table->words, ADREF_PAGE_WORD_STATUS_ALL));
  return adref_string_list_join(clause->awaited, 0);
}

guint adref_status_table_languages(const AdrefStatusTable *table)
{
  return table->languages ? table->languages->len : 0;
}

char *adref_status_table_language(const AdrefStatusTable *table, guint column, const char *clause,
                                  gboolean *is_good)
{
  static const AdrefPageWord cells[] = {ADREF_PAGE_WORD_IN_STEP, ADREF_PAGE_WORD_BEHIND,
                                        ADREF_PAGE_WORD_MISSING, ADREF_PAGE_WORD_DIFFERS};
  AdrefLanguageState *state = table->languages->pdata[column];
  if (!clause)
    return g_ascii_strup(state->language, -1);
  const char *word = adref_language_state_clause_word(state, clause);
  if (is_good)
    *is_good = !*word || strcmp(word, adref_page_words_get(NULL, ADREF_PAGE_WORD_IN_STEP)) == 0;
  for (gsize i = 0; i < G_N_ELEMENTS(cells); i++)
    if (strcmp(word, adref_page_words_get(NULL, cells[i])) == 0)
      return g_strdup(adref_page_words_get(table->words, cells[i]));
  return g_strdup(word);
}

/* The cells of a clause; `id` NULL: the heads. Caller frees. */
static char **language_cells(const AdrefStatusTable *table, const char *id, gboolean is_head)
{
  guint count = adref_status_table_languages(table);
  char **cells = g_new0(char *, count + 1);
  for (guint i = 0; i < count; i++)
    cells[i] = id || is_head ? adref_status_table_language(table, i, id, NULL) : g_strdup("");
  return cells;
}

static char *name_of(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  if (facts->id)
    return g_strdup(facts->id);
  return g_strdup_printf("(%s, line %u)", adref_clause_kind_word(facts->kind), clause->line);
}

static const char *change_of(const AdrefStatusTable *table, const AdrefClauseProgress *clause)
{
  const char *id = clause->clause->as.clause->id;
  const char *change = table->changes && id ? g_hash_table_lookup(table->changes, id) : NULL;
  return change ? change : "";
}

static StatusRow *row_of(const AdrefStatusTable *table, const AdrefClauseProgress *clause,
                         gboolean is_page)
{
  StatusRow *row = g_new0(StatusRow, 1);
  const char *number = clause->clause->as.clause->number;
  row->number = g_strdup(number ? number : "");
  row->name =
      is_page ? adref_redline_row_name(clause->clause, table->words) : name_of(clause->clause);
  row->state = adref_progress_clause_words(table->progress, clause, table->words);
  row->awaited = adref_status_table_waits_for(table, clause);
  row->languages = language_cells(table, clause->clause->as.clause->id, FALSE);
  row->change = change_of(table, clause);
  row->type = clause->state;
  row->is_confirmed = clause->is_confirmed;
  return row;
}

/* `is_page`: of a page, not of the terminal. */
static GPtrArray *make_rows(const AdrefStatusTable *table, gboolean is_page)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
  const GPtrArray *clauses = table->progress->clauses;
  for (guint i = 0; i < clauses->len; i++)
    if (adref_status_table_shows(table, clauses->pdata[i]))
      g_ptr_array_add(rows, row_of(table, clauses->pdata[i], is_page));
  for (guint i = 0; i < table->progress->removed->len && !table->party; i++) {
    const AdrefRemovedClause *removed = table->progress->removed->pdata[i];
    StatusRow *row = g_new0(StatusRow, 1);
    row->number = g_strdup("-");
    row->name = g_strdup(removed->id);
    row->state = adref_progress_removed_words(removed, table->words);
    row->awaited = g_strdup("");
    row->languages = language_cells(table, NULL, FALSE);
    row->change = "";
    row->type = ADREF_CLAUSE_STATE_CHANGED;
    g_ptr_array_add(rows, row);
  }
  return rows;
}

static gboolean is_alike(const StatusRow *a, const StatusRow *b)
{
  return strcmp(a->state, b->state) == 0 && strcmp(a->awaited, b->awaited) == 0 &&
         g_strv_equal((const char *const *)a->languages, (const char *const *)b->languages);
}

static StatusRow *join_rows(const AdrefStatusTable *table, const GPtrArray *rows, guint from,
                            guint to)
{
  const StatusRow *first = rows->pdata[from], *last = rows->pdata[to - 1];
  StatusRow *row = g_new0(StatusRow, 1);
  gboolean numbered = *first->number && *last->number;
  gboolean one = strcmp(first->number, last->number) == 0; /* "-": they are taken out */
  row->number = !numbered ? g_strdup("")
                : one     ? g_strdup(first->number)
                          : g_strdup_printf("%s-%s", first->number, last->number);
  row->name = adref_page_words_count(table->words, ADREF_PAGE_WORD_STATUS_CLAUSES, to - from);
  row->state = g_strdup(first->state);
  row->awaited = g_strdup(first->awaited);
  row->languages = g_strdupv(first->languages);
  row->change = "";
  row->type = first->type;
  row->is_confirmed = first->is_confirmed;
  return row;
}

/* The series of a number: that of the preamble for "PP3", of the operative part for "12"; another
 * one when there is no number. */
static char series_of(const StatusRow *row)
{
  return g_ascii_isdigit(*row->number) ? '1' : *row->number;
}

/* Whether a number comes behind another one: "3" behind "2", "1.10" behind "1.9", "12 bis" behind
 * "12". In another order a range would name clauses that are not in it. */
static gboolean is_behind(const char *number, const char *before)
{
  for (;;) {
    number += strcspn(number, "0123456789");
    before += strcspn(before, "0123456789");
    char *rest, *rest_before;
    guint64 value = g_ascii_strtoull(number, &rest, 10);
    guint64 value_before = g_ascii_strtoull(before, &rest_before, 10);
    if (rest == number || rest_before == before || value != value_before)
      return value >= value_before;
    number = rest;
    before = rest_before;
  }
}

/* Groups similar neighbours of one series into one row. */
static GPtrArray *group_rows(const AdrefStatusTable *table, GPtrArray *rows)
{
  GPtrArray *grouped = g_ptr_array_new_with_free_func(row_free);
  for (guint from = 0, to; from < rows->len; from = to) {
    const StatusRow *last = rows->pdata[from];
    for (to = from + 1; to < rows->len; to++) {
      const StatusRow *next = rows->pdata[to];
      if (!is_alike(last, next) || series_of(last) != series_of(next) ||
          !is_behind(next->number, last->number))
        break;
      last = next;
    }
    if (to - from >= FEWEST_ALIKE)
      g_ptr_array_add(grouped, join_rows(table, rows, from, to));
    else
      to = from + 1;
    if (to == from + 1) {
      g_ptr_array_add(grouped, rows->pdata[from]);
      rows->pdata[from] = NULL;
    }
  }
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i])
      row_free(rows->pdata[i]);
  g_ptr_array_set_free_func(rows, NULL);
  g_ptr_array_unref(rows);
  return grouped;
}

/* The end of the first line of a cell: at a space when there is one, else behind a hyphen, as those
 * of an id, else where it is full. */
static gsize line_of(const char *text, guint width)
{
  guint cells = 0;
  gsize space = 0, hyphen = 0;
  for (const char *p = text; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    cells += adref_terminal_cells(c);
    if (c == ' ')
      space = (gsize)(p - text);
    if (cells > width && p > text)
      return space > 0 ? space : hyphen > 0 ? hyphen : (gsize)(p - text);
    if (c == '-')
      hyphen = (gsize)(p - text) + 1;
  }
  return strlen(text);
}

/* The line of a cell; `parties`: codes have the colours of the parties. */
static void put_cell(GString *out, const char **rest, guint width, const AdrefParties *parties)
{
  gsize length = line_of(*rest, width), from = 0, start = 0, end;
  guint used = adref_terminal_cells_of(*rest, length);
  g_autofree char *line = g_strndup(*rest, length);
  for (; adref_party_code_next(parties, line, &start, &end); from = start = end) {
    g_autofree char *code = g_strndup(line + start, end - start);
    g_string_append_len(out, line + from, (gssize)(start - from));
    g_string_append_printf(out, "\033[1;38;5;%um%s\033[0m",
                           adref_party_color(parties, code)->terminal, code);
  }
  g_string_append(out, line + from);
  for (; used < width + GAP; used++)
    g_string_append_c(out, ' ');
  *rest += length;
  *rest += strspn(*rest, " ");
}

typedef struct {
  guint number, name, state, awaited;
  guint languages;    /* columns: all, or none where they do not all fit */
  gboolean is_narrow; /* none: what is not in step stands in a line below */
} StatusWidths;

/* The colour repeats what the words say: as on the screen of a negotiation, yellow is agreed in the
 * working group, green in plenary; bold green is confirmed. "" for none. */
static const char *color_of(const StatusRow *row)
{
  static const char *const colors[ADREF_CLAUSE_STATES] = {
      [ADREF_CLAUSE_STATE_CHANGED] = "31",
      [ADREF_CLAUSE_STATE_RESERVED] = "35",
      [ADREF_CLAUSE_STATE_WORKING_GROUP] = "33",
      [ADREF_CLAUSE_STATE_AGREED] = "32",
  };
  if (row->is_confirmed)
    return "1;32";
  return colors[row->type] ? colors[row->type] : "";
}

/* "JA differs, TH behind": the languages that are not in step. Caller frees. */
static char *languages_behind(const StatusRow *row, const AdrefStatusTable *table)
{
  const char *in_step = adref_page_words_get(table->words, ADREF_PAGE_WORD_IN_STEP);
  g_auto(GStrv) heads = language_cells(table, NULL, TRUE);
  GString *behind = g_string_new(NULL);
  for (guint i = 0; row->languages[i]; i++)
    if (*row->languages[i] && strcmp(row->languages[i], in_step) != 0)
      g_string_append_printf(behind, "%s%s %s", behind->len > 0 ? ", " : "", heads[i],
                             row->languages[i]);
  return g_string_free(behind, FALSE);
}

/* Where a window has no room for the columns of the languages. */
static void put_behind(GString *out, const StatusRow *row, StatusWidths widths,
                       const AdrefStatusTable *table)
{
  g_autofree char *behind = languages_behind(row, table);
  guint before = INDENT + widths.number + widths.name + 2 * GAP;
  for (const char *rest = behind; *rest;) {
    g_string_append_printf(out, "%*s", (int)before, "");
    put_cell(out, &rest, widths.state + GAP + widths.awaited, NULL);
    while (out->str[out->len - 1] == ' ')
      g_string_truncate(out, out->len - 1);
    g_string_append_c(out, '\n');
  }
}

/* `table` NULL: without colours. */
static void put_row(GString *out, const StatusRow *row, StatusWidths widths,
                    const AdrefStatusTable *table)
{
  gboolean color = table && table->color;
  const AdrefParties *parties = color ? table->parties : NULL;
  const char *shown = color ? color_of(row) : "";
  const char *number = row->number, *name = row->name, *state = row->state, *awaited = row->awaited;
  gboolean is_first = TRUE;
  while (*number || *name || *state || *awaited) {
    g_string_append_printf(out, "%*s", INDENT, "");
    put_cell(out, &number, widths.number, NULL);
    put_cell(out, &name, widths.name, NULL);
    if (*shown && *state)
      g_string_append_printf(out, "\033[%sm", shown);
    gboolean is_colored = *shown && *state;
    put_cell(out, &state, widths.state, NULL);
    if (is_colored)
      g_string_append(out, "\033[0m");
    for (guint i = 0; i < widths.languages; i++) {
      const char *cell = is_first ? row->languages[i] : "";
      put_cell(out, &cell, LANGUAGE_WIDTH, NULL);
    }
    is_first = FALSE;
    put_cell(out, &awaited, widths.awaited, parties);
    while (out->str[out->len - 1] == ' ')
      g_string_truncate(out, out->len - 1);
    g_string_append_c(out, '\n');
  }
  if (table && widths.is_narrow)
    put_behind(out, row, widths, table);
}

static StatusWidths measure(const GPtrArray *rows, guint width, guint languages)
{
  StatusWidths widths = {2, 6, 10, 10, 0, FALSE};
  for (guint i = 0; i < rows->len; i++) {
    const StatusRow *row = rows->pdata[i];
    widths.number = MAX(widths.number, (guint)MIN(strlen(row->number), 11));
    widths.name = MAX(widths.name, (guint)MIN(strlen(row->name), MAX_NAME));
    widths.state =
        MAX(widths.state, MIN(adref_terminal_cells_of(row->state, strlen(row->state)), MAX_STATE));
  }
  guint used = INDENT + widths.number + widths.name + widths.state + 3 * GAP;
  guint columns = languages * (LANGUAGE_WIDTH + GAP);
  widths.is_narrow = used + columns + 10 > width;
  if (!widths.is_narrow) {
    used += columns;
    widths.languages = languages;
  }
  widths.awaited = width > used + 10 ? width - used : 10;
  return widths;
}

GString *adref_status_table_terminal(const AdrefStatusTable *table, guint width)
{
  GString *out = g_string_new(NULL);
  GPtrArray *rows = make_rows(table, FALSE);
  if (!table->each)
    rows = group_rows(table, rows);
  if (rows->len > 0) {
    StatusWidths widths = measure(rows, width, adref_status_table_languages(table));
    g_auto(GStrv) languages = language_cells(table, NULL, TRUE);
    StatusRow head = {(char[]){"NO"},
                      (char[]){"CLAUSE"},
                      (char[]){"STATE"},
                      (char[]){"WHOSE MOVE"},
                      languages,
                      "",
                      ADREF_CLAUSE_STATE_OPEN,
                      FALSE};
    put_row(out, &head, widths, NULL);
    for (guint i = 0; i < rows->len; i++)
      put_row(out, rows->pdata[i], widths, table);
  }
  g_ptr_array_unref(rows);
  return out;
}

static const char style[] =
    "body{font:15px/1.4 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1b1b;background:#fff}h1{font-size:1.3rem;margin:0}.ph{display:inline-block}p{margin:."
    "3rem 0 1rem}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;"
    "padding:.2rem 0;padding-inline-end:.6rem;border-bottom:1px solid #ddd}th{font-weight:600}"
    ".who{font-weight:600;padding:0 .2em}"
    "td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}"
    "tr.agreed td:nth-child(3){color:#1a6b2f}tr.changed td:nth-child(3){color:#a11;font-weight:600}"
    "tr.bracketed td:nth-child(3),tr.option td:nth-child(3),tr.placeholder "
    "td:nth-child(3){color:#8a5200}"
    "tr.reserved td:nth-child(3){color:#7a1f6b}tr.group td:nth-child(3){color:#6b5b00}"
    "tr.confirmed td:nth-child(3){color:#0d4f1f;font-weight:600}"
    "@media (prefers-color-scheme:dark){body{color:#e6e6e6;background:#161616}th,td{border-color:"
    "#444}tr.agreed td:nth-child(3){color:#7fd694}tr.changed td:nth-child(3){color:#ff8f8f}"
    "tr.bracketed td:nth-child(3),tr.option td:nth-child(3),tr.placeholder "
    "td:nth-child(3){color:#f0b35e}"
    "tr.reserved td:nth-child(3){color:#e59ad6}tr.group td:nth-child(3){color:#e6d36a}"
    "tr.confirmed td:nth-child(3){color:#a9f0b8}}"
    /* On a phone each row is a card: the number, beside it the other cells with their heads. */
    "@media screen and (max-width:40rem){thead{position:absolute;clip-path:inset(50%);height:1px;"
    "width:1px;overflow:hidden}table,tbody{display:block}tr{display:grid;"
    "grid-template-columns:5rem minmax(0,1fr);padding:.4rem 0;border-bottom:1px solid #ddd}"
    "td{grid-column:2;border:0;padding:.1rem 0;overflow-wrap:anywhere}td:empty{display:none}"
    "td:first-child{grid-column:1;grid-row:1/"
    "9;display:block;white-space:normal}td:nth-child(2){font-weight:600}"
    "td:nth-child(n+4)::before{content:attr(data-head) ' ';color:#5c5c5c;font-size:.85em}}"
    "@media screen and (max-width:40rem) and (prefers-color-scheme:dark){tr{border-color:#444}"
    "td:nth-child(n+4)::before{color:#aaa}}"
    "@media print{@page{size:A4;margin:12mm}body{font-size:9pt;margin:0;max-width:none;color:#000;"
    "background:#fff}th,td{padding:.05rem 0;padding-inline-end:.5rem}tr{break-inside:avoid}}";

static void put_html_cell(GString *page, const char *tag, const char *text)
{
  g_string_append_printf(page, "<%s>", tag);
  adref_markup_escape_string(page, text);
  g_string_append_printf(page, "</%s>", tag);
}

static const char *class_of(const StatusRow *row)
{
  AdrefClauseState type = row->type;
  if (row->is_confirmed)
    return "confirmed";
  if (type == ADREF_CLAUSE_STATE_WORKING_GROUP)
    return "group";
  return type == ADREF_CLAUSE_STATE_PARTLY_AGREED ? "partly" : adref_clause_state_word(type);
}

static const AdrefPageWord html_heads[] = {
    ADREF_PAGE_WORD_STATUS_NUMBER, ADREF_PAGE_WORD_STATUS_CLAUSE, ADREF_PAGE_WORD_STATUS_STATE,
    ADREF_PAGE_WORD_STATUS_MOVE, ADREF_PAGE_WORD_STATUS_CHANGE};

static void put_html_head(GString *page, const char *words)
{
  g_string_append(page, "<th role=\"columnheader\" scope=\"col\">");
  adref_markup_escape_string(page, words);
  g_string_append(page, "</th>");
}

static void put_html_heads(GString *page, const AdrefStatusTable *table, char *const *languages)
{
  for (gsize i = 0; i < G_N_ELEMENTS(html_heads); i++)
    put_html_head(page, adref_page_words_get(table->words, html_heads[i]));
  for (; *languages; languages++)
    put_html_head(page, *languages);
}

/* A cell names its head, which a phone shows beside it. `language`: it is a number. Roles are said,
 * because a browser takes them away where the style lays out rows as cards. */
static void put_html_data(GString *page, const char *head, const char *text,
                          const AdrefParties *parties, const char *language)
{
  g_string_append(page, "<td role=\"cell\" data-head=\"");
  adref_markup_escape_string(page, head);
  g_string_append(page, "\">");
  if (language)
    adref_html_page_number(page, text, language);
  else
    adref_html_style_append_codes(page, parties, text);
  g_string_append(page, "</td>");
}

static void put_html_row(GString *page, const AdrefStatusTable *table, const StatusRow *row,
                         char *const *languages)
{
  const char *const cells[] = {row->number, row->name, row->state, row->awaited, row->change};
  g_string_append_printf(page, "<tr class=\"%s\" role=\"row\">", class_of(row));
  for (gsize i = 0; i < G_N_ELEMENTS(cells); i++)
    put_html_data(page, adref_page_words_get(table->words, html_heads[i]), cells[i],
                  cells[i] == row->awaited ? table->parties : NULL,
                  cells[i] == row->number ? table->language : NULL);
  for (guint i = 0; row->languages[i]; i++)
    put_html_data(page, languages[i], row->languages[i], NULL, NULL);
  g_string_append(page, "</tr>\n");
}

static void put_html_rows(GString *page, const AdrefStatusTable *table, const GPtrArray *rows)
{
  g_auto(GStrv) languages = language_cells(table, NULL, TRUE);
  g_string_append(page, "<table role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">");
  put_html_heads(page, table, languages);
  g_string_append(page, "</tr></thead>\n<tbody role=\"rowgroup\">\n");
  for (guint i = 0; i < rows->len; i++)
    put_html_row(page, table, rows->pdata[i], languages);
  g_string_append(page, "</tbody>\n</table>\n");
}

GString *adref_status_table_html(const AdrefStatusTable *table)
{
  GString *page = g_string_new(NULL);
  g_autofree char *total = adref_progress_total(table->progress, table->words);
  g_autofree char *semicolon = adref_page_words_between(table->words, ADREF_PAGE_WORD_THEN);
  adref_html_page_begin(page, table->language);
  GPtrArray *rows = make_rows(table, TRUE);
  if (!table->each)
    rows = group_rows(table, rows);
  adref_markup_escape_string(page, table->title);
  g_string_append_printf(page, "</title>\n<style>%s", style);
  adref_html_style_append_parties(page);
  g_string_append(page, "</style>\n</head>\n<body>\n<main>\n");
  g_string_append(page, "<h1>");
  adref_html_page_heading(page, table->title, strlen(table->title), table->language);
  g_string_append(page, "</h1>\n<p>");
  adref_markup_escape_string(page, total);
  adref_markup_escape_string(page, semicolon);
  adref_markup_escape_string(page, table->open_words);
  adref_markup_escape_string(page, table->version ? semicolon : "");
  adref_markup_escape_string(page, table->version);
  g_string_append(page, "</p>\n");
  for (char *const *note = table->notes; note && *note; note++) {
    put_html_cell(page, "p", *note);
    g_string_append_c(page, '\n');
  }
  put_html_rows(page, table, rows);
  g_string_append(page, "</main>\n</body>\n</html>\n");
  g_ptr_array_unref(rows);
  return page;
}
