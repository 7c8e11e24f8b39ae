/* How long the assembly of many clauses takes, each from a template of its own: assemble CLAUSES.
 * Prints two medians in milliseconds: with reading all files, and without. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "draft/statement/assemble.h"

enum {
  RUNS = 11
};

static void check(gboolean good, const GError *error)
{
  if (good)
    return;
  fprintf(stderr, "assemble: %s\n", error ? error->message : "failed");
  exit(1);
}

static void put_file(const char *root, const char *path, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *full = g_build_filename(root, path, NULL);
  g_autofree char *folder = g_path_get_dirname(full);
  check(g_mkdir_with_parents(folder, 0700) == 0, NULL);
  check(g_file_set_contents(full, text, -1, &error), error);
}

static void put_template(const char *root, guint n)
{
  g_autofree char *path = g_strdup_printf("templates/clauses/topic-%u/clause-%u.md", n % 20, n);
  g_autofree char *text = g_strdup_printf(
      "---\n"
      "summary: Clause %u of many\n"
      "kind: op\n"
      "params:\n"
      "  people: {type: integer, question: How many?, min: 1, max: 100000, default: %u}\n"
      "  host: {type: party, default: THA}\n"
      "  day: {type: date, default: 2023-12-17}\n"
      "  full: {type: boolean, default: true}\n"
      "---\n"
      "The Leaders of {{statement.parties.short}} welcomed the training of {{people}} people in\n"
      "{{host.short}} until {{day.long}}, [shall - JPN / should - ASEAN] continue it in line with\n"
      "their domestic laws{{#full}}, and noted the progress that was made in this field since\n"
      "1973, as set out in [paragraph 0](#clause-%u){{/full}}. They asked their officials to\n"
      "report on the exchange of expertise between the ports of the region in due course.\n",
      n, n + 1, n / 2);
  put_file(root, path, text);
}

static char *make_workspace(guint clauses)
{
  g_autoptr(GError) error = NULL;
  char *root = g_dir_make_tmp("adref-bench-XXXXXX", &error);
  check(root != NULL, error);
  put_file(root, "templates/parties.yaml",
           "parties:\n"
           "  JPN: {short: Japan, long: Japan}\n"
           "  THA: {short: Thailand, long: the Kingdom of Thailand}\n"
           "groups:\n"
           "  ASEAN: {short: ASEAN, long: ASEAN, members: [THA]}\n");
  g_autoptr(GString) outline = g_string_new("title: A long statement\nclauses:\n");
  for (guint i = 0; i < clauses; i++) {
    put_template(root, i);
    g_string_append_printf(outline, "  - template: topic-%u/clause-%u\n", i % 20, i);
  }
  put_file(root, "templates/outlines/long.yaml", outline->str);
  put_file(root, "statements/one/statement.yaml",
           "outline: long\nparties: [JPN, ASEAN]\nlanguages: [en]\n");
  return root;
}

static void remove_all(const char *path)
{
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  for (const char *name; folder && (name = g_dir_read_name(folder));) {
    g_autofree char *below = g_build_filename(path, name, NULL);
    remove_all(below);
  }
  g_remove(path);
}

/* One assembly with everything read anew, then one with what the library has read already. */
static void measure(const char *root, double *whole, double *alone)
{
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time();
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(root);
  g_autoptr(AdrefLibrary) library = adref_library_open(source, &error);
  check(library != NULL, error);
  g_autoptr(AdrefStatement) statement = adref_statement_read(source, "one", library, &error);
  check(statement != NULL, error);
  g_autoptr(AdrefOutline) outline =
      adref_outline_read(source, "long", adref_library_parties(library), &error);
  check(outline != NULL, error);
  g_autoptr(AdrefAssembly) first = adref_assemble(library, outline, statement, &error);
  check(first != NULL, error);
  gint64 middle = g_get_monotonic_time();
  g_autoptr(AdrefAssembly) second = adref_assemble(library, outline, statement, &error);
  check(second != NULL, error);
  *whole = (double)(middle - start) / 1000;
  *alone = (double)(g_get_monotonic_time() - middle) / 1000;
}

static int compare(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
  guint clauses = argc == 2 ? (guint)strtoul(argv[1], NULL, 10) : 0;
  if (clauses == 0 || clauses > 10000) {
    fputs("usage: assemble CLAUSES\n", stderr);
    return 2;
  }
  double whole[RUNS], alone[RUNS];
  g_autofree char *root = make_workspace(clauses);
  for (guint i = 0; i < RUNS; i++)
    measure(root, &whole[i], &alone[i]);
  remove_all(root);
  qsort(whole, RUNS, sizeof whole[0], compare);
  qsort(alone, RUNS, sizeof alone[0], compare);
  printf("%.2f %.2f\n", whole[RUNS / 2], alone[RUNS / 2]);
  return 0;
}
