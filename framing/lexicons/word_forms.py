"""Which form of its base a word is, and the same form of another word or phrase.

Forms are named as English has them for nouns (``one``, ``many``) and verbs (``base``, ``third``, ``past``,
``participle``, ``ongoing``); a regular verb's ``past`` and ``participle`` are written alike.
"""

from collections.abc import Collection
from functools import cache

from framing.inflection import inflections, irregular_forms

__all__ = ["FormName", "formed", "guessed_forms", "head_of_noun", "is_mass", "is_plural", "named_forms"]

FormName = str

_AFTER_A_HEAD = frozenset(
    "about across after against around as at behind beside between by during for from in into like near of off on onto "
    "out over since than that through to toward towards under until up which who whose with within without".split()
)
"""What begins a part of a noun phrase that its plural leaves alone: its head stands before, not last."""
_BESIDE_A_HEAD = frozenset(
    "accused addicted attracted brought charged convicted fired forced killed made meant paid released seen supported "
    "told trafficked wanted".split()
)
"""Participles that stand between a head and what follows it ("person charged with fraud")."""
_MASS = frozenset(
    """
    abuse advice aid air amnesty anger austerity avoidance blame brutality bureaucracy butchery chaos chicanery
    conduct confinement control cooperation coverage criticism damage deceit demagoguery disarray discontent
    disorder economics enforcement equipment evidence excitement exposure extortion favouritism force funding gas
    gobbledygook greed harassment harm help hogwash hypocrisy hysteria ideology immigration indoctrination
    information insurance interference justice language largesse lawfare legislation lunacy madness malice media
    migration mistreatment money nonsense oil opposition overreach paperwork pay plunder pollution poverty pressure
    propaganda prostitution publicity regulation retaliation revenue rhetoric rule segregation slavery stuff
    surveillance talk tape terror thuggery torture trade travel treatment tyranny uncertainty unrest vandalism
    vetting violence warfare welfare wrongdoing
    """.split()
)
_MASS_ENDINGS = ("ing", "ism", "ness")
_COUNTED = frozenset(
    "being bombing building clearing crossing drawing feeling filing finding gathering hearing killing king meeting "
    "offspring ring ruling shooting spring string thing uprising warning wing".split()
)
"""Nouns in an ending of things without number that have one."""
_ENDING_IN_S = frozenset("chaos gas lens means news series species".split())
_ENDING_IN_MEN = frozenset("abdomen acumen omen regimen specimen".split())
_TO_BE = {"base": "be", "third": "is", "participle": "been", "ongoing": "being"}
"""Its past is "was" or "were", by a subject that is not looked for."""


def guessed_forms(word: str, pos: str) -> frozenset[FormName]:
    """Return which forms a word seems to be of a base that is not known."""
    if pos == "noun":
        return frozenset({"many" if is_plural(word) else "one"})
    if pos != "verb":
        return frozenset({"base"})
    if word.endswith("ing"):
        return frozenset({"ongoing"})
    if word.endswith("ed"):
        return frozenset({"past", "participle"})
    if word.endswith("s") and not word.endswith("ss"):
        return frozenset({"third"})
    known = _irregular_verb_forms()
    ending = next((form for form in known if len(form) > 3 and word.endswith(form)), word)
    return known.get(word) or known.get(ending) or frozenset({"base"})


def formed(phrase: str, pos: str, names: Collection[FormName]) -> str:
    """Return a phrase's head in a form; empty where the form is not certain.

    Args:
        phrase: A noun phrase in the singular or plural, or a verb phrase from its base form on; ``~`` marks the head
            where it stands elsewhere.
        pos: ``noun`` or ``verb``; any other is left as it is.
        names: Which forms the word is that the phrase stands for.

    Examples:
        >>> formed("person charged with fraud", "noun", {"many"}), formed("give way", "verb", {"ongoing"})
        ('people charged with fraud', 'giving way')
    """
    words = phrase.replace("~", "").split(" ")
    marked = next((place for place, word in enumerate(phrase.split(" ")) if word.endswith("~")), None)
    if pos == "noun":
        place = head_of_noun(words) if marked is None else marked
        if "many" in names and is_mass(words[place]):
            return ""
        if "many" in names and not is_plural(words[place]):
            words[place] = inflections(words[place], "noun")[1]
        return " ".join(words)
    if pos != "verb":
        return " ".join(words)
    place = marked or 0
    if words[place] == "be":
        forms = {_TO_BE[name] for name in names if name in _TO_BE} if "past" not in names else set()
    else:
        forms = {written for name, written in named_forms(words[place], "verb") if name in names}
    return " ".join([*words[:place], forms.pop(), *words[place + 1 :]]) if len(forms) == 1 else ""


def head_of_noun(words: Collection[str]) -> int:
    """Return the place of a noun phrase's head: the last word, or the last before what hangs on it.

    Examples:
        >>> head_of_noun("high official of the union".split(" "))
        1
    """
    phrase = list(words)
    for place in range(1, len(phrase)):
        if phrase[place] in _AFTER_A_HEAD or phrase[place] in _BESIDE_A_HEAD:
            return place - 1
    return len(phrase) - 1


def is_mass(word: str) -> bool:
    """Return whether a noun has no plural and takes no "a"."""
    return word in _MASS or (word.endswith(_MASS_ENDINGS) and word not in _COUNTED and len(word) > 4)


def is_plural(word: str) -> bool:
    """Return whether a noun is written in the plural."""
    if word.endswith("s"):
        return not word.endswith(("ss", "us", "is", "ics")) and word not in _ENDING_IN_S
    return word in _irregular_plurals() or (word.endswith("men") and word not in _ENDING_IN_MEN)


@cache
def _irregular_plurals() -> frozenset[str]:
    nouns = {"person", "man", "woman", "child", "foot", "tooth"}
    plurals = {form for base, forms in irregular_forms() if base in nouns for form in forms[:1]}
    return frozenset(plurals | {"police", "cattle"})


@cache
def _irregular_verb_forms() -> dict[str, frozenset[FormName]]:
    found: dict[str, frozenset[FormName]] = {}
    for base, _ in irregular_forms():
        for name, written in named_forms(base, "verb"):
            if name in {"past", "participle"} and written != base:
                found[written] = found.get(written, frozenset()) | {name}
    return found


@cache
def named_forms(base: str, pos: str) -> tuple[tuple[FormName, str], ...]:
    """Return the forms of a base, each with its name.

    Args:
        base: In small letters.
        pos: ``noun`` or ``verb``; of any other the base is the only form.
    """
    forms = inflections(base, pos)
    if pos == "noun":
        return (("one", base), *(("many", form) for form in forms[1:]))
    if pos != "verb":
        return (("base", base),)
    third = _third(base)
    past = tuple(form for form in forms[1:] if not form.endswith("ing") and form != third)
    named = [("base", base), ("third", third), *(("ongoing", form) for form in forms if form.endswith("ing"))]
    # "bore borne" are past and participle; "burned burnt" are two spellings of both.
    apart = len(past) > 1 and not all(form.endswith(("d", "t")) for form in past)
    if apart:
        named += [("past", past[0]), ("participle", past[-1])]
    else:
        named += [(name, form) for form in past or (base,) for name in ("past", "participle")]
    return tuple(dict.fromkeys(named))


def _third(base: str) -> str:
    odd = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    regular = inflections(base, "verb")[1:2]
    return odd.get(base) or (regular[0] if regular else base)
