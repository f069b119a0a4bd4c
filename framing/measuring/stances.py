"""Doubting against endorsing: which stances the cues take, by source type and by party."""

from collections import Counter

from framing.finding import Analysis
from framing.report import StanceCounts

__all__ = ["count_stances"]


def count_stances(analysis: Analysis) -> tuple[StanceCounts, ...]:
    """Return how often each stance introduces sources of a type or a party, types first, most cues first."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for attribution in analysis.speech:
        source, cue = attribution.source, attribution.cue
        if source is None or cue is None:
            continue
        groups = [("type", source.type)] + ([("party", source.party)] if source.party else [])
        for group in groups:
            counts.setdefault(group, Counter())[cue.stance] += 1
    order = sorted(counts, key=lambda group: (group[0] != "type", -counts[group].total(), group[1]))
    return tuple(StanceCounts(by, name, dict(sorted(counts[by, name].items()))) for by, name in order)
