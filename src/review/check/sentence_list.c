#include "review/check/sentence_list.h"

#include <string.h>

#include "clause/labels/item_label.h"

enum {
  LONGEST = 600,  /* bytes of a list that is looked at */
  MOST_ITEMS = 60 /* of a list */
};

/* --- labels --- */

/* A label at the start of the words, "(a)", "a)", "1)"; length 0: there is none. */
static AdrefItemLabel label_at(const char *words)
{
  enum {
    LONGEST_LABEL = 5
  };
  AdrefItemLabel none = {0};
  gsize size = strcspn(words, ") ");
  if (size > LONGEST_LABEL || words[size] != ')')
    return none;
  g_autofree char *whole =
      g_strdup_printf("%s%.*s ", *words == '(' ? "" : "(", (int)size + 1, words);
  AdrefItemLabel label = adref_item_label_read(whole, strlen(whole));
  return label.length > 0 && label.count == 1 ? label : none;
}

/* Labels count as long as each follows the one before; a gap is reported elsewhere. */
static gboolean count_labels(const char *words, AdrefSentenceList *list)
{
  AdrefItemLabel first = label_at(words);
  if (first.length == 0 || first.numbers[0] != 1)
    return FALSE;
  gboolean has_open = *words == '(';
  guint last = 1;
  for (const char *at = strchr(words, ' '); at; at = strchr(at, ' ')) {
    at += strspn(at, " ");
    if ((*at == '(') != has_open)
      continue;
    AdrefItemLabel label = label_at(at);
    if (label.length == 0 || (label.kind != first.kind && label.roman != last + 1))
      continue;
    if (label.numbers[0] != last + 1 && label.roman != last + 1)
      return FALSE;
    last++;
  }
  *list = (AdrefSentenceList){last, last};
  return last > 1;
}

/* --- words between commas or semicolons --- */

/* The bytes up to the end of the sentence; 0: the list is too long, or has brackets and quotations.
 */
static gsize sentence_length(const char *words)
{
  for (gsize at = 0; at < LONGEST; at++) {
    if (words[at] == '\0' || (words[at] == '.' && (words[at + 1] == ' ' || words[at + 1] == '\0')))
      return at;
    if (strchr("()[]:\x1D\x1A", words[at]))
      return 0;
  }
  return 0;
}

static guint count_of(const char *words, const char *part)
{
  guint count = 0;
  for (const char *at = strstr(words, part); at; at = strstr(at + 1, part))
    count++;
  return count;
}

static gboolean begins_with(const char *words, const char *const *starts)
{
  for (guint i = 0; starts[i]; i++)
    if (g_str_has_prefix(words, starts[i]))
      return TRUE;
  return FALSE;
}

/* Whether an item is no item, but goes on with the one before it, or says that more come. */
static gboolean goes_on(const char *item)
{
  static const char *const starts[] = {
      "which ", "who ", "whose ", "includ",  "such ",  "with ",   "as ",     "where", "while ",
      "in ",    "by ",  "for ",   "through", "among",  "inter ",  "etc",     "on ",   "at ",
      "when ",  "but ", "from ",  "under ",  "after ", "before ", "respect", "inclu", NULL};
  return begins_with(item, starts) || strstr(item, " as well as ") || strstr(item, "and other") ||
         strstr(item, "and so on") || strstr(item, "and more") || strstr(item, " together with ");
}

/* Whether an item may hold several things after one word: "access to water", "sharing data". */
static gboolean is_open_end(const char *item)
{
  static const char *const joints[] = {" of ",   " for ",  " to ", " in ",      " on ",
                                       " with ", " from ", " by ", " between ", " through "};
  for (guint i = 0; i < G_N_ELEMENTS(joints); i++)
    if (strstr(item, joints[i]))
      return TRUE;
  gsize word = strcspn(item, " ");
  return count_of(item, " ") > 3 ||
         (word > 4 && strncmp(item + word - 3, "ing", 3) == 0 && item[word] == ' ') ||
         g_str_has_prefix(item, "to ");
}

