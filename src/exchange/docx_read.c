#include "exchange/docx_read.h"

#include <string.h>

#include "exchange/docx_symbols.h"

enum {
  MAX_REPEATED =
      20 /* calls of notes that were called before: each has the words of its note again */
};

typedef struct {
  gboolean is_instruction; /* its result has not begun */
  GString *instruction;
} Field;

/* The elements are walked without recursion: a stranger decides how deep they are. */
typedef struct {
  AdrefDocxFile *file;
  AdrefDocxPartKind part;
  GPtrArray *paragraphs;         /* that are being read: the text's, or those of a note */
  AdrefDocxParagraph *open;      /* NULL: none is */
  GPtrArray *hosts;              /* of AdrefDocxParagraph: open around text boxes */
  GPtrArray *inserted, *deleted; /* of AdrefDocxTrack: open, innermost last */
  GPtrArray *links;              /* of char *: open, "" for no address */
  GPtrArray *fields;             /* of Field */
  guint instructions;            /* of them, those whose result has not begun */
  GPtrArray *chosen;  /* of AdrefXmlNode: of open forms of one content, the one that is read */
  const char *anchor; /* the last bookmark of a clause that began; NULL: none has */
  GHashTable *notes[ADREF_DOCX_PART_KINDS]; /* id -> AdrefXmlNode; NULL: not needed yet */
  GHashTable *note_places;                  /* part and id of a note -> its place, from 1 */
  GPtrArray *note_elements;                 /* of AdrefXmlNode: by place; NULL: it is missing */
  GPtrArray *note_parts;                    /* of AdrefDocxPartKind */
  GHashTable *comment_places;               /* id -> place, from 1 */
  GStringChunk *strings;
  AdrefDocxRun run;    /* what the run that is open has in common */
  gboolean skips_mark; /* the words behind a note are its own mark */
  guint tables, table_depth;
  AdrefDocxParagraph cell; /* the place of a paragraph in a table */
  guint hidden, soft_hyphens, symbols, formulas, cells;
  guint repeated; /* calls of a note that was called before */
  guint forms, placeholders, bound, turned, drawn, imported;
  char *tail; /* the words that were written last */
  gsize tail_length, tail_room;
} Walker;

static void free_run(gpointer run)
{
  g_free(((AdrefDocxRun *)run)->text);
}

static void free_paragraph(gpointer data)
{
  AdrefDocxParagraph *paragraph = data;
  g_array_unref(paragraph->runs);
  g_free(paragraph);
}

static void free_comment(gpointer comment)
{
  g_free(((AdrefDocxComment *)comment)->words);
}

static void free_field(gpointer data)
{
  Field *field = data;
  g_string_free(field->instruction, TRUE);
  g_free(field);
}

static void free_paragraphs(gpointer paragraphs)
{
  g_ptr_array_unref(paragraphs);
}

void adref_docx_file_free(AdrefDocxFile *file)
{
  if (!file)
    return;
  g_ptr_array_unref(file->paragraphs);
  g_ptr_array_unref(file->notes);
  g_array_unref(file->comments);
  g_ptr_array_unref(file->left_out);
  g_ptr_array_unref(file->tracks);
  g_string_chunk_free(file->strings);
  adref_docx_lists_free(file->lists);
  adref_docx_style_sheet_free(file->styles);
  adref_docx_parts_free(file->parts);
  g_free(file);
}

const char *adref_docx_file_property(const AdrefDocxFile *file, const char *name)
{
  return g_hash_table_lookup(file->parts->properties, name);
}

static gpointer last(const GPtrArray *list)
{
  return list->len > 0 ? list->pdata[list->len - 1] : NULL;
}

static void drop_last(GPtrArray *list)
{
  if (list->len > 0)
    g_ptr_array_set_size(list, (int)list->len - 1);
}

/* --- tracked changes --- */

static const AdrefDocxTrack *new_track(Walker *self, const AdrefXmlNode *element, gboolean is_move)
{
  AdrefDocxTrack *track = g_new0(AdrefDocxTrack, 1);
  const char *author = adref_xml_attribute(element, "w:author");
  track->author = author ? author : "";
  track->date = adref_xml_attribute(element, "w:date");
  track->is_move = is_move;
  g_ptr_array_add(self->file->tracks, track);
  return track;
}

/* The tracked insertion or deletion that the properties of a paragraph's mark or of a row tell. */
static const AdrefDocxTrack *mark_of(Walker *self, const AdrefXmlNode *properties,
                                     gboolean is_insertion)
{
  static const char *const names[2][2] = {{"w:del", "w:moveFrom"}, {"w:ins", "w:moveTo"}};
  for (guint i = 0; i < 2; i++) {
    const AdrefXmlNode *element = adref_xml_child(properties, names[is_insertion][i]);
    if (element)
      return new_track(self, element, i == 1);
  }
  return NULL;
}

