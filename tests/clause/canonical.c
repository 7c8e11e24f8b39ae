#include "clause/markdown/canonical.h"

#include <string.h>

#include "clause/cases.h"
#include "clause/nfc.h"
#include "generate.h"

#define ACT "<!-- op act no=3 from=core/act -->\nWe act, as [paragraph 7](#rest) says.\n"

static const char *const alike[] = {
    "<!-- op act -->\nWe act.\n",
    "<!-- pp act -->\nWe act.\n",
    "<!-- op act alt=b -->\nWe act.\n",
    "<!-- op act -->\nWe *act*.\n",
    "<!-- op act -->\nWe **act**.\n",
    "<!-- op act -->\nWe act\\\n.\n",
    "<!-- op act -->\nWe act.\n\nWe act.\n",
    "<!-- op act -->\nWe [act - JPN delete].\n",
    "<!-- op act -->\nWe [act].\n",
    "<!-- op act -->\n# We act.\n",
    "<!-- op act -->\n## We act.\n",
    "<!-- op act -->\n- We act.\n",
    "<!-- op act -->\n1. We act.\n",
    "<!-- op act -->\nWe [act](#a).\n",
    "<!-- op act -->\nWe [act](#b).\n",
    ACT,
};

/* Clauses that are compared without their hashes are the same where the hashes are. */
static void compares_as_hashes_do(const char *text)
{
  g_autoptr(AdrefNode) document = read_plain(text);
  const AdrefNode *clause = adref_clause_find(document, "act");
  g_autofree char *hash = adref_clause_hash(clause);
  for (gsize i = 0; i < G_N_ELEMENTS(alike); i++) {
    g_autoptr(AdrefNode) other = read_plain(alike[i]);
    const AdrefNode *act = adref_clause_find(other, "act");
    g_autofree char *other_hash = adref_clause_hash(act);
    gboolean is_same = strcmp(hash, other_hash) == 0;
    ck_assert_msg(adref_clause_is_same(clause, act) == is_same, "%s\n%s", text, alike[i]);
    ck_assert_int_eq(adref_clause_is_same(act, clause), is_same);
  }
}

START_TEST(compares_alike_clauses)
{
  compares_as_hashes_do(alike[_i]);
}
END_TEST

/* The hash of the clause "act" of a text. */
static char *hash_of(const char *text)
{
  g_autoptr(AdrefNode) document = read_plain(text);
  const AdrefNode *clause = adref_clause_find(document, "act");
  ck_assert_ptr_nonnull(clause);
  return adref_clause_hash(clause);
}

static char *text_hash_of(const char *text)
{
  g_autoptr(AdrefNode) document = read_plain(text);
  return adref_text_hash(document);
}

/* Changes that do not change the hash of a clause. */
static const char *const same[] = {
    /* number, template, place, number in a reference */
    "<!-- op act no=4 from=core/act -->\nWe act, as [paragraph 7](#rest) says.\n",
    "<!-- op act -->\nWe act, as [paragraph 7](#rest) says.\n",
    "<!-- op act from=other -->\nWe act, as [paragraph 7](#rest) says.\n",
    "<!-- op rest -->\nWe rest.\n\n" ACT,
    "# Title\n\n<!-- op rest no=12 -->\nWe rest.\n\n<!-- op new -->\nWe sing.\n\n" ACT,
    "<!-- op rest no=12bis -->\nWe rest.\n\n" ACT,
    "<!-- op act -->\nWe act, as [paragraph 99 ter](#rest) says.\n",
    /* notes, comments, agreement */
    "<!-- op act -->\nWe act, as [paragraph 7](#rest) says. [Agreed ad ref]\n",
    "<!-- op act -->\nWe act, as [paragraph 7](#rest) says.\n\n<!-- note JPN: hm -->\n",
    "<!-- op act -->\n<!-- a comment -->\n\nWe act, as [paragraph 7](#rest) says.\n",
    "<!-- op act -->\nWe act, as [paragraph 7](#rest) says.\n\n<!-- one -->\n\n<!-- two -->\n",
    /* spelling */
    "<!-- op act -->\n\nWe   act,\nas\n[paragraph 7](#rest)\nsays.\n\n\n",
    "<!-- op act -->\r\nWe act, as [paragraph 7](<#rest>) says.\r\n",
};

