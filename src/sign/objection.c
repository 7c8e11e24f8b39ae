#include "sign/objection.h"

#include <string.h>

#include "sign/signed_field.h"
#include "sign/signoff_message.h"

static const char format[] = "adref break of silence 1";

AdrefObjection *adref_objection_new(void)
{
  return g_new0(AdrefObjection, 1);
}

void adref_objection_free(AdrefObjection *objection)
{
  if (!objection)
    return;
  g_free(objection->statement);
  g_free(objection->label);
  g_free(objection->commit);
  g_free(objection->deadline);
  g_free(objection->party);
  g_free(objection->name);
  g_free(objection->reason);
  g_free(objection->time);
  g_free(objection);
}

GString *adref_objection_write(const AdrefObjection *objection)
{
  GString *out = g_string_new(NULL);
  g_string_printf(out,
                  "%s breaks the silence on %s/%s\n\nFormat: %s\nStatement: %s\nLabel: %s\n"
                  "Commit: %s\nSilence: %s\nParty: %s\nName: %s\nReason: %s\nTime: %s\n",
                  objection->party, objection->statement, objection->label, format,
                  objection->statement, objection->label, objection->commit, objection->deadline,
                  objection->party, objection->name, objection->reason, objection->time);
  return out;
}

static gboolean is_time(const char *value)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(value, NULL);
  return time != NULL && adref_signed_field_is_text(value);
}

static const struct {
  const char *key;
  gsize offset; /* of the char * in AdrefObjection */
  gboolean (*allows)(const char *value);
} lines[] = {
    {"Statement: ", G_STRUCT_OFFSET(AdrefObjection, statement), adref_signed_field_is_statement},
    {"Label: ", G_STRUCT_OFFSET(AdrefObjection, label), adref_signed_field_is_label},
    {"Commit: ", G_STRUCT_OFFSET(AdrefObjection, commit), adref_signed_field_is_commit},
    {"Silence: ", G_STRUCT_OFFSET(AdrefObjection, deadline), adref_signed_field_is_deadline},
    {"Party: ", G_STRUCT_OFFSET(AdrefObjection, party), adref_signed_field_is_party},
    {"Name: ", G_STRUCT_OFFSET(AdrefObjection, name), adref_signed_field_is_text},
    {"Reason: ", G_STRUCT_OFFSET(AdrefObjection, reason), adref_signed_field_is_reason},
    {"Time: ", G_STRUCT_OFFSET(AdrefObjection, time), is_time},
};

AdrefObjection *adref_objection_read(const char *text, gsize length)
{
  enum {
    HEAD = 3 /* lines of the message before the first one of the table */
  };
  if (length > ADREF_SIGNOFF_MESSAGE_LIMIT)
    return NULL;
  g_autofree char *copy = g_strndup(text, length);
  g_auto(GStrv) rows = g_strsplit(copy, "\n", HEAD + G_N_ELEMENTS(lines) + 2);
  g_autoptr(AdrefObjection) objection = adref_objection_new();
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    const char *row = g_strv_length(rows) > HEAD + i ? rows[HEAD + i] : "";
    const char *value = row + strlen(lines[i].key);
    if (!g_str_has_prefix(row, lines[i].key) || !lines[i].allows(value))
      return NULL;
    G_STRUCT_MEMBER(char *, objection, lines[i].offset) = g_strdup(value);
  }
  g_autoptr(GString) again = adref_objection_write(objection);
  gboolean same = again->len == length && memcmp(again->str, text, length) == 0;
  return same ? g_steal_pointer(&objection) : NULL;
}

char *adref_objection_tag_name(const char *statement, const char *label, const char *party)
{
  return g_strdup_printf("silence/%s/%s/%s", statement, label, party);
}
