#include <string.h>

#include "history/repo.h"
#include "history/version_source.h"
#include "sign/cases.h"
#include "sign/sandbox.h"
#include "sign/seen_signatures.h"
#include "sign/verify.h"

/* The tamper matrix: each way to cheat is found and named by a check, and goes through when the
 * checks that find it are taken out of the table. Stock git is asked as well: it sees what is wrong
 * with a signature, and not what is wrong with what was signed. */

enum {
  TIMEOUT = 120
};

typedef enum {
  GIT_GOOD, /* git verify-tag is content */
  GIT_BAD,
  GIT_IS_NOT_ASKED, /* there is no tag of that name, or no signature that git would look at */
} Git;

typedef struct {
  const char *cheat; /* in the words of who defends */
  const char *script;
  const char *party;   /* whose sign-off is looked at; a name with "/" is that of a malformed tag */
  const char *check;   /* that finds it */
  const char *without; /* the checks to take out, by spaces, so that it goes through; "*": all */
  Git git;
} Cheat;

static const Cheat cheats[] = {
    {"nobody cheats", "true", "JPN", NULL, "", GIT_GOOD},

    /* the message */
    {"another place", "raw | sed 's/^Place: Tokyo/Place: Kyoto/' | forge", "JPN", "signature",
     "signature", GIT_BAD},
    {"another signatory", "raw | sed 's/^Name: .*/Name: Eve/' | forge", "JPN", "signature",
     "signature", GIT_BAD},
    {"another capacity", "raw | sed 's/^Capacity: signed/Capacity: approved/' | forge", "JPN",
     "signature", "signature", GIT_BAD},
    {"the title taken out", "raw | sed '/^Title:/d' | forge", "JPN", "signature", "signature",
     GIT_BAD},
    {"another clock in tag and message",
     "raw | sed 's/^\\(tagger .*> \\)1701388800/\\11701388801/; s/09:00:00+/09:00:01+/' | forge",
     "JPN", "signature", "signature", GIT_BAD},
    {"a line more", "raw | sed 's/^Capacity:/Note: subject to parliament\\n&/' | forge", "JPN",
     "exact", "exact signature", GIT_BAD},
    {"a line more, signed by the party itself",
     "payload | sed 's/^Capacity:/Note: but not paragraph 2\\n&/' | resign JPN | forge", "JPN",
     "exact", "exact", GIT_GOOD},
    {"a second capacity below the first",
     "payload | sed 's/^Name:/Capacity: initialled\\n&/' | resign JPN | forge", "JPN", "exact",
     "exact", GIT_GOOD},
    {"a newline in a name",
     "payload | sed 's/^Name: .*/Name: Aiko\\nParty: ASEAN/' | resign JPN | forge", "JPN", "exact",
     "exact", GIT_GOOD},
    {"a mark of direction in a title",
     "payload | sed 's/^Title: .*/Title: retsiniM\\xe2\\x80\\xae/' | resign JPN | forge", "JPN",
     "exact", "exact", GIT_GOOD},
    {"an escape sequence in a place",
     "payload | sed 's/^Place: .*/Place: \\x1b[2JTokyo/' | resign JPN | forge", "JPN", "exact",
     "exact", GIT_GOOD},
    {"lines in another order",
     "payload | sed '/^Place:/d; s/^Name:/Place: Tokyo\\n&/' | resign JPN | forge", "JPN", "exact",
     "exact", GIT_GOOD},
    {"a later form than this adref knows",
     "payload | sed 's/sign-off 2/sign-off 3/' | resign JPN | forge", "JPN", "format", "format",
     GIT_GOOD},
    {"no form", "payload | sed 's/sign-off 2/sign-off two/' | resign JPN | forge", "JPN", "exact",
     "exact", GIT_GOOD},
    {"an abbreviated commit",
     "payload | sed 's/^\\(Commit: .\\{8\\}\\).*/\\1/' | resign JPN | forge", "JPN", "message", "*",
     GIT_GOOD},
    {"another subject than the message",
     "payload | sed 's/^Sign-off of .*/Sign-off of demo\\/zero by JPN/' | resign JPN | forge",
     "JPN", "exact", "exact", GIT_GOOD},
    {"a message that is none", "payload | sed '/^Format/,$d' | resign JPN | forge", "JPN",
     "message", "*", GIT_GOOD},
    {"the time of the message is not the tag's",
     "payload | sed 's/^Time: 2023/Time: 2022/' | resign JPN | forge", "JPN", "time", "time",
     GIT_GOOD},

    /* the bytes */
    {"a carriage return", "raw | sed 's/^Title: Minister/&\\r/' | forge", "JPN", "form",
     "form exact signature", GIT_BAD},
    {"a NUL", "raw | sed 's/^Title: Minister/&\\x00/' | forge", "JPN", "form", "*", GIT_BAD},
    {"bytes that are not UTF-8", "raw | sed 's/^Title: Minister/&\\xff/' | forge", "JPN", "form",
     "form exact signature", GIT_BAD},
    {"a line more in the head", "raw | sed 's/^tagger /encoding latin1\\n&/' | forge", "JPN",
     "form", "form commit signature", GIT_BAD},
    {"no tagger", "raw | sed '/^tagger /d' | forge", "JPN", "form", "form time dates signature",
     GIT_BAD},
    {"a tag of a tag",
     "raw | sed \"s/^object .*/object $(git rev-parse refs/tags/$T)/; s/^type .*/type tag/\" | "
     "forge",
     "JPN", "form", "form commit signature", GIT_BAD},
    {"a tag that is too large", "{ raw; head -c 300000 /dev/zero | tr '\\0' x; } | forge", "JPN",
     "object", "*", GIT_IS_NOT_ASKED},

    /* the signature */
    {"two signatures",
     "{ raw; } >../two; ssh-keygen -q -Y sign -n git -f ../keys/eve <../two >>../two 2>/dev/null; "
     "raw >../first; ssh-keygen -q -Y sign -n git -f ../keys/eve <../first 2>/dev/null >../sig; "
     "cat "
     "../first ../sig | forge",
     "JPN", "form", "*", GIT_BAD},
    {"words behind the signature", "{ raw; echo 'and more'; } | forge", "JPN", "form", "form",
     GIT_IS_NOT_ASKED},
    {"no signature", "payload | forge", "JPN", "form", "*", GIT_BAD},
    {"a truncated signature", "{ raw | head -n -2; echo '-----END SSH SIGNATURE-----'; } | forge",
     "JPN", "signature", "signature", GIT_BAD},
    {"one letter of the signature",
     "raw | awk '/^U1NI/ {print; getline; n = substr($0, 61, 1) == \"x\" ? \"y\" : \"x\"; $0 = "
     "substr($0, 1, 60) n substr($0, 62)} {print}' | forge",
     "JPN", "signature", "signature", GIT_BAD},
    {"a signature that is none",
     "{ payload; echo '-----BEGIN SSH SIGNATURE-----'; echo AAAA; echo "
     "'-----END SSH SIGNATURE-----'; } | forge",
     "JPN", "armour", "*", GIT_BAD},
    {"an empty PGP signature",
     "{ payload; echo '-----BEGIN PGP SIGNATURE-----'; echo; echo '-----END "
     "PGP SIGNATURE-----'; } | forge",
     "JPN", "gpg", "*", GIT_BAD},
    {"the signature of another draft",
     "{ payload; raw signoff/demo/zero/JPN | sed -n '/^-----BEGIN/,$p'; } | forge", "JPN",
     "signature", "signature", GIT_BAD},
    {"the signature of another party over its own",
     "{ payload; raw signoff/demo/rev1/ASEAN | sed -n '/^-----BEGIN/,$p'; } | forge", "JPN", "key",
     "*", GIT_BAD},
    {"a signature for files", "payload | resign JPN file | forge", "JPN", "namespace",
     "namespace signature", GIT_BAD},

    /* the name of the tag */
    {"the sign-off of an older draft under this one",
     "git update-ref refs/tags/$T $(git rev-parse refs/tags/signoff/demo/zero/JPN)", "JPN",
     "own-name", "own-name label draft", GIT_GOOD},
    {"the same with its name changed",
     "raw signoff/demo/zero/JPN | sed \"s,^tag .*,tag $T,\" | forge", "JPN", "label",
     "label draft signature", GIT_BAD},
    {"the sign-off of another statement",
     "git update-ref refs/tags/$T $(git rev-parse refs/tags/signoff/two/zero/JPN)", "JPN",
     "own-name", "own-name statement label draft texts", GIT_GOOD},
    {"the same with its name changed, signed by the party itself",
     "payload signoff/two/zero/JPN | sed \"s,^tag .*,tag $T,\" | resign JPN | forge", "JPN",
     "statement", "statement label draft texts", GIT_GOOD},
    {"the sign-off of another party",
     "git update-ref refs/tags/signoff/demo/rev1/ASEAN $(git rev-parse refs/tags/$T)", "ASEAN",
     "own-name", "*", GIT_IS_NOT_ASKED},
    {"the same with its name changed, signed by that other party",
     "payload | sed 's,^tag .*,tag signoff/demo/rev1/ASEAN,' | resign ASEAN | forge "
     "signoff/demo/rev1/ASEAN",
     "ASEAN", "party", "party", GIT_IS_NOT_ASKED},
    {"a look-alike letter in a party's code",
     "git update-ref refs/tags/signoff/demo/rev1/J\xd0\xa0N $(git rev-parse refs/tags/$T)",
     "demo/rev1/J\xd0\xa0N", "name", "*", GIT_IS_NOT_ASKED},
    {"a party in small letters",
     "git update-ref refs/tags/signoff/demo/rev1/jpn $(git rev-parse refs/tags/$T)",
     "demo/rev1/jpn", "name", "*", GIT_IS_NOT_ASKED},
    {"a name more in the tag",
     "git update-ref refs/tags/signoff/demo/rev1/X/JPN $(git rev-parse refs/tags/$T)",
     "demo/rev1/X/JPN", "name", "*", GIT_IS_NOT_ASKED},

    /* what the tag leads to */
    {"a tag without an object of its own", "git tag -f $T demo/rev1^{} >/dev/null", "JPN", "object",
     "*", GIT_BAD},
    {"a tag of a file", "git update-ref refs/tags/$T $(git rev-parse demo/rev1:$EN)", "JPN",
     "object", "*", GIT_BAD},
    {"a symbolic ref", "git symbolic-ref refs/tags/$T refs/tags/signoff/demo/zero/JPN", "JPN",
     "object", "*", GIT_IS_NOT_ASKED},
    {"an unsigned tag of the right form", "git tag -f -a -m x $T demo/rev1^{} >/dev/null", "JPN",
     "form", "*", GIT_BAD},
    {"the tag on another version with the same files",
     "git commit -q --allow-empty -m same; raw | sed \"s/^object .*/object $(commit_of HEAD)/\" | "
     "forge",
     "JPN", "commit", "commit signature", GIT_BAD},
    {"the same, signed by the party itself",
     "git commit -q --allow-empty -m same; payload | sed \"s/^object .*/object $(commit_of "
     "HEAD)/\" "
     "| resign JPN | forge",
     "JPN", "commit", "commit", GIT_GOOD},
    {"tag, message and draft on another version",
     "git commit -q --allow-empty -m same; N=$(commit_of HEAD); git tag -f demo/rev1 HEAD "
     ">/dev/null; raw | sed \"s/^object .*/object $N/; s/^Commit: .*/Commit: $N/\" | forge",
     "JPN", "signature", "signature", GIT_BAD},

    /* the draft */
    {"the version amended and the draft moved",
     "sed -i s/4,000/3,000/ $EN; git commit -q -a --amend -m x; git tag -f -a -m x demo/rev1 "
     ">/dev/null",
     "JPN", "draft", "draft", GIT_GOOD},
    {"the draft moved to the one before", "git tag -f demo/rev1 demo/zero^{} >/dev/null", "JPN",
     "draft", "draft", GIT_GOOD},
    {"the draft on another version with the same files",
     "git commit -q --allow-empty -m same; git tag -f demo/rev1 HEAD >/dev/null", "JPN", "draft",
     "draft", GIT_GOOD},
    {"a rebased history",
     "git checkout -q --orphan other; git commit -q -m all; git tag -f demo/rev1 HEAD >/dev/null",
     "JPN", "draft", "draft", GIT_GOOD},
    {"the draft deleted", "git tag -d demo/rev1 >/dev/null", "JPN", "draft", "draft", GIT_GOOD},
    {"another version shown by git replace",
     "git commit -q --allow-empty -m other; git replace demo/rev1^{} HEAD", "JPN", "replaced",
     "replaced", GIT_GOOD},
    {"another tag shown by git replace", "git replace refs/tags/$T refs/tags/signoff/demo/zero/JPN",
     "JPN", "replaced", "replaced", GIT_IS_NOT_ASKED},

    {"other words in a text shown by git replace",
     "git replace $(git rev-parse demo/rev1:$EN) $(git rev-parse demo/zero:$EN)", "JPN", "replaced",
     "replaced", GIT_GOOD},
    {"another folder shown by git replace",
     "git replace $(git rev-parse demo/rev1:statements) $(git rev-parse demo/zero:statements)",
     "JPN", "replaced", "replaced", GIT_GOOD},
    {"another top folder shown by git replace",
     "git replace $(git rev-parse demo/rev1^{tree}) $(git rev-parse demo/zero^{tree})", "JPN",
     "replaced", "replaced", GIT_GOOD},

    /* objects with other content under their id, as a collision of SHA-1 would give */
    {"other words in the object of a text",
     "O=$(echo other | git hash-object -w --stdin); swap demo/rev1:$EN $O", "JPN", "readable", "*",
     GIT_GOOD},
    {"another version in the object of the version",
     "A=$(commit_of demo/rev1) B=$(commit_of demo/zero); swap $A $B", "JPN", "commit", "*",
     GIT_GOOD},
    {"another tag in the object of the tag", "swap refs/tags/$T refs/tags/signoff/demo/zero/JPN",
     "JPN", "object", "*", GIT_IS_NOT_ASKED},
    {"the object of a text taken away", "rm -f $(loose demo/rev1:$JA)", "JPN", "readable", "*",
     GIT_GOOD},

    /* what was signed, by a party that signs what is not so */
    {"the hash of another text",
     "payload | sed \"s/^\\(Text: en [a-z]* \\)[0-9a-f]*/\\1$(echo x | sha256sum | cut -c 1-64)/\" "
     "| "
     "resign JPN | forge",
     "JPN", "texts", "texts", GIT_GOOD},
    {"other numbers of the same words",
     "payload | sed \"s/^\\(Text: en .* \\)[0-9a-f]*$/\\1$(echo x | sha256sum | cut -c 1-64)/\" | "
     "resign JPN | forge",
     "JPN", "texts", "texts", GIT_GOOD},
    {"languages exchanged",
     "payload | sed 's/^Text: en /Text: xx /; s/^Text: ja /Text: en /; s/^Text: xx /Text: ja /' | "
     "resign JPN | forge",
     "JPN", "texts", "texts", GIT_GOOD},
    {"a language left out", "payload | sed '/^Text: ja/d' | resign JPN | forge", "JPN", "texts",
     "texts", GIT_GOOD},
    {"other facts",
     "payload | sed \"s/^Facts: .*/Facts: $(echo x | sha256sum | cut -c 1-64)/\" | resign JPN | "
     "forge",
     "JPN", "facts", "facts", GIT_GOOD},
    {"the line of the facts taken out", "payload | sed '/^Facts:/d' | resign JPN | forge", "JPN",
     "message", "*", GIT_GOOD},
    {"an older form with the facts of a later one",
     "payload | sed 's/sign-off 2/sign-off 1/' | resign JPN | forge", "JPN", "exact", "exact",
     GIT_GOOD},
    {"a provisional text made authentic",
     "payload | sed 's/^Text: ja provisional/Text: ja authentic/' | resign JPN | forge", "JPN",
     "texts", "texts", GIT_GOOD},
    {"another rule", "payload | sed 's/^Rule: .*/Rule: approved; JPN/' | resign JPN | forge", "JPN",
     "rule", "rule", GIT_GOOD},

    /* corrections */
    {"a correction of nothing",
     "payload | sed \"s/^Rule:/Corrects: zero $(echo x | sha256sum | cut -c 1-64)\\n&/\" | resign "
     "JPN | forge",
     "JPN", "corrects", "corrects", GIT_GOOD},
    {"a correction that is signed as if it were none",
     "rectify; payload | on_head | sed '/^Corrects:/d' | resign JPN | forge", "JPN", "corrects",
     "corrects correction", GIT_GOOD},
    {"another proc\303\250s-verbal than was signed",
     "rectify; payload | on_head | sed \"s/^Rule:/Corrects: zero $(echo x | sha256sum | cut -c "
     "1-64)\\n&/\" | resign JPN | forge",
     "JPN", "corrects", "corrects correction", GIT_GOOD},
    {"a proc\303\250s-verbal that does not tell all that is changed",
     "rectify; payload | on_head | sed \"s/^Rule:/Corrects: zero $(sha256sum <$PV | cut -c "
     "1-64)\\n&/\" | resign JPN | forge",
     "JPN", "correction", "correction", GIT_GOOD},

    /* keys */
    {"a key that nobody knows", "payload | resign eve | forge", "JPN", "key", "*", GIT_BAD},
    {"the key of another party", "payload | resign ASEAN | forge", "JPN", "key", "*",
     GIT_IS_NOT_ASKED},
    {"a pusher adds a key for the party",
     "echo \"JPN,eve@example.org $(key_of eve)\" >>signers; payload | resign eve | forge", "JPN",
     "pin", "pin", GIT_GOOD},
    {"a pusher puts a key in the place of the party's",
     "sed -i \"s,^JPN.*,JPN,\" signers; sed -i \"s#^JPN\\$#JPN,j@x.org $(key_of eve)#\" signers; "
     "payload | resign eve | forge",
     "JPN", "pin", "pin", GIT_GOOD},
    {"the party's key taken out of the file", "sed -i '/^JPN/d' signers", "JPN", "key", "*",
     GIT_BAD},
    {"a revoked key", "key_of JPN | tee signers.revoked >../revoked", "JPN", "revoked", "revoked",
     GIT_BAD},
    {"an expired key",
     "sed -i 's/^\\(JPN[^ ]*\\) namespaces=\"git\"/\\1 "
     "namespaces=\"git\",valid-before=\"20231130Z\"/' signers",
     "JPN", "dates", "dates signature", GIT_BAD},
    {"a key that was not valid yet",
     "sed -i 's/^\\(JPN[^ ]*\\) namespaces=\"git\"/\\1 "
     "namespaces=\"git\",valid-after=\"20240101Z\"/' "
     "signers",
     "JPN", "dates", "dates signature", GIT_BAD},
    {"a key for other purposes",
     "sed -i 's/^\\(JPN[^ ]*\\) namespaces=\"git\"/\\1 "
     "namespaces=\"file\"/' signers",
     "JPN", "use", "use signature", GIT_BAD},

    /* parties */
    {"a party that is none of the statement's",
     "payload | sed '/^Rule/!s/JPN/AUS/' | resign AUS | forge signoff/demo/rev1/AUS", "AUS",
     "member", "member", GIT_IS_NOT_ASKED},
    {"a member in the place of its group",
     "payload | sed '/^Rule/!s/JPN/THA/' | resign THA | forge signoff/demo/rev1/THA", "THA",
     "member", "member", GIT_IS_NOT_ASKED},

    /* the key and the clock */
    {"an RSA key of 1024 bits",
     "git config --unset adref.JPN.pin; rm -f ../keys/weak*; ssh-keygen -q -t rsa -b 1024 -N '' -C "
     "'' "
     "-f ../keys/weak; printf 'JPN namespaces=\"git\" %s\n' \"$(cut -d ' ' -f 1,2 "
     "../keys/weak.pub)\" >>signers; payload | resign weak | forge",
     "JPN", "strength", "strength", GIT_GOOD},
    {"a time that is to come",
     "payload | sed 's/^\\(tagger .*> \\)1701388800/\\14070736000/; s/^Time: 2023-12-01/Time: "
     "2098-12-30/' | resign JPN | forge",
     "JPN", "clock", "clock", GIT_GOOD},

    /* what was seen before */
    {"an older sign-off in the place of a later one",
     "git update-ref refs/adref/seen/demo/rev1/JPN $(payload | sed 's/^\\(tagger .*> "
     "\\)1701388800/\\11701388900/' | resign JPN | git hash-object -t tag -w --stdin)",
     "JPN", "replay", "replay", GIT_GOOD},
};