/* --- runs --- */

static gboolean is_in_instruction(const Walker *self)
{
  return self->instructions > 0;
}

static gboolean is_like(const AdrefDocxRun *a, const AdrefDocxRun *b)
{
  return a->letters == b->letters && a->role == b->role && a->link == b->link &&
         a->inserted == b->inserted && a->deleted == b->deleted && !a->note && !b->note &&
         !a->comment && !b->comment;
}

static void fill_run(Walker *self, AdrefDocxRun *run)
{
  const char *link = last(self->links);
  *run = self->run;
  run->link = link && *link ? link : NULL;
  run->inserted = last(self->inserted);
  run->deleted = last(self->deleted);
}

/* Appends to the words of a run; room doubles, since a stranger decides how many pieces come. */
static void append_words(Walker *self, AdrefDocxRun *run, const char *text)
{
  gsize length = strlen(text);
  if (self->tail != run->text) {
    self->tail_length = strlen(run->text);
    self->tail_room = self->tail_length + 1;
  }
  if (self->tail_length + length >= self->tail_room) {
    self->tail_room = (self->tail_length + length + 1) * 2;
    run->text = g_realloc(run->text, self->tail_room);
  }
  memcpy(run->text + self->tail_length, text, length + 1);
  self->tail_length += length;
  self->tail = run->text;
}

static void put(Walker *self, const char *text, gsize length)
{
  if (!self->open || length == 0 || is_in_instruction(self))
    return;
  AdrefDocxRun run;
  fill_run(self, &run);
  run.text = run.letters & ADREF_DOCX_CAPITALS ? g_utf8_strup(text, (gssize)length)
                                               : g_strndup(text, length);
  self->hidden += run.letters & ADREF_DOCX_HIDDEN ? 1 : 0;
  run.letters &= ~(guint)(ADREF_DOCX_CAPITALS | ADREF_DOCX_HIDDEN);
  GArray *runs = self->open->runs;
  AdrefDocxRun *before = runs->len > 0 ? &g_array_index(runs, AdrefDocxRun, runs->len - 1) : NULL;
  if (before && is_like(before, &run)) {
    append_words(self, before, run.text);
    g_free(run.text);
    return;
  }
  g_array_append_val(runs, run);
}

static void put_string(Walker *self, const char *text)
{
  put(self, text, strlen(text));
}

/* The words of <w:t>: without xml:space, spaces at the ends are none. */
static void put_text(Walker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *child = element->first;
  if (!child || !child->text)
    return;
  g_autofree char *words = g_strdelimit(g_strdup(child->text), "\t\n\r", ' ');
  const char *space = adref_xml_attribute(element, "xml:space");
  if (g_strcmp0(space, "preserve") != 0)
    g_strstrip(words);
  if (!self->skips_mark)
    put_string(self, words);
}

static void open_run(Walker *self, const AdrefXmlNode *element)
{
  enum {
    OF_PARAGRAPH = ADREF_DOCX_CAPITALS | ADREF_DOCX_HIDDEN /* what words take of its style */
  };
  const AdrefXmlNode *properties = adref_xml_child(element, "w:rPr");
  const char *id = adref_xml_attribute(adref_xml_child(properties, "w:rStyle"), "w:val");
  const AdrefDocxStyle *style = id ? adref_docx_style_sheet_get(self->file->styles, id) : NULL;
  guint letters = self->open ? self->open->style->letters & OF_PARAGRAPH : 0;
  letters |= style ? style->letters : 0;
  self->run = (AdrefDocxRun){.role = style ? style->role : ADREF_DOCX_ROLE_NONE,
                             .letters = adref_docx_letters_read(properties, letters)};
  self->skips_mark = FALSE;
}

/* --- notes and comments --- */

static const AdrefXmlNode *find_note(Walker *self, AdrefDocxPartKind part, const char *id)
{
  if (self->notes[part])
    return g_hash_table_lookup(self->notes[part], id);
  GHashTable *notes = self->notes[part] = g_hash_table_new(g_str_hash, g_str_equal);
  const AdrefXmlNode *root = adref_docx_parts_root(self->file->parts, part);
  for (const AdrefXmlNode *node = root ? root->first : NULL; node; node = node->next) {
    const char *own = node->name ? adref_xml_attribute(node, "w:id") : NULL;
    if (own && !g_hash_table_contains(notes, own))
      g_hash_table_insert(notes, (gpointer)(guintptr)own, (gpointer)(guintptr)node);
  }
  return g_hash_table_lookup(notes, id);
}

