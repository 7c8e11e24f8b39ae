#include "view/json/json.h"

#include <jansson.h>
#include <time.h>

#include "cases.h"

static json_t *json_of(const char *markdown, AdrefView view)
{
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefViewOptions options = {.view = view, .version = "rev1"};
  g_autoptr(GString) text = adref_json_write(tree, &options);
  json_error_t error;
  json_t *root = json_loads(text->str, 0, &error);
  ck_assert_msg(root, "%s", error.text);
  return root;
}

static const char *string_at(const json_t *object, const char *name)
{
  return json_string_value(json_object_get(object, name));
}

START_TEST(head)
{
  json_t *root = json_of("# Title\n\nWords [x - JPN].\n", ADREF_VIEW_PUBLIC);
  ck_assert_str_eq(string_at(root, "title"), "Title");
  ck_assert_str_eq(string_at(root, "language"), "en");
  ck_assert_str_eq(string_at(root, "view"), "public");
  ck_assert_str_eq(string_at(root, "version"), "rev1");
  ck_assert_ptr_null(json_object_get(root, "hash"));
  ck_assert_ptr_null(json_object_get(root, "parties"));
  ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(root, "open"), "brackets")),
                   1);
  json_decref(root);
}
END_TEST

static void check_clause(const char *markdown, AdrefView view, const char *expected)
{
  json_t *root = json_of(markdown, view);
  json_t *clause = json_array_get(json_object_get(root, "clauses"), 0);
  char *text = json_dumps(clause, JSON_COMPACT);
  ck_assert_str_eq(text, expected);
  free(text);
  json_decref(root);
}

START_TEST(a_clause)
{
  const char *text = "<!-- item one from=a/b -->\n[shall - JPN / should - THA delete]\n";
  check_clause(text, ADREF_VIEW_NEGOTIATING,
               "{\"kind\":\"item\",\"number\":\"1\",\"text\":\"shall should\",\"id\":\"one\","
               "\"from\":\"a/b\",\"blocks\":[{\"type\":\"paragraph\",\"children\":[{\"type\":"
               "\"bracket\",\"alternatives\":[{\"children\":[{\"type\":\"text\",\"text\":"
               "\"shall\"}],\"positions\":[{\"parties\":[\"JPN\"],\"verb\":\"\"}]},{\"children\":"
               "[{\"type\":\"text\",\"text\":\"should\"}],\"positions\":[{\"parties\":[\"THA\"],"
               "\"verb\":\"delete\"}]}],\"placeholder\":false}]}]}");
}
END_TEST

START_TEST(a_reference_names_a_place)
{
  check_clause("See [it](#two) or [x](https://e.org).\n\n<!-- op two -->\nTwo.\n", ADREF_VIEW_CLEAN,
               "{\"kind\":\"plain\",\"text\":\"See it or x.\",\"blocks\":[{\"type\":\"paragraph\","
               "\"children\":[{\"type\":\"text\",\"text\":\"See \"},{\"type\":\"link\","
               "\"children\":[{\"type\":\"text\",\"text\":\"it\"}],\"clause\":1},{\"type\":"
               "\"text\",\"text\":\" or \"},{\"type\":\"link\",\"children\":[{\"type\":\"text\","
               "\"text\":\"x\"}],\"url\":\"https://e.org\"},{\"type\":\"text\",\"text\":\".\"}]}]"
               "}");
}
END_TEST

START_TEST(terminals_are_safe)
{
  AdrefNode *paragraph = new_paragraph();
  g_autoptr(AdrefNode) tree = document_of(paragraph);
  add_text(paragraph, "a\033b\xC2\x9B"
                      "c\xE2\x80\xAE"
                      "dé");
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN};
  g_autoptr(GString) text = adref_json_write(tree, &options);
  ck_assert_ptr_nonnull(strstr(text->str, "\"a\\u001Bb\\u009Bc\\u202Edé\""));
}
END_TEST

START_TEST(everything_is_json)
{
  for (AdrefView view = ADREF_VIEW_NEGOTIATING; view <= ADREF_VIEW_CLEAN; view++)
    json_decref(json_of(EVERYTHING, view));
}
END_TEST

/* Processor time of the JSON of a table of so many rows. */
static clock_t time_of(guint rows)
{
  g_autoptr(GString) table = g_string_new(NULL);
  for (guint i = 0; i < rows; i++)
    g_string_append(table, "|-\n");
  g_autoptr(AdrefNode) tree = read_tree(table->str);
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN};
  clock_t start = clock();
  g_autoptr(GString) text = adref_json_write(tree, &options);
  ck_assert_uint_gt(text->len, rows);
  return clock() - start;
}

/* A hostile table takes time in proportion to its rows. */
START_TEST(hostile_tables_are_linear)
{
  clock_t few = time_of(20000), many = time_of(160000);
  ck_assert_msg(many < 24 * (few + CLOCKS_PER_SEC / 100), "%ld and %ld", (long)few, (long)many);
}
END_TEST

TCase *tcase_json(void)
{
  TCase *tcase = tcase_create("json");
  tcase_set_timeout(tcase, 30);
  tcase_add_test(tcase, hostile_tables_are_linear);
  tcase_add_test(tcase, head);
  tcase_add_test(tcase, a_clause);
  tcase_add_test(tcase, a_reference_names_a_place);
  tcase_add_test(tcase, terminals_are_safe);
  tcase_add_test(tcase, everything_is_json);
  return tcase;
}
