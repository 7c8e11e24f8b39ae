#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "dump.h"
#include "parties.h"
#include "properties.h"
#include "spec/cases.h"
#include "suite.h"
#include "yaml_scope.h"

static void expect(const Example *example, const char *what, const char *expected,
                   const char *actual)
{
  ck_assert_msg(strcmp(expected, actual) == 0,
                "spec.md:%u: example %u, \"%s\": another %s\n--- expected\n%s--- actual\n%s---",
                example->line, example->number, example->section, what, expected, actual);
}

static void run_reading(const Example *example, const AdrefMarkdownReadOptions *how)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) document = read_text(example->parts[0], how, problems);
  gboolean tree = strcmp(example->kind, "tree") == 0;
  g_autoptr(GString) result = tree ? dump_tree(document) : adref_canonical(document);
  expect(example, example->kind, example->parts[1], result->str);
  g_autoptr(GString) messages = dump_problems(problems);
  expect(example, "list of problems", example->parts[2] ? example->parts[2] : "", messages->str);
}

static void run_template(const Example *example)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = yaml_render(example->parts[1], example->parts[0], NULL, FALSE, &error);
  ck_assert_no_error(error);
  expect(example, "text", example->parts[2], text);
}

START_TEST(holds)
{
  const Example *example = spec_examples()->pdata[_i];
  if (strcmp(example->kind, "template") == 0) {
    run_template(example);
    return;
  }
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions how = {
      .name = "example", .parties = parties, .outside_statement = example->outside};
  run_reading(example, &how);
  g_autofree char *where = g_strdup_printf("spec.md:%u: example %u, \"%s\"", example->line,
                                           example->number, example->section);
  gboolean rewritten = example->rewritten || strchr(example->parts[0], '&');
  keeps_properties(example->parts[0], &how, rewritten, where);
}
END_TEST

START_TEST(has_examples)
{
  ck_assert_uint_ge(spec_examples()->len, 90);
}
END_TEST

TCase *tcase_spec(void)
{
  TCase *tcase = tcase_create("spec");
  tcase_add_test(tcase, has_examples);
  tcase_add_loop_test(tcase, holds, 0, (int)spec_examples()->len);
  return tcase;
}
