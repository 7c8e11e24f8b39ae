#include "history/log.h"

#include <jansson.h>
#include <string.h>

#include "cmd/commands.h"
#include "cmd/text.h"

static char *time_of(const AdrefPerson *person, const char *format)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset(person->offset * 60);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(person->time);
  g_autoptr(GDateTime) local = utc ? g_date_time_to_timezone(utc, zone) : NULL;
  return local ? g_date_time_format(local, format) : g_strdup("?");
}

static char *trailer(const AdrefLogEntry *entry, const char *key)
{
  gsize length = strlen(key);
  for (guint i = 0; i < entry->trailers->len; i++) {
    const char *line = entry->trailers->pdata[i];
    if (strncmp(line, key, length) == 0 && line[length] == ':')
      return g_strstrip(g_strdup(line + length + 1));
  }
  return NULL;
}

static void put_entry(AdrefRun *run, const AdrefLogEntry *entry)
{
  const char *on = adref_in_color(run) ? "\033[33m" : "", *off = *on ? "\033[0m" : "";
  g_autofree char *time = time_of(&entry->author, "%Y-%m-%d %H:%M");
  g_autofree char *party = trailer(entry, "Party");
  g_autofree char *who = g_strdup_printf("%s%s%s%s", entry->author.name, party ? " (" : "",
                                         party ? party : "", party ? ")" : "");
  g_autofree char *name = adref_visible(who, -1, FALSE);
  g_autofree char *subject = adref_visible(entry->subject, -1, FALSE);
  g_string_append_printf(run->out, "%s%.8s%s  %s  %s", on, entry->version.id, off, time, name);
  for (guint i = 0; i < entry->labels->len; i++)
    g_string_append_printf(run->out, "%s%s", i > 0 ? ", " : "  = ",
                           (const char *)entry->labels->pdata[i]);
  g_string_append_printf(run->out, "\n          %s\n", subject);
}

static json_t *strings_json(const GPtrArray *strings)
{
  json_t *list = json_array();
  for (guint i = 0; i < strings->len; i++)
    json_array_append_new(list, json_string(strings->pdata[i]));
  return list;
}

static json_t *entry_json(const AdrefLogEntry *entry)
{
  g_autofree char *time = time_of(&entry->author, "%Y-%m-%dT%H:%M:%S%:z");
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "version", entry->version.id,
                   "author", entry->author.name, "email", entry->author.email, "time", time,
                   "subject", entry->subject, "body", entry->body, "trailers",
                   strings_json(entry->trailers), "labels", strings_json(entry->labels));
}

static gboolean read_limit(const AdrefRun *run, guint *limit, GError **error)
{
  const char *value = adref_run_value(run, "number");
  guint64 number = 0;
  if (value && !g_ascii_string_to_unsigned(value, 10, 1, G_MAXUINT, &number, NULL)) {
    adref_error(error, ADREF_ERROR_USAGE, "--number %s: a whole number from 1 on is needed", value);
    return FALSE;
  }
  *limit = (guint)number;
  return TRUE;
}

static GPtrArray *read_log(const AdrefRun *run, GError **error)
{
  guint limit;
  g_autoptr(AdrefDesk) desk = read_limit(run, &limit, error) ? adref_desk_open(run, error) : NULL;
  g_autofree char *id =
      desk ? adref_workspace_choose(desk->workspace, adref_run_argument(run, 0), error) : NULL;
  g_autoptr(AdrefRepo) repo = id ? adref_repo_open(desk->workspace->root, error) : NULL;
  if (!repo)
    return NULL;
  g_autofree char *folder = g_strconcat("statements/", id, NULL);
  return adref_repo_log(repo, folder, limit, error);
}

static int run(AdrefRun *run, GError **error)
{
  g_autoptr(GPtrArray) log = read_log(run, error);
  if (!log)
    return ADREF_FAILURE;
  json_t *list = json_array();
  for (guint i = 0; i < log->len; i++)
    if (run->json)
      json_array_append_new(list, entry_json(log->pdata[i]));
    else
      put_entry(run, log->pdata[i]);
  if (run->json)
    adref_put_json(run, json_incref(list));
  else if (log->len == 0)
    g_string_append(run->out, "no version yet; adref draft or adref save makes the first\n");
  json_decref(list);
  run->page = TRUE;
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"number", 'n', "N", NULL, FALSE, "at most N versions"},
    {NULL, 0, NULL, NULL, FALSE, NULL},
};

const AdrefCommand adref_command_log = {
    .name = "log",
    .arguments = "[STATEMENT]",
    .summary = "List the versions of a statement",
    .details = "Lists the versions in which the files of the statement changed, newest first: the "
               "version's id, when and by whom it was saved, its labels, and what it is about. "
               "Versions are ordinary git commits.",
    .options = options,
    .most = 1,
    .run = run,
};
