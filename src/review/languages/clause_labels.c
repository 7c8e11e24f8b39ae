#include "review/languages/clause_labels.h"

#include <string.h>

enum {
  MAX_LABELS = 1000, /* of a clause that are looked at */
  LONGEST = 24,      /* bytes between the signs of a label */
  READINGS = 4       /* of a label */
};

/* What may be a label. */
typedef struct {
  gsize start, end; /* bytes, with its signs */
  gboolean opens;   /* at the start of a line */
  AdrefLabelValue readings[READINGS];
  guint count;
} Candidate;

void adref_clause_labels_init(AdrefClauseLabels *labels)
{
  labels->values = g_ptr_array_new_with_free_func(g_free);
  labels->has_figures = FALSE;
}

void adref_clause_labels_clear(AdrefClauseLabels *labels)
{
  g_clear_pointer(&labels->values, g_ptr_array_unref);
}

static gboolean is_open(gunichar c)
{
  return c == '(' || c == 0xFF08;
}

static gboolean is_close(gunichar c)
{
  return c == ')' || c == 0xFF09;
}

/* Whether a label may stand behind a character: a space or the start, or a wide sign. */
static gboolean may_stand_behind(gunichar c)
{
  return c == 0 || g_unichar_isspace(c) || (c >= 0x3000 && c <= 0x303F) || c == 0xFF1A ||
         c == 0xFF1B || c == 0xFF0C;
}

/* Whether a number stands before a space before the label: "paragraph 3 (a)" is a reference. */
static gboolean is_behind_number(const GString *words, gsize at)
{
  const char *before = at > 0 ? g_utf8_prev_char(words->str + at) : NULL;
  before = before && before > words->str && *before == ' ' ? g_utf8_prev_char(before) : NULL;
  return before && g_unichar_isdigit(g_utf8_get_char(before));
}

/* Reads the label that ends at a closing parenthesis: back to the opening one, or, of "a)", to a
 * space. FALSE: none does. */
static gboolean read_back(const GString *words, gsize close, Candidate *candidate)
{
  const char *start = words->str + close;
  while (start > words->str && words->str + close - start < LONGEST) {
    const char *before = g_utf8_prev_char(start);
    if (is_open(g_utf8_get_char(before)) || may_stand_behind(g_utf8_get_char(before)))
      break;
    start = before;
  }
  gboolean opened = start > words->str && is_open(g_utf8_get_char(g_utf8_prev_char(start)));
  const char *first = opened ? g_utf8_prev_char(start) : start;
  gunichar before = first > words->str ? g_utf8_get_char(g_utf8_prev_char(first)) : 0;
  candidate->start = (gsize)(first - words->str);
  candidate->end = (gsize)(g_utf8_next_char(words->str + close) - words->str);
  candidate->opens = before == 0 || before == '\n';
  candidate->count = may_stand_behind(before) && !is_behind_number(words, candidate->start)
                         ? adref_label_orders_read(start, (gsize)(words->str + close - start),
                                                   candidate->readings, READINGS)
                         : 0;
  return candidate->count > 0;
}

/* ①, which needs no parentheses. */
static gboolean read_circled(const GString *words, const char *at, Candidate *candidate)
{
  gunichar c = g_utf8_get_char(at);
  if (c < 0x2460 || c > 0x2473)
    return FALSE;
  gsize length = (gsize)(g_utf8_next_char(at) - at);
  candidate->start = (gsize)(at - words->str);
  candidate->end = candidate->start + length;
  candidate->opens = at == words->str || at[-1] == '\n';
  candidate->count = adref_label_orders_read(at, length, candidate->readings, READINGS);
  return TRUE;
}

static GArray *find_candidates(const GString *words)
{
  GArray *candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
  for (const char *at = words->str; *at && candidates->len < MAX_LABELS;
       at = g_utf8_next_char(at)) {
    Candidate candidate;
    gboolean is_end =
        is_close(g_utf8_get_char(at)) && !g_ascii_isalnum(*g_utf8_next_char(at)) && at > words->str;
    if ((is_end && read_back(words, (gsize)(at - words->str), &candidate)) ||
        read_circled(words, at, &candidate))
      g_array_append_val(candidates, candidate);
  }
  return candidates;
}

/* For each order the last candidate that counts 2 in it, behind which no series can begin. */
static void find_seconds(const GArray *candidates, gint seconds[ADREF_LABEL_ORDERS_MAX])
{
  for (guint i = 0; i < ADREF_LABEL_ORDERS_MAX; i++)
    seconds[i] = -1;
  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index(candidates, Candidate, i);
    for (guint k = 0; k < candidate->count; k++)
      if (candidate->readings[k].value == 2)
        seconds[candidate->readings[k].order] = (gint)i;
  }
}

/* What a label counts: on from those before, else 1 where it begins a series; 0: it is none. */
static guint value_of(const Candidate *candidate, const guint *last, gint place,
                      const gint *seconds)
{
  guint value = 0;
  for (guint k = 0; k < candidate->count; k++) {
    const AdrefLabelValue *reading = &candidate->readings[k];
    if (reading->value > 1 && last[reading->order] + 1 == reading->value)
      return reading->value;
    if (reading->value == 1 && (seconds[reading->order] > place || candidate->opens))
      value = 1;
  }
  return value;
}

/* Notes the value in each order that may have counted it: أ and ب begin two orders of Arabic. */
static void count(AdrefClauseLabels *labels, const Candidate *candidate, guint value, guint *last)
{
  for (guint k = 0; k < candidate->count; k++) {
    const AdrefLabelValue *reading = &candidate->readings[k];
    if (reading->value != value || (value > 1 && last[reading->order] + 1 != value))
      continue;
    last[reading->order] = value;
    labels->has_figures |= adref_label_order_is_figures(reading->order);
  }
  g_ptr_array_add(labels->values, g_strdup_printf("%u", value));
}

void adref_clause_labels_take(AdrefClauseLabels *labels, AdrefClauseLabelCounter *counter,
                              GString *words)
{
  g_autoptr(GArray) candidates = find_candidates(words);
  gint seconds[ADREF_LABEL_ORDERS_MAX];
  guint within[ADREF_LABEL_ORDERS_MAX] = {0};
  find_seconds(candidates, seconds);
  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index(candidates, Candidate, i);
    guint *last = candidate->opens ? counter->last : within;
    guint value = value_of(candidate, last, (gint)i, seconds);
    if (value == 0)
      continue;
    count(labels, candidate, value, last);
    memset(words->str + candidate->start, ' ', candidate->end - candidate->start);
  }
}
