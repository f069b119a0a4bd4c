"""Common nouns that stand for somebody named before: "the company", "the senator", "his campaign"."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from framing.article import Article
from framing.entities.body_endings import ending_type
from framing.entities.epithets import Epithets
from framing.entities.mentions import Mention
from framing.entities.name_words import GENERIC_BODIES, SUFFIXES
from framing.entities.names import Name
from framing.entities.pronouns import Candidate, antecedent
from framing.entities.rows import Row
from framing.expressions import expression
from framing.spans import Span

__all__ = ["Called"]

_GENERIC = expression(r"the ([a-z]+)", re.IGNORECASE)
_NEWS = expression(
    r"the (?:news|wire) (?:agency|channel|network|organi[sz]ation|outlet|service|site|website)", re.IGNORECASE
)
_OUTLET = "outlet"
_QUALIFIED = expression(r"(?:the|this|that) (?:[\w’'.-]+ ){1,3}(?P<noun>[\w-]+)", re.IGNORECASE)
_BODY_IN = expression(
    r"(?:[Tt]he )?(?P<body>[a-z]+(?: [a-z][\w’']*){0,3}) (?:in|of|for) (?P<place>[A-Z]\w+(?: [A-Z]\w+)?)"
)
_IN_PRINT = frozenset("newspaper paper magazine tabloid".split())
_ON_AIR = expression(r"\A[A-Z]{2,5}(?: News)?\Z|\b(?:Agency|Broadcasting|Channel|Network|Radio|TV|Television)\b")
"""Names of broadcasters and agencies, mostly letters: "the newspaper" is none where another outlet was named."""
_NAMED_WORD = expression(r"\b[A-Z]")
_ROLE_END = expression(r",| (?:by|into|about|against|of|for|at|with|from|in|on|to|and|who|that|which|since) ")
_KINDS_OF: Mapping[str, frozenset[str | None]] = {
    "government": frozenset({None, "government", "law_enforcement", "international_organisation"}),
    "": frozenset({None, "ngo", "business", "military", "politician"}),
    "business": frozenset({None, "business"}),
    "ngo": frozenset({None, "ngo"}),
    "media": frozenset({"media"}),
}
"""Types of the names of bodies that a noun of a type may call."""
_NAMED = frozenset({"person", "single"})
_NAMED_OWNERS = frozenset({"person", "single", "body", "place"})
_OWN_BODY = expression(r"(?:his|her) (?:[\w-]+ )?(?:campaign|administration)", re.IGNORECASE)
"""A body that bears its owner's surname: "the Holm campaign"."""
_OWNED = expression(r"(?P<pronoun>his|her|its|their) (?:own )?(?P<noun>[\w-]+(?: [\w-]+){0,3})", re.IGNORECASE)
"""Somebody or something that is told only by the owner: "her son", "their statement"."""
_OWN_TEXT = expression(
    r"(his|her) (?:(?!own\b)[\w-]+ ){0,2}(?:tweets?|posts?|letter|statement|comments|remarks|op-ed|essay|column)",
    re.IGNORECASE,
)
"""A text that is named by its writer: "his first tweet"."""


