"""Plain sentences that more than one format says; no sentence claims more than its figure shows."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from framing.measuring.term_words import LOADED_FOUND_OF_TEN
from framing.output.figures import stated
from framing.output.summary import Summary, kind_of_source, readable
from framing.report import SourceTally

if TYPE_CHECKING:
    from framing.comparison import ComparedSource

__all__ = [
    "FOUND_OF_TEN",
    "as_source",
    "counted",
    "frames_sentences",
    "less_sure_sentence",
    "loaded_sentence",
    "officials_sentence",
    "perhaps_loaded_sentence",
    "slant_sentence",
    "unheard_sentence",
]

_MOST_LINES = 5
"""Lines that are named of sentences that may be slanted."""
_MOST_UNHEARD = 4
"""Groups that are named as unheard."""
_MOST_LESS_SURE = 4
"""Sources that are named where it is less sure who they are."""
_MOST_PERHAPS = 5
"""Words that are named where it is less sure that they are loaded."""


def counted(terms: Iterable[tuple[str, int]]) -> str:
    """Return terms with their counts: "massive, regime ×3"."""
    return ", ".join(f"{term} ×{count}" if count > 1 else term for term, count in terms)


def as_source(source: "SourceTally | ComparedSource") -> str:
    """Return what kind of source it is, with its party, and whether open data tells it instead of the page."""
    if not source.told and source.type != "other":
        return "not told surely"
    as_of = source.as_of if isinstance(source, SourceTally) else None
    told = f" (from open data, as of {as_of[:4]})" if as_of else ""
    return kind_of_source(source.type, source.party, source.called) + told


def frames_sentences(summary: Summary, *, attributed: bool = True) -> tuple[str, ...]:
    """Return what is to be said below the shares of frames: what has none, the headline's, and those of others' words.

    Frames that are not sure are not named, but that there are some is said: the shares are of all frames' words.

    Args:
        summary: The summary.
        attributed: Whether to name those of others' words; else the rows say it themselves.
    """
    sentences: list[str] = []
    if summary.other_frames:
        sentences.append("No other frame was found surely." if summary.frames else "No frame was found surely.")
    elif not summary.frames:
        sentences.append("No evidence of any of the fourteen frames.")
    for where, names in (
        ("In the headline", summary.headline_frames),
        ("Only in attributed words", summary.attributed_only if attributed else ()),
    ):
        if names:
            sentences.append(f"{where}: {', '.join(readable(name) for name in names)}.")
    return tuple(sentences)


def loaded_sentence(summary: Summary) -> str:
    """Return how many loaded terms stand in own voice; where the headline has some, that it is not counted."""
    headed = any(row.place == "headline" for row in summary.words)
    where = " below the headline" if headed else ""
    measure = summary.measures["loaded_terms_own"]
    missed = f"; in tests {LOADED_FOUND_OF_TEN} of 10 are found" if measure.value == 0 else ""
    return f"Loaded terms in own voice{where}: {stated(measure)}{missed}."


def perhaps_loaded_sentence(summary: Summary) -> str:
    """Return, in a sentence, the words that may be loaded: those that most likely are."""
    named = [f"“{word}”" for word in summary.perhaps_loaded[:_MOST_PERHAPS]]
    return f"Perhaps loaded, as half of such words are in tests: {', '.join(named)}."


def officials_sentence(summary: Summary) -> str:
    """Return the share of officials among attributed words, in a sentence."""
    return f"Officials and politicians: {stated(summary.measures['officials'], 'of the sourced words')}."


def less_sure_sentence(summary: Summary) -> str:
    """Return who surely speaks though not surely as what, and how many words are not placed; nothing where all are.

    Words are not placed where a list of attributions calls them less sure. Whom a description stands for is less sure
    than a name, and one of these speakers may have a row already.
    """
    named = [f"{row.name} ({row.words})" for row in summary.less_sure_as_what]
    others = summary.unplaced
    sentences: list[str] = []
    if named:
        more = len(named) - _MOST_LESS_SURE
        shown = [*named[:_MOST_LESS_SURE], *([f"{more} more"] if more > 0 else [])]
        sentences.append(f"Also heard, of a kind not told surely: {', '.join(shown)}.")
    if others:
        which = f"{others} {'more ' if named else ''}word{'s' * (others != 1)}"
        sentences.append(f"{which[:1].upper()}{which[1:]} could not be placed surely.")
    return " ".join(sentences)


FOUND_OF_TEN = 5
"""Of ten sentences that a reader calls clearly slanted, those that are shown or said to be slanted perhaps
(``docs/measures.md``)."""
_FOUND = f"in tests {FOUND_OF_TEN} of 10 slanted ones are found"
"""What the sentence adds where none is surely slanted: that none is found does not say that there is none."""


def slant_sentence(summary: Summary) -> str:
    """Return how many sentences in own voice read as slanted, the headline named apart; or that none surely does."""
    slanted = summary.measures["slanted_sentences_own"]
    if slanted.value is None and not summary.slanted:
        return "No sentence is in own voice."
    of = f"{slanted.of:.0f} sentence{'s' * (slanted.of != 1)} in own voice"
    if not summary.slanted:
        return f"Of {of} none is surely slanted{_perhaps(summary)}; {_FOUND}."
    headed = any(row.block in {"headline", "deck"} for row in summary.slanted)
    if not slanted.count:
        return f"The headline reads as slanted, of {of} none surely does{_perhaps(summary)}; {_FOUND}."
    number = f"{slanted.count:.0f} of {of}"
    if headed:
        return f"The headline and {number} read as slanted."
    return f"{number} read{'s' * (slanted.count == 1)} as slanted."


def _perhaps(summary: Summary) -> str:
    """Return how many sentences may be slanted and on which lines; nothing where none may."""
    may = summary.perhaps_slanted
    if not may:
        return ""
    lines = ", ".join(map(str, dict.fromkeys(may[:_MOST_LINES])))
    more = len(may) - _MOST_LINES
    where = f"line{'s' * (',' in lines)} {lines}" + (f" and {more} more" if more > 0 else "")
    return f", but {len(may)} may be ({where})"


def unheard_sentence(summary: Summary) -> str:
    """Return who is named and never credited, in a sentence."""
    names = ", ".join(
        f"{group.name} ({group.reason}, named {len(group.mentions)}×)" for group in summary.unheard[:_MOST_UNHEARD]
    )
    return f"Never heard: {names}."
