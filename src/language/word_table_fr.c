#include "language/word_table.h"

const char *const adref_word_table_fr[] = {
    "strength 100: est tenu de = sont tenus de = est tenue de = sont tenues de",
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
    "negation: ne | n' | pas | aucun = aucune | sans | ni",
    "qualifier: le cas échéant | selon qu'il convient | selon qu'il conviendra | s'il y a lieu |"
    "    selon que de besoin = selon les besoins | si nécessaire | dans la mesure du possible |"
    "    autant que possible | si possible | lorsque cela est possible = lorsque c'est possible |"
    "    à titre volontaire = sur une base volontaire | volontaire = volontaires = volontairement |"
    "    en principe | uniquement | seulement | exclusivement | sauf | à l'exception de |"
    "    à l'exclusion de | sauf accord contraire | sur demande",
    "qualifier governs: sous réserve de = sous réserve du = sous réserve des | sans préjudice de ="
    "    sans préjudice du = sans préjudice des | conformément à = conformément au ="
    "    conformément aux | à condition que",
    "qualifier weak: tous = toutes = tout = toute | certains = certaines | droit = droits |"
    "    obligation = obligations | devoir = devoirs | interdit = interdite = interdits |"
    "    autorisé = autorisée = autorisés | obligatoire | facultatif = facultative | y compris",
    "provision: article = articles = l'article = d'article | chapitre = chapitres |"
    "    section = sections | annexe = annexes = l'annexe | appendice = l'appendice | titre",
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
    "scale 2: cent = cents",
    "scale 3: mille",
    "scale 6: million = millions | millions de = million de",
    "scale 9: milliard = milliards | milliards de = milliard de",
    "ordinal 1 weak: premier = première | deuxième | troisième | quatrième | cinquième |"
    "    sixième | septième | huitième | neuvième | dixième | onzième | douzième",
    "ordinal 20 weak: vingtième",
    "ordinal 50 weak: cinquantième",
    "percent: % = pour cent",
    "currency: USD = dollars = dollar = dollars des États-Unis = de dollars ="
    "    de dollars des États-Unis | EUR = euros = euro = d'euros | JPY = yens = yen = de yens",
    "month 1: janvier | février | mars | avril | mai | juin | juillet | août | septembre |"
    "    octobre | novembre | décembre",
    "weekday: lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche",
    "unit: hour = heures = heure | day = jours = jour | week = semaines = semaine |"
    "    month = mois | year = ans = an = années = année",
    "limit: dans | d'ici = d'ici au = d'ici le | avant | après | depuis | pendant | jusqu'au |"
    "    au plus tard",
    "bound: chaque | au moins | au plus | plus de | moins de",
    "time: sans délai | immédiatement | chaque année | annuellement",
    "paragraph: op = paragraphe = paragraphes = alinéa = alinéas",
    "small: le | la | les | l' | de | des | du | d' | à | au | aux | que | qui | en",
    NULL,
};
