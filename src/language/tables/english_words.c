#include "language/tables/english_words.h"

#include <string.h>

struct AdrefEnglishWords {
  GHashTable *all; /* word -> AdrefEnglishWord */
};

/* Nouns whose plural may be a verb, or whose singular stands for many, are left out. */
static const char nouns[] =
    "leader minister country government party participant member partner principle mechanism "
    "initiative activity agreement commitment effort priority area sector objective framework "
    "institution organisation organization agency official citizen region nation meeting "
    "consultation statement declaration delegation authority threat incident system network "
    "service product company firm resource obligation regulation norm treaty convention instrument "
    "expert professional researcher student person port ship vessel investor worker teacher "
    "stakeholder operator supplier capability vulnerability opportunity policy strategy dialogue "
    "provision paragraph article annex week decade century side matter outcome crisis community "
    "society university school hospital group committee council summit state head president "
    "ministry parliament association forum arrangement memorandum obstacle exercise laboratory "
    "partnership relationship conference workshop pillar roadmap facility island ocean economy "
    "industry enterprise entity territory border province city village municipality embassy "
    "ambassador diplomat law weapon missile soldier civilian refugee journalist farmer scientist "
    "ecosystem commodity satellite operation decision resolution proposal solution "
    "conclusion indicator deadline milestone technology "
    "degree chapter goal task tool guideline recommendation requirement criterion phenomenon";

/* Of these a form is a verb as well; it is looked at only where no verb can stand. */
static const char noun_verbs[] =
    "measure project programme program challenge standard right rule "
    "plan visit risk result benefit step exchange issue value interest "
    "approach need concern market centre center document question";

static const char irregular_plurals[] = "criteria phenomena people women men children";

static const char verbs[] =
    "reaffirm recall recognise recognize emphasise emphasize underscore underline commend "
    "encourage "
    "acknowledge agree decide declare intend remain continue condemn appreciate uphold seek affirm "
    "reiterate invite create believe consider establish ensure strengthen protect provide stand "
    "oppose confirm adopt announce applaud congratulate determine strive enhance expand deepen "
    "facilitate maintain implement undertake accept conclude discuss express prevent welcome "
    "develop achieve improve explore pursue launch reduce increase intensify address identify "
    "accelerate consolidate pose contribute depend rely enable allow require affect include "
    "involve "
    "threaten undermine carry settle cooperate participate comply suffer deserve";

/* Verbs of which a form is a noun or an adjective too. */
static const char verb_nouns[] = "support commit note share look work endorse pledge resolve thank "
                                 "task request ask place take make hold join call urge stress "
                                 "promote advance respect highlight aim plan build process";

/* Base forms that no participle is like. */
static const char irregular_verbs[] = "bring take make give see do go begin write grow know keep "
                                      "seek choose speak undertake lose teach send lead";

static const char ambiguous[] =
    "welcome increase increases launch launches address addresses stand stands seek "
    "express undertaking meeting reduce decrease decreases remains meetings sought stood "
    "upheld held appreciate determined increased developed improved agreed continued "
    "maintained protected expressed accepted identified accelerated established recognised "
    "recognized invited intended provided opposed concluded adopted announced enhanced "
    "required affected included involved threatened settled expanded reduced deepened created "
    "decided declared strengthened consolidated pursued";

/* Forms of the past that no rule makes. */
static const char irregular_pasts[] = "met took gave began saw spoke went came";

static const char one[] = "each every another";
static const char many[] =
    "these those several both various numerous two three four five six seven "
    "eight nine ten eleven twelve";
static const char functions[] =
    "and or of in to for with that which who whom whose will shall is are was were has have had by "
    "on from at as through under while should may must can could would when where if unless until "
    "before after during within into upon among between including because since without towards "
    "toward against the a an its their our";
static const char openers[] =
    "have has had a an this the our one we they each neither either both these those "
    "every another several various numerous two three four five six "
    "seven eight nine ten eleven twelve";
static const char modals[] = "will shall should must would could can";

/* The same word in both spellings, in pairs. Capitals of a name are not looked at. */
static const char spellings[] =
    "labour labor centre center centres centers defence defense programme program programmes "
    "programs colour color favour favor favourable favorable honour honor neighbour neighbor "
    "neighbours neighbors neighbouring neighboring neighbourhood neighborhood behaviour "
    "behavior endeavour endeavor endeavours endeavors harbour harbor travelled traveled "
    "travelling traveling fulfil fulfill fulfilment fulfillment enrol enroll skilful skillful "
    "catalogue catalog fibre fiber theatre theater metres meters litres liters judgement "
    "judgment counselling counseling modelling modeling labelled labeled cancelled canceled "
    "grey gray sceptical skeptical ageing aging offence offense pretence pretense rigour "
    "rigor vigour vigor humour humor";

/* Slips of fingers and of ears, each with the word that was meant, by their first letters. Words of
 * other languages, such as "profesional", are not among them. */
