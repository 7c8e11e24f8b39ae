#include "work/import/import_origin.h"

#include <string.h>

#include "clause/words.h"
#include "history/label.h"
#include "work/changes/party_changes.h"

enum {
  MAX_DRAFTS = 20,   /* the newest drafts among which the origin of a file is looked for, */
  MAX_VERSIONS = 20, /* and the newest other versions of the text */
  SHORT_ID = 8       /* characters of a version's id that name it */
};

static GHashTable *words_of(const AdrefNode *document)
{
  GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_hash_table_add(words, adref_node_words(clause));
    for (const AdrefNode *block = clause->first; block; block = block->next)
      g_hash_table_add(words, adref_node_words(block));
  }
  return words;
}

/* Paragraphs of the file whose words stand in a text as they are, but for those in `own` (or NULL).
 */
static guint count_shared(const AdrefIncomingText *incoming, const AdrefNode *document,
                          GHashTable *own)
{
  g_autoptr(GHashTable) known = words_of(document);
  guint shared = 0;
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const char *words = ((const AdrefIncomingParagraph *)incoming->paragraphs->pdata[i])->words;
    gboolean counts = !own || !g_hash_table_contains(own, words);
    shared += counts && g_hash_table_contains(known, words) ? 1 : 0;
  }
  return shared;
}

/* Whether a paragraph of the file stands in a draft and not in the text as it is any more, so that
 * the file would take it back if it came from that. */
static gboolean takes_back(const AdrefIncomingText *incoming, const AdrefNode *draft,
                           const AdrefNode *current, GHashTable *own)
{
  g_autoptr(GHashTable) old = words_of(draft), new = words_of(current);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const char *words = ((const AdrefIncomingParagraph *)incoming->paragraphs->pdata[i])->words;
    if (!g_hash_table_contains(own, words) && g_hash_table_contains(old, words) &&
        !g_hash_table_contains(new, words))
      return TRUE;
  }
  return FALSE;
}

/* What stands in one of the texts alone. */
static void add_difference(GHashTable *own, const AdrefText *before, const AdrefText *after)
{
  g_autoptr(GHashTable) old = words_of(before->document), new = words_of(after->document);
  GHashTable *const sides[][2] = {{old, new}, {new, old}};
  for (guint i = 0; i < G_N_ELEMENTS(sides); i++) {
    GHashTableIter iter;
    gpointer words;
    g_hash_table_iter_init(&iter, sides[i][0]);
    while (g_hash_table_iter_next(&iter, &words, NULL))
      if (!g_hash_table_contains(sides[i][1], words))
        g_hash_table_add(own, g_strdup(words));
  }
}

/* A version that a file may have come from. */
typedef struct {
  AdrefVersion version;
  char *name;
  gboolean is_draft;
} Origin;

static void origin_free(gpointer data)
{
  Origin *origin = data;
  g_free(origin->name);
  g_free(origin);
}

static void add_origin(GPtrArray *origins, const AdrefVersion *version, char *name,
                       gboolean is_draft)
{
  Origin *origin = g_new0(Origin, 1);
  origin->version = *version;
  origin->name = name;
  origin->is_draft = is_draft;
  g_ptr_array_add(origins, origin);
}

static gboolean has_version(const GPtrArray *origins, const AdrefVersion *version)
{
  for (guint i = 0; i < origins->len; i++)
    if (strcmp(((const Origin *)origins->pdata[i])->version.id, version->id) == 0)
      return TRUE;
  return FALSE;
}

/* The newest drafts, and behind them the newest versions of the text that are none, each of them
 * the newest first. */
static GPtrArray *list_origins(AdrefSession *session, const AdrefImportInto *into, GError **error)
{
  const GPtrArray *labels = adref_session_labels(session, into->current->statement->id, error);
  g_autoptr(AdrefLog) log =
      labels ? adref_log_new(session->repo, into->current->path, NULL, error) : NULL;
  if (!log)
    return NULL;
  g_autoptr(GPtrArray) origins = g_ptr_array_new_with_free_func(origin_free);
  for (guint i = labels->len; i > 0 && origins->len < MAX_DRAFTS; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    add_origin(origins, &label->version, g_strdup(label->name), TRUE);
  }
  gboolean found = TRUE;
  for (guint n = 0; n < MAX_VERSIONS; n++) {
    if (!adref_log_next(log, &found, error))
      return NULL;
    if (!found)
      break;
    AdrefVersion version = adref_log_version(log);
    if (!has_version(origins, &version))
      add_origin(origins, &version, g_strndup(version.id, SHORT_ID), FALSE);
  }
  return g_steal_pointer(&origins);
}

