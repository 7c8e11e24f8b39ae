#include "work/edit/save_statement.h"

#include <string.h>

#include "base/file.h"
#include "clause/brackets/suspected_position.h"
#include "history/person.h"
#include "history/save.h"
#include "history/version_source.h"
#include "merge/compare/diff.h"
#include "review/edit_slips.h"
#include "review/fact_changes.h"
#include "sign/suspected_places.h"
#include "work/changes/change_summary.h"
#include "work/changes/changed_languages.h"
#include "work/changes/fact_comparison.h"
#include "work/changes/stale_translations.h"
#include "work/changes/stray_texts.h"
#include "work/check/hidden_check.h"
#include "work/edit/give_heading_ids.h"
#include "work/edit/record_edits.h"
#include "work/edit/rename_clauses.h"
#include "work/edit/reopened_clauses.h"
#include "work/follow_items.h"
#include "work/git_drivers.h"
#include "work/library_files.h"
#include "work/records.h"
#include "work/statement_files.h"
#include "work/text.h"
#include "work/user_key.h"

enum {
  MAX_SUBJECT = 72,
  MAX_MISSING = 5 /* clauses that a message names */
};

/* The files of a version: those of the statement, and those of the library that it needs and that
 * are not saved. */
typedef struct {
  char **own, **library;
  const char **all; /* both */
} SavedFiles;

/* The text of the last version. Where it is the same, it is the reading of `text`. */
static AdrefReading *read_old(AdrefRepo *repo, const AdrefText *text)
{
  AdrefVersion head;
  if (adref_repo_is_saved(repo, NULL, text->path, text->source))
    return g_rc_box_acquire(text->reading);
  if (!adref_repo_resolve(repo, NULL, "HEAD", &head, NULL))
    return NULL;
  g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &head, NULL);
  g_autoptr(GBytes) bytes =
      source ? source->read(source, text->path, ADREF_TEXT_LIMIT, NULL) : NULL;
  if (!bytes)
    return NULL;
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  adref_text_read_options(text, &numbering, &options);
  return adref_readings_read(text->session->readings, bytes, &options, NULL);
}

static void compare_texts(AdrefChangeSummary *changes, const AdrefNode *old, const AdrefText *text,
                          gboolean other)
{
  if (old == text->document)
    return;
  g_autoptr(AdrefNode) none = adref_node_new(ADREF_DOCUMENT);
  g_autoptr(AdrefNode) redline = adref_diff(old ? old : none, text->document, text->language);
  adref_change_summary_add(changes, redline, other ? text->language : NULL);
}

/* Notes the clauses of the rolling text, or says which of them a text in another language does not
 * have. */
static void compare_clauses(AdrefSession *session, const AdrefText *text, const char *rolling,
                            GPtrArray *ids)
{
  gboolean is_rolling = strcmp(text->language, rolling) == 0;
  guint missing = 0;
  g_autoptr(GHashTable) own = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *clause = text->document->first; clause; clause = clause->next) {
    if (clause->as.clause->id && is_rolling)
      g_ptr_array_add(ids, g_strdup(clause->as.clause->id));
    else if (clause->as.clause->id)
      g_hash_table_add(own, clause->as.clause->id);
  }
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < ids->len && !is_rolling; i++)
    if (!g_hash_table_contains(own, ids->pdata[i]) && missing++ < MAX_MISSING)
      g_string_append_printf(line, "%s%s", line->len > 0 ? ", " : "", (const char *)ids->pdata[i]);
  if (missing > 0)
    adref_session_say(session, "%s: %s does not have %u clause%s of %s: %s%s", text->statement->id,
                      text->language, missing, missing == 1 ? "" : "s", rolling, line->str,
                      missing > MAX_MISSING ? ", ..." : "");
}

/* Refuses slips in the markers of a text; each is said with its place. */
static gboolean check_slips(AdrefSession *session, const AdrefNode *old, const AdrefText *text,
                            GError **error)
{
  g_autoptr(GPtrArray) slips = adref_edit_slips_find(old, text->document, NULL);
  gboolean may_be_meant = TRUE;
  for (guint i = 0; i < slips->len; i++) {
    const AdrefEditSlip *slip = slips->pdata[i];
    may_be_meant = may_be_meant && slip->may_be_meant;
    adref_session_say(session, "%s:%u:%u: %s", text->name, slip->line, slip->column, slip->message);
  }
  if (slips->len == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED, "%s: nothing was saved; mend %s%s", text->name,
              slips->len == 1 ? "this place" : "these places",
              may_be_meant ? ", or say with `adref save --meant` that it is meant so" : "");
  return FALSE;
}

