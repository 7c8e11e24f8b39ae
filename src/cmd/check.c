#include <string.h>

#include "base/name.h"
#include "cmd/commands.h"
#include "cmd/manual.h"
#include "cmd/shared_options.h"
#include "view/json_check.h"
#include "work/check_statement.h"

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
    gboolean same = before && strcmp(before->file, finding->file) == 0 &&
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
  g_string_append_printf(run->out, "%s%s\n", shown->len > 0 ? "\n" : "", total->str);
}

/* --- rules --- */

static GPtrArray *list_rules(void)
{
  guint count;
  const AdrefCheckRule *rules = adref_check_rules(&count);
  GPtrArray *list = g_ptr_array_new();
  for (guint i = 0; i < count; i++)
    g_ptr_array_add(list, (gpointer)(guintptr)&rules[i]);
  return list;
}

static int put_rules(AdrefRun *run)
{
  g_autoptr(GPtrArray) rules = list_rules();
  if (run->json) {
    adref_put(run, adref_json_check_rules_write(rules));
    return ADREF_YES;
  }
  for (guint i = 0; i < rules->len; i++) {
    const AdrefCheckRule *rule = rules->pdata[i];
    g_string_append_printf(run->out, "%s (%s%s)\n", rule->id,
                           adref_check_severity_word(rule->severity),
                           rule->fixes ? "; --fix mends it" : "");
    adref_manual_wrap(run->out, rule->summary, 4);
  }
  run->use_pager = TRUE;
  return ADREF_YES;
}

static int explain(AdrefRun *run, const char *id, GError **error)
{
  g_autoptr(GPtrArray) rules = list_rules();
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < rules->len; i++) {
    const AdrefCheckRule *rule = rules->pdata[i];
    g_ptr_array_add(names, (gpointer)(guintptr)rule->id);
    if (strcmp(rule->id, id) != 0)
      continue;
    g_string_append_printf(run->out, "%s (%s%s)\n", rule->id,
                           adref_check_severity_word(rule->severity),
                           rule->fixes ? "; --fix mends it" : "");
    g_autofree char *summary = g_strconcat("Finds ", rule->summary, ".", NULL);
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

/* --- the command --- */

static gboolean check(const AdrefRun *run, GError **error)
{
  gboolean explains = adref_run_value(run, "explain") != NULL, rules = adref_run_flag(run, "rules");
  const char *format = adref_run_value(run, "format");
  if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0 &&
      strcmp(format, "sarif") != 0)
    adref_error(error, ADREF_ERROR_USAGE, "check: no format \"%s\"; allowed are text, json, sarif",
                format);
  else if ((explains || rules) && (adref_run_argument(run, 0) || (explains && rules)))
    adref_error(error, ADREF_ERROR_USAGE,
                "check: --explain and --rules check no text; leave out the rest");
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
  GString *made = strcmp(format, "sarif") == 0 ? adref_sarif_write(shown, ADREF_VERSION)
                                               : adref_json_check_write(shown);
  gboolean written = adref_run_write_result(run, &made, error);
  g_string_free(made, TRUE);
  return written;
}

static int run(AdrefRun *run, GError **error)
{
  const char *explained = adref_run_value(run, "explain");
  if (explained)
    return explain(run, explained, error);
  if (adref_run_flag(run, "rules"))
    return put_rules(run);
  AdrefCheckOptions options = {.argument = adref_run_argument(run, 0),
                               .language = adref_run_value(run, "lang"),
                               .since = adref_run_value(run, "since")};
  AdrefCheckResult result = {0};
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
    {"rules", 0, NULL, NULL, FALSE, "list the rules"},
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
        "Checks a statement in all its languages, or any Markdown file, and lists what is probably "
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
