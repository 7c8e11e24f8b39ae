#include "view/position_pieces.h"

#include <string.h>

enum {
  MAX_PIECES = 200 /* of each text; longer ones are replaced as a whole */
};

const char *adref_position_verb_in(AdrefPositionVerb verb, const AdrefPageWords *words)
{
  static const AdrefPageWord verbs[] = {[ADREF_POSITION_RETAIN] = ADREF_PAGE_WORD_RETAIN,
                                        [ADREF_POSITION_DELETE] = ADREF_PAGE_WORD_DELETE,
                                        [ADREF_POSITION_RESERVE] = ADREF_PAGE_WORD_RESERVE,
                                        [ADREF_POSITION_OPPOSE] = ADREF_PAGE_WORD_OPPOSE};
  return words && verb != ADREF_POSITION_SUPPORT ? adref_page_words_get(words, verbs[verb])
                                                 : adref_position_verb_word(verb);
}

/* " - ", "JPN", ", ", "THA", " delete", "; ". */
static GPtrArray *pieces_of(const GPtrArray *groups, const AdrefPageWords *words)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    const char *verb = adref_position_verb_in(position->verb, words);
    g_ptr_array_add(pieces, g_strdup(i == 0 ? " - " : "; "));
    for (char **code = position->parties; *code; code++) {
      if (code > position->parties)
        g_ptr_array_add(pieces, g_strdup(", "));
      g_ptr_array_add(pieces, g_strdup(*code));
    }
    if (*verb)
      g_ptr_array_add(pieces, g_strconcat(" ", verb, NULL));
  }
  return pieces;
}

static gboolean is_same(const GPtrArray *old, guint i, const GPtrArray *new, guint j)
{
  return strcmp(old->pdata[i], new->pdata[j]) == 0;
}

/* By old and new piece: how many pieces from there on are in both. Caller frees. */
static guint *common_lengths(const GPtrArray *old, const GPtrArray *new)
{
  guint width = new->len + 1;
  guint *lengths = g_new0(guint, (old->len + 1) * width);
  for (guint i = old->len; i-- > 0;)
    for (guint j = new->len; j-- > 0;) {
      guint skipped = MAX(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
      guint kept = lengths[(i + 1) * width + j + 1] + 1;
      lengths[i * width + j] = is_same(old, i, new, j) ? MAX(kept, skipped) : skipped;
    }
  return lengths;
}

typedef struct {
  GString *gone, *came;
  AdrefPositionPiece put;
  gpointer data;
} PieceWriter;

static void put_changed(PieceWriter *self)
{
  if (self->gone->len > 0)
    self->put(self->data, self->gone->str, ADREF_DELETED);
  if (self->came->len > 0)
    self->put(self->data, self->came->str, ADREF_INSERTED);
  g_string_truncate(self->gone, 0);
  g_string_truncate(self->came, 0);
}

static void put_all(PieceWriter *self, const GPtrArray *old, const GPtrArray *new,
                    const guint *lengths)
{
  guint i = 0, j = 0, width = new->len + 1;
  while (i < old->len || j < new->len) {
    gboolean both = i < old->len && j < new->len;
    if (lengths && both && is_same(old, i, new, j) &&
        lengths[i * width + j] == lengths[(i + 1) * width + j + 1] + 1) {
      put_changed(self);
      self->put(self->data, old->pdata[i++], ADREF_KEPT);
      j++;
    } else if (i < old->len &&
               (!lengths || !both || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) {
      g_string_append(self->gone, old->pdata[i++]);
    } else {
      g_string_append(self->came, new->pdata[j++]);
    }
  }
  put_changed(self);
}

void adref_position_pieces(const GPtrArray *old, const GPtrArray *new, const AdrefPageWords *words,
                           AdrefPositionPiece put, gpointer data)
{
  g_autoptr(GPtrArray) before = pieces_of(old, words), after = pieces_of(new, words);
  PieceWriter writer = {g_string_new(NULL), g_string_new(NULL), put, data};
  gboolean is_long = before->len > MAX_PIECES || after->len > MAX_PIECES;
  g_autofree guint *lengths = is_long ? NULL : common_lengths(before, after);
  put_all(&writer, before, after, lengths);
  g_string_free(writer.gone, TRUE);
  g_string_free(writer.came, TRUE);
}
