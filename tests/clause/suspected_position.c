#include "clause/brackets/suspected_position.h"

#include "clause/cases.h"
#include "clause/markdown/markdown_read.h"
#include "parties.h"

/* The parties of the examples, with names in other scripts. */
static GHashTable *all_parties(void)
{
  static const char *const names[][2] = {
      {"日本", "JPN"},    {"タイ", "THA"},    {"ญี่ปุ่น", "JPN"},      {"ไทย", "THA"},
      {"اليابان", "JPN"}, {"تايلاند", "THA"}, {"Thailand", "THA"}, {"Viet Nam", "VNM"},
  };
  GHashTable *parties = example_parties();
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_hash_table_insert(parties, g_utf8_casefold(names[i][0], -1), (gpointer)(guintptr)names[i][1]);
  return parties;
}

/* "1:5 in a link: shall - JPN (JPN)", a line for each place. */
static char *found_in(const char *text, GHashTable *parties)
{
  AdrefMarkdownReadOptions options = {.parties = parties};
  g_autoptr(AdrefNode) document = adref_markdown_read(text, strlen(text), &options, NULL, NULL);
  ck_assert_ptr_nonnull(document);
  g_autoptr(GPtrArray) found =
      adref_suspected_positions_find(document, text, strlen(text), parties);
  GString *lines = g_string_new(NULL);
  for (guint i = 0; i < found->len; i++) {
    const AdrefSuspectedPosition *each = found->pdata[i];
    g_autofree char *codes = g_strjoinv(",", each->parties);
    g_string_append_printf(lines, "%s%u:%u %s: %s (%s)", i > 0 ? "\n" : "", each->line,
                           each->column, adref_suspected_kind_words(each->kind), each->words,
                           codes);
  }
  return g_string_free(lines, FALSE);
}

