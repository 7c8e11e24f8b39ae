#include "review/search/passage_table.h"

#include <string.h>

#include "review/cases.h"

enum {
  TEXTS = 60
};

/* The passages, as "id|text" sorted and each once. */
static GPtrArray *passages_of(const char *text, gsize length)
{
  GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
  gsize at = 0, start;
  AdrefPassage passage;
  while (adref_passage_next(text, length, &at, &start, &passage))
    g_ptr_array_add(all, g_strdup_printf("%.*s|%.*s", (int)passage.clause_length, passage.clause,
                                         (int)passage.length, passage.text));
  return all;
}

static gint order(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *joined(GPtrArray *strings)
{
  g_ptr_array_sort(strings, order);
  g_autoptr(GString) all = g_string_new(NULL);
  for (guint i = 0; i < strings->len; i++)
    if (i == 0 || strcmp(strings->pdata[i], strings->pdata[i - 1]) != 0)
      g_string_append_printf(all, "<%s>", (char *)strings->pdata[i]);
  return g_string_free(g_steal_pointer(&all), FALSE);
}

/* What the table says of a text. */
static char *listed(AdrefPassageTable *table, guint text)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
  guint first, last, before = 0;
  for (guint i = 0; i < adref_passage_table_passages(table); i++)
    for (guint n = 0; adref_passage_table_range(table, i, n, &first, &last); n++) {
      ck_assert(first <= last && (n == 0 || first > before + 1));
      before = last;
      AdrefPassage passage = adref_passage_table_passage(table, i);
      if (first <= text && text <= last)
        g_ptr_array_add(all, g_strdup_printf("%.*s|%.*s", (int)passage.clause_length,
                                             passage.clause, (int)passage.length, passage.text));
    }
  return joined(all);
}

static void check_all(AdrefPassageTable *table, const GPtrArray *texts)
{
  ck_assert_uint_eq(adref_passage_table_texts(table), texts->len);
  for (guint i = 0; i < texts->len; i++) {
    const GString *text = texts->pdata[i];
    g_autoptr(GPtrArray) expected = passages_of(text->str, text->len);
    g_autofree char *one = joined(expected), *other = listed(table, i);
    ck_assert_str_eq(other, one);
  }
}

static void add(AdrefPassageTable *table, const GPtrArray *texts, guint index)
{
  const GString *text = texts->pdata[index];
  g_autofree char *name = g_strdup_printf("text-%u", index);
  g_autoptr(GBytes) bytes = g_bytes_new(text->str, text->len);
  ck_assert(adref_passage_table_add(table, name, bytes));
  ck_assert_str_eq(adref_passage_table_name(table, index), name);
}

