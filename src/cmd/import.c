#include "cmd/commands.h"
#include "cmd/shared_options.h"
#include "exchange/paragraph_table.h"
#include "view/json_import.h"
#include "work/import_text.h"

enum {
  TABLE_COLUMNS = 56 /* kind, id and line */
};

static void put_json(AdrefRun *run, const AdrefImport *import)
{
  g_autoptr(AdrefJsonList) list = adref_json_list_new();
  for (guint i = 0; i < import->files->len; i++) {
    const AdrefImportFile *file = import->files->pdata[i];
    const AdrefIncomingParagraph *title = adref_incoming_title(file->text);
    AdrefJsonImport one = {file->name,          file->language,
                           import->id,          title ? title->words : NULL,
                           import->facts->date, import->facts->place};
    adref_json_import_add(list, &one, file->text);
  }
  adref_put(run, adref_json_list_write(list));
}

static void put_tables(AdrefRun *run, const AdrefImport *import)
{
  guint width = adref_window_width();
  for (guint i = 0; i < import->files->len; i++) {
    const AdrefImportFile *file = import->files->pdata[i];
    adref_put(run, adref_paragraph_table_write(
                       file->text, width > TABLE_COLUMNS + 24 ? width - TABLE_COLUMNS : 24));
  }
}

/* What was found, on stderr, so that the table can be kept in a file. */
static void say_facts(AdrefRun *run, const AdrefImport *import)
{
  for (guint i = 0; i < import->files->len; i++) {
    const AdrefImportFile *file = import->files->pdata[i];
    adref_session_say_problems(run->session, file->name, file->problems);
    adref_say("%s: language %s; %u paragraphs", file->name, file->language,
              file->text->paragraphs->len);
    if (file->unmatched > 0)
      adref_say("%s: %u of them stand for no clause of the first language", file->name,
                file->unmatched);
  }
  const AdrefImportFacts *facts = import->facts;
  g_autofree char *parties = g_strjoinv(", ", facts->parties);
  adref_say("statement %s: title \"%s\", date %s, place %s, parties %s, style %s", import->id,
            facts->title ? facts->title : "", facts->date ? facts->date : "not found",
            facts->place ? facts->place : "not found", *parties ? parties : "not found",
            import->style ? import->style : "not found");
}

static int run(AdrefRun *run, GError **error)
{
  AdrefImportOptions options = {.files = run->arguments,
                                .name = adref_run_value(run, "name"),
                                .party = adref_run_value(run, "as"),
                                .language = adref_run_value(run, "lang"),
                                .map = adref_run_value(run, "map")};
  g_autoptr(AdrefImport) import = adref_import_read(run->session, &options, error);
  if (!import)
    return ADREF_FAILURE;
  say_facts(run, import);
  if (run->json)
    put_json(run, import);
  else
    put_tables(run, import);
  run->use_pager = adref_run_flag(run, "dry-run");
  if (adref_run_flag(run, "dry-run"))
    return ADREF_YES;
  return adref_import_save(run->session, import, &options, error) ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"name", 0, "ID", NULL, FALSE, "the id of the new statement (from its title)"},
    ADREF_OPTION_AS,
    {"lang", 0, "LANG", NULL, FALSE, "the language of the file"},
    {"dry-run", 0, NULL, NULL, FALSE, "show what is decided, and write nothing"},
    {"map", 0, "FILE", NULL, FALSE, "the table of --dry-run, corrected"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_import = {
    .name = "import",
    .arguments = "FILE...",
    .summary = "Bring in a text from elsewhere as a statement",
    .details =
        "Reads a text of any shape, Markdown or plain text (FILE.txt), and makes a statement of "
        "it: its title, place and date become facts; its paragraphs become clauses with a kind "
        "and an id that is made from their words. Several files are the languages of one "
        "statement: NAME.en.md NAME.ja.md; clauses are matched by number and order.\n\n"
        "What was decided is shown as a table with a line per paragraph. --dry-run shows it and "
        "writes nothing; correct kinds and ids in it and give it back with --map. Kinds are "
        "title, heading, chapeau, pp, op, item, closing, annex, more (goes on with the paragraph "
        "above), date, skip (is left out).\n\n"
        "Numbers that are typed stay: where they are 1, 2, 3 the statement's style counts them, "
        "where they have gaps they are frozen, else they stay in the words. The statement needs "
        "no outline; edit, circulate and agree work on it as on any other.",
    .options = options,
    .fewest = 1,
    .most = 100,
    .needs = ADREF_NEEDS_WORKSPACE,
    .run = run,
};
