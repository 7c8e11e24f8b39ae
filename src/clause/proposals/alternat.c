#include "clause/proposals/alternat.h"

#include <string.h>

#include "base/error.h"
#include "base/string_order.h"
#include "clause/node_copy.h"

char **adref_alternat_order(const char *const *codes, const char *first)
{
  g_autoptr(GStrvBuilder) order = g_strv_builder_new();
  g_strv_builder_add(order, first);
  for (; *codes; codes++)
    if (strcmp(*codes, first) != 0)
      g_strv_builder_add(order, *codes);
  return g_strv_builder_end(order);
}

/* Making an alternat */

static const char *code_of(const AdrefNode *mark)
{
  return mark->as.link.url + 1;
}

/* Words that join names of equal rank, in the languages of the library and some others. */
static const char *const conjunctions[] = {
    "and",  "or",     "as",     "well",     "nor",    "et",     "ou",       "ainsi", "que", "und",
    "oder", "sowie",  "y",      "e",        "o",      "u",      "и",        "или",   "و",   "أو",
    "dan",  "atau",   "serta",  "và",       "hoặc",   "cùng",   "at",       "saka",  "ve",  "veya",
    "和",   "与",     "與",     "及",       "以及",   "跟",     "同",       "或",    "と",  "や",
    "及び", "および", "並びに", "ならびに", "又は",   "または", "若しくは", "와",    "과",  "및",
    "또는", "และ",    "กับ",     "หรือ",      "ແລະ",    "ກັບ",     "ຫຼື",        "និង",    "ឬ",   "နှင့်",
    "သို့မဟုတ်", "og",     "och",    "ja",       "sekä",   "i",      "oraz",     "a",     "és",  "și",
    "ir",   "un",     "en",     "dhe",      "agus",   "eta",    "na",       "og",    "и",   "та",
    "й",    "болон",  "и",      "және",     "жана",   "va",     "və",       "και",   "ו",   "और",
    "एवं",   "तथा",    "এবং",    "ও",        "மற்றும்",  "మరియు",   "ಮತ್ತು",     "සහ",    "र",   "و",
    "או",   "և",      "და",     "pati",     "maging", "kaj",
};

/* Words that may stand behind one of them: "and of the". */
static const char *const companions[] = {
    "of",  "the", "for", "with", "by",  "between", "from", "to",  "in",  "both", "de",
    "du",  "des", "la",  "le",   "les", "l",       "d",    "der", "die", "das",  "den",
    "dem", "von", "für", "mit",  "del", "el",      "los",  "las", "do",  "da",   "dos",
    "das", "ng",  "sa",  "của",  "với", "ของ",     "ຂອງ",  "の",  "的",
};

