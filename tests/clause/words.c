#include "clause/words.h"

#include "clause/cases.h"

static const struct {
  const char *language;
  const char *text;
  guint count;
} counted[] = {
    {"en", "", 0},
    {"en", "   ", 0},
    {"en", "The Leaders shall act", 4},
    {NULL, "The Leaders  shall act.", 4},
    {"en", "It's public-private, and/or 5,000 people (27).", 8},
    {"en", "— … “ ”", 0},
    {"en", "café naïve", 2},
    {"ja", "日本と東南アジア諸国連合", 5},
    {"th", "ประเทศไทยและญี่ปุ่น", 3},
    {"lo", "ປະເທດລາວ", 2},
    {"km", "ប្រទេសកម្ពុជា", 2},
    {"my", "မြန်မာနိုင်ငံနှင့်ဂျပန်နိုင်ငံ", 4},
    {"ko", "한국과 일본", 2},
    {"xx-nonsense", "two words.", 2},
};

START_TEST(counts)
{
  const char *text = counted[_i].text;
  g_autoptr(GArray) words = adref_words(text, strlen(text), counted[_i].language);
  ck_assert_uint_eq(words->len, counted[_i].count);
}
END_TEST

/* Words are in the order of the text and begin and end between characters. */
START_TEST(lie_in_the_text)
{
  const char *text = counted[_i].text;
  gsize length = strlen(text), end = 0;
  g_autoptr(GArray) words = adref_words(text, length, counted[_i].language);
  for (guint i = 0; i < words->len; i++) {
    const AdrefWord *word = &g_array_index(words, AdrefWord, i);
    ck_assert_uint_ge(word->start, end);
    ck_assert_uint_gt(word->length, 0);
    end = word->start + word->length;
    ck_assert_uint_le(end, length);
    ck_assert(g_utf8_validate(text + word->start, (gssize)word->length, NULL));
  }
}
END_TEST

START_TEST(gives_the_words)
{
  static const char text[] = "We, Japan, act.";
  g_autoptr(GArray) words = adref_words(text, strlen(text), "en");
  g_autoptr(GString) joined = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++) {
    const AdrefWord *word = &g_array_index(words, AdrefWord, i);
    g_string_append_len(joined, text + word->start, (gssize)word->length);
    g_string_append_c(joined, '|');
  }
  ck_assert_str_eq(joined->str, "We|Japan|act|");
}
END_TEST

/* A text in ASCII is divided without ICU, into the same words. */
START_TEST(finds_the_same_words_in_ascii)
{
  static const char text[] = "The 10 Leaders of ASEAN x2  act ";
  g_autofree char *longer = g_strconcat(text, "é", NULL);
  g_autoptr(GArray) words = adref_words(text, strlen(text), "en");
  g_autoptr(GArray) more = adref_words(longer, strlen(longer), "en");
  ck_assert_uint_eq(words->len + 1, more->len);
  ck_assert_mem_eq(words->data, more->data, words->len * sizeof(AdrefWord));
}
END_TEST

START_TEST(counts_a_tree)
{
  g_autoptr(AdrefNode) document =
      read_plain("# A title\n\n<!-- op act -->\nWe [shall - JPN / should] *act*.[^1]\n\n"
                 "<!-- note JPN: not these -->\n");
  ck_assert_uint_eq(adref_count_words(document, "en"), 6);
  ck_assert_uint_eq(adref_count_words(document->first, "en"), 2);
}
END_TEST

/* The segments together are the text; its words are those that adref_words finds. */
static void splits_the_same(AdrefWordSegmenter *segmenter, const char *text, const char *language)
{
  gsize length = strlen(text), end = 0;
  g_autoptr(GArray) words = adref_words(text, length, language);
  g_autoptr(GArray) segments = g_array_new(FALSE, FALSE, sizeof(AdrefWordSegment));
  adref_word_segmenter_split(segmenter, text, length, segments);
  guint count = 0;
  for (guint i = 0; i < segments->len; i++) {
    const AdrefWordSegment *segment = &g_array_index(segments, AdrefWordSegment, i);
    ck_assert_uint_eq(segment->start, end);
    end += segment->length;
    if (!segment->word)
      continue;
    const AdrefWord *word = &g_array_index(words, AdrefWord, count++);
    ck_assert_msg(count <= words->len && word->start == segment->start &&
                      word->length == segment->length,
                  "\"%s\": another word at byte %u", text, segment->start);
  }
  ck_assert_msg(count == words->len && end == length, "\"%s\": %u words", text, count);
}

