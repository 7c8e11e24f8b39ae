/* Spanish, Portuguese, Russian and Korean. How they were checked stands in README.md. */
#include "language/word_table.h"

const char *const adref_word_table_es[] = {
    "strength 100: está obligado a = están obligados a = está obligada a = están obligadas a",
    "strength 95: debe = deben | deberá = deberán | ha de = han de",
    "strength 60: debería = deberían | debiera = debieran",
    "strength 45: procurará = procurarán = procura = procuran | se esforzará por ="
    "    se esforzarán por = se esfuerza por = se esfuerzan por",
    "strength 30: puede = pueden | podrá = podrán",
    "strength 25: podría = podrían",
    "strength 90/90: decide = deciden = decidimos | resuelve = resuelven = resolvemos",
    "strength 88/85: se compromete a = se comprometen a = nos comprometemos a",
    "strength 80/80: conviene en = convienen en = convenimos en | acuerda = acuerdan = acordamos",
    "strength 0/78: exhorta = exhortan = exhortamos | insta = instan = instamos",
    "strength 0/75: solicita = solicitan = solicitamos | pide = piden = pedimos",
    "strength 0/58: recomienda = recomiendan = recomendamos",
    "strength 0/50: alienta = alientan = alentamos",
    "strength 0/45: invita = invitan = invitamos",
    "strength 0/20: acoge con beneplácito = acogen con beneplácito = acogemos con beneplácito",
    "strength 0/15: toma nota = toman nota = tomamos nota",
    "negation: no | ni | sin | nunca | ningún = ninguno = ninguna | tampoco",
    "qualifier: según proceda = según corresponda | cuando proceda | en su caso | si procede |"
    "    de ser necesario = si es necesario = en caso necesario | según sea necesario |"
    "    en la medida de lo posible = en lo posible | de ser posible = si es posible |"
    "    cuando sea posible = cuando sea factible | voluntario = voluntaria = voluntariamente ="
    "    de forma voluntaria = con carácter voluntario | en principio | únicamente | solamente |"
    "    sólo = solo | exclusivamente | salvo | excepto | previa solicitud | salvo acuerdo en "
    "contrario",
    "qualifier governs: con sujeción a = sujeto a = sujeta a | sin perjuicio de = sin perjuicio "
    "del |"
    "    de conformidad con = conforme a | siempre que | a condición de que",
    "qualifier weak: todos = todas = todo = toda | algunos = algunas = algún = alguna |"
    "    derecho = derechos | obligación = obligaciones | deber = deberes |"
    "    prohibido = prohibida = prohibidos = prohibidas |"
    "    permitido = permitida = permitidos = permitidas | obligatorio = obligatoria |"
    "    facultativo = facultativa | incluido = incluida = incluidos = incluidas",
    "provision: artículo = artículos | capítulo = capítulos | sección = secciones |"
    "    anexo = anexos | apéndice = apéndices | cuadro = cuadros | tabla = tablas |"
    "figura = figuras",
    "provision whole: el párrafo anterior = párrafo anterior | el párrafo siguiente |"
    "    el artículo anterior = artículo anterior | el presente artículo | el presente párrafo",
    "conjunction weak: y = e | o = u",
    "conjunction: y/o",
    "numeral 0 weak: cero | un = uno = una | dos | tres | cuatro | cinco | seis | siete | ocho |"
    "    nueve | diez | once | doce | trece | catorce | quince | dieciséis | diecisiete |"
    "    dieciocho | diecinueve | veinte | veintiuno = veintiún = veintiuna | veintidós |"
    "    veintitrés | veinticuatro | veinticinco | veintiséis | veintisiete | veintiocho |"
    "    veintinueve",
    "numeral 30 weak: treinta",
    "numeral 40 weak: cuarenta",
    "numeral 50 weak: cincuenta",
    "numeral 60 weak: sesenta",
    "numeral 70 weak: setenta",
    "numeral 80 weak: ochenta",
    "numeral 90 weak: noventa",
    "numeral 200 weak: doscientos = doscientas",
    "numeral 300 weak: trescientos = trescientas",
    "numeral 400 weak: cuatrocientos = cuatrocientas",
    "numeral 500 weak: quinientos = quinientas",
    "numeral 600 weak: seiscientos = seiscientas",
    "numeral 700 weak: setecientos = setecientas",
    "numeral 800 weak: ochocientos = ochocientas",
    "numeral 900 weak: novecientos = novecientas",
    "scale 2: cien = ciento",
    "scale 3: mil",
    "scale 6: millón = millones = millones de = millón de",
    "scale 9: mil millones = mil millones de | millardo = millardos",
    "scale 12: billón = billones = billones de = billón de",
    "ordinal 1 weak: primer = primero = primera | segundo = segunda | tercer = tercero = tercera |"
    "    cuarto = cuarta | quinto = quinta | sexto = sexta | séptimo = séptima | octavo = octava |"
    "    noveno = novena | décimo = décima",
    "fraction 2 weak: mitad | tercio = tercios | cuarto = cuartos | quinto = quintos |"
    "    sexto = sextos",
    "percent: % = por ciento | puntos porcentuales = punto porcentual | ‰ = por mil",
    "currency: USD = dólares = dólar = de dólares = dólares de los Estados Unidos |"
    "    EUR = euros = euro = de euros | JPY = yenes = yen = de yenes |"
    "    THB = baht = bahts = de baht = de bahts | IDR = rupias indonesias = de rupias indonesias |"
    "    KRW = wones = won = de wones | CNY = yuanes = yuan = de yuanes",
    "month 1: enero | febrero | marzo | abril | mayo | junio | julio | agosto |"
    "    septiembre = setiembre | octubre | noviembre | diciembre",
    "measure: kilometre = kilómetro = kilómetros | metre = metro = metros |"
    "    mile = milla = millas | nautical mile = milla marina = millas marinas |"
    "    tonne = tonelada = toneladas | kilogram = kilogramo = kilogramos | litre = litro = litros "
    "|"
    "    hectare = hectárea = hectáreas | degree = grado = grados = grados Celsius |"
    "    megawatt = megavatio = megavatios | gigawatt = gigavatio = gigavatios |"
    "    barrel = barril = barriles | kilowatt = kilovatio = kilovatios |"
    "    square kilometre = kilómetro cuadrado = kilómetros cuadrados |"
    "    square metre = metro cuadrado = metros cuadrados | cubic metre = metro cúbico = metros "
    "cúbicos",
    "weekday: lunes | martes | miércoles | jueves | viernes | sábado | domingo",
    "unit: hour = horas = hora | day = días = día | week = semanas = semana |"
    "    month = meses = mes | year = años = año",
    "limit: dentro de = en un plazo de = en el plazo de | antes de = antes del |"
    "    después de = después del | desde | hasta | durante | a más tardar | para",
    "bound: cada | al menos = por lo menos = al menos el = al menos un = por lo menos el ="
    "    no menos de = no menos del | como máximo = no más de = no más del = hasta = hasta el | "
    "más de = más del | menos de = menos del",
    "time: sin demora | inmediatamente | anualmente = cada año | mensualmente = cada mes",
    "paragraph: op = párrafo = párrafos",
    "small: el | la | los | las | lo | de | del | a | al | que | en | se",
    NULL,
};

