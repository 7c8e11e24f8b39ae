#include <string.h>

#include "base/name.h"
#include "cmd/commands.h"
#include "cmd/shared/manual.h"
#include "cmd/shared/shared_options.h"
#include "history/label.h"
#include "history/version_source.h"
#include "sign/seen_signatures.h"
#include "sign/verify.h"
#include "view/json/json_verification.h"
#include "work/changes/lost_acts.h"
#include "work/check/language_check.h"
#include "work/publish/verify_package.h"

/* Where sign-offs are looked for: around a work folder, or in a bare repository. */
typedef struct {
  AdrefSession *session;
  char *statement;
  const char *label;
  AdrefStatementSnapshot *now;
  GPtrArray *lost; /* adref_lost_acts_find() */
} VerifyContext;

static void clear(VerifyContext *self)
{
  adref_statement_snapshot_free(self->now);
  g_clear_pointer(&self->lost, g_ptr_array_unref);
  g_free(self->statement);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(VerifyContext, clear)

static AdrefFileSource *head_source(AdrefRepo *repo, GError **error)
{
  AdrefVersion head;
  return adref_repo_resolve(repo, NULL, "HEAD", &head, error)
             ? adref_version_source_new(repo, &head, error)
             : NULL;
}

static gboolean open_context(VerifyContext *self, const AdrefRun *run, GError **error)
{
  if (!adref_session_open_any(self->session, error))
    return FALSE;
  self->label = run->label;
  if (self->label && !adref_name_check(ADREF_NAME_LABEL, self->label, error))
    return FALSE;
  self->statement = adref_session_choose(self->session, run->statement, error);
  return self->statement && adref_session_signers(self->session, error);
}

static gboolean read_now(VerifyContext *self, GError **error)
{
  const AdrefWorkspace *workspace = self->session->workspace;
  AdrefFileSource *source = workspace ? adref_file_source_new_folder(workspace->root)
                                      : head_source(self->session->repo, error);
  self->now = source ? adref_statement_snapshot_share(
                           source, self->statement, self->session->readings, self->session->library)
                     : NULL;
  if (self->now && !self->now->problem)
    self->lost = adref_lost_acts_find(self->session->repo, self->now->source, self->now->statement);
  else
    self->lost = g_ptr_array_new_with_free_func(g_free);
  return self->now != NULL;
}

static const char *short_key(const AdrefSignatureResult *signature)
{
  return signature->fingerprint ? signature->fingerprint : "";
}

static void put_why(AdrefRun *run, const char *text)
{
  g_autofree char *visible = adref_escape_controls(text, -1, FALSE);
  adref_manual_wrap(run->out, visible, 10);
}

/* "Hanako Yamada, Minister (Tokyo)": all that was signed of it. Caller frees. */
static char *signatory(const AdrefSignatureResult *signature)
{
  g_autofree char *all = g_strdup_printf(
      "%s%s%s%s%s%s", signature->name ? signature->name : "", signature->title ? ", " : "",
      signature->title ? signature->title : "", signature->place ? " (" : "",
      signature->place ? signature->place : "", signature->place ? ")" : "");
  return adref_escape_controls(all, -1, FALSE);
}

static void put_signature(AdrefRun *run, const AdrefSignatureResult *signature)
{
  g_autofree char *party = adref_escape_controls(signature->party, -1, FALSE);
  g_autofree char *name = signatory(signature);
  g_string_append_printf(run->out, "  %-7s %-12s", party,
                         adref_signature_verdict_label(signature->verdict));
  if (signature->has_message)
    g_string_append_printf(run->out, " %-13s  %.16s  %s", adref_capacity_word(signature->capacity),
                           signature->time, name);
  while (run->out->str[run->out->len - 1] == ' ')
    g_string_truncate(run->out, run->out->len - 1);
  g_string_append_c(run->out, '\n');
  if (signature->why)
    put_why(run, signature->why);
  else if (signature->fingerprint)
    g_string_append_printf(run->out, "          %s%s%s\n", short_key(signature),
                           signature->is_new ? ", new here" : "", signature->email ? "" : "");
}

static void put_texts(AdrefRun *run, const AdrefDraftResult *draft)
{
  for (guint i = 0; draft->texts && i < draft->texts->len; i++) {
    const AdrefSignedText *text = draft->texts->pdata[i];
    g_string_append_printf(run->out, "  %-3s %-11s sha256 %.32s...\n", text->language,
                           adref_language_role_word(text->role), text->hash);
  }
}

/* The signed draft whose text is the text as it is now; or NULL. */
static const AdrefDraftResult *present_draft(const AdrefVerification *made)
{
  for (guint i = made->drafts->len; i > 0; i--) {
    const AdrefDraftResult *draft = made->drafts->pdata[i - 1];
    if (draft->changed && !*draft->changed && adref_draft_result_is_complete(draft))
      return draft;
  }
  return NULL;
}

static void put_stale(AdrefRun *run, const VerifyContext *context, const AdrefDraftResult *draft,
                      const AdrefDraftResult *present)
{
  g_autofree char *who = present ? g_strdup_printf("%s is signed with those words", present->label)
                                 : g_strdup("nobody has signed that");
  g_autofree char *stale =
      g_strdup_printf("stale: the text has changed since (%s), and %s; adref diff %s %s shows it",
                      draft->changed, who, context->statement, draft->label);
  adref_manual_wrap(run->out, stale, 2);
}

static void put_draft(AdrefRun *run, const VerifyContext *context, const AdrefDraftResult *draft,
                      const AdrefDraftResult *present)
{
  g_string_append_printf(run->out, "%s/%s  version %.8s\n", context->statement, draft->label,
                         *draft->commit ? draft->commit : "gone");
  put_texts(run, draft);
  if (draft->corrects)
    g_string_append_printf(run->out, "  corrects %s: statements/%s/corrections/%s.md\n",
                           draft->corrects, context->statement, draft->label);
  for (guint i = 0; i < draft->signatures->len; i++)
    put_signature(run, draft->signatures->pdata[i]);
  if (draft->rule) {
    g_autofree char *rule =
        g_strdup_printf("%s: %u of %u (%s)",
                        adref_draft_result_is_complete(draft) ? "signed by all who must sign"
                                                              : "not signed by all who must sign",
                        draft->met, draft->needed, draft->rule);
    adref_manual_wrap(run->out, rule, 2);
  }
  if (draft->withdrawn) {
    g_autofree char *visible = adref_escape_controls(draft->withdrawn, -1, FALSE);
    g_autofree char *line =
        g_strdup_printf("withdrawn: %s; each sign-off here is on a withdrawn draft", visible);
    adref_manual_wrap(run->out, line, 2);
  }
  if (draft->languages) {
    g_autofree char *visible = adref_escape_controls(draft->languages, -1, FALSE);
    g_autofree char *line =
        g_strdup_printf("languages: %s; not all who must sign have accepted that", visible);
    adref_manual_wrap(run->out, line, 2);
  }
  if (draft->changed && *draft->changed)
    put_stale(run, context, draft, present);
  if (draft->unknown) {
    g_autofree char *visible = adref_escape_controls(draft->unknown, -1, FALSE);
    g_autofree char *unknown = g_strdup_printf(
        "unknown: whether the text has changed since; it cannot be read now: %s", visible);
    adref_manual_wrap(run->out, unknown, 2);
  }
}

static void put_unsigned(AdrefRun *run, const VerifyContext *context)
{
  const GPtrArray *labels = adref_session_labels(context->session, context->statement, NULL);
  const AdrefLabel *label =
      labels ? adref_repo_published_label(context->session->repo, labels, context->statement)
             : NULL;
  g_string_append_printf(run->out, "%s: nobody has signed yet\n", context->statement);
  if (label) {
    g_autofree char *line = g_strdup_printf(
        "%s was published as adopted, without signatures of parties, as its tag final/%s/%s says; "
        "adref verify PACKAGE checks its package",
        label->name, context->statement, label->name);
    adref_manual_wrap(run->out, line, 2);
  }
}

static void put_all(AdrefRun *run, const VerifyContext *context, const AdrefVerification *made)
{
  for (guint i = 0; i < made->drafts->len; i++) {
    if (i > 0)
      g_string_append_c(run->out, '\n');
    put_draft(run, context, made->drafts->pdata[i], present_draft(made));
  }
  if (made->drafts->len == 0)
    put_unsigned(run, context);
  for (guint i = 0; i < made->malformed_tags->len; i++)
    put_signature(run, made->malformed_tags->pdata[i]);
  for (guint i = 0; i < context->lost->len; i++) {
    g_autofree char *visible = adref_escape_controls(context->lost->pdata[i], -1, FALSE);
    adref_manual_wrap(run->out, visible, 2);
  }
}

/* Of a draft that was asked for: whether it is signed. Else: whether the text as it is now is, and
 * there is no invalid signature. */
static gboolean answer(const VerifyContext *context, const AdrefVerification *made)
{
  gboolean yes = FALSE;
  for (guint i = 0; i < made->drafts->len; i++) {
    const AdrefDraftResult *draft = made->drafts->pdata[i];
    if (!draft->all_valid && !draft->withdrawn)
      return FALSE;
    yes = yes || (adref_draft_result_is_complete(draft) &&
                  (context->label || (draft->changed && !*draft->changed)));
  }
  return yes && made->malformed_tags->len == 0;
}

/* Whether neither a label nor a signature has that name. */
static gboolean is_unknown(const VerifyContext *context, const AdrefVerification *made)
{
  const AdrefDraftResult *draft = context->label ? made->drafts->pdata[0] : NULL;
  return draft && !*draft->commit && draft->signatures->len == 0 && made->malformed_tags->len == 0;
}

static void check_languages(const VerifyContext *context, const AdrefVerification *made)
{
  for (guint i = 0; i < made->drafts->len; i++) {
    AdrefDraftResult *draft = made->drafts->pdata[i];
    if (*draft->commit)
      draft->languages = adref_language_check_snapshot(
          g_hash_table_lookup(made->snapshots, draft->commit), context->now->source);
  }
}

static void say_new(const AdrefVerification *made)
{
  for (guint i = 0; i < made->drafts->len; i++) {
    const AdrefDraftResult *draft = made->drafts->pdata[i];
    for (guint j = 0; j < draft->signatures->len; j++) {
      const AdrefSignatureResult *signature = draft->signatures->pdata[j];
      g_autofree char *rivals =
          signature->is_new ? adref_verification_rival_keys(made, signature->party) : NULL;
      if (signature->is_new && rivals)
        adref_say("%s: %s both sign for it here for the first time, and neither is pinned; ask the "
                  "delegation which is theirs, and revoke the other (adref signers revoke), or pin "
                  "them: git config adref.%s.pin \"KEY KEY\"",
                  signature->party, rivals, signature->party);
      else if (signature->is_new)
        adref_say("%s: the key %s is pinned here from now on; ask the delegation whether it is "
                  "theirs",
                  signature->party, signature->fingerprint);
    }
  }
}

/* --- a package --- */

/* Where the key of a valid signature is known from; "" when it is not. Caller frees. */
static char *known_from(AdrefRun *run, const AdrefSignatureResult *signature)
{
  const char *file = adref_run_value(run, "signers");
  g_autofree char *visible = file ? adref_escape_controls(file, -1, FALSE) : NULL;
  if (!adref_signature_result_is_valid(signature) || signature->is_new)
    return g_strdup("");
  return file ? g_strdup_printf(", in %s", visible) : g_strdup(", pinned here");
}

static void put_package_signature(AdrefRun *run, const AdrefSignatureResult *signature)
{
  g_autofree char *known = known_from(run, signature);
  g_autofree char *name = signatory(signature);
  g_autofree char *party = adref_escape_controls(signature->party, -1, FALSE);
  g_string_append_printf(run->out, "  %-7s %-12s %-13s  %.16s  %s\n          %s%s\n", party,
                         adref_signature_verdict_label(signature->verdict),
                         signature->has_message ? adref_capacity_word(signature->capacity) : "",
                         signature->time ? signature->time : "", name,
                         signature->fingerprint ? signature->fingerprint : "", known);
}

static void put_problems(AdrefRun *run, const GPtrArray *problems, const char *begin)
{
  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *visible = adref_escape_controls(problems->pdata[i], -1, FALSE);
    g_autofree char *line = g_strdup_printf("%s: %s", begin, visible);
    adref_manual_wrap(run->out, line, 2);
  }
}

