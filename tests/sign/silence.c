#include "sign/silence.h"

#include <string.h>

#include "sign/cases.h"
#include "sign/sandbox.h"

/* What may be done to a draft under silence and to the objections, and what is then known of them.
 * JPN objected at 09:00; the deadline is 18:00, DEADLINE in seconds since 1970. */

enum {
  TIMEOUT = 120,
  DEADLINE = 1701421200
};

typedef struct {
  const char *what, *script;
  gint64 now; /* seconds behind the deadline */
  /* the state, then each objection: its verdict, party, key ("*") or none ("-"), and what is wrong
   */
  const char *expected;
} SilenceCase;

#define DELETE     "git tag -d $S >/dev/null; "
#define AS_OTHER   "it was signed as silence/demo/zero/JPN"
#define OTHER_TIME "void JPN -: the time of the message is not that of the tag"

static const SilenceCase silence_cases[] = {
    /* the clock */
    {"nobody objects, a second before the deadline", DELETE, -1, "runs"},
    {"nobody objects, at the deadline", DELETE, 0, "runs"},
    {"nobody objects, a second after the deadline", DELETE, 1, "adopted"},
    {"a signed objection before the deadline", "true", -1, "broken | counts JPN SHA256:*"},
    {"the same, after the deadline", "true", 1, "broken | counts JPN SHA256:*"},
    {"an objection that is not signed", "payload $S | forge $S", 1, "broken | counts JPN -"},
    {"an objection at the very deadline",
     "at_time 1701421200 2023-12-01T18:00:00+09:00 | resign JPN | forge $S", 1,
     "broken | counts JPN SHA256:*"},
    {"an objection a second after it",
     "at_time 1701421201 2023-12-01T18:00:01+09:00 | resign JPN | forge $S", 1,
     "adopted | late JPN SHA256:*"},
    {"a late objection beside one in time",
     "at_time 1701421201 2023-12-01T18:00:01+09:00 | forge $S; payload $S | sed "
     "'s/JPN/ASEAN/; s,^tag .*,tag silence/demo/zero/ASEAN,; s/^Party: .*/Party: ASEAN/; "
     "s/18:00:01/"
     "17:00:01/; s/1701421201/1701417601/' | forge silence/demo/zero/ASEAN",
     1, "broken | counts ASEAN - | late JPN -"},

    /* an objection that is not what its tag says */
    {"another party than its tag",
     "payload $S | sed 's/^JPN breaks/THA breaks/; s/^Party: .*/Party: THA/' | forge $S", 1,
     "doubted | void JPN -: " AS_OTHER},
    {"another statement than its tag",
     "payload $S | sed 's,silence on demo/,silence on two/,; s/^Statement: .*/Statement: two/' | "
     "forge $S",
     1, "doubted | void JPN -: " AS_OTHER},
    {"another draft than its tag",
     "payload $S | sed 's,silence on demo/zero,silence on demo/rev1,; s/^Label: .*/Label: rev1/' | "
     "forge $S",
     1, "doubted | void JPN -: " AS_OTHER},
    {"the objection of another party under its own name",
     "raw $S | forge silence/demo/zero/ASEAN; " DELETE, 1, "doubted | void ASEAN -: " AS_OTHER},
    {"another version than its tag is on",
     "payload $S | sed 's/^Commit: .*/Commit: 1111111111111111111111111111111111111111/' | forge "
     "$S",
     1, "doubted | void JPN -: its tag leads to another version than the one it names"},
    {"another time than its tag", "payload $S | sed 's/^Time: 2023/Time: 2022/' | forge $S", 1,
     "doubted | " OTHER_TIME},
    {"another zone than its tag",
     "payload $S | sed 's/^Time: .*/Time: 2023-12-01T08:00:00+08:00/' | forge $S", 1,
     "doubted | " OTHER_TIME},
    {"a line more", "payload $S | sed 's/^Time:/Note: x\\n&/' | forge $S", 1,
     "doubted | void JPN -: its message does not have the form of an objection"},
    {"no tag object", "git tag -f $S demo/zero^{} >/dev/null", 1,
     "doubted | void JPN -: it is no tag object"},
    {"a country that is no party",
     "payload $S | sed 's/JPN/AUS/; s,^tag .*,tag silence/demo/zero/AUS,; s/^Party: .*/Party: "
     "AUS/' "
     "| forge silence/demo/zero/AUS; " DELETE,
     1, "doubted | void AUS -: AUS is not a party of the statement"},
    {"a member of a group, which may speak",
     "payload $S | sed 's/JPN/THA/; s,^tag .*,tag silence/demo/zero/THA,; s/^Party: .*/Party: "
     "THA/' "
     "| forge silence/demo/zero/THA; " DELETE,
     1, "broken | counts THA -"},

    /* the signature of an objection */
    {"another reason under the same signature", "raw $S | sed 's/Original/Nothing/' | forge $S", 1,
     "doubted | void JPN -: the signature is not that of the key over these bytes: *"},
    {"the key of another party", "payload $S | resign ASEAN | forge $S", 1,
     "doubted | void JPN -: the key SHA256:* is one of ASEAN"},
    {"a key that nobody knows", "payload $S | resign eve | forge $S", 1,
     "doubted | void JPN -: the key SHA256:* is not one of JPN in the file signers"},
    {"another key than the one that is pinned", "git config adref.JPN.pin SHA256:x", 1,
     "doubted | void JPN -: THE KEY HAS CHANGED: *"},
    {"an invalid objection while the silence runs", "payload $S | resign eve | forge $S", -1,
     "runs | void JPN -: the key SHA256:* is not one of JPN in the file signers"},

    /* the deadline: the later one of the draft's and the objection's counts */
    {"the draft's deadline was set earlier than the objection",
     "new_deadline '2023-12-01T05:00+09:00[Asia/Tokyo]'", 1,
     "broken: the deadline was past when the draft was circulated, * | counts JPN SHA256:*: it "
     "answers the deadline 2023-12-01T18:00+09:00[Asia/Tokyo], and "
     "the draft has another one now"},
    {"a deadline that was past when the draft was circulated",
     "new_deadline '2023-12-01T05:00+09:00[Asia/Tokyo]'; " DELETE, 1,
     "doubted: the deadline was past when the draft was circulated, *"},
    {"a deadline that is the second in which the draft was circulated",
     "new_deadline '2023-12-01T09:00+09:00[Asia/Tokyo]'; " DELETE, 1, "adopted"},
    {"the draft's deadline was set later, and the objection is between the two",
     "at_time 1701428400 2023-12-01T20:00:00+09:00 | forge $S; new_deadline "
     "'2023-12-01T22:00+09:00[Asia/Tokyo]'",
     1, "broken | counts JPN -: it answers the deadline 2023-12-01T18:00*"},
    {"two deadlines in the draft's tag",
     "new_deadline '2023-12-01T05:00+09:00[Asia/Tokyo]\\nSilence: "
     "2023-12-01T22:00+09:00[Asia/Tokyo]'"
     "; " DELETE,
     1, "doubted"},
    {"the same, a second after the later one",
     "at_time 1701435601 2023-12-01T22:00:01+09:00 | forge $S; new_deadline "
     "'2023-12-01T22:00+09:00[Asia/Tokyo]'",
     20000, "adopted | late JPN -"},
    {"a deadline that cannot be read, and an objection", "new_deadline tomorrow", 1,
     "broken | counts JPN SHA256:*: it answers the deadline *"},
    {"a deadline that cannot be read, and none", "new_deadline tomorrow; " DELETE, 1, "doubted"},
    {"no deadline in the draft's tag", "raw demo/zero | sed '/^Silence:/d' | forge demo/zero", 1,
     "none"},
    {"the draft was moved to another version",
     "git commit -q --allow-empty -m x; git tag -f -a -m \"$(raw demo/zero | sed '1,/^$/d')\" "
     "demo/zero HEAD >/dev/null",
     1,
     "broken | counts JPN SHA256:*: it answers version ???????? of the draft, which is version "
     "???????? now"},

    /* an objection to some clauses */
    {"an objection to two clauses", "to_clauses 'training, friendship' | resign JPN | forge $S", 1,
     "partly 1 of 3 | counts JPN SHA256:* to training friendship"},
    {"the same while the silence runs", "to_clauses training | resign JPN | forge $S", -1,
     "runs 2 of 3 | counts JPN SHA256:* to training"},
    {"to a heading and the title alone", "to_clauses 'title, cybersecurity' | forge $S", 1,
     "partly 3 of 3 | counts JPN - to title cybersecurity"},
    {"to every paragraph", "to_clauses 'training, friendship, private-sector' | forge $S", 1,
     "broken 0 of 3 | counts JPN - to training friendship private-sector"},
    {"other clauses under the same signature",
     "to_clauses training | resign JPN | sed 's/^Clauses: .*/Clauses: friendship/' | forge $S", 1,
     "doubted | void JPN -: the signature is not that of the key over these bytes: *"},
    {"more clauses than it says", "to_clauses training | sed 's/^Clauses: .*/&, title/' | forge $S",
     1, "doubted | void JPN -: its message does not have the form of an objection"},
    {"a clause that the draft does not have",
     "to_clauses 'training, nowhere' | resign JPN | forge $S", 1,
     "doubted | void JPN SHA256:*: it names a clause that the draft does not have: nowhere"},
    {"a list in the first form", "payload $S | sed 's/^Name:/Clauses: training\\n&/' | forge $S", 1,
     "doubted | void JPN -: its message does not have the form of an objection"},
    {"a later form", "to_clauses training | sed 's/silence 2$/silence 3/' | forge $S", 1,
     "doubted | void JPN -: it is of form 3; this adref knows the forms 1 to 2"},
    {"a list that came late",
     "to_clauses training | sed 's/^\\(tagger .*> \\)[0-9]*/\\11701421201/; s/^Time: .*/Time: "
     "2023-12-01T18:00:01+09:00/' | forge $S",
     1, "adopted | late JPN -"},
    {"a list over another version of the draft counts for all of it",
     "to_clauses training | forge $S; git commit -q --allow-empty -m x; git tag -f -a -m \"$(raw "
     "demo/zero | sed '1,/^$/d')\" demo/zero HEAD >/dev/null",
     1, "broken | counts JPN -: it answers version *"},
    {"a list beside an objection to the whole draft",
     "to_clauses training | sed 's/JPN/ASEAN/; s,^tag .*,tag silence/demo/zero/ASEAN,; s/^Party: "
     ".*/Party: ASEAN/' | forge silence/demo/zero/ASEAN",
     1, "broken 2 of 3 | counts ASEAN - to training | counts JPN SHA256:*"},
    {"a list beside an objection that is invalid",
     "to_clauses training | sed 's/JPN/ASEAN/; s,^tag .*,tag silence/demo/zero/ASEAN,; s/^Party: "
     ".*/Party: ASEAN/' | forge silence/demo/zero/ASEAN; payload $S | resign eve | forge $S",
     1, "doubted 2 of 3 | counts ASEAN - to training | void JPN -: *"},

    /* the signature of the draft */
    {"the draft is signed, and nobody objects",
     DELETE "payload demo/zero | sed 's/^Silence:/Party: JPN\\n&/' | resign JPN | forge demo/zero",
     1, "adopted by SHA256:*"},
    {"the signature of the draft was removed",
     DELETE "payload demo/zero | sed 's/^Silence:/Party: JPN\\n&/' | forge demo/zero", 1,
     "adopted"},
    {"the draft's tag is too large to be checked",
     DELETE
     "{ raw demo/zero | sed '/^Statement:/,$d'; head -c 300000 /dev/zero | tr '\\0' x; printf "
     "'\\n\\nParty: JPN\\n'; raw demo/zero | grep ^Silence; } | forge demo/zero",
     1, "adopted"},
    {"another deadline in a draft that is signed",
     DELETE "payload demo/zero | sed 's/^Silence:/Party: JPN\\n&/' | resign JPN | sed "
            "s/T18:00/T17:00/ | forge demo/zero",
     1, "doubted: the signature is not that of the key over these bytes: *"},
};