const char *const adref_word_table_pt[] = {
    "strength 100: é obrigado a = são obrigados a = é obrigada a = são obrigadas a",
    "strength 95: deve = devem | deverá = deverão",
    "strength 60: deveria = deveriam",
    "strength 45: procurará = procurarão = procura = procuram | envidará esforços para ="
    "    envidarão esforços para = esforçar-se-á por = esforçar-se-ão por",
    "strength 30: pode = podem | poderá = poderão",
    "strength 25: poderia = poderiam",
    "strength 90/90: decide = decidem = decidimos | resolve = resolvem = resolvemos",
    "strength 88/85: compromete-se a = comprometem-se a = comprometemo-nos a ="
    "    se compromete a = se comprometem a = nos comprometemos a",
    "strength 80/80: concorda em = concordam em = concordamos em | acorda = acordam = acordamos",
    "strength 0/78: exorta = exortam = exortamos | insta = instam = instamos",
    "strength 0/75: solicita = solicitam = solicitamos | pede = pedem = pedimos",
    "strength 0/58: recomenda = recomendam = recomendamos",
    "strength 0/50: incentiva = incentivam = incentivamos | encoraja = encorajam = encorajamos",
    "strength 0/45: convida = convidam = convidamos",
    "strength 0/15: toma nota = tomam nota = tomamos nota",
    "negation: não | nem | sem | nunca | nenhum = nenhuma",
    "qualifier: conforme apropriado = conforme o caso | quando apropriado | se for o caso |"
    "    se necessário = caso necessário = quando necessário | conforme necessário |"
    "    na medida do possível = tanto quanto possível | se possível = quando possível |"
    "    quando viável = sempre que viável | voluntário = voluntária = voluntariamente ="
    "    de forma voluntária = a título voluntário | em princípio | apenas | somente = só |"
    "    unicamente | exclusivamente | salvo | exceto = excepto | a pedido |"
    "    salvo acordo em contrário",
    "qualifier governs: sujeito a = sujeita a = sujeito à = sob reserva de | sem prejuízo de ="
    "    sem prejuízo do = sem prejuízo da | em conformidade com = de acordo com | desde que |"
    "    na condição de",
    "qualifier weak: todos = todas = todo = toda | alguns = algumas = algum = alguma |"
    "    direito = direitos | obrigação = obrigações | dever = deveres |"
    "    proibido = proibida = proibidos = proibidas |"
    "    permitido = permitida = permitidos = permitidas | obrigatório = obrigatória |"
    "    facultativo = facultativa | incluindo = inclusive",
    "provision: artigo = artigos | capítulo = capítulos | seção = secção = seções = secções |"
    "    anexo = anexos | apêndice = apêndices | quadro = quadros | tabela = tabelas |"
    "figura = figuras",
    "provision whole: o parágrafo anterior = parágrafo anterior | o parágrafo seguinte |"
    "    o artigo anterior = artigo anterior | o presente artigo | o presente parágrafo",
    "conjunction weak: e | ou",
    "conjunction: e/ou",
    "numeral 0 weak: zero | um = uma | dois = duas | três | quatro | cinco | seis | sete | oito |"
    "    nove | dez | onze | doze | treze | catorze = quatorze | quinze | dezesseis = dezasseis |"
    "    dezessete = dezassete | dezoito | dezenove = dezanove | vinte",
    "numeral 30 weak: trinta",
    "numeral 40 weak: quarenta",
    "numeral 50 weak: cinquenta",
    "numeral 60 weak: sessenta",
    "numeral 70 weak: setenta",
    "numeral 80 weak: oitenta",
    "numeral 90 weak: noventa",
    "numeral 200 weak: duzentos = duzentas",
    "numeral 300 weak: trezentos = trezentas",
    "numeral 400 weak: quatrocentos = quatrocentas",
    "numeral 500 weak: quinhentos = quinhentas",
    "numeral 600 weak: seiscentos = seiscentas",
    "numeral 700 weak: setecentos = setecentas",
    "numeral 800 weak: oitocentos = oitocentas",
    "numeral 900 weak: novecentos = novecentas",
    "scale 2: cem = cento",
    "scale 3: mil",
    "scale 6: milhão = milhões = milhões de = milhão de",
    "scale 9: bilhão = bilhões = bilhões de = bilhão de | mil milhões = mil milhões de",
    "scale 12: trilhão = trilhões = trilhões de | bilião = biliões = biliões de",
    "ordinal 1 weak: primeiro = primeira | segundo = segunda | terceiro = terceira |"
    "    quarto = quarta | quinto = quinta | sexto = sexta | sétimo = sétima | oitavo = oitava |"
    "    nono = nona | décimo = décima",
    "percent: % = por cento | pontos percentuais = ponto percentual | ‰ = por mil",
    "currency: USD = dólares = dólar = de dólares = dólares dos Estados Unidos |"
    "    EUR = euros = euro = de euros | JPY = ienes = iene = de ienes | BRL = reais = de reais",
    "month 1: janeiro | fevereiro | março | abril | maio | junho | julho | agosto | setembro |"
    "    outubro | novembro | dezembro",
    "weekday: segunda-feira | terça-feira | quarta-feira | quinta-feira | sexta-feira | sábado |"
    "    domingo",
    "unit: hour = horas = hora | day = dias = dia | week = semanas = semana |"
    "    month = meses = mês | year = anos = ano",
    "limit: dentro de = no prazo de | antes de = antes do | depois de = após | desde | até |"
    "    durante | o mais tardar",
    "bound: cada | pelo menos = ao menos | no máximo | mais de | menos de",
    "time: sem demora | imediatamente | anualmente = cada ano | mensalmente = cada mês",
    "paragraph: op = parágrafo = parágrafos",
    "small: o | a | os | as | de | do | da | dos | das | ao | à | que | em | no | na | se",
    NULL,
};