static const struct {
  const char *text, *found;
} suspected[] = {
    {"We \\[shall - JPN / should - ASEAN\\] act.",
     "1:6 in brackets that are letters: shall - JPN / should - ASEAN (JPN,ASEAN)"},
    {"We \\[shall - JPN\\] act.", "1:6 in brackets that are letters: shall - JPN (JPN)"},
    {"We \\[JPN: shall / THA: should\\] act.",
     "1:6 in brackets that are letters: JPN: shall / THA: should (JPN,THA)"},
    {"We \\[shall (JPN)\\] act.", "1:6 in brackets that are letters: shall (JPN) (JPN)"},
    {"We \\[shall - Japan and Thailand\\] act.",
     "1:6 in brackets that are letters: shall - Japan and Thailand (JPN,THA)"},
    {"We \\[shall - jpn\\] act.", "1:6 in brackets that are letters: shall - jpn (JPN)"},
    {"We [shall - JPN / should - ASEAN](#training) act.",
     "1:4 in a link: shall - JPN / should - ASEAN (JPN,ASEAN)"},
    {"We [shall - JPN](#training) act.", "1:4 in a link: shall - JPN (JPN)"},
    {"We [JPN: shall / should](#training) act.", "1:4 in a link: JPN: shall / should (JPN)"},
    {"We [shall](JPN) act.", "1:4 in a link: [shall](JPN) (JPN)"},
    {"We [shall](Japan) act.", "1:4 in a link: [shall](Japan) (JPN)"},
    {"We [should](#JAPAN) act.", "1:4 in a link: [should](#JAPAN) (JPN)"},
    {"We [shall](#JPN) act.", "1:4 in a link: [shall](#JPN) (JPN)"},
    {"We [act](<shall - JPN / should - ASEAN>) now.",
     "1:4 in a link: shall - JPN / should - ASEAN (JPN,ASEAN)"},
    {"We [act](https://example.org/a \"shall - JPN / should - ASEAN\") now.",
     "1:4 in a link: shall - JPN / should - ASEAN (JPN,ASEAN)"},
    {"We [act](https://example.org/a \"\\[shall - JPN\\]\") now.",
     "1:4 in a link: shall - JPN (JPN)"},
    {"See ![shall - JPN / should - ASEAN](https://example.org/a.png) here.",
     "1:5 in an image: shall - JPN / should - ASEAN (JPN,ASEAN)"},
    {"See ![x](https://example.org/a.png \"[shall - JPN]\") here.",
     "1:5 in an image: shall - JPN (JPN)"},
    {"We `shall - JPN / should - ASEAN` act.",
     "1:5 in code: shall - JPN / should - ASEAN (JPN,ASEAN)"},
    {"We `[shall - JPN]` act.", "1:6 in code: shall - JPN (JPN)"},
    {"We `shall - JPN` act.", "1:5 in code: shall - JPN (JPN)"},
    {"```\nWe [shall - JPN / should - ASEAN] act.\n```",
     "2:5 in code: shall - JPN / should - ASEAN (JPN,ASEAN)"},
    {"    [shall - JPN]", "1:6 in code: shall - JPN (JPN)"},
    {"``` [shall - JPN]\nx\n```", "1:6 in code: shall - JPN (JPN)"},
    {"［shall - JPN］ ［shall - JPN］", "1:2 in brackets that are letters: shall - JPN (JPN)\n1:16 "
                                        "in brackets that are letters: shall "
                                        "- JPN (JPN)"},
    {"## Security \\[and peace - JPN\\]",
     "1:15 in brackets that are letters: and peace - JPN (JPN)"},
    {"| a | b |\n|---|---|\n| x | \\[5 - JPN / 6 - THA\\] |",
     "3:9 in brackets that are letters: 5 - JPN / 6 - THA (JPN,THA)"},
    {"Done.[^1]\n\n[^1]: We \\[shall - JPN\\] act.",
     "3:12 in brackets that are letters: shall - JPN (JPN)"},
    {"- one\n- we \\[shall - JPN\\] act", "2:8 in brackets that are letters: shall - JPN (JPN)"},
    {"> we \\[shall - JPN\\] act", "1:8 in brackets that are letters: shall - JPN (JPN)"},
    {"We <b title=\"[shall - JPN]\">act</b>.", "1:15 in HTML: shall - JPN (JPN)"},
    {"<!-- [shall - JPN / should - ASEAN] -->",
     "1:7 in a comment: shall - JPN / should - ASEAN (JPN,ASEAN)"},
    {"We act <!-- shall - JPN / should - ASEAN -->.",
     "1:13 in a comment: shall - JPN / should - ASEAN (JPN,ASEAN)"},
    {"We [shall - JPNN / should - ASEAN] act.", "1:4 of an unknown party: shall - JPNN (JPN)"},
    {"We [shall - JPM] act.", "1:4 of an unknown party: shall - JPM (JPN)"},
    {"We [shall - JNP] act.", "1:4 of an unknown party: shall - JNP (JPN)"},
    {"We [shall - ASEAN, THI] act.", "1:4 of an unknown party: shall - ASEAN, THI (ASEAN,THA)"},
    {"We [JPNN: shall] act.", "1:4 of an unknown party: JPNN: shall (JPN)"},
    {"We [shall (JPNN)] act.", "1:4 of an unknown party: shall (JPNN) (JPN)"},
    {"We [shall - JPN, XYZ] act.", "1:4 of an unknown party: shall - JPN, XYZ (JPN)"},
    {"We [shall - JPN and others] act.", "1:4 of an unknown party: shall - JPN and others (JPN)"},
    {"We ［shall - JPN／should - ASEAN］ act.",
     "1:5 in brackets that are letters: shall - JPN／should - ASEAN (JPN,ASEAN)"},
    {"日本は［協力する－JPN／努力する－タイ］。",
     "1:5 in brackets that are letters: 協力する－JPN／努力する－タイ (JPN,THA)"},
    {"日本は［協力する - 日本］。", "1:5 in brackets that are letters: 協力する - 日本 (JPN)"},
    {"日本は【協力する - JPN】。", "1:5 in brackets that are letters: 協力する - JPN (JPN)"},
    {"日本は〔JPN：協力する／THA：努める〕。",
     "1:5 in brackets that are letters: JPN：協力する／THA：努める (JPN,THA)"},
    {"日本は［ＪＰＮ：協力する］。", "1:5 in brackets that are letters: ＪＰＮ：協力する (JPN)"},
    {"日本は［shall（JPN）］。", "1:5 in brackets that are letters: shall（JPN） (JPN)"},
    {"ไทย \\[ต้อง - JPN / ควร - ไทย\\] ร่วมมือ",
     "1:7 in brackets that are letters: ต้อง - JPN / ควร - ไทย (JPN,THA)"},
    {"ไทย ［ต้อง - ญี่ปุ่น］ ร่วมมือ", "1:6 in brackets that are letters: ต้อง - ญี่ปุ่น (JPN)"},
    {"ไทย [ต้อง - JPN / ควร - THA](#a) ร่วมมือ", "1:5 in a link: ต้อง - JPN / ควร - THA (JPN,THA)"},
    {"\\[يجب - اليابان / ينبغي - تايلاند\\]",
     "1:3 in brackets that are letters: يجب - اليابان / ينبغي - تايلاند (JPN,THA)"},
    {"\\[يجب - JPN، THA\\]", "1:3 in brackets that are letters: يجب - JPN، THA (JPN,THA)"},
    {"[يجب - JPN](#a) أن", "1:1 in a link: يجب - JPN (JPN)"},
    {"We (shall - JPN / should - ASEAN) act.",
     "1:5 in brackets that are letters: shall - JPN / should - ASEAN (JPN,ASEAN)"},
    {"We {shall - JPN / should - THA} act.",
     "1:5 in brackets that are letters: shall - JPN / should - THA (JPN,THA)"},
    {"We （shall - JPN／should - THA） act.",
     "1:5 in brackets that are letters: shall - JPN／should - THA (JPN,THA)"},
    {"We \\[shall **always** - JPN\\] act.",
     "1:6 in brackets that are letters: shall always - JPN (JPN)"},
    {"We \\[shall [be] - JPN\\] act.", "1:6 in brackets that are letters: shall be - JPN (JPN)"},
    {"We *\\[shall - JPN\\]* act \\[soon - THA delete\\].",
     "1:7 in brackets that are letters: shall - JPN (JPN)\n1:28 in brackets that are letters: soon "
     "- THA delete (THA)"},
    {"We \\[shall - JPN; THA delete\\] act.",
     "1:6 in brackets that are letters: shall - JPN; THA delete (JPN,THA)"},
    {"We \\[, as appropriate - EU delete\\] act.",
     "1:6 in brackets that are letters: , as appropriate - EU delete (EU)"},
};

