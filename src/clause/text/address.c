#include "clause/text/address.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/name.h"
#include "clause/heading_slug.h"
#include "clause/labels/item_label.h"
#include "clause/labels/label_lists.h"
#include "clause/labels/numbering.h"

enum {
  MAX_PARTS = 8,      /* parts of parts in an address */
  MAX_NAMED = 5,      /* places that an error names */
  MAX_LEVEL = 6,      /* of headings, whose ranks are their levels */
  FEWEST_LETTERS = 3, /* of first words */
  SHOWN_LETTERS = 30, /* of first words in an error */
  RANK_CLAUSE = 8,    /* below headings, which have the ranks 1 to 6 */
  RANK_WORD = 9,      /* of labelled blocks: Article 5 */
  RANK_NUMBER = 10,   /* 10.4, 12. */
  RANK_FIGURE = 11,   /* (2) */
  RANK_LETTER = 12,   /* (b) */
  RANK_ROMAN = 13,    /* (ii) */
};

/* A part that has an address. */
typedef struct {
  AdrefNode *clause, *node;
  guint rank;     /* a part is in the last part before it that has a lower rank */
  char *names[2]; /* what it is called, as by key_of(); NULL: nothing */
  char *shown;    /* its own number or label for messages, or NULL */
} Part;

typedef struct {
  GArray *parts; /* of Part, in the order of the text */
} AddressFinder;

/* --- names --- */

static void part_clear(gpointer data)
{
  Part *part = data;
  g_free(part->names[0]);
  g_free(part->names[1]);
  g_free(part->shown);
}

/* What a number or label is compared by: "(b)" and "b)" are "b", "12 bis" is "12bis", "Art. 5 (2)"
 * is "Article 5 (2)". The caller frees it. */
static char *key_of(const char *name)
{
  g_autofree char *capital =
      g_utf8_strup(name, (gssize)(*name ? g_utf8_next_char(name) - name : 0));
  g_autofree char *titled = g_strconcat(capital, *name ? g_utf8_next_char(name) : "", NULL);
  AdrefItemLabel label = adref_item_label_read(titled, strlen(titled));
  GString *key = g_string_new(NULL);
  if (label.kind == ADREF_ITEM_LABEL_WORD && label.length == strlen(titled)) {
    g_string_append_printf(key, "%u:", label.word);
    for (guint i = 0; i < label.count; i++)
      g_string_append_printf(key, "%s%u", i > 0 ? "." : "", label.numbers[i]);
    if (label.suffix > 0)
      g_string_append(key, adref_numbering_suffix(label.suffix));
    return g_string_free(key, FALSE);
  }
  g_autofree char *small = g_utf8_casefold(name, -1);
  for (const char *p = small; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (!g_unichar_isspace(c) && c != '(' && c != ')' && c != 0xFF08 && c != 0xFF09 && c != ':')
      g_string_append_unichar(key, c);
  }
  while (key->len > 0 && key->str[key->len - 1] == '.')
    g_string_truncate(key, key->len - 1);
  return g_string_free(key, FALSE);
}

static gboolean is_called(const Part *part, const char *key)
{
  return *key && (g_strcmp0(part->names[0], key) == 0 || g_strcmp0(part->names[1], key) == 0);
}

/* --- parts --- */

static void add_part(AddressFinder *self, AdrefNode *clause, AdrefNode *node, guint rank,
                     const char *shown, const char *also)
{
  Part part = {.clause = clause, .node = node, .rank = rank};
  part.names[0] = shown ? key_of(shown) : NULL;
  part.names[1] = also ? key_of(also) : NULL;
  part.shown = g_strdup(shown);
  if (shown && g_str_has_suffix(shown, "."))
    part.shown[strlen(shown) - 1] = '\0';
  g_array_append_val(self->parts, part);
}

