"""Words that tell names: what stands in front of them, inside them, at their end, and what only looks like one."""

__all__ = [
    "ASKING",
    "BODY_LETTERS",
    "COMPOUNDS",
    "CORPORATE_ENDINGS",
    "DATES",
    "DOERS",
    "DOMAINS",
    "ENVOYS",
    "FROM",
    "FULL_NAMES",
    "GENERIC_BODIES",
    "GIVEN_NAMES",
    "IN_PLACE",
    "JOINING",
    "LOOSE",
    "MEDIA_ENDINGS",
    "NAMED_FOR",
    "NO_SURNAMES",
    "OFFICES",
    "OPENERS",
    "PARTICLES",
    "PERSONAL_TITLES",
    "QUOTES",
    "REGNAL",
    "SUFFIXES",
    "TITLES_AND_SURNAMES",
    "UNIONS_OF_STATES",
    "WRITTEN",
]

PERSONAL_TITLES = frozenset(
    """
    president vice prime minister chancellor premier governor gov senator sen representative rep judge justice
    attorney general secretary sheriff chief officer captain capt colonel col lieutenant lt sergeant sgt major
    commander admiral gen doctor dr professor prof director mayor ambassador deputy assistant former acting bishop
    pope cardinal rabbi imam reverend rev pastor mp king queen <king> <prince> <mr> chairman chairwoman
    <chairperson> <lawmaker> <spokesperson> co founder ceo executive speaker leader whip commissioner adviser
    advisor counselor counsel strategist host coach correspondent reporter editor inspector detective superintendent
    private corporal councillor councilor alderman detainee defendant mr mrs ms miss sir lord dame congressman
    congresswoman spokesman spokeswoman mep msp candidate nominee lawyer administrator analyst economist historian
    activist campaigner journalist columnist anchor researcher scientist surgeon nurse teacher engineer treasurer
    trustee trooper deputy agent delegate prince princess chairperson businessman businesswoman councilman
    councilwoman alderwoman selectman assemblyman assemblywoman comptroller manager owner firefighter lawmaker
    leader resident senator-elect president-elect prosecutor <businessperson>
    """.split()
)
"""Words that stand in front of a person's name."""

