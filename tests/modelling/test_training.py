"""Training on a small invented set: the artifact is deterministic and the shipped scorer equals scikit-learn's."""

import gzip
import itertools
import json
import random
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from framing.errors import InputError
from framing.modelling.artifact import load_artifact
from framing.modelling.linear import Linear, probabilities, weights_of
from framing.modelling.sentence_features import extra_features, split_sentences
from framing.modelling.training import (
    bias,
    corpora,
    loaded,
    marked,
    sentence_models,
    space,
    stored,
    taught_sentences,
    weak,
)
from framing.modelling.training.calibration import expected_calibration_error, platt, reliability
from framing.modelling.training.folds import group_folds
from framing.modelling.training.intervals import bootstrap
from framing.modelling.vocabulary import load_vocabulary

SUBJECTS = (
    "The council",
    "A committee",
    "The mayor",
    "Two ministers",
    "The agency",
    "Lawmakers",
    "The board",
    "Police",
)
PLAIN = ("approved the budget", "met on Monday", "published a report", "will vote in March", "opened an inquiry")
LOADED = ("peddled vicious lies", "staged a shameful stunt", "trampled decent families", "hatched a corrupt scheme")
ENDS = ("after a long debate.", "in the capital.", "according to a statement.", "for the second time this year.")
TOPICS = [f"topic {number}" for number in range(9)]


def sentences(loaded_share: float, count: int, seed: int) -> Iterator[tuple[str, str, bool]]:
    generator = random.Random(seed)  # noqa: S311
    for _ in range(count):
        is_loaded = generator.random() < loaded_share
        middle = generator.choice(LOADED if is_loaded else PLAIN)
        yield f"{generator.choice(SUBJECTS)} {middle} {generator.choice(ENDS)}", middle, is_loaded


def write(path: Path, records: Iterable[dict[str, object]]) -> None:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record) + "\n" for record in records)


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """Three folds, and few draws of the bootstrap, whose own tests are below: how often is not what is tested."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sentence_models, "group_folds", partial(group_folds, folds=3))
        patched.setattr(marked, "_INNER", 2)
        for task in (bias, loaded):
            patched.setattr(task, "bootstrap", partial(bootstrap, draws=40))
        yield


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write(
        folder / "babe.jsonl",
        (
            {
                "text": text,
                "biased": is_loaded,
                "biased_words": middle.split()[1:2] if is_loaded else [],
                "topic": topic,
            }
            for (text, middle, is_loaded), topic in zip(sentences(0.5, 270, 1), itertools.cycle(TOPICS), strict=False)
        ),
    )
    articles = []
    for number in range(9):
        text, spans = "", []
        for sentence, middle, is_loaded in sentences(0.4, 20, 100 + number):
            if is_loaded:
                start = len(text) + sentence.index(middle)
                spans.append(["Loaded_Language", start, start + len(middle)])
            text += sentence + "\n"
        articles.append({"id": str(number), "text": text, "techniques": spans, "frames": ["Political"], "genre": None})
    write(folder / "semeval23_en.jsonl", articles)
    slanted, agency = min(weak.PARTISAN), min(weak.AGENCIES)
    reports = [list(sentences(0.7 if number % 2 else 0.1, 30, 200 + number)) for number in range(40)]
    write(
        folder / "news.jsonl.gz",
        (
            {
                "id": str(number),
                "outlet": slanted if number % 2 else agency,
                "topic": "politics",
                "url": f"https://paper.example/{'opinion' if number % 2 else 'news'}/story",
                "title": "A headline",
                "text": "\n".join(text for text, _, _ in report),
            }
            for number, report in enumerate(reports)
        ),
    )
    write_labels(folder, reports)
    return folder


def write_labels(folder: Path, reports: list[list[tuple[str, str, bool]]]) -> None:
    """Write what an encoder would say of the news sample's sentences."""
    ids, starts, ends, chances = [], [], [], []
    for number, report in enumerate(reports):
        place = len("A headline\n\n")
        for text, _, is_loaded in report:
            ids.append(str(number))
            starts.append(place)
            ends.append(place + len(text))
            chances.append(230 if is_loaded else 20)
            place += len(text) + 1
    (folder / "teacher").mkdir()
    labels = np.array(chances, dtype=np.uint8)
    np.savez(
        folder / "teacher" / "sentences.npz",
        ids=np.array(ids),
        starts=np.array(starts, dtype=np.uint32),
        ends=np.array(ends, dtype=np.uint32),
        bias=labels,
        loaded=labels,
    )


@pytest.fixture(scope="module")
def trained(data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, dict[str, Any]], Path]:
    output = tmp_path_factory.mktemp("artifacts")
    return {task.__name__.rpartition(".")[2]: task.train(data, output) for task in (marked, bias, loaded)}, output


@pytest.mark.slow
def test_training_learns_what_the_set_says(trained: tuple[dict[str, dict[str, Any]], Path]) -> None:
    manifests, _ = trained
    assert manifests["bias"]["figures"]["AUC"][0] > 0.95
    assert manifests["loaded"]["figures"]["average precision"][0] > 0.9


