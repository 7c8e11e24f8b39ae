#include "cmd/shared/key_walk.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "clause/proposals/bracket_build.h"
#include "cmd/command.h"
#include "cmd/shared/manual.h"

enum {
  AROUND = 150, /* characters of the text on each side of a place */
  CTRL_D = 4,
  MOST_BY_KEY = 9, /* numbers that one key can say */
};

static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
  (void)number;
  interrupted = 1;
}

gboolean adref_key_walk_is_interrupted(void)
{
  return interrupted;
}

static guint count_of(const AdrefKeyWalk *walk)
{
  return walk->table->count(walk->self);
}

static guint steps_of(const AdrefKeyWalk *walk)
{
  return walk->table->steps(walk->self);
}

/* --- showing --- */

void adref_key_walk_say(const char *text, guint indent)
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

void adref_key_walk_put_words(GString *out, const AdrefNode *node, gboolean entering)
{
  if (entering && (node->type == ADREF_TEXT || node->type == ADREF_CODE))
    g_string_append(out, node->text);
  else if (entering && node->type == ADREF_AD_REF)
    g_string_append(out, "[Agreed ad ref]");
  else if (node->type == ADREF_BRACKET)
    g_string_append_c(out, entering ? '[' : ']');
  else if (node->type == ADREF_ALTERNATIVE && entering)
    g_string_append(out, out->len > 0 && out->str[out->len - 1] != '[' ? " / " : "");
  else if (node->type == ADREF_ALTERNATIVE && adref_alternative_groups(node)) {
    g_autofree char *positions = adref_positions_text(adref_alternative_groups(node));
    g_string_append_printf(out, " - %s", positions);
  }
}

/* Adds what a node says in the words around a place: other brackets are seen to be open. */
static void add_words(GString *out, const AdrefNode *node, gboolean entering)
{
  if (entering && (node->type == ADREF_TEXT || node->type == ADREF_CODE))
    g_string_append(out, node->text);
  else if (node->type == ADREF_BRACKET)
    g_string_append_c(out, entering ? '[' : ']');
  else if (entering && node->type == ADREF_ALTERNATIVE && node->prev)
    g_string_append(out, node->prev->first ? " / " : "/ ");
}

char *adref_key_walk_context(const AdrefNode *first, const AdrefNode *last)
{
  const AdrefNode *block = first;
  while (!adref_node_is_block(block))
    block = block->parent;
  g_autoptr(GString) before = g_string_new(NULL), behind = g_string_new(NULL);
  GString *out = before;
  AdrefWalk walk = adref_walk(block);
  while (adref_walk_next(&walk)) {
    if (walk.entering && walk.node == first)
      out = NULL;
    if (out)
      add_words(out, walk.node, walk.entering);
    if (!walk.entering && walk.node == last)
      out = behind;
  }
  g_autofree char *left = cut(before->str, TRUE), *right = cut(behind->str, FALSE);
  return g_strdup_printf("%s[ ... ]%s", left, right);
}

static gboolean applies(const AdrefKeyWalk *walk, char key)
{
  switch (key) {
  case 's':
  case 'q':
  case '?': return TRUE;
  case 'p': return walk->at > 0;
  case 'u': return steps_of(walk) > 0;
  case 'g': return count_of(walk) > 1;
  default: return walk->table->applies(walk, key);
  }
}

static guint numbers_of(const AdrefKeyWalk *walk, const char **what, const char **help)
{
  return walk->table->numbers ? walk->table->numbers(walk, what, help) : 0;
}

static void show_keys(const AdrefKeyWalk *walk)
{
  const AdrefKeyWalkTable *table = walk->table;
  const char *what, *help;
  guint numbers = numbers_of(walk, &what, &help);
  g_autoptr(GString) line = g_string_new(NULL);
  if (numbers > 1)
    g_string_append_printf(line, "1-%u %s", numbers, what);
  else if (numbers == 1)
    g_string_append_printf(line, "1 %s", what);
  for (gsize i = 0; i < table->key_count; i++) {
    const AdrefWalkKey *key = &table->keys[i];
    if (!applies(walk, key->key))
      continue;
    g_string_append(line, line->len > 0 ? ", " : "");
    if (!walk->plain)
      g_string_append_printf(line, "%c ", key->key);
    g_string_append(line, key->word);
  }
  adref_key_walk_say(line->str, 0);
}