/* Who issued the pages; an unknown key issues none. */
static void put_issue(AdrefRun *run, const AdrefPackage *package)
{
  const AdrefPageIssue *issue = package->issue;
  if (!issue || (package->adoption && issue->is_known && !package->pages_issued))
    return;
  g_autofree char *by =
      g_strdup_printf("issued by %s (%s) on %.10s", issue->fingerprint, issue->party, issue->time);
  g_autofree char *line =
      !issue->is_known
          ? g_strdup_printf("unknown key: the %s was %s; the key is neither pinned for "
                            "%s, nor that of its signature in this package: compare the "
                            "fingerprint with the one that %s gave you, then pin it (adref "
                            "signers pin) or give a file with its key: --signers FILE",
                            package->adoption ? "list ADOPTED" : "list of pages", by, issue->party,
                            issue->party)
      : package->pages_own_words && package->pages_issued
          ? g_strdup_printf("pages as %s; words of pages in the folder languages are not those of "
                            "this adref: read them",
                            by)
      : package->pages_issued
          ? g_strdup_printf("pages as %s; this adref makes some of them otherwise", by)
          : g_strdup_printf("the list of pages was %s, and holds", by);
  adref_manual_wrap(run->out, line, 2);
}

/* That the text was adopted, and what is only the word of the party that recorded it. */
static void put_adoption(AdrefRun *run, const AdrefPackage *package)
{
  const AdrefPageIssue *issue = package->issue;
  if (!package->adoption_holds) {
    adref_manual_wrap(run->out, "adoption does not hold", 2);
    return;
  }
  static const char *const levels[] = {"as agreed", "in plenary", "as confirmed by the capitals"};
  const AdrefAdoption *adoption = package->adoption;
  g_autofree char *line = g_strdup_printf(
      "adopted%s%s; recorded by %s (%s) on %.10s: %s", adoption->says_level ? " " : "",
      adoption->says_level ? levels[adoption->level] : "", issue->party, issue->fingerprint,
      issue->time,
      package->adoption->breaks->len > 0 ? "silence held on all clauses but those named above, to "
                                           "which all parties have agreed on "
                                           "record"
      : package->adoption->silence
          ? "silence held, and the records in the package have no word against it"
          : "the records in the package have the agreement of all parties to these words");
  adref_manual_wrap(run->out, line, 2);
  g_autofree char *word = g_strdup_printf(
      "the word of %s alone: that the parties made these acts, in these versions; who is a member "
      "of which group%s",
      issue->party,
      package->adoption->breaks->len > 0 ? "; that nobody else has broken the silence"
      : package->adoption->silence       ? "; that nobody has broken the silence"
                                         : "");
  adref_manual_wrap(run->out, word, 2);
}

