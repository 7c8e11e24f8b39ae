#include "work/publish/package_pages.h"

#include <string.h>

#include "base/parallel_for.h"
#include "clause/proposals/alternat.h"
#include "merge/compare/diff.h"
#include "review/change/change_class.h"
#include "sign/printed_facts.h"
#include "sign/stated_position.h"
#include "view/docx/docx.h"
#include "view/html/html.h"
#include "view/language_role.h"
#include "view/pdf/pdf.h"
#include "view/position_notes.h"
#include "view/review.h"

static void plan_free(gpointer data)
{
  AdrefPackagePagePlan *plan = data;
  g_free(plan->path);
  g_free(plan);
}

static void add_plan(GPtrArray *all, AdrefPackagePagePlan plan, const char *suffix)
{
  AdrefPackagePagePlan *copy = g_new(AdrefPackagePagePlan, 1);
  *copy = plan;
  copy->path = g_strdup_printf("pages/%s%s%s.%s", plan.language_version->language,
                               *suffix ? "-" : "", suffix, plan.format);
  g_ptr_array_add(all, copy);
}

static void add_forms(GPtrArray *all, AdrefPackagePagePlan plan, const char *suffix)
{
  static const char *const forms[] = {"html", "pdf", "docx"};
  for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
    plan.format = forms[i];
    add_plan(all, plan, suffix);
  }
}

GPtrArray *adref_package_pages_plan(const AdrefPackagePages *pages)
{
  GPtrArray *all = g_ptr_array_new_with_free_func(plan_free);
  for (guint i = 0; i < pages->language_versions->len; i++) {
    AdrefPackagePagePlan plan = {.language_version = pages->language_versions->pdata[i],
                                 .text = pages->texts->pdata[i],
                                 .words = pages->words->pdata[i]};
    add_forms(all, plan, "");
    for (char *const *code = pages->alternats; code && *code; code++) {
      plan.alternat = *code;
      add_forms(all, plan, *code);
    }
    plan.alternat = NULL;
    plan.format = "html";
    plan.former = pages->former && i < pages->former->len ? pages->former->pdata[i] : NULL;
    if (plan.former)
      add_plan(all, plan, "redline");
  }
  return all;
}

static GString *write_redline(const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan)
{
  g_autoptr(AdrefNode) redline = adref_diff(
      plan->former->document, plan->language_version->document, plan->language_version->language);
  AdrefChangeClassOptions findings = {.language = plan->language_version->language};
  adref_change_class_assign(redline, &findings);
  g_autofree char *both = g_strconcat(pages->former_label, " \342\206\222 ", pages->label, NULL);
  g_autofree char *title = adref_document_title(plan->language_version->document);
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN,
                              .language = plan->language_version->language,
                              .house = pages->house,
                              .words = plan->words,
                              .title = title ? title : both,
                              .version = both};
  g_autoptr(GPtrArray) facts = pages->facts && pages->former_facts
                                   ? adref_printed_facts_compare(pages->former_facts, pages->facts)
                                   : NULL;
  AdrefReviewOptions review = {
      .options = &options, .old = pages->former_label, .new = pages->label, .facts = facts};
  return adref_html_review_write(redline, &review);
}

/* The alternat of a party, by its code alone: names of parties are not signed. */
static AdrefNode *make_alternat(const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan,
                                GError **error)
{
  g_auto(GStrv) order = adref_alternat_order((const char *const *)pages->alternats, plan->alternat);
  return adref_alternat(plan->language_version->document, (const char *const *)order,
                        plan->language_version->path, NULL, error);
}

/* The role of a text, where there are several or it is not authentic; and that it was adopted. */
static char *role_of(const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan)
{
  const char *language = plan->text->language;
  gboolean said = pages->texts->len > 1 || plan->text->role != ADREF_LANGUAGE_ROLE_AUTHENTIC;
  g_autofree char *role =
      said ? adref_language_role_words(plan->text->role, language, plan->words) : NULL;
  if (!pages->recorder)
    return g_steal_pointer(&role);
  const char *facts = pages->facts ? pages->facts : "";
  g_autofree char *name = adref_printed_facts_page_party(facts, pages->recorder, language);
  g_autofree char *english = adref_printed_facts_party(facts, pages->recorder, "en");
  return adref_language_role_adopted(role, name, english, pages->level, language, plan->words);
}

