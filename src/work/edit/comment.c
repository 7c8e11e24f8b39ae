#include "work/edit/comment.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "clause/inline_normalize.h"
#include "sign/signoff_message.h"
#include "work/edit/save_statement.h"
#include "work/kept_files.h"
#include "work/needs.h"
#include "work/rewrite.h"
#include "work/select_clause.h"

enum {
  MAX_TEXT = 10000,          /* bytes of one */
  MAX_PRIVATE = 1024 * 1024, /* bytes of all that a statement has */
};

/* The words as one line; NULL when they cannot stand in a note. */
static char *check_words(const char *text, GError **error)
{
  g_autofree char *words = g_strstrip(adref_inline_normalize_spaces(g_strdup(text)));
  if (*words == '\0' || strlen(words) > MAX_TEXT)
    adref_error(error, ADREF_ERROR_USAGE, "comment: a note has 1 to 10,000 bytes");
  else if (strstr(words, "--"))
    adref_error(error, ADREF_ERROR_USAGE,
                "comment: \"--\" cannot stand in a note, which is a comment of Markdown; write a "
                "dash");
  else
    return g_steal_pointer(&words);
  return NULL;
}

static void append_note(AdrefNode *clause, const char *party, const char *words)
{
  AdrefNode *note = adref_node_new_text(ADREF_NOTE, words, -1);
  note->as.party = g_strdup(party);
  adref_node_append(clause, note);
}

static char *name_of(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  return g_strdup_printf("%s %s", adref_clause_kind_word(facts->kind),
                         facts->id       ? facts->id
                         : facts->number ? facts->number
                                         : "");
}

static gboolean write_note(const AdrefText *text, AdrefNode *clause,
                           const AdrefCommentOptions *options, const char *words, GError **error)
{
  append_note(clause, options->party, words);
  g_autoptr(GString) markdown = adref_rewrite_clause_markdown(clause);
  g_autoptr(AdrefNode) document =
      adref_rewrite_clause(text, clause, NULL, markdown->str, markdown->len, error);
  return document && adref_rewrite_write(text, document, error);
}

gboolean adref_comment_add_note(AdrefSession *session, const AdrefStatement *statement,
                                const AdrefCommentOptions *options, GError **error)
{
  g_autofree char *words = check_words(options->text, error);
  if (!words || !adref_session_check_party(session, statement, options->party, error) ||
      !adref_session_check_identity(session, error) ||
      !adref_session_check_clean(session, statement, error))
    return FALSE;
  g_autoptr(AdrefText) text =
      adref_text_open_statement(session, statement, options->language, error);
  AdrefNode *clause = text ? adref_select_clause(text, options->clause, error) : NULL;
  if (!clause)
    return FALSE;
  g_autofree char *name = name_of(clause);
  g_autofree char *subject =
      g_strdup_printf("%s: note of %s on %s", statement->id, options->party, name);
  AdrefSaveStatementOptions save_options = {
      .subject = subject, .party = options->party, .action = "comment"};
  g_autoptr(AdrefKeptFiles) kept = adref_kept_files_new(session, statement, error);
  if (!kept || !write_note(text, clause, options, words, error))
    return FALSE;
  adref_kept_files_written(kept);
  if (adref_save_statement(session, statement, &save_options, error))
    return TRUE;
  adref_kept_files_put_back(kept);
  return FALSE;
}

static void comment_free(gpointer data)
{
  AdrefPrivateComment *comment = data;
  g_free(comment->clause);
  g_free(comment->time);
  g_free(comment->text);
  g_free(comment);
}

/* The file of a statement's private comments; with `make` its folder is made. */
static char *private_path(AdrefSession *session, const char *statement, gboolean make,
                          GError **error)
{
  AdrefRepo *repo = adref_session_repo(session, error);
  if (!repo)
    return NULL;
  g_autofree char *top = adref_repo_private_folder(repo);
  g_autofree char *folder = g_build_filename(top, "comments", NULL);
  if (make && !adref_folder_make(folder, error))
    return NULL;
  return g_build_filename(folder, statement, NULL);
}

void adref_comment_move_private(AdrefSession *session, const char *from, const char *to)
{
  g_autofree char *old = private_path(session, from, FALSE, NULL);
  g_autofree char *new = private_path(session, to, FALSE, NULL);
  if (old && new && !g_file_test(new, G_FILE_TEST_EXISTS))
    g_rename(old, new);
}

static void read_lines(GPtrArray *comments, const char *bytes)
{
  g_auto(GStrv) lines = g_strsplit(bytes, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_auto(GStrv) cells = g_strsplit(*line, "\t", 3);
    if (g_strv_length(cells) != 3)
      continue;
    AdrefPrivateComment *comment = g_new0(AdrefPrivateComment, 1);
    comment->clause = g_strdup(cells[0]);
    comment->time = g_strdup(cells[1]);
    comment->text = g_strdup(cells[2]);
    g_ptr_array_add(comments, comment);
  }
}

