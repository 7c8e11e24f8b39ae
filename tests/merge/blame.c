#include "merge/compare/blame.h"

#include "merge/cases.h"
#include "merge/compare/chunk_diff.h"
#include "merge/compare/chunks.h"
#include "merge/nonspace.h"

/* Versions are named by their places in the history, from 0; the blame numbers them from the
 * newest. */
typedef struct {
  const char *name;
  const char *texts[5]; /* oldest first */
  const char *expected; /* of the last one: words with the version that brought them in */
} History;

static const History histories[] = {
    {"one version", {"<!-- op a -->\nWe shall act."}, "0:We shall act."},
    {"a word",
     {"<!-- op a -->\nWe shall act.", "<!-- op a -->\nWe should act."},
     "0:We |1:should |0:act."},
    {"re-wrapped and spelt otherwise",
     {"<!-- op a -->\nWe shall *act* now and then.",
      "<!-- op a -->\nWe shall\n_act_ now\nand then."},
     "0:We shall /0:act/0: now and then."},
    {"moved",
     {"<!-- op a -->\nThe first clause has many words.\n\n<!-- op b -->\nThe second says more.\n",
      "<!-- op b -->\nThe second says more.\n\n<!-- op a -->\nThe first clause had many words.\n"},
     "0:The second says more./0:The first clause |1:had |0:many words."},
    {"moved without an id",
     {"The first clause has many words in it.\n\nThe second says more.\n\nA third one here.\n",
      "The second says more.\n\nA third one here.\n\nThe first clause had many words in it.\n"},
     "0:The second says more./0:A third one here./0:The first clause |1:had |0:many words in it."},
    {"renumbered",
     {"<!-- op a -->\nSee [paragraph 2](#b).\n\n<!-- op b -->\nWords of b.\n",
      "<!-- op a -->\nSee [paragraph 12 bis](#b).\n\n<!-- op b no=12bis -->\nWords of b.\n"},
     "0:See /0:paragraph 12 bis/0:./0:Words of b."},
    {"divided",
     {"<!-- op a -->\nThe leaders met in Tokyo for talks. The ministers met in Bali for work.\n",
      "<!-- op a -->\nThe leaders met in Tokyo for talks.\n\n<!-- op b -->\nThe ministers met in "
      "Bali for work.\n"},
     "0:The leaders met in Tokyo for talks./0:The ministers met in Bali for work."},
    {"joined",
     {"<!-- op a -->\nThe leaders met in Tokyo for talks.\n\n<!-- op b -->\nThe ministers met in "
      "Bali for work.\n",
      "<!-- op a -->\nThe leaders met in Tokyo for talks. The ministers met in Bali for much "
      "work.\n"},
     "0:The leaders met in Tokyo for talks. The ministers met in Bali for |1:much |0:work."},
    {"back and forth",
     {"<!-- op a -->\nWe shall act now.", "<!-- op a -->\nWe should act now.",
      "<!-- op a -->\nWe shall act now."},
     "0:We |2:shall |0:act now."},
    {"out and in",
     {"<!-- op a -->\nWe act.\n\n<!-- op b -->\nMany other words stand here.\n",
      "<!-- op a -->\nWe act.\n",
      "<!-- op a -->\nWe act.\n\n<!-- op b -->\nMany other words stand here.\n"},
     "0:We act./2:Many other words stand here."},
    {"brackets",
     {"<!-- op a -->\nWe shall act now.", "<!-- op a -->\nWe [shall - JPN / should - THA] act now.",
      "<!-- op a -->\nWe should act now."},
     "0:We |1:should |0:act now."},
    {"bracketed",
     {"<!-- op a -->\nWe shall act now.",
      "<!-- op a -->\nWe [shall - JPN / should - THA] act now."},
     "0:We /0:shall/1:should/0: act now."},
    {"an id of its own",
     {"We shall act now.\n\nAnd again.\n",
      "<!-- op a -->\nWe shall act now.\n\n<!-- op b -->\nAnd again.\n"},
     "0:We shall act now./0:And again."},
    {"no spaces between words",
     {"<!-- op a -->\n首脳は協力を歓迎した。", "<!-- op a -->\n首脳は訓練と協力を歓迎した。"},
     "0:首脳は|1:訓練と|0:協力を歓迎した。"},
    {"code that looks like markers",
     {"```\n<!-- op a -->\nx\n```\n", "```\n<!-- op a -->\nx y\n```\n\nMore.\n"},
     "0:<!-- op a -->\n|1:x y\n/1:More."},
    {"not text in between",
     {"<!-- op a -->\nWe act.", "<!-- op a -->\n\xff", "<!-- op a -->\nWe act."},
     "2:We act."},
    {"nothing before", {"", "<!-- op a -->\nWe act."}, "1:We act."},
    {"list",
     {"<!-- op a -->\nWe:\n\n- open ports and roads;\n- train people.\n",
      "<!-- op a -->\nWe:\n\n- train people;\n- open ports and roads;\n- trade.\n"},
     "0:We:/1:train people;/0:open ports and roads;/1:trade."},
    {"same clauses twice",
     {"Same.\n\nSame.\n", "Same.\n\nOther words.\n\nSame.\n\nSame.\n"},
     "0:Same./1:Other words./1:Same./0:Same."},
};

