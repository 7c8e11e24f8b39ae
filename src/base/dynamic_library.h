/* Shared libraries that are loaded when they are needed first. Loading them at every start, with
 * the libraries that they need, would take longer than most commands run. */
#ifndef ADREF_BASE_DYNAMIC_LIBRARY_H
#define ADREF_BASE_DYNAMIC_LIBRARY_H

#include <glib.h>

/* Any function. The caller casts it to its real type. */
typedef void (*AdrefDynamicFunction)(void);

/* One library, a static variable of the file that knows it. */
typedef struct {
  const char *file;    /* "libgit2.so.1.5" */
  const char *package; /* of Debian, that has it */
  const char *needed;  /* for what: "PDF needs it" */
  GOnce once;          /* G_ONCE_INIT; private */
} AdrefDynamicLibrary;

/* Loads the library, until the process ends. FALSE with an error, which names the package: it
 * cannot be loaded. `error` may be NULL. */
gboolean adref_dynamic_library_load(AdrefDynamicLibrary *library, GError **error);

/* The function `name`, or NULL. */
AdrefDynamicFunction adref_dynamic_library_find(AdrefDynamicLibrary *library, const char *name);

/* The same of a function that must be there: else the program ends with a message. */
AdrefDynamicFunction adref_dynamic_library_get(AdrefDynamicLibrary *library, const char *name);

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
