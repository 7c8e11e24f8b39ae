#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "cmd/commands.h"
#include "cmd/shared_options.h"
#include "draft/assemble.h"
#include "draft/assembly_plan.h"
#include "view/json_next.h"
#include "work/next_statement.h"
#include "work/statement_id.h"
#include "work/values.h"

/* The facts of a statement as they are gathered. */
typedef struct {
  AdrefSession *session;
  AdrefOutline *outline;
  char *title, *place, *date; /* NULL: none */
  char **parties, **languages;
  GPtrArray *params;  /* all that the outline asks for; of const AdrefParam */
  GHashTable *values; /* name -> AdrefValue */
} NewStatement;

static void facts_clear(NewStatement *facts)
{
  g_free(facts->title);
  g_free(facts->place);
  g_free(facts->date);
  g_strfreev(facts->parties);
  g_strfreev(facts->languages);
  g_clear_pointer(&facts->params, g_ptr_array_unref);
  g_clear_pointer(&facts->values, g_hash_table_unref);
  adref_outline_free(facts->outline);
}

static char **split_list(const char *text)
{
  g_auto(GStrv) parts = g_strsplit(text, ",", -1);
  GPtrArray *list = g_ptr_array_new();
  for (char **part = parts; *part; part++)
    if (*g_strstrip(*part))
      g_ptr_array_add(list, g_strdup(*part));
  g_ptr_array_add(list, NULL);
  return (char **)g_ptr_array_free(list, FALSE);
}

/* The option's value, or the person's answer; NULL where nobody can be asked. */
static char *fact(const AdrefRun *run, const char *option, const char *question)
{
  const char *given = adref_run_value(run, option);
  if (given || !question || !adref_can_ask())
    return g_strdup(given);
  g_autofree char *answer = adref_ask(question);
  return answer && *answer ? g_steal_pointer(&answer) : NULL;
}

static gboolean check_once(const char *option, char **list, GError **error)
{
  for (char **item = list; *item; item++)
    for (char **before = list; before < item; before++)
      if (strcmp(*before, *item) == 0) {
        adref_error(error, ADREF_ERROR_USAGE, "%s: %s stands there twice", option, *item);
        return FALSE;
      }
  return TRUE;
}

static gboolean check_parties(const NewStatement *facts, GError **error)
{
  const AdrefParties *parties = adref_library_parties(facts->session->library);
  if (!facts->parties || !*facts->parties) {
    adref_error(error, ADREF_ERROR_USAGE,
                "new: who negotiates? --parties JPN,ASEAN names the parties");
    return FALSE;
  }
  for (char **code = facts->parties; *code; code++) {
    if (adref_parties_get(parties, *code))
      continue;
    const char *near = adref_parties_closest(parties, *code);
    g_autofree char *hint = near ? g_strdup_printf("did you mean %s?", near) : NULL;
    adref_error(error, ADREF_ERROR_USAGE, "--parties %s: not in templates/parties.yaml; %s", *code,
                hint ? hint : "adref parties lists the codes");
    return FALSE;
  }
  return check_once("--parties", facts->parties, error);
}

static gboolean check_date(const char *option, const char *date, GError **error)
{
  gint64 days;
  if (!date || adref_date_parse(date, &days))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE, "--%s %s: a date such as 2023-12-17 is needed", option,
              date);
  return FALSE;
}

static gboolean check_languages(const NewStatement *facts, GError **error)
{
  for (char **language = facts->languages; *language; language++)
    if (!adref_name_check(ADREF_NAME_LANGUAGE, *language, error))
      return FALSE;
  return check_once("--languages", facts->languages, error);
}

