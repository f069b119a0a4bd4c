"""Who is credited: words, frequency, first place and prominent places of each source."""

from collections.abc import Sequence
from dataclasses import replace

from framing.article import Article, Block
from framing.attribution import Attribution
from framing.entities.mentions import is_pronoun
from framing.finding import Analysis
from framing.report import SourceTally
from framing.spans import Span, overlaps

__all__ = ["tally_sources"]


def tally_sources(analysis: Analysis) -> tuple[SourceTally, ...]:
    """Return the article's sources, one for each entity, most attributed words first, then in reading order.

    Pronouns that stand for nobody on the page are no sources: nothing can be said of "they".

    A source's first place is the share of the body's characters before its first content or mention.
    """
    places = _places(analysis.article)
    body = [block for block in analysis.article.blocks if block.kind == "body"]
    start, end = (body[0].start, body[-1].end) if body else (0, 1)
    by_entity: dict[int | str, list[Attribution]] = {}
    for attribution in analysis.speech:
        if attribution.source is not None and not is_pronoun(attribution.source.name):
            source = attribution.source
            by_entity.setdefault(source.entity if source.entity >= 0 else source.name, []).append(attribution)
    dates = {entity.id: entity.known.as_of for entity in analysis.entities if entity.known}
    tallies = [
        replace(_tally(credited, places, start, end), as_of=dates.get(key) if isinstance(key, int) else None)
        for key, credited in by_entity.items()
    ]
    return tuple(sorted(tallies, key=lambda tally: (-tally.words, tally.first, tally.name)))


def _tally(credited: Sequence[Attribution], places: Sequence[tuple[str, Block]], start: int, end: int) -> SourceTally:
    sources = [attribution.source for attribution in credited if attribution.source is not None]
    types = [source.type for source in sources]
    identities = [source.identity for source in sources]
    spans: list[Span] = [span for attribution in credited for span in attribution.content]
    first = min(span.start for span in (*spans, *(source.span for source in sources)))
    return SourceTally(
        name=sources[0].name,
        type=max(dict.fromkeys(types), key=types.count),
        party=next((source.party for source in sources if source.party), None),
        identity=max(dict.fromkeys(identities), key=identities.count),
        words=sum(attribution.words for attribution in credited),
        attributions=len(credited),
        first=min(max((first - start) / max(end - start, 1), 0.0), 1.0),
        places=tuple(
            dict.fromkeys(
                place for place, block in places if any(overlaps(span, (block.start, block.end)) for span in spans)
            )
        ),
    )


def _places(article: Article) -> list[tuple[str, Block]]:
    """Return the prominent blocks with what they are called."""
    places = [(block.kind, block) for block in article.blocks if block.kind in {"headline", "caption"}]
    body = [block for block in article.blocks if block.kind == "body"]
    blocks_by_place: list[tuple[str, Block]] = list(places)
    if body:
        blocks_by_place += [("first_paragraph", body[0]), ("last_paragraph", body[-1])]
    return blocks_by_place