/* Whether a text has something that looks like a position. */
static gboolean is_suspected(const AdrefText *text)
{
  if (text->reading)
    return adref_reading_suspected(text->reading)->len > 0;
  gsize length; /* its references followed the items: it is no text that others read */
  const char *source = g_bytes_get_data(text->source, &length);
  g_autoptr(GPtrArray) found = adref_suspected_positions_find(
      text->document, source, length, adref_parties_names(adref_text_parties(text)));
  return found->len > 0;
}

/* Says what looks like positions, but for what the parties have called words. */
static void say_suspected(AdrefSession *session, const AdrefStatement *statement)
{
  AdrefFileSource *source = session->files->source;
  const AdrefParties *parties = adref_library_parties(session->library);
  g_autoptr(AdrefLanguageVersions) versions = adref_language_versions_share_begun(
      source, session->library, statement, session->readings, NULL);
  g_autoptr(GHashTable) records =
      versions ? adref_records_read(session, source, statement, versions, NULL, NULL) : NULL;
  g_autoptr(GPtrArray) places =
      records ? adref_suspected_places_new(versions, statement, parties, records, TRUE) : NULL;
  for (guint i = 0; places && i < places->len; i++) {
    const AdrefSuspectedPlace *place = places->pdata[i];
    g_autofree char *line = adref_suspected_place_line(place);
    if (!place->settled)
      adref_session_say(session, "%s, and is read as words", line);
  }
}

/* Reads the texts that are asked for next, and what looks like positions in them, with two threads.
 * What does not read is said when it is asked for. */
static void read_ahead(AdrefSession *session, const AdrefStatement *statement)
{
  if (g_strv_length(statement->languages) > ADREF_READINGS_MAX / 2) /* old ones are kept, too */
    return;
  AdrefText *texts[ADREF_READINGS_MAX];
  AdrefReading *readings[ADREF_READINGS_MAX];
  AdrefNumbering numberings[ADREF_READINGS_MAX];
  AdrefReadingRequest requests[ADREF_READINGS_MAX];
  guint count = 0, found = 0;
  for (char **language = statement->languages; *language; language++) {
    texts[count] =
        adref_text_load_version(session, statement->id, ADREF_VERSION_WORK, *language, NULL);
    if (!texts[count])
      continue;
    requests[count] = (AdrefReadingRequest){.bytes = texts[count]->source};
    adref_text_read_options(texts[count], &numberings[count], &requests[count].options);
    count++;
  }
  adref_readings_read_all(session->readings, requests, count);
  for (guint i = 0; i < count; i++)
    if (requests[i].reading)
      readings[found++] = requests[i].reading;
  adref_readings_find_suspected(readings, found);
  for (guint i = 0; i < found; i++)
    adref_reading_unref(readings[i]);
  for (guint i = 0; i < count; i++) {
    g_clear_error(&requests[i].error);
    adref_text_free(texts[i]);
  }
}

/* Reads each text of the statement: it must read without a serious problem; what changed in it
 * since the last version is added to `changes`. */
