#include "work/publish/break_silence.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "sign/signed_field.h"
#include "work/shared_tags.h"

static void put(AdrefRun *run, const AdrefBrokenSilence *broken)
{
  g_autofree char *until = adref_deadline_words(broken->deadline);
  g_autofree char *span = adref_deadline_duration(ABS(broken->late));
  g_autofree char *clauses =
      broken->clauses == 0
          ? g_strdup("")
          : g_strdup_printf("%u clause%s of ", broken->clauses, broken->clauses == 1 ? "" : "s");
  g_string_append_printf(run->out, "%s breaks the silence on %s%s/%s, %s %s it ended, %s.\n",
                         adref_run_value(run, "as"), clauses, run->session->statement_id,
                         broken->label, span, broken->late > 0 ? "AFTER" : "before", until);
  g_string_append_printf(run->out, "Nobody knows it yet.%s\n",
                         adref_shared_tag_hint(run->session->repo));
}

static gboolean check(const AdrefRun *run, GError **error)
{
  const char *reason = adref_run_value(run, "reason");
  if (!adref_run_value(run, "as"))
    adref_error(error, ADREF_ERROR_USAGE, "break-silence: whose word is it? --as PARTY is needed");
  else if (!reason)
    adref_error(error, ADREF_ERROR_USAGE,
                "break-silence: --reason TEXT is needed; all parties will read it");
  else
    return adref_signed_field_check_reason("reason", reason, error);
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  AdrefBreakSilenceOptions break_options = {.draft = run->label,
                                            .party = adref_run_value(run, "as"),
                                            .reason = adref_run_value(run, "reason"),
                                            .key = adref_run_value(run, "key"),
                                            .count = run->arguments->len - run->clauses};
  if (break_options.count > 0) /* an empty array has no address to count from */
    break_options.clauses = (char *const *)run->arguments->pdata + run->clauses;
  g_autoptr(AdrefBrokenSilence) broken =
      adref_break_silence(run->session, run->session->statement, &break_options, error);
  if (!broken)
    return ADREF_FAILURE;
  put(run, broken);
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "who breaks the silence"},
    {"reason", 0, "TEXT", NULL, FALSE, "why; all parties read it"},
    ADREF_OPTION_KEY,
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_break_silence = {
    .name = "break-silence",
    .arguments = "[STATEMENT[@LABEL]] [CLAUSE...]",
    .summary = "Object to a draft that is under silence",
    .details =
        "Keeps the tag silence/STATEMENT/LABEL/PARTY on the draft, with the deadline, the reason, "
        "who says it and when; `adref sync` sends it, which must happen before the "
        "deadline. It is signed as a sign-off is, with the key of --key, or of git's "
        "user.signingKey, or the first of ssh's usual keys that signs for the party (adref "
        "signers). Where none of them can sign, it is kept unsigned, which is said.\n\n"
        "With clauses, by id, number, address or range (3-9, 12), the silence is broken on these "
        "alone, and goes on over the others: `adref status` says \"silence held on 59 of 86 "
        "paragraphs\" after the deadline. They are clauses of the draft, whatever the text has "
        "become since. A party breaks the silence on a draft once, so it names all of them; what "
        "it withholds later it says with `adref reserve`.\n\n"
        "`adref status` then says that the silence is broken, by whom, when and why. A break "
        "whose own clock is after the deadline is told as too late. No clock is proof, though: "
        "what reached the secretariat first is what its own repository says, in the file "
        "logs/refs/tags/silence/STATEMENT/LABEL/PARTY (with core.logAllRefUpdates set to "
        "always).",
    .options = options,
    .most = 1000,
    .first = ADREF_FIRST_STATEMENT_LABEL_CLAUSES,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_REPOSITORY |
             ADREF_NEEDS_SIGNERS,
    .check = check,
    .usual_party = TRUE,
    .run = run,
};
