/* Files of entries: YAML by its keys, signers by their keys. */
#include "merge/join/merge_entries.h"

#include "merge/cases.h"

static AdrefEntriesFile file_of(const char *text)
{
  return (AdrefEntriesFile){text ? g_bytes_new(text, strlen(text)) : NULL, "facts.yaml"};
}

static void file_clear(AdrefEntriesFile *file)
{
  g_clear_pointer(&file->bytes, g_bytes_unref);
}

/* The joined file; "OVERLAP ENTRY: ours / theirs" where one is the first overlap; the message of an
 * error. */
static char *join(gboolean signers, const char *base, const char *ours, const char *theirs)
{
  AdrefEntriesFile files[] = {file_of(base), file_of(ours), file_of(theirs)};
  g_autoptr(GPtrArray) overlaps = adref_entry_overlaps_new();
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) joined =
      signers ? adref_merge_signers(&files[0], &files[1], &files[2], overlaps)
              : adref_merge_yaml(&files[0], &files[1], &files[2], overlaps, &error);
  for (guint i = 0; i < G_N_ELEMENTS(files); i++)
    file_clear(&files[i]);
  if (!joined)
    return g_strdup(error->message);
  const AdrefEntryOverlap *overlap = overlaps->len > 0 ? overlaps->pdata[0] : NULL;
  return overlap ? g_strdup_printf("OVERLAP %s: %s / %s", overlap->entry, overlap->ours,
                                   overlap->theirs)
                 : g_string_free(g_steal_pointer(&joined), FALSE);
}

static void joins(const char *base, const char *ours, const char *theirs, const char *expected)
{
  g_autofree char *joined = join(FALSE, base, ours, theirs);
  ck_assert_str_eq(joined, expected);
}

static void joins_signers(const char *base, const char *ours, const char *theirs,
                          const char *expected)
{
  g_autofree char *joined = join(TRUE, base, ours, theirs);
  ck_assert_str_eq(joined, expected);
}

START_TEST(neighbouring_keys_of_both_are_taken)
{
  joins("place: Tokyo\ndate: 2023-12-17\n", "place: Hanoi\ndate: 2023-12-17\n",
        "place: Tokyo\ndate: 2024-01-01\n", "place: Hanoi\ndate: 2024-01-01\n");
  joins("values:\n  a: 1\n  b: 2\n", "values:\n  a: 3\n  b: 2\n", "values:\n  a: 1\n  b: 4\n",
        "values:\n  a: 3\n  b: 4\n");
  joins("place: {en: Tokyo}\n", "place: {en: Tokyo, ja: 東京}\n",
        "place: {en: Tokyo, th: โตเกียว}\n", "place:\n  en: Tokyo\n  ja: 東京\n  th: โตเกียว\n");
  joins(NULL, "a: 1\n", "b: 2\n", "b: 2\na: 1\n");
}
END_TEST

START_TEST(comments_stay_with_their_keys)
{
  joins("# head\na: 1\n# of b\nb: 2 # why\n\nc: 3\n", "# head\na: 9\n# of b\nb: 2 # why\n\nc: 3\n",
        "# head\na: 1\n# of b\nb: 2 # why\n\n# of d\nd: 4\nc: 3\n",
        "# head\na: 9\n# of b\nb: 2 # why\n\n# of d\nd: 4\n\nc: 3\n");
  joins("# head\na: 1\n", "# head\na: 1\n", "# new head\na: 1\n", "# new head\na: 1\n");
}
END_TEST

START_TEST(one_key_of_both_is_an_overlap)
{
  joins("people: 5\n", "people: 6\n", "people: 7\n", "OVERLAP people: \"6\" / \"7\"");
  joins("v:\n  people: 5\n", "v:\n  people: 6\n", "v:\n  people: 7\n",
        "OVERLAP v: people: \"6\" / \"7\"");
  joins("v:\n  people: 5\n  a: 1\n", "v:\n  a: 1\n", "v:\n  people: 7\n  a: 1\n",
        "OVERLAP v: people: nothing / \"7\"");
  joins("p: {en: a, ja: b}\n", "p: {en: x, ja: b}\n", "p: {en: y, ja: b}\n",
        "OVERLAP p: en: \"x\" / \"y\"");
  joins("people: 5\n", "people: 6\n", "people: 6\n", "people: 6\n");
}
END_TEST

