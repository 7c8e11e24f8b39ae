#include "exchange/pasted/html_beside.h"

#include <string.h>

enum {
  MOST_PARTS = 4, /* of a name */
  LONGEST = 12    /* bytes of a word in the tables */
};

static const char *const things[] = {
    "menu",       "nav",     "navbar",     "navigation", "breadcrumb", "breadcrumbs",
    "share",      "sharing", "sharedaddy", "addtoany",   "social",     "sidebar",
    "footer",     "cookie",  "cookies",    "skip",       "partage",    "pager",
    "pagination", "toolbar", "search",     NULL};
/* Names as a whole: who posted a page, and when, is not the date of its text. */
static const char *const names_of_pages[] = {"entry-meta", "post-meta", "posted-on", "byline",
                                             NULL};
/* Words beside one of these. */
static const char *const others[] = {"main",  "site",    "page",    "top",       "bottom", "global",
                                     "left",  "right",   "primary", "secondary", "link",   "links",
                                     "block", "buttons", "button",  "icons",     "bar",    "list",
                                     "wrap",  "wrapper", "box",     "container", "post",   "entry",
                                     "media", "banner",  "form",    "area",      NULL};

static gboolean is_one_of(const char *part, gsize length, const char *const *words)
{
  for (; *words; words++)
    if (strlen(*words) == length && g_ascii_strncasecmp(part, *words, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean is_beside(const char *name, gsize length)
{
  gboolean any = FALSE;
  guint parts = 0;
  for (gsize at = 0; at < length; at++) {
    gsize end = at;
    while (end < length && name[end] != '-' && name[end] != '_')
      end++;
    gboolean thing = end - at <= LONGEST && is_one_of(name + at, end - at, things);
    if (++parts > MOST_PARTS || (!thing && end > at && !is_one_of(name + at, end - at, others)))
      return FALSE;
    any |= thing;
    at = end;
  }
  return any;
}

gboolean adref_html_name_is_beside(const char *names)
{
  static const char spaces[] = " \t\n\r\f";
  while (names && *(names += strspn(names, spaces))) {
    gsize length = strcspn(names, spaces);
    if (is_beside(names, length) || is_one_of(names, length, names_of_pages))
      return TRUE;
    names += length;
  }
  return FALSE;
}
