#include "view/terminal/terminal_columns.h"

#include <string.h>

#include "view/terminal_cells.h"

guint adref_terminal_columns_width(guint window, guint n)
{
  guint gaps = (n - 1) * ADREF_TERMINAL_COLUMNS_GAP;
  return window > gaps ? (window - gaps) / n : 1;
}

/* A colour sequence is ESC [ ... m. */
guint adref_terminal_columns_of_line(const char *line, gsize length)
{
  guint cells = 0;
  for (const char *at = line, *end = line + length; at < end;) {
    gsize plain = strcspn(at, "\033");
    plain = MIN(plain, (gsize)(end - at));
    cells += adref_terminal_cells_of(at, plain);
    at += plain;
    if (at < end)
      at += strcspn(at, "m") + 1;
  }
  return cells;
}

static void put_line(GString *out, const char *line, gsize length, guint width, gboolean is_last)
{
  g_string_append_len(out, line, (gssize)length);
  guint cells = adref_terminal_columns_of_line(line, length);
  for (guint i = cells; !is_last && i < width; i++)
    g_string_append_c(out, ' ');
}

static void trim_line(GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate(out, out->len - 1);
  g_string_append_c(out, '\n');
}

void adref_terminal_columns_put(GString *out, const GString *const *texts, guint n, guint width)
{
  g_autofree const char **at = g_new0(const char *, n);
  gboolean more = FALSE;
  for (guint i = 0; i < n; i++) {
    at[i] = texts[i]->str;
    more = more || *at[i];
  }
  while (more) {
    more = FALSE;
    for (guint i = 0; i < n; i++) {
      gsize length = strcspn(at[i], "\n");
      g_string_append(out, i > 0 ? " \342\224\202 " : "");
      put_line(out, at[i], length, width, i + 1 == n);
      at[i] += length + (at[i][length] == '\n');
      more = more || *at[i];
    }
    trim_line(out);
  }
}
