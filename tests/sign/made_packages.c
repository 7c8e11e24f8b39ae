#include "sign/made_packages.h"

#include <string.h>

#include "history/label.h"
#include "history/version_source.h"
#include "sign/correction.h"
#include "sign/package.h"
#include "sign/package_metadata.h"
#include "sign/sandbox.h"

#include "suite.h"

static char *sandbox;
static GPtrArray *packages[2]; /* of rev1 and corr1 */

static const AdrefLabel *label_of(const GPtrArray *labels, const char *name)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal(((const AdrefLabel *)labels->pdata[i])->name, name))
      return labels->pdata[i];
  return NULL;
}

static AdrefStatementSnapshot *snapshot_of(AdrefRepo *repo, const char *label)
{
  g_autoptr(GPtrArray) labels = adref_repo_labels(repo, "demo", NULL);
  return adref_statement_snapshot_new(
      adref_version_source_new(repo, &label_of(labels, label)->version, NULL), "demo");
}

static GPtrArray *make_package(AdrefRepo *repo, const AdrefSigners *signers, const char *label)
{
  static const char *const parties[] = {"ASEAN", "JPN"};
  GError *error = NULL;
  g_autoptr(AdrefStatementSnapshot) snapshot = snapshot_of(repo, label);
  g_autoptr(AdrefStatementSnapshot) former = snapshot_of(repo, "rev1");
  g_autoptr(GBytes) document = adref_correction_find(snapshot, label);
  g_autoptr(GBytes) style = g_bytes_new_static("page: {size: 11}\n", 17);
  AdrefPackageCorrection correction = {document, former->language_versions->items, former->facts};
  AdrefPackagePage page = {(char[]){"pages/en.html"}, g_bytes_new_static("Page", 4)};
  g_autoptr(GPtrArray) pages = g_ptr_array_new(), signatures = g_ptr_array_new();
  AdrefPackageSignature all[2];
  AdrefTag *tags[2];
  g_ptr_array_add(pages, &page);
  for (gsize i = 0; i < G_N_ELEMENTS(parties); i++) {
    g_autofree char *name = g_strdup_printf("refs/tags/signoff/demo/%s/%s", label, parties[i]);
    tags[i] = adref_repo_tag(repo, name);
    const AdrefSigner *signer = NULL;
    for (guint j = 0; j < signers->all->len && !signer; j++)
      if (g_str_equal(((AdrefSigner *)signers->all->pdata[j])->party, parties[i]))
        signer = signers->all->pdata[j];
    all[i] = (AdrefPackageSignature){parties[i], tags[i]->bytes, signer};
    g_ptr_array_add(signatures, &all[i]);
  }
  ck_assert_int_eq(adref_package_last_signed(signatures), 1701388800);
  g_autoptr(GPtrArray) words = g_ptr_array_new();
  GPtrArray *members = adref_package_make(
      snapshot, signatures, pages, document ? &correction : NULL, style, words, NULL, "0", &error);
  ck_assert_no_error(error);
  for (gsize i = 0; i < G_N_ELEMENTS(tags); i++)
    adref_tag_free(tags[i]);
  g_bytes_unref(page.bytes);
  return members;
}

void made_packages_set_up(void)
{
  sandbox = sandbox_new();
  sandbox_must_run(sandbox, sandbox,
                   "world; sed -i s/4,000/3,000/ $EN; say save demo -m Corrected; say correct "
                   "demo@rev1 --reason 'A figure was copied wrongly.'; for name in JPN ASEAN; do "
                   "say sign demo@corr1 --as $name --key ../keys/$name --yes; done");
  g_autofree char *root = g_build_filename(sandbox, "world", NULL);
  g_autoptr(AdrefRepo) repo = adref_repo_open(root, NULL);
  g_autoptr(AdrefFileSource) source = adref_file_source_new_folder(root);
  g_autoptr(AdrefSigners) signers = adref_signers_read(source, NULL);
  packages[0] = make_package(repo, signers, "rev1");
  packages[1] = make_package(repo, signers, "corr1");
}

const GPtrArray *made_package(const char *label)
{
  return packages[g_str_equal(label, "corr1") ? 1 : 0];
}

const char *made_packages_folder(void)
{
  return sandbox;
}

void made_packages_tear_down(void)
{
  g_clear_pointer(&packages[0], g_ptr_array_unref);
  g_clear_pointer(&packages[1], g_ptr_array_unref);
  sandbox_free(g_steal_pointer(&sandbox));
}

void set_member(GPtrArray *members, const char *path, const char *text)
{
  for (guint i = 0; i < members->len; i++)
    if (g_str_equal(((AdrefArchiveMember *)members->pdata[i])->path, path))
      g_ptr_array_remove_index(members, i--);
  if (text)
    adref_archive_members_add_text(members, path, text);
  adref_archive_members_sort(members);
}

char *member_text(const GPtrArray *members, const char *path)
{
  gsize length;
  const char *data = g_bytes_get_data(adref_archive_members_get(members, path), &length);
  return g_strndup(data, length);
}

GPtrArray *copy_package(const GPtrArray *package)
{
  GPtrArray *members = adref_archive_members_new();
  for (guint i = 0; i < package->len; i++) {
    const AdrefArchiveMember *member = package->pdata[i];
    adref_archive_members_add(members, member->path, g_bytes_ref(member->bytes));
  }
  return members;
}

AdrefSigners *signers_of(const char *script)
{
  sandbox_must_run(sandbox, sandbox, script);
  g_autofree char *path = g_build_filename(sandbox, "keys.txt", NULL), *text = NULL;
  ck_assert(g_file_get_contents(path, &text, NULL, NULL));
  AdrefSigners *signers = adref_signers_new();
  ck_assert(adref_signers_add_lines(signers, text, "keys.txt", FALSE, NULL));
  return signers;
}
