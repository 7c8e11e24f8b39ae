#include "sign/signature_check.h"

#include <string.h>

#include "sign/cases.h"

/* The words stand in the JSON of adref verify, which is stable; the labels are for people. */
static const struct {
  AdrefSignatureVerdict verdict;
  const char *word, *label;
} verdicts[] = {
    {ADREF_SIGNATURE_VERDICT_INVALID, "invalid", "invalid"},
    {ADREF_SIGNATURE_VERDICT_VALID, "valid", "valid"},
    {ADREF_SIGNATURE_VERDICT_MISSING, "missing", "missing"},
    {ADREF_SIGNATURE_VERDICT_DELETED, "deleted", "deleted"},
    {ADREF_SIGNATURE_VERDICT_MISNAMED, "misnamed", "misnamed"},
    {ADREF_SIGNATURE_VERDICT_UNSIGNED, "unsigned", "unsigned"},
    {ADREF_SIGNATURE_VERDICT_MALFORMED, "malformed", "malformed"},
    {ADREF_SIGNATURE_VERDICT_COPIED, "copied", "copied"},
    {ADREF_SIGNATURE_VERDICT_MOVED, "moved", "moved"},
    {ADREF_SIGNATURE_VERDICT_DRAFT_MOVED, "draft moved", "draft moved"},
    {ADREF_SIGNATURE_VERDICT_REPLACED, "replaced", "replaced"},
    {ADREF_SIGNATURE_VERDICT_UNREADABLE, "unreadable", "unreadable"},
    {ADREF_SIGNATURE_VERDICT_NO_PARTY, "no party", "not a party"},
    {ADREF_SIGNATURE_VERDICT_OTHER_TEXT, "other text", "text differs"},
    {ADREF_SIGNATURE_VERDICT_OTHER_RULE, "other rule", "rule differs"},
    {ADREF_SIGNATURE_VERDICT_OTHER_FACTS, "other facts", "facts differ"},
    {ADREF_SIGNATURE_VERDICT_FALSE_LIST, "false list", "list differs"},
    {ADREF_SIGNATURE_VERDICT_NOT_CHECKED, "not checked", "not checked"},
    {ADREF_SIGNATURE_VERDICT_FORGED, "forged", "forged"},
    {ADREF_SIGNATURE_VERDICT_WRONG_USE, "wrong use", "wrong use"},
    {ADREF_SIGNATURE_VERDICT_NOT_TRUSTED, "not trusted", "not trusted"},
    {ADREF_SIGNATURE_VERDICT_KEY_CHANGED, "KEY CHANGED", "KEY CHANGED"},
    {ADREF_SIGNATURE_VERDICT_REVOKED, "revoked", "revoked"},
    {ADREF_SIGNATURE_VERDICT_EXPIRED, "expired", "expired"},
    {ADREF_SIGNATURE_VERDICT_FUTURE, "future", "in future"},
    {ADREF_SIGNATURE_VERDICT_REPLAYED, "put back", "replayed"},
};

START_TEST(a_verdict_has_its_words)
{
  ck_assert_uint_eq(G_N_ELEMENTS(verdicts), ADREF_SIGNATURE_VERDICT_REPLAYED + 1);
  for (gsize i = 0; i < G_N_ELEMENTS(verdicts); i++) {
    ck_assert_str_eq(adref_signature_verdict_word(verdicts[i].verdict), verdicts[i].word);
    ck_assert_str_eq(adref_signature_verdict_label(verdicts[i].verdict), verdicts[i].label);
    ck_assert_uint_le(strlen(verdicts[i].label), 12); /* the width of its column */
  }
}
END_TEST

/* Zeroed memory is no valid signature. */
START_TEST(no_verdict_is_valid_by_default)
{
  AdrefSignatureCheckStep zeroed = {0};
  ck_assert_int_eq(zeroed.verdict, ADREF_SIGNATURE_VERDICT_INVALID);
}
END_TEST

/* Each check, the verdict when it fails, and where else it is run. */
static const struct {
  const char *name, *verdict, *scopes; /* "s": an ssh signature of a package, "g": a gpg one, "k" */
} steps[] = {
    {"name", "misnamed", "sg"},         {"object", "unsigned", "sg"},
    {"form", "malformed", "sgk"},       {"own-name", "copied", "sg"},
    {"format", "not checked", "sg"},    {"message", "malformed", "sg"},
    {"exact", "malformed", "sg"},       {"statement", "copied", "sg"},
    {"label", "copied", "sg"},          {"party", "copied", "sg"},
    {"commit", "moved", "sg"},          {"time", "malformed", "sg"},
    {"draft", "draft moved", ""},       {"replaced", "replaced", ""},
    {"readable", "unreadable", ""},     {"member", "no party", ""},
    {"texts", "other text", ""},        {"facts", "other facts", ""},
    {"rule", "other rule", ""},         {"corrects", "other text", ""},
    {"correction", "false list", ""},   {"program", "not checked", "sgk"},
    {"gpg", "forged", "sgk"},           {"armour", "malformed", "sgk"},
    {"namespace", "wrong use", "sgk"},  {"key", "not trusted", "sk"},
    {"strength", "not trusted", "sgk"}, {"use", "not trusted", "sgk"},
    {"pin", "KEY CHANGED", "sgk"},      {"revoked", "revoked", "sgk"},
    {"dates", "expired", "sgk"},        {"clock", "future", "sgk"},
    {"replay", "put back", ""},         {"signature", "forged", "sgk"},
};

