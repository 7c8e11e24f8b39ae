/* What a person waits for on the everyday text: scale BUILD [callgrind].
 *
 * 500 paragraphs in four languages, 30 parties with their records, 2,000 brackets, 333 versions, 20
 * drafts (tests/bench/everyday.c); then the same with 5,000 paragraphs and 20,000 brackets, where
 * each command may take 11 times as long. What is signed is a text without brackets, signed by
 * three; there is no great one, since a record of 5,000 clauses in four languages is larger than
 * ADREF_YAML_LIMIT. The repositories are made once, in BUILD/bench. With "callgrind", the
 * instructions of each command are counted as well. Ends with status 1 when a bar is missed. */
#include <string.h>

#include "bench/peers.h"

enum {
  SMALL = 500,
  GREAT = 5000,
  GROWTH = 11, /* for ten times as many paragraphs */
  MEMORY = 150 /* megabytes, of the small text */
};

typedef struct {
  const char *label;
  const char *world;   /* "everyday", with brackets, or "signed" */
  const char *prepare; /* of the shell, before each run; NULL: nothing */
  const char *command; /* of adref, after -C FOLDER; words without spaces */
  double bar;          /* milliseconds for the small text; -3: three times what git blame takes */
  guint programs;      /* runs of ssh-keygen, which come on top */
} Case;

/* The cache of results stays where it is not removed; the first run, and "adref status" before an
 * edit, fill it. */
#define NO_CACHE    "rm -rf .git/adref/cache"
#define MADE        "git reset -q --hard made; git clean -qfd"
#define BACK        MADE "; " NO_CACHE
#define WARM_BACK   MADE "; \"$ADREF\" status big >/dev/null"
#define EDIT        "sed -i '0,/Leaders welcomed/s//Leaders have welcomed/' statements/big/en.md"
#define UNLABEL     "git tag -d big/next >/dev/null 2>&1 || :"
#define SIGNED_BACK BACK "; git tag -d signoff/big/rev20/P03 >/dev/null 2>&1 || :"
#define PACKAGE_BACK                                                                               \
  "rm -rf .git/out; mkdir .git/out; git tag -d final/big/rev20 >/dev/null 2>&1 || :; "             \
  "git tag -f signoff/big/rev20/P03 keep/P03 >/dev/null"

static const Case cases[] = {
    {"adref help", "everyday", NULL, "help", 10, 0},
    {"status", "everyday", NO_CACHE, "status big", 50, 0},
    {"status, with the cache", "everyday", NULL, "status big", 50, 0},
    {"show", "everyday", NULL, "show big", 60, 0},
    {"log", "everyday", NULL, "log big", 60, 0},
    {"stats of 20 drafts", "everyday", NO_CACHE, "stats big", 600, 0},
    {"stats, with the cache", "everyday", NULL, "stats big", 200, 0},
    {"blame, 3 x git blame", "everyday", NO_CACHE, "blame big", -3, 0},
    {"blame, with the cache, x 1", "everyday", NULL, "blame big", -1, 0},
    {"diff of two drafts", "everyday", NULL, "diff big rev10 rev20", 60, 0},
    {"redline in HTML", "everyday", NULL, "diff big rev10 rev20 --format html", 60, 0},
    {"redline in PDF", "everyday", NULL, "diff big rev10 rev20 --format pdf -o -", 350, 0},
    {"export to HTML", "everyday", NULL, "export big --format html", 60, 0},
    {"export to PDF", "everyday", NULL, "export big --format pdf -o -", 300, 0},
    {"agree", "everyday", BACK, "agree section-1 --as P01", 100, 0},
    {"save", "everyday", BACK "; " EDIT, "save big", 100, 0},
    {"save, with the cache", "everyday", WARM_BACK "; " EDIT, "save big", 100, 0},
    {"circulate", "everyday", BACK "; " UNLABEL, "circulate big --label next", 100, 0},
    {"circulate, with the cache", "everyday", WARM_BACK "; " UNLABEL, "circulate big --label next",
     100, 0},
    {"verify", "signed", NULL, "verify big", 100, 3},
    {"sign", "signed", SIGNED_BACK, "sign big@rev20 --as P03 --key .git/keys/P03 --yes", 100, 2},
    {"finalize", "signed", PACKAGE_BACK, "finalize big@rev20 -o .git/out", 600, 0},
};

