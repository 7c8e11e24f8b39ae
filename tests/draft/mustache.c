#include "draft/library/mustache.h"

#include <string.h>

#include "base/name.h"
#include "draft/cases.h"
#include "draft/room.h"
#include "draft/statement/assemble.h"
#include "suite.h"
#include "yaml_scope.h"

/* Every case that the public Mustache specification names, in its order, with our own data; where
 * it escapes HTML, we escape Markdown. */
typedef struct {
  const char *name;
  const char *template;
  const char *data; /* YAML; NULL: none */
  const char *expected;
  const char *partials; /* YAML; NULL: none */
} Case;

static const Case interpolation[] = {
    {"No Interpolation", "Signed in {Tokyo}.\n", NULL, "Signed in {Tokyo}.\n", NULL},
    {"Basic", "Signed in {{place}}.\n", "{place: Tokyo}", "Signed in Tokyo.\n", NULL},
    {"No Re-interpolation", "{{{a}}}; {{b}}", "{a: '{{b}}', b: Hue}", "{{b}}; Hue", NULL},
    {"Escaping", "now {{x}}\n", "{x: '* _ ['}", "now \\* \\_ \\[\n", NULL},
    {"Triple", "now {{{x}}}\n", "{x: '* _ ['}", "now * _ [\n", NULL},
    {"Ampersand", "now {{&x}}\n", "{x: '* _ ['}", "now * _ [\n", NULL},
    {"Integer", "{{n}} people", "{n: 42}", "42 people", NULL},
    {"Triple Integer", "{{{n}}} people", "{n: 42}", "42 people", NULL},
    {"Ampersand Integer", "{{&n}} people", "{n: 42}", "42 people", NULL},
    {"Decimal", "{{n}} %", "{n: 2.5}", "2.5 %", NULL},
    {"Triple Decimal", "{{{n}}} %", "{n: 2.5}", "2.5 %", NULL},
    {"Ampersand Decimal", "{{&n}} %", "{n: 2.5}", "2.5 %", NULL},
    {"Null", "<{{x}}>", "{x: null}", "<>", NULL},
    {"Triple Null", "<{{{x}}}>", "{x: null}", "<>", NULL},
    {"Ampersand Null", "<{{&x}}>", "{x: null}", "<>", NULL},
    {"Context Miss", "<{{x}}>", NULL, "<>", NULL},
    {"Triple Context Miss", "<{{{x}}}>", NULL, "<>", NULL},
    {"Ampersand Context Miss", "<{{&x}}>", NULL, "<>", NULL},
    {"Dotted", "{{d.y}}={{#d}}{{y}}{{/d}}", "{d: {y: 2023}}", "2023=2023", NULL},
    {"Dotted Triple", "{{{d.y}}}={{#d}}{{{y}}}{{/d}}", "{d: {y: '*'}}", "*=*", NULL},
    {"Dotted Ampersand", "{{&d.y}}={{#d}}{{&y}}{{/d}}", "{d: {y: '*'}}", "*=*", NULL},
    {"Dotted Depth", "{{p.q.r.s}}", "{p: {q: {r: {s: deep}}}}", "deep", NULL},
    {"Broken Chains", "<{{p.q.r}}>", "{p: {}}", "<>", NULL},
    {"Broken Chain Resolution", "<{{p.q.r}}>", "{p: {}, q: {r: wrong}}", "<>", NULL},
    {"Initial Resolution", "{{#p}}{{q.r}}{{/p}}", "{p: {q: {r: inner}}, q: {r: outer}}", "inner",
     NULL},
    {"Context Precedence", "<{{#p}}{{q.r}}{{/p}}>", "{p: {q: {}}, q: {r: wrong}}", "<>", NULL},
    {"Never Single Keys", "<{{p.q}}>", "{p.q: wrong}", "<>", NULL},
    {"No Masking", "{{p.q}}", "{p.q: wrong, p: {q: right}}", "right", NULL},
    {"Implicit", "To {{.}}.\n", "Tokyo", "To Tokyo.\n", NULL},
    {"Implicit Escaping", "at {{.}}\n", "'* _ ['", "at \\* \\_ \\[\n", NULL},
    {"Implicit Triple", "at {{{.}}}\n", "'* _ ['", "at * _ [\n", NULL},
    {"Implicit Ampersand", "at {{&.}}\n", "'* _ ['", "at * _ [\n", NULL},
    {"Implicit Integer", "{{.}} people", "42", "42 people", NULL},
    {"Surrounding Whitespace", "a {{x}} b", "{x: '+'}", "a \\+ b", NULL},
    {"Triple Surrounding Whitespace", "a {{{x}}} b", "{x: '+'}", "a + b", NULL},
    {"Ampersand Surrounding Whitespace", "a {{&x}} b", "{x: '+'}", "a + b", NULL},
    {"Standalone", "  {{x}}\n", "{x: y}", "  y\n", NULL},
    {"Triple Standalone", "  {{{x}}}\n", "{x: y}", "  y\n", NULL},
    {"Ampersand Standalone", "  {{&x}}\n", "{x: y}", "  y\n", NULL},
    {"Padding", "<{{ x }}>", "{x: y}", "<y>", NULL},
    {"Triple Padding", "<{{{ x }}}>", "{x: y}", "<y>", NULL},
    {"Ampersand Padding", "<{{& x }}>", "{x: y}", "<y>", NULL},
};

