#include "clause/change.h"

#include "clause/cases.h"
#include "clause/markdown/canonical.h"

/* Appends a node with a mark. */
static AdrefNode *add(AdrefNode *parent, AdrefNodeType type, AdrefChangeMark mark)
{
  AdrefNode *node = adref_node_new(type);
  node->mark = mark;
  adref_node_append(parent, node);
  return node;
}

static AdrefNode *add_text(AdrefNode *parent, AdrefChangeMark mark, const char *words)
{
  AdrefNode *text = add(parent, ADREF_TEXT, mark);
  adref_node_take_text(text, g_strdup(words), strlen(words));
  return text;
}

static AdrefNode *add_clause(AdrefNode *document, AdrefClauseKind kind, const char *id,
                             AdrefChangeMark mark)
{
  AdrefNode *clause = adref_node_new_clause(kind, id);
  clause->mark = mark;
  adref_node_append(document, clause);
  return clause;
}

static AdrefChange *add_change(AdrefNode *clause, AdrefChangeType type)
{
  return clause->as.clause->change = adref_change_new(type);
}

/* Appends a clause with one paragraph. */
static AdrefNode *add_plain(AdrefNode *document)
{
  return add(add_clause(document, ADREF_PLAIN, NULL, ADREF_KEPT), ADREF_PARAGRAPH, ADREF_KEPT);
}

/* A text of a redline has this canonical form, no marks and no adjacent TEXT nodes. */
static void is_text(AdrefNode *text, const char *canonical)
{
  g_autoptr(GString) actual = adref_canonical(text);
  ck_assert_str_eq(actual->str, canonical);
  AdrefWalk walk = adref_walk(text);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    ck_assert_int_eq(node->mark, ADREF_KEPT);
    if (node->type == ADREF_TEXT && node->next)
      ck_assert_int_ne(node->next->type, ADREF_TEXT);
  }
}

static void is_redline(const AdrefNode *redline, const char *old, const char *new)
{
  g_autoptr(AdrefNode) before = adref_reject_changes(redline),
                       after = adref_accept_changes(redline);
  is_text(before, old);
  is_text(after, new);
}

START_TEST(resolves_words)
{
  g_autoptr(AdrefNode) redline = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *paragraph = add_plain(redline);
  add_text(paragraph, ADREF_KEPT, "We ");
  add_text(paragraph, ADREF_DELETED, "shall");
  add_text(paragraph, ADREF_INSERTED, "should");
  add_text(paragraph, ADREF_KEPT, " act.");
  is_redline(redline, "We shall act.\n", "We should act.\n");
}
END_TEST

START_TEST(resolves_a_node_around_words)
{
  g_autoptr(AdrefNode) redline = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *paragraph = add_plain(redline);
  add_text(paragraph, ADREF_KEPT, "We ");
  add_text(add(paragraph, ADREF_EMPH, ADREF_WRAPPED), ADREF_KEPT, "shall");
  add_text(paragraph, ADREF_KEPT, " make a ");
  AdrefNode *bracket = add(paragraph, ADREF_BRACKET, ADREF_UNWRAPPED);
  add_text(add(bracket, ADREF_ALTERNATIVE, ADREF_DELETED), ADREF_DELETED, "plan");
  add_text(add(bracket, ADREF_ALTERNATIVE, ADREF_UNWRAPPED), ADREF_KEPT, "promise");
  add_text(paragraph, ADREF_KEPT, ".");
  is_redline(redline, "We shall make a [plan / promise].\n", "We *shall* make a promise.\n");
}
END_TEST

START_TEST(resolves_attributes)
{
  g_autoptr(AdrefNode) redline = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *clause = add_clause(redline, ADREF_TITLE, NULL, ADREF_KEPT);
  AdrefNode *now = add(clause, ADREF_HEADING, ADREF_WRAPPED);
  AdrefNode *before = add(now, ADREF_HEADING, ADREF_UNWRAPPED);
  now->as.level = 2;
  before->as.level = 3;
  add_text(before, ADREF_KEPT, "Trade");
  is_redline(redline, "### Trade\n", "## Trade\n");
}
END_TEST

START_TEST(resolves_a_paragraph_that_was_split)
{
  g_autoptr(AdrefNode) redline = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *clause = add_clause(redline, ADREF_OP, "a", ADREF_KEPT);
  AdrefNode *first = add(clause, ADREF_PARAGRAPH, ADREF_KEPT);
  add_text(first, ADREF_KEPT, "One.");
  add_text(first, ADREF_DELETED, " ");
  AdrefNode *second = add(clause, ADREF_PARAGRAPH, ADREF_WRAPPED);
  add_text(second, ADREF_KEPT, "Two.");
  is_redline(redline, "<!-- op a -->\nOne. Two.\n", "<!-- op a -->\nOne.\n\nTwo.\n");
}
END_TEST

