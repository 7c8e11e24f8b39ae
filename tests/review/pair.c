#include "review/pair.h"

#include <string.h>

#include "generate.h"
#include "review/findings.h"
#include "view/criticmarkup/criticmarkup.h"

/* Words of a language, by class; one is often replaced by another of its class. */
typedef struct {
  const char *tag, *space;
  const char *const *classes[10];
} Vocabulary;

static const char *const en_plain[] = {"the",
                                       "people",
                                       "their",
                                       "to promote",
                                       "training",
                                       "of",
                                       "organisation",
                                       "organization",
                                       "safe seas",
                                       "labour",
                                       "labor",
                                       "a",
                                       "programme",
                                       "legal",
                                       "illegal",
                                       "binding",
                                       "non-binding",
                                       "its",
                                       "good",
                                       "create",
                                       "creates",
                                       "supplies",
                                       "supply",
                                       "trust,",
                                       "growth;",
                                       "ports:",
                                       "energy.",
                                       "(law)",
                                       "\"so\"",
                                       "Party's",
                                       NULL};
static const char *const en_strength[] = {
    "shall",          "should",          "may",      "will",           "must",
    "endeavour to",   "strive to",       "urges",    "strongly urges", "invite",
    "Calls upon",     "are required to", "the will", "commit to",      "agree",
    "should seek to", "plan to",         "in May",   "take note of",   NULL};
static const char *const en_negation[] = {"not",    "without", "never", "no",
                                          "cannot", "don't",   "nor",   "does not create",
                                          "unless", "nothing", NULL};
static const char *const en_number[] = {"5,000",         "5000",        "five thousand",
                                        "30%",           "30 per cent", "US$ 5 million",
                                        "5 million yen", "two",         "one",
                                        "first",         "17th",        "at least 12",
                                        "1.5",           "1/2",         "5 to 10",
                                        "12\302\240500", "twenty-five", "one of",
                                        "70/1",          "10:30",       NULL};
static const char *const en_date[] = {
    "17 December 2023", "December 2023",  "within 30 days",  "by 2030",
    "in 2025",          "annually",       "every two years", "2023-12-17",
    "thirty (30) days", "since May 2019", "30-day",          "on Monday, 17 December",
    "without delay",    "2023 to 2025",   "next year",       NULL};
static const char *const en_name[] = {"Japan",
                                      "ASEAN",
                                      "Malaysia",
                                      "the United Nations",
                                      "Charter of the United Nations",
                                      "Tokyo",
                                      "Leaders",
                                      "Republic of Korea",
                                      "US",
                                      "us",
                                      "G77",
                                      "NATO",
                                      "Aa-Bb",
                                      "the Rome Statute",
                                      NULL};
static const char *const en_conjunction[] = {"and", "or", "and/or", "as well as", ", and", NULL};
static const char *const en_reference[] = {"paragraph 2",
                                           "paragraphs 1 and 3",
                                           "paragraph 2 bis",
                                           "OP2",
                                           "[it](#c2)",
                                           "[paragraph 3](#c3)",
                                           "item 1.1",
                                           "[x](https://asean.org)",
                                           "paragraphs 2-5",
                                           "PP1",
                                           "paragraph 2 of resolution 70/1",
                                           NULL};
static const char *const en_bracket[] = {"[shall - JPN / should - ASEAN]",
                                         "[may] [will]",
                                         "[on terms]",
                                         "[five - JPN; US delete / three]",
                                         "[for [two / one - JPN] years - ASEAN]",
                                         "[to be inserted]",
                                         "[^1]",
                                         "[open",
                                         "shut]",
                                         "[30 days - JPN]",
                                         "[Agreed ad ref]",
                                         NULL};
static const char *const en_layout[] = {"*firm*",
                                        "**strong**",
                                        "`code`",
                                        "\\\n",
                                        "sh\342\200\213all",
                                        "sha11",
                                        "<!-- note JPN: so -->",
                                        "<b>",
                                        "![m](m.png)",
                                        "paypa1",
                                        "раураl",
                                        "-",
                                        "/",
                                        "...",
                                        NULL};

static const char *const ja_plain[] = {"人々",     "協力を", "推進する", "さらに", "更に",   "海の",
                                       "安全",     "非公式", "公式",     "する",   "した",   "取組",
                                       "取り組み", "の",     "供給し",   "信頼、", "成長。", NULL};
static const char *const ja_strength[] = {"しなければならない", "べきである", "することができる",
                                          "よう努める",         "決意する",   "要請する",
                                          "奨励する",           "歓迎する",   NULL};
static const char *const ja_negation[] = {"ない", "なく", "せず", "不", "無", NULL};
static const char *const ja_number[] = {
    "5,000人", "五千人", "2項", "30パーセント", "5億円", "一万二千", "二十五", "3名", NULL};
static const char *const ja_date[] = {"2023年12月17日", "令和5年", "30日以内に",   "12月",
                                      "毎年",           "5年後に", "2030年までに", NULL};
static const char *const ja_name[] = {"日本",         "タイ",  "リアルタイム",
                                      "国際連合憲章", "ASEAN", "インド太平洋",
                                      "タイ・ラオス", "東京",  NULL};
