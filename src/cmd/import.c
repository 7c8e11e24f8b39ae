#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "base/string_list.h"
#include "cmd/commands.h"
#include "cmd/shared/author_arguments.h"
#include "cmd/shared/manual.h"
#include "cmd/shared/shared_options.h"
#include "exchange/paragraphs/paragraph_table.h"
#include "view/reports/json_import.h"
#include "work/import/import_into.h"
#include "work/import/import_word.h"
#include "work/search/collection.h"

enum {
  TABLE_COLUMNS = 56, /* kind, id and line */
  SHORT_TABLE = 15    /* paragraphs that are shown when they are saved */
};

static void add_json(AdrefJsonList *list, const AdrefImportFile *file, const char *id,
                     const AdrefImportFacts *facts, const AdrefWordReport *word)
{
  const AdrefIncomingParagraph *title = adref_incoming_title(file->text);
  AdrefJsonImport one = {file->name,
                         file->language,
                         id,
                         title ? title->words : NULL,
                         facts ? facts->date : NULL,
                         facts ? facts->place : NULL,
                         word};
  adref_json_import_add(list, &one, file->text);
}

static void put_json(AdrefRun *run, const AdrefImport *import)
{
  g_autoptr(AdrefJsonList) list = adref_json_list_new();
  for (guint i = 0; i < import->files->len; i++)
    add_json(list, import->files->pdata[i], import->id, import->facts, NULL);
  adref_put(run, adref_json_list_write(list));
}

/* The table; of a long text that is saved only how many paragraphs of each kind it has. */
static void put_table(AdrefRun *run, const AdrefImportFile *file)
{
  if (!adref_run_flag(run, "dry-run") && file->text->paragraphs->len > SHORT_TABLE) {
    g_autofree char *summary = adref_paragraph_table_summary(file->text);
    g_autofree char *name = adref_path_quoted(file->name);
    GString *lines = g_string_new(NULL);
    g_string_append_printf(lines, "%s; each: adref import --dry-run %s\n", summary, name);
    adref_put(run, lines);
    return;
  }
  guint width = adref_window_width();
  width = width > TABLE_COLUMNS + 24 ? width - TABLE_COLUMNS : 24;
  adref_put(run, adref_paragraph_table_write(file->text, width));
}

/* What was found, on stderr, so that the table can be kept in a file. */
static void say_file(AdrefRun *run, const AdrefImportFile *file, gboolean is_returned)
{
  adref_session_say_problems(run->session, file->name, file->problems);
  if (file->docx && !is_returned)
    adref_import_word_say(run->session, file);
  adref_say("%s: language %s; %u paragraph%s", file->name, file->language,
            file->text->paragraphs->len, file->text->paragraphs->len == 1 ? "" : "s");
  if (file->unmatched > 0)
    adref_say("%s: %u of them stand%s for no clause of the first language", file->name,
              file->unmatched, file->unmatched == 1 ? "s" : "");
}

static void say_facts(AdrefRun *run, const AdrefImport *import)
{
  for (guint i = 0; i < import->files->len; i++)
    say_file(run, import->files->pdata[i], FALSE);
  const AdrefImportFacts *facts = import->facts;
  g_autofree char *parties = g_strjoinv(", ", facts->parties);
  if (facts->title && *facts->title)
    adref_say("statement %s: title \"%s\"", import->id, facts->title);
  else
    adref_say("statement %s: title not found; write it into statement.yaml", import->id);
  adref_say("  date %s, place %s, parties %s, style %s", facts->date ? facts->date : "not found",
            facts->place ? facts->place : "not found", *parties ? parties : "not found",
            import->style ? import->style : "not found");
  g_autofree char *strangers = g_strjoinv(", ", facts->strangers);
  if (*strangers)
    adref_say("  templates/parties.yaml does not have %s; add there who takes part, and to parties "
              "in statement.yaml",
              strangers);
}

