#include "work/publish/circulate.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"
#include "view/json/json_draft.h"
#include "work/publish/withdraw.h"

static void put_json(AdrefRun *run, const AdrefCirculation *made)
{
  const AdrefFrozenNumbers *frozen = made->frozen;
  g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(AdrefJsonNumber));
  for (guint i = 0; i < frozen->numbers->len; i++) {
    const AdrefNumberChange *number = frozen->numbers->pdata[i];
    AdrefJsonNumber member = {number->name, number->old, number->now};
    g_array_append_val(numbers, member);
  }
  AdrefJsonDraft draft = {.statement = run->session->statement_id,
                          .label = made->label,
                          .version = made->version.id,
                          .silence = made->silence ? made->silence->text : NULL,
                          .frozen = frozen->frozen,
                          .deleted = frozen->deleted,
                          .numbers = numbers};
  adref_put(run, adref_json_draft_write(&draft));
}

static void say(AdrefRun *run, const AdrefCirculation *made)
{
  const AdrefFrozenNumbers *frozen = made->frozen;
  gboolean renumber = adref_run_flag(run, "renumber");
  g_autoptr(GString) what = g_string_new(NULL);
  g_string_printf(what, "circulated %s/%s, version %.8s", run->session->statement_id, made->label,
                  made->version.id);
  if (renumber)
    g_string_append(what, ": numbers counted anew");
  else if (frozen->frozen > 0)
    g_string_append_printf(what, ": %u number%s frozen", frozen->frozen,
                           frozen->frozen == 1 ? "" : "s");
  if (frozen->deleted > 0)
    g_string_append_printf(what, "%s %u clause%s deleted",
                           renumber || frozen->frozen > 0 ? "," : ":", frozen->deleted,
                           frozen->deleted == 1 ? "" : "s");
  if (frozen->unprinted > 0)
    g_string_append_printf(what, "; %u note%s or comment%s left out", frozen->unprinted,
                           frozen->unprinted == 1 ? "" : "s", frozen->unprinted == 1 ? "" : "s");
  g_autofree char *until = made->silence ? adref_deadline_words(made->silence) : NULL;
  if (until)
    g_string_append_printf(what, "; under silence until %s", until);
  adref_say("%s", what->str);
  g_autoptr(GString) table = adref_frozen_numbers_table(frozen);
  if (run->json)
    put_json(run, made);
  else if (renumber)
    g_string_append(run->out, table->str);
}

/* --withdraw LABEL --reason TEXT goes with --as alone. */
static gboolean check_withdraw(const AdrefRun *run, GError **error)
{
  static const char *const others[] = {"label", "silence", "key", "message"};
  gboolean withdraws = adref_run_value(run, "withdraw") != NULL;
  gboolean other = adref_run_flag(run, "renumber") || adref_run_flag(run, "clean");
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    other = other || adref_run_value(run, others[i]);
  if (withdraws && other)
    adref_error(error, ADREF_ERROR_USAGE, "circulate: --withdraw goes with --reason and --as only");
  else if (withdraws != (adref_run_value(run, "reason") != NULL))
    adref_error(error, ADREF_ERROR_USAGE,
                "circulate: --withdraw LABEL and --reason TEXT go together");
  else
    return TRUE;
  return FALSE;
}

static gboolean check_message(const AdrefRun *run, GError **error)
{
  const char *message = adref_run_value(run, "message");
  if (!check_withdraw(run, error))
    return FALSE;
  if (!message || *message)
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "circulate: the message is empty; say what the draft is about");
  return FALSE;
}

static int withdraw(AdrefRun *run, const char *label, GError **error)
{
  AdrefWithdrawOptions withdraw_options = {label, adref_run_value(run, "reason"),
                                           adref_run_value(run, "as")};
  if (!adref_withdraw(run->session, run->session->statement, &withdraw_options, error))
    return ADREF_FAILURE;
  if (run->json)
    adref_put(run, adref_json_withdrawal_write(run->session->statement_id, label,
                                               withdraw_options.reason));
  return ADREF_YES;
}

