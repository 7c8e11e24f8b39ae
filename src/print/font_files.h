/* The files of fonts, which FreeType maps into memory.
 *
 * Cairo reads a Japanese font whole, 24 MB, to embed a part of it, and what was read stays in
 * memory beside the next font. It is the file's own content: where it is dropped, it is read again
 * when it is needed. */
#ifndef ADREF_PRINT_FONT_FILES_H
#define ADREF_PRINT_FONT_FILES_H

/* Drops what is in memory of the files of fonts. Does nothing where the system does not say which
 * they are. */
void adref_font_files_drop(void);

#endif
