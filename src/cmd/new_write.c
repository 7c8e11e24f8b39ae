#include <stdlib.h>

#include "base/file.h"
#include "cmd/commands.h"
#include "cmd/new_facts.h"
#include "draft/statement/assemble.h"
#include "draft/statement/assembly_plan.h"
#include "work/statement_folder.h"

static void put_values(AdrefYamlWriter *writer, const AdrefNewFacts *facts)
{
  adref_yaml_put(writer, "values");
  adref_yaml_open_map(writer);
  for (guint i = 0; i < facts->params->len; i++) {
    const AdrefParam *param = facts->params->pdata[i];
    const AdrefValue *value = g_hash_table_lookup(facts->values, param->name);
    if (!value)
      continue;
    adref_yaml_put(writer, param->name);
    adref_value_write(value, writer);
  }
  adref_yaml_close(writer);
}

/* For whom each party signs, where the outline takes that from its values. */
static void put_signatories(AdrefYamlWriter *writer, const AdrefNewFacts *facts)
{
  char **names = facts->outline->signatories;
  if (!*names)
    return;
  adref_yaml_put(writer, "signatories");
  adref_yaml_open_map(writer);
  for (guint i = 0; names[i] && facts->parties[i]; i++) {
    const AdrefValue *value = g_hash_table_lookup(facts->values, names[i]);
    if (value)
      adref_value_write_entry(value, facts->parties[i], writer);
  }
  adref_yaml_close(writer);
}

static GString *write_facts(const AdrefNewFacts *facts)
{
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_open_map(writer);
  adref_value_write_entry(facts->title, "title", writer);
  adref_yaml_put_text(writer, "outline", facts->outline->name);
  adref_yaml_put_list(writer, "parties", facts->parties);
  adref_value_write_entry(facts->place, "place", writer);
  if (facts->date) {
    adref_yaml_put(writer, "date");
    adref_yaml_put(writer, facts->date);
  }
  adref_yaml_put_list(writer, "languages", facts->languages);
  adref_yaml_put_text(writer, "adoption",
                      adref_adoption_level_word(ADREF_ADOPTION_LEVEL_CONFIRMED));
  put_signatories(writer, facts);
  if (g_hash_table_size(facts->values) > 0)
    put_values(writer, facts);
  adref_yaml_close(writer);
  return adref_yaml_writer_end(writer);
}

/* Asks until the answer is a value for the parameter; FALSE at the end of input. */
static gboolean ask_value(AdrefNewFacts *facts, const AdrefParam *param, GError **error)
{
  const AdrefParties *registry = adref_library_parties(facts->session->library);
  const char *question = param->question ? param->question : param->name;
  for (;;) {
    g_autofree char *answer = adref_ask(question);
    if (!answer) {
      adref_new_facts_no_answer(facts, error);
      return FALSE;
    }
    if (!*answer && param->type == ADREF_VALUE_TEXT) {
      adref_say("%s is empty; an answer is needed, such as TBC where it is not known yet",
                param->name);
      continue;
    }
    g_autoptr(GError) cause = NULL;
    AdrefValue *value = adref_value_parse(answer, param, registry, NULL, &cause);
    if (value) {
      g_autofree char *option = g_strconcat("set ", param->name, NULL);
      adref_new_facts_keep(facts, option, answer);
      g_hash_table_replace(facts->values, g_strdup(param->name), value);
      return TRUE;
    }
    adref_say("%s", cause->message);
  }
}

static void report_missing(const GPtrArray *missing, GError **error)
{
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint i = 0; i < missing->len; i++) {
    const AdrefParam *param = missing->pdata[i];
    g_string_append_printf(list, "\n  --set %s=...  (%s)%s%s", param->name,
                           adref_value_type_word(param->type), param->question ? " " : "",
                           param->question ? param->question : "");
  }
  adref_error(error, ADREF_ERROR_USAGE, "new: values are missing; nothing was written%s",
              list->str);
}

