#include "cmd/command.h"

#include <string.h>

#include "base/name.h"
#include "cmd/shared/topic.h"
#include "history/config.h"
#include "history/time_range.h"
#include "work/select_clause.h"

const AdrefOption adref_global_options[] = {
    {"directory", 'C', "DIR", NULL, FALSE, "work in DIR"},
    {"json", 0, NULL, NULL, FALSE, "print JSON"},
    {"color", 0, "WHEN", "auto|always|never", FALSE, "colour and bold type"},
    {"help", 'h', NULL, NULL, FALSE, "explain the command"},
    {NULL, 0, NULL, NULL, FALSE, NULL},
};

const AdrefCommand *adref_run_find_command(const AdrefRun *run, const char *name, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (gsize i = 0; run->commands[i]; i++) {
    if (strcmp(run->commands[i]->name, name) == 0)
      return run->commands[i];
    g_ptr_array_add(names, (gpointer)(guintptr)run->commands[i]->name);
  }
  g_ptr_array_add(names, NULL);
  const char *near = adref_name_closest(name, (const char *const *)names->pdata);
  if (adref_topic_find(name))
    adref_error(error, ADREF_ERROR_USAGE,
                "unknown command \"%s\"; \"adref help %s\" prints the topic", name, name);
  else if (near)
    adref_error(error, ADREF_ERROR_USAGE, "unknown command \"%s\"; did you mean %s?", name, near);
  else
    adref_error(error, ADREF_ERROR_USAGE, "unknown command \"%s\"; see adref help", name);
  return NULL;
}

static const AdrefOption *find_in(const AdrefOption *options, const char *name, gsize length,
                                  char letter)
{
  for (; options && options->name; options++)
    if (letter ? options->letter == letter
               : strlen(options->name) == length && strncmp(options->name, name, length) == 0)
      return options;
  return NULL;
}

static const AdrefOption *find_option(const AdrefRun *run, const char *name, gsize length,
                                      char letter)
{
  const AdrefOption *found =
      run->command ? find_in(run->command->options, name, length, letter) : NULL;
  return found ? found : find_in(adref_global_options, name, length, letter);
}

/* The only option with this word: "all-agreed" for "all" and "agreed". NULL: none, or several. */
static const char *option_with_word(const GPtrArray *names, const char *word)
{
  const char *found = NULL;
  for (guint i = 0; names->pdata[i]; i++) {
    g_auto(GStrv) words = g_strsplit(names->pdata[i], "-", -1);
    if (!g_strv_contains((const char *const *)words, word))
      continue;
    if (found)
      return NULL;
    found = names->pdata[i];
  }
  return found;
}

static gboolean unknown_option(const AdrefRun *run, const char *word, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  const AdrefOption *tables[] = {run->command ? run->command->options : NULL, adref_global_options};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
    for (const AdrefOption *option = tables[i]; option && option->name; option++)
      g_ptr_array_add(names, (gpointer)(guintptr)option->name);
  g_ptr_array_add(names, NULL);
  const char *near = word[1] == '-' ? option_with_word(names, word + 2) : NULL;
  if (!near && word[1] == '-')
    near = adref_name_closest(word + 2, (const char *const *)names->pdata);
  g_autofree char *command =
      run->command ? g_strconcat(run->command->name, ": ", NULL) : g_strdup("");
  if (near)
    adref_error(error, ADREF_ERROR_USAGE, "%sunknown option %s; did you mean --%s?", command, word,
                near);
  else
    adref_error(error, ADREF_ERROR_USAGE, "%sunknown option %s; see adref help%s%s", command, word,
                run->command ? " " : "", run->command ? run->command->name : "");
  return FALSE;
}

static gboolean is_choice(const AdrefOption *option, const char *value)
{
  if (!option->choices)
    return TRUE;
  g_auto(GStrv) choices = g_strsplit(option->choices, "|", -1);
  return g_strv_contains((const char *const *)choices, value);
}

/* The options of all commands may be given anew: an alias has them, too. */
static gboolean is_global(const AdrefOption *option)
{
  for (const AdrefOption *each = adref_global_options; each->name; each++)
    if (each == option)
      return TRUE;
  return FALSE;
}

/* Refuses a second value of an option that takes one: nobody can tell which one was meant. */
static gboolean check_single(const AdrefOption *option, const GPtrArray *values, const char *value,
                             GError **error)
{
  const char *before = values->len > 0 ? values->pdata[0] : value;
  if (option->many || is_global(option) || strcmp(before, value) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "--%s is given twice, \"%s\" and \"%s\"; it takes one value", option->name, before,
              value);
  return FALSE;
}

