"""F301: the headline loads more than the body."""

from collections.abc import Iterator

from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]


def _find(view: View) -> Iterator[Found]:
    analysis = view.report.analysis
    terms = [t for t in analysis.loaded_terms if t.block == "headline" and t.voice == "own" and (t.severity or 1) >= 2]
    own = view.figure("loaded_terms_own")
    if (
        terms
        and own is not None
        and own <= float(view.options["most-in-body"])
        and view.words >= int(view.options["least-words"])
    ):
        words = ", ".join(dict.fromkeys(analysis.article.slice(term.span) for term in terms))
        message = f"The headline loads ({words}); the body has {own:.1f} loaded terms per 1,000 own words."
        first = terms[0].span
        yield Found(first.start, first.end, message, 0.6, words, evidence=tuple(term.span for term in terms[1:]))


_PLAIN = (
    "The council of Odden met in the town hall on Tuesday to talk about the plan for the old "
    "harbour. Work begins in May, and residents could comment on it until the end of June."
)

RULE = Rule(
    card=RuleCard(
        code="F301",
        name="headline-loads-more",
        summary="The headline holds loaded terms, and the body hardly any.",
        what="Compares loaded terms in the headline with the rate of the body's own words.",
        why="The headline promises a judgement that the report does not make.",
        evidence="chakraborty2016: headlines written to pull readers in.",
        known_problems="A headline has ten words: one term is a high rate. The body must have 200 words.",
        finds=(
            RuleCase(f"# Regime rams harbour bill through\n\n{_PLAIN}", ("Regime",), options={"least-words": 20}),
            RuleCase(f"# Terrifying night for Odden\n\n{_PLAIN}", ("Terrifying",), options={"least-words": 20}),
            RuleCase(
                f"# Thugs at the harbour\n\n{_PLAIN} Ada Holm said that it was a terrifying night.",
                ("Thugs",),
                options={"least-words": 20},
            ),
        ),
        leaves=(
            RuleCase(f"# Odden plans a harbour\n\n{_PLAIN}", options={"least-words": 20}),
            RuleCase(
                "# Terrifying night for Odden\n\n"
                f"{_PLAIN} It was a terrifying night, and the thugs at the gate laughed.",
                options={"least-words": 20},
            ),
            RuleCase(f"# Terrifying night for Odden\n\n{_PLAIN}"),
            RuleCase(f"# “A terrifying night for Odden”\n\n{_PLAIN}", options={"least-words": 20}),
            RuleCase(
                f"---\nkind: opinion\n---\n\n# Terrifying night for Odden\n\n{_PLAIN}", options={"least-words": 20}
            ),
        ),
        parts=("headline", "own voice"),
        kinds=("news", "press-release"),
        default=False,
        options={"most-in-body": 2.0, "least-words": 200},
    ),
    needs=frozenset({"attributions", "measures"}),
    find=_find,
)