static gboolean gather(const AdrefRun *run, NewStatement *facts, GError **error)
{
  const AdrefParties *registry = adref_library_parties(facts->session->library);
  g_autofree char *parties = fact(run, "parties", "Parties, by code, such as JPN, ASEAN:");
  facts->title = fact(run, "title", NULL);
  facts->parties = parties ? split_list(parties) : NULL;
  g_autofree char *languages = fact(run, "languages", NULL);
  facts->languages = split_list(languages ? languages : "en");
  if (!check_parties(facts, error) || !check_languages(facts, error))
    return FALSE;
  facts->place = fact(run, "place", "Place (Enter: not known yet):");
  facts->date = fact(run, "date", "Date, such as 2023-12-17 (Enter: not known yet):");
  facts->params =
      adref_assembly_questions(facts->session->library, facts->outline, NULL, TRUE, error);
  if (!facts->params || !check_date("date", facts->date, error))
    return FALSE;
  AdrefGivenValues given = {run->folder, adref_run_value(run, "values"),
                            adref_run_values(run, "set")};
  facts->values = adref_values_read(&given, facts->params, registry, error);
  return facts->values != NULL;
}

static void put_values(AdrefYamlWriter *writer, const NewStatement *facts)
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

static GString *write_facts(const NewStatement *facts)
{
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_open_map(writer);
  adref_yaml_put_text(writer, "title", facts->title);
  adref_yaml_put_text(writer, "outline", facts->outline->name);
  adref_yaml_put_list(writer, "parties", facts->parties);
  adref_yaml_put_text(writer, "place", facts->place);
  if (facts->date) {
    adref_yaml_put(writer, "date");
    adref_yaml_put(writer, facts->date);
  }
  adref_yaml_put_list(writer, "languages", facts->languages);
  adref_yaml_put_text(writer, "adoption",
                      adref_adoption_level_word(ADREF_ADOPTION_LEVEL_CONFIRMED));
  if (g_hash_table_size(facts->values) > 0)
    put_values(writer, facts);
  adref_yaml_close(writer);
  return adref_yaml_writer_end(writer);
}

