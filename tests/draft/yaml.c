#include "draft/data/yaml.h"

#include <string.h>

#include "base/file.h"
#include "draft/cases.h"
#include "draft/data/yaml_lines.h"
#include "suite.h"

static AdrefYaml *read_at(const char *text, guint line, GError **error)
{
  return adref_yaml_read(text, strlen(text), "f.yaml", line, error);
}

static AdrefYaml *read_good(const char *text)
{
  g_autoptr(GError) error = NULL;
  AdrefYaml *root = read_at(text, 1, &error);
  ck_assert_no_error(error);
  return root;
}

START_TEST(reads_a_tree)
{
  g_autoptr(AdrefYaml) root = read_good("title: {en: Tokyo, ja: \"東京\"}\n"
                                        "parties:\n"
                                        "- JPN\n"
                                        "- 'ASEAN'\n"
                                        "empty:\n"
                                        "long: |\n"
                                        "  two\n"
                                        "  lines\n");
  ck_assert_int_eq(root->type, ADREF_YAML_MAP);
  ck_assert_uint_eq(root->items->len, 4);
  const AdrefYaml *title = adref_yaml_get(root, "title");
  ck_assert_str_eq(adref_yaml_get(title, "ja")->text, "東京");
  ck_assert(adref_yaml_get(title, "ja")->quoted && !adref_yaml_get(title, "en")->quoted);
  const AdrefYaml *parties = adref_yaml_get(root, "parties");
  ck_assert_int_eq(parties->type, ADREF_YAML_LIST);
  const AdrefYaml *asean = parties->items->pdata[1];
  ck_assert_str_eq(asean->text, "ASEAN");
  ck_assert_uint_eq(asean->place.line, 4);
  ck_assert_uint_eq(asean->place.column, 3);
  ck_assert_str_eq(asean->place.file, "f.yaml");
  ck_assert_str_eq(adref_yaml_get(root, "empty")->text, "");
  ck_assert_str_eq(adref_yaml_get(root, "long")->text, "two\nlines\n");
  ck_assert_ptr_null(adref_yaml_get(root, "place"));
}
END_TEST

/* A tree with all its places, or the error. */
static void put_tree(GString *out, const AdrefYaml *node)
{
  g_string_append_printf(out, "%d %u:%u %s %u:%u %s %d\n", (int)node->type, node->place.line,
                         node->place.column, node->key ? node->key : "-", node->key_place.line,
                         node->key_place.column, node->text ? node->text : "-", node->quoted);
  for (guint i = 0; node->items && i < node->items->len; i++)
    put_tree(out, node->items->pdata[i]);
}

static char *tree_of(const char *text)
{
  GString *out = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefYaml) root = read_at(text, 3, &error);
  if (root)
    put_tree(out, root);
  else
    g_string_append(out, error->message);
  return g_string_free(out, FALSE);
}

static gboolean is_plainest(const char *text)
{
  g_autoptr(AdrefYaml) empty = read_good("");
  return adref_yaml_lines_read(text, strlen(text), 1, empty);
}

#define RECORD                                                                                     \
  "# Written by adref.\nparty: JPN\nrecord:\n- agree:\n    a-1: en 1f0a ja 9c44\n    b: en 2\n"    \
  "  time: '2023-12-01T09:00:00+09:00'\n  by: Åsa 森\n- reserve:\n    c: en 3\n  reason: No, "   \
  "why?\n"

