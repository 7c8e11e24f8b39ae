#include <string.h>

#include "clause/labels/freeze.h"
#include "clause/markdown/canonical.h"
#include "cmd/commands.h"
#include "cmd/shared/pdf_arguments.h"
#include "cmd/shared/preference_arguments.h"
#include "cmd/shared/shared_options.h"
#include "history/log.h"
#include "history/save.h"
#include "sign/language_versions.h"
#include "view/docx/docx.h"
#include "view/html/html.h"
#include "view/json/json.h"
#include "view/open_counts.h"
#include "view/pdf/pdf.h"
#include "view/terminal/terminal.h"
#include "work/check/public_text.h"
#include "work/check/settled_text.h"
#include "work/export/akn_export.h"
#include "work/export/alternat_copy.h"
#include "work/export/as_if_agreed.h"
#include "work/export/excerpt.h"
#include "work/export/html_export.h"
#include "work/export/noted_text.h"
#include "work/export/parallel_export.h"
#include "work/export/stale_excerpt.h"
#include "work/person_time.h"
#include "work/text.h"
#include "work/text_role.h"

enum {
  MIN_PARALLEL_BYTES = 128 * 1024, /* of a text from which a second thread is faster */
  MAX_NAMED = 5 /* places that are named, of those that keep a text from being clean */
};

typedef struct {
  char *version; /* abbreviated commit, or NULL */
  char *date;
} VersionStamp;

static void stamp_clear(VersionStamp *stamp)
{
  g_free(stamp->version);
  g_free(stamp->date);
}

/* The version that holds exactly this text; none when the file has changed since, or is outside of
 * git: an export names a version only when it is one. */
static void find_stamp(const AdrefText *text, const AdrefText *parallel, VersionStamp *stamp)
{
  if (!text->statement)
    return;
  const AdrefVersion *version = *text->version.id ? &text->version : NULL;
  const char *paths[] = {text->path, parallel ? parallel->path : NULL, NULL};
  gboolean changed = FALSE, found = FALSE;
  AdrefRepo *repo = adref_session_repo(text->session, NULL);
  if (!repo || (!version && !adref_repo_changed(repo, paths, &changed, NULL)) || changed)
    return;
  g_autoptr(AdrefLog) log = adref_log_new(repo, text->statement->folder, version, NULL);
  if (!log || !adref_log_next(log, &found, NULL) || !found)
    return;
  g_autoptr(AdrefLogEntry) entry = adref_log_entry(log);
  stamp->version = g_strndup(entry->version.id, 8);
  stamp->date = adref_person_time(&entry->author, "%Y-%m-%d", NULL);
}

static const char *format_of(const AdrefRun *run)
{
  return adref_run_format(run, "html");
}

static AdrefView read_view(const char *word)
{
  if (g_strcmp0(word, "clean") == 0)
    return ADREF_VIEW_CLEAN;
  return g_strcmp0(word, "public") == 0 ? ADREF_VIEW_PUBLIC : ADREF_VIEW_NEGOTIATING;
}

/* A clean text has one clause for each place: says which would replace another one. */
static gboolean has_no_option(const AdrefText *text)
{
  guint options = 0;
  for (const AdrefNode *clause = text->document->first; clause; clause = clause->next) {
    if (!clause->as.clause->alt || ++options > MAX_NAMED)
      continue;
    g_autofree char *words = adref_language_versions_option_words(clause);
    adref_say("%s:%u:%u: %s; a clean text has no options", text->name, clause->line, clause->column,
              words);
  }
  if (options > MAX_NAMED)
    adref_say("%s: %u clauses are options in all", text->name, options);
  return options == 0;
}

/* A clean text has no brackets: says which are open. */
static gboolean has_no_bracket(const AdrefText *text)
{
  guint open = 0;
  AdrefWalk walk = adref_walk(text->document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering || (node->type != ADREF_BRACKET && node->type != ADREF_BRACKET_EDGE) ||
        (node->type == ADREF_BRACKET && node->as.settled))
      continue;
    if (++open <= MAX_NAMED)
      adref_say("%s:%u:%u: a bracket is open; a clean text has none", text->name, node->line,
                node->column);
  }
  if (open > MAX_NAMED)
    adref_say(
        "%s: %u brackets are open in all; --prefer base, or a party, settles them for this text",
        text->name, open);
  return open == 0;
}

