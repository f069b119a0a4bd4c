"""What changed between two versions of one article: everything is a span of the old text or of the new one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from framing.article import Document
from framing.attribution import Attribution
from framing.finding import LoadedTerm
from framing.given import given_slice, given_span
from framing.packages import VIEWS, needed
from framing.report import Report
from framing.version import __version__

__all__ = [
    "CHANGES",
    "REVISION_VERSION",
    "CreditChange",
    "CreditKind",
    "HeadlineChange",
    "Revision",
    "SentenceChange",
    "SentenceKind",
    "TermChange",
    "WordEdit",
]

REVISION_VERSION = "1.0"
SentenceKind = Literal["added", "dropped", "reworded", "moved"]
CreditKind = Literal[
    "credit_added",
    "credit_dropped",
    "credit_gained",
    "credit_lost",
    "made_anonymous",
    "named",
    "other_source",
    "quotation_changed",
]
CHANGES: Mapping[str, str] = {
    "headline": "the headline changed",
    "added": "sentences added",
    "dropped": "sentences dropped",
    "reworded": "sentences reworded",
    "moved": "sentences moved",
    "credit_added": "new words credited to somebody",
    "credit_dropped": "credited words dropped",
    "credit_gained": "words that were nobody's are credited now",
    "credit_lost": "words that were credited stand without a credit",
    "made_anonymous": "a named source is without a name now",
    "named": "a source without a name is named now",
    "other_source": "words are credited to somebody else",
    "quotation_changed": "the words of a quotation changed",
    "loaded_in": "loaded words came in",
    "loaded_out": "loaded words went out",
}
"""Every kind of change, with what it means."""


@dataclass(frozen=True, slots=True)
class WordEdit:
    """A run of words of a reworded sentence: kept, taken out (``new`` empty), put in (``old`` empty) or replaced."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that is not what or where it was.

    Attributes:
        kind: ``reworded`` sentences may have moved too.
        old: Its span in the old text, ``None`` where it was added.
        new: Its span in the new text, ``None`` where it was dropped.
        moved: Whether it stands elsewhere among the sentences that both versions have.
        edits: Of a reworded sentence, its words in order; else empty.
    """

    kind: SentenceKind
    old: tuple[int, int] | None
    new: tuple[int, int] | None
    moved: bool = False
    edits: tuple[WordEdit, ...] = ()


@dataclass(frozen=True, slots=True)
class CreditChange:
    """A change in who is credited with words.

    Attributes:
        kind: What changed, a name of ``CHANGES``.
        old: The attribution in the old version, ``None`` where there was none.
        new: The attribution in the new version, ``None`` where there is none.
        place: The words' span where one version does not credit them: in the new text for ``credit_lost``, in the old
            one for ``credit_gained``; else ``None``.
    """

    kind: CreditKind
    old: Attribution | None
    new: Attribution | None
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class TermChange:
    """A loaded word that came in or went out."""

    kind: Literal["loaded_in", "loaded_out"]
    term: LoadedTerm


@dataclass(frozen=True, slots=True)
class HeadlineChange:
    """The headlines of both versions, where they differ; ``None`` for no headline."""

    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of an article side by side.

    Attributes:
        old: The old version's report.
        new: The new version's report.
        headline: Both headlines where they differ.
        sentences: What changed, in the order of the new text; dropped ones where they stood.
        unchanged: Sentences that stand as and where they stood.
        credits: Changes of attributions, in text order.
        terms: Loaded words that came in, then those that went out.
    """

    old: Report
    new: Report
    headline: HeadlineChange | None
    sentences: tuple[SentenceChange, ...]
    unchanged: int
    credits: tuple[CreditChange, ...]
    terms: tuple[TermChange, ...]

    def __repr__(self) -> str:
        """Return one line: a revision's values are too many to be read in a prompt."""
        return f"<Revision: {len(self.sentences)} sentences changed, {self.unchanged} unchanged>"

    @property
    def kinds(self) -> Mapping[str, int]:
        """How many changes there are of each kind, in the order of ``CHANGES``; kinds without any are left out."""
        kinds: list[str] = [change.kind for change in self.sentences]
        kinds += [change.kind for change in self.credits]
        kinds += [change.kind for change in self.terms]
        kinds += ["moved" for change in self.sentences if change.moved and change.kind != "moved"]
        counts = {kind: kinds.count(kind) for kind in CHANGES}
        counts["headline"] = int(self.headline is not None)
        return {kind: count for kind, count in counts.items() if count}

    def to_html(self) -> str:
        """Return the page of one file that ``--format html`` writes."""
        return str(needed(VIEWS).page(self))

    def _repr_html_(self) -> str:
        """Return what a notebook shows of the revision."""
        return str(needed(VIEWS).summary_html(self))

    def to_dict(self) -> dict[str, Any]:
        """Return the revision as JSON-able values; the same input, the same bytes."""
        old, new = (report.analysis.article.document for report in (self.old, self.new))
        return {
            "revision_version": REVISION_VERSION,
            "framing_version": __version__,
            "old": self.old.to_dict(),
            "new": self.new.to_dict(),
            "changes": dict(self.kinds),
            "headline": {"old": self.headline.old, "new": self.headline.new} if self.headline else None,
            "unchanged": self.unchanged,
            "sentences": [
                {
                    "kind": change.kind,
                    "moved": change.moved,
                    "old": _placed(old, change.old),
                    "new": _placed(new, change.new),
                    "edits": [{"old": edit.old, "new": edit.new} for edit in change.edits],
                }
                for change in self.sentences
            ],
            "credits": [
                {
                    "kind": change.kind,
                    "old": _credit(old, change.old),
                    "new": _credit(new, change.new),
                    "place": _placed(new if change.kind == "credit_lost" else old, change.place),
                }
                for change in self.credits
            ],
            "terms": [
                {
                    "kind": change.kind,
                    **(_placed(new if change.kind == "loaded_in" else old, change.term.span) or {}),
                    "entry": change.term.entry,
                    "voice": change.term.voice,
                }
                for change in self.terms
            ],
        }


def _placed(document: Document, span: tuple[int, int] | None) -> dict[str, Any] | None:
    if span is None:
        return None
    start, end = given_span(document, span)
    return {"start": start, "end": end, "text": given_slice(document, span)}


def _credit(document: Document, attribution: Attribution | None) -> dict[str, Any] | None:
    if attribution is None:
        return None
    source = attribution.source
    return {
        "kind": attribution.kind,
        "content": [_placed(document, span) for span in attribution.content],
        "source": None if source is None else {"name": source.name, "type": source.type, "identity": source.identity},
    }
