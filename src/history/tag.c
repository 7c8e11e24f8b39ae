#include "history/tag.h"

#include <string.h>

#include "history/git.h"
#include "history/git_index.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(git_odb_object, git_odb_object_free)

void adref_tag_free(AdrefTag *tag)
{
  if (!tag)
    return;
  g_free(tag->name);
  g_free(tag->problem);
  g_clear_pointer(&tag->bytes, g_bytes_unref);
  g_free(tag);
}

static void tag_free(gpointer tag)
{
  adref_tag_free(tag);
}

static char *last_problem(void)
{
  const git_error *last = git_error_last();
  return g_utf8_make_valid(last && last->message ? last->message : "cannot be read", -1);
}

/* Reads the object. Its header, with type and size, is read first, so that a huge object is never
 * unpacked. */
static void read_object(AdrefTag *tag, AdrefRepo *repo, const git_oid *id)
{
  g_autoptr(git_odb) objects = NULL;
  g_autoptr(git_odb_object) object = NULL;
  size_t size;
  git_object_t type;
  int status = git_repository_odb(&objects, repo->git);
  if (status == 0)
    status = git_odb_read_header(&size, &type, objects, id);
  if (status == 0 && (type != GIT_OBJECT_TAG || size > ADREF_TAG_MAX_BYTES)) {
    tag->problem = g_strdup(type != GIT_OBJECT_TAG ? "it is no tag object" : "it is too large");
    return;
  }
  if (status == 0)
    status = git_odb_read(&object, objects, id);
  if (status != 0)
    tag->problem = last_problem();
  else
    tag->bytes = g_bytes_new(git_odb_object_data(object), git_odb_object_size(object));
}

static AdrefTag *read_ref(AdrefRepo *repo, git_reference *reference, const char *name)
{
  g_autoptr(git_object) commit = NULL;
  AdrefTag *tag = g_new0(AdrefTag, 1);
  tag->name = g_utf8_make_valid(name, -1);
  const git_oid *id = git_reference_target(reference);
  if (!id) {
    tag->problem = g_strdup("it is a symbolic ref");
    return tag;
  }
  git_oid_tostr(tag->object.id, sizeof tag->object.id, id);
  read_object(tag, repo, id);
  if (git_reference_peel(&commit, reference, GIT_OBJECT_COMMIT) == 0)
    git_oid_tostr(tag->commit.id, sizeof tag->commit.id, git_object_id(commit));
  return tag;
}

static int compare(gconstpointer a, gconstpointer b)
{
  return strcmp((*(const AdrefTag *const *)a)->name, (*(const AdrefTag *const *)b)->name);
}

GPtrArray *adref_repo_tags(AdrefRepo *repo, const char *folder, GError **error)
{
  g_autofree char *all = g_strconcat(folder, "*", NULL);
  g_autoptr(GPtrArray) tags = g_ptr_array_new_with_free_func(tag_free);
  g_autoptr(git_reference_iterator) refs = NULL;
  int status = git_reference_iterator_glob_new(&refs, repo->git, all);
  while (status == 0) {
    g_autoptr(git_reference) reference = NULL;
    status = git_reference_next(&reference, refs);
    if (status == 0 && tags->len >= ADREF_TAG_MAX_COUNT) {
      adref_error(error, ADREF_ERROR_INPUT, "%s: more than %d tags", folder, ADREF_TAG_MAX_COUNT);
      return NULL;
    }
    if (status == 0)
      g_ptr_array_add(tags,
                      read_ref(repo, reference, git_reference_name(reference) + strlen(folder)));
  }
  if (status != GIT_ITEROVER) {
    adref_git_fail(error, status, "the tags cannot be read");
    return NULL;
  }
  g_ptr_array_sort(tags, compare);
  return g_steal_pointer(&tags);
}

AdrefTag *adref_repo_tag(AdrefRepo *repo, const char *name)
{
  g_autoptr(git_reference) reference = NULL;
  if (git_reference_lookup(&reference, repo->git, name) != 0)
    return NULL;
  return read_ref(repo, reference, name);
}

gboolean adref_repo_tag_write(AdrefRepo *repo, const char *bytes, gboolean replace, GError **error)
{
  git_oid id;
  g_autoptr(AdrefGitIndex) lock = repo->is_bare ? NULL : adref_git_index_lock(repo, error);
  if (!lock && !repo->is_bare)
    return FALSE;
  int status = git_tag_create_from_buffer(&id, repo->git, bytes, replace);
  if (status == GIT_EEXISTS) {
    adref_error(error, ADREF_ERROR_REFUSED, "the tag exists already");
    return FALSE;
  }
  return status == 0 || adref_git_fail(error, status, "the tag cannot be set");
}

gboolean adref_repo_write_ref(AdrefRepo *repo, const char *name, const AdrefVersion *object,
                              GError **error)
{
  g_autoptr(git_reference) reference = NULL;
  git_oid id;
  int status = git_oid_fromstr(&id, object->id);
  if (status == 0)
    status = git_reference_create(&reference, repo->git, name, &id, TRUE, "adref: seen");
  return status == 0 || adref_git_fail(error, status, "%s: cannot be set", name);
}

gboolean adref_repo_is_replaced(AdrefRepo *repo, const AdrefVersion *object)
{
  g_autofree char *name = g_strconcat("refs/replace/", object->id, NULL);
  g_autoptr(git_reference) reference = NULL;
  return git_reference_lookup(&reference, repo->git, name) == 0;
}

static git_config *open_local(AdrefRepo *repo)
{
  g_autoptr(git_config) all = NULL;
  git_config *local = NULL;
  if (git_repository_config(&all, repo->git) != 0 ||
      git_config_open_level(&local, all, GIT_CONFIG_LEVEL_LOCAL) != 0)
    return NULL;
  return local;
}

static char *get(const git_config *config, const char *key)
{
  const char *value = NULL;
  return git_config_get_string(&value, config, key) == 0 ? g_utf8_make_valid(value, -1) : NULL;
}

char *adref_repo_local_config(AdrefRepo *repo, const char *key)
{
  g_autoptr(git_config) local = open_local(repo);
  g_autoptr(git_config) snapshot = NULL;
  if (!local || git_config_snapshot(&snapshot, local) != 0)
    return NULL;
  return get(snapshot, key);
}

gboolean adref_repo_set_local_config(AdrefRepo *repo, const char *key, const char *value,
                                     GError **error)
{
  g_autoptr(git_config) local = open_local(repo);
  int status = local ? git_config_set_string(local, key, value) : -1;
  return status == 0 || adref_git_fail(error, status, "git config %s cannot be set", key);
}