/* What is read without libyaml, and texts like it that are not. */
static const struct {
  const char *text;
  gboolean plainest;
} lines[] = {
    {RECORD, TRUE},
    {"a: b\n", TRUE},
    {"a:\n  b:\n    c: d\n  e: f\ng: h\n", TRUE},
    {"a:\n  - b: c\n    d: e\n  - f: g\nh: i\n", TRUE},
    {"a:\n- b:\n  - c: d\n  e: f\n", TRUE},
    {"a: b\n  c\n", FALSE},
    {"a: b: c\n", FALSE},
    {"a: b # c\n", FALSE},
    {"a: b\na: c\n", FALSE},
    {"a:\nb: c\n", FALSE},
    {"a: [b]\n", FALSE},
    {"a: 'b:c'\nd: 'e'\n", TRUE},
    {"a: 'b''c'\n", FALSE},
    {"a: ''\n", FALSE},
    {"a: 'b' c\n", FALSE},
    {"a: '\n", FALSE},
    {"a: b \n", FALSE},
    {"a: b", FALSE},
    {"a: |\n  b\n", FALSE},
    {"  a: b\n", FALSE},
    {"a:\n   b: c\n  d: e\n", FALSE},
    {"- a: b\n", FALSE},
    {"a: b\n--- \n", FALSE},
    {"a:\tb\n", FALSE},
    {"a: \302\205\n", FALSE},
    {"a: \303\n", FALSE},
    {"# \001\na: b\n", FALSE},
    {"# \ra: c\nd: b\n", FALSE},
    {"# \302\205a: c\nd: b\n", FALSE},
    {"# \342\200\250a: c\nd: b\n", FALSE},
    {"# \303\205\346\243\256 ~\na: b\n", TRUE},
    {"", FALSE},
};

START_TEST(the_plainest_yaml_needs_no_libyaml)
{
  ck_assert_int_eq(is_plainest(lines[_i].text), lines[_i].plainest);
}
END_TEST

/* A comment at the end makes libyaml read it: the tree, the places and the errors are the same. */
static void is_the_same_by_libyaml(const char *text)
{
  g_autofree char *commented = g_strconcat(text, "# the end\n", NULL);
  if (!is_plainest(text))
    return;
  ck_assert(!is_plainest(commented));
  g_autofree char *ours = tree_of(text), *theirs = tree_of(commented);
  ck_assert_msg(strcmp(ours, theirs) == 0, "%s\nis read as\n%s\nand not as\n%s", text, ours,
                theirs);
}

START_TEST(the_plainest_yaml_is_read_as_libyaml_reads_it)
{
  static const char *const others[] = {
      " ",  "-",  ":",    "\n", "#",    "a",        "\"",           "?", "'", "  ",
      "- ", ": ", "\n  ", "\r", "\001", "\302\205", "\342\200\250", "&", "*", "!"};
  const char *text = lines[_i].text;
  is_the_same_by_libyaml(text);
  for (gsize at = 0; at < strlen(text); at++)
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
      for (gsize drop = 0; drop < 2; drop++) {
        g_autofree char *start = g_strndup(text, at);
        g_autofree char *changed = g_strconcat(start, others[i], text + at + drop, NULL);
        if (g_utf8_validate(changed, -1, NULL))
          is_the_same_by_libyaml(changed);
      }
}
END_TEST

START_TEST(counts_from_the_first_line)
{
  g_autoptr(AdrefYaml) root = read_at("a: 東京\n東: x\n", 7, NULL);
  const AdrefYaml *entry = adref_yaml_get(root, "東");
  ck_assert_uint_eq(entry->key_place.line, 8);
  ck_assert_uint_eq(entry->key_place.column, 1);
  ck_assert_uint_eq(entry->place.column, 4);
}
END_TEST

START_TEST(reads_nothing_as_an_empty_map)
{
  static const char *const texts[] = {"", "# only words\n", "---\n", "\xEF\xBB\xBF"};
  g_autoptr(AdrefYaml) root = read_good(texts[_i]);
  ck_assert_int_eq(root->type, ADREF_YAML_MAP);
  ck_assert_uint_eq(root->items->len, 0);
}
END_TEST

