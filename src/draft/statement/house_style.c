#include "draft/statement/house_style.h"

#include <string.h>

#include "base/file.h"
#include "draft/data/localized_text.h"
#include "draft/data/yaml_folder.h"
#include "draft/statement/assembly_lock.h"

enum {
  MAX_FAMILY = 60 /* bytes of the name of a font family */
};

/* The bounds of a number; it has at most two decimals. */
typedef struct {
  const char *key;
  float least, most;
  const char *unit;
} NumberBounds;

static gboolean refuse(const AdrefYaml *node, const char *what, const char *allowed, GError **error)
{
  g_autofree char *described = adref_yaml_describe(node);
  adref_error_at(error, ADREF_ERROR_INPUT, node->place, "%s is %s; allowed is %s", what, described,
                 allowed);
  return FALSE;
}

static gboolean parse_decimal(const AdrefYaml *node, float *out)
{
  if (node->type != ADREF_YAML_SCALAR || node->quoted)
    return FALSE;
  gsize digits = strspn(node->text, "0123456789");
  const char *rest = node->text + digits;
  gsize decimals = *rest == '.' ? strspn(rest + 1, "0123456789") : 0;
  if (digits == 0 || digits > 4 || decimals > 2 || (*rest == '.' && decimals == 0) ||
      rest[decimals > 0 ? decimals + 1 : 0] != '\0')
    return FALSE;
  *out = (float)g_ascii_strtod(node->text, NULL);
  return TRUE;
}

static gboolean read_number(const AdrefYaml *node, const NumberBounds *bound, float *out,
                            GError **error)
{
  float number;
  if (parse_decimal(node, &number) && number >= bound->least && number <= bound->most) {
    *out = number;
    return TRUE;
  }
  g_autofree char *allowed = g_strdup_printf("a number from %g to %g %s", (double)bound->least,
                                             (double)bound->most, bound->unit);
  return refuse(node, bound->key, allowed, error);
}

static gboolean read_decimal(const AdrefYaml *page, const NumberBounds *bound, float *out,
                             GError **error)
{
  const AdrefYaml *node = adref_yaml_get(page, bound->key);
  return !node || read_number(node, bound, out, error);
}

/* Reads one of two words. */
static gboolean read_either(const AdrefYaml *page, const char *key, const char *no, const char *yes,
                            gboolean *out, GError **error)
{
  const AdrefYaml *node = adref_yaml_get(page, key);
  if (!node)
    return TRUE;
  gboolean is_word = node->type == ADREF_YAML_SCALAR;
  if (is_word && (strcmp(node->text, yes) == 0 || strcmp(node->text, no) == 0)) {
    *out = strcmp(node->text, yes) == 0;
    return TRUE;
  }
  g_autofree char *allowed = g_strdup_printf("%s or %s", no, yes);
  return refuse(node, key, allowed, error);
}

gboolean adref_footer_parse(const char *word, AdrefFooter *footer)
{
  static const char *const words[] = {"full", "page", "none"};
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (strcmp(words[i], word) == 0) {
      *footer = i;
      return TRUE;
    }
  return FALSE;
}

static gboolean read_footer(const AdrefYaml *page, AdrefHouseStyle *style, GError **error)
{
  const AdrefYaml *node = adref_yaml_get(page, "footer");
  if (!node || (node->type == ADREF_YAML_SCALAR && adref_footer_parse(node->text, &style->footer)))
    return TRUE;
  return refuse(node, "footer", "full, page or none", error);
}

static gboolean read_margins(const AdrefYaml *page, AdrefHouseStyle *style, GError **error)
{
  static const NumberBounds bound = {"a margin", 10, 60, "millimetres"};
  const AdrefYaml *list = adref_yaml_get(page, "margins");
  if (!list)
    return TRUE;
  if (list->type != ADREF_YAML_LIST || list->items->len != G_N_ELEMENTS(style->margins))
    return refuse(list, "margins", "four numbers, [top, right, bottom, left] in millimetres",
                  error);
  for (guint i = 0; i < list->items->len; i++) {
    if (!read_number(list->items->pdata[i], &bound, &style->margins[i], error))
      return FALSE;
    style->margins[i] *= 72 / 25.4F;
  }
  return TRUE;
}

