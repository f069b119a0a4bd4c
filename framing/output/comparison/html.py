"""HTML: a comparison as a page of one file, the articles in parallel columns with what they share."""

from collections.abc import Sequence
from pathlib import Path

from framing.comparison import Comparison, FrameDistance
from framing.output.comparison.openings import opening_sentence
from framing.output.comparison.rows import (
    COUNTERPART_NOTE,
    STANDINGS_NOTE,
    contradiction_sentences,
    cut_sentences,
    event_sentence,
    frame_sentences,
    introduction_sentences,
    named_alone_sentences,
)
from framing.output.letters import letter
from framing.output.page.assembly import assemble
from framing.output.page.columns import columns, tellings
from framing.output.page.layers import COMPARED_LAYERS
from framing.output.page.provenance import tool_facts
from framing.output.page.side_by_side import (
    difference_rows,
    distances_in_short,
    fact_maps,
    frame_multiples,
    measure_multiples,
    source_rows,
    speaking,
)
from framing.output.page.speakers import GROUPS, NOBODY
from framing.output.summary import CANNOT_TELL

__all__ = ["render"]

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


def render(comparison: Comparison, lexicons: Sequence[Path] = ()) -> str:
    """Return the page of a comparison; the same comparison gives the same page.

    Args:
        comparison: Two to eight articles.
        lexicons: The user's lexicon files, for the foot.
    """
    told = tellings(comparison)
    sides = columns(comparison, told)
    count = len(sides)
    lanes = speaking(comparison)
    nobody = any(turn.group == len(GROUPS) for lane in lanes for turn in lane.turns)
    everywhere = sum(len(telling.articles) == count for telling in told)
    context: dict[str, object] = {
        "title": f"{_COUNTS[count].capitalize()} {'accounts of one event' if comparison.one_event else 'articles'}",
        "language": sides[0].language,
        "columns": sides,
        "letters": [letter(number) for number in range(count)],
        "told": told,
        "everywhere": everywhere,
        "some": len(told) - everywhere,
        "one_event": comparison.one_event,
        "event": event_sentence(comparison),
        "opening": opening_sentence(comparison),
        "contradictions": contradiction_sentences(comparison),
        "introductions": introduction_sentences(comparison),
        "named_alone": named_alone_sentences(comparison),
        "cuts": cut_sentences(comparison),
        "counterpart_note": COUNTERPART_NOTE,
        "standings_note": STANDINGS_NOTE,
        "maps": fact_maps(comparison, told),
        "frames": frame_multiples(comparison),
        "distances": frame_sentences(comparison),
        "distance_rows": _distance_rows(comparison),
        "distances_in_short": distances_in_short(comparison.frames),
        "lanes": lanes,
        "sources": source_rows(comparison),
        "wordings": comparison.wordings,
        "loaded": measure_multiples(comparison, "loaded_terms_own"),
        "differences": difference_rows(comparison),
        "layers": _layers(comparison),
        "notices": [
            (side.letter, notice)
            for side, report in zip(sides, comparison.reports, strict=True)
            for notice in report.notices
        ],
        "texts": tuple(report.analysis.article.text for report in comparison.reports),
        "tool_facts": tool_facts(comparison.reports, lexicons),
        "cannot_tell": CANNOT_TELL,
        "groups": (*GROUPS, NOBODY) if nobody else tuple(GROUPS),
    }
    return assemble("comparison.html.j2", ("page.css", "article.css", "comparison.css"), ("page.js",), context)


def _layers(comparison: Comparison) -> tuple[tuple[object, int | None], ...]:
    counts = {
        "told": len(comparison.told),
        "only": len(comparison.only),
        "wording": len(comparison.wordings),
        "loaded": sum(len(report.analysis.loaded_terms) for report in comparison.reports),
        "voice": None,
    }
    return tuple((layer, counts[layer.name]) for layer in COMPARED_LAYERS if counts[layer.name] != 0)


def _distance_rows(comparison: Comparison) -> list[list[FrameDistance]]:
    """Return each article's distances from those before it, from the second article on."""
    by_pair = {row.articles: row for row in comparison.frames}
    return [[by_pair[first, second] for first in range(second)] for second in range(1, len(comparison.reports))]
