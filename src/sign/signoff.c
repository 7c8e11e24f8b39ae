#include "sign/signoff.h"

#include <string.h>

#include "base/name.h"

static const struct {
  const char *begin, *end;
  AdrefSignatureFormat type;
} signature_markers[] = {
    {"-----BEGIN SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\n",
     ADREF_SIGNATURE_FORMAT_SSH},
    {"-----BEGIN PGP SIGNATURE-----\n", "-----END PGP SIGNATURE-----\n",
     ADREF_SIGNATURE_FORMAT_PGP},
    {"-----BEGIN PGP MESSAGE-----\n", "-----END PGP MESSAGE-----\n", ADREF_SIGNATURE_FORMAT_PGP},
};

void adref_signoff_free(AdrefSignoff *signoff)
{
  if (!signoff)
    return;
  g_free(signoff->object);
  g_free(signoff->type);
  g_free(signoff->tag);
  g_free(signoff->tagger);
  g_string_free(signoff->payload, TRUE);
  g_string_free(signoff->message, TRUE);
  g_free(signoff->signature);
  g_free(signoff);
}

static AdrefSignatureFormat signature_format_at(const char *line, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS(signature_markers); i++) {
    gsize begin =
        strlen(signature_markers[i].begin) - 1; /* git does not require the end of the line */
    if (length >= begin && memcmp(line, signature_markers[i].begin, begin) == 0)
      return signature_markers[i].type;
  }
  return ADREF_SIGNATURE_FORMAT_NONE;
}

static gsize next_line(const char *bytes, gsize length, gsize at)
{
  const char *end = memchr(bytes + at, '\n', length - at);
  return end ? (gsize)(end - bytes) + 1 : length;
}

/* Where the last signature begins; `length` when there is none. */
static gsize find_signature(const char *bytes, gsize length, AdrefSignatureFormat *type)
{
  gsize found = length;
  *type = ADREF_SIGNATURE_FORMAT_NONE;
  for (gsize at = 0; at < length; at = next_line(bytes, length, at)) {
    AdrefSignatureFormat here = signature_format_at(bytes + at, length - at);
    if (here == ADREF_SIGNATURE_FORMAT_NONE)
      continue;
    found = at;
    *type = here;
  }
  return found;
}

/* "1702774800 +0900" at the end of the tagger's line. */
static void read_time(AdrefSignoff *signoff)
{
  const char *mail = strrchr(signoff->tagger, '>');
  g_auto(GStrv) words = g_strsplit(mail ? mail + 1 : "", " ", 4);
  gint64 zone;
  if (g_strv_length(words) != 3 || strlen(words[2]) != 5 ||
      !g_ascii_string_to_signed(words[1], 10, 0, G_MAXINT64 / 2, &signoff->time, NULL) ||
      !g_ascii_string_to_signed(words[2] + 1, 10, 0, 1400, &zone, NULL))
    return;
  signoff->offset = (int)(zone / 100 * 60 + zone % 100) * (words[2][0] == '-' ? -1 : 1);
}

static void read_head(AdrefSignoff *signoff, const char *head)
{
  const struct {
    const char *key;
    char **value;
  } fields[] = {{"object ", &signoff->object},
                {"type ", &signoff->type},
                {"tag ", &signoff->tag},
                {"tagger ", &signoff->tagger}};
  g_auto(GStrv) lines = g_strsplit(head, "\n", -1);
  for (char **line = lines; *line; line++)
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
      if (!*fields[i].value && g_str_has_prefix(*line, fields[i].key))
        *fields[i].value = g_utf8_make_valid(*line + strlen(fields[i].key), -1);
  if (signoff->tagger)
    read_time(signoff);
}

AdrefSignoff *adref_signoff_read(const char *bytes, gsize length)
{
  AdrefSignoff *signoff = g_new0(AdrefSignoff, 1);
  if (length == 0)
    bytes = "";
  gsize end = find_signature(bytes, length, &signoff->signed_by);
  signoff->payload = g_string_new_len(bytes, (gssize)end);
  signoff->signature = g_strndup(bytes + end, length - end);
  const char *blank = strstr(signoff->payload->str, "\n\n");
  gsize head = blank ? (gsize)(blank - signoff->payload->str) : signoff->payload->len;
  gsize message = MIN(head + 2, signoff->payload->len);
  g_autofree char *lines = g_strndup(signoff->payload->str, head);
  read_head(signoff, lines);
  signoff->message =
      g_string_new_len(signoff->payload->str + message, (gssize)(signoff->payload->len - message));
  return signoff;
}

static char *head_text(const char *object, const char *tag, const char *tagger)
{
  return g_strdup_printf("object %s\ntype commit\ntag %s\ntagger %s\n\n", object, tag, tagger);
}

GString *adref_signoff_payload(const char *tag, const char *commit, const char *person, gint64 time,
                               int offset, const GString *message)
{
  int minutes = ABS(offset);
  g_autofree char *tagger = g_strdup_printf("%s %" G_GINT64_FORMAT " %c%02d%02d", person, time,
                                            offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
  g_autofree char *head = head_text(commit, tag, tagger);
  GString *payload = g_string_new(head);
  return g_string_append_len(payload, message->str, (gssize)message->len);
}

/* Whether the signature is one armoured block, and no byte follows it. */
static gboolean ends_well(const char *signature)
{
  for (gsize i = 0; i < G_N_ELEMENTS(signature_markers); i++) {
    if (!g_str_has_prefix(signature, signature_markers[i].begin))
      continue;
    const char *end = strstr(signature, signature_markers[i].end);
    return end && end[strlen(signature_markers[i].end)] == '\0';
  }
  return FALSE;
}

const char *adref_signoff_problem(const AdrefSignoff *signoff, const char *bytes, gsize length)
{
  AdrefSignatureFormat first;
  if (length == 0)
    return "it is empty";
  if (memchr(bytes, '\0', length))
    return "it contains a NUL byte";
  if (memchr(bytes, '\r', length))
    return "it contains a carriage return";
  if (!g_utf8_validate(bytes, (gssize)length, NULL))
    return "it is not UTF-8";
  if (!signoff->object || !signoff->type || !signoff->tag || !signoff->tagger)
    return "a line of its header is missing";
  g_autofree char *head = head_text(signoff->object, signoff->tag, signoff->tagger);
  if (!g_str_has_prefix(signoff->payload->str, head))
    return "its header has lines that are not allowed";
  if (signoff->signed_by == ADREF_SIGNATURE_FORMAT_NONE)
    return "it is not signed";
  if (find_signature(signoff->payload->str, signoff->payload->len, &first) != signoff->payload->len)
    return "it has two signatures";
  return ends_well(signoff->signature)
             ? NULL
             : "the end line of its signature is missing, or is not the last line";
}

char *adref_signoff_tag_name(const char *statement, const char *label, const char *party)
{
  return g_strdup_printf("signoff/%s/%s/%s", statement, label, party);
}

gboolean adref_signoff_split_tag_name(const char *name, char **statement, char **label,
                                      char **party)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", 4);
  if (g_strv_length(parts) != 3 || !adref_name_is(ADREF_NAME_STATEMENT, parts[0]) ||
      !adref_name_is(ADREF_NAME_LABEL, parts[1]) || !adref_name_is(ADREF_NAME_PARTY, parts[2]))
    return FALSE;
  *statement = g_strdup(parts[0]);
  *label = g_strdup(parts[1]);
  *party = g_strdup(parts[2]);
  return TRUE;
}