static void put_acts(AdrefRun *run, const AdrefAdoption *adoption)
{
  for (guint i = 0; i < adoption->acts->len; i++) {
    const AdrefAdoptionAct *act = adoption->acts->pdata[i];
    g_autofree char *word = adref_escape_controls(act->act, -1, FALSE);
    g_autofree char *time = adref_escape_controls(act->time, -1, FALSE);
    g_string_append_printf(run->out, "  %-7s %-12s %u clause%s  %.16s  version %.8s\n", act->party,
                           word, act->clauses, act->clauses == 1 ? "" : "s", time, act->commit);
  }
  if (adoption->silence)
    g_string_append_printf(run->out, "  silence until %s\n", adoption->silence);
  for (guint i = 0; i < adoption->breaks->len; i++) {
    const AdrefAdoptionBreak *broken = adoption->breaks->pdata[i];
    g_autofree char *clauses = g_strjoinv(", ", broken->clauses);
    g_autofree char *line =
        g_strdup_printf("%s broke the silence on %s, %.16s", broken->party, clauses, broken->time);
    g_autofree char *safe = adref_escape_controls(line, -1, FALSE);
    adref_manual_wrap(run->out, safe, 2);
  }
}

/* How the texts that bind contradict each other. */
static void put_languages(AdrefRun *run, const AdrefPackage *package)
{
  gboolean is_adopted = package->adoption && package->adoption_holds;
  put_problems(run, package->languages,
               is_adopted                 ? "languages differ (adopted so)"
               : package->signatures_hold ? "languages differ (signed so by all)"
                                          : "languages differ");
}

