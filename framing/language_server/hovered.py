"""What an editor shows when somebody points at a finding: why it was found, its rule, how often that is right."""

from collections.abc import Callable, Iterator

from lsprotocol import types

from framing.diagnostic import Diagnostic, RuleCard
from framing.expressions import expression
from framing.language_server.checked_text import CheckedText
from framing.language_server.positions import TextPositions
from framing.language_server.published import protocol_range
from framing.output.safe_text import displayable

__all__ = ["hover_at"]

_MARKUP = expression(r"([\\`*_{}\[\]<>#|~!])")
"""Characters that Markdown would read: the words are an article's, and links in them are nobody's here."""


def hover_at(checked: CheckedText, position: types.Position, units: Callable[[str], int]) -> types.Hover | None:
    """Return what is known of the findings at a position, ``None`` where there are none.

    Findings about the whole text are in the editor's list, not under the words.
    """
    positions = TextPositions(checked.text, units)
    place = positions.offset(position.line, position.character)
    here = [(finding, *checked.span(finding)) for finding in checked.findings]
    here = [(finding, start, end) for finding, start, end in here if start <= place < end]
    if not here:
        return None
    # The shortest words first: they are what is pointed at, a sentence is around them.
    here.sort(key=lambda row: row[2] - row[1])
    parts = ["\n\n".join(_told(finding, checked.cards.get(finding.code))) for finding, _, _ in here]
    return types.Hover(
        contents=types.MarkupContent(types.MarkupKind.Markdown, displayable("\n\n---\n\n".join(parts))),
        range=protocol_range(positions, *here[0][1:]),
    )


def _told(finding: Diagnostic, card: RuleCard | None) -> Iterator[str]:
    yield f"**{finding.code} {finding.rule}** ({finding.level}): {_plain(finding.message)}"
    if finding.reason:
        yield f"**Why.** {_plain(finding.reason)}"
    if finding.alternatives:
        yield f"**Instead.** {_plain(', '.join(finding.alternatives))}"
    if card is None:
        return
    yield f"**The rule.** {_plain(card.what)}"
    if card.known_problems:
        yield f"**When it is wrong.** {_plain(card.known_problems)}"
    yield (
        f"**Precision.** {100 * card.precision:.0f}% of {card.judged} judged findings were right."
        if card.precision is not None
        else "**Precision.** Not judged yet."
    )


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
