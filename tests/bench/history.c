/* Versions, side by side with git: history BUILD [large].
 *
 * Histories of 500 paragraphs are made once by git fast-import, in BUILD/bench, with 100, 1,000 and
 * 10,000 versions; with "large" also those of 100 and of 10,000 versions of a text of 5 MB, which
 * takes an hour to make and some minutes to measure. Ends with status 1 when a bar is missed. */
#include <string.h>

#include "bench/peers.h"

enum {
  SMALL = 100,
  MIDDLE = 1000,
  GREAT = 10000,
  PAGE = 24 /* lines of a terminal */
};

typedef struct {
  const char *adref;
  char *folder;
  char *file; /* the text */
  guint versions;
} History;

static void run_shell(const char *format, ...) G_GNUC_PRINTF(1, 2);

static void run_shell(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  g_autofree char *line = g_strdup_vprintf(format, args);
  va_end(args);
  const char *command[] = {"/bin/sh", "-ec", line, NULL};
  run_once(command, NULL, NULL);
}

/* The history as it was made: what an earlier run has saved on top is dropped. */
static History *history_new(const char *build, guint words, guint versions)
{
  History *self = g_new0(History, 1);
  g_autofree char *name = g_strdup_printf("history-%u-%u", words, versions);
  g_autofree char *program = g_build_filename(build, "tests/bench/talks", NULL);
  g_autofree char *adref = g_build_filename(build, "adref", NULL);
  self->adref = g_canonicalize_filename(adref, NULL);
  self->folder = g_build_filename(build, "bench", name, NULL);
  self->file = g_build_filename(self->folder, "statements/big/en.md", NULL);
  self->versions = versions;
  g_autofree char *done = g_build_filename(self->folder, ".git/made", NULL);
  if (!g_file_test(done, G_FILE_TEST_EXISTS)) {
    printf("making %s\n", self->folder);
    fflush(stdout);
    run_shell("rm -rf '%s'; git init -q -b main '%s'", self->folder, self->folder);
    run_shell("'%s' 500 %u %u >'%s/.git/stream'; cd '%s/.git'; git fast-import --quiet <stream; "
              "rm stream; touch made",
              program, words, versions, self->folder, self->folder);
    run_shell("git -C '%s' tag made main", self->folder);
  }
  run_shell("cd '%s'; git reset -q --hard made; git config user.name Bench; git config user.email "
            "bench@example.org; test -z \"$(git tag -l big/next)\" || git tag -d big/next",
            self->folder);
  return self;
}

static void history_free(History *self)
{
  g_free((char *)(guintptr)self->adref);
  g_free(self->folder);
  g_free(self->file);
  g_free(self);
}

static void edit(const History *self, guint run)
{
  g_autofree char *text = NULL;
  gsize length;
  if (!g_file_get_contents(self->file, &text, &length, NULL))
    die(self->file, "cannot be read");
  g_autofree char *added = g_strdup_printf("%s\nEdit %u.\n", text, run);
  g_file_set_contents(self->file, added, -1, NULL);
}

static Peer *measure(Peer *peer, guint runs)
{
  qsort(peer->times, runs, sizeof peer->times[0], compare);
  peer->median = peer->times[runs / 2];
  return peer;
}

/* Saves in turns in both, an edit before each. */
static void bench_save(const History *few, const History *many, guint runs)
{
  const History *histories[] = {few, many};
  Peer peers[2] = {{0}};
  for (guint run = 0; run < runs; run++)
    for (gsize i = 0; i < G_N_ELEMENTS(peers); i++) {
      const char *save[] = {histories[i]->adref, "-C", histories[i]->folder, "save", "big", NULL};
      edit(histories[i], run);
      peers[i].times[run] = run_once(save, NULL, &peers[i].memory);
    }
  measure(&peers[0], runs);
  measure(&peers[1], runs);
  g_autofree char *label =
      g_strdup_printf("save on %u versions, against %u", many->versions, few->versions);
  put_barred(label, peers[1].median, "ms", peers[1].median / peers[0].median, 1.2);
  put_value("  peak memory", peers[1].memory, "MB");
}

