"""How accounts introduce the same person: titles and descriptions beside the name, from each account's entities."""

from collections.abc import Sequence

from framing.aligned import Introduction, Said
from framing.comparing.sources import same_name
from framing.entities.name_words import PERSONAL_TITLES
from framing.expressions import expression
from framing.finding import Analysis

__all__ = ["introductions", "office_of"]

_NAMED = "named_person"
_MANNERS = frozenset("mr mrs ms miss sir lord dame madam".split())
_ABBREVIATED = {"rep": "representative", "sen": "senator", "gov": "governor", "gen": "general", "prof": "professor"}
_PERSON = expression(r"(?:[a-z]{2}er|[a-z]{2}or|ist|ian|man|woman|[a-z]{2}ant|eer|person|nurse|mother|father|widow)$")
_NO_PERSON = frozenset("under later other former whether never over after matter number order power member".split())
_OPENS = expression(r"(?:(?:the|an?|its|his|her|their|former|ex|acting|retired|then|[A-Z]\S*)\b)")
_OFFICES = PERSONAL_TITLES | frozenset(_ABBREVIATED.values())
_LIMITS = frozenset("in on as by with from opens opened said says told is was are were has had who which that".split())
"""Words that no description holds before its noun, and few behind it: what holds them is a clause."""
_BELONGS = expression(r" (?:of|for|from|at) ")
_WORD = expression(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_MOST_WORDS = 12
"""Words of a description; a longer run is a clause that the entities' table took along; set by hand."""


def introductions(analyses: Sequence[Analysis]) -> tuple[Introduction, ...]:
    """Return the persons whom two accounts or more introduce in different words, by where they are first named.

    Args:
        analyses: One for each article.
    """
    groups: list[tuple[list[str], list[Said]]] = []
    for number, analysis in enumerate(analyses):
        taken: set[int] = set()
        for entity in analysis.entities:
            if entity.kind != "person" or entity.identity != _NAMED:
                continue
            same = (
                place
                for place, (names, _) in enumerate(groups)
                if place not in taken and all(same_name((entity.name, _NAMED), (name, _NAMED)) for name in names)
            )
            place = next(same, len(groups))
            if place == len(groups):
                groups.append(([], []))
            taken.add(place)
            groups[place][0].append(entity.name)
            groups[place][1].extend(_said(number, analysis.article.text, entity.roles))
    introduced = (Introduction(max(names, key=len), tuple(said)) for names, said in groups)
    return tuple(introduction for introduction in introduced if _differ(introduction.said))


def _said(article: int, text: str, roles: Sequence[tuple[int, int]]) -> list[Said]:
    """Return the roles that say what somebody is, each wording once."""
    by_form: dict[str, Said] = {}
    for start, end in roles:
        role = text[start:end]
        if _introduces(role):
            by_form.setdefault(_form(role), Said(article, start, end, role))
    return list(by_form.values())


def _introduces(role: str) -> bool:
    """Return whether words say what a person is: a noun phrase with a title or a noun of persons in it.

    "Mr." says nothing, and what a title stands behind may be another sentence's end ("defeated Senator").
    """
    words = [word.lower() for word in _WORD.findall(role)]
    if not 0 < len(words) <= _MOST_WORDS or words[-1] in _MANNERS or "\n" in role:
        return False
    nouns = [
        word in PERSONAL_TITLES or (_PERSON.search(word) is not None and word not in _NO_PERSON)
        for word in words
        if word not in _MANNERS
    ]
    opens = _OPENS.match(role) is not None
    if not _LIMITS.isdisjoint(words):
        return False
    joined = "and" in words and role.split(maxsplit=1)[0].lower() not in {"a", "an", "the"}
    return any(nouns) and (opens or nouns[0]) and not joined


def _form(role: str) -> str:
    words = (word.lower() for word in _WORD.findall(role))
    return " ".join(_ABBREVIATED.get(word, word) for word in words if word not in {"a", "an", "the"})


def office_of(role: str) -> str:
    """Return what is left of a description without where the office is: "Maine Gov." and "the governor of Maine"."""
    words = _BELONGS.split(role)[0].split()
    kept = [word for word in words if not word[0].isupper() or _form(word) in _OFFICES]
    return _form(" ".join(kept)) or _form(role)


def _differ(said: Sequence[Said]) -> bool:
    """Return whether two accounts have no description in common: "the mayor of Ostvale" and "Mayor" are one."""
    forms: dict[int, set[str]] = {}
    for one in said:
        forms.setdefault(one.article, set()).add(office_of(one.text))
    ways = list(forms.values())
    return any(not one & other for place, one in enumerate(ways) for other in ways[:place])
