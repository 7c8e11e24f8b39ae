#include "write/html.h"
#include "write/markup.h"
#include "write/page.h"
#include "write/redline.h"
#include "write/review.h"

/* clang-format off */
static const char *const sheet[] = {
    ":root{--gone:#a3160e;--gonetint:#fdeceb;--came:#0b5d2a;--cametint:#e6f4ea}",
    "@media screen and (prefers-color-scheme:dark){:root{--gone:#ff9f92;--gonetint:#3a1d1b;",
    "--came:#8fdca6;--cametint:#15301f}}",
    "del,ins{border-radius:.15em;-webkit-box-decoration-break:clone;box-decoration-break:clone}",
    "del{color:var(--gone);background:var(--gonetint);text-decoration:line-through}",
    "ins{color:var(--came);background:var(--cametint);text-decoration:underline;",
    "text-decoration-thickness:.09em;text-underline-offset:.16em}",
    "del .br,ins .br{background:none}.sign{font-size:.85em}",

    /* For those who do not see them. */
    "del::before,ins::before,del::after,ins::after{clip-path:inset(50%);height:1px;width:1px;",
    "overflow:hidden;position:absolute;white-space:nowrap}",
    "del::before{content:' [deleted: '}ins::before{content:' [inserted: '}",
    "del::after,ins::after{content:'] '}",

    /* What happened to a clause. */
    ".what{margin:0 0 .25rem;font-size:.72rem;line-height:1.5;color:var(--soft);font-weight:600}",
    ".what::before{content:'';display:inline-block;width:.5em;height:.5em;margin-right:.5em;",
    "border-radius:50%;background:var(--mark)}",
    ".what:focus{outline:.15em solid var(--link);outline-offset:.15em;border-radius:.15em}",
    ".way{display:inline-block;min-width:1.6em;padding:0 .3em;text-align:center;text-decoration:none;",
    "font-size:1.15em}",
    ".was{margin:0;font-size:.66rem;line-height:1.4;color:var(--soft)}",
    "main>div,.fold>div,.pair>div>div{display:flow-root}main>div{scroll-margin-top:4rem}",
    ".what~.id{top:.15rem}.pair .id{display:none}",
    "li.d{counter-increment:list-item 0;color:var(--gone)}li.i::marker{color:var(--came)}",

    /* The summary. */
    "header .from{font-size:.95rem;color:var(--ink);font-weight:600}",
    ".sum{max-width:38rem;margin:0 auto 2.5rem;padding:1rem 1.2rem;border:1px solid var(--line);",
    "border-radius:.4rem;font-size:.84rem;line-height:1.5}",
    ".sum h2{font-size:.95rem;margin:0 0 .6rem}.sum h3{font-size:.8rem;margin:.8rem 0 .15rem;",
    "color:var(--mark)}",
    ".sum ul{list-style:none;margin:0;padding:0}.sum li{margin:.15rem 0;padding:0}",
    ".sum p{margin:.9rem 0 0}.sum p+p{margin-top:.3rem}.sum li>a{margin-right:.5em;font-weight:600}",
    "kbd{font:inherit;padding:0 .35em;border:1px solid var(--line);border-radius:.25em}",

    /* What did not change. */
    ".same{font-size:.76rem;color:var(--soft);margin:0 0 1rem}",
    ".same summary{cursor:pointer;padding:.35rem 0;border-top:1px dashed var(--line);",
    "border-bottom:1px dashed var(--line)}",
    ".fold>div{position:relative;margin:0 0 1rem}.fold>div>:last-child{margin-bottom:0}",
    "@media screen{.same:not([open])+.fold{display:none}}",

    /* Side by side. */
    ".wide main,.wide .sum,.wide header,.wide footer{max-width:76rem}",
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}.pair>.what{grid-column:1/-1}",
    ".pair>div{min-width:0;position:relative}.pair .h{display:none}",
    "@media (max-width:44rem){.what~.id{display:none}.pair{grid-template-columns:1fr;gap:.6rem 0}",
    ".pair>div+div{border-top:1px dotted var(--line);padding-top:.4rem}}",

    "@media print{",
    ":root{--gone:#9c0f08;--gonetint:#fff;--came:#0a5227;--cametint:#fff}",
    "del,ins{-webkit-print-color-adjust:exact;print-color-adjust:exact}",
    ".same,.way,.keys{display:none}.what{break-after:avoid}.sum{break-inside:auto}}",
    NULL,
};