static char *sandbox;

static void set_up(void)
{
  sandbox = sandbox_new();
  sandbox_must_run(sandbox, sandbox, "world");
}

static void tear_down(void)
{
  sandbox_free(g_steal_pointer(&sandbox));
}

/* The table without some of its checks. */
static GArray *table_without(const char *names)
{
  GArray *table = g_array_new(FALSE, FALSE, sizeof(AdrefSignatureCheckStep));
  g_auto(GStrv) out = g_strsplit(names, " ", -1);
  for (gsize i = 0; i < adref_signature_check_step_count && strcmp(names, "*") != 0; i++)
    if (!g_strv_contains((const char *const *)out, adref_signature_check_steps[i].name))
      g_array_append_val(table, adref_signature_check_steps[i]);
  return table;
}

static AdrefVerification *verify(const char *root, const GArray *table)
{
  GError *error = NULL;
  g_autoptr(AdrefRepo) repo = adref_repo_open_any(root, &error);
  ck_assert_no_error(error);
  AdrefFileSource *source = adref_file_source_new_folder(root);
  g_autoptr(AdrefSigners) signers = adref_signers_read(source, &error);
  ck_assert_no_error(error);
  AdrefVerifyOptions how = {.repo = repo,
                            .statement = "demo",
                            .label = "rev1",
                            .signers = signers,
                            .clock = g_get_real_time() / G_USEC_PER_SEC,
                            .checks = (const AdrefSignatureCheckStep *)(const void *)table->data,
                            .count = table->len};
  AdrefVerification *made = adref_verify(&how, &error);
  ck_assert_no_error(error);
  adref_file_source_free(source);
  return made;
}