static guint rank_of(const AdrefItemLabel *label)
{
  switch (label->kind) {
  case ADREF_ITEM_LABEL_WORD: return RANK_WORD;
  case ADREF_ITEM_LABEL_DECIMAL: return RANK_NUMBER;
  case ADREF_ITEM_LABEL_FIGURE: return RANK_FIGURE;
  case ADREF_ITEM_LABEL_LETTER:
  case ADREF_ITEM_LABEL_CAPITAL: return label->roman == 1 ? RANK_ROMAN : RANK_LETTER;
  case ADREF_ITEM_LABEL_ROMAN:
  case ADREF_ITEM_LABEL_ROMAN_CAPITAL: return RANK_ROMAN;
  case ADREF_ITEM_LABEL_BULLET: break;
  }
  return RANK_NUMBER;
}

/* The number "12." at the start of a heading or paragraph; its length. */
static gsize typed_number(const char *words)
{
  gsize digits = strspn(words, "0123456789");
  return digits > 0 && digits <= 3 && (words[digits] == '.' || words[digits] == ')') &&
                 words[digits + 1] == ' '
             ? digits
             : 0;
}

/* Adds a paragraph or heading with the label at its start. A heading without one, and a paragraph
 * that is a clause of its own, are parts too: they have first words. */
static void add_block(AddressFinder *self, AdrefNode *clause, AdrefNode *block)
{
  const AdrefNode *text = block->first;
  const char *words = text && text->type == ADREF_TEXT ? text->text : "";
  AdrefItemLabel label = adref_item_label_read(words, strlen(words));
  gsize digits = label.length > 0 ? 0 : typed_number(words);
  g_autofree char *shown = g_strndup(words, label.length + digits);
  gboolean heading = block->type == ADREF_HEADING;
  guint rank = heading            ? block->as.level
               : digits > 0       ? RANK_NUMBER
               : label.length > 0 ? rank_of(&label)
                                  : G_MAXUINT;
  AdrefClauseKind kind = clause->as.clause->kind;
  gboolean whole = kind == ADREF_TITLE || kind == ADREF_PLAIN;
  AdrefNode *node = whole && clause->first == block && !block->next ? clause : block;
  add_part(self, clause, node, rank, *shown ? shown : NULL,
           heading ? clause->as.clause->number : NULL);
}

/* A list that is open while its items are added. */
typedef struct {
  guint next, depth, rank;
} OpenList;

static OpenList open_list(const GArray *lists, const AdrefNode *clause, const AdrefNode *list)
{
  guint depth = adref_numbering_list_depth(clause) + adref_numbering_lists_around(list);
  OpenList open = {list->as.list.start, depth, RANK_NUMBER};
  if (lists->len > 0) {
    const OpenList *outer = &g_array_index(lists, OpenList, lists->len - 1);
    open.rank = outer->rank + 1;
  } else if (list->as.list.labelled && list->first->text) {
    AdrefItemLabel label = adref_item_label_read(list->first->text, strlen(list->first->text));
    open.rank = rank_of(&label);
  }
  return open;
}

static void add_item(AddressFinder *self, GArray *lists, AdrefNode *clause, AdrefNode *item)
{
  OpenList *list = &g_array_index(lists, OpenList, lists->len - 1);
  if (item->text && adref_list_is_counted(item->parent)) {
    add_part(self, clause, item, list->rank, item->text, NULL);
  } else if (item->parent->as.list.ordered) {
    guint number = adref_item_number(item, list->next);
    g_autofree char *shown = adref_numbering_list_item(item->parent, list->depth, number);
    g_autofree char *also = g_strdup_printf("%u", number);
    list->next = number + 1;
    add_part(self, clause, item, list->rank, shown, also);
  } else {
    add_part(self, clause, item, G_MAXUINT, NULL, NULL);
  }
}

/* A paragraph behind the first one of an item is a part of it if it has a label. */
static void add_block_of_item(AddressFinder *self, const GArray *lists, AdrefNode *clause,
                              AdrefNode *block)
{
  const AdrefNode *text = block->first;
  const char *words = text && text->type == ADREF_TEXT ? text->text : "";
  AdrefItemLabel label = adref_item_label_read(words, strlen(words));
  if (label.length == 0 || !block->prev)
    return;
  g_autofree char *shown = g_strndup(words, label.length);
  guint least = g_array_index(lists, OpenList, lists->len - 1).rank + 1;
  add_part(self, clause, block, MAX(rank_of(&label), least), shown, NULL);
}

