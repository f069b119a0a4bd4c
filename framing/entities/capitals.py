"""Runs of capitalised words: the places where names may stand."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from framing.article import Article, Tokens
from framing.entities.name_words import (
    ASKING,
    COMPOUNDS,
    DOMAINS,
    GIVEN_NAMES,
    IN_PLACE,
    JOINING,
    OPENERS,
    PARTICLES,
    PERSONAL_TITLES,
    QUOTES,
    SUFFIXES,
    TITLES_AND_SURNAMES,
)
from framing.expressions import expression
from framing.modelling.canonical import class_of_capital, is_ordinary

__all__ = ["Words", "behind_an_opener", "capital_run", "only_opens", "words_of"]

_PEOPLES = frozenset({"<demonym>", "<country>"})
_CLOSING = frozenset({",", "said", "says", "wrote", "writes", "told", "argued", "argues", "added"})
_SHORTEST_PARTICIPLE = 5
"""Letters of the shortest word in -ed that makes an adjective behind a hyphen ("Tarn-based"): "Ned" and "Reed" are
names."""
_INITIAL = expression(r"[A-Z]$")


@dataclass(frozen=True, slots=True)
class Words:
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
        return self.canonical[number] in PERSONAL_TITLES or word.removesuffix("s") in PERSONAL_TITLES

    def ends_asking(self, number: int) -> bool:
        """Return whether the sentence that starts here ends with a question mark."""
        later = (start for start in range(number + 1, len(self.tokens)) if start in self.starts)
        return self.text(next(later, len(self.tokens)) - 1) == "?"

    def touches(self, number: int) -> bool:
        """Return whether nothing stands between a token and the one before."""
        return number > 0 and self.tokens.starts[number] == self.tokens.ends[number - 1]

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
        for number in range(first + 1, last):
            text = texts[number]
            if text[0].isupper() and not canonical[number].startswith("<") and number not in starts:
                before = texts[number - 1]
                if before[0].isalnum() or before in {",", ".", "-"}:
                    canonical[number] = class_of_capital(text)
    for number in range(1, len(texts)):
        if canonical[number] in _PEOPLES and _is_surname(canonical, texts, number):
            canonical[number] = "<name>"
        surname = texts[number][0].isupper() and texts[number].lower() in TITLES_AND_SURNAMES
        if surname and canonical[number - 1] == "<name>" and number not in starts:
            behind = texts[number + 1] if number + 1 < len(texts) else "."
            if not behind[0].isupper() or behind in SUFFIXES:
                canonical[number] = "<name>"
    return Words(article.text, article.tokens, canonical, starts)


def only_opens(words: Words, place: int) -> bool:
    """Return whether a word has its capital only because it starts a sentence ("US" and "May" always have one)."""
    word = words.text(place).lower()
    if word in ASKING and place in words.starts and words.ends_asking(place):
        return True
    around = [words.text(number) for number in (place - 1, place + 1) if 0 <= number < len(words.tokens)]
    if len(word) > 1 and words.text(place).isupper() and not any(len(text) > 1 and text.isupper() for text in around):
        return False  # "WHO"
    own = words.canonical[place].startswith("<") and word not in {"he", "she", "his", "her"}
    return word in OPENERS and not (own and words.canonical[place] != "<name>")


def behind_an_opener(words: Words, first: int, last: int) -> int:
    """Return where the name begins in a run that a sentence's first word or a date opens.

    "Earlier Ada Holm said" names Ada Holm, and so does "In May Ada Holm said"; "Doctors Without Borders" stays whole.
    """
    rest = [number for number in range(first + 1, last) if words.tokens.words[number]]
    personal = len(rest) > 1 and all(words.canonical[n] == "<name>" or words.text(n).lower() in PARTICLES for n in rest)
    if not personal:
        return first
    opens = first in words.starts or (first > 0 and words.text(first - 1) in QUOTES | {'"'})
    word = words.text(first).lower()
    ordinary = opens and not words.canonical[first].startswith("<") and is_ordinary(word)
    told = any(is_ordinary(words.text(n).lower()) for n in rest[:1])
    if ordinary and not told and not words.is_title(first):
        return rest[0]
    dated = words.canonical[first] == "<month>" or (word in {"may", "march", "april", "june", "august"})
    if dated and first > 0 and words.text(first - 1).lower() in {"in", "since", "last", "until", "by", "early", "late"}:
        return rest[0]
    return first


def capital_run(words: Words, first: int, limit: int) -> int:
    """Return the end of a run of capitalised words, joining words ("of") and full stops of initials included."""
    tokens = words.tokens
    last = place = first + 1
    while place < limit and place not in words.starts and tokens.starts[place] - tokens.ends[place - 1] <= 1:
        text = tokens.texts[place]
        before = tokens.texts[place - 1]
        after_initial = text == "." and (_INITIAL.search(before) or words.is_title(place - 1) or before in SUFFIXES)
        possessive = text in {"’", "'"} and before[-1] == "s"
        if possessive and place + 1 < limit and words.canonical[place + 1] == "<name>":
            break
        if before.endswith(("’s", "'s")) or text in {"The", "A", "An"} or (before, text) == ("and", "the"):
            break
        if text == "-" and _opens_compound(words, place):
            break
        hyphened = before == "-" and words.touches(place) and words.touches(place - 1) and text[0].isalpha()
        if text == "." and place + 1 < limit and tokens.texts[place + 1] in DOMAINS and words.touches(place + 1):
            return place + 2
        if text == "," and place + 1 < limit and tokens.texts[place + 1] in SUFFIXES:
            place += 1
            last = place + 1
        elif text[0].isupper() or (text == "-" and words.touches(place)) or hyphened:
            last = place + 1
        elif not (after_initial or possessive or text.lower() in JOINING or _is_nickname(words, place)):
            break
        elif after_initial and before in SUFFIXES:
            last = place + 1
        place += 1
    return last


def _opens_compound(words: Words, place: int) -> bool:
    """Return whether a hyphen turns the name before it into an adjective: "Tarn-based Harbour Foods"."""
    if place + 1 >= len(words.tokens) or not (words.touches(place) and words.touches(place + 1)):
        return False
    word = words.text(place + 1)
    return word in COMPOUNDS or (word.endswith("ed") and len(word) >= _SHORTEST_PARTICIPLE)


def _is_nickname(words: Words, place: int) -> bool:
    """Return whether a mark opens or closes a nickname inside a name: "Rolf “Tex” Aller", "Rolf (Tex) Aller"."""
    marks = QUOTES | {'"', "(", ")"}
    if words.text(place) not in marks:
        return False
    opening = place if words.text(place - 1) not in marks and words.text(place - 2) not in marks else place - 2
    # "Rolf G. “Tex” Aller": an initial's full stop may stand before.
    before = opening - 1 - (words.text(opening - 1) == "." and opening > 1)
    around = [words.text(number) for number in (before, *range(opening, min(opening + 4, len(words.tokens))))]
    if len(around) < 5 or around[3] not in marks or not all(around[number][0].isupper() for number in (0, 2, 4)):
        return False
    named = around[3] == ")" and around[2][1:].islower() and words.canonical[opening + 3] == "<name>"
    return "(" not in around or named
