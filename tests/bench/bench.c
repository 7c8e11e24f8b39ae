/* Speed and memory, side by side with the peers that Debian ships: bench BUILD.
 *
 * Ends with status 1 when a bar is missed. */
#include <string.h>

#include "bench/peers.h"

/* Megabytes. `columns` NULL: a paragraph is one line. */
static double make_text(const char *build, const char *bytes, const char *columns, const char *path)
{
  g_autofree char *program = g_build_filename(build, "tests/bench/text", NULL);
  const char *command[] = {program, bytes, columns, NULL};
  run_once(command, path, NULL);
  GStatBuf status;
  if (g_stat(path, &status) != 0)
    die(path, "is missing");
  return (double)status.st_size / 1024 / 1024;
}

static const char *const *if_installed(const char *const *command)
{
  g_autofree char *path = g_find_program_in_path(command[0]);
  return path ? command : NULL;
}

typedef struct {
  char *path;
  double size; /* megabytes */
} Text;

static Text text_new(const char *build, const char *bytes, const char *columns, const char *name)
{
  char *path = g_build_filename(build, "bench", name, NULL);
  return (Text){path, make_text(build, bytes, columns, path)};
}

/* Against cmark, and lowdown where it is installed. */
static void bench_html(const char *title, const char *adref, const Text *text)
{
  const char *ours[] = {adref, "export", "--format", "html", text->path, NULL};
  const char *cmark[] = {"cmark", text->path, NULL};
  const char *lowdown[] = {"lowdown", "-thtml", text->path, NULL};
  Peer peers[] = {{.command = ours}, {.command = cmark}, {.command = if_installed(lowdown)}};
  run_in_turns(peers, G_N_ELEMENTS(peers), 21);
  put_title(title);
  put_barred("adref export --format html, against cmark", peers[0].median, "ms",
             peers[0].median / peers[1].median, 2.5);
  put_value("cmark", peers[1].median, "ms");
  if (peers[2].command)
    put_ratio("lowdown -thtml, against cmark", peers[2].median, "ms",
              peers[2].median / peers[1].median);
}

/* Ten times the text, against once the text, in the same turns. cmark's cost is linear, and yet ten
 * times the text takes it more than ten times as long, for it no longer fits into the caches; so
 * linear is what grows as cmark does. */
static void bench_growth(const char *adref, const Text *one, const Text *ten)
{
  const char *large[] = {adref, "export", "--format", "html", ten->path, NULL};
  const char *small[] = {adref, "export", "--format", "html", one->path, NULL};
  const char *cmark_large[] = {"cmark", ten->path, NULL},
             *cmark_small[] = {"cmark", one->path, NULL};
  Peer peers[] = {
      {.command = large}, {.command = small}, {.command = cmark_large}, {.command = cmark_small}};
  run_in_turns(peers, G_N_ELEMENTS(peers), 9);
  put_title("HTML of a statement of 10 MB");
  double growth = peers[0].median / peers[1].median;
  double cmark_growth = peers[2].median / peers[3].median;
  put_ratio("adref, against adref for 1 MB", peers[0].median, "ms", growth);
  put_ratio("cmark, against cmark for 1 MB", peers[2].median, "ms", cmark_growth);
  put_barred("the one growth against the other", growth, "times", growth / cmark_growth, 1.1);
  put_title("Peak memory for HTML");
  put_barred("adref, 1 MB, against the text", peers[1].memory, "MB", peers[1].memory / one->size,
             25);
  put_barred("adref, 10 MB, against the text", peers[0].memory, "MB", peers[0].memory / ten->size,
             25);
  put_ratio("cmark, 10 MB, against the text", peers[2].memory, "MB", peers[2].memory / ten->size);
}

static void bench_texts(const char *build, const char *adref)
{
  Text one = text_new(build, "1000000", NULL, "1mb.md");
  Text wrapped = text_new(build, "1000000", "100", "1mb-wrapped.md");
  Text ten = text_new(build, "10000000", NULL, "10mb.md");
  bench_html("HTML of a statement of 1 MB, a line for each paragraph", adref, &one);
  bench_html("HTML of the same, wrapped at 100 columns", adref, &wrapped);
  bench_growth(adref, &one, &ten);
  g_free(one.path);
  g_free(wrapped.path);
  g_free(ten.path);
}

static void bench_assembly(const char *build)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *program = g_build_filename(build, "tests/bench/assemble", NULL);
  g_autofree char *output = NULL;
  char clauses[] = "500", *command[] = {program, clauses, NULL};
  double whole, alone;
  int status;
  if (!g_spawn_sync(NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                    &error) ||
      status != 0 || sscanf(output, "%lf %lf", &whole, &alone) != 2)
    die(program, error ? error->message : "failed");
  put_title("Assembling 500 clauses, in the library");
  put_barred("reading 500 templates and assembling", whole, "ms", 0, 50);
  put_value("assembling alone", alone, "ms");
}

