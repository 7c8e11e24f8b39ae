#include "exchange/docx/docx_read.h"

#include <string.h>

#include "exchange/docx/docx_margins.h"
#include "exchange/docx/docx_walker.h"

static void free_comment(gpointer comment)
{
  g_free(((AdrefDocxComment *)comment)->words);
}

static void free_paragraphs(gpointer paragraphs)
{
  g_ptr_array_unref(paragraphs);
}

void adref_docx_file_free(AdrefDocxFile *file)
{
  if (!file)
    return;
  g_ptr_array_unref(file->paragraphs);
  g_ptr_array_unref(file->beside);
  g_ptr_array_unref(file->notes);
  g_array_unref(file->comments);
  g_ptr_array_unref(file->lost);
  g_ptr_array_unref(file->left_out);
  g_ptr_array_unref(file->margins);
  g_ptr_array_unref(file->tracks);
  g_string_chunk_free(file->strings);
  adref_docx_lists_free(file->lists);
  adref_docx_style_sheet_free(file->styles);
  adref_docx_parts_free(file->parts);
  g_free(file);
}

const char *adref_docx_file_property(const AdrefDocxFile *file, const char *name)
{
  return g_hash_table_lookup(file->parts->properties, name);
}

static const char *first_bookmark(const AdrefDocxFile *file, const char *name, const char *sign)
{
  g_autofree char *beginning = g_strconcat(sign, ADREF_DOCX_BOOKMARKS_BESIDE, NULL);
  if (!name || !g_str_has_prefix(name, beginning))
    return name;
  g_autofree char *first = g_strconcat(sign, ADREF_DOCX_BOOKMARKS, name + strlen(beginning), NULL);
  return g_string_chunk_insert_const(file->strings, first);
}

/* The anchors and links of the second text become those of a text that stands alone. */
static void take_second(const AdrefDocxFile *file, AdrefDocxParagraph *paragraph)
{
  paragraph->anchor = first_bookmark(file, paragraph->anchor, "");
  for (guint i = 0; i < paragraph->runs->len; i++) {
    AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, i);
    run->link = first_bookmark(file, run->link, "#");
  }
}

/* Notes are numbered in the order in which one text calls them. */
static void take_notes(const AdrefDocxFile *file, const GPtrArray *paragraphs, GPtrArray *notes)
{
  for (guint i = 0; i < paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = paragraphs->pdata[i];
    for (guint k = 0; k < paragraph->runs->len; k++) {
      AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, k);
      if (run->note == 0)
        continue;
      g_ptr_array_add(notes, g_ptr_array_ref(file->notes->pdata[run->note - 1]));
      run->note = notes->len;
    }
  }
}

void adref_docx_file_choose_column(AdrefDocxFile *file, guint column)
{
  GPtrArray *all = file->paragraphs;
  file->paragraphs = g_ptr_array_new_with_free_func(adref_docx_paragraph_free);
  g_ptr_array_set_free_func(all, NULL);
  for (guint i = 0; i < all->len; i++) {
    AdrefDocxParagraph *paragraph = all->pdata[i];
    gboolean stays = paragraph->column_beside == 0 || paragraph->column_beside == column;
    if (paragraph->column_beside > 1)
      take_second(file, paragraph);
    g_ptr_array_add(stays ? file->paragraphs : file->beside, paragraph);
  }
  g_ptr_array_unref(all);
  GPtrArray *notes = g_ptr_array_new_with_free_func(free_paragraphs);
  take_notes(file, file->paragraphs, notes);
  take_notes(file, file->beside, notes);
  g_ptr_array_unref(file->notes);
  file->notes = notes;
}

static void walker_init(AdrefDocxWalker *self, AdrefDocxFile *file)
{
  *self =
      (AdrefDocxWalker){.file = file,
                        .part = ADREF_DOCX_DOCUMENT,
                        .paragraphs = file->paragraphs,
                        .hosts = g_ptr_array_new(),
                        .inserted = g_ptr_array_new(),
                        .deleted = g_ptr_array_new(),
                        .links = g_ptr_array_new(),
                        .fields = g_ptr_array_new_with_free_func(adref_docx_field_free),
                        .results = g_ptr_array_new_with_free_func(adref_docx_field_free),
                        .plain = g_string_new(NULL),
                        .bookmarks = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free),
                        .open_bookmarks = g_hash_table_new(g_str_hash, g_str_equal),
                        .chosen = g_ptr_array_new(),
                        .note_places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .note_elements = g_ptr_array_new(),
                        .note_parts = g_ptr_array_new(),
                        .comment_places = g_hash_table_new(g_str_hash, g_str_equal),
                        .strings = file->strings,
                        .is_beside = adref_docx_file_property(file, "adref.beside") != NULL};
}

static void walker_clear(AdrefDocxWalker *self)
{
  g_ptr_array_unref(self->hosts);
  g_ptr_array_unref(self->inserted);
  g_ptr_array_unref(self->deleted);
  g_ptr_array_unref(self->links);
  g_ptr_array_unref(self->fields);
  g_ptr_array_unref(self->results);
  g_string_free(self->plain, TRUE);
  g_hash_table_unref(self->open_bookmarks);
  g_hash_table_unref(self->bookmarks);
  g_ptr_array_unref(self->chosen);
  for (guint i = 0; i < ADREF_DOCX_PART_KINDS; i++)
    g_clear_pointer(&self->notes[i], g_hash_table_unref);
  g_hash_table_unref(self->note_places);
  g_ptr_array_unref(self->note_elements);
  g_ptr_array_unref(self->note_parts);
  g_hash_table_unref(self->comment_places);
  for (guint i = 0; i < ADREF_DOCX_NOTICES; i++)
    if (self->notice_words[i])
      g_string_free(self->notice_words[i], TRUE);
}

AdrefDocxFile *adref_docx_read(GBytes *bytes, const char *name, GError **error)
{
  AdrefDocxParts *parts = adref_docx_parts_read(bytes, name, error);
  if (!parts)
    return NULL;
  AdrefDocxFile *file = g_new0(AdrefDocxFile, 1);
  file->parts = parts;
  file->strings = g_string_chunk_new(256);
  file->styles = adref_docx_style_sheet_new(adref_docx_parts_root(parts, ADREF_DOCX_STYLES));
  file->lists = adref_docx_lists_new(adref_docx_parts_root(parts, ADREF_DOCX_NUMBERING));
  file->paragraphs = g_ptr_array_new_with_free_func(adref_docx_paragraph_free);
  file->beside = g_ptr_array_new_with_free_func(adref_docx_paragraph_free);
  file->notes = g_ptr_array_new_with_free_func(free_paragraphs);
  file->comments = g_array_new(FALSE, FALSE, sizeof(AdrefDocxComment));
  g_array_set_clear_func(file->comments, free_comment);
  file->margins = adref_docx_margins(parts);
  file->lost = g_ptr_array_new();
  file->left_out = g_ptr_array_new_with_free_func(g_free);
  file->tracks = g_ptr_array_new_with_free_func(g_free);
  AdrefDocxWalker walker;
  walker_init(&walker, file);
  adref_docx_walker_read_comments(&walker);
  adref_docx_walker_walk(
      &walker, adref_xml_child(adref_docx_parts_root(parts, ADREF_DOCX_DOCUMENT), "w:body"));
  adref_docx_walker_end_fields(&walker);
  adref_docx_walker_read_notes(&walker);
  adref_docx_walker_judge_fields(&walker);
  adref_docx_walker_end_comments(&walker);
  adref_docx_walker_list_left_out(&walker);
  walker_clear(&walker);
  return file;
}
