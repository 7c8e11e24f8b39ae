/* Pango and Cairo, loaded when a page is made first, and what comes with them of GObject and GIO.
 *
 * They draw in thirty libraries for fonts and screens, which take longer to load than most commands
 * take in all. So the program is not linked with them: their functions are called through a table,
 * under their own names, as those of libgit2 are (history/libgit2.h). Measured: "adref version"
 * takes 2.3 ms like this and 4.6 ms with them linked. A function that is called for the first time
 * is added to both lists; the linker says when it is missing. */
#ifndef ADREF_WRITE_PANGO_H
#define ADREF_WRITE_PANGO_H

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib.h>
#include <pango/pangocairo.h>

/* clang-format off */
#define ADREF_PANGO(CALL) \
  CALL(cairo_create) \
  CALL(cairo_destroy) \
  CALL(cairo_fill) \
  CALL(cairo_font_options_create) \
  CALL(cairo_font_options_destroy) \
  CALL(cairo_font_options_set_antialias) \
  CALL(cairo_font_options_set_hint_metrics) \
  CALL(cairo_font_options_set_hint_style) \
  CALL(cairo_glyph_path) \
  CALL(cairo_pdf_surface_add_outline) \
  CALL(cairo_pdf_surface_create_for_stream) \
  CALL(cairo_pdf_surface_restrict_to_version) \
  CALL(cairo_pdf_surface_set_metadata) \
  CALL(cairo_rectangle) \
  CALL(cairo_restore) \
  CALL(cairo_rotate) \
  CALL(cairo_save) \
  CALL(cairo_set_scaled_font) \
  CALL(cairo_set_source_rgb) \
  CALL(cairo_show_page) \
  CALL(cairo_show_text_glyphs) \
  CALL(cairo_status) \
  CALL(cairo_status_to_string) \
  CALL(cairo_surface_destroy) \
  CALL(cairo_surface_finish) \
  CALL(cairo_surface_status) \
  CALL(cairo_tag_begin) \
  CALL(cairo_tag_end) \
  CALL(cairo_translate) \
  CALL(g_converter_convert) \
  CALL(g_object_ref) \
  CALL(g_object_unref) \
  CALL(g_zlib_compressor_new) \
  CALL(g_zlib_decompressor_new) \
  CALL(pango_attr_font_features_new) \
  CALL(pango_attr_list_insert) \
  CALL(pango_attr_list_new) \
  CALL(pango_attr_list_unref) \
  CALL(pango_cairo_context_set_font_options) \
  CALL(pango_cairo_font_get_scaled_font) \
  CALL(pango_cairo_font_map_new) \
  CALL(pango_cairo_font_map_set_resolution) \
  CALL(pango_context_set_font_description) \
  CALL(pango_context_set_language) \
  CALL(pango_context_set_round_glyph_positions) \
  CALL(pango_font_describe) \
  CALL(pango_font_description_free) \
  CALL(pango_font_description_from_string) \
  CALL(pango_font_description_get_family) \
  CALL(pango_font_description_new) \
  CALL(pango_font_description_set_absolute_size) \
  CALL(pango_font_description_set_family) \
  CALL(pango_font_description_set_style) \
  CALL(pango_font_description_set_weight) \
  CALL(pango_font_map_create_context) \
  CALL(pango_font_map_load_font) \
  CALL(pango_glyph_item_iter_init_start) \
  CALL(pango_glyph_item_iter_next_cluster) \
  CALL(pango_glyph_string_extents) \
  CALL(pango_glyph_string_free) \
  CALL(pango_glyph_string_new) \
  CALL(pango_item_free) \
  CALL(pango_itemize_with_base_dir) \
  CALL(pango_language_from_string) \
  CALL(pango_reorder_items) \
  CALL(pango_shape_with_flags)

#define ADREF_PANGO_MEMBER(name) __typeof__(name) *name;

typedef struct {
  ADREF_PANGO(ADREF_PANGO_MEMBER)
} AdrefPango;