/* What is still to be asked for (of const AdrefParam *). */
static GPtrArray *find_missing(const AdrefNewFacts *facts, GError **error)
{
  g_autoptr(GString) text = write_facts(facts);
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(text->str, text->len, "statement.yaml", 1, error);
  g_autoptr(AdrefValue) date = NULL;
  gint64 days;
  if (facts->date && adref_date_parse(facts->date, &days))
    date = adref_value_new_date(atoi(facts->date), atoi(facts->date + 5), atoi(facts->date + 8));
  return yaml ? adref_assembly_questions(facts->session->library, facts->outline,
                                         adref_yaml_get(yaml, "values"), date, FALSE, error)
              : NULL;
}

/* Asks for one value after another, since an answer can bring a question or answer one. */
gboolean adref_new_facts_complete(AdrefNewFacts *facts, GError **error)
{
  for (;;) {
    g_autoptr(GPtrArray) missing = find_missing(facts, error);
    if (!missing || missing->len == 0)
      return missing != NULL;
    if (!adref_can_ask()) {
      report_missing(missing, error);
      return FALSE;
    }
    if (!ask_value(facts, missing->pdata[0], error))
      return FALSE;
  }
}

/* Says which languages would get the words of another one. */
static void warn_words(const AdrefNewFacts *facts, const char *name, const AdrefValue *value)
{
  const char *rolling = facts->languages[0];
  for (char **language = facts->languages; value && *language; language++) {
    const char *taken = adref_value_given_fallback(value, *language, rolling);
    if (taken)
      adref_say("warning: \"%s\" has no words in \"%s\"; give them in statement.yaml: "
                "{%s: ..., %s: ...}",
                name, *language, taken, *language);
  }
}

static void warn_all_words(const AdrefNewFacts *facts)
{
  warn_words(facts, "title", facts->title);
  warn_words(facts, "place", facts->place);
  for (guint i = 0; i < facts->params->len; i++) {
    const AdrefParam *param = facts->params->pdata[i];
    warn_words(facts, param->name, g_hash_table_lookup(facts->values, param->name));
  }
}

/* Answers that nobody gave stand in statement.yaml as comments. Where the text cannot be assembled
 * yet, draft says why. */
static void add_defaults(const AdrefNewFacts *facts, const char *id, const char *path,
                         GString *text)
{
  AdrefSession *session = facts->session;
  const AdrefStatement *statement = adref_session_facts(session->files, id, NULL);
  g_autoptr(AdrefAssemblyPlan) plan =
      statement ? adref_assembly_plan_new(session->library, facts->outline, statement, NULL) : NULL;
  g_autoptr(GString) defaults = plan ? adref_assembly_plan_defaults(plan) : g_string_new(NULL);
  if (defaults->len == 0)
    return;
  g_autofree char *words =
      adref_can_ask() ? adref_assembly_plan_defaults_words(plan) : g_strdup("");
  g_auto(GStrv) lines = g_strsplit(g_strchomp(defaults->str), "\n", -1);
  g_string_append(text, "# Answers that are defaults of the library; to give another, write its "
                        "line under values:\n");
  for (char **line = lines; *line; line++)
    g_string_append_printf(text, "#   %s\n", *line);
  if (adref_file_write(path, text->str, text->len, NULL))
    adref_say("answers that are defaults of the library stand in statement.yaml as comments%s%s",
              *words ? ":\n" : "", words);
}

gboolean adref_new_facts_write(const AdrefNewFacts *facts, const char *id, GError **error)
{
  g_autofree char *name = g_strdup_printf("statements/%s/statement.yaml", id);
  g_autofree char *path = adref_session_path(facts->session, name);
  g_auto(AdrefStatementFolder) folder = {0};
  g_autoptr(GString) text = write_facts(facts);
  if (!adref_statement_folder_begin(facts->session, id, &folder, error) ||
      !adref_statement_folder_write(&folder, "statement.yaml", text, error) ||
      !adref_statement_folder_put(&folder, error))
    return FALSE;
  warn_all_words(facts);
  add_defaults(facts, id, path, text);
  adref_say("%s written. Next: adref draft %s", name, id);
  return TRUE;
}
