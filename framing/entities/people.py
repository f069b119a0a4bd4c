"""The names of one person: by surname, given name, title and initials."""

from collections.abc import Sequence

from framing.entities.cluster import Cluster
from framing.entities.extents import Name
from framing.entities.genders import Gender, KnownGender, gender_of_title
from framing.entities.name_words import PERSONAL_TITLES
from framing.entities.person_names import PersonName, agree, full_names, parsed
from framing.expressions import expression

__all__ = ["People", "front_of", "is_relative"]

_FEWEST_LETTERS = 3
"""Letters from which initials may stand for a person anywhere ("MBS")."""
_FEWEST_LABEL = 2
"""Letters from which initials may stand for a speaker in front of a colon."""
_TITLED, _LAST_NAMED, _OFTEN, _MOST_COUNTED = 3.0, 1.0, 0.5, 4
"""What a surname's bearer gains by a shared title, by being named last, and by each earlier name (four at most). Set by
hand: a title outweighs the others together."""
_YOUNGER = -4.0
"""What "Holm Jr." loses where the page also has "Holm": the surname alone is the parent's. Set by hand, below all
gains."""
_MOST_BEFORE = 1
"""Times that a given name stands alone before the whole name: once in a headline."""
_KIN = expression(
    r"\b(?:brother|sister|twin|son|daughter|wife|husband|widow|widower|father|mother|uncle|aunt|nephew|niece|cousin"
    r"|grandson|granddaughter|grandfather|grandmother|sibling|child|ex-wife|ex-husband)(?:-in-law)? of "
    r"(?:(?:the|late|former|then) |(?:[A-Z][\w.-]*) )*$"
)
"""What makes a name a relative's, whom a sentence is not about: "Ada Holm, sister of Gov. [Rolf Holm]"."""
_KINSHIP = 70
"""Characters in front of a name in which its bearer's relative is looked for."""
_KIN_TITLE = expression(
    r"\b(?:[Ff]irst (?:[Ll]ady|[Gg]entleman)|brother|sister|son|daughter|wife|husband|widow|widower|father|mother),? \Z"
)
"""What makes the name behind it that of a relative of somebody with the same surname: "his daughter Ada Holm"."""
_CHILD_BEHIND = expression(r"\.?, (?:[\w’'.-]+ ){0,4}(?:son|daughter)\b")
"""What tells that the name in front of it is a child's: "Rolf Holm Jr., the president's eldest son"."""
_TITLE_WORD = expression(r"(\w[\w-]*)\.?(?: |\n+)$")
_TITLE = 24
"""Characters in front of a name in which its title is looked for."""


def front_of(text: str, name: Name) -> str:
    """Return the text in front of a name in which its title may stand."""
    return text[max(name.span.start - _TITLE, 0) : name.span.start]


def is_relative(text: str, name: Name) -> bool:
    """Return whether a name only tells whose relative somebody is: "Ada Holm, sister of Rolf Holm"."""
    return _KIN.search(text, max(name.span.start - _KINSHIP, 0), name.span.start) is not None


def _title_of(before: str) -> str | None:
    """Return the office in front of a name; ``None`` if there is none or only a "Mr"."""
    title = _TITLE_WORD.search(before)
    word = title.group(1).lower() if title else ""
    return word if word in PERSONAL_TITLES and gender_of_title(before) is None else None


def _not_given(names: Sequence[Name]) -> set[str]:
    """Return the words that stand alone again and again before the first full name that they open.

    Whoever is called by a given name is introduced by the whole one first: "Tarnland" before "Tarnland Moor" is none.
    """
    alone: dict[str, int] = {}
    not_given: set[str] = set()
    surnames = {name.name.split()[-1] for name in names if name.kind == "person"}
    introduced: set[str] = set()
    for name in names:
        if name.kind == "single":
            alone[name.name] = alone.get(name.name, 0) + 1
        elif name.kind == "person":
            first = name.name.split()[0]
            if first not in introduced and first not in surnames and alone.get(first, 0) > _MOST_BEFORE:
                not_given.add(first.lower())
            introduced.add(first)
    return not_given


def _apart(text: str, names: Sequence[Name]) -> set[str]:
    """Return the surnames that stand for somebody whom the page never names in full, but whose relatives it does.

    "President Holm and first lady Ada Holm": the surname alone is his, with an office or in front of her whole name.
    """
    alone: set[str] = set()
    related: dict[str, dict[str, bool]] = {}
    for name in names:
        surname = parsed(name.name).surname if name.kind == "person" else name.name.replace("’", "'").lower()
        if name.kind == "single" and (surname not in related or _title_of(front_of(text, name)) is not None):
            alone.add(surname)
        elif name.kind == "person":
            kin = _KIN_TITLE.search(front_of(text, name)) is not None
            bearers = related.setdefault(surname, {})
            bearers[name.name] = bearers.get(name.name, False) or kin
    return {surname for surname, bearers in related.items() if all(bearers.values()) and surname in alone}


def _two_generations(text: str, names: Sequence[Name]) -> set[str]:
    """Return the surnames of which the page tells a child from a parent: "Holm Jr.", "his son Rolf Holm Jr."."""
    younger = [(name, parsed(name.name)) for name in names if name.kind == "person" and "Jr" in name.name]
    return {
        person.surname
        for name, person in younger
        if person.younger
        and (not person.given or _KIN_TITLE.search(front_of(text, name)) or _CHILD_BEHIND.match(text, name.span.end))
    }


