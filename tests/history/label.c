#include "cases.h"
#include "history/former_name.h"
#include "history/tag.h"
#include "sandbox.h"

static GPtrArray *labels_of(AdrefRepo *repo, const char *statement)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *labels = adref_repo_labels(repo, statement, &error);
  ck_assert_no_error(error);
  return labels;
}

static void labels_are(AdrefRepo *repo, const char *statement, const char *expected)
{
  g_autoptr(GPtrArray) labels = labels_of(repo, statement);
  g_autoptr(GString) names = g_string_new(NULL);
  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf(names, "%s%s", i > 0 ? " " : "",
                           ((const AdrefLabel *)labels->pdata[i])->name);
  ck_assert_str_eq(names->str, expected);
}

static void next_is(AdrefRepo *repo, const char *statement, const char *expected)
{
  g_autoptr(GPtrArray) labels = labels_of(repo, statement);
  g_autofree char *next = adref_label_next(labels);
  ck_assert_str_eq(next, expected);
}

static void put_label(AdrefRepo *repo, const char *label, const AdrefVersion *version)
{
  g_autoptr(GError) error = NULL;
  adref_repo_label(repo, "stm", label, version, "A draft\n\nFor all.\n", &error);
  ck_assert_no_error(error);
}

static void label_fails(AdrefRepo *repo, const char *statement, const char *label,
                        const AdrefVersion *version, const char *message)
{
  GError *error = NULL;
  ck_assert(!adref_repo_label(repo, statement, label, version, "x", &error));
  ck_assert_error(error, message);
}

START_TEST(sets_an_annotated_tag)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_setenv("GIT_COMMITTER_DATE", "@1702800000 +0900", TRUE);
  write_file(box, "a.md", "1\n");
  AdrefVersion version = save_one(repo, "a.md", "first");
  put_label(repo, "zero", &version);
  g_autofree char *commit = git(box, "rev-parse stm/zero^{commit}");
  ck_assert_str_eq(commit, version.id);
  g_autofree char *expected =
      g_strdup_printf("object %s\ntype commit\ntag stm/zero\n"
                      "tagger Ana Sol <ana@example.org> 1702800000 +0900\n\nA draft\n\nFor all.",
                      version.id);
  git_says(box, "cat-file tag stm/zero", expected);
  g_autoptr(GPtrArray) labels = labels_of(repo, "stm");
  const AdrefLabel *label = labels->pdata[0];
  ck_assert_str_eq(label->name, "zero");
  ck_assert_str_eq(label->version.id, version.id);
  ck_assert_str_eq(label->person->name, "Ana Sol");
  ck_assert_int_eq(label->person->time, 1702800000);
  ck_assert_int_eq(label->person->offset, 540);
  ck_assert_str_eq(label->subject, "A draft");
  label_fails(repo, "stm", "zero", &version,
              "the tag stm/zero exists already; choose another label");
  label_fails(repo, "../stm", "one", &version,
              "\"../stm\" cannot be the name of a statement; allowed are small letters, digits and "
              "-, beginning with a letter or digit, up to 100 in all");
  label_fails(repo, "stm", "a b", &version,
              "\"a b\" cannot be the name of a label; allowed are small letters, digits and -, "
              "beginning with a letter or digit, up to 100 in all");
  git_says(box, "tag", "stm/zero");
  git_says(box, "status --porcelain", "");
}
END_TEST

START_TEST(counts_on)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  next_is(repo, "stm", "zero");
  write_file(box, "a.md", "1\n");
  AdrefVersion version = save_one(repo, "a.md", "first");
  g_setenv("GIT_COMMITTER_DATE", "@1702800000 +0900", TRUE);
  put_label(repo, "chair", &version);
  next_is(repo, "stm", "zero");
  put_label(repo, "rev9", &version);
  put_label(repo, "zero", &version);
  put_label(repo, "rev10", &version);
  put_label(repo, "rev01x", &version);
  next_is(repo, "stm", "rev11");
  g_setenv("GIT_COMMITTER_DATE", "@1702700000 +0900", TRUE);
  put_label(repo, "early", &version);
  g_free(git(box, "tag stm/light"));
  g_free(git(box, "tag stm/tree HEAD^{tree}"));
  g_free(git(box, "tag other/rev20"));
  g_free(git(box, "tag stm/deep/rev21"));
  g_autoptr(GPtrArray) labels = labels_of(repo, "stm");
  ck_assert_uint_eq(labels->len, 7);
  g_free(git(box, "tag -d stm/light"));
  labels_are(repo, "stm", "early zero chair rev9 rev10 rev01x");
  labels_are(repo, "other", "rev20");
  labels_are(repo, "none", "");
}
END_TEST

/* Writes tags FOLDER00000 ... to HEAD as packed refs. */
static void pack_tags(const Sandbox *box, const char *folder, guint count)
{
  g_autofree char *head = git(box, "rev-parse HEAD");
  g_autoptr(GString) refs = g_string_new("# pack-refs with: peeled fully-peeled sorted \n");
  for (guint i = 0; i < count; i++)
    g_string_append_printf(refs, "%s refs/tags/%sl%05u\n", head, folder, i);
  write_file(box, ".git/packed-refs", refs->str);
}

START_TEST(lists_have_limits)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "1\n");
  save_one(repo, "a.md", "first");
  pack_tags(box, "stm/", 10001);
  g_autoptr(GPtrArray) labels = labels_of(repo, "stm");
  ck_assert_uint_eq(labels->len, 10000);
  pack_tags(box, "signoff/", 20000);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) tags = adref_repo_tags(repo, "refs/tags/signoff/", &error);
  ck_assert_no_error(error);
  ck_assert_uint_eq(tags->len, 20000);
  pack_tags(box, "signoff/", 20001);
  ck_assert_ptr_null(adref_repo_tags(repo, "refs/tags/signoff/", &error));
  ck_assert_error(error, "refs/tags/signoff/: more than 20000 tags");
  write_file(box, ".git/packed-refs", "");
}
END_TEST

