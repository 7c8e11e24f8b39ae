/* Word files that tests make of pieces of XML, and what is read of them. */
#ifndef ADREF_TESTS_EXCHANGE_DOCX_PIECES_H
#define ADREF_TESTS_EXCHANGE_DOCX_PIECES_H

#include "exchange/docx/docx_read.h"

/* Of Word's elements in the strict form. */
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"

/* The parts of a file besides its text; NULL: it has none. */
typedef struct {
  const char *space; /* of Word's elements; NULL: the usual one */
  const char *styles, *numbering, *footnotes, *comments, *extended, *properties;
  const char *member, *content; /* one more, of this name; NULL: "x" */
} Parts;

/* A file with this body. The test fails when it cannot be made or read. */
GBytes *make_file(const Parts *parts, const char *body);
AdrefDocxFile *read_file(const Parts *parts, const char *body);

/* Its text with all changes accepted, or rejected. */
char *markdown_of(AdrefDocxFile *file, gboolean rejects);

/* The file in both readings; `rejected` NULL: as `accepted`. */
void reads_as(const Parts *parts, const char *body, const char *accepted, const char *rejected);
void reads(const char *body, const char *accepted, const char *rejected);

/* What is said of a file, a line each. */
void says_as(const Parts *parts, const char *body, const char *said);
void says(const char *body, const char *said);

/* Paragraphs, runs and marks. */
#define P(runs)  "<w:p>" runs "</w:p>"
#define R(words) "<w:r><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define AS(props, words)                                                                           \
  "<w:r><w:rPr>" props "</w:rPr><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define BY        " w:id=\"1\" w:author=\"A\" w:date=\"2023-12-01T00:00:00Z\""
#define INS(runs) "<w:ins" BY ">" runs "</w:ins>"
#define DEL(words)                                                                                 \
  "<w:del" BY "><w:r><w:delText xml:space=\"preserve\">" words "</w:delText></w:r></w:del>"
#define MARK(kind) "<w:pPr><w:rPr><w:" kind BY "/></w:rPr></w:pPr>"

#define CELL(props, text) "<w:tc><w:tcPr>" props "</w:tcPr>" text "</w:tc>"
#define ROW(props, cells) "<w:tr><w:trPr>" props "</w:trPr>" cells "</w:tr>"

#endif
