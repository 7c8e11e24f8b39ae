#include "cmd/act.h"

#include <string.h>

#include "base/name.h"
#include "sign/signed_field.h"
#include "work/negotiate/record_act.h"

/* Whether words look as if they were of one language, or of several: "ja=...", "{en: ..., ja:
 * ...}".
 */
static gboolean names_languages(const char *words)
{
  const char *start = *words == '{' ? words + 1 + strspn(words + 1, " ") : words;
  gsize length = strcspn(start, "=:");
  g_autofree char *language = g_strndup(start, length);
  return start[length] == (*words == '{' ? ':' : '=') && length > 0 &&
         adref_name_is(ADREF_NAME_LANGUAGE, language);
}

/* Pages print the words as they are in every language. */
static gboolean check_words(const char *option, const char *words, GError **error)
{
  if (!words)
    return TRUE;
  if (!names_languages(words))
    return adref_signed_field_check_reason(option, words, error);
  adref_error(error, ADREF_ERROR_USAGE,
              "--%s: the pages of every language print these words as they are; write them without "
              "\"LANG=\" and \"{LANG: ...}\"",
              option);
  return FALSE;
}

/* A statement that pages print is one line that can be signed. */
static gboolean check_statement(const AdrefRun *run, const AdrefRecordActOptions *options,
                                GError **error)
{
  const char *statement = adref_run_value(run, "statement");
  gboolean disassociates = options->type == ADREF_PARTY_ACT_DISASSOCIATE;
  if (disassociates && adref_run_value(run, "reason"))
    adref_error(error, ADREF_ERROR_USAGE,
                "reserve: --reason is of a reservation; --disassociate has --statement TEXT");
  else if (disassociates && !statement)
    adref_error(error, ADREF_ERROR_USAGE,
                "reserve: --statement TEXT is needed; the pages print it with the clause");
  else if (options->explanation && options->type != ADREF_PARTY_ACT_AGREE)
    adref_error(error, ADREF_ERROR_USAGE, "agree: %s has no --explanation",
                options->type == ADREF_PARTY_ACT_WORDS           ? "--as-words"
                : options->type == ADREF_PARTY_ACT_WORKING_GROUP ? "--in working-group"
                                                                 : "--difference");
  else
    return check_words("statement", statement, error) &&
           check_words("explanation", options->explanation, error);
  return FALSE;
}

static gboolean check_options(const AdrefRun *run, const AdrefRecordActOptions *options,
                              GError **error)
{
  const char *command = run->command->name;
  gboolean confirms = options->type == ADREF_PARTY_ACT_CONFIRM;
  const char *all_option = confirms ? "all-agreed" : "all-unbracketed";
  gboolean all = adref_run_flag(run, all_option);
  if (!options->party)
    adref_error(error, ADREF_ERROR_USAGE,
                "%s: for which party? --as PARTY is needed (or git config adref.party PARTY, once)",
                command);
  else if (options->type != ADREF_PARTY_ACT_DISASSOCIATE && adref_run_value(run, "statement"))
    adref_error(error, ADREF_ERROR_USAGE, "%s: --statement goes with --disassociate", command);
  else if (adref_party_act_needs_reason(options->type) &&
           options->type != ADREF_PARTY_ACT_DISASSOCIATE && (!options->reason || !*options->reason))
    adref_error(error, ADREF_ERROR_USAGE, "%s: --reason TEXT is needed; it is kept in the record",
                command);
  else if (options->reason && strpbrk(options->reason, "\r\n"))
    adref_error(error, ADREF_ERROR_USAGE, "%s: a %s is one line", command,
                options->type == ADREF_PARTY_ACT_DISASSOCIATE ? "statement" : "reason");
  else if (options->type == ADREF_PARTY_ACT_DIFFERENCE && adref_run_flag(run, "as-words"))
    adref_error(error, ADREF_ERROR_USAGE, "%s: --difference or --as-words, not both", command);
  else if (adref_run_value(run, "in") &&
           (adref_run_flag(run, "difference") || adref_run_flag(run, "as-words")))
    adref_error(error, ADREF_ERROR_USAGE,
                "%s: --in says where the clauses are agreed; %s does not "
                "agree them",
                command, adref_run_flag(run, "difference") ? "--difference" : "--as-words");
  else if (all && adref_party_act_needs_reason(options->type))
    adref_error(error, ADREF_ERROR_USAGE, "%s: %s names its clauses", command,
                options->type == ADREF_PARTY_ACT_WORDS ? "--as-words" : "--difference");
  else if (all == (options->count > 0))
    adref_error(error, ADREF_ERROR_USAGE, "%s: which clause? its id or number is needed%s%s%s",
                command, adref_party_act_needs_reason(options->type) ? "" : ", or --",
                adref_party_act_needs_reason(options->type) ? "" : all_option,
                adref_party_act_needs_reason(options->type) ? "" : " alone");
  else
    return check_statement(run, options, error);
  return FALSE;
}

/* The words that go with the act; the statement of a disassociation is its reason. */
static const char *reason_of(const AdrefRun *run, AdrefPartyActType type)
{
  return adref_run_value(run, type == ADREF_PARTY_ACT_DISASSOCIATE ? "statement" : "reason");
}

int adref_run_act(AdrefRun *run, AdrefPartyActType type, GError **error)
{
  AdrefRecordActOptions options = {.type = type,
                                   .party = adref_run_value(run, "as"),
                                   .reason = reason_of(run, type),
                                   .explanation = adref_run_value(run, "explanation"),
                                   .count = run->arguments->len - run->clauses};
  if (options.count > 0) /* an empty array has no address to count from */
    options.clauses = (char *const *)run->arguments->pdata + run->clauses;
  AdrefSession *session = run->session;
  if (!check_options(run, &options, error))
    return ADREF_USAGE;
  gboolean done = adref_session_require(session, ADREF_NEEDS_STATEMENT, NULL, NULL, error) &&
                  adref_record_act(session, session->statement, &options, error);
  return done ? ADREF_YES : ADREF_FAILURE;
}
