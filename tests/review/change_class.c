#include "review/change/change_class.h"

#include "review/findings.h"

START_TEST(commitments)
{
  findings_are("en", "We shall act.\n", "We should act.\n",
               "strength: shall -> should (weakened)\n");
  findings_are("en", "We shall ensure access.\n", "We should endeavour to ensure access.\n",
               "strength: shall -> should endeavour to (weakened)\n");
  findings_are("en", "We shall ensure access.\n", "We shall endeavour to ensure access.\n",
               "strength: shall -> shall endeavour to (weakened)\n");
  findings_are("en", "*Requests* the Secretary-General to report;\n",
               "*Invites* the Secretary-General to report;\n",
               "strength: Requests -> Invites (weakened)\n");
  findings_are("en", "*Calls upon* States to cooperate;\n", "*Urges* States to cooperate;\n",
               "strength: Calls upon -> Urges (strengthened)\n");
  findings_are("en", "*Urges* States to cooperate;\n", "*Strongly urges* States to cooperate;\n",
               "strength: Urges -> Strongly urges (strengthened)\n");
  findings_are("en", "NOTING the report;\n", "TAKING NOTE OF the report;\n",
               "strength: NOTING -> TAKING NOTE OF\n");
  findings_are("en", "WELCOMING the report;\n", "TAKING NOTE OF the report;\n",
               "strength: WELCOMING -> TAKING NOTE OF (weakened)\n");
  findings_are("en", "Parties may apply and shall report.\n",
               "Parties shall apply and may report.\n",
               "strength: may -> shall (strengthened)\nstrength: shall -> may (weakened)\n");
  findings_are("en", "Members are required to report.\n", "Members are encouraged to report.\n",
               "strength: are required to -> are encouraged to (weakened)\n");
}
END_TEST

START_TEST(negations)
{
  findings_are("en", "States shall apply it.\n", "States shall not apply it.\n",
               "negation:  -> not\n");
  findings_are("en", "A State can leave.\n", "A State cannot leave.\n",
               "negation: can -> cannot\n");
  findings_are("en", "A legally binding text.\n", "A non-binding text.\n",
               "negation: legally -> non-binding\n");
  findings_are("en", "It is lawful.\n", "It is unlawful.\n", "negation: lawful -> unlawful\n");
  findings_are("en", "It shall apply with the consent of all.\n",
               "It shall apply without the consent of all.\n", "negation: with -> without\n");
  findings_are("en", "It does not create rights.\n", "It creates rights.\n",
               "negation: does not create -> creates\n");
}
END_TEST

START_TEST(numbers_and_amounts)
{
  findings_are("en", "Train 5,000 people.\n", "Train 3,000 people.\n", "number: 5,000 -> 3,000\n");
  findings_are("en", "Give US$ 5 million.\n", "Give US$ 6 million.\n",
               "number: US$ 5 million -> US$ 6 million\n");
  findings_are("en", "Give 5 million yen.\n", "Give 5 million dollars.\n",
               "number: 5 million yen -> 5 million dollars\n");
  findings_are("en", "Give 30 per cent.\n", "Give 40 per cent.\n",
               "number: 30 per cent -> 40 per cent\n");
  findings_are("en", "Give 30 people.\n", "Give 30% people.\n", "number: 30 -> 30%\n");
  findings_are("en", "Reach 5 to 10 countries.\n", "Reach 5 to 12 countries.\n",
               "number: 5 to 10 -> 5 to 12\n");
  findings_are("en", "It is for one State.\n", "It is for two States.\n", "number: one -> two\n");
}
END_TEST

START_TEST(dates_and_deadlines)
{
  findings_are("en", "We will meet in May 2024.\n", "We will meet in June 2024.\n",
               "date: in May 2024 -> in June 2024\n");
  findings_are("en", "We met in May.\n", "We met in June.\n", "date: in May -> in June\n");
  findings_are("en", "Within thirty (30) days of this.\n", "Within sixty (60) days of this.\n",
               "date: Within thirty (30) days -> Within sixty (60) days\n");
  findings_are("en", "Report within 30 days.\n", "Report within 60 days.\n",
               "date: within 30 days -> within 60 days\n");
  findings_are("en", "Report within 30 days.\n", "Report after 30 days.\n",
               "date: within 30 days -> after 30 days\n");
  findings_are("en", "Report by 2030.\n", "Report by 2035.\n", "date: by 2030 -> by 2035\n");
  findings_are("en", "Report annually.\n", "Report every two years.\n",
               "date: annually -> every two years\n");
  findings_are("en", "Report without delay.\n", "Report in due course.\n",
               "date: without delay -> in due course\n");
  findings_are("en", "Adopted on 17 December 2023.\n", "Adopted on 18 January 2024.\n",
               "date: on 17 December 2023 -> on 18 January 2024\n");
  findings_are("en", "Report on progress.\n", "Report on progress by 31 December 2025.\n",
               "date:  -> by 31 December 2025\n");
}
END_TEST

