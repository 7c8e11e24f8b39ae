/* Verifying what many have signed: signing BUILD.
 *
 * 30 parties have signed 5 drafts of 500 paragraphs, made once in BUILD/bench. What verifying takes
 * without ssh-keygen is seen by another program under that name, which says yes to everything. Ends
 * with status 1 when a bar is missed. */
#include "bench/peers.h"

enum {
  PARTIES = 30,
  DRAFTS = 5,
  RUNS = 11,
  BAR = 1000 /* milliseconds, without ssh-keygen */
};

static const char world[] =
    "rm -rf \"$W\"; git init -q -b main \"$W\"; \"$TALKS\" 500 40 1 | git -C \"$W\" fast-import "
    "--quiet; cd \"$W\"; git reset -q --hard main; git config user.name Bench; git config "
    "user.email bench@example.org; git config adref.bench.x y; mkdir keys fake; cp /bin/true "
    "fake/ssh-keygen; printf 'keys\\nfake\\n' >.git/info/exclude; P=\"$(seq -f 'P%02.0f' 1 30)\"; "
    "{ echo parties:; for p in $P; do echo \"  $p: {short: Land $p, long: Land $p}\"; done; } "
    ">templates/parties.yaml; printf 'outline: plain\\nparties: [%s]\\n' \"$(echo $P | sed 's/ /, "
    "/g')\" >statements/big/statement.yaml; for p in $P; do ssh-keygen -q -t ed25519 -N '' -C '' "
    "-f keys/$p; echo \"$p namespaces=\\\"git\\\" $(cut -d ' ' -f 1,2 keys/$p.pub)\" >>signers; "
    "done; \"$ADREF\" format --write big; git add -A; git commit -q -m Parties; for d in 1 2 3 4 "
    "5; "
    "do sed -i \"0,/ by 20[0-9]* \\| welcomed/s// by 20$d welcomed/\" statements/big/en.md; "
    "\"$ADREF\" save big -m \"Draft $d\"; \"$ADREF\" circulate big --label d$d; for p in $P; do "
    "\"$ADREF\" sign big@d$d --as $p --key keys/$p --yes; done; done; touch .git/made";

/* The folder of the drafts, made when it is not there yet. */
static char *make_world(const char *build, const char *adref)
{
  g_autofree char *relative = g_build_filename(build, "bench", "signing", NULL);
  char *folder = g_canonicalize_filename(relative, NULL);
  g_autofree char *talks = g_build_filename(build, "tests/bench/talks", NULL);
  g_autofree char *program = g_canonicalize_filename(talks, NULL);
  g_autofree char *made = g_build_filename(folder, ".git/made", NULL);
  if (g_file_test(made, G_FILE_TEST_EXISTS))
    return folder;
  printf("making %s\n", folder);
  fflush(stdout);
  g_setenv("W", folder, TRUE);
  g_setenv("TALKS", program, TRUE);
  g_setenv("ADREF", adref, TRUE);
  const char *command[] = {"/bin/sh", "-ec", world, NULL};
  run_once(command, NULL, NULL);
  if (!g_file_test(made, G_FILE_TEST_EXISTS))
    die(folder, "cannot be made");
  return folder;
}

/* How often ssh-keygen is run: as often as there are signatures, no more. */
static guint count_runs(const char *folder, const char *const *verify)
{
  g_autofree char *fake = g_build_filename(folder, "fake/ssh-keygen", NULL);
  g_autofree char *log = g_canonicalize_filename("signing-runs", folder);
  g_autofree char *script = g_strdup_printf("#!/bin/sh\necho run >>'%s'\n", log);
  g_unlink(log);
  g_unlink(fake);
  g_file_set_contents_full(fake, script, -1, G_FILE_SET_CONTENTS_NONE, 0755, NULL);
  run_once(verify, NULL, NULL);
  g_autofree char *text = NULL;
  guint runs = 0;
  if (g_file_get_contents(log, &text, NULL, NULL))
    for (const char *at = text; *at; at++)
      runs += *at == '\n';
  g_unlink(log);
  g_unlink(fake);
  const char *copy[] = {"cp", "/bin/true", fake, NULL};
  run_once(copy, NULL, NULL);
  return runs;
}

int main(int argc, char **argv)
{
  const char *build = argc > 1 ? argv[1] : "build";
  g_autofree char *program = g_build_filename(build, "adref", NULL);
  g_autofree char *adref = g_canonicalize_filename(program, NULL);
  g_autofree char *folder = make_world(build, adref);
  g_autofree char *fake = g_canonicalize_filename("fake", folder);
  g_autofree char *path = g_strdup_printf("PATH=%s:%s", fake, g_getenv("PATH"));
  const char *whole[] = {adref, "-C", folder, "verify", "big", NULL};
  const char *own[] = {"env", path, adref, "-C", folder, "verify", "big", NULL};
  Peer peers[] = {{.command = whole}, {.command = own}};
  run_in_turns(peers, G_N_ELEMENTS(peers), RUNS);
  put_title("verify of 30 parties, 5 drafts, 500 paragraphs");
  put_value("in all", peers[0].median, "ms");
  put_barred("without ssh-keygen", peers[1].median, "ms", 0, BAR);
  put_value("  peak memory", peers[0].memory, "MB");
  guint runs = count_runs(folder, own);
  put_barred("runs of ssh-keygen", runs, "", 0, PARTIES * DRAFTS);
  return missed || runs == 0 ? 1 : 0;
}
