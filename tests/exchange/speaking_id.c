#include "exchange/text/speaking_id.h"

#include "exchange/cases.h"

static void is(const char *words, const char *expected)
{
  g_autofree char *id = adref_speaking_id_of(words);
  ck_assert_str_eq(id, expected);
}

START_TEST(scripts)
{
  is("Digital  Economy, 2030!", "digital-economy-2030");
  is("Déclaration d’Évian", "declaration-devian");
  is("河川", "he-chuan");
  is("河川に関するASEAN共同声明", "asean");
  is("サイバーセキュリティに関する日・ASEAN閣僚声明", "saibasekyuriti-asean");
  is("河川に関する共同声明", "");
  is("Điều ước", "dieu-uoc");
  is("مياه", "myah");
  is("แม่น้ำ", "maena");
  is("---", "");
  is("", "");
}
END_TEST

START_TEST(long_words_are_cut_between_words)
{
  is("aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbb ccccccccccccccccccccccc dd",
     "aaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbbbbb");
}
END_TEST

START_TEST(no_id_stands_twice)
{
  g_autoptr(AdrefIncomingText) incoming =
      read_incoming("# T\n\nSame words.\n\nSame words.\n\n<!-- op same-words -->\nX.\n\n5.\n");
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 1; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->id)
      ck_assert(g_hash_table_add(ids, paragraph->id));
  }
  ck_assert(g_hash_table_contains(ids, "same-words-2") &&
            g_hash_table_contains(ids, "same-words-3"));
}
END_TEST

TCase *tcase_speaking_id(void)
{
  TCase *tcase = tcase_create("speaking_id");
  tcase_add_test(tcase, scripts);
  tcase_add_test(tcase, long_words_are_cut_between_words);
  tcase_add_test(tcase, no_id_stands_twice);
  return tcase;
}