START_TEST(names_and_parties)
{
  findings_are("en", "The Leaders met.\n", "The Heads met.\n", "name: Leaders -> Heads\n");
  findings_are("en", "We thank Japan.\n", "We thank Malaysia.\n", "name: Japan -> Malaysia\n");
  findings_are("en", "We thank the Republic of Korea and Japan.\n", "We thank Japan.\n",
               "name: Republic of Korea -> \n");
  findings_are("en", "Signed in Bangkok by all.\n", "Signed in Jakarta by all.\n",
               "name: Bangkok -> Jakarta\n");
  findings_are("en", "The ASEAN-Japan plan is good.\n", "The Japan-ASEAN plan is good.\n",
               "name: ASEAN-Japan -> Japan-ASEAN\n");
}
END_TEST

START_TEST(and_or)
{
  findings_are("en", "Trade and growth.\n", "Trade or growth.\n", "conjunction: and -> or\n");
  findings_are("en", "Trade and growth.\n", "Trade and/or growth.\n",
               "conjunction: and -> and/or\n");
}
END_TEST

START_TEST(brackets)
{
  findings_are("en", "We [shall - JPN / should - ASEAN] act.\n", "We shall act.\n",
               "bracket: [shall - JPN / should - ASEAN] -> shall (resolved)\n");
  findings_are("en", "We shall act.\n", "We [shall - JPN / should - ASEAN] act.\n",
               "bracket: shall -> [shall - JPN / should - ASEAN] (opened)\n");
  findings_are("en", "We [shall - JPN / should - ASEAN] act.\n",
               "We [shall - JPN, EU / should - ASEAN] act.\n",
               "bracket: [shall - JPN / should - ASEAN] -> [shall - JPN, EU / should - ASEAN] "
               "(position added)\n");
  findings_are(
      "en", "We [shall - JPN / should - ASEAN] act.\n",
      "We [shall - JPN / should - ASEAN / may - EU] act.\n",
      "bracket: [shall - JPN / should - ASEAN] -> [shall - JPN / should - ASEAN / may - EU] "
      "(alternative added)\n");
  findings_are("en", "We act [, as appropriate - EU].\n", "We act.\n",
               "qualifier: as appropriate -> \nbracket: [, as appropriate - EU] ->  (resolved)\n");
  findings_are(
      "en", "We [shall - JPN, EU / should - ASEAN / may] act.\n",
      "We [shall - JPN / should - ASEAN / may] act.\n",
      "bracket: [shall - JPN, EU / should - ASEAN / may] -> [shall - JPN / should - ASEAN / "
      "may] (position dropped)\n");
  findings_are("en", "We [shall - JPN / should - ASEAN / may] act.\n",
               "We [shall - JPN / may] act.\n",
               "bracket: [shall - JPN / should - ASEAN / may] -> [shall - JPN / may] (alternative "
               "dropped)\n");
  findings_are("en", "We [shall - JPN / should - ASEAN] act.\n",
               "We [shall - JPN, EU / may - USA] act.\n",
               "bracket: [shall - JPN / should - ASEAN] -> [shall - JPN, EU / may - USA] (position "
               "changed)\n");
  findings_are("en", "They [shall] should act.\n", "They [shall / should] act.\n",
               "bracket: [shall] should -> [shall / should] (alternative added)\n");
  findings_are("en", "We [may - JPN / shall - EU] act.\n", "We [may - JPN] shall act.\n",
               "bracket: [may - JPN / shall - EU] -> [may - JPN] shall (alternative dropped)\n");
  findings_are("en", "We [meet / speak / write] often.\n", "We [meet / speak write] often.\n",
               "bracket: [meet / speak / write] -> [meet / speak write] (alternatives joined)\n");
}
END_TEST

/* A bracket that comes or goes with its words says so, and what they bring or take is named. */
START_TEST(words_of_brackets)
{
  findings_are("en", "We [do not] accept the map.\n", "We accept the map.\n",
               "bracket: [do not] ->  (resolved)\nnegation: not -> \n");
  findings_are("en", "They pay.\n", "They [shall not] pay.\n",
               "bracket:  -> [shall not] (opened)\nstrength:  -> shall\nnegation:  -> not\n");
  findings_are("en", "They [shall] pay.\n", "They may pay.\n",
               "bracket: [shall] -> may (resolved)\nstrength: shall -> may (weakened)\n");
  findings_are("en", "They meet [in Japan].\n", "They meet.\n",
               "name: Japan -> \nbracket: [in Japan] ->  (resolved)\n");
  findings_are("en", "They meet [under Article 5].\n", "They meet.\n",
               "reference: Article 5 -> \nbracket: [under Article 5] ->  (resolved)\n");
  findings_are("en", "They pay.\n", "They pay [100 / 200 dollars].\n",
               "number:  -> 100\nnumber:  -> 200 dollars\nbracket:  -> [100 / 200 dollars] "
               "(opened)\n");
  findings_are("en", "They meet.\n\n[They shall not pay.]\n", "They meet.\n",
               "bracket: [They shall not pay.] -> \nstrength: shall -> \nnegation: not -> \n");
  /* other words are said by the bracket, and so is what fills a place */
  findings_are("en", "They meet [and vote].\n", "They meet.\n",
               "bracket: [and vote] ->  (resolved)\n");
  findings_are("en", "They [do not] accept the map.\n", "They reject the map.\n",
               "bracket: [do not] ->  (resolved)\nstrength:  -> reject\nsubstance: accept -> \n"
               "negation: not -> \n");
  findings_are("en", "They meet on [date].\n", "They meet on 4 October 2025.\n",
               "bracket: [date] -> 4 October 2025 (resolved)\n");
  findings_are("en", "They [shall / should] meet.\n", "They may meet.\n",
               "bracket: [shall / should] -> may (resolved)\n");
}
END_TEST

