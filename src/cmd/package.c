#include "cmd/package.h"

#include <jansson.h>
#include <string.h>

#include "base/file.h"
#include "cmd/manual.h"
#include "draft/source.h"
#include "write/html.h"
#include "write/pdf.h"

GBytes *adref_package_page(const AdrefRendition *rendition, const AdrefSignedText *text,
                           const char *label, const char *format, GError **error)
{
  AdrefWriting how = {.view = ADREF_VIEW_CLEAN,
                      .language = rendition->language,
                      .version = label,
                      .hash = text->printed};
  AdrefSheet sheet = {.paper = ADREF_PAPER_A4};
  GString *page = strcmp(format, "html") == 0 ? adref_write_html(rendition->document, &how)
                                              : adref_write_pdf(rendition->document, &how, &sheet,
                                                                rendition->path, NULL, NULL, error);
  return page ? g_string_free_to_bytes(page) : NULL;
}

gboolean adref_package_is(const AdrefRun *run, const char *argument)
{
  g_autofree char *path = argument ? g_canonicalize_filename(argument, run->folder) : NULL;
  g_autofree char *manifest = path ? g_build_filename(path, "MANIFEST", NULL) : NULL;
  g_autofree char *words = path ? g_build_filename(path, "VERIFY.txt", NULL) : NULL;
  return path &&
         ((g_str_has_suffix(path, ".tar") && g_file_test(path, G_FILE_TEST_EXISTS)) ||
          g_file_test(manifest, G_FILE_TEST_EXISTS) || g_file_test(words, G_FILE_TEST_EXISTS));
}

static gboolean read_file(GPtrArray *members, AdrefSource *source, const char *path, GError **error)
{
  GBytes *bytes = source->read(source, path, ADREF_TEXT_LIMIT, error);
  if (bytes)
    adref_members_add(members, path, bytes);
  return bytes != NULL;
}

