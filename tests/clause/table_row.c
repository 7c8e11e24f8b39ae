#include "clause/markdown/table_row.h"

#include <string.h>

#include "clause/cases.h"
#include "clause/markdown/table_read.h"

/* All texts of up to MOST parts are read, and compared with what patterns say. */
enum {
  MOST = 6
};

static void each_text(const char *const *parts, void (*check)(const char *text))
{
  guint count = g_strv_length((char **)(guintptr)parts), all = 1;
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint length = 0; length <= MOST; length++, all *= count)
    for (guint i = 0; i < all; i++) {
      g_string_truncate(text, 0);
      for (guint rest = i, n = 0; n < length; n++, rest /= count)
        g_string_append(text, parts[rest % count]);
      check(text->str);
    }
}

/* Cells, each followed by a newline: a "|" that separates is made a newline by another way. */
static char *cells_by_pattern(const char *line)
{
  static GRegex *edges, *bars, *spaces;
  if (!edges) {
    edges = g_regex_new("\\A[ \t]*+\\|?+|[ \t]+\\z", 0, 0, NULL);
    bars = g_regex_new("(?<!\\\\)\\||\\A\\|", 0, 0, NULL);
    spaces = g_regex_new("[ \t]*\n[ \t]*", 0, 0, NULL);
  }
  g_autofree char *inner = g_regex_replace_literal(edges, line, -1, 0, "", 0, NULL);
  g_autofree char *split = g_regex_replace_literal(bars, inner, -1, 0, "\n", 0, NULL);
  gsize length = strlen(split);
  g_autofree char *ended =
      length > 0 && split[length - 1] != '\n' ? g_strconcat(split, "\n", NULL) : g_strdup(split);
  g_autofree char *trimmed = g_regex_replace_literal(spaces, ended, -1, 0, "\n", 0, NULL);
  return g_strdup(trimmed + (*trimmed == '\n' ? 0 : strspn(trimmed, " \t")));
}

static void check_row(const char *text)
{
  gsize length = strlen(text);
  g_autofree char *line = g_memdup2(text, MAX(length, 1)); /* without a NUL */
  g_autofree char *expected = cells_by_pattern(text);
  g_autoptr(GString) cells = g_string_new(NULL);
  guint count = 0, columns;
  gboolean delimiter = TRUE;
  AdrefTableRow row = adref_table_row(line, length);
  for (AdrefRowCell cell; adref_table_row_next(&row, &cell); count++) {
    g_autofree char *words = g_strndup(cell.text, cell.length);
    g_string_append_printf(cells, "%s\n", words);
    ck_assert_msg(cell.escaped == (strstr(words, "\\|") != NULL), "\"%s\"", text);
    delimiter = delimiter && g_regex_match_simple("\\A:?-+:?\\z", words, 0, 0);
  }
  ck_assert_msg(strcmp(cells->str, expected) == 0, "\"%s\": %s", text, cells->str);
  ck_assert_uint_eq(adref_table_row_count(line, length), count);
  ck_assert_msg(adref_table_row_has_bar(line, length) ==
                    (count > 0 && g_regex_match_simple("(?<!\\\\)\\|", text, 0, 0)),
                "\"%s\"", text);
  ck_assert_msg(adref_table_row_is_delimiter(line, length, &columns) == (delimiter && count > 0),
                "\"%s\"", text);
  if (!delimiter || count == 0)
    return;
  ck_assert_uint_eq(columns, count);
  g_autofree char *alignments = adref_table_row_alignments(line, length);
  g_auto(GStrv) words = g_strsplit(cells->str, "\n", -1);
  ck_assert_uint_eq(strlen(alignments), count);
  for (guint i = 0; i < count; i++) {
    gboolean left = g_str_has_prefix(words[i], ":"), right = g_str_has_suffix(words[i], ":");
    ck_assert_int_eq(alignments[i], "-lrc"[left + 2 * right]);
  }
}

START_TEST(reads_rows)
{
  static const char *const words[] = {"|", "\\", " ", "a", "\t", NULL};
  static const char *const delimiters[] = {"|", ":", "-", " ", NULL};
  each_text(words, check_row);
  each_text(delimiters, check_row);
}
END_TEST

static void check_flattened(const char *text)
{
  static GRegex *pattern;
  if (!pattern)
    pattern = g_regex_new("\\| *:?-{3,}:? *(?<=[ :-])\\|"
                          "|(?<![^ |]):?-{3,}:? *\\| *:?-{3,}:?(?![^ |])",
                          0, 0, NULL);
  g_autoptr(AdrefNode) paragraph = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(paragraph, adref_node_new_text(ADREF_TEXT, text, (gssize)strlen(text)));
  ck_assert_msg(adref_table_is_flattened(paragraph) == g_regex_match(pattern, text, 0, NULL),
                "\"%s\"", text);
}

/* A line such as "a | b --- | --- c | d" was a table. */
START_TEST(knows_tables_in_one_line)
{
  static const char *const parts[] = {"|", "---", "-", ":", " ", "a", NULL};
  each_text(parts, check_flattened);
}
END_TEST

TCase *tcase_table_row(void)
{
  TCase *tcase = tcase_create("table_row");
  tcase_add_test(tcase, reads_rows);
  tcase_add_test(tcase, knows_tables_in_one_line);
  return tcase;
}
