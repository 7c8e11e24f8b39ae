#include "clause/markdown/reading.h"

#include <string.h>

#include "base/digest.h"
#include "clause/cases.h"
#include "clause/markdown/canonical.h"

static AdrefReading *read_with(AdrefReadings *readings, const char *text, GHashTable *parties)
{
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  const AdrefMarkdownReadOptions options = {.parties = parties,
                                            .numbers = &adref_numbering_default};
  AdrefReading *reading = adref_readings_read(readings, bytes, &options, NULL);
  ck_assert_ptr_nonnull(reading);
  return reading;
}

START_TEST(the_same_bytes_are_read_once)
{
  g_autoptr(AdrefReadings) readings = adref_readings_new();
  g_autoptr(AdrefReading) first = read_with(readings, "# Words [A - JPN]\n", NULL);
  g_autoptr(AdrefReading) again = read_with(readings, "# Words [A - JPN]\n", NULL);
  g_autoptr(AdrefReading) other = read_with(readings, "# Words [B - JPN]\n", NULL);
  ck_assert_ptr_eq(first, again);
  ck_assert_ptr_ne(first, other);
}
END_TEST

/* Also when it is asked for twice at once. */
START_TEST(hashes_are_those_of_the_bytes_and_of_what_is_printed)
{
  g_autoptr(AdrefReadings) readings = adref_readings_new();
  g_autoptr(AdrefReading) first = read_with(readings, "# Words [A - JPN]\n", NULL);
  g_autoptr(AdrefReading) again = read_with(readings, "# Words [A - JPN]\n", NULL);
  g_autoptr(AdrefReading) other = read_with(readings, "# Words\n[A - JPN]", NULL);
  AdrefReading *const asked[] = {first, again, other};
  adref_readings_hash(asked, G_N_ELEMENTS(asked));
  g_autofree char *bytes = adref_digest_of("# Words [A - JPN]\n", strlen("# Words [A - JPN]\n"));
  g_autofree char *printed = adref_text_hash(first->document);
  const AdrefReadingHashes *hashes = adref_reading_hashes(again);
  ck_assert_str_eq(hashes->bytes, bytes);
  ck_assert_str_eq(hashes->printed, printed);
  ck_assert(hashes->is_canonical);
  ck_assert(!adref_reading_hashes(other)->is_canonical);
  ck_assert_str_ne(adref_reading_hashes(other)->bytes, bytes);
  ck_assert_ptr_eq(hashes, adref_reading_hashes(first));
}
END_TEST

/* Who the parties are, and what is numbered, decides what a text says. */
START_TEST(another_way_of_reading_is_another_reading)
{
  g_autoptr(AdrefReadings) readings = adref_readings_new();
  g_autoptr(GHashTable) parties = g_hash_table_new(g_str_hash, g_str_equal);
  const AdrefNumbering none = {FALSE};
  const char *text = "<!-- op a -->\nWe [act - JPN].\n";
  g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
  AdrefReadingRequest requests[] = {
      {.bytes = bytes, .options = {.numbers = &adref_numbering_default}},
      {.bytes = bytes, .options = {.numbers = &none}},
      {.bytes = bytes, .options = {.numbers = &adref_numbering_default, .parties = parties}},
      {.bytes = bytes, .options = {.numbers = &adref_numbering_default, .outside_statement = TRUE}},
      {.bytes = bytes, .options = {.numbers = &adref_numbering_default}},
  };
  adref_readings_read_all(readings, requests, 4);
  adref_readings_read_all(readings, &requests[4], 1);
  for (gsize i = 0; i < 4; i++)
    for (gsize j = i + 1; j < 4; j++)
      ck_assert_ptr_ne(requests[i].reading, requests[j].reading);
  ck_assert_ptr_eq(requests[4].reading, requests[0].reading);
  for (gsize i = 0; i < G_N_ELEMENTS(requests); i++)
    adref_reading_unref(requests[i].reading);
}
END_TEST

/* The one that was asked for longest ago goes first; who has it keeps it. */
START_TEST(only_so_many_are_kept)
{
  g_autoptr(AdrefReadings) readings = adref_readings_new();
  g_autoptr(AdrefReading) first = read_with(readings, "# First\n", NULL);
  g_autoptr(AdrefReading) second = read_with(readings, "# Second\n", NULL);
  g_autoptr(AdrefReading) asked = read_with(readings, "# First\n", NULL);
  for (guint i = 0; i + 1 < ADREF_READINGS_MAX; i++) {
    g_autofree char *text = g_strdup_printf("# Other %u\n", i);
    g_autoptr(AdrefReading) reading = read_with(readings, text, NULL);
  }
  g_autoptr(AdrefReading) kept = read_with(readings, "# First\n", NULL);
  g_autoptr(AdrefReading) anew = read_with(readings, "# Second\n", NULL);
  ck_assert_ptr_eq(kept, first);
  ck_assert_ptr_ne(anew, second);
  g_autofree char *title = adref_document_title(second->document);
  ck_assert_str_eq(title, "Second");
}
END_TEST

START_TEST(a_text_that_cannot_be_read_is_an_error)
{
  g_autoptr(AdrefReadings) readings = adref_readings_new();
  g_autoptr(GBytes) bytes = g_bytes_new_static("\377", 1);
  const AdrefMarkdownReadOptions options = {.name = "x.md", .numbers = &adref_numbering_default};
  for (guint i = 0; i < 2; i++) {
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(adref_readings_read(readings, bytes, &options, &error));
    ck_assert_ptr_nonnull(error);
  }
}
END_TEST

TCase *tcase_reading(void)
{
  TCase *tcase = tcase_create("reading");
  tcase_add_test(tcase, the_same_bytes_are_read_once);
  tcase_add_test(tcase, hashes_are_those_of_the_bytes_and_of_what_is_printed);
  tcase_add_test(tcase, another_way_of_reading_is_another_reading);
  tcase_add_test(tcase, only_so_many_are_kept);
  tcase_add_test(tcase, a_text_that_cannot_be_read_is_an_error);
  return tcase;
}
