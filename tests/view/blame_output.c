#include "view/blame_output.h"

#include "view/cases.h"

/* The first text node below a node. */
static const AdrefNode *first_text(const AdrefNode *node)
{
  while (node->type != ADREF_TEXT)
    node = node->first;
  return node;
}

/* One version that brought in all words of the first clause. */
static AdrefOrigins new_origins(const AdrefNode *document)
{
  const AdrefNode *text = first_text(document);
  AdrefOrigins origins = {.all = g_ptr_array_new_with_free_func((GDestroyNotify)adref_origin_free)};
  origins.runs = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  AdrefOrigin *origin = g_new0(AdrefOrigin, 1);
  *origin = (AdrefOrigin){.version = g_strdup("1a2b3c4d5e6f7a8b"),
                          .day = g_strdup("2023-12-01"),
                          .author = g_strdup("Aiko"),
                          .party = g_strdup("JPN"),
                          .label = g_strdup("rev1")};
  g_ptr_array_add(origins.all, origin);
  GArray *runs = g_array_new(FALSE, FALSE, sizeof(AdrefOriginRun));
  AdrefOriginRun run = {0, (guint)text->length, 0};
  g_array_append_val(runs, run);
  g_hash_table_insert(origins.runs, (gpointer)(guintptr)text, runs);
  return origins;
}

static GString *terminal(const AdrefNode *root, const AdrefOrigins *origins,
                         const AdrefViewOptions *options)
{
  return adref_terminal_blame_write(root, origins, options, 80, FALSE);
}

typedef GString *(*Write)(const AdrefNode *root, const AdrefOrigins *origins,
                          const AdrefViewOptions *options);
static const Write outputs[] = {terminal, adref_html_blame_write, adref_json_blame_write};

START_TEST(ids_are_shown_in_the_negotiating_view_only)
{
  g_autoptr(AdrefNode) document = read_tree("<!-- op secret-id -->\nWe act.\n");
  AdrefOrigins origins = new_origins(document);
  for (AdrefView view = ADREF_VIEW_NEGOTIATING; view <= ADREF_VIEW_CLEAN; view++) {
    AdrefViewOptions options = {.view = view};
    g_autoptr(GString) text = outputs[_i](document, &origins, &options);
    ck_assert_ptr_nonnull(strstr(text->str, "We act."));
    ck_assert_ptr_nonnull(strstr(text->str, "JPN"));
    ck_assert_int_eq(strstr(text->str, "secret-id") != NULL, view == ADREF_VIEW_NEGOTIATING);
  }
  g_ptr_array_unref(origins.all);
  g_hash_table_unref(origins.runs);
}
END_TEST

TCase *tcase_blame_output(void)
{
  TCase *tcase = tcase_create("blame_output");
  tcase_add_loop_test(tcase, ids_are_shown_in_the_negotiating_view_only, 0, G_N_ELEMENTS(outputs));
  return tcase;
}