static gboolean read_texts(AdrefSession *session, const AdrefStatement *statement,
                           const AdrefSaveStatementOptions *options, AdrefChangeSummary *changes,
                           GHashTable *renames, GHashTable *files, GError **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
  gboolean suspected = FALSE;
  read_ahead(session, statement);
  if (options->compare_clauses)
    adref_stray_texts_say(session, statement);
  for (char **language = statement->languages; *language; language++) {
    g_autofree char *name = adref_statement_text_path(statement, *language);
    g_autofree char *file = adref_session_path(session, name);
    if (!g_file_test(file, G_FILE_TEST_EXISTS)) {
      if (options->compare_clauses)
        adref_session_say(session, "%s: %s has no text yet", statement->id, *language);
      continue;
    }
    g_autoptr(AdrefText) text = adref_text_share_statement(session, statement, *language, error);
    if (!text || !adref_text_check_serious(text, text->problems, error))
      return FALSE;
    g_autoptr(AdrefReading) before = read_old(session->repo, text);
    const AdrefNode *old = before ? before->document : NULL;
    if (options->refuse_slips && old && !check_slips(session, old, text, error))
      return FALSE;
    if (options->follow_items && old && !adref_follow_items_save(text, old, files, error))
      return FALSE;
    adref_session_say_problems(session, text->name, text->problems);
    adref_hidden_check_say_text(text, text->document);
    suspected = suspected || is_suspected(text);
    if (options->compare_clauses)
      compare_clauses(session, text, statement->languages[0], ids);
    if (options->follow_renames && old)
      adref_rename_clauses_find(old, text->document, renames);
    compare_texts(changes, old, text, language > statement->languages);
  }
  if (suspected)
    say_suspected(session, statement);
  return TRUE;
}

/* Facts first: "tokyo: facts: place; op ferries: 2 words". Where neither changed, other files of
 * the statement did; where the facts of the last version do not read (`facts` NULL), perhaps facts.
 */
static char *make_subject(const AdrefStatement *statement, const AdrefChangeSummary *changes,
                          const GPtrArray *facts, gboolean only_library)
{
  gsize room = MAX_SUBJECT - MIN(strlen(statement->id) + 2, MAX_SUBJECT / 2);
  g_autofree char *named = facts ? adref_fact_changes_words(facts, (guint)room) : NULL;
  g_autofree char *short_facts = named ? adref_fact_changes_words(facts, (guint)room / 2) : NULL;
  gsize rest = short_facts ? room - (gsize)g_utf8_strlen(short_facts, -1) - strlen("; ") : room;
  g_autofree char *what = adref_change_summary_subject(changes, (guint)rest);
  if (named && what)
    return g_strdup_printf("%s: %s; %s", statement->id, short_facts, what);
  const char *other = only_library ? "library files" : facts ? "files" : "facts and files";
  return g_strdup_printf("%s: %s", statement->id, named ? named : what ? what : other);
}

static char **make_trailers(const AdrefStatement *statement,
                            const AdrefSaveStatementOptions *options,
                            const AdrefChangeSummary *changes)
{
  GPtrArray *trailers = g_ptr_array_new();
  g_ptr_array_add(trailers, g_strdup_printf("Statement: %s", statement->id));
  if (options->party)
    g_ptr_array_add(trailers, g_strdup_printf("Party: %s", options->party));
  g_ptr_array_add(trailers, g_strdup_printf("Action: %s", options->action));
  const GPtrArray *ids = adref_change_summary_ids(changes);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add(trailers, g_strdup_printf("Clause: %s", (const char *)ids->pdata[i]));
  g_ptr_array_add(trailers, NULL);
  return (char **)g_ptr_array_free(trailers, FALSE);
}

/* The subject that the options give, or one made from what changed. */
static char *choose_subject(AdrefSession *session, const AdrefStatement *statement,
                            const AdrefSaveStatementOptions *options,
                            const AdrefChangeSummary *changes, const SavedFiles *files)
{
  gboolean changed = TRUE;
  if (options->subject)
    return g_strdup(options->subject);
  if (*files->library)
    adref_repo_changed(session->repo, (const char *const *)files->own, &changed, NULL);
  g_autoptr(GPtrArray) facts = adref_fact_comparison_since_head(session, statement, NULL);
  return make_subject(statement, changes, facts, !changed);
}

static void saved_files_clear(SavedFiles *files)
{
  g_strfreev(files->own);
  g_strfreev(files->library);
  g_free(files->all);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SavedFiles, saved_files_clear)

static gboolean list_files(AdrefSession *session, const AdrefStatement *statement,
                           SavedFiles *files, GError **error)
{
  files->own = adref_session_statement_files(session, statement, error);
  files->library = files->own ? adref_session_library_unsaved(session, statement, error) : NULL;
  if (!files->library)
    return FALSE;
  GPtrArray *all = g_ptr_array_new();
  for (char **file = files->own; *file; file++)
    g_ptr_array_add(all, *file);
  for (char **file = files->library; *file; file++)
    g_ptr_array_add(all, *file);
  g_ptr_array_add(all, NULL);
  files->all = (const char **)g_ptr_array_free(all, FALSE);
  return TRUE;
}

