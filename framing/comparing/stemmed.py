"""An article's words as one string of stems, in which phrases are found whatever their endings."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from framing.article import Article
from framing.expressions import expression
from framing.modelling.meanings import stem

__all__ = ["Stemmed", "stemmed", "stems_of"]

_TOLD = frozenset({"headline", "deck", "body", "subhead", "caption"})
_WORD = expression(r"\w+(?:[’']\w+)*|-")


@dataclass(frozen=True, slots=True)
class Stemmed:
    """An article's stems.

    Attributes:
        words: All stems with a space around each.
        places: Where the stem at each offset of ``words`` stands in the text.
    """

    words: str
    places: Mapping[int, tuple[int, int]]

    def find(self, phrase: str) -> list[tuple[int, int]]:
        """Return the spans of a phrase of stems; ``*`` at its end is any word."""
        pattern = re.escape(phrase).replace(r"\*", r"\w+")
        spans = []
        for match in re.finditer(f"(?<= ){pattern}(?= )", self.words):
            last = self.words.rfind(" ", 0, match.end()) + 1
            spans.append((self.places[match.start()][0], self.places[last][1]))
        return spans


def stems_of(phrase: str) -> str:
    """Return a phrase's stems as ``Stemmed.find`` wants them."""
    return " ".join(
        word if word == "*" else stem(word) for word in re.findall(rf"{_WORD.pattern}|\*", phrase.removeprefix("-"))
    )


def stemmed(article: Article) -> Stemmed:
    """Return the stems of headlines, body and captions; furniture is left out."""
    written = [" "]
    places: dict[int, tuple[int, int]] = {}
    length = 1
    told = [block for block in article.blocks if block.kind in _TOLD]
    starts = [block.start for block in told]
    for number, text in enumerate(article.tokens.texts):
        start, end = article.tokens.starts[number], article.tokens.ends[number]
        block = bisect_left(starts, end) - 1
        if block < 0 or start >= told[block].end:
            continue
        form = stem(text) if article.tokens.words[number] else text
        places[length] = (start, end)
        written.append(form + " ")
        length += len(form) + 1
    return Stemmed("".join(written), places)
