/* Results that were computed from versions, kept for the next time in "adref/cache" of the git
 * directory that all work trees share.
 *
 * A result is found by everything that it was computed from: a kind, git's ids, options. So none is
 * ever out of date; another program (by its size and time) finds other results. A file that is
 * damaged, of another format, or not for these parts is no result. What cannot be written is not
 * kept, and that is no error: a read-only repository works without a cache, and a shallow clone has
 * none. Files are replaced
 * atomically, so several processes may use it; the whole folder may be removed at any time.
 *
 * Who can write into the git directory can put wrong results there. Nothing that signs, verifies or
 * makes a package reads one. */
#ifndef ADREF_HISTORY_RESULT_CACHE_H
#define ADREF_HISTORY_RESULT_CACHE_H

#include "history/repo.h"

enum {
  ADREF_RESULT_CACHE_MAX_RESULT = 8 * 1024 * 1024, /* bytes; larger ones are not kept */
  ADREF_RESULT_CACHE_MAX_BYTES = 64 * 1024 * 1024, /* of all results; then the oldest are removed */
  ADREF_RESULT_CACHE_MAX_FILES = 4096
};

/* The result for these parts (NULL-terminated; the first is the kind), a value of this type; NULL:
 * there is none. Caller unrefs. */
GVariant *adref_result_cache_read(AdrefRepo *repo, const char *const *parts, const char *type);

/* Keeps a value, which may be floating. */
void adref_result_cache_write(AdrefRepo *repo, const char *const *parts, GVariant *value);

/* Removes the oldest results beyond the limits, when this `repo` has written any. */
void adref_result_cache_trim(AdrefRepo *repo);

/* The folder. Caller frees. */
char *adref_result_cache_folder(AdrefRepo *repo);

#endif