static const Case sections[] = {
    {"Truthy", "<{{#t}}seen{{/t}}>", "{t: true}", "<seen>", NULL},
    {"Falsey", "<{{#t}}seen{{/t}}>", "{t: false}", "<>", NULL},
    {"Null", "<{{#t}}seen{{/t}}>", "{t: null}", "<>", NULL},
    {"Context", "{{#host}}In {{city}}.{{/host}}", "{host: {city: Hanoi}}", "In Hanoi.", NULL},
    {"Parent Contexts", "{{#s}}{{a}} {{b}} {{c.d}}{{/s}}",
     "{a: one, b: wrong, s: {b: two}, c: {d: three}}", "one two three", NULL},
    {"Variable Test", "{{#x}}{{.}} = {{x}}{{/x}}", "{x: y}", "y = y", NULL},
    {"List Contexts", "{{#a}}{{#b}}{{n.s}}{{m}},{{#c}}{{n.l}}{{m}}{{k}};{{/c}}{{/b}}{{/a}}",
     "{a: [{n: {s: q, l: Q}, b: [{m: 7, c: [{k: u}, {k: v}]}]}]}", "q7,Q7u;Q7v;", NULL},
    {"Deeply Nested",
     "{{#a}}\n{{x}}\n{{#b}}\n{{x}}{{y}}\n{{#c.d}}\n{{x}}{{y}}{{.}}\n{{/c.d}}\n"
     "{{x}}{{y}}\n{{/b}}\n{{x}}\n{{/a}}\n",
     "{a: {x: 1}, b: {y: 2}, c: {d: 3}}", "1\n12\n123\n12\n1\n", NULL},
    {"List", "<{{#l}}{{n}}{{/l}}>", "{l: [{n: 1}, {n: 2}, {n: 3}]}", "<123>", NULL},
    {"Empty List", "<{{#l}}seen{{/l}}>", "{l: []}", "<>", NULL},
    {"Doubled", "{{#t}}\n- a\n{{/t}}\n- {{x}}\n{{#t}}\n- c\n{{/t}}\n", "{t: true, x: b}",
     "- a\n- b\n- c\n", NULL},
    {"Nested Truthy", "a {{#t}}b {{#t}}c{{/t}} d{{/t}} e", "{t: true}", "a b c d e", NULL},
    {"Nested Falsey", "a {{#t}}b {{#t}}c{{/t}} d{{/t}} e", "{t: false}", "a  e", NULL},
    {"Context Misses", "<{{#x}}seen{{/x}}>", NULL, "<>", NULL},
    {"Implicit String", "{{#l}}({{.}}){{/l}}", "{l: [a, b]}", "(a)(b)", NULL},
    {"Implicit Integer", "{{#l}}({{.}}){{/l}}", "{l: [1, 2]}", "(1)(2)", NULL},
    {"Implicit Decimal", "{{#l}}({{.}}){{/l}}", "{l: [0.5, 1.5]}", "(0.5)(1.5)", NULL},
    {"Implicit Array", "{{#l}}({{#.}}{{.}}{{/.}}){{/l}}", "{l: [[1, 2], [a]]}", "(12)(a)", NULL},
    {"Implicit Escaping", "{{#l}}({{.}}){{/l}}", "{l: ['*', '[']}", "(\\*)(\\[)", NULL},
    {"Implicit Triple", "{{#l}}({{{.}}}){{/l}}", "{l: ['*', '[']}", "(*)([)", NULL},
    {"Implicit Ampersand", "{{#l}}({{&.}}){{/l}}", "{l: ['*', '[']}", "(*)([)", NULL},
    {"Implicit Root", "{{#.}}({{n}}){{/.}}", "[{n: 1}, {n: 2}]", "(1)(2)", NULL},
    {"Dotted Truthy", "{{#p.q}}seen{{/p.q}}", "{p: {q: true}}", "seen", NULL},
    {"Dotted Falsey", "<{{#p.q}}seen{{/p.q}}>", "{p: {q: false}}", "<>", NULL},
    {"Dotted Broken", "<{{#p.q}}seen{{/p.q}}>", "{p: {}}", "<>", NULL},
    {"Surrounding Whitespace", " a {{#t}}\tb\t{{/t}} c \n", "{t: true}", " a \tb\t c \n", NULL},
    {"Internal Whitespace", " a {{#t}} {{! words }}\n {{/t}} c \n", "{t: true}", " a  \n  c \n",
     NULL},
    {"Indented Inline", " {{#t}}a{{/t}}\n {{#t}}b{{/t}}\n", "{t: true}", " a\n b\n", NULL},
    {"Standalone Lines", "a\n{{#t}}\nb\n{{/t}}\nc\n", "{t: true}", "a\nb\nc\n", NULL},
    {"Indented Standalone", "a\n  {{#t}}\nb\n\t{{/t}} \nc\n", "{t: true}", "a\nb\nc\n", NULL},
    {"Line Endings", "a\r\n{{#t}}\r\n{{/t}}\r\nb", "{t: true}", "a\r\nb", NULL},
    {"Without Previous Line", "  {{#t}}\na{{/t}}\nb", "{t: true}", "a\nb", NULL},
    {"Without Newline", "a{{#t}}\nb\n  {{/t}}", "{t: true}", "a\nb\n", NULL},
    {"Padding", "<{{# t }}a{{/ t }}>", "{t: true}", "<a>", NULL},
};

