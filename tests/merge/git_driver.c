/* The laws of a merge through `git merge` with adref's merge driver, on the same generated texts:
 * ADREF_GIT_MERGES says how many. The sides are branches, which are merged one after another. */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "environment.h"
#include "merge/merge_case.h"

enum {
  QUICK_CASES = 8
};

static const char begin[] =
    "set -e; git init -q -b main; git config user.name Aiko; git config user.email "
    "aiko@example.org;"
    "git config gc.auto 0; git config core.fsync none; git config merge.adref.driver \"$1 "
    "merge-driver %O %A %B %P\";"
    "printf '*.md merge=adref\\n' >.gitattributes; git add .gitattributes; git commit -qm begin";

/* base.md and 0.md, 1.md ... are the texts of a case, other.md is what `adref merge` makes of two.
 */
static const char merge[] =
    "cd \"$1\"; git checkout -qf main; cp ../base.md text.md; git add text.md;"
    "git commit -q --allow-empty -m base; s=0;"
    "while [ $s -lt $2 ]; do git checkout -qB side$s main; cp ../$s.md text.md;"
    "git commit -qa --allow-empty -m $s; s=$((s+1)); done;"
    "[ $2 -gt 2 ] || \"$3\" merge --files ../base.md ../0.md ../1.md >../other.md 2>/dev/null;"
    "git checkout -qB merged side0; s=1;"
    "while [ $s -lt $2 ]; do git merge -q --no-edit side$s >../said 2>&1 ||"
    "{ git merge --abort; exit 1; }; s=$((s+1)); done";

static gboolean run_shell(const char *folder, const char *script, const char *first,
                          const char *second, const char *third)
{
  const char *argv[] = {"sh", "-c", script, "sh", first, second, third, NULL};
  int status = 0;
  g_autoptr(GError) error = NULL;
  g_assert_true(g_spawn_sync(folder, (char **)(guintptr)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                             NULL, NULL, &status, &error));
  return status == 0;
}

static void write_text(const char *folder, const char *name, const AdrefNode *document)
{
  g_autofree char *file = g_strconcat(name, ".md", NULL);
  g_autofree char *path = g_build_filename(folder, file, NULL);
  g_autoptr(GString) text = adref_canonical(document);
  g_assert_true(g_file_set_contents(path, text->str, (gssize)text->len, NULL));
}

static char *read_file(const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename(folder, name, NULL);
  char *text = NULL;
  g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
  return text;
}

/* Whether no bracket can hold something that both of two sides changed. */
static gboolean is_open(const MergeCase *self)
{
  const AdrefMergeSide sides[] = {{.document = self->sides[0], .name = "ours"},
                                  {.document = self->sides[1], .name = "theirs"}};
  AdrefMergeOptions options = {.parties = self->how.parties};
  g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
  g_autoptr(AdrefNode) made = adref_merge(self->base, sides, G_N_ELEMENTS(sides), &options, report);
  gboolean open = FALSE;
  for (guint i = 0; i < report->events->len; i++)
    open |= ((AdrefMergeEvent *)report->events->pdata[i])->type == ADREF_MERGE_UNPLACED;
  return open;
}

static void check_text(const MergeCase *self, const char *text, const char *other)
{
  g_autoptr(AdrefNode) merged = merge_case_read_canonical(text, &self->how);
  g_autoptr(GString) again = adref_canonical(merged);
  merge_case_check(self, !strstr(text, "<<<<<<<") && !strstr(text, ">>>>>>>"), "a marker\n%s",
                   text);
  merge_case_check(self, strcmp(text, again->str) == 0, "not canonical\n%s--- but\n%s", text,
                   again->str);
  merge_case_check(self, self->count > 2 || strcmp(text, other) == 0,
                   "git has another text\n%s--- than\n%s", text, other);
  merge_case_check_words(self, merged, FALSE);
}

static void check_case(const MergeCase *self, const char *folder, const char *adref)
{
  g_autofree char *repo = g_build_filename(folder, "repo", NULL);
  g_autofree char *count = g_strdup_printf("%u", self->count);
  write_text(folder, "base", self->base);
  write_text(folder, "other", self->base);
  for (guint s = 0; s < self->count; s++) {
    g_autofree char *name = g_strdup_printf("%u", s);
    write_text(folder, name, self->sides[s]);
  }
  if (!run_shell(folder, merge, repo, count, adref)) {
    g_autofree char *said = read_file(folder, "said");
    merge_case_check(self, self->count > 2 || is_open(self), "git merge fails\n%s", said);
    return;
  }
  g_autofree char *text = read_file(repo, "text.md"), *other = read_file(folder, "other.md");
  check_text(self, text, other);
}

START_TEST(git_keeps_the_laws)
{
  char *folder = environment_make_folder("adref-git-driver-XXXXXX");
  g_autofree char *repo = g_build_filename(folder, "repo", NULL);
  const char *given = g_getenv("ADREF");
  g_autofree char *adref = g_canonicalize_filename(given ? given : "build/adref", NULL);
  g_autofree char *quoted = g_shell_quote(adref);
  guint first = merge_case_number("ADREF_FIRST", 0),
        count = environment_count("ADREF_GIT_MERGES", QUICK_CASES);
  g_setenv("HOME", folder, TRUE);
  g_assert_cmpint(g_mkdir(repo, 0700), ==, 0);
  ck_assert(run_shell(repo, begin, quoted, "", ""));
  for (guint n = first; n < first + count; n++) {
    MergeCase each;
    merge_case_init(&each, n, NULL);
    if (!merge_case_has_half_brackets(&each))
      check_case(&each, folder, adref);
    merge_case_clear(&each);
  }
  ck_assert(run_shell("/", "rm -rf -- \"$1\"", folder, "", ""));
  free(folder);
}
END_TEST

TCase *tcase_git_driver(void)
{
  TCase *tcase = tcase_create("git_driver");
  tcase_set_timeout(tcase, 600);
  tcase_add_test(tcase, git_keeps_the_laws);
  return tcase;
}
