#include "merge/compare/align_tokens.h"

#include "merge/cases.h"
#include "merge/compare/clause_matching.h"
#include "merge/compare/myers.h"

#include "generate.h"

typedef struct {
  AdrefTokenizer tokens;
  AdrefAligner *aligner;
} Alignment;

/* The tokens of all blocks, with a BREAK between two of them. */
static GArray *tokens_of(Alignment *alignment, const AdrefNode *document)
{
  AdrefReferenceNumbers references;
  adref_reference_numbers_init(&references, document, NULL);
  GArray *tokens = adref_token_array_new();
  g_autoptr(GArray) block = adref_token_array_new();
  AdrefWalk walk = adref_walk(document->first);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || !adref_node_holds_inlines(walk.node))
      continue;
    if (tokens->len > 0)
      adref_token_array_add_break(walk.node, tokens);
    g_array_set_size(block, 0);
    adref_tokenizer_add_block(&alignment->tokens, walk.node, &references, block);
    adref_token_array_append(tokens, adref_token_array_slice(block));
    adref_walk_skip(&walk);
  }
  adref_reference_numbers_clear(&references);
  return tokens;
}

/* The words of the new text; those without a match are in parentheses. */
static char *kept_words(const char *before, const char *after)
{
  Alignment alignment = {.aligner = adref_aligner_new()};
  adref_tokenizer_init(&alignment.tokens, NULL);
  g_autoptr(AdrefNode) old = read_text(before, NULL, NULL), new = read_text(after, NULL, NULL);
  g_autoptr(GArray) olds = tokens_of(&alignment, old), news = tokens_of(&alignment, new);
  g_autofree guint *matches = g_new(guint, olds->len + 1);
  g_autofree gboolean *kept = g_new0(gboolean, news->len + 1);
  adref_align_tokens(alignment.aligner, adref_token_array_slice(olds),
                     adref_token_array_slice(news), matches);
  for (guint i = 0, last = 0; i < olds->len; i++) {
    if (matches[i] == ADREF_NO_MATCH)
      continue;
    ck_assert_uint_ge(matches[i], last);
    ck_assert_uint_eq(g_array_index(olds, AdrefToken, i).id,
                      g_array_index(news, AdrefToken, matches[i]).id);
    last = matches[i];
    kept[last] = TRUE;
  }
  GString *out = g_string_new(NULL);
  for (guint j = 0; j < news->len; j++) {
    const AdrefToken *token = &g_array_index(news, AdrefToken, j);
    if (token->type == ADREF_TOKEN_BLOCK_BREAK)
      g_string_append(out, "|");
    if (!adref_token_is_content(token) || token->type == ADREF_TOKEN_ATOM)
      continue;
    g_string_append_printf(out, kept[j] ? "%s%.*s" : "%s(%.*s)", out->len ? " " : "",
                           (int)token->length, token->node->text + token->start);
  }
  adref_aligner_free(alignment.aligner);
  adref_tokenizer_clear(&alignment.tokens);
  return g_string_free(out, FALSE);
}

static const char *const aligned[][3] = {
    {"We shall act.", "We should act.", "We (should) act ."},
    {"- one\n- two", "- one\n- two\n- three", "one| two| (three)"},
    {"One two. Three four five.", "Three four five.", "Three four five ."},
    {"*a* b", "a b", "a b"},
    {"日本と東南アジア", "日本の東南アジア", "日本 (の) 東南アジア"},
};

START_TEST(aligns_words)
{
  g_autofree char *words = kept_words(aligned[_i][0], aligned[_i][1]);
  ck_assert_str_eq(words, aligned[_i][2]);
}
END_TEST

/* A sentence of few different words, so that many alignments cost the same. */
static char *generate_sentence(Generator *generator)
{
  static const char *const words[] = {"we", "act", "May", "30", ",", "of", "and", "shall", "Japan"};
  GString *sentence = g_string_new("So");
  for (guint i = 2 + generate_number(generator, 12); i > 0; i--)
    g_string_append_printf(sentence, " %s", words[generate_number(generator, G_N_ELEMENTS(words))]);
  g_string_append(sentence, ".");
  return g_string_free(sentence, FALSE);
}

