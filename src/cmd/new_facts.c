#include "cmd/new_facts.h"

#include <string.h>

#include "base/name.h"
#include "base/string_list.h"
#include "cmd/commands.h"
#include "draft/library/outline_fit.h"
#include "draft/statement/assemble.h"
#include "work/values.h"

enum {
  MAX_NAMED = 20 /* parts of an outline that a message names */
};

void adref_new_facts_clear(AdrefNewFacts *facts)
{
  adref_value_unref(facts->title);
  adref_value_unref(facts->place);
  g_free(facts->date);
  g_strfreev(facts->parties);
  g_strfreev(facts->languages);
  g_clear_pointer(&facts->answers, g_ptr_array_unref);
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

static void keep(AdrefNewFacts *facts, char *option)
{
  if (!facts->answers)
    facts->answers = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(facts->answers, option);
}

void adref_new_facts_keep(AdrefNewFacts *facts, const char *option, const char *answer)
{
  if (!*answer)
    return;
  gboolean is_plain =
      strspn(answer, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ",-.") == strlen(answer);
  g_autofree char *quoted = is_plain ? g_strdup(answer) : g_shell_quote(answer);
  const char *parameter = g_str_has_prefix(option, "set ") ? option + strlen("set ") : NULL;
  keep(facts, parameter ? g_strdup_printf("--set %s=%s", parameter, quoted)
                        : g_strdup_printf("--%s %s", option, quoted));
}

void adref_new_facts_no_answer(const AdrefNewFacts *facts, GError **error)
{
  g_autoptr(GString) options = g_string_new(NULL);
  for (guint i = 0; facts->answers && i < facts->answers->len; i++)
    g_string_append_printf(options, " %s", (const char *)facts->answers->pdata[i]);
  adref_error(error, ADREF_ERROR_USAGE, "new: no answer; nothing was written%s%s",
              options->len > 0 ? "; the answers so far are these options:" : "", options->str);
}

/* Takes an answer into the facts; NULL or "": there is none. FALSE when it is wrong: then a person
 * is asked again, and keeps the answers before. */
typedef gboolean (*TakeAnswer)(AdrefNewFacts *facts, const char *answer, GError **error);

static gboolean get(const AdrefRun *run, AdrefNewFacts *facts, const char *option,
                    const char *question, TakeAnswer take, GError **error)
{
  const char *given = adref_run_value(run, option);
  if (given || !adref_can_ask())
    return take(facts, given, error);
  for (;;) {
    g_autofree char *answer = adref_ask(question);
    g_autoptr(GError) cause = NULL;
    if (!answer) {
      adref_new_facts_no_answer(facts, error);
      return FALSE;
    }
    if (take(facts, answer, &cause)) {
      adref_new_facts_keep(facts, option, answer);
      return TRUE;
    }
    adref_say("%s", cause->message);
  }
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

static gboolean check_parties(const AdrefNewFacts *facts, GError **error)
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

gboolean adref_new_check_date(const char *option, const char *date, GError **error)
{
  gint64 days;
  if (!date || adref_date_parse(date, &days))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE, "--%s %s: a date such as 2023-12-17 is needed", option,
              date);
  return FALSE;
}

/* The outlines of the library that are made for the parties, as "a, b". Caller frees. */
static char *fitting_outlines(const AdrefNewFacts *facts)
{
  AdrefSession *session = facts->session;
  const AdrefParties *registry = adref_library_parties(session->library);
  g_auto(GStrv) names = adref_library_outlines(session->library, NULL);
  g_autoptr(GStrvBuilder) fitting = g_strv_builder_new();
  for (char **name = names; name && *name; name++) {
    g_autoptr(AdrefOutline) outline =
        adref_outline_read(session->files->source, *name, registry, NULL);
    if (outline && adref_outline_fits(outline, registry, facts->parties))
      g_strv_builder_add(fitting, *name);
  }
  g_auto(GStrv) list = g_strv_builder_end(fitting);
  return g_strjoinv(", ", list);
}

static gboolean check_outline(const AdrefNewFacts *facts, GError **error)
{
  const AdrefOutline *outline = facts->outline;
  if (adref_outline_fits(outline, adref_library_parties(facts->session->library), facts->parties))
    return TRUE;
  g_autofree char *wanted = outline->parties ? g_strjoinv(" and ", outline->parties)
                                             : g_strdup_printf("%u parties", outline->count);
  g_autofree char *others = fitting_outlines(facts);
  adref_error(error, ADREF_ERROR_USAGE, "--parties: the outline \"%s\" is made for %s; %s%s",
              outline->name, wanted,
              *others ? "made for these parties: " : "no outline is made for these parties",
              others);
  return FALSE;
}

/* Puts the codes of parties in the place of their names, "Japan". */
static void take_names(const AdrefParties *registry, char **parties)
{
  GHashTable *names = adref_parties_names(registry);
  for (char **name = parties; name && *name; name++) {
    g_autofree char *normal = g_utf8_normalize(*name, -1, G_NORMALIZE_NFC);
    g_autofree char *folded = normal ? g_utf8_casefold(normal, -1) : NULL;
    const char *code =
        folded && !adref_parties_get(registry, *name) ? g_hash_table_lookup(names, folded) : NULL;
    if (!code)
      continue;
    g_free(*name);
    *name = g_strdup(code);
  }
}

static gboolean take_parties(AdrefNewFacts *facts, const char *answer, GError **error)
{
  g_strfreev(facts->parties);
  facts->parties = answer ? split_list(answer) : NULL;
  take_names(adref_library_parties(facts->session->library), facts->parties);
  return check_parties(facts, error) && check_outline(facts, error);
}

/* The languages in which the outline has its title, as "en, ja"; most often they are those of all
 * of it. Caller frees. */
static char *title_languages(const AdrefOutline *outline)
{
  g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(outline->title), (GCompareFunc)strcmp);
  g_autoptr(GString) list = g_string_new(NULL);
  for (const GList *key = keys; key; key = key->next)
    if (*(const char *)key->data)
      g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", (const char *)key->data);
  return g_strdup(list->str);
}

