"""What annotation tools know: labelled stretches of a text, arrows between them, and labels of the whole text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from framing.finding import Analysis
from framing.given import given_span, given_text
from framing.report import Report

__all__ = ["LABELS", "RELATIONS", "Annotated", "Arrow", "Mark", "annotated"]

LABELS = ("content", "cue", "source", "loaded", "slanted")
"""``content``, ``cue`` and ``source`` of an attribution, ``loaded`` words, ``slanted`` sentences in own voice."""
RELATIONS = ("said_by", "announced_by")
"""From a content to its source, and to its cue."""
_Place = tuple[str, tuple[tuple[int, int], ...]]
"""A mark's label and spans."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled stretch of a text, in one or several pieces.

    Attributes:
        label: A name of ``LABELS``, or another one that annotators use.
        spans: Pairs of offsets in code points, in text order, disjoint.
        attributes: What else is said of it, by name.
    """

    label: str
    spans: tuple[tuple[int, int], ...]
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation between two marks, by their numbers in ``Annotated.marks``."""

    label: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with one annotator's marks.

    Attributes:
        name: What the user called the text.
        text: Its characters.
        marks: In the order of their first characters.
        arrows: Between marks.
        labels: Of the whole text: ``frame:economic``, ``generic:conflict``, ``genre:opinion``.
        annotator: Whose marks they are; empty for the product's.
    """

    name: str
    text: str
    marks: tuple[Mark, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    labels: tuple[str, ...] = ()
    annotator: str = ""


def annotated(report: Report) -> Annotated:
    """Return a report's findings as marks in the text as it was given.

    Speech and writing only; what the writer says that others think or want is no mark. One stretch has one mark of a
    label, to which several arrows may lead: readers of brat's files take the same stretch twice for an error.
    """
    analysis = report.analysis
    marks: dict[_Place, Mark] = {}
    arrows: list[tuple[str, Mark, Mark]] = []
    for attribution in analysis.speech:
        told: dict[str, str] = {"act": attribution.act, "kind": attribution.kind}
        content = _once(marks, _mark(analysis, "content", *attribution.content, attributes=told))
        source, cue = attribution.source, attribution.cue
        if source is not None and source.span is not None:
            told = {"name": source.name, "type": source.type, "identity": source.identity, "party": source.party or ""}
            arrows.append(("said_by", content, _once(marks, _mark(analysis, "source", source.span, attributes=told))))
        if cue is not None:
            mark = _once(marks, _mark(analysis, "cue", cue.span, attributes={"stance": cue.stance}))
            arrows.append(("announced_by", content, mark))
    for mark in _words_and_sentences(analysis):
        _once(marks, mark)
    ordered = sorted(marks.values(), key=lambda mark: (mark.start, -mark.end, LABELS.index(mark.label)))
    number = {id(mark): place for place, mark in enumerate(ordered)}
    return Annotated(
        report.name,
        given_text(analysis.article.document),
        tuple(ordered),
        tuple(Arrow(label, number[id(first)], number[id(second)]) for label, first, second in arrows),
        tuple(_labels(analysis)),
    )


def _once(marks: dict[_Place, Mark], mark: Mark) -> Mark:
    """Return the mark that has this one's label and place already, or this one, now kept."""
    return marks.setdefault((mark.label, mark.spans), mark)


def _mark(analysis: Analysis, label: str, *spans: tuple[int, int], attributes: Mapping[str, str]) -> Mark:
    document = analysis.article.document
    placed = [given_span(document, (span[0], span[1])) for span in spans]
    known = {name: value for name, value in attributes.items() if value}
    return Mark(label, tuple((span.start, span.end) for span in placed), known)


def _words_and_sentences(analysis: Analysis) -> Iterator[Mark]:
    for term in analysis.loaded_terms:
        told = {"category": term.category, "voice": term.voice, "origin": term.origin}
        yield _mark(analysis, "loaded", term.span, attributes=told)
    for sentence, chance in analysis.slanted:
        yield _mark(analysis, "slanted", (sentence.start, sentence.end), attributes={"probability": f"{chance:.2f}"})


def _labels(analysis: Analysis) -> Iterator[str]:
    for group, scores in (("frame", analysis.policy_frames), ("generic", analysis.generic_frames)):
        for name, score in scores.items():
            if score.present:
                yield f"{group}:{name}"
    if analysis.genre is not None:
        yield f"genre:{analysis.genre.label}"
