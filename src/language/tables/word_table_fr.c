#include "language/word_table.h"

const char *const adref_word_table_fr[] = {
    "strength 100: tenu de = tenus de = tenue de = tenues de",
    "strength 95: doit = doivent | devra = devront",
    "strength 60: devrait = devraient",
    "strength 45: s'efforce de = s'efforcent de = s'efforcera de = s'efforceront de",
    "strength 30: peut = peuvent | pourra = pourront",
    "strength 25: pourrait = pourraient",
    "strength 90/90: décide = décident = décidons",
    "strength 88/85: s'engage à = s'engagent à = nous engageons à",
    "strength 80/80: conviennent = convient = convenons",
    "strength 0/78: exhorte = exhortent = exhortons",
    "strength 0/75: demande = demandent = demandons | prie = prient = prions",
    "strength 0/58: recommande = recommandent = recommandons",
    "strength 0/50: encourage = encouragent = encourageons",
    "strength 0/45: invite = invitent = invitons",
    "strength 0/15: prend note = prennent note = prenons note",
    "strength 95: a l'obligation de = ont l'obligation de",
    "strength 82: est résolu à = sont résolus à = sommes résolus à = résolus à | est déterminé à ="
    "    sont déterminés à = sommes déterminés à",
    "strength 75: est prié de = sont priés de = est priée de = sont priées de",
    "strength 50: est encouragé à = sont encouragés à = est encouragée à = sont encouragées à",
    "strength 45: est invité à = sont invités à = est invitée à = sont invitées à",
    "strength 42: a l'intention de = ont l'intention de = avons l'intention de | entendent ="
    "    entendons",
    "strength 40: cherche à = cherchent à = cherchons à = chercheront à | vise à = visent à ="
    "    visons à",
    "strength 35: tente de = tentent de = tentons de | est prêt à = sont prêts à = sont prêtes à",
    "strength 32: autorisé à = autorisés à = autorisée à = autorisées à |"
    "    a le droit de = ont le droit de",
    "strength 25/20: envisage de = envisagent de = envisageons de",
    "strength 20/20: espère = espèrent = espérons",
    "strength 0/95: exige = exigent = exigeons = exigeant",
    "strength 0/80: condamne = condamnent = condamnons = condamnant | rejette = rejettent ="
    "    rejetons = rejetant",
    "strength 0/72: déplore = déplorent = déplorons = déplorant",
    "strength 0/68: appelle = appellent = appelons = appelant",
    "strength 0/65: adopte = adoptent = adoptons",
    "strength 0/62: approuve = approuvent = approuvons = approuvant",
    "strength 0/55: engage = engagent = engageons = engageant",
    "strength 0/48: appuie = appuient = appuyons = appuyant | soutient = soutiennent = soutenons ="
    "    soutenant",
    "strength 0/42: réaffirme = réaffirment = réaffirmons = réaffirmant | confirme = confirment ="
    "    confirmons = confirmant",
    "strength 0/40: affirme = affirment = affirmons = affirmant | regrette = regrettent ="
    "    regrettons = regrettant",
    "strength 0/38: félicite = félicitent = félicitons = félicitant |"
    "    accueille avec satisfaction = accueillent avec satisfaction = accueillons avec "
    "satisfaction ="
    "    accueillant avec satisfaction | réitère = réitèrent = réitérons = réitérant",
    "strength 0/36: salue = saluent = saluons = saluant | se félicite = se félicitent ="
    "    nous félicitons = se félicitant",
    "strength 0/34: insiste sur = insistent sur = insistons sur = insistant sur |"
    "    met l'accent sur = mettent l'accent sur = mettons l'accent sur",
    "strength 0/33: souligne = soulignent = soulignons = soulignant",
    "strength 0/32: remercie = remercient = remercions",
    "strength 0/28: reconnaît = reconnaissent = reconnaissons = reconnaissant",
    "strength 0/24: note avec satisfaction = notent avec satisfaction = notons avec satisfaction ="
    "    notant avec satisfaction",
    "strength 0/20: constate = constatent = constatons = constatant",
    "strength 0/18: rappelle = rappellent = rappelons = rappelant",
    "strength 0/16: note avec préoccupation = notent avec préoccupation ="
    "    notons avec préoccupation = notant avec préoccupation",
    "strength 0/15: notent = notons = notant",
    "negation: nul = nulle | jamais | rien | non | ne | n' | pas | aucun = aucune | sans | ni",
    "qualifier: le cas échéant | selon qu'il convient | selon qu'il conviendra | s'il y a lieu |"
    "    selon que de besoin = selon les besoins | si nécessaire | dans la mesure du possible |"
    "    autant que possible | si possible | lorsque cela est possible = lorsque c'est possible |"
    "    à titre volontaire = sur une base volontaire | volontaire = volontaires = volontairement |"
    "    conformément au droit interne = conformément au droit national |"
    "    conformément à la législation nationale | conformément au droit international |"
    "    en principe | uniquement | seulement | exclusivement | sauf | à l'exception de |"
    "    à l'exclusion de | sauf accord contraire = sauf convention contraire |"
    "    sauf disposition contraire | sauf décision contraire | sur demande = à leur demande ="
    "    à sa demande | principalement | essentiellement | dans toute la mesure du possible |"
    "    dans la mesure où | en tant que de besoin | au besoin | lorsque nécessaire ="
    "    lorsque cela est nécessaire | lorsqu'il y a lieu | chaque fois que possible ="
    "    chaque fois que cela est possible | dans la limite des ressources disponibles ="
    "    dans les limites des ressources disponibles | d'un commun accord |"
    "    dans des conditions convenues d'un commun accord | selon leurs capacités ="
    "    selon leurs capacités respectives | compte tenu des circonstances nationales |"
    "    sauf exception | en cas de besoin",
    "qualifier governs: sous réserve de = sous réserve du = sous réserve des | sans préjudice de ="
    "    sans préjudice du = sans préjudice des | conformément à = conformément au ="
    "    conformément aux | à condition que",
    "qualifier weak: tous = toutes = tout = toute = tous les = toutes les | certains = certaines | "
    "plusieurs | quelques |"
    "    la plupart des = la plupart de | notamment | droit = droits |"
    "    obligation = obligations | devoir = devoirs | interdit = interdite = interdits |"
    "    permis = permise = permises |"
    "    autorisé = autorisée = autorisés | obligatoire | facultatif = facultative | y compris",
    "provision: article = articles = l'article = d'article | chapitre = chapitres |"
    "    section = sections | annexe = annexes = l'annexe | appendice = l'appendice | titre |"
    "tableau = tableaux | figure = figures",
    "provision whole: le paragraphe précédent = paragraphe précédent |"
    "    le paragraphe suivant = paragraphe suivant | l'article précédent | l'article suivant |"
    "    le présent article = présent article | le présent paragraphe = présent paragraphe",
    "conjunction weak: et | ou",
    "conjunction: et/ou",
    "numeral 0 weak: zéro | un = une | deux | trois | quatre | cinq | six | sept | huit | neuf |"
    "    dix | onze | douze | treize | quatorze | quinze | seize | dix-sept | dix-huit |"
    "    dix-neuf | vingt",
    "numeral 30 weak: trente",
    "numeral 40 weak: quarante",
    "numeral 50 weak: cinquante",
    "numeral 60 weak: soixante",
    "numeral 70 weak: soixante-dix",
    "numeral 80 weak: quatre-vingts = quatre-vingt",
    "numeral 90 weak: quatre-vingt-dix",
    "numeral 100 times weak: centaine",
    "scale 2: cent = cents",
    "scale 3: mille",
    "scale 6: million = millions | millions de = million de",
    "scale 9: milliard = milliards | milliards de = milliard de",
    "scale 12: billion = billions | billions de = billion de",
    "ordinal 1 weak: premier = première | deuxième = second = seconde | troisième | quatrième | "
    "cinquième |"
    "    sixième | septième | huitième | neuvième | dixième | onzième | douzième | treizième |"
    "    quatorzième | quinzième | seizième | dix-septième | dix-huitième | dix-neuvième | "
    "vingtième |"
    "    vingt et unième | vingt-deuxième | vingt-troisième | vingt-quatrième | vingt-cinquième |"
    "    vingt-sixième | vingt-septième | vingt-huitième | vingt-neuvième | trentième",
    "ordinal 40 weak: quarantième",
    "ordinal 50 weak: cinquantième",
    "ordinal 60 weak: soixantième",
    "ordinal 100 weak: centième",
    "plain: quart de siècle | quart d'heure | quarts d'heure",
    "fraction 2 weak: demi = demie = moitié | tiers | quart = quarts | cinquièmes | sixièmes",
    "fraction 10 weak: dixièmes",
    "multiple 2 weak: double = doubler = doublent | triple = tripler = triplent |"
    "    quadruple = quadrupler",
    "measure: kilomètre = kilomètres | mètre = mètres | centimètre = centimètres |"
    "    millimètre = millimètres | mille marin = milles marins = mille nautique ="
    "    milles nautiques | tonne = tonnes | kilogramme = kilogrammes | gramme = grammes |"
    "    litre = litres | hectare = hectares | degré = degrés = degrés Celsius | baril = barils |"
    "    kilowatt = kilowatts | mégawatt = mégawatts | gigawatt = gigawatts |"
    "    kilomètre carré = kilomètres carrés | mètre carré = mètres carrés |"
    "    mètre cube = mètres cubes",
    "percent: % = pour cent | points = point = points de pourcentage = point de pourcentage |"
    "    ‰ = pour mille",
    "currency: USD = dollars = dollar = dollars des États-Unis = de dollars ="
    "    de dollars des États-Unis | EUR = euros = euro = d'euros | JPY = yens = yen = de yens |"
    "    THB = bahts = baht = de bahts | IDR = roupies indonésiennes = de roupies indonésiennes |"
    "    VND = dongs = de dongs | KRW = wons = de wons | CNY = yuans = de yuans",
    "month 1: janvier | février | mars | avril | mai | juin | juillet | août | septembre |"
    "    octobre | novembre | décembre",
    "weekday: lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche",
    "unit: hour = heures = heure | day = jours = jour | week = semaines = semaine |"
    "    month = mois | year = ans = an = années = année",
    "limit: dans | d'ici = d'ici au = d'ici le = d'ici à | avant = avant le | après = après le |"
    "    depuis = depuis le | pendant = durant | jusqu'au = jusqu'en = jusqu'à |"
    "    au plus tard = au plus tard en = au plus tard le | en | le | dans les |"
    "    dans un délai de = dans le délai de | d'ici la fin de = avant la fin de | à la fin de |"
    "    au début de | à partir de = à partir du = à compter de = à compter du | au cours de |"
    "    de | du",
    "bound: chaque | au moins = au minimum = pas moins de | au plus = au maximum ="
    "    pas plus de = jusqu'à |"
    "    plus de = supérieur à = supérieure à = supérieurs à = supérieures à |"
    "    moins de = inférieur à = inférieure à = inférieurs à = inférieures à | environ | près de "
    "| tous les = toutes les",
    "time: sans délai | sans retard | sans plus tarder | immédiatement | chaque année = tous les "
    "ans |"
    "    annuellement | dans les meilleurs délais | dans les plus brefs délais | dès que possible |"
    "    chaque mois = tous les mois | mensuellement | chaque trimestre = tous les trimestres |"
    "    une fois par an | deux fois par an | une fois par mois | périodiquement | régulièrement |"
    "    en temps voulu | en temps utile | l'année prochaine = l'an prochain | cette année",
    "paragraph: op = paragraphe = paragraphes = alinéa = alinéas",
    "small: le | la | les | l' | de | des | du | d' | à | au | aux | que | qui | en",
    "name: Organisation mondiale de la Santé | Organisation mondiale du commerce |"
    "    Organisation internationale du Travail | Banque mondiale | Fonds monétaire international |"
    "    Banque asiatique de développement | Groupe des 77 | Groupe des Sept | Groupe des Vingt |"
    "    Union africaine | Union européenne | Nations Unies = Organisation des Nations Unies |"
    "    Cour internationale de Justice | Conseil de sécurité",
    "common: partie | parties | état | états | membre | membres | dirigeants | ministre | "
    "ministres |"
    "    gouvernement | gouvernements | article | articles | annexe | annexes | chapitre | section "
    "|"
    "    déclaration | accord | convention | charte | traité | plan | président | présidente |"
    "    secrétariat | pays | résolution | nous | participants",
    "name: Japon | Thaïlande | Viet Nam | Malaisie | Indonésie | Philippines | Singapour |"
    "    Brunéi Darussalam | Cambodge | Myanmar | Chine | Inde | Corée | Australie | France |"
    "    Allemagne | Belgique | Suisse | Italie | Espagne | Canada | États-Unis | Royaume-Uni |"
    "    Russie | Ukraine | ASEAN | ANASE",
    NULL,
};
