"""What can be trained and evaluated, by name; each task's modules are imported when it is asked for."""

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.errors import InputError
from framing.modelling.training.intervals import Figure
from framing.packages import missing

__all__ = ["ENCODED", "EVALUATED", "REFITTED", "TRAINED", "UNSEEN", "evaluate", "evaluate_unseen", "train"]

TRAINED: Mapping[str, str] = {
    "vocabulary": "framing.modelling.training.vocabulary:train",
    "words": "framing.modelling.training.words:train",
    "rarity": "framing.modelling.training.lexicon_rarity:train",
    "marked": "framing.modelling.training.marked:train",
    "bias": "framing.modelling.training.bias:train",
    "frames": "framing.modelling.training.frames:train",
    "news_frames": "framing.evaluation.article_frames:train",
    "loaded": "framing.modelling.training.loaded:train",
    "genre": "framing.modelling.training.genre:train",
    "techniques": "framing.modelling.training.techniques:train",
    "slant": "framing.evaluation.slant:train",
    "judging_words": "framing.evaluation.judging_words:train",
    "attribution": "framing.modelling.training.attribution:train",
    "meanings": "framing.modelling.training.meanings:train",
    "gazetteer": "framing.modelling.training.gazetteer:train",
    "public_figures": "framing.modelling.training.public_figures:train",
    "encoder": "framing.evaluation.encoder:train",
    "speech": "framing.evaluation.speech_acts:train",
    "tails": "framing.evaluation.tails:train",
    "known_names": "framing.evaluation.known_names:train",
    "source_types": "framing.evaluation.source_types:train",
    "attitudes": "framing.evaluation.held_attitudes:train",
    "certain": "framing.evaluation.certain:train",
    "speaker_rows": "framing.evaluation.speaker_rows:train",
    "events": "framing.evaluation.events:train",
    "links": "framing.evaluation.same_facts:train",
    "generic_frames": "framing.evaluation.reference:build_generic_densities",
    "reference": "framing.evaluation.reference:build_reference",
}
"""In the order in which artifacts depend on each other."""

EVALUATED: Mapping[str, str] = {
    "article_frames": "framing.evaluation.article_frames:evaluate",
    "articles": "framing.evaluation.articles:evaluate",
    "attribution": "framing.evaluation.attributions:evaluate",
    "bias": "framing.modelling.training.bias:evaluate",
    "events": "framing.evaluation.events:evaluate",
    "frames": "framing.modelling.training.frames:evaluate",
    "genre": "framing.modelling.training.genre:evaluate",
    "links": "framing.evaluation.same_facts:evaluate",
    "loaded": "framing.modelling.training.loaded:evaluate",
    "speakers": "framing.evaluation.speakers:evaluate",
    "techniques": "framing.modelling.training.techniques:evaluate",
}

UNSEEN: Mapping[str, str] = {
    "article_frames": "framing.evaluation.article_frames:unseen",
    "articles": "framing.evaluation.articles:unseen",
}
"""What can be held against labels of articles that nothing was learned from."""

ENCODED = ("articles", "attribution", "speakers")
"""What can be measured with the encoder."""

REFITTED = ("slant", "judging_words")
"""What can be trained to read the encoder's log-odds."""


def train(
    task: str, data: Path, output: Path, held_out: Path | None = None, *, encoder: bool = False
) -> Mapping[str, Any]:
    """Make an artifact again and return what its training says of itself.

    Args:
        task: A name of ``TRAINED``.
        data: Folder with the public sets that ``docs/models.md`` names.
        output: Folder of the artifacts.
        held_out: The encoder's log-odds of the annotated articles, for one of ``REFITTED``.
        encoder: Whether the encoder reads too, for ``reference``.

    Raises:
        InputError: If a set is missing or a package of the extra ``train`` is not installed.
    """
    output.mkdir(parents=True, exist_ok=True)
    further = () if held_out is None else (held_out,)
    result: Mapping[str, Any] = _called(
        TRAINED[task], task, data, output, *further, **({"encoder": True} if encoder else {})
    )
    return result


def evaluate(task: str, data: Path, *, encoder: bool = False, held_out: Path | None = None) -> Mapping[str, Figure]:
    """Return a task's figures with 95% intervals: cross-validated, or on a part that the model was not trained on.

    Args:
        task: A name of ``EVALUATED``.
        data: Folder with the public sets.
        encoder: Whether the encoder reads too, in one of ``ENCODED``.
        held_out: What encoders that had not read the labels say of the annotated articles; ``articles`` needs it.

    Raises:
        InputError: If a set is missing.
        InstallError: If a package that it needs is missing.
    """
    if encoder and task == "articles":
        if held_out is None:
            raise InputError(
                "articles", "the encoder was taught by these articles; --held-out FILE gives what others say"
            )
        taught: Mapping[str, Figure] = _called(EVALUATED[task], task, data, held_out)
        return taught
    result: Mapping[str, Figure] = _called(EVALUATED[task], task, data, **({"encoder": True} if encoder else {}))
    return result


def evaluate_unseen(task: str, data: Path, gold: Path, *, encoder: bool = False) -> Mapping[str, Figure]:
    """Return the figures of the shipped models on articles that they did not learn from.

    Args:
        task: A name of ``UNSEEN``.
        data: Folder with the public sets.
        gold: The articles' labels, in the form of ``reports/evaluation/gold/articles.jsonl``.
        encoder: Whether the encoder reads too, in one of ``ENCODED``.

    Raises:
        InputError: If the set is missing.
    """
    result: Mapping[str, Figure] = _called(UNSEEN[task], task, data, gold, **({"encoder": True} if encoder else {}))
    return result


def _called(target: str, task: str, *arguments: Path, **options: bool) -> Any:  # noqa: ANN401 -- what the task returns
    module, _, function = target.partition(":")
    try:
        return getattr(importlib.import_module(module), function)(*arguments, **options)
    except FileNotFoundError as error:
        raise InputError(str(error.filename), f"is missing; '{task}' needs it; see `framing train --help`") from error
    except ImportError as error:
        raise missing(error) from error