static const AdrefSignatureResult *signature_of(const AdrefVerification *made, const char *party)
{
  const AdrefDraftResult *draft = made->drafts->pdata[0];
  const GPtrArray *all = strchr(party, '/') ? made->malformed_tags : draft->signatures;
  for (guint i = 0; i < all->len; i++)
    if (strcmp(((const AdrefSignatureResult *)all->pdata[i])->party, party) == 0)
      return all->pdata[i];
  return NULL;
}

static void check_found(const Cheat *cheat, const char *root)
{
  g_autoptr(GArray) table = table_without("");
  g_autoptr(AdrefVerification) made = verify(root, table);
  const AdrefSignatureResult *signature = signature_of(made, cheat->party);
  ck_assert_msg(signature != NULL, "%s: no sign-off of %s", cheat->cheat, cheat->party);
  ck_assert_msg(g_strcmp0(signature->check, cheat->check) == 0, "%s: found by %s (%s), not by %s",
                cheat->cheat, signature->check, signature->why, cheat->check);
  ck_assert_msg(!cheat->check || (signature->why && *signature->why), "%s: no reason",
                cheat->cheat);
  ck_assert_int_eq(adref_signature_result_is_valid(signature), cheat->check == NULL);
}

static void check_goes_through(const Cheat *cheat, const char *root)
{
  g_autoptr(GArray) table = table_without(cheat->without);
  g_autoptr(AdrefVerification) made = verify(root, table);
  const AdrefSignatureResult *signature = signature_of(made, cheat->party);
  ck_assert_msg(signature && adref_signature_result_is_valid(signature),
                "%s: without %s it is still found, by %s (%s)", cheat->cheat, cheat->without,
                signature ? signature->check : "nobody", signature ? signature->why : "");
}

