"""Plain sentences that sum a report up, each with the words on the page that it rests on."""

from dataclasses import dataclass
from typing import Literal

from framing.spans import Span

__all__ = ["STATEMENTS", "Statement", "StatementName"]

StatementName = Literal["who_speaks", "not_heard", "framed", "judging_words", "stands_out"]

STATEMENTS: tuple[StatementName, ...] = ("who_speaks", "not_heard", "framed", "judging_words", "stands_out")
"""In the order of every output."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence about an article.

    Attributes:
        name: What it is about.
        text: The sentence, with its full stop.
        evidence: The words that it rests on, in text order; empty where it says that there are none.
    """

    name: StatementName
    text: str
    evidence: tuple[Span, ...] = ()
