#include "view/reports/matrix_table.h"

#include <jansson.h>
#include <string.h>

#include "base/markup.h"
#include "draft/data/party_color.h"
#include "sign/progress_words.h"
#include "view/html/html_page.h"
#include "view/html/html_style.h"
#include "view/json/json.h"
#include "view/json/json_list.h"
#include "view/redline.h"
#include "view/terminal_cells.h"

enum {
  GAP = 2,
  MAX_NAME = 22 /* of a column of ids, unless some of them are alike up to there */
};

/* One table of several: parties from `from` to before `to`, and the widths of its columns; number
 * is 0 when no row has a number. */
typedef struct {
  guint from, to, number, name;
  const guint *parties;
} MatrixColumns;

static const char *code_of(const AdrefMatrixTable *table, guint column)
{
  return table->matrix->parties->pdata[column];
}

static const char *number_of(const AdrefMatrixRow *row)
{
  const char *number = row->clause->clause->as.clause->number;
  return number ? number : "";
}

static char *name_of(const AdrefMatrixRow *row)
{
  const AdrefClause *facts = row->clause->clause->as.clause;
  return facts->id ? g_strdup(facts->id)
                   : g_strdup_printf("(%s, line %u)", adref_clause_kind_word(facts->kind),
                                     row->clause->clause->line);
}

static const char *mark_word(AdrefMatrixMark mark, const AdrefPageWords *table)
{
  static const AdrefPageWord words[ADREF_MATRIX_MARKS] = {
      [ADREF_MATRIX_PROPOSES] = ADREF_PAGE_WORD_PROPOSES,
      [ADREF_MATRIX_SUPPORTS] = ADREF_PAGE_WORD_SUPPORTS,
      [ADREF_MATRIX_OPPOSES] = ADREF_PAGE_WORD_OPPOSES,
      [ADREF_MATRIX_RESERVES] = ADREF_PAGE_WORD_RESERVES,
      [ADREF_MATRIX_AGREED] = ADREF_PAGE_WORD_STATE_AGREED,
      [ADREF_MATRIX_WORKING_GROUP] = ADREF_PAGE_WORD_STATE_GROUP,
      [ADREF_MATRIX_CONFIRMED] = ADREF_PAGE_WORD_STATE_CONFIRMED,
      [ADREF_MATRIX_CHANGED] = ADREF_PAGE_WORD_STATE_CHANGED,
      [ADREF_MATRIX_REOPENED] = ADREF_PAGE_WORD_STATE_REOPENED,
      [ADREF_MATRIX_DISASSOCIATED] = ADREF_PAGE_WORD_STATE_DISASSOCIATED,
  };
  return adref_page_words_get(table, words[mark]);
}

/* "proposes, reserves". Caller frees. */
static char *cell_words(const AdrefMatrixTable *table, guint cell)
{
  GString *words = g_string_new(NULL);
  g_autofree char *comma = adref_page_words_between(table->words, ADREF_PAGE_WORD_BOTH);
  for (guint mark = 0; mark < ADREF_MATRIX_MARKS; mark++)
    if (cell & 1U << mark)
      g_string_append_printf(words, "%s%s", words->len > 0 ? comma : "",
                             mark_word((AdrefMatrixMark)mark, table->words));
  return g_string_free(words, FALSE);
}

char *adref_matrix_table_legend(const AdrefMatrixTable *table)
{
  guint all = 0;
  GString *legend = g_string_new(NULL);
  g_autofree char *comma = adref_page_words_between(table->words, ADREF_PAGE_WORD_BOTH);
  for (guint i = 0; i < table->matrix->rows->len; i++) {
    const AdrefMatrixRow *row = table->matrix->rows->pdata[i];
    for (guint j = 0; j < table->matrix->parties->len; j++)
      all |= row->cells[j];
  }
  for (guint mark = 0; mark < ADREF_MATRIX_MARKS; mark++)
    if (all & 1U << mark)
      g_string_append_printf(legend, "%s%s %s", legend->len > 0 ? comma : "",
                             adref_matrix_mark_letter((AdrefMatrixMark)mark),
                             mark_word((AdrefMatrixMark)mark, table->words));
  return g_string_free(legend, FALSE);
}

/* --- terminal --- */

