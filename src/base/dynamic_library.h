/* Libraries that are loaded when they are needed first: what they draw in would cost every start
 * more than most commands take in all. */
#ifndef ADREF_BASE_DYNAMIC_LIBRARY_H
#define ADREF_BASE_DYNAMIC_LIBRARY_H

#include <glib.h>

/* Any function; called by its own type. */
typedef void (*AdrefDynamicFunction)(void);

/* Loads the library `file` ("libgit2.so.1.5"). NULL: it cannot be loaded. It stays. */
gpointer adref_dynamic_library_open(const char *file);

/* The function of that name in a library from adref_dynamic_library_open(), or NULL. */
AdrefDynamicFunction adref_dynamic_library_find(gpointer library, const char *name);

/* The function `name`, which a header declares and `find` (const char * -> AdrefDynamicFunction,
 * never NULL) finds. Each place in the code looks for it once. A header of the library defines
 * every function as a call of this macro, so that callers write its usual name. */
#define ADREF_DYNAMIC_FUNCTION(name, find)                                                         \
  (*__extension__({                                                                                \
    static gpointer adref_late_found;                                                              \
    if (!g_atomic_pointer_get(&adref_late_found))                                                  \
      g_atomic_pointer_set(&adref_late_found, (gpointer)find(#name));                              \
    (__typeof__(name) *)g_atomic_pointer_get(&adref_late_found);                                   \
  }))

#endif
