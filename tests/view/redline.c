#include "view/redline.h"

#include "view/html/html.h"
#include "view/marked.h"
#include "view/terminal/terminal.h"

/* The words of one paragraph in the terminal and on the page. */
static void shows(AdrefNode *paragraph, AdrefViewSide side, const char *terminal, const char *html)
{
  g_autoptr(AdrefNode) document = document_of(paragraph);
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .side = side};
  g_autoptr(GString) text = adref_terminal_write(document, &options, 0, FALSE);
  g_strstrip(text->str);
  ck_assert_str_eq(text->str, terminal);
  if (!html)
    return;
  g_autoptr(GString) page = adref_html_write(document, &options);
  const char *start = strstr(page->str, "\266</a><p>");
  ck_assert_ptr_nonnull(start);
  start += strlen("\266</a><p>");
  g_autofree char *words = g_strndup(start, (gsize)(strstr(start, "</p>") - start));
  ck_assert_str_eq(words, html);
}

static AdrefNode *new_plain(void)
{
  return add_plain(adref_node_new(ADREF_DOCUMENT), NULL, NULL, ADREF_KEPT);
}

static AdrefNode *new_shall(void)
{
  AdrefNode *paragraph = new_plain();
  add_words(paragraph, ADREF_KEPT, "We ");
  add_words(paragraph, ADREF_DELETED, "shall ");
  add_words(paragraph, ADREF_INSERTED, "should ");
  add_words(paragraph, ADREF_KEPT, "act.");
  return paragraph;
}

START_TEST(words)
{
  shows(new_shall(), ADREF_VIEW_SIDE_BOTH, "We {-shall-} {+should+} act.",
        "We <del>shall </del><ins>should </ins>act.");
  shows(new_shall(), ADREF_VIEW_SIDE_OLD, "We {-shall-} act.", "We <del>shall </del>act.");
  shows(new_shall(), ADREF_VIEW_SIDE_NEW, "We {+should+} act.", "We <ins>should </ins>act.");
}
END_TEST

START_TEST(a_space_alone_is_shown)
{
  AdrefNode *paragraph = new_plain();
  add_words(paragraph, ADREF_KEPT, "data");
  add_words(paragraph, ADREF_DELETED, " ");
  add_words(paragraph, ADREF_KEPT, "base");
  shows(paragraph, ADREF_VIEW_SIDE_BOTH, "data{- -}base", "data<del>&nbsp;</del>base");
}
END_TEST

START_TEST(a_change_run_ends_with_its_parent)
{
  AdrefNode *paragraph = new_plain(), *emph = add_marked(paragraph, ADREF_EMPH, ADREF_KEPT);
  add_words(emph, ADREF_KEPT, "a");
  add_words(emph, ADREF_DELETED, " b");
  add_words(paragraph, ADREF_DELETED, " c");
  add_words(add_marked(paragraph, ADREF_STRONG, ADREF_DELETED), ADREF_DELETED, " d");
  shows(paragraph, ADREF_VIEW_SIDE_BOTH, "a {-b c d-}",
        "<em>a<del> b</del></em><del> c<strong> d</strong></del>");
}
END_TEST

START_TEST(a_resolved_bracket)
{
  AdrefNode *paragraph = new_plain();
  resolve_bracket(paragraph);
  shows(paragraph, ADREF_VIEW_SIDE_BOTH, "We {-[-}shall {- - JPN / should - LAO]-} act.", NULL);
  paragraph = new_plain();
  resolve_bracket(paragraph);
  shows(paragraph, ADREF_VIEW_SIDE_NEW, "We shall act.", "We shall act.");
  paragraph = new_plain();
  resolve_bracket(paragraph);
  shows(paragraph, ADREF_VIEW_SIDE_OLD, "We {-[-}shall {- - JPN / should - LAO]-} act.", NULL);
}
END_TEST

