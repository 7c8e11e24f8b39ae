/* The face of a paragraph: bold, italic, underlined or capitals, wholly or at its start. */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_FACE_H
#define ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_FACE_H

#include "clause/node.h"

typedef struct {
  gboolean bold, italic, underlined, capitals; /* all of its words */
  gboolean opener;         /* its first word stands in bold or italics, and not all of it */
  gboolean capital_opener; /* its first word is in capitals */
  gboolean run_in;         /* it begins with a heading: "**Ports.** The", "**Ports**: the" */
} AdrefFace;

enum {
  ADREF_FACES = 64 /* what adref_face_index() tells apart */
};

/* The face of the blocks of a clause. */
AdrefFace adref_paragraph_face(const AdrefNode *content);

/* A number for the face of a heading and the form of its typed number (I., A., 1.). */
guint adref_face_index(const AdrefFace *face, const char *words);

/* Whether the content is one paragraph or heading; not a table, a list, a quote, code. */
gboolean adref_paragraph_is_words(const AdrefNode *content);

/* Whether it is the words of a footnote, "[^1]: ...". */
gboolean adref_paragraph_is_note(const AdrefNode *content);

/* The label of its mark, "1" of "[^1]: words"; NULL: it is no note. It belongs to the tree. */
const char *adref_paragraph_note_label(const AdrefNode *content);

/* The last character that is no white space; 0: there is none. */
gunichar adref_last_character(const char *words);

/* Whether it has line breaks. */
gboolean adref_paragraph_has_lines(const AdrefNode *content);

#endif
