/* How the program takes memory. The library takes it as it comes; only a door can know that the
 * process ends soon. */
#ifndef ADREF_WORK_MEMORY_H
#define ADREF_WORK_MEMORY_H

#include <glib.h>

/* A program that ends soon keeps the memory it has instead of giving it back piece by piece, and a
 * large text gets it in large pages where the system has some. Called before anything else. */
void adref_memory_configure(void);

/* The same for the helper of base/parallel_for.h, when it has much to do. What is given is to be
 * kept as long as that, and then freed. */
gpointer adref_memory_configure_helper(void);

#endif
