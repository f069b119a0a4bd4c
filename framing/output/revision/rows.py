"""What every form of a revision says, before any format: plain sentences and rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from framing.attribution import Attribution
from framing.output.summary import readable
from framing.reading.offsets import file_place
from framing.report import Report
from framing.revision import CreditChange, Revision, SentenceChange, TermChange

__all__ = [
    "ChangeRow",
    "TermRow",
    "change_rows",
    "credit_rows",
    "credits_in_short",
    "headlines",
    "in_short",
    "term_rows",
]

_VOICES: Mapping[str, str] = {"own": "in own voice", "quoted": "in a quotation", "reported": "in reported speech"}
_PHRASES: Mapping[str, str] = {
    "credit_added": "New: {words}, credited to {new}.",
    "credit_dropped": "Dropped: {words}, which was credited to {old}.",
    "credit_gained": "{words}, which stood without a credit, is credited to {new}.",
    "credit_lost": "{words}, which was credited to {old}, stands without a credit.",
    "made_anonymous": "{words}: {old} was named; now it is {new}.",
    "named": "{words}: {new} is named; it was {old}.",
    "other_source": "{words}: credited to {new}; it was {old}.",
    "quotation_changed": "The quotation {before} is {words} now ({new}).",
}


_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A changed sentence: both places as lines of the files, and its words as runs.

    Attributes:
        kind: What changed, ``moved`` beside ``reworded`` where both did.
        lines: Line in the old file and in the new one, ``None`` where it does not stand.
        runs: Words with what became of them: ``same``, ``out`` or ``in``.
    """

    kind: str
    lines: tuple[int | None, int | None]
    runs: tuple[tuple[str, str], ...]

    @property
    def place(self) -> str:
        """Where it stands: "line 3", or "line 3, was 9"."""
        old, new = self.lines
        if new is None:
            return f"line {old} of the old version"
        return f"line {new}" if old is None or old == new else f"line {new}, was {old}"


@dataclass(frozen=True, slots=True)
class TermRow:
    """A loaded word that came in or went out: which, where, in whose voice, and the sentence around it."""

    kind: str
    words: str
    line: int
    voice: str
    sentence: str


def in_short(revision: Revision) -> str:
    """Return how many sentences changed, in a sentence."""
    kinds = revision.kinds
    parts = [f"{kinds[kind]} {kind}" for kind in ("added", "dropped", "reworded", "moved") if kind in kinds]
    same = f"{_many(revision.unchanged, 'sentence')} unchanged"
    return f"{', '.join(parts)}; {same}." if parts else f"No sentence changed; {same}."


def credits_in_short(revision: Revision) -> str:
    """Return how many changes there are in who is credited."""
    count = len(revision.credits)
    return f"{_many(count, 'change')} in who is credited with words." if count else "Who is credited is as it was."


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def headlines(revision: Revision) -> tuple[str, str] | None:
    """Return the old headline and the new one where they differ."""
    if revision.headline is None:
        return None
    return revision.headline.old or "(none)", revision.headline.new or "(none)"


def change_rows(revision: Revision) -> list[ChangeRow]:
    """Return the changed sentences, in the order of the new text."""
    return [_change_row(revision, change) for change in revision.sentences]


def _change_row(revision: Revision, change: SentenceChange) -> ChangeRow:
    lines = (_line(revision.old, change.old), _line(revision.new, change.new))
    if change.kind == "reworded":
        runs = []
        for edit in change.edits:
            if edit.old == edit.new:
                runs.append(("same", edit.new))
                continue
            runs += [(kind, words) for kind, words in (("out", edit.old), ("in", edit.new)) if words]
        return ChangeRow("reworded and moved" if change.moved else "reworded", lines, tuple(runs))
    report, span = (revision.old, change.old) if change.new is None else (revision.new, change.new)
    assert span is not None  # noqa: S101 -- what is dropped stood in the old text, the rest stands in the new one
    kind = {"added": "in", "dropped": "out"}.get(change.kind, "same")
    return ChangeRow(change.kind, lines, ((kind, _words(report, span)),))


def _line(report: Report, span: tuple[int, int] | None) -> int | None:
    return None if span is None else file_place(report.analysis.article.document, span[0]).line


def _words(report: Report, span: tuple[int, int]) -> str:
    return " ".join(report.analysis.article.text[slice(*span)].split())


def credit_rows(revision: Revision) -> list[tuple[str, str]]:
    """Return what changed in who is credited: the kind of change and a sentence."""
    return [(change.kind, _credit_sentence(revision, change)) for change in revision.credits]


def _credit_sentence(revision: Revision, change: CreditChange) -> str:
    sides = {"old": (revision.old, change.old), "new": (revision.new, change.new)}
    shown = {side: _content(report, found) for side, (report, found) in sides.items() if found is not None}
    words = shown.get("new") or shown["old"]
    sources = {side: _source(found) for side, (_, found) in sides.items()}
    sentence = _PHRASES[change.kind].format(words=words, before=shown.get("old", ""), **sources)
    return sentence[0].upper() + sentence[1:]


def _content(report: Report, attribution: Attribution) -> str:
    text = " … ".join(_words(report, span) for span in attribution.content)
    bare = text.strip('“”" ').rstrip(",").translate(_INNER)
    return f"“{bare}”"


def _source(attribution: Attribution | None) -> str:
    if attribution is None or attribution.source is None:
        return "nobody"
    return attribution.source.name


def term_rows(revision: Revision) -> list[TermRow]:
    """Return the loaded words that came in, then those that went out."""
    return [_term_row(revision, change) for change in revision.terms]


def _term_row(revision: Revision, change: TermChange) -> TermRow:
    report = revision.new if change.kind == "loaded_in" else revision.old
    article = report.analysis.article
    start, end, _ = article.sentences[change.term.sentence]
    line = file_place(article.document, change.term.span.start).line
    voice = _VOICES.get(change.term.voice, readable(change.term.voice))
    return TermRow(change.kind, _words(report, change.term.span), line, voice, _words(report, (start, end)))
