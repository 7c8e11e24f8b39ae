/* Language tags: "en", "zh-Hans". */
#ifndef ADREF_LANGUAGE_LANGUAGE_TAG_H
#define ADREF_LANGUAGE_LANGUAGE_TAG_H

#include <glib.h>

/* Whether the primary language of a tag is `language`: that of "zh-Hans" is "zh". */
gboolean adref_language_tag_matches(const char *tag, const char *language);

#endif