static void put_note(Walker *self, const AdrefXmlNode *element, AdrefDocxPartKind part)
{
  const char *id = adref_xml_attribute(element, "w:id");
  const char *mark = adref_xml_attribute(element, "w:customMarkFollows");
  self->skips_mark = mark && strcmp(mark, "0") != 0 && strcmp(mark, "false") != 0;
  if (!self->open || !id || is_in_instruction(self))
    return;
  g_autofree char *key = g_strdup_printf("%d %s", part, id);
  guint place = GPOINTER_TO_UINT(g_hash_table_lookup(self->note_places, key));
  if (place && ++self->repeated > MAX_REPEATED)
    return;
  if (!place) {
    g_ptr_array_add(self->note_elements, (gpointer)(guintptr)find_note(self, part, id));
    g_ptr_array_add(self->note_parts, GUINT_TO_POINTER(part));
    place = self->note_elements->len;
    g_hash_table_insert(self->note_places, g_steal_pointer(&key), GUINT_TO_POINTER(place));
  }
  AdrefDocxRun run;
  fill_run(self, &run);
  run.letters = 0;
  run.text = g_strdup("");
  run.note = place;
  g_array_append_val(self->open->runs, run);
}

static void put_comment(Walker *self, const AdrefXmlNode *element)
{
  const char *id = adref_xml_attribute(element, "w:id");
  guint place = id ? GPOINTER_TO_UINT(g_hash_table_lookup(self->comment_places, id)) : 0;
  if (!self->open || !place)
    return;
  AdrefDocxRun run;
  fill_run(self, &run);
  run.text = g_strdup("");
  run.comment = place;
  g_array_append_val(self->open->runs, run);
}

/* The words below an element, with a space between paragraphs. */
static char *words_below(const AdrefXmlNode *root)
{
  GString *words = g_string_new(NULL);
  for (const AdrefXmlNode *node = root; node; node = adref_xml_next(root, node, FALSE)) {
    if (!node->name)
      continue;
    if ((adref_xml_is(node, "w:p") && words->len > 0) || adref_xml_is(node, "w:tab") ||
        adref_xml_is(node, "w:br"))
      g_string_append_c(words, ' ');
    if (adref_xml_is(node, "w:t") && node->first && node->first->text)
      g_string_append(words, node->first->text);
  }
  return g_strstrip(g_string_free(words, FALSE));
}

/* Whether the thread that ends with a paragraph of that id is resolved. */
static gboolean is_resolved(const AdrefDocxParts *parts, const char *paragraph)
{
  const AdrefXmlNode *root = adref_docx_parts_root(parts, ADREF_DOCX_COMMENTS_EXTENDED);
  for (const AdrefXmlNode *node = root ? root->first : NULL; node; node = node->next) {
    const char *done = adref_xml_attribute(node, "w15:done");
    if (paragraph && done && g_strcmp0(adref_xml_attribute(node, "w15:paraId"), paragraph) == 0)
      return strcmp(done, "1") == 0 || strcmp(done, "true") == 0;
  }
  return FALSE;
}

static void read_comments(Walker *self)
{
  AdrefDocxFile *file = self->file;
  const AdrefXmlNode *root = adref_docx_parts_root(file->parts, ADREF_DOCX_COMMENTS);
  for (const AdrefXmlNode *node = root ? root->first : NULL; node; node = node->next) {
    const char *id = adref_xml_attribute(node, "w:id"), *paragraph = NULL;
    if (!id || !adref_xml_is(node, "w:comment"))
      continue;
    for (const AdrefXmlNode *child = node->first; child; child = child->next)
      if (adref_xml_is(child, "w:p"))
        paragraph = adref_xml_attribute(child, "w14:paraId");
    const char *author = adref_xml_attribute(node, "w:author");
    AdrefDocxComment comment = {.author = author ? author : "",
                                .date = adref_xml_attribute(node, "w:date"),
                                .words = words_below(node),
                                .is_resolved = is_resolved(file->parts, paragraph)};
    g_array_append_val(file->comments, comment);
    g_hash_table_insert(self->comment_places, (gpointer)(guintptr)id,
                        GUINT_TO_POINTER(file->comments->len));
  }
}

/* --- paragraphs and tables --- */

