#include "base/digest.h"

#include <string.h>

#include "base/cases.h"

/* The examples of FIPS 180-2, appendix B. */
START_TEST(known_answers)
{
  static const char *const known[][2] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
    g_autofree char *digest = adref_digest_of(known[i][0], strlen(known[i][0]));
    ck_assert_str_eq(digest, known[i][1]);
  }
}
END_TEST

/* GLib has another implementation. */
START_TEST(pieces)
{
  g_autoptr(GString) text = g_string_new(NULL);
  AdrefDigest *sum = adref_digest_new();
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *piece = g_strdup_printf("%u shall be %*s", i, (int)(i % 130), "");
    g_string_append(text, piece);
    adref_digest_add(sum, piece, strlen(piece));
  }
  g_autofree char *digest = adref_digest_end_hex(sum);
  g_autofree char *other = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, -1);
  ck_assert_str_eq(digest, other);
}
END_TEST

TCase *tcase_digest(void)
{
  TCase *tcase = tcase_create("digest");
  tcase_add_test(tcase, known_answers);
  tcase_add_test(tcase, pieces);
  return tcase;
}