static const char *const misspellings[] = {
    "accomodate accommodate accomodation accommodation acheive achieve acheived achieved "
    "acheivement achievement achievment achievement acknowledgeing acknowledging acknowlege "
    "acknowledge acquisiton acquisition adherance adherence adn and adress address adressed "
    "addressed adressing addressing advices advice aggreement agreement agreeement agreement "
    "agreemnt agreement agrement agreement aknowledge acknowledge alledged alleged allign align "
    "alligned aligned allignment alignment allready already ammend amend ammendment amendment "
    "ammendments amendments andthe and_the aniversary anniversary anniversery anniversary "
    "annualy annually appropiate appropriate appropriatly appropriately aproach approach "
    "apropriate appropriate arangement arrangement arguement argument arrangment arrangement "
    "arrangments arrangements assesment assessment assesments assessments assessement "
    "assessment assistence assistance asssociation association attendence attendance authorites "
    "authorities authorties authorities availabilty availability availible available",
    "basicly basically becuase because begining beginning beleive believe believs believes "
    "belive believe benefical beneficial beneficary beneficiary benefitial beneficial "
    "benificial beneficial bilaterial bilateral bilaterly bilaterally buisness business busines "
    "business bythe by_the",
    "capabilites capabilities capabilties capabilities capacites capacities capcity capacity "
    "chalenges challenges challange challenge challanges challenges cheif chief colaboration "
    "collaboration collaberation collaboration collaborat collaborate collegue colleague "
    "collegues colleagues comission commission comittee committee commerical commercial "
    "commision commission commited committed commitee committee commiting committing committe "
    "committee committment commitment committments commitments communites communities communty "
    "community competance competence competant competent competiveness competitiveness "
    "comprehensiv comprehensive comprehesive comprehensive comprehnsive comprehensive "
    "comunication communication comunity community concensus consensus concious conscious "
    "conciousness consciousness condem condemn conectivity connectivity conferance conference "
    "confrence conference conncetivity connectivity connectivty connectivity consensous "
    "consensus consequenses consequences consultaton consultation contribut contribute "
    "contributon contribution contries countries controled controlled contry country convetion "
    "convention coodination coordination coopeation cooperation cooperaton cooperation "
    "cooporation cooperation coordiantion coordination coordinaton coordination coperation "
    "cooperation cordination coordination corperation corporation counterfiet counterfeit "
    "countires countries countrys countries coutries countries coutry country critcal critical "
    "criticial critical cyberscurity cybersecurity cybersecuirty cybersecurity cybersecurty "
    "cybersecurity",
    "decison decision decisons decisions declaraton declaration declartion declaration decsion "
    "decision definately definitely definitly definitely definiton definition defintion "
    "definition delagation delegation delegaton delegation democartic democratic dependance "
    "dependence desireable desirable desparate desperate destablising destabilising deterence "
    "deterrence deterrance deterrence developement development developements developments "
    "develpoment development devlopment development dialoge dialogue dialouge dialogue diferent "
    "different diffrent different digitial digital diligance diligence dilligence diligence "
    "diplomacic diplomatic diplomtic diplomatic disaproval disapproval disasterous disastrous "
    "discusions discussions discussons discussions disipline discipline dissapear disappear "
    "disscuss discuss disscussion discussion divison division",
    "ecomonic economic econmic economic economc economic econonic economic educaton education "
    "effectivly effectively effectivness effectiveness efficency efficiency efficent efficient "
    "efficiantly efficiently electronical electronic emergancy emergency emision emission "
    "emisions emissions endevour endeavour energey energy enterpreneur entrepreneur enterprize "
    "enterprise entrepeneur entrepreneur entrepeneurs entrepreneurs entrepreneural "
    "entrepreneurial enviroment environment enviromental environmental environement environment "
    "equaly equally equiped equipped equipments equipment equitible equitable esential "
    "essential essentialy essentially estabished established establised established "
    "establishement establishment excange exchange excercise exercise exchagne exchange exchang "
    "exchange exellent excellent exersize exercise existance existence expedit expedite "
    "experiance experience expertize expertise expirience experience explicitely explicitly",
    "faciliate facilitate facilitaing facilitating facilites facilities facilitiate facilitate "
    "familar familiar feedbacks feedback finacial financial finacing financing finanical "
    "financial fisherys fisheries forein foreign foreing foreign foriegn foreign formaly "
    "formally forseeable foreseeable forthe for_the fourty forty freindship friendship "
    "frendship friendship friendshp friendship fromthe from_the fullfil fulfil fullfill fulfill "
    "fundamentaly fundamentally fundemental fundamental furhter further furthur further futher "
    "further",
    "garantee guarantee gaurantee guarantee genuin genuine govenment government goverance "
    "governance goverment government goverments governments governace governance governement "
    "government guarentee guarantee guarenteed guaranteed",
    "halth health hardwares hardware harmonius harmonious helath health hospitaltiy hospitality "
    "hospitalty hospitality hte the humanitarain humanitarian humantarian humanitarian",
    "identitfy identify imediately immediately immediatelly immediately immediatly immediately "
    "implementate implement implementaton implementation implemention implementation "
    "implimentation implementation implmentation implementation inaugral inaugural incidentaly "
    "incidentally inclusivly inclusively inclusivness inclusiveness independance independence "
    "independant independent independantly independently indigineous indigenous indiginous "
    "indigenous indisputible indisputable industy industry infastructure infrastructure "
    "influencial influential informations information infrastrucutre infrastructure "
    "infrastruture infrastructure infrastucture infrastructure inhance enhance iniative "
    "initiative initative initiative initatives initiatives initiaitve initiative inititative "
    "initiative innovaton innovation innovtion innovation inovation innovation instituions "
    "institutions instituton institution institutons institutions integirty integrity "
    "integraton integration integrety integrity intelectual intellectual intellegence "
    "intelligence intensifiy intensify interational international interferance interference "
    "intergrity integrity internation international internatonal international interntional "
    "international inthe in_the invesment investment investements investments investigaton "
    "investigation investmet investment inviolible inviolable",
    "jepoardise jeopardise jepoardize jeopardize",
    "knowledges knowledge knowlegde knowledge knowlege knowledge",
    "langauge language leaderhsip leadership leadeship leadership leadrs leaders legitamate "
    "legitimate legitmate legitimate lenght length liasion liaison liason liaison liberaly "
    "liberally likelyhood likelihood",
    "maintainance maintenance maintainence maintenance maintenence maintenance manageing "
    "managing managment management maratime maritime maritme maritime markting marketing "
    "martime maritime measuers measures measurs measures mecanism mechanism mechanims "
    "mechanisms mechanisim mechanism mechansim mechanism medcine medicine memeber member "
    "memebers members memorandom memorandum migraton migration milennium millennium milestons "
    "milestones militery military millenium millennium miltary military minsiter minister "
    "minster minister minsters ministers misile missile mobilty mobility moniter monitor "
    "monitering monitoring multilateralsim multilateralism multilaterial multilateral mutal "
    "mutual mutaul mutual mutualy mutually",
    "nad and nationial national navagation navigation navigaton navigation neccesary necessary "
    "neccessary necessary necesary necessary necessery necessary negociate negotiate "
    "negociation negotiation negociations negotiations negotation negotiation negotations "
    "negotiations neigbour neighbour nieghbouring neighbouring noticable noticeable nuclar "
    "nuclear",
    "obligaton obligation obsticle obstacle occurance occurrence occured occurred occurence "
    "occurrence occuring occurring offical official offically officially officals officials "
    "ofthe of_the ommission omission ommit omit onthe on_the oportunities opportunities "
    "oportunity opportunity opportunites opportunities oppurtunities opportunities oppurtunity "
    "opportunity organizaton organization orginization organization overal overall",
    "paralel parallel paricularly particularly parliment parliament parlimentary parliamentary "
    "parnership partnership parntership partnership participaton participation participents "
    "participants particpants participants particpate participate particularily particularly "
    "particulary particularly partnerhsip partnership partnershp partnership peacefull peaceful "
    "peacefuly peacefully permanant permanent permenant permanent persistance persistence "
    "personel personnel personell personnel persue pursue persuing pursuing persuit pursuit "
    "perticular particular pledgeing pledging polical political politcal political politicaly "
    "politically polution pollution possable possible potentialy potentially practial practical "
    "practicaly practically practicle practical preceed precede preceeding preceding "
    "preperation preparation preperatory preparatory prevelant prevalent preventitive "
    "preventive previosly previously priciple principle priciples principles primarly primarily "
    "principels principles princples principles priviledge privilege probabilty probability "
    "procedding proceeding procedeures procedures proceedure procedure productivty productivity "
    "proffesional professional proffesionals professionals progess progress programms "
    "programmes prohibiton prohibition proliferaton proliferation prominant prominent promte "
    "promote propery property propmote promote prosperiety prosperity prosperty prosperity "
    "protcol protocol protecton protection provison provision pubic public publically publicly "
    "purposs purposes",
    "qualifed qualified quarterley quarterly",
    "rapidally rapidly reaffirn reaffirm reaffrim reaffirm reafirm reaffirm realy really "
    "reasearch research reccommend recommend recieve receive recieved received recieving "
    "receiving recomend recommend recomendation recommendation recomendations recommendations "
    "reconcilation reconciliation reconcilliation reconciliation recongise recognise recongize "
    "recognize reconize recognize rediness readiness reductons reductions refered referred "
    "refering referring refrom reform reginal regional reginonal regional regonal regional "
    "reguarding regarding reguarly regularly regulaton regulation reinforcment reinforcement "
    "reitererate reiterate reitterate reiterate relaitons relations relationhip relationship "
    "relationshp relationship relatons relations relavant relevant relevent relevant reliabilty "
    "reliability religous religious repatriaton repatriation represenatives representatives "
    "representitive representative requirment requirement requirments requirements resarch "
    "research reserach research resilence resilience resiliance resilience resiliant resilient "
    "resillience resilience resistence resistance resistent resistant resoluton resolution "
    "resourses resources responsabilities responsibilities responsability responsibility "
    "responsiblity responsibility ressource resource ressources resources restaint restraint "
    "restriant restraint reveiw review rigourous rigorous",
    "saftety safety saftey safety safty safety sanctons sanctions satifaction satisfaction "
    "scientfic scientific scientifc scientific secratariat secretariat secratary secretary "
    "secretarait secretariat secreteriat secretariat secretery secretary secruity security "
    "secuirty security securtiy security securty security seperate separate seperately "
    "separately seperation separation seurity security shedule schedule shoud should signifcant "
    "significant significent significant significiant significant similiar similar simultanous "
    "simultaneous softwares software solidarety solidarity solidarty solidarity sovereignity "
    "sovereignty soveriegnty sovereignty soverignty sovereignty sovreignty sovereignty speach "
    "speech specifc specific specificaly specifically stabilty stability stablity stability "
    "stake-holders stakeholders stakeholers stakeholders stakholders stakeholders stategic "
    "strategic statment statement statments statements steadfastedly steadfastly stragetic "
    "strategic stratagy strategy strategicly strategically stratgic strategic strenghten "
    "strengthen strenghtened strengthened strenghtening strengthening strenghthen strengthen "
    "strengten strengthen strengthing strengthening subsequant subsequent subsistance "
    "subsistence substancial substantial substantialy substantially subtantive substantive "
    "succesful successful succesfull successful succesfully successfully successfull successful "
    "sucessful successful sufficent sufficient summitt summit supercede supersede suport "
    "support suported supported suports supports suppliments supplements supressing suppressing "
    "supression suppression suprise surprise surveilance surveillance survelliance surveillance "
    "sustainabilty sustainability sustainible sustainable sustanable sustainable symetric "
    "symmetric systematicly systematically",
    "taht that targetted targeted technolgies technologies technolgy technology techology "
    "technology tecnology technology teh the teritorial territorial terorism terrorism "
    "terorrism terrorism territoral territorial terrorisim terrorism terrorits terrorists "
    "terrritorial territorial thatthe that_the thge the thier their threshhold threshold "
    "throught through thru through tht that togather together togehter together toghether "
    "together tommorow tomorrow tothe to_the tradional traditional traditonal traditional "
    "trafficing trafficking traficking trafficking tragectory trajectory trainning training "
    "tranparency transparency transfered transferred transfering transferring transiton "
    "transition transmision transmission transnationl transnational transparancy transparency "
    "transparant transparent transperency transparency trasnfer transfer treatry treaty truely "
    "truly",
    "unacceptible unacceptable unaccpetable unacceptable unanimus unanimous undertakeing "
    "undertaking unecessary unnecessary unforseen unforeseen unfortunatly unfortunately "
    "unilaterly unilaterally univeral universal univercity university univeristy university "
    "universaly universally untill until usefull useful utilisaton utilisation utlization "
    "utilization",
    "vaccinaton vaccination vaccum vacuum vanautu Vanuatu vigilence vigilance violance violence "
    "visable visible "
    "volontary voluntary volunatry voluntary vulnarable vulnerable vulnerabilites "
    "vulnerabilities vulnerabilties vulnerabilities vulnerabilty vulnerability vunerable "
    "vulnerable",
    "welcom welcome welfair welfare wellcome welcome wellcomes welcomes whcih which wheras "
    "whereas whith with wich which widley widely wiht with wil will witha with withing within "
    "withold withhold workshp workshop writen written",
    "yeild yield",
};

