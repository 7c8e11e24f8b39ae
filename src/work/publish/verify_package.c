#include "work/publish/verify_package.h"

#include <string.h>

#include "base/file.h"
#include "base/parallel_for.h"
#include "draft/statement/workspace.h"
#include "sign/bytes.h"
#include "work/check/language_check.h"
#include "work/publish/package_folder.h"
#include "work/publish/package_pages.h"
#include "work/publish/package_records.h"

gboolean adref_verify_package_is_one(const char *folder, const char *argument)
{
  g_autofree char *path = argument ? g_canonicalize_filename(argument, folder) : NULL;
  g_autofree char *manifest = path ? g_build_filename(path, "MANIFEST", NULL) : NULL;
  g_autofree char *words = path ? g_build_filename(path, "VERIFY.txt", NULL) : NULL;
  return path &&
         ((g_str_has_suffix(path, ".tar") && g_file_test(path, G_FILE_TEST_EXISTS)) ||
          g_file_test(manifest, G_FILE_TEST_EXISTS) || g_file_test(words, G_FILE_TEST_EXISTS));
}

static GPtrArray *read_members(const char *path, const char *name, GPtrArray *problems,
                               GError **error)
{
  g_autofree char *folder = NULL;
  if (g_file_test(path, G_FILE_TEST_IS_DIR))
    return adref_package_folder_read(path, problems, error);
  g_autoptr(GBytes) archive = adref_file_read(path, name, ADREF_ARCHIVE_LIMIT, error);
  return archive ? adref_archive_read(archive, name, &folder, error) : NULL;
}

/* Whether the bytes of a page are those of the page made anew. */
static gboolean is_same(GBytes *there, const AdrefPackagePages *pages,
                        const AdrefPackagePagePlan *plan)
{
  g_autoptr(GBytes) made = adref_package_pages_render(pages, plan, NULL);
  return made && g_bytes_equal(made, there);
}

static const char as_issued[] = "as issued";

/* The list that holds has the bytes of every page that is here. */
static gboolean is_issued(const AdrefPackage *package)
{
  return package->issue && package->issue->is_known;
}

/* The state of a page (AdrefPageCheck). The version of the program in FACTS is not signed, so that
 * it never excuses a difference. */
static const char *compare_page(const AdrefPackage *package, const GPtrArray *members,
                                const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan)
{
  GBytes *there = adref_archive_members_get(members, plan->path);
  if (!there)
    return "missing";
  if (!plan->language_version->document || (plan->former && !plan->former->document))
    return "not compared";
  if (is_same(there, pages, plan))
    return "same";
  if (is_issued(package))
    return as_issued;
  return strcmp(plan->format, "pdf") == 0 ? "made with other fonts, or changed"
                                          : "made by another adref, or changed";
}

static void page_clear(gpointer data)
{
  AdrefPageCheck *page = data;
  g_free(page->path);
  g_free(page->language);
}

/* The texts of the package, with what was signed of each. */
static AdrefPackagePages pages_of(const AdrefPackage *package, GPtrArray *texts,
                                  const GPtrArray *words)
{
  const GPtrArray *all = package->message ? package->message->texts : NULL;
  for (guint i = 0; all && i < package->language_versions->len; i++)
    for (guint j = 0; j < all->len; j++)
      if (strcmp(((const AdrefSignedText *)all->pdata[j])->language,
                 ((const AdrefLanguageVersion *)package->language_versions->pdata[i])->language) ==
          0) {
        g_ptr_array_add(texts, all->pdata[j]);
        break;
      }
  return (AdrefPackagePages){
      .label = package->message ? package->message->label : "",
      .language_versions = package->language_versions,
      .texts = texts,
      .former = package->former,
      .former_label = package->former_label,
      .facts = package->facts,
      .former_facts = package->former_facts,
      .alternats = package->alternats,
      .level =
          package->adoption && package->adoption->says_level ? &package->adoption->level : NULL,
      .recorder = package->adoption && package->message ? package->message->party : NULL,
      .words = words,
      .house = package->house};
}

