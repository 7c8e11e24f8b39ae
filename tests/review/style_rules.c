/* The files of a house style: what is wrong in them, and the examples that fail. What the rules
 * find in texts is in checks.txt and tests/cli/check-style.md. */
#include "review/check/style_rules.h"

#include <string.h>

#include "base/error.h"
#include "review/cases.h"

/* --- a source of files in memory --- */

typedef struct {
  AdrefFileSource source; /* the first member */
  const char *const (*files)[2];
  guint count;
} Files;

static GBytes *read_one(AdrefFileSource *source, const char *path, gsize limit, GError **error)
{
  const Files *self = (const Files *)source;
  (void)limit;
  for (guint i = 0; i < self->count; i++) {
    g_autofree char *own =
        g_strdup_printf("%s/%s.yaml", ADREF_STYLE_RULES_FOLDER, self->files[i][0]);
    if (strcmp(own, path) == 0)
      return g_bytes_new_static(self->files[i][1], strlen(self->files[i][1]));
  }
  g_set_error(error, ADREF_ERROR, ADREF_ERROR_NOT_FOUND, "%s: no", path);
  return NULL;
}

#define FILES(list) ((Files){{.read = read_one}, list, G_N_ELEMENTS(list)})

static AdrefStyleRules *read_rules(Files *files, const char *name)
{
  GError *error = NULL;
  AdrefStyleRules *rules =
      adref_style_rules_read((AdrefFileSource *const[2]){NULL, &files->source}, name, &error);
  ck_assert_no_error(error);
  return rules;
}

static char *joined(const GPtrArray *lines)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf(out, "%s%s", i > 0 ? "\n" : "", (const char *)lines->pdata[i]);
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* --- rules that are wrong --- */

#define PATH  "templates/styles/rules/x.yaml:"
#define WORDS "id: r, message: m, why: w, "

