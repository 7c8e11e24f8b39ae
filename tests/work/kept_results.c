#include "work/changes/kept_results.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cases.h"
#include "history/label.h"
#include "history/result_cache.h"
#include "view/blame_output.h"
#include "work/changes/find_origins.h"
#include "work/changes/stale_translations.h"
#include "work/negotiate/read_progress.h"
#include "work/negotiate/statement_status.h"
#include "workplace.h"

enum {
  CLAUSES = 6,
  VERSIONS = 12,
  HISTORIES = 4
};

/* --- a history --- */

typedef struct {
  GRand *random;
  const char *words[2][CLAUSES]; /* by language; NULL: the clause is not there */
  guint order[CLAUSES];
} History;

static const char *const choices[] = {
    "The Parties open ports, and train.",    "They [shall - JPN / should - THA] open ports.",
    "They train, and open\nports together.", "They train.",
    "They train, and\nopen ports together.", "They train 30 people of Japan.",
    "They train 35 people of Thailand."};

static void put_text(Workplace *place, const History *history, guint language)
{
  g_autoptr(GString) text = g_string_new("# Demo\n");
  for (guint i = 0; i < CLAUSES; i++) {
    guint clause = history->order[i];
    if (history->words[language][clause])
      g_string_append_printf(text, "\n<!-- op c%u -->\n%s\n", clause,
                             history->words[language][clause]);
  }
  workplace_put(place, language == 0 ? "statements/demo/en.md" : "statements/demo/ja.md",
                text->str);
}

/* A clause gets other words, goes, comes back or moves. */
static void change(History *history)
{
  guint language = (guint)g_rand_int_range(history->random, 0, 2);
  guint clause = (guint)g_rand_int_range(history->random, 0, CLAUSES);
  gint choice = g_rand_int_range(history->random, 0, G_N_ELEMENTS(choices) + 2);
  if (choice < (gint)G_N_ELEMENTS(choices)) {
    history->words[language][clause] = choices[choice];
  } else if (choice == (gint)G_N_ELEMENTS(choices)) {
    history->words[language][clause] = NULL;
  } else {
    guint other = (guint)g_rand_int_range(history->random, 0, CLAUSES), kept;
    kept = history->order[clause];
    history->order[clause] = history->order[other];
    history->order[other] = kept;
  }
}

static void make_history(Workplace *place, History *history)
{
  for (guint i = 0; i < CLAUSES; i++) {
    history->order[i] = i;
    history->words[0][i] = history->words[1][i] = choices[i % G_N_ELEMENTS(choices)];
  }
  for (guint version = 0; version < VERSIONS; version++) {
    guint changes = (guint)g_rand_int_range(history->random, 1, 4);
    for (guint i = 0; i < changes; i++)
      change(history);
    put_text(place, history, 0);
    put_text(place, history, 1);
    g_free(workplace_git(place, "add -A"));
    g_free(workplace_git(place, "commit -q --allow-empty -m change"));
    if (version % 3 == 0) {
      g_autofree char *tag = g_strdup_printf("tag -a -m draft demo/rev%u", version + 1);
      g_free(workplace_git(place, tag));
    }
  }
  change(history); /* that is not saved */
  put_text(place, history, 0);
}

/* --- what is said of it --- */

static void say_points(Workplace *place, GString *all)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) points = adref_read_progress(place->session, "demo", NULL, &error);
  ck_assert_no_error(error);
  g_autoptr(GString) json = adref_progress_curve_json(points);
  g_string_append(all, json->str);
}

static void say_origins(Workplace *place, const char *name, gboolean is_part, GString *all)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefText) text = adref_text_open(place->session, name, NULL, &error);
  ck_assert_no_error(error);
  const AdrefNode *clause = is_part ? text->document->last : NULL;
  g_autoptr(AdrefOrigins) origins = adref_find_origins(text, clause, &error);
  ck_assert_no_error(error);
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING, .language = "en"};
  g_autoptr(GString) json =
      adref_json_blame_write(clause ? clause : text->document, origins, &options);
  g_string_append(all, json->str);
}

static void say_languages(Workplace *place, const char *name, GString *all)
{
  g_autoptr(GError) error = NULL;
  AdrefStatementStatus status = {NULL};
  ck_assert(adref_statement_status_read(place->session, name, &status, &error));
  ck_assert_no_error(error);
  for (guint i = 0; i < status.languages->len; i++) {
    const AdrefLanguageState *state = status.languages->pdata[i];
    g_autofree char *line = adref_language_state_line(state, NULL);
    g_string_append_printf(all, "%s\n", line);
    for (guint j = 0; j < state->differences->len; j++) {
      g_autofree char *difference = adref_language_difference_line(
          state->differences->pdata[j], state->rolling, state->language, NULL);
      g_string_append_printf(all, "%s\n", difference);
    }
  }
  adref_statement_status_clear(&status);
}

