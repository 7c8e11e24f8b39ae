#include "view/akn/akn.h"

#include <string.h>

#include "base/markup.h"
#include "view/akn/akn_private.h"
#include "view/open_counts.h"
#include "view/ruby.h"

/* Elements of a document, with the names of their parts. */
static const char *const zone_tags[] = {
    [ADREF_AKN_PREFACE] = "preface",
    [ADREF_AKN_PREAMBLE] = "preamble",
    [ADREF_AKN_BODY] = "mainBody",
    [ADREF_AKN_CONCLUSIONS] = "conclusions",
};

static const char *const element_tags[] = {
    [ADREF_AKN_TITLE] = NULL,
    [ADREF_AKN_ATTACHMENT] = NULL,
    [ADREF_AKN_RECITAL] = "recital",
    [ADREF_AKN_PARAGRAPH] = "paragraph",
    [ADREF_AKN_SECTION] = "section",
    [ADREF_AKN_HCONTAINER] = "hcontainer",
    [ADREF_AKN_CONTAINER] = "container",
};

/* Text */

/* XML allows no control characters, nor U+FFFE and U+FFFF. */
void adref_akn_put(AdrefAkn *out, const char *text, gsize length)
{
  gsize from = 0;
  for (gsize at = 0; at + 2 < length; at++) {
    const guchar *bytes = (const guchar *)text + at;
    if (bytes[0] != 0xEF || bytes[1] != 0xBF || bytes[2] < 0xBE)
      continue;
    adref_markup_escape_text(out->xml, text + from, at - from);
    adref_akn_add(out, "\uFFFD");
    from = at + 3;
    at += 2;
  }
  adref_markup_escape_text(out->xml, text + from, length - from);
}

void adref_akn_put_string(AdrefAkn *out, const char *text)
{
  adref_akn_put(out, text, strlen(text));
}

void adref_akn_attribute(GString *xml, const char *name, const char *value)
{
  g_string_append_printf(xml, " %s=\"", name);
  adref_markup_escape_string(xml, value);
  g_string_append_c(xml, '"');
}

void adref_akn_put_id(AdrefAkn *out, const char *name)
{
  g_autofree char *id = adref_akn_plan_count(out->plan, out->prefix->str, name);
  adref_akn_attribute(out->xml, "eId", id);
}

void adref_akn_put_parties(AdrefAkn *out, char *const *codes)
{
  adref_akn_add(out, " refersTo=\"");
  for (guint i = 0; codes[i]; i++) {
    if (g_hash_table_add(out->known, codes[i]))
      g_ptr_array_add(out->parties, codes[i]);
    g_string_append_printf(out->xml, "%s#%s", i > 0 ? " " : "", codes[i]);
  }
  adref_akn_add(out, "\"");
}

/* Blocks */

void adref_akn_begin_filled(AdrefAkn *out)
{
  out->empty_at = out->xml->len;
}

void adref_akn_end_filled(AdrefAkn *out)
{
  if (out->xml->len == out->empty_at)
    adref_akn_add(out, "<p/>");
}

void adref_akn_begin_block(AdrefAkn *out)
{
  if (!out->wants_intro)
    return;
  out->wants_intro = FALSE;
  out->has_intro = TRUE;
  g_string_append_printf(out->xml, "<intro eId=\"%s__intro\">\n", out->place->id);
}

/* Parts */

static void open_zone(AdrefAkn *out, AdrefAknZone zone)
{
  if (out->is_open)
    return;
  adref_akn_add(out, "<");
  adref_akn_add(out, zone_tags[zone]);
  adref_akn_attribute(out->xml, "xml:lang", out->options.language);
  adref_akn_add(out, ">\n");
  out->zone = zone;
  out->is_open = TRUE;
  out->has_body = out->has_body || zone == ADREF_AKN_BODY;
  adref_akn_begin_filled(out);
}

static void close_sections(AdrefAkn *out, guint depth)
{
  for (; out->sections > depth; out->sections--)
    adref_akn_add(out, "</section>\n");
}

