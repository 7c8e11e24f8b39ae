#include "review/languages/known_values.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "review/cases.h"
#include "review/languages/language_differences.h"

#define A "<!-- op a -->\n"
#define B "\n\n<!-- op b -->\n"

/* Two texts of a statement, begun to be compared. */
typedef struct {
  AdrefNode *trees[2];
  AdrefLanguageStructure *first, *second;
} Texts;

static AdrefNode *read_tree(const char *markdown)
{
  AdrefMarkdownReadOptions options = {0};
  GError *error = NULL;
  AdrefNode *tree = adref_markdown_read(markdown, strlen(markdown), &options, NULL, &error);
  ck_assert_no_error(error);
  return tree;
}

static AdrefLanguageStructure *begin(const char *language, const AdrefNode *tree, const char *title,
                                     GHashTable *parties)
{
  const AdrefLanguageText text = {language, tree};
  AdrefLanguageStructure *structure = adref_language_structure_begin(&text, title, parties);
  adref_language_structure_digest(structure);
  return structure;
}

static Texts texts_new(const char *english, const char *language, const char *other,
                       GHashTable *parties)
{
  Texts texts = {{read_tree(english), read_tree(other)}, NULL, NULL};
  texts.first = begin("en", texts.trees[0], "5 years", parties);
  texts.second = begin(language, texts.trees[1], "5 ans", parties);
  return texts;
}

static void texts_clear(Texts *texts)
{
  adref_language_structure_free(texts->first);
  adref_language_structure_free(texts->second);
  adref_node_free(texts->trees[0]);
  adref_node_free(texts->trees[1]);
}

/* Compares; how many lines differ. */
static guint compare(Texts *texts, AdrefKnownValues *known)
{
  GByteArray *found = g_byte_array_new();
  adref_language_structures_want(texts->first, texts->second, known);
  adref_language_structure_read(texts->first);
  adref_language_structure_read(texts->second);
  g_autoptr(GPtrArray) differences =
      adref_language_structures_compare_wanted(texts->first, texts->second, known, found);
  adref_known_values_take(known, found);
  return differences->len;
}

/* What is known after a comparison that found nothing. */
static AdrefKnownValues *known_of(const char *english, const char *language, const char *other,
                                  GHashTable *parties)
{
  g_autoptr(AdrefKnownValues) nothing = adref_known_values_new(NULL);
  Texts texts = texts_new(english, language, other, parties);
  ck_assert_uint_eq(compare(&texts, nothing), 0);
  texts_clear(&texts);
  g_autoptr(GBytes) bytes = adref_known_values_bytes(nothing);
  ck_assert_ptr_nonnull(bytes);
  return adref_known_values_new(bytes);
}

/* "a b title": what is read anew. */
static void wants(const AdrefKnownValues *known, const char *english, const char *language,
                  const char *other, GHashTable *parties, const char *expected)
{
  Texts texts = texts_new(english, language, other, parties);
  g_autoptr(GString) wanted = g_string_new(NULL);
  adref_language_structures_want(texts.first, texts.second, known);
  for (guint i = 0; i < texts.first->clauses->len; i++) {
    const AdrefClauseStructure *clause = texts.first->clauses->pdata[i];
    const AdrefClauseStructure *partner = g_hash_table_lookup(texts.second->index, clause->name);
    ck_assert_int_eq(clause->is_wanted, partner->is_wanted);
    if (clause->is_wanted)
      g_string_append_printf(wanted, "%s ", clause->name);
  }
  for (guint i = 0; i < texts.first->headings->len; i++)
    if (((AdrefClauseStructure *)texts.first->headings->pdata[i])->is_wanted)
      g_string_append(wanted, "heading ");
  if (texts.first->wants_title)
    g_string_append(wanted, "title ");
  ck_assert_str_eq(wanted->str, expected);
  texts_clear(&texts);
}

