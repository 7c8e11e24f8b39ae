#include "exchange/docx/docx_read.h"

#include "exchange/archive/zip_writer.h"
#include "exchange/cases.h"
#include "exchange/docx/docx_marks.h"
#include "exchange/docx_pieces.h"

/* Pieces of XML side by side, as they stand in a file. clang-format cannot lay them out. */
/* clang-format off */

START_TEST(words)
{
  reads(P("<w:r><w:t>One </w:t></w:r>" R(" two")
      "<w:r><w:tab/><w:t>three</w:t><w:br/><w:t>four</w:t><w:br w:type=\"page\"/></w:r>"),
      "One two three\\\nfour\n", NULL);
  reads(P(R("non") "<w:r><w:noBreakHyphen/></w:r>" R("paper, co") "<w:r><w:softHyphen/></w:r>" R(
      "operation ")
      "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:sym w:font=\"Arial\" "
      "w:char=\"2022\"/></w:r>"),
      "non\342\200\221paper, cooperation \342\200\242\342\200\242\n", NULL);
  reads(P(AS("<w:caps/>", "noting") R(" the ") AS("<w:vanish/>", "hidden ") R("words")),
      "NOTING the hidden words\n", NULL);
  reads(P(R("a ") AS("<w:b/>", "bold ") AS("<w:b/><w:i/>", "both") AS("<w:b w:val=\"0\"/>",
      " end")), "a **bold _both_** end\n", NULL);
  reads(P(AS("<w:u w:val=\"single\"/>", "under") R(" ") AS("<w:strike/>", "struck")
      AS("<w:vertAlign w:val=\"superscript\"/>", "2")), "<u>under</u> <s>struck</s><sup>2</sup>\n",
      NULL);
  reads(P(R("a * b _ c # d")) P(R("# not a heading")) P(R("- no item")) P(R("&lt;!-- op x --&gt;")),
      "a \\* b \\_ c # d\n\n\\# not a heading\n\n\\- no item\n\n\\<!-- op x -->\n", NULL);
  reads(P("<w:pPr><w:bidi/></w:pPr><w:bdo w:val=\"rtl\">" AS("<w:rtl/>", "نؤكد") "</w:bdo>"),
      "نؤكد\n", NULL);
}
END_TEST

START_TEST(brackets_are_those_of_the_notation)
{
  reads(P(R("The Leaders [sh") R("all - JPN / should - ASEAN] go. [Agreed ad ref]")),
      "The Leaders [shall - JPN / should - ASEAN] go. [Agreed ad ref]\n", NULL);
  reads(P(R("The Leaders go. ") AS("<w:b/>", "[Agreed ad ref]")),
      "The Leaders go. [Agreed ad ref]\n", NULL);
}
END_TEST