static void open_recitals(AdrefAkn *out)
{
  guint attachment = out->place->attachment;
  if (out->has_recitals)
    return;
  g_autofree char *prefix = attachment > 0 ? g_strdup_printf("att_%u", attachment) : NULL;
  g_autofree char *id = adref_akn_plan_count(out->plan, prefix, "recs");
  g_string_append_printf(out->xml, "<recitals eId=\"%s\">\n", id);
  out->has_recitals = TRUE;
}

static void close_recitals(AdrefAkn *out)
{
  if (out->has_recitals)
    adref_akn_add(out, "</recitals>\n");
  out->has_recitals = FALSE;
}

/* Place and date, each in its own element. */
static void put_occasion(AdrefAkn *out, const char *words)
{
  const AdrefAknWork *work = out->work;
  const char *place = work->place ? strstr(words, work->place) : NULL;
  const char *date = work->date ? strstr(words, work->date) : NULL;
  adref_akn_add(out, "<p class=\"occasion\">");
  for (const char *p = words; *p;) {
    const char *known = p == place ? work->place : p == date ? work->date : NULL;
    gsize length = known ? strlen(known) : (gsize)(g_utf8_next_char(p) - p);
    if (known && p == place)
      adref_akn_add(out, "<location refersTo=\"#place\" eId=\"location_1\">");
    else if (known)
      g_string_append_printf(out->xml, "<docDate date=\"%s\">", work->day);
    adref_akn_put(out, p, length);
    adref_akn_add(out, !known ? "" : p == place ? "</location>" : "</docDate>");
    p += length;
  }
  adref_akn_add(out, "</p>\n");
}

/* What a reader must know of the whole text: that it is a translation, that it is open. */
static void put_status(AdrefAkn *out, const char *kind, const char *words)
{
  g_string_append_printf(out->xml, "<p class=\"%s\"><docStatus>", kind);
  adref_akn_put_string(out, words);
  adref_akn_add(out, "</docStatus></p>\n");
}

static void put_head(AdrefAkn *out, const AdrefNode *document)
{
  g_autoptr(AdrefOpenCounts) counts = adref_open_counts_new(document);
  g_autofree char *words = adref_open_counts_words(counts, out->options.words);
  gboolean is_open = counts->brackets + counts->placeholders > 0;
  if (!out->options.role && !out->options.occasion && !is_open)
    return;
  open_zone(out, ADREF_AKN_PREFACE);
  if (out->options.role)
    put_status(out, "role", out->options.role);
  if (out->options.occasion)
    put_occasion(out, out->options.occasion);
  if (is_open)
    put_status(out, "open", words);
}

static void close_zone(AdrefAkn *out)
{
  if (!out->is_open)
    return;
  close_recitals(out);
  close_sections(out, 0);
  adref_akn_end_filled(out);
  g_string_append_printf(out->xml, "</%s>\n", zone_tags[out->zone]);
  out->is_open = FALSE;
}

/* Each document has a body. */
static void require_body(AdrefAkn *out)
{
  close_zone(out);
  if (!out->has_body) {
    open_zone(out, ADREF_AKN_BODY);
    close_zone(out);
  }
}

static void put_signatures(AdrefAkn *out)
{
  const char *const *names = out->options.signatories;
  if (!names || !*names)
    return;
  if (!out->is_open || out->zone != ADREF_AKN_CONCLUSIONS) {
    require_body(out);
    open_zone(out, ADREF_AKN_CONCLUSIONS);
  }
  adref_akn_add(out, "<container name=\"signatures\" eId=\"signatures\">\n");
  for (; *names; names++) {
    adref_akn_add(out, "<p><signature>");
    adref_akn_put_string(out, *names);
    adref_akn_add(out, "</signature></p>\n");
  }
  adref_akn_add(out, "</container>\n");
}

/* Ends the document, or the attachment with this number. */
static void end_document(AdrefAkn *out, guint attachment)
{
  if (attachment == 0)
    put_signatures(out);
  require_body(out);
  out->has_body = FALSE;
  if (attachment > 0)
    adref_akn_add(out, "</doc></attachment>\n");
}

