"""Every task that the command line names exists, and missing data is a clear error."""

import importlib
from pathlib import Path

import pytest

from framing.errors import InputError
from framing.evaluation.tasks import EVALUATED, TRAINED, evaluate, train

TARGETS = sorted({*TRAINED.values(), *EVALUATED.values()})
NEED_PYTORCH = ("attribution:train", "encoder:train")


@pytest.mark.parametrize("target", [target for target in TARGETS if not target.endswith(NEED_PYTORCH)])
def test_a_task_s_function_exists(target: str) -> None:
    module, _, function = target.partition(":")
    assert callable(getattr(importlib.import_module(module), function))


@pytest.mark.parametrize("task", ["vocabulary", "rarity", "bias", "generic_frames"])
def test_missing_data_is_named(task: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing|\.jsonl"):
        train(task, tmp_path, tmp_path / "out")


def test_missing_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="polnear_dev"):
        evaluate("attribution", tmp_path)