static GBytes *bytes_of(const char *text)
{
  return g_bytes_new_static(text, strlen(text));
}

/* "0:We |1:should |0:act." and a stroke between nodes; numbers of versions from the oldest. */
static char *describe(const AdrefNode *document, GHashTable *runs, guint count)
{
  GString *out = g_string_new(NULL);
  AdrefNonspaceNode letters;
  AdrefNonspaceWalk walk = adref_nonspace_walk(document);
  while (adref_nonspace_next(&walk, &letters)) {
    const GArray *list = g_hash_table_lookup(runs, letters.node);
    guint at = 0;
    for (guint i = 0; list && i < list->len; i++) {
      const AdrefBlameRun *run = &g_array_index(list, AdrefBlameRun, i);
      ck_assert_uint_eq(run->start, at);
      ck_assert_uint_lt(run->version, count);
      at += run->length;
      g_string_append_printf(out, "%s%u:%.*s", i > 0 ? "|" : (out->len > 0 ? "/" : ""),
                             count - 1 - run->version, (int)run->length,
                             letters.node->text + run->start);
    }
    if (list)
      ck_assert_uint_eq(at, letters.node->length);
  }
  return g_string_free(out, FALSE);
}

/* Traces the last of the texts through the others. */
static char *blame(const char *const *texts, guint count, const char *only)
{
  g_autoptr(GBytes) last = bytes_of(texts[count - 1]);
  g_autoptr(AdrefNode) document = read_text(texts[count - 1], NULL, NULL);
  const AdrefNode *clause = only ? adref_clause_find(document, only) : NULL;
  g_autoptr(AdrefBlame) self = adref_blame_new(last, document, clause, NULL, NULL);
  g_autoptr(AdrefBlameTrace) trace = adref_blame_start(self);
  for (guint i = 0; i < count && trace; i++) {
    AdrefBlameTrace *older = NULL;
    g_autoptr(GBytes) bytes = i + 1 < count ? bytes_of(texts[count - 2 - i]) : NULL;
    if (bytes)
      adref_blame_pass(self, trace, bytes, &older);
    adref_blame_assign(self, trace, i);
    ck_assert(adref_blame_trace_is_empty(trace));
    adref_blame_trace_free(trace);
    trace = older;
  }
  ck_assert(adref_blame_is_complete(self));
  g_autoptr(GHashTable) runs = adref_blame_runs(self);
  return describe(document, runs, count);
}

START_TEST(finds_origins)
{
  const History *history = &histories[_i];
  guint count = 0;
  while (count < G_N_ELEMENTS(history->texts) && history->texts[count])
    count++;
  g_autofree char *found = blame(history->texts, count, NULL);
  ck_assert_msg(strcmp(found, history->expected) == 0, "%s\nexpected %s\nfound    %s",
                history->name, history->expected, found);
}
END_TEST

