#include <string.h>

#include "base/markup.h"
#include "clause/icu.h"
#include "view/akn/akn_private.h"
#include "view/parallel_texts.h"

/* IRIs of the naming convention begin with a country; ISO 3166 leaves ZZ to its users, and a joint
 * statement is of no country. */
#define WORK_START "/akn/zz/statement/jointStatement/"

#define MAIN "main" /* the component that is no annex */

void adref_akn_work_free(AdrefAknWork *work)
{
  if (!work)
    return;
  g_free(work->statement);
  g_free(work->day);
  g_free(work->place);
  g_free(work->date);
  g_free(work->version);
  g_free(work->version_day);
  g_strfreev(work->languages);
  g_ptr_array_unref(work->parties);
  g_ptr_array_unref(work->events);
  g_free(work);
}

static void party_free(gpointer data)
{
  AdrefAknParty *party = data;
  g_free(party->code);
  g_free(party->name);
  g_free(party);
}

static void event_free(gpointer data)
{
  AdrefAknEvent *event = data;
  g_free(event->name);
  g_free(event->day);
  g_free(event->party);
  g_free(event->act);
  g_free(event);
}

AdrefAknWork *adref_akn_work_new(void)
{
  AdrefAknWork *work = g_new0(AdrefAknWork, 1);
  work->parties = g_ptr_array_new_with_free_func(party_free);
  work->events = g_ptr_array_new_with_free_func(event_free);
  return work;
}

void adref_akn_work_add_party(AdrefAknWork *work, const char *code, const char *name)
{
  AdrefAknParty *party = g_new0(AdrefAknParty, 1);
  party->code = g_strdup(code);
  party->name = g_strdup(name);
  g_ptr_array_add(work->parties, party);
}

void adref_akn_work_add_event(AdrefAknWork *work, const char *name, char *day, const char *party,
                              const char *act)
{
  AdrefAknEvent *event = g_new0(AdrefAknEvent, 1);
  event->name = g_strdup(name);
  event->day = day;
  event->party = g_strdup(party);
  event->act = g_strdup(act);
  g_ptr_array_add(work->events, event);
}

void adref_akn_work_add_milestone(AdrefAknWork *work, const char *name, char *day,
                                  const char *milestone)
{
  adref_akn_work_add_event(work, name, day, NULL, NULL);
  ((AdrefAknEvent *)work->events->pdata[work->events->len - 1])->milestone = milestone;
}

/* "jpn" for "ja", as the naming convention wants it; "und" for what is no language. */
static const char *three_letters(const char *language)
{
  const char *code = uloc_getISO3Language(language);
  return code && *code ? code : "und";
}

static char *work_iri(const AdrefAkn *out)
{
  return g_strconcat(WORK_START, out->work->day, "/", out->work->statement, NULL);
}

/* Of the text in a language, at a version; without one it is the text as it stands now. */
static char *expression_iri(const AdrefAkn *out, const char *language, const char *version)
{
  g_autofree char *work = work_iri(out);
  return g_strconcat(work, "/", three_letters(language), "@", version, NULL);
}

static const char *version_of(const AdrefAkn *out)
{
  return out->work->version ? out->work->version : "unsaved";
}

static void put_value(GString *xml, const char *element, const char *value)
{
  g_string_append_printf(xml, "<%s", element);
  adref_akn_attribute(xml, "value", value);
  g_string_append(xml, "/>\n");
}

/* What each level of the identification begins with; `component` is "main" or "annex_1". */
static void put_level(GString *xml, const char *level, const char *iri, const char *component,
                      const char *format)
{
  g_autofree char *this = g_strconcat(iri, "/!", component, format, NULL);
  g_autofree char *whole = g_strconcat(iri, format, NULL);
  g_string_append_printf(xml, "<%s>\n", level);
  put_value(xml, "FRBRthis", this);
  put_value(xml, "FRBRuri", whole);
}

