#include "work/join/pick_save.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "history/common_base.h"
#include "work/edit/text_changes.h"
#include "work/join/merge_file.h"
#include "work/join/side_party.h"

/* --- which way --- */

static GBytes *canonical_of(const AdrefText *text)
{
  return g_string_free_to_bytes(adref_canonical(text->document));
}

/* The text of a version as it is written; NULL: it cannot be read. */
static GBytes *version_bytes(AdrefSession *session, const AdrefPickVersions *versions,
                             const char *name)
{
  g_autoptr(AdrefText) text = NULL;
  if (strcmp(name, ADREF_VERSION_WORK) == 0)
    text = adref_text_open_statement(session, versions->statement, versions->language, NULL);
  else
    text =
        adref_text_open_version(session, versions->statement->id, name, versions->language, NULL);
  return text ? canonical_of(text) : NULL;
}

static gboolean is_same(GBytes *a, GBytes *b)
{
  return a && b && g_bytes_equal(a, b);
}

/* Whether a version is in the history of the branch. */
static gboolean is_in_branch(AdrefSession *session, const AdrefPickVersions *versions)
{
  AdrefVersion head, to;
  gboolean is = FALSE;
  return adref_repo_resolve(session->repo, NULL, "HEAD", &head, NULL) &&
         adref_repo_resolve(session->repo, versions->statement->id, versions->to, &to, NULL) &&
         adref_repo_is_ancestor(session->repo, &to, &head, &is, NULL) && is;
}

/* Whether the text has the changes of the newer version. */
static gboolean has_changes(AdrefSession *session, const AdrefPickVersions *versions,
                            const AdrefText *now)
{
  g_autoptr(GBytes) is = canonical_of(now);
  g_autoptr(GBytes) new = version_bytes(session, versions, versions->to);
  g_autoptr(GBytes) old = version_bytes(session, versions, versions->from);
  return is_same(is, new) || (!is_same(is, old) && is_in_branch(session, versions));
}

gboolean adref_pick_check(AdrefSession *session, const AdrefPickVersions *versions,
                          gboolean *has_new, GError **error)
{
  g_autoptr(AdrefTextChanges) changes =
      adref_text_changes_begin(session, versions->statement, versions->party, error);
  AdrefText *now = changes ? adref_text_changes_find(changes, versions->language, error) : NULL;
  if (now)
    *has_new = has_changes(session, versions, now);
  adref_session_unlock(session);
  return now != NULL;
}

/* --- saving --- */

/* The name of a version in a message that is read later, when HEAD is another one. Caller frees. */
static char *lasting_name(AdrefSession *session, const AdrefPickVersions *versions,
                          const char *name)
{
  AdrefVersion version;
  gboolean is_work = strcmp(name, ADREF_VERSION_WORK) == 0;
  if ((!is_work && !g_str_has_prefix(name, "HEAD")) ||
      !adref_repo_resolve(session->repo, versions->statement->id, is_work ? "HEAD" : name, &version,
                          NULL))
    return g_strdup(name);
  return g_strdup_printf("%.8s", version.id);
}

/* "demo: 3 changes taken, 1 refused (rev1 to JPN/main)", and a line for each. */
static char *make_subject(AdrefSession *session, const AdrefPickVersions *versions,
                          const AdrefPicking *picking)
{
  g_autofree char *counts = adref_picking_counts(picking);
  g_autofree char *lines = adref_picking_lines(picking);
  g_autofree char *from = lasting_name(session, versions, versions->from);
  g_autofree char *to = lasting_name(session, versions, versions->to);
  return g_strdup_printf("%s: %s (%s to %s)\n\n%s", versions->statement->id, counts, from, to,
                         lines);
}

/* Whose the changes since the older version are; NULL: unknown, or of several. Caller frees. */
static char *later_party(AdrefSession *session, const AdrefPickVersions *versions,
                         GHashTable *by_clause)
{
  AdrefVersion head, from;
  if (!adref_repo_resolve(session->repo, NULL, "HEAD", &head, NULL) ||
      !adref_repo_resolve(session->repo, versions->statement->id, versions->from, &from, NULL))
    return NULL;
  return adref_side_party_find(session, &head, &from, 1, NULL, NULL, by_clause, NULL);
}