static const Case inverted[] = {
    {"Falsey", "<{{^t}}seen{{/t}}>", "{t: false}", "<seen>", NULL},
    {"Truthy", "<{{^t}}seen{{/t}}>", "{t: true}", "<>", NULL},
    {"Null", "<{{^t}}seen{{/t}}>", "{t: null}", "<seen>", NULL},
    {"Context", "<{{^host}}In {{city}}.{{/host}}>", "{host: {city: Hanoi}}", "<>", NULL},
    {"List", "<{{^l}}{{n}}{{/l}}>", "{l: [{n: 1}]}", "<>", NULL},
    {"Empty List", "<{{^l}}seen{{/l}}>", "{l: []}", "<seen>", NULL},
    {"Doubled", "{{^t}}\n- a\n{{/t}}\n- {{x}}\n{{^t}}\n- c\n{{/t}}\n", "{t: false, x: b}",
     "- a\n- b\n- c\n", NULL},
    {"Nested Falsey", "a {{^t}}b {{^t}}c{{/t}} d{{/t}} e", "{t: false}", "a b c d e", NULL},
    {"Nested Truthy", "a {{^t}}b {{^t}}c{{/t}} d{{/t}} e", "{t: true}", "a  e", NULL},
    {"Context Misses", "<{{^x}}none{{/x}}>", NULL, "<none>", NULL},
    {"Dotted Truthy", "<{{^p.q}}seen{{/p.q}}>", "{p: {q: true}}", "<>", NULL},
    {"Dotted Falsey", "<{{^p.q}}seen{{/p.q}}>", "{p: {q: false}}", "<seen>", NULL},
    {"Dotted Broken", "<{{^p.q}}seen{{/p.q}}>", "{p: {}}", "<seen>", NULL},
    {"Surrounding Whitespace", " a {{^t}}\tb\t{{/t}} c \n", "{t: false}", " a \tb\t c \n", NULL},
    {"Internal Whitespace", " a {{^t}} {{! words }}\n {{/t}} c \n", "{t: false}", " a  \n  c \n",
     NULL},
    {"Indented Inline", " {{^t}}a{{/t}}\n {{^t}}b{{/t}}\n", "{t: false}", " a\n b\n", NULL},
    {"Standalone Lines", "a\n{{^t}}\nb\n{{/t}}\nc\n", "{t: false}", "a\nb\nc\n", NULL},
    {"Indented Standalone", "a\n  {{^t}}\nb\n\t{{/t}}\nc\n", "{t: false}", "a\nb\nc\n", NULL},
    {"Line Endings", "a\r\n{{^t}}\r\n{{/t}}\r\nb", "{t: false}", "a\r\nb", NULL},
    {"Without Previous Line", "  {{^t}}\na{{/t}}\nb", "{t: false}", "a\nb", NULL},
    {"Without Newline", "a{{^t}}\nb\n  {{/t}}", "{t: false}", "a\nb\n", NULL},
    {"Padding", "<{{^ t }}a{{/ t }}>", "{t: false}", "<a>", NULL},
};