/* Two versions of so many paragraphs. */
typedef struct {
  char *old, *new;
} Versions;

static Versions versions_new(const char *build, const char *paragraphs)
{
  g_autofree char *program = g_build_filename(build, "tests/bench/redline", NULL);
  g_autofree char *old = g_strconcat(paragraphs, "-old.md", NULL);
  g_autofree char *new = g_strconcat(paragraphs, "-new.md", NULL);
  Versions versions = {g_build_filename(build, "bench", old, NULL),
                       g_build_filename(build, "bench", new, NULL)};
  const char *command[] = {program, paragraphs, versions.old, versions.new, NULL};
  run_once(command, NULL, NULL);
  return versions;
}

static void versions_clear(Versions *versions)
{
  g_free(versions->old);
  g_free(versions->new);
}

enum {
  OURS,
  GIT,
  LOWDOWN,
  WDIFF,
  DWDIFF,
  PEERS
};

static void put_peers(const Peer *peers)
{
  static const char *const names[PEERS] = {[GIT] = "git diff --no-index --word-diff",
                                           [LOWDOWN] = "lowdown-diff -tterm",
                                           [WDIFF] = "wdiff",
                                           [DWDIFF] = "dwdiff"};
  for (gsize i = GIT; i < PEERS; i++)
    if (peers[i].command)
      put_value(names[i], peers[i].median, "ms");
}

/* Runs adref and its peers; the slow ones are left out of a long text, where adref is measured
 * against itself: `before` is its median for a tenth of it, or 0. Gives adref's median. */
static double bench_redline(const char *build, const char *adref, const char *paragraphs,
                            guint runs, double before)
{
  Versions v = versions_new(build, paragraphs);
  const char *ours[] = {adref, "diff", "--files", v.old, v.new, NULL};
  const char *git[] = {"git", "diff", "--no-index", "--word-diff", v.old, v.new, NULL};
  const char *lowdown[] = {"lowdown-diff", "-tterm", v.old, v.new, NULL};
  const char *wdiff[] = {"wdiff", v.old, v.new, NULL}, *dwdiff[] = {"dwdiff", v.old, v.new, NULL};
  const char *version[] = {adref, "version", NULL};
  Peer peers[PEERS + 1] = {
      [OURS] = {.command = ours}, [GIT] = {.command = git}, [PEERS] = {.command = version}};
  const Peer *start = &peers[PEERS];
  if (before == 0) {
    peers[LOWDOWN].command = if_installed(lowdown);
    peers[WDIFF].command = if_installed(wdiff);
    peers[DWDIFF].command = if_installed(dwdiff);
  }
  run_in_turns(peers, G_N_ELEMENTS(peers), runs);
  g_autofree char *title = g_strdup_printf("Redline of %s paragraphs", paragraphs);
  put_title(title);
  double median = peers[OURS].median;
  if (before > 0)
    put_barred("adref, against a tenth of the paragraphs", median, "ms", median / before, 12);
  else if (peers[LOWDOWN].command && strcmp(paragraphs, "300") == 0)
    put_barred("adref diff --files, against lowdown-diff and start-up", median, "ms",
               median / (peers[LOWDOWN].median + start->median), 1.0);
  else if (peers[LOWDOWN].command)
    put_barred("adref diff --files, against lowdown-diff", median, "ms",
               median / peers[LOWDOWN].median, 0.5);
  if (strcmp(paragraphs, "3000") == 0)
    put_barred("adref diff --files, against git", median, "ms", median / peers[GIT].median, 1.5);
  put_peers(peers);
  put_ratio("adref's memory, against git", peers[OURS].memory, "MB",
            peers[OURS].memory / peers[GIT].memory);
  versions_clear(&v);
  return median;
}

static void bench_redlines(const char *build, const char *adref)
{
  bench_redline(build, adref, "300", 11, 0);
  double median = bench_redline(build, adref, "3000", 7, 0);
  bench_redline(build, adref, "30000", 3, median);
}

/* Prose of 2 MB, in which many words are no words. */
static void bench_check(const char *build, const char *adref)
{
  Versions v = versions_new(build, "5000");
  const char *check[] = {adref, "check", v.old, NULL};
  Peer peers[] = {{.command = check}};
  run_in_turns(peers, 1, 7);
  put_title("Checking 5,000 paragraphs");
  put_barred("adref check", peers[0].median, "ms", 0, 300);
  put_value("memory", peers[0].memory, "MB");
  versions_clear(&v);
}

