#include "history/label.h"

#include <string.h>

#include "base/digest.h"
#include "base/name.h"
#include "history/former_name.h"
#include "history/git.h"
#include "history/git_index.h"
#include "history/tag.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_tag, git_tag_free)

/* Withdrawals that were seen here, by statement and label. */
static const char kept_folder[] = "refs/adref/withdrawn";

void adref_label_free(AdrefLabel *label)
{
  if (!label)
    return;
  adref_person_free(label->person);
  g_free(label->statement);
  g_free(label->name);
  g_free(label->subject);
  g_free(label->party);
  g_free(label->silence);
  g_free(label->withdrawn);
  g_free(label);
}

static void label_free(gpointer label)
{
  adref_label_free(label);
}

static char *first_line(const char *message)
{
  g_autofree char *valid = g_utf8_make_valid(message ? message : "", -1);
  return g_strndup(valid, strcspn(valid, "\n"));
}

/* The value behind `key` in the last paragraph of a tag's message, not counting its signature;
 * NULL: the key is not there. The values of several lines are joined: what they say is not known,
 * and no deadline or party is read from it. */
static char *trailer(const char *note, const char *key)
{
  g_autofree char *valid = g_utf8_make_valid(note ? note : "", -1);
  char *signature = strstr(valid, "\n-----BEGIN ");
  if (signature)
    *signature = '\0';
  const char *last = g_strrstr(valid, "\n\n");
  g_auto(GStrv) lines = g_strsplit(last ? last + 2 : "", "\n", -1);
  g_autoptr(GPtrArray) values = g_ptr_array_new();
  for (char **line = lines; *line; line++)
    if (g_str_has_prefix(*line, key))
      g_ptr_array_add(values, *line + strlen(key));
  g_ptr_array_add(values, NULL);
  return values->len > 1 ? g_strjoinv("; ", (char **)values->pdata) : NULL;
}

static AdrefPerson *person_of(const git_signature *signature)
{
  AdrefPerson *person = g_new0(AdrefPerson, 1);
  person->name = g_utf8_make_valid(signature->name, -1);
  person->email = g_utf8_make_valid(signature->email, -1);
  person->time = signature->when.time;
  person->offset = signature->when.offset;
  return person;
}

static AdrefLabel *read_label(AdrefRepo *repo, git_reference *reference, const char *statement,
                              const char *name)
{
  g_autoptr(git_object) commit = NULL;
  g_autoptr(git_tag) tag = NULL;
  if (git_reference_peel(&commit, reference, GIT_OBJECT_COMMIT) != 0)
    return NULL;
  AdrefLabel *label = g_new0(AdrefLabel, 1);
  git_tag_lookup(&tag, repo->git, git_reference_target(reference));
  const git_signature *tagger = tag ? git_tag_tagger(tag) : NULL;
  label->statement = g_strdup(statement);
  label->name = g_strdup(name);
  git_oid_tostr(label->version.id, sizeof label->version.id, git_object_id(commit));
  label->person = person_of(tagger ? tagger : git_commit_committer((git_commit *)commit));
  label->subject = first_line(tag ? git_tag_message(tag) : NULL);
  label->party = trailer(tag ? git_tag_message(tag) : NULL, "Party: ");
  label->silence = trailer(tag ? git_tag_message(tag) : NULL, "Silence: ");
  return label;
}

/* The ref FOLDER/STATEMENT/LABEL counts on the version of the label. */
static gboolean read_withdrawn_below(AdrefRepo *repo, AdrefLabel *label, const char *folder)
{
  g_autofree char *ref = g_strdup_printf("%s/%s/%s", folder, label->statement, label->name);
  g_autoptr(git_reference) reference = NULL;
  g_autoptr(git_object) commit = NULL;
  g_autoptr(git_tag) tag = NULL;
  char id[GIT_OID_HEXSZ + 1];
  if (git_reference_lookup(&reference, repo->git, ref) != 0 ||
      git_reference_peel(&commit, reference, GIT_OBJECT_COMMIT) != 0)
    return FALSE;
  git_oid_tostr(id, sizeof id, git_object_id(commit));
  if (strcmp(id, label->version.id) != 0)
    return FALSE;
  const git_oid *object = git_reference_target(reference);
  if (git_tag_lookup(&tag, repo->git, object) == 0)
    git_oid_tostr(label->withdrawal.id, sizeof label->withdrawal.id, object);
  label->withdrawn = trailer(tag ? git_tag_message(tag) : NULL, "Reason: ");
  if (!label->withdrawn)
    label->withdrawn = g_strdup("no reason is given");
  return TRUE;
}

