#include "exchange/docx_walker.h"

static void say(AdrefDocxFile *file, guint count, const char *one, const char *many)
{
  if (count == 1)
    g_ptr_array_add(file->left_out, g_strdup_printf("1 %s", one));
  else if (count > 1)
    g_ptr_array_add(file->left_out, g_strdup_printf("%u %s", count, many));
}

void adref_docx_walker_list_left_out(AdrefDocxWalker *self)
{
  AdrefDocxFile *file = self->file;
  const GPtrArray *members = file->parts->left_out;
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add(file->left_out, g_strdup_printf("%s: left out", (char *)members->pdata[i]));
  say(file, self->hidden, "piece of hidden words: read as words",
      "pieces of hidden words: read as words");
  say(file, self->soft_hyphens, "soft hyphen: left out", "soft hyphens: left out");
  say(file, self->symbols, "sign of a font that has no letter: read as \357\277\275",
      "signs of a font that have no letter: read as \357\277\275");
  say(file, self->formulas, "piece of a formula: read as plain letters",
      "pieces of formulas: read as plain letters");
  say(file, self->cells, "tracked cell of a table: read as it stands",
      "tracked cells of tables: read as they stand");
  say(file,
      self->repeated > ADREF_DOCX_REPEATED_NOTES ? self->repeated - ADREF_DOCX_REPEATED_NOTES : 0,
      "repeated call of a footnote: left out", "repeated calls of footnotes: left out");
  say(file, self->forms, "place with other words for other programs: the first form is read",
      "places with other words for other programs: the first form is read");
  say(file, self->placeholders, "placeholder of a form: left out",
      "placeholders of forms: left out");
  say(file, self->bound, "field of a form that Word may fill anew: read as the file has it",
      "fields of forms that Word may fill anew: read as the file has them");
  say(file, self->turned,
      "piece of words with a direction set by hand: read in the order of typing",
      "pieces of words with a direction set by hand: read in the order of typing");
  say(file, self->drawn, "piece of words drawn as a picture: left out",
      "pieces of words drawn as a picture: left out");
  say(file, self->imported, "text in another form: left out", "texts in another form: left out");
}
