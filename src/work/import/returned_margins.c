#include "work/import/returned_margins.h"

/* "Version 64f4b5e1 · Content 4ff2632856a7" as print/header_footer.c writes it; of a redline
 * "64f4b5e1 → rev2". */
static GRegex *facts_pattern(const char *base)
{
  g_autofree char *name = g_regex_escape_string(base ? base : "-", -1);
  g_autofree char *pattern =
      g_strdup_printf("(^| \302\267 )(Version ([0-9a-f]{7,40}|%s)( \342\206\222 [\\w.~^-]{1,40})?"
                      "|Content [0-9a-f]{12}(, [0-9a-f]{12})?)(?= |$)",
                      name);
  return g_regex_new(pattern, 0, 0, NULL);
}

/* Of char *: the lines without the ids, "" where nothing else stood. Caller unrefs. */
static GPtrArray *without_facts(const GPtrArray *lines, const GRegex *pattern)
{
  GPtrArray *plain = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < lines->len; i++) {
    char *line = g_regex_replace_literal(pattern, lines->pdata[i], -1, 0, "", 0, NULL);
    g_ptr_array_add(plain, line ? g_strstrip(line) : g_strdup(lines->pdata[i]));
  }
  return plain;
}

/* Says the lines that are not among `others`; how many. */
static guint list_lines(AdrefWordReport *report, const GPtrArray *lines, const GPtrArray *others,
                        const char *what)
{
  guint count = 0;
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < others->len; i++)
    g_hash_table_add(known, others->pdata[i]);
  for (guint i = 0; i < lines->len; i++) {
    const char *line = lines->pdata[i];
    if (!*line || !g_hash_table_add(known, lines->pdata[i]))
      continue;
    adref_word_report_leave_out(report, what, line);
    count++;
  }
  return count;
}

void adref_returned_margins_compare(AdrefWordReport *report, const GPtrArray *now,
                                    const GPtrArray *sent, const char *base)
{
  g_autoptr(GRegex) pattern = facts_pattern(base);
  g_autoptr(GPtrArray) lines = without_facts(now, pattern), before = without_facts(sent, pattern);
  if (list_lines(report, lines, before, "line of a header or footer") == 0)
    list_lines(report, before, lines, "line of a header or footer that is gone");
}
