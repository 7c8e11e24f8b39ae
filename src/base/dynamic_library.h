/* Shared libraries that are loaded when they are needed first. Loading them at every start, with
 * the libraries that they need, would take longer than most commands run. */
#ifndef ADREF_BASE_DYNAMIC_LIBRARY_H
#define ADREF_BASE_DYNAMIC_LIBRARY_H

#include <glib.h>

/* Any function. The caller casts it to its real type. */
typedef void (*AdrefDynamicFunction)(void);

/* Loads the library `file` ("libgit2.so.1.5") until the process ends. NULL: it cannot be loaded. */
gpointer adref_dynamic_library_open(const char *file);

/* The function `name` of a library from adref_dynamic_library_open(), or NULL. */
AdrefDynamicFunction adref_dynamic_library_find(gpointer library, const char *name);

/* The function `name`, with the type that a header declares. `find` (const char * ->
 * AdrefDynamicFunction) finds it and never returns NULL; each place in the code calls `find` once.
 * A header such as clause/icu.h defines the name of every function as a call of this macro, so that
 * callers write the usual name. */
#define ADREF_DYNAMIC_FUNCTION(name, find)                                                         \
  (*__extension__({                                                                                \
    static gpointer adref_late_found;                                                              \
    if (!g_atomic_pointer_get(&adref_late_found))                                                  \
      g_atomic_pointer_set(&adref_late_found, (gpointer)find(#name));                              \
    (__typeof__(name) *)g_atomic_pointer_get(&adref_late_found);                                   \
  }))

#endif
