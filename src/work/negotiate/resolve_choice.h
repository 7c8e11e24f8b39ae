/* One open bracket: what a resolution does to it, and how that is carried out. */
#ifndef ADREF_WORK_NEGOTIATE_RESOLVE_CHOICE_H
#define ADREF_WORK_NEGOTIATE_RESOLVE_CHOICE_H

#include "draft/data/party.h"
#include "work/text.h"

typedef enum {
  ADREF_RESOLVE_NONE,   /* nothing; of a clause that is marked as agreed ad referendum */
  ADREF_RESOLVE_NUMBER, /* the alternative with a number */
  ADREF_RESOLVE_PARTY,  /* the words that a party wants; of one that wants them deleted, none */
  ADREF_RESOLVE_BASE,   /* base text; of an insertion, none */
  ADREF_RESOLVE_TEXT,   /* other words */
  ADREF_RESOLVE_BOTH,   /* the words of all alternatives */
  ADREF_RESOLVE_DELETE, /* none */
} AdrefResolveHow;

typedef struct {
  AdrefResolveHow how;
  guint number;            /* of NUMBER */
  const char *party;       /* of PARTY: a code or name */
  const char *words;       /* of TEXT (Markdown) */
  const GPtrArray *others; /* of char *, "ja=WORDS": of TEXT, and of words that are to come */
  gboolean ad_ref; /* the clause, of which no bracket is open any more, is marked [Agreed ad ref] */
} AdrefResolution;

/* What a resolution does to a bracket. */
typedef struct {
  gboolean removes;       /* no word stays */
  AdrefNode *alternative; /* whose words stay; NULL: others, or none, or all */
} AdrefResolveChoice;

/* Whether the bracket proposes new words, beside no others. */
gboolean adref_resolve_is_insertion(const AdrefNode *bracket);

/* FALSE with the error set: the resolution does not apply to the bracket. */
gboolean adref_resolve_choose(const AdrefParties *parties, const AdrefNode *bracket,
                              const AdrefResolution *resolution, AdrefResolveChoice *choice,
                              GError **error);

/* Other words (Markdown) take the place of a bracket, which is freed. FALSE with the error set:
 * they cannot be read. */
gboolean adref_resolve_put_words(AdrefText *text, AdrefNode *bracket, const char *words,
                                 GError **error);

/* Carries a choice out in a clause; the bracket is freed. A row of a table without words goes.
 * `words` are those of ADREF_RESOLVE_TEXT. FALSE with the error set: nothing is changed. */
gboolean adref_resolve_carry_out(AdrefText *text, AdrefNode *clause, AdrefNode *bracket,
                                 const AdrefResolution *resolution,
                                 const AdrefResolveChoice *choice, const char *words,
                                 GError **error);

#endif
