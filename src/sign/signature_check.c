#include "sign/signature_check.h"

#include <string.h>

static void read_sshsig(AdrefSignatureCheck *self)
{
  if (self->signoff->signed_by == ADREF_SIGNATURE_FORMAT_SSH)
    self->sshsig = adref_sshsig_read(self->signoff->signature);
  if (self->sshsig)
    self->fingerprint = g_strdup(self->sshsig->fingerprint);
}

void adref_signature_check_parse(AdrefSignatureCheck *self)
{
  g_autoptr(GError) error = NULL;
  adref_signoff_split_tag_name(self->name, &self->statement, &self->label, &self->party);
  if (!self->bytes)
    return;
  gsize length;
  const char *bytes = g_bytes_get_data(self->bytes, &length);
  self->signoff = adref_signoff_read(bytes, length);
  self->message =
      adref_signoff_message_read(self->signoff->message->str, self->signoff->message->len, &error);
  if (!self->message)
    self->message_problem = g_strdup(error->message);
  read_sshsig(self);
}

void adref_signature_check_free(AdrefSignatureCheck *self)
{
  if (!self)
    return;
  g_free(self->statement);
  g_free(self->label);
  g_free(self->party);
  g_clear_pointer(&self->bytes, g_bytes_unref);
  adref_signoff_free(self->signoff);
  adref_signoff_message_free(self->message);
  g_free(self->message_problem);
  adref_sshsig_free(self->sshsig);
  g_free(self->fingerprint);
  g_free(self->weakness);
  g_free(self);
}

static gboolean fail(GString *why, const char *format, ...) G_GNUC_PRINTF(2, 3);

static gboolean fail(GString *why, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_string_append_vprintf(why, format, args);
  va_end(args);
  return FALSE;
}

static gboolean is_named(AdrefSignatureCheck *self, GString *why)
{
  return self->party ||
         fail(why, "its name is not signoff/STATEMENT/LABEL/PARTY, each with allowed letters only");
}

static gboolean is_object(AdrefSignatureCheck *self, GString *why)
{
  return self->bytes || fail(why, "it has no signature at all: %s",
                             self->problem ? self->problem : "there is no tag object");
}

static gboolean is_well_formed(AdrefSignatureCheck *self, GString *why)
{
  gsize length;
  const char *bytes = g_bytes_get_data(self->bytes, &length);
  const char *problem = adref_signoff_problem(self->signoff, bytes, length);
  return !problem || fail(why, "%s", problem);
}

static gboolean has_known_format(AdrefSignatureCheck *self, GString *why)
{
  guint form = adref_signoff_message_form(self->signoff->message->str, self->signoff->message->len);
  return form <= ADREF_SIGNOFF_FORM ||
         fail(why,
              "it has the form \"adref sign-off %u\", and this adref knows forms up to %u; a later "
              "adref checks it",
              form, ADREF_SIGNOFF_FORM);
}

static gboolean has_message(AdrefSignatureCheck *self, GString *why)
{
  return self->message || fail(why, "%s", self->message_problem);
}

static gboolean is_exact(AdrefSignatureCheck *self, GString *why)
{
  g_autoptr(GString) again = adref_signoff_message_write(self->message);
  return g_string_equal(again, self->signoff->message) ||
         fail(why, "the message has lines that are not allowed, or is not in its fixed form");
}

static gboolean is_own_name(AdrefSignatureCheck *self, GString *why)
{
  g_autofree char *name = g_strconcat("signoff/", self->name, NULL);
  return g_strcmp0(self->signoff->tag, name) == 0 ||
         fail(why, "it was signed as %s",
              self->signoff->tag ? self->signoff->tag : "a tag without a name");
}

static gboolean is_own(const char *said, const char *named, const char *what, GString *why)
{
  return strcmp(said, named) == 0 || fail(why, "it was signed for the %s %s", what, said);
}

static gboolean is_own_statement(AdrefSignatureCheck *self, GString *why)
{
  return is_own(self->message->statement, self->statement, "statement", why);
}

