"""Which frames of an article people are shown."""

from dataclasses import replace

import framing
from framing.measuring.sure_frames import SURE, sure_frames
from framing.report import Report

TEXT = (
    "Court frees the ferryman\n\nThe judge ruled on Monday that the statute violates the constitution, and the lawyers of "
    "the ferryman left the court.\n\nProsecutors will appeal the ruling, they told the court. The budget was small."
)
LAW = "legality_constitutionality_and_jurisprudence"


def with_chance(report: Report, chance: float, *, present: bool = True) -> Report:
    """The report with every frame as likely."""
    frames = {
        name: replace(frame, score=chance, present=present) for name, frame in report.analysis.policy_frames.items()
    }
    return replace(report, analysis=replace(report.analysis, policy_frames=frames))


def test_a_frame_is_sure_from_a_probability_on_where_it_is_present_and_has_words() -> None:
    report = framing.analyze(TEXT)
    sure = sure_frames(with_chance(report, SURE))
    assert sure[0] == LAW
    assert all(report.analysis.frame_words[name] for name in sure)
    assert sure_frames(with_chance(report, SURE - 0.01)) == ()
    assert sure_frames(with_chance(report, SURE, present=False)) == ()


def test_none_is_sure_in_a_body_with_hardly_a_word_of_any() -> None:
    report = framing.analyze(
        "Court frees the ferryman\n\nThe judge left the hall. He went to the quay and saw the boats."
    )
    assert sure_frames(with_chance(report, 1.0)) == ()