static AdrefTag *read_tag_of(const Sandbox *box, AdrefRepo *repo, gsize size)
{
  g_autofree char *head = git(box, "rev-parse HEAD");
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_printf(text, "object %s\ntype commit\ntag big\ntagger A <a@b.org> 1702800000 +0000\n\n",
                  head);
  while (text->len < size)
    g_string_append_c(text, 'x');
  write_file(box, "tag", text->str);
  g_autofree char *id = git(box, "hash-object -t tag -w tag");
  g_free(git(box, "update-ref refs/tags/big %s", id));
  return adref_repo_tag(repo, "refs/tags/big");
}

START_TEST(huge_tags_are_not_read)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "1\n");
  save_one(repo, "a.md", "first");
  AdrefTag *most = read_tag_of(box, repo, 256 * 1024), *larger = read_tag_of(box, repo, 262145);
  ck_assert_ptr_null(most->problem);
  ck_assert_uint_eq(g_bytes_get_size(most->bytes), 262144);
  ck_assert_str_eq(larger->problem, "it is too large");
  ck_assert_ptr_null(larger->bytes);
  adref_tag_free(most);
  adref_tag_free(larger);
}
END_TEST

START_TEST(knows_the_last_one_of_this_line)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "s/a.md", "1\n");
  AdrefVersion first = save_one(repo, "s/a.md", "first");
  put_label(repo, "zero", &first);
  g_free(git(box, "switch -qc side"));
  write_file(box, "s/a.md", "2\n");
  AdrefVersion second = save_one(repo, "s/a.md", "second");
  g_setenv("GIT_COMMITTER_DATE", "2050-01-01T00:00:00+0000", TRUE);
  put_label(repo, "rev1", &second);
  g_autoptr(GPtrArray) labels = labels_of(repo, "stm");
  ck_assert_str_eq(adref_repo_last_label(repo, labels)->name, "rev1");
  g_free(git(box, "switch -q main"));
  ck_assert_str_eq(adref_repo_last_label(repo, labels)->name, "zero");
  g_free(git(box, "symbolic-ref HEAD refs/heads/fresh"));
  ck_assert_ptr_null(adref_repo_last_label(repo, labels));
}
END_TEST

START_TEST(finds_the_version_that_made_it_so)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  AdrefVersion newest;
  GError *error = NULL;
  const char *const s[] = {"s", NULL}, *const t[] = {"t", NULL}, *const both[] = {"s", "t", NULL};
  ck_assert(!adref_repo_last_change(repo, s, &newest, &error));
  ck_assert_error(error, "s: no version has it yet; adref save makes one");
  write_file(box, "s/a.md", "1\n");
  save_one(repo, "s/a.md", "first");
  write_file(box, "s/a.md", "2\n");
  AdrefVersion second = save_one(repo, "s/a.md", "second");
  write_file(box, "t/a.md", "1\n");
  AdrefVersion third = save_one(repo, "t/a.md", "third");
  g_free(git(box, "commit -q --allow-empty -m nothing"));
  ck_assert(adref_repo_last_change(repo, s, &newest, NULL));
  ck_assert_str_eq(newest.id, second.id);
  ck_assert(adref_repo_last_change(repo, t, &newest, NULL));
  ck_assert_str_eq(newest.id, third.id);
  ck_assert(adref_repo_last_change(repo, both, &newest, NULL));
  ck_assert_str_eq(newest.id, third.id);
}
END_TEST

START_TEST(what_a_killed_one_locked_is_unlocked)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "1\n");
  AdrefVersion version = save_one(repo, "a.md", "first");
  write_file(box, ".git/index.lock", "adref\n");
  write_file(box, ".git/refs/tags/stm/zero.lock", "");
  g_autoptr(AdrefRepo) again = open_repo(box, "");
  ck_assert(!file_exists(box, ".git/refs/tags/stm/zero.lock"));
  put_label(again, "zero", &version);
}
END_TEST

/* A label that has been given under both names is that of the present one. */
START_TEST(knows_labels_of_former_names)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  char *former[] = {(char *)(guintptr) "old", NULL};
  write_file(box, "a.md", "1\n");
  AdrefVersion version = save_one(repo, "a.md", "first");
  g_free(git(box, "tag old/zero"));
  g_free(git(box, "tag old/rev1"));
  write_file(box, "a.md", "2\n");
  version = save_one(repo, "a.md", "second");
  g_free(git(box, "tag stm/zero"));
  labels_are(repo, "stm", "zero");
  adref_repo_set_former_names(repo, "stm", former);
  g_autoptr(GPtrArray) labels = labels_of(repo, "stm");
  ck_assert_uint_eq(labels->len, 2);
  ck_assert_str_eq(adref_labels_commit(labels, "zero"), version.id);
  ck_assert_str_ne(adref_labels_commit(labels, "rev1"), version.id);
}
END_TEST

TCase *tcase_label(void)
{
  TCase *tcase = tcase_create("label");
  tcase_add_test(tcase, sets_an_annotated_tag);
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, counts_on);
  tcase_add_test(tcase, knows_labels_of_former_names);
  tcase_add_test(tcase, lists_have_limits);
  tcase_add_test(tcase, huge_tags_are_not_read);
  tcase_add_test(tcase, knows_the_last_one_of_this_line);
  tcase_add_test(tcase, finds_the_version_that_made_it_so);
  tcase_add_test(tcase, what_a_killed_one_locked_is_unlocked);
  return tcase;
}
