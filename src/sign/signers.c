#include "sign/signers.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "sign/bytes.h"
#include "sign/sshsig.h"

enum {
  MAX_LINES = 20000,
  FINGERPRINT_DIGITS = 40,
  FIRST_YEAR = 1971 /* since a time of 0, in 1970, means that there is no bound */
};

void adref_signer_free(AdrefSigner *signer)
{
  if (!signer)
    return;
  g_free(signer->party);
  g_free(signer->email);
  g_free(signer->type);
  g_free(signer->key);
  g_free(signer->fingerprint);
  g_strfreev(signer->namespaces);
  g_free(signer->comment);
  g_free(signer);
}

static void free_signer(gpointer signer)
{
  adref_signer_free(signer);
}

AdrefSigners *adref_signers_new(void)
{
  AdrefSigners *signers = g_new0(AdrefSigners, 1);
  signers->all = g_ptr_array_new_with_free_func(free_signer);
  signers->revoked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return signers;
}

void adref_signers_free(AdrefSigners *signers)
{
  if (!signers)
    return;
  g_ptr_array_unref(signers->all);
  g_hash_table_unref(signers->revoked);
  g_free(signers);
}

gboolean adref_signers_parse_time(const char *text, gint64 *seconds)
{
  gsize digits = strspn(text, "0123456789");
  gboolean utc = text[digits] == 'Z';
  if ((digits != 8 && digits != 12 && digits != 14) || text[digits + (utc ? 1 : 0)] != '\0')
    return FALSE;
  guint part[6] = {0};
  static const guint widths[] = {4, 2, 2, 2, 2, 2};
  const char *at = text;
  for (gsize i = 0; i < G_N_ELEMENTS(widths) && at < text + digits; i++)
    for (guint j = 0; j < widths[i]; j++)
      part[i] = part[i] * 10 + (guint)(*at++ - '0');
  if (part[0] < FIRST_YEAR)
    return FALSE;
  g_autoptr(GTimeZone) zone = utc ? g_time_zone_new_utc() : g_time_zone_new_local();
  g_autoptr(GDateTime) time = g_date_time_new(zone, (int)part[0], (int)part[1], (int)part[2],
                                              (int)part[3], (int)part[4], (double)part[5]);
  if (time)
    *seconds = g_date_time_to_unix(time);
  return time != NULL;
}

/* A line that is being read; `at` is the rest of it. */
typedef struct {
  const char *name;
  guint line;
  char *at;
} SignersLine;

static gboolean fail(const SignersLine *line, GError **error, const char *what)
{
  adref_error_at(error, ADREF_ERROR_INPUT, (AdrefLocation){line->name, line->line, 0}, "%s", what);
  return FALSE;
}

/* Takes the next word off the line: up to white space outside of quotes. */
static char *take_word(SignersLine *line)
{
  gboolean quoted = FALSE;
  char *word = line->at + strspn(line->at, " \t"), *end = word;
  for (; *end && (quoted || (*end != ' ' && *end != '\t')); end++)
    if (*end == '"')
      quoted = !quoted;
  line->at = *end ? end + 1 : end;
  *end = '\0';
  return word;
}

static gboolean read_principals(AdrefSigner *signer, const SignersLine *line, const char *text,
                                GError **error)
{
  g_auto(GStrv) names = g_strsplit(text, ",", -1);
  for (char **name = names; *name; name++) {
    if (strpbrk(*name, "*?!"))
      return fail(line, error,
                  "a pattern would sign for others; allowed are the code of a party "
                  "and addresses");
    if (strpbrk(*name, "\" \t"))
      return fail(line, error, "a principal has no quotes");
    if (adref_name_is(ADREF_NAME_PARTY, *name) && !signer->party)
      signer->party = g_strdup(*name);
    else if (strchr(*name, '@') && !signer->email)
      signer->email = g_strdup(*name);
    else if (!strchr(*name, '@'))
      return fail(line, error,
                  "a key signs for one party: its code, then addresses, as in "
                  "JPN,aiko@mofa.example");
  }
  return signer->party || fail(line, error,
                               "the code of a party is missing, as in "
                               "JPN,aiko@mofa.example");
}

