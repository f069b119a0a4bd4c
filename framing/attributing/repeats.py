"""Words that are shown and counted twice for one source: the longer attribution holds them already."""

from collections.abc import Sequence

from framing.attribution import Attribution

__all__ = ["without_repeats"]


def without_repeats(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions but those whose words another one of the same source and act holds.

    What somebody tells of their own words ("Holm noted that she had said that it would close") is no repetition: its
    cue stands inside of what they say now.

    Args:
        attributions: With their sources' entities, in text order.
    """
    repeats: set[int] = set()
    reaching: dict[tuple[int, str], list[Attribution]] = {}
    order = sorted(range(len(attributions)), key=lambda number: _reach(attributions[number]))
    for number in order:
        one = attributions[number]
        if one.source is None or one.source.entity < 0:  # no row of the table yet
            continue
        whose = (one.source.entity, one.act)
        before = [other for other in reaching.get(whose, ()) if other.content[-1].end > one.content[0].start]
        if any(_holds(other, one) for other in before):
            repeats.add(number)
        else:
            before.append(one)
        reaching[whose] = before
    return [one for number, one in enumerate(attributions) if number not in repeats]


def _reach(attribution: Attribution) -> tuple[int, int]:
    return attribution.content[0].start, -attribution.content[-1].end


def _holds(outer: Attribution, inner: Attribution) -> bool:
    cue = inner.cue.span.start if inner.cue else -1
    if any(span.start <= cue < span.end for span in outer.content):
        return False
    return all(
        any(span.start <= part.start and part.end <= span.end for span in outer.content) for part in inner.content
    )