/* What is wrong; then, apart: whether the signatures hold, and whether the pages are confirmed. */
static void put_answer(AdrefRun *run, const AdrefPackage *package)
{
  put_problems(run, package->problems, "WRONG");
  if (package->adoption) {
    put_adoption(run, package);
    if (package->pages_confirmed)
      adref_manual_wrap(run->out,
                        "pages confirmed: adref makes the same bytes from the adopted texts", 2);
    put_problems(run, package->page_problems, "pages not confirmed");
    put_issue(run, package);
    put_languages(run, package);
    return;
  }
  g_autofree char *hold = package->signatures_hold
                              ? g_strdup_printf("signatures hold: signed by all who must sign (%s)",
                                                package->message->rule)
                              : g_strdup("signatures do not hold");
  adref_manual_wrap(run->out, hold, 2);
  if (package->pages_confirmed)
    adref_manual_wrap(run->out, "pages confirmed: adref makes the same bytes from the signed texts",
                      2);
  put_problems(run, package->page_problems, "pages not confirmed");
  put_issue(run, package);
  put_languages(run, package);
}

/* Of which parties the identity was not checked. */
static void put_identity(AdrefRun *run, const AdrefPackage *package)
{
  g_autoptr(GString) unchecked = g_string_new(NULL);
  guint valid = 0, unknown = 0;
  for (guint i = 0; i < package->signatures->len; i++) {
    const AdrefSignatureResult *signature = package->signatures->pdata[i];
    if (!adref_signature_result_is_valid(signature))
      continue;
    valid++;
    if (!signature->is_new)
      continue;
    g_string_append_printf(unchecked, "%s%s", unknown > 0 ? ", " : "", signature->party);
    unknown++;
  }
  if (unknown == 0)
    return;
  g_autofree char *who =
      unknown == valid ? g_strdup("nobody's identity was checked")
                       : g_strdup_printf("the identity of %s was not checked", unchecked->str);
  g_autofree char *line =
      g_strdup_printf("%s: compare the fingerprints with those that the delegations gave you, or "
                      "give a file with their keys: --signers FILE",
                      who);
  adref_manual_wrap(run->out, line, 2);
}