START_TEST(containers_are_read_once)
{
  reads("<w:sdt><w:sdtPr><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent>" P(R("In a ")
      "<w:sdt><w:sdtContent>" R("control") "</w:sdtContent></w:sdt>") "</w:sdtContent></w:sdt>"
      P(R("No ") "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" R("Click here")
      "</w:sdtContent></w:sdt>" R("hint")), "In a control\n\nNo hint\n", NULL);
  reads(P(R("Host") "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>" P(R(
      "Box")) "</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" P(R("Box"))
      "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" R(" goes on")),
      "Host goes on\n\nBox\n", NULL);
  reads(P(R("Page ")
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE "
      "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
      R("7") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" R(" of ")
      "<w:fldSimple w:instr=\"NUMPAGES\">" R("9") "</w:fldSimple>"), "Page 7 of 9\n", NULL);
  reads(P(R("See ") "<w:hyperlink r:id=\"l\">" R("this") "</w:hyperlink>" R(" and ")
      "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> HYPERLINK \"https://example.com/\" "
      "</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>that</w:t><w:fldChar "
      "w:fldCharType=\"end\"/></w:r>"),
      "See [this](https://example.org/) and [that](https://example.com/)\n", NULL);
  reads(P("<w:r><w:ruby><w:rt>" R("きょうりょく") "</w:rt><w:rubyBase>" R("協力")
      "</w:rubyBase></w:ruby></w:r>" R("する")), "｜協力《きょうりょく》する\n", NULL);
  reads(P(R("Sum ") "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "Sum x+1\n", NULL);
}
END_TEST

START_TEST(styles_and_lists)
{
  Parts parts = { .styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style><w:style "
      "w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading "
      "1\"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"O\"><w:name "
      "w:val=\"Mine\"/><w:basedOn w:val=\"H\"/><w:pPr><w:outlineLvl "
      "w:val=\"1\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:name "
      "w:val=\"Quote\"/></w:style><w:style w:type=\"character\" w:styleId=\"S\"><w:name "
      "w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type=\"paragraph\" "
      "w:styleId=\"C\"><w:name w:val=\"Mine too\"/><w:pPr><w:contextualSpacing/></w:pPr></w:style>",
      .numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt "
      "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt "
      "w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/></w:lvl></w:abstractNum><w:abstractNum "
      "w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText "
      "w:val=\"-\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:lvl "
      "w:ilvl=\"0\"><w:start w:val=\"4\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText "
      "w:val=\"Article %1\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:isLgl/><w:numFmt "
      "w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum><w:num "
      "w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId "
      "w:val=\"1\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num><w:num "
      "w:numId=\"4\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
      "w:val=\"9\"/></w:lvlOverride></w:num>"};
#define STYLE(id) "<w:pPr><w:pStyle w:val=\"" id "\"/></w:pPr>"
#define LIST(id, level)                                                                            \
  "<w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" id "\"/></w:numPr></w:pPr>"
      reads_as(&parts, P(STYLE("T") R("Statement")) P(STYLE("H") R("Trade")) P(STYLE("O")
      R("Goods")) P(STYLE("Q") R("Quoted")) P(AS("<w:rStyle w:val=\"S\"/>", "strong") R(" words")),
      "# Statement\n\n## Trade\n\n### Goods\n\n> Quoted\n\n**strong** words\n", NULL);
  reads_as(&parts, P(LIST("1", "0") R("one")) P(LIST("1", "1") R("letter")) P(LIST("1", "1")
      R("again")) P(LIST("1", "0") R("two")) P(LIST("4", "0") R("nine")) P(LIST("2", "0") R("dash"))
      P(LIST("3", "0") R("first")) P(LIST("3", "1") R("legal")) P(LIST("3", "0") R("x")),
      "1. one\n\n(a) letter\n\n(b) again\n\n2. two\n\n9) nine\n\n- dash\n\nArticle IV "
      "first\n\n4.1 legal\n\nArticle V x\n",
      NULL);
#define CLOSE(props)                                                                               \
  "<w:pPr><w:pStyle w:val=\"C\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId "                        \
  "w:val=\"2\"/></w:numPr>" props "</w:pPr>"
  reads_as(&parts, P(R("Close")) P(CLOSE("") R("one")) P(CLOSE("") R("two")), "Close\n\n- one\n- two\n",
           NULL);
  reads_as(&parts, P(R("Spaced")) P(CLOSE("") R("one")) P(CLOSE("<w:contextualSpacing w:val=\"0\"/>")
      R("two")) P(CLOSE("") R("three")), "Spaced\n\n- one\n\n- two\n\n- three\n", NULL);
  reads_as(&parts, P(R("1.") "<w:r><w:tab/></w:r>" R("One")) P(R("12. Typed words"))
      P(R("12 words")), "1. One\n\n12) Typed words\n\n12 words\n", NULL);
}
END_TEST

/* "List Bullet" and "List Bullet 2" are two lists of Word, whose indents say which is in which. */
START_TEST(lists_with_indents_of_their_levels)
{
#define ABSTRACT(id, format, left)                                                                 \
  "<w:abstractNum w:abstractNumId=\"" id "\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"" format          \
  "\"/><w:lvlText w:val=\"%1.\"/><w:pPr><w:ind w:left=\"" left "\"/></w:pPr></w:lvl></w:abstractNum>"
#define NUM(id) "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" id "\"/></w:num>"
  Parts parts = { .numbering = ABSTRACT("1", "bullet", "360") ABSTRACT("2", "bullet", "720")
      ABSTRACT("3", "decimal", "360") ABSTRACT("4", "bullet", "0") NUM("1") NUM("2") NUM("3") NUM("4")};
  reads_as(&parts, P(LIST("1", "0") R("one")) P(LIST("2", "0") R("in it")) P(LIST("2", "0") R("too"))
      P(LIST("1", "0") R("two")), "- one\n\n  - in it\n\n  - too\n\n- two\n", NULL);
  reads_as(&parts, P(LIST("2", "0") R("deep")) P(LIST("1", "0") R("out")), "- deep\n\n- out\n", NULL);
  reads_as(&parts, P(LIST("1", "0") R("one")) P(LIST("4", "0") R("other")), "- one\n\n- other\n", NULL);
}
END_TEST

START_TEST(tables)
{
#define SET(how) "<w:pPr><w:jc w:val=\"" how "\"/></w:pPr>"
  reads("<w:tbl>" ROW("<w:tblHeader/>", CELL("", P(AS("<w:b/>", "Party"))) CELL("", P(R("Sum"))))
      ROW("", CELL("<w:gridSpan w:val=\"2\"/>", P(R("Japan")) P(R("and all")))) ROW("<w:ins" BY
      "/>", CELL("<w:vMerge w:val=\"restart\"/>", P(INS(R("Lao PDR")))) CELL("", P(INS(R("5")))))
      ROW("<w:del" BY "/>", CELL("<w:vMerge/>", P(DEL("Thailand"))) CELL("", P(DEL("6"))))
      "</w:tbl>" P(R("Below")),
      "| Party | Sum |\n|---|---|\n| Japan<br>and all | |\n| Lao PDR | 5 |\n\nBelow\n",
      "| Party | Sum |\n|---|---|\n| Japan<br>and all | |\n| Thailand | 6 |\n\nBelow\n");
  reads("<w:tbl>" ROW("<w:tblHeader/>", CELL("", P(R("A"))) CELL("<w:cellDel" BY "/>", P(SET("right")
      DEL("B"))) CELL("<w:cellIns" BY "/>", P(SET("center") INS(R("N")))) CELL("", P(R("C"))))
      ROW("", CELL("", P(R("1"))) CELL("<w:cellDel" BY "/>", P(SET("right") DEL("2"))) CELL(
      "<w:cellIns" BY "/>", P("")) CELL("", P(R("3")))) "</w:tbl>",
      "| A | N | C |\n|---|:-:|---|\n| 1 | | 3 |\n", "| A | B | C |\n|---|--:|---|\n| 1 | 2 | 3 |\n");
  reads("<w:tbl>" ROW("", CELL("", "<w:tbl>" ROW("", CELL("", P(R("in")))) "</w:tbl>" P( R("out"))))
      "</w:tbl>", "| in<br>out |\n|---|\n", NULL);
  reads("<w:tbl>" ROW("<w:tblHeader/>", CELL("", P(R("Port"))) CELL("", P(SET("end") R("Fee")))
      CELL("", P(SET("center") R("Since"))) CELL("", P(SET("right") R("Sum")))) ROW("", CELL("",
      P(SET("left") R("Tokyo"))) CELL("", P(SET("right") R("1"))) CELL("", P(SET("center") R("x")))
      CELL("", P(R("2")))) ROW("", CELL("", P(SET("left") R("Kobe"))) CELL("", P(SET("end") R("3")))
      CELL("", P("")) CELL("", P(SET("right") R("4")))) "</w:tbl>",
      "| Port | Fee | Since | Sum |\n|---|--:|:-:|--:|\n| Tokyo | 1 | x | 2 |\n| Kobe | 3 | | 4 "
      "|\n", NULL);
}
END_TEST

START_TEST(a_joiner_in_a_row_that_joins_nothing)
{
#define ZWJ "\342\200\215"
  reads("<w:tbl>" ROW("", CELL("", P(R("Party")))) ROW("<w:ins" BY "/>", CELL("", P(INS(R(ZWJ
      "Lao PDR")))) ) ROW("<w:ins" BY "/>", CELL("", P(INS(R("Japan" ZWJ)))))
      ROW("<w:ins" BY "/>", CELL("", P(INS(R("\331\207" ZWJ " 1"))))) "</w:tbl>" P(R("a" ZWJ "b")),
      "| Party |\n|---|\n| Lao PDR |\n| Japan |\n| \331\207" ZWJ " 1 |\n\na" ZWJ "b\n",
      "| Party |\n|---|\n\na" ZWJ "b\n");
}
END_TEST

START_TEST(notes_and_comments)
{
  Parts parts = {.footnotes = "<w:footnote w:type=\"separator\" w:id=\"0\">" P( "")
      "</w:footnote><w:footnote w:id=\"3\">" P("<w:r><w:footnoteRef/></w:r>" R(" A/RES/")
      INS(R("70/1"))) "</w:footnote>", .comments =
      "<w:comment w:id=\"0\" w:author=\"Tanaka\"><w:p w14:paraId=\"11\">" R("Too strong -- ask")
      "</w:p></w:comment><w:comment w:id=\"1\" w:author=\"Lee\"><w:p w14:paraId=\"12\">" R("Done")
      "</w:p></w:comment>", .extended =
      "<w15:commentEx w15:paraId=\"11\" w15:done=\"0\"/><w15:commentEx w15:paraId=\"12\" "
      "w15:done=\"1\"/>"};
  reads_as( &parts, P("<w:commentRangeStart w:id=\"0\"/>" R("The report")
      "<w:r><w:footnoteReference w:id=\"3\"/></w:r>" R(" shall")
      "<w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:commentReference w:id=\"1\"/></w:r>"
      R(" stand.")),
      "The report[^1] shall stand.\n\n[^1]: A/RES/70/1\n\n<!-- note JPN: Too strong \342\200\223 "
      "ask -->\n",
      "The report[^1] shall stand.\n\n[^1]: A/RES/\n\n<!-- note JPN: Too strong \342\200\223 ask "
      "-->\n");
}
END_TEST

/* Pages print a comma between two calls, so that "2" and "3" are not read as 23. */
START_TEST(two_calls_in_a_row)
{
#define CALL(id) "<w:r><w:footnoteReference w:id=\"" id "\"/></w:r>"
#define NOTE(id, words) "<w:footnote w:id=\"" id "\">" P(R(words)) "</w:footnote>"
#define RAISED(words) AS("<w:vertAlign w:val=\"superscript\"/>", words)
  Parts parts = {.footnotes = NOTE("3", "A") NOTE("4", "B")};
  static const char both[] = "We met[^1][^2].\n\n[^1]: A\n\n[^2]: B\n",
                    one[] = "We met<sup>,</sup>[^1] and[^2] 5<sup>,</sup>.\n\n[^1]: A\n\n[^2]: B\n";
  reads_as(&parts, P(R("We met") CALL("3") RAISED(", ") CALL("4") R(".")), both, both);
  reads_as(&parts, P(R("We met") RAISED(",") CALL("3") R(" and") CALL("4") R(" 5") RAISED(",") R(".")), one, one);
}
END_TEST

START_TEST(words_that_nobody_sees)
{
#define PALE "1 piece of words in the color of what is behind them: read as words: "
#define W14(fill) "<w14:textFill>" fill "</w14:textFill>"
  says(P(AS("<w:color w:val=\"FFFFFF\"/>", "white") R(" black")), PALE "white");
  says(P(AS("<w:color w:val=\"E6E6E6\"/>", "grey") AS("<w:color w:val=\"D9D9D9\"/>", "darker")),
      PALE "grey");
  says(P(AS("<w:color w:val=\"FFFFFF\"/>", " ") AS("<w:color w:val=\"auto\"/>", "a")
      AS("<w:color w:val=\"FFFFFF\" w:themeColor=\"text1\"/>", "b")), PALE "b");
  says(P(AS("<w:color w:val=\"000000\" w:themeColor=\"light1\"/>", "a")
      AS("<w:color w:val=\"808080\" w:themeColor=\"background1\" w:themeShade=\"80\"/>", "b")),
      PALE "a");
  says(P(AS(W14("<w14:noFill/>"), "none")), PALE "none");
  says(P(AS(W14("<w14:solidFill><w14:srgbClr w14:val=\"000000\"><w14:alpha w14:val=\"95000\"/>"
      "</w14:srgbClr></w14:solidFill>"), "clear")), PALE "clear");
#define ALPHA(value, words) AS(W14("<w14:solidFill><w14:srgbClr w14:val=\"000000\"><w14:alpha "       \
  "w14:val=\"" value "\"/></w14:srgbClr></w14:solidFill>"), words)
  says(P(ALPHA("79999", "seen") ALPHA("80000", "mostly clear")), PALE "mostly clear");
  says(P(AS("<w:color w:val=\"000000\"/>" W14("<w14:solidFill><w14:schemeClr w14:val=\"bg1\"/>"
      "</w14:solidFill>"), "theme")), PALE "theme");
  says(P("<w:pPr><w:shd w:val=\"clear\" w:fill=\"1F3A6E\"/></w:pPr>"
      AS("<w:color w:val=\"FFFFFF\"/>", "seen") AS("<w:color w:val=\"1F3A6E\"/>", "blue")),
      PALE "blue");
  says("<w:tbl>" ROW("", CELL("<w:shd w:val=\"clear\" w:fill=\"000000\"/>", P(
      AS("<w:color w:val=\"FFFFFF\"/>", "seen"))) CELL("", P(AS("<w:color w:val=\"FFFFFF\"/>", "not"))))
      "</w:tbl>", PALE "not");
  says(P(AS("<w:sz w:val=\"7\"/>", "tiny") AS("<w:sz w:val=\"8\"/>", "small")),
      "1 piece of words smaller than 4 points: read as words: tiny");
  Parts parts = {.styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:rPrDefault>"
      "</w:docDefaults><w:style w:type=\"paragraph\" w:styleId=\"A\"><w:rPr><w:color "
      "w:val=\"FFFFFF\"/><w:sz w:val=\"20\"/></w:rPr></w:style><w:style w:type=\"paragraph\" "
      "w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style><w:style w:type=\"character\" "
      "w:styleId=\"C\"><w:rPr><w:color w:val=\"000000\"/></w:rPr></w:style><w:style "
      "w:type=\"table\" w:styleId=\"T\"><w:tcPr><w:shd w:val=\"clear\" w:fill=\"000000\"/></w:tcPr>"
      "</w:style>"};
  says_as(&parts, P(STYLE("B") R("style ") AS("<w:rStyle w:val=\"C\"/>", "seen")), PALE "style ");
  says_as(&parts, P(R("small")), "1 piece of words smaller than 4 points: read as words: small");
  says_as(&parts, "<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/></w:tblPr>" ROW("", CELL("", P(STYLE("A")
      R("seen ") AS("<w:rStyle w:val=\"C\"/>", "black")))) "</w:tbl>", PALE "black");
}
END_TEST

