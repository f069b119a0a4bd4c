"""Who speaks in which article, and how the same source is quoted."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from typing import Literal

from framing.article import Voice
from framing.comparison import ComparedSource, Quotes, SourcePlace
from framing.expressions import expression
from framing.finding import Analysis
from framing.report import Report, SourceTally

__all__ = ["compare_sources", "same_name"]

_SAME, _CUT = 0.92, 0.75
"""Share of the shorter quotation's words in the longer one, in order, from which both are the same (one word in
twelve may differ), or one is a part of the other; set by hand."""
_FEWEST_WORDS = 4
"""Quoted words below which two quotations are not compared: everybody says "absolutely not"."""
_WORD = expression(r"\w+(?:[’']\w+)*")
_SMALL = frozenset("a an and for in of on the to".split())


def compare_sources(reports: Sequence[Report]) -> tuple[ComparedSource, ...]:
    """Return the sources of all articles: sure ones first, of these those of most articles, then of most words.

    The same source is one with the same name, the same surname and no other first name, or the initials of the name.
    """
    groups: list[list[tuple[int, SourceTally]]] = []
    holding: dict[str, list[int]] = {}
    for article, report in enumerate(reports):
        for tally in report.sources:
            keys = _keys(_words(tally.name))
            near = sorted({number for key in keys for number in holding.get(key, ())})
            named = (tally.name, tally.identity)
            same = (
                n for n in near if all(a != article and same_name(named, (t.name, t.identity)) for a, t in groups[n])
            )
            place = next(same, len(groups))
            if place == len(groups):
                groups.append([])
            groups[place].append((article, tally))
            for key in keys:
                holding.setdefault(key, []).append(place)
    rows = [(any(tally.sure for _, tally in group), _row(group, reports)) for group in groups]
    rows.sort(key=lambda row: (not row[0], -len(row[1].places), -sum(p.words for p in row[1].places), row[1].name))
    return tuple(row for _, row in rows)


def same_name(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Return whether two texts' names, each with its identity, are of one source.

    Examples:
        >>> same_name(("Ada Holm", "named_person"), ("Holm", "named_person"))
        True
        >>> same_name(("Ada Holm", "named_person"), ("Elin Holm", "named_person"))
        False
    """
    first, second = _words(one[0]), _words(other[0])
    if not first or not second:
        return False
    if first == second:
        return True
    named = "named_person"
    if one[1] == named and other[1] == named:
        short, long = sorted((first, second), key=len)
        return short[-1] == long[-1] and (len(short) == 1 or short[0] == long[0])
    if "named_organisation" in {one[1], other[1]}:
        return any(
            len(a) == 1 and len(b) > 2 and a[0] == "".join(w[0] for w in b)
            for a, b in ((first, second), (second, first))
        )
    return False


def _keys(words: Sequence[str]) -> set[str]:
    """Return the keys of a name, its last word and its initials; two names of one source have a key in common."""
    return {*words[-1:], *(["".join(word[0] for word in words)] if len(words) > 2 else [])}


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(name.lower()) if word not in _SMALL)


def _row(group: Sequence[tuple[int, SourceTally]], reports: Sequence[Report]) -> ComparedSource:
    fullest = max((tally for _, tally in group), key=lambda tally: (len(tally.name.split()), -len(tally.name)))
    known = [tally for _, tally in group if tally.type != "other"]
    # An article that tells it surely goes first.
    kind = next((tally for tally in known if tally.told), known[0] if known else fullest)
    places = tuple(
        SourcePlace(article, tally.name, tally.words, tally.attributions, round(tally.first, 6))
        for article, tally in group
    )
    quotes = tuple(
        pair
        for (first, one), (second, other) in combinations(group, 2)
        for pair in _quoted_pairs(
            reports[first].analysis, reports[second].analysis, (first, second), (one.name, other.name)
        )
    )
    return ComparedSource(
        name=fullest.name,
        type=kind.type,
        party=next((tally.party for _, tally in group if tally.party), None),
        places=places,
        quotes=quotes,
        told=kind.told,
        called=kind.called,
    )


def _quoted_pairs(
    one: Analysis, other: Analysis, articles: tuple[int, int], names: tuple[str, str]
) -> Iterator[Quotes]:
    """Yield each quotation of the first article with the nearest one of the second."""
    theirs = list(_quotations(other, names[1]))
    for span in _quotations(one, names[0]):
        words = _WORD.findall(one.article.text[slice(*span)].lower())
        best: tuple[float, tuple[int, int]] | None = None
        for place in theirs:
            shared = _shared(words, _WORD.findall(other.article.text[slice(*place)].lower()))
            if best is None or shared > best[0]:
                best = (shared, place)
        if best is not None:
            kind = _kind(span, best, one, other)
            texts = (one.article.text[slice(*span)], other.article.text[slice(*best[1])])
            removed = _removed(*sorted(texts, key=len)) if kind == "cut" else ""
            yield Quotes(span, best[1], articles, round(best[0], 6), kind, removed)


def _kind(
    span: tuple[int, int], best: tuple[float, tuple[int, int]], one: Analysis, other: Analysis
) -> Literal["same", "cut", "different"]:
    lengths = [len(_WORD.findall(a.article.text[slice(*p)])) for a, p in ((one, span), (other, best[1]))]
    if best[0] >= _SAME and min(lengths) >= _SAME * max(lengths):
        return "same"
    return "cut" if best[0] >= _CUT else "different"


def _removed(short: str, long: str) -> str:
    """Return the words of the longer quotation that the shorter one has not."""
    places = [match.span() for match in _WORD.finditer(long)]
    words = [long[start:end].lower() for start, end in places]
    blocks = SequenceMatcher(None, _WORD.findall(short.lower()), words, autojunk=False).get_matching_blocks()
    runs = []
    last = 0
    for block in blocks:
        if block.b > last:
            runs.append(" ".join(long[places[last][0] : places[block.b - 1][1]].split()))
        last = block.b + block.size
    return " … ".join(runs)


def _shared(first: Sequence[str], second: Sequence[str]) -> float:
    """Return the share of the shorter one's words that the longer one has in the same order."""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / max(min(len(first), len(second)), 1)


def _quotations(analysis: Analysis, name: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a source's contents that stand in quotation marks."""
    codes, text = analysis.voices.codes, analysis.article.text
    for attribution in analysis.speech:
        if attribution.source is None or attribution.source.name != name or attribution.kind == "indirect":
            continue
        for start, end in attribution.content:
            place = start
            while place < end:
                if codes[place] != Voice.QUOTED:
                    place += 1
                    continue
                last = place
                while last < end and codes[last] == Voice.QUOTED:
                    last += 1
                if len(_WORD.findall(text[place:last])) >= _FEWEST_WORDS:
                    yield place, last
                place = last
