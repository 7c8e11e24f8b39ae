#include "review/search/precedent_index.h"

#include <string.h>

#include "review/cases.h"

enum {
  CLAUSES = 2000,
  ASKED = 300,
  WORDS = 30
};

static const char *const vocabulary[] = {
    "access",    "agreement", "areas",      "capacity",   "commitment", "common",     "continue",
    "cyber",     "data",      "dialogue",   "digital",    "economic",   "efforts",    "energy",
    "ensure",    "exchange",  "framework",  "freedom",    "future",     "global",     "growth",
    "high",      "human",     "importance", "inclusive",  "industry",   "initiative", "integrity",
    "issues",    "joint",     "law",        "maritime",   "open",       "partners",   "peace",
    "people",    "practice",  "principles", "private",    "promote",    "quality",    "recognize",
    "region",    "resilient", "respect",    "rules",      "safe",       "sector",     "secure",
    "security",  "share",     "stability",  "standards",  "strategic",  "strengthen", "support",
    "technical", "trade",     "training",   "transition", "trust",      "values",     "welcome",
    "workshop"};

static const char *word(GRand *random)
{
  return vocabulary[g_rand_int_range(random, 0, G_N_ELEMENTS(vocabulary))];
}

/* Words between those that every text has. */
static char *invent(GRand *random)
{
  static const char *const small[] = {"the", "of", "and", "to", "in", "our"};
  GString *text = g_string_new("We reaffirm");
  for (guint i = 0; i < WORDS; i++)
    g_string_append_printf(text, " %s %s", small[g_rand_int_range(random, 0, 6)], word(random));
  return g_string_free(text, FALSE);
}

/* With every tenth word another one. */
static char *change(const char *text, GRand *random)
{
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  for (guint i = 2; words[i]; i += 10) {
    g_free(words[i]);
    words[i] = g_strdup(word(random));
  }
  return g_strjoinv(" ", words);
}

static AdrefPrecedentIndex *index_of(GPtrArray *texts)
{
  g_autoptr(AdrefPrecedentBuilder) builder = adref_precedent_builder_new();
  for (guint i = 0; i < texts->len; i++)
    ck_assert(
        adref_precedent_builder_add(builder, i < 10 ? "one" : "other", "12", texts->pdata[i]));
  g_autoptr(GBytes) bytes = adref_precedent_builder_finish(builder);
  AdrefPrecedentIndex *index = adref_precedent_index_new(bytes);
  ck_assert_ptr_nonnull(index);
  return index;
}

/* Even among texts of few words: the right clause first in 95 of 100, among five in 99; nothing
 * for words that nobody agreed in 98. */
START_TEST(finds_what_was_changed_and_nothing_else)
{
  GRand *random = g_rand_new_with_seed(7);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < CLAUSES; i++)
    g_ptr_array_add(texts, invent(random));
  g_autoptr(AdrefPrecedentIndex) index = index_of(texts);
  ck_assert_str_eq(adref_precedent_index_text(index, CLAUSES - 1), texts->pdata[CLAUSES - 1]);
  guint first = 0, among = 0, offered = 0;
  for (guint i = 0; i < ASKED; i++) {
    g_autofree char *changed = change(texts->pdata[i * 6], random), *other = invent(random);
    g_autoptr(GArray) found = adref_precedent_index_find(index, changed, 5);
    g_autoptr(GArray) none = adref_precedent_index_find(index, other, 5);
    ck_assert_uint_le(found->len, 5);
    for (guint j = 0; j < found->len; j++)
      if (g_array_index(found, AdrefPrecedentMatch, j).clause == i * 6) {
        first += j == 0 ? 1 : 0;
        among++;
      }
    offered += none->len > 0 ? 1 : 0;
  }
  ck_assert_uint_ge(first * 100, ASKED * 95);
  ck_assert_uint_ge(among * 100, ASKED * 99);
  ck_assert_uint_le(offered * 100, ASKED * 2);
  g_rand_free(random);
}
END_TEST

