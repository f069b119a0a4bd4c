"""The measures: name, unit and formula of each, over totals of the columns that ``counts`` names.

``docs/measures.md`` explains each with its source and limits; a test holds the two lists equal.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from framing.attribution import IDENTITIES, SOURCE_TYPES
from framing.finding import POLICY_FRAMES
from framing.measuring.diversity import concentration, entropy, evenness, jensen_shannon_distance

__all__ = ["DEFINITIONS", "Definition", "Totals"]

Array = NDArray[np.float64]
Bounds = Literal["poisson", "wilson", "difference", "drawn", "none"]
"""How a measure's interval is made: see ``intervals``."""

OFFICIALS = ("government", "law_enforcement", "military", "judiciary", "politician")
"""Source types that speak for the state; the "officials" of sigal1973 and later studies of news routines."""

_VOICES = ("own", "quoted", "reported")


@dataclass(frozen=True, slots=True)
class Totals:
    """Column totals of an article, of shape (n_columns,), or of its bootstrap draws, of shape (n_draws, n_columns)."""

    columns: Mapping[str, int]
    values: Array
    _sums: dict[tuple[str, ...], Array] = field(default_factory=dict, init=False, repr=False, compare=False)
    _lists: dict[tuple[str, ...], Array] = field(default_factory=dict, init=False, repr=False, compare=False)
    _groups: dict[str, Array] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, *names: str) -> Array:
        """Return the sum of columns; a column that nothing was counted in is 0."""
        denominator = self._sums.get(names)  # the same denominators serve many measures
        if denominator is None:
            known = [self.columns[name] for name in names if name in self.columns]
            denominator = self.values[..., known[0]] if len(known) == 1 else self.values[..., known].sum(axis=-1)
            self._sums[names] = denominator
        return denominator

    def group(self, prefix: str) -> Array:
        """Return the columns below a prefix, of shape (..., n)."""
        values = self._groups.get(prefix)  # several measures are of the same columns
        if values is None:
            known = [number for name, number in self.columns.items() if name.startswith(prefix)]
            values = self._groups[prefix] = self.values[..., known]
        return values

    def listed(self, names: tuple[str, ...]) -> Array:
        """Return the named columns in the order given, of shape (..., len(names))."""
        values = self._lists.get(names)
        if values is None:
            values = self._lists[names] = np.stack([self.of(name) for name in names], axis=-1)
        return values


@dataclass(frozen=True, slots=True)
class Definition:
    """A measure's formula.

    Attributes:
        name: The measure's name in every output.
        unit: See ``Measure.unit``.
        value: The figure from totals; NaN where it is not defined.
        count: The numerator, or what was compared.
        of: The denominator.
        bounds: How its interval is made.
        parts: The columns of each denominator; one that stands in a single sentence leaves no interval.
        sides: What a difference is of: the first less the second.
    """

    name: str
    unit: str
    value: Callable[[Totals], Array]
    count: Callable[[Totals], Array]
    of: Callable[[Totals], Array]
    bounds: Bounds
    parts: tuple[tuple[str, ...], ...] = ()
    sides: tuple["Definition", ...] = ()


def _divided(numerator: Array, denominator: Array) -> Array:
    if not np.ndim(denominator):  # an article's own totals, of which there are a hundred
        return numerator / denominator if denominator > 0 else np.float64(np.nan)  # type: ignore[return-value]
    result: Array = np.full(np.shape(denominator), np.nan)
    np.divide(numerator, denominator, out=result, where=denominator > 0)
    return result


def _ratio(
    name: str, unit: str, above: tuple[str, ...], below: tuple[str, ...], bounds: Bounds | None = None
) -> Definition:
    """A rate per 1,000, or a share or mean, by its columns above and below the line."""
    scale = 1000.0 if unit == "per_1000_words" else 1.0
    return Definition(
        name,
        unit,
        lambda totals: scale * _divided(totals.of(*above), totals.of(*below)),
        lambda totals: totals.of(*above),
        lambda totals: totals.of(*below),
        bounds or ("poisson" if unit == "per_1000_words" else "wilson"),
        (below,),
    )


def _mean(name: str, above: str, below: str) -> Definition:
    """A mean of sentences' figures, each 0 to 1."""
    return _ratio(name, "share", (above,), (below,), "drawn")


def _over_group(name: str, unit: str, prefix: str, function: Callable[[Array], Array]) -> Definition:
    """A figure of how words are spread over the columns below a prefix."""
    return Definition(
        name,
        unit,
        lambda totals: function(totals.group(prefix)) if totals.group(prefix).shape[-1] else _nothing(totals),
        lambda totals: (totals.group(prefix) > 0).sum(axis=-1).astype(float),
        lambda totals: totals.group(prefix).sum(axis=-1),
        # How many sources a page has is a fact of that page; a draw of its sentences only loses some.
        "none" if unit == "count" else "drawn",
        (("sourced.words",),),
    )


def _nothing(totals: Totals) -> Array:
    return np.full(totals.values.shape[:-1], np.nan)


