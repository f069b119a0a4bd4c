"""What comparisons say of places in the articles: passages that tell the same, words for the same, and what differs."""

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Contradiction",
    "Introduction",
    "Label",
    "Link",
    "Passage",
    "Position",
    "Said",
    "Standing",
    "Story",
    "Wording",
]

Position = Literal["lead", "middle", "end"]
Standing = Literal["told", "partly", "unsure", "not_found"]
"""How an account stands to a fact: it tells it, at least a part of it, perhaps, or surely not."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of one article.

    Attributes:
        article: Number of the article, from 0.
        sentence: Number of the sentence in its report.
        start: Offset of the first character, in code points.
        end: Offset after the last one.
        position: ``lead`` (first fifth of the sentences that tell the story), ``middle`` or ``end`` (last fifth).
    """

    article: int
    sentence: int
    start: int
    end: int
    position: Position


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences of different articles that tell the same.

    Attributes:
        first: A passage of the earlier article.
        second: A passage of the later article.
        score: How much of both sentences' words the other one covers, 0 to 1.
        probability: How likely they tell the same, in whole or in part, 0 to 1.
    """

    first: Passage
    second: Passage
    score: float
    probability: float


@dataclass(frozen=True, slots=True)
class Story:
    """A fact that several articles tell, or a passage for which no counterpart was found.

    Attributes:
        passages: In order of articles and places.
        articles: Numbers of the articles that tell it.
        probability: Of the weakest of the links that hold it together; of a passage without a counterpart, how likely
            no other article tells any of it, 0 to 1.
        standings: How each article stands to what the first passage tells.
    """

    passages: tuple[Passage, ...]
    articles: tuple[int, ...]
    probability: float
    standings: tuple[Standing, ...]

    @property
    def left_out(self) -> int | None:
        """The one article that surely tells nothing of what all others tell; ``None`` where there is no such one."""
        missing = [number for number in range(len(self.standings)) if number not in self.articles]
        sure = len(missing) == 1 < len(self.articles) and self.standings[missing[0]] == "not_found"
        return missing[0] if sure else None


@dataclass(frozen=True, slots=True)
class Label:
    """What an article calls something.

    Attributes:
        article: Number of the article.
        start: Offset of the first character.
        end: Offset after the last one.
        text: The words.
        voice: ``own``, ``quoted`` or ``reported``.
        loaded: Whether a lexicon of loaded terms holds the words.
    """

    article: int
    start: int
    end: int
    text: str
    voice: str
    loaded: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """Different words for the same people, act or place.

    Attributes:
        labels: At least one label in each of two articles.
        score: How sure it is that they stand for the same, 0 to 1.
    """

    labels: tuple[Label, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one article.

    Attributes:
        article: Number of the article.
        start: Offset of the first character.
        end: Offset after the last one.
        text: The words.
    """

    article: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Words of two linked sentences that cannot both be true of one thing.

    Attributes:
        kind: ``number``, ``outcome``, ``date`` or ``name``.
        first: The words of the earlier article.
        second: The words of the later article.
        probability: How likely the two sentences tell the same fact.
    """

    kind: Literal["number", "outcome", "date", "name"]
    first: Said
    second: Said
    probability: float


@dataclass(frozen=True, slots=True)
class Introduction:
    """How accounts introduce one person.

    Attributes:
        name: The fullest name.
        said: Titles and descriptions beside the name, by article and place.
    """

    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class NamedAlone:
    """A person whom one account alone names.

    Attributes:
        article: Number of the article.
        name: The fullest form that it prints.
        mentions: How often it speaks of the person, pronouns that are sources included.
        start: Offset of the first character of the first mention.
        end: Offset after the last one.
    """

    article: int
    name: str
    mentions: int
    start: int
    end: int
