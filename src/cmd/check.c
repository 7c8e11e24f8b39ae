#include <string.h>

#include "base/name.h"
#include "cmd/commands.h"
#include "cmd/shared/manual.h"
#include "cmd/shared/shared_options.h"
#include "view/json/json_check.h"
#include "work/check/check_statement.h"
#include "work/join/check_fix.h"

/* --- findings as text --- */

static void put_finding(AdrefRun *run, const AdrefCheckFinding *finding, GHashTable *explained)
{
  g_autofree char *file = adref_escape_controls(finding->file, -1, FALSE);
  g_string_append_printf(run->out, "  %s:%u:%u: %s: %s\n", file, MAX(finding->line, 1),
                         MAX(finding->column, 1), adref_check_severity_word(finding->severity),
                         finding->rule->id);
  g_autofree char *message = adref_escape_controls(finding->message, -1, FALSE);
  adref_manual_wrap(run->out, message, 4);
  if (finding->reason) {
    g_autofree char *reason = adref_escape_controls(finding->reason, -1, FALSE);
    g_autofree char *ignored = g_strconcat("ignored: ", reason, NULL);
    adref_manual_wrap(run->out, ignored, 4);
    return;
  }
  if (finding->suggestion) {
    g_autofree char *words = adref_escape_controls(finding->suggestion, -1, FALSE);
    g_autofree char *suggestion = g_strconcat("write: ", words, NULL);
    adref_manual_wrap(run->out, suggestion, 4);
  }
  if (g_hash_table_add(explained, (gpointer)(guintptr)finding->rule)) {
    g_autofree char *why = g_strconcat("why: ", finding->rule->why, NULL);
    adref_manual_wrap(run->out, why, 4);
  }
}

/* The findings below the name of their clause; why a rule matters is said once. */
static void put_findings(AdrefRun *run, const GPtrArray *findings)
{
  g_autoptr(GHashTable) explained = g_hash_table_new(g_direct_hash, g_direct_equal);
  const AdrefCheckFinding *before = NULL;
  for (guint i = 0; i < findings->len; i++) {
    const AdrefCheckFinding *finding = findings->pdata[i];
    gboolean same = before && (!finding->part || strcmp(before->file, finding->file) == 0) &&
                    before->order == finding->order && g_strcmp0(before->part, finding->part) == 0;
    g_autofree char *part =
        adref_escape_controls(finding->part ? finding->part : "the whole text", -1, FALSE);
    if (!same)
      g_string_append_printf(
          run->out, "%s%s%s%s%s\n", before ? "\n" : "", part, finding->language ? " [" : "",
          finding->language ? finding->language : "", finding->language ? "]" : "");
    put_finding(run, finding, explained);
    before = finding;
  }
}

static void append_count(GString *out, guint count, const char *noun)
{
  g_string_append_printf(out, "%s%u %s%s", out->len > 0 ? ", " : "", count, noun,
                         count == 1 ? "" : "s");
}

static void put_total(AdrefRun *run, const AdrefCheckResult *result, const GPtrArray *shown)
{
  guint all = adref_check_result_count(result, ADREF_CHECK_NOTE);
  guint warnings = adref_check_result_count(result, ADREF_CHECK_WARNING);
  guint errors = adref_check_result_count(result, ADREF_CHECK_ERROR);
  guint ignored = result->findings->len - all;
  g_autoptr(GString) total = g_string_new(NULL);
  append_count(total, errors, "error");
  append_count(total, warnings - errors, "warning");
  append_count(total, all - warnings, "note");
  g_string_append_printf(total, " in %u text%s", result->texts, result->texts == 1 ? "" : "s");
  if (ignored > 0)
    g_string_append_printf(total, "; %u ignored", ignored);
  if (result->packages)
    g_string_append_printf(total, "; spelling not looked up: install %s", result->packages);
  g_string_append_printf(run->out, "%s%s\n", shown->len > 0 ? "\n" : "", total->str);
}

/* --- rules --- */

/* The rules that are built in, and those of the house style. */
typedef struct {
  AdrefStyleRules *style; /* or NULL */
  GPtrArray *all;         /* of const AdrefCheckRule */
} RuleList;

static void rule_list_clear(RuleList *list)
{
  g_clear_pointer(&list->all, g_ptr_array_unref);
  g_clear_pointer(&list->style, adref_style_rules_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RuleList, rule_list_clear)

/* Of the workspace around, where there is one; the style is that of its only statement. */
static gboolean list_rules(AdrefRun *run, RuleList *list, GError **error)
{
  g_autoptr(GError) cause = NULL;
  const AdrefSessionFiles *files = adref_session_files_around(run->session, run->folder);
  const char *profile = adref_run_value(run, "profile");
  g_autofree char *usual = profile ? NULL : adref_check_usual_style(run->session);
  list->style = adref_check_style_rules(files, profile ? profile : usual, &cause);
  if (cause) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
  }
  guint count;
  const AdrefCheckRule *rules = adref_check_rules(&count);
  list->all = g_ptr_array_new();
  for (guint i = 0; i < count; i++)
    g_ptr_array_add(list->all, (gpointer)(guintptr)&rules[i]);
  if (list->style)
    adref_style_rules_list(list->style, list->all);
  return TRUE;
}

