"""A scorer is its cases: what each finds in a sentence, and what it leaves alone."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from framing.article import Article, Document
from framing.lexicons.compiled import shipped_indexes
from framing.modelling.article_words import read_words
from framing.scoring import frame_words, generic_frames, loaded_terms, subjectivity, techniques
from framing.scoring.sentences import score_article
from framing.scoring.words_found import LexiconText, lexicon_text
from framing.segmenting import segment

CASES: dict[str, dict[str, list[Any]]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "scorers.toml").read_text(encoding="utf-8")
)
LEAD = "The council of Odden met in the town hall on Tuesday evening.\n\n"
SIDES = [
    pytest.param(name, *((one["text"], one["found"]) if side == "finds" else (one, [])), id=f"{name}-{side}-{number}")
    for name, sides in CASES.items()
    for side, cases in sides.items()
    for number, one in enumerate(cases, 1)
]


def spans(article: Article, found: Any) -> list[str]:  # noqa: ANN401 -- findings of several kinds
    return [article.slice(one.span) for one in found]


def frames(article: Article, found: Mapping[str, Any]) -> list[str]:
    """The frame with the most words in the sentence, where one has any."""
    start = len(LEAD)
    weights = {
        name: sum(word.weight for word in getattr(words, "evidence", words) if word.start >= start)
        for name, words in found.items()
    }
    best = max(weights, key=lambda name: weights[name])
    return [best] if weights[best] else []


SCORERS: Mapping[str, Callable[[LexiconText], list[str]]] = {
    "loaded_terms": lambda text: spans(text.article, loaded_terms.score(text)),
    "subjectivity": lambda text: spans(text.article, subjectivity.score(text)),
    "techniques": lambda text: spans(
        text.article, techniques.score(text.article, score_article(text.article, read_words(text.article)))
    ),
    "frame_words": lambda text: frames(text.article, frame_words.score(text)),
    "generic_frames": lambda text: frames(text.article, generic_frames.score(text)),
}


@pytest.mark.parametrize(("name", "sentence", "found"), SIDES)
def test_a_scorer_finds_what_its_case_says(name: str, sentence: str, found: list[str]) -> None:
    article = segment(Document(f"{LEAD}{sentence} It was over by noon.\n"))
    assert (
        SCORERS[name](lexicon_text(article, article.voices, shipped_indexes(), read_words(article).compared)) == found
    )


def test_each_scorer_has_three_cases_of_each_side_or_more() -> None:
    assert set(CASES) == set(SCORERS)
    assert all(len(sides[side]) >= 3 for sides in CASES.values() for side in ("finds", "leaves"))
