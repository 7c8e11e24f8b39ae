#include "review/check/party_lists.h"

#include <string.h>

#include "language/party_mention.h"

/* A name by which a party is looked for. */
typedef struct {
  const char *code;
  char *words;
} Name;

/* A party that a block names. */
typedef struct {
  const char *code;
  gsize start, end;
} Mention;

static void list_free(gpointer data)
{
  AdrefPartyList *list = data;
  g_ptr_array_unref(list->codes);
  g_free(list);
}

static void name_clear(gpointer data)
{
  g_free(((Name *)data)->words);
}

/* Groups are no party of a list. */
static GArray *names_of(const AdrefParties *parties, const char *language)
{
  GArray *names = g_array_new(FALSE, FALSE, sizeof(Name));
  const GPtrArray *all = adref_parties_all(parties);
  g_array_set_clear_func(names, name_clear);
  for (guint i = 0; i < MIN(all->len, ADREF_CHECK_PARTY_NAMES); i++) {
    const AdrefParty *party = all->pdata[i];
    if (party->members)
      continue;
    g_autofree char **printed = adref_party_printed_names(party, language);
    for (char **words = printed; *words; words++) {
      Name name = {party->code, *words};
      g_array_append_val(names, name);
    }
  }
  return names;
}

static void add_mentions(GArray *mentions, const char *words, const Name *name)
{
  for (const char *at = strstr(words, name->words); at && *at; at = strstr(at + 1, name->words)) {
    const char *end = at + strlen(name->words);
    gboolean inside = (at > words && g_ascii_isalnum(at[-1])) || g_ascii_isalnum(*end);
    Mention mention = {name->code, (gsize)(at - words), (gsize)(end - words)};
    if (!inside || (guchar)*name->words >= 0x80)
      g_array_append_val(mentions, mention);
  }
}

/* By place; at one place the longest first. */
static gint compare_mentions(gconstpointer a, gconstpointer b)
{
  const Mention *first = a, *second = b;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end > second->end ? -1 : first->end < second->end ? 1 : 0;
}

static GArray *mentions_of(const AdrefCheckBlock *block, const GArray *names)
{
  GArray *mentions = g_array_new(FALSE, FALSE, sizeof(Mention));
  for (guint i = 0; i < names->len; i++)
    add_mentions(mentions, block->own->str, &g_array_index(names, Name, i));
  g_array_sort(mentions, compare_mentions);
  return mentions;
}

static AdrefPartyList *list_new(const AdrefCheckBlock *block, const Mention *first)
{
  AdrefPartyList *list = g_new0(AdrefPartyList, 1);
  list->block = block;
  list->start = first->start;
  list->end = first->end;
  list->codes = g_ptr_array_new();
  return list;
}

/* Keeps a list that is long enough. */
static void end_list(GPtrArray *lists, AdrefPartyList *list, guint fewest)
{
  if (list && list->codes->len >= fewest && list->codes->len <= ADREF_CHECK_PARTY_LIST) {
    g_ptr_array_add(list->codes, NULL);
    g_ptr_array_add(lists, list);
  } else if (list) {
    list_free(list);
  }
}

static void add_lists(GPtrArray *lists, const AdrefCheckBlock *block, const GArray *names,
                      guint fewest)
{
  if (fewest > 2 && !strchr(block->own->str, ',') && !strstr(block->own->str, "、") &&
      !strstr(block->own->str, "،"))
    return;
  g_autoptr(GArray) mentions = mentions_of(block, names);
  AdrefPartyList *list = NULL;
  gsize end = 0;
  for (guint i = 0; i < mentions->len; i++) {
    const Mention *mention = &g_array_index(mentions, Mention, i);
    if (list && mention->start < end)
      continue;
    if (!list || !adref_party_mention_is_joint(block->own->str, end, mention->start)) {
      end_list(lists, list, fewest);
      list = list_new(block, mention);
    }
    g_ptr_array_add(list->codes, (gpointer)(guintptr)mention->code);
    end = mention->end;
    list->end = end;
  }
  end_list(lists, list, fewest);
}

GPtrArray *adref_party_lists_new(const AdrefCheckText *text, const AdrefParties *parties,
                                 guint fewest)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func(list_free);
  g_autoptr(GArray) names = names_of(parties, text->source.language);
  for (guint i = 0; i < text->blocks->len; i++)
    add_lists(lists, text->blocks->pdata[i], names, fewest);
  return lists;
}
