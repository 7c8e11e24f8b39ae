#include "history/config_environment.h"

#include <string.h>

enum {
  MOST_KEYS = 1000
};

void adref_config_append_quoted(GString *out, const char *words)
{
  g_string_append_c(out, '"');
  for (const char *p = words; *p; p++) {
    if (*p == '\n')
      g_string_append(out, "\\n");
    else if (*p == '"' || *p == '\\')
      g_string_append_printf(out, "\\%c", *p);
    else
      g_string_append_c(out, *p);
  }
  g_string_append_c(out, '"');
}

static gboolean is_name(const char *name, gsize length, const char *also)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum(name[i]) && !strchr(also, name[i]))
      return FALSE;
  return length > 0;
}

/* "section.name" or "section.any words.name"; `value` NULL: true. */
static void append_key(GString *out, const char *key, const char *value)
{
  const char *first = strchr(key, '.'), *last = strrchr(key, '.');
  if (!first || !is_name(key, (gsize)(first - key), "-") || strchr(key, '\n') ||
      !g_ascii_isalpha(last[1]) || !is_name(last + 1, strlen(last + 1), "-"))
    return;
  g_string_append_printf(out, "[%.*s", (int)(first - key), key);
  if (last > first) {
    g_autofree char *middle = g_strndup(first + 1, (gsize)(last - first - 1));
    g_string_append_c(out, ' ');
    adref_config_append_quoted(out, middle);
  }
  g_string_append_printf(out, "]\n%s", last + 1);
  if (value) {
    g_string_append(out, " = ");
    adref_config_append_quoted(out, value);
  }
  g_string_append_c(out, '\n');
}

/* 'section.name'='value', or as git before 2.30 wrote it, 'section.name=value'. */
static void append_parameters(GString *out)
{
  const char *parameters = g_getenv("GIT_CONFIG_PARAMETERS");
  g_auto(GStrv) words = NULL;
  int count = 0;
  if (!parameters || !g_shell_parse_argv(parameters, &count, &words, NULL))
    return;
  for (int i = 0; i < MIN(count, MOST_KEYS); i++) {
    char *equals = strchr(words[i], '=');
    if (equals)
      *equals = '\0';
    append_key(out, words[i], equals ? equals + 1 : NULL);
  }
}

static void append_counted(GString *out)
{
  const char *count = g_getenv("GIT_CONFIG_COUNT");
  guint64 keys = 0;
  if (!count || !g_ascii_string_to_unsigned(count, 10, 0, MOST_KEYS, &keys, NULL))
    return;
  for (guint i = 0; i < keys; i++) {
    g_autofree char *key_name = g_strdup_printf("GIT_CONFIG_KEY_%u", i);
    g_autofree char *value_name = g_strdup_printf("GIT_CONFIG_VALUE_%u", i);
    const char *key = g_getenv(key_name), *value = g_getenv(value_name);
    if (key && value)
      append_key(out, key, value);
  }
}

char *adref_config_environment_text(void)
{
  GString *out = g_string_new(NULL);
  append_counted(out);
  append_parameters(out);
  return g_string_free(out, FALSE);
}
