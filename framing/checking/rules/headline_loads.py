"""F301: the headline loads more than the body."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    analysis = view.report.analysis
    terms = [t for t in analysis.loaded_terms if t.block == "headline" and t.voice == "own" and (t.severity or 1) >= 2]
    own = view.figure("loaded_terms_own")
    if terms and own is not None and own <= float(view.options["most-in-body"]) and view.words >= 200:
        words = ", ".join(dict.fromkeys(analysis.article.slice(term.span) for term in terms))
        message = f"The headline loads ({words}); the body has {own:.1f} loaded terms per 1,000 own words."
        first = terms[0].span
        yield Found(first.start, first.end, message, 0.6, words, evidence=tuple(term.span for term in terms[1:]))


RULE = Rule(
    card=RuleCard(
        code="F301",
        name="headline-loads-more",
        summary="The headline holds loaded terms, and the body hardly any.",
        what="Compares loaded terms in the headline with the rate of the body's own words.",
        why="The headline promises a judgement that the report does not make.",
        evidence="chakraborty2016: headlines written to pull readers in.",
        known_problems="A headline has ten words: one term is a high rate. The body must have 200 words.",
        example="'Regime rams through cruel law' over a body without a loaded term is found.",
        parts=("headline", "own voice"),
        kinds=("news", "press-release"),
        default=False,
        options={"most-in-body": 2.0},
    ),
    needs=frozenset({"attributions", "measures"}),
    find=_find,
)
