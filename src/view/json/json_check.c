#include "view/json/json_check.h"

#include <jansson.h>
#include <string.h>

#include "base/digest.h"
#include "view/json/json.h"

GString *adref_json_check_write(const GPtrArray *findings)
{
  json_t *list = json_array();
  for (guint i = 0; i < findings->len; i++) {
    const AdrefCheckFinding *finding = findings->pdata[i];
    json_array_append_new(
        list, json_pack("{s:s, s:i, s:i, s:s?, s:s?, s:s?, s:s, s:s, s:s, s:s, s:s?, s:s?}", "file",
                        finding->file, "line", (int)finding->line, "column", (int)finding->column,
                        "language", finding->language, "clause", finding->id, "part", finding->part,
                        "rule", finding->rule->id, "severity",
                        adref_check_severity_word(finding->severity), "message", finding->message,
                        "why", finding->rule->why, "suggestion", finding->suggestion, "ignored",
                        finding->reason));
  }
  return adref_json_text(list);
}

GString *adref_json_check_rules_write(const GPtrArray *rules)
{
  json_t *list = json_array();
  for (guint i = 0; i < rules->len; i++) {
    const AdrefCheckRule *rule = rules->pdata[i];
    json_array_append_new(list, json_pack("{s:s, s:s, s:s, s:s, s:b}", "rule", rule->id, "severity",
                                          adref_check_severity_word(rule->severity), "summary",
                                          rule->summary, "why", rule->why, "fixes", rule->fixes));
  }
  return adref_json_text(list);
}

/* --- SARIF --- */

static json_t *words(const char *text)
{
  return json_pack("{s:s}", "text", text);
}

/* The rules of the findings, each once; `index` gets their places by address. */
static json_t *sarif_rules(const GPtrArray *findings, GHashTable *index)
{
  json_t *rules = json_array();
  for (guint i = 0; i < findings->len; i++) {
    const AdrefCheckRule *rule = ((const AdrefCheckFinding *)findings->pdata[i])->rule;
    if (g_hash_table_contains(index, rule))
      continue;
    g_hash_table_insert(index, (gpointer)(guintptr)rule,
                        GUINT_TO_POINTER((guint)json_array_size(rules)));
    json_array_append_new(rules,
                          json_pack("{s:s, s:o, s:o, s:{s:s}}", "id", rule->id, "shortDescription",
                                    words(rule->summary), "fullDescription", words(rule->why),
                                    "defaultConfiguration", "level",
                                    adref_check_severity_word(rule->severity)));
  }
  return rules;
}

/* A fingerprint without line and number; `seen` counts equal ones. Caller frees. */
static char *fingerprint(const AdrefCheckFinding *finding, GHashTable *seen)
{
  g_autofree char *folder = g_path_get_dirname(finding->file);
  g_autofree char *statement = g_path_get_basename(finding->language ? folder : finding->file);
  char *key =
      g_strdup_printf("%s\n%s\n%s\n%s", statement, finding->language ? finding->language : "",
                      finding->id ? finding->id : finding->message, finding->rule->id);
  guint count = GPOINTER_TO_UINT(g_hash_table_lookup(seen, key));
  g_hash_table_insert(seen, g_strdup(key), GUINT_TO_POINTER(count + 1));
  g_autofree char *whole = g_strdup_printf("%s\n%u", key, count);
  g_free(key);
  return adref_digest_of(whole, strlen(whole));
}

/* A relative path is a relative reference; one that begins with "/" is a whole address (SARIF
 * 2.1.0, section 3.4.3). */
static json_t *location(const AdrefCheckFinding *finding)
{
  g_autofree char *path = g_uri_escape_string(finding->file, "/", FALSE);
  g_autofree char *uri = g_strconcat(path[0] == '/' ? "file://" : "", path, NULL);
  json_t *physical = json_pack("{s:{s:s}}", "artifactLocation", "uri", uri);
  if (finding->line > 0)
    json_object_set_new(physical, "region",
                        json_pack("{s:i, s:i}", "startLine", (int)finding->line, "startColumn",
                                  (int)MAX(finding->column, 1)));
  json_t *place = json_pack("{s:o}", "physicalLocation", physical);
  if (finding->part)
    json_object_set_new(place, "logicalLocations",
                        json_pack("[{s:s, s:s}]", "name", finding->id ? finding->id : finding->part,
                                  "fullyQualifiedName", finding->part));
  return place;
}

static json_t *sarif_result(const AdrefCheckFinding *finding, GHashTable *index, GHashTable *seen)
{
  g_autofree char *print = fingerprint(finding, seen);
  g_autofree char *message =
      finding->suggestion ? g_strdup_printf("%s; write: %s", finding->message, finding->suggestion)
                          : g_strdup(finding->message);
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(index, finding->rule));
  json_t *result = json_pack(
      "{s:s, s:i, s:s, s:o, s:[o], s:{s:s}}", "ruleId", finding->rule->id, "ruleIndex", (int)place,
      "level", adref_check_severity_word(finding->severity), "message", words(message), "locations",
      location(finding), "partialFingerprints", "adrefClauseRule/v1", print);
  if (finding->reason)
    json_object_set_new(
        result, "suppressions",
        json_pack("[{s:s, s:s}]", "kind", "inSource", "justification", finding->reason));
  return result;
}

/* What a person should know of the run. */
static json_t *sarif_notes(const char *packages)
{
  g_autofree char *message = g_strdup_printf("spelling was not looked up: install %s", packages);
  return json_pack("[{s:b, s:[{s:s, s:o}]}]", "executionSuccessful", 1,
                   "toolExecutionNotifications", "level", "note", "message", words(message));
}

GString *adref_sarif_write(const GPtrArray *findings, const char *packages, const char *version)
{
  g_autoptr(GHashTable) index = g_hash_table_new(g_direct_hash, g_direct_equal);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  json_t *rules = sarif_rules(findings, index), *results = json_array();
  for (guint i = 0; i < findings->len; i++)
    json_array_append_new(results, sarif_result(findings->pdata[i], index, seen));
  json_t *driver =
      json_pack("{s:s, s:s, s:o}", "name", "adref", "version", version, "rules", rules);
  json_t *run = json_pack("{s:{s:o}, s:s, s:o}", "tool", "driver", driver, "columnKind",
                          "unicodeCodePoints", "results", results);
  if (packages)
    json_object_set_new(run, "invocations", sarif_notes(packages));
  return adref_json_text(json_pack(
      "{s:s, s:s, s:[o]}", "$schema",
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version", "2.1.0", "runs", run));
}