/* Longer words are cut, and an ellipsis stands in the last column. */
static void put_padded(GString *out, const char *text, guint width)
{
  guint cells = 0, all = adref_terminal_cells_of(text, strlen(text));
  guint room = all > width ? width - 1 : width;
  const char *p = text;
  for (; *p; p = g_utf8_next_char(p)) {
    guint next = adref_terminal_cells(g_utf8_get_char(p));
    if (cells + next > room)
      break;
    cells += next;
  }
  g_string_append_len(out, text, (gssize)(p - text));
  if (all > width) {
    g_string_append(out, "\342\200\246");
    cells++;
  }
  g_string_append_printf(out, "%*s", (int)(width - cells + GAP), "");
}

/* The code of a party; a column is as wide as its code at least. */
static void put_code(GString *out, const AdrefMatrixTable *table, guint column, guint width)
{
  const char *code = code_of(table, column);
  if (table->color)
    g_string_append_printf(out, "\033[1;38;5;%um",
                           adref_party_color(table->parties, code)->terminal);
  g_string_append(out, code);
  g_string_append(out, table->color ? "\033[0m" : "");
  put_padded(out, "", width - (guint)strlen(code));
}

static void end_line(GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate(out, out->len - 1);
  g_string_append_c(out, '\n');
}

static guint column_width(const AdrefMatrixTable *table, guint column)
{
  guint width = (guint)strlen(code_of(table, column));
  for (guint i = 0; i < table->matrix->rows->len; i++) {
    const AdrefMatrixRow *row = table->matrix->rows->pdata[i];
    g_autofree char *letters = adref_matrix_cell_letters(row->cells[column]);
    width = MAX(width, (guint)strlen(letters));
  }
  return width;
}

/* Whether one of the parties says something of the clause. */
static gboolean says_something(const AdrefMatrixRow *row, const MatrixColumns *columns)
{
  for (guint i = columns->from; i < columns->to; i++)
    if (row->cells[i])
      return TRUE;
  return FALSE;
}

static void put_row(GString *out, const AdrefMatrixRow *row, const MatrixColumns *columns)
{
  g_autofree char *words = name_of(row);
  g_string_append(out, "  ");
  if (columns->number > 0)
    put_padded(out, number_of(row), columns->number);
  put_padded(out, words, columns->name);
  for (guint i = columns->from; i < columns->to; i++) {
    g_autofree char *letters = adref_matrix_cell_letters(row->cells[i]);
    put_padded(out, *letters ? letters : ".", columns->parties[i]);
  }
  end_line(out);
}

static void put_part(GString *out, const AdrefMatrixTable *table, const MatrixColumns *columns)
{
  guint silent = 0;
  g_string_append(out, "  ");
  if (columns->number > 0)
    put_padded(out, "NO", columns->number);
  put_padded(out, "CLAUSE", columns->name);
  for (guint i = columns->from; i < columns->to; i++)
    put_code(out, table, i, columns->parties[i]);
  end_line(out);
  for (guint i = 0; i < table->matrix->rows->len; i++) {
    const AdrefMatrixRow *row = table->matrix->rows->pdata[i];
    if (says_something(row, columns))
      put_row(out, row, columns);
    else
      silent++;
  }
  if (silent > 0)
    g_string_append_printf(out, "  %u clause%s about which %s\n", silent, silent == 1 ? "" : "s",
                           columns->to - columns->from == 1
                               ? "it says nothing"
                               : "none of these parties says anything");
}

/* How many parties from `from` on fit into a width; at least one. */
static guint fitting(const AdrefMatrixTable *table, const guint *widths, guint from, guint width)
{
  guint to = from, used = 0;
  while (to < table->matrix->parties->len &&
         (to == from || used + widths[to] + GAP <= width + GAP)) {
    used += widths[to] + GAP;
    to++;
  }
  return to;
}

static guint count_parts(const AdrefMatrixTable *table, const guint *widths, guint width)
{
  guint count = 0;
  for (guint from = 0; from < table->matrix->parties->len; count++)
    from = fitting(table, widths, from, width);
  return count;
}

/* The least width that needs no more tables than `width`: so the last one is not left with one
 * party when others could stand beside it. */
