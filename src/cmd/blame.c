#include <string.h>

#include "base/name.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "view/blame_output.h"
#include "view/reports/removed_output.h"
#include "work/changes/find_origins.h"
#include "work/changes/find_removed.h"
#include "work/select_clause.h"

static const char *format_of(const AdrefRun *run)
{
  return adref_run_format(run, "terminal");
}

static GString *write_origins(const AdrefRun *run, const AdrefText *text, const AdrefNode *clause,
                              const AdrefOrigins *origins, GError **error)
{
  g_autoptr(AdrefPageWords) words = NULL;
  if (!adref_text_page_words(text, &words, error))
    return NULL;
  g_autoptr(GHashTable) names = adref_text_party_names(text);
  g_autofree char *title = adref_document_title(text->document);
  g_autofree char *version = *text->version.id ? g_strndup(text->version.id, 8) : NULL;
  AdrefViewOptions view_options = {.view = ADREF_VIEW_NEGOTIATING,
                                   .language = text->language,
                                   .words = words,
                                   .version = version,
                                   .title = title,
                                   .names = names,
                                   .parties = adref_text_parties(text)};
  const AdrefNode *root = clause ? clause : text->document;
  const char *format = format_of(run);
  if (strcmp(format, "json") == 0)
    return adref_json_blame_write(root, origins, &view_options);
  if (strcmp(format, "html") == 0)
    return adref_html_blame_write(root, origins, &view_options);
  return adref_terminal_blame_write(root, origins, &view_options, adref_width(),
                                    adref_in_color(run));
}

/* The id of a clause of the text, or of one that is gone; NULL with an error. */
static char *removed_clause(const AdrefText *text, const char *name, GError **error)
{
  g_autoptr(GError) problem = NULL;
  AdrefAddress address = {0};
  if (adref_select_part(text, name, &address, &problem) && address.clause->as.clause->id)
    return g_strdup(address.clause->as.clause->id);
  if (!problem)
    adref_error(
        error, ADREF_ERROR_USAGE,
        "blame: paragraph %s has no id, by which it could be found in older versions; leave "
        "it out",
        name);
  else if (adref_name_is(ADREF_NAME_CLAUSE, name))
    return g_strdup(name);
  else
    g_propagate_error(error, g_steal_pointer(&problem));
  return NULL;
}

/* --removed: the words that are gone. */
static int run_removed(AdrefRun *run, const AdrefText *text, const char *name, GError **error)
{
  gboolean is_json = strcmp(format_of(run), "json") == 0;
  if (!is_json && strcmp(format_of(run), "terminal") != 0) {
    adref_error(error, ADREF_ERROR_USAGE, "blame: --removed has the formats terminal and json");
    return ADREF_USAGE;
  }
  g_autofree char *clause = name ? removed_clause(text, name, error) : NULL;
  if (name && !clause)
    return ADREF_FAILURE;
  g_autoptr(AdrefRemoved) removed = adref_find_removed(text, clause, error);
  g_autoptr(GString) made = !removed  ? NULL
                            : is_json ? adref_json_removed_write(removed)
                                      : adref_terminal_removed_write(removed);
  gboolean none = removed && removed->words->len == 0;
  if (!made || !adref_run_write_result(run, &made, error))
    return ADREF_FAILURE;
  if (none && !is_json)
    adref_say("no words were removed%s%s", clause ? " from " : "", clause ? clause : "");
  if (removed->cut)
    adref_say("older removals are not shown: at most %d are, of the newest %d versions",
              ADREF_REMOVED_MOST, ADREF_REMOVED_MOST_VERSIONS);
  run->use_pager = !is_json;
  return ADREF_YES;
}

static int run(AdrefRun *run, GError **error)
{
  const char *name = adref_run_argument(run, 1);
  g_autoptr(AdrefText) text = adref_select_clause_text(run->session, adref_run_argument(run, 0),
                                                       &name, adref_run_value(run, "lang"), error);
  AdrefAddress address = {0};
  gboolean removed = adref_run_flag(run, "removed");
  if (!text || (name && !removed && !adref_select_part(text, name, &address, error)))
    return ADREF_FAILURE;
  const AdrefNode *clause = address.clause;
  if (!text->statement) {
    adref_error(error, ADREF_ERROR_USAGE, "blame: %s is a file; it takes the text of a statement",
                text->name);
    return ADREF_USAGE;
  }
  if (removed)
    return run_removed(run, text, name, error);
  g_autoptr(AdrefOrigins) origins = adref_find_origins(text, clause, error);
  if (origins && address.part != address.clause)
    adref_select_only(text->document, &address);
  g_autoptr(GString) made = origins ? write_origins(run, text, clause, origins, error) : NULL;
  if (!made || !adref_run_write_result(run, &made, error))
    return ADREF_FAILURE;
  if (origins->cut)
    adref_say("older versions are not in this clone, it is shallow: the oldest one here stands for "
              "them; `git fetch --unshallow` brings them");
  run->use_pager = strcmp(format_of(run), "terminal") == 0;
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"format", 'f', "FORMAT", "terminal|html|json", FALSE, "the form (terminal)"},
    {"removed", 0, NULL, NULL, FALSE, "the words that are gone, and who removed them"},
    ADREF_OPTION_LANGUAGE,
    ADREF_OPTION_OUTPUT,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_blame = {
    .name = "blame",
    .arguments = "[STATEMENT[@VERSION]] [CLAUSE]",
    .summary = "Say who brought in each word, when, and in which draft",
    .details =
        "Shows the text, or one clause or part of it (`adref help addresses`), in passages; beside "
        "each "
        "stands "
        "the version that brought its words in, the day, the party for which it was saved (else "
        "its author), and the first draft that has it. \"work\" are words that are not saved.\n\n"
        "Words keep their origin when a clause moves, is re-wrapped, divided, joined or gets "
        "another number, which a comparison line by line cannot see. A word that was taken out "
        "and put back belongs to the version that put it back. Where two versions were merged, a "
        "word belongs to the first of them that has it.\n\n"
        "--removed lists the words that stood in earlier versions and are gone, the newest "
        "removal first, each with the version that took it out, also of a clause that was "
        "deleted. Words that stand in their place again are left out.\n\n"
        "The html format is one page that needs nothing else, in the colours of the parties, with "
        "the versions listed at the end; json is for other programs.",
    .options = options,
    .most = 2,
    .run = run,
};
