#include "cmd/package_pages.h"

#include <jansson.h>
#include <string.h>

#include "base/file.h"
#include "clause/alternat.h"
#include "cmd/manual.h"
#include "draft/file_source.h"
#include "merge/diff.h"
#include "review/change_class.h"
#include "view/html.h"
#include "view/language_role.h"
#include "view/pdf.h"
#include "view/review.h"

static void plan_free(gpointer data)
{
  AdrefPackagePagePlan *plan = data;
  g_free(plan->path);
  g_free(plan);
}

static void add_plan(GPtrArray *all, AdrefPackagePagePlan plan, const char *suffix)
{
  AdrefPackagePagePlan *copy = g_new(AdrefPackagePagePlan, 1);
  *copy = plan;
  copy->path = g_strdup_printf("pages/%s%s%s.%s", plan.language_version->language,
                               *suffix ? "-" : "", suffix, plan.format);
  g_ptr_array_add(all, copy);
}

static void add_both(GPtrArray *all, AdrefPackagePagePlan plan, const char *suffix)
{
  plan.format = "html";
  add_plan(all, plan, suffix);
  plan.format = "pdf";
  add_plan(all, plan, suffix);
}

GPtrArray *adref_package_pages_plan(const AdrefPackagePages *pages)
{
  GPtrArray *all = g_ptr_array_new_with_free_func(plan_free);
  for (guint i = 0; i < pages->language_versions->len; i++) {
    AdrefPackagePagePlan plan = {.language_version = pages->language_versions->pdata[i],
                                 .text = pages->texts->pdata[i]};
    add_both(all, plan, "");
    for (char *const *code = pages->alternats; code && *code; code++) {
      plan.alternat = *code;
      add_both(all, plan, *code);
    }
    plan.alternat = NULL;
    plan.format = "html";
    plan.former = pages->former && i < pages->former->len ? pages->former->pdata[i] : NULL;
    if (plan.former)
      add_plan(all, plan, "redline");
  }
  return all;
}

static GString *write_redline(const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan)
{
  g_autoptr(AdrefNode) redline = adref_diff(
      plan->former->document, plan->language_version->document, plan->language_version->language);
  AdrefChangeClassOptions findings = {.language = plan->language_version->language};
  adref_change_class_assign(redline, &findings);
  g_autofree char *both = g_strconcat(pages->former_label, " \342\206\222 ", pages->label, NULL);
  g_autofree char *title = adref_document_title(plan->language_version->document);
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN,
                              .language = plan->language_version->language,
                              .house = pages->house,
                              .title = title ? title : both,
                              .version = both};
  AdrefReviewOptions review = {
      .options = &options, .old = pages->former_label, .new = pages->label};
  return adref_html_review_write(redline, &review);
}

/* The text with that party in front, by the code alone: names of parties are not signed. */
static AdrefNode *make_alternat(const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan,
                                GError **error)
{
  g_auto(GStrv) order = adref_alternat_order((const char *const *)pages->alternats, plan->alternat);
  return adref_alternat(plan->language_version->document, (const char *const *)order,
                        plan->language_version->path, NULL, error);
}

/* What a text is, where there are others or it has no authority. */
static char *role_of(const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan)
{
  gboolean said = pages->texts->len > 1 || plan->text->role != ADREF_LANGUAGE_ROLE_AUTHENTIC;
  return said ? adref_language_role_words(plan->text->role, plan->text->language) : NULL;
}

GBytes *adref_package_pages_render(const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan,
                                   GError **error)
{
  if (plan->former)
    return g_string_free_to_bytes(write_redline(pages, plan));
  g_autoptr(AdrefNode) copy = plan->alternat ? make_alternat(pages, plan, error) : NULL;
  if (plan->alternat && !copy)
    return NULL;
  const AdrefNode *document = copy ? copy : plan->language_version->document;
  g_autofree char *role = role_of(pages, plan);
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN,
                              .language = plan->language_version->language,
                              .version = pages->label,
                              .hash = plan->text->printed,
                              .house = pages->house,
                              .role = role,
                              .copy = plan->alternat};
  AdrefPageOptions page_options = {.house = pages->house, .paper = ADREF_PAPER_SIZE_HOUSE_STYLE};
  AdrefSourceText source_text = {plan->language_version->path,
                                 g_bytes_get_data(plan->language_version->bytes, NULL),
                                 g_bytes_get_size(plan->language_version->bytes)};
  GString *page =
      strcmp(plan->format, "html") == 0
          ? adref_html_write(document, &options)
          : adref_pdf_write(document, &options, &page_options, &source_text, NULL, NULL, error);
  return page ? g_string_free_to_bytes(page) : NULL;
}

