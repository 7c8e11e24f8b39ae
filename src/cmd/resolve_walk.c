#include "cmd/resolve_walk.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/file.h"
#include "clause/bracket_build.h"
#include "cmd/manual.h"
#include "work/select_bracket.h"

enum {
  AROUND = 150, /* characters of the text on each side of a bracket */
};

typedef struct {
  AdrefRun *run;
  AdrefResolving *resolving;
  gboolean plain;
  guint at; /* of the bracket in the list */
  gboolean ends;
} Walk;

static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
  (void)number;
  interrupted = 1;
}

/* --- what applies --- */

/* A key, its word for plain answers, and what it does. */
typedef struct {
  char key;
  const char *word, *help;
} Key;

static const Key keys[] = {
    {'0', "base", "take base text, without the proposals"},
    {'b', "both", "take the words of all alternatives"},
    {'d', "delete", "remove the words of the bracket"},
    {'e', "edit", "write other words"},
    {'t', "party", "take the words of one party in all brackets from here on"},
    {'s', "skip", "leave it open, and go on"},
    {'p', "back", "go back to the bracket before"},
    {'u', "undo", "take the last step back"},
    {'g', "go", "go to another bracket"},
    {'q', "quit", "end; what was done is kept"},
    {'?', "help", "explain these keys"},
};

static const AdrefOpenBracket *current(const Walk *self)
{
  return &g_array_index(adref_resolving_brackets(self->resolving), AdrefOpenBracket, self->at);
}

static guint count_of(const Walk *self)
{
  return adref_resolving_brackets(self->resolving)->len;
}

static gboolean can(const Walk *self, AdrefResolveHow how)
{
  AdrefResolution resolution = {.how = how, .words = ""};
  return adref_resolving_applies(self->resolving, current(self)->bracket, &resolution, NULL);
}

static gboolean has_party(const AdrefNode *bracket)
{
  for (guint i = 1; i <= adref_open_bracket_count(bracket); i++)
    if (adref_alternative_groups(adref_open_bracket_alternative(bracket, i)))
      return TRUE;
  return FALSE;
}

static gboolean applies(const Walk *self, char key)
{
  switch (key) {
  case '0': return can(self, ADREF_RESOLVE_BASE);
  case 'b': return can(self, ADREF_RESOLVE_BOTH);
  case 'e': return can(self, ADREF_RESOLVE_TEXT);
  case 't': return has_party(current(self)->bracket);
  case 'p': return self->at > 0;
  case 'u': return adref_resolving_steps(self->resolving) > 0;
  case 'g': return count_of(self) > 1;
  default: return TRUE;
  }
}

/* --- showing --- */

static void put_wrapped(const char *text, guint indent)
{
  g_autoptr(GString) out = g_string_new(NULL);
  adref_manual_wrap(out, text, indent);
  if (out->len > 0)
    g_string_truncate(out, out->len - 1);
  adref_say("%s", out->str);
}

/* The end, or the beginning, of a text. */
static char *cut(const char *text, gboolean end)
{
  glong length = g_utf8_strlen(text, -1);
  if (length <= AROUND)
    return g_strdup(text);
  g_autofree char *part =
      end ? g_utf8_substring(text, length - AROUND, length) : g_utf8_substring(text, 0, AROUND);
  return end ? g_strconcat("...", part, NULL) : g_strconcat(part, "...", NULL);
}

/* The words of the block of a bracket before and behind it. */
static char *context_of(const AdrefNode *bracket)
{
  const AdrefNode *block = bracket;
  while (!adref_node_is_block(block))
    block = block->parent;
  g_autoptr(GString) before = g_string_new(NULL), behind = g_string_new(NULL);
  GString *out = before;
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    if (walk.entering && walk.node == bracket) {
      out = behind;
      adref_walk_skip(&walk);
    } else if (walk.entering && (walk.node->type == ADREF_TEXT || walk.node->type == ADREF_CODE)) {
      g_string_append(out, walk.node->text);
    } else if (walk.entering && walk.node->type == ADREF_ALTERNATIVE && walk.node->prev) {
      g_string_append(out, " / ");
    }
  }
  g_autofree char *left = cut(before->str, TRUE), *right = cut(behind->str, FALSE);
  return g_strdup_printf("%s[ ... ]%s", left, right);
}

