#include "view/proposal_columns.h"

#include "cases.h"
#include "parties.h"
#include "pdf_standard.h"

/* The words of some clauses, of both texts of a redline. */
static void append_words(GString *dump, const GPtrArray *clauses)
{
  for (guint i = 0; i < clauses->len; i++) {
    g_autofree char *words = adref_node_words(clauses->pdata[i]);
    g_string_append_printf(dump, "%s%s", i > 0 ? " + " : "", words);
  }
}

/* A row a line: "1. a: base | JPN's words | = | "; "=" is unchanged, with its remark. */
static char *dump_rows(const char *text, const GPtrArray *parties)
{
  g_autoptr(GHashTable) known = example_parties();
  AdrefMarkdownReadOptions how = {.parties = known};
  g_autoptr(AdrefNode) document = adref_markdown_read(text, strlen(text), &how, NULL, NULL);
  g_autoptr(AdrefProposalColumns) columns =
      adref_proposal_columns_new(document, parties, "en", NULL);
  GString *dump = g_string_new(NULL);
  for (guint r = 0; r < columns->rows->len; r++) {
    const AdrefProposalRow *row = columns->rows->pdata[r];
    g_string_append_printf(dump, "%s%s%s%s:", row->is_across ? "# " : "",
                           row->number ? row->number : "", row->number && row->id ? " " : "",
                           row->id ? row->id : "");
    append_words(dump, row->base);
    for (guint i = 0; i < columns->parties->len && !row->is_across; i++) {
      g_string_append_printf(dump, " | %s ", (const char *)columns->parties->pdata[i]);
      if (row->cells[i])
        append_words(dump, row->cells[i]);
      else
        g_string_append_printf(dump, "=%s",
                               row->remarks[i] ? adref_page_words_get(NULL, *row->remarks[i]) : "");
    }
    g_string_append_c(dump, '\n');
  }
  return g_string_free(dump, FALSE);
}

static const struct {
  const char *text, *rows;
} cases_of_rows[] = {
    {"# Plan\n\n<!-- op a -->\nWe [will / shall - JPN] act.\n", "# :Plan\na:We will act. | JPN We "
                                                                "willshall act.\n"},
    {"<!-- op a -->\nOne.\n\n<!-- op b -->\n[Two. - VNM]\n\n<!-- op c -->\n[Three. - JPN delete]\n",
     "1. a:One. | JPN = | VNM =\n2. b: | JPN = | VNM Two.\n3. c:Three. | JPN Three. | VNM =\n"},
    {"## [Old / New - JPN]\n\nWe act [at once - VNM reserve; THA retain; EU delete].\n",
     ":Old | JPN Old + New | VNM = | THA = | EU =\n"
     ":We act at once. | JPN = | VNM =reserve | THA =retain | EU We act at once.\n"},
    {"<!-- op a -->\n[One.\n\n<!-- op b -->\nTwo. - JPN delete]\n\n<!-- op c -->\nThree.\n",
     "1. a:One. + Two. | JPN One. + Two.\n3. c:Three. | JPN =\n"},
    {"<!-- op a -->\nOne.\n\n<!-- op b alt=a -->\n[Another. - JPN]\n",
     "a:One. | JPN OneAnother.\n"},
    {"One.\n\n<!-- note JPN: moves this -->\n\n<!-- op a -->\n[Two. - JPN]\n",
     ":One. | JPN =\n# :\na: | JPN Two.\n"},
    {"<!-- op a -->\nWe [act] [wait].\n", "a:We act wait. | JPN =\n"},
};

START_TEST(each_clause_is_a_row)
{
  g_autoptr(GPtrArray) parties = g_ptr_array_new();
  g_ptr_array_add(parties, (gpointer)(guintptr) "JPN");
  g_autofree char *rows = dump_rows(cases_of_rows[_i].text, parties);
  ck_assert_str_eq(rows, cases_of_rows[_i].rows);
}
END_TEST

/* A compilation of some parties, each of which changes every second paragraph. */
static char *compilation_of(const char *const *codes, guint count, guint paragraphs)
{
  GString *text = g_string_new("# Plan\n\n");
  for (guint i = 0; i < paragraphs; i++) {
    g_string_append_printf(text, "<!-- op p%u -->\nWe will meet in Tokyo, ", i);
    for (guint c = i % 2; c < count; c += 2)
      g_string_append_printf(text, "[, as word%u says - %s] ", c, codes[c]);
    g_string_append(text, "and report twice in each year.\n\n");
  }
  return g_string_free(text, FALSE);
}

static const char *const five[] = {"JPN", "VNM", "THA", "CHN", "MYS"};

static GString *write_pdf(const char *text, const char *language)
{
  AdrefMarkdownReadOptions how = {.parties = NULL};
  g_autoptr(AdrefNode) document = adref_markdown_read(text, strlen(text), &how, NULL, NULL);
  g_autoptr(GPtrArray) parties = g_ptr_array_new();
  g_autoptr(AdrefProposalColumns) columns =
      adref_proposal_columns_new(document, parties, language, NULL);
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .language = language};
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4};
  AdrefSourceText source_text = {.name = "compilation"};
  GError *error = NULL;
  GString *pdf = adref_pdf_proposals_write(columns, &options, &page_options, &source_text, &error);
  ck_assert_no_error(error);
  return pdf;
}

/* The same bytes each time, and a file that readers for the blind understand: five parties on two
 * sets of pages, also in Arabic. */
START_TEST(pages_have_columns)
{
  g_autofree char *text = compilation_of(five, G_N_ELEMENTS(five), 40);
  g_autoptr(GString) pdf = write_pdf(text, _i == 0 ? "en" : "ar"),
                     again = write_pdf(text, _i == 0 ? "en" : "ar");
  ck_assert(g_string_equal(pdf, again));
  check_standard(pdf, "columns");
}
END_TEST

/* A column for each of 60 parties; one more is refused. */
START_TEST(parties_are_limited)
{
  g_autoptr(GString) text = g_string_new("We act[, x - A0");
  for (guint i = 1; i <= ADREF_PROPOSAL_COLUMNS_MAX; i++)
    g_string_append_printf(text, ", A%u", i);
  g_string_append(text, "].\n");
  g_autoptr(AdrefNode) document = read_tree(text->str);
  g_autoptr(GPtrArray) parties = g_ptr_array_new();
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(adref_proposal_columns_new(document, parties, "en", &error));
  ck_assert_str_eq(
      error->message,
      "the text has proposals of 61 parties; allowed are 60 in columns, and any number "
      "with --layout inline or by-paragraph");
  g_string_truncate(text, text->len - strlen(", A60].\n"));
  g_string_append(text, "].\n");
  g_autoptr(AdrefNode) fewer = read_tree(text->str);
  g_autoptr(AdrefProposalColumns) columns = adref_proposal_columns_new(fewer, parties, "en", NULL);
  ck_assert_uint_eq(columns->parties->len, ADREF_PROPOSAL_COLUMNS_MAX);
}
END_TEST

TCase *tcase_proposal_columns(void)
{
  TCase *tcase = tcase_create("proposal_columns");
  tcase_add_loop_test(tcase, each_clause_is_a_row, 0, G_N_ELEMENTS(cases_of_rows));
  tcase_add_test(tcase, parties_are_limited);
  tcase_add_loop_test(tcase, pages_have_columns, 0, 2);
  return tcase;
}
