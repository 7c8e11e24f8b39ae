#include "review/check/check_persons.h"

#include <string.h>

#include "base/name.h"
#include "language/language_tag.h"

enum {
  SHORTEST = 5,   /* letters of a name that is compared */
  LONGEST = 60,   /* bytes */
  MAX_NAMES = 200 /* different ones of a text */
};

/* A name behind a title. */
typedef struct {
  char *name;
  const AdrefCheckBlock *block; /* where it stands first */
  gsize at;
  guint count;
} Person;

static void person_free(gpointer data)
{
  Person *person = data;
  g_free(person->name);
  g_free(person);
}

/* The bytes of the title at the start of words, with the space behind it; 0: there is none. */
static gsize title_length(const char *words)
{
  static const char *const titles[] = {"President ", "Minister ", "Chancellor ", "Secretary ",
                                       "Premier ",   "King ",     "Ambassador ", "General "};
  for (gsize i = 0; i < G_N_ELEMENTS(titles) && g_ascii_isupper(*words); i++)
    if (g_str_has_prefix(words, titles[i]))
      return strlen(titles[i]);
  return 0;
}

/* The bytes of the name at the start of words; 0: they begin with another word. */
static gsize name_length(const char *words)
{
  const char *at = words;
  glong letters = 0;
  if (!g_unichar_isupper(g_utf8_get_char(words)))
    return 0;
  for (; g_unichar_isalpha(g_utf8_get_char(at)); at = g_utf8_next_char(at))
    letters++;
  gsize length = (gsize)(at - words);
  return letters >= SHORTEST && length < LONGEST && *at != '-' ? length : 0;
}

static void take(GPtrArray *persons, const AdrefCheckBlock *block, gsize at, gsize length)
{
  const char *name = block->own->str + at;
  for (guint i = 0; i < persons->len; i++) {
    Person *known = persons->pdata[i];
    if (strlen(known->name) == length && strncmp(known->name, name, length) == 0) {
      known->count++;
      return;
    }
  }
  if (persons->len == MAX_NAMES)
    return;
  Person *person = g_new0(Person, 1);
  *person = (Person){g_strndup(name, length), block, at, 1};
  g_ptr_array_add(persons, person);
}

static void collect(GPtrArray *persons, const AdrefCheckBlock *block)
{
  const char *words = block->own->str;
  for (const char *at = words; *at;) {
    gsize title = title_length(at), name = title > 0 ? name_length(at + title) : 0;
    if (name > 0)
      take(persons, block, (gsize)(at + title - words), name);
    at += title;
    at += strcspn(at, " ");
    at += strspn(at, " ");
  }
}

/* Whether two names may be one: a letter differs, is missing or is exchanged; "Macrons" is of the
 * family. */
static gboolean is_alike(const char *one, const char *other)
{
  gsize first = strlen(one), second = strlen(other), shared = MIN(first, second);
  gboolean is_plural = first != second && strncmp(one, other, shared) == 0 &&
                       (first > second ? one : other)[shared] == 's';
  return !is_plural && adref_name_distance(one, other, 1) == 1;
}

void adref_check_persons(AdrefCheckText *text)
{
  if (!adref_language_tag_matches(text->source.language, "en"))
    return;
  g_autoptr(GPtrArray) persons = g_ptr_array_new_with_free_func(person_free);
  for (guint i = 0; i < text->blocks->len; i++)
    collect(persons, text->blocks->pdata[i]);
  for (guint i = 0; i < persons->len; i++)
    for (guint j = 0; j < i; j++) {
      const Person *first = persons->pdata[j], *second = persons->pdata[i];
      if (!is_alike(first->name, second->name))
        continue;
      const Person *rare = first->count < second->count ? first : second,
                   *right = rare == first ? second : first;
      if (rare->count > 1 || right->count < 2) /* two persons may have such names */
        continue;
      adref_check_add(text, "integrity/mixed-spelling", rare->block, rare->at,
                      "\"%s\" is written \"%s\" on line %u", rare->name, right->name,
                      adref_check_block_line(text, right->block, right->at))
          ->suggestion = g_strdup(right->name);
    }
}
