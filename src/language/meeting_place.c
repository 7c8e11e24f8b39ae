#include "language/meeting_place.h"

#include "language/language_tag.h"

#define NAME "\\p{Lu}[\\p{L}’'-]*(?: (?:\\p{Lu}[\\p{L}’'-]*|de|of|da|d’))*"

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
    {"ja", "(?:^|[、，。はにでの日])\\K[\\p{sc:Han}\\p{sc:Katakana}ー]{2,16}(?=(?:において|"
           "に於いて|にて|で|に)"
           "(?:参集|会合|会談|集い|集ま|会し|採択|作成|署名))"},
    {"zh", "[在于於]\\K\\p{Han}{2,10}(?=举行|舉行|会晤|會晤|集会|集會|通过|通過|签署|簽署)"},
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
