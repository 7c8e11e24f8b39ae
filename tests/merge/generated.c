/* Generated pairs. ADREF_PAIRS says how many; 100000 takes a minute. */
#include "generate.h"
#include "merge/cases.h"
#include "parties.h"
#include "view/criticmarkup/criticmarkup.h"

enum {
  QUICK_PAIRS = 3000,
  MOVES = 200,
  PARAGRAPHS = 80,
  FAR = 50,
  OTHER_WORDS = 3 /* the most pairs in a hundred of which the directions mark other words */
};

static guint pair_count(void)
{
  return environment_count("ADREF_PAIRS", QUICK_PAIRS);
}

/* The redline is the same when unchanged clauses are moved out of the new text, which can then be
 * freed before the redline. */
static void is_same_when_consumed(const AdrefNode *old, AdrefNode *new, const char *where)
{
  g_autoptr(AdrefNode) copied = adref_diff(old, new, NULL);
  g_autoptr(AdrefNode) taken = adref_diff_consume_new(old, new, NULL);
  adref_node_free(new);
  g_autoptr(GString) one = adref_criticmarkup_write(copied),
                     other = adref_criticmarkup_write(taken);
  ck_assert_msg(g_string_equal(one, other), "%s: copied\n%s--- taken\n%s---", where, one->str,
                other->str);
}

START_TEST(pairs_are_exact)
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
    g_autofree char *where = g_strdup_printf("pair %u", n);
    keeps_redline(old, new, where);
    is_empty_redline(old, where);
    is_same_when_consumed(old, g_steal_pointer(&new), where);
  }
}
END_TEST

static gint compare_words(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The words that have a mark, in the order of their bytes, one a line. */
static char *marked_words(const AdrefNode *redline, AdrefChangeMark mark)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func(g_free);
  AdrefWalk walk = adref_walk(redline);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || walk.node->type != ADREF_TEXT || walk.node->mark != mark)
      continue;
    g_auto(GStrv) words = g_strsplit(walk.node->text, " ", -1);
    for (char **word = words; *word; word++)
      if (**word)
        g_ptr_array_add(list, g_strdup(*word));
  }
  g_ptr_array_sort(list, compare_words);
  g_ptr_array_add(list, NULL);
  return g_strjoinv("\n", (char **)list->pdata);
}

static gboolean mark_the_same(const AdrefNode *old, const AdrefNode *new)
{
  g_autoptr(AdrefNode) there = adref_diff(old, new, NULL), back = adref_diff(new, old, NULL);
  g_autofree char *gone = marked_words(there, ADREF_DELETED),
                  *came = marked_words(there, ADREF_INSERTED),
                  *gone_back = marked_words(back, ADREF_DELETED),
                  *came_back = marked_words(back, ADREF_INSERTED);
  return strcmp(gone, came_back) == 0 && strcmp(came, gone_back) == 0;
}

START_TEST(both_directions_mark_the_same_words)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions how = {.parties = parties};
  guint count = pair_count(), other = 0;
  for (guint n = 0; n < count; n++) {
    Generator generator = {n};
    g_autoptr(GPtrArray) before = generate_blocks(&generator);
    g_autoptr(GPtrArray) after = generate_version(&generator, before);
    g_autofree char *old_text = join_blocks(before), *new_text = join_blocks(after);
    g_autoptr(AdrefNode) old = read_text(old_text, &how, NULL);
    g_autoptr(AdrefNode) new = read_text(new_text, &how, NULL);
    other += mark_the_same(old, new) ? 0 : 1;
  }
  ck_assert_msg(other * 100 <= count * OTHER_WORDS, "%u of %u", other, count);
}
END_TEST

/* One paragraph of a long text moves and has one word in five changed; others are edited where they
 * are. Where it passes only one or two, they may as well be said to have moved. */
typedef struct {
  guint found, wrong;
} Moves;

static gboolean is_moved(const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  return change && change->type == ADREF_CHANGE_MOVED;
}

static void count_moves(const AdrefNode *redline, const char *expected, gboolean near, Moves *moves)
{
  g_autoptr(AdrefNode) after = adref_accept_changes(redline);
  const AdrefNode *clause = redline->first, *now = after->first;
  gboolean found = FALSE;
  for (; clause; clause = clause->next) {
    if (clause->mark == ADREF_DELETED)
      continue;
    g_autofree char *words = adref_node_words(now);
    gboolean right = near || strcmp(words, expected) == 0;
    found = found || (is_moved(clause) && right);
    moves->wrong += is_moved(clause) && !right ? 1 : 0;
    now = now->next;
  }
  moves->found += found ? 1 : 0;
}

static void move_and_edit(Generator *generator, Moves *moves)
{
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < PARAGRAPHS; i++)
    g_ptr_array_add(before, generate_prose(generator, 12 + generate_number(generator, 70)));
  for (guint i = 0; i < PARAGRAPHS; i++) {
    gboolean edit = generate_number(generator, 5) == 0;
    g_ptr_array_add(after, edit ? generate_edit(generator, before->pdata[i], 8)
                                : g_strdup(before->pdata[i]));
  }
  guint from = generate_number(generator, PARAGRAPHS - FAR - 1);
  guint to = from + 1 + generate_number(generator, FAR);
  g_ptr_array_remove_index(after, from);
  char *moved = generate_edit(generator, before->pdata[from], 5);
  g_ptr_array_insert(after, (int)to, moved);
  g_autofree char *old_text = join_blocks(before), *new_text = join_blocks(after);
  g_autoptr(AdrefNode) old = read_text(old_text, NULL, NULL), new = read_text(new_text, NULL, NULL);
  g_autoptr(AdrefNode) redline = adref_diff(old, new, NULL);
  count_moves(redline, moved, to - from <= 2, moves);
}

START_TEST(finds_paragraphs_that_moved_and_changed)
{
  Generator generator = {1973};
  Moves moves = {0};
  for (guint n = 0; n < MOVES; n++)
    move_and_edit(&generator, &moves);
  ck_assert_msg(moves.found * 100 >= MOVES * 95, "found %u of %u", moves.found, MOVES);
  ck_assert_msg(moves.wrong * 100 < MOVES, "%u wrong in %u texts", moves.wrong, MOVES);
}
END_TEST

TCase *tcase_generated(void)
{
  TCase *tcase = tcase_create("generated");
  tcase_set_timeout(tcase, 3600);
  tcase_add_test(tcase, pairs_are_exact);
  tcase_add_test(tcase, both_directions_mark_the_same_words);
  tcase_add_test(tcase, finds_paragraphs_that_moved_and_changed);
  return tcase;
}
