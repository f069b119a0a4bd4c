"""Charts: geometry in percent that a template draws as it is."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import framing
from framing.measuring import reference
from framing.output.page import charts
from framing.output.page.charts import Scale, distribution, interval, percent
from framing.output.page.speakers import GROUPS, distinct, speakers, turns, voice_shares
from framing.output.page.strip import strip
from framing.report import Measure

ARTICLE = """Council approves harbour plan

The council approved a reckless plan to rebuild the harbour on Tuesday, the mayor, Peter Lund, said.

“We have waited for years,” said Mara Olsen, who runs the fish market. “Now we will see if they keep their word.”

The regime at the port has collapsed into chaos. It is believed that the port will close. Prices rose by nine per cent.
"""


def measure(value: float | None, low: float | None = None, high: float | None = None) -> Measure:
    return Measure(value, "per_1000_words", low, high, 1, 100, None if value is None else 50.0, "news_sample")


@pytest.fixture
def quantiles(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    points = [number / 10 for number in range(101)]
    monkeypatch.setattr(charts, "quantiles", lambda *_: points)
    return points


@given(st.floats(0, 10), st.floats(0, 30), st.floats(0, 30))
def test_a_place_in_the_reference_lies_inside_the_chart(value: float, low: float, high: float) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(charts, "quantiles", lambda *_: [number / 10 for number in range(101)])
        found = distribution("any", measure(value, min(low, high), max(low, high)))
    assert found is not None
    assert 0 <= found.value <= 100
    assert found.interval is not None
    assert found.interval.start >= 0
    assert found.interval.start + found.interval.width <= 100.01
    assert re.fullmatch(r"M0 100(V\d+h1)+V100Z", found.shape)


def test_an_even_reference_has_an_even_shape(quantiles: list[float]) -> None:
    assert len(quantiles) == 101
    found = distribution("any", measure(5.0))
    assert found is not None
    heights = [100 - int(height) for height in re.findall(r"V(\d+)h1", found.shape)]
    assert len(heights) == charts.BINS
    assert min(heights) >= 90
    assert found.value == pytest.approx(50, abs=1)


def test_nothing_is_drawn_without_a_percentile_or_a_reference(quantiles: list[float]) -> None:
    assert quantiles
    assert distribution("any", measure(None)) is None
    assert distribution("any", replace(measure(1.0), percentile=None)) is None


def test_nothing_is_drawn_of_a_reference_with_one_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "quantiles", lambda *_: [0.0] * 101)
    assert distribution("any", measure(0.0)) is None


def test_the_reference_that_ships_is_drawn() -> None:
    points = reference.quantiles("loaded_terms_own")
    found = distribution("loaded_terms_own", measure(points[50]))
    assert found is not None
    assert 0 < found.value < 100


def test_words_have_places_in_reading_order() -> None:
    scale = Scale([0, 5, 10, 15])
    assert scale.range(5, 15) == charts.Range(25.0, 50.0)
    assert scale.range(6, 9).width == 0


def test_an_interval_is_cut_to_its_scale() -> None:
    assert interval(measure(0.2, 0.1, 0.4), 0.4) == charts.Range(25.0, 75.0)
    assert interval(measure(0.2), 1.0) is None
    assert percent(1.5) == 100


def test_every_turn_lies_in_the_chart_and_names_its_finding() -> None:
    report = framing.analyze(ARTICLE)
    found = turns(report.analysis)
    assert {turn.code for turn in found} == {f"A{n}" for n, _ in enumerate(report.analysis.told, 1)}
    assert all(0 <= turn.start <= turn.start + turn.width <= 100.01 for turn in found)
    assert [turn.start for turn in found] == sorted(turn.start for turn in found)


def test_the_speakers_words_are_those_of_the_report_and_nobody_comes_last() -> None:
    report = framing.analyze(ARTICLE)
    rows = speakers(report.analysis, report.sources)
    assert [row.words for row in rows[: len(report.sources)]] == [source.words for source in report.sources]
    told = sum(found.words for found in report.analysis.told if found.source is None)
    assert sum(row.words for row in rows) == sum(source.words for source in report.sources) + told
    if told:
        assert rows[-1].tally is None


def test_every_source_type_has_a_group_and_officials_are_those_of_the_measure() -> None:
    from framing.attribution import SOURCE_TYPES
    from framing.measuring.definitions import OFFICIALS

    grouped = [name for types in GROUPS.values() for name in types]
    assert sorted(grouped) == sorted(SOURCE_TYPES)
    assert GROUPS["officials"] == OFFICIALS


def test_turns_that_a_screen_cannot_tell_apart_are_drawn_once() -> None:
    report = framing.analyze(ARTICLE)
    found = turns(report.analysis)
    assert distinct(found) == found
    assert len(distinct([found[0]] * 500)) == 1


def test_the_voices_fill_the_bar() -> None:
    shares = voice_shares(framing.analyze(ARTICLE).measures)
    assert [share.name for share in shares] == ["own", "quoted", "reported"]
    assert sum(share.width for share in shares) == pytest.approx(100, abs=0.1)


def test_the_strip_has_every_sentence_and_the_words_of_the_frames_asked_for() -> None:
    analysis = framing.analyze(ARTICLE).analysis
    found = strip(analysis, ["economic"])
    assert [cell.sentence for cell in found.slant] == list(range(len(analysis.article.sentences)))
    assert found.frames[0].code == "EC"
    words = {analysis.article.text[word.start : word.end] for word in analysis.frame_words["economic"]}
    assert words
    shown = " ".join(cell.label for cell in found.frames[0].cells)
    assert all(word in shown for word in words)