static gboolean read_option(AdrefSigner *signer, const SignersLine *line, const char *option,
                            GError **error)
{
  const char *equals = strchr(option, '=');
  gsize length = equals ? strlen(equals + 1) : 0;
  if (!equals || length < 2 || equals[1] != '"' || equals[length] != '"')
    return fail(line, error,
                "an option is not understood; allowed are namespaces=\"git\", "
                "valid-after=\"20231201Z\" and valid-before=\"...\"");
  g_autofree char *key = g_strndup(option, (gsize)(equals - option));
  g_autofree char *value = g_strndup(equals + 2, length - 2);
  if (g_ascii_strcasecmp(key, "namespaces") == 0 && !signer->namespaces)
    signer->namespaces = g_strsplit(value, ",", -1);
  else if (g_ascii_strcasecmp(key, "valid-after") == 0 && !signer->after)
    return adref_signers_parse_time(value, &signer->after) ||
           fail(line, error, "valid-after needs a time such as 20231201Z or 20231201120000Z");
  else if (g_ascii_strcasecmp(key, "valid-before") == 0 && !signer->before)
    return adref_signers_parse_time(value, &signer->before) ||
           fail(line, error, "valid-before needs a time such as 20231201Z or 20231201120000Z");
  else
    return fail(line, error,
                "an option is not allowed or stands twice; allowed are "
                "namespaces=\"git\", valid-after=\"20231201Z\" and "
                "valid-before=\"...\"");
  return TRUE;
}

/* Options are joined by commas outside of quotes. */
static gboolean read_options(AdrefSigner *signer, const SignersLine *line, char *text,
                             GError **error)
{
  gboolean quoted = FALSE;
  char *start = text;
  for (char *at = text;; at++) {
    if (*at == '"')
      quoted = !quoted;
    if (*at && (quoted || *at != ','))
      continue;
    gboolean last = *at == '\0';
    *at = '\0';
    if (!read_option(signer, line, start, error))
      return FALSE;
    if (last)
      return TRUE;
    start = at + 1;
  }
}

static gboolean read_key(AdrefSigner *signer, SignersLine *line, const char *type, gboolean gpg,
                         GError **error)
{
  const char *key = take_word(line);
  signer->type = g_strdup(type);
  if (gpg) {
    signer->key = g_ascii_strup(key, -1);
    if (strcmp(type, "gpg") != 0 || strlen(key) != FINGERPRINT_DIGITS ||
        strspn(signer->key, "0123456789ABCDEF") != FINGERPRINT_DIGITS)
      return fail(line, error, "here the word gpg and the 40 digits of a fingerprint are needed");
    signer->fingerprint = g_strconcat("gpg:", signer->key, NULL);
  } else {
    signer->key = g_strdup(key);
    signer->fingerprint = adref_ssh_key_fingerprint(key);
    g_autofree char *said = adref_ssh_key_type(key);
    if (!signer->fingerprint)
      return fail(line, error, "the public key cannot be read");
    if (strcmp(said, type) != 0 || strstr(type, "-cert-v"))
      return fail(line, error,
                  "the key is not of the type that stands before it, or is a "
                  "certificate");
  }
  g_strstrip(line->at);
  signer->comment = g_strdup(line->at);
  return TRUE;
}

static gboolean is_key_type(const char *word)
{
  static const char *const types[] = {"ssh-", "ecdsa-", "sk-", "rsa-", "gpg"};
  for (gsize i = 0; i < G_N_ELEMENTS(types); i++)
    if (g_str_has_prefix(word, types[i]))
      return TRUE;
  return FALSE;
}

