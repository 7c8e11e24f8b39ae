/* The bindery: what Cairo's PDF lacks is added to it.
 *
 * Cairo 1.16 writes tags, links and bookmarks, but not the language of a document, nor that its
 * title stands in the window, nor XMP; and it leaves what is no text unmarked. The bindery reads
 * the objects of such a file one after the other, adds what is missing to those that lack it, and
 * writes them out again. Tagging is then that of PDF/UA-1 as far as it can be told without the
 * checker of its makers; the file claims no conformance.
 *
 *   catalog     /Lang, /ViewerPreferences (title, direction), /Metadata
 *   page        /Tabs by structure; what is not tagged becomes an artifact
 *   link        /F (printed), /Contents
 *   TH, Note    scope, id
 *   Div         the language of the second of two texts side by side
 *   font        /CIDToGIDMap
 *   trailer     /ID, a digest of the file: the same for the same bytes
 *   files       the source text, where it is asked for */
#ifndef ADREF_WRITE_BINDERY_H
#define ADREF_WRITE_BINDERY_H

#include <glib.h>

typedef struct {
  const char *title, *language, *creator;
  const char *beside; /* language of what stands in Div, or NULL */
  const char *date;   /* ISO 8601, or NULL */
  gboolean is_rtl;
  const char *file;  /* name of the file to attach, or NULL */
  const char *bytes; /* what it holds */
  gsize length;
} AdrefCovers;

/* Takes a PDF as Cairo writes it; fails for any other. */
GString *adref_bindery_bind(const GString *pdf, const AdrefCovers *how, GError **error);

#endif
