/* Merging beside other programs: merge BUILD.
 *
 * What a merge costs a person is the conflicts to decide and, k times dearer, the errors that
 * nobody sees: cost = conflicts + k * silent errors, on generated texts of two sides. Each edit
 * puts in a word that stands nowhere else, each paragraph begins with one, so that a result can be
 * judged: a word of a side that is missing, or in another paragraph; a number that no side has in
 * the paragraph; a word that a side took out; a paragraph that stands twice or not at all. Then the
 * time and memory of merges and compilation texts. Ends with status 1 when a bar is missed. */
#include "bench/peers.h"

#include <string.h>

enum {
  CASES = 500,
  RUNS = 11,
  PARTIES = 30,
  LARGE = 2800 /* paragraphs of 1 MB */
};

static const char *const vocabulary[] = {
    "the",      "and",      "of",        "to",       "in",       "on",       "for",
    "with",     "support",  "trade",     "regional", "digital",  "security", "cooperation",
    "between",  "parties",  "energy",    "water",    "training", "people",   "years",
    "annual",   "meeting",  "officials", "progress", "efforts",  "dialogue", "exchange",
    "building", "capacity", "officers",  "framework"};

/* --- texts --- */

static guint32 seed = 7;

/* The generator of Numerical Recipes: the same numbers everywhere. */
static guint pick(guint n)
{
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % n;
}

static const char *pick_word(void)
{
  return vocabulary[pick(G_N_ELEMENTS(vocabulary))];
}

static char *new_number(void)
{
  static const char *const ends[] = {"000", "250", "500", "750"};
  return g_strdup_printf("%u,%s", 1 + pick(9), ends[pick(4)]);
}

static GPtrArray *strings_new(void)
{
  return g_ptr_array_new_with_free_func(g_free);
}

static void put(GPtrArray *words, guint at, char *word)
{
  g_free(words->pdata[at]);
  words->pdata[at] = word;
}

static GPtrArray *new_paragraph(guint number)
{
  GPtrArray *words = strings_new();
  g_ptr_array_add(words, g_strdup_printf("Clause%u", number));
  for (guint n = 13 + pick(16); n > 0; n--)
    g_ptr_array_add(words, g_strdup(pick_word()));
  for (guint i = 0; i < 2; i++)
    put(words, 1 + pick(words->len - 1), g_strdup_printf("rare%ux%u", number, pick(1000)));
  if (pick(10) < 6)
    put(words, 1 + pick(words->len - 1), new_number());
  return words;
}

static gpointer copy_string(gconstpointer string, gpointer data)
{
  (void)data;
  return g_strdup(string);
}

static gpointer copy_words(gconstpointer words, gpointer data)
{
  (void)data;
  GPtrArray *copy = g_ptr_array_copy((GPtrArray *)(guintptr)words, copy_string, NULL);
  g_ptr_array_set_free_func(copy, g_free);
  return copy;
}

static GPtrArray *text_new(void)
{
  return g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
}

static GPtrArray *copy_text(const GPtrArray *text)
{
  GPtrArray *copy = g_ptr_array_copy((GPtrArray *)(guintptr)text, copy_words, NULL);
  g_ptr_array_set_free_func(copy, (GDestroyNotify)g_ptr_array_unref);
  return copy;
}

static void change_number(GPtrArray *words)
{
  for (guint i = 1; i < words->len; i++)
    if (strchr(words->pdata[i], ',')) {
      put(words, i, new_number());
      return;
    }
}

static void remove_words(GPtrArray *words, guint at, guint count)
{
  g_ptr_array_remove_range(words, at, MIN(count, words->len - at));
}

static void edit(GPtrArray *words, char side)
{
  guint at = 1 + pick(words->len - 1), kind = pick(100);
  char *tag = g_strdup_printf("%ctag%u", side, pick(100000));
  if (kind < 40) {
    put(words, at, g_steal_pointer(&tag));
  } else if (kind < 65) {
    g_ptr_array_insert(words, (gint)at, g_steal_pointer(&tag));
  } else if (kind < 85) {
    if (words->len > 8)
      remove_words(words, at, 1 + pick(4));
  } else {
    change_number(words);
  }
  g_free(tag);
}