/* The formats that the name of a file says. */
static const struct {
  const char *ending, *format;
} endings[] = {
    {".html", "html"}, {".htm", "html"}, {".pdf", "pdf"},   {".md", "markdown"},
    {".docx", "docx"}, {".txt", "text"}, {".json", "json"}, {".svg", "svg"},
    {".csv", "csv"},   {".tmx", "tmx"},  {".xml", "akn"},
};

/* The name of a format for the ending of its files, "markdown" for "md"; any other value for
 * itself.
 */
static const char *format_of_value(const AdrefOption *option, const char *value)
{
  if (strcmp(option->name, "format") != 0 || is_choice(option, value))
    return value;
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_ascii_strcasecmp(endings[i].ending + 1, value) == 0 &&
        is_choice(option, endings[i].format))
      return endings[i].format;
  return value;
}

static gboolean store_option(AdrefRun *run, const AdrefOption *option, const char *value,
                             GError **error)
{
  value = format_of_value(option, value);
  if (!is_choice(option, value)) {
    g_auto(GStrv) words = g_strsplit(option->choices, "|", -1);
    g_autofree char *choices = g_strjoinv(", ", words);
    adref_error(error, ADREF_ERROR_USAGE, "--%s %s: allowed are %s", option->name, value, choices);
    return FALSE;
  }
  GPtrArray *values = g_hash_table_lookup(run->options, option->name);
  if (!values) {
    values = g_ptr_array_new_with_free_func(g_free);
    g_hash_table_insert(run->options, (gpointer)(guintptr)option->name, values);
  }
  /* Codes of parties have capitals only (base/name.h): "jpn" is JPN. */
  g_autofree char *code = g_ascii_strup(value, -1);
  gboolean is_party =
      g_strcmp0(option->value, "PARTY") == 0 && adref_name_is(ADREF_NAME_PARTY, code);
  const char *stored = is_party ? code : value;
  if (!check_single(option, values, stored, error))
    return FALSE;
  if (!option->many)
    g_ptr_array_set_size(values, 0);
  g_ptr_array_add(values, g_strdup(stored));
  return TRUE;
}

typedef struct {
  int argc;
  char **argv;
  int at;
} ArgumentCursor;

static gboolean take_value(AdrefRun *run, ArgumentCursor *words, const AdrefOption *option,
                           const char *attached, GError **error)
{
  const char *value = attached;
  gboolean two = strchr(option->value, ' ') != NULL;
  if (!value && words->at + 1 < words->argc)
    value = words->argv[++words->at];
  const char *second =
      value && two && words->at + 1 < words->argc ? words->argv[++words->at] : NULL;
  if (value && (second || !two))
    return store_option(run, option, value, error) &&
           (!second || store_option(run, option, second, error));
  adref_error(error, ADREF_ERROR_USAGE, "--%s needs a value: --%s %s", option->name, option->name,
              option->value);
  return FALSE;
}

static gboolean parse_long(AdrefRun *run, ArgumentCursor *words, GError **error)
{
  const char *word = words->argv[words->at], *equals = strchr(word, '=');
  gsize length = equals ? (gsize)(equals - word - 2) : strlen(word + 2);
  const AdrefOption *option = find_option(run, word + 2, length, 0);
  if (!option)
    return unknown_option(run, word, error);
  if (option->value)
    return take_value(run, words, option, equals ? equals + 1 : NULL, error);
  if (!equals)
    return store_option(run, option, "", error);
  adref_error(error, ADREF_ERROR_USAGE, "--%s takes no value", option->name);
  return FALSE;
}

static gboolean parse_short(AdrefRun *run, ArgumentCursor *words, GError **error)
{
  const char *word = words->argv[words->at];
  for (const char *letter = word + 1; *letter; letter++) {
    const AdrefOption *option = find_option(run, NULL, 0, *letter);
    if (!option)
      return unknown_option(run, word, error);
    if (option->value)
      return take_value(run, words, option, letter[1] ? letter + 1 : NULL, error);
    if (!store_option(run, option, "", error))
      return FALSE;
  }
  return TRUE;
}

static gboolean is_option(const char *word)
{
  return word[0] == '-' && word[1] != '\0';
}

static gboolean parse_option(AdrefRun *run, ArgumentCursor *words, GError **error)
{
  return words->argv[words->at][1] == '-' ? parse_long(run, words, error)
                                          : parse_short(run, words, error);
}

