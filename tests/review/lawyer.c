#include "review/findings.h"

/* Cases of lawyer.txt whose findings are what is expected there. Raise it with each step. */
enum {
  RIGHT = 322
};

static char *unescape(const char *text)
{
  GString *out = g_string_new(text);
  g_string_replace(out, "\\n", "\n", 0);
  g_string_replace(out, "<nbsp>", "\302\240", 0);
  g_string_replace(out, "<U+200B>", "\342\200\213", 0);
  g_string_append_c(out, '\n');
  return g_string_free(out, FALSE);
}

/* "a -> b" with one space where a side is empty, as the file writes it. */
static char *squeeze(const char *lines)
{
  g_auto(GStrv) parts = g_strsplit(lines, ":  -> ", -1);
  g_autofree char *joined = g_strjoinv(": -> ", parts);
  g_auto(GStrv) ends = g_strsplit(joined, " -> \n", -1);
  return g_strjoinv(" ->\n", ends);
}

/* Whether the findings of one block are those expected; prints the others when asked. */
static gboolean is_right(const char *block)
{
  g_auto(GStrv) halves = g_strsplit(block, "\n", 2);
  g_auto(GStrv) texts = g_strsplit(halves[0], " | ", 3);
  ck_assert_msg(g_strv_length(texts) == 3 && halves[1], "no case: %s", block);
  g_autofree char *old = unescape(texts[1]), *new = unescape(texts[2]);
  g_autoptr(AdrefNode) redline = redline_with_findings(texts[0], NULL, old, new);
  g_autoptr(GString) found = list_findings(redline);
  g_autofree char *actual = squeeze(found->str), *expected = g_strconcat(halves[1], "\n", NULL);
  gboolean right = strcmp(strcmp(expected, "nothing\n") == 0 ? "" : expected, actual) == 0;
  if (!right && g_getenv("ADREF_MEASURE"))
    g_print("%s\n--- expected\n%s--- found\n%s\n", halves[0], expected, actual);
  return right;
}

START_TEST(a_lawyer_agrees)
{
  g_autofree char *text = NULL;
  ck_assert(g_file_get_contents("tests/review/lawyer.txt", &text, NULL, NULL));
  g_auto(GStrv) blocks = g_strsplit(text, "\n\n", -1);
  guint right = 0, cases = 0;
  for (guint i = 0; blocks[i]; i++) {
    char *block = g_strstrip(blocks[i]);
    if (*block == '\0' || *block == '#')
      continue;
    cases++;
    right += is_right(block) ? 1 : 0;
  }
  ck_assert_msg(right >= RIGHT, "%u of %u cases are right; ADREF_MEASURE=1 prints the others",
                right, cases);
  if (g_getenv("ADREF_MEASURE"))
    g_print("%u of %u\n", right, cases);
}
END_TEST

TCase *tcase_lawyer(void)
{
  TCase *tcase = tcase_create("lawyer");
  tcase_add_test(tcase, a_lawyer_agrees);
  return tcase;
}
