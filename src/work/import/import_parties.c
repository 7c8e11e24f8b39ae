#include "work/import/import_parties.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/node_copy.h"
#include "clause/text/heading_ids.h"
#include "work/export/sent_word.h"
#include "work/follow_items.h"
#include "work/import/import_origin.h"
#include "work/import/own_words.h"
#include "work/import/returned_base.h"
#include "work/import/returned_changes.h"

/* --- the version that the file came from --- */

static gboolean is_same_text(const AdrefText *a, const AdrefText *b)
{
  if (g_bytes_equal(a->source, b->source))
    return TRUE;
  g_autoptr(GString) first = adref_canonical(a->document), second = adref_canonical(b->document);
  return g_string_equal(first, second);
}

AdrefText *adref_import_parties_base(AdrefSession *session, AdrefImportInto *into,
                                     const AdrefImportOptions *options, GError **error)
{
  g_autoptr(GError) failed = NULL;
  g_autofree char *name = NULL;
  g_autoptr(AdrefText) base =
      adref_returned_base(session, into->current->statement, into->file, options, &name, &failed);
  if (failed) {
    g_propagate_error(error, g_steal_pointer(&failed));
    return NULL;
  }
  if (!base && adref_import_file_need_text(session, into->file, error))
    base = adref_import_origin_version(session, into, options, error);
  if (!base)
    return NULL;
  gboolean is_whole = adref_sent_word_is_whole(into->file->docx);
  gboolean is_current = is_whole && is_same_text(base, into->current);
  if (name || !into->base) {
    g_free(into->base);
    into->base = is_current ? g_strdup(ADREF_VERSION_WORK) : g_steal_pointer(&name);
  }
  return g_steal_pointer(&base);
}

/* --- one party after the other --- */

/* The clauses of the file with the changes of the parties up to each one. */
static GPtrArray *read_all(AdrefImportInto *into, AdrefReturnedWord *word, const AdrefText *base,
                           const AdrefIncomingText *decided, GError **error)
{
  guint count = adref_returned_word_parties(word)->len;
  AdrefText *current = into->current;
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)adref_text_free);
  for (guint i = 0; i < count; i++) {
    const AdrefText *before = i > 0 ? all->pdata[i - 1] : base;
    g_autoptr(GHashTable) taken = adref_clause_ids(current->document);
    if (!adref_returned_word_choose(word, 0, i, error))
      return NULL;
    AdrefNode *theirs =
        adref_import_into_clauses(into->file, before, current, taken, decided, error);
    if (!theirs)
      return NULL;
    g_ptr_array_add(all, adref_text_with_document(base, theirs));
  }
  return g_steal_pointer(&all);
}

static AdrefImportInto *add_later(AdrefImportInto *into, const char *party, AdrefText *current)
{
  AdrefImportInto *later = adref_import_into_new(into->file);
  later->is_later = TRUE;
  later->party = g_strdup(party);
  later->base = g_strdup(into->base);
  later->current = current;
  g_ptr_array_add(into->later, later);
  return later;
}

/* Headings get ids, and references follow, before the next party changes the text. */
static void settle(AdrefImportInto *step)
{
  const AdrefText *current = step->current;
  if (strcmp(current->language, current->statement->languages[0]) == 0)
    adref_heading_ids_give(step->document, NULL);
  adref_follow_items_in(current, step->document);
}

static gboolean compare_all(AdrefImportInto *into, const GPtrArray *parties, const GPtrArray *texts,
                            const AdrefText *base, GError **error)
{
  const AdrefText *last = texts->pdata[texts->len - 1];
  AdrefImportInto *step = into;
  for (guint i = 0; i < parties->len; i++) {
    const AdrefText *theirs = texts->pdata[i], *before = i > 0 ? texts->pdata[i - 1] : base;
    if (i > 0)
      step = add_later(into, parties->pdata[i],
                       adref_text_with_document(step->current,
                                                adref_node_copy_tree(step->document, ADREF_KEPT)));
    step->final = last->document;
    g_autoptr(AdrefNode) result =
        adref_returned_changes_make(step, before->document, theirs->document, step->party);
    step->final = NULL;
    if (!adref_import_into_take(step, result, error))
      return FALSE;
    settle(step);
  }
  return TRUE;
}

/* A table is of the file with the changes of all parties. */
static gboolean read_map(AdrefImportInto *into, AdrefReturnedWord *word, const AdrefText *base,
                         guint nth, const AdrefImportOptions *options, AdrefIncomingText **decided,
                         GError **error)
{
  if (!options->map)
    return TRUE;
  guint count = adref_returned_word_parties(word)->len;
  if (!adref_returned_word_choose(word, 0, count - 1, error) ||
      !adref_import_into_decide(into, base, nth, options, error))
    return FALSE;
  *decided = g_steal_pointer(&into->file->text);
  return TRUE;
}

gboolean adref_import_parties_compare(AdrefImportInto *into, AdrefReturnedWord *word,
                                      const AdrefText *base, guint nth,
                                      const AdrefImportOptions *options, GError **error)
{
  const GPtrArray *parties = adref_returned_word_parties(word);
  AdrefIncomingText *decided = NULL;
  g_autoptr(GPtrArray) texts = read_map(into, word, base, nth, options, &decided, error)
                                   ? read_all(into, word, base, decided, error)
                                   : NULL;
  adref_incoming_text_free(decided);
  if (!texts)
    return FALSE;
  into->later = g_ptr_array_new_with_free_func((GDestroyNotify)adref_import_into_free);
  if (!compare_all(into, parties, texts, base, error))
    return FALSE;
  adref_own_words_say(into->current->session, into->current, base, into->base,
                      ((const AdrefText *)texts->pdata[0])->document, options->party,
                      into->file->name);
  return TRUE;
}