START_TEST(fields_that_word_fills_anew)
{
#define FIELD(code, result) "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" code \
  "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" result                   \
  "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
#define ANEW "1 field that Word may fill anew: read as the file has it: "
  says(P(FIELD(" DATE \\@ \"d MMMM\" ", R("2 May"))), ANEW "DATE: 2 May");
  says(P(FIELD(" PAGE ", R("iv")) FIELD(" HYPERLINK \"https://a.b/\" ", R("words"))
      FIELD(" FORMTEXT ", R("typed")) FIELD("XE \"entry\"", "")), "");
  says(P(FIELD(" PAGE ", R("not binding"))), ANEW "PAGE: not binding");
  says(P("<w:bookmarkStart w:id=\"4\" w:name=\"m\"/>" R("a ") R("b") "<w:bookmarkEnd w:id=\"4\"/>"
      FIELD(" REF m \\h ", R("a b"))), "");
  says(P("<w:bookmarkStart w:id=\"4\" w:name=\"m\"/>" R("a b") "<w:bookmarkEnd w:id=\"4\"/>"
      FIELD(" REF m ", R("a c")) FIELD(" REF n ", R("a b"))),
      "2 fields that Word may fill anew: read as the file has them: REF: a c | REF: a b");
  says(P(FIELD(" IF " FIELD("DATE", R("x")) " = 1 \"a\" \"b\" ", R("b"))), ANEW "IF: b");
  says(P("<w:fldSimple w:instr=\"AUTHOR\">" R("Lee") "<w:r><w:fldChar w:fldCharType=\"begin\"/>"
      "</w:r></w:fldSimple>" R(" goes on")), ANEW "AUTHOR: Lee");
  says(P(FIELD(" EQ \\o(a,b) ", "")),
      "1 field whose words Word makes, and the file does not have: left out: EQ \\o(a,b)");
  says(P("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>IF</w:instrText></w:r>" R("lost")),
      "1 field without an end: what is behind its start is left out: IF");
}
END_TEST