/* As a new process says it. Caller frees. */
static char *say_all(Workplace *place)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) all = g_string_new(NULL);
  workplace_reopen(place, ".");
  ck_assert(adref_session_open_workspace(place->session, &error));
  say_points(place, all);
  say_origins(place, "demo", FALSE, all);
  say_origins(place, "demo", TRUE, all);
  say_origins(place, "demo@rev7", FALSE, all);
  say_languages(place, "demo", all);
  say_languages(place, "demo@rev7", all);
  const AdrefStatement *statement = adref_session_facts(place->session->files, "demo", &error);
  ck_assert(adref_stale_translations_say(place->session, statement, &error));
  ck_assert_no_error(error);
  g_string_append(all, place->said->str);
  return g_string_free(g_steal_pointer(&all), FALSE);
}

/* --- the files of the cache --- */

typedef void (*Damage)(const char *path, char *bytes, gsize length);

static void remove_file(const char *path, char *bytes, gsize length)
{
  (void)bytes;
  (void)length;
  g_unlink(path);
}

static void change_last_byte(const char *path, char *bytes, gsize length)
{
  bytes[length - 1] = (char)(bytes[length - 1] + 1);
  ck_assert(g_file_set_contents(path, bytes, (gssize)length, NULL));
}

static void cut(const char *path, char *bytes, gsize length)
{
  ck_assert(g_file_set_contents(path, bytes, (gssize)length / 2, NULL));
}

static void change_format(const char *path, char *bytes, gsize length)
{
  char *number = memmem(bytes, length, "-01\n", 4);
  if (!number) /* a part of another result: it was cut, and nobody asked for it since */
    return;
  number[2] = '2';
  ck_assert(g_file_set_contents(path, bytes, (gssize)length, NULL));
}

/* Damages every file, or every second one; how many there were. */
static guint damage_files(Workplace *place, Damage damage, gboolean every)
{
  g_autofree char *folder = adref_result_cache_folder(place->session->repo);
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  guint count = 0;
  for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length;
    ck_assert(g_file_get_contents(path, &bytes, &length, NULL));
    if (every || count % 2 == 0)
      damage(path, bytes, length);
    count++;
  }
  return count;
}

/* Whatever is in the cache: the same words as without it. */
START_TEST(cached_results_are_those_of_now)
{
  static const Damage damages[] = {remove_file, change_last_byte, cut, change_format};
  g_autoptr(Workplace) place = workplace_new();
  workplace_init(place);
  History history = {.random = g_rand_new_with_seed((guint32)_i)};
  make_history(place, &history);
  g_rand_free(history.random);
  g_autofree char *cold = say_all(place);
  g_autofree char *warm = say_all(place);
  ck_assert_str_eq(warm, cold);
  for (gsize i = 0; i < G_N_ELEMENTS(damages); i++)
    for (guint every = 0; every < 2; every++) {
      ck_assert_uint_gt(damage_files(place, damages[i], every == 1), 5);
      g_autofree char *again = say_all(place);
      ck_assert_str_eq(again, cold);
    }
  g_free(workplace_git(place, "commit -q --allow-empty -am more"));
  g_autofree char *later = say_all(place);
  damage_files(place, remove_file, TRUE);
  g_autofree char *later_cold = say_all(place);
  ck_assert_str_eq(later, later_cold);
}
END_TEST

/* The cache is read: what somebody wrote into it with the right digest is said. */
START_TEST(results_are_read)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(Workplace) place = workplace_new();
  workplace_init(place);
  g_free(workplace_git(place, "tag -a -m draft demo/rev1"));
  ck_assert(adref_session_open_workspace(place->session, &error));
  ck_assert_ptr_nonnull(adref_session_repo(place->session, &error));
  const GPtrArray *labels = adref_session_labels(place->session, "demo", &error);
  const AdrefLabel *label = labels->pdata[0];
  AdrefProgressPoint point = {.paragraphs = 77}, other = {0};
  adref_kept_point_write(place->session, "demo", &label->version, NULL, &point);
  ck_assert(!adref_kept_point_read(place->session, "demo", &label->version, "en", &other));
  ck_assert(!adref_kept_point_read(place->session, "other", &label->version, NULL, &other));
  g_autoptr(GString) all = g_string_new(NULL);
  say_points(place, all);
  ck_assert_ptr_nonnull(strstr(all->str, "\"paragraphs\": 77"));
  workplace_put(place, "templates/parties.yaml",
                "parties:\n  JPN: {short: Japan, long: Japan}\n"
                "  THA: {short: Thailand, long: Thailand}\n");
  workplace_reopen(place, ".");
  g_string_truncate(all, 0);
  say_points(place, all);
  ck_assert_ptr_null(strstr(all->str, "\"paragraphs\": 77"));
}
END_TEST