static void apply_global_options(AdrefRun *run)
{
  const char *color = adref_run_value(run, "color");
  run->json = run->json || adref_run_flag(run, "json");
  if (g_strcmp0(color, "always") == 0)
    run->color = ADREF_COLOR_ALWAYS;
  if (g_strcmp0(color, "never") == 0)
    run->color = ADREF_COLOR_NEVER;
  const char *directory = adref_run_value(run, "directory");
  if (directory) {
    g_free(run->folder);
    run->folder = g_canonicalize_filename(directory, NULL);
  }
}

gboolean adref_command_parse_global(AdrefRun *run, int argc, char **argv, int *next, GError **error)
{
  ArgumentCursor words = {argc, argv, 1};
  for (; words.at < argc && is_option(argv[words.at]); words.at++)
    if (strcmp(argv[words.at], "--version") == 0)
      break;
    else if (!parse_option(run, &words, error))
      return FALSE;
  *next = words.at;
  apply_global_options(run);
  return TRUE;
}

static const AdrefOption *format_option(const AdrefRun *run)
{
  return find_in(run->command->options, "format", strlen("format"), 0);
}

/* The ending of the file of --output, with its dot; NULL: it has none. */
static const char *output_ending(const AdrefRun *run)
{
  const char *output = adref_run_value(run, "output");
  const char *slash = output ? strrchr(output, '/') : NULL, *name = slash ? slash + 1 : output;
  const char *dot = name ? strrchr(name, '.') : NULL;
  return dot && dot > name ? dot : NULL;
}

static const char *format_of_ending(const AdrefRun *run)
{
  const char *ending = output_ending(run);
  for (gsize i = 0; ending && i < G_N_ELEMENTS(endings); i++)
    if (g_ascii_strcasecmp(ending, endings[i].ending) == 0 &&
        is_choice(format_option(run), endings[i].format))
      return endings[i].format;
  return NULL;
}

const char *adref_run_format(const AdrefRun *run, const char *usual)
{
  const char *format = adref_run_value(run, "format");
  if (format)
    return format;
  if (run->json && is_choice(format_option(run), "json"))
    return "json";
  const char *said = format_of_ending(run);
  return said ? said : usual;
}

/* A PDF that is called .html, or a page that is called .doc, misleads everybody who gets it. */
static gboolean check_ending(const AdrefRun *run, GError **error)
{
  const AdrefOption *option = format_option(run);
  const char *ending = option ? output_ending(run) : NULL;
  if (!ending || adref_run_value(run, "format") || run->json || format_of_ending(run))
    return TRUE;
  g_autoptr(GString) allowed = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (is_choice(option, endings[i].format) && strcmp(endings[i].ending, ".htm") != 0)
      g_string_append_printf(allowed, "%s%s", allowed->len > 0 ? ", " : "", endings[i].ending);
  adref_error(error, ADREF_ERROR_USAGE,
              "%s: --output %s: no form ends in %s; allowed are %s, or any name with --format",
              run->command->name, adref_run_value(run, "output"), ending, allowed->str);
  return FALSE;
}

static gboolean check_count(const AdrefRun *run, GError **error)
{
  const AdrefCommand *command = run->command;
  guint count = run->arguments->len;
  if (count >= command->fewest && count <= command->most)
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE, "%s: %s; usage: adref %s %s", command->name,
              count < command->fewest ? "an argument is missing" : "too many arguments",
              command->name, command->arguments);
  return FALSE;
}

gboolean adref_command_parse(AdrefRun *run, int argc, char **argv, GError **error)
{
  ArgumentCursor words = {argc, argv, 0};
  gboolean options = TRUE;
  for (; words.at < argc; words.at++) {
    const char *word = argv[words.at];
    if (!g_utf8_validate(word, -1, NULL)) {
      adref_error(error, ADREF_ERROR_USAGE, "an argument is not UTF-8");
      return FALSE;
    }
    if (options && strcmp(word, "--") == 0)
      options = FALSE;
    else if (!options || !is_option(word))
      g_ptr_array_add(run->arguments, g_strdup(word));
    else if (!parse_option(run, &words, error))
      return FALSE;
  }
  apply_global_options(run);
  return adref_run_flag(run, "help") || (check_count(run, error) && check_ending(run, error));
}

const GPtrArray *adref_run_values(const AdrefRun *run, const char *option)
{
  return g_hash_table_lookup(run->options, option);
}

gboolean adref_run_flag(const AdrefRun *run, const char *option)
{
  return g_hash_table_contains(run->options, option);
}