static AdrefNode *new_bracket(AdrefChangeMark first, AdrefChangeMark second, AdrefChangeMark third)
{
  AdrefChangeMark marks[] = {first, second, third};
  static const char *const letters[] = {"a", "b", "c"};
  AdrefNode *paragraph = new_plain();
  AdrefNode *bracket = add_marked(paragraph, ADREF_BRACKET, ADREF_KEPT);
  for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
    add_words(add_marked(bracket, ADREF_ALTERNATIVE, marks[i]), marks[i], letters[i]);
  return paragraph;
}

START_TEST(slashes_stand_between_alternatives_of_one_text)
{
  const AdrefChangeMark K = ADREF_KEPT, D = ADREF_DELETED, I = ADREF_INSERTED;
  shows(new_bracket(K, D, K), ADREF_VIEW_SIDE_BOTH, "[a {-/ b-} / c]", NULL);
  shows(new_bracket(D, K, K), ADREF_VIEW_SIDE_BOTH, "[{-a /-} b / c]", NULL);
  shows(new_bracket(D, I, K), ADREF_VIEW_SIDE_BOTH, "[{-a-}{+b+} / c]", NULL);
  shows(new_bracket(K, K, I), ADREF_VIEW_SIDE_BOTH, "[a / b {+/ c+}]", NULL);
  shows(new_bracket(D, K, K), ADREF_VIEW_SIDE_NEW, "[b / c]", NULL);
}
END_TEST

static GPtrArray *groups_of(const char *code)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func((GDestroyNotify)adref_position_free);
  AdrefPosition *position = adref_position_new();
  position->parties = g_strsplit(code, ",", -1);
  g_ptr_array_add(groups, position);
  return groups;
}

START_TEST(positions_change)
{
  for (AdrefViewSide side = ADREF_VIEW_SIDE_BOTH; side <= ADREF_VIEW_SIDE_NEW; side++) {
    AdrefNode *paragraph = new_plain();
    AdrefNode *bracket = add_marked(paragraph, ADREF_BRACKET, ADREF_KEPT);
    AdrefNode *now = add_marked(bracket, ADREF_ALTERNATIVE, ADREF_WRAPPED);
    AdrefNode *was = add_marked(now, ADREF_ALTERNATIVE, ADREF_UNWRAPPED);
    now->as.positions.groups = groups_of("JPN,LAO");
    was->as.positions.groups = groups_of("JPN");
    add_words(was, ADREF_KEPT, "a");
    add_words(add_marked(bracket, ADREF_ALTERNATIVE, ADREF_KEPT), ADREF_KEPT, "b");
    static const char *const expected[] = {"[a - JPN{+, LAO+} / b]", "[a {- - JPN-} / b]",
                                           "[a {+ - JPN, LAO+} / b]"};
    shows(paragraph, side, expected[side], NULL);
  }
}
END_TEST

START_TEST(a_clause_is_named_by_the_words_of_one_text)
{
  AdrefNode *paragraph = new_plain();
  AdrefNode *bracket = add_marked(paragraph, ADREF_BRACKET, ADREF_KEPT);
  for (guint i = 0; i < 2; i++) {
    AdrefNode *now = add_marked(bracket, ADREF_ALTERNATIVE, ADREF_WRAPPED);
    AdrefNode *was = add_marked(now, ADREF_ALTERNATIVE, ADREF_UNWRAPPED);
    now->as.positions.groups = groups_of("JPN,LAO");
    was->as.positions.groups = groups_of("JPN");
    add_words(was, ADREF_KEPT, i == 0 ? "a" : "b");
  }
  g_autofree char *name = adref_redline_first_words(paragraph->parent, NULL);
  ck_assert_str_eq(name, "\"[a / b]\"");
  adref_node_free(paragraph->parent->parent);
  paragraph = new_plain();
  resolve_bracket(paragraph);
  g_autofree char *resolved = adref_redline_first_words(paragraph->parent, NULL);
  ck_assert_str_eq(resolved, "\"We shall act.\"");
  adref_node_free(paragraph->parent->parent);
}
END_TEST

