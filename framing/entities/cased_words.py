"""An article's tokens as names see them: with symmetric forms in which a capital inside a sentence makes a name."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from framing.article import Article, Tokens
from framing.entities.name_words import (
    BODIES_AND_SURNAMES,
    DOERS,
    GIVEN_NAMES,
    IN_PLACE,
    PARTICLES,
    PERSONAL_TITLES,
    QUOTES,
    SUFFIXES,
    TITLES_AND_SURNAMES,
    WHERE_LANDS_LIE,
)
from framing.expressions import expression
from framing.modelling.canonical import class_of_capital

__all__ = ["Words", "words_of"]

_PEOPLES = frozenset({"<demonym>", "<country>"})
_CLOSING = frozenset({",", "(", "said", "says", "wrote", "writes", "told", "argued", "argues", "added"})
_INITIALS = expression(r"(?:[A-Z]\.){2,3}")
_ALWAYS_NAMED = expression(r"[A-Z][’'][A-Z][a-z]\w*")
"""A capital behind an apostrophe makes a name wherever the word stands: "O’Rannoch" at the start of a sentence."""
_APOSTROPHES = frozenset("’'")
_HONORIFICS = frozenset({"mr", "ms", "mrs", "dr", "rev"})

_ALSO_SURNAMES = TITLES_AND_SURNAMES | {word.lower() for word in WHERE_LANDS_LIE}
"""Ordinary words that are surnames behind a given name: "Rolf King", "Pia North"."""

_SPEAKING = _CLOSING - {",", "("}


class Words(NamedTuple):
    """The article's tokens, their symmetric forms, and the tokens that start a sentence.

    A capital inside a sentence makes a name of an ordinary word; see ``words_of``.
    """

    whole: str
    tokens: Tokens
    canonical: Sequence[str]
    starts: frozenset[int]

    def text(self, number: int) -> str:
        """Return a token."""
        return self.tokens.texts[number]

    def is_title(self, number: int) -> bool:
        """Return whether a token is a word that stands in front of persons' names."""
        word = self.text(number).lower()
        if word in TITLES_AND_SURNAMES and self.canonical[number] == "<name>":
            return False
        one = f"{word[:-3]}man" if word.endswith("men") else word.removesuffix("s")
        # "Singer Ada Holm" opens a sentence; inside of one the word is small and no part of the name.
        calls = number in self.starts and word in DOERS
        return calls or self.canonical[number] in PERSONAL_TITLES or one in PERSONAL_TITLES

    def is_addressed(self, number: int) -> bool:
        """Return whether a token is a "Mr" or its like."""
        return self.text(number).lower() in _HONORIFICS

    def ends_asking(self, number: int) -> bool:
        """Return whether the sentence that starts here ends with a question mark."""
        later = (start for start in range(number + 1, len(self.tokens)) if start in self.starts)
        return self.text(next(later, len(self.tokens)) - 1) == "?"

    def touches(self, number: int) -> bool:
        """Return whether nothing stands between a token and the one before."""
        return number > 0 and self.tokens.starts[number] == self.tokens.ends[number - 1]

    def is_initials(self, number: int) -> bool:
        """Return whether a token is the initials in front of a person's name: "A.E. Holm"."""
        behind = self.canonical[number + 1] if number + 1 < len(self.tokens) else ""
        initials = _INITIALS.fullmatch(self.text(number)) is not None
        body = number > 0 and self.text(number - 1).lower() == "the"  # "the U.N. envoy"
        return initials and behind == "<name>" and not body and class_of_capital(self.text(number)) == "<name>"

    def may_be_personal(self, number: int) -> bool:
        """Return whether a token may stand in a person's name: a name, a particle, an initial's full stop, a hyphen."""
        text = self.text(number)
        after_name = number > 0 and self.canonical[number - 1] == "<name>"
        return (
            self.canonical[number] == "<name>"
            or text in {".", "-", "(", ")"}
            or text in QUOTES
            or text.lower() in PARTICLES
            or (after_name and text.lower() in GIVEN_NAMES)
            or self.is_initials(number)
            or (number > 1 and text.isalpha() and self.touches(number) and self.text(number - 1) == "-")
        )


