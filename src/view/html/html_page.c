#include "view/html/html_page.h"

#include <string.h>

#include "base/markup.h"
#include "print/font_face.h"
#include "print/phrase_break.h"
#include "view/html/html_style.h"
#include "view/ruby.h"

enum {
  MIN_HEADINGS = 5, /* below the title, for a table of contents */
  SHORT_HASH = 12,
};

static const char *language(const AdrefHtmlPage *page)
{
  return page->options->language ? page->options->language : "en";
}

const char *adref_html_page_english(const AdrefHtmlPage *page)
{
  return g_str_has_prefix(language(page), "en") ? "" : " lang=\"en\"";
}

const char *adref_html_page_english_part(const AdrefHtmlPage *page)
{
  return adref_script_of(language(page))->is_rtl ? " lang=\"en\" dir=\"ltr\""
                                                 : adref_html_page_english(page);
}

const char *adref_html_page_word_language(const AdrefHtmlPage *page, AdrefPageWord word)
{
  return adref_page_words_has(page->options->words, word) ? "" : adref_html_page_english(page);
}

void adref_html_page_word(GString *html, const AdrefHtmlPage *page, AdrefPageWord word)
{
  adref_markup_escape_string(html, adref_page_words_get(page->options->words, word));
}

/* A tag without its end, the language of a word, ">" and the word. */
static void append_worded(GString *html, const AdrefHtmlPage *page, const char *tag,
                          AdrefPageWord word)
{
  g_string_append_printf(html, "%s%s>", tag, adref_html_page_word_language(page, word));
  adref_html_page_word(html, page, word);
}

static void append_chip(GString *chip, const AdrefViewOptions *options, const char *code)
{
  const char *name = options->names ? g_hash_table_lookup(options->names, code) : NULL;
  g_string_append(chip, "<abbr class=\"who ");
  adref_html_style_append_look(chip, options->parties, code);
  g_string_append_c(chip, '"');
  if (name) {
    g_string_append(chip, " title=\"");
    adref_markup_escape_string(chip, name);
    g_string_append_c(chip, '"');
  }
  g_string_append_c(chip, '>');
  adref_markup_escape_string(chip, code);
  g_string_append(chip, "</abbr>");
}

GPtrArray *adref_html_page_chips(const AdrefOpenCounts *counts, const AdrefViewOptions *options)
{
  GPtrArray *chips = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < counts->parties->len; i++) {
    GString *chip = g_string_new(NULL);
    append_chip(chip, options, adref_open_counts_party(counts, i)->code);
    g_ptr_array_add(chips, g_string_free(chip, FALSE));
  }
  return chips;
}

static void append_css_characters(GString *css, const char *text, gsize length)
{
  gboolean is_letter = FALSE; /* an escape would take the space behind it */
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    is_letter = c < 0x80 && (g_ascii_isalnum((char)c) || (c == ' ' && (is_letter || p == text)));
    if (is_letter)
      g_string_append_c(css, (char)c);
    else
      g_string_append_printf(css, "\\%06X", c);
  }
}

static void append_css_string(GString *css, const char *text)
{
  append_css_characters(css, text, strlen(text));
}

static void append_css_words(GString *css, const char *words, gsize length)
{
  if (length == 0)
    return;
  g_string_append(css, " '");
  append_css_characters(css, words, length);
  g_string_append_c(css, '\'');
}

/* content:'Page ' counter(page) ' of ' counter(pages) */
static void append_page_number(GString *css, const AdrefViewOptions *options)
{
  static const char page[] = "{page}", pages[] = "{pages}";
  const char *from = adref_page_words_get(options->words, ADREF_PAGE_WORD_PAGE);
  g_string_append(css, "content:");
  for (const char *at = strchr(from, '{'); at; at = strchr(at + 1, '{')) {
    gboolean is_page = g_str_has_prefix(at, page);
    if (!is_page && !g_str_has_prefix(at, pages))
      continue;
    append_css_words(css, from, (gsize)(at - from));
    g_string_append_printf(css, " counter(%s)", is_page ? "page" : "pages");
    from = at + (is_page ? sizeof page : sizeof pages) - 1;
  }
  append_css_words(css, from, strlen(from));
}