/* Paragraphs that the party itself has put in or taken out since a version: they do not tell
 * whether a file of that party came from before or after. */
static void find_own(AdrefSession *session, const AdrefImportInto *into, const char *party,
                     const AdrefVersion *from, GHashTable *own)
{
  const char *id = into->current->statement->id, *language = into->file->language;
  AdrefVersion head;
  guint joined = 0;
  if (!adref_repo_resolve(session->repo, id, "HEAD", &head, NULL))
    return;
  g_autoptr(GPtrArray) changes =
      adref_party_changes_find(session, id, party, from, &head, &joined, NULL);
  for (guint i = 0; changes && i < changes->len; i++) {
    const AdrefPartyChange *change = changes->pdata[i];
    g_autoptr(AdrefText) before = adref_text_open_at(session, id, &change->from, language, NULL);
    g_autoptr(AdrefText) after = adref_text_open_at(session, id, &change->to, language, NULL);
    if (before && after)
      add_difference(own, before, after);
  }
}

/* The same since the oldest draft and the oldest version among the origins. */
static GHashTable *find_own_of_all(AdrefSession *session, const AdrefImportInto *into,
                                   const char *party, const GPtrArray *origins)
{
  GHashTable *own = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  const Origin *draft = NULL, *version = NULL;
  for (guint i = 0; i < origins->len; i++) {
    const Origin *origin = origins->pdata[i];
    *(origin->is_draft ? &draft : &version) = origin;
  }
  if (party && draft)
    find_own(session, into, party, &draft->version, own);
  if (party && version)
    find_own(session, into, party, &version->version, own);
  return own;
}

AdrefText *adref_import_origin_version(AdrefSession *session, AdrefImportInto *into,
                                       const AdrefImportOptions *options, GError **error)
{
  const char *id = into->current->statement->id;
  if (options->base) {
    into->base = g_strdup(options->base);
    return adref_text_open_version(session, id, options->base, into->file->language, error);
  }
  g_autoptr(GPtrArray) origins = list_origins(session, into, error);
  if (!origins)
    return NULL;
  g_autoptr(GHashTable) own = find_own_of_all(session, into, options->party, origins);
  guint best = count_shared(into->file->text, into->current->document, own);
  AdrefText *base = NULL;
  for (guint i = 0; i < origins->len; i++) {
    const Origin *origin = origins->pdata[i];
    g_autoptr(AdrefText) text =
        adref_text_open_at(session, id, &origin->version, into->file->language, NULL);
    guint shared = text ? count_shared(into->file->text, text->document, own) : 0;
    gboolean equal = shared == best && text && !base && origin->is_draft &&
                     takes_back(into->file->text, text->document, into->current->document, own);
    if (shared <= best && !equal)
      continue;
    best = shared;
    adref_text_free(base);
    base = g_steal_pointer(&text);
    g_free(into->base);
    into->base = g_strdup(origin->name);
  }
  if (base)
    return base;
  into->base = g_strdup(ADREF_VERSION_WORK);
  return adref_text_open_statement(session, into->current->statement, into->file->language, error);
}

const char *adref_import_origin_language(AdrefSession *session, const AdrefStatement *statement,
                                         const AdrefImportFile *file)
{
  const char *found = NULL;
  guint most = 0;
  for (char **language = statement->languages; *language; language++) {
    g_autoptr(AdrefText) text = adref_import_has_text(session, statement, *language)
                                    ? adref_text_open_statement(session, statement, *language, NULL)
                                    : NULL;
    guint shared = text ? count_shared(file->text, text->document, NULL) : 0;
    if (shared > most) {
      most = shared;
      found = *language;
    }
  }
  return found;
}
