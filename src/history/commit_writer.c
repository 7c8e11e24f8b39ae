#include "history/commit_writer.h"

#include <string.h>

static gboolean is_line(const char *text)
{
  return text && *text && !strpbrk(text, "\r\n") && g_utf8_validate(text, -1, NULL);
}

/* Whether the last paragraph of the body is trailers of a person, "Reviewed-by: Ben", none of them
 * with a key of adref: its own trailers join them then. */
static gboolean ends_with_trailers(const char *body)
{
  static const char *const own[] = {"Statement: ", "Party: ", "Action: ", "Clause: ", NULL};
  const char *last = g_strrstr(body, "\n\n");
  g_auto(GStrv) lines = g_strsplit(last ? last + 2 : body, "\n", -1);
  for (char **line = lines; *line; line++) {
    gsize key = strspn(*line, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-");
    if (key == 0 || !g_str_has_prefix(*line + key, ": "))
      return FALSE;
    for (const char *const *word = own; *word; word++)
      if (g_ascii_strncasecmp(*line, *word, strlen(*word)) == 0)
        return FALSE;
  }
  return TRUE;
}

static gboolean add_trailers(GString *message, const char *const *trailers, gboolean joins,
                             GError **error)
{
  for (const char *const *trailer = trailers; trailer && *trailer; trailer++) {
    if (!is_line(*trailer) || !strstr(*trailer, ": ")) {
      adref_error(error, ADREF_ERROR_USAGE,
                  "\"%s\" cannot be a trailer; it is one line, Key: value", *trailer);
      return FALSE;
    }
    g_string_append_printf(message, "%s%s\n", trailer == trailers && !joins ? "\n" : "", *trailer);
  }
  return TRUE;
}

static char *compose(const AdrefRepoSaveOptions *options, GError **error)
{
  g_autofree char *subject = g_strstrip(g_strdup(options->subject ? options->subject : ""));
  g_autofree char *body = g_strstrip(g_strdup(options->body ? options->body : ""));
  if (!is_line(subject) || !g_utf8_validate(body, -1, NULL)) {
    adref_error(error, ADREF_ERROR_USAGE,
                "a version needs a subject: one line of text (-m \"...\")");
    return NULL;
  }
  g_autoptr(GString) message = g_string_new(subject);
  g_string_append_c(message, '\n');
  if (*body)
    g_string_append_printf(message, "\n%s\n", body);
  gboolean joins = *body && ends_with_trailers(body);
  if (!add_trailers(message, options->trailers, joins, error))
    return NULL;
  return g_string_free(g_steal_pointer(&message), FALSE);
}

gboolean adref_commit_writer_init(AdrefCommitWriter *writer, AdrefRepo *repo,
                                  const AdrefRepoSaveOptions *options, GError **error)
{
  writer->repo = repo;
  writer->sign = options->signer;
  writer->message = compose(options, error);
  if (!writer->message)
    return FALSE;
  gsize line = strcspn(writer->message, "\n");
  writer->reflog =
      g_strdup_printf("adref: %.*s", (int)MIN(line, ADREF_SAVE_MAX_REFLOG), writer->message);
  return TRUE;
}

void adref_commit_writer_clear(AdrefCommitWriter *writer)
{
  g_free(writer->message);
  g_free(writer->reflog);
  git_signature_free(writer->author);
  git_signature_free(writer->committer);
}

static git_signature *new_signature(const AdrefPerson *person, GError **error)
{
  git_signature *signature = NULL;
  int status =
      git_signature_new(&signature, person->name, person->email, person->time, person->offset);
  if (status != 0)
    adref_git_fail(error, status, "the name or the email address cannot be used");
  return signature;
}

gboolean adref_commit_writer_find_people(AdrefCommitWriter *self, const AdrefPerson *author,
                                         GError **error)
{
  g_autoptr(AdrefPerson) own =
      author ? NULL : adref_person_new(self->repo, ADREF_PERSON_ROLE_AUTHOR, error);
  if (!author && !own)
    return FALSE;
  g_autoptr(AdrefPerson) committer =
      adref_person_new(self->repo, ADREF_PERSON_ROLE_COMMITTER, error);
  self->author = committer ? new_signature(author ? author : own, error) : NULL;
  self->committer = self->author ? new_signature(committer, error) : NULL;
  if (!self->committer)
    return FALSE;
  git_repository_set_ident(self->repo->git, self->committer->name, self->committer->email);
  return TRUE;
}

/* A commit with the signature of the person who saves (git's commit.gpgsign). */
static gboolean write_signed(AdrefCommitWriter *self, const git_tree *tree,
                             const git_commit **parents, gsize count, git_oid *id, GError **error)
{
  git_buf buffer = GIT_BUF_INIT;
  int status = git_commit_create_buffer(&buffer, self->repo->git, self->author, self->committer,
                                        NULL, self->message, tree, count, parents);
  if (status != 0)
    return adref_git_fail(error, status, "the version cannot be written");
  g_autoptr(GString) payload = g_string_new_len(buffer.ptr, (gssize)buffer.size);
  git_buf_dispose(&buffer);
  g_autofree char *signature = self->sign.sign(self->sign.data, payload, error);
  if (!signature)
    return FALSE;
  g_strchomp(signature);
  status = git_commit_create_with_signature(id, self->repo->git, payload->str, signature, NULL);
  return status == 0 || adref_git_fail(error, status, "the version cannot be written");
}

gboolean adref_commit_writer_write(AdrefCommitWriter *self, const git_tree *tree,
                                   const git_commit **parents, gsize count, git_oid *id,
                                   GError **error)
{
  if (self->sign.sign)
    return write_signed(self, tree, parents, count, id, error);
  int status = git_commit_create(id, self->repo->git, NULL, self->author, self->committer, NULL,
                                 self->message, tree, count, parents);
  return status == 0 || adref_git_fail(error, status, "the version cannot be written");
}

char *adref_commit_writer_branch(AdrefRepo *repo, GError **error)
{
  g_autoptr(git_reference) head = NULL;
  int status = git_reference_lookup(&head, repo->git, "HEAD");
  if (status != 0)
    adref_git_fail(error, status, "HEAD cannot be read");
  else if (git_reference_type(head) != GIT_REFERENCE_SYMBOLIC)
    adref_error(error, ADREF_ERROR_REFUSED,
                "HEAD is on no branch (detached); make one with `git switch -c NAME`");
  else
    return g_strdup(git_reference_symbolic_target(head));
  return NULL;
}

/* Whether the branch is at the commit: libgit2 also fails when the folder of a branch that it has
 * moved cannot be synced. */
static gboolean is_moved(const AdrefCommitWriter *self, const char *name, const git_oid *id)
{
  g_autoptr(git_reference) branch = NULL;
  const git_oid *now = git_reference_lookup(&branch, self->repo->git, name) == 0
                           ? git_reference_target(branch)
                           : NULL;
  return now && git_oid_equal(now, id);
}

int adref_commit_writer_move(const AdrefCommitWriter *self, const char *branch, const git_oid *from,
                             const git_oid *id)
{
  static const git_oid none;
  g_autoptr(git_reference) moved = NULL;
  int status = git_reference_create_matching(&moved, self->repo->git, branch, id, TRUE,
                                             from ? from : &none, self->reflog);
  return is_moved(self, branch, id) ? 0 : status;
}