static void edit(GString *text, GRand *random)
{
  static const char *const pieces[] = {"\n",   "\n\n", "a",    " ",     "<!-- op x -->\n",
                                       "b\nc", "\t\n", "\r\n", "<!-- ", "<!-- pp y no=3 -->\n"};
  for (gint edits = g_rand_int_range(random, 1, 4); edits > 0; edits--) {
    gsize at = (gsize)g_rand_int_range(random, 0, (gint)text->len + 1);
    gsize most = (gsize)g_rand_int_range(random, 0, 5), gone = MIN(text->len - at, most);
    g_string_erase(text, (gssize)at, (gssize)gone);
    g_string_insert(text, (gssize)at, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
  }
}

static void free_string(gpointer string)
{
  g_string_free(string, TRUE);
}

static GPtrArray *make_texts(guint32 seed)
{
  GRand *random = g_rand_new_with_seed(seed);
  GPtrArray *texts = g_ptr_array_new_with_free_func(free_string);
  GString *text =
      g_string_new("One.\n\n<!-- op x -->\nTwo\nlines.\n\nThree.\n\n<!-- op y -->\nTwo\n");
  for (guint i = 0; i < TEXTS; i++) {
    g_ptr_array_add(texts, g_string_new(text->str));
    edit(text, random);
    if (g_rand_int_range(random, 0, 12) == 0)
      g_string_assign(text, ((GString *)texts->pdata[i / 2])->str);
  }
  g_string_free(text, TRUE);
  g_rand_free(random);
  return texts;
}

/* Also when the table was kept in between. */
START_TEST(has_the_passages_of_each_text)
{
  g_autoptr(GPtrArray) texts = make_texts((guint32)_i);
  AdrefPassageTable *table = adref_passage_table_new();
  for (guint i = 0; i < texts->len; i++) {
    add(table, texts, i);
    if (i % 17 != 5)
      continue;
    g_autoptr(GVariant) packed = g_variant_ref_sink(adref_passage_table_pack(table));
    adref_passage_table_free(table);
    table = adref_passage_table_unpack(packed);
    ck_assert_ptr_nonnull(table);
  }
  check_all(table, texts);
  adref_passage_table_free(table);
}
END_TEST

static const struct {
  const char *line, *id; /* NULL: no marker */
} markers[] = {
    {"<!-- op x -->", "x"},
    {"<!-- op x no=3 -->", "x"},
    {"<!-- op -->", ""},
    {"<!-- op no=3 -->", ""},
    {"<!-- heading a-b -->", "a-b"},
    {"<!-- note JPN: x -->", NULL},
    {"op x", NULL},
    {"<!-- oper x -->", NULL},
    {"<!-- op", NULL},
    {"", NULL},
};

START_TEST(knows_markers)
{
  const char *id = "";
  gsize length = 0;
  const char *line = markers[_i].line;
  gboolean found = adref_passage_is_marker(line, strlen(line), &id, &length);
  ck_assert_int_eq(found, markers[_i].id != NULL);
  g_autofree char *name = g_strndup(id, length);
  if (found)
    ck_assert_str_eq(name, markers[_i].id);
}
END_TEST

/* A frozen number makes no other passage. */
START_TEST(a_number_is_no_part_of_a_passage)
{
  g_autoptr(AdrefPassageTable) table = adref_passage_table_new();
  g_autoptr(GBytes) one = g_bytes_new_static("<!-- op x -->\nWords.\n", 21);
  g_autoptr(GBytes) two = g_bytes_new_static("<!-- op x no=5 -->\nWords.\n", 26);
  ck_assert(adref_passage_table_add(table, "1", one) && adref_passage_table_add(table, "2", two));
  ck_assert_uint_eq(adref_passage_table_passages(table), 1);
}
END_TEST

START_TEST(refuses_what_is_no_table)
{
  static const char *const odd[] = {
      "('short', '', @au [], @au [])",
      "('1234567890123456789012345678901234567890', 'ab', [uint32 1, 1, 2], @au [])",
      "('1234567890123456789012345678901234567890', 'ab', [uint32 2, 1, 1], @au [])",
      "('1234567890123456789012345678901234567890', 'ab', [uint32 1, 1, 1], [uint32 1, 0, 0])",
      "('1234567890123456789012345678901234567890', 'ab', [uint32 1, 1, 1], [uint32 0, 1, 1])",
      "('1234567890123456789012345678901234567890', 'ab', [uint32 1, 1, 1], [uint32 0, 0, 0])",
  };
  GError *error = NULL;
  g_autoptr(GVariant) value =
      g_variant_parse(G_VARIANT_TYPE(ADREF_PASSAGE_TABLE_TYPE), odd[_i], NULL, NULL, &error);
  ck_assert_no_error(error);
  g_autoptr(AdrefPassageTable) table = adref_passage_table_unpack(value);
  ck_assert((table != NULL) == (_i == 5));
}
END_TEST

TCase *tcase_passage_table(void)
{
  TCase *tcase = tcase_create("passage_table");
  tcase_add_loop_test(tcase, has_the_passages_of_each_text, 0, 200);
  tcase_add_loop_test(tcase, knows_markers, 0, G_N_ELEMENTS(markers));
  tcase_add_test(tcase, a_number_is_no_part_of_a_passage);
  tcase_add_loop_test(tcase, refuses_what_is_no_table, 0, 6);
  return tcase;
}
