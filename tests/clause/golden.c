/* tests/golden/<case>/input.md and its expected outputs. If one of the files canonical.md, tree.txt
 * and problems.txt exists, it is compared. */
#include "base/file.h"
#include "clause/cases.h"
#include "parties.h"

typedef struct {
  AdrefNode *document;
  GPtrArray *problems;
} Golden;

static GString *canonical(const Golden *golden)
{
  return adref_canonical(golden->document);
}

static GString *tree(const Golden *golden)
{
  return dump_tree(golden->document);
}

static GString *problems(const Golden *golden)
{
  return dump_problems(golden->problems);
}

static const struct {
  const char *file;
  GString *(*make)(const Golden *golden);
} outputs[] = {{"canonical.md", canonical}, {"tree.txt", tree}, {"problems.txt", problems}};

static char *golden_folder(void)
{
  const char *tests = g_getenv("ADREF_TESTS");
  return g_build_filename(tests ? tests : "tests", "golden", NULL);
}

/* The text of a file, or NULL if it does not exist. */
static char *file_text(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autoptr(GBytes) bytes = adref_file_read_text(path, path, ADREF_TEXT_LIMIT, NULL);
  return bytes ? g_strdup(g_bytes_get_data(bytes, NULL)) : NULL;
}

static guint check_outputs(const char *folder, const Golden *golden)
{
  guint count = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(outputs); i++) {
    g_autofree char *expected = file_text(folder, outputs[i].file);
    if (!expected)
      continue;
    g_autoptr(GString) actual = outputs[i].make(golden);
    ck_assert_msg(strcmp(expected, actual->str) == 0, "%s/%s differs; it should be\n%s---", folder,
                  outputs[i].file, actual->str);
    count++;
  }
  return count;
}

static guint check_case(const char *folder)
{
  g_autofree char *input = file_text(folder, "input.md");
  if (!input)
    return 0;
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions options = {.name = "input.md", .parties = parties};
  g_autoptr(GPtrArray) found = adref_problems_new();
  g_autoptr(AdrefNode) document = read_text(input, &options, found);
  keeps_properties(input, &options, TRUE, folder);
  return check_outputs(folder, &(Golden){document, found});
}

START_TEST(golden_texts)
{
  g_autofree char *folder = golden_folder();
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open(folder, 0, &error);
  ck_assert_no_error(error);
  guint checks = 0;
  for (const char *name; (name = g_dir_read_name(dir));) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    checks += check_case(path);
  }
  ck_assert_uint_ge(checks, 3);
}
END_TEST

TCase *tcase_golden(void)
{
  TCase *tcase = tcase_create("golden");
  tcase_add_test(tcase, golden_texts);
  return tcase;
}
