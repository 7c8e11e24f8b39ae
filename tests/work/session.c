#include "work/session.h"

#include "cases.h"
#include "work/check/status_report.h"
#include "work/edit/save_statement.h"
#include "work/statement_files.h"
#include "work/text.h"
#include "workplace.h"

/* A source of files that counts how often each is read. */
typedef struct {
  AdrefFileSource source;
  AdrefFileSource *files;
  GHashTable *counts; /* path -> count */
} CountingSource;

static GBytes *counting_read(AdrefFileSource *source, const char *path, gsize limit, GError **error)
{
  CountingSource *self = (CountingSource *)source;
  guint count = GPOINTER_TO_UINT(g_hash_table_lookup(self->counts, path));
  g_hash_table_replace(self->counts, g_strdup(path), GUINT_TO_POINTER(count + 1));
  return self->files->read(self->files, path, limit, error);
}

static char **counting_list(AdrefFileSource *source, const char *folder, GError **error)
{
  CountingSource *self = (CountingSource *)source;
  return self->files->list(self->files, folder, error);
}

static guint reads_of(const CountingSource *counter, const char *path)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(counter->counts, path));
}

START_TEST(opens_nothing_by_itself)
{
  g_autoptr(Workplace) workplace = workplace_new();
  const AdrefSession *session = workplace->session;
  ck_assert_ptr_null(session->workspace);
  ck_assert_ptr_null(session->library);
  ck_assert_ptr_null(session->repo);
  ck_assert_ptr_null(session->signers);
  ck_assert_int_gt(session->now, 1600000000);
}
END_TEST

/* Two texts, all texts once more to save them, the state of each clause: the facts are read once.
 * The style is, too, by texts; sign/language_versions.h reads it for itself. */
START_TEST(reads_facts_and_style_once)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GError) error = NULL;
  AdrefSession *session = workplace->session;
  CountingSource counter = {.source = {counting_read, counting_list, NULL}};
  workplace_init(workplace);
  ck_assert(adref_session_open_workspace(session, &error));
  counter.files = session->files->source;
  counter.counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  session->files->source = &counter.source;
  {
    g_autoptr(AdrefText) en = adref_text_open(session, "demo", NULL, &error);
    g_autoptr(AdrefText) ja = adref_text_open(session, NULL, "ja", &error);
    ck_assert_no_error(error);
    ck_assert_ptr_eq(en->statement, ja->statement);
    ck_assert_ptr_eq(en->house, ja->house);
    AdrefSaveStatementOptions options = {.action = "save"};
    ck_assert(adref_save_statement(session, en->statement, &options, &error));
    ck_assert_uint_eq(reads_of(&counter, "templates/styles/house.yaml"), 1);
    g_autoptr(AdrefStatusReport) report = adref_status_report_new(en, &error);
    ck_assert_ptr_nonnull(report);
  }
  ck_assert_uint_eq(reads_of(&counter, "statements/demo/statement.yaml"), 1);
  ck_assert_uint_gt(reads_of(&counter, "statements/demo/en.md"), 0);
  session->files->source = counter.files;
  g_hash_table_unref(counter.counts);
}
END_TEST

START_TEST(keeps_what_it_opened)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GError) error = NULL;
  AdrefSession *session = workplace->session;
  workplace_init(workplace);
  AdrefRepo *repo = adref_session_repo(session, &error);
  ck_assert_ptr_nonnull(repo);
  ck_assert_ptr_eq(adref_session_repo(session, &error), repo);
  ck_assert_ptr_eq(adref_session_labels(session, "demo", &error),
                   adref_session_labels(session, "demo", &error));
  ck_assert_ptr_eq(adref_session_signers(session, &error), adref_session_signers(session, &error));
  ck_assert_ptr_eq(adref_session_person(session, ADREF_PERSON_ROLE_AUTHOR, &error),
                   adref_session_person(session, ADREF_PERSON_ROLE_AUTHOR, &error));
  ck_assert_ptr_ne(adref_session_person(session, ADREF_PERSON_ROLE_AUTHOR, &error),
                   adref_session_person(session, ADREF_PERSON_ROLE_COMMITTER, &error));
  const AdrefSessionFiles *head = adref_session_find_files(session, NULL, "HEAD", &error);
  ck_assert_no_error(error);
  ck_assert_ptr_eq(adref_session_find_files(session, NULL, "main", &error), head);
  ck_assert_ptr_eq(adref_session_find_files(session, NULL, "work", &error), session->files);
}
END_TEST

/* What failed is asked for again: the reason may be gone. */
START_TEST(keeps_no_failure)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  ck_assert_ptr_null(adref_session_repo(workplace->session, &error));
  g_clear_error(&error);
  workplace_init(workplace);
  ck_assert_ptr_nonnull(adref_session_repo(workplace->session, &error));
}
END_TEST

