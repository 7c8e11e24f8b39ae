#include "history/tag.h"

#include <string.h>

#include "history/git.h"
#include "history/git_index.h"
#include "history/index_lock.h"

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

static gboolean has_ref(AdrefRepo *repo, const char *name)
{
  g_autoptr(git_reference) reference = NULL;
  return git_reference_lookup(&reference, repo->git, name) == 0;
}

/* A tag whose name begins with `folder`, without "refs/tags/"; NULL for none. */
static char *tag_below(AdrefRepo *repo, const char *folder)
{
  g_autoptr(git_reference_iterator) refs = NULL;
  g_autoptr(git_reference) reference = NULL;
  g_autofree char *all = g_strdup_printf("refs/tags/%s/*", folder);
  if (git_reference_iterator_glob_new(&refs, repo->git, all) != 0 ||
      git_reference_next(&reference, refs) != 0)
    return NULL;
  return g_strdup(git_reference_name(reference) + strlen("refs/tags/"));
}

/* The tag that stands where a part of the name would be a folder; NULL for none. */
static char *tag_above(AdrefRepo *repo, const char *name)
{
  for (const char *slash = name; (slash = strchr(slash, '/')); slash++) {
    g_autofree char *above = g_strndup(name, (gsize)(slash - name));
    g_autofree char *ref = g_strconcat("refs/tags/", above, NULL);
    if (has_ref(repo, ref))
      return g_steal_pointer(&above);
  }
  return NULL;
}

gboolean adref_repo_check_tag_name(AdrefRepo *repo, const char *name, GError **error)
{
  g_autofree char *above = tag_above(repo, name);
  g_autofree char *below = above ? NULL : tag_below(repo, name);
  const char *other = above ? above : below;
  if (!other)
    return TRUE;
  adref_error(
      error, ADREF_ERROR_REFUSED,
      "the tag %s cannot be set while there is a tag %s: to git, one name would be a tag and "
      "a folder; git tag -d %s removes it, and git push --delete origin %s for the others",
      name, other, other, other);
  return FALSE;
}

/* The name in the bytes of a tag object. */
static char *name_in(const char *bytes)
{
  const char *line = strstr(bytes, "\ntag ");
  return line ? g_strndup(line + strlen("\ntag "), strcspn(line + strlen("\ntag "), "\n")) : NULL;
}

gboolean adref_repo_tag_write(AdrefRepo *repo, const char *bytes, gboolean replace, GError **error)
{
  git_oid id;
  g_autoptr(AdrefGitIndex) lock = repo->is_bare ? NULL : adref_git_index_lock(repo, error);
  g_autofree char *name = name_in(bytes);
  if ((!lock && !repo->is_bare) || (name && !adref_repo_check_tag_name(repo, name, error)))
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

/* The ids of all objects that git replace shows others for, a set; NULL for none. */
static GHashTable *replaced_ids(AdrefRepo *repo)
{
  static const char folder[] = "refs/replace/";
  g_autoptr(git_reference_iterator) refs = NULL;
  GHashTable *ids = NULL;
  if (git_reference_iterator_glob_new(&refs, repo->git, "refs/replace/*") != 0)
    return NULL;
  for (;;) {
    g_autoptr(git_reference) reference = NULL;
    if (git_reference_next(&reference, refs) != 0)
      return ids;
    if (!ids)
      ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(ids, g_strdup(git_reference_name(reference) + strlen(folder)));
  }
}

/* A folder that is still to be read. */
typedef struct {
  git_oid id;
  char *path; /* "" for the top folder */
} FolderToRead;

static void folder_clear(gpointer folder)
{
  g_free(((FolderToRead *)folder)->path);
}

static gboolean is_replaced_id(GHashTable *ids, const git_oid *id)
{
  char text[GIT_OID_HEXSZ + 1];
  git_oid_tostr(text, sizeof text, id);
  return g_hash_table_contains(ids, text);
}

/* Adds the folders of a folder to the list. The first entry that is replaced, or NULL. */
static char *search_folder(AdrefRepo *repo, GHashTable *ids, const FolderToRead *folder,
                           GArray *folders, guint *entries)
{
  enum {
    MAX_ENTRIES = 100000
  };
  g_autoptr(git_tree) tree = NULL;
  if (git_tree_lookup(&tree, repo->git, &folder->id) != 0)
    return NULL;
  for (gsize i = 0; i < git_tree_entrycount(tree) && ++*entries <= MAX_ENTRIES; i++) {
    const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
    g_autofree char *path = g_strdup_printf("%s%s%s", folder->path, *folder->path ? "/" : "",
                                            git_tree_entry_name(entry));
    if (is_replaced_id(ids, git_tree_entry_id(entry)))
      return g_utf8_make_valid(path, -1);
    FolderToRead next = {.id = *git_tree_entry_id(entry)};
    if (git_tree_entry_type(entry) != GIT_OBJECT_TREE)
      continue;
    next.path = g_steal_pointer(&path);
    g_array_append_val(folders, next);
  }
  return NULL;
}

char *adref_repo_replaced_path(AdrefRepo *repo, const AdrefVersion *version)
{
  g_autoptr(GHashTable) ids = replaced_ids(repo);
  g_autoptr(git_commit) commit = NULL;
  git_oid id;
  if (!ids || git_oid_fromstr(&id, version->id) != 0 ||
      git_commit_lookup(&commit, repo->git, &id) != 0)
    return NULL;
  g_autoptr(GArray) folders = g_array_new(FALSE, FALSE, sizeof(FolderToRead));
  g_array_set_clear_func(folders, folder_clear);
  FolderToRead top = {.id = *git_commit_tree_id(commit), .path = g_strdup("")};
  g_array_append_val(folders, top);
  if (is_replaced_id(ids, &top.id))
    return g_strdup(".");
  guint entries = 0;
  for (guint i = 0; i < folders->len; i++) {
    FolderToRead folder = g_array_index(folders, FolderToRead, i);
    char *path = search_folder(repo, ids, &folder, folders, &entries);
    if (path)
      return path;
  }
  return NULL;
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
  g_autoptr(AdrefIndexLock) lock = adref_index_lock_new(repo, error);
  g_autoptr(git_config) local = lock ? open_local(repo) : NULL;
  if (!lock)
    return FALSE;
  int status = local ? git_config_set_string(local, key, value) : -1;
  return status == 0 || adref_git_fail(error, status, "git config %s cannot be set", key);
}
