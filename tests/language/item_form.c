#include "language/item_form.h"

#include "language/cases.h"

typedef struct {
  const char *language, *words;
  guint forms;
} Case;

static const Case cases[] = {
    {"en", "promote trade", ADREF_ITEM_VERB},
    {"en", "jointly promote trade", ADREF_ITEM_VERB},
    {"en", "apply the rules", ADREF_ITEM_VERB},
    {"en", "rely on the rules", ADREF_ITEM_VERB},
    {"en", "family reunions", ADREF_ITEM_NOUN},
    {"en", "supply the region", ADREF_ITEM_VERB | ADREF_ITEM_NOUN},
    {"en", "Digitalise the office", ADREF_ITEM_VERB},
    {"en", "to promote trade", ADREF_ITEM_TO},
    {"en", "not to harm anyone", ADREF_ITEM_TO},
    {"en", "promoting trade", ADREF_ITEM_GERUND},
    {"en", "strengthening of ties", ADREF_ITEM_GERUND | ADREF_ITEM_NOUN},
    {"en", "training for officials", ADREF_ITEM_GERUND | ADREF_ITEM_NOUN},
    {"en", "the promotion of trade", ADREF_ITEM_NOUN},
    {"en", "promotion of trade", ADREF_ITEM_NOUN},
    {"en", "regional cooperation", ADREF_ITEM_NOUN},
    {"en", "support for trade", ADREF_ITEM_VERB | ADREF_ITEM_NOUN},
    {"en", "document it", ADREF_ITEM_VERB | ADREF_ITEM_NOUN},
    {"en", "during the year", ADREF_ITEM_ANY},
    {"en", "through trade", ADREF_ITEM_ANY},
    {"en", "united in peace", ADREF_ITEM_ANY},
    {"en", "", ADREF_ITEM_ANY},
    {"en", "only", ADREF_ITEM_ANY},
    {"fr", "renforcer les liens", ADREF_ITEM_VERB},
    {"fr", "ne pas nuire", ADREF_ITEM_ANY},
    {"fr", "le renforcement des liens", ADREF_ITEM_NOUN},
    {"fr", "papier", ADREF_ITEM_ANY},
    {"es", "fortalecer la paz", ADREF_ITEM_VERB},
    {"es", "cooperación regional", ADREF_ITEM_NOUN},
    {"es", "para la paz", ADREF_ITEM_TO},
    {"pt", "promover a paz", ADREF_ITEM_VERB},
    {"pt", "a promoção da paz", ADREF_ITEM_NOUN},
    {"id", "memperkuat kerja sama", ADREF_ITEM_VERB},
    {"id", "penguatan kerja sama", ADREF_ITEM_NOUN},
    {"id", "untuk memperkuat", ADREF_ITEM_TO},
    {"ms", "kerjasama serantau", ADREF_ITEM_NOUN},
    {"ja", "協力を強化する。", ADREF_ITEM_VERB},
    {"ja", "協力を強化すること", ADREF_ITEM_GERUND},
    {"ja", "協力の強化；", ADREF_ITEM_NOUN},
    {"ja", "。", ADREF_ITEM_ANY},
    {"th", "ส่งเสริมการค้า", ADREF_ITEM_ANY},
};

START_TEST(forms)
{
  const Case *given = &cases[_i];
  ck_assert_uint_eq(adref_item_forms(given->words, given->language), given->forms);
}
END_TEST

TCase *tcase_item_form(void)
{
  TCase *tc = tcase_create("item_form");
  tcase_add_loop_test(tc, forms, 0, G_N_ELEMENTS(cases));
  return tc;
}