@pytest.mark.slow
def test_the_manifest_names_data_and_versions(trained: tuple[dict[str, dict[str, Any]], Path]) -> None:
    manifest = trained[0]["bias"]
    assert set(manifest["data"]) == {"babe.jsonl", "news.jsonl.gz", "semeval23_en.jsonl", "teacher/sentences.npz"}
    assert manifest["vocabulary"] == load_vocabulary().sha256
    assert "scikit-learn" in manifest["packages"]


@pytest.mark.slow
def test_the_same_data_give_the_same_bytes(
    data: Path, trained: tuple[dict[str, dict[str, Any]], Path], tmp_path: Path
) -> None:
    for cache in (corpora.news, space.space_of, weak.teachers, weak.annotated_sentences, taught_sentences.students):
        cache.cache_clear()
    bias.train(data, tmp_path)
    for name in ("bias.npz", "bias.json"):
        assert (tmp_path / name).read_bytes() == (trained[1] / name).read_bytes()


@pytest.mark.slow
def test_the_shipped_scorer_gives_the_trained_pipelines_probabilities(
    trained: tuple[dict[str, dict[str, Any]], Path],
) -> None:
    _, output = trained
    vocabulary = load_vocabulary()
    weights = weights_of(load_artifact("bias", output), vocabulary)
    texts = [text for text, _, _ in sentences(0.5, 60, 7)] + ["Zorblax wugs the “blicket”!", "", "Mayor"]
    split = split_sentences(texts)
    encoded = vocabulary.encode(split.words)
    extras = np.hstack([extra_features(split), np.random.default_rng(0).normal(size=(len(texts), 8))])
    shipped = probabilities(Linear(vocabulary, weights).scores(encoded, extras))[:, 0]
    (model,) = stored.snapped_models(weights)
    pipeline = model.predict_proba(stored.snapped_design(vocabulary, encoded, extras))[:, 1]
    assert np.abs(shipped - pipeline).max() < 1e-6


@pytest.mark.slow
def test_a_student_makes_half_of_a_model_and_makes_it_no_surer(data: Path) -> None:
    known, labels, held_out = bias._prepared(data)
    student = taught_sentences.students(data, known.space)["biased"]
    taught = known.matrix @ student.coefficients
    slope, shift = platt(held_out, labels)
    calibrated = slope * held_out + shift
    part, other, further = sentence_models._shares(calibrated, taught)
    both = part * calibrated + other * taught + further
    assert part * calibrated.std() == pytest.approx(other * taught.std())
    assert (both.mean(), both.std()) == pytest.approx((calibrated.mean(), calibrated.std()))
    split = split_sentences([text for text, _, _ in sentences(0.5, 40, 11)])
    encoded = known.space.vocabulary.encode(split.words)
    extras = np.hstack([extra_features(split), np.random.default_rng(2).normal(size=(40, 8))])
    alone, mixed = (
        Linear(known.space.vocabulary, sentence_models.trained(known, [labels], 0.4, [held_out], given)).scores(
            encoded, extras
        )[:, 0]
        for given in (None, student)
    )
    said = space.design(known.space, encoded, extra_features(split)) @ student.coefficients
    assert np.allclose(mixed, part * alone + other * said + further, atol=1e-6)


@pytest.mark.slow
def test_folding_keeps_every_score(data: Path) -> None:
    known = space.space_of(data)
    split = split_sentences([text for text, _, _ in sentences(0.5, 40, 9)] + ["An unheard zorblax, twice-told."])
    encoded = known.vocabulary.encode(split.words)
    extras = extra_features(split)
    matrix = space.design(known, encoded, extras)
    coefficients = np.random.default_rng(1).normal(size=(3, matrix.shape[1]))
    intercepts = np.array([0.5, -1.0, 0.0])
    folded = Linear(known.vocabulary, space.fold(known, coefficients, intercepts)).scores(encoded, extras)
    assert np.allclose(folded, matrix @ coefficients.T + intercepts, atol=1e-8)


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").write_text('{"a": 1}\nnonsense\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"set\.jsonl:2"):
        list(corpora.rows(tmp_path / "set.jsonl"))


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.jsonl"):
        list(corpora.rows(tmp_path / "absent.jsonl"))


def test_platt_calibrates_scores_that_are_too_sure() -> None:
    generator = np.random.default_rng(0)
    truth = generator.normal(size=4000)
    labels = generator.random(4000) < 1 / (1 + np.exp(-truth))
    slope, shift = platt(5 * truth + 2, labels)
    chance = probabilities(slope * (5 * truth + 2) + shift)
    assert (
        expected_calibration_error(chance, labels) < 0.03 < expected_calibration_error(probabilities(5 * truth), labels)
    )
    assert sum(cell.cases for cell in reliability(chance, labels)) == 4000


def test_an_interval_holds_its_figure_and_groups_widen_it() -> None:
    values = np.repeat(np.arange(20.0), 50)
    alone = bootstrap({"mean": lambda x: float(x.mean())}, values)["mean"]
    grouped = bootstrap({"mean": lambda x: float(x.mean())}, values, groups=values)["mean"]
    assert grouped.low < alone.low < alone.value < alone.high < grouped.high


def test_sections_of_urls_tell_the_genre() -> None:
    assert weak.section("https://paper.example/opinion/politics/a") == "opinion"
    assert weak.section("https://paper.example/us/a") == "reporting"
    assert weak.section("https://paper.example/blogs/politics/a") is None
    assert weak.section("https://paper.example/a") is None