static const struct {
  const char *text;
  const char *message;
} errors[] = {
    {"a: &x 1", "f.yaml:1:4: an anchor (&name) is not allowed; write the value out, or in quotes "
                "when it begins with &"},
    {"a: *x", "f.yaml:1:4: an alias (*name) is not allowed; write the value out, or in quotes when "
              "it begins with *"},
    {"a: !!str 1", "f.yaml:1:4: a tag (!name) is not allowed; write the value alone, or in quotes "
                   "when it begins with !"},
    {"%TAG ! x\n---\na: 1", "f.yaml:1:1: %TAG is not allowed; write values without tags"},
    {"a: 1\n---\nb: 2", "f.yaml:2:1: a second document begins here (---); allowed is one in a "
                        "file"},
    {"a: 1\nb: 2\na: 3", "f.yaml:3:1: the key \"a\" is repeated (first in line 1); a key is "
                         "allowed once"},
    {"{a: 1, a: 2}", "f.yaml:1:8: the key \"a\" is repeated (first in line 1); a key is "
                     "allowed once"},
    {"[a]: 1", "f.yaml:1:1: a list or a map cannot be a key; a key is a word"},
    {"? {a: 1}\n: 2", "f.yaml:1:3: a list or a map cannot be a key; a key is a word"},
    {"'': 1", "f.yaml:1:1: a key is empty; write \"key: value\""},
    {"a: \"\\e\"", "f.yaml:1:4: a text cannot hold the control character U+001B; allowed are "
                   "letters, spaces, tabs and line breaks"},
    {"a: \"\\0\"", "f.yaml:1:4: a text cannot hold a NUL character"},
    {"a: \033", "f.yaml:1:4: not YAML: control characters are not allowed"},
    {"b: 1\n東: \x80", "f.yaml:2:4: not YAML: invalid leading UTF-8 octet"},
    {"a: b: c", "f.yaml:1:5: not YAML: a colon is not allowed here; put a value that contains \": "
                "\" in quotes"},
    {"a:\n\t- b", "f.yaml:2:1: not YAML: a value cannot begin with this character; indent with "
                  "spaces, not tabs, and put a value that begins with @, ` or % into quotes"},
    {"a: 1\n b: 2", "f.yaml:2:3: not YAML: a colon is not allowed here; put a value that contains "
                    "\": \" in quotes"},
    {"  a: 1\n b: 2", "f.yaml:2:2: not YAML: this does not fit the lines above; the keys of one "
                      "map begin in the same column"},
    {"a: 'b' c",
     "f.yaml:1:8: not YAML: this does not fit the lines above; the keys of one map begin in the "
     "same column, and a value that goes on behind a closing quote is put into quotes as a whole"},
    {"a: 1\nwords\nb: 2", "f.yaml:3:1: not YAML: a key without a colon; write \"key: value\""},
    {"a: [b, c\nd: 1", "f.yaml:2:2: not YAML: a list in [ ] needs \",\" between entries and \"]\" "
                       "at its end"},
    {"a: {b: 1", "f.yaml:2:1: not YAML: a map in { } needs \",\" between entries and \"}\" at its "
                 "end"},
    {"a: \"b", "f.yaml:1:6: not YAML: a text in quotes is not closed"},
};

START_TEST(refuses)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(read_at(errors[_i].text, 1, &error));
  ck_assert_error(error, errors[_i].message);
}
END_TEST

START_TEST(limits_depth_and_size)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *deep = g_strnfill(64, '[');
  g_autofree char *closed = g_strnfill(64, ']');
  g_autofree char *allowed = g_strconcat(deep, closed, NULL);
  g_autoptr(AdrefYaml) root = read_good(allowed);
  ck_assert_int_eq(root->type, ADREF_YAML_LIST);
  g_autofree char *deeper = g_strconcat("[", deep, closed, "]", NULL);
  ck_assert_ptr_null(read_at(deeper, 1, &error));
  ck_assert_error(error, "f.yaml:1:65: lists and maps are nested too deep; allowed are 64 "
                         "levels");
  g_autofree char *long_text = g_strnfill(ADREF_YAML_LIMIT + 1, 'a');
  ck_assert_ptr_null(read_at(long_text, 1, &error));
  ck_assert_error(error, "f.yaml: 1048577 bytes are too many; allowed are 1048576");
}
END_TEST