static guint even_width(const AdrefMatrixTable *table, const guint *widths, guint width)
{
  guint parts = count_parts(table, widths, width), low = 0;
  while (low < width) {
    guint middle = low + (width - low) / 2;
    if (count_parts(table, widths, middle) <= parts)
      width = middle;
    else
      low = middle + 1;
  }
  return width;
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The columns that the names need (ASCII): at most MAX_NAME, or more where two of them would be cut
 * to the same; never more than `most`, unless that is less than MAX_NAME. */
static guint name_width(const AdrefMatrixTable *table, guint most)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  guint longest = (guint)strlen("CLAUSE"), different = MAX_NAME;
  for (guint i = 0; i < table->matrix->rows->len; i++)
    g_ptr_array_add(names, name_of(table->matrix->rows->pdata[i]));
  g_ptr_array_sort(names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i], *before = i > 0 ? names->pdata[i - 1] : "";
    guint same = 0;
    while (name[same] && name[same] == before[same])
      same++;
    longest = MAX(longest, (guint)strlen(name));
    different = MAX(different, same + 2); /* with the ellipsis */
  }
  return MIN(longest, MIN(different, MAX(most, MAX_NAME)));
}

/* The columns that the numbers need; 0: there is none. */
static guint number_width(const AdrefMatrixTable *table)
{
  guint width = 0;
  for (guint i = 0; i < table->matrix->rows->len; i++) {
    const char *number = number_of(table->matrix->rows->pdata[i]);
    width = MAX(width, adref_terminal_cells_of(number, strlen(number)));
  }
  return width > 0 ? MAX(width, (guint)strlen("NO")) : 0;
}

/* The legend in lines of at most `width` columns. */
static void put_legend(GString *out, const char *legend, guint width)
{
  g_auto(GStrv) marks = g_strsplit(legend, ", ", -1);
  gsize line = out->len + 1;
  g_string_append(out, "\n  ");
  for (char **mark = marks; *mark; mark++) {
    if (mark > marks && out->len - line + strlen(*mark) + strlen(", ,") > width) {
      g_string_append(out, ",\n  ");
      line = out->len - strlen("  ");
    } else if (mark > marks)
      g_string_append(out, ", ");
    g_string_append(out, *mark);
  }
  g_string_append_c(out, '\n');
}

GString *adref_matrix_table_terminal(const AdrefMatrixTable *table, guint width)
{
  GString *out = g_string_new(NULL);
  guint count = table->matrix->parties->len, widest = 0, number = number_width(table);
  g_autofree guint *widths = g_new0(guint, count + 1);
  g_autofree char *legend = adref_matrix_table_legend(table);
  for (guint i = 0; i < count; i++) {
    widths[i] = column_width(table, i);
    widest = MAX(widest, widths[i]);
  }
  guint used = 2 + (number > 0 ? number + GAP : 0) + GAP;
  guint name = name_width(table, width > used + widest ? width - used - widest : 0);
  used += name;
  guint room = even_width(table, widths, width > used ? width - used : 0);
  for (guint from = 0, to; from < count; from = to) {
    to = fitting(table, widths, from, room);
    MatrixColumns columns = {from, to, number, name, widths};
    if (from > 0)
      g_string_append_c(out, '\n');
    put_part(out, table, &columns);
  }
  if (*legend)
    put_legend(out, legend, width);
  return out;
}

/* --- HTML --- */

static const char style[] =
    "body{font:14px/1.4 system-ui,sans-serif;margin:2rem;color:#1b1b1b;background:#fff}"
    "h1{font-size:1.3rem;margin:0}.ph{display:inline-block}p{margin:.3rem 0 "
    "1rem}table{border-collapse:collapse}"
    ".who{padding:0 .2em}th,td{text-align:start;padding:.15rem .5rem;border-bottom:1px solid "
    "#ddd;white-space:nowrap}"
    "thead th{position:sticky;top:0;background:#fff;border-bottom:2px solid #999}"
    "tbody th{position:sticky;inset-inline-start:0;background:#fff}"
    "td.c{text-align:center}td.proposes,td.supports{background:#e6eefb}"
    "td.opposes,td.reserves,td.changed,td.reopened{background:#fbe6e6}td.working{background:#"
    "fdf6cf}"
    "td.agreed{background:#e0f3e4}td.confirmed{background:#bfe8c9;font-weight:600}"
    "@media screen and (prefers-color-scheme:dark){body,thead th,tbody "
    "th{color:#e6e6e6;background:#161616}"
    "th,td{border-color:#444}td.c:not(.none){color:#111}}"
    /* The table scrolls below its title; where there is room its head stays in sight. */
    "@media screen{.scroll{overflow-x:auto}}"
    "@media screen and (min-width:60rem){.scroll{overflow:auto;max-height:calc(100vh - 2rem)}}"
    "@media print{@page{size:A4 landscape;margin:12mm}body{font-size:8pt;margin:0}"
    "tr{break-inside:avoid}}";