static const struct {
  const char *rule, *problem; /* behind the path; "": there is none */
} rules[] = {
    {WORDS "type: existence, pattern: x", ""},
    {"message: m, why: w, type: existence, pattern: x", "2:5: a rule needs the key \"id\""},
    {"id: r, why: w, type: existence, pattern: x", "2:5: a rule needs the key \"message\""},
    {"id: r, message: m, type: existence, pattern: x", "2:5: a rule needs the key \"why\""},
    {"id: R, message: m, why: w, type: existence, pattern: x", "2:10: id is \"R\""},
    {WORDS "pattern: x", "2:5: a rule needs the key \"type\""},
    {WORDS "type: other, pattern: x", "2:39: type is \"other\""},
    {WORDS "type: existence", "2:5: a rule needs the key \"pattern\""},
    {WORDS "type: occurrence", "2:5: a rule needs the key \"pattern\""},
    {WORDS "type: repetition", "2:5: a rule needs the key \"pattern\""},
    {WORDS "type: substitution", "2:5: a rule needs the key \"swap\""},
    {WORDS "type: consistency", "2:5: a rule needs the key \"either\""},
    {WORDS "type: conditional, with: x", "2:5: a rule needs the key \"pattern\""},
    {WORDS "type: conditional, pattern: x", "2:5: a rule needs the key \"with\""},
    {WORDS "type: capitalization, case: upper", "2:5: a rule needs the key \"pattern\""},
    {WORDS "type: capitalization, pattern: x", "2:5: a rule needs the key \"case\""},
    {WORDS "type: capitalization, pattern: x, case: none",
     "2:73: case is \"none\"; allowed is upper, lower, title or sentence"},
    {WORDS "type: existence, pattern: x, severity: bad",
     "2:72: severity is \"bad\"; allowed is note, warning or error"},
    {WORDS "type: existence, pattern: x, severity: [note]",
     "2:72: severity is a list of 1; allowed is note, warning or error"},
    {WORDS "type: existence, pattern: x, position: first",
     "2:72: position is \"first\"; allowed is everywhere, last or not-last"},
    {WORDS "type: existence, pattern: x, position: not-last", ""},
    {WORDS "type: existence, pattern: x, most: y",
     "2:68: most is \"y\"; allowed is a whole number such as 5000"},
    {WORDS "type: existence, pattern: x, lists: 2",
     "2:69: lists is \"2\"; allowed is true or false"},
    {WORDS "type: existence, pattern: x, quotations: 2",
     "2:74: quotations is \"2\"; allowed is true or false"},
    {WORDS "type: existence, pattern: x, fix: 2", "2:67: fix is \"2\"; allowed is true or false"},
    {WORDS "type: existence, pattern: x, caseless: 2",
     "2:72: caseless is \"2\"; allowed is true or false"},
    {WORDS "type: existence, pattern: x, scope: [op, cells]", ""},
    {WORDS "type: existence, pattern: x, scope: [op, none]", "2:74: scope is \"none\""},
    {WORDS "type: existence, pattern: x, scope: []",
     "2:69: scope is a list of 0; allowed is a list of kinds"},
    {WORDS "type: existence, pattern: x, scope: op",
     "2:69: scope is \"op\"; allowed is a list of kinds"},
    {WORDS "type: existence, pattern: x, languages: en",
     "2:73: languages is \"en\"; allowed is a list of language tags, or [any]"},
    {WORDS "type: existence, pattern: ''",
     "2:59: pattern is the text \"\"; allowed is a pattern of PCRE2"},
    {WORDS "type: existence, pattern: [x]",
     "2:59: pattern is a list of 1; allowed is a pattern of PCRE2"},
    {WORDS "type: existence, pattern: '('",
     "2:59: the pattern \"(\" is wrong at character 2: missing closing parenthesis"},
    {WORDS "type: conditional, pattern: x, with: '('",
     "2:70: the pattern \"(\" is wrong at character 2: missing closing parenthesis"},
    {WORDS "type: existence, pattern: x, where: '('",
     "2:69: the pattern \"(\" is wrong at character 2: missing closing parenthesis"},
    {WORDS "type: consistency, either: [x]",
     "2:60: either is a list of 1; allowed is a list of two patterns"},
    {WORDS "type: consistency, either: [x, y, z]",
     "2:60: either is a list of 3; allowed is a list of two patterns"},
    {WORDS "type: consistency, either: x",
     "2:60: either is \"x\"; allowed is a list of two patterns"},
    {WORDS "type: consistency, either: [x, '(']",
     "2:64: the pattern \"(\" is wrong at character 2: missing closing parenthesis"},
    {WORDS "type: consistency, either: [x, y]", ""},
    {WORDS "type: substitution, swap: x",
     "2:59: swap is \"x\"; allowed is a map from words to words"},
    {WORDS "type: substitution, swap: {'(': x}",
     "2:60: the pattern \"(?<![\\w-])(?:()(?![\\w-])\" is wrong at character 25: miss"},
    {WORDS "type: substitution, swap: {x: [y]}", "2:60: what stands in place of words is words"},
    {WORDS "type: existence, pattern: x, other: y",
     "2:62: a rule has no key \"other\" (did you mean \"either\"?)"},
};

START_TEST(a_wrong_rule_is_a_problem_at_its_place)
{
  g_autofree char *text = g_strdup_printf("rules:\n  - {%s}\n", rules[_i].rule);
  const char *const list[][2] = {{"x", text}};
  Files files = FILES(list);
  g_autoptr(AdrefStyleRules) self = read_rules(&files, "x");
  g_autofree char *found = joined(adref_style_rules_problems(self));
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  adref_style_rules_list(self, all);
  ck_assert_uint_eq(all->len, *rules[_i].problem ? 0 : 1);
  g_autofree char *expected = g_strconcat(PATH, rules[_i].problem, NULL);
  ck_assert_msg(*rules[_i].problem ? g_str_has_prefix(found, expected) : *found == '\0', "%s: %s",
                rules[_i].rule, found);
}
END_TEST

