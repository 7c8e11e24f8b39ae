#include "work/join/incoming_check.h"

#include <string.h>

#include "draft/library/name_twins.h"
#include "history/common_base.h"
#include "history/tree_changes.h"
#include "sign/party_record.h"
#include "work/join/merge_texts.h"
#include "work/text.h"

enum {
  REGULAR = 0100644, /* modes of git */
  EXECUTABLE = 0100755
};

/* The version while it is checked. */
typedef struct {
  AdrefSession *session;
  const AdrefVersion *version;
  AdrefSessionFiles *files;
  GHashTable *records; /* set of ids: statements whose records were read */
  GHashTable *listed;  /* likewise: whose files were listed */
} IncomingVersion;

static gboolean fail_path(const char *path, const char *what, GError **error)
{
  adref_error(error, ADREF_ERROR_REFUSED, "%s: %s", path, what);
  return FALSE;
}

static gboolean check_entry(const AdrefTreeChange *change, GError **error)
{
  const AdrefTreeFile *file = &change->sides[0];
  if (!*file->id)
    return TRUE;
  if (!g_utf8_validate(change->path, -1, NULL))
    return fail_path(change->path, "its name is not UTF-8", error);
  for (const char *p = change->path; *p; p++)
    if (g_ascii_iscntrl(*p))
      return fail_path(change->path, "its name has a control character", error);
  if (file->mode != REGULAR && file->mode != EXECUTABLE)
    return fail_path(change->path,
                     "a symbolic link, or a repository in the repository; adref takes files only",
                     error);
  return TRUE;
}

static gboolean check_text(const IncomingVersion *self, const char *statement, const char *language,
                           GError **error)
{
  g_autoptr(AdrefText) text =
      adref_text_open_version(self->session, statement, self->version->id, language, error);
  return text && adref_merge_check_markers(text, error) &&
         adref_text_check_serious(text, text->problems, error);
}

/* All records of the statement, once. */
static gboolean check_records(const IncomingVersion *self, const char *statement, GError **error)
{
  if (!g_hash_table_add(self->records, g_strdup(statement)))
    return TRUE;
  g_autofree char *folder = g_strconcat("statements/", statement, NULL);
  g_autoptr(GHashTable) records = adref_party_records_read(self->files->source, folder, error);
  return records != NULL;
}

/* A file of the statement that would replace another one, once. */
static gboolean check_twins(const IncomingVersion *self, const char *statement, GError **error)
{
  if (!g_hash_table_add(self->listed, g_strdup(statement)))
    return TRUE;
  g_autofree char *twins = adref_name_twins_of_statement(self->files->source, statement);
  if (twins)
    adref_error(error, ADREF_ERROR_REFUSED, "%s", twins);
  return !twins;
}

/* A file below statements/STATEMENT/. The folder may have any file of a person. */
static gboolean check_statement_file(const IncomingVersion *self, char *const *parts,
                                     GError **error)
{
  const char *statement = parts[1], *name = parts[2];
  if (!check_twins(self, statement, error))
    return FALSE;
  if (strcmp(name, "record") == 0)
    return check_records(self, statement, error);
  if (parts[3])
    return TRUE;
  const AdrefStatement *facts = adref_session_facts(self->files, statement, error);
  g_autofree char *language =
      g_str_has_suffix(name, ".md") ? g_strndup(name, strlen(name) - strlen(".md")) : NULL;
  return facts && (!language || !g_strv_contains((const char *const *)facts->languages, language) ||
                   check_text(self, statement, language, error));
}

static gboolean check_signers(const IncomingVersion *self, GError **error)
{
  AdrefSigners *signers = adref_signers_read(self->files->source, error);
  adref_signers_free(signers);
  return signers != NULL;
}

/* A folder of a statement without its facts is no statement, and its texts would be out of sight.
 */
static gboolean check_deleted(const IncomingVersion *self, const char *path, GError **error)
{
  g_auto(GStrv) parts = g_strsplit(path, "/", -1);
  gboolean is_facts = g_strv_length(parts) == 3 && strcmp(parts[0], "statements") == 0 &&
                      strcmp(parts[2], "statement.yaml") == 0;
  if (!is_facts)
    return TRUE;
  g_autofree char *folder = g_strconcat("statements/", parts[1], NULL);
  g_auto(GStrv) left = self->files->source->list(self->files->source, folder, error);
  return left &&
         (!*left || fail_path(path, "was deleted, and other files of the statement stay", error));
}

static gboolean check_file(const IncomingVersion *self, const AdrefTreeChange *change,
                           GError **error)
{
  const char *path = adref_repo_workspace_path(self->session->repo, change->path);
  if (!path || !*change->sides[0].id)
    return !path || check_deleted(self, path, error);
  g_auto(GStrv) parts = g_strsplit(path, "/", -1);
  if (g_str_has_prefix(path, "signers"))
    return check_signers(self, error);
  return strcmp(parts[0], "statements") != 0 || g_strv_length(parts) < 3 ||
         check_statement_file(self, parts, error);
}

/* Without its registry of parties, or the style of a statement, the workspace would not open. */
static gboolean check_templates(const IncomingVersion *self, const AdrefTreeChange *change,
                                GError **error)
{
  const char *path = adref_repo_workspace_path(self->session->repo, change->path);
  if (!path || !g_str_has_prefix(path, "templates/") || *change->sides[0].id)
    return TRUE;
  if (strcmp(path, "templates/parties.yaml") == 0)
    return fail_path(path, "was deleted; the workspace cannot be read without it", error);
  AdrefWorkspace workspace = {.source = self->files->source};
  g_auto(GStrv) ids = adref_workspace_statements(&workspace, error);
  for (char **id = ids; id && *id; id++) {
    const AdrefStatement *facts = adref_session_facts(self->files, *id, error);
    if (!facts || !adref_session_house_style(self->files, facts, error))
      return FALSE;
  }
  return ids != NULL;
}

/* What the version changes, compared with what it was made from. */
static GPtrArray *find_changes(AdrefSession *session, const AdrefVersion *version, GError **error)
{
  AdrefVersion head, base = {""};
  if (!adref_repo_resolve(session->repo, NULL, "HEAD", &head, error))
    return NULL;
  g_autoptr(GArray) bases = adref_repo_common_bases(session->repo, &head, version, 1, error);
  if (bases && bases->len > 0)
    base = g_array_index(bases, AdrefVersion, bases->len - 1);
  return bases ? adref_repo_tree_changes(session->repo, &base, version, 1, error) : NULL;
}

static gboolean check(AdrefSession *session, const AdrefVersion *version, GError **error)
{
  g_autoptr(GHashTable) records = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  IncomingVersion self = {
      .session = session, .version = version, .records = records, .listed = listed};
  g_autoptr(GPtrArray) changes = find_changes(session, version, error);
  if (!changes)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!check_entry(changes->pdata[i], error))
      return FALSE;
  self.files = adref_session_files_of_version(session, version, error);
  for (guint i = 0; self.files && i < changes->len; i++)
    if (!check_file(&self, changes->pdata[i], error) ||
        !check_templates(&self, changes->pdata[i], error))
      return FALSE;
  return self.files != NULL;
}

gboolean adref_incoming_check(AdrefSession *session, const AdrefVersion *version, const char *name,
                              GError **error)
{
  g_autoptr(GError) cause = NULL;
  if (check(session, version, &cause))
    return TRUE;
  adref_error(error, ADREF_ERROR_INPUT,
              "%s cannot be joined: %s. Nothing of yours has changed; whoever sent it corrects it "
              "and sends it again",
              name, cause->message);
  return FALSE;
}
