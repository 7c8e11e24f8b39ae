#include <jansson.h>

#include "cmd/commands.h"
#include "cmd/manual.h"

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

static int run(AdrefRun *run, GError **error)
{
  const char *about = adref_run_argument(run, 0);
  if (adref_run_flag(run, "man")) {
    adref_manual_page(run->out, run->commands);
    return ADREF_YES;
  }
  if (adref_run_flag(run, "bash")) {
    adref_manual_completion(run->out, run->commands);
    return ADREF_YES;
  }
  if (about) {
    const AdrefCommand *command = adref_run_find_command(run, about, error);
    if (!command)
      return ADREF_USAGE;
    adref_manual_command(run->out, command);
  } else if (run->json) {
    put_list_json(run);
  } else {
    adref_manual_overview(run->out, run->commands);
  }
  run->use_pager = TRUE;
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"man", 0, NULL, NULL, FALSE, "print the manual page, adref(1)"},
    {"bash", 0, NULL, NULL, FALSE, "print the completion for bash"},
    {NULL, 0, NULL, NULL, FALSE, NULL},
};

const AdrefCommand adref_command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "Explain adref or one of its commands",
    .details = "Without COMMAND lists the commands; with it, explains the command and its options.",
    .options = options,
    .most = 1,
    .run = run,
};
