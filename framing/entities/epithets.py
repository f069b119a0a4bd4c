"""Whom a definite description of a person stands for: "the Ostvale senator", "the 69-year-old", "the popular author".

News names somebody once and then says what they are, in words that the page gives with no name: by home and party, by
age, by trade. Whoever the page's own words fit is meant; else the one person near by, or whom "he" or "she" would mean.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from framing.article import Article
from framing.entities.extents import Name
from framing.entities.genders import gender_of_role
from framing.entities.mentions import Mention
from framing.entities.name_words import OFFICES, PERSONAL_TITLES
from framing.entities.personal_nouns import is_personal, offices_of
from framing.entities.pronouns import ANYBODY, Candidate, antecedent
from framing.entities.rows import Row
from framing.expressions import expression
from framing.modelling.canonical import class_of_capital

__all__ = ["Epithets"]

_BARE = expression(r"[Tt]he (?P<noun>[a-z]+)")
_QUALIFIED = expression(r"(?:[Tt]he|[Tt]his|[Tt]hat) (?:[\w’'.-]+ ){1,4}(?P<noun>[\w-]+)")
_AGED = expression(r"[Tt]he (?P<age>\d{1,3})-year-old(?: (?:[\w-]+ ){0,2}(?P<noun>[\w-]+))?")
_AGE = expression(r",? \(?(?:aged )?(?P<age>\d{1,3})(?=[,;.)]| (?:of|from)\b)")
_AT_HOME = expression(r"[Tt]he (?P<home>[A-Z][a-z]+(?: [A-Z][a-z]+)?) [\w-]+")
"""A description by where somebody comes from: "the West Ostvale senator"."""
_HOME = expression(r",? ?(?:[(\[]?[A-Z][a-z]*-|(?:of|from) )(?P<home>[A-Z][\w.]*(?: [A-Z][\w.]*)?)")
"""A home behind a name, with a party's letter or a preposition: "Holm (R-W. Ost.)", "Holm of West Ostvale"."""
_OWNED = expression(r"[’']s? ")
"""A possessive: "the Tarn Council's clerk" is nobody of whom the page tells another office."""
_CAPITALS = expression(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_WORD = expression(r"\w+")
_MODIFIERS = frozenset(
    "mr mrs ms miss sir lord dr doctor former acting vice prime deputy assistant chief executive general nominee "
    "candidate lawyer attorney owner founder resident leader".split()
)
"""Titles that contradict no office: "Mr", "former", and what an office-holder may also be ("lawyer")."""
_TITLE_LENGTH = 60
"""Characters in front of a name in which its title and a preposition are looked for. Set by hand."""
_NEAR = 2
"""Sentences back in which a person counts as near. Set by hand."""
_OBJECT = expression(r"\b(?:of|to|with|against|by|about|from|under|for|like|on) (?:(?:the|[A-Z][\w.]*) ){0,6}$")
"""A preposition and a title in front of a name, whose bearer the sentence is not about: "letter to Mayor Ada Holm"."""
_DEATH_OF = expression(r"\b(?:burial|death|funeral|killing|murder)s? of (?:[\w.-]+ ){0,4}\Z|\blate \Z")
_DIED = expression(r",? who (?:\w+ ){0,2}(?:died|(?:was|were) (?:\w+ )?(?:killed|murdered|shot dead))\b")


_SUBORDINATE = expression(
    r"\b(?:after|although|as|because|before|if|once|since|than|that|though|unless|until|when|where|whether|while|why)"
    r" \Z"
)
"""The start of a subordinate clause, whose subject is not called by a noun where the main clause has named them."""
_LONGEST_JOINT = 10
_SELDOM_NAMED = frozenset("agent aide official officer spokesman spokesperson spokeswoman staffer".split())
"""Nouns for those whom news mostly leaves unnamed: nobody is meant by them whom the page does not call so."""


class Epithets:
    """Looks up the person whom a description fits, among those who were named before."""

    def __init__(self, article: Article, rows: Sequence[Row]) -> None:
        self._article = article
        self._rows = rows

    def meant(self, mention: Mention, candidates: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the row of the person whom a description stands for; ``None`` if nobody fits.

        Args:
            mention: A description.
            candidates: Everybody who was named or credited before it.
            place: The numbers of its sentence and its block.
        """
        if mention.plural:
            return None
        gender = gender_of_role(mention.name)
        start = mention.span.start
        below = _SUBORDINATE.search(self._article.text, max(start - _LONGEST_JOINT, 0), start) is not None
        subjects = {one.row for one in candidates if below and one.opens and one.sentence == place[0]}
        people = [
            one
            for one in candidates
            if self._rows[one.row].kind in {"person", "single"}
            and not one.quoted
            and one.row not in self._dead | subjects
            and not (gender and one.gender and one.gender != gender)
        ]
        aged = _AGED.fullmatch(mention.name)
        if aged:
            old = self._of_age(aged["age"])
            other = {row for row, age in self._ages if age != aged["age"]}
            people = [one for one in people if one.row not in other]
            return old if old is not None else self._salient((aged["noun"] or "").lower(), mention, people, place)
        bare = _BARE.fullmatch(mention.name)
        if bare:
            return self._untitled(bare["noun"].lower(), people, place)
        qualified = _QUALIFIED.fullmatch(mention.name)
        if qualified is None or not is_personal(qualified["noun"]):
            return None
        at_home = self._from(mention, people)
        return at_home if at_home is not None else self._salient(qualified["noun"].lower(), mention, people, place)

    def _of_age(self, age: str) -> int | None:
        """Return the one person with whose name the page prints an age."""
        return self._only(row for row, printed in self._ages if printed == age)

    def _from(self, mention: Mention, people: Sequence[Candidate]) -> int | None:
        """Return the one person named before whose home a description tells: "the Ostvale Democrat"."""
        told = _AT_HOME.fullmatch(mention.name)
        if told is None:
            return None
        named = {candidate.row for candidate in people}
        return self._only(row for row, home in self._homes if row in named and _is_same_place(home, told["home"]))

    def _only(self, rows: Iterator[int]) -> int | None:
        different = set(rows)
        return different.pop() if len(different) == 1 else None

    @cached_property
    def _dead(self) -> set[int]:
        """The persons of whose death the page tells, who are nobody's "police commissioner" now."""
        text = self._article.text
        return {
            row
            for row, name in self._persons()
            if _DEATH_OF.search(text, max(name.front - _TITLE_LENGTH, 0), name.span.start)
            or _DIED.match(text, name.span.end)
        }

    @cached_property
    def _ages(self) -> list[tuple[int, str]]:
        text = self._article.text
        return [(row, match["age"]) for row, name in self._persons() if (match := _AGE.match(text, name.span.end))]

    @cached_property
    def _homes(self) -> list[tuple[int, str]]:
        text = self._article.text
        behind = [(row, match["home"]) for row, name in self._persons() if (match := _HOME.match(text, name.span.end))]
        titles = [
            (number, home)
            for number, row in enumerate(self._rows)
            if row.kind == "person"
            for role in row.roles
            if role.place == "title"
            for run in _CAPITALS.findall(self._article.slice(role.span))
            for home in _homes_in(run.split())
        ]
        return [*behind, *titles]

    def _persons(self) -> Iterator[tuple[int, Name]]:
        for number, row in enumerate(self._rows):
            if row.kind == "person":
                for name in row.names:
                    yield number, name

    def _salient(self, noun: str, mention: Mention, people: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the one person near by of whom no other office is told, else whoever "he" or "she" would be."""
        people = [one for one in people if noun not in _SELDOM_NAMED or noun in self._offices(one.row)]
        near = [
            candidate
            for candidate in people
            if place[0] - candidate.sentence <= _NEAR and place[1] - candidate.block <= 1 and candidate.person
        ]
        rows = {candidate.row for candidate in near}
        if len(rows) > 1:
            rows &= {candidate.row for candidate in near if not (candidate.owns or self._is_object(candidate))}
        former = mention.name.lower().startswith("the former ")
        if len(rows) == 1:
            person = next(iter(rows))
            return None if not former and self._denies(person, noun) else person
        if _OWNED.search(mention.name):
            return None
        fitting = [
            candidate
            for candidate in people
            if self._rows[candidate.row].kind == "person" and (former or not self._denies(candidate.row, noun))
        ]
        return antecedent(ANYBODY, mention.span.start, *place, fitting)

    def _denies(self, row: int, noun: str) -> bool:
        """Return whether the page gives somebody an office other than that of a description."""
        if noun not in OFFICES:
            return False
        return not self._offices(row) <= offices_of(noun)

    def _is_object(self, candidate: Candidate) -> bool:
        """Return whether a preposition stands in front of a name: "the successor of Ada Holm"."""
        first = max(candidate.start - _TITLE_LENGTH, self._article.sentences[candidate.sentence].start)
        return not candidate.credited and _OBJECT.search(self._article.text[first : candidate.start]) is not None

    def _offices(self, row: int) -> set[str]:
        """Return the offices that titles and appositions give somebody."""
        written = (self._article.slice(role.span).lower() for role in self._rows[row].roles if role.place != "member")
        return {word for role in written for word in _WORD.findall(role)} & OFFICES - _MODIFIERS

    def _untitled(self, noun: str, people: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the one person near by whom "the senator" can be: somebody of whom no title is told."""
        if noun not in PERSONAL_TITLES or noun in _SELDOM_NAMED:
            return None
        near = {
            candidate.row
            for candidate in people
            if place[0] - candidate.sentence <= 1
            and place[1] - candidate.block <= 1
            and self._rows[candidate.row].kind == "person"
        }
        person = next(iter(near)) if len(near) == 1 else None
        untitled = person is not None and all(role.place == "member" for role in self._rows[person].roles)
        return person if untitled else None


def _homes_in(words: Sequence[str]) -> Iterator[str]:
    """Yield the words and pairs of words in a title that may tell where its bearer comes from."""
    named = [
        word if class_of_capital(word) == "<name>" and word.lower() not in PERSONAL_TITLES else "" for word in words
    ]
    yield from filter(None, named)
    yield from (f"{first} {second}" for first, second in pairwise(named) if first and second)


def _is_same_place(home: str, told: str) -> bool:
    """Return whether a home is a place or its abbreviation: "Ost." and "Ostvale", "N.O." and "North Ostvale".

    Examples:
        >>> _is_same_place("Ost.", "Ostvale"), _is_same_place("N.O.", "North Ostvale"), _is_same_place("Tarn", "Ost")
        (True, True, False)
    """
    if home == told:
        return True
    letters, whole = ("".join(_WORD.findall(place)).lower() for place in (home, told))
    short = home.endswith(".") or home.isupper()
    rest = iter(whole)
    return short and letters[:1] == whole[:1] and all(letter in rest for letter in letters)