const char *const adref_word_table_ru[] = {
    "strength 100: обязан = обязана = обязано = обязаны",
    "strength 95: должен = должна = должно = должны",
    "strength 60: следует | должен был бы = должна была бы = должны были бы",
    "strength 45: стремится = стремятся = стремимся | прилагает усилия = прилагают усилия",
    "strength 30: может = могут = можем | вправе",
    "strength 25: мог бы = могла бы = могло бы = могли бы",
    "strength 90/90: постановляет = постановляют | решает = решают = решаем",
    "strength 88/85: обязуется = обязуются = обязуемся",
    "strength 80/80: соглашается = соглашаются = соглашаемся | договариваются = договорились",
    "strength 0/78: настоятельно призывает = настоятельно призывают = настоятельно призываем",
    "strength 0/75: просит = просят = просим",
    "strength 0/70: призывает = призывают = призываем",
    "strength 0/58: рекомендует = рекомендуют = рекомендуем",
    "strength 0/50: поощряет = поощряют = поощряем",
    "strength 0/45: предлагает = предлагают = предлагаем",
    "strength 0/20: приветствует = приветствуют = приветствуем",
    "strength 0/15: принимает к сведению = принимают к сведению = принимаем к сведению",
    "negation: не | нет | ни | без | никогда | нельзя",
    "qualifier: по мере необходимости = при необходимости = в случае необходимости |"
    "    в соответствующих случаях = когда это уместно = где это уместно |"
    "    насколько это возможно = по возможности = по мере возможности | если возможно |"
    "    когда это возможно = где это возможно | на добровольной основе = добровольно ="
    "    добровольный = добровольная = добровольное = добровольные = добровольных |"
    "    в принципе | только = лишь | исключительно | по просьбе = по запросу |"
    "    если не согласовано иное",
    "qualifier governs: при условии = с учетом = с учётом | без ущерба для |"
    "    в соответствии с = согласно | за исключением = кроме",
    "qualifier weak: все = всех = всем = всеми = весь = вся = всё |"
    "    некоторые = некоторых = некоторым | право = права = правом = правами = прав |"
    "    обязанность = обязанности = обязанностей | обязательство = обязательства ="
    "    обязательств = обязательствами | запрещено = запрещен = запрещён = запрещена ="
    "    запрещены = запрещается = запрещаются | разрешено = разрешен = разрешён = разрешена ="
    "    разрешены = разрешается = разрешаются | включая",
    "provision: статья = статьи = статье = статью = статьей = статьёй = статей |"
    "    глава = главы = главе = главу | раздел = раздела = разделе |"
    "    приложение = приложения = приложении = приложению |"
    "таблица = таблицы = таблице = таблицу",
    "provision whole: предыдущий пункт = предыдущего пункта = предыдущем пункте |"
    "    следующий пункт = следующего пункта = следующем пункте |"
    "    настоящая статья = настоящей статьи = настоящей статье |"
    "    настоящий пункт = настоящего пункта = настоящем пункте",
    "conjunction weak: и | или",
    "conjunction: и/или",
    "numeral 0 weak: ноль = нуль | один = одна = одно = одного = одной | два = две = двух |"
    "    три = трех = трёх | четыре = четырех = четырёх | пять = пяти | шесть = шести |"
    "    семь = семи | восемь = восьми | девять = девяти | десять = десяти | одиннадцать ="
    "    одиннадцати | двенадцать = двенадцати | тринадцать = тринадцати |"
    "    четырнадцать = четырнадцати | пятнадцать = пятнадцати | шестнадцать = шестнадцати |"
    "    семнадцать = семнадцати | восемнадцать = восемнадцати | девятнадцать = девятнадцати |"
    "    двадцать = двадцати",
    "numeral 30 weak: тридцать = тридцати",
    "numeral 40 weak: сорок = сорока",
    "numeral 50 weak: пятьдесят = пятидесяти",
    "numeral 60 weak: шестьдесят = шестидесяти",
    "numeral 70 weak: семьдесят = семидесяти",
    "numeral 80 weak: восемьдесят = восьмидесяти",
    "numeral 90 weak: девяносто = девяноста",
    "scale 2: сто = ста",
    "scale 3: тысяча = тысячи = тысяч | тыс",
    "scale 6: миллион = миллиона = миллионов = млн",
    "scale 9: миллиард = миллиарда = миллиардов = млрд",
    "scale 12: триллион = триллиона = триллионов = трлн",
    "percent: % = процент = процента = процентов | процентных пункта = процентных пунктов ="
    "    процентный пункт | ‰ = промилле",
    "currency: USD = долларов = доллара = доллар = долларов США = доллара США |"
    "    EUR = евро | JPY = иен = иены = иена | RUB = рублей = рубля = рубль",
    "month 1: января = январь = январе | февраля = февраль = феврале | марта = март = марте |"
    "    апреля = апрель = апреле | мая = май = мае | июня = июнь = июне | июля = июль = июле |"
    "    августа = август = августе | сентября = сентябрь = сентябре |"
    "    октября = октябрь = октябре | ноября = ноябрь = ноябре | декабря = декабрь = декабре",
    "weekday: понедельник | вторник | среда = среду | четверг | пятница = пятницу |"
    "    суббота = субботу | воскресенье",
    "unit: hour = часов = часа = час | day = дней = дня = день | week = недель = недели ="
    "    неделя = неделю | month = месяцев = месяца = месяц | year = лет = года = год = году",
    "limit: в течение | до | после | с | к | не позднее",
    "bound: каждые = каждый = каждую | не менее = по меньшей мере = по крайней мере |"
    "    не более | более | менее",
    "time: безотлагательно = без промедления = немедленно = незамедлительно |"
    "    ежегодно = каждый год | ежемесячно = каждый месяц",
    "paragraph: op = пункт = пункта = пункте = пункту = пунктом = пункты = пунктов |"
    "    pp = подпункт = подпункта = подпункте",
    "small: в | во | на | о | об | что | к | ко | по",
    NULL,
};