#ifndef ADREF_PANGO_LOADER
#define cairo_create adref_pango()->cairo_create
#define cairo_destroy adref_pango()->cairo_destroy
#define cairo_fill adref_pango()->cairo_fill
#define cairo_font_options_create adref_pango()->cairo_font_options_create
#define cairo_font_options_destroy adref_pango()->cairo_font_options_destroy
#define cairo_font_options_set_antialias adref_pango()->cairo_font_options_set_antialias
#define cairo_font_options_set_hint_metrics adref_pango()->cairo_font_options_set_hint_metrics
#define cairo_font_options_set_hint_style adref_pango()->cairo_font_options_set_hint_style
#define cairo_glyph_path adref_pango()->cairo_glyph_path
#define cairo_pdf_surface_add_outline adref_pango()->cairo_pdf_surface_add_outline
#define cairo_pdf_surface_create_for_stream adref_pango()->cairo_pdf_surface_create_for_stream
#define cairo_pdf_surface_restrict_to_version adref_pango()->cairo_pdf_surface_restrict_to_version
#define cairo_pdf_surface_set_metadata adref_pango()->cairo_pdf_surface_set_metadata
#define cairo_rectangle adref_pango()->cairo_rectangle
#define cairo_restore adref_pango()->cairo_restore
#define cairo_rotate adref_pango()->cairo_rotate
#define cairo_save adref_pango()->cairo_save
#define cairo_set_scaled_font adref_pango()->cairo_set_scaled_font
#define cairo_set_source_rgb adref_pango()->cairo_set_source_rgb
#define cairo_show_page adref_pango()->cairo_show_page
#define cairo_show_text_glyphs adref_pango()->cairo_show_text_glyphs
#define cairo_status adref_pango()->cairo_status
#define cairo_status_to_string adref_pango()->cairo_status_to_string
#define cairo_surface_destroy adref_pango()->cairo_surface_destroy
#define cairo_surface_finish adref_pango()->cairo_surface_finish
#define cairo_surface_status adref_pango()->cairo_surface_status
#define cairo_tag_begin adref_pango()->cairo_tag_begin
#define cairo_tag_end adref_pango()->cairo_tag_end
#define cairo_translate adref_pango()->cairo_translate
#define g_converter_convert adref_pango()->g_converter_convert
#undef g_object_ref
#define g_object_ref adref_pango()->g_object_ref
#define g_object_unref adref_pango()->g_object_unref
#define g_zlib_compressor_new adref_pango()->g_zlib_compressor_new
#define g_zlib_decompressor_new adref_pango()->g_zlib_decompressor_new
#define pango_attr_font_features_new adref_pango()->pango_attr_font_features_new
#define pango_attr_list_insert adref_pango()->pango_attr_list_insert
#define pango_attr_list_new adref_pango()->pango_attr_list_new
#define pango_attr_list_unref adref_pango()->pango_attr_list_unref
#define pango_cairo_context_set_font_options adref_pango()->pango_cairo_context_set_font_options
#define pango_cairo_font_get_scaled_font adref_pango()->pango_cairo_font_get_scaled_font
#define pango_cairo_font_map_new adref_pango()->pango_cairo_font_map_new
#define pango_cairo_font_map_set_resolution adref_pango()->pango_cairo_font_map_set_resolution
#define pango_context_set_font_description adref_pango()->pango_context_set_font_description
#define pango_context_set_language adref_pango()->pango_context_set_language
#define pango_context_set_round_glyph_positions adref_pango()->pango_context_set_round_glyph_positions
#define pango_font_describe adref_pango()->pango_font_describe
#define pango_font_description_free adref_pango()->pango_font_description_free
#define pango_font_description_from_string adref_pango()->pango_font_description_from_string
#define pango_font_description_get_family adref_pango()->pango_font_description_get_family
#define pango_font_description_new adref_pango()->pango_font_description_new
#define pango_font_description_set_absolute_size adref_pango()->pango_font_description_set_absolute_size
#define pango_font_description_set_family adref_pango()->pango_font_description_set_family
#define pango_font_description_set_style adref_pango()->pango_font_description_set_style
#define pango_font_description_set_weight adref_pango()->pango_font_description_set_weight
#define pango_font_map_create_context adref_pango()->pango_font_map_create_context
#define pango_font_map_load_font adref_pango()->pango_font_map_load_font
#define pango_glyph_item_iter_init_start adref_pango()->pango_glyph_item_iter_init_start
#define pango_glyph_item_iter_next_cluster adref_pango()->pango_glyph_item_iter_next_cluster
#define pango_glyph_string_extents adref_pango()->pango_glyph_string_extents
#define pango_glyph_string_free adref_pango()->pango_glyph_string_free
#define pango_glyph_string_new adref_pango()->pango_glyph_string_new
#define pango_item_free adref_pango()->pango_item_free
#define pango_itemize_with_base_dir adref_pango()->pango_itemize_with_base_dir
#define pango_language_from_string adref_pango()->pango_language_from_string
#define pango_reorder_items adref_pango()->pango_reorder_items
#define pango_shape_with_flags adref_pango()->pango_shape_with_flags
#endif
/* clang-format on */

/* Loads them on the first call; says what to install when that fails. */
gboolean adref_pango_load(GError **error);

/* Their functions, once they are loaded. */
const AdrefPango *adref_pango(void);

#endif
