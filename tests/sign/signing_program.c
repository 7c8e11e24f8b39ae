#include "sign/signing_program.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "sign/cases.h"

/* Programs that answer as this script says, in a folder that is alone in PATH with the shell. */
static char *folder;

static void set_up(void)
{
  folder = environment_make_folder("adref-program-XXXXXX");
  g_autofree char *path = g_strconcat(folder, ":/usr/bin:/bin", NULL);
  g_setenv("PATH", path, TRUE);
}

static void tear_down(void)
{
  static const char *const names[] = {"gpg", "ssh-keygen"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *file = g_build_filename(folder, names[i], NULL);
    g_remove(file);
  }
  g_rmdir(folder);
  free(folder);
}

static void make_program(const char *name, const char *script)
{
  g_autofree char *file = g_build_filename(folder, name, NULL);
  g_autofree char *text = g_strdup_printf("#!/bin/sh\n%s\n", script);
  ck_assert(g_file_set_contents(file, text, -1, NULL));
  ck_assert_int_eq(g_chmod(file, 0755), 0);
}

/* A program signs when its status is 0 and it printed something. */
START_TEST(signing)
{
  static const struct {
    const char *script, *output, *message;
  } runs[] = {
      {"echo signature", "signature\n", NULL},
      {"echo signature; exit 1", NULL, "did not sign; nothing was written"},
      {"exit 0", NULL, "did not sign; nothing was written"},
      {"echo ' no agent ' >&2; exit 2", NULL, "did not sign: no agent; nothing was written"},
      {"cat", "payload", NULL},
  };
  g_autoptr(GString) payload = g_string_new("payload");
  for (gsize i = 0; i < G_N_ELEMENTS(runs); i++) {
    static const char *const programs[] = {"ssh-keygen", "gpg"};
    AdrefSshKey key = {.file = "/nonexistent/key"};
    for (gsize p = 0; p < G_N_ELEMENTS(programs); p++) {
      g_autoptr(GError) error = NULL;
      make_program(programs[p], runs[i].script);
      g_autofree char *signature = p == 0
                                       ? adref_signing_program_ssh_sign(&key, payload, &error)
                                       : adref_signing_program_gpg_sign(NULL, payload, "A", &error);
      ck_assert_pstr_eq(signature, runs[i].output);
      g_autofree char *message =
          runs[i].message ? g_strdup_printf("%s %s", programs[p], runs[i].message) : NULL;
      ck_assert_pstr_eq(error ? error->message : NULL, message);
    }
  }
}
END_TEST

/* A key in a file is named; the agent's key is given as file 3. */
START_TEST(keys_of_ssh)
{
  g_autoptr(GString) payload = g_string_new("p");
  AdrefSshKey file = {.file = "/k"}, agent = {.public = "ssh-ed25519 AAAA"};
  make_program("ssh-keygen", "echo \"$@\"; [ ! -e /dev/fd/3 ] || cat /dev/fd/3");
  g_autofree char *by_file = adref_signing_program_ssh_sign(&file, payload, NULL);
  g_autofree char *by_agent = adref_signing_program_ssh_sign(&agent, payload, NULL);
  ck_assert_str_eq(by_file, "-q -Y sign -n git -f /k\n");
  ck_assert_str_eq(by_agent, "-q -Y sign -n git -f /dev/fd/3 -U\nssh-ed25519 AAAA\n");
}
END_TEST

