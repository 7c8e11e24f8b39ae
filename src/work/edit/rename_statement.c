#include "work/edit/rename_statement.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "history/former_name.h"
#include "history/log.h"
#include "history/save.h"
#include "history/tag.h"
#include "history/version_source.h"
#include "work/edit/comment.h"
#include "work/needs.h"
#include "work/statement_id.h"
#include "work/user_key.h"

/* The rename while it is done. */
typedef struct {
  AdrefSession *session;
  const char *id, *name, *party;
  char *old_folder, *new_folder; /* absolute */
  AdrefFileSource *head;         /* the files of HEAD */
  char **files;                  /* of the statement in HEAD */
  GBytes *facts;                 /* statement.yaml in HEAD */
  GString *noted;                /* the same with the note of both names */
} StatementRename;

static void rename_clear(StatementRename *self)
{
  g_free(self->old_folder);
  g_free(self->new_folder);
  adref_file_source_free(self->head);
  g_strfreev(self->files);
  g_clear_pointer(&self->facts, g_bytes_unref);
  if (self->noted)
    g_string_free(self->noted, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(StatementRename, rename_clear)

/* Where a file of the statement is under the new name, relative to the root. Caller frees. */
static char *moved_path(const StatementRename *self, const char *path)
{
  const char *rest = path + strlen("statements/") + strlen(self->id);
  return g_strconcat("statements/", self->name, rest, NULL);
}

/* The line "renamed: [old, new]": the names before, without the new one where it comes back. */
static char *note_line(const StatementRename *self)
{
  g_auto(GStrv) former = adref_statement_former_names(self->session->files->source, self->id);
  g_autoptr(GString) line = g_string_new("renamed: [");
  for (guint i = g_strv_length(former); i > 0; i--)
    if (strcmp(former[i - 1], self->name) != 0)
      g_string_append_printf(line, "%s, ", former[i - 1]);
  g_string_append_printf(line, "%s, %s]\n", self->id, self->name);
  return g_string_free(g_steal_pointer(&line), FALSE);
}

/* The facts with that line in the place of an older one, or at the end. */
static GString *note_names(const StatementRename *self, const char *facts)
{
  g_autofree char *line = note_line(self);
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(facts, strlen(facts), "statement.yaml", 1, NULL);
  const AdrefYaml *older = yaml ? adref_yaml_get(yaml, "renamed") : NULL;
  GString *noted = g_string_new(NULL);
  const char *at = facts;
  for (guint n = 1; *at; n++) {
    gsize length = strcspn(at, "\n");
    length += at[length] == '\n' ? 1 : 0;
    if (!older || n != older->key_place.line)
      g_string_append_len(noted, at, (gssize)length);
    at += length;
  }
  if (noted->len > 0 && noted->str[noted->len - 1] != '\n')
    g_string_append_c(noted, '\n');
  g_string_append(noted, line);
  return noted;
}

/* --- what is refused --- */

static gboolean check_history(const StatementRename *self, GError **error)
{
  AdrefRepo *repo = self->session->repo;
  g_autofree char *folder = g_strconcat("statements/", self->name, NULL);
  g_autofree char *tags = g_strdup_printf("refs/tags/%s/", self->name);
  g_autoptr(AdrefLog) log = adref_log_new(repo, folder, NULL, error);
  gboolean found;
  if (!log || !adref_log_next(log, &found, error))
    return FALSE;
  g_autoptr(GPtrArray) labels = found ? NULL : adref_repo_tags(repo, tags, error);
  if (!found && !labels)
    return FALSE;
  if (!found && labels->len == 0)
    return TRUE;
  g_autofree char *where =
      found ? g_strdup_printf("version %.8s", adref_log_version(log).id)
            : g_strdup_printf("the tag %s/%s", self->name, ((AdrefTag *)labels->pdata[0])->name);
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s was the name of another statement (%s); choose another name", self->name, where);
  return FALSE;
}

/* A name that the statement itself had may come back. */
static gboolean check_name(const StatementRename *self, GError **error)
{
  const char *const *former = adref_repo_former_names(self->session->repo, self->id);
  if (!g_strv_contains(former, self->name))
    return adref_statement_id_check_free(self->session, self->name, error) &&
           check_history(self, error);
  if (!g_file_test(self->new_folder, G_FILE_TEST_EXISTS))
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED, "statements/%s exists already; choose another id",
              self->name);
  return FALSE;
}

static gboolean check_final(const StatementRename *self, const char *id, GError **error)
{
  g_autofree char *folder = g_strdup_printf("refs/tags/final/%s/", id);
  g_autoptr(GPtrArray) tags = adref_repo_tags(self->session->repo, folder, error);
  if (tags && tags->len > 0)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s/%s is a final text, which was published under this name; it keeps its name", id,
                ((AdrefTag *)tags->pdata[0])->name);
  return tags && tags->len == 0;
}

