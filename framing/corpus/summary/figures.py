"""Figures of a group as ratios of sums: what each article adds to the numerator and to the denominator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.comparing.measures import HEADLINE
from framing.errors import ConfigError
from framing.finding import POLICY_FRAMES
from framing.measuring.definitions import DEFINITIONS

__all__ = ["ALL_FIGURES", "FRAMES_USED", "TELLING", "Figure", "added_up", "choose_figures", "columns_of"]

_PER_1000_WORDS = 1000.0
"""What a rate is per."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What is said of a group of articles.

    Attributes:
        name: A measure's name, or ``uses_frame_`` and a frame's name: the share of articles that use it.
        unit: See ``Measure.unit``.
        ratio: Whether a group's figure is the ratio of totals; otherwise it is the articles' mean.
        scale: What a ratio is multiplied by.
        frame: The frame, for a share of articles that use it.
    """

    name: str
    unit: str
    ratio: bool
    scale: float = 1.0
    frame: str | None = None


def _figures() -> dict[str, Figure]:
    figures = {
        definition.name: Figure(
            definition.name,
            definition.unit,
            ratio=definition.unit in {"per_1000_words", "share"},
            scale=_PER_1000_WORDS if definition.unit == "per_1000_words" else 1.0,
        )
        for definition in DEFINITIONS
    }
    for name in POLICY_FRAMES:
        figures[f"uses_frame_{name}"] = Figure(f"uses_frame_{name}", "share", ratio=False, frame=name)
    return figures


ALL_FIGURES: Mapping[str, Figure] = _figures()
"""By name, in the order of every output."""
TELLING: tuple[str, ...] = HEADLINE
"""The names that a terminal shows unless others are asked for."""
FRAMES_USED: tuple[str, ...] = tuple(f"uses_frame_{name}" for name in POLICY_FRAMES)


def choose_figures(names: Sequence[str]) -> tuple[Figure, ...]:
    """Return figures by name.

    Raises:
        ConfigError: If there is none of a name, with names that are near.
    """
    for name in names:
        if name not in ALL_FIGURES:
            import difflib  # noqa: PLC0415 -- only for a message

            near = difflib.get_close_matches(name, ALL_FIGURES, n=3, cutoff=0.5)
            hint = (
                f"; did you mean {' or '.join(near)}?" if near else f"; there are {', '.join(TELLING[:4])} and others"
            )
            raise ConfigError(f"there is no measure '{name}'{hint}")
    return tuple(ALL_FIGURES[name] for name in dict.fromkeys(names))


def columns_of(figures: Sequence[Figure]) -> list[str]:
    """Return the columns of the dataset ``articles`` that figures are made from."""
    names: list[str] = ["words_own.of"]  # tells whether an article has measures at all
    for figure in figures:
        if figure.frame is not None:
            names.append("frames")
        else:
            names += [figure.name, f"{figure.name}.of"] if figure.ratio else [figure.name]
    return list(dict.fromkeys(names))


def added_up(batch: Any, figures: Sequence[Figure]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:  # noqa: ANN401
    """Return what articles add to numerators and denominators of a group's figures; both 0 where a figure is undefined.

    Args:
        batch: An Arrow record batch with ``columns_of(figures)``.
        figures: Which.

    Returns:
        Two arrays of shape (n_articles, n_figures), without the figures' scale.
    """
    rows = batch.num_rows
    above, below = np.zeros((rows, len(figures))), np.zeros((rows, len(figures)))
    scored = np.isfinite(_doubles(batch, "words_own.of"))
    frames = batch.column("frames").to_pylist() if any(figure.frame for figure in figures) else []
    for number, figure in enumerate(figures):
        if figure.frame is not None:
            above[:, number] = [figure.frame in (names or "").split() for names in frames]
            above[:, number] *= scored
            below[:, number] = scored
            continue
        value = _doubles(batch, figure.name)
        size = _doubles(batch, f"{figure.name}.of") if figure.ratio else np.ones(rows)
        known = np.isfinite(value) & np.isfinite(size) & (size > 0)
        below[known, number] = size[known]
        above[known, number] = value[known] * size[known] / figure.scale
    return above, below


def _doubles(batch: Any, name: str) -> NDArray[np.float64]:  # noqa: ANN401
    values: NDArray[np.float64] = batch.column(name).cast("float64").to_numpy(zero_copy_only=False)
    return values
