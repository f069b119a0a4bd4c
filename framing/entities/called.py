"""Whom a common noun calls that a name stood for before: "the company", "the senator", "his campaign"."""

import re
from collections.abc import Mapping, Sequence

from framing.article import Article
from framing.entities.mentions import Mention
from framing.entities.name_words import DOERS, GENERIC_BODIES, MEDIA_ENDINGS, OFFICES, PERSONAL_TITLES, SUFFIXES
from framing.entities.names import Name
from framing.entities.pronouns import Candidate, antecedent
from framing.entities.rows import Row
from framing.modelling.canonical import class_of_capital
from framing.spans import Span

__all__ = ["Called", "is_personal"]

_GENERIC = re.compile(r"the ([a-z]+)", re.IGNORECASE)
_QUALIFIED = re.compile(r"(?:the|this|that) (?:[\w’'.-]+ ){1,3}(?P<noun>[\w-]+)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_MODIFIERS = frozenset(
    "mr mrs ms miss sir lord dr doctor former acting vice prime deputy assistant chief executive general nominee "
    "candidate lawyer attorney owner founder resident leader".split()
)
"""Titles that hold no office against another: "Mr", "former", and what office-holders are beside."""
_NAMED = frozenset({"person", "single"})
_NEAR = 2
"""Sentences back in which a person is near."""
_OWN_BODY = re.compile(r"(his|her) ((?:[\w-]+ )?(?:campaign|administration|office|foundation|lab))", re.IGNORECASE)
"""A body that is named by whose it is."""


def is_personal(noun: str) -> bool:
    """Return whether a noun calls a person: an office, a party's, a doer's."""
    word = noun.lower()
    return word in PERSONAL_TITLES or class_of_capital(noun.title()) == "<party>" or word in DOERS


class Called:
    """Looks up whom a noun calls, by who was named or spoke before."""

    def __init__(self, article: Article, rows: Sequence[Row], categories: Mapping[Span, str]) -> None:
        self._article = article
        self._rows = rows
        self._categories = categories

    def is_outlet(self, name: Name) -> bool:
        """Return whether a name is an outlet's, by the lexicon or by its last word."""
        return self._categories.get(name.span) == "media" or name.name.split()[-1].lower() in MEDIA_ENDINGS

    def called(self, mention: Mention, candidates: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the body that "the company" is, or the one person of whom "the senator" was told.

        Args:
            mention: A description.
            candidates: Whoever was named or credited before it.
            place: The numbers of its sentence and its block.
        """
        found = _GENERIC.fullmatch(mention.name)
        if found is None:
            return self._salient(mention, candidates, place)
        noun = found.group(1).lower()
        if noun in GENERIC_BODIES:
            fitting = [one for one in candidates if self._may_be(one, GENERIC_BODIES[noun])]
            spoken = [one for one in fitting if one.credited]
            return (spoken or fitting)[-1].row if fitting else None
        return self._unlike_others(noun, candidates, place)

    def _salient(self, mention: Mention, candidates: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the one person near by whom "the Ostvale senator" is, if no title denies it."""
        found = _QUALIFIED.fullmatch(mention.name)
        if found is None or mention.plural or not is_personal(found["noun"]):
            return None
        noun = found["noun"].lower()
        near = [one for one in candidates if place[0] - one.sentence <= _NEAR and place[1] - one.block <= 1]
        people = {
            one.row
            for one in near
            if one.person and self._rows[one.row].kind in {"person", "single"} and not one.quoted
        }
        if len(people) != 1:
            return None
        person = next(iter(people))
        return None if noun in OFFICES and self._offices(person) - {noun} else person

    def _offices(self, row: int) -> set[str]:
        """Return the offices that titles and appositions say somebody holds."""
        written = (self._article.slice(role.span).lower() for role in self._rows[row].roles if role.place != "member")
        return {word for role in written for word in _WORD.findall(role)} & OFFICES - _MODIFIERS

    def _unlike_others(self, noun: str, candidates: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the one person near by of whom no title is told, whom "the senator" calls."""
        if noun not in PERSONAL_TITLES:
            return None
        near = [one for one in candidates if place[0] - one.sentence <= 1 and place[1] - one.block <= 1]
        people = {one.row for one in near if self._rows[one.row].kind == "person" and not one.quoted}
        return (
            next(iter(people))
            if len(people) == 1 and all(role.place == "member" for role in self._rows[next(iter(people))].roles)
            else None
        )

    def _may_be(self, one: Candidate, category: str) -> bool:
        row = self._rows[one.row]
        if row.kind != "body":
            return False
        own = {self._categories[name.span] for name in row.names if name.span in self._categories}
        if row.name.split()[-1].lower() in MEDIA_ENDINGS:
            own.add("media")
        return category in own or (not own and category in {"", "business"} and one.credited)

    def owned(self, mention: Mention, candidates: Sequence[Candidate], place: tuple[int, int]) -> str | None:
        """Return the name of a body that is somebody's: "his campaign" is "Holm campaign"."""
        found = _OWN_BODY.fullmatch(mention.name)
        if found is None:
            return None
        owner = antecedent(found.group(1).lower(), mention.span.start, *place, candidates)
        if owner is None:
            return None
        words = [word for word in self._rows[owner].name.split() if word.strip(".,") not in SUFFIXES]
        return f"{words[-1]} {found.group(2)}"