static gboolean is_own_label(AdrefSignatureCheck *self, GString *why)
{
  return is_own(self->message->label, self->label, "label", why);
}

static gboolean is_own_party(AdrefSignatureCheck *self, GString *why)
{
  return is_own(self->message->party, self->party, "party", why);
}

static gboolean is_own_commit(AdrefSignatureCheck *self, GString *why)
{
  if (g_strcmp0(self->signoff->type, "commit") == 0 &&
      g_strcmp0(self->signoff->object, self->message->commit) == 0 &&
      strcmp(self->commit, self->message->commit) == 0)
    return TRUE;
  return fail(why, "version %.8s was signed, and the tag leads to %.8s", self->message->commit,
              *self->commit ? self->commit : "nothing");
}

static gboolean is_time_of_tag(AdrefSignatureCheck *self, GString *why)
{
  gint64 time;
  int offset;
  return (adref_signoff_message_seconds(self->message, &time, &offset) &&
          time == self->signoff->time && offset == self->signoff->offset) ||
         fail(why, "the time of the message is not that of the tag");
}

static gboolean is_draft_unmoved(AdrefSignatureCheck *self, GString *why)
{
  if (strcmp(self->label_commit, self->message->commit) == 0)
    return TRUE;
  return *self->label_commit
             ? fail(why, "the draft %s was version %.8s when it was signed, and is %.8s now",
                    self->label, self->message->commit, self->label_commit)
             : fail(why, "the draft %s, which was version %.8s, does not exist any more",
                    self->label, self->message->commit);
}

static gboolean is_not_replaced(AdrefSignatureCheck *self, GString *why)
{
  return !self->replaced ||
         fail(why, "git shows another object instead of %s (git replace -l)", self->replaced);
}

static gboolean is_readable(AdrefSignatureCheck *self, GString *why)
{
  if (self->snapshot && !self->snapshot->problem)
    return TRUE;
  return fail(why, "the version %.8s cannot be read: %s", self->message->commit,
              self->snapshot ? self->snapshot->problem : "it is not here");
}

static gboolean is_of_a_party(AdrefSignatureCheck *self, GString *why)
{
  return adref_statement_snapshot_may_sign(self->snapshot, self->party) ||
         fail(why, "%s is not a party of the statement", self->party);
}

static gboolean has_these_texts(AdrefSignatureCheck *self, GString *why)
{
  g_autofree char *difference = adref_signed_texts_difference(
      self->message->texts, self->snapshot->texts, self->message->form > 1);
  return !difference || fail(why, "the version differs from what was signed in %s", difference);
}

static gboolean has_these_facts(AdrefSignatureCheck *self, GString *why)
{
  return self->message->form == 1 ||
         g_strcmp0(self->message->facts, self->snapshot->facts_hash) == 0 ||
         fail(why, "the version prints other facts than were signed: title, place, date, parties, "
                   "roles, alternats or numbering");
}

static gboolean has_this_correction(AdrefSignatureCheck *self, GString *why)
{
  if (g_strcmp0(self->message->corrects, self->corrects) == 0)
    return TRUE;
  return self->corrects
             ? fail(why, "the proc\303\250s-verbal of the version is not the one that was signed")
             : fail(why, "the version corrects nothing, and a correction was signed");
}

static gboolean correction_is_true(AdrefSignatureCheck *self, GString *why)
{
  const char *problem =
      self->message->form > 1 ? self->correction_problem : self->older_correction_problem;
  return !problem || fail(why, "%s", problem);
}

static gboolean has_this_rule(AdrefSignatureCheck *self, GString *why)
{
  return strcmp(self->message->rule, self->snapshot->rule_text) == 0 ||
         fail(why, "who must sign was \"%s\" when it was signed, and is \"%s\" in the version",
              self->message->rule, self->snapshot->rule_text);
}

