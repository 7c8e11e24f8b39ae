#include "language/tables/field_words.h"

#include <stddef.h>

#include "language/language_tag.h"

/* What dictionaries of English lack. */
static const char field[] =
    "abovementioned aforementioned agri agribusiness agrifood agroforestry antiretroviral "
    "benefitted benefitting bioeconomy biofuels biogases biomanufacturing bioprospecting "
    "biosafety biosecurity biosphere blockchain bycatch capacitation climate-smart coastguard "
    "connectivity counterterrorism cryptocurrency cryptocurrencies cyber cyberattack "
    "cyberattacks cybercrime cybercrimes cyberdefence cyberdefense cyberspace cybersecurity "
    "cyberthreat cyberthreats datacenter datacenters dataset datasets decarbonisation "
    "decarbonise decarbonised decarbonising decarbonization decarbonize decarbonized "
    "decarbonizing deconflict deconfliction deepfake deepfakes defund defunded defunding "
    "demarche demarches demining denuclearisation denuclearise denuclearization denuclearize "
    "derisking desertification desertified dialogues digitalisation digitalise digitalised "
    "digitalising digitalization digitalize digitalized digitalizing disaggregated "
    "disinformation distortionary distortive ecotourism electromobility electrolyser "
    "electrolysers electrolyzer electrolyzers enablers escalatory ethnolinguistic exascale "
    "extraterritorial extraterritoriality extrabudgetary feedstock feedstocks femicide "
    "financings fintech forcibly gamification geoeconomic geoeconomics geoinformatics "
    "geospatial geostrategic geothermal governmental grassroots grantmaking greenfield "
    "greenwashing halal hydrographic hydropower indigeneity indigenisation industrialisation "
    "informatics infodemic interagency interconnector interconnectors interdependencies "
    "interfaith intergovernmental interlinkage interlinkages interministerial interoperability "
    "interoperable interparliamentary interregional intersessional intraregional islamophobia "
    "lakeshore likeminded liquified livestock macroeconomic macroprudential mainstreaming "
    "megacity megacities mechanisation microcredit microenterprise microenterprises "
    "microfinance microgrid microgrids microplastic microplastics microreactor microreactors "
    "migratory minilateral minilateralism minilaterals misattribution misinformation modality "
    "modalities mpox multiannual multidimensional multidomain multigenerational multilaterals "
    "multilateralism multimodal multinational multistakeholder multiyear narcotrafficking "
    "nationals neurotechnology neurotechnologies nonbank nephrops noncompliance nonproliferation "
    "nonstate nontariff offtake offtaker offtakers onshoring operationalisation operationalise "
    "operationalised operationalises operationalising operationalization operationalize "
    "operationalized operationalizes operationalizing overcapacity overcapacities "
    "overconcentration parliamentarian parliamentarians peacebuilder peacebuilders "
    "peacebuilding peacekeeping peacemaking periodicity permafrost phytosanitary plurilateral "
    "plurilaterally plurilaterals postconflict powerplant powerplants preambular prefinancing "
    "prosumer prosumers publics ransomware ratione reaffirmation refoulement regionalisation "
    "reinsurer reinsurers renewables reskilling rightsholder rightsholders rightsizing roadmap "
    "roadmaps roundtable roundtables sargassum seafarer seafarers seabed seaborne servicer "
    "servicers shipbuilding shipowner shipowners skillset skillsets smartphone smartphones "
    "spyware startup startups statecraft stateless statelessness stocktake stocktakes "
    "stocktaking subclause subcommittee subgroup subitem subnational subparagraph subparagraphs "
    "subregion subregional subregions subseabed subsea supranational techno telehealth "
    "telemedicine tokenisation tokenization townhall transboundary transnational transshipment "
    "transhipment trialogue trilateral trilaterally trilateralism trilaterals unbracketed "
    "underrepresented underserved universalisation universalise universalization universalize "
    "unilaterally upskill upskilling visa-free wastewater webinar webinars weevers weaponisation "
    "weaponise weaponised weaponization weaponize weaponized wellbeing whistleblower "
    "whistleblowers workplan workplans workstream workstreams worldclass zoonoses";