gboolean adref_package_pages_is_package(const AdrefRun *run, const char *argument)
{
  g_autofree char *path = argument ? g_canonicalize_filename(argument, run->folder) : NULL;
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

/* "same", or why a page cannot be said to be. */
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

typedef struct {
  char *path, *language;
  const char *format, *state;
} PageCheck;

static void page_clear(gpointer data)
{
  PageCheck *page = data;
  g_free(page->path);
  g_free(page->language);
}

/* The texts that are there, with what was signed of each. */
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
  GArray *pages = g_array_new(FALSE, FALSE, sizeof(PageCheck));
  g_array_set_clear_func(pages, page_clear);
  if (!package->version)
    return pages;
  g_autoptr(GPtrArray) texts = g_ptr_array_new();
  AdrefPackagePages what = pages_of(package, texts);
  g_autoptr(GPtrArray) plans = adref_package_pages_plan(&what);
  for (guint i = 0; i < plans->len; i++) {
    const AdrefPackagePagePlan *plan = plans->pdata[i];
    PageCheck page = {g_strdup(plan->path), g_strdup(plan->language_version->language),
                      plan->format, compare_page(package, members, &what, plan)};
    if (strcmp(page.state, "changed") == 0 || strcmp(page.state, "missing") == 0)
      g_ptr_array_add(package->problems,
                      g_strdup_printf("%s is not the page of this text", page.path));
    g_array_append_val(pages, page);
  }
  return pages;
}

static void put_signature(AdrefRun *run, const AdrefSignatureResult *signature)
{
  g_autofree char *name = adref_escape_controls(signature->name ? signature->name : "", -1, FALSE);
  g_autofree char *party = adref_escape_controls(signature->party, -1, FALSE);
  g_string_append_printf(run->out, "  %-7s %-12s %-13s  %.16s  %s\n          %s\n", party,
                         adref_signature_verdict_label(signature->verdict),
                         signature->has_message ? adref_capacity_word(signature->capacity) : "",
                         signature->time ? signature->time : "", name,
                         signature->fingerprint ? signature->fingerprint : "");
}

static void put_text(AdrefRun *run, const AdrefPackage *package, const GArray *pages)
{
  const AdrefSignoffMessage *message = package->message;
  g_string_append_printf(run->out, "%s/%s%s%s\n", message ? message->statement : "?",
                         message ? message->label : "?", package->former_label ? ", corrects " : "",
                         package->former_label ? package->former_label : "");
  for (guint i = 0; message && i < message->texts->len; i++) {
    const AdrefSignedText *text = message->texts->pdata[i];
    g_string_append_printf(run->out, "  %-3s %-11s sha256 %.32s...\n", text->language,
                           adref_language_role_word(text->role), text->hash);
  }
  for (guint i = 0; i < pages->len; i++) {
    const PageCheck *page = &g_array_index(pages, PageCheck, i);
    if (strcmp(page->state, "none") != 0)
      g_string_append_printf(run->out, "  %s: %s\n", page->path, page->state);
  }
  for (guint i = 0; i < package->signatures->len; i++)
    put_signature(run, package->signatures->pdata[i]);
  for (guint i = 0; i < package->problems->len; i++) {
    g_autofree char *visible = adref_escape_controls(package->problems->pdata[i], -1, FALSE);
    g_autofree char *line = g_strconcat("WRONG: ", visible, NULL);
    adref_manual_wrap(run->out, line, 2);
  }
  if (package->problems->len > 0)
    return;
  g_autofree char *good = g_strdup_printf(
      "signed by all who must sign (%s), if these keys are theirs: compare the fingerprints",
      message->rule);
  adref_manual_wrap(run->out, good, 2);
}

static void put_json(AdrefRun *run, const AdrefPackage *package, const GArray *pages)
{
  json_t *problems = json_array(), *signatures = json_array(), *list = json_array();
  for (guint i = 0; i < package->problems->len; i++)
    json_array_append_new(problems, json_string(package->problems->pdata[i]));
  for (guint i = 0; i < package->signatures->len; i++) {
    const AdrefSignatureResult *signature = package->signatures->pdata[i];
    json_array_append_new(signatures,
                          json_pack("{s:s, s:s, s:s?, s:s?, s:s?}", "party", signature->party,
                                    "verdict", adref_signature_verdict_word(signature->verdict),
                                    "name", signature->name, "time", signature->time, "key",
                                    signature->fingerprint));
  }
  for (guint i = 0; i < pages->len; i++) {
    const PageCheck *page = &g_array_index(pages, PageCheck, i);
    json_array_append_new(list,
                          json_pack("{s:s, s:s, s:s, s:s}", "file", page->path, "language",
                                    page->language, "format", page->format, "state", page->state));
  }
  const AdrefSignoffMessage *message = package->message;
  adref_put_json(run,
                 json_pack("{s:s?, s:s?, s:s?, s:b, s:s?, s:o, s:o, s:o}", "statement",
                           message ? message->statement : NULL, "label",
                           message ? message->label : NULL, "rule", message ? message->rule : NULL,
                           "valid", package->problems->len == 0, "corrects", package->former_label,
                           "signatures", signatures, "pages", list, "problems", problems));
}

int adref_package_pages_verify(AdrefRun *run, const char *argument, GError **error)
{
  g_autofree char *path = g_canonicalize_filename(argument, run->folder);
  g_autoptr(GPtrArray) members = read_members(path, argument, error);
  if (!members)
    return ADREF_FAILURE;
  g_autoptr(AdrefPackage) package = adref_package_check(members);
  g_autoptr(GArray) pages = compare_pages(package, members);
  if (run->json)
    put_json(run, package, pages);
  else
    put_text(run, package, pages);
  return package->problems->len == 0 ? ADREF_YES : ADREF_NO;
}
