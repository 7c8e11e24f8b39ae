/* What is said of a library and a statement in which one line is wrong. Each line of six files is
 * changed in each of the ways below, one at a time; variants.txt has what then differs from the
 * result of the files as they are: an error, findings of the check, another text. ADREF_UPDATE=1
 * writes it anew; read the difference before it is committed. */
#include <string.h>

#include "draft/cases.h"
#include "draft/room.h"
#include "draft/statement/assemble.h"
#include "draft/statement/house_style.h"
#include "suite.h"

#define RESULTS "tests/draft/variants.txt"

typedef struct {
  const char *path, *text;
} File;

static const File files[] = {
    {"templates/parties.yaml", "parties:\n"
                               "  JPN:\n"
                               "    short: {en: Japan, ja: 日本}\n"
                               "    long: the State of Japan\n"
                               "    sort: {en: Japan}\n"
                               "    aliases: [Nippon]\n"
                               "  THA:\n"
                               "    short: Thailand\n"
                               "  TLS:\n"
                               "    short: Timor-Leste\n"
                               "groups:\n"
                               "  ASEAN:\n"
                               "    short: ASEAN\n"
                               "    members:\n"
                               "      - THA\n"
                               "      - TLS\n"},
    {"templates/styles/x.yaml", "numbers:\n"
                                "  preambular: true\n"
                                "  operative: true\n"
                                "  single_operative: true\n"
                                "page:\n"
                                "  paper: letter\n"
                                "  margins: [10, 20.5, 60, 25.4]\n"
                                "  letters: sans\n"
                                "  font: {en: Noto Sans, ja: Noto Sans CJK JP}\n"
                                "  size: 7\n"
                                "  leading: 2.5\n"
                                "  gap: 0\n"
                                "  lines: ragged\n"
                                "  numbers: run-in\n"
                                "  headings: centred\n"
                                "summary: A style\n"},
    {"templates/outlines/summit.yaml", "summary: A summit\n"
                                       "style: x\n"
                                       "title: {en: 'On {{occasion}}', ja: '{{occasion}}'}\n"
                                       "params:\n"
                                       "  occasion: {type: text, question: What is it?, max: 20}\n"
                                       "  full:\n"
                                       "    type: boolean\n"
                                       "    default: true\n"
                                       "clauses:\n"
                                       "  - heading:\n"
                                       "      en: Cyber\n"
                                       "      ja: サイバー\n"
                                       "  - template: cyber/all\n"
                                       "    id: all\n"
                                       "    when: full\n"
                                       "    with:\n"
                                       "      people: 30\n"
                                       "  - {template: cyber/end, when: '!full'}\n"},
    {"templates/clauses/cyber/all.md",
     "---\n"
     "summary: All types\n"
     "kind: op\n"
     "params:\n"
     "  people:\n"
     "    type: integer\n"
     "    question: How many?\n"
     "    min: 1\n"
     "    max: 9999\n"
     "    default: 5000\n"
     "  host: {type: party}\n"
     "  who: {type: parties, min: 1, max: 3}\n"
     "  day: {type: date, min: 2020-01-01, max: 2030-12-31}\n"
     "  kind:\n"
     "    type: choice\n"
     "    choices: [open, closed]\n"
     "  topics: {type: list, min: 1, max: 3}\n"
     "  so: {type: boolean, default: false}\n"
     "  words: {type: text, max: 12}\n"
     "---\n"
     "They train {{people}} people in {{host.short}} by {{day.long}}, as {{words}}.\n"
     "{{#topics}}{{.}}, {{/topics}}{{^so}}not so{{/so}}{{#kind.is.open}}open{{/kind.is.open}}\n"
     "{{who.short}} {{> cyber/end}}\n"},
    {"templates/clauses/cyber/end.md", "---\n"
                                       "summary: The end\n"
                                       "kind: op\n"
                                       "params: {end: {type: text, default: now}}\n"
                                       "---\n"
                                       "The end is {{end}} of {{statement.parties.short}}.\n"},
    {"statements/one/statement.yaml", "outline: summit\n"
                                      "parties:\n"
                                      "  - JPN\n"
                                      "  - ASEAN\n"
                                      "place: {en: Tokyo, ja: 東京}\n"
                                      "date: 2023-12-17\n"
                                      "languages:\n"
                                      "  - en\n"
                                      "style: x\n"
                                      "values:\n"
                                      "  occasion: trade\n"
                                      "  host: THA\n"
                                      "  who: [JPN, THA]\n"
                                      "  day: 2024-05-01\n"
                                      "  kind: open\n"
                                      "  topics:\n"
                                      "    - ports\n"
                                      "    - {en: laws, ja: 法}\n"
                                      "  words: so it is\n"},
};

/* How the value behind ": " or "- " is changed; NULL: the line is left out. */
static const char *const values[] = {NULL,   "",      "x",          "[x, y, x]", "{x: y}", "-1",
                                     "1000", "1.5e9", "2019-02-30", "true",      "''",     "THA"};

static void append_findings(GString *out, const GPtrArray *findings)
{
  for (guint i = 0; findings && i < findings->len; i++)
    g_string_append_printf(out, "  check: %s\n", (const char *)findings->pdata[i]);
}

static void append_error(GString *out, const char *what, GError **error)
{
  if (*error)
    g_string_append_printf(out, "  %s: %s\n", what, (*error)->message);
  g_clear_error(error);
}