START_TEST(traces_one_clause)
{
  const char *texts[] = {"<!-- op a -->\nWe shall act.\n\n<!-- op b -->\nThey wait.\n",
                         "<!-- op b -->\nThey wait.\n\n<!-- op a -->\nWe should act.\n"};
  g_autofree char *found = blame(texts, 2, "a"), *other = blame(texts, 2, "b");
  ck_assert_str_eq(found, "0:We |1:should |0:act.");
  ck_assert_str_eq(other, "0:They wait.");
}
END_TEST

/* A word of a merge belongs to the first parent that has it, else to the second, else to the merge.
 */
START_TEST(follows_parents)
{
  const char *merged = "<!-- op a -->\nWe firmly act.\n\n<!-- op b -->\nThey gladly wait, too.\n";
  const char *first = "<!-- op a -->\nWe firmly act.\n\n<!-- op b -->\nThey wait.\n";
  const char *second = "<!-- op a -->\nWe act.\n\n<!-- op b -->\nThey gladly wait.\n";
  g_autoptr(GBytes) bytes = bytes_of(merged), one = bytes_of(first), two = bytes_of(second);
  g_autoptr(AdrefNode) document = read_text(merged, NULL, NULL);
  g_autoptr(AdrefBlame) self = adref_blame_new(bytes, document, NULL, NULL, NULL);
  g_autoptr(AdrefBlameTrace) trace = adref_blame_start(self), to_one = NULL, to_two = NULL;
  adref_blame_pass(self, trace, one, &to_one);
  adref_blame_pass(self, trace, two, &to_two);
  adref_blame_assign(self, trace, 0);
  adref_blame_assign(self, to_one, 1);
  adref_blame_assign(self, to_two, 2);
  g_autoptr(GHashTable) runs = adref_blame_runs(self);
  g_autofree char *found = describe(document, runs, 3);
  ck_assert_str_eq(found, "1:We firmly act./1:They |0:gladly |1:wait|2:, too|1:.");
}
END_TEST

/* Two branches of a history join in one older text. */
START_TEST(joins_traces)
{
  const char *text = "<!-- op a -->\nWe act.\n\n<!-- op b -->\nThey wait.\n";
  const char *first = "<!-- op a -->\nWe act.\n", *second = "<!-- op b -->\nThey wait.\n";
  g_autoptr(GBytes) bytes = bytes_of(text), one = bytes_of(first), two = bytes_of(second);
  g_autoptr(AdrefNode) document = read_text(text, NULL, NULL);
  g_autoptr(AdrefBlame) self = adref_blame_new(bytes, document, NULL, NULL, NULL);
  g_autoptr(AdrefBlameTrace) trace = adref_blame_start(self), left = NULL, right = NULL,
                             root = NULL;
  adref_blame_pass(self, trace, one, &left);
  adref_blame_pass(self, trace, two, &right);
  ck_assert(adref_blame_trace_is_empty(trace));
  adref_blame_pass(self, left, bytes, &root);
  adref_blame_pass(self, right, bytes, &root);
  ck_assert(adref_blame_trace_is_empty(left) && adref_blame_trace_is_empty(right));
  adref_blame_assign(self, root, 0);
  ck_assert(adref_blame_is_complete(self));
}
END_TEST

START_TEST(rejects_texts_that_cannot_be_read)
{
  g_autoptr(GBytes) nothing = g_bytes_new(NULL, 0), some = bytes_of("We act.");
  g_autoptr(AdrefNode) came = adref_chunk_diff(nothing, some, NULL, NULL);
  g_autoptr(AdrefNode) went = adref_chunk_diff(some, nothing, NULL, NULL);
  g_autoptr(AdrefNode) none = adref_chunk_diff(nothing, nothing, NULL, NULL);
  ck_assert_uint_eq(came->first->mark, ADREF_INSERTED);
  ck_assert_uint_eq(went->first->mark, ADREF_DELETED);
  ck_assert_ptr_null(none->first);
}
END_TEST

