#include "work/search/precedents.h"

#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "view/json/json_precedent.h"
#include "view/terminal/terminal.h"
#include "view/terminal_wrap.h"
#include "work/select_clause.h"

enum {
  USUAL = 5,
  MOST = 100
};

static gboolean read_number(const AdrefRun *run, guint *number, GError **error)
{
  guint64 read = USUAL;
  const char *value = adref_run_value(run, "number");
  if (value && !g_ascii_string_to_unsigned(value, 10, 1, MOST, &read, NULL)) {
    adref_error(error, ADREF_ERROR_USAGE, "--number %s: a whole number from 1 to %d is needed",
                value, MOST);
    return FALSE;
  }
  *number = (guint)read;
  return TRUE;
}

static GString *redline_of(const AdrefPrecedent *precedent, const char *language, guint width,
                           gboolean color)
{
  AdrefViewOptions options = {
      .view = ADREF_VIEW_NEGOTIATING, .reveals_hidden = TRUE, .language = language};
  GString *out = g_string_new(NULL);
  const AdrefNode *clause = precedent->clause ? precedent->clause->first : NULL;
  for (; clause; clause = clause->next) {
    g_autoptr(AdrefTerminal) terminal =
        adref_terminal_new(precedent->clause, &options, width, color);
    adref_terminal_set_redline(terminal);
    adref_terminal_put_words(terminal, clause);
    g_autoptr(GString) words = adref_terminal_take(terminal);
    g_string_append(out, words->str + strspn(words->str, "\n"));
  }
  return out;
}

static void put_precedent(AdrefRun *run, const AdrefPrecedent *precedent, const char *language)
{
  g_autoptr(AdrefTerminalWrap) fill =
      adref_terminal_wrap_new(run->out, adref_width(), adref_in_color(run), "en");
  g_autofree char *head =
      g_strdup_printf("%2d %%  %s%s%s", (int)(precedent->score * 100 + 0.5), precedent->source,
                      *precedent->place ? ": " : "", precedent->place);
  g_autoptr(GString) redline = redline_of(precedent, language, adref_width(), adref_in_color(run));
  adref_terminal_wrap_begin(fill, 0, 0, NULL);
  adref_terminal_wrap_string(fill, head, ADREF_TERMINAL_STYLE_BOLD);
  adref_terminal_wrap_end(fill);
  g_string_append_len(run->out, redline->str, (gssize)redline->len);
  g_string_append_c(run->out, '\n');
}

static void put_all(AdrefRun *run, const GPtrArray *found, const char *language)
{
  g_autoptr(AdrefJsonList) list = adref_json_list_new();
  for (guint i = 0; i < found->len; i++) {
    const AdrefPrecedent *precedent = found->pdata[i];
    if (!run->json) {
      put_precedent(run, precedent, language);
      continue;
    }
    g_autoptr(GString) redline = redline_of(precedent, language, 0, FALSE);
    g_strchomp(redline->str);
    adref_json_precedent_add(list, precedent->source, precedent->place, precedent->score,
                             precedent->text, redline->str);
  }
  if (run->json)
    adref_put(run, adref_json_list_write(list));
  else if (found->len == 0)
    g_string_append(run->out, "nothing like it\n");
}

static gboolean check(const AdrefRun *run, GError **error)
{
  guint number;
  const char *words = adref_run_value(run, "text");
  if ((words != NULL) == (run->arguments->len > 0)) {
    adref_error(error, ADREF_ERROR_USAGE,
                "precedent: name a clause, [STATEMENT] CLAUSE, or give words, --text WORDS");
    return FALSE;
  }
  if (words && words[strspn(words, " \t\n")] == '\0') {
    adref_error(error, ADREF_ERROR_USAGE, "precedent: --text has no words to look for");
    return FALSE;
  }
  return read_number(run, &number, error);
}

/* The words of --text, as a document. */
static AdrefNode *read_words(const AdrefRun *run, GError **error)
{
  const char *words = adref_run_value(run, "text");
  AdrefMarkdownReadOptions options = {.name = "--text", .is_part = TRUE};
  return adref_markdown_read(words, strlen(words), &options, NULL, error);
}

static GPtrArray *make_paths(const AdrefRun *run)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
  const GPtrArray *folders = adref_run_values(run, "in");
  for (guint i = 0; folders && i < folders->len; i++)
    g_ptr_array_add(paths, g_canonicalize_filename(folders->pdata[i], run->folder));
  g_ptr_array_add(paths, NULL);
  return paths;
}

static int run(AdrefRun *run, GError **error)
{
  const char *name = adref_run_argument(run, 1), *language = adref_run_value(run, "lang");
  g_autoptr(GPtrArray) paths = make_paths(run);
  g_autoptr(AdrefNode) words = NULL;
  g_autoptr(AdrefText) text = NULL;
  AdrefPrecedentOptions options = {.language = language ? language : "en"};
  if (!read_number(run, &options.most, error))
    return ADREF_FAILURE;
  if (adref_run_value(run, "text"))
    words = read_words(run, error);
  else
    text =
        adref_select_clause_text(run->session, adref_run_argument(run, 0), &name, language, error);
  if (text && !name)
    adref_error(error, ADREF_ERROR_USAGE, "precedent: name a clause of %s", text->name);
  options.text = text;
  options.clause = words ? words : text && name ? adref_select_clause(text, name, error) : NULL;
  const char *const *folders = (const char *const *)paths->pdata;
  g_autoptr(AdrefPrecedents) precedents =
      options.clause ? adref_precedents_open(run->session, folders, error) : NULL;
  if (!precedents)
    return ADREF_FAILURE;
  g_autoptr(GPtrArray) found = adref_precedents_find(precedents, &options);
  put_all(run, found, text ? text->language : options.language);
  run->use_pager = TRUE;
  return found->len > 0 ? ADREF_YES : ADREF_NO;
}

static const AdrefOption options[] = {
    {"text", 0, "WORDS", NULL, FALSE, "look for these words instead of a clause"},
    {"in", 0, "FOLDER", NULL, TRUE, "also in the .md and .txt files of this folder"},
    {"number", 'n', "N", NULL, FALSE, "at most N precedents (5)"},
    ADREF_OPTION_LANGUAGE,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_precedent = {
    .name = "precedent",
    .arguments = "[STATEMENT] CLAUSE | --text WORDS",
    .summary = "Find where a clause was agreed before",
    .details =
        "Looks for the nearest clauses in the other statements of the workspace (in the last draft "
        "that was published or signed; where there is none, in the text as it is, which is then "
        "\"not final\"), in the clause templates, in collections (adref import --collection), and "
        "with "
        "--in in a folder of other texts. Each "
        "is "
        "shown with how much of the rare wording it has, and with the redline from it to "
        "the clause.\n\n"
        "Clauses are compared by their words and pairs of words (of scripts without spaces, by "
        "characters), weighted by their rarity: a string of adjectives in its order tells more "
        "than \"in accordance with\". What shares less than 30 % is not offered; then the exit "
        "status is 1.\n\n"
        "The index is made when it is needed first and kept in .git/adref/precedents, by git's ids "
        "of the texts, so it is never out of date; the folder may be removed at any time.",
    .options = options,
    .most = 2,
    .check = check,
    .run = run,
};