START_TEST(a_table_of_contents)
{
  Parts parts = {.styles = "<w:style w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style>"
      "<w:style w:styleId=\"H\"><w:name w:val=\"TOC Heading\"/></w:style>"
      "<w:style w:styleId=\"O\"><w:name w:val=\"toc of mine\"/></w:style>"};
#define BEGIN(code) "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" code \
  "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
#define END "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
#define LINE(words, page) R(words) FIELD(" PAGEREF _Toc1 \\h ", R(page))
  static const char body[] = P(STYLE("H") R("Contents")) P(STYLE("T") BEGIN(" TOC \\o \"1-3\" ")
      LINE("Ports ", "1")) P(LINE("Rivers ", "2") END) P(STYLE("T") R("Annex")) P(STYLE("O") R("We go."));
  reads_as(&parts, body, "We go.\n", NULL);
  says_as(&parts, body, "6 pieces of a table of contents: left out: Contents | Ports  | 1 | Rivers  | 2 "
      "| Annex");
}
END_TEST

START_TEST(forms_with_data)
{
#define CONTROL(path, words) "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"" path                        \
  "\" w:storeItemID=\"{6C3C8BC8-F283-45AE-878A-BAB7291924A1}\"/></w:sdtPr><w:sdtContent>" R(words)  \
  "</w:sdtContent></w:sdt>"
  Parts parts = {.member = "docProps/core.xml", .content =
      "<c:core xmlns:c=\"urn:c\" xmlns:d=\"urn:d\"><d:title>One</d:title><d:title day=\"2\"> Two  "
      "words</d:title></c:core>"};
  says_as(&parts, P(CONTROL("/x:core[1]/y:title[1]", "One") CONTROL("/core/title[2]", "Two words")
      CONTROL("/core/title[2]/@day", "2") CONTROL("/core/title[1]/text()", "One")), "");
  says_as(&parts, P(CONTROL("/core/title", "Other")),
      "1 field of a form that Word fills with other words: left out: One");
  says_as(&parts, P(CONTROL("/core/place", "Other") CONTROL("//title", "One")),
      "2 fields of forms that Word may fill anew: read as the file has them: Other | One");
}
END_TEST
/* clang-format on */