/* A column that moved is one entry; what changed in it is not hidden among its cells. */
START_TEST(moved_columns)
{
  findings_are("en",
               "| Party | Share | Due |\n|---|---|---|\n| Chile | 40 tonnes | May 2024 |\n"
               "| Peru | 35 tonnes | June 2024 |\n",
               "| Party | Due | Share |\n|---|---|---|\n| Chile | May 2024 | 40 tonnes |\n"
               "| Peru | June 2024 | 36 tonnes |\n",
               "moved: (column 2) Share -> (column 3)\nnumber: 35 tonnes -> 36 tonnes\n");
  findings_are("en", "| a | b |\n|---|---|\n| [one](https://a.example) | two |\n",
               "| b | a |\n|---|---|\n| two | [one](https://b.example) |\n",
               "moved: (column 1) a -> (column 2)\nsubstance: one -> \nsubstance:  -> one\n");
}
END_TEST

START_TEST(agreed_paragraphs)
{
  findings_are("en", "We act. [Agreed ad ref]\n", "We shall act. [Agreed ad ref]\n",
               "agreed:  -> shall\nstrength:  -> shall\n");
  findings_are("en", "We act. [Agreed ad ref]\n", "We act.\n", "agreed: [Agreed ad ref] -> \n");
  findings_are("en", "We act.\n", "We act. [Agreed ad ref]\n", "agreed:  -> [Agreed ad ref]\n");
}
END_TEST

START_TEST(hidden_characters)
{
  findings_are("en", "We shall act.\n", "We sh\342\200\213all act.\n",
               "hidden: shall -> sh<U+200B>all\n");
  findings_are("en", "We shall act.\n", "We shаll act.\n", "hidden: shall -> sh<U+0430>ll\n");
  findings_are("en", "We have a plan.\n", "We have a sec\302\255ret plаn.\n",
               "hidden:  -> sec<U+00AD>ret\nsubstance: plan -> sec\302\255ret plаn\n");
  findings_are("en", "We have a plan.\n", "We have a\302\240plan.\n",
               "hidden: a plan -> a<U+00A0>plan\n");
  findings_are("en", "Pay 10 now.\n", "Pay 1O now.\n", "hidden: 10 -> 1O\n");
  findings_are("en", "The modern text.\n", "The modem text.\n", "hidden: modern -> modem\n");
}
END_TEST

START_TEST(spelling)
{
  findings_are("en", "Train 5000 people.\n", "Train 5,000 people.\n", "editorial: 5000 -> 5,000\n");
  findings_are("en", "Train five thousand people.\n", "Train 5,000 people.\n",
               "editorial: five thousand -> 5,000\n");
  findings_are("en", "Give 30 per cent.\n", "Give 30%.\n", "editorial: 30 per cent -> 30%\n");
  findings_are("en", "Adopted on 17 December 2023.\n", "Adopted on December 17, 2023.\n",
               "editorial: 17 December -> December 17,\n");
  findings_are("en", "We thank the parties.\n", "We thank the Parties.\n",
               "editorial: parties -> Parties\n");
  findings_are("en", "We organise the centre.\n", "We organize the center.\n",
               "editorial: organise -> organize\neditorial: centre -> center\n");
  findings_are("en", "We co-operate on cyber security.\n", "We cooperate on cybersecurity.\n",
               "editorial: co-operate on cyber security -> cooperate on cybersecurity\n");
  findings_are("en", "We act, and talk.\n", "We act; and talk.\n", "editorial: act, -> act;\n");
  findings_are("en", "We act now.\n", "We *act* now.\n", "editorial: act -> act (italic)\n");
  findings_are("en", "we act now.\n", "We act now.\n", "editorial: we -> We\n");
  findings_are("en", "We \"act\" now.\n", "We “act” now.\n",
               "editorial: \"act -> “act\neditorial: act\" -> act”\n");
}
END_TEST