static void check_git(const Cheat *cheat, const char *root)
{
  int status;
  g_autofree char *printed = sandbox_shell(sandbox, root, "git verify-tag $T", &status);
  ck_assert_msg((status == 0) == (cheat->git == GIT_GOOD), "%s: git says %s", cheat->cheat,
                printed);
}

START_TEST(a_cheat_is_found_and_named)
{
  const Cheat *cheat = &cheats[_i];
  g_autofree char *root = g_build_filename(sandbox, "work", NULL);
  sandbox_must_run(sandbox, sandbox, "rm -rf work; : >revoked; cp -r world work");
  sandbox_must_run(sandbox, root, cheat->script);
  check_found(cheat, root);
  check_goes_through(cheat, root);
  if (cheat->git != GIT_IS_NOT_ASKED)
    check_git(cheat, root);
}
END_TEST

/* A party signs again; then somebody puts its first sign-off back. */
START_TEST(the_last_sign_off_is_the_one_that_was_seen)
{
  g_autofree char *root = g_build_filename(sandbox, "work", NULL);
  sandbox_must_run(sandbox, sandbox, "rm -rf work; cp -r world work");
  g_autoptr(GArray) table = table_without("");
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, NULL);
  g_autoptr(AdrefVerification) first = verify(root, table);
  adref_verification_save_seen(first, repo);
  sandbox_must_run(sandbox, root,
                   "raw >../first; payload | sed 's/^\\(tagger .*> \\)1701388800/\\11701388900/; "
                   "s/^Time: .*/Time: 2023-12-01T09:01:40+09:00/' | resign JPN | forge");
  g_autoptr(AdrefVerification) second = verify(root, table);
  ck_assert(adref_signature_result_is_valid(signature_of(second, "JPN")));
  adref_verification_save_seen(second, repo);
  sandbox_must_run(sandbox, root, "forge <../first");
  g_autoptr(AdrefVerification) back = verify(root, table);
  ck_assert_int_eq(signature_of(back, "JPN")->verdict, ADREF_SIGNATURE_VERDICT_REPLAYED);
}
END_TEST

