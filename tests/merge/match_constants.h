/* The constants of merge/compare/match_units, for constants.c. */
#ifndef ADREF_TESTS_MERGE_MATCH_CONSTANTS_H
#define ADREF_TESTS_MERGE_MATCH_CONSTANTS_H

typedef struct {
  const char *changed; /* "file: constant with another value; ..." */
  const char *old, *new, *expected;
} PinnedRedline;

static const PinnedRedline pinned_matches[] = {
    {"match_units: 0.5 * alike + 0.5; match_units: FEW_WORDS = 9; match_units: "
     "min_similarity_in_place = 0.30",
     "in for Members a,\n"
     "\n"
     "2030 60 for 60 States the to 60\n",
     "2030 for a shall the to the 60\n",
     "{--in for Members a,\n"
     "\n"
     "2030 60 for 60 States the to 60\n"
     "--}{++2030 for a shall the to the 60\n"
     "++}"},
    {"match_units: 0.8 * alike; match_units: min_similarity_in_place = 0.38",
     "co; may\n"
     "\n"
     "a 30 States\n",
     "co shall and\n",
     "co{--; may--}{++ shall and++}\n"
     "{--\n"
     "a 30 States\n"
     "--}"},
    {"match_units: FEW_WORDS = 7",
     "co may a and to the Members and and 60\n"
     "\n"
     "and shall in 60 of co and co\n",
     "rights shall in a co co co\n",
     "{--co may a and to the Members and and 60\n"
     "\n"
     "and--}{++rights++} shall in {--60 of--}{++a++} co {--and--}{++co++} co\n"},
    {"match_units: MIN_MOVED = 4; match_units: MIN_WEIGHT = 16",
     "30 in\n"
     "\n"
     "may the 60 a\n"
     "\n"
     "States 60 shall 2030 2030, 30 of co\n",
     "may the 60 a\n"
     "\n"
     "30 in\n"
     "\n"
     "States shall rights 2030 rights 2030, may co\n",
     "{--30 in\n"
     "\n"
     "--}may the 60 a\n"
     "{--\n"
     "States 60 shall 2030 2030, 30 of co\n"
     "--}{++\n"
     "30 in\n"
     "\n"
     "States shall rights 2030 rights 2030, may co\n"
     "++}"},
    {"match_units: MIN_MOVED = 6",
     "shall shall 30 of the the a to in States\n"
     "\n"
     "the States of 60 of; shall. of\n"
     "\n"
     "60; 30 States\n"
     "\n"
     "60. to\n",
     "may 30 of 30 the for the a in 2030 States\n"
     "\n"
     "60; 30 States\n"
     "\n"
     "States the of; shall. of\n"
     "\n"
     "60 to\n",
     "{--shall shall--}{++may++} 30 of {++30 ++}the {++for ++}the a {--to --}in {++2030 "
     "++}States\n"
     "{++\n"
     "60; 30 States\n"
     "++}\n"
     "{--the --}States {--of 60--}{++the++} of; shall. of\n"
     "{--\n"
     "60; 30 States\n"
     "--}\n"
     "60{--.--} to\n"},
    {"match_units: MIN_PART = 4",
     "upon road king.\n"
     "\n"
     "bird wall fish page south book.\n"
     "\n"
     "wind lord rain rain line fire line with wood east lord alpha word.\n",
     "bird wall fish.\n"
     "\n"
     "page south book.\n",
     "{--upon road king.\n"
     "\n"
     "--}bird wall fish{-- --}{++.\n"
     "\n"
     "++}page south book.\n"
     "{--\n"
     "wind lord rain rain line fire line with wood east lord alpha word.\n"
     "--}"},
    {"match_units: MIN_WEIGHT = 23",
     "upon fire wood road to north.\n"
     "\n"
     "upon door the road the fire alpha roof alpha page.\n"
     "\n"
     "coin west road.\n",
     "coin west road.\n"
     "\n"
     "upon fire wood road.\n"
     "\n"
     "to ship.\n"
     "\n"
     "of lord the road the fire alpha roof alpha page.\n",
     "{++coin west road.\n"
     "\n"
     "++}upon fire wood road{-- to north--}.\n"
     "{++\n"
     "to ship.\n"
     "++}\n"
     "{--upon door--}{++of lord++} the road the fire alpha roof alpha page.\n"
     "{--\n"
     "coin west road.\n"
     "--}"},
    {"match_units: MIN_WEIGHT = 25",
     "lake road hill west road iron roof bird.\n"
     "\n"
     "king to fish such roof lord west and line hill wall star with.\n"
     "\n"
     "alpha bird door.\n"
     "\n"
     "line bird the roof fire moon page star of and.\n",
     "alpha bird door.\n"
     "\n"
     "lake bird hill west.\n"
     "\n"
     "iron iron roof bird.\n"
     "\n"
     "line bird the roof lord moon page star of and.\n",
     "{--lake road hill west road iron roof bird.\n"
     "\n"
     "king to fish such roof lord west and line hill wall star with.\n"
     "\n"
     "--}alpha bird door.\n"
     "{++\n"
     "lake bird hill west.\n"
     "\n"
     "iron iron roof bird.\n"
     "++}\n"
     "line bird the roof {--fire--}{++lord++} moon page star of and.\n"},
    {"match_units: MIN_WEIGHT = 32",
     "2030, may, of may the\n"
     "\n"
     "the in a shall Members States\n"
     "\n"
     "shall, rights 2030 for\n"
     "\n"
     "30 to,\n"
     "\n"
     "the Members in 2030 co of 60 in\n",
     "shall, rights 2030 for\n"
     "\n"
     "60 2030 30 the\n"
     "\n"
     "2030 co, States of 30\n"
     "\n"
     "to the in a Members\n"
     "\n"
     "to,\n"
     "\n"
     "the Members 2030 2030 for co 2030 of co 60 and\n",
     "{--2030, may, of may the\n"
     "\n"
     "the in a shall Members States\n"
     "\n"
     "--}shall, rights 2030 for\n"
     "{--\n"
     "30 to,\n"
     "--}\n"
     "{--the Members in--}{++60++} 2030 {--co of 60 in--}{++30 the++}\n"
     "{++\n"
     "2030 co, States of 30\n"
     "\n"
     "to the in a Members\n"
     "\n"
     "to,\n"
     "\n"
     "the Members 2030 2030 for co 2030 of co 60 and\n"
     "++}"},
    {"match_units: in_place_bonus = 0.05",
     "for; a 60 in, States for in States for co\n"
     "\n"
     "for the for\n"
     "\n"
     "of. the 2030; the\n"
     "\n"
     "Members, a\n"
     "\n"
     "of 2030 may, to 30 2030\n",
     "for a 60 States and States for for co\n"
     "\n"
     "may to 2030 the; 2030 the\n"
     "\n"
     "for 2030 shall may, to 60 30 to 2030\n"
     "\n"
     "Members, a\n",
     "for{--;--} a 60 {--in,--}{++States and++} States for {--in States --}for co\n"
     "{--\n"
     "for the for\n"
     "--}\n"
     "{--of.--}{++may to 2030++} the{++;++} 2030{--;--} the\n"
     "{--\n"
     "Members, a\n"
     "--}\n"
     "{--of--}{++for++} 2030 {++shall ++}may, to {++60 ++}30 {++to ++}2030\n"
     "{++\n"
     "Members, a\n"
     "++}"},
    {"match_units: in_place_bonus = 0.2",
     "line word and.\n"
     "\n"
     "west of sand gold west.\n"
     "\n"
     "coin beta such ship star hill wall to north lord.\n",
     "star hill wall to north lord.\n"
     "\n"
     "line word and.\n"
     "\n"
     "west of wind gold west.\n"
     "\n"
     "coin beta such ship.\n",
     "{--line word and.\n"
     "\n"
     "west of sand gold west.\n"
     "\n"
     "coin beta such ship --}star hill wall to north lord.\n"
     "{++\n"
     "line word and.\n"
     "\n"
     "west of wind gold west.\n"
     "\n"
     "coin beta such ship.\n"
     "++}"},
    {"match_units: in_place_bonus = 0.25",
     "of shall in co and Members and\n"
     "\n"
     "the may 2030 shall\n"
     "\n"
     "for for to co a and,\n"
     "\n"
     "of. 30 co. 30 Members co in; the of 30\n"
     "\n"
     "and Members 30 in Members co a the 30\n",
     "the may 2030 shall\n"
     "\n"
     "60 shall in co Members and\n"
     "\n"
     "States to co and a may,\n"
     "\n"
     "60 60. 30. shall. Members in may; in the in 2030\n"
     "\n"
     "a rights the.\n"
     "\n"
     "and and in 30 Members co Members a co the\n",
     "{--of--}{++the may 2030 shall\n"
     "\n"
     "60++} shall in co {--and --}Members and\n"
     "{--\n"
     "the may 2030 shall\n"
     "--}\n"
     "{--for for--}{++States++} to co {++and ++}a {--and--}{++may++},\n"
     "{--\n"
     "of. 30 co. 30 Members co in; the of 30\n"
     "--}{++\n"
     "60 60. 30. shall. Members in may; in the in 2030\n"
     "\n"
     "a rights the.\n"
     "++}\n"
     "and {--Members 30--}{++and++} in {++30 ++}Members co {++Members ++}a {++co ++}the{-- "
     "30--}\n"},
    {"match_units: min_part_share = 0.5",
     "to, and; and for for rights of of shall\n"
     "\n"
     "Members 2030 2030 may. and 30. 2030;\n"
     "\n"
     "and and the\n"
     "\n"
     "to Members Members to a 60\n",
     "rights, co co; States shall rights and of 30\n"
     "\n"
     "and the co\n"
     "\n"
     "and and a\n",
     "{--to, and; and for for rights of of shall\n"
     "\n"
     "Members 2030 2030 may. and 30. 2030;\n"
     "--}{++rights, co co; States shall rights and of 30\n"
     "++}\n"
     "{--and --}and the{++ co++}\n"
     "{--\n"
     "to Members Members to a 60\n"
     "--}{++\n"
     "and and a\n"
     "++}"},
    {"match_units: min_part_share = 0.55",
     "north to lord iron west star of north west star of such lake.\n"
     "\n"
     "iron roof such moon rain to page sand and sand rain snow gold hill.\n"
     "\n"
     "gold gold page iron snow roof gold book hill gold such wood ship word.\n",
     "west to lord iron wood.\n"
     "\n"
     "star the north upon the of star lake.\n"
     "\n"
     "snow moon such moon rain ship hill.\n"
     "\n"
     "sand tree sand rain snow wall hill.\n"
     "\n"
     "gold gold page iron snow roof.\n"
     "\n"
     "such book hill the such wood ship word.\n",
     "{--north--}{++west++} to lord iron {--west star of north west star of such "
     "lake--}{++wood++}.\n"
     "{++\n"
     "star the north upon the of star lake.\n"
     "++}\n"
     "{--iron roof--}{++snow moon++} such moon rain {--to page sand and sand rain snow "
     "gold--}{++ship++} hill.\n"
     "{++\n"
     "sand tree sand rain snow wall hill.\n"
     "++}\n"
     "gold gold page iron snow roof{-- gold book hill gold such wood ship word--}.\n"
     "{++\n"
     "such book hill the such wood ship word.\n"
     "++}"},
    {"match_units: min_part_share = 0.65",
     "book and snow wind tree ship king coin hill gold rain and.\n"
     "\n"
     "the page wind.\n"
     "\n"
     "word lake beta alpha north word to book.\n",
     "book and snow wind tree iron.\n"
     "\n"
     "king coin hill gold of and.\n"
     "\n"
     "road of moon.\n"
     "\n"
     "wall lake beta with of sand and bird.\n",
     "book and snow wind tree {--ship --}{++iron.\n"
     "\n"
     "++}king coin hill gold {--rain--}{++of++} and.\n"
     "{--\n"
     "the page wind.\n"
     "\n"
     "word lake beta alpha north word to book.\n"
     "--}{++\n"
     "road of moon.\n"
     "\n"
     "wall lake beta with of sand and bird.\n"
     "++}"},
    {"match_units: min_part_share = 0.7",
     "shall may co 30 2030 rights Members co\n"
     "\n"
     "shall of the of\n"
     "\n"
     "and Members 30\n"
     "\n"
     "in 30 2030 in rights States for may\n"
     "\n"
     "and 60 for 2030 30\n"
     "\n"
     "and a\n",
     "shall of the of\n"
     "\n"
     "and to\n"
     "\n"
     "in 30 60 2030 for rights States and States may\n"
     "\n"
     "and 60 for for\n"
     "\n"
     "and a\n",
     "{--shall may co 30 2030 rights Members co\n"
     "\n"
     "--}shall of the of\n"
     "\n"
     "and {--Members 30--}{++to++}\n"
     "{--\n"
     "in 30 2030 in rights States for may\n"
     "--}\n"
     "{++in 30 60 2030 for rights States and States may\n"
     "\n"
     "++}and 60 for {--2030 30--}{++for++}\n"
     "\n"
     "and a\n"},
    {"match_units: min_similarity_alone = 0.15",
     "60 may Members may the. shall\n"
     "\n"
     "may in. 60 co\n",
     "60 60 may 2030 may in co shall\n"
     "\n"
     "30 may 30 in. co\n",
     "{--60 may Members may the. shall\n"
     "\n"
     "--}{++60 60 may 2030 ++}may in{--. 60--} co{++ shall++}\n"
     "{++\n"
     "30 may 30 in. co\n"
     "++}"},
    {"match_units: min_similarity_alone = 0.25; match_units: min_similarity_certain = 0.7",
     "and the. may may\n"
     "\n"
     "in in a 60 a\n",
     "2030 and shall 2030\n"
     "\n"
     "in in in a of 60 of\n",
     "{++2030 ++}and {--the. may may--}{++shall 2030++}\n"
     "\n"
     "{++in ++}in in a {++of ++}60 {--a--}{++of++}\n"},
    {"match_units: min_similarity_moved = 0.45",
     "the shall;\n"
     "\n"
     "30 in co and States 2030 of and shall 60,\n"
     "\n"
     "to States shall 30.\n",
     "30 in the co States 2030 co of Members of shall 60,\n"
     "\n"
     "the shall;\n"
     "\n"
     "may to may shall\n"
     "\n"
     "to to a shall co 30 2030.\n",
     "{++30 in the co States 2030 co of Members of shall 60,\n"
     "\n"
     "++}the shall;\n"
     "{--\n"
     "30 in co and States 2030 of and shall 60,\n"
     "--}{++\n"
     "may to may shall\n"
     "++}\n"
     "to {--States--}{++to a++} shall {++co ++}30{++ 2030++}.\n"},
    {"match_units: min_similarity_moved = 0.55",
     "beta alpha north beta king iron tree snow line north wood.\n"
     "\n"
     "king gold gold fire.\n"
     "\n"
     "of snow such tree north beta tree beta and line.\n",
     "king gold gold fire.\n"
     "\n"
     "wind wall north beta king beta tree snow wood north wood.\n"
     "\n"
     "of snow such tree north beta tree beta and line.\n",
     "{--beta alpha--}{++king gold gold fire.\n"
     "\n"
     "wind wall++} north beta king {--iron--}{++beta++} tree snow {--line--}{++wood++} "
     "north wood.\n"
     "{--\n"
     "king gold gold fire.\n"
     "--}\n"
     "of snow such tree north beta tree beta and line.\n"},
    {"match_units: MIN_PART = 2",
     "Members Members, a the States\n"
     "\n"
     "30, Members to 2030 in of rights 2030 the 30 the;\n"
     "\n"
     "and the of rights in the co may. co. may the and\n",
     "Members Members, co a the Members\n"
     "\n"
     "30, Members 2030 in Members rights the 30\n"
     "\n"
     "the;\n"
     "\n"
     "the of\n"
     "\n"
     "rights in the co may. co. may Members the and\n",
     "Members Members, {++co ++}a the {--States--}{++Members++}\n"
     "\n"
     "30, Members {--to --}2030 in {--of--}{++Members++} rights {--2030 --}the 30{-- --}{++\n"
     "\n"
     "++}the;\n"
     "{++\n"
     "the of\n"
     "++}\n"
     "{--and the of --}rights in the co may. co. may {++Members ++}the and\n"},
};

#endif
