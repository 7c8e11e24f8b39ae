#include "review/check_lists.h"

#include <string.h>

enum {
  FEWEST = 3,    /* items of a list that is looked at */
  ODD_SHARE = 4, /* more than one item in so many is odd: the list has no form */
  LONG = 500     /* items of which forms are kept */
};

/* The form of one item. */
typedef struct {
  const AdrefNode *block; /* its only paragraph; NULL: it has several blocks */
  gunichar first, last;
  gboolean is_ing;
} ItemForm;

/* The last character of words, but for "and" and "or" behind the sign of an item that is not the
 * last. */
static gunichar last_sign(const char *words)
{
  gsize length = strlen(words);
  static const char *const joints[] = {" and", " or", " dan", " và", " et"};
  for (guint i = 0; i < G_N_ELEMENTS(joints); i++)
    if (g_str_has_suffix(words, joints[i]) && length > strlen(joints[i]) &&
        strchr(";,", words[length - strlen(joints[i]) - 1]))
      length -= strlen(joints[i]);
  return length > 0 ? g_utf8_get_char(g_utf8_prev_char(words + length)) : 0;
}

static ItemForm form_of(const AdrefNode *item)
{
  ItemForm form = {.block = item->first};
  if (!item->first || item->first->next || item->first->type != ADREF_PARAGRAPH ||
      !item->first->first || item->first->first->type != ADREF_TEXT)
    return (ItemForm){0};
  g_autofree char *words = adref_node_words(item->first);
  gsize length = strcspn(words, " ,;.");
  form.first = g_utf8_get_char(words + (g_str_has_prefix(words, "the ") ? 4 : 0));
  form.last = last_sign(words);
  form.is_ing = length > 5 && strncmp(words + length - 3, "ing", 3) == 0;
  return form;
}

/* 1: a small letter, 2: a capital, 0: neither. */
static gint case_of(gunichar c)
{
  return g_unichar_islower(c) ? 1 : g_unichar_isupper(c) || g_unichar_istitle(c) ? 2 : 0;
}

/* The sign that ends an item; letters are all the same. */
static gint end_of(gunichar c)
{
  return g_unichar_ispunct(c) && !strchr(")\"'%", (int)(c < 128 ? c : ' ')) ? (gint)c : 0;
}

typedef gint (*ItemKey)(const ItemForm *form);

static gint case_key(const ItemForm *form)
{
  return case_of(form->first);
}

static gint end_key(const ItemForm *form)
{
  return end_of(form->last);
}

static gint ing_key(const ItemForm *form)
{
  return form->is_ing;
}

/* The key that most items have; -1: no more than half and one have the same. */
static gint usual_key(const ItemForm *forms, guint count, ItemKey key)
{
  for (guint i = 0; i < count; i++) {
    guint same = 0;
    for (guint j = 0; j < count; j++)
      same += key(&forms[j]) == key(&forms[i]) ? 1 : 0;
    if (same < count && same * 2 > count && same >= 2 && count - same <= MAX(1, count / ODD_SHARE))
      return key(&forms[i]);
  }
  return -1;
}

static void report_odd(AdrefCheckText *text, const AdrefNode *clause, const ItemForm *forms,
                       guint count, ItemKey key, const char *what)
{
  gint usual = usual_key(forms, count, key);
  for (guint i = 0; i < count && usual != -1; i++) {
    const AdrefNode *placed = adref_node_placed(forms[i].block);
    if (key(&forms[i]) != usual)
      adref_check_add_at(text, "integrity/list-not-parallel", clause, placed->line, placed->column,
                         "item %u %s than the others", i + 1, what);
  }
}

static void check_list(AdrefCheckText *text, const AdrefNode *clause, const AdrefNode *list)
{
  ItemForm forms[LONG];
  guint count = 0;
  for (const AdrefNode *item = list->first; item && count < LONG; item = item->next) {
    forms[count] = form_of(item);
    if (!forms[count++].block)
      return;
  }
  if (count < FEWEST)
    return;
  report_odd(text, clause, forms, count, case_key, "begins with another kind of letter");
  report_odd(text, clause, forms, count - 1, end_key, "ends with another sign");
  if (count > FEWEST)
    report_odd(text, clause, forms, count, ing_key, "begins with another form of verb");
}

void adref_check_lists(AdrefCheckText *text)
{
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next) {
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk))
      if (walk.entering && walk.node->type == ADREF_LIST)
        check_list(text, clause, walk.node);
  }
}