static void put_html(GString *page, const char *before, const char *text, const char *after)
{
  g_string_append(page, before);
  adref_markup_escape_string(page, text);
  g_string_append(page, after);
}

/* The class of a cell: what stands against agreement first. */
static const char *class_of(guint cell)
{
  static const struct {
    AdrefMatrixMark mark;
    const char *name;
  } classes[] = {
      {ADREF_MATRIX_CHANGED, "changed"},       {ADREF_MATRIX_OPPOSES, "opposes"},
      {ADREF_MATRIX_RESERVES, "reserves"},     {ADREF_MATRIX_REOPENED, "reopened"},
      {ADREF_MATRIX_PROPOSES, "proposes"},     {ADREF_MATRIX_SUPPORTS, "supports"},
      {ADREF_MATRIX_CONFIRMED, "confirmed"},   {ADREF_MATRIX_AGREED, "agreed"},
      {ADREF_MATRIX_WORKING_GROUP, "working"}, {ADREF_MATRIX_DISASSOCIATED, "disassociated"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(classes); i++)
    if (cell & 1U << classes[i].mark)
      return classes[i].name;
  return "none";
}

static void put_html_row(GString *page, const AdrefMatrixTable *table, const AdrefMatrixRow *row)
{
  g_autofree char *name = adref_redline_row_name(row->clause->clause, table->words);
  g_autofree char *state = adref_progress_clause_words(table->progress, row->clause, table->words);
  g_string_append(page, "<tr><td>");
  adref_html_page_number(page, number_of(row), table->language);
  put_html(page, "</td><th scope=\"row\">", name, "</th>");
  put_html(page, "<td>", state, "</td>");
  for (guint i = 0; i < table->matrix->parties->len; i++) {
    g_autofree char *letters = adref_matrix_cell_letters(row->cells[i]);
    g_autofree char *words = cell_words(table, row->cells[i]);
    g_string_append_printf(page, "<td class=\"c %s\" title=\"", class_of(row->cells[i]));
    adref_markup_escape_string(page, words);
    g_string_append_printf(page, "\">%s</td>", letters);
  }
  g_string_append(page, "</tr>\n");
}

/* The name of a party, and of a group its members, for the head of its column. Caller frees. */
static char *column_title(const AdrefMatrixTable *table, const char *code)
{
  const AdrefParty *party = table->parties ? adref_parties_get(table->parties, code) : NULL;
  if (!party)
    return g_strdup(code);
  g_autofree char *name = adref_party_page_short(party, table->language ? table->language : "en");
  g_autofree char *members = party->members ? g_strjoinv(", ", party->members) : NULL;
  return g_strdup_printf("%s%s%s", name, members ? ": " : "", members ? members : "");
}

GString *adref_matrix_table_html(const AdrefMatrixTable *table)
{
  static const AdrefPageWord heads[] = {
      ADREF_PAGE_WORD_STATUS_NUMBER, ADREF_PAGE_WORD_STATUS_CLAUSE, ADREF_PAGE_WORD_STATUS_STATE};
  GString *page = g_string_new(NULL);
  adref_html_page_begin(page, table->language);
  g_autofree char *legend = adref_matrix_table_legend(table);
  g_autofree char *total = adref_progress_total(table->progress, table->words);
  adref_markup_escape_string(page, table->title);
  g_string_append_printf(page, "</title>\n<style>%s", style);
  adref_html_style_append_parties(page);
  g_string_append(page, "</style>\n</head>\n<body>\n<main>\n");
  g_string_append(page, "<h1>");
  adref_html_page_heading(page, table->title, strlen(table->title), table->language);
  put_html(page, "</h1>\n<p>", total, "");
  if (table->commit) {
    g_autofree char *semicolon = adref_page_words_between(table->words, ADREF_PAGE_WORD_THEN);
    put_html(page, semicolon,
             table->language ? adref_page_words_get(table->words, ADREF_PAGE_WORD_VERSION)
                             : "version",
             " ");
    adref_markup_escape_string(page, table->commit);
  }
  put_html(page, "</p>\n<p>", legend, "</p>\n");
  put_html(page, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"", table->title,
           "\">\n<table>\n<thead><tr>");
  for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
    put_html(page, "<th scope=\"col\">", adref_page_words_get(table->words, heads[i]), "</th>");
  for (guint i = 0; i < table->matrix->parties->len; i++) {
    g_autofree char *title = column_title(table, code_of(table, i));
    put_html(page, "<th scope=\"col\" title=\"", title, "\">");
    adref_html_style_append_codes(page, table->parties, code_of(table, i));
    g_string_append(page, "</th>");
  }
  g_string_append(page, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < table->matrix->rows->len; i++)
    put_html_row(page, table, table->matrix->rows->pdata[i]);
  g_string_append(page, "</tbody>\n</table>\n</div>\n</main>\n</body>\n</html>\n");
  return page;
}

/* --- CSV and JSON --- */

/* A field; a spreadsheet reads no formula in it. */
static void put_field(GString *out, const char *text, gboolean is_first)
{
  if (!is_first)
    g_string_append_c(out, ',');
  gboolean quoted = strpbrk(text, ",\"\r\n") != NULL || strchr("=+-@", *text);
  if (!quoted || !*text) {
    g_string_append(out, text);
    return;
  }
  g_string_append(out, strchr("=+-@", *text) ? "\"'" : "\"");
  for (const char *p = text; *p; p++)
    g_string_append_printf(out, *p == '"' ? "\"\"" : "%c", *p);
  g_string_append_c(out, '"');
}

GString *adref_matrix_table_csv(const AdrefMatrixTable *table)
{
  GString *out = g_string_new("no,clause,state");
  for (guint i = 0; i < table->matrix->parties->len; i++)
    put_field(out, code_of(table, i), FALSE);
  g_string_append(out, "\r\n");
  for (guint i = 0; i < table->matrix->rows->len; i++) {
    const AdrefMatrixRow *row = table->matrix->rows->pdata[i];
    g_autofree char *name = name_of(row);
    g_autofree char *state = adref_progress_clause_words(table->progress, row->clause, NULL);
    put_field(out, number_of(row), TRUE);
    put_field(out, name, FALSE);
    put_field(out, state, FALSE);
    for (guint j = 0; j < table->matrix->parties->len; j++) {
      g_autofree char *words = adref_matrix_cell_words(row->cells[j]);
      put_field(out, words, FALSE);
    }
    g_string_append(out, "\r\n");
  }
  return out;
}

static json_t *row_json(const AdrefMatrixTable *table, const AdrefMatrixRow *row)
{
  const AdrefClause *facts = row->clause->clause->as.clause;
  json_t *positions = json_object();
  for (guint i = 0; i < table->matrix->parties->len; i++) {
    json_t *said = json_array();
    for (guint mark = 0; mark < ADREF_MATRIX_MARKS; mark++)
      if (row->cells[i] & 1U << mark)
        json_array_append_new(said, json_string(adref_matrix_mark_word((AdrefMatrixMark)mark)));
    if (json_array_size(said) > 0)
      json_object_set_new(positions, code_of(table, i), said);
    else
      json_decref(said);
  }
  return json_pack("{s:s?, s:s?, s:s, s:o}", "id", facts->id, "number", facts->number, "state",
                   adref_clause_state_word(row->clause->state), "positions", positions);
}

GString *adref_matrix_table_json(const AdrefMatrixTable *table)
{
  json_t *clauses = json_array();
  for (guint i = 0; i < table->matrix->rows->len; i++)
    json_array_append_new(clauses, row_json(table, table->matrix->rows->pdata[i]));
  return adref_json_text(json_pack("{s:s, s:s?, s:o, s:o}", "id", table->id, "version",
                                   table->commit, "parties",
                                   adref_json_strings(table->matrix->parties), "clauses", clauses));
}
