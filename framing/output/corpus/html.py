"""HTML: an archive as a page of one file, every figure with its interval; works offline and without JavaScript."""

from framing.corpus.summary.estimates import Estimate, Group
from framing.corpus.summary.figures import FRAMES_USED, choose_figures
from framing.corpus.summary.matched import FEWEST_EVENTS
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.overview import Overview
from framing.output.corpus.articles import articles_behind
from framing.output.corpus.charts import FEWEST_IN_A_MONTH, Series, dot_chart, series, spread
from framing.output.corpus.sections import example_pieces, frame_matrix, matched_chart, source_rows, term_name
from framing.output.corpus.words import (
    FEW_CLUSTERS,
    cluster_words,
    figure_label,
    group_name,
    interval_words,
    left_out_lines,
    plural,
    value_words,
)
from framing.output.page.assembly import assemble
from framing.output.page.provenance import Fact
from framing.output.page.speakers import GROUPS
from framing.output.summary import CANNOT_TELL, readable
from framing.version import __version__

__all__ = ["MOST_OUTLETS", "STYLES", "corpus_facts", "render"]

MOST_OUTLETS = 20
"""Outlets in a chart, those with most articles; a longer list is for a spreadsheet."""
STYLES = ("page.css", "corpus.css")
_MATRIX_OUTLETS = 8
"""Outlets in the matrix of frames."""
_MULTIPLES = 6
"""Outlets with small charts of their own."""
_FEWEST_POINTS = 3
"""Months of an outlet that can be drawn, below which it has no chart of its own."""
_MOST_ASKED = 200
"""Groups in the table that was asked for; the page says how many more there are."""


def render(overview: Overview) -> str:
    """Return the page; the same datasets give the same page."""
    outlets, corpus = overview.outlets, overview.corpus
    shown = outlets.largest(MOST_OUTLETS)
    monthly = [group for group in overview.months.groups if group.clusters > 1]
    drawn = [group for group in monthly if group.articles >= FEWEST_IN_A_MONTH]
    months = _months([group.key[-1] for group in drawn or monthly])
    asked = overview.asked
    behind = articles_behind(overview.articles, overview.figures)
    matched = [matched_chart(figure, overview.matched) for figure in overview.figures]
    context: dict[str, object] = {
        "title": f"{plural(len(outlets.groups), 'outlet')} on {plural(len(overview.figures), 'measure')}",
        "language": "en",
        "articles": sum(group.articles for group in outlets.groups),
        "words": sum(group.words for group in outlets.groups),
        "months": months,
        "finished": corpus.finished,
        "left_out": left_out_lines(corpus, outlets.left_out),
        "undated": sum(overview.months.left_out.values()) - sum(outlets.left_out.values()),
        "single_months": len(overview.months.groups) - len(monthly),
        "cluster": cluster_words(outlets.cluster),
        "few": FEW_CLUSTERS,
        "fewest_in_a_month": FEWEST_IN_A_MONTH,
        "shown": len(shown),
        "not_shown": len(outlets.groups) - len(shown),
        "charts_of_outlets": [chart for figure in overview.figures if (chart := dot_chart(figure, shown))],
        "over_time": _over_time(overview, monthly, months),
        "multiples": _multiples(overview, months),
        "asked_for_multiples": overview.outlet_months is not None,
        "fewest_points": _FEWEST_POINTS,
        "matched": [chart for chart in matched if chart],
        "events": overview.events,
        "fewest_events": FEWEST_EVENTS,
        "matrix": frame_matrix(shown[:_MATRIX_OUTLETS]),
        "matrix_outlets": [group_name(group) for group in shown[:_MATRIX_OUTLETS]],
        "frame_charts": [chart for figure in choose_figures(FRAMES_USED) if (chart := dot_chart(figure, shown))],
        "sources": source_rows(shown),
        "source_groups": tuple(GROUPS),
        "behind": behind,
        "outlet_anchors": {one.outlet: f"articles-{number}" for number, one in enumerate(behind, start=1)},
        "people": overview.people,
        "terms": overview.terms,
        "term_name": term_name,
        "pieces": example_pieces,
        "readable": readable,
        "asked": _asked(overview) if tuple(asked.by) not in {("outlet",), ("month",)} else None,
        "asked_by": " and ".join(asked.by),
        "asked_more": max(len(asked.groups) - _MOST_ASKED, 0),
        "labels": [(figure_label(figure), figure.unit) for figure in overview.figures],
        "tool_facts": corpus_facts(corpus),
        "cannot_tell": CANNOT_TELL,
    }
    return assemble("corpus.html.j2", STYLES, (), context)


