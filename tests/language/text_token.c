#include "language/text_token.h"

#include <string.h>

#include "language/cases.h"

/* Tokens as "word|number": a letter for the type before each, "_" where a space stands before it.
 */
static void tokens_are(const char *text, const char *expected)
{
  static const char types[] = {[ADREF_TEXT_TOKEN_WORD] = 'w',
                               [ADREF_TEXT_TOKEN_LETTER] = 'l',
                               [ADREF_TEXT_TOKEN_NUMBER] = 'n',
                               [ADREF_TEXT_TOKEN_SYMBOL] = 's',
                               [ADREF_TEXT_TOKEN_PUNCTUATION] = 'p'};
  g_autoptr(GString) actual = g_string_new(NULL);
  AdrefTextToken token;
  for (gsize at = 0; adref_text_token_next(text, at, strlen(text), &token); at = token.end)
    g_string_append_printf(actual, "%s%s%c:%.*s", actual->len > 0 ? "|" : "",
                           token.spaced ? "_" : "", types[token.type],
                           (int)(token.end - token.start), text + token.start);
  ck_assert_msg(strcmp(actual->str, expected) == 0, "%s: %s, not %s", text, actual->str, expected);
}

START_TEST(words)
{
  tokens_are("", "");
  tokens_are("We act.", "w:We|_w:act|p:.");
  tokens_are("G77 a1b", "w:G77|_w:a1b");
  tokens_are("Party's Parties'", "w:Party's|_w:Parties|p:'");
  tokens_are("Party\342\200\231s", "w:Party\342\200\231s");
  tokens_are("l'accord L\342\200\231Union", "w:l|p:'|w:accord|_w:L|p:\342\200\231|w:Union");
  tokens_are("jusqu'en qu'il aujourd'hui", "w:jusqu|p:'|w:en|_w:qu|p:'|w:il|_w:aujourd'hui");
  tokens_are("d'1 don't o'clock", "w:d|p:'|n:1|_w:don't|_w:o'clock");
  tokens_are("naïve", "w:naïve");
  tokens_are("e\314\201té", "w:e\314\201té");
  tokens_are("non-binding", "w:non|p:-|w:binding");
  tokens_are("a' 'b a'1 a''b", "w:a|p:'|_p:'|w:b|_w:a|p:'|n:1|_w:a|p:'|p:'|w:b");
  tokens_are("a\"b a`b", "w:a|p:\"|w:b|_w:a|s:`|w:b");
  tokens_are("a\302\240b a\342\200\250b a\342\200\251b", "w:a|_w:b|_w:a|_w:b|_w:a|_w:b");
  tokens_are("a\tb\nc", "w:a|_w:b|_w:c");
}
END_TEST

/* "cannot" is "can" and "not"; longer words that contain it are not. */
START_TEST(cannot_is_two_words)
{
  tokens_are("cannot Cannot CANNOT", "w:can|w:not|_w:Can|w:not|_w:CAN|w:NOT");
  tokens_are("cannots cannon annot", "w:cannots|_w:cannon|_w:annot");
  tokens_are("cannOT.", "w:can|w:nOT|p:.");
}
END_TEST

/* A Korean scale behind figures is a word; inside of a word it is a syllable. */
START_TEST(korean_scales)
{
  tokens_are("500만명", "n:500|w:만|w:명");
  tokens_are("5천만 달러", "n:5|w:천|w:만|_w:달러");
  tokens_are("1억 5천만원", "n:1|w:억|_n:5|w:천|w:만|w:원");
  tokens_are("이것만 만명 x만", "w:이것만|_w:만명|_w:x만");
}
END_TEST

START_TEST(numbers)
{
  tokens_are("5,000.50", "n:5,000.50");
  tokens_are("10:30, 1.", "n:10:30|p:,|_n:1|p:.");
  tokens_are("5.a 5..6 5;6", "n:5|p:.|w:a|_n:5|p:.|p:.|n:6|_n:5|p:;|n:6");
  tokens_are("$+<=>^`~ €¥±°˄", "s:$|s:+|s:<|s:=|s:>|s:^|s:`|s:~|_s:€|s:¥|s:±|s:°|s:˄");
  tokens_are("‿–)»«…(", "p:‿|p:–|p:)|p:»|p:«|p:…|p:(");
  tokens_are("½ⅠªǅŁ", "n:½|w:ⅠªǅŁ");
  tokens_are("10² 5½", "n:10²|_n:5½");
  tokens_are("5th 5km", "n:5|w:th|_n:5|w:km");
  tokens_are("٣٤", "n:٣٤");
  tokens_are("US$5", "w:US|s:$|n:5");
}
END_TEST

/* A figure of several groups is whole where a script writes it on to a word; its end is looked for
 * once in a word. */
START_TEST(numbers_behind_letters)
{
  enum {
    DIGITS = 1000000
  };
  tokens_are("و٣٫٥ و30", "w:و|n:٣٫٥|_w:و30");
  tokens_are("약1,250척 제5조", "w:약|n:1,250|w:척|_w:제5조");
  tokens_are("A4.5", "w:A4|p:.|n:5");
  g_autofree char *digits = g_strnfill(DIGITS, '1');
  g_autofree char *text = g_strconcat("و", digits, NULL);
  AdrefTextToken token;
  ck_assert(adref_text_token_next(text, 0, strlen(text), &token));
  ck_assert_uint_eq(token.end, strlen(text));
}
END_TEST

/* Scripts without spaces: one letter a token, with its marks. */
START_TEST(letters)
{
  tokens_are("一二a", "l:一|l:二|w:a");
  tokens_are("\340\270\227\340\270\265\340\271\210", "l:\340\270\227\340\270\265\340\271\210");
  tokens_are("က ក ၏", "l:က|_l:ក|_p:၏");
  tokens_are("a\314\201", "w:a\314\201");
  tokens_are("\340\244\225\340\244\276", "w:\340\244\225\340\244\276");
  tokens_are("a\342\203\235", "w:a\342\203\235");
  tokens_are("\341\205\241", "w:\341\205\241");
}
END_TEST

/* Characters that are not visible are in a word, or in nothing. */
START_TEST(invisible_characters)
{
  tokens_are("sh\342\200\213all", "w:sh\342\200\213all");
  tokens_are("a \342\200\213 b", "w:a|_w:b");
  tokens_are("1\342\200\2132", "n:1\342\200\2132");
  tokens_are("a\342\200\213.", "w:a|p:.");
}
END_TEST

static void folds_to(const char *word, const char *expected)
{
  g_autoptr(GString) out = g_string_new("x");
  adref_text_token_fold(out, word, strlen(word));
  ck_assert_str_eq(out->str + 1, expected);
}

START_TEST(folding)
{
  folds_to("", "");
  folds_to("AZaz@[09", "azaz@[09");
  folds_to("Été", "été");
  folds_to("Ａ２", "a2");
  folds_to("don\342\200\231t", "don't");
  folds_to("sh\342\200\213all", "shall");
  folds_to("aÉ", "aé");
}
END_TEST

TCase *tcase_text_token(void)
{
  TCase *tcase = tcase_create("text_token");
  tcase_add_test(tcase, words);
  tcase_add_test(tcase, cannot_is_two_words);
  tcase_add_test(tcase, korean_scales);
  tcase_add_test(tcase, numbers);
  tcase_add_test(tcase, numbers_behind_letters);
  tcase_add_test(tcase, letters);
  tcase_add_test(tcase, invisible_characters);
  tcase_add_test(tcase, folding);
  return tcase;
}
