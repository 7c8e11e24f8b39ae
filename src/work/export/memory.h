/* How the C library's heap is configured, for a process that ends soon. */
#ifndef ADREF_WORK_EXPORT_MEMORY_H
#define ADREF_WORK_EXPORT_MEMORY_H

#include <glib.h>

/* Freed memory stays in the heap, and a large text gets large pages where the system has them.
 * Called before anything else. */
void adref_memory_configure(void);

/* The same for the second thread of base/parallel_for.h, when it has much to do. Caller frees,
 * after that work is done. */
gpointer adref_memory_configure_helper(void);

#endif
