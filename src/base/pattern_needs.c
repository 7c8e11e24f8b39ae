#include "base/pattern_needs.h"

#include <string.h>

/* --- grams --- */

/* The bit of a group of bytes: `group` has the last one in its lowest byte. One byte has a bit of
 * its own. */
static guint16 gram_bit(guint32 group, guint length)
{
  enum {
    OWN = 256
  };
  static const guint32 factor = 0x9E3779B1; /* spreads neighbours over all bits */
  guint32 hash = (group | length << 24) * factor >> 16;
  return (guint16)(length == 1 ? group : OWN + (hash * (ADREF_GRAM_BITS - OWN) >> 16));
}

static void set_bit(AdrefTextGrams *grams, guint16 bit)
{
  grams->bits[bit / 64] |= G_GUINT64_CONSTANT(1) << bit % 64;
}

/* Sets the bits of the groups that end with the last byte of three. */
static void set_bits(AdrefTextGrams *grams, guint32 three)
{
  set_bit(grams, gram_bit(three & 0xFF, 1));
  set_bit(grams, gram_bit(three & 0xFFFF, 2));
  set_bit(grams, gram_bit(three, 3));
}

void adref_text_grams_read(AdrefTextGrams *grams, const char *text, gsize length)
{
  guint32 three = 0, small = 0;
  memset(grams, 0, sizeof *grams);
  for (gsize i = 0; i < length; i++) {
    three = (three << 8 | (guint8)text[i]) & 0xFFFFFF;
    small = (small << 8 | (guint8)g_ascii_tolower(text[i])) & 0xFFFFFF;
    set_bits(grams, three);
    if (small != three)
      set_bits(grams, small);
  }
}

/* Adds the bits of all groups of `size` bytes of a string. */
static void add_groups(GArray *needs, const char *string, guint size)
{
  guint32 group = 0;
  for (guint i = 0; string[i]; i++) {
    group = (group << 8 | (guint8)string[i]) & (G_MAXUINT32 >> (32 - 8 * size));
    guint16 bit = gram_bit(group, size);
    if (i + 1 >= size)
      g_array_append_val(needs, bit);
  }
}

/* Adds the number of the bits of a string, and these bits, those of its rarest groups first. */
static void add_bits(GArray *needs, const char *string)
{
  guint16 count = 0;
  guint place = needs->len;
  g_array_append_val(needs, count);
  for (guint size = 3; size > 0; size--)
    add_groups(needs, string, size);
  g_array_index(needs, guint16, place) = (guint16)(needs->len - place - 1);
}

gboolean adref_pattern_needs_met(const GArray *needs, const AdrefTextGrams *grams)
{
  if (!needs)
    return TRUE;
  const guint16 *at = (const guint16 *)(gconstpointer)needs->data, *end = at + needs->len;
  while (at < end) {
    guint count = *at++, met = 0;
    while (met < count && grams->bits[at[met] / 64] >> at[met] % 64 & 1)
      met++;
    if (met == count)
      return TRUE;
    at += count;
  }
  return FALSE;
}

/* --- reading a pattern --- */

/* A group that is open. */
typedef struct {
  GPtrArray *best;   /* strings of which the alternative that is read needs one; NULL: none known */
  GPtrArray *needs;  /* of the alternatives before it; NULL: the first one is read */
  gboolean is_vague; /* an alternative before it needs nothing that is known */
  gboolean is_left_out; /* it asks for what must not stand there */
  gboolean caseless;
} Group;

typedef struct {
  const char *at;
  GString *run;        /* characters that stand side by side in each match */
  GArray *groups;      /* of Group, the innermost last; the first one is the pattern */
  gboolean is_strange; /* it has what is not read here */
} Reader;

static Group *innermost(Reader *self)
{
  return &g_array_index(self->groups, Group, self->groups->len - 1);
}

/* How seldom a string may be in a text: small letters and spaces are in all texts. */
static guint rarity(const char *string)
{
  enum {
    USUAL = 1,
    OTHER = 5
  };
  guint sum = 0;
  for (const char *at = string; *at; at++)
    sum += g_ascii_islower(*at) || *at == ' ' ? USUAL : OTHER;
  return sum;
}

static guint least_rarity(const GPtrArray *strings)
{
  guint least = G_MAXUINT;
  for (guint i = 0; i < strings->len; i++)
    least = MIN(least, rarity(strings->pdata[i]));
  return least;
}

/* The alternative needs one of these strings too (NULL: nothing is known); the rarer ones are kept.
 * Takes ownership. */
