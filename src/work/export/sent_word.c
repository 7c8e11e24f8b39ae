#include "work/export/sent_word.h"

#include <string.h>

#include "view/contents.h"
#include "view/docx/docx.h"
#include "work/export/alternat_copy.h"
#include "work/export/noted_text.h"
#include "work/export/pdf_options.h"
#include "work/text_role.h"

static void free_clause(gpointer data)
{
  AdrefDocxSent *sent = data;
  g_free(sent->number);
  g_free(sent->words);
  g_free(sent);
}

void adref_sent_word_clear(AdrefSentWord *sent)
{
  g_clear_pointer(&sent->clauses, g_hash_table_unref);
  g_clear_pointer(&sent->notes, g_hash_table_unref);
  adref_docx_reading_free(sent->reading);
  adref_docx_file_free(sent->file);
  adref_node_free(sent->document);
  g_free(sent->role);
}

gboolean adref_sent_word_is_whole(const AdrefDocxFile *returned)
{
  return !adref_docx_file_property(returned, "adref.part") &&
         !adref_docx_file_property(returned, "adref.preferred");
}

static AdrefView view_of(const AdrefDocxFile *returned)
{
  const char *view = adref_docx_file_property(returned, "adref.view");
  return g_strcmp0(view, "public") == 0  ? ADREF_VIEW_PUBLIC
         : g_strcmp0(view, "clean") == 0 ? ADREF_VIEW_CLEAN
                                         : ADREF_VIEW_NEGOTIATING;
}

/* The code of the party whose alternat the file is, by its name; NULL: it is none. */
static const char *first_party(const AdrefDocxFile *returned, const AdrefText *base)
{
  const char *name = adref_docx_file_property(returned, "adref.alternat");
  for (char **code = base->statement ? base->statement->parties : NULL; name && code && *code;
       code++) {
    const AdrefParty *party = adref_parties_get(adref_text_parties(base), *code);
    g_autofree char *said = party ? adref_party_page_short(party, base->language) : g_strdup(*code);
    if (strcmp(name, said) == 0)
      return *code;
  }
  return NULL;
}

/* A copy for signature, as the file says that it is one. */
static gboolean make_copy(AdrefAlternatCopy *copy, const AdrefDocxFile *returned,
                          const AdrefText *base, const AdrefPageWords *words, GError **error)
{
  gboolean has_parties = base->statement && base->statement->parties && *base->statement->parties;
  return !has_parties || !adref_docx_file_property(returned, "adref.signatures") ||
         adref_alternat_copy_make(copy, base->document, base->name, base->statement,
                                  adref_text_parties(base), base->language, words,
                                  first_party(returned, base), error);
}

static GBytes *write_again(AdrefSentWord *sent, const AdrefDocxFile *returned,
                           const AdrefText *base, AdrefViewOptions *options, GError **error)
{
  g_auto(AdrefAlternatCopy) copy = {0};
  g_autofree char *role = NULL;
  g_autoptr(AdrefPageWords) words = NULL;
  if (!adref_text_page_words(base, &words, error) ||
      !make_copy(&copy, returned, base, words, error) ||
      !adref_text_role(base, words, &role, error))
    return NULL;
  const AdrefNode *document = copy.document ? copy.document : base->document;
  gboolean is_agreed = !adref_docx_file_property(returned, "adref.preferred");
  if (is_agreed && !adref_noted_text(base, document, options->view, &sent->document, error))
    return NULL;
  if (!is_agreed) {
    g_free(role);
    role = g_strdup(adref_docx_file_property(returned, "adref.role"));
    options->is_not_agreed = TRUE;
  }
  if (!sent->document)
    sent->document = g_steal_pointer(&copy.document);
  g_autofree char *occasion = adref_text_occasion(base);
  g_autoptr(GHashTable) names = adref_text_party_names(base);
  AdrefPdfOptions pdf_options = {.marking = adref_docx_file_property(returned, "adref.marking")};
  AdrefPageOptions page_options = adref_pdf_options_page(&pdf_options, base);
  options->words = words;
  options->occasion = occasion;
  options->names = names;
  options->role = role;
  sent->role = g_strdup(role);
  options->copy = copy.party;
  options->signatories = (const char *const *)copy.signatories;
  GString *bytes = adref_docx_write(sent->document ? sent->document : base->document, options,
                                    &page_options, NULL, error);
  return bytes ? g_string_free_to_bytes(bytes) : NULL;
}

/* The clauses by the bookmarks that the export gave them. */
static void list_clauses(AdrefSentWord *sent, const AdrefNode *document, AdrefView view)
{
  g_autoptr(AdrefContents) contents = adref_contents_new(document, view == ADREF_VIEW_NEGOTIATING);
  g_autoptr(GHashTable) words = adref_docx_reading_words(sent->reading);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_autofree char *bookmark = adref_docx_bookmark(adref_contents_anchor(contents, clause));
    const char *own = g_hash_table_lookup(words, bookmark);
    AdrefDocxSent *one = g_new0(AdrefDocxSent, 1);
    one->clause = clause;
    one->number = adref_view_number(clause, view);
    one->words = g_strdup(own ? own : "");
    g_hash_table_replace(sent->clauses, g_steal_pointer(&bookmark), one);
  }
}

void adref_sent_word_add(AdrefSentWord *sent, const char *bookmark, const AdrefNode *clause)
{
  AdrefDocxSent *one = g_new0(AdrefDocxSent, 1);
  one->clause = clause;
  one->words = g_strdup("");
  g_hash_table_replace(sent->clauses, g_strdup(bookmark), one);
}

gboolean adref_sent_word_make(AdrefSentWord *sent, const AdrefDocxFile *returned,
                              const AdrefText *base, GError **error)
{
  AdrefViewOptions options = {.view = view_of(returned),
                              .language = base->language,
                              .house = base->house,
                              .is_read_at_once = TRUE,
                              .version = adref_docx_file_property(returned, "adref.version"),
                              .hash = adref_docx_file_property(returned, "adref.content"),
                              .parallel_hash =
                                  adref_docx_file_property(returned, "adref.beside-content"),
                              .part = adref_docx_file_property(returned, "adref.part")};
  const char *footer = adref_docx_file_property(returned, "adref.footer");
  if (footer)
    adref_footer_parse(footer, &options.footer);
  g_autoptr(GBytes) bytes = write_again(sent, returned, base, &options, error);
  if (!bytes)
    return FALSE;
  sent->file = adref_docx_read(bytes, base->name, error);
  if (!sent->file)
    return FALSE;
  sent->reading = adref_docx_reading_new(sent->file, FALSE, ADREF_DOCX_RETURNED);
  sent->clauses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_clause);
  sent->notes = g_hash_table_new(g_str_hash, g_str_equal);
  list_clauses(sent, base->document, options.view);
  for (guint i = 0; i < sent->file->comments->len; i++)
    g_hash_table_add(sent->notes, g_array_index(sent->file->comments, AdrefDocxComment, i).words);
  return TRUE;
}