START_TEST(changes_around_words_have_symbols)
{
  AdrefNode *paragraph = new_plain();
  add_words(add_marked(paragraph, ADREF_EMPH, ADREF_WRAPPED), ADREF_KEPT, "all");
  add_words(paragraph, ADREF_KEPT, " of ");
  AdrefNode *now = add_marked(paragraph, ADREF_LINK, ADREF_WRAPPED);
  AdrefNode *was = add_marked(now, ADREF_LINK, ADREF_UNWRAPPED);
  now->as.link.url = g_strdup("https://e.org/new");
  was->as.link.url = g_strdup("https://e.org/old");
  now->as.link.title = g_strdup("");
  was->as.link.title = g_strdup("");
  add_words(was, ADREF_KEPT, "it");
  shows(paragraph, ADREF_VIEW_SIDE_BOTH,
        "{+*+}all{+*+} of it {-(https://e.org/old)-} {+(https://e.org/new)+} <https://e.org/new>",
        "<em><ins><span class=\"sign\">*</span></ins>all<ins><span class=\"sign\">*</span></ins>"
        "</em> of <a href=\"https://e.org/new\" rel=\"noreferrer\">it<del><span class=\"sign\"> "
        "(https://e.org/old)</span></del><ins><span class=\"sign\"> (https://e.org/new)</span>"
        "</ins></a>");
}
END_TEST

/* A link to a clause that now leads to another clause. */
static AdrefNode *new_moved_link(void)
{
  static const char *const ids[] = {"#new-id", "#old-id"};
  AdrefNode *paragraph = add_plain(adref_node_new(ADREF_DOCUMENT), "new-id", "1", ADREF_KEPT);
  AdrefNode *at = paragraph;
  for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
    at = add_marked(at, ADREF_LINK, i == 0 ? ADREF_WRAPPED : ADREF_UNWRAPPED);
    at->as.link.url = g_strdup(ids[i]);
    at->as.link.title = g_strdup(i == 0 ? "Title" : "");
  }
  add_words(at, ADREF_KEPT, "paragraph 1");
  return document_of(paragraph);
}

START_TEST(ids_of_links_are_shown_in_the_negotiating_view_only)
{
  g_autoptr(AdrefNode) document = new_moved_link();
  for (AdrefView view = ADREF_VIEW_NEGOTIATING; view <= ADREF_VIEW_CLEAN; view++) {
    gboolean shows_ids = view == ADREF_VIEW_NEGOTIATING;
    AdrefViewOptions options = {.view = view};
    g_autoptr(GString) text = adref_terminal_write(document, &options, 0, FALSE);
    g_autoptr(GString) page = adref_html_write(document, &options);
    ck_assert_ptr_nonnull(strstr(text->str, shows_ids ? "{-(#old-id)-} {+(#new-id \"Title\")+}"
                                                      : "{-(#)-} {+(# \"Title\")+}"));
    ck_assert_int_eq(strstr(text->str, "-id") != NULL, shows_ids);
    ck_assert_int_eq(strstr(page->str, "old-id") || strstr(page->str, "new-id"), shows_ids);
  }
}
END_TEST

START_TEST(a_split_paragraph_begins_with_a_symbol)
{
  AdrefNode *paragraph = new_plain();
  add_words(paragraph, ADREF_KEPT, "One.");
  add_words(add_marked(paragraph->parent, ADREF_PARAGRAPH, ADREF_WRAPPED), ADREF_KEPT, "Two.");
  shows(paragraph, ADREF_VIEW_SIDE_BOTH, "One.\n\n{+\302\266+} Two.", "One.");
}
END_TEST

