#include "work/import/sent_plain.h"

#include "clause/markdown/canonical.h"
#include "clause/node_copy.h"
#include "view/terminal/terminal.h"

AdrefImportFile *adref_sent_plain_read(const AdrefText *base, const AdrefImportFile *returned,
                                       AdrefView view, guint width)
{
  AdrefViewOptions page = {.view = view, .language = base->language, .house = base->house};
  g_autoptr(GString) text = adref_terminal_write(base->document, &page, width, FALSE);
  AdrefIncomingOptions options = {.name = returned->name,
                                  .format = returned->format,
                                  .parties = adref_parties_names(adref_text_parties(base)),
                                  .language = returned->language};
  AdrefIncomingText *read = adref_incoming_read(text->str, text->len, &options, NULL, NULL);
  if (!read)
    return NULL;
  AdrefImportFile *file = adref_import_file_new(returned->name);
  file->format = returned->format;
  file->language = g_strdup(returned->language);
  file->text = read;
  return file;
}

void adref_sent_plain_keep(AdrefNode *theirs, const AdrefNode *sent, const AdrefNode *base)
{
  g_autoptr(GHashTable) known = adref_import_clauses_by_id(sent),
                        originals = adref_import_clauses_by_id(base);
  for (AdrefNode *clause = theirs->first, *next; clause; clause = next) {
    const char *id = clause->as.clause->id;
    const AdrefNode *twin = id ? g_hash_table_lookup(known, id) : NULL;
    const AdrefNode *original = id ? g_hash_table_lookup(originals, id) : NULL;
    next = clause->next;
    if (!twin || clause->as.clause->kind == ADREF_TITLE)
      continue;
    g_autoptr(GString) own = adref_canonical_clause(clause), other = adref_canonical_clause(twin);
    if (!g_string_equal(own, other))
      continue;
    AdrefNode *copy = original ? adref_node_copy_tree(original, ADREF_KEPT) : NULL;
    if (copy) {
      copy->line = clause->line;
      adref_node_insert_before(clause, copy);
    }
    adref_node_unlink(clause);
    adref_node_free(clause);
  }
}
