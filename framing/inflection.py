"""English inflection: all forms of a noun, verb or adjective from its base form.

Regular spelling rules and the irregular forms that news uses; a lexicon entry adds others in its field ``forms``.
Source: quirk1985, chapters 3 (verbs), 5 (nouns) and 7 (adjectives).
"""

__all__ = ["inflections", "irregular_forms"]

_IRREGULAR_VERBS = """
arise arose arisen | awake awoke awoken | be am is are was were been being | bear bore borne | beat beat beaten |
become became become | begin began begun | bend bent | bet bet | bid bid | bind bound | bite bit bitten | bleed bled
| blow blew blown | break broke broken | breed bred | bring brought | broadcast broadcast | build built | burn
burned burnt | burst burst | buy bought | cast cast | catch caught | choose chose chosen | cling clung | come came
come | cost cost | creep crept | cut cut | deal dealt | dig dug | do did done does | draw drew drawn | dream dreamed
dreamt | drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed fed | feel felt | fight
fought | find found | flee fled | fling flung | fly flew flown | forbid forbade forbidden | forecast forecast
forecasted | foresee foresaw foreseen | forget forgot forgotten | forgive forgave forgiven | forgo forwent forgone |
freeze froze frozen | get got gotten | give gave given | go went gone goes | grind ground | grow grew grown | hang
hung hanged | have had has | hear heard | hide hid hidden | hit hit | hold held | hurt hurt | keep kept | kneel
knelt kneeled | know knew known | lay laid | lead led | lean leaned leant | leap leaped leapt | learn learned learnt
| leave left | lend lent | let let | lie lay lain lied | light lit lighted | lose lost | make made | mean meant |
meet met | mislead misled | mistake mistook mistaken | misunderstand misunderstood | outdo outdid outdone | overcome
overcame overcome | overdo overdid overdone | override overrode overridden | overrun overran overrun | oversee
oversaw overseen | overtake overtook overtaken | overthrow overthrew overthrown | pay paid | plead pleaded pled |
prove proved proven | put put | quit quit | read read | rebuild rebuilt | rend rent | repay repaid | reset reset |
retell retold | ride rode ridden | ring rang rung | rise rose risen | run ran run | say said | see saw seen | seek
sought | sell sold | send sent | set set | shake shook shaken | shed shed | shine shone shined | shoot shot | show
showed shown | shrink shrank shrunk | shut shut | sing sang sung | sink sank sunk | sit sat | slay slew slain slayed
| sleep slept | slide slid | sling slung | slink slunk | slit slit | smite smote smitten | sow sowed sown | speak
spoke spoken | speed sped speeded | spend spent | spill spilled spilt | spin spun | spit spat spit | split split |
spoil spoiled spoilt | spread spread | spring sprang sprung | stand stood | steal stole stolen | stick stuck | sting
stung | stink stank stunk | stride strode | strike struck stricken | string strung | strive strove striven strived |
swear swore sworn | sweep swept | swell swelled swollen | swim swam swum | swing swung | take took taken | teach
taught | tear tore torn | tell told | think thought | thrive thrived throve | throw threw thrown | thrust thrust |
tread trod trodden | undercut undercut | undergo underwent undergone | understand understood | undertake undertook
undertaken | undo undid undone | uphold upheld | upset upset | wake woke woken | wear wore worn | weave wove woven |
weep wept | win won | wind wound | withdraw withdrew withdrawn | withhold withheld | withstand withstood | wring
wrung | write wrote written
"""

_IRREGULAR_NOUNS = """
man men | woman women | child children | person people persons | foot feet | tooth teeth | goose geese | mouse mice
| louse lice | ox oxen | crisis crises | analysis analyses | thesis theses | hypothesis hypotheses | basis bases |
oasis oases | axis axes | diagnosis diagnoses | parenthesis parentheses | phenomenon phenomena | criterion criteria
| datum data | medium media mediums | bacterium bacteria | stratum strata | curriculum curricula curriculums |
memorandum memoranda memorandums | referendum referendums referenda | alumnus alumni | stimulus stimuli | nucleus
nuclei | syllabus syllabuses syllabi | fungus fungi | cactus cacti cactuses | index indexes indices | matrix
matrices | appendix appendices appendixes | vortex vortices | life lives | wife wives | knife knives | half halves |
shelf shelves | wolf wolves | thief thieves | leaf leaves | loaf loaves | calf calves | self selves | elf elves |
sheep sheep | deer deer | fish fish | species species | series series | means means | headquarters headquarters |
aircraft aircraft | spacecraft spacecraft | offspring offspring | police police | cattle cattle | hero heroes | veto
vetoes | echo echoes | potato potatoes | tomato tomatoes | embargo embargoes | torpedo torpedoes | negro negroes |
mosquito mosquitoes | volcano volcanoes | cargo cargoes cargos | mango mangoes | buffalo buffaloes | staff staff
staffs | passerby passersby | attorney attorneys
"""