GPtrArray *adref_comment_read_private(AdrefSession *session, const char *statement, GError **error)
{
  g_autofree char *path = private_path(session, statement, FALSE, error);
  if (!path)
    return NULL;
  g_autoptr(GPtrArray) comments = g_ptr_array_new_with_free_func(comment_free);
  if (!g_file_test(path, G_FILE_TEST_EXISTS))
    return g_steal_pointer(&comments);
  g_autoptr(GBytes) bytes = adref_file_read_text(path, path, MAX_PRIVATE, error);
  if (!bytes)
    return NULL;
  read_lines(comments, g_bytes_get_data(bytes, NULL));
  return g_steal_pointer(&comments);
}

static gboolean write_private(AdrefSession *session, const char *statement,
                              const GPtrArray *comments, GError **error)
{
  g_autofree char *path = private_path(session, statement, TRUE, error);
  g_autoptr(GString) lines = g_string_new(NULL);
  for (guint i = 0; i < comments->len; i++) {
    const AdrefPrivateComment *comment = comments->pdata[i];
    g_string_append_printf(lines, "%s\t%s\t%s\n", comment->clause, comment->time, comment->text);
  }
  if (!path)
    return FALSE;
  if (lines->len <= MAX_PRIVATE)
    return adref_file_write(path, lines->str, lines->len, error);
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: the private comments are more than %d bytes; comment --remove N removes one",
              statement, MAX_PRIVATE);
  return FALSE;
}

gboolean adref_comment_add_private(AdrefSession *session, const AdrefStatement *statement,
                                   const AdrefCommentOptions *options, GError **error)
{
  g_autofree char *words = check_words(options->text, error);
  g_autoptr(AdrefText) text =
      words ? adref_text_open_statement(session, statement, options->language, error) : NULL;
  const AdrefNode *clause = text ? adref_select_clause(text, options->clause, error) : NULL;
  const AdrefPerson *person =
      clause ? adref_session_person(session, ADREF_PERSON_ROLE_AUTHOR, error) : NULL;
  g_autoptr(GPtrArray) comments =
      person ? adref_comment_read_private(session, statement->id, error) : NULL;
  if (!comments)
    return FALSE;
  if (!clause->as.clause->id) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: a private comment is kept by the id of its clause, and this one has none",
                options->clause);
    return FALSE;
  }
  AdrefPrivateComment *comment = g_new0(AdrefPrivateComment, 1);
  comment->clause = g_strdup(clause->as.clause->id);
  comment->time = adref_signoff_message_format_time(person->time, person->offset);
  comment->text = g_steal_pointer(&words);
  g_ptr_array_add(comments, comment);
  return write_private(session, statement->id, comments, error);
}

gboolean adref_comment_remove_private(AdrefSession *session, const char *statement, guint number,
                                      GError **error)
{
  g_autoptr(GPtrArray) comments = adref_comment_read_private(session, statement, error);
  if (!comments)
    return FALSE;
  if (number == 0 || number > comments->len) {
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: there is no such private comment; there are %u (adref comment lists them)",
                statement, comments->len);
    return FALSE;
  }
  g_ptr_array_remove_index(comments, number - 1);
  return write_private(session, statement, comments, error);
}

/* FALSE where the folder of git above the workspace has no private comments for certain. To open
 * the repository takes longer than to show a text. */
static gboolean may_have_private(const AdrefSession *session)
{
  g_autofree char *folder = adref_session_path(session, "");
  for (;;) {
    g_autofree char *git = g_build_filename(folder, ".git", NULL);
    g_autofree char *comments = g_build_filename(git, "adref", "comments", NULL);
    g_autofree char *above = g_path_get_dirname(folder);
    if (g_file_test(git, G_FILE_TEST_EXISTS))
      return !g_file_test(git, G_FILE_TEST_IS_DIR) || g_file_test(comments, G_FILE_TEST_EXISTS);
    if (strcmp(above, folder) == 0)
      return FALSE;
    g_free(folder);
    folder = g_steal_pointer(&above);
  }
}

void adref_comment_show_private(AdrefText *text)
{
  g_autoptr(GPtrArray) comments =
      text->statement && text->session->workspace && may_have_private(text->session)
          ? adref_comment_read_private(text->session, text->statement->id, NULL)
          : NULL;
  for (guint i = 0; comments && i < comments->len; i++) {
    const AdrefPrivateComment *comment = comments->pdata[i];
    AdrefNode *clause = adref_select_clause_find(text->document, comment->clause);
    if (clause)
      append_note(clause, "private", comment->text);
  }
}