START_TEST(what_is_said)
{
  Parts parts = {.member = "word/vbaProject.bin"};
  g_autoptr(AdrefDocxFile) file = read_file(
      &parts, P("<w:pPr><w:pPrChange" BY "/></w:pPr>" AS(
                  "<w:vanish/><w:rPrChange" BY "/>",
                  "x") "<w:r><w:softHyphen/><w:sym w:font=\"Webdings\" w:char=\"F0AA\"/></w:r>"
                       "<w:r><w:object/></w:r>"));
  ck_assert_uint_eq(file->format_changes, 2);
  ck_assert_uint_eq(file->left_out->len, 4);
  ck_assert_str_eq(file->left_out->pdata[0], "macros word/vbaProject.bin: left out");
  ck_assert_str_eq(file->left_out->pdata[1], "1 piece of hidden words: read as words: x");
  ck_assert_str_eq(file->left_out->pdata[2], "1 soft hyphen: left out");
  ck_assert_str_eq(file->left_out->pdata[3],
                   "1 sign of a font that has no letter: read as \357\277\275");
}
END_TEST

START_TEST(strict_form_and_properties)
{
  Parts parts = {.space = STRICT,
                 .properties =
                     "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                     "custom-properties\" xmlns:v=\"http://schemas.openxmlformats.org/"
                     "officeDocument/2006/docPropsVTypes\"><property name=\"adref.version\">"
                     "<v:lpwstr>rev1</v:lpwstr></property></Properties>"};
  g_autoptr(AdrefDocxFile) file = read_file(&parts, P(R("Words.")));
  g_autofree char *text = markdown_of(file, FALSE);
  ck_assert_str_eq(text, "Words.\n");
  ck_assert_str_eq(adref_docx_file_property(file, "adref.version"), "rev1");
  ck_assert_ptr_null(adref_docx_file_property(file, "adref.view"));
}
END_TEST