START_TEST(verdicts_of_gpg)
{
#define VALID "echo '[GNUPG:] VALIDSIG 1 2 3 4 5 6 7 8 9 ABCD'; "
  static const struct {
    const char *script;
    AdrefGpgVerdict verdict;
    const char *fingerprint;
  } runs[] = {
      {VALID "echo '[GNUPG:] GOODSIG x'", ADREF_GPG_GOOD, "gpg:ABCD"},
      {"echo '[GNUPG:] GOODSIG x'", ADREF_GPG_BAD, NULL},
      {VALID "exit 0", ADREF_GPG_BAD, "gpg:ABCD"},
      {VALID "echo '[GNUPG:] GOODSIG x'; echo '[GNUPG:] REVKEYSIG x'", ADREF_GPG_REVOKED,
       "gpg:ABCD"},
      {VALID "echo '[GNUPG:] GOODSIG x'; echo '[GNUPG:] EXPKEYSIG x'", ADREF_GPG_EXPIRED,
       "gpg:ABCD"},
      {VALID "echo '[GNUPG:] GOODSIG x'; echo '[GNUPG:] EXPSIG x'", ADREF_GPG_EXPIRED, "gpg:ABCD"},
      {VALID "echo '[GNUPG:] EXPSIG x'; echo '[GNUPG:] REVKEYSIG x'", ADREF_GPG_REVOKED,
       "gpg:ABCD"},
      {"echo '[GNUPG:] NO_PUBKEY x'", ADREF_GPG_NO_KEY, NULL},
      {"echo '[GNUPG:] VALIDSIG 1 2'; echo '[GNUPG:] GOODSIG x'", ADREF_GPG_BAD, NULL},
      {"cat /dev/fd/3 -", ADREF_GPG_BAD, NULL},
  };
  g_autoptr(GString) payload = g_string_new("payload");
  for (gsize i = 0; i < G_N_ELEMENTS(runs); i++) {
    g_autofree char *fingerprint = NULL;
    make_program("gpg", runs[i].script);
    AdrefGpgVerdict verdict = adref_signing_program_gpg_verify(payload, "s", &fingerprint);
    ck_assert_msg(verdict == runs[i].verdict, "%s: %d", runs[i].script, verdict);
    ck_assert_pstr_eq(fingerprint, runs[i].fingerprint);
  }
}
END_TEST