/* What was picked, joined with what the text is now. */
static GBytes *join(AdrefSession *session, const AdrefPickVersions *versions, const AdrefText *now,
                    GBytes *base, GBytes *result, GError **error)
{
  g_autoptr(GBytes) is = canonical_of(now);
  if (g_bytes_equal(is, base))
    return g_bytes_ref(result);
  g_autoptr(GHashTable) parties = adref_side_parties_new();
  g_autofree char *party = later_party(session, versions, parties);
  const AdrefMergeFileSide sides[] = {
      {is, party, "the text as it is", "now", parties, 0},
      {result, versions->party, "what was picked", "picked", NULL, 0}};
  AdrefMergeFileOptions options = {.path = now->path,
                                   .files = session->files,
                                   .base = base,
                                   .sides = sides,
                                   .count = G_N_ELEMENTS(sides)};
  g_autoptr(AdrefMergedFile) merged = adref_merge_file(session, &options, error);
  guint brackets = merged && merged->report ? merged->report->brackets : 0;
  if (brackets > 0)
    adref_session_say(session,
                      "%s: %u place%s in brackets, where the text has other words than both "
                      "versions",
                      now->path, brackets, brackets == 1 ? "" : "s");
  return merged ? g_bytes_ref(merged->bytes) : NULL;
}

static gboolean put(AdrefTextChanges *changes, AdrefText *text, GBytes *bytes, GError **error)
{
  gsize length;
  const char *words = g_bytes_get_data(bytes, &length);
  AdrefNode *document = adref_text_parse(text, words, length, NULL, error);
  if (!document)
    return FALSE;
  adref_node_free(text->document);
  text->document = document;
  adref_text_changes_mark(changes, text);
  return TRUE;
}

/* The text that the picked one began with. */
static GBytes *base_of(const AdrefPicking *picking, gboolean has_new)
{
  const AdrefComparison *of = adref_picking_comparison(picking);
  const AdrefNode *like = has_new ? of->new->document : of->old->document;
  g_autoptr(AdrefNode) text =
      has_new ? adref_accept_changes(of->redline) : adref_reject_changes(of->redline);
  if (like->text)
    adref_node_take_text(text, g_strndup(like->text, like->length), like->length);
  return g_string_free_to_bytes(adref_canonical(text));
}

static gboolean save(AdrefSession *session, const AdrefPickVersions *versions,
                     const AdrefPicking *picking, gboolean has_new, GError **error)
{
  g_autoptr(AdrefTextChanges) changes =
      adref_text_changes_begin(session, versions->statement, versions->party, error);
  AdrefText *now = changes ? adref_text_changes_find(changes, versions->language, error) : NULL;
  if (!now)
    return FALSE;
  g_autoptr(GBytes) base = base_of(picking, has_new), result = adref_picking_result(picking);
  if (g_bytes_equal(base, result)) {
    adref_session_say(session, "%s: nothing changes by what was picked; no version is saved",
                      versions->statement->id);
    return TRUE;
  }
  g_autofree char *subject = make_subject(session, versions, picking);
  AdrefSaveStatementOptions options = {
      .subject = subject, .party = versions->party, .action = "pick"};
  g_autoptr(GBytes) joined = join(session, versions, now, base, result, error);
  return joined && put(changes, now, joined, error) &&
         adref_text_changes_save(changes, &options, error);
}

gboolean adref_pick_save(AdrefSession *session, const AdrefPickVersions *versions,
                         const AdrefPicking *picking, gboolean has_new, GError **error)
{
  g_autofree char *counts = adref_picking_counts(picking);
  if (!counts) {
    adref_session_say(session, "%s: no change was decided; no version is saved",
                      versions->statement->id);
    return TRUE;
  }
  gboolean done = save(session, versions, picking, has_new, error);
  adref_session_unlock(session);
  return done;
}