/* A valid sign-off in a lower capacity than the rule asks for is shown, and does not count. */
START_TEST(a_lower_capacity_does_not_count)
{
  g_autofree char *root = g_build_filename(sandbox, "work", NULL);
  sandbox_must_run(sandbox, sandbox, "rm -rf work; cp -r world work");
  sandbox_must_run(sandbox, root,
                   "payload | sed 's/^Capacity: .*/Capacity: ad-referendum/' | resign JPN | forge");
  g_autoptr(GArray) table = table_without("");
  g_autoptr(AdrefVerification) made = verify(root, table);
  const AdrefDraftResult *draft = made->drafts->pdata[0];
  ck_assert(adref_signature_result_is_valid(signature_of(made, "JPN")));
  ck_assert_uint_eq(draft->met, 1);
  ck_assert_uint_eq(draft->needed, 2);
  ck_assert(!adref_draft_result_is_complete(draft));
}
END_TEST

START_TEST(what_was_seen_and_is_gone_is_missed)
{
  g_autofree char *root = g_build_filename(sandbox, "work", NULL);
  sandbox_must_run(sandbox, sandbox, "rm -rf work; cp -r world work");
  g_autoptr(GArray) table = table_without("");
  g_autoptr(AdrefVerification) before = verify(root, table);
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, NULL);
  adref_verification_save_seen(before, repo);
  sandbox_must_run(sandbox, root, "git tag -d $T >/dev/null; git gc -q --prune=now");
  g_autoptr(AdrefVerification) after = verify(root, table);
  ck_assert_int_eq(signature_of(after, "JPN")->verdict, ADREF_SIGNATURE_VERDICT_DELETED);
  ck_assert(!adref_draft_result_is_complete(after->drafts->pdata[0]));
  sandbox_must_run(sandbox, root, "git update-ref -d refs/adref/seen/demo/rev1/JPN");
  g_autoptr(AdrefVerification) unseen = verify(root, table);
  ck_assert_int_eq(signature_of(unseen, "JPN")->verdict, ADREF_SIGNATURE_VERDICT_MISSING);
}
END_TEST

