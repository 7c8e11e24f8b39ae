#include "view/json/json_log.h"

#include <jansson.h>

#include "view/json/json.h"
#include "view/json/json_list.h"

static json_t *counts_json(const AdrefRedlineCounts *counts)
{
  return json_pack("{s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i}", "words_inserted",
                   counts->words_inserted, "words_deleted", counts->words_deleted, "added",
                   counts->added, "deleted", counts->deleted, "modified", counts->modified,
                   "editorial", counts->editorial, "moved", counts->moved, "split", counts->split,
                   "joined", counts->joined, "brackets",
                   (int)counts->brackets_new - (int)counts->brackets_old);
}

GString *adref_json_log_entry(const AdrefLogEntry *entry, const char *time,
                              const AdrefRedlineCounts *counts, const GPtrArray *facts)
{
  json_t *json = json_pack(
      "{s:s, s:s, s:s, s:s, s:s?, s:s, s:s, s:o, s:o}", "version", entry->version.id, "author",
      entry->author.name, "email", entry->author.email, "time", time, "party",
      adref_log_entry_trailer(entry, "Party"), "subject", entry->subject, "body", entry->body,
      "trailers", adref_json_strings(entry->trailers), "labels", adref_json_strings(entry->labels));
  if (counts)
    json_object_set_new(json, "changes", counts_json(counts));
  if (facts && facts->len > 0)
    json_object_set_new(json, "facts", adref_json_facts(facts));
  g_autoptr(GString) text = adref_json_text(json);
  GString *member = g_string_new(NULL);
  g_string_truncate(text, text->len - 1);
  for (const char *p = text->str; *p; p++) {
    g_string_append_c(member, *p);
    if (*p == '\n')
      g_string_append(member, "  ");
  }
  return member;
}