/* A withdrawal whose tag was seen here and is gone counts: who deletes the tag brings no draft
 * back. */
static void read_withdrawn(AdrefRepo *repo, AdrefLabel *label)
{
  if (read_withdrawn_below(repo, label, "refs/tags/withdrawn") ||
      !read_withdrawn_below(repo, label, kept_folder))
    return;
  char *words = g_strdup_printf("%s (its tag was deleted since)", label->withdrawn);
  g_free(label->withdrawn);
  label->withdrawn = words;
}

void adref_labels_keep_withdrawn(AdrefRepo *repo, const GPtrArray *labels)
{
  for (guint i = 0; i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    g_autofree char *ref = g_strdup_printf("%s/%s/%s", kept_folder, label->statement, label->name);
    AdrefTag *there = *label->withdrawal.id ? adref_repo_tag(repo, ref) : NULL;
    if (*label->withdrawal.id && !there)
      adref_repo_write_ref(repo, ref, &label->withdrawal, NULL);
    adref_tag_free(there);
  }
}

/* The number of a label in the series: 0 for zero and zero-2, 1 for rev1 and rev1-2. FALSE: it has
 * another name. */
static gboolean read_number(const char *name, guint64 *number)
{
  const char *dash = strchr(name, '-');
  guint64 issue;
  g_autofree char *base = dash ? g_strndup(name, (gsize)(dash - name)) : g_strdup(name);
  if (dash && !g_ascii_string_to_unsigned(dash + 1, 10, 2, G_MAXUINT32 - 1, &issue, NULL))
    return FALSE;
  *number = 0;
  return strcmp(base, "zero") == 0 ||
         (g_str_has_prefix(base, "rev") &&
          g_ascii_string_to_unsigned(base + 3, 10, 1, G_MAXUINT32 - 1, number, NULL));
}

static int compare(gconstpointer a, gconstpointer b)
{
  const AdrefLabel *first = *(const AdrefLabel *const *)a, *second = *(const AdrefLabel *const *)b;
  if (first->person->time != second->person->time)
    return first->person->time < second->person->time ? -1 : 1;
  guint64 places[2];
  gboolean in_series[2] = {read_number(first->name, &places[0]),
                           read_number(second->name, &places[1])};
  if (in_series[0] && in_series[1] && places[0] != places[1])
    return places[0] < places[1] ? -1 : 1;
  if (!(in_series[0] && in_series[1]) && strlen(first->name) != strlen(second->name) &&
      g_str_has_prefix(first->name, "rev") && g_str_has_prefix(second->name, "rev"))
    return strlen(first->name) < strlen(second->name) ? -1 : 1;
  if (strcmp(first->name, "zero") == 0 || strcmp(second->name, "zero") == 0)
    return strcmp(first->name, "zero") == 0 ? -1 : 1;
  return strcmp(first->name, second->name);
}

/* Adds the labels whose tags name the statement so; a name that `labels` has is left out. */
static int add_labels(AdrefRepo *repo, const char *statement, GPtrArray *labels)
{
  g_autofree char *folder = g_strdup_printf("refs/tags/%s/", statement);
  g_autofree char *all = g_strconcat(folder, "*", NULL);
  g_autoptr(git_reference_iterator) tags = NULL;
  guint known = labels->len;
  int status = git_reference_iterator_glob_new(&tags, repo->git, all);
  while (status == 0 && labels->len < ADREF_LABEL_MAX_COUNT) {
    g_autoptr(git_reference) reference = NULL;
    status = git_reference_next(&reference, tags);
    const char *name = status == 0 ? git_reference_name(reference) + strlen(folder) : "";
    gboolean is_label = adref_name_is(ADREF_NAME_LABEL, name) &&
                        (known == 0 || !*adref_labels_commit(labels, name));
    AdrefLabel *label = is_label ? read_label(repo, reference, statement, name) : NULL;
    if (label) {
      read_withdrawn(repo, label);
      g_ptr_array_add(labels, label);
    }
  }
  return status;
}

