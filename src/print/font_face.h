/* Faces: the fonts of a page, by what they are for. The families are Noto's, which Debian has for
 * every script of the region; each language puts its own in front. */
#ifndef ADREF_PRINT_FONT_FACE_H
#define ADREF_PRINT_FONT_FACE_H

#include <glib.h>

#include "base/error.h"

typedef enum {
  ADREF_FONT_FAMILY_SERIF,
  ADREF_FONT_FAMILY_SANS,
  ADREF_FONT_FAMILY_MONO,
} AdrefFontFamily;

/* A font at a size. */
typedef struct {
  AdrefFontFamily family;
  gboolean is_bold, is_italic;
  float size; /* points */
} AdrefFontFace;

/* How a language is set. */
typedef struct {
  const char *code;     /* ISO 639 */
  const char *families; /* with commas, before Noto Serif or Noto Sans; "" for none */
  const char *sans;     /* the same for ADREF_FONT_FAMILY_SANS */
  float leading;        /* from line to line, in sizes of the type */
  gboolean is_rtl;      /* written from right to left: the whole page is mirrored */
  gboolean is_upright;  /* has no italics: what is slanted elsewhere is upright */
} AdrefScript;

/* Whether a language, "zh-Hant", is that of a code, "zh"; NULL is none. */
gboolean adref_script_language_is(const char *language, const char *code);

/* Of a language such as "ja" or "zh-Hant"; one that is not known is set as English. */
const AdrefScript *adref_script_of(const char *language);

/* Whether a narrow line can be justified without gaps, because it may end at nearly every letter.
 */
gboolean adref_script_breaks_at_letters(const AdrefScript *script);

/* "Noto Serif CJK JP,Noto Serif,...": all families to look in, in order. Caller frees. */
char *adref_font_face_families(const AdrefScript *script, AdrefFontFamily family);

/* The Debian package whose fonts have a character, or NULL. */
const char *adref_font_face_package(gunichar c);

/* Says that no installed font has a character. Without the file of a place it stands in no text but
 * in what is printed around it. */
void adref_font_face_missing(GError **error, AdrefLocation place, gunichar c);

#endif