static void put_date(GString *xml, const char *day, const char *name)
{
  g_string_append(xml, "<FRBRdate");
  adref_akn_attribute(xml, "date", day);
  adref_akn_attribute(xml, "name", name);
  g_string_append(xml, "/>\n");
}

static void put_authors(const AdrefAkn *out, GString *xml)
{
  const GPtrArray *parties = out->work->parties;
  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf(xml, "<FRBRauthor href=\"#%s\"/>\n",
                           ((const AdrefAknParty *)parties->pdata[i])->code);
  if (parties->len == 0)
    g_string_append(xml, "<FRBRauthor href=\"#parties\"/>\n");
}

static void put_work(const AdrefAkn *out, GString *xml, const char *component)
{
  const AdrefAknWork *work = out->work;
  g_autofree char *iri = work_iri(out);
  put_level(xml, "FRBRWork", iri, component, "");
  put_date(xml, work->day, work->has_date ? "date of the statement" : "first version");
  put_authors(out, xml);
  put_value(xml, "FRBRcountry", "zz");
  put_value(xml, "FRBRsubtype", "jointStatement");
  put_value(xml, "FRBRname", work->statement);
  g_string_append(xml, "</FRBRWork>\n");
}

/* A translation says of which text. */
static void put_translation(const AdrefAkn *out, GString *xml)
{
  const AdrefAknWork *work = out->work;
  const char *original = work->languages ? work->languages[0] : NULL;
  if (!work->has_role || !original || g_str_equal(original, out->options.language) ||
      (work->role != ADREF_LANGUAGE_ROLE_TRANSLATION &&
       work->role != ADREF_LANGUAGE_ROLE_PROVISIONAL))
    return;
  g_autofree char *iri = expression_iri(out, original, version_of(out));
  g_string_append_printf(xml,
                         "<FRBRtranslation href=\"%s\" fromLanguage=\"%s\" authoritative=\"%s\" "
                         "by=\"#parties\"/>\n",
                         iri, three_letters(original),
                         adref_language_role_binds(work->role) ? "true" : "false");
}

static void put_expression(const AdrefAkn *out, GString *xml, const char *iri,
                           const char *component)
{
  const AdrefAknWork *work = out->work;
  put_level(xml, "FRBRExpression", iri, component, "");
  put_date(xml, work->version_day, work->version ? "version" : "not saved");
  g_string_append(xml, "<FRBRauthor href=\"#parties\"/>\n");
  put_value(xml, "FRBRversionNumber", version_of(out));
  if (work->has_role)
    put_value(xml, "FRBRauthoritative", adref_language_role_binds(work->role) ? "true" : "false");
  g_string_append_printf(xml, "<FRBRlanguage language=\"%s\"/>\n",
                         three_letters(out->options.language));
  put_translation(out, xml);
  g_string_append(xml, "</FRBRExpression>\n");
}

/* A part of the text: from its first clause to its last one, some between them perhaps not. */
static void put_portion(const AdrefAkn *out, GString *xml)
{
  const GPtrArray *places = out->plan->places;
  if (!out->options.part || places->len == 0)
    return;
  const AdrefAknPlace *first = places->pdata[0], *last = places->pdata[places->len - 1];
  g_string_append(xml, "<FRBRportion");
  adref_akn_attribute(xml, "showAs", out->options.part);
  g_string_append_printf(xml, " from=\"#%s\" upTo=\"#%s\"/>\n", first->id, last->id);
}

static void put_manifestation(const AdrefAkn *out, GString *xml, const char *iri,
                              const char *component)
{
  put_level(xml, "FRBRManifestation", iri, component, ".xml");
  put_date(xml, out->work->version_day, "markup");
  g_string_append(xml, "<FRBRauthor href=\"#adref\"/>\n");
  if (strcmp(component, MAIN) == 0)
    put_portion(out, xml);
  g_string_append(xml, "<FRBRformat value=\"xml\"/>\n</FRBRManifestation>\n");
}

