"""Who is credited: words, frequency, first place, prominent places of each source, and how sure its row is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from framing.article import Article, Block
from framing.attribution import Attribution
from framing.entities.mentions import is_pronoun
from framing.entity import Entity
from framing.finding import Analysis
from framing.measuring.row_confidence import row_confidence
from framing.report import SourceTally
from framing.spans import Span, overlaps

__all__ = ["Row", "rows_of", "tally_sources"]


class Row(NamedTuple):
    """A row of the panel of speakers before it is known how sure it is.

    Attributes:
        tally: The row.
        credited: What is credited to its source.
        entity: Its row in the table of entities, where the table was made.
    """

    tally: SourceTally
    credited: Sequence[Attribution]
    entity: Entity | None


def rows_of(analysis: Analysis) -> list[Row]:
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
    rows: list[Row] = []
    for key, credited in by_entity.items():
        entity = analysis.entities[key] if isinstance(key, int) and analysis.entities else None
        known = entity.known if entity else None
        tally = replace(
            _tally(credited, places, start, end),
            as_of=known.as_of if known else None,
            told=entity is None or entity.told,
            called=entity.called if entity else "",
        )
        rows.append(Row(tally, credited, entity))
    return sorted(rows, key=lambda row: (-row.tally.words, row.tally.first, row.tally.name))


def tally_sources(analysis: Analysis) -> tuple[SourceTally, ...]:
    """Return the article's sources with how sure they are: sure ones, then the others, each as ``rows_of`` has them.

    Raises:
        ModelError: If the model of what makes a row sure is missing or damaged.
    """
    rows = rows_of(analysis)
    tallies = [
        replace(tally, confidence=row_confidence(analysis.article, tally, credited, entity, len(rows)))
        for tally, credited, entity in rows
    ]
    return tuple(sorted(tallies, key=lambda tally: not tally.sure))


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