const char *adref_run_value(const AdrefRun *run, const char *option)
{
  const GPtrArray *values = adref_run_values(run, option);
  return values ? values->pdata[values->len - 1] : NULL;
}

gboolean adref_run_since(const AdrefRun *run, gint64 *since, GError **error)
{
  const char *value = adref_run_value(run, "since");
  AdrefTimeRange when = {0};
  if (value && *value == '@')
    value++;
  if (value && !adref_time_range_read(value, run->session->now, &when, error))
    return FALSE;
  *since = when.first;
  return TRUE;
}

const char *adref_run_argument(const AdrefRun *run, guint index)
{
  return index < run->arguments->len ? run->arguments->pdata[index] : NULL;
}

void adref_run_refuse_verb(const AdrefRun *run, const char *const *verbs, GError **error)
{
  const char *verb = adref_run_argument(run, 0), *name = run->command->name;
  const char *near = verb && !g_strv_contains(verbs, verb) ? adref_name_closest(verb, verbs) : NULL;
  if (near)
    adref_error(error, ADREF_ERROR_USAGE, "%s: there is no \"%s\"; did you mean \"%s\"?", name,
                verb, near);
  else
    adref_error(error, ADREF_ERROR_USAGE, "%s: what is wanted? usage: adref %s %s", name, name,
                run->command->arguments);
}

static void say(gpointer data, const char *message)
{
  (void)data;
  adref_say("%s", message);
}

/* STATEMENT@LABEL; the statement may be left out. */
static void split_label(AdrefRun *run, const char *argument)
{
  const char *at = strchr(argument, '@');
  run->label = at ? at + 1 : NULL;
  run->statement = at ? g_strndup(argument, (gsize)(at - argument)) : g_strdup(argument);
  if (!*run->statement)
    g_clear_pointer(&run->statement, g_free);
}

/* An argument that names no statement is a clause of the only one. */
static gboolean split_clauses(AdrefRun *run, const char *argument, GError **error)
{
  gboolean is_statement = TRUE;
  gboolean may_be_clause =
      run->command->first != ADREF_FIRST_STATEMENT_CLAUSE || run->arguments->len == 1;
  if (may_be_clause &&
      (!adref_session_open_workspace(run->session, error) ||
       !adref_select_clause_is_statement(run->session, argument, &is_statement, error)))
    return FALSE;
  run->clauses = is_statement ? 1 : 0;
  run->statement = is_statement ? g_strdup(argument) : NULL;
  return TRUE;
}

static gboolean split_first(AdrefRun *run, GError **error)
{
  const char *argument = adref_run_argument(run, 0);
  if (!argument)
    return TRUE;
  switch (run->command->first) {
  case ADREF_FIRST_STATEMENT: run->statement = g_strdup(argument); return TRUE;
  case ADREF_FIRST_STATEMENT_LABEL: split_label(run, argument); return TRUE;
  case ADREF_FIRST_STATEMENT_LABEL_CLAUSES:
    if (!strchr(argument, '@'))
      return split_clauses(run, argument, error);
    run->clauses = 1;
    split_label(run, argument);
    return TRUE;
  case ADREF_FIRST_STATEMENT_CLAUSE:
  case ADREF_FIRST_STATEMENT_CLAUSES: return split_clauses(run, argument, error);
  }
  return TRUE;
}

/* Where --as is left out: the party that git config names. What it cannot be is refused later. */
static void add_usual_party(AdrefRun *run)
{
  if (!run->command->usual_party || adref_run_value(run, "as") ||
      !adref_session_repo(run->session, NULL))
    return;
  g_autofree char *party = adref_repo_config(run->session->repo, "adref.party");
  run->is_usual_party = party && *party;
  if (run->is_usual_party)
    store_option(run, find_option(run, "as", strlen("as"), 0), party, NULL);
}

/* Names of files where versions are meant: the command can take files, but has to be told so. */
static gboolean check_files(const AdrefRun *run, GError **error)
{
  guint files = 0;
  for (guint i = 0; i < run->arguments->len; i++) {
    const char *name = adref_run_argument(run, i);
    files += strchr(name, '.') && g_file_test(name, G_FILE_TEST_IS_REGULAR);
  }
  if (files == 0 || files < run->arguments->len ||
      !find_in(run->command->options, "files", strlen("files"), 0) || adref_run_flag(run, "files"))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "%s: %s is a file; `adref %s --files` takes files instead of versions",
              run->command->name, adref_run_argument(run, 0), run->command->name);
  return FALSE;
}

