#include "clause/node.h"

#include "clause/cases.h"

enum {
  DEEP = 200000
};

/* A paragraph with "one", emphasis of "two", "three". */
static AdrefNode *new_paragraph(void)
{
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH), *emphasis = adref_node_new(ADREF_EMPH);
  adref_node_append(paragraph, adref_node_new_text(ADREF_TEXT, "one ", -1));
  adref_node_append(paragraph, emphasis);
  adref_node_append(emphasis, adref_node_new_text(ADREF_TEXT, "two", -1));
  adref_node_append(paragraph, adref_node_new_text(ADREF_TEXT, " three", -1));
  return paragraph;
}

static char *walked(const AdrefNode *root, AdrefNodeType skip)
{
  GString *steps = g_string_new(NULL);
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    const char *name = walk.node->text ? walk.node->text : (walk.node == root ? "root" : "emph");
    g_string_append_printf(steps, "%s%s,", walk.entering ? "+" : "-", name);
    if (walk.entering && walk.node->type == skip)
      adref_walk_skip(&walk);
  }
  return g_string_free(steps, FALSE);
}

START_TEST(walks_in_order)
{
  g_autoptr(AdrefNode) paragraph = new_paragraph();
  g_autofree char *steps = walked(paragraph, ADREF_DOCUMENT);
  ck_assert_str_eq(steps, "+root,+one ,-one ,+emph,+two,-two,-emph,+ three,- three,-root,");
}
END_TEST

START_TEST(skips_what_is_below)
{
  g_autoptr(AdrefNode) paragraph = new_paragraph();
  g_autofree char *steps = walked(paragraph, ADREF_EMPH);
  ck_assert_str_eq(steps, "+root,+one ,-one ,+emph,-emph,+ three,- three,-root,");
  g_autofree char *root = walked(paragraph, ADREF_PARAGRAPH);
  ck_assert_str_eq(root, "+root,-root,");
}
END_TEST

START_TEST(walks_a_part)
{
  g_autoptr(AdrefNode) paragraph = new_paragraph();
  g_autofree char *part = walked(paragraph->first->next, ADREF_DOCUMENT);
  ck_assert_str_eq(part, "+root,+two,-two,-root,");
  g_autofree char *leaf = walked(paragraph->last, ADREF_DOCUMENT);
  ck_assert_str_eq(leaf, "+ three,- three,");
}
END_TEST

START_TEST(frees_the_node_just_left)
{
  g_autoptr(AdrefNode) paragraph = new_paragraph();
  AdrefWalk walk = adref_walk(paragraph);
  while (adref_walk_next(&walk))
    if (!walk.entering && walk.node->type == ADREF_TEXT)
      adref_node_free(walk.node);
  g_autofree char *steps = walked(paragraph, ADREF_DOCUMENT);
  ck_assert_str_eq(steps, "+root,+emph,-emph,-root,");
}
END_TEST

/* Each child's neighbours and parent agree with the list of the parent. */
static void holds_together(const AdrefNode *parent, const char *expected)
{
  g_autoptr(GString) texts = g_string_new(NULL);
  const AdrefNode *prev = NULL;
  for (const AdrefNode *child = parent->first; child; prev = child, child = child->next) {
    ck_assert_ptr_eq(child->prev, prev);
    ck_assert_ptr_eq(child->parent, parent);
    g_string_append(texts, child->text);
  }
  ck_assert_ptr_eq(parent->last, prev);
  ck_assert_str_eq(texts->str, expected);
}

START_TEST(links_and_unlinks)
{
  g_autoptr(AdrefNode) parent = adref_node_new(ADREF_PARAGRAPH);
  AdrefNode *letters[4];
  for (guint i = 0; i < 4; i++)
    letters[i] = adref_node_new_text(ADREF_TEXT, &"abcd"[i], 1);
  adref_node_append(parent, letters[1]);
  adref_node_insert_before(letters[1], letters[0]);
  adref_node_append(parent, letters[3]);
  adref_node_insert_before(letters[3], letters[2]);
  holds_together(parent, "abcd");
  adref_node_unlink(letters[1]);
  holds_together(parent, "acd");
  adref_node_unlink(letters[0]);
  adref_node_unlink(letters[3]);
  holds_together(parent, "c");
  adref_node_append(parent, letters[0]);
  holds_together(parent, "ca");
  adref_node_free(letters[2]);
  adref_node_free(letters[0]);
  holds_together(parent, "");
  ck_assert_ptr_null(letters[1]->parent);
  adref_node_unlink(letters[1]);
  adref_node_free(letters[1]);
  adref_node_free(letters[3]);
}
END_TEST

