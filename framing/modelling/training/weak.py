"""Weak teachers: linear models of what correlates with slant and costs no annotator, learned on the news sample.

Each one is linear in ``space.design``'s columns, so a classifier that uses its score as a feature stays one linear
model. Articles are matched by topic, so that a teacher learns wording rather than subjects.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.expressions import expression
from framing.modelling.sentence_features import EXTRAS, FRAME_EXTRAS, SentenceTokens, extra_features, split_sentences
from framing.modelling.training.corpora import Report, news, rows, sentence_spans
from framing.modelling.training.space import Matrix, Space, design

__all__ = [
    "LOADED_TECHNIQUES",
    "Teacher",
    "annotated_sentences",
    "section",
    "teachers",
    "with_extras",
    "without_extras",
]

LOADED_TECHNIQUES = frozenset({"Loaded_Language", "Name_Calling-Labeling", "Exaggeration-Minimisation"})
"""The techniques of the SemEval set that make a sentence loaded."""

PARTISAN = frozenset(
    "Townhall|National Review|Salon|Breitbart News|Reason|The Daily Caller|American Spectator|Daily Beast|TheBlaze.com|"
    "Slate|Daily Kos|The Daily Wire|Mother Jones|Vox|Media Matters|Guest Writer - Right|Guest Writer - Left|"
    "Guest Writer|CNN - Editorial|New York Times - Opinion|Victor Hanson|HotAir|Democracy Now|The Federalist|RedState|"
    "The Root|Jacobin|The Nation|AlterNet|HuffPost|Vanity Fair|InfoWars|ThinkProgress|Think Progress|Rolling Stone|"
    "New Republic|RightWing News|Ben Shapiro|Michelle Malkin|WND.com|Newsmax|CBN".split("|")
)
WIDER = PARTISAN | frozenset(
    "Vice|Pacific Standard|The Guardian|New York Post|The Atlantic|Washington Examiner|The New Yorker|Rich Lowry|"
    "Jonah Goldberg|Charles Krauthammer|Ann Coulter|Paul Krugman|Eugene Robinson|Washington Times|"
    "Fox Online News".split("|")
)
AGENCIES = frozenset(
    "Reuters|Associated Press|BBC News|NPR Online News|USA TODAY|Wall Street Journal - News|Bloomberg|CBS News|"
    "ABC News|The Hill|CNBC|PBS NewsHour".split("|")
)
MAINSTREAM = AGENCIES | frozenset(
    "Christian Science Monitor|MarketWatch|Axios|NBC News|NBCNews.com|New York Times - News|CNN (Web News)|Politico|"
    "Washington Post|Al Jazeera|ProPublica".split("|")
)
_OPINION = frozenset({"opinion", "opinions", "op-ed", "oped", "commentary", "columnists"})
_SECTION = expression(r"/(opinions?|op-?ed|commentary|columnists|news|politics|us|world|blogs)(?=/)")
_WORDS_MIN, _WORDS_MAX = 6, 80
_SAMPLE = 80_000
"""Sentences a teacher sees; more did not help (0.760 AUC on BABE with 80,000 and with 160,000)."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """A linear model over the columns of ``space.design``."""

    coefficients: NDArray[np.float64]
    intercept: float


def section(url: str) -> str | None:
    """Return what a URL's path says of the genre: ``opinion``, ``reporting`` or nothing.

    Examples:
        >>> section("https://paper.example/opinion/2019/why"), section("https://paper.example/politics/vote")
        ('opinion', 'reporting')
    """
    sections = _SECTION.findall(url.lower())
    if not sections or "blogs" in sections:
        return None
    return "opinion" if _OPINION.intersection(sections) else "reporting"


@lru_cache(maxsize=1)
def annotated_sentences(data: Path) -> tuple[SentenceTokens, tuple[frozenset[str], ...], tuple[str, ...]]:
    """Return the SemEval set's sentences, the techniques whose spans touch each, and the articles' ids."""
    texts: list[str] = []
    techniques: list[frozenset[str]] = []
    articles: list[str] = []
    for row in rows(data / "semeval23_en.jsonl"):
        if row["techniques"] is None:
            continue
        for start, end in sentence_spans(row["text"]):
            texts.append(row["text"][start:end])
            techniques.append(frozenset(name for name, a, b in row["techniques"] if a < end and b > start))
            articles.append(str(row["id"]))
    return split_sentences(texts), tuple(techniques), tuple(articles)


@lru_cache(maxsize=1)
def teachers(data: Path, space: Space) -> Mapping[str, Teacher]:
    """Return the weak teachers by name.

    ``partisan`` and ``strong`` tell partisan outlets from others, ``opinion`` opinion sections from news sections,
    ``loaded`` and ``technique`` sentences with annotated persuasion techniques from others (SemEval).
    """
    reports = news(data)
    generator = np.random.default_rng(0)
    by_name = {}
    for name, positive, negative in (("partisan", WIDER, MAINSTREAM), ("strong", PARTISAN, AGENCIES)):
        labels = [1 if r.outlet in positive else 0 if r.outlet in negative else -1 for r in reports]
        by_name[name] = _taught(space, *_matched(reports, labels, generator), strength=0.02)
    sections = [{"opinion": 1, "reporting": 0, None: -1}[section(report.url)] for report in reports]
    by_name["opinion"] = _taught(space, *_drawn(reports, sections, generator), strength=0.02)
    split, techniques, _ = annotated_sentences(data)
    loaded = np.array([bool(names & LOADED_TECHNIQUES) for names in techniques])
    some = np.array([bool(names) for names in techniques])
    by_name["loaded"] = _taught(space, split.words, loaded, strength=0.1)
    by_name["technique"] = _taught(space, split.words, some, strength=0.1)
    return by_name


def without_extras(space: Space, sentences: Sequence[Sequence[str]]) -> Matrix:
    """Return ``design``'s matrix with the further features set to zero."""
    return design(space, space.vocabulary.encode(sentences), np.zeros((len(sentences), len(EXTRAS))))