static void add_clause(AddressFinder *self, AdrefNode *clause)
{
  g_autoptr(GArray) lists = g_array_new(FALSE, FALSE, sizeof(OpenList));
  AdrefClauseKind kind = clause->as.clause->kind;
  if (kind != ADREF_TITLE && kind != ADREF_PLAIN)
    add_part(self, clause, clause, RANK_CLAUSE, clause->as.clause->number, NULL);
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    if (node->type == ADREF_LIST && walk.entering) {
      OpenList list = open_list(lists, clause, node);
      g_array_append_val(lists, list);
    } else if (node->type == ADREF_LIST) {
      g_array_set_size(lists, lists->len - 1);
    } else if (node->type == ADREF_ITEM && walk.entering) {
      add_item(self, lists, clause, node);
    } else if ((node->type == ADREF_PARAGRAPH || node->type == ADREF_HEADING) && walk.entering) {
      if (lists->len == 0)
        add_block(self, clause, node);
      else
        add_block_of_item(self, lists, clause, node);
      adref_walk_skip(&walk);
    }
  }
}

static const Part *part_at(const AddressFinder *self, guint i)
{
  return &g_array_index(self->parts, Part, i);
}

/* --- finding --- */

/* The first of the parts of a part that has a name and the lowest rank; the number of parts: none.
 */
static guint find_below(const AddressFinder *self, guint at, const char *key)
{
  guint best = self->parts->len;
  for (guint i = at + 1; i < self->parts->len && part_at(self, i)->rank > part_at(self, at)->rank;
       i++)
    if (is_called(part_at(self, i), key) &&
        (best == self->parts->len || part_at(self, i)->rank < part_at(self, best)->rank))
      best = i;
  return best;
}

/* Divides "12 (b)(ii)" into "12" and, from the end, "(ii)" and "(b)"; returns how many of these. */
static guint split(char *words, char **below)
{
  guint count = 0;
  for (gsize length; count < MAX_PARTS; count++) {
    g_strchomp(words);
    length = strlen(words);
    char *open = strrchr(words, '(');
    if (length == 0 || words[length - 1] != ')' || !open || open == words)
      break;
    below[count] = g_strdup(open);
    *open = '\0';
  }
  g_strchomp(words);
  return count;
}

/* Goes from a part to the part of it that the rest of the address names; returns the number of
 * parts when there is none. *missing becomes the first name that was not found. */
static guint descend(const AddressFinder *self, guint at, char *const *below, guint count,
                     guint *found, const char **missing)
{
  for (guint i = count; i-- > 0 && at < self->parts->len;) {
    g_autofree char *key = key_of(below[i]);
    *found = at;
    at = find_below(self, at, key);
    *missing = below[i];
  }
  return at;
}

typedef gboolean (*Matches)(const Part *part, const char *key);

static gboolean is_id(const Part *part, const char *key)
{
  return part->node == part->clause && g_strcmp0(part->clause->as.clause->id, key) == 0;
}

static gboolean is_number_of_clause(const Part *part, const char *key)
{
  return part->clause->as.clause->number && part->node == part->clause && is_called(part, key);
}

static gboolean is_same_words(const char *words, const char *key, gboolean whole)
{
  g_autofree char *small = g_utf8_casefold(words, -1);
  return whole ? strcmp(small, key) == 0 : g_str_has_prefix(small, key);
}

static gboolean is_heading(const Part *part, const char *key)
{
  if (part->rank > MAX_LEVEL)
    return FALSE;
  g_autofree char *words = adref_node_words(part->node), *slug = adref_heading_slug(words);
  return is_same_words(words, key, TRUE) || strcmp(slug, key) == 0;
}

static gboolean begins_with_words(const Part *part, const char *key)
{
  g_autofree char *words = adref_node_words(part->node);
  gsize label = part->node->type == ADREF_ITEM && part->node->text ? part->node->length : 0;
  const char *behind = g_str_has_prefix(words, part->node->text ? part->node->text : "")
                           ? words + label + strspn(words + label, " ")
                           : words;
  return g_utf8_strlen(key, -1) >= FEWEST_LETTERS &&
         (is_same_words(words, key, FALSE) || is_same_words(behind, key, FALSE));
}