START_TEST(other_words)
{
  findings_are("en", "The Council decides to meet.\n", "The Council decided to meet.\n",
               "substance: decides -> decided\n");
  findings_are("en", "We act by the will of the people.\n", "We act by the wish of the people.\n",
               "substance: will -> wish\n");
  findings_are("en", "It is for the State.\n", "It is for one State.\n", "substance: the -> one\n");
  findings_are("en", "Trade, growth and peace.\n", "Trade, growth, health and peace.\n",
               "substance:  -> health\n");
  findings_are("en", "We act on good evidence.\n", "We act on sound scientific evidence.\n",
               "substance: good -> sound scientific\n");
}
END_TEST

START_TEST(addresses)
{
  findings_are("en", "As set out in [paragraph](http://a.example/) now.\n",
               "As set out in [paragraph](http://b.example/) now.\n",
               "link: http://a.example/ -> http://b.example/\n");
}
END_TEST

START_TEST(paragraphs_by_number)
{
  findings_are("en", "1. First.\n2. Second one here.\n3. See paragraph 2.\n",
               "1. First.\n2. A new item stands.\n3. Second one here.\n4. See paragraph 2.\n",
               "substance:  -> A new item stands\nreference: paragraph 2 (\"Second one here.\") -> "
               "paragraph 2 (\"A new item stands.\")\n");
  findings_are(
      "en",
      "<!-- op a -->\nWe train people.\n\n<!-- op b -->\nWe meet often.\n\n<!-- op c "
      "-->\nSee paragraphs 1 and 2 of this text.\n",
      "<!-- op n -->\nSomething else is new.\n\n<!-- op a -->\nWe train people.\n\n<!-- op "
      "b -->\nWe meet often.\n\n<!-- op c -->\nSee paragraphs 1 and 2 of this text.\n",
      "reference: paragraphs 1 and 2 (#a, #b) -> paragraphs 1 and 2 (#n, #a)\n");
  findings_are(
      "en",
      "<!-- op a -->\nWe train people.\n\n<!-- op b -->\nWe meet often.\n\n<!-- op c "
      "-->\nSee paragraph 2.\n",
      "<!-- op n -->\nSomething else is new.\n\n<!-- op a -->\nWe train people.\n\n<!-- op "
      "b -->\nWe meet often.\n\n<!-- op c -->\nSee paragraph 3.\n",
      "editorial: 2 -> 3\n");
  findings_are(
      "en", "<!-- op a -->\nWe train people.\n\n<!-- op b -->\nSee [paragraph 1](#a) and meet.\n",
      "<!-- op n -->\nSomething else is new.\n\n<!-- op a -->\nWe train people.\n\n<!-- op "
      "b -->\nSee [paragraph 1](#n) and meet.\n",
      "reference: paragraph 1 (#a) -> paragraph 1 (#n)\n");
  findings_are(
      "en",
      "<!-- op a -->\nWe train people.\n\n<!-- op b -->\nSee paragraph 1 of resolution 70/1.\n",
      "<!-- op n -->\nSomething else is new.\n\n<!-- op a -->\nWe train people.\n\n<!-- op b "
      "-->\nSee paragraph 1 of resolution 70/1.\n",
      "");
}
END_TEST

/* Words in cells are judged as others are; a column and the move of a row are one change each. */
START_TEST(changes_of_tables)
{
#define HEAD "| Country | Experts |\n|---|---|\n"
  findings_are("en", HEAD "| Japan | 30 |\n", HEAD "| Japan | 60 |\n", "number: 30 -> 60\n");
  findings_are("en", HEAD "| Japan | shall |\n| x | 5 |\n", HEAD "| Japan | should |\n| x | 5 |\n",
               "strength: shall -> should (weakened)\n");
  findings_are("en", HEAD "| Japan | 30 |\n| Thailand | 20 |\n",
               HEAD "| Thailand | 20 |\n| Japan | 30 |\n", "moved: (row 1) Japan 30 -> (row 2)\n");
  findings_are("en", "The sums stand in table 3.\n", "The sums stand in table 4.\n",
               "reference: table 3 -> table 4\n");
  findings_are("fr", "Les montants figurent au tableau 3.\n",
               "Les montants figurent au tableau 4.\n", "reference: tableau 3 -> tableau 4\n");
  findings_are("ja", "金額は表3に示す。\n", "金額は表4に示す。\n", "reference: 表3 -> 表4\n");
  findings_are("ja", "少なくとも百人の専門家を派遣する。\n", "最大で百人の専門家を派遣する。\n",
               "number: 少なくとも百人 -> 最大で百人\n");
  findings_are("en", "They build 3 tables.\n", "They build 4 tables.\n", "number: 3 -> 4\n");
  findings_are("en", HEAD "| Japan | 30 |\n",
               "| Country | Field | Experts |\n|---|---|---|\n| Japan | | 30 |\n",
               "editorial:  -> (column Field)\nsubstance:  -> Field\n");
  findings_are("en", "| Country | Field | Experts |\n|---|---|---|\n| Japan | | 30 |\n",
               HEAD "| Japan | 30 |\n", "editorial: (column Field) -> \nsubstance: Field -> \n");
  findings_are("en", HEAD "| Japan | 30 |\n", "| Country | Experts |\n|---|--:|\n| Japan | 30 |\n",
               "editorial: (columns as usual, as usual) -> (columns as usual, right)\n");
#undef HEAD
}
END_TEST

