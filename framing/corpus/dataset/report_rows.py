"""A report as rows of the datasets that ``schema`` lists."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from framing.article import Article, Voice
from framing.attribution import Attribution
from framing.expressions import expression
from framing.finding import Analysis
from framing.given import given_span
from framing.measuring.counts import sentence_of
from framing.report import Measure, Report
from framing.scoring.sentences import strongest

__all__ = ["Row", "article_row", "detail_rows", "figures"]

Row = dict[str, object]
_MONTH = expression(r"(\d{4})-(\d{2})(?:-|$)")
_GAP = " … "


def article_row(report: Report) -> Row:
    """Return the row of the dataset ``articles``."""
    article = report.analysis.article
    metadata = article.document.metadata
    return {
        **_keys(report),
        "id": metadata.get("id"),
        "content": _content(article),
        "title": article.title,
        "topic": metadata.get("topic"),
        "url": metadata.get("url"),
        "kind": metadata.get("kind"),
        **figures(report),
    }


def figures(report: Report) -> Row:
    """Return what is said of an article in figures: language, words, warnings, genre, frames and every measure."""
    analysis = report.analysis
    genre = analysis.genre
    row: Row = {
        "language": analysis.article.language,
        "words": sum(analysis.article.tokens.words),
        "warnings": " ".join(notice.code for notice in report.notices),
        "genre": genre.label if genre else None,
        "genre_probability": genre.probability if genre else None,
        "frames": " ".join(name for name, frame in analysis.policy_frames.items() if frame.present),
    }
    row |= {f"frame.{name}": frame.score for name, frame in analysis.policy_frames.items()}
    row |= {f"generic.{name}": frame.score for name, frame in analysis.generic_frames.items()}
    for name, measure in report.measures.items():
        _add_measure(row, name, measure)
    return row


def _add_measure(row: Row, name: str, measure: Measure) -> None:
    row[name] = measure.value
    row[f"{name}.low"] = measure.low
    row[f"{name}.high"] = measure.high
    row[f"{name}.percentile"] = measure.percentile
    row[f"{name}.of"] = measure.of


def detail_rows(report: Report) -> Mapping[str, Iterable[Row]]:
    """Return the rows of the datasets ``sentences``, ``attributions`` and ``loaded_terms``."""
    keys = _keys(report)
    analysis = report.analysis
    return {
        "sentences": ({**keys, **row} for row in _sentences(analysis)),
        "attributions": ({**keys, **row} for row in _attributions(analysis)),
        "loaded_terms": ({**keys, **row} for row in _loaded_terms(analysis)),
    }


def _keys(report: Report) -> Row:
    metadata = report.analysis.article.document.metadata
    date = metadata.get("date")
    month = _MONTH.match(date or "")
    return {
        "article": report.name,
        "outlet": metadata.get("outlet") or metadata.get("site"),
        "date": date,
        "month": month.group()[:7] if month and 1 <= int(month.group(2)) <= 12 else None,
    }


def _content(article: Article) -> str:
    """Return 128 bits of a hash over headline and text: equal for the same article under another name."""
    text = article.text
    if article.document.headline_on_top:
        text = text[article.blocks[0].end :].lstrip("\n")
    return hashlib.sha256(f"{article.title or ''}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _sentences(analysis: Analysis) -> Iterator[Row]:
    article, voices = analysis.article, analysis.voices
    scored = analysis.sentences
    frames = np.array([list(scores.frames.values()) for scores in scored if scores.frames])
    labels = iter(strongest(frames)) if len(frames) else iter(())
    for number, (sentence, scores) in enumerate(zip(article.sentences, scored, strict=True)):
        start, end = sentence.start, sentence.end
        yield {
            "sentence": number,
            **_place(article, (start, end)),
            "text": article.text[start:end],
            "block": article.blocks[sentence.block].kind,
            "own": analysis.own_share((start, end)),
            "quoted": voices.share(start, end, Voice.QUOTED),
            "reported": voices.share(start, end, Voice.REPORTED),
            "bias": scores.bias,
            "slant": scores.slant,
            "loaded": scores.loaded,
            "subjectivity": scores.subjectivity,
            "frame": next(labels) if scores.frames else None,
            **{f"frame.{name}": value for name, value in scores.frames.items()},
        }


def _attributions(analysis: Analysis) -> Iterator[Row]:
    ends = [sentence.end for sentence in analysis.article.sentences]
    for number, attribution in enumerate(analysis.attributions):
        yield {
            "attribution": number,
            "sentence": sentence_of(ends, attribution.content[0].start),
            **_attribution(attribution, analysis),
        }


def _attribution(attribution: Attribution, analysis: Analysis) -> Row:
    cue, source, text = attribution.cue, attribution.source, analysis.article.text
    roles = analysis.entities[source.entity].roles if source and source.entity >= 0 else ()
    return {
        **_place(analysis.article, (attribution.content[0].start, attribution.content[-1].end)),
        "text": _GAP.join(text[span.start : span.end] for span in attribution.content),
        "act": attribution.act,
        "kind": attribution.kind,
        "cue": text[cue.span.start : cue.span.end] if cue else None,
        "stance": cue.stance if cue else None,
        "source": source.name if source else None,
        "mention": text[source.span.start : source.span.end] if source else None,
        "role": " ".join(text[roles[0].start : roles[0].end].split()) if roles else None,
        "type": source.type if source else None,
        "party": source.party if source else None,
        "identity": source.identity if source else None,
        "anonymity_explained": attribution.anonymity_explained,
        "relayed": attribution.relayed,
        "words": attribution.words,
    }


def _loaded_terms(analysis: Analysis) -> Iterator[Row]:
    for term in analysis.loaded_terms:
        yield {
            "sentence": term.sentence,
            **_place(analysis.article, term.span),
            "text": analysis.article.slice(term.span),
            "entry": term.entry,
            "category": term.category,
            "origin": term.origin,
            "probability": term.probability,
            "severity": term.severity,
            "voice": term.voice,
            "block": term.block,
            "scare": term.scare,
        }


def _place(article: Article, span: tuple[int, int]) -> Row:
    """Where a span stands in the text as it was given; the row's words are those that were read."""
    start, end = given_span(article.document, span)
    return {"start": start, "end": end}
