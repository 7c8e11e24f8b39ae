#include "exchange/docx/docx_inlines.h"

#include <string.h>

#include "base/name.h"
#include "exchange/docx/docx_document.h"

enum {
  MOST_WRAPPERS = 8 /* a link, and one for each kind of letters */
};

/* What is around words: letters of a kind, or a link. */
typedef struct {
  guint letter; /* AdrefDocxLetters; 0: a link */
  const char *link;
} Wrapper;

typedef struct {
  const AdrefDocxInlines *options;
  AdrefNode *block;
  AdrefNode *at; /* to which inlines are added */
  Wrapper open[MOST_WRAPPERS];
  guint depth;
  gboolean is_space; /* a space stands before the next word */
  GString *text;     /* words that are no node yet: many pieces become one */
} Writer;

static const guint order[] = {ADREF_DOCX_BOLD,   ADREF_DOCX_ITALIC,      ADREF_DOCX_UNDERLINE,
                              ADREF_DOCX_STRIKE, ADREF_DOCX_SUPERSCRIPT, ADREF_DOCX_SUBSCRIPT};

static AdrefNode *new_wrapper(const Wrapper *wrapper)
{
  AdrefNode *node = NULL;
  switch (wrapper->letter) {
  case ADREF_DOCX_BOLD: return adref_node_new(ADREF_STRONG);
  case ADREF_DOCX_ITALIC: return adref_node_new(ADREF_EMPH);
  case 0:
    node = adref_node_new(ADREF_LINK);
    node->as.link.url = g_strdup(wrapper->link);
    node->as.link.title = g_strdup("");
    return node;
  default: break;
  }
  node = adref_node_new(ADREF_FORMAT);
  node->as.format = wrapper->letter == ADREF_DOCX_UNDERLINE   ? ADREF_FORMAT_UNDERLINE
                    : wrapper->letter == ADREF_DOCX_STRIKE    ? ADREF_FORMAT_STRIKE
                    : wrapper->letter == ADREF_DOCX_SUBSCRIPT ? ADREF_FORMAT_SUBSCRIPT
                                                              : ADREF_FORMAT_SUPERSCRIPT;
  return node;
}

/* The id of a clause whose bookmark it is; NULL: none, or the bookmark shortens it. The caller
 * frees it. */
static char *id_of_bookmark(const char *bookmark)
{
  enum {
    SHORTENED = 40 /* characters, as many as a bookmark may have */
  };
  if (!g_str_has_prefix(bookmark, ADREF_DOCX_BOOKMARKS) || strlen(bookmark) >= SHORTENED)
    return NULL;
  g_autofree char *id = g_strdelimit(g_strdup(bookmark + strlen(ADREF_DOCX_BOOKMARKS)), "_", '-');
  return adref_name_is(ADREF_NAME_CLAUSE, id) ? g_steal_pointer(&id) : NULL;
}

/* The address as Markdown has it: a clause by its id. NULL: only the words stay. */
static char *address_of(const Writer *self, const char *link)
{
  if (!link)
    return NULL;
  if (*link != '#')
    return g_strdup(link);
  const AdrefDocxSent *sent =
      self->options->sent ? g_hash_table_lookup(self->options->sent, link + 1) : NULL;
  g_autofree char *own = self->options->keeps_references ? id_of_bookmark(link + 1) : NULL;
  const char *id = sent ? sent->clause->as.clause->id : own;
  return id ? g_strconcat("#", id, NULL) : NULL;
}

static void flush_text(Writer *self)
{
  GString *text = self->text;
  AdrefNode *last = self->at->last;
  if (text->len == 0)
    return;
  if (last && last->type == ADREF_TEXT) {
    g_string_prepend_len(text, last->text, (gssize)last->length);
    adref_node_take_text(last, g_strdup(text->str), text->len);
  } else {
    adref_node_append(self->at, adref_node_new_text(ADREF_TEXT, text->str, (gssize)text->len));
  }
  g_string_truncate(text, 0);
}

