"""Plain sentences that more than one format says; no sentence claims more than its figure shows."""

from collections.abc import Iterable

from framing.output.figures import stated
from framing.output.summary import Summary

__all__ = ["counted", "officials_sentence", "unheard_sentence"]

_MOST_UNHEARD = 4


def counted(terms: Iterable[tuple[str, int]]) -> str:
    """Return terms with their counts: "massive, regime ×3"."""
    return ", ".join(f"{term} ×{count}" if count > 1 else term for term, count in terms)


def officials_sentence(summary: Summary) -> str:
    """Return the share of officials among attributed words, in a sentence."""
    return f"Officials and politicians: {stated(summary.measures['officials'], 'of the sourced words')}."


def unheard_sentence(summary: Summary) -> str:
    """Return who is named and never credited, in a sentence."""
    names = ", ".join(
        f"{group.name} ({group.reason}, named {len(group.mentions)}×)" for group in summary.unheard[:_MOST_UNHEARD]
    )
    return f"Never heard: {names}."