static char *sandbox;

static void set_up(void)
{
  sandbox = sandbox_new();
  sandbox_must_run(sandbox, sandbox, "silence_world");
}

static void tear_down(void)
{
  sandbox_free(g_steal_pointer(&sandbox));
}

static const char registry[] = "parties:\n  JPN: {short: Japan}\n  THA: {short: Thailand}\n"
                               "  AUS: {short: Australia}\ngroups:\n"
                               "  ASEAN: {short: ASEAN, members: [THA]}\n";

/* What is known of the silence, as a line; and keeps what was seen when `save` is set. */
static char *describe(const char *root, gint64 now, gboolean save)
{
  GError *error = NULL;
  char *members[] = {(char[]){"JPN"}, (char[]){"ASEAN"}, NULL};
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, &error);
  g_autoptr(GPtrArray) labels = adref_repo_labels(repo, "demo", &error);
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(root);
  g_autoptr(AdrefSigners) signers = adref_signers_read(source, &error);
  g_autoptr(AdrefParties) parties = adref_parties_read(registry, strlen(registry), "p", &error);
  g_autoptr(AdrefSilence) silence = NULL;
  AdrefSilenceOptions options = {repo, "demo", labels->pdata[0], members, parties, signers, now,
                                 NULL, NULL};
  ck_assert(adref_silence_read(&options, &silence, &error));
  ck_assert_no_error(error);
  if (!silence)
    return g_strdup("none");
  if (save)
    adref_silence_save_seen(silence, repo, "demo");
  GString *text = g_string_new(adref_silence_state_word(silence->state));
  if (silence->paragraphs > 0)
    g_string_append_printf(text, " %u of %u", silence->held, silence->paragraphs);
  if (silence->fingerprint)
    g_string_append_printf(text, " by %s", silence->fingerprint);
  if (silence->why)
    g_string_append_printf(text, ": %s", silence->why);
  for (guint i = 0; i < silence->objections->len; i++) {
    const AdrefObjectionResult *one = silence->objections->pdata[i];
    g_string_append_printf(text, " | %s %s %s%s%s", adref_objection_verdict_word(one->type),
                           one->party, one->fingerprint ? one->fingerprint : "-",
                           one->why ? ": " : "", one->why ? one->why : "");
    g_autofree char *clauses = one->clauses ? g_strjoinv(" ", one->clauses) : NULL;
    if (clauses)
      g_string_append_printf(text, " to %s", clauses);
  }
  return g_string_free(text, FALSE);
}