static const char script[] =
    "(function(){var c=[].slice.call(document.querySelectorAll('.what')),i=-1,"
    "k={n:1,j:1,p:-1,k:-1},h=document.querySelector('.keys');if(h)h.hidden=false;"
    "document.addEventListener('focusin',function(e){var w=c.indexOf(e.target);if(w>=0)i=w});"
    "document.addEventListener('keydown',function(e){if(e.ctrlKey||e.metaKey||e.altKey||!c.length)return;"
    "var d=k[e.key];if(!d)return;i=i<0&&d<0?c.length-1:(i+d+c.length)%c.length;"
    "c[i].focus({preventScroll:true});c[i].scrollIntoView({block:'center'})})})();";
/* clang-format on */

typedef struct {
  const AdrefReview *review;
  AdrefHtml *html;
  GString *text;      /* of `html` */
  GPtrArray *changes; /* of CLAUSE: those that are shown, in their order */
  guint next;         /* how many of them have been written */
} Page;

static const char *anchor(const Page *page, const AdrefNode *clause)
{
  return adref_contents_anchor(adref_html_page(page->html)->contents, clause);
}

/* --- the summary --- */

static void put_pair(const Page *page, const AdrefMatter *matter)
{
  GString *text = page->text;
  if (matter->old[0]) {
    g_string_append(text, "<del>");
    adref_markup_string(text, matter->old);
    g_string_append(text, "</del> \342\206\222 ");
  }
  g_string_append(text, matter->new[0] ? "<ins>" : "nothing");
  adref_markup_string(text, matter->new);
  g_string_append(text, matter->new[0] ? "</ins>" : "");
  if (matter->shift != ADREF_SHIFT_NONE)
    g_string_append_printf(text, ", <b>%s</b>", adref_shift_word(matter->shift));
}

static void put_matters(const Page *page, const GPtrArray *matters)
{
  for (guint i = 0; i < matters->len && i < ADREF_REVIEW_PAIRS; i++) {
    g_string_append(page->text, i > 0 ? "; " : "");
    put_pair(page, matters->pdata[i]);
  }
  if (matters->len > ADREF_REVIEW_PAIRS)
    g_string_append_printf(page->text, "; and %u more", matters->len - ADREF_REVIEW_PAIRS);
}

static void put_entry(const Page *page, const AdrefSummaryGroup *group,
                      const AdrefSummaryEntry *entry)
{
  g_autofree char *name = adref_redline_name(entry->clause);
  g_string_append(page->text, "<li><a href=\"#");
  adref_markup_string(page->text, anchor(page, entry->clause));
  g_string_append(page->text, "\">");
  adref_markup_string(page->text, name);
  g_string_append(page->text, "</a>");
  if (entry->matters->len > 0) {
    put_matters(page, entry->matters);
  } else {
    g_autofree char *words = adref_review_entry_words(group, entry);
    adref_markup_string(page->text, words);
  }
  g_string_append(page->text, "</li>\n");
}

static void put_group(const Page *page, const AdrefSummaryGroup *group)
{
  g_string_append_printf(page->text, "<h3>%s</h3>\n<ul>\n", group->title);
  for (guint i = 0; i < group->entries->len; i++)
    put_entry(page, group, group->entries->pdata[i]);
  g_string_append(page->text, "</ul>\n");
}

static void put_summary(const Page *page, const AdrefNode *redline)
{
  g_autoptr(GPtrArray) groups = adref_summary_new(redline, &page->review->only);
  g_autofree char *totals = adref_review_totals(redline);
  g_string_append(page->text, "<section class=\"sum ui\" aria-labelledby=\"_sum\">\n"
                              "<h2 id=\"_sum\">What changed</h2>\n");
  for (guint i = 0; i < groups->len; i++)
    put_group(page, groups->pdata[i]);
  if (groups->len == 0)
    g_string_append(page->text, "<p>Nothing.</p>\n");
  g_string_append_printf(page->text,
                         "<p>%s</p>\n<p class=\"keys\" hidden><kbd>n</kbd> next change, "
                         "<kbd>p</kbd> the one before</p>\n</section>\n",
                         totals);
}

/* --- the clauses --- */

static const AdrefNode *change_at(const Page *page, guint place)
{
  return place < page->changes->len ? page->changes->pdata[place] : NULL;
}

static void put_pair_of_sides(const Page *page, const AdrefNode *clause)
{
  g_string_append(page->text, "<div class=\"old\">");
  if (clause->mark != ADREF_INSERTED)
    adref_html_put_side(page->html, clause, ADREF_SIDE_OLD);
  g_string_append(page->text, "</div>\n<div class=\"new\">");
  if (clause->mark != ADREF_DELETED)
    adref_html_put_side(page->html, clause, ADREF_SIDE_NEW);
  g_string_append(page->text, "</div>\n");
}