static void put_rule(AdrefRun *run, const AdrefCheckRule *rule)
{
  g_string_append_printf(run->out, "%s (%s%s)\n", rule->id,
                         adref_check_severity_word(rule->severity),
                         rule->fixes ? "; --fix mends it" : "");
}

static int put_rules(AdrefRun *run, const RuleList *rules)
{
  if (run->json) {
    adref_put(run, adref_json_check_rules_write(rules->all));
    return ADREF_YES;
  }
  for (guint i = 0; i < rules->all->len; i++) {
    const AdrefCheckRule *rule = rules->all->pdata[i];
    put_rule(run, rule);
    adref_manual_wrap(run->out, rule->summary, 4);
  }
  run->use_pager = TRUE;
  return ADREF_YES;
}

/* Runs the examples of the house style. */
static int test_rules(AdrefRun *run, const RuleList *rules, GError **error)
{
  if (!rules->style) {
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "check: there are no rules of a house style in %s, and no starter library",
                ADREF_STYLE_RULES_FOLDER);
    return ADREF_FAILURE;
  }
  guint count;
  g_autoptr(GPtrArray) failures = adref_style_rules_test(rules->style, &count);
  for (guint i = 0; i < failures->len; i++)
    g_string_append_printf(run->out, "%s\n", (const char *)failures->pdata[i]);
  g_string_append_printf(run->out, "%u examples, %u failed\n", count, failures->len);
  return failures->len > 0 ? ADREF_NO : ADREF_YES;
}

static int explain(AdrefRun *run, const RuleList *rules, const char *id, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < rules->all->len; i++) {
    const AdrefCheckRule *rule = rules->all->pdata[i];
    g_ptr_array_add(names, (gpointer)(guintptr)rule->id);
    if (strcmp(rule->id, id) != 0)
      continue;
    put_rule(run, rule);
    g_autofree char *summary = g_strconcat("Finds: ", rule->summary, ".", NULL);
    adref_manual_wrap(run->out, summary, 2);
    adref_manual_wrap(run->out, rule->why, 2);
    return ADREF_YES;
  }
  g_ptr_array_add(names, NULL);
  const char *near = adref_name_closest(id, (const char *const *)names->pdata);
  adref_error(error, ADREF_ERROR_USAGE,
              "check: no rule \"%s\"%s%s%s; adref check --rules lists them", id,
              near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
  return ADREF_USAGE;
}

static int about_rules(AdrefRun *run, GError **error)
{
  const char *explained = adref_run_value(run, "explain");
  g_auto(RuleList) rules = {NULL};
  if (!list_rules(run, &rules, error))
    return ADREF_FAILURE;
  if (explained)
    return explain(run, &rules, explained, error);
  return adref_run_flag(run, "test") ? test_rules(run, &rules, error) : put_rules(run, &rules);
}

/* --- the command --- */

static gboolean check(const AdrefRun *run, GError **error)
{
  gboolean explains = adref_run_value(run, "explain") != NULL, rules = adref_run_flag(run, "rules");
  const char *format = adref_run_value(run, "format"), *profile = adref_run_value(run, "profile");
  if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0 &&
      strcmp(format, "sarif") != 0)
    adref_error(error, ADREF_ERROR_USAGE, "check: no format \"%s\"; allowed are text, json, sarif",
                format);
  else if ((explains || rules) && (adref_run_argument(run, 0) || (explains && rules)))
    adref_error(error, ADREF_ERROR_USAGE,
                "check: --explain and --rules check no text; leave out the rest");
  else if (adref_run_flag(run, "test") && !rules)
    adref_error(error, ADREF_ERROR_USAGE, "check: --test goes with --rules");
  else if (profile && !adref_name_is(ADREF_NAME_CLAUSE, profile))
    adref_error(error, ADREF_ERROR_USAGE, "check: \"%s\" cannot be the name of a style", profile);
  else
    return TRUE;
  return FALSE;
}

/* Those that are shown: ignored ones by --ignored alone; SARIF has all, with their state. */
static GPtrArray *choose(const AdrefRun *run, const AdrefCheckResult *result, const char *format)
{
  gboolean ignored = adref_run_flag(run, "ignored");
  GPtrArray *shown = g_ptr_array_new();
  for (guint i = 0; i < result->findings->len; i++) {
    const AdrefCheckFinding *finding = result->findings->pdata[i];
    if (strcmp(format, "sarif") == 0 || ignored == (finding->reason != NULL))
      g_ptr_array_add(shown, (gpointer)(guintptr)finding);
  }
  return shown;
}

