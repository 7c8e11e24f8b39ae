/* Tables beside cmark-gfm, the program that GitHub's specification comes with: generated tables
 * have the same cells, alignments and inlines in both HTML pages. */
#include <string.h>
#include <unistd.h>

#include "generate.h"
#include "view/cases.h"
#include "view/html/html.h"

static const char *const cells[] = {
    "Japan",
    "",
    "shall",
    "5,000",
    "*so*",
    "**1,000** yen",
    "`a b`",
    "a\\|b",
    "`x\\|y`",
    "*x",
    "y*",
    "`x",
    "x\\",
    "\\\\\\|",
    "&amp; <",
    "日本",
    "ประเทศไทย",
    "é",
    "[a](https://b.org/\\|c)",
    "<b>",
    "# 1. #",
    "- 1",
    "> a",
    "\\*x\\*",

    "_x_ __y__",
    "<https://a.org>",
    "a & b",
    "1)",
    "&#124;",
    "*a `b* c`",
};

static const char *draw(Generator *generator, const char *const *from, gsize count)
{
  return from[generate_number(generator, (guint)count)];
}

static void add_row(Generator *generator, GString *text, guint columns, gboolean is_head)
{
  guint count = is_head || generate_number(generator, 6) > 0
                    ? columns
                    : 1 + generate_number(generator, columns);
  gboolean first = count == 1 || generate_number(generator, 2) > 0;
  g_string_append(text, first ? "| " : "w ");
  for (guint i = 0; i < count; i++) {
    g_string_append(text, i > 0 ? " | " : "");
    g_string_append(text, draw(generator, cells, G_N_ELEMENTS(cells)));
  }
  g_string_append(text, first || generate_number(generator, 2) > 0 ? " |" : " w");
}

/* A table that both programs know, in a quote or an item at times. */
static char *draw_table(Generator *generator)
{
  static const char *const marks[] = {"---", ":--", "--:", ":-:", "-"};
  static const char *const firsts[] = {"", "", "> ", "- ", "1. "};
  static const char *const rests[] = {"", "", "> ", "  ", "   "};
  guint columns = 1 + generate_number(generator, 5), place = generate_number(generator, 5);
  g_autoptr(GString) text = g_string_new(NULL);
  add_row(generator, text, columns, TRUE);
  g_string_append(text, "\n|");
  for (guint i = 0; i < columns; i++)
    g_string_append_printf(text, " %s |", draw(generator, marks, G_N_ELEMENTS(marks)));
  for (guint rows = generate_number(generator, 5); rows > 0; rows--) {
    g_string_append_c(text, '\n');
    add_row(generator, text, columns, FALSE);
  }
  g_auto(GStrv) lines = g_strsplit(text->str, "\n", -1);
  g_string_assign(text, "");
  for (guint i = 0; lines[i]; i++)
    g_string_append_printf(text, "%s%s\n", i == 0 ? firsts[place] : rests[place], lines[i]);
  return g_strdup(text->str);
}

/* The tables of a page without white space between tags, and with the tags of cmark-gfm. */
static char *tables_of(const char *page)
{
  static const struct {
    const char *from, *to;
  } same[] = {{" scope=\"col\"", ""},
              {" class=\"al\"", " align=\"left\""},
              {" class=\"ac\"", " align=\"center\""},
              {" class=\"ar\"", " align=\"right\""},
              {" rel=\"noreferrer\"", ""},
              {"<span class=\"nb\">", ""}, /* "5 years": a line does not end inside */
              {"</span>", ""},
              {">\n", ">"},
              {"<!-- raw HTML omitted -->", "&lt;b&gt;"}};
  g_autoptr(GString) tables = g_string_new(NULL);
  for (const char *at = page; (at = strstr(at, "<table>"));) {
    const char *end = strstr(at, "</table>");
    ck_assert_ptr_nonnull(end);
    g_string_append_len(tables, at, end - at);
    at = end;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(same); i++)
    g_string_replace(tables, same[i].from, same[i].to, 0);
  return g_strdup(tables->str);
}

static char *html_of_witness(const char *file)
{
  const char *argv[] = {"cmark-gfm", "-e", "table", file, NULL};
  char *page = NULL;
  int status = 0;
  ck_assert(g_spawn_sync(NULL, (char **)(guintptr)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                         &page, NULL, &status, NULL));
  ck_assert_int_eq(status, 0);
  return page;
}

static char *html_of(const char *text)
{
  g_autoptr(AdrefNode) document = read_tree(text);
  AdrefViewOptions options = {.view = ADREF_VIEW_PUBLIC};
  g_autoptr(GString) page = adref_html_write(document, &options);
  return g_strdup(page->str);
}

START_TEST(tables_are_those_of_cmark_gfm)
{
  enum {
    TABLES = 1000
  };
  Generator generator = {7};
  g_autoptr(GString) all = g_string_new(NULL);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  for (guint n = 0; n < TABLES; n++) {
    char *text = draw_table(&generator);
    g_ptr_array_add(texts, text);
    g_string_append_printf(all, "%s\nx\n\n", text);
  }
  g_autofree char *file = NULL;
  int descriptor = g_file_open_tmp("tables-XXXXXX", &file, NULL);
  ck_assert_int_ge(descriptor, 0);
  ck_assert(g_file_set_contents(file, all->str, (gssize)all->len, NULL));
  g_autofree char *theirs = html_of_witness(file), *ours = html_of(all->str);
  g_autofree char *their_tables = tables_of(theirs), *our_tables = tables_of(ours);
  g_auto(GStrv) expected = g_strsplit(their_tables, "<table>", -1);
  g_auto(GStrv) found = g_strsplit(our_tables, "<table>", -1);
  for (guint i = 0; expected[i] && found[i]; i++)
    ck_assert_msg(strcmp(expected[i], found[i]) == 0, "%s\n--- cmark-gfm\n%s\n--- adref\n%s\n---",
                  i > 0 && i <= texts->len ? (char *)texts->pdata[i - 1] : "", expected[i],
                  found[i]);
  ck_assert_uint_eq(g_strv_length(found), TABLES + 1);
  ck_assert_uint_eq(g_strv_length(expected), TABLES + 1);
  close(descriptor);
  unlink(file);
}
END_TEST

TCase *tcase_table_witness(void)
{
  TCase *tcase = tcase_create("table_witness");
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, tables_are_those_of_cmark_gfm);
  return tcase;
}
