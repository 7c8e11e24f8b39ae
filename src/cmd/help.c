#include <jansson.h>

#include <string.h>

#include "base/name.h"
#include "cmd/commands.h"
#include "cmd/shared/man_page.h"
#include "cmd/shared/manual.h"
#include "cmd/shared/name_list.h"
#include "cmd/shared/topic.h"

static json_t *options_json(const AdrefOption *options)
{
  json_t *list = json_array();
  for (; options && options->name; options++)
    json_array_append_new(list, json_pack("{s:s, s:s?, s:s?, s:s}", "name", options->name, "value",
                                          options->value, "choices", options->choices, "help",
                                          options->help));
  return list;
}

static void put_list_json(AdrefRun *run)
{
  json_t *list = json_array();
  for (gsize i = 0; run->commands[i]; i++) {
    const AdrefCommand *command = run->commands[i];
    json_array_append_new(list,
                          json_pack("{s:s, s:s, s:s, s:o}", "name", command->name, "arguments",
                                    command->arguments, "summary", command->summary, "options",
                                    options_json(command->options)));
  }
  adref_put_json(run, list);
}

static const AdrefCommand *find_command(const AdrefRun *run, const char *name)
{
  for (gsize i = 0; run->commands[i]; i++)
    if (strcmp(run->commands[i]->name, name) == 0)
      return run->commands[i];
  return NULL;
}

static int unknown_name(const AdrefRun *run, const char *name, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (gsize i = 0; run->commands[i]; i++)
    g_ptr_array_add(names, (gpointer)(guintptr)run->commands[i]->name);
  for (const AdrefTopic *topic = adref_topics; topic->name; topic++)
    g_ptr_array_add(names, (gpointer)(guintptr)topic->name);
  g_ptr_array_add(names, NULL);
  const char *near = adref_name_closest(name, (const char *const *)names->pdata);
  g_autofree char *next =
      near ? g_strdup_printf("did you mean %s?", near) : g_strdup("see adref help");
  adref_error(error, ADREF_ERROR_USAGE, "no command and no topic \"%s\"; %s", name, next);
  return ADREF_USAGE;
}

/* A command is explained in adref(1), a topic has a page of its own. */
static gboolean put_man_page(AdrefRun *run, const AdrefTopic *topic, GError **error)
{
  if (topic)
    return adref_man_page_topic(run->out, topic, error);
  adref_man_page_commands(run->out, run->commands);
  return TRUE;
}

/* "templates" is both: the command comes first. */
static gboolean explain(AdrefRun *run, const AdrefCommand *command, const AdrefTopic *topic,
                        GError **error)
{
  if (command)
    adref_manual_command(run->out, command);
  if (command && topic)
    g_string_append_c(run->out, '\n');
  return !topic || adref_topic_write(run->out, topic, adref_width(), adref_in_color(run), error);
}

static int run(AdrefRun *run, GError **error)
{
  const char *about = adref_run_argument(run, 0);
  if (adref_run_flag(run, "bash")) {
    adref_manual_completion(run->out, run->commands);
    return ADREF_YES;
  }
  if (adref_run_flag(run, "names")) {
    adref_name_list_put(run, adref_run_value(run, "names"), about);
    return ADREF_YES;
  }
  const AdrefCommand *command = about ? find_command(run, about) : NULL;
  const AdrefTopic *topic = about ? adref_topic_find(about) : NULL;
  if (about && !command && !topic)
    return unknown_name(run, about, error);
  if (adref_run_flag(run, "man"))
    return put_man_page(run, topic, error) ? ADREF_YES : ADREF_FAILURE;
  if (about && !explain(run, command, topic, error))
    return ADREF_FAILURE;
  if (!about && run->json)
    put_list_json(run);
  else if (!about)
    adref_manual_overview(run->out, run->commands);
  run->use_pager = TRUE;
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"man", 0, NULL, NULL, FALSE, "print the manual page: adref(1), or that of a topic"},
    {"bash", 0, NULL, NULL, FALSE, "print the completion for bash"},
    {"names", 0, "KIND", ADREF_NAME_LIST_KINDS, FALSE, "print the names of a statement"},
    {NULL, 0, NULL, NULL, FALSE, NULL},
};

const AdrefCommand adref_command_help = {
    .name = "help",
    .arguments = "[COMMAND | TOPIC]",
    .summary = "Explain a command, or print a topic of the manual",
    .details =
        "Lists the commands and the topics of the manual. With the name of a command it explains "
        "that command and its options; with the name of a topic it prints the topic.\n\n"
        "The topics are manual pages too: man adref-notation.\n\n"
        "Completion needs the Debian package bash-completion; without an installed adref, `eval "
        "\"$(adref help --bash)\"` sets it up for one shell.",
    .options = options,
    .most = 1,
    .run = run,
};
