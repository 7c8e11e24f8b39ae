#include "exchange/docx/docx_walker.h"

const char *adref_docx_walker_date(const AdrefXmlNode *element)
{
  const char *date = adref_xml_attribute(element, "w:date");
  return date && !g_str_has_prefix(date, "0-") ? date : NULL;
}

const AdrefDocxTrack *adref_docx_walker_new_track(AdrefDocxWalker *self,
                                                  const AdrefXmlNode *element, gboolean is_move)
{
  AdrefDocxTrack *track = g_new0(AdrefDocxTrack, 1);
  const char *author = adref_xml_attribute(element, "w:author");
  track->author = author ? author : "";
  track->date = adref_docx_walker_date(element);
  track->is_move = is_move;
  g_ptr_array_add(self->file->tracks, track);
  return track;
}

/* The tracked insertion or deletion that the properties of a paragraph's mark or of a row tell. */
const AdrefDocxTrack *adref_docx_walker_mark(AdrefDocxWalker *self, const AdrefXmlNode *properties,
                                             gboolean is_insertion)
{
  static const char *const names[2][2] = {{"w:del", "w:moveFrom"}, {"w:ins", "w:moveTo"}};
  for (guint i = 0; i < 2; i++) {
    const AdrefXmlNode *element = adref_xml_child(properties, names[is_insertion][i]);
    if (element)
      return adref_docx_walker_new_track(self, element, i == 1);
  }
  return NULL;
}