START_TEST(stays_the_same_clause)
{
  g_autofree char *hash = hash_of(ACT), *again = hash_of(same[_i]);
  ck_assert_uint_eq(strlen(hash), 64);
  ck_assert_str_eq(hash, again);
  compares_as_hashes_do(same[_i]);
}
END_TEST

static const char *const other[] = {
    "<!-- op act -->\nWe acts, as [paragraph 7](#rest) says.\n",
    "<!-- op act -->\nwe act, as [paragraph 7](#rest) says.\n",
    "<!-- op act -->\nWe act, as [paragraph 7](#rest) says\n",
    "<!-- op act -->\nWe act as [paragraph 7](#rest) says.\n",
    "<!-- op act -->\nWe *act*, as [paragraph 7](#rest) says.\n",
    "<!-- op act -->\nWe [act], as [paragraph 7](#rest) says.\n",
    "<!-- op act -->\nWe act, as [paragraph 7](#other) says.\n",
    "<!-- op act -->\nWe act, as [paragraphs 7](#rest) says.\n",
    "<!-- op act -->\nWe act, as paragraph 7 says.\n",
    "<!-- op act -->\nWe act,\\\nas [paragraph 7](#rest) says.\n",
    "<!-- op act alt=rest -->\nWe act, as [paragraph 7](#rest) says.\n",
    "<!-- pp act -->\nWe act, as [paragraph 7](#rest) says.\n",
    "<!-- closing act -->\nWe act, as [paragraph 7](#rest) says.\n",
    "<!-- op act -->\n> We act, as [paragraph 7](#rest) says.\n",
    "<!-- op act -->\n- We act, as [paragraph 7](#rest) says.\n",
    "<!-- op act -->\nWe act, as [paragraph 7](#rest) says.[^1]\n",
    "<!-- op act -->\nWe act, as [paragraph 7](#rest) says.\n\nAnd more.\n",
    "<!-- op act -->\nWe act, as [paragraph 7](#rest) says. [Agreed ad ref] Not.\n",
    "<!-- op act -->\n",
};

START_TEST(becomes_another_clause)
{
  g_autofree char *hash = hash_of(ACT), *again = hash_of(other[_i]);
  ck_assert_str_ne(hash, again);
  compares_as_hashes_do(other[_i]);
}
END_TEST

/* The hash is the same with a note and without it. */
START_TEST(leaves_notes_out_of_hashes)
{
  g_autofree char *bare = hash_of("<!-- op act -->\nWe act.\n");
  g_autofree char *first = hash_of("<!-- op act -->\n<!-- note JPN: x -->\nWe act.\n");
  g_autofree char *noted = hash_of("<!-- op act -->\nWe act.<!-- note JPN: x -->\n");
  g_autofree char *last = hash_of("<!-- op act -->\nWe act. <!-- note JPN: x -->\n");
  g_autofree char *agreed =
      hash_of("<!-- op act -->\nWe act. [Agreed ad ref] <!-- note JPN: x -->\n");
  ck_assert_str_eq(bare, first);
  ck_assert_str_eq(bare, noted);
  ck_assert_str_eq(bare, last);
  ck_assert_str_eq(bare, agreed);
}
END_TEST

START_TEST(leaves_a_note_in_the_middle_out_of_hashes)
{
  g_autofree char *bare = hash_of("<!-- op act -->\nWe act.\n");
  g_autofree char *noted = hash_of("<!-- op act -->\nWe <!-- note JPN: x -->act.\n");
  g_autofree char *spaced = hash_of("<!-- op act -->\nWe <!-- x --> act.\n");
  ck_assert_str_eq(bare, noted);
  ck_assert_str_eq(bare, spaced);
}
END_TEST

