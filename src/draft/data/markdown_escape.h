/* Escaping of values for Markdown. */
#ifndef ADREF_DRAFT_DATA_MARKDOWN_ESCAPE_H
#define ADREF_DRAFT_DATA_MARKDOWN_ESCAPE_H

/* Escapes text so that Markdown and adref read it as plain words, at the start of a line and inside
 * one: no heading, list, link, bracket, marker, emphasis, code or HTML. Line breaks become spaces.
 * Plain words are not changed. Caller frees. */
char *adref_markdown_escape(const char *text);

#endif
