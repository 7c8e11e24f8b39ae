#include "sign/signing_program.h"

#include <string.h>
#include <unistd.h>

#include "base/program_run.h"

static char *verify_time(gint64 time)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(time);
  g_autofree char *text = utc ? g_date_time_format(utc, "%Y%m%d%H%M%SZ") : g_strdup("0");
  return g_strconcat("-Overify-time=", text, NULL);
}

gboolean adref_signing_program_ssh_verify(const GString *payload, const char *signature,
                                          const AdrefSigner *signer, gint64 time, char **why)
{
  g_auto(AdrefProgramRun) run = adref_program_run_new(payload);
  g_autofree char *at = verify_time(time);
  g_autofree char *line = adref_signer_line(signer);
  g_autoptr(GError) error = NULL;
  run.files[0] = adref_memory_file_new(signature, strlen(signature));
  run.files[1] = adref_memory_file_new(line, strlen(line));
  const char *arguments[] = {"ssh-keygen",  "-Y",        "verify", "-n",        "git",
                             "-s",          "/dev/fd/3", "-f",     "/dev/fd/4", "-I",
                             signer->party, at,          NULL};
  *why = NULL;
  if (run.files[0] < 0 || run.files[1] < 0 || !adref_program_run(&run, arguments, &error))
    *why = g_strdup(error ? error->message : "no memory for ssh-keygen's files");
  else if (run.status != 0)
    *why = g_strdelimit(g_strstrip(g_strdup(*run.errors ? run.errors : run.output)), "\r\n", ' ');
  return *why == NULL;
}

/* A word after the key of a status line "[GNUPG:] KEY ", or NULL. Caller frees. */
static char *status_word(const char *output, const char *key, guint index)
{
  g_autofree char *begin = g_strdup_printf("[GNUPG:] %s ", key);
  g_auto(GStrv) lines = g_strsplit(output, "\n", -1);
  for (char **line = lines; *line; line++) {
    if (!g_str_has_prefix(*line, begin))
      continue;
    g_auto(GStrv) words = g_strsplit(*line + strlen(begin), " ", -1);
    return g_strv_length(words) > index ? g_strdup(words[index]) : NULL;
  }
  return NULL;
}

static gboolean has_status(const char *output, const char *key)
{
  g_autofree char *line = g_strdup_printf("[GNUPG:] %s", key);
  return strstr(output, line) != NULL;
}

AdrefGpgVerdict adref_signing_program_gpg_verify(const GString *payload, const char *signature,
                                                 char **fingerprint)
{
  static const char *const arguments[] = {"gpg",      "--batch",   "--no-tty", "--status-fd=1",
                                          "--verify", "/dev/fd/3", "-",        NULL};
  g_auto(AdrefProgramRun) run = adref_program_run_new(payload);
  *fingerprint = NULL;
  run.files[0] = adref_memory_file_new(signature, strlen(signature));
  if (run.files[0] < 0 || !adref_program_run(&run, arguments, NULL))
    return ADREF_GPG_BAD;
  g_autofree char *primary = status_word(run.output, "VALIDSIG", 9);
  if (primary)
    *fingerprint = g_strconcat("gpg:", primary, NULL);
  if (has_status(run.output, "REVKEYSIG"))
    return ADREF_GPG_REVOKED;
  if (has_status(run.output, "EXPKEYSIG") || has_status(run.output, "EXPSIG"))
    return ADREF_GPG_EXPIRED;
  if (has_status(run.output, "NO_PUBKEY"))
    return ADREF_GPG_NO_KEY;
  return has_status(run.output, "GOODSIG") && primary ? ADREF_GPG_GOOD : ADREF_GPG_BAD;
}

/* One line of gpg --with-colons: pub or sub, validity, bits, algorithm (RFC 4880, section 9.1),
 * and as the 12th field what the key may do. */
static char *weakness_of_line(const char *line)
{
  enum {
    RSA = 1,
    RSA_SIGN = 3,
    DSA = 17,
    MIN_RSA_BITS = 2048,
    CAPABILITIES = 11
  };
  g_auto(GStrv) fields = g_strsplit(line, ":", -1);
  if (g_strv_length(fields) <= CAPABILITIES || !strchr(fields[CAPABILITIES], 's') ||
      (strcmp(fields[0], "pub") != 0 && strcmp(fields[0], "sub") != 0))
    return NULL;
  guint64 bits = g_ascii_strtoull(fields[2], NULL, 10);
  guint64 algorithm = g_ascii_strtoull(fields[3], NULL, 10);
  if (algorithm == DSA)
    return g_strdup("a DSA key");
  gboolean rsa = algorithm == RSA || algorithm == RSA_SIGN;
  return rsa && bits < MIN_RSA_BITS ? g_strdup_printf("an RSA key of %u bits", (guint)bits) : NULL;
}

