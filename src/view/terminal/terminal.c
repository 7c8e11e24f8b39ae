#include "view/terminal/terminal.h"

#include "view/ruby.h"
#include "view/terminal/terminal_private.h"

enum {
  MIN_WIDTH = 20
};

static void put_title(AdrefTerminal *out, const AdrefNode *document, const char *title)
{
  g_autofree char *own = adref_document_title(document);
  if (own || !title)
    return;
  adref_terminal_wrap_begin(out->wrap, 0, 0, NULL);
  adref_terminal_wrap_string(out->wrap, title, ADREF_TERMINAL_STYLE_BOLD);
  adref_terminal_wrap_end(out->wrap);
}

/* Takes ownership of the words; NULL: nothing. */
static void put_fact(AdrefTerminal *out, gboolean *is_first, char *fact)
{
  if (fact) {
    adref_terminal_wrap_string(out->wrap, *is_first ? NULL : " \302\267 ",
                               ADREF_TERMINAL_STYLE_DIM);
    adref_terminal_wrap_string(out->wrap, fact, ADREF_TERMINAL_STYLE_DIM);
    *is_first = FALSE;
  }
  g_free(fact);
}

static char *labelled(const AdrefViewOptions *options, AdrefPageWord word, const char *fact)
{
  return fact ? g_strdup_printf("%s %s", adref_page_words_get(options->words, word), fact) : NULL;
}

static char *filled(const AdrefViewOptions *options, AdrefPageWord word, const char *name,
                    const char *fact)
{
  return fact ? adref_page_words_fill(options->words, word, name, fact, NULL) : NULL;
}

static void put_signatures(AdrefTerminal *out, const char *const *names)
{
  for (; names && *names; names++) {
    adref_terminal_layout_begin(&out->layout, TRUE);
    adref_terminal_wrap_string(out->wrap, "____________________", 0);
    adref_terminal_wrap_break(out->wrap);
    adref_terminal_wrap_string(out->wrap, *names, 0);
    adref_terminal_wrap_end(out->wrap);
  }
}

/* The text, with the signatures before its annexes. */
static void put_signed(AdrefTerminal *out, const AdrefNode *document, const char *const *names)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    if (names && adref_view_begins_annex(clause))
      put_signatures(out, g_steal_pointer(&names));
    adref_terminal_put(out, clause);
  }
  put_signatures(out, names);
}

/* The footnote texts, at the end. */
static void put_footnotes(AdrefTerminal *out)
{
  guint count = adref_footnotes_count(out->footnotes);
  for (guint i = 1; i <= count; i++) {
    out->layout.indent = ADREF_TERMINAL_LAYOUT_INDENT;
    adref_terminal_layout_mark(&out->layout,
                               g_strdup_printf("^%u", adref_footnotes_shown(out->footnotes, i)),
                               ADREF_TERMINAL_LAYOUT_INDENT);
    adref_terminal_put(out, adref_footnotes_words(out->footnotes, i));
  }
  out->layout.indent = 0;
}

static void put_footer(AdrefTerminal *out, const AdrefViewOptions *options)
{
  if (!options->version && !options->date && !options->hash && !options->role && !options->copy &&
      !options->part)
    return;
  gboolean is_first = TRUE;
  adref_terminal_layout_begin(&out->layout, TRUE);
  put_fact(out, &is_first, g_strdup(options->role));
  put_fact(out, &is_first, filled(options, ADREF_PAGE_WORD_PART, "clauses", options->part));
  put_fact(out, &is_first, filled(options, ADREF_PAGE_WORD_ALTERNAT, "party", options->copy));
  put_fact(out, &is_first, labelled(options, ADREF_PAGE_WORD_VERSION, options->version));
  put_fact(out, &is_first, g_strdup(options->date));
  put_fact(out, &is_first, labelled(options, ADREF_PAGE_WORD_CONTENT, options->hash));
  adref_terminal_wrap_end(out->wrap);
}

AdrefTerminal *adref_terminal_new(const AdrefNode *node, const AdrefViewOptions *options,
                                  guint width, gboolean color)
{
  AdrefTerminal *out = g_new0(AdrefTerminal, 1);
  GString *text = g_string_new(NULL);
  width = width == 0 ? 0 : MAX(width, MIN_WIDTH);
  out->wrap = adref_terminal_wrap_new(text, width, color, options->language);
  out->marks = (AdrefTerminalMarks){.wrap = out->wrap};
  out->layout = adref_terminal_layout(text, out->wrap, width);
  out->notes = g_ptr_array_new();
  out->color = color;
  out->has_ruby = adref_ruby_is_used(options->language);
  adref_terminal_blocks(&out->hooks);
  adref_terminal_inlines(&out->hooks);
  adref_terminal_tables(&out->hooks);
  out->renderer = adref_renderer(node, options, &out->hooks, out);
  return out;
}

void adref_terminal_free(AdrefTerminal *out)
{
  if (!out)
    return;
  g_string_free(out->layout.text, TRUE);
  adref_terminal_layout_clear(&out->layout);
  adref_renderer_clear(&out->renderer);
  adref_terminal_wrap_free(out->wrap);
  adref_footnotes_free(out->footnotes);
  g_ptr_array_unref(out->notes);
  g_free(out->notice);
  g_free(out);
}

void adref_terminal_set_redline(AdrefTerminal *out)
{
  out->marks.is_redline = TRUE;
}

void adref_terminal_put(AdrefTerminal *out, const AdrefNode *node)
{
  adref_renderer_run(&out->renderer, node);
}

void adref_terminal_put_words(AdrefTerminal *out, const AdrefNode *clause)
{
  out->is_bare = TRUE;
  adref_terminal_put(out, clause);
  out->is_bare = FALSE;
}

GString *adref_terminal_take(AdrefTerminal *out)
{
  GString *taken = g_string_new_len(out->layout.text->str, (gssize)out->layout.text->len);
  g_string_truncate(out->layout.text, 0);
  return taken;
}

GString *adref_terminal_write(const AdrefNode *document, const AdrefViewOptions *options,
                              guint width, gboolean color)
{
  g_autoptr(AdrefTerminal) out = adref_terminal_new(document, options, width, color);
  if (document->type != ADREF_DOCUMENT) {
    adref_terminal_put(out, document);
    return adref_terminal_take(out);
  }
  out->renderer.footnotes = out->footnotes = adref_footnotes_new(document);
  put_title(out, document, options->title);
  put_signed(out, document, options->signatories);
  put_footnotes(out);
  put_footer(out, options);
  return adref_terminal_take(out);
}

GString *adref_terminal_write_clause(const AdrefNode *clause, const AdrefViewOptions *options,
                                     guint width, gboolean color)
{
  return adref_terminal_write(clause, options, width, color);
}
