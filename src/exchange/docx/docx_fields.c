#include "exchange/docx/docx_walker.h"

#include <string.h>

void adref_docx_field_free(gpointer data)
{
  AdrefDocxField *field = data;
  g_string_free(field->instruction, TRUE);
  g_free(field);
}

gboolean adref_docx_walker_is_in_instruction(const AdrefDocxWalker *self)
{
  return self->instructions > 0;
}

/* The address in an instruction: HYPERLINK "https://..." or HYPERLINK \l "bookmark"; else "". */
static char *link_of(const char *instruction)
{
  const char *at = strstr(instruction, "HYPERLINK");
  const char *from = at ? strchr(at, '"') : NULL;
  const char *to = from ? strchr(from + 1, '"') : NULL;
  if (!to)
    return g_strdup("");
  const char *local = strstr(at, "\\l");
  g_autofree char *address = g_strndup(from + 1, (gsize)(to - from - 1));
  return g_strconcat(local && local < from ? "#" : "", address, NULL);
}

/* --- where fields begin and end --- */

static AdrefDocxField *push(AdrefDocxWalker *self, const char *instruction, gboolean is_simple)
{
  g_autofree char *link = link_of(instruction);
  AdrefDocxField *field = g_new0(AdrefDocxField, 1);
  field->instruction = g_string_new(instruction);
  field->is_simple = is_simple;
  field->result = (AdrefDocxSpan){self->plain->len, self->plain->len};
  g_ptr_array_add(self->fields, field);
  adref_docx_walker_push_link(self, link);
  return field;
}

/* TOC \\o "1-3": headings and their pages, which Word makes. */
static gboolean is_contents(const char *instruction)
{
  instruction += strspn(instruction, " \t\r\n");
  return g_ascii_strncasecmp(instruction, "TOC", 3) == 0 && !g_ascii_isalnum(instruction[3]);
}

static void begin_result(AdrefDocxWalker *self, AdrefDocxField *field)
{
  field->is_contents = is_contents(field->instruction->str);
  self->contents += field->is_contents ? 1 : 0;
}

/* The result begins. */
static void separate(AdrefDocxWalker *self, AdrefDocxField *field)
{
  g_autofree char *link = link_of(field->instruction->str);
  self->instructions -= field->is_instruction ? 1 : 0;
  field->is_instruction = FALSE;
  field->result.from = self->plain->len;
  if (!field->is_contents)
    begin_result(self, field);
  adref_docx_walker_drop_last(self->links);
  adref_docx_walker_push_link(self, link);
}

/* What is in the instruction of another field is shown nowhere, what is in a table of contents is
 * read nowhere. */
static void pop(AdrefDocxWalker *self)
{
  AdrefDocxField *field = g_ptr_array_steal_index(self->fields, self->fields->len - 1);
  self->instructions -= field->is_instruction ? 1 : 0;
  self->contents -= field->is_contents ? 1 : 0;
  field->result.to = self->plain->len;
  if (self->instructions > 0 || self->contents > 0)
    adref_docx_field_free(field);
  else
    g_ptr_array_add(self->results, field);
  adref_docx_walker_drop_last(self->links);
}

void adref_docx_walker_open_field(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const char *instruction = adref_xml_attribute(element, "w:instr");
  begin_result(self, push(self, instruction ? instruction : "", TRUE));
}

/* With what began in it and has no end. */
void adref_docx_walker_close_field(AdrefDocxWalker *self)
{
  gboolean is_simple = FALSE;
  while (self->fields->len > 0 && !is_simple) {
    is_simple = ((AdrefDocxField *)adref_docx_walker_last(self->fields))->is_simple;
    pop(self);
  }
}

void adref_docx_walker_put_field_sign(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  const char *type = adref_xml_attribute(element, "w:fldCharType");
  AdrefDocxField *field = adref_docx_walker_last(self->fields);
  gboolean is_open = field && !field->is_simple;
  if (g_strcmp0(type, "begin") == 0) {
    push(self, "", FALSE)->is_instruction = TRUE;
    self->instructions++;
  } else if (g_strcmp0(type, "separate") == 0 && is_open) {
    separate(self, field);
  } else if (g_strcmp0(type, "end") == 0 && is_open) {
    pop(self);
  }
}

void adref_docx_walker_put_instruction(AdrefDocxWalker *self, const AdrefXmlNode *element)
{
  AdrefDocxField *field = adref_docx_walker_last(self->fields);
  if (field && field->is_instruction && element->first && element->first->text)
    g_string_append(field->instruction, element->first->text);
}