/* The text with the positions that FACTS states; NULL: it states none. */
static AdrefNode *with_positions(const AdrefPackagePages *pages, const AdrefNode *document,
                                 const AdrefPackagePagePlan *plan)
{
  const char *language = plan->language_version->language;
  g_autoptr(GPtrArray) positions = pages->facts ? adref_stated_positions_read(pages->facts) : NULL;
  g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; positions && i < positions->len; i++) {
    char *code = ((const AdrefStatedPosition *)positions->pdata[i])->party;
    g_hash_table_insert(names, code, adref_printed_facts_page_party(pages->facts, code, language));
  }
  return positions ? adref_position_notes_copy(document, positions, names, plan->words) : NULL;
}

/* Without the room that a page had to grow: all pages of a package are kept. */
static GBytes *take_bytes(GString *page)
{
  GBytes *bytes = g_bytes_new(page->str, page->len);
  g_string_free(page, TRUE);
  return bytes;
}

GBytes *adref_package_pages_render(const AdrefPackagePages *pages, const AdrefPackagePagePlan *plan,
                                   GError **error)
{
  if (plan->former)
    return take_bytes(write_redline(pages, plan));
  g_autoptr(AdrefNode) copy = plan->alternat ? make_alternat(pages, plan, error) : NULL;
  if (plan->alternat && !copy)
    return NULL;
  const char *language = plan->language_version->language;
  const AdrefNode *plain = copy ? copy : plan->language_version->document;
  g_autoptr(AdrefNode) noted = with_positions(pages, plain, plan);
  const AdrefNode *document = noted ? noted : plain;
  g_autofree char *role = role_of(pages, plan);
  g_autofree char *occasion =
      pages->facts ? adref_printed_facts_occasion(pages->facts, language, document) : NULL;
  AdrefViewOptions options = {.view = ADREF_VIEW_CLEAN,
                              .language = language,
                              .version = pages->label,
                              .hash = plan->text->printed,
                              .house = pages->house,
                              .words = plan->words,
                              .footer = pages->house ? pages->house->footer : ADREF_FOOTER_FULL,
                              .occasion = occasion,
                              .role = role,
                              .copy = plan->alternat};
  AdrefPageOptions page_options = {.house = pages->house, .paper = ADREF_PAPER_SIZE_HOUSE_STYLE};
  AdrefSourceText source_text = {plan->language_version->path,
                                 g_bytes_get_data(plan->language_version->bytes, NULL),
                                 g_bytes_get_size(plan->language_version->bytes)};
  GString *page = NULL;
  if (strcmp(plan->format, "html") == 0)
    page = adref_html_write(document, &options);
  else if (strcmp(plan->format, "docx") == 0)
    page = adref_docx_write(document, &options, &page_options, NULL, error);
  else
    page = adref_pdf_write(document, &options, &page_options, &source_text, NULL, NULL, error);
  return page ? take_bytes(page) : NULL;
}

/* The pages while two threads make them. */
typedef struct {
  const AdrefPackagePages *pages;
  const GPtrArray *plans;
  GBytes **made;
  GError **errors;
} Rendering;

static void render_some(gpointer data, guint worker, guint from, guint to)
{
  const Rendering *self = data;
  (void)worker;
  for (guint i = from; i < to; i++)
    self->made[i] =
        adref_package_pages_render(self->pages, self->plans->pdata[i], &self->errors[i]);
}

static void unref_bytes(gpointer bytes)
{
  if (bytes)
    g_bytes_unref(bytes);
}

GPtrArray *adref_package_pages_render_all(const AdrefPackagePages *pages, const GPtrArray *plans,
                                          GError **error)
{
  g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(unref_bytes);
  g_autofree GError **errors = g_new0(GError *, plans->len + 1);
  gboolean done = TRUE;
  g_ptr_array_set_size(made, (int)plans->len);
  Rendering rendering = {pages, plans, (GBytes **)made->pdata, errors};
  adref_parallel_for(plans->len, 1, render_some, &rendering);
  for (guint i = 0; i < plans->len; i++) {
    if (!made->pdata[i] && done)
      g_propagate_error(error, g_steal_pointer(&errors[i]));
    done = done && made->pdata[i];
    g_clear_error(&errors[i]);
  }
  return done ? g_steal_pointer(&made) : NULL;
}
