"""Why each place is marked: findings with their codes and the words of the margin."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from framing.attributing.credit import word_count
from framing.attribution import Attribution
from framing.finding import Analysis, Evidence, SubjectiveWord
from framing.output.page.layers import FRAME_CODES, LayerName
from framing.output.summary import chance_of, kind_of_source, readable
from framing.spans import Span

__all__ = ["Note", "find_notes", "marked_frames", "together"]


_PASSING_ON = frozenset({"media", "document"})
"""Sources of which it is said that they pass words on: readers marked 46 of 63 of them, of others 29 of 84."""
_LESS_SURE = "less sure who says this, or whether it is said"
"""All that is told of an attribution that a reader would sign less often: no type, no kind of speech."""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the margin shows it.

    Attributes:
        code: Its name on the page, unique: ``L3``, ``HE12``.
        layer: The layer that it belongs to.
        spans: The words that it is about, in text order.
        parts: Further words with their role (``source``, ``cue``).
        words: What the note is headed by: the words, or who is credited.
        kind: What it is: category, voice, probability.
        group: Notes of one paragraph with one group share a line; empty for a line of its own.
        reason: Why it is marked.
        instead: Neutral wordings.
        apart: Whether each span is a place of its own, as of a term that comes back, and no part of one finding.
    """

    code: str
    layer: LayerName
    spans: tuple[Span, ...]
    words: str
    kind: str
    parts: tuple[tuple[Span, str], ...] = ()
    group: str = ""
    reason: str = ""
    instead: tuple[str, ...] = ()
    apart: bool = False

    @property
    def count(self) -> int:
        """At how many places it is found."""
        return len(self.spans) if self.apart else 1


def find_notes(analysis: Analysis) -> tuple[Note, ...]:
    """Return every finding of an article, layer by layer, in text order within a layer."""
    layers = (_loaded, _speech, _thoughts, _slanted, _frames, _judging, _qualifying, _techniques)
    return tuple(note for notes_of in layers for note in notes_of(analysis))


