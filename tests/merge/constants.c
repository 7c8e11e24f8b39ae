/* The tuned constants of merge/. Each case is the redline of two generated texts that is different
 * when one of the named constants has the value in `changed` instead of that of the code. If you
 * change a constant on purpose, write the new redlines here. */
#include "merge/cases.h"
#include "merge/match_constants.h"
#include "view/criticmarkup/criticmarkup.h"

static const PinnedRedline pinned_words[] = {
    {"cost_table: COST_REPLACE = 5; cost_table: COST_WORD = 5",
     "<!-- op q -->\n"
     "We a to for and.\n",
     "<!-- op q -->\n"
     "We a for rights and.\n",
     "<!-- op q -->\n"
     "We a {--to --}for {++rights ++}and.\n"},
    {"cost_table: COST_REPLACE = 7",
     "<!-- op q -->\n"
     "We co a in 60 the 2030 a and.\n",
     "<!-- op q -->\n"
     "We co 2030 a 2030 of co.\n",
     "<!-- op q -->\n"
     "We co {++2030 ++}a {--in 60 the --}2030 {--a and--}{++of co++}.\n"},
    {"cost_table: COST_RUN_START = 1",
     "<!-- op q -->\n"
     "We may of 60 the a a..\n",
     "<!-- op q -->\n"
     "We the Members 60 may a the a 30.\n",
     "<!-- op q -->\n"
     "We {--may of--}{++the Members++} 60 {++may a ++}the a {--a.--}{++30++}.\n"},
    {"cost_table: COST_RUN_START = 3",
     "<!-- op q -->\n"
     "We may shall; and of a.\n",
     "<!-- op q -->\n"
     "We the may a may;; of and a.\n",
     "<!-- op q -->\n"
     "We {++the ++}may {--shall; and--}{++a may;;++} of {++and ++}a.\n"},
    {"cost_table: COST_SIGN = 3",
     "<!-- op q -->\n"
     "We to 60 and; Members. co Members..\n",
     "<!-- op q -->\n"
     "We to 60 2030; co. Members..\n",
     "<!-- op q -->\n"
     "We to 60 {--and; Members.--}{++2030;++} co{++.++} Members..\n"},
    {"cost_table: COST_WORD = 3",
     "<!-- op q -->\n"
     "We in. of 30 may,.\n",
     "<!-- op q -->\n"
     "We may a 2030 may may 30.\n",
     "<!-- op q -->\n"
     "We {--in. of 30--}{++may a 2030++} may{--,--}{++ may 30++}.\n"},
    {"diff_cleanup: SHORT_WORD = 2; diff_cleanup: WEIGHT_SHORT = 2",
     "<!-- op q -->\n"
     "We 30 for in the of.\n",
     "<!-- op q -->\n"
     "We may for 2030 for.\n",
     "<!-- op q -->\n"
     "We {--30 for in the of--}{++may for 2030 for++}.\n"},
    {"diff_cleanup: SHORT_WORD = 4",
     "<!-- op q -->\n"
     "east north. of door upon road.\n",
     "<!-- op q -->\n"
     " tree door word road.\n",
     "<!-- op q -->\n"
     "{--east north. of--}{++tree++} door {--upon--}{++word++} road.\n"},
    {"diff_cleanup: STRAY_WORDS = 3",
     "<!-- op q -->\n"
     "lord lord gold road iron roof west. upon wind and such hill to.\n",
     "<!-- op q -->\n"
     "lord lord gold road. iron roof west upon wind such hill to.\n",
     "<!-- op q -->\n"
     "lord lord gold road{-- iron roof west.--}{++. iron roof west++} upon wind {--and "
     "--}such hill to.\n"},
    {"diff_cleanup: WEIGHT_LONG = 2",
     "<!-- op q -->\n"
     "We to of the States 60, for and of.\n",
     "<!-- op q -->\n"
     "We 30 States shall for 60 in 30 of.\n",
     "<!-- op q -->\n"
     "We {--to of the States--}{++30 States shall for++} 60{--, for and--}{++ in 30++} of.\n"},
    {"diff_cleanup: WEIGHT_LONG = 4",
     "<!-- op q -->\n"
     "We the a, 2030 rights and and rights, of Members.\n",
     "<!-- op q -->\n"
     "We States the States in the may 2030, shall of.\n",
     "<!-- op q -->\n"
     "We {++States ++}the {--a, 2030 rights and and rights,--}{++States in the may 2030, "
     "shall++} of{-- Members--}.\n"},
    {"diff_cleanup: both >= 13 && small >= 5",
     "<!-- op q -->\n"
     "All wind people to, iron stand.\n",
     "<!-- op q -->\n"
     "All ship line lord east north word coin road people to, roof south lord north south "
     "stand.\n",
     "<!-- op q -->\n"
     "All {--wind--}{++ship line lord east north word coin road++} people to, "
     "{--iron--}{++roof south lord north south++} stand.\n"},
    {"diff_cleanup: both >= 14 && small >= 4",
     "<!-- op q -->\n"
     "All tree sand moon iron fish fish to to such alpha, of people star stand.\n",
     "<!-- op q -->\n"
     "All south south to to road, of people ship line north king stand.\n",
     "<!-- op q -->\n"
     "All {--tree sand moon iron fish fish to to such alpha--}{++south south to to "
     "road++}, of people {--star--}{++ship line north king++} stand.\n"},
    {"diff_cleanup: both >= 14 && small >= 6; diff_cleanup: both >= 15 && small >= 5",
     "<!-- op q -->\n"
     "All gold, to people lake stand.\n",
     "<!-- op q -->\n"
     "All line road west word book, to people page east north door road east ship word "
     "line stand.\n",
     "<!-- op q -->\n"
     "All {--gold, to people lake--}{++line road west word book, to people page east "
     "north door road east ship word line++} stand.\n"},
    {"diff_cleanup: both >= 5 && small >= 2",
     "<!-- op q -->\n"
     "All star with to the with stand.\n",
     "<!-- op q -->\n"
     "All ship south roof to the west roof stand.\n",
     "<!-- op q -->\n"
     "All {--star with--}{++ship south roof++} to the {--with--}{++west roof++} stand.\n"},
    {"diff_cleanup: both >= 6 && small >= 1",
     "<!-- op q -->\n"
     "All gold wind fish with lake hill the of moon stand.\n",
     "<!-- op q -->\n"
     "All door roof the of book stand.\n",
     "<!-- op q -->\n"
     "All {--gold wind fish with lake hill--}{++door roof++} the of {--moon--}{++book++} "
     "stand.\n"},
    {"diff_cleanup: both >= 6 && small >= 3",
     "<!-- op q -->\n"
     "We of 30 shall. for the the in the,.\n",
     "<!-- op q -->\n"
     "We 30 co shall 60 co may in the the a.\n",
     "<!-- op q -->\n"
     "We {--of --}30 {++co ++}shall{--. for the the in the,--}{++ 60 co may in the the a++}.\n"},
    {"diff_cleanup: both >= 7 && small >= 3",
     "<!-- op q -->\n"
     "All beta hill tree rights moon star rain rain stand.\n",
     "<!-- op q -->\n"
     "All lord north rights road stand.\n",
     "<!-- op q -->\n"
     "All {--beta hill tree--}{++lord north++} rights {--moon star rain rain--}{++road++} "
     "stand.\n"},
    {"diff_cleanup: both >= 8 && small >= 2",
     "<!-- op q -->\n"
     "We co 60 for 2030 in shall for and.\n",
     "<!-- op q -->\n"
     "We may in for States 30 for shall a shall and.\n",
     "<!-- op q -->\n"
     "We {--co 60 for 2030 in--}{++may in for States 30 for++} shall {--for--}{++a "
     "shall++} and.\n"},
    {"diff_cleanup: both >= 8 && small >= 4; diff_cleanup: both >= 9 && small >= 3",
     "<!-- op q -->\n"
     "All wind of of of iron such beta stand.\n",
     "<!-- op q -->\n"
     "All lord lord south coin roof of of of roof stand.\n",
     "<!-- op q -->\n"
     "All {--wind of of of iron such beta--}{++lord lord south coin roof of of of roof++} "
     "stand.\n"},
    {"diff_cleanup: points += 0; diff_cleanup: points += 1",
     "<!-- op q -->\n"
     "We rights Members, in 60, 60 60 in 60 a States Members co; rights for shall for.\n",
     "<!-- op q -->\n"
     "We 2030 rights Members co, Members in a of Members rights may 60 60 rights a for "
     "may 60 the; for 30 shall to.\n",
     "<!-- op q -->\n"
     "We {++2030 ++}rights Members{--, in 60, 60 60 in 60 a States Members--} "
     "co{--;--}{++, Members in a of Members++} rights {++may 60 60 rights a ++}for {++may "
     "60 the; for 30 ++}shall {--for--}{++to++}.\n"},
    {"diff_cleanup: points += 5",
     "<!-- op q -->\n"
     "east wall fire. fire with lord lake.\n",
     "<!-- op q -->\n"
     " east wall fire with lord lake.\n",
     "<!-- op q -->\n"
     "east wall {--fire. --}fire with lord lake.\n"},
    {"diff_cleanup: return both >= 3;",
     "<!-- op q -->\n"
     "We rights co of; 60.\n",
     "<!-- op q -->\n"
     "We 2030 of; for.\n",
     "<!-- op q -->\n"
     "We {--rights co--}{++2030++} of; {--60--}{++for++}.\n"},
    {"diff_cleanup: return both >= 4;",
     "<!-- op q -->\n"
     "We rights the may 2030; for to rights, the.\n",
     "<!-- op q -->\n"
     "We States 2030 may a 2030 may; in; to a to, 30.\n",
     "<!-- op q -->\n"
     "We {--rights the--}{++States 2030++} may {++a ++}2030{--; for to rights, the--}{++ "
     "may; in; to a to, 30++}.\n"},
    {"diff_cleanup: return both >= 5;",
     "<!-- op q -->\n"
     "We 30 for in the of.\n",
     "<!-- op q -->\n"
     "We may for 2030 for.\n",
     "<!-- op q -->\n"
     "We {--30 for in the of--}{++may for 2030 for++}.\n"},
    {"cost_table: COST_SIGN = 1",
     "in may Members 60 Members\n"
     "\n"
     "States 30 for rights.\n"
     "\n"
     "shall shall States States for may shall a.\n"
     "\n"
     "in\n"
     "\n"
     "2030 may and co may 60 Members of rights 2030 to in\n",
     "may Members Members of, States 30 may rights.\n"
     "\n"
     "shall 30 States for may a. a;\n"
     "\n"
     "may 30, co 60 for of rights of, shall 2030 in 60\n",
     "{--in may Members 60 Members\n"
     "\n"
     "--}{++may Members Members of, ++}States 30 {--for--}{++may++} rights.\n"
     "\n"
     "shall {--shall States--}{++30++} States for may {--shall --}a.{++ a;++}\n"
     "{--\n"
     "in\n"
     "\n"
     "2030 may and co may 60 Members of rights 2030 to in\n"
     "--}{++\n"
     "may 30, co 60 for of rights of, shall 2030 in 60\n"
     "++}"},
    {"diff_cleanup: both >= 7 && small >= 2",
     "shall shall shall shall co for rights a shall to\n"
     "\n"
     "a 2030, a, to 30 a of rights co the and, 2030.\n"
     "\n"
     "co and co, 2030 the and, for, a of a, of;\n",
     "shall shall shall\n"
     "\n"
     "shall for for rights a shall\n"
     "\n"
     "of 2030, may a, 30 a rights Members co and, rights\n"
     "\n"
     "co for and 2030 co, the a shall a of a, 2030\n",
     "shall shall shall{-- --}{++\n"
     "\n"
     "++}shall {--co--}{++for++} for rights a shall{-- to--}\n"
     "{++\n"
     "of 2030, may a, 30 a rights Members co and, rights\n"
     "++}\n"
     "{--a--}{++co for and++} 2030{--,--}{++ co, the++} a{--, to 30 a of rights co the and--}{++ "
     "shall a of a++}, 2030{--.--}\n"
     "{--\n"
     "co and co, 2030 the and, for, a of a, of;\n"
     "--}"},
};

static void check(const PinnedRedline *pin)
{
  g_autoptr(AdrefNode) old = read_text(pin->old, NULL, NULL);
  g_autoptr(AdrefNode) new = read_text(pin->new, NULL, NULL);
  g_autoptr(AdrefNode) redline = adref_diff(old, new, NULL);
  g_autoptr(GString) actual = adref_criticmarkup_write(redline);
  ck_assert_msg(strcmp(actual->str, pin->expected) == 0, "%s\n--- expected\n%s--- actual\n%s---",
                pin->changed, pin->expected, actual->str);
}

START_TEST(redlines_by_constants_of_words)
{
  check(&pinned_words[_i]);
}
END_TEST

START_TEST(redlines_by_constants_of_matches)
{
  check(&pinned_matches[_i]);
}
END_TEST

TCase *tcase_constants(void)
{
  TCase *tcase = tcase_create("constants");
  tcase_add_loop_test(tcase, redlines_by_constants_of_words, 0, G_N_ELEMENTS(pinned_words));
  tcase_add_loop_test(tcase, redlines_by_constants_of_matches, 0, G_N_ELEMENTS(pinned_matches));
  return tcase;
}
