#include "language/word_table.h"

const char *const adref_word_table_en[] = {
    "strength 100: must",
    "strength 95: shall | have to |"
    "    be obliged to = are obliged to = is obliged to",
    "strength 82: be determined to = are determined to = is determined to",
    "strength 80 noun: will",
    "strength 75 weak: be to = are to = is to",
    "strength 70 verb: need to",
    "strength 60: should",
    "strength 58: ought to",
    "strength 50: would",
    "strength 50 verb: make every effort to = make all efforts to |"
    "    use best endeavours to = use their best endeavours to |"
    "    use best efforts to = use their best efforts to = make best efforts to |"
    "    use reasonable efforts to = make reasonable efforts to |"
    "    use all reasonable efforts to = make all reasonable efforts to |"
    "    use reasonable endeavours to = use reasonable endeavors to |"
    "    use all reasonable endeavours to = use all reasonable endeavors to",
    "strength 45 verb: endeavour to = endeavor to | strive to | intend to | make efforts to",
    "strength 45: strive to = strove to = striven to | make efforts to = made efforts to",
    "strength 45 verb noun: endeavour = endeavor | strive",
    "strength 42 verb noun: plan to",
    "strength 42: plan to = planned to = planning to",
    "strength 40 verb: seek to",
    "strength 40: seek to = sought to",
    "strength 40 verb noun: aim to = aim at",
    "strength 35 verb noun: attempt to",
    "strength 35 verb: try to",
    "strength 32: be entitled to = are entitled to = is entitled to",
    "strength 30 noun: may",
    "strength 30: can",
    "strength 55: be expected to = are expected to = is expected to",
    "strength 50: be encouraged to = are encouraged to = is encouraged to",
    "strength 45: be invited to = are invited to = is invited to",
    "strength 75: be requested to = are requested to = is requested to",
    "strength 30: be authorized to = are authorized to = is authorized to = are authorised to ="
    "    is authorised to | be free to = are free to = is free to",
    "strength 35 verb: stand ready to",
    "strength 28: be able to = are able to = is able to",
    "strength 25 noun: might",
    "strength 25: could",
    "strength 22 verb noun: explore",
    "strength 20 verb noun: hope to",
    "strength 95/92: be required to = are required to = is required to",
    "strength 90/90 verb: decide",
    "strength 88/85 verb noun: commit | undertake",
    "strength 88/85 verb: recommit",
    "strength 88/85: undertake = undertook |"
    "    commit = commit to = commits to = committed to = are committed to = committed ="
    "    committing |"
    "    recommit = recommitted",
    "strength 85/88 verb noun: resolve",
    "strength 84/80 verb noun: promise",
    "strength 82/80 verb noun: pledge",
    "strength 80/80 verb noun: agree",
    "strength 25/20 verb noun: consider",
    "name: Japan | Thailand | Viet Nam | Vietnam | Malaysia | Indonesia | Philippines | Singapore |"
    "    Brunei Darussalam | Cambodia | Myanmar | Lao PDR | Timor-Leste | ASEAN | Australia |"
    "    New Zealand | India | Korea | Canada | France | Germany | Italy | Spain | Russia |"
    "    Ukraine | Poland | Netherlands | Switzerland | Sweden | Norway | Brazil | Mexico |"
    "    Argentina | Kenya | Egypt | South Africa | Mongolia | Pakistan | Bangladesh | Sri Lanka |"
    "    Papua New Guinea | Fiji | Israel | Iran | Iraq | United States | United Kingdom |"
    "    United Nations | European Union | African Union",
    "name: Group of 77 | Group of Seven = Group of 7 | Group of Twenty = Group of 20",
    "strength 0/95 verb noun: demand",
    "strength 0/92 verb noun: require",
    "strength 0/84 verb noun: determine",
    "strength 0/80 verb: condemn",
    "strength 0/78 verb noun: urge",
    "strength 0/75 verb noun: request",
    "strength 0/72 verb: authorize = authorise | deplore",
    "strength 0/70 verb noun: call upon = call on",
    "strength 0/66 verb noun: call for",
    "strength 0/64 verb noun: ask",
    "strength 0/62 verb noun: appeal to | appeal for | approve",
    "strength 0/60 verb: endorse",
    "strength 0/58 verb: recommend",
    "strength 0/50 verb: encourage",
    "strength 0/48 verb noun: support",
    "strength 0/45 verb: invite",
    "strength 0/42 verb: reaffirm",
    "strength 0/40 verb: affirm",
    "strength 0/40 verb noun: regret",
    "strength 0/38 verb: reiterate | commend",
    "strength 0/36 verb noun: welcome",
    "strength 0/34 verb: emphasize = emphasise",
    "strength 0/34 verb noun: stress",
    "strength 0/33 verb: underline | underscore",
    "strength 0/32 verb noun: appreciate",
    "strength 0/30 verb: look forward to",
    "strength 0/28 verb noun: recognize = recognise",
    "strength 0/25 verb: acknowledge",
    "strength 0/24 verb noun: note with appreciation | note with satisfaction",
    "strength 0/24 verb: take note with appreciation",
    "strength 0/18: draw attention to = drawing attention to",
    "strength 0/15 verb noun: note",
    "strength 0/15 verb: take note of = take note",
    "strength 0/16 verb noun: note with concern | note with regret",
    "strength 0/33 verb noun: highlight",
    "strength 0/38 verb: applaud | congratulate",
    "strength 0/42 verb: confirm",
    "strength 0/46 verb: express support | express their support | express our support",
    "strength 0/35 verb: express concern | express their concern | express our concern |"
    "    express appreciation | express their appreciation | express our appreciation",
    "strength 0/80 verb: denounce | reject",
    "strength 0/15: take note of = took note of = taken note of = took note = taking note of",
    "strength 0/14: bear in mind = bearing in mind",
    "intensity: strongly | urgently | firmly",
    "negation: not | nor | neither | never | without | none | nothing | nobody | nowhere |"
    "    non | hardly | unless | no | no one | no longer | nothing but",
    "qualifier: if it so wishes = if they so wish | if it so decides = if they so decide |"
    "    at its discretion = at their discretion | as it deems fit = as they deem fit |"
    "    as appropriate | where appropriate | when appropriate | if appropriate |"
    "    as necessary | where necessary | when necessary | if necessary | as needed |"
    "    where needed | if needed | where possible | when possible | if possible |"
    "    whenever possible | wherever possible | as far as possible = so far as possible |"
    "    to the extent possible | to the greatest extent possible |"
    "    to the maximum extent possible | to the fullest extent possible | where feasible |"
    "    when feasible | if feasible | as feasible | to the extent feasible |"
    "    where practicable | if practicable | as far as practicable |"
    "    to the extent practicable | where applicable | if applicable | as applicable |"
    "    where relevant | if relevant | as relevant | in principle | mutatis mutandis |"
    "    on a voluntary basis | on a best efforts basis = on a best-efforts basis |"
    "    inter alia | within their means = within its means = within our means | voluntary = "
    "voluntarily |"
    "    best efforts | all reasonable efforts | reasonable efforts | every effort |"
    "    best endeavours = best endeavors | reasonable endeavours = reasonable endeavors |"
    "    all reasonable endeavours = all reasonable endeavors | upon request = on request |"
    "    they deem = it deems | at its discretion = at their discretion |"
    "    within available resources = within their available resources |"
    "    within existing resources = within their existing resources |"
    "    to the extent permitted by law | insofar as = in so far as | to the extent that |"
    "    unless otherwise agreed | unless otherwise decided | unless otherwise stated |"
    "    unless it decides otherwise = unless they decide otherwise ="
    "    unless the Parties decide otherwise | unless it agrees otherwise = unless they agree "
    "otherwise ="
    "    unless the Parties agree otherwise | unless it wishes otherwise = unless they wish "
    "otherwise | only | solely | exclusively |"
    "    except | except for | with the exception of | excluding | notwithstanding | primarily | "
    "mainly | principally |"
    "    on mutually agreed terms = upon mutually agreed terms | as mutually agreed |"
    "    as may be agreed | unless otherwise provided | unless otherwise specified |"
    "    except as otherwise provided | if any | if requested = when requested = where requested |"
    "    where available = if available = when available | wherever appropriate |"
    "    whenever appropriate | whenever necessary | as may be necessary | as may be required |"
    "    in exceptional circumstances | in appropriate cases | to the best of their ability ="
    "    to the best of its ability | according to their capabilities ="
    "    according to their respective capabilities |"
    "    taking into account national circumstances ="
    "    taking into account their national circumstances | without limitation | best efforts "
    "basis",
    "qualifier governs: subject to | without prejudice to | in accordance with | consistent with |"
    "    in line with | pursuant to | on condition that | provided that | within the limits of",
    "qualifier weak: all | some | any | every | most | many | several | certain | both | either |"
    "    right = rights | duty = duties | obligation = obligations | freedom |"
    "    prohibited = prohibit = prohibits | permitted = permit = permits |"
    "    forbidden = forbid = forbids | allowed = allow = allows | mandatory | compulsory |"
    "    optional | including | reasonable | necessary | appropriate",
    "provision: article = articles = Art = Arts | chapter = chapters | section = sections |"
    "    annex = annexes | appendix = appendices | rule = rules | schedule = schedules |"
    "    clause = clauses | part = parts | option = options | footnote = footnotes |"
    "table = tables | figure = figures",
    "provision whole: the preceding paragraph = the previous paragraph |"
    "    the preceding paragraphs = the previous paragraphs | the foregoing paragraph |"
    "    the following paragraph = the next paragraph | the following paragraphs |"
    "    the present paragraph = this paragraph | the preceding article = the previous article |"
    "    the following article = the next article | the present article = this article |"
    "    the preceding section = the previous section | the following section = the next section",
    "conjunction weak: and | or | as well as",
    "conjunction: and/or",
    "numeral 0 weak: zero | one = once | twice",
    "numeral 2: two | three | four | five | six | seven | eight | nine | ten | eleven |"
    "    twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen |"
    "    nineteen | twenty",
    "numeral 30: thirty",
    "numeral 40: forty",
    "numeral 50: fifty",
    "numeral 60: sixty",
    "numeral 70: seventy",
    "numeral 80: eighty",
    "numeral 90: ninety",
    "numeral 12 times: dozen = dozens",
    "scale 2: hundred",
    "scale 3: thousand",
    "scale 6: million",
    "scale 9: billion | bn",
    "scale 12: trillion",
    "ordinal 1 weak: first | second | third | fourth | fifth | sixth | seventh | eighth |"
    "    ninth | tenth | eleventh | twelfth | thirteenth | fourteenth | fifteenth | sixteenth |"
    "    seventeenth | eighteenth | nineteenth | twentieth",
    "ordinal 30 weak: thirtieth",
    "ordinal 40 weak: fortieth",
    "ordinal 50 weak: fiftieth",
    "ordinal 60 weak: sixtieth",
    "ordinal 70 weak: seventieth",
    "ordinal 80 weak: eightieth",
    "ordinal 90 weak: ninetieth",
    "ordinal 100 weak: hundredth",
    "plain: quarter of a century | quarters of a century | quarter of an hour",
    "fraction 2 weak: half = halves | third = thirds | quarter = quarters = fourths |"
    "    fifth = fifths | sixth = sixths | seventh = sevenths | eighth = eighths |"
    "    ninth = ninths | tenth = tenths",
    "multiple 2 weak: double = doubles = doubled = doubling = twofold |"
    "    triple = triples = tripled = tripling = treble = threefold | quadruple = fourfold",
    "measure: kilometre = kilometres = kilometer = kilometers | metre = metres = meter = meters |"
    "    centimetre = centimetres = centimeter = centimeters |"
    "    millimetre = millimetres = millimeter = millimeters | mile = miles |"
    "    nautical mile = nautical miles | tonne = tonnes = metric ton = metric tons |"
    "    ton = tons | gross tonnage = gross tons = gross tonnes = gross register tons | kilogram = "
    "kilograms = kilogramme = kilogrammes | gram = grams |"
    "    litre = litres = liter = liters | hectare = hectares | acre = acres | rai |"
    "    degree = degrees | degrees Celsius = degree Celsius | degrees Fahrenheit |"
    "    megawatt = megawatts | gigawatt = gigawatts | kilowatt = kilowatts | watt = watts |"
    "    kilowatt hours = kilowatt-hours | megawatt hours = megawatt-hours |"
    "    barrel = barrels | square kilometre = square kilometres = square kilometers |"
    "    square metre = square metres = square meters |"
    "    cubic metre = cubic metres = cubic meters",
    "percent: % = per cent = percent | points = percentage points |"
    "    mille = per mille = per mil = ‰",
    "currency: USD = US dollars = US dollar = United States dollars = dollars = dollar |"
    "    JPY = Japanese yen = yen | EUR = euros = euro | GBP = pounds sterling |"
    "    THB = baht | IDR = rupiah | MYR = ringgit | VND = dong |"
    "    PHP = Philippine pesos = pesos | SGD = Singapore dollars = Singapore dollar |"
    "    CNY = yuan = renminbi | KRW = won = Korean won | KHR = riel = riels | LAK = kip |"
    "    INR = Indian rupees = rupees",
    "month 101: Muharram | Safar | Rabi al-Awwal | Rabi al-Thani | Jumada al-Awwal |"
    "    Jumada al-Thani | Rajab | Shaban = Sha'ban | Ramadan | Shawwal | Dhu al-Qadah |"
    "    Dhu al-Hijjah = Dhul-Hijjah",
    "month 1: January = Jan | February = Feb | March = Mar | April = Apr | May | June |"
    "    July | August = Aug | September = Sep = Sept | October = Oct | November = Nov |"
    "    December = Dec",
    "weekday: Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday",
    "unit: second = seconds | minute = minutes | hour = hours | day = days |"
    "    week = weeks | month = months | year = years | decade = decades |"
    "    quarter = quarters | working day = working days | business day = business days |"
    "    calendar day = calendar days | calendar month = calendar months |"
    "    calendar year = calendar years | century = centuries",
    "limit: within | by | until = till | before | after | since | from | in | on | during |"
    "    no later than = not later than = by no later than | at the latest by |"
    "    by the end of | by the beginning of | at the end of | before the end of |"
    "    as of = as from | no earlier than = not earlier than | mid- = in mid- | by mid- |"
    "    by early | in early | by late | in late | by the middle of | in the middle of |"
    "    in the first half of | in the second half of | by the second half of |"
    "    in the first quarter of | in the second quarter of | in the third quarter of |"
    "    in the fourth quarter of = in the last quarter of | during the",
    "bound: every | each | over | at least = not less than = no less than = no fewer than ="
    "    not fewer than | at most = up to = not more than = no more than | more than |"
    "    less than = fewer than | approximately = about = around = roughly | nearly = almost",
    "time: annually | yearly | monthly | quarterly | weekly | daily | biennially |"
    "    biannually | fortnightly | once a year | twice a year | once a month |"
    "    twice a month | every year = each year | every month = each month | every week = each "
    "week "
    "|"
    "    every quarter = each quarter | every other year |"
    "    every second year | on an annual basis | without delay | without undue delay |"
    "    immediately | forthwith | promptly | as soon as possible | as soon as practicable |"
    "    at noon = noon | at midnight = midnight | in the morning | in the afternoon |"
    "    in the evening | at the earliest opportunity | at the earliest possible date | at an "
    "early date |"
    "    in due course | in a timely manner | next year | this year | last year |"
    "    next month | by the end of the decade | by the end of the century | this decade |"
    "    this century | by the end of this year = before the end of this year |"
    "    by the end of the year | by the end of next year | on a quarterly basis |"
    "    on a monthly basis | on a yearly basis | on a regular basis | semi-annually = half-yearly "
    "|"
    "    in the near future | in the coming years | without further delay | at the next meeting ="
    "    at their next meeting = at its next meeting | as early as possible | regularly | "
    "periodically | from time to time",
    "paragraph: op = paragraph = paragraphs = para = paras = subparagraph |"
    "    op = operative paragraph = operative paragraphs |"
    "    pp = preambular paragraph = preambular paragraphs",
    "paragraph: item = items",
    "common: party | parties | state | states | member | members | leader | leaders |"
    "    minister | ministers | government | governments | article | articles | annex |"
    "    annexes | chapter | section | sections | statement | declaration | agreement |"
    "    convention | charter | treaty | plan | chair | secretariat | centre | we | i |"
    "    participant | participants | country | countries | internet | resolution",
    "plain: at most | at all | after all | with a view to | with the aim of | will of | political "
    "will | free will |"
    "    good will | undertaken | as required | so called | as noted | as requested |"
    "    as agreed | agreed language | agreed ad ref | required by |"
    "    at the request | not only | whether or not |"
    "    no doubt | nonetheless | one another | one of | at one | one and all |"
    "    the one hand | one by one | one day | as one | of one whole | at first |"
    "    first of all | on the other hand | United Nations system",
    "small: the | a | an | of | to | in | on | at | by | for | from | with | that | which |"
    "    as | whether | its | their | our | this | these | those | it | they | be | is | are | was "
    "|"
    "    were | has | have | been | into | upon | under | per | every | each | also | so |"
    "    do | does | did",
    NULL,
};