/* Every printed page names its text. */
static void append_paper(GString *css, const AdrefViewOptions *options)
{
  g_autofree char *hash = options->hash ? g_strndup(options->hash, SHORT_HASH) : NULL;
  g_autofree char *parallel =
      options->parallel_hash ? g_strndup(options->parallel_hash, SHORT_HASH) : NULL;
  g_string_append_printf(css, "@page{size:%s;margin:25mm 24mm 27mm;",
                         options->house && options->house->is_letter ? "letter" : "A4");
  if (options->footer != ADREF_FOOTER_NONE) {
    g_string_append(css, "@bottom-right{font:8pt system-ui,sans-serif;");
    append_page_number(css, options);
    g_string_append_c(css, '}');
  }
  if (options->footer != ADREF_FOOTER_FULL) {
    g_string_append(css, "}\n");
    return;
  }
  g_string_append(css, "@bottom-left{font:8pt system-ui,sans-serif;content:'");
  if (options->version)
    append_css_string(css, options->version);
  if (options->version && hash)
    g_string_append(css, " \\0000B7  ");
  if (hash)
    append_css_string(css, hash);
  if (parallel)
    g_string_append(css, ", ");
  if (parallel)
    append_css_string(css, parallel);
  g_string_append(css, "'}}\n");
}

static void append_lines(GString *css, const char *const *lines)
{
  for (gsize i = 0; lines && lines[i]; i++) {
    g_string_append(css, lines[i]);
    g_string_append_c(css, '\n');
  }
}

/* The font of the house style before the default fonts; and the alignment of headings. */
static void append_house(GString *css, const AdrefHtmlPage *page)
{
  const AdrefHouseStyle *house = page->options->house;
  const char *font = adref_house_style_font(house, page->options->language);
  if (house && (font || house->is_sans))
    g_string_append_printf(css, "html:root body{font-family:%s%s%svar(--%s)}\n", font ? "'" : "",
                           font ? font : "", font ? "'," : "", house->is_sans ? "sans" : "serif");
  if (house && house->has_centered)
    g_string_append(css, "main h2{text-align:center}\n");
}

/* Room for the widest number; on a phone a very wide one stands above its paragraph. */
static void append_number_column(GString *css, float width)
{
  static const float usual = 2.3F, gap = 0.6F, widest_beside = 4.5F;
  int tenths = (int)((width + gap) * 10 + 0.5F);
  if (width <= usual)
    return;
  g_string_append_printf(css, "html:root{--no:%d.%drem}\n", tenths / 10, tenths % 10);
  if (width > widest_beside)
    g_string_append(css,
                    "@media (max-width:30rem){html:root{--no:0rem}.n{float:none;display:block}}\n");
}

static char *style_sheet(const AdrefHtmlPage *page)
{
  GString *css = g_string_new("\n");
  append_lines(css, adref_html_style_sheet);
  adref_html_style_append_parties(css);
  g_string_append_c(css, '\n');
  append_lines(css, page->css);
  append_number_column(css, page->number_width);
  append_paper(css, page->options);
  append_house(css, page);
  return g_string_free(css, FALSE);
}

static char *digest_of(const char *text)
{
  guint8 digest[32];
  gsize size = sizeof digest;
  g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
  g_checksum_update(checksum, (const guchar *)text, -1);
  g_checksum_get_digest(checksum, digest, &size);
  return g_base64_encode(digest, size);
}

/* The content security policy: only this style sheet applies, only this script runs, and nothing is
 * loaded, whatever the text contains. */
static void append_policy(GString *html, const char *css, const char *script)
{
  g_autofree char *style_digest = digest_of(css);
  g_autofree char *script_digest = script ? digest_of(script) : NULL;
  g_string_append_printf(html,
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                         "'none'; style-src 'sha256-%s'",
                         style_digest);
  if (script)
    g_string_append_printf(html, "; script-src 'sha256-%s'", script_digest);
  g_string_append(html, "; base-uri 'none'; form-action 'none'\">\n");
}

void adref_html_page_begin(GString *html, const char *language)
{
  const char *own = language ? language : "en";
  g_string_append(html, "<!DOCTYPE html>\n<html lang=\"");
  adref_markup_escape_string(html, own);
  g_string_append(html, adref_script_of(own)->is_rtl ? "\" dir=\"rtl" : "");
  g_string_append(html, "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                        "content=\"width=device-width,initial-scale=1\">\n<title>");
}

void adref_html_page_head(GString *html, const AdrefHtmlPage *page)
{
  g_autofree char *css = style_sheet(page);
  g_string_append(html, "<!DOCTYPE html>\n<html lang=\"");
  adref_markup_escape_string(html, language(page));
  g_string_append(html, adref_script_of(language(page))->is_rtl ? "\" dir=\"rtl" : "");
  g_string_append(html, "\">\n<head>\n<meta charset=\"utf-8\">\n");
  append_policy(html, css, page->script);
  g_string_append(html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"generator\" content=\"adref " ADREF_VERSION "\">\n<title>");
  adref_markup_escape_string(html, page->title[0] ? page->title : "Statement");
  g_string_append_printf(html, "</title>\n<style>%s</style>\n</head>\n<body", css);
  if (page->body)
    g_string_append_printf(html, " class=\"%s\"", page->body);
  append_worded(html, page, ">\n<a class=\"skip\" href=\"#_text\"", ADREF_PAGE_WORD_SKIP);
  g_string_append(html, "</a>\n<header>\n");
}