/* --- files --- */

#define RULE(id) "  - {id: " id ", message: m, why: w, type: existence, pattern: x}\n"

static const char *const several[][2] = {
    {"x", "include: [y, x, none, [z], y]\nrules:\n" RULE("a") RULE("b") RULE("a")},
    {"y", "include: [x]\nrules:\n" RULE("a") RULE("c")},
    {"map", "rules: {a: b}\n"},
    {"key", "rule: []\n"},
    {"bad", "rules: [\n"},
};

static char *rules_of(const AdrefStyleRules *self)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new(), ids = g_ptr_array_new();
  adref_style_rules_list(self, all);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add(ids, (gpointer)(guintptr)((const AdrefCheckRule *)all->pdata[i])->id);
  return joined(ids);
}

START_TEST(files_include_others)
{
  Files files = FILES(several);
  g_autoptr(AdrefStyleRules) self = read_rules(&files, "x");
  g_autofree char *found = joined(adref_style_rules_problems(self)), *ids = rules_of(self);
  ck_assert_str_eq(found, PATH "1:17: include names \"none\", and there is no "
                               "templates/styles/rules/none.yaml\n" PATH
                               "1:23: include names at most 8 other files of rules\n" PATH
                               "5:5: style/a stands on line 3 already, and that rule is left out; "
                               "give each rule its own id");
  ck_assert_str_eq(ids, "style/c\nstyle/b\nstyle/a");
  g_auto(GStrv) paths =
      adref_style_rules_files((AdrefFileSource *const[2]){&files.source, NULL}, "x");
  g_autofree char *names = g_strjoinv(" ", paths);
  ck_assert_str_eq(names, "templates/styles/rules/x.yaml templates/styles/rules/y.yaml");
}
END_TEST

START_TEST(a_file_that_is_none)
{
  static const char *const wrong[][2] = {
      {"map", "templates/styles/rules/map.yaml:1:8: rules is a map; allowed is a list, each rule "
              "after \"- \""},
      {"key", "templates/styles/rules/key.yaml:1:1: "},
      {"bad", "templates/styles/rules/bad.yaml:"},
  };
  Files files = FILES(several);
  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autoptr(AdrefStyleRules) self = read_rules(&files, wrong[i][0]);
    g_autofree char *found = joined(adref_style_rules_problems(self));
    ck_assert_msg(g_str_has_prefix(found, wrong[i][1]), "%s", found);
    ck_assert_uint_eq(adref_style_rules_problems(self)->len, 1);
  }
  GError *error = NULL;
  ck_assert_ptr_null(
      adref_style_rules_read((AdrefFileSource *const[2]){NULL, &files.source}, "z", &error));
  ck_assert_error(error, "templates/styles/rules/z.yaml: no");
  ck_assert_ptr_null(adref_style_rules_read((AdrefFileSource *const[2]){NULL, NULL}, "z", &error));
  ck_assert_error(error, "templates/styles/rules/z.yaml: there is no such file");
}
END_TEST

/* Nine files, each of which includes the next: eight are read besides the first. */
START_TEST(eight_files_are_included)
{
  char *texts[10];
  const char *list[10][2];
  static const char *const names[] = {"f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9"};
  for (guint i = 0; i < 10; i++) {
    texts[i] = i < 9 ? g_strdup_printf("include: [f%u]\nrules:\n" RULE("r%u"), i + 1, i)
                     : g_strdup("rules:\n" RULE("r9"));
    list[i][0] = names[i];
    list[i][1] = texts[i];
  }
  Files files = {{.read = read_one}, (const char *const(*)[2])list, 10};
  for (guint first = 0; first < 2; first++) {
    g_autoptr(AdrefStyleRules) self = read_rules(&files, names[first]);
    g_autofree char *found = joined(adref_style_rules_problems(self));
    ck_assert_str_eq(found, first == 1 ? ""
                                       : "templates/styles/rules/f8.yaml:1:11: include names at "
                                         "most 8 other files of rules");
  }
  for (guint i = 0; i < 10; i++)
    g_free(texts[i]);
}
END_TEST

