"""A comparison of outlets as JSON: the same bytes each time."""

from typing import Any

from framing.corpus.summary.comparing import OutletComparison, Pair
from framing.corpus.summary.matched import FEWEST_EVENTS
from framing.corpus.summary.opening import Corpus
from framing.output.console import printable_json
from framing.output.corpus.json import estimate_values, head_values

__all__ = ["render"]


def render(corpus: Corpus, comparison: OutletComparison) -> str:
    """Return the comparison as indented JSON."""
    values = {
        **head_values(corpus),
        "cluster": comparison.cluster,
        "fewest_events": FEWEST_EVENTS,
        "articles": comparison.articles,
        "left_out": dict(comparison.left_out),
        "unmatched": dict(comparison.unmatched),
        "units": {figure.name: figure.unit for figure in comparison.figures},
        "outlets": [
            {"outlet": group.key[0], "articles": group.articles, "clusters": group.clusters, "words": group.words}
            for group in comparison.outlets
        ],
        "pairs": [_pair(pair) for pair in comparison.pairs],
    }
    return printable_json(values, indent=2, allow_nan=False) + "\n"


def _pair(pair: Pair) -> dict[str, Any]:
    measures = {
        name: {
            "raw": {
                "first": estimate_values(raw.first),
                "second": estimate_values(raw.second),
                **_rounded(raw, ("difference", "low", "high")),
            },
            "matched": {
                **_rounded(pair.matched[name], ("first", "second", "difference", "low", "high")),
                "events": pair.matched[name].events,
                "articles": list(pair.matched[name].articles),
            },
        }
        for name, raw in pair.raw.items()
    }
    return {"first": pair.first, "second": pair.second, "events": pair.events, "measures": measures}


def _rounded(values: object, names: tuple[str, ...]) -> dict[str, float | None]:
    by_name = {name: getattr(values, name) for name in names}
    return {name: None if value is None else round(value, 6) for name, value in by_name.items()}