/* Names what of the outline has no words in a language, at most MAX_NAMED of it. */
static gboolean check_words(const AdrefNewFacts *facts, const char *language, GError **error)
{
  g_autoptr(GPtrArray) lacking =
      adref_outline_lacks(facts->session->library, facts->outline, language, facts->title != NULL);
  if (lacking->len == 0)
    return TRUE;
  g_autofree char *list = adref_string_list_join(lacking, MAX_NAMED);
  g_autofree char *written = title_languages(facts->outline);
  adref_error(error, ADREF_ERROR_USAGE,
              "--languages %s: the outline \"%s\" has no words in \"%s\" for %s%s%s", language,
              facts->outline->name, language, list, *written ? "; its title is in " : "", written);
  return FALSE;
}

static gboolean check_languages(const AdrefNewFacts *facts, GError **error)
{
  for (char **language = facts->languages; *language; language++)
    if (!adref_name_check(ADREF_NAME_LANGUAGE, *language, error))
      return FALSE;
  if (!check_once("--languages", facts->languages, error))
    return FALSE;
  for (char **language = facts->languages; *language; language++)
    if (!check_words(facts, *language, error))
      return FALSE;
  return TRUE;
}

gboolean adref_new_read_words(AdrefValue **words, const char *option, const char *answer,
                              GError **error)
{
  AdrefParam param = {.name = (char *)(guintptr)option, .type = ADREF_VALUE_TEXT};
  g_autofree char *where = g_strdup_printf("--%s", option);
  if (!answer || !*answer)
    return TRUE;
  *words = adref_value_parse(answer, &param, NULL, where, error);
  if (!*words)
    adref_values_set_usage_error(error);
  return *words != NULL;
}

static gboolean take_place(AdrefNewFacts *facts, const char *answer, GError **error)
{
  return adref_new_read_words(&facts->place, "place", answer, error);
}