/* zero, rev2 */
static gboolean is_usual_label(const char *word)
{
  return strcmp(word, "zero") == 0 || (g_str_has_prefix(word, "rev") && word[3] &&
                                       strspn(word + 3, "0123456789") == strlen(word + 3));
}

/* The only argument is no statement, and the command gives labels: it is the label that is meant.
 */
static gboolean is_label(AdrefRun *run)
{
  gboolean is_statement = TRUE;
  return run->command->first == ADREF_FIRST_STATEMENT && run->statement &&
         find_in(run->command->options, "label", strlen("label"), 0) &&
         adref_name_is(ADREF_NAME_LABEL, run->statement) && run->session->workspace &&
         (is_usual_label(run->statement) ||
          !adref_select_clause_is_slip(run->session, run->statement)) &&
         adref_select_clause_is_statement(run->session, run->statement, &is_statement, NULL) &&
         !is_statement;
}

static gboolean require(AdrefRun *run, GError **error)
{
  g_autoptr(GError) cause = NULL;
  if (adref_session_require(run->session, run->command->needs, run->statement,
                            adref_run_value(run, "as"), &cause))
    return TRUE;
  if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND) && is_label(run))
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "there is no statement \"%s\"; a label is given with --label: adref %s --label %s",
                run->statement, run->command->name, run->statement);
  else
    g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

static gboolean open_needs(AdrefRun *run, GError **error)
{
  const AdrefCommand *command = run->command;
  return check_files(run, error) && (!command->check || command->check(run, error)) &&
         split_first(run, error) && require(run, error);
}

static gboolean open_command(AdrefRun *run, GError **error)
{
  AdrefSessionDoor door = {.say = say, .read_input = adref_read_input};
  run->session = adref_session_new(run->folder, &door);
  add_usual_party(run);
  return open_needs(run, error);
}

/* The word that is taken for a statement is the label of a draft of the only one, "sign rev1";
 * NULL: it is none. */
static const char *label_for_statement(AdrefRun *run)
{
  const char *first = run->arguments->len > 0 ? adref_run_argument(run, 0) : NULL;
  const char *word = run->statement ? run->statement : first;
  gboolean is_statement = TRUE;
  if (!word || !run->session->workspace ||
      find_in(run->command->options, "label", strlen("label"), 0) ||
      !adref_name_is(ADREF_NAME_LABEL, word) ||
      !adref_select_clause_is_statement(run->session, word, &is_statement, NULL) || is_statement)
    return NULL;
  g_autofree char *version = g_strconcat("@", word, NULL);
  g_autoptr(AdrefText) text = adref_text_open(run->session, version, NULL, NULL);
  return text ? word : NULL;
}

/* Whether what was not found is the word: another argument may be meant. */
static gboolean is_missing(const GError *cause, const char *word)
{
  g_autofree char *quoted = g_strdup_printf("\"%s\"", word);
  return strstr(cause->message, quoted) != NULL;
}

/* The statement that stands behind another argument, "propose training tokyo", where the command
 * found none; NULL: that is not so. */
static const char *statement_behind(AdrefRun *run, const GError *cause)
{
  gboolean is_first = TRUE, is_statement = FALSE;
  if (!cause || run->session->statement_id || run->arguments->len < 2 || !run->session->workspace ||
      !adref_select_clause_is_statement(run->session, adref_run_argument(run, 0), &is_first,
                                        NULL) ||
      is_first || (!run->command->first && !is_missing(cause, adref_run_argument(run, 0))))
    return NULL;
  for (guint i = 1; i < run->arguments->len; i++) {
    const char *argument = adref_run_argument(run, i);
    if (adref_select_clause_is_statement(run->session, argument, &is_statement, NULL) &&
        is_statement)
      return argument;
  }
  return NULL;
}

int adref_command_run(AdrefRun *run, GError **error)
{
  g_autoptr(GError) cause = NULL;
  int status = open_command(run, &cause) ? run->command->run(run, &cause) : ADREF_FAILURE;
  const char *label =
      g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND) ? label_for_statement(run) : NULL;
  const char *behind = statement_behind(run, cause);
  if (behind)
    adref_error(error, ADREF_ERROR_USAGE,
                "\"%s\" is no statement; the statement stands first: adref %s %s %s",
                adref_run_argument(run, 0), run->command->name, behind, adref_run_argument(run, 0));
  else if (label && is_missing(cause, label))
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "there is no statement \"%s\"; did you mean @%s, the draft?", label, label);
  else if (cause)
    g_propagate_error(error, g_steal_pointer(&cause));
  return status;
}