/* Numbers of lists are not words; a footnote mark is one word; emphasis is one change. */
START_TEST(changes_without_words)
{
  findings_are("en", "Text.\n\n3. We act.\n\n4. We meet.\n", "Text.\n\n5. We act.\n\n6. We meet.\n",
               "");
  findings_are("en", "Text.\n\n3. We act.\n", "Text.\n\n- We act.\n",
               "editorial: (numbered list from 3) -> (list)\n");
  findings_are("en", "Text.\n\n(b) We act.\n", "Text.\n\n(c) We act.\n", "");
  findings_are("en", "1.2 We shall act.\n", "1.3 We should act.\n",
               "strength: shall -> should (weakened)\n");
  findings_are("en", "<!-- op a -->\n5.5 million people\n", "<!-- op a -->\n5.7 million people\n",
               "number: 5.5 million -> 5.7 million\n");
  findings_are("en", "We act.\n", "We act.[^1]\n", "substance:  -> [^1]\n");
  findings_are("en", "We act.[^1]\n", "We act.[^2]\n", "substance: [^1] -> [^2]\n");
  findings_are("en", "We **all** act.\n", "We *all* act.\n",
               "editorial: all (bold) -> all (italic)\n");
  findings_are("en", "We all act.\n", "We <u>**all**</u> act.\n",
               "editorial: all -> all (underlined, bold)\n");
  findings_are("en", "We [all - JPN] act.\n", "We [**all** and one - JPN] act.\n",
               "editorial: all -> all (bold)\nsubstance:  -> and one\n");
  findings_are("en", "## Trade\n", "### Trade\n", "editorial: (heading 2) -> (heading 3)\n");
}
END_TEST

/* "paragraph 1 (b)" is the item with this letter: another one now, none now, or still the same. */
START_TEST(references_to_parts)
{
  static const char start[] = "<!-- op a -->\nWe plan:\n\n1. the training of people;\n";
  static const char ports[] =
      "2. the safety of ports:\n   1. of large ones,\n   2. of small ones;\n";
  static const char see[] = "\n<!-- op b -->\nSee paragraph 1 (b) (ii) and act.\n";
  g_autofree char *with = g_strconcat(start, ports, see, NULL);
  g_autofree char *inner = g_strconcat(
      start,
      "2. the safety of ports:\n   1. of large ones,\n   2. of new ones,\n   3. of small ones;\n",
      see, NULL);
  g_autofree char *gone = g_strconcat(start, see, NULL);
  g_autofree char *later = g_strconcat(start, ports, "3. the care of ships.\n", see, NULL);
  findings_are("en", with, inner,
               "substance:  -> of new ones\n"
               "reference: paragraph 1 (b) (ii) (\"of small ones;\") -> paragraph 1 (b) (ii) (\"of "
               "new ones,\")\n");
  findings_are(
      "en", with, gone,
      "substance: the safety of ports: of large ones, of small ones -> \n"
      "reference: paragraph 1 (b) (ii) (\"of small ones;\") -> paragraph 1 (b) (ii) (none)\n");
  findings_are("en", with, later, "substance:  -> the care of ships\n");
  static const char typed[] = "<!-- op a -->\nWe plan:\n\n(a) the training of people;\n(b) the "
                              "safety of ports;\n\n<!-- op b -->\nSee paragraph 1 (b) and act.\n";
  static const char other[] =
      "<!-- op a -->\nWe plan:\n\n(a) the training of people;\n(b) the care "
      "of ships;\n(c) the safety of ports;\n\n<!-- op b -->\nSee paragraph 1 "
      "(b) and act.\n";
  findings_are("en", typed, other,
               "substance:  -> the care of ships\n"
               "reference: paragraph 1 (b) (\"(b) the safety of ports;\") -> paragraph 1 (b) "
               "(\"(b) the care of ships;\")\n");
}
END_TEST

/* A link that names a heading by its words, when the heading has others, or is gone. */
START_TEST(references_to_headings)
{
  static const char see[] = "We act as [Section 1](#data-flow) says.\n\n";
  g_autofree char *with = g_strconcat(see, "## Data Flow\n\nWords stand here.\n", NULL);
  g_autofree char *other = g_strconcat(see, "## Data Flows\n\nWords stand here.\n", NULL);
  g_autofree char *without = g_strconcat(see, "Words stand here.\n", NULL);
  g_autofree char *later =
      g_strconcat(see, "New words.\n\n## Data Flow\n\nWords stand here.\n", NULL);
  findings_are("en", with, other,
               "reference: Section 1 (\"Data Flow\") -> Section 1 (none)\n"
               "substance: Flow -> Flows\n");
  findings_are("en", with, without, "reference: Section 1 (\"Data Flow\") -> Section 1 (none)\n");
  findings_are("en", with, later, "");
  findings_are("en", without, with, "");
}
END_TEST