START_TEST(splits)
{
  g_autoptr(AdrefWordSegmenter) segmenter = adref_word_segmenter_new(counted[_i].language);
  splits_the_same(segmenter, counted[_i].text, counted[_i].language);
}
END_TEST

START_TEST(splits_anything)
{
  static const char *const letters[] = {"a",  "B",  "1",   "2", "_", ".", ",",      ";", ":", "'",
                                        "\"", "-",  " ",   " ", "/", "(", "%",      "$", "é", "’",
                                        "日", "本", "ไทย", "م", "“", "x", "\u0301", "Ж", "–", "가"};
  enum {
    TEXTS = 20000
  };
  g_autoptr(AdrefWordSegmenter) segmenter = adref_word_segmenter_new("en");
  g_autoptr(GRand) rand = g_rand_new_with_seed(29);
  for (guint n = 0, count = environment_count(NULL, TEXTS); n < count; n++) {
    g_autoptr(GString) text = g_string_new(NULL);
    gint32 known = n % 2 ? 18 : (gint32)G_N_ELEMENTS(letters);
    for (gint32 i = g_rand_int_range(rand, 1, 12); i > 0; i--)
      g_string_append(text, letters[g_rand_int_range(rand, 0, known)]);
    splits_the_same(segmenter, text->str, "en");
  }
}
END_TEST

/* Words are counted as ICU divides them, in each language, in and over lines. */
START_TEST(counts_anything)
{
  static const char *const languages[] = {"en", "fi", "sv", "sv-SE", "ja", "th",
                                          "fr", "el", "ru", "ko",    "km", NULL};
  static const char *const letters[] = {
      "a", "B",  "1",    "_",   ".", ":",      "'",   " ",    " ",      "\n", "\t", ",",
      "@", ";",  "\"",   "/",   "-", "#",      "%",   "&",    "<",      "(",  "\\", "*",
      "+", "$",  "=",    "~",   "|", "^",      "`",   "!",    "?",      "[",  "{",  "\r",
      "é", "日", "カナ", "ไทย", "’", "\u0301", "ក្នុង", "가나", "\u00A0", "،",  "Ж"};
  enum {
    TEXTS = 6000
  };
  ck_assert_uint_eq(adref_count_words_in("EU:n", 4, "fi"), 1);
  ck_assert_uint_eq(adref_count_words_in("EU:n", 4, "sv-SE"), 1);
  ck_assert_uint_eq(adref_count_words_in("EU:n", 4, "en"), 2);
  g_autoptr(GRand) rand = g_rand_new_with_seed(30);
  for (guint n = 0, count = environment_count(NULL, TEXTS); n < count; n++) {
    g_autoptr(GString) text = g_string_new(NULL);
    gint32 known = n / 12 % 2 ? 35 : (gint32)G_N_ELEMENTS(letters); /* in ASCII */
    for (gint32 i = g_rand_int_range(rand, 1, 16); i > 0; i--)
      g_string_append(text, letters[g_rand_int_range(rand, 0, known)]);
    const char *language = languages[n % G_N_ELEMENTS(languages)];
    g_autoptr(GArray) words = adref_words(text->str, text->len, language);
    ck_assert_msg(adref_count_words_in(text->str, text->len, language) == words->len,
                  "%s: \"%s\" has %u words", language, text->str, words->len);
  }
}
END_TEST

TCase *tcase_words(void)
{
  TCase *tcase = tcase_create("words");
  tcase_add_loop_test(tcase, counts, 0, G_N_ELEMENTS(counted));
  tcase_add_loop_test(tcase, lie_in_the_text, 0, G_N_ELEMENTS(counted));
  tcase_add_test(tcase, gives_the_words);
  tcase_add_test(tcase, finds_the_same_words_in_ascii);
  tcase_add_test(tcase, counts_a_tree);
  tcase_add_loop_test(tcase, splits, 0, G_N_ELEMENTS(counted));
  tcase_add_test(tcase, splits_anything);
  tcase_add_test(tcase, counts_anything);
  return tcase;
}
