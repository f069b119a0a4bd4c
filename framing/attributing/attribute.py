"""Attributions of an article: stretches tagged, linked, and each source named, typed and identified."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from framing.article import Article, Voice
from framing.attributing.acts import FOLLOWING, act_of
from framing.attributing.anonymity import is_explained, is_relayed
from framing.attributing.continuation import with_speakers
from framing.attributing.plausible import is_empty_subject, stands
from framing.attributing.stances import stance_of
from framing.attribution import Act, Attribution, Cue, Kind, Source
from framing.entities import build_table
from framing.entity import Entity
from framing.modelling.labels import Stretch, Stretches
from framing.modelling.linking import Links, link
from framing.modelling.tagging import AttributionModel, attribution_model, linking_text, tag
from framing.source_typing import describe, find_words
from framing.spans import Span

__all__ = ["Attributed", "attribute", "attributed", "models"]

_DIRECT = 0.9
_MIXED = 0.08
"""Shares of quoted letters from which content is direct or mixed: the rule of the training data's ``kind``."""
_QUOTING = frozenset({int(Voice.QUOTED), int(Voice.SCARE)})


class Attributed(NamedTuple):
    """Who says what, and who is who.

    Attributes:
        attributions: In text order.
        entities: In the order of their first mentions; ``Source.entity`` is a place in it.
    """

    attributions: tuple[Attribution, ...]
    entities: tuple[Entity, ...]


def attribute(article: Article, model: AttributionModel | None = None) -> tuple[Attribution, ...]:
    """Return the attributions alone; see ``attributed``."""
    return attributed(article, model).attributions


def attributed(article: Article, model: AttributionModel | None = None) -> Attributed:
    """Return the attributions and the entities of an English article.

    Args:
        article: The segmented text.
        model: Another model than the shipped one: cross-validation's.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    if not len(article.tokens):
        return Attributed((), ())
    model = model or attribution_model()
    features, found = tag(article, model)
    links = link(linking_text(article, features, found), model.cue_weights, model.source_weights)
    bare = tuple(sorted(_attributions(article, found, links), key=lambda a: a.content[0].start))
    spoken = with_speakers(article, bare)
    standing = tuple(a for a in spoken if stands(a, article.slice(a.cue.span) if a.cue else ""))
    return _described(article, standing)


def models() -> dict[str, str]:
    """Return the model's version by its name."""
    return {"attribution": attribution_model().version}


def _attributions(article: Article, found: Stretches, links: Links) -> Iterator[Attribution]:
    """Yield one attribution for each cue with its contents, and one for each content without a cue."""
    by_cue: dict[Stretch, list[Stretch]] = {}
    alone: list[Stretch] = []
    for content in found.contents:
        cue = links.cue_of.get(content)
        if cue is None:
            alone.append(content)
        else:
            by_cue.setdefault(cue, []).append(content)
    for cue, contents in by_cue.items():
        span = _span(article, cue)
        yield _bare(article, contents, Cue(span, stance_of(article.slice(span))), links.source_of.get(cue))
    for content in alone:
        yield _bare(article, [content], None, None)


def _bare(article: Article, contents: list[Stretch], cue: Cue | None, source: Stretch | None) -> Attribution:
    spans = tuple(_span(article, content) for content in sorted(contents))
    words = sum(article.tokens.words[number] for content in contents for number in range(*content))
    mention = _span(article, source) if source is not None else None
    if mention and cue and is_empty_subject(article.slice(mention), article.slice(cue.span)):
        mention = None
    kind = _kind(article, spans)
    return Attribution(
        kind=kind,
        content=spans,
        cue=cue,
        source=Source(mention, article.slice(mention), "other", None, "unnamed_person") if mention else None,
        anonymity_explained=None,
        relayed=False,
        words=words,
        act=_act(article, cue, spans, kind, words),
    )


def _act(article: Article, cue: Cue | None, spans: tuple[Span, ...], kind: Kind, words: int) -> Act:
    if cue is None:
        return act_of("", "", kind, words)
    after = next((span for span in spans if 0 <= span.start - cue.span.end <= 1), None)
    following = article.text[after.start : min(after.end, after.start + FOLLOWING)] if after else ""
    return act_of(article.slice(cue.span), following, kind, words)


def _span(article: Article, stretch: Stretch) -> Span:
    return Span(article.tokens.starts[stretch.first], article.tokens.ends[stretch.last - 1])


def _kind(article: Article, spans: tuple[Span, ...]) -> Kind:
    letters = quoted = 0
    for start, end in spans:
        for letter, code in zip(article.text[start:end], article.voices.codes[start:end], strict=True):
            if letter.isalpha():
                letters += 1
                quoted += code in _QUOTING
    share = quoted / letters if letters else 0.0
    return "direct" if share >= _DIRECT else "mixed" if share >= _MIXED else "indirect"


def _described(article: Article, bare: tuple[Attribution, ...]) -> Attributed:
    """Give each source its entity's name, type, party and identity, and say what is known of anonymity and relaying."""
    words = find_words(article)
    table = build_table(article, bare, [Span(hit.start, hit.end) for hit in words.roles])
    described = describe(article, table, words)
    result: list[Attribution] = []
    for attribution in bare:
        if attribution.source is None:
            result.append(attribution)
            continue
        span = attribution.source.span
        entity = described.entities[described.of_row[table.row_of[span]]]
        source = Source(
            span, entity.name, entity.type, entity.party, entity.identity, entity.evidence, entity=entity.id
        )
        explained = is_explained(article, attribution, source) if source.identity == "anonymous" else None
        relayed = is_relayed(article, attribution, source)
        result.append(replace(attribution, source=source, anonymity_explained=explained, relayed=relayed))
    return Attributed(tuple(result), described.entities)
