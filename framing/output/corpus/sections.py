"""The parts of an archive's page that are not plain charts: matched differences, sources, frames and examples."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.corpus.summary.estimates import Estimate, Group
from framing.corpus.summary.figures import FRAMES_USED, Figure, choose_figures
from framing.corpus.summary.matched import Matched
from framing.corpus.summary.mentions import Example, Term
from framing.output.corpus.charts import Dot, DotChart, spread
from framing.output.corpus.differences import signed
from framing.output.corpus.words import figure_label, figure_words, group_name, number_words, plural, unit_words
from framing.output.page.charts import NamedRange, percent
from framing.output.page.speakers import GROUPS
from framing.output.summary import readable

__all__ = ["SourceRow", "example_pieces", "frame_matrix", "matched_chart", "source_rows", "term_name"]

_LONGEST_EXAMPLE = 260
"""Characters of an example, its term in the middle."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Who speaks in an outlet."""

    name: str
    articles: int
    segments: tuple[NamedRange, ...]
    officials: str
    anonymous: str


def matched_chart(figure: Figure, matched: Mapping[str, Mapping[str, Matched]]) -> DotChart | None:
    """Return outlets' differences from all others on the same events; ``None`` where it cannot be told for any."""
    differences = [(outlet, rows[figure.name]) for outlet, rows in matched.items()]
    told = [(outlet, difference) for outlet, difference in differences if difference.difference is not None]
    edges = spread(
        [Estimate(difference.difference, difference.low, difference.high, difference.events) for _, difference in told],
        with_zero=True,
    )
    if not told or edges is None:
        return None
    width = edges[1] - edges[0] or 1.0
    rows = tuple(
        _matched_dot(outlet, difference, figure, edges[0], width)
        for outlet, difference in sorted(told, key=lambda pair: (-(pair[1].difference or 0.0), pair[0]))
    )
    return DotChart(
        name=f"matched-{figure.name}",
        label=figure_label(figure),
        unit="points" if figure.unit == "share" else unit_words(figure.unit),
        low=signed(edges[0], figure.unit),
        high=signed(edges[1], figure.unit),
        rows=rows,
        without=len(differences) - len(told),
        zero=percent(-edges[0] / width),
    )


def _matched_dot(outlet: str, matched: Matched, figure: Figure, left: float, width: float) -> Dot:
    difference = matched.difference or 0.0
    ends = None if matched.low is None or matched.high is None else (matched.low, matched.high)
    return Dot(
        name=outlet,
        value=signed(difference, figure.unit),
        interval=f"[{signed(ends[0], figure.unit)} to {signed(ends[1], figure.unit)}]" if ends else "no interval",
        articles=matched.events,
        few=False,
        at=percent((difference - left) / width),
        ends=(percent((ends[0] - left) / width), percent((ends[1] - left) / width)) if ends else None,
        beyond=not left <= difference <= left + width,
    )


def source_rows(groups: Sequence[Group]) -> tuple[SourceRow, ...]:
    """Return outlets with the groups of source types that their attributed words are credited to."""
    rows: list[SourceRow] = []
    for group in groups:
        place = 0.0
        segments: list[NamedRange] = []
        for name, types in GROUPS.items():
            share = sum(group.estimates[f"source_type_{kind}"].value or 0.0 for kind in types)
            segments.append(NamedRange(percent(place), percent(share), name, number_words(share, "share")))
            place += share
        rows.append(
            SourceRow(
                name=group_name(group),
                articles=group.articles,
                segments=tuple(segments) if place else (),
                officials=_with_interval(group.estimates["officials"]),
                anonymous=_with_interval(group.estimates["anonymous_attributions"]),
            )
        )
    return tuple(rows)


def frame_matrix(groups: Sequence[Group]) -> tuple[tuple[str, tuple[tuple[float, str], ...]], ...]:
    """Return frames, each with the share of every group's articles that use it: as percent of a bar, and in words."""
    return tuple(
        (
            readable(figure.frame or ""),
            tuple(
                (
                    percent(group.estimates[figure.name].value or 0.0),
                    figure_words(group.estimates[figure.name].value, "share"),
                )
                for group in groups
            ),
        )
        for figure in choose_figures(FRAMES_USED)
    )


def example_pieces(example: Example) -> tuple[str, str, str]:
    """Return a sentence before, at and after its term, shortened around it where it is long."""
    before, term, after = (
        example.text[: example.start],
        example.text[example.start : example.end],
        example.text[example.end :],
    )
    room = max(_LONGEST_EXAMPLE - len(term), 0) // 2
    left = max(room, 2 * room - len(after))
    right = max(room, 2 * room - len(before))
    return (
        before if len(before) <= left else "… " + before[-left:].partition(" ")[2],
        term,
        after if len(after) <= right else after[:right].rpartition(" ")[0] + " …",
    )


def term_name(term: Term) -> str:
    """Return a lexicon entry's name without its list: ``emotive_words/backlash`` as "backlash"."""
    return readable(term.entry.rpartition("/")[2])


def _with_interval(estimate: Estimate) -> str:
    if estimate.value is None:
        return "not defined"
    text = figure_words(estimate.value, "share")
    if estimate.low is None or estimate.high is None:
        return f"{text} ({plural(estimate.articles, 'article')}, no interval)"
    return f"{text} [{number_words(estimate.low, 'share')} to {number_words(estimate.high, 'share')}]"