static gboolean read_signer(AdrefSigner *signer, SignersLine *line, gboolean gpg, GError **error)
{
  char *principals = take_word(line);
  signer->line = line->line;
  if (!read_principals(signer, line, principals, error))
    return FALSE;
  char *word = take_word(line);
  if (!is_key_type(word)) {
    if (!read_options(signer, line, word, error))
      return FALSE;
    word = take_word(line);
  }
  return is_key_type(word)
             ? read_key(signer, line, word, gpg, error)
             : fail(line, error, "the type of the key is missing, such as ssh-ed25519");
}

gboolean adref_signers_add_lines(AdrefSigners *signers, const char *text, const char *name,
                                 gboolean gpg, GError **error)
{
  g_auto(GStrv) rows = g_strsplit(text, "\n", MAX_LINES);
  for (guint i = 0; rows[i]; i++) {
    SignersLine line = {name, i + 1, rows[i]};
    g_strchomp(rows[i]);
    if (!*rows[i] || *rows[i] == '#')
      continue;
    g_autoptr(AdrefSigner) signer = g_new0(AdrefSigner, 1);
    if (i + 1 == MAX_LINES)
      return fail(&line, error, "there are too many lines");
    if (!read_signer(signer, &line, gpg, error))
      return FALSE;
    const char *holder = adref_signers_party_of_key(signers, signer->fingerprint);
    if (holder && strcmp(holder, signer->party) != 0)
      return fail(&line, error, "the key signs for another party already; a key signs for one");
    g_ptr_array_add(signers->all, g_steal_pointer(&signer));
  }
  return TRUE;
}

gboolean adref_signers_add_revoked(AdrefSigners *signers, const char *text, const char *name,
                                   GError **error)
{
  g_auto(GStrv) rows = g_strsplit(text, "\n", MAX_LINES);
  for (guint i = 0; rows[i]; i++) {
    SignersLine line = {name, i + 1, rows[i]};
    g_strchomp(rows[i]);
    if (!*rows[i] || *rows[i] == '#')
      continue;
    take_word(&line);
    char *fingerprint = adref_ssh_key_fingerprint(take_word(&line));
    if (!fingerprint || i + 1 == MAX_LINES) {
      g_free(fingerprint);
      return fail(&line, error, "a public key is needed, as in \"ssh-ed25519 AAAA...\"");
    }
    g_hash_table_add(signers->revoked, fingerprint);
  }
  return TRUE;
}

/* The bytes of a file; none for a missing file. */
static GBytes *read_file(AdrefFileSource *source, const char *name, GError **error)
{
  g_autoptr(GError) cause = NULL;
  GBytes *bytes = adref_file_source_read_text(source, name, ADREF_SIGNERS_LIMIT, &cause);
  if (bytes)
    return bytes;
  if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return g_bytes_new_static("", 0);
  g_propagate_error(error, g_steal_pointer(&cause));
  return NULL;
}

AdrefSigners *adref_signers_read(AdrefFileSource *source, GError **error)
{
  g_autoptr(AdrefSigners) signers = adref_signers_new();
  g_autoptr(GBytes) ssh = read_file(source, ADREF_SIGNERS, error);
  g_autoptr(GBytes) gpg = ssh ? read_file(source, ADREF_SIGNERS_GPG, error) : NULL;
  g_autoptr(GBytes) revoked = gpg ? read_file(source, ADREF_SIGNERS_REVOKED, error) : NULL;
  if (!revoked)
    return NULL;
  g_autofree char *ssh_text = adref_bytes_text(ssh), *gpg_text = adref_bytes_text(gpg),
                  *revoked_text = adref_bytes_text(revoked);
  return adref_signers_add_lines(signers, ssh_text, ADREF_SIGNERS, FALSE, error) &&
                 adref_signers_add_lines(signers, gpg_text, ADREF_SIGNERS_GPG, TRUE, error) &&
                 adref_signers_add_revoked(signers, revoked_text, ADREF_SIGNERS_REVOKED, error)
             ? g_steal_pointer(&signers)
             : NULL;
}

