#include "language/tables/contrary_table.h"

#define BOUND     ADREF_CONTRARY_BOUND
#define TIME      ADREF_CONTRARY_TIME
#define QUANTITY  ADREF_CONTRARY_QUANTITY
#define SIDES     ADREF_CONTRARY_SIDES
#define DIRECTION ADREF_CONTRARY_DIRECTION
#define SCOPE     ADREF_CONTRARY_SCOPE
#define TRADE     ADREF_CONTRARY_TRADE
#define FREQUENCY ADREF_CONTRARY_FREQUENCY
#define HALF      ADREF_CONTRARY_HALF
#define CHANGE    ADREF_CONTRARY_CHANGE
#define NEGATION  ADREF_CONTRARY_NEGATION

enum {
  LEAST,
  MOST
};
enum {
  BEFORE,
  AFTER
};
enum {
  ALL,
  SOME
};
enum {
  BOTH,
  ONE
};
enum {
  RAISE,
  LOWER
};
enum {
  EXCEPT,
  INCLUDING
};
enum {
  IMPORT,
  EXPORT
};
enum {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  HALF_YEAR,
  YEAR,
  TWO_YEARS,
  THREE_YEARS
};
enum {
  FIRST,
  SECOND
};
enum {
  BY,
  TO
};
enum {
  NOT
};