static gboolean has_step(AdrefSignatureCheckScope scope, const char *name)
{
  g_autoptr(GArray) all = adref_signature_check_steps_for(scope);
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal(g_array_index(all, AdrefSignatureCheckStep, i).name, name))
      return TRUE;
  return FALSE;
}

START_TEST(each_check_has_its_verdict_and_scopes)
{
  ck_assert_uint_eq(adref_signature_check_step_count, G_N_ELEMENTS(steps));
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
    const AdrefSignatureCheckStep *step = &adref_signature_check_steps[i];
    ck_assert_str_eq(step->name, steps[i].name);
    ck_assert_str_eq(adref_signature_verdict_word(step->verdict), steps[i].verdict);
    g_autofree char *scopes =
        g_strconcat(has_step(ADREF_SIGNATURE_CHECK_PACKAGE_SSH, step->name) ? "s" : "",
                    has_step(ADREF_SIGNATURE_CHECK_PACKAGE_GPG, step->name) ? "g" : "",
                    has_step(ADREF_SIGNATURE_CHECK_KEY, step->name) ? "k" : "", NULL);
    ck_assert_msg(g_str_equal(scopes, steps[i].scopes), "%s: %s", step->name, scopes);
  }
}
END_TEST

static gboolean holds(AdrefSignatureCheck *check, const char *name)
{
  g_autoptr(GString) why = g_string_new(NULL);
  for (gsize i = 0; i < adref_signature_check_step_count; i++)
    if (g_str_equal(adref_signature_check_steps[i].name, name))
      return adref_signature_check_steps[i].holds(check, why);
  ck_abort_msg("no step %s", name);
}

/* A key is valid from the first second on and no longer at the last one. A clock
 * may be ten minutes fast. The same sign-off as before is no older one. */
START_TEST(times_count_to_the_second)
{
  AdrefSignoff signoff = {.time = 1000};
  AdrefSigner signer = {.after = 1000};
  AdrefSignatureCheck check = {.signoff = &signoff, .signer = &signer};
  ck_assert(holds(&check, "dates"));
  signer.after = 1001;
  ck_assert(!holds(&check, "dates"));
  signer = (AdrefSigner){.before = 1001};
  ck_assert(holds(&check, "dates"));
  signer.before = 1000;
  ck_assert(!holds(&check, "dates"));
  check.clock = 400;
  ck_assert(holds(&check, "clock"));
  check.clock = 399;
  ck_assert(!holds(&check, "clock"));
  check.seen_time = 1000;
  ck_assert(holds(&check, "replay"));
  check.seen_time = 1001;
  ck_assert(!holds(&check, "replay"));
}
END_TEST

/* A party may have more than one key; a part of a fingerprint is no key. */
START_TEST(each_pin_counts)
{
  AdrefSignatureCheck check = {.pins = "SHA256:one SHA256:two"};
  check.fingerprint = (char[]){"SHA256:two"};
  ck_assert(holds(&check, "pin"));
  check.fingerprint = (char[]){"SHA256:one"};
  ck_assert(holds(&check, "pin"));
  check.fingerprint = (char[]){"SHA256:on"};
  ck_assert(!holds(&check, "pin"));
}
END_TEST

/* A signature that leads to a folder or a file of the version is none of the version. */
START_TEST(the_object_is_the_version)
{
  struct {
    char type[7], object[2], commit[2];
    gboolean holds;
  } objects[] = {{"commit", "a", "a", TRUE},
                 {"tree", "a", "a", FALSE},
                 {"commit", "b", "a", FALSE},
                 {"commit", "a", "b", FALSE}};
  for (gsize i = 0; i < G_N_ELEMENTS(objects); i++) {
    AdrefSignoff signoff = {.type = objects[i].type, .object = objects[i].object};
    AdrefSignoffMessage message = {.commit = (char[]){"a"}};
    AdrefSignatureCheck check = {
        .signoff = &signoff, .message = &message, .commit = objects[i].commit};
    ck_assert_msg(holds(&check, "commit") == objects[i].holds, "%zu", i);
  }
}
END_TEST

TCase *tcase_signature_check(void)
{
  TCase *tcase = tcase_create("signature_check");
  tcase_add_test(tcase, a_verdict_has_its_words);
  tcase_add_test(tcase, no_verdict_is_valid_by_default);
  tcase_add_test(tcase, each_check_has_its_verdict_and_scopes);
  tcase_add_test(tcase, times_count_to_the_second);
  tcase_add_test(tcase, each_pin_counts);
  tcase_add_test(tcase, the_object_is_the_version);
  return tcase;
}
