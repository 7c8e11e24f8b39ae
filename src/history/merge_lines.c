#include "history/merge_lines.h"

#include <string.h>

#include "base/file.h"
#include "history/git.h"

/* Whether the bytes are no text, as git sees it. */
static gboolean is_binary(GBytes *bytes)
{
  gsize length;
  const char *text = adref_bytes_start(bytes, &length);
  return memchr(text, '\0', length) != NULL;
}

static git_merge_file_input input_of(GBytes *bytes)
{
  gsize length = 0;
  const char *text = adref_bytes_start(bytes, &length);
  return (git_merge_file_input){
      .version = GIT_MERGE_FILE_INPUT_VERSION, .ptr = text, .size = length};
}

GBytes *adref_merge_lines(GBytes *base, GBytes *ours, GBytes *theirs, GError **error)
{
  if (is_binary(base) || is_binary(ours) || is_binary(theirs) || !adref_git_start(error))
    return NULL;
  git_merge_file_input old = input_of(base), one = input_of(ours), other = input_of(theirs);
  git_merge_file_result result = {0};
  int status = git_merge_file(&result, &old, &one, &other, NULL);
  if (status != 0) {
    adref_git_fail(error, status, "a file cannot be joined");
    return NULL;
  }
  GBytes *joined = result.automergeable ? g_bytes_new(result.ptr, result.len) : NULL;
  git_merge_file_result_free(&result);
  return joined;
}