static void append_legend(GString *html, const AdrefHtmlPage *page)
{
  GHashTable *names = page->options->names;
  append_worded(html, page, "<p class=\"ui\"", ADREF_PAGE_WORD_LEGEND);
  g_string_append(html, "</p>\n<ul class=\"legend ui\">\n");
  for (guint i = 0; i < page->counts->parties->len; i++) {
    const AdrefOpenCountsParty *party = adref_open_counts_party(page->counts, i);
    g_string_append_printf(html, "<li>%s ", (const char *)page->chips->pdata[i]);
    adref_markup_escape_string(html, names ? g_hash_table_lookup(names, party->code) : NULL);
    g_string_append_printf(html, " <span>%u</span></li>\n", party->brackets);
  }
  g_string_append(html, "</ul>\n");
}

void adref_html_page_role(GString *html, const AdrefHtmlPage *page)
{
  const char *role = page->options->role;
  const char *english = role ? strstr(role, " / ") : NULL;
  if (!role)
    return;
  g_autofree char *own = english ? g_strndup(role, (gsize)(english - role)) : NULL;
  g_string_append_printf(html, "<p class=\"role\"%s>", own ? "" : adref_html_page_english(page));
  adref_markup_escape_string(html, own ? own : role);
  if (own)
    g_string_append_printf(html, "<span%s>%s</span>", adref_html_page_english(page), english);
  g_string_append(html, "</p>\n");
}

void adref_html_page_occasion(GString *html, const AdrefHtmlPage *page)
{
  if (!page->options->occasion)
    return;
  g_string_append(html, "<p class=\"occasion\">");
  adref_markup_escape_string(html, page->options->occasion);
  g_string_append(html, "</p>\n");
}

/* "Negotiating text · 3 brackets open" */
static void append_counts(GString *html, const AdrefHtmlPage *page, gboolean is_negotiating,
                          gboolean is_open)
{
  g_autofree char *words = adref_open_counts_words(page->counts, page->options->words);
  g_string_append_printf(html, "<p class=\"ui\"%s>",
                         adref_html_page_word_language(page, ADREF_PAGE_WORD_NEGOTIATING));
  if (is_negotiating) {
    adref_html_page_word(html, page, ADREF_PAGE_WORD_NEGOTIATING);
    g_string_append(html, " \302\267 ");
  }
  g_string_append(html, is_open ? "<span class=\"open\">" : "<span>");
  adref_markup_escape_string(html, words);
  g_string_append(html, "</span></p>\n");
}

void adref_html_page_status(GString *html, const AdrefHtmlPage *page)
{
  const AdrefOpenCounts *counts = page->counts;
  if (page->options->part) {
    g_autofree char *part = adref_page_words_fill(page->options->words, ADREF_PAGE_WORD_PART,
                                                  "clauses", page->options->part, NULL);
    g_string_append_printf(html, "<p class=\"ui\"%s>",
                           adref_html_page_word_language(page, ADREF_PAGE_WORD_PART));
    adref_markup_escape_string(html, part);
    g_string_append(html, "</p>\n");
  }
  gboolean is_negotiating = page->options->view == ADREF_VIEW_NEGOTIATING;
  gboolean is_open = counts->brackets + counts->placeholders > 0;
  if (is_negotiating || is_open)
    append_counts(html, page, is_negotiating, is_open);
  if (is_negotiating && counts->parties->len > 0)
    append_legend(html, page);
  g_string_append(html, "</header>\n");
}

static void append_entry(GString *html, const AdrefHtmlPage *page, const AdrefContentsEntry *entry)
{
  g_autofree char *words =
      adref_ruby_strip(adref_node_words(entry->heading), page->options->language);
  g_string_append_printf(html, "<li class=\"l%u\"><a href=\"#", entry->level);
  adref_markup_escape_string(html, adref_contents_anchor(page->contents, entry->clause));
  g_string_append(html, "\">");
  adref_markup_escape_string(html, words);
  g_string_append(html, "</a></li>\n");
}