START_TEST(five_hundred_rules)
{
  for (guint count = ADREF_STYLE_RULES_MAX; count <= ADREF_STYLE_RULES_MAX + 1; count++) {
    g_autoptr(GString) text = g_string_new("rules:\n");
    for (guint i = 0; i < count; i++)
      g_string_append_printf(text, RULE("r%u"), i);
    const char *const list[][2] = {{"x", text->str}};
    Files files = FILES(list);
    g_autoptr(AdrefStyleRules) self = read_rules(&files, "x");
    g_autofree char *found = joined(adref_style_rules_problems(self));
    ck_assert_str_eq(found, count <= 500 ? "" : PATH "502:5: a style has at most 500 rules");
  }
}
END_TEST

/* --- examples --- */

static const char examples[] =
    "rules:\n"
    "  - {id: a, message: 'no %s', why: w, type: existence, pattern: 'if|when', examples: [\n"
    "    {text: we go if, finds: [if]},\n"
    "    {text: we go if when, finds: [if, when]},\n"
    "    {text: we go if when, finds: [when, if]},\n"
    "    {text: we go if when, finds: [if]},\n"
    "    {text: we go, finds: [if, when]},\n"
    "    {text: we go},\n"
    "    {text: we go if},\n"
    "    {text: we go if, language: fr},\n"
    "    {text: [we go, if], finds: [if]},\n"
    "    {text: we go if, finds: [[x]]},\n"
    "    {text: 'we go if', kind: plain, finds: [if]},\n"
    "    x]}\n"
    "  - {id: b, message: m, why: w, type: existence, pattern: x}\n"
    "  - {id: c, message: m, why: w, type: existence, pattern: x, examples: []}\n"
    "  - {id: d, message: 'no %s', why: w, type: substitution, caseless: true, swap: {utilise: "
    "use}, examples: [\n"
    "    {text: Utilise it, finds: [nothing]},\n"
    "    {text: to utilise it, finds: [-> use]}]}\n";

START_TEST(examples_that_fail)
{
  const char *const list[][2] = {{"x", examples}};
  Files files = FILES(list);
  g_autoptr(AdrefStyleRules) self = read_rules(&files, "x");
  guint count = 0;
  g_autoptr(GPtrArray) failures = adref_style_rules_test(self, &count);
  g_autofree char *found = joined(failures);
  ck_assert_str_eq(found, PATH
                   "5:5: example of style/a: expected when | if, found no if | no when\n" PATH
                   "6:5: example of style/a: expected if, found no if | no when\n" PATH
                   "7:5: example of style/a: expected if | when, found nothing\n" PATH
                   "9:5: example of style/a: expected nothing, found no if\n" PATH
                   "12:5: example of style/a: expected ?, found no if\n" PATH
                   "14:5: example of style/a: expected nothing, found no map\n" PATH
                   "15:5: style/b has no examples\n" PATH "16:5: style/c has no examples\n" PATH
                   "18:5: example of style/d: expected nothing, found no Utilise -> Use");
  ck_assert_uint_eq(count, 14);
}
END_TEST

TCase *tcase_style_rules(void)
{
  TCase *tcase = tcase_create("style_rules");
  tcase_add_loop_test(tcase, a_wrong_rule_is_a_problem_at_its_place, 0, G_N_ELEMENTS(rules));
  tcase_add_test(tcase, files_include_others);
  tcase_add_test(tcase, a_file_that_is_none);
  tcase_add_test(tcase, eight_files_are_included);
  tcase_add_test(tcase, five_hundred_rules);
  tcase_add_test(tcase, examples_that_fail);
  return tcase;
}
