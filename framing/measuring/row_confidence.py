"""How likely a row of the panel of speakers is right: a logistic model over how its source is named and credited.

A row is right where it names one who speaks, once, with the right type, and at least half of its words are theirs
(``docs/source-types.md``). What tells it is how sure the type is, how often and by which cues the source is credited,
and whether by its name, a description or a pronoun. No name, party, country or sex is read. The weights are learned
from what blind readers marked (``framing train speaker_rows``).
"""

import math
from collections.abc import Iterator, Sequence

from framing.article import Article
from framing.attributing.credit import is_quoted
from framing.attributing.spoken import was_spoken
from framing.attribution import Attribution, Source
from framing.entities.mentions import is_pronoun
from framing.entity import Entity
from framing.modelling.named_weights import chance_of, load_named_weights, surer
from framing.report import SourceTally
from framing.spans import Span

__all__ = ["row_confidence", "row_features"]

_MOST_WORDS, _MOST_DISTANCE = 7, 5
"""Powers of two from which words of a row, and characters between source and content, share a weight."""
_MOST_CREDITED, _MOST_NAME_WORDS, _MOST_CUE_WORDS, _MOST_ROLES, _MOST_ROWS = 4, 5, 4, 2, 7
"""Counts from which rows share a weight: few have more."""
_EIGHTHS, _QUARTERS = 8, 4
"""In how many parts the probability of speech and the place in the text are cut."""
_PLAIN_CUES = frozenset(("said", "says", "told", "according to", "added"))
"""The cues of most speech, which mean nothing else."""
_POINTING = ("the ", "that ", "this ", "those ", "these ", "his ", "her ", "their ", "its ")
"""How a description opens that points to somebody the page has spoken of."""


def row_confidence(
    article: Article, tally: SourceTally, credited: Sequence[Attribution], entity: Entity | None, rows: int
) -> float:
    """Return the probability, 0 to 1, that a reader would sign a row of the panel.

    Args:
        article: The article.
        tally: The row.
        credited: Its attributions, at least one, all with a source.
        entity: Its row in the table of entities, where the table was made.
        rows: How many rows the article has.

    Raises:
        ModelError: If the shipped weights are missing or damaged.
    """
    return chance_of(row_features(article, tally, credited, entity, rows), load_named_weights("speaker_rows"))


def row_features(
    article: Article, tally: SourceTally, credited: Sequence[Attribution], entity: Entity | None, rows: int
) -> Iterator[str]:
    """Yield the names of a row's features; the arguments are those of ``row_confidence``."""
    words = tally.name.split()
    yield "1"
    yield f"words {_power(tally.words, _MOST_WORDS)}"
    yield f"credited {min(len(credited), _MOST_CREDITED)}"
    yield f"rows {min(rows, _MOST_ROWS)}"
    yield f"first {int(tally.first * _QUARTERS)}"
    yield f"type {tally.type}"
    yield f"identity {tally.identity}"
    yield f"name words {min(len(words), _MOST_NAME_WORDS)}"
    yield f"identity {tally.identity}, words {min(len(words), _MOST_NAME_WORDS)}"
    if tally.name[:1].islower():
        yield "small letter"
    elif len(words) == 1:
        yield "one capital"
    if "headline" in tally.places:
        yield "headline"
    if entity is not None:
        yield from _of_entity(entity, tally)
    yield from _of_credits(article, tally, credited)


def _of_entity(entity: Entity, tally: SourceTally) -> Iterator[str]:
    yield f"kind {entity.kind}"
    yield f"kind {entity.kind}, identity {tally.identity}"
    yield f"mentions {_power(len(entity.mentions), _MOST_CREDITED)}"
    yield f"roles {min(len(entity.roles), _MOST_ROLES)}"
    yield f"evidence {bool(entity.evidence)}"
    yield from surer("type", entity.confidence)
    if entity.known:
        yield "known from elsewhere"


def _of_credits(article: Article, tally: SourceTally, credited: Sequence[Attribution]) -> Iterator[str]:
    yield from surer("surest attribution", max(one.confidence for one in credited))
    yield from surer("attributions", sum(one.confidence for one in credited) / len(credited))
    sources = [(attribution, attribution.source) for attribution in credited if attribution.source]
    mentions = [article.slice(source.span) for _, source in sources]
    cues = [article.slice(attribution.cue.span) for attribution in credited if attribution.cue]
    spoken = [was_spoken(article, attribution) for attribution in credited]
    yield f"direct {_how_many([attribution.kind == 'direct' for attribution in credited])}"
    yield f"mixed {_how_many([attribution.kind == 'mixed' for attribution in credited])}"
    yield f"without cue {_how_many([attribution.cue is None for attribution in credited])}"
    yield f"plain cue {_how_many([cue.lower() in _PLAIN_CUES for cue in cues])}"
    yield f"pronoun {_how_many([is_pronoun(mention) for mention in mentions])}"
    yield f"pointing {_how_many([mention.lower().startswith(_POINTING) for mention in mentions])}"
    yield f"by name {_how_many([tally.name in mention for mention in mentions])}"
    yield f"cue words {min(max((len(cue.split()) for cue in cues), default=0), _MOST_CUE_WORDS)}"
    yield f"spoken {int(sum(spoken) / len(spoken) * _EIGHTHS)}"
    yield f"least spoken {int(min(spoken) * _EIGHTHS)}"
    yield f"cue in marks {_how_many([is_quoted(article, one.cue.span.start) for one in credited if one.cue])}"
    yield f"apart {_power(sum(_distance(*pair) for pair in sources) // max(len(sources), 1), _MOST_DISTANCE)}"
    if any(attribution.relayed for attribution in credited):
        yield "relayed"


def _distance(attribution: Attribution, source: Source) -> int:
    """Return the characters between a source and the nearest of its content."""
    return min(_between(source.span, span) for span in attribution.content)


def _between(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _how_many(holds: Sequence[bool]) -> str:
    return "all" if holds and all(holds) else "some" if any(holds) else "none"


def _power(count: int, most: int) -> int:
    return min(int(math.log2(count + 1)), most)
