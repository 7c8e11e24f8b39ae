#include "sign/signers.h"

#include <string.h>

#include "sign/cases.h"
#include "sign/sshsig.h"

#define KEY "AAAAC3NzaC1lZDI1NTE5AAAAIOxLlGWJqxzQz/foUf+ANTpCr9lYWIIGUwBlngy+Hanw"

static AdrefSigners *read_lines(const char *text, gboolean gpg, GError **error)
{
  g_autoptr(AdrefSigners) signers = adref_signers_new();
  return adref_signers_add_lines(signers, text, "signers", gpg, error) ? g_steal_pointer(&signers)
                                                                       : NULL;
}

START_TEST(lines_are_read_and_written)
{
  static const char text[] =
      "# ours\n\nJPN,aiko@example.org,x@example.org "
      "namespaces=\"git,file\",valid-after=\"20231201Z\",valid-before=\"20231202120000Z\" "
      "ssh-ed25519 " KEY " Aiko Mori\n";
  GError *error = NULL;
  g_autoptr(AdrefSigners) signers = read_lines(text, FALSE, &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(signers->all->len, 1);
  const AdrefSigner *signer = signers->all->pdata[0];
  ck_assert_str_eq(signer->party, "JPN");
  ck_assert_str_eq(signer->email, "aiko@example.org");
  ck_assert_str_eq(signer->comment, "Aiko Mori");
  ck_assert_int_eq(signer->after, 1701388800);
  ck_assert_int_eq(signer->before, 1701518400);
  ck_assert(adref_signer_allows(signer, "git") && !adref_signer_allows(signer, "mail"));
  ck_assert_ptr_eq(adref_signers_find(signers, "JPN", signer->fingerprint), signer);
  ck_assert_ptr_null(adref_signers_find(signers, "THA", signer->fingerprint));
  g_autofree char *line = adref_signer_line(signer);
  ck_assert_str_eq(line, "JPN,aiko@example.org namespaces=\"git,file\",valid-after="
                         "\"20231201000000Z\",valid-before=\"20231202120000Z\" ssh-ed25519 " KEY
                         " Aiko Mori\n");
}
END_TEST

/* Keys that live in hardware are lines like any other: type, key, application. */
START_TEST(hardware_keys_are_read)
{
  static const char *const lines[] = {
      "JPN,aiko@example.org sk-ssh-ed25519@openssh.com "
      "AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIOxLlGWJqxzQz/foUf+ANTpCr9lYWIIGUwBlngy+"
      "HanwAAAABHNzaDo= Aiko's stick\n",
      "THA sk-ecdsa-sha2-nistp256@openssh.com "
      "AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBA==\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    GError *error = NULL;
    g_autoptr(AdrefSigners) signers = read_lines(lines[i], FALSE, &error);
    ck_assert_no_error(error);
    g_autofree char *line = adref_signer_line(signers->all->pdata[0]);
    ck_assert_str_eq(line, lines[i]);
  }
}
END_TEST

#define PATTERN                                                                                    \
  "signers:1: a pattern would sign for others; allowed are the code of a party and addresses"
#define OPTION                                                                                     \
  "signers:1: an option is not allowed or stands twice; allowed are namespaces=\"git\", "          \
  "valid-after=\"20231201Z\" and valid-before=\"...\""
#define NOT_UNDERSTOOD                                                                             \
  "signers:1: an option is not understood; allowed are namespaces=\"git\", "                       \
  "valid-after=\"20231201Z\" and valid-before=\"...\""

static const struct {
  const char *text;
  gboolean gpg;
  const char *message;
} bad[] = {
    {"* ssh-ed25519 " KEY, FALSE, PATTERN},
    {"JPN,*@example.org ssh-ed25519 " KEY, FALSE, PATTERN},
    {"JP? ssh-ed25519 " KEY, FALSE, PATTERN},
    {"!THA,JPN ssh-ed25519 " KEY, FALSE, PATTERN},
    {"JPN,THA ssh-ed25519 " KEY, FALSE,
     "signers:1: a key signs for one party: its code, then addresses, as in JPN,aiko@mofa.example"},
    {"aiko@example.org ssh-ed25519 " KEY, FALSE,
     "signers:1: the code of a party is missing, as in JPN,aiko@mofa.example"},
    {"J\xd0\xa0N ssh-ed25519 " KEY, FALSE,
     "signers:1: a key signs for one party: its code, then addresses, as in JPN,aiko@mofa.example"},
    {"JPN cert-authority ssh-ed25519 " KEY, FALSE, NOT_UNDERSTOOD},
    {"JPN cert-authority=\"x\" ssh-ed25519 " KEY, FALSE, OPTION},
    {"JPN namespaces=\"git\",namespaces=\"x\" ssh-ed25519 " KEY, FALSE, OPTION},
    {"JPN valid-before=\"tomorrow\" ssh-ed25519 " KEY, FALSE,
     "signers:1: valid-before needs a time such as 20231201Z or 20231201120000Z"},
    {"JPN valid-before=\"19700101Z\" ssh-ed25519 " KEY, FALSE,
     "signers:1: valid-before needs a time such as 20231201Z or 20231201120000Z"},
    {"JPN valid-after=\"20231301Z\" ssh-ed25519 " KEY, FALSE,
     "signers:1: valid-after needs a time such as 20231201Z or 20231201120000Z"},
    {"JPN ssh-ed25519 AAAA", FALSE, "signers:1: the public key cannot be read"},
    {"JPN ssh-ed25519 " KEY "!", FALSE, "signers:1: the public key cannot be read"},
    {"JPN ssh-ed25519", FALSE, "signers:1: the public key cannot be read"},
    {"JPN ssh-rsa " KEY, FALSE,
     "signers:1: the key is not of the type that stands before it, or is a certificate"},
    {"JPN gpg " KEY, FALSE,
     "signers:1: the key is not of the type that stands before it, or is a certificate"},
    {"JPN ssh-ed25519-cert-v01@openssh.com "
     "AAAAIHNzaC1lZDI1NTE5LWNlcnQtdjAxQG9wZW5zc2guY29tAAAAIOxLlGWJqxzQz/foUf+ANTpCr9lYWIIGUwBlngy+"
     "Hanw",
     FALSE, "signers:1: the key is not of the type that stands before it, or is a certificate"},
    {"JPN ssh-ed25519 " KEY "\nTHA ssh-ed25519 " KEY, FALSE,
     "signers:2: the key signs for another party already; a key signs for one"},
    {"JPN gpg 0123", TRUE,
     "signers:1: here the word gpg and the 40 digits of a fingerprint are needed"},
    {"JPN ssh-ed25519 " KEY, TRUE,
     "signers:1: here the word gpg and the 40 digits of a fingerprint are needed"},
};

START_TEST(a_bad_line_is_refused_with_its_place)
{
  GError *error = NULL;
  ck_assert_ptr_null(read_lines(bad[_i].text, bad[_i].gpg, &error));
  ck_assert_error(error, bad[_i].message);
}
END_TEST

START_TEST(revoked_keys_are_read)
{
  GError *error = NULL;
  g_autoptr(AdrefSigners) signers = adref_signers_new();
  ck_assert(adref_signers_add_revoked(signers, "# gone\nssh-ed25519 " KEY " JPN\n", "r", &error));
  g_autofree char *fingerprint = adref_ssh_key_fingerprint(KEY);
  ck_assert(g_hash_table_contains(signers->revoked, fingerprint));
  ck_assert(!adref_signers_add_revoked(signers, "\nSHA256:abc\n", "r", &error));
  ck_assert_error(error, "r:2: a public key is needed, as in \"ssh-ed25519 AAAA...\"");
}
END_TEST

START_TEST(what_is_no_sshsig_is_not_read)
{
  static const char *const none[] = {
      "",
      "x",
      "-----BEGIN SSH SIGNATURE-----\n",
      "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
      "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n",
      "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAf////8=\n-----END SSH SIGNATURE-----\n",
      "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAgAAAAA=\n-----END SSH SIGNATURE-----\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
    ck_assert_ptr_null(adref_sshsig_read(none[i]));
}
END_TEST

TCase *tcase_signers(void)
{
  TCase *tcase = tcase_create("signers");
  tcase_add_test(tcase, lines_are_read_and_written);
  tcase_add_test(tcase, hardware_keys_are_read);
  tcase_add_loop_test(tcase, a_bad_line_is_refused_with_its_place, 0, G_N_ELEMENTS(bad));
  tcase_add_test(tcase, revoked_keys_are_read);
  tcase_add_test(tcase, what_is_no_sshsig_is_not_read);
  return tcase;
}