START_TEST(version_has_its_own_parties_or_those_of_now)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GError) error = NULL;
  workplace_init(workplace);
  g_free(workplace_git(workplace, "rm -q --cached templates/parties.yaml"));
  g_free(workplace_git(workplace, "commit -q -m without"));
  AdrefSession *session = workplace->session;
  const AdrefSessionFiles *with = adref_session_find_files(session, NULL, "HEAD~1", &error);
  const AdrefSessionFiles *without = adref_session_find_files(session, NULL, "HEAD", &error);
  ck_assert_no_error(error);
  ck_assert_ptr_eq(without->library, session->library);
  ck_assert_ptr_ne(with->library, session->library);
}
END_TEST

START_TEST(date_needs_no_at_sign)
{
  g_autoptr(Workplace) workplace = workplace_new();
  GError *error = NULL;
  workplace_init(workplace);
  AdrefSession *session = workplace->session;
  ck_assert_ptr_eq(adref_session_find_files(session, "demo", "today", &error),
                   adref_session_find_files(session, "demo", "@today", &error));
  ck_assert_no_error(error);
  ck_assert_ptr_null(adref_session_find_files(session, "demo", "nonsense", &error));
  ck_assert(g_error_matches(error, ADREF_ERROR, ADREF_ERROR_NOT_FOUND));
  g_clear_error(&error);
}
END_TEST

START_TEST(file_in_the_workspace_shares_its_library)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GError) error = NULL;
  AdrefSession *session = workplace->session;
  g_autofree char *below = g_build_filename(workplace->root, "statements", "demo", NULL);
  const AdrefSessionFiles *around = adref_session_files_around(session, below);
  ck_assert(adref_session_open_workspace(session, &error));
  ck_assert_ptr_eq(around, session->files);
  ck_assert_ptr_null(adref_session_files_around(session, workplace->folder));
}
END_TEST

START_TEST(says_the_first_twenty_problems)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GPtrArray) problems = adref_problems_new();
  for (guint i = 1; i <= 23; i++)
    adref_problem(problems, i, 2, "odd");
  adref_session_say_problems(workplace->session, "x.md", problems);
  g_auto(GStrv) lines = g_strsplit(workplace->said->str, "\n", -1);
  ck_assert_uint_eq(g_strv_length(lines), 22);
  ck_assert_str_eq(lines[0], "x.md:1:2: warning: odd");
  ck_assert_str_eq(lines[19], "x.md:20:2: warning: odd");
  ck_assert_str_eq(lines[20], "x.md: and 3 more like these");
}
END_TEST

START_TEST(statement_files_are_those_of_now_and_of_the_last_version)
{
  g_autoptr(Workplace) workplace = workplace_new();
  g_autoptr(GError) error = NULL;
  workplace_put(workplace, "statements/demo/record/JPN.yaml", "party: JPN\n");
  workplace_init(workplace);
  g_free(workplace_git(workplace, "mv statements/demo/record/JPN.yaml statements/demo/note.txt"));
  workplace_put(workplace, "statements/demo/corrections/corr1.md", "x\n");
  workplace_put(workplace, "statements/demo/corrections/more/x.md", "x\n");
  workplace_put(workplace, "statements/demo/record/nobody.yaml", "x\n");
  workplace_put(workplace, "statements/demo/english.md", "x\n");
  AdrefSession *session = workplace->session;
  ck_assert(adref_session_open_workspace(session, &error));
  const AdrefStatement *statement = adref_session_facts(session->files, "demo", &error);
  g_auto(GStrv) files = adref_session_statement_files(session, statement, &error);
  ck_assert_no_error(error);
  g_autofree char *all = g_strjoinv(" ", files);
  ck_assert_str_eq(all, "statements/demo/corrections/corr1.md statements/demo/en.md "
                        "statements/demo/ja.md statements/demo/record/JPN.yaml "
                        "statements/demo/statement.yaml");
}
END_TEST

TCase *tcase_session(void)
{
  TCase *tcase = tcase_create("session");
  tcase_add_test(tcase, opens_nothing_by_itself);
  tcase_add_test(tcase, reads_facts_and_style_once);
  tcase_add_test(tcase, keeps_what_it_opened);
  tcase_add_test(tcase, keeps_no_failure);
  tcase_add_test(tcase, version_has_its_own_parties_or_those_of_now);
  tcase_add_test(tcase, date_needs_no_at_sign);
  tcase_add_test(tcase, file_in_the_workspace_shares_its_library);
  tcase_add_test(tcase, says_the_first_twenty_problems);
  tcase_add_test(tcase, statement_files_are_those_of_now_and_of_the_last_version);
  return tcase;
}