/* The key of a gpg signature is known only after gpg has run. */
static void run_gpg(AdrefSignatureCheck *self)
{
  if (self->gpg_ran || self->signoff->signed_by != ADREF_SIGNATURE_FORMAT_PGP)
    return;
  self->gpg = adref_signing_program_gpg_verify(self->signoff->payload, self->signoff->signature,
                                               &self->fingerprint);
  self->weakness = self->fingerprint ? adref_signing_program_gpg_weakness(self->fingerprint) : NULL;
  self->gpg_ran = TRUE;
}

/* Without the program, or the public key, the verdict is "not checked", not "forged". */
static gboolean has_program(AdrefSignatureCheck *self, GString *why)
{
  const char *name = self->signoff->signed_by == ADREF_SIGNATURE_FORMAT_PGP ? "gpg" : "ssh-keygen";
  g_autofree char *path = g_find_program_in_path(name);
  if (!path)
    return fail(why, "%s is not installed, which checks it", name);
  run_gpg(self);
  return !self->gpg_ran || self->gpg != ADREF_GPG_NO_KEY ||
         fail(why, "gpg does not have the public key; import it, and compare the fingerprint");
}

static gboolean is_good_for_gpg(AdrefSignatureCheck *self, GString *why)
{
  run_gpg(self);
  return !self->gpg_ran || (self->gpg != ADREF_GPG_BAD && self->fingerprint) ||
         fail(why, "gpg says that the signature is not good");
}

static gboolean has_readable_sshsig(AdrefSignatureCheck *self, GString *why)
{
  return self->signoff->signed_by != ADREF_SIGNATURE_FORMAT_SSH || self->sshsig ||
         fail(why, "its signature cannot be read");
}

static gboolean is_for_git(AdrefSignatureCheck *self, GString *why)
{
  return !self->sshsig || strcmp(self->sshsig->namespace, "git") == 0 ||
         fail(why, "the signature is for \"%s\", and not for git", self->sshsig->namespace);
}

static gboolean is_known(AdrefSignatureCheck *self, GString *why)
{
  self->signer =
      self->fingerprint ? adref_signers_find(self->signers, self->party, self->fingerprint) : NULL;
  if (self->signer)
    return TRUE;
  if (!self->fingerprint)
    return fail(why, "the signature does not name its key");
  const char *other = adref_signers_party_of_key(self->signers, self->fingerprint);
  return other ? fail(why, "the key %s is one of %s", self->fingerprint, other)
               : fail(why, "the key %s is not one of %s in the file signers", self->fingerprint,
                      self->party);
}

static gboolean is_strong(AdrefSignatureCheck *self, GString *why)
{
  g_autofree char *weakness = self->sshsig    ? adref_ssh_key_weakness(self->sshsig->key)
                              : self->gpg_ran ? g_strdup(self->weakness)
                                              : NULL;
  return !weakness || fail(why, "the key %s is %s, too weak to trust its signatures",
                           self->fingerprint, weakness);
}

static gboolean may_sign_git(AdrefSignatureCheck *self, GString *why)
{
  return !self->signer || adref_signer_allows(self->signer, "git") ||
         fail(why, "the file signers does not let the key %s sign for git", self->fingerprint);
}

static gboolean is_pinned(AdrefSignatureCheck *self, GString *why)
{
  g_auto(GStrv) pins = self->pins ? g_strsplit(self->pins, " ", -1) : NULL;
  return !pins || !self->fingerprint ||
         g_strv_contains((const char *const *)pins, self->fingerprint) ||
         fail(why,
              "THE KEY HAS CHANGED: %s signed with %s here before, and this is %s; ask the "
              "delegation for its fingerprint before you pin it",
              self->party, self->pins, self->fingerprint);
}

static gboolean is_not_revoked(AdrefSignatureCheck *self, GString *why)
{
  if (self->gpg_ran && self->gpg == ADREF_GPG_REVOKED)
    return fail(why, "gpg says that the key %s was revoked", self->fingerprint);
  return !self->fingerprint ||
         (!g_hash_table_contains(self->signers->revoked, self->fingerprint) &&
          (!self->revoked || !g_hash_table_contains(self->revoked, self->fingerprint))) ||
         fail(why, "the key %s was revoked", self->fingerprint);
}