static const Case comments[] = {
    {"Inline", "ab{{! words }}cd", NULL, "abcd", NULL},
    {"Multiline", "ab{{!\n  some\n  words\n}}cd\n", NULL, "abcd\n", NULL},
    {"Standalone", "a\n{{! words }}\nb\n", NULL, "a\nb\n", NULL},
    {"Indented Standalone", "a\n  {{! words }}\nb\n", NULL, "a\nb\n", NULL},
    {"Line Endings", "a\r\n{{! words }}\r\nb", NULL, "a\r\nb", NULL},
    {"Without Previous Line", "  {{! words }}\na", NULL, "a", NULL},
    {"Without Newline", "a\n  {{! words }}", NULL, "a\n", NULL},
    {"Multiline Standalone", "a\n{{!\nwords\n}}\nb\n", NULL, "a\nb\n", NULL},
    {"Indented Multiline", "a\n  {{!\n    words\n  }}\nb\n", NULL, "a\nb\n", NULL},
    {"Indented Inline", "  ab {{! words }}\n", NULL, "  ab \n", NULL},
    {"Surrounding Whitespace", "ab {{! words }} cd", NULL, "ab  cd", NULL},
    {"Name Collision", "<{{! x }}>", "{x: 1, '! x': 2, '!x': 3}", "<>", NULL},
};

static const Case partials[] = {
    {"Basic", "<{{>p}}>", NULL, "<words>", "{p: words}"},
    {"Failed Lookup", "<{{>p}}>", NULL, "<>", NULL},
    {"Context", "<{{>p}}>", "{x: y}", "<(y)>", "{p: '({{x}})'}"},
    {"Recursion", "{{>p}}", "{x: a, l: [{x: b, l: []}]}", "a(b())",
     "{p: '{{x}}({{#l}}{{>p}}{{/l}})'}"},
    {"Nested", "{{>p}}", "{x: a, y: b}", "(a [b])", "{p: '({{x}} {{>q}})', q: '[{{y}}]'}"},
    {"Surrounding Whitespace", "a {{>p}} b", NULL, "a \tx\t b", "{p: \"\\tx\\t\"}"},
    {"Inline Indentation", "  {{x}}  {{> p}}\n", "{x: y}", "  y  a\nb\n", "{p: \"a\\nb\"}"},
    {"Line Endings", "a\r\n{{>p}}\r\nb", NULL, "a\r\nxb", "{p: x}"},
    {"Without Previous Line", "  {{>p}}\nc", NULL, "  a\n  bc", "{p: \"a\\nb\"}"},
    {"Without Newline", "x\n  {{>p}}", NULL, "x\n  a\n  b", "{p: \"a\\nb\"}"},
    {"Standalone Indentation", "x\n {{>p}}\ny\n", "{v: \"+\\n-\"}", "x\n a\n +\n-\n b\ny\n",
     "{p: \"a\\n{{{v}}}\\nb\\n\"}"},
    {"Padding", "<{{> p }}>", NULL, "<x>", "{p: x}"},
    {"nested indentation", "1\n  {{>p}}\n2\n", "{t: true}", "1\n  a\n    c\n    d\n  b\n\n  e\n2\n",
     "{p: \"a\\n  {{>q}}\\nb\\n\\n{{#t}}\\ne\\n{{/t}}\\n\", q: \"c\\nd\\n\"}"},
    {"only a partial in a partial", "1\n  {{>p}}\n2\n", NULL, "1\n  c\n  d\n2\n",
     "{p: '{{>q}}', q: \"c\\nd\\n\"}"},
    {"a section at the start of a line", " {{>p}}\n", "{t: true, f: false}", " ab\n c\n",
     "{p: \"{{#t}}a{{/t}}b\\n{{#f}}x{{/f}}c\\n\"}"},
};