OPENERS = frozenset(
    """
    a an and any but if nor or so yet the this that these those some many most few several both each every other another
    one two three all no not only when while where then now as after before since although though because however
    meanwhile instead for in on at to by with from like unlike under over until despite during even still also again
    he she they it we i you his her their its our your my what who how why which there here is are was were did does do
    """.split()
)
"""Words that open a sentence with a capital and belong to no name."""
PARTICLES = frozenset("de del della van von der den al bin ibn el la le di da dos du ben".split())
"""Small words inside persons' names."""
JOINING = frozenset("of the for and & on".split()) | PARTICLES
GIVEN_NAMES = frozenset(
    """
    jordan chad georgia finn april may june august israel paris chile kenya holland bill will mark rose grace jack frank
    pat rob sue art dick grant hope faith joy dawn drew chase chuck gene guy dean earl ray rich sandy bob buck cliff
    dale don glen hank heath lance miles nick penny pierce reed ruby summer victor wade ward wayne max pearl robin jay
    christian hunter mason carter parker taylor tyler cooper sterling blake marine
    """.split()
)
"""Words that people also bear as given names: names only in front of another name."""
NO_SURNAMES = frozenset(
    """
    tribune herald gazette courier chronicle observer guardian telegraph daily weekly post star mirror examiner inquirer
    sentinel dispatch bulletin broadcasting airlines airways motors systems solutions industries technologies energy
    pharmaceuticals partners capital ventures holdings group fund trust union society club team videos day week city
    county valley beach lake bay coast river mountain square bridge street
    """.split()
)
"""Words at the end of a run that make it a body's, a place's or a day's name."""
DATES = frozenset({"<weekday>", "<month>", "<year>", "<number>"})
IN_PLACE = frozenset("in at near outside across around into toward towards throughout".split())
FROM = frozenset({"of", "on", "from"})
NAMED_FOR = frozenset(
    "act administration airport amendment award bill cabinet campaign center centre doctrine era family foundation "
    "government house law library memo office order plan report rally school street team tour tower university".split()
)
"""What is named for a person: "the President Orr Library"."""
LOOSE = frozenset({"-", "&", "of", "the", "for", "and", "on"})
"""What a name cannot end with."""
QUOTES = frozenset('“”"‘’')
ASKING = frozenset({"will", "may"})
"""Words that people bear as given names and that open a question."""
BODY_LETTERS = frozenset("PD FD FC TV".split())
"""Letters that end bodies' names, and no person's as "KC" and "MP" do."""
COMPOUNDS = frozenset("born led run wide held style era area".split())
"""What a hyphen joins to a name to make an adjective; participles in -ed beside: "Tarn-based Harbour Foods"."""
DOERS = frozenset(
    "pontiff hopeful star veteran native mogul tycoon magnate novelist hero icon billionaire expert author founder "
    "actor actress singer rapper filmmaker comedian athlete official operative physician player quarterback".split()
)
"""Nouns for persons that stand in front of no name."""
REGNAL = ("Pope ", "King ", "Queen ", "Prince ", "Princess ", "Emperor ", "Sultan ")
"""Titles without which a single name names nobody: "Pope Anton"."""
DOMAINS = frozenset("com org net gov edu info".split())
"""Ends of addresses by which outlets are named: "Tarnwatch.com"."""
ENVOYS = frozenset("ambassador envoy representative delegate emissary".split())
"""Offices that are held to a body or a country, where others are held of one."""
OFFICES = PERSONAL_TITLES - frozenset("co reporter anchor dame king prince speaker captain private agent".split())
"""Titles that end no body's name; "the Ostvale Reporter" is one."""
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
"""What stands behind a surname."""
CORPORATE_ENDINGS = frozenset(
    "inc corp ltd llc llp plc co company corporation group holdings motors airlines airways industries technologies "
    "pharmaceuticals entertainment energy international nv sa ag se spa gmbh automobiles".split()
)
"""Words that a company's short form leaves out."""
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
"""What a person or a body writes, with the words by which it and its writer are called then."""
UNIONS_OF_STATES = frozenset(
    {"united states", "u.s.", "us", "u.s", "uk", "u.k.", "united kingdom", "united arab emirates", "uae"}
)
"""Countries whose names are institutions' words."""
GENERIC_BODIES = {
    **dict.fromkeys("company firm giant automaker carmaker airline bank retailer manufacturer".split(), "business"),
    **dict.fromkeys("newspaper paper network outlet magazine broadcaster channel website tabloid".split(), "media"),
    **dict.fromkeys("charity nonprofit union".split(), "ngo"),
    "agency": "government",
    "university": "expert",
    "organization": "",
    "organisation": "",
    "group": "",
}
"""Nouns by which a body named before is called, with the type that its name must not deny."""
TITLES_AND_SURNAMES = frozenset("king bishop dean pope prince major marshal judge knight baron".split())
"""Titles that people also bear as surnames: behind a name, and in front of none."""
MEDIA_ENDINGS = frozenset(
    "times post herald tribune gazette courier chronicle observer guardian telegraph news journal press star".split()
)
"""Last words of outlets' names."""
_SHORT_FORMS = """
    abigail abby | abraham abe | albert al bert | alexander alex | alexandra alex sandra | alfred al fred | andrew
    andy drew | anthony tony | barbara barb | benjamin ben | bernard bernie | bradley brad | catherine cathy kate
    | charles charlie chuck | christopher chris | christina chris tina | christine chris | cynthia cindy | daniel
    dan danny | david dave | deborah deb debbie | donald don | dorothy dot | douglas doug | edward ed eddie ted |
    elizabeth liz beth betsy betty | eugene gene | frances fran | francis frank | frederick fred | gerald gerry
    jerry | gregory greg | harold hal | henry hank harry | jacob jake | jacqueline jackie | james jim jimmy |
    jeffrey jeff | jennifer jen jenny | john jack | johnathan jon | jonathan jon | joseph joe | joshua josh |
    judith judy | katherine kate kathy | kathleen kathy | kenneth ken | lawrence larry | leonard len leo | leslie
    les | louis lou | margaret maggie meg peggy | matthew matt | michael mike mick | mitchell mitch | nancy nan |
    nathaniel nate | nicholas nick | pamela pam | patricia pat patty | patrick pat | peter pete | philip phil |
    phillip phil | randall randy | raymond ray | rebecca becky | richard dick rich rick | robert bob bobby rob |
    ronald ron | samuel sam | samantha sam | stephen steve | steven steve | stuart stu | susan sue | suzanne sue |
    terrence terry | theodore ted | theresa terry | thomas tom tommy | timothy tim | victoria vicky | vincent
    vince | virginia ginny | walter walt | william bill billy will | zachary zach
"""
FULL_NAMES = {
    short: frozenset(line.split()[0] for line in _SHORT_FORMS.split("|") if short in line.split()[1:])
    for short in _SHORT_FORMS.replace("|", " ").split()
}
"""Given names by the short forms that English makes of them, of both genders alike."""
