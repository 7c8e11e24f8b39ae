#include "exchange/docx/docx_list_labels.h"

#include <string.h>

#include "clause/labels/numbering.h"
#include "exchange/docx/docx_style_sheet.h"

/* A level of a list. */
typedef struct {
  const char *format; /* "decimal" */
  const char *text;   /* "%1.%2" */
  guint start;
  int left;          /* the indent of its items; 0: none */
  gboolean is_legal; /* all numbers are decimal */
} Level;

/* The counters of an abstract list; lists (numId) that have the same one go on counting. */
typedef struct {
  Level levels[ADREF_DOCX_LIST_LEVELS];
  guint counts[ADREF_DOCX_LIST_LEVELS];
  gboolean is_begun[ADREF_DOCX_LIST_LEVELS];
} Counters;

typedef struct {
  Counters *counters;
  Level levels[ADREF_DOCX_LIST_LEVELS];
  gboolean restarts[ADREF_DOCX_LIST_LEVELS]; /* the list has a first number of its own */
  gboolean is_used[ADREF_DOCX_LIST_LEVELS];
} List;

struct AdrefDocxLists {
  GHashTable *counters; /* abstractNumId -> Counters */
  GHashTable *lists;    /* numId -> List */
};

static void read_level(Level *level, const AdrefXmlNode *element)
{
  const char *format = adref_xml_attribute(adref_xml_child(element, "w:numFmt"), "w:val");
  const char *text = adref_xml_attribute(adref_xml_child(element, "w:lvlText"), "w:val");
  level->format = format ? format : "decimal";
  level->text = text ? text : "";
  const AdrefXmlNode *indent = adref_xml_child(adref_xml_child(element, "w:pPr"), "w:ind");
  const char *left = adref_xml_attribute(indent, "w:left");
  left = left ? left : adref_xml_attribute(indent, "w:start");
  level->left = left ? (int)g_ascii_strtoll(left, NULL, 10) : 0;
  level->start = adref_docx_number(element, "w:start", 1);
  level->is_legal = adref_docx_is_on(element, "w:isLgl", FALSE);
}

static guint number_of(const AdrefXmlNode *element, const char *attribute, guint otherwise)
{
  const char *value = adref_xml_attribute(element, attribute);
  guint64 number;
  return value && g_ascii_string_to_unsigned(value, 10, 0, 1000000, &number, NULL) ? (guint)number
                                                                                   : otherwise;
}

static void add_abstract(AdrefDocxLists *lists, const AdrefXmlNode *element)
{
  Counters *counters = g_new0(Counters, 1);
  for (const AdrefXmlNode *node = element->first; node; node = node->next) {
    guint level = number_of(node, "w:ilvl", ADREF_DOCX_LIST_LEVELS);
    if (adref_xml_is(node, "w:lvl") && level < ADREF_DOCX_LIST_LEVELS)
      read_level(&counters->levels[level], node);
  }
  g_hash_table_replace(lists->counters, GUINT_TO_POINTER(number_of(element, "w:abstractNumId", 0)),
                       counters);
}

static void add_list(AdrefDocxLists *lists, const AdrefXmlNode *element)
{
  guint abstract = adref_docx_number(element, "w:abstractNumId", G_MAXUINT);
  Counters *counters = g_hash_table_lookup(lists->counters, GUINT_TO_POINTER(abstract));
  if (!counters)
    return;
  List *list = g_new0(List, 1);
  list->counters = counters;
  memcpy(list->levels, counters->levels, sizeof list->levels);
  for (const AdrefXmlNode *node = element->first; node; node = node->next) {
    guint level = number_of(node, "w:ilvl", ADREF_DOCX_LIST_LEVELS);
    if (!adref_xml_is(node, "w:lvlOverride") || level >= ADREF_DOCX_LIST_LEVELS)
      continue;
    const AdrefXmlNode *own = adref_xml_child(node, "w:lvl");
    if (own)
      read_level(&list->levels[level], own);
    list->levels[level].start =
        adref_docx_number(node, "w:startOverride", list->levels[level].start);
    list->restarts[level] = own || adref_xml_child(node, "w:startOverride");
  }
  g_hash_table_replace(lists->lists, GUINT_TO_POINTER(number_of(element, "w:numId", 0)), list);
}

AdrefDocxLists *adref_docx_lists_new(const AdrefXmlNode *root)
{
  AdrefDocxLists *lists = g_new0(AdrefDocxLists, 1);
  lists->counters = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  lists->lists = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  const AdrefXmlNode *first = root ? root->first : NULL;
  for (const AdrefXmlNode *node = first; node; node = node->next)
    if (adref_xml_is(node, "w:abstractNum"))
      add_abstract(lists, node);
  for (const AdrefXmlNode *node = first; node; node = node->next)
    if (adref_xml_is(node, "w:num"))
      add_list(lists, node);
  return lists;
}

int adref_docx_lists_left(const AdrefDocxLists *lists, guint list, guint level)
{
  const List *known = g_hash_table_lookup(lists->lists, GUINT_TO_POINTER(list));
  return known && level < ADREF_DOCX_LIST_LEVELS ? known->levels[level].left : 0;
}

