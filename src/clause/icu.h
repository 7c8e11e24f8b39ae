/* ICU, loaded when it is needed first.
 *
 * With the library of C++ it takes as long to load as all the rest, and a command that meets ASCII
 * only asks it nothing. So the program is not linked with it: its functions are called through a
 * table, under their own names. A function that is called for the first time is added to both
 * lists; the linker says when it is missing. Include this, and none of ICU's own headers. */
#ifndef ADREF_CLAUSE_ICU_H
#define ADREF_CLAUSE_ICU_H

#define U_DISABLE_RENAMING 1 /* names without a version, which the table knows */

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
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

/* clang-format off */
#define ADREF_ICU(CALL) \
  CALL(u_errorName) \
  CALL(u_strFromUTF8) \
  CALL(u_strToUTF8) \
  CALL(u_strchr) \
  CALL(ubidi_close) \
  CALL(ubidi_getLevels) \
  CALL(ubidi_openSized) \
  CALL(ubidi_reorderVisual) \
  CALL(ubidi_setPara) \
  CALL(ubrk_close) \
  CALL(ubrk_first) \
  CALL(ubrk_getRuleStatus) \
  CALL(ubrk_next) \
  CALL(ubrk_open) \
  CALL(ubrk_setUText) \
  CALL(ucol_close) \
  CALL(ucol_open) \
  CALL(ucol_strcollUTF8) \
  CALL(udat_close) \
  CALL(udat_format) \
  CALL(udat_open) \
  CALL(udatpg_close) \
  CALL(udatpg_getBestPattern) \
  CALL(udatpg_open) \
  CALL(ulistfmt_close) \
  CALL(ulistfmt_format) \
  CALL(ulistfmt_openForType) \
  CALL(uloc_forLanguageTag) \
  CALL(uloc_getDisplayName) \
  CALL(unorm2_getNFCInstance) \
  CALL(unorm2_isNormalized) \
  CALL(unorm2_normalize) \
  CALL(unum_close) \
  CALL(unum_formatInt64) \
  CALL(unum_open) \
  CALL(unum_setTextAttribute) \
  CALL(uspoof_areConfusableUTF8) \
  CALL(uspoof_close) \
  CALL(uspoof_open) \
  CALL(utext_close) \
  CALL(utext_openUTF8)

#define ADREF_ICU_MEMBER(name) __typeof__(name) *name;

typedef struct {
  ADREF_ICU(ADREF_ICU_MEMBER)
} AdrefIcu;

#ifndef ADREF_ICU_LOADER
#define u_errorName adref_icu()->u_errorName
#define u_strFromUTF8 adref_icu()->u_strFromUTF8
#define u_strToUTF8 adref_icu()->u_strToUTF8
#define u_strchr adref_icu()->u_strchr
#define ubidi_close adref_icu()->ubidi_close
#define ubidi_getLevels adref_icu()->ubidi_getLevels
#define ubidi_openSized adref_icu()->ubidi_openSized
#define ubidi_reorderVisual adref_icu()->ubidi_reorderVisual
#define ubidi_setPara adref_icu()->ubidi_setPara
#define ubrk_close adref_icu()->ubrk_close
#define ubrk_first adref_icu()->ubrk_first
#define ubrk_getRuleStatus adref_icu()->ubrk_getRuleStatus
#define ubrk_next adref_icu()->ubrk_next
#define ubrk_open adref_icu()->ubrk_open
#define ubrk_setUText adref_icu()->ubrk_setUText
#define ucol_close adref_icu()->ucol_close
#define ucol_open adref_icu()->ucol_open
#define ucol_strcollUTF8 adref_icu()->ucol_strcollUTF8
#define udat_close adref_icu()->udat_close
#define udat_format adref_icu()->udat_format
#define udat_open adref_icu()->udat_open
#define udatpg_close adref_icu()->udatpg_close
#define udatpg_getBestPattern adref_icu()->udatpg_getBestPattern
#define udatpg_open adref_icu()->udatpg_open
#define ulistfmt_close adref_icu()->ulistfmt_close
#define ulistfmt_format adref_icu()->ulistfmt_format
#define ulistfmt_openForType adref_icu()->ulistfmt_openForType
#define uloc_forLanguageTag adref_icu()->uloc_forLanguageTag
#define uloc_getDisplayName adref_icu()->uloc_getDisplayName
#define unorm2_getNFCInstance adref_icu()->unorm2_getNFCInstance
#define unorm2_isNormalized adref_icu()->unorm2_isNormalized
#define unorm2_normalize adref_icu()->unorm2_normalize
#define unum_close adref_icu()->unum_close
#define unum_formatInt64 adref_icu()->unum_formatInt64
#define unum_open adref_icu()->unum_open
#define unum_setTextAttribute adref_icu()->unum_setTextAttribute
#define uspoof_areConfusableUTF8 adref_icu()->uspoof_areConfusableUTF8
#define uspoof_close adref_icu()->uspoof_close
#define uspoof_open adref_icu()->uspoof_open
#define utext_close adref_icu()->utext_close
#define utext_openUTF8 adref_icu()->utext_openUTF8
#endif
/* clang-format on */

/* Its functions. They are loaded on the first call; a program that misses a library which it is
 * built upon ends there, as it would at the start if it were linked with it. */
const AdrefIcu *adref_icu(void);

#endif