static void open_paragraph(Walker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *properties = adref_xml_child(element, "w:pPr");
  const AdrefXmlNode *mark = adref_xml_child(properties, "w:rPr");
  const AdrefXmlNode *numbers = adref_xml_child(properties, "w:numPr");
  const AdrefXmlNode *indent = adref_xml_child(properties, "w:ind");
  const char *id = adref_xml_attribute(adref_xml_child(properties, "w:pStyle"), "w:val");
  const char *left = adref_xml_attribute(indent, "w:left");
  left = left ? left : adref_xml_attribute(indent, "w:start");
  AdrefDocxParagraph *paragraph = g_new0(AdrefDocxParagraph, 1);
  *paragraph = self->cell;
  paragraph->runs = g_array_new(FALSE, FALSE, sizeof(AdrefDocxRun));
  g_array_set_clear_func(paragraph->runs, free_run);
  paragraph->style = adref_docx_style_sheet_get(self->file->styles, id);
  paragraph->outline = adref_docx_number(properties, "w:outlineLvl", paragraph->style->outline);
  paragraph->list = adref_docx_number(numbers, "w:numId", paragraph->style->list);
  paragraph->list_level = adref_docx_number(numbers, "w:ilvl", paragraph->style->list_level);
  paragraph->left = left ? (int)g_ascii_strtoll(left, NULL, 10) : 0;
  paragraph->inserted = mark_of(self, mark, TRUE);
  paragraph->deleted = mark_of(self, mark, FALSE);
  g_ptr_array_add(self->paragraphs, paragraph);
  paragraph->number = self->paragraphs->len;
  self->open = paragraph;
}

/* The clause whose bookmark began last before its first words. */
static void set_anchor(Walker *self)
{
  if (self->open && !self->open->anchor)
    self->open->anchor = self->anchor;
}

static void close_paragraph(Walker *self)
{
  set_anchor(self);
  self->open = NULL;
}

static void open_row(Walker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *properties = adref_xml_child(element, "w:trPr");
  self->cell.is_head = adref_docx_is_on(properties, "w:tblHeader", FALSE);
  self->cell.row_inserted = mark_of(self, properties, TRUE);
  self->cell.row_deleted = mark_of(self, properties, FALSE);
  self->cell.column = 0;
  self->cell.span = 0;
}

static void open_cell(Walker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *properties = adref_xml_child(element, "w:tcPr");
  const AdrefXmlNode *merge = adref_xml_child(properties, "w:vMerge");
  const char *value = adref_xml_attribute(merge, "w:val");
  self->cell.column += self->cell.span;
  self->cell.span = MIN(MAX(adref_docx_number(properties, "w:gridSpan", 1), 1), 63);
  self->cell.is_continued = merge && g_strcmp0(value, "restart") != 0;
  self->cells +=
      adref_xml_child(properties, "w:cellIns") || adref_xml_child(properties, "w:cellDel") ? 1 : 0;
}

/* --- fields, links, bookmarks --- */

/* The address in an instruction: HYPERLINK "https://..." or HYPERLINK \l "bookmark". */
static const char *link_of(Walker *self, const char *instruction)
{
  const char *at = strstr(instruction, "HYPERLINK");
  const char *from = at ? strchr(at, '"') : NULL;
  const char *to = from ? strchr(from + 1, '"') : NULL;
  if (!to)
    return "";
  const char *local = strstr(at, "\\l");
  g_autofree char *address = g_strndup(from + 1, (gsize)(to - from - 1));
  g_autofree char *link = g_strconcat(local && local < from ? "#" : "", address, NULL);
  return g_string_chunk_insert_const(self->strings, link);
}

static void push_link(Walker *self, const char *link)
{
  g_ptr_array_add(self->links, (gpointer)(guintptr)link);
}

static void open_link(Walker *self, const AdrefXmlNode *element)
{
  GHashTable *links = self->file->parts->links[self->part];
  const char *id = adref_xml_attribute(element, "r:id"),
             *anchor = adref_xml_attribute(element, "w:anchor");
  const char *address = id && links ? g_hash_table_lookup(links, id) : NULL;
  g_autofree char *link = address && anchor ? g_strconcat(address, "#", anchor, NULL)
                          : address         ? g_strdup(address)
                          : anchor          ? g_strconcat("#", anchor, NULL)
                                            : g_strdup("");
  push_link(self, g_string_chunk_insert_const(self->strings, link));
}

