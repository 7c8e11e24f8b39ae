/* The cases of this suite and what they share. */
#ifndef ADREF_TESTS_VIEW_CASES_H
#define ADREF_TESTS_VIEW_CASES_H

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "suite.h"
#include "view/view.h"

TCase *tcase_view(void);
TCase *tcase_html(void);
TCase *tcase_terminal(void);
TCase *tcase_terminal_cells(void);
TCase *tcase_json(void);
TCase *tcase_json_sides(void);
TCase *tcase_json_writer(void);
TCase *tcase_redline(void);
TCase *tcase_criticmarkup(void);
TCase *tcase_review(void);
TCase *tcase_pdf(void);
TCase *tcase_docx(void);
TCase *tcase_docx_tracked(void);
TCase *tcase_akn(void);
TCase *tcase_progress_curve(void);
TCase *tcase_parallel_texts(void);
TCase *tcase_proposal_columns(void);
TCase *tcase_ruby(void);
TCase *tcase_sign_words(void);
TCase *tcase_pages(void);
TCase *tcase_pdf_standard(void);
TCase *tcase_blame_output(void);
TCase *tcase_limits(void);
TCase *tcase_table_witness(void);
TCase *tcase_fact_list(void);

/* The tree of a Markdown text without errors. */
static inline AdrefNode *read_tree(const char *markdown)
{
  GError *error = NULL;
  AdrefNode *tree = adref_markdown_read(markdown, strlen(markdown), NULL, NULL, &error);
  ck_assert_no_error(error);
  return tree;
}

/* A document with one operative clause and in it one paragraph, which is returned. */
static inline AdrefNode *new_paragraph(void)
{
  AdrefNode *document = adref_node_new(ADREF_DOCUMENT);
  AdrefNode *clause = adref_node_new_clause(ADREF_OP, "first");
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(document, clause);
  adref_node_append(clause, paragraph);
  return paragraph;
}

static inline AdrefNode *document_of(AdrefNode *node)
{
  while (node->parent)
    node = node->parent;
  return node;
}

static inline AdrefNode *add_text(AdrefNode *parent, const char *text)
{
  AdrefNode *node = adref_node_new_text(ADREF_TEXT, text, -1);
  adref_node_append(parent, node);
  return node;
}

/* Every kind of node. All that only negotiators may see has the word SECRET or secret: parties,
 * ids, notes, comments. */
#define EVERYTHING                                                                                 \
  "# Title\n\n"                                                                                    \
  "<!-- chapeau secret-chapeau -->\nWE, the *Leaders*;\n\n"                                        \
  "<!-- pp secret-pp from=secret/template -->\nRECALLING **much**;\n\n"                            \
  "## Section\n\n"                                                                                 \
  "<!-- op secret-op alt=secret-alt -->\n"                                                         \
  "We [shall - SECRETA / should - SECRETB; SECRETC delete] act. [Agreed ad ref]\n\n"               \
  "<!-- note SECRETD: secret note -->\n\n<!-- secret comment -->\n\n"                              \
  "<!-- op two -->\nSee [paragraph 1](#secret-op) and [a page](https://example.org/?a=1&b=2)"      \
  " <!-- note SECRETE: secret inline --> `code`<br> ![a map](http://example.org/m.png).\n\n"       \
  "1. one\n   1. nested\n2. two\n\n* bullet\n\n> quote\n\n```c\nint <x>;\n```\n\n***\n\n"          \
  "<!-- op three -->\n[Text to be inserted here.]\n\n"                                             \
  "<!-- op four -->\n| A | B |\n|---|---|\n| 1 | [x - SECRETF] |\n\n"                              \
  "<!-- op five -->\n[first\n\n> second - SECRETG]\n\n"                                            \
  "<!-- closing done -->\nADOPTED & <signed>.\n\n"                                                 \
  "<!-- annex plan -->\n# Annex\n\n<!-- item i1 -->\nDo it.\n"

#endif