static gboolean take_date(AdrefNewFacts *facts, const char *answer, GError **error)
{
  g_autofree char *date = answer && *answer ? g_strdup(answer) : NULL;
  if (!adref_new_check_date("date", date, error))
    return FALSE;
  facts->date = g_steal_pointer(&date);
  return TRUE;
}

/* The name of the outline that an answer means: its number in the list, or the only one that begins
 * so. What means none is returned as it is. */
static const char *outline_of_answer(char **names, const char *answer)
{
  guint64 number = 0;
  guint count = g_strv_length(names);
  if (g_ascii_string_to_unsigned(answer, 10, 1, count, &number, NULL))
    return names[number - 1];
  const char *found = NULL;
  for (char **name = names; *name && *answer; name++) {
    if (strcmp(*name, answer) == 0 || (found && g_str_has_prefix(*name, answer)))
      return answer;
    found = g_str_has_prefix(*name, answer) ? *name : found;
  }
  return found ? found : answer;
}

static gboolean take_outline(AdrefNewFacts *facts, const char *answer, GError **error)
{
  facts->outline = read_outline(facts->session, answer ? answer : "", error);
  return facts->outline != NULL;
}

static gboolean take_outline_answer(AdrefNewFacts *facts, const char *answer, GError **error)
{
  g_auto(GStrv) names = adref_library_outlines(facts->session->library, error);
  if (!names)
    return FALSE;
  if (*answer)
    return take_outline(facts, outline_of_answer(names, answer), error);
  adref_error(error, ADREF_ERROR_USAGE, "one of the kinds above is needed, by its number or name");
  return FALSE;
}

static void list_outlines(const AdrefNewFacts *facts, char **names)
{
  const AdrefParties *registry = adref_library_parties(facts->session->library);
  for (guint i = 0; names[i]; i++) {
    g_autoptr(AdrefOutline) outline =
        adref_outline_read(facts->session->files->source, names[i], registry, NULL);
    g_autofree char *summary =
        outline ? adref_escape_controls(outline->summary, -1, FALSE) : g_strdup("");
    adref_say("%2u  %s: %s", i + 1, names[i], summary);
  }
}

static gboolean get_outline(const AdrefRun *run, AdrefNewFacts *facts, GError **error)
{
  g_auto(GStrv) names = adref_library_outlines(facts->session->library, error);
  g_autofree char *list = names ? g_strjoinv(", ", names) : NULL;
  if (!names)
    return FALSE;
  if (!adref_run_value(run, "outline") && !adref_can_ask()) {
    adref_error(error, ADREF_ERROR_USAGE, "new: which kind of statement? --outline is one of %s",
                list);
    return FALSE;
  }
  if (adref_run_value(run, "outline"))
    return take_outline(facts, adref_run_value(run, "outline"), error);
  list_outlines(facts, names);
  return get(run, facts, "outline", "Kind of statement, by number or name:", take_outline_answer,
             error);
}

gboolean adref_new_facts_gather(const AdrefRun *run, AdrefNewFacts *facts, GError **error)
{
  const AdrefParties *registry = adref_library_parties(facts->session->library);
  const char *languages = adref_run_value(run, "languages");
  facts->languages = split_list(languages ? languages : ADREF_TEMPLATE_LANGUAGE);
  if (!get_outline(run, facts, error) ||
      !get(run, facts, "parties", "Parties, by code or name, such as JPN, ASEAN:", take_parties,
           error) ||
      !adref_new_read_words(&facts->title, "title", adref_run_value(run, "title"), error) ||
      !check_languages(facts, error) ||
      !get(run, facts, "place", "Place (Enter: not known yet):", take_place, error) ||
      !get(run, facts, "date", "Date, such as 2023-12-17 (Enter: not known yet):", take_date,
           error))
    return FALSE;
  facts->params =
      adref_assembly_questions(facts->session->library, facts->outline, NULL, NULL, TRUE, error);
  if (!facts->params)
    return FALSE;
  AdrefGivenValues given = {run->folder, adref_run_value(run, "values"),
                            adref_run_values(run, "set")};
  facts->values = adref_values_read(&given, facts->params, registry, error);
  return facts->values != NULL;
}
