/* Text in another encoding than UTF-8, as older programs save it. */
#ifndef ADREF_EXCHANGE_TEXT_ENCODING_H
#define ADREF_EXCHANGE_TEXT_ENCODING_H

#include <glib.h>

/* The text in UTF-8, with the name of its encoding in *encoding (static): UTF-16, by its mark or
 * its NUL bytes; Shift_JIS and EUC-JP, by their kana; else Windows-1252, when its words can be
 * those of a western language. NULL: the bytes are UTF-8, or nothing tells what they are. Caller
 * unrefs. */
GBytes *adref_text_encoding_convert(GBytes *bytes, const char **encoding);

#endif