static void begin_attachment(AdrefAkn *out, const char *attributes)
{
  const AdrefAknPlace *place = out->place;
  g_autofree char *name = g_strdup_printf("annex_%u", place->attachment);
  end_document(out, place->attachment - 1);
  adref_akn_add(out, place->attachment == 1 ? "<attachments>\n" : "");
  g_string_append_printf(out->xml, "<attachment eId=\"%s\"%s><doc name=\"annex\">\n", place->id,
                         attributes);
  adref_akn_meta(out, out->xml, name);
  open_zone(out, ADREF_AKN_PREFACE);
}

static void enter_zone(AdrefAkn *out, const AdrefAknPlace *place)
{
  if (out->is_open && out->zone != place->zone)
    close_zone(out);
  if (place->zone == ADREF_AKN_CONCLUSIONS && !out->has_body)
    require_body(out);
  open_zone(out, place->zone);
}

/* Clauses */

/* The attributes that only the negotiating view has. Caller frees. */
static char *work_attributes(AdrefAkn *out, const AdrefClause *facts)
{
  GString *attributes = g_string_new(NULL);
  const AdrefNode *other =
      facts && facts->alt ? adref_link_targets_clause(out->renderer.targets, facts->alt) : NULL;
  const AdrefAknPlace *place = other ? adref_akn_plan_place(out->plan, other) : NULL;
  if (facts && facts->id) {
    g_autofree char *id = g_strconcat("elm_", facts->id, NULL);
    adref_akn_attribute(attributes, "wId", id);
  }
  if (place)
    g_string_append_printf(attributes, " alternativeTo=\"#%s\"", place->id);
  return g_string_free(attributes, FALSE);
}

static void put_number(AdrefAkn *out, const char *number)
{
  if (!number)
    return;
  adref_akn_add(out, "<num>");
  adref_akn_put_string(out, number);
  adref_akn_add(out, "</num>");
}

/* A clause in which this view shows nothing, such as a note, is taken back. */
static gboolean take_back(AdrefAkn *out)
{
  if (out->xml->len != out->empty_at || out->place->clause->as.clause->kind != ADREF_PLAIN)
    return FALSE;
  g_string_truncate(out->xml, out->clause_at);
  out->empty_at = out->empty_before;
  return TRUE;
}

static void begin_element(AdrefAkn *out, const AdrefNode *clause, const char *number,
                          const char *attributes)
{
  const AdrefAknPlace *place = out->place;
  out->clause_at = out->xml->len;
  out->empty_before = out->empty_at;
  g_string_append_printf(out->xml, "<%s", element_tags[place->element]);
  if (place->element == ADREF_AKN_CONTAINER || place->element == ADREF_AKN_HCONTAINER)
    adref_akn_attribute(out->xml, "name", adref_clause_kind_word(clause->as.clause->kind));
  adref_akn_attribute(out->xml, "eId", place->id);
  adref_akn_add(out, attributes);
  adref_akn_add(out, ">");
  if (place->element == ADREF_AKN_CONTAINER)
    number = NULL;
  put_number(out, number);
  if (place->element == ADREF_AKN_PARAGRAPH || place->element == ADREF_AKN_HCONTAINER)
    g_string_append_printf(out->xml, "<content eId=\"%s__content\">\n", place->id);
  out->wants_intro = place->element == ADREF_AKN_SECTION;
  adref_akn_begin_filled(out);
}

static void label(gpointer data, const AdrefNode *clause, const char *number,
                  const AdrefClause *facts)
{
  AdrefAkn *out = data;
  const AdrefAknPlace *place = out->place;
  g_autofree char *attributes = work_attributes(out, facts);
  if (place->element == ADREF_AKN_ATTACHMENT) {
    begin_attachment(out, attributes);
    return;
  }
  enter_zone(out, place);
  if (place->element == ADREF_AKN_TITLE) {
    g_free(out->work_id);
    out->work_id = g_steal_pointer(&attributes);
    return;
  }
  if (place->element == ADREF_AKN_RECITAL)
    open_recitals(out);
  else
    close_recitals(out);
  if (place->element == ADREF_AKN_SECTION)
    close_sections(out, place->depth - 1);
  begin_element(out, clause, number, attributes);
}

