#include <stdio.h>
#include <string.h>

#include "cli/cases.h"
#include "cli/shell.h"

enum {
  TIMEOUT = 600 /* seconds for one transcript, on a busy machine and under sanitizers */
};

static GPtrArray *paths; /* of char * */

static guint report(const Transcript *transcript, const GPtrArray *results)
{
  guint differing = 0;
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < results->len; i++)
    if (!step_matches(transcript->steps->pdata[i], results->pdata[i])) {
      step_report(transcript, transcript->steps->pdata[i], results->pdata[i], out);
      differing++;
    }
  fputs(out->str, stdout);
  fflush(stdout);
  return differing;
}

/* ADREF_UPDATE=1 writes what the commands print into the transcripts, to be read before it is
 * kept; not into the README and the topics of the manual, which are written by hand. */
START_TEST(a_transcript_is_true)
{
  g_autoptr(Transcript) transcript = transcript_read(paths->pdata[_i]);
  ck_assert_ptr_nonnull(transcript);
  g_autofree char *unsound = NULL;
  g_autoptr(GPtrArray) results = shell_run(transcript, &unsound);
  guint ran = results->len, all = transcript->steps->len;
  guint differing = report(transcript, results);
  if (differing > 0 && g_getenv("ADREF_UPDATE") && g_str_has_prefix(transcript->path, "tests/cli/"))
    transcript_update(transcript, results);
  ck_assert_msg(ran == all, "%s: the shell ended in command %u of %u", transcript->path, ran + 1,
                all);
  ck_assert_msg(differing == 0, "%s: %u of %u commands differ", transcript->path, differing, all);
  ck_assert_msg(*unsound == '\0', "%s: git fsck says: %s", transcript->path, unsound);
}
END_TEST

static int compare(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void find_in_folder(const char *path, const char *only)
{
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  for (const char *name; folder && (name = g_dir_read_name(folder));) {
    g_autofree char *whole = g_build_filename(path, name, NULL);
    if (g_str_has_suffix(name, ".md") && (!only || strstr(whole, only)))
      g_ptr_array_add(paths, g_steal_pointer(&whole));
  }
}

/* All of them, or those whose path contains the word in ADREF_ONLY ("/word.md": that one); of
 * these, those of the part that this process runs. */
static void find_transcripts(void)
{
  const char *only = g_getenv("ADREF_ONLY");
  paths = g_ptr_array_new_with_free_func(g_free);
  find_in_folder("tests/cli", only);
  find_in_folder("src/cmd/manual", only);
  g_ptr_array_sort(paths, compare);
  g_autoptr(Transcript) readme = transcript_read("README.md");
  if (readme && readme->steps->len > 0 && (!only || strstr("README.md", only)))
    g_ptr_array_add(paths, g_strdup("README.md"));
  if (paths->len == 0)
    g_error("no transcript has \"%s\" in the name of its file (ADREF_ONLY)", only ? only : "");
  for (guint i = paths->len; i-- > 0;)
    if (!environment_is_in_part(i))
      g_ptr_array_remove_index(paths, i);
}

TCase *tcase_transcripts(void)
{
  TCase *tcase = tcase_create("transcripts");
  find_transcripts();
  tcase_set_timeout(tcase, TIMEOUT);
  tcase_add_loop_test(tcase, a_transcript_is_true, 0, (int)paths->len);
  return tcase;
}
