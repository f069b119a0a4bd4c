"""What holds for the attributions of any text."""

import hashlib
import itertools
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from passages import article

from framing.article import FURNITURE, Document
from framing.attributing import attribute, models
from framing.attribution import IDENTITIES, SOURCE_TYPES, STANCES
from framing.errors import ModelError
from framing.modelling import artifact
from framing.modelling.tagging import attribution_model
from framing.resources import artifacts_folder
from framing.segmenting import segment
from framing.segmenting.words import find_tokens

PIECES = st.sampled_from(
    [
        "Mara Olsen", " said ", "“", "”", '"', "’s", "the ministry", ", ", ". ", "\n\n", "according to", "He ", "it ",
        "Rep. Ada Kern, D-Minn.,", " (", ")", "told reporters ", "a person familiar with the matter", "that", "Reuters",
        "President", "and", "The", "A", "—", "‘", "\t", "D-", "Mr.", "’", "\u200b", "é", "🎈", "of", "who", "police",
    ]
)  # fmt: skip
hostile_texts = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


@given(hostile_texts)
@settings(max_examples=150, deadline=None)
def test_any_text_has_attributions_that_lie_inside_it(text: str) -> None:
    article = segment(Document(text))
    words = find_tokens(text)
    furniture = [(block.start, block.end) for block in article.blocks if block.kind in FURNITURE]
    found = attribute(article)
    assert list(found) == sorted(found, key=lambda one: one.content[0].start)
    for one in found:
        assert one.content
        spans = [*one.content]
        for before, after in itertools.pairwise(spans):
            assert before.end <= after.start
        spans += [one.cue.span] if one.cue else []
        spans += [one.source.span, *one.source.evidence] if one.source else []
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert not any(start <= one.content[0].start < end for start, end in furniture)
        counted = sum(
            is_word
            for start, is_word in zip(words.starts, words.words, strict=True)
            if any(span.start <= start < span.end for span in one.content)
        )
        assert one.words <= counted
        assert one.words == counted or one.kind != "direct"
        assert one.cue is None or one.cue.stance in STANCES
        if one.source is None:
            assert one.anonymity_explained is None
            continue
        assert one.source.name.strip()
        assert one.source.type in SOURCE_TYPES
        assert one.source.identity in IDENTITIES
        assert (one.anonymity_explained is None) == (one.source.identity != "anonymous")


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "A", "“", "”“”“", "said", "—" * 50, "He said he said he said."])
def test_texts_without_a_story_do_not_fail(text: str) -> None:
    assert isinstance(attribute(segment(Document(text))), tuple)


def test_the_same_text_has_the_same_attributions() -> None:
    text = "Ferry late\n\nThe ferry will leave at noon, harbour master Gwen Aldous said.\n\n“We wait,” she said."
    assert attribute(segment(Document(text))) == attribute(segment(Document(text)))


def test_credits_and_bylines_hold_no_attributions() -> None:
    text = (
        "Bridge reopens\n\nBy Lotte Brandvold\n\nMayor Ilse Orban said the bridge would stay open all winter.\n\n"
        "Lotte Brandvold and the Tarn Press Agency contributed to this report."
    )
    article = segment(Document(text))
    names = {one.source.name for one in attribute(article) if one.source is not None}
    assert "Lotte Brandvold" not in names
    assert names == {"Ilse Orban"}


def test_a_long_text_takes_as_many_attributions_as_its_parts() -> None:
    said = "Engineer Lena Marsh said the dam would hold for another year."
    part = f"{said}\n\nNo one was hurt in the valley below the dam.\n\n"
    one = len(attribute(segment(Document(part * 3))))
    many = len(attribute(segment(Document(part * 60))))
    assert one > 0
    assert many >= 15 * one


def test_the_models_have_versions() -> None:
    assert set(models()) == {"attribution", "gazetteer", "known_names", "public_figures"}
    assert models()["attribution"]


@pytest.fixture
def own_artifacts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("attribution.json", "attribution.npz"):
        shutil.copy(artifacts_folder() / name, tmp_path / name)
    monkeypatch.setattr(artifact, "artifacts_folder", lambda: tmp_path)
    return tmp_path


def load_again() -> None:
    """Load the model past the cache, which every other test shares."""
    attribution_model.__wrapped__()


def test_an_untouched_copy_of_the_model_is_read(own_artifacts: Path) -> None:
    assert (own_artifacts / "attribution.npz").is_file()
    load_again()


def test_a_model_with_a_changed_byte_is_refused(own_artifacts: Path) -> None:
    path = own_artifacts / "attribution.npz"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(ModelError, match="damaged"):
        load_again()


@pytest.mark.parametrize("name", ["attribution.json", "attribution.npz"])
def test_a_model_with_a_file_missing_is_refused(own_artifacts: Path, name: str) -> None:
    (own_artifacts / name).unlink()
    with pytest.raises(ModelError, match="attribution"):
        load_again()


def test_a_pickle_in_the_models_place_is_never_run(own_artifacts: Path) -> None:
    ran = own_artifacts / "ran"

    class Trap:
        def __reduce__(self) -> tuple[object, tuple[Path]]:
            return Path.touch, (ran,)

    held = np.empty(1, dtype=object)
    held[0] = Trap()
    np.savez(own_artifacts / "attribution.npz", words=held)
    manifest = json.loads((own_artifacts / "attribution.json").read_text(encoding="utf-8"))
    manifest["sha256"] = hashlib.sha256((own_artifacts / "attribution.npz").read_bytes()).hexdigest()
    (own_artifacts / "attribution.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelError, match="no readable arrays"):
        load_again()
    assert not ran.exists()


def test_what_several_say_together_is_credited_to_each_and_counted_once() -> None:
    text = "Nobody was paid for a year.\n\nRolf Kirk and Ada Owen said they would sue. “We were not told,” they said."
    found = [one for one in attribute(segment(Document(text))) if one.source]
    assert [(one.source.name, text[slice(*one.source.span)], one.words) for one in found if one.source] == [
        ("Rolf Kirk", "Rolf Kirk", 2),
        ("Ada Owen", "Ada Owen", 1),
        ("Rolf Kirk", "they", 2),
        ("Ada Owen", "they", 2),
    ]
    assert found[0].content == found[1].content


@pytest.mark.parametrize(
    ("sentence", "credited"),
    [
        (
            "“We have waited long enough for this,” Ada Holm said of the plan. “We told them so in May.”",
            [("Ada Holm", "“We have waited long enough for this,” … “We told them so in May.”")],
        ),
        (
            "Ada Holm said that she is glad and added that the board will meet on Friday.",
            [("Ada Holm", "that she is glad"), ("Ada Holm", "that the board will meet on Friday")],
        ),
        ("Opponents of the bill voiced frustration as the board scrambled to finish its work ahead of the recess.", []),
        (
            "The mayor has yet to comment on the dam or on the engineer Ola Brand after reports that he exchanged letters with a woman involved in the scandal.",
            [(None, "that he exchanged letters with a woman involved in the scandal")],
        ),
    ],
)
def test_the_writer_s_words_around_what_was_said_are_credited_to_nobody(
    sentence: str, credited: list[tuple[str | None, str]]
) -> None:
    found = article(sentence)
    spoken = [one for one in attribute(found) if one.act == "speech"]
    assert [
        (one.source.name if one.source else None, " … ".join(found.slice(span) for span in one.content))
        for one in spoken
    ] == credited