static const Case delimiters[] = {
    {"Pair Behavior", "{{=<% %>=}}<<%x%>>", "{x: y}", "<y>", NULL},
    {"Special Characters", "({{=[ ]=}}[x])", "{x: y}", "(y)", NULL},
    {"Sections", "{{#t}}\n {{x}}\n |x|\n{{/t}}\n{{= | | =}}\n|#t|\n {{x}}\n |x|\n|/t|\n",
     "{t: true, x: y}", " y\n |x|\n {{x}}\n y\n", NULL},
    {"Inverted", "{{^t}}\n {{x}}\n |x|\n{{/t}}\n{{= | | =}}\n|^t|\n {{x}}\n |x|\n|/t|\n",
     "{t: false, x: y}", " y\n |x|\n {{x}}\n y\n", NULL},
    {"Partial Inheritance", "({{>p}})\n{{= | | =}}\n(|>p|)\n", "{x: y}", "(-y-)\n(-y-)\n",
     "{p: '-{{x}}-'}"},
    {"Post-Partial", "({{>p}})\n(-{{x}}-|x|-)\n", "{x: y}", "(-y- -y-)\n(-y-|x|-)\n",
     "{p: '-{{x}}-{{= | | =}} -|x|-'}"},
    {"Surrounding Whitespace", "a {{=@ @=}} b", NULL, "a  b", NULL},
    {"Outlying Whitespace", " a {{=@ @=}}\n", NULL, " a \n", NULL},
    {"Standalone", "a\n{{=@ @=}}\nb\n", NULL, "a\nb\n", NULL},
    {"Indented Standalone", "a\n  {{=@ @=}}\nb\n", NULL, "a\nb\n", NULL},
    {"Line Endings", "a\r\n{{= @ @ =}}\r\nb", NULL, "a\r\nb", NULL},
    {"Without Previous Line", "  {{=@ @=}}\na", NULL, "a", NULL},
    {"Without Newline", "a\n  {{=@ @=}}", NULL, "a\n", NULL},
    {"Padding", "<{{= @   @ =}}>", NULL, "<>", NULL},
    {"triple with other delimiters", "{{=<% %>=}}<%{x}%>", "{x: '*'}", "*", NULL},
};

static char *render_in(const Case *c, gboolean strict, GError **error)
{
  return yaml_render(c->template, c->data, c->partials, strict, error);
}

static void check_cases(const Case *cases, gsize count)
{
  for (gsize i = 0; i < count; i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *text = render_in(&cases[i], FALSE, &error);
    ck_assert_msg(text, "%s: %s", cases[i].name, error ? error->message : "");
    ck_assert_msg(strcmp(text, cases[i].expected) == 0, "%s: \"%s\", not \"%s\"", cases[i].name,
                  text, cases[i].expected);
  }
}

START_TEST(follows_the_specification)
{
  check_cases(interpolation, G_N_ELEMENTS(interpolation));
  check_cases(sections, G_N_ELEMENTS(sections));
  check_cases(inverted, G_N_ELEMENTS(inverted));
  check_cases(comments, G_N_ELEMENTS(comments));
  check_cases(partials, G_N_ELEMENTS(partials));
  check_cases(delimiters, G_N_ELEMENTS(delimiters));
}
END_TEST

/* --- the same cases as clause templates: what the manual counts (adref help templates) --- */

typedef enum {
  AS_SPECIFIED,
  NOT_WRITABLE, /* no parameter holds such data */
  BY_RULE,      /* an error, or what Markdown makes of it */
  OUTCOMES,
} Outcome;

