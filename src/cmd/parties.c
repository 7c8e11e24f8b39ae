#include <string.h>

#include "base/name.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "view/json/json_library.h"

static void put_list(AdrefRun *run, const AdrefParties *parties, const char *language)
{
  g_autoptr(AdrefJsonList) list = adref_json_list_new();
  const GPtrArray *all = adref_parties_all(parties);
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *party = all->pdata[i];
    if (run->json)
      adref_json_party_add(list, party, language);
    else
      g_string_append_printf(run->out, "%-8s %s%s\n", party->code,
                             adref_party_long(party, language), party->members ? " (group)" : "");
  }
  if (run->json)
    adref_put(run, adref_json_list_write(list));
}

/* ", from 2025-10-26", "until 2022-06-01": the days of a time. */
static void put_days(GString *out, const char *before, const AdrefPartyTime *time)
{
  g_string_append(out, before);
  if (time->from)
    g_string_append_printf(out, "from %s", time->from);
  g_string_append(out, time->from && time->until ? " " : "");
  if (time->until)
    g_string_append_printf(out, "until %s", time->until);
}

/* "formerly    Turkey; the Republic of Turkey (until 2022-06-01)" */
static void put_former_names(GString *out, const GPtrArray *times)
{
  for (guint i = 0; i < times->len; i++) {
    const AdrefPartyTime *time = times->pdata[i];
    if (time->member)
      continue;
    const char *first = time->short_name ? time->short_name : time->long_name;
    const char *second = time->short_name ? time->long_name : NULL;
    g_string_append_printf(out, "  formerly    %s%s%s", first, second ? "; " : "",
                           second ? second : "");
    put_days(out, " (", time);
    g_string_append(out, ")\n");
  }
}

static void put_member(GString *out, const AdrefParties *parties, const char *code,
                       const AdrefPartyTime *time, const char *language)
{
  g_string_append_printf(out, "    %-6s %s", code,
                         adref_party_long(adref_parties_get(parties, code), language));
  if (time)
    put_days(out, ", ", time);
  g_string_append_c(out, '\n');
}

/* The last time of a member; NULL: it has no date. */
static const AdrefPartyTime *time_of(const GPtrArray *times, const char *code)
{
  for (guint i = times->len; i-- > 0;) {
    const AdrefPartyTime *time = times->pdata[i];
    if (g_strcmp0(time->member, code) == 0)
      return time;
  }
  return NULL;
}

static void put_members(GString *out, const AdrefParties *parties, const AdrefParty *group,
                        const GPtrArray *times, const char *language)
{
  g_auto(GStrv) sorted = adref_parties_sort(parties, (const char *const *)group->members, language);
  g_string_append(out, "  members     in the order of the language\n");
  for (char **code = sorted; *code; code++)
    put_member(out, parties, *code, time_of(times, *code), language);
  gboolean is_first = TRUE;
  for (guint i = 0; i < times->len; i++) {
    const AdrefPartyTime *time = times->pdata[i];
    if (!time->member || !time->until)
      continue;
    g_string_append(out, is_first ? "  were members\n" : "");
    put_member(out, parties, time->member, time, language);
    is_first = FALSE;
  }
}

static void put_party(AdrefRun *run, const AdrefParties *parties, const AdrefParty *party,
                      const char *language)
{
  if (run->json) {
    adref_put(run, adref_json_party_write(party, language));
    return;
  }
  g_string_append_printf(run->out, "%s\n  short name  %s\n  long name   %s\n", party->code,
                         adref_party_short(party, language), adref_party_long(party, language));
  g_ptr_array_add(party->aliases, NULL);
  g_autofree char *aliases = g_strjoinv(", ", (char **)party->aliases->pdata);
  g_ptr_array_set_size(party->aliases, (int)party->aliases->len - 1);
  if (*aliases)
    g_string_append_printf(run->out, "  also read   %s\n", aliases);
  g_autoptr(GPtrArray) times = adref_party_times(party, language);
  put_former_names(run->out, times);
  if (party->members)
    put_members(run->out, parties, party, times, language);
}

static const AdrefParty *find(const AdrefParties *parties, const char *name, GError **error)
{
  g_autofree char *folded = g_utf8_casefold(name, -1);
  const char *code = g_hash_table_lookup(adref_parties_names(parties), folded);
  if (code)
    return adref_parties_get(parties, code);
  const char *near = adref_parties_closest(parties, name);
  adref_error(error, ADREF_ERROR_NOT_FOUND, "no party \"%s\" in templates/parties.yaml%s%s%s", name,
              near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
  return NULL;
}

/* The party to show, of "show PARTY" or "PARTY"; NULL: all are listed. */
static const char *shown(const AdrefRun *run)
{
  const char *first = adref_run_argument(run, 0), *second = adref_run_argument(run, 1);
  if (!first || strcmp(first, "list") == 0)
    return NULL;
  return strcmp(first, "show") == 0 ? second : first;
}

static gboolean check(const AdrefRun *run, GError **error)
{
  const char *verb = adref_run_argument(run, 0), *language = adref_run_value(run, "lang");
  gboolean is_show = g_strcmp0(verb, "show") == 0;
  if (is_show == (adref_run_argument(run, 1) != NULL))
    return !language || adref_name_check(ADREF_NAME_LANGUAGE, language, error);
  adref_error(error, ADREF_ERROR_USAGE,
              "parties: what is wanted? usage: adref parties [list | [show] PARTY]");
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  const char *name = shown(run), *language = adref_run_value(run, "lang");
  const AdrefParties *parties = adref_library_parties(run->session->library);
  const AdrefParty *party = name ? find(parties, name, error) : NULL;
  if (name && !party)
    return ADREF_FAILURE;
  if (name)
    put_party(run, parties, party, language ? language : "en");
  else
    put_list(run, parties, language ? language : "en");
  run->use_pager = TRUE;
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"lang", 'l', "LANG", NULL, FALSE, "names in this language (en)"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_parties = {
    .name = "parties",
    .arguments = "[list | [show] PARTY]",
    .summary = "List the parties and groups, or show one",
    .details = "Lists the parties and groups of templates/parties.yaml, or shows one by its code, "
               "name or alias: its names, how else it is read in brackets, former names, and the "
               "members of a group in the order of the language, with their dates.\n\n"
               "adref templates check checks the file.",
    .options = options,
    .most = 2,
    .needs = ADREF_NEEDS_WORKSPACE,
    .check = check,
    .run = run,
};
