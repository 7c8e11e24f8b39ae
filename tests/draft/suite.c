#include "suite.h"

#include "draft/cases.h"

static TCase *(*const cases[])(void) = {
    tcase_yaml,        tcase_party,       tcase_party_color,    tcase_value,
    tcase_mustache,    tcase_house_style, tcase_page_words,     tcase_markdown_escape,
    tcase_file_source, tcase_workspace,   tcase_template,       tcase_library,
    tcase_outline,     tcase_statement,   tcase_added_language, tcase_abbreviations,
    tcase_assemble,    tcase_variants,    tcase_starter,        NULL};

int main(void)
{
  return run_suite("draft", cases);
}