static gboolean is_clean(const AdrefText *text)
{
  gboolean no_bracket = has_no_bracket(text), no_option = has_no_option(text);
  return no_bracket && no_option;
}

/* A copy for signature has the number of its pages and no other mark. */
static AdrefFooter footer_of(const AdrefRun *run, const AdrefText *text)
{
  const char *word = adref_run_value(run, "footer");
  AdrefFooter footer = text->house ? text->house->footer : ADREF_FOOTER_FULL;
  gboolean is_copy = adref_run_flag(run, "signatures") || adref_run_flag(run, "alternat");
  if (is_copy && footer == ADREF_FOOTER_FULL)
    footer = ADREF_FOOTER_PAGE;
  if (word)
    adref_footer_parse(word, &footer);
  return footer;
}

typedef struct {
  char *name;
  GString *source;
} Attachment;

static void attachment_clear(Attachment *attachment)
{
  g_free(attachment->name);
  if (attachment->source)
    g_string_free(attachment->source, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Attachment, attachment_clear)

/* The source has brackets and parties, so only the negotiating view may have it. Notes and comments
 * stay here. */
static gboolean attach(const AdrefRun *run, const AdrefText *text, AdrefView view,
                       AdrefPageOptions *page_options, Attachment *attachment, GError **error)
{
  if (!adref_run_flag(run, "attach"))
    return TRUE;
  if (view != ADREF_VIEW_NEGOTIATING) {
    adref_error(error, ADREF_ERROR_USAGE,
                "export: --attach goes with the negotiating view; the Markdown holds all brackets "
                "and parties");
    return FALSE;
  }
  attachment->source = adref_text_printed_source(text, error);
  if (!attachment->source)
    return FALSE;
  attachment->name = g_path_get_basename(text->path ? text->path : text->name);
  page_options->attached = attachment->name;
  page_options->bytes = attachment->source->str;
  page_options->length = attachment->source->len;
  return TRUE;
}

/* --signatures and --alternat. */
static gboolean make_copy(const AdrefRun *run, const AdrefText *text, const AdrefPageWords *words,
                          AdrefAlternatCopy *copy, GError **error)
{
  const char *first = adref_run_value(run, "alternat");
  if (!first && !adref_run_flag(run, "signatures"))
    return TRUE;
  const AdrefParties *parties = adref_text_parties(text);
  if (!adref_alternat_copy_make(copy, text->document, text->name, text->statement, parties,
                                text->language, words, first, error)) {
    g_prefix_error(error, "%s",
                   g_error_matches(*error, ADREF_ERROR, ADREF_ERROR_USAGE) ? "export: " : "");
    return FALSE;
  }
  if (first && copy->places == 0)
    adref_say("%s: no place is marked for the alternat, so only the signatures are in its order; "
              "[words](#%s) marks words that name %s",
              text->name, first, first);
  return TRUE;
}

/* A text that is exported. */
typedef struct {
  AdrefText *text;
  AdrefAlternatCopy copy;
  AdrefNode *noted; /* the text or its alternat with the positions of parties; or NULL */
  char *role, *hash, *occasion;
  char *as_if;          /* what the page says of a text as if agreed, or NULL */
  char *preferred;      /* by what it was decided */
  char *clauses, *part; /* --stale: ids of its clauses, and what the page says of them; or NULL */
  GHashTable *names;
  AdrefPageWords *words;
  AdrefExportText edition;
} ExportEdition;

static void edition_clear(ExportEdition *edition)
{
  g_clear_pointer(&edition->names, g_hash_table_unref);
  adref_page_words_free(edition->words);
  g_free(edition->role);
  g_free(edition->as_if);
  g_free(edition->preferred);
  g_free(edition->clauses);
  g_free(edition->part);
  g_free(edition->hash);
  g_free(edition->occasion);
  adref_node_free(edition->noted);
  adref_alternat_copy_clear(&edition->copy);
  adref_text_free(edition->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ExportEdition, edition_clear)

/* --clauses: the numbers are written into the markers of Markdown, so that they are read again. */
static gboolean make_part(const AdrefRun *run, const ExportEdition *edition, GError **error)
{
  const AdrefText *text = edition->text;
  const char *list = adref_run_value(run, "clauses");
  gboolean is_markdown = strcmp(format_of(run), "markdown") == 0;
  if (list && !adref_excerpt_make(text, list, is_markdown, error))
    return FALSE;
  if (edition->clauses && !adref_stale_excerpt_make(text, edition->clauses, error))
    return FALSE;
  if ((list || edition->clauses) && text->statement)
    adref_freeze(text->document);
  return TRUE;
}

/* Whether the hash is computed while the page is written: only of a whole text, which does not
 * change any more. */
static gboolean hashes_late(const AdrefRun *run)
{
  return strcmp(format_of(run), "html") == 0 && !adref_run_value(run, "beside") &&
         !adref_run_value(run, "clauses") && !adref_preference_arguments_given(run);
}

/* Makes the text as --prefer or --party would have it; pages say so in the language of the text. */
static gboolean apply_preference(const AdrefRun *run, ExportEdition *edition, GError **error)
{
  const char *format = format_of(run);
  gboolean is_page =
      strcmp(format, "html") == 0 || strcmp(format, "pdf") == 0 || strcmp(format, "docx") == 0;
  g_autoptr(AdrefPageWords) words = NULL;
  return (!is_page || !adref_preference_arguments_given(run) ||
          adref_text_page_words(edition->text, &words, error)) &&
         adref_preference_arguments_apply(run, edition->text, words, &edition->as_if, error);
}

/* A text as if agreed is nobody's: its page says so, and has no hash. */
static void say_as_if(const AdrefRun *run, ExportEdition *edition)
{
  if (!edition->as_if)
    return;
  char *role = edition->role ? g_strconcat(edition->role, " \302\267 ", edition->as_if, NULL)
                             : g_strdup(edition->as_if);
  g_free(edition->role);
  edition->role = role;
  edition->preferred = adref_preference_arguments_words(run);
  g_clear_pointer(&edition->hash, g_free);
}

static gboolean prepare(const AdrefRun *run, ExportEdition *edition, AdrefView view,
                        const VersionStamp *stamp, GError **error)
{
  const AdrefText *text = edition->text;
  edition->hash = hashes_late(run) ? NULL : adref_text_hash(text->document);
  if (!make_part(run, edition, error) || !adref_text_page_words(text, &edition->words, error) ||
      !make_copy(run, text, edition->words, &edition->copy, error) ||
      !adref_text_role(text, edition->words, &edition->role, error))
    return FALSE;
  const AdrefNode *plain = edition->copy.document ? edition->copy.document : text->document;
  gboolean is_source = strcmp(format_of(run), "markdown") == 0;
  if (edition->as_if && is_source)
    adref_as_if_agreed_prepare_source(edition->text, edition->as_if, view == ADREF_VIEW_CLEAN);
  if (!edition->as_if && !is_source && !adref_noted_text(text, plain, view, &edition->noted, error))
    return FALSE;
  edition->names = adref_text_party_names(text);
  say_as_if(run, edition);
  edition->occasion = adref_text_occasion(text);
  edition->edition = (AdrefExportText){
      .text = text,
      .document = edition->noted ? edition->noted : plain,
      .options = {.view = view,
                  .language = text->language,
                  .version = stamp->version,
                  .footer = footer_of(run, text),
                  .date = stamp->date,
                  .hash = edition->hash,
                  .house = text->house,
                  .words = edition->words,
                  .occasion = edition->occasion,
                  .role = edition->role,
                  .is_not_agreed = edition->as_if != NULL,
                  .preferred = edition->preferred,
                  .copy = edition->copy.party,
                  .part = edition->part ? edition->part : adref_run_value(run, "clauses"),
                  .clauses = edition->clauses,
                  .signatories = (const char *const *)edition->copy.signatories,
                  .names = edition->names,
                  .parties = adref_text_parties(text),
                  .problems = text->problems}};
  return TRUE;
}

static GString *write_pdf(const AdrefRun *run, const AdrefExportText *edition,
                          const AdrefExportText *parallel, GError **error)
{
  const AdrefText *text = edition->text;
  const AdrefViewOptions *options = &edition->options;
  g_auto(Attachment) attachment = {0};
  gint64 start;
  AdrefPdfOptions pdf_options = adref_pdf_arguments_read(run, &start);
  AdrefPageOptions page_options = adref_pdf_options_page(&pdf_options, text);
  if (!attach(run, text, options->view, &page_options, &attachment, error))
    return NULL;
  if (parallel)
    return adref_parallel_export_pdf(edition, parallel, &page_options, &pdf_options, error);
  AdrefSourceText source_text = adref_text_source_text(text);
  return adref_pdf_write(edition->document, options, &page_options, &source_text,
                         pdf_options.progress, pdf_options.data, error);
}

static GString *write_docx(const AdrefRun *run, const AdrefExportText *edition,
                           const AdrefExportText *parallel, GError **error)
{
  const AdrefText *text = edition->text;
  gint64 start;
  AdrefPdfOptions pdf_options = adref_pdf_arguments_read(run, &start);
  AdrefPageOptions page_options = adref_pdf_options_page(&pdf_options, text);
  if (parallel)
    return adref_parallel_export_docx(edition, parallel, &page_options,
                                      adref_run_flag(run, "stale"), error);
  return adref_docx_write(edition->document, &edition->options, &page_options,
                          text->statement ? text->statement->id : NULL, error);
}

static GString *write_akn(const AdrefExportText *edition, GError **error)
{
  const AdrefViewOptions *options = &edition->options;
  g_autoptr(AdrefAknWork) work =
      adref_akn_export_work(edition->text, options->view, options->version != NULL, error);
  return work ? adref_akn_write(edition->document, options, work) : NULL;
}

static GString *write_format(const AdrefRun *run, const AdrefExportText *edition,
                             const AdrefExportText *parallel, const char *format, GError **error)
{
  const AdrefNode *document = edition->document;
  const AdrefViewOptions *options = &edition->options;
  if (hashes_late(run))
    return adref_html_export(document, options, edition->text->document,
                             g_bytes_get_size(edition->text->source) > MIN_PARALLEL_BYTES);
  if (strcmp(format, "html") == 0)
    return parallel ? adref_parallel_export_html(edition, parallel)
                    : adref_html_write(document, options);
  if (strcmp(format, "pdf") == 0)
    return write_pdf(run, edition, parallel, error);
  if (strcmp(format, "docx") == 0)
    return write_docx(run, edition, parallel, error);
  if (strcmp(format, "akn") == 0)
    return write_akn(edition, error);
  if (strcmp(format, "json") == 0)
    return adref_json_write(document, options);
  if (strcmp(format, "markdown") == 0)
    return adref_canonical(document);
  return adref_terminal_write(document, options, 80, run->color == ADREF_COLOR_ALWAYS);
}

static gboolean refuse_markdown_view(const AdrefRun *run, const char *format, GError **error)
{
  if (strcmp(format, "markdown") != 0 || adref_run_value(run, "prefer") ||
      read_view(adref_run_value(run, "view")) == ADREF_VIEW_NEGOTIATING)
    return FALSE;
  adref_error(error, ADREF_ERROR_USAGE,
              "export: Markdown is the text itself, with all its brackets and notes; the views "
              "public and clean go with the other formats");
  return TRUE;
}

static gboolean export(AdrefRun *run, ExportEdition *first, ExportEdition *second, AdrefView view,
                       const VersionStamp *stamp, const char *format, GError **error)
{
  const AdrefExportText *parallel = second->text ? &second->edition : NULL;
  if (!prepare(run, first, view, stamp, error) ||
      (parallel && !prepare(run, second, view, stamp, error)))
    return FALSE;
  first->edition.options.parallel_hash = second->hash;
  g_autoptr(GString) made = write_format(run, &first->edition, parallel, format, error);
  adref_session_say_problems(run->session, first->text->name, first->text->problems);
  if (parallel)
    adref_session_say_problems(run->session, second->text->name, second->text->problems);
  run->is_source =
      strcmp(format, "pdf") != 0 && strcmp(format, "docx") != 0 && run->color != ADREF_COLOR_ALWAYS;
  return made && adref_run_write_result(run, &made, error);
}

static gboolean check_footer(const AdrefRun *run, const char *format, GError **error)
{
  static const char *const pages[] = {"html", "pdf", "docx", NULL};
  if (!adref_run_flag(run, "footer") || g_strv_contains(pages, format))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE, "export: --footer goes with --format html, pdf or docx");
  return FALSE;
}

/* The clauses that are behind, as they are now. */
static gboolean check_stale(const AdrefRun *run, GError **error)
{
  const char *argument = adref_run_argument(run, 0), *wrong = NULL;
  if (!adref_run_flag(run, "stale"))
    return TRUE;
  if (!adref_run_value(run, "beside"))
    wrong = "needs --beside LANG, the language to put in step";
  else if (adref_run_value(run, "clauses") || adref_preference_arguments_given(run))
    wrong = "names the clauses itself, with all their brackets; leave out --clauses, --prefer and "
            "--party";
  else if (argument && strchr(argument, '@'))
    wrong = "goes with the text as it is, not with a version";
  else if (read_view(adref_run_value(run, "view")) != ADREF_VIEW_NEGOTIATING)
    wrong = "goes with the negotiating view, since what is translated comes back";
  else
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE, "export: --stale %s", wrong);
  return FALSE;
}

