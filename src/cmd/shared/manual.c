#include "cmd/shared/manual.h"

#include <string.h>

#include "cmd/shared/topic.h"
#include "view/terminal_cells.h"

enum {
  WIDTH = 79
};

void adref_manual_wrap(GString *out, const char *text, guint indent)
{
  g_auto(GStrv) paragraphs = g_strsplit(text, "\n\n", -1);
  for (char **paragraph = paragraphs; *paragraph; paragraph++) {
    if (paragraph != paragraphs)
      g_string_append_c(out, '\n');
    if (**paragraph == ' ') {
      g_string_append_printf(out, "%s\n", *paragraph);
      continue;
    }
    g_auto(GStrv) words = g_strsplit_set(*paragraph, " \n", -1);
    gsize column = 0;
    for (char **word = words; *word; word++) {
      gsize cells = adref_terminal_cells_of(*word, strlen(*word));
      if (column > 0 && column + 1 + cells > WIDTH) {
        g_string_append_c(out, '\n');
        column = 0;
      }
      if (column == 0) {
        g_string_append_printf(out, "%*s", (int)indent, "");
        column = indent;
      } else {
        g_string_append_c(out, ' ');
        column++;
      }
      g_string_append(out, *word);
      column += cells;
    }
    g_string_append_c(out, '\n');
  }
}

char *adref_manual_option_words(const AdrefOption *option)
{
  GString *words = g_string_new(NULL);
  if (option->letter)
    g_string_append_printf(words, "-%c, ", option->letter);
  g_string_append_printf(words, "--%s", option->name);
  if (option->value)
    g_string_append_printf(words, " %s", option->value);
  return g_string_free(words, FALSE);
}

char *adref_manual_option_help(const AdrefOption *option)
{
  if (!option->choices)
    return g_strdup(option->help);
  g_auto(GStrv) choices = g_strsplit(option->choices, "|", -1);
  g_autofree char *list = g_strjoinv(", ", choices);
  return g_strdup_printf("%s: %s", option->help, list);
}

static void put_options(GString *out, const AdrefOption *options)
{
  enum {
    COLUMN = 26
  };
  for (; options && options->name; options++) {
    g_autofree char *words = adref_manual_option_words(options);
    g_autofree char *help = adref_manual_option_help(options);
    g_autoptr(GString) filled = g_string_new(NULL);
    adref_manual_wrap(filled, help, COLUMN);
    if (strlen(words) + 4 > COLUMN)
      g_string_append_printf(out, "  %s\n%s", words, filled->str);
    else
      g_string_append_printf(out, "  %-*s%s", COLUMN - 2, words, filled->str + COLUMN);
  }
}

void adref_manual_overview(GString *out, const AdrefCommand *const *commands)
{
  g_string_append(out, "adref drafts, negotiates and publishes joint statements.\n\n"
                       "usage: adref [-C DIR] [--json] [--color WHEN] COMMAND ...\n\n");
  for (gsize i = 0; commands[i]; i++)
    g_string_append_printf(out, "  %-13s  %s\n", commands[i]->name, commands[i]->summary);
  g_string_append(out, "\nTopics of the manual\n\n");
  for (const AdrefTopic *topic = adref_topics; topic->name; topic++) {
    g_autofree char *title = adref_topic_title(topic);
    g_string_append_printf(out, "  %-13s  %s\n", topic->name, title);
  }
  g_string_append(
      out, "\n\"adref help NAME\" explains a command or prints a topic; begin with \"adref help\n"
           "first-steps\". \"man adref\" explains all commands.\n");
}

void adref_manual_command(GString *out, const AdrefCommand *command)
{
  g_string_append_printf(out, "usage: adref %s%s%s\n\n", command->name,
                         *command->arguments ? " " : "", command->arguments);
  adref_manual_wrap(out, command->details, 0);
  if (command->options) {
    g_string_append(out, "\nOptions\n");
    put_options(out, command->options);
  }
  g_string_append(out, "\nOptions of all commands\n");
  put_options(out, adref_global_options);
}

static void completion_words(GString *out, const AdrefOption *options)
{
  for (; options && options->name; options++)
    g_string_append_printf(out, " --%s", options->name);
}

static void completion_choices(GString *out, const AdrefOption *options)
{
  for (; options && options->name; options++)
    if (options->choices) {
      g_autofree char *choices = g_strdelimit(g_strdup(options->choices), "|", ' ');
      g_string_append_printf(out,
                             "      --%s) COMPREPLY=($(compgen -W '%s' -- \"$word\"));"
                             " return ;;\n",
                             options->name, choices);
    }
}

/* What stands behind an option, by the name of its value, or by its own name. */
static const struct {
  const char *value, *option, *names;
} completed[] = {
    {"VERSION", NULL, "$(_adref_versions)"},         {"PARTY", NULL, "$(_adref_names parties)"},
    {"LANG", NULL, "$(_adref_names languages)"},     {"CLAUSE", NULL, "$(_adref_names clauses)"},
    {"NAME", "outline", "$(_adref_names outlines)"}, {"NAME", "rescued", "$(_adref_names rescued)"},
};

