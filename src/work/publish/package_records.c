#include "work/publish/package_records.h"

#include <string.h>

#include "history/deadline.h"
#include "history/tag.h"
#include "history/version_source.h"
#include "sign/adoption.h"
#include "sign/bytes.h"
#include "sign/party_record.h"

/* What is the same of an act in each copy of its record. Caller frees. */
static char *key_of(const AdrefPartyAct *act)
{
  g_autofree char *first = adref_adoption_act_first(act);
  return g_strdup_printf("%s %s %u %s", adref_party_act_word(act->type), act->time, act->items->len,
                         first);
}

/* The keys of the acts of a party in the package; empty: it has no record of the party. */
static GHashTable *keys_in_package(const GPtrArray *members, const char *party)
{
  GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *path = g_strdup_printf("records/%s.yaml", party);
  GBytes *bytes = adref_archive_members_get(members, path);
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  g_autoptr(AdrefPartyRecord) record =
      text ? adref_party_record_read(text, length, party, path, NULL) : NULL;
  for (guint i = 0; record && i < record->acts->len; i++)
    g_hash_table_add(keys, key_of(record->acts->pdata[i]));
  return keys;
}

static gboolean is_later(const AdrefPartyAct *act, const char *time)
{
  g_autoptr(GDateTime) made = g_date_time_new_from_iso8601(act->time, NULL);
  g_autoptr(GDateTime) end = time ? g_date_time_new_from_iso8601(time, NULL) : NULL;
  return made && end && g_date_time_compare(made, end) > 0;
}

static void compare(AdrefPackage *package, const GPtrArray *members, const AdrefPartyRecord *record)
{
  const char *end = package->issue ? package->issue->time : NULL;
  g_autoptr(GHashTable) keys = keys_in_package(members, record->party);
  for (guint i = 0; i < record->acts->len; i++) {
    const AdrefPartyAct *act = record->acts->pdata[i];
    g_autofree char *key = key_of(act);
    if (!is_later(act, end) && !g_hash_table_contains(keys, key))
      g_ptr_array_add(package->problems,
                      g_strdup_printf("the record of %s here has an act that the package does not "
                                      "have: %s, %.16s; ask who recorded the adoption",
                                      record->party, adref_party_act_word(act->type), act->time));
  }
}

static gboolean is_listed(const AdrefAdoption *adoption, const char *party)
{
  for (guint i = 0; i < adoption->breaks->len; i++)
    if (strcmp(((const AdrefAdoptionBreak *)adoption->breaks->pdata[i])->party, party) == 0)
      return TRUE;
  return FALSE;
}

/* Whether an objection says that it is of after the deadline. */
static gboolean is_too_late(const AdrefTag *tag, const AdrefDeadline *deadline)
{
  g_autofree char *text = tag->bytes ? adref_bytes_text(tag->bytes) : NULL;
  const char *line = text ? strstr(text, "\nTime: ") : NULL;
  g_autofree char *time =
      line ? g_strndup(line + strlen("\nTime: "), strcspn(line + strlen("\nTime: "), "\n")) : NULL;
  g_autoptr(GDateTime) made = time ? g_date_time_new_from_iso8601(time, NULL) : NULL;
  return made && deadline && g_date_time_to_unix(made) > deadline->time;
}

/* Objections to the draft that are known here. */
static void compare_breaks(AdrefPackage *package, AdrefRepo *repo)
{
  const AdrefAdoption *adoption = package->adoption;
  if (!adoption->silence)
    return;
  const AdrefSignoffMessage *message = adoption->message;
  g_autofree char *folder =
      g_strdup_printf("refs/tags/silence/%s/%s/", message->statement, message->label);
  g_autoptr(AdrefDeadline) deadline = adref_deadline_parse(adoption->silence);
  g_autoptr(GPtrArray) tags = adref_repo_tags(repo, folder, NULL);
  for (guint i = 0; tags && i < tags->len; i++) {
    const AdrefTag *tag = tags->pdata[i];
    if (!is_listed(adoption, tag->name) && !is_too_late(tag, deadline))
      g_ptr_array_add(package->problems,
                      g_strdup_printf("an objection of %s is known here (silence/%s/%s/%s), and "
                                      "the package does not name it; ask who recorded the adoption",
                                      tag->name, message->statement, message->label, tag->name));
  }
}

void adref_package_records_compare(AdrefPackage *package, const GPtrArray *members, AdrefRepo *repo)
{
  AdrefVersion head;
  const char *statement = package->adoption ? package->adoption->message->statement : NULL;
  if (!repo || !statement || !adref_repo_resolve(repo, NULL, "HEAD", &head, NULL))
    return;
  compare_breaks(package, repo);
  g_autofree char *folder = g_strconcat("statements/", statement, NULL);
  g_autoptr(AdrefFileSource) source = adref_version_source_new(repo, &head, NULL);
  g_autoptr(GHashTable) records = source ? adref_party_records_read(source, folder, NULL) : NULL;
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  GHashTableIter iter;
  gpointer record;
  if (!records)
    return;
  g_hash_table_iter_init(&iter, records);
  while (g_hash_table_iter_next(&iter, NULL, &record))
    g_ptr_array_add(all, record);
  g_ptr_array_sort(all, adref_party_record_compare);
  for (guint i = 0; i < all->len; i++) {
    const AdrefPartyRecord *one = all->pdata[i];
    if (one->statement && strcmp(one->statement, statement) == 0)
      compare(package, members, one);
  }
}
