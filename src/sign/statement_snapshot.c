#include "sign/statement_snapshot.h"

#include <string.h>

#include "base/digest.h"
#include "clause/canonical.h"

void adref_evidence_free(AdrefEvidence *evidence)
{
  if (!evidence)
    return;
  g_clear_pointer(&evidence->texts, g_ptr_array_unref);
  adref_instrument_free(evidence->instrument);
  g_free(evidence->rule_text);
  adref_rule_free(evidence->rule);
  adref_statement_free(evidence->statement);
  adref_library_free(evidence->library);
  adref_file_source_free(evidence->source);
  g_free(evidence->problem);
  g_free(evidence->untidy);
  g_free(evidence);
}

static void add_text(AdrefEvidence *evidence, AdrefMessage *texts, const AdrefRendition *rendition)
{
  gsize length;
  const char *bytes = g_bytes_get_data(rendition->bytes, &length);
  g_autofree char *hash = adref_digest_of(bytes, length);
  g_autofree char *printed = adref_text_hash(rendition->document);
  g_autoptr(GString) canonical = adref_canonical(rendition->document);
  adref_message_add_text(texts, rendition->language, rendition->standing, hash, printed);
  if (!evidence->untidy && (canonical->len != length || memcmp(canonical->str, bytes, length) != 0))
    evidence->untidy = g_strdup(rendition->path);
}

static gboolean read_all(AdrefEvidence *evidence, const char *statement, GError **error)
{
  evidence->library = adref_library_open(evidence->source, error);
  if (!evidence->library)
    return FALSE;
  const AdrefParties *parties = adref_library_parties(evidence->library);
  evidence->statement = adref_statement_read(evidence->source, statement, evidence->library, error);
  if (evidence->statement)
    evidence->rule = adref_rule_read(evidence->statement, parties, error);
  if (evidence->rule)
    evidence->instrument = adref_instrument_read(evidence->source, evidence->library,
                                                 evidence->statement, evidence->rule, error);
  if (!evidence->instrument)
    return FALSE;
  for (char **language = evidence->statement->languages; *language; language++)
    if (!adref_instrument_rendition(evidence->instrument, *language)) {
      adref_error(error, ADREF_ERROR_NOT_FOUND, "%s/%s.md: there is no text in this language",
                  evidence->statement->folder, *language);
      return FALSE;
    }
  return TRUE;
}

AdrefEvidence *adref_evidence_new(AdrefFileSource *source, const char *statement)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefMessage) texts = adref_message_new();
  AdrefEvidence *evidence = g_new0(AdrefEvidence, 1);
  evidence->source = source;
  if (!read_all(evidence, statement, &error)) {
    evidence->problem = g_strdup(error->message);
    return evidence;
  }
  evidence->rule_text = adref_rule_text(evidence->rule);
  for (guint i = 0; i < evidence->instrument->renditions->len; i++)
    add_text(evidence, texts, evidence->instrument->renditions->pdata[i]);
  evidence->texts = g_ptr_array_ref(texts->texts);
  return evidence;
}

gboolean adref_evidence_may_sign(const AdrefEvidence *evidence, const char *party)
{
  if (g_strv_contains((const char *const *)evidence->statement->parties, party))
    return TRUE;
  for (guint i = 0; i < evidence->rule->items->len; i++) {
    const AdrefRuleItem *item = evidence->rule->items->pdata[i];
    if (g_strv_contains((const char *const *)item->parties, party))
      return TRUE;
  }
  return FALSE;
}

char *adref_texts_difference(const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < MIN(a->len, b->len); i++) {
    const AdrefSignedText *first = a->pdata[i], *second = b->pdata[i];
    if (strcmp(first->language, second->language) != 0)
      return g_strdup_printf("the language %s, where %s stands", first->language, second->language);
    if (first->standing != second->standing)
      return g_strdup_printf("the role of the text in %s", first->language);
    if (strcmp(first->hash, second->hash) != 0)
      return g_strdup_printf("the text in %s", first->language);
    if (strcmp(first->printed, second->printed) != 0)
      return g_strdup_printf("the numbers of the text in %s", first->language);
  }
  return a->len == b->len ? NULL : g_strdup("the list of languages");
}

static const AdrefSignedText *find(const GPtrArray *texts, const char *language)
{
  for (guint i = 0; i < texts->len; i++) {
    const AdrefSignedText *text = texts->pdata[i];
    if (strcmp(text->language, language) == 0)
      return text;
  }
  return NULL;
}

char *adref_texts_changed(const GPtrArray *old, const GPtrArray *new)
{
  GString *changed = g_string_new(NULL);
  for (guint i = 0; i < old->len; i++) {
    const AdrefSignedText *was = old->pdata[i], *is = find(new, was->language);
    if (!is || strcmp(was->printed, is->printed) != 0)
      g_string_append_printf(changed, "%s%s", changed->len > 0 ? ", " : "", was->language);
  }
  for (guint i = 0; i < new->len; i++) {
    const AdrefSignedText *is = new->pdata[i];
    if (!find(old, is->language))
      g_string_append_printf(changed, "%s%s", changed->len > 0 ? ", " : "", is->language);
  }
  return g_string_free(changed, FALSE);
}