static gboolean is_state(const AdrefPageCheck *page, const char *state)
{
  return strcmp(page->state, state) == 0;
}

/* Why a page is not confirmed; NULL: it is. `html` is the state of the same page as HTML. Caller
 * frees. */
static char *page_problem(const AdrefPageCheck *page, const AdrefPageCheck *html)
{
  if (is_state(page, "same") || is_state(page, as_issued))
    return NULL;
  if (is_state(page, "missing"))
    return g_strdup_printf("%s is missing", page->path);
  if (is_state(page, "not compared"))
    return g_strdup_printf("%s cannot be compared: its text cannot be read", page->path);
  if (strcmp(page->format, "pdf") == 0 && html && is_state(html, "same"))
    return g_strdup_printf("%s differs from the page that this adref makes. Other fonts give other "
                           "bytes: compare it with %s, which is confirmed, or install the fonts "
                           "that pdffonts %s names and verify again",
                           page->path, html->path, page->path);
  if (strcmp(page->format, "docx") == 0 && html && is_state(html, "same"))
    return g_strdup_printf(
        "%s differs from the Word file that this adref makes. Another version of "
        "zlib gives other bytes: compare its words with %s, which is confirmed",
        page->path, html->path);
  return g_strdup_printf("%s differs from the page that this adref makes", page->path);
}

/* The same page as HTML: the plan has it before the PDF and the Word file. */
static const AdrefPageCheck *html_of(const GArray *pages, guint place)
{
  const AdrefPageCheck *page = &g_array_index(pages, AdrefPageCheck, place);
  while (place > 0 && strcmp(page->format, "html") != 0)
    page = &g_array_index(pages, AdrefPageCheck, --place);
  return strcmp(page->format, "html") == 0 ? page : NULL;
}

static gboolean is_planned(const GArray *pages, const char *path)
{
  for (guint i = 0; i < pages->len; i++)
    if (strcmp(g_array_index(pages, AdrefPageCheck, i).path, path) == 0)
      return TRUE;
  return FALSE;
}

/* A page that nobody could make anew is not confirmed either. */
static void add_surplus(AdrefPackage *package, const GPtrArray *members, const GArray *pages)
{
  for (guint i = 0; i < members->len; i++) {
    const char *path = ((const AdrefArchiveMember *)members->pdata[i])->path;
    if (g_str_has_prefix(path, "pages/") && !is_planned(pages, path))
      g_ptr_array_add(package->page_problems,
                      g_strdup_printf("%s is a page that this adref does not make", path));
  }
}

/* Packages of earlier times have no Word files. One that had some and lost them does not agree with
 * its MANIFEST. */
static gboolean has_word_files(const GPtrArray *members)
{
  for (guint i = 0; i < members->len; i++)
    if (g_str_has_suffix(((const AdrefArchiveMember *)members->pdata[i])->path, ".docx"))
      return TRUE;
  return FALSE;
}

/* The pages while two threads compare them. */
typedef struct {
  const AdrefPackage *package;
  const GPtrArray *members, *plans;
  const AdrefPackagePages *what;
  const char **states;
} PageComparison;

static void compare_some(gpointer data, guint worker, guint from, guint to)
{
  const PageComparison *self = data;
  (void)worker;
  for (guint i = from; i < to; i++)
    self->states[i] = compare_page(self->package, self->members, self->what, self->plans->pdata[i]);
}