static const char field_more[] = "zoonotic xenophobia";

/* Terms of law and diplomacy from Latin and French. */
static const char law[] =
    "accession acquis altera pars parte inaudita bis ter quater quinquies sexies septies octies "
    "novies decies agrément aide-mémoire alia alios alternat amicus animus annus ante "
    "apartheid arguendo attaché attachés bellum bona bono casus causa cogens communique "
    "communiques communiqué communiqués compromis concordat consensu coram corpus curiae dedere "
    "demarche démarche démarches détente détentes dicta dictum dixit droit ejusdem erga "
    "exequatur facie facto faute fide fora forum gentium habeas idem imperii imperium infra "
    "infraction ipso judicare judicata judice jure juris jus laissez-passer lege lex liberum "
    "lieu limine locus manu mala mare materiae minimis modus mutandis mutatis naturalis nemo "
    "nolle nostra novo nullius nullum obiter omnes opinio pacem pacta paix pari passim passu "
    "persona personae plenipotentiary poenale posteriori praeter presidium pourparlers prima "
    "primus priori procès procès-verbal procès-verbaux promulgated quid quo quorum raison "
    "ratione rapporteur rapporteurs rapprochement rebus referendum res servanda servare sic "
    "sine sponte stantibus status stricto sub sui suo sunt supra temporis terra travaux ultima "
    "ultra uti verbal verbatim verso versa vice vires vis viva vivo volens";

/* Of which names of institutions, instruments and places are made. */
static const char names[] =
    "ASEAN Academy Accession Accord Action Administration Affairs Africa African Agency Agenda "
    "Agreement Agricultural Agriculture Alliance Ambassador America American Americas Annex "
    "Arab Article Asia Asian Assembly Assistance Association Atlantic Atomic Authority Ban Bank "
    "Biodiversity Biological Board Bureau Business Cabinet Capital Celsius Central Centre "
    "Center Chair Chairman Chairmanship Chamber Chancellor Chapter Charter Chemical Children "
    "Civil Climate Coast Code Collaboration Commerce Commission Commissioner Committee "
    "Commonwealth Communication Communique Communiqué Community Compact Comprehensive "
    "Conference Congress Connectivity Consortium Constitution Consultation Consultative Control "
    "Convention Cooperation Cooperative Coordination Coordinating Corporation Corridor Council "
    "Country Court Crime Crimes Criminal Culture Cultural Customs Cybersecurity Declaration "
    "Defence Defense Delegation Democratic Department Development Dialogue Digital Diplomatic "
    "Director Disarmament Disaster Discrimination Division Economic Economy Education "
    "Educational Elimination Emergency Emirates Emission Energy Engagement Environment "
    "Environmental Establishment Europe European Excellence Exchange Exclusive Executive Export "
    "Facility Fahrenheit Federal Federation Finance Financial Fisheries Food Force Forces "
    "Foreign Forest Forum Foundation Framework Free Freedom Fund General Genocide Global Goals "
    "Governance Government Governor Group Guidelines Health Heritage High Highness Human "
    "Humanitarian Implementation Independent Indian Indigenous Indo-Pacific Industrial Industry "
    "Information Infrastructure Initiative Innovation Institute Institution Instrument "
    "Intellectual Intelligence Interim International Investment Island Islands Joint Judicial "
    "Justice Kingdom Labour Labor Law Leader Leaders League Legal Lower Maritime Mechanism "
    "Mekong Meeting Member Members Memorandum Middle Migration Military Minister Ministerial "
    "Ministers Ministry Mission Monetary Multilateral Museum Nation National Nations Navigation "
    "Negotiations Network Neutral Northern Nuclear Observatory Ocean Office Officer Officials "
    "Operation Operations Organisation Organization Outlook Pacific Panel Parliament "
    "Parliamentary Partner Partners Partnership Peace Peaceful People Permanent Plan Plenary "
    "Plenipotentiary Police Policy Political Population Pandemic Preparedness Presidency "
    "President Prevention Prime Principles Private Procedure Programme Program Prohibition "
    "Project Property Proliferation Protection Protocol Provisional Punishment Ramadan "
    "Reconstruction Red Reduction Reform Refugee Refugees Regional Regulation Regulatory "
    "Representative Representatives Republic Research Resilience Resolution Response Resources "
    "Review Rights River Roadmap Rules Safety Sanctions Science Scientific Secretariat "
    "Secretary Security Senate Senior Services Social Society Socialist Southeast Southern "
    "Space Special Standard Standards State Statement States Statistics Strategic Strategy "
    "Subcommittee Summit Supreme Sustainable System Technical Technology Telecommunication "
    "Telecommunications Territories Territory Terrorism Torture Tourism Trade Training "
    "Transport Transportation Treaty Tribunal Understanding Union United Universal University "
    "Vice Vision War Water Weapons Welfare Western Women Working World Youth Zone";

