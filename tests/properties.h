/* What holds of every text; asserted over the examples of tests/spec.md and the golden texts. */
#ifndef ADREF_TESTS_PROPERTIES_H
#define ADREF_TESTS_PROPERTIES_H

#include <string.h>

#include "clause/labels/item_label.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/front_matter.h"
#include "clause/markdown/markdown_read.h"
#include "suite.h"

/* Reads what must be readable. */
static inline AdrefNode *read_text(const char *text, const AdrefMarkdownReadOptions *how,
                                   GPtrArray *problems)
{
  g_autoptr(GError) error = NULL;
  AdrefNode *document = adref_markdown_read(text, strlen(text), how, problems, &error);
  ck_assert_no_error(error);
  return document;
}

static inline void same_hashes(const AdrefNode *first, const AdrefNode *second, const char *where)
{
  g_autofree char *text = adref_text_hash(first), *text_again = adref_text_hash(second);
  ck_assert_msg(strcmp(text, text_again) == 0, "%s: another text hash", where);
  const AdrefNode *clause = first->first, *twin = second->first;
  for (; clause && twin; clause = clause->next, twin = twin->next) {
    g_autofree char *hash = adref_clause_hash(clause), *again = adref_clause_hash(twin);
    ck_assert_msg(strcmp(hash, again) == 0, "%s: another clause hash, line %u", where,
                  clause->line);
  }
  ck_assert_msg(!clause && !twin, "%s: another number of clauses", where);
}

/* A text that means the same as the document has the same canonical form and hashes. */
static inline void reads_the_same(const AdrefNode *document, const char *text,
                                  const AdrefMarkdownReadOptions *how, const char *where)
{
  g_autoptr(GString) canonical = adref_canonical(document);
  g_autoptr(AdrefNode) again = read_text(text, how, NULL);
  g_autoptr(GString) canonical_again = adref_canonical(again);
  ck_assert_msg(strcmp(canonical->str, canonical_again->str) == 0,
                "%s\n--- canonical\n%s--- canonical again\n%s---", where, canonical->str,
                canonical_again->str);
  same_hashes(document, again, where);
}

/* Whether a paragraph of canonical Markdown can be broken at its spaces: it begins with a letter
 * and holds neither code nor HTML nor a table. */
static inline gboolean is_breakable(const char *paragraph)
{
  return g_ascii_isalpha(paragraph[0]) && !strpbrk(paragraph, "`<|");
}

/* The canonical text with a line break at each space between two letters of such paragraphs, but
 * not before a label, which might begin an item there. */
static inline char *rewrap(const char *canonical)
{
  gsize front = adref_front_matter_length(canonical, strlen(canonical));
  g_auto(GStrv) lines = g_strsplit(canonical + front, "\n", -1);
  GString *out = g_string_new_len(canonical, (gssize)front);
  gboolean begins = TRUE, breakable = FALSE;
  for (guint i = 0; lines[i]; i++) {
    if (begins)
      breakable = is_breakable(lines[i]);
    begins = lines[i][0] == '\0' || g_str_has_prefix(lines[i], "<!-- ");
    for (const char *p = lines[i]; *p; p++) {
      gboolean between = breakable && *p == ' ' && g_ascii_isalpha(p[1]) &&
                         g_ascii_isalpha(p[-1]) &&
                         adref_item_label_read(p + 1, strlen(p + 1)).length == 0;
      g_string_append_c(out, between ? '\n' : *p);
    }
    if (lines[i + 1])
      g_string_append_c(out, '\n');
  }
  return g_string_free(out, FALSE);
}

static inline GHashTable *count_letters(const char *text)
{
  g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
  GHashTable *counts = g_hash_table_new(g_direct_hash, g_direct_equal);
  for (const char *p = normal; *p; p = g_utf8_next_char(p)) {
    gpointer c = GUINT_TO_POINTER(g_utf8_get_char(p));
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, c));
    if (g_unichar_isalnum(g_utf8_get_char(p)))
      g_hash_table_insert(counts, c, GUINT_TO_POINTER(count + 1));
  }
  return counts;
}

/* Each letter and digit of `before` stands at least as often in `after`. */
static inline void loses_no_letter(const char *before, const char *after, const char *where)
{
  g_autoptr(GHashTable) wanted = count_letters(before), found = count_letters(after);
  GHashTableIter iter;
  gpointer letter, count;
  g_hash_table_iter_init(&iter, wanted);
  while (g_hash_table_iter_next(&iter, &letter, &count)) {
    char utf8[7] = {0};
    g_unichar_to_utf8(GPOINTER_TO_UINT(letter), utf8);
    ck_assert_msg(GPOINTER_TO_UINT(g_hash_table_lookup(found, letter)) >= GPOINTER_TO_UINT(count),
                  "%s: a \"%s\" is lost\n--- before\n%s--- after\n%s---", where, utf8, before,
                  after);
  }
}

/* All of the above for one text. `rewritten`: reading may put other letters. */
static inline void keeps_properties(const char *text, const AdrefMarkdownReadOptions *how,
                                    gboolean rewritten, const char *where)
{
  g_autoptr(AdrefNode) document = read_text(text, how, NULL);
  g_autoptr(GString) canonical = adref_canonical(document);
  reads_the_same(document, canonical->str, how, where);
  g_autofree char *wrapped = rewrap(canonical->str);
  reads_the_same(document, wrapped, how, where);
  if (!rewritten)
    loses_no_letter(text, canonical->str, where);
}

#endif