/* `words` has an AdrefPageWords or NULL for each text: those that pages are made with. */
static GArray *compare_pages(const AdrefPackage *package, const GPtrArray *members,
                             const GPtrArray *words)
{
  GArray *pages = g_array_new(FALSE, FALSE, sizeof(AdrefPageCheck));
  g_array_set_clear_func(pages, page_clear);
  g_autoptr(GPtrArray) texts = g_ptr_array_new();
  AdrefPackagePages what = pages_of(package, texts, words);
  g_autoptr(GPtrArray) plans = adref_package_pages_plan(&what);
  gboolean with_word = has_word_files(members);
  for (guint i = plans->len; i-- > 0;)
    if (strcmp(((const AdrefPackagePagePlan *)plans->pdata[i])->format, "docx") == 0 && !with_word)
      g_ptr_array_remove_index(plans, i);
  g_autofree const char **states = g_new0(const char *, plans->len + 1);
  PageComparison comparison = {package, members, plans, &what, states};
  adref_parallel_for(plans->len, 1, compare_some, &comparison);
  for (guint i = 0; i < plans->len; i++) {
    const AdrefPackagePagePlan *plan = plans->pdata[i];
    AdrefPageCheck page = {g_strdup(plan->path), g_strdup(plan->language_version->language),
                           plan->format, states[i]};
    g_array_append_val(pages, page);
  }
  return pages;
}

static gboolean are_same(const GArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    if (!is_state(&g_array_index(pages, AdrefPageCheck, i), "same"))
      return FALSE;
  return TRUE;
}

/* adref's own words for the pages of each text. */
static GPtrArray *builtin_words(const AdrefPackage *package)
{
  GPtrArray *words = g_ptr_array_new_with_free_func((GDestroyNotify)adref_page_words_free);
  for (guint i = 0; i < package->language_versions->len; i++) {
    const AdrefLanguageVersion *text = package->language_versions->pdata[i];
    g_ptr_array_add(words, adref_page_words_builtin(text->language));
  }
  return words;
}

/* Whether each page has the same bytes with adref's own words: what another table says otherwise
 * stands on none. A package of an older adref lacks the words that came since. */
static gboolean are_pages_of(const AdrefPackage *package, const GPtrArray *members,
                             const GPtrArray *words, const GArray *pages)
{
  if (!are_same(pages))
    return FALSE;
  g_autoptr(GArray) made = compare_pages(package, members, words);
  return are_same(made);
}

/* Words that are not adref's own stand on the page as the table says them. Nobody has signed that,
 * but whoever issued the pages answers for it. */
static void check_words(AdrefPackage *package, const GPtrArray *members, const GArray *pages)
{
  g_autoptr(GPtrArray) builtin = builtin_words(package);
  g_autoptr(GPtrArray) others = g_ptr_array_new();
  for (guint i = 0; i < builtin->len; i++)
    if (!adref_page_words_equal(package->words->pdata[i], builtin->pdata[i]))
      g_ptr_array_add(others, package->language_versions->pdata[i]);
  package->pages_own_words = others->len > 0 && !are_pages_of(package, members, builtin, pages);
  for (guint i = 0; package->pages_own_words && !is_issued(package) && i < others->len; i++)
    g_ptr_array_add(package->page_problems,
                    g_strdup_printf("languages/%s.yaml has other words for pages than this adref "
                                    "has; nobody has signed them, so read them",
                                    ((const AdrefLanguageVersion *)others->pdata[i])->language));
}

static void confirm_pages(AdrefPackage *package, const GPtrArray *members, const GArray *pages)
{
  if (!package->texts_hold)
    g_ptr_array_add(package->page_problems,
                    g_strdup("texts or correction are not as they were signed"));
  for (guint i = 0; i < pages->len; i++) {
    char *problem = page_problem(&g_array_index(pages, AdrefPageCheck, i), html_of(pages, i));
    if (problem)
      g_ptr_array_add(package->page_problems, problem);
  }
  add_surplus(package, members, pages);
  check_words(package, members, pages);
  gboolean good = pages->len > 0 && package->page_problems->len == 0;
  for (guint i = 0; i < pages->len; i++)
    package->pages_issued |= good && is_state(&g_array_index(pages, AdrefPageCheck, i), as_issued);
  package->pages_issued |= good && package->pages_own_words;
  package->pages_confirmed = good && !package->pages_issued;
}

