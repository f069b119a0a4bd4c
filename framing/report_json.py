"""The JSON form of a report, which ``framing.schema()`` describes."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from framing.article import Article, Document, Voice
from framing.attribution import Attribution
from framing.entity import Entity
from framing.finding import Analysis, Evidence, FrameScore, LoadedTerm, SubjectiveWord
from framing.given import given_slice, given_span, given_text
from framing.spans import Span
from framing.version import __version__

if TYPE_CHECKING:
    from framing.report import Report, SourceTally

__all__ = ["SCHEMA_VERSION", "report_dict", "rounded"]

SCHEMA_VERSION = "1.0"
_DECIMALS = 6
_Given = Callable[[tuple[int, int]], Span]
"""Returns where a span stands in the text as it was given."""


def report_dict(report: "Report") -> dict[str, Any]:
    """Return a report as JSON-able values; its offsets count in ``article.text``, the text as it was given."""
    analysis = report.analysis
    document = analysis.article.document
    genre = analysis.genre
    given = cache(partial(given_span, document))  # a word is evidence for three frames on average
    return {
        "schema_version": SCHEMA_VERSION,
        "framing_version": __version__,
        "models": dict(sorted(analysis.models.items())),
        "name": report.name,
        "warnings": [{"code": notice.code, "message": notice.message} for notice in report.notices],
        "article": _article(analysis.article),
        "statements": [
            {
                "name": statement.name,
                "text": statement.text,
                "evidence": [_span(document, place) for place in statement.evidence],
            }
            for statement in report.statements
        ],
        "sentences": _sentences(analysis),
        "attributions": [_attribution(attribution, document) for attribution in analysis.attributions],
        "entities": [_entity(entity, document) for entity in analysis.entities],
        "sources": [_source(source) for source in report.sources],
        "stances": [{"by": row.by, "name": row.name, "cues": dict(row.cues)} for row in report.stances],
        "unheard": [
            {
                "name": group.name,
                "reason": group.reason,
                "mentions": [_span(document, mention) for mention in group.mentions],
            }
            for group in report.unheard
        ],
        "loaded_terms": [_loaded_term(term, document) for term in analysis.loaded_terms],
        "perhaps_loaded": [_loaded_term(term, document) for term in analysis.perhaps_loaded],
        "subjective_words": [_subjective_word(word, document) for word in analysis.subjective_words],
        "frames": {
            "policy": _frames(analysis.policy_frames, given),
            "generic": _frames(analysis.generic_frames, given),
            "words": {name: _evidence(words, given) for name, words in analysis.frame_words.items()},
        },
        "genre": {"label": genre.label, "probability": rounded(genre.probability)} if genre else None,
        "techniques": [
            {
                "name": technique.name,
                **_span(document, technique.span),
                "probability": rounded(technique.probability),
            }
            for technique in analysis.techniques
        ],
        "measures": {name: measure.to_dict() for name, measure in report.measures.items()},
    }


def rounded(value: object) -> object:
    """Six decimals: more than any figure carries, and the same on every machine."""
    return round(value, _DECIMALS) + 0.0 if isinstance(value, float) else value


def _article(article: Article) -> dict[str, Any]:
    document = article.document
    text = given_text(document)
    return {
        "title": article.title,
        "headline": _headline(article),
        "language": article.language,
        "media_type": document.media_type,
        "metadata": dict(sorted(document.metadata.items())),
        "words": sum(article.tokens.words),
        "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "text": text,
        "blocks": [
            {"kind": block.kind, **_span(document, (block.start, block.end)), "quoted": block.quoted}
            for block in article.blocks
        ],
    }


def _headline(article: Article) -> dict[str, Any] | None:
    """The span of the headline and where it stands: ``text``, or the place that the text as given does not have."""
    block = next((block for block in article.blocks if block.kind == "headline"), None)
    if block is None:
        return None
    document = article.document
    place = document.title_place if document.headline_on_top else "text"
    return {**_span(document, (block.start, block.end)), "place": place}


def _sentences(analysis: Analysis) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for sentence, scores in zip(analysis.article.sentences, analysis.sentences, strict=True):
        share = {voice: analysis.voices.share(sentence.start, sentence.end, voice) for voice in Voice}
        rows.append(
            {
                **_span(analysis.article.document, sentence[:2]),
                "block": sentence.block,
                "voice": {
                    "own": rounded(share[Voice.OWN] + share[Voice.SCARE]),
                    "quoted": rounded(share[Voice.QUOTED]),
                    "reported": rounded(share[Voice.REPORTED]),
                },
                "bias": rounded(scores.bias),
                "slant": rounded(scores.slant),
                "loaded": rounded(scores.loaded),
                "subjectivity": rounded(scores.subjectivity),
                "frames": {name: round(value, _DECIMALS) + 0.0 for name, value in scores.frames.items()},
            }
        )
    return rows


def _attribution(attribution: Attribution, document: Document) -> dict[str, Any]:
    cue, source = attribution.cue, attribution.source
    span = partial(_span, document)
    return {
        "act": attribution.act,
        "kind": attribution.kind,
        "content": [span(content) for content in attribution.content],
        "cue": {**span(cue.span), "stance": cue.stance} if cue else None,
        "source": (
            {
                **span(source.span),
                "text": given_slice(document, source.span),
                "name": source.name,
                "type": source.type,
                "party": source.party,
                "identity": source.identity,
                "evidence": [span(evidence) for evidence in source.evidence],
                "entity": source.entity,
            }
            if source
            else None
        ),
        "anonymity_explained": attribution.anonymity_explained,
        "relayed": attribution.relayed,
        "words": attribution.words,
        "sure": attribution.sure,
        "confidence": attribution.confidence,
    }


def _entity(entity: Entity, document: Document) -> dict[str, Any]:
    known = entity.known
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "type": entity.type,
        "confidence": entity.confidence,
        "party": entity.party,
        "identity": entity.identity,
        "roles": [_span(document, span) for span in entity.roles],
        "mentions": [_span(document, span) for span in entity.mentions],
        "evidence": [_span(document, span) for span in entity.evidence],
        "known": {"office": known.office, "source": known.source, "as_of": known.as_of} if known else None,
        "called": entity.called or None,
    }


def _source(source: "SourceTally") -> dict[str, Any]:
    return {
        "name": source.name,
        "type": source.type,
        "party": source.party,
        "identity": source.identity,
        "words": source.words,
        "attributions": source.attributions,
        "first": rounded(source.first),
        "places": list(source.places),
        "confidence": rounded(source.confidence),
    }


def _loaded_term(term: LoadedTerm, document: Document) -> dict[str, Any]:
    return {
        **_span(document, term.span),
        "text": given_slice(document, term.span),
        "entry": term.entry,
        "category": term.category,
        "origin": term.origin,
        "probability": rounded(term.probability),
        "severity": term.severity,
        "voice": term.voice,
        "scare_quotes": term.scare,
        "block": term.block,
        "sentence": term.sentence,
        "alternatives": list(term.alternatives),
        "reason": term.reason,
        "references": list(term.references),
    }


def _subjective_word(word: SubjectiveWord, document: Document) -> dict[str, Any]:
    return {
        **_span(document, word.span),
        "text": given_slice(document, word.span),
        "entry": word.entry,
        "category": word.category,
        "severity": word.severity,
        "judges": word.judges,
        "voice": word.voice,
        "sentence": word.sentence,
    }


def _frames(frames: Mapping[str, FrameScore], given: _Given) -> dict[str, Any]:
    return {
        name: {
            "score": rounded(frame.score),
            "present": frame.present,
            "evidence": _evidence(frame.evidence, given),
        }
        for name, frame in frames.items()
    }


def _evidence(words: Sequence[Evidence], given: _Given) -> list[dict[str, Any]]:
    # There are a thousand in an article.
    spans = [given((start, end)) for start, end, _ in words]
    return [
        {"start": start, "end": end, "weight": round(word.weight, _DECIMALS) + 0.0}
        for (start, end), word in zip(spans, words, strict=True)
    ]


def _span(document: Document, span: tuple[int, int]) -> dict[str, int]:
    start, end = given_span(document, span)
    return {"start": start, "end": end}