/* --- generated histories --- */

enum {
  VERSIONS = 40,
  CLAUSES = 6,
  WORDS = 30
};

typedef struct {
  GRand *random;
  GPtrArray *clauses; /* of GArray of guint: the version that brought each word in */
  GPtrArray *ids;
  guint version, words;
} Talks;

static guint pick(Talks *talks, guint n)
{
  return (guint)g_rand_int_range(talks->random, 0, (gint32)n);
}

/* No word occurs twice; each says which version brought it in. */
static char *word(Talks *talks)
{
  return g_strdup_printf("v%uw%u", talks->version, talks->words++);
}

static void add_clause(Talks *talks)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < WORDS; i++)
    g_ptr_array_add(words, word(talks));
  guint at = pick(talks, talks->clauses->len + 1);
  g_ptr_array_insert(talks->clauses, (int)at, words);
  g_ptr_array_insert(talks->ids, (int)at, g_strdup_printf("c%u", talks->words));
}

static void move_clause(Talks *talks)
{
  guint from = pick(talks, talks->clauses->len), to = pick(talks, talks->clauses->len);
  gpointer words = g_ptr_array_steal_index(talks->clauses, from);
  gpointer id = g_ptr_array_steal_index(talks->ids, from);
  g_ptr_array_insert(talks->clauses, (int)to, words);
  g_ptr_array_insert(talks->ids, (int)to, id);
}

static void change_word(Talks *talks)
{
  GPtrArray *words = talks->clauses->pdata[pick(talks, talks->clauses->len)];
  guint at = pick(talks, words->len);
  if (pick(talks, 3) == 0 && words->len > WORDS / 2)
    g_ptr_array_remove_index(words, at);
  else if (pick(talks, 2) == 0)
    g_ptr_array_insert(words, (int)at, word(talks));
  else {
    g_free(words->pdata[at]);
    words->pdata[at] = word(talks);
  }
}

/* Line ends are at any place. */
static char *write_talks(Talks *talks, gboolean ids)
{
  GString *text = g_string_new("# Title\n");
  for (guint i = 0; i < talks->clauses->len; i++) {
    const GPtrArray *words = talks->clauses->pdata[i];
    g_string_append_c(text, '\n');
    if (ids)
      g_string_append_printf(text, "<!-- op %s -->\n", (char *)talks->ids->pdata[i]);
    for (guint j = 0; j < words->len; j++)
      g_string_append_printf(text, "%s%c", (char *)words->pdata[j],
                             j + 1 == words->len ? '\n' : (pick(talks, 8) == 0 ? '\n' : ' '));
  }
  return g_string_free(text, FALSE);
}

/* Each word "v3w17" belongs to version 3. */
static void is_true(const char *found, const char *where)
{
  g_auto(GStrv) runs = g_strsplit_set(found, "|/", -1);
  for (guint i = 1; runs[i]; i++) {
    guint64 version = g_ascii_strtoull(runs[i], NULL, 10);
    g_auto(GStrv) words = g_strsplit(strchr(runs[i], ':') + 1, " ", -1);
    for (char **p = words; *p; p++)
      if (**p)
        ck_assert_msg(g_ascii_strtoull(*p + 1, NULL, 10) == version,
                      "%s: %s is given to version %u\n%s", where, *p, (guint)version, found);
  }
}

static void add_up(const AdrefNode *redline, guint *deleted, guint *inserted)
{
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = clause->as.clause->change;
    *deleted += change ? change->deleted : 0;
    *inserted += change ? change->inserted : 0;
  }
}