static void put_change(Page *page, const AdrefNode *clause)
{
  guint place = page->next++;
  const AdrefNode *before = place > 0 ? change_at(page, place - 1) : NULL;
  const AdrefNode *after = change_at(page, place + 1);
  if (!page->review->side_by_side) {
    adref_html_put_change(page->html, clause, before, after);
    return;
  }
  g_string_append(page->text, "<div class=\"pair\" id=\"");
  adref_markup_string(page->text, anchor(page, clause));
  g_string_append(page->text, "\">");
  adref_html_put_notice(page->html, clause, before, after);
  put_pair_of_sides(page, clause);
  g_string_append(page->text, "</div>\n");
}

static gboolean is_title(const Page *page, const AdrefNode *clause)
{
  return clause == adref_html_page(page->html)->contents->title;
}

static void put_folded(const Page *page, const AdrefNode *from, const AdrefNode *to)
{
  AdrefFold fold = {0};
  for (const AdrefNode *clause = from; clause != to; clause = clause->next)
    if (!is_title(page, clause))
      adref_fold_add(&fold, clause);
  if (fold.unchanged + fold.other == 0)
    return;
  g_autofree char *words = adref_fold_words(&fold);
  g_string_append(page->text, "<details class=\"same ui\"><summary>");
  adref_markup_string(page->text, words);
  g_string_append(page->text, "</summary></details>\n<div class=\"fold\">\n");
  for (const AdrefNode *clause = from; clause != to; clause = clause->next)
    if (!is_title(page, clause))
      adref_html_put(page->html, clause);
  g_string_append(page->text, "</div>\n");
}

/* A heading among what is folded stands above what follows in its section. */
static void put_fold(const Page *page, const AdrefNode *from, const AdrefNode *to)
{
  AdrefFold fold;
  adref_fold(from, page->review, &fold);
  const AdrefNode *heading = to && !is_title(page, fold.heading) ? fold.heading : NULL;
  put_folded(page, from, heading ? heading : to);
  if (!heading)
    return;
  adref_html_put(page->html, heading);
  put_folded(page, heading->next, to);
}

static void put_clauses(Page *page, const AdrefNode *redline)
{
  const AdrefReview *review = page->review;
  const AdrefNode *clause = redline->first;
  while (clause) {
    AdrefFold fold;
    const AdrefNode *next = review->full ? clause : adref_fold(clause, review, &fold);
    if (next != clause)
      put_fold(page, clause, next);
    if (next && is_title(page, next))
      page->next += adref_only_shows(&review->only, next) ? 1 : 0;
    else if (next && adref_only_shows(&review->only, next))
      put_change(page, next);
    else if (next)
      adref_html_put(page->html, next);
    clause = next ? next->next : NULL;
  }
}

static void put_header(const Page *page)
{
  const AdrefPage *frame = adref_html_page(page->html);
  adref_page_head(page->text, frame);
  if (frame->contents->title) {
    g_string_append(page->text, "<div id=\"");
    adref_markup_string(page->text, anchor(page, frame->contents->title));
    g_string_append(page->text, "\">");
    adref_html_put_change(page->html, frame->contents->title, NULL, change_at(page, 1));
    g_string_append(page->text, "</div>\n");
  } else {
    g_string_append(page->text, "<h1>");
    adref_markup_string(page->text, frame->title);
    g_string_append(page->text, "</h1>\n");
  }
  g_string_append(page->text, "<p class=\"ui from\">Redline: ");
  adref_markup_string(page->text, page->review->old);
  g_string_append(page->text, " \342\206\222 ");
  adref_markup_string(page->text, page->review->new);
  g_string_append(page->text, "</p>\n</header>\n");
}

GString *adref_review_html(const AdrefNode *redline, const AdrefReview *review)
{
  g_autoptr(AdrefHtml) html = adref_html_new(redline, review->how);
  g_autoptr(GPtrArray) changes = g_ptr_array_new();
  for (AdrefNode *clause = redline->first; clause; clause = clause->next)
    if (adref_only_shows(&review->only, clause))
      g_ptr_array_add(changes, clause);
  Page page = {.review = review, .html = html, .text = adref_html_text(html), .changes = changes};
  AdrefPage *frame = adref_html_page(html);
  frame->sheet = sheet;
  frame->script = script;
  frame->body = review->side_by_side ? "wide" : NULL;
  put_header(&page);
  put_summary(&page, redline);
  g_string_append(page.text, "<main id=\"_text\">\n");
  put_clauses(&page, redline);
  g_string_append(page.text, "</main>\n");
  adref_page_foot(page.text, frame);
  return adref_html_take(html);
}