static const char *const ja_conjunction[] = {"及び", "又は", "並びに", "、", NULL};
static const char *const ja_reference[] = {"第2項", "条第2項", "[これ](#c2)", NULL};
static const char *const ja_bracket[] = {"[5 - JPN / 3]", "[要請する - ASEAN]", "[]", NULL};
static const char *const ja_layout[] = {"*固*", "**強**", "\342\200\213", "\\\n", " ", NULL};

static const char *const fr_plain[] = {"la", "paix", "des peuples", "l'accord", "bonne", NULL};
static const char *const fr_strength[] = {"doit", "devrait", "peut", "s'engage à", NULL};
static const char *const fr_negation[] = {"ne", "pas", "sans", NULL};
static const char *const fr_number[] = {"5.000", "5,5", "12 500", "soixante-dix", "30 %", NULL};
static const char *const fr_date[] = {"17 mai 2023", "dans 30 jours", "chaque année", NULL};
static const char *const fr_name[] = {"Japan", "Tokyo", "NATO", NULL};
static const char *const fr_conjunction[] = {"et", "ou", NULL};
static const char *const fr_reference[] = {"paragraphe 2", "[x](#c1)", NULL};

static const char *const vi_plain[] = {"hòa bình", "an toàn", "của các", NULL};
static const char *const vi_date[] = {"ngày 17 tháng 12 năm 2023", "năm 2024", "tháng 5", NULL};
static const char *const vi_number[] = {"5.000", "5,000", "30%", "hai", NULL};
static const char *const vi_name[] = {"Japan", "Malaysia", NULL};

static const Vocabulary vocabularies[] = {
    {"en",
     " ",
     {en_plain, en_strength, en_negation, en_number, en_date, en_name, en_conjunction, en_reference,
      en_bracket, en_layout}},
    {"ja",
     "",
     {ja_plain, ja_strength, ja_negation, ja_number, ja_date, ja_name, ja_conjunction, ja_reference,
      ja_bracket, ja_layout}},
    {"fr",
     " ",
     {fr_plain, fr_strength, fr_negation, fr_number, fr_date, fr_name, fr_conjunction, fr_reference,
      en_bracket, en_layout}},
    {"vi",
     " ",
     {vi_plain, vi_plain, vi_plain, vi_number, vi_date, vi_name, vi_plain, vi_date, en_bracket,
      en_layout}},
};

/* A phrase and its class. */
typedef struct {
  guint class;
  const char *words;
} Phrase;

static guint count(const char *const *words)
{
  guint n = 0;
  while (words[n])
    n++;
  return n;
}

static Phrase draw_of_class(Generator *generator, const Vocabulary *vocabulary, guint class)
{
  const char *const *words = vocabulary->classes[class];
  return (Phrase){class, words[generate_number(generator, count(words))]};
}

static Phrase draw(Generator *generator, const Vocabulary *vocabulary)
{
  guint plain = generate_number(generator, 5) < 2;
  return draw_of_class(generator, vocabulary, plain ? 0 : generate_number(generator, 10));
}

/* One paragraph: its marker, how it begins, its phrases. */
typedef struct {
  const char *begins;
  guint id; /* 0: without a marker */
  guint kind, layout;
  GArray *phrases; /* of Phrase */
} Paragraph;

static void paragraph_free(gpointer data)
{
  Paragraph *self = data;
  g_array_unref(self->phrases);
  g_free(self);
}

static Paragraph *draw_paragraph(Generator *generator, const Vocabulary *vocabulary, guint id)
{
  Paragraph *self = g_new0(Paragraph, 1);
  self->phrases = g_array_new(FALSE, FALSE, sizeof(Phrase));
  self->id = id;
  self->kind = generate_number(generator, 8);
  self->layout = generate_number(generator, 12);
  for (guint i = 1 + generate_number(generator, 12); i > 0; i--) {
    Phrase phrase = draw(generator, vocabulary);
    g_array_append_val(self->phrases, phrase);
  }
  return self;
}

static Paragraph *copy_paragraph(const Paragraph *from)
{
  Paragraph *self = g_new0(Paragraph, 1);
  *self = *from;
  self->phrases = g_array_new(FALSE, FALSE, sizeof(Phrase));
  g_array_append_vals(self->phrases, from->phrases->data, from->phrases->len);
  return self;
}

static void edit_phrase(Generator *generator, const Vocabulary *vocabulary, Paragraph *self)
{
  guint at = generate_number(generator, self->phrases->len);
  guint other = generate_number(generator, self->phrases->len);
  Phrase *here = &g_array_index(self->phrases, Phrase, at);
  Phrase *there = &g_array_index(self->phrases, Phrase, other), kept = *here;
  Phrase new = draw(generator, vocabulary);
  switch (generate_number(generator, 8)) {
  case 0: *here = new; break;
  case 1: g_array_insert_val(self->phrases, at, new); break;
  case 2:
    if (self->phrases->len > 1)
      g_array_remove_index(self->phrases, at);
    break;
  case 3:
    *here = *there;
    *there = kept;
    break;
  default: *here = draw_of_class(generator, vocabulary, here->class); break;
  }
}

