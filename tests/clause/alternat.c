#include "clause/proposals/alternat.h"

#include "clause/cases.h"
#include "clause/markdown/canonical.h"

static const char *const codes[] = {"JPN", "ASEAN", "THA", NULL};

static char *alternat_of(const char *text, const char *first, guint *places, GError **error)
{
  g_autoptr(AdrefNode) document = read_plain(text);
  g_auto(GStrv) order = adref_alternat_order(codes, first);
  g_autoptr(AdrefNode) copy =
      adref_alternat(document, (const char *const *)order, "en.md", places, error);
  return copy ? g_string_free(adref_canonical(copy), FALSE) : NULL;
}

static const struct {
  const char *text, *first, *expected;
} examples[] = {
    {"# [Japan](#JPN)-[ASEAN](#ASEAN) Joint Statement\n\nWE, the Leaders of [Japan](#JPN) and of "
     "the "
     "[Member States of ASEAN](#ASEAN), met.\n",
     "ASEAN",
     "# [ASEAN](#ASEAN)-[Japan](#JPN) Joint Statement\n\nWE, the Leaders of [Member States of "
     "ASEAN](#ASEAN) and of the [Japan](#JPN), met.\n"},
    {"[\346\227\245\346\234\254\345\233\275](#JPN)\345\217\212\343\201\263[ASEAN](#ASEAN)"
     "\343\201\256\351\246\226\350\204\263\n",
     "ASEAN",
     "[ASEAN](#ASEAN)\345\217\212\343\201\263[\346\227\245\346\234\254\345\233\275](#JPN)"
     "\343\201\256\351\246\226\350\204\263\n"},
    /* The order is right already. */
    {"[ASEAN](#ASEAN) and [Japan](#JPN)\n", "ASEAN", "[ASEAN](#ASEAN) and [Japan](#JPN)\n"},
    /* Two groups in a sentence; three parties; a party without an order. */
    {"[Japan](#JPN)-[ASEAN](#ASEAN) and [Japan](#JPN)/[ASEAN](#ASEAN)\n", "ASEAN",
     "[ASEAN](#ASEAN)-[Japan](#JPN) and [ASEAN](#ASEAN)/[Japan](#JPN)\n"},
    {"[EU](#EU), [Japan](#JPN), [ASEAN](#ASEAN) and [Thailand](#THA)\n", "THA",
     "[Thailand](#THA), [Japan](#JPN), [ASEAN](#ASEAN) and [EU](#EU)\n"},
    /* The article changes with the place, but not in a list. */
    {"[The Kingdom of Thailand](#THA) and [Japan](#JPN) agree.\n", "JPN",
     "[Japan](#JPN) and [the Kingdom of Thailand](#THA) agree.\n"},
    {"We met. [Japan](#JPN) and [the Kingdom of Thailand](#THA) agree.\n", "THA",
     "We met. [The Kingdom of Thailand](#THA) and [Japan](#JPN) agree.\n"},
    {"- [Japan](#JPN) and [the Kingdom of Thailand](#THA)\n", "THA",
     "- [the Kingdom of Thailand](#THA) and [Japan](#JPN)\n"},
    {"between [Japan](#JPN) and [the Kingdom of Thailand](#THA)\n", "THA",
     "between [the Kingdom of Thailand](#THA) and [Japan](#JPN)\n"},
    /* Brackets and emphasis. */
    {"[[*Japan*](#JPN) and [ASEAN](#ASEAN) - EU]\n", "ASEAN",
     "[[ASEAN](#ASEAN) and [*Japan*](#JPN) - EU]\n"},
    {"nothing is marked\n", "ASEAN", "nothing is marked\n"},
};

START_TEST(orders)
{
  g_autofree char *copy = alternat_of(examples[_i].text, examples[_i].first, NULL, NULL);
  ck_assert_str_eq(copy, examples[_i].expected);
  g_autofree char *again = alternat_of(copy, examples[_i].first, NULL, NULL);
  ck_assert_str_eq(again, copy);
}
END_TEST

START_TEST(puts_a_party_first)
{
  static const struct {
    const char *first, *order;
  } cases[] = {{"JPN", "JPN,ASEAN,THA"},
               {"ASEAN", "ASEAN,JPN,THA"},
               {"THA", "THA,JPN,ASEAN"},
               {"EU", "EU,JPN,ASEAN,THA"}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_auto(GStrv) order = adref_alternat_order(codes, cases[i].first);
    g_autofree char *joined = g_strjoinv(",", order);
    ck_assert_str_eq(joined, cases[i].order);
  }
}
END_TEST

START_TEST(counts_places)
{
  guint places = 7;
  g_autofree char *two =
      alternat_of("# [Japan](#JPN)-[ASEAN](#ASEAN)\n\nof [ASEAN](#ASEAN) and [Japan](#JPN)\n",
                  "JPN", &places, NULL);
  ck_assert_uint_eq(places, 2);
  g_autofree char *none = alternat_of("of ASEAN and [a](#b)\n", "JPN", &places, NULL);
  ck_assert_uint_eq(places, 0);
}
END_TEST

static void refuses(const char *text, const char *message)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(alternat_of(text, "JPN", NULL, &error));
  ck_assert_ptr_nonnull(strstr(error->message, message));
}

START_TEST(refuses_a_mark_alone)
{
  refuses("We thank [Japan](#JPN).\n", "en.md:1:10: the mark of JPN stands alone");
  refuses("[Japan](#JPN) leads. [ASEAN](#ASEAN) follows.\n", "en.md:1:1: the mark of JPN");
  refuses("[Japan](#JPN) and those who are very far away from it and [ASEAN](#ASEAN)\n",
          "en.md:1:1: ");
  refuses("[Japan](#JPN) *and* [ASEAN](#ASEAN)\n", "en.md:1:1: ");
}
END_TEST

