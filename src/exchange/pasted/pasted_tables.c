#include "exchange/pasted/pasted_tables.h"

#include <string.h>

#include "base/byte_scan.h"
#include "base/error.h"
#include "exchange/pasted/plain_columns.h"
#include "exchange/pasted/plain_grid.h"
#include "exchange/pasted/plain_tabs.h"

enum {
  CODE = 4 /* spaces at the start of a line that may be code */
};

typedef struct {
  GString *out;
  GArray *lines; /* of guint: by line of `out` */
  GPtrArray *problems;
  guint tables;
} PastedTables;

static void add_line(PastedTables *self, const char *words, guint line)
{
  g_string_append(self->out, words);
  g_string_append_c(self->out, '\n');
  g_array_append_val(self->lines, line);
}

static gboolean is_empty(const char *line)
{
  return !line || !line[strspn(line, " \t\r")];
}

/* How many lines a table has that begins here; *has_rule: of them, one has dashes below the head.
 */
static guint read_table(char **lines, GPtrArray *rows, const char **kind, gboolean *has_rule)
{
  guint n = 0;
  *has_rule = TRUE;
  *kind = "is drawn with signs";
  if (strspn(lines[0], " ") < CODE && *lines[0])
    n = adref_plain_grid_read(lines, rows);
  if (n > 0)
    return n;
  g_ptr_array_set_size(rows, 0);
  *kind = "has tabs between its cells";
  n = adref_plain_tabs_read(lines, rows);
  *has_rule = FALSE;
  if (n > 0)
    return n;
  g_ptr_array_set_size(rows, 0);
  *kind = "has columns below each other";
  if (strspn(lines[0], " ") < CODE && !strchr(lines[0], '|'))
    n = adref_plain_columns_read(lines, rows, has_rule);
  return *has_rule ? n : 0;
}

/* The line of the text that a row is from. A drawn table has lines between its rows. */
static guint line_of_row(guint first, guint row, guint n, gboolean has_rule)
{
  guint line = first + (has_rule || row == 0 ? row : row - 1);
  return MIN(line, first + n - 1);
}

/* Writes the table that begins at `at`; returns how many lines it has, 0: none begins there. */
static guint add_table(PastedTables *self, char **lines, guint at)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
  const char *kind;
  gboolean has_rule;
  guint n = read_table(lines + at, rows, &kind, &has_rule);
  if (n == 0)
    return 0;
  if (at > 0 && !is_empty(lines[at - 1]))
    add_line(self, "", at + 1);
  for (guint i = 0; i < rows->len; i++)
    add_line(self, rows->pdata[i], line_of_row(at + 1, i, n, has_rule));
  if (!is_empty(lines[at + n]))
    add_line(self, "", at + n);
  adref_problem(
      self->problems, at + 1, 1,
      "what %s is read as a table of %u rows; if it is none, put an empty line between its "
      "lines",
      kind, rows->len - 1);
  adref_problems_set_rule(self->problems, "table");
  self->tables++;
  return n;
}

/* Whether the line begins or ends a fence of code. */
static gboolean is_fence(const char *line)
{
  line += strspn(line, " ");
  return g_str_has_prefix(line, "```") || g_str_has_prefix(line, "~~~");
}

/* The line behind the front matter; 0: the text has none. */
static guint end_of_front(char **lines)
{
  if (!lines[0] || strncmp(lines[0], "---", 3) != 0 || !is_empty(lines[0] + 3))
    return 0;
  for (guint i = 1; lines[i]; i++)
    if (strncmp(lines[i], "---", 3) == 0 && is_empty(lines[i] + 3))
      return i + 1;
  return 0;
}

/* Whether a line is one of those that are drawn in a table: dashes with "+" or spaces between them.
 */
static gboolean is_drawn(const char *line, gsize length)
{
  gboolean divided = FALSE;
  for (gsize i = 0; i < length; i++) {
    if (!strchr("+-= \r", line[i]))
      return FALSE;
    divided =
        divided || line[i] == '+' ||
        (line[i] == ' ' && i > 0 && i + 1 < length && line[i - 1] == '-' && line[i + 1] != ' ');
  }
  return divided;
}

/* Whether a table may be in the text: most texts have no tab and no such line. Each line is looked
 * at once. */
static gboolean may_have_table(const char *text, gsize length)
{
  const char *end = text + length, *at = text, *line = text;
  if (memchr(text, '\t', length))
    return TRUE;
  while (at && (at = adref_byte_scan_pair(at, end, "--"))) {
    const char *begin = memrchr(line, '\n', (gsize)(at - line));
    const char *close = memchr(at, '\n', (gsize)(end - at));
    begin = begin ? begin + 1 : line;
    if (is_drawn(begin, (gsize)((close ? close : end) - begin)))
      return TRUE;
    at = line = close;
  }
  return FALSE;
}

GString *adref_pasted_tables_write(const char *text, gsize length, GArray *lines,
                                   GPtrArray *problems)
{
  if (!may_have_table(text, length))
    return NULL;
  g_autofree char *source = g_strndup(text, length);
  g_auto(GStrv) all = g_strsplit(source, "\n", -1);
  PastedTables self = {g_string_sized_new(length), lines, problems, 0};
  gboolean in_fence = FALSE;
  guint begin = end_of_front(all);
  for (guint i = 0; all[i]; i++) {
    in_fence ^= is_fence(all[i]);
    guint n = i < begin || in_fence ? 0 : add_table(&self, all, i);
    if (n == 0)
      add_line(&self, all[i], i + 1);
    else
      i += n - 1;
  }
  g_string_truncate(self.out, self.out->len - 1); /* no line end behind the last line */
  if (self.tables > 0)
    return self.out;
  g_string_free(self.out, TRUE);
  g_array_set_size(lines, 0);
  return NULL;
}
