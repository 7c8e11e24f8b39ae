#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "history/person.h"
#include "history/save.h"
#include "sign/seen_signatures.h"
#include "sign/verify.h"
#include "view/json/json_verification.h"
#include "work/user_key.h"

typedef struct {
  AdrefRun *run;
  AdrefSession *session;
  AdrefRepo *repo;
  const AdrefSigners *signers;
} SignersRequest;

static const char *state_of(const SignersRequest *self, const AdrefSigner *signer)
{
  g_autofree char *pins = adref_key_pins_get(self->repo, signer->party);
  gint64 now = self->session->now;
  if (g_hash_table_contains(self->signers->revoked, signer->fingerprint))
    return "revoked";
  if (signer->before && now >= signer->before)
    return "expired";
  if (signer->after && now < signer->after)
    return "not valid yet";
  if (!pins)
    return "not pinned";
  g_auto(GStrv) list = g_strsplit(pins, " ", -1);
  return g_strv_contains((const char *const *)list, signer->fingerprint) ? "pinned" : "KEY CHANGED";
}

static int list(SignersRequest *self)
{
  g_autoptr(AdrefJsonList) all = adref_json_list_new();
  for (guint i = 0; i < self->signers->all->len; i++) {
    const AdrefSigner *signer = self->signers->all->pdata[i];
    const char *state = state_of(self, signer);
    if (self->run->json)
      adref_json_signer_add(all, signer, state);
    else
      g_string_append_printf(self->run->out, "%-6s %-11s %s\n       %s\n", signer->party, state,
                             signer->fingerprint, signer->email ? signer->email : "");
  }
  if (self->run->json)
    adref_put(self->run, adref_json_list_write(all));
  else if (self->signers->all->len == 0)
    g_string_append(self->run->out,
                    "nobody can sign yet; adref signers add KEY.pub --as PARTY lets a key sign\n");
  return ADREF_YES;
}

/* Adds a line to a file of the workspace's root, and saves it as a version. */
static gboolean append(SignersRequest *self, const char *name, const char *line,
                       const char *subject, const char *party, GError **error)
{
  g_autofree char *path = adref_session_path(self->session, name);
  g_autofree char *old = NULL;
  if (g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_autoptr(GBytes) bytes = adref_file_read_text(path, name, ADREF_SIGNERS_LIMIT, error);
    if (!bytes)
      return FALSE;
    old = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  }
  gboolean joined = !old || !*old || g_str_has_suffix(old, "\n");
  g_autofree char *text = g_strconcat(old ? old : "", joined ? "" : "\n", line, NULL);
  g_autofree char *trailer = g_strdup_printf("Party: %s", party);
  const char *paths[] = {name, NULL}, *trailers[] = {trailer, "Action: signers", NULL};
  AdrefRepoSaveOptions save = {.subject = subject, .trailers = trailers, .paths = paths};
  AdrefVersion version;
  gboolean saved;
  g_auto(AdrefUserKey) key = {0};
  if (!adref_session_check_identity(self->session, error) ||
      !adref_user_key_sign_version(self->session, &key, &save.signer, error) ||
      !adref_file_write(path, text, strlen(text), error) ||
      !adref_repo_save(self->repo, &save, &version, &saved, error))
    return FALSE;
  adref_say("saved version %.8s: %s", version.id, subject);
  return TRUE;
}

static AdrefSigner *read_key(const SignersRequest *self, const char *argument, const char *party,
                             const char *email, GError **error)
{
  if (g_str_has_prefix(argument, "gpg:")) {
    g_autofree char *fingerprint =
        adref_signing_program_gpg_find_key(NULL, argument + strlen("gpg:"), error);
    return fingerprint ? adref_signer_new_gpg(fingerprint, party, email, error) : NULL;
  }
  g_autofree char *path = g_canonicalize_filename(argument, self->run->folder);
  g_autoptr(GBytes) bytes = adref_file_read_text(path, argument, ADREF_SIGNERS_LIMIT, error);
  if (!bytes)
    return NULL;
  g_autofree char *text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  if (!strstr(text, "PRIVATE KEY"))
    return adref_signer_new(text, party, email, argument, error);
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: a private key, which must never leave its owner; %s.pub is the public one",
              argument, argument);
  return NULL;
}

static gboolean check_known(const SignersRequest *self, const AdrefSigner *signer, GError **error)
{
  const char *holder = adref_signers_party_of_key(self->signers, signer->fingerprint);
  if (!holder && !g_hash_table_contains(self->signers->revoked, signer->fingerprint))
    return TRUE;
  if (holder)
    adref_error(error, ADREF_ERROR_REFUSED, "the key %s signs for %s already", signer->fingerprint,
                holder);
  else
    adref_error(error, ADREF_ERROR_REFUSED, "the key %s was revoked", signer->fingerprint);
  return FALSE;
}

static gboolean is_party(const SignersRequest *self, const char *party, GError **error)
{
  if (party && adref_parties_get(adref_library_parties(self->session->library), party))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "signers: whose key? a code of templates/parties.yaml is "
              "needed (adref parties)");
  return FALSE;
}