static void put_package(AdrefRun *run, const AdrefPackage *package, const GArray *pages)
{
  const AdrefSignoffMessage *message = package->message;
  g_string_append_printf(run->out, "%s/%s%s%s\n", message ? message->statement : "?",
                         message ? message->label : "?", package->former_label ? ", corrects " : "",
                         package->former_label ? package->former_label : "");
  for (guint i = 0; message && i < message->texts->len; i++) {
    const AdrefSignedText *text = message->texts->pdata[i];
    g_string_append_printf(run->out, "  %-3s %-11s sha256 %.32s...\n", text->language,
                           adref_language_role_word(text->role), text->hash);
  }
  for (guint i = 0; i < pages->len; i++) {
    const AdrefPageCheck *page = &g_array_index(pages, AdrefPageCheck, i);
    g_string_append_printf(run->out, "  %s: %s\n", page->path, page->state);
  }
  for (guint i = 0; i < package->signatures->len; i++)
    put_package_signature(run, package->signatures->pdata[i]);
  if (package->adoption)
    put_acts(run, package->adoption);
  put_answer(run, package);
  put_identity(run, package);
}

static GArray *pages_for_json(const GArray *pages)
{
  GArray *list = g_array_new(FALSE, FALSE, sizeof(AdrefJsonPage));
  for (guint i = 0; i < pages->len; i++) {
    const AdrefPageCheck *page = &g_array_index(pages, AdrefPageCheck, i);
    AdrefJsonPage member = {page->path, page->language, page->format, page->state};
    g_array_append_val(list, member);
  }
  return list;
}

