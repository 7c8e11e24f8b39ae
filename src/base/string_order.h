/* The order of strings in a sorted array. */
#ifndef ADREF_BASE_STRING_ORDER_H
#define ADREF_BASE_STRING_ORDER_H

#include <glib.h>
#include <string.h>

/* Compares two elements of an array of char * by their bytes: for qsort and g_ptr_array_sort. */
static inline int adref_string_order(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

#endif