static const char make_script[] =
    "rm -rf \"$W\"; git init -q -b main \"$W\"; \"$EVERYDAY\" $SIZES 333 20 | git -C \"$W\" "
    "fast-import --quiet; cd \"$W\"; git repack -adfq; git reset -q --hard main; git config "
    "user.name Bench; git config user.email bench@example.org; mkdir .git/keys; if [ $SIGNED = 1 "
    "]; then for p in P01 "
    "P02 P03; do ssh-keygen -q -t ed25519 -N '' -C '' -f .git/keys/$p; echo \"$p "
    "namespaces=\\\"git\\\" $(cut -d ' ' -f 1,2 .git/keys/$p.pub)\" >>signers; done; git add "
    "signers; git commit -q -m signers; for p in P01 P02 P03; do \"$ADREF\" sign big@rev20 --as $p "
    "--key .git/keys/$p --yes; done; git tag keep/P03 signoff/big/rev20/P03; \"$ADREF\" verify "
    "big; "
    "fi; git tag made; touch .git/made";

static void run_shell(const char *folder, const char *script)
{
  g_autofree char *line =
      folder ? g_strdup_printf("cd '%s'; %s", folder, script) : g_strdup(script);
  const char *command[] = {"/bin/sh", "-ec", line, NULL};
  run_once(command, NULL, NULL);
}

/* The folder of a repository, made when it is not there yet, and packed as git gc and a clone pack
 * it: fast-import makes deltas between the languages. */
static char *make_world(const char *build, const char *world, guint paragraphs)
{
  gboolean is_signed = strcmp(world, "signed") == 0;
  g_autofree char *name = g_strdup_printf("%s-%u-packed", world, paragraphs);
  g_autofree char *relative = g_build_filename(build, "bench", name, NULL);
  char *folder = g_canonicalize_filename(relative, NULL);
  g_autofree char *made = g_build_filename(folder, ".git/made", NULL);
  if (g_file_test(made, G_FILE_TEST_EXISTS))
    return folder;
  printf("making %s\n", folder);
  fflush(stdout);
  g_autofree char *everyday = g_build_filename(build, "tests/bench/everyday", NULL);
  g_autofree char *program = g_canonicalize_filename(everyday, NULL);
  g_autofree char *sizes = g_strdup_printf("%u %u", paragraphs, is_signed ? 0 : 4 * paragraphs);
  g_setenv("W", folder, TRUE);
  g_setenv("EVERYDAY", program, TRUE);
  g_setenv("SIZES", sizes, TRUE);
  g_setenv("SIGNED", is_signed ? "1" : "0", TRUE);
  run_shell(NULL, make_script);
  if (!g_file_test(made, G_FILE_TEST_EXISTS))
    die(folder, "cannot be made");
  return folder;
}

/* adref -C FOLDER and the words of the case; the caller frees the array. */
static const char **command_of(const Case *self, const char *adref, const char *folder)
{
  g_auto(GStrv) words = g_strsplit(self->command, " ", -1);
  GPtrArray *command = g_ptr_array_new();
  g_ptr_array_add(command, (gpointer)(guintptr)adref);
  g_ptr_array_add(command, (gpointer)(guintptr) "-C");
  g_ptr_array_add(command, (gpointer)(guintptr)folder);
  for (char **word = words; *word; word++)
    g_ptr_array_add(command, (gpointer)(guintptr)g_intern_string(*word));
  g_ptr_array_add(command, NULL);
  return (const char **)g_ptr_array_free(command, FALSE);
}

/* Gives the median of the time of all processors. */
static double measure(Peer *peer, const Case *self, const char *folder, guint runs)
{
  double processor[MAX_RUNS];
  for (guint run = 0; run < runs; run++) {
    if (self->prepare)
      run_shell(folder, self->prepare);
    peer->times[run] = run_measured(peer->command, NULL, &peer->memory, &processor[run]);
  }
  qsort(peer->times, runs, sizeof peer->times[0], compare);
  qsort(processor, runs, sizeof processor[0], compare);
  peer->median = peer->times[runs / 2];
  return processor[runs / 2];
}

static double time_of(const char *const *command, guint runs)
{
  Peer peer = {.command = command};
  run_in_turns(&peer, 1, runs);
  return peer.median;
}

