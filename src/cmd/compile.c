#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/merge_arguments.h"
#include "cmd/shared/pdf_arguments.h"
#include "cmd/shared/shared_options.h"
#include "work/import/returned_word.h"
#include "work/needs.h"

/* Of a statement with parties, those who send words are among them. */
static gboolean check_party(const AdrefRun *run, const AdrefMergeArguments *arguments,
                            const char *party, GError **error)
{
  if (!arguments->statement)
    return TRUE;
  if (!adref_session_require(run->session, ADREF_NEEDS_STATEMENT, arguments->statement, NULL,
                             error))
    return FALSE;
  const AdrefStatement *statement = run->session->statement;
  return !statement->parties || !*statement->parties ||
         adref_session_check_named_party(run->session, statement, "--from", party, error);
}

/* "JPN=FILE", "JPN=VERSION". */
static gboolean add_side(const AdrefRun *run, AdrefMergeArguments *arguments, const char *from,
                         GError **error)
{
  const char *equals = strchr(from, '=');
  g_autofree char *party = equals ? g_strndup(from, (gsize)(equals - from)) : NULL;
  if (!adref_merge_arguments_add(arguments, run, equals + 1, party, error))
    return FALSE;
  guint side = arguments->sides->len - 1;
  return adref_merge_arguments_set_party(arguments, side, party, error) &&
         check_party(run, arguments, g_array_index(arguments->sides, AdrefMergeText, side).party,
                     error);
}

/* "[STATEMENT] BASE": a version of the statement that the first of two arguments names, else of the
 * only one. */
static gboolean read_base(const AdrefRun *run, AdrefMergeArguments *arguments, GError **error)
{
  const char *first = adref_run_argument(run, 0), *second = adref_run_argument(run, 1);
  if (adref_run_flag(run, "files"))
    return adref_merge_arguments_init(arguments, run, NULL, first, error);
  if (!adref_session_open_workspace(run->session, error))
    return FALSE;
  g_autofree char *statement =
      adref_workspace_choose(run->session->workspace, second ? first : NULL, error);
  return statement &&
         adref_merge_arguments_init(arguments, run, statement, second ? second : first, error);
}

static int run(AdrefRun *run, GError **error)
{
  g_auto(AdrefMergeArguments) arguments = {0};
  g_auto(AdrefAuthorArguments) authors = {0};
  const GPtrArray *from = adref_run_values(run, "from");
  if (!read_base(run, &arguments, error) ||
      (arguments.statement && !adref_author_arguments_read(&authors, run, error)))
    return ADREF_FAILURE;
  arguments.authors = arguments.statement ? &authors : NULL;
  for (guint i = 0; i < from->len; i++)
    if (!add_side(run, &arguments, from->pdata[i], error))
      return ADREF_FAILURE;
  if (!adref_author_arguments_check(&authors, error) ||
      !adref_merge_arguments_add_others(&arguments, error))
    return ADREF_FAILURE;
  return adref_merge_arguments_run(&arguments, run, TRUE, error);
}

