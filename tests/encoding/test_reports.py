"""What a report says with the encoder: who speaks, which sentences lean, which words judge, and which models said it."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from tiny_encoder import SILENT

import framing
from framing.encoding.installed import enter_parts
from framing.finding import LEAST_SLANT
from framing.vectors import sentence_vectors

CALIBRATION = {"bias": (2.0, 1.0), "loaded": (1.0, 0.0)}
SPEECH = {
    **SILENT,
    "said": {"B-cue": 99.0},
    "<name>": {"B-source": 99.0},
    "we": {"B-content": 99.0},
    "do": {"I-content": 99.0},
    "not": {"I-content": 99.0},
    "know": {"I-content": 99.0},
}
TEXT = "Ferry pier to open again\n\n“We do not know,” said Holm. The council met.\n\nThe mill will close, as the plan says.\n"


def test_the_report_names_the_encoder_and_the_models_that_read_it(install: Callable[..., Path]) -> None:
    install()
    plain, read = framing.analyze(TEXT).to_dict()["models"], framing.analyze(TEXT, encoder=True).to_dict()["models"]
    assert "encoder" not in plain
    assert read == plain | {"encoder": "2026.1", "slant": "2026.9", "judging_words": "2026.9"}


def test_a_plain_report_opens_nothing_of_it(install: Callable[..., Path]) -> None:
    package = install()
    (package / "__init__.py").write_text("raise AssertionError")
    framing.analyze(TEXT)
    assert "framing_encoder" not in sys.modules


def test_attributions_are_those_of_which_the_encoder_is_sure(install: Callable[..., Path]) -> None:
    install(SPEECH)
    found = framing.analyze(TEXT, encoder=True).to_dict()["attributions"]
    assert [(TEXT[row["content"][0]["start"] : row["content"][0]["end"]], row["source"]["name"]) for row in found] == [
        ("We do not know", "Holm")
    ]


def test_an_encoder_that_cannot_tell_leaves_attributions_to_the_tagger(install: Callable[..., Path]) -> None:
    install()
    text = "The council met.\n\nAda Holm told the council that the mill will close.\n"
    plain, read = (framing.analyze(text, encoder=encoder).to_dict()["attributions"] for encoder in (False, True))
    assert plain
    assert read == plain


def test_nobody_is_credited_where_the_encoder_marks_nothing(install: Callable[..., Path]) -> None:
    install(SILENT)
    text = "The council met.\n\nAda Holm told the council that the mill will close.\n"
    assert framing.analyze(text).to_dict()["attributions"]
    assert framing.analyze(text, encoder=True).to_dict()["attributions"] == []


def test_an_inside_without_its_beginning_is_not_marked(install: Callable[..., Path]) -> None:
    install({**SPEECH, "we": {"O": 99.0}})
    contents = [row["content"] for row in framing.analyze(TEXT, encoder=True).to_dict()["attributions"]]
    marked = {TEXT[part["start"] : part["end"]] for content in contents for part in content}
    assert "do not know" not in marked


def test_bias_and_loaded_are_the_calibrated_means_over_a_sentence(install: Callable[..., Path]) -> None:
    install({"council": {"bias": 6.0, "loaded": -3.0}}, calibration=CALIBRATION)
    text = "The plan\n\nThe council met today again.\n\nThe mill will close in May.\n"
    rows = {text[row["start"] : row["end"]]: row for row in framing.analyze(text, encoder=True).to_dict()["sentences"]}
    read, unread = rows["The council met today again."], rows["The mill will close in May."]
    # Six tokens, the full stop among them: a mean of 1 and of -0.5.
    assert read["bias"] == pytest.approx(1 / (1 + np.exp(-3)), abs=1e-4)
    assert read["loaded"] == pytest.approx(1 / (1 + np.exp(0.5)), abs=1e-4)
    assert unread["bias"] == pytest.approx(1 / (1 + np.exp(-1)), abs=1e-4)


def test_without_a_calibration_they_are_the_models_own(install: Callable[..., Path]) -> None:
    install({"council": {"bias": 6.0, "loaded": -3.0}})
    plain, read = (framing.analyze(TEXT, encoder=encoder).to_dict()["sentences"] for encoder in (False, True))
    assert [(row["bias"], row["loaded"]) for row in plain] == [(row["bias"], row["loaded"]) for row in read]


def test_slant_rises_with_what_the_encoder_says_of_own_words(install: Callable[..., Path]) -> None:
    text = (
        "The plan\n\nThe council met today again in the town hall.\n\nAda Holm said: “The council met today again.”\n"
    )
    install({"council": {"slant": 60.0}})
    plain, read = (
        {
            text[row["start"] : row["end"]]: row["slant"]
            for row in framing.analyze(text, encoder=encoder).to_dict()["sentences"]
        }
        for encoder in (False, True)
    )
    own = "The council met today again in the town hall."
    assert read[own] > 0.5 > plain[own]
    assert all(read[sentence] < 0.5 for sentence in read if sentence != own)


def test_sentences_are_shown_from_the_threshold_of_its_model(install: Callable[..., Path]) -> None:
    install()
    assert framing.analyze(TEXT).analysis.least_slant == LEAST_SLANT
    assert framing.analyze(TEXT, encoder=True).analysis.least_slant == 0.7


def test_a_word_judges_where_the_encoder_says_so(install: Callable[..., Path]) -> None:
    text = "The plan\n\nThe shameless, corrupt council met again, as ever, in its mill.\n"
    install({"mill": {"word": 30.0}, "<name>": {"word": -9.0}})
    plain, read = (
        {
            text[term["start"] : term["end"]]: term["probability"]
            for term in framing.analyze(text, encoder=encoder).to_dict()["loaded_terms"]
        }
        for encoder in (False, True)
    )
    assert "mill" not in plain
    assert read["mill"] > 0.9


def test_without_models_of_its_own_the_shipped_ones_judge(install: Callable[..., Path]) -> None:
    install({"council": {"slant": 60.0, "word": 30.0}}, fitted=False)
    plain, read = (framing.analyze(TEXT, encoder=encoder).to_dict() for encoder in (False, True))
    assert read["models"] == plain["models"] | {"encoder": "2026.1"}
    assert read["loaded_terms"] == plain["loaded_terms"]


def test_an_article_is_compared_with_others_that_the_encoder_read(install: Callable[..., Path]) -> None:
    package = install()
    long = "\n\n".join(["The plan", *[f"The council met in May and told {number} members." for number in range(40)]])
    assert framing.analyze(long, encoder=True).measures["words_own"].reference == "news_sample"
    quantiles = {"words_own": [0.0] * 51 + [1.0] * 50}
    (package / "reference.json").write_text(json.dumps({"quantiles": quantiles}))
    enter_parts(package)
    read = framing.analyze(long, encoder=True).measures
    assert read["words_own"].reference == "news_sample_with_encoder"
    assert read["words_own"].percentile == 75.5
    assert (read["loaded_terms_own"].percentile, read["loaded_terms_own"].reference) == (None, "")
    assert framing.analyze(long).measures["words_own"].percentile != 75.5


def test_two_runs_give_the_same_bytes(install: Callable[..., Path]) -> None:
    install({**SPEECH, "council": {"slant": 2.0, "bias": 0.3}}, calibration=CALIBRATION)
    assert framing.analyze(TEXT, encoder=True).to_dict() == framing.analyze(TEXT, encoder=True).to_dict()


def test_a_text_in_another_language_is_not_read(install: Callable[..., Path]) -> None:
    package = install()
    (package / "encoder.onnx").write_bytes(b"")
    text = "Der Rat trat am Dienstag zusammen und beschloss, die Fähre im Mai wieder fahren zu lassen. " * 4
    assert framing.analyze(text, encoder=True).to_dict()["models"] == {}


def test_files_and_tables_are_read_with_it_too(
    install: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path / 'site'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    install(SILENT)
    path = tmp_path / "story.txt"
    path.write_text(TEXT)
    assert framing.analyze_file(path, encoder=True).to_dict()["models"]["encoder"] == "2026.1"
    table = pd.DataFrame({"text": ["The council met.\n\nAda Holm told the council that the mill will close.\n"]})
    plain, read = framing.score_frame(table), framing.score_frame(table, encoder=True)
    workers = framing.score_frame(pd.concat([table] * 20), encoder=True, workers=2, progress=False)
    assert workers["sources"].isna().all()
    assert (plain["sources"].tolist(), read["sources"].isna().tolist()) == ([1.0], [True])


def test_a_sentence_s_vector_is_the_mean_of_its_tokens_states(install: Callable[..., Path]) -> None:
    install({"council": {"word": 3.0}, "mill": {"word": -3.0}})
    report = framing.analyze("The plan\n\nThe council met.\n\nThe mill met.\n\nThe council met.\n")
    vectors = sentence_vectors(report)
    assert vectors.shape == (4, 14)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4))
    assert vectors[1, 7] > 0 > vectors[2, 7]


def test_political_camps_are_one_to_it(install: Callable[..., Path]) -> None:
    install({"l": {"word": 3.0}, "c": {"word": -3.0}})
    first, second = (
        sentence_vectors(framing.analyze(f"The plan\n\nThe council of {camp} met in May.\n"))
        for camp in ("liberals", "conservatives")
    )
    assert np.array_equal(first, second)


def test_a_vector_does_not_tell_names_apart(install: Callable[..., Path]) -> None:
    install({"<name>": {"word": 3.0}})
    first, second = (
        sentence_vectors(framing.analyze(f"The plan\n\n{name} met the council in May.\n")) for name in ("Holm", "Orr")
    )
    assert np.array_equal(first, second)