/* References to a paragraph that was deleted: by id, by its number, and where the number was kept.
 */
START_TEST(references_to_deleted_paragraphs)
{
  static const char a[] = "<!-- op a -->\nSee [paragraph 2](#b) and act.\n\n";
  static const char b[] = "<!-- op b no=2 -->\nWe meet often.\n\n";
  static const char c[] = "<!-- op c no=3 -->\nParagraph 2 applies.\n";
  static const char gone[] = "reference: paragraph 2 (#b) -> paragraph 2 (none)\n"
                             "reference: Paragraph 2 (#b) -> Paragraph 2 (none)\n";
  g_autofree char *with = g_strconcat(a, b, c, NULL), *without = g_strconcat(a, c, NULL);
  findings_are("en", with, without, gone);
  findings_are("en", without, with, "");
  g_autofree char *other_digits =
      g_strconcat("<!-- op a -->\nSee [paragraph 5](#b) and act.\n\n", c, NULL);
  findings_are("en", with, other_digits,
               "reference: paragraph 2 (#b) -> paragraph 5 (none)\n"
               "reference: Paragraph 2 (#b) -> Paragraph 2 (none)\n");
  g_autofree char *kept = g_strconcat(a, "<!-- op b no=2 -->\n\\[deleted\\]\n\n", c, NULL);
  findings_are("en", with, kept,
               "reference: paragraph 2 (#b) -> paragraph 2 (#b [deleted])\n"
               "reference: Paragraph 2 (#b) -> Paragraph 2 (#b [deleted])\n");
  g_autofree char *renamed = g_strconcat(a, "<!-- op other no=2 -->\nWe meet often.\n\n", c, NULL);
  findings_are("en", with, renamed, "reference: paragraph 2 (#b) -> paragraph 2 (none)\n");
  findings_are("en", "See [this](#nowhere).\n\nAlone.\n", "See [this](#nowhere).\n", "");
}
END_TEST

START_TEST(other_languages)
{
  findings_are("ja", "我々は、協力しなければならない。\n", "我々は、協力すべきである。\n",
               "strength: なければならない -> べきである (weakened)\n");
  findings_are("ja", "我々は、協力するものとする。\n", "我々は、協力するよう努める。\n",
               "strength: ものとする -> よう努める (weakened)\n");
  findings_are("ja", "我々は、これを奨励する。\n", "我々は、これを要請する。\n",
               "strength: 奨励する -> 要請する (strengthened)\n");
  findings_are("ja", "企業は、参加することができる。\n", "企業は、参加しなければならない。\n",
               "strength: することができる -> なければならない (strengthened)\n");
  findings_are("ja", "同意なしに提供する。\n", "同意を得て提供する。\n",
               "negation: なしに -> を得て\n");
  findings_are("ja", "情報を提供する。\n", "情報を提供しない。\n", "negation: する -> しない\n");
  findings_are("th", "ประเทศ\n", "ภูมิภาค\n", "");
  findings_are("ja", "2023年12月17日に採択された。\n", "2023年12月18日に採択された。\n",
               "date: 2023年12月17日 -> 2023年12月18日\n");
  findings_are("ja", "公式な会合\n", "非公式な会合\n", "negation: 公式 -> 非公式\n");
  findings_are("ja", "効力を有する。\n", "効力を有しない。\n", "negation: 有する -> 有しない\n");
  findings_are("ja", "東京で会合する。\n", "ジャカルタで会合する。\n",
               "name: 東京 -> ジャカルタ\n");
  findings_are("ja", "約50人を育成する。\n", "50人を育成する。\n", "number: 約50人 -> 50人\n");
  findings_are("zh", "提供10亿日元。\n", "提供12亿日元。\n", "number: 10亿日元 -> 12亿日元\n");
  findings_are("zh", "减少百分之三十。\n", "减少百分之四十。\n",
               "number: 百分之三十 -> 百分之四十\n");
  findings_are("ja", "5,000人を育成する。\n", "3,000人を育成する。\n",
               "number: 5,000人 -> 3,000人\n");
  findings_are("ja", "５０００人を育成する。\n", "5,000人を育成する。\n",
               "editorial: ５０００人 -> 5,000人\n");
  findings_are("ja", "三年間で行う。\n", "五年間で行う。\n", "date: 三年間 -> 五年間\n");
  findings_are("ja", "90日以内に通報する。\n", "60日以内に通報する。\n",
               "date: 90日以内に -> 60日以内に\n");
  findings_are("ja", "公的部門及び民間部門\n", "公的部門又は民間部門\n",
               "conjunction: 及び -> 又は\n");
  findings_are("ja", "取組及び協力\n", "取組および協力\n", "editorial: 及び -> および\n");
  findings_are("ja", "少なくとも年1回、確認する。\n", "少なくとも年2回、確認する。\n",
               "number: 1回 -> 2回\n");
  findings_are("ja", "地域全体の防護水準を高める。\n", "地域全体の保護水準を高める。\n",
               "substance: 防護 -> 保護\n");
  findings_are("th", "สมาชิกต้องรายงาน\n", "สมาชิกควรรายงาน\n", "strength: ต้อง -> ควร (weakened)\n");
  findings_are("vi", "Các bên phải báo cáo.\n", "Các bên nên báo cáo.\n",
               "strength: phải -> nên (weakened)\n");
  findings_are("vi", "Họp vào ngày 17 tháng 12 năm 2023.\n", "Họp vào ngày 18 tháng 12 năm 2023.\n",
               "date: vào ngày 17 tháng 12 năm 2023 -> vào ngày 18 tháng 12 năm 2023\n");
  findings_are("id", "Para pihak harus melapor.\n", "Para pihak dapat melapor.\n",
               "strength: harus -> dapat (weakened)\n");
  findings_are("ms", "Pihak hendaklah melapor.\n", "Pihak boleh melapor.\n",
               "strength: hendaklah -> boleh (weakened)\n");
  findings_are("zh", "各方应当报告。\n", "各方可以报告。\n", "strength: 应当 -> 可以 (weakened)\n");
  findings_are("fil", "Ang mga bansa ay kailangan mag-ulat.\n",
               "Ang mga bansa ay maaaring mag-ulat.\n",
               "strength: kailangan -> maaaring (weakened)\n");
  findings_are("lo", "ສະມາຊິກຕ້ອງລາຍງານ\n", "ສະມາຊິກຄວນລາຍງານ\n", "strength: ຕ້ອງ -> ຄວນ (weakened)\n");
  findings_are("km", "សមាជិកត្រូវរាយការណ៍\n", "សមាជិកគួររាយការណ៍\n", "strength: ត្រូវ -> គួរ (weakened)\n");
  findings_are(
      "ja", "<!-- op a -->\n我々は、協力する。\n\n<!-- op b -->\n第1項に定める。\n",
      "<!-- op n -->\n新しい項目である。\n\n<!-- op a -->\n我々は、協力する。\n\n<!-- op b "
      "-->\n第1項に定める。\n",
      "reference: 第1項 (#a) -> 第1項 (#n)\n");
}
END_TEST

