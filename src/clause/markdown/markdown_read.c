#include "clause/markdown/markdown_read.h"

#include <string.h>

#include "base/file.h"
#include "base/parallel_for.h"
#include "clause/markdown/emphasis_check.h"
#include "clause/markdown/footnote_check.h"
#include "clause/markdown/front_matter.h"
#include "clause/markdown/group_clauses.h"
#include "clause/markdown/markdown_read_private.h"
#include "clause/markdown/text_halves.h"

static int compare_problems(gconstpointer a, gconstpointer b)
{
  const AdrefProblem *first = *(AdrefProblem *const *)a, *second = *(AdrefProblem *const *)b;
  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return first->column < second->column ? -1 : first->column > second->column;
}

/* A text, or a half of it (clause/markdown/text_halves.h), and its blocks as children of one
 * DOCUMENT. */
typedef struct {
  const char *text;
  gsize length;
  const AdrefMarkdownReadOptions *options;
  GPtrArray *problems;
  AdrefMarkdownReader reader;
  AdrefNode *blocks;
} ReadPart;

static void read_part(ReadPart *part)
{
  AdrefMarkdownReader *reader = &part->reader;
  adref_preprocess(&reader->source, part->text, part->length, part->problems);
  adref_plain_paragraphs_init(&reader->plain, &reader->source);
  adref_markdown_reader_init(reader, part->options, part->problems);
  part->blocks = reader->at = adref_node_new(ADREF_DOCUMENT);
  cmark_node *root =
      cmark_parse_document(reader->plain.text, reader->plain.length, CMARK_OPT_SOURCEPOS);
  adref_tables_init(&reader->tables, &reader->locator, reader->plain.text, reader->plain.length,
                    root);
  adref_markdown_reader_read(reader, root);
  cmark_node_free(root);
}

static void read_parts(gpointer data, guint worker, guint from, guint to)
{
  (void)worker;
  for (; from < to; from++)
    read_part((ReadPart *)data + from);
}

static void clear_part(ReadPart *part)
{
  adref_markdown_reader_clear(&part->reader);
  if (part->reader.has_escapes)
    adref_cmark_inlines_finish(part->blocks, TRUE);
}

/* Behind it the second part has nothing but its blocks: a bracket may begin in one half and end in
 * the other. */
static void join_brackets(ReadPart *first, ReadPart *second)
{
  GPtrArray *edges = second->reader.brackets.edges;
  g_ptr_array_extend(first->reader.brackets.edges, edges, NULL, NULL);
  g_ptr_array_set_size(edges, 0);
}

static void join_parts(ReadPart *first, ReadPart *second)
{
  for (AdrefNode *block; (block = second->blocks->first);) {
    adref_node_unlink(block);
    adref_node_append(first->blocks, block);
  }
  adref_node_free(second->blocks);
  if (first->problems)
    g_ptr_array_extend_and_steal(first->problems, second->problems);
  if (first->reader.error)
    g_clear_error(&second->reader.error);
  else
    first->reader.error = second->reader.error;
}

/* Reads the halves at once. The second one has the lines of the first as empty ones. */
static void read_halves(ReadPart *parts, gsize half, guint lines)
{
  const char *text = parts[0].text;
  gsize rest = parts[0].length - half;
  g_autofree char *second = g_malloc(lines + rest + 1);
  memset(second, '\n', lines);
  memcpy(second + lines, text + half, rest);
  parts[0].length = half;
  parts[1] = (ReadPart){.text = second,
                        .length = lines + rest,
                        .options = parts[0].options,
                        .problems = parts[0].problems ? adref_problems_new() : NULL};
  adref_parallel_for(2, 1, read_parts, parts);
  join_brackets(&parts[0], &parts[1]);
  clear_part(&parts[0]);
  clear_part(&parts[1]);
  join_parts(&parts[0], &parts[1]);
}

static AdrefNode *read_tree(const char *text, gsize length, const AdrefMarkdownReadOptions *options,
                            GPtrArray *problems, GError **error)
{
  ReadPart parts[2] = {{.text = text, .length = length, .options = options, .problems = problems}};
  guint lines;
  gsize half = options->readings ? 0 : adref_text_halves_find(text, length, &lines);
  if (half > 0) {
    read_halves(parts, half, lines);
  } else {
    read_part(&parts[0]);
    clear_part(&parts[0]);
  }
  if (!parts[0].reader.error)
    return parts[0].blocks;
  adref_node_free(parts[0].blocks);
  g_propagate_error(error, parts[0].reader.error);
  return NULL;
}

static gboolean check(const char *text, gsize length, const char *name, GError **error)
{
  if (length <= ADREF_TEXT_LIMIT)
    return adref_utf8_check(text, length, name, error);
  adref_error(error, ADREF_ERROR_INPUT, "%s: larger than %d bytes", name, ADREF_TEXT_LIMIT);
  return FALSE;
}

static void keep_front_matter(AdrefNode *document, const char *text, gsize length,
                              GPtrArray *problems)
{
  gboolean ends = text[length - 1] == '\n' || text[length - 1] == '\r';
  GString *front = g_string_new_len(text, (gssize)length);
  if (!ends)
    g_string_append_c(front, '\n');
  gsize size = front->len;
  adref_node_take_text(document, g_string_free(front, FALSE), size);
  if (!document->as.outside_statement)
    adref_problem(problems, 1, 1,
                  "front matter in the text of a statement; it is not printed, and circulate and "
                  "sign refuse it; facts stand in statement.yaml");
  adref_problems_set_rule(problems, "front-matter");
}

/* A caret begins a label, as it is or as a character reference. */
static gboolean may_have_footnotes(const char *text, gsize length)
{
  return memchr(text, '^', length) || memchr(text, '&', length);
}

AdrefNode *adref_markdown_read(const char *text, gsize length,
                               const AdrefMarkdownReadOptions *options, GPtrArray *problems,
                               GError **error)
{
  AdrefMarkdownReadOptions settings = options ? *options : (AdrefMarkdownReadOptions){0};
  settings.name = settings.name ? settings.name : "text";
  text = text ? text : "";
  guint before = problems ? problems->len : 0;
  if (!check(text, length, settings.name, error))
    return NULL;
  gsize front = settings.is_part ? 0 : adref_front_matter_length(text, length);
  g_autoptr(GString) rest = front > 0 ? adref_front_matter_blank(text, length, front) : NULL;
  g_autoptr(AdrefNode) blocks =
      read_tree(rest ? rest->str : text, rest ? rest->len : length, &settings, problems, error);
  if (!blocks) {
    if (problems)
      g_ptr_array_set_size(problems, (int)before);
    return NULL;
  }
  AdrefNode *document = adref_node_new(ADREF_DOCUMENT);
  document->as.outside_statement = settings.outside_statement;
  if (front > 0)
    keep_front_matter(document, text, front, problems);
  adref_group_clauses(document, blocks, problems);
  adref_problems_set_rule(problems, "marker");
  if (may_have_footnotes(text, length))
    adref_footnote_check(document, problems);
  adref_problems_set_rule(problems, "footnote");
  adref_emphasis_check(document, text, length, problems);
  adref_problems_set_rule(problems, "emphasis");
  adref_numbering_apply(document, settings.numbers ? settings.numbers : &adref_numbering_default,
                        problems);
  if (problems)
    g_ptr_array_sort(problems, compare_problems);
  if (settings.readings)
    g_ptr_array_sort(settings.readings, compare_problems);
  return document;
}