static gboolean check(const AdrefRun *run, GError **error)
{
  const char *format = format_of(run);
  return check_stale(run, error) && check_footer(run, format, error) &&
         adref_pdf_arguments_check(run, format, error) &&
         adref_preference_arguments_check(run, error) && !refuse_markdown_view(run, format, error);
}

static int run(AdrefRun *run, GError **error)
{
  const char *argument = adref_run_argument(run, 0), *format = format_of(run);
  const char *beside = adref_run_value(run, "beside");
  AdrefView view = read_view(adref_run_value(run, "view"));
  g_auto(ExportEdition) first = {0}, second = {0};
  first.text = adref_text_open(run->session, argument, adref_run_value(run, "lang"), error);
  if (!first.text || (beside && !adref_parallel_export_open(first.text, argument, beside, format,
                                                            &second.text, error)))
    return ADREF_FAILURE;
  if (adref_run_flag(run, "stale") &&
      !adref_stale_excerpt_find(first.text, second.text, &first.clauses, &second.clauses,
                                &first.part, error))
    return ADREF_FAILURE;
  if (adref_run_flag(run, "stale") && !first.clauses) {
    adref_say("%s: nothing is to be translated: no clause of %s changed after that of %s",
              first.text->statement->id, first.text->language, second.text->language);
    return ADREF_NO;
  }
  second.part = g_strdup(first.part);
  adref_settled_text_apply(first.text);
  if (second.text)
    adref_settled_text_apply(second.text);
  if (view != ADREF_VIEW_NEGOTIATING &&
      (!adref_public_text_prepare(first.text, error) ||
       (second.text && !adref_public_text_prepare(second.text, error))))
    return ADREF_FAILURE;
  if (!apply_preference(run, &first, error) ||
      (second.text && !apply_preference(run, &second, error)))
    return ADREF_FAILURE;
  if (view == ADREF_VIEW_CLEAN && !first.as_if &&
      (!is_clean(first.text) || (second.text && !is_clean(second.text))))
    return ADREF_NO;
  VersionStamp stamp = {0};
  find_stamp(first.text, second.text, &stamp);
  gboolean done = export(run, &first, &second, view, &stamp, format, error);
  stamp_clear(&stamp);
  run->kept_until_exit = g_steal_pointer(&first.text);
  return done ? ADREF_YES : ADREF_FAILURE;
}