/* Says in whose name it was saved, where the subject does not name the party. */
static void say_saved(const AdrefSession *session, const AdrefVersion *version, const char *subject,
                      const char *party, const SavedFiles *files)
{
  gboolean says = party && !strstr(subject, party);
  adref_session_say(session, "saved version %.8s%s%s: %s", version->id, says ? " for " : "",
                    says ? party : "", subject);
  if (!*files->library)
    return;
  g_autofree char *words = adref_library_files_words(files->library);
  adref_session_say(session, "saved with it, of the library: %s", words);
}

static gboolean save(AdrefSession *session, const AdrefStatement *statement,
                     const AdrefSaveStatementOptions *options, const AdrefChangeSummary *changes,
                     GError **error)
{
  g_auto(SavedFiles) files = {NULL};
  if (!list_files(session, statement, &files, error))
    return FALSE;
  g_autofree char *subject = choose_subject(session, statement, options, changes, &files);
  g_auto(GStrv) trailers = make_trailers(statement, options, changes);
  g_auto(GStrv) message = g_strsplit(subject, "\n", 2);
  g_autoptr(AdrefPerson) author =
      options->author ? adref_person_read(options->author, error) : NULL;
  if (options->author && !author)
    return FALSE;
  AdrefRepoSaveOptions what = {.subject = message[0],
                               .body = message[0] ? message[1] : NULL,
                               .author = author,
                               .trailers = (const char *const *)trailers,
                               .paths = files.all};
  AdrefVersion version;
  gboolean saved = FALSE;
  g_auto(AdrefUserKey) key = {0};
  if (!adref_user_key_sign_version(session, &key, &what.signer, error) ||
      !adref_repo_save(session->repo, &what, &version, &saved, error))
    return FALSE;
  if (!saved) {
    adref_session_say(session, "%s: nothing to save; the files are as in version %.8s",
                      statement->id, version.id);
    return TRUE;
  }
  adref_git_drivers_complete(session);
  say_saved(session, &version, message[0], options->party, &files);
  return TRUE;
}

static gboolean give_heading_ids(AdrefSession *session, const AdrefStatement *statement,
                                 const AdrefSaveStatementOptions *options,
                                 AdrefChangeSummary *changes, GError **error)
{
  guint given;
  if (!options->heading_ids)
    return TRUE;
  if (!adref_give_heading_ids(session, statement, &given, error))
    return FALSE;
  adref_change_summary_add_heading_ids(changes, given);
  return TRUE;
}

/* The acts in which somebody wrote words. */
static const char *const writing[] = {"save",    "edit",   "import",  "propose",
                                      "resolve", "insert", "restore", NULL};

gboolean adref_save_statement(AdrefSession *session, const AdrefStatement *statement,
                              const AdrefSaveStatementOptions *options, GError **error)
{
  if (!adref_session_repo(session, error))
    return FALSE;
  if (options->name_records)
    adref_record_edits_say(session, statement, options->party);
  g_autoptr(AdrefChangeSummary) changes = adref_change_summary_new();
  for (guint i = 0; options->clauses && i < options->clauses->len; i++)
    adref_change_summary_add_id(changes, options->clauses->pdata[i]);
  g_autoptr(GHashTable) renames = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) before =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  if (read_texts(session, statement, options, changes, renames, before, error) &&
      (g_hash_table_size(renames) == 0 ||
       adref_rename_clauses_follow(session, statement, renames, before, error)) &&
      give_heading_ids(session, statement, options, changes, error) &&
      save(session, statement, options, changes, error)) {
    if (options->compare_clauses)
      adref_stale_translations_say(session, statement, NULL);
    if (g_strv_contains(writing, options->action ? options->action : "")) {
      const GPtrArray *ids = adref_change_summary_ids(changes);
      adref_reopened_clauses_say(session, statement, adref_change_summary_headings(changes));
      adref_reopened_clauses_say(session, statement, ids);
      adref_changed_languages_say(session, statement, ids, options->compare_clauses);
    }
    return TRUE;
  }
  adref_rename_clauses_undo(before);
  return FALSE;
}
