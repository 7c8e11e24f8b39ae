/* The sRGB colour profile of a PDF. */
#ifndef ADREF_PRINT_ICC_PROFILE_H
#define ADREF_PRINT_ICC_PROFILE_H

#include <glib.h>

/* An ICC profile, version 4.2 (ISO 15076-1): sRGB (IEC 61966-2-1) as matrix and curve. Always the
 * same bytes. */
GByteArray *adref_icc_profile_srgb(void);

#endif
