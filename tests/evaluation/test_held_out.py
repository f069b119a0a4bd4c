"""What encoders say that had not read the labels: a file of log-odds, held against the articles that it is for."""

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from framing.cli.evaluate import command as evaluate_command
from framing.cli.train import command as train_command
from framing.errors import InputError
from framing.evaluation.held_out import held_out_articles, of_article
from framing.evaluation.tasks import evaluate


def written(path: Path, **changed: object) -> Path:
    arrays = {
        "ids": np.array(["a1", "b2"]),
        "lengths": np.array([2, 3]),
        "word": np.array([-1, 0, 1, 2, 3], dtype=np.float16),
        "slant": np.array([5, 4, 3, 2, 1], dtype=np.float16),
    }
    np.savez(path, **{**arrays, **changed})  # type: ignore[arg-type]
    return path


def test_each_article_has_its_own_tokens(tmp_path: Path) -> None:
    found = held_out_articles(written(tmp_path / "held_out.npz"))
    assert list(found) == ["a1", "b2"]
    assert found["a1"].columns(("word", "slant")).tolist() == [[-1, 5], [0, 4]]
    assert found["b2"].columns(("slant",))[:, 0].tolist() == [3, 2, 1]
    assert found["b2"].sentence_means("slant", [(0, 2), (2, 3), (3, 3)])[:2].tolist() == [2.5, 1.0]


def test_an_article_that_is_not_there_or_of_another_length_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "held_out.npz")
    assert len(of_article(path, "b2", 3).exits) == 3
    with pytest.raises(InputError, match="has no article c3"):
        of_article(path, "c3", 3)
    with pytest.raises(InputError, match="has 3 tokens of article b2, which has 4"):
        of_article(path, "b2", 4)


@pytest.mark.parametrize(
    "changed",
    [
        {"lengths": np.array([2, 4])},
        {"lengths": np.array([5])},
        {"word": np.array([1, 2], dtype=np.float16)},
        {"ids": np.array([{"a": 1}, None], dtype=object)},
    ],
)
def test_a_file_that_does_not_fit_itself_is_refused(changed: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"held_out\.npz"):
        held_out_articles(written(tmp_path / "held_out.npz", **changed))


def test_what_is_no_such_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "held_out.npz"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(InputError, match="holds no log-odds of articles"):
        held_out_articles(path)


def test_articles_that_taught_the_encoder_are_not_measured_with_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--held-out FILE"):
        evaluate("articles", tmp_path, encoder=True)


def test_the_commands_refuse_what_it_is_not_for(tmp_path: Path) -> None:
    path = str(written(tmp_path / "held_out.npz"))
    trained = CliRunner().invoke(train_command, ["bias", "--data", str(tmp_path), "--held-out", path])
    assert (trained.exit_code, "--held-out is for slant and judging_words" in trained.output) == (2, True)
    counted = CliRunner().invoke(train_command, ["genre", "--data", str(tmp_path), "--encoder"])
    assert (counted.exit_code, "--encoder is for reference" in counted.output) == (2, True)
    measured = CliRunner().invoke(evaluate_command, ["--data", str(tmp_path), "--only", "genre", "--encoder"])
    assert (measured.exit_code, "--encoder is for articles" in measured.output) == (2, True)