const AdrefSigner *adref_signers_find(const AdrefSigners *signers, const char *party,
                                      const char *fingerprint)
{
  for (guint i = 0; i < signers->all->len; i++) {
    const AdrefSigner *signer = signers->all->pdata[i];
    if (strcmp(signer->fingerprint, fingerprint) == 0 && strcmp(signer->party, party) == 0)
      return signer;
  }
  return NULL;
}

const char *adref_signers_party_of_key(const AdrefSigners *signers, const char *fingerprint)
{
  for (guint i = 0; i < signers->all->len; i++) {
    const AdrefSigner *signer = signers->all->pdata[i];
    if (strcmp(signer->fingerprint, fingerprint) == 0)
      return signer->party;
  }
  return NULL;
}

gboolean adref_signer_allows(const AdrefSigner *signer, const char *namespace)
{
  return !signer->namespaces || g_strv_contains((const char *const *)signer->namespaces, namespace);
}

static void append_time(GString *options, const char *key, gint64 seconds)
{
  g_autoptr(GDateTime) time = seconds ? g_date_time_new_from_unix_utc(seconds) : NULL;
  g_autofree char *text = time ? g_date_time_format(time, "%Y%m%d%H%M%SZ") : NULL;
  if (text)
    g_string_append_printf(options, "%s%s=\"%s\"", options->len > 0 ? "," : "", key, text);
}

char *adref_signer_line(const AdrefSigner *signer)
{
  g_autoptr(GString) options = g_string_new(NULL);
  if (signer->namespaces) {
    g_autofree char *namespaces = g_strjoinv(",", signer->namespaces);
    g_string_append_printf(options, "namespaces=\"%s\"", namespaces);
  }
  append_time(options, "valid-after", signer->after);
  append_time(options, "valid-before", signer->before);
  return g_strdup_printf("%s%s%s%s%s %s %s%s%s\n", signer->party, signer->email ? "," : "",
                         signer->email ? signer->email : "", options->len > 0 ? " " : "",
                         options->str, signer->type, signer->key, *signer->comment ? " " : "",
                         signer->comment);
}

static gboolean check_email(const char *email, GError **error)
{
  if (!email || (strchr(email, '@') && !strpbrk(email, " \t\r\n\"*?!,#")))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE, "\"%s\" cannot be an address of a signer", email);
  return FALSE;
}

AdrefSigner *adref_signer_new(const char *key, const char *party, const char *email,
                              const char *name, GError **error)
{
  g_autofree char *text = g_strndup(key, strcspn(key, "\r\n"));
  SignersLine line = {name, 1, text};
  const char *type = take_word(&line);
  g_autoptr(AdrefSigner) signer = g_new0(AdrefSigner, 1);
  if (!check_email(email, error))
    return NULL;
  if (!is_key_type(type) || strcmp(type, "gpg") == 0) {
    adref_error(error, ADREF_ERROR_INPUT,
                "%s: not an ssh public key; allowed is a file such as ~/.ssh/id_ed25519.pub", name);
    return NULL;
  }
  signer->party = g_strdup(party);
  signer->email = g_strdup(email);
  signer->namespaces = g_strsplit("git", ",", -1);
  if (!read_key(signer, &line, type, FALSE, error))
    return NULL;
  g_autofree char *weakness = adref_ssh_key_weakness(signer->key);
  if (!weakness)
    return g_steal_pointer(&signer);
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: %s is too weak to sign with; allowed are ed25519, ECDSA and RSA of 2048 bits or "
              "more: ssh-keygen -t ed25519",
              name, weakness);
  return NULL;
}

AdrefSigner *adref_signer_new_gpg(const char *fingerprint, const char *party, const char *email,
                                  GError **error)
{
  g_autofree char *text = g_strdup(fingerprint);
  SignersLine line = {"gpg", 0, text};
  g_autoptr(AdrefSigner) signer = g_new0(AdrefSigner, 1);
  signer->party = g_strdup(party);
  signer->email = g_strdup(email);
  return check_email(email, error) && read_key(signer, &line, "gpg", TRUE, error)
             ? g_steal_pointer(&signer)
             : NULL;
}
