"""The words that could stand in place of a finding's."""

from framing.diagnostic import Diagnostic

__all__ = ["alternatives_in_case"]


def alternatives_in_case(finding: Diagnostic) -> tuple[str, ...]:
    """Return the alternatives as they would stand in place of the words found: with a capital, or in capitals."""
    words = finding.text
    if len(words) > 1 and words.isupper():
        return tuple(text.upper() for text in finding.alternatives)
    if words[:1].isupper():
        return tuple(text[:1].upper() + text[1:] for text in finding.alternatives)
    return finding.alternatives