static gboolean check_finals(const StatementRename *self, GError **error)
{
  const char *const *former = adref_repo_former_names(self->session->repo, self->id);
  gboolean good = check_final(self, self->id, error);
  for (; good && *former; former++)
    good = check_final(self, *former, error);
  return good;
}

static gboolean check_saved(const StatementRename *self, GError **error)
{
  gboolean changed;
  if (!*self->files) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s: no version has it yet; adref save makes one",
                self->id);
    return FALSE;
  }
  if (!adref_repo_changed(self->session->repo, (const char *const *)self->files, &changed, error))
    return FALSE;
  if (changed)
    adref_refuse_unsaved(self->id, error);
  return !changed;
}

/* --- the rename --- */

static gboolean move(const char *from, const char *to, GError **error)
{
  if (g_rename(from, to) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_SYSTEM, "%s: cannot be renamed to %s: %s", from, to,
              g_strerror(errno));
  return FALSE;
}

static gboolean write_facts(const char *folder, const char *bytes, gsize length, GError **error)
{
  g_autofree char *path = g_build_filename(folder, "statement.yaml", NULL);
  return adref_file_write(path, bytes, length, error);
}

static char **paths_to_save(const StatementRename *self)
{
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new();
  for (char **file = self->files; *file; file++) {
    g_autofree char *moved = moved_path(self, *file);
    g_strv_builder_add(paths, *file);
    g_strv_builder_add(paths, moved);
  }
  return g_strv_builder_end(paths);
}

static gboolean save(const StatementRename *self, AdrefVersion *version, GError **error)
{
  g_auto(GStrv) paths = paths_to_save(self);
  g_autofree char *subject = g_strdup_printf("%s: renamed, was %s", self->name, self->id);
  g_autofree char *statement = g_strdup_printf("Statement: %s", self->name);
  g_autofree char *party = g_strdup_printf("Party: %s", self->party ? self->party : "");
  const char *trailers[] = {statement, "Action: rename", self->party ? party : NULL, NULL};
  AdrefRepoSaveOptions what = {
      .subject = subject, .trailers = trailers, .paths = (const char *const *)paths};
  gboolean saved;
  g_auto(AdrefUserKey) key = {0};
  return adref_user_key_sign_version(self->session, &key, &what.signer, error) &&
         adref_repo_save(self->session->repo, &what, version, &saved, error);
}

/* Files first, then the version; a failure puts the files back. */
static gboolean move_and_save(const StatementRename *self, AdrefVersion *version, GError **error)
{
  gsize length;
  const char *facts = g_bytes_get_data(self->facts, &length);
  if (!move(self->old_folder, self->new_folder, error))
    return FALSE;
  if (write_facts(self->new_folder, self->noted->str, self->noted->len, error) &&
      save(self, version, error))
    return TRUE;
  write_facts(self->new_folder, facts, length, NULL);
  move(self->new_folder, self->old_folder, NULL);
  return FALSE;
}

