#include "work/verify_package.h"

#include <string.h>

#include "base/file.h"
#include "draft/file_source.h"
#include "work/package_pages.h"

gboolean adref_verify_package_is_one(const char *folder, const char *argument)
{
  g_autofree char *path = argument ? g_canonicalize_filename(argument, folder) : NULL;
  g_autofree char *manifest = path ? g_build_filename(path, "MANIFEST", NULL) : NULL;
  g_autofree char *words = path ? g_build_filename(path, "VERIFY.txt", NULL) : NULL;
  return path &&
         ((g_str_has_suffix(path, ".tar") && g_file_test(path, G_FILE_TEST_EXISTS)) ||
          g_file_test(manifest, G_FILE_TEST_EXISTS) || g_file_test(words, G_FILE_TEST_EXISTS));
}

static gboolean read_file(GPtrArray *members, AdrefFileSource *source, const char *path,
                          GError **error)
{
  GBytes *bytes = source->read(source, path, ADREF_TEXT_LIMIT, error);
  if (bytes)
    adref_archive_members_add(members, path, bytes);
  return bytes != NULL;
}

/* A file, or all files of a folder, at the top of a package. */
static gboolean read_entry(GPtrArray *members, AdrefFileSource *source, const char *top,
                           const char *name, GError **error)
{
  g_autofree char *path = g_build_filename(top, name, NULL);
  if (!g_file_test(path, G_FILE_TEST_IS_DIR))
    return read_file(members, source, name, error);
  g_auto(GStrv) files = source->list(source, name, error);
  for (char **file = files; file && *file; file++)
    if (!read_file(members, source, *file, error))
      return FALSE;
  return files != NULL;
}

static GPtrArray *read_folder(const char *path, GError **error)
{
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(path);
  g_autoptr(GPtrArray) members = adref_archive_members_new();
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  for (const char *name; folder && (name = g_dir_read_name(folder));)
    if (!read_entry(members, source, path, name, error))
      return NULL;
  adref_archive_members_sort(members);
  return g_steal_pointer(&members);
}

static GPtrArray *read_members(const char *path, const char *name, GError **error)
{
  g_autofree char *folder = NULL;
  if (g_file_test(path, G_FILE_TEST_IS_DIR))
    return read_folder(path, error);
  g_autoptr(GBytes) archive = adref_file_read(path, name, ADREF_ARCHIVE_LIMIT, error);
  return archive ? adref_archive_read(archive, name, &folder, error) : NULL;
}

/* The state of a page (AdrefPageCheck). */
static const char *compare_page(const AdrefPackage *package, const GPtrArray *members,
                                const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan)
{
  GBytes *there = adref_archive_members_get(members, plan->path);
  gboolean html = strcmp(plan->format, "html") == 0;
  if (!there)
    return html ? "missing" : "none";
  if (!plan->language_version->document || (plan->former && !plan->former->document))
    return "not compared";
  g_autoptr(GBytes) made = adref_package_pages_render(pages, plan, NULL);
  if (made && g_bytes_equal(made, there))
    return "same";
  if (html && strcmp(package->version, ADREF_VERSION) == 0)
    return "changed";
  return html ? "made by another adref, or changed" : "made with other fonts, or changed";
}

static void page_clear(gpointer data)
{
  AdrefPageCheck *page = data;
  g_free(page->path);
  g_free(page->language);
}

/* The texts of the package, with what was signed of each. */
static AdrefPackagePages pages_of(const AdrefPackage *package, GPtrArray *texts)
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
  return (AdrefPackagePages){.label = package->message ? package->message->label : "",
                             .language_versions = package->language_versions,
                             .texts = texts,
                             .former = package->former,
                             .former_label = package->former_label,
                             .alternats = package->alternats,
                             .house = package->house};
}

static GArray *compare_pages(AdrefPackage *package, const GPtrArray *members)
{
  GArray *pages = g_array_new(FALSE, FALSE, sizeof(AdrefPageCheck));
  g_array_set_clear_func(pages, page_clear);
  if (!package->version)
    return pages;
  g_autoptr(GPtrArray) texts = g_ptr_array_new();
  AdrefPackagePages what = pages_of(package, texts);
  g_autoptr(GPtrArray) plans = adref_package_pages_plan(&what);
  for (guint i = 0; i < plans->len; i++) {
    const AdrefPackagePagePlan *plan = plans->pdata[i];
    AdrefPageCheck page = {g_strdup(plan->path), g_strdup(plan->language_version->language),
                           plan->format, compare_page(package, members, &what, plan)};
    if (strcmp(page.state, "changed") == 0 || strcmp(page.state, "missing") == 0)
      g_ptr_array_add(package->problems,
                      g_strdup_printf("%s is not the page of this text", page.path));
    g_array_append_val(pages, page);
  }
  return pages;
}

AdrefPackageReport *adref_verify_package(const char *folder, const char *argument, GError **error)
{
  g_autofree char *path = g_canonicalize_filename(argument, folder);
  g_autoptr(GPtrArray) members = read_members(path, argument, error);
  if (!members)
    return NULL;
  AdrefPackageReport *report = g_new0(AdrefPackageReport, 1);
  report->package = adref_package_check(members);
  report->pages = compare_pages(report->package, members);
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
