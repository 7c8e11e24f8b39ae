#include <string.h>

#include "base/file.h"
#include "clause/markdown/canonical.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "work/file_markdown.h"
#include "work/text.h"

static gboolean is_canonical(const AdrefText *text, const GString *canonical)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  return length == canonical->len && (length == 0 || memcmp(bytes, canonical->str, length) == 0);
}

static gboolean write_back(const AdrefText *text, const GString *canonical, GError **error)
{
  if (!text->lines && is_canonical(text, canonical))
    return TRUE;
  if (!adref_file_write(text->file, canonical->str, canonical->len, error))
    return FALSE;
  adref_say("%s: written in its canonical form", text->name);
  return TRUE;
}

/* A place in the source, which moves forward only. */
typedef struct {
  const char *at, *end;
  guint line, column;
} SourcePlace;

static void move_to(SourcePlace *place, guint line, guint column)
{
  while (place->at < place->end &&
         (place->line < line || (place->line == line && place->column < column))) {
    gboolean ends = *place->at == '\n';
    place->at = g_utf8_next_char(place->at);
    place->column = ends ? 1 : place->column + 1;
    place->line += ends ? 1 : 0;
  }
}

/* The bracket that begins at a place, or its first words. */
static char *excerpt(const SourcePlace *place)
{
  enum {
    MAX_CHARACTERS = 40
  };
  const char *stop = place->at;
  for (guint count = 0; count < MAX_CHARACTERS && stop < place->end; count++) {
    if (*stop == '\n' || (count > 0 && stop[-1] == ']'))
      break;
    stop = g_utf8_next_char(stop);
  }
  return adref_escape_controls(place->at, stop - place->at, FALSE);
}

static int explain(AdrefRun *run, const AdrefText *text, GError **error)
{
  g_autoptr(GPtrArray) readings = adref_text_explain(text, error);
  if (!readings)
    return ADREF_FAILURE;
  gsize length;
  const char *source = g_bytes_get_data(text->source, &length);
  SourcePlace place = {source, source + length, 1, 1};
  for (guint i = 0; i < readings->len; i++) {
    const AdrefProblem *reading = readings->pdata[i];
    move_to(&place, reading->line, reading->column);
    g_autofree char *words = excerpt(&place);
    g_string_append_printf(run->out, "%u:%u: %s: %s\n", adref_text_file_line(text, reading->line),
                           reading->column, words, reading->message);
  }
  return ADREF_YES;
}

static gboolean check_options(const AdrefRun *run, GError **error)
{
  const char *argument = adref_run_argument(run, 0);
  gboolean write = adref_run_flag(run, "write"), check = adref_run_flag(run, "check");
  if (adref_run_flag(run, "explain") && (write || check))
    adref_error(error, ADREF_ERROR_USAGE,
                "format: --explain writes and checks nothing; leave out --write and --check");
  else if (write && (check || g_strcmp0(argument, "-") == 0))
    adref_error(error, ADREF_ERROR_USAGE, "format: --write goes with a file, and not with --check");
  else
    return TRUE;
  return FALSE;
}

static int check_text(const AdrefText *text)
{
  g_autoptr(GString) canonical = adref_canonical(text->document);
  if (!text->lines && is_canonical(text, canonical))
    return ADREF_YES;
  adref_say("%s: not in its canonical form; adref format --write makes it so", text->name);
  return ADREF_NO;
}

static int write_text(const AdrefText *text, GError **error)
{
  if (!text->file) {
    adref_error(error, ADREF_ERROR_USAGE,
                "format: a version stays as it is; --write goes with a file");
    return ADREF_USAGE;
  }
  g_autoptr(GString) canonical = adref_canonical(text->document);
  return write_back(text, canonical, error) ? ADREF_YES : ADREF_FAILURE;
}

static int check_or_write(AdrefRun *run, const AdrefText *text, GError **error)
{
  adref_session_say_problems(run->session, text->name, text->problems);
  if (adref_file_is_plain_text(text->name) &&
      !adref_file_markdown_check_writable(text, "format: --check, --write", error))
    return ADREF_USAGE;
  return adref_run_flag(run, "check") ? check_text(text) : write_text(text, error);
}

/* The other languages of a statement; one that has no text yet is passed over. */
static int check_or_write_others(AdrefRun *run, const AdrefText *first, GError **error)
{
  char **languages = first->statement ? first->statement->languages : NULL;
  int worst = ADREF_YES;
  for (guint i = 1; languages && languages[0] && languages[i]; i++) {
    g_autoptr(GError) cause = NULL;
    g_autoptr(AdrefText) text =
        adref_text_open(run->session, adref_run_argument(run, 0), languages[i], &cause);
    if (!text && g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
      continue;
    if (!text) {
      g_propagate_error(error, g_steal_pointer(&cause));
      return ADREF_FAILURE;
    }
    int status = check_or_write(run, text, error);
    worst = MAX(worst, status);
  }
  return worst;
}

static int run(AdrefRun *run, GError **error)
{
  const char *argument = adref_run_argument(run, 0), *language = adref_run_value(run, "lang");
  if (!check_options(run, error))
    return ADREF_USAGE;
  g_autoptr(AdrefText) text = adref_text_open(run->session, argument, language, error);
  if (!text)
    return ADREF_FAILURE;
  if (adref_run_flag(run, "check") || adref_run_flag(run, "write")) {
    int status = check_or_write(run, text, error);
    int others =
        language || status > ADREF_NO ? ADREF_YES : check_or_write_others(run, text, error);
    return MAX(status, others);
  }
  adref_session_say_problems(run->session, text->name, text->problems);
  run->is_source = TRUE;
  if (adref_run_flag(run, "explain"))
    return explain(run, text, error);
  g_autoptr(GString) canonical = adref_canonical(text->document);
  g_string_append_len(run->out, canonical->str, (gssize)canonical->len);
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"check", 0, NULL, NULL, FALSE, "only say whether the text is in its canonical form"},
    {"explain", 0, NULL, NULL, FALSE, "say how each square bracket was read"},
    {"write", 'w', NULL, NULL, FALSE, "replace the file"},
    ADREF_OPTION_LANGUAGE,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_format = {
    .name = "format",
    .arguments = "[STATEMENT | FILE]",
    .summary = "Print a text in its canonical form",
    .details =
        "Prints the canonical form of a statement's text or of any Markdown file (\"-\" is "
        "standard input), or the Markdown that plain text, FILE.txt, is read as: one line per "
        "paragraph, one spelling of everything, brackets in "
        "the notation [shall - JPN / should - ASEAN]. No word changes. The canonical form "
        "is what adref compares, hashes and signs.\n\n"
        "With --check the exit status is 1 when the text is in another form. --check and --write "
        "take a "
        "statement in all its languages, or the one of --lang. With --explain "
        "it prints a line for each square bracket: its place, and whether it is open, a "
        "placeholder, a footnote mark or words. [sic] and a letter of a quotation, "
        "\"[t]he\", are words; in a file that belongs to no statement also [1], [Art. 5], and "
        "[ ], [x], [04] at the start of an item.",
    .options = options,
    .most = 1,
    .run = run,
};
