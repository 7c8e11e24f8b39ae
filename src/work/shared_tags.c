#include "work/shared_tags.h"

#include <string.h>

#include "base/name.h"
#include "draft/statement/statement.h"
#include "history/remote.h"
#include "history/tag.h"
#include "history/version_range.h"

#define HERE "refs/tags/"

/* Names of tags: what stands before the statement, and what behind it. */
static const struct {
  const char *folder;
  gboolean has_party; /* STATEMENT/LABEL/PARTY, not STATEMENT/LABEL */
} forms[] = {
    {"signoff", TRUE},
    {"silence", TRUE},
    {"final", FALSE},
    {"withdrawn", FALSE},
};

static gboolean are_names(char **parts, gboolean has_party)
{
  guint count = g_strv_length(parts);
  return count == (has_party ? 3 : 2) && adref_name_is(ADREF_NAME_STATEMENT, parts[0]) &&
         adref_name_is(ADREF_NAME_LABEL, parts[1]) &&
         (!has_party || adref_name_is(ADREF_NAME_PARTY, parts[2]));
}

char *adref_shared_tag_statement(const char *name)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
    if (*parts && strcmp(parts[0], forms[i].folder) == 0)
      return are_names(parts + 1, forms[i].has_party) ? g_strdup(parts[1]) : NULL;
  return are_names(parts, FALSE) ? g_strdup(parts[0]) : NULL;
}

void adref_shared_tags_free(AdrefSharedTags *tags)
{
  if (!tags)
    return;
  g_ptr_array_unref(tags->come);
  g_ptr_array_unref(tags->go);
  g_ptr_array_unref(tags->stay);
  g_ptr_array_unref(tags->different);
  g_free(tags);
}

static AdrefSharedTags *tags_new(void)
{
  AdrefSharedTags *tags = g_new0(AdrefSharedTags, 1);
  tags->come = g_ptr_array_new_with_free_func(g_free);
  tags->go = g_ptr_array_new_with_free_func(g_free);
  tags->stay = g_ptr_array_new_with_free_func(g_free);
  tags->different = g_ptr_array_new_with_free_func(g_free);
  return tags;
}

/* The ids of the statements of HEAD and their former names, a set. */
static GHashTable *find_statements(AdrefSession *session, GError **error)
{
  AdrefVersion head;
  AdrefSessionFiles *files = adref_repo_resolve(session->repo, NULL, "HEAD", &head, error)
                                 ? adref_session_files_of_version(session, &head, error)
                                 : NULL;
  AdrefWorkspace workspace = {.source = files ? files->source : NULL};
  g_auto(GStrv) ids = files ? adref_workspace_statements(&workspace, error) : NULL;
  if (!ids)
    return NULL;
  GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (char **id = ids; *id; id++) {
    g_auto(GStrv) former = adref_statement_former_names(files->source, *id);
    for (char **name = former; name && *name; name++)
      g_hash_table_add(known, g_strdup(*name));
    g_hash_table_add(known, g_strdup(*id));
  }
  return known;
}

static gboolean is_shared(const AdrefTag *tag, GHashTable *statements)
{
  g_autofree char *statement = adref_shared_tag_statement(tag->name);
  return statement && g_hash_table_contains(statements, statement);
}

/* The tags that count: name -> AdrefTag, which `all` owns. */
static GHashTable *index_tags(const GPtrArray *all, GHashTable *statements)
{
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < all->len; i++) {
    AdrefTag *tag = all->pdata[i];
    if (is_shared(tag, statements))
      g_hash_table_insert(index, tag->name, tag);
  }
  return index;
}

/* Whether the other repository has, or gets, the version of a tag. */
static gboolean is_sent(AdrefSession *session, const AdrefTag *tag, const AdrefVersion *sent,
                        guint count)
{
  guint beyond = 1;
  g_autoptr(GPtrArray) versions =
      *tag->commit.id
          ? adref_repo_versions_beyond(session->repo, &tag->commit, sent, count, 0, &beyond, NULL)
          : NULL;
  return versions && beyond == 0;
}

const char *adref_shared_tag_hint(AdrefRepo *repo)
{
  return adref_remote_exists(repo) ? " Send it with: adref sync" : "";
}

AdrefSharedTags *adref_shared_tags_compare(AdrefSession *session, const AdrefVersion *sent,
                                           guint count, GError **error)
{
  g_autoptr(GHashTable) statements = find_statements(session, error);
  g_autoptr(GPtrArray) ours = statements ? adref_repo_tags(session->repo, HERE, error) : NULL;
  g_autoptr(GPtrArray) theirs =
      ours ? adref_repo_tags(session->repo, ADREF_REMOTE_TAGS, error) : NULL;
  if (!theirs)
    return NULL;
  g_autoptr(GHashTable) here = index_tags(ours, statements);
  g_autoptr(GHashTable) there = index_tags(theirs, statements);
  AdrefSharedTags *tags = tags_new();
  for (guint i = 0; i < theirs->len; i++) {
    const AdrefTag *tag = theirs->pdata[i], *own = g_hash_table_lookup(here, tag->name);
    if (own && strcmp(own->object.id, tag->object.id) != 0)
      g_ptr_array_add(tags->different, g_strdup_printf("%s: here %.8s, there %.8s", tag->name,
                                                       own->object.id, tag->object.id));
    else if (!own && g_hash_table_contains(there, tag->name))
      g_ptr_array_add(tags->come, g_strdup(tag->name));
  }
  for (guint i = 0; i < ours->len; i++) {
    const AdrefTag *tag = ours->pdata[i];
    if (g_hash_table_contains(here, tag->name) && !g_hash_table_contains(there, tag->name))
      g_ptr_array_add(is_sent(session, tag, sent, count) ? tags->go : tags->stay,
                      g_strdup(tag->name));
  }
  return tags;
}

gboolean adref_shared_tags_take(AdrefSession *session, const AdrefSharedTags *tags, GError **error)
{
  for (guint i = 0; i < tags->come->len; i++) {
    const char *name = tags->come->pdata[i];
    g_autofree char *there = g_strconcat(ADREF_REMOTE_TAGS, name, NULL);
    g_autofree char *here = g_strconcat(HERE, name, NULL);
    g_autoptr(GError) cause = NULL;
    AdrefTag *tag = adref_repo_tag(session->repo, there);
    gboolean free = adref_repo_check_tag_name(session->repo, name, &cause);
    gboolean done = !tag || !free || adref_repo_write_ref(session->repo, here, &tag->object, error);
    if (tag && !free)
      adref_session_say(session, "%s", cause->message);
    adref_tag_free(tag);
    if (!done)
      return FALSE;
  }
  return TRUE;
}
