#include "review/check/check_lists.h"

#include <string.h>

#include "clause/labels/item_label.h"
#include "language/item_form.h"
#include "language/language_tag.h"

enum {
  FEWEST = 3,    /* items of a list that is looked at */
  ODD_SHARE = 4, /* more than one item in so many is odd: the list has no form */
  LONG = 500,    /* items of which forms are kept */
  UNKNOWN = -1   /* of a letter or sign: the item is not compared */
};

/* The form of one item. */
typedef struct {
  const AdrefNode *block; /* its first paragraph */
  gint letter;            /* it begins with: 1 a small letter, 2 a capital, 0 neither */
  gint end;               /* the sign that ends it; UNKNOWN: it has several blocks */
  AdrefItemForms forms;
  gboolean says_to; /* it begins with "to", in English */
} ItemForm;

/* The last character of words but spaces; 0: there is none, UNKNOWN: it stands before "and" or
 * "or", and is a letter. */
static gint last_sign(const char *words)
{
  static const char *const joints[] = {"and", "or", "dan", "atau", "và", "et",
                                       "ou",  "y",  "und", "oder", "e",  "o"};
  const char *end = words + strlen(words);
  while (end > words && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(end))))
    end = g_utf8_prev_char(end);
  for (guint i = 0; i < G_N_ELEMENTS(joints); i++) {
    gsize length = strlen(joints[i]);
    const char *space = (gsize)(end - words) > length ? g_utf8_prev_char(end - length) : words;
    if (space > words && g_unichar_isspace(g_utf8_get_char(space)) &&
        strncmp(end - length, joints[i], length) == 0)
      return strchr(";,", space[-1]) ? space[-1] : UNKNOWN;
  }
  return end > words ? (gint)g_utf8_get_char(g_utf8_prev_char(end)) : 0;
}

/* 1: a small letter, 2: a capital, 0: neither. */
static gint case_of(gunichar c)
{
  return g_unichar_islower(c) ? 1 : g_unichar_isupper(c) || g_unichar_istitle(c) ? 2 : 0;
}

/* The sign that ends an item; letters are all the same. */
static gint end_of(gint sign)
{
  gunichar c = (gunichar)MAX(sign, 0);
  if (sign == UNKNOWN)
    return UNKNOWN;
  return g_unichar_ispunct(c) && !strchr(")\"'%", (int)(c < 128 ? c : ' ')) ? (gint)c : 0;
}

/* Whether words at the end of an item are not agreed, so that they do not end it. */
static gboolean is_undecided(const AdrefNode *node)
{
  return node->type == ADREF_BRACKET || node->type == ADREF_BRACKET_EDGE ||
         node->type == ADREF_AD_REF;
}

/* The form of an item whose first paragraph is `block`, of which `words` are those behind a label.
 */
static ItemForm form_of(const AdrefNode *block, const char *words, const char *language)
{
  ItemForm form = {block, UNKNOWN, UNKNOWN, ADREF_ITEM_ANY, FALSE};
  if (!is_undecided(block->last))
    form.end = end_of(last_sign(words));
  if (block->first->type == ADREF_TEXT) {
    form.letter = case_of(g_utf8_get_char(words + (g_str_has_prefix(words, "the ") ? 4 : 0)));
    form.forms = adref_item_forms(words, language);
    form.says_to = g_str_has_prefix(words, "to ") && adref_language_tag_matches(language, "en");
  }
  return form;
}

/* The lists of a text by what stands before their last item. */
typedef struct {
  guint joined;     /* those with "; and" */
  GArray *unjoined; /* of Unjoined: those with ";" alone */
} ListJoints;

typedef struct {
  const AdrefNode *clause, *block;
  guint item;
} Unjoined;

typedef gint (*ItemKey)(const ItemForm *form);

static gint letter_key(const ItemForm *form)
{
  return form->letter;
}

static gint end_key(const ItemForm *form)
{
  return form->end;
}

/* The key that most items have; UNKNOWN: no more than half and one have the same. */
static gint usual_key(const ItemForm *forms, guint count, ItemKey key)
{
  for (guint i = 0; i < count; i++) {
    guint same = 0, known = 0;
    for (guint j = 0; j < count; j++) {
      same += key(&forms[j]) == key(&forms[i]) ? 1 : 0;
      known += key(&forms[j]) != UNKNOWN ? 1 : 0;
    }
    if (key(&forms[i]) != UNKNOWN && same < known && same * 2 > known && same >= 2 &&
        known - same <= MAX(1, count / ODD_SHARE))
      return key(&forms[i]);
  }
  return UNKNOWN;
}

