/* libhunspell (dictionaries of a language), loaded when a text is checked first.
 *
 * libhunspell was taken, not libenchant: Enchant lets each user choose another speller and adds his
 * own words, so that two people would have two findings in one text; and it loads GModule and all
 * of its providers. The dictionaries are the same. It is found by name (base/dynamic_library.h),
 * since `check` works without it. To call another function, add it to the list below; the linker
 * reports a missing one. */
#ifndef ADREF_REVIEW_CHECK_LIBHUNSPELL_H
#define ADREF_REVIEW_CHECK_LIBHUNSPELL_H

#include <glib.h>
#include <hunspell/hunspell.h>

#include "base/dynamic_library.h"

/* clang-format off */
#define Hunspell_create ADREF_HUNSPELL_CALL(Hunspell_create)
#define Hunspell_destroy ADREF_HUNSPELL_CALL(Hunspell_destroy)
#define Hunspell_get_dic_encoding ADREF_HUNSPELL_CALL(Hunspell_get_dic_encoding)
#define Hunspell_spell ADREF_HUNSPELL_CALL(Hunspell_spell)
/* clang-format on */

#define ADREF_HUNSPELL_CALL(name) ADREF_DYNAMIC_FUNCTION(name, adref_hunspell_function)

/* Loads the library. Call it before any of its functions. FALSE: it is not installed. */
gboolean adref_hunspell_load(void);

AdrefDynamicFunction adref_hunspell_function(const char *name);

#endif