GPtrArray *adref_repo_labels(AdrefRepo *repo, const char *statement, GError **error)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func(label_free);
  int status = add_labels(repo, statement, labels);
  const char *const *former = adref_repo_former_names(repo, statement);
  for (; *former && (status == 0 || status == GIT_ITEROVER); former++)
    status = add_labels(repo, *former, labels);
  if (status != 0 && status != GIT_ITEROVER) {
    adref_git_fail(error, status, "the labels cannot be read");
    return NULL;
  }
  g_ptr_array_sort(labels, compare);
  return g_steal_pointer(&labels);
}

const char *adref_labels_commit(const GPtrArray *labels, const char *name)
{
  for (guint i = 0; i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    if (strcmp(label->name, name) == 0)
      return label->version.id;
  }
  return "";
}

/* What stands in a tag behind "STATEMENT/"; NULL: it begins otherwise. */
static const char *behind(const char *tag, const char *statement)
{
  gsize length = strlen(statement);
  return strncmp(tag, statement, length) == 0 && tag[length] == '/' ? tag + length + 1 : NULL;
}

const char *adref_repo_label_of_tag(const AdrefRepo *repo, const char *statement, const char *tag)
{
  const char *label = behind(tag, statement);
  const char *const *former = adref_repo_former_names(repo, statement);
  for (; !label && *former; former++)
    label = behind(tag, *former);
  return label;
}

static gboolean is_tag_of(const AdrefLabel *label, const char *tag)
{
  return g_strcmp0(behind(tag, label->statement), label->name) == 0;
}

const AdrefLabel *adref_labels_of_tags(const GPtrArray *labels, const GPtrArray *tags)
{
  const AdrefLabel *last = NULL;
  for (guint i = 0; i < tags->len; i++) {
    for (guint j = 0; j < labels->len; j++)
      if (is_tag_of(labels->pdata[j], tags->pdata[i]))
        last = labels->pdata[j];
  }
  return last;
}

/* Whether the tag is on the version that the label names, and says which package was made of it. */
static gboolean is_final_tag(const AdrefTag *tag, const AdrefLabel *label)
{
  static const char field[] = "\nSHA-256: ";
  gsize length = 0;
  const char *bytes = tag->bytes ? g_bytes_get_data(tag->bytes, &length) : NULL;
  g_autofree char *text = bytes ? g_strndup(bytes, length) : NULL;
  const char *found = text ? strstr(text, field) : NULL;
  return found && strcmp(tag->commit.id, label->version.id) == 0 &&
         strspn(found + strlen(field), "0123456789abcdef") == 2 * (gsize)ADREF_DIGEST_SIZE;
}

/* The tag final/STATEMENT/LABEL, or NULL. */
static AdrefTag *final_tag(AdrefRepo *repo, const AdrefLabel *label, const char *statement)
{
  g_autofree char *name = g_strdup_printf("refs/tags/final/%s/%s", statement, label->name);
  AdrefTag *tag = adref_repo_tag(repo, name);
  if (tag && is_final_tag(tag, label))
    return tag;
  adref_tag_free(tag);
  return NULL;
}

const AdrefLabel *adref_repo_published_label(AdrefRepo *repo, const GPtrArray *labels,
                                             const char *statement)
{
  for (guint i = labels->len; i > 0; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    AdrefTag *tag = final_tag(repo, label, statement);
    gboolean is_published = tag != NULL;
    adref_tag_free(tag);
    if (is_published)
      return label;
  }
  return NULL;
}

