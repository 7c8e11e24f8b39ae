/* The cases of this suite, one a file, and what they share. */
#ifndef ADREF_TESTS_MERGE_CASES_H
#define ADREF_TESTS_MERGE_CASES_H

#include "merge/diff.h"
#include "properties.h"

TCase *tcase_diff(void);
TCase *tcase_generated(void);

/* What holds of every redline. */
static inline void keeps_redline(const AdrefNode *old, const AdrefNode *new, const char *where)
{
  g_autoptr(AdrefNode) redline = adref_diff(old, new, NULL);
  g_autoptr(AdrefNode) before = adref_mark_reject(redline), after = adref_mark_accept(redline);
  g_autoptr(GString) was = adref_canonical(old), is = adref_canonical(new);
  g_autoptr(GString) rejected = adref_canonical(before), accepted = adref_canonical(after);
  ck_assert_msg(g_string_equal(was, rejected),
                "%s: rejected\n--- old\n%s--- new\n%s--- rejected\n%s---", where, was->str, is->str,
                rejected->str);
  ck_assert_msg(g_string_equal(is, accepted),
                "%s: accepted\n--- old\n%s--- new\n%s--- accepted\n%s---", where, was->str, is->str,
                accepted->str);
}

#endif