/* What status says of the languages, as a new process does. Caller frees. */
static char *languages_now(Workplace *place)
{
  g_autoptr(GError) error = NULL;
  GString *all = g_string_new(NULL);
  workplace_reopen(place, ".");
  ck_assert(adref_session_open_workspace(place->session, &error));
  say_languages(place, "demo", all);
  return g_string_free(all, FALSE);
}

/* The same without the cache, which is what it must say. Caller frees. */
static char *languages_cold(Workplace *place)
{
  damage_files(place, remove_file, TRUE);
  return languages_now(place);
}

static void languages_are(Workplace *place, const char *difference)
{
  g_autofree char *now = languages_now(place);
  g_autofree char *again = languages_now(place);
  g_autofree char *cold = languages_cold(place);
  ck_assert_str_eq(now, cold);
  ck_assert_str_eq(again, cold);
  ck_assert_msg((strstr(now, difference) != NULL), "%s", now);
}

/* Differences of languages are found again whenever something changes by which they are found. */
START_TEST(languages_are_kept_by_what_they_are_compared_by)
{
  g_autoptr(Workplace) place = workplace_new();
  workplace_init(place);
  workplace_put(place, "statements/demo/en.md",
                "# Demo\n\n<!-- op one -->\nThey train 30 people of Atlantis, [1] and rest.\n");
  workplace_put(place, "statements/demo/ja.md",
                "# Demo\n\n<!-- op one -->\nThey train 30 people of Utopia, 1 and rest.\n");
  languages_are(place, "one: en has [no party], ja has nothing");
  workplace_put(place, "statements/demo/statement.yaml",
                "title: {en: 5 words, ja: 6 words}\noutline: plain\nparties: [JPN, THA]\n"
                "languages: [en, ja]\n");
  languages_are(place, "en has 5, ja has 6");
  workplace_put(place, "templates/parties.yaml",
                "parties:\n  JPN: {short: Atlantis, long: Atlantis}\n"
                "  THA: {short: Utopia, long: Utopia}\n");
  languages_are(place, "one: en has JPN, ja has THA");
  workplace_put(place, "statements/demo/ja.md",
                "# Demo\n\n<!-- op one -->\nThey train 35 people of Utopia, 1 and rest.\n");
  languages_are(place, "one: en has 30, ja has 35");
}
END_TEST

/* A text changes clause by clause, and the cache has the pairs of the text before: what is said is
 * what a comparison without a cache finds. */
START_TEST(changed_clauses_are_compared_anew)
{
  static const char *const clauses[2][8] = {
      {"They train 30 people of Atlantis.", "They train [30 - JPN / 35 - THA] people.",
       "| Year | Ports |\n|---|---|\n| 2020 | 5 |", "| Year | Ports |\n|---|---|\n| 5 | 2020 |",
       "They meet in Paris, not later than 5 June 2024.", "They shall act.", "## Plan of 5 years",
       "At least [both - JPN] act."},
      {"30人を研修する。", "[30 - JPN / 35 - THA]人を研修する。",
       "| 年 | 港 |\n|---|---|\n| 2020 | 5 |", "| 年 | 港 |\n|---|---|\n| 2020 | 6 |",
       "東京で会合する。", "行動することができる。", "## 6年計画",
       "少なくとも[双方 - JPN]が行動する。"}};
  g_autoptr(GRand) random = g_rand_new_with_seed((guint32)_i + 77);
  g_autoptr(Workplace) place = workplace_new();
  guint words[2][CLAUSES] = {{0}};
  workplace_init(place);
  for (guint step = 0; step < 12; step++) {
    words[g_rand_int_range(random, 0, 2)][g_rand_int_range(random, 0, CLAUSES)] =
        (guint)g_rand_int_range(random, 0, 8);
    for (guint language = 0; language < 2; language++) {
      g_autoptr(GString) text = g_string_new("# Demo\n");
      for (guint i = 0; i < CLAUSES; i++)
        g_string_append_printf(text, "\n<!-- op c%u -->\n%s\n", i,
                               clauses[language][words[language][i]]);
      workplace_put(place, language == 0 ? "statements/demo/en.md" : "statements/demo/ja.md",
                    text->str);
    }
    g_autofree char *warm = languages_now(place);
    g_autofree char *cold = languages_cold(place);
    ck_assert_str_eq(warm, cold);
  }
}
END_TEST

TCase *tcase_kept_results(void)
{
  TCase *tests = tcase_create("kept_results");
  tcase_set_timeout(tests, 120);
  tcase_add_loop_test(tests, cached_results_are_those_of_now, 0, HISTORIES);
  tcase_add_test(tests, results_are_read);
  tcase_add_test(tests, languages_are_kept_by_what_they_are_compared_by);
  tcase_add_loop_test(tests, changed_clauses_are_compared_anew, 0, HISTORIES);
  return tests;
}
