"""Agreement of annotators, and how right the product is by them."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import framing
from framing.annotating.agreement import agreement
from framing.annotating.correction import correction, errors
from framing.annotating.marks import Annotated, Mark, annotated
from framing.annotating.registry import export_files
from framing.cli.main import main

WORDS = "one two three four five six seven eight nine ten"


def reading(
    annotator: str, *words: str, label: str = "loaded", text: str = WORDS, labels: tuple[str, ...] = ()
) -> Annotated:
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]
    return Annotated("a", text, tuple(Mark(label, (span,)) for span in spans), labels=labels, annotator=annotator)


def test_two_who_mark_the_same_agree_wholly() -> None:
    whole, loaded = agreement([reading("ada", "two", "six"), reading("per", "two", "six")])
    assert (whole.alpha, loaded.alpha, loaded.kappa) == (1, 1, 1)
    assert (loaded.units, loaded.marked, loaded.annotators) == (10, 2, 2)


def test_kappa_and_alpha_are_those_of_the_textbook() -> None:
    # Of ten words both mark one, each marks another alone: observed 0.8, expected by chance 0.2^2 + 0.8^2 = 0.68.
    _, loaded = agreement([reading("ada", "one", "two"), reading("per", "one", "three")])
    assert loaded.kappa == pytest.approx((0.8 - 0.68) / (1 - 0.68))
    # Krippendorff: 1 - (n - 1) * disagreeing pairs / product of the values' counts = 1 - 19 * 2 / (4 * 16).
    assert loaded.alpha == pytest.approx(1 - 19 * 2 / (4 * 16))


def test_chance_agreement_is_none() -> None:
    _, loaded = agreement([reading("ada", "one"), reading("per", "two")])
    assert loaded.alpha is not None
    assert loaded.alpha < 0


def test_one_reading_alone_is_no_agreement_and_a_label_on_all_words_has_no_coefficient() -> None:
    assert agreement([reading("ada", "one")]) == []
    everything = [reading(name, *WORDS.split()) for name in ("ada", "per")]
    assert [one.alpha for one in agreement(everything)] == [None, None]


def test_labels_of_whole_texts_have_texts_as_units() -> None:
    texts = [
        reading(name, text=f"{WORDS} {number}", labels=("frame:economic",) if number in marked else ())
        for name, marked in (("ada", (0, 1)), ("per", (0, 2)))
        for number in range(4)
    ]
    frame = agreement(texts)[-1]
    assert (frame.label, frame.units, frame.marked, frame.kappa) == ("frame:economic", 4, 3, 0)


def test_precision_recall_and_errors_are_by_what_half_of_the_annotators_mark() -> None:
    gold = [reading("ada", "one", "two"), reading("per", "one"), reading("kim", "one", "four")]
    product = {WORDS: reading("", "one", "five")}
    (found,) = correction(gold, product, ["loaded"], {})
    assert (found.precision, found.recall, found.f1) == (0.5, 1.0, pytest.approx(2 / 3))
    assert [(one.kind, one.words) for one in errors(gold, product, ["loaded"])] == [("wrong", "five")]
    missed = errors([reading("ada", "one", "two", "three")], product, ["loaded"])
    assert [(one.kind, one.words) for one in missed] == [("missed", "two three"), ("wrong", "five")]


def many(product_words: tuple[str, ...], gold_words: tuple[str, ...]) -> tuple[list[Annotated], dict[str, Annotated]]:
    texts = [f"{WORDS} {number}" for number in range(12)]
    gold = [reading("ada", *gold_words, text=text) for text in texts]
    return gold, {text: reading("", *product_words, text=text) for text in texts}


def test_a_corrected_share_is_that_of_rogan_and_gladen() -> None:
    gold, product = many(("one", "two"), ("one", "three"))
    (found,) = correction(gold, product, ["loaded"], {"loaded": 0.3})
    sensitivity, specificity = 1 / 2, 8 / 9
    assert found.counted == 0.3
    assert found.corrected == pytest.approx((0.3 + specificity - 1) / (sensitivity + specificity - 1))
    assert found.low == pytest.approx(found.corrected)


def test_a_product_that_marks_at_random_corrects_nothing() -> None:
    gold, product = many(("two",), ("one",))
    (found,) = correction(gold, product, ["loaded"], {})
    assert (found.corrected, found.low) == (None, None)


def test_few_texts_have_no_interval() -> None:
    (found,) = correction([reading("ada", "one")], {WORDS: reading("", "one")}, ["loaded"], {})
    assert (found.corrected, found.low, found.high) == (pytest.approx(0.1), None, None)


STORY = "“The pier will open in May,” said Ada Holm, the mayor. The corrupt council lied to the town, number {}."


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The product's own marks as two people corrected them: one took every loaded word out."""
    folder = tmp_path_factory.mktemp("gold")
    texts = [annotated(framing.analyze(STORY.format(number))) for number in range(3)]
    changed = [
        replace(text, marks=tuple(mark for mark in text.marks if mark.label != "loaded"), arrows=()) for text in texts
    ]
    paths = []
    for name, given in (("ada", texts), ("per", changed)):
        path = folder / f"{name}.jsonl"
        path.write_bytes(export_files(given, "doccano")["texts.jsonl"])
        paths.append(path)
    return paths


def test_the_command_says_both(gold: list[Path], tmp_path: Path) -> None:
    differences = tmp_path / "differences.csv"
    result = CliRunner().invoke(main, ["agree", *map(str, gold), "--errors", str(differences)])
    assert result.exit_code == 0, result.output
    assert "3 texts, 2 annotators: ada, per" in result.stdout
    assert "no interval from fewer than ten texts" in result.stdout
    values = json.loads(CliRunner().invoke(main, ["agree", *map(str, gold), "--format", "json"]).stdout)
    by = {one["label"]: one for one in values["agreement"]}
    assert by["content"]["alpha"] == 1
    assert by["loaded"]["alpha"] < 0.1
    assert {one["label"]: one["recall"] for one in values["product"]}["content"] == 1
    assert next(csv.reader(differences.read_text(encoding="utf-8").splitlines()))[:3] == ["text", "label", "kind"]


def test_shares_of_an_archive_are_corrected(gold: list[Path], tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    rows = tmp_path / "rows.jsonl"
    rows.write_text("\n".join(json.dumps({"text": STORY.format(number)}) for number in range(3)), encoding="utf-8")
    out = tmp_path / "out"
    assert CliRunner().invoke(main, ["corpus", "score", str(rows), "--output", str(out), "--detail"]).exit_code == 0
    arguments = ["agree", str(gold[0]), "--archive", str(out), "--format", "json"]
    values = json.loads(CliRunner().invoke(main, arguments).stdout)
    content = next(one for one in values["product"] if one["label"] == "content")
    assert content["counted"] == pytest.approx(6 / 21, abs=0.05)
    assert content["corrected"] == pytest.approx(content["counted"])
    assert CliRunner().invoke(main, ["agree", str(gold[0]), "--archive", str(tmp_path)]).exit_code == 2


def test_a_missing_file_is_one_line() -> None:
    result = CliRunner().invoke(main, ["agree", "none.jsonl"])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
