#include "work/join/merge_assembly.h"

#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "clause/labels/freeze.h"
#include "clause/markdown/canonical.h"
#include "clause/node_copy.h"
#include "draft/statement/assemble.h"
#include "history/log.h"
#include "history/save.h"
#include "work/import/import_text.h"
#include "work/join/comparison.h"
#include "work/join/merge_texts.h"

struct AdrefAssemblyBase {
  AdrefSession *session;
  const AdrefStatement *statement;
  AdrefVersion version;
  AdrefAssembly *again; /* assembled again from the files of the version; NULL: not yet */
};

void adref_assembly_base_free(AdrefAssemblyBase *base)
{
  if (!base)
    return;
  adref_assembly_free(base->again);
  g_free(base);
}

static gboolean same_bytes(AdrefFileSource *a, AdrefFileSource *b, const char *path)
{
  g_autoptr(GBytes) first = a->read(a, path, ADREF_YAML_LIMIT, NULL);
  g_autoptr(GBytes) second = b->read(b, path, ADREF_YAML_LIMIT, NULL);
  return first && second && g_bytes_equal(first, second);
}

/* The last version in which the lock changed; *found is FALSE where the file is another one now. */
static gboolean find_version(AdrefSession *session, const char *lock, AdrefVersion *version,
                             gboolean *found, GError **error)
{
  AdrefRepo *repo = adref_session_repo(session, error);
  g_autoptr(AdrefLog) log = repo ? adref_log_new(repo, lock, NULL, error) : NULL;
  if (!log || !adref_log_next(log, found, error))
    return FALSE;
  if (!*found)
    return TRUE;
  g_autoptr(AdrefLogEntry) entry = adref_log_entry(log);
  AdrefSessionFiles *files = adref_session_files_of_version(session, &entry->version, error);
  if (!files)
    return FALSE;
  *version = entry->version;
  *found = same_bytes(session->files->source, files->source, lock);
  return TRUE;
}

AdrefAssemblyBase *adref_assembly_base_find(AdrefSession *session, const AdrefStatement *statement,
                                            GError **error)
{
  g_autofree char *lock = g_strconcat(statement->folder, "/assembly.lock", NULL);
  AdrefVersion version;
  gboolean found = FALSE;
  if (!find_version(session, lock, &version, &found, error))
    return NULL;
  if (!found) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: no version has this file, so draft does not know what was assembled; git "
                "restore %s brings the saved one back",
                lock, lock);
    return NULL;
  }
  AdrefAssemblyBase *base = g_new0(AdrefAssemblyBase, 1);
  base->session = session;
  base->statement = statement;
  base->version = version;
  return base;
}

/* --- what was assembled then --- */

static gboolean has_hash(const AdrefNode *document, const char *hash)
{
  g_autoptr(GString) canonical = adref_canonical(document);
  g_autofree char *own = adref_digest_of(canonical->str, canonical->len);
  return strcmp(own, hash) == 0;
}

/* The text of the version, where it is as it was assembled but for frozen numbers; else NULL. */
static AdrefNode *saved_words(const AdrefAssemblyBase *base, const AdrefText *text,
                              const char *locked)
{
  g_autoptr(AdrefText) then =
      adref_text_open_at(base->session, base->statement->id, &base->version, text->language, NULL);
  if (!then)
    return NULL;
  if (has_hash(then->document, locked))
    return g_steal_pointer(&then->document);
  adref_unfreeze(then->document);
  g_autoptr(GString) words = adref_canonical(then->document);
  g_autoptr(AdrefNode) counted = adref_text_parse(then, words->str, words->len, NULL, NULL);
  return counted && has_hash(counted, locked) ? g_steal_pointer(&counted) : NULL;
}

static gboolean assemble_again(AdrefAssemblyBase *base, GError **error)
{
  AdrefSessionFiles *files = adref_session_files_of_version(base->session, &base->version, error);
  const AdrefStatement *statement =
      files ? adref_session_facts(files, base->statement->id, error) : NULL;
  g_autoptr(AdrefOutline) outline =
      statement && statement->outline
          ? adref_outline_read(files->source, statement->outline,
                               adref_library_parties(files->library), error)
          : NULL;
  base->again = outline ? adref_assemble(files->library, outline, statement, error) : NULL;
  return base->again != NULL;
}

