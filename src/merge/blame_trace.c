#include "merge/blame_trace.h"

static GArray *one_slice(gsize length)
{
  GArray *slices = g_array_new(FALSE, FALSE, sizeof(AdrefSlice));
  AdrefSlice whole = {0, length};
  if (length > 0)
    g_array_append_val(slices, whole);
  return slices;
}

AdrefTrace *adref_trace_new(GBytes *bytes, gboolean whole)
{
  gsize length;
  AdrefTrace *trace = g_new0(AdrefTrace, 1);
  trace->bytes = g_bytes_ref(bytes);
  trace->text = g_bytes_get_data(bytes, &length);
  trace->slices = whole ? one_slice(length) : adref_slices_cut(trace->text, length);
  trace->strands = g_new0(AdrefStrand, trace->slices->len + 1);
  return trace;
}

void adref_trace_free(AdrefTrace *trace)
{
  if (!trace)
    return;
  for (guint i = 0; i < trace->slices->len; i++)
    g_free(trace->strands[i].targets);
  g_free(trace->strands);
  g_array_unref(trace->slices);
  g_bytes_unref(trace->bytes);
  g_free(trace);
}

const AdrefSlice *adref_trace_slice(const AdrefTrace *trace, guint i)
{
  return &g_array_index(trace->slices, AdrefSlice, i);
}

gboolean adref_trace_is_empty(const AdrefTrace *trace)
{
  for (guint i = 0; i < trace->slices->len; i++)
    if (trace->strands[i].targets)
      return FALSE;
  return TRUE;
}

void adref_strand_settle(AdrefStrand *strand)
{
  for (guint i = 0; i < strand->length; i++)
    if (strand->targets[i] != ADREF_NO_TARGET)
      return;
  g_clear_pointer(&strand->targets, g_free);
  strand->length = 0;
}

void adref_strand_add(AdrefStrand *strand, guint *targets, guint length)
{
  if (!strand->targets) {
    *strand = (AdrefStrand){targets, length};
    return;
  }
  for (guint i = 0; i < MIN(length, strand->length); i++)
    if (strand->targets[i] == ADREF_NO_TARGET)
      strand->targets[i] = targets[i];
  g_free(targets);
}