static gboolean is_one_of(const char *word, const char *const *list, gsize count)
{
  for (gsize i = 0; i < count; i++)
    if (strcmp(word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The end of the letters and marks that begin here. */
static const char *end_of_word(const char *p)
{
  while (*p && (g_unichar_isalpha(g_utf8_get_char(p)) || g_unichar_ismark(g_utf8_get_char(p))))
    p = g_utf8_next_char(p);
  return p;
}

static gboolean is_joining_sign(gunichar c)
{
  return g_utf8_strchr(",-/&\302\267\330\214\342\200\220\342\200\221\342\200\223\342\200\224"
                       "\343\200\201\343\203\273\357\274\214\357\274\217\357\275\245",
                       -1, c) != NULL;
}

/* Whether a text only joins names: with other words between them, such as "pays", the exchange of
 * two names would say something else. */
static gboolean is_joiner(const AdrefNode *node)
{
  gboolean joins = FALSE;
  if (node->type != ADREF_TEXT || g_utf8_strlen(node->text, -1) > ADREF_ALTERNAT_MAX_JOINER)
    return FALSE;
  for (const char *p = node->text, *end; *p; p = end) {
    end = end_of_word(p);
    g_autofree char *word = g_strndup(p, (gsize)(end - p));
    if (end == p) {
      gunichar c = g_utf8_get_char(p);
      if (!g_unichar_isspace(c) && !is_joining_sign(c))
        return FALSE;
      joins |= !g_unichar_isspace(c);
      end = g_utf8_next_char(p);
    } else if (is_one_of(word, conjunctions, G_N_ELEMENTS(conjunctions))) {
      joins = TRUE;
    } else if (!is_one_of(word, companions, G_N_ELEMENTS(companions))) {
      return FALSE;
    }
  }
  return joins;
}

static AdrefNode *next_mark(const AdrefNode *mark)
{
  AdrefNode *next = mark->next;
  if (next && is_joiner(next))
    next = next->next;
  return next && adref_node_is_party_name(next) ? next : NULL;
}

static gboolean names(const GPtrArray *marks, const char *code)
{
  for (guint i = 0; i < marks->len; i++)
    if (strcmp(code_of(marks->pdata[i]), code) == 0)
      return TRUE;
  return FALSE;
}

/* The party marks of the group that begins with this mark. */
static GPtrArray *marks_from(AdrefNode *mark)
{
  GPtrArray *marks = g_ptr_array_new();
  for (; mark && !names(marks, code_of(mark)); mark = next_mark(mark))
    g_ptr_array_add(marks, mark);
  return marks;
}

static guint rank(const char *const *codes, const AdrefNode *mark)
{
  guint at = 0;
  while (codes[at] && strcmp(codes[at], code_of(mark)) != 0)
    at++;
  return at;
}

static gboolean has_article(const AdrefNode *mark)
{
  const AdrefNode *text = mark->first;
  return text && text->type == ADREF_TEXT && g_ascii_strncasecmp(text->text, "the ", 4) == 0;
}

/* Whether the first mark begins a sentence: "The" does, "the" does not. Without an article its
 * place decides, but not in a list, whose items may begin with small letters. */
static gboolean begins_sentence(const AdrefNode *mark)
{
  if (has_article(mark))
    return mark->first->text[0] == 'T';
  if (!mark->prev)
    return adref_node_is_block(mark->parent) && mark->parent->parent->type == ADREF_CLAUSE;
  const char *text = mark->prev->text;
  gsize length = mark->prev->type == ADREF_TEXT ? mark->prev->length : 0;
  while (length > 0 && text[length - 1] == ' ')
    length--;
  return length > 0 && strchr(".!?", text[length - 1]);
}

static void set_article(AdrefNode *mark, gboolean is_first)
{
  if (has_article(mark))
    mark->first->text[0] = is_first ? 'T' : 't';
}

static void insert_copy(AdrefNode *place, AdrefNode *mark)
{
  AdrefNode *copy = adref_node_copy_tree(mark, ADREF_KEPT);
  adref_node_insert_before(place, copy);
}

/* Sorts the marks of a group: each position gets a copy of the mark that belongs there. */
static void reorder(GPtrArray *marks, const char *const *codes)
{
  gboolean begins = begins_sentence(marks->pdata[0]);
  g_autofree AdrefNode **sorted = g_memdup2(marks->pdata, marks->len * sizeof *sorted);
  for (guint i = 1; i < marks->len; i++) {
    AdrefNode *mark = sorted[i];
    guint at = i;
    for (; at > 0 && rank(codes, sorted[at - 1]) > rank(codes, mark); at--)
      sorted[at] = sorted[at - 1];
    sorted[at] = mark;
  }
  for (guint i = 0; i < marks->len; i++)
    insert_copy(marks->pdata[i], sorted[i]);
  for (guint i = 0; i < marks->len; i++) {
    AdrefNode *mark = marks->pdata[i], *stands = mark->prev;
    if (begins)
      set_article(stands, i == 0);
    marks->pdata[i] = stands;
    adref_node_free(mark);
  }
}

static void collect(AdrefNode *document, GPtrArray *marks)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk))
    if (walk.entering && adref_node_is_party_name(walk.node))
      g_ptr_array_add(marks, walk.node);
}

