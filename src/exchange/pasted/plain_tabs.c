#include "exchange/pasted/plain_tabs.h"

#include <string.h>

#include "clause/labels/item_label.h"
#include "clause/markdown/table_row.h"
#include "exchange/paragraphs/opening_words.h"

enum {
  MOST_COLUMNS = 100,
  DECIDING = 100 /* lines that tell whether they are a table, so that each line is read at most so
                    often, however many have tabs and are none */
};

static guint count_tabs(const char *line)
{
  guint tabs = 0;
  for (; (line = strchr(line, '\t')); line++)
    tabs++;
  return tabs;
}

static gsize length_of_cell(const char *cell)
{
  return strcspn(cell, "\t\r");
}

/* Whether a cell is what stands before an item: "1.", "(a)", "•", "Article 5". */
static gboolean is_mark(const char *cell)
{
  gsize length = length_of_cell(cell);
  g_autofree char *words = g_strndup(cell, length), *item = g_strconcat(words, " X", NULL);
  if (length == 1 && strchr("-*+", *cell))
    return TRUE;
  gboolean figures = strspn(words, "0123456789") == length;
  return length > 0 && !figures &&
         (adref_opening_number_length(item) == length + 1 ||
          adref_item_mark_read(item, strlen(item)).length == length);
}

/* Whether a cell is a line to write on, "_____" or ".....". */
static gboolean is_line(const char *cell)
{
  enum {
    SHORTEST = 3
  };
  gsize signs = strspn(cell, "_.\342\200\246");
  return signs >= SHORTEST && signs == length_of_cell(cell);
}

static gboolean has_line(const char *line)
{
  const char *tab = NULL;
  for (const char *cell = line; cell; cell = tab ? tab + 1 : NULL) {
    if (is_line(cell))
      return TRUE;
    tab = strchr(cell, '\t');
  }
  return FALSE;
}

/* Whether two cells are an item, "1." and its words, or a fact, "Date:" and the day. */
static gboolean is_item(const char *line)
{
  gsize length = length_of_cell(line);
  return is_mark(line) || (length > 0 && line[length - 1] == ':');
}

/* How many lines from the first have cells. */
static guint count_rows(char *const *lines, guint tabs)
{
  guint n = 0, whole = 0;
  gboolean is_indented = TRUE;
  for (; lines[n] && *lines[n] != ' ' && *lines[n] != '<'; n++) {
    guint own = count_tabs(lines[n]);
    if (own == 0 || own > tabs)
      break;
    if (n == DECIDING && (whole < 2 || is_indented))
      return 0;
    if (n < DECIDING && (has_line(lines[n]) || (tabs == 1 && is_item(lines[n]))))
      return 0;
    whole += own == tabs ? 1 : 0;
    is_indented = is_indented && *lines[n] == '\t';
  }
  return whole < 2 || is_indented ? 0 : n;
}

static char *row_of(const char *line, guint columns)
{
  GString *row = g_string_new("|");
  for (guint i = 0; i < columns; i++) {
    gsize length = line ? length_of_cell(line) : 0;
    g_autofree char *cell = g_strstrip(g_strndup(line ? line : "", length));
    g_string_append_c(row, ' ');
    for (const char *at = cell; *at; at++) {
      if (*at == '|' && !(at > cell && at[-1] == '\\'))
        g_string_append_c(row, '\\');
      g_string_append_c(row, *at);
    }
    g_string_append(row, *cell ? " |" : "|");
    line = line && line[length] == '\t' ? line + length + 1 : NULL;
  }
  return g_string_free(row, FALSE);
}

guint adref_plain_tabs_read(char *const *lines, GPtrArray *rows)
{
  guint tabs = lines[0] ? count_tabs(lines[0]) : 0;
  guint n = tabs > 0 && tabs < MOST_COLUMNS ? count_rows(lines, tabs) : 0;
  for (guint i = 0; i < n; i++) {
    g_ptr_array_add(rows, row_of(lines[i], tabs + 1));
    if (i == 0)
      g_ptr_array_add(rows, adref_table_row_new_delimiter(tabs + 1));
  }
  return n;
}