/* Everything that a comparison reads makes another pair. */
START_TEST(pairs_are_known_by_all_that_is_read)
{
  static const char english[] = "# Plan\n\n" A "Train 30 of [Ann - JPN / Bob - THA]." B "Act.";
  static const char french[] = "# Plan\n\n" A "Former 30 de [Ann - JPN / Bob - THA]." B "Agir.";
  g_autoptr(GHashTable) parties = g_hash_table_new(g_str_hash, g_str_equal);
  g_hash_table_insert(parties, (char *)(guintptr) "japan", (char *)(guintptr) "JPN");
  g_autoptr(AdrefKnownValues) nothing = adref_known_values_new(NULL);
  wants(nothing, english, "fr", french, parties, "a b heading title ");
  g_autoptr(AdrefKnownValues) known = known_of(english, "fr", french, parties);
  wants(known, english, "fr", french, parties, "");
  wants(known, "# Plan\n\n" A "Train 31 of [Ann - JPN / Bob - THA]." B "Act.", "fr", french,
        parties, "a ");
  wants(known, "# Plan\n\n" A "Train 30 of [Ann - THA / Bob - JPN]." B "Act.", "fr", french,
        parties, "a ");
  wants(known, english, "fr", "# Plan\n\n" A "Former 30 de [Ann - JPN / Bob - THA]." B "Agir !",
        parties, "b ");
  wants(known, "# Plan 2\n\n" A "Train 30 of [Ann - JPN / Bob - THA]." B "Act.", "fr", french,
        parties, "heading ");
  wants(known, english, "es", french, parties, "a b heading title ");
  wants(known, english, "fr", french, NULL, "a b heading title ");
  g_hash_table_insert(parties, (char *)(guintptr) "japan", (char *)(guintptr) "JP");
  wants(known, english, "fr", french, parties, "a b heading title ");
}
END_TEST

/* A heading is compared otherwise than a clause, so that the same words are another pair. */
START_TEST(headings_are_other_pairs)
{
  guint8 words[ADREF_DIGEST_SIZE] = {1}, clause[ADREF_KNOWN_VALUES_PAIR],
         heading[ADREF_KNOWN_VALUES_PAIR];
  adref_known_values_pair(words, words, FALSE, clause);
  adref_known_values_pair(words, words, TRUE, heading);
  ck_assert(memcmp(clause, heading, sizeof clause) != 0);
}
END_TEST

/* What differs is never known; what is known does not grow, and is written only when it is new. */
START_TEST(only_what_is_the_same_is_known)
{
  g_autoptr(AdrefKnownValues) nothing = adref_known_values_new(NULL);
  Texts texts = texts_new(A "Train 30." B "Act.", "fr", A "Former 35." B "Agir.", NULL);
  ck_assert_uint_eq(compare(&texts, nothing), 1);
  texts_clear(&texts);
  g_autoptr(GBytes) bytes = adref_known_values_bytes(nothing);
  ck_assert_uint_eq(g_bytes_get_size(bytes), 2 * ADREF_KNOWN_VALUES_PAIR); /* b and the title */
  for (guint i = 0; i < 5; i++) {
    g_autofree char *english = g_strdup_printf(A "Train %u." B "Act.", i + 40);
    g_autofree char *french = g_strdup_printf(A "Former %u." B "Agir.", i + 40);
    g_autoptr(AdrefKnownValues) known = adref_known_values_new(bytes);
    Texts next = texts_new(english, "fr", french, NULL);
    ck_assert_uint_eq(compare(&next, known), 0);
    texts_clear(&next);
    g_bytes_unref(bytes);
    bytes = adref_known_values_bytes(known);
    ck_assert_uint_eq(g_bytes_get_size(bytes), 3 * ADREF_KNOWN_VALUES_PAIR);
  }
  g_autoptr(AdrefKnownValues) same = adref_known_values_new(bytes);
  Texts again = texts_new(A "Train 44." B "Act.", "fr", A "Former 44." B "Agir.", NULL);
  ck_assert_uint_eq(compare(&again, same), 0);
  texts_clear(&again);
  ck_assert_ptr_null(adref_known_values_bytes(same));
}
END_TEST

TCase *tcase_known_values(void)
{
  TCase *tcase = tcase_create("known_values");
  tcase_add_test(tcase, pairs_are_known_by_all_that_is_read);
  tcase_add_test(tcase, headings_are_other_pairs);
  tcase_add_test(tcase, only_what_is_the_same_is_known);
  return tcase;
}