static void edit_paragraph(Generator *generator, const Vocabulary *vocabulary, Paragraph *self)
{
  for (guint i = generate_number(generator, 4); i > 0; i--)
    edit_phrase(generator, vocabulary, self);
  if (generate_number(generator, 12) == 0)
    self->layout = generate_number(generator, 12);
  if (generate_number(generator, 16) == 0)
    self->kind = generate_number(generator, 8);
}

static GPtrArray *draw_text(Generator *generator, const Vocabulary *vocabulary)
{
  GPtrArray *text = g_ptr_array_new_with_free_func(paragraph_free);
  gboolean marked = generate_number(generator, 4) > 0;
  guint paragraphs = 1 + generate_number(generator, 5);
  for (guint i = 1; i <= paragraphs; i++)
    g_ptr_array_add(text, draw_paragraph(generator, vocabulary, marked ? i : 0));
  return text;
}

static GPtrArray *draw_version(Generator *generator, const Vocabulary *vocabulary,
                               const GPtrArray *old)
{
  GPtrArray *text = g_ptr_array_new_with_free_func(paragraph_free);
  gboolean moves = generate_number(generator, 3) == 0;
  for (guint i = 0; i < old->len; i++) {
    Paragraph *paragraph = copy_paragraph(old->pdata[i]);
    edit_paragraph(generator, vocabulary, paragraph);
    guint fate = moves ? generate_number(generator, 6) : 6;
    if (fate == 0)
      g_ptr_array_insert(text, (int)generate_number(generator, text->len + 1), paragraph);
    else if (fate == 1)
      paragraph_free(paragraph);
    else
      g_ptr_array_add(text, paragraph);
    if (fate == 2)
      g_ptr_array_add(text, draw_paragraph(generator, vocabulary, paragraph->id ? 7 + i : 0));
  }
  return text;
}

static void append_words(GString *out, const Vocabulary *vocabulary, const Paragraph *self)
{
  static const char *const between[] = {"", "", "", "", "", "", "", "- ", "1. ", "# ", "> ", "| "};
  gboolean items = self->layout == 7 || self->layout == 8, cells = self->layout == 11;
  g_string_append(out, between[self->layout]);
  for (guint i = 0; i < self->phrases->len; i++) {
    gboolean breaks = items && i > 0 && i % 3 == 0;
    if (breaks)
      g_string_append_printf(out, "\n%s", between[self->layout]);
    else if (i > 0)
      g_string_append(out, cells && i % 2 ? " | " : vocabulary->space);
    g_string_append(out, g_array_index(self->phrases, Phrase, i).words);
  }
  if (!cells)
    return;
  g_string_append(out, " |\n|---|");
  for (guint i = 1; i < self->phrases->len; i += 2)
    g_string_append(out, "---|");
  g_string_append(out, "\n| so | it is |");
}

static char *write_text(const Vocabulary *vocabulary, const GPtrArray *text)
{
  static const char *const kinds[] = {"op", "op", "op", "op", "pp", "item", "chapeau", "annex"};
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < text->len; i++) {
    const Paragraph *paragraph = text->pdata[i];
    if (paragraph->id > 0)
      g_string_append_printf(out, "<!-- %s c%u -->\n", kinds[paragraph->kind], paragraph->id);
    append_words(out, vocabulary, paragraph);
    g_string_append(out, "\n\n");
  }
  return g_string_free(out, FALSE);
}

static void append_clauses(GString *out, const AdrefNode *redline)
{
  for (const AdrefNode *node = redline->first; node; node = node->next) {
    const AdrefClause *clause = node->as.clause;
    if (clause->change)
      g_string_append_printf(out, "clause %s: %s, %s -> %s, -%u +%u\n",
                             clause->id ? clause->id : "-", adref_change_word(clause->change->type),
                             clause->change->number ? clause->change->number : "none",
                             clause->number ? clause->number : "none", clause->change->deleted,
                             clause->change->inserted);
  }
}

char *pair_result(guint n)
{
  static const guint languages[] = {0, 0, 0, 0, 1, 0, 0, 2, 1, 3};
  Generator generator = {n * 7919};
  const Vocabulary *vocabulary = &vocabularies[languages[n % G_N_ELEMENTS(languages)]];
  g_autoptr(GPtrArray) before = draw_text(&generator, vocabulary);
  g_autoptr(GPtrArray) after = draw_version(&generator, vocabulary, before);
  g_autofree char *old = write_text(vocabulary, before), *new = write_text(vocabulary, after);
  const char *style = n % 3 == 0 ? "asean" : NULL;
  g_autoptr(AdrefNode) redline = redline_with_findings(vocabulary->tag, style, old, new);
  GString *out = adref_criticmarkup_write(redline);
  g_autoptr(GString) findings = list_findings(redline);
  g_string_append(out, "---\n");
  append_clauses(out, redline);
  g_string_append(out, findings->str);
  return g_string_free(out, FALSE);
}
