"""Who speaks: whether one kind of source has most of the words that sources are credited with."""

from collections.abc import Callable, Sequence

from framing.attribution import Attribution
from framing.measuring.definitions import OFFICIALS
from framing.report import Report
from framing.spans import Span
from framing.statement import Statement
from framing.summing_up.weighed import Weighed, weighed
from framing.summing_up.wording import over_half, percent

__all__ = ["who_speaks"]

_OFFICIALS = "Officials and politicians"
_KINDS: dict[str, tuple[str, ...]] = {
    _OFFICIALS: OFFICIALS,
    "Experts": ("expert",),
    "Business, entertainment and sport": ("business",),
    "Advocacy groups, unions and churches": ("ngo",),
    "International bodies": ("international_organisation",),
    "Media and journalists": ("media",),
    "Documents and polls": ("document",),
    "People affected and citizens": ("affected_person", "citizen"),
}
"""Kinds of source as the sentence names them, with their types; sources whose type is not told are in none. A name says
who else is of the type: a singer is no company's, and a bishop speaks for no advocacy group."""
_LITTLE_ROOM = 0.9
"""Share of the body in the outlet's own voice from which sources are hardly heard."""


def who_speaks(report: Report) -> Statement:
    """Return the sentence on who speaks, by the shares that the panel and the measures have.

    A kind "speaks most" where the lower end of its share's interval is above a half, and has "the largest part" where
    its share is: of an article's own words no other kind can have as many. Either needs more than a half from sources
    of whom it is told surely what kind they are. Officials lead in most news; any other kind has the largest part only
    where rows that are sure have more than half of the words. Otherwise no kind leads; where none speaks most and
    nearly all is the outlet's own voice, sources have little room.

    Nothing is said of how many sources there are: what is one to a reader may be two to the table, and of three that a
    reader counts one may not be found.
    """
    credited = [attribution for attribution in report.analysis.speech if attribution.source is not None]
    if not credited:
        return Statement("who_speaks", "No words were found that are credited to a source.")
    shares = {kind: _share(credited, of_types(types)) for kind, types in _KINDS.items()}
    kind = max(shares, key=lambda name: shares[name].value)
    share = shares[kind]
    # Whose kind is not told surely may be of another.
    told = _share(credited, lambda attribution: of_types(_KINDS[kind])(attribution) and _is_told(report, attribution))
    own = report.measures.get("words_own")
    evidence = _contents([attribution for attribution in credited if of_types(_KINDS[kind])(attribution)])
    if share.low > 0.5 and over_half(told.value):
        text = f"{kind} speak most: {percent(share.value)} of the words that sources are credited with."
    elif own is not None and own.value is not None and own.value >= _LITTLE_ROOM:
        # Of few words a large part is few words still.
        text = f"Sources have little room: {percent(own.value)} of the body is the outlet’s own voice."
        evidence = _contents(credited)
    elif over_half(told.value) and (kind == _OFFICIALS or over_half(_share_of_sure_rows(report, _KINDS[kind]))):
        # Without its share: who is of no told kind has words too, and the part may be larger.
        text = f"{kind} have the largest part of what sources say."
    else:
        text = "Which kind of source speaks most was not found surely."
        evidence = _contents(credited)
    return Statement("who_speaks", text, evidence)


def of_types(types: Sequence[str]) -> Callable[[Attribution], bool]:
    """Return whether an attribution's source is of one of some types."""
    return lambda attribution: attribution.source is not None and attribution.source.type in types


def _is_told(report: Report, attribution: Attribution) -> bool:
    """Return whether it is told surely what kind of source an attribution's is."""
    source = attribution.source
    return source is not None and (source.entity < 0 or report.analysis.entities[source.entity].told)


def _share_of_sure_rows(report: Report, types: Sequence[str]) -> float:
    """Return how much of the panel's words has sources of some types whose rows are sure."""
    words = sum(source.words for source in report.sources if source.sure and source.told and source.type in types)
    return words / max(sum(source.words for source in report.sources), 1)


def _share(credited: Sequence[Attribution], counted: Callable[[Attribution], bool]) -> Weighed:
    return weighed(credited, lambda attribution: attribution.words, counted)


def _contents(credited: Sequence[Attribution]) -> tuple[Span, ...]:
    return tuple(span for attribution in credited for span in attribution.content)
