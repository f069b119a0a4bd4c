"""The report: an analysis with its measures, and its JSON form."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from framing.article import Notice, Voice
from framing.attribution import Attribution
from framing.finding import Analysis, Evidence, FrameScore
from framing.spans import Span
from framing.version import __version__

__all__ = ["SCHEMA_VERSION", "Measure", "Report", "SourceTally", "StanceCounts", "Unheard"]

SCHEMA_VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with unit, interval and place among real news.

    Attributes:
        value: The figure, ``None`` where its denominator is empty.
        unit: ``per_1000_words``, ``share``, ``words``, ``count``, ``bits``, ``index`` or ``difference``.
        low: Lower end of the 95% interval.
        high: Upper end of the 95% interval.
        count: What was counted: the numerator of a rate or share, else the number of things compared.
        of: The denominator (words, sentences, attributed words).
        percentile: Share of the reference's articles that have less, 0 to 100; ``None`` where it has no such measure.
        reference: The reference distribution's name, empty where there is none.
    """

    value: float | None
    unit: str
    low: float | None
    high: float | None
    count: float
    of: float
    percentile: float | None
    reference: str

    def to_dict(self) -> dict[str, Any]:
        """Return the measure as JSON-able values."""
        return {name: _rounded(getattr(self, name)) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class SourceTally:
    """What one source has in the article.

    Attributes:
        name: The canonical name.
        type: The source type.
        party: The party where the text gives it.
        identity: How the source is identified.
        words: Attributed words.
        attributions: How often the source is credited.
        first: Where the source is first credited: share of the text before it, 0 to 1.
        places: Which of ``headline``, ``first_paragraph``, ``last_paragraph`` and ``caption`` hold its words.
    """

    name: str
    type: str
    party: str | None
    identity: str
    words: int
    attributions: int
    first: float
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StanceCounts:
    """The stances of the cues that introduce a group of sources.

    Attributes:
        by: ``type`` or ``party``.
        name: The source type or party.
        cues: Number of cues by stance; stances without a cue are left out.
    """

    by: str
    name: str
    cues: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Unheard:
    """People whom the article speaks about and whom it never credits with a word.

    Attributes:
        name: The words that name them, in their most frequent form.
        reason: ``affected`` or ``accused``.
        mentions: Where they are named.
    """

    name: str
    reason: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is known about one article.

    Attributes:
        analysis: The article and the findings.
        measures: By name, in the order of ``docs/measures.md``.
        sources: Who is credited, most words first.
        stances: Which stances introduce sources of each type and party.
        unheard: Who is spoken about and never heard.
        notices: Warnings of all stages.
    """

    analysis: Analysis
    measures: Mapping[str, Measure]
    sources: tuple[SourceTally, ...]
    stances: tuple[StanceCounts, ...]
    unheard: tuple[Unheard, ...]
    notices: tuple[Notice, ...]

    @property
    def name(self) -> str:
        """What the user called the input."""
        return self.analysis.article.document.name

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON-able values, described by ``framing.schema()``; the same input, the same bytes."""
        analysis = self.analysis
        article = analysis.article
        return {
            "schema_version": SCHEMA_VERSION,
            "framing_version": __version__,
            "models": dict(sorted(analysis.models.items())),
            "name": self.name,
            "warnings": [{"code": notice.code, "message": notice.message} for notice in self.notices],
            "article": {
                "title": article.title,
                "language": article.language,
                "media_type": article.document.media_type,
                "metadata": dict(sorted(article.document.metadata.items())),
                "words": sum(article.tokens.words),
                "sha256": hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
                "text": article.text,
                "blocks": [
                    {"kind": block.kind, "start": block.start, "end": block.end, "quoted": block.quoted}
                    for block in article.blocks
                ],
            },
            "sentences": _sentences(analysis),
            "attributions": [_attribution(attribution, article.text) for attribution in analysis.attributions],
            "sources": [
                {
                    "name": source.name,
                    "type": source.type,
                    "party": source.party,
                    "identity": source.identity,
                    "words": source.words,
                    "attributions": source.attributions,
                    "first": _rounded(source.first),
                    "places": list(source.places),
                }
                for source in self.sources
            ],
            "stances": [{"by": row.by, "name": row.name, "cues": dict(row.cues)} for row in self.stances],
            "unheard": [
                {
                    "name": group.name,
                    "reason": group.reason,
                    "mentions": [{"start": span.start, "end": span.end} for span in group.mentions],
                }
                for group in self.unheard
            ],
            "loaded_terms": [
                {
                    "start": term.span.start,
                    "end": term.span.end,
                    "text": article.slice(term.span),
                    "entry": term.entry,
                    "category": term.category,
                    "severity": term.severity,
                    "voice": term.voice,
                    "scare_quotes": term.scare,
                    "block": term.block,
                    "sentence": term.sentence,
                    "alternatives": list(term.alternatives),
                    "reason": term.reason,
                    "references": list(term.references),
                }
                for term in analysis.loaded_terms
            ],
            "subjective_words": [
                {
                    "start": word.span.start,
                    "end": word.span.end,
                    "text": article.slice(word.span),
                    "entry": word.entry,
                    "category": word.category,
                    "severity": word.severity,
                    "voice": word.voice,
                    "sentence": word.sentence,
                }
                for word in analysis.subjective_words
            ],
            "frames": {
                "policy": _frames(analysis.policy_frames),
                "generic": _frames(analysis.generic_frames),
                "words": {name: _evidence(words) for name, words in analysis.frame_words.items()},
            },
            "genre": (
                {"label": analysis.genre.label, "probability": _rounded(analysis.genre.probability)}
                if analysis.genre
                else None
            ),
            "techniques": [
                {
                    "name": technique.name,
                    "start": technique.span.start,
                    "end": technique.span.end,
                    "probability": _rounded(technique.probability),
                }
                for technique in analysis.techniques
            ],
            "measures": {name: measure.to_dict() for name, measure in self.measures.items()},
        }


def _rounded(value: object) -> object:
    """Six decimals: more than any figure carries, and the same on every machine."""
    return round(value, 6) + 0.0 if isinstance(value, float) else value


def _sentences(analysis: Analysis) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for sentence, scores in zip(analysis.article.sentences, analysis.sentences, strict=True):
        share = {voice: analysis.voices.share(sentence.start, sentence.end, voice) for voice in Voice}
        rows.append(
            {
                "start": sentence.start,
                "end": sentence.end,
                "block": sentence.block,
                "voice": {
                    "own": _rounded(share[Voice.OWN] + share[Voice.SCARE]),
                    "quoted": _rounded(share[Voice.QUOTED]),
                    "reported": _rounded(share[Voice.REPORTED]),
                },
                "bias": _rounded(scores.bias),
                "loaded": _rounded(scores.loaded),
                "subjectivity": _rounded(scores.subjectivity),
                "frames": {name: _rounded(value) for name, value in scores.frames.items()},
            }
        )
    return rows


def _attribution(attribution: Attribution, text: str) -> dict[str, Any]:
    cue, source = attribution.cue, attribution.source
    return {
        "act": attribution.act,
        "kind": attribution.kind,
        "content": [{"start": span.start, "end": span.end} for span in attribution.content],
        "cue": {"start": cue.span.start, "end": cue.span.end, "stance": cue.stance} if cue else None,
        "source": (
            {
                "start": source.span.start,
                "end": source.span.end,
                "text": text[source.span.start : source.span.end],
                "name": source.name,
                "type": source.type,
                "party": source.party,
                "identity": source.identity,
                "evidence": [{"start": span.start, "end": span.end} for span in source.evidence],
            }
            if source
            else None
        ),
        "anonymity_explained": attribution.anonymity_explained,
        "relayed": attribution.relayed,
        "words": attribution.words,
    }


def _frames(frames: Mapping[str, FrameScore]) -> dict[str, Any]:
    return {
        name: {
            "score": _rounded(frame.score),
            "present": frame.present,
            "evidence": _evidence(frame.evidence),
        }
        for name, frame in frames.items()
    }


def _evidence(words: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [{"start": word.start, "end": word.end, "weight": _rounded(word.weight)} for word in words]