static gboolean put_result(AdrefRun *run, const AdrefCheckResult *result, GError **error)
{
  const char *format = adref_run_format(run, "text");
  g_autoptr(GPtrArray) shown = choose(run, result, format);
  if (strcmp(format, "text") == 0) {
    put_findings(run, shown);
    put_total(run, result, shown);
    run->use_pager = TRUE;
    return TRUE;
  }
  GString *made = strcmp(format, "sarif") == 0
                      ? adref_sarif_write(shown, result->packages, ADREF_VERSION)
                      : adref_json_check_write(shown);
  gboolean written = adref_run_write_result(run, &made, error);
  g_string_free(made, TRUE);
  return written;
}

/* Mends what can be mended, and shows it. */
static gboolean fix(AdrefRun *run, const AdrefCheckOptions *options, GError **error)
{
  g_autoptr(GPtrArray) fixed = adref_check_fixed_new();
  if (!adref_check_fix_texts(run->session, options, fixed, error))
    return FALSE;
  for (guint i = 0; i < fixed->len; i++) {
    const AdrefCheckFixed *one = fixed->pdata[i];
    GString *redline =
        adref_check_fixed_redline(run->session, one, adref_width(), adref_in_color(run));
    if (!g_string_equal(one->before, one->after))
      adref_say("%s: mended", one->name);
    if (one->kept > 0)
      adref_say("%s: %u place%s in agreed paragraphs left as %s", one->name, one->kept,
                one->kept == 1 ? "" : "s", one->kept == 1 ? "it is" : "they are");
    if (redline && strcmp(adref_run_format(run, "text"), "text") == 0)
      g_string_append_printf(run->out, "%s\n", redline->str);
    if (redline)
      g_string_free(redline, TRUE);
  }
  return TRUE;
}

static int run(AdrefRun *run, GError **error)
{
  const char *profile = adref_run_value(run, "profile");
  const AdrefSessionFiles *files =
      profile ? adref_session_files_around(run->session, run->folder) : NULL;
  if (profile && !adref_check_profile_exists(files, profile, error))
    return ADREF_FAILURE;
  if (adref_run_value(run, "explain") || adref_run_flag(run, "rules"))
    return about_rules(run, error);
  AdrefCheckOptions options = {.argument = adref_run_argument(run, 0),
                               .language = adref_run_value(run, "lang"),
                               .profile = profile,
                               .since = adref_run_value(run, "since")};
  AdrefCheckResult result = {0};
  if (adref_run_flag(run, "fix") && !fix(run, &options, error))
    return ADREF_FAILURE;
  gboolean done = adref_check_statement(run->session, &options, &result, error) &&
                  put_result(run, &result, error);
  int status = !done                                                        ? ADREF_FAILURE
               : adref_check_result_count(&result, ADREF_CHECK_WARNING) > 0 ? ADREF_NO
                                                                            : ADREF_YES;
  adref_check_result_clear(&result);
  return status;
}

static const AdrefOption options[] = {
    {"since", 0, "VERSION", NULL, FALSE, "only clauses that changed since that version"},
    {"ignored", 0, NULL, NULL, FALSE, "only what comments adref-ignore name, with their reasons"},
    {"fix", 0, NULL, NULL, FALSE, "mend what needs no judgement, and show the redline of it"},
    {"profile", 0, "STYLE", NULL, FALSE, "the house style: asean, un, g7, plain, or your own"},
    {"rules", 0, NULL, NULL, FALSE, "list the rules"},
    {"test", 0, NULL, NULL, FALSE, "with --rules: run the examples of the house style"},
    {"explain", 0, "RULE", NULL, FALSE, "what a rule finds, and why"},
    {"format", 'f', "FORM", "text|json|sarif", FALSE, "the form of the answer (text)"},
    ADREF_OPTION_OUTPUT,
    ADREF_OPTION_LANGUAGE,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_check = {
    .name = "check",
    .arguments = "[STATEMENT | FILE]",
    .summary = "Look for mistakes before a text goes out",
    .details =
        "Checks a statement in all its languages, or any file of Markdown or plain text, and lists "
        "what is probably "
        "wrong: each finding with its place, its rule, how serious it is, and why. The exit status "
        "is 1 when there is a warning or an error; notes alone are 0.\n\n"
        "A comment <!-- adref-ignore RULE: reason --> in a clause says that it is meant so; "
        "--ignored lists what such comments name. With --since only clauses are judged whose words "
        "changed since a version or draft. --format sarif is for programs that show findings, such "
        "as those of code reviews.\n\n"
        "adref help checks has all that is looked for.",
    .options = options,
    .most = 1,
    .check = check,
    .run = run,
};