START_TEST(resolves_clauses_that_were_joined)
{
  g_autoptr(AdrefNode) redline = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *first = add_clause(redline, ADREF_OP, "a", ADREF_KEPT);
  AdrefNode *paragraph = add(first, ADREF_PARAGRAPH, ADREF_KEPT);
  add_text(paragraph, ADREF_KEPT, "One.");
  add_text(paragraph, ADREF_INSERTED, " ");
  AdrefNode *second = add_clause(redline, ADREF_OP, "b", ADREF_UNWRAPPED);
  add_text(add(second, ADREF_PARAGRAPH, ADREF_UNWRAPPED), ADREF_KEPT, "Two.");
  add_text(add(second, ADREF_PARAGRAPH, ADREF_KEPT), ADREF_KEPT, "Three.");
  is_redline(redline, "<!-- op a -->\nOne.\n\n<!-- op b -->\nTwo.\n\nThree.\n",
             "<!-- op a -->\nOne. Two.\n\nThree.\n");
}
END_TEST

START_TEST(resolves_items_that_were_split)
{
  g_autoptr(AdrefNode) redline = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *list = add(add_clause(redline, ADREF_PLAIN, NULL, ADREF_KEPT), ADREF_LIST, ADREF_KEPT);
  list->as.list.tight = TRUE;
  AdrefNode *first = add(list, ADREF_ITEM, ADREF_KEPT);
  AdrefNode *paragraph = add(first, ADREF_PARAGRAPH, ADREF_KEPT);
  add_text(paragraph, ADREF_KEPT, "One,");
  add_text(paragraph, ADREF_DELETED, " ");
  AdrefNode *second = add(list, ADREF_ITEM, ADREF_WRAPPED);
  add_text(add(second, ADREF_PARAGRAPH, ADREF_WRAPPED), ADREF_KEPT, "two");
  is_redline(redline, "- One, two\n", "- One,\n- two\n");
}
END_TEST

START_TEST(resolves_a_clause_that_moved)
{
  g_autoptr(AdrefNode) redline = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *left = add_clause(redline, ADREF_OP, "a", ADREF_DELETED);
  AdrefNode *stays = add_clause(redline, ADREF_OP, "b", ADREF_KEPT);
  add_text(add(stays, ADREF_PARAGRAPH, ADREF_KEPT), ADREF_KEPT, "Stays.");
  AdrefNode *moved = add_clause(redline, ADREF_OP, "a", ADREF_KEPT);
  AdrefNode *paragraph = add(moved, ADREF_PARAGRAPH, ADREF_KEPT);
  add_text(paragraph, ADREF_DELETED, "Went");
  add_text(paragraph, ADREF_INSERTED, "Gone");
  add_text(paragraph, ADREF_KEPT, ".");
  add_change(left, ADREF_CHANGE_MOVED_FROM)->other = moved;
  add_change(moved, ADREF_CHANGE_MOVED)->other = left;
  is_redline(redline, "<!-- op a -->\nWent.\n\n<!-- op b -->\nStays.\n",
             "<!-- op b -->\nStays.\n\n<!-- op a -->\nGone.\n");
}
END_TEST

START_TEST(resolves_markers_and_numbers)
{
  g_autoptr(AdrefNode) redline = read_plain("<!-- op a -->\nSee [paragraph 2](#b).\n\n"
                                            "<!-- op b from=x/y -->\nTwo.");
  AdrefChange *change = add_change(redline->last, ADREF_CHANGE_NONE);
  change->number = g_strdup("7");
  change->marker = adref_node_new_clause(ADREF_OP, "b");
  change->marker->as.clause->frozen = g_strdup("7");
  is_redline(redline, "<!-- op a -->\nSee [paragraph 7](#b).\n\n<!-- op b no=7 -->\nTwo.\n",
             "<!-- op a -->\nSee [paragraph 2](#b).\n\n<!-- op b from=x/y -->\nTwo.\n");
}
END_TEST

START_TEST(pairs_edges_anew)
{
  g_autoptr(AdrefNode) redline = read_plain("[One.\n\nTwo.]");
  AdrefNode *gone = add_clause(redline, ADREF_PLAIN, NULL, ADREF_DELETED);
  AdrefNode *paragraph = add(gone, ADREF_PARAGRAPH, ADREF_DELETED);
  add(paragraph, ADREF_BRACKET_EDGE, ADREF_DELETED);
  add_text(paragraph, ADREF_DELETED, "Three.");
  g_autoptr(AdrefNode) after = adref_accept_changes(redline),
                       before = adref_reject_changes(redline);
  const AdrefNode *edge = after->first->first->first;
  ck_assert_ptr_eq(edge->as.edge.partner, after->last->first->last);
  ck_assert_ptr_eq(edge->as.edge.partner->as.edge.partner, edge);
  is_text(before, "[One.\n\nTwo.]\n\n]Three.\n");
}
END_TEST

TCase *tcase_change(void)
{
  TCase *tcase = tcase_create("change");
  tcase_add_test(tcase, resolves_words);
  tcase_add_test(tcase, resolves_a_node_around_words);
  tcase_add_test(tcase, resolves_attributes);
  tcase_add_test(tcase, resolves_a_paragraph_that_was_split);
  tcase_add_test(tcase, resolves_clauses_that_were_joined);
  tcase_add_test(tcase, resolves_items_that_were_split);
  tcase_add_test(tcase, resolves_a_clause_that_moved);
  tcase_add_test(tcase, resolves_markers_and_numbers);
  tcase_add_test(tcase, pairs_edges_anew);
  return tcase;
}