static void put_field_sign(Walker *self, const AdrefXmlNode *element)
{
  const char *type = adref_xml_attribute(element, "w:fldCharType");
  Field *field = last(self->fields);
  if (g_strcmp0(type, "begin") == 0) {
    field = g_new0(Field, 1);
    field->is_instruction = TRUE;
    field->instruction = g_string_new(NULL);
    g_ptr_array_add(self->fields, field);
    self->instructions++;
    push_link(self, "");
  } else if (g_strcmp0(type, "separate") == 0 && field) {
    self->instructions -= field->is_instruction ? 1 : 0;
    field->is_instruction = FALSE;
    drop_last(self->links);
    push_link(self, link_of(self, field->instruction->str));
  } else if (g_strcmp0(type, "end") == 0 && field) {
    self->instructions -= field->is_instruction ? 1 : 0;
    drop_last(self->fields);
    drop_last(self->links);
  }
}

static void put_instruction(Walker *self, const AdrefXmlNode *element)
{
  Field *field = last(self->fields);
  if (field && field->is_instruction && element->first && element->first->text)
    g_string_append(field->instruction, element->first->text);
}

/* A clause goes up to the bookmark of the next one: where bookmarks end says little, since
 * LibreOffice ends them before tables, and Word lets them grow with what is typed behind them. */
static void open_bookmark(Walker *self, const AdrefXmlNode *element)
{
  const char *name = adref_xml_attribute(element, "w:name");
  if (name && g_str_has_prefix(name, "_adref_"))
    self->anchor = name;
}

/* --- single signs --- */

static void put_break(Walker *self, const AdrefXmlNode *element)
{
  const char *type = adref_xml_attribute(element, "w:type");
  if (!type || strcmp(type, "textWrapping") == 0)
    put_string(self, "\n");
}

static void put_symbol(Walker *self, const AdrefXmlNode *element)
{
  g_autofree char *sign = adref_docx_symbol(adref_xml_attribute(element, "w:font"),
                                            adref_xml_attribute(element, "w:char"));
  self->symbols += sign ? 0 : 1;
  put_string(self, sign ? sign : "\357\277\275");
}

/* The words below <w:rt> or <w:rubyBase>. */
static char *ruby_words(const AdrefXmlNode *element, const char *name)
{
  const AdrefXmlNode *part = adref_xml_child(element, name);
  return part ? words_below(part) : g_strdup("");
}

static void put_ruby(Walker *self, const AdrefXmlNode *element)
{
  g_autofree char *base = ruby_words(element, "w:rubyBase");
  g_autofree char *reading = ruby_words(element, "w:rt");
  g_autofree char *words =
      *reading ? g_strdup_printf("\357\275\234%s\343\200\212%s\343\200\213", base, reading)
               : g_strdup(base);
  put_string(self, words);
}

/* --- the elements --- */

typedef enum {
  ALTERNATIVE,
  ALTERNATIVES,
  BOOKMARK,
  BREAK,
  CELL,
  COMMENT,
  CONTROL,
  DELETED,
  DRAWN,
  ENDNOTE,
  FIELD,
  FIELD_SIGN,
  FOOTNOTE,
  FORMULA,
  IMPORTED,
  INSERTED,
  INSTRUCTION,
  LINK,
  MOVED_FROM,
  MOVED_TO,
  NO_BREAK_HYPHEN,
  NONE,
  PARAGRAPH,
  PROPERTIES,
  ROW,
  RUBY,
  RUN,
  SKIPPED,
  SOFT_HYPHEN,
  SYMBOL,
  TAB,
  TABLE,
  TEXT,
  TEXT_BOX,
  TURNED,
} Element;

static const struct {
  const char *name;
  Element element;
} elements[] = {{"?:textpath", DRAWN},
                {"m:t", FORMULA},
                {"mc:AlternateContent", ALTERNATIVES},
                {"mc:Choice", ALTERNATIVE},
                {"mc:Fallback", ALTERNATIVE},
                {"w:altChunk", IMPORTED},
                {"w:bdo", TURNED},
                {"w:bookmarkStart", BOOKMARK},
                {"w:br", BREAK},
                {"w:commentReference", COMMENT},
                {"w:cr", BREAK},
                {"w:del", DELETED},
                {"w:delInstrText", INSTRUCTION},
                {"w:delText", TEXT},
                {"w:endnoteReference", ENDNOTE},
                {"w:fldChar", FIELD_SIGN},
                {"w:fldSimple", FIELD},
                {"w:footnoteReference", FOOTNOTE},
                {"w:hyperlink", LINK},
                {"w:ins", INSERTED},
                {"w:instrText", INSTRUCTION},
                {"w:moveFrom", MOVED_FROM},
                {"w:moveTo", MOVED_TO},
                {"w:noBreakHyphen", NO_BREAK_HYPHEN},
                {"w:object", SKIPPED},
                {"w:p", PARAGRAPH},
                {"w:pPr", PROPERTIES},
                {"w:ptab", TAB},
                {"w:r", RUN},
                {"w:rPr", PROPERTIES},
                {"w:ruby", RUBY},
                {"w:sdt", CONTROL},
                {"w:sdtPr", SKIPPED},
                {"w:sectPr", PROPERTIES},
                {"w:softHyphen", SOFT_HYPHEN},
                {"w:sym", SYMBOL},
                {"w:t", TEXT},
                {"w:tab", TAB},
                {"w:tbl", TABLE},
                {"w:tblPr", PROPERTIES},
                {"w:tc", CELL},
                {"w:tcPr", PROPERTIES},
                {"w:tr", ROW},
                {"w:trPr", PROPERTIES},
                {"w:txbxContent", TEXT_BOX}};