class People:
    """Persons by surname and by given name."""

    def __init__(
        self, clusters: list[Cluster], text: str, names: Sequence[Name], known_gender: KnownGender | None = None
    ) -> None:
        self._clusters = clusters
        self._known_gender = known_gender
        self._apart = _apart(text, names)
        self._not_given = _not_given(names)
        self._two_generations = _two_generations(text, names)
        self._titles: dict[int, set[str]] = {}
        self._counts: dict[int, int] = {}
        self._by_initials: dict[str, set[int]] = {}
        self._parsed: dict[int, list[PersonName]] = {}
        self._by_surname: dict[str, list[int]] = {}
        self._by_given: dict[str, list[int]] = {}

    def full(self, name: Name) -> int:
        """Return the cluster of a full name, a new one where none agrees."""
        parts = parsed(name.name)
        for number in self._by_surname.get(parts.surname, ()):
            if any(self._agree(parts, form) for form in self._parsed[number]):
                self._note(number, parts)
                self._lengthen(number, name.name)
                return number
        known = self._known_gender(name.name, "person") if self._known_gender else None
        self._clusters.append(Cluster("person", name.name, known_gender=known))
        number = len(self._clusters) - 1
        self._note(number, parts)
        return number

    def _note(self, number: int, parts: PersonName) -> None:
        forms = self._parsed.setdefault(number, [])
        if parts in forms:
            return
        forms.append(parts)
        initials = "".join(word[0] for word in (*parts.given, *parts.surname.split())).upper()
        self._by_initials.setdefault(initials, set()).add(number)
        last = parts.surname.split()[-1]
        for key in {parts.surname, last, last.split("-")[-1], last.split("-")[0]}:
            holders = self._by_surname.setdefault(key, [])
            if number not in holders:
                holders.append(number)
        for given in parts.given:
            if given in self._not_given:
                continue
            holders = self._by_given.setdefault(given, [])
            if number not in holders:
                holders.append(number)

    def _agree(self, first: PersonName, second: PersonName) -> bool:
        if first.younger != second.younger and first.surname in self._two_generations:
            return False
        return agree(first, second)

    def _lengthen(self, number: int, name: str) -> None:
        cluster = self._clusters[number]
        parts = parsed(name)
        mine, own = parts.given, parsed(cluster.name).given
        # Where the page has "Rolf Holm" too, "Jr." may yet be a child's, and "III" is not.
        numbered = mine == own and not parts.younger and name.startswith(f"{cluster.name} ")
        longer = len(mine) > len(own) or numbered
        formal = len(mine) == len(own) > 0 and mine[0] in full_names(own[0])
        if longer or formal:
            cluster.name = name

    def note_title(self, text: str, name: Name, number: int) -> None:
        """Note the gender and the office that the title in front of a name prints."""
        before = front_of(text, name)
        gender = gender_of_title(before)
        cluster = self._clusters[number]
        self._counts[number] = self._counts.get(number, 0) + 1
        if gender:
            cluster.genders[gender] = cluster.genders.get(gender, 0) + 2
        title = _title_of(before)
        if title:
            self._titles.setdefault(number, set()).add(title)

    def initialled(self, letters: str, *, label: bool) -> int | None:
        """Return the one person with these initials: "JG" in front of a colon, "MBS" anywhere."""
        fewest = _FEWEST_LABEL if label else _FEWEST_LETTERS
        if not letters.isupper() or len(letters) < fewest:
            return None
        bearers = self._by_initials.get(letters, set())
        return next(iter(bearers)) if len(bearers) == 1 else None

    def single(self, text: str, name: Name, latest: dict[int, int], *, known: bool) -> int | None:
        """Return the cluster of the person whose surname, else whose given name, a word is.

        Of several persons the one wins who has the title in front of the word, was named last or is named often. A word
        that the lexicons have as a source ("Google") is no given name.
        """
        word = name.name.lower().replace("’", "'")
        before = front_of(text, name)
        gender, title = gender_of_title(before), _title_of(before)
        relatives = {self._clusters[number].printed_gender for number in self._by_surname.get(word, ())}
        if word in self._apart and (gender is None or gender not in relatives):
            return None
        for holders in (self._by_surname.get(word, ()), () if known else self._by_given.get(word, ())):
            fitting = [number for number in holders if self._fits(number, gender)]
            named = [number for number in fitting if 0 < latest.get(number, 0) < name.span.start]
            if named:
                last = max(latest[number] for number in named)
                return max(
                    named, key=lambda number: (self._worth(number, title, latest[number] == last), latest[number])
                )
            if fitting:
                return fitting[0]
        return None

    def _worth(self, number: int, title: str | None, last: bool) -> float:  # noqa: FBT001
        """Return how likely a surname alone stands for one of its bearers, as a sum of points."""
        titled = title is not None and title in self._titles.get(number, ())
        younger = all(form.younger and form.surname in self._two_generations for form in self._parsed[number])
        return (
            _YOUNGER * younger
            + _TITLED * titled
            + _LAST_NAMED * last
            + _OFTEN * min(self._counts.get(number, 0), _MOST_COUNTED)
        )

    def _fits(self, number: int, gender: Gender | None) -> bool:
        own = self._clusters[number].gender
        return gender is None or own is None or own == gender

    def told_apart(self, text: str, name: Name) -> str | None:
        """Return a surname with its "Mrs.", by which the page tells its bearer from somebody named in full."""
        title = _TITLE_WORD.search(front_of(text, name))
        named = name.name.lower().replace("’", "'") in self._by_surname
        return f"{title.group().strip()} {name.name}" if title and named and gender_of_title(title.group()) else None

    def titled(self, text: str, name: Name) -> bool:
        """Return whether a title in front of a word shows that it is a person's name."""
        before = front_of(text, name)
        return _title_of(before) is not None or gender_of_title(before) is not None
