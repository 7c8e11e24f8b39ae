#include "clause/link_target.h"

#include "clause/cases.h"
#include "clause/change.h"

static const struct {
  const char *text, *name; /* what a link leads to ... */
  guint line;              /* ... by its line; 0: nowhere */
} cases[] = {
    {"<!-- op a -->\nWe act.\n", "a", 1},
    {"## Data Flow!\n", "data-flow", 1},
    {"## Data Flow!\n", "data flow", 0},
    {"## Data Flow!\n", "Data-Flow", 0},
    {"## Data\n\n## Data\n", "data-1", 3},
    {"## Data\n\n## Data\n", "data-2", 0},
    {"<!-- heading x -->\n## Data\n", "x", 1},
    {"<!-- heading x -->\n## Data\n", "data", 1},
    {"## A\n\n<!-- op a -->\nWe act.\n", "a", 3},
    {"<!-- annex n -->\n# The plan\n\nWords.\n", "the-plan", 1},
    {"## \346\227\245\346\234\254\n", "\346\227\245\346\234\254", 1},
    {"## \346\227\245\346\234\254\n", "%E6%97%A5%E6%9C%AC", 1},
    {"## \346\227\245\346\234\254\n", "%E6%97%A5%", 0},
    {"## The *new* `code` ~~x~~\n", "the-new-code-x", 1},
    {"Data\n", "data", 0},
    {"", "", 0},
};

START_TEST(a_name_leads_to_a_clause_or_heading)
{
  g_autoptr(AdrefNode) document = read_plain(cases[_i].text);
  g_autoptr(AdrefLinkTargets) targets = adref_link_targets_new(document);
  const AdrefNode *found = adref_link_targets_find(targets, cases[_i].name);
  ck_assert_uint_eq(found ? found->line : 0, cases[_i].line);
}
END_TEST

/* A heading of a redline is found by its old and by its new words, the new ones first. */
START_TEST(a_redline_has_the_headings_of_both_texts)
{
  g_autoptr(AdrefNode) redline = read_plain("## Trade\n\n## Data\n\n## Ports\n");
  AdrefNode *trade = redline->first, *data = trade->next, *ports = data->next;
  AdrefNode *inserted = adref_node_new_text(ADREF_TEXT, "Flow", -1);
  data->first->first->mark = ADREF_DELETED;
  inserted->mark = ADREF_INSERTED;
  adref_node_append(data->first, inserted);
  ports->mark = ADREF_DELETED;
  g_autoptr(AdrefLinkTargets) targets = adref_link_targets_new(redline);
  ck_assert_ptr_eq(adref_link_targets_find(targets, "trade"), trade);
  ck_assert_ptr_eq(adref_link_targets_find(targets, "data"), data);
  ck_assert_ptr_eq(adref_link_targets_find(targets, "flow"), data);
  ck_assert_ptr_null(adref_link_targets_find(targets, "dataflow"));
  ck_assert_ptr_eq(adref_link_targets_find(targets, "ports"), ports);
}
END_TEST

START_TEST(a_part_of_a_text_has_no_targets)
{
  g_autoptr(AdrefNode) paragraph = adref_node_new(ADREF_PARAGRAPH);
  g_autoptr(AdrefLinkTargets) targets = adref_link_targets_new(paragraph);
  ck_assert_ptr_null(adref_link_targets_find(targets, "data"));
  ck_assert(!adref_link_targets_exist(targets));
}
END_TEST

TCase *tcase_link_target(void)
{
  TCase *tcase = tcase_create("link_target");
  tcase_add_loop_test(tcase, a_name_leads_to_a_clause_or_heading, 0, G_N_ELEMENTS(cases));
  tcase_add_test(tcase, a_redline_has_the_headings_of_both_texts);
  tcase_add_test(tcase, a_part_of_a_text_has_no_targets);
  return tcase;
}