static const AdrefContraryRow rows[] = {
    /* English */
    {"en", BOUND, LEAST,
     "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|~more than",
     "or more|minimum|over|exceed*|above|least|from|onward*|upward*|beyond|higher|greater|longer",
     NULL},
    {"en", BOUND, MOST,
     "at most|no more than|not more than|not exceeding|not exceed|up to|a maximum of|~less "
     "than|~fewer than",
     "or less|or fewer|within|during|in the course of|no later|not "
     "later|under|maximum|below|limit*|until|cap",
     NULL},
    {"en", TIME, BEFORE,
     "~before|~prior to|in advance of|ahead of|by the end of|no later than|not later than|at the "
     "latest|within",
     "advance|until|till|previous*|pre-*|precede*|earlier|ago|past|last|former*|by|in time", NULL},
    {"en", TIME, AFTER, "~after",
     "follow*|since|upon|from|subsequent*|post-*|postpone*|later|next|then|once|succe*|thereafter|"
     "beyond|on receipt|on completion|on adoption|on arrival|on signature|future|when|as "
     "of|behind|start*|begin*|back*|ensu*|sustain*|not before|no earlier|not earlier",
     NULL},
    {"en", QUANTITY, ALL, "all|every|each",
     "any|both|whole|entire*|every*|univers*|total*|full*|overall|complete*|respective*|annual*|"
     "yearly|daily|monthly|weekly|quarterly|throughout|across|always|joint*|together|comprehensive*"
     "|inclusive*|thorough*|no|none|per|never",
     "not all|not every|not each"},
    {"en", QUANTITY, SOME, "some|several|a few",
     "some*|various|part*|many|number*|few|specific|particular|certain|limited|one|other*|relevant|"
     "most|majority|select*|most of|divers*|different|multiple",
     "part of|in part|partner*|participa*|parties|party|particular*"},
    {"en", SIDES, BOTH,
     "both sides|both parties|both participants|both countries|both governments|both states|both "
     "ministers|both leaders|the two sides|the two countries|the two parties|the two "
     "governments|the two leaders",
     "both|two|mutual*|bilateral*|each|respective*|joint*|together|they|all|double|between|we|our|"
     "us|"
     "its|their|them|partner*|neighbo*|counterpart*|side|sides",
     NULL},
    {"en", SIDES, ONE,
     "one side|one party|one participant|one country|~either side|~either party|either "
     "participant|~either country|~either of|one of the two|only one",
     "one|either|any|a party|another|single|unilateral*|other|alternat*", NULL},
    {"en", DIRECTION, RAISE, "increase|increases|increased|raise|raises|raised|expand|expands",
     "grow*|ris*|strengthen*|enhanc*|improv*|promot*|further*|broad*|widen*|scal*|boost*|more|high*"
     "|great*|deepen*|develop*|exten*|build*|accelerat*|larg*|addition*|add|adds|up|exceed*|"
     "escalat*|advanc*|doubl*|tripl*|foster*|mobili*|intensif*|augment*|enlarg*|increas*|rais*|"
     "expan*|reinforc*|elevat*|upgrad*|plus",
     NULL},
    {"en", DIRECTION, LOWER,
     "reduce|reduces|reduced|reduction|decrease|decreases|decreased|lower|cut|cuts",
     "less*|few*|mitigat*|declin*|fall*|drop*|eas*|alleviat*|prevent*|minim*|limit*|curb*|narrow*|"
     "cut*|lower*|eliminat*|shorten*|decarbon*|down*|low|sav*|combat*|address*|avoid*|phas*|lift*|"
     "remov*|weaken*|relie*|loss*|shrink*|slow*|bridg*|clos*|halv*|half|reduc*|decreas*|diminish*|"
     "de-escalat*|disarm*|restrain*|restrict*|degrad*|deplet*|overcom*",
     NULL},
    {"en", SCOPE, EXCEPT, "except|except for|excluding|with the exception of",
     "exclu*|exempt*|but|without|not|unless|beyond|apart|besides|only|non|aside|rather|outside|"
     "other|otherwise|free|except*|remov*|eliminat*",
     NULL},
    {"en", SCOPE, INCLUDING, "including|inclusive of",
     "includ*|inclus*|among*|such as|also|as well as|contain*|in "
     "particular|especially|notably|compris*|together with|particularly|involv*|part "
     "of|encompass*|entail*",
     NULL},
    {"en", TRADE, IMPORT, "import|imports|imported|importing|importation|importer|importers",
     "trade|inflow*|income*", NULL},
    {"en", TRADE, EXPORT, "export|exports|exported|exporting|exportation|exporter|exporters",
     "trade|exit*|outflow*", NULL},
    {"en", FREQUENCY, DAY, "each day|every day|per day|once a day|twice a day|times a day|daily",
     NULL, NULL},
    {"en", FREQUENCY, WEEK,
     "each week|every week|per week|once a week|twice a week|times a week|weekly", NULL, NULL},
    {"en", FREQUENCY, MONTH,
     "each month|every month|per month|once a month|twice a month|times a month|monthly", NULL,
     NULL},
    {"en", FREQUENCY, QUARTER,
     "each quarter|every quarter|per quarter|quarterly|every three months", NULL, NULL},
    {"en", FREQUENCY, HALF_YEAR,
     "every six months|every half-year|semi-annual|semi-annually|half-yearly", "biannual*", NULL},
    {"en", FREQUENCY, YEAR,
     "each year|every year|per year|once a year|times a year|annual|annually|yearly|=twice a "
     "year|=twice each year|=twice every year|=twice yearly|=two times a year",
     "a year|in a year|one year|fiscal year", NULL},
    {"en", FREQUENCY, TWO_YEARS,
     "every two years|every 2 years|every other year|every second year|biennial|biennially",
     "two years", NULL},
    {"en", FREQUENCY, THREE_YEARS, "every three years|every 3 years|triennial|triennially",
     "three years", NULL},
    {"en", HALF, FIRST, "first half of|first semester|first six months of", NULL, NULL},
    {"en", HALF, SECOND, "second half of|second semester|last six months of", NULL, NULL},
    {"en", CHANGE, BY,
     "by # per cent|by # percent|by #%|by # %|by at least # per cent|by up to # per cent|by a "
     "further # per cent",
     "by #", NULL},
    {"en", CHANGE, TO,
     "to # per cent|to # percent|to #%|to # %|to at least # per cent|to at most # per cent|to "
     "below # per cent|to less than # per cent",
     "to #|at # per cent|at #%|reach*|below #",
     "# to # per cent|# to # percent|# to #%|# to # %|up to # per cent|up to # percent|up to #%|up "
     "to # %"},
    {"en", NEGATION, NOT,
     "will not|shall not|must not|may not|cannot|can not|should not|are not|is not|do not|does "
     "not|did not|not be|would not|neither|~without",
     "not|no|never|nor|without|non*|unable|unlawful*|unilateral*|unaffected|undermin*|unless|until|"
     "free|refrain*|avoid*|prevent*|prohibit*|ban|bans|banned|exclu*|except*|only|stop*|ceas*|"
     "abstain*|less|against|lack*|absen*|rather|instead|fail*|reject*|deni*|deny|refus*|irre*|"
     "impossible|illegal|invalid|inconsisten*|insufficient*|inadequate*|independent*|regardless|"
     "oppos*|eliminat*|end|ending|ended|forgo|withhold*|preclud*|zero|none|nothing|hardly|beyond|"
     "other "
     "than|dis*|mis*|counter*|combat*|fight*|eradicat*|imp*|unprecedent*|unwaver*|uninterrupt*|"
     "unimpeded|irrevers*|indispens*|inalien*|indivis*|inviol*|unknown|restrain*|restrict*|limit*|"
     "yet|despite|wherever|whatever|contrary|unequivocal*|resist*|stateless*|minimi*|remov*|"
     "withdraw*|otherwise|both|as well as|must|have "
     "to|need*|require*|essential|vital|necessary|imperative|crucial|unjust*|unfair*|unsustain*|"
     "unregulated|unreported|undocumented|unreserv*|unswerv*|firm*|constant*|continu*|delay*|leav*|"
     "no "
     "one|nobody|no-one|sustain*|immediate*|perman*|strict*|unauthori*|protect*|secur*|safe*|"
     "integral|insepar*|"
     "undeni*|unaccept*|intoler*|inevit*|unavoid*|immeasur*|inadmiss*|incompat*|inappropriat*|"
     "unforget*|inexhaust*|inextric*|every effort|all "
     "efforts|utmost|tireless*|unnecess*|unlikely|unrelated|unresolved|unshak*|unbreak*|ineligib*|"
     "exempt*",
     "not be lost|not be forgotten|not be ignored|not be overlooked|not be neglected|not be "
     "delayed|not be left|not lose|not forget|not ignore|not overlook|not neglect|not leave|not "
     "underestimate|will not only|shall not only|are not only|is not only|do not only|not be less "
     "than|not be more than|not be fewer than|not be limited to|not be later than|not "
     "exceed*|should not exceed|not limited|not fall below|not fail to|not hesitate|should not "
     "hesitate|not differ|not subject to|not open to|not have been possible|not be possible|not "
     "enter into force|not take effect|not later than|not earlier than|not be earlier than|not "
     "less than|cannot over*|cannot be over*|cannot under*|cannot be under*|should not be "
     "over*|should not be under*"},

    /* Japanese */
    {"ja", BOUND, LEAST, "少なくとも|最低でも|を下回らない|未満でない|~以上|~を超える|~を上回る",
     "超|最低|最小|余り|から|上回|達", "以上のとおり|以上を踏まえ|以上の認識"},
    {"ja", BOUND, MOST,
     "多くとも|最大でも|多くても|せいぜい|を超えない|を上回らない|を超えては|~以下|~未満|~を下回る|"
     "長くとも|以内の",
     "以内|上限|まで|限度|内に|内で|最多|最長|最大|中に|下回|限り",
     "最大限|以下のとおり|以下の通り|以下「|以下同じ|以下、「|以下に|最大の"},
    {"ja", TIME, BEFORE, "~前に|前までに|~以前|までに|に先立|日前|週間前|か月前|年前",
     "前|先|まで|以内|早|内に|従来|過去|既に", NULL},
    {"ja", TIME, AFTER, "~後に|~以後|~以降|日後|週間後|か月後|箇月後|年後|の後|後、",
     "後|降|から|より|次|済|うえ|上で|受け|その後|経", "今後|午後|最後|後半|背後|後発|前後|後継"},
    {"ja", QUANTITY, ALL, "~全ての|~全て|~すべて|全加盟国|全参加国|全員|あらゆる",
     "全|各|皆|いずれも|毎|ごと|総|一切|いかなる|何人も|両|それぞれ|万|網羅|普遍", NULL},
    {"ja", QUANTITY, SOME, "一部の|幾つかの|いくつかの|若干の",
     "一部|数|部分|特定|複数|多く|様々|ある|他|幾|いくつ|種々|諸", NULL},
    {"ja", SIDES, BOTH, "双方|両国|両者|両政府|両首脳|両大臣|両当事者|両側",
     "両|二|2|相互|互い|共に|それぞれ|各|2か国|二国|相手|先方|同国|隣国|我々|我が国|彼ら|共同|間",
     NULL},
    {"ja", SIDES, ONE, "いずれか|どちらか|片方", "一方|いずれ|片|単独|どちら|一国|1国", NULL},
    {"ja", DIRECTION, RAISE, "増加|増大|増や|増額|拡大|拡充|引き上げ|引上げ|増強|増進",
     "高め|向上|強化|拡|増|促進|推進|深|上昇|上げ|伸|倍", NULL},
    {"ja", DIRECTION, LOWER, "削減|減少|軽減|低減|縮小|引き下げ|引下げ|減ら|減額",
     "減|縮|低|下げ|緩和|抑|防|除|省|解消|是正|節", NULL},
    {"ja", SCOPE, EXCEPT, "を除く|を除き|を除いて|以外|を除外", "除|外|ほか|他", NULL},
    {"ja", SCOPE, INCLUDING, "を含む|を含め|をはじめ", "含|等|など|特に|とりわけ|包", NULL},
    {"ja", TRADE, IMPORT, "輸入", "輸出入|貿易", NULL},
    {"ja", TRADE, EXPORT, "輸出", "輸出入|貿易", "輸出入"},
    {"ja", FREQUENCY, DAY, "毎日|1日に|一日に", NULL, NULL},
    {"ja", FREQUENCY, WEEK, "毎週|週次|1週間に|週に", NULL, NULL},
    {"ja", FREQUENCY, MONTH,
     "毎月|月次|月例|1か月に|1箇月に|一か月に|月に1回|月に2回|月1回|月2回|月に一回|月一回", "月に",
     NULL},
    {"ja", FREQUENCY, QUARTER, "四半期ごと|四半期毎|四半期に|毎四半期|3か月ごと|3箇月ごと", NULL,
     NULL},
    {"ja", FREQUENCY, HALF_YEAR, "半年ごと|半年に|6か月ごと|6箇月ごと|六箇月ごと", NULL, NULL},
    {"ja", FREQUENCY, YEAR,
     "毎年|年次|例年|1年に|一年に|年に1回|年1回|年1度|1年ごと|一年ごと|=年に2回|=年2回|=年2度|="
     "年に二回|=年二回|=毎年2回|=毎年二回",
     "年間|年に|年額|当たり|年一|年二|年ご|年度",
     "4年に1回|5年に1回|10年に1回|四年に一回|五年に一回|5年に一回|11年に|21年に"},
    {"ja", FREQUENCY, TWO_YEARS,
     "2年ごと|二年ごと|２年ごと|2年に1|二年に一|隔年|2年に一|２年に１|2年に1回|2年に1度",
     "2年|二年|２年", NULL},
    {"ja", FREQUENCY, THREE_YEARS, "3年ごと|三年ごと|３年ごと|3年に1|三年に一|3年に1回|3年に1度",
     "3年|三年|３年", NULL},
    {"ja", HALF, FIRST, "上半期|前期|上期|年前半", NULL, NULL},
    {"ja", HALF, SECOND, "下半期|後期|下期|年後半", NULL, NULL},
    {"ja", CHANGE, BY,
     "#パーセント削減|#%削減|#パーセント減少|#%減少|#パーセント増加|#%増加|#パーセント引き下げ|#%"
     "引き下げ|#パーセント引下げ|#パーセント引き上げ|#%引き上げ|#パーセント拡大|#パーセント縮小|#"
     "パーセント低減",
     "#パーセント|#%|#割", NULL},
    {"ja", CHANGE, TO,
     "#パーセントに|#%に|#パーセントまで|#%まで|#パーセントへ|#パーセント以上に|#パーセント以下に|#"
     "パーセント未満に",
     "まで|#以上に|#以下に", NULL},
    {"ja", NEGATION, NOT,
     "は、しない|しない。|されない。|してはならない|行わない。|ではない。|できない。|得ない。|"
     "与えない。|てはならない|ものではない|れない。|ことはない",
     "無|不|非|未|否|避|禁|拒|欠|防|除|ない|なく|なし|ず|控|慎|まい|ざる|妨|のみ|ません|免|ぬ",
     "なければならない|なくてはならない|だけでなく|のみならず|のみでなく|のみではなく|だけではなく|"
     "かもしれない|やむを得ない|に他ならない|にほかならない|欠かせない"},

    /* Chinese */
    {"zh", BOUND, LEAST, "至少|不少于|不低于|最少|不得少于|不得低于|~超过|~以上",
     "多于|大于|高于|上|余|起|达", "以上所述"},
    {"zh", BOUND, MOST, "至多|最多|不超过|不高于|不得超过|不多于|不得多于|~以下|~低于|~少于",
     "以内|之内|内|上限|限|小于|达|不足|至|前", "以下简称|如下|以下内容|以下方面"},
    {"zh", TIME, BEFORE, "~之前|~以前|日前|月前|年前|周前|会议前|月底前|不迟于|不晚于|前三|前两",
     "前|先|早|内|截至|至|预", NULL},
    {"zh", TIME, AFTER, "~之后|~以后|日后|月后|年后|周后|天后|会议后|后三|后两",
     "后|起|从|自|经|继|随", "最后|后续|落后|背后|今后"},
    {"zh", QUANTITY, ALL, "所有|全部|全体", "各|每|均|一切|都|全|任何|凡|整|双方|普遍",
     "并非所有|不是所有|并非全部|不是全部"},
    {"zh", QUANTITY, SOME, "部分|某些|有些|若干|一些", "多|数|特定|个别|几|其他",
     "组成部分|大部分|一部分|重要部分"},
    {"zh", SIDES, BOTH, "双方|两国|两方|两国政府",
     "两|双|各|彼此|相互|共同|二|兩|雙|对方|對方|我们|我們|邻国|鄰國|他们|他們|该国|其", NULL},
    {"zh", SIDES, ONE, "其中一方|任何一方|任一方|某一方|一方将", "一方|单方|任何|一国|某",
     "一方面"},
    {"zh", DIRECTION, RAISE, "增加|扩大|提高|增长|提升|增强|增进",
     "增|扩|加|提|上升|促进|推进|推动|发展|升|深", NULL},
    {"zh", DIRECTION, LOWER, "减少|降低|削减|缩小|减轻|下调|裁减", "减|降|缩|缓|削|少|低|节|防|消",
     NULL},
    {"zh", SCOPE, EXCEPT, "除外|以外|之外|不包括|不含", "除|外|不|非", "除此之外"},
    {"zh", SCOPE, INCLUDING, "包括|在内|包含", "等|特别|尤其|含|包", NULL},
    {"zh", TRADE, IMPORT, "进口", "进出口|贸易", "进出口"},
    {"zh", TRADE, EXPORT, "出口", "进出口|贸易", "进出口"},
    {"zh", FREQUENCY, WEEK, "每周|每星期", NULL, NULL},
    {"zh", FREQUENCY, MONTH, "每月|每个月", NULL, NULL},
    {"zh", FREQUENCY, QUARTER, "每季度|每三个月|每3个月", NULL, NULL},
    {"zh", FREQUENCY, HALF_YEAR, "每半年|每六个月|每6个月", "两次|二次|2次", NULL},
    {"zh", FREQUENCY, YEAR,
     "每年|年度|每一年|=每年两次|=每年2次|=每年举行两次|=每年召开两次|=每年举行2次|=每年至少两次",
     "年", NULL},
    {"zh", FREQUENCY, TWO_YEARS, "每两年|每二年|每2年|隔年", "两年|2年", NULL},
    {"zh", FREQUENCY, THREE_YEARS, "每三年|每3年", "三年|3年", NULL},
    {"zh", HALF, FIRST, "上半年", NULL, NULL},
    {"zh", HALF, SECOND, "下半年", NULL, NULL},
    {"zh", CHANGE, BY,
     "减少#%|降低#%|增加#%|提高#%|削减#%|增长#%|下降#%|减少百分之#|降低百分之#|增加百分之#|"
     "提高百分之#",
     "增#|减#", NULL},
    {"zh", CHANGE, TO, "至#%|到#%|至百分之#|到百分之#", "至|到|为", NULL},
    {"zh", NEGATION, NOT, "不得|不会|不应|不再|不予|不将",
     "不|非|无|未|没|勿|禁|免|防|避|拒|否|反|除|停|克制|止|限",
     "不仅|不断|不迟于|不少于|不低于|不超过|不得少于|不得低于|不得超过|不可或缺|不只|不晚于"},

    /* Korean */
    {"ko", BOUND, LEAST, "최소|적어도|이상|최소한", "초과|넘|부터|상회|최저",
     "이상의 |이상적|이상과"},
    {"ko", BOUND, MOST, "최대 |최대로|이하|많아야|넘지 않|초과하지 않",
     "이내|미만|까지|한도|상한|내에|내로|최대|최고", "(이하|최대한|이하 \""},
    {"ko", TIME, BEFORE, "까지|~전에|전까지|~이전|앞서", "전 |사전|선|내에|이내|앞|전부터", NULL},
    {"ko", TIME, AFTER, "~이후|~후에|뒤에", "후|부터|뒤|다음|이래|따라|내에", "향후|오후|최후"},
    {"ko", QUANTITY, ALL, "~모든|~모두|전체|전부", "각|매|전 |온|일체|어떠한|양|아무", NULL},
    {"ko", QUANTITY, SOME, "일부|몇몇", "부분|특정|다수|여러|몇|등", NULL},
    {"ko", SIDES, BOTH, "양측|양국|쌍방|양자|두 나라|양 정상|양 당사자",
     "양 |두 |상호|각각|서로|각 |함께|공동|상대|우리|이웃|그들|자국|양 정부|간", NULL},
    {"ko", SIDES, ONE, "어느 한쪽|한쪽|어느 일방|어느 한 측|일방은", "일방|한 |어느|하나", NULL},
    {"ko", DIRECTION, RAISE, "늘리|늘린|늘려|늘릴|늘렸|증가|확대|증대|인상",
     "강화|증진|향상|성장|증|늘|높|촉진|발전|확|상승|제고", NULL},
    {"ko", DIRECTION, LOWER, "줄이|줄인|줄여|줄일|줄였|감소|감축|축소|인하|절감|저감",
     "감|줄|완화|경감|낮|저|축|방지|해소", NULL},
    {"ko", SCOPE, EXCEPT, "제외|이외", "외|빼|아닌", NULL},
    {"ko", SCOPE, INCLUDING, "포함", "등|특히|비롯", "포함하지 않"},
    {"ko", TRADE, IMPORT, "수입", "수출입|무역", "수출입"},
    {"ko", TRADE, EXPORT, "수출", "수출입|무역", "수출입"},
    {"ko", FREQUENCY, WEEK, "매주|주 1회|주간", NULL, NULL},
    {"ko", FREQUENCY, MONTH, "매월|매달|월 1회|월 2회|월례", NULL, NULL},
    {"ko", FREQUENCY, QUARTER, "분기별|매 분기|분기마다|3개월마다", NULL, NULL},
    {"ko", FREQUENCY, HALF_YEAR, "6개월마다|반년마다|반기별", NULL, NULL},
    {"ko", FREQUENCY, YEAR,
     "매년|해마다|연례|연 1회|연간|1년마다|연차|=연 2회|=년 2회|=매년 2회|=매년 두 차례|=연 두 "
     "차례",
     "년|연 ", NULL},
    {"ko", FREQUENCY, TWO_YEARS, "2년마다|2년에 한|격년|2년에 1", "2년", NULL},
    {"ko", FREQUENCY, THREE_YEARS, "3년마다|3년에 한|3년에 1", "3년", NULL},
    {"ko", CHANGE, BY,
     "#퍼센트 인하|#퍼센트 감축|#퍼센트 감소|#퍼센트 증가|#퍼센트 줄|#퍼센트 "
     "늘|#퍼센트만큼|#퍼센트 축소|#퍼센트 확대|#퍼센트 인상|#% 감축|#% 감소|#% 증가|#% 인하|#% "
     "줄|#% 늘",
     "#퍼센트 |#% ", NULL},
    {"ko", CHANGE, TO, "#퍼센트로|#%로|#퍼센트까지|#%까지|#퍼센트 이하로|#퍼센트 이상으로",
     "까지|로", NULL},
    {"ko", NEGATION, NOT, "않는다|아니한다|못한다|안 된다",
     "않|아니|못|없|안 |불|비|무|미|금지|삼가|자제|방지|피하|거부|반대|말아|제외|중단",
     "뿐만 아니라|뿐 아니라|않을 수 없|지 않으면 안|끊임없"},

    /* Thai */
    {"th", BOUND, LEAST, "อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า|~มากกว่า|~เกินกว่า|ขึ้นไป", "เกิน|กว่า|ขั้นต่ำ|สูงกว่า|ตั้งแต่",
     NULL},
    {"th", BOUND, MOST, "ไม่เกิน|ไม่มากกว่า|อย่างมากที่สุด|~น้อยกว่า|~ต่ำกว่า",
     "ภายใน|สูงสุด|จนถึง|จำกัด|สูงถึง|มากถึง|อย่างมาก|ถึง|ก่อน|ใน", NULL},
    {"th", TIME, BEFORE, "~ก่อน|ภายใน|ไม่ช้ากว่า", "ใน|จนถึง|ล่วงหน้า|ที่แล้ว|ถึง|แรก|ไม่เกิน",
     "ภายในประเทศ|ภายในภูมิภาค"},
    {"th", TIME, AFTER, "~หลังจาก|~ภายหลัง|~หลังวันที่|~หลัง", "ตั้งแต่|นับ|เมื่อ|ต่อมา|ต่อไป|ถัด|แล้ว",
     "เบื้องหลัง|หลังคา|ภูมิหลัง"},
    {"th", QUANTITY, ALL, "ทั้งหมด|ทั้งปวง|ทั้งสิ้น|ทุก", "แต่ละ|ทั้ง|ทั่ว|ใด|ครบ|ถ้วน", "ไม่ใช่ทุก|มิใช่ทุก|ไม่ใช่ทั้งหมด"},
    {"th", QUANTITY, SOME, "บางส่วน|บางประเทศ|บางฝ่าย|บางราย|บางประการ",
     "บาง|หลาย|ส่วน|จำนวนหนึ่ง|เฉพาะ|ต่าง|อื่น", NULL},
    {"th", SIDES, BOTH, "ทั้งสองฝ่าย|ทั้งสองประเทศ|ทั้งคู่|ทั้งสองรัฐบาล",
     "ทั้งสอง|สอง|แต่ละ|ต่าง|ร่วม|ทวิภาคี|เรา|เพื่อนบ้าน|พวกเขา|คู่|ระหว่าง", NULL},
    {"th", SIDES, ONE, "ฝ่ายใดฝ่ายหนึ่ง|ฝ่ายเดียว|ฝ่ายหนึ่ง", "หนึ่ง|ใด|เดียว", NULL},
    {"th", DIRECTION, RAISE, "เพิ่ม|ขยาย|ยกระดับ", "ขึ้น|เสริม|พัฒนา|เติบโต|สูง|ส่ง", NULL},
    {"th", DIRECTION, LOWER, "ลด", "บรรเทา|น้อย|ต่ำ|ชะลอ|ตัด|ป้องกัน|ขจัด|ปลด", "ปลด|สลด"},
    {"th", SCOPE, EXCEPT, "ยกเว้น|เว้นแต่|ไม่รวม", "เว้น|นอก|ไม่|อื่น", NULL},
    {"th", SCOPE, INCLUDING, "รวมถึง|รวมทั้ง", "รวม|เช่น|ตลอดจน|โดยเฉพาะ|ทั้ง", "ไม่รวมถึง"},
    {"th", TRADE, IMPORT, "นำเข้า", "การค้า", NULL},
    {"th", TRADE, EXPORT, "ส่งออก", "การค้า", NULL},
    {"th", FREQUENCY, WEEK, "ทุกสัปดาห์|รายสัปดาห์|สัปดาห์ละ", NULL, NULL},
    {"th", FREQUENCY, MONTH, "ทุกเดือน|รายเดือน|เดือนละ|ต่อเดือน|ประจำเดือน", NULL, NULL},
    {"th", FREQUENCY, QUARTER, "ทุกไตรมาส|รายไตรมาส|ไตรมาสละ|ทุกสามเดือน|ทุก 3 เดือน", NULL, NULL},
    {"th", FREQUENCY, HALF_YEAR, "ทุกหกเดือน|ทุก 6 เดือน|ทุกครึ่งปี|รายครึ่งปี", NULL, NULL},
    {"th", FREQUENCY, YEAR,
     "ทุกปี|รายปี|ปีละ|ต่อปี|ประจำปี|ทุก ๆ ปี|ทุกๆ ปี|=ปีละสองครั้ง|=ปีละ 2 ครั้ง|=สองครั้งต่อปี|=2 ครั้งต่อปี", NULL, NULL},
    {"th", FREQUENCY, TWO_YEARS, "ทุกสองปี|ทุก 2 ปี|ทุก ๆ สองปี|ทุกๆ สองปี|สองปีครั้ง|สองปีต่อครั้ง", "สองปี|2 ปี",
     NULL},
    {"th", FREQUENCY, THREE_YEARS, "ทุกสามปี|ทุก 3 ปี|สามปีครั้ง", "สามปี|3 ปี", NULL},
    {"th", CHANGE, BY, "ลงร้อยละ #|ลดร้อยละ #|เพิ่มร้อยละ #|ขึ้นร้อยละ #|อีกร้อยละ #", "ร้อยละ #", NULL},
    {"th", CHANGE, TO, "เหลือร้อยละ #|เป็นร้อยละ #|ถึงร้อยละ #|เหลือเพียงร้อยละ #", "เหลือ|เป็น|ถึง", NULL},
    {"th", NEGATION, NOT, "จะไม่|ต้องไม่|ไม่สามารถ|ไม่อาจ|ไม่พึง|มิได้",
     "ไม่|มิอาจ|มิใช่|มิให้|มิต้อง|งด|ละเว้น|ห้าม|ปราศจาก|ป้องกัน|หลีกเลี่ยง|ไร้|ปฏิเสธ|เว้น|ขจัด|ยุติ|อย่า|ต่อต้าน|ระงับ|"
     "หยุด",
     "ไม่เพียง|ไม่น้อยกว่า|ไม่เกิน|ไม่ต่ำกว่า|ไม่ช้ากว่า|ไม่ว่า|ไม่มากกว่า"},

    /* Vietnamese */
    {"vi", BOUND, LEAST, "ít nhất|tối thiểu|không dưới|không ít hơn",
     "hơn|vượt|trên|trở lên|từ|quá", NULL},
    {"vi", BOUND, MOST, "nhiều nhất|tối đa|không quá|không vượt quá|không nhiều hơn",
     "trong vòng|dưới|đến|tới|trở xuống|giới hạn|chậm nhất|trong|trước", NULL},
    {"vi", TIME, BEFORE, "~trước|muộn nhất|chậm nhất", "cho đến|đến hết|đến|từ|đầu|tiền|vào|trong",
     "trước hết|trước mắt"},
    {"vi", TIME, AFTER, "~sau", "kể từ|từ|tiếp|khi|rồi|tới|hậu|hướng", "sau đây|như sau|sau cùng"},
    {"vi", QUANTITY, ALL, "tất cả|mọi|toàn bộ|toàn thể", "các|đều|cả|hàng|hằng|toàn|mỗi|từng|những",
     "không phải tất cả|không phải mọi"},
    {"vi", QUANTITY, SOME, "một số|một vài|một phần|vài", "nhiều|các|phần|những|khác|số", NULL},
    {"vi", SIDES, BOTH, "cả hai|hai bên|hai nước|đôi bên|hai chính phủ",
     "hai|mỗi bên|song phương|lẫn nhau|cùng|các bên|chúng tôi|chúng ta|đối tác|láng "
     "giềng|phía|giữa",
     NULL},
    {"vi", SIDES, ONE, "một trong hai bên|một trong hai nước|một trong hai|chỉ một bên|một bên",
     "một|bất kỳ|bên kia", NULL},
    {"vi", DIRECTION, RAISE, "tăng|mở rộng|gia tăng|nâng",
     "cao|phát triển|thúc đẩy|đẩy|hơn|tăng cường|củng cố|lớn", "tăng cường"},
    {"vi", DIRECTION, LOWER, "giảm|cắt giảm|thu hẹp", "bớt|thấp|hạn chế|thiểu|ngăn|hạ", NULL},
    {"vi", SCOPE, EXCEPT, "ngoại trừ|trừ|không bao gồm|không kể", "ngoài|loại trừ|không|khác",
     NULL},
    {"vi", SCOPE, INCLUDING, "bao gồm|kể cả|trong đó có", "như|cả|đặc biệt|trong đó|gồm", NULL},
    {"vi", TRADE, IMPORT, "nhập khẩu", "xuất nhập khẩu|thương mại", "xuất nhập khẩu"},
    {"vi", TRADE, EXPORT, "xuất khẩu", "xuất nhập khẩu|thương mại", "xuất nhập khẩu"},
    {"vi", FREQUENCY, WEEK, "hằng tuần|hàng tuần|mỗi tuần|một tuần", NULL, NULL},
    {"vi", FREQUENCY, MONTH, "hằng tháng|hàng tháng|mỗi tháng|lần một tháng|lần trong một tháng",
     "một tháng|1 tháng", NULL},
    {"vi", FREQUENCY, QUARTER, "hằng quý|hàng quý|mỗi quý|ba tháng một lần", NULL, NULL},
    {"vi", FREQUENCY, HALF_YEAR, "sáu tháng một lần|6 tháng một lần|nửa năm một lần", "hai lần",
     NULL},
    {"vi", FREQUENCY, YEAR,
     "hằng năm|hàng năm|mỗi năm|thường niên|lần một năm|lần trong một năm|=hai lần một năm|=2 lần "
     "một năm|=mỗi năm hai lần|=hai lần mỗi năm|=một năm hai lần|=hằng năm hai lần",
     "một năm|1 năm|năm", NULL},
    {"vi", FREQUENCY, TWO_YEARS, "hai năm một lần|2 năm một lần|hai năm/lần|mỗi hai năm",
     "hai năm|2 năm", NULL},
    {"vi", FREQUENCY, THREE_YEARS, "ba năm một lần|3 năm một lần|mỗi ba năm", "ba năm|3 năm", NULL},
    {"vi", CHANGE, BY, "giảm # phần trăm|giảm #%|tăng # phần trăm|tăng #%|thêm # phần trăm|thêm #%",
     "ít nhất", NULL},
    {"vi", CHANGE, TO,
     "xuống # phần trăm|xuống #%|xuống còn # phần trăm|xuống còn #%|lên # phần trăm|lên #%|đến "
     "#%|tới #%",
     "còn|lên|xuống|đến|tới|đạt", NULL},
    {"vi", NEGATION, NOT, "sẽ không|không được|không thể",
     "không|chưa|chẳng|tránh|cấm|ngăn|phi|vô|chống|kiềm chế|từ "
     "chối|loại|trừ|miễn|bất|thiếu|ngừng|chấm dứt|đừng",
     "không những|không chỉ|không quá|không dưới|không ít|không muộn hơn|không gian|hàng "
     "không|không khí|không chậm hơn|không ngừng|trên không|không vượt"},

    /* Indonesian, which Malay is like in these words */
    {"id", BOUND, LEAST,
     "sekurang-kurangnya|paling sedikit|setidaknya|setidak-tidaknya|minimal|sedikitnya|paling "
     "kurang|tidak kurang dari|~lebih dari",
     "lebih|minimum|mulai|melebihi|melampaui|di atas|ke atas", NULL},
    {"id", BOUND, MOST,
     "paling banyak|sebanyak-banyaknya|maksimal|tidak lebih dari|paling "
     "tinggi|setinggi-tingginya|tidak melebihi|~kurang dari",
     "dalam waktu|hingga|sampai|maksimum|batas*|di bawah|paling lambat|paling "
     "lama|selambat-lambatnya|dalam|sebelum",
     NULL},
    {"id", TIME, BEFORE, "paling lambat|selambat-lambatnya|~sebelum|menjelang",
     "hingga|sampai|pada|dahulu|awal|lalu|dalam|per|pra", "sebelumnya"},
    {"id", TIME, AFTER, "~setelah|~sesudah|seusai",
     "pasca|sejak|mulai|dari|terhitung|berikut*|ketika|lanjut*|kemudian|usai", NULL},
    {"id", QUANTITY, ALL, "semua|seluruh|segenap|segala|setiap",
     "para|total|penuh|utuh|sepenuhnya|keseluruhan|tiap|masing-masing|seluruhnya|apa pun",
     "tidak semua|tidak seluruh|bukan semua"},
    {"id", QUANTITY, SOME, "beberapa|sebagian|sejumlah",
     "suatu|tertentu|banyak|berbagai|bagian|lain|lainnya", "sebagian besar"},
    {"id", SIDES, BOTH,
     "kedua belah pihak|kedua pihak|kedua negara|kedua pemerintah|keduanya|kedua pemimpin",
     "kedua|dua|masing-masing|saling|bersama|bilateral|kami|kita|mereka|mitra|tetangga|antara",
     NULL},
    {"id", SIDES, ONE, "salah satu|satu pihak|hanya satu", "satu|sepihak|pihak lain", NULL},
    {"id", DIRECTION, RAISE,
     "meningkatkan|menambah|memperluas|menaikkan|dinaikkan|ditingkatkan|ditambah|diperluas",
     "tingkat*|meningkat*|peningkatan|tambah*|penambahan|luas*|tumbuh|pertumbuhan|memperkuat|"
     "memperbesar|mendorong|memajukan|lebih|naik*|kenaikan|perluas*",
     NULL},
    {"id", DIRECTION, LOWER,
     "mengurangi|dikurangi|menurunkan|diturunkan|pengurangan|penurunan|memotong|memangkas",
     "kurang*|berkurang|turun*|menurun|rendah*|potong*|menekan|mitigasi|memitigasi|meringankan|"
     "menghemat|mencegah",
     NULL},
    {"id", SCOPE, EXCEPT, "kecuali|tidak termasuk", "selain|luar|tidak|tanpa|bukan|lain*", NULL},
    {"id", SCOPE, INCLUDING, "termasuk|mencakup|meliputi",
     "antara lain|seperti|khususnya|serta|cakup*|terutama", "tidak termasuk"},
    {"id", TRADE, IMPORT, "impor|mengimpor|importir", "ekspor-impor|perdagangan", "ekspor-impor"},
    {"id", TRADE, EXPORT, "ekspor|mengekspor|eksportir", "ekspor-impor|perdagangan",
     "ekspor-impor"},
    {"id", FREQUENCY, WEEK, "setiap minggu|per minggu|mingguan|seminggu", NULL, NULL},
    {"id", FREQUENCY, MONTH, "setiap bulan|per bulan|tiap bulan|bulanan|sebulan", NULL, NULL},
    {"id", FREQUENCY, QUARTER, "triwulan|setiap triwulan|triwulanan|per kuartal|setiap tiga bulan",
     NULL, NULL},
    {"id", FREQUENCY, HALF_YEAR, "setiap enam bulan|setiap 6 bulan|setiap semester", NULL, NULL},
    {"id", FREQUENCY, YEAR,
     "setiap tahun|per tahun|tiap tahun|tahunan|setahun|=dua kali setahun|=dua kali dalam "
     "setahun|=dua kali per tahun|=dua kali setiap tahun|=setahun dua kali",
     NULL, NULL},
    {"id", FREQUENCY, TWO_YEARS, "setiap dua tahun|setiap 2 tahun|dua tahun sekali|dua tahunan",
     "dua tahun|2 tahun", NULL},
    {"id", FREQUENCY, THREE_YEARS, "setiap tiga tahun|setiap 3 tahun|tiga tahun sekali",
     "tiga tahun|3 tahun", NULL},
    {"id", HALF, FIRST, "semester pertama|paruh pertama", NULL, NULL},
    {"id", HALF, SECOND, "semester kedua|paruh kedua", NULL, NULL},
    {"id", CHANGE, BY, "sebesar # persen|sebanyak # persen|sebesar #%|sebanyak #%",
     "sebesar|sebanyak|sekurang-kurangnya", NULL},
    {"id", CHANGE, TO, "menjadi # persen|menjadi #%|hingga # persen|hingga #%",
     "menjadi|hingga|ke|mencapai", NULL},
    {"id", NEGATION, NOT, "tidak akan|tidak boleh|tidak dapat",
     "tidak|bukan|tanpa|belum|jangan|larang*|dilarang|melarang|hindar*|menghindar*|dihindar*|"
     "mencegah|pencegahan|menolak|non*|kecuali|luar|menahan|tak|hentikan|menghentikan|anti*|bebas",
     "tidak hanya|tidak kurang|tidak lebih|tidak melebihi|tidak terbatas|tidak saja"},

    /* Arabic */
    {"ar", BOUND, LEAST, "على الأقل|ما لا يقل عن|لا يقل عن|لا تقل عن|كحد أدنى|بحد أدنى|~أكثر من",
     "أكثر|يزيد|تزيد|يتجاوز|تتجاوز|فوق|أدنى|أقل|زيادة|يفوق|تفوق", NULL},
    {"ar", BOUND, MOST,
     "على الأكثر|ما لا يزيد على|لا يزيد على|لا تزيد على|لا يتجاوز|لا تتجاوز|كحد أقصى|بحد أقصى|لا "
     "يزيد عن|لا تزيد عن|~أقل من",
     "حتى|خلال|غضون|أقصى|يصل|تصل|حدود|دون|أقصاه|موعد|في|بحلول|قبل", NULL},
    {"ar", TIME, BEFORE, "~قبل|بحلول|في موعد أقصاه|موعد لا يتجاوز|موعد لا يتعدى",
     "حتى|مسبق*|سابق*|في|خلال|أول", "من قبل"},
    {"ar", TIME, AFTER, "~بعد", "منذ|عقب|من|لاحق*|عند|تال*|اعتبارا|إثر|ثم|على", "فيما بعد"},
    {"ar", QUANTITY, ALL, "جميع|كافة|كل|سائر",
     "كلا|كلتا|أي|عموم|شامل*|كامل*|مجموع|لكل|بكل|كلها|جميعها", "ليس كل|ليس جميع"},
    {"ar", QUANTITY, SOME, "بعض|لبعض|عدد من|جزء من",
     "قليل*|كثير*|معين*|محدد*|مختلف*|أحد|إحدى|عدة|عدد|جزء", NULL},
    {"ar", SIDES, BOTH, "الجانبين|الجانبان|الطرفان|الطرفين|البلدان|البلدين|كلا|كلتا",
     "اثنان|اثنين|متبادل*|مشترك*|ثنائي*|معا|حكومتا*|حكومتي*|دولتا*|دولتي*|نحن|هما|بينهما|جار*|شريك*"
     "|بين",
     NULL},
    {"ar", SIDES, ONE, "أحد الجانبين|أحد الطرفين|أحد البلدين|أي من الجانبين|أي من الطرفين",
     "أحد|إحدى|واحد*|أي|أحدهما", NULL},
    {"ar", DIRECTION, RAISE, "زيادة|سنزيد|نزيد|توسيع|سنوسع|مضاعفة",
     "رفع|تعزيز|تطوير|نمو|تنمية|زاد*|متزايد*|تزايد*|نعزز|سنعزز|أكبر|أكثر|يزيد|تزيد|تزداد|ازدياد|"
     "تحسين",
     "لا يزيد|لا تزيد"},
    {"ar", DIRECTION, LOWER, "خفض|تخفيض|سنخفض|نخفض|يخفض|تخفض|الحد من|تقليل|تقليص|سنقلل",
     "أقل|تخفيف|قلل*|حد|إزالة|منع|أدنى|وقف|تضييق|انخفاض|انخفض|تراجع|للحد", NULL},
    {"ar", SCOPE, EXCEPT, "باستثناء|ما عدا", "غير|استثن*|دون|خلاف|ليس|عدا|سوى|إلا|لا", NULL},
    {"ar", SCOPE, INCLUDING, "بما في ذلك|بما فيها|بما فيه",
     "من بينها|مثل|لا سيما|ضمن|شمول*|منها|خاصة|تشمل|يشمل|شامل*|يتضمن|تتضمن", NULL},
    {"ar", TRADE, IMPORT, "استيراد|واردات|الواردات|استيرادها|المستوردة|وارداتنا", "تجارة", NULL},
    {"ar", TRADE, EXPORT, "تصدير|صادرات|الصادرات|المصدرة|صادراتنا", "تجارة", NULL},
    {"ar", FREQUENCY, WEEK, "كل أسبوع|أسبوعيا|أسبوعي|أسبوعية|في الأسبوع", NULL, NULL},
    {"ar", FREQUENCY, MONTH, "كل شهر|شهريا|شهري|شهرية|في الشهر", NULL, NULL},
    {"ar", FREQUENCY, QUARTER, "كل ثلاثة أشهر|فصليا|فصلية|ربع سنوي|ربع سنوية", NULL, NULL},
    {"ar", FREQUENCY, HALF_YEAR, "كل ستة أشهر|نصف سنوي|نصف سنوية", NULL, NULL},
    {"ar", FREQUENCY, YEAR,
     "كل سنة|كل عام|سنويا|سنوي|سنوية|في السنة|في العام|=مرتين في السنة|=مرتين في العام|=مرتين "
     "سنويا|=مرتين كل سنة|=مرتين كل عام",
     "سنة|عام|عاما|سنوات", NULL},
    {"ar", FREQUENCY, TWO_YEARS, "كل سنتين|كل عامين", "سنتين|عامين|سنتان", NULL},
    {"ar", FREQUENCY, THREE_YEARS, "كل ثلاث سنوات|كل ثلاثة أعوام", "ثلاث سنوات|ثلاثة أعوام", NULL},
    {"ar", CHANGE, BY, "بنسبة # في المائة|بنسبة #%|بمقدار # في المائة", "بنسبة|بما", NULL},
    {"ar", CHANGE, TO, "إلى # في المائة|إلى نسبة # في المائة|إلى #%", "إلى|حتى|لتصل|ليصل", NULL},
    {"ar", NEGATION, NOT, "لن|لا يجوز|لا يمكن|لا ينبغي",
     "لا|ألا|لم|ليس*|غير|دون|بدون|عدم|بعدم|منع*|حظر*|يحظر|تحظر|امتناع|يمتنع|نمتنع|تجنب*|رفض*|ما "
     "لم|إلا|سوى|كف|وقف|عدا|بلا|تفادي",
     "لا يقل|لا تقل|لا يزيد|لا تزيد|لا يتجاوز|لا تتجاوز|لا سيما|لا يتجزأ|لا تتجزأ|لا يقتصر|لا "
     "تقتصر"},

    /* French */
    {"fr", BOUND, LEAST,
     "au moins|au minimum|pas moins de|du moins|un minimum de|~plus de|~plus d'",
     "supérieur*|plus|excéd*|dépass*|à partir|minim*|delà|moins", "au plus tôt"},
    {"fr", BOUND, MOST,
     "au plus|au maximum|pas plus de|un maximum de|ne dépassant pas|~moins de|~moins d'",
     "jusqu*|dans|inférieur*|maxim*|plafon*|limit*|d'ici|en deçà|en|avant",
     "au plus tard|au plus tôt|au plus vite|au plus haut|au plus près"},
    {"fr", TIME, BEFORE, "~avant|d'ici|au plus tard|préalablement",
     "jusqu*|antérieur*|préalable*|ici|dans|premier*|précéd*|dernier*|dernière*", NULL},
    {"fr", TIME, AFTER, "~après",
     "à compter|à partir|postérieur*|suite|lendemain|depuis|dès|suiv*|ultérieur*|une "
     "fois|lors|prochain*|issue|puis",
     "ci-après"},
    {"fr", QUANTITY, ALL,
     "~tous|~toutes|~tout|~toute|chaque|l'ensemble|la totalité|chacun|chacune|l'intégralité",
     "entier*|global*|plein*|ensemble|intégral*|aucun*|les deux", "tous les|toutes les"},
    {"fr", QUANTITY, SOME, "certains|certaines|quelques|plusieurs|quelques-uns|quelques-unes",
     "divers*|parti*|nombre*|certain*|quelque*|différent*|autre*", "une partie intégrante"},
    {"fr", SIDES, BOTH,
     "les deux parties|les deux pays|les deux gouvernements|les deux côtés|les deux "
     "participants|les deux dirigeants|les deux ministres",
     "deux|chaque|chacun*|mutuel*|réciproque*|bilatéra*|respecti*|conjoint*|ils|elles|nous|notre|"
     "nos|"
     "leur*|son|sa|ses|partenaire*|voisin*|homologue*|ensemble|commun*|entre",
     NULL},
    {"fr", SIDES, ONE,
     "l'une des deux|l'un des deux|l'une des deux parties|l'un des deux pays|l'une des "
     "parties|l'une ou l'autre|une seule partie",
     "l'un|l'une|un|une|seul*|soit", NULL},
    {"fr", DIRECTION, RAISE, "augment*|accroî*|accroiss*|élargi*",
     "renforc*|développ*|amélior*|plus|crois*|intensif*|élev*|promou*|étoff*|approfond*|agrand*|"
     "accr*|relèv*|relev*|hauss*|éten*|supérieur*|meilleur*|accél*|doubl*",
     NULL},
    {"fr", DIRECTION, LOWER, "rédui*|réduc*|diminu*|abaiss*",
     "moins|attén*|allég*|limit*|recul*|faible*|préven*|lutt*|combl*|économ*|supprim*|baiss*|"
     "restrei*|moindre*|frein*|désescal*|bas|basse",
     NULL},
    {"fr", SCOPE, EXCEPT, "sauf|excepté|à l'exception|hormis|à l'exclusion",
     "exclu*|excep*|autre*|sans|ne|non|hors", NULL},
    {"fr", SCOPE, INCLUDING, "y compris", "dont|comme|tel*|compr*|ainsi que|incl*|notamment", NULL},
    {"fr", TRADE, IMPORT, "importation|importations|importateur|importateurs|importés|importées",
     "import-export|commerc*", NULL},
    {"fr", TRADE, EXPORT, "exportation|exportations|exportateur|exportateurs|exportés|exportées",
     "import-export|commerc*", NULL},
    {"fr", FREQUENCY, DAY,
     "par jour|chaque jour|tous les jours|quotidien|quotidienne|quotidiennement", NULL, NULL},
    {"fr", FREQUENCY, WEEK,
     "par semaine|chaque semaine|toutes les semaines|hebdomadaire|hebdomadaires|hebdomadairement",
     NULL, NULL},
    {"fr", FREQUENCY, MONTH,
     "par mois|chaque mois|tous les mois|mensuel|mensuelle|mensuels|mensuelles|mensuellement", NULL,
     NULL},
    {"fr", FREQUENCY, QUARTER,
     "par trimestre|chaque trimestre|tous les trimestres|trimestriel|trimestrielle|tous les trois "
     "mois",
     "trimestriel*", NULL},
    {"fr", FREQUENCY, HALF_YEAR,
     "par semestre|chaque semestre|tous les six mois|semestriel|semestrielle",
     "semestr*|bisannuel*", NULL},
    {"fr", FREQUENCY, YEAR,
     "par an|chaque année|tous les ans|annuel|annuelle|annuels|annuelles|annuellement|=deux fois "
     "par an|=deux fois chaque année",
     "an|année", NULL},
    {"fr", FREQUENCY, TWO_YEARS, "tous les deux ans|biennal|biennale", "deux ans|bienn*|bisann*",
     NULL},
    {"fr", FREQUENCY, THREE_YEARS, "tous les trois ans|triennal|triennale", "trois ans|trienn*",
     NULL},
    {"fr", HALF, FIRST, "premier semestre|première moitié|1er semestre", NULL, NULL},
    {"fr", HALF, SECOND, "second semestre|deuxième semestre|seconde moitié|deuxième moitié", NULL,
     NULL},
    {"fr", CHANGE, BY, "de # pour cent|de # %|de #%|d'au moins # pour cent|d'au moins # %",
     "de|d'*", NULL},
    {"fr", CHANGE, TO, "à # pour cent|à # %|à #%|à moins de # pour cent|à au moins # pour cent",
     "à|jusqu*", "de # à # pour cent|de # à # %|de # à #%"},
    {"fr", NEGATION, NOT, "pas|aucun|aucune|jamais",
     "ne|n'*|non*|sans|ni|absence|faute|refus*|interdi*|empêch*|évit*|exclu*|contraire*|abst*|"
     "abstien*|préven*|défau*|hors|sauf|cess*|contre|indépend*|garder "
     "de|renonc*|plafonn*|exempt*|exonér*|fermé*",
     "pas moins|pas plus|pas seulement|non seulement|dépassant pas|dépassera pas|pas uniquement|un "
     "pas|premier pas|premiers pas|grand pas|nouveau pas|pas important*|pas décisif*|pas vers|pas "
     "en avant|pas à pas|pas supplémentaire|que jamais|à jamais|aucun doute"},

    /* Spanish */
    {"es", BOUND, LEAST,
     "al menos|por lo menos|como mínimo|no menos de|un mínimo de|cuando menos|~más de",
     "superior*|mínim*|exced*|más|partir|mayor*|encima", "a más tardar"},
    {"es", BOUND, MOST, "como máximo|a lo sumo|no más de|un máximo de|~menos de",
     "hasta|máxim*|inferior*|dentro|plazo|límit*|limit*|en|antes", NULL},
    {"es", TIME, BEFORE, "~antes|a más tardar|con anterioridad|previamente",
     "hasta|previo*|previa*|anterior*|para|dentro", NULL},
    {"es", TIME, AFTER, "~después|~tras",
     "a partir|posterior*|luego|desde|siguiente*|una vez|ulterior*|cuando|próxim*|al", NULL},
    {"es", QUANTITY, ALL, "todos|todas|todo|toda|cada|la totalidad|el conjunto",
     "conjunt*|plen*|total*|ambos|ambas|cualquier*|íntegr*|enter*|ningun*|ningún",
     "no todos|no todas|no todo|no toda"},
    {"es", QUANTITY, SOME, "algunos|algunas|varios|varias|unos pocos|unas pocas",
     "parte*|divers*|determinad*|numeros*|algun*|algún|ciert*|otr*", NULL},
    {"es", SIDES, BOTH, "ambas|ambos|las dos partes|los dos países|los dos gobiernos",
     "dos|cada|mutu*|recíproc*|bilateral*|respectiv*|conjunt*|ellos|ellas|nosotros|nuestr*|su|sus|"
     "soci*|vecin*|homólog*|junt*|común*|entre",
     NULL},
    {"es", SIDES, ONE,
     "una de las partes|uno de los países|una de las dos|uno de los dos|una sola parte|cualquiera "
     "de las partes|alguna de las partes",
     "una|uno|un|sol*|cualquier*", NULL},
    {"es", DIRECTION, RAISE, "aument*|increment*|ampliar*|ampliac*|acrecent*",
     "fort*|refor*|refuerz*|mejor*|más|crec*|ampli*|desarroll*|promov*|elev*|intensif*|profundiz*|"
     "mayor*|dupl*|acelera*",
     NULL},
    {"es", DIRECTION, LOWER, "reduc*|reduz*|disminu*|rebaj*|recort*",
     "menos|menor*|mitig*|alivi*|limit*|cort*|elimin*|baj*|ahorr*|preven*|combat*|cerrar", NULL},
    {"es", SCOPE, EXCEPT, "excepto|salvo|con excepción|a excepción|excluidos|excluidas",
     "exclu*|except*|salv*|otr*|sin|no|fuera", NULL},
    {"es", SCOPE, INCLUDING, "incluido|incluida|incluidos|incluidas|inclusive|incluso|incluyendo",
     "inclu*|como|así como|en particular|compren*|entre|tal*", NULL},
    {"es", TRADE, IMPORT, "importación|importaciones|importador|importadores|importar|importados",
     "comerci*", NULL},
    {"es", TRADE, EXPORT, "exportación|exportaciones|exportador|exportadores|exportar|exportados",
     "comerci*", NULL},
    {"es", FREQUENCY, WEEK, "cada semana|por semana|a la semana|semanal|semanales|semanalmente",
     NULL, NULL},
    {"es", FREQUENCY, MONTH, "al mes|por mes|cada mes|mensual|mensuales|mensualmente", NULL, NULL},
    {"es", FREQUENCY, QUARTER,
     "por trimestre|cada trimestre|trimestral|trimestrales|trimestralmente|cada tres meses", NULL,
     NULL},
    {"es", FREQUENCY, HALF_YEAR, "cada seis meses|semestral|semestrales|semestralmente",
     "semestr*|bianual*", NULL},
    {"es", FREQUENCY, YEAR,
     "al año|por año|cada año|anual|anuales|anualmente|=dos veces al año|=dos veces por año|=dos "
     "veces cada año",
     "año|años", NULL},
    {"es", FREQUENCY, TWO_YEARS, "cada dos años|bienal|bienales", "dos años|bien*", NULL},
    {"es", FREQUENCY, THREE_YEARS, "cada tres años|trienal|trienales", "tres años|trien*", NULL},
    {"es", HALF, FIRST, "primer semestre|primera mitad", NULL, NULL},
    {"es", HALF, SECOND, "segundo semestre|segunda mitad", NULL, NULL},
    {"es", CHANGE, BY, "en un # por ciento|en un # %|un # por ciento|un # %|en # %", "en", NULL},
    {"es", CHANGE, TO, "al # por ciento|al # %|a un # por ciento|a # %|hasta el # por ciento",
     "al|a|hasta", NULL},
    {"es", NEGATION, NOT, "no",
     "ni|sin|nunca|ningun*|ningún|jamás|evit*|prohib*|preven*|absten*|abst*|excl*|neg*|salvo|"
     "excepto|contra|dej*|impid*|impedir|falta*|ausencia|renunci*|nada|non*|exent*|exim*|cerrad*",
     "no menos|no más|no solo|no sólo|no solamente|no obstante|no superior*|no exceda|no limit*|no "
     "únicamente|no.|no después|no posterior*"},

    /* Khmer */
    {"km", BOUND, LEAST, "យ៉ាងតិច|យ៉ាងហោចណាស់|មិនតិចជាង|មិនក្រោម", "លើស|ជាង|ចាប់ពី|អប្បបរមា", NULL},
    {"km", BOUND, MOST, "យ៉ាងច្រើន|មិនលើសពី|មិនឲ្យលើស|មិនឱ្យលើស", "ក្នុង|រយៈពេល|ក្រោម|ត្រឹម|អតិបរមា|មុន|ដល់", NULL},
    {"km", TIME, BEFORE, "មុន", "ត្រឹម|យ៉ាងយូរ|ដំបូង|ក្នុង|ដល់", "ជាមុន"},
    {"km", TIME, AFTER, "ក្រោយ|បន្ទាប់ពី", "ចាប់|តាំងពី|គិត|បន្ទាប់|ពេល|បន្ត", NULL},
    {"km", QUANTITY, ALL, "ទាំងអស់|គ្រប់|ទាំងមូល", "នីមួយៗ|រាល់|ទាំង|ណា", NULL},
    {"km", QUANTITY, SOME, "មួយចំនួន|ផ្នែកខ្លះ|ខ្លះ", "ចំនួន|ផ្នែក|ច្រើន|ផ្សេង", NULL},
    {"km", SIDES, BOTH, "ទាំងពីរ|ទាំងសងខាង", "ពីរ|នីមួយៗ|គ្នា|រួម|យើង|រវាង|ដៃគូ", NULL},
    {"km", SIDES, ONE, "ភាគីណាមួយ|ភាគីតែម្ខាង|ភាគីតែមួយ", "ណាមួយ|ម្ខាង", NULL},
    {"km", DIRECTION, RAISE, "បង្កើន|ពង្រីក|តម្លើង", "ពង្រឹង|លើក|ជំរុញ|អភិវឌ្ឍ|កើន|បន្ថែម", NULL},
    {"km", DIRECTION, LOWER, "កាត់បន្ថយ|បន្ថយ|បញ្ចុះ", "កាត់|តិច|ទាប|ថយ|ទប់ស្កាត់", NULL},
    {"km", SCOPE, EXCEPT, "លើកលែងតែ|លើកលែង", "ក្រៅពី|មិន", NULL},
    {"km", SCOPE, INCLUDING, "រួមទាំង|រួមមាន", "រួម|ដូចជា|ជាពិសេស", NULL},
    {"km", TRADE, IMPORT, "នាំចូល", "ពាណិជ្ជកម្ម", NULL},
    {"km", TRADE, EXPORT, "នាំចេញ", "ពាណិជ្ជកម្ម", NULL},
    {"km", FREQUENCY, MONTH, "រៀងរាល់ខែ|ប្រចាំខែ|ក្នុងមួយខែ|រាល់ខែ", NULL, NULL},
    {"km", FREQUENCY, QUARTER, "ប្រចាំត្រីមាស|រៀងរាល់ត្រីមាស", NULL, NULL},
    {"km", FREQUENCY, HALF_YEAR, "រៀងរាល់ប្រាំមួយខែ|រៀងរាល់៦ខែ|ប្រចាំឆមាស", NULL, NULL},
    {"km", FREQUENCY, YEAR, "រៀងរាល់ឆ្នាំ|ប្រចាំឆ្នាំ|ក្នុងមួយឆ្នាំ|រាល់ឆ្នាំ", NULL, NULL},
    {"km", FREQUENCY, TWO_YEARS, "រៀងរាល់ពីរឆ្នាំ|រៀងរាល់២ឆ្នាំ|ពីរឆ្នាំម្តង|២ឆ្នាំម្តង", "ពីរឆ្នាំ|២ឆ្នាំ", NULL},
    {"km", NEGATION, NOT, "នឹងមិន|មិនត្រូវ|មិនអាច", "មិន|ពុំ|គ្មាន|កុំ|ហាម|ទប់ស្កាត់|ជៀសវាង|បដិសេធ|ឥត|បង្ការ|បញ្ឈប់",
     "មិនតិចជាង|មិនលើស|មិនក្រោម|មិនត្រឹម|មិនគ្រាន់|មិនថា"},

    /* Russian */
    {"ru", BOUND, LEAST,
     "не менее|не меньше|по меньшей мере|по крайней мере|как минимум|~более чем|~свыше",
     "минимальн*|минимум|превыш*|сверх|от|более|больше|выше|начиная", NULL},
    {"ru", BOUND, MOST, "не более|не больше|не свыше|не превыш*|максимум|самое большее|~менее чем",
     "до|течение|максим*|ниже|предел*|огранич*|менее|меньше|не позднее|пределах", NULL},
    {"ru", TIME, BEFORE, "~до|~перед|не позднее|заблаговременно",
     "предварит*|предшеств*|ранее|раньше|заранее|прежде|к|накануне|в|по|прошл*|назад", NULL},
    {"ru", TIME, AFTER, "~после|по истечении|~спустя",
     "с|со|начиная|по|через|последующ*|затем|далее|дальней*|впоследствии|следующ*|когда|поздн*|"
     "вслед|за|после|будущ*|при",
     "не позднее"},
    {"ru", QUANTITY, ALL,
     "все|всех|всем|всеми|каждый|каждая|каждое|каждого|каждой|каждому|каждую|каждые|каждых",
     "весь|вся|всё|всю|всего|всей|всему|всеобщ*|всесторон*|всеобъемл*|всегда|всюду|люб*|цел*|полн*|"
     "общ*|ни|оба|обе|обеих|обоих|ежегодн*|ежемесячн*|еженедельн*|ежекварт*|ежедневн*",
     "не все|не всех|не всем|не каждый|все более|все больше|все еще"},
    {"ru", QUANTITY, SOME, "некотор*|нескольк*",
     "част*|ряд*|отдельн*|определенн*|мног*|различн*|друг*|участ*|разн*|больш*", NULL},
    {"ru", SIDES, BOTH,
     "обе стороны|обеих сторон|обеим сторонам|обеими сторонами|обе страны|обеих стран|оба "
     "правительства|обоих правительств|оба министра|оба участника",
     "оба|обе|обеих|обоих|обеим*|обоим*|обоюд*|двух|две|два|двум*|взаимн*|кажд*|соответств*|"
     "совмест*|вмест*|сторон*|они|их|им|мы|наш*|между|партн*|сосед*",
     NULL},
    {"ru", SIDES, ONE,
     "одна из сторон|одной из сторон|одну из сторон|любая из сторон|одна из стран|только одна "
     "сторона",
     "один*|одн*|люб*|какая-либо|какой-либо|какого-либо", NULL},
    {"ru", DIRECTION, RAISE, "увелич*|повыс*|повыш*|расшир*|наращ*|нарас*",
     "рост*|раст*|возрас*|укреп*|усил*|развит*|развив*|улучш*|содейств*|продвиж*|актив*|интенсив*|"
     "углуб*|больше|более|дополнит*|ускор*|удво*|подн*|прирост*|добав*|больш*|выше",
     NULL},
    {"ru", DIRECTION, LOWER, "сниж*|сниз*|сократ*|сокращ*|уменьш*|пониз*|пониж*",
     "меньш*|менее|огранич*|смягч*|предотвра*|предупрежд*|облегч*|эконом*|низк*|ликвид*|устран*|"
     "урез*|спад*|паден*|преодол*|борьб*|ниже|разоруж*|разряд*|закры*",
     NULL},
    {"ru", SCOPE, EXCEPT, "за исключением|кроме|исключая",
     "исключ*|не|без|помимо|иное|иные|иных|иной|иного|иными|друг*|вне", "кроме того"},
    {"ru", SCOPE, INCLUDING, "включая|в том числе",
     "включ*|также|например|частности|особенно|состав*|числ*|охват*|как|таки*", NULL},
    {"ru", TRADE, IMPORT, "импорт*|ввоз*", "торгов*|экспортно-импортн*", NULL},
    {"ru", TRADE, EXPORT, "экспорт*|вывоз*", "торгов*", "экспортно-импортн*"},
    {"ru", FREQUENCY, DAY, "ежедневн*|каждый день|раз в день", NULL, NULL},
    {"ru", FREQUENCY, WEEK, "еженедельн*|каждую неделю|раз в неделю|раза в неделю", NULL, NULL},
    {"ru", FREQUENCY, MONTH, "ежемесячн*|каждый месяц|раз в месяц|раза в месяц", NULL, NULL},
    {"ru", FREQUENCY, QUARTER,
     "ежекварт*|каждый квартал|раз в квартал|раз в три месяца|каждые три месяца", "квартал*", NULL},
    {"ru", FREQUENCY, HALF_YEAR,
     "каждые шесть месяцев|каждые полгода|раз в полгода|раз в шесть месяцев", "полугод*", NULL},
    {"ru", FREQUENCY, YEAR,
     "ежегодн*|каждый год|раз в год|=два раза в год|=дважды в год|=два раза ежегодно", "год*|лет*",
     NULL},
    {"ru", FREQUENCY, TWO_YEARS, "раз в два года|каждые два года|раз в 2 года|каждые 2 года",
     "два года|двух*|2 года", NULL},
    {"ru", FREQUENCY, THREE_YEARS, "раз в три года|каждые три года|раз в 3 года|каждые 3 года",
     "три года|трех*|3 года", NULL},
    {"ru", HALF, FIRST,
     "первое полугодие|первом полугодии|первого полугодия|первой половине|первая половина|первой "
     "половины",
     NULL, NULL},
    {"ru", HALF, SECOND,
     "второе полугодие|втором полугодии|второго полугодия|второй половине|вторая половина|второй "
     "половины",
     NULL, NULL},
    {"ru", CHANGE, BY, "на # процент*|на #%|на # %", "максимум|пределах|величину|не более|около",
     NULL},
    {"ru", CHANGE, TO, "до # процент*|до #%|до # %", "достиг*|уровн*",
     "от # до # процент*|от # до #%|от # до # %"},
    {"ru", NEGATION, NOT,
     "не будем|не будет|не будут|не должен|не должна|не должно|не должны|не может|не могут|не "
     "намерены|не является|не являются",
     "не|ни|нет|нельзя|недопуст*|невозмож*|неприем*|непрер*|неотъем*|незакон*|независ*|неприкосн*|"
     "нераздел*|несовмест*|недостат*|неправом*|неруш*|неизмен*|неуклон*|неустан*|несмотря|неразрыв*"
     "|незамен*|необход*|неделим*|неоспор*|без|безоговор*|безуслов*|безвозмезд*|бессроч*|безъядер*|"
     "беспрецед*|беспреп*|никогда|никак*|отказ*|запре*|воздерж*|избег*|избеж*|предотвр*|исключ*|"
     "отсутств*|прекра*|кроме|против*|вне|отверг*|отклон*|лиш*|анти*|освобожд*",
     "не только|не менее|не более|не меньше|не больше|не свыше|не ограничива*|не превыш*|не "
     "позднее|не ранее|не может не|не могут не"},

    /* Portuguese */
    {"pt", BOUND, LEAST,
     "pelo menos|ao menos|no mínimo|não menos de|não inferior*|um mínimo de|~mais de",
     "superior*|mínim*|exced*|mais|partir|maior*|acima|além|menos", NULL},
    {"pt", BOUND, MOST, "no máximo|quando muito|não mais de|não superior*|um máximo de|~menos de",
     "até|máxim*|inferior*|dentro|prazo|limit*|em|antes|abaixo", NULL},
    {"pt", TIME, BEFORE, "~antes|o mais tardar|com antecedência|previamente",
     "até|prévi*|anterior*|para|dentro|em|há|passad*|últim*", NULL},
    {"pt", TIME, AFTER, "~depois|~após",
     "partir|posterior*|logo|desde|seguinte*|uma "
     "vez|ulterior*|quando|próxim*|ao|subsequen*|sequência",
     NULL},
    {"pt", QUANTITY, ALL, "todos|todas|todo|toda|cada|a totalidade",
     "conjunt*|plen*|tota*|ambos|ambas|qualquer|quaisquer|íntegr*|integral*|inteir*|nenhum*|tod*|"
     "complet*|anua*|mensa*",
     "nem todos|nem todas|nem todo|nem toda"},
    {"pt", QUANTITY, SOME, "alguns|algumas|vários|várias|uns poucos|umas poucas",
     "part*|divers*|determinad*|numeros*|algum*|cert*|outr*|variad*|diferent*", NULL},
    {"pt", SIDES, BOTH,
     "ambas as partes|ambos os lados|ambos os países|ambos os governos|as duas partes|os dois "
     "países|os dois governos|os dois lados|ambos os ministros",
     "amb*|dois|duas|cada|mútu*|mutu*|recíproc*|bilatera*|respetiv*|respectiv*|conjunt*|eles|elas|"
     "nós|noss*|seu*|sua*|parceir*|vizinh*|homólog*|junt*|comum|comuns|entre",
     NULL},
    {"pt", SIDES, ONE,
     "uma das partes|um dos países|uma das duas|um dos dois|uma só parte|uma única parte|qualquer "
     "das partes|um dos lados",
     "uma|um|só|únic*|qualquer|somente|apenas|unilatera*", NULL},
    {"pt", DIRECTION, RAISE, "aument*|increment*|ampliar*|ampliaç*|expand*|expans*",
     "fort*|refor*|melhor*|mais|cresc*|ampl*|desenvolv*|promov*|elev*|intensific*|aprofund*|maior*|"
     "dupl*|aceler*|acresc*|alarg*|fomen*|impuls*",
     NULL},
    {"pt", DIRECTION, LOWER, "reduz*|reduç*|diminu*",
     "menos|menor*|mitig*|alivi*|limit*|cort*|elimin*|baix*|poup*|preven*|previn*|combat*|fech*|"
     "atenu*|redut*|restri*|desarm*",
     NULL},
    {"pt", SCOPE, EXCEPT, "exceto|salvo|com exceção|à exceção|com a exceção|excluindo",
     "exclu*|exce*|salv*|outr*|sem|não|fora", NULL},
    {"pt", SCOPE, INCLUDING, "incluindo|inclusive|incluído|incluída|incluídos|incluídas",
     "inclu*|como|em "
     "particular|nomeadamente|compreend*|entre|tal|tais|designadamente|abrang*|especialmente",
     NULL},
    {"pt", TRADE, IMPORT,
     "importação|importações|importador|importadores|importar|importados|importadas",
     "comérc*|comerc*", NULL},
    {"pt", TRADE, EXPORT,
     "exportação|exportações|exportador|exportadores|exportar|exportados|exportadas",
     "comérc*|comerc*", NULL},
    {"pt", FREQUENCY, WEEK, "cada semana|por semana|todas as semanas|semanal|semanais|semanalmente",
     NULL, NULL},
    {"pt", FREQUENCY, MONTH, "cada mês|por mês|ao mês|todos os meses|mensal|mensais|mensalmente",
     NULL, NULL},
    {"pt", FREQUENCY, QUARTER,
     "cada trimestre|por trimestre|trimestral|trimestrais|trimestralmente|a cada três meses|de "
     "três em três meses",
     "trimestr*", NULL},
    {"pt", FREQUENCY, HALF_YEAR,
     "a cada seis meses|de seis em seis meses|semestral|semestrais|semestralmente",
     "semestr*|bianua*", NULL},
    {"pt", FREQUENCY, YEAR,
     "cada ano|por ano|ao ano|todos os anos|anual|anuais|anualmente|=duas vezes por ano|=duas "
     "vezes ao ano|=duas vezes a cada ano",
     "ano|anos", NULL},
    {"pt", FREQUENCY, TWO_YEARS, "cada dois anos|de dois em dois anos|bienal|bienais",
     "dois anos|bien*", NULL},
    {"pt", FREQUENCY, THREE_YEARS, "cada três anos|de três em três anos|trienal|trienais",
     "três anos|trien*", NULL},
    {"pt", HALF, FIRST, "primeiro semestre|primeira metade", NULL, NULL},
    {"pt", HALF, SECOND, "segundo semestre|segunda metade", NULL, NULL},
    {"pt", CHANGE, BY, "em # por cento|em #%|em # %", "em", NULL},
    {"pt", CHANGE, TO, "para # por cento|para #%|para # %|a # por cento", "para|até|a|aos", NULL},
    {"pt", NEGATION, NOT, "não",
     "nem|sem|nunca|nenhum*|jamais|evit*|proib*|preven*|previn*|abst*|exclu*|neg*|salvo|exceto|"
     "contra|deix*|imped*|falta*|ausência|renunci*|nada|isent*|fechad*|recus*|rejeit*|inadmiss*|"
     "inaceit*|impossí*|indispens*|inviol*|ilegal*|ilícit*|inalien*|indissoci*|inconsist*|insufic*|"
     "incompat*|independ*|desprovid*|desarm*",
     "não menos|não mais|não só|não apenas|não somente|não obstante|não superior*|não "
     "inferior*|não exced*|não limit*|não se limit*|não posterior*|não unicamente"},

    /* German */
    {"de", BOUND, LEAST, "mindestens|wenigstens|zumindest|nicht weniger als|~mehr als",
     "minim*|mehr|ab|über|überschreit*|übersteig*|übertreff*|mindest*|höher*|größer*|weniger|"
     "länger",
     NULL},
    {"de", BOUND, MOST, "höchstens|maximal|nicht mehr als|~weniger als",
     "bis|binnen|innerhalb|höchst*|maxim*|unter|unterschreit*|grenz*|begrenz*|spätestens|weniger|"
     "in",
     NULL},
    {"de", TIME, BEFORE, "~vor|spätestens",
     "bis|voraus*|vorher*|vorab|vorig*|vorangeg*|vorzeit*|zuvor|früher*|bereits|im "
     "voraus|rechtzeitig|ehe|bevor|innerhalb|binnen|zum",
     "vor allem|vor dem hintergrund|vor ort|nach wie vor|vor kurzem"},
    {"de", TIME, AFTER, "~nach|nachdem",
     "seit|ab|folg*|anschl*|danach|später*|sobald|künftig*|wenn|dann|nachfolg*|nachher|von|mit|bei",
     "nach wie vor|nach maßgabe"},
    {"de", QUANTITY, ALL,
     "alle|allen|aller|sämtliche|sämtlichen|sämtlicher|jede|jeder|jedes|jeden|jedem",
     "all*|ganz*|voll*|beide*|gesamt*|insgesamt|kein*|jähr*|jeweil*|stets|immer|umfass*|pro",
     "nicht alle|vor allem"},
    {"de", QUANTITY, SOME, "einige|einigen|einiger|manche|manchen|mehrere|mehreren|mehrerer",
     "teil*|bestimmt*|verschieden*|zahl*|anzahl|viel*|ander*|ein|eine|einer|eines|einem|einen|"
     "einzel*|wenige*",
     NULL},
    {"de", SIDES, BOTH,
     "beide seiten|beider seiten|beiden seiten|beide länder|beider länder|beiden länder|beide "
     "parteien|beide regierungen|beide staaten|beide teilnehmer",
     "beid*|zwei*|gegenseit*|jeweil*|gemeinsam*|wir|uns*|ihr*|sie|partner*|nachbar*|zwischen|"
     "bilateral*|jed*",
     NULL},
    {"de", SIDES, ONE,
     "eine der beiden|einer der beiden|eine der parteien|eine der seiten|nur eine|eine seite",
     "ein|eine|einer|eines|einem|einen|einseit*|jed*", NULL},
    {"de", DIRECTION, RAISE, "erhöh*|steiger*|gesteiger*|vergrößer*|ausweit*|ausgeweit*|erweiter*",
     "stärk*|verstärk*|gestärk*|förder*|verbesser*|mehr|wachs*|wächst|vertief*|ausbau*|ausgebau*|"
     "anheb*|angehoben*|zunahm*|zunehm*|beschleun*|verdopp*|höher*|größer*|intensiv*|aufstock*|"
     "aufbau*|aufwert*|anstieg*|steig*|weiterentw*",
     NULL},
    {"de", DIRECTION, LOWER, "verringer*|reduz*|reduktion|senk*|gesenk*|verminder*",
     "weniger|minder*|begrenz*|abbau*|abgebau*|beschränk*|linder*|gering*|niedrig*|einspar*|spar*|"
     "beseitig*|verhinder*|bekämpf*|schließ*|kürz*|verkürz*|gekürz*|abrüst*|vermeid*|rückgang*|"
     "sink*",
     NULL},
    {"de", SCOPE, EXCEPT, "ausgenommen|mit ausnahme",
     "ausnahm*|außer*|ohne|nicht|kein*|ander*|ausschl*|ausgeschl*|sonst*", NULL},
    {"de", SCOPE, INCLUDING, "einschließlich|inklusive|darunter",
     "umfass*|auch|sowie|insbesondere|wie|enthalt*|enthält|beinhalt*|zähl*|gehör*|einbez*|einschl*|"
     "unter",
     NULL},
    {"de", TRADE, IMPORT, "einfuhr*|import*", "handel*", NULL},
    {"de", TRADE, EXPORT, "ausfuhr*|export*", "handel*", NULL},
    {"de", FREQUENCY, WEEK, "wöchentlich*|jede woche|pro woche", NULL, NULL},
    {"de", FREQUENCY, MONTH, "pro monat|jeden monat|im monat|monatlich|monatliche|monatlichen",
     NULL, NULL},
    {"de", FREQUENCY, QUARTER, "pro quartal|jedes quartal|vierteljährlich*|alle drei monate",
     "quartal*", NULL},
    {"de", FREQUENCY, HALF_YEAR, "halbjährlich*|alle sechs monate|jedes halbjahr", "halbjahr*",
     NULL},
    {"de", FREQUENCY, YEAR,
     "pro jahr|jedes jahr|im jahr|jährlich|jährliche|jährlichen|jährlicher|alljährlich*|=zweimal "
     "jährlich|=zweimal im jahr|=zweimal pro jahr",
     "jahr*", NULL},
    {"de", FREQUENCY, TWO_YEARS, "alle zwei jahre|alle 2 jahre|zweijährlich*",
     "zwei jahr*|zweijähr*", NULL},
    {"de", FREQUENCY, THREE_YEARS, "alle drei jahre|alle 3 jahre|dreijährlich*",
     "drei jahr*|dreijähr*", NULL},
    {"de", HALF, FIRST, "erstes halbjahr|ersten halbjahr|erste hälfte|ersten hälfte", NULL, NULL},
    {"de", HALF, SECOND, "zweites halbjahr|zweiten halbjahr|zweite hälfte|zweiten hälfte", NULL,
     NULL},
    {"de", CHANGE, BY, "um # prozent|um #%|um # %|um mindestens # prozent", "um", NULL},
    {"de", CHANGE, TO, "auf # prozent|auf #%|auf # %|auf mindestens # prozent|auf unter # prozent",
     "auf|bis", NULL},
    {"de", NEGATION, NOT, "nicht|kein|keine|keinen|keiner|keinem|keines",
     "ohne|nie|niemals|niemand*|weder|noch|unannehm*|untrenn*|unerläss*|unverzicht*|unzuläss*|"
     "unmöglich*|unabding*|unveräuß*|unrecht*|unabhäng*|ungeachtet|unbeschadet|unterlass*|unerlaub*"
     "|unbefug*|unverletz*|unumkehr*|unzureich*|unterbind*|verbot*|verbiet*|unterlass*|vermeid*|"
     "verhinder*|verzicht*|ablehn*|abgelehn*|lehn*|ausschl*|ausgeschl*|außer*|nichts|fehl*|mangel*|"
     "frei|gegen|statt|missbr*|missacht*|entzieh*|beend*|einstell*",
     "nicht nur|nicht zuletzt|nicht weniger|nicht mehr als|nicht später|nicht länger als|nicht "
     "über*|nicht begrenz*|nicht beschränk*|nicht ausschließlich|nicht zu*|nicht hoch"},

    /* Malay */
    {"ms", BOUND, LEAST,
     "sekurang-kurangnya|paling kurang|paling sedikit|setidak-tidaknya|tidak kurang "
     "daripada|~lebih daripada",
     "lebih|minimum|mulai|melebihi|melampaui|ke atas|atas", NULL},
    {"ms", BOUND, MOST,
     "paling banyak|selebih-lebihnya|sebanyak-banyaknya|tidak lebih daripada|tidak "
     "melebihi|~kurang daripada",
     "dalam|hingga|sehingga|sampai|maksimum|had|bawah|selewat-lewatnya|sebelum", NULL},
    {"ms", TIME, BEFORE, "~sebelum|selewat-lewatnya|menjelang",
     "hingga|sehingga|sampai|pada|dahulu|awal|lalu|dalam|pra*", "sebelum ini|sebelumnya"},
    {"ms", TIME, AFTER, "~selepas|~setelah|~sesudah",
     "pasca*|sejak|mulai|dari|daripada|berikut*|apabila|lanjut*|kemudian|seterusnya|akan datang",
     NULL},
    {"ms", QUANTITY, ALL, "semua|kesemua|seluruh|segala|setiap",
     "para|jumlah|penuh|keseluruhan|tiap*|masing-masing|seluruhnya|mana-mana|segenap",
     "tidak semua|bukan semua"},
    {"ms", QUANTITY, SOME, "beberapa|sebahagian|sebilangan|segelintir",
     "suatu|tertentu|banyak|pelbagai|bahagian|lain*|sesetengah", "sebahagian besar"},
    {"ms", SIDES, BOTH,
     "kedua-dua pihak|kedua-dua belah pihak|kedua-dua negara|kedua-dua "
     "kerajaan|kedua-duanya|kedua-dua pemimpin",
     "kedua*|dua|masing-masing|saling|bersama*|kami|kita|mereka|rakan|jiran|antara", NULL},
    {"ms", SIDES, ONE, "salah satu|salah sebuah|satu pihak|hanya satu", "satu|sepihak|sebelah",
     NULL},
    {"ms", DIRECTION, RAISE,
     "meningkatkan|menambah|memperluas|memperluaskan|menaikkan|dinaikkan|ditingkatkan|ditambah|"
     "diperluas|diperluaskan",
     "tingkat*|meningkat*|peningkatan|tambah*|penambahan|luas*|tumbuh|pertumbuhan|memperkukuh*|"
     "mengukuhkan|menggalakkan|memajukan|lebih|naik*|kenaikan|peluasan",
     NULL},
    {"ms", DIRECTION, LOWER,
     "mengurangkan|dikurangkan|menurunkan|diturunkan|pengurangan|penurunan|memotong",
     "kurang*|berkurang*|mengurang*|turun*|menurun|rendah*|potong*|mengehadkan|mencegah|"
     "menjimatkan|meringankan|mengatasi",
     NULL},
    {"ms", SCOPE, EXCEPT, "kecuali|tidak termasuk", "selain|luar|tidak|tanpa|bukan|lain*|melainkan",
     NULL},
    {"ms", SCOPE, INCLUDING, "termasuk|merangkumi|meliputi",
     "antara lain|seperti|khususnya|serta|terutama*|mencakupi", "tidak termasuk"},
    {"ms", TRADE, IMPORT, "import|mengimport|diimport|pengimport|pengimportan", "perdagangan",
     NULL},
    {"ms", TRADE, EXPORT, "eksport|mengeksport|dieksport|pengeksport|pengeksportan", "perdagangan",
     NULL},
    {"ms", FREQUENCY, WEEK, "setiap minggu|mingguan|seminggu", NULL, NULL},
    {"ms", FREQUENCY, MONTH, "setiap bulan|bulanan|sebulan", NULL, NULL},
    {"ms", FREQUENCY, QUARTER, "setiap suku tahun|suku tahunan|setiap tiga bulan", "suku*", NULL},
    {"ms", FREQUENCY, HALF_YEAR, "setiap enam bulan|setengah tahun|separuh tahun",
     "separuh|setengah", NULL},
    {"ms", FREQUENCY, YEAR, "setiap tahun|tahunan|setahun|=dua kali setahun|=dua kali setiap tahun",
     "tahun", NULL},
    {"ms", FREQUENCY, TWO_YEARS, "setiap dua tahun|setiap 2 tahun|dua tahun sekali",
     "dua tahun|2 tahun", NULL},
    {"ms", FREQUENCY, THREE_YEARS, "setiap tiga tahun|setiap 3 tahun|tiga tahun sekali",
     "tiga tahun|3 tahun", NULL},
    {"ms", CHANGE, BY, "sebanyak # peratus|sebanyak #%|sebanyak # %", "sebanyak", NULL},
    {"ms", CHANGE, TO, "kepada # peratus|kepada #%|hingga # peratus|hingga #%",
     "kepada|hingga|mencapai|menjadi", NULL},
    {"ms", NEGATION, NOT, "tidak akan|tidak boleh|tidak dapat|tidaklah",
     "tidak|bukan|tanpa|belum|jangan|larang*|dilarang|melarang|elak*|mengelak*|mencegah|pencegahan|"
     "menolak|kecuali|luar|tak|menghentikan|anti*|bebas|enggan|tiada|berhenti",
     "tidak hanya|bukan sahaja|tidak kurang|tidak lebih|tidak melebihi|tidak terhad|tidak sahaja"},

    /* Lao */
    {"lo", BOUND, LEAST, "ຢ່າງໜ້ອຍ|ຢ່າງນ້ອຍ|ບໍ່ໜ້ອຍກວ່າ|ບໍ່ນ້ອຍກວ່າ", "ກວ່າ|ເກີນ|ຂຶ້ນໄປ|ຕັ້ງແຕ່", NULL},
    {"lo", BOUND, MOST, "ບໍ່ເກີນ|ບໍ່ໃຫ້ເກີນ|ຢ່າງຫຼາຍສຸດ|ຢ່າງຫຼາຍທີ່ສຸດ", "ພາຍໃນ|ໃນ|ເຖິງ|ສູງສຸດ|ກວ່າ|ກ່ອນ", NULL},
    {"lo", TIME, BEFORE, "ກ່ອນ", "ພາຍໃນ|ໃນ|ເຖິງ|ລ່ວງໜ້າ", "ກ່ອນໜ້ານີ້|ກ່ອນອື່ນ"},
    {"lo", TIME, AFTER, "ຫຼັງຈາກ|ພາຍຫຼັງ|ຫຼັງ|ຫລັງຈາກ|ພາຍຫລັງ", "ຈາກ|ນັບແຕ່|ນັບຕັ້ງ|ຕໍ່ມາ|ຕໍ່ໄປ|ເມື່ອ|ແລ້ວ",
     "ເບື້ອງຫຼັງ|ຫຼັງຄາ"},
    {"lo", QUANTITY, ALL, "ທັງໝົດ|ທັງຫມົດ|ທຸກ", "ທັງ|ແຕ່ລະ|ໝົດ|ປະຈຳ", "ທຸກຍາກ|ທຸກທໍລະມານ"},
    {"lo", QUANTITY, SOME, "ບາງ|ຈຳນວນໜຶ່ງ", "ຈຳນວນ|ສ່ວນ|ຫຼາຍ|ອື່ນ", "ບາງກອກ"},
    {"lo", SIDES, BOTH, "ທັງສອງ", "ສອງ|ຝ່າຍ|ຮ່ວມ|ກັນ|ເຮົາ|ລະຫວ່າງ|ແຕ່ລະ", NULL},
    {"lo", SIDES, ONE, "ຝ່າຍໃດຝ່າຍໜຶ່ງ|ຝ່າຍດຽວ", "ໜຶ່ງ|ດຽວ|ໃດ", NULL},
    {"lo", DIRECTION, RAISE, "ເພີ່ມ|ຂະຫຍາຍ", "ຍົກ|ສົ່ງເສີມ|ພັດທະນາ|ເສີມ|ຫຼາຍ|ເຕີບ", NULL},
    {"lo", DIRECTION, LOWER, "ຫຼຸດ|ຫລຸດ", "ໜ້ອຍ|ຕໍ່າ|ຕ່ຳ|ຕັດ|ບັນເທົາ|ປ້ອງກັນ|ລົດ", NULL},
    {"lo", SCOPE, EXCEPT, "ຍົກເວັ້ນ", "ນອກ|ບໍ່|ເວັ້ນ", NULL},
    {"lo", SCOPE, INCLUDING, "ລວມທັງ|ລວມມີ", "ລວມ|ເຊັ່ນ|ໂດຍສະເພາະ|ປະກອບ", NULL},
    {"lo", TRADE, IMPORT, "ນຳເຂົ້າ|ນໍາເຂົ້າ", "ການຄ້າ", NULL},
    {"lo", TRADE, EXPORT, "ສົ່ງອອກ", "ການຄ້າ", NULL},
    {"lo", FREQUENCY, MONTH, "ທຸກເດືອນ|ທຸກໆເດືອນ|ປະຈຳເດືອນ|ຕໍ່ເດືອນ", NULL, NULL},
    {"lo", FREQUENCY, HALF_YEAR, "ທຸກຫົກເດືອນ|ທຸກໆຫົກເດືອນ|ທຸກ 6 ເດືອນ", NULL, NULL},
    {"lo", FREQUENCY, YEAR, "ທຸກປີ|ທຸກໆປີ|ປະຈຳປີ|ປະຈໍາປີ|ຕໍ່ປີ|=ສອງຄັ້ງຕໍ່ປີ", "ປີລະ", NULL},
    {"lo", FREQUENCY, TWO_YEARS, "ທຸກສອງປີ|ທຸກໆສອງປີ|ທຸກ 2 ປີ|ທຸກໆ 2 ປີ", "ສອງປີ|2 ປີ", NULL},
    {"lo", NEGATION, NOT, "ຈະບໍ່|ບໍ່ສາມາດ|ບໍ່ອາດ|ຕ້ອງບໍ່",
     "ບໍ່|ຫ້າມ|ຫຼີກ|ຫລີກ|ປ້ອງກັນ|ປະຕິເສດ|ເວັ້ນ|ຢຸດ|ງົດ|ປາດສະຈາກ|ຢ່າ|ຕ້ານ",
     "ບໍ່ເກີນ|ບໍ່ໜ້ອຍກວ່າ|ບໍ່ນ້ອຍກວ່າ|ບໍ່ພຽງແຕ່|ບໍ່ສະເພາະ|ຈະບໍ່ພຽງ|ຈະບໍ່ເກີນ"},

    /* Burmese */
    {"my", BOUND, LEAST, "အနည်းဆုံး", "အထက်|ကျော်|ထက်|မှ", NULL},
    {"my", BOUND, MOST, "အများဆုံး", "အတွင်း|အထိ|ထက်|မီ", NULL},
    {"my", TIME, BEFORE, "မတိုင်မီ|မတိုင်ခင်", "မီ|အထိ|အတွင်း|ကြို|ခင်", NULL},
    {"my", TIME, AFTER, "ပြီးနောက်|နောက်ပိုင်း", "နောက်|ပြီး|မှ|ကတည်းက|စ", NULL},
    {"my", QUANTITY, ALL, "အားလုံး", "တိုင်း|လုံး|စီ|မည်သည့်|စုံ", NULL},
    {"my", QUANTITY, SOME, "အချို့|တချို့", "အပိုင်း|များ|တစ်စိတ်|အခြား", NULL},
    {"my", SIDES, BOTH, "နှစ်ဖက်စလုံး|နှစ်ဖက်လုံး|နှစ်နိုင်ငံစလုံး", "နှစ်|စီ|အချင်းချင်း|ပူးတွဲ|ကျွန်ုပ်တို့|အကြား", NULL},
    {"my", SIDES, ONE, "တစ်ဖက်ဖက်|တစ်ဖက်တည်း", "တစ်", NULL},
    {"my", DIRECTION, RAISE, "တိုးမြှင့်|တိုးချဲ့|တိုးပွား", "မြှင့်|တိုး|ချဲ့|ဖွံ့ဖြိုး|ပိုမို", NULL},
    {"my", DIRECTION, LOWER, "လျှော့ချ|လျော့ချ", "လျော့|လျှော့|နည်း|နိမ့်|တားဆီး", NULL},
    {"my", SCOPE, EXCEPT, "မှလွဲ၍|မှအပ", "လွဲ|မပါ|အပ", NULL},
    {"my", SCOPE, INCLUDING, "အပါအဝင်", "ပါဝင်|အထူးသဖြင့်|စသည်|ကဲ့သို့", NULL},
    {"my", TRADE, IMPORT, "တင်သွင်း|သွင်းကုန်", "ကုန်သွယ်", NULL},
    {"my", TRADE, EXPORT, "တင်ပို့|ပို့ကုန်", "ကုန်သွယ်", NULL},
    {"my", FREQUENCY, MONTH, "လစဉ်|လတိုင်း", NULL, NULL},
    {"my", FREQUENCY, YEAR, "နှစ်စဉ်|နှစ်တိုင်း", NULL, NULL},
};

const AdrefContraryRow *adref_contrary_table(gsize *count)
{
  *count = G_N_ELEMENTS(rows);
  return rows;
}