class Called:
    """Looks up whom a noun stands for, among those who were named or credited before."""

    def __init__(self, article: Article, rows: Sequence[Row], categories: Mapping[Span, str]) -> None:
        self._article = article
        self._rows = rows
        self._categories = categories
        self._epithets = Epithets(article, rows)

    def is_outlet(self, name: Name) -> bool:
        """Return whether a name is an outlet's, by the lexicon or by its last word."""
        return self._categories.get(name.span) == "media" or ending_type(name.name.split()[-1]) == "media"

    def called(self, mention: Mention, candidates: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the row of the body that "the company" is, or of the one person whom "the senator" fits.

        Args:
            mention: A description.
            candidates: Everybody who was named or credited before it.
            place: The numbers of its sentence and its block.
        """
        generic, news = _GENERIC.fullmatch(mention.name), _NEWS.fullmatch(mention.name)
        if generic is None and news is None:
            body = self._body_in(mention.name)
            body = self._qualified_body(mention, candidates, place) if body is None else body
            return self._epithets.meant(mention, candidates, place) if body is None else body
        noun = generic.group(1).lower() if generic else _OUTLET
        if noun in GENERIC_BODIES:
            described = [candidate for candidate in candidates if self._is_called(candidate.row, noun)]
            if described:
                return described[-1].row
            fitting = [candidate for candidate in candidates if self._may_be(candidate, GENERIC_BODIES[noun])]
            if noun in _IN_PRINT:
                fitting = [one for one in fitting if not _ON_AIR.search(self._rows[one.row].name)] or fitting
            spoken = [candidate for candidate in fitting if candidate.credited]
            if fitting:
                subject = fitting[-1].opens and place[0] - fitting[-1].sentence <= 1
                return (fitting if subject else spoken or fitting)[-1].row
            opener = self._subject(GENERIC_BODIES[noun], candidates, place)
            return self._firm(candidates, place) if opener is None and GENERIC_BODIES[noun] == "business" else opener
        return self._epithets.meant(mention, candidates, place)

    def _qualified_body(self, mention: Mention, candidates: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the body that "the central bank" or "the car company" is: the subject of this sentence or the last."""
        qualified = _QUALIFIED.fullmatch(mention.name)
        if qualified is None or _NAMED_WORD.search(mention.name, 1):
            return None
        # A "social network" is no network as an outlet is.
        two = " ".join(mention.name.lower().split()[-2:])
        category = GENERIC_BODIES.get(two, GENERIC_BODIES.get(qualified["noun"]))
        return None if category is None else self._subject(category, candidates, place)

    def _body_in(self, description: str) -> int | None:
        """Return the body that "the police department in Tarn" is: the "Tarn Police Department"."""
        placed = _BODY_IN.fullmatch(description)
        return self._bodies.get(f"{placed['place']} {placed['body']}".lower()) if placed else None

    @cached_property
    def _bodies(self) -> dict[str, int]:
        return {row.name.lower(): number for number, row in enumerate(self._rows) if row.kind == "body"}

    def _is_called(self, row: int, noun: str) -> bool:
        """Return whether an apposition calls a body by a noun: "Clean Shore, a residents' group from Tarn"."""
        roles = self._rows[row].roles if self._rows[row].kind == "body" else ()
        heads = (_ROLE_END.split(self._article.slice(role.span).lower(), maxsplit=1)[0].split() for role in roles)
        return any(head[-1:] == [noun] for head in heads)

    def _subject(self, category: str, candidates: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the body that opens this sentence or the one before, if its name denies no category."""
        near = [
            candidate
            for candidate in candidates
            if place[0] - candidate.sentence <= 1 and candidate.opens and not candidate.quoted
        ]
        fits = _KINDS_OF.get(category, frozenset({None}))
        fitting = [candidate for candidate in near if next(iter(self._categories_of(candidate.row)), None) in fits]
        return fitting[-1].row if fitting and self._is_body(fitting[-1].row) else None

    def _is_body(self, row: int) -> bool:
        """Return whether a row is a body's: so is one word that the lexicons have as a source ("Tarnex")."""
        kind = self._rows[row].kind
        return kind == "body" or (kind == "single" and bool(self._categories_of(row)))

    def _firm(self, candidates: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the row of one word, of which nothing else is told: "“Tarnex is safe,” the company said"."""
        near = (other.row for other in reversed(candidates) if place[0] - other.sentence <= 1 and other.opens)
        return next((row for row in near if self._rows[row].kind == "single" and not self._rows[row].roles), None)

    def _categories_of(self, row: int) -> list[str]:
        """Return the types of a body's names: by the lexicon, else by the last word ("Dockers' Union")."""
        own = [self._categories[name.span] for name in self._rows[row].names if name.span in self._categories]
        # "Office of Personnel Management" is an office.
        name = self._rows[row].name.split(" of ")
        ending = ending_type(name[-1].split()[-1]) or ending_type(name[0].split()[-1])
        return own or ([ending] if ending else [])

    def _may_be(self, candidate: Candidate, category: str) -> bool:
        if not self._is_body(candidate.row):
            return False
        own = self._categories_of(candidate.row)
        return category in own or (not own and category in {"", "business"} and candidate.credited)

    def writer(self, mention: Mention, candidates: Sequence[Candidate], place: tuple[int, int]) -> int | None:
        """Return the row of whoever wrote "his tweet": the one for whom the pronoun stands."""
        own = _OWN_TEXT.fullmatch(_ROLE_END.split(mention.name, maxsplit=1)[0])
        return antecedent(own.group(1).lower(), mention.span.start, *place, candidates) if own else None

    def owned(self, mention: Mention, candidates: Sequence[Candidate], place: tuple[int, int]) -> str | None:
        """Return a name by the owner: "his campaign" is the "Holm campaign", "her son" is "Ada Holm’s son"."""
        match = _OWNED.fullmatch(mention.name)
        if match is None:
            return None
        owner = antecedent(match["pronoun"].lower(), mention.span.start, *place, candidates)
        if owner is None or self._rows[owner].kind not in _NAMED_OWNERS:
            return None
        name = self._rows[owner].name
        if _OWN_BODY.fullmatch(mention.name):
            words = [word for word in name.split() if word.strip(".,") not in SUFFIXES]
            return f"{words[-1]} {match['noun']}"
        mark = "’" if "’" in self._article.text else "'"
        return f"{name}{mark}{'' if name.endswith('s') else 's'} {match['noun']}"
