"""The frames of an article that are sure: those that people are shown. The JSON has all fourteen."""

from framing.finding import Evidence
from framing.report import Report

__all__ = ["FEWEST_WORDS", "SURE", "body_words", "sure_frames"]

SURE = 0.55
"""Probability from which a frame is sure: of articles of left-out outlets more than 0.85 of such rows are right."""

FEWEST_WORDS = 5
"""Words of frames in the body below which nothing is said of how it is framed."""
_BODY = frozenset({"body", "subhead", "pull_quote"})


def sure_frames(report: Report) -> tuple[str, ...]:
    """Return the policy frames that are sure, the largest share of the body's frame words first.

    A frame is sure where it is present with a probability of ``SURE`` and the body has words of it.
    ``docs/models/frames.md`` says how often that is right. None is in a body that has hardly a word of any.
    """
    if len(body_words(report)) < FEWEST_WORDS:
        return ()
    measures = {name: report.measures.get(f"frame_{name}") for name in report.analysis.policy_frames}
    shares = {name: measure.value for name, measure in measures.items() if measure and measure.value}
    frames = report.analysis.policy_frames
    sure = [name for name in shares if frames[name].present and frames[name].score >= SURE]
    return tuple(sorted(sure, key=lambda name: -shares[name]))


def body_words(report: Report) -> list[tuple[Evidence, str]]:
    """Return the body's words of frames in text order, with the frame of each."""
    article = report.analysis.article
    return sorted(
        (place, name)
        for name, evidence in report.analysis.frame_words.items()
        for place in evidence
        if article.kind_at(place.start) in _BODY
    )
