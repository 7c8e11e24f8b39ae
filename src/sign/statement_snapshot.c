#include "sign/statement_snapshot.h"

#include <string.h>

#include "base/digest.h"
#include "sign/printed_facts.h"
#include "sign/stated_position.h"

void adref_statement_snapshot_free(AdrefStatementSnapshot *snapshot)
{
  if (!snapshot)
    return;
  g_clear_pointer(&snapshot->texts, g_ptr_array_unref);
  g_clear_pointer(&snapshot->positions, g_ptr_array_unref);
  adref_language_versions_free(snapshot->language_versions);
  g_free(snapshot->rule_text);
  g_free(snapshot->facts);
  g_free(snapshot->facts_hash);
  adref_signing_rule_free(snapshot->rule);
  adref_statement_free(snapshot->statement);
  adref_library_free(snapshot->library);
  adref_file_source_free(snapshot->source);
  g_free(snapshot->problem);
  g_free(snapshot->not_canonical);
  g_free(snapshot);
}

static void add_texts(AdrefStatementSnapshot *snapshot, AdrefSignoffMessage *message)
{
  guint count = snapshot->language_versions->items->len;
  g_autofree AdrefReading **readings = g_new(AdrefReading *, count + 1);
  for (guint i = 0; i < count; i++)
    readings[i] = ((AdrefLanguageVersion *)snapshot->language_versions->items->pdata[i])->reading;
  adref_readings_hash(readings, count);
  for (guint i = 0; i < count; i++) {
    const AdrefLanguageVersion *version = snapshot->language_versions->items->pdata[i];
    const AdrefReadingHashes *hashes = adref_reading_hashes(version->reading);
    adref_signoff_message_add_text(message, version->language, version->role, hashes->bytes,
                                   hashes->printed);
    if (!snapshot->not_canonical && !hashes->is_canonical)
      snapshot->not_canonical = g_strdup(version->path);
  }
}

static gboolean read_all(AdrefStatementSnapshot *snapshot, const char *statement,
                         AdrefReadings *readings, const AdrefLibrary *library, GError **error)
{
  snapshot->library = adref_library_open_like(snapshot->source, library, error);
  if (!snapshot->library)
    return FALSE;
  const AdrefParties *parties = adref_library_parties(snapshot->library);
  snapshot->statement = adref_statement_read(snapshot->source, statement, snapshot->library, error);
  if (snapshot->statement)
    snapshot->rule = adref_signing_rule_read(snapshot->statement, parties, error);
  if (snapshot->rule)
    snapshot->language_versions = adref_language_versions_share(
        snapshot->source, snapshot->library, snapshot->statement, snapshot->rule, readings, error);
  if (!snapshot->language_versions)
    return FALSE;
  for (char **language = snapshot->statement->languages; *language; language++)
    if (!adref_language_versions_find(snapshot->language_versions, *language)) {
      adref_error(error, ADREF_ERROR_NOT_FOUND, "%s/%s.md: there is no text in this language",
                  snapshot->statement->folder, *language);
      return FALSE;
    }
  return TRUE;
}

static gboolean read_positions(AdrefStatementSnapshot *snapshot, GError **error)
{
  snapshot->positions =
      adref_stated_positions_of(snapshot->source, snapshot->language_versions, snapshot->statement,
                                adref_library_parties(snapshot->library), error);
  return snapshot->positions != NULL;
}

AdrefStatementSnapshot *adref_statement_snapshot_share(AdrefFileSource *source,
                                                       const char *statement,
                                                       AdrefReadings *readings,
                                                       const AdrefLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefSignoffMessage) texts = adref_signoff_message_new();
  AdrefStatementSnapshot *snapshot = g_new0(AdrefStatementSnapshot, 1);
  snapshot->source = source;
  if (!read_all(snapshot, statement, readings, library, &error) ||
      !read_positions(snapshot, &error)) {
    snapshot->problem = g_strdup(error->message);
    return snapshot;
  }
  snapshot->rule_text = adref_signing_rule_text(snapshot->rule);
  snapshot->facts = adref_printed_facts_write(
      snapshot->statement, adref_library_parties(snapshot->library), snapshot->rule,
      &snapshot->language_versions->numbering, snapshot->positions);
  snapshot->facts_hash = adref_digest_of(snapshot->facts, strlen(snapshot->facts));
  add_texts(snapshot, texts);
  snapshot->texts = g_ptr_array_ref(texts->texts);
  return snapshot;
}

AdrefStatementSnapshot *adref_statement_snapshot_new(AdrefFileSource *source, const char *statement)
{
  return adref_statement_snapshot_share(source, statement, NULL, NULL);
}

gboolean adref_statement_snapshot_may_sign(const AdrefStatementSnapshot *snapshot,
                                           const char *party)
{
  if (g_strv_contains((const char *const *)snapshot->statement->parties, party))
    return TRUE;
  for (guint i = 0; i < snapshot->rule->items->len; i++) {
    const AdrefSigningCondition *item = snapshot->rule->items->pdata[i];
    if (g_strv_contains((const char *const *)item->parties, party))
      return TRUE;
  }
  return FALSE;
}

char *adref_signed_texts_difference(const GPtrArray *a, const GPtrArray *b, gboolean numbers)
{
  for (guint i = 0; i < MIN(a->len, b->len); i++) {
    const AdrefSignedText *first = a->pdata[i], *second = b->pdata[i];
    if (strcmp(first->language, second->language) != 0)
      return g_strdup_printf("the language %s, where %s stands", first->language, second->language);
    if (first->role != second->role)
      return g_strdup_printf("the role of the text in %s", first->language);
    if (strcmp(first->hash, second->hash) != 0)
      return g_strdup_printf("the text in %s", first->language);
    if (numbers && strcmp(first->printed, second->printed) != 0)
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

char *adref_signed_texts_changed(const GPtrArray *old, const GPtrArray *new)
{
  GString *changed = g_string_new(NULL);
  for (guint i = 0; i < old->len; i++) {
    const AdrefSignedText *before = old->pdata[i], *now = find(new, before->language);
    if (!now || strcmp(before->printed, now->printed) != 0)
      g_string_append_printf(changed, "%s%s", changed->len > 0 ? ", " : "", before->language);
  }
  for (guint i = 0; i < new->len; i++) {
    const AdrefSignedText *now = new->pdata[i];
    if (!find(old, now->language))
      g_string_append_printf(changed, "%s%s", changed->len > 0 ? ", " : "", now->language);
  }
  return g_string_free(changed, FALSE);
}