static gboolean is_in_time(AdrefSignatureCheck *self, GString *why)
{
  if (self->gpg_ran && self->gpg == ADREF_GPG_EXPIRED)
    return fail(why, "gpg says that the key %s or its signature has expired", self->fingerprint);
  if (!self->signer)
    return TRUE;
  if (self->signer->after && self->signoff->time < self->signer->after)
    return fail(why, "the key %s was not valid yet", self->fingerprint);
  return !self->signer->before || self->signoff->time < self->signer->before ||
         fail(why, "the key %s was no longer valid", self->fingerprint);
}

/* A clock may be a little fast. */
enum {
  FAST_CLOCK = 600 /* seconds */
};

static gboolean is_of_the_past(AdrefSignatureCheck *self, GString *why)
{
  return self->clock == 0 || self->signoff->time <= self->clock + FAST_CLOCK ||
         fail(why,
              "its time is later than the clock of this computer; if this clock is right, the "
              "clock of %s was wrong, and %s signs again%s",
              self->party, self->party, self->message ? " (adref sign --replace)" : "");
}

static gboolean is_not_older(AdrefSignatureCheck *self, GString *why)
{
  return self->signoff->time >= self->seen_time ||
         fail(why, "a later sign-off of %s was valid here before; this one is older", self->party);
}

/* The checks before have found the party's key; this one verifies the signature over the bytes. */
static gboolean is_signed(AdrefSignatureCheck *self, GString *why)
{
  g_autofree char *said = NULL;
  if (self->signoff->signed_by == ADREF_SIGNATURE_FORMAT_PGP)
    return (self->gpg_ran && self->gpg == ADREF_GPG_GOOD) ||
           fail(why, "gpg says that the signature is not good");
  if (!self->signer)
    return fail(why, "there is no key to check the signature with");
  return adref_signing_program_ssh_verify(self->signoff->payload, self->signoff->signature,
                                          self->signer, self->signoff->time, &said) ||
         fail(why, "the signature is not that of the key over these bytes: %s", said);
}

enum {
  PACKAGE_SSH = ADREF_SIGNATURE_CHECK_PACKAGE_SSH,
  PACKAGE = ADREF_SIGNATURE_CHECK_PACKAGE_SSH | ADREF_SIGNATURE_CHECK_PACKAGE_GPG,
  KEY = ADREF_SIGNATURE_CHECK_KEY
};

