/* Texts with what "adref check" finds in each: cases that fire, and cases that must not. */
#ifndef ADREF_TESTS_REVIEW_CHECK_CASES_H
#define ADREF_TESTS_REVIEW_CHECK_CASES_H

typedef struct {
  const char *language, *markdown;
  const char *found; /* "line:column rule; ..." in the order of the text, without the group */
} CheckCase;

#define OP(id) "<!-- op " id " -->\n"

#define SENTENCE(of)                                                                               \
  "We work for the " of " of the whole region with all of the partners of the wide world.\n\n"
#define NINE_SENTENCES                                                                             \
  SENTENCE("peace")                                                                                \
  SENTENCE("trade")                                                                                \
  SENTENCE("health")                                                                               \
  SENTENCE("safety")                                                                               \
  SENTENCE("seas") SENTENCE("hills") SENTENCE("towns") SENTENCE("roads") SENTENCE("ports")

static const CheckCase check_cases[] = {
    /* the members of a group */
    {"en", "All three G4 nations act, and three G4 nations stay.\n", "1:5 fact-members"},
    {"en", "All four members of the G4, 3 members of the G4 and their 5 G4 members act.\n",
     "1:59 fact-members"},
    /* the code of a country, and letters of the words before it */
    {"en", "The Hub Asia Thailand (HAT) acts.\n", ""},
    {"en", "Asia Thailand (HAT) acts.\n", "1:16 party-name"},
    {"en",
     "Hub Oslo Thailand (HAT) and Thailand (JPN) act, and so do Thailand (XYZ), Thailand (THA) "
     "and Thailand (THAI).\n",
     "1:20 party-name; 1:39 party-name; 1:69 abbreviation"},
    /* placeholders */
    {"en", "We meet on TBC in {{place}} with ___ and XX.\n",
     "1:12 placeholder; 1:19 placeholder; 1:34 placeholder; 1:42 placeholder"},
    {"en", "We met on DD Month 2023 (sic) and ... went.\n\nDRAFT for you\n",
     "1:11 abbreviation; 1:11 placeholder; 1:25 placeholder; 1:34 placeholder; 3:1 placeholder"},
    {"es", "De los siglos XIX y XX, y hasta el siglo XX.\n", ""},
    {"en", "We met in Phase XX.\n", "1:17 placeholder"},
    {"en", "The peace and\u2003security are kept with these\u2003mechanism of zones.\n",
     "1:14 unusual-space; 1:38 agreement"},
    {"en", "We welcome the plan to (a) meet, (b) act and (d) report.\n", "1:46 number-gap"},
    {"en", "We work in (a) the north, (b) the south, and (d) the east.\n", "1:46 number-gap"},
    {"en", "By paragraphs 1 (a) and (b) of the plan we act, and by 2 (a) and (c) of it.\n", ""},
    {"en",
     NINE_SENTENCES
     "We work for the lakes of the whole region with all of the partners of it and of us,\n",
     "19:83 end-sign"},
    {"en",
     NINE_SENTENCES
     "We work for the lakes of the whole region with all of the partners of it and of us,\n\n"
     "and go on with the seas of the whole region and the partners of the world.\n",
     ""},
    {"en",
     NINE_SENTENCES
     "<!-- pp a -->\nNoting the lakes of the whole region with all of the partners of "
     "the wide world,\n",
     ""},
    {"ja",
     "附属書Aを参照し、附属書Zに従いTBDの後に協力する。\n\n<!-- annex x -->\n## 附属書A\n\n"
     "計画は次のとおり。\n",
     "1:10 dead-reference; 1:17 placeholder"},
    {"en", "We say \"TBC\", read `XX`, and go to Hotel XXL.\n", ""},
    {"en", "We meet [date to be confirmed].\n", "1:15 placeholder"},
    /* doubled words */
    {"en", "We welcome the the plan, and *the* The end.\n", "1:16 doubled-word"},
    {"fr", "Nous nous réunirons, et vous vous réunirez.\n", ""},
    /* names of persons behind a title */
    {"en",
     "President Zelenskyy met Prime Minister Kishida; President Zelenskyy and Prime Minister "
     "Kishida spoke.\n\nPrime Minister Kishda and President "
     "Zelenskyy’s staff thank President Zelensky.\n",
     "3:16 mixed-spelling; 3:71 mixed-spelling"},
    {"en",
     "President Macron met the Macrons, Minister Marin and Minister Martin of the Minister of "
     "Culture.\n\nSecretary Austin and President Yoon met Minister Bose and Minister Rose.\n",
     ""},
    {"vi", "Chúng tôi luôn luôn tiến hành song song.\n", ""},
    {"en", "They had had what that that man had-had had; is, is he?\n", ""},
    {"id", "Para pihak masing masing dan anak-anak anak.\n", ""},
    /* spaces */
    {"en", "We\xc2\xa0welcome a\xe3\x80\x80plan.\n", "1:13 unusual-space"},
    {"en",
     "It costs 5\xc2\xa0"
     "000 and 30\xe2\x80\xaf%.\n",
     ""},
    {"fr", "Nous adoptons\xc2\xa0: le plan.\n", ""},
    {"ja", "一\xe3\x80\x80総論を述べる。\n", ""},
    /* references */
    {"en",
     OP("a") "We follow paragraphs 1 to 3 and 2 (b).\n\n" OP(
         "b") "We act:\n\n(a) now;\n\n(b) on.\n",
     "2:11 dead-reference"},
    {"en",
     OP("a") "See paragraph 2 (c), paragraph 9 of resolution 70/1 and Annex B.\n\n" OP(
         "b") "We act:\n\n(a) now;\n\n(b) on.\n",
     "2:5 dead-reference; 2:57 dead-reference"},
    {"en",
     OP("a") "See paragraphs 2 (a) to (c), 1 and 2 (b), and paragraph 2 (a), (b) and (d).\n\n" OP(
         "b") "We act:\n\n(a) now;\n\n(b) on.\n",
     "2:5 dead-reference; 2:47 dead-reference"},
    {"en",
     OP("a") "We act as Annex I Parties, and under Annex II of the Convention, by Article 5.\n",
     ""},
    {"en",
     "<!-- item a no=5.1 -->\nThe costs are low.\n\n<!-- item b no=5.2 -->\nWe pay those of "
     "paragraph 5.1, and of paragraphs 5.1 and 5.4.\n",
     "5:39 dead-reference"},
    {"en", OP("a") "We follow Annex B.\n\n<!-- annex x -->\n## Annex B: Plan\n\nWe plan.\n", ""},
    {"en", "# Article 1\n\nWe act.\n\n# Article 2\n\nAs Article 1, and Article 7, say.\n",
     "7:19 dead-reference"},
    {"en", OP("a") "See [paragraph 3](#a) and [paragraph 1](#gone).\n\n" OP("b") "Two.\n",
     "2:5 self-reference; 2:5 stale-reference; 2:27 cross-reference"},
    {"en", OP("a") "One.\n\n" OP("a") "Two.\n", "4:1 duplicate-id"},
    {"en", OP("a") "As item 4 of the agenda says.\n", ""},
    {"en", "We act as Section 9 above, part IV of this statement and annex C say.\n",
     "1:11 dead-reference; 1:28 dead-reference; 1:58 dead-reference"},
    {"en",
     "# IV. Trade\n\nAs part IV above and Section 301 of the Act say. By Section 301 above, "
     "Chapter "
     "VII of the Charter, annex C of the Treaty, resolution 60/1, annex B, and part of this "
     "statement.\n\n9. We go.\n\nSee section 9 above.\n",
     ""},
    /* numbers */
    {"en", OP("a") "We act:\n\n(a) now;\n\n(b) on;\n\n(d) off.\n", "8:1 number-gap"},
    {"en", OP("a") "We act:\n\n(a) now:\n\n(i) one;\n\n(ii) two;\n\n(b) on.\n", ""},
    {"en", "1. One.\n2. Two.\n\nWords.\n\n4. Four.\n", "6:1 number-gap"},
    {"en", "1. One.\n2. Two.\n\nWords.\n\n1. Again.\n", ""},
    {"en", "<!-- op a no=1 -->\nOne.\n\n<!-- op b no=3 -->\nThree.\n", "4:1 number-gap"},
    /* one name of Katakana, behind a dot or alone */
    {"ja", "日本・セネガル共同声明。セネガル及びケニア・セネガルを歓迎する。\n", ""},
    /* terms */
    {"en", "The Plan of Action (hereinafter \"the Plan\") is new.\n\nWe use the Plan.\n", ""},
    {"en",
     "We use the Plan.\n\nThe Plan of Action (hereinafter \"the Plan\") is new.\n\nThe Plan is "
     "good.\n",
     "1:8 term-used-before"},
    {"en",
     "The Capacity Building Centre and the Hai-Phong Centre act.\n\nThe Health House (the "
     "\"Centre\") is new. The Centre acts.\n",
     ""},
    {"en",
     "The Capacity Building Centre acts. Centre and House act.\n\nThe Health House (the "
     "\"Centre\") is new. The Centre acts.\n",
     "1:36 term-used-before"},
    {"en", "The Plan of Action (hereinafter \"the Scheme\") is new.\n", "1:34 term-not-used"},
    {"en", "A (the \"Plan\") is new.\n\nThe Plan, or B (the \"Plan\"), is new.\n",
     "3:22 term-defined-twice"},
    {"ja", "東京行動計画（以下「計画」という）を採択する。\n\n計画を実施する。\n", ""},
    {"ja", "東京行動計画（以下「本計画」という）を採択する。\n", "1:11 term-not-used"},
    {"en", "A (“the Fund”) is new. The Fund, or B (the ‘Fund’), is C (the 'Plan'), and a Plan.\n",
     "1:45 term-defined-twice"},
    {"zh", "东京计划（以下简称“计划”）。实施计划。另一计划（以下简称“计划”）。\n",
     "1:31 term-defined-twice"},
    {"fr", "La Réunion (ci-après « la Réunion ») est utile.\n\nNous saluons la Réunion.\n", ""},
    {"fr", "Le Plan (ci-après « le Schéma ») est utile.\n", "1:21 term-not-used"},
    {"ko", "도쿄 계획(이하 “계획”)을 채택한다. 이행계획(이하 “계획”)이다.\n",
     "1:32 term-defined-twice"},
    /* instruments */
    {"en", "The Paris Agreement of 12 December 2015, and the Paris Agreement of 2016.\n",
     "1:69 instrument-date"},
    {"en", "The Treaty on the Ban of Mines (1997).\n\nBy the Treaty on the Ban of Mines of 1998.\n",
     "3:38 instrument-date"},
    {"en", "Resolution 1325 (2000), and resolution 1325 (2001).\n", "1:46 instrument-date"},
    {"en", "The Ulan Pact signed in Rome on 1 May 2001, the Ulan Pact signed on 2 May 2001.\n",
     "1:69 instrument-date"},
    {"en",
     "The Ulan Pact of 1 May 2001, the Ulan Pact of May 2001, the Ulan Pact of 2001, the Ulan Pact "
     "adopted on 2 June 2000 and signed, the Joint Declaration of 2003, the Joint Declaration of "
     "2004, the Tokyo Act (2012-2014), the Tokyo Act of 2011.\n",
     ""},
    {"en",
     "The Ulan Pact of 2001, “the Ulan Pact of 2002”, and resolutions 1 (2001) and 2 (2002).\n",
     ""},
    /* notes to oneself */
    {"en", "We act (check with legal), go (please confirm) and (is it so?) meet.\n",
     "1:8 placeholder; 1:31 placeholder; 1:52 placeholder"},
    {"en", "We act (checked by all), go (see Annex) and (confirmed in 2023) meet.\n", ""},
    {"en", "Of 300.000 people, 300.000 and 1.000 mm.\n", "1:4 number-style"},
    {"en", "We give USD 300.000 and $5.000. It is 1.000 or EUR 1.0005.\n",
     "1:13 number-style; 1:26 number-style"},
    {"en", "We act [Tokyo to check].\n\nGo [to be checked].\n\nMeet [check with Tokyo].\n",
     "1:9 placeholder; 3:5 placeholder; 5:7 placeholder"},
    {"en", "End [legal to confirm].\n\nSay [?].\n\nOn \\[17 December?\\].\n",
     "1:6 placeholder; 3:6 placeholder; 5:6 placeholder"},
    {"en", "We [confirm / check] [the Parties to verify compliance] and [to be agreed].\n", ""},
    /* abbreviations */
    {"en", "We thank Viet Nam, Lao PDR and the PDR.\n", "1:36 abbreviation"},
    {"en", "The Treaty on Ideas (TOI) is new. The TOI works.\n", ""},
    {"en", "The TOI works.\n\nThe Treaty on Ideas (TOI) is new.\n", "1:5 abbreviation"},
    {"en", "The TOI works, and so do the UN, ASEAN, COVID-19, II, and JPN.\n", "1:5 abbreviation"},
    {"en", "A Treaty on Ideas (TOI).\n\nA Treaty on Ideas (TOI).\n",
     "3:1 duplicate-paragraph; 3:20 abbreviation-twice"},
    {"en", "The TOI (“Treaty on Our Ideas”) is new, and the MQ‑9B flies.\n", ""},
    {"en", "The TOY (“Treaty on Our Ideas”) is new.\n", "1:5 abbreviation; 1:11 term-not-used"},
    {"en", "The team of Rome (XYZ).\n\nThe XYZ.\n", "1:19 abbreviation"},
    {"id", "Perjanjian tentang Gagasan (TOI).\n\nPara TOI bekerja.\n", ""},
    {"en", "WE, the Leaders, RECALLING ALSO that HEREBY AGREE to IT,\n", ""},
    /* brackets */
    {"en", "The [shall - JPN / should] be [open].\n", "1:31 unattributed-bracket"},
    {"en", "The [shall] be [open].\n", ""},
    {"en", "The [shall - JPNN / should] be.\n", "1:5 unknown-party; 1:14 abbreviation"},
    {"en", "The work [twice; JPN delete] ends [here; Japan].\n", "1:10 suspected-position"},
    {"en", "The work [twice; once; JPN delete] ends.\n", "1:10 suspected-position"},
    {"en", "The work [once; twice; JPN delete; Malaysia] ends.\n", "1:10 suspected-position"},
    {"en", "The \\[shall - JPN\\] be, and [so.\n", "1:7 suspected-position; 1:29 bracket"},
    /* paragraphs */
    {"en",
     "We welcome the progress made in the implementation of the plan of action.\n\nNo.\n\nWe "
     "welcome the progress made in the implementation of the plan of action.\n",
     "5:1 duplicate-paragraph"},
    {"en",
     "We welcome the progress made in the implementation of the plan of action.\n\nWe welcome the "
     "progress made in the\u00A0implementation of the plan of action.\u00A0\n",
     "3:1 duplicate-paragraph; 3:36 unusual-space"},
    {"en", "Trade\n\nTrade\n\nWe act.\n\nWe act.\n",
     "3:1 duplicate-paragraph; 7:1 duplicate-paragraph"},
    {"en", "Trade\n\nWe act.\n\nTrade\n\n\\_\n\n\\_\n\nA\n\n- Trade\n- Trade\n", ""},
    /* lists */
    {"en", "- one;\n- two;\n- Three;\n- four.\n", "3:3 list-not-parallel"},
    {"en", "- one;\n- two\n- three;\n- four.\n", "2:3 list-not-parallel"},
    {"en", "- Sharing it;\n- Building it;\n- To build it;\n- Making it.\n",
     "3:3 list-not-parallel"},
    {"en", "- one;\n- two; and\n- three.\n", ""},
    {"en", "- Japan\n- the Republic of X\n- Viet Nam\n", ""},
    {"en", "- one;\n- two.\n- three.\n", "2:3 list-not-parallel"},
    {"en", "- one\n- two;\n- three\n", "2:3 list-not-parallel"},
    {"en", "- one;\n- two;\n- three;\n- four\n", "4:3 list-not-parallel"},
    {"en", "- one.\n- two.\n- three\n", "3:3 list-not-parallel"},
    {"en", "- one;\n- two;\n- three;\n", ""},
    {"en", "- one,\n- two\u00a0and\n- three,\n\nwhich we do.\n", "2:6 unusual-space"},
    {"en", "- one,\n- two and\n- three.\u00a0\n", "3:9 unusual-space"},
    {"en", "- one;\n- two [more - JPN / less]\n- three.\n", ""},
    {"en", "- one\n- two\n- three.\n", ""},
    {"en", "- one:\n  - in;\n  - out;\n- two;\n- three.\n", ""},
    {"en", "- promote trade;\n- protecting seas;\n- support schools.\n", "2:3 list-not-parallel"},
    {"en", "- youth exchanges;\n- protecting seas;\n- school visits.\n", ""},
    {"en", "- to meet often;\n- the promotion of trade;\n- to end it.\n", "2:3 list-not-parallel"},
    {"en", "- promote trade;\n- strengthen ties;\n- deepening it.\n", "3:3 list-not-parallel"},
    {"en", "- promotion of trade;\n- strengthening of ties;\n- ensure peace.\n",
     "3:3 list-not-parallel"},
    {"en", "- Training of staff\n- Funding\n- Cooperation\n", ""},
    {"en", "- support trade;\n- review ties;\n- the plan.\n", ""},
    {"en", "- promote trade;\n- support ties;\n- jointly build peace.\n", ""},
    {"en", "We act:\n\n(a) to meet;\n\n(b) a meeting;\n\n(c) to go.\n", "5:1 list-not-parallel"},
    {"en", "We act:\n\n(a) to meet;\n\n(b) to act.\n\n(c) to go.\n", "5:1 list-not-parallel"},
    {"en", "We act:\n\n(a) to meet;\n\n(b) to act:\n\n(i) now;\n\n(ii) on;\n\n(c) to go.\n", ""},
    {"ja", "- 協力を強化する\n- 対話を促進する\n- 人材の育成\n", "3:3 list-not-parallel"},
    {"fr", "- renforcer les liens ;\n- la promotion de la paix ;\n- assurer la suite.\n",
     "2:3 list-not-parallel"},
    {"id", "- memperkuat ikatan;\n- penguatan dialog;\n- mendukung usaha.\n",
     "2:3 list-not-parallel"},
    /* quotations */
    {"en", "We adopt the “Plan of Action and go.\n\nWe adopt the Plan” of Action.\n",
     "1:14 quotation; 3:18 quotation"},
    {"en", "We adopt the \"Plan of Action.\n\nWe adopt the ‘Plan and the 'Act of old.\n",
     "1:14 quotation; 3:14 quotation"},
    {"en", "We adopt the “Plan\" and the \"Act”.\n", "1:19 quotation"},
    {"en",
     "Parties’ and Parties' rights, the ‘90s, 12\" pipes of 5'10\", O’Neill, 'tis it, 7” wide, "
     "don't, “the ‘new’ Parties’ plan” and 'that'.\n",
     ""},
    {"en", "They say:\n\n“We act.\n\n“We act again.\n\n“We end.”\n", ""},
    {"en", "They say: “We act.\n\nWe act again.\n\nWe end.”\n", ""},
    {"en", "They say: “We act.\n\nWe “act” again.\n\nWe end.\n", "1:11 quotation"},
    {"en", "The “[Plan” - JPN / Act”] and [“shall” - JPN / should] be `“`.\n", ""},
    {"en", "The “[Plan - JPN / Act] is new.\n", "1:5 quotation"},
    {"de", "Der „Plan“ und »Plan« und ‚Plan‘ und der „Plan.\n", "1:42 quotation"},
    {"fr", "Le « Plan d’action et l’« Acte » de l’an.\n", "1:4 quotation"},
    {"sv", "En ”plan” och en ”plan.\n", "1:18 quotation"},
    {"ar", "اعتمدنا «الخطة» و”الخطة“ و«الخطة.\n", "1:27 quotation"},
    {"ja", "我々は「計画」と『行動「案」』と「計画を採択する。\n", "1:17 quotation"},
    {"ja", "我々は計画」を採択し、\"計画\"とする。\n", "1:6 quotation"},
    {"zh", "我们通过《计划》和〈法〉以及《计划。\n", "1:15 quotation"},
    {"th", "เรารับรอง\"แผน\"และ“แผน\n", "1:18 quotation"},
    /* phrases that stand twice */
    {"en",
     "We act in accordance with in accordance with it, more and more and more of the of the.\n",
     "1:27 doubled-word; 1:80 doubled-word"},
    /* the number of items, and years */
    {"en", "We act in the following four areas:\n\n- one\n- two\n- three\n", "1:25 list-count"},
    {"en", "We name 2 priority areas of work:\n\n1. One\n2. Two\n3. Three\n", "1:9 list-count"},
    {"en",
     "The three countries act as follows:\n\n- one\n- two\n\nWe act in two areas:\n\n- one\n- "
     "two\n",
     ""},
    {"en",
     "From 2030 to 2025, in 2027-2026, 2025–2030, between 2020 and 2021, A/2030-2025, "
     "2030–2025–1.\n",
     "1:1 years-backwards; 1:23 years-backwards"},
    {"ja", "2030年から2025年まで。\n", "1:1 years-backwards"},
    /* the number of items of a list in the same sentence */
    {"en", "By the five priority areas of the Plan: 1) one, 2) two, 3) three and 4) four.\n",
     "1:8 list-count"},
    {"en", "We have five priority areas: (a) to meet; (b) to act; (c) to go.\n", "1:9 list-count"},
    {"en", "We have five areas: trade, energy, health, and law. We go, now, and then.\n",
     "1:9 list-count"},
    {"en", "We have four areas: trade, energy, health and law.\n", ""},
    {"en",
     "We have four areas: trade, energy, health, and law; three areas: trade, and so on; two aims: "
     "access to water, food and energy; three of the five areas: trade, energy, and law; five "
     "areas, which we name: trade and law; three areas: (a) trade; (b) law; (c) health.\n",
     ""},
    {"en",
     "Between the four countries: the United States, Japan, and the Republic of Korea. The four "
     "countries, Japan, Kenya and Peru, met. By leaders of four countries: Japan, Kenya and "
     "Peru.\n",
     "1:13 list-count; 1:86 list-count; 1:144 list-count"},
    {"en", "The two countries (Japan, Kenya and Peru) met.\n", "1:5 list-count"},
    {"en",
     "The four countries, Japan, Kenya, Peru and Trinidad and Tobago, met. Three of the four "
     "countries, Japan, Kenya and Peru, act. In four countries, Japan and Kenya act. Of four "
     "countries, including Japan and Peru, and the four countries, Japan and Peru among them.\n",
     ""},
    /* headings and clauses without words */
    {"en", "# Title\n\n## One\n\n## Two\n\nWords.\n\n### Below\n",
     "3:1 empty-heading; 9:1 empty-heading"},
    {"en", "# Title\n\n## One\n\nA.\n\n## Two\n\n### One\n\nB.\n\n## One\n\nC.\n",
     "13:1 heading-twice"},
    {"en",
     "**Aims**\n\nWe act.\n\n**Aims**\n\nWe go.\n\n## On trade\n\n**Aims**\n\nTrade goes.\n\n"
     "**Note.**\n\nSo.\n\n**Note.**\n\nAnd so.\n",
     "5:1 heading-twice"},
    {"en", "# A\n\n## One\n\nA.\n\n# B\n\n## One\n\nB.\n", ""},
    {"en", OP("a") "\n" OP("b") "We act.\n", "1:1 empty-clause"},
    /* names of parties */
    {"en",
     "Cambdoia, the Socailist Republic of Viet Nam, Cambodian and Indonesians, Camdia, cambdoia.\n",
     "1:1 party-name; 1:15 party-name"},
    {"ja", "Cambdoiaと協力する。\n", ""},
    /* references to the paragraph itself */
    {"en", OP("a") "As [paragraph 1](#a) and [paragraph 2](#b) say.\n\n" OP("b") "We act.\n",
     "2:4 self-reference"},
    /* one word or two */
    {"en",
     "Counterterrorism: to prevent and counter terrorism, act in counter terrorism. The "
     "cyberspace, "
     "and cyber space.\n",
     "1:60 mixed-spelling; 1:99 mixed-spelling"},
    {"en", "The Indo-Pacific, the Indo- Pacific, the Indo -Pacific, short- and long-term.\n",
     "1:23 mixed-spelling; 1:42 mixed-spelling"},
    {"en", "Our cybersecurity, cyber security and a supply-chain in the supply chain, every day.\n",
     "1:20 mixed-spelling"},
    /* parentheses */
    {"en", "We adopt it (the Plan and go.\n\nWe adopt it (the [Plan] and go).\n",
     "1:13 parenthesis"},
    {"en", "We adopt it the Plan) and go (on (and on) with x.\n",
     "1:21 parenthesis; 1:30 parenthesis"},
    {"en", "a) One, 1) two, iv) three, *) and ²) four; (x (y) z).\n\n(We act.\n\nWe go.)\n", ""},
    {"en", "The (Plan [a) - JPN / b)] and `(`.\n", ""},
    {"ja", "我々（首脳）は、計画（東京)を（採択する。\n", "1:16 parenthesis"},
    /* the order of parties */
    {"en", "By Cambodia, Indonesia, Malaysia, the Kingdom of Thailand, Japan and Viet Nam.\n",
     "1:4 party-order"},
    {"en", "By Japan, Cambodia, Indonesia, Malaysia, Thailand and Viet Nam.\n", ""},
    {"en", "By Viet Nam, Cambodia, Thailand, Malaysia, Japan and Indonesia.\n", ""},
    {"en", "By Thailand, Malaysia and Japan; Cambodia met Viet Nam, Japan, Indonesia.\n", ""},
    /* the item before the last one */
    {"en", "We agree:\n\n- to meet,\n- to talk,\n- to sing,\n- to walk, and\n- to rest.\n", ""},
    {"en", "We agree:\n\n- to meet,\n- to talk,\n- to sing,\n- to walk\n- to rest.\n",
     "6:3 list-not-parallel"},
    /* sections, levels of headings, slots */
    {"en",
     "# Plan\n\n## Section 1: Aim\n\nWe act under Section 2, Section 9 and Section 301 of the "
     "Act.\n\n## Section 2: Means\n\nWe pay by Section IX above.\n",
     "5:25 dead-reference; 9:11 dead-reference"},
    {"en", "# Plan\n\nWe act by Section 9 and pay by Part 3.\n", ""},
    {"en", "# Plan\n\n### Aim\n\nWe act.\n\n## Means\n\n### Money\n\nWe pay.\n",
     "3:1 heading-level"},
    {"en", "### Aim\n\nWe act.\n\n# Means\n\nWe pay.\n", ""},
    {"en", "We meet on [date] in [Tokyo] by [the date of signature].\n", "1:12 placeholder"},
    {"en", "The Plan for 2030 to 2026 and the years 2026 to 2030.\n", "1:10 years-backwards"},
    {"en",
     "<!-- item a no=6.1 -->\nOne.\n\n<!-- item b no=6.3 -->\nThree.\n\n<!-- item c no=7.1 -->\n"
     "Four.\n",
     "4:1 number-gap"},
    {"en", OP("a") "We name:\n\n(a) fair trade;\n\n(b) to build roads;\n\n(c) clean energy.\n",
     "6:1 list-not-parallel"},
    {"en", OP("a") "We agree:\n\n(a) to trade;\n\n(b) to build roads;\n\n(c) to save energy.\n",
     ""},
    {"en",
     OP("a") "We:\n\n(a) act; and\n\n(b) pay.\n\n" OP("b") "We:\n\n(a) go;\n\n(b) stay;\n\n(c) "
                                                           "come.\n",
     "13:1 list-not-parallel"},
    {"en", OP("b") "We:\n\n(a) go;\n\n(b) stay;\n\n(c) come.\n", ""},
    /* subjects behind "that", without an article, and abbreviations */
    {"en",
     "We recognise that mangroves stores carbon, that women and girls carries the burden, and that "
     "regular consultations helps to build trust.\n",
     "1:19 agreement; 1:49 agreement; 1:94 agreement"},
    {"en",
     "We note that meeting those challenges requires it, that news brings hope, that the work of "
     "ministers includes it, that each of the "
     "leaders agrees, that countries which met decide, and a system that ensures jobs provides "
     "it.\n",
     ""},
    {"en", "Growth remain weak. The WHO play a part. Differences will be settle by talks.\n",
     "1:1 agreement; 1:21 agreement; 1:59 agreement"},
    {"en",
     "Growth remains weak. The WHO plays a part, and the IMF report is open. It will be clear, and "
     "be complete. Trade report shows it. Cooperation support is welcome.\n",
     ""},
    /* sums of tables */
    {"en",
     "We train 1,300 people:\n\n| Year | People | Staff | Total |\n|---|--:|--:|--:|\n"
     "| 2026 | 700 | 50 | 750 |\n| 2027 | 400 | 50 | 440 |\n| Total | 1,100 | 100 | 1,200 |\n",
     "6:21 table-sum"},
    {"en",
     "We train 1,300 people:\n\n| Year | People |\n|---|--:|\n| 2026 | 700 |\n| 2027 | 500 |\n"
     "| **Total** | **1,200** |\n",
     "1:10 table-sum"},
    {"en",
     "We train 1,200 people in 1,300 towns:\n\n| Year | People |\n|---|--:|\n| 2026 | 700 |\n"
     "| 2027 | 500 |\n| 2028 | |\n| Total | 1,200 |\n\nWe train 1,100 people.\n",
     ""},
    /* "founded" rounds nothing */
    {"en",
     OP("a") "It is founded on trust in our surroundings:\n\n| Item | Sum |\n|---|--:|\n| A | 5 |\n"
             "| B | 3 |\n| Total | 9 |\n",
     "8:11 table-sum"},
    {"en",
     OP("a") "Rounded figures:\n\n| Item | Sum |\n|---|--:|\n| A | 5 |\n| B | 3 |\n| Total | 9 |\n",
     ""},
    /* a year is no slip of the total */
    {"en",
     "In 2025 we train people:\n\n| Group | People |\n|---|--:|\n| North | 1,500 |\n"
     "| South | 515 |\n| Total | 2,015 |\n",
     ""},
    {"en", "| Item | USD |\n|---|--:|\n| A | $1.5 |\n| B | $2.25 |\n| Total | $3.85 |\n",
     "5:11 table-sum"},
    {"en",
     "| Item | Share |\n|---|--:|\n| A | 33.3% |\n| B | 33.3% |\n| C | 33.3% |\n| Total | 100% |\n",
     ""},
    {"en",
     "| Item | Sum |\n|---|--:|\n| A | 5 million |\n| B | 300 thousand |\n| Total | 5.3 million |\n"
     "\n| Item | Sum |\n|---|--:|\n| A | 5 |\n| Subtotal | 5 |\n| B | 3 |\n| Total | 8 |\n",
     ""},
    {"en",
     "| Item | Sum |\n|---|--:|\n| A | [5 - JPN] |\n| B | 3 |\n| Total | 9 |\n\n"
     "| Item | Price | Number | Total |\n|---|--:|--:|--:|\n| A | 5 | 2 | 10 |\n| B | 4 | 2 | 8 "
     "|\n",
     ""},
    {"id", "| Hal | Jumlah |\n|---|--:|\n| A | 1.200,5 |\n| B | 300 |\n| Jumlah | 1.400,5 |\n",
     "5:12 table-sum"},
    {"ja", "| 年 | 人数 |\n|---|--:|\n| 2026 | 700人 |\n| 2027 | 500人 |\n| 合計 | 1,100人 |\n",
     "5:8 table-sum"},
    {"en",
     "| Item | 2026 | 2027 | Total |\n|---|--:|--:|--:|\n| A | 5 | 6 | 11 |\n| B | 7 | 8 |\n"
     "| C | 1 | 1 | 2 |\n| Total | 13 | 15 | 28 |\n",
     "4:1 table"},
    /* the ordinal of the meeting */
    {"en",
     "# Statement of the 29th ASEAN-Japan Summit\n\nManila, 1 May 2026\n\nThe 28th ASEAN-Japan "
     "Summit was held in Manila and was chaired by Japan.\n\nThe 30th ASEAN-Japan Summit will "
     "be in Hanoi.\n",
     "5:5 meeting-ordinal"},
    {"en",
     "# Statement of the Twenty-Eighth Japan-Malaysia Trade Ministers' Meeting\n\nWe held the "
     "twenty-eighth Trade Ministers' Meeting and recalled the 27th Trade Ministers' Meeting.\n",
     ""},
    {"en",
     "# Statement of the Eighth Japan-Malaysia Trade Ministers' Meeting\n\nWe met before the 30th "
     "ASEAN Summit and held the ninth Trade Ministers' Meeting in Tokyo today.\n",
     "3:50 meeting-ordinal"},
    /* members */
    {"en", "The three Member States of ASEAN, and the two ASEAN Member States.\n",
     "1:5 fact-members"},
    {"en", "Three G4 members and Cambodia act with the three G4 members, and five G4 members.\n",
     "1:44 fact-members; 1:66 fact-members"},
    /* days and times */
    {"en", "On 31 June 2023, February 30, 2024, 32 June 2023, June 32, 2023 and by 31 April.\n",
     "1:4 impossible-date; 1:18 impossible-date; 1:37 impossible-date; 1:51 impossible-date; 1:72 "
     "impossible-date"},
    {"en", "On 29 February 2024, 29 February; 2023-02-29, 31/06/2023, 12/31/2023 and 2023-12-31.\n",
     "1:35 impossible-date; 1:47 impossible-date"},
    {"en",
     "At 25:00, until 24:01 and by 12:61; by 24:00 in a 60:40 split, 1:75 and Matthew 25:40, from "
     "25.75 to 28.90.\n",
     "1:4 impossible-date; 1:17 impossible-date; 1:30 impossible-date"},
    {"en",
     "Monday, 17 December 2023, 17 December 2023 (Monday), and Mon 17 December 2023. Sunday, 17 "
     "December 2023; Monday and 17 December 2023; Saturday, 16 and Sunday, 17 December 2023.\n",
     "1:1 weekday; 1:45 weekday; 1:58 weekday"},
    {"ja", "令和五年十二月十七日（月）、2023年12月17日月曜日、二月三十日、２５時に。\n",
     "1:12 weekday; 1:26 weekday; 1:30 impossible-date; 1:36 impossible-date"},
    {"ja", "令和五年十二月十七日（日）、2023年12月18日（月）、24時間、24時に。\n", ""},
    {"zh", "2月30日，2023年12月17日星期一，25点整，25点意见，2023年12月17日（周日）。\n",
     "1:1 impossible-date; 1:18 weekday; 1:22 impossible-date"},
    {"ko", "6월 31일, 2023년 12월 17일 월요일, 2023년 12월 17일(일).\n",
     "1:1 impossible-date; 1:23 weekday"},
    {"th", "31 มิถุนายน พ.ศ. 2566 วันจันทร์ที่ 17 ธันวาคม พ.ศ. 2566 เวลา 25.00 น.\n",
     "1:1 impossible-date; 1:23 weekday; 1:62 impossible-date"},
    {"vi", "Thứ Hai, ngày 17 tháng 12 năm 2023; ngày 31 tháng 6 năm 2023.\n",
     "1:1 weekday; 1:37 impossible-date"},
    {"id", "Senin, 17 Desember 2023; 31 Juni 2023; pukul 25.00; Minggu, 17 Desember 2023.\n",
     "1:1 weekday; 1:26 impossible-date; 1:46 impossible-date"},
    {"ms", "Isnin, 17 Disember 2023; 31 Jun 2023.\n", "1:1 weekday; 1:26 impossible-date"},
    {"fil", "Lunes, 17 Disyembre 2023; 31 Hunyo 2023.\n", "1:1 weekday; 1:27 impossible-date"},
    {"fr", "Lundi 17 décembre 2023, le 31 juin 2023, dimanche 17 décembre 2023.\n",
     "1:1 weekday; 1:28 impossible-date"},
    {"es", "El lunes, 17 de diciembre de 2023; 31 de junio del 2023.\n",
     "1:4 weekday; 1:36 impossible-date"},
    {"pt", "Segunda-feira, 17 de dezembro de 2023; 31 de junho de 2023.\n",
     "1:1 weekday; 1:40 impossible-date"},
    {"ru", "В понедельник, 17 декабря 2023 года; 31 июня 2023 года.\n",
     "1:3 weekday; 1:38 impossible-date"},
    {"de", "Montag, 17. Dezember 2023; 31.06.2023 um 25.00 Uhr.\n",
     "1:1 weekday; 1:28 impossible-date; 1:42 impossible-date"},
    {"ar", "الاثنين 17 ديسمبر 2023 و 31 يونيو 2023\n", "1:1 weekday; 1:26 impossible-date"},
    {"km", "ថ្ងៃចន្ទ ទី១៧ ខែធ្នូ ឆ្នាំ២០២៣\n", "1:5 weekday"},
    {"lo", "ວັນຈັນ ທີ 17 ທັນວາ 2023, ວັນທີ 31 ມິຖຸນາ 2023\n", "1:1 weekday; 1:32 impossible-date"},
    /* spellings and numbers */
    {"en", "Our co-operation and cooperation, programmes and a program of labour and labor.\n",
     "1:22 mixed-spelling; 1:52 mixed-spelling; 1:74 mixed-spelling"},
    {"en",
     "By the ASEAN Centre for Energy, the ASEAN Center for Energy, the World Trade Center and the "
     "Timor-Leste-Leste.\n",
     "1:43 mixed-spelling"},
    {"en", "The Centre will train, and the Center will report. Cooperation and co-operation.\n",
     "1:32 mixed-spelling; 1:68 mixed-spelling"},
    {"en",
     "A fourth course is set forth for four filing and filling centres, and re-form, reform.\n",
     ""},
    {"ja", "コミュニティーとコミュニティ、ヴェトナムとベトナム、センターとセンサー。\n",
     "1:9 mixed-spelling; 1:22 mixed-spelling"},
    {"en", "It costs 1.000.000, 1.500,50 and 2,5 million; 1,000,000, 1.5 million and 1.000.\n",
     "1:10 number-style; 1:21 number-style; 1:34 number-style"},
    {"de", "Es kostet 1,000,000 und 1,500.50; 1.000.000 und 2,5 Millionen.\n",
     "1:11 number-style; 1:25 number-style"},
    {"ja", "1.000.000人と1,000,000人。\n", "1:1 number-style"},
    {"en", "It costs $16,00,000, and $1,600,000 is more.\n", "1:11 number-style"},
    {"en", "It costs $16,00,000.\n", "1:11 number-style"},
    {"en", "It costs 16,00,000 and 2,50,000, by Nos. 10,12,113.\n", ""},
    {"en", "It costs Rs 16,00,000, and $1,600,000 is more.\n", ""},
    /* words that do not go together */
    {"en", "Our goverment will strenghten it; by principals of law, no later then 2030.\n",
     "1:5 misspelling; 1:20 misspelling; 1:38 wrong-word; 1:57 wrong-word"},
    {"en",
     "Act in accordance to it, discuss about it, respect human right and look forward to meet.\n",
     "1:5 wrong-word; 1:26 wrong-word; 1:68 wrong-word"},
    {"en",
     "Principals and goverment-owned firms, a human right to water, in accordance-tolerant ways.\n",
     ""},
    {"en",
     "We welcomes every ASEAN Member States, these mechanism of ours and one of the country.\n",
     "1:1 agreement; 1:13 agreement; 1:40 agreement; 1:68 agreement"},
    {"en", "The Leaders of Japan and ASEAN welcomes it. Each of us protect it, and will agreed.\n",
     "1:1 agreement; 1:45 agreement; 1:72 agreement"},
    {"en",
     "The United States welcomes every three years these country teams, each State, this State "
     "Party and a Leaders’ meeting. The political will expressed here is one of the State media. "
     "We always act, as the goal of the Leaders is, and each side measures it.\n",
     ""},
    {"en",
     "Both the public or the private side; either rights nor duties; neither here or there.\n",
     "1:1 wrong-word; 1:38 wrong-word; 1:64 wrong-word"},
    {"en", "Both sides or all, both here and there or away, neither one or two nor three.\n", ""},
    /* abbreviations with a slip; two bodies with names that are like each other */
    {"en", "The Forum on Open Trade (FOTO) and the Just Energy Transition Partnership (JEPT).\n",
     "1:76 abbreviation"},
    {"en", "At UNEP and UNDP, OECD and the UNSC; the UNEP and the UNDP.\n",
     "1:4 abbreviation; 1:32 abbreviation; 1:55 abbreviation"},
    /* a small word that was lost */
    {"en", "Act in accordance international law, with respect the sea, and in order ensure it.\n",
     "1:5 wrong-word; 1:38 wrong-word; 1:64 wrong-word"},
    {"en", "We look forward the summit, pursuant Article 5, in line our goals.\n",
     "1:4 wrong-word; 1:29 wrong-word; 1:49 wrong-word"},
    {"en",
     "We look forward, act in accordance, as needed, with respect and in order; pursuant to it.\n",
     ""},
    /* a singular behind a word of many, and a verb in the past */
    {"en", "The two leader condemned the act. These country decided. Two leader agreed it.\n",
     "1:5 agreement; 1:35 agreement; 1:58 agreement"},
    {"en", "These forum strengthen it. This countries met. The climate crisis pose a threat.\n",
     "1:1 agreement; 1:28 agreement; 1:48 agreement"},
    {"en",
     "Two leader met. Both nation's goals, two country’s goals; 1.5 degree Celsius, 2 degree "
     "Celsius.\n",
     "1:1 agreement; 1:17 agreement; 1:38 agreement; 1:63 agreement; 1:81 agreement"},
    {"en",
     "The 1.5 degree Celsius goal, 1 degree Celsius, both nation's and people's goals. The "
     "committee "
     "consider it.\n",
     ""},
    {"en", "Two leaders condemned it. Two country adopted measures.\n", ""},
    {"en", "The centre favours labour. The Center has programs.\n", "1:43 mixed-spelling"},
    {"en", "We have bring it, have now decide it, and it will draws on this.\n",
     "1:4 agreement; 1:19 agreement; 1:46 agreement"},
    {"en", "We have agreed, have access, and will always focus; the will leaders show is free.\n",
     ""},
    {"fr", "Nos goverments welcomes each countries.\n", ""},
    /* numbers that the text says twice */
    {"en", "In ninety (60) days, 14 (fifteen) weeks and two hundred (200) years.\n",
     "1:4 number-twice; 1:22 number-twice"},
    {"en", "In ninety (90) days, twenty-one (21) weeks and three (a) years.\n", ""},
    {"en", "The 12 countries concerned are the following:\n\n- Japan\n- the Kingdom of Thailand\n",
     "1:5 list-count"},
    {"en", "The three countries will act as said:\n\n- Japan trains people\n- Thailand hosts it\n",
     ""},
    /* a text without numbers has no paragraph 99; an article of this very text */
    {"en", "We act as paragraph 99 says, and by Article 3 of this statement.\n",
     "1:11 dead-reference; 1:37 dead-reference"},
    {"en", "We act as paragraph 12 says, and by Article 3 of the Charter.\n\n33\\. We go.\n", ""},
    {"en",
     "<!-- op a no=22 -->\nAs paragraph 22 says.\n\n<!-- op b no=23 -->\nSo paragraph 22 says.\n",
     "2:4 self-reference"},
    {"en", "20 May 2023, Tokyo\n\nWe act as paragraph 99 says.\n", "3:11 dead-reference"},
    {"en", "Indonesia (VNM), the Kingdom of Thailand (TAH) and the Republic of Malaysia.\n",
     "1:12 party-name; 1:43 party-name; 1:56 party-name"},
    {"en", "Indonesia (IDN), the Kingdom of Thailand (THA), Cambodia (KCG) and Viet Nam.\n", ""},
    {"en", "We met the Republic of Korea (ROK), Viet Nam (MNV) and Brunei (BRU).\n",
     "1:47 party-name"},
    {"en", "We welcome the plan as it is now. We go. We welcome the plan as it is now. We go.\n",
     "1:42 doubled-word"},
    {"en", "We act. (Note: Legal to confirm)\n", "1:9 placeholder"},
    /* sentences, parts and years that contradict each other */
    {"en",
     "We meet. We will support all partners that keep the networks of the region open.\n\n"
     "We act. We will support all partners that keep the networks of the region open.\n",
     "3:9 duplicate-paragraph"},
    {"en",
     "We thank the U.S. Congress of the United States for all it has done so far. We go.\n\n"
     "We met the U.S. Congress of the United States for all it has done so far. We act.\n",
     ""},
    {"en", "We reach 352 of the 340 islands and 5 out of the 3 ports.\n",
     "1:10 number-twice; 1:37 number-twice"},
    {"en",
     "We reach 52 of the 340 islands, recall Article 73 of its 12 annexes and, in July 2023, of "
     "the "
     "15 projects, 9 of the 1982 rules.\n",
     ""},
    {"en", "In academic year 2025-24 and fiscal years 2025-26.\n", "1:4 years-backwards"},
    /* numbers in bold, and bold lines with nothing below */
    {"en", "**1.** We act.\n\n**2.** We go.\n\n**2.** As paragraph 7 and paragraph 1 say.\n",
     "5:1 number-gap"},
    {"en", "**1.** We act.\n\n**2.** We go.\n\n**3.** As paragraph 7 and paragraph 1 say.\n",
     "5:11 dead-reference"},
    {"en",
     "We act.\n\n**Trade**\n\nWe go.\n\n**Culture**\n\n**Health**\n\nWe stay.\n\n**People**\n\n"
     "We do.\n",
     "7:1 empty-heading"},
    {"en",
     "We act.\n\n**Trade**\n\nWe go.\n\n**A. Culture**\n\n**Health**\n\nWe stay.\n\n**People**"
     "\n\nWe do.\n",
     ""},
    {"en", "We act.\n\n**Trade**\n\n**Goods**\n\nWe go.\n\n**Culture**\n\n**Music**\n\nWe stay.\n",
     ""},
    /* words that were lost */
    {"en", "We the importance of trade. We our commitment. As before, we their work.\n",
     "1:1 wrong-word; 1:29 wrong-word; 1:59 wrong-word"},
    {"en", "We the Leaders, we the peoples, We the Group of Seven Leaders, and we, the G7, act.\n",
     ""},
    {"en", "It is longer divided, and will longer be needed.\n", "1:4 wrong-word; 1:27 wrong-word"},
    {"en", "It is longer than that, no longer divided, and will no longer be needed.\n", ""},
    {"en", "In the principals of the Charter and the principals of the school.\n",
     "1:8 wrong-word"},
    {"en", "The four priority area of all, and the four priority areas of both member States.\n",
     "1:5 agreement"},
    /* names as a subject */
    {"en",
     "Building on the Summit, Japan, Malaysia and the Kingdom of Thailand continues. Japan and "
     "Thailand also welcomes it.\n",
     "1:25 agreement; 1:80 agreement"},
    {"en",
     "Cooperation with Japan and Thailand continues. Trade of Malaysia, Japan and Thailand grows. "
     "Japan or Thailand hosts it; Japan and Thailand continue.\n",
     ""},
    /* abbreviations and terms */
    {"en", "The Association of Humanitarian Aid (AHA Centre) and the AHA Centre act.\n", ""},
    {"fr", "Nous créons un réseau (« le Réseau »). Les navires du Réseau partent.\n", ""},
    /* the sign at the end */
    {"en",
     "We will keep all of the networks of our region open, secure and free.\n\n"
     "We will keep all of the ports of our region open, secure and free to use for all.\n\n"
     "We will keep all of the lanes of our region open, secure and free to use for all.\n\n"
     "We will keep all of the roads of our region open, secure and free to use for all.\n\n"
     "We will keep all of the ships of our region open, secure and free to use for all.\n\n"
     "We will keep all of the yards of our region open, secure and free to use for all.\n\n"
     "We will keep all of the farms of our region open, secure and free to use for all.\n\n"
     "We will keep all of the cables of our region open, secure and free to use for all.\n\n"
     "We will keep all of the paths of our region open, secure and free to use for all.\n\n"
     "We will keep all of the parks of our region open, secure and free to use for all.\n\n"
     "We will keep all of the lakes of our region open, secure and free to use for all\n",
     "21:80 end-sign"},
    /* columns inside of brackets and behind them */
    {"en", "We [act - JPN / stay - THA] in the plan [in the the port - JPN] and the the lane.\n",
     "1:49 doubled-word; 1:73 doubled-word"},
    /* labels inside of a sentence, and of other scripts */
    {"en", "We will (a) meet, (b) act, (d) go; by 1) one, 2) two, 4) four.\n", "1:28 number-gap"},
    {"en",
     "Under paragraph 3 (a), (c) and (f) we act; it is (a) new, as (b) of paragraph 2 says.\n",
     "1:7 dead-reference; 1:69 dead-reference"},
    {"ja", "（一）会合、（二）行動、（四）評価を行う。\n", "1:13 number-gap"},
    {"ja", "ア 会合\n\n①会合②行動④評価を行う。\n", "3:7 number-gap"},
    /* hidden */
    {"en",
     "We co\xc2\xadoperate, sh\xe2\x80\x8b"
     "all, p\xd0\xb0y \xe2\x80\xaenow\xe2\x80\xac.\n",
     "1:6 invisible-character; 1:18 invisible-character; 1:25 look-alike; 1:28 direction-control"},
    /* correct texts of other scripts: joiners, zero-width spaces and marks where they belong */
    {"ja", "我々は、サイバーセキュリティに関する協力を強化する（第１項）。\n", ""},
    {"th", "เราจะเสริมสร้าง\xe2\x80\x8bความร่วมมือด้านไซเบอร์\n", ""},
    {"km", "យើងនឹងពង្រឹង\xe2\x80\x8bកិច្ចសហប្រតិបត្តិការ។\n", ""},
    {"lo", "ພວກເຮົາຈະເພີ່ມທະວີ\xe2\x80\x8bການຮ່ວມມື\n", ""},
    {"my", "ကျွန်ုပ်တို့သည်\xe2\x80\x8bပူးပေါင်းဆောင်ရွက်မှုကို မြှင့်တင်မည်။\n", ""},
    {"vi", "Chúng tôi sẽ tăng cường hợp tác về an ninh mạng.\n", ""},
    {"ar", "سنعزز التعاون في مجال الأمن السيبراني \xe2\x80\x8f(ASEAN)\xe2\x80\x8f.\n", ""},
    {"ta", "இணையப் பாதுகாப்பில் ஒத்துழைப்பை வலுப்படுத்துவோம்.\n", ""},
    {"hi", "हम साइबर सुरक्षा में सहयोग बढ़ाएँगे क्\xe2\x80\x8dष।\n", ""},
    {"fa", "ما همکاری\xe2\x80\x8cها را تقویت می\xe2\x80\x8cکنیم.\n", ""},
    {"ko", "우리는 사이버 안보 협력을 강화할 것이다.\n", ""},
    /* footnotes */
    {"en", "A mark.[^1] \n\n[^2]: A text.\n", "1:8 footnote; 3:1 footnote"},
    /* ignoring */
    {"en", OP("a") "The TOI works.\n\n<!-- adref-ignore integrity/abbreviation: known -->\n", ""},
    {"en", "<!-- adref-ignore integrity/abbreviation: known -->\n\nThe TOI works.\n", ""},
    {"en", OP("a") "The TOI works.\n\n<!-- adref-ignore integrity/abbreviation -->\n",
     "2:5 abbreviation; 4:1 ignore"},
    {"en",
     OP("a") "It works.\n\n<!-- adref-ignore integrity/footnote: x -->\n\n<!-- adref-ignore x/y: "
             "z -->\n",
     "4:1 ignore; 6:1 ignore"},
    /* places in wrapped and escaped words */
    {"en", "We *welcome* \\*it\\*\nand the\nthe plan, see `x`, and\n> TBC\n",
     "3:1 doubled-word; 4:3 placeholder"},
};

#endif