static Peer bench_log(const History *self, guint runs)
{
  const char *ours[] = {self->adref, "-C", self->folder, "log", "big", NULL};
  const char *git[] = {"git", "-C", self->folder, "log", "--", "statements/big", NULL};
  Peer peers[] = {{.command = ours}, {.command = git}};
  run_in_turns(peers, G_N_ELEMENTS(peers), runs);
  g_autofree char *label = g_strdup_printf("log of %u versions, against git log", self->versions);
  if (self->versions == GREAT) /* in a short one the start of the program is all there is */
    put_barred(label, peers[0].median, "ms", peers[0].median / peers[1].median, 1.5);
  else
    put_ratio(label, peers[0].median, "ms", peers[0].median / peers[1].median);
  put_value("  git log -- statements/big", peers[1].median, "ms");
  return peers[0];
}

/* Until the lines of a first page have come; then nobody reads any more. */
static double first_page(const History *self)
{
  char *argv[] = {(char *)(guintptr)self->adref,
                  (char[]){"-C"},
                  self->folder,
                  (char[]){"log"},
                  (char[]){"big"},
                  NULL};
  gint64 start = g_get_monotonic_time();
  int from;
  if (!g_spawn_async_with_pipes(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &from,
                                NULL, NULL))
    die(self->adref, "cannot be run");
  char chunk[4096];
  guint lines = 0;
  for (gssize got; lines < PAGE && (got = read(from, chunk, sizeof chunk)) > 0;)
    for (gssize i = 0; i < got; i++)
      lines += chunk[i] == '\n';
  double time = (double)(g_get_monotonic_time() - start) / 1000;
  close(from);
  return time;
}

static void bench_first_page(const History *self, guint runs)
{
  Peer peer = {0};
  for (guint run = 0; run < runs; run++)
    peer.times[run] = first_page(self);
  g_autofree char *label = g_strdup_printf("first page of the log of %u versions", self->versions);
  put_barred(label, measure(&peer, runs)->median, "ms", 0, 200);
}

/* The paragraph's lines as git counts them. */
static char *line_range(const History *self, const char *marker)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents(self->file, &text, NULL, NULL))
    die(self->file, "cannot be read");
  const char *found = strstr(text, marker);
  guint line = 1;
  for (const char *p = text; p < found; p++)
    line += *p == '\n';
  return g_strdup_printf("-L%u,%u:statements/big/en.md", line, line + 1);
}

static Peer bench_clause(const History *self, guint runs)
{
  g_autofree char *range = line_range(self, "<!-- op clause-80 -->");
  const char *ours[] = {self->adref, "-C",       self->folder, "log",
                        "big",       "--clause", "clause-80",  NULL};
  const char *git[] = {"git", "-C", self->folder, "log", "-s", range, NULL};
  Peer peers[] = {{.command = ours}, {.command = git}};
  run_in_turns(peers, G_N_ELEMENTS(peers), runs);
  g_autofree char *label =
      g_strdup_printf("log --clause of %u versions, against git log -L", self->versions);
  put_barred(label, peers[0].median, "ms", peers[0].median / peers[1].median, 2);
  put_value("  git log -L", peers[1].median, "ms");
  put_value("  peak memory", peers[0].memory, "MB");
  put_value("  git log -L, peak memory", peers[1].memory, "MB");
  return peers[0];
}

/* The whole text by word, against git's by line. */
static Peer bench_blame(const History *self, guint runs)
{
  const char *ours[] = {self->adref, "-C", self->folder, "blame", "big", NULL};
  const char *git[] = {"git", "-C", self->folder, "blame", "statements/big/en.md", NULL};
  Peer peers[] = {{.command = ours}, {.command = git}};
  run_in_turns(peers, G_N_ELEMENTS(peers), runs);
  g_autofree char *label =
      g_strdup_printf("blame of %u versions, against git blame", self->versions);
  put_barred(label, peers[0].median, "ms", peers[0].median / peers[1].median, 3);
  put_value("  git blame", peers[1].median, "ms");
  put_value("  peak memory", peers[0].memory, "MB");
  put_value("  git blame, peak memory", peers[1].memory, "MB");
  return peers[0];
}

/* Words that no version has, so that all are read to the end. The first search reads the versions
 * and keeps their passages; the others find these. */