def corpus_facts(corpus: Corpus) -> tuple[Fact, ...]:
    """Return what the datasets were made with, for the foot."""
    settings = corpus.settings
    return (
        Fact("Tool", f"Framing {__version__}"),
        Fact(
            "Datasets", f"version {settings.get('dataset_version')}, made by Framing {settings.get('framing_version')}"
        ),
        Fact("Models and lexicons", f"SHA-256 {str(settings.get('models_and_lexicons', 'unknown'))[:16]}…"),
        Fact("Own lexicons", str(len(settings.get("own_lexicons") or [])) if settings.get("own_lexicons") else "none"),
    )


def _months(known: list[str]) -> list[str]:
    """Return every month from the first to the last, also those without articles."""
    if not known:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (min(known), max(known)))
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(first, last + 1)]


def _over_time(overview: Overview, monthly: list[Group], months: list[str]) -> list[Series]:
    lines: list[Series] = []
    for figure in overview.figures:
        edges = _edges(_drawn(monthly, figure.name))
        if edges:
            lines.append(series(figure.name, figure_label(figure), figure, monthly, months, edges))
    return lines


def _multiples(overview: Overview, months: list[str]) -> list[tuple[str, list[Series]]]:
    """Each measure of the largest outlets by month, on one scale; of those with months enough that can be drawn."""
    table = overview.outlet_months
    if table is None:
        return []
    by_outlet: dict[str, list[Group]] = {}
    for group in (group for group in table.groups if group.key[-1] in months and group.clusters > 1):
        by_outlet.setdefault(group.key[0], []).append(group)
    told = [
        outlet
        for outlet, groups in by_outlet.items()
        if sum(group.articles >= FEWEST_IN_A_MONTH for group in groups) >= _FEWEST_POINTS
    ]
    largest = sorted(told, key=lambda outlet: (-sum(group.articles for group in by_outlet[outlet]), outlet))
    panels_by_figure: list[tuple[str, list[Series]]] = []
    for figure in overview.figures:
        edges = _edges([e for outlet in largest[:_MULTIPLES] for e in _drawn(by_outlet[outlet], figure.name)])
        if edges:
            panels = [
                series(f"{figure.name}-{number}", outlet, figure, by_outlet[outlet], months, edges)
                for number, outlet in enumerate(largest[:_MULTIPLES])
            ]
            panels_by_figure.append((figure_label(figure), panels))
    return panels_by_figure


def _drawn(groups: list[Group], figure: str) -> list[Estimate]:
    """A figure of the months that have articles enough for a point: only they set an axis."""
    return [group.estimates[figure] for group in groups if group.articles >= FEWEST_IN_A_MONTH]


def _edges(estimates: list[Estimate]) -> tuple[float, float] | None:
    return spread(estimates, with_zero=True)


def _asked(overview: Overview) -> list[tuple[str, int, int, list[tuple[str, str]]]]:
    """The table that was asked for: name, articles, clusters, and each figure with its interval."""
    return [
        (
            group_name(group),
            group.articles,
            group.clusters,
            [
                (value_words(group.estimates[f.name], f.unit), interval_words(group.estimates[f.name], f.unit))
                for f in overview.figures
            ],
        )
        for group in overview.asked.largest(_MOST_ASKED)
    ]
