#include "history/remote.h"

#include "cases.h"
#include "history/version_range.h"
#include "sandbox.h"

START_TEST(a_url_is_shown_without_a_password)
{
  static const struct {
    const char *url, *shown;
  } urls[] = {
      {"https://aiko:secret@example.org/hub.git", "https://example.org/hub.git"},
      {"https://token@example.org/hub.git", "https://example.org/hub.git"},
      {"http://example.org/a@b:c", "http://example.org/a@b:c"},
      {"ssh://git:secret@example.org:22/hub.git", "ssh://git@example.org:22/hub.git"},
      {"ssh://git@example.org/hub.git", "ssh://git@example.org/hub.git"},
      {"git@example.org:hub.git", "git@example.org:hub.git"},
      {"../hub.git", "../hub.git"},
      {"https://a\377@b", "https://b"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(urls); i++) {
    g_autofree char *shown = adref_remote_readable_url(urls[i].url);
    ck_assert_str_eq(shown, urls[i].shown);
  }
}
END_TEST

START_TEST(versions_beyond_others)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  write_file(box, "a.md", "a\n");
  AdrefVersion first = save_one(repo, "a.md", "first");
  write_file(box, "a.md", "b\n");
  save_one(repo, "a.md", "second");
  write_file(box, "a.md", "c\n");
  AdrefVersion third = save_one(repo, "a.md", "third"), known[] = {{""}, first};
  guint count;
  g_autoptr(GPtrArray) some =
      adref_repo_versions_beyond(repo, &third, known, G_N_ELEMENTS(known), 1, &count, NULL);
  ck_assert_uint_eq(count, 2);
  ck_assert_uint_eq(some->len, 1);
  ck_assert_str_eq(((const AdrefLogEntry *)some->pdata[0])->subject, "third");
  g_autoptr(GPtrArray) none = adref_repo_versions_beyond(repo, &first, &third, 1, 9, &count, NULL);
  ck_assert_uint_eq(count, 0);
  g_autoptr(GPtrArray) all = adref_repo_versions_beyond(repo, &third, NULL, 0, 9, &count, NULL);
  ck_assert_uint_eq(all->len, 3);
}
END_TEST

/* A remote's progress comes while git runs; refs of another server are not sent by force. */
START_TEST(a_refused_push_says_why)
{
  g_autoptr(Sandbox) box = sandbox_new();
  g_autoptr(AdrefRepo) repo = open_repo(box, "");
  g_autofree char *refused = NULL;
  write_file(box, "a.md", "a\n");
  save_one(repo, "a.md", "first");
  g_autofree char *made = git(box, "init -q --bare ../hub.git");
  g_autofree char *added = git(box, "remote add origin ../hub.git");
  const char *const branches[] = {"HEAD:refs/heads/main", NULL};
  const char *const back[] = {"HEAD~1:refs/heads/main", NULL};
  AdrefRemoteProgress nobody = {NULL, NULL};
  ck_assert(adref_remote_push(repo, "origin", branches, NULL, &nobody, &refused, NULL));
  ck_assert_ptr_null(refused);
  write_file(box, "a.md", "b\n");
  save_one(repo, "a.md", "second");
  ck_assert(adref_remote_push(repo, "origin", branches, NULL, &nobody, &refused, NULL));
  ck_assert_ptr_null(refused);
  ck_assert(adref_remote_push(repo, "origin", back, NULL, &nobody, &refused, NULL));
  ck_assert_str_eq(refused, "\n  main: [rejected] (non-fast-forward)");
}
END_TEST

TCase *tcase_remote(void)
{
  TCase *tcase = tcase_create("remote");
  tcase_add_test(tcase, a_url_is_shown_without_a_password);
  tcase_add_test(tcase, versions_beyond_others);
  tcase_add_test(tcase, a_refused_push_says_why);
  return tcase;
}
