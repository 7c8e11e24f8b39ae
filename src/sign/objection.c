#include "sign/objection.h"

#include <string.h>

#include "base/name.h"
#include "sign/signed_field.h"
#include "sign/signoff_message.h"

static const char format[] = "Format: adref break of silence ";

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
  g_strfreev(objection->clauses);
  g_free(objection->time);
  g_free(objection);
}

GString *adref_objection_write(const AdrefObjection *objection)
{
  GString *out = g_string_new(NULL);
  g_string_printf(out, "%s breaks the silence on ", objection->party);
  guint count = objection->clauses ? g_strv_length(objection->clauses) : 0;
  if (count > 0)
    g_string_append_printf(out, "%u clause%s of ", count, count == 1 ? "" : "s");
  g_string_append_printf(
      out, "%s/%s\n\n%s%d\nStatement: %s\nLabel: %s\nCommit: %s\nSilence: %s\nParty: %s\n",
      objection->statement, objection->label, format, count > 0 ? ADREF_OBJECTION_FORM : 1,
      objection->statement, objection->label, objection->commit, objection->deadline,
      objection->party);
  for (guint i = 0; i < count; i++)
    g_string_append_printf(out, "%s%s%s", i == 0 ? "Clauses: " : ", ", objection->clauses[i],
                           i + 1 == count ? "\n" : "");
  g_string_append_printf(out, "Name: %s\nReason: %s\nTime: %s\n", objection->name,
                         objection->reason, objection->time);
  return out;
}

static gboolean is_time(const char *value)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(value, NULL);
  return time != NULL && adref_signed_field_is_text(value);
}

/* Ids of clauses, each once. */
static gboolean is_clause_list(const char *value)
{
  g_auto(GStrv) ids = g_strsplit(value, ", ", -1);
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (char **id = ids; *id; id++)
    if (!adref_name_is(ADREF_NAME_CLAUSE, *id) || !g_hash_table_add(seen, *id))
      return FALSE;
  return *ids != NULL;
}

/* The lines in their order; a list of clauses stands in form 2 only. */
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
    {"Clauses: ", 0, is_clause_list},
    {"Name: ", G_STRUCT_OFFSET(AdrefObjection, name), adref_signed_field_is_text},
    {"Reason: ", G_STRUCT_OFFSET(AdrefObjection, reason), adref_signed_field_is_reason},
    {"Time: ", G_STRUCT_OFFSET(AdrefObjection, time), is_time},
};

guint adref_objection_form(const char *text, gsize length)
{
  g_autofree char *copy = g_strndup(text, MIN(length, ADREF_SIGNOFF_MESSAGE_LIMIT));
  const char *line = strstr(copy, "\n\nFormat: ");
  const char *number = line ? line + strlen("\n\n") : "";
  if (!g_str_has_prefix(number, format))
    return 0;
  return (guint)MIN(g_ascii_strtoull(number + strlen(format), NULL, 10), G_MAXINT);
}

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
  gboolean whole = adref_objection_form(text, length) < ADREF_OBJECTION_FORM;
  for (gsize i = 0, at = HEAD; i < G_N_ELEMENTS(lines); i++) {
    if (whole && lines[i].allows == is_clause_list)
      continue;
    const char *row = g_strv_length(rows) > at ? rows[at++] : "";
    const char *value = row + strlen(lines[i].key);
    if (!g_str_has_prefix(row, lines[i].key) || !lines[i].allows(value))
      return NULL;
    if (lines[i].allows == is_clause_list)
      objection->clauses = g_strsplit(value, ", ", -1);
    else
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
