"""The pages of the seeds are the ones under reports/examples: each article's, and each event's comparison.

Where a change is meant, write them again with ``UPDATE_EXAMPLES=1 python -m pytest tests/output`` and look at them.
"""

import os
import re
from pathlib import Path

import pytest

from framing.comparing.compare import compare
from framing.output import html
from framing.output.comparison import html as html_comparison
from tests.output.test_examples import EXAMPLES, SEEDS, report

EVENTS = sorted({Path(seed).parent.name for seed in SEEDS})
LEXICONS = re.compile("<dt>Lexicons</dt>.*")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LARGEST = 200_000
"""Bytes of a page over those of its text: the checklist's size of a page that one can send and keep."""


def hold(name: str, rendered: str) -> None:
    """The words are those of the example; figures may differ in the last digit between machines."""
    path = EXAMPLES / name
    if os.environ.get("UPDATE_EXAMPLES"):
        path.write_text(rendered, encoding="utf-8")
    # A list may change without a word of the seeds: its version is tested with the foot.
    expected, rendered = (LEXICONS.sub("", page) for page in (path.read_text(encoding="utf-8"), rendered))
    assert NUMBER.split(rendered) == NUMBER.split(expected), f"{name}: UPDATE_EXAMPLES=1 writes it again"
    for found, held in zip(NUMBER.findall(rendered), NUMBER.findall(expected), strict=True):
        assert float(found) == pytest.approx(float(held), abs=1.01, rel=0.01)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_articles_page_is_the_example(seed: str) -> None:
    found = report(seed)
    rendered = html.render([found])
    assert len(rendered) - len(found.analysis.article.text) < _LARGEST
    hold(f"{seed.removeprefix('seeds/').replace('/', '-').replace('.', '-')}.page.html", rendered)


@pytest.mark.parametrize("event", EVENTS)
def test_an_events_page_is_the_example(event: str) -> None:
    articles = [report(seed) for seed in SEEDS if Path(seed).parent.name == event]
    if len(articles) < 2:
        pytest.skip(f"{event} has one article")
    rendered = html_comparison.render(compare(articles))
    assert len(rendered) - sum(len(found.analysis.article.text) for found in articles) < _LARGEST
    hold(f"{event}.page.html", rendered)