/* An address while it is found. */
typedef struct {
  const AddressFinder *finder;
  GHashTable *slugs;      /* of the headings (clause/heading_slug.h); NULL until they are needed */
  char *below[MAX_PARTS]; /* the names of parts of parts, the last one first */
  guint below_count;
  GArray *found;       /* of guint: the parts at the address */
  guint holder;        /* the part that has no such part; G_MAXUINT: none */
  const char *missing; /* the name of that part */
} AddressSearch;

static void find_by(AddressSearch *self, Matches matches, const char *key)
{
  guint count = self->finder->parts->len;
  for (guint i = 0; i < count; i++) {
    const Part *part = part_at(self->finder, i);
    const Part *before =
        self->found->len > 0
            ? part_at(self->finder, g_array_index(self->found, guint, self->found->len - 1))
            : NULL;
    if (!matches(part, key) || (before && before->node == part->clause))
      continue; /* the first words of a clause are those of its first paragraph */
    guint holder = i;
    const char *missing = NULL;
    if (self->found->len > 0 && (matches == is_id || matches == is_number_of_clause))
      return; /* a number of an annex is that of the text too; the text comes first */
    guint at = descend(self->finder, i, self->below, self->below_count, &holder, &missing);
    if (at < count) {
      g_array_append_val(self->found, at);
    } else if (self->holder == G_MAXUINT) {
      self->holder = holder;
      self->missing = missing;
    }
  }
}

/* "12" for 第12項 and 제12항, with what stands behind it; NULL: the words are another thing. */
static char *eastern_number(const char *words)
{
  static const char *const before[] = {"第", "제"}, *const behind[] = {"項",   "项",         "款",
                                                                       "段落", "パラグラフ", "항",
                                                                       "단락"};
  for (gsize i = 0; i < G_N_ELEMENTS(before); i++) {
    const char *number = words + strlen(before[i]);
    gsize digits = g_str_has_prefix(words, before[i]) ? strspn(number, "0123456789") : 0;
    for (gsize j = 0; digits > 0 && j < G_N_ELEMENTS(behind); j++)
      if (g_str_has_prefix(number + digits, behind[j])) {
        g_autofree char *figures = g_strndup(number, digits);
        return g_strconcat(figures, number + digits + strlen(behind[j]), NULL);
      }
  }
  return NULL;
}

/* "paragraph 12", "OP 12" and 第12項 without their word. The caller frees it. */
static char *without_word(const char *words)
{
  static const char *const before[] = {"paragraphe", "paragraph", "paragraf",  "para.",
                                       "para",       "párrafo",   "parágrafo", "op",
                                       "clause",     "đoạn",      "วรรค"};
  char *eastern = eastern_number(words);
  if (eastern)
    return eastern;
  for (gsize i = 0; i < G_N_ELEMENTS(before); i++) {
    gsize length = strlen(before[i]);
    if (g_ascii_strncasecmp(words, before[i], length) != 0)
      continue;
    const char *rest = words + length + strspn(words + length, " ");
    if (g_ascii_isdigit(*rest))
      return g_strdup(rest);
  }
  return g_strdup(words);
}

static void find_words(AddressSearch *self, const char *words)
{
  g_autofree char *key = key_of(words), *bare = without_word(words), *number = key_of(bare);
  g_autofree char *small = g_utf8_casefold(words, -1);
  const struct {
    Matches matches;
    const char *key;
  } ways[] = {{is_id, words},
              {is_number_of_clause, key},
              {is_called, key},
              {is_number_of_clause, number},
              {is_called, number},
              {is_heading, small},
              {begins_with_words, small}};
  for (gsize i = 0; i < G_N_ELEMENTS(ways) && self->found->len == 0; i++)
    find_by(self, ways[i].matches, ways[i].key);
}

