"""The baseline knows findings by what they say, wherever edits move them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.checking.baseline import DEFAULT, apply_baseline, read_baseline, stale, written
from framing.checking.run import check_document
from framing.config import Config
from framing.diagnostic import CheckedFile
from framing.errors import ConfigError
from framing.reading import document

NEUTRAL = (
    "The council of Odden met in the town hall on Tuesday to talk about the plan for the harbour.",
    "The work begins in May and will cost forty million, said Mara Olsen, who leads the office for ports.",
    "Residents could comment on the plan until the end of June, and some two hundred of them did.",
)
LOADED = ("It was a terrifying night.", "The plan is heinous.", "The regime fell in March.")


def checked(paragraphs: list[str]) -> CheckedFile:
    text = "The harbour of Odden\n\n" + "\n\n".join(paragraphs) + "\n"
    return check_document(document(text), Config(values={"select": ["W"], "kind": "news"}), "a.txt").file


def known(file: CheckedFile) -> dict[str, dict[str, str]]:
    return {one.fingerprint: {"path": one.path, "code": one.code, "text": one.text} for one in file.diagnostics}


BEFORE = checked([NEUTRAL[0], LOADED[0], NEUTRAL[1], LOADED[1]])
KNOWN = known(BEFORE)


def test_there_is_something_to_know() -> None:
    assert [one.text for one in BEFORE.diagnostics] == ["terrifying", "heinous"]


@settings(max_examples=40, deadline=None)
@given(st.permutations([NEUTRAL[0], LOADED[0], NEUTRAL[1], LOADED[1]]), st.lists(st.sampled_from(NEUTRAL), max_size=4))
def test_moved_and_inserted_paragraphs_bring_nothing_new(moved: list[str], inserted: list[str]) -> None:
    after = apply_baseline(checked([*inserted, *moved]).diagnostics, KNOWN)
    assert {one.text: one.baseline_state for one in after} == {"terrifying": "unchanged", "heinous": "unchanged"}
    assert all(one.suppression and one.suppression.kind == "baseline" for one in after)


@settings(max_examples=20, deadline=None)
@given(st.permutations([NEUTRAL[0], *LOADED]))
def test_a_new_finding_is_new_wherever_it_stands(paragraphs: list[str]) -> None:
    states = {one.text: one.baseline_state for one in apply_baseline(checked(paragraphs).diagnostics, KNOWN)}
    assert states == {"terrifying": "unchanged", "heinous": "unchanged", "regime": "new"}


def test_the_same_words_once_more_are_one_new_finding() -> None:
    after = apply_baseline(checked([NEUTRAL[0], LOADED[0], NEUTRAL[1], LOADED[0], LOADED[1]]).diagnostics, KNOWN)
    assert sorted(str(one.baseline_state) for one in after) == ["new", "unchanged", "unchanged"]


def test_a_mended_finding_is_stale_and_one_in_another_file_is_not() -> None:
    after = checked([NEUTRAL[0], LOADED[0], NEUTRAL[1]])
    elsewhere = {"f" * 32: {"path": "b.txt", "code": "W101", "text": "regime"}}
    assert [row["text"] for row in stale([after], {**KNOWN, **elsewhere}, Path(DEFAULT)).values()] == ["heinous"]


def test_an_earlier_reason_in_the_text_is_kept() -> None:
    text = "The harbour\n\n" + NEUTRAL[0] + "\n\n" + LOADED[0] + " <!-- framing: ignore[W101] their word -->\n"
    file = check_document(document(text), Config(values={"select": ["W"], "kind": "news"}), "a.txt").file
    (one,) = apply_baseline(file.diagnostics, known(file))
    assert one.suppression is not None
    assert (one.suppression.kind, one.baseline_state) == ("in_source", "unchanged")


def test_what_is_written_is_read_again_in_any_order(tmp_path: Path) -> None:
    place = tmp_path / "baseline.json"
    place.write_text(written(KNOWN), encoding="utf-8")
    assert read_baseline(place) == KNOWN
    assert written(dict(reversed(KNOWN.items()))) == written(KNOWN)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"version": 9, "findings": []}', '{"version": 1, "findings": [1]}']
)
def test_what_is_no_baseline_is_refused_with_its_name(tmp_path: Path, content: str) -> None:
    place = tmp_path / "baseline.json"
    place.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"baseline\.json: is"):
        read_baseline(place)


def test_a_hundred_thousand_findings_lose_none() -> None:
    one = BEFORE.diagnostics[0]
    many = [replace(one, fingerprint=f"{number:032x}") for number in range(100_000)]
    rows = {f"{number:032x}": {"path": "a.txt", "code": "W101", "text": "x"} for number in range(0, 100_000, 2)}
    states = [found.baseline_state for found in apply_baseline(many, rows)]
    assert (len(states), states.count("unchanged"), states.count("new")) == (100_000, 50_000, 50_000)