/* Whether a line names a gpg key: the word gpg stands behind the principals, or their options. */
static gboolean is_gpg_line(const char *line)
{
  g_auto(GStrv) words = g_strsplit(line, " ", 4);
  guint count = g_strv_length(words);
  return (count > 1 && strcmp(words[1], "gpg") == 0) || (count > 2 && strcmp(words[2], "gpg") == 0);
}

/* Adds the ssh keys or the gpg keys of a text. The other lines are left empty, so that an error
 * names the right line. */
static gboolean add_keys(AdrefSigners *signers, const char *text, const char *name, gboolean gpg,
                         GError **error)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (is_gpg_line(*line) != gpg)
      **line = '\0';
  g_autofree char *some = g_strjoinv("\n", lines);
  return adref_signers_add_lines(signers, some, name, gpg, error);
}

static AdrefSigners *read_signers(const char *folder, const char *file, GError **error)
{
  g_autofree char *path = g_canonicalize_filename(file, folder);
  g_autoptr(AdrefSigners) signers = adref_signers_new();
  g_autoptr(GBytes) bytes = adref_file_read_text(path, file, ADREF_SIGNERS_LIMIT, error);
  g_autofree char *text = bytes ? adref_bytes_text(bytes) : NULL;
  return text && add_keys(signers, text, file, FALSE, error) &&
                 add_keys(signers, text, file, TRUE, error)
             ? g_steal_pointer(&signers)
             : NULL;
}

/* The keys that the workspace around the folder has revoked; empty without a workspace. */
static AdrefSigners *read_revoked(const char *folder, GError **error)
{
  g_autoptr(AdrefSigners) signers = adref_signers_new();
  g_autoptr(AdrefWorkspace) workspace = adref_workspace_find(folder, NULL);
  g_autofree char *path =
      workspace ? g_build_filename(workspace->root, ADREF_SIGNERS_REVOKED, NULL) : NULL;
  if (!path || !g_file_test(path, G_FILE_TEST_EXISTS))
    return g_steal_pointer(&signers);
  g_autoptr(GBytes) bytes =
      adref_file_read_text(path, ADREF_SIGNERS_REVOKED, ADREF_SIGNERS_LIMIT, error);
  g_autofree char *text = bytes ? adref_bytes_text(bytes) : NULL;
  return text && adref_signers_add_revoked(signers, text, ADREF_SIGNERS_REVOKED, error)
             ? g_steal_pointer(&signers)
             : NULL;
}

static void copy_problems(GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add(to, g_strdup(from->pdata[i]));
}

AdrefPackageReport *adref_verify_package(const char *folder, const char *argument,
                                         const char *signers_file, GError **error)
{
  g_autofree char *path = g_canonicalize_filename(argument, folder);
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(AdrefSigners) signers = signers_file ? read_signers(folder, signers_file, error) : NULL;
  g_autoptr(GPtrArray) members =
      signers || !signers_file ? read_members(path, argument, problems, error) : NULL;
  g_autoptr(AdrefSigners) revoked = members ? read_revoked(folder, error) : NULL;
  if (!revoked)
    return NULL;
  g_autoptr(AdrefRepo) repo = adref_repo_open_any(folder, NULL);
  AdrefPackageTrust trust = {repo, signers, g_get_real_time() / G_USEC_PER_SEC, revoked->revoked};
  AdrefPackageReport *report = g_new0(AdrefPackageReport, 1);
  report->package = adref_package_check(members, &trust);
  copy_problems(problems, report->package->problems);
  adref_package_records_compare(report->package, members, repo);
  report->package->languages = adref_language_check_package(report->package);
  report->pages = compare_pages(report->package, members, report->package->words);
  confirm_pages(report->package, members, report->pages);
  return report;
}

void adref_package_report_free(AdrefPackageReport *report)
{
  if (!report)
    return;
  adref_package_free(report->package);
  g_array_unref(report->pages);
  g_free(report);
}