gboolean adref_repo_label_is_adopted(AdrefRepo *repo, const AdrefLabel *label,
                                     const char *statement)
{
  AdrefTag *tag = final_tag(repo, label, statement);
  g_autofree char *text =
      tag ? g_strndup(g_bytes_get_data(tag->bytes, NULL), g_bytes_get_size(tag->bytes)) : NULL;
  adref_tag_free(tag);
  return text && strstr(text, "\n" ADREF_FINAL_TAG_ADOPTED " ");
}

char **adref_repo_label_signers(AdrefRepo *repo, const AdrefLabel *label)
{
  g_autofree char *folder =
      g_strdup_printf("refs/tags/signoff/%s/%s/", label->statement, label->name);
  g_autoptr(GPtrArray) tags = adref_repo_tags(repo, folder, NULL);
  g_autoptr(GStrvBuilder) parties = g_strv_builder_new();
  for (guint i = 0; tags && i < tags->len; i++) {
    const AdrefTag *tag = tags->pdata[i];
    g_strv_builder_add(parties, tag->name);
  }
  return tags && tags->len > 0 ? g_strv_builder_end(parties) : NULL;
}

gboolean adref_repo_label_is_signed(AdrefRepo *repo, const AdrefLabel *label)
{
  g_auto(GStrv) parties = adref_repo_label_signers(repo, label);
  return parties != NULL;
}

const AdrefLabel *adref_repo_last_label(AdrefRepo *repo, const GPtrArray *labels)
{
  g_autoptr(git_commit) head = NULL;
  if (!adref_git_head(repo, &head, NULL) || !head)
    return NULL;
  for (guint i = labels->len; i > 0; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    git_oid id;
    if (label->withdrawn)
      continue;
    git_oid_fromstr(&id, label->version.id);
    if (git_oid_equal(&id, git_commit_id(head)) ||
        git_graph_descendant_of(repo->git, git_commit_id(head), &id) == 1)
      return label;
  }
  return NULL;
}

char *adref_label_next(const GPtrArray *labels)
{
  gboolean begun = FALSE;
  guint64 last = 0, number;
  for (guint i = 0; i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    if (label->withdrawn || !read_number(label->name, &number))
      continue;
    begun = TRUE;
    last = MAX(last, number);
  }
  g_autofree char *base =
      begun ? g_strdup_printf("rev%" G_GUINT64_FORMAT, last + 1) : g_strdup("zero");
  char *name = g_strdup(base);
  for (guint issue = 2; *adref_labels_commit(labels, name); issue++) {
    g_free(name);
    name = g_strdup_printf("%s-%u", base, issue);
  }
  return name;
}

static gboolean write_tag(AdrefRepo *repo, const char *name, const git_object *commit,
                          const char *message, GError **error)
{
  g_autoptr(AdrefPerson) person = adref_person_new(repo, ADREF_PERSON_ROLE_COMMITTER, error);
  if (!person || !adref_repo_check_tag_name(repo, name, error))
    return FALSE;
  g_autoptr(git_signature) tagger = NULL;
  git_oid id;
  int status =
      git_signature_new(&tagger, person->name, person->email, person->time, person->offset);
  if (status == 0)
    status = git_tag_create(&id, repo->git, name, commit, tagger, message, FALSE);
  if (status == GIT_EEXISTS) {
    adref_error(error, ADREF_ERROR_REFUSED, "the tag %s exists already; choose another label",
                name);
    return FALSE;
  }
  return status == 0 || adref_git_fail(error, status, "the tag %s cannot be set", name);
}

gboolean adref_repo_label(AdrefRepo *repo, const char *statement, const char *label,
                          const AdrefVersion *version, const char *message, GError **error)
{
  g_autoptr(git_object) commit = NULL;
  git_oid id;
  if (!adref_name_check(ADREF_NAME_STATEMENT, statement, error) ||
      !adref_name_check(ADREF_NAME_LABEL, label, error))
    return FALSE;
  int status = git_oid_fromstr(&id, version->id);
  if (status == 0)
    status = git_object_lookup(&commit, repo->git, &id, GIT_OBJECT_COMMIT);
  if (status != 0)
    return adref_git_fail(error, status, "the version %.8s cannot be read", version->id);
  g_autofree char *name = g_strdup_printf("%s/%s", statement, label);
  g_autoptr(AdrefGitIndex) lock = adref_git_index_lock(repo, error);
  return lock && write_tag(repo, name, commit, message, error);
}