/* Two keys that both sign for a party at the first contact: neither is pinned. */
START_TEST(rival_keys_pin_neither)
{
  g_autofree char *root = g_build_filename(sandbox, "work", NULL);
  sandbox_must_run(sandbox, sandbox, "rm -rf work; cp -r world work");
  sandbox_must_run(sandbox, root,
                   "git config --unset adref.JPN.pin; git config --unset adref.ASEAN.pin; "
                   "printf 'JPN namespaces=\"git\" %s\n' \"$(cut -d ' ' -f 1,2 ../keys/eve.pub)\" "
                   ">>signers; T=signoff/demo/zero/JPN; payload $T | resign eve | forge $T");
  GError *error = NULL;
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, &error);
  AdrefFileSource *source = adref_file_source_new_folder(root);
  g_autoptr(AdrefSigners) signers = adref_signers_read(source, &error);
  AdrefVerifyOptions how = {.repo = repo,
                            .statement = "demo",
                            .signers = signers,
                            .checks = adref_signature_check_steps,
                            .count = adref_signature_check_step_count};
  g_autoptr(AdrefVerification) made = adref_verify(&how, &error);
  ck_assert_no_error(error);
  g_autofree char *rivals = adref_verification_rival_keys(made, "JPN");
  ck_assert(rivals && strstr(rivals, " and SHA256:"));
  ck_assert_ptr_null(adref_verification_rival_keys(made, "ASEAN"));
  adref_verification_save_seen(made, repo);
  g_autofree char *pins = adref_key_pins_get(repo, "JPN"),
                  *other = adref_key_pins_get(repo, "ASEAN");
  ck_assert_ptr_null(pins);
  ck_assert_ptr_nonnull(other);
  adref_file_source_free(source);
}
END_TEST