_DOUBLING = frozenset(
    """
    admit ban bar beg blur bob brag bug chat chip chop clap clip clog club commit compel concur confer control
    cram crop deter dim dip dispel distil dog drag drip drop drum equip excel expel fan flag flip flop gag gap
    get grab grin grip gut hop hug incur infer jab jam jog kidnap knit knot lag log lop map mob mop mud nab nag
    nip nod occur omit outbid pad pat patrol peg pen permit pin pit plan plod plot plug pop prefer prod program
    prop quip quiz ram rebel rebut recur refer regret remit repel rev rib rid rig rip rob rot rub sag sap scan
    scar scrap scrub ship shop shrug shun sin sip skim skip slam slap slim slip slug slur snap snub sob spat
    spin spot spur stab star stem step stir stop strap strip strut stun submit sum swap swat tag tap thud tip
    top transfer transmit trap trim trip trot tug unplug unwrap up wag war whip whir wrap zap zip hot big sad
    mad fat thin dim flat red wet grim slim glum drab
    """.split()
)

_ODD_THIRD_PERSON = frozenset({"be", "do", "go", "have"})
_VOWELS = frozenset("aeiou")


def _table(rows: str) -> dict[str, tuple[str, ...]]:
    lines = (row.split() for row in rows.split("|"))
    return {words[0]: tuple(words[1:]) for words in lines}


_VERBS = _table(_IRREGULAR_VERBS)
_NOUNS = _table(_IRREGULAR_NOUNS)


def inflections(word: str, pos: str, *, graded: bool = False) -> tuple[str, ...]:
    """Return a word's forms, the word itself first, each once.

    Args:
        word: Base form in small letters.
        pos: ``noun``, ``verb`` or ``adjective``; for any other the word is its only form.
        graded: Whether an adjective has -er and -est.

    Examples:
        >>> inflections("slam", "verb")
        ('slam', 'slams', 'slammed', 'slamming')
        >>> inflections("crisis", "noun"), inflections("say", "verb")
        (('crisis', 'crises'), ('say', 'says', 'said', 'saying'))
    """
    if pos == "noun":
        forms = (word, *(_NOUNS.get(word) or _compound_plural(word) or (_with_s(word),)))
    elif pos == "verb":
        forms = _verb(word)
    elif pos == "adjective" and graded:
        stem = _stem(word)
        forms = (word, stem + "er", stem + "est")
    else:
        forms = (word,)
    return tuple(dict.fromkeys(forms))


def irregular_forms() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each verb and noun with irregular forms, and these forms."""
    return (*_VERBS.items(), *_NOUNS.items())


def _compound_plural(word: str) -> tuple[str, ...]:
    """Plural of closed compounds of an irregular noun ("policeman", "housewife")."""
    for ending in ("woman", "man", "child", "wife", "person"):
        if word.endswith(ending) and word not in {"human", "german", "roman", "shaman", "talisman", "ottoman"}:
            return tuple(word[: -len(ending)] + plural for plural in _NOUNS[ending])
    return ()


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _stem(word: str) -> str:
    """Return the stem before -ed, -er and -est: doubled consonant, dropped e, i for y."""
    if word.endswith("e"):
        return word[:-1]
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "i"
    return word + word[-1] if word in _DOUBLING else word


def _verb(word: str) -> tuple[str, ...]:
    third = () if word in _ODD_THIRD_PERSON else (_with_s_verb(word),)
    past = _VERBS.get(word) or ((word + "ked",) if word.endswith("c") else (_stem(word) + "ed",))
    return (word, *third, *past, _present_participle(word), *_british_doubling(word))


def _present_participle(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not (word == "be" or word.endswith(("ee", "oe", "ye"))):
        return word[:-1] + "ing"
    if word in _DOUBLING or (word in _VERBS and _doubles(word)):
        return word + word[-1] + "ing"
    return word + ("king" if word.endswith("c") else "ing")


def _with_s_verb(word: str) -> str:
    return word + "es" if word.endswith("o") and word[-2:-1] not in _VOWELS else _with_s(word)


def _doubles(word: str) -> bool:
    """Return whether an irregular one-syllable verb doubles its consonant ("cut", "swim", but not "read")."""
    return (
        len(word) > 2
        and word[-1] not in "wxy"
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
        and word[-1] not in _VOWELS
    )


def _british_doubling(word: str) -> tuple[str, ...]:
    """British forms of verbs in unstressed -el and -al ("labelled" beside "labeled")."""
    if word.endswith(("el", "al")) and len(word) > 4 and word[-3] not in _VOWELS and word not in _DOUBLING:
        return (word + "led", word + "ling")
    return ()
