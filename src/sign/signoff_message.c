#include "sign/signoff_message.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "sign/signed_field.h"

static const char format_key[] = "Format: adref sign-off ";

static void text_free(gpointer data)
{
  AdrefSignedText *text = data;
  g_free(text->language);
  g_free(text->hash);
  g_free(text->printed);
  g_free(text);
}

AdrefSignoffMessage *adref_signoff_message_new(void)
{
  AdrefSignoffMessage *message = g_new0(AdrefSignoffMessage, 1);
  message->form = ADREF_SIGNOFF_FORM;
  message->texts = g_ptr_array_new_with_free_func(text_free);
  return message;
}

void adref_signoff_message_free(AdrefSignoffMessage *message)
{
  if (!message)
    return;
  g_free(message->statement);
  g_free(message->label);
  g_free(message->commit);
  g_ptr_array_unref(message->texts);
  g_free(message->facts);
  g_free(message->corrects);
  g_free(message->rule);
  g_free(message->party);
  g_free(message->name);
  g_free(message->title);
  g_free(message->place);
  g_free(message->time);
  g_free(message);
}

void adref_signoff_message_add_text(AdrefSignoffMessage *message, const char *language,
                                    AdrefLanguageRole role, const char *hash, const char *printed)
{
  AdrefSignedText *text = g_new0(AdrefSignedText, 1);
  text->language = g_strdup(language);
  text->role = role;
  text->hash = g_strdup(hash);
  text->printed = g_strdup(printed);
  g_ptr_array_add(message->texts, text);
}

static void put(GString *out, const char *key, const char *value)
{
  if (value)
    g_string_append_printf(out, "%s: %s\n", key, value);
}

GString *adref_signoff_message_write(const AdrefSignoffMessage *message)
{
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, "Sign-off of %s/%s by %s\n\n", message->statement, message->label,
                         message->party);
  g_string_append_printf(out, "%s%u\n", format_key, message->form);
  put(out, "Statement", message->statement);
  put(out, "Label", message->label);
  put(out, "Commit", message->commit);
  for (guint i = 0; i < message->texts->len; i++) {
    const AdrefSignedText *text = message->texts->pdata[i];
    g_string_append_printf(out, "Text: %s %s %s %s\n", text->language,
                           adref_language_role_word(text->role), text->hash, text->printed);
  }
  if (message->form > 1)
    put(out, "Facts", message->facts);
  put(out, "Corrects", message->corrects);
  put(out, "Rule", message->rule);
  put(out, "Party", message->party);
  put(out, "Capacity", adref_capacity_word(message->capacity));
  put(out, "Name", message->name);
  put(out, "Title", message->title);
  put(out, "Place", message->place);
  put(out, "Time", message->time);
  return out;
}

static gboolean read_text(AdrefSignoffMessage *message, const char *value)
{
  g_auto(GStrv) words = g_strsplit(value, " ", 5);
  AdrefLanguageRole role;
  if (g_strv_length(words) != 4 || !adref_name_is(ADREF_NAME_LANGUAGE, words[0]) ||
      !adref_language_role_read(words[1], &role) || !adref_signed_field_is_sha256(words[2]) ||
      !adref_signed_field_is_sha256(words[3]))
    return FALSE;
  adref_signoff_message_add_text(message, words[0], role, words[2], words[3]);
  return TRUE;
}

/* "rev1 90d2..." */
static gboolean is_corrected(const char *value)
{
  g_auto(GStrv) words = g_strsplit(value, " ", 3);
  return g_strv_length(words) == 2 && adref_name_is(ADREF_NAME_LABEL, words[0]) &&
         adref_signed_field_is_sha256(words[1]);
}

static gboolean is_rule(const char *value)
{
  AdrefSigningRule *rule = adref_signing_rule_parse(value);
  adref_signing_rule_free(rule);
  return rule != NULL;
}

typedef struct {
  const char *key;
  gsize offset; /* of the char * in AdrefSignoffMessage */
  gboolean (*allows)(const char *value);
} MessageLine;