START_TEST(what_is_refused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefZipWriter) zip = adref_zip_writer_new(&error);
  static const char other_type[] = "application/vnd.oasis.opendocument.text";
  adref_zip_writer_add(zip, "mimetype", other_type, strlen(other_type));
  g_autoptr(GString) other = adref_zip_writer_finish(zip, &error);
  g_autoptr(GBytes) bytes = g_bytes_new(other->str, other->len);
  ck_assert_ptr_null(adref_docx_read(bytes, "a.docx", &error));
  ck_assert_error(error, "a.docx: this is no Word file: it has no text of Word's");
  Parts parts = {.properties = "<!DOCTYPE x><x/>"};
  g_autoptr(GBytes) file = make_file(&parts, P(R("x")));
  ck_assert_ptr_null(adref_docx_read(file, "a.docx", &error));
  ck_assert(g_str_has_prefix(error->message, "a.docx: docProps/custom.xml:1: "));
}
END_TEST

static void repeat(GString *body, guint count, const char *piece)
{
  for (guint i = 0; i < count; i++)
    g_string_append(body, piece);
}

/* Each took half a minute when the pieces before were looked through for each piece. */
START_TEST(time_is_in_proportion_to_the_pieces)
{
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  g_autoptr(GString) body = g_string_new("<w:p><w:r>");
  Parts parts = {0};
  repeat(body, 100000, "<w:t>a</w:t>");
  g_string_append(body, "<mc:AlternateContent>");
  repeat(body, 100000, "<mc:Fallback/>");
  g_string_append(body, "<mc:Choice/></mc:AlternateContent>");
  repeat(body, 50000,
         "<w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/>");
  repeat(body, 50000, "<w:t>b</w:t>");
  g_string_append(body, "</w:r></w:p><!--");
  for (guint i = 0; i < 10000; i++)
    g_string_append_printf(body, "%08x", g_rand_int(random));
  g_string_append(body, "-->");
  g_autoptr(AdrefDocxFile) file = read_file(&parts, body->str);
  ck_assert_uint_eq(file->paragraphs->len, 1);
  const AdrefDocxParagraph *paragraph = file->paragraphs->pdata[0];
  ck_assert_uint_eq(strlen(g_array_index(paragraph->runs, AdrefDocxRun, 0).text), 150000);
}
END_TEST