/* Adoption and publication change no word: they make the version what it is. */
static void put_event(GString *xml, const AdrefAknEvent *event, gboolean is_first)
{
  g_string_append_printf(xml, " source=\"#label_%s\"", event->name);
  if (event->milestone)
    g_string_append_printf(xml, " refersTo=\"#%s\"", event->milestone);
  g_string_append_printf(xml, " type=\"%s\"/>\n",
                         is_first || event->milestone ? "generation" : "amendment");
}

/* Drafts that were circulated are the life cycle; what parties did with them is the workflow. */
static void put_events(const AdrefAkn *out, GString *xml, gboolean acts)
{
  const GPtrArray *events = out->work->events;
  guint count = 0;
  for (guint i = 0; i < events->len; i++) {
    const AdrefAknEvent *event = events->pdata[i];
    if ((event->act != NULL) != acts)
      continue;
    if (count++ == 0)
      g_string_append_printf(xml, "<%s source=\"#adref\">\n", acts ? "workflow" : "lifecycle");
    g_string_append_printf(xml, acts ? "<step eId=\"step_%u\"" : "<eventRef eId=\"eref_%u\"",
                           count);
    adref_akn_attribute(xml, "date", event->day);
    if (acts)
      g_string_append_printf(xml, " by=\"#%s\" refersTo=\"#label_%s\" outcome=\"#%s\"/>\n",
                             event->party, event->name, event->act);
    else
      put_event(xml, event, count == 1);
  }
  if (count > 0)
    g_string_append(xml, acts ? "</workflow>\n" : "</lifecycle>\n");
}

static void put_reference(GString *xml, const char *element, const char *id, const char *iri,
                          const char *words)
{
  g_string_append_printf(xml, "<%s", element);
  adref_akn_attribute(xml, "eId", id);
  g_string_append(xml, " href=\"");
  adref_markup_escape_url(xml, iri);
  g_string_append(xml, "\"");
  adref_akn_attribute(xml, "showAs", words);
  g_string_append(xml, "/>\n");
}

static void put_label_references(const AdrefAkn *out, GString *xml)
{
  const GPtrArray *events = out->work->events;
  gboolean is_first = TRUE;
  for (guint i = 0; i < events->len; i++) {
    const AdrefAknEvent *event = events->pdata[i];
    if (event->act || event->milestone)
      continue;
    g_autofree char *id = g_strconcat("label_", event->name, NULL);
    g_autofree char *iri = expression_iri(out, out->options.language, event->name);
    put_reference(xml, is_first ? "original" : "passiveRef", id, iri, event->name);
    is_first = FALSE;
  }
}

/* The same text in the other languages of the statement. */
static void put_language_references(const AdrefAkn *out, GString *xml)
{
  for (char **language = out->work->languages; language && *language; language++) {
    if (g_str_equal(*language, out->options.language))
      continue;
    g_autofree char *iri = expression_iri(out, *language, version_of(out));
    g_autofree char *name = adref_parallel_texts_language_in(*language, "en");
    g_string_append_printf(xml, "<TLCReference eId=\"expression_%s\" name=\"language\" href=\"",
                           *language);
    adref_markup_escape_url(xml, iri);
    g_string_append(xml, "\"");
    adref_akn_attribute(xml, "showAs", name);
    g_string_append(xml, "/>\n");
  }
}

static void put_party_reference(GString *xml, const char *code, const char *name)
{
  g_autofree char *small = g_ascii_strdown(code, -1);
  g_autofree char *iri = g_strconcat("/akn/ontology/organization/", small, NULL);
  put_reference(xml, "TLCOrganization", code, iri, name);
}

static void put_other_party(const AdrefAkn *out, GString *xml, GHashTable *done, char *code)
{
  const char *name = out->options.names ? g_hash_table_lookup(out->options.names, code) : NULL;
  if (g_hash_table_add(done, code))
    put_party_reference(xml, code, name ? name : code);
}