static void report(AdrefCheckText *text, const AdrefNode *clause, const ItemForm *forms, guint item,
                   const char *what)
{
  const AdrefNode *placed = adref_node_placed(forms[item].block);
  adref_check_add_at(text, "integrity/list-not-parallel", clause, placed->line, placed->column,
                     "item %u %s", item + 1, what);
}

static void report_odd(AdrefCheckText *text, const AdrefNode *clause, const ItemForm *forms,
                       guint count, ItemKey key, const char *what)
{
  gint usual = usual_key(forms, count, key);
  for (guint i = 0; i < count && usual != UNKNOWN; i++)
    if (key(&forms[i]) != UNKNOWN && key(&forms[i]) != usual)
      report(text, clause, forms, i, what);
}

/* Whether the sentence goes on behind the list. */
static gboolean goes_on(const AdrefNode *list)
{
  const AdrefNode *next = list->next;
  if (!next && list->parent->type == ADREF_CLAUSE && list->parent->next)
    next = list->parent->next->first;
  if (!next || next->type != ADREF_PARAGRAPH)
    return FALSE;
  g_autofree char *words = adref_node_words(next);
  return g_unichar_islower(g_utf8_get_char(words));
}

/* The last item may end as the others, or with a full stop. */
static void check_last(AdrefCheckText *text, const AdrefNode *clause, const AdrefNode *list,
                       const ItemForm *forms, guint count)
{
  gint last = forms[count - 1].end, usual = forms[0].end;
  for (guint i = 1; i + 1 < count; i++)
    if (forms[i].end != usual)
      return;
  gboolean is_odd = (last == 0 || last == ',' || last == ';') && last != usual;
  if (is_odd && (usual == ';' || usual == ',' || usual == '.') && !goes_on(list))
    report(text, clause, forms, count - 1, "ends with another sign than the others");
}

/* Whether the words of an item end with "; and" or "; or". */
static gboolean ends_joined(const AdrefNode *block)
{
  g_autofree char *words = g_strchomp(adref_node_words(block));
  return g_str_has_suffix(words, "; and") || g_str_has_suffix(words, "; or") ||
         g_str_has_suffix(words, ", and") || g_str_has_suffix(words, ", or") ||
         g_str_has_suffix(words, ";and") || g_str_has_suffix(words, "and/or");
}

/* The signs that end the items; two before the last one say nothing of which is odd. */
static void check_ends(AdrefCheckText *text, const AdrefNode *clause, const AdrefNode *list,
                       const ItemForm *forms, guint count)
{
  if (count > FEWEST)
    report_odd(text, clause, forms, count - 1, end_key, "ends with another sign than the others");
  else if (forms[0].end != UNKNOWN && forms[1].end != UNKNOWN && forms[0].end != forms[1].end)
    report(text, clause, forms, 1, "ends with another sign than item 1");
  check_last(text, clause, list, forms, count);
}

/* The form that all items but a few have, most of them for sure; 0: there is none, or one that all
 * have. */
static guint usual_form(const ItemForm *forms, guint count)
{
  guint usual = 0;
  for (guint form = ADREF_ITEM_VERB; form <= ADREF_ITEM_NOUN; form <<= 1) {
    guint have = 0, sure = 0, only = 0;
    for (guint i = 0; i < count; i++) {
      have += forms[i].forms & form ? 1 : 0;
      only += forms[i].forms == form ? 1 : 0;
      sure += (forms[i].forms & form) && forms[i].forms != ADREF_ITEM_ANY ? 1 : 0;
    }
    if (have == count)
      return 0;
    if (count - have <= MAX(1, count / ODD_SHARE) && only > 0 && sure >= 2 && sure * 2 >= count)
      usual = form;
  }
  return usual;
}

/* One item alone says "to" and a verb. */
static void check_only_to(AdrefCheckText *text, const AdrefNode *clause, const ItemForm *forms,
                          guint count)
{
  guint with = 0, without = 0, found = 0;
  for (guint i = 0; i < count; i++) {
    with += forms[i].says_to ? 1 : 0;
    without += !forms[i].says_to && forms[i].letter == 1 ? 1 : 0;
    found = forms[i].says_to ? i : found;
  }
  if (with == 1 && without >= FEWEST - 1 && with + without == count)
    report(text, clause, forms, found, "says \"to\" and a verb, and no other does");
}

static void check_forms(AdrefCheckText *text, const AdrefNode *clause, const ItemForm *forms,
                        guint count)
{
  guint usual = usual_form(forms, count);
  const char *what = usual == ADREF_ITEM_NOUN ? "begins with a verb, the others with a noun"
                     : usual == ADREF_ITEM_TO ? "does not say \"to\" and a verb, as the others do"
                                              : "begins with another form of verb than the others";
  for (guint i = 0; i < count && usual != 0; i++)
    if (!(forms[i].forms & usual))
      report(text, clause, forms, i, what);
  if (usual == 0)
    check_only_to(text, clause, forms, count);
}