/* Finds the heading with the name that links have for it, "data-1" for the second of its words. */
static void find_slug(AddressSearch *self, const AdrefNode *document, const char *name)
{
  self->slugs = adref_heading_slugs(document, ADREF_DELETED);
  const AdrefNode *clause = adref_heading_slugs_find(self->slugs, name);
  for (guint i = 0; clause && i < self->finder->parts->len; i++) {
    if (part_at(self->finder, i)->clause != clause || part_at(self->finder, i)->rank > MAX_LEVEL)
      continue;
    g_array_set_size(self->found, 0);
    g_array_append_val(self->found, i);
    return;
  }
}

/* --- messages --- */

/* "#data-1", by which a heading is found that others have the words of; NULL: there is none. The
 * caller frees it. */
static char *slug_of(const AddressSearch *self, const Part *part)
{
  GHashTableIter iter;
  gpointer slug, clause;
  if (!self->slugs || part->rank > MAX_LEVEL || part->clause->as.clause->id)
    return NULL;
  g_hash_table_iter_init(&iter, self->slugs);
  while (g_hash_table_iter_next(&iter, &slug, &clause))
    if (clause == part->clause)
      return g_strconcat("#", (const char *)slug, NULL);
  return NULL;
}

/* The address of a part: the numbers of the parts that it is in, or its first words. */
static char *write_address(const AddressFinder *self, guint at)
{
  const Part *part = part_at(self, at);
  if (part->node == part->clause && part->clause->as.clause->id)
    return g_strdup(part->clause->as.clause->id);
  if (!part->shown) {
    g_autofree char *words = adref_node_words(part->node);
    char *end = words;
    for (guint i = 0; i < SHOWN_LETTERS && *end; i++)
      end = g_utf8_next_char(end);
    gboolean cut = *end != '\0';
    *end = '\0';
    return g_strdup_printf("\"%s%s\"", words, cut ? " ..." : "");
  }
  GString *address = g_string_new(part->shown);
  for (guint rank = part->rank; at-- > 0;) {
    const Part *outer = part_at(self, at);
    if (outer->rank >= rank || outer->rank < RANK_CLAUSE)
      continue;
    rank = outer->rank;
    if (outer->shown)
      g_string_prepend(address, g_str_has_prefix(address->str, "(") ? " " : ", ");
    g_string_prepend(address, outer->shown ? outer->shown : "");
  }
  return g_string_free(address, FALSE);
}

static void say_missing(const AddressSearch *self, const char *name, GError **error)
{
  g_autofree char *holder = write_address(self->finder, self->holder);
  g_autoptr(GString) has = g_string_new(NULL);
  guint rank = G_MAXUINT, count = 0;
  for (guint i = self->holder + 1; i < self->finder->parts->len; i++) {
    const Part *part = part_at(self->finder, i);
    if (part->rank <= part_at(self->finder, self->holder)->rank)
      break;
    if (!part->shown || part->rank > rank || count > MAX_NAMED)
      continue;
    rank = part->rank;
    g_string_append_printf(has, "%s%s", count > 0 ? ", " : "",
                           count == MAX_NAMED ? "..." : part->shown);
    count++;
  }
  adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: %s has no part %s; %s%s", name, holder,
              self->missing, count > 0 ? "it has " : "it has no numbered parts", has->str);
}

static void say_ambiguous(const AddressSearch *self, const char *name, const char *words,
                          GError **error)
{
  g_autoptr(GString) places = g_string_new(NULL);
  for (guint i = 0; i < self->found->len && i <= MAX_NAMED; i++) {
    guint at = g_array_index(self->found, guint, i);
    g_autofree char *slug = slug_of(self, part_at(self->finder, at));
    g_autofree char *address = slug ? g_strdup(slug) : write_address(self->finder, at);
    if (i == MAX_NAMED)
      g_string_append(places, " and others");
    else
      g_string_append_printf(places, "%s%s in line %u", i > 0 ? ", " : "", address,
                             part_at(self->finder, at)->node->line);
  }
  adref_error(error, ADREF_ERROR_NOT_FOUND,
              "%s: \"%s\" stands at %u places: %s; name one of them by its address, or by "
              "more of its first words",
              name, words, self->found->len, places->str);
}

static gboolean is_preambular(const char *number)
{
  return g_ascii_strncasecmp(number, "PP", 2) == 0;
}