gboolean adref_repo_withdraw_label(AdrefRepo *repo, const AdrefLabel *label, const char *reason,
                                   const char *party, GError **error)
{
  const char *statement = label->statement;
  g_autoptr(git_object) commit = NULL;
  git_oid id;
  if (label->withdrawn) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s/%s was withdrawn before", statement, label->name);
    return FALSE;
  }
  int status = git_oid_fromstr(&id, label->version.id);
  if (status == 0)
    status = git_object_lookup(&commit, repo->git, &id, GIT_OBJECT_COMMIT);
  if (status != 0)
    return adref_git_fail(error, status, "the version %.8s cannot be read", label->version.id);
  g_autofree char *name = g_strdup_printf("withdrawn/%s/%s", statement, label->name);
  g_autofree char *message =
      g_strdup_printf("%s/%s is withdrawn\n\nReason: %s\nStatement: %s\nLabel: %s\n%s%s%s",
                      statement, label->name, reason, statement, label->name,
                      party ? "Party: " : "", party ? party : "", party ? "\n" : "");
  g_autoptr(AdrefGitIndex) lock = adref_git_index_lock(repo, error);
  return lock && write_tag(repo, name, commit, message, error);
}

/* git's ids of what is at `paths` in a commit, zero where it has nothing (of git_oid). */
static GArray *path_ids(AdrefRepo *repo, const git_commit *commit, const char *const *paths,
                        GError **error)
{
  g_autoptr(git_tree) tree = NULL;
  g_autoptr(GArray) ids = g_array_new(FALSE, TRUE, sizeof(git_oid));
  int status = git_commit_tree(&tree, commit);
  if (status != 0) {
    adref_git_fail_object(git_commit_owner(commit), error, status, "the history cannot be read");
    return NULL;
  }
  for (; *paths; paths++) {
    g_autofree char *path = adref_git_path_in(repo, tree, *paths, error);
    g_autoptr(git_tree_entry) entry = NULL;
    git_oid none = {{0}};
    if (!path || !adref_git_tree_entry(tree, path, &entry, error))
      return NULL;
    g_array_append_vals(ids, entry ? git_tree_entry_id(entry) : &none, 1);
  }
  return g_steal_pointer(&ids);
}

static gboolean has_same_ids(const GArray *a, const GArray *b)
{
  return memcmp(a->data, b->data, a->len * sizeof(git_oid)) == 0;
}

/* Goes back along first parents while the paths are the same; sets *commit to the oldest of them.
 */
static gboolean find_first_unchanged(AdrefRepo *repo, const char *const *paths,
                                     const GArray *wanted, git_commit **commit, GError **error)
{
  while (git_commit_parentcount(*commit) > 0) {
    g_autoptr(git_commit) parent = NULL;
    if (!adref_git_parent(repo, *commit, 0, &parent, error))
      return FALSE;
    if (!parent)
      return TRUE;
    g_autoptr(GArray) ids = path_ids(repo, parent, paths, error);
    if (!ids)
      return FALSE;
    if (!has_same_ids(ids, wanted))
      return TRUE;
    git_commit_free(*commit);
    *commit = g_steal_pointer(&parent);
  }
  return TRUE;
}

gboolean adref_repo_last_change(AdrefRepo *repo, const char *const *paths, AdrefVersion *version,
                                GError **error)
{
  g_autoptr(git_commit) commit = NULL;
  if (!adref_git_head(repo, &commit, error))
    return FALSE;
  g_autoptr(GArray) ids = commit ? path_ids(repo, commit, paths, error) : NULL;
  if (commit && !ids)
    return FALSE;
  if (!ids || git_oid_is_zero(&g_array_index(ids, git_oid, 0))) {
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: no version has it yet; adref save makes one",
                *paths);
    return FALSE;
  }
  if (!find_first_unchanged(repo, paths, ids, &commit, error))
    return FALSE;
  git_oid_tostr(version->id, sizeof version->id, git_commit_id(commit));
  return TRUE;
}
