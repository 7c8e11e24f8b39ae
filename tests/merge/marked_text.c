#include "merge/join/marked_text.h"

#include "merge/cases.h"

static GBytes *bytes_of(const char *text)
{
  return g_bytes_new(text, strlen(text));
}

static void is_same(const AdrefMarkedText *text, const gboolean *found, const gboolean *expected)
{
  for (guint i = 0; i < adref_marked_text_count(text); i++)
    ck_assert_int_eq(found[i], expected[i]);
}

/* The digests of the other version say the same, also when they were made with a third text. */
static void check_digests(const AdrefMarkedText *text, GBytes *other, const gboolean *expected)
{
  g_autoptr(GBytes) digests = NULL;
  g_autofree gboolean *same = adref_marked_text_digest(text, other, &digests);
  g_autofree gboolean *by_digests = adref_marked_text_compare_digests(text, digests);
  is_same(text, same, expected);
  is_same(text, by_digests, expected);
  g_autoptr(AdrefMarkedText) third = adref_marked_text_new(NULL);
  g_autoptr(GBytes) others = NULL;
  g_autofree gboolean *none = adref_marked_text_digest(third, other, &others);
  g_autofree gboolean *by_others = adref_marked_text_compare_digests(text, others);
  is_same(text, by_others, expected);
}

/* The ids of the clauses that have the same words in another version, in the order of the text. */
static char *same_ids(const char *now, const char *other)
{
  g_autoptr(GBytes) bytes = bytes_of(now), others = bytes_of(other);
  g_autoptr(AdrefMarkedText) text = adref_marked_text_new(bytes);
  g_autofree gboolean *same = adref_marked_text_compare(text, others);
  check_digests(text, others, same);
  GString *ids = g_string_new(NULL);
  for (guint i = 0; i < adref_marked_text_count(text); i++) {
    guint place;
    const char *id = adref_marked_text_id(text, i);
    ck_assert(adref_marked_text_find(text, id, &place));
    if (place == i && same[i])
      g_string_append_printf(ids, "%s%s", ids->len > 0 ? " " : "", id);
  }
  return g_string_free(ids, FALSE);
}

static void check_same(const char *now, const char *other, const char *expected)
{
  g_autofree char *ids = same_ids(now, other);
  ck_assert_str_eq(ids, expected);
}

#define A "<!-- op a -->\n\n"
#define B "<!-- op b -->\n\n"
#define C "<!-- op c -->\n\n"

START_TEST(compares_words)
{
  check_same(A "One two.\n\n" B "Three.\n", A "One two.\n\n" B "Three.\n", "a b");
  check_same(A "One two.\n\n" B "Three.\n", A "One two.\n\n" B "Four.\n", "a");
  check_same(A "One two.\n\n" B "Three.\n", A "One\ntwo.\n\n\n" B "  Three.", "a b");
  check_same(A "One two.\n\n" B "Three.\n", A "Onetwo.\n\n" B "Three .\n", "");
  check_same(A "One two.\n\n" B "Three.\n", A "One two. More.\n\n" B "Three", "");
  check_same(A "One two", A "One two and more\n", "");
  check_same("<!-- op a no=3 -->\nOne.\n", "<!-- pp a -->\r\nOne.\r\n", "a");
  check_same("Title.\n" A "One.\n", "Another title.\n" A "One.\n", "a");
  check_same(A "One.\n", "", "");
  check_same("", A "One.\n", "");
  check_same("", "", "");
}
END_TEST

START_TEST(finds_clauses_at_other_places)
{
  check_same(A "One.\n\n" B "Two.\n\n" C "Three.\n", C "Three.\n\n" A "One.\n\n" B "Two.\n",
             "a b c");
  check_same(A "One.\n\n" B "Two.\n\n" C "Three.\n", A "One.\n\n" C "Three.\n", "a c");
  check_same(A "One.\n\n" C "Three.\n", A "One.\n\n" B "Two.\n\n" C "Three.\n", "a c");
}
END_TEST

/* A comment that is no marker with an id is words of the clause above it. */
START_TEST(only_markers_with_an_id_begin_clauses)
{
  check_same(A "One.\n\n<!-- op -->\n\nTwo.\n", A "One.\n\n<!-- op -->\n\nTwo!\n", "");
  check_same(A "One.\n\n<!-- note JPN: x -->\n", A "One.\n\n<!-- note JPN: y -->\n", "");
  check_same(A "One.\n\n" B "Two.\n", A "One.\n\n<!-- op b -->x\n\nTwo.\n", "a b");
  check_same(A "One.\n" B "Two.\n", A "One. <!-- op b -->\n\nTwo.\n", "");
}
END_TEST

START_TEST(the_last_of_one_id_counts)
{
  check_same(A "One.\n\n" A "Two.\n", A "One.\n\n" A "Two.\n", "a");
  check_same(A "One.\n\n" A "Two.\n", A "Three.\n\n" A "Two.\n", "a");
  check_same(A "One.\n\n" A "Two.\n", A "Two.\n\n" A "One.\n", "");
  check_same(A "One.\n\n" A "Two.\n", A "One.\n", "");
  check_same(A "Two.\n", A "Two.\n\n" A "One.\n", "");
  check_same(A "Two.\n", A "One.\n\n" A "Two.\n", "a");
}
END_TEST