/* Whichever of two texts is the old one, the same words stay. */
START_TEST(aligns_both_ways_alike)
{
  Generator generator = {40};
  for (guint round = 0; round < 400; round++) {
    g_autofree char *one = generate_sentence(&generator), *two = generate_sentence(&generator);
    Alignment alignment = {.aligner = adref_aligner_new()};
    adref_tokenizer_init(&alignment.tokens, NULL);
    g_autoptr(AdrefNode) old = read_text(one, NULL, NULL), new = read_text(two, NULL, NULL);
    g_autoptr(GArray) olds = tokens_of(&alignment, old), news = tokens_of(&alignment, new);
    g_autofree guint *there = g_new(guint, olds->len + 1), *back = g_new(guint, news->len + 1);
    AdrefTokenSlice before = adref_token_array_slice(olds), after = adref_token_array_slice(news);
    adref_align_tokens(alignment.aligner, before, after, there);
    adref_align_tokens(alignment.aligner, after, before, back);
    guint kept = 0;
    for (guint i = 0; i < olds->len; i++) {
      kept += there[i] != ADREF_NO_MATCH ? 1 : 0;
      ck_assert_msg(there[i] == ADREF_NO_MATCH || back[there[i]] == i, "%s\n%s", one, two);
    }
    for (guint j = 0; j < news->len; j++)
      kept -= back[j] != ADREF_NO_MATCH ? 1 : 0;
    ck_assert_uint_eq(kept, 0);
    adref_aligner_free(alignment.aligner);
    adref_tokenizer_clear(&alignment.tokens);
  }
}
END_TEST

static void keeps(const char *old, const char *new, guint kept)
{
  g_autoptr(AdrefAligner) aligner = adref_aligner_new();
  guint length = (guint)strlen(old), other = (guint)strlen(new);
  g_autofree AdrefElement *before = g_new(AdrefElement, length + 1);
  g_autofree AdrefElement *after = g_new(AdrefElement, other + 1);
  g_autofree guint *matches = g_new(guint, length + 1);
  for (guint i = 0; i < length; i++)
    before[i] = (AdrefElement){(guchar)old[i], ADREF_ELEMENT_WORD};
  for (guint j = 0; j < other; j++)
    after[j] = (AdrefElement){(guchar) new[j], ADREF_ELEMENT_WORD};
  adref_align_sequences(aligner, (AdrefSequence){before, length}, (AdrefSequence){after, other},
                        matches);
  guint count = 0;
  for (guint i = 0; i < length; i++)
    count += matches[i] != ADREF_NO_MATCH ? 1 : 0;
  ck_assert_msg(count == kept, "%s, %s: %u kept", old, new, count);
}

START_TEST(aligns_sequences)
{
  keeps("", "", 0);
  keeps("abc", "", 0);
  keeps("abc", "abc", 3);
  keeps("abc", "abxc", 3);
  keeps("abc", "xyz", 0);
  keeps("abcdef", "defabc", 3);
  keeps("aaaa", "aa", 2);
}
END_TEST

/* A long run of one element, with a few other elements in it. */
START_TEST(aligns_long_runs)
{
  GString *old = g_string_new(NULL), *new = g_string_new(NULL);
  for (guint i = 0; i < 5000; i++) {
    g_string_append_c(old, 'a');
    g_string_append(new, i % 1000 == 500 ? "ab" : "a");
  }
  g_string_prepend(new, "x");
  g_string_append(new, "y");
  keeps(old->str, new->str, 5000);
  keeps(new->str, old->str, 5000);
  g_string_free(old, TRUE);
  g_string_free(new, TRUE);
}
END_TEST

/* A sequence of words, made of `kinds` different ones, and another version of it. */
typedef struct {
  GArray *old, *new; /* of AdrefElement */
  guint *matches;
} SequencePair;

static void add_word(GArray *words, guint id)
{
  AdrefElement word = {id, ADREF_ELEMENT_WORD};
  g_array_append_val(words, word);
}