/* What an ordinary text has. */
static const char *const quiet[] = {
    "The Association of Southeast Asian Nations (ASEAN) and the European Union (EU)",
    "[JPN](https://www.mofa.go.jp)",
    "[Japan](#JPN) and [Member States of ASEAN](#ASEAN) and [the United States](#USA)",
    "[Joint Statement - ASEAN](https://asean.org/a)",
    "[Cooperation - Japan](#cooperation)",
    "[paragraph 3](#training)",
    "## U.S./Japan: Joint Statement",
    "| Party | Share |\n|---|---|\n| Japan (JPN): 5 per cent | (THA) |\n| Thailand - THA | - |",
    "We [shall - JPN / should - ASEAN] act.",
    "We [shall] act \\[sic\\] on \\[the\\] matter.",
    "See \\[1\\], \\[Art. 5\\] and \\[JPN\\].",
    "(Japan - JPN / Thailand - THA)",
    "(see the annex - Japan)",
    "the trade between Japan and the EU (JPN-EU trade)",
    "public-private - JPN",
    "We act - JPN / they act - THA.",
    "`git log -- JPN`",
    "`short: ASEAN`",
    "```\nJPN: Japan\nTHA: Thailand\n```",
    "[^1] done.\n\n[^1]: JPN: see the report of Japan (JPN).",
    "![Flag of Japan - JPN](https://example.org/flag.png)",
    "<https://example.org/JPN/THA>",
    "[here](https://example.org/a \"Statement by Japan (JPN)\")",
    "[cooperation - AI] and [trade - WTO] and [peace - trust]",
    "[the United States of America (USA)]",
    "[Note: none] and [to come: TBD]",
    "<!-- the secretariat asks Japan (JPN) -->",
    "<!-- note JPN: [shall - JPN / should - ASEAN] -->",
    "[act \\- JPN] is words, as somebody wrote.",
    "会談（日本、東京）と東南アジア諸国連合（ASEAN）",
    "【会談 - 日本】と〔参考〕",
    "［以下「日本」という。］",
    "【日本：概要】",
    "สมาคมประชาชาติแห่งเอเชียตะวันออกเฉียงใต้ (ASEAN)",
    "[ญี่ปุ่น](#JPN) และ [ไทย](#THA)",
    "رابطة أمم جنوب شرق آسيا (ASEAN)",
    "[اليابان](#JPN)",
    "{Japan / Thailand}",
    "\\[Japan / Thailand\\]",
    "\\[30\\]\\[60\\] days",
    "[a / b](https://example.org)",
    "[Tokyo](tokyo.md)",
};

START_TEST(finds_what_is_suspected)
{
  g_autoptr(GHashTable) parties = all_parties();
  g_autofree char *found = found_in(suspected[_i].text, parties);
  ck_assert_str_eq(found, suspected[_i].found);
}
END_TEST

START_TEST(ordinary_words_are_quiet)
{
  g_autoptr(GHashTable) parties = all_parties();
  g_autofree char *found = found_in(quiet[_i], parties);
  ck_assert_msg(*found == '\0', "\"%s\": %s", quiet[_i], found);
}
END_TEST

/* 200,000 on one line, also where the source does not have their words as they are read: the time
 * grows with the text, not with its square. */
START_TEST(many_are_found_in_time)
{
  static const char *const units[] = {"［shall - JPN］ ", "［sh&#97;ll - JPN］ "};
  g_autoptr(GHashTable) parties = all_parties();
  for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint n = 0; n < 200000; n++)
      g_string_append(text, units[i]);
    g_autoptr(AdrefNode) tree =
        read_text(text->str, &(AdrefMarkdownReadOptions){.parties = parties}, NULL);
    g_autoptr(GPtrArray) found =
        adref_suspected_positions_find(tree, text->str, text->len, parties);
    ck_assert_uint_eq(found->len, 200000);
  }
}
END_TEST

TCase *tcase_suspected_position(void)
{
  TCase *tcase = tcase_create("suspected_position");
  tcase_add_loop_test(tcase, finds_what_is_suspected, 0, G_N_ELEMENTS(suspected));
  tcase_add_loop_test(tcase, ordinary_words_are_quiet, 0, G_N_ELEMENTS(quiet));
  tcase_add_test(tcase, many_are_found_in_time);
  tcase_set_timeout(tcase, 30);
  return tcase;
}
