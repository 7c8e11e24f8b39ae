/* Font faces: the fonts of a page by purpose. The families are Noto's, which Debian has for every
 * script of the region; a language adds its own families in front. */
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

/* The typography of a language. */
typedef struct {
  const char *code;     /* ISO 639 */
  const char *families; /* with commas, before Noto Serif or Noto Sans; "" for none */
  const char *sans;     /* the same for ADREF_FONT_FAMILY_SANS */
  float leading;        /* from base line to base line, in font sizes */
  gboolean is_rtl;      /* written from right to left: the whole page is mirrored */
  gboolean is_upright;  /* has no italics: italic text is set upright */
} AdrefScript;

/* Whether the language tag, such as "zh-Hant", belongs to a language code, such as "zh". FALSE for
 * NULL. */
gboolean adref_script_language_is(const char *language, const char *code);

/* Of a language tag such as "ja" or "zh-Hant". An unknown language has the typography of
 * English. */
const AdrefScript *adref_script_of(const char *language);

/* Whether lines may end at nearly every letter, so that even a narrow column can be justified
 * without wide gaps. */
gboolean adref_script_breaks_at_letters(const AdrefScript *script);

/* "Noto Serif CJK JP,Noto Serif,...": all families to search, in that order. Free with g_free(). */
char *adref_font_face_families(const AdrefScript *script, AdrefFontFamily family);

/* About the width of a letter and of words in font sizes, where no font is at hand. */
float adref_font_face_estimate_letter(gunichar c);
float adref_font_face_estimate(const char *words);

/* The name of the Debian package whose fonts have the character, or NULL. */
const char *adref_font_face_package(gunichar c);

/* Whether the character is a sign or a picture, such as an emoji: where no font has it, a box
 * stands for it. A letter that cannot be printed is an error in every view. */
gboolean adref_font_face_is_boxed(gunichar c);

/* Sets the error that no installed font has the character. A place without a file means that the
 * character is in a header or footer, not in a text. */
void adref_font_face_missing(GError **error, AdrefLocation place, gunichar c);

#endif