/* Asks until the answer is a value for the parameter; FALSE at the end of input. */
static gboolean ask_value(NewStatement *facts, const AdrefParam *param, GError **error)
{
  const AdrefParties *registry = adref_library_parties(facts->session->library);
  const char *question = param->question ? param->question : param->name;
  for (;;) {
    g_autofree char *answer = adref_ask(question);
    if (!answer) {
      adref_error(error, ADREF_ERROR_USAGE, "new: no answer; nothing was written");
      return FALSE;
    }
    g_autoptr(GError) cause = NULL;
    AdrefValue *value = adref_value_parse(answer, param, registry, NULL, &cause);
    if (value) {
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

static gboolean complete(NewStatement *facts, GError **error)
{
  g_autoptr(GString) text = write_facts(facts);
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(text->str, text->len, "statement.yaml", 1, error);
  g_autoptr(GPtrArray) missing =
      yaml ? adref_assembly_questions(facts->session->library, facts->outline,
                                      adref_yaml_get(yaml, "values"), FALSE, error)
           : NULL;
  if (!missing)
    return FALSE;
  if (missing->len > 0 && !adref_can_ask()) {
    report_missing(missing, error);
    return FALSE;
  }
  for (guint i = 0; i < missing->len; i++)
    if (!ask_value(facts, missing->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Answers that nobody gave stand in statement.yaml as comments. Where the text cannot be assembled
 * yet, draft says why. */
static void add_defaults(const NewStatement *facts, const char *id, const char *path, GString *text)
{
  AdrefSession *session = facts->session;
  const AdrefStatement *statement = adref_session_facts(session->files, id, NULL);
  g_autoptr(AdrefAssemblyPlan) plan =
      statement ? adref_assembly_plan_new(session->library, facts->outline, statement, NULL) : NULL;
  g_autoptr(GString) defaults = plan ? adref_assembly_plan_defaults(plan) : g_string_new(NULL);
  if (defaults->len == 0)
    return;
  g_auto(GStrv) lines = g_strsplit(g_strchomp(defaults->str), "\n", -1);
  g_string_append(text, "# Answers that are defaults of the library; to give another, write its "
                        "line under values:\n");
  for (char **line = lines; *line; line++)
    g_string_append_printf(text, "#   %s\n", *line);
  if (adref_file_write(path, text->str, text->len, NULL))
    adref_say("answers that are defaults of the library stand in statement.yaml as comments");
}

static gboolean write_statement(const NewStatement *facts, const char *id, GError **error)
{
  g_autofree char *name = g_strdup_printf("statements/%s/statement.yaml", id);
  g_autofree char *path = adref_session_path(facts->session, name);
  g_autofree char *folder = g_path_get_dirname(path);
  g_autoptr(GString) text = write_facts(facts);
  if (!adref_folder_make(folder, error))
    return FALSE;
  if (!adref_file_write(path, text->str, text->len, error)) {
    g_rmdir(folder);
    return FALSE;
  }
  add_defaults(facts, id, path, text);
  adref_say("%s written. Next: adref draft %s", name, id);
  return TRUE;
}

static AdrefOutline *read_outline(AdrefSession *session, const char *name, GError **error)
{
  GError *cause = NULL;
  AdrefOutline *outline = adref_outline_read(session->files->source, name,
                                             adref_library_parties(session->library), &cause);
  if (outline)
    return outline;
  if (!adref_name_is(ADREF_NAME_CLAUSE, name) ||
      g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    adref_values_set_usage_error(&cause);
  g_propagate_error(error, cause);
  return NULL;
}

static const char *place_of(const AdrefDatedWords *dated)
{
  return *dated->clause ? dated->clause : "(heading)";
}

/* A line for each: language, kind, clause, words, in columns. */
static void put_dated(AdrefRun *run, const AdrefNextStatement *next)
{
  gsize widest = 0;
  for (guint i = 0; i < next->dated->len; i++)
    widest = MAX(widest, strlen(place_of(next->dated->pdata[i])));
  for (guint i = 0; i < next->dated->len; i++) {
    const AdrefDatedWords *dated = next->dated->pdata[i];
    g_autofree char *words = adref_escape_controls(dated->words, -1, FALSE);
    g_string_append_printf(run->out, "%s  %-7s  %-*s  %s\n", dated->language, dated->kind,
                           (int)widest, place_of(dated), words);
  }
}

static void put_json(AdrefRun *run, const char *id, const AdrefNextStatement *next)
{
  g_autoptr(GArray) dated = g_array_new(FALSE, FALSE, sizeof(AdrefJsonDatedWords));
  for (guint i = 0; i < next->dated->len; i++) {
    const AdrefDatedWords *words = next->dated->pdata[i];
    AdrefJsonDatedWords one = {words->language, words->clause, words->kind, words->words};
    g_array_append_val(dated, one);
  }
  adref_put(run, adref_json_next_write(id, next->source, next->missing, dated));
}

static void say_missing(const AdrefNextStatement *next)
{
  g_autoptr(GString) list = g_string_new(NULL);
  for (guint i = 0; i < next->missing->len; i++)
    g_string_append_printf(list, "%s%s", i > 0 ? ", " : "", (const char *)next->missing->pdata[i]);
  if (list->len > 0)
    adref_say("not known yet: %s; write them into statement.yaml", list->str);
  if (next->dated->len > 0)
    adref_say("%u words may hold only for the text before; read them one by one", next->dated->len);
}

/* Starts the statement from another one's text. */
static int run_from(AdrefRun *run, const char *id, GError **error)
{
  g_autofree char *place = fact(run, "place", "Place (Enter: not known yet):");
  g_autofree char *date = fact(run, "date", "Date, such as 2023-12-17 (Enter: not known yet):");
  g_autofree char *meeting = fact(run, "meeting", "Number of the meeting (Enter: none yet):");
  g_autofree char *deadline =
      fact(run, "deadline", "Deadline, such as 2024-12-31 (Enter: none yet):");
  AdrefNextStatementOptions options = {.id = id,
                                       .source = adref_run_value(run, "from"),
                                       .title = adref_run_value(run, "title"),
                                       .place = place,
                                       .date = date,
                                       .meeting = meeting,
                                       .deadline = deadline};
  if (!check_date("date", date, error) || !check_date("deadline", deadline, error))
    return ADREF_FAILURE;
  g_autoptr(AdrefNextStatement) next = adref_next_statement_make(run->session, &options, error);
  if (!next)
    return ADREF_FAILURE;
  say_missing(next);
  if (run->json)
    put_json(run, id, next);
  else
    put_dated(run, next);
  run->use_pager = TRUE;
  return ADREF_YES;
}

/* --from takes the text of another statement, --outline assembles one. */
static gboolean check(const AdrefRun *run, GError **error)
{
  static const char *const assembled[] = {"outline", "parties", "languages", "values", "set"};
  static const char *const copied[] = {"meeting", "deadline"};
  const char *from = adref_run_value(run, "from");
  for (gsize i = 0; from && i < G_N_ELEMENTS(assembled); i++)
    if (adref_run_value(run, assembled[i])) {
      adref_error(error, ADREF_ERROR_USAGE,
                  "new: --%s does not go with --from, which takes all "
                  "from the other statement; change statement.yaml afterwards",
                  assembled[i]);
      return FALSE;
    }
  for (gsize i = 0; !from && i < G_N_ELEMENTS(copied); i++)
    if (adref_run_value(run, copied[i])) {
      adref_error(error, ADREF_ERROR_USAGE,
                  "new: --%s goes with --from; a value for the "
                  "templates is given with --set",
                  copied[i]);
      return FALSE;
    }
  return TRUE;
}

static int run(AdrefRun *run, GError **error)
{
  const char *id = adref_run_argument(run, 0), *outline = adref_run_value(run, "outline");
  AdrefSession *session = run->session;
  if (!adref_statement_id_check_free(session, id, error))
    return ADREF_FAILURE;
  if (adref_run_value(run, "from"))
    return run_from(run, id, error);
  if (!outline) {
    g_auto(GStrv) names = adref_library_outlines(session->library, error);
    g_autofree char *list = names ? g_strjoinv(", ", names) : NULL;
    if (names)
      adref_error(error, ADREF_ERROR_USAGE, "new: which kind of statement? --outline is one of %s",
                  list);
    return ADREF_USAGE;
  }
  NewStatement facts = {.session = session};
  facts.outline = read_outline(session, outline, error);
  gboolean done = facts.outline && gather(run, &facts, error) && complete(&facts, error) &&
                  write_statement(&facts, id, error);
  facts_clear(&facts);
  return done ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"outline", 0, "NAME", NULL, FALSE, "the kind of statement"},
    {"from", 0, "STATEMENT[@VERSION]", NULL, FALSE, "begin with the text of another statement"},
    {"parties", 0, "CODES", NULL, FALSE, "who negotiates: JPN,ASEAN"},
    {"title", 0, "TEXT", NULL, FALSE, "the title, instead of the outline's"},
    {"place", 0, "TEXT", NULL, FALSE, "where"},
    {"date", 0, "DATE", NULL, FALSE, "when: 2023-12-17"},
    {"meeting", 0, "NUMBER", NULL, FALSE, "with --from: the number of the meeting"},
    {"deadline", 0, "DATE", NULL, FALSE, "with --from: until when what is agreed is to be done"},
    {"languages", 0, "LANGS", NULL, FALSE, "en,ja; the first is the rolling text (en)"},
    {"values", 0, "FILE", NULL, FALSE, "YAML file with values for the templates"},
    {"set", 0, "NAME=VALUE", NULL, TRUE, "a value for the templates"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_new = {
    .name = "new",
    .arguments = "STATEMENT",
    .summary = "Start a statement",
    .details = "Writes statements/STATEMENT/statement.yaml with the facts and values that its "
               "outline needs; \"adref draft\" then assembles the text. What has no default and is "
               "not given is asked for on a terminal; what has a default stands there as a "
               "comment.\n\n"
               "With --from it begins with the text of another statement, as it is or was in a "
               "version: all its languages, parties and style, without records, labels, "
               "signatures, notes and frozen numbers. Date, place, meeting and deadline begin "
               "empty and are asked for on a terminal. Each clause names its precedent in from=. "
               "Dates, years, ordinals and places in the words are listed: read them one by "
               "one.\n\n"
               "\"adref templates list --outlines\" names the outlines.",
    .options = options,
    .fewest = 1,
    .most = 1,
    .needs = ADREF_NEEDS_WORKSPACE,
    .check = check,
    .run = run,
};