START_TEST(a_heading_is_hashed_with_its_level)
{
  g_autofree char *hash = hash_of("<!-- heading act -->\n## Security\n");
  g_autofree char *same_words = hash_of("# T\n\n<!-- heading act -->\nSecurity\n--------\n");
  g_autofree char *words = hash_of("<!-- heading act -->\n## Safety\n");
  g_autofree char *level = hash_of("<!-- heading act -->\n### Security\n");
  ck_assert_str_eq(hash, same_words);
  ck_assert_str_ne(hash, words);
  ck_assert_str_ne(hash, level);
}
END_TEST

#define TEXT "# Title\n\n<!-- op a -->\nWe act.\n\n<!-- op b -->\nWe rest, see [paragraph 1](#a).\n"

static const char *const same_text[] = {
    "# Title\n\n<!-- op a -->\nWe\nact.\n\n<!-- op b -->\nWe rest, see [paragraph 5](#a).\n",
    "# Title\n\n<!-- op a from=x -->\nWe act. [Agreed ad ref]\n\n<!-- note JPN: x -->\n\n"
    "<!-- op b -->\nWe rest, see [paragraph 1](#a).\n",
    "Title\n=====\n\n<!-- op a no=1 -->\nWe act.\n\n<!-- op b no=2 -->\nWe rest, see [paragraph 1]"
    "(#a).\n",
};

START_TEST(stays_the_same_text)
{
  g_autofree char *hash = text_hash_of(TEXT), *again = text_hash_of(same_text[_i]);
  ck_assert_str_eq(hash, again);
}
END_TEST

static const char *const other_text[] = {
    /* title, level, number, order, words */
    "# A Title\n\n<!-- op a -->\nWe act.\n\n<!-- op b -->\nWe rest, see [paragraph 1](#a).\n",
    "## Title\n\n<!-- op a -->\nWe act.\n\n<!-- op b -->\nWe rest, see [paragraph 1](#a).\n",
    "# Title\n\n<!-- op a no=7 -->\nWe act.\n\n<!-- op b no=8 -->\nWe rest, see [paragraph 1](#a)."
    "\n",
    "# Title\n\n<!-- op b -->\nWe rest, see [paragraph 1](#a).\n\n<!-- op a -->\nWe act.\n",
    "# Title\n\n<!-- op a -->\nWe act!\n\n<!-- op b -->\nWe rest, see [paragraph 1](#a).\n",
    "# Title\n\n<!-- op a -->\nWe act.\n\n<!-- closing b -->\nWe rest, see [paragraph 1](#a).\n",
    "# Title\n\n<!-- op a -->\nWe act.\n",
    "# Title\n\n<!-- op a -->\nWe act.\n\n<!-- op b -->\nWe rest, see [paragraph 1](#a).\n\n"
    "## End\n",
    "",
};

START_TEST(becomes_another_text)
{
  g_autofree char *hash = text_hash_of(TEXT), *again = text_hash_of(other_text[_i]);
  ck_assert_str_ne(hash, again);
}
END_TEST

/* Words that look like the border between two clauses in the hashed bytes are no border. */
START_TEST(keeps_clauses_apart)
{
  g_autofree char *two = text_hash_of("<!-- pp -->\na\n\n<!-- pp -->\nb\n");
  g_autofree char *one = text_hash_of("<!-- pp -->\na\n\npp PP2\n\nb\n");
  ck_assert_str_ne(two, one);
}
END_TEST

START_TEST(writes_one_clause)
{
  g_autoptr(AdrefNode) document =
      read_plain("# T\n\n<!-- op a no=1 -->\nWe\nact.\n\n- one\n- two\n\n<!-- op b -->\nx\n");
  g_autoptr(GString) clause = adref_canonical_clause(adref_clause_find(document, "a"));
  ck_assert_str_eq(clause->str, "We act.\n\n- one\n- two\n");
  g_autoptr(GString) heading = adref_canonical_clause(document->first);
  ck_assert_str_eq(heading->str, "# T\n");
}
END_TEST