START_TEST(frees_nothing)
{
  adref_node_free(NULL);
  adref_position_free(NULL);
}
END_TEST

START_TEST(forgets_a_freed_partner)
{
  g_autoptr(AdrefNode) document = read_plain("[one\n\ntwo]");
  AdrefNode *open = document->first->first->first, *close = document->last->first->last;
  ck_assert_ptr_eq(open->as.edge.partner, close);
  ck_assert_ptr_eq(close->as.edge.partner, open);
  adref_node_free(open);
  ck_assert_ptr_null(close->as.edge.partner);
}
END_TEST

START_TEST(takes_text)
{
  g_autoptr(AdrefNode) node = adref_node_new_text(ADREF_TEXT, "words", 3);
  ck_assert_str_eq(node->text, "wor");
  ck_assert_uint_eq(node->length, 3);
  adref_node_take_text(node, g_strdup("more words"), 10);
  ck_assert_str_eq(node->text, "more words");
}
END_TEST

START_TEST(knows_blocks)
{
  g_autoptr(AdrefNode) document = read_plain("<!-- a -->\n\nwords <!-- b --> `c`\n\n- one\n");
  const AdrefNode *paragraph = document->first->next->first, *list = document->last->first;
  ck_assert(adref_node_is_block(document));
  ck_assert(adref_node_is_block(document->first->first));
  ck_assert(adref_node_is_block(paragraph));
  ck_assert(adref_node_is_block(list->first->first));
  for (const AdrefNode *child = paragraph->first; child; child = child->next)
    ck_assert(!adref_node_is_block(child));
}
END_TEST

START_TEST(collects_words)
{
  static const struct {
    const char *text;
    const char *words;
  } cases[] = {
      {"one *two*\n\nthree", "one two three"},
      {"[shall - JPN / should] act", "shall should act"},
      {"a\\\nb `c` <b>d</b><!-- e --> [f](g)", "a b c d f"},
      {"<!-- note JPN: x -->\n\n- a\n- b\n\n> c\n\n    d\n", "a b c d"},
      {"| a | b |\n| c | d |", "| a | b | | c | d |"},
      {"up to[^1] here. [Agreed ad ref]", "up to here."},
      {"inter*nation*al", "international"},
      {"", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(AdrefNode) document = read_plain(cases[i].text);
    g_autofree char *words = adref_node_words(document);
    ck_assert_str_eq(words, cases[i].words);
  }
}
END_TEST

START_TEST(finds_clauses_and_title)
{
  g_autoptr(AdrefNode) document =
      read_plain("## Section\n\n# The *Title* `x`\n\n# Another\n\n<!-- op act -->\nWe act.\n");
  ck_assert_str_eq(adref_clause_find(document, "act")->as.clause->id, "act");
  ck_assert_ptr_null(adref_clause_find(document, "rest"));
  g_autofree char *title = adref_document_title(document);
  ck_assert_str_eq(title, "The Title x");
  g_autoptr(AdrefNode) bare = read_plain("words\n\n## Section\n");
  ck_assert_ptr_null(adref_document_title(bare));
}
END_TEST

START_TEST(writes_positions)
{
  ck_assert_str_eq(adref_position_verb_word(ADREF_POSITION_SUPPORT), "");
  ck_assert_str_eq(adref_position_verb_word(ADREF_POSITION_OPPOSE), "oppose");
  ck_assert_str_eq(adref_clause_kind_word(ADREF_TITLE), "heading");
  ck_assert_str_eq(adref_clause_kind_word(ADREF_PLAN_ITEM), "item");
  g_autoptr(AdrefNode) document = read_plain("[x - JPN, AUS retain; EU delete]");
  const AdrefNode *alternative = document->first->first->first->first;
  const GPtrArray *groups = alternative->as.positions.groups;
  ck_assert_uint_eq(groups->len, 2);
  const AdrefPosition *first = groups->pdata[0], *second = groups->pdata[1];
  ck_assert_str_eq(first->parties[1], "AUS");
  ck_assert_ptr_null(first->parties[2]);
  ck_assert_int_eq(first->verb, ADREF_POSITION_RETAIN);
  ck_assert_int_eq(second->verb, ADREF_POSITION_DELETE);
  g_autofree char *text = adref_positions_text(groups), *none = adref_positions_text(NULL);
  ck_assert_str_eq(text, "JPN, AUS retain; EU delete");
  ck_assert_str_eq(none, "");
}
END_TEST

/* Emphasis nested DEEP times, which the reader never makes. */
static AdrefNode *new_deep(void)
{
  AdrefNode *document = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *clause = adref_node_new_clause(ADREF_OP, "deep");
  AdrefNode *at = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(document, clause);
  adref_node_append(clause, at);
  for (guint i = 0; i < DEEP; i++) {
    AdrefNode *node = adref_node_new(i % 2 ? ADREF_ALTERNATIVE : ADREF_BRACKET);
    adref_node_append(at, node);
    at = node;
  }
  adref_node_append(at, adref_node_new_text(ADREF_TEXT, "deep", -1));
  return document;
}

START_TEST(goes_deep)
{
  g_autoptr(AdrefNode) document = new_deep();
  guint steps = 0;
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk))
    steps++;
  ck_assert_uint_eq(steps, 2 * (DEEP + 4));
  g_autofree char *words = adref_node_words(document);
  ck_assert_str_eq(words, "deep");
  g_autofree char *hash = adref_clause_hash(document->first);
  g_autoptr(GString) canonical = adref_canonical(document);
  ck_assert_uint_gt(canonical->len, DEEP);
}
END_TEST