/* The same words from the templates of the version, which is said; NULL: they are not the same. */
static AdrefNode *words_again(AdrefAssemblyBase *base, const AdrefText *text, const char *locked)
{
  if (!base->again && !assemble_again(base, NULL))
    return NULL;
  const GString *words = g_hash_table_lookup(base->again->texts, text->language);
  g_autofree char *hash = words ? adref_digest_of(words->str, words->len) : NULL;
  if (g_strcmp0(hash, locked) != 0)
    return NULL;
  adref_session_say(base->session,
                    "%s: no version has the text as it was assembled; it was assembled again from "
                    "the templates of version %.8s",
                    text->name, base->version.id);
  return adref_text_parse(text, words->str, words->len, NULL, NULL);
}

static AdrefNode *find_base(AdrefAssemblyBase *base, const AdrefText *text, const char *locked,
                            GError **error)
{
  AdrefNode *document = saved_words(base, text, locked);
  if (!document)
    document = words_again(base, text, locked);
  if (!document)
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s: what was assembled in version %.8s can neither be read nor assembled again, so "
        "draft cannot tell what changed since; go on with adref edit",
        text->name, base->version.id);
  return document;
}

/* --- --take-template and --keep-text --- */

static AdrefNode *find_clause(const AdrefNode *document, const char *name)
{
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    const AdrefClause *facts = clause->as.clause;
    if (g_strcmp0(facts->id, name) == 0 || g_strcmp0(facts->number, name) == 0)
      return clause;
  }
  return NULL;
}

/* The clause of `document` that stands last before `like` in its own document; NULL: none does. */
static AdrefNode *place_of(const AdrefNode *document, const AdrefNode *like)
{
  for (const AdrefNode *before = like->prev; before; before = before->prev) {
    const char *id = before->as.clause->id;
    AdrefNode *same = id ? find_clause(document, id) : NULL;
    if (same)
      return same;
  }
  return NULL;
}

/* Makes a clause of `document` as it is in `model`, or takes it out where that has none. */
static void make_like(AdrefNode *document, const AdrefNode *model, const char *id)
{
  AdrefNode *own = find_clause(document, id);
  const AdrefNode *like = find_clause(model, id);
  AdrefNode *copy = like ? adref_node_copy_tree(like, ADREF_KEPT) : NULL;
  AdrefNode *before = copy && !own ? place_of(document, like) : NULL;
  AdrefNode *next = own ? own : (before ? before->next : document->first);
  if (copy && next)
    adref_node_insert_before(next, copy);
  else if (copy)
    adref_node_append(document, copy);
  adref_node_free(own);
  adref_node_pair_bracket_edges(document);
}

/* `model` takes the place in `document` of each clause that is named. */
static gboolean settle(const AdrefText *text, const GPtrArray *names, AdrefNode *document,
                       const AdrefNode *model, const AdrefNode *other, GError **error)
{
  for (guint i = 0; names && i < names->len; i++) {
    const char *name = names->pdata[i];
    const AdrefNode *clause = find_clause(document, name);
    if (!clause)
      clause = find_clause(model, name);
    if (!clause)
      clause = find_clause(other, name);
    g_autofree char *id = clause ? g_strdup(clause->as.clause->id) : NULL;
    if (!id) {
      adref_error(error, ADREF_ERROR_USAGE,
                  "%s: no clause \"%s\"; adref show lists the ids behind #", text->name, name);
      return FALSE;
    }
    make_like(document, model, id);
  }
  return TRUE;
}

/* --- joining --- */

static gboolean check_saved(const AdrefText *text, GError **error)
{
  const char *paths[] = {text->path, NULL};
  gboolean changed;
  AdrefRepo *repo = adref_session_repo(text->session, error);
  if (!repo || !adref_repo_changed(repo, paths, &changed, error))
    return FALSE;
  if (changed)
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s: edited since it was assembled, and not saved; `adref save` keeps it, then draft "
        "joins it with the templates",
        text->name);
  return !changed;
}

