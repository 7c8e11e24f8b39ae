#include "view/json/json_merge.h"

#include <string.h>

#include "view/json/json_list.h"
#include "view/json/json_writer.h"

static void put_strings(AdrefJsonWriter *writer, const char *name, const GPtrArray *strings)
{
  adref_json_writer_name(writer, name);
  adref_json_writer_value(writer, adref_json_strings(strings));
}

/* A named string, or null. */
static void put_text(AdrefJsonWriter *writer, const char *name, const char *text)
{
  adref_json_writer_name(writer, name);
  if (text)
    adref_json_writer_string(writer, text, strlen(text));
  else
    adref_json_writer_null(writer);
}

static void put_events(AdrefJsonWriter *writer, const AdrefMergeReport *report)
{
  adref_json_writer_name(writer, "events");
  adref_json_writer_begin_list(writer);
  for (guint i = 0; report && i < report->events->len; i++) {
    const AdrefMergeEvent *event = report->events->pdata[i];
    adref_json_writer_begin_object(writer);
    put_text(writer, "clause", event->clause);
    put_text(writer, "event", adref_merge_event_word(event->type));
    put_strings(writer, "by", event->sides);
    put_text(writer, "detail", event->detail);
    adref_json_writer_end(writer);
  }
  adref_json_writer_end(writer);
}

static void put_files(AdrefJsonWriter *writer, const GArray *files)
{
  adref_json_writer_name(writer, "files");
  adref_json_writer_begin_list(writer);
  for (guint i = 0; i < files->len; i++) {
    const AdrefJsonMergeFile *file = &g_array_index(files, AdrefJsonMergeFile, i);
    adref_json_writer_begin_object(writer);
    put_text(writer, "path", file->path);
    adref_json_writer_name(writer, "joined");
    adref_json_writer_flag(writer, file->joined);
    adref_json_writer_name(writer, "changed");
    adref_json_writer_flag(writer, file->changed);
    put_strings(writer, "by", file->by);
    put_events(writer, file->report);
    put_strings(writer, "notes", file->notes);
    adref_json_writer_end(writer);
  }
  adref_json_writer_end(writer);
}

static void put_reopened(AdrefJsonWriter *writer, const GArray *reopened)
{
  adref_json_writer_name(writer, "reopened");
  adref_json_writer_begin_list(writer);
  for (guint i = 0; i < reopened->len; i++) {
    const AdrefJsonReopened *clause = &g_array_index(reopened, AdrefJsonReopened, i);
    adref_json_writer_begin_object(writer);
    put_text(writer, "statement", clause->statement);
    put_text(writer, "clause", clause->clause);
    put_strings(writer, "parties", clause->parties);
    adref_json_writer_end(writer);
  }
  adref_json_writer_end(writer);
}

static void put_sides(AdrefJsonWriter *writer, const AdrefJsonMerge *merge)
{
  adref_json_writer_name(writer, "sides");
  adref_json_writer_begin_list(writer);
  for (guint i = 0; merge->names[i]; i++) {
    adref_json_writer_begin_object(writer);
    put_text(writer, "name", merge->names[i]);
    put_text(writer, "party", *merge->parties[i] ? merge->parties[i] : NULL);
    adref_json_writer_end(writer);
  }
  adref_json_writer_end(writer);
}

GString *adref_json_merge_write(const AdrefJsonMerge *merge)
{
  AdrefJsonWriter writer;
  adref_json_writer_init(&writer);
  adref_json_writer_begin_object(&writer);
  put_text(&writer, "outcome", merge->outcome);
  put_text(&writer, "before", merge->before);
  put_text(&writer, "version", merge->version);
  put_sides(&writer, merge);
  put_files(&writer, merge->files);
  put_reopened(&writer, merge->reopened);
  adref_json_writer_end(&writer);
  return adref_json_writer_finish(&writer);
}
