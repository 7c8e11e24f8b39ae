/* The findings of the redline of two texts, as lines. */
#ifndef ADREF_TESTS_REVIEW_FINDINGS_H
#define ADREF_TESTS_REVIEW_FINDINGS_H

#include "merge/compare/diff.h"
#include "parties.h"
#include "properties.h"
#include "review/cases.h"
#include "review/change/change_class.h"

/* The redline of two texts with its findings. */
static inline AdrefNode *redline_with_findings(const char *language, const char *style,
                                               const char *old, const char *new)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions reading = {.parties = parties};
  g_autoptr(AdrefNode) before = read_text(old, &reading, NULL);
  g_autoptr(AdrefNode) after = read_text(new, &reading, NULL);
  AdrefNode *redline = adref_diff(before, after, language);
  AdrefChangeClassOptions how = {.language = language, .style = style, .parties = parties};
  adref_change_class_assign(redline, &how);
  return redline;
}

/* One finding a line: "strength: shall -> should (weakened)". */
static inline GString *list_findings(const AdrefNode *redline)
{
  GString *out = g_string_new(NULL);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = clause->as.clause->change;
    for (guint i = 0; change && change->findings && i < change->findings->len; i++) {
      const AdrefFinding *finding = change->findings->pdata[i];
      const char *shift = adref_shift_word(finding->shift);
      g_string_append_printf(out, "%s: %s -> %s%s%s%s\n", adref_change_class_word(finding->class),
                             finding->old, finding->new, shift ? " (" : "", shift ? shift : "",
                             shift ? ")" : "");
    }
  }
  return out;
}

/* The findings of the redline of two texts of a language are these lines, each with its newline. */
static inline void findings_are(const char *language, const char *old, const char *new,
                                const char *expected)
{
  g_autoptr(AdrefNode) redline = redline_with_findings(language, NULL, old, new);
  g_autoptr(GString) actual = list_findings(redline);
  ck_assert_msg(strcmp(actual->str, expected) == 0,
                "--- old\n%s\n--- new\n%s\n--- expected\n%s--- found\n%s---", old, new, expected,
                actual->str);
}

#endif