/* Whether each --from has a party, and no party has two texts. */
static gboolean check_from(const GPtrArray *from, GError **error)
{
  g_autoptr(GHashTable) parties = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < from->len; i++) {
    const char *value = from->pdata[i], *equals = strchr(value, '=');
    if (!equals || equals == value || !equals[1]) {
      adref_error(error, ADREF_ERROR_USAGE,
                  "--from %s: write PARTY=FILE, such as JPN=jpn.md, or PARTY=VERSION", value);
      return FALSE;
    }
    g_autofree char *given = g_strndup(value, (gsize)(equals - value));
    if (!g_hash_table_add(parties, g_ascii_strup(given, -1))) {
      adref_error(error, ADREF_ERROR_USAGE, "--from %s: %s has two texts; give one for each party",
                  value, given);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean is_page(const char *format)
{
  return strcmp(format, "html") == 0 || strcmp(format, "pdf") == 0;
}

/* Inline and by-paragraph are Markdown, columns are not. */
static gboolean check_layout(const AdrefRun *run, GError **error)
{
  const char *format = adref_merge_arguments_format(run), *given = adref_run_value(run, "format");
  gboolean is_columns = g_strcmp0(adref_run_value(run, "layout"), "columns") == 0,
           is_markdown = strcmp(format, "markdown") == 0;
  if (is_columns && is_markdown)
    adref_error(error, ADREF_ERROR_USAGE,
                "compile: --layout columns is no Markdown; allowed are -o FILE.html, FILE.pdf and "
                "FILE.txt");
  else if (!is_columns && (is_page(format) || g_strcmp0(given, "text") == 0))
    adref_error(error, ADREF_ERROR_USAGE,
                "compile: the form %s goes with --layout columns; the other layouts are Markdown, "
                "of which `adref export FILE` makes pages",
                format);
  else
    return adref_pdf_arguments_check(run, format, error);
  return FALSE;
}

/* Only Word files have marks by hand. */
static gboolean check_marks(const AdrefRun *run, const GPtrArray *from, GError **error)
{
  gboolean has_word = g_strcmp0(adref_run_value(run, "marks"), "hand") != 0;
  for (guint i = 0; i < from->len && !has_word; i++)
    has_word = !adref_run_flag(run, "files") && adref_returned_word_is(from->pdata[i]);
  if (!has_word && adref_run_flag(run, "files"))
    adref_error(error, ADREF_ERROR_USAGE,
                "compile: --marks hand goes with versions of a statement, not with --files");
  else if (!has_word)
    adref_error(error, ADREF_ERROR_USAGE,
                "compile: --marks hand goes with a Word file, --from JPN=FILE.docx");
  return has_word;
}

static gboolean check(const AdrefRun *run, GError **error)
{
  const GPtrArray *from = adref_run_values(run, "from");
  if (adref_run_flag(run, "files") && run->arguments->len > 1)
    adref_error(error, ADREF_ERROR_USAGE,
                "compile: --files has one base; name the other texts with --from JPN=FILE");
  else if (adref_run_flag(run, "files") && adref_run_values(run, "author"))
    adref_error(error, ADREF_ERROR_USAGE,
                "compile: --author goes with versions of a statement, not with --files");
  else if (!from)
    adref_error(error, ADREF_ERROR_USAGE,
                "compile: name the text of each party: --from JPN=FILE --from ASEAN=FILE ...");
  else
    return check_from(from, error) && check_marks(run, from, error) && check_layout(run, error);
  return FALSE;
}

static const AdrefOption options[] = {
    {"files", 0, NULL, NULL, FALSE, "BASE and those of --from are files"},
    {"from", 0, "PARTY=TEXT", NULL, TRUE, "the text of a party: a version, or a file"},
    {"layout", 0, "LAYOUT", "inline|by-paragraph|columns", FALSE,
     "where the proposals stand (inline)"},
    {"format", 'f', "FORMAT", "markdown|text|html|pdf", FALSE,
     "of --layout columns (text); the others are markdown"},
    ADREF_OPTION_PAPER,
    ADREF_OPTION_MARKING,
    {"marks", 0, "HOW", "tracked|hand", FALSE, "which marks of a Word file are read (tracked)"},
    ADREF_OPTION_AUTHOR,
    {"dry-run", 'n', NULL, NULL, FALSE, "only say what would be put together"},
    ADREF_OPTION_LANGUAGE,
    {"output", 'o', "FILE", NULL, FALSE, "write the text to FILE"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_compile = {
    .name = "compile",
    .arguments = "[STATEMENT] BASE --from PARTY=TEXT...",
    .summary = "Put the proposals of all parties into one text",
    .details =
        "Makes a compilation text: nothing is taken, every change of every party stands in "
        "brackets with its name, beside the words of the base. New words are "
        "[, as appropriate - JPN], words that a party would take out [words - EU delete], other "
        "words [30 / 60 - JPN]. Parties that propose the same share one alternative.\n\n"
        "BASE is a version of the statement, such as zero or HEAD~3; the text of a party is a "
        "version too, such as its branch, or a file that it sent: Markdown, plain text (FILE.txt), "
        "FILE.docx or, where LibreOffice is installed, FILE.odt (--marks hand as in import). With "
        "--files BASE is a file, and no workspace is needed: all are Markdown, plain text or "
        "FILE.docx, whose tracked changes are read as accepted.\n\n"
        "Where several people have tracked changes in one Word file, --author \"Hanako "
        "Yamada=THA\" "
        "says whose those of a person are: they stand under the name of that party.\n\n"
        "--layout by-paragraph puts the base text into each paragraph, and below it the whole "
        "paragraph as each party would have it; parties that want the same share one. It is for "
        "reading and for `adref export`: positions are entered into the inline form.\n\n"
        "--layout columns puts the base, what each party would have and an empty column for the "
        "compromise side by side, as a PDF on landscape pages, an HTML page or in a terminal; the "
        "ending of FILE, or --format, says which.\n\n"
        "The compilation text goes to standard output or to FILE; what was put together is said on "
        "standard error. Give what the parties wrote, not what they marked: their texts are "
        "compared with the base word by word. `adref help together` has examples.",
    .options = options,
    .fewest = 1,
    .most = 2,
    .check = check,
    .run = run,
};
