#include "sign/signing_program.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* One run of a program: its input and its output. */
typedef struct {
  const GString *input;
  int files[2];           /* open files that the program gets as 3 and 4; -1: none */
  gboolean uses_terminal; /* stderr stays the terminal, for questions */
  char *output, *errors;
  int status;
} ProgramRun;

static void program_run_clear(ProgramRun *run)
{
  for (gsize i = 0; i < G_N_ELEMENTS(run->files); i++)
    if (run->files[i] >= 0)
      close(run->files[i]);
  g_free(run->output);
  g_free(run->errors);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ProgramRun, program_run_clear)

static ProgramRun program_run_new(const GString *payload)
{
  return (ProgramRun){.input = payload, .files = {-1, -1}};
}

/* A file in memory, read from its start. When adref is killed no file stays on the disk, and a
 * program that ends early breaks no pipe. */
static int new_memory_file(const char *text, gsize length)
{
  int low = memfd_create("adref", MFD_CLOEXEC);
  int file = low < 0 ? -1 : fcntl(low, F_DUPFD_CLOEXEC, 5); /* 0 to 4 are the program's */
  if (low >= 0)
    close(low);
  for (gsize done = 0; file >= 0 && done < length;) {
    ssize_t written = pwrite(file, text + done, length - done, (off_t)done);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0) {
      close(file);
      return -1;
    }
    done += (gsize)written;
  }
  return file;
}

/* The content of such a file as text; "" when there is no file. */
static char *read_memory_file(int file)
{
  g_autoptr(GString) text = g_string_new(NULL);
  char part[4096];
  ssize_t got;
  while (file >= 0 && (got = pread(file, part, sizeof part, (off_t)text->len)) > 0)
    g_string_append_len(text, part, got);
  return g_utf8_make_valid(text->str, (gssize)text->len);
}

/* Starts the program and waits for its end. It has files instead of pipes, so nothing can block. */
static gboolean spawn_and_wait(ProgramRun *run, const char *const *arguments, const int files[3],
                               GError **error)
{
  static const int targets[] = {3, 4};
  g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "LC_ALL", "C", TRUE);
  gsize count = run->files[0] < 0 ? 0 : run->files[1] < 0 ? 1 : 2;
  GPid child;
  if (!g_spawn_async_with_pipes_and_fds(NULL, arguments, (const char *const *)environment,
                                        G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                        files[0], files[1], files[2], run->files, targets, count,
                                        &child, NULL, NULL, NULL, error))
    return FALSE;
  int status = 0;
  pid_t ended;
  while ((ended = waitpid(child, &status, 0)) < 0 && errno == EINTR)
    continue;
  run->status = ended == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return TRUE;
}

static gboolean run_program(ProgramRun *run, const char *const *arguments, GError **error)
{
  g_autoptr(GError) cause = NULL;
  int files[3] = {new_memory_file(run->input->str, run->input->len), new_memory_file("", 0),
                  run->uses_terminal ? -1 : new_memory_file("", 0)};
  gboolean done = FALSE;
  if (files[0] < 0 || files[1] < 0 || (files[2] < 0 && !run->uses_terminal))
    adref_error(error, ADREF_ERROR_SYSTEM, "no memory for the files of %s", arguments[0]);
  else if (!spawn_and_wait(run, arguments, files, &cause))
    adref_error(error, ADREF_ERROR_SYSTEM, "%s cannot be run: %s", arguments[0], cause->message);
  else
    done = TRUE;
  run->output = read_memory_file(files[1]);
  run->errors = read_memory_file(files[2]);
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
    if (files[i] >= 0)
      close(files[i]);
  return done;
}

static char *verify_time(gint64 time)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(time);
  g_autofree char *text = utc ? g_date_time_format(utc, "%Y%m%d%H%M%SZ") : g_strdup("0");
  return g_strconcat("-Overify-time=", text, NULL);
}

gboolean adref_signing_program_ssh_verify(const GString *payload, const char *signature,
                                          const AdrefSigner *signer, gint64 time, char **why)
{
  g_auto(ProgramRun) run = program_run_new(payload);
  g_autofree char *at = verify_time(time);
  g_autofree char *line = adref_signer_line(signer);
  g_autoptr(GError) error = NULL;
  run.files[0] = new_memory_file(signature, strlen(signature));
  run.files[1] = new_memory_file(line, strlen(line));
  const char *arguments[] = {"ssh-keygen",  "-Y",        "verify", "-n",        "git",
                             "-s",          "/dev/fd/3", "-f",     "/dev/fd/4", "-I",
                             signer->party, at,          NULL};
  *why = NULL;
  if (run.files[0] < 0 || run.files[1] < 0 || !run_program(&run, arguments, &error))
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
  g_auto(ProgramRun) run = program_run_new(payload);
  *fingerprint = NULL;
  run.files[0] = new_memory_file(signature, strlen(signature));
  if (run.files[0] < 0 || !run_program(&run, arguments, NULL))
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
  g_auto(ProgramRun) run = program_run_new(nothing);
  if (!run_program(&run, arguments, NULL))
    return NULL;
  g_auto(GStrv) lines = g_strsplit(run.output, "\n", -1);
  char *weakness = NULL;
  for (char **line = lines; *line && !weakness; line++)
    weakness = weakness_of_line(*line);
  return weakness;
}

static char *fail_sign(const char *program, const ProgramRun *run, GError **error)
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
  g_auto(ProgramRun) run = program_run_new(payload);
  run.uses_terminal = isatty(STDERR_FILENO);
  if (key->file) {
    arguments[7] = key->file;
    arguments[8] = NULL;
  } else {
    g_autofree char *line = g_strconcat(key->public, "\n", NULL);
    run.files[0] = new_memory_file(line, strlen(line));
  }
  if (!run_program(&run, arguments, error))
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
  g_auto(ProgramRun) run = program_run_new(payload);
  if (!run_program(&run, arguments, error))
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
  g_auto(ProgramRun) run = program_run_new(nothing);
  if (!run_program(&run, arguments, error))
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
  g_auto(ProgramRun) run = program_run_new(key);
  guint keys;
  if (!run_program(&run, arguments, NULL) || run.status != 0)
    return NULL;
  g_autofree char *found = listed_key(run.output, "pub:", &keys);
  return keys == 1 && found ? g_strconcat("gpg:", found, NULL) : NULL;
}

char *adref_signing_program_gpg_export(const char *fingerprint, GError **error)
{
  const char *arguments[] = {"gpg",      "--batch", "--armor",   "--export-options=export-minimal",
                             "--export", "--",      fingerprint, NULL};
  g_autoptr(GString) nothing = g_string_new(NULL);
  g_auto(ProgramRun) run = program_run_new(nothing);
  if (!run_program(&run, arguments, error))
    return NULL;
  if (run.status == 0 && *run.output)
    return g_steal_pointer(&run.output);
  adref_error(error, ADREF_ERROR_NOT_FOUND, "gpg has no public key %s", fingerprint);
  return NULL;
}