static void bench_start(const char *adref)
{
  const char *ours[] = {adref, "version", NULL}, *git[] = {"git", "--version", NULL};
  Peer peers[] = {{.command = ours}, {.command = git}};
  run_in_turns(peers, G_N_ELEMENTS(peers), MAX_RUNS);
  put_title("Start-up");
  put_barred("adref version, against git --version", peers[0].median, "ms",
             peers[0].median / peers[1].median, 5);
  put_value("git --version", peers[1].median, "ms");
}

/* The other ways to a page: two programs that people use, and the least that Pango and Cairo take.
 * The text has no brackets' colours for them, no header, footer, tags or bookmarks. */
static void bench_page(const char *build, const char *adref)
{
  Text text = text_new(build, "114000", NULL, "114k.md");
  g_autofree char *pdf = g_build_filename(build, "bench", "page.pdf", NULL);
  g_autofree char *program = g_build_filename(build, "tests/bench/page", NULL);
  g_autofree char *roff = g_strdup_printf("lowdown -tms '%s' | groff -ms -Tpdf", text.path);
  g_autofree char *web = g_strdup_printf("lowdown -s -thtml '%s' | weasyprint - -", text.path);
  const char *ours[] = {adref, "export", "--format", "pdf", "-o", "-", text.path, NULL};
  const char *bare[] = {program, text.path, pdf, NULL};
  const char *groff[] = {"sh", "-c", roff, NULL}, *weasy[] = {"sh", "-c", web, NULL};
  const char *weasyprint[] = {"weasyprint", NULL}, *troff[] = {"groff", NULL};
  Peer peers[] = {{.command = ours},
                  {.command = bare},
                  {.command = if_installed(troff) ? groff : NULL},
                  {.command = if_installed(weasyprint) ? weasy : NULL}};
  run_in_turns(peers, G_N_ELEMENTS(peers), 11);
  put_title("PDF of a statement of 114 KB");
  put_barred("adref export --format pdf, against a bare loop", peers[0].median, "ms",
             peers[0].median / peers[1].median, 1.3);
  put_value("a bare loop over Pango and Cairo", peers[1].median, "ms");
  if (peers[2].command)
    put_barred("adref, against lowdown -tms | groff -Tpdf", peers[0].median, "ms",
               peers[0].median / peers[2].median, 0.7);
  if (peers[3].command)
    put_barred("adref, against WeasyPrint", peers[0].median, "ms",
               peers[0].median / peers[3].median, 0.15);
  g_free(text.path);
}

/* `bench_texts` has made both texts. */
static void bench_page_growth(const char *build, const char *adref)
{
  g_autofree char *one = g_build_filename(build, "bench", "1mb.md", NULL);
  g_autofree char *ten = g_build_filename(build, "bench", "10mb.md", NULL);
  const char *small[] = {adref, "export", "--format", "pdf", "-o", "-", one, NULL};
  const char *large[] = {adref, "export", "--format", "pdf", "-o", "-", ten, NULL};
  Peer peers[] = {{.command = large}, {.command = small}};
  run_in_turns(peers, G_N_ELEMENTS(peers), 3);
  put_title("PDF of a statement of 10 MB");
  put_barred("adref, against adref for 1 MB", peers[0].median, "ms",
             peers[0].median / peers[1].median, 11);
  put_value("peak memory", peers[0].memory, "MB");
  put_value("peak memory for 1 MB", peers[1].memory, "MB");
  /* The text with its tree, the finished file, and the tree of tags that Cairo keeps; no page. */
  put_barred("memory for each further MB of text", peers[0].memory - peers[1].memory, "MB more",
             (peers[0].memory - peers[1].memory) / (9.54 - 0.954), 12);
}

int main(int argc, char **argv)
{
  if (argc != 2) {
    fputs("usage: bench BUILD\n", stderr);
    return 2;
  }
  g_autofree char *folder = g_build_filename(argv[1], "bench", NULL);
  g_autofree char *adref = g_build_filename(argv[1], "adref", NULL);
  if (g_mkdir_with_parents(folder, 0700) != 0)
    die(folder, "cannot be made");
  bench_texts(argv[1], adref);
  bench_page(argv[1], adref);
  bench_page_growth(argv[1], adref);
  bench_assembly(argv[1]);
  bench_redlines(argv[1], adref);
  bench_check(argv[1], adref);
  bench_start(adref);
  puts(missed ? "\na bar is missed" : "\nall bars are kept");
  return missed ? 1 : 0;
}