static const char templates_side[] = "the templates";

/* Leaves out what was negotiated and nothing of the templates touches. */
static void keep_those_of_templates(GPtrArray *events)
{
  for (guint i = events->len; i-- > 0;) {
    const AdrefMergeEvent *event = events->pdata[i];
    if (event->sides->len > 0 &&
        !g_ptr_array_find_with_equal_func(event->sides, templates_side, g_str_equal, NULL))
      g_ptr_array_remove_index(events, i);
  }
}

static void say_report(const AdrefText *text, const AdrefMergeReport *report)
{
  keep_those_of_templates(report->events);
  g_autoptr(GString) lines = adref_merge_report_write(report);
  g_auto(GStrv) said = g_strsplit(lines->str, "\n", -1);
  for (char **line = said; *line; line++)
    if (**line)
      adref_session_say(text->session, "%s: %s", text->name, *line);
}

/* Numbers that were frozen since are those of the clauses, and nobody's change. */
static void take_numbers(AdrefNode *base, const AdrefNode *text)
{
  g_autoptr(GHashTable) known = adref_import_clauses_by_id(text);
  for (AdrefNode *clause = base->first; clause; clause = clause->next) {
    AdrefClause *marker = clause->as.clause;
    const AdrefNode *now = marker->id ? g_hash_table_lookup(known, marker->id) : NULL;
    if (now && !marker->frozen)
      marker->frozen = g_strdup(now->as.clause->frozen);
  }
}

static GString *join(const AdrefText *text, const AdrefNode *base, const AdrefNode *ours,
                     const AdrefNode *theirs)
{
  const AdrefParties *parties = adref_text_parties(text);
  AdrefMergeSide sides[] = {{.document = ours, .name = "the text"},
                            {.document = theirs, .name = templates_side}};
  AdrefMergeOptions options = {.language = text->language,
                               .parties = parties ? adref_parties_names(parties) : NULL};
  g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
  g_autoptr(AdrefNode) merged = adref_merge(base, sides, G_N_ELEMENTS(sides), &options, report);
  say_report(text, report);
  return adref_canonical(merged);
}

GString *adref_merge_assembly(AdrefAssemblyBase *base, const AdrefText *text,
                              const GString *assembled, const char *locked,
                              const AdrefMergeAssemblyOptions *options, GError **error)
{
  gsize length;
  const char *source = g_bytes_get_data(text->source, &length);
  g_autoptr(AdrefNode) ours = adref_text_parse(text, source, length, NULL, error);
  g_autoptr(AdrefNode) theirs =
      ours ? adref_text_parse(text, assembled->str, assembled->len, NULL, error) : NULL;
  if (!theirs || !check_saved(text, error))
    return NULL;
  g_autoptr(AdrefNode) then = find_base(base, text, locked, error);
  if (!then || !settle(text, options->take_template, ours, then, theirs, error) ||
      !settle(text, options->keep_text, theirs, then, ours, error))
    return NULL;
  take_numbers(then, ours);
  g_autoptr(GString) joined = join(text, then, ours, theirs);
  g_autoptr(AdrefNode) read = adref_text_parse(text, joined->str, joined->len, NULL, error);
  return read ? adref_canonical(read) : NULL;
}

GString *adref_merge_assembly_redline(const AdrefText *text, const GString *words, GError **error)
{
  AdrefSession *session = text->session;
  g_autoptr(GBytes) new = g_bytes_new(words->str, words->len);
  g_autofree char *new_name = g_strconcat(text->path, " drafted", NULL);
  g_autoptr(AdrefComparison) comparison = adref_comparison_new(
      adref_text_load_bytes(session, session->files, text->path, text->name, text->source),
      adref_text_load_bytes(session, session->files, text->path, text->name, new), text->path,
      new_name, FALSE, error);
  AdrefComparisonOptions options = {.format = "text"};
  AdrefSummaryFilter all = {0};
  if (!comparison)
    return NULL;
  return adref_comparison_differs(comparison, &all)
             ? adref_comparison_write(comparison, &options, error)
             : g_string_new(NULL);
}
