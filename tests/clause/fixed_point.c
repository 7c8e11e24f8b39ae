/* Generated texts: the canonical form is a fixed point, and reads back to the same tree. */
#include "clause/cases.h"
#include "dump.h"
#include "generate.h"
#include "parties.h"
#include "properties.h"

enum {
  TEXTS = 10000
};

START_TEST(the_canonical_form_is_a_fixed_point)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions how = {.parties = parties};
  for (guint n = 0, count = environment_count(NULL, TEXTS); n < count; n++) {
    Generator generator = {n};
    g_autoptr(GPtrArray) blocks = generate_blocks(&generator);
    g_autofree char *front = generate_front_matter(&generator), *words = join_blocks(blocks);
    g_autofree char *text = g_strconcat(front, words, NULL), *where = g_strdup_printf("text %u", n);
    g_autoptr(AdrefNode) document = read_text(text, &how, NULL);
    g_autoptr(GString) canonical = adref_canonical(document);
    reads_the_same(document, canonical->str, &how, where);
    g_autoptr(AdrefNode) again = read_text(canonical->str, &how, NULL);
    g_autoptr(GString) tree = dump_tree(document), tree_again = dump_tree(again);
    ck_assert_msg(g_string_equal(tree, tree_again), "%s: another tree", where);
  }
}
END_TEST

TCase *tcase_fixed_point(void)
{
  TCase *tcase = tcase_create("fixed_point");
  tcase_set_timeout(tcase, 600);
  tcase_add_test(tcase, the_canonical_form_is_a_fixed_point);
  return tcase;
}
