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

START_TEST(a_file_has_at_most_so_many_lines)
{
  GError *error = NULL;
  g_autofree char *most = g_strnfill(19998, '\n'), *more = g_strnfill(19999, '\n');
  g_autofree char *allowed = g_strconcat(most, "JPN ssh-ed25519 " KEY, NULL);
  g_autofree char *refused = g_strconcat(more, "JPN ssh-ed25519 " KEY, NULL);
  g_autoptr(AdrefSigners) signers = read_lines(allowed, FALSE, &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(signers->all->len, 1);
  ck_assert_ptr_null(read_lines(refused, FALSE, &error));
  ck_assert_error(error, "signers:20000: there are too many lines");
  ck_assert(!adref_signers_add_revoked(signers, refused, "r", &error));
  ck_assert_error(error, "r:20000: a public key is needed, as in \"ssh-ed25519 AAAA...\"");
}
END_TEST

static const struct {
  const char *text;
  gint64 seconds; /* 0: it is no time */
} times[] = {
    {"19710101Z", 31536000},
    {"19701231Z", 0},
    {"20231201Z", 1701388800},
    {"202312010930Z", 1701423000},
    {"20231201093015Z", 1701423015},
    {"2023120109Z", 0},
    {"20231201093015", 1701423015}, /* the suite runs in UTC */
    {"20231201093015ZZ", 0},
    {"20231301Z", 0},
    {"20231201246000Z", 0},
    {"2023-12-01", 0},
    {"", 0},
};

START_TEST(a_time_is_read_as_ssh_keygen_reads_it)
{
  for (gsize i = 0; i < G_N_ELEMENTS(times); i++) {
    gint64 seconds = 0;
    if (g_str_equal(times[i].text, "20231201093015"))
      g_setenv("TZ", "UTC", TRUE);
    ck_assert_int_eq(adref_signers_parse_time(times[i].text, &seconds), times[i].seconds != 0);
    ck_assert_int_eq(seconds, times[i].seconds);
  }
}
END_TEST

static const struct {
  const char *key, *party, *email, *line; /* the line in the file, or what is said */
} keys[] = {
    {"ssh-ed25519 " KEY " Aiko Mori\n", "JPN", "a@b.example",
     "JPN,a@b.example namespaces=\"git\" ssh-ed25519 " KEY " Aiko Mori\n"},
    {"ssh-ed25519 " KEY, "JPN", NULL, "JPN namespaces=\"git\" ssh-ed25519 " KEY "\n"},
    {"ssh-ed25519 " KEY, "JPN", "a b@c", "\"a b@c\" cannot be an address of a signer"},
    {"ssh-ed25519 " KEY, "JPN", "ab", "\"ab\" cannot be an address of a signer"},
    {"ssh-ed25519 " KEY, "JPN", "*@c", "\"*@c\" cannot be an address of a signer"},
    {"gpg " KEY, "JPN", NULL,
     "k: not an ssh public key; allowed is a file such as ~/.ssh/id_ed25519.pub"},
    {"words", "JPN", NULL,
     "k: not an ssh public key; allowed is a file such as ~/.ssh/id_ed25519.pub"},
    {"ssh-rsa " KEY, "JPN", NULL,
     "k:1: the key is not of the type that stands before it, or is a certificate"},
};

START_TEST(a_public_key_makes_a_line)
{
  GError *error = NULL;
  g_autoptr(AdrefSigner) signer =
      adref_signer_new(keys[_i].key, keys[_i].party, keys[_i].email, "k", &error);
  if (!signer) {
    ck_assert_error(error, keys[_i].line);
    return;
  }
  g_autofree char *line = adref_signer_line(signer);
  ck_assert_str_eq(line, keys[_i].line);
}
END_TEST

START_TEST(a_gpg_key_makes_a_line)
{
  GError *error = NULL;
  g_autoptr(AdrefSigner) signer =
      adref_signer_new_gpg("0123456789abcdef0123456789abcdef01234567", "JPN", NULL, &error);
  ck_assert_no_error(error);
  g_autofree char *line = adref_signer_line(signer);
  ck_assert_str_eq(line, "JPN gpg 0123456789ABCDEF0123456789ABCDEF01234567\n");
  ck_assert_str_eq(signer->fingerprint, "gpg:0123456789ABCDEF0123456789ABCDEF01234567");
  ck_assert_ptr_null(adref_signer_new_gpg("0123", "JPN", NULL, &error));
  ck_assert_error(error, "gpg: here the word gpg and the 40 digits of a fingerprint are needed");
}
END_TEST

/* The signature of an empty file by the key above, as ssh-keygen -Y sign makes it: the fields. */
START_TEST(an_sshsig_says_its_key_and_namespace)
{
  static const guint8 blob[] = "SSHSIG\0\0\0\1\0\0\0\x13\0\0\0\x0bssh-"
                               "ed25519\0\0\0\0\0\0\0\3git\0\0\0\0\0\0\0\6sha512\0\0\0\0";
  g_autofree char *base64 = g_base64_encode(blob, sizeof blob - 1);
  g_autofree char *text =
      g_strdup_printf("-----BEGIN SSH SIGNATURE-----\n%s\n-----END SSH SIGNATURE-----\n", base64);
  g_autoptr(AdrefSshsig) sshsig = adref_sshsig_read(text);
  ck_assert_ptr_nonnull(sshsig);
  ck_assert_str_eq(sshsig->key_type, "ssh-ed25519");
  ck_assert_str_eq(sshsig->namespace, "git");
  g_autofree char *fingerprint = adref_ssh_key_fingerprint(sshsig->key);
  ck_assert_str_eq(sshsig->fingerprint, fingerprint);
  g_autofree char *spaces = g_strnfill(64 * 1024 - strlen(text), '\n');
  g_autofree char *most = g_strconcat(text, spaces, NULL);
  g_autofree char *more = g_strconcat(most, "\n", NULL);
  g_autoptr(AdrefSshsig) large = adref_sshsig_read(most);
  ck_assert(large && !adref_sshsig_read(more));
}
END_TEST

static void add_string(GByteArray *blob, const void *bytes, guint length)
{
  guint8 number[] = {0, 0, (guint8)(length >> 8), (guint8)length};
  g_byte_array_append(blob, number, sizeof number);
  g_byte_array_append(blob, bytes, length);
}

/* An RSA key needs 2,048 bits. A number of ssh may begin with bytes of 0, which are no bits. */
START_TEST(a_key_has_enough_bits)
{
  static const struct {
    guint zeros;
    guint8 first; /* byte of the 256 or 257 that are the number */
    const char *weakness;
  } lengths[] = {{0, 0x80, NULL},
                 {1, 0x80, NULL},
                 {1, 0x7F, "an RSA key of 2047 bits"},
                 {0, 0x01, "an RSA key of 2041 bits"},
                 {2, 0x40, "an RSA key of 2047 bits"}};
  for (gsize i = 0; i < G_N_ELEMENTS(lengths); i++) {
    g_autoptr(GByteArray) blob = g_byte_array_new();
    guint8 modulus[258] = {0};
    modulus[lengths[i].zeros] = lengths[i].first;
    add_string(blob, "ssh-rsa", 7);
    add_string(blob, "\3", 1);
    add_string(blob, modulus, lengths[i].zeros + 256);
    g_autofree char *base64 = g_base64_encode(blob->data, blob->len);
    g_autofree char *weakness = adref_ssh_key_weakness(base64);
    ck_assert_msg(g_strcmp0(weakness, lengths[i].weakness) == 0, "%zu: %s", i, weakness);
  }
}
END_TEST

/* A signature that ends too early, at any byte of its head, is none; nor is such a key. */
START_TEST(what_ends_early_is_not_read)
{
  gsize key_length;
  g_autofree guint8 *key = g_base64_decode(KEY, &key_length);
  g_autoptr(GByteArray) blob = g_byte_array_new();
  static const guint8 version[] = {0, 0, 0, 1};
  g_byte_array_append(blob, (const guint8 *)"SSHSIG", 6);
  g_byte_array_append(blob, version, sizeof version);
  add_string(blob, key, (guint)key_length);
  add_string(blob, "git", 3);
  for (guint length = 1; length <= blob->len; length++) {
    g_autofree char *base64 = g_base64_encode(blob->data, length);
    g_autofree char *text = g_strdup_printf("-----BEGIN SSH SIGNATURE-----\n%s\n"
                                            "-----END SSH SIGNATURE-----\n",
                                            base64);
    g_autoptr(AdrefSshsig) sshsig = adref_sshsig_read(text);
    ck_assert_msg((sshsig != NULL) == (length == blob->len), "%u bytes", length);
  }
  for (gsize length = 1; length <= key_length; length++) {
    g_autofree char *base64 = g_base64_encode(key, length), *type = adref_ssh_key_type(base64);
    ck_assert_pstr_eq(type, length < 4 + strlen("ssh-ed25519") ? NULL : "ssh-ed25519");
  }
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
  tcase_add_test(tcase, what_ends_early_is_not_read);
  tcase_add_test(tcase, a_key_has_enough_bits);
  tcase_add_test(tcase, a_file_has_at_most_so_many_lines);
  tcase_add_test(tcase, a_time_is_read_as_ssh_keygen_reads_it);
  tcase_add_loop_test(tcase, a_public_key_makes_a_line, 0, G_N_ELEMENTS(keys));
  tcase_add_test(tcase, a_gpg_key_makes_a_line);
  tcase_add_test(tcase, an_sshsig_says_its_key_and_namespace);
  return tcase;
}