/* A listing is of use when it has one key. */
START_TEST(listings_of_gpg)
{
#define FPR(word) "echo 'fpr:2:3:4:5:6:7:8:9:" word ":'; "
  g_autoptr(GString) key = g_string_new("k");
  static const struct {
    const char *script, *secret, *message, *public;
  } runs[] = {
      {"echo sec:; " FPR("A") FPR("B") "echo pub:; " FPR("C"), "A", NULL, "gpg:C"},
      {"echo pub:; " FPR("A"), NULL, "gpg has no secret key for \"N\"", "gpg:A"},
      {"echo sec:; echo fpr:2:3", NULL, "gpg has more than one secret key for \"N\"", NULL},
      {"echo sec:; echo sec:; " FPR("A"), NULL, "gpg has more than one secret key for \"N\"", NULL},
      {"echo pub:; " FPR("A") "echo pub:; " FPR("B"), NULL, "gpg has no secret key for \"N\"",
       NULL},
      {"echo pub:; " FPR("A") "exit 1", NULL, "gpg has no secret key for \"N\"", NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(runs); i++) {
    g_autoptr(GError) error = NULL;
    make_program("gpg", runs[i].script);
    g_autofree char *secret = adref_signing_program_gpg_find_key(NULL, "N", &error);
    g_autofree char *public = adref_signing_program_gpg_read_key(key);
    ck_assert_pstr_eq(secret, runs[i].secret);
    ck_assert_pstr_eq(error ? error->message : NULL, runs[i].message);
    ck_assert_msg(g_strcmp0(public, runs[i].public) == 0, "%s: %s", runs[i].script, public);
  }
}
END_TEST

START_TEST(exporting)
{
  g_autoptr(GError) error = NULL;
  make_program("gpg", "echo \"$@\"");
  g_autofree char *key = adref_signing_program_gpg_export("AB", &error);
  ck_assert_str_eq(key, "--batch --armor --export-options=export-minimal --export -- AB\n");
  make_program("gpg", "echo AB; exit 2");
  ck_assert_ptr_null(adref_signing_program_gpg_export("AB", &error));
  ck_assert_error(error, "gpg has no public key AB");
  make_program("gpg", "exit 0");
  ck_assert_ptr_null(adref_signing_program_gpg_export("AB", &error));
  ck_assert_error(error, "gpg has no public key AB");
}
END_TEST

/* ssh-keygen gets the signature as file 3 and the line of the signer as file 4. */
START_TEST(verifying_with_ssh)
{
  g_autoptr(GString) payload = g_string_new("payload");
  AdrefSigner signer = {.party = (char[]){"JPN"},
                        .type = (char[]){"ssh-ed25519"},
                        .key = (char[]){"AAAA"},
                        .comment = (char[]){""}};
  g_autofree char *why = NULL;
  make_program("ssh-keygen",
               "[ $# = 11 ] || { echo $#; exit 1; }; echo so; echo ' two\nlines ' >&2; exit 1");
  ck_assert(!adref_signing_program_ssh_verify(payload, "s", &signer, 1700000000, &why));
  ck_assert_str_eq(why, "two lines");
  g_clear_pointer(&why, g_free);
  make_program("ssh-keygen", "echo ' out ';  exit 1");
  ck_assert(!adref_signing_program_ssh_verify(payload, "s", &signer, 1700000000, &why));
  ck_assert_str_eq(why, "out");
  g_clear_pointer(&why, g_free);
  make_program("ssh-keygen", "[ \"$(cat /dev/fd/3)\" = s ] && [ \"$(cat)\" = payload ]");
  ck_assert(adref_signing_program_ssh_verify(payload, "s", &signer, 1700000000, &why));
  ck_assert_ptr_null(why);
  make_program("ssh-keygen", "shift 10; echo \"$1\"; exit 1");
  ck_assert(!adref_signing_program_ssh_verify(payload, "s", &signer, 1700000000, &why));
  ck_assert_str_eq(why, "-Overify-time=20231114221320Z");
}
END_TEST

/* What gpg --with-colons lists: only a key that signs is judged, and the first weak one is named.
 */
START_TEST(weakness)
{
  static const struct {
    const char *lines, *weakness;
  } lists[] = {
      {"pub:u:2048:1:A:1:::u:::scESC:", NULL},
      {"pub:u:2047:1:A:1:::u:::scESC:", "an RSA key of 2047 bits"},
      {"pub:u:2047:1:A:1:::u:::scESC:", "an RSA key of 2047 bits"},
      {"pub:u:1024:3:A:1:::u:::s:", "an RSA key of 1024 bits"},
      {"pub:u:3072:3:A:1:::u:::s:", NULL},
      {"pub:u:1024:2:A:1:::u:::e:", NULL},
      {"pub:u:1024:2:A:1:::u:::s:", NULL},
      {"pub:u:256:22:A:1:::u:::scESC:", NULL},
      {"pub:u:2048:17:A:1:::u:::scSC:", "a DSA key"},
      {"pub:u:2048:17:A:1:::u:::cC:", NULL},
      {"pub:u:4096:1:A:1:::u:::cC:\nsub:u:1024:1:B:1::::::s:", "an RSA key of 1024 bits"},
      {"sub:u:1024:1:B:1::::::s:\npub:u:1024:17:A:1:::u:::s:", "an RSA key of 1024 bits"},
      {"pub:u:1024:1:A:1:::u:::cC:\nsub:u:1024:1:B:1::::::e:", NULL},
      {"sec:u:1024:1:A:1:::u:::s:", NULL},
      {"pub:u:1024:1:A:1:::u:", NULL},
      {"pub:u:1024:1:A:1:::u::", NULL},
      {"pub:u:1024:1:A:1:::u:::s", "an RSA key of 1024 bits"},
      {"tru::1:\n\npub:u:1024:1:A:1:::u:::s:", "an RSA key of 1024 bits"},
      {"", NULL},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
    g_autofree char *script = g_strdup_printf("[ \"$5\" = KEY ] && printf '%s\\n'", lists[i].lines);
    make_program("gpg", script);
    g_autofree char *found = adref_signing_program_gpg_weakness("gpg:KEY");
    g_autofree char *bare = adref_signing_program_gpg_weakness("KEY");
    ck_assert_pstr_eq(found, lists[i].weakness);
    ck_assert_pstr_eq(bare, lists[i].weakness);
  }
}
END_TEST

TCase *tcase_signing_program(void)
{
  TCase *tcase = tcase_create("signing_program");
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_test(tcase, signing);
  tcase_add_test(tcase, weakness);
  tcase_add_test(tcase, keys_of_ssh);
  tcase_add_test(tcase, verdicts_of_gpg);
  tcase_add_test(tcase, listings_of_gpg);
  tcase_add_test(tcase, exporting);
  tcase_add_test(tcase, verifying_with_ssh);
  return tcase;
}
