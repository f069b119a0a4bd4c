"""An archive's summary from Python: one line, a table, a page, and what a notebook shows."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from framing.cli.corpus_summary import summarise as command
from framing.corpus.summary.archive import ArchiveSummary, summarise
from framing.corpus.summary.comparing import compare_outlets
from framing.corpus.summary.figures import choose_figures
from framing.corpus.summary.ledger import Ledger
from framing.corpus.summary.opening import open_corpus
from framing.corpus.summary.overview import overview
from framing.errors import ConfigError

Archive = Callable[..., Path]
Make = Callable[..., dict[str, object]]


@pytest.fixture
def scores(archive: Archive, article: Make) -> Path:
    rows = [article(n, ("Courier <b>", "Lantern")[n % 2], n % 7, month=f"2031-{1 + n % 12:02d}") for n in range(60)]
    return archive([*rows, article(60, None)], finished=False)


@pytest.fixture
def summary(scores: Path) -> ArchiveSummary:
    return summarise(scores, measures=("loaded_terms_own", "words_own"))


def test_every_value_of_an_archive_is_one_line(summary: ArchiveSummary, scores: Path) -> None:
    said = "<Table of 2 measures by outlet: 2 groups, 60 of 61 articles counted>"
    assert repr(summary.table) == said
    assert repr(summary) == f"<ArchiveSummary of '{scores}': {said}>"
    corpus, figures = open_corpus(scores), choose_figures(("sources",))
    values = (
        overview(corpus, ("outlet",), figures, "article", 5),
        compare_outlets(corpus, ("Lantern", "Courier <b>"), figures),
        Ledger((), None),
    )
    for value, start in zip(
        values, ("<Overview of ", "<OutletComparison of Lantern, Courier <b>: 1 ", "<Ledger of 0 "), strict=True
    ):
        assert repr(value).startswith(start)
        assert len(repr(value)) < 300
        assert "\n" not in repr(value)


def test_its_table_has_the_figures_of_the_command(summary: ArchiveSummary, scores: Path) -> None:
    frame = summary.frame()
    result = CliRunner().invoke(
        command, [str(scores), "--measure", "loaded_terms_own", "--measure", "words_own", "--format", "csv"]
    )
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert list(frame.columns) == list(rows[0])
    assert [(row["outlet"], row["measure"], int(row["articles"])) for row in rows] == list(
        zip(frame["outlet"], frame["measure"], frame["articles"], strict=True)
    )
    assert [float(row["value"]) for row in rows] == pytest.approx(list(frame["value"]), abs=1e-6)
    assert isinstance(frame, pd.DataFrame)


def test_its_page_is_the_command_s(summary: ArchiveSummary, scores: Path) -> None:
    arguments = [str(scores), "--measure", "loaded_terms_own", "--measure", "words_own", "--format", "html"]
    assert summary.to_html() == CliRunner().invoke(command, arguments).stdout


def test_a_notebook_shows_the_groups_with_intervals_and_what_is_left_out(summary: ArchiveSummary) -> None:
    shown = summary._repr_html_()
    assert "60 articles counted of 61" in shown
    assert "articles are missing" in shown
    assert "Left out: 1 article: no outlet given" in shown
    assert "<th>Loaded terms" in shown
    estimate = summary.table.groups[1].estimates["loaded_terms_own"]
    assert estimate.value is not None
    assert estimate.low is not None
    assert f"{estimate.value:.1f} per 1,000 words [{estimate.low:.1f} to " in shown
    assert "Courier &lt;b&gt;" in shown
    assert "<b>" not in shown


def test_a_notebook_shows_the_groups_with_most_articles(archive: Archive, article: Make) -> None:
    rows = [article(n, f"Outlet {n % 15:02d}") for n in range(31)]
    shown = summarise(archive(rows, name="many"), measures="sources")._repr_html_()
    assert shown.count("<tr><td>") == 12
    assert "the 12 groups with most articles" in shown


def test_a_notebook_shows_outlets_against_each_other(scores: Path) -> None:
    compared = compare_outlets(open_corpus(scores), ("Lantern", "Courier <b>"), choose_figures(("sources",)))
    shown = compared._repr_html_()
    assert "<strong>Lantern less Courier &lt;b&gt;</strong>" in shown
    assert "<th>on the same events</th>" in shown


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"by": ("outlet", "colour")}, "cannot be grouped by 'colour'; of outlet, week"),
        ({"measures": ("loaded",)}, "there is no measure 'loaded'"),
        ({"cluster": "moon"}, "there is no cluster 'moon'; of article, day"),
        ({"folder": "nowhere"}, "nowhere"),
    ],
)
def test_what_cannot_be_asked_is_one_line(scores: Path, asked: dict[str, object], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        summarise(**{"folder": scores, **asked})  # type: ignore[arg-type] -- wrong on purpose
