/* How a file is joined, by its place in the workspace. */
#include "work/join/merge_file.h"

#include "cases.h"

START_TEST(kind_of_a_file_by_its_path)
{
  static const struct {
    const char *path;
    AdrefMergeFileKind kind;
  } files[] = {
      {"statements/demo/statement.yaml", ADREF_MERGE_FILE_YAML},
      {"statements/demo/assembly.lock", ADREF_MERGE_FILE_LOCK},
      {"statements/demo/record/THA.yaml", ADREF_MERGE_FILE_RECORD},
      {"statements/demo/record/tha.yaml", ADREF_MERGE_FILE_LINES},
      {"statements/demo/record/THA.yml", ADREF_MERGE_FILE_LINES},
      {"statements/demo/en.md", ADREF_MERGE_FILE_TEXT},
      {"statements/demo/zh-Hans.md", ADREF_MERGE_FILE_TEXT},
      {"statements/demo/notes.txt", ADREF_MERGE_FILE_LINES},
      {"statements/demo/more/en.md", ADREF_MERGE_FILE_LINES},
      {"signers", ADREF_MERGE_FILE_SIGNERS},
      {"signers.gpg", ADREF_MERGE_FILE_SIGNERS},
      {"signers.revoked", ADREF_MERGE_FILE_SIGNERS},
      {"templates/parties.yaml", ADREF_MERGE_FILE_YAML},
      {"templates/glossary.yaml", ADREF_MERGE_FILE_LINES},
      {"README.md", ADREF_MERGE_FILE_LINES},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
    ck_assert_msg(adref_merge_file_kind(files[i].path) == files[i].kind, "%s: %d", files[i].path,
                  (int)adref_merge_file_kind(files[i].path));
}
END_TEST

TCase *tcase_merge_file(void)
{
  TCase *tcase = tcase_create("merge_file");
  tcase_add_test(tcase, kind_of_a_file_by_its_path);
  return tcase;
}
