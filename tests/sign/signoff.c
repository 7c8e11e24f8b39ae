#include "sign/signoff.h"

#include <string.h>

#include "sign/cases.h"

#define HEAD                                                                                       \
  "object 1111111111111111111111111111111111111111\ntype commit\ntag signoff/tokyo/rev1/JPN\n"     \
  "tagger Aiko Mori <aiko@example.org> 1700000000 +0900\n\n"
#define SSH "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"
#define PGP "-----BEGIN PGP SIGNATURE-----\nAAAA\n-----END PGP SIGNATURE-----\n"

/* The bytes of a tag, and what is wrong with them. */
static const struct {
  const char *bytes, *problem;
} tags[] = {
    {HEAD "Words.\n" SSH, NULL},
    {HEAD "Words.\n" PGP, NULL},
    {HEAD "Words.\n-----BEGIN PGP MESSAGE-----\nA\n-----END PGP MESSAGE-----\n", NULL},
    {"", "it is empty"},
    {HEAD "Words.\r\n" SSH, "it contains a carriage return"},
    {HEAD "W\xffrds.\n" SSH, "it is not UTF-8"},
    {"Words.\n" SSH, "a line of its header is missing"},
    {"type commit\ntag x\ntagger A <a> 1 +0000\n\nWords.\n" SSH, "a line of its header is missing"},
    {"object 1\ntag x\ntagger A <a> 1 +0000\n\nWords.\n" SSH, "a line of its header is missing"},
    {"object 1\ntype commit\ntagger A <a> 1 +0000\n\nWords.\n" SSH,
     "a line of its header is missing"},
    {"object 1\ntype commit\ntag x\n\nWords.\n" SSH, "a line of its header is missing"},
    {"object 1\ntype tree\ntag x\ntagger A <a> 1 +0000\n\nWords.\n" SSH,
     "its header has lines that are not allowed"},
    {"object 1\ntype commit\ntag x\ntagger A <a> 1 +0000\nx y\n\nWords.\n" SSH,
     "its header has lines that are not allowed"},
    {HEAD "Words.\n", "it is not signed"},
    {HEAD "Words.\n" SSH SSH, "it has two signatures"},
    {HEAD "Words.\n" PGP SSH, "it has two signatures"},
    {HEAD "Words.\n" SSH "x", "the end line of its signature is missing, or is not the last line"},
    {HEAD "Words.\n" SSH "\n", "the end line of its signature is missing, or is not the last line"},
    {HEAD "Words.\n-----BEGIN SSH SIGNATURE-----\nAAAA\n",
     "the end line of its signature is missing, or is not the last line"},
    {HEAD "Words.\n-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END PGP SIGNATURE-----\n",
     "the end line of its signature is missing, or is not the last line"},
    {HEAD "Words.\n-----BEGIN SSH SIGNATURE-----x\nAAAA\n-----END SSH SIGNATURE-----\n",
     "the end line of its signature is missing, or is not the last line"},
};

START_TEST(a_tag_has_one_form)
{
  const char *bytes = tags[_i].bytes;
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, strlen(bytes));
  ck_assert_pstr_eq(adref_signoff_problem(signoff, bytes, strlen(bytes)), tags[_i].problem);
}
END_TEST

START_TEST(a_zero_byte_is_refused)
{
  static const char bytes[] = HEAD "Wo\0rds.\n" SSH;
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, sizeof bytes - 1);
  ck_assert_str_eq(adref_signoff_problem(signoff, bytes, sizeof bytes - 1),
                   "it contains a NUL byte");
}
END_TEST

START_TEST(a_tag_is_taken_apart_and_made)
{
  static const char bytes[] = HEAD "Words.\n\nMore.\n" SSH;
  static const int offsets[] = {540, -570, 0, 45};
  static const char *const zones[] = {"+0900", "-0930", "+0000", "+0045"};
  g_autoptr(AdrefSignoff) signoff = adref_signoff_read(bytes, strlen(bytes));
  ck_assert_str_eq(signoff->object, "1111111111111111111111111111111111111111");
  ck_assert_str_eq(signoff->tag, "signoff/tokyo/rev1/JPN");
  ck_assert_str_eq(signoff->message->str, "Words.\n\nMore.\n");
  ck_assert_str_eq(signoff->payload->str, HEAD "Words.\n\nMore.\n");
  ck_assert_str_eq(signoff->signature, SSH);
  ck_assert_int_eq(signoff->time, 1700000000);
  for (gsize i = 0; i < G_N_ELEMENTS(offsets); i++) {
    g_autoptr(GString) payload =
        adref_signoff_payload(signoff->tag, signoff->object, "Aiko Mori <aiko@example.org>",
                              signoff->time, offsets[i], signoff->message);
    g_autofree char *whole = g_strconcat(payload->str, SSH, NULL);
    g_autoptr(AdrefSignoff) again = adref_signoff_read(whole, strlen(whole));
    ck_assert_ptr_nonnull(strstr(payload->str, zones[i]));
    ck_assert_ptr_null(adref_signoff_problem(again, whole, strlen(whole)));
    ck_assert_int_eq(again->offset, offsets[i]);
  }
}
END_TEST

START_TEST(names_of_tags)
{
  static const char *const wrong[] = {"tokyo/rev1",     "tokyo/rev1/JPN/x", "Tokyo/rev1/JPN",
                                      "tokyo/Rev1/JPN", "tokyo/rev1/jpn",   ""};
  char *parts[3] = {NULL};
  ck_assert(adref_signoff_split_tag_name("tokyo/rev1/JPN", &parts[0], &parts[1], &parts[2]));
  g_autofree char *name = adref_signoff_tag_name(parts[0], parts[1], parts[2]);
  ck_assert_str_eq(name, "signoff/tokyo/rev1/JPN");
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    g_free(parts[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
    ck_assert_msg(!adref_signoff_split_tag_name(wrong[i], &parts[0], &parts[1], &parts[2]), "%s",
                  wrong[i]);
}
END_TEST

TCase *tcase_signoff(void)
{
  TCase *tcase = tcase_create("signoff");
  tcase_add_loop_test(tcase, a_tag_has_one_form, 0, G_N_ELEMENTS(tags));
  tcase_add_test(tcase, a_zero_byte_is_refused);
  tcase_add_test(tcase, a_tag_is_taken_apart_and_made);
  tcase_add_test(tcase, names_of_tags);
  return tcase;
}