/* A tag for somebody whom the rule does not name stops nothing. */
/* The first and the last signature of a draft count, and each key once. */
START_TEST(rival_keys_are_named_once)
{
  char a[] = "SHA256:a", b[] = "SHA256:b", c[] = "SHA256:c", jpn[] = "JPN", tha[] = "THA";
  AdrefSignatureResult signatures[] = {{.party = jpn, .fingerprint = a, .is_new = TRUE},
                                       {.party = tha, .fingerprint = c, .is_new = TRUE},
                                       {.party = jpn, .fingerprint = c},
                                       {.party = jpn, .fingerprint = a, .is_new = TRUE},
                                       {.party = jpn, .fingerprint = b, .is_new = TRUE}};
  g_autoptr(GPtrArray) list = g_ptr_array_new(), drafts = g_ptr_array_new();
  for (gsize i = 0; i < G_N_ELEMENTS(signatures); i++)
    g_ptr_array_add(list, &signatures[i]);
  AdrefDraftResult draft = {.signatures = list};
  g_ptr_array_add(drafts, &draft);
  AdrefVerification made = {.drafts = drafts};
  g_autofree char *rivals = adref_verification_rival_keys(&made, "JPN");
  ck_assert_str_eq(rivals, "SHA256:a and SHA256:b");
  ck_assert_ptr_null(adref_verification_rival_keys(&made, "THA"));
}
END_TEST

