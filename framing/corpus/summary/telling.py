"""The articles in which an outlet's figures are highest: where a figure of a group leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from framing.corpus.summary.figures import Figure
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.reading import batches
from framing.corpus.summary.weights import name_hash

__all__ = ["TellingArticle", "telling_articles"]

_ARTICLE = ("article", "title", "date", "url")
_Ranked = tuple[float, float, "TellingArticle"]


@dataclass(frozen=True, slots=True)
class TellingArticle:
    """An article in which a figure is high.

    Attributes:
        name: Where its record stands.
        title: The headline; empty without one.
        date: As the record has it; empty without one.
        url: Its address; empty without one.
        value: The figure there.
        low: The lower end of its 95% interval; ``None`` without one.
    """

    name: str
    title: str
    date: str
    url: str
    value: float
    low: float | None


def telling_articles(
    corpus: Corpus,
    outlets: Sequence[str],
    figures: Sequence[Figure],
    most: int,
    repeated: frozenset[int] = frozenset(),
) -> Mapping[str, Mapping[str, tuple[TellingArticle, ...]]]:
    """Return the articles of outlets with the highest figures, by outlet and figure, highest first.

    They are ordered by the lower ends of their intervals, so that a brief with one word of a kind does not stand
    before a long article with many. Nothing is said of figures that only count articles (``uses_frame_NAME``).

    Args:
        corpus: The datasets.
        outlets: Whose articles.
        figures: Which.
        most: How many of each outlet and figure.
        repeated: Hashes of the names of articles that are not counted.

    Raises:
        ConfigError: If the datasets cannot be read.
    """
    told = [figure for figure in figures if figure.frame is None]
    leading: dict[str, dict[str, list[_Ranked]]] = {outlet: {figure.name: [] for figure in told} for outlet in outlets}
    columns = ["outlet", *_ARTICLE, *(name for figure in told for name in (figure.name, f"{figure.name}.low"))]
    for batch in batches(corpus, "articles", columns):
        values = {name: batch.column(name).to_pylist() for name in columns}
        for row, outlet in enumerate(values["outlet"]):
            if outlet in leading and name_hash(values["article"][row] or "") not in repeated:
                for name, ranked in leading[outlet].items():
                    _keep(ranked, values, row, name, most)
    return {
        outlet: {name: tuple(article for *_, article in ranked) for name, ranked in by_figure.items()}
        for outlet, by_figure in leading.items()
    }


def _keep(ranked: list[_Ranked], values: Mapping[str, list[Any]], row: int, name: str, most: int) -> None:
    """Enter a row among the highest, where it is one of them and not nothing."""
    value, low = values[name][row], values[f"{name}.low"][row]
    if not value:
        return
    rank = (value if low is None else low, value)
    if len(ranked) == most and rank <= ranked[-1][:2]:
        return
    article, title, date, url = (str(values[name][row] or "") for name in _ARTICLE)
    ranked.append((*rank, TellingArticle(article, title, date, url, value, low)))
    ranked.sort(key=lambda place: (-place[0], -place[1], place[2].name))
    del ranked[most:]