START_TEST(what_one_takes_out_is_gone)
{
  joins("a: 1\nb: 2\nc: 3\n", "a: 1\nc: 3\n", "a: 1\nb: 2\nc: 4\n", "a: 1\nc: 4\n");
  joins("a: 1\nb: 2\n", "b: 2\n", "a: 1\n", "");
}
END_TEST

START_TEST(lists_of_words_get_and_lose_words)
{
  joins("p: [JPN, ASEAN]\n", "p: [JPN, ASEAN, THA]\n", "p: [JPN, VNM]\n",
        "p:\n- JPN\n- THA\n- VNM\n");
  joins("l: [en, ja]\n", "l: [ja, en]\n", "l: [en, ja, fr]\n", "l:\n- ja\n- en\n- fr\n");
  joins("l: [a, b, c]\n", "l: [b, a, c]\n", "l: [a, c, b]\n",
        "OVERLAP l: a list of 3 / a list of 3");
}
END_TEST

START_TEST(lists_with_ids_are_maps)
{
  joins("clauses:\n- id: a\n  n: 1\n- id: b\n  n: 2\n",
        "clauses:\n- id: a\n  n: 7\n- id: b\n  n: 2\n",
        "clauses:\n- id: a\n  n: 1\n- id: b\n  n: 8\n- id: c\n  n: 3\n",
        "clauses:\n- id: a\n  n: 7\n- id: b\n  n: 8\n- id: c\n  n: 3\n");
}
END_TEST

START_TEST(line_ends_of_windows_are_no_change)
{
  joins("a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 3\nb: 2\n", "a: 3\nb: 2\n");
}
END_TEST

START_TEST(yaml_that_does_not_read_is_refused)
{
  g_autofree char *joined = join(FALSE, "a: 1\n", "a: 1\na: 2\n", "a: 3\n");
  ck_assert_ptr_nonnull(strstr(joined, "facts.yaml:2:1"));
  g_autofree char *flow = join(FALSE, "{a: 1, b: 2}\n", "{a: 1, b: 3}\n", "{a: 2, b: 2}\n");
  ck_assert_ptr_nonnull(strstr(flow, "each key must stand on a line of its own"));
}
END_TEST

#define AIKO "JPN,aiko@x ssh-ed25519 AAAA Aiko\n"
#define BUDI "IDN,budi@x namespaces=\"git\" ssh-ed25519 BBBB Budi\n"
#define CHI  "VNM,chi@x gpg 0123\n"

START_TEST(signers_are_joined_by_key)
{
  joins_signers("# keys\n" AIKO, "# keys\n" AIKO BUDI, "# keys\n" AIKO CHI,
                "# keys\n" AIKO CHI BUDI);
  joins_signers(AIKO BUDI, AIKO, AIKO BUDI CHI, AIKO CHI);
  /* a line without a key, and a comment that names one */
  joins_signers("JPN\n" AIKO, "JPN\n" AIKO BUDI, "JPN\n# the old ssh-ed25519 AAAA\n" AIKO,
                "JPN\n# the old ssh-ed25519 AAAA\n" AIKO BUDI);
}
END_TEST

START_TEST(a_key_that_one_withdrew_does_not_return)
{
  joins_signers(AIKO BUDI, AIKO, AIKO "IDN,budi@x ssh-ed25519 BBBB Budi\n",
                "OVERLAP ssh-ed25519 BBBB: nothing / another line");
  joins_signers(AIKO, "JPN ssh-ed25519 AAAA\n", "IDN ssh-ed25519 AAAA\n",
                "OVERLAP ssh-ed25519 AAAA: another line / another line");
}
END_TEST

TCase *tcase_merge_entries(void)
{
  TCase *tcase = tcase_create("merge_entries");
  tcase_add_test(tcase, neighbouring_keys_of_both_are_taken);
  tcase_add_test(tcase, comments_stay_with_their_keys);
  tcase_add_test(tcase, one_key_of_both_is_an_overlap);
  tcase_add_test(tcase, what_one_takes_out_is_gone);
  tcase_add_test(tcase, lists_of_words_get_and_lose_words);
  tcase_add_test(tcase, lists_with_ids_are_maps);
  tcase_add_test(tcase, line_ends_of_windows_are_no_change);
  tcase_add_test(tcase, yaml_that_does_not_read_is_refused);
  tcase_add_test(tcase, signers_are_joined_by_key);
  tcase_add_test(tcase, a_key_that_one_withdrew_does_not_return);
  return tcase;
}
