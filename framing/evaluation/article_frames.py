"""The frames of whole articles of ordinary news, held against blind readers; and the weights that come from them.

The codebook is ``docs/reading-slant.md``; the gold holds ids of articles of the news sample and their labels. Few
articles bear few parameters: one weight for the trained model and one for the frame's words serve all fourteen frames,
each has an intercept drawn to the common one, and the model's level of each frame is that of the news sample, without
labels.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
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
from framing.resources import artifacts_folder, gold_folder
from framing.scoring import frame_words, generic_frames
from framing.scoring.policy_frames import Clues, clues
from framing.scoring.sentences import score_article, table_of
from framing.scoring.words_found import LexiconText, lexicon_text
from framing.segmenting import segment

__all__ = ["evaluate", "train", "unseen"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_PRESENT = 0.35
"""Probability from which a frame is present: half of the F1 that the readers' labels allow, where F1 is greatest."""
_STRENGTH = 0.3
"""Inverse of the penalty on the weights and on how far a frame's intercept lies from the common one."""
_EVERY, _FIRST = 25, 6
"""Every so many articles of the news sample set the model's level, from one on."""


class _Fitted(NamedTuple):
    """Weights of the trained model and of the frame's words, and the frames' intercepts, of shape (14,)."""

    model: float
    lexicon: float
    intercepts: Floats

    def present(self, features: Floats) -> Flags:
        """Return which frames are present, of shape (n_articles, 14), from features of shape (n_articles, 14, 2)."""
        chance = probabilities(features @ np.array([self.model, self.lexicon]) + self.intercepts)
        result: Flags = (chance >= _PRESENT) & (features[:, :, 1] > 0)
        return result


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
    """Write ``news_frames.json``: the weights of an article's clues, and each frame's usual log-odds in news.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.
    """
    read = _read(data)
    usual = _usual(data)
    fitted = _fit(_features(read.clues, usual), read.labels)
    stored = {"model": fitted.model, "lexicon": fitted.lexicon, "present": _PRESENT}
    for kind, values in (("intercept", fitted.intercepts), ("usual", usual)):
        stored |= {f"{kind}_{name}": float(value) for name, value in zip(POLICY_FRAMES, values, strict=True)}
    stored = {name: round(value, 4) for name, value in stored.items()}
    (output / "news_frames.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    return stored


def evaluate(data: Path) -> dict[str, Figure]:
    """Return figures on ``reports/evaluation/gold/articles.jsonl``, with 95% intervals over articles.

    Weights are fitted without the articles of the outlet that they judge. The leading frame is the one with the
    largest share of the frames' words, as the panel shows it: right where the reader marked it as present; and how
    often it is the reader's own leading frame.

    Args:
        data: Folder with ``news.jsonl.gz``.
    """
    read = _read(data)
    usual = _usual(data)
    features = _features(read.clues, usual)
    said = np.zeros(read.labels.shape, dtype=bool)
    for outlet in set(read.outlets):
        here = np.array([other == outlet for other in read.outlets])
        said[here] = _fit(features[~here], read.labels[~here]).present(features[here])
    return _figures(read, said)


def unseen(data: Path, gold: Path) -> dict[str, Figure]:
    """Return the figures of the shipped weights on articles that they were not learned from.

    Args:
        data: Folder with ``news.jsonl.gz``.
        gold: The articles' labels.
    """
    read = _read(data, gold)
    stored = json.loads((artifacts_folder() / "news_frames.json").read_text(encoding="utf-8"))
    usual, intercepts = (
        np.array([stored[f"{kind}_{name}"] for name in POLICY_FRAMES]) for kind in ("usual", "intercept")
    )
    fitted = _Fitted(stored["model"], stored["lexicon"], intercepts)
    return _figures(read, fitted.present(_features(read.clues, usual)))


def _figures(read: _Read, said: Flags) -> dict[str, Figure]:
    first = read.shares.argmax(axis=1)
    table = np.column_stack([first == read.leading, read.labels[np.arange(len(first)), first]])
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


def _features(articles: Sequence[Clues], usual: Floats) -> Floats:
    """Return the two features of each frame in each article, of shape (n_articles, 14, 2)."""
    return np.array([np.column_stack([one.log_odds - usual, one.lexicon]) for one in articles])


def _fit(features: Floats, labels: Flags) -> _Fitted:
    frames = np.broadcast_to(np.eye(len(POLICY_FRAMES)), (len(features), len(POLICY_FRAMES), len(POLICY_FRAMES)))
    rows = np.concatenate([features, frames], axis=2).reshape(labels.size, -1)
    model = LogisticRegression(C=_STRENGTH, max_iter=1000).fit(rows, labels.ravel())
    weights = model.coef_[0]
    return _Fitted(float(weights[0]), float(weights[1]), weights[2:] + model.intercept_[0])


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
