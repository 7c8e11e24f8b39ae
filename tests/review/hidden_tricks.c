/* Hidden characters: more than 200 tricks, made of what can be hidden and of the words in which it
 * is hidden; each of them is found. Correct texts stand in check.c and in tests/clause/hidden.c. */
#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "review/cases.h"
#include "review/check/check_integrity.h"

enum {
  FEWEST = 200 /* tricks */
};

/* Characters that show nothing, each inside of a word. */
static const gunichar invisible[] = {
    0x00AD,  0x034F,  0x115F,  0x1160,  0x17B4, 0x17B5, 0x180B,  0x180C,   0x180D,  0x180E,
    0x200B,  0x200C,  0x200D,  0x200E,  0x200F, 0x202A, 0x202B,  0x202C,   0x202D,  0x202E,
    0x2060,  0x2061,  0x2062,  0x2063,  0x2064, 0x2066, 0x2067,  0x2068,   0x2069,  0x206A,
    0x206B,  0x206C,  0x206D,  0x206E,  0x206F, 0x3164, 0xFE00,  0xFE01,   0xFE0E,  0xFE0F,
    0xFEFF,  0xFFA0,  0xFFF9,  0xFFFA,  0xFFFB, 0x061C, 0xE0001, 0xE0020,  0xE0061, 0xE007F,
    0xE0100, 0xE01EF, 0x1D173, 0x1BCA0, 0xE000, 0xF8FF, 0xF0000, 0x100000, 0x0001,  0x0008,
    0x000E,  0x001F,  0x007F,  0x0085,  0x009B,
};

/* Letters that look like Latin ones, and the words in which they stand for them. */
static const struct {
  gunichar letter;
  char latin;
} look_alikes[] = {
    {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'},
    {0x0445, 'x'}, {0x0456, 'i'}, {0x0455, 's'}, {0x0458, 'j'}, {0x04BB, 'h'}, {0x0501, 'd'},
    {0x051B, 'q'}, {0x051D, 'w'}, {0x03BF, 'o'}, {0x03BD, 'v'}, {0x03B1, 'a'}, {0x03C1, 'p'},
    {0x03C5, 'u'}, {0x0578, 'n'}, {0x0585, 'o'}, {0x057D, 'u'}, {0x0570, 'h'},
};

static const char *const words[] = {"We shall cooperate in the exchange of views",
                                    "The Ministers adopt a joint plan with equal weight"};

/* Spaces that are no ordinary ones. */
static const gunichar spaces[] = {0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005,
                                  0x2006, 0x2007, 0x2008, 0x200A, 0x205F, 0x3000};

static gboolean is_found(const char *markdown)
{
  static const char *const rules[] = {
      "integrity/invisible-character", "integrity/direction-control", "integrity/look-alike",
      "integrity/stacked-marks",       "integrity/private-character", "integrity/unusual-space",
      "integrity/hidden-title"};
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefMarkdownReadOptions how = {.name = "x"};
  g_autoptr(AdrefNode) document =
      adref_markdown_read(markdown, strlen(markdown), &how, problems, NULL);
  AdrefCheckSource source = {.name = "x.md",
                             .language = "en",
                             .document = document,
                             .source = markdown,
                             .length = strlen(markdown),
                             .problems = problems};
  g_autoptr(GPtrArray) findings = adref_check_findings_new();
  g_autoptr(AdrefCheckText) text = adref_check_text_new(&source, findings);
  AdrefCheckIntegrityOptions options = {.suspected = TRUE};
  adref_check_integrity(text, &options);
  for (guint i = 0; i < findings->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS(rules); j++)
      if (strcmp(((const AdrefCheckFinding *)findings->pdata[i])->rule->id, rules[j]) == 0)
        return TRUE;
  return FALSE;
}

/* The sentence with a character in place of `length` bytes at `at`. Caller frees. */
static char *planted(const char *sentence, gsize at, gsize length, gunichar c)
{
  GString *out = g_string_new_len(sentence, (gssize)at);
  g_string_append_unichar(out, c);
  g_string_append_printf(out, "%s.\n", sentence + at + length);
  return g_string_free(out, FALSE);
}

typedef struct {
  guint count;
  GString *missed;
} Tricks;

static void try_one(Tricks *self, const char *sentence, gsize at, gsize length, gunichar c)
{
  g_autofree char *markdown = planted(sentence, at, length, c);
  self->count++;
  if (!is_found(markdown))
    g_string_append_printf(self->missed, " U+%04X at %zu of \"%s\";", c, at, sentence);
}

/* Each invisible character in two words, each look-alike in each place of its letter, each space.
 */
START_TEST(every_trick_is_found)
{
  Tricks tricks = {0, g_string_new(NULL)};
  for (guint w = 0; w < G_N_ELEMENTS(words); w++) {
    const char *sentence = words[w];
    for (guint i = 0; i < G_N_ELEMENTS(invisible); i++)
      try_one(&tricks, sentence, strlen("We sh"), 0, invisible[i]);
    for (guint i = 0; i < G_N_ELEMENTS(look_alikes); i++)
      for (const char *at = strchr(sentence, look_alikes[i].latin); at;
           at = strchr(at + 1, look_alikes[i].latin))
        if (at > sentence && at[-1] != ' ' && at[1] != ' ')
          try_one(&tricks, sentence, (gsize)(at - sentence), 1, look_alikes[i].letter);
    for (guint i = 0; i < G_N_ELEMENTS(spaces); i++)
      try_one(&tricks, sentence, strcspn(sentence, " "), 1, spaces[i]);
  }
  ck_assert_msg(tricks.missed->len == 0, "missed:%s", tricks.missed->str);
  ck_assert_uint_ge(tricks.count, FEWEST);
  g_string_free(tricks.missed, TRUE);
}
END_TEST

/* Nothing is found in the sentences themselves. */
START_TEST(nothing_is_invented)
{
  for (guint w = 0; w < G_N_ELEMENTS(words); w++)
    ck_assert(!is_found(words[w]));
}
END_TEST

TCase *tcase_hidden_tricks(void)
{
  TCase *tc = tcase_create("hidden_tricks");
  tcase_add_test(tc, every_trick_is_found);
  tcase_add_test(tc, nothing_is_invented);
  return tc;
}