/* Also the last key of a huge map is found at once, and a second one refused. */
START_TEST(reads_huge_maps)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 80000; i++)
    g_string_append_printf(text, "k%u: v\n", i);
  g_autoptr(AdrefYaml) root = read_good(text->str);
  for (guint i = 0; i < 80000; i++) {
    char key[16];
    g_snprintf(key, sizeof(key), "k%u", i);
    ck_assert_uint_eq(adref_yaml_get(root, key)->key_place.line, i + 1);
  }
  g_autoptr(GError) error = NULL;
  g_string_append(text, "k7: v\n");
  ck_assert_ptr_null(read_at(text->str, 1, &error));
  ck_assert_error(error, "f.yaml:80001:1: the key \"k7\" is repeated (first in line 8); a "
                         "key is allowed once");
}
END_TEST

START_TEST(checks_keys)
{
  static const char *const keys[] = {"title", "style", NULL};
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefYaml) good = read_good("{style: un}");
  g_autoptr(AdrefYaml) near = read_good("tilte: x");
  g_autoptr(AdrefYaml) far = read_good("whatever: x");
  g_autoptr(AdrefYaml) list = read_good("[a]");
  ck_assert(adref_yaml_check_keys(good, "an outline", keys, &error));
  ck_assert(!adref_yaml_check_keys(near, "an outline", keys, &error));
  ck_assert_error(error, "f.yaml:1:1: an outline has no key \"tilte\" (did you mean \"title\"?); "
                         "allowed are title, style");
  ck_assert(!adref_yaml_check_keys(far, "an outline", keys, &error));
  ck_assert_error(error, "f.yaml:1:1: an outline has no key \"whatever\"; allowed are title, "
                         "style");
  ck_assert(!adref_yaml_check_keys(list, "an outline", keys, &error));
  ck_assert_error(error, "f.yaml:1:1: an outline is a map of \"key: value\" with the keys title, "
                         "style");
}
END_TEST

START_TEST(reads_types)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefYaml) map = read_good("t: 2030\nb: true\ni: -5000\nm: -9223372036854775808");
  const char *text = "same";
  gboolean boolean = FALSE;
  gint64 integer = 0;
  ck_assert(adref_yaml_text(map, "missing", &text, &error));
  ck_assert_str_eq(text, "same");
  ck_assert(adref_yaml_text(map, "t", &text, &error));
  ck_assert_str_eq(text, "2030");
  ck_assert(adref_yaml_boolean(map, "b", &boolean, &error) && boolean);
  ck_assert(adref_yaml_integer(map, "i", &integer, &error) && integer == -5000);
  ck_assert(adref_yaml_integer(map, "m", &integer, &error) && integer == G_MININT64);
}
END_TEST

static const struct {
  const char *text;
  const char *integer, *boolean;
} typed[] = {
    {"k: 5,000", "k is \"5,000\"; allowed is a whole number such as 5000",
     "k is \"5,000\"; allowed is true or false"},
    {"k: '1'", "k is the text \"1\"; allowed is a whole number such as 5000",
     "k is the text \"1\"; allowed is true or false"},
    {"k: 007", "k is \"007\"; allowed is a whole number such as 5000",
     "k is \"007\"; allowed is true or false"},
    {"k: 9223372036854775808",
     "k is \"9223372036854775808\"; allowed is a whole number such as 5000",
     "k is \"9223372036854775808\"; allowed is true or false"},
    {"k: [1, 2]", "k is a list of 2; allowed is a whole number such as 5000",
     "k is a list of 2; allowed is true or false"},
    {"k: yes", "k is \"yes\"; allowed is a whole number such as 5000",
     "k is \"yes\"; allowed is true or false"},
};

START_TEST(refuses_types)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefYaml) map = read_good(typed[_i].text);
  g_autofree char *integer_message = g_strconcat("f.yaml:1:4: ", typed[_i].integer, NULL);
  g_autofree char *boolean_message = g_strconcat("f.yaml:1:4: ", typed[_i].boolean, NULL);
  gint64 integer = 7;
  gboolean boolean = 7;
  ck_assert(!adref_yaml_integer(map, "k", &integer, &error));
  ck_assert_error(error, integer_message);
  ck_assert(!adref_yaml_boolean(map, "k", &boolean, &error));
  ck_assert_error(error, boolean_message);
  ck_assert(integer == 7 && boolean == 7);
}
END_TEST

