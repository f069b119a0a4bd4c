"""Words that help to find names: titles in front, words inside and at the end, and words that only look like names."""

__all__ = [
    "ASKING",
    "BODIES_AND_SURNAMES",
    "BODY_LETTERS",
    "COMPOUNDS",
    "CORPORATE_ENDINGS",
    "DATES",
    "DOERS",
    "DOMAINS",
    "ENVOYS",
    "FROM",
    "GENERIC_BODIES",
    "GIVEN_NAMES",
    "IN_PLACE",
    "JOINING",
    "LOOSE",
    "NAMED_FOR",
    "NO_SURNAMES",
    "OFFICES",
    "OPENERS",
    "PARTICLES",
    "PERSONAL_TITLES",
    "POST_NOMINALS",
    "QUOTES",
    "REGNAL",
    "SHORTENED",
    "SHOWS",
    "SUFFIXES",
    "TITLES_AND_SURNAMES",
    "UNIONS_OF_STATES",
    "WHERE_LANDS_LIE",
    "WRITTEN",
]

PERSONAL_TITLES = frozenset(
    """
    president vice prime minister chancellor premier governor gov senator sen representative rep judge justice
    attorney general secretary sheriff chief officer captain capt colonel col lieutenant lt sergeant sgt major
    commander admiral gen doctor dr professor prof director mayor ambassador deputy assistant former acting bishop
    pope cardinal rabbi imam reverend rev pastor mp king queen <king> <prince> <mr> chair chairman chairwoman
    <chairperson> <lawmaker> <spokesperson> co founder ceo executive speaker leader whip commissioner adviser
    advisor counselor counsel strategist host coach correspondent reporter editor inspector detective superintendent
    private corporal councillor councilor alderman detainee defendant mr mrs ms miss sir lord dame congressman
    congresswoman spokesman spokeswoman mep msp candidate nominee lawyer administrator analyst economist historian
    activist campaigner journalist columnist anchor researcher scientist surgeon nurse teacher engineer treasurer
    trustee trooper deputy agent delegate prince princess chairperson businessman businesswoman councilman
    councilwoman alderwoman selectman assemblyman assemblywoman comptroller manager owner firefighter lawmaker
    leader resident senator-elect president-elect prosecutor
    operator specialist airman seaman <businessperson> adm maj brig supt insp cpl amb secdef secstate
    ayatollah sheikh archbishop cllr publisher producer coroner pollster provost curator cartoonist contributor
    """.split()
)
"""Words that stand in front of a person's name.

The lexicons of titles and of nouns for sources hold 102 of them, but as whole titles with a type each ("health
secretary"); names need single words, parts of titles and abbreviations. With the 47 single titles that the lexicon
alone has, no figure on 240 worked articles moves.
"""

