"""W101: a loaded term in the outlet's own words."""

from collections.abc import Iterator

from framing.checking.terms import found_terms
from framing.checking.view import Found, Rule, View
from framing.diagnostic import RuleCard
from framing.rule_case import RuleCase

__all__ = ["RULE"]

_SURE = 0.9
"""Confidence from which a term is a warning wherever it stands: the highest severity alone has it."""


_CATEGORIES = frozenset({"group_label", "dysphemism", "emotive", "partisan_coinage"})


def _find(view: View) -> Iterator[Found]:
    terms = list(found_terms(view, _CATEGORIES, {"body", "deck"}, "in the outlet's own words"))
    distinct = len({term.text.lower() for term in terms})
    few = (
        distinct < int(view.options["warn-from"]) and 1000 * len(terms) <= float(view.options["warn-rate"]) * view.words
    )
    for term in terms:
        # One such word in a long report is what every agency has; what judges most is said wherever it stands.
        yield term._replace(minor=few and term.confidence < _SURE)


RULE = Rule(
    card=RuleCard(
        code="W101",
        name="loaded-term",
        summary="A word that judges, in the outlet's own words.",
        what=(
            "Finds group labels, dysphemisms, emotive words and partisan coinages in the body that nobody is "
            "credited with. A word of severity 3, two different words, or more than 2.5 in 1,000 words are "
            "warnings; less is a note."
        ),
        why="A reader takes the outlet's own words for fact. A word that carries a judgement passes it on unseen.",
        evidence=(
            "recasens2013: subjective words bias readers; style guides ask for neutral ones (bbcstyleguide2003, "
            "reutershandbook2008)."
        ),
        known_problems=(
            "Outside of news about people the same words can be plain ('militant' in a history). A word that the "
            "text reports without quotation marks may still be the outlet's choice; it counts as the speaker's."
        ),
        finds=(
            RuleCase(
                "The regime rammed the bill through parliament on Monday.",
                (
                    "regime",
                    "rammed the bill through",
                ),
            ),
            RuleCase(
                "# Norland votes\n\n"
                "The council met on Tuesday. The greedy landlords of Odden kept the deposits, and the "
                "thugs at the gate kept the keys.",
                (
                    "greedy landlords",
                    "thugs",
                ),
            ),
            RuleCase("A terrifying night ended at the old harbour, where two boats sank.", ("terrifying",)),
        ),
        leaves=(
            RuleCase("The government “rammed” the bill through, Ada Holm said, and called it “a regime of thugs”."),
            RuleCase("Ada Holm said that the regime had rammed the bill through parliament."),
            RuleCase("The government passed the bill on Monday, and the vote was over by noon."),
            RuleCase("---\nkind: opinion\n---\n\nThe regime rammed the bill through parliament on Monday."),
        ),
        parts=("own voice",),
        kinds=("news", "press-release"),
        confidence=0.6,
        options={"least-severity": 2, "warn-from": 2, "warn-rate": 2.5},
        precision=0.83,
        judged=60,
    ),
    needs=frozenset({"terms"}),
    find=_find,
    terms=_CATEGORIES,
)
