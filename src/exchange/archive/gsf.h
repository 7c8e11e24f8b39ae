/* libgsf (zip packages), loaded when the first package is made or read.
 *
 * libgsf was taken, not libzip: it reads and writes from memory to memory in the manner of GLib,
 * sets the time of each member, and brings libxml2 along, which the readers need anyway. It is
 * found by name (base/dynamic_library.h), since it brings GIO and ICU with it. To call another
 * function, add it to the list below; the linker reports a missing one. */
#ifndef ADREF_EXCHANGE_ARCHIVE_GSF_H
#define ADREF_EXCHANGE_ARCHIVE_GSF_H

#include <glib.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-input.h>
#include <gsf/gsf-outfile-zip.h>
#include <gsf/gsf-outfile.h>
#include <gsf/gsf-output-memory.h>
#include <gsf/gsf-output.h>

#include "base/dynamic_library.h"

/* clang-format off */
#define gsf_infile_child_by_index ADREF_GSF_CALL(gsf_infile_child_by_index)
#define gsf_infile_name_by_index ADREF_GSF_CALL(gsf_infile_name_by_index)
#define gsf_infile_num_children ADREF_GSF_CALL(gsf_infile_num_children)
#define gsf_infile_zip_new ADREF_GSF_CALL(gsf_infile_zip_new)
#define gsf_input_memory_new ADREF_GSF_CALL(gsf_input_memory_new)
#define gsf_input_read ADREF_GSF_CALL(gsf_input_read)
#define gsf_input_seek ADREF_GSF_CALL(gsf_input_seek)
#define gsf_input_size ADREF_GSF_CALL(gsf_input_size)
#define gsf_outfile_new_child_full ADREF_GSF_CALL(gsf_outfile_new_child_full)
#define gsf_outfile_zip_new ADREF_GSF_CALL(gsf_outfile_zip_new)
#define gsf_output_close ADREF_GSF_CALL(gsf_output_close)
#define gsf_output_error ADREF_GSF_CALL(gsf_output_error)
#define gsf_output_memory_get_bytes ADREF_GSF_CALL(gsf_output_memory_get_bytes)
#define gsf_output_memory_new ADREF_GSF_CALL(gsf_output_memory_new)
#define gsf_output_size ADREF_GSF_CALL(gsf_output_size)
#define gsf_output_write ADREF_GSF_CALL(gsf_output_write)
/* clang-format on */

#define ADREF_GSF_CALL(name) ADREF_DYNAMIC_FUNCTION(name, adref_gsf_function)

/* Loads the library. Call it before any of its functions. */
gboolean adref_gsf_load(GError **error);

AdrefDynamicFunction adref_gsf_function(const char *name);

/* Gives an object of the library back; NULL: does nothing. */
void adref_gsf_unref(gpointer object);

#endif