START_TEST(who_need_not_sign_stops_nothing)
{
  g_autofree char *root = g_build_filename(sandbox, "work", NULL);
  sandbox_must_run(sandbox, sandbox, "rm -rf work; cp -r world work");
  sandbox_must_run(
      sandbox, root,
      "payload | resign THA | forge signoff/demo/rev1/THA; echo x | git hash-object -w "
      "--stdin | xargs git update-ref refs/tags/signoff/demo/rev1/QQQ");
  g_autoptr(GArray) table = table_without("");
  g_autoptr(AdrefVerification) made = verify(root, table);
  ck_assert(!adref_signature_result_is_valid(signature_of(made, "THA")));
  ck_assert(!adref_signature_result_is_valid(signature_of(made, "QQQ")));
  ck_assert(adref_draft_result_is_complete(made->drafts->pdata[0]));
  sandbox_must_run(sandbox, root, "raw | sed 's/Minister/Monster/' | forge");
  g_autoptr(AdrefVerification) forged = verify(root, table);
  ck_assert(!adref_draft_result_is_complete(forged->drafts->pdata[0]));
}
END_TEST

START_TEST(there_are_at_least_fifty_cheats)
{
  ck_assert_uint_ge(G_N_ELEMENTS(cheats), 51);
  for (gsize i = 0; i < adref_signature_check_step_count; i++) {
    gboolean found =
        strcmp(adref_signature_check_steps[i].name, "program") == 0; /* nobody cheats there */
    for (gsize j = 0; j < G_N_ELEMENTS(cheats) && !found; j++)
      found = g_strcmp0(cheats[j].check, adref_signature_check_steps[i].name) == 0;
    ck_assert_msg(found, "no cheat is found by %s", adref_signature_check_steps[i].name);
  }
}
END_TEST

guint tamper_cheats(const char *check)
{
  guint count = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(cheats); i++)
    count += cheats[i].check && (!check || strcmp(cheats[i].check, check) == 0) ? 1 : 0;
  return count;
}

/* A draft is signed by all when its rule is met by valid sign-offs alone, and nobody withdrew it.
 */
START_TEST(a_draft_is_complete)
{
  AdrefSigningRule *rule = adref_signing_rule_parse("signed; JPN; ASEAN");
  const AdrefDraftResult complete = {.parsed_rule = rule, .needed = 2, .met = 2, .all_valid = TRUE};
  ck_assert(adref_draft_result_is_complete(&complete));
  AdrefDraftResult drafts[] = {complete, complete, complete, complete, complete};
  drafts[0].withdrawn = (char[]){"Sent out with a wrong figure."};
  drafts[1].met = 1;
  drafts[2].all_valid = FALSE;
  drafts[3].needed = drafts[3].met = 0;
  drafts[4].parsed_rule = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(drafts); i++)
    ck_assert_msg(!adref_draft_result_is_complete(&drafts[i]), "%zu", i);
  adref_signing_rule_free(rule);
}
END_TEST

TCase *tcase_tamper(void)
{
  TCase *tcase = tcase_create("tamper");
  tcase_add_unchecked_fixture(tcase, set_up, tear_down);
  tcase_set_timeout(tcase, TIMEOUT);
  tcase_add_loop_test(tcase, a_cheat_is_found_and_named, 0, G_N_ELEMENTS(cheats));
  tcase_add_test(tcase, rival_keys_pin_neither);
  tcase_add_test(tcase, rival_keys_are_named_once);
  tcase_add_test(tcase, who_need_not_sign_stops_nothing);
  tcase_add_test(tcase, a_lower_capacity_does_not_count);
  tcase_add_test(tcase, the_last_sign_off_is_the_one_that_was_seen);
  tcase_add_test(tcase, what_was_seen_and_is_gone_is_missed);
  tcase_add_test(tcase, there_are_at_least_fifty_cheats);
  tcase_add_test(tcase, a_draft_is_complete);
  return tcase;
}
