/* ICU, loaded when one of its functions is called first.
 *
 * Loading ICU and the C++ library takes as long as the rest of the start, and texts in ASCII do not
 * need it. So the program is not linked with ICU but finds its functions by name
 * (base/dynamic_library.h). To call one more function, add it to the list below; if it is missing
 * there, the linker reports it. Include this header and none of ICU's own. */
#ifndef ADREF_CLAUSE_ICU_H
#define ADREF_CLAUSE_ICU_H

#define U_DISABLE_RENAMING 1 /* names without a version, as in the list */

#include <glib.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>

#include "base/dynamic_library.h"

/* clang-format off */
#define u_errorName ADREF_ICU_CALL(u_errorName)
#define u_strFromUTF8 ADREF_ICU_CALL(u_strFromUTF8)
#define u_strToUTF8 ADREF_ICU_CALL(u_strToUTF8)
#define u_strchr ADREF_ICU_CALL(u_strchr)
#define ubidi_close ADREF_ICU_CALL(ubidi_close)
#define ubidi_getLevels ADREF_ICU_CALL(ubidi_getLevels)
#define ubidi_openSized ADREF_ICU_CALL(ubidi_openSized)
#define ubidi_reorderVisual ADREF_ICU_CALL(ubidi_reorderVisual)
#define ubidi_setPara ADREF_ICU_CALL(ubidi_setPara)
#define ubrk_close ADREF_ICU_CALL(ubrk_close)
#define ubrk_first ADREF_ICU_CALL(ubrk_first)
#define ubrk_getRuleStatus ADREF_ICU_CALL(ubrk_getRuleStatus)
#define ubrk_next ADREF_ICU_CALL(ubrk_next)
#define ubrk_open ADREF_ICU_CALL(ubrk_open)
#define ubrk_setUText ADREF_ICU_CALL(ubrk_setUText)
#define ucol_close ADREF_ICU_CALL(ucol_close)
#define ucol_open ADREF_ICU_CALL(ucol_open)
#define ucol_strcollUTF8 ADREF_ICU_CALL(ucol_strcollUTF8)
#define udat_close ADREF_ICU_CALL(udat_close)
#define udat_format ADREF_ICU_CALL(udat_format)
#define udat_getSymbols ADREF_ICU_CALL(udat_getSymbols)
#define udat_open ADREF_ICU_CALL(udat_open)
#define udatpg_close ADREF_ICU_CALL(udatpg_close)
#define udatpg_getBestPattern ADREF_ICU_CALL(udatpg_getBestPattern)
#define udatpg_open ADREF_ICU_CALL(udatpg_open)
#define ulistfmt_close ADREF_ICU_CALL(ulistfmt_close)
#define ulistfmt_format ADREF_ICU_CALL(ulistfmt_format)
#define ulistfmt_openForType ADREF_ICU_CALL(ulistfmt_openForType)
#define uloc_forLanguageTag ADREF_ICU_CALL(uloc_forLanguageTag)
#define uloc_getDisplayCountry ADREF_ICU_CALL(uloc_getDisplayCountry)
#define uloc_getDisplayName ADREF_ICU_CALL(uloc_getDisplayName)
#define uloc_getISO3Country ADREF_ICU_CALL(uloc_getISO3Country)
#define uloc_getISO3Language ADREF_ICU_CALL(uloc_getISO3Language)
#define uloc_getISOCountries ADREF_ICU_CALL(uloc_getISOCountries)
#define unorm2_getNFCInstance ADREF_ICU_CALL(unorm2_getNFCInstance)
#define unorm2_isNormalized ADREF_ICU_CALL(unorm2_isNormalized)
#define unorm2_normalize ADREF_ICU_CALL(unorm2_normalize)
#define unum_close ADREF_ICU_CALL(unum_close)
#define unum_formatDecimal ADREF_ICU_CALL(unum_formatDecimal)
#define unum_formatInt64 ADREF_ICU_CALL(unum_formatInt64)
#define unum_open ADREF_ICU_CALL(unum_open)
#define unum_setAttribute ADREF_ICU_CALL(unum_setAttribute)
#define unum_setTextAttribute ADREF_ICU_CALL(unum_setTextAttribute)
#define ucurr_isAvailable ADREF_ICU_CALL(ucurr_isAvailable)
#define uplrules_close ADREF_ICU_CALL(uplrules_close)
#define uplrules_open ADREF_ICU_CALL(uplrules_open)
#define uplrules_select ADREF_ICU_CALL(uplrules_select)
#define uspoof_areConfusableUTF8 ADREF_ICU_CALL(uspoof_areConfusableUTF8)
#define uspoof_close ADREF_ICU_CALL(uspoof_close)
#define uspoof_open ADREF_ICU_CALL(uspoof_open)
#define utext_close ADREF_ICU_CALL(utext_close)
#define utext_openUTF8 ADREF_ICU_CALL(utext_openUTF8)
#define utrans_close ADREF_ICU_CALL(utrans_close)
#define utrans_openU ADREF_ICU_CALL(utrans_openU)
#define utrans_transUChars ADREF_ICU_CALL(utrans_transUChars)
/* clang-format on */

#define ADREF_ICU_CALL(name) ADREF_DYNAMIC_FUNCTION(name, adref_icu_function)

/* The ICU function with this name (without a version). Ends the program if ICU is not installed. */
AdrefDynamicFunction adref_icu_function(const char *name);

#endif
