#include "work/user_key.h"

#include <string.h>

#include "history/config.h"
#include "sign/signing_program.h"

void adref_user_key_clear(AdrefUserKey *key)
{
  g_clear_pointer(&key->format, g_free);
  g_clear_pointer(&key->ssh_program, g_free);
  g_clear_pointer(&key->gpg_program, g_free);
  g_clear_pointer(&key->file, g_free);
  g_clear_pointer(&key->public, g_free);
  g_clear_pointer(&key->name, g_free);
}

/* git's own path: "~/" is the home folder. */
static char *expand(char *path)
{
  if (!path || !g_str_has_prefix(path, "~/"))
    return path;
  char *whole = g_build_filename(g_get_home_dir(), path + 2, NULL);
  g_free(path);
  return whole;
}

static char *program(AdrefRepo *repo, const char *key, const char *other, const char *usual)
{
  char *found = adref_repo_user_config(repo, key);
  if (!found && other)
    found = adref_repo_user_config(repo, other);
  return found ? expand(found) : g_strdup(usual);
}

/* A key that stands in the configuration itself: "key::ssh-ed25519 AAAA..." or without "key::". */
static gboolean take_ssh_key(AdrefUserKey *key, const char *configured)
{
  gboolean marked = g_str_has_prefix(configured, "key::");
  if (marked || g_str_has_prefix(configured, "ssh-"))
    key->public = g_strdup(marked ? configured + strlen("key::") : configured);
  else
    key->file = expand(g_strdup(configured));
  return TRUE;
}

/* The first line that is a key, of what the command prints. */
static gboolean run_key_command(AdrefUserKey *key, const char *command, GError **error)
{
  g_auto(GStrv) arguments = NULL;
  g_autofree char *output = NULL;
  g_autoptr(GError) cause = NULL;
  int status = 0;
  if (!g_shell_parse_argv(command, NULL, &arguments, &cause) ||
      !g_spawn_sync(NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN, NULL,
                    NULL, &output, NULL, &status, &cause)) {
    adref_error(error, ADREF_ERROR_SYSTEM, "gpg.ssh.defaultKeyCommand cannot be run: %s",
                cause->message);
    return FALSE;
  }
  g_auto(GStrv) lines = g_strsplit(output, "\n", -1);
  for (char **line = lines; status == 0 && *line; line++)
    if (g_str_has_prefix(*line, "key::") || g_str_has_prefix(*line, "ssh-"))
      return take_ssh_key(key, *line);
  adref_error(error, ADREF_ERROR_NOT_FOUND,
              "gpg.ssh.defaultKeyCommand gives no key; it prints a line \"key::ssh-...\"");
  return FALSE;
}

gboolean adref_user_key_read(AdrefSession *session, AdrefUserKey *key, GError **error)
{
  AdrefRepo *repo = adref_session_repo(session, error);
  if (!repo)
    return FALSE;
  g_autofree char *configured = adref_repo_user_config(repo, "user.signingkey");
  g_autofree char *command = adref_repo_user_config(repo, "gpg.ssh.defaultkeycommand");
  key->format = adref_repo_user_config(repo, "gpg.format");
  key->is_ssh = g_strcmp0(key->format, "ssh") == 0;
  key->is_gpg = !key->format || strcmp(key->format, "openpgp") == 0;
  key->ssh_program = program(repo, "gpg.ssh.program", NULL, "ssh-keygen");
  key->gpg_program = program(repo, "gpg.openpgp.program", "gpg.program", "gpg");
  if (key->is_gpg)
    key->name = g_steal_pointer(&configured);
  if (key->is_ssh && configured)
    return take_ssh_key(key, configured);
  return !key->is_ssh || !command || run_key_command(key, command, error);
}

static char *sign_version(gpointer data, const GString *payload, GError **error)
{
  const AdrefUserKey *key = data;
  if (key->is_gpg)
    return adref_signing_program_gpg_sign(key->gpg_program, payload, key->name, error);
  AdrefSshKey ssh = {key->ssh_program, key->file, key->public};
  return adref_signing_program_ssh_sign(&ssh, payload, error);
}

/* gpg chooses a key by the committer, as git lets it. */
static gboolean choose_committer(AdrefSession *session, AdrefUserKey *key, GError **error)
{
  const AdrefPerson *person = adref_session_person(session, ADREF_PERSON_ROLE_COMMITTER, error);
  if (person)
    key->name = g_strdup_printf("%s <%s>", person->name, person->email);
  return person != NULL;
}

gboolean adref_user_key_sign_version(AdrefSession *session, AdrefUserKey *key,
                                     AdrefVersionSigner *signer, GError **error)
{
  AdrefRepo *repo = adref_session_repo(session, error);
  if (!repo || !adref_repo_config_is_true(repo, "commit.gpgsign"))
    return repo != NULL;
  if (!adref_user_key_read(session, key, error))
    return FALSE;
  if ((!key->is_gpg && !key->is_ssh) || (key->is_ssh && !key->file && !key->public)) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "commit.gpgsign is set, and %s; git config --global %s, or switch it off for this "
                "repository: git config commit.gpgsign false",
                key->is_ssh ? "no key is" : "adref signs with ssh or openpgp only",
                key->is_ssh ? "user.signingKey FILE names one" : "gpg.format ssh sets that");
    return FALSE;
  }
  if (key->is_gpg && !key->name && !choose_committer(session, key, error))
    return FALSE;
  *signer = (AdrefVersionSigner){sign_version, key};
  return TRUE;
}