static gint64 value_of(const char *number)
{
  return g_ascii_strtoll(number + (is_preambular(number) ? 2 : 0), NULL, 10);
}

const char *adref_address_nearest_number(const AdrefNode *document, const char *number)
{
  const char *nearest = NULL;
  if (!g_ascii_isdigit(number[is_preambular(number) ? 2 : 0]))
    return NULL;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    const char *here = clause->as.clause->number;
    if (here && clause->as.clause->kind != ADREF_TITLE &&
        is_preambular(here) == is_preambular(number) &&
        (!nearest ||
         llabs(value_of(here) - value_of(number)) < llabs(value_of(nearest) - value_of(number))))
      nearest = here;
  }
  return nearest;
}

static void say_not_found(const AddressSearch *self, const AdrefNode *document, const char *name,
                          const char *words, GError **error)
{
  g_autoptr(GPtrArray) near = g_ptr_array_new_with_free_func(g_free);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->id)
      g_ptr_array_add(near, g_strdup(clause->as.clause->id));
  for (guint i = 0; i < self->finder->parts->len; i++)
    if (part_at(self->finder, i)->shown)
      g_ptr_array_add(near, write_address(self->finder, i));
  g_ptr_array_add(near, NULL);
  const char *closest = adref_name_closest(words, (const char *const *)near->pdata);
  if (!closest)
    closest = adref_address_nearest_number(document, words);
  if (closest)
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: no clause \"%s\"; did you mean %s?", name, words,
                closest);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "%s: no clause \"%s\"; adref show lists the ids behind #", name, words);
}

/* --- */

static void search_init(AddressSearch *self, const AddressFinder *finder)
{
  *self = (AddressSearch){.finder = finder, .holder = G_MAXUINT};
  self->found = g_array_new(FALSE, FALSE, sizeof(guint));
}

static void search_clear(AddressSearch *self)
{
  g_clear_pointer(&self->slugs, g_hash_table_unref);
  for (guint i = 0; i < self->below_count; i++)
    g_free(self->below[i]);
  g_array_unref(self->found);
}

static void find_all(AddressSearch *self, const char *words)
{
  g_autofree char *base = g_strdup(words);
  find_words(self, words);
  if (self->found->len > 0)
    return;
  self->below_count = split(base, self->below);
  if (self->below_count > 0)
    find_words(self, base);
}

gboolean adref_address_find(const AdrefNode *document, const char *name, const char *words,
                            AdrefAddress *address, GError **error)
{
  AddressFinder finder = {g_array_new(FALSE, FALSE, sizeof(Part))};
  AddressSearch search;
  g_array_set_clear_func(finder.parts, part_clear);
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    add_clause(&finder, clause);
  search_init(&search, &finder);
  find_all(&search, *words == '#' ? words + 1 : words);
  if (search.found->len > 1 && *words != '#')
    search.slugs = adref_heading_slugs(document, ADREF_DELETED);
  else if (search.found->len != 1)
    find_slug(&search, document, *words == '#' ? words + 1 : words);
  gboolean found = search.found->len == 1;
  if (found) {
    const Part *part = part_at(&finder, g_array_index(search.found, guint, 0));
    *address = (AdrefAddress){part->clause, part->node};
  } else if (search.found->len > 1) {
    say_ambiguous(&search, name, words, error);
  } else if (search.holder != G_MAXUINT && search.missing) {
    say_missing(&search, name, error);
  } else {
    say_not_found(&search, document, name, words, error);
  }
  search_clear(&search);
  g_array_unref(finder.parts);
  return found;
}

static guint level_of(const AdrefNode *clause)
{
  const AdrefNode *heading = clause->as.clause->kind == ADREF_TITLE ? clause->first : NULL;
  return heading && heading->type == ADREF_HEADING ? heading->as.level : G_MAXUINT;
}

AdrefNode *adref_address_section_end(const AdrefNode *clause)
{
  guint level = level_of(clause);
  AdrefNode *next = clause->next;
  while (level != G_MAXUINT && next && level_of(next) > level &&
         next->as.clause->kind != ADREF_ANNEX)
    next = next->next;
  return next;
}