static void show_alternative(const Walk *self, const AdrefNode *alternative, guint number)
{
  g_autofree char *words = adref_open_bracket_words(alternative);
  g_autofree char *positions = adref_positions_text(adref_alternative_groups(alternative));
  const char *shown = *words ? words : "(no words)";
  g_autofree char *line =
      self->plain
          ? g_strdup_printf("Alternative %u, %s%s: %s", number, *positions ? "of " : "of no party",
                            positions, shown)
          : g_strdup_printf("%u. %s%s%s", number, shown, *positions ? " - " : "", positions);
  put_wrapped(line, self->plain ? 0 : 4);
}

static void show_keys(const Walk *self)
{
  guint count = adref_open_bracket_count(current(self)->bracket);
  g_autoptr(GString) line = g_string_new(count > 1 ? "1" : "1 keep");
  if (count > 1)
    g_string_append_printf(line, "-%u take", count);
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (applies(self, keys[i].key) && self->plain)
      g_string_append_printf(line, ", %s", keys[i].word);
    else if (applies(self, keys[i].key))
      g_string_append_printf(line, ", %c %s", keys[i].key, keys[i].word);
  put_wrapped(line->str, 0);
}

static void show_help(const Walk *self)
{
  guint count = adref_open_bracket_count(current(self)->bracket);
  if (count > 1)
    adref_say("  1 to %u  take this alternative", count);
  else
    adref_say("  1  keep the words");
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (applies(self, keys[i].key) && self->plain)
      adref_say("  %s: %s", keys[i].word, keys[i].help);
    else if (applies(self, keys[i].key))
      adref_say("  %c  %s", keys[i].key, keys[i].help);
}

static void show(const Walk *self)
{
  const AdrefOpenBracket *open = current(self);
  g_autofree char *name = adref_select_clause_name(open->clause);
  g_autofree char *context = context_of(open->bracket);
  const char *number = open->clause->as.clause->number;
  g_autofree char *clause = number && open->clause->as.clause->id
                                ? g_strdup_printf("clause %s (%s)", number, name)
                                : g_strdup(name);
  adref_say("\n%s %u of %u, %s", self->plain ? "Bracket" : "bracket", self->at + 1, count_of(self),
            clause);
  put_wrapped(context, self->plain ? 0 : 2);
  for (guint i = 1; i <= adref_open_bracket_count(open->bracket); i++)
    show_alternative(self, adref_open_bracket_alternative(open->bracket, i), i);
  show_keys(self);
}

/* --- answers --- */

/* Reads one key without Enter. */
static char read_key(void)
{
  struct termios before, now;
  char key = '\0';
  if (tcgetattr(STDIN_FILENO, &before) != 0)
    return key;
  now = before;
  now.c_lflag &= (tcflag_t) ~(ICANON | ECHO);
  now.c_cc[VMIN] = 1;
  now.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &now);
  if (read(STDIN_FILENO, &key, 1) != 1)
    key = '\0';
  tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
  return key;
}

/* The answer of the person: a key, or a word; NULL at the end. Caller frees. */
static char *ask(const Walk *self, const char *question)
{
  if (self->plain || adref_open_bracket_count(current(self)->bracket) > 9)
    return interrupted ? NULL : adref_ask(question);
  fprintf(stderr, "%s ", question);
  char key = interrupted ? '\0' : read_key();
  fprintf(stderr, "%c\n", key == '\0' || key < ' ' ? ' ' : key);
  if (key == '\0' || key == 4 /* Ctrl-D */)
    return NULL;
  return key == '\n' || key == ' ' ? g_strdup("s") : g_strndup(&key, 1);
}

/* The key that an answer means: itself, or its word; 0: none of those that apply. */
static char key_of(const Walk *self, const char *answer)
{
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
    char letter[] = {keys[i].key, '\0'};
    gboolean meant =
        g_ascii_strcasecmp(answer, letter) == 0 || g_ascii_strcasecmp(answer, keys[i].word) == 0;
    if (meant && applies(self, keys[i].key))
      return keys[i].key;
  }
  return '\0';
}

/* --- acting --- */

/* Resolves the bracket here; what follows stands at the same place then. */
static gboolean act(Walk *self, const AdrefResolution *resolution)
{
  g_autoptr(GError) error = NULL;
  if (adref_resolving_step(self->resolving, self->at, resolution, &error))
    return TRUE;
  adref_say("%s", error->message);
  return FALSE;
}

static void take(Walk *self, AdrefResolveHow how, guint number)
{
  AdrefResolution resolution = {.how = how, .number = number};
  act(self, &resolution);
}

