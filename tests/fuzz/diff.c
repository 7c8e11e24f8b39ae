/* The redline of two texts, old and new divided by a byte 0xFF (or in the middle): accepting all
 * gives the new one, rejecting all the old one, and a text has no redline with itself. */
#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "merge/compare/diff.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static void is_same(const AdrefNode *expected, const AdrefNode *actual, const char *what)
{
  g_autoptr(GString) one = adref_canonical(expected), other = adref_canonical(actual);
  if (g_string_equal(one, other))
    return;
  g_printerr("%s\n--- expected\n%s--- actual\n%s---\n", what, one->str, other->str);
  abort();
}

static void has_no_mark(const AdrefNode *document)
{
  g_autoptr(AdrefNode) redline = adref_diff(document, document, NULL);
  AdrefWalk walk = adref_walk(redline);
  while (adref_walk_next(&walk)) {
    g_assert(walk.node->mark == ADREF_KEPT);
    g_assert(walk.node->type != ADREF_CLAUSE || !walk.node->as.clause->change);
  }
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
  const guint8 *border = size ? memchr(data, 0xFF, size) : NULL;
  size_t first = border ? (size_t)(border - data) : size / 2;
  size_t second = border ? first + 1 : first;
  g_autoptr(AdrefNode) old = adref_markdown_read((const char *)data, first, NULL, NULL, NULL);
  g_autoptr(AdrefNode) new =
      adref_markdown_read((const char *)data + second, size - second, NULL, NULL, NULL);
  if (!old || !new)
    return 0;
  g_autoptr(AdrefNode) redline = adref_diff(old, new, NULL);
  g_autoptr(AdrefNode) before = adref_reject_changes(redline),
                       after = adref_accept_changes(redline);
  is_same(old, before, "rejected");
  is_same(new, after, "accepted");
  has_no_mark(old);
  return 0;
}