const char *const adref_word_table_ko[] = {
    "strength 100: 하지 않으면 안 된다",
    "strength 95: 해야 한다 = 하여야 한다 = 하여야한다 = 해야한다 = 되어야 한다 = 하여야 하며 ="
    "    해야 하며 = 하여야 하고 = 해야 하고",
    "strength 70: 하기로 한다 = 하기로 하였다 = 하기로 했다",
    "strength 50: 하도록 노력하여야 한다 = 하도록 노력해야 한다 = 노력하여야 한다 = 노력해야 한다",
    "strength 45: 하도록 노력한다 = 하기 위해 노력한다 = 하도록 노력하며 | 노력한다 = 노력하며 ="
    "    노력하기로",
    "strength 40: 할 의향이 있다 = 할 의향을",
    "strength 30: 할 수 있다 = 할 수 있으며 = 수 있다 = 수 있으며",
    "strength 90/90: 결정한다 = 결정하였다 = 결정했다 = 결정하며 | 결의한다 = 결의하였다",
    "strength 88/85: 약속한다 = 약속하였다 = 약속했다 = 약속하며",
    "strength 80/80: 합의한다 = 합의하였다 = 합의했다 = 합의하며",
    "strength 0/78: 촉구한다 = 촉구하였다 = 촉구했다 = 촉구하며",
    "strength 0/75: 요청한다 = 요청하였다 = 요청했다 = 요청하며",
    "strength 0/58: 권고한다 = 권고하였다 = 권고했다 = 권고하며",
    "strength 0/50: 장려한다 = 장려하였다 = 장려했다 = 장려하며 | 독려한다 = 독려하였다",
    "strength 0/45: 초청한다 = 초청하였다 = 초청했다",
    "strength 0/20: 환영한다 = 환영하였다 = 환영했다 = 환영하며",
    "strength 0/15: 주목한다 = 주목하였다 = 주목했다 = 주목하며",
    "negation: 않는다 = 않다 = 아니한다 = 않으며 = 않고 = 않은 = 않는 = 아니하며 |"
    "    아니다 = 아니며 | 없다 = 없으며 = 없는 | 없이 | 못한다 = 못하며 |"
    "    하여서는 아니 된다 = 하여서는 아니된다 = 하여서는 안 된다 = 하여서는 안된다 ="
    "    해서는 아니 된다 = 해서는 아니된다 = 해서는 안 된다 = 해서는 안된다 |"
    "    아니 된다 = 아니된다 = 안 된다 = 안된다 | 수 없다 = 수 없으며",
    "qualifier: 적절한 경우 = 적절히 = 적절하게 | 필요한 경우 = 필요시 = 필요에 따라 |"
    "    가능한 한 = 가능한 범위에서 = 가능한 범위 내에서 | 가능한 경우 = 가능하면 |"
    "    자발적으로 = 자발적인 = 자발적 | 원칙적으로 | 요청에 따라 = 요청 시 | 달리 합의하지 않는 "
    "한",
    "qualifier governs: 을 조건으로 = 를 조건으로 | 에 따라 = 에 따른 | 을 제외하고 = 를 제외하고",
    "qualifier weak: 모든 | 일부 | 권리 | 의무 | 금지된다 = 금지한다 = 금지 |"
    "    허용된다 = 허용한다 = 허용",
    "conjunction weak: 및 = 그리고 | 또는 = 혹은",
    "numeral 0 weak: 영 | 한 = 하나 | 두 = 둘 | 세 = 셋 | 네 = 넷 | 다섯 | 여섯 | 일곱 | 여덟 |"
    "    아홉 | 열",
    "numeral 11 weak: 열한 = 열하나 | 열두 = 열둘 | 열세 = 열셋 | 열네 = 열넷 | 열다섯 | 열여섯 | "
    "열일곱 | 열여덟 | 열아홉",
    "numeral 21 weak: 스물한 = 스물하나 | 스물두 = 스물둘 | 스물세 = 스물셋 | 스물네 = 스물넷 | "
    "스물다섯 | 스물여섯 | 스물일곱 | 스물여덟 | 스물아홉",
    "numeral 31 weak: 서른한 = 서른하나 | 서른두 = 서른둘 | 서른세 = 서른셋 | 서른네 = 서른넷 | "
    "서른다섯 | 서른여섯 | 서른일곱 | 서른여덟 | 서른아홉",
    "numeral 41 weak: 마흔한 = 마흔하나 | 마흔두 = 마흔둘 | 마흔세 = 마흔셋 | 마흔네 = 마흔넷 | "
    "마흔다섯 | 마흔여섯 | 마흔일곱 | 마흔여덟 | 마흔아홉",
    "numeral 51 weak: 쉰한 = 쉰하나 | 쉰두 = 쉰둘 | 쉰세 = 쉰셋 | 쉰네 = 쉰넷 | 쉰다섯 | 쉰여섯 | "
    "쉰일곱 | 쉰여덟 | 쉰아홉",
    "numeral 20 weak: 스무 = 스물",
    "numeral 30 weak: 서른",
    "numeral 40 weak: 마흔",
    "numeral 50 weak: 쉰",
    "numeral 60 weak: 예순",
    "numeral 70 weak: 일흔",
    "numeral 80 weak: 여든",
    "numeral 90 weak: 아흔",
    "scale 2: 백",
    "scale 3: 천",
    "scale 4: 만",
    "scale 8: 억",
    "scale 12: 조",
    "percent: % = 퍼센트 | 퍼센트포인트 = 퍼센트 포인트 = 포인트 = %포인트 | ‰ = 퍼밀",
    "currency: KRW = 원 | THB = 바트 | IDR = 루피아 | VND = 동 | CNY = 위안 | USD = 달러 = 미화 | "
    "EUR = 유로 | JPY = 엔 | PHP = 페소 | MYR = 링깃 | INR = 루피",
    "measure: kilometre = 킬로미터 | metre = 미터 | mile = 마일 | nautical mile = 해리 | tonne = "
    "톤 |"
    "    kilogram = 킬로그램 | gram = 그램 | litre = 리터 | hectare = 헥타르 | megawatt = 메가와트 "
    "|"
    "    gigawatt = 기가와트 | kilowatt = 킬로와트 | barrel = 배럴 | acre = 에이커 |"
    "    square kilometre = 제곱킬로미터 | square metre = 제곱미터 | cubic metre = 세제곱미터",
    "name: 일본 | 태국 | 베트남 | 말레이시아 | 인도네시아 | 필리핀 | 싱가포르 | 캄보디아 | 라오스 |"
    "    미얀마 | 브루나이 | 동티모르 | 아세안 = 동남아시아국가연합 | 대한민국 = 한국 | 중국 | "
    "인도 |"
    "    호주 | 뉴질랜드 | 미국 | 캐나다 | 영국 | 프랑스 | 독일 | 이탈리아 | 스페인 | 러시아 |"
    "    몽골 | 파키스탄 | 방글라데시 | 스리랑카 | 유엔 = 국제연합 | 유럽연합 | 아프리카연합 |"
    "    세계보건기구 | 세계무역기구 | 세계은행 | 아시아개발은행 | 국제통화기금 | 서울 | 도쿄 |"
    "    방콕 | 자카르타 | 하노이 | 마닐라 | 제네바 | 뉴욕",
    "weekday: 월요일 | 화요일 | 수요일 | 목요일 | 금요일 | 토요일 | 일요일",
    "unit: hour = 시간 | day = 일 | week = 주 = 주일 | month = 개월 = 달 | monthnumber = 월 |"
    "    year = 년",
    "limit: 이내 = 이내에 = 내에 | 까지 | 이전 = 이전에 | 이후 = 이후에 | 동안",
    "bound: 최소 = 적어도 | 최대 | 이상 | 이하 | 미만 | 초과",
    "time: 지체 없이 = 즉시 | 매년 = 해마다 | 매월 = 매달 | 매주",
    "paragraph: op = 문단 = 단락",
    NULL,
};