def together(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes with one for each loaded term that comes back, at its first place, numbered anew.

    It is headed by the words as they stand first and says how often the term is found and in whose voice.
    """
    every = tuple(notes)
    terms: dict[tuple[str, str], list[Note]] = defaultdict(list)
    for note in every:
        if note.layer == "loaded":
            terms[note.words.lower(), note.reason].append(note)
    loaded = [_joined(f"L{number}", members) for number, members in enumerate(terms.values(), 1)]
    return (*loaded, *(note for note in every if note.layer != "loaded"))


def _joined(code: str, members: Sequence[Note]) -> Note:
    first = members[0]
    # The category is the same wherever the words come back; whose words they are is not.
    category, *_ = first.kind.split(", ")
    rests = Counter(note.kind.removeprefix(f"{category}, ") for note in members)
    kind = f"{category}; {'; '.join(_times(rest, count) for rest, count in rests.items())}"
    kind = kind if len(members) > 1 else first.kind
    spans = tuple(span for note in members for span in note.spans)
    return replace(first, code=code, spans=spans, kind=kind, apart=True)


def _times(kind: str, count: int) -> str:
    return kind if count == 1 else f"{kind} ×{count}"


def _loaded(analysis: Analysis) -> Iterator[Note]:
    for number, term in enumerate(analysis.loaded_terms, 1):
        place = "" if term.block == "body" else f", {readable(term.block)}"
        what = readable(term.category) + chance_of(term)
        kind = f"{what}, {_voice(term.voice)}{' in scare quotes' if term.scare else ''}{place}"
        yield Note(
            code=f"L{number}",
            layer="loaded",
            spans=(term.span,),
            words=_words(analysis, term.span),
            kind=kind,
            reason=term.reason,
            instead=term.alternatives,
        )


def _judging(analysis: Analysis) -> Iterator[Note]:
    """Evaluative words, with whose they are; one that is a loaded term too has its note as such."""
    terms = [term.span for term in analysis.loaded_terms]
    words = [
        word
        for word in analysis.subjective_words
        if word.judges and not any(span.start < word.span.end and word.span.start < span.end for span in terms)
    ]
    return _subjective(analysis, words, "judging", "J")


def _qualifying(analysis: Analysis) -> Iterator[Note]:
    """Boosters, hedges, intensifiers and the like of the outlet: how others stress a claim is not its stance."""
    words = [word for word in analysis.subjective_words if not word.judges and word.voice == "own"]
    return _subjective(analysis, words, "qualifying", "Q")


def _subjective(analysis: Analysis, words: Sequence[SubjectiveWord], layer: LayerName, letter: str) -> Iterator[Note]:
    for number, word in enumerate(words, 1):
        yield Note(
            code=f"{letter}{number}",
            layer=layer,
            spans=(word.span,),
            words=_words(analysis, word.span),
            kind=_voice(word.voice),
            group=readable(word.category) + ("" if word.voice == "own" else f", {word.voice}"),
        )


def _speech(analysis: Analysis) -> Iterator[Note]:
    return _attributions(analysis, analysis.told, "attribution", "A")


def _thoughts(analysis: Analysis) -> Iterator[Note]:
    return _attributions(analysis, analysis.thoughts, "thought", "H")


def _attributions(
    analysis: Analysis, attributions: Iterable[Attribution], layer: LayerName, letter: str
) -> Iterator[Note]:
    # A reason that an article gives once may be meant for all whom it does not name.
    missed = not any(one.anonymity_explained for one in analysis.speech)
    for number, attribution in enumerate(attributions, 1):
        source, cue = attribution.source, attribution.cue
        parts = [(source.span, "source")] if source else []
        parts += [(cue.span, "cue")] if cue else []
        yield Note(
            code=f"{letter}{number}",
            layer=layer,
            spans=attribution.content,
            words=source.name if source else "nobody",
            kind=", ".join(_described(analysis, attribution, missed=missed)),
            parts=tuple(parts),
            reason=_announced(analysis, attribution),
        )


def _described(analysis: Analysis, attribution: Attribution, *, missed: bool) -> Iterator[str]:
    """Yield what there is to say of a source; ``missed`` tells that the article gives nobody's reason for anonymity."""
    source = attribution.source
    if not attribution.sure:
        yield _LESS_SURE
        return
    if source is None:
        yield "credited to nobody"
    elif analysis.entities[source.entity].told:
        yield kind_of_source(source.type, source.party, analysis.entities[source.entity].called)
    else:
        yield "of a kind not told surely"
    if attribution.anonymity_explained:
        yield "reason given"
    elif attribution.anonymity_explained is not None and missed:
        yield "no reason given for anonymity"
    if attribution.relayed and source is not None and source.type in _PASSING_ON:
        yield "passes on somebody else's words"


def _announced(analysis: Analysis, attribution: Attribution) -> str:
    if not attribution.sure:
        return f"“{_words(analysis, attribution.cue.span)}”." if attribution.cue else ""
    words = f"{attribution.words} word{'s' * (attribution.words != 1)}"
    held = sum(word_count(analysis.article, span) for span in attribution.content)
    if attribution.relayed and attribution.words < held:
        words += " of its own"  # the others count for whoever said them
    source = attribution.source
    identified = f" Identified as {readable(source.identity)}." if source else ""
    cue = attribution.cue
    told = f"{attribution.kind.capitalize()} speech" if attribution.act == "speech" else attribution.act.capitalize()
    if cue is None:
        return f"{told}, {words}, no cue.{identified}"
    stance = "neutral" if cue.stance == "neutral" else f"a cue that is {cue.stance}"
    return f"{told}, {words}; “{_words(analysis, cue.span)}”, {stance}.{identified}"


def _slanted(analysis: Analysis) -> Iterator[Note]:
    for number, (sentence, slant) in enumerate(analysis.slanted, 1):
        yield Note(
            code=f"B{number}",
            layer="bias",
            spans=(Span(sentence.start, sentence.end),),
            words=_words(analysis, (sentence.start, sentence.end)),
            kind=f"reads as slanted, {100 * slant:.0f}%",
        )


def marked_frames(analysis: Analysis) -> dict[str, tuple[Evidence, ...]]:
    """Return the words that are marked as a frame's, by frame: of the frames that are present alone.

    A word of any other frame is most often one in another sense; ``frame_words`` and the JSON have it.
    """
    return {name: words for name, words in analysis.frame_words.items() if analysis.policy_frames[name].present}


def _frames(analysis: Analysis) -> Iterator[Note]:
    for frame, evidence in marked_frames(analysis).items():
        for number, place in enumerate(evidence, 1):
            span = Span(place.start, place.end)
            yield Note(
                code=f"{FRAME_CODES[frame]}{number}",
                layer="frame",
                spans=(span,),
                words=_words(analysis, span),
                kind=f"weight {place.weight:.1f}",
                group=readable(frame),
            )


def _techniques(analysis: Analysis) -> Iterator[Note]:
    for number, technique in enumerate(analysis.techniques, 1):
        yield Note(
            code=f"T{number}",
            layer="technique",
            spans=(technique.span,),
            words=_words(analysis, technique.span),
            kind=f"{readable(technique.name).lower()}, {100 * technique.probability:.0f}%",
        )


def _voice(name: str) -> str:
    return "own voice" if name == "own" else name


def _words(analysis: Analysis, span: Iterable[int]) -> str:
    start, end = span
    return " ".join(analysis.article.text[start:end].split())