OPENERS = frozenset(
    """
    a an and any but if nor or so yet the this that these those some many most few several both each every other another
    one two three all no not only when while where then now as after before since although though because however
    meanwhile instead via for in on at to by with from like unlike under over until despite during even still also
    again he she they it we i you his her their its our your my what who how why which there here is are was were did
    does do has had could would should amid amidst among amongst between alongside beside besides behind beneath within
    without against across around throughout toward towards upon through except excluding including barring
    notwithstanding regarding concerning considering given following whereas whether once unless lest neither either
    whenever wherever perhaps maybe sometimes
    """.split()
)
"""Words at the start of a sentence whose capital makes no name."""
PARTICLES = frozenset("de del della van von der den al bin ibn el la le di da dos du ben".split())
"""Small words inside persons' names."""
JOINING = frozenset("of the for and & on".split()) | PARTICLES
GIVEN_NAMES = frozenset(
    """
    jordan chad georgia finn jan april
    may june august israel paris chile kenya holland bill will mark rose grace jack frank
    pat rob sue art dick grant hope faith joy dawn drew chase chuck gene guy dean earl ray rich sandy bob buck cliff
    dale don glen hank heath lance miles nick penny pierce reed ruby summer victor wade ward wayne max pearl robin jay
    christian hunter mason carter parker taylor tyler cooper sterling blake marine
    alma autumn buddy cash chance charity chip crystal destiny gay harmony mercy olive patience price prudence skip
    """.split()
)
"""Ordinary words that are also given names: names only in front of another name."""
NO_SURNAMES = frozenset(
    """
    tribune herald gazette courier chronicle observer guardian telegraph daily weekly post star mirror examiner inquirer
    sentinel dispatch bulletin broadcasting airlines airways motors systems solutions industries technologies energy
    pharmaceuticals partners capital ventures holdings group fund trust union society club team videos day week city
    county valley beach lake bay coast river mountain square bridge street coalition alliance association federation
    panel committees councils commissions agencies departments associations today tonight index revolution
    resolution agreement accord treaty survey initiative programme program project doctrine summit conference olympics
    scandal protocol amendment cabinet
    """.split()
)
"""Last words of names of bodies, places, texts, events and days, never of persons."""
SHOWS = frozenset("tonight show hour".split())
"""Words that make a broadcast's title of its host's name: "Ada Holm Tonight"."""
DATES = frozenset({"<weekday>", "<month>", "<year>", "<number>"})
IN_PLACE = frozenset("in at near outside across around into toward towards throughout".split())
FROM = frozenset({"of", "on", "from"})
NAMED_FOR = frozenset(
    "act administration airport amendment award bill cabinet campaign center centre doctrine era family foundation "
    "government house law library memo office order plan report rally school street team tour tower university".split()
)
"""Nouns for things that are named after a person: "the President Orr Library"."""
LOOSE = frozenset({"-", "&", "of", "the", "for", "and", "on"})
"""Words and marks that end no name."""
QUOTES = frozenset('“”"‘’')
ASKING = frozenset({"will", "may"})
"""Given names that also open a question."""
BODIES_AND_SURNAMES = frozenset("church hill law park post street".split())
"""Words of bodies' and places' names that are somebody's surname where they speak alone: "Hill said"."""
BODY_LETTERS = frozenset("PD FD FC TV".split())
"""Letters at the end of bodies' names; "KC" and "MP" end persons' names."""
COMPOUNDS = frozenset("born led run wide held style era area language".split())
"""Words that a hyphen joins to a name to make an adjective: "Tarn-led". Participles in -ed do so as well."""
DOERS = frozenset(
    "pontiff hopeful star veteran native mogul tycoon magnate novelist hero icon billionaire expert author founder "
    "actor actress singer rapper filmmaker comedian athlete official operative physician player quarterback "
    "frontrunner front-runner incumbent contender challenger newcomer freshman baron heir heiress crusader dissident "
    "strongman autocrat firebrand maverick laureate defector whistleblower blogger".split()
)
"""Nouns for persons that are no titles."""
REGNAL = ("Pope ", "King ", "Queen ", "Prince ", "Princess ", "Emperor ", "Sultan ")
"""Titles that belong to a single name: "Pope Anton"."""
DOMAINS = frozenset("com org net gov edu info".split())
"""Ends of web addresses that are names of outlets: "Tarnwatch.com"."""
ENVOYS = frozenset("ambassador envoy representative delegate emissary".split())
"""Offices with "to" in front of a body or country; others have "of"."""
SHORTENED = frozenset("St Ft Mt".split())
"""Abbreviations that begin places' names: "St. Ostvale Police Department"."""
OFFICES = PERSONAL_TITLES - frozenset("co reporter anchor dame king prince speaker captain private agent".split())
"""Titles, without those that also end bodies' names ("the Ostvale Reporter")."""
POST_NOMINALS = frozenset(
    "MP MEP MSP MLA MHA MPP TD QC KC OBE CBE MBE KBE DBE MD DO JD RN PhD DPhil MBA CPA Esq FRS MA BA USN USMC".split()
)
"""Letters of offices, honours and degrees behind a person's name: "Ada Holm MP"."""
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
"""Words behind a surname."""
CORPORATE_ENDINGS = frozenset(
    "inc corp ltd llc llp plc co company corporation group holdings motors airlines airways industries technologies "
    "pharmaceuticals entertainment energy international nv sa ag se spa gmbh automobiles".split()
)
"""Last words that a company's short form leaves out."""
WRITTEN = {
    word: frozenset(words.split())
    for words in (
        "op-ed essay column piece author writer",
        "letter",
        "statement",
        "email e-mail",
        "memo memorandum",
        "release",
        "note",
        "tweet post thread",
    )
    for word in words.split()
    if word not in {"author", "writer"}
}
"""Nouns for texts that somebody writes, each with the nouns that news uses in turn for the text and its writer."""
UNIONS_OF_STATES = frozenset(
    {"united states", "u.s.", "us", "u.s", "uk", "u.k.", "united kingdom", "united arab emirates", "uae"}
)
"""Countries whose names look like those of bodies."""
WHERE_LANDS_LIE = frozenset("North South East West".split())
"""First words of the names of halves of countries and of states: "South Tarnland"."""
GENERIC_BODIES = {
    **dict.fromkeys(
        "company firm giant automaker carmaker airline bank retailer manufacturer insurer lender brewer "
        "drugmaker chipmaker planemaker maker conglomerate utility brand carrier chain supplier subsidiary start-up "
        "startup brokerage".split(),
        "business",
    ),
    "social network": "business",
    **dict.fromkeys("newspaper paper network outlet magazine broadcaster channel website tabloid".split(), "media"),
    **dict.fromkeys("charity nonprofit union".split(), "ngo"),
    "agency": "government",
    "university": "expert",
    "organization": "",
    "organisation": "",
    "group": "",
    "movement": "",
}
"""Nouns for a body that was named before, with the type that it must have; any type where the text is empty."""
TITLES_AND_SURNAMES = frozenset("king bishop dean pope prince major marshal judge knight baron".split())
"""Titles that are also surnames: behind a given name, with no name behind them."""
