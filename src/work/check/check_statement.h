/* Checks a text before it goes out: a statement in all its languages, or a file. */
#ifndef ADREF_WORK_CHECK_CHECK_STATEMENT_H
#define ADREF_WORK_CHECK_CHECK_STATEMENT_H

#include "review/check/check_text.h"
#include "review/check/style_rules.h"
#include "work/session.h"

typedef struct {
  const char *argument; /* STATEMENT, STATEMENT@VERSION, a file, or NULL */
  const char *language; /* findings in this one, also beside the others; NULL: in all languages */
  const char *profile;  /* the house style; NULL: that of the statement, else "plain" */
  const char *since;    /* only clauses that differ from those of this version; NULL: all */
} AdrefCheckOptions;

/* What was found. */
typedef struct {
  GPtrArray *findings;    /* of AdrefCheckFinding, sorted; also those that are ignored */
  guint texts;            /* how many were asked for */
  AdrefStyleRules *style; /* the rules of the house style, which findings name; or NULL */
  const char *packages;   /* of Debian, with dictionaries of English that were missing; or NULL */
} AdrefCheckResult;

/* *result is cleared by the caller, also after an error. A language that has no text yet is passed
 * over. */
gboolean adref_check_statement(AdrefSession *session, const AdrefCheckOptions *options,
                               AdrefCheckResult *result, GError **error);
void adref_check_result_clear(AdrefCheckResult *result);

/* The rules of a house style: those of the workspace, else of the starter library. A style without
 * rules of its own has those of "plain". NULL without an error: there are no rules at all. */
AdrefStyleRules *adref_check_style_rules(const AdrefSessionFiles *files, const char *profile,
                                         GError **error);

/* The name of the style of the only statement; NULL: there is none, or it has no text. Caller
 * frees.
 */
char *adref_check_usual_style(AdrefSession *session);

/* Whether the workspace (`files` may be NULL) or the starter library has a house style, with rules
 * or without; else the error names those that there are. */
gboolean adref_check_profile_exists(const AdrefSessionFiles *files, const char *profile,
                                    GError **error);

/* The findings of at least a severity that are not ignored. */
guint adref_check_result_count(const AdrefCheckResult *result, AdrefCheckSeverity severity);

#endif