/* One word in `one_in` is exchanged, added or left out; then the halves may change places. */
static void make_pair(SequencePair *pair, Generator *generator, guint length, guint kinds,
                      guint one_in, gboolean turned)
{
  pair->old = g_array_new(FALSE, TRUE, sizeof(AdrefElement));
  pair->new = g_array_new(FALSE, TRUE, sizeof(AdrefElement));
  for (guint i = 0; i < length; i++)
    add_word(pair->old, generate_number(generator, kinds));
  for (guint i = 0; i < length; i++) {
    guint at = turned ? (i + length / 2) % length : i;
    guint edit = generate_number(generator, one_in) == 0 ? 1 + generate_number(generator, 3) : 0;
    if (edit == 0 || edit == 1)
      add_word(pair->new, g_array_index(pair->old, AdrefElement, at).id);
    if (edit == 1 || edit == 2)
      add_word(pair->new, generate_number(generator, kinds));
  }
  pair->matches = g_new(guint, length + 1);
}

static void clear_pair(SequencePair *pair)
{
  g_array_unref(pair->old);
  g_array_unref(pair->new);
  g_free(pair->matches);
}

static guint id_at(const GArray *words, guint i)
{
  return g_array_index(words, AdrefElement, i).id;
}

/* The most words that an alignment can keep. */
static guint longest_common(const SequencePair *pair)
{
  g_autofree guint *row = g_new0(guint, pair->new->len + 1);
  for (guint i = 0; i < pair->old->len; i++) {
    guint diagonal = 0;
    for (guint j = 0; j < pair->new->len; j++) {
      guint above = row[j + 1];
      gboolean same = id_at(pair->old, i) == id_at(pair->new, j);
      row[j + 1] = same ? diagonal + 1 : MAX(above, row[j]);
      diagonal = above;
    }
  }
  return row[pair->new->len];
}

static guint count_matches(const SequencePair *pair)
{
  guint count = 0, next = 0;
  for (guint i = 0; i < pair->old->len; i++) {
    guint j = pair->matches[i];
    if (j == ADREF_NO_MATCH)
      continue;
    ck_assert_uint_ge(j, next);
    ck_assert_uint_lt(j, pair->new->len);
    ck_assert_uint_eq(id_at(pair->old, i), id_at(pair->new, j));
    next = j + 1;
    count++;
  }
  return count;
}

/* The percentage of the words that could be kept which are kept, in ten pairs. */
static double share_kept(guint length, guint kinds, guint one_in, gboolean turned)
{
  g_autoptr(AdrefAligner) aligner = adref_aligner_new();
  Generator generator = {length + kinds};
  guint kept = 0, possible = 0;
  for (guint n = 0; n < 10; n++) {
    SequencePair pair;
    make_pair(&pair, &generator, length, kinds, one_in, turned);
    AdrefSequence old = {(const AdrefElement *)(gconstpointer)pair.old->data, pair.old->len};
    AdrefSequence new = {(const AdrefElement *)(gconstpointer)pair.new->data, pair.new->len};
    adref_align_sequences(aligner, old, new, pair.matches);
    kept += count_matches(&pair);
    possible += longest_common(&pair);
    clear_pair(&pair);
  }
  return 100.0 * kept / possible;
}

/* Few kinds of words leave no anchors; turned halves need more edits than Myers' algorithm looks
 * for. Where fewer are kept than now, a redline shows more words as changed. */
START_TEST(keeps_most_of_generated_sequences)
{
  static const struct {
    guint length, kinds, one_in;
    gboolean turned;
    double least;
  } cases[] = {
      {12, 4, 4, FALSE, 100},       {60, 10, 8, FALSE, 100},     {120, 20, 3, FALSE, 100},
      {400, 20, 10, FALSE, 100},    {400, 300, 10, FALSE, 100},  {600, 60, 40, TRUE, 98.98},
      {1000, 100, 8, TRUE, 99.06},  {1000, 30, 2, FALSE, 39.67}, {1000, 400, 3, FALSE, 99.56},
      {2000, 40, 20, FALSE, 21.16}, {700, 200, 9, TRUE, 93.54},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    double share = share_kept(cases[i].length, cases[i].kinds, cases[i].one_in, cases[i].turned);
    ck_assert_msg(share >= cases[i].least, "case %zu: %.3f per cent", i, share);
  }
}
END_TEST