/* A file, or all files of a folder, at the top of a package. */
static gboolean read_entry(GPtrArray *members, AdrefSource *source, const char *top,
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
  g_autoptr(AdrefSource) source = adref_source_new_folder(path);
  g_autoptr(GPtrArray) members = adref_members_new();
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  for (const char *name; folder && (name = g_dir_read_name(folder));)
    if (!read_entry(members, source, path, name, error))
      return NULL;
  adref_members_sort(members);
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

static const AdrefSignedText *text_of(const AdrefPackage *package, const char *language)
{
  for (guint i = 0; package->texts && i < package->texts->len; i++) {
    const AdrefSignedText *text = package->texts->pdata[i];
    if (strcmp(text->language, language) == 0)
      return text;
  }
  return NULL;
}

/* "same", or why a page cannot be said to be. */
static const char *compare_page(const AdrefPackage *package, const GPtrArray *members,
                                const AdrefRendition *rendition, const char *format)
{
  const AdrefSignedText *text = text_of(package, rendition->language);
  g_autofree char *path = g_strdup_printf("pages/%s.%s", rendition->language, format);
  GBytes *there = adref_members_get(members, path);
  gboolean html = strcmp(format, "html") == 0;
  if (!there)
    return html ? "missing" : "none";
  if (!rendition->document || !text)
    return "not compared";
  g_autoptr(GBytes) made = adref_package_page(rendition, text, package->label, format, NULL);
  if (made && g_bytes_equal(made, there))
    return "same";
  if (html && strcmp(package->version, ADREF_VERSION) == 0)
    return "changed";
  return html ? "made by another adref, or changed" : "made with other fonts, or changed";
}

typedef struct {
  const char *language, *format, *state;
} Page;

static GArray *compare_pages(AdrefPackage *package, const GPtrArray *members)
{
  static const char *const formats[] = {"html", "pdf"};
  GArray *pages = g_array_new(FALSE, FALSE, sizeof(Page));
  for (guint i = 0; i < package->renditions->len && package->version; i++)
    for (gsize j = 0; j < G_N_ELEMENTS(formats); j++) {
      const AdrefRendition *rendition = package->renditions->pdata[i];
      Page page = {rendition->language, formats[j],
                   compare_page(package, members, rendition, formats[j])};
      gboolean bad = strcmp(page.state, "changed") == 0 || strcmp(page.state, "missing") == 0;
      if (bad)
        g_ptr_array_add(package->problems,
                        g_strdup_printf("pages/%s.%s is not the page of this text", page.language,
                                        page.format));
      g_array_append_val(pages, page);
    }
  return pages;
}

static void put_voucher(AdrefRun *run, const AdrefVoucher *voucher)
{
  g_autofree char *name = adref_visible(voucher->name ? voucher->name : "", -1, FALSE);
  g_autofree char *party = adref_visible(voucher->party, -1, FALSE);
  g_string_append_printf(
      run->out, "  %-7s %-12s %-13s  %.16s  %s\n          %s\n", party, voucher->verdict,
      voucher->has_message ? adref_capacity_word(voucher->capacity) : "",
      voucher->time ? voucher->time : "", name, voucher->fingerprint ? voucher->fingerprint : "");
}

static void put_text(AdrefRun *run, const AdrefPackage *package, const GArray *pages)
{
  g_string_append_printf(run->out, "%s/%s\n", package->statement ? package->statement : "?",
                         package->label ? package->label : "?");
  for (guint i = 0; package->texts && i < package->texts->len; i++) {
    const AdrefSignedText *text = package->texts->pdata[i];
    g_string_append_printf(run->out, "  %-3s %-11s sha256 %.32s...\n", text->language,
                           adref_standing_word(text->standing), text->hash);
  }
  for (guint i = 0; i < pages->len; i++) {
    const Page *page = &g_array_index(pages, Page, i);
    if (strcmp(page->state, "none") != 0)
      g_string_append_printf(run->out, "  pages/%s.%s: %s\n", page->language, page->format,
                             page->state);
  }
  for (guint i = 0; i < package->vouchers->len; i++)
    put_voucher(run, package->vouchers->pdata[i]);
  for (guint i = 0; i < package->problems->len; i++) {
    g_autofree char *visible = adref_visible(package->problems->pdata[i], -1, FALSE);
    g_autofree char *line = g_strconcat("WRONG: ", visible, NULL);
    adref_manual_fill(run->out, line, 2);
  }
  if (package->problems->len > 0)
    return;
  g_autofree char *good = g_strdup_printf(
      "signed by all who must sign (%s), if these keys are theirs: compare the fingerprints",
      package->rule);
  adref_manual_fill(run->out, good, 2);
}

static void put_json(AdrefRun *run, const AdrefPackage *package, const GArray *pages)
{
  json_t *problems = json_array(), *signatures = json_array(), *list = json_array();
  for (guint i = 0; i < package->problems->len; i++)
    json_array_append_new(problems, json_string(package->problems->pdata[i]));
  for (guint i = 0; i < package->vouchers->len; i++) {
    const AdrefVoucher *voucher = package->vouchers->pdata[i];
    json_array_append_new(signatures,
                          json_pack("{s:s, s:s, s:s?, s:s?, s:s?}", "party", voucher->party,
                                    "verdict", voucher->verdict, "name", voucher->name, "time",
                                    voucher->time, "key", voucher->fingerprint));
  }
  for (guint i = 0; i < pages->len; i++) {
    const Page *page = &g_array_index(pages, Page, i);
    json_array_append_new(list, json_pack("{s:s, s:s, s:s}", "language", page->language, "format",
                                          page->format, "state", page->state));
  }
  adref_put_json(run, json_pack("{s:s?, s:s?, s:s?, s:b, s:o, s:o, s:o}", "statement",
                                package->statement, "label", package->label, "rule", package->rule,
                                "valid", package->problems->len == 0, "signatures", signatures,
                                "pages", list, "problems", problems));
}

int adref_package_verify(AdrefRun *run, const char *argument, GError **error)
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