/* What an exchange of the names would turn into something else. */
START_TEST(refuses_words_that_do_not_join)
{
  static const char *const between[] = {" pays ", " ",  " and not ", " of ", " to ", " 5, ",
                                        " > ",    "が", " trả ",     ": ",   " (",   " AND "};
  for (gsize i = 0; i < G_N_ELEMENTS(between); i++) {
    g_autofree char *text =
        g_strdup_printf("[Japan](#JPN)%s[ASEAN](#ASEAN) 6 million.\n", between[i]);
    refuses(text, "en.md:1:1: the mark of JPN stands alone");
  }
}
END_TEST

START_TEST(knows_words_that_join)
{
  static const char *const between[] = {" and ",    ", and of the ", "-",   "・",
                                        "と",       "及び",          "、",  " و",
                                        " và của ", "และ",           " / ", " as well as "};
  for (gsize i = 0; i < G_N_ELEMENTS(between); i++) {
    g_autofree char *text = g_strdup_printf("[Japan](#JPN)%s[ASEAN](#ASEAN)\n", between[i]);
    guint places = 0;
    g_autofree char *copy = alternat_of(text, "ASEAN", &places, NULL);
    ck_assert_msg(places == 1, "%s", text);
  }
}
END_TEST

/* At most forty characters, not bytes, may stand between two marks. */
START_TEST(bounds_what_stands_between)
{
  g_autofree char *near = g_strdup_printf("[Japan](#JPN)%s[ASEAN](#ASEAN)\n",
                                          "\u3068---------------------------------------");
  g_autofree char *far = g_strdup_printf("[Japan](#JPN)%s[ASEAN](#ASEAN)\n",
                                         "\u3068----------------------------------------");
  guint places = 0;
  g_autofree char *copy = alternat_of(near, "ASEAN", &places, NULL);
  ck_assert_ptr_nonnull(copy);
  ck_assert_uint_eq(places, 1);
  refuses(far, "at most 40 characters from each other");
}
END_TEST

/* A copy with other words is refused. */
static const char original[] = "<!-- op a no=3 -->\n[The EU](#EU) and [Japan](#JPN) shall act.\n";
static const char *const forged[] = {
    "<!-- op a no=3 -->\n[Japan](#JPN) and [the EU](#EU) should act.\n",
    "<!-- op a no=3 -->\n[Japan](#JPN) or [the EU](#EU) shall act.\n",
    "<!-- op a no=3 -->\n[Japan](#JPN) and [the Union](#EU) shall act.\n",
    "<!-- op a no=3 -->\n[Japan](#JPN) and [Japan](#JPN) shall act.\n",
    "<!-- op a no=4 -->\n[Japan](#JPN) and [the EU](#EU) shall act.\n",
    "<!-- pp a no=3 -->\n[Japan](#JPN) and [the EU](#EU) shall act.\n",
    "<!-- op a no=3 -->\n[Japan](#JPN) and [the EU](#EU) shall act.\n\nNow.\n",
    "<!-- op a no=3 -->\n[Japan](#JPN) and [the EU](#EU) shall [act](#b).\n",
    "",
};

START_TEST(finds_other_words)
{
  g_autoptr(AdrefNode) document = read_plain(original), copy = read_plain(forged[_i]);
  g_autoptr(GError) error = NULL;
  ck_assert(!adref_alternat_check(document, copy, "en.md", &error));
  ck_assert(g_str_has_prefix(error->message, "en.md:"));
  ck_assert(!adref_alternat_check(copy, document, "en.md", NULL));
}
END_TEST

START_TEST(accepts_the_other_order)
{
  g_autoptr(AdrefNode) document = read_plain(original);
  g_autoptr(AdrefNode) copy =
      read_plain("<!-- op a no=3 -->\n[Japan](#JPN) and [the EU](#EU) shall act.\n");
  ck_assert(adref_alternat_check(document, copy, "en.md", NULL));
}
END_TEST

/* A party mark is no cross reference: no clause is missing, and its digits are no number. */
START_TEST(is_no_reference)
{
  g_autoptr(AdrefNode) one = read_plain("<!-- op g77 -->\n[G77](#G77) and [G20](#G20)\n");
  g_autoptr(AdrefNode) other = read_plain("<!-- op g77 -->\n[G77](#G77) and [G20](#G20)\n");
  g_autofree char *hash = adref_clause_hash(one->first);
  AdrefNode *text = other->first->first->first->first;
  text->text[1] = '8';
  g_autofree char *changed = adref_clause_hash(other->first);
  ck_assert_str_ne(hash, changed);
  ck_assert(adref_node_is_party_name(text->parent) && !adref_node_is_cross_reference(text->parent));
}
END_TEST

TCase *tcase_alternat(void)
{
  TCase *tcase = tcase_create("alternat");
  tcase_add_loop_test(tcase, orders, 0, G_N_ELEMENTS(examples));
  tcase_add_test(tcase, puts_a_party_first);
  tcase_add_test(tcase, counts_places);
  tcase_add_test(tcase, refuses_a_mark_alone);
  tcase_add_test(tcase, refuses_words_that_do_not_join);
  tcase_add_test(tcase, knows_words_that_join);
  tcase_add_test(tcase, bounds_what_stands_between);
  tcase_add_loop_test(tcase, finds_other_words, 0, G_N_ELEMENTS(forged));
  tcase_add_test(tcase, accepts_the_other_order);
  tcase_add_test(tcase, is_no_reference);
  return tcase;
}