static double time_of_ssh_keygen(const char *folder)
{
  g_autofree char *key = g_build_filename(folder, ".git/keys/P01", NULL);
  g_autofree char *file = g_build_filename(folder, ".git/to-sign", NULL);
  g_autofree char *signature = g_strconcat(file, ".sig", NULL);
  if (!g_file_set_contents(file, "words", -1, NULL))
    die(file, "cannot be written");
  const char *command[] = {"ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", key, file, NULL};
  Peer peer = {.command = command};
  for (guint run = 0; run < 11; run++) {
    g_unlink(signature);
    peer.times[run] = run_once(command, NULL, NULL);
  }
  qsort(peer.times, 11, sizeof peer.times[0], compare);
  return peer.times[5];
}

static double bar_of(const Case *self, const char *folder)
{
  const char *blame[] = {"git", "-C", folder, "blame", "statements/big/en.md", NULL};
  if (self->bar < 0)
    return -self->bar * time_of(blame, 5);
  return self->bar + (self->programs ? self->programs * time_of_ssh_keygen(folder) : 0);
}

/* Millions, by what valgrind says at its end: "Collected : 123". */
static double count_instructions(const Case *self, const char *folder, const char *const *command)
{
  g_autofree char *words = g_strjoinv(" ", (char **)(guintptr)command);
  g_autofree char *script = g_strdup_printf(
      "%s%svalgrind --tool=callgrind --callgrind-out-file=/dev/null %s 2>&1 >/dev/null | sed -n "
      "'s/.*Collected : //p'",
      self->prepare ? self->prepare : ":", "; cd - >/dev/null; ", words);
  g_autofree char *line = g_strdup_printf("cd '%s'; %s", folder, script);
  char *argv[] = {(char[]){"/bin/sh"}, (char[]){"-c"}, line, NULL};
  g_autofree char *out = NULL;
  if (!g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, NULL))
    die("valgrind", "cannot be run");
  return g_ascii_strtod(out, NULL) / 1e6;
}

static void put_case(const Case *self, const char *build, const char *adref, double *small,
                     gboolean count)
{
  guint paragraphs = *small > 0 ? GREAT : SMALL;
  g_autofree char *folder = make_world(build, self->world, paragraphs);
  g_autofree const char **command = command_of(self, adref, folder);
  Peer peer = {.command = command};
  double processor = measure(&peer, self, folder, paragraphs == SMALL ? 11 : 3);
  double bar = paragraphs == SMALL ? bar_of(self, folder) : GROWTH * bar_of(self, folder);
  if (paragraphs == GREAT && self->bar < 0)
    bar /= GROWTH; /* git blame has read the great text, too */
  gboolean kept = peer.median <= bar && (paragraphs == GREAT || peer.memory <= MEMORY);
  missed |= !kept;
  printf("  %-28s %8.1f ms %8.1f ms %8.1f %8.1f MB", self->label, peer.median, processor, bar,
         peer.memory);
  if (paragraphs == GREAT)
    printf(" %8.1f", peer.median / *small);
  if (count)
    printf(" %8.0f", count_instructions(self, folder, command));
  printf("  %s\n", kept ? "kept" : "MISSED");
  fflush(stdout);
  *small = peer.median;
}

static void put_table(const char *build, const char *adref, double *times, gboolean count)
{
  gboolean is_great = times[0] > 0;
  printf("\nThe everyday text: %u paragraphs, 30 parties, 333 versions, 4 languages\n",
         is_great ? GREAT : SMALL);
  printf("  %-28s %11s %11s %8s %11s%s%s\n", "", "median", "processors", "bar", "memory",
         is_great ? "   growth" : "", count ? " M instr." : "");
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    if (!is_great || strcmp(cases[i].world, "everyday") == 0)
      put_case(&cases[i], build, adref, &times[i], count);
}

int main(int argc, char **argv)
{
  if (argc < 2 || argc > 3) {
    fputs("usage: scale BUILD [callgrind]\n", stderr);
    return 2;
  }
  g_autofree char *parent = g_build_filename(argv[1], "bench", NULL);
  g_mkdir_with_parents(parent, 0700);
  g_autofree char *program = g_build_filename(argv[1], "adref", NULL);
  const char *chosen = g_getenv("ADREF");
  g_autofree char *adref = g_canonicalize_filename(chosen ? chosen : program, NULL);
  g_setenv("ADREF", adref, TRUE);
  double times[G_N_ELEMENTS(cases)] = {0};
  put_table(argv[1], adref, times, argc == 3);
  put_table(argv[1], adref, times, argc == 3);
  puts(missed ? "\na bar is missed" : "\nall bars are kept");
  return missed ? 1 : 0;
}