START_TEST(refuses_texts)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefYaml) map = read_good("e:\nm: {a: 1}\nq: ''");
  const char *text = NULL;
  ck_assert(!adref_yaml_text(map, "e", &text, &error));
  ck_assert_error(error, "f.yaml:1:3: e is empty; allowed is a text");
  ck_assert(!adref_yaml_text(map, "m", &text, &error));
  ck_assert_error(error, "f.yaml:2:4: m is a map; allowed is a text");
  ck_assert_ptr_null(text);
  ck_assert(adref_yaml_text(map, "q", &text, &error));
  ck_assert_str_eq(text, "");
}
END_TEST

/* What is read and written again; NULL: the same. */
static const struct {
  const char *text;
  const char *written;
} written[] = {
    {"a: b\nlist:\n- 1\n- x: y\n  z: true\nempty: []\nmap: {}\n", NULL},
    {"a: '5'\nb: '2023-12-17'\nc: 'no'\nd: ''\ne: 17 December 2023\nf: 50th\n", NULL},
    {"a: 'b: c'\nb: '# d'\nc: '- e'\nd: 'it''s: x'\ne: 東京\n", NULL},
    {"a: \"two\\nlines\\n\"\n", NULL},
    {"{a: \"plain\", b: [1,2]}", "a: plain\nb:\n- 1\n- 2\n"},
    {"a: |\n  x\n  y\n", "a: \"x\\ny\\n\"\n"},
    {"", "{}\n"},
};

START_TEST(writes)
{
  g_autoptr(AdrefYaml) root = read_good(written[_i].text);
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_put_node(writer, root);
  g_autoptr(GString) text = adref_yaml_writer_end(writer);
  ck_assert_str_eq(text->str, written[_i].written ? written[_i].written : written[_i].text);
}
END_TEST

START_TEST(writes_by_hand)
{
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_open_map(writer);
  adref_yaml_put(writer, "values");
  adref_yaml_open_list(writer);
  adref_yaml_put(writer, "5000");
  adref_yaml_put_quoted(writer, "5000");
  adref_yaml_close(writer);
  adref_yaml_put(writer, "words");
  adref_yaml_put_quoted(writer, "[shall - JPN / should]");
  g_autoptr(GString) text = adref_yaml_writer_end(writer);
  ck_assert_str_eq(text->str, "values:\n- 5000\n- '5000'\nwords: '[shall - JPN / should]'\n");
}
END_TEST

TCase *tcase_yaml(void)
{
  TCase *tcase = tcase_create("yaml");
  tcase_add_test(tcase, reads_a_tree);
  tcase_add_test(tcase, counts_from_the_first_line);
  tcase_add_loop_test(tcase, the_plainest_yaml_needs_no_libyaml, 0, G_N_ELEMENTS(lines));
  tcase_add_loop_test(tcase, the_plainest_yaml_is_read_as_libyaml_reads_it, 0, G_N_ELEMENTS(lines));
  tcase_add_loop_test(tcase, reads_nothing_as_an_empty_map, 0, 4);
  tcase_add_loop_test(tcase, refuses, 0, G_N_ELEMENTS(errors));
  tcase_add_test(tcase, limits_depth_and_size);
  tcase_add_test(tcase, reads_huge_maps);
  tcase_add_test(tcase, checks_keys);
  tcase_add_test(tcase, reads_types);
  tcase_add_loop_test(tcase, refuses_types, 0, G_N_ELEMENTS(typed));
  tcase_add_test(tcase, refuses_texts);
  tcase_add_loop_test(tcase, writes, 0, G_N_ELEMENTS(written));
  tcase_add_test(tcase, writes_by_hand);
  return tcase;
}