const AdrefSignatureCheckStep adref_signature_check_steps[] = {
    {"name", ADREF_SIGNATURE_VERDICT_MISNAMED, is_named, PACKAGE},
    {"object", ADREF_SIGNATURE_VERDICT_UNSIGNED, is_object, PACKAGE},
    {"form", ADREF_SIGNATURE_VERDICT_MALFORMED, is_well_formed, PACKAGE | KEY},
    {"own-name", ADREF_SIGNATURE_VERDICT_COPIED, is_own_name, PACKAGE},
    {"format", ADREF_SIGNATURE_VERDICT_NOT_CHECKED, has_known_format, PACKAGE},
    {"message", ADREF_SIGNATURE_VERDICT_MALFORMED, has_message, PACKAGE},
    {"exact", ADREF_SIGNATURE_VERDICT_MALFORMED, is_exact, PACKAGE},
    {"statement", ADREF_SIGNATURE_VERDICT_COPIED, is_own_statement, PACKAGE},
    {"label", ADREF_SIGNATURE_VERDICT_COPIED, is_own_label, PACKAGE},
    {"party", ADREF_SIGNATURE_VERDICT_COPIED, is_own_party, PACKAGE},
    {"commit", ADREF_SIGNATURE_VERDICT_MOVED, is_own_commit, PACKAGE},
    {"time", ADREF_SIGNATURE_VERDICT_MALFORMED, is_time_of_tag, PACKAGE},
    {"draft", ADREF_SIGNATURE_VERDICT_DRAFT_MOVED, is_draft_unmoved, 0},
    {"replaced", ADREF_SIGNATURE_VERDICT_REPLACED, is_not_replaced, 0},
    {"readable", ADREF_SIGNATURE_VERDICT_UNREADABLE, is_readable, 0},
    {"member", ADREF_SIGNATURE_VERDICT_NO_PARTY, is_of_a_party, 0},
    {"texts", ADREF_SIGNATURE_VERDICT_OTHER_TEXT, has_these_texts, 0},
    {"facts", ADREF_SIGNATURE_VERDICT_OTHER_FACTS, has_these_facts, 0},
    {"rule", ADREF_SIGNATURE_VERDICT_OTHER_RULE, has_this_rule, 0},
    {"corrects", ADREF_SIGNATURE_VERDICT_OTHER_TEXT, has_this_correction, 0},
    {"correction", ADREF_SIGNATURE_VERDICT_FALSE_LIST, correction_is_true, 0},
    {"program", ADREF_SIGNATURE_VERDICT_NOT_CHECKED, has_program, PACKAGE | KEY},
    {"gpg", ADREF_SIGNATURE_VERDICT_FORGED, is_good_for_gpg, PACKAGE | KEY},
    {"armour", ADREF_SIGNATURE_VERDICT_MALFORMED, has_readable_sshsig, PACKAGE | KEY},
    {"namespace", ADREF_SIGNATURE_VERDICT_WRONG_USE, is_for_git, PACKAGE | KEY},
    {"key", ADREF_SIGNATURE_VERDICT_NOT_TRUSTED, is_known, PACKAGE_SSH | KEY},
    {"strength", ADREF_SIGNATURE_VERDICT_NOT_TRUSTED, is_strong, PACKAGE | KEY},
    {"use", ADREF_SIGNATURE_VERDICT_NOT_TRUSTED, may_sign_git, PACKAGE | KEY},
    {"pin", ADREF_SIGNATURE_VERDICT_KEY_CHANGED, is_pinned, PACKAGE | KEY},
    {"revoked", ADREF_SIGNATURE_VERDICT_REVOKED, is_not_revoked, PACKAGE | KEY},
    {"dates", ADREF_SIGNATURE_VERDICT_EXPIRED, is_in_time, PACKAGE | KEY},
    {"clock", ADREF_SIGNATURE_VERDICT_FUTURE, is_of_the_past, PACKAGE | KEY},
    {"replay", ADREF_SIGNATURE_VERDICT_REPLAYED, is_not_older, 0},
    {"signature", ADREF_SIGNATURE_VERDICT_FORGED, is_signed, PACKAGE | KEY},
};

const gsize adref_signature_check_step_count = G_N_ELEMENTS(adref_signature_check_steps);

const AdrefSignatureCheckStep *adref_signature_check_run(AdrefSignatureCheck *self,
                                                         const AdrefSignatureCheckStep *checks,
                                                         gsize count, GString *why)
{
  for (gsize i = 0; i < count; i++)
    if (!checks[i].holds(self, why))
      return &checks[i];
  return NULL;
}

GArray *adref_signature_check_steps_for(AdrefSignatureCheckScope scope)
{
  GArray *steps = g_array_new(FALSE, FALSE, sizeof(AdrefSignatureCheckStep));
  for (gsize i = 0; i < adref_signature_check_step_count; i++)
    if (adref_signature_check_steps[i].scopes & scope)
      g_array_append_val(steps, adref_signature_check_steps[i]);
  return steps;
}

char *adref_signature_check_key(AdrefSignatureCheck *self)
{
  g_autoptr(GArray) steps = adref_signature_check_steps_for(ADREF_SIGNATURE_CHECK_KEY);
  g_autoptr(GString) why = g_string_new(NULL);
  read_sshsig(self);
  return adref_signature_check_run(self, (const AdrefSignatureCheckStep *)(const void *)steps->data,
                                   steps->len, why)
             ? g_string_free(g_steal_pointer(&why), FALSE)
             : NULL;
}