/* In the order of their letters. */
static const struct {
  const char *wrong, *right, *unless;
} slips[] = {
    {"a well as", "as well as", NULL},
    {"abide to", "abide by", NULL},
    {"abide with", "abide by", NULL},
    {"according with", "according to", NULL},
    {"adhere with", "adhere to", NULL},
    {"adverse affect", "adverse effect", NULL},
    {"adverse affects", "adverse effects", NULL},
    {"affects of", "effects of", NULL},
    {"amount of countries", "number of countries", NULL},
    {"amount of people", "number of people", NULL},
    {"amount of states", "number of States", NULL},
    {"any from of", "any form of", NULL},
    {"apart form", "apart from", NULL},
    {"arising form", "arising from", NULL},
    {"as regard to", "as regards", NULL},
    {"as regards to", "as regards", NULL},
    {"as well at", "as well as", NULL},
    {"as will as", "as well as", NULL},
    {"asian-pacific economic", "Asia-Pacific Economic", NULL},
    {"association of south east", "Association of Southeast", NULL},
    {"association of south-east", "Association of Southeast", NULL},
    {"away form", "away from", NULL},
    {"bare in mind", "bear in mind", NULL},
    {"baring in mind", "bearing in mind", NULL},
    {"basic principals", "basic principles", NULL},
    {"been lead", "been led", NULL},
    {"benefit form", "benefit from", NULL},
    {"benefits form", "benefits from", NULL},
    {"better then", "better than", NULL},
    {"billion of dollars", "billion dollars", NULL},
    {"billions dollars", "billion dollars", NULL},
    {"capable to", "capable of", NULL},
    {"charter of united nations", "Charter of the United Nations", NULL},
    {"common principals", "common principles", NULL},
    {"complied to", "complied with", NULL},
    {"complies to", "complies with", NULL},
    {"compliment each", "complement each", NULL},
    {"compliment existing", "complement existing", NULL},
    {"complimentary to", "complementary to", NULL},
    {"compliments each", "complements each", NULL},
    {"comply to", "comply with", NULL},
    {"complying to", "complying with", NULL},
    {"consistent to", "consistent with", NULL},
    {"contribute for", "contribute to", NULL},
    {"contributed for", "contributed to", NULL},
    {"contributes for", "contributes to", NULL},
    {"convention for climate change", "Convention on Climate Change", NULL},
    {"coordinating counsel", "Coordinating Council", NULL},
    {"core principals", "core principles", NULL},
    {"could of", "could have", NULL},
    {"democratic principals", "democratic principles", NULL},
    {"depend of", "depend on", NULL},
    {"depending of", "depending on", NULL},
    {"depends of", "depends on", NULL},
    {"diplomatic personal", "diplomatic personnel", NULL},
    {"discuss about", "discuss", NULL},
    {"discussed about", "discussed", NULL},
    {"discussing about", "discussing", NULL},
    {"earlier then", "earlier than", NULL},
    {"emanating form", "emanating from", NULL},
    {"emphasise on", "emphasise", NULL},
    {"emphasised on", "emphasised", NULL},
    {"emphasising on", "emphasising", NULL},
    {"emphasize on", "emphasize", NULL},
    {"emphasized on", "emphasized", NULL},
    {"emphasizing on", "emphasizing", NULL},
    {"european counsel", "European Council", NULL},
    {"every from of", "every form of", NULL},
    {"expert advise", "expert advice", NULL},
    {"fewer then", "fewer than", NULL},
    {"form time to time", "from time to time", NULL},
    {"fro a", "for a", NULL},
    {"fro all", "for all", NULL},
    {"fro the", "for the", NULL},
    {"fundamental principals", "fundamental principles", NULL},
    {"give affect", "give effect", NULL},
    {"gives affect", "gives effect", NULL},
    {"giving affect", "giving effect", NULL},
    {"greater then", "greater than", NULL},
    {"guiding principals", "guiding principles", NULL},
    {"higher then", "higher than", NULL},
    {"human right", "human rights", "to of that is and"},
    {"humanitarian personal", "humanitarian personnel", NULL},
    {"in accordance by", "in accordance with", NULL},
    {"in accordance of", "in accordance with", NULL},
    {"in accordance to", "in accordance with", NULL},
    {"in addition of", "in addition to", NULL},
    {"in collaboration to", "in collaboration with", NULL},
    {"in compliance of", "in compliance with", NULL},
    {"in compliance to", "in compliance with", NULL},
    {"in conformity of", "in conformity with", NULL},
    {"in consultation to", "in consultation with", NULL},
    {"in cooperation to", "in cooperation with", NULL},
    {"in light to", "in light of", NULL},
    {"in line to", "in line with", NULL},
    {"in order achieve", "in order to achieve", NULL},
    {"in order ensure", "in order to ensure", NULL},
    {"in order promote", "in order to promote", NULL},
    {"in order strengthen", "in order to strengthen", NULL},
    {"in principal", "in principle", NULL},
    {"in regards of", "with regard to", NULL},
    {"in regards to", "with regard to", NULL},
    {"in relation of", "in relation to", NULL},
    {"in respect with", "in respect of", NULL},
    {"in the from of", "in the form of", NULL},
    {"in the same time", "at the same time", NULL},
    {"in view to", "in view of", NULL},
    {"int he", "in the", NULL},
    {"inter alias", "inter alia", NULL},
    {"into affect", "into effect", NULL},
    {"irrespective to", "irrespective of", NULL},
    {"key principals", "key principles", NULL},
    {"larger then", "larger than", NULL},
    {"laws of the sea", "Law of the Sea", NULL},
    {"legal advise", "legal advice", NULL},
    {"legal council", "legal counsel", NULL},
    {"less countries", "fewer countries", NULL},
    {"less members", "fewer members", NULL},
    {"less people", "fewer people", NULL},
    {"less states", "fewer States", NULL},
    {"less then", "less than", NULL},
    {"look forward to build", "look forward to building", NULL},
    {"look forward to continue", "look forward to continuing", NULL},
    {"look forward to cooperate", "look forward to cooperating", NULL},
    {"look forward to deepen", "look forward to deepening", NULL},
    {"look forward to enhance", "look forward to enhancing", NULL},
    {"look forward to expand", "look forward to expanding", NULL},
    {"look forward to hold", "look forward to holding", NULL},
    {"look forward to host", "look forward to hosting", NULL},
    {"look forward to implement", "look forward to implementing", NULL},
    {"look forward to meet", "look forward to meeting", NULL},
    {"look forward to receive", "look forward to receiving", NULL},
    {"look forward to see", "look forward to seeing", NULL},
    {"look forward to strengthen", "look forward to strengthening", NULL},
    {"looking forward to continue", "looking forward to continuing", NULL},
    {"looking forward to meet", "looking forward to meeting", NULL},
    {"looking forward to receive", "looking forward to receiving", NULL},
    {"looking forward to see", "looking forward to seeing", NULL},
    {"looking forward to strengthen", "looking forward to strengthening", NULL},
    {"lower then", "lower than", NULL},
    {"medical personal", "medical personnel", NULL},
    {"might of", "might have", NULL},
    {"military personal", "military personnel", NULL},
    {"million of dollars", "million dollars", NULL},
    {"millions dollars", "million dollars", NULL},
    {"more then", "more than", NULL},
    {"must of", "must have", NULL},
    {"mutatis mutandi", "mutatis mutandis", NULL},
    {"mutually complimentary", "mutually complementary", NULL},
    {"negative affects", "negative effects", NULL},
    {"no later then", "no later than", NULL},
    {"not later then", "not later than", NULL},
    {"notwithstanding of", "notwithstanding", NULL},
    {"oft he", "of the", NULL},
    {"on behalf to", "on behalf of", NULL},
    {"ont he", "on the", NULL},
    {"other then", "other than", NULL},
    {"paris agreements", "Paris Agreement", NULL},
    {"participate to", "participate in", NULL},
    {"participated to", "participated in", NULL},
    {"participates to", "participates in", NULL},
    {"participating to", "participating in", NULL},
    {"peacekeeping personal", "peacekeeping personnel", NULL},
    {"policy advise", "policy advice", NULL},
    {"positive affects", "positive effects", NULL},
    {"principals of", "principles of", "the our both state"},
    {"principals of the charter", "principles of the Charter", NULL},
    {"principals of the treaty", "principles of the Treaty", NULL},
    {"principals of the un", "principles of the UN", NULL},
    {"principals of the united nations", "principles of the United Nations", NULL},
    {"principle objective", "principal objective", NULL},
    {"principle officials", "principal officials", NULL},
    {"principle organ", "principal organ", NULL},
    {"principle organs", "principal organs", NULL},
    {"principle purpose", "principal purpose", NULL},
    {"principle responsibility", "principal responsibility", NULL},
    {"prior than", "prior to", NULL},
    {"provide advise", "provide advice", NULL},
    {"providing advise", "providing advice", NULL},
    {"purposes and principals", "purposes and principles", NULL},
    {"pursuant of", "pursuant to", NULL},
    {"pursuant with", "pursuant to", NULL},
    {"ranging form", "ranging from", NULL},
    {"rather then", "rather than", NULL},
    {"refrain form", "refrain from", NULL},
    {"refrain of", "refrain from", NULL},
    {"refrain to", "refrain from", NULL},
    {"refraining form", "refraining from", NULL},
    {"regardless to", "regardless of", NULL},
    {"reiterate again", "reiterate", NULL},
    {"reiterated again", "reiterated", NULL},
    {"reiterates again", "reiterates", NULL},
    {"responsible of", "responsible for", NULL},
    {"resulting form", "resulting from", NULL},
    {"rome statue", "Rome Statute", NULL},
    {"rule of laws", "rule of law", NULL},
    {"rule of the law", "rule of law", NULL},
    {"security counsel", "Security Council", NULL},
    {"security personal", "security personnel", NULL},
    {"seek advise", "seek advice", NULL},
    {"shared principals", "shared principles", NULL},
    {"should of", "should have", NULL},
    {"side affects", "side effects", NULL},
    {"south east asian nations", "Southeast Asian Nations", NULL},
    {"southeast asia nations", "Southeast Asian Nations", NULL},
    {"southeast asian nation", "Southeast Asian Nations", NULL},
    {"starting form", "starting from", NULL},
    {"state of art", "state of the art", NULL},
    {"statue of the international", "Statute of the International", NULL},
    {"stemming form", "stemming from", NULL},
    {"suffer form", "suffer from", NULL},
    {"suffering form", "suffering from", NULL},
    {"superior than", "superior to", NULL},
    {"take affect", "take effect", NULL},
    {"take in account", "take into account", NULL},
    {"take into the account", "take into account", NULL},
    {"take note to", "take note of", NULL},
    {"takes affect", "takes effect", NULL},
    {"taking in account", "taking into account", NULL},
    {"taking into the account", "taking into account", NULL},
    {"taking note to", "taking note of", NULL},
    {"technical advise", "technical advice", NULL},
    {"the advise of", "the advice of", NULL},
    {"the filed of", "the field of", NULL},
    {"their are", "there are", NULL},
    {"their is", "there is", NULL},
    {"their was", "there was", NULL},
    {"their were", "there were", NULL},
    {"there appreciation", "their appreciation", NULL},
    {"there commitment", "their commitment", NULL},
    {"there commitments", "their commitments", NULL},
    {"there cooperation", "their cooperation", NULL},
    {"there countries", "their countries", NULL},
    {"there determination", "their determination", NULL},
    {"there efforts", "their efforts", NULL},
    {"there governments", "their governments", NULL},
    {"there intention", "their intention", NULL},
    {"there intentions", "their intentions", NULL},
    {"there leaders", "their leaders", NULL},
    {"there own", "their own", NULL},
    {"there peoples", "their peoples", NULL},
    {"there readiness", "their readiness", NULL},
    {"there respective", "their respective", NULL},
    {"there sovereignty", "their sovereignty", NULL},
    {"there support", "their support", NULL},
    {"there willingness", "their willingness", NULL},
    {"there shared", "their shared", NULL},
    {"these kind of", "these kinds of", NULL},
    {"these sort of", "these sorts of", NULL},
    {"these type of", "these types of", NULL},
    {"those kind of", "those kinds of", NULL},
    {"to advice", "to advise", "and from on of"},
    {"to insure that", "to ensure that", NULL},
    {"took affect", "took effect", NULL},
    {"tot he", "to the", NULL},
    {"trained personal", "trained personnel", NULL},
    {"united nation", "United Nations", NULL},
    {"united state", "United States", NULL},
    {"universal declaration on human rights", "Universal Declaration of Human Rights", NULL},
    {"untied kingdom", "United Kingdom", NULL},
    {"untied nations", "United Nations", NULL},
    {"untied states", "United States", NULL},
    {"was lead", "was led", NULL},
    {"weather or not", "whether or not", NULL},
    {"were lead", "were led", NULL},
    {"with a view of", "with a view to", NULL},
    {"with affect", "with effect", NULL},
    {"with regards to", "with regard to", NULL},
    {"with respect of", "with respect to", NULL},
    {"with the view to", "with a view to", NULL},
    {"without prejudice for", "without prejudice to", NULL},
    {"without prejudice of", "without prejudice to", NULL},
    {"would of", "would have", NULL},
};

