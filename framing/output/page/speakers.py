"""Who speaks when: the article's words in reading order, by speaker."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from framing.article import FURNITURE, Article
from framing.finding import Analysis
from framing.output.figures import figure
from framing.output.page.charts import NamedRange, Range, Scale, percent
from framing.output.phrases import as_source
from framing.report import Measure, SourceTally

__all__ = [
    "GROUPS",
    "NOBODY",
    "Speaker",
    "Turn",
    "distinct",
    "group_of",
    "speakers",
    "turns",
    "voice_shares",
    "word_starts",
]

GROUPS: dict[str, tuple[str, ...]] = {
    "officials": ("government", "law_enforcement", "military", "judiciary", "politician"),
    "organisations": ("international_organisation", "ngo", "business"),
    "experts and documents": ("expert", "document", "media"),
    "people": ("affected_person", "citizen"),
    "other": ("other",),
}
"""Source types in the groups that charts tell apart; the first is the ``officials`` of the measures."""

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Turn(Range):
    """One attribution in reading order.

    Attributes:
        code: The finding.
        name: Who is credited.
        group: Place of the speaker's group in ``GROUPS``, 0 to 4; 5 where nobody is credited.
        words: Words of the attribution.
    """

    code: str
    name: str
    group: int
    words: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's row: who it is, how many words, and where in the article.

    Attributes:
        tally: The figures; ``None`` for words credited to nobody.
        name: The name.
        kind: Source type and party as people read them.
        group: As in ``Turn``.
        words: Attributed words.
        turns: Where the speaker is credited.
    """

    tally: SourceTally | None
    name: str
    kind: str
    group: int
    words: int
    turns: tuple[Turn, ...]


def word_starts(article: Article) -> list[int]:
    """Return where the article's words start, page furniture left out."""
    kinds = iter(article.blocks)
    block = next(kinds, None)
    starts: list[int] = []
    for start, word in zip(article.tokens.starts, article.tokens.words, strict=True):
        while block is not None and start >= block.end:
            block = next(kinds, None)
        if word and block is not None and block.kind not in FURNITURE:
            starts.append(start)
    return starts


def group_of(source_type: str) -> int:
    """Return the place of a source type's group."""
    return next(number for number, types in enumerate(GROUPS.values()) if source_type in types)


def turns(analysis: Analysis) -> tuple[Turn, ...]:
    """Return the content of everything said in reading order; a content in several places has several turns."""
    scale = Scale(word_starts(analysis.article))
    turns_by_place: list[tuple[int, Turn]] = []
    for number, attribution in enumerate(analysis.told, 1):
        source = attribution.source
        name = source.name if source else NOBODY
        group = group_of(source.type) if source else len(GROUPS)
        for span in attribution.content:
            place = scale.range(*span)
            if place.width:
                turns_by_place.append(
                    (span.start, Turn(place.start, place.width, f"A{number}", name, group, attribution.words))
                )
    return tuple(turn for _, turn in sorted(turns_by_place, key=lambda pair: pair[0]))


def distinct(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """Return the turns that a chart can tell apart: of a group's that start within a thousandth of it, the first."""
    kept: dict[tuple[float, int], Turn] = {}
    for turn in turns:
        kept.setdefault((round(turn.start, 1), turn.group), turn)
    return tuple(kept.values())


def speakers(analysis: Analysis, sources: tuple[SourceTally, ...]) -> tuple[Speaker, ...]:
    """Return a row for each source, in the order given, and last one for what is credited to nobody."""
    by_name: dict[str, list[Turn]] = defaultdict(list)
    for turn in turns(analysis):
        by_name[turn.name].append(turn)
    rows = [
        Speaker(
            tally=source,
            name=source.name,
            kind=as_source(source),
            group=group_of(source.type),
            words=source.words,
            turns=tuple(by_name.get(source.name, ())),
        )
        for source in sources
    ]
    unsourced = [attribution for attribution in analysis.told if attribution.source is None]
    if unsourced:
        words = sum(attribution.words for attribution in unsourced)
        rows.append(Speaker(None, NOBODY, "no source given", len(GROUPS), words, tuple(by_name.get(NOBODY, ()))))
    return tuple(rows)


def voice_shares(measures: Mapping[str, Measure]) -> tuple[NamedRange, ...]:
    """Return the voices of the body as parts of one bar; empty where there is no body."""
    labels = {"own": "the outlet’s own voice", "quoted": "quoted", "reported": "reported speech"}
    start = 0.0
    shares: list[NamedRange] = []
    for name, label in labels.items():
        measure = measures[f"words_{name}"]
        width = percent(measure.value or 0.0)
        shares.append(NamedRange(round(start, 2), width, name, f"{figure(measure)} {label}"))
        start += width
    return tuple(shares)
