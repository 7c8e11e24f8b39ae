#include "view/criticmarkup/criticmarkup.h"

#include <string.h>

#include "clause/change.h"
#include "clause/markdown/canonical.h"
#include "view/criticmarkup/criticmarkup_align.h"

/* --- which parts of the two texts belong together --- */

typedef struct {
  GString *text;
  GArray *starts; /* of gsize: start of each clause */
  guint next;     /* index of the next clause */
} CriticmarkupText;

static CriticmarkupText text_of(const AdrefNode *document)
{
  CriticmarkupText text = {.starts = g_array_new(FALSE, FALSE, sizeof(gsize))};
  text.text = adref_canonical_with_offsets(document, text.starts);
  return text;
}

static void text_clear(CriticmarkupText *text)
{
  g_string_free(text->text, TRUE);
  g_array_unref(text->starts);
}

static gsize start_of(const CriticmarkupText *text, guint clause)
{
  return clause < text->starts->len ? g_array_index(text->starts, gsize, clause) : text->text->len;
}

static gboolean is_type(const AdrefNode *clause, AdrefChangeType type)
{
  const AdrefChange *change = clause->as.clause->change;
  return change && change->type == type;
}

static gboolean is_in_old(const AdrefNode *clause, const CriticmarkupText *old)
{
  if (clause->mark == ADREF_INSERTED || is_type(clause, ADREF_CHANGE_MOVED))
    return FALSE;
  return clause->mark != ADREF_WRAPPED || old->next == 0;
}

static gboolean is_in_new(const AdrefNode *clause, const CriticmarkupText *new)
{
  if (clause->mark == ADREF_DELETED)
    return FALSE;
  return clause->mark != ADREF_UNWRAPPED || new->next == 0;
}

/* The words of a clause of which only old places of blocks are left are in the clauses behind it.
 */
static gboolean is_left(const AdrefNode *clause)
{
  return is_type(clause, ADREF_CHANGE_MOVED_FROM) && !clause->as.clause->change->other;
}

static gboolean continues(const AdrefNode *clause)
{
  return clause && ((clause->prev && is_left(clause->prev)) || clause->mark == ADREF_WRAPPED ||
                    clause->mark == ADREF_UNWRAPPED);
}

static const AdrefNode *clause_of(const AdrefNode *node)
{
  while (node->type != ADREF_CLAUSE)
    node = node->parent;
  return node;
}

/* A block whose words are in two clauses. */
typedef struct {
  const AdrefNode *from, *to; /* clauses */
} ClauseSpan;

static void add_spans(GArray *spans, const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefBlockMove *move = walk.entering ? adref_change_move_of(walk.node) : NULL;
    if (!move || move->far || move->from != walk.node)
      continue;
    for (guint i = 0; i < move->to->len; i++) {
      ClauseSpan span = {clause, clause_of(move->to->pdata[i])};
      if (span.to != clause)
        g_array_append_val(spans, span);
    }
  }
}

static guint number_of(GHashTable *numbers, const AdrefNode *clause)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(numbers, clause));
}

/* By clause, counted from 0: the last clause in which words of it stand in one of the texts, when
 * blocks became others; NULL: none did. Caller frees. */
static guint *find_reaches(const AdrefNode *redline)
{
  g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(ClauseSpan));
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (clause->mark != ADREF_KEPT || clause->as.clause->change)
      add_spans(spans, clause);
  if (spans->len == 0)
    return NULL;
  g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL);
  guint count = 0;
  for (AdrefNode *clause = redline->first; clause; clause = clause->next)
    g_hash_table_insert(numbers, clause, GUINT_TO_POINTER(count++));
  guint *reaches = g_new(guint, count);
  for (guint i = 0; i < count; i++)
    reaches[i] = i;
  for (guint i = 0; i < spans->len; i++) {
    const ClauseSpan *span = &g_array_index(spans, ClauseSpan, i);
    guint from = number_of(numbers, span->from), to = number_of(numbers, span->to);
    reaches[MIN(from, to)] = MAX(reaches[MIN(from, to)], MAX(from, to));
  }
  return reaches;
}

/* Which clauses are compared together. */
typedef struct {
  guint *last; /* by clause; NULL: each alone */
  guint next;  /* the number of the next clause */
} ClauseReaches;

