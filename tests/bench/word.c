/* Word files beside pandoc, in turns: word BUILD. The text has 500 paragraphs.
 *
 * Ends with status 1 when a bar is missed; without pandoc only the growth is measured. */
#include <string.h>

#include "bench/peers.h"

/* Files of this run, in BUILD/bench. */
typedef struct {
  char *adref;
  char *old, *new, *docx; /* two versions, and the old one as pandoc makes a Word file of it */
  char *made;             /* what is written over again */
  char *workspace;        /* with the old version as the statement x */
  char *returned;         /* an export of x that came back with changes */
} Files;

static char *in_folder(const char *build, const char *name)
{
  return g_build_filename(build, "bench", name, NULL);
}

static void files_init(Files *files, const char *build)
{
  g_autofree char *folder = g_build_filename(build, "bench", NULL);
  g_autofree char *path = g_build_filename(build, "adref", NULL);
  g_autofree char *writer = g_build_filename(build, "tests/bench/redline", NULL);
  g_mkdir_with_parents(folder, 0700);
  files->adref = g_canonicalize_filename(path, NULL);
  files->old = in_folder(build, "word-old.md");
  files->new = in_folder(build, "word-new.md");
  files->docx = in_folder(build, "word.docx");
  files->made = in_folder(build, "word-made.docx");
  files->workspace = in_folder(build, "word");
  g_autofree char *returned = in_folder(build, "word-returned.docx");
  files->returned = g_canonicalize_filename(returned, NULL);
  const char *write[] = {writer, "500", files->old, files->new, NULL};
  const char *clear[] = {"rm", "-rf", files->workspace, NULL};
  const char *init[] = {files->adref, "init", "--empty", files->workspace, NULL};
  run_once(write, NULL, NULL);
  run_once(clear, NULL, NULL);
  run_once(init, NULL, NULL);
  g_autofree char *old = g_canonicalize_filename(files->old, NULL);
  g_autofree char *workspace = g_canonicalize_filename(files->workspace, NULL);
  const char *make[] = {"sh", "tests/bench/returned.sh", files->adref, workspace,
                        old,  files->returned,           NULL};
  run_once(make, NULL, NULL);
}

static void files_clear(Files *files)
{
  g_free(files->adref);
  g_free(files->old);
  g_free(files->new);
  g_free(files->docx);
  g_free(files->made);
  g_free(files->workspace);
  g_free(files->returned);
}

static void put_pair(const char *label, const Peer *ours, const Peer *pandoc, double bar)
{
  put_barred(label, ours->median, "ms", ours->median / pandoc->median, bar);
}

static void bench_pandoc(const Files *files)
{
  const char *pandoc_out[] = {"pandoc", "-f", "commonmark", files->old, "-t",
                              "docx",   "-o", files->docx,  NULL};
  run_once(pandoc_out, NULL, NULL);
  g_autofree char *document = g_canonicalize_filename(files->docx, NULL);
  const char *pandoc_in[] = {"pandoc", files->docx, "-t", "commonmark", NULL};
  const char *out[] = {files->adref, "export", files->old, "-o", files->made, NULL};
  const char *tracked[] = {files->adref, "diff", "--files",   files->old,
                           files->new,   "-o",   files->made, NULL};
  const char *in[] = {files->adref, "-C", files->workspace, "import", document,
                      "--name",     "y",  "--dry-run",      NULL};
  const char *returned_in[] = {"pandoc", files->returned, "-t", "commonmark", NULL};
  const char *back[] = {files->adref, "-C",  files->workspace, "import", files->returned,
                        "--as",       "AAA", "--dry-run",      NULL};
  Peer peers[] = {{.command = out},        {.command = tracked},   {.command = pandoc_out},
                  {.command = in},         {.command = pandoc_in}, {.command = back},
                  {.command = returned_in}};
  run_in_turns(peers, G_N_ELEMENTS(peers), 21);
  put_title("Word files of 500 paragraphs, against pandoc");
  put_pair("adref export FILE.docx", &peers[0], &peers[2], 0.1);
  put_pair("adref diff FILE.docx: tracked changes", &peers[1], &peers[2], 0.15);
  put_value("pandoc, to docx", peers[2].median, "ms");
  put_pair("adref import FILE.docx", &peers[3], &peers[4], 0.1);
  put_value("pandoc, from docx", peers[4].median, "ms");
  put_pair("adref import FILE.docx that came back", &peers[5], &peers[6], 0.1);
  put_value("pandoc, from that docx", peers[6].median, "ms");
}

static char *make_text(const char *build, const char *bytes, const char *name)
{
  g_autofree char *program = g_build_filename(build, "tests/bench/text", NULL);
  char *path = in_folder(build, name);
  const char *command[] = {program, bytes, NULL};
  run_once(command, path, NULL);
  return path;
}

/* Ten times the text takes ten times as long. */
static void bench_growth(const Files *files, const char *build)
{
  g_autofree char *one = make_text(build, "1000000", "word-1.md");
  g_autofree char *ten = make_text(build, "10000000", "word-10.md");
  const char *small[] = {files->adref, "export", one, "-o", files->made, NULL};
  const char *large[] = {files->adref, "export", ten, "-o", files->made, NULL};
  Peer peers[] = {{.command = small}, {.command = large}};
  run_in_turns(peers, G_N_ELEMENTS(peers), 5);
  put_title("A Word file of 10 MB of text, against one of 1 MB");
  put_value("adref export, 1 MB", peers[0].median, "ms");
  put_barred("adref export, 10 MB", peers[1].median, "ms", peers[1].median / peers[0].median, 12);
  put_value("memory, 10 MB", peers[1].memory, "MB");
}

int main(int argc, char **argv)
{
  if (argc != 2) {
    fputs("usage: word BUILD\n", stderr);
    return 2;
  }
  Files files;
  files_init(&files, argv[1]);
  g_autofree char *pandoc = g_find_program_in_path("pandoc");
  if (pandoc)
    bench_pandoc(&files);
  else
    puts("pandoc is not installed: Word files are not compared with it");
  bench_growth(&files, argv[1]);
  files_clear(&files);
  return missed ? 1 : 0;
}
