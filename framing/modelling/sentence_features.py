"""What the models of sentences see beside the words: the lexicons' hits, quotation, length."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article, Sentence, Tokens
from framing.finding import POLICY_FRAMES, QUALIFIERS
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import Words, comparable, find
from framing.modelling.article_words import ArticleWords
from framing.modelling.symmetric import symmetric_words
from framing.segmenting.words import find_tokens

__all__ = ["EXTRAS", "FRAME_EXTRAS", "SentenceTokens", "article_sentences", "extra_features", "split_sentences"]

_COUNTED = (
    "loaded/1",
    "loaded/2",
    "loaded/3",
    "loaded/group_label",
    "loaded/dehumanising_metaphor",
    "loaded/partisan_coinage",
    "loaded/dysphemism",
    "loaded/euphemism",
    "loaded/emotive",
    "loaded/sensational",
    "subjectivity/booster",
    "subjectivity/hedge",
    "subjectivity/factive",
    "subjectivity/implicative",
    "subjectivity/presupposition",
    "subjectivity/intensifier",
    "subjectivity/evaluative_adjective",
    "subjectivity/evaluative_adverb",
    "reporting/neutral",
    "reporting/doubting",
    "reporting/endorsing",
    "reporting/confrontational",
    "reporting/emotive",
)
EXTRAS: tuple[str, ...] = (
    "log_words",
    "quoted_share",
    "name_share",
    *_COUNTED,
    *(f"policy_frame/{frame}" for frame in POLICY_FRAMES),
)
"""Names of the further features, in the order of the columns."""

FRAME_EXTRAS = slice(len(EXTRAS) - len(POLICY_FRAMES), len(EXTRAS))
"""Where the policy frame lexicon's columns stand, in the codebook's order."""

_JUDGING = frozenset({"loaded", "subjectivity"})
"""Constructs whose words do not count inside fixed phrases ("war on drugs")."""

_SEPARATOR = "\n¶\n"
"""Between sentences that are matched together: a mark of its own, so that no pattern reaches across."""


class SentenceTokens(NamedTuple):
    """Sentences as tokens.

    Attributes:
        tokens: The tokens of all sentences.
        sentences: Each sentence's place in the text of the tokens.
        bounds: For each sentence the numbers of its first token and of the token after its last.
        words: For each sentence its symmetric words.
        compared: The words that the lexicons are held against, sentence by sentence.
    """

    tokens: Tokens
    sentences: Sequence[Sentence]
    bounds: Sequence[tuple[int, int]]
    words: Sequence[Sequence[str]]
    compared: Words


def split_sentences(texts: Sequence[str]) -> SentenceTokens:
    """Return sentences as tokens; each is treated as if it stood alone."""
    tokens = find_tokens(_SEPARATOR.join(texts))
    sentences: list[Sentence] = []
    bounds: list[tuple[int, int]] = []
    words: list[list[str]] = []
    start = first = 0
    count = len(tokens)
    for number, text in enumerate(texts):
        end = start + len(text)
        last = first
        while last < count and tokens.starts[last] < end:
            last += 1
        sentences.append(Sentence(start, end, number))
        bounds.append((first, last))
        words.append(symmetric_words(tokens.texts[first:last], (0,)))
        start, first = end + len(_SEPARATOR), last + 1
    return SentenceTokens(tokens, tuple(sentences), tuple(bounds), tuple(words), comparable(tokens, sentences))


def article_sentences(article: Article, words: ArticleWords) -> SentenceTokens:
    """Return an article's sentences as ``split_sentences`` returns texts, from words that are known."""
    return SentenceTokens(
        article.tokens,
        article.sentences,
        words.bounds,
        [words.joined[first:last] for first, last in words.bounds],
        words.compared,
    )


@cache
def _columns() -> dict[str, int]:
    return {name: number for number, name in enumerate(EXTRAS)}


def extra_features(split: SentenceTokens) -> NDArray[np.float64]:
    """Return the further features of sentences, of shape (n_sentences, n_extras).

    Counts of hits are divided by the square root of the sentence's length in tokens, as the words are.
    """
    result = np.zeros((len(split.words), len(EXTRAS)))
    columns = _columns()
    indexes = shipped_indexes()
    compared = split.compared
    fixed = (
        [(m.start, m.end) for m in find(compared, indexes["not_loaded"], alone=True)] if "not_loaded" in indexes else []
    )
    rows: list[int] = []
    cells: list[int] = []
    values: list[float] = []
    for construct in ("loaded", "subjectivity", "reporting", "policy_frame"):
        if construct not in indexes:
            continue
        for match in find(compared, indexes[construct], fixed if construct in _JUDGING else (), alone=True):
            entry = match.entry
            # The models learned from hedges, approximators and modals as one.
            category = "hedge" if entry.category in QUALIFIERS else entry.category
            column = columns.get(f"{construct}/{category}")
            value = entry.weight if construct == "policy_frame" else 1.0
            if column is not None:
                rows.append(match.sentence)
                cells.append(column)
                values.append(value)
            if entry.severity and construct == "loaded":
                rows.append(match.sentence)
                cells.append(columns[f"loaded/{entry.severity}"])
                values.append(1.0)
    np.add.at(result, (rows, cells), values)
    lengths = np.array([max(len(words), 1) for words in split.words], dtype=np.float64)
    result /= np.sqrt(lengths)[:, None]
    result[:, 0] = np.log(lengths) - 3
    result[:, 1] = [_quoted(words) / max(len(words), 1) for words in split.words]
    result[:, 2] = [words.count("<name>") / max(len(words), 1) for words in split.words]
    return result


def _quoted(words: Sequence[str]) -> int:
    """Return how many tokens stand between double quotation marks."""
    if '"' not in words:
        return 0
    inside = False
    count = 0
    for word in words:
        if word == '"':
            inside = not inside
        else:
            count += inside
    return count