/* The last item begins with "and", or the last but one is joined to it. */
static gboolean count_items(char **items, AdrefSentenceList *list)
{
  guint count = g_strv_length(items), inner = 0;
  gboolean open = FALSE;
  if (count < 2 || count > MOST_ITEMS)
    return FALSE;
  for (guint i = 0; i < count; i++) {
    g_strstrip(items[i]);
    if (!*items[i] || goes_on(items[i]) || (i + 1 < count && g_str_has_prefix(items[i], "and ")))
      return FALSE;
    open |= is_open_end(items[i] + (g_str_has_prefix(items[i], "and ") ? 4 : 0));
    inner += i + 1 < count ? count_of(items[i], " and ") : 0;
  }
  const char *last = items[count - 1];
  gboolean serial = g_str_has_prefix(last, "and ");
  guint joined = count_of(last, " and ");
  if (!serial && (joined != 1 || inner > 0))
    return FALSE;
  list->most = count + inner + joined;
  list->least = inner > 0 || open ? 1 : count;
  return TRUE;
}

gboolean adref_sentence_list_count(const char *words, AdrefSentenceList *list)
{
  if (count_labels(words, list))
    return TRUE;
  if (label_at(words).length > 0)
    return FALSE;
  gsize length = sentence_length(words);
  g_autofree char *sentence = g_strndup(words, length);
  guint stops = count_of(sentence, "; ");
  if (stops > 0) {
    *list = (AdrefSentenceList){stops + 1, stops + 1};
    const char *last = strrchr(sentence, ';');
    return count_of(sentence, "; and ") == 1 && g_str_has_prefix(last, "; and ");
  }
  g_auto(GStrv) items = g_strsplit(sentence, ", ", MOST_ITEMS + 1);
  return count_items(items, list);
}

/* --- names --- */

/* The bytes of a name, capitals with small words between them, "the Republic of Korea"; 0: none is
 * there. */
static gsize name_length(const char *words)
{
  static const char *const small[] = {"the ", "of ", "de ", "da ", "al-", NULL};
  gsize length = 0;
  for (const char *at = words; *at;) {
    if (!g_unichar_isupper(g_utf8_get_char(at)) && !begins_with(at, small))
      break;
    gboolean capital = g_unichar_isupper(g_utf8_get_char(at));
    while (*at && !strchr(" ,;:()\x1D\x1A", *at) &&
           !(*at == '.' && (at[1] == '\0' || (at[1] == ' ' && !g_ascii_isupper(at[-1])))))
      at = g_utf8_next_char(at);
    if (capital)
      length = (gsize)(at - words);
    if (*at != ' ')
      break;
    at++;
  }
  return length;
}

/* Whether "and" with these words behind it is within a name. */
static gboolean is_double_name(const char *words)
{
  static const char *const seconds[] = {"Tobago",       "Herzegovina", "Barbuda", "Pr",
                                        "Nevis",        "the Gren",    "Futuna",  "Northern",
                                        "the Northern", NULL};
  return begins_with(words, seconds);
}

gboolean adref_sentence_list_count_names(const char *words, AdrefSentenceList *list)
{
  guint count = 0;
  gboolean is_last = FALSE;
  const char *at = words;
  while (count < MOST_ITEMS) {
    gsize length = name_length(at);
    if (length == 0)
      return FALSE;
    count++;
    at += length;
    if (g_str_has_prefix(at, " and ") && is_double_name(at + 5))
      at += 5 + name_length(at + 5);
    if (is_last)
      break;
    gsize joint = g_str_has_prefix(at, ", and ") ? 6 : g_str_has_prefix(at, " and ") ? 5 : 0;
    is_last = joint > 0;
    joint = joint == 0 && g_str_has_prefix(at, ", ") ? 2 : joint;
    if (joint == 0)
      return FALSE;
    at += joint;
  }
  *list = (AdrefSentenceList){count, count};
  return is_last && (*at == '\0' || strchr(".,;)", *at));
}