START_TEST(writes_nothing_for_nothing)
{
  g_autoptr(AdrefNode) document = read_plain("");
  g_autoptr(GString) canonical = adref_canonical(document);
  ck_assert_str_eq(canonical->str, "");
  g_autoptr(AdrefNode) empty = read_plain("<!-- op -->\n");
  g_autoptr(GString) marker = adref_canonical(empty);
  ck_assert_str_eq(marker->str, "<!-- op -->\n");
}
END_TEST

/* Numbers and addresses at the limits of what CommonMark reads as a list or an address. */
static const struct {
  const char *text, *canonical;
} limits[] = {
    {"999999998. a\n999999999. b\n1. c", "999999998. a\n999999999. b\n1. c\n"},
    {"999999999. a\n999999999. b", "999999999. a\n999999999. b\n"},
    {"999999999) a\n\n           b", "999999999) a\n\n           b\n"},
    {"a\n\n123456789\\. b", "a\n\n123456789\\. b\n"},
    {"1234567890\\. b", "1234567890. b\n"},
    {"123456789\\) b", "123456789\\) b\n"},
    {"1\\.b 2\\.", "1.b 2.\n"},
    {"1\\.", "1\\.\n"},
    {"[a:b](a:b)", "[a:b](a:b)\n"},
    {"[ab:c](ab:c)", "<ab:c>\n"},
    {"[a+.-9:c](a+.-9:c)", "<a+.-9:c>\n"},
    {"[9b:c](9b:c)", "[9b:c](9b:c)\n"},
    {"[ab:c](ab:c 'd')", "[ab:c](ab:c \"d\")\n"},
    {"[ab:*c*](ab:c)", "[ab:*c*](ab:c)\n"},
    {"[abcdefghijklmnopqrstuvwxyz123456:c](abcdefghijklmnopqrstuvwxyz123456:c)",
     "<abcdefghijklmnopqrstuvwxyz123456:c>\n"},
    {"[abcdefghijklmnopqrstuvwxyz1234567:c](abcdefghijklmnopqrstuvwxyz1234567:c)",
     "[abcdefghijklmnopqrstuvwxyz1234567:c](abcdefghijklmnopqrstuvwxyz1234567:c)\n"},
};

START_TEST(writes_what_is_at_a_limit)
{
  g_autoptr(AdrefNode) document = read_plain(limits[_i].text);
  g_autoptr(GString) canonical = adref_canonical(document);
  ck_assert_str_eq(canonical->str, limits[_i].canonical);
  keeps_properties(limits[_i].text, NULL, TRUE, limits[_i].text);
}
END_TEST

START_TEST(says_where_clauses_begin)
{
  g_autoptr(AdrefNode) document =
      read_plain("# T\n\n<!-- op a -->\nx\n\n- y\n\n<!-- op b -->\n\n<!-- op c -->\nz");
  g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  g_autoptr(GString) whole = adref_canonical(document);
  g_autoptr(GString) canonical = adref_canonical_with_offsets(document, starts);
  ck_assert_str_eq(canonical->str, whole->str);
  static const char *const clauses[] = {"# T\n", "\n<!-- op a", "\n<!-- op b", "\n<!-- op c"};
  ck_assert_uint_eq(starts->len, G_N_ELEMENTS(clauses));
  for (guint i = 0; i < starts->len; i++)
    ck_assert(g_str_has_prefix(canonical->str + g_array_index(starts, gsize, i), clauses[i]));
}
END_TEST