/* The type of the change of a clause depends on its findings. */
static void type_is(const char *old, const char *new, AdrefChangeType type)
{
  g_autoptr(AdrefNode) redline = redline_with_findings("en", NULL, old, new);
  ck_assert_int_eq(redline->first->as.clause->change->type, type);
}

START_TEST(a_clause_is_editorial_by_its_findings)
{
  type_is("We organise it.\n", "We organize it.\n", ADREF_CHANGE_EDITORIAL);
  type_is("We organise it.\n", "We *organise* it.\n", ADREF_CHANGE_EDITORIAL);
  type_is("We organise it.\n", "We organised it.\n", ADREF_CHANGE_MODIFIED);
  type_is("We organise it.\n", "We org\342\200\213anise it.\n", ADREF_CHANGE_MODIFIED);
}
END_TEST

START_TEST(only_some_classes)
{
  g_autoptr(AdrefNode) old = read_text("We shall give 5 books and pens.\n", NULL, NULL);
  g_autoptr(AdrefNode) new = read_text("We may give 6 books or pens.\n", NULL, NULL);
  g_autoptr(AdrefNode) redline = adref_diff(old, new, NULL);
  AdrefChangeClassOptions how = {.classes = 1U << ADREF_CHANGE_CLASS_NUMBER |
                                            1U << ADREF_CHANGE_CLASS_CONJUNCTION};
  adref_change_class_assign(redline, &how);
  g_autoptr(GString) list = list_findings(redline);
  ck_assert_str_eq(list->str, "number: 5 -> 6\nconjunction: and -> or\n");
}
END_TEST

/* The words of a clause that was inserted or deleted are not reported; hidden characters in it are.
 */
START_TEST(inserted_and_deleted_clauses)
{
  static const char *const base = "<!-- op a -->\nWe meet often.\n";
  g_autofree char *plain = g_strconcat(base, "\n<!-- op b -->\nThey shall not go.\n", NULL);
  g_autofree char *hidden =
      g_strconcat(base, "\n<!-- op b -->\nThey sh\320\260ll go [now - JPN].\n", NULL);
  g_autofree char *agreed = g_strconcat(base, "\n<!-- op b -->\nGo. [Agreed ad ref]\n", NULL);
  findings_are("en", base, plain, "strength:  -> shall\nnegation:  -> not\n");
  findings_are("en", plain, base, "strength: shall -> \nnegation: not -> \n");
  findings_are("en", base, hidden,
               "hidden:  -> sh<U+0430>ll\n"
               "bracket:  -> [now - JPN] (opened)\n");
  findings_are("en", agreed, base, "agreed: [Agreed ad ref] -> \n");
}
END_TEST