def with_extras(space: Space, split: SentenceTokens) -> Matrix:
    """Return ``design``'s matrix of sentences, the policy frames' lexicon left out.

    What a sentence is about says little of how it is worded, and the lexicon of frames names parties.
    """
    extras = extra_features(split)
    extras[:, FRAME_EXTRAS] = 0
    return design(space, space.vocabulary.encode(split.words), extras)


def _taught(space: Space, sentences: Sequence[Sequence[str]], labels: NDArray[Any], strength: float) -> Teacher:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, class_weight="balanced", max_iter=400)
    model.fit(without_extras(space, sentences), labels)
    return Teacher(model.coef_[0], float(model.intercept_[0]))


def _usable(report: Report) -> list[Sequence[str]]:
    return [words for words in report.sentences if _WORDS_MIN <= len(words) <= _WORDS_MAX]


def _matched(
    reports: Sequence[Report], labels: Sequence[int], generator: np.random.Generator
) -> tuple[list[Sequence[str]], NDArray[np.int64]]:
    """Return as many sentences of one label as of the other on each topic."""
    topics: dict[str, tuple[list[Sequence[str]], list[Sequence[str]]]] = defaultdict(lambda: ([], []))
    for report, label in zip(reports, labels, strict=True):
        if label >= 0:
            topics[report.topic][label].extend(_usable(report))
    chosen: list[tuple[list[str], int]] = []
    for pools in topics.values():
        count = min(map(len, pools))
        for label, pool in enumerate(pools):
            chosen += [(pool[place], label) for place in generator.permutation(len(pool))[:count]]
    return _shuffled(chosen, generator)


def _drawn(
    reports: Sequence[Report], labels: Sequence[int], generator: np.random.Generator
) -> tuple[list[Sequence[str]], NDArray[np.int64]]:
    """Return all sentences of the rarer label and up to four times as many of the other."""
    pools: tuple[list[Sequence[str]], list[Sequence[str]]] = ([], [])
    for report, label in zip(reports, labels, strict=True):
        if label >= 0:
            pools[label].extend(_usable(report))
    count = 4 * min(map(len, pools))
    chosen = [
        (pool[place], label) for label, pool in enumerate(pools) for place in generator.permutation(len(pool))[:count]
    ]
    return _shuffled(chosen, generator)


def _shuffled(
    chosen: Sequence[tuple[list[str], int]], generator: np.random.Generator
) -> tuple[list[Sequence[str]], NDArray[np.int64]]:
    order = generator.permutation(len(chosen))[:_SAMPLE]
    return [chosen[i][0] for i in order], np.array([chosen[i][1] for i in order])
