#include "language/meeting_place.h"

#include "language/language_tag.h"

#define NAME "\\p{Lu}[\\p{L}’'-]*(?: (?:\\p{Lu}[\\p{L}’'-]*|de|of|da|d’))*"

/* Ends of words that say when, how or in what form, and of meetings: 60日以内に署名,
 * 全会一致で採択, 首脳会議において採択. */
#define JAPANESE_OTHERS                                                                                                                  \
  "以内|以後|以降|以前|年内|月内|期間内|期間中|同時|同日|当日|直後|直前|早期|年末|年度|正式|共同|" \
  "合同|個別|語|文書|書面|形式|一致|会議|会合|会談|総会|機会|会場"
#define CHINESE_OTHERS "年内|年內|期间|期間|之后|之後|之前|以前|同时|同時|会议|會議|大会|大會"

/* What finds the place at which people met or a text was made. Behind \\K its name begins. */
static const struct {
  const char *language, *pattern;
} places[] = {
    {"en", "(?:^(?:Adopted|ADOPTED|Done|DONE|Issued|Signed|SIGNED)\\b[^,.;]{0,60}?|"
           "^.{0,200}?\\b(?:gathered|met|assembled|convened|meeting)) (?:at|in) (?:the )?\\K" NAME},
    {"fr", "(?:^(?:Adoptée?|ADOPTÉE?|Faite?|FAITE?|Signée?|SIGNÉE?)\\b[^,.;]{0,60}?|"
           "\\b(?:[Rr]éunie?s|RÉUNIE?S|[Rr]encontrée?s)\\b[^.;]{0,40}?) à \\K" NAME},
    {"es", "(?:^(?:Adoptad[ao]|Hech[ao]|Firmad[ao])\\b[^,.;]{0,60}?|"
           "\\b[Rr]eunid[oa]s\\b[^.;]{0,40}?) en \\K" NAME},
    {"pt", "(?:^(?:Adotad[ao]|Feit[ao]|Assinad[ao])\\b[^,.;]{0,60}?|"
           "\\b[Rr]eunid[oa]s\\b[^.;]{0,40}?) em \\K" NAME},
    {"de", "^(?:Angenommen|Geschehen|Verabschiedet)\\b[^,.;]{0,60}? (?:in|zu) \\K" NAME},
    {"id", "\\b(?:[Bb]ertemu|[Bb]erkumpul|DISAHKAN|Disahkan|Diadopsi)\\b[^.;]{0,40}? di \\K" NAME},
    {"vi", "\\b(?:họp|gặp nhau|gặp gỡ|Thông qua|Làm)\\b[^.;]{0,40}? tại \\K" NAME},
    {"ja", "(?:^|[、，。はにでの日])\\K[\\p{sc:Han}\\p{sc:Katakana}ー]{2,16}(?<!" JAPANESE_OTHERS
           ")(?=(?:において|"
           "に於いて|にて|で|に)"
           "(?:参集|会合|会談|集い|集ま|会し|採択|作成|署名))"},
    {"zh", "[在于於]\\K\\p{Han}{2,10}(?<!" CHINESE_OTHERS
           ")(?=举行|舉行|会晤|會晤|集会|集會|通过|通過|签署|簽署)"},
};

/* The same in the first paragraph of an English text: "The 29th Summit was held in Manila". */
static const char held_pattern[] =
    "^[^.;]{0,200}?\\b(?:(?:was|were) held|held (?:the|their|its|our) [^.;]{0,120}?) (?:at|in) "
    "(?:the )?\\K" NAME;

AdrefPattern *adref_meeting_place_pattern(const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
    if (adref_language_tag_matches(language, places[i].language))
      return adref_pattern_new(places[i].pattern, FALSE, NULL);
  return NULL;
}

AdrefPattern *adref_meeting_place_held_pattern(void)
{
  return adref_pattern_new(held_pattern, FALSE, NULL);
}
