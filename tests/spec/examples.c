#include <string.h>

#include "base/file.h"
#include "spec/cases.h"

typedef struct {
  GPtrArray *examples;
  char *section;
  Example *open; /* the example under way, or NULL */
  GString *part;
  guint parts; /* of it that are complete */
  char *fence; /* the line that ends the block under way, or NULL */
} Reading;

/* Tab, white space at the end of a line and carriage return are shown by letters of their own. */
static char *without_signs(const GString *part)
{
  g_autoptr(GString) text = g_string_new_len(part->str, (gssize)part->len);
  g_string_replace(text, "→", "\t", 0);
  g_string_replace(text, "␣", " ", 0);
  g_string_replace(text, "␍", "\r", 0);
  return g_string_free(g_steal_pointer(&text), FALSE);
}

static void end_part(Reading *self)
{
  if (self->parts >= G_N_ELEMENTS(self->open->parts))
    g_error("tests/spec.md:%u: more than %zu parts", self->open->line,
            G_N_ELEMENTS(self->open->parts));
  self->open->parts[self->parts++] = without_signs(self->part);
  g_string_truncate(self->part, 0);
}

static void begin_block(Reading *self, const char *line, guint number)
{
  gsize ticks = strspn(line, "`");
  self->fence = g_strndup(line, ticks);
  g_auto(GStrv) words = g_strsplit(line + ticks, " ", -1);
  static const char *const kinds[] = {"example", "tree", "template", NULL};
  if (!words[0] || !g_strv_contains(kinds, words[0]))
    return;
  self->open = g_new0(Example, 1);
  *self->open = (Example){.kind = g_strdup(words[0]),
                          .section = g_strdup(self->section),
                          .number = self->examples->len + 1,
                          .line = number,
                          .rewritten = g_strcmp0(words[1], "rewritten") == 0,
                          .outside = g_strcmp0(words[1], "outside") == 0};
  self->parts = 0;
}

static void end_block(Reading *self)
{
  g_clear_pointer(&self->fence, g_free);
  if (!self->open)
    return;
  end_part(self);
  if (self->parts < (strcmp(self->open->kind, "template") == 0 ? 3u : 2u))
    g_error("tests/spec.md:%u: too few parts", self->open->line);
  g_ptr_array_add(self->examples, g_steal_pointer(&self->open));
}

static void take_line(Reading *self, const char *line, guint number)
{
  if (!self->fence) {
    if (g_str_has_prefix(line, "```"))
      begin_block(self, line, number);
    else if (line[0] == '#') {
      g_free(self->section);
      self->section = g_strdup(line + strspn(line, "# "));
    }
  } else if (strcmp(line, self->fence) == 0) {
    end_block(self);
  } else if (self->open && strcmp(line, ".") == 0) {
    end_part(self);
  } else if (self->open) {
    g_string_append_printf(self->part, "%s\n", line);
  }
}

static GPtrArray *read_examples(void)
{
  const char *folder = g_getenv("ADREF_TESTS");
  g_autofree char *path = g_build_filename(folder ? folder : "tests", "spec.md", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = adref_file_read_text(path, path, ADREF_TEXT_LIMIT, &error);
  if (!bytes)
    g_error("%s", error->message);
  g_auto(GStrv) lines = g_strsplit(g_bytes_get_data(bytes, NULL), "\n", -1);
  Reading self = {.examples = g_ptr_array_new(), .part = g_string_new(NULL)};
  for (guint i = 0; lines[i]; i++)
    take_line(&self, lines[i], i + 1);
  if (self.fence)
    g_error("%s: a block does not end", path);
  g_free(self.section);
  g_string_free(self.part, TRUE);
  return self.examples;
}

const GPtrArray *spec_examples(void)
{
  static GPtrArray *examples = NULL;
  if (!examples)
    examples = read_examples();
  return examples;
}
