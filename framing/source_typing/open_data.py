"""What is known of names from outside of the article, and how a report says from where."""

from typing import Literal, NamedTuple

from framing.attribution import SourceType
from framing.entity import Known
from framing.modelling.gazetteer import Gazetteer
from framing.modelling.known_names import SOURCE, KnownNames
from framing.modelling.public_figures import FIGURES, PublicFigures
from framing.source_typing.case import Case

__all__ = ["OpenData"]


class OpenData(NamedTuple):
    """What is known of names from outside of the article.

    Attributes:
        gazetteer: Offices and bodies, from open data.
        known_names: What other articles of the news sample tell.
        figures: Whom readers of news know without being told.
    """

    gazetteer: Gazetteer
    known_names: KnownNames
    figures: PublicFigures

    def gender(self, name: str, kind: str) -> Literal["she", "he"] | None:
        """Return the gender that is known of the bearer of a name, given the kind of its row."""
        printed = self.known_names.gender(name, kind)
        return printed if printed is not None or kind != "person" else self.figures.gender(name)

    def told_elsewhere(self, case: Case, kind: SourceType) -> Known | None:
        """Return from where a type is known that the page does not tell, ``None`` where it is from no list."""
        told = kind.replace("_", " ")
        if case.figure == kind:
            return Known(told, FIGURES, self.figures.as_of)
        return Known(told, SOURCE, self.known_names.as_of) if case.elsewhere else None
