"""Learn what kind of source somebody is from entities that blind readers typed: ``framing train source_types``.

A choice among the types by sums of weights (mcfadden1974): one weight for each kind of evidence, shared by all types,
and weights by type for the kind of row and for what a source says of itself, drawn to zero. The figures leave each
article out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from framing.attributing import Learned, attributed
from framing.attribution import NAMED, SOURCE_TYPES, Attribution, SourceType
from framing.evaluation.marked_speech import Marked, read_learned
from framing.evaluation.near_nouns import near_nouns
from framing.evaluation.source_names import same_name
from framing.evaluation.span_words import in_text, words_in
from framing.modelling.article_words import read_words
from framing.modelling.artifact import joined, save_artifact
from framing.modelling.state_weights import NO_WEIGHTS
from framing.modelling.training.conditional_logit import fit_choice
from framing.modelling.training.intervals import Figure, bootstrap, figures_for_manifest
from framing.reading import document
from framing.segmenting import segment
from framing.source_typing.case import Case, features
from framing.source_typing.judge import CONFIDENT, TypeModel, chances, judged

__all__ = ["START", "TypedEntity", "fit_types", "train", "typed_entities"]

START = TypeModel(
    {
        "vote phrase": 4.0,
        "vote title": 3.6,
        "vote honorific": 1.7,
        "vote physician": 3.0,
        "vote apposition": 3.2,
        "vote owner": 2.4,
        "vote member": 2.2,
        "vote name": 2.8,
        "vote ending": 2.4,
        "vote place": 3.0,
        "vote seat": 4.2,
        "vote share": 5.0,
        "vote befell": 2.8,
        "vote resident": 2.8,
        "vote party": 2.4,
        "vote speaks": 4.4,
        "vote kin": 3.0,
        "vote known": 2.4,
        "vote printed": 2.4,
        "vote near": 2.0,
        "vote office": 2.4,
        "vote made": 3.0,
        "vote accused": 1.8,
        "vote from": 1.6,
        "vote aged": 1.0,
        "vote signed": 2.4,
        "vote crowd": 2.0,
        "vote post": 2.4,
        "vote practice": 2.0,
        "vote aide": 2.0,
        "vote does": 3.0,
        **{
            f"{kind}{several}, {told}: other": 1.2
            for kind in ("person", "body", "single", "place", "description", "pronoun")
            for several in ("", " of several")
            for told in ("told", "bare")
        },
    },
    {},
)
"""Where learning starts, and by what the page's own words are judged while other articles' are counted: set by hand."""
_BY_TYPE, _SHARED = 1.0, 0.2
"""How strongly weights by type, and those that all types share, are drawn to where they start."""
_ROUNDS = 2
"""A spokesman's type depends on whom he speaks for: the second round learns from types that the first gave."""
_FOLDS = 10
"""Groups that articles are left out in."""


class TypedEntity(NamedTuple):
    """An entity with the type that a reader gave it.

    Attributes:
        article: The number of its article.
        case: What speaks for a type.
        type: The reader's.
        said: How many attributions are credited to it.
    """

    article: int
    case: Case
    type: SourceType
    said: int


def train(data: Path, output: Path) -> dict[str, str]:
    """Write ``source_types.npz`` and its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        Shares of types that are right, each article left out.
    """
    marked = list(read_learned(data))
    nouns, right = near_nouns()
    model = TypeModel(START.weights, nouns)
    for _ in range(_ROUNDS):
        entities = typed_entities(marked, model)
        model = TypeModel(fit_types(entities).weights, nouns)
    figures = _held_out(entities)
    names = sorted(name for name, weight in model.weights.items() if weight)
    words = sorted(nouns)
    save_artifact(
        output,
        "source_types",
        {
            "names": joined(names),
            "weights": np.array([model.weights[name] for name in names], dtype=np.float64),
            "near_words": joined(words),
            "near_types": np.array([SOURCE_TYPES.index(nouns[word]) for word in words], dtype=np.uint8),
        },
        {
            "version": "2026.1",
            "data": f"{len(marked)} articles of the news sample as blind readers marked them; {len(entities)} entities",
            "figures": figures_for_manifest(figures),
            "listed nouns right, left out": round(right, 3),
        },
    )
    return {name: f"{figure.value:.3f}" for name, figure in figures.items()}


