/* The redlines of long generated texts, in short: what the limits of merge/ decide shows only in
 * them. ADREF_UPDATE=1 writes large.txt anew; read the difference before it is committed.
 *
 * A text has a line "== kind number", then a line for each clause that changed: its place, its
 * change, and "=12 -3 +2" for 12 words kept, 3 deleted, 2 inserted; where a node was put around
 * words or taken away stands "(" or "~" and a letter for emphasis, strong emphasis, link, bracket,
 * alternative. */
#include <string.h>

#include "clause/words.h"
#include "generate.h"
#include "merge/cases.h"
#include "parties.h"

#define RESULTS "tests/merge/large.txt"

static const char *const words[] = {
    "we",     "the",    "shall",  "peace",  "trade", "of",   "and",  "to",    "growth", "people",
    "a",      "energy", "region", "sea",    "law",   "in",   "60",   "trust", "for",    "Members",
    "safety", "supply", "may",    "chains", "with",  "by",   "laws", "ports", "young",  "on",
    "its",    "1.5",    "will",   "states", "open",  "free", "more", "ocean", "rules",  "work"};

/* So many words, from the first `variety` ones, in sentences. */
static void add_words(Generator *generator, GString *out, guint count, guint variety)
{
  for (guint i = 0; i < count; i++) {
    guint end = generate_number(generator, 14);
    g_string_append_printf(out, "%s%s%s", i > 0 ? " " : "",
                           words[generate_number(generator, variety)],
                           end == 0   ? ","
                           : end == 1 ? "."
                                      : "");
  }
}

static char *draw_words(Generator *generator, guint count, guint variety)
{
  GString *out = g_string_new(NULL);
  add_words(generator, out, count, variety);
  return g_string_free(out, FALSE);
}

/* Runs of words exchanged, dropped, added or brought from elsewhere. */
static char *edit_words(Generator *generator, const char *from, guint one_in, guint variety)
{
  g_auto(GStrv) parts = g_strsplit(from, " ", -1);
  guint count = g_strv_length(parts);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < count; i++) {
    guint length = 1 + generate_number(generator, 4);
    guint kind = generate_number(generator, one_in) == 0 ? generate_number(generator, 4) : 4;
    g_string_append(out, out->len > 0 ? " " : "");
    if (kind == 0 || kind == 1)
      add_words(generator, out, length, variety);
    if (kind == 2)
      g_string_append(out, parts[generate_number(generator, count)]);
    if (kind == 1 || kind == 3)
      i += length - 1;
    else
      g_string_append_printf(out, "%s%s", kind == 4 ? "" : " ", parts[i]);
  }
  return g_string_free(out, FALSE);
}

/* Many paragraphs of a few words that all look alike. */
static void draw_paragraphs(Generator *generator, GPtrArray *old, GPtrArray *new)
{
  guint count = 20 + generate_number(generator, 50), variety = 10 + generate_number(generator, 30);
  guint most = 4 + generate_number(generator, 30), moves = 2 + generate_number(generator, 8);
  for (guint i = 0; i < count; i++) {
    char *text = draw_words(generator, 1 + generate_number(generator, most), variety);
    guint fate = generate_number(generator, 10);
    g_ptr_array_add(old, text);
    if (fate == 0)
      continue;
    char *now = fate < 6 ? edit_words(generator, text, 2 + fate * 2, variety) : g_strdup(text);
    guint place =
        generate_number(generator, moves) ? new->len : generate_number(generator, new->len + 1);
    g_ptr_array_insert(new, (int)place, now);
    if (fate == 1 || fate == 9)
      g_ptr_array_add(new, draw_words(generator, 1 + generate_number(generator, most), variety));
  }
}

/* One long paragraph. */
static void draw_long(Generator *generator, GPtrArray *old, GPtrArray *new)
{
  guint variety = 3 + generate_number(generator, 37);
  char *text = draw_words(generator, 100 + generate_number(generator, 700), variety);
  g_ptr_array_add(old, text);
  g_ptr_array_add(new, edit_words(generator, text, 2 + generate_number(generator, 12), variety));
}

/* Words in nodes, which open and close at other places in the other text. */
static char *add_nodes(Generator *generator, const char *text, guint one_in)
{
  static const char *const nodes[][2] = {{"*", "*"},     {"**", "**"},     {"[", "]"},
                                         {"[", "](#a)"}, {"[", " - JPN]"}, {"[", " / so]"}};
  g_auto(GStrv) parts = g_strsplit_set(text, " ,.", -1);
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
  GString *out = g_string_new("We");
  for (guint i = 0; parts[i]; i++) {
    guint kind = generate_number(generator, one_in);
    gboolean opens = kind == 0 && open->len < 6, closes = kind == 1 && open->len > 0;
    guint node = generate_number(generator, G_N_ELEMENTS(nodes));
    if (!*parts[i])
      continue;
    g_string_append_printf(out, " %s%s", opens ? nodes[node][0] : "", parts[i]);
    if (opens)
      g_array_append_val(open, node);
    if (closes) {
      g_string_append(out, nodes[g_array_index(open, guint, open->len - 1)][1]);
      g_array_set_size(open, open->len - 1);
    }
  }
  while (open->len > 0) {
    g_string_append(out, nodes[g_array_index(open, guint, open->len - 1)][1]);
    g_array_set_size(open, open->len - 1);
  }
  return g_string_free(out, FALSE);
}