/* Closes and opens what is around the words, so that they are in exactly these letters. */
static void set_wrappers(Writer *self, guint letters, const char *link)
{
  Wrapper wanted[MOST_WRAPPERS];
  guint count = 0, same = 0;
  if (link)
    wanted[count++] = (Wrapper){0, link};
  for (gsize i = 0; i < G_N_ELEMENTS(order); i++)
    if (letters & order[i])
      wanted[count++] = (Wrapper){order[i], NULL};
  while (same < count && same < self->depth && self->open[same].letter == wanted[same].letter &&
         g_strcmp0(self->open[same].link, wanted[same].link) == 0)
    same++;
  if (self->depth > same || count > same)
    flush_text(self);
  for (; self->depth > same; self->depth--)
    self->at = self->at->parent;
  for (; self->depth < count; self->depth++) {
    AdrefNode *node = new_wrapper(&wanted[self->depth]);
    adref_node_append(self->at, node);
    self->at = node;
    self->open[self->depth] = wanted[self->depth];
    if (wanted[self->depth].link)
      self->open[self->depth].link = node->as.link.url;
  }
}

static void put_text(Writer *self, const char *text, gsize length)
{
  g_string_append_len(self->text, text, (gssize)length);
}

/* Behind the words so far. */
static void put_node(Writer *self, AdrefNode *parent, AdrefNode *node)
{
  flush_text(self);
  adref_node_append(parent, node);
}

/* The space before a word stands outside of what only one of its neighbours is in. */
static void flush_space(Writer *self, guint letters, const char *link)
{
  if (!self->is_space)
    return;
  self->is_space = FALSE;
  gboolean is_first =
      self->text->len == 0 && (!self->block->first || self->block->last->type == ADREF_LINE_BREAK);
  if (is_first)
    return;
  guint shared = 0;
  const char *around = NULL;
  for (guint i = 0; i < self->depth; i++) {
    shared |= self->open[i].letter & letters;
    if (self->open[i].link && g_strcmp0(self->open[i].link, link) == 0)
      around = link;
  }
  set_wrappers(self, shared, around);
  put_text(self, " ", 1);
}

static void put_bracket(Writer *self, gboolean opens)
{
  AdrefNode *edge = adref_node_new(ADREF_BRACKET_EDGE);
  edge->as.edge.opens = opens;
  put_node(self, self->at, edge);
}

static gboolean is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

static void put_break(Writer *self)
{
  self->is_space = FALSE;
  set_wrappers(self, 0, NULL);
  put_node(self, self->block, adref_node_new(ADREF_LINE_BREAK));
}

/* Whether each square bracket of a run has its partner there. */
static gboolean has_pairs(const char *text)
{
  guint depth = 0;
  for (; (text = strpbrk(text, "[]")); text++) {
    if (*text == ']' && depth == 0)
      return FALSE;
    depth = *text == '[' ? depth + 1 : depth - 1;
  }
  return depth == 0;
}

/* Whether a run has only signs of the notation: "[", " / ", "]". */
static gboolean has_signs_only(const char *text)
{
  return text[strspn(text, " /;-[]")] == '\0';
}

static gboolean is_agreed_mark(const char *text)
{
  g_autofree char *mark = g_strstrip(g_strdup(text));
  return g_ascii_strcasecmp(mark, "[Agreed ad ref]") == 0;
}

/* A sign of the notation means the same in bold letters, and so does the mark of agreement; a
 * bracket of which only one end is bold is a bracket. */
static void put_words(Writer *self, const char *text, guint letters, const char *link)
{
  if (has_signs_only(text) || is_agreed_mark(text))
    letters = 0;
  guint around = has_pairs(text) ? letters : 0;
  while (*text) {
    gsize length = strcspn(text, " \t\n[]");
    if (is_blank(*text)) {
      if (*text == '\n')
        put_break(self);
      else
        self->is_space = TRUE;
      text++;
      continue;
    }
    guint own = length == 0 ? around : letters;
    flush_space(self, own, link);
    set_wrappers(self, own, link);
    if (length == 0)
      put_bracket(self, *text == '[');
    else
      put_text(self, text, length);
    text += MAX(length, 1);
  }
}

static void put_code(Writer *self, const char *text, const char *link)
{
  flush_space(self, 0, link);
  set_wrappers(self, 0, link);
  g_autofree char *words = g_strdelimit(g_strdup(text), "\t\n", ' ');
  if (*words)
    put_node(self, self->at, adref_node_new_text(ADREF_CODE, words, -1));
}