/* A rename that was killed: the folder has its new name, and HEAD knows only the old one. */
static gboolean undo_killed(const StatementRename *self, GError **error)
{
  g_autofree char *facts = g_build_filename(self->new_folder, "statement.yaml", NULL);
  g_autofree char *folder = g_strconcat("statements/", self->name, NULL);
  g_auto(GStrv) there = self->head->list(self->head, folder, error);
  if (!there)
    return FALSE;
  if (!*self->files || *there || g_file_test(self->old_folder, G_FILE_TEST_EXISTS) ||
      !g_file_test(facts, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  gsize length;
  const char *bytes = g_bytes_get_data(self->facts, &length);
  g_autofree char *now = NULL;
  gboolean noted = g_file_get_contents(facts, &now, NULL, NULL) && strstr(now, "\nrenamed: [");
  return (!noted || write_facts(self->new_folder, bytes, length, error)) &&
         move(self->new_folder, self->old_folder, error);
}

static gboolean open_head(StatementRename *self, GError **error)
{
  AdrefVersion head;
  g_autofree char *folder = g_strconcat("statements/", self->id, NULL);
  g_autofree char *path = g_strconcat(folder, "/statement.yaml", NULL);
  if (!adref_repo_resolve(self->session->repo, NULL, "HEAD", &head, error))
    return FALSE;
  self->head = adref_version_source_new(self->session->repo, &head, error);
  self->files = self->head ? self->head->list(self->head, folder, error) : NULL;
  if (self->files && *self->files)
    self->facts = self->head->read(self->head, path, ADREF_YAML_LIMIT, error);
  return self->files && (self->facts || !*self->files);
}

/* The statement must have this name today. */
static gboolean check_id(const StatementRename *self, GError **error)
{
  g_autofree char *now = adref_session_choose(self->session, self->id, error);
  if (now && strcmp(now, self->id) != 0)
    adref_error(error, ADREF_ERROR_REFUSED, "%s is called %s now; adref rename %s %s", self->id,
                now, now, self->name);
  return now && strcmp(now, self->id) == 0;
}

static gboolean check(StatementRename *self, GError **error)
{
  AdrefSession *session = self->session;
  if (!check_id(self, error))
    return FALSE;
  const AdrefStatement *statement = adref_session_facts(session->files, self->id, error);
  return statement && adref_session_check_party(session, statement, self->party, error) &&
         adref_session_check_identity(session, error) && check_name(self, error) &&
         check_finals(self, error) && check_saved(self, error);
}

gboolean adref_rename_statement(AdrefSession *session, const char *id, const char *name,
                                const char *party, GError **error)
{
  g_auto(StatementRename) self = {.session = session, .id = id, .name = name, .party = party};
  AdrefVersion version;
  if (!adref_name_check(ADREF_NAME_STATEMENT, id, error) ||
      !adref_name_check(ADREF_NAME_STATEMENT, name, error))
    return FALSE;
  self.old_folder = g_build_filename(session->workspace->root, "statements", id, NULL);
  self.new_folder = g_build_filename(session->workspace->root, "statements", name, NULL);
  /* What a killed rename has noted is no name yet. */
  adref_repo_set_former_names(session->repo, name, (char *[]){NULL});
  if (!open_head(&self, error) || !undo_killed(&self, error))
    return FALSE;
  g_auto(GStrv) former = adref_statement_former_names(session->files->source, id);
  adref_repo_set_former_names(session->repo, id, former);
  if (!check(&self, error))
    return FALSE;
  self.noted = note_names(&self, g_bytes_get_data(self.facts, NULL));
  if (!move_and_save(&self, &version, error))
    return FALSE;
  adref_comment_move_private(session, id, name);
  adref_session_say(session, "saved version %.8s: %s is called %s now", version.id, id, name);
  return TRUE;
}