static int compare_name(gconstpointer name, gconstpointer row)
{
  return strcmp(name, *(const char *const *)row);
}

static Element element_of(const AdrefXmlNode *node)
{
  gsize index = 0, rows = G_N_ELEMENTS(elements);
  while (rows > 0) {
    int order = compare_name(node->name, &elements[index + rows / 2].name);
    if (order == 0)
      return elements[index + rows / 2].element;
    if (order > 0)
      index += rows / 2 + 1;
    rows = order > 0 ? rows - rows / 2 - 1 : rows / 2;
  }
  return NONE;
}

/* Changes of formatting that Word has tracked: <w:rPrChange> and the like. */
static void count_format_changes(Walker *self, const AdrefXmlNode *properties)
{
  for (const AdrefXmlNode *child = properties->first; child; child = child->next)
    if (child->name && g_str_has_prefix(child->name, "w:") &&
        g_str_has_suffix(child->name, "Change"))
      self->file->format_changes++;
    else if (adref_xml_is(child, "w:rPr"))
      self->file->format_changes += adref_xml_child(child, "w:rPrChange") ? 1 : 0;
}

/* Of forms of the same content, the first one is read. Word chooses by what it knows, so other
 * words in another form are said. */
static void open_alternatives(Walker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *chosen = adref_xml_child(element, "mc:Choice");
  chosen = chosen ? chosen : adref_xml_child(element, "mc:Fallback");
  g_ptr_array_add(self->chosen, (gpointer)(guintptr)chosen);
  g_autofree char *words = chosen ? words_below(chosen) : g_strdup("");
  gboolean differ = FALSE;
  for (const AdrefXmlNode *form = element->first; form && !differ; form = form->next) {
    g_autofree char *other = form->name && form != chosen ? words_below(form) : NULL;
    differ = other && strcmp(other, words) != 0;
  }
  self->forms += differ ? 1 : 0;
}

/* Whether what is in a control for words is read: its placeholder is not. */
static gboolean open_control(Walker *self, const AdrefXmlNode *element)
{
  const AdrefXmlNode *properties = adref_xml_child(element, "w:sdtPr");
  const AdrefXmlNode *content = adref_xml_child(element, "w:sdtContent");
  self->bound +=
      adref_xml_child(properties, "w:dataBinding") || adref_xml_child(properties, "w15:dataBinding")
          ? 1
          : 0;
  if (!adref_docx_is_on(properties, "w:showingPlcHdr", FALSE))
    return TRUE;
  g_autofree char *words = content ? words_below(content) : g_strdup("");
  self->placeholders += *words ? 1 : 0;
  return FALSE;
}

static void open_text_box(Walker *self)
{
  g_ptr_array_add(self->hosts, self->open);
  set_anchor(self);
  self->open = NULL;
}

static void open_table(Walker *self)
{
  if (self->table_depth++ > 0)
    return;
  self->cell = (AdrefDocxParagraph){.table = ++self->tables};
}

static void push(GPtrArray *list, const AdrefDocxTrack *track)
{
  g_ptr_array_add(list, (gpointer)(guintptr)track);
}