static const AdrefDocxNoteLabel *known_label(const AdrefDocxInlines *self, guint note)
{
  return self->labels && note <= self->labels->len ? self->labels->pdata[note - 1] : NULL;
}

static char *label_of(const AdrefDocxInlines *self, guint note)
{
  const AdrefDocxNoteLabel *known = known_label(self, note);
  return known ? g_strdup(known->label) : g_strdup_printf("%u", note);
}

static void put_call(Writer *self, guint note)
{
  g_autofree char *label = label_of(self->options, note);
  self->is_space = FALSE;
  set_wrappers(self, 0, NULL);
  put_node(self, self->at, adref_node_new_text(ADREF_FOOTNOTE, label, -1));
  for (guint i = 0; i < self->options->called->len; i++)
    if (g_array_index(self->options->called, guint, i) == note)
      return;
  g_array_append_val(self->options->called, note);
}

/* The raised numbers that call footnotes in the words of another one, "4" or "4,5"; NULL: the run
 * is none. */
static GStrv inner_calls(const AdrefDocxInlines *options, const AdrefDocxRun *run)
{
  if (!options->inner || !(run->letters & ADREF_DOCX_SUPERSCRIPT) || !*run->text)
    return NULL;
  g_auto(GStrv) numbers = g_strsplit(run->text, ",", -1);
  for (char **number = numbers; *number; number++)
    if (!g_hash_table_contains(options->inner, g_strstrip(*number)))
      return NULL;
  return g_steal_pointer(&numbers);
}

static gboolean put_inner_calls(Writer *self, const AdrefDocxRun *run)
{
  g_auto(GStrv) numbers = inner_calls(self->options, run);
  if (!numbers)
    return FALSE;
  self->is_space = FALSE;
  set_wrappers(self, 0, NULL);
  for (char **number = numbers; *number; number++) {
    const char *label = g_hash_table_lookup(self->options->inner, *number);
    put_node(self, self->at, adref_node_new_text(ADREF_FOOTNOTE, label, -1));
  }
  return TRUE;
}

/* Whether a run is the raised comma between the calls of two notes, which every page prints. */
static gboolean is_comma_of_calls(const GPtrArray *runs, guint i)
{
  const AdrefDocxRun *before = i > 0 ? runs->pdata[i - 1] : NULL, *run = runs->pdata[i],
                     *behind = i + 1 < runs->len ? runs->pdata[i + 1] : NULL;
  const char *comma = run->text ? run->text + strspn(run->text, " ") : "";
  return before && behind && before->note && behind->note &&
         (run->letters & ADREF_DOCX_SUPERSCRIPT) && *comma == ',' &&
         comma[1 + strspn(comma + 1, " ")] == '\0';
}

void adref_docx_inlines_append(const AdrefDocxInlines *options, AdrefNode *block,
                               const GPtrArray *runs, guint from)
{
  Writer writer = {.options = options, .block = block, .at = block, .text = g_string_new(NULL)};
  for (guint i = from; i < runs->len; i++) {
    const AdrefDocxRun *run = runs->pdata[i];
    g_autofree char *link = address_of(&writer, run->link);
    guint letters = run->letters & ~(guint)(options->is_head ? ADREF_DOCX_BOLD : 0);
    if (block->type == ADREF_HEADING)
      letters &= ~(guint)ADREF_DOCX_BOLD;
    if (run->note)
      put_call(&writer, run->note);
    else if (is_comma_of_calls(runs, i) || put_inner_calls(&writer, run))
      continue;
    else if (run->letters & ADREF_DOCX_CODE)
      put_code(&writer, run->text, link);
    else
      put_words(&writer, run->text, letters, link);
  }
  flush_text(&writer);
  g_string_free(writer.text, TRUE);
  while (block->last && block->last->type == ADREF_LINE_BREAK)
    adref_node_free(block->last);
}

void adref_docx_inlines_cut(AdrefNode *block, gsize length)
{
  AdrefWalk walk = adref_walk(block);
  gboolean is_space = TRUE; /* that stands behind the bytes is to go too */
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (!walk.entering || node->type != ADREF_TEXT)
      continue;
    gsize cut = MIN(length, node->length);
    length -= cut;
    while (length == 0 && is_space && node->text[cut] == ' ')
      cut++;
    is_space = cut == node->length;
    if (cut > 0)
      adref_node_take_text(node, g_strdup(node->text + cut), node->length - cut);
    if (length == 0 && !is_space)
      return;
  }
}

