"""The articles behind an outlet's figures: the highest, by the lower end of their intervals."""

from collections.abc import Callable

import pytest

from framing.corpus.summary.figures import choose_figures
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.telling import telling_articles
from framing.corpus.summary.weights import name_hash

Make = Callable[..., dict[str, object]]
Open = Callable[..., Corpus]
FIGURES = choose_figures(("loaded_terms_own", "sources", "uses_frame_economic"))


def rated(
    article: Make, number: int, rate: float | None, low: float | None, outlet: str = "Courier"
) -> dict[str, object]:
    row = article(number, outlet, title=f"Title {number}" if number % 2 else None, url="https://example.org/x")
    return row | {"loaded_terms_own": rate, "loaded_terms_own.low": low, "sources": None}


@pytest.fixture
def corpus(opened: Open, article: Make) -> Corpus:
    rows = [
        rated(article, 1, 20.0, 0.5),  # a brief with one word of the kind
        rated(article, 2, 9.0, 5.0),
        rated(article, 3, 8.0, 6.0),
        rated(article, 4, 0.0, 0.0),
        rated(article, 5, None, None),
        rated(article, 6, 30.0, 25.0),
        rated(article, 7, 50.0, 40.0, "Lantern"),
        rated(article, 8, 2.0, None),
    ]
    return opened(rows, part_articles=3)


def test_they_are_ordered_by_the_lower_ends_of_their_intervals(corpus: Corpus) -> None:
    found = telling_articles(corpus, ["Courier"], FIGURES, 9)
    assert [one.name for one in found["Courier"]["loaded_terms_own"]] == [f"news.jsonl:{n}" for n in (6, 3, 2, 8, 1)]
    first, second, *_ = found["Courier"]["loaded_terms_own"]
    assert (first.value, first.low, first.title, first.url) == (30.0, 25.0, "", "https://example.org/x")
    assert (second.title, second.date) == ("Title 3", "2031-05-06")


def test_as_many_as_asked_of_the_outlets_asked_and_none_that_is_not_counted(corpus: Corpus) -> None:
    repeated = frozenset({name_hash("news.jsonl:6")})
    found = telling_articles(corpus, ["Courier", "Ledger"], FIGURES, 2, repeated)
    assert [one.name for one in found["Courier"]["loaded_terms_own"]] == ["news.jsonl:3", "news.jsonl:2"]
    assert found["Courier"]["sources"] == ()
    assert found["Ledger"] == {"loaded_terms_own": (), "sources": ()}
    assert set(found) == {"Courier", "Ledger"}


def test_shares_of_articles_have_no_articles_behind_them(corpus: Corpus) -> None:
    assert set(telling_articles(corpus, ["Courier"], FIGURES, 2)["Courier"]) == {"loaded_terms_own", "sources"}