/* FALSE: what is in the element is not read. */
static gboolean enter(Walker *self, const AdrefXmlNode *node)
{
  switch (element_of(node)) {
  case NONE: return TRUE;
  case SKIPPED: return FALSE;
  case PROPERTIES: count_format_changes(self, node); return FALSE;
  case ALTERNATIVES: open_alternatives(self, node); return TRUE;
  case ALTERNATIVE: return last(self->chosen) == node;
  case IMPORTED: self->imported++; return FALSE;
  case DRAWN: self->drawn++; return FALSE;
  case TURNED: self->turned++; return TRUE;
  case PARAGRAPH: open_paragraph(self, node); return TRUE;
  case RUN: open_run(self, node); return TRUE;
  case TEXT: set_anchor(self), put_text(self, node); return FALSE;
  case TAB: put_string(self, "\t"); return FALSE;
  case BREAK: put_break(self, node); return FALSE;
  case NO_BREAK_HYPHEN: put_string(self, "\342\200\221"); return FALSE;
  case SOFT_HYPHEN: self->soft_hyphens++; return FALSE;
  case SYMBOL: put_symbol(self, node); return FALSE;
  case FORMULA: self->formulas++, put_text(self, node); return FALSE;
  case RUBY: set_anchor(self), put_ruby(self, node); return FALSE;
  case FOOTNOTE: put_note(self, node, ADREF_DOCX_FOOTNOTES); return FALSE;
  case ENDNOTE: put_note(self, node, ADREF_DOCX_ENDNOTES); return FALSE;
  case COMMENT: put_comment(self, node); return FALSE;
  case BOOKMARK: open_bookmark(self, node); return FALSE;
  case INSERTED: push(self->inserted, new_track(self, node, FALSE)); return TRUE;
  case MOVED_TO: push(self->inserted, new_track(self, node, TRUE)); return TRUE;
  case DELETED: push(self->deleted, new_track(self, node, FALSE)); return TRUE;
  case MOVED_FROM: push(self->deleted, new_track(self, node, TRUE)); return TRUE;
  case LINK: open_link(self, node); return TRUE;
  case FIELD: {
    const char *instruction = adref_xml_attribute(node, "w:instr");
    push_link(self, instruction ? link_of(self, instruction) : "");
    return TRUE;
  }
  case FIELD_SIGN: put_field_sign(self, node); return FALSE;
  case INSTRUCTION: put_instruction(self, node); return FALSE;
  case CONTROL: return open_control(self, node);
  case TEXT_BOX: open_text_box(self); return TRUE;
  case TABLE: open_table(self); return TRUE;
  case ROW:
    if (self->table_depth == 1)
      open_row(self, node);
    return TRUE;
  case CELL:
    if (self->table_depth == 1)
      open_cell(self, node);
    return TRUE;
  }
  return TRUE;
}

static void leave(Walker *self, const AdrefXmlNode *node)
{
  switch (element_of(node)) {
  case PARAGRAPH: close_paragraph(self); break;
  case INSERTED:
  case MOVED_TO: drop_last(self->inserted); break;
  case DELETED:
  case MOVED_FROM: drop_last(self->deleted); break;
  case ALTERNATIVES: drop_last(self->chosen); break;
  case LINK:
  case FIELD: drop_last(self->links); break;
  case TEXT_BOX:
    self->open = last(self->hosts);
    drop_last(self->hosts);
    break;
  case TABLE:
    if (--self->table_depth == 0)
      self->cell = (AdrefDocxParagraph){0};
    break;
  case ROW:
    if (self->table_depth == 1)
      self->cell.row++;
    break;
  case NONE:
  case SKIPPED:
  case PROPERTIES:
  case ALTERNATIVE:
  case RUN:
  case TEXT:
  case TAB:
  case BREAK:
  case NO_BREAK_HYPHEN:
  case SOFT_HYPHEN:
  case SYMBOL:
  case FORMULA:
  case RUBY:
  case FOOTNOTE:
  case ENDNOTE:
  case COMMENT:
  case BOOKMARK:
  case FIELD_SIGN:
  case INSTRUCTION:
  case CONTROL:
  case DRAWN:
  case IMPORTED:
  case TURNED:
  case CELL: break;
  }
}

static void walk(Walker *self, const AdrefXmlNode *root)
{
  const AdrefXmlNode *node = root;
  while (node) {
    gboolean goes_in = node->name && (node == root || enter(self, node));
    const AdrefXmlNode *next = goes_in ? node->first : NULL;
    gboolean was_entered = goes_in;
    while (!next && node) {
      if (was_entered && node != root)
        leave(self, node);
      if (node == root)
        return;
      next = node->next;
      node = node->parent;
      was_entered = TRUE;
    }
    node = next;
  }
}

static void read_notes(Walker *self)
{
  for (guint i = 0; i < self->note_elements->len; i++) {
    const AdrefXmlNode *element = self->note_elements->pdata[i];
    self->paragraphs = g_ptr_array_new_with_free_func(free_paragraph);
    self->part = GPOINTER_TO_UINT(self->note_parts->pdata[i]);
    if (element)
      walk(self, element);
    g_ptr_array_add(self->file->notes, self->paragraphs);
  }
}

static void say(AdrefDocxFile *file, guint count, const char *one, const char *many)
{
  if (count == 1)
    g_ptr_array_add(file->left_out, g_strdup_printf("1 %s", one));
  else if (count > 1)
    g_ptr_array_add(file->left_out, g_strdup_printf("%u %s", count, many));
}