static char *fresh_copy(void)
{
  sandbox_must_run(sandbox, sandbox, "rm -rf work; cp -r silence work");
  return g_build_filename(sandbox, "work", NULL);
}

START_TEST(a_silence_is_judged)
{
  const SilenceCase *one = &silence_cases[_i];
  g_autofree char *root = fresh_copy();
  sandbox_must_run(sandbox, root, one->script);
  g_autofree char *found = describe(root, DEADLINE + one->now, FALSE);
  ck_assert_msg(g_pattern_match_simple(one->expected, found), "%s: %s", one->what, found);
}
END_TEST

START_TEST(an_objection_that_was_seen_is_missed)
{
  g_autofree char *root = fresh_copy();
  g_free(describe(root, DEADLINE + 1, TRUE));
  sandbox_must_run(sandbox, root, "raw $S | sed s/Original/Nothing/ | forge $S");
  g_autofree char *replaced = describe(root, DEADLINE + 1, TRUE);
  ck_assert_msg(g_pattern_match_simple("broken | counts JPN SHA256:*: its tag was here before, and "
                                       "was deleted | void JPN -: the signature is not*",
                                       replaced),
                "%s", replaced);
  sandbox_must_run(sandbox, root, DELETE);
  g_autofree char *deleted = describe(root, DEADLINE + 1, TRUE);
  ck_assert_msg(g_pattern_match_simple("broken | counts JPN SHA256:*: its tag was here before, and "
                                       "was deleted",
                                       deleted),
                "%s", deleted);
  sandbox_must_run(sandbox, root, "git update-ref -d refs/adref/breaks/demo/zero/JPN");
  g_autofree char *unseen = describe(root, DEADLINE + 1, FALSE);
  ck_assert_str_eq(unseen, "adopted");
}
END_TEST