/* Texts whose canonical form could be read as another text. */
static const char *const tricky[] = {
    "a*b*c **d**e f_g_h *i***j** *k*_l_ __*m*__n",
    "*a **b*** **c *d*** ***e***",
    "*a*\n*b* **c****d**",
    "1986\\. A year. 12) x",
    "a\n\\# b\n\\- c\n\\+ d\n\\> e\n\\=== f\n\\~~~ g",
    "\\`\\`\\` a `` ` `` b",
    "a \\\\\nb\\\\",
    "&amp;amp; \\&amp; &lt;b&gt; &#42;a&#42; &#91;b&#93;",
    "[a](<b c> 'd \"e\"') [f](g\\)h) [i](j(k)l) ![m](<n\\>o>)",
    "[a](b&amp;c;d&e \"&amp;#91;\") [f](&\\#91; '&\\amp;')\n\n``` &\\#91; & &amp;amp;\n```\n",
    "<https://a.b/c_d*e> [http://x](http://x) [mailto](mailto:a@b.c) <a@b.c>",
    "a<!-- b -->c <b x='1\n2'>d</b> <!-- --> <?php ?> <!X> <![CDATA[ x ]]>",
    "- a\n\n  b\n- - c\n  - d\n\n    e\n1. f\n2. - g\n",
    "- \n- a\n-\n\n> \n\n1.\n",
    "> a\n>\n> - b\n>   > c\n\n> d\n",
    "- a\n\n<!-- x -->\n\n- b\n\n* c\n\n+ d\n",
    "```\n\n a\n\n```\n\n~~~ x`y\n```\n~~~\n\n    i\n\n\n    j\n",
    "- a\n\n      code\n\n  ***\n\n  # h\n\n  <div>\n",
    "# \n\n## a #b\\#\n\n### #\n\n#\n",
    "[\\- JPN] [a \\- JPN] [a \\/ b] [JPN\\: c] \\[d] [e\\]]",
    "[ - JPN] [/] [/ - EU] [a - JPN /] [- - JPN]",
    "[a [b] [c] - JPN] [[d]] [[e] / f]",
    "*[a* **b]** [*c] d* `[` <b title=\"[\">",
    "[^1]: a\n\n[^2]: (b)\n\n[^3]: c d\n\n[x]: y\n\n[^z][a]",
    "[Agreed ad ref]\n\na [Agreed ad ref] [Agreed ad ref]\n\n[Agreed ad ref] <!-- x -->",
    "| a | b\n|---\n| c [d\n| e]\n\n|\n",
    "\u00A0a\u00A0 \u3000b\u3000 \u200Bc",
    "e\u0301 *e\u0301* [e\u0301](e\u0301) `e\u0301`",
    "\u0600*a*\u0600 \u2014*b*\u2014 x*\u2014c\u2014*y",
    "\u0700 \\[a\\] \u0701 [b]",
    "[a\n\nb / c - JPN]\n\n- [d\n- e]\n",
    "a ]( b ](c) ]: d ] [ e",
    "Setext *a\nb*\n===\n\nx\\\ny\n---\n",
    "\ta\n\n-\tb\n\n\t\tc\n",
    "<div>\n*a*\n\n</div>\n\n<!-- a\n\nb -->\n\n<pre>\n\n\n</pre>\n",
    "<!-- op a --> <!-- op b -->\n\n<!-- op c\n-->\n\nx <!-- op d --> y\n",
};

START_TEST(is_a_fixed_point)
{
  keeps_properties(tricky[_i], NULL, TRUE, tricky[_i]);
}
END_TEST

/* Each character up to U+FFFF, behind a dash and before an accent, is normalized as by GLib. */
START_TEST(normalises)
{
  for (gunichar c = 0x80; c < 0x10000; c++) {
    if (!g_unichar_validate(c) || g_unichar_type(c) == G_UNICODE_UNASSIGNED)
      continue;
    char letter[8] = {0};
    g_unichar_to_utf8(c, letter);
    char *text = g_strdup_printf("a\u2014%s \u2013%s\u0301", letter, letter);
    g_autofree char *expected = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
    gsize length = strlen(text);
    g_autofree char *normal = adref_nfc(text, &length);
    ck_assert_str_eq(normal, expected);
    ck_assert_uint_eq(length, strlen(expected));
    g_autofree char *alone = g_strdup(letter),
                    *kept = g_utf8_normalize(letter, -1, G_NORMALIZE_NFC);
    length = strlen(alone);
    alone = adref_nfc(g_steal_pointer(&alone), &length);
    ck_assert_str_eq(alone, kept);
  }
}
END_TEST

