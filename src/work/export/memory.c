#include "work/export/memory.h"

#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>

enum {
  HUGE_PAGE = 2 * 1024 * 1024,
  ROOM = 64 * HUGE_PAGE,        /* only what is touched is taken */
  FIRST = 200 * 1024,           /* larger than what the heap has at the start */
  HELPER_ROOM = 30 * HUGE_PAGE, /* of the 64 MB that the C library gives a thread */
  PASSED = HUGE_PAGE - 64 * 1024
};

/* Asks for large pages, from the first page boundary behind `from`. */
static gboolean take_large_pages(gconstpointer from, gsize size)
{
  guintptr page = ((guintptr)from + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
  return from && madvise((void *)page, size, MADV_HUGEPAGE) == 0;
}

void adref_memory_configure(void)
{
  mallopt(M_TOP_PAD, ROOM);
  mallopt(M_TRIM_THRESHOLD, 2 * ROOM);
  mallopt(M_MMAP_THRESHOLD, ROOM / 4);
  mallopt(M_MXFAST, 0); /* no bins that every large free would have to sweep */
  void *first = malloc(FIRST);
  if (!take_large_pages(first, ROOM - HUGE_PAGE))
    mallopt(M_TOP_PAD, HUGE_PAGE); /* small pages do as well */
  free(first);
}

/* The C library gives a thread a heap of its own, and the next thread the same one. The first page
 * of it is touched at once and cannot become a large page, so the block begins behind it. */
static gpointer pass_first_page(gpointer data)
{
  (void)data;
  void *passed = malloc(PASSED);
  take_large_pages(passed, HELPER_ROOM);
  return passed;
}

gpointer adref_memory_configure_helper(void)
{
  GThread *thread = g_thread_try_new("heap", pass_first_page, NULL, NULL);
  return thread ? g_thread_join(thread) : NULL;
}
