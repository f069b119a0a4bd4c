"""Frames of whole articles: figures and weights from what readers marked."""

import gzip
import json
from pathlib import Path

import pytest

from framing.evaluation import article_frames
from framing.evaluation.tasks import evaluate_unseen
from framing.finding import POLICY_FRAMES
from framing.modelling.artifact import load_artifact

COURT = (
    "The judge in Brackwater ruled that the statute violates the constitution. Lawyers will appeal the ruling in court."
)
CLINIC = "Doctors at the clinic treated patients for the disease. Nurses gave the vaccine at the hospital in Torsay."
BUDGET = "Inflation rose and the economy shrank. Investors sold bonds, and the deficit and unemployment grew."
MARKED = {
    "0": ("legality_constitutionality_and_jurisprudence", COURT),
    "1": ("health_and_safety", CLINIC),
    "2": ("economic", BUDGET),
    "3": ("legality_constitutionality_and_jurisprudence", COURT + " " + COURT),
    "4": ("health_and_safety", CLINIC + " " + CLINIC),
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as lines:
        for number in range(30):
            text = MARKED.get(str(number), ("", "The fair opened on Monday with music and rain."))[1]
            lines.write(json.dumps({"id": str(number), "title": "Notes of the day", "text": text}) + "\n")
    rows = [
        {"id": number, "policy_frames": [frame], "leading": frame, "generic_frames": []}
        for number, (frame, _) in MARKED.items()
    ]
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    monkeypatch.setattr(article_frames, "gold_folder", lambda: tmp_path)
    return tmp_path


def test_clear_articles_are_told_by_the_frame_that_their_reader_marked(data: Path) -> None:
    found = article_frames.evaluate(data)
    assert found["leading frame is the reader's"].value == 1.0
    assert found["F1 of present"].value > 0.5
    assert found["precision of present"].low <= found["precision of present"].value


def test_weights_are_written_for_every_frame(data: Path) -> None:
    told = article_frames.train(data, data)
    stored = load_artifact("news_frames", data)
    assert stored.manifest["figures"]["F1 of present"][0] == pytest.approx(told["F1 of present"], abs=0.001)
    assert all(stored.array(name).shape == (len(POLICY_FRAMES),) for name in ("usual", "intercepts"))
    assert stored.array("weights")[1] > 0


def test_shipped_weights_are_held_against_labels_that_are_given(data: Path, tmp_path: Path) -> None:
    gold = tmp_path / "others.jsonl"
    rows = [
        {"id": number, "policy_frames": [frame], "leading": frame, "generic_frames": []}
        for number, (frame, _) in list(MARKED.items())[:3]
    ]
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = evaluate_unseen("article_frames", data, gold)
    assert found["leading frame is the reader's"].value == 1.0
    assert found["recall of present"].value > 0.5
