/* Libraries that are loaded when they are needed first: what they draw in would cost every start
 * more than most commands take in all. */
#ifndef ADREF_BASE_LATE_H
#define ADREF_BASE_LATE_H

#include <glib.h>

/* Loads the library `file` ("libgit2.so.1.5") and finds its functions by `names` (NULL-terminated)
 * into `table`, a struct of as many function pointers in the same order. Returns what is missing,
 * the file or the first of the names, or NULL. The library stays. */
const char *adref_late_load(const char *file, const char *const *names, void *table);

#endif
