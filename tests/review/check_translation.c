/* The rules of "adref check" that compare a text with its translation. */
#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "review/cases.h"
#include "review/check/check_missing_parties.h"
#include "review/check/check_party_order.h"
#include "review/check/check_translation.h"
#include "review/check_registry.h"

typedef struct {
  AdrefParties *parties;
  GPtrArray *problems, *findings;
  AdrefNode *documents[2];
  AdrefCheckText *texts[2];
} Pair;

static void open_pair(Pair *pair, const char *language, const char *english, const char *other)
{
  const char *languages[] = {"en", language}, *markdown[] = {english, other};
  GError *error = NULL;
  pair->parties =
      adref_parties_read(check_registry, strlen(check_registry), "parties.yaml", &error);
  ck_assert_no_error(error);
  pair->problems = adref_problems_new();
  pair->findings = adref_check_findings_new();
  for (guint i = 0; i < 2; i++) {
    g_autofree char *text = g_strconcat("<!-- op a -->\n", markdown[i], "\n", NULL);
    AdrefMarkdownReadOptions how = {.name = "x", .parties = adref_parties_names(pair->parties)};
    pair->documents[i] = adref_markdown_read(text, strlen(text), &how, pair->problems, &error);
    ck_assert_no_error(error);
    AdrefCheckSource source = {.name = "x.md",
                               .language = languages[i],
                               .document = pair->documents[i],
                               .parties = how.parties};
    pair->texts[i] = adref_check_text_new(&source, pair->findings);
  }
}

static void close_pair(Pair *pair)
{
  for (guint i = 0; i < 2; i++) {
    adref_check_text_free(pair->texts[i]);
    adref_node_free(pair->documents[i]);
  }
  g_ptr_array_unref(pair->findings);
  g_ptr_array_unref(pair->problems);
  adref_parties_free(pair->parties);
}

#define LONG_ENGLISH "Japan intends to contribute money to the Network over three years."
#define LONG_FRENCH  "Le Japon a l'intention de verser de l'argent au Réseau sur trois ans."
#define NEXT_ENGLISH "\n\n<!-- op b -->\nThe Participants thank the people for their hospitality."
#define NEXT_FRENCH  "\n\n<!-- op b -->\nLes Participants remercient le peuple de son hospitalité."

static const struct {
  const char *language, *english, *other, *found; /* the rules, without the group */
} pairs[] = {
    /* only */
    {"ja", "We settle it by consultation only.", "我々は、協議によって解決する。", "qualifier"},
    {"ja", "We settle it by consultation only.", "我々は、協議によってのみ解決する。", ""},
    {"fr", "It is settled only here.", "Cela est réglé seulement ici.", ""},
    /* sentences that were left out: fewer signs at the end, and fewer words */
    {"fr", LONG_ENGLISH " France intends to contribute two ships of its own to it." NEXT_ENGLISH,
     LONG_FRENCH NEXT_FRENCH, "sentence"},
    {"fr", LONG_ENGLISH " France intends to contribute two ships." NEXT_ENGLISH,
     "Le Japon versera de l'argent au Réseau sur trois ans, et la France a l'intention de fournir "
     "deux navires." NEXT_FRENCH,
     ""},
    {"fr", LONG_ENGLISH NEXT_ENGLISH, LONG_FRENCH NEXT_FRENCH, ""},
    {"ja",
     "The Council reports to the Participants within 30 days. Its reports are published and sent "
     "to all other bodies of the region.\n\n<!-- op b -->\nThe Participants thank the people for "
     "their hospitality, and look forward to the next meeting.",
     "同評議会は、30日以内に参加者に報告する。\n\n<!-- op b "
     "-->\n参加者は、国民の歓待に感謝し、次回の会合"
     "を期待する。",
     "sentence"},
    {"fr",
     "See No. 5 of the U.S. list, and Art. 3 of the law of the sea, which the Parties signed.",
     "Voir le no 5 de la liste des États-Unis et l'art. 3 du droit de la mer, que les Parties "
     "ont signé.",
     ""},
    {"th",
     "The Council reports to the Participants within 30 days. Its reports are published and sent.",
     "คณะมนตรีรายงานต่อผู้เข้าร่วมภายใน 30 วัน", ""},
    /* a name between two others */
    {"fr", "A line between Koror, Yokohama and Nouméa.", "Une ligne entre Koror et Nouméa.",
     "name"},
    {"fr", "A line between Koror, Yokohama, and Nouméa.",
     "Une ligne entre Koror, Yokohama et Nouméa.", ""},
    {"id", "Brunei, Cambodia and Laos met.", "Brunei, Kamboja dan Laos bertemu.", ""},
    {"id", "Jakarta, Tokyo and Manila are far.", "Jakarta dan Manila jauh dari Tokyo.", ""},
    {"fr", "Koror, which is far, and Nouméa.", "Koror et Nouméa.", ""},
    /* one of two negations that was lost */
    {"ja", "We should not charge fees, and no Participant will give an advantage.",
     "料金を課すべきではなく、いずれの参加者も有利に取り扱う。", "negation"},
    {"ja", "We should not charge fees, and no Participant will give an advantage.",
     "料金を課すべきではなく、いずれの参加者も有利に取り扱わない。", ""},
    {"ja", "We do not recognise it, and do not accept it.", "これを認めず、受け入れない。", ""},
    {"ja", "Neither Japan nor Malaysia pays.", "日本もマレーシアも支払わない。", ""},
    {"fr", "They should not charge fees, and no Participant will give an advantage.",
     "Ils ne devraient pas percevoir de droits, et chaque Participant accordera un avantage.",
     "negation"},
    {"fr", "They should not charge fees, and no Participant will give an advantage.",
     "Ils ne devraient pas percevoir de droits, et aucun Participant n'accordera d'avantage.", ""},
    {"id", "They will not charge fees and will not give an advantage.",
     "Mereka tidak akan memungut biaya dan akan memberi keuntungan.", "negation"},
    /* words that were left */
    {"ja", "The working group meets in Tokyo.", "the working groupは、東京で会合する。",
     "untranslated"},
    {"ja", "The ASEAN Secretariat and the Hub meet.", "ASEAN SecretariatとHubが会合する。", ""},
    {"fr", "A working group will meet.", "Un working group se réunira.", "untranslated"},
    {"fr", "A dialogue on information will be held.", "Un dialogue sur information aura lieu.", ""},
    /* parties */
    {"ja", "Japan, Malaysia and Thailand act.", "日本、マレーシア及びタイは行動する。", ""},
    {"fr", "Japan, Malaysia and Thailand act.", "Japan et Malaysia agissent.", "party"},
    {"fr", "Japan and Malaysia act.", "Japan, Malaysia et Thailand agissent.", "party"},
    /* by the names that pages print where the registry has none */
    {"fr", "Brazil, Italy and Türkiye act.", "Le Brésil et l’Italie agissent.", "party"},
    {"fr", "Brazil, Italy and Türkiye act.", "Le Brésil, l’Italie et la Turquie agissent.", ""},
    {"es", "Brazil, Italy and Türkiye use it.", "Brasil e Italia lo usan.", "party"},
    {"pt", "Brazil, Italy and Türkiye use it.", "O Brasil, a Itália e a Turquia usam-no.", ""},
    {"zh", "Brazil, Italy and Viet Nam act.", "巴西和意大利打击越境犯罪。", "party"},
    {"zh", "Brazil, Italy and Viet Nam act.", "巴西和意大利同越方合作。", ""},
    {"ja", "Brazil, Italy and Türkiye act.", "ブラジル及びイタリアは、行動する。", "party"},
    {"fr", "Japan, Malaysia and Thailand act.", "Japan et Malaysia, avec Thailand, agissent.", ""},
};