static void leave_clause(gpointer data, const AdrefNode *node)
{
  AdrefAkn *out = data;
  AdrefAknElement element = out->place->element;
  (void)node;
  if (out->has_intro)
    adref_akn_add(out, "</intro>\n");
  out->wants_intro = out->has_intro = FALSE;
  if (element == ADREF_AKN_SECTION)
    out->sections++;
  if (!element_tags[element] || element == ADREF_AKN_SECTION || take_back(out))
    return;
  if (element == ADREF_AKN_PARAGRAPH || element == ADREF_AKN_HCONTAINER)
    adref_akn_add(out, "</content>");
  else
    adref_akn_end_filled(out);
  g_string_append_printf(out->xml, "</%s>\n", element_tags[element]);
}

/* What says of the whole text stands below its title, or before a text without one. */
static void put_clauses(AdrefAkn *out, const AdrefNode *document)
{
  const GPtrArray *places = out->plan->places;
  gboolean has_head = FALSE;
  for (guint i = 0; i < places->len; i++) {
    const AdrefAknPlace *place = places->pdata[i];
    if (!has_head && (place->zone != ADREF_AKN_PREFACE || place->attachment > 0)) {
      put_head(out, document);
      has_head = TRUE;
    }
    out->place = place;
    out->first_heading = NULL;
    g_string_assign(out->prefix, place->id);
    adref_renderer_run(&out->renderer, place->clause);
  }
  if (!has_head)
    put_head(out, document);
  guint attachments =
      places->len > 0 ? ((const AdrefAknPlace *)places->pdata[places->len - 1])->attachment : 0;
  end_document(out, attachments);
  adref_akn_add(out, attachments > 0 ? "</attachments>\n" : "");
}

static void open_output(AdrefAkn *out, const AdrefNode *document, const AdrefViewOptions *options,
                        const AdrefAknWork *work)
{
  *out = (AdrefAkn){.options = *options, .work = work};
  out->options.language = options->language ? options->language : "en";
  out->has_ruby = adref_ruby_is_used(out->options.language);
  out->contents = adref_contents_new(document, FALSE);
  out->plan = adref_akn_plan_new(document, out->contents->title);
  out->footnotes = adref_footnotes_new(document);
  out->xml = g_string_new(NULL);
  out->parties = g_ptr_array_new();
  out->known = g_hash_table_new(g_str_hash, g_str_equal);
  out->prefix = g_string_new(NULL);
  out->lists = g_array_new(FALSE, FALSE, sizeof(AdrefAknList));
  out->edges = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  out->waiting = g_array_new(FALSE, FALSE, sizeof(guint));
  adref_akn_blocks(&out->hooks);
  adref_akn_inlines(&out->hooks);
  out->hooks.nodes[ADREF_CLAUSE].leave = leave_clause;
  out->hooks.label = label;
  out->renderer = adref_renderer(document, &out->options, &out->hooks, out);
  out->renderer.footnotes = out->footnotes;
}

static void clear_output(AdrefAkn *out)
{
  adref_renderer_clear(&out->renderer);
  g_free(out->work_id);
  g_array_unref(out->waiting);
  g_hash_table_unref(out->edges);
  g_array_unref(out->lists);
  g_string_free(out->prefix, TRUE);
  g_hash_table_unref(out->known);
  g_ptr_array_unref(out->parties);
  g_string_free(out->xml, TRUE);
  adref_footnotes_free(out->footnotes);
  adref_akn_plan_free(out->plan);
  adref_contents_free(out->contents);
}

GString *adref_akn_write(const AdrefNode *document, const AdrefViewOptions *options,
                         const AdrefAknWork *work)
{
  AdrefAkn out;
  open_output(&out, document, options, work);
  put_clauses(&out, document);
  GString *file = g_string_sized_new(out.xml->len + 4096);
  g_string_append(file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n"
                        "<statement name=\"jointStatement\" contains=\"singleVersion\">\n");
  adref_akn_meta(&out, file, NULL);
  g_string_append_len(file, out.xml->str, (gssize)out.xml->len);
  g_string_append(file, "</statement>\n</akomaNtoso>\n");
  clear_output(&out);
  return file;
}
