"""What is written for an annotation tool is read back as it was, whatever stands in the text."""

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.annotating.marks import LABELS, Annotated, Arrow, Mark, annotated
from framing.annotating.registry import FORMATS, export_files, load
from framing.cli.main import main
from framing.errors import InputError

TEXT = (
    "Council approves harbour plan 🎈\n\n"
    "“The pier will open in May,” said Ada Holm, the mayor of Ostvale, “and 🎈 nobody will regret it.” Residents who "
    "oppose the disastrous plan say that nobody asked them.\n\nThe corrupt council lied to the town again."
)


@pytest.fixture(scope="module")
def text() -> Annotated:
    return annotated(framing.analyze(TEXT))


def written(texts: list[Annotated], name: str, folder: Path) -> Path:
    folder.mkdir()
    for file, content in export_files(texts, name).items():
        (folder / file).write_bytes(content)
    return folder


def test_marks_are_the_reports_findings_with_arrows_to_who_said_it(text: Annotated) -> None:
    content = next(mark for mark in text.marks if mark.label == "content")
    assert len(content.spans) == 2
    by = {arrow.label: text.marks[arrow.target] for arrow in text.arrows if text.marks[arrow.source] == content}
    assert TEXT[by["said_by"].start :].startswith("Ada Holm, the mayor")
    assert by["said_by"].attributes["name"] == "Ada Holm"
    assert [TEXT[start:end] for start, end in by["announced_by"].spans] == ["said"]
    assert "disastrous" in {TEXT[mark.start : mark.end] for mark in text.marks if mark.label == "loaded"}
    assert all(mark.label in LABELS for mark in text.marks)


def test_a_stretch_is_marked_once_though_it_says_several_things() -> None:
    given = annotated(
        framing.analyze("Mayor Ada Holm denied the claim, calling it absurd, and promised a new pier for the town.")
    )
    said_by = [arrow for arrow in given.arrows if arrow.label == "said_by"]
    assert len(said_by) > 1
    assert len({arrow.target for arrow in said_by}) == 1
    places = [(mark.label, mark.spans) for mark in given.marks]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_told_and_read_back(name: str, text: Annotated, tmp_path: Path) -> None:
    (found,) = load(written([text], name, tmp_path / "ada"))
    assert (found.text, found.annotator) == (TEXT, "ada")
    kept = {"brat": (), "inception": text.labels}.get(name, text.labels)
    assert found.labels == kept
    assert [(mark.label, mark.spans) for mark in found.marks] == [(mark.label, mark.spans) for mark in text.marks]
    assert set(found.arrows) == set(text.arrows)
    if name != "doccano":  # the format has no attributes
        assert [dict(mark.attributes) for mark in found.marks] == [dict(mark.attributes) for mark in text.marks]


@st.composite
def any_text(draw: st.DrawFn) -> Annotated:
    characters = draw(st.text(st.sampled_from("ab 🎈é\n“<&>;:é\u00a0x"), min_size=6, max_size=40).filter(str.strip))
    places = [place for place, character in enumerate(characters) if not character.isspace()]
    marks = []
    for _ in range(draw(st.integers(0, 4))):
        starts = sorted(draw(st.sets(st.sampled_from(places), min_size=1, max_size=3)))
        marks.append(Mark(draw(st.sampled_from(LABELS)), tuple((start, start + 1) for start in starts)))
    distinct = sorted({(mark.spans, mark.label) for mark in marks}, key=lambda one: (one[0][0][0], -one[0][-1][1]))
    kept = tuple(Mark(label, spans) for spans, label in distinct)
    arrows = (Arrow("said_by", 0, len(kept) - 1),) if len(kept) > 1 else ()
    return Annotated("a b/ö.txt", characters, kept, arrows)