START_TEST(translations)
{
  Pair pair;
  g_autoptr(GString) found = g_string_new(NULL);
  open_pair(&pair, pairs[_i].language, pairs[_i].english, pairs[_i].other);
  adref_check_translation(pair.texts[0], pair.texts[1], NULL);
  adref_check_missing_parties(pair.texts[0], pair.texts[1], pair.parties);
  for (guint i = 0; i < pair.findings->len; i++) {
    const AdrefCheckFinding *finding = pair.findings->pdata[i];
    g_string_append_printf(found, "%s%s", found->len > 0 ? "; " : "",
                           strchr(finding->rule->id, '/') + 1);
  }
  ck_assert_str_eq(found->str, pairs[_i].found);
  close_pair(&pair);
}
END_TEST

/* The order of parties: that of the language where the source is alphabetical, else that of the
 * source. */
START_TEST(orders_of_parties)
{
  static const struct {
    const char *english, *other;
    gboolean follows;
    const char *suggested; /* "": nothing is said */
  } lists[] = {
      {"Indonesia, Japan and Malaysia act.", "Indonesia, Japan et Malaysia agissent.", FALSE, ""},
      {"Indonesia, Japan and Malaysia act.", "Indonesia, Malaysia et Japan agissent.", FALSE,
       "Indonesia, Japon, Malaysia"},
      {"Indonesia, Japan and Malaysia act.", "Indonesia, Malaysia et Japan agissent.", TRUE,
       "Indonesia, Japon, Malaysia"},
      {"Japan, Indonesia and Malaysia act.", "Japan, Indonesia et Malaysia agissent.", FALSE, ""},
      {"Japan, Indonesia and Malaysia act.", "Malaysia, Japan et Indonesia agissent.", FALSE,
       "Japon, Indonesia, Malaysia"},
      {"Japan, Indonesia and Malaysia act.", "Indonesia, Japan et Malaysia agissent.", TRUE,
       "Japon, Indonesia, Malaysia"},
      /* other parties, the first, the last or one more */
      {"Indonesia, Malaysia and Thailand act.", "Japan, Thailand et Malaysia agissent.", FALSE, ""},
      {"Thailand, Malaysia and Japan act.", "Malaysia, Thailand et Indonesia agissent.", FALSE, ""},
      {"Indonesia, Japan and Malaysia act.", "Malaysia, Indonesia, Japan et Thailand.", FALSE, ""},
      /* two are no list */
      {"Indonesia and Japan act.", "Japan et Indonesia agissent.", FALSE, ""},
  };
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
    Pair pair;
    open_pair(&pair, "fr", lists[i].english, lists[i].other);
    adref_check_party_orders(pair.texts[0], pair.texts[1], pair.parties, lists[i].follows);
    const AdrefCheckFinding *first = pair.findings->len > 0 ? pair.findings->pdata[0] : NULL;
    ck_assert_msg(strcmp(first ? first->suggestion : "", lists[i].suggested) == 0, "%s: %s",
                  lists[i].other, first ? first->suggestion : "");
    close_pair(&pair);
  }
}
END_TEST

TCase *tcase_check_translation(void)
{
  TCase *tc = tcase_create("check_translation");
  tcase_add_loop_test(tc, translations, 0, G_N_ELEMENTS(pairs));
  tcase_add_test(tc, orders_of_parties);
  tcase_set_timeout(tc, 15);
  return tc;
}