START_TEST(goes_deep_in_blocks)
{
  g_autoptr(AdrefNode) document = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *at = adref_node_new_clause(ADREF_OP, NULL);
  adref_node_append(document, at);
  for (guint i = 0; i < DEEP; i++) {
    AdrefNode *node = adref_node_new(ADREF_QUOTE);
    adref_node_append(at, node);
    at = node;
  }
  g_autofree char *words = adref_node_words(document);
  ck_assert_str_eq(words, "");
  adref_numbering_apply(document, &adref_numbering_default, NULL);
}
END_TEST

START_TEST(counts_and_finds)
{
  g_autoptr(AdrefNode) document = read_plain("*a* [b *c* / d].\n\n- *e*\n- f\n- g\n");
  g_autoptr(GPtrArray) emphasis = adref_node_find_all(document, ADREF_EMPH);
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < emphasis->len; i++)
    g_string_append(words, ((const AdrefNode *)emphasis->pdata[i])->first->text);
  ck_assert_str_eq(words->str, "ace");
  g_autoptr(GPtrArray) lists = adref_node_find_all(document, ADREF_LIST);
  ck_assert_uint_eq(lists->len, 1);
  ck_assert_uint_eq(adref_node_count_children(lists->pdata[0]), 3);
  g_autoptr(GPtrArray) itself = adref_node_find_all(lists->pdata[0], ADREF_LIST);
  ck_assert_ptr_eq(itself->pdata[0], lists->pdata[0]);
  ck_assert_uint_eq(adref_node_count_children(((AdrefNode *)emphasis->pdata[0])->first), 0);
}
END_TEST

START_TEST(first_words_end_early)
{
  g_autoptr(AdrefNode) document = read_plain("We act.\n\nThey act.\n\nAll act.\n");
  g_autofree char *first = adref_node_first_words(document, 7);
  ck_assert_str_eq(first, "We act. They act.");
  g_autofree char *fewer = adref_node_first_words(document, 6);
  ck_assert_str_eq(fewer, "We act.");
  g_autofree char *all = adref_node_first_words(document, 100);
  ck_assert_str_eq(all, "We act. They act. All act.");
  g_autoptr(AdrefNode) rules = adref_node_new(ADREF_DOCUMENT);
  for (guint i = 0; i < 499; i++)
    adref_node_append(rules, adref_node_new(ADREF_RULE));
  adref_node_append(rules, adref_node_new_text(ADREF_TEXT, "end", -1));
  g_autofree char *last = adref_node_first_words(rules, 100);
  ck_assert_str_eq(last, "end");
  adref_node_insert_before(rules->first, adref_node_new(ADREF_RULE));
  g_autofree char *none = adref_node_first_words(rules, 100);
  ck_assert_str_eq(none, "");
}
END_TEST

TCase *tcase_node(void)
{
  TCase *tcase = tcase_create("node");
  tcase_add_test(tcase, counts_and_finds);
  tcase_add_test(tcase, walks_in_order);
  tcase_add_test(tcase, skips_what_is_below);
  tcase_add_test(tcase, walks_a_part);
  tcase_add_test(tcase, frees_the_node_just_left);
  tcase_add_test(tcase, links_and_unlinks);
  tcase_add_test(tcase, frees_nothing);
  tcase_add_test(tcase, forgets_a_freed_partner);
  tcase_add_test(tcase, takes_text);
  tcase_add_test(tcase, knows_blocks);
  tcase_add_test(tcase, collects_words);
  tcase_add_test(tcase, first_words_end_early);
  tcase_add_test(tcase, finds_clauses_and_title);
  tcase_add_test(tcase, writes_positions);
  tcase_add_test(tcase, goes_deep);
  tcase_add_test(tcase, goes_deep_in_blocks);
  return tcase;
}