static gboolean report_single_mark(const AdrefNode *mark, const char *name, GError **error)
{
  adref_error_at(error, ADREF_ERROR_INPUT, (AdrefLocation){name, mark->line, mark->column},
                 "the mark of %s stands alone; the order of parties can change where two or more "
                 "are marked in one sentence, at most %d characters from each other, and only a "
                 "comma, a hyphen or words such as \"and\" and \"and of the\" stand between them",
                 code_of(mark), ADREF_ALTERNAT_MAX_JOINER);
  return FALSE;
}

static gboolean reorder_all(AdrefNode *document, const char *const *codes, const char *name,
                            guint *places, GError **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  collect(document, all);
  for (guint i = 0; i < all->len; *places += 1) {
    g_autoptr(GPtrArray) marks = marks_from(all->pdata[i]);
    if (marks->len < 2)
      return report_single_mark(marks->pdata[0], name, error);
    i += marks->len;
    reorder(marks, codes);
  }
  return TRUE;
}

AdrefNode *adref_alternat(const AdrefNode *document, const char *const *codes, const char *name,
                          guint *places, GError **error)
{
  guint count = 0;
  g_autoptr(AdrefNode) copy = adref_node_copy_tree(document, ADREF_KEPT);
  adref_node_pair_bracket_edges(copy);
  if (!reorder_all(copy, codes, name, &count, error) ||
      !adref_alternat_check(document, copy, name, error))
    return NULL;
  if (places)
    *places = count;
  return g_steal_pointer(&copy);
}

/* Checking an alternat */

typedef struct {
  AdrefWalk walk;
  GPtrArray *names; /* "JPN Japan": the marks of the current block so far */
} AlternatSide;

static void add_name(AlternatSide *side)
{
  g_autofree char *words = adref_node_words(side->walk.node);
  if (g_str_has_prefix(words, "The "))
    words[0] = 't';
  g_ptr_array_add(side->names, g_strconcat(code_of(side->walk.node), " ", words, NULL));
  adref_walk_skip(&side->walk);
}

static gboolean same_names(AlternatSide *one, AlternatSide *other)
{
  gboolean same = one->names->len == other->names->len;
  g_ptr_array_sort(one->names, adref_string_order);
  g_ptr_array_sort(other->names, adref_string_order);
  for (guint i = 0; same && i < one->names->len; i++)
    same = strcmp(one->names->pdata[i], other->names->pdata[i]) == 0;
  g_ptr_array_set_size(one->names, 0);
  g_ptr_array_set_size(other->names, 0);
  return same;
}

static gboolean same_node(const AdrefNode *one, const AdrefNode *other)
{
  if (one->type != other->type || one->length != other->length ||
      (one->text && memcmp(one->text, other->text, one->length) != 0))
    return FALSE;
  if (one->type == ADREF_CLAUSE)
    return g_strcmp0(one->as.clause->number, other->as.clause->number) == 0 &&
           one->as.clause->kind == other->as.clause->kind;
  return one->type != ADREF_LINK || strcmp(one->as.link.url, other->as.link.url) == 0;
}

/* Compares one step of both walks; FALSE if the trees differ there. */
static gboolean compare_step(AlternatSide *one, AlternatSide *other)
{
  const AdrefNode *a = one->walk.node, *b = other->walk.node;
  if (one->walk.entering != other->walk.entering)
    return FALSE;
  if (!one->walk.entering)
    return adref_node_is_block(a) ? same_names(one, other) : TRUE;
  if (!adref_node_is_party_name(a) || !adref_node_is_party_name(b))
    return same_node(a, b);
  add_name(one);
  add_name(other);
  return TRUE;
}

gboolean adref_alternat_check(const AdrefNode *document, const AdrefNode *copy, const char *name,
                              GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(g_free);
  AlternatSide one = {adref_walk(document), names}, other = {adref_walk(copy), others};
  const AdrefNode *at = document;
  gboolean same = TRUE;
  while (same && adref_walk_next(&one.walk)) {
    at = one.walk.node->line > 0 ? one.walk.node : at;
    same = adref_walk_next(&other.walk) && compare_step(&one, &other);
  }
  if (same && !adref_walk_next(&other.walk))
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, (AdrefLocation){name, at->line, at->column},
                 "here the words of the alternat are not those of the text; only the order of "
                 "parties may differ");
  return FALSE;
}