static void show_help(const AdrefKeyWalk *walk)
{
  const AdrefKeyWalkTable *table = walk->table;
  const char *what, *help;
  guint numbers = numbers_of(walk, &what, &help);
  if (numbers > 1)
    adref_say("  1 to %u  %s", numbers, help);
  else if (numbers == 1)
    adref_say("  1  %s", help);
  for (gsize i = 0; i < table->key_count; i++) {
    const AdrefWalkKey *key = &table->keys[i];
    if (applies(walk, key->key) && walk->plain)
      adref_say("  %s: %s", key->word, key->help);
    else if (applies(walk, key->key))
      adref_say("  %c  %s", key->key, key->help);
  }
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

/* Asks for one key; "s" for Enter and the space bar, NULL at the end. Caller frees. */
static char *ask_key(const char *question)
{
  fprintf(stderr, "%s ", question);
  char key = read_key();
  fprintf(stderr, "%c\n", key == '\0' || key < ' ' ? ' ' : key);
  if (key == '\0' || key == CTRL_D)
    return NULL;
  return key == '\n' || key == ' ' ? g_strdup("s") : g_strndup(&key, 1);
}

/* The answer of the person: a key, or a word; NULL at the end. Caller frees. */
static char *ask(const AdrefKeyWalk *walk)
{
  const char *what, *help;
  if (interrupted)
    return NULL;
  if (walk->plain || numbers_of(walk, &what, &help) > MOST_BY_KEY)
    return adref_ask(walk->plain ? "Answer:" : ">");
  return ask_key(">");
}

/* The key that an answer means: itself, or its word; 0: none of those that apply. */
static char key_of(const AdrefKeyWalk *walk, const char *answer)
{
  for (gsize i = 0; i < walk->table->key_count; i++) {
    const AdrefWalkKey *key = &walk->table->keys[i];
    char letter[] = {key->key, '\0'};
    gboolean meant =
        g_ascii_strcasecmp(answer, letter) == 0 || g_ascii_strcasecmp(answer, key->word) == 0;
    if (meant && applies(walk, key->key))
      return key->key;
  }
  return '\0';
}

/* The number that an answer is; 0: it is none. */
static guint number_of(const char *answer)
{
  gboolean is_number = *answer && strspn(answer, "0123456789") == strlen(answer);
  return is_number ? (guint)MIN(g_ascii_strtoull(answer, NULL, 10), G_MAXUINT) : 0;
}

gboolean adref_key_walk_go_to_number(AdrefKeyWalk *walk, const char *answer, const char *what)
{
  guint number = number_of(answer), count = count_of(walk);
  if (number >= 1 && number <= count)
    walk->at = number - 1;
  else if (number > 0)
    adref_say("there are %u %s", count, what);
  return number > 0;
}

static void follow(AdrefKeyWalk *walk, const char *answer)
{
  const AdrefKeyWalkTable *table = walk->table;
  guint number = table->take_number ? number_of(answer) : 0;
  char key = number > 0 ? '\0' : key_of(walk, answer);
  switch (key) {
  case '\0':
    if (number > 0)
      table->take_number(walk, number);
    else
      adref_say("\"%s\" is none of these", answer);
    return;
  case 's': walk->at++; return;
  case 'p': walk->at--; return;
  case 'u': table->undo(walk); return;
  case 'g': table->go_to(walk); return;
  case 'q': walk->ends = TRUE; return;
  case '?': show_help(walk); return;
  default: table->follow(walk, key);
  }
}

/* --- the walk --- */

/* Behind the last place. The answer is a key or a line, as everywhere in the walk. */
static void ask_again(AdrefKeyWalk *walk)
{
  gboolean can_undo = steps_of(walk) > 0;
  const char *question =
      can_undo ? "That was the last one. Enter ends; a (again) begins anew, u takes the last step "
                 "back:"
               : "That was the last one. Enter ends; a (again) begins anew:";
  g_autofree char *answer = walk->plain ? adref_ask(question) : ask_key(question);
  char key = answer ? g_ascii_tolower(*answer) : '\0';
  if (key == 'a' && count_of(walk) > 0)
    walk->at = 0;
  else if (key == 'u' && can_undo)
    walk->table->undo(walk);
  else if (key == '\0' || key == 'q' || key == 's')
    walk->ends = TRUE;
  else
    adref_say("\"%s\" is none of these", answer);
}

static void walk_all(AdrefKeyWalk *walk)
{
  while (!walk->ends && !interrupted && (count_of(walk) > 0 || steps_of(walk) > 0)) {
    if (walk->at >= count_of(walk)) {
      ask_again(walk);
      continue;
    }
    walk->table->show(walk);
    show_keys(walk);
    g_autofree char *answer = ask(walk);
    if (!answer)
      walk->ends = TRUE;
    else if (*answer)
      follow(walk, answer);
    else
      walk->at++;
  }
}

void adref_key_walk(AdrefKeyWalk *walk)
{
  struct sigaction before, now = {.sa_handler = interrupt};
  interrupted = 0;
  sigaction(SIGINT, &now, &before);
  setvbuf(stdin, NULL, _IONBF, 0); /* keys and lines are read from one stream */
  walk_all(walk);
  sigaction(SIGINT, &before, NULL);
}