char *adref_signing_program_gpg_weakness(const char *fingerprint)
{
  const char *key = g_str_has_prefix(fingerprint, "gpg:") ? fingerprint + 4 : fingerprint;
  const char *arguments[] = {"gpg",         "--batch", "--no-tty", "--with-colons",
                             "--list-keys", key,       NULL};
  g_autoptr(GString) nothing = g_string_new(NULL);
  g_auto(AdrefProgramRun) run = adref_program_run_new(nothing);
  if (!adref_program_run(&run, arguments, NULL))
    return NULL;
  g_auto(GStrv) lines = g_strsplit(run.output, "\n", -1);
  char *weakness = NULL;
  for (char **line = lines; *line && !weakness; line++)
    weakness = weakness_of_line(*line);
  return weakness;
}

static char *fail_sign(const char *program, const AdrefProgramRun *run, GError **error)
{
  g_autofree char *said = g_strstrip(g_strdup(run->errors ? run->errors : ""));
  adref_error(error, ADREF_ERROR_REFUSED, "%s did not sign%s%s; nothing was written", program,
              *said ? ": " : "", said);
  return NULL;
}

/* Like git: "-U" lets the agent sign for a public key. */
char *adref_signing_program_ssh_sign(const AdrefSshKey *key, const GString *payload, GError **error)
{
  const char *program = key->program ? key->program : "ssh-keygen";
  const char *arguments[] = {program, "-q", "-Y",        "sign", "-n",
                             "git",   "-f", "/dev/fd/3", "-U",   NULL};
  g_auto(AdrefProgramRun) run = adref_program_run_new(payload);
  run.uses_terminal = isatty(STDERR_FILENO);
  if (key->file) {
    arguments[7] = key->file;
    arguments[8] = NULL;
  } else {
    g_autofree char *line = g_strconcat(key->public, "\n", NULL);
    run.files[0] = adref_memory_file_new(line, strlen(line));
  }
  if (!adref_program_run(&run, arguments, error))
    return NULL;
  return run.status == 0 && *run.output ? g_steal_pointer(&run.output)
                                        : fail_sign(program, &run, error);
}

char *adref_signing_program_gpg_sign(const char *program, const GString *payload, const char *name,
                                     GError **error)
{
  g_autofree char *user = g_strconcat("--local-user=", name, NULL);
  const char *gpg = program ? program : "gpg";
  const char *arguments[] = {gpg, "--status-fd=2", "--armor", "--detach-sign", user, NULL};
  g_auto(AdrefProgramRun) run = adref_program_run_new(payload);
  if (!adref_program_run(&run, arguments, error))
    return NULL;
  return run.status == 0 && *run.output ? g_steal_pointer(&run.output)
                                        : fail_sign(gpg, &run, error);
}

/* The fingerprint after the first line "sec:..." or "pub:..." of a listing; *keys counts these
 * lines. */
static char *listed_key(const char *output, const char *begin, guint *keys)
{
  g_auto(GStrv) lines = g_strsplit(output, "\n", -1);
  char *found = NULL;
  *keys = 0;
  for (char **line = lines; *line; line++) {
    *keys += g_str_has_prefix(*line, begin) ? 1 : 0;
    g_auto(GStrv) fields = g_strsplit(*line, ":", -1);
    if (*keys == 1 && !found && strcmp(fields[0] ? fields[0] : "", "fpr") == 0 &&
        g_strv_length(fields) > 9)
      found = g_strdup(fields[9]);
  }
  return found;
}

char *adref_signing_program_gpg_find_key(const char *program, const char *name, GError **error)
{
  const char *gpg = program ? program : "gpg";
  const char *arguments[] = {gpg,  "--batch", "--with-colons", "--list-secret-keys", "--",
                             name, NULL};
  g_autoptr(GString) nothing = g_string_new(NULL);
  g_auto(AdrefProgramRun) run = adref_program_run_new(nothing);
  if (!adref_program_run(&run, arguments, error))
    return NULL;
  guint keys;
  char *found = listed_key(run.output, "sec:", &keys);
  if (keys == 1 && found)
    return found;
  g_free(found);
  adref_error(error, ADREF_ERROR_NOT_FOUND, "gpg has %s secret key for \"%s\"",
              keys == 0 ? "no" : "more than one", name);
  return NULL;
}

char *adref_signing_program_gpg_read_key(const GString *key)
{
  const char *arguments[] = {"gpg", "--batch", "--with-colons", "--show-keys", NULL};
  g_auto(AdrefProgramRun) run = adref_program_run_new(key);
  guint keys;
  if (!adref_program_run(&run, arguments, NULL) || run.status != 0)
    return NULL;
  g_autofree char *found = listed_key(run.output, "pub:", &keys);
  return keys == 1 && found ? g_strconcat("gpg:", found, NULL) : NULL;
}

char *adref_signing_program_gpg_export(const char *fingerprint, GError **error)
{
  const char *arguments[] = {"gpg",      "--batch", "--armor",   "--export-options=export-minimal",
                             "--export", "--",      fingerprint, NULL};
  g_autoptr(GString) nothing = g_string_new(NULL);
  g_auto(AdrefProgramRun) run = adref_program_run_new(nothing);
  if (!adref_program_run(&run, arguments, error))
    return NULL;
  if (run.status == 0 && *run.output)
    return g_steal_pointer(&run.output);
  adref_error(error, ADREF_ERROR_NOT_FOUND, "gpg has no public key %s", fingerprint);
  return NULL;
}