static const MessageLine lines[] = {
    {"Statement", G_STRUCT_OFFSET(AdrefSignoffMessage, statement), adref_signed_field_is_statement},
    {"Label", G_STRUCT_OFFSET(AdrefSignoffMessage, label), adref_signed_field_is_label},
    {"Commit", G_STRUCT_OFFSET(AdrefSignoffMessage, commit), adref_signed_field_is_commit},
    {"Facts", G_STRUCT_OFFSET(AdrefSignoffMessage, facts), adref_signed_field_is_sha256},
    {"Corrects", G_STRUCT_OFFSET(AdrefSignoffMessage, corrects), is_corrected},
    {"Rule", G_STRUCT_OFFSET(AdrefSignoffMessage, rule), is_rule},
    {"Party", G_STRUCT_OFFSET(AdrefSignoffMessage, party), adref_signed_field_is_party},
    {"Name", G_STRUCT_OFFSET(AdrefSignoffMessage, name), adref_signed_field_is_text},
    {"Title", G_STRUCT_OFFSET(AdrefSignoffMessage, title), adref_signed_field_is_text},
    {"Place", G_STRUCT_OFFSET(AdrefSignoffMessage, place), adref_signed_field_is_text},
    {"Time", G_STRUCT_OFFSET(AdrefSignoffMessage, time), adref_signed_field_is_text},
};

/* Reads one line; of several lines with one key the first counts. */
static void read_line(AdrefSignoffMessage *message, const char *key, const char *value,
                      gboolean *capacity)
{
  if (strcmp(key, "Text") == 0)
    read_text(message, value);
  else if (strcmp(key, "Capacity") == 0 && !*capacity)
    *capacity = adref_capacity_read(value, &message->capacity);
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    char **field = G_STRUCT_MEMBER_P(message, lines[i].offset);
    if (strcmp(key, lines[i].key) == 0 && !*field && lines[i].allows(value))
      *field = g_strdup(value);
  }
}

static const char *missing_line(const AdrefSignoffMessage *message, gboolean capacity)
{
  if (message->texts->len == 0 || !capacity)
    return capacity ? "Text" : "Capacity";
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    gboolean optional =
        lines[i].offset == G_STRUCT_OFFSET(AdrefSignoffMessage, title) ||
        lines[i].offset == G_STRUCT_OFFSET(AdrefSignoffMessage, place) ||
        lines[i].offset == G_STRUCT_OFFSET(AdrefSignoffMessage, corrects) ||
        (lines[i].offset == G_STRUCT_OFFSET(AdrefSignoffMessage, facts) && message->form <= 1);
    if (!optional && !G_STRUCT_MEMBER(char *, message, lines[i].offset))
      return lines[i].key;
  }
  return NULL;
}

guint adref_signoff_message_form(const char *text, gsize length)
{
  g_autofree char *copy = g_strndup(text, length);
  g_auto(GStrv) rows = g_strsplit(copy, "\n", -1);
  guint64 form = 0;
  for (char **row = rows; *row; row++)
    if (g_str_has_prefix(*row, format_key)) {
      g_ascii_string_to_unsigned(*row + strlen(format_key), 10, 1, G_MAXUINT, &form, NULL);
      break;
    }
  return (guint)form;
}

AdrefSignoffMessage *adref_signoff_message_read(const char *text, gsize length, GError **error)
{
  if (length > ADREF_SIGNOFF_MESSAGE_LIMIT) {
    adref_error(error, ADREF_ERROR_INPUT, "the message is larger than %d bytes",
                ADREF_SIGNOFF_MESSAGE_LIMIT);
    return NULL;
  }
  g_autofree char *copy = g_strndup(text, length);
  g_auto(GStrv) rows = g_strsplit(copy, "\n", -1);
  g_autoptr(AdrefSignoffMessage) message = adref_signoff_message_new();
  message->form = adref_signoff_message_form(text, length);
  gboolean capacity = FALSE;
  for (char **row = rows; *row; row++) {
    char *colon = strstr(*row, ": ");
    if (!colon)
      continue;
    *colon = '\0';
    read_line(message, *row, colon + 2, &capacity);
  }
  const char *missing = missing_line(message, capacity);
  if (!missing)
    return g_steal_pointer(&message);
  adref_error(error, ADREF_ERROR_INPUT, "it is not a sign-off: a valid line \"%s: ...\" is missing",
              missing);
  return NULL;
}

char *adref_signoff_message_format_time(gint64 seconds, int offset)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset(offset * 60);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(seconds);
  g_autoptr(GDateTime) local = utc ? g_date_time_to_timezone(utc, zone) : NULL;
  return local ? g_date_time_format(local, "%Y-%m-%dT%H:%M:%S%:z") : g_strdup("-");
}

gboolean adref_signoff_message_seconds(const AdrefSignoffMessage *message, gint64 *seconds,
                                       int *offset)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(message->time, NULL);
  if (!time)
    return FALSE;
  *seconds = g_date_time_to_unix(time);
  *offset = (int)(g_date_time_get_utc_offset(time) / G_TIME_SPAN_MINUTE);
  return TRUE;
}