static GPtrArray *edited(const GPtrArray *base, char side)
{
  GPtrArray *text = copy_text(base);
  for (guint n = 1 + pick(3); n > 0; n--)
    edit(text->pdata[pick(text->len)], side);
  return text;
}

/* One side moves a paragraph in a quarter of the cases, and takes one out in a tenth. */
static void move_or_delete(GPtrArray *text)
{
  guint kind = pick(100), at = pick(text->len);
  if (kind >= 35)
    return;
  gpointer words = g_ptr_array_steal_index(text, at);
  if (kind < 25)
    g_ptr_array_insert(text, (gint)pick(text->len + 1), words);
  else
    g_ptr_array_unref(words);
}

static char *write_text(const GPtrArray *text, const char *between, const char *end)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < text->len; i++) {
    const GPtrArray *words = text->pdata[i];
    for (guint j = 0; j < words->len; j++)
      g_string_append_printf(out, "%s%s", j > 0 ? between : "", (char *)words->pdata[j]);
    g_string_append(out, end);
  }
  return g_string_free(out, FALSE);
}

/* --- programs --- */

typedef struct {
  const char *name, *command[12];
  gboolean by_word; /* its files have a word a line */
  gboolean is_missing;
  guint conflicts, silent;
} Program;

typedef struct {
  GPtrArray *base, *sides[2];
} Case;

static void write_file(const char *name, const GPtrArray *text, gboolean by_word)
{
  g_autofree char *words =
      by_word ? write_text(text, "\n", "\n\xC2\xB6\n") : write_text(text, " ", "\n\n");
  if (!g_file_set_contents(name, words, -1, NULL))
    die(name, "cannot be written");
}

/* --- judging --- */

static gboolean has_word(const GPtrArray *words, const char *word)
{
  return g_ptr_array_find_with_equal_func((GPtrArray *)(guintptr)words, word, g_str_equal, NULL);
}

/* The paragraph that begins with a word; NULL: none, or more than one. */
static const GPtrArray *find_paragraph(const GPtrArray *text, const char *first)
{
  const GPtrArray *found = NULL;
  for (guint i = 0; i < text->len; i++) {
    const GPtrArray *words = text->pdata[i];
    if (!has_word(words, first))
      continue;
    if (found)
      return NULL;
    found = words;
  }
  return found;
}

static GPtrArray *read_text(const char *output, gboolean by_word)
{
  GPtrArray *text = text_new();
  g_auto(GStrv) paragraphs = g_strsplit(output, by_word ? "\xC2\xB6" : "\n\n", -1);
  for (char **each = paragraphs; *each; each++) {
    GPtrArray *words = strings_new();
    g_auto(GStrv) all = g_strsplit_set(*each, " \n", -1);
    for (char **word = all; *word; word++)
      if (**word)
        g_ptr_array_add(words, g_strdup(*word));
    if (words->len > 0)
      g_ptr_array_add(text, words);
    else
      g_ptr_array_unref(words);
  }
  return text;
}

static gboolean is_tag(const char *word)
{
  return (*word == 'a' || *word == 'b') && g_str_has_prefix(word + 1, "tag");
}

/* Whether a paragraph of the result is as the sides allow. */
static gboolean is_right(const Case *self, const GPtrArray *base, const GPtrArray *result)
{
  const GPtrArray *own[2];
  for (guint s = 0; s < 2; s++) {
    own[s] = find_paragraph(self->sides[s], base->pdata[0]);
    for (guint i = 0; own[s] && i < own[s]->len; i++)
      if (is_tag(own[s]->pdata[i]) && !has_word(result, own[s]->pdata[i]))
        return FALSE;
  }
  for (guint i = 0; i < result->len; i++) {
    const char *word = result->pdata[i];
    gboolean in_base = has_word(base, word), in_sides[2];
    for (guint s = 0; s < 2; s++)
      in_sides[s] = own[s] && has_word(own[s], word);
    gboolean unknown = !in_base && !in_sides[0] && !in_sides[1];
    gboolean came_back = g_str_has_prefix(word, "rare") && !(in_sides[0] && in_sides[1]);
    if (came_back || (unknown && (is_tag(word) || strchr(word, ','))))
      return FALSE;
  }
  return TRUE;
}

