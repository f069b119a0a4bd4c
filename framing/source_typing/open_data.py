"""What is known of names from outside of the article, and how a report says from where."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from framing.article import Article
from framing.attribution import SourceType
from framing.entities import Row
from framing.entity import Known
from framing.expressions import expression
from framing.modelling.gazetteer import Gazetteer
from framing.modelling.known_names import SOURCE, KnownNames
from framing.modelling.public_figures import BODIES, FIGURES, PublicFigures
from framing.source_typing.case import Case

__all__ = ["OpenData"]

_NAMED = frozenset({"person", "single", "body"})
_CAMPAIGN = expression(r"(?:[’']s?)?(?: [\w-]+){0,2} (?:campaign|candidacy)\b|,? who is running for\b")
_CANDIDATES = expression(
    r"\b(?:(?:presidential|Democratic|Republican|gubernatorial|mayoral|Senate) )*"
    r"(?:candidates?|contenders?|hopefuls?|frontrunners?|front-runners?)\b[^.;:“”\"\n]{0,60}\Z"
)
_BEFORE = 90
"""Characters in front of a name in which the page may call its bearer a candidate. Set by hand."""


class OpenData(NamedTuple):
    """What is known of names from outside of the article.

    Attributes:
        gazetteer: Offices and bodies, from open data.
        known_names: What other articles of the news sample tell.
        figures: Whom, and which bodies, readers of news know without being told.
    """

    gazetteer: Gazetteer
    known_names: KnownNames
    figures: PublicFigures

    def gender(self, name: str, kind: str) -> Literal["she", "he"] | None:
        """Return the gender that is known of the bearer of a name, given the kind of its row."""
        printed = self.known_names.gender(name, kind)
        return printed if printed is not None or kind != "person" else self.figures.gender(name)

    def elsewhere(self, row: Row, article: Article) -> Mapping[SourceType, float]:
        """Return how strongly other articles speak for each type; who led a state in other years is a politician."""
        told = self.known_names.told(row.name, row.kind)
        if "government" not in told or row.kind != "person" or not self.gazetteer.is_out_of_office(row.name, article):
            return told
        return {**{kind: told[kind] for kind in told if kind != "government"}, "politician": max(told.values())}

    def figure(self, row: Row, article: Article) -> SourceType | None:
        """Return what kind of source the bearer of a name is known to be: whoever runs for office is a politician."""
        known = self.figures.type_of(row.name) if row.kind == "person" else None
        if known == "government" and _runs(row, article):
            return "politician"
        return known or (self.figures.body(row.name) if row.kind in _NAMED else None)

    def bearer(self, row: Row) -> Literal["person", "body"] | None:
        """Return whether a person or a body is known to bear a name."""
        if row.kind == "person" and self.figures.type_of(row.name):
            return "person"
        listed = row.kind in _NAMED and self.figures.body(row.name)
        bearer = "body" if listed else self.known_names.bearer(row.name, row.kind)
        return None if row.kind == "body" and bearer == "person" else bearer

    def told_elsewhere(self, row: Row, case: Case, kind: SourceType) -> Known | None:
        """Return from where a type is known that the page does not tell, ``None`` where it is from no list."""
        told = kind.replace("_", " ")
        if case.figure == kind:
            listed = row.kind == "person" and self.figures.type_of(row.name) is not None
            return Known(told, FIGURES if listed else BODIES, self.figures.as_of)
        return Known(told, SOURCE, self.known_names.as_of) if case.elsewhere else None


def _runs(row: Row, article: Article) -> bool:
    """Return whether the page says beside a name that its bearer runs for office."""
    return any(
        _CAMPAIGN.match(article.text, name.span.end)
        or _CANDIDATES.search(article.text, max(name.span.start - _BEFORE, 0), name.span.start)
        for name in row.names
    )
