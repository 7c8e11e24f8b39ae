#include "exchange/text/critic_marks.h"

#include <string.h>

typedef enum {
  MARK_INSERTION,
  MARK_DELETION,
  MARK_REPLACEMENT,
  MARK_HIGHLIGHT,
  MARK_COMMENT,
  MARK_COUNT
} MarkType;

enum {
  SIGN = 3 /* bytes at both ends of a mark */
};

static const char *const begins[MARK_COUNT] = {"{++", "{--", "{~~", "{==", "{>>"},
                         *const ends[MARK_COUNT] = {"++}", "--}", "~~}", "==}", "<<}"};

typedef struct {
  MarkType type;
  const char *words, *end; /* between the signs */
} Mark;

typedef struct {
  const char *end;              /* of the text */
  gboolean is_open[MARK_COUNT]; /* no mark of this type ends any more */
} Scanner;

static gboolean read_mark(Scanner *self, const char *at, Mark *mark)
{
  for (guint type = 0; type < MARK_COUNT && self->end - at >= 2 * SIGN; type++) {
    if (memcmp(at, begins[type], SIGN) != 0 || self->is_open[type])
      continue;
    const char *words = at + SIGN;
    const char *end = memmem(words, (gsize)(self->end - words), ends[type], SIGN);
    self->is_open[type] = end == NULL;
    *mark = (Mark){(MarkType)type, words, end};
    return end != NULL;
  }
  return FALSE;
}

static void add_comment(AdrefCriticMarks *marks, const Mark *mark)
{
  if (marks->comment_count++ < ADREF_CRITIC_MARKS_COMMENTS)
    g_ptr_array_add(marks->comments, g_strndup(mark->words, (gsize)(mark->end - mark->words)));
}

static void accept(GString *out, AdrefCriticMarks *marks, const Mark *mark)
{
  const char *words = mark->words, *arrow;
  switch (mark->type) {
  case MARK_INSERTION: marks->insertions++; break;
  case MARK_DELETION: marks->deletions++; return;
  case MARK_REPLACEMENT:
    marks->replacements++;
    arrow = memmem(words, (gsize)(mark->end - words), "~>", 2);
    words = arrow ? arrow + 2 : mark->end;
    break;
  case MARK_HIGHLIGHT:
  case MARK_COUNT: break;
  case MARK_COMMENT: add_comment(marks, mark); return;
  }
  g_string_append_len(out, words, mark->end - words);
}

GString *adref_critic_marks_accept(const char *text, gsize length, AdrefCriticMarks *marks)
{
  Scanner scanner = {.end = text + length};
  GString *out = NULL;
  const char *done = text;
  *marks = (AdrefCriticMarks){0};
  for (const char *at = text; (at = memchr(at, '{', (gsize)(scanner.end - at)));) {
    Mark mark;
    if (!read_mark(&scanner, at, &mark)) {
      at++;
      continue;
    }
    if (!out) {
      out = g_string_sized_new(length);
      marks->comments = g_ptr_array_new_with_free_func(g_free);
    }
    g_string_append_len(out, done, at - done);
    accept(out, marks, &mark);
    at = done = mark.end + SIGN;
  }
  if (out)
    g_string_append_len(out, done, scanner.end - done);
  return out;
}

void adref_critic_marks_clear(AdrefCriticMarks *marks)
{
  g_clear_pointer(&marks->comments, g_ptr_array_unref);
}