def _difference(name: str, unit: str, first: Definition, second: Definition) -> Definition:
    return Definition(
        name,
        unit,
        lambda totals: first.value(totals) - second.value(totals),
        first.count,
        first.of,
        "difference",
        sides=(first, second),
    )


def _frame_columns(part: str) -> tuple[str, ...]:
    return tuple(f"{part}.frame.{name}" for name in POLICY_FRAMES)


def _frame_weights(totals: Totals, parts: tuple[str, ...]) -> Array:
    """Evidence weight by frame, summed over parts or voices, of shape (..., 14)."""
    weights: Array = np.sum([totals.listed(_frame_columns(part)) for part in parts], axis=0)
    return weights


def _frame_distance(name: str, first: tuple[str, ...], second: tuple[str, ...]) -> Definition:
    return Definition(
        name,
        "index",
        lambda totals: jensen_shannon_distance(_frame_weights(totals, first), _frame_weights(totals, second)),
        lambda totals: _frame_weights(totals, first).sum(axis=-1),
        lambda totals: _frame_weights(totals, second).sum(axis=-1),
        "drawn",
        tuple(tuple(column for part in parts for column in _frame_columns(part)) for parts in (first, second)),
    )


_LOADED = {
    part: _ratio(f"loaded_terms_{part}", "per_1000_words", (f"{part}.loaded",), (f"{part}.words",))
    for part in (*_VOICES, "headline", "caption")
}


def _definitions() -> tuple[Definition, ...]:
    body = ("own.words", "quoted.words", "reported.words")
    frames = _frame_columns("body")
    return (
        *(_LOADED[part] for part in (*_VOICES, "headline", "caption")),
        _difference("loaded_terms_headline_over_body", "difference", _LOADED["headline"], _LOADED["own"]),
        _ratio("subjective_words_own", "per_1000_words", ("own.subjective",), ("own.words",)),
        _ratio("subjective_words_quoted", "per_1000_words", ("quoted.subjective",), ("quoted.words",)),
        *(
            _ratio(f"{name}s_own", "per_1000_words", (f"own.{name}",), ("own.words",))
            for name in ("hedge", "approximator", "modal")
        ),
        _mean("subjectivity_own", "own.subjectivity", "own.sentences"),
        _ratio("slanted_sentences_own", "share", ("own.slanted",), ("own.judged_sentences",)),
        _mean("bias_probability_own", "own.bias", "own.bias_sentences"),
        _ratio("words_own", "share", ("own.words",), body),
        _ratio("words_quoted", "share", ("quoted.words",), body),
        _ratio("words_reported", "share", ("reported.words",), body),
        _ratio("words_scare_quotes", "per_1000_words", ("scare.words",), ("own.words",)),
        *(_ratio(f"frame_{name}", "share", (f"body.frame.{name}",), frames) for name in POLICY_FRAMES),
        Definition(
            "frame_entropy",
            "bits",
            lambda totals: entropy(totals.listed(frames)),
            lambda totals: (totals.listed(frames) > 0).sum(axis=-1).astype(float),
            lambda totals: totals.listed(frames).sum(axis=-1),
            "drawn",
            (frames,),
        ),
        _frame_distance("frame_distance_headline_body", ("headline",), ("body",)),
        _frame_distance("frame_distance_own_attributed", ("own",), ("quoted", "reported")),
        _over_group("sources", "count", "source.", lambda words: (words > 0).sum(axis=-1).astype(float)),
        _over_group("source_evenness", "index", "source.", evenness),
        _over_group("source_concentration", "index", "source.", concentration),
        _over_group("source_type_evenness", "index", "type.", evenness),
        _over_group("source_type_concentration", "index", "type.", concentration),
        *(_ratio(f"source_type_{name}", "share", (f"type.{name}",), ("sourced.words",)) for name in SOURCE_TYPES),
        *(_ratio(f"source_identity_{name}", "share", (f"identity.{name}",), ("sourced.words",)) for name in IDENTITIES),
        _ratio("officials", "share", tuple(f"type.{name}" for name in OFFICIALS), ("sourced.words",)),
        _ratio("anonymous_attributions", "share", ("anonymous",), ("attributions",)),
        _ratio("anonymity_explained", "share", ("anonymous.explained",), ("anonymous",)),
        _ratio("unsourced_attributions", "share", ("unsourced",), ("attributions",)),
        _ratio("direct_speech", "share", ("kind.direct",), ("attributed.words",)),
        _ratio("relayed_words", "share", ("relayed.words",), ("attributed.words",)),
        _ratio("doubting_cues", "share", ("stance.doubting",), _stances()),
        _ratio("endorsing_cues", "share", ("stance.endorsing",), _stances()),
    )


def _stances() -> tuple[str, ...]:
    return tuple(f"stance.{name}" for name in ("neutral", "doubting", "endorsing", "confrontational", "emotive"))


DEFINITIONS: tuple[Definition, ...] = _definitions()
"""In the order of every output."""
