"""The frames of whole articles of ordinary news, held against blind readers; and the weights that come from them.

The codebook is ``docs/reading-slant.md``; the gold holds ids of articles of the news sample and their labels. Few
weights serve all fourteen frames: one for the annotated model, one for the frame's words and one for the words of the
whole article. Each frame has an intercept drawn to the common one, and the annotated model's level of each frame is
that of the news sample, without labels.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Document
from framing.finding import GENERIC_FRAMES, POLICY_FRAMES
from framing.lexicons.compiled import shipped_indexes
from framing.measuring.sure_frames import SURE
from framing.modelling.article_words import read_words
from framing.modelling.artifact import load_artifact, save_artifact
from framing.modelling.training.intervals import Figure, bootstrap, figures_for_manifest
from framing.modelling.training.news import read_news
from framing.modelling.training.news_frames import Clued, fit, held_out_chances, word_matrix
from framing.modelling.vocabulary import load_vocabulary
from framing.resources import gold_folder
from framing.scoring import frame_words, generic_frames
from framing.scoring.policy_frames import Clues, clues, news
from framing.scoring.sentences import score_article, table_of
from framing.scoring.words_found import LexiconText, lexicon_text
from framing.segmenting import segment

__all__ = ["evaluate", "train", "unseen"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_PRESENT = 0.35
"""Probability from which a frame is present: half of the F1 that the readers' labels allow, where F1 is greatest."""
_EVERY, _FIRST = 25, 6
"""Every so many articles of the news sample set the model's level, from one on."""


class _Read(NamedTuple):
    """Marked articles: labels and generic labels, leading frames, clues, and what the product says."""

    outlets: tuple[str, ...]
    labels: Flags
    leading: NDArray[np.int64]
    generic: Flags
    clues: tuple[Clues, ...]
    shares: Floats
    said_generic: Flags


def train(data: Path, output: Path) -> dict[str, float]:
    """Write ``news_frames``: the weights of an article's clues and words, and each frame's usual log-odds in news.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.
    """
    read, usual = _read(data), _usual(data)
    clued = _clued(read, usual)
    fitted, figures = fit(clued), _figures(read, held_out_chances(clued), _PRESENT)
    known = np.flatnonzero(np.any(fitted.words, axis=1))
    arrays = {
        "weights": np.array([*fitted.clues, _PRESENT]),
        "usual": usual,
        "intercepts": fitted.intercepts,
        "numbers": known.astype(np.int32),
        "words": (fitted.words * _rarity()[:, None])[known].astype(np.float16),
    }
    about = {
        "version": "2026.2",
        "data": "whole articles that readers marked (docs/reading-slant.md)",
        "vocabulary": load_vocabulary().sha256,
        "figures": figures_for_manifest(figures),
    }
    save_artifact(output, "news_frames", arrays, about)
    return {name: round(figure.value, 4) for name, figure in figures.items()}


def evaluate(data: Path) -> dict[str, Figure]:
    """Return figures on ``reports/evaluation/gold/articles.jsonl``, with 95% intervals over articles.

    Weights are fitted without the articles of the outlet that they judge, in ten folds. The leading frame is the one
    with the largest share of the frames' words, as the panel shows it: right where the reader marked it as present;
    and how often it is the reader's own leading frame.

    Args:
        data: Folder with ``news.jsonl.gz``.
    """
    read = _read(data)
    return _figures(read, held_out_chances(_clued(read, _usual(data))), _PRESENT)


def unseen(data: Path, gold: Path) -> dict[str, Figure]:
    """Return the figures of the shipped weights on articles that they were not learned from.

    Args:
        data: Folder with ``news.jsonl.gz``.
        gold: The articles' labels.
    """
    read, weights = _read(data, gold), news()
    return _figures(read, np.array([weights.chances(article) for article in read.clues]), weights.present)