void adref_docx_walker_end_fields(AdrefDocxWalker *self)
{
  while (self->fields->len > 0) {
    AdrefDocxField *field = adref_docx_walker_last(self->fields);
    if (field->is_instruction) {
      adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_OPEN_FIELD, field->instruction->str);
      g_string_truncate(field->instruction, 0);
    }
    pop(self);
  }
}

/* --- what fields show --- */

typedef enum {
  SHOWS_RESULT, /* which Word makes anew */
  SHOWS_NUMBER, /* a result that is a number and no words */
  SHOWS_TARGET, /* the words of a bookmark */
  SHOWS_INPUT,  /* what somebody has typed */
  SHOWS_NOTHING,
} Shows;

static Shows shows(const char *name)
{
  static const struct {
    const char *name;
    Shows shows;
  } fields[] = {
      {"ADDIN", SHOWS_INPUT},        {"ASK", SHOWS_NOTHING},         {"FILESIZE", SHOWS_NUMBER},
      {"FORMCHECKBOX", SHOWS_INPUT}, {"FORMDROPDOWN", SHOWS_INPUT},  {"FORMTEXT", SHOWS_INPUT},
      {"HYPERLINK", SHOWS_INPUT},    {"NEXT", SHOWS_NOTHING},        {"NOTEREF", SHOWS_NUMBER},
      {"NUMCHARS", SHOWS_NUMBER},    {"NUMPAGES", SHOWS_NUMBER},     {"NUMWORDS", SHOWS_NUMBER},
      {"PAGE", SHOWS_NUMBER},        {"PAGEREF", SHOWS_NUMBER},      {"PRIVATE", SHOWS_NOTHING},
      {"RD", SHOWS_NOTHING},         {"REF", SHOWS_TARGET},          {"REVNUM", SHOWS_NUMBER},
      {"SECTION", SHOWS_NUMBER},     {"SECTIONPAGES", SHOWS_NUMBER}, {"SEQ", SHOWS_NUMBER},
      {"SET", SHOWS_NOTHING},        {"TA", SHOWS_NOTHING},          {"TC", SHOWS_NOTHING},
      {"TOC", SHOWS_NOTHING},        {"XE", SHOWS_NOTHING},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
    if (g_ascii_strcasecmp(name, fields[i].name) == 0)
      return fields[i].shows;
  return SHOWS_RESULT;
}

/* "7", "iv", "2.1". */
static gboolean is_number(const char *words, gsize length)
{
  enum {
    LONGEST = 12
  };
  return length <= LONGEST && strspn(words, "0123456789ivxlcdmIVXLCDM.-, ") >= length;
}

/* Whether the result of REF is what its bookmark has; the number of its paragraph is not known. */
static gboolean is_target(const AdrefDocxWalker *self, char *const *words,
                          const AdrefDocxField *field)
{
  const AdrefDocxSpan *span = words[1] ? g_hash_table_lookup(self->bookmarks, words[1]) : NULL;
  gsize length = field->result.to - field->result.from;
  return span && span->to - span->from == length &&
         memcmp(self->plain->str + span->from, self->plain->str + field->result.from, length) == 0;
}

static void judge(AdrefDocxWalker *self, const AdrefDocxField *field)
{
  g_autofree char *line =
      g_strstrip(g_strdelimit(g_strdup(field->instruction->str), "\t\r\n\"", ' '));
  g_auto(GStrv) parts = g_strsplit(line, " ", 3);
  const char *name = parts[0] ? parts[0] : "", *words = self->plain->str + field->result.from;
  gsize length = field->result.to - field->result.from;
  Shows kind = shows(name);
  if (kind == SHOWS_NOTHING || kind == SHOWS_INPUT || (length == 0 && !*name))
    return;
  if (length == 0) {
    adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_EMPTY_FIELD, line);
    return;
  }
  if ((kind == SHOWS_NUMBER && is_number(words, length)) ||
      (kind == SHOWS_TARGET && is_target(self, parts, field)))
    return;
  enum {
    SAID = 80 /* bytes of the result */
  };
  g_autofree char *result = g_utf8_make_valid(words, (gssize)MIN(length, SAID));
  g_autofree char *both =
      g_strdup_printf("%s: %s", name, g_strstrip(g_strdelimit(result, "\t\n", ' ')));
  adref_docx_walker_notice(self, ADREF_DOCX_NOTICE_FIELD, both);
}

void adref_docx_walker_judge_fields(AdrefDocxWalker *self)
{
  for (guint i = 0; i < self->results->len; i++)
    judge(self, self->results->pdata[i]);
}
