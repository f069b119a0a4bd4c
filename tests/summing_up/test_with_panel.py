"""Summary and panel together: whatever was found, no sentence contradicts a figure or a list below it."""

import random
import re

import pytest

from framing.article import BlockKind
from framing.attribution import SOURCE_TYPES
from framing.finding import POLICY_FRAMES, VoiceName
from framing.measuring.definitions import OFFICIALS
from framing.output.figures import figure
from framing.output.phrases import frames_sentences
from framing.output.summary import Summary, readable, summarise
from framing.report import Report
from framing.summing_up import sum_up
from tests.summing_up.conftest import MakeReport, Say, term

WORDS = ("Tenants", "house", "pay", "more", "now", "old", "rents", "rise", "again", "Tarn")
BLOCKS: tuple[BlockKind, ...] = ("body", "body", "headline", "caption")
VOICES: tuple[VoiceName, ...] = ("own", "own", "quoted", "reported")
SEEDS = range(60)


def made(make_report: MakeReport, say: Say, seed: int) -> tuple[Report, Summary, dict[str, str]]:
    """A report on anything, what the panel shows of it, and the sentences by name."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    types = chance.sample(SOURCE_TYPES, chance.randint(1, 4))
    speech = [say(chance.choice(types), chance.randint(1, 60), place=place) for place in range(chance.randint(0, 12))]
    frames = {name: chance.randint(1, 20) for name in chance.sample(POLICY_FRAMES, chance.randint(0, 5))}
    absent = [name for name in frames if chance.random() < 0.3]
    terms = [
        # The panel tells place and voice by the finding, wherever the word stands.
        term(word, chance.choice((None, 0.6, 0.8, 0.9)), chance.choice(VOICES), chance.choice(BLOCKS))
        for word in chance.choices(WORDS, k=chance.randint(0, 8))
    ]
    report = make_report(speech, frames, terms, absent=absent, measured=True)
    return report, summarise(report), {statement.name: statement.text for statement in sum_up(report)}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_frames_that_are_named_are_rows_with_their_figures(make_report: MakeReport, say: Say, seed: int) -> None:
    _, summary, said = made(make_report, say, seed)
    rows = {readable(row.name): row.measure for row in summary.frames}
    named = re.findall(r"“(.+?)”", said["framed"])
    assert set(named) <= set(rows)
    if "One frame leads" in said["framed"]:
        assert figure(rows[named[0]]) in said["framed"]
        assert rows[named[0]] is summary.frames[0].measure
    elif named:
        assert set(named) == set(rows)
    if "No frame" in said["framed"]:
        assert all(round(100 * (measure.value or 0)) <= 50 for measure in rows.values())
    if "Too few" in said["framed"]:
        assert not rows
    assert ("No frame was found" in said["framed"]) <= (frames_sentences(summary) == ("No frame was found surely.",))
    assert {*summary.headline_frames, *summary.attributed_only} <= {row.name for row in summary.frames}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_kind_speaks_most_where_its_share_does(make_report: MakeReport, say: Say, seed: int) -> None:
    report, summary, said = made(make_report, say, seed)
    shares = {name: report.measures[f"source_type_{name}"].value or 0.0 for name in SOURCE_TYPES if name != "other"}
    officials = summary.measures["officials"]
    if said["who_speaks"].startswith("Which kind"):
        # Another kind may have more than half by rows that are not sure.
        assert round(100 * (officials.value or 0.0)) <= 50
    if said["who_speaks"].startswith("Sources have"):
        assert (summary.measures["words_own"].value or 0.0) >= 0.9
    if said["who_speaks"].startswith("Officials"):
        assert figure(officials) in said["who_speaks"]
        assert (officials.value or 0.0) >= sum(share for name, share in shares.items() if name not in OFFICIALS)


@pytest.mark.parametrize("seed", SEEDS)
def test_loaded_terms_are_as_many_as_the_panel_lists(make_report: MakeReport, say: Say, seed: int) -> None:
    _, summary, said = made(make_report, say, seed)
    rows = {row.place: dict(row.terms) for row in summary.words}
    own = {word.lower() for row in ("headline", "own voice") for word in rows.get(row, {})}
    text = said["judging_words"]
    quoted = {word.lower() for word in re.findall(r"“(.+?)”", text)}
    perhaps = {word.lower() for word in summary.perhaps_loaded}
    assert quoted <= (own or perhaps)
    assert text.startswith("No ") is not bool(own)
    numbers = "no one two three four five six seven eight nine ten".split()
    counted = [numbers.index(word.lower()) for word in re.findall(r"\w+", text) if word.lower() in numbers]
    if "probably loaded" in text:
        assert counted[0] == len(own)
    elif own:
        assert len(quoted) <= len(own)
        assert ("such as" in text) is (len(quoted) < len(own))
