#include "cmd/commands.h"
#include "cmd/shared/preference_arguments.h"
#include "cmd/shared/shared_options.h"
#include "view/json/json.h"
#include "view/terminal/terminal.h"
#include "work/check/public_text.h"
#include "work/edit/comment.h"
#include "work/export/noted_text.h"
#include "work/select_clause.h"

static AdrefView view_of(const AdrefRun *run)
{
  const char *view = adref_run_value(run, "view");
  if (g_strcmp0(view, "clean") == 0)
    return ADREF_VIEW_CLEAN;
  return g_strcmp0(view, "public") == 0 ? ADREF_VIEW_PUBLIC : ADREF_VIEW_NEGOTIATING;
}

static int run(AdrefRun *run, GError **error)
{
  const char *name = adref_run_argument(run, 1);
  g_autoptr(AdrefText) text = adref_select_clause_text(run->session, adref_run_argument(run, 0),
                                                       &name, adref_run_value(run, "lang"), error);
  AdrefAddress address = {0};
  if (!text)
    return ADREF_FAILURE;
  g_autofree char *role = NULL;
  if (view_of(run) != ADREF_VIEW_NEGOTIATING && !adref_public_text_prepare(text, error))
    return ADREF_FAILURE;
  if (!adref_preference_arguments_apply(run, text, NULL, &role, error) ||
      (name && !adref_select_part(text, name, &address, error)))
    return ADREF_FAILURE;
  adref_session_say_problems(run->session, text->name, text->problems);
  if (!run->json && view_of(run) == ADREF_VIEW_NEGOTIATING)
    adref_comment_show_private(text);
  g_autoptr(GHashTable) names = adref_text_party_names(text);
  g_autofree char *title = adref_document_title(text->document);
  g_autofree char *version = *text->version.id ? g_strndup(text->version.id, 8) : NULL;
  AdrefViewOptions view_options = {.view = view_of(run),
                                   .reveals_hidden = TRUE,
                                   .language = text->language,
                                   .version = version,
                                   .role = role,
                                   .is_not_agreed = role != NULL,
                                   .title = title,
                                   .names = names,
                                   .parties = adref_text_parties(text)};
  guint width = adref_width();
  gboolean color = adref_in_color(run);
  g_autoptr(GString) shown = NULL;
  if (name)
    adref_select_only(text->document, &address);
  const AdrefNode *clause = address.clause;
  g_autoptr(AdrefNode) noted = NULL;
  if (!name && !role && !adref_noted_text(text, text->document, view_options.view, &noted, error))
    return ADREF_FAILURE;
  const AdrefNode *document = noted ? noted : text->document;
  if (run->json)
    shown = adref_json_write(document, &view_options);
  else if (clause && !clause->next)
    shown = adref_terminal_write_clause(clause, &view_options, width, color);
  else
    shown = adref_terminal_write(document, &view_options, width, color);
  g_string_append_len(run->out, shown->str, (gssize)shown->len);
  run->use_pager = TRUE;
  return ADREF_YES;
}

static const AdrefOption options[] = {
    ADREF_OPTION_LANGUAGE, {"view", 0, "VIEW", "negotiating|public|clean", FALSE, "who reads it"},
    ADREF_OPTION_PREFER,   ADREF_OPTION_AS_PARTY,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_show = {
    .name = "show",
    .arguments = "[STATEMENT[@VERSION] | FILE] [CLAUSE]",
    .summary = "Show a text, or one clause of it",
    .details =
        "Shows the text of a statement, or any file of Markdown or plain text (\"-\" is standard "
        "input), with the "
        "numbers of its paragraphs, its brackets and who stands in them. CLAUSE is the id of a "
        "clause, as it is shown behind the #, its number, or the address of any part: 12 (b), "
        "Article 3(2), the words of a heading, the first words of a paragraph (`adref help "
        "addresses`). What is odd in the text, such as a "
        "bracket without "
        "its end, is reported with its place.\n\n"
        "STATEMENT@VERSION is the text as it was; @VERSION alone that of the only statement. A "
        "version is a label (zero, rev1), a branch (also of another delegation, JPN/main), a tag, "
        "an id, HEAD~2, or a date: 2023-12-01, 2023-12-01T18:00, yesterday, \"last tuesday\", "
        "\"2 days ago\". A day means the last version saved on it or before; `adref log` lists "
        "all. `work` is the text as it stands in the files.\n\n"
        "The public view leaves out the parties in brackets and the notes.\n\n"
        "--view clean --prefer PARTY is the text as if agreed. Each bracket has the words of that "
        "party or of its group; where it has no position, those of the base text, which is the "
        "one alternative that no party proposes; words that others alone propose are left out. A "
        "bracket without a base text, or with words to come, stays open. --prefer base is the "
        "text without any proposal, --prefer chair that of the party with `role: chair` in "
        "templates/parties.yaml. --party PARTY is the text as that party would have it: brackets "
        "in which it has no position stay as they are. What was decided is said, and on a page "
        "too; such a text has no hash, and is never signed.",
    .options = options,
    .most = 2,
    .check = adref_preference_arguments_check,
    .run = run,
};
