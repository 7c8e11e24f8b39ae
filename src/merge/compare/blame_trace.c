#include "merge/compare/blame_trace.h"

static GArray *one_chunk(gsize length)
{
  GArray *chunks = g_array_new(FALSE, FALSE, sizeof(AdrefChunk));
  AdrefChunk whole = {0, length};
  if (length > 0)
    g_array_append_val(chunks, whole);
  return chunks;
}

AdrefBlameTrace *adref_blame_trace_new(GBytes *bytes, gboolean whole)
{
  gsize length;
  AdrefBlameTrace *trace = g_new0(AdrefBlameTrace, 1);
  trace->bytes = g_bytes_ref(bytes);
  trace->text = g_bytes_get_data(bytes, &length);
  trace->chunks = whole ? one_chunk(length) : adref_chunks_split(trace->text, length);
  trace->traced_chunks = g_new0(AdrefTracedChunk, trace->chunks->len + 1);
  return trace;
}

void adref_blame_trace_free(AdrefBlameTrace *trace)
{
  if (!trace)
    return;
  for (guint i = 0; i < trace->chunks->len; i++)
    g_free(trace->traced_chunks[i].targets);
  g_free(trace->traced_chunks);
  g_array_unref(trace->chunks);
  g_bytes_unref(trace->bytes);
  g_free(trace);
}

gboolean adref_blame_trace_is_empty(const AdrefBlameTrace *trace)
{
  for (guint i = 0; i < trace->chunks->len; i++)
    if (trace->traced_chunks[i].targets)
      return FALSE;
  return TRUE;
}

void adref_traced_chunk_clear_if_empty(AdrefTracedChunk *traced_chunk)
{
  for (guint i = 0; i < traced_chunk->length; i++)
    if (traced_chunk->targets[i] != ADREF_BLAME_NO_TARGET)
      return;
  g_clear_pointer(&traced_chunk->targets, g_free);
  traced_chunk->length = 0;
}

void adref_traced_chunk_add(AdrefTracedChunk *traced_chunk, guint *targets, guint length)
{
  if (!traced_chunk->targets) {
    *traced_chunk = (AdrefTracedChunk){targets, length};
    return;
  }
  for (guint i = 0; i < MIN(length, traced_chunk->length); i++)
    if (traced_chunk->targets[i] == ADREF_BLAME_NO_TARGET)
      traced_chunk->targets[i] = targets[i];
  g_free(targets);
}
