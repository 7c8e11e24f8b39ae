#include <string.h>

#include "base/digest.h"
#include "view/docx/docx_private.h"
#include "view/number_column.h"
#include "view/ruby.h"

static char *bookmark_of(const char *beginning, const char *anchor)
{
  enum {
    LONGEST = 33, /* letters behind "_adref_": a bookmark has 40 */
    KEPT = 24,    /* of a longer anchor; behind them stand "_" and 8 digits */
  };
  g_autofree char *plain = g_strdelimit(g_strdup(anchor), "-", '_');
  if (strlen(plain) <= LONGEST)
    return g_strconcat(beginning, plain, NULL);
  g_autofree char *digest = adref_digest_of(anchor, strlen(anchor));
  return g_strdup_printf("%s%.*s_%.8s", beginning, KEPT, plain, digest);
}

char *adref_docx_bookmark(const char *anchor)
{
  return bookmark_of(ADREF_DOCX_BOOKMARKS, anchor);
}

char *adref_docx_own_bookmark(const AdrefDocx *out, const char *anchor)
{
  return bookmark_of(out->bookmarks, anchor);
}

static AdrefDocxPart new_part(void)
{
  return (AdrefDocxPart){.xml = g_string_new(NULL), .relations = g_string_new(NULL)};
}

static void free_part(AdrefDocxPart *part)
{
  g_string_free(part->xml, TRUE);
  g_string_free(part->relations, TRUE);
}

GHashTable *adref_docx_heading_levels(const AdrefContents *contents)
{
  GHashTable *levels = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < contents->entries->len; i++) {
    const AdrefContentsEntry *entry = &g_array_index(contents->entries, AdrefContentsEntry, i);
    g_hash_table_insert(levels, (gpointer)(gsize)entry->heading, GUINT_TO_POINTER(entry->level));
  }
  return levels;
}

void adref_docx_open(AdrefDocx *out, const AdrefNode *document, const AdrefViewOptions *options,
                     const AdrefPageOptions *page_options)
{
  *out =
      (AdrefDocx){.options = options,
                  .page_options = page_options,
                  .script = adref_script_of(options->language),
                  .footnotes = adref_footnotes_new(document),
                  .contents = adref_contents_new(document, options->view == ADREF_VIEW_NEGOTIATING),
                  .counts = adref_open_counts_new(document),
                  .document = new_part(),
                  .notes = new_part(),
                  .comments = g_string_new(NULL),
                  .lists = g_string_new(NULL),
                  .label = g_string_new(NULL),
                  .old_label = g_string_new(NULL),
                  .pending = g_string_new(NULL),
                  .list_stack = g_array_new(FALSE, FALSE, sizeof(AdrefDocxList)),
                  .references = g_array_new(FALSE, TRUE, sizeof(AdrefDocxReference)),
                  .bookmarks = ADREF_DOCX_BOOKMARKS,
                  .direction = "",
                  .has_ruby = adref_ruby_is_used(options->language)};
  out->geometry = adref_page_options_geometry(page_options, out->script, FALSE);
  out->number_indent =
      MAX(out->geometry.indent,
          (adref_number_column_width(document, options->view) + 0.6F) * out->geometry.size);
  out->levels = adref_docx_heading_levels(out->contents);
  g_array_set_size(out->references, adref_footnotes_count(out->footnotes) + 1);
  out->part = &out->document;
  adref_docx_blocks(&out->hooks);
  adref_docx_inlines(&out->hooks);
  out->renderer = adref_renderer(document, options, &out->hooks, out);
  out->renderer.footnotes = out->footnotes;
}

void adref_docx_clear(AdrefDocx *out)
{
  g_clear_pointer(&out->placed, g_hash_table_unref);
  adref_renderer_clear(&out->renderer);
  adref_footnotes_free(out->footnotes);
  adref_contents_free(out->contents);
  adref_open_counts_free(out->counts);
  g_hash_table_unref(out->levels);
  free_part(&out->document);
  free_part(&out->notes);
  g_string_free(out->comments, TRUE);
  g_string_free(out->lists, TRUE);
  g_string_free(out->label, TRUE);
  g_string_free(out->old_label, TRUE);
  g_string_free(out->pending, TRUE);
  g_free(out->shifted);
  g_free(out->run_fonts);
  g_free(out->run_language);
  g_array_unref(out->list_stack);
  g_array_unref(out->references);
  g_clear_pointer(&out->footnote_ids, g_array_unref);
}

void adref_docx_put_paragraph(AdrefDocx *out, const char *style, const char *words)
{
  adref_docx_begin(out, style, NULL);
  adref_docx_put_string(out, words);
}