/* An objection to the whole draft that was seen is not narrowed by a later list. */
START_TEST(a_list_does_not_narrow_what_was_seen)
{
  g_autofree char *root = fresh_copy();
  g_free(describe(root, DEADLINE + 1, TRUE));
  sandbox_must_run(sandbox, root, "to_clauses training | resign JPN | forge $S");
  g_autofree char *narrowed = describe(root, DEADLINE + 1, TRUE);
  ck_assert_msg(g_pattern_match_simple("broken 2 of 3 | counts JPN SHA256:* to training | counts "
                                       "JPN SHA256:*: its tag was here before, and was deleted",
                                       narrowed),
                "%s", narrowed);
}
END_TEST

/* What is not in order is not kept as if it had been. */
START_TEST(an_invalid_objection_is_not_kept_as_seen)
{
  int status;
  static const char *const scripts[] = {"payload $S | resign eve | forge $S",
                                        "new_deadline '2023-12-01T17:00+09:00[Asia/Tokyo]'"};
  for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++) {
    g_autofree char *root = fresh_copy();
    sandbox_must_run(sandbox, root, scripts[i]);
    g_free(describe(root, DEADLINE + 1, TRUE));
    g_autofree char *refs =
        sandbox_shell(sandbox, root, "git for-each-ref refs/adref/breaks", &status);
    ck_assert_str_eq(refs, "");
  }
}
END_TEST

START_TEST(the_words_of_silence_in_json_stay)
{
  static const char *const states[] = {"runs", "broken", "adopted", "partly", "doubted"};
  static const char *const verdicts[] = {"counts", "late", "void"};
  for (guint i = 0; i < G_N_ELEMENTS(states); i++)
    ck_assert_str_eq(adref_silence_state_word((AdrefSilenceState)i), states[i]);
  for (guint i = 0; i < G_N_ELEMENTS(verdicts); i++)
    ck_assert_str_eq(adref_objection_verdict_word((AdrefObjectionVerdict)i), verdicts[i]);
}
END_TEST

TCase *tcase_silence(void)
{
  TCase *tcase = tcase_create("silence");
  tcase_add_unchecked_fixture(tcase, set_up, tear_down);
  tcase_set_timeout(tcase, TIMEOUT);
  tcase_add_loop_test(tcase, a_silence_is_judged, 0, G_N_ELEMENTS(silence_cases));
  tcase_add_test(tcase, an_objection_that_was_seen_is_missed);
  tcase_add_test(tcase, a_list_does_not_narrow_what_was_seen);
  tcase_add_test(tcase, an_invalid_objection_is_not_kept_as_seen);
  tcase_add_test(tcase, the_words_of_silence_in_json_stay);
  return tcase;
}