/* Whether the name has the same meaning in Pango and in CSS. */
static gboolean is_family(const char *name)
{
  gsize length = strlen(name);
  return length > 0 && length <= MAX_FAMILY && g_ascii_isalnum(name[0]) &&
         strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -") == length;
}

static gboolean read_fonts(const AdrefYaml *page, AdrefHouseStyle *style, GError **error)
{
  const AdrefYaml *node = adref_yaml_get(page, "font");
  if (!node)
    return TRUE;
  style->fonts = adref_localized_text_read(node, "a font", error);
  if (!style->fonts)
    return FALSE;
  style->fonts_place = (AdrefLocation){style->file, node->place.line, node->place.column};
  GHashTableIter iter;
  gpointer family;
  g_hash_table_iter_init(&iter, style->fonts);
  while (g_hash_table_iter_next(&iter, NULL, &family)) {
    if (is_family(family))
      continue;
    adref_error_at(error, ADREF_ERROR_INPUT, node->place,
                   "\"%s\" is no name of a font; allowed are at most %d letters, digits, spaces "
                   "and -, such as Noto Serif",
                   (const char *)family, MAX_FAMILY);
    return FALSE;
  }
  return TRUE;
}

static gboolean read_page(const AdrefYaml *page, AdrefHouseStyle *style, GError **error)
{
  static const char *const keys[] = {"paper", "margins", "letters", "font",     "size",   "leading",
                                     "gap",   "lines",   "numbers", "headings", "footer", NULL};
  static const NumberBounds size = {"size", 7, 20, "points"};
  static const NumberBounds leading = {"leading", 1, 2.5F, "times the size"};
  static const NumberBounds gap = {"gap", 0, 3, "times the size"};
  return adref_yaml_check_keys(page, "page", keys, error) &&
         read_either(page, "paper", "a4", "letter", &style->is_letter, error) &&
         read_margins(page, style, error) &&
         read_either(page, "letters", "serif", "sans", &style->is_sans, error) &&
         read_fonts(page, style, error) && read_decimal(page, &size, &style->size, error) &&
         read_decimal(page, &leading, &style->leading, error) &&
         read_decimal(page, &gap, &style->gap, error) &&
         read_either(page, "lines", "justified", "ragged", &style->is_ragged, error) &&
         read_either(page, "numbers", "hanging", "run-in", &style->is_run_in, error) &&
         read_either(page, "headings", "start", "centred", &style->has_centered, error) &&
         read_footer(page, style, error);
}

static gboolean read_numbering(const AdrefYaml *numbers, AdrefNumbering *numbering, GError **error)
{
  static const char *const keys[] = {"preambular", "operative", "single_operative", NULL};
  return adref_yaml_check_keys(numbers, "numbers", keys, error) &&
         adref_yaml_boolean(numbers, "preambular", &numbering->preambular, error) &&
         adref_yaml_boolean(numbers, "operative", &numbering->operative, error) &&
         adref_yaml_boolean(numbers, "single_operative", &numbering->single_operative, error);
}

static gboolean read_style(const AdrefYaml *yaml, AdrefHouseStyle *style, GError **error)
{
  static const char *const keys[] = {"summary", "parties", "numbers", "page", NULL};
  if (!adref_yaml_check_keys(yaml, "a style", keys, error))
    return FALSE;
  const AdrefYaml *numbers = adref_yaml_get(yaml, "numbers");
  const AdrefYaml *page = adref_yaml_get(yaml, "page");
  return adref_yaml_parties(yaml, "parties", &style->parties, error) &&
         (!numbers || read_numbering(numbers, &style->numbering, error)) &&
         (!page || read_page(page, style, error));
}

AdrefHouseStyle *adref_house_style_new(void)
{
  AdrefHouseStyle *style = g_new0(AdrefHouseStyle, 1);
  *style = (AdrefHouseStyle){.numbering = adref_numbering_default,
                             .margins = {84, 82, 80, 82},
                             .size = 10.5F,
                             .leading = 1.38F,
                             .gap = 0.72F};
  return style;
}