static void append_style(GString *out, const AdrefHouseStyle *style)
{
  if (style)
    g_string_append_printf(
        out, "  style: %d%d%d%d%d %d%d%d %.1f %.1f %.1f %.1f %.1f %.1f %.1f\n", style->is_letter,
        style->is_sans, style->is_ragged, style->is_run_in, style->has_centered,
        style->numbering.preambular, style->numbering.operative, style->numbering.single_operative,
        (double)style->margins[0], (double)style->margins[1], (double)style->margins[2],
        (double)style->margins[3], (double)style->size, (double)style->leading, (double)style->gap);
}

static void append_texts(GString *out, const AdrefAssembly *assembly)
{
  static const char *const languages[] = {"en", "ja"};
  for (gsize i = 0; assembly && i < G_N_ELEMENTS(languages); i++) {
    const GString *text = g_hash_table_lookup(assembly->texts, languages[i]);
    g_auto(GStrv) lines = g_strsplit(text ? text->str : "", "\n", -1);
    for (char **line = lines; *line; line++)
      if (**line)
        g_string_append_printf(out, "  %s: %s\n", languages[i], *line);
  }
}

/* All that is said and made of the files in a room. */
static void append_result(GString *out, Room *room)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefLibrary) library = adref_library_open(room->source, &error);
  append_error(out, "library", &error);
  if (!library)
    return;
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(g_free);
  adref_library_check(library, findings, &error);
  append_error(out, "check", &error);
  append_findings(out, findings);
  g_autoptr(AdrefHouseStyle) style = adref_house_style_read(room->source, "x", &error);
  append_error(out, "style", &error);
  append_style(out, style);
  g_autoptr(AdrefStatement) statement = adref_statement_read(room->source, "one", library, &error);
  append_error(out, "statement", &error);
  if (!statement)
    return;
  g_autoptr(AdrefOutline) outline =
      adref_outline_read(room->source, "summit", adref_library_parties(library), &error);
  append_error(out, "outline", &error);
  g_autoptr(AdrefAssembly) assembly =
      outline ? adref_assemble(library, outline, statement, &error) : NULL;
  append_error(out, "text", &error);
  append_texts(out, assembly);
}

/* Where the value of a line begins; NULL when it has none, or when the lines below are its value.
 */
static const char *value_of(const char *line)
{
  const char *colon = strstr(line, ": "), *item = strstr(line, "- ");
  return colon ? colon + 2 : item ? item + 2 : NULL;
}

/* The file with line `at` changed. */
static char *vary(const char *text, guint at, const char *value)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  char *line = lines[at];
  lines[at] =
      value ? g_strdup_printf("%.*s%s", (int)(value_of(line) - line), line, value) : g_strdup("#");
  g_free(line);
  return g_strjoinv("\n", lines);
}

static char *result_of(Room *room, const File *file, const char *text)
{
  GString *out = g_string_new(NULL);
  room_put(room, file->path, text);
  append_result(out, room);
  room_put(room, file->path, file->text);
  return g_string_free(out, FALSE);
}

/* The lines of a result that are not in the healthy one, each message once. */
static void append_difference(GString *out, const char *healthy, const char *result)
{
  g_auto(GStrv) lines = g_strsplit(result, "\n", -1);
  gsize start = out->len;
  for (char **line = lines; *line; line++) {
    g_autofree char *whole = g_strconcat(*line, "\n", NULL);
    const char *message = strchr(whole, ':');
    if (message && !strstr(healthy, whole) && !strstr(out->str + start, message))
      g_string_append(out, whole);
  }
}

static void append_variants(GString *out, Room *room, const File *file, const char *healthy)
{
  g_auto(GStrv) lines = g_strsplit(file->text, "\n", -1);
  for (guint at = 0; lines[at]; at++) {
    const char *place = value_of(lines[at]);
    for (gsize i = 0; place && i < G_N_ELEMENTS(values); i++) {
      g_autofree char *text = vary(file->text, at, values[i]);
      g_autofree char *result = result_of(room, file, text);
      g_string_append_printf(out, "%s:%u: %.*s%s\n", file->path, at + 1, (int)(place - lines[at]),
                             lines[at], values[i] ? values[i] : "(left out)");
      append_difference(out, healthy, result);
    }
  }
}

START_TEST(each_line_is_read_with_care)
{
  g_autoptr(Room) room = room_new();
  g_autoptr(GString) out = g_string_new("as it is\n");
  g_autofree char *expected = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
    room_put(room, files[i].path, files[i].text);
  room_put(room, "templates/clauses/cyber/all.ja.md", "全ての型。\n");
  room_put(room, "templates/clauses/cyber/end.ja.md", "終わり。\n");
  append_result(out, room);
  g_autofree char *healthy = g_strdup(out->str);
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
    append_variants(out, room, &files[i], healthy);
  g_file_get_contents(RESULTS, &expected, NULL, NULL);
  gboolean same = g_strcmp0(expected, out->str) == 0;
  if (!same && g_getenv("ADREF_UPDATE"))
    g_file_set_contents(RESULTS, out->str, (gssize)out->len, NULL);
  ck_assert_msg(same,
                "results differ from " RESULTS "; see git diff after a run with ADREF_UPDATE=1");
}
END_TEST

TCase *tcase_variants(void)
{
  TCase *tcase = tcase_create("variants");
  tcase_add_test(tcase, each_line_is_read_with_care);
  return tcase;
}