/* One paragraph of a note, behind what its text has. The no-break space before its words is
 * layout, as LibreOffice writes it. */
static void put_note_paragraph(const AdrefDocxInlines *self, AdrefNode *at, const GPtrArray *runs)
{
  static const char space[] = "\302\240";
  g_autoptr(AdrefNode) words = adref_node_new(ADREF_PARAGRAPH);
  g_autoptr(GPtrArray) own = g_ptr_array_new();
  for (guint i = 0; i < runs->len; i++)
    if (!((const AdrefDocxRun *)runs->pdata[i])->note)
      g_ptr_array_add(own, runs->pdata[i]);
  adref_docx_inlines_append(self, words, own, 0);
  if (words->first && words->first->type == ADREF_TEXT &&
      g_str_has_prefix(words->first->text, space))
    adref_docx_inlines_cut(words, strlen(space));
  adref_node_move_children(words, at);
}

/* The number that a paragraph of a note begins with, "3 A lamp"; the bytes up to its words. */
static char *leading_number(const GPtrArray *runs, gsize *length)
{
  static const char space[] = "\302\240";
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < runs->len && words->len < G_ASCII_DTOSTR_BUF_SIZE; i++)
    g_string_append(words, ((const AdrefDocxRun *)runs->pdata[i])->text);
  gsize digits = strspn(words->str, "0123456789");
  const char *behind = words->str + digits;
  gboolean is_no_break = g_str_has_prefix(behind, space);
  if (digits == 0 || (!is_no_break && *behind != ' '))
    return NULL;
  *length = digits + (is_no_break ? strlen(space) : 1);
  return g_strndup(words->str, digits);
}

static AdrefNode *begin_note(AdrefNode *text, const char *label)
{
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(text, paragraph);
  adref_node_append(paragraph, adref_node_new_text(ADREF_FOOTNOTE, label, -1));
  adref_node_append(paragraph, adref_node_new_text(ADREF_TEXT, ": ", -1));
  return paragraph;
}

/* A paragraph that begins with the number of a footnote which only others call: its words. Each is
 * taken once. NULL: it is none. */
static AdrefNode *put_inner_note(const AdrefDocxInlines *self, AdrefNode *document,
                                 const GPtrArray *runs, GHashTable *taken)
{
  gsize length = 0;
  g_autofree char *number = self->below ? leading_number(runs, &length) : NULL;
  const char *label = number ? g_hash_table_lookup(self->below, number) : NULL;
  if (!label || !g_hash_table_add(taken, (gpointer)(guintptr)label))
    return NULL;
  AdrefNode *text = adref_node_new(ADREF_FOOTNOTE_TEXT), *words = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(document, text);
  AdrefNode *paragraph = begin_note(text, label);
  AdrefDocxInlines own = *self;
  own.inner = self->below;
  put_note_paragraph(&own, words, runs);
  adref_docx_inlines_cut(words, length);
  adref_node_move_children(words, paragraph);
  adref_node_free(words);
  return paragraph;
}

void adref_docx_inlines_put_note(const AdrefDocxInlines *self, AdrefNode *text, guint note,
                                 const GPtrArray *paragraphs)
{
  g_autofree char *label = label_of(self, note);
  const AdrefDocxNoteLabel *known = known_label(self, note);
  AdrefDocxInlines own = *self;
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  AdrefNode *paragraph = begin_note(text, label);
  own.inner = known ? known->inner : NULL;
  own.below = known ? known->below : NULL;
  for (guint i = 0; i < paragraphs->len; i++) {
    const GPtrArray *runs = paragraphs->pdata[i];
    AdrefNode *inner = i > 0 ? put_inner_note(&own, text->parent, runs, taken) : NULL;
    if (!inner && i > 0)
      adref_node_append(paragraph, adref_node_new_text(ADREF_TEXT, " ", -1));
    if (!inner)
      put_note_paragraph(&own, paragraph, runs);
    paragraph = inner ? inner : paragraph;
  }
}
