#include "exchange/docx/docx_walker.h"

#include <string.h>

enum {
  LONGEST = 160 /* bytes of the words of one kind, with the last piece that fits */
};

/* What the words are of each kind: behind the number, with the words themselves behind them. */
static const struct {
  const char *one, *many;
} lines[ADREF_DOCX_NOTICES] = {
    [ADREF_DOCX_NOTICE_HIDDEN] = {"piece of hidden words: read as words",
                                  "pieces of hidden words: read as words"},
    [ADREF_DOCX_NOTICE_PALE] =
        {"piece of words in the color of what is behind them: read as words",
         "pieces of words in the color of what is behind them: read as words"},
    [ADREF_DOCX_NOTICE_TINY] = {"piece of words smaller than 4 points: read as words",
                                "pieces of words smaller than 4 points: read as words"},
    [ADREF_DOCX_NOTICE_SOFT_HYPHEN] = {"soft hyphen: left out", "soft hyphens: left out"},
    [ADREF_DOCX_NOTICE_SYMBOL] = {"sign of a font that has no letter: read as \357\277\275",
                                  "signs of a font that have no letter: read as \357\277\275"},
    [ADREF_DOCX_NOTICE_FORMULA] = {"piece of a formula: read as plain letters",
                                   "pieces of formulas: read as plain letters"},
    [ADREF_DOCX_NOTICE_CONTENTS] = {"piece of a table of contents: left out",
                                    "pieces of a table of contents: left out"},
    [ADREF_DOCX_NOTICE_CELL] = {"tracked merge of cells: read as it stands",
                                "tracked merges of cells: read as they stand"},
    [ADREF_DOCX_NOTICE_REPEATED] = {"repeated call of a footnote: left out",
                                    "repeated calls of footnotes: left out"},
    [ADREF_DOCX_NOTICE_RESOLVED] = {"resolved comment: left out", "resolved comments: left out"},
    [ADREF_DOCX_NOTICE_UNCALLED] = {"comment on no words of the text: left out",
                                    "comments on no words of the text: left out"},
    [ADREF_DOCX_NOTICE_DELETED_COMMENT] = {"comment that a tracked change deletes: read as a note",
                                           "comments that tracked changes delete: read as notes"},
    [ADREF_DOCX_NOTICE_FORM] =
        {"place with other words for other programs: the first form is read",
         "places with other words for other programs: the first form is read"},
    [ADREF_DOCX_NOTICE_PLACEHOLDER] = {"placeholder of a form: left out",
                                       "placeholders of forms: left out"},
    [ADREF_DOCX_NOTICE_BOUND] =
        {"field of a form that Word may fill anew: read as the file has it",
         "fields of forms that Word may fill anew: read as the file has them"},
    [ADREF_DOCX_NOTICE_DATA] = {"field of a form that Word fills with other words: left out",
                                "fields of forms that Word fills with other words: left out"},
    [ADREF_DOCX_NOTICE_FIELD] = {"field that Word may fill anew: read as the file has it",
                                 "fields that Word may fill anew: read as the file has them"},
    [ADREF_DOCX_NOTICE_EMPTY_FIELD] =
        {"field whose words Word makes, and the file does not have: left out",
         "fields whose words Word makes, and the file does not have: left out"},
    [ADREF_DOCX_NOTICE_OPEN_FIELD] = {"field without an end: what is behind its start is left out",
                                      "fields without an end: what is behind their start is left "
                                      "out"},
    [ADREF_DOCX_NOTICE_TURNED] =
        {"piece of words with a direction set by hand: read in the order of typing",
         "pieces of words with a direction set by hand: read in the order of typing"},
    [ADREF_DOCX_NOTICE_DRAWN] = {"piece of words drawn as a picture: left out",
                                 "pieces of words drawn as a picture: left out"},
    [ADREF_DOCX_NOTICE_IMPORTED] = {"text in another form: left out",
                                    "texts in another form: left out"},
};

void adref_docx_walker_notice(AdrefDocxWalker *self, AdrefDocxNotice notice, const char *words)
{
  GString *all = self->notice_words[notice];
  self->notices[notice]++;
  if (words)
    words += strspn(words, " \t\n");
  if (!words || !*words || (all && all->len >= LONGEST))
    return;
  if (!all)
    all = self->notice_words[notice] = g_string_new(NULL);
  g_string_append(all, all->len > 0 ? " | " : "");
  gsize length = strlen(words), room = LONGEST;
  const char *end = length > room ? g_utf8_find_prev_char(words, words + room + 1) : NULL;
  g_string_append_len(all, words, end ? end - words : (gssize)length);
  g_string_append(all, end ? "\342\200\246" : "");
}

void adref_docx_walker_list_left_out(AdrefDocxWalker *self)
{
  AdrefDocxFile *file = self->file;
  const GPtrArray *members = file->parts->left_out;
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add(file->left_out, g_strdup_printf("%s: left out", (char *)members->pdata[i]));
  for (guint i = 0; i < ADREF_DOCX_NOTICES; i++) {
    guint count = self->notices[i];
    const GString *words = self->notice_words[i];
    if (count > 0)
      g_ptr_array_add(file->left_out,
                      g_strdup_printf("%u %s%s%s", count, count == 1 ? lines[i].one : lines[i].many,
                                      words ? ": " : "", words ? words->str : ""));
  }
}