/* The type of the parameter that holds a scalar; NULL: none. */
static const char *scalar_type(const AdrefYaml *node)
{
  gint64 integer;
  gboolean boolean;
  if (node->type != ADREF_YAML_SCALAR || yaml_is_plain(node, "null"))
    return NULL;
  if (node->quoted)
    return "text";
  if (adref_yaml_is_boolean(node, &boolean))
    return "boolean";
  if (adref_yaml_is_integer(node, &integer))
    return "integer";
  return node->text[strspn(node->text, "0123456789.")] == '\0' ? "decimal" : "text";
}

/* "{a: {type: text}}", the fields of records; NULL: they have none that a parameter holds. */
static char *fields_of(const AdrefYaml *record)
{
  GString *fields = g_string_new("{");
  for (guint i = 0; i < record->items->len; i++) {
    const AdrefYaml *field = record->items->pdata[i];
    const char *type = scalar_type(field);
    if (!type) {
      g_string_free(fields, TRUE);
      return NULL;
    }
    g_string_append_printf(fields, "%s%s: {type: %s}", i > 0 ? ", " : "", field->key, type);
  }
  return g_string_free(g_string_append_c(fields, '}'), FALSE);
}

/* "{type: list}"; NULL: no parameter holds it. */
static char *declaration_of(const AdrefYaml *node)
{
  const char *type = scalar_type(node);
  if (type)
    return g_strdup_printf("{type: %s}", type);
  if (node->type != ADREF_YAML_LIST)
    return NULL;
  const AdrefYaml *first = node->items->len > 0 ? node->items->pdata[0] : NULL;
  g_autofree char *fields = first && first->type == ADREF_YAML_MAP ? fields_of(first) : NULL;
  if (fields)
    return g_strdup_printf("{type: records, fields: %s}", fields);
  return !first || scalar_type(first) ? g_strdup("{type: list}") : NULL;
}

/* "{x: {type: text}}"; NULL: no parameters hold the data. */
static char *params_of(const AdrefYaml *data)
{
  g_autoptr(GString) params = g_string_new("{");
  if (data->type != ADREF_YAML_MAP)
    return NULL;
  for (guint i = 0; i < data->items->len; i++) {
    const AdrefYaml *node = data->items->pdata[i];
    g_autofree char *declaration =
        adref_name_is(ADREF_NAME_PARAM, node->key) ? declaration_of(node) : NULL;
    if (!declaration)
      return NULL;
    g_string_append_printf(params, "%s%s: %s", i > 0 ? ", " : "", node->key, declaration);
  }
  return g_strdup(g_string_append_c(params, '}')->str);
}

/* Names of partials are those of clause templates: {{> p/name}}. */
static char *with_topic(const char *template)
{
  g_autoptr(GRegex) tag = g_regex_new("([{|]>\\s*)([a-z]+)", 0, 0, NULL);
  return g_regex_replace(tag, template, -1, 0, "\\1p/\\2", 0, NULL);
}

/* The words without escapes and white space, which Markdown reads in its own way. */
static char *bare(const char *text)
{
  GString *words = g_string_new(NULL);
  for (const char *p = text; *p; p++)
    if (!g_ascii_isspace(*p) && *p != '\\')
      g_string_append_c(words, *p);
  return g_string_free(words, FALSE);
}

static void put_partials(const Room *room, const char *text)
{
  const char *given = text ? text : "{}";
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(given, strlen(given), "p", 1, NULL);
  for (guint i = 0; i < yaml->items->len; i++) {
    const AdrefYaml *partial = yaml->items->pdata[i];
    g_autofree char *name = g_strconcat("p/", partial->key, NULL);
    g_autofree char *body = with_topic(*partial->text ? partial->text : "{{! none }}");
    room_clause(room, name, "{}", body);
  }
}

static GString *render_clause(Room *room, const AdrefYaml *data)
{
  AdrefLibrary *library = room_open(room);
  const AdrefTemplate *template = adref_library_template(library, "t/main", "en", NULL);
  g_autoptr(GHashTable) values =
      g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)adref_value_unref);
  for (guint i = 0; template && i < data->items->len; i++) {
    const AdrefYaml *node = data->items->pdata[i];
    AdrefValue *value = adref_value_read(node, adref_template_param(template, node->key),
                                         adref_library_parties(library), NULL);
    if (value)
      g_hash_table_insert(values, node->key, value);
  }
  return template ? adref_render_template(library, template, values, NULL) : NULL;
}

