"""Every finding in its sentence, in reading order, for the verbose terminal report: no words lost, each reason once."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from framing.article import Sentence
from framing.finding import Analysis
from framing.output.colour import Paint
from framing.output.page.notes import Note, find_notes
from framing.output.width import wrapped
from framing.reading.offsets import file_place
from framing.report import Report

__all__ = ["details"]

_CALLED = {
    "loaded": "loaded term",
    "attribution": "attribution",
    "thought": "attribution, no speech",
    "bias": "slant",
    "frame": "frame",
    "judging": "judging word",
    "technique": "persuasion technique",
}
"""What a finding is called, by its layer; frames and judging words of a sentence share a line. Words that stress, hedge
or take for granted have no name but their group's ("intensifier: very"): they judge nothing."""
_REASONED = frozenset({"loaded", "technique"})
"""Layers whose reasons come back from word to word."""


def details(report: Report, paint: Paint, width: int) -> Iterator[str]:
    """Yield the lines: each sentence that has findings with its place, then its findings."""
    analysis = report.analysis
    notes = sorted(find_notes(analysis), key=lambda note: note.spans[0].start)
    explained: dict[str, str] = {}
    yield paint("FINDINGS", "cyan")
    position = 0
    for sentence in analysis.article.sentences:
        every: list[Note] = []
        while position < len(notes) and notes[position].spans[0].start < sentence.end:
            every.append(notes[position])
            position += 1
        if every:
            yield ""
            yield from (paint(line, "bold") for line in _sentence(analysis, sentence, width))
            for text in _findings(analysis, every, explained):
                yield from wrapped(f"    {text}", width, "      ")


def _sentence(analysis: Analysis, sentence: Sentence, width: int) -> list[str]:
    place = file_place(analysis.article.document, sentence.start)
    return wrapped(f"{place.line}:{place.column} {analysis.article.slice(sentence[:2])}", width, "  ")


def _findings(analysis: Analysis, notes: Sequence[Note], explained: dict[str, str]) -> Iterator[str]:
    """A line for each finding of its own, and one for all of a group."""
    for note in notes:
        if not note.group:
            yield _finding(analysis, note, explained)
    grouped = sorted((note for note in notes if note.group), key=lambda note: (note.layer, note.group))
    for (layer, group), members in groupby(grouped, key=lambda note: (note.layer, note.group)):
        called = f"{_CALLED[layer]}, {group}" if layer in _CALLED else group
        yield f"{called}: {', '.join(note.words for note in members)}"


def _finding(analysis: Analysis, note: Note, explained: dict[str, str]) -> str:
    """Return a finding's line.

    Args:
        analysis: The article.
        note: The finding.
        explained: The words beside which each reason was told; a new one is put down.
    """
    called = _CALLED[note.layer]
    if note.layer == "bias":
        return f"{called}: {note.kind}."
    if note.layer in {"attribution", "thought"}:
        words = " … ".join(" ".join(analysis.article.slice(span).split()) for span in note.spans)
        return f"{called}: {note.words} ({note.kind}): “{words}” {note.reason}"
    text = f"{called}: “{note.words}”, {note.kind}."
    if note.layer not in _REASONED or not note.reason:
        return text
    if note.reason in explained:
        return f"{text} Reason as for “{explained[note.reason]}” above.{_instead(note)}"
    explained[note.reason] = note.words
    return f"{text} {note.reason}{_instead(note)}"


def _instead(note: Note) -> str:
    return f" Instead: {', '.join(note.instead)}." if note.instead else ""