/* The clauses that were one clause before, or are one now, or exchanged blocks. */
static const AdrefNode *take_piece(const AdrefNode *first, CriticmarkupText *old,
                                   CriticmarkupText *new, ClauseReaches *reaches,
                                   AdrefCriticmarkupPiece *piece)
{
  const AdrefNode *clause = first;
  guint last = reaches->next;
  piece->old_from = start_of(old, old->next);
  piece->new_from = start_of(new, new->next);
  do {
    old->next += is_in_old(clause, old) ? 1 : 0;
    new->next += is_in_new(clause, new) ? 1 : 0;
    if (reaches->last)
      last = MAX(last, reaches->last[reaches->next]);
    reaches->next++;
    clause = clause->next;
  } while (continues(clause) || (clause && reaches->next <= last));
  piece->old_to = start_of(old, old->next);
  piece->new_to = start_of(new, new->next);
  return clause;
}

static gboolean is_same(const AdrefCriticmarkupPiece *piece)
{
  gsize length = piece->old_to - piece->old_from;
  return length == piece->new_to - piece->new_from &&
         memcmp(piece->old + piece->old_from, piece->new + piece->new_from, length) == 0;
}

static GArray *hunks_of(const AdrefNode *redline, CriticmarkupText *old, CriticmarkupText *new)
{
  GArray *hunks = g_array_new(FALSE, FALSE, sizeof(AdrefCriticmarkupHunk));
  AdrefCriticmarkupPiece piece = {old->text->str, new->text->str, 0, 0, 0, 0};
  ClauseReaches reaches = {find_reaches(redline), 0};
  for (const AdrefNode *clause = redline->first, *next; clause; clause = next) {
    next = take_piece(clause, old, new, &reaches, &piece);
    if (!is_same(&piece))
      adref_criticmarkup_align(hunks, &piece, clause, next);
  }
  g_free(reaches.last);
  piece.old_from = piece.old_to;
  piece.new_from = piece.new_to;
  piece.old_to = old->text->len;
  piece.new_to = new->text->len;
  if (!is_same(&piece))
    adref_criticmarkup_align(hunks, &piece, NULL, NULL);
  return hunks;
}

/* Joins adjacent hunks. */
static void join_hunks(GArray *hunks)
{
  guint kept = 0;
  for (guint i = 0; i < hunks->len; i++) {
    const AdrefCriticmarkupHunk *hunk = &g_array_index(hunks, AdrefCriticmarkupHunk, i);
    AdrefCriticmarkupHunk *last =
        kept > 0 ? &g_array_index(hunks, AdrefCriticmarkupHunk, kept - 1) : NULL;
    if (last && last->old_end == hunk->old && last->new_end == hunk->new) {
      last->old_end = hunk->old_end;
      last->new_end = hunk->new_end;
    } else {
      g_array_index(hunks, AdrefCriticmarkupHunk, kept++) = *hunk;
    }
  }
  g_array_set_size(hunks, kept);
}

/* --- whole lines --- */

static gboolean is_line(const char *text, gsize from, gsize to)
{
  return to > from && text[to - 1] == '\n' && (from == 0 || text[from - 1] == '\n');
}

/* How many bytes a deletion or insertion can be moved up so that it consists of whole lines. */
static gsize slide_up(const char *text, gsize from, gsize to, gsize room)
{
  for (gsize n = 0; n <= room; n++) {
    if (is_line(text, from - n, to - n))
      return n;
    if (n == room || text[from - n - 1] != text[to - n - 1])
      break;
  }
  return 0;
}

static gsize slide_down(const char *text, gsize from, gsize to, gsize room)
{
  for (gsize n = 0; n <= room; n++) {
    if (is_line(text, from + n, to + n))
      return n;
    if (n == room || text[from + n] != text[to + n])
      break;
  }
  return 0;
}

static void slide(AdrefCriticmarkupHunk *hunk, const AdrefCriticmarkupHunk *before,
                  const AdrefCriticmarkupHunk *after, const CriticmarkupText *old,
                  const CriticmarkupText *new)
{
  gboolean went = hunk->new == hunk->new_end;
  if (!went && hunk->old < hunk->old_end)
    return;
  const char *text = went ? old->text->str : new->text->str;
  gsize from = went ? hunk->old : hunk->new, to = went ? hunk->old_end : hunk->new_end;
  gsize above = hunk->old - (before ? before->old_end : 0);
  gsize below = (after ? after->old : old->text->len) - hunk->old_end;
  gsize up = slide_up(text, from, to, above), down = up ? 0 : slide_down(text, from, to, below);
  hunk->old += down - up;
  hunk->old_end += down - up;
  hunk->new += down - up;
  hunk->new_end += down - up;
}

static void slide_all(GArray *hunks, const CriticmarkupText *old, const CriticmarkupText *new)
{
  for (guint i = 0; i < hunks->len; i++) {
    AdrefCriticmarkupHunk *hunk = &g_array_index(hunks, AdrefCriticmarkupHunk, i);
    slide(hunk, i > 0 ? hunk - 1 : NULL, i + 1 < hunks->len ? hunk + 1 : NULL, old, new);
  }
}

