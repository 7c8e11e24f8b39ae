/* Where words stand: in the texts of all statements as they are, in their versions, and in the
 * clause templates. Each distinct passage of a text's versions is looked at once. */
#ifndef ADREF_WORK_SEARCH_SEARCH_H
#define ADREF_WORK_SEARCH_SEARCH_H

#include "view/reports/search_hit.h"
#include "work/session.h"

enum {
  ADREF_SEARCH_MAX_PARSED = 16 * 1024 * 1024, /* bytes of older versions that are parsed in order to
                                                 number clauses; then only ids are known */
};

typedef struct {
  const char *pattern;
  gboolean caseless, words;      /* review/search/text_search.h */
  const char *const *statements; /* ids, or ID@VERSION; NULL-terminated; empty: all */
  const char *language;          /* NULL: all */
  gint64 since;                  /* only words that came in then or later; 0: all */
  gboolean only_now;             /* no versions */
  gboolean only_templates;
  void (*progress)(gpointer data, guint versions); /* versions that were read; may be NULL */
  gpointer data;
} AdrefSearchOptions;

/* The hits (of AdrefSearchHit): by file; in a file first what stands in it now, in its order, then
 * what older versions had, the newest first. Texts that are not UTF-8 are said and left out. Caller
 * unrefs. */
GPtrArray *adref_search(AdrefSession *session, const AdrefSearchOptions *options, GError **error);

#endif