static int verify_package(AdrefRun *run, const char *argument, GError **error)
{
  g_autoptr(AdrefPackageReport) report =
      adref_verify_package(run->folder, argument, adref_run_value(run, "signers"), error);
  if (!report)
    return ADREF_FAILURE;
  g_autoptr(GArray) pages = pages_for_json(report->pages);
  if (run->json)
    adref_put(run, adref_json_package_write(report->package, pages));
  else
    put_package(run, report->package, report->pages);
  return adref_package_is_good(report->package) ? ADREF_YES : ADREF_NO;
}

static int run(AdrefRun *run, GError **error)
{
  g_auto(VerifyContext) context = {.session = run->session};
  const char *argument = adref_run_argument(run, 0);
  if (adref_verify_package_is_one(run->folder, argument))
    return verify_package(run, argument, error);
  if (argument && (strchr(argument, '/') || g_str_has_suffix(argument, ".tar"))) {
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: no package is here: neither an archive (.tar) nor a folder with MANIFEST",
                argument);
    return ADREF_FAILURE;
  }
  if (adref_run_value(run, "signers")) {
    adref_error(error, ADREF_ERROR_USAGE,
                "--signers goes with a package; the keys of a workspace stand in its file signers");
    return ADREF_FAILURE;
  }
  if (!open_context(&context, run, error) || !read_now(&context, error))
    return ADREF_FAILURE;
  AdrefVerifyOptions verify_options = {.repo = context.session->repo,
                                       .statement = context.statement,
                                       .label = context.label,
                                       .signers = context.session->signers,
                                       .now = context.now,
                                       .readings = context.session->readings,
                                       .library = context.now->library,
                                       .clock = context.session->now,
                                       .checks = adref_signature_check_steps,
                                       .count = adref_signature_check_step_count};
  g_autoptr(AdrefVerification) made = adref_verify(&verify_options, error);
  if (!made)
    return ADREF_FAILURE;
  if (is_unknown(&context, made)) {
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: no draft is called %s, and nobody has signed one", context.statement,
                context.label);
    return ADREF_FAILURE;
  }
  gboolean yes = answer(&context, made);
  check_languages(&context, made);
  say_new(made);
  adref_verification_save_seen(made, context.session->repo);
  if (run->json)
    adref_put(run, adref_json_verification_write(made, context.statement, yes, context.lost));
  else
    put_all(run, &context, made);
  return yes ? ADREF_YES : ADREF_NO;
}

static const AdrefOption options[] = {
    {"signers", 0, "FILE", NULL, FALSE,
     "of a package: the keys that sign for each party, as in the files signers and signers.gpg"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_verify = {
    .name = "verify",
    .arguments = "[STATEMENT[@LABEL] | PACKAGE]",
    .summary = "Check who has signed, and whether it holds",
    .details =
        "For each draft that was signed, or for one: every party with its verdict, capacity, time "
        "and key. All texts and hashes are computed anew; nothing is believed but the keys that "
        "are pinned here (`adref help signers`). It works without a network, in a bare repository "
        "too, and a sign-off that was seen once is missed when it is gone.\n\n"
        "PACKAGE is an archive that `adref finalize` made, or its folder; it is checked without "
        "the repository. The answer says apart whether the signatures hold, and whether the pages "
        "are confirmed: adref makes every page anew from the signed texts and compares the bytes. "
        "A page that this adref makes otherwise is \"as issued by KEY (PARTY)\" when that party "
        "signed the list of pages (`adref finalize --as`), the page has the bytes of the list, and "
        "the key is pinned, or in --signers, or the one with which the party signed the text. "
        "The keys in a package are whoever's who made it: in a workspace, a key that differs from "
        "the one pinned there is KEY CHANGED; elsewhere compare the fingerprints, or give the "
        "keys that you know with --signers.\n\n"
        "Where texts that bind contradict each other (adref status --languages) and not all who "
        "must sign have accepted it, the difference is named; it changes no answer, for signatures "
        "bind the words as they are. A package has no records: every difference is named.\n\n"
        "The exit status is 0 when the draft asked for is signed by all who must sign, or, without "
        "a label, when the text as it is now is one; of a package, when the signatures hold, the "
        "pages are confirmed or as a known key issued them, and nothing else is wrong; else 1.",
    .options = options,
    .most = 1,
    .first = ADREF_FIRST_STATEMENT_LABEL,
    .run = run,
};
