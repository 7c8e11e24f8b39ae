/* Pango and Cairo, with the functions of GObject and GIO that they need, loaded when the first page
 * is made.
 *
 * They depend on thirty libraries for fonts and screens, which take longer to load than most
 * commands need in all. So the program is not linked with them: their functions are found by name
 * (base/dynamic_library.h). Measured: "adref version" takes 2.3 ms like this, and 4.6 ms when they
 * are linked. To call another function, add it to the list below; the linker reports a missing
 * one. */
#ifndef ADREF_PRINT_PANGO_H
#define ADREF_PRINT_PANGO_H

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib.h>
#include <pango/pangocairo.h>

#include "base/dynamic_library.h"

/* clang-format off */
#define cairo_create ADREF_PANGO_CALL(cairo_create)
#define cairo_destroy ADREF_PANGO_CALL(cairo_destroy)
#define cairo_fill ADREF_PANGO_CALL(cairo_fill)
#define cairo_font_options_create ADREF_PANGO_CALL(cairo_font_options_create)
#define cairo_font_options_destroy ADREF_PANGO_CALL(cairo_font_options_destroy)
#define cairo_font_options_set_antialias ADREF_PANGO_CALL(cairo_font_options_set_antialias)
#define cairo_font_options_set_hint_metrics ADREF_PANGO_CALL(cairo_font_options_set_hint_metrics)
#define cairo_font_options_set_hint_style ADREF_PANGO_CALL(cairo_font_options_set_hint_style)
#define cairo_glyph_path ADREF_PANGO_CALL(cairo_glyph_path)
#define cairo_matrix_init_identity ADREF_PANGO_CALL(cairo_matrix_init_identity)
#define cairo_matrix_invert ADREF_PANGO_CALL(cairo_matrix_invert)
#define cairo_matrix_multiply ADREF_PANGO_CALL(cairo_matrix_multiply)
#define cairo_matrix_transform_distance ADREF_PANGO_CALL(cairo_matrix_transform_distance)
#define cairo_matrix_transform_point ADREF_PANGO_CALL(cairo_matrix_transform_point)
#define cairo_pdf_surface_add_outline ADREF_PANGO_CALL(cairo_pdf_surface_add_outline)
#define cairo_pdf_surface_create_for_stream ADREF_PANGO_CALL(cairo_pdf_surface_create_for_stream)
#define cairo_pdf_surface_restrict_to_version ADREF_PANGO_CALL(cairo_pdf_surface_restrict_to_version)
#define cairo_pdf_surface_set_metadata ADREF_PANGO_CALL(cairo_pdf_surface_set_metadata)
#define cairo_rectangle ADREF_PANGO_CALL(cairo_rectangle)
#define cairo_restore ADREF_PANGO_CALL(cairo_restore)
#define cairo_rotate ADREF_PANGO_CALL(cairo_rotate)
#define cairo_scale ADREF_PANGO_CALL(cairo_scale)
#define cairo_save ADREF_PANGO_CALL(cairo_save)
#define cairo_scaled_font_create ADREF_PANGO_CALL(cairo_scaled_font_create)
#define cairo_scaled_font_destroy ADREF_PANGO_CALL(cairo_scaled_font_destroy)
#define cairo_scaled_font_get_font_face ADREF_PANGO_CALL(cairo_scaled_font_get_font_face)
#define cairo_scaled_font_get_font_matrix ADREF_PANGO_CALL(cairo_scaled_font_get_font_matrix)
#define cairo_scaled_font_get_scale_matrix ADREF_PANGO_CALL(cairo_scaled_font_get_scale_matrix)
#define cairo_scaled_font_glyph_extents ADREF_PANGO_CALL(cairo_scaled_font_glyph_extents)
#define cairo_set_scaled_font ADREF_PANGO_CALL(cairo_set_scaled_font)
#define cairo_set_source_rgb ADREF_PANGO_CALL(cairo_set_source_rgb)
#define cairo_show_page ADREF_PANGO_CALL(cairo_show_page)
#define cairo_show_text_glyphs ADREF_PANGO_CALL(cairo_show_text_glyphs)
#define cairo_status ADREF_PANGO_CALL(cairo_status)
#define cairo_status_to_string ADREF_PANGO_CALL(cairo_status_to_string)
#define cairo_surface_destroy ADREF_PANGO_CALL(cairo_surface_destroy)
#define cairo_surface_finish ADREF_PANGO_CALL(cairo_surface_finish)
#define cairo_surface_status ADREF_PANGO_CALL(cairo_surface_status)
#define cairo_tag_begin ADREF_PANGO_CALL(cairo_tag_begin)
#define cairo_tag_end ADREF_PANGO_CALL(cairo_tag_end)
#define cairo_translate ADREF_PANGO_CALL(cairo_translate)
#define g_converter_convert ADREF_PANGO_CALL(g_converter_convert)
#undef g_object_ref
#define g_object_ref ADREF_PANGO_CALL(g_object_ref)
#define g_object_unref ADREF_PANGO_CALL(g_object_unref)
#define g_zlib_compressor_new ADREF_PANGO_CALL(g_zlib_compressor_new)
#define g_zlib_decompressor_new ADREF_PANGO_CALL(g_zlib_decompressor_new)
#define hb_blob_destroy ADREF_PANGO_CALL(hb_blob_destroy)
#define hb_blob_get_length ADREF_PANGO_CALL(hb_blob_get_length)
#define hb_face_reference_table ADREF_PANGO_CALL(hb_face_reference_table)
#define hb_font_get_face ADREF_PANGO_CALL(hb_font_get_face)
#define pango_attr_font_features_new ADREF_PANGO_CALL(pango_attr_font_features_new)
#define pango_attr_list_insert ADREF_PANGO_CALL(pango_attr_list_insert)
#define pango_attr_list_new ADREF_PANGO_CALL(pango_attr_list_new)
#define pango_attr_list_unref ADREF_PANGO_CALL(pango_attr_list_unref)
#define pango_cairo_context_set_font_options ADREF_PANGO_CALL(pango_cairo_context_set_font_options)
#define pango_cairo_font_get_scaled_font ADREF_PANGO_CALL(pango_cairo_font_get_scaled_font)
#define pango_cairo_font_map_new ADREF_PANGO_CALL(pango_cairo_font_map_new)
#define pango_cairo_font_map_set_resolution ADREF_PANGO_CALL(pango_cairo_font_map_set_resolution)
#define pango_context_set_font_description ADREF_PANGO_CALL(pango_context_set_font_description)
#define pango_context_set_language ADREF_PANGO_CALL(pango_context_set_language)
#define pango_context_set_round_glyph_positions ADREF_PANGO_CALL(pango_context_set_round_glyph_positions)
#define pango_font_describe ADREF_PANGO_CALL(pango_font_describe)
#define pango_font_description_free ADREF_PANGO_CALL(pango_font_description_free)
#define pango_font_description_from_string ADREF_PANGO_CALL(pango_font_description_from_string)
#define pango_font_description_get_family ADREF_PANGO_CALL(pango_font_description_get_family)
#define pango_font_description_new ADREF_PANGO_CALL(pango_font_description_new)
#define pango_font_description_set_absolute_size ADREF_PANGO_CALL(pango_font_description_set_absolute_size)
#define pango_font_description_set_family ADREF_PANGO_CALL(pango_font_description_set_family)
#define pango_font_description_set_style ADREF_PANGO_CALL(pango_font_description_set_style)
#define pango_font_description_set_weight ADREF_PANGO_CALL(pango_font_description_set_weight)
#define pango_font_get_hb_font ADREF_PANGO_CALL(pango_font_get_hb_font)
#define pango_font_map_create_context ADREF_PANGO_CALL(pango_font_map_create_context)
#define pango_font_map_load_font ADREF_PANGO_CALL(pango_font_map_load_font)
#define pango_glyph_item_iter_init_start ADREF_PANGO_CALL(pango_glyph_item_iter_init_start)
#define pango_glyph_item_iter_next_cluster ADREF_PANGO_CALL(pango_glyph_item_iter_next_cluster)
#define pango_glyph_string_extents ADREF_PANGO_CALL(pango_glyph_string_extents)
#define pango_glyph_string_free ADREF_PANGO_CALL(pango_glyph_string_free)
#define pango_glyph_string_new ADREF_PANGO_CALL(pango_glyph_string_new)
#define pango_item_free ADREF_PANGO_CALL(pango_item_free)
#define pango_itemize_with_base_dir ADREF_PANGO_CALL(pango_itemize_with_base_dir)
#define pango_language_from_string ADREF_PANGO_CALL(pango_language_from_string)
#define pango_reorder_items ADREF_PANGO_CALL(pango_reorder_items)
#define pango_shape_with_flags ADREF_PANGO_CALL(pango_shape_with_flags)
/* clang-format on */

#define ADREF_PANGO_CALL(name) ADREF_DYNAMIC_FUNCTION(name, adref_pango_function)

/* Loads the libraries. Call it before any of their functions. */
gboolean adref_pango_load(GError **error);

AdrefDynamicFunction adref_pango_function(const char *name);

#endif
