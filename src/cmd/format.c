#include <string.h>

#include "base/file.h"
#include "clause/canonical.h"
#include "cmd/commands.h"
#include "cmd/shared_options.h"
#include "work/text.h"

static gboolean is_canonical(const AdrefText *text, const GString *canonical)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  return length == canonical->len && (length == 0 || memcmp(bytes, canonical->str, length) == 0);
}

static gboolean write_back(const AdrefText *text, const GString *canonical, GError **error)
{
  if (is_canonical(text, canonical))
    return TRUE;
  if (!adref_file_write(text->file, canonical->str, canonical->len, error))
    return FALSE;
  adref_say("%s: written in its canonical form", text->name);
  return TRUE;
}

static int run(AdrefRun *run, GError **error)
{
  const char *argument = adref_run_argument(run, 0);
  gboolean write = adref_run_flag(run, "write"), check = adref_run_flag(run, "check");
  if (write && (check || g_strcmp0(argument, "-") == 0)) {
    adref_error(error, ADREF_ERROR_USAGE, "format: --write goes with a file, and not with --check");
    return ADREF_USAGE;
  }
  g_autoptr(AdrefText) text =
      adref_text_open(run->session, argument, adref_run_value(run, "lang"), error);
  if (!text)
    return ADREF_FAILURE;
  if (write && !text->file) {
    adref_error(error, ADREF_ERROR_USAGE,
                "format: a version stays as it is; --write goes with a file");
    return ADREF_USAGE;
  }
  adref_session_say_problems(run->session, text->name, text->problems);
  g_autoptr(GString) canonical = adref_canonical(text->document);
  if (check) {
    gboolean yes = is_canonical(text, canonical);
    if (!yes)
      adref_say("%s: not in its canonical form; adref format --write makes it so", text->name);
    return yes ? ADREF_YES : ADREF_NO;
  }
  if (write)
    return write_back(text, canonical, error) ? ADREF_YES : ADREF_FAILURE;
  g_string_append_len(run->out, canonical->str, (gssize)canonical->len);
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"check", 0, NULL, NULL, FALSE, "only say whether the text is in its canonical form"},
    {"write", 'w', NULL, NULL, FALSE, "replace the file"},
    ADREF_OPTION_LANGUAGE,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_format = {
    .name = "format",
    .arguments = "[STATEMENT | FILE]",
    .summary = "Print a text in its canonical form",
    .details = "Prints the canonical form of a statement's text or of any Markdown file (\"-\" is "
               "standard input): one line per paragraph, one spelling of everything, brackets in "
               "the notation [shall - JPN / should - ASEAN]. No word changes. The canonical form "
               "is what adref compares, hashes and signs.\n\n"
               "With --check the exit status is 1 when the text is in another form.",
    .options = options,
    .most = 1,
    .run = run,
};