static void note_joint(ListJoints *joints, const AdrefNode *clause, const ItemForm *forms,
                       guint count)
{
  const ItemForm *form = &forms[count - 2];
  Unjoined unjoined = {clause, form->block, count - 2};
  if (ends_joined(form->block))
    joints->joined++;
  else if (form->end == ';' && forms[count - 1].end == '.')
    g_array_append_val(joints->unjoined, unjoined);
}

/* A text that joins the last two items of its lists joins them all. */
static void report_joints(AdrefCheckText *text, const ListJoints *joints)
{
  for (guint i = 0; i < joints->unjoined->len && joints->joined >= joints->unjoined->len; i++) {
    const Unjoined *found = &g_array_index(joints->unjoined, Unjoined, i);
    const AdrefNode *placed = adref_node_placed(found->block);
    adref_check_add_at(
        text, "integrity/list-not-parallel", found->clause, placed->line, placed->column,
        "item %u is the last but one, and no \"and\" or \"or\" ends it", found->item + 1);
  }
}

static void check_row(AdrefCheckText *text, ListJoints *joints, const AdrefNode *clause,
                      const AdrefNode *last, const ItemForm *forms, guint count)
{
  if (count >= 2)
    note_joint(joints, clause, forms, count);
  if (count < FEWEST)
    return;
  report_odd(text, clause, forms, count, letter_key,
             "begins with another kind of letter than the others");
  check_ends(text, clause, last, forms, count);
  check_forms(text, clause, forms, count);
}

static void check_list(AdrefCheckText *text, ListJoints *joints, const AdrefNode *clause,
                       const AdrefNode *list)
{
  ItemForm forms[LONG];
  guint count = 0;
  for (const AdrefNode *item = list->first; item && count < LONG; item = item->next) {
    const AdrefNode *block = item->first;
    if (!block || block->type != ADREF_PARAGRAPH || !block->first)
      return;
    g_autofree char *words = adref_node_words(block);
    forms[count] = form_of(block, words, text->source.language);
    if (block->next)
      forms[count].end = UNKNOWN;
    count++;
  }
  check_row(text, joints, clause, list, forms, count);
}

/* --- items that are paragraphs of their own --- */

/* The items "(a)", "(b)" that stand one after the other. */
typedef struct {
  AdrefCheckText *text;
  ListJoints *joints;
  const AdrefCheckBlock *last; /* NULL: there are none */
  AdrefItemLabel label;        /* of the last one */
  ItemForm forms[LONG];
  guint count;
} LabelRow;

static void end_row(LabelRow *self)
{
  if (self->last)
    check_row(self->text, self->joints, self->last->clause, self->last->node, self->forms,
              self->count);
  self->last = NULL;
  self->count = 0;
}

/* Inner items stand between the outer ones, which are given up. */
static void take_label(LabelRow *self, const AdrefCheckBlock *block, const AdrefItemLabel *label)
{
  gboolean follows = self->last && label->kind == self->label.kind && label->count == 1 &&
                     self->label.count == 1 && label->numbers[0] == self->label.numbers[0] + 1;
  gboolean is_first = label->count == 1 && label->numbers[0] == 1;
  if (!follows && is_first)
    self->count = 0;
  else if (!follows)
    end_row(self);
  if ((!follows && !is_first) || self->count == LONG)
    return;
  const char *words = block->words->str + label->length;
  self->last = block;
  self->label = *label;
  self->forms[self->count++] =
      form_of(block->node, words + strspn(words, " "), self->text->source.language);
}

static void check_paragraphs(AdrefCheckText *text, ListJoints *joints)
{
  g_autofree LabelRow *self = g_new0(LabelRow, 1);
  self->text = text;
  self->joints = joints;
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gboolean is_plain = block->node->type == ADREF_PARAGRAPH &&
                        block->node->parent->type == ADREF_CLAUSE && block->node->first;
    AdrefItemLabel label = {0};
    if (is_plain)
      label = adref_item_label_read(block->words->str, block->words->len);
    if (label.length > 0 && label.kind != ADREF_ITEM_LABEL_WORD)
      take_label(self, block, &label);
    else
      end_row(self);
  }
  end_row(self);
}

void adref_check_lists(AdrefCheckText *text)
{
  ListJoints joints = {0, g_array_new(FALSE, FALSE, sizeof(Unjoined))};
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next) {
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk))
      if (walk.entering && walk.node->type == ADREF_LIST)
        check_list(text, &joints, clause, walk.node);
  }
  check_paragraphs(text, &joints);
  if (adref_language_tag_matches(text->source.language, "en"))
    report_joints(text, &joints);
  g_array_unref(joints.unjoined);
}