static void completion_values(GString *out, const AdrefCommand *command)
{
  for (const AdrefOption *option = command->options; option && option->name; option++)
    for (gsize i = 0; i < G_N_ELEMENTS(completed); i++)
      if (g_strcmp0(option->value, completed[i].value) == 0 &&
          (!completed[i].option || strcmp(option->name, completed[i].option) == 0))
        g_string_append_printf(
            out, "      --%s) COMPREPLY=($(compgen -W \"%s\" -- \"$word\")); return ;;\n",
            option->name, completed[i].names);
}

/* What stands alone behind a command: statements, clauses, files, by the names of its arguments. */
static void completion_arguments(GString *out, const AdrefCommand *command)
{
  static const struct {
    const char *argument, *kind;
  } kinds[] = {{"STATEMENT", " statements"}, {"CLAUSE", " clauses"},
               {"FILE", " files"},           {"DIR", " files"},
               {"PACKAGE", " files"},        {"KEY", " files"},
               {"PATH", " files"},           {"--files", " files"}};
  g_string_append(out, "    kinds='");
  for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
    if (strstr(command->arguments, kinds[i].argument))
      g_string_append(out, kinds[i].kind);
  g_string_append(out,
                  strstr(command->arguments, "FROM") ? "' versions=$(_adref_versions)\n" : "'\n");
}

/* Behind "help" stand the names of commands and topics. */
static void completion_help(GString *out, const AdrefCommand *const *commands)
{
  g_string_append(out, "  help) [[ $word == -* ]] || {\n    COMPREPLY=($(compgen -W '");
  for (gsize i = 0; commands[i]; i++)
    g_string_append_printf(out, "%s ", commands[i]->name);
  for (const AdrefTopic *topic = adref_topics; topic->name; topic++)
    g_string_append_printf(out, "%s ", topic->name);
  g_string_append(out, "' -- \"$word\")); return; } ;;&\n");
}

static void completion_command(GString *out, const AdrefCommand *command)
{
  g_string_append_printf(out, "  %s)\n    case $before in\n", command->name);
  completion_choices(out, command->options);
  completion_choices(out, adref_global_options);
  completion_values(out, command);
  g_string_append(out, "    esac\n    options='");
  completion_words(out, command->options);
  completion_words(out, adref_global_options);
  g_string_append(out, "'\n");
  completion_arguments(out, command);
  g_string_append(out, "    ;;\n");
}

void adref_manual_completion(GString *out, const AdrefCommand *const *commands)
{
  g_string_append(out,
                  "# bash completion for adref, made by \"adref help --bash\"\n"
                  "# The versions of a statement by name: its labels, and branches. compgen would\n"
                  "# run what stands in a strange name, so such names are left out.\n"
                  "_adref_versions() {\n"
                  "  { git for-each-ref --format='%(refname:lstrip=3)' \"refs/tags/${1:-*}/*\"\n"
                  "    git for-each-ref --format='%(refname:lstrip=2)' refs/heads refs/remotes\n"
                  "    printf '%s\\n' work HEAD yesterday\n"
                  "  } 2>/dev/null | grep -x '[A-Za-z0-9._/-]*'\n"
                  "}\n"
                  "# The names of a kind in the statement that was typed, or in the only one.\n"
                  "_adref_names() {\n"
                  "  adref help --names \"$1\" ${statement:+\"$statement\"} 2>/dev/null |\n"
                  "    grep -x '[A-Za-z0-9._/-]*'\n"
                  "}\n"
                  "_adref() {\n"
                  "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
                  "  local command= statement= options= kinds= versions= names= kind i\n"
                  "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
                  "    case ${COMP_WORDS[i]} in\n"
                  "    -C) ((i++)) ;;\n"
                  "    -*) ;;\n"
                  "    *) command=${COMP_WORDS[i]}; break ;;\n"
                  "    esac\n"
                  "  done\n"
                  "  statement=${COMP_WORDS[i+1]%%@*}\n"
                  "  [[ $i -lt $((COMP_CWORD - 1)) ]] &&\n"
                  "    _adref_names statements | grep -qxF -- \"$statement\" ||\n"
                  "    statement=\n"
                  "  case $command in\n  '') COMPREPLY=($(compgen -W '");
  for (gsize i = 0; commands[i]; i++)
    g_string_append_printf(out, "%s%s", i > 0 ? " " : "", commands[i]->name);
  g_string_append(out, "' -- \"$word\")); return ;;\n");
  completion_help(out, commands);
  for (gsize i = 0; commands[i]; i++)
    completion_command(out, commands[i]);
  g_string_append(
      out, "  esac\n"
           "  if [[ $word == -* ]]; then\n"
           "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
           "  elif [[ $word == *@* ]]; then\n"
           "    COMPREPLY=($(compgen -P \"${word%%@*}@\" -W \"$(_adref_versions \"${word%%@*}\")\""
           " -- \"${word#*@}\"))\n"
           "  else\n"
           "    for kind in $kinds; do\n"
           "      [[ $kind == files ]] || names+=\" $(_adref_names $kind)\"\n"
           "    done\n"
           "    COMPREPLY=($(compgen -W \"$names $versions\" -- \"$word\"))\n"
           "    [[ $kinds != *files* ]] || COMPREPLY+=($(compgen -f -- \"$word\"))\n"
           "  fi\n"
           "}\n"
           "complete -o filenames -F _adref adref\n");
}