/* On a line of its own where it fits, else on filled lines below. */
static void say_ids(const char *what, const GPtrArray *ids)
{
  enum {
    WIDTH = 79
  };
  if (ids->len == 0)
    return;
  g_autofree char *list = adref_string_list_join(ids, 0);
  g_autoptr(GString) lines = g_string_new(NULL);
  adref_manual_wrap(lines, list, 2);
  g_string_truncate(lines, lines->len - 1);
  if (strlen(what) + 2 + strlen(list) <= WIDTH)
    adref_say("%s: %s", what, list);
  else
    adref_say("%s:\n%s", what, lines->str);
}

/* `party`: of a file with the changes of several; else NULL. */
static void say_changes(const AdrefImportInto *into, const char *party)
{
  g_autofree char *by = party ? g_strdup_printf(" by %s", party) : g_strdup("");
  g_autofree char *changed = g_strconcat("changed", by, NULL),
                  *added = g_strconcat("new", by, NULL),
                  *deleted = g_strconcat("deleted", by, NULL);
  say_ids(changed, into->changed);
  say_ids(added, into->added);
  say_ids(deleted, into->deleted);
  say_ids("changed here too, so the file's words stand beside as alternatives", into->both);
  say_ids("deleted in the file but changed here since, so they stay; adref delete deletes them",
          into->kept);
}

static void say_comparison(const AdrefImportInto *into)
{
  if (!into->current) {
    adref_say("%s: the first text in %s", into->file->name, into->file->language);
    return;
  }
  if (strcmp(into->base, ADREF_VERSION_WORK) == 0)
    adref_say("%s: compared with the text as it is", into->file->name);
  else
    adref_say("%s: compared with %s, from which it came", into->file->name, into->base);
  if (!into->later)
    say_changes(into, NULL);
  else
    say_changes(into, into->party ? into->party : "no party");
  for (guint i = 0; into->later && i < into->later->len; i++) {
    const AdrefImportInto *later = into->later->pdata[i];
    say_changes(later, later->party);
  }
}

/* Into a running statement. */
static int run_into(AdrefRun *run, const AdrefImportOptions *options, const char *statement,
                    GError **error)
{
  AdrefSession *session = run->session;
  guint needs = ADREF_NEEDS_STATEMENT | ADREF_NEEDS_REPOSITORY | ADREF_NEEDS_PARTY |
                ADREF_NEEDS_IDENTITY | ADREF_NEEDS_NO_MERGE | ADREF_NEEDS_CLEAN;
  if (!adref_session_require(session, needs, statement, options->party, error))
    return ADREF_FAILURE;
  g_autoptr(GPtrArray) all = adref_import_into_read(session, session->statement, options, error);
  if (!all)
    return ADREF_FAILURE;
  g_autoptr(AdrefJsonList) list = adref_json_list_new();
  for (guint i = 0; i < all->len; i++) {
    const AdrefImportInto *into = all->pdata[i];
    say_file(run, into->file, into->report != NULL);
    say_comparison(into);
    if (run->json)
      add_json(list, into->file, session->statement->id, NULL, into->report);
    else if (into->report && !adref_run_flag(run, "table"))
      adref_put(run, adref_word_report_write(into->report));
    else
      put_table(run, into->file);
  }
  if (run->json)
    adref_put(run, adref_json_list_write(list));
  run->use_pager = adref_run_flag(run, "dry-run");
  if (adref_run_flag(run, "dry-run"))
    return ADREF_YES;
  return adref_import_into_save(session, session->statement, all, options, error) ? ADREF_YES
                                                                                  : ADREF_FAILURE;
}

static gboolean check(const AdrefRun *run, GError **error)
{
  gboolean collects = adref_run_value(run, "collection") != NULL;
  gboolean into = adref_run_value(run, "into") != NULL;
  if (adref_run_flag(run, "table") && !adref_run_flag(run, "dry-run"))
    adref_error(error, ADREF_ERROR_USAGE,
                "import: --table shows what is decided about a Word file that came back; it goes "
                "with --dry-run");
  else if (into && adref_run_value(run, "name"))
    adref_error(
        error, ADREF_ERROR_USAGE,
        "import: --name is for a new statement, --into for one that exists; give one of them");
  else if (collects && (into || run->arguments->len > 0))
    adref_error(error, ADREF_ERROR_USAGE,
                "import: --collection takes the texts of a folder; leave out FILE and --into");
  else if (!collects && run->arguments->len == 0)
    adref_error(error, ADREF_ERROR_USAGE, "import: name a FILE, or a folder: --collection DIR");
  else
    return TRUE;
  return FALSE;
}