static void offer(Reader *self, GPtrArray *strings)
{
  Group *group = innermost(self);
  guint before = group->best ? least_rarity(group->best) : 0,
        now = strings ? least_rarity(strings) : 0;
  gboolean better =
      strings && strings->len > 0 && strings->len <= ADREF_PATTERN_NEEDS_MAX &&
      (!group->best || now > before || (now == before && strings->len < group->best->len));
  if (better)
    g_clear_pointer(&group->best, g_ptr_array_unref);
  if (better)
    group->best = strings;
  else if (strings)
    g_ptr_array_unref(strings);
}

/* What stands behind a run of characters may be anything. */
static void end_run(Reader *self)
{
  if (self->run->len > 0) {
    GPtrArray *strings = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(strings, g_strdup(self->run->str));
    offer(self, strings);
  }
  g_string_truncate(self->run, 0);
}

typedef enum {
  ONCE,
  MAYBE, /* or not at all */
  REPEATED
} Quantity;

static Quantity read_quantity(Reader *self)
{
  const char *end = self->at;
  Quantity quantity = ONCE;
  if (*end == '?' || *end == '*') {
    quantity = MAYBE;
    end++;
  } else if (*end == '+') {
    quantity = REPEATED;
    end++;
  } else if (*end == '{' && end[1 + strspn(end + 1, "0123456789, ")] == '}' && end[1] != '}') {
    quantity = g_ascii_strtoull(end + 1, NULL, 10) > 0 ? REPEATED : MAYBE;
    end = strchr(end, '}') + 1;
  }
  if (quantity != ONCE && (*end == '?' || *end == '+'))
    end++;
  self->at = end;
  return quantity;
}

/* A character of a pattern without case is looked for as a small letter; other letters than those
 * of ASCII are not, nor are k and s, of which there are forms outside of ASCII. */
static gboolean is_known(const Group *group, gunichar c)
{
  return c >= ' ' && c != 0x7F && (!group->caseless || (c < 0x80 && !strchr("kKsS", (char)c)));
}

static gchar in_case(const Group *group, gchar c)
{
  return group->caseless ? g_ascii_tolower(c) : c;
}

/* A character that stands for itself, of `length` bytes. */
static void read_character(Reader *self, const char *character, gsize length)
{
  const Group *group = innermost(self);
  gboolean known = is_known(group, g_utf8_get_char(character));
  if (!known)
    end_run(self);
  for (gsize i = 0; i < length && known; i++)
    g_string_append_c(self->run, in_case(group, character[i]));
  Quantity quantity = read_quantity(self);
  if (known && quantity == MAYBE)
    g_string_truncate(self->run, self->run->len - length);
  if (quantity != ONCE)
    end_run(self);
}

/* What is one of many characters, or a group: `strings` of which it needs one; NULL: nothing is
 * known. Takes ownership. */
static void read_other(Reader *self, GPtrArray *strings)
{
  end_run(self);
  if (read_quantity(self) != MAYBE)
    offer(self, strings);
  else if (strings)
    g_ptr_array_unref(strings);
}

static void skip_braces(Reader *self)
{
  const char *end = *self->at == '{' ? strchr(self->at, '}') : NULL;
  if (end)
    self->at = end + 1;
}

/* Behind a backslash. */
static void read_escape(Reader *self)
{
  char kind = *self->at;
  if (kind == '\0' || kind & 0x80 || strchr("QgkCcLlUuioE", kind)) {
    self->is_strange = TRUE;
    return;
  }
  self->at++;
  if (!g_ascii_isalnum(kind)) {
    read_character(self, self->at - 1, 1);
    return;
  }
  if (strchr("bBAzZGK", kind))
    return;
  if (g_ascii_isdigit(kind))
    self->at += strspn(self->at, "0123456789");
  else if (strchr("pP", kind) && *self->at != '{')
    self->at += *self->at ? 1 : 0;
  else if (kind == 'x' && *self->at != '{')
    self->at += MIN(strspn(self->at, "0123456789abcdefABCDEF"), 2);
  else if (strchr("pPxN", kind))
    skip_braces(self);
  read_other(self, NULL);
}

/* Adds a character of a class, or those up to `last`. FALSE: there are too many, or one is not
 * known.
 */
static gboolean add_range(Reader *self, GPtrArray *strings, gunichar first, gunichar last)
{
  enum {
    MANY = 16
  };
  const Group *group = innermost(self);
  for (gunichar c = first; c <= last; c++) {
    char bytes[8] = {0};
    if (strings->len >= MANY || !is_known(group, c))
      return FALSE;
    g_unichar_to_utf8(c, bytes);
    bytes[0] = in_case(group, bytes[0]);
    g_ptr_array_add(strings, g_strdup(bytes));
  }
  return TRUE;
}