/* So many edits are found, and not one more. */
START_TEST(looks_for_128_edits)
{
  for (guint edits = ADREF_MYERS_MAX_EDITS - 1; edits <= ADREF_MYERS_MAX_EDITS + 1; edits++) {
    g_autofree AdrefElement *words = g_new0(AdrefElement, edits + 1);
    gint64 budget = G_MAXINT64;
    guint match = ADREF_NO_MATCH;
    words[edits].id = 1;
    gboolean found = adref_myers_align((AdrefSequence){words + edits, 1},
                                       (AdrefSequence){words, edits + 1}, &budget, &match);
    ck_assert_int_eq(found, edits <= ADREF_MYERS_MAX_EDITS);
    ck_assert_uint_eq(match, found ? edits : ADREF_NO_MATCH);
  }
}
END_TEST

/* Matches by place as digits, "-" for none. */
static char *kept_in_order(const char *matches, const guint *weights)
{
  guint length = (guint)strlen(matches);
  g_autofree guint *places = g_new(guint, length + 1);
  for (guint i = 0; i < length; i++)
    places[i] = matches[i] == '-' ? ADREF_NO_MATCH : (guint)(matches[i] - '0');
  adref_keep_increasing_matches(places, length, weights);
  char *kept = g_strdup(matches);
  for (guint i = 0; i < length; i++)
    if (places[i] == ADREF_NO_MATCH)
      kept[i] = '-';
  return kept;
}

START_TEST(keeps_order)
{
  const guint weights[] = {9, 1, 1, 1};
  g_autofree char *light = kept_in_order("3012", NULL), *heavy = kept_in_order("3012", weights);
  g_autofree char *none = kept_in_order("--2-", NULL);
  ck_assert_str_eq(light, "-012");
  ck_assert_str_eq(heavy, "3---");
  ck_assert_str_eq(none, "--2-");
}
END_TEST

START_TEST(matches_clauses)
{
  g_autoptr(AdrefNode) old = read_text("<!-- op a -->\nAlpha.\n\n<!-- op b -->\nBeta.\n\n"
                                       "<!-- op a -->\nGamma with some words.",
                                       NULL, NULL);
  g_autoptr(AdrefNode) new = read_text("<!-- op b -->\nChanged.\n\n<!-- op c -->\n"
                                       "Gamma with some words.\n\n<!-- op d -->\nOther.",
                                       NULL, NULL);
  AdrefDiffWorker worker;
  AdrefClauseMatching match;
  adref_diff_worker_init(&worker, old, new, NULL);
  adref_clause_matching_init(&match, &worker, old, new);
  ck_assert_uint_eq(match.matches[0], ADREF_NO_MATCH);
  ck_assert_uint_eq(match.matches[1], 0);
  ck_assert_uint_eq(match.matches[2], 1);
  adref_clause_matching_clear(&match);
  adref_diff_worker_clear(&worker);
}
END_TEST

/* Signs that end a sentence, in several scripts, and signs that do not. */
START_TEST(ends_of_sentences)
{
  static const char *const ends[] = {".",  "!", "?", "。", "！", "？",
                                     "．", "؟", "۔", "။",  "។",  "།"};
  static const char *const others[] = {",", ";", ":", "…", "、", "・", "」", "，", "،", "؛", "၊"};
  for (gsize i = 0; i < G_N_ELEMENTS(ends) + G_N_ELEMENTS(others); i++) {
    gboolean is_end = i < G_N_ELEMENTS(ends);
    const char *sign = is_end ? ends[i] : others[i - G_N_ELEMENTS(ends)];
    g_autoptr(AdrefNode) text = adref_node_new_text(ADREF_TEXT, sign, -1);
    AdrefToken token = {
        .type = ADREF_TOKEN_PUNCTUATION, .node = text, .length = (guint)text->length};
    ck_assert_msg(adref_token_ends_sentence(&token) == is_end, "%s", sign);
  }
}
END_TEST

TCase *tcase_align_tokens(void)
{
  TCase *tcase = tcase_create("align_tokens");
  tcase_add_test(tcase, ends_of_sentences);
  tcase_add_loop_test(tcase, aligns_words, 0, G_N_ELEMENTS(aligned));
  tcase_add_test(tcase, aligns_both_ways_alike);
  tcase_add_test(tcase, aligns_sequences);
  tcase_add_test(tcase, aligns_long_runs);
  tcase_add_test(tcase, looks_for_128_edits);
  tcase_add_test(tcase, keeps_most_of_generated_sequences);
  tcase_add_test(tcase, keeps_order);
  tcase_add_test(tcase, matches_clauses);
  return tcase;
}