/* --- output --- */

/* Whether the bytes are two characters that begin a CriticMarkup mark. */
static gboolean is_opener(const char *at, const char *end)
{
  static const char *const pairs[] = {"++", "--", "~~", "==", ">>"};
  if (end - at < 2)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
    if (memcmp(at, pairs[i], 2) == 0)
      return TRUE;
  return FALSE;
}

static void put_kept(GString *out, const char *text, gsize length)
{
  const char *from = text, *end = text + length;
  for (const char *at = text; (at = memchr(at, '{', (gsize)(end - at))); at++) {
    if (!is_opener(at + 1, end))
      continue;
    g_string_append_len(out, from, at + 1 - from);
    g_string_append(out, at[1] == '+' ? "{++++}" : "{----}");
    from = at + 1;
  }
  g_string_append_len(out, from, end - from);
}

/* Whether a mark must be divided before `at`. */
static gboolean divides(const char *text, const char *at, const char *end)
{
  if (at == text)
    return FALSE;
  if (at[-1] == '{')
    return is_opener(at, end);
  return *at == '}' && at - text >= 2 && at[-1] == at[-2] && strchr("+-~=<", at[-1]);
}

static void put_marked(GString *out, const char *text, gsize length, const char *sign)
{
  const char *end = text + length;
  if (length == 0)
    return;
  g_string_append_printf(out, "{%s", sign);
  for (const char *at = text; at < end; at++) {
    if (divides(text, at, end))
      g_string_append_printf(out, "%s}{%s", sign, sign);
    g_string_append_c(out, *at);
  }
  g_string_append_printf(out, "%s}", sign);
}

static GString *put_all(const GArray *hunks, const CriticmarkupText *old,
                        const CriticmarkupText *new)
{
  GString *out = g_string_new(NULL);
  gsize at = 0;
  for (guint i = 0; i < hunks->len; i++) {
    const AdrefCriticmarkupHunk *hunk = &g_array_index(hunks, AdrefCriticmarkupHunk, i);
    put_kept(out, old->text->str + at, hunk->old - at);
    put_marked(out, old->text->str + hunk->old, hunk->old_end - hunk->old, "--");
    put_marked(out, new->text->str + hunk->new, hunk->new_end - hunk->new, "++");
    at = hunk->old_end;
  }
  put_kept(out, old->text->str + at, old->text->len - at);
  return out;
}

GString *adref_criticmarkup_write(const AdrefNode *redline)
{
  g_autoptr(AdrefNode) before = adref_reject_changes(redline),
                       after = adref_accept_changes(redline);
  CriticmarkupText old = text_of(before), new = text_of(after);
  g_autoptr(GArray) hunks = hunks_of(redline, &old, &new);
  join_hunks(hunks);
  slide_all(hunks, &old, &new);
  GString *out = put_all(hunks, &old, &new);
  text_clear(&old);
  text_clear(&new);
  return out;
}

/* How many bytes at the start are the same whole lines. */
static gsize same_lines(const char *old, const char *new)
{
  gsize same = 0;
  for (gsize i = 0; old[i] && old[i] == new[i]; i++)
    same = old[i] == '\n' ? i + 1 : same;
  return same;
}

static gboolean begins_line(const char *text, gsize at)
{
  return at == 0 || text[at - 1] == '\n';
}

/* The same at the end; neither side has more than `most` bytes left. */
static gsize same_lines_behind(const char *old, const char *new, gsize most)
{
  gsize same = 0, old_at = strlen(old), new_at = strlen(new);
  for (gsize i = 1; i <= most && old[old_at - 1] == new[new_at - 1]; i++) {
    old_at--;
    new_at--;
    same = begins_line(old, old_at) && begins_line(new, new_at) ? i : same;
  }
  return same;
}

void adref_criticmarkup_put_front_matter(GString *out, const char *old, const char *new)
{
  g_autofree char *was = old ? g_strconcat(old, "\n", NULL) : g_strdup("");
  g_autofree char *is = new ? g_strconcat(new, "\n", NULL) : g_strdup("");
  gsize old_length = strlen(was), new_length = strlen(is), before = same_lines(was, is);
  gsize behind = same_lines_behind(was, is, MIN(old_length, new_length) - before);
  put_kept(out, was, before);
  put_marked(out, was + before, old_length - before - behind, "--");
  put_marked(out, is + before, new_length - before - behind, "++");
  put_kept(out, was + old_length - behind, behind);
}