/* The counts of the redline of differing chunks are those of the whole redline. */
static void counts_the_same(const char *old, const char *new, const char *where)
{
  guint all[2] = {0, 0}, some[2] = {0, 0};
  g_autoptr(AdrefNode) before = read_text(old, NULL, NULL), after = read_text(new, NULL, NULL);
  g_autoptr(AdrefNode) redline = adref_diff(before, after, NULL);
  g_autoptr(GBytes) was = bytes_of(old), is = bytes_of(new);
  g_autoptr(AdrefNode) excerpt = adref_chunk_diff(was, is, NULL, NULL);
  add_up(redline, &all[0], &all[1]);
  add_up(excerpt, &some[0], &some[1]);
  ck_assert_msg(all[0] == some[0] && all[1] == some[1], "%s: %u deleted, %u inserted; not %u, %u",
                where, all[0], all[1], some[0], some[1]);
}

START_TEST(finds_the_version_of_every_word)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  Talks talks = {.random = g_rand_new_with_seed((guint32)_i),
                 .clauses = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref),
                 .ids = g_ptr_array_new_with_free_func(g_free)};
  for (guint i = 0; i < CLAUSES; i++)
    add_clause(&talks);
  for (; talks.version < VERSIONS; talks.version++) {
    for (guint i = talks.version > 0 ? pick(&talks, 4) : 0; i > 0; i--)
      change_word(&talks);
    if (talks.version > 0 && pick(&talks, 4) == 0)
      move_clause(&talks);
    if (talks.version > 0 && pick(&talks, 10) == 0)
      add_clause(&talks);
    g_ptr_array_add(texts, write_talks(&talks, _i % 2 == 0));
  }
  g_autofree char *found = blame((const char *const *)texts->pdata, texts->len, NULL);
  g_autofree char *where = g_strdup_printf("history %d", _i);
  is_true(found, where);
  for (guint i = 1; i < texts->len; i++)
    counts_the_same(texts->pdata[i - 1], texts->pdata[i], where);
  g_rand_free(talks.random);
  g_ptr_array_unref(talks.clauses);
  g_ptr_array_unref(talks.ids);
}
END_TEST

/* Where each chunk of a text begins, in bytes. */
START_TEST(chunks_begin_at_blocks_or_markers)
{
  static const struct {
    const char *text, *starts;
  } texts[] = {
      {"", ""},
      {"a", " 0"},
      {"a\nb\n", " 0"},
      {"a\n\nb\n", " 0 3"},
      {"a\n \t\r\nb\n\n\nc\n", " 0 6 10"},
      {"a\n\n b\n\n\tc\n\nd\n", " 0 11"},
      {"a\n\n<!-- op -->\nb\n\nc\n<!-- pp -->\nd\n", " 0 3 20"},
      {"<!-- op -->\na <!-- pp -->\n<!-- note -->\nb\n\nc\n", " 0"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(GArray) chunks = adref_chunks_split(texts[i].text, strlen(texts[i].text));
    g_autoptr(GString) starts = g_string_new(NULL);
    gsize end = 0;
    for (guint k = 0; k < chunks->len; k++) {
      const AdrefChunk *chunk = &g_array_index(chunks, AdrefChunk, k);
      ck_assert_uint_eq(chunk->start, end);
      end += chunk->length;
      g_string_append_printf(starts, " %zu", chunk->start);
    }
    ck_assert_uint_eq(end, strlen(texts[i].text));
    ck_assert_msg(strcmp(starts->str, texts[i].starts) == 0, "%s:%s", texts[i].text, starts->str);
  }
}
END_TEST

TCase *tcase_blame(void)
{
  TCase *tcase = tcase_create("blame");
  tcase_add_loop_test(tcase, finds_origins, 0, G_N_ELEMENTS(histories));
  tcase_add_test(tcase, chunks_begin_at_blocks_or_markers);
  tcase_add_test(tcase, traces_one_clause);
  tcase_add_test(tcase, follows_parents);
  tcase_add_test(tcase, joins_traces);
  tcase_add_test(tcase, rejects_texts_that_cannot_be_read);
  tcase_add_loop_test(tcase, finds_the_version_of_every_word, 0, 40);
  return tcase;
}
