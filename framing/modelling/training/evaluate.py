"""The cross-validated tables of all models."""

from collections.abc import Callable, Mapping
from pathlib import Path

from framing.modelling.training import bias, frames, genre, loaded, techniques
from framing.modelling.training.intervals import Figure

__all__ = ["EVALUATIONS", "evaluate"]

EVALUATIONS: Mapping[str, Callable[[Path], dict[str, Figure]]] = {
    "bias": bias.evaluate,
    "frames": frames.evaluate,
    "genre": genre.evaluate,
    "loaded": loaded.evaluate,
    "techniques": techniques.evaluate,
}
"""What computes a task's table, by the task's name."""


def evaluate(data: Path, tasks: tuple[str, ...] = tuple(EVALUATIONS)) -> dict[str, dict[str, Figure]]:
    """Return each task's cross-validated figures with 95% intervals.

    Args:
        data: The folder with the annotated sets and the news sample.
        tasks: Names of ``EVALUATIONS``.

    Raises:
        InputError: If a set is missing.
    """
    return {task: EVALUATIONS[task](data) for task in tasks}
