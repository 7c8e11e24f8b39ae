#include <string.h>

#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "sign/signed_field.h"
#include "work/publish/sign_draft.h"
#include "work/shared_tags.h"

static gboolean check(const AdrefRun *run, GError **error)
{
  static const char *const lines[] = {"name", "title", "place"};
  if (!adref_run_value(run, "as")) {
    adref_error(error, ADREF_ERROR_USAGE, "sign: for whom? --as PARTY is needed");
    return FALSE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    const char *value = adref_run_value(run, lines[i]);
    if (value && !adref_signed_field_check_text(lines[i], value, error))
      return FALSE;
  }
  if (adref_run_flag(run, "yes") || adref_can_ask())
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "sign: there is no terminal to ask on; --yes signs without asking");
  return FALSE;
}

/* Shows what is signed, and asks; with --yes it only shows. */
static gboolean confirm(gpointer data, const char *message, const char *fingerprint)
{
  const AdrefRun *run = data;
  adref_say("%s", message);
  adref_say("The key is %s.", fingerprint);
  if (adref_run_flag(run, "yes"))
    return TRUE;
  g_autofree char *question =
      g_strdup_printf("Sign this for %s? [y/N]", adref_run_value(run, "as"));
  g_autofree char *answer = adref_ask(question);
  return answer && (g_ascii_strcasecmp(answer, "y") == 0 || g_ascii_strcasecmp(answer, "yes") == 0);
}

/* With --confirm-hidden it only shows. */
static gboolean confirm_hidden(gpointer data, guint count, const char *line)
{
  const AdrefRun *run = data;
  const char *confirmed = adref_run_value(run, "confirm-hidden");
  adref_say("%s", line);
  if (confirmed)
    return g_ascii_strtoull(confirmed, NULL, 10) == count;
  if (!adref_can_ask())
    return FALSE;
  g_autofree char *answer = adref_ask("Sign with this? [y/N]");
  return answer && (g_ascii_strcasecmp(answer, "y") == 0 || g_ascii_strcasecmp(answer, "yes") == 0);
}

static int run(AdrefRun *run, GError **error)
{
  const char *capacity = adref_run_value(run, "capacity");
  AdrefSignDraftOptions sign_options = {.draft = run->label,
                                        .party = adref_run_value(run, "as"),
                                        .capacity = ADREF_CAPACITY_SIGNED,
                                        .key = adref_run_value(run, "key"),
                                        .name = adref_run_value(run, "name"),
                                        .title = adref_run_value(run, "title"),
                                        .place = adref_run_value(run, "place"),
                                        .replace = adref_run_flag(run, "replace"),
                                        .confirm_hidden = confirm_hidden,
                                        .confirm = confirm,
                                        .data = run};
  if (capacity)
    adref_capacity_read(capacity, &sign_options.capacity);
  if (!adref_session_require(run->session, ADREF_NEEDS_ID, run->statement, NULL, error))
    return ADREF_FAILURE;
  g_autofree char *name =
      adref_sign_draft(run->session, run->session->statement_id, &sign_options, error);
  if (!name)
    return ADREF_FAILURE;
  g_string_append_printf(run->out, "%s: %s.%s\n", name, adref_capacity_word(sign_options.capacity),
                         adref_shared_tag_hint(run->session->repo));
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "for whom you sign"},
    {"capacity", 0, "CAPACITY", "initialled|ad-referendum|approved|signed", FALSE,
     "as what (signed)"},
    ADREF_OPTION_KEY,
    {"name", 0, "NAME", NULL, FALSE, "of the signatory (git's user.name)"},
    {"title", 0, "TITLE", NULL, FALSE, "of the signatory"},
    {"place", 0, "PLACE", NULL, FALSE, "where it is signed"},
    {"confirm-hidden", 0, "N", NULL, FALSE, "sign although N places hold what a reader cannot see"},
    {"yes", 0, NULL, NULL, FALSE, "do not ask"},
    {"replace", 0, NULL, NULL, FALSE, "in the place of the party's signature that is there"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_sign = {
    .name = "sign",
    .arguments = "[STATEMENT[@LABEL]]",
    .summary = "Sign a draft for a party",
    .details =
        "Signs the draft, or the last one that was circulated, as the tag "
        "signoff/STATEMENT/LABEL/PARTY, which `git verify-tag` checks too. It shows exactly what "
        "is signed (the version, the SHA-256 of the text in every language, who must sign, for "
        "whom, as what, by whom, when) and asks.\n\n"
        "As what: initialled (ne varietur: this is the text, whatever is open in it), "
        "ad-referendum (subject to confirmation: no bracket and no reservation of the party "
        "itself), approved and signed (every clause is agreed by all, where parties keep records, "
        "and nothing is open, or the draft is adopted by silence).\n\n"
        "A character that nobody sees (a zero-width space, a direction control), letters that "
        "look like others, and titles of links are shown, and asked about one by one; without a "
        "terminal --confirm-hidden says how many of them were seen.\n\n"
        "The key is that of --key, or of git's user.signingKey, or the first of ssh's usual keys "
        "that signs for the party (adref signers). ssh-keygen or gpg signs, and asks for the "
        "passphrase or the touch; adref never sees either.",
    .options = options,
    .most = 1,
    .first = ADREF_FIRST_STATEMENT_LABEL,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_REPOSITORY | ADREF_NEEDS_SIGNERS,
    .check = check,
    .usual_party = TRUE,
    .run = run,
};