static gboolean is_sound(const Case *self, const GPtrArray *result)
{
  for (guint i = 0; i < self->base->len; i++) {
    const GPtrArray *base = self->base->pdata[i];
    const GPtrArray *found = find_paragraph(result, base->pdata[0]);
    gboolean kept = find_paragraph(self->sides[0], base->pdata[0]) != NULL;
    if ((found != NULL) != kept || (found && !is_right(self, base, found)))
      return FALSE;
  }
  return result->len == self->sides[0]->len;
}

static void run(Program *program, const Case *each)
{
  g_autofree char *output = NULL;
  int status;
  write_file("o.md", each->base, program->by_word);
  write_file("a.md", each->sides[0], program->by_word);
  write_file("b.md", each->sides[1], program->by_word);
  program->is_missing = !g_spawn_sync(NULL, (char **)(guintptr)program->command, NULL,
                                      G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                                      &output, NULL, &status, NULL);
  if (program->is_missing)
    return;
  if (status != 0) {
    program->conflicts++;
    return;
  }
  g_autoptr(GPtrArray) result = read_text(output, program->by_word);
  program->silent += is_sound(each, result) ? 0 : 1;
}

static Case new_case(void)
{
  Case self = {.base = text_new()};
  for (guint n = 3 + pick(4), i = 0; i < n; i++)
    g_ptr_array_add(self.base, new_paragraph(i));
  self.sides[0] = edited(self.base, 'a');
  self.sides[1] = edited(self.base, 'b');
  move_or_delete(self.sides[0]);
  return self;
}

static void case_clear(Case *self)
{
  g_ptr_array_unref(self->base);
  g_ptr_array_unref(self->sides[0]);
  g_ptr_array_unref(self->sides[1]);
}

static void put_program(const Program *program)
{
  if (program->is_missing) {
    printf("  %-20s not installed\n", program->name);
    return;
  }
  printf("  %-20s %8.1f %% %8u", program->name, program->conflicts * 100.0 / CASES,
         program->silent);
  for (guint k = 1; k <= 100; k *= 10)
    printf(" %8u", program->conflicts + k * program->silent);
  putchar('\n');
}

static void bench_cost(const char *adref)
{
  Program programs[] = {
      {"adref", {adref, "merge", "--files", "o.md", "a.md", "b.md", "--as", "JPN,USA"}, 0, 0, 0, 0},
      {"git merge-file", {"git", "merge-file", "-p", "a.md", "o.md", "b.md"}, 0, 0, 0, 0},
      {"diff3, word a line", {"diff3", "-m", "a.md", "o.md", "b.md"}, TRUE, 0, 0, 0},
      {"wiggle", {"wiggle", "-m", "-w", "a.md", "o.md", "b.md"}, 0, 0, 0, 0},
  };
  for (guint n = 0; n < CASES; n++) {
    Case each = new_case();
    for (gsize i = 0; i < G_N_ELEMENTS(programs); i++)
      if (!programs[i].is_missing)
        run(&programs[i], &each);
    case_clear(&each);
  }
  printf("\n%u texts of two sides: cost = conflicts + k * silent errors\n", CASES);
  printf("  %-20s %10s %8s %8s %8s %8s\n", "", "conflicts", "silent", "k = 1", "k = 10", "k = 100");
  for (gsize i = 0; i < G_N_ELEMENTS(programs); i++)
    put_program(&programs[i]);
  put_barred("silent errors of adref", programs[0].silent, "", 0, 0);
}

/* --- time and memory --- */

static void write_paragraphs(const char *name, const GPtrArray *text, gboolean has_markers)
{
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < text->len; i++) {
    const GPtrArray *words = text->pdata[i];
    if (has_markers)
      g_string_append_printf(out, "<!-- op clause-%u -->\n", i + 1);
    for (guint j = 0; j < words->len; j++)
      g_string_append_printf(out, "%s%s", j > 0 ? " " : "", (char *)words->pdata[j]);
    g_string_append(out, ".\n\n");
  }
  if (!g_file_set_contents(name, out->str, (gssize)out->len, NULL))
    die(name, "cannot be written");
}