/* --- a collection --- */

static int run_collection(AdrefRun *run, GError **error)
{
  AdrefCollectionImport result = {NULL};
  g_autofree char *folder =
      g_canonicalize_filename(adref_run_value(run, "collection"), run->folder);
  gboolean done =
      adref_collection_import(run->session, folder, adref_run_value(run, "name"), &result, error);
  if (done)
    adref_say("%s/%s: %u new, %u changed, %u gone, %u as before%s", ADREF_COLLECTIONS_FOLDER,
              result.name, result.added, result.changed, result.removed, result.same,
              result.left_out > 0 ? "; what is no text was left out" : "");
  adref_collection_import_clear(&result);
  return done ? ADREF_YES : ADREF_FAILURE;
}

/* The statement that one file says it was exported from; that of a statement which is not here is
 * not taken for a new text. */
static gboolean find_exported(const AdrefRun *run, char **exported, GError **error)
{
  for (guint i = 0; i < run->arguments->len; i++) {
    const char *name = run->arguments->pdata[i];
    gboolean is_here = FALSE;
    g_autofree char *id = adref_import_word_statement(run->session, name, &is_here);
    if (id && !is_here) {
      adref_error(error, ADREF_ERROR_NOT_FOUND,
                  "%s: it was exported from the statement \"%s\", which is not here; --into "
                  "STATEMENT says which one it is of, --name ID makes a new one of it",
                  name, id);
      return FALSE;
    }
    if (run->arguments->len == 1)
      *exported = g_steal_pointer(&id);
  }
  return TRUE;
}