static void draw_nested(Generator *generator, GPtrArray *old, GPtrArray *new)
{
  guint variety = 5 + generate_number(generator, 35), one_in = 4 + generate_number(generator, 12);
  g_autofree char *text = draw_words(generator, 20 + generate_number(generator, 120), variety);
  g_autofree char *other = edit_words(generator, text, 3 + generate_number(generator, 12), variety);
  g_ptr_array_add(old, add_nodes(generator, text, one_in));
  g_ptr_array_add(new, add_nodes(generator, other, one_in));
}

/* In short */

typedef struct {
  GString *out;
  AdrefChangeMark mark;
  gsize count; /* words of the run that is open */
} Summary;

static void end_run(Summary *self)
{
  static const char signs[] = {[ADREF_KEPT] = '=',
                               [ADREF_DELETED] = '-',
                               [ADREF_INSERTED] = '+',
                               [ADREF_UNWRAPPED] = '~',
                               [ADREF_WRAPPED] = '('};
  if (self->count > 0)
    g_string_append_printf(self->out, " %c%" G_GSIZE_FORMAT, signs[self->mark], self->count);
  self->count = 0;
}

static char letter_of(AdrefNodeType type)
{
  static const char letters[] = {[ADREF_EMPH] = 'e',
                                 [ADREF_STRONG] = 's',
                                 [ADREF_LINK] = 'l',
                                 [ADREF_BRACKET] = 'b',
                                 [ADREF_ALTERNATIVE] = 'a'};
  return type < G_N_ELEMENTS(letters) && letters[type] ? letters[type] : 'x';
}

static void add_node(Summary *self, const AdrefNode *node)
{
  if (node->type == ADREF_TEXT) {
    g_autoptr(GArray) found = adref_words(node->text, node->length, NULL);
    if (node->mark != self->mark)
      end_run(self);
    self->mark = node->mark;
    self->count += found->len;
  } else if (node->mark == ADREF_WRAPPED || node->mark == ADREF_UNWRAPPED) {
    end_run(self);
    g_string_append_printf(self->out, " %c%c", node->mark == ADREF_WRAPPED ? '(' : '~',
                           letter_of(node->type));
  }
}

static void add_clause(GString *out, const AdrefNode *clause, guint place)
{
  const AdrefChange *change = clause->as.clause->change;
  if (!change)
    return;
  Summary summary = {out, ADREF_KEPT, 0};
  g_string_append_printf(out, "%u %s", place, adref_change_word(change->type));
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.entering)
      add_node(&summary, walk.node);
  end_run(&summary);
  g_string_append_c(out, '\n');
}

static char *redline_in_short(const GPtrArray *before, const GPtrArray *after)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions how = {.parties = parties};
  g_autofree char *old_text = join_blocks(before), *new_text = join_blocks(after);
  g_autoptr(AdrefNode) old = read_text(old_text, &how, NULL);
  g_autoptr(AdrefNode) new = read_text(new_text, &how, NULL);
  g_autoptr(AdrefNode) redline = adref_diff(old, new, "en");
  GString *out = g_string_new(NULL);
  guint place = 0;
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    add_clause(out, clause, ++place);
  return g_string_free(out, FALSE);
}

static const struct {
  const char *name;
  void (*draw)(Generator *generator, GPtrArray *old, GPtrArray *new);
  guint count;
} kinds[] = {
    {"paragraphs", draw_paragraphs, 24}, {"words", draw_long, 24}, {"nodes", draw_nested, 40}};

START_TEST(long_texts_have_the_same_redline)
{
  g_autofree char *expected = NULL;
  g_autoptr(GString) actual = g_string_new(NULL);
  for (gsize k = 0; k < G_N_ELEMENTS(kinds); k++)
    for (guint n = 0; n < kinds[k].count; n++) {
      Generator generator = {n * 7919 + 1};
      g_autoptr(GPtrArray) old = g_ptr_array_new_with_free_func(g_free);
      g_autoptr(GPtrArray) new = g_ptr_array_new_with_free_func(g_free);
      kinds[k].draw(&generator, old, new);
      g_autofree char *result = redline_in_short(old, new);
      g_string_append_printf(actual, "== %s %u\n%s", kinds[k].name, n, result);
    }
  g_file_get_contents(RESULTS, &expected, NULL, NULL);
  gboolean same = g_strcmp0(expected, actual->str) == 0;
  if (!same && g_getenv("ADREF_UPDATE"))
    g_file_set_contents(RESULTS, actual->str, (gssize)actual->len, NULL);
  ck_assert_msg(same, "the redlines differ from " RESULTS
                      "; see git diff after a run with ADREF_UPDATE=1");
}
END_TEST

TCase *tcase_large(void)
{
  TCase *tcase = tcase_create("large");
  tcase_add_test(tcase, long_texts_have_the_same_redline);
  return tcase;
}