void adref_docx_put_head(AdrefDocx *out, const char *title)
{
  const AdrefViewOptions *options = out->options;
  const AdrefOpenCounts *counts = out->counts;
  if (out->contents->title)
    adref_renderer_run(&out->renderer, out->contents->title);
  else if (*title)
    adref_docx_put_paragraph(out, "Title", title);
  if (options->role)
    adref_docx_put_paragraph(out, "Subtitle", options->role);
  if (options->occasion)
    adref_docx_put_paragraph(out, "Subtitle", options->occasion);
  if (options->view != ADREF_VIEW_NEGOTIATING && counts->brackets + counts->placeholders == 0)
    return;
  g_autofree char *words = adref_open_counts_words(counts, options->words);
  adref_docx_put_paragraph(out, "AdrefStatus", words);
}

/* The line is a paragraph of its own: Word draws one border around paragraphs with the same one. */
void adref_docx_put_signatures(AdrefDocx *out, const char *const *names)
{
  for (; *names; names++) {
    adref_docx_begin(out, "AdrefSignature", NULL);
    adref_docx_put_paragraph(out, "AdrefSignatory", *names);
  }
}

void adref_docx_flush_pending(AdrefDocx *out)
{
  if (out->pending->len > 0)
    adref_docx_begin(out, "AdrefGap", NULL);
}

/* What stands before the title in the text stands before it on the page. */
static void put_words_before_title(AdrefDocx *out, const AdrefNode *document)
{
  const AdrefNode *title = out->contents->title;
  for (const AdrefNode *clause = document->first; title && clause != title; clause = clause->next)
    adref_renderer_run(&out->renderer, clause);
}

static void put_text(AdrefDocx *out, const AdrefNode *document)
{
  const char *const *signatories = out->options->signatories;
  const AdrefNode *title = out->contents->title;
  for (const AdrefNode *clause = title ? title->next : document->first; clause;
       clause = clause->next) {
    if (signatories && adref_view_begins_annex(clause)) {
      adref_docx_flush_pending(out);
      adref_docx_put_signatures(out, g_steal_pointer(&signatories));
    }
    adref_renderer_run(&out->renderer, clause);
  }
  adref_docx_flush_pending(out);
  if (signatories)
    adref_docx_put_signatures(out, signatories);
  adref_docx_close(out);
}

static void put_footnote_number(AdrefDocx *out, guint number, AdrefDocxReference reference)
{
  g_autofree char *words = g_strdup_printf("%u", adref_footnotes_shown(out->footnotes, number));
  g_string_append_printf(out->part->xml,
                         "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>%s%s%s</w:r>",
                         reference == ADREF_DOCX_COUNTED ? "<w:footnoteRef/>" : "<w:t>",
                         reference == ADREF_DOCX_COUNTED ? "" : words,
                         reference == ADREF_DOCX_COUNTED ? "" : "</w:t>");
  adref_docx_put_string(out, "\302\240");
}

/* The number stands before the first words. */
static void put_footnote(AdrefDocx *out, guint number, AdrefDocxReference reference)
{
  const AdrefNode *block = adref_footnotes_words(out->footnotes, number)->first;
  adref_docx_begin(out, "FootnoteText", NULL);
  put_footnote_number(out, number, reference);
  if (block && block->type == ADREF_PARAGRAPH) {
    for (const AdrefNode *word = block->first; word; word = word->next)
      adref_renderer_run(&out->renderer, word);
    block = block->next;
  }
  for (; block; block = block->next)
    adref_renderer_run(&out->renderer, block);
  adref_docx_close(out);
}

guint adref_docx_footnote_id(const AdrefDocx *out, guint number)
{
  if (number > adref_footnotes_count(out->footnotes))
    return 0;
  return out->footnote_ids ? g_array_index(out->footnote_ids, guint, number) : number;
}

/* A footnote that is only called in another one stands below the footnote before it. */
guint adref_docx_put_footnote(AdrefDocx *out, guint number)
{
  guint count = adref_footnotes_count(out->footnotes);
  AdrefDocxReference reference = g_array_index(out->references, AdrefDocxReference, number);
  out->part = &out->notes;
  out->is_footnote = TRUE;
  g_string_append_printf(out->notes.xml, "<w:footnote w:id=\"%u\">",
                         adref_docx_footnote_id(out, number));
  do {
    put_footnote(out, number++, reference);
    if (number <= count)
      reference = g_array_index(out->references, AdrefDocxReference, number);
  } while (number <= count && reference == ADREF_DOCX_UNREFERENCED);
  g_string_append(out->notes.xml, "</w:footnote>\n");
  return number;
}

static void put_footnotes(AdrefDocx *out)
{
  for (guint number = 1; number <= adref_footnotes_count(out->footnotes);)
    number = adref_docx_put_footnote(out, number);
}

GString *adref_docx_write(const AdrefNode *document, const AdrefViewOptions *options,
                          const AdrefPageOptions *page_options, const char *statement,
                          GError **error)
{
  g_auto(AdrefDocx) out;
  AdrefViewOptions own = *options;
  own.language = own.language ? own.language : "en";
  adref_docx_open(&out, document, &own, page_options);
  g_autofree char *title = adref_view_title(document, &own);
  put_words_before_title(&out, document);
  adref_docx_put_head(&out, title);
  put_text(&out, document);
  put_footnotes(&out);
  return adref_docx_package(&out, title, statement, NULL, error);
}
