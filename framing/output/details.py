"""Every finding in its sentence, in reading order, for the verbose terminal report."""

from collections.abc import Iterator
from typing import NamedTuple

from framing.article import FilePlace
from framing.finding import Analysis
from framing.output.colour import Paint
from framing.output.summary import chance_of
from framing.output.width import cut, wrapped
from framing.reading.offsets import file_place
from framing.report import Report

__all__ = ["details"]


class _Note(NamedTuple):
    start: int
    end: int
    kind: str
    text: str


def details(report: Report, paint: Paint, width: int) -> Iterator[str]:
    """Yield the lines: each sentence that has findings with its place, then a line for each finding."""
    analysis = report.analysis
    article = analysis.article
    notes = sorted(_notes(analysis))
    yield paint("FINDINGS", "cyan")
    position = 0
    for sentence in article.sentences:
        own: list[_Note] = []
        while position < len(notes) and notes[position].start < sentence.end:
            if notes[position].start >= sentence.start:
                own.append(notes[position])
            position += 1
        if not own:
            continue
        place = file_place(article.document, sentence.start)
        yield ""
        yield from _sentence(" ".join(article.slice((sentence.start, sentence.end)).split()), place, paint, width)
        for note in own:
            words = cut(" ".join(article.slice((note.start, note.end)).split()), 40)
            head = f"    {note.kind}: "
            lines = wrapped(f"{words} -- {note.text}", width - 4, "      ")
            yield head + lines[0] if len(head + lines[0]) <= width else head + cut(lines[0], width - len(head))
            yield from (f"    {line}" for line in lines[1:])


def _sentence(text: str, place: FilePlace, paint: Paint, width: int) -> Iterator[str]:
    lines = wrapped(f"{place.line}:{place.column} {text}", width, "  ")
    yield paint(lines[0], "bold")
    yield from (paint(line, "bold") for line in lines[1:])


def _notes(analysis: Analysis) -> Iterator[_Note]:
    for term in analysis.loaded_terms:
        instead = f"; instead: {', '.join(term.alternatives)}" if term.alternatives else ""
        scare = ", in scare quotes" if term.scare else ""
        what = term.category + chance_of(term)
        yield _Note(*term.span, "loaded", f"{what}, {term.voice}{scare}, {term.block}. {term.reason}{instead}")
    for word in analysis.subjective_words:
        yield _Note(*word.span, "subjective", f"{word.category}, {word.voice}")
    for attribution in analysis.attributions:
        source, cue = attribution.source, attribution.cue
        who = f"{source.name} ({source.type}, {source.identity})" if source else "credited to nobody"
        how = f", cue '{analysis.article.slice(cue.span)}' ({cue.stance})" if cue else ", no cue"
        yield _Note(*attribution.content[0], "attribution", f"{attribution.act}, {attribution.kind}, {who}{how}")
    for technique in analysis.techniques:
        yield _Note(*technique.span, "technique", f"{technique.name} ({100 * technique.probability:.0f}%)")