@pytest.mark.parametrize("name", FORMATS)
@given(text=any_text())
@settings(max_examples=25)
def test_any_text_comes_back(name: str, text: Annotated, tmp_path_factory: pytest.TempPathFactory) -> None:
    (found,) = load(written([text], name, tmp_path_factory.mktemp("any") / "x"))
    assert found.text == text.text
    assert sorted((mark.label, mark.spans) for mark in found.marks) == sorted(
        (mark.label, mark.spans) for mark in text.marks
    )


def test_people_of_one_label_studio_export_are_told_apart(text: Annotated, tmp_path: Path) -> None:
    (task,) = json.loads(export_files([text], "label-studio")["tasks.json"])
    result = task.pop("predictions")[0]["result"]
    task["annotations"] = [
        {"completed_by": {"email": "ada@tarn.example"}, "result": result},
        {"completed_by": 7, "result": result[:1]},
        {"completed_by": 8, "result": [], "was_cancelled": True},
    ]
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    assert [(one.annotator, len(one.marks)) for one in load(path)] == [("ada@tarn.example", len(text.marks)), ("7", 1)]


def test_triples_of_an_old_doccano_export_are_read(tmp_path: Path) -> None:
    path = tmp_path / "per.jsonl"
    path.write_text(
        json.dumps({"id": 1, "text": "The corrupt council.", "label": [[4, 11, "loaded"]]}), encoding="utf-8"
    )
    (found,) = load(path)
    assert (found.annotator, found.marks) == ("per", (Mark("loaded", ((4, 11),)),))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", b"[1, 2]", "no export of label-studio"),
        ("a.json", b"{}", "is none of"),
        ("a.jsonl", b"{\n", "no export of doccano"),
        ("a.jsonl", b"\n", "holds no annotated text"),
        ("a.jsonl", b'{"text": "abc", "label": [[1, 9, "loaded"]]}', "outside of the text"),
        ("a.jsonld", b"\xff", "no export of web-annotation"),
    ],
)
def test_what_is_no_export_is_one_line(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=said) as caught:
        load(path)
    assert "\n" not in str(caught.value)


def test_damaged_exports_are_read_or_one_line(text: Annotated, tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 -- a sample
    for name in FORMATS:
        for file, content in export_files([text], name).items():
            for number in range(10):
                folder = tmp_path / f"{name}{file}{number}"
                written([text], name, folder)
                damaged = bytearray(content)
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
                (folder / file).write_bytes(damaged)
                try:
                    found = load(folder, name)
                except InputError as error:
                    assert "\n" not in str(error)  # noqa: PT017 -- both outcomes are right, another error is not
                else:
                    spans = [(one, span) for one in found for mark in one.marks for span in mark.spans]
                    assert all(0 <= start <= end <= len(one.text) for one, (start, end) in spans)


def test_the_command_writes_a_folder_whole_and_never_over_another(tmp_path: Path) -> None:
    story, out = tmp_path / "story.txt", tmp_path / "deep" / "out"
    story.write_text(TEXT, encoding="utf-8")
    arguments = ["export", str(story), "--format", "doccano", "--output", str(out)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert [file.name for file in out.iterdir()] == ["texts.jsonl"]
    again = CliRunner().invoke(main, arguments)
    assert (again.exit_code, "not empty" in again.stderr) == (2, True)
    assert [file.name for file in out.parent.iterdir()] == ["out"]


def test_an_input_that_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    story, out = tmp_path / "story.txt", tmp_path / "out"
    story.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(main, ["export", str(story), "none.txt", "--format", "brat", "-o", str(out)])
    assert result.exit_code == 2
    assert "none.txt: no such file" in result.stderr
    assert len(list(out.glob("*.ann"))) == 1


def test_spacy_gets_span_groups(text: Annotated) -> None:
    pytest.importorskip("spacy")
    from framing.annotating.spacy_doc import spacy_doc

    doc = spacy_doc(framing.analyze(TEXT))
    assert [span.text for span in doc.spans["cue"]] == ["said", "say"]
    assert set(doc.spans) == {mark.label for mark in text.marks}
