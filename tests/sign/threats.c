#include <string.h>

#include "sign/cases.h"

enum {
  MAX_ROWS = 99 /* of the threat model */
};

static char *read_all(const char *path)
{
  g_autofree char *text = NULL;
  ck_assert_msg(g_file_get_contents(path, &text, NULL, NULL), "%s cannot be read", path);
  return g_steal_pointer(&text);
}

/* The cells of a row of a table, without spaces at their ends; NULL for another line. */
static char **cells_of(const char *line)
{
  if (!g_str_has_prefix(line, "| "))
    return NULL;
  char **cells = g_strsplit(line + 2, " |", -1);
  for (char **cell = cells; *cell; cell++)
    g_strstrip(*cell);
  return cells;
}

/* The cases of a row, "a; b", stand in its file. */
static void must_have_cases(const char *row, const char *path, const char *names)
{
  g_autofree char *file = read_all(path);
  g_auto(GStrv) cases = g_strsplit(names, "; ", -1);
  for (char **name = cases; *name; name++)
    ck_assert_msg(strstr(file, *name) != NULL, "row %s: %s has no case \"%s\"", row, path, *name);
}

/* Every case that the threat model names exists, and every row has one. */
START_TEST(each_row_of_the_threat_model_has_its_case)
{
  g_autofree char *paper = read_all("src/sign/THREATS.md");
  const char *table = strstr(paper, "\n## The case of each row\n");
  ck_assert_ptr_nonnull(table);
  g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
  gboolean has_case[MAX_ROWS + 1] = {FALSE};
  guint rows = 0;
  for (char **line = lines; *line; line++) {
    g_auto(GStrv) cells = cells_of(*line);
    guint row = cells ? (guint)g_ascii_strtoull(cells[0], NULL, 10) : 0;
    if (row == 0)
      continue;
    ck_assert_uint_le(row, MAX_ROWS);
    rows = MAX(rows, row);
    must_have_cases(cells[0], cells[1], cells[2]);
    has_case[row] = TRUE;
  }
  for (guint row = 1; row <= rows; row++) {
    g_autofree char *begin = g_strdup_printf("\n| %u | ", row);
    ck_assert_msg(has_case[row] && strstr(paper, begin) < table, "row %u", row);
  }
  g_autofree char *after = g_strdup_printf("\n| %u | ", rows + 1);
  ck_assert_ptr_null(strstr(paper, after));
}
END_TEST

/* The same of the table of what each hash and signature covers. */
START_TEST(each_row_of_the_table_of_hashes_has_its_case)
{
  g_autofree char *paper = read_all("src/sign/README.md");
  const char *table = strstr(paper, "\n| of | covers |"), *names = strstr(paper, "\n| of | file |");
  ck_assert(table && names && table < names);
  g_autofree char *rows = g_strndup(table, (gsize)(names - table));
  g_auto(GStrv) lines = g_strsplit(rows, "\n", -1);
  guint count = 0;
  for (char **line = lines; *line; line++) {
    g_auto(GStrv) row = cells_of(*line);
    if (!row || strcmp(row[0], "of") == 0)
      continue;
    g_autofree char *begin = g_strdup_printf("\n| %s | ", row[0]);
    const char *found = strstr(names, begin);
    ck_assert_msg(found != NULL, "row %s has no case", row[0]);
    g_autofree char *one = g_strndup(found + 1, strcspn(found + 1, "\n"));
    g_auto(GStrv) cells = cells_of(one);
    must_have_cases(cells[0], cells[1], cells[2]);
    count++;
  }
  ck_assert_uint_eq(count, 10);
}
END_TEST

/* The matrix does not shrink. What is hidden in a text is in tests/clause: hidden.c and
 * suspected_position.c. */
START_TEST(the_tamper_matrix_has_so_many_cheats)
{
  guint signatures = tamper_cheats(NULL), packages = package_cheats("");
  guint facts = tamper_cheats("facts") + package_cheats("FACTS") + package_cheats("former/FACTS");
  guint languages =
      tamper_cheats("texts") + package_cheats("texts/ja") + package_cheats("former/ja");
  ck_assert_uint_ge(signatures, 90);
  ck_assert_uint_ge(packages, 50);
  ck_assert_uint_ge(page_list_cheats(), 20);
  ck_assert_uint_ge(adoption_cheats(), 50);
  ck_assert_uint_ge(facts, 8);
  ck_assert_uint_ge(languages, 8);
  ck_assert_uint_ge(signatures + packages + page_list_cheats() + adoption_cheats(), 220);
}
END_TEST

TCase *tcase_threats(void)
{
  TCase *tcase = tcase_create("threats");
  tcase_add_test(tcase, each_row_of_the_threat_model_has_its_case);
  tcase_add_test(tcase, each_row_of_the_table_of_hashes_has_its_case);
  tcase_add_test(tcase, the_tamper_matrix_has_so_many_cheats);
  return tcase;
}