/* Where conferences meet. */
static const char cities[] =
    "Abuja Ankara Baku Bali Bangkok Beijing Belgrade Berlin Brasilia Brussels Bucharest Budapest "
    "Buenos Aires Busan Cairo Canberra Cancun Cartagena Copenhagen Dakar Delhi Dhaka Doha Dubai "
    "Dublin Durban Geneva Glasgow Hague Hangzhou Hanoi Helsinki Hiroshima Honolulu Istanbul "
    "Jakarta "
    "Johannesburg Kathmandu Kunming Kyiv Kyoto Lisbon London Madrid Manila Marrakesh Melbourne "
    "Montreal Moscow Nagoya Nairobi Naypyidaw Osaka Oslo Ottawa Penh Phnom Prabang Prague Pretoria "
    "Reykjavik Riyadh Rome Santiago Sendai Seoul Stockholm Strasbourg Sydney Tashkent Tehran Tokyo "
    "Ulaanbaatar Vienna Vientiane Vladivostok Warsaw Washington Wellington Wilmington Yangon";

/* How paragraphs begin. */
static const char openers[] =
    "accepting acknowledging adopting affirming alarmed appealing appreciating approving "
    "authorizes aware bearing believing calling calls commending commends concerned concluding "
    "concurring condemning condemns confident confirming confirms congratulating conscious "
    "considering convinced decides declaring declares deciding demanding deploring deplores "
    "desiring determined determining emphasising emphasizing encouraged encourages encouraging "
    "endorses endorsing establishing expressing expresses fulfilling guided having highlighting "
    "hoping inspired instructs inviting invites keeping mindful noting notes observing "
    "underlines underlining underscores underscoring urges urging welcomes welcoming pledging "
    "proclaims pursuing reaffirming reaffirms realising realizing recalling recalls recognising "
    "recognizing recognises recognizes recommends regretting reiterates reiterating rejecting "
    "reminding requests resolved resolving respecting responding reviewing seeking stressing "
    "stresses striving strongly supporting supports taking thanking trusting undertaking "
    "since today together looking building under drawing above further moreover additionally "
    "finally taking working viewing whereas wishing witnessing";

/* Currencies and units. */
static const char units[] =
    "baht dinar dirham dong euro franc hryvnia kina krone kronor kroner kwacha kyat naira paisa "
    "peso pesos pound ringgit rial riel riyal rouble ruble rupee rupees rupiah shekel shilling "
    "shillings taka tala tenge vatu yuan gigawatt gigawatts kilowatt megawatt megawatts "
    "terawatt gigatonnes megatonnes kilometre kilometres kilometer kilometers hectare hectares "
    "tonne tonnes";

static const char english_function[] =
    "to of in on by at or as is be we an the and that this with from have will their which been "
    "more than they other these those "
    "also such were would should could into our for are was has not all its through between among "
    "including within toward towards against under over while where when there between both each "
    "who only most upon about after before during must shall being world work support";

const char *const *adref_field_words(const char *language)
{
  static const char *const english[] = {field,  field_more, law,   names,
                                        cities, openers,    units, NULL};
  static const char *const none[] = {NULL};
  return language && adref_language_tag_matches(language, "en") ? english : none;
}

const char *adref_function_words(const char *language)
{
  return language && adref_language_tag_matches(language, "en") ? english_function : "";
}