void adref_docx_lists_free(AdrefDocxLists *lists)
{
  if (!lists)
    return;
  g_hash_table_unref(lists->lists);
  g_hash_table_unref(lists->counters);
  g_free(lists);
}

void adref_docx_lists_restart(AdrefDocxLists *lists)
{
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, lists->counters);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    memset(((Counters *)value)->is_begun, 0, sizeof((Counters *)value)->is_begun);
  g_hash_table_iter_init(&iter, lists->lists);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    memset(((List *)value)->is_used, 0, sizeof((List *)value)->is_used);
}

/* a ... z, aa, bb ... as Word counts. */
static void put_letters(GString *label, guint number, char first)
{
  for (guint i = (number - 1) / 26 + 1; i > 0; i--)
    g_string_append_c(label, (char)(first + (char)((number - 1) % 26)));
}

static void put_roman(GString *label, guint number, gboolean capitals)
{
  g_autofree char *roman = adref_numbering_roman(number, capitals);
  g_string_append(label, roman);
}

/* 1 to 99 as 一, 十一, 二十. */
static void put_chinese(GString *label, guint number)
{
  static const char *const digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number > 99) {
    g_string_append_printf(label, "%u", number);
    return;
  }
  if (number >= 20)
    g_string_append(label, digits[number / 10]);
  g_string_append(label, number >= 10 ? "十" : "");
  g_string_append(label, digits[number % 10]);
}

static void put_full_width(GString *label, guint number)
{
  g_autofree char *digits = g_strdup_printf("%u", number);
  for (const char *at = digits; *at; at++)
    g_string_append_unichar(label, 0xFF10 + (gunichar)(*at - '0'));
}

static void put_number(GString *label, const char *format, guint number)
{
  enum {
    LARGEST = 3999 /* with letters and Roman numerals */
  };
  gboolean is_small = number > 0 && number <= LARGEST;
  if (strcmp(format, "none") == 0)
    return;
  if (g_str_has_suffix(format, "Letter") && is_small)
    put_letters(label, number, *format == 'u' ? 'A' : 'a');
  else if (g_str_has_suffix(format, "Roman") && is_small)
    put_roman(label, number, *format == 'u');
  else if (strstr(format, "ounting") || strstr(format, "deographDigital"))
    put_chinese(label, number);
  else if (strcmp(format, "decimalFullWidth") == 0)
    put_full_width(label, number);
  else if (strcmp(format, "decimalZero") == 0)
    g_string_append_printf(label, "%02u", number);
  else
    g_string_append_printf(label, "%u", number);
}

/* Counts one further at a level; the levels below begin again. */
static void count(List *list, guint level)
{
  Counters *counters = list->counters;
  gboolean begins = !counters->is_begun[level] || (list->restarts[level] && !list->is_used[level]);
  for (guint i = 0; i < level; i++)
    if (!counters->is_begun[i]) {
      counters->counts[i] = list->levels[i].start;
      counters->is_begun[i] = TRUE;
    }
  if (begins)
    counters->counts[level] = list->levels[level].start;
  else
    counters->counts[level]++;
  counters->is_begun[level] = list->is_used[level] = TRUE;
  for (guint i = level + 1; i < ADREF_DOCX_LIST_LEVELS; i++)
    counters->is_begun[i] = FALSE;
}

static char *make_label(const List *list, guint level)
{
  GString *label = g_string_new(NULL);
  const Level *own = &list->levels[level];
  for (const char *at = own->text; *at; at++) {
    guint shown = at[0] == '%' && at[1] >= '1' && at[1] <= '9' ? (guint)(at[1] - '1') : G_MAXUINT;
    if (shown > level) {
      g_string_append_c(label, *at);
      continue;
    }
    put_number(label, own->is_legal ? "decimal" : list->levels[shown].format,
               list->counters->counts[shown]);
    at++;
  }
  return g_strstrip(g_string_free(label, FALSE));
}

static gboolean is_plain(const Level *level, guint depth)
{
  const char *text = level->text;
  return strcmp(level->format, "decimal") == 0 && text[0] == '%' &&
         text[1] == (char)('1' + (char)depth) &&
         (text[2] == '\0' || (strchr(".)", text[2]) && text[3] == '\0'));
}

gboolean adref_docx_lists_next(AdrefDocxLists *lists, guint id, guint level,
                               AdrefDocxListLabel *label)
{
  List *list = g_hash_table_lookup(lists->lists, GUINT_TO_POINTER(id));
  level = MIN(level, ADREF_DOCX_LIST_LEVELS - 1);
  if (!list || !list->levels[level].format)
    return FALSE;
  const Level *own = &list->levels[level];
  count(list, level);
  label->is_bullet = strcmp(own->format, "bullet") == 0;
  label->is_plain = is_plain(own, level);
  label->number = list->counters->counts[level];
  label->label = label->is_bullet ? g_strdup("") : make_label(list, level);
  return TRUE;
}