def _is_surname(canonical: Sequence[str], texts: Sequence[str], number: int) -> bool:
    """Return whether a word for a people or a country is a surname here: "the Tarn Times' Ada French said"."""
    behind = texts[number + 1] if number + 1 < len(texts) else "."
    before = texts[number - 2] if number > 1 else ""
    alone = not before[:1].isupper() or before.endswith(("’s", "'s"))
    return (
        canonical[number - 1] == "<name>"
        and alone
        and before.lower() not in IN_PLACE
        and (behind in _CLOSING or behind in {"’s", "'s"} or (behind == "." and before.endswith(("’s", "'s"))))
        and not texts[number].endswith(("’s", "'s", "s"))
    )


def words_of(article: Article, symmetric: Sequence[str]) -> Words:
    """Return an article's tokens with the symmetric forms that finding names needs.

    A capital inside a sentence of the body makes a name of an ordinary word ("Rolf First"). This holds even if the
    sentence has so many capitals that it looks like a headline.

    Args:
        article: The article.
        symmetric: Its tokens' symmetric forms.
    """
    starts = frozenset(bisect_left(article.tokens.starts, sentence.start) for sentence in article.sentences)
    canonical = list(symmetric)
    texts = article.tokens.texts
    for block in article.blocks:
        if block.kind not in {"body", "caption", "pull_quote"}:
            continue
        first, last = bisect_left(article.tokens.starts, block.start), bisect_left(article.tokens.starts, block.end)
        for number in range(first, last):
            text = texts[number]
            if not text[0].isupper() or canonical[number].startswith("<"):
                continue
            if text[1:2] in _APOSTROPHES and _ALWAYS_NAMED.fullmatch(text):
                canonical[number] = "<name>"
            elif number != first and number not in starts:
                before = texts[number - 1]
                if before[0].isalnum() or before in {",", ".", "-"}:
                    canonical[number] = class_of_capital(text)
    _take_surnames(canonical, texts, starts)
    return Words(article.text, article.tokens, canonical, starts)


def _take_surnames(canonical: list[str], texts: Sequence[str], starts: frozenset[int]) -> None:
    """Make names of peoples', countries' and titles' words that are somebody's surname."""
    borne: set[str] = set()
    for number in range(1, len(texts)):
        if canonical[number] in _PEOPLES and _is_surname(canonical, texts, number):
            canonical[number] = "<name>"
            borne.add(texts[number])
        if not texts[number][0].isupper() or texts[number].lower() not in _ALSO_SURNAMES:
            continue
        addressed = texts[number - 1] == "." and texts[number - 2].lower() in _HONORIFICS
        addressed = addressed or texts[number - 1].lower() in _HONORIFICS
        if (canonical[number - 1] == "<name>" or addressed) and number not in starts:
            behind = texts[number + 1] if number + 1 < len(texts) else "."
            if not behind[0].isupper() or behind in SUFFIXES:
                canonical[number] = "<name>"
    _take_speakers(canonical, texts)
    for number in range(len(texts)) if borne else ():
        if texts[number] in borne and canonical[number] in _PEOPLES and texts[number - 1].lower() not in IN_PLACE:
            canonical[number] = "<name>"  # "Jordan" further on, where the page names Ada Jordan


def _take_speakers(canonical: list[str], texts: Sequence[str]) -> None:
    """Make names of words of bodies' names that speak alone, and behind a name: "Ada Hill", and below "Hill said"."""
    places = [number for number in range(1, len(texts) - 1) if canonical[number] in BODIES_AND_SURNAMES]
    alone = {n for n in places if not (texts[n - 1][0].isupper() or texts[n - 1] == "the") and texts[n][0].isupper()}
    speaking = {texts[n] for n in alone if texts[n + 1] in _SPEAKING or texts[n - 1] in _SPEAKING}
    for number in places if speaking else ():
        named = canonical[number - 1] == "<name>" and not texts[number + 1][0].isupper()
        if texts[number] in speaking and (named or number in alone):
            canonical[number] = "<name>"