static GPtrArray *new_text(guint paragraphs)
{
  GPtrArray *text = text_new();
  for (guint i = 0; i < paragraphs; i++) {
    GPtrArray *words = strings_new();
    for (guint n = 0; n < 45; n++)
      g_ptr_array_add(words, g_strdup(pick_word()));
    g_ptr_array_add(text, words);
  }
  return text;
}

static double megabytes(const char *name)
{
  GStatBuf file;
  return g_stat(name, &file) == 0 ? (double)file.st_size / 1000000 : 0;
}

/* 30 delegations of which each edits 5 % of the paragraphs. */
static void bench_compile(const char *adref, guint paragraphs, double bar)
{
  g_autoptr(GPtrArray) base = new_text(paragraphs), words = strings_new();
  const char *const begin[] = {adref, "compile", "--files", "base.md", "-o", "compiled.md"};
  for (gsize i = 0; i < G_N_ELEMENTS(begin); i++)
    g_ptr_array_add(words, g_strdup(begin[i]));
  write_paragraphs("base.md", base, TRUE);
  double size = megabytes("base.md");
  for (guint party = 0; party < PARTIES; party++) {
    g_autoptr(GPtrArray) text = copy_text(base);
    g_autofree char *name = g_strdup_printf("p%02u.md", party);
    for (guint n = 0; n < paragraphs / 20; n++)
      edit(text->pdata[pick(paragraphs)], 'a');
    write_paragraphs(name, text, TRUE);
    size += megabytes(name);
    g_ptr_array_add(words, g_strdup("--from"));
    g_ptr_array_add(words, g_strdup_printf("P%02u=%s", party, name));
  }
  g_ptr_array_add(words, NULL);
  Peer peers[] = {{.command = (const char *const *)words->pdata}};
  run_in_turns(peers, 1, 3);
  g_autofree char *label =
      g_strdup_printf("compile, %u parties, %u paragraphs", PARTIES, paragraphs);
  put_barred(label, peers[0].median, "ms", 0, bar);
  put_barred("  memory, against all its texts", peers[0].memory, "MB", peers[0].memory / size, 30);
}

/* Two sides that changed different paragraphs of a text of 1 MB. */
static void bench_two_sides(const char *adref, gboolean has_markers)
{
  g_autoptr(GPtrArray) base = new_text(LARGE);
  write_paragraphs("o.md", base, has_markers);
  for (guint side = 0; side < 2; side++) {
    g_autoptr(GPtrArray) text = copy_text(base);
    for (guint i = side; i < LARGE; i += 10)
      put(text->pdata[i], 5, g_strdup("changed"));
    write_paragraphs(side == 0 ? "a.md" : "b.md", text, has_markers);
  }
  const char *ours[] = {adref, "merge", "--files", "o.md", "a.md", "b.md", "-o", "m.md", NULL};
  const char *git[] = {"git", "merge-file", "-p", "a.md", "o.md", "b.md", NULL};
  Peer peers[] = {{.command = git}, {.command = ours}};
  run_in_turns(peers, G_N_ELEMENTS(peers), RUNS);
  put_value("two sides of 1 MB: git merge-file", peers[0].median, "ms");
  put_barred(has_markers ? "two sides of 1 MB: adref merge" : "  without markers", peers[1].median,
             "ms", peers[1].median / peers[0].median, 1.5);
  put_barred("  memory, against the text", peers[1].memory, "MB",
             peers[1].memory / megabytes("o.md"), 30);
}

int main(int argc, char **argv)
{
  if (argc != 2)
    die("usage", "merge BUILD");
  g_autofree char *build = g_canonicalize_filename(argv[1], NULL);
  g_autofree char *adref = g_build_filename(build, "adref", NULL);
  g_autofree char *folder = g_dir_make_tmp("adref-bench-XXXXXX", NULL); /* in no workspace */
  if (!folder || g_chdir(folder) != 0)
    die("folder", "cannot be made");
  bench_cost(adref);
  put_title("Merging and compiling");
  bench_compile(adref, 500, 1000);
  bench_compile(adref, 5000, 10000);
  bench_two_sides(adref, TRUE);
  bench_two_sides(adref, FALSE);
  const char *remove[] = {"rm", "-rf", folder, NULL};
  run_once(remove, NULL, NULL);
  return missed ? 1 : 0;
}