static int run(AdrefRun *run, GError **error)
{
  if (adref_run_value(run, "withdraw"))
    return withdraw(run, adref_run_value(run, "withdraw"), error);
  AdrefCirculateOptions circulate_options = {.label = adref_run_value(run, "label"),
                                             .renumber = adref_run_flag(run, "renumber"),
                                             .clean = adref_run_flag(run, "clean"),
                                             .silence = adref_run_value(run, "silence"),
                                             .party = adref_run_value(run, "as"),
                                             .key = adref_run_value(run, "key"),
                                             .message = adref_run_value(run, "message")};
  g_autoptr(AdrefCirculation) made =
      adref_circulate(run->session, run->session->statement, &circulate_options, error);
  if (!made)
    return ADREF_FAILURE;
  say(run, made);
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"label", 0, "LABEL", NULL, FALSE, "the draft's name instead of the next in order"},
    {"renumber", 0, NULL, NULL, FALSE, "count all numbers anew, for adoption"},
    {"clean", 0, NULL, NULL, FALSE, "leave out notes and comments, so that it can be signed"},
    {"silence", 0, "DEADLINE", NULL, FALSE,
     "adopted unless somebody breaks the silence: 2023-12-01T18:00[Asia/Tokyo]"},
    {"as", 0, "PARTY", NULL, FALSE, "who circulates it"},
    {"key", 0, "KEY", NULL, FALSE, "sign the draft's tag: file of an ssh key, or gpg:NAME"},
    {"message", 'm', "TEXT", NULL, FALSE, "what is said with the draft"},
    {"withdraw", 0, "LABEL", NULL, FALSE, "withdraw a draft; its label stays, as withdrawn"},
    {"reason", 0, "TEXT", NULL, FALSE, "why it is withdrawn; all read it"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_circulate = {
    .name = "circulate",
    .arguments = "[STATEMENT]",
    .summary = "Mark the text as a draft, and freeze its numbers",
    .details =
        "Puts a label on the statement as it was saved: zero, then rev1, rev2 and so on, or the "
        "one you name. The label is an annotated git tag, STATEMENT/LABEL; `adref sync` "
        "sends it. A text with changes that are not saved, or one that does not read cleanly, is "
        "refused. Before the label is written the version is read from git alone, as in a clone: "
        "what could not be signed is refused, with all reasons.\n\n"
        "From the first draft on the numbers of paragraphs stay: what is inserted behind 12 "
        "becomes 12 bis, 12 ter; what is moved keeps its number; what is deleted leaves its "
        "number behind, with the words [deleted]. That is done when the next draft is circulated, "
        "in a version of its own.\n\n"
        "With --renumber, for adoption, all numbers are counted anew, deleted ones go, and the "
        "table of old and new numbers is printed and kept in the version's message. References to "
        "paragraphs follow; one to a deleted paragraph must be put right before.\n\n"
        "With --clean the notes of delegations and all comments are left out: a draft that has "
        "some "
        "is not signed, and not adopted by silence. The versions before keep them.\n\n"
        "With --silence the draft is adopted unless a party breaks the silence by the deadline "
        "(adref break-silence), which is an hour in a time zone and stands in the tag's message; "
        "adref status says how it stands. A text with open brackets is refused, and one "
        "whose languages contradict each other. With --as PARTY "
        "--key KEY the tag is signed, so that nobody else can say another deadline.\n\n"
        "--withdraw LABEL --reason TEXT withdraws a draft, such as one that was sent by mistake. "
        "Its label stays in the record, and is shown as withdrawn wherever the draft is; it is "
        "neither signed nor published, and nobody waits for its silence. Its number is free: after "
        "a withdrawn rev1 comes rev1-2, the second issue, because no name means two texts. A final "
        "text is corrected, not withdrawn.",
    .options = options,
    .most = 1,
    .needs =
        ADREF_NEEDS_LOCK | ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_STATEMENT | ADREF_NEEDS_REPOSITORY,
    .check = check_message,
    .usual_party = TRUE,
    .run = run,
};
