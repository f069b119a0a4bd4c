"""The articles behind an archive's figures: by outlet and measure those in which it is highest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.corpus.summary.figures import Figure
from framing.corpus.summary.telling import TellingArticle
from framing.output.corpus.words import figure_label, figure_words, unit_words
from framing.output.page.provenance import web_address

__all__ = ["ArticleRow", "Behind", "articles_behind"]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article on a page.

    Attributes:
        title: The headline, else where the record stands.
        record: Where the record stands; empty where that is the title.
        date: As the record has it.
        address: Its http or https address; empty without one.
        figure: The measure's figure in it.
    """

    title: str
    record: str
    date: str
    address: str
    figure: str


@dataclass(frozen=True, slots=True)
class Behind:
    """An outlet's articles: a row a measure, with its unit."""

    outlet: str
    measures: tuple[tuple[str, str, tuple[ArticleRow, ...]], ...]


def articles_behind(
    articles: Mapping[str, Mapping[str, tuple[TellingArticle, ...]]], figures: Sequence[Figure]
) -> tuple[Behind, ...]:
    """Return each outlet's articles, measures without any left out."""
    return tuple(
        Behind(
            outlet,
            tuple(
                (
                    figure_label(figure),
                    unit_words(figure.unit),
                    tuple(_row(one, figure) for one in by_measure[figure.name]),
                )
                for figure in figures
                if by_measure.get(figure.name)
            ),
        )
        for outlet, by_measure in articles.items()
    )


def _row(article: TellingArticle, figure: Figure) -> ArticleRow:
    return ArticleRow(
        title=article.title or article.name,
        record=article.name if article.title else "",
        date=article.date[:10],
        address=web_address(article.url),
        figure=figure_words(article.value, figure.unit),
    )
