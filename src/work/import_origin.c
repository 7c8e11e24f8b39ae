#include "work/import_origin.h"

#include <string.h>

#include "clause/words.h"
#include "history/label.h"
#include "work/party_changes.h"

enum {
  MAX_DRAFTS = 20 /* the newest drafts among which the origin of a file is looked for */
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

/* Paragraphs that the party itself has put in or taken out since a draft: they do not tell whether
 * a file of that party came from before or after. */
static GHashTable *find_own(AdrefSession *session, const AdrefImportInto *into, const char *party,
                            const AdrefLabel *draft)
{
  const char *id = into->current->statement->id, *language = into->file->language;
  GHashTable *own = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  AdrefVersion head;
  guint joined = 0;
  if (!party || !draft || !adref_repo_resolve(session->repo, id, "HEAD", &head, NULL))
    return own;
  g_autoptr(GPtrArray) changes =
      adref_party_changes_find(session, id, party, &draft->version, &head, &joined, NULL);
  for (guint i = 0; changes && i < changes->len; i++) {
    const AdrefPartyChange *change = changes->pdata[i];
    g_autoptr(AdrefText) before = adref_text_open_at(session, id, &change->from, language, NULL);
    g_autoptr(AdrefText) after = adref_text_open_at(session, id, &change->to, language, NULL);
    if (before && after)
      add_difference(own, before, after);
  }
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
  const GPtrArray *labels = adref_session_labels(session, id, error);
  if (!labels)
    return NULL;
  guint oldest = labels->len > MAX_DRAFTS ? labels->len - MAX_DRAFTS : 0;
  const AdrefLabel *first = labels->len > 0 ? labels->pdata[oldest] : NULL;
  g_autoptr(GHashTable) own = find_own(session, into, options->party, first);
  guint best = count_shared(into->file->text, into->current->document, own);
  AdrefText *base = NULL;
  for (guint i = labels->len; i > oldest; i--) {
    const AdrefLabel *label = labels->pdata[i - 1];
    g_autoptr(AdrefText) draft =
        adref_text_open_at(session, id, &label->version, into->file->language, NULL);
    guint shared = draft ? count_shared(into->file->text, draft->document, own) : 0;
    gboolean equal = shared == best && draft && !base &&
                     takes_back(into->file->text, draft->document, into->current->document, own);
    if (shared <= best && !equal)
      continue;
    best = shared;
    adref_text_free(base);
    base = g_steal_pointer(&draft);
    g_free(into->base);
    into->base = g_strdup(label->name);
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
