"""Are two articles about one event: what names, rare words, numbers and facts they share says yes or no.

A logistic model, trained by ``framing train events`` on BASIL (fan2019), where three outlets report each event, against
pairs of other events that have a main entity in common. Where both articles carry a date, a second one knows the days
between them: the same people do the same things again a month later.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from framing.comparing.passages import LEAD, Told
from framing.comparison import Event
from framing.modelling.artifact import load_artifact

__all__ = ["FEATURES", "Shared", "dated", "days_apart", "judge", "shared"]

FEATURES = ("vocabulary", "words", "names", "numbers", "lead", "links", "weekdays", "headline")
_NO_WEEKDAY = 0.4
"""Cosine for texts that name no day: about the mean of pairs that do."""
_LONGEST = 30
"""Days apart from which it makes no difference any more."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What two articles share.

    Attributes:
        vocabulary: Cosine of their words' weights, names included, 0 to 1.
        words: The same without names and numbers.
        names: Weight of the names they share over that of the article that has less, 0 to 1.
        numbers: Numbers that both have.
        lead: Cosine of the first sentences' words.
        links: Sentences alike in most of their words over the shorter article's sentences.
        weekdays: Cosine of the days of the week that they name.
        headline: Cosine of the headlines' words.
    """

    vocabulary: float
    words: float
    names: float
    numbers: int
    lead: float
    links: float
    weekdays: float
    headline: float

    def row(self) -> tuple[float, ...]:
        """Return the figures in the order of ``FEATURES``; counts damped."""
        numbers, links = math.log1p(self.numbers), math.log1p(10 * self.links)
        return (self.vocabulary, self.words, self.names, numbers, self.lead, links, self.weekdays, self.headline)


def shared(
    first: Sequence[Told],
    second: Sequence[Told],
    headlines: tuple[Mapping[str, float], Mapping[str, float]],
    links: int,
) -> Shared:
    """Return what two articles share.

    Args:
        first: One article's sentences.
        second: The other's.
        headlines: The weights of their headlines' words.
        links: How many of their sentences are alike in most of their words.
    """
    one, other = _weights(first), _weights(second)
    names = _names(first) | _names(second)
    numbers = _numbers(first) & _numbers(second)
    plain = [{word: weight for word, weight in words.items() if word not in names} for words in (one, other)]
    named = [{word: weight for word, weight in words.items() if word in names} for words in (one, other)]
    least = min(sum(words.values()) for words in named)
    both = sum(min(weight, named[1][word]) for word, weight in named[0].items() if word in named[1])
    return Shared(
        vocabulary=_cosine(one, other),
        words=_cosine(*plain),
        names=both / least if least else 0.0,
        numbers=len(numbers),
        lead=_cosine(_weights(first[:LEAD]), _weights(second[:LEAD])),
        links=links / max(min(len(first), len(second)), 1),
        weekdays=_cosine(_weekdays(first), _weekdays(second))
        if _weekdays(first) and _weekdays(second)
        else _NO_WEEKDAY,
        headline=_cosine(*headlines),
    )


def days_apart(first: str | None, second: str | None) -> int | None:
    """Return the days between two dates in ISO form, ``None`` where one is missing or is no date."""
    try:
        return abs((date.fromisoformat((first or "")[:10]) - date.fromisoformat((second or "")[:10])).days)
    except ValueError:
        return None


def dated(days: int) -> float:
    """Return the days apart as the model sees them, damped."""
    return math.log1p(min(days, _LONGEST))


def judge(
    articles: Sequence[Sequence[Told]],
    headlines: Sequence[Mapping[str, float]],
    dates: Sequence[str | None],
    alike: int,
    pair: tuple[int, int],
) -> Event:
    """Return whether two of the articles are about one event.

    Args:
        articles: Each article's sentences.
        headlines: The weights of each headline's words.
        dates: Each article's date, where its metadata has one.
        alike: How many of the two articles' sentences are alike in most of their words.
        pair: Numbers of the two articles.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    first, second = pair
    both = shared(articles[first], articles[second], (headlines[first], headlines[second]), alike)
    days = days_apart(dates[first], dates[second])
    stored = load_artifact("events")
    kind = "undated" if days is None else "dated"
    row = both.row() if days is None else (*both.row(), dated(days))
    weights = stored.array(f"{kind}_weights").tolist()
    score = weights[-1] + sum(weight * value for weight, value in zip(weights, row, strict=False))
    probability = 1 / (1 + math.exp(-max(min(score, 30.0), -30.0)))
    return Event(
        articles=pair,
        same=probability >= float(stored.array(f"{kind}_threshold")[0]),
        probability=probability,
        names=both.names,
        vocabulary=both.vocabulary,
        numbers=both.numbers,
        days=days,
    )


def _weights(sentences: Sequence[Told]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for told in sentences:
        counts.update(told.weights.keys())
        weights |= told.weights
    return {word: weights[word] * (1 + math.log(count)) for word, count in counts.items()}


def _weekdays(sentences: Sequence[Told]) -> dict[str, float]:
    counts = Counter(day for told in sentences for day in told.weekdays)
    return {day: float(min(count, 3)) for day, count in counts.items()}


def _names(sentences: Sequence[Told]) -> frozenset[str]:
    return frozenset(name for told in sentences for name in told.names)


def _numbers(sentences: Sequence[Told]) -> frozenset[str]:
    return frozenset(number for told in sentences for number in told.numbers if len(number) > 1)


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    lengths = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return sum(weight * other[word] for word, weight in one.items() if word in other) / lengths if lengths else 0.0