START_TEST(words_of_a_treaty_by_style)
{
  const char *old = "The Agreement enters into force.\n";
  const char *new = "The Arrangement comes into effect.\n";
  g_autoptr(AdrefNode) redline = redline_with_findings("en", "asean", old, new);
  g_autoptr(GString) list = list_findings(redline);
  ck_assert_str_eq(list->str, "strength: Agreement -> Arrangement (weakened)\n"
                              "strength: enters into force -> comes into effect (weakened)\n");
}
END_TEST

START_TEST(names_in_japanese)
{
  static const char *const names[] = {"タイ", "タイ王国", "インド", "インドネシア"};
  g_autoptr(GHashTable) parties = g_hash_table_new(g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_hash_table_insert(parties, (gpointer)(guintptr)names[i], (gpointer)(guintptr) "X");
  AdrefChangeClassOptions how = {.language = "ja", .parties = parties};
  g_autoptr(AdrefNode) old = read_text("タイ王国に感謝し、平和を願う。\n", NULL, NULL);
  g_autoptr(AdrefNode) new =
      read_text("インドネシアに感謝し、インド太平洋のタイプを願う。\n", NULL, NULL);
  g_autoptr(AdrefNode) redline = adref_diff(old, new, "ja");
  adref_change_class_assign(redline, &how);
  g_autoptr(GString) list = list_findings(redline);
  ck_assert_str_eq(list->str, "name: タイ王国 -> インドネシア\n"
                              "substance: 平和 -> インド太平洋のタイプ\n");
}
END_TEST

START_TEST(possessives)
{
  findings_are("en", "It is Japan's plan.\n", "It is Malaysia\342\200\231s plan.\n",
               "name: Japan's -> Malaysia\342\200\231s\n");
  findings_are("en", "It is a Party's plan.\n", "It is a State's plan.\n",
               "substance: Party's -> State's\n");
}
END_TEST

START_TEST(nothing_differs)
{
  g_autoptr(AdrefNode) redline =
      redline_with_findings("en", "un", "We shall act.\n", "We\nshall act.\n");
  ck_assert_ptr_null(redline->first->as.clause->change);
}
END_TEST

START_TEST(long_words_are_cut)
{
  g_autofree char *many = g_strnfill(3000, 'x');
  g_autofree char *old = g_strdup_printf("We act.\n");
  g_autofree char *new = g_strdup_printf("We act %s \342\202\254 %s.\n", many, many);
  g_autoptr(AdrefNode) redline = redline_with_findings("en", NULL, old, new);
  const GPtrArray *findings = redline->first->as.clause->change->findings;
  ck_assert_uint_eq(findings->len, 1);
  const AdrefFinding *finding = findings->pdata[0];
  ck_assert_uint_eq(strlen(finding->new), 400 + strlen("…"));
  ck_assert(g_str_has_suffix(finding->new, "x…"));
}
END_TEST

TCase *tcase_change_class(void)
{
  TCase *tcase = tcase_create("change_class");
  tcase_add_test(tcase, commitments);
  tcase_add_test(tcase, negations);
  tcase_add_test(tcase, numbers_and_amounts);
  tcase_add_test(tcase, dates_and_deadlines);
  tcase_add_test(tcase, names_and_parties);
  tcase_add_test(tcase, and_or);
  tcase_add_test(tcase, brackets);
  tcase_add_test(tcase, words_of_brackets);
  tcase_add_test(tcase, moved_columns);
  tcase_add_test(tcase, agreed_paragraphs);
  tcase_add_test(tcase, hidden_characters);
  tcase_add_test(tcase, spelling);
  tcase_add_test(tcase, other_words);
  tcase_add_test(tcase, addresses);
  tcase_add_test(tcase, paragraphs_by_number);
  tcase_add_test(tcase, changes_of_tables);
  tcase_add_test(tcase, changes_without_words);
  tcase_add_test(tcase, references_to_parts);
  tcase_add_test(tcase, references_to_headings);
  tcase_add_test(tcase, references_to_deleted_paragraphs);
  tcase_add_test(tcase, other_languages);
  tcase_add_test(tcase, a_clause_is_editorial_by_its_findings);
  tcase_add_test(tcase, only_some_classes);
  tcase_add_test(tcase, inserted_and_deleted_clauses);
  tcase_add_test(tcase, words_of_a_treaty_by_style);
  tcase_add_test(tcase, names_in_japanese);
  tcase_add_test(tcase, possessives);
  tcase_add_test(tcase, nothing_differs);
  tcase_add_test(tcase, long_words_are_cut);
  tcase_set_timeout(tcase, 60);
  return tcase;
}
