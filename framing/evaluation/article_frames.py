"""The frames of whole articles of ordinary news, held against blind readers; and the weights that come from them.

The codebook is ``docs/reading-slant.md``; the gold holds ids of articles of the news sample and their labels. Few
articles bear few parameters: one weight for the trained model, one for the frame's words and one intercept serve all
fourteen frames, and the model's level of each frame is that of the news sample, without labels.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from framing.article import Document
from framing.finding import GENERIC_FRAMES, POLICY_FRAMES
from framing.lexicons.compiled import shipped_indexes
from framing.modelling.article_words import read_words
from framing.modelling.linear import probabilities
from framing.modelling.training.intervals import Figure, bootstrap
from framing.modelling.training.news import read_news
from framing.resources import gold_folder
from framing.scoring import frame_words, generic_frames
from framing.scoring.policy_frames import Clues, clues
from framing.scoring.sentences import score_article, table_of
from framing.scoring.words_found import LexiconText, lexicon_text
from framing.segmenting import segment

__all__ = ["evaluate", "train"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_PRESENT = 0.35
"""Probability from which a frame is present: half of the F1 that the readers' labels allow, where F1 is greatest."""
_EVERY, _FIRST = 25, 6
"""Every so many articles of the news sample set the model's level, from one on."""


class _Read(NamedTuple):
    """Marked articles: labels and generic labels, leading frames, clues, and what the product says."""

    labels: Flags
    leading: NDArray[np.int64]
    generic: Flags
    clues: tuple[Clues, ...]
    shares: Floats
    said_generic: Flags


def train(data: Path, output: Path) -> dict[str, float]:
    """Write ``news_frames.json``: the weights of an article's clues, and each frame's usual log-odds in news.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.
    """
    read = _read(data)
    usual = _usual(data)
    model, lexicon, intercept = _fit(_features(read.clues, usual), read.labels)
    stored = {"model": model, "lexicon": lexicon, "intercept": intercept, "present": _PRESENT}
    stored |= {f"usual_{name}": float(value) for name, value in zip(POLICY_FRAMES, usual, strict=True)}
    stored = {name: round(value, 4) for name, value in stored.items()}
    (output / "news_frames.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    return stored


def evaluate(data: Path) -> dict[str, Figure]:
    """Return figures on ``reports/evaluation/gold/articles.jsonl``, with 95% intervals over articles.

    Weights are fitted without the article that they judge. The leading frame is the one with the largest share of
    the frames' words, as the panel shows it: right where the reader marked it as present; and how often it is the
    reader's own leading frame.

    Args:
        data: Folder with ``news.jsonl.gz``.
    """
    read = _read(data)
    usual = _usual(data)
    features = _features(read.clues, usual)
    said = np.zeros(read.labels.shape, dtype=bool)
    places = np.arange(len(said))
    for place in places:
        model, lexicon, intercept = _fit(features[places != place], read.labels[places != place])
        chance = probabilities(features[place] @ np.array([model, lexicon]) + intercept)
        said[place] = (chance >= _PRESENT) & (features[place, :, 1] > 0)
    first = read.shares.argmax(axis=1)
    table = np.column_stack([first == read.leading, read.labels[places, first]])
    return {
        **bootstrap(
            {"F1 of present": _f1, "precision of present": _precision, "recall of present": _recall}, read.labels, said
        ),
        **bootstrap(
            {
                "leading frame among the reader's": lambda rows: float(rows[:, 1].mean()),
                "leading frame is the reader's": lambda rows: float(rows[:, 0].mean()),
            },
            table,
        ),
        **bootstrap({"generic frames, macro F1": _macro_f1}, read.generic, read.said_generic),
    }


def _read(data: Path) -> _Read:
    lines = (json.loads(line) for line in (gold_folder() / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    marked: dict[str, dict[str, Any]] = {row["id"]: row for row in lines}
    labels, leading, generic, found, shares, said = [], [], [], [], [], []
    for name, text, of_article, words in _scored(data, lambda _, name: name in marked):
        row, frames = marked[name], generic_frames.score(text)
        labels.append([frame in row["policy_frames"] for frame in POLICY_FRAMES])
        leading.append(POLICY_FRAMES.index(row["leading"]))
        generic.append([frame in row["generic_frames"] for frame in GENERIC_FRAMES])
        found.append(of_article)
        shares.append(words)
        said.append([frames[frame].present for frame in GENERIC_FRAMES])
    return _Read(np.array(labels), np.array(leading), np.array(generic), tuple(found), np.array(shares), np.array(said))


def _usual(data: Path) -> Floats:
    """Return each frame's mean log-odds in a part of the news sample."""
    chosen = _scored(data, lambda number, _: number % _EVERY == _FIRST)
    usual: Floats = np.mean([article_clues.log_odds for _, _, article_clues, _ in chosen], axis=0)
    return usual


def _scored(data: Path, wanted: Callable[[int, str], bool]) -> Iterator[tuple[str, LexiconText, Clues, list[float]]]:
    """Yield id, text, clues and weight of each frame's words for the articles that are wanted by number and id."""
    for number, row in enumerate(read_news(data)):
        if wanted(number, row["id"]):
            article = segment(Document(f"{row['title']}\n\n{row['text']}"))
            tokens = read_words(article)
            text = lexicon_text(article, article.voices, shipped_indexes(), tokens.compared)
            words = frame_words.score(text)
            table = table_of(score_article(article, tokens))
            own = [sum(word.weight for word in words[name]) for name in POLICY_FRAMES]
            yield row["id"], text, clues(article, tokens, table, words), own


def _features(articles: Sequence[Clues], usual: Floats) -> Floats:
    """Return the two features of each frame in each article, of shape (n_articles, 14, 2)."""
    return np.array([np.column_stack([one.log_odds - usual, one.lexicon]) for one in articles])


def _fit(features: Floats, labels: Flags) -> tuple[float, float, float]:
    model = LogisticRegression(C=1.0).fit(features.reshape(-1, 2), labels.ravel())
    return float(model.coef_[0, 0]), float(model.coef_[0, 1]), float(model.intercept_[0])


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
