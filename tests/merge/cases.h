/* The cases of this suite, one a file, and what they share. */
#ifndef ADREF_TESTS_MERGE_CASES_H
#define ADREF_TESTS_MERGE_CASES_H

#include "merge/compare/diff.h"
#include "properties.h"

TCase *tcase_blame(void);
TCase *tcase_both_ways(void);
TCase *tcase_change_units(void);
TCase *tcase_clause_merge(void);
TCase *tcase_item_references(void);
TCase *tcase_constants(void);
TCase *tcase_diff(void);
TCase *tcase_generated(void);
TCase *tcase_git_driver(void);
TCase *tcase_large(void);
TCase *tcase_marked_text(void);
TCase *tcase_merge_entries(void);
TCase *tcase_merge_golden(void);
TCase *tcase_merge_laws(void);
TCase *tcase_merge_once(void);
TCase *tcase_proposal_brackets(void);
TCase *tcase_redlines(void);
TCase *tcase_align_tokens(void);
TCase *tcase_hostile(void);

/* The invariants of every redline. */
static inline void keeps_redline(const AdrefNode *old, const AdrefNode *new, const char *where)
{
  g_autoptr(AdrefNode) redline = adref_diff(old, new, NULL);
  g_autoptr(AdrefNode) before = adref_reject_changes(redline),
                       after = adref_accept_changes(redline);
  g_autoptr(GString) was = adref_canonical(old), is = adref_canonical(new);
  g_autoptr(GString) rejected = adref_canonical(before), accepted = adref_canonical(after);
  ck_assert_msg(g_string_equal(was, rejected),
                "%s: rejected\n--- old\n%s--- new\n%s--- rejected\n%s---", where, was->str, is->str,
                rejected->str);
  ck_assert_msg(g_string_equal(is, accepted),
                "%s: accepted\n--- old\n%s--- new\n%s--- accepted\n%s---", where, was->str, is->str,
                accepted->str);
}

/* The redline of a text with itself has no marks. */
static inline void is_empty_redline(const AdrefNode *text, const char *where)
{
  g_autoptr(AdrefNode) redline = adref_diff(text, text, NULL);
  AdrefWalk walk = adref_walk(redline);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    ck_assert_msg(node->mark == ADREF_KEPT, "%s: a mark without a change", where);
    ck_assert_msg(node->type != ADREF_CLAUSE || !node->as.clause->change, "%s: a change", where);
  }
}

#endif