/* The end of a class, "]", from its first member on. NULL: there is none, or it is strange. */
static const char *class_end(const char *at)
{
  const char *start = at;
  while (*at && (*at != ']' || at == start)) {
    const char *named = at[0] == '[' && at[1] == ':' ? strstr(at, ":]") : NULL;
    if (at[0] == '\\' && (at[1] == '\0' || at[1] == 'Q'))
      return NULL;
    at += named ? named + 2 - at : *at == '\\' ? 2 : 1;
  }
  return *at ? at : NULL;
}

/* Behind "[". */
static void read_class(Reader *self)
{
  gboolean known = *self->at != '^';
  const char *at = self->at + (known ? 0 : 1), *end = class_end(at);
  GPtrArray *strings = g_ptr_array_new_with_free_func(g_free);
  self->is_strange |= !end;
  while (end && at < end && known) {
    known = *at != '[' && (*at != '\\' || g_ascii_ispunct(at[1]));
    at += *at == '\\' ? 1 : 0;
    gunichar first = g_utf8_get_char(at), last = first;
    at = g_utf8_next_char(at);
    if (at + 1 < end && *at == '-') {
      last = g_utf8_get_char(at + 1);
      known &= last != '\\' && last != '[';
      at = g_utf8_next_char(at + 1);
    }
    known = known && add_range(self, strings, first, last);
  }
  self->at = end ? end + 1 : self->at;
  if (!known)
    g_clear_pointer(&strings, g_ptr_array_unref);
  read_other(self, strings);
}

static void end_alternative(Reader *self)
{
  end_run(self);
  Group *group = innermost(self);
  group->is_vague |= !group->best;
  if (!group->needs)
    group->needs = g_steal_pointer(&group->best);
  else if (group->best)
    g_ptr_array_extend_and_steal(group->needs, g_steal_pointer(&group->best));
}

/* Behind "(". */
static void open_group(Reader *self)
{
  static const char *const kinds[] = {"?:", "?>", "?=", "?<=", "?|", "?i:", "?!", "?<!"};
  enum {
    CASELESS = 5, /* of the kinds */
    LEFT_OUT      /* this one and those behind it */
  };
  Group group = {.caseless = innermost(self)->caseless};
  guint kind = 0;
  while (kind < G_N_ELEMENTS(kinds) && !g_str_has_prefix(self->at, kinds[kind]))
    kind++;
  gboolean is_plain = *self->at != '?' && *self->at != '*';
  if (!is_plain && kind < G_N_ELEMENTS(kinds))
    self->at += strlen(kinds[kind]);
  self->is_strange |= !is_plain && kind == G_N_ELEMENTS(kinds);
  group.caseless |= !is_plain && kind == CASELESS;
  group.is_left_out = !is_plain && kind >= LEFT_OUT;
  end_run(self);
  g_array_append_val(self->groups, group);
}

/* The strings of which the innermost group needs one; it is closed. NULL: nothing is known. */
static GPtrArray *close_group(Reader *self)
{
  end_alternative(self);
  Group group = *innermost(self);
  g_array_set_size(self->groups, self->groups->len - 1);
  if ((group.is_vague || group.is_left_out) && group.needs)
    g_clear_pointer(&group.needs, g_ptr_array_unref);
  return group.needs;
}

static void read_part(Reader *self)
{
  const char *at = self->at;
  self->at = g_utf8_next_char(at);
  switch (*at) {
  case '\\': read_escape(self); return;
  case '[': read_class(self); return;
  case '(': open_group(self); return;
  case '|': end_alternative(self); return;
  case '.': read_other(self, NULL); return;
  case '^':
  case '$': end_run(self); return;
  case ')':
    self->is_strange |= self->groups->len < 2;
    if (!self->is_strange)
      read_other(self, close_group(self));
    return;
  default: read_character(self, at, (gsize)(self->at - at));
  }
}

GArray *adref_pattern_needs_new(const char *pattern, gboolean caseless)
{
  Reader self = {
      .at = pattern, .run = g_string_new(NULL), .groups = g_array_new(FALSE, TRUE, sizeof(Group))};
  GArray *needs = NULL;
  g_array_set_size(self.groups, 1);
  innermost(&self)->caseless = caseless;
  while (*self.at && !self.is_strange)
    read_part(&self);
  while (self.groups->len > 1)
    read_other(&self, close_group(&self));
  g_autoptr(GPtrArray) strings = close_group(&self);
  if (strings && !self.is_strange && strings->len <= ADREF_PATTERN_NEEDS_MAX) {
    needs = g_array_new(FALSE, FALSE, sizeof(guint16));
    for (guint i = 0; i < strings->len; i++)
      add_bits(needs, strings->pdata[i]);
  }
  g_string_free(self.run, TRUE);
  g_array_unref(self.groups);
  return needs;
}
