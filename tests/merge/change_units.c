/* Changes of a redline that are taken and refused one by one. */
#include "clause/proposals/change_units.h"

#include "generate.h"
#include "merge/cases.h"
#include "parties.h"

enum {
  QUICK_PAIRS = 1500
};

static GPtrArray *list(const AdrefNode *redline)
{
  return adref_change_units_list(redline);
}

/* The canonical form of a text with the numbers that its clauses have. The number in a reference to
 * the only operative clause, which has none, is that of either text. */
static GString *renumbered(const AdrefNode *text, const AdrefMarkdownReadOptions *how)
{
  g_autoptr(GString) once = adref_canonical(text);
  g_autoptr(AdrefNode) read = read_text(once->str, how, NULL);
  GString *canonical = adref_canonical(read);
  g_string_replace(canonical, "[paragraph 1](", "[paragraph](", 0);
  g_string_replace(canonical, "[paragraph 2](", "[paragraph](", 0);
  return canonical;
}

static void is_text(const AdrefNode *text, const AdrefNode *expected,
                    const AdrefMarkdownReadOptions *how, const char *where)
{
  g_autoptr(GString) is = renumbered(text, how), wanted = renumbered(expected, how);
  ck_assert_msg(g_string_equal(is, wanted), "%s: another text", where);
}

/* Every mark is of one unit. */
static void is_complete(const AdrefNode *redline, const GPtrArray *units, const char *where)
{
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < units->len; i++) {
    const AdrefChangeUnit *unit = units->pdata[i];
    ck_assert_uint_gt(unit->clauses->len, 0);
    for (guint n = 0; n < unit->nodes->len; n++)
      ck_assert_msg(g_hash_table_add(seen, unit->nodes->pdata[n]) ||
                        unit->kind == ADREF_CHANGE_UNIT_WHOLE,
                    "%s: a node twice", where);
  }
  AdrefWalk walk = adref_walk(redline);
  while (adref_walk_next(&walk))
    ck_assert_msg(walk.node->mark == ADREF_KEPT || g_hash_table_contains(seen, walk.node),
                  "%s: a mark without a unit: %u of type %u in %u", where, walk.node->mark,
                  walk.node->type, walk.node->parent->type);
}

static AdrefNode *decide(const AdrefNode *redline, const GPtrArray *units, guint64 refused)
{
  g_auto(AdrefChangeDecisions) decisions;
  adref_change_decisions_init(&decisions);
  for (guint i = 0; i < units->len; i++)
    if (refused >> (i % 64) & 1)
      adref_change_decisions_add(&decisions, units->pdata[i], ADREF_CHANGE_REFUSED, NULL);
  return adref_decide_changes(redline, &decisions);
}

static guint pair_count(void)
{
  return environment_count("ADREF_PAIRS", QUICK_PAIRS);
}

/* What is decided at random is a text: read again, it is the same. */
static void stays_a_text(const AdrefNode *redline, const GPtrArray *units, guint seed,
                         const AdrefMarkdownReadOptions *how, const char *where)
{
  guint64 draw = (seed + 1) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
  for (guint i = 0; i < 3; i++) {
    draw ^= draw >> 29;
    draw *= G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    g_autoptr(AdrefNode) some = decide(redline, units, draw);
    g_autoptr(GString) once = renumbered(some, how);
    g_autoptr(AdrefNode) read = read_text(once->str, how, NULL);
    g_autoptr(GString) twice = renumbered(read, how);
    ck_assert_msg(g_string_equal(once, twice), "%s: no fixed point", where);
  }
}

START_TEST(pairs_are_decided)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions how = {.parties = parties};
  guint count = pair_count();
  for (guint n = 0; n < count; n++) {
    Generator generator = {n};
    how.outside_statement = n % 2 == 1;
    g_autoptr(GPtrArray) before = generate_blocks(&generator);
    g_autoptr(GPtrArray) after = generate_version(&generator, before);
    g_autofree char *old_text = join_blocks(before), *new_text = join_blocks(after);
    g_autoptr(AdrefNode) old = read_text(old_text, &how, NULL);
    g_autoptr(AdrefNode) new = read_text(new_text, &how, NULL);
    g_autoptr(AdrefNode) redline = adref_diff(old, new, NULL);
    g_autoptr(GPtrArray) units = list(redline);
    g_autofree char *where = g_strdup_printf("pair %u", n);
    is_complete(redline, units, where);
    g_autoptr(AdrefNode) all = decide(redline, units, 0), none = decide(redline, units, ~0ULL);
    is_text(all, new, &how, where);
    is_text(none, old, &how, where);
    stays_a_text(redline, units, n, &how, where);
  }
}
END_TEST

/* Labels that one of the two texts counts so are not counted anew. */
START_TEST(gaps_in_labels_stay)
{
  static const char *const texts[] = {"(a) meet;\\\n(b) report;\\\n(c) pay.\n",
                                      "(a) meet;\\\n(c) pay.\n", "(a) meet;\\\n(d) pay.\n"};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    for (gsize k = 0; k < G_N_ELEMENTS(texts); k++) {
      g_autoptr(AdrefNode) old = read_text(texts[i], NULL, NULL);
      g_autoptr(AdrefNode) new = read_text(texts[k], NULL, NULL);
      g_autoptr(AdrefNode) redline = adref_diff(old, new, NULL);
      g_autoptr(GPtrArray) units = list(redline);
      g_autoptr(AdrefNode) all = decide(redline, units, 0), none = decide(redline, units, ~0ULL);
      is_text(all, new, NULL, texts[k]);
      is_text(none, old, NULL, texts[i]);
    }
}
END_TEST

TCase *tcase_change_units(void)
{
  TCase *tcase = tcase_create("change_units");
  tcase_set_timeout(tcase, 300);
  tcase_add_test(tcase, pairs_are_decided);
  tcase_add_test(tcase, gaps_in_labels_stay);
  return tcase;
}