/* An item and its paragraph begin together: one sign is enough. */
START_TEST(a_new_item_begins_with_one_symbol)
{
  AdrefNode *clause = add_clause(adref_node_new(ADREF_DOCUMENT), NULL, NULL, ADREF_KEPT);
  AdrefNode *list = add_marked(clause, ADREF_LIST, ADREF_KEPT);
  list->as.list.tight = TRUE;
  add_words(add_marked(add_marked(list, ADREF_ITEM, ADREF_KEPT), ADREF_PARAGRAPH, ADREF_KEPT),
            ADREF_KEPT, "One.");
  add_words(add_marked(add_marked(list, ADREF_ITEM, ADREF_WRAPPED), ADREF_PARAGRAPH, ADREF_WRAPPED),
            ADREF_KEPT, "Two.");
  shows(clause, ADREF_VIEW_SIDE_BOTH, "\342\200\242 One.\n\342\200\242 {+\302\266+} Two.", NULL);
}
END_TEST

START_TEST(a_heading_of_another_level)
{
  for (AdrefViewSide side = ADREF_VIEW_SIDE_BOTH; side <= ADREF_VIEW_SIDE_NEW; side++) {
    AdrefNode *clause = add_clause(adref_node_new(ADREF_DOCUMENT), NULL, NULL, ADREF_KEPT);
    AdrefNode *now = add_marked(clause, ADREF_HEADING, ADREF_WRAPPED);
    AdrefNode *was = add_marked(now, ADREF_HEADING, ADREF_UNWRAPPED);
    now->as.level = 3;
    was->as.level = 4;
    add_words(was, ADREF_KEPT, "Trade");
    static const char *const expected[] = {"{-(heading 4)-} {+(heading 3)+} Trade",
                                           "{-(heading 4)-} Trade", "{+(heading 3)+} Trade"};
    shows(clause, side, expected[side], NULL);
  }
}
END_TEST

START_TEST(inserted_and_deleted_blocks)
{
  AdrefNode *clause = add_clause(adref_node_new(ADREF_DOCUMENT), NULL, NULL, ADREF_KEPT);
  AdrefNode *list = add_marked(clause, ADREF_LIST, ADREF_KEPT);
  list->as.list.ordered = list->as.list.tight = TRUE;
  list->as.list.start = 1;
  AdrefChangeMark marks[] = {ADREF_KEPT, ADREF_DELETED, ADREF_INSERTED};
  for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
    AdrefNode *item = add_marked(list, ADREF_ITEM, marks[i]);
    add_words(add_marked(item, ADREF_PARAGRAPH, marks[i]), marks[i], "x");
  }
  AdrefNode *code = adref_node_new_text(ADREF_CODE_BLOCK, "a b\nc\n", -1);
  code->mark = ADREF_DELETED;
  code->as.info = g_strdup("");
  adref_node_append(clause, code);
  AdrefNode *comment = adref_node_new_text(ADREF_COMMENT, "secret", -1);
  comment->mark = ADREF_INSERTED;
  adref_node_append(clause, comment);
  shows(clause, ADREF_VIEW_SIDE_BOTH,
        "1.  x\n\342\200\223   {-x-}\n2.  {+x+}\n\n    {-a b-}\n    {-c-}\n\n{+<!-- secret -->+}",
        NULL);
}
END_TEST

/* A row with one cell. */
static AdrefNode *add_row(AdrefNode *table, AdrefChangeMark mark)
{
  return add_marked(add_marked(table, ADREF_TABLE_ROW, mark), ADREF_TABLE_CELL, mark);
}

START_TEST(tables_keep_their_cells)
{
  AdrefNode *clause = add_clause(adref_node_new(ADREF_DOCUMENT), NULL, NULL, ADREF_KEPT);
  g_autoptr(AdrefNode) document = clause->parent;
  AdrefNode *table = add_marked(clause, ADREF_TABLE, ADREF_KEPT);
  table->as.table.alignments = g_strdup("-");
  add_words(add_row(table, ADREF_KEPT), ADREF_KEPT, "A");
  AdrefNode *changed = add_row(table, ADREF_KEPT);
  add_words(changed, ADREF_DELETED, "1");
  add_words(changed, ADREF_INSERTED, "2");
  add_words(add_row(table, ADREF_DELETED), ADREF_DELETED, "3");
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING};
  g_autoptr(GString) page = adref_html_write(document, &options);
  ck_assert_ptr_nonnull(strstr(page->str, "<td><del>1</del><ins>2</ins></td></tr>\n<tr class=\"d\">"
                                          "<td class=\"d\"><del>3</del></td></tr>\n</tbody>\n"
                                          "</table>"));
}
END_TEST