def _figures(read: _Read, chances: Floats, present: float) -> dict[str, Figure]:
    told = read.shares > 0
    said, sure = (told & (chances >= least) for least in (present, SURE))
    first = read.shares.argmax(axis=1)
    table = np.column_stack([first == read.leading, read.labels[np.arange(len(first)), first]])
    return {
        **bootstrap(
            {"F1 of present": _f1, "precision of present": _precision, "recall of present": _recall}, read.labels, said
        ),
        **bootstrap({"precision of sure": _precision, "recall of sure": _recall}, read.labels, sure),
        **bootstrap(
            {
                "leading frame among the reader's": lambda rows: float(rows[:, 1].mean()),
                "leading frame is the reader's": lambda rows: float(rows[:, 0].mean()),
            },
            table,
        ),
        **bootstrap({"generic frames, macro F1": _macro_f1}, read.generic, read.said_generic),
    }


def _read(data: Path, gold: Path | None = None) -> _Read:
    path = gold or gold_folder() / "articles.jsonl"
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    marked: dict[str, dict[str, Any]] = {row["id"]: row for row in lines}
    outlets, labels, leading, generic, shown, shares, said = [], [], [], [], [], [], []
    for record, text, of_article, words in _scored(data, lambda _, name: name in marked):
        row, frames = marked[record["id"]], generic_frames.score(text)
        outlets.append(str(record.get("outlet", record["id"])))
        labels.append([frame in row["policy_frames"] for frame in POLICY_FRAMES])
        leading.append(POLICY_FRAMES.index(row["leading"]))
        generic.append([frame in row["generic_frames"] for frame in GENERIC_FRAMES])
        shown.append(of_article)
        shares.append(words)
        said.append([frames[frame].present for frame in GENERIC_FRAMES])
    return _Read(
        *(tuple(outlets), np.array(labels), np.array(leading), np.array(generic)),
        *(tuple(shown), np.array(shares), np.array(said)),
    )


def _usual(data: Path) -> Floats:
    """Return each frame's mean log-odds in a part of the news sample."""
    chosen = _scored(data, lambda number, _: number % _EVERY == _FIRST)
    usual: Floats = np.mean([article_clues.log_odds for _, _, article_clues, _ in chosen], axis=0)
    return usual


def _scored(
    data: Path, wanted: Callable[[int, str], bool]
) -> Iterator[tuple[Mapping[str, Any], LexiconText, Clues, list[float]]]:
    """Yield record, text, clues and weight of each frame's words for the articles that are wanted by number and id."""
    for number, row in enumerate(read_news(data)):
        if wanted(number, row["id"]):
            article = segment(Document(f"{row['title']}\n\n{row['text']}"))
            tokens = read_words(article)
            text = lexicon_text(article, article.voices, shipped_indexes(), tokens.compared)
            words = frame_words.score(text)
            table = table_of(score_article(article, tokens))
            own = [sum(word.weight for word in words[name]) for name in POLICY_FRAMES]
            yield row, text, clues(article, tokens, table, words), own


def _clued(read: _Read, usual: Floats) -> Clued:
    """Return the articles as the weights see them."""
    clued = np.array([np.column_stack([one.log_odds - usual, one.lexicon]) for one in read.clues])
    return Clued(clued, word_matrix([one.counts for one in read.clues], _rarity()), read.labels, read.outlets)


def _rarity() -> Floats:
    return load_artifact("frames").array("rarity").astype(np.float64)


def _precision(labels: Flags, said: Flags) -> float:
    return float((labels & said).sum() / max(said.sum(), 1))


def _recall(labels: Flags, said: Flags) -> float:
    return float((labels & said).sum() / max(labels.sum(), 1))


def _f1(labels: Flags, said: Flags) -> float:
    return float(2 * (labels & said).sum() / max(labels.sum() + said.sum(), 1))


def _macro_f1(labels: Flags, said: Flags) -> float:
    """F1 of each frame that a reader or the report names, averaged."""
    named = (labels | said).any(axis=0)
    return float(np.mean([_f1(labels[:, k], said[:, k]) for k in np.flatnonzero(named)])) if named.any() else 0.0
