"""Slant in an article: own words only, the other sentences counted, nothing where there is nothing to judge."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import analyze
from framing.modelling.own_sentences import OwnScores
from framing.scoring.slant import bounds, score

JUDGING = "The shameless, corrupt governor unleashed another vicious smear against decent families."
OPINION = f"""The governor's disgraceful circus

{JUDGING} Her pathetic cronies cheered the grotesque stunt. Nobody with a shred of decency believes her absurd excuses.

The council will meet on Tuesday to vote on the budget for the coming year. This ridiculous farce insults every voter.
"""
REPORT = f"""Council to vote on the budget

The council will meet on Tuesday to vote on the budget for the coming year. The session starts at nine in the town hall.

{JUDGING} The members will hear two reports on the bridge and one on the harbour. The budget grew by two per cent last year.
"""


def slants(text: str) -> dict[str, float | None]:
    report = analyze(text).to_dict()
    return {text[row["start"] : row["end"]]: row["slant"] for row in report["sentences"]}


def test_a_judging_sentence_of_an_opinion_piece_is_shown_and_a_plain_one_is_not() -> None:
    found = slants(OPINION)
    assert (found[JUDGING] or 0) > 0.7
    assert (found["The council will meet on Tuesday to vote on the budget for the coming year."] or 1) < 0.7


def test_a_plain_sentence_stays_plain_among_the_most_slanted_ones() -> None:
    tirade = "\n\n".join(f"{JUDGING[:-1]} in ward {number}." for number in range(20))
    assert (
        slants(f"{OPINION}\n{tirade}\n")["The council will meet on Tuesday to vote on the budget for the coming year."]
        or 1
    ) < 0.5


def test_the_same_sentence_is_less_likely_slanted_among_plain_ones() -> None:
    assert (slants(OPINION)[JUDGING] or 0) > (slants(REPORT)[JUDGING] or 1)


def test_what_somebody_else_says_is_not_the_outlet_s_slant() -> None:
    quoted = f"Ada Holm said: “{JUDGING}”"
    own, theirs = slants(OPINION)[JUDGING], slants(OPINION.replace(JUDGING, quoted))[quoted]
    assert own is not None
    assert theirs is not None
    assert theirs < own / 2


@pytest.mark.parametrize(
    "line",
    [
        "Read: The governor's shameless cronies and their disgraceful excuses",
        "Check out our interactive map of the governor's pathetic blunders.",
        "You can see the chart that spells out her disgraceful record here:",
        "Follow the Tarn Times and its shameless columnists on Twitter.",
    ],
)
def test_an_invitation_to_look_elsewhere_has_no_slant(line: str) -> None:
    assert slants(f"{OPINION}\n{line}\n")[line] is None


def test_a_sentence_that_speaks_of_reading_is_judged() -> None:
    line = "Read the budget closely and you see how shamelessly the governor cheats decent families here and abroad."
    assert slants(f"{OPINION}\n{line}\n")[line] is not None


def test_a_report_says_where_to_look_or_that_nothing_is_found() -> None:
    from framing.output.terminal import render

    looked = render([analyze(OPINION)])
    assert "WHERE TO LOOK" in looked
    assert "shameless" in looked.split("WHERE TO LOOK")[1]
    plain = render([analyze(REPORT.replace(JUDGING, ""))])
    assert "none is surely slanted" in " ".join(plain.split())
    assert "line " not in plain.split("WHERE TO LOOK")[1]


def test_at_most_five_sentences_are_shown() -> None:
    from framing.output.summary import summarise

    report = analyze(OPINION + "\n" + "\n\n".join(f"{JUDGING[:-1]} in ward {number}." for number in range(9)))
    slanted = [scores.slant for scores in report.analysis.sentences if scores.slant and scores.slant > 0.6]
    assert len(slanted) > 5
    assert len(summarise(report).slanted) == 5


@st.composite
def articles(draw: st.DrawFn) -> tuple[OwnScores, list[bool], list[bool]]:
    """An article's sentences, of which it is known whose they are, and which of the others turn out to be reported."""
    count = draw(st.integers(1, 12))

    def column(least: float, most: float) -> np.ndarray:
        return np.array(draw(st.lists(st.floats(least, most), min_size=count, max_size=count)))

    def flags() -> list[bool]:
        return draw(st.lists(st.booleans(), min_size=count, max_size=count))

    own = OwnScores(
        read=np.array(flags()),
        spoken=np.array(flags()),
        scores=np.column_stack([column(-8, 5), column(-8, 5)]),
        share=np.ones(count),
        listed=column(0, 4),
        headline=np.array(flags(), dtype=float),
        contrast=column(0, 3),
        person=column(0, 3),
    )
    return own, flags(), flags()


@given(articles())
def test_whoever_is_credited_elsewhere_a_sentence_stays_between_its_bounds(
    article: tuple[OwnScores, list[bool], list[bool]],
) -> None:
    own, known, reported = article
    least, most = bounds(own, np.array(known))
    gone = np.array(reported) & ~np.array(known)
    then = score(own._replace(spoken=own.spoken & ~gone, scores=np.where(gone[:, None], (-4.0, -3.0), own.scores)))
    for number, chance in enumerate(then):
        if chance is not None and not gone[number]:
            assert least[number] - 1e-9 <= chance <= most[number] + 1e-9


@given(articles())
def test_the_bounds_meet_where_all_is_known(article: tuple[OwnScores, list[bool], list[bool]]) -> None:
    own = article[0]
    least, most = bounds(own, np.ones(len(own.read), dtype=bool))
    assert np.allclose(least, most)