static Outcome outcome_of(const Case *c)
{
  const char *data = c->data ? c->data : "{}";
  g_autoptr(AdrefYaml) yaml = adref_yaml_read(data, strlen(data), "d", 1, NULL);
  g_autofree char *params = params_of(yaml);
  if (!params)
    return NOT_WRITABLE;
  g_autoptr(Room) room = room_new();
  g_autofree char *body = with_topic(c->template);
  room_put(room, "templates/parties.yaml", "parties:\n  JPN: {short: Japan}\n");
  room_clause(room, "t/main", params, body);
  put_partials(room, c->partials);
  g_autoptr(GString) text = render_clause(room, yaml);
  g_autofree char *got = text ? bare(text->str) : g_strdup("");
  g_autofree char *expected = bare(c->expected);
  return text && strcmp(got, expected) == 0 ? AS_SPECIFIED : BY_RULE;
}

static void counts_are(const Case *cases, gsize count, const char *expected)
{
  guint counts[OUTCOMES] = {0};
  g_autoptr(GString) names = g_string_new(NULL);
  for (gsize i = 0; i < count; i++) {
    Outcome outcome = outcome_of(&cases[i]);
    counts[outcome]++;
    if (outcome == BY_RULE)
      g_string_append_printf(names, "; %s", cases[i].name);
  }
  g_autofree char *found = g_strdup_printf("%u %u %u%s", counts[AS_SPECIFIED], counts[NOT_WRITABLE],
                                           counts[BY_RULE], names->str);
  ck_assert_str_eq(found, expected);
}

START_TEST(clause_templates_are_mustache)
{
  counts_are(interpolation, G_N_ELEMENTS(interpolation),
             "21 18 3; Context Miss; Triple Context Miss; Ampersand Context Miss");
  counts_are(sections, G_N_ELEMENTS(sections), "23 10 1; Context Misses");
  counts_are(inverted, G_N_ELEMENTS(inverted), "16 5 1; Context Misses");
  counts_are(comments, G_N_ELEMENTS(comments), "11 1 0");
  counts_are(partials, G_N_ELEMENTS(partials), "12 1 2; Failed Lookup; Standalone Indentation");
  counts_are(delimiters, G_N_ELEMENTS(delimiters), "14 0 1; triple with other delimiters");
}
END_TEST

static const struct {
  const char *template;
  const char *message;
} errors[] = {
    {"a\n東 {{x", "t.md:6:3: a tag begins here and does not end; allowed is \"}}\" at its end"},
    {"{{{x}}", "t.md:5:1: a tag begins here and does not end; allowed is \"}}}\" at its end"},
    {"{{}}", "t.md:5:1: a tag without a name; allowed is a name such as {{date}}"},
    {"{{a b}}", "t.md:5:1: \"a b\" is not a name; allowed are names without spaces, joined by "
                "single dots"},
    {"{{a..b}}", "t.md:5:1: \"a..b\" is not a name; allowed are names without spaces, joined by "
                 "single dots"},
    {"{{#a}}\n{{#b}}{{/b}}", "t.md:5:1: section \"a\" is not closed; allowed is {{/a}} at its end"},
    {"x{{/a}}", "t.md:5:2: {{/a}} closes no section"},
    {"{{#a}}\n{{/b}}", "t.md:6:1: {{/b}} stands here; allowed is {{/a}}, which closes the section "
                       "of line 5"},
    {"{{=<% %> x=}}", "t.md:5:1: delimiters are changed as in {{=<% %>=}}: two delimiters, each "
                      "without spaces and \"=\""},
    {"a {{x.y}}", "t.md:5:3: no x.y"},
    {"{{^x}}{{/x}}", "t.md:5:1: no x"},
};

START_TEST(refuses)
{
  g_autoptr(GError) error = NULL;
  Case c = {"", errors[_i].template, NULL, NULL, NULL};
  ck_assert_ptr_null(render_in(&c, TRUE, &error));
  ck_assert_error(error, errors[_i].message);
}
END_TEST

static void fails(Case c, const char *message)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(render_in(&c, FALSE, &error));
  ck_assert_error(error, message);
}

