#include "work/text_role.h"

#include "sign/signing_rule.h"
#include "view/language_role.h"

gboolean adref_text_role(const AdrefText *text, const AdrefPageWords *words, char **role,
                         GError **error)
{
  const AdrefYaml *roles = text->statement ? adref_yaml_get(text->statement->yaml, "roles") : NULL;
  if (!roles)
    return TRUE;
  g_autoptr(AdrefSigningRule) rule =
      adref_signing_rule_read_begun(text->statement, adref_text_parties(text), error);
  if (rule && adref_yaml_get(roles, text->language))
    *role = adref_language_role_words(adref_signing_rule_language_role(rule, text->language),
                                      text->language, words);
  return rule != NULL;
}