/* 300,000 took 7 seconds as one mark and as one text. Every piece is random, so
 * that the archive is no bomb. */
START_TEST(time_is_in_proportion_to_the_marks)
{
  enum {
    MARKS = 300000
  };
  g_autoptr(GRand) random = g_rand_new_with_seed(1);
  g_autoptr(GString) body = g_string_new("<w:p>");
  Parts parts = {0};
  for (guint i = 0; i < MARKS; i++)
    g_string_append_printf(body, INS(R("%08x ")), g_rand_int(random));
  g_string_append(body, "</w:p>");
  g_autoptr(AdrefDocxFile) file = read_file(&parts, body->str);
  g_autoptr(GPtrArray) marks = adref_docx_marks_new(file);
  ck_assert_uint_eq(marks->len, 1);
  ck_assert_uint_eq(strlen(((const AdrefDocxMark *)marks->pdata[0])->words), MARKS * 9 - 1);
  g_autofree char *text = markdown_of(file, FALSE);
  ck_assert_uint_eq(strlen(text), MARKS * 9);
}
END_TEST

START_TEST(a_note_is_called_so_many_times)
{
  g_autoptr(GString) body = g_string_new("<w:p><w:r><w:t>Words.</w:t>");
  Parts parts = {.footnotes = "<w:footnote w:id=\"7\">" P(R("A note.")) "</w:footnote>"};
  repeat(body, 30, "<w:footnoteReference w:id=\"7\"/>");
  g_string_append(body, "</w:r></w:p>");
  g_autoptr(AdrefDocxFile) file = read_file(&parts, body->str);
  ck_assert_uint_eq(file->left_out->len, 1);
  ck_assert_str_eq(file->left_out->pdata[0], "9 repeated calls of footnotes: left out");
}
END_TEST

TCase *tcase_docx_read(void)
{
  TCase *tcase = tcase_create("docx_read");
  tcase_add_test(tcase, words);
  tcase_add_test(tcase, brackets_are_those_of_the_notation);
  tcase_add_test(tcase, containers_are_read_once);
  tcase_add_test(tcase, styles_and_lists);
  tcase_add_test(tcase, lists_with_indents_of_their_levels);
  tcase_add_test(tcase, tables);
  tcase_add_test(tcase, a_joiner_in_a_row_that_joins_nothing);
  tcase_add_test(tcase, notes_and_comments);
  tcase_add_test(tcase, what_is_said);
  tcase_add_test(tcase, two_calls_in_a_row);
  tcase_add_test(tcase, words_that_nobody_sees);
  tcase_add_test(tcase, fields_that_word_fills_anew);
  tcase_add_test(tcase, a_table_of_contents);
  tcase_add_test(tcase, forms_with_data);
  tcase_add_test(tcase, strict_form_and_properties);
  tcase_add_test(tcase, what_is_refused);
  tcase_add_test(tcase, a_note_is_called_so_many_times);
  tcase_add_test(tcase, time_is_in_proportion_to_the_pieces);
  tcase_add_test(tcase, time_is_in_proportion_to_the_marks);
  return tcase;
}
