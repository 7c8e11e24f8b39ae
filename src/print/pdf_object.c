#include "print/pdf_object.h"

#include <string.h>

enum {
  ROOM = 1 << 17
};

AdrefPdfObjects *adref_pdf_objects_new(void)
{
  AdrefPdfObjects *objects = g_new0(AdrefPdfObjects, 1);
  objects->raw = g_string_sized_new(ROOM);
  return objects;
}

void adref_pdf_objects_free(AdrefPdfObjects *objects)
{
  if (!objects)
    return;
  g_string_free(objects->raw, TRUE);
  g_free(objects);
}

const char *adref_pdf_object_find(const char *text, const char *end, const char *words)
{
  return text < end ? memmem(text, (gsize)(end - text), words, strlen(words)) : NULL;
}

guint adref_pdf_object_number(const char *text, const char *end, const char *name)
{
  const char *found = adref_pdf_object_find(text, end, name);
  return found ? (guint)g_ascii_strtoull(found + strlen(name), NULL, 10) : 0;
}

/* The end of the bytes of a stream whose length stands in the next object; NULL: not read yet. The
 * stream may contain "endstream" too, but not followed by the right length. */
static const char *end_of_stream(AdrefPdfObjects *objects, const char *start, guint length_object)
{
  static const char mark[] = "\nendstream\nendobj\n";
  const char *raw = objects->raw->str, *end = raw + objects->raw->len;
  const char *from = MAX(start, raw + objects->searched);
  for (const char *found; (found = adref_pdf_object_find(from, end, mark)); from = found + 1) {
    char behind[64];
    gsize size =
        (gsize)g_snprintf(behind, sizeof behind, "%s%u 0 obj\n   %" G_GSIZE_FORMAT "\nendobj\n",
                          mark, length_object, (gsize)(found - start));
    objects->searched = (gsize)(found - raw);
    if (size > (gsize)(end - found))
      return NULL;
    if (memcmp(found, behind, size) == 0)
      return found + strlen(mark);
  }
  objects->searched = objects->raw->len - MIN(objects->raw->len, strlen(mark));
  return NULL;
}

/* The end of a stream, whose dictionary begins with its length or with the number of the object
 * that holds it. */
static const char *end_of_bytes(AdrefPdfObjects *objects, const char *stream, const char *length)
{
  static const char last[] = "\nendstream\nendobj\n";
  char *behind = NULL;
  guint64 number = g_ascii_strtoull(length, &behind, 10);
  if (g_str_has_prefix(behind, " 0 R"))
    return end_of_stream(objects, stream, (guint)number);
  if (number + strlen(last) > (gsize)(objects->raw->str + objects->raw->len - stream))
    return NULL;
  objects->is_refused |= !g_str_has_prefix(stream + number, last);
  return stream + number + strlen(last);
}

/* The end of the object whose body begins there; NULL: it is not complete. */
static const char *end_of_object(AdrefPdfObjects *objects, const char *body)
{
  static const char length[] = "<< /Length ", begin[] = ">>\nstream\n", last[] = "\nendobj\n";
  const char *end = objects->raw->str + objects->raw->len;
  const char *behind =
      g_str_has_prefix(body, length) ? adref_pdf_object_find(body, end, begin) : NULL;
  if (behind)
    return end_of_bytes(objects, behind + strlen(begin), body + strlen(length));
  behind = adref_pdf_object_find(body, end, last);
  return behind ? behind + strlen(last) : NULL;
}

/* The first two lines of the file; the second is a comment. */
static gboolean skip_head(AdrefPdfObjects *objects)
{
  const char *raw = objects->raw->str, *end = raw + objects->raw->len;
  const char *newline = adref_pdf_object_find(raw, end, "\n");
  const char *second = newline ? adref_pdf_object_find(newline + 1, end, "\n") : NULL;
  objects->has_begun = second != NULL;
  objects->is_refused |= second && (!g_str_has_prefix(raw, "%PDF-1.") || newline[1] != '%');
  objects->next = second ? (gsize)(second + 1 - raw) : 0;
  return second != NULL;
}

gboolean adref_pdf_objects_next(AdrefPdfObjects *objects, AdrefPdfObject *object)
{
  static const char head[] = " 0 obj\n";
  if (!objects->has_begun && !skip_head(objects))
    return FALSE;
  const char *start = objects->raw->str + objects->next,
             *end = objects->raw->str + objects->raw->len;
  char *behind = NULL;
  if (objects->is_refused || !adref_pdf_object_find(start, end, "\n"))
    return FALSE;
  object->number = (guint)g_ascii_strtoull(start, &behind, 10);
  objects->is_refused |= object->number == 0 || !g_str_has_prefix(behind, head);
  if (objects->is_refused)
    return FALSE;
  const char *body = behind + strlen(head), *behind_all = end_of_object(objects, body);
  if (!behind_all)
    return FALSE;
  object->start = objects->next;
  object->body = (gsize)(body - objects->raw->str);
  object->end = objects->next = objects->searched = (gsize)(behind_all - objects->raw->str);
  return !objects->is_refused;
}

void adref_pdf_objects_drop(AdrefPdfObjects *objects, gsize before)
{
  objects->next -= before;
  objects->searched -= MIN(objects->searched, before);
  g_string_erase(objects->raw, 0, (gssize)before);
}