static void bench_search(const History *self, guint runs)
{
  const char *ours[] = {self->adref, "-C", self->folder, "search", "zzqq", NULL};
  g_autofree char *line =
      g_strdup_printf("cd '%s' && git grep -c zzqq $(git rev-list --all)", self->folder);
  const char *git[] = {"/bin/sh", "-c", line, NULL};
  Peer peers[] = {{.command = ours}, {.command = git}};
  run_shell("rm -rf '%s/.git/adref/cache'", self->folder);
  double first = run_once(ours, NULL, NULL);
  run_in_turns(peers, G_N_ELEMENTS(peers), runs);
  g_autofree char *label =
      g_strdup_printf("search in %u versions, against git grep", self->versions);
  put_barred(label, peers[0].median, "ms", peers[0].median / peers[1].median, 0.2);
  put_value("  git grep", peers[1].median, "ms");
  put_ratio("  the first search, against git grep", first, "ms", first / peers[1].median);
  put_value("  peak memory", peers[0].memory, "MB");
}

/* One version of 32 MB. */
static void bench_search_one(const char *build, const History *like, guint runs)
{
  g_autofree char *folder = g_build_filename(build, "bench", "search-32", NULL);
  g_autofree char *program = g_build_filename(build, "tests/bench/text", NULL);
  if (!g_file_test(folder, G_FILE_TEST_EXISTS))
    run_shell(
        "git init -q -b main '%s'; cp -r '%s/templates' '%s/statements' '%s'; '%s' 32000000 "
        ">'%s/statements/big/en.md'; cd '%s'; git add .; git -c user.name=B -c user.email=b@x "
        "commit -q -m one",
        folder, like->folder, like->folder, folder, program, folder, folder);
  const char *ours[] = {like->adref, "-C", folder, "search", "zzqq", "big@HEAD", NULL};
  const char *git[] = {"git", "-C", folder, "grep", "-c", "-P", "zzqq", "HEAD", NULL};
  Peer peers[] = {{.command = ours}, {.command = git}};
  run_in_turns(peers, G_N_ELEMENTS(peers), runs);
  put_barred("search in 32 MB of one version, against git grep -P", peers[0].median, "ms",
             peers[0].median / peers[1].median, 1.5);
  put_value("  git grep -P", peers[1].median, "ms");
}

static void bench_large(const char *build)
{
  History *few = history_new(build, 1180, SMALL), *many = history_new(build, 1180, GREAT);
  put_title("A text of 5 MB in 10,000 versions");
  bench_log(many, 5);
  bench_first_page(many, 5);
  bench_clause(many, 1);
  bench_blame(many, 1);
  bench_save(few, many, 5);
  history_free(few);
  history_free(many);
}

int main(int argc, char **argv)
{
  if (argc < 2 || argc > 3) {
    fputs("usage: history BUILD [large]\n", stderr);
    return 2;
  }
  g_autofree char *folder = g_build_filename(argv[1], "bench", NULL);
  g_mkdir_with_parents(folder, 0700);
  History *few = history_new(argv[1], 55, SMALL), *some = history_new(argv[1], 55, MIDDLE);
  History *many = history_new(argv[1], 55, GREAT);
  put_title("Versions of a text of 500 paragraphs");
  Peer least = bench_log(few, 11);
  bench_log(some, 11);
  Peer most = bench_log(many, 11);
  put_barred("memory of log, 10,000 against 100 versions", most.memory, "MB",
             most.memory / least.memory, 1.3);
  bench_first_page(many, 11);
  bench_clause(many, 3);
  least = bench_blame(few, 5);
  bench_blame(some, 5);
  most = bench_blame(many, 3);
  /* libgit2 keeps up to 16 MB of what deltas build on; a short history does not fill that */
  put_barred("memory of blame, 10,000 against 100 versions", most.memory, "MB",
             most.memory / least.memory, 1.8);
  bench_save(few, many, 11);
  bench_search(many, 11);
  bench_search_one(argv[1], many, 11);
  history_free(few);
  history_free(some);
  history_free(many);
  if (argc == 3)
    bench_large(argv[1]);
  puts(missed ? "\na bar is missed" : "\nall bars are kept");
  return missed ? 1 : 0;
}