static int add(SignersRequest *self, const char *argument, GError **error)
{
  const char *party = adref_run_value(self->run, "as"),
             *given = adref_run_value(self->run, "email");
  if (!is_party(self, party, error))
    return ADREF_USAGE;
  const AdrefPerson *person = adref_session_person(self->session, ADREF_PERSON_ROLE_AUTHOR, error);
  g_autoptr(AdrefSigner) signer =
      person ? read_key(self, argument, party, given ? given : person->email, error) : NULL;
  if (!signer || !check_known(self, signer, error))
    return ADREF_FAILURE;
  g_autofree char *line = adref_signer_line(signer);
  g_autofree char *subject = g_strdup_printf("signers: a key of %s", party);
  gboolean gpg = strcmp(signer->type, "gpg") == 0;
  g_autofree char *pins = adref_key_pins_get(self->repo, party);
  if (!append(self, gpg ? ADREF_SIGNERS_GPG : ADREF_SIGNERS, line, subject, party, error) ||
      (!pins && !adref_key_pins_set(self->repo, party, signer->fingerprint, error)))
    return ADREF_FAILURE;
  g_string_append_printf(self->run->out, "%s signs for %s%s\n", signer->fingerprint, party,
                         pins ? "; it is not pinned here, for another key is" : "");
  return ADREF_YES;
}

static int pin(SignersRequest *self, const char *party, const char *fingerprint, GError **error)
{
  if (!is_party(self, party, error))
    return ADREF_USAGE;
  if (!adref_signers_find(self->signers, party, fingerprint)) {
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s has no key %s in the file signers; adref signers list shows what there is",
                party, fingerprint);
    return ADREF_FAILURE;
  }
  g_autofree char *old = adref_key_pins_get(self->repo, party);
  if (!adref_key_pins_set(self->repo, party, fingerprint, error))
    return ADREF_FAILURE;
  g_string_append_printf(self->run->out, "%s is pinned to %s", party, fingerprint);
  if (old && strcmp(old, fingerprint) != 0)
    g_string_append_printf(self->run->out, ", no more to %s", old);
  g_string_append_c(self->run->out, '\n');
  return ADREF_YES;
}

static int revoke_key(SignersRequest *self, const char *fingerprint, GError **error)
{
  const char *party = adref_signers_party_of_key(self->signers, fingerprint);
  const AdrefSigner *signer = party ? adref_signers_find(self->signers, party, fingerprint) : NULL;
  if (!signer || strcmp(signer->type, "gpg") == 0) {
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "there is no ssh key %s in the file signers; a gpg key is revoked in gpg",
                fingerprint);
    return ADREF_FAILURE;
  }
  if (g_hash_table_contains(self->signers->revoked, fingerprint)) {
    adref_error(error, ADREF_ERROR_REFUSED, "the key %s was revoked before", fingerprint);
    return ADREF_FAILURE;
  }
  g_autofree char *line = g_strdup_printf("%s %s %s\n", signer->type, signer->key, party);
  g_autofree char *subject = g_strdup_printf("signers: a key of %s is revoked", party);
  if (!append(self, ADREF_SIGNERS_REVOKED, line, subject, party, error))
    return ADREF_FAILURE;
  g_string_append_printf(self->run->out, "%s of %s counts no more, whenever it signed\n",
                         fingerprint, party);
  return ADREF_YES;
}

static int run(AdrefRun *run, GError **error)
{
  AdrefSession *session = run->session;
  SignersRequest self = {run, session, session->repo, session->signers};
  const char *verb = adref_run_argument(run, 0), *first = adref_run_argument(run, 1);
  const char *second = adref_run_argument(run, 2);
  if ((!verb || strcmp(verb, "list") == 0) && !first)
    return list(&self);
  if (g_strcmp0(verb, "add") == 0 && first && !second)
    return add(&self, first, error);
  if (g_strcmp0(verb, "pin") == 0 && second)
    return pin(&self, first, second, error);
  if (g_strcmp0(verb, "revoke") == 0 && first && !second)
    return revoke_key(&self, first, error);
  static const char *const verbs[] = {"list", "add", "pin", "revoke", NULL};
  adref_run_refuse_verb(run, verbs, error);
  return ADREF_USAGE;
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "the party that the key signs for"},
    {"email", 0, "ADDRESS", NULL, FALSE, "of the signatory (git's user.email)"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_signers = {
    .name = "signers",
    .arguments = "[list | add KEY | pin PARTY FINGERPRINT | revoke FINGERPRINT]",
    .summary = "Say whose keys sign for which party",
    .details =
        "The file signers at the workspace's root has the ssh keys, in the form that ssh-keygen "
        "and git read (allowed_signers); signers.gpg has fingerprints of gpg keys; signers.revoked "
        "the ssh keys that count no more. `add` takes a public key file, or gpg:NAME, and saves a "
        "version.\n\n"
        "Anyone who may push can change these files, so they are not what is trusted: the first "
        "key with which a party is seen to sign is pinned in this repository's own git config "
        "(adref.PARTY.pin), and any other key is refused until you pin it. Compare the fingerprint "
        "with the delegation first, by telephone or on paper.",
    .options = options,
    .most = 3,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_REPOSITORY | ADREF_NEEDS_SIGNERS,
    .run = run,
};