static const AdrefOption options[] = {
    {"format", 'f', "FORMAT", "html|pdf|docx|akn|markdown|text|json", FALSE, "the form (html)"},
    {"view", 0, "VIEW", "negotiating|public|clean", FALSE, "who reads it (negotiating)"},
    ADREF_OPTION_PREFER,
    ADREF_OPTION_AS_PARTY,
    ADREF_OPTION_LANGUAGE,
    {"clauses", 0, "LIST", NULL, FALSE, "only these: 3-9,12 or the id or words of a heading"},
    {"beside", 0, "LANG", NULL, FALSE, "the text in LANG beside it, clause against clause"},
    {"stale", 0, NULL, NULL, FALSE, "with --beside: what is to be translated, because it changed"},
    ADREF_OPTION_PAPER,
    ADREF_OPTION_LINE_NUMBERS,
    ADREF_OPTION_LARGE,
    ADREF_OPTION_MARKING,
    {"footer", 0, "WHAT", "none|page|full", FALSE, "at the foot of a page (full)"},
    {"signatures", 0, NULL, NULL, FALSE, "lines to sign on"},
    {"alternat", 0, "PARTY", NULL, FALSE, "the copy in which PARTY is named and signs first"},
    {"attach", 0, NULL, NULL, FALSE, "attach the Markdown to a PDF, without notes"},
    ADREF_OPTION_OUTPUT,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_export = {
    .name = "export",
    .arguments = "[STATEMENT[@VERSION] | FILE]",
    .summary = "Make an HTML page, a PDF, a Word file, Akoma Ntoso, Markdown, plain text or JSON",
    .details =
        "Writes the text of a statement, or of any file of Markdown or plain text, for readers. "
        "The HTML page is "
        "one file that needs nothing else; a PDF is for paper; docx is for those who have only "
        "Word (`adref help paper`), akn is XML for archives (`adref help akn`). STATEMENT@VERSION "
        "is the text as it was (`adref help show` tells what a version is).\n\n"
        "The negotiating view shows who stands in which bracket, and the notes. The public view "
        "shows the brackets without the parties. The clean view is the final text; while a bracket "
        "is open it is refused, with exit status 1. --view clean --prefer base, chair or PARTY is "
        "the "
        "text as if agreed, --party PARTY the text as that party would have it (`adref help "
        "show`); "
        "the page says so, and has no hash.\n\n"
        "A PDF says DRAFT on every page in the negotiating view and while a bracket is open; the "
        "notes "
        "of delegations stand in its margin. Disassociations and explanations of position stand at "
        "the end, but not in the public view, which names no party, nor in Markdown. A character "
        "that no installed font has is an error, "
        "with its place.\n\n"
        "--signatures puts a line for each party of the statement behind the closing, before the "
        "annexes. --alternat PARTY is the copy in which that party is named first, in the title "
        "and "
        "wherever the text marks it, as [Japan](#JPN) and [ASEAN](#ASEAN), and signs first. The "
        "other words are proven to be those of the text; a copy of which they are not is refused. "
        "The hash is that of the text, which is one.\n\n"
        "--footer says what stands at the foot of each page: full is the version, the hash of the "
        "content and the number of the page, page is the number alone, none is nothing. Else the "
        "house style says it (`page: {footer: ...}`), and with --signatures and --alternat it is "
        "page.\n\n"
        "--beside LANG sets the text in a second language beside it, in a PDF, an HTML page or a "
        "Word file: "
        "clauses are paired by their ids, headings by their place; one that the other text does "
        "not have stands alone. `adref diff --side-by-side` does the same for two versions. With "
        "--stale only the clauses are there whose source has changed since they were translated, "
        "and new ones, with an empty cell: the translator writes into the second column, and "
        "adref import --lang LANG takes the Word file back (`adref help word`).\n\n"
        "--clauses exports a part: numbers, ranges of numbers and addresses (`adref help "
        "addresses`), separated by commas. A heading stands for its section. The headings above "
        "what is named come with it, and its footnotes; all numbers stay those of the whole text, "
        "and so does the hash. The page says that it is a part.\n\n"
        "The page names the version only when the text is exactly that version, and the hash of "
        "its content always.",
    .options = options,
    .most = 1,
    .check = check,
    .run = run,
};