static void edit(Walk *self)
{
  g_autofree char *words = adref_ask("The words, or Enter for none:");
  AdrefResolution resolution = {.how = ADREF_RESOLVE_TEXT, .words = words};
  if (words && *words)
    act(self, &resolution);
}

/* Takes the words of a party in all brackets from here on in which it wants some. */
static void take_party(Walk *self)
{
  g_autofree char *name = adref_ask("Which party?");
  AdrefResolution resolution = {.how = ADREF_RESOLVE_PARTY, .party = name};
  guint taken = 0, start = self->at;
  while (name && *name && self->at < count_of(self) && !interrupted) {
    gboolean wants =
        adref_resolving_applies(self->resolving, current(self)->bracket, &resolution, NULL);
    if (wants && act(self, &resolution))
      taken++;
    else
      self->at++;
  }
  self->at = start;
  if (name && *name)
    adref_say("%u bracket%s resolved for %s", taken, taken == 1 ? "" : "s", name);
}

static void go_to(Walk *self)
{
  g_autofree char *answer = adref_ask("To which bracket? Its number, or CLAUSE[:N]:");
  g_autoptr(GError) error = NULL;
  if (!answer || !*answer)
    return;
  guint64 number = g_ascii_strtoull(answer, NULL, 10);
  gboolean is_number = strspn(answer, "0123456789") == strlen(answer);
  if (is_number && number >= 1 && number <= count_of(self))
    self->at = (guint)number - 1;
  else if (is_number)
    adref_say("there are %u brackets", count_of(self));
  else if (!adref_resolving_find(self->resolving, answer, &self->at, &error))
    adref_say("%s", error->message);
}

static void undo(Walk *self)
{
  g_autoptr(GError) error = NULL;
  gboolean done = adref_resolving_undo(self->resolving, &error);
  adref_say("%s", done ? "undone" : error->message);
}

static void follow(Walk *self, const char *answer)
{
  guint number = (guint)MIN(g_ascii_strtoull(answer, NULL, 10), G_MAXUINT);
  if (number > 0 && strspn(answer, "0123456789") == strlen(answer)) {
    take(self, ADREF_RESOLVE_NUMBER, number);
    return;
  }
  switch (key_of(self, answer)) {
  case '0': take(self, ADREF_RESOLVE_BASE, 0); return;
  case 'b': take(self, ADREF_RESOLVE_BOTH, 0); return;
  case 'd': take(self, ADREF_RESOLVE_DELETE, 0); return;
  case 'e': edit(self); return;
  case 't': take_party(self); return;
  case 's': self->at++; return;
  case 'p': self->at--; return;
  case 'u': undo(self); return;
  case 'g': go_to(self); return;
  case 'q': self->ends = TRUE; return;
  case '?': show_help(self); return;
  default: adref_say("\"%s\" is none of these", answer);
  }
}

/* Behind the last bracket. */
static void ask_again(Walk *self)
{
  g_autofree char *answer =
      adref_ask(adref_resolving_steps(self->resolving) > 0
                    ? "That was the last one. Enter ends; a (again) begins anew, u takes the last "
                      "step back:"
                    : "That was the last one. Enter ends; a (again) begins anew:");
  if (answer && g_ascii_tolower(*answer) == 'a' && count_of(self) > 0)
    self->at = 0;
  else if (answer && g_ascii_tolower(*answer) == 'u' && adref_resolving_steps(self->resolving) > 0)
    undo(self);
  else
    self->ends = TRUE;
}

static void walk_all(Walk *self)
{
  if (count_of(self) == 0)
    adref_say("%s: no open bracket", self->run->session->statement->id);
  while (!self->ends && !interrupted &&
         (count_of(self) > 0 || adref_resolving_steps(self->resolving) > 0)) {
    if (self->at >= count_of(self)) {
      ask_again(self);
      continue;
    }
    show(self);
    g_autofree char *answer = ask(self, self->plain ? "Answer:" : ">");
    if (!answer)
      self->ends = TRUE;
    else if (*answer)
      follow(self, answer);
    else
      self->at++;
  }
}

void adref_resolve_walk(AdrefRun *run, AdrefResolving *resolving, gboolean plain)
{
  Walk self = {.run = run, .resolving = resolving, .plain = plain || !adref_can_ask()};
  struct sigaction before, now = {.sa_handler = interrupt};
  interrupted = 0;
  sigaction(SIGINT, &now, &before);
  walk_all(&self);
  sigaction(SIGINT, &before, NULL);
}
