#include "print/pdf_tagging.h"

#include <string.h>

#include "print/page_flow_private.h"
#include "print/pango.h"
#include "print/pdf_postprocess.h"

static const AdrefStructElement *element_at(const AdrefPdfTagging *tagging, guint at)
{
  return &g_array_index(tagging->flow->elements, AdrefStructElement, at);
}

static guint innermost(const AdrefPdfTagging *tagging)
{
  return g_array_index(tagging->open, guint, tagging->open->len - 1);
}

static void begin_tag(AdrefPdfTagging *tagging, const char *tag, const char *attributes)
{
  adref_pdf_content_cut(tagging->content);
  cairo_tag_begin(tagging->cairo, tag, attributes);
}

static void end_tag(AdrefPdfTagging *tagging, const char *tag)
{
  adref_pdf_content_cut(tagging->content);
  cairo_tag_end(tagging->cairo, tag);
}

void adref_pdf_tagging_end_leaf(AdrefPdfTagging *tagging)
{
  if (tagging->leaf)
    end_tag(tagging, tagging->leaf);
  tagging->leaf = NULL;
}

/* The language of the parent. */
static const char *language_around(const AdrefPdfTagging *tagging,
                                   const AdrefStructElement *element)
{
  while (element != element_at(tagging, 0)) {
    element = element_at(tagging, element->parent);
    if (element->language)
      return element->language;
  }
  return tagging->language ? tagging->language : "en";
}

static void begin_element(AdrefPdfTagging *tagging, guint at)
{
  const AdrefStructElement *element = element_at(tagging, at);
  gboolean is_other =
      element->language && strcmp(element->language, language_around(tagging, element)) != 0;
  AdrefPdfTagAttributes tagged = {is_other ? element->language : NULL, element->is_numbered};
  g_array_append_val(tagging->tags, tagged);
  begin_tag(tagging, element->tag, NULL);
}

/* Writes the empty cells from `at` on: all rows of a table must have the same number of cells (ISO
 * 14289-1, 7.2). */
static void print_empty_cells(AdrefPdfTagging *tagging, guint at, guint row)
{
  for (; adref_page_flow_is_cell(tagging->flow, at, row) && !element_at(tagging, at)->is_drawn;
       at++) {
    begin_element(tagging, at);
    end_tag(tagging, element_at(tagging, at)->tag);
  }
}

static void close_to(AdrefPdfTagging *tagging, guint depth)
{
  adref_pdf_tagging_end_leaf(tagging);
  while (tagging->open->len > depth) {
    guint at = innermost(tagging);
    const AdrefStructElement *element = element_at(tagging, at);
    end_tag(tagging, element->tag);
    g_array_set_size(tagging->open, tagging->open->len - 1);
    if (adref_page_flow_is_cell(tagging->flow, at, element->parent))
      print_empty_cells(tagging, at + 1, element->parent);
  }
}

static void open_element(AdrefPdfTagging *tagging, guint at)
{
  adref_pdf_tagging_end_leaf(tagging);
  begin_element(tagging, at);
  g_array_append_val(tagging->open, at);
  print_empty_cells(tagging, at + 1, at);
}

static guint depth_of(const AdrefPdfTagging *tagging, guint at)
{
  guint depth = 0;
  for (; at != 0; at = element_at(tagging, at)->parent)
    depth++;
  return depth;
}

static guint ancestor(const AdrefPdfTagging *tagging, guint at, guint steps)
{
  for (; steps > 0; steps--)
    at = element_at(tagging, at)->parent;
  return at;
}

void adref_pdf_tagging_enter(AdrefPdfTagging *tagging, guint element)
{
  guint depth = depth_of(tagging, element), shared = 0;
  while (shared < tagging->open->len && shared <= depth &&
         g_array_index(tagging->open, guint, shared) == ancestor(tagging, element, depth - shared))
    shared++;
  if (shared == tagging->open->len && shared == depth + 1)
    return;
  close_to(tagging, shared);
  for (guint i = shared; i <= depth; i++)
    open_element(tagging, ancestor(tagging, element, depth - i));
}

/* An element without links that stands on one page needs no leaves. */
gboolean adref_pdf_tagging_has_leaves(const AdrefPdfTagging *tagging, guint at)
{
  const AdrefStructElement *element = element_at(tagging, at);
  return element->has_link || element->first_page != element->last_page;
}

gboolean adref_pdf_tagging_is_untagged(const AdrefPdfTagging *tagging, guint at, guint page)
{
  return !adref_pdf_tagging_has_leaves(tagging, at) &&
         g_array_index(tagging->inner, guint, at) <= page;
}

static char *link_attributes(const AdrefPageFlowLink *link)
{
  if (!link->url)
    return g_strdup_printf("dest='c%u'", link->target);
  g_autofree char *safe = g_uri_escape_string(link->url, "!#$&*+,/:;=?@[]%~", FALSE);
  return g_strdup_printf("uri='%s'", safe);
}

void adref_pdf_tagging_begin_leaf(AdrefPdfTagging *tagging, guint link)
{
  AdrefPdfTagAttributes tagged = {.language = NULL};
  if (link > 0 || !tagging->leaf)
    g_array_append_val(tagging->tags, tagged);
  if (link > 0) {
    adref_pdf_tagging_end_leaf(tagging);
    const AdrefPageFlowLink *to = &g_array_index(tagging->flow->links, AdrefPageFlowLink, link - 1);
    g_autofree char *attributes = link_attributes(to);
    begin_tag(tagging, CAIRO_TAG_LINK, attributes);
    tagging->leaf = CAIRO_TAG_LINK;
  } else if (!tagging->leaf) {
    begin_tag(tagging, "Span", NULL);
    tagging->leaf = "Span";
  }
}

void adref_pdf_tagging_end(AdrefPdfTagging *tagging)
{
  close_to(tagging, 0);
}
