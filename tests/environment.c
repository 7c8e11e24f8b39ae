#include "environment.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LIST "tests/environment.conf"

enum {
  KEPT = 256 << 20 /* bytes that one text gives back and that the next may have: to get them from
                      the kernel for each of thousands takes longer than all else */
};

static char **add_variable(char **environment, const char *line, const char *root)
{
  g_auto(GStrv) parts = g_strsplit(line, "=", 2);
  if (!parts[1])
    return g_getenv(line) ? g_environ_setenv(environment, line, g_getenv(line), TRUE) : environment;
  g_autoptr(GString) value = g_string_new(parts[1]);
  g_string_replace(value, "<root>", root, 0);
  return g_environ_setenv(environment, parts[0], value->str, TRUE);
}

static char **read_list(void)
{
  g_autofree char *text = NULL, *root = g_get_current_dir();
  if (!g_file_get_contents(LIST, &text, NULL, NULL))
    g_error(LIST " cannot be read; run the tests in the root of the repository");
  char **environment = g_new0(char *, 1);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (gsize i = 0; lines[i]; i++)
    if (*lines[i] && *lines[i] != '#')
      environment = add_variable(environment, lines[i], root);
  return environment;
}

void environment_set(void)
{
  g_auto(GStrv) environment = read_list();
  clearenv();
  for (gsize i = 0; environment[i]; i++) {
    g_auto(GStrv) parts = g_strsplit(environment[i], "=", 2);
    g_setenv(parts[0], parts[1], TRUE);
  }
  /* The C library has read the environment of this process already. */
  const char *byte = g_getenv("MALLOC_PERTURB_");
  mallopt(M_PERTURB, byte ? atoi(byte) : 0);
  mallopt(M_TRIM_THRESHOLD, KEPT);
  mallopt(M_MMAP_THRESHOLD, KEPT / 4);
  umask(022);
}

gboolean environment_is_in_part(guint number)
{
  const char *part = g_getenv("ADREF_PART");
  g_auto(GStrv) words = part ? g_strsplit(part, "/", 2) : NULL;
  guint own = words && words[0] ? (guint)atoi(words[0]) : 1;
  guint count = words && words[0] && words[1] ? (guint)atoi(words[1]) : 1;
  if (own < 1 || own > count)
    g_error("ADREF_PART=%s: is not N/M, a part and how many there are", part);
  return number % count == own - 1;
}

guint environment_count(const char *variable, guint usual)
{
  const char *number = variable ? g_getenv(variable) : NULL, *fewer = g_getenv("ADREF_FEWER");
  if (number)
    return (guint)g_ascii_strtoull(number, NULL, 10);
  guint divisor = fewer ? (guint)g_ascii_strtoull(fewer, NULL, 10) : 1;
  return divisor > 1 ? MAX(usual / divisor, 1) : usual;
}

char *environment_make_folder(const char *template)
{
  const char *memory = "/dev/shm"; /* adref waits for the disk often; memory is never late */
  const char *base = g_getenv("TMPDIR") || access(memory, W_OK) != 0 ? g_get_tmp_dir() : memory;
  g_autofree char *made = g_build_filename(base, template, NULL);
  if (!g_mkdtemp(made))
    g_error("%s: cannot be made", made);
  return realpath(made, NULL);
}