START_TEST(ends_always)
{
  fails((Case){"a circle", "{{>p}}", NULL, NULL, "{p: 'x {{>p}}'}"},
        "p:1:3: partial \"p\" is nested too deep; perhaps it includes itself; allowed are 16 "
        "levels");
  g_autoptr(GString) list = g_string_new("{l: [1");
  for (guint i = 0; i < 100; i++)
    g_string_append(list, ", 1");
  g_string_append(list, "]}");
  fails((Case){"a bomb", "{{#l}}{{#l}}{{#l}}{{#l}}{{/l}}{{/l}}{{/l}}{{/l}}", list->str, NULL, NULL},
        "t.md:5:25: sections and partials are repeated too often; allowed are 1000000 steps");
  g_autofree char *words = g_strnfill(100000, 'a');
  g_autofree char *data = g_strdup_printf("{w: %s, %s", words, list->str + 1);
  fails((Case){"a flood", "{{#l}}{{{w}}}{{/l}}", data, NULL, NULL},
        "t.md:5:14: the text becomes too long here; allowed are 8388608 bytes");
  g_autofree char *indent = g_strnfill(5000, ' ');
  g_autofree char *indented = g_strdup_printf("%s{{>p}}\n", indent);
  g_autoptr(GString) partial = g_string_new("{p: \"");
  for (guint i = 0; i < 50000; i++)
    g_string_append(partial, "a\\n");
  g_string_append(partial, "\"}");
  fails((Case){"an indented flood", indented, NULL, NULL, partial->str},
        "p: the text becomes too long here; allowed are 8388608 bytes");
}
END_TEST

START_TEST(limits_sections)
{
  g_autoptr(GString) template = g_string_new(NULL);
  for (guint i = 0; i <= ADREF_MUSTACHE_MAX_SECTIONS; i++)
    g_string_append(template, "{{#a}}");
  fails((Case){"deep", template->str, NULL, NULL, NULL},
        "t.md:5:385: sections are nested too deep; allowed are 64 levels");
}
END_TEST

START_TEST(allows_nesting_up_to_the_limits)
{
  g_autoptr(GString) nested = g_string_new(NULL);
  for (guint i = 0; i < 64; i++)
    g_string_append(nested, "{{#a}}");
  g_string_append_c(nested, 'x');
  for (guint i = 0; i < 64; i++)
    g_string_append(nested, "{{/a}}");
  g_autoptr(GString) chain = g_string_new("{");
  for (guint i = 1; i < 16; i++)
    g_string_append_printf(chain, "p%u: '{{>p%u}}', ", i, i + 1);
  g_string_append(chain, "p16: y}");
  const Case cases[] = {{"64 sections", nested->str, "{a: true}", "x", NULL},
                        {"16 partials", "{{>p1}}", NULL, "y", chain->str}};
  check_cases(cases, G_N_ELEMENTS(cases));
}
END_TEST

static void note_tag(char kind, const char *name, AdrefLocation place, gpointer data)
{
  g_string_append_printf(data, "%c%s %u:%u;", kind ? kind : ' ', name, place.line, place.column);
}

START_TEST(walks_tags)
{
  static const char text[] = "{{a.b}} {{{c}}}{{! no }}\n{{#d}}\n{{&e}}{{^f}}{{/f}}{{/d}}{{> g/h}}";
  g_autoptr(AdrefMustache) template = adref_mustache_parse(text, strlen(text), "t", 1, NULL);
  g_autoptr(GString) tags = g_string_new(NULL);
  adref_mustache_each_tag(template, note_tag, tags);
  ck_assert_str_eq(tags->str, " a.b 1:1;&c 1:9;#d 2:1;&e 3:1;^f 3:7;/f 3:13;/d 3:19;>g/h 3:25;");
}
END_TEST

TCase *tcase_mustache(void)
{
  TCase *tcase = tcase_create("mustache");
  tcase_add_test(tcase, follows_the_specification);
  tcase_add_test(tcase, clause_templates_are_mustache);
  tcase_add_loop_test(tcase, refuses, 0, G_N_ELEMENTS(errors));
  tcase_add_test(tcase, ends_always);
  tcase_add_test(tcase, limits_sections);
  tcase_add_test(tcase, allows_nesting_up_to_the_limits);
  tcase_add_test(tcase, walks_tags);
  return tcase;
}