static void list_left_out(Walker *self)
{
  AdrefDocxFile *file = self->file;
  const GPtrArray *members = file->parts->left_out;
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add(file->left_out, g_strdup_printf("%s: left out", (char *)members->pdata[i]));
  say(file, self->hidden, "piece of hidden words: read as words",
      "pieces of hidden words: read as words");
  say(file, self->soft_hyphens, "soft hyphen: left out", "soft hyphens: left out");
  say(file, self->symbols, "sign of a font that has no letter: read as \357\277\275",
      "signs of a font that have no letter: read as \357\277\275");
  say(file, self->formulas, "piece of a formula: read as plain letters",
      "pieces of formulas: read as plain letters");
  say(file, self->cells, "tracked cell of a table: read as it stands",
      "tracked cells of tables: read as they stand");
  say(file, self->repeated > MAX_REPEATED ? self->repeated - MAX_REPEATED : 0,
      "repeated call of a footnote: left out", "repeated calls of footnotes: left out");
  say(file, self->forms, "place with other words for other programs: the first form is read",
      "places with other words for other programs: the first form is read");
  say(file, self->placeholders, "placeholder of a form: left out",
      "placeholders of forms: left out");
  say(file, self->bound, "field of a form that Word may fill anew: read as the file has it",
      "fields of forms that Word may fill anew: read as the file has them");
  say(file, self->turned,
      "piece of words with a direction set by hand: read in the order of typing",
      "pieces of words with a direction set by hand: read in the order of typing");
  say(file, self->drawn, "piece of words drawn as a picture: left out",
      "pieces of words drawn as a picture: left out");
  say(file, self->imported, "text in another form: left out", "texts in another form: left out");
}

static void walker_init(Walker *self, AdrefDocxFile *file)
{
  *self = (Walker){.file = file,
                   .part = ADREF_DOCX_DOCUMENT,
                   .paragraphs = file->paragraphs,
                   .hosts = g_ptr_array_new(),
                   .inserted = g_ptr_array_new(),
                   .deleted = g_ptr_array_new(),
                   .links = g_ptr_array_new(),
                   .fields = g_ptr_array_new_with_free_func(free_field),
                   .chosen = g_ptr_array_new(),
                   .note_places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                   .note_elements = g_ptr_array_new(),
                   .note_parts = g_ptr_array_new(),
                   .comment_places = g_hash_table_new(g_str_hash, g_str_equal),
                   .strings = file->strings};
}

static void walker_clear(Walker *self)
{
  g_ptr_array_unref(self->hosts);
  g_ptr_array_unref(self->inserted);
  g_ptr_array_unref(self->deleted);
  g_ptr_array_unref(self->links);
  g_ptr_array_unref(self->fields);
  g_ptr_array_unref(self->chosen);
  for (guint i = 0; i < ADREF_DOCX_PART_KINDS; i++)
    g_clear_pointer(&self->notes[i], g_hash_table_unref);
  g_hash_table_unref(self->note_places);
  g_ptr_array_unref(self->note_elements);
  g_ptr_array_unref(self->note_parts);
  g_hash_table_unref(self->comment_places);
}

AdrefDocxFile *adref_docx_read(GBytes *bytes, const char *name, GError **error)
{
  AdrefDocxParts *parts = adref_docx_parts_read(bytes, name, error);
  if (!parts)
    return NULL;
  AdrefDocxFile *file = g_new0(AdrefDocxFile, 1);
  file->parts = parts;
  file->strings = g_string_chunk_new(256);
  file->styles = adref_docx_style_sheet_new(adref_docx_parts_root(parts, ADREF_DOCX_STYLES));
  file->lists = adref_docx_lists_new(adref_docx_parts_root(parts, ADREF_DOCX_NUMBERING));
  file->paragraphs = g_ptr_array_new_with_free_func(free_paragraph);
  file->notes = g_ptr_array_new_with_free_func(free_paragraphs);
  file->comments = g_array_new(FALSE, FALSE, sizeof(AdrefDocxComment));
  g_array_set_clear_func(file->comments, free_comment);
  file->left_out = g_ptr_array_new_with_free_func(g_free);
  file->tracks = g_ptr_array_new_with_free_func(g_free);
  Walker walker;
  walker_init(&walker, file);
  read_comments(&walker);
  walk(&walker, adref_xml_child(adref_docx_parts_root(parts, ADREF_DOCX_DOCUMENT), "w:body"));
  read_notes(&walker);
  list_left_out(&walker);
  walker_clear(&walker);
  return file;
}