/* Takes ownership of the path. */
static AdrefHouseStyle *style_from_yaml(const AdrefYaml *yaml, char *path, GError **error)
{
  g_autoptr(AdrefHouseStyle) style = adref_house_style_new();
  style->file = path;
  return read_style(yaml, style, error) ? g_steal_pointer(&style) : NULL;
}

AdrefHouseStyle *adref_house_style_read(AdrefFileSource *source, const char *name, GError **error)
{
  g_autoptr(AdrefYaml) yaml =
      adref_yaml_folder_read(&adref_yaml_folder_styles, source, name, NULL, error);
  return yaml
             ? style_from_yaml(yaml, adref_yaml_folder_path(&adref_yaml_folder_styles, name), error)
             : NULL;
}

AdrefHouseStyle *adref_house_style_parse(GBytes *bytes, const char *path, GError **error)
{
  gsize length;
  const char *text = adref_file_source_check_text(bytes, path, &length, error);
  g_autoptr(AdrefYaml) yaml = text ? adref_yaml_read(text, length, path, 1, error) : NULL;
  return yaml ? style_from_yaml(yaml, g_strdup(path), error) : NULL;
}

static AdrefHouseStyle *read_named(AdrefFileSource *source, const char *name, AdrefLocation place,
                                   GError **error)
{
  g_autoptr(GError) cause = NULL;
  AdrefHouseStyle *style = adref_house_style_read(source, name, &cause);
  if (!style)
    adref_library_propagate_error(error, place, g_steal_pointer(&cause));
  return style;
}

AdrefHouseStyle *adref_house_style_choose(const AdrefStatement *statement,
                                          const AdrefOutline *outline, AdrefFileSource *source,
                                          GError **error)
{
  if (statement->style)
    return read_named(source, statement->style, adref_statement_key_location(statement, "style"),
                      error);
  return outline && outline->style ? read_named(source, outline->style, outline->style_place, error)
                                   : adref_house_style_new();
}

/* The style of a text whose outline is gone: a finished text is read without it. */
static AdrefHouseStyle *read_locked(const AdrefStatement *statement, AdrefFileSource *source,
                                    GError **error)
{
  g_autofree char *path = g_strconcat(statement->folder, "/assembly.lock", NULL);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) lock = adref_file_source_read_text(source, path, ADREF_YAML_LIMIT, &cause);
  gsize length = 0;
  const char *text = lock ? g_bytes_get_data(lock, &length) : NULL;
  g_autofree char *style = lock ? adref_assembly_lock_style(text, length, path, &cause) : NULL;
  if (cause && !g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND)) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return NULL;
  }
  return style ? read_named(source, style, (AdrefLocation){.file = path}, error)
               : adref_house_style_new();
}

AdrefHouseStyle *adref_house_style_of_statement(const AdrefStatement *statement,
                                                AdrefFileSource *source, AdrefLibrary *library,
                                                GError **error)
{
  if (statement->style || !statement->outline)
    return adref_house_style_choose(statement, NULL, source, error);
  g_autoptr(GError) cause = NULL;
  g_autoptr(AdrefOutline) outline =
      adref_outline_read(source, statement->outline, adref_library_parties(library), &cause);
  if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return read_locked(statement, source, error);
  if (!outline) {
    adref_library_propagate_error(error, adref_statement_key_location(statement, "outline"),
                                  g_steal_pointer(&cause));
    return NULL;
  }
  return adref_house_style_choose(statement, outline, source, error);
}

void adref_house_style_free(AdrefHouseStyle *style)
{
  if (!style)
    return;
  g_clear_pointer(&style->fonts, g_hash_table_unref);
  g_strfreev(style->parties);
  g_free(style->file);
  g_free(style);
}

const char *adref_house_style_font(const AdrefHouseStyle *style, const char *language)
{
  return style && style->fonts ? adref_localized_text_get(style->fonts, language ? language : "en")
                               : NULL;
}
