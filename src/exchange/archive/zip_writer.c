#include "exchange/archive/zip_writer.h"

#include "exchange/archive/gsf.h"

struct AdrefZipWriter {
  GsfOutput *memory;
  GsfOutfile *archive;
  GDateTime *time; /* of each member */
  GsfZipCompressionMethod method;
  gboolean is_closed;
  char *failed; /* the name of the first member that could not be written; NULL: none */
};

AdrefZipWriter *adref_zip_writer_new(GError **error)
{
  if (!adref_gsf_load(error))
    return NULL;
  AdrefZipWriter *writer = g_new0(AdrefZipWriter, 1);
  writer->memory = gsf_output_memory_new();
  writer->archive = gsf_outfile_zip_new(writer->memory, NULL);
  writer->method = GSF_ZIP_DEFLATED;
  writer->time = g_date_time_new_utc(2000, 1, 1, 0, 0, 0);
  return writer;
}

static gboolean close_archive(AdrefZipWriter *writer)
{
  gboolean closes = !writer->is_closed;
  writer->is_closed = TRUE;
  return !closes || gsf_output_close((GsfOutput *)writer->archive);
}

void adref_zip_writer_free(AdrefZipWriter *writer)
{
  if (!writer)
    return;
  close_archive(writer); /* libgsf forgets the members of an archive that was not closed */
  adref_gsf_unref(writer->archive);
  adref_gsf_unref(writer->memory);
  g_date_time_unref(writer->time);
  g_free(writer->failed);
  g_free(writer);
}

void adref_zip_writer_store(AdrefZipWriter *writer)
{
  writer->method = GSF_ZIP_STORED;
}

/* libgsf has a slash in the name of a member as it is. */
void adref_zip_writer_add(AdrefZipWriter *writer, const char *name, const char *bytes, gsize length)
{
  GsfOutput *member =
      gsf_outfile_new_child_full(writer->archive, name, FALSE, "modtime", writer->time,
                                 "compression-level", (int)writer->method, NULL);
  gboolean is_written =
      member && gsf_output_write(member, length, (const guint8 *)bytes) && gsf_output_close(member);
  if (!is_written && !writer->failed)
    writer->failed = g_strdup(name);
  adref_gsf_unref(member);
}

GString *adref_zip_writer_finish(AdrefZipWriter *writer, GError **error)
{
  if (!close_archive(writer) && !writer->failed)
    writer->failed = g_strdup("the list of members");
  if (writer->failed) {
    adref_error(error, ADREF_ERROR_SYSTEM, "%s of a zip archive cannot be written", writer->failed);
    return NULL;
  }
  GsfOutputMemory *memory = (GsfOutputMemory *)writer->memory;
  return g_string_new_len((const char *)gsf_output_memory_get_bytes(memory),
                          (gssize)gsf_output_size(writer->memory));
}
