/* What matters between two texts, as lines. */
#ifndef ADREF_TESTS_REVIEW_FINDINGS_H
#define ADREF_TESTS_REVIEW_FINDINGS_H

#include "merge/diff.h"
#include "parties.h"
#include "properties.h"
#include "review/cases.h"
#include "review/change_class.h"

/* The redline of two texts with its matters. */
static inline AdrefNode *find_matters(const char *language, const char *style, const char *old,
                                      const char *new)
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

/* One matter a line: "strength: shall -> should (weakened)". */
static inline GString *list_matters(const AdrefNode *redline)
{
  GString *out = g_string_new(NULL);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = clause->as.clause->change;
    for (guint i = 0; change && change->findings && i < change->findings->len; i++) {
      const AdrefFinding *matter = change->findings->pdata[i];
      const char *shift = adref_shift_word(matter->shift);
      g_string_append_printf(out, "%s: %s -> %s%s%s%s\n", adref_change_class_word(matter->class),
                             matter->old, matter->new, shift ? " (" : "", shift ? shift : "",
                             shift ? ")" : "");
    }
  }
  return out;
}

/* The matters between two texts of a language are these lines, each with its newline. */
static inline void matters_are(const char *language, const char *old, const char *new,
                               const char *expected)
{
  g_autoptr(AdrefNode) redline = find_matters(language, NULL, old, new);
  g_autoptr(GString) actual = list_matters(redline);
  ck_assert_msg(strcmp(actual->str, expected) == 0,
                "--- old\n%s\n--- new\n%s\n--- expected\n%s--- found\n%s---", old, new, expected,
                actual->str);
}

#endif