def typed_entities(marked: Sequence[Marked], model: TypeModel) -> list[TypedEntity]:
    """Return the entities that are named as a reader named them, with the type that the reader gave most often."""
    typed: list[TypedEntity] = []
    for number, item in enumerate(marked):
        article = segment(document(item.text))
        told = attributed(article, read_words(article), learned=Learned(types=model, certainty=NO_WEIGHTS))
        shown = [
            (attribution, words_in(article, attribution.content))
            for attribution in told.attributions
            if attribution.act == "speech"
        ]
        types: dict[int, Counter[SourceType]] = {}
        for row in item.attributions:
            if row["act"] != "speech" or not row["name"]:
                continue
            best = _best(words_in(article, in_text(article, row["content"])), shown)
            described = row["identity"] not in NAMED
            if best is not None and best.source and same_name(best.source.name, row["name"], described=described):
                types.setdefault(best.source.entity, Counter())[row["type"]] += 1
        for entity, counts in sorted(types.items()):
            typed.append(TypedEntity(number, told.cases[entity], counts.most_common(1)[0][0], counts.total()))
    return typed


def _best(words: frozenset[int], shown: Sequence[tuple[Attribution, frozenset[int]]]) -> Attribution | None:
    """Return the attribution that holds most of some words, where it holds half of them."""
    rivals = [pair for pair in shown if 2 * len(pair[1] & words) >= len(words)]
    return max(rivals, key=lambda pair: len(pair[1] & words) / len(pair[1] | words))[0] if rivals else None


def fit_types(entities: Sequence[TypedEntity]) -> TypeModel:
    """Return the weights that make the readers' types most likely; an entity counts by the root of what it says."""
    names = sorted({name for entity in entities for kind in SOURCE_TYPES for name, _ in features(entity.case, kind)})
    number = {name: place for place, name in enumerate(names)}
    table = np.zeros((len(entities), len(SOURCE_TYPES), len(names)))
    for place, entity in enumerate(entities):
        for row, kind in enumerate(SOURCE_TYPES):
            for name, value in features(entity.case, kind):
                table[place, row, number[name]] = value
    chosen = np.array([SOURCE_TYPES.index(entity.type) for entity in entities])
    weight = np.sqrt([entity.said for entity in entities])
    drawn = np.array([_BY_TYPE if ": " in name else _SHARED for name in names])
    start = np.array([START.weights.get(name, 0.0) for name in names])
    best = fit_choice(table, chosen, weight, drawn, start)
    return TypeModel({**START.weights, **dict(zip(names, np.round(best, 4).tolist(), strict=True))}, {})


def _held_out(entities: Sequence[TypedEntity]) -> Mapping[str, Figure]:
    """Return figures of models of the other articles."""
    folds = np.array([entity.article % _FOLDS for entity in entities])
    right = np.zeros(len(entities), dtype=bool)
    told = np.zeros(len(entities), dtype=bool)
    surest = np.zeros(len(entities))
    for fold in range(_FOLDS):
        model = fit_types([entity for entity, other in zip(entities, folds, strict=True) if other != fold])
        for place in np.flatnonzero(folds == fold).tolist():
            case = entities[place].case
            kind = judged(case, model)[0]
            right[place], told[place] = kind == entities[place].type, kind != "other"
            surest[place] = max(chances(case, model).values())
    articles = np.array([entity.article for entity in entities])
    return bootstrap(
        {
            "type right": lambda hits, *_: float(hits.mean()),
            "told types right": lambda hits, shown, _: float(hits[shown].mean()),
            "types told": lambda _, shown, __: float(shown.mean()),
            f"type right, probability above {CONFIDENT}": lambda hits, _, sure: float(hits[sure >= CONFIDENT].mean()),
            "mean probability above it": lambda _, __, sure: float(sure[sure >= CONFIDENT].mean()),
        },
        right,
        told,
        surest,
        groups=articles,
    )