static const struct {
  const char *text, *asked;
  gboolean finds;
} pairs[] = {
    {"open, secure, stable, accessible and peaceful networks",
     "OPEN, secure,\nstable, accessible and peaceful", TRUE},
    {"open, secure, stable, accessible and peaceful networks", "zebra and quagga", FALSE},
    {"首脳は、研修を歓迎した。", "首脳は研修を歓迎した", TRUE},
    {"首脳は、研修を歓迎した。", "海洋の安全", FALSE},
    {"ผู้นำยินดีต่อการฝึกอบรม", "ผู้นำยินดีต่อการฝึกอบรมประชาชน", TRUE},
    {"", "words", FALSE},
    {"words", "", FALSE},
};

START_TEST(compares_words)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new();
  g_ptr_array_add(texts, (gpointer)(guintptr) "Something else altogether stands here.");
  g_ptr_array_add(texts, (gpointer)(guintptr)pairs[_i].text);
  g_autoptr(AdrefPrecedentIndex) index = index_of(texts);
  g_autoptr(GArray) found = adref_precedent_index_find(index, pairs[_i].asked, 5);
  ck_assert_int_eq(found->len > 0, pairs[_i].finds);
  if (found->len > 0)
    ck_assert_uint_eq(g_array_index(found, AdrefPrecedentMatch, 0).clause, 1);
  ck_assert_str_eq(adref_precedent_index_text(index, 1), pairs[_i].text);
  ck_assert_str_eq(adref_precedent_index_source(index, 1), "one");
  ck_assert_str_eq(adref_precedent_index_place(index, 1), "12");
}
END_TEST

/* Bytes that are damaged are no index, or find something else; nothing is read outside of them. */
START_TEST(damaged_bytes_are_no_danger)
{
  GRand *random = g_rand_new_with_seed(3);
  g_autoptr(AdrefPrecedentBuilder) builder = adref_precedent_builder_new();
  for (guint i = 0; i < 20; i++) {
    g_autofree char *text = invent(random);
    ck_assert(adref_precedent_builder_add(builder, "s", "p", text));
  }
  g_autoptr(GBytes) whole = adref_precedent_builder_finish(builder);
  gsize length;
  const char *data = g_bytes_get_data(whole, &length);
  for (guint run = 0; run < 2000; run++) {
    char *copy = g_memdup2(data, length);
    for (guint i = 0; i < 4; i++)
      copy[g_rand_int_range(random, 0, run % 2 ? (gint)length : 500)] =
          (char)g_rand_int_range(random, 0, 256);
    gsize kept = run % 5 ? length : (gsize)g_rand_int_range(random, 0, (gint)length);
    g_autoptr(GBytes) bytes = g_bytes_new(copy, kept);
    g_free(copy);
    g_autoptr(AdrefPrecedentIndex) index = adref_precedent_index_new(bytes);
    g_autofree char *asked = invent(random);
    g_autoptr(GArray) found = index ? adref_precedent_index_find(index, asked, 5) : NULL;
    for (guint i = 0; found && i < found->len; i++) {
      guint clause = g_array_index(found, AdrefPrecedentMatch, i).clause;
      ck_assert_uint_lt(strlen(adref_precedent_index_text(index, clause)), length);
      ck_assert_uint_lt(strlen(adref_precedent_index_source(index, clause)), length);
    }
  }
  g_rand_free(random);
}
END_TEST

TCase *tcase_precedent_index(void)
{
  TCase *tcase = tcase_create("precedent_index");
  tcase_add_test(tcase, finds_what_was_changed_and_nothing_else);
  tcase_add_loop_test(tcase, compares_words, 0, G_N_ELEMENTS(pairs));
  tcase_add_test(tcase, damaged_bytes_are_no_danger);
  return tcase;
}
