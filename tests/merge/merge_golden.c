/* The cases of merged.txt. */
#include "merge/cases.h"
#include "merge/join/merge.h"
#include "parties.h"

enum {
  MAX_SIDES = 8
};

typedef struct {
  char *name, *base, *merge, *compile;
  char *texts[MAX_SIDES], *codes[MAX_SIDES];
  guint count;
} GoldenCase;

static void golden_case_free(gpointer data)
{
  GoldenCase *self = data;
  g_free(self->name);
  g_free(self->base);
  g_free(self->merge);
  g_free(self->compile);
  for (guint i = 0; i < self->count; i++) {
    g_free(self->texts[i]);
    g_free(self->codes[i]);
  }
  g_free(self);
}

/* "¶" divides blocks, "⏎" lines. */
static char *unfold(const char *text)
{
  g_auto(GStrv) blocks = g_strsplit(text, " ¶ ", -1);
  g_autofree char *joined = g_strjoinv("\n\n", blocks);
  g_auto(GStrv) lines = g_strsplit(joined, "⏎", -1);
  return g_strjoinv("\n", lines);
}

static void add_line(GoldenCase *self, const char *line)
{
  const char *space = strchr(line, ' ');
  g_autofree char *key = g_strndup(line, (gsize)(space - line));
  g_autofree char *text = g_strdup(space);
  char *unfolded = unfold(g_strstrip(text));
  if (strcmp(key, "base") == 0) {
    self->base = unfolded;
  } else if (strcmp(key, "merge") == 0) {
    self->merge = unfolded;
  } else if (strcmp(key, "compile") == 0) {
    self->compile = unfolded;
  } else {
    self->codes[self->count] = g_strdup(key);
    self->texts[self->count++] = unfolded;
  }
}

static GPtrArray *read_cases(void)
{
  g_autofree char *text = NULL;
  const char *folder = g_getenv("ADREF_TESTS");
  g_autofree char *path = g_build_filename(folder ? folder : "tests", "merge", "merged.txt", NULL);
  ck_assert(g_file_get_contents(path, &text, NULL, NULL));
  GPtrArray *cases = g_ptr_array_new_with_free_func(golden_case_free);
  GoldenCase *last = NULL;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    if (g_str_has_prefix(*line, "# ")) {
      last = g_new0(GoldenCase, 1);
      last->name = g_strdup(*line + 2);
      g_ptr_array_add(cases, last);
    } else if (last && **line) {
      add_line(last, *line);
    }
  }
  return cases;
}

static GString *merge(const GoldenCase *self, gboolean compile, GHashTable *parties)
{
  AdrefMarkdownReadOptions how = {.parties = parties};
  AdrefMergeOptions options = {.parties = parties, .compile = compile};
  AdrefMergeSide sides[MAX_SIDES];
  AdrefNode *base = read_text(self->base, &how, NULL);
  for (guint i = 0; i < self->count; i++)
    sides[i] =
        (AdrefMergeSide){.document = read_text(self->texts[i], &how, NULL),
                         .party = g_str_equal(self->codes[i], "trunk") ? NULL : self->codes[i],
                         .name = self->codes[i],
                         .time = i + 1};
  g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
  g_autoptr(AdrefNode) made = adref_merge(base, sides, self->count, &options, report);
  g_autoptr(GString) written = adref_canonical(made);
  g_autoptr(AdrefNode) read = read_text(written->str, &how, NULL);
  adref_node_free(base);
  for (guint i = 0; i < self->count; i++)
    adref_node_free((AdrefNode *)(guintptr)sides[i].document);
  return adref_canonical(read);
}

static guint check_result(const GoldenCase *self, const char *want, gboolean compile,
                          GHashTable *parties)
{
  if (!want)
    return 0;
  AdrefMarkdownReadOptions how = {.parties = parties};
  g_autoptr(AdrefNode) read = read_text(want, &how, NULL);
  g_autoptr(GString) expected = adref_canonical(read), got = merge(self, compile, parties);
  if (g_string_equal(expected, got))
    return 0;
  g_printerr("# %s: %s\n--- want\n%s--- got\n%s", self->name, compile ? "compile" : "merge",
             expected->str, got->str);
  return 1;
}

START_TEST(cases_come_out)
{
  g_autoptr(GHashTable) parties = example_parties();
  g_autoptr(GPtrArray) cases = read_cases();
  guint wrong = 0, count = 0;
  for (guint i = 0; i < cases->len; i++) {
    const GoldenCase *each = cases->pdata[i];
    wrong += check_result(each, each->merge, FALSE, parties);
    wrong += check_result(each, each->compile, TRUE, parties);
    count += each->merge ? 1 : 0;
    count += each->compile ? 1 : 0;
  }
  ck_assert_msg(wrong == 0, "%u of %u results are others", wrong, count);
  ck_assert_uint_ge(count, 80);
}
END_TEST

TCase *tcase_merge_golden(void)
{
  TCase *tcase = tcase_create("merge_golden");
  tcase_add_test(tcase, cases_come_out);
  return tcase;
}