static int run(AdrefRun *run, GError **error)
{
  g_auto(AdrefAuthorArguments) authors = {0};
  if (!adref_author_arguments_read(&authors, run, error))
    return ADREF_FAILURE;
  if (adref_run_value(run, "collection"))
    return run_collection(run, error);
  AdrefImportOptions options = {.files = run->arguments,
                                .name = adref_run_value(run, "name"),
                                .party = adref_run_value(run, "as"),
                                .language = adref_run_value(run, "lang"),
                                .map = adref_run_value(run, "map"),
                                .base = adref_run_value(run, "base"),
                                .takes_hand_marks =
                                    g_strcmp0(adref_run_value(run, "marks"), "hand") == 0,
                                .authors = authors.table,
                                .parties = authors.parties};
  const char *into = adref_run_value(run, "into");
  g_autofree char *exported = NULL;
  if (!options.name && !into && !find_exported(run, &exported, error))
    return ADREF_FAILURE;
  if (into || exported)
    return run_into(run, &options, into ? into : exported, error);
  g_autoptr(AdrefImport) import = adref_import_read(run->session, &options, error);
  if (!import)
    return ADREF_FAILURE;
  say_facts(run, import);
  if (run->json)
    put_json(run, import);
  for (guint i = 0; i < import->files->len && !run->json; i++)
    put_table(run, import->files->pdata[i]);
  run->use_pager = adref_run_flag(run, "dry-run");
  if (adref_run_flag(run, "dry-run"))
    return ADREF_YES;
  return adref_import_save(run->session, import, &options, error) ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"into", 0, "STATEMENT", NULL, FALSE, "save it as a change of a statement that exists"},
    {"collection", 0, "DIR", NULL, FALSE, "take the texts of a folder as precedents"},
    {"name", 0, "ID", NULL, FALSE,
     "the id of the new statement (from its title), or the name of the collection"},
    {"as", 0, "PARTY", NULL, FALSE, "whose text it is; never by git config, since others sent it"},
    {"lang", 0, "LANG", NULL, FALSE, "the language of the file"},
    {"dry-run", 0, NULL, NULL, FALSE, "show what is decided, and write nothing"},
    {"table", 0, NULL, NULL, FALSE, "with --dry-run: the table of a Word file that came back"},
    {"map", 0, "FILE", NULL, FALSE, "the table of --dry-run, corrected"},
    {"base", 0, "VERSION", NULL, FALSE, "with --into: the version that the file came from"},
    {"marks", 0, "HOW", "tracked|hand", FALSE, "which marks of a Word file are read (tracked)"},
    ADREF_OPTION_AUTHOR,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_import = {
    .name = "import",
    .arguments = "FILE... | --collection DIR",
    .summary = "Bring in a text from elsewhere",
    .details =
        "Reads a text of any shape, Markdown, plain text (FILE.txt), a page of HTML that was saved "
        "(FILE.html), a Word file (FILE.docx) or, where LibreOffice is installed, FILE.odt, and "
        "makes a statement of it: its title, place and date become facts; its paragraphs become "
        "clauses with a kind "
        "and an id that is made from their words. Several files are the languages of one "
        "statement: NAME.en.md NAME.ja.md; clauses are matched by number, kind, length and "
        "order, never by words, and what could not be paired is said with its line. Of a Word "
        "file, tracked changes are accepted, and a line is a paragraph. A text in UTF-16, "
        "Windows-1252 or an encoding of Japanese is converted, which is said. Of plain text in two "
        "columns in two languages, --lang takes one column.\n\n"
        "What was decided is shown as a table with a line per paragraph; when a text of more than "
        "15 paragraphs is saved, only how many there are of each kind. --dry-run shows the table "
        "and writes nothing; correct kinds and ids in it and give it back with --map (for several "
        "files: their tables one below the other). Kinds are "
        "title, heading, chapeau, pp, op, item, closing, annex, more (goes on with the paragraph "
        "above), date, skip (is left out).\n\n"
        "--into brings a text, or several in different languages, back into a statement, as the "
        "change of the party --as. It is "
        "compared with the draft or version that it came from, or with the text as it is: the one "
        "with which it shares the most paragraphs; --base says which. Clauses are recognised by "
        "their markers, else by their "
        "content; what did not change stays as it is. A clause that was changed here too since "
        "then keeps its words, and those of the file stand below it as an alternative. The "
        "first text in another language is matched by number and order; --lang makes its language "
        "one "
        "of the statement.\n\n"
        "A Word file that adref exported says of which statement and version it is (--base says "
        "another). That version is exported again and compared with it: first all words that "
        "differ without a mark are listed, then the tracked changes, what is marked as deleted and "
        "was never sent, and what is not read as Word shows it. The text with all changes accepted "
        "is the change of the party; comments become its notes. Where several people worked in one "
        "file, --author \"Hanako Yamada=JPN\" says whose the tracked changes and comments of a "
        "person are: each party gets a version of its own, first that of --as with all that "
        "carries "
        "no mark, then the others in the order in which --author names them. --dry-run --table "
        "shows instead which paragraph is taken for which "
        "clause. "
        "A table that is corrected and given back with --map decides it, for every file that comes "
        "back: an id of the statement is that clause, - or another id is a new one. "
        "--marks hand takes words that are struck out for deletions, and words "
        "that "
        "are underlined or in bold, and did not go out so, for insertions; color alone is no mark."
        "\n\n"
        "Numbers that are typed stay: where they are 1, 2, 3 the statement's style counts them, "
        "where they have gaps they are frozen, else they stay in the words. The statement needs "
        "no outline; edit, circulate and agree work on it as on any other.\n\n"
        "--collection takes the Markdown, plain text and Word files of a folder as texts in which "
        "adref precedent and adref search look: precedents/NAME of the workspace, outside of the "
        "history. Their source, date and parties come from their front matter, or from the table "
        "sources.tsv in the folder (file, source, date, parties, with tabs between). The next "
        "import of the folder takes only what changed; `adref help precedents` has an example.",
    .options = options,
    .most = 100,
    .needs = ADREF_NEEDS_WORKSPACE,
    .check = check,
    .run = run,
};