/* Phrases that have lost their small word. Where they may end a part of a sentence, only an article
 * or a verb behind shows it. In the order of their letters. */
static const AdrefEnglishSlip lost_words[] = {
    {"adhere", "adhere to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"adheres", "adheres to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"adhering", "adhering to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"comply", "comply with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"complying", "complying with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"consistent", "consistent with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"consists", "consists of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"contrary", "contrary to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"contribute global", "contribute to global", "funds funding", ADREF_ENGLISH_ANYWHERE},
    {"contribute peace", "contribute to peace", NULL, ADREF_ENGLISH_ANYWHERE},
    {"contribute prosperity", "contribute to prosperity", NULL, ADREF_ENGLISH_ANYWHERE},
    {"contribute regional", "contribute to regional", "funds funding", ADREF_ENGLISH_ANYWHERE},
    {"contribute stability", "contribute to stability", NULL, ADREF_ENGLISH_ANYWHERE},
    {"contributing global", "contributing to global", "funds funding", ADREF_ENGLISH_ANYWHERE},
    {"contributing peace", "contributing to peace", NULL, ADREF_ENGLISH_ANYWHERE},
    {"contributing regional", "contributing to regional", "funds funding", ADREF_ENGLISH_ANYWHERE},
    {"in accordance", "in accordance with", "with to by of as and or both either",
     ADREF_ENGLISH_BEFORE_WORD},
    {"in collaboration", "in collaboration with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in compliance", "in compliance with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in conformity", "in conformity with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in conjunction", "in conjunction with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in consultation", "in consultation with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in cooperation", "in cooperation with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in coordination", "in coordination with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in favor", "in favor of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in favour", "in favour of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in line", "in line with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in order", "in order to", NULL, ADREF_ENGLISH_BEFORE_VERB},
    {"in partnership", "in partnership with", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in pursuit", "in pursuit of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in spite", "in spite of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in support", "in support of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"in view", "in view of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"irrespective", "irrespective of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"look forward", "look forward to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"looking forward", "looking forward to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"looks forward", "looks forward to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"make use", "make use of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"making use", "making use of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"on behalf", "on behalf of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"participate", "participate in", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"participating", "participating in", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"pursuant", "pursuant to", "to of with thereto hereto and or", ADREF_ENGLISH_BEFORE_WORD},
    {"regardless", "regardless of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"subject applicable", "subject to applicable", NULL, ADREF_ENGLISH_ANYWHERE},
    {"subject approval", "subject to approval", NULL, ADREF_ENGLISH_ANYWHERE},
    {"subject availability", "subject to availability", NULL, ADREF_ENGLISH_ANYWHERE},
    {"subject domestic", "subject to domestic", NULL, ADREF_ENGLISH_ANYWHERE},
    {"subject national", "subject to national", NULL, ADREF_ENGLISH_ANYWHERE},
    {"subject respective", "subject to respective", NULL, ADREF_ENGLISH_ANYWHERE},
    {"take note", "take note of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"takes note", "takes note of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"taking note", "taking note of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"took note", "took note of", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"with a view", "with a view to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"with regard", "with regard to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"with respect", "with respect to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
    {"without prejudice", "without prejudice to", NULL, ADREF_ENGLISH_BEFORE_ARTICLE},
};

static void word_free(gpointer data)
{
  AdrefEnglishWord *word = data;
  if (word->slips)
    g_array_unref(word->slips);
  g_free(word);
}

/* What is known of a word, to be added to. */
static AdrefEnglishWord *word_of(AdrefEnglishWords *self, const char *word)
{
  AdrefEnglishWord *known = g_hash_table_lookup(self->all, word);
  if (!known) {
    known = g_new0(AdrefEnglishWord, 1);
    g_hash_table_insert(self->all, g_strdup(word), known);
  }
  return known;
}

static void add_role(AdrefEnglishWords *self, const char *word, guint role)
{
  word_of(self, word)->roles |= role;
}

/* Calls `add` for each word of a list. */
static void each_word(AdrefEnglishWords *self, const char *list,
                      void (*add)(AdrefEnglishWords *self, const char *word, guint role),
                      guint role)
{
  g_auto(GStrv) words = g_strsplit(list, " ", -1);
  for (char **word = words; *word; word++)
    add(self, *word, role);
}

char *adref_english_with_s(const char *word)
{
  gsize length = strlen(word);
  if (g_str_has_suffix(word, "crisis"))
    return g_strdup("crises");
  if (length > 1 && word[length - 1] == 'y' && !strchr("aeiou", word[length - 2]))
    return g_strdup_printf("%.*sies", (int)length - 1, word);
  gboolean hisses = g_str_has_suffix(word, "s") || g_str_has_suffix(word, "x") ||
                    g_str_has_suffix(word, "ch") || g_str_has_suffix(word, "sh");
  return g_strconcat(word, hisses ? "es" : "s", NULL);
}

static void add_noun(AdrefEnglishWords *self, const char *word, guint role)
{
  g_autofree char *plural = adref_english_with_s(word);
  add_role(self, word, ADREF_ENGLISH_SINGULAR | role);
  add_role(self, plural, ADREF_ENGLISH_PLURAL | role);
}

static void add_verb(AdrefEnglishWords *self, const char *word, guint role)
{
  g_autofree char *third = adref_english_with_s(word);
  gsize length = strlen(word);
  gboolean drops_e = word[length - 1] == 'e' && word[length - 2] != 'e';
  gboolean is_y = word[length - 1] == 'y' && !strchr("aeiou", word[length - 2]);
  g_autofree char *past = is_y ? g_strdup_printf("%.*sied", (int)length - 1, word)
                               : g_strconcat(word, word[length - 1] == 'e' ? "d" : "ed", NULL);
  g_autofree char *gerund = g_strdup_printf("%.*sing", (int)(length - (drops_e ? 1 : 0)), word);
  add_role(self, word, ADREF_ENGLISH_BASE | role);
  add_role(self, third, ADREF_ENGLISH_THIRD | role);
  add_role(self, past, ADREF_ENGLISH_PAST | role);
  add_role(self, gerund, ADREF_ENGLISH_GERUND | role);
}

static void add_spellings(AdrefEnglishWords *self)
{
  g_auto(GStrv) words = g_strsplit(spellings, " ", -1);
  for (guint i = 0; words[i]; i++)
    add_role(self, words[i], i % 2 == 0 ? ADREF_ENGLISH_BRITISH : ADREF_ENGLISH_AMERICAN);
}

/* A list has the wrong and the right spelling in turns. */
static void add_misspellings(AdrefEnglishWords *self, const char *list)
{
  g_auto(GStrv) words = g_strsplit(list, " ", -1);
  for (guint i = 0; words[i] && words[i + 1]; i += 2)
    word_of(self, words[i])->spelled = g_intern_string(g_strdelimit(words[i + 1], "_", ' '));
}

static void add_slip(AdrefEnglishWords *self, const AdrefEnglishSlip *slip)
{
  g_autofree char *first = g_strndup(slip->wrong, strcspn(slip->wrong, " "));
  AdrefEnglishWord *word = word_of(self, first);
  if (!word->slips)
    word->slips = g_array_new(FALSE, FALSE, sizeof *slip);
  g_array_append_vals(word->slips, slip, 1);
}

static void add_slips(AdrefEnglishWords *self)
{
  for (guint i = 0; i < G_N_ELEMENTS(slips); i++)
    add_slip(self, &(AdrefEnglishSlip){slips[i].wrong, slips[i].right, slips[i].unless,
                                       ADREF_ENGLISH_ANYWHERE});
  for (guint i = 0; i < G_N_ELEMENTS(lost_words); i++)
    add_slip(self, &lost_words[i]);
}

AdrefEnglishWords *adref_english_words_new(void)
{
  AdrefEnglishWords *self = g_new0(AdrefEnglishWords, 1);
  self->all = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, word_free);
  each_word(self, nouns, add_noun, 0);
  each_word(self, noun_verbs, add_noun, ADREF_ENGLISH_AMBIGUOUS);
  each_word(self, irregular_plurals, add_role, ADREF_ENGLISH_PLURAL);
  each_word(self, verbs, add_verb, 0);
  each_word(self, verb_nouns, add_verb, ADREF_ENGLISH_AMBIGUOUS);
  each_word(self, irregular_verbs, add_role, ADREF_ENGLISH_BASE | ADREF_ENGLISH_IRREGULAR);
  each_word(self, irregular_pasts, add_role, ADREF_ENGLISH_PAST);
  each_word(self, ambiguous, add_role, ADREF_ENGLISH_AMBIGUOUS);
  each_word(self, one, add_role, ADREF_ENGLISH_ONE);
  each_word(self, many, add_role, ADREF_ENGLISH_MANY);
  each_word(self, functions, add_role, ADREF_ENGLISH_FUNCTION);
  each_word(self, openers, add_role, ADREF_ENGLISH_OPENS);
  each_word(self, modals, add_role, ADREF_ENGLISH_MODAL);
  add_spellings(self);
  for (guint i = 0; i < G_N_ELEMENTS(misspellings); i++)
    add_misspellings(self, misspellings[i]);
  add_slips(self);
  return self;
}

void adref_english_words_free(AdrefEnglishWords *words)
{
  if (!words)
    return;
  g_hash_table_unref(words->all);
  g_free(words);
}

const AdrefEnglishWord *adref_english_words_find(const AdrefEnglishWords *words, const char *word)
{
  return g_hash_table_lookup(words->all, word);
}