void adref_html_page_contents(GString *html, const AdrefHtmlPage *page)
{
  const GArray *entries = page->contents->entries;
  if (entries->len < MIN_HEADINGS + (page->contents->title ? 1U : 0U))
    return;
  g_string_append(html, "<nav aria-label=\"");
  adref_html_page_word(html, page, ADREF_PAGE_WORD_CONTENTS);
  g_string_append_printf(html, "\"%s>\n<details><summary>",
                         adref_html_page_word_language(page, ADREF_PAGE_WORD_CONTENTS));
  adref_html_page_word(html, page, ADREF_PAGE_WORD_CONTENTS);
  g_string_append(html, "</summary></details>\n<ol lang=\"");
  adref_markup_escape_string(html, language(page));
  g_string_append(html, "\">\n");
  for (guint i = 0; i < entries->len; i++) {
    const AdrefContentsEntry *entry = &g_array_index(entries, AdrefContentsEntry, i);
    if (entry->level > 1)
      append_entry(html, page, entry);
  }
  g_string_append(html, "</ol>\n</nav>\n");
}

static void append_hash(GString *html, const AdrefHtmlPage *page, AdrefPageWord name,
                        const char *hash)
{
  g_autofree char *abbreviated = g_strndup(hash, SHORT_HASH);
  g_string_append(html, "<span>");
  adref_html_page_word(html, page, name);
  g_string_append(html, " <code class=\"short\" title=\"");
  adref_markup_escape_string(html, hash);
  g_string_append(html, "\">");
  adref_markup_escape_string(html, abbreviated);
  g_string_append(html, "</code><code class=\"full\">");
  adref_markup_escape_string(html, hash);
  g_string_append(html, "</code></span>");
}

static void append_footer(GString *html, const AdrefHtmlPage *page)
{
  const AdrefViewOptions *options = page->options;
  g_string_append_printf(html, "<footer%s>\n<p>",
                         adref_html_page_word_language(page, ADREF_PAGE_WORD_VERSION));
  if (options->copy) {
    g_autofree char *copy = adref_page_words_fill(options->words, ADREF_PAGE_WORD_ALTERNAT, "party",
                                                  options->copy, NULL);
    adref_markup_escape_string(html, copy);
    g_string_append(html, options->version || options->date || options->hash ? " \302\267 " : "");
  }
  if (options->version) {
    adref_html_page_word(html, page, ADREF_PAGE_WORD_VERSION);
    g_string_append_c(html, ' ');
    adref_markup_escape_string(html, options->version);
    g_string_append(html, options->date || options->hash ? " \302\267 " : "");
  }
  if (options->date) {
    g_string_append(html, "<time>");
    adref_markup_escape_string(html, options->date);
    g_string_append(html, options->hash ? "</time> \302\267 " : "</time>");
  }
  if (options->hash)
    append_hash(html, page, ADREF_PAGE_WORD_CONTENT, options->hash);
  if (options->parallel_hash) {
    g_string_append(html, ", ");
    append_hash(html, page, ADREF_PAGE_WORD_BESIDE, options->parallel_hash);
  }
  g_string_append(html, "</p>\n</footer>\n");
}

void adref_html_page_footer(GString *html, const AdrefHtmlPage *page)
{
  if (page->options->footer == ADREF_FOOTER_FULL)
    append_footer(html, page);
  if (page->script)
    g_string_append_printf(html, "<script>%s</script>\n", page->script);
  g_string_append(html, "</body>\n</html>\n");
}

void adref_html_page_number(GString *html, const char *number, const char *language)
{
  gsize end = strlen(number);
  if (!strchr(number, ' ') || !adref_script_of(language ? language : "en")->is_rtl) {
    adref_markup_escape_string(html, number);
    return;
  }
  while (end > 0 && !g_ascii_isalnum(number[end - 1]) && number[end - 1] != ')')
    end--;
  g_string_append(html, "<bdi>");
  adref_markup_escape_text(html, number, end);
  g_string_append(html, "</bdi>");
  adref_markup_escape_string(html, number + end);
}

void adref_html_page_heading(GString *html, const char *words, gsize length, const char *language)
{
  g_autofree char *text = g_strndup(words, length);
  g_autoptr(GArray) ends =
      adref_phrase_break_is_needed(language) ? adref_phrase_break_ends(text, language) : NULL;
  gsize start = 0;
  for (guint i = 0; ends && i < ends->len; i++) {
    gsize end = g_array_index(ends, gsize, i), stop = end;
    while (stop > start && text[stop - 1] == ' ')
      stop--;
    gboolean is_whole = start == 0 && end == strlen(text);
    g_string_append(html, is_whole ? "" : "<span class=\"ph\">");
    adref_markup_escape_text(html, text + start, stop - start);
    g_string_append(html, is_whole ? "" : "</span>");
    adref_markup_escape_text(html, text + stop, end - stop);
    start = end;
  }
  adref_markup_escape_text(html, text + start, strlen(text) - start);
}