START_TEST(no_bytes_are_a_text_without_clauses)
{
  g_autoptr(AdrefMarkedText) none = adref_marked_text_new(NULL);
  ck_assert_uint_eq(adref_marked_text_count(none), 0);
  g_autoptr(GBytes) bytes = bytes_of(A "One.\n");
  g_autoptr(AdrefMarkedText) text = adref_marked_text_new(bytes);
  g_autofree gboolean *same = adref_marked_text_compare(text, NULL);
  ck_assert(!same[0]);
}
END_TEST

/* The same line by line: id -> the words of the clause, each with a space after it. */
static GHashTable *words_of_clauses(const char *text)
{
  GHashTable *clauses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autofree char *id = NULL;
  g_autoptr(GString) words = g_string_new(NULL);
  for (char **line = lines; *line; line++) {
    if (g_str_has_prefix(*line, "<!-- op ") && (*line)[8] != '-') {
      if (id)
        g_hash_table_insert(clauses, g_steal_pointer(&id), g_strdup(words->str));
      id = g_strndup(*line + 8, strcspn(*line + 8, " "));
      g_string_truncate(words, 0);
      continue;
    }
    g_auto(GStrv) parts = g_strsplit_set(*line, " \t", -1);
    for (char **part = parts; *part; part++)
      if (**part)
        g_string_append_printf(words, "%s ", *part);
  }
  if (id)
    g_hash_table_insert(clauses, g_steal_pointer(&id), g_strdup(words->str));
  return clauses;
}

/* Few words and few ids, so that most clauses stand in both versions. */
static char *random_text(GRand *rand)
{
  static const char *const parts[] = {"<!-- op a -->\n",
                                      "<!-- op b -->\n",
                                      "<!-- op c no=2 -->\n",
                                      "<!-- op -->\n",
                                      "x",
                                      "xx",
                                      " ",
                                      "\n",
                                      " x ",
                                      "\n\n",
                                      "\t",
                                      "\nx\n"};
  GString *text = g_string_new(NULL);
  for (gint i = g_rand_int_range(rand, 0, 14); i > 0; i--) {
    const char *part = parts[g_rand_int_range(rand, 0, G_N_ELEMENTS(parts))];
    if (*part == '<' && text->len > 0 && text->str[text->len - 1] != '\n')
      g_string_append_c(text, '\n');
    g_string_append(text, part);
  }
  return g_string_free(text, FALSE);
}

START_TEST(agrees_with_words_line_by_line)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed(15);
  guint equal = 0;
  for (guint run = 0; run < 20000; run++) {
    g_autofree char *now = random_text(rand), *other = random_text(rand);
    g_autoptr(GBytes) bytes = bytes_of(now), others = bytes_of(other);
    g_autoptr(AdrefMarkedText) text = adref_marked_text_new(bytes);
    g_autofree gboolean *same = adref_marked_text_compare(text, others);
    g_autoptr(GHashTable) words = words_of_clauses(now), old_words = words_of_clauses(other);
    GHashTableIter iter;
    gpointer id, value;
    g_hash_table_iter_init(&iter, words);
    while (g_hash_table_iter_next(&iter, &id, &value)) {
      guint place;
      gboolean is_same = g_strcmp0(value, g_hash_table_lookup(old_words, id)) == 0;
      ck_assert_msg(adref_marked_text_find(text, id, &place), "%s is not found in\n%s", (char *)id,
                    now);
      ck_assert_msg(same[place] == is_same, "%s\n--- now\n%s\n--- other\n%s\n", (char *)id, now,
                    other);
      equal += is_same ? 1 : 0;
    }
  }
  ck_assert_uint_gt(equal, 1000);
}
END_TEST

/* 50,000 clauses of one id, the last one with a megabyte of spaces. */
START_TEST(time_is_linear)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 50000; i++)
    g_string_append(text, "<!-- op a -->\nx\n");
  for (guint i = 0; i < 1 << 20; i++)
    g_string_append_c(text, ' ');
  g_string_append(text, "y");
  g_autofree char *other = g_strconcat(text->str, "z", NULL);
  check_same(text->str, text->str, "a");
  check_same(text->str, other, "");
}
END_TEST

TCase *tcase_marked_text(void)
{
  TCase *tcase = tcase_create("marked_text");
  tcase_add_test(tcase, compares_words);
  tcase_add_test(tcase, finds_clauses_at_other_places);
  tcase_add_test(tcase, only_markers_with_an_id_begin_clauses);
  tcase_add_test(tcase, the_last_of_one_id_counts);
  tcase_add_test(tcase, no_bytes_are_a_text_without_clauses);
  tcase_add_test(tcase, agrees_with_words_line_by_line);
  tcase_add_test(tcase, time_is_linear);
  return tcase;
}
