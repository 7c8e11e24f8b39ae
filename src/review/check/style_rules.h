/* The group style of "adref check": rules of a house style, in files that a secretariat can read
 * and change: templates/styles/rules/NAME.yaml (templates/README.md has the keys). A style without
 * such a file has the rules of "plain". They stand beside the styles, which stay readable for
 * programs that know no rules. */
#ifndef ADREF_REVIEW_CHECK_STYLE_RULES_H
#define ADREF_REVIEW_CHECK_STYLE_RULES_H

#include "draft/data/file_source.h"
#include "review/check/style_search.h"

#define ADREF_STYLE_RULES_FOLDER "templates/styles/rules"

enum {
  ADREF_STYLE_RULES_INCLUDES = 8, /* files that a file includes, directly or not */
  ADREF_STYLE_RULES_MAX = 500,    /* rules of a style; more are a problem */
};

typedef struct AdrefStyleRules AdrefStyleRules;

/* Reads the rules of a style, and those that the file includes, from the first of the two sources
 * that has the file; either may be NULL. A rule that is wrong is left out, and is a problem, and so
 * is a file that is no YAML; the others are read. NULL: the file does not exist. */
AdrefStyleRules *adref_style_rules_read(AdrefFileSource *const sources[2], const char *name,
                                        GError **error);
void adref_style_rules_free(AdrefStyleRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStyleRules, adref_style_rules_free)

/* The paths of the files that adref_style_rules_read() would read, NULL-terminated; a file that
 * does not exist, or is no YAML, is left out with what it includes. */
char **adref_style_rules_files(AdrefFileSource *const sources[2], const char *name);

/* Appends the rules (of const AdrefCheckRule), which belong to `rules`. */
void adref_style_rules_list(const AdrefStyleRules *rules, GPtrArray *list);

/* What is wrong with the files (of char *, "file:line:column: ..."), also what adref_style_rules_
 * search() found: a pattern that takes too many steps. */
const GPtrArray *adref_style_rules_problems(const AdrefStyleRules *rules);

/* What the rules find in a text. The search does not change the text, which another thread may look
 * at meanwhile; the report adds the findings, which must not outlive the rules, and frees the
 * search. */
AdrefStyleSearch *adref_style_rules_search(AdrefStyleRules *rules, const AdrefCheckText *text);
void adref_style_rules_report(AdrefStyleRules *rules, AdrefStyleSearch *search,
                              AdrefCheckText *text);

/* Runs the examples of the rules. The result has a line for each that fails (of char *); *count is
 * the number of examples. Caller unrefs. */
GPtrArray *adref_style_rules_test(AdrefStyleRules *rules, guint *count);

#endif