START_TEST(is_a_fixed_point_of_generated_texts)
{
  enum {
    TEXTS = 2000
  };
  for (guint n = 0, count = environment_count(NULL, TEXTS); n < count; n++) {
    Generator generator = {n};
    g_autoptr(GPtrArray) blocks = generate_blocks(&generator);
    g_autofree char *front = generate_front_matter(&generator), *words = join_blocks(blocks);
    g_autofree char *text = g_strconcat(front, words, NULL), *where = g_strdup_printf("text %u", n);
    AdrefMarkdownReadOptions how = {.outside_statement = n % 2 == 1};
    keeps_properties(text, &how, TRUE, where);
  }
}
END_TEST

/* "e", then marks below and above by turns, then "x". */
static char *pile(guint marks)
{
  GString *text = g_string_new("e");
  for (guint i = 0; i < marks; i++)
    g_string_append(text, i % 2 ? "\314\226" : "\314\201");
  g_string_append(text, "xe\314\201");
  return g_string_free(text, FALSE);
}

static void normalises_like_glib(guint marks)
{
  g_autofree char *text = pile(marks);
  g_autofree char *expected = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
  g_autofree char *again = adref_nfc_normalize(text, strlen(text), G_NORMALIZE_NFC);
  gsize length = strlen(text);
  g_autofree char *normal = adref_nfc(g_steal_pointer(&text), &length);
  ck_assert_str_eq(normal, expected);
  ck_assert_str_eq(again, expected);
}

/* More marks on one letter stay as they are, what follows does not, and a million take no time. */
START_TEST(leaves_piles_of_marks)
{
  normalises_like_glib(ADREF_NFC_MAX_MARKS);
  ck_assert_int_eq(ADREF_NFC_MAX_MARKS, 64);
  static const guint counts[] = {ADREF_NFC_MAX_MARKS + 1, 1000000};
  for (gsize i = 0; i < G_N_ELEMENTS(counts); i++) {
    g_autofree char *text = pile(counts[i]);
    gsize length = strlen(text), kept = length - strlen("e\314\201");
    g_autofree char *expected = g_strdup_printf("%.*s\303\251", (int)kept, text);
    g_autofree char *again = adref_nfc_normalize(text, length, G_NORMALIZE_NFC);
    g_autofree char *normal = adref_nfc(g_steal_pointer(&text), &length);
    ck_assert_str_eq(normal, expected);
    ck_assert_str_eq(again, expected);
    ck_assert_uint_eq(length, strlen(expected));
  }
}
END_TEST

TCase *tcase_canonical(void)
{
  TCase *tcase = tcase_create("canonical");
  tcase_add_loop_test(tcase, compares_alike_clauses, 0, G_N_ELEMENTS(alike));
  tcase_add_loop_test(tcase, stays_the_same_clause, 0, G_N_ELEMENTS(same));
  tcase_add_loop_test(tcase, becomes_another_clause, 0, G_N_ELEMENTS(other));
  tcase_add_test(tcase, leaves_notes_out_of_hashes);
  tcase_add_test(tcase, a_heading_is_hashed_with_its_level);
  tcase_add_test(tcase, leaves_a_note_in_the_middle_out_of_hashes);
  tcase_add_loop_test(tcase, stays_the_same_text, 0, G_N_ELEMENTS(same_text));
  tcase_add_loop_test(tcase, becomes_another_text, 0, G_N_ELEMENTS(other_text));
  tcase_add_test(tcase, keeps_clauses_apart);
  tcase_add_test(tcase, writes_one_clause);
  tcase_add_test(tcase, writes_nothing_for_nothing);
  tcase_add_test(tcase, normalises);
  tcase_add_test(tcase, leaves_piles_of_marks);
  tcase_add_loop_test(tcase, writes_what_is_at_a_limit, 0, G_N_ELEMENTS(limits));
  tcase_add_test(tcase, says_where_clauses_begin);
  tcase_add_loop_test(tcase, is_a_fixed_point, 0, G_N_ELEMENTS(tricky));
  tcase_add_test(tcase, is_a_fixed_point_of_generated_texts);
  return tcase;
}