/* The parties of the statement, then those that only the text names, then others who signed. */
static void put_party_references(const AdrefAkn *out, GString *xml)
{
  g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
  const GPtrArray *parties = out->work->parties;
  for (guint i = 0; i < parties->len; i++) {
    const AdrefAknParty *party = parties->pdata[i];
    if (g_hash_table_add(done, party->code))
      put_party_reference(xml, party->code, party->name);
  }
  for (guint i = 0; i < out->parties->len; i++)
    put_other_party(out, xml, done, out->parties->pdata[i]);
  for (guint i = 0; i < out->work->events->len; i++) {
    const AdrefAknEvent *event = out->work->events->pdata[i];
    if (event->party)
      put_other_party(out, xml, done, event->party);
  }
}

static void put_acts(const AdrefAkn *out, GString *xml)
{
  g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
  const GPtrArray *events = out->work->events;
  for (guint i = 0; i < events->len; i++) {
    const char *act = ((const AdrefAknEvent *)events->pdata[i])->act;
    if (!act || !g_hash_table_add(done, (gpointer)(guintptr)act))
      continue;
    g_autofree char *iri = g_strconcat("/akn/ontology/concept/adref.", act, NULL);
    put_reference(xml, "TLCConcept", act, iri, act);
  }
}

static void put_milestones(const AdrefAkn *out, GString *xml)
{
  const GPtrArray *events = out->work->events;
  for (guint i = 0; i < events->len; i++) {
    const char *milestone = ((const AdrefAknEvent *)events->pdata[i])->milestone;
    if (!milestone)
      continue;
    g_autofree char *iri = g_strconcat("/akn/ontology/event/adref.", milestone, NULL);
    put_reference(xml, "TLCEvent", milestone, iri, milestone);
  }
}

static void put_place(const AdrefAkn *out, GString *xml)
{
  const char *place = out->work->place;
  if (!place || !out->options.occasion)
    return;
  g_autofree char *small = g_utf8_strdown(place, -1);
  g_autofree char *iri =
      g_strconcat("/akn/ontology/location/", g_strdelimit(small, " /", '.'), NULL);
  put_reference(xml, "TLCLocation", "place", iri, place);
}

static void put_references(const AdrefAkn *out, GString *xml)
{
  g_string_append(xml, "<references source=\"#adref\">\n");
  put_label_references(out, xml);
  put_language_references(out, xml);
  put_party_references(out, xml);
  put_reference(xml, "TLCOrganization", "parties", "/akn/ontology/organization/parties",
                "the parties of the statement");
  put_place(out, xml);
  put_acts(out, xml);
  put_milestones(out, xml);
  put_reference(xml, "TLCObject", "adref", "/akn/ontology/object/adref", "adref");
  g_string_append(xml, "</references>\n");
}

/* With what the file is compared when it comes back. */
static void put_content(const AdrefAkn *out, GString *xml)
{
  static const char *const views[] = {"negotiating", "public", "clean"};
  const AdrefViewOptions *options = &out->options;
  g_string_append(xml, "<proprietary source=\"#adref\"><text xmlns=\"urn:adref\"");
  adref_akn_attribute(xml, "view", views[options->view]);
  if (options->hash)
    adref_akn_attribute(xml, "sha256", options->hash);
  if (options->version)
    adref_akn_attribute(xml, "version", options->version);
  if (options->copy)
    adref_akn_attribute(xml, "alternat", options->copy);
  g_string_append(xml, "/></proprietary>\n");
}

void adref_akn_meta(const AdrefAkn *out, GString *xml, const char *attachment)
{
  const char *component = attachment ? attachment : MAIN;
  g_autofree char *iri = expression_iri(out, out->options.language, version_of(out));
  g_string_append(xml, "<meta>\n<identification source=\"#adref\">\n");
  put_work(out, xml, component);
  put_expression(out, xml, iri, component);
  put_manifestation(out, xml, iri, component);
  g_string_append(xml, "</identification>\n");
  if (!attachment) {
    put_events(out, xml, FALSE);
    put_events(out, xml, TRUE);
    put_references(out, xml);
    put_content(out, xml);
  }
  g_string_append(xml, "</meta>\n");
}