/* Clauses 1-4: a was modified, b moved from its place to behind c, d was added. */
static AdrefNode *new_talks(void)
{
  AdrefNode *document = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *a = add_plain(document, "a", "1", ADREF_KEPT);
  add_words(a, ADREF_DELETED, "Was.");
  add_words(a, ADREF_INSERTED, "Is.");
  AdrefChange *change = add_change(a->parent, ADREF_CHANGE_MODIFIED, "1");
  change->deleted = change->inserted = 1;
  AdrefNode *left = add_clause(document, "b", NULL, ADREF_DELETED);
  AdrefNode *c = add_plain(document, "c", "2", ADREF_KEPT);
  add_words(c, ADREF_KEPT, "C.");
  add_change(c->parent, ADREF_CHANGE_NONE, "3");
  AdrefNode *b = add_plain(document, "b", "3", ADREF_KEPT);
  add_words(b, ADREF_KEPT, "B.");
  AdrefChange *from = add_change(left, ADREF_CHANGE_MOVED_FROM, "2");
  AdrefChange *to = add_change(b->parent, ADREF_CHANGE_MOVED, "2");
  from->other = b->parent;
  to->other = left;
  add_words(add_plain(document, "d", "4", ADREF_INSERTED), ADREF_INSERTED, "D.");
  add_change(document->last, ADREF_CHANGE_ADDED, NULL);
  return document;
}

START_TEST(clauses_say_what_happened)
{
  g_autoptr(AdrefNode) document = new_talks();
  static const char *const expected[] = {"modified: 1 word deleted, 1 inserted", "moved to after 2",
                                         "was 3", "moved from after 1, was 2", "added"};
  const AdrefNode *clause = document->first;
  for (gsize i = 0; i < G_N_ELEMENTS(expected); i++, clause = clause->next) {
    g_autofree char *what = adref_redline_describe(clause, NULL);
    ck_assert_str_eq(what, expected[i]);
  }
  AdrefRedlineCounts counts = adref_redline_count(document);
  g_autofree char *text = adref_redline_counts_text(&counts);
  ck_assert_str_eq(text, "1 added, 1 modified, 1 moved, 1 renumbered, 1 unchanged");
}
END_TEST

TCase *tcase_redline(void)
{
  TCase *tcase = tcase_create("redline");
  tcase_add_test(tcase, words);
  tcase_add_test(tcase, a_space_alone_is_shown);
  tcase_add_test(tcase, a_change_run_ends_with_its_parent);
  tcase_add_test(tcase, a_resolved_bracket);
  tcase_add_test(tcase, slashes_stand_between_alternatives_of_one_text);
  tcase_add_test(tcase, positions_change);
  tcase_add_test(tcase, a_clause_is_named_by_the_words_of_one_text);
  tcase_add_test(tcase, changes_around_words_have_symbols);
  tcase_add_test(tcase, ids_of_links_are_shown_in_the_negotiating_view_only);
  tcase_add_test(tcase, a_split_paragraph_begins_with_a_symbol);
  tcase_add_test(tcase, a_new_item_begins_with_one_symbol);
  tcase_add_test(tcase, a_heading_of_another_level);
  tcase_add_test(tcase, inserted_and_deleted_blocks);
  tcase_add_test(tcase, tables_keep_their_cells);
  tcase_add_test(tcase, clauses_say_what_happened);
  return tcase;
}
