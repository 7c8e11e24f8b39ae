/* An OpenDocument text (.odt), of which LibreOffice makes a Word file.
 *
 * LibreOffice runs without a window, for a minute at most, with a profile of its own in a folder
 * that nobody else can read and that is gone afterwards, and sees only what
 * exchange/archive/odt_package.h lets through. What it makes is read as any Word file of a
 * stranger. */
#ifndef ADREF_WORK_ODT_FILE_H
#define ADREF_WORK_ODT_FILE_H

#include <glib.h>

#include "base/error.h"

/* The bytes of the Word file. `name` is that of the .odt, in messages; `left_out` (of char *) gets
 * what was left out of it. An error where LibreOffice is not installed, with what to do. Caller
 * unrefs. */
GBytes *adref_odt_file_convert(GBytes *bytes, const char *name, GPtrArray *left_out,
                               GError **error);

#endif
